"""Tell a call for the spot market from a word that only names it: "Binance (Futures and Spot)", "Spot target: 0.64".

Separate from the words of an order, because here the line decides: where a coin is listed, and how far those may wait
who hold it without leverage, makes no spot trade of the call above.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_FUTURES = frozenset(listed("FUTURES"))
_JOINTS, _BETWEEN_MAX = frozenset(",/&+|"), 3


def spots_aside(pieces: list[Lexeme], roles: Set[Role]) -> list[Lexeme]:
    """The row without the words of the spot market that stand beside futures, or head a target of their own."""
    if ROLE.SPOT not in roles:
        return pieces
    aimed = next((p.start for p in pieces if p.role is ROLE.TARGET), None)
    held = any(p.role is ROLE.SPOT and (aimed is None or p.start < aimed) for p in pieces)
    rows = [(begin, pieces[begin:end]) for begin, end in lines(pieces)]
    for number, (begin, row) in enumerate(rows):
        for at, piece in enumerate(row):
            if piece.role is not ROLE.SPOT:
                continue
            heads = aimed is not None and piece.start > aimed and _heads_a_target(row, at)
            if heads or _is_beside_futures(row, at):
                pieces[begin + at] = piece.recast(ROLE.FILLER)
            if heads and not held:
                _aims_aside(pieces, rows[number : number + 2])
    return pieces


def _aims_aside(pieces: list[Lexeme], rows: Sequence[tuple[int, Sequence[Lexeme]]]) -> None:
    """How far those may wait who hold it on the spot, on its line or on the next one: no target of this trade."""
    for begin, row in rows:
        priced = [n for n, p in enumerate(row) if p.role is ROLE.PRICE]
        if priced and any(p.role is ROLE.TARGET for p in row) and all(p.role is not ROLE.INDEX for p in row):
            for n in priced:
                set_aside(pieces, begin + n)
            return


def _heads_a_target(row: Sequence[Lexeme], at: int) -> bool:
    """ "Spot (long term): target 0.64", at the head of its line, with a target named on it."""
    leads = all(p.role is ROLE.MARK or p.role is ROLE.TICK for p in row[:at])
    return leads and any(p.role is ROLE.TARGET for p in row[at + 1 :])


def _is_beside_futures(row: Sequence[Lexeme], at: int) -> bool:
    """ "Spot and futures", "Binance Futures / Spot"."""
    for side in (row[at + 1 : at + 1 + _BETWEEN_MAX], row[max(0, at - _BETWEEN_MAX) : at][::-1]):
        joined = False
        for piece in side:
            if piece.text.rpartition(" ")[2] in _FUTURES:
                return joined
            if not (piece.role is ROLE.AND or piece.role is ROLE.VENUE or piece.text in _JOINTS):
                break
            joined = joined or piece.role is not ROLE.VENUE
    return False
