"""Find the words of denial that deny nothing: what a program writes for nothing, and Turkish for note.

Separate from the words themselves, because each is one only where it stands: alone on the first line, or as a label.
"""

from __future__ import annotations

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE

MISSED = frozenset(("missed",))
_NOTHING, _NOTE = "none", "not"
DENYING = frozenset((_NOTHING, _NOTE))


def denials_of_nothing(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "None" above a call, as a program heads it; "NOT: yatırım tavsiyesi değildir"."""
    if len(pieces) > 1 and pieces[0].text == _NOTHING and pieces[1].role is ROLE.LINE:
        pieces[0] = pieces[0].recast(ROLE.FILLER)
    for at in range(2, len(pieces)):
        ends = at + 1 == len(pieces) or pieces[at + 1].role is ROLE.LINE
        field = pieces[at - 2].role is ROLE.WORD or pieces[at - 2].role is ROLE.ANALYSIS
        if pieces[at].text == _NOTHING and pieces[at - 1].text == ":" and field and ends:
            pieces[at] = pieces[at].recast(ROLE.FILLER)  # "News: none"
    for at in range(len(pieces) - 1):
        if pieces[at].role is not ROLE.NOT or (at and pieces[at - 1].role not in (ROLE.LINE, ROLE.MARK)):
            continue
        if pieces[at].text == _NOTE and pieces[at + 1].text == ":":
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


def missed_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Missed TP3, but TP1 and TP2 hit": it was not reached, and what is told behind "but" was."""
    at = next((n for n, p in enumerate(pieces) if p.text in MISSED), len(pieces))
    named = any(p.role is ROLE.TARGET for p in pieces[at + 1 : at + 3])
    if named and any(p.role is ROLE.BUT for p in pieces[at + 2 : at + 6]):
        pieces[at] = pieces[at].recast(ROLE.NOT)
    return pieces
