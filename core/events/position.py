"""What can happen to one position: answers, fills, stops, and the `wishes` of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.events.wishes import Wish
from core.plans import EntryLeg, Plan
from core.records import quick
from core.vocabulary import ZERO, ExecutionId, Money, OrderTag, PositionId, Price, Quantity


@quick
@dataclass(frozen=True, slots=True)
class PositionPlanned:
    """An admitted plan begins its life."""

    position: PositionId
    at: datetime
    plan: Plan


@dataclass(frozen=True, slots=True)
class PositionAdopted:
    """What the owner held at the venue begins its life with us: filled already, no entry of ours."""

    position: PositionId
    at: datetime
    plan: Plan


@dataclass(frozen=True, slots=True)
class OrderAccepted:
    """The venue took an entry or an exit. Not a fill."""

    position: PositionId
    at: datetime
    tag: OrderTag


@dataclass(frozen=True, slots=True)
class OrderRefused:
    """The venue said no, or twice knew nothing of the order after it could no longer arrive."""

    position: PositionId
    at: datetime
    tag: OrderTag
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class OutcomeUnknown:
    """The venue never answered: it may or may not have done what we asked."""

    position: PositionId
    at: datetime
    tag: OrderTag
    why: str


@dataclass(frozen=True, slots=True)
class OrderEnded:
    """An order is off the book; ``filled`` is all it ever filled."""

    position: PositionId
    at: datetime
    tag: OrderTag
    filled: Quantity
    reason: str


@dataclass(frozen=True, slots=True)
class EntryFilled:
    """Part or all of the entry traded. The same ``execution`` twice counts once (fault B16).

    ``unwanted``: it came after the end, and another trade has its symbol. ``netted``: so much of it reduced what
    somebody else held on the other side, and opened nothing.
    """

    position: PositionId
    at: datetime
    tag: OrderTag
    execution: ExecutionId
    quantity: Quantity
    price: Price
    fee: Money
    unwanted: bool = False
    netted: Quantity = Quantity(ZERO)

    @property
    def opened(self) -> Quantity:
        """How much is held because of it."""
        return Quantity(self.quantity - self.netted)


class ExitCause(StrEnum):
    TARGET = "target"
    STOP = "stop"
    CLOSE = "close"
    LIQUIDATION = "liquidation"
    OUTSIDE = "outside"
    """By hand at the venue, or by another program."""


@dataclass(frozen=True, slots=True)
class ExitFilled:
    """Part or all of the position was closed. ``tag`` is None when no order of ours did it."""

    position: PositionId
    at: datetime
    tag: OrderTag | None
    execution: ExecutionId
    quantity: Quantity
    price: Price
    fee: Money
    cause: ExitCause


@dataclass(frozen=True, slots=True)
class FundingBooked:
    """``amount`` < 0 was paid by us. Journals of before 2026-11-23 do not name the ``execution``."""

    position: PositionId
    at: datetime
    amount: Money
    execution: ExecutionId | None = None


@quick
@dataclass(frozen=True, slots=True)
class StopConfirmed:
    """Read from the venue: the stop stands at ``price`` for ``quantity``."""

    position: PositionId
    at: datetime
    price: Price
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class StopLost:
    """The venue holds no stop for this position, or refused to move it.

    ``held`` and ``mark``: how much is held there and its price now, where the reading is all that is known of it.
    """

    position: PositionId
    at: datetime
    why: str
    held: Quantity | None = None
    mark: Price | None = None


@dataclass(frozen=True, slots=True)
class StopMovedOutside:
    """Somebody else moved a proven stop from ``was`` to ``price``: it is respected, and said once."""

    position: PositionId
    at: datetime
    was: Price
    price: Price


@dataclass(frozen=True, slots=True)
class FoundFlat:
    """Two readings, apart in time, found nothing held: it ended outside our sight."""

    position: PositionId
    at: datetime
    price: Price


@dataclass(frozen=True, slots=True)
class QuantityDrifted:
    """The venue holds another quantity than our fills say; the venue wins (fault N16)."""

    position: PositionId
    at: datetime
    quantity: Quantity
    price: Price


@quick
@dataclass(frozen=True, slots=True)
class PriceReached:
    """The market crossed a level this position waits for."""

    position: PositionId
    at: datetime
    price: Price


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A moment this position asked to be woken at."""

    position: PositionId
    at: datetime


@dataclass(frozen=True, slots=True)
class RungCut:
    """One take-profit order as it was cut. ``index`` is the plan's target, from 0."""

    index: int
    tag: OrderTag
    price: Price
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class LadderCut:
    """What has filled so far was shared out over the plan's targets."""

    position: PositionId
    at: datetime
    entered: Quantity
    rungs: tuple[RungCut, ...]


@dataclass(frozen=True, slots=True)
class StopMoveDecided:
    """Protection chose a new stop; it counts once the venue confirms it."""

    position: PositionId
    at: datetime
    price: Price
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class LadderRecut:
    """The targets that were exchanged are on the book again, at their new prices."""

    position: PositionId
    at: datetime
    rungs: tuple[RungCut, ...]


@dataclass(frozen=True, slots=True)
class RequestRefused:
    """What ``by`` asked for is not done, and why."""

    position: PositionId
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class EntriesReleased:
    """Entry orders that had waited were sent, by their tags; ``at_market``: the price had turned."""

    position: PositionId
    at: datetime
    tags: tuple[OrderTag, ...]
    stop: Price
    at_market: bool = False


@dataclass(frozen=True, slots=True)
class EntryAdded:
    """Another entry order was sent, within the position's grant; ``why`` shows the room it had."""

    position: PositionId
    at: datetime
    leg: EntryLeg
    stop: Price
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class RangeMeasured:
    """The average true range of the symbol's last minutes, for a trail that keeps its distance in ranges."""

    position: PositionId
    at: datetime
    range: Price


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Our own code failed on this position: nothing more is done for it than keeping its stop at the venue."""

    position: PositionId
    at: datetime
    why: str


_Answered = OrderAccepted | OrderRefused | OutcomeUnknown | OrderEnded
PositionFact = (
    PositionPlanned
    | PositionAdopted
    | _Answered
    | EntryFilled
    | ExitFilled
    | FundingBooked
    | StopConfirmed
    | StopLost
    | StopMovedOutside
    | FoundFlat
    | QuantityDrifted
    | PriceReached
    | ReviewDue
    | LadderCut
    | StopMoveDecided
    | LadderRecut
    | Wish
    | RequestRefused
    | EntriesReleased
    | EntryAdded
    | RangeMeasured
    | Quarantined
)
