"""The doors of the house: everything outside is reached through one of these.

Each is implemented at least twice (`storage.journal` and `storage.memory`, a real venue
and `venues.paper` ...), and every implementation passes the same contract tests.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from core.commands import Command
from core.events import Choice, Fact
from core.instrument import Instrument
from core.lessons import Proposal, Taught
from core.market import Quote
from core.messages import Word
from core.orders import (
    Absent,
    Answer,
    EntryOrder,
    ExitOrder,
    Observation,
    OrderChange,
    OrderReport,
    Silent,
    StopTicket,
    Transaction,
    VenueReport,
)
from core.reading.learning.teaching import Lesson, Puzzled
from core.records import quick
from core.second_factor import Proof
from core.views import (
    AddOffer,
    FollowUpView,
    LimitView,
    PositionView,
    QuestionView,
    Receipt,
    ReconcileView,
    SignalView,
    StatusView,
    StopOffer,
    StopWish,
    StrangerView,
    TargetsOffer,
    TryView,
    Unfit,
    WhyView,
)
from core.vocabulary import (
    ChannelId,
    MessageId,
    Nonce,
    OrderTag,
    PositionId,
    Price,
    Quantity,
    Side,
    StreamId,
    Symbol,
    UserId,
)


class Clock(Protocol):
    """Time, passed in. Durations are measured on ``monotonic``, never on ``now`` (fault K01)."""

    def now(self) -> datetime:
        """The wall clock, always aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never goes back."""


@quick
@dataclass(frozen=True, slots=True)
class Batch:
    """What one writer adds to its stream in one go.

    ``version`` is how many batches the stream held before; another number means that
    somebody else wrote to it, and the append is refused whole.
    """

    stream: StreamId
    version: int
    at: datetime
    entries: tuple[Fact | Command, ...]


@quick
@dataclass(frozen=True, slots=True)
class Recorded:
    """One line of the journal. ``seq`` counts all lines from 1 without a gap."""

    seq: int
    stream: StreamId
    version: int
    position: PositionId | None
    at: datetime
    body: Fact | Command


class Journal(Protocol):
    """Facts and intentions, in the order they were written; nothing is ever changed.

    Raises `core.errors.StaleWriter` for a wrong version, `core.errors.JournalUnwritable`
    when the disk says no, `core.errors.JournalCorrupt` when the hash chain is broken.
    """

    async def append(self, *batches: Batch) -> int:
        """Write all batches or none; return the last ``seq``. Durable when it returns."""

    async def read(self, stream: StreamId) -> Sequence[Recorded]:
        """One stream from its beginning."""

    async def about(self, position: PositionId) -> Sequence[Recorded]:
        """Every line of any stream that names this position, in order."""

    async def streams(self) -> Sequence[StreamId]:
        """The streams that hold at least one line, oldest first."""

    async def since(self, seq: int, limit: int = 1000) -> Sequence[Recorded]:
        """Up to ``limit`` lines after ``seq``; empty when there is no more."""

    def follow(self, seq: int) -> AsyncIterator[Recorded]:
        """Every line after ``seq``, then each new one as it becomes durable; ends when cancelled."""

    async def verify(self) -> int:
        """Walk the hash chain; return the number of lines, or raise `JournalCorrupt`."""


class Prices(Protocol):
    """Where quotes come from."""

    async def quote(self, symbol: Symbol) -> Quote | None:
        """The newest quote, waiting a bounded moment for the first; None when there is none to be had."""

    def ticks(self) -> AsyncIterator[Quote]:
        """Every change of every followed symbol; a slow reader skips to the newest."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a venue can do; the runtime adapts to it instead of asking for its name."""

    attached_stop: bool
    """An entry and its stop are one request."""
    hedge_mode: bool
    """Both sides of one symbol can be held at once."""
    absence_proof_s: float
    """Seconds after which a request that was never answered can no longer arrive."""
    remote: bool = False
    """It is reached over a network: answers are lost, clocks differ, keys are revoked."""
    amend: bool = True
    """A working order can be changed in place."""
    stop_limit: bool = True
    """An entry may wait for its trigger and then work at a limit."""
    batch_max: int = 1
    """Exit orders that one request may carry."""
    exits_max: int = 20
    """Working exit orders that one position may have, its stop not counted."""
    conditionals_max: int = 10
    """Entries of one symbol that may wait for their trigger."""
    stop_every_ms: int = 500
    """Milliseconds between two moves of one trail, so that following it never meets the venue's limits."""
    stop_is_order: bool = False
    """A stop is an order of its own: it sells what it was sent for, and stays when its position is gone."""


