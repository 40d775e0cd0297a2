"""What the account does about a follow-up: pass it on to the trade it means, or ask which one that is.

A channel's follow-up may tighten, close and exchange targets, and never loosens. What could mean
several trades, or is doubtful, is put to a human with a button for each; silence is "none of them".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from core.account.judging import Answer, closed, declined, signal_of, verdict
from core.account.requests import authority, levels, requests
from core.account.revising import revise
from core.account.states import Account
from core.commands import Instruct
from core.events import (
    CallDeclined,
    CallHeld,
    Candidate,
    FollowUpAnswered,
    FollowUpApplied,
    FollowUpAsked,
    MessageRead,
)
from core.reading.dialogue import Meant, OpenCall, Unclear, Unmet, Words, bind, completed, off_scale
from core.reading.handling.leeway import REPORTS
from core.reading.serials import serials
from core.records import replace
from core.rules import ChannelRules
from core.signals import Act, Amendment, AtMarket, Signal
from core.vocabulary import ChannelId, PositionId, nonce_for, position_id

NEVER_LATE = REPORTS | {Act.BREAK_EVEN, Act.MOVE_STOP, Act.CANCEL}
"""Carried out however late they are heard: they only protect. A part or a close is asked about then (fault T11)."""

_CLOSING = (Act.CLOSE, Act.CLOSE_PART)
SHORT_OF_PCT_MAX = Decimal("0.1")
"""So much, in percent of the market, may be missing to the price at which a follow-up closes."""

CANDIDATES_MAX = 20
"""A question with more buttons than this helps nobody; the oldest trades are left out."""


def follow_up(account: Account, read: MessageRead) -> Answer:
    """A channel's follow-up was read."""
    said, channel = _said(read), account.rules.channel(read.message.channel)
    if channel is None:
        return declined(read, "channel", f"{read.message.channel} is not listed in the configuration")
    if said.several:
        return declined(read, "follow-up", "its orders are for different trades: handle each by hand")
    waiting = _waiting(account, read)
    if len(waiting) > 1:
        return declined(read, "follow-up", f"{len(waiting)} calls wait for levels, and these are not guessed")
    if waiting:
        return _complete(account, read, waiting[0], channel)
    if read.message.edited_at is not None and any(i.act is Act.CLOSE_PART for i in said.instructions):
        return declined(read, "edited", "an edited post closes no part: it may have been done already")
    if not requests(said, read.position, read.at, authority(read.message)) and said.entry is None:
        return declined(read, "follow-up", _why_nothing(said))
    words = _words(account, read)
    doubts = (*_doubts(said), *_doubts_here(read, words, channel))
    match bind(words, _open_calls(account, read, words), channel.dialect.follow_ups):
        case Unmet(why=why):
            return declined(read, "follow-up", why)
        case Unclear(candidates=candidates, why=why):
            return _ask(account, read, candidates, (why, *doubts), channel)
        case Meant(positions=positions):
            here = (*_out_of_scale(account, read, positions), *_not_there(account, read, positions, channel))
            doubts = tuple(dict.fromkeys((*doubts, *here)))
            return _ask(account, read, positions, doubts, channel) if doubts else apply(account, read, positions)


def _said(read: MessageRead) -> Amendment:
    assert isinstance(read.reading, Amendment)  # noqa: S101 - narrowed by every caller
    return read.reading


def _why_nothing(said: Amendment) -> str:
    """Why a follow-up asks nothing of any trade: it only reports, or what it wants is for a human to do."""
    is_report = all(each.act in REPORTS for each in said.instructions)
    doubts = () if is_report else _doubts(said)
    return "; ".join(doubts) or "it reports, and our own orders decide"


def _doubts(said: Amendment) -> tuple[str, ...]:
    return tuple(doubt.text for doubt in said.doubts)


