"""What one can trade and in which steps; rounding always lowers risk.

Crypto perpetuals and forex/CFD contracts differ in one number only, ``point_value``:
the account's money gained by one unit of quantity when the price rises by 1. So profit,
notional and size have one formula for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from core.vocabulary import Money, Price, Quantity, Side, Symbol, Unit

LOTS = Unit("lots")
UNKNOWN = Unit("")
"""Of what was written down before sizes said what they count."""


def sized(quantity: Decimal, unit: Unit = UNKNOWN) -> str:
    """ "0.01 lots", "1 lot", "0.25 BTC", "300 × 1000PEPE"; where the unit is not known, the figure alone."""
    figure = f"{quantity:,f}"
    figure = figure.rstrip("0").rstrip(".") if "." in figure else figure
    if unit == LOTS:
        return f"{figure} {'lot' if quantity == 1 else 'lots'}"
    times = "× " if unit[:1].isdigit() else ""  # two figures side by side would read as one
    return f"{figure} {times}{unit}".rstrip()


class Kind(StrEnum):
    LINEAR = "linear"
    """A perpetual future settled in its quote currency."""
    CFD = "cfd"
    """A forex pair, metal or index dealt in lots."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A position worth up to ``notional_max`` may have a leverage of up to ``leverage_max``."""

    notional_max: Money
    leverage_max: Decimal


@dataclass(frozen=True, slots=True)
class Instrument:
    """The trading rules of one symbol at one venue.

    ``point_value``: money per 1.0 of price per unit of quantity; 1 for a USDT perpetual,
    100 for gold in lots of 100 ounces. MetaTrader calls it tick value / tick size.
    ``base``: of a perpetual, what one unit of quantity is. Bybit's contract of 1000 PEPE has "1000PEPE" (Bybit,
    "Get Instruments Info", baseCoin): it counts thousands of the coin.
    ``pip``: the unit the instrument's traders count distances in.
    ``leverage_max``, ``maintenance_rate``: a ratio; ``*_fee``: a fraction of notional.
    ``tiers``: smallest first; none: not known, or the venue has none.
    ``barred``: why no position may be opened in it now, as a sentence with what to do; empty: it may.
    """

    symbol: Symbol
    kind: Kind
    base: str
    quote: str
    tick: Price
    step: Quantity
    quantity_min: Quantity
    quantity_max: Quantity
    notional_min: Money
    point_value: Decimal = Decimal(1)
    pip: Price = Price(Decimal(1))
    leverage_max: Decimal = Decimal(50)
    maintenance_rate: Decimal = Decimal("0.005")
    maker_fee: Decimal = Decimal("0.0002")
    taker_fee: Decimal = Decimal("0.00055")
    tiers: tuple[Tier, ...] = ()
    barred: str = ""

    @property
    def unit(self) -> Unit:
        """What its quantities count."""
        return LOTS if self.kind is Kind.CFD else Unit(self.base)

    def size(self, quantity: Decimal) -> str:
        """A quantity in words, with what it counts."""
        return sized(quantity, self.unit)

    def notional(self, quantity: Quantity, price: Price) -> Money:
        """The face value of a holding, in the account's money."""
        return Money(quantity * price * self.point_value)

    def tier(self, notional: Money) -> Tier | None:
        """The tier a position of this worth falls into; None when it is worth more than any allows."""
        return next((tier for tier in self.tiers if notional <= tier.notional_max), None)

    def profit(self, side: Side, quantity: Quantity, entry: Price, exit_: Price) -> Money:
        """What closing ``quantity`` at ``exit_`` earns before fees; negative for a loss."""
        return Money((exit_ - entry) * side.sign * quantity * self.point_value)

    def price_below(self, price: Price) -> Price:
        """The nearest tick at or below ``price``."""
        return Price((price / self.tick).to_integral_value(ROUND_FLOOR) * self.tick)

    def price_above(self, price: Price) -> Price:
        """The nearest tick at or above ``price``."""
        return Price((price / self.tick).to_integral_value(ROUND_CEILING) * self.tick)

    def price_near(self, price: Price) -> Price:
        """The nearest tick; a tie goes to the even one."""
        return Price((price / self.tick).to_integral_value(ROUND_HALF_EVEN) * self.tick)

    def tighter(self, side: Side, price: Price) -> Price:
        """Round a stop toward the position, so that it never risks more than was asked."""
        return self.price_above(price) if side.sign > 0 else self.price_below(price)

    def sooner(self, side: Side, price: Price) -> Price:
        """Round an entry limit or a target so that it is never better than was asked:
        a buy entry and a long target both go down a tick.
        """
        return self.price_below(price) if side.sign > 0 else self.price_above(price)

    def quantity_below(self, quantity: Quantity) -> Quantity:
        """The largest tradable quantity at or below ``quantity``: size is only ever cut."""
        return Quantity((quantity / self.step).to_integral_value(ROUND_FLOOR) * self.step)

    def is_on_grid(self, price: Price) -> bool:
        return price % self.tick == 0
