"""Read a stop that is told as a sentence: "si pierde 3330 cierro".

Separate from the labels, because here a condition, a price and a verb make one together.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_SIDES = frozenset((Role.BUY, Role.SELL))
LOSES = frozenset(listed("LOSES"))
_LOST_MAX, _LEFT_MAX = 3, 6
_ENDS_WITH_IT = frozenset(".;!")
_BUT_A_PART = (Role.HALF, Role.PART, Role.PERCENT, Role.NOT)


def exits_as_stops(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Si pierde 3330 cierro": beside a side and its targets, and without any other, where its author gets out.

    What is left of a candle stays behind the price, as behind any stop.
    """
    roles = {p.role for p in pieces}
    if ROLE.STOP in roles or not {ROLE.IF, ROLE.TARGET, ROLE.CLOSE} <= roles or roles.isdisjoint(_SIDES):
        return pieces
    for at, piece in enumerate(pieces):
        if piece.role is not ROLE.IF:
            continue
        price = next((n for n in range(at + 1, min(at + 2 + _LOST_MAX, len(pieces))) if _is_a_price(pieces[n])), None)
        lost = price and any(not LOSES.isdisjoint(p.text.split()) for p in pieces[at:price])
        left = _left_behind(pieces, price) if price and lost else None
        if price and left:
            pieces[at] = piece.recast(ROLE.STOP)
            closed = (n for n in range(price + 1, left) if pieces[n].role is ROLE.CLOSED)  # "en clôture H4"
            for n in (*range(at + 1, price), *closed, left):
                pieces[n] = pieces[n].recast(ROLE.FILLER)
            break
    return pieces


def _is_a_price(piece: Lexeme) -> bool:
    return piece.role is ROLE.PRICE


def _left_behind(pieces: Sequence[Lexeme], price: int) -> int | None:
    """Where the verb stands that leaves the whole trade, in the sentence of its price and last in it."""
    for at in range(price + 1, min(price + 1 + _LEFT_MAX, len(pieces))):
        if pieces[at].role in (ROLE.LINE, ROLE.PRICE, *_BUT_A_PART) or pieces[at].text in _ENDS_WITH_IT:
            return None
        if pieces[at].role is ROLE.CLOSE:
            behind = pieces[at + 1] if at + 1 < len(pieces) else None
            return at if behind is None or behind.role in (ROLE.LINE, ROLE.MARK, ROLE.ALL) else None
    return None
