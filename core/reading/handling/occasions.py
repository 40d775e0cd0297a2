"""Know an order that waits for an occasion, or is meant for some: "at resistance, close half".

Separate from the conditions, which begin with a word like "if": here no word says so, only what stands right before
the order, a time, a place on the chart or the name of a group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from core.reading.handling.clauses import Clause
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed, meaning_of

_LEADS, _ANY = frozenset(listed("OCCASIONS")), frozenset((*listed("ANY"), *listed("FURTHER")))
_DAYS = frozenset(
    word for table in ("MOMENTS", "TONIGHT", "WEEKDAYS") for word in listed(table) if len(word) > 2 or word > "\u3040"
)
"""Shorter ones mean something else in the next language: "di" is a Tuesday, and "at"."""
_MOMENTS = _DAYS.union(*map(listed, ("MOVES", "SIGHTS", "CHARTED", "SESSIONS")))
_NAMED_ONLY, _FOR_WHOM = (Role.STOP, Role.MOVE), frozenset((*listed("FOR"), *listed("OCCASIONS")))
_OR = frozenset((*listed("OR"), ","))
_WITHIN, _TONIGHT = frozenset(listed("WITHIN")), frozenset(listed("TONIGHT"))
_AFTER = frozenset(listed("AFTER"))
_IDLE = frozenset((Role.FILLER, Role.MARK, Role.AND, Role.ZONE, Role.TO, Role.BUT, Role.CLOCK))
_AROUND = frozenset(listed("AROUND"))
_GROUPS = frozenset(listed("GROUPS"))
_AS_A_RULE, _THIS = frozenset((*listed("HABITS"), *listed("CASES"))), frozenset(listed("THIS"))
_ORDERED = frozenset((Role.CLOSE, Role.PART, Role.HALF, Role.MOVE, Role.EVEN, Role.STOP, Role.CANCEL, Role.REMOVE))
_COME = frozenset((Role.MARKET, Role.HIT, Role.CLOSED, Role.FILLED, Role.STOPPED, Role.TICK, Role.MEMORY, Role.TICKER))
"""Beside one of these the occasion has come, or another trade is spoken of."""
_LIGHT, _TAKEN = (Role.FILLER, Role.AND, Role.MARK), frozenset(listed("TAKEN"))
_LEAD_MAX = 8
_JOINED_MAX = 7
"""So many characters lie between two stretches of one sentence: ", and then"."""


def put_off(parts: Sequence[Clause], ordered: Sequence[Clause]) -> Iterator[tuple[str, Clause]]:
    """The orders that wait for something, or are meant for some, each with what is told about it."""
    before: Clause | None = None
    for clause in parts:
        if clause in ordered:
            why = _why(before, clause) or _why_behind(clause)
            if why is not None:
                yield why, clause
        before = clause


def _why(before: Clause | None, clause: Clause) -> str | None:
    lead = list(takewhile(lambda p: p.role not in _ORDERED, clause.pieces[:_LEAD_MAX]))
    if before is not None and all(p.role in _LIGHT or p.text in _TAKEN for p in lead):
        close = clause.pieces[0].start - before.pieces[-1].end <= _JOINED_MAX
        apart = not before.has(*_ORDERED) or is_later(before.pieces)  # "in half an hour"
        lead = list(before.pieces[:_LEAD_MAX]) if close and apart else []
    come = any(p.role in _COME or p.text in _THIS for p in lead)  # "at this resistance close half"
    if not lead or come or ROLE.MARKET in clause.roles:
        return None
    if is_an_occasion(lead):
        return "it may mean a part, or later"
    if lead[0].role is ROLE.IF and before is not None and before.hedge is lead[0]:
        return "it depends on a condition"  # "Once it is in profit", and on the next line the order
    said = {p.text for p in lead}
    if said <= _OR:
        return "it is left to the reader"  # "Or, close half"
    if not said.isdisjoint(_GROUPS | _AS_A_RULE) and said.isdisjoint(_ANY):  # "in any case" is now
        return "it is left to the reader"
    return None


def _why_behind(clause: Clause) -> str | None:
    """ "Stop to entry at resistance", "close half in an hour", "close gold in the other group"."""
    if clause.has(*_COME - {ROLE.TICKER}):
        return None
    row = clause.pieces
    last = next((at for at in range(len(row) - 1, -1, -1) if row[at].role in _ORDERED), len(row))
    tail = [p for p in row[last + 1 :][:_LEAD_MAX] if p.role is not ROLE.TICKER]
    if not tail or row[last].role in _NAMED_ONLY or any(p.text in _THIS for p in tail):
        return None
    spoken = [p.role for p in tail]
    even, about = row[last].role is ROLE.EVEN, tail[0].text in _AROUND
    placed = ROLE.PRICE in spoken and ROLE.ZONE not in spoken[1:] and even is not about
    if is_an_occasion(tail) and not placed:  # "to BE, on the level 2941" and "closing around 71.5" tell where
        return "it may mean a part, or later"
    said = {p.text for p in tail}
    some = ROLE.OTHERS in spoken or not said.isdisjoint(_GROUPS)
    if some and (tail[0].role is ROLE.OTHERS or tail[0].text in _FOR_WHOM):
        return "it is left to the reader"
    return None


def is_later(lead: Sequence[Lexeme]) -> bool:
    """ "In an hour", "at midnight", "by Friday", and not a word more: before a call they say that it is none yet."""
    if " ".join([p.text for p in lead]) in _TONIGHT:
        return True  # "this evening"
    if any(p.text in _THIS for p in lead):
        return False
    light = [p for p in lead if p.role not in _LIGHT or p.text in _DAYS]
    if light and all(p.text in _DAYS or p.text in _LEADS for p in light):
        return any(p.text in _DAYS for p in light)
    timed = lead[0].text in _WITHIN and _is_a_time(lead[-1])
    return timed and all(p.role in _IDLE or p.role in (ROLE.TIME, ROLE.HALF) for p in lead)


def _is_a_time(piece: Lexeme) -> bool:
    """ "Hour", "10 minutes", and "half an hour", which is one phrase."""
    return piece.role in (ROLE.CLOCK, ROLE.TIME) or meaning_of(piece.text.rpartition(" ")[2]) is ROLE.CLOCK


def is_an_occasion(lead: Sequence[Lexeme]) -> bool:
    """ "In an hour", "on the next pump", "any weakness", "around 2350", "by Friday"."""
    first, behind = lead[0], lead[1:]
    if first.text in _AROUND and any(p.role is ROLE.PRICE for p in behind[:2]):
        return True
    comes = any(p.role is ROLE.ANALYSIS or p.text in _MOMENTS or _is_a_time(p) for p in behind)
    if any(p.text in _DAYS for p in lead) and all(p.text in _DAYS or p.role in _IDLE for p in lead):
        return True  # "Friday, close all", 午夜，全部平仓
    if lead[-1].text in _AFTER and any(p.role is ROLE.CLOCK for p in lead):
        return True  # 一小时后
    zone = any(p.role is ROLE.PRICE for p in behind) and any(p.role is ROLE.ZONE for p in behind)
    return (first.text in _LEADS and (comes or zone)) or (first.text in _ANY and comes)
