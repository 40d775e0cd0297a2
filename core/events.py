"""Facts, in the past tense: the only things that change state.

Three streams of them: the account's, one for each position, and the chat's (what was
said to whom). Every fact carries its moment; a fact about one call or position names it.
``by`` says on whose authority: "user:42", "channel:-100…", "rule:trail", "venue", "panic".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from core.instrument import Instrument
from core.market import Quote
from core.messages import Message
from core.plans import Check, Grant, Plan
from core.rules import Rules
from core.signals import Reading
from core.vocabulary import ExecutionId, Money, Nonce, OrderTag, PositionId, Price, Quantity, Side, Symbol, UserId

# --- the account ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RulesLoaded:
    """The owner's rules from now on."""

    at: datetime
    rules: Rules


@dataclass(frozen=True, slots=True)
class EquityRead:
    """What the venue says the account is worth, open profits included."""

    at: datetime
    equity: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class DayBegan:
    """A new trading day by the rules' zone; the daily loss counts from ``equity``."""

    at: datetime
    day: str
    equity: Money


@dataclass(frozen=True, slots=True)
class LossWarned:
    """``percent`` of the allowed daily loss is used up (80, 90 or 100)."""

    at: datetime
    percent: int
    lost: Money
    allowed: Money


@dataclass(frozen=True, slots=True)
class MessageRead:
    """A channel's post was heard and read; ``position`` is what it would open.

    ``instrument`` and ``quote`` are what the venue knew of its symbol at that moment.
    """

    position: PositionId
    at: datetime
    message: Message
    reading: Reading
    instrument: Instrument | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class CallAdmitted:
    """Every check passed: a slot and its risk are granted."""

    position: PositionId
    at: datetime
    grant: Grant
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class CallDeclined:
    """Nothing was done, and why: the last check is the one that failed."""

    position: PositionId
    at: datetime
    reason: str
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class CallWatched:
    """A sound call of a channel that is only watched."""

    position: PositionId
    at: datetime
    plan: Plan
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class ApprovalAsked:
    """A human is asked; silence until ``expires_at`` is no."""

    position: PositionId
    at: datetime
    nonce: Nonce
    plan: Plan
    checks: tuple[Check, ...]
    doubts: tuple[str, ...]
    expires_at: datetime


class Choice(StrEnum):
    APPROVE = "approve"
    HALF = "half"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class ApprovalAnswered:
    """A listed user pressed a button; the price is read anew at that moment."""

    position: PositionId
    at: datetime
    nonce: Nonce
    choice: Choice
    by: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class ApprovalExpired:
    position: PositionId
    at: datetime
    nonce: Nonce


@dataclass(frozen=True, slots=True)
class FollowUpApplied:
    """A channel's follow-up was bound to open positions and passed on to them."""

    position: PositionId
    at: datetime
    to: tuple[PositionId, ...]


@dataclass(frozen=True, slots=True)
class Paused:
    """Nothing new is opened; what is open stays protected and managed."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Resumed:
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PanicPressed:
    """Close everything, cancel every entry, stay locked until resumed."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PositionEnded:
    """A position gave its slot back. ``profit`` after fees."""

    position: PositionId
    at: datetime
    profit: Money


@dataclass(frozen=True, slots=True)
class StrangerFound:
    """The venue holds something that is not ours; it is told and never touched (invariant I18)."""

    at: datetime
    symbol: Symbol
    side: Side
    quantity: Quantity


AccountFact = (
    RulesLoaded
    | EquityRead
    | DayBegan
    | LossWarned
    | MessageRead
    | CallAdmitted
    | CallDeclined
    | CallWatched
    | ApprovalAsked
    | ApprovalAnswered
    | ApprovalExpired
    | FollowUpApplied
    | Paused
    | Resumed
    | PanicPressed
    | PositionEnded
    | StrangerFound
)

# --- a position -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PositionPlanned:
    """An admitted plan begins its life."""

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
    """Part or all of the entry traded. The same ``execution`` twice counts once (fault B16)."""

    position: PositionId
    at: datetime
    tag: OrderTag
    execution: ExecutionId
    quantity: Quantity
    price: Price
    fee: Money


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
    """``amount`` < 0 was paid by us."""

    position: PositionId
    at: datetime
    amount: Money


@dataclass(frozen=True, slots=True)
class StopConfirmed:
    """Read from the venue: the stop stands at ``price`` for ``quantity``."""

    position: PositionId
    at: datetime
    price: Price
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class StopLost:
    """The venue holds no stop for this position, or refused to move it."""

    position: PositionId
    at: datetime
    why: str


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
class StopMoveDecided:
    """Protection chose a new stop; it counts once the venue confirms it."""

    position: PositionId
    at: datetime
    price: Price
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class StopMoveAsked:
    """Somebody wants the stop at ``price`` (None: at the entry)."""

    position: PositionId
    at: datetime
    price: Price | None
    by: str


@dataclass(frozen=True, slots=True)
class CloseAsked:
    """Somebody wants out of ``fraction`` of it (0 < fraction <= 1); an unfilled entry is cancelled."""

    position: PositionId
    at: datetime
    by: str
    fraction: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Our own code failed on this position: nothing more is done for it, its stop stays at the venue."""

    position: PositionId
    at: datetime
    why: str


PositionFact = (
    PositionPlanned
    | OrderAccepted
    | OrderRefused
    | OutcomeUnknown
    | OrderEnded
    | EntryFilled
    | ExitFilled
    | FundingBooked
    | StopConfirmed
    | StopLost
    | FoundFlat
    | QuantityDrifted
    | PriceReached
    | ReviewDue
    | StopMoveDecided
    | StopMoveAsked
    | CloseAsked
    | Quarantined
)

# --- the chat ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A message stands in a user's chat. ``key`` names what it shows, so that it is edited, not repeated;
    everything up to line ``seq`` of the journal has been told to this user.
    """

    at: datetime
    user: UserId
    key: str
    message: int
    seq: int


@dataclass(frozen=True, slots=True)
class TelegramUpdateTaken:
    """An update of the bot was acted on; the same number again is ignored (fault U03)."""

    at: datetime
    update: int
    user: UserId


ChatFact = Told | TelegramUpdateTaken

Fact = AccountFact | PositionFact | ChatFact
