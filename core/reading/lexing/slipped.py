"""Mend a label that one slip of the finger has spoilt, where a price stands behind it: "Stooploss: 42000".

Separate from the words, which are known or not: here a number that found no place gives reason to look again.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.slips import label_nearly_written

_LEADS = ":=-"
_WORDS_MAX = 12
"""So many unknown words are looked at: a post with more of them before its prices is no form."""
_LOOKALIKES = {"si": Role.STOP, "tpi": Role.TARGET, "tpl": Role.TARGET}
"""A capital i, a small l and a one look the same: "SI: 4126", "TPI 4090"."""
_FIRST = Decimal(1)


def labels_mended(pieces: Sequence[Lexeme]) -> list[Lexeme] | None:
    """The pieces with each such word as the label that was meant; None if there is none."""
    stopped = any(p.role is ROLE.STOP for p in pieces)
    meant: dict[int, Role] = {}
    for at in [at for at in range(len(pieces) - 1) if _leads_to_a_price(pieces, at)][:_WORDS_MAX]:
        lookalike = _LOOKALIKES.get(pieces[at].text) if _has_its_line(pieces, at) else None
        label = label_nearly_written(pieces[at].text) if lookalike is None else lookalike
        if label is not None and not (label is ROLE.STOP and label is lookalike and stopped):
            meant[at] = label
    if not meant:
        return None
    out: list[Lexeme] = []
    for at, piece in enumerate(pieces):
        label = meant.get(at)
        out.append(piece if label is None else piece.recast(label))
        if label is ROLE.TARGET and piece.text in _LOOKALIKES:
            out.append(Lexeme(ROLE.INDEX, piece.text[-1], piece.end - 1, piece.end, _FIRST))
    return out


def _leads_to_a_price(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether an unknown word stands there, and a price behind it or behind its colon."""
    if pieces[at].role is not ROLE.WORD and pieces[at].text not in _LOOKALIKES:
        return False
    behind = pieces[at + 1 : at + 3]
    return behind[0].role is ROLE.PRICE or (behind[0].text in _LEADS and behind[-1].role is ROLE.PRICE)


def _has_its_line(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether nothing but pictures and marks stands before it on its line, and nothing behind its price."""
    before = next((p.role for p in reversed(pieces[:at]) if p.role is not ROLE.MARK), ROLE.LINE)
    ends = at + 2 if pieces[at + 1].role is ROLE.PRICE else at + 3
    behind = next((p.role for p in pieces[ends:] if p.role is not ROLE.MARK), ROLE.LINE)
    return before is ROLE.LINE and behind is ROLE.LINE
