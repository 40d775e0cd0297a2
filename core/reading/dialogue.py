"""Which call a later post is about: the one it answers, the one it names, the only one; else a human is asked.

Separate, because a post is read alone and means something only among the others: a follow-up
belongs to a call, levels complete one, a summary says one again. Never the last one by default:
the incident behind it is a "close" that closed another trade than the channel meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.reading.dialects import FollowUps
from core.reading.handling.leeway import REPORTS
from core.signals import (
    NO_STOP,
    Amendment,
    AtLimit,
    AtMarket,
    AtPrice,
    AtStop,
    Entry,
    InZone,
    Ladder,
    Level,
    Reason,
    Signal,
    TargetLevel,
)
from core.vocabulary import PositionId, Price, Side, Symbol

SCALE_MAX = 3
"""A level so many times above or below all that its call names is a slip of the point, or another instrument."""


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A call of the channel that is open: its trade at the venue, or its order waiting there.

    ``serials``: the numbers that its post gives it, as "SIGNAL ID: #1047" does; empty where it gives none.
    """

    position: PositionId
    symbol: Symbol
    side: Side
    serials: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """What a follow-up says about which call it means.

    ``symbol`` is the venue's, ``named`` the channel's word for it. ``answers``: the call at the
    root of the replies it hangs on, or all that a follow-up there went to; ``is_reply``: it answers
    something; ``is_ours``: that something is a call or a follow-up that was heard; ``every``: it says "all";
    ``serials``: the numbers of the signals that it names.
    """

    symbol: Symbol | None = None
    named: str | None = None
    side: Side | None = None
    answers: tuple[PositionId, ...] = ()
    is_reply: bool = False
    is_ours: bool = False
    every: bool = False
    serials: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meant:
    """It is about these calls, for certain."""

    positions: tuple[PositionId, ...]


