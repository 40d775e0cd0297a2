"""What the account owns, owes and may still risk.

Linear contracts and CFD in one account currency, cross margin, as Bybit's unified account
does it: all positions share one equity, and all are liquidated when it falls to their
maintenance margin. Profit = move * quantity * point value. Cost is kept instead of an average
price, so that every cent of it leaves again: money is conserved exactly, not nearly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from core.instrument import Instrument
from core.orders import OpenPosition, Purpose
from core.vocabulary import ZERO, Money, Price, Quantity, Side, Symbol
from venues.matching.requests import Target, TriggerBy

CENT_OF_CENTS = Decimal("1e-12")
"""What divisions are rounded to; the decimals of a balance stay few enough to add exactly."""


@dataclass(slots=True)
class Holding:
    """One position. ``cost``: sum of quantity * price of what it still holds.

    ``stop`` covers the whole quantity, whatever it becomes. ``closing``: its stop was met or it is
    being liquidated; it is sold into every quote until nothing is left. ``due``: the part of it
    that a met target has yet to sell. ``funded``: up to when its funding is settled.
    """

    symbol: Symbol
    side: Side
    quantity: Quantity
    cost: Decimal
    mark: Price
    funded: datetime
    stop: Price | None = None
    stop_by: TriggerBy = TriggerBy.LAST
    targets: tuple[Target, ...] = ()
    closing: Purpose | None = None
    due: Quantity = Quantity(ZERO)


class Valued(NamedTuple):
    """An account at the marks: its worth, the initial margin of its positions, and they as their owner sees them."""

    equity: Money
    margin_held: Money
    positions: tuple[OpenPosition, ...]


@dataclass(slots=True)
class Ledger:
    """Balance, positions and leverage of one account."""

    instruments: Mapping[Symbol, Instrument]
    balance: Money
    leverage_default: Decimal
    holdings: dict[Symbol, dict[Side, Holding]] = field(default_factory=dict)
    leverage: dict[Symbol, Decimal] = field(default_factory=dict)
    _entries: dict[tuple[Symbol, Side], tuple[Decimal, Quantity, Price]] = field(default_factory=dict)
    """The average price of each holding, and the cost and quantity that it was reckoned from."""

    def find(self, symbol: Symbol, side: Side) -> Holding | None:
        return self.holdings.get(symbol, {}).get(side)

    def all(self) -> list[Holding]:
        return [held for sides in self.holdings.values() for held in sides.values()]

    def of(self, symbol: Symbol) -> tuple[Holding, ...]:
        sides = self.holdings.get(symbol)
        return () if sides is None else tuple(sides.values())

    def add(
        self, symbol: Symbol, side: Side, quantity: Quantity, price: Price, *, mark: Price, at: datetime
    ) -> Holding:
        """Open a position or add to it."""
        held = self.holdings.setdefault(symbol, {}).setdefault(
            side, Holding(symbol, side, Quantity(ZERO), ZERO, mark, at)
        )
        held.quantity = Quantity(held.quantity + quantity)
        held.cost += quantity * price
        return held

    def reduce(self, held: Holding, quantity: Quantity, price: Price) -> Money:
        """Take ``quantity`` (at most all) out at ``price`` and book the profit; return it."""
        whole = quantity == held.quantity
        left_out = held.cost if whole else (held.cost * quantity / held.quantity).quantize(CENT_OF_CENTS)
        held.cost -= left_out
        held.quantity = Quantity(held.quantity - quantity)
        profit = Money((quantity * price - left_out) * held.side.sign * self.instruments[held.symbol].point_value)
        self.balance = Money(self.balance + profit)
        if whole:
            sides = self.holdings[held.symbol]
            del sides[held.side]
            if not sides:
                del self.holdings[held.symbol]
        return profit

    def charge(self, amount: Decimal) -> Money:
        """Take a fee (a negative one is a rebate); return it as rounded."""
        fee = Money(amount.quantize(CENT_OF_CENTS))
        self.balance = Money(self.balance - fee)
        return fee

    def leverage_of(self, symbol: Symbol) -> Decimal:
        return self.leverage.get(symbol, min(self.leverage_default, self.instruments[symbol].leverage_max))

    def face(self, held: Holding) -> Money:
        """Notional at the mark price."""
        return self.instruments[held.symbol].notional(held.quantity, held.mark)

    def unrealised(self, held: Holding) -> Money:
        point_value = self.instruments[held.symbol].point_value
        return Money((held.quantity * held.mark - held.cost) * held.side.sign * point_value)

    def maintenance(self, held: Holding) -> Money:
        return Money(self.face(held) * self.instruments[held.symbol].maintenance_rate)

    @property
    def equity(self) -> Money:
        return Money(self.balance + sum(map(self.unrealised, self.all()), ZERO))

    @property
    def margin_held(self) -> Money:
        """Initial margin of the positions, by mark price."""
        return Money(sum((self.face(held) / self.leverage_of(held.symbol) for held in self.all()), ZERO))

    @property
    def is_ruined(self) -> bool:
        """Has equity fallen to the maintenance margin? Bybit: maintenance margin rate at 100 %."""
        if not self.holdings:
            return False
        room: Decimal = self.balance
        for held in self.all():
            instrument, value = self.instruments[held.symbol], held.quantity * held.mark
            earned = (value - held.cost) * held.side.sign
            room += (earned - value * instrument.maintenance_rate) * instrument.point_value
        return room <= 0

    def valued(self) -> Valued:
        """What it all comes to at the marks, each holding reckoned once."""
        if not self.holdings:
            return Valued(Money(self.balance + ZERO), Money(ZERO), ())
        earned = margin = ZERO
        rows: list[tuple[Holding, Instrument, Decimal]] = []
        kept: list[tuple[Holding, Decimal]] = []
        for held in self.all():
            one, value = self.instruments[held.symbol], held.quantity * held.mark
            profit, face = (value - held.cost) * held.side.sign * one.point_value, value * one.point_value
            earned += profit
            margin += face / self.leverage_of(held.symbol)
            rows.append((held, one, profit))
            kept.append((held, face * one.maintenance_rate))
        equity = Money(self.balance + earned)
        shown = [
            OpenPosition(
                held.symbol,
                held.side,
                held.quantity,
                self._entry(held, one.tick),
                held.mark,
                held.stop,
                Money(profit),
                _liquidation(held, one, equity, kept),
            )
            for held, one, profit in rows
        ]
        return Valued(equity, Money(margin), tuple(shown))

    def _entry(self, held: Holding, tick: Price) -> Price:
        """The average price; nothing but a fill gives another."""
        known = self._entries.get((held.symbol, held.side))
        if known is None or known[0] is not held.cost or known[1] is not held.quantity:
            entry = Price((held.cost / held.quantity).quantize(tick / 10_000))
            known = self._entries[held.symbol, held.side] = (held.cost, held.quantity, entry)
        return known[2]


def _liquidation(
    held: Holding, instrument: Instrument, equity: Money, kept: Sequence[tuple[Holding, Decimal]]
) -> Price | None:
    """The mark price of ``held`` at which an account worth ``equity`` is ruined, all else unchanged.

    ``kept``: the maintenance margin of every holding of the account.
    Solves equity + move * net * point value = other maintenance + price * total * point value * rate.
    None when no positive price does.
    """
    net = total = others = ZERO
    for one, margin in kept:
        if one.symbol == held.symbol:
            net += one.quantity * one.side.sign
            total += one.quantity
        else:
            others += margin
    slope = instrument.point_value * (net - instrument.maintenance_rate * total)
    if slope == 0:
        return None
    price = (others - equity + held.mark * instrument.point_value * net) / slope
    if price <= 0:
        return None
    return instrument.price_above(Price(price)) if slope > 0 else instrument.price_below(Price(price))
