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
_SIDED = frozenset((*_SIDES, Role.ENTRY))
_COUNTED_MAX, _POINTS, _FAR = 2, ":=", 3
_NAMED = dict.fromkeys(listed("PROFIT"), Role.TARGET) | dict.fromkeys(listed("LOSS"), Role.STOP)
GUARDS = frozenset(listed("GUARDS"))
NAMING = frozenset(_NAMED) | GUARDS
_STAGES = frozenset(listed("STAGES"))
STAGES = frozenset(phrase.split()[-1] for phrase in _STAGES)
"""Without one of these no stage is named."""
_PLACED = (Role.PRICE, Role.RUNNER)


def words_as_labels(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Profit: 4297", "loss = 4310", "protect 5.11": a word for the outcome labels a price where no label does."""
    roles = {p.role for p in pieces}
    if roles.isdisjoint(_SIDED):
        return pieces
    for at in range(len(pieces) - 1):
        text = pieces[at].text
        role = ROLE.STOP if text in GUARDS else _NAMED.get(text)
        if role is None or not price_behind(pieces, at):
            continue
        if role in roles and (not _is_near_a_level(pieces, at + 1) or is_written(pieces, role)):
            continue  # "Profit: 2645", and below it "SL to BE after TP1"
        if len(text) <= _COUNTED_MAX and at and pieces[at - 1].role is not ROLE.LINE and pieces[at - 1].text != "|":
            continue  # "CL" is oil, too
        if text in GUARDS or pieces[at + 1].text in ":=" or _is_near_a_level(pieces, at + 1):
            pieces[at] = pieces[at].recast(role)
    return pieces


def guards_moved(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "ENA CL turunin ke 0.51": right beside a verb that moves it, a word that guards a trade is its stop.

    Where no instrument is named, two letters may be one: "move CL to 71".
    """
    named = any(p.role is ROLE.TICKER for p in pieces)
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.WORD and piece.text in GUARDS and (named or len(piece.text) > _COUNTED_MAX):
            beside = (*pieces[max(at - 1, 0) : at], *pieces[at + 1 : at + 2])
            if any(p.role is ROLE.MOVE for p in beside):
                pieces[at] = piece.recast(ROLE.STOP)
    return pieces


def _is_near_a_level(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Stop 61000 gain 66000", "Gain 1: 66000": what stands right behind the word is a price like the others."""
    at += pieces[at].text in _POINTS or (pieces[at].role is ROLE.MARK and not pieces[at].text.isascii())
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


_ALIKE_MIN, _NAMED_MIN, _COUNTED_LINE = 2, 4, 3


def counted_alike(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Pancake 1: 3343", "pancake 2: 3339" below a sale: one word that counts prices away from the stop means targets.

    Only where nothing else is a target, and every one of them lies further than all that stands above them.
    """
    roles = frozenset([p.role for p in pieces])
    sides = roles.intersection(_SIDES)
    if ROLE.TARGET in roles or ROLE.STOP not in roles or len(sides) != 1 or ROLE.WORD not in roles:
        return pieces
    found = [row for begin, end in lines(pieces) if (row := _counted_line(pieces, range(begin, end)))]
    values = [pieces[price].value or 0 for _, _, price in found]
    if len(found) < _ALIKE_MIN or len({pieces[word].text for word, _, _ in found}) > 1:
        return pieces
    if [pieces[count].value for _, count, _ in found] != list(range(1, len(found) + 1)):
        return pieces
    listed_here = {at for row in found for at in row}
    others = [p.value for at, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value and at not in listed_here]
    rising = ROLE.BUY in sides
    if len(others) < _ALIKE_MIN or values != sorted(set(values), reverse=not rising):
        return pieces
    if values[0] > max(others) if rising else values[0] < min(others):
        for word, count, _ in found:
            pieces[word] = pieces[word].recast(ROLE.TARGET)
            pieces[count] = pieces[count].recast(ROLE.INDEX)
    return pieces


def _counted_line(pieces: Sequence[Lexeme], line: range) -> tuple[int, int, int] | None:
    """The word, the count and the price of a line that holds nothing else."""
    row = [at for at in line if pieces[at].role is not ROLE.MARK]
    if len(row) != _COUNTED_LINE or pieces[row[0]].role is not ROLE.WORD or len(pieces[row[0]].text) < _NAMED_MIN:
        return None
    word, count, price = row
    counted = len(pieces[count].text) == 1 and pieces[count].text.isdigit() and pieces[price].role is ROLE.PRICE
    return (word, count, price) if counted else None
