"""Know a coin whose whole name is a figure: "LONG - $4", and below it a price of 0.088.

Separate from the symbols, where a dollar before a figure is money: only the side beside it and the scale of every
other price tell that nobody asks for four dollars.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.facts import CASHTAG, Named

FIGURES = frozenset("4")
"""Of the coins that venues list one is called by a bare figure."""
_SIDES, _BETWEEN = (Role.BUY, Role.SELL), "-|:"
_FAR = 10
"""So many times as much as any other price of the post, or as little."""


def figures_as_names(pieces: list[Lexeme]) -> list[Lexeme]:
    """Make a ticker of "$4" beside a side, where nothing else is named and no price of the post is near it."""
    for at in range(1, len(pieces)):
        sign, figure = pieces[at - 1 : at + 1]
        if sign.text != "$" or figure.text not in FIGURES or figure.role is not ROLE.PRICE or sign.end < figure.start:
            continue
        if (
            _stands_by_a_side(pieces, at)
            and _is_no_price(pieces, at)
            and all(p.role is not ROLE.TICKER for p in pieces)
        ):
            named = Named(figure.text, figure.text, CASHTAG)
            text = sign.text + figure.text
            pieces[at - 1 : at + 1] = [Lexeme(ROLE.TICKER, text, sign.start, figure.end, named=named)]
            break
    return pieces


def _stands_by_a_side(pieces: list[Lexeme], at: int) -> bool:
    behind = pieces[at + 1 : at + 2]
    ahead = next((p for p in reversed(pieces[: at - 1]) if p.text not in _BETWEEN), pieces[at])
    return ahead.role in _SIDES or any(p.role in _SIDES for p in behind)


def _is_no_price(pieces: list[Lexeme], at: int) -> bool:
    value = Decimal(pieces[at].text)
    counted = [p.role is ROLE.TARGET and p.end == q.start for p, q in pairwise(pieces)]  # "TP1"
    others = [q.value for q, count in zip(pieces[1:], counted, strict=True) if q.role is ROLE.PRICE and not count]
    prices = [price for price in others if price and price != value]
    return bool(prices) and all(value > price * _FAR or price > value * _FAR for price in prices)
