"""Find the level whose label stands behind it on a line of its own, and the stop that is called the end of the idea.

Separate from the labels that all stand behind their prices (`labels`): here the other lines begin with theirs, so
only a line that holds nothing else can be turned.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.lexing.pictures import is_written
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role

_SIDES = (Role.BUY, Role.SELL)
_LABELS = frozenset((Role.ENTRY, Role.STOP, Role.TARGET))
_ENTERING, _GIVING = (Role.ENTRY, Role.LIMIT), (Role.ENTRY, Role.MARKET)
_TURNED = frozenset((Role.STOP, Role.TARGET))
_SILENT = frozenset((Role.MARK, Role.FILLER, Role.TICK))
_BEYOND = frozenset((Role.ABOVE, Role.BELOW, Role.BREAKOUT, Role.ZONE))
_NAMING = frozenset((Role.WORD, Role.FILLER, Role.HEADING, Role.ANALYSIS, Role.ZONE))
_COUNTS, _COUNT_MAX, _NAME_MAX = (Role.INDEX, Role.PRICE), 2, 3


def lines_turned(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Entry: 148", and below it "143 - stop", "152 - TP 1": each label is put before its price.

    Only where another line begins with the label of the entry, and nothing above or below leaves a label or a price
    that could be meant instead.
    """
    if not _has_a_label_behind(pieces):
        return pieces
    rows = [
        (begin, end, [at for at in range(begin, end) if pieces[at].role not in _SILENT]) for begin, end in lines(pieces)
    ]
    rows = [row for row in rows if row[2]]
    heads = [[pieces[at].role for at in row] for _, _, row in rows]
    if not any(map(_leads_to_an_entry, heads)):
        return pieces
    found = {n: at for n, (_, _, row) in enumerate(rows) if (at := _label_of(pieces, row)) is not None}
    found = {n: at for n, at in found.items() if _stands_alone(pieces[at].role, heads, n)}
    if sum([pieces[at].role is ROLE.STOP for at in found.values()]) > 1:
        return pieces
    for n, at in found.items():
        begin, end, _ = rows[n]
        pieces[begin:end] = [*pieces[at:end], *pieces[begin:at]]
    return pieces


def _has_a_label_behind(pieces: Sequence[Lexeme]) -> bool:
    last = ROLE.LINE
    for piece in pieces:
        if piece.role in _TURNED and last is ROLE.PRICE:
            return True
        if piece.role not in _SILENT:
            last = piece.role
    return False


def _leads_to_an_entry(head: Sequence[Role]) -> bool:
    """ "Entry: 148", "2. limit 146": the label stands before its price, and at most a count before the label."""
    return any(role in _ENTERING and behind is ROLE.PRICE for role, behind in pairwise(head[: _COUNT_MAX + 1]))


def _label_of(pieces: Sequence[Lexeme], row: Sequence[int]) -> int | None:
    """Where the label stands of a line that is a price, its label, and perhaps the count of it."""
    begins = 1 if row and pieces[row[0]].role in _BEYOND else 0
    roles = [pieces[at].role for at in row[begins:]]
    if len(roles) not in (2, 3) or roles[0] is not ROLE.PRICE or roles[1] not in _TURNED:
        return None
    if len(roles) > 2 and not _counts(pieces, row[begins + 2], pieces[row[begins]]):
        return None
    return row[begins + 1]


def _counts(pieces: Sequence[Lexeme], at: int, price: Lexeme) -> bool:
    """The 1 of "152 - TP 1", right behind its label; of "1 target - 98" the price is the other one."""
    count, label = pieces[at], pieces[at - 1]
    counts = label.role is ROLE.TARGET and count.role in _COUNTS and count.text.isdigit()
    return counts and len(count.text) <= _COUNT_MAX and (price.value or 0) >= int(count.text)


def _stands_alone(role: Role, heads: Sequence[Sequence[Role]], at: int) -> bool:
    """Whether no label above waits for this price, and no price below for this label."""
    above = heads[at - 1][-1] if at else ROLE.LINE
    below = heads[at + 1] if at + 1 < len(heads) else []
    waits = above in _LABELS and above is not role
    return not waits and (below[:1] != [ROLE.PRICE] or not _LABELS.isdisjoint(below))


def ends_of_the_idea(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Idea off: 143.1", «Отмена идеи: 143.1»: on a line of its own, beside targets and no stop, where the stop is."""
    roles = {p.role for p in pieces}
    if ROLE.TARGET not in roles or roles.isdisjoint(_SIDES) or roles.isdisjoint(_GIVING):
        return pieces
    if ROLE.STOP in roles and is_written(pieces, ROLE.STOP):
        return pieces
    for begin, end in lines(pieces):
        row = [at for at in range(begin, end) if pieces[at].role is not ROLE.MARK]
        if len(row) < 2 or pieces[row[0]].role is not ROLE.CANCEL or pieces[row[-1]].role is not ROLE.PRICE:
            continue
        named = row[1:-1]
        colon = pieces[row[-1] - 1].text == ":"
        if colon and 0 < len(named) <= _NAME_MAX and all(pieces[at].role in _NAMING for at in named):
            pieces[row[0]] = pieces[row[0]].recast(ROLE.STOP)
            for at in named:
                pieces[at] = pieces[at].recast(ROLE.FILLER)
            break
    return pieces
