"""Find the words of denial that deny nothing: what a program writes for nothing, and Turkish for note.

Separate from the words themselves, because each is one only where it stands: alone on the first line, or as a label.
"""

from __future__ import annotations

from core.reading.pieces import Lexeme
from core.reading.roles import ROLE

_NOTHING, _NOTE = "none", "not"
DENYING = frozenset((_NOTHING, _NOTE))


def denials_of_nothing(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "None" above a call, as a program heads it; "NOT: yatırım tavsiyesi değildir"."""
    if len(pieces) > 1 and pieces[0].text == _NOTHING and pieces[1].role is ROLE.LINE:
        pieces[0] = pieces[0].recast(ROLE.FILLER)
    for at in range(len(pieces) - 1):
        if pieces[at].role is not ROLE.NOT or (at and pieces[at - 1].role not in (ROLE.LINE, ROLE.MARK)):
            continue
        if pieces[at].text == _NOTE and pieces[at + 1].text == ":":
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces
