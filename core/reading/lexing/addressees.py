"""Know whom a post speaks to: "Students, buy gold ...", "gold buys, my people": its readers, and nobody else's trade.

Separate from the other words that two meanings share, because here the comma tells: without it the same word tells of
what others do.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_ADDRESSEES = frozenset(listed("ADDRESSEES"))
ADDRESSED = frozenset(phrase.split()[-1] for phrase in _ADDRESSEES)
"""Without one of these nobody is spoken to."""
_LIGHT = frozenset((Role.FILLER, Role.MARK, Role.TICK))
_CALLING = _LIGHT | {Role.BUY, Role.SELL, Role.TICKER, Role.HEADING, Role.MARKET}
_SIDES = (Role.BUY, Role.SELL)
_BEHIND_A_NAME, _ENDING = frozenset(",!"), frozenset("!.")


def readers_addressed(pieces: list[Lexeme]) -> list[Lexeme]:
    """Nobody else is meant by who is spoken to before a comma, or at the end of the line that names the trade."""
    begins = 0
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.LINE:
            begins = at + 1
        elif piece.role is ROLE.OTHERS and piece.text.split()[-1] in ADDRESSED:
            row = pieces[begins:at]
            if _is_called_before_all(pieces, at, row) or _is_called_behind_all(pieces, at, row):
                pieces[at] = piece.recast(ROLE.FILLER)
    return pieces


def _is_called_before_all(pieces: Sequence[Lexeme], at: int, row: Sequence[Lexeme]) -> bool:
    """ "Dear students, buy gold": and no list of those who did, "members, followers, all of them"."""
    if at + 2 >= len(pieces) or pieces[at + 1].text not in _BEHIND_A_NAME or any(p.role not in _LIGHT for p in row):
        return False
    return pieces[at].text in _ADDRESSEES and pieces[at + 2].role is not ROLE.OTHERS


def _is_called_behind_all(pieces: Sequence[Lexeme], at: int, row: Sequence[Lexeme]) -> bool:
    """ "Gold buys my people", and the line ends: behind "by" or "from" it would be somebody else's."""
    ends = next((p for p in pieces[at + 1 :] if p.role is not ROLE.MARK or p.text in _ENDING), None)
    if (ends is not None and ends.role is not ROLE.LINE and ends.text not in _ENDING) or not row:
        return False
    called = f"{row[-1].text} {pieces[at].text}" in _ADDRESSEES or row[-1].text in _BEHIND_A_NAME
    return called and any(p.role in _SIDES for p in row) and all(p.role in _CALLING for p in row)