@dataclass(frozen=True, slots=True)
class Unclear:
    """It may be about each of these, and is not guessed."""

    candidates: tuple[PositionId, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Unmet:
    """Nothing open can be meant."""

    why: str


Binding = Meant | Unclear | Unmet


def bind(words: Words, open_calls: Sequence[OpenCall], how: FollowUps = FollowUps.THE_ONLY_OPEN) -> Binding:
    """Find the call a follow-up is about among the channel's open ones, oldest first."""
    if words.is_reply:
        answered = _by_reply(words, open_calls)
        if answered is not None:
            return answered
        if words.symbol is None and words.named is None:
            how = FollowUps.ONLY_BY_REPLY  # what it answers is unknown here, and may have been another trade
    if words.symbol is None and words.named is not None:
        return Unmet(f"nothing of this channel is open in {words.named}")
    if words.serials and not (words.is_reply and words.is_ours):
        called = _by_serial(words, open_calls)
        if called is not None:
            return called
        open_calls = [call for call in open_calls if not call.serials]
    fitting = tuple(call.position for call in open_calls if _fits(words, call))
    if not fitting:
        return Unmet("nothing of this channel is open that it could mean")
    if how is FollowUps.ONLY_BY_REPLY:
        unknown = "it answers a post that nothing open came from"
        return Unclear(fitting, unknown if words.is_reply else "it answers no call, and this channel's follow-ups do")
    if len(fitting) == 1:
        return Meant(fitting)
    if how is FollowUps.LAST_CALL and not words.every:
        return Meant(fitting[-1:])
    return Unclear(fitting, f"it could mean {len(fitting)} open trades, and is not guessed")


def _by_serial(words: Words, open_calls: Sequence[OpenCall]) -> Binding | None:
    """What the numbers settle that it names: those calls, never one of another number; None if its name has to tell."""
    told = ", ".join(f"#{one}" for one in sorted(words.serials))
    called = tuple(call for call in open_calls if not words.serials.isdisjoint(call.serials))
    if called:
        positions = tuple(call.position for call in called)
        if len(called) > len(words.serials):
            return Unclear(positions, f"{len(called)} open trades are called {told}")
        if not all(_fits(words, call) for call in called):
            return Unclear(positions, f"it names signal {told}, and speaks of another instrument or side")
        return Meant(positions)
    unnumbered = tuple(call.position for call in open_calls if not call.serials and _fits(words, call))
    if not unnumbered:
        return Unmet(f"signal {told} of this channel is not open")
    if words.symbol is not None:
        return None
    return Unclear(unnumbered, f"it names signal {told}, and no open trade is known by that number")


def _by_reply(words: Words, open_calls: Sequence[OpenCall]) -> Binding | None:
    """What the answered post settles; None when it is unknown here and the words have to tell."""
    answered = [call for call in open_calls if call.position in words.answers]
    if not answered:
        return Unmet("the call it answers is not open") if words.is_ours else None
    fitting = tuple(call.position for call in answered if _fits(words, call))
    if len(fitting) == 1:
        return Meant(fitting)
    if fitting:
        return Unclear(fitting, f"it answers what went to {len(fitting)} open trades")
    others = tuple(other.position for other in open_calls if other not in answered and _fits(words, other))
    call, spoken = answered[0], words.symbol or words.named or words.side
    candidates = (*(each.position for each in answered), *others)
    return Unclear(candidates, f"it answers a call in {call.symbol} {call.side} and speaks of {spoken}")


def _fits(words: Words, call: OpenCall) -> bool:
    if words.symbol is not None and words.symbol != call.symbol:
        return False
    if words.symbol is None and words.named is not None:
        return False
    return words.side is None or words.side is call.side


def completed(call: Signal, levels: Amendment) -> Signal:
    """The call with the levels its channel sent later; what they do not name stays as it was."""
    doubts = tuple(doubt for doubt in call.doubts if levels.stop is None or doubt.text != NO_STOP)
    return replace(
        call,
        entry=levels.entry if levels.entry is not None else call.entry,
        stop=levels.stop if levels.stop is not None else call.stop,
        targets=levels.targets or call.targets,
        doubts=(*doubts, *(replace(doubt, start=0, end=0) for doubt in levels.doubts)),
    )


def off_scale(call: Signal, said: Amendment, last: Price | None) -> tuple[Reason, ...]:
    """What a follow-up names that cannot be a price of this call: "SL 19.85" for a short at 19,900.

    ``last``: what its instrument traded at when it was called. Empty also where nothing is known to compare with.
    """
    known = [level.price for level in (call.stop, *call.targets) if isinstance(level, AtPrice)]
    known += [*_prices(call.entry), *(() if last is None else (last,))]
    if not known:
        return ()
    low, high = min(known) / SCALE_MAX, max(known) * SCALE_MAX
    levels = (level.price for level in (said.stop, *said.targets) if isinstance(level, AtPrice))
    moves = (one.price for one in said.instructions if one.price is not None and one.act not in REPORTS)
    entries = _prices(said.entry) if said.entry is not None else ()
    odd = dict.fromkeys(price for price in (*moves, *levels, *entries) if not low <= price <= high)
    return tuple(Reason(f"{price} is no price of the call that it is about") for price in odd)


def says_no_more(call: Signal, than: Signal) -> bool:
    """Is every level of ``call`` one of ``than``, which is for the same side?"""
    return call.side is than.side and set(_levels(call)) <= set(_levels(than))


def _levels(call: Signal) -> Iterator[tuple[str, Level | TargetLevel | Price]]:
    yield from (("entry", price) for price in _prices(call.entry))
    if call.stop is not None:
        yield "stop", call.stop
    yield from (("target", target) for target in call.targets)


def _prices(entry: Entry) -> tuple[Price, ...]:
    match entry:
        case AtMarket(reference):
            return () if reference is None else (reference,)
        case AtLimit(price) | AtStop(price):
            return (price,)
        case InZone(low, high):
            return (low, high)
        case Ladder(prices):
            return prices
