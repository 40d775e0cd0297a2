"""Know the lines under a heading of targets that each say how to leave: "Targets:", "Close at 145", "Close at 150".

Separate from the exits, which end a trade or label a price by themselves: here the heading has said what the prices
below it are, and the verb before each of them adds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed

_SIDES = (Role.BUY, Role.SELL)
_QUIET = frozenset((Role.MARK, Role.TICK, Role.UP, Role.DOWN, Role.INDEX))
_BEFORE_ITS_PRICE = _QUIET | {Role.FILLER, Role.ZONE, Role.TO, Role.PERCENT}
_BEHIND_ITS_PRICE = _QUIET | {Role.PERCENT}
_HEADING = _QUIET | {Role.TARGET, Role.FILLER, Role.ALL, Role.HEADING}
_SHARES = (Role.HALF, Role.ALL)
_AT = frozenset(listed("AT"))
LEAVING = (Role.CLOSE, Role.PART, Role.ALL)
LISTED_EXITS = frozenset((Role.STOP, Role.TARGET, Role.LINE, Role.PRICE))
"""Without these, and one of those or a second side, nothing can be written so."""


def ways_out_as_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Цели:", and below it "Закрыть по 0.098", "Sell at 145": the verb is passed over, its price is a target."""
    side = next((p.role for p in pieces if p.role in _SIDES), None)
    if side is None:
        return pieces
    leaves = (*LEAVING, ROLE.SELL if side is ROLE.BUY else ROLE.BUY)
    headed = False
    for begin, end in lines(pieces):
        row = pieces[begin:end]
        words = _words_of_leaving(row, leaves) if headed else []
        headed = bool(words) or _is_a_heading(row)
        for at in words:
            pieces[begin + at] = row[at].recast(ROLE.FILLER)
    return pieces


def _is_at(piece: Lexeme) -> bool:
    return piece.role is ROLE.ENTRY and piece.text in _AT


def _is_a_heading(row: Sequence[Lexeme]) -> bool:
    """ "Targets:", "🎯 Наши цели": the word for targets, and nothing before it that says more."""
    said = [p for p in row if p.role not in _QUIET]
    if not said or all(p.role is not ROLE.TARGET for p in said[-2:]):
        return False
    return all(p.role in _HEADING or (p.role is ROLE.WORD and (len(p.text) == 1 or is_everyday(p.text))) for p in said)


def _words_of_leaving(row: Sequence[Lexeme], leaves: Sequence[Role]) -> list[int]:
    """Where the verb, its share and its "at" stand on a line that holds one price and nothing else."""
    verb = next((at for at, p in enumerate(row) if p.role not in _QUIET), len(row) - 1)
    priced = next((at for at, p in enumerate(row) if p.role is ROLE.PRICE), 0)
    if row[verb].role not in leaves or priced <= verb:
        return []
    small = [at for at in range(verb + 1, priced) if row[at].role in _SHARES or _is_at(row[at])]
    before = (row[at].role for at in range(verb + 1, priced) if at not in small)
    plain = all(role in _BEFORE_ITS_PRICE for role in before)
    return [verb, *small] if plain and all(p.role in _BEHIND_ITS_PRICE for p in row[priced + 1 :]) else []


_POINT = "点位"
_PARTED_BY = frozenset((Role.STOP, Role.ENTRY, *_SIDES))


def points_counted(pieces: list[Lexeme]) -> list[Lexeme]:
    """止盈：点位1：3360 点位2：3430: behind the label of targets on its line, the word for a point counts them."""
    for begin, end in lines(pieces):
        label = ROLE.LINE
        for at in range(begin, end - 1):
            piece = pieces[at]
            if label is ROLE.TARGET and piece.text == _POINT and pieces[at + 1].text.isdigit():
                pieces[at] = piece.recast(ROLE.TARGET)
            elif piece.role is ROLE.TARGET or piece.role in _PARTED_BY:
                label = piece.role
    return pieces
