"""What a fact changes in the account. It only records; what to do about it is `deciding`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from core.account.states import RECENT_MAX, Account, Closed, Heard, is_newer
from core.events import (
    AccountFact,
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalExpired,
    CallAdmitted,
    CallDeclined,
    CallWatched,
    DayBegan,
    EquityRead,
    FollowUpApplied,
    LossWarned,
    MessageRead,
    PanicPressed,
    Paused,
    PositionEnded,
    PositionReopened,
    ReportDue,
    Resumed,
    RulesLoaded,
    StrangerFound,
    VenueHalted,
    VenueNoticed,
)
from core.messages import Message
from core.signals import Signal
from core.views import Doors
from core.vocabulary import MessageId, PositionId

K = TypeVar("K")
V = TypeVar("V")


def evolve(account: Account, fact: AccountFact) -> Account:
    """Record one fact."""
    match fact:
        case RulesLoaded(rules=rules):
            return replace(account, rules=rules)
        case EquityRead(at=at, equity=equity, balance=balance):
            return replace(account, equity=equity, balance=balance, equity_at=at)
        case DayBegan(day=day, equity=equity):
            # A used-up daily loss opens the doors again at midnight; a pause or a panic does not.
            is_loss = account.closed is not None and account.closed.doors is Doors.LOSS
            closed = None if is_loss else account.closed
            return replace(account, day=day, day_equity=equity, warned_pct=0, closed=closed)
        case LossWarned(at=at, percent=percent):
            used_up = percent >= 100 and account.closed is None
            closed = Closed(Doors.LOSS, "the daily loss limit", at) if used_up else account.closed
            return replace(account, warned_pct=percent, closed=closed)
        case MessageRead(message=message):
            is_call = isinstance(fact.reading, Signal) and message.edited_at is None
            return _heard(account, message, is_call)
        case Paused(at=at, by=by):
            if account.closed is not None and account.closed.doors is Doors.LOCKED:
                return account  # a panic lasts until somebody resumes
            return replace(account, closed=Closed(Doors.PAUSED, by, at))
        case PanicPressed(at=at, by=by):
            return replace(account, closed=Closed(Doors.LOCKED, by, at))
        case Resumed():
            return replace(account, closed=None)
        case CallAdmitted() | CallDeclined() | CallWatched() | ApprovalAsked() | PositionEnded():
            return _judged(account, fact)
        case PositionReopened(position=position, grant=grant):
            return replace(account, grants={**account.grants, position: grant})
        case StrangerFound(symbol=symbol, quantity=quantity):
            rest = account.strangers - {symbol}
            return replace(account, strangers=rest | {symbol} if quantity else rest)
        case VenueHalted(why=why):
            return replace(account, halted=why)
        case ApprovalAnswered() | ApprovalExpired() | FollowUpApplied() | ReportDue() | VenueNoticed():
            return account


def _judged(
    account: Account, fact: CallAdmitted | CallDeclined | CallWatched | ApprovalAsked | PositionEnded
) -> Account:
    match fact:
        case CallAdmitted(position=position, grant=grant):
            granted = {**account.grants, position: grant}
            return replace(_answered(account, position), grants=granted)
        case CallDeclined(position=position) | CallWatched(position=position):
            return _answered(account, position)
        case ApprovalAsked():
            return replace(account, questions={**account.questions, fact.nonce: fact})
        case PositionEnded(position=position):
            return replace(account, grants=_without(account.grants, position))


def _answered(account: Account, position: PositionId) -> Account:
    left = {nonce: q for nonce, q in account.questions.items() if q.position != position}
    return replace(account, questions=left)


def _heard(account: Account, message: Message, is_call: bool) -> Account:
    before = account.heard.get(message.channel) or Heard(MessageId(0), message.heard_at, 0)
    recent, oldest = dict(before.recent), before.oldest
    if message.id not in recent or is_newer(message.edited_at, recent[message.id]):
        recent[message.id] = message.edited_at
    if len(recent) > RECENT_MAX:
        del recent[min(recent)]
    if len(recent) == RECENT_MAX:
        oldest = min(recent)
    mark = MessageId(max(before.mark, message.id))
    heard = Heard(mark, message.heard_at, before.calls + is_call, recent, oldest)
    return replace(account, heard={**account.heard, message.channel: heard})


def _without(items: Mapping[K, V], key: K) -> dict[K, V]:
    return {k: v for k, v in items.items() if k != key}
