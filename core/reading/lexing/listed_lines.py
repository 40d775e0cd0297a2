"""Tell the count of a line from its price where nothing but a space parts them: "1 1.2680", and below it "2 1.2650".

Separate from the other counts, which a mark or a label parts from their prices: here only the rows together tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE

FIRST = frozenset("1")
_ROWS_MIN = 2
_LABELS = (ROLE.TARGET, ROLE.ENTRY)


def counts_of_lines(pieces: list[Lexeme]) -> list[Lexeme]:
    """Under the label of targets or entries, lines of a count and a price each, which count on from one."""
    firsts = [at for at in range(len(pieces) - 1) if pieces[at].text in FIRST and pieces[at + 1].role is ROLE.PRICE]
    if not firsts:
        return pieces
    rows: list[int] = []
    labelled = False
    for begin, end in [*lines(pieces), (len(pieces), len(pieces))]:
        first = next((at for at in range(begin, end) if pieces[at].role is not ROLE.MARK), end)
        if labelled and _counts_a_price(pieces, first, end, len(rows) + 1):
            rows.append(first)
            continue
        if len(rows) >= _ROWS_MIN:
            for at in rows:
                pieces[at] = pieces[at].recast(ROLE.INDEX)
        rows = []
        labelled = any(pieces[at].role in _LABELS for at in range(begin, end)) and all(
            pieces[at].role is not ROLE.PRICE for at in range(begin, end)
        )
    return pieces


def _counts_a_price(pieces: Sequence[Lexeme], at: int, end: int, count: int) -> bool:
    row = pieces[at:end]
    if len(row) < 2 or row[0].text != str(count) or row[0].role is not ROLE.PRICE or row[1].role is not ROLE.PRICE:
        return False
    return row[0].end < row[1].start and all(p.role in (ROLE.MARK, ROLE.TICK) for p in row[2:])
