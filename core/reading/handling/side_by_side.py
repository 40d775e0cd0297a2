"""Know two whole orders with nothing but a space or a picture between them: "close half cancel the limit".

Separate from the breaths, which know how the words of a report and of a stop run on: here each side must be whole by
itself, and of another kind than the other. Where that cannot be told, the words of a kind nobody heard are asked about.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise, takewhile

from core.reading.handling.clauses import Clause
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.signals import ACT, Act

VERBS = frozenset((Role.CLOSE, Role.PART, Role.HALF, Role.MOVE, Role.EDIT, Role.CANCEL, Role.REMOVE, Role.STOP))
"""The parts with which an order of another kind may begin."""
VOTES = "👍👎❌✖❎🅰🅱"
"""With these the readers are asked which they would do."""
_WITHIN = 8
_SHARES, _LEAVING = (Role.HALF, Role.PERCENT, Role.PART, Role.SHARE), (Role.CLOSE, Role.PART, Role.HALF)
_LIGHT = frozenset((Role.FILLER, Role.TICK, Role.MARKET, Role.TICKER))
_WAITING, _CHANGING = (Role.LIMIT, Role.HEADING, Role.ENTRY), (Role.MOVE, Role.EDIT)
_WAY, _ENDS = (Role.TO, Role.EVEN, Role.ZONE, Role.ENTRY), (Role.LINE, Role.AND, Role.BUT)
_STOP_AT_ENTRY, _TO_A_PRICE = [Role.STOP, Role.ENTRY], [Role.TO, Role.PRICE]
_PLACED = (Role.EVEN, Role.ENTRY, Role.PRICE, Role.INDEX)
_BOUNDS = frozenset(".,;!?()|/+&")
_STOPS, _LEFT = frozenset((Act.BREAK_EVEN, Act.MOVE_STOP, Act.STOP_HIT)), frozenset((Act.CLOSE, Act.CLOSE_PART))
_NO_STOP = frozenset((Act.CANCEL, Act.EDIT_TARGETS))
_TOLD = (Role.HIT, Role.TICK, Role.CLOSED, Role.STOPPED)
_HAN = "\u3040"
_TRAILS = frozenset(listed("TRAILS"))
_WITH = frozenset(listed("WITH"))
_SECURED = frozenset(listed("SECURED"))


def begins_another(pieces: Sequence[Lexeme], first: int, at: int) -> bool:
    """Whether an order that is whole ends before ``at``, and one of another kind begins there."""
    begun = _begun(pieces[at : at + _WITHIN])
    return begun is not None and _ended(pieces[max(first, at - _WITHIN) : at]) not in (None, begun)


def _begun(behind: Sequence[Lexeme]) -> Act | None:
    """What the words from a verb on order, up to the next mark."""
    lead = behind[0]
    row = takewhile(lambda p: p.role not in _ENDS and p.text not in _BOUNDS, behind[1:])
    rest = [p.role for p in row if p.role not in _LIGHT and p.role is not ROLE.MARK]
    beside = rest[0] if rest else ROLE.LINE
    if lead.role is ROLE.CANCEL:
        return None if beside in (ROLE.STOP, ROLE.TARGET) else ACT.CANCEL
    if lead.role is ROLE.REMOVE:
        return ACT.CANCEL if beside in _WAITING else None
    if lead.role in _CHANGING and beside is ROLE.TARGET:
        return ACT.EDIT_TARGETS if ROLE.PRICE in rest else None
    if lead.role in _CHANGING:
        return ACT.MOVE_STOP if beside is ROLE.STOP else None
    if lead.role is ROLE.STOP:
        return ACT.MOVE_STOP if beside in _WAY else None
    if _closes_what_waits(behind):
        return ACT.CANCEL
    if lead.role is ROLE.PART and beside is ROLE.EVEN and lead.text in _SECURED:
        return ACT.MOVE_STOP
    whole = lead.role is ROLE.HALF and " " in lead.text
    return ACT.CLOSE_PART if whole or (lead.role in _LEAVING and beside in _SHARES) else None


def _ended(part: Sequence[Lexeme]) -> Act | None:
    """What these words have ordered, if they need no more."""
    row = [p for p in part if p.role not in _LIGHT]
    while row and row[-1].role is ROLE.MARK and not row[-1].text.isascii() and row[-1].text[0] not in VOTES:
        row.pop()
    if not row:
        return None
    roles, last = {p.role for p in row}, row[-1].role
    if ROLE.CANCEL in roles or ROLE.REMOVE in roles:
        told = last in _WAITING or (last is ROLE.CANCEL and (len(row) > 1 or " " in row[-1].text))
        return ACT.CANCEL if told and roles.isdisjoint((ROLE.STOP, ROLE.TARGET)) else None
    if ROLE.STOP in roles:
        sent = last is ROLE.EVEN or [p.role for p in row] == _STOP_AT_ENTRY
        sent = sent or not roles.isdisjoint((ROLE.TO, *_CHANGING))
        return ACT.MOVE_STOP if last in _PLACED and sent else None
    if ROLE.TARGET in roles:
        changed = not roles.isdisjoint(_CHANGING) or [p.role for p in row[-2:]] == _TO_A_PRICE
        return ACT.EDIT_TARGETS if last is ROLE.PRICE and changed else None
    if [p.role for p in row] == [ROLE.CLOSE, ROLE.LIMIT]:
        return ACT.CANCEL
    shared = not roles.isdisjoint(_LEAVING) and not roles.isdisjoint(_SHARES)
    return ACT.CLOSE_PART if shared and (last in _SHARES or last is ROLE.HEADING) else None


def holds_another(clause: Clause, heard: Set[Act]) -> bool:
    """Whether a clause holds the words of a kind of order of which nobody has heard one in the post."""
    roles = clause.roles
    if _withdraws(clause) and heard.isdisjoint((ACT.CANCEL, ACT.EDIT_TARGETS)):
        return ROLE.CANCEL not in roles or ACT.CLOSE not in heard
    if heard.isdisjoint(_STOPS) and _moves_a_stop(clause):
        return True
    if ROLE.EVEN in roles and heard <= _NO_STOP:
        return any(p.role is ROLE.EVEN and not p.text.startswith("at ") for p in clause.pieces)  # "cancel at entry"
    if ROLE.TARGET in roles and ROLE.PRICE in roles and clause.has(*_CHANGING) and ACT.EDIT_TARGETS not in heard:
        return not clause.has(*_TOLD, ROLE.STOP)
    if not heard.isdisjoint(_LEFT):
        return False
    if ROLE.PART in roles and any(p.role is ROLE.PART and q.role is ROLE.TARGET for p, q in pairwise(clause.pieces)):
        return False  # "reduce TP2 to 2350"
    some = ROLE.HALF in roles or (ROLE.PART in roles and (heard <= _NO_STOP or any(map(_is_a_han_part, clause.pieces))))
    return some or (clause.has(ROLE.CLOSE, ROLE.PART) and ROLE.PERCENT in roles)


def _is_a_han_part(piece: Lexeme) -> bool:
    """先减三分之一: how much stands in one with its verb; "lock in profits" may only say what a stop is for."""
    return piece.role is ROLE.PART and piece.text >= _HAN


def _moves_a_stop(clause: Clause) -> bool:
    """ "SL to BE", "trailing to 2350", "set breakeven"; "close half at BE" moves none."""
    if ROLE.STOP in clause.roles:
        return clause.has(ROLE.EVEN, ROLE.TO, ROLE.MOVE, ROLE.EDIT)
    if ROLE.MOVE not in clause.roles:
        return False
    trailed = ROLE.PRICE in clause.roles and any(p.role is ROLE.MOVE and p.text in _TRAILS for p in clause.pieces)
    return ROLE.EVEN in clause.roles or trailed


def _withdraws(clause: Clause) -> bool:
    if ROLE.CANCEL in clause.roles or (ROLE.REMOVE in clause.roles and clause.has(*_WAITING)):
        return True
    closing = [at for at, p in enumerate(clause.pieces) if p.role is ROLE.CLOSE] if ROLE.LIMIT in clause.roles else ()
    return any(_closes_what_waits(clause.pieces[at : at + _WITHIN]) for at in closing)


def _closes_what_waits(row: Sequence[Lexeme]) -> bool:
    """ "Close the pending order"; "close with a limit order" ends the trade."""
    between = list(takewhile(lambda p: p.role in _LIGHT, row[1:]))
    behind = row[len(between) + 1 : len(between) + 2]
    found = row[0].role is ROLE.CLOSE and [p.role for p in behind] == [ROLE.LIMIT]
    return found and _WITH.isdisjoint(p.text for p in between)
