"""One fact and its life: what is written down because of it, and which facts need no line at all.

Separate from the desk, because it is pure: a fact told twice, a tap after the answer, a reading
that changed nothing leave no trace in the journal and ask nothing of anybody.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from core import account as accounts
from core import position as positions
from core.account import Account
from core.commands import OpenPosition, TakeOver
from core.events import (
    AccountFact,
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalExpired,
    CallHeld,
    ChannelFollowed,
    EntryFilled,
    EquityRead,
    ExitFilled,
    FollowUpAnswered,
    FollowUpAsked,
    FollowUpExpired,
    FundingBooked,
    LevelsMissed,
    MessageRead,
    OrderEnded,
    Paused,
    PositionAdopted,
    PositionFact,
    PositionPlanned,
    PostsDeleted,
    PriceReached,
    Quarantined,
    Resumed,
    ReviewDue,
    ShieldMissing,
    ShieldRestored,
    StopConfirmed,
)
from core.fold import step
from core.messages import Deletion, Following
from core.plans import Handling
from core.position import Closing, Live, Over, Parked, Position
from core.records import replace
from core.runtime.actor import Entry
from core.views import Doors

EQUITY_EVERY_S = 60
"""An equity that has hardly changed is written down this often, so that its age stays known."""
HARDLY = Decimal("0.01")
"""What has hardly changed: by less than this part of what a day may lose, and of a tenth of the account."""
TENTH_PCT = Decimal(10)
BOOKED_ONCE = (EntryFilled, ExitFilled, FundingBooked)
NOISE = (OrderEnded, PriceReached, Quarantined, ReviewDue, StopConfirmed)
"""Facts that are written down only when they change or ask something."""


def held_life(state: Position | None) -> Live | None:
    """The part of a position's life in which something was held, if there was one."""
    match state:
        case Live():
            return state
        case Closing(live=live) | Over(live=live):
            return live
        case Parked(last=last):
            return held_life(last)
        case _:
            return None


def silence_of(waiting: ApprovalAsked | FollowUpAsked | CallHeld, at: datetime) -> AccountFact:
    match waiting:
        case ApprovalAsked(position=position, nonce=nonce):
            return ApprovalExpired(position, at, nonce)
        case FollowUpAsked(position=position, nonce=nonce):
            return FollowUpExpired(position, at, nonce)
        case CallHeld(position=position):
            return LevelsMissed(position, at)


def birth(opening: OpenPosition | TakeOver, at: datetime, handling: Handling) -> PositionFact:
    """The fact a life begins with; its plan goes by what the venue can do."""
    if isinstance(opening, TakeOver):
        return PositionAdopted(opening.position, at, replace(opening.plan, handling=handling))
    return PositionPlanned(opening.position, at, replace(opening.admitted.plan, handling=handling))


def advance_account(account: Account, fact: AccountFact) -> tuple[Account, tuple[Entry, ...]]:
    if isinstance(fact, MessageRead):
        return (account, ()) if account.has_heard(fact.message) else _stepped(account, fact)
    if isinstance(fact, EquityRead) and _is_known_well(account, fact) and not accounts.decide(account, fact):
        return account, ()
    if isinstance(fact, ApprovalAnswered | ApprovalExpired) and fact.nonce not in account.questions:
        return account, ()  # a second tap, or the bell after the answer: the first one counted
    if isinstance(fact, FollowUpAnswered | FollowUpExpired) and fact.nonce not in account.unclear:
        return account, ()
    if isinstance(fact, ChannelFollowed) and fact.channel in account.heard:
        return account, ()
    if isinstance(fact, LevelsMissed) and not _is_due(account, fact):
        return account, ()
    if isinstance(fact, ShieldMissing | ShieldRestored) and _is_told(account, fact):
        return account, ()
    if isinstance(fact, Paused | Resumed) and _is_so_already(account, fact):
        return account, ()
    after, entries = _stepped(account, fact)
    if isinstance(fact, PostsDeleted) and len(entries) == 1:
        return account, ()  # nothing of ours came from these posts
    return after, entries


def _stepped(account: Account, fact: AccountFact) -> tuple[Account, tuple[Entry, ...]]:
    return step(account, fact, accounts.evolve, accounts.decide)


def _is_known_well(account: Account, read: EquityRead) -> bool:
    """Is this what was read a moment ago, or nearly so? While a position is open, no two readings are the same.

    Every reading is judged before (the day, the warnings); what was booked since, and what tells how much of a
    loss was read, is written down however small.
    """
    known, day_equity = account.equity, account.day_equity
    if known is None or day_equity is None or account.equity_at is None or account.unread_at is not None:
        return False
    if (read.at - account.equity_at).total_seconds() >= EQUITY_EVERY_S or read.balance != account.balance:
        return False
    part_pct = min(account.rules.limits.daily_loss_pct_max, TENTH_PCT) * HARDLY
    return abs(read.equity - known) * 100 <= day_equity * part_pct


def fact_of(word: Deletion | Following, at: datetime) -> AccountFact:
    """What an ear says of a channel besides its posts."""
    if isinstance(word, Deletion):
        return PostsDeleted(at, word.channel, word.messages)
    return ChannelFollowed(at, word.channel, word.newest)


def _is_due(account: Account, missed: LevelsMissed) -> bool:
    held = account.held.get(missed.position)
    return held is not None and missed.at >= held.until


def _is_told(account: Account, alarm: ShieldMissing | ShieldRestored) -> bool:
    """Does it ring already, or was it called off? Several facts of a position may say so in one breath."""
    return (alarm.position in account.naked) is isinstance(alarm, ShieldMissing)


def _is_so_already(account: Account, wish: Paused | Resumed) -> bool:
    """Are the doors where a human wants them? What a failure of ours shuts is told in any case."""
    closed = account.closed
    if isinstance(wish, Resumed):
        return closed is None
    # A used-up day is no pause: midnight must not undo what the owner wants.
    return not wish.by.startswith("rule:") and closed is not None and closed.doors is not Doors.LOSS


def advance_position(position: Position | None, fact: PositionFact) -> tuple[Position | None, tuple[Entry, ...]]:
    if isinstance(fact, BOOKED_ONCE):
        life = held_life(position)
        kept = (fill.execution for fill in position.fills) if isinstance(position, Parked) else ()
        if fact.execution in kept or (life is not None and fact.execution in life.ledger.executions):
            return position, ()  # told twice, or fetched again (fault B16)
    after, entries = step(position, fact, positions.evolve, positions.decide)
    if isinstance(fact, NOISE) and len(entries) == 1 and (after is position or after == position):
        return position, ()
    return after, entries
