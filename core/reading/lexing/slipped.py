"""Mend a label that one slip of the finger has spoilt, where a price stands behind it: "Stooploss: 42000".

Separate from the words, which are known or not: here a number that found no place gives reason to look again.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE
from core.reading.words.slips import label_nearly_written

_LEADS = ":=-"
_WORDS_MAX = 12
"""So many unknown words are looked at: a post with more of them before its prices is no form."""


def labels_mended(pieces: Sequence[Lexeme]) -> list[Lexeme] | None:
    """The pieces with each such word as the label that was meant; None if there is none."""
    out, mended = list(pieces), False
    for at in [at for at in range(len(pieces) - 1) if _leads_to_a_price(pieces, at)][:_WORDS_MAX]:
        label = label_nearly_written(pieces[at].text)
        if label is not None:
            out[at], mended = pieces[at].recast(label), True
    return out if mended else None


def _leads_to_a_price(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether an unknown word stands there, and a price behind it or behind its colon."""
    if pieces[at].role is not ROLE.WORD:
        return False
    behind = pieces[at + 1 : at + 3]
    return behind[0].role is ROLE.PRICE or (behind[0].text in _LEADS and behind[-1].role is ROLE.PRICE)
