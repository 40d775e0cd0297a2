"""Set aside the verb of a part that is to be closed at a target: "TP1: 25.20 - close 30%", "TP2: 26.80 → sell half".

Separate from the verbs that order it now: here it stands behind the price of a target, on the line of its label, in a
post that gives a side and a stop. The percentage stays, and weighs its target.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role

SHARED = frozenset(("%", "half", "all", "rest", "breakeven", "be"))
_VERBS = (Role.CLOSE, Role.PART, Role.SELL, Role.BUY, Role.HALF, Role.ALL, Role.MOVE, Role.EVEN)
_FIXES = frozenset(("fix", "фикс"))
_HEAD, _PRICED = (Role.TARGET, Role.INDEX, Role.PRICE, Role.MARK, Role.TICK), [Role.PRICE, Role.MARK]
_PLANNED = frozenset((Role.STOP, Role.TARGET))
_ENTERED = (Role.ENTRY, Role.BUY, Role.SELL)
_LABELS = (*_ENTERED, Role.STOP, Role.TARGET)
_SHARES = (Role.PERCENT, Role.HALF, Role.ALL)
_SAID = frozenset((Role.STOP, Role.EVEN))
_STOP_MOVED = frozenset((Role.MOVE, Role.STOP, Role.EVEN, Role.TO, Role.FILLER, Role.MARK))
_TAIL = frozenset((*_SHARES, Role.FILLER, Role.MARK, Role.HEADING, Role.SIZE))


def parts_at_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """On a line that begins with the label of a target and its price; its verb closes nothing now."""
    if not {p.role for p in pieces} >= _PLANNED or not _names_its_entry(pieces):
        return pieces
    above = ROLE.LINE
    for begin, end in lines(pieces):
        row = pieces[begin:end]
        verb = next((at for at, p in enumerate(row) if _is_a_verb(p)), len(row))
        head = [p.role for p in row[:verb]]
        label = next((role for role in head if role in _LABELS), above)
        plain = verb < len(row) and all(role in _HEAD for role in head) and head[-2:] == _PRICED
        if plain and label is ROLE.TARGET and _is_of_the_target(row[verb:]):
            above = label
            for at in range(begin + verb, end):
                if pieces[at].role in _SAID or _is_a_verb(pieces[at]):
                    pieces[at] = pieces[at].recast(ROLE.FILLER)
        else:
            above = next((p.role for p in reversed(row) if p.role in _LABELS), above)
    return pieces


def _is_a_verb(piece: Lexeme) -> bool:
    return piece.role in _VERBS or piece.text in _FIXES


def _is_of_the_target(said: Sequence[Lexeme]) -> bool:
    """ "Close 30%", "sell half", "close", "move stop to breakeven", and no word besides."""
    roles = {p.role for p in said}
    if not roles.isdisjoint(_SAID):
        return roles <= _STOP_MOVED
    verbless = [p for p in said[1:] if p.role not in _SHARES]
    shared = not roles.isdisjoint(_SHARES) or (said[0].role is ROLE.CLOSE and len(said) == 1)
    return shared and all(p.role in _TAIL for p in verbless)


def _names_its_entry(pieces: Sequence[Lexeme]) -> bool:
    """Whether a price stands behind the side or the label of an entry: without one the trade may be open already."""
    label = ROLE.LINE
    for piece in pieces:
        if piece.role is ROLE.PRICE and label in _ENTERED:
            return True
        if piece.role in _LABELS:
            label = piece.role
    return False
