"""What an edit or a deletion does to the call it belongs to.

Separate from calls, because here the law is another: an edit never opens a trade from a post that
was none. Before the entry a changed field replaces, so the waiting entry is withdrawn and the call
judged anew, as large as its new stop allows; after it only a tighter stop and other targets are
applied. A deletion, or an edit that makes the call doubtful or none, takes an unfilled entry back
and closes nothing; words added to it are a follow-up on itself (fault T07, T08).
"""

from __future__ import annotations

from decimal import Decimal

from core.account.hearing import is_for_the_same
from core.account.judging import Answer, closed, declined, dropped, signal_of, verdict
from core.account.requests import authority, levels, requests
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
from core.personal import leverage_of, settled
from core.reading import read as understand
from core.reading.fingerprint import doubts_of, fingerprint
from core.records import replace
from core.rules import ChannelRules
from core.signals import Act, Amendment, AtMarket, Nothing, Signal
from core.vocabulary import PositionId, position_id

EDITED = "the post was edited"
NO_CALL = "the post was edited and is no call any more"
_LEVELS = (Act.SET_LEVELS, Act.EDIT_TARGETS)


def is_echo(account: Account, read: MessageRead) -> bool:
    """Is it an edit of words, not of meaning?"""
    told = account.told(read.message)
    return read.message.edited_at is not None and told is not None and told.echo == read.message.id


def taken_back(account: Account, read: MessageRead) -> str:
    """Why an edit takes back a post somebody is still asked about; empty: it does not.

    Nobody may approve what it said before.
    """
    if read.message.edited_at is None:
        return ""
    waiting = {question.position for question in account.questions.values()} | account.held.keys()
    if isinstance(read.reading, Nothing):
        waiting |= {question.position for question in account.unclear.values()}
    if account.named(read.message.channel, read.message.id) not in waiting:
        return ""
    return new_doubt(account, read) if isinstance(read.reading, Signal) else NO_CALL


def new_doubt(account: Account, read: MessageRead) -> str:
    """The doubt that an edit has put beside a call that otherwise reads as before: "CANCELLED"; empty: none."""
    told = account.told(read.message)
    if told is None or told.before is None or told.mark != fingerprint(told.before.reading):
        return ""
    known = doubts_of(told.before.reading)
    return next((f"{EDITED}: {doubt.text}" for doubt in signal_of(read).doubts if doubt.text not in known), "")


def added_order(account: Account, read: MessageRead) -> MessageRead | None:
    """What the words that an edit has added to an open trade's call ask of it: they are a follow-up on itself."""
    if not _edits_what_is_open(account, read):
        return None
    told, channel = account.told(read.message), account.rules.channel(read.message.channel)
    if told is None or channel is None:
        return None
    before = told.read if isinstance(read.reading, Nothing) else told.before
    if before is None or (isinstance(read.reading, Signal) and told.mark != fingerprint(before.reading)):
        return None
    said = understand(_added(before.message.text, read.message.text), dialect=channel.dialect)
    if not isinstance(said, Amendment) or any(each.act in _LEVELS for each in said.instructions):
        return None
    named = None if isinstance(before.reading, Nothing) else before.reading.symbol
    if said.symbol not in (None, named) or not requests(said, read.position, read.at, authority(read.message)):
        return None
    return replace(read, reading=said, instrument=before.instrument)


def disowned(account: Account, read: MessageRead) -> Answer:
    """The post of an open trade is edited and is no call any more: its entry is taken back as if it were deleted.

    One that became a plain order is carried out instead; while a doubtful one is asked about, nothing may fill.
    """
    is_plain = isinstance(read.reading, Amendment) and not read.reading.doubts
    if is_plain or not _edits_what_is_open(account, read):
        return ()
    return (_withdrawn(account, read, NO_CALL),)


def _edits_what_is_open(account: Account, read: MessageRead) -> bool:
    position = account.named(read.message.channel, read.message.id)
    return read.message.edited_at is not None and position in account.grants


def _withdrawn(account: Account, read: MessageRead, why: str) -> Instruct:
    position = account.named(read.message.channel, read.message.id)
    return Instruct(position, EntryWithdrawAsked(position, read.at, authority(read.message), why))