class Venue(Protocol):
    """One account at one exchange or broker.

    No method raises for what the venue or the network may do: that is an answer.
    """

    name: str
    capabilities: Capabilities

    async def instruments(self) -> Mapping[Symbol, Instrument]:
        """The catalogue. Raises `core.errors.VenueUnreachable`: without rules nothing is traded."""

    async def enter(self, order: EntryOrder) -> Answer:
        """Open, with the stop attached. A tag seen before is never a second order."""

    async def exit(self, order: ExitOrder) -> Answer:
        """Reduce, at a limit or at market. A tag seen before is never a second order."""

    async def exit_many(self, orders: Sequence[ExitOrder]) -> Sequence[Answer]:
        """As `exit` for each, in as few requests as the venue allows; one answer for each, in order."""

    async def amend(self, change: OrderChange) -> Answer:
        """Change a working order in place. The same values again are Accepted; a closed order is Refused."""

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price, ticket: StopTicket | None = None) -> Answer:
        """Amend the position's stop in place, for its full size. The same price again is Accepted.

        Refused is a verdict on this very stop, and one that is not proven yet is given up for it. What says nothing
        of the stop, a key, a clock or a pace that is refused, is Silent: the stop that stands still does.

        Where a stop is an order of its own: place one by this ``ticket``, beside those that stand; the desk cancels
        them once it does. A tag seen before is never a second order. Elsewhere the ticket says nothing.
        """

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        """Cancel a working order. Already gone is Accepted: read what it filled from the reports."""

    async def cancel_all(self, symbol: Symbol) -> Answer:
        """Cancel every working order of ours in one symbol, until none is left; nobody else's is touched."""

    async def look_up(self, symbol: Symbol, tag: OrderTag) -> OrderReport | Absent | Silent:
        """What became of an order, over working and closed ones."""

    async def observe(self) -> Observation | Silent:
        """Everything the account holds. `Silent` is never "flat" (invariant I9)."""

    async def executions(self, since: datetime) -> Sequence[Transaction] | Silent:
        """Every fill and funding from ``since`` on, oldest first: what the stream tells, to whom did not listen."""

    def reports(self) -> AsyncIterator[VenueReport]:
        """The private stream. A gap is reported as `StreamGap`, then the stream goes on."""


Hear = Callable[[Word], Awaitable[None]]
"""Takes one post, or the news that some are gone; returns once it is in the inbox: a flood waits at the door."""

Notice = Callable[[str], Awaitable[None]]
"""Has the owner told of something that stops nothing; returns once it is written down."""


class Ear(Protocol):
    """Something that hears channels: posts, their changes, and that posts were taken back."""

    async def listen(self, marks: Mapping[ChannelId, MessageId], hear: Hear, notice: Notice) -> None:
        """Hand over every post after the channel's mark, then each new one; ``notice``: what cannot be heard.

        Runs until cancelled.
        """


class Shelf(Protocol):
    """Where taught rules are kept between starts."""

    async def put(self, taught: Taught) -> None:
        """Keep these and no others; durable when it returns. Raises ``OSError`` when the disk says no."""


class Lessons(Protocol):
    """Teaching by correction. ``by`` names who, such as "user:42"."""

    async def propose(
        self, correction: str, channel: ChannelId | None = None, position: PositionId | None = None
    ) -> Proposal | Puzzled:
        """The rule a correction teaches about a channel, or about the post ``position`` came from; keeps nothing."""

    async def keep(self, proposal: Proposal, by: str) -> Receipt:
        """Make it the desk's rule at once. `Receipt.EXPIRED`: it would by now wake posts nobody has seen."""

    async def undo(self, channel: ChannelId, by: str) -> Lesson | None:
        """Take back the channel's last taught rule; None when there is none."""

    def taught(self, channel: ChannelId) -> Sequence[Lesson]:
        """What the channel has been taught, the oldest first."""


