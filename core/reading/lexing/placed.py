"""Know an order that is to be placed from one that is filled: "Place buy-limit orders in the demand zone".

Separate from the reports, because "orders in" alone tells that they were filled, and where a place follows it tells
where they are to lie.
"""

from __future__ import annotations

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role

ORDERS = frozenset(("order", "orders"))
_PLACED, _LIGHT = (Role.LIMIT, Role.BREAKOUT, Role.MOVE), (Role.FILLER, Role.MARK)
_NEAR, _IN = 4, " in"
_ENDED = (Role.LINE, Role.MARK, Role.TICK, Role.MARKET, Role.AND, Role.STOP, Role.TARGET, Role.MOVE)
_NOW = frozenset(("play", "profit"))


def orders_in_a_place(pieces: list[Lexeme]) -> list[Lexeme]:
    """Behind a verb that puts it or the kind of an order, and before words for a place: nothing is filled yet."""
    for at in range(1, len(pieces) - 1):
        piece, behind = pieces[at], pieces[at + 1]
        if piece.role is not ROLE.FILLED or not piece.text.endswith(_IN) or behind.role in _ENDED:
            continue
        before = [p.role for p in pieces[max(0, at - _NEAR) : at] if p.role not in _LIGHT]
        if before and before[-1] in _PLACED and behind.text not in _NOW:
            pieces[at] = piece.recast(ROLE.HEADING)
    return pieces
