"""Know a target that is told as a share of something else: "TP at 50% of the range", "TP at the 61.8% fib".

Separate from the levels, which take a percentage for a distance from the entry, as it is nearly everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.aside.gauges import FIBONACCI
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Draft
from core.reading.roles import ROLE
from core.reading.words.lexicon import listed

_SHARE_OF = frozenset(listed("SHARE_OF"))


def share_of_another(draft: Draft, pieces: Sequence[Lexeme]) -> str:
    """The first such target, as it is written; "" where none is, or where the targets have prices."""
    if not draft.shares or draft.of(SLOT.TARGET):
        return ""
    aimed = {p.start for slot, p in draft.shares if slot is SLOT.TARGET}
    for piece, behind in pairwise(pieces):
        told = behind.text in _SHARE_OF or behind.text in FIBONACCI or behind.role is ROLE.ANALYSIS
        if told and piece.start in aimed:
            return piece.text
    return ""