class Hands(Protocol):
    """The owner's hands on a trade: each is weighed first, in numbers; what cannot be done says why.

    The weighing does nothing. What is then done is weighed once more at that moment.
    """

    async def weigh_stop(self, position: PositionId, wish: StopWish) -> StopOffer | Unfit:
        """What another stop would risk."""

    async def tighten(self, position: PositionId, wish: StopWish, by: str) -> StopOffer | Unfit:
        """Move the stop closer; never further away."""

    async def loosen(self, offer: StopOffer, by: str) -> StopOffer | Unfit:
        """Give the trade the room that was offered, if its stop still stands where it stood then. An admin's alone."""

    async def retarget(self, position: PositionId, prices: Sequence[Price], by: str) -> TargetsOffer | Unfit:
        """Exchange the targets."""

    def weigh_part(self, position: PositionId, fraction: Decimal) -> Quantity | Unfit:
        """How much a close of ``fraction`` would sell; 0: the entry that waits would be cancelled."""

    async def weigh_addition(self, position: PositionId, fraction: Decimal) -> AddOffer | Unfit:
        """What adding ``fraction`` of the planned quantity would be, cut to the room there is."""

    async def add(self, position: PositionId, fraction: Decimal, by: str) -> AddOffer | Unfit:
        """Add so much at this moment's price."""


class SecondFactor(Protocol):
    """One-time codes of those who have enrolled, remembered across restarts so that none is good twice."""

    def is_enrolled(self, user: UserId) -> bool:
        """Has this user proven that he has the generator? Raises `core.errors.ConfigError` when that cannot be read."""

    async def check(self, user: UserId, code: str, at: datetime) -> Proof:
        """Spend a code. Whatever the answer is, it is durable; raises `core.errors.ConfigError` when it cannot be."""


class Desk(Protocol):
    """What chat, command line and other programs may ask and tell. ``by`` names who, such as "user:42".

    Every call that changes something returns once its fact is durable in the journal.
    """

    @property
    def lessons(self) -> Lessons:
        """What channels have been taught about how they write."""

    @property
    def hands(self) -> Hands:
        """What the owner changes in a trade by hand."""

    def status(self) -> StatusView:
        """The whole desk on one screen."""

    def positions(self) -> Sequence[PositionView]:
        """Everything that is not over, oldest first."""

    def position(self, position: PositionId) -> PositionView | None:
        """One trade, also one that is over."""

    def limits(self) -> Sequence[LimitView]:
        """Each limit with what is used of it."""

    def question(self, nonce: Nonce) -> QuestionView | None:
        """An approval that still waits; None once it is answered or expired."""

    def questions(self) -> Sequence[QuestionView]:
        """All that wait, oldest first."""

    def follow_up(self, nonce: Nonce) -> FollowUpView | None:
        """A follow-up of which somebody is asked what it means; None once it is answered or expired."""

    def follow_ups(self) -> Sequence[FollowUpView]:
        """All that wait, oldest first."""

    async def signals(self, count: int) -> Sequence[SignalView]:
        """The last messages and their verdicts, newest first."""

    async def why(self, position: PositionId) -> WhyView | None:
        """Everything that was read, checked and done about one message."""

    async def rehearse(self, text: str, channel: ChannelId | None = None) -> TryView:
        """What would be done with this text, by that channel's rules (None: the strictest); does nothing."""

    async def answer(self, nonce: Nonce, choice: Choice, by: str) -> Receipt:
        """Answer an approval; the first answer counts."""

    async def bind(self, nonce: Nonce, chosen: tuple[PositionId, ...], by: str) -> Receipt:
        """Say which trades a follow-up means, none of them for an empty tuple; the first answer counts."""

    async def close(self, position: PositionId, by: str, fraction: Decimal = Decimal(1)) -> Receipt:
        """Get out of ``fraction`` of a position, or cancel its entry."""

    async def pause(self, by: str) -> Receipt:
        """Open nothing more; what is open stays managed."""

    async def resume(self, by: str) -> Receipt:
        """Open the doors again, also after a panic. `Receipt.GONE`: the day's loss is used up, which is asked first."""

    def strangers(self) -> Sequence[StrangerView]:
        """What the venue holds that is not ours, also what the owner told us to ignore."""

    async def adopt(self, key: str, by: str, *, close: bool = False) -> Receipt:
        """Take over what is not ours, with its stop or the proposed one; ``close``: to get out of it."""

    async def ignore(self, key: str, by: str) -> Receipt:
        """Tell no more of what is not ours; it is still not touched."""

    async def reconcile(self) -> ReconcileView:
        """Hold the venue against what we believe now, twice where one look proves nothing."""

    async def panic(self, by: str) -> Receipt:
        """Cancel every entry, close everything, stay locked until resumed."""