def _added(before: str, now: str) -> str:
    """The words that stand around the text of before, or the new lines among its own; empty: it was rewritten."""
    if before in now:
        return now.replace(before, "\n", 1)
    known, lines = before.splitlines(), now.splitlines()
    return "\n".join(line for line in lines if line not in known) if set(known) <= set(lines) else ""


def edited_call(account: Account, read: MessageRead, channel: ChannelRules, told: Told | None) -> Answer:
    """A post that is a call now was edited."""
    position = account.named(read.message.channel, read.message.id)
    before = told.before if told is not None else None
    if position in account.grants and before is not None and (over := _overturned(account, read, before, channel)):
        return over
    if read.age_s > channel.age_s_max:
        return declined(read, "age", f"edited {read.age_s:.0f} s ago, at most {channel.age_s_max} s")
    call = replace(read, position=position)
    if any(question.position == position for question in account.questions.values()):
        over = closed(account, position, read.at, EDITED)
        return (*over, *verdict(account, call, channel, version=_stamp(read), asks=True))
    if (held := account.held.get(position)) is not None:
        if signal_of(read).stop is None:
            return (CallHeld(position, read.at, call, held.until),)
        return verdict(account, call, channel)
    if position in account.grants and before is not None and isinstance(before.reading, Signal):
        return _changed(account, read, before.reading, channel)
    return declined(read, "edited", "an edited post never opens a trade")


def _overturned(account: Account, read: MessageRead, before: MessageRead, channel: ChannelRules) -> Answer:
    """An open trade's call means another one now, or is doubtful: its entry goes, however late that is heard."""
    if not isinstance(before.reading, Signal):
        return ()
    if not is_for_the_same(before, read):
        position = account.named(read.message.channel, read.message.id)
        applied = FollowUpApplied(read.position, read.at, (position,))
        return (applied, _withdrawn(account, read, f"{EDITED} and means another trade now"))
    known = doubts_of(before.reading)
    doubts = [doubt.text for doubt in settled(signal_of(read), channel).doubts if doubt.text not in known]
    if not doubts:
        return ()  # those that stand beside it since it was approved
    why = f"{EDITED}: {doubts[0]}"
    told = declined(read, "doubt", f"{why}; an entry that waits is withdrawn, and what is held stays")
    return (_withdrawn(account, read, why), *told)


def _changed(account: Account, read: MessageRead, before: Signal, channel: ChannelRules) -> Answer:
    """Compare a call with what it said before, and ask its position for the difference."""
    now, by = signal_of(read), authority(read.message)
    position = account.named(read.message.channel, read.message.id)
    doubts = settled(now, channel).doubts
    if doubts:
        return declined(read, "doubt", f"{EDITED}: {doubts[0].text}")
    stop = now.stop if now.stop != before.stop else None
    targets = now.targets if now.targets != before.targets else ()
    asked: Answer = tuple(Instruct(position, one) for one in levels(stop, targets, position, read.at, by))
    is_geared = _gear(account, now, channel) != _gear(account, before, channel)
    if stop is not None or now.entry != before.entry or (is_geared and not isinstance(now.entry, AtMarket)):
        asked = (*revise(position, read, now, read), *asked)
    applied = (FollowUpApplied(read.position, read.at, (position,)),) if asked else ()
    return (*_left_alone(read, before, is_geared=is_geared), *applied, *asked)


def _gear(account: Account, call: Signal, channel: ChannelRules) -> Decimal:
    return leverage_of(call, channel, account.rules.limits.leverage_max)[0]


def _left_alone(read: MessageRead, before: Signal, *, is_geared: bool) -> Answer:
    """Say what of an edit changes nothing in a trade that has filled."""
    now = signal_of(read)
    told: list[str] = []
    if before.targets and not now.targets:
        told.append("its targets were taken away, and the trade keeps them")
    if is_geared:
        told.append("its leverage was changed: what is held keeps its own, and only an entry that waits is judged anew")
    if now.margin_mode is not before.margin_mode:
        told.append("its margin mode was changed, and the account keeps its own")
    return declined(read, "edited", "; ".join(told)) if told else ()


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
