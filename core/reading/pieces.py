"""One piece of a post with the part it plays, and the parts that pieces lend their neighbours.

Separate from the reader that names the parts one by one: what is decided here needs the whole row.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from core.reading.facts import Named
from core.reading.roles import Role


class Lexeme(NamedTuple):
    """One piece with its role. ``text`` is folded; ``start``/``end`` count in the clean text."""

    role: Role
    text: str
    start: int
    end: int
    value: Decimal | None = None
    other: Decimal | None = None
    named: Named | None = None


make: Callable[[tuple[object, ...]], Lexeme] = partial(tuple.__new__, Lexeme)
"""A lexeme from all its seven fields, in a third of the time."""

_SHARED = (Role.DISTANCE, Role.PERCENT, Role.TIMES, Role.REWARD)
_JOINING = frozenset("-~/,_")


def units_backward(pieces: list[Lexeme]) -> list[Lexeme]:
    """50/100 pips, 5-10x, 100-200-300%: the unit at the end of a run belongs to all of it."""
    for at in range(len(pieces) - 1, 0, -1):
        unit = pieces[at]
        if unit.role not in _SHARED or unit.value is None:
            continue
        back = at - 1
        while back > 0 and (pieces[back].text in _JOINING or pieces[back].role is Role.TO) and back > at - 3:
            back -= 1
        earlier = pieces[back]
        if back >= at - 1 or earlier.role is not Role.PRICE or earlier.value is None or earlier.value >= unit.value:
            continue
        if back and pieces[back - 1].end == earlier.start and pieces[back - 1].role in (Role.TARGET, Role.ENTRY):
            continue  # TP1: the figure belongs to its label
        # "0.1525 - 20%" is a price and its share of the position, "5-7%" is a range
        if unit.role is not Role.PERCENT or (earlier.text.isdigit() and unit.start - earlier.end <= 2):
            pieces[back] = earlier._replace(role=unit.role)
    return pieces


_SIGNS = {Role.TARGET: frozenset("🎯🏁"), Role.STOP: frozenset("🛑⛔❌🚫")}


PICTURED: frozenset[str] = frozenset().union(*_SIGNS.values())


def signs_as_labels(pieces: list[Lexeme]) -> list[Lexeme]:
    """🎯 62000 🛑 59000: where nobody writes the word, the picture before a price is the label."""
    said = {p.role for p in pieces}
    for role, signs in _SIGNS.items():
        if role in said:
            continue
        for at in range(len(pieces) - 1):
            if pieces[at].text in signs and pieces[at + 1].role is Role.PRICE:
                pieces[at] = pieces[at]._replace(role=role)
    return pieces
