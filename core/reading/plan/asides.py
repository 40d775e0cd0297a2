"""Tell which figures of a complete call are no levels at all: the scores of a scanner, the number of a title.

Separate from the loans between neighbours, which know the words: here the plan says everything already, and the figure
is of another size than its levels, in a field of its own or a title, or one of them told again.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from core.reading.aside.gauges import FIBONACCI
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import Point
from core.reading.plan.soundness import Found
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday

_CELLS = frozenset("|•·")
_FIGURES = frozenset((Role.PRICE, Role.PERCENT, Role.INDEX, Role.IDENT, Role.TIME, Role.TIMES, Role.REWARD))
_NAMED = frozenset(
    (
        *(Role.WORD, Role.FILLER, Role.MARK, Role.TICK, Role.HEADING, Role.ANALYSIS, Role.CLOCK, Role.UP, Role.DOWN),
        *(Role.RATIO, Role.SIZE, Role.RECAP, Role.AD, Role.AND),
    )
)
"""What the name of a field may be made of that holds no level."""
_TITLED = frozenset((Role.WORD, Role.FILLER, Role.MARK, Role.TICK, Role.HEADING, Role.AD, Role.CLOCK, Role.UP))
_FIELD_MAX, _ROUND_MAX = 6, 2


def still_unplaced(found: Found, pieces: Sequence[Lexeme]) -> tuple[Point, ...]:
    """What is left of the figures that found no place in a call that is complete without them."""
    said = {*found.entries, *found.priced, *(p.value for p in found.stops)}
    levels = {_digits(value) for value in said}
    kept: list[Point] = []
    for point in found.leftovers:
        at = next((n for n, p in enumerate(pieces) if p.start == point.piece.start), None)
        again = len(_digits(point.value)) > _ROUND_MAX and _digits(point.value) in levels
        rated = at is not None and at > 0 and pieces[at - 1].text in FIBONACCI  # "long 0.618 ... at the fib 0.618"
        if at is None or rated or not (again or point.value in said or _is_of_no_level(found, pieces, at)):
            kept.append(point)
    return tuple(kept)


def _digits(value: Decimal) -> tuple[int, ...]:
    """The same for 23350 and for 23.350, which is the same level before anybody settled its thousands."""
    return value.normalize().as_tuple().digits


def _is_of_no_level(found: Found, pieces: Sequence[Lexeme], at: int) -> bool:
    value = pieces[at].value
    if value is None or found.is_near(value):
        return False
    before = list(takewhile(_is_within, reversed(pieces[:at])))[::-1]
    behind = list(takewhile(_is_within, pieces[at + 1 :]))
    return _is_in_a_field(before, behind) or _is_of_a_title(pieces, at)


def _is_within(piece: Lexeme) -> bool:
    return piece.role is not ROLE.LINE and piece.text not in _CELLS


def _is_in_a_field(before: Sequence[Lexeme], behind: Sequence[Lexeme]) -> bool:
    """ "SQI: 77/167 (C)", "Corr: 0.23", "Setup: TRS v6.1", "magic 7741": a name that labels nothing, and figures."""
    colon = next((n for n, p in enumerate(before) if p.text == ":"), 0)
    name = [p for p in before[:colon] if p.role is not ROLE.MARK]
    if not all(p.role in _NAMED or p.role in _FIGURES for p in (*before[colon:], *behind)):
        return False
    if name:
        return all(p.role in _NAMED for p in name)
    return len(before) + len(behind) <= _FIELD_MAX and _is_named(before)


def _is_named(before: Sequence[Lexeme]) -> bool:
    """ "Magic 7741", "HARSI -20": behind a word that nobody says; "then 70" may be a target cut short."""
    return any(p.role is ROLE.WORD and not is_everyday(p.text) for p in before)


def _is_of_a_title(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "SCALPING 300", on the line above everything else: a name with a number, which is none of its prices."""
    value = pieces[at].value
    if value is None or value % 1:
        return False
    title = list(takewhile(lambda p: p.role is not ROLE.LINE, pieces))
    if at >= len(title) or any(p.role not in _TITLED and p is not pieces[at] for p in title):
        return False
    return any(p.role is ROLE.WORD or p.role is ROLE.HEADING for p in title)


_ADDITION_MAX, _LITTLE_MAX = 6, 4


def told_of_an_addition(pieces: Sequence[Lexeme]) -> Lexeme | None:
    """The word nobody knows between the label of a further entry and its price: "DCA erledigt bei 139" is filled."""
    for at in [at for at, p in enumerate(pieces) if p.role is ROLE.ADD]:
        row = list(takewhile(lambda p: p.role not in (ROLE.LINE, ROLE.PRICE), pieces[at + 1 : at + _ADDITION_MAX]))
        priced = any(p.role is ROLE.PRICE for p in pieces[at + 1 + len(row) : at + 2 + len(row)])
        for word in row if priced else ():
            if word.role is ROLE.WORD and len(word.text) > _LITTLE_MAX and not is_everyday(word.text):
                return word
    return None
