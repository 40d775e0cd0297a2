"""Know whom a post speaks to: "Students, buy gold ...", and "sellers close half", which is for one side alone.

Separate from the other words that two meanings share, because here the place tells: elsewhere the same word tells of
what others do, or of the market.
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
_HELD = {**dict.fromkeys(listed("BUYERS"), Role.BUY), **dict.fromkeys(listed("SELLERS"), Role.SELL)}
HOLDING = frozenset(_HELD)
WITH_A_SIDE = frozenset(listed("WITH_A_SIDE"))
_MAY_HOLD = frozenset((Role.HEADING, Role.WORD, Role.FILLER, Role.OTHERS, Role.ANALYSIS))
_BEFORE_WHO_HOLDS = _LIGHT | {Role.LINE, Role.TICKER, Role.AND, Role.BUT, Role.ALL, Role.INDEX}
_SAID_MAX = 6
_UNTIL_AN_ORDER = _LIGHT | {Role.YOU_CAN, Role.BUT}
_ORDERED = frozenset(
    (Role.CLOSE, Role.PART, Role.HALF, Role.MOVE, Role.STOP, Role.EVEN, Role.RUNNER, Role.HOLD, Role.CANCEL)
)
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


def holders_as_sides(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Sellers close half", "all buyers: SL to BE": who holds a side, before an order; "buyers took over" is talk."""
    for at, piece in enumerate(pieces):
        if piece.text not in HOLDING or piece.role not in _MAY_HOLD:
            continue
        heads = at == 0 or pieces[at - 1].role in _BEFORE_WHO_HOLDS
        behind = next((p.role for p in pieces[at + 1 : at + _SAID_MAX] if p.role not in _UNTIL_AN_ORDER), None)
        if heads and behind in _ORDERED:
            pieces[at] = piece.recast(_HELD[piece.text])
    return pieces


def sides_of_those(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Sell wale aadha book karo": those who hold this side are the readers."""
    for at in range(1, len(pieces)):
        if pieces[at].text in WITH_A_SIDE and pieces[at].role is ROLE.OTHERS and pieces[at - 1].role in _SIDES:
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces
