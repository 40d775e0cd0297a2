"""Know the price and the gain that belong to a report: "TP3 reached (0.1523) -> SL to TP2 (0.1480)".

Separate from the cuts, because such a price would otherwise begin the order behind it, and be taken for its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role

_TOLD = frozenset((Role.PRICE, Role.PERCENT, Role.DISTANCE, Role.REWARD))
_SIGNS, _WITHIN = "+-~", 5
_AT = (Role.ZONE, Role.FILLER)
_SENT_MIN, _WAY_MAX, _PARTED = 3, 8, (Role.MARK, Role.LINE, Role.PRICE)
_BEFORE_A_VERB = (*_AT, Role.TICKER, Role.WORD, Role.SELL, Role.BUY, Role.MARK, Role.HEADING)
_OF_A_LEVEL = (Role.PRICE, Role.HIT, Role.TICK, Role.MARK)
_WHERE, _PRICE_AND_VERB = ([Role.TO], [Role.EVEN]), [Role.PRICE, Role.MOVE]


def tells_in_brackets(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether the bracket that opens at ``at`` holds nothing but a price or a gain."""
    for place in range(at + 1, min(at + _WITHIN, len(pieces))):
        if pieces[place].text == ")":
            return place > at + 1
        if pieces[place].role not in _TOLD and pieces[place].text not in _SIGNS:
            return False
    return False


def begins_what_is_told(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether such a bracket ends at ``at``."""
    back = range(at - 1, max(at - _WITHIN, -1), -1)
    return any(pieces[place].text == "(" and tells_in_brackets(pieces, place) for place in back)


def is_reached_there(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "TP2 hit at 0.1523, ...": a price right behind the word that tells it was reached."""
    if pieces[at].role is not ROLE.PRICE:
        return False
    back = at - 1
    while back > 0 and (pieces[back].role in _AT or pieces[back].text in "(:"):
        back -= 1
    return back >= 0 and pieces[back].role is ROLE.HIT


def signs_a_gain(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "SOL +25% close": the sign parts, and says of the share behind it that it is none."""
    return pieces[at].text == "+" and at + 1 < len(pieces) and pieces[at + 1].role is ROLE.PERCENT


_REMOVED = [[verb, thing] for verb in (Role.REMOVE, Role.CANCEL) for thing in (Role.ENTRY, Role.LIMIT, Role.TARGET)]


def ends_a_sentence(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "We hit TP 2. Move SL to BE": behind the count of a target that was reached the dot numbers no list."""
    back = at - 3 - (at > 3 and pieces[at - 3].role is ROLE.FILLER)
    reached = back >= 0 and pieces[back].role is ROLE.HIT and pieces[at - 2].role is ROLE.TARGET
    return reached or _ends_what_is_removed(pieces, at) or _ends_the_way_of_a_stop(pieces, at)


def _ends_what_is_removed(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Delete E3. SL stays the same": behind the count of the order that is taken back."""
    removed = [p.role for p in pieces[max(0, at - 3) : at - 1] if p.role is not ROLE.FILLER][-2:]
    return removed in _REMOVED and any(p.role in (ROLE.STOP, ROLE.TARGET) for p in pieces[at + 1 : at + 2])


def _ends_the_way_of_a_stop(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "SL to TP 1. Close half": behind the count of the target that a stop is sent to."""
    if at < _SENT_MIN or pieces[at - 2].role is not ROLE.TARGET:
        return False
    if any(p.role in _OF_A_LEVEL for p in pieces[at + 1 : at + 2]):
        return False  # "SL 2330 TP 1. 2360"
    way = takewhile(lambda p: p.role not in _PARTED, reversed(pieces[max(0, at - _WAY_MAX) : at - 2]))
    return any(p.role is ROLE.STOP for p in way)


def end_of_a_report(pieces: Sequence[Lexeme], first: int, at: int) -> int:
    """ "TP1 hit ✅ gold halb zu": where the verb at ``at`` has its words, behind the picture; ``first`` without one."""
    tick = next((n for n in range(at - 1, first, -1) if pieces[n].role not in _BEFORE_A_VERB), first)
    told = tick > first + 1 and pieces[tick].role is ROLE.TICK and pieces[tick - 1].role is ROLE.HIT
    return tick + 1 if told and any(p.role is ROLE.TARGET for p in pieces[first:tick]) else first


def ends_there(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "TP1 hit 🎯 BREAKEVEN!!", and not "TP1 hit, be ready"."""
    return all(p.role in (ROLE.MARK, ROLE.LINE, ROLE.TICK) for p in pieces[at + 1 : at + 3])


def is_sent(pieces: Sequence[Lexeme], first: int, stop: int) -> bool:
    """ "TP2 hit SL to 2340", "TP2 geldi SL'yi 2340'a çekin": where it goes, before its verb in some languages.

    "TP2 hit SL 2340" may send it as well: no price of a target is labelled as that of the stop.
    """
    behind = [p.role for p in pieces[stop + 1 : stop + _WITHIN]]
    row = [role for role in behind if role not in _AT]
    reached = any(p.role is ROLE.TARGET for p in pieces[first:stop])
    return behind[:1] in _WHERE or row[:2] == _PRICE_AND_VERB or (reached and row[:1] == [ROLE.PRICE])
