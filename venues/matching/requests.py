"""What can be asked of an exchange: any order at all, also a foolish one.

The house's own orders (`core.orders`) cannot spell an entry without a stop. An exchange
can be asked for one, by the owner's hand or by another bot, so the engine has a wider
vocabulary; a venue translates into it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.orders import Accepted, Refused, TimeInForce, VenueReport
from core.vocabulary import OrderSide, OrderTag, Price, Quantity, Side, Symbol


class OrderKind(StrEnum):
    MARKET = "market"
    LIMIT = "limit"
    STOP_MARKET = "stop-market"
    """Waits for ``trigger``, then trades at market."""
    STOP_LIMIT = "stop-limit"
    """Waits for ``trigger``, then works at ``price``."""

    @property
    def is_conditional(self) -> bool:
        return self in (OrderKind.STOP_MARKET, OrderKind.STOP_LIMIT)

    @property
    def has_limit(self) -> bool:
        return self in (OrderKind.LIMIT, OrderKind.STOP_LIMIT)


class TriggerBy(StrEnum):
    LAST = "last"
    MARK = "mark"


class Crossing(StrEnum):
    """From where a trigger is met."""

    RISING = "rising"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Target:
    """Take profit on a position: close ``quantity`` (None: all of it) at market at ``price``."""

    price: Price
    quantity: Quantity | None = None
    by: TriggerBy = TriggerBy.LAST


@dataclass(frozen=True, slots=True)
class NewOrder:
    """One order, as an exchange takes it.

    ``tag``: the client order id; None for an order placed by hand, which the exchange then
    names itself. ``crossing``: from where the trigger is met; None means a breakout, a buy from
    below and a sell from above. ``position_side``: required in hedge mode, forbidden in
    one-way mode. ``stop`` and ``targets`` become the position's at the first fill.
    """

    tag: OrderTag | None
    symbol: Symbol
    side: OrderSide
    kind: OrderKind
    quantity: Quantity
    price: Price | None = None
    trigger: Price | None = None
    trigger_by: TriggerBy = TriggerBy.LAST
    crossing: Crossing | None = None
    time_in_force: TimeInForce = TimeInForce.GTC
    reduce_only: bool = False
    position_side: Side | None = None
    stop: Price | None = None
    stop_by: TriggerBy = TriggerBy.LAST
    targets: tuple[Target, ...] = ()

    @property
    def met_from(self) -> Crossing:
        """From where its trigger is met."""
        if self.crossing is not None:
            return self.crossing
        return Crossing.RISING if self.side is OrderSide.BUY else Crossing.FALLING

    @property
    def opens(self) -> Side:
        """The side of the position it opens or adds to, if it does not only reduce."""
        if self.position_side is not None:
            return self.position_side
        return Side.LONG if self.side is OrderSide.BUY else Side.SHORT

    @property
    def only_reduces(self) -> bool:
        """In hedge mode an order against its position side can do nothing else."""
        return self.reduce_only or (self.position_side is not None and self.side is self.position_side.closing)


@dataclass(frozen=True, slots=True)
class Attached:
    """What an order gives to its position at its first fill; nothing by default."""

    stop: Price | None = None
    stop_by: TriggerBy = TriggerBy.LAST
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """Change a working order in place; None leaves a value as it is."""

    tag: OrderTag
    quantity: Quantity | None = None
    price: Price | None = None
    trigger: Price | None = None
    attached: Attached | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer, and everything that followed from it at once, in order."""

    answer: Accepted | Refused
    reports: tuple[VenueReport, ...] = ()
