"""What can happen to the account: what was heard, judged, asked, paused and lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.events.guarding import GuardFact
from core.instrument import UNKNOWN, Instrument
from core.market import Quote
from core.messages import Message
from core.plans import Check, Grant, Plan
from core.records import quick
from core.rules import Rules
from core.signals import Reading
from core.vocabulary import ChannelId, MessageId, Money, Nonce, PositionId, Quantity, Side, Symbol, Unit


@dataclass(frozen=True, slots=True)
class RulesLoaded:
    """The owner's rules from now on."""

    at: datetime
    rules: Rules


@quick
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


@quick
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

    @property
    def age_s(self) -> float:
        """Seconds between the post (or its edit) and our reading it: it may come late, and wait unread at our door."""
        return (self.at - (self.message.edited_at or self.message.posted_at)).total_seconds()


@quick
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
    """A human is asked about ``call``; silence until ``expires_at`` is no."""

    position: PositionId
    at: datetime
    nonce: Nonce
    call: MessageRead
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
    """A question waits no longer. ``why`` is empty when its time was over."""

    position: PositionId
    at: datetime
    nonce: Nonce
    why: str = ""


@dataclass(frozen=True, slots=True)
class CallHeld:
    """A call without a stop waits until ``until`` for the levels its channel sends later."""

    position: PositionId
    at: datetime
    call: MessageRead
    until: datetime


@dataclass(frozen=True, slots=True)
class LevelsMissed:
    """The levels of a call that waited for them did not come in time."""

    position: PositionId
    at: datetime


@dataclass(frozen=True, slots=True)
class CallRevised:
    """The entry or the stop of an unfilled call was changed: ``call`` is judged once the old entry is off the book."""

    position: PositionId
    at: datetime
    call: MessageRead


@dataclass(frozen=True, slots=True)
class PostsDeleted:
    """A channel took posts back: their entries are withdrawn, what is held stays."""

    at: datetime
    channel: ChannelId
    messages: tuple[MessageId, ...]


@dataclass(frozen=True, slots=True)
class ChannelFollowed:
    """A channel is listened to for the first time; what it posts after ``newest`` is for us, also if we are away."""

    at: datetime
    channel: ChannelId
    newest: MessageId


@dataclass(frozen=True, slots=True)
class FollowUpApplied:
    """A channel's follow-up was bound to open positions and passed on to them."""

    position: PositionId
    at: datetime
    to: tuple[PositionId, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An open trade that a follow-up may mean."""

    position: PositionId
    symbol: Symbol
    side: Side


@dataclass(frozen=True, slots=True)
class FollowUpAsked:
    """A human is asked which trades ``read`` means; silence until ``expires_at`` is none."""

    position: PositionId
    at: datetime
    nonce: Nonce
    read: MessageRead
    candidates: tuple[Candidate, ...]
    why: tuple[str, ...]
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class FollowUpAnswered:
    """A listed user said which trades are meant; ``chosen`` empty: none."""

    position: PositionId
    at: datetime
    nonce: Nonce
    chosen: tuple[PositionId, ...]
    by: str


@dataclass(frozen=True, slots=True)
class FollowUpExpired:
    """A question waits no longer. ``why`` is empty when its time was over."""

    position: PositionId
    at: datetime
    nonce: Nonce
    why: str = ""


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
    """A position gave its slot back. ``profit`` after fees.

    ``untouched``: nothing of it ever filled; ``quote`` is then the price of that moment, where a
    revised call waits for it.
    """

    position: PositionId
    at: datetime
    profit: Money
    untouched: bool = False
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class PositionReopened:
    """A fill came after the end (fault B16): the position holds its grant again."""

    position: PositionId
    at: datetime
    grant: Grant


@dataclass(frozen=True, slots=True)
class ReportDue:
    """The day's result is told now."""

    at: datetime
    day: str
    equity: Money
    day_equity: Money


@dataclass(frozen=True, slots=True)
class StrangerFound:
    """The venue holds something that is not ours; it is told and never touched (invariant I18).

    ``quantity`` 0: it is gone again. Journals written before sizes said what they count have no ``unit``.
    """

    at: datetime
    symbol: Symbol
    side: Side
    quantity: Quantity
    unit: Unit = UNKNOWN


@dataclass(frozen=True, slots=True)
class VenueHalted:
    """The venue cannot be traded on until it is mended: ``why`` says what to do. Empty: it is mended."""

    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class VenueNoticed:
    """Something about the venue or this machine that their owner should know; nothing is stopped for it."""

    at: datetime
    words: str


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
    | CallHeld
    | LevelsMissed
    | CallRevised
    | PostsDeleted
    | ChannelFollowed
    | FollowUpApplied
    | FollowUpAsked
    | FollowUpAnswered
    | FollowUpExpired
    | Paused
    | Resumed
    | PanicPressed
    | PositionEnded
    | PositionReopened
    | StrangerFound
    | ReportDue
    | VenueHalted
    | VenueNoticed
    | GuardFact
)
