"""What an account remembers of its channels: which posts it heard, what they meant, what they answer.

Separate, because a repeat, an edit without a change of meaning and a summary are told by memory
alone (incident: 212 trades from 8 edited calls). All of it is bounded, folded from `MessageRead`
and so the same after a restart; talk, which is most of what is heard, costs one small entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import islice, takewhile

from core.account.states import RECENT_MAX, TOLD_MAX, Account, Heard, Told, is_newer
from core.events import ChannelFollowed, MessageRead
from core.messages import Message
from core.reading.dialogue import says_no_more
from core.reading.fingerprint import Mark, doubts_of, fingerprint, trade_of
from core.records import replace
from core.signals import Nothing, Reading, Signal
from core.vocabulary import MessageId, PositionId, position_id

KIN_MAX = 8
"""Of so many of the newest calls for the same trade one may be the same call."""
SUMMARY_S = 600
"""So close together two calls for one side of one instrument may be a call and its summary."""


def hear(account: Account, read: MessageRead) -> Account:
    """Remember a post, or one revision of it."""
    message = read.message
    origin = position_id(message.channel, message.id)
    if read.position != origin:  # a changed call begins its second life: the post itself was heard before
        return _reborn(_inherited(account, origin, read.position), read)
    before = account.heard.get(message.channel) or Heard(MessageId(0), message.heard_at, 0)
    is_call = isinstance(read.reading, Signal) and message.edited_at is None
    recent, oldest = _recent(before, message), before.oldest
    if len(recent) == RECENT_MAX:
        oldest = next(iter(recent))
    heard = Heard(
        MessageId(max(before.mark, message.id)),
        message.heard_at,
        before.calls + is_call,
        recent,
        oldest,
        before.told if isinstance(read.reading, Nothing) else _told(account, before, read),
        before.roots if message.reply_to is None else _rooted(before, message.id, message.reply_to),
    )
    return replace(account, heard={**account.heard, message.channel: heard})


def _recent(heard: Heard, message: Message) -> Mapping[MessageId, datetime | None]:
    """The newest posts by their ids, oldest first: every post pays for this, so it is sorted when one comes late."""
    recent, id_ = dict(heard.recent), message.id
    if id_ not in recent or is_newer(message.edited_at, recent[id_]):
        recent[id_] = message.edited_at
    if id_ < heard.mark and id_ not in heard.recent:
        recent = dict(sorted(recent.items()))
    if len(recent) > RECENT_MAX:
        del recent[next(iter(recent))]
    return recent


def follow(account: Account, fact: ChannelFollowed) -> Account:
    """Begin a channel's memory: its mark must outlive a run in which it said nothing."""
    heard = Heard(fact.newest, None, 0, {fact.newest: None})
    return replace(account, heard={**account.heard, fact.channel: heard})


def _inherited(account: Account, origin: PositionId, heir: PositionId) -> Account:
    """What was said of the call's old position is said of its new one."""
    old = account.heirs.get(origin, origin)
    bound = {post: tuple(heir if each == old else each for each in to) for post, to in account.bound.items()}
    return replace(account, heirs={**account.heirs, origin: heir}, bound=bound)


def _reborn(account: Account, read: MessageRead) -> Account:
    """What is remembered of the call from now on is what it was changed to; the mark stays that of its own words."""
    heard = account.heard.get(read.message.channel)
    known = heard.told.get(read.message.id) if heard is not None else None
    if heard is None or known is None:
        return account
    told = {**heard.told, read.message.id: replace(known, read=read)}
    return replace(account, heard={**account.heard, read.message.channel: replace(heard, told=told)})


def _rooted(heard: Heard, post: MessageId, answered: MessageId) -> Mapping[MessageId, MessageId]:
    roots = {**heard.roots, post: heard.roots.get(answered, answered)}
    if len(roots) > RECENT_MAX:
        del roots[min(roots)]
    return roots


def _told(account: Account, heard: Heard, read: MessageRead) -> Mapping[MessageId, Told]:
    """The channel's memory with this post as the newest."""
    reading, id_ = read.reading, read.message.id
    assert not isinstance(reading, Nothing)  # noqa: S101 - narrowed by the caller
    mark, trade, known = fingerprint(reading), trade_of(reading), heard.told.get(id_)
    if known is not None:
        is_same = known.mark == mark and doubts_of(known.read.reading) == doubts_of(reading)
        told = Told(read, mark, trade, known.read, id_ if is_same else None)
    else:
        told = Told(read, mark, trade, None, _repeated(account, heard, read, trade))
    after = {**heard.told, id_: told}
    if len(after) > TOLD_MAX:
        del after[next(iter(after))]
    return after


def _repeated(account: Account, heard: Heard, read: MessageRead, trade: Mark) -> MessageId | None:
    """The post that said the same within the channel's window; a call without a stop says too little to tell."""
    channel = account.rules.channel(read.message.channel)
    if channel is None or not isinstance(read.reading, Signal) or read.reading.stop is None or not channel.repeat_s:
        return None
    since = read.at - timedelta(seconds=channel.repeat_s)
    for id_, told in heard.told.items():
        if told.trade == trade and told.read.at > since and is_for_the_same(told.read, read):
            return id_
    return None


def kin(account: Account, read: MessageRead) -> MessageRead | None:
    """The newest call for the same side of the same instrument that this one sums up or completes."""
    channel, heard = account.rules.channel(read.message.channel), account.heard.get(read.message.channel)
    if channel is None or heard is None or not isinstance(read.reading, Signal) or not channel.repeat_s:
        return None
    since = read.at - timedelta(seconds=min(channel.repeat_s, SUMMARY_S))
    others = (told.read for id_, told in reversed(tuple(heard.told.items())) if id_ != read.message.id)
    lately = takewhile(lambda earlier: earlier.at > since, others)
    alike = (earlier for earlier in lately if is_for_the_same(earlier, read))
    return next((earlier for earlier in islice(alike, KIN_MAX) if _overlap(earlier.reading, read.reading)), None)


def is_for_the_same(earlier: MessageRead, later: MessageRead) -> bool:
    """Do both call one side of one instrument, however they spell it?"""
    one, other = earlier.reading, later.reading
    if not isinstance(one, Signal) or not isinstance(other, Signal) or one.side is not other.side:
        return False
    return _symbol(earlier) == _symbol(later)


def _overlap(one: Reading, other: Reading) -> bool:
    """Does one of these calls say no more than the other?"""
    if not isinstance(one, Signal) or not isinstance(other, Signal):
        return False
    return says_no_more(one, other) or says_no_more(other, one)


def _symbol(read: MessageRead) -> str | None:
    if read.instrument is not None:
        return read.instrument.symbol
    return None if isinstance(read.reading, Nothing) else read.reading.symbol
