"""Find the words of denial that deny nothing: what a program writes for nothing, and Turkish for note.

Separate from the words themselves, because each is one only where it stands: alone on the first line, or as a label.
"""

from __future__ import annotations

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role

MISSED = frozenset(("missed",))
_NOTHING, _NOTE, _IN_THE = "none", "not", "no"
_DONE = (
    Role.CLOSE,
    Role.HALF,
    Role.PART,
    Role.ALL,
    Role.EVEN,
    Role.PERCENT,
    Role.SHARE,
    Role.HIT,
    Role.CANCEL,
    Role.ENTRY,
)
DENYING = frozenset((_NOTHING, _NOTE, _IN_THE))


def denials_of_nothing(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "None" above a call, as a program heads it; "NOT: yatırım tavsiyesi değildir"; "tendência de alta no H4"."""
    if len(pieces) > 1 and pieces[0].text == _NOTHING and pieces[1].role is ROLE.LINE:
        pieces[0] = pieces[0].recast(ROLE.FILLER)
    for at in range(2, len(pieces)):
        ends = at + 1 == len(pieces) or pieces[at + 1].role is ROLE.LINE
        field = pieces[at - 2].role is ROLE.WORD or pieces[at - 2].role is ROLE.ANALYSIS
        if pieces[at].text == _NOTHING and pieces[at - 1].text == ":" and field and ends:
            pieces[at] = pieces[at].recast(ROLE.FILLER)  # "News: none"
    for at in range(len(pieces) - 1):
        if pieces[at].text == _IN_THE and (_is_of_a_chart(pieces, at) or _is_of_a_name(pieces, at)):
            pieces[at] = pieces[at].recast(ROLE.FILLER)
        if pieces[at].role is not ROLE.NOT or (at and pieces[at - 1].role not in (ROLE.LINE, ROLE.MARK)):
            continue
        if pieces[at].text == _NOTE and pieces[at + 1].text == ":":
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


def _is_of_a_name(pieces: list[Lexeme], at: int) -> bool:
    """ "Fechem tudo no NEAR": Portuguese for "in the", between what is done and the name it is done to."""
    if not at or pieces[at].role is not ROLE.NOT or pieces[at + 1].role is not ROLE.TICKER:
        return False
    return pieces[at - 1].role in _DONE


def _is_of_a_chart(pieces: list[Lexeme], at: int) -> bool:
    """Whether a time of the chart stands behind it, and ends what is said; "no H4 close yet" goes on."""
    if not at or pieces[at].role is not ROLE.NOT or pieces[at + 1].role is not ROLE.TIME:
        return False
    ends = at + 2 == len(pieces) or pieces[at + 2].role in (ROLE.LINE, ROLE.MARK)
    return ends and pieces[at - 1].role not in (ROLE.LINE, ROLE.MARK)


def missed_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Missed TP3, but TP1 and TP2 hit": it was not reached, and what is told behind "but" was."""
    at = next((n for n, p in enumerate(pieces) if p.text in MISSED), len(pieces))
    named = any(p.role is ROLE.TARGET for p in pieces[at + 1 : at + 3])
    if named and any(p.role is ROLE.BUT for p in pieces[at + 2 : at + 6]):
        pieces[at] = pieces[at].recast(ROLE.NOT)
    return pieces
