"""What a fact changes in the account. It only records; what to do about it is `deciding`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import TypeVar

from core.account import guarding
from core.account.hearing import follow, hear
from core.account.states import BOUND_MAX, Account, Closed
from core.events import (
    AccountFact,
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalExpired,
    CallAdmitted,
    CallDeclined,
    CallHeld,
    CallRevised,
    CallWatched,
    ChannelFollowed,
    DayBegan,
    EquityRead,
    FollowUpAnswered,
    FollowUpApplied,
    FollowUpAsked,
    FollowUpExpired,
    InvariantBroken,
    LevelsMissed,
    LossWarned,
    MessageRead,
    PanicPressed,
    Paused,
    PositionEnded,
    PositionReopened,
    PostsDeleted,
    ReportDue,
    Resumed,
    RulesLoaded,
    ShieldMissing,
    ShieldRestored,
    StrangerAdopted,
    StrangerFound,
    StrangerIgnored,
    VenueHalted,
    VenueNoticed,
)
from core.records import replace
from core.views import Doors
from core.vocabulary import ZERO, Money, PositionId

_rest = attrgetter(*(field.name for field in fields(Account)[6:]))
"""What a reading of the equity leaves alone."""

LOSS_LIMIT = "the daily loss limit"

K = TypeVar("K")
V = TypeVar("V")


def evolve(account: Account, fact: AccountFact) -> Account:
    """Record one fact."""
    match fact:
        case RulesLoaded(rules=rules):
            return replace(account, rules=rules)
        case EquityRead():
            return read_on(account, (fact,))
        case DayBegan(day=day, equity=equity):
            # A used-up daily loss opens the doors again at midnight; a pause or a panic does not.
            closed = None if _is_lost(account) else account.closed
            return replace(account, day=day, day_equity=equity, warned_pct=0, closed=closed)
        case LossWarned(at=at, percent=percent):
            used_up = percent >= 100 and account.closed is None
            closed = Closed(Doors.LOSS, LOSS_LIMIT, at) if used_up else account.closed
            return replace(account, warned_pct=percent, closed=closed)
        case MessageRead():
            return hear(account, fact)
        case Paused(at=at, by=by):
            if account.closed is not None and account.closed.doors is Doors.LOCKED:
                return account  # a panic lasts until somebody resumes
            return replace(account, closed=Closed(Doors.PAUSED, by, at))
        case PanicPressed(at=at, by=by):
            return replace(account, closed=Closed(Doors.LOCKED, by, at), revised={})
        case Resumed(at=at):
            # Whoever ends a pause or a panic was not asked about the day's loss, which may be used up behind it.
            is_unasked = account.warned_pct >= 100 and not _is_lost(account)
            return replace(account, closed=Closed(Doors.LOSS, LOSS_LIMIT, at) if is_unasked else None)
        case CallAdmitted() | CallDeclined() | CallWatched() | ApprovalAsked() | PositionEnded() | FollowUpApplied():
            return _judged(account, fact)
        case CallHeld(position=position):
            return replace(account, held={**account.held, position: fact})
        case CallRevised(position=position):
            return replace(account, revised={**account.revised, position: fact})
        case FollowUpAsked(position=position, nonce=nonce):
            return replace(account, unclear={**_settled(account, position).unclear, nonce: fact})
        case PositionReopened(position=position, grant=grant):
            return replace(account, grants={**account.grants, position: grant})
        case (
            StrangerFound()
            | StrangerIgnored()
            | StrangerAdopted()
            | ShieldMissing()
            | ShieldRestored()
            | InvariantBroken()
        ):
            return guarding.evolve(account, fact)
        case VenueHalted(why=why):
            return replace(account, halted=why)
        case (
            ApprovalAnswered()
            | ApprovalExpired()
            | FollowUpAnswered()
            | FollowUpExpired()
            | LevelsMissed()
            | ReportDue()
            | VenueNoticed()
        ):
            return account  # what was decided about it follows, and ends the question
        case PostsDeleted(channel=channel, messages=messages):
            gone = {account.named(channel, message) for message in messages}
            return replace(account, revised={p: call for p, call in account.revised.items() if p not in gone})
        case ChannelFollowed():
            return follow(account, fact)


def _is_lost(account: Account) -> bool:
    """Are the doors shut because the day's loss is used up?"""
    return account.closed is not None and account.closed.doors is Doors.LOSS


def read_on(account: Account, readings: Sequence[EquityRead]) -> Account:
    """Record at least one reading of the equity, the same as one after the other.

    Half of a journal are readings in a row, and every start folds them all.
    """
    unread_loss, unread_at = account.unread_loss, account.unread_at
    for reading in readings:
        if unread_at is None or reading.at > unread_at:
            unread_loss, unread_at = Money(ZERO), None
    last = readings[-1]
    return Account(account.rules, last.equity, last.balance, last.at, unread_loss, unread_at, *_rest(account))


Verdict = CallAdmitted | CallDeclined | CallWatched | ApprovalAsked | PositionEnded | FollowUpApplied


def _judged(account: Account, fact: Verdict) -> Account:
    match fact:
        case CallAdmitted(position=position, grant=grant):
            granted = {**account.grants, position: grant}
            return replace(_settled(account, position), grants=granted)
        case CallDeclined(position=position) | CallWatched(position=position):
            return _settled(account, position)
        case ApprovalAsked(position=position):
            settled = _settled(account, position)
            return replace(settled, questions={**settled.questions, fact.nonce: fact})
        case FollowUpApplied(position=position, to=to):
            open_ = tuple(one for one in to if one in account.grants)
            bound = {**_without(account.bound, position), **({position: open_} if open_ else {})}
            if len(bound) > BOUND_MAX:
                del bound[next(iter(bound))]
            return replace(_settled(account, position), bound=bound)
        case PositionEnded(position=position):
            return _ended(_lost(replace(account, naked=account.naked - {position}), fact), position)


def _lost(account: Account, ended: PositionEnded) -> Account:
    """What a stop has cost counts at once, not only when the equity is read again seconds later."""
    if ended.profit >= 0:
        return account
    return replace(account, unread_loss=Money(account.unread_loss - ended.profit), unread_at=ended.at)


def _ended(account: Account, position: PositionId) -> Account:
    """Give the slot back; of what was remembered for it only a revision stays, until it is judged."""
    grants = _without(account.grants, position)
    if not (account.revised or account.heirs):
        return replace(account, grants=grants)
    living = grants.keys() | {position} | {question.position for question in account.questions.values()}
    return replace(
        account,
        grants=grants,
        revised={p: revision for p, revision in account.revised.items() if p in living},
        heirs={p: heir for p, heir in account.heirs.items() if heir in living},
    )


def _settled(account: Account, position: PositionId) -> Account:
    """Nothing waits for an answer about this post any more."""
    waiting = {*account.held, *(q.position for q in account.questions.values())}
    if position not in waiting and all(q.position != position for q in account.unclear.values()):
        return account  # as of most posts: a replay folds thousands of them
    questions = {nonce: q for nonce, q in account.questions.items() if q.position != position}
    unclear = {nonce: q for nonce, q in account.unclear.items() if q.position != position}
    return replace(account, questions=questions, unclear=unclear, held=_without(account.held, position))


def _without(items: Mapping[K, V], key: K) -> dict[K, V]:
    return {k: v for k, v in items.items() if k != key}
