"""What an edit or a deletion does to the call it belongs to.

Separate from calls, because here the law is another: an edit never opens a trade from a post that
was none. Before the entry a changed field replaces, so the waiting entry is withdrawn and the call
judged anew, as large as its new stop allows; after it only a tighter stop and other targets are
applied. A deletion takes an unfilled entry back and closes nothing (fault T07, T08).
"""

from __future__ import annotations

from core.account.judging import Answer, closed, declined, dropped, signal_of, verdict
from core.account.requests import authority, levels
from core.account.states import Account, Told
from core.commands import Instruct
from core.events import (
    CallHeld,
    CallRevised,
    EntryWithdrawAsked,
    FollowUpApplied,
    MessageRead,
    PositionEnded,
    PostsDeleted,
)
from core.personal import settled
from core.records import replace
from core.rules import ChannelRules
from core.signals import Signal
from core.vocabulary import PositionId, position_id

EDITED = "the post was edited"


def takes_back(account: Account, read: MessageRead) -> bool:
    """Does this edit change a post somebody is still asked about? Nobody may approve what it said before."""
    waiting = {question.position for question in account.questions.values()} | account.held.keys()
    return read.message.edited_at is not None and account.named(read.message.channel, read.message.id) in waiting


def edited_call(account: Account, read: MessageRead, channel: ChannelRules, told: Told | None) -> Answer:
    """A post that is a call now was edited."""
    if told is not None and told.echo == read.message.id:
        return ()  # other words, the same meaning
    if read.age_s > channel.age_s_max:
        return declined(read, "age", f"edited {read.age_s:.0f} s ago, at most {channel.age_s_max} s")
    position = account.named(read.message.channel, read.message.id)
    call = replace(read, position=position)
    if any(question.position == position for question in account.questions.values()):
        over = closed(account, position, read.at, EDITED)
        return (*over, *verdict(account, call, channel, version=_stamp(read), asks=True))
    if (held := account.held.get(position)) is not None:
        if signal_of(read).stop is None:
            return (CallHeld(position, read.at, call, held.until),)
        return verdict(account, call, channel)
    before = told.before if told is not None else None
    if position in account.grants and isinstance(before, Signal):
        return _changed(read, position, before, channel)
    return declined(read, "edited", "an edited post never opens a trade")


def _changed(read: MessageRead, position: PositionId, before: Signal, channel: ChannelRules) -> Answer:
    """Compare a call with what it said before, and ask its position for the difference."""
    now, by = signal_of(read), authority(read.message)
    applied = FollowUpApplied(read.position, read.at, (position,))
    if (now.symbol, now.side) != (before.symbol, before.side):
        why = f"{EDITED} and means another trade now"
        return (applied, Instruct(position, EntryWithdrawAsked(position, read.at, by, why)))
    doubts = settled(now, channel).doubts
    if doubts:
        return declined(read, "doubt", f"{EDITED}: {doubts[0].text}")
    stop = now.stop if now.stop != before.stop else None
    targets = now.targets if now.targets != before.targets else ()
    asked: Answer = tuple(Instruct(position, one) for one in levels(stop, targets, position, read.at, by))
    if stop is not None or now.entry != before.entry:
        asked = (*revise(position, read, now, read), *asked)
    return (applied, *asked) if asked else ()


def revise(position: PositionId, call: MessageRead, signal: Signal, read: MessageRead) -> Answer:
    """Withdraw an unfilled entry, and remember what its ``call`` means since ``read`` was heard."""
    id_ = position_id(call.message.channel, call.message.id, _stamp(read))
    anew = replace(call, position=id_, at=read.at, reading=signal, quote=read.quote)
    withdrawn = EntryWithdrawAsked(position, read.at, authority(read.message), "its call was changed", rest=False)
    return (CallRevised(position, read.at, anew), Instruct(position, withdrawn))


def revised_call(account: Account, ended: PositionEnded) -> Answer:
    """The old entry of a changed call is off the book: judge the call as it reads now."""
    revision = account.revised.get(ended.position)
    if revision is None or not ended.untouched:
        return ()
    known = [quote for quote in (revision.call.quote, ended.quote) if quote is not None]
    call = replace(revision.call, at=ended.at, quote=max(known, key=lambda quote: quote.at, default=None))
    channel = account.rules.channel(call.message.channel)
    if channel is None:
        return (call, *declined(call, "channel", "it is not listed any more"))
    waited_s = (ended.at - revision.at).total_seconds()
    if waited_s > channel.age_s_max:
        why = f"{EDITED}, and its old entry was off the book {waited_s:.0f} s later, at most {channel.age_s_max} s"
        return (call, *declined(call, "age", why))
    return (call, *verdict(account, call, channel))


def deleted(account: Account, fact: PostsDeleted) -> Answer:
    """Take back what still waits because of these posts."""
    answer: Answer = ()
    waiting = {q.position for q in account.questions.values()} | account.held.keys()
    waiting |= {q.position for q in account.unclear.values()}
    for message in fact.messages:
        position = account.named(fact.channel, message)
        if position in waiting:
            answer += dropped(account, position, fact.at, "its post was deleted")
        if position in account.grants:
            why, by = "its post was deleted", f"channel:{fact.channel}"
            answer = (*answer, Instruct(position, EntryWithdrawAsked(position, fact.at, by, why)))
    return answer


def _stamp(read: MessageRead) -> int:
    """A number of its own for each revision of a post: its moment in microseconds."""
    return int(read.at.timestamp() * 1_000_000)
