"""Tell the word that heads a changed level: "Modification SL: 2650", "Изменение TP1: 2690", "SL değişikliği: 2650".

Separate from the verbs, because by itself it changes nothing: a trend changes, and so do the rules of a room.
"""

from __future__ import annotations

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

CHANGES = frozenset(listed("CHANGES"))
_LABELS, _LIGHT = (Role.STOP, Role.TARGET), (Role.FILLER, Role.MARK)
_PARTING = frozenset(".!;,|")
_FIGURES, _WITHIN = (Role.PRICE, Role.EVEN), 4


def changes_of_a_level(pieces: list[Lexeme]) -> list[Lexeme]:
    """Right before a label, or between the label and its price, and at the head of its line or clause."""
    for at, piece in enumerate(pieces):
        if piece.text not in CHANGES or piece.role not in (ROLE.WORD, ROLE.FILLER, ROLE.ANALYSIS):
            continue
        before = [p.role for p in pieces[max(0, at - _WITHIN) : at] if p.role not in _LIGHT]
        behind = [p.role for p in pieces[at + 1 : at + 1 + _WITHIN] if p.role not in _LIGHT]
        behind = behind[1:] if behind[:1] == [ROLE.LINE] and not before else behind  # alone on the first line
        leads = before[-1:] in ([], [ROLE.LINE], [ROLE.TICKER], [ROLE.AND]) or _begins_a_clause(pieces, at)
        heads = leads and behind[:1] != [] and behind[0] in _LABELS
        labelled = len(before) > 0 and (before[-1] in _LABELS or before[-2:] == [ROLE.TARGET, ROLE.INDEX])
        if heads or (labelled and behind[:1] != [] and behind[0] in _FIGURES):
            pieces[at] = piece.recast(ROLE.EDIT)
    return pieces


def _begins_a_clause(pieces: list[Lexeme], at: int) -> bool:
    """ "Close half. Modification TP2: 2690", "SL to BE 🔒 modification TP2": behind a mark that parts, or a picture."""
    before = pieces[at - 1]
    return before.role is ROLE.MARK and (before.text in _PARTING or not before.text.isascii())
