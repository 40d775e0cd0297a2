"""Find what a price is for where only a word for the outcome labels it: "profit: 4297", "loss 4310", "gain 1: 66000".

Separate from the labels that are written as such: these words also tell what came of a trade, so a price must stand
right behind one, and be a price like the others. So do the words for a stage of the way, each on a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.lexing.behind_prices import has_targets
from core.reading.lexing.labels import price_behind
from core.reading.lexing.pictures import is_written
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_SIDES = (Role.BUY, Role.SELL)
_COUNTED_MAX, _POINTS, _FAR = 2, ":=", 3
_NAMED = dict.fromkeys(listed("PROFIT"), Role.TARGET) | dict.fromkeys(listed("LOSS"), Role.STOP)
_GUARDS = frozenset(listed("GUARDS"))
NAMING = frozenset(_NAMED) | _GUARDS
_STAGES = frozenset(listed("STAGES"))
STAGES = frozenset(phrase.split()[-1] for phrase in _STAGES)
"""Without one of these no stage is named."""
_PLACED = (Role.PRICE, Role.RUNNER)


def words_as_labels(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Profit: 4297", "loss = 4310", "protect 5.11": a word for the outcome labels a price where no label does."""
    roles = {p.role for p in pieces}
    if roles.isdisjoint(_SIDES):
        return pieces
    for at in range(len(pieces) - 1):
        text = pieces[at].text
        role = ROLE.STOP if text in _GUARDS else _NAMED.get(text)
        if role is None or not price_behind(pieces, at):
            continue
        if role in roles and (not _is_near_a_level(pieces, at + 1) or is_written(pieces, role)):
            continue  # "Profit: 2645", and below it "SL to BE after TP1"
        if len(text) <= _COUNTED_MAX and at and pieces[at - 1].role is not ROLE.LINE and pieces[at - 1].text != "|":
            continue  # "CL" is oil, too
        if text in _GUARDS or pieces[at + 1].text in ":=" or _is_near_a_level(pieces, at + 1):
            pieces[at] = pieces[at].recast(role)
    return pieces


def _is_near_a_level(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Stop 61000 gain 66000", "Gain 1: 66000": what stands right behind the word is a price like the others."""
    at += pieces[at].text in _POINTS
    at += (
        2
        if at < len(pieces)
        and len(pieces[at].text) <= _COUNTED_MAX
        and [p.text for p in pieces[at + 1 : at + 2]] == [":"]
        else 0
    )
    value = pieces[at].value if at < len(pieces) and pieces[at].role is ROLE.PRICE else None
    others = [p.value for n, p in enumerate(pieces) if n != at and p.role is ROLE.PRICE and p.value]
    return value is not None and any(other < value * 2 < other * 4 for other in others)


def _counts_before(count: Lexeme, price: Lexeme) -> bool:
    """The 2 of "Milestone 2 - 66000"; in "Mid term 21 - 22" both are prices."""
    if count.role is not ROLE.PRICE or len(count.text) > _COUNTED_MAX or not count.value:
        return False
    return price.value is None or price.value > count.value * _FAR


def stages_as_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Checkpoint 1: 2358", "Milestone 2 - 66000", on lines of their own beside a stop, and no target but these."""
    roles = {p.role for p in pieces}
    if ROLE.STOP not in roles or roles.isdisjoint(_SIDES) or (ROLE.TARGET in roles and has_targets(pieces)):
        return pieces
    for begin, end in lines(pieces):
        row = [at for at in range(begin, end) if pieces[at].role is not ROLE.MARK]
        if not row or pieces[row[0]].text not in _STAGES:
            continue
        counted = len(row) > 2 and row[1] == row[0] + 1 and _counts_before(pieces[row[1]], pieces[row[2]])
        behind = row[1 + counted :]
        if behind and all(pieces[at].role in _PLACED for at in behind):
            pieces[row[0]] = pieces[row[0]].recast(ROLE.TARGET)
            if counted:
                pieces[row[1]] = pieces[row[1]].recast(ROLE.INDEX)
    return pieces
