"""What is asked of a venue and what a venue answers.

An entry has a stop by its type; every other order we know how to spell only reduces.
So neither a naked position nor an exit that opens one can be written down.

A venue's no is a value (`Refused`), its silence is a value (`Silent`): a timed-out
order is not a rejected one (faults B01-B03).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from core.records import quick
from core.vocabulary import ZERO, ExecutionId, Money, OrderSide, OrderTag, Price, Quantity, Side, Symbol


class TimeInForce(StrEnum):
    GTC = "gtc"
    IOC = "ioc"
    FOK = "fok"
    POST_ONLY = "post-only"


class EntryKind(StrEnum):
    MARKET = "market"
    LIMIT = "limit"
    STOP = "stop"
    """Waits for the price to break through, then trades at market."""
    STOP_LIMIT = "stop-limit"
    """Waits for the price to break through, then works at its limit."""


@quick
@dataclass(frozen=True, slots=True)
class EntryOrder:
    """Open a position, with the stop that goes with it in the same request.

    ``price``: the limit, the trigger of a stop entry, or None at market. ``trigger``: of a
    stop-limit entry alone, which has both.
    """

    tag: OrderTag
    symbol: Symbol
    side: Side
    kind: EntryKind
    quantity: Quantity
    price: Price | None
    stop: Price
    leverage: Decimal
    time_in_force: TimeInForce = TimeInForce.GTC
    trigger: Price | None = None


@dataclass(frozen=True, slots=True)
class ExitOrder:
    """Reduce a position, never more than it holds (always reduce-only).

    ``side`` is the side of the position; ``price``: the limit, or None at market.
    """

    tag: OrderTag
    symbol: Symbol
    side: Side
    quantity: Quantity
    price: Price | None
    time_in_force: TimeInForce = TimeInForce.GTC


@dataclass(frozen=True, slots=True)
class OrderChange:
    """Change a working order in place; None leaves a value as it is.

    ``quantity``: of the whole order, what it has filled included. ``price``: the limit; ``trigger``: of
    an order that still waits for it, a plain stop entry's too.
    """

    symbol: Symbol
    tag: OrderTag
    quantity: Quantity | None = None
    price: Price | None = None
    trigger: Price | None = None


@dataclass(frozen=True, slots=True)
class StopTicket:
    """The name and the size of a stop, where it is an order of its own (`core.ports.Capabilities.stop_is_order`)."""

    tag: OrderTag
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Accepted:
    """The venue took the request. Not a fill."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """The venue said no and did nothing. ``code`` is the venue's own."""

    at: datetime
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Silent:
    """No answer that proves anything: it may or may not have been done."""

    at: datetime
    why: str


Answer = Accepted | Refused | Silent


class OrderStatus(StrEnum):
    WORKING = "working"
    """Resting, or waiting for its trigger."""
    FILLED = "filled"
    CANCELLED = "cancelled"
    """Gone; may have filled in part (Bybit: "Cancelled may have executed qty")."""
    REJECTED = "rejected"


@quick
@dataclass(frozen=True, slots=True)
class OrderReport:
    """One order as the venue tells it. ``filled`` counts all its executions."""

    tag: OrderTag
    symbol: Symbol
    side: OrderSide
    status: OrderStatus
    quantity: Quantity
    filled: Quantity
    price: Price | None
    reduce_only: bool
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """The venue, asked for an order by its tag, knows none. One such answer proves nothing."""

    at: datetime


class Purpose(StrEnum):
    """Why the venue traded."""

    ORDER = "order"
    """An order of ours, named by its tag."""
    STOP = "stop"
    """The protective stop."""
    LIQUIDATION = "liquidation"
    FOREIGN = "foreign"
    """Somebody else with this account: the owner by hand, another bot."""


@quick
@dataclass(frozen=True, slots=True)
class Execution:
    """One fill. ``fee`` > 0 is paid, < 0 is a rebate. ``tag`` is None unless the order was ours.

    ``closed``: how much of it reduced a position, where one fill may close and open at once; None: all or nothing.
    """

    id: ExecutionId
    symbol: Symbol
    side: OrderSide
    position_side: Side
    quantity: Quantity
    price: Price
    fee: Money
    purpose: Purpose
    tag: OrderTag | None
    at: datetime
    closed: Quantity | None = None

    @property
    def reduced(self) -> Quantity:
        """How much less was held after it."""
        if self.closed is not None:
            return self.closed
        return self.quantity if self.side is self.position_side.closing else Quantity(ZERO)


@dataclass(frozen=True, slots=True)
class StopReport:
    """The protective stop of one position, as the venue holds it now; price None: there is none."""

    symbol: Symbol
    side: Side
    price: Price | None
    quantity: Quantity
    at: datetime


@dataclass(frozen=True, slots=True)
class FundingPaid:
    """``amount`` < 0 was paid by us. ``id``: the venue's, by which the same payment counts once (fault B16)."""

    symbol: Symbol
    amount: Money
    at: datetime
    id: ExecutionId


@dataclass(frozen=True, slots=True)
class StreamGap:
    """The venue's stream was interrupted: nothing is known until a fresh observation."""

    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class VenueHalt:
    """Nothing may be opened here until it is mended; ``why`` says what to do. Empty: it is mended.

    What is open stays protected by its stop at the venue (faults B04-B06, B37, B41).
    """

    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class VenueNotice:
    """Something about the venue that its owner should know; nothing is stopped for it."""

    at: datetime
    words: str


Transaction = Execution | FundingPaid
"""What has moved the account's balance."""

VenueReport = Execution | OrderReport | StopReport | FundingPaid | StreamGap | VenueHalt | VenueNotice


@quick
@dataclass(frozen=True, slots=True)
class StandingStop:
    """A stop that is an order of its own, as the venue lists it; ``side`` is that of the position it reduces."""

    tag: OrderTag
    symbol: Symbol
    side: Side
    quantity: Quantity
    price: Price


@quick
@dataclass(frozen=True, slots=True)
class OpenPosition:
    """One position as the venue holds it. ``stop`` None: it is naked.

    ``covered``: how much its stops sell, where they are orders of their own; None: the stop covers whatever is held.
    """

    symbol: Symbol
    side: Side
    quantity: Quantity
    entry: Price
    mark: Price
    stop: Price | None
    unrealised: Money
    liquidation: Price | None
    covered: Quantity | None = None

    @property
    def protected(self) -> Quantity:
        """How much is sold at the stop; more than is held where a stop order was sent for more."""
        return self.quantity if self.covered is None else self.covered


@quick
@dataclass(frozen=True, slots=True)
class Observation:
    """Everything the venue holds for this account, read at one moment."""

    at: datetime
    equity: Money
    balance: Money
    margin_used: Money
    positions: tuple[OpenPosition, ...]
    orders: tuple[OrderReport, ...]
    """Working orders only, without the stops."""
    stops: tuple[StandingStop, ...] = ()
    """Every stop that is an order of its own and waits for its price; none where stops belong to positions."""