def _doubts_here(read: MessageRead, words: Words, channel: ChannelRules) -> Iterator[str]:
    """What makes an order doubtful that is plain in itself."""
    said = _said(read)
    if read.age_s > channel.age_s_max and any(each.act not in NEVER_LATE for each in said.instructions):
        yield f"it was posted {read.age_s:.0f} s ago, and an order older than {channel.age_s_max} s may be over"
    are_levels = all(each.act is Act.SET_LEVELS for each in said.instructions)
    if are_levels and said.targets and said.stop is None and not words.is_reply:
        yield "it names targets only, and answers no call"  # as an outlook does


def _out_of_scale(account: Account, read: MessageRead, positions: Sequence[PositionId]) -> Iterator[str]:
    """A price that another decimal point would have made fit, or one of another instrument."""
    for position in positions:
        call = account.call_of(position, read.message.channel)
        if call is None:
            continue
        last = call.quote.last if call.quote is not None else None
        yield from (odd.text for odd in off_scale(signal_of(call), _said(read), last))


def _not_there(
    account: Account, read: MessageRead, positions: Sequence[PositionId], channel: ChannelRules
) -> Iterator[str]:
    """ "Close half at 2350", and the market is at 2330: where it is to be closed, and perhaps not that it is to be now.

    A price that the market has just left, or has passed in the trade's favour, is what its author saw.
    """
    if read.quote is None:
        return
    last = read.quote.last
    named = [each.price for each in _said(read).instructions if each.act in _CLOSING and each.price is not None]
    for side in {account.grants[position].side for position in positions}:
        for price in named:
            missing_pct = (price - last) * side.sign / last * 100
            if not -channel.drift_pct_max <= missing_pct <= SHORT_OF_PCT_MAX:
                yield f"it closes at {price}, and the market is at {last}"


def _open_calls(account: Account, read: MessageRead, words: Words) -> tuple[OpenCall, ...]:
    """Those of its channel; the numbers of their posts are looked up where the follow-up names one."""
    channel = read.message.channel
    mine = ((p, grant) for p, grant in account.grants.items() if grant.channel == channel)
    if not words.serials:
        return tuple(OpenCall(position, grant.symbol, grant.side) for position, grant in mine)
    return tuple(OpenCall(p, grant.symbol, grant.side, _serials_of(account, p, channel)) for p, grant in mine)


def _serials_of(account: Account, position: PositionId, channel: ChannelId) -> frozenset[str]:
    call = account.call_of(position, channel)
    return serials(call.message.text) if call is not None else frozenset()


def _words(account: Account, read: MessageRead) -> Words:
    """What the post says of its call: by what it answers, and by name."""
    said, message = _said(read), read.message
    symbol = read.instrument.symbol if read.instrument is not None else None
    named = Words(symbol, said.symbol, said.side, every=said.every, serials=serials(message.text))
    own = account.named(message.channel, message.id)
    if message.edited_at is not None and own in account.grants:
        return replace(named, answers=(own,), is_reply=True, is_ours=True)  # a call that became a follow-up on itself
    if message.reply_to is None:
        return named
    passed_on = account.bound.get(position_id(message.channel, message.reply_to))
    if passed_on is not None:
        return replace(named, answers=passed_on, is_reply=True, is_ours=True)
    heard = account.heard[message.channel]
    root = heard.roots.get(message.id, message.reply_to)
    known = heard.told.get(root)
    is_ours = known is not None and isinstance(known.read.reading, Signal)
    return replace(named, answers=(account.named(message.channel, root),), is_reply=True, is_ours=is_ours)


def _ask(
    account: Account, read: MessageRead, positions: Sequence[PositionId], why: tuple[str, ...], channel: ChannelRules
) -> Answer:
    """Put it to a human: a button for each trade it could mean."""
    edited_at = read.message.edited_at
    nonce = nonce_for(read.position, 0 if edited_at is None else int(edited_at.timestamp()))
    newest = [(p, account.grants[p]) for p in positions][-CANDIDATES_MAX:]
    candidates = tuple(Candidate(position, grant.symbol, grant.side) for position, grant in newest)
    expires_at = read.at + timedelta(seconds=channel.approval_s)
    asked = FollowUpAsked(read.position, read.at, nonce, read, candidates, why, expires_at)
    return (*closed(account, read.position, read.at, "the post was edited"), asked)


