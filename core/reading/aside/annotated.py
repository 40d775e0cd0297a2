"""Set aside the notes that a form has in brackets behind its levels: "TP1: 642 (24h low / psychological support)".

Separate from the other brackets, where a thought stands behind a price of any text: here lines have labels, and what
a note says of a level changes neither the level nor what is to be done - unless it speaks of doing something.
"""

from __future__ import annotations

from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday

_FORM = frozenset((Role.ENTRY, Role.STOP, Role.TARGET))
_LEVELS = (Role.ENTRY, Role.STOP, Role.TARGET)
_SIDES = (Role.BUY, Role.SELL)
_BEFORE_A_NOTE = (Role.PRICE, Role.IDENT, Role.MARK)
_DESCRIBED = frozenset(
    (
        *(Role.WORD, Role.FILLER, Role.ANALYSIS, Role.MARK, Role.ABOVE, Role.BELOW, Role.ZONE, Role.TIME, Role.CLOCK),
        *(Role.IDENT, Role.AND, Role.TO, Role.RATIO, Role.REWARD, Role.SIZE),
    )
)
_HOPED = _DESCRIBED | {
    *(Role.ENTRY, Role.TARGET, Role.STOP, Role.BUY, Role.SELL, Role.MAY, Role.WILL, Role.PERCENT, Role.LEVERAGE),
}
"""Behind a target more may be said: nothing of it is done before the price is there."""
_CHARTED, _NOTE_MAX = frozenset((Role.ANALYSIS, Role.ABOVE, Role.BELOW, Role.RATIO, Role.REWARD)), 30
"""What tells that the chart is described; "(skip)", "(paper)" may take the level back."""


def notes_aside(pieces: list[Lexeme], roles: set[Role]) -> list[Lexeme]:
    """The row with every such note as little words; a figure, an order or a condition in one leaves it as it is."""
    if not roles >= _FORM:
        return pieces
    label = ROLE.LINE
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.LINE or piece.text == "|":
            label = ROLE.LINE
        elif piece.role in _LEVELS or piece.role is ROLE.RATIO or (piece.role in _SIDES and label is ROLE.LINE):
            label = piece.role
        elif piece.text == "(" and label is not ROLE.LINE and at:
            _note(pieces, at, label)
    return pieces


def _note(pieces: list[Lexeme], opened: int, label: Role) -> None:
    before = pieces[opened - 1].role
    if label is not ROLE.RATIO and before is not label and before not in _BEFORE_A_NOTE:
        return
    end = next((n for n in range(opened + 1, min(opened + _NOTE_MAX, len(pieces))) if pieces[n].text == ")"), opened)
    row = pieces[opened + 1 : end]
    if label is ROLE.RATIO:  # "Risk/Reward 1:3.5 (risk: $6.3, reward: $22.5 to target 1)"
        for n in range(opened + 1, end):
            if pieces[n].role is not ROLE.MARK:
                set_aside(pieces, n)
        return
    allowed = _HOPED if label is ROLE.TARGET else _DESCRIBED
    roles = {p.role for p in row}
    if roles <= allowed and not roles.isdisjoint(_CHARTED):
        for n in range(opened + 1, end):
            if pieces[n].role is not ROLE.MARK and not (
                pieces[n].role is ROLE.WORD and not is_everyday(pieces[n].text)
            ):
                pieces[n] = pieces[n].recast(ROLE.FILLER)  # an unknown word is asked about, here as anywhere