def answered_follow_up(account: Account, fact: FollowUpAnswered) -> Answer:
    """Somebody said what is meant: pass it on to those that are still open."""
    question = account.unclear.get(fact.nonce)
    if question is None:
        return ()  # answered before, or expired: a second tap changes nothing (fault U05)
    if fact.at > question.expires_at:
        return (CallDeclined(question.position, fact.at, "the answer came too late", ()),)
    if not fact.chosen:
        return (CallDeclined(question.position, fact.at, f"rejected by {fact.by}", ()),)
    offered = {candidate.position for candidate in question.candidates}
    chosen = tuple(p for p in fact.chosen if p in offered and p in account.grants)
    if not chosen:
        return (CallDeclined(question.position, fact.at, "the trade it was meant for is over", ()),)
    return apply(account, replace(question.read, at=fact.at), chosen)


def apply(account: Account, read: MessageRead, positions: tuple[PositionId, ...]) -> Answer:
    """Ask each of these trades for what the follow-up says."""
    said, by = _said(read), authority(read.message)
    asked: list[Instruct] = []
    revisions: Answer = ()
    for position in positions:
        call = account.call_of(position, read.message.channel)
        if call is not None and _replans(signal_of(call), said):
            revisions += revise(position, call, completed(signal_of(call), said), read)
        asked += [Instruct(position, request) for request in requests(said, position, read.at, by)]
    if not asked and not revisions:
        return declined(read, "follow-up", "its entry stands as it says, or is past changing")
    return (FollowUpApplied(read.position, read.at, positions), *revisions, *asked)


def _replans(call: Signal, said: Amendment) -> bool:
    """Would an entry that still waits be another, or another size? One at market has been made."""
    moves = said.entry is not None and said.entry != call.entry
    risks = said.stop is not None and said.stop != call.stop
    return (moves or risks) and not isinstance(call.entry, AtMarket)


def levels_for(account: Account, read: MessageRead, position: PositionId) -> Answer:
    """A full call came after its first short words had opened a trade: it adds its levels."""
    call, by = signal_of(read), authority(read.message)
    asked = levels(call.stop, call.targets, position, read.at, by)
    return (FollowUpApplied(read.position, read.at, (position,)), *(Instruct(position, one) for one in asked))


# --- levels sent later ------------------------------------------------------------------------


def _waiting(account: Account, read: MessageRead) -> tuple[CallHeld, ...]:
    """The calls without a stop that these levels may belong to."""
    said, message = _said(read), read.message
    if not account.held or (said.stop is None and not said.targets):
        return ()
    words = _words(account, read)
    mine = [held for held in account.held.values() if held.call.message.channel == message.channel]
    if words.is_reply:
        return tuple(held for held in mine if held.position in words.answers)
    fitting = (held for held in mine if held.call.instrument is not None)
    return tuple(
        held
        for held in fitting
        if said.side in (None, signal_of(held.call).side)
        and (said.symbol is None or read.instrument == held.call.instrument)
    )


def _complete(account: Account, read: MessageRead, held: CallHeld, channel: ChannelRules) -> Answer:
    """Judge a call and its levels as the one call they are, at the price of this moment."""
    if read.age_s > channel.age_s_max:
        return declined(read, "age", f"posted {read.age_s:.0f} s ago, at most {channel.age_s_max} s")
    signal = completed(signal_of(held.call), _said(read))
    call = replace(held.call, at=read.at, reading=signal, quote=read.quote)
    applied = FollowUpApplied(read.position, read.at, (held.position,))
    if signal.stop is None:
        return (applied, CallHeld(held.position, read.at, call, held.until))
    return (*verdict(account, call, channel), applied)
