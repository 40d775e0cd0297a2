"""Set aside what an instrument costs now, where the entry has a price of its own.

Separate from the other numbers that are no levels: this one may be the entry itself, and is where no other is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.lexicon import listed
from core.reading.pieces import Lexeme
from core.reading.remarks import set_aside
from core.reading.roles import ROLE, Role

_QUOTED = frozenset(listed("PRICE_NOW"))
QUOTING = frozenset(phrase.split()[-1] for phrase in _QUOTED if "price" not in phrase) | {"price"}
"""Without one of these no price of now is told."""
_WITHIN = 8
_BETWEEN = (Role.MARK, Role.WORD, Role.FILLER, Role.IDENT, Role.MARKET, Role.VENUE, Role.TIME)
_BESIDE = (Role.MARKET, Role.ABOVE, Role.BELOW)
_SIDES = (Role.BUY, Role.SELL)
_PRICED = (Role.ENTRY, *_SIDES)
_UNSPOKEN = frozenset(
    (
        *(Role.MARK, Role.LINE, Role.FILLER, Role.INDEX, Role.ZONE, Role.TICKER),
        *(Role.LIMIT, Role.BREAKOUT),
    )
)
"""What may stand between a side and its price: "buy stop NZDCAD 0.7985"."""
_LABELS = (Role.STOP, Role.TARGET, Role.ENTRY, Role.ADD, Role.LEVERAGE)


def quotes_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Current price: 0.552, entry: 0.548": where an entry is named, what it costs now is news.

    Where it is named at another price, the order waits for it, however loudly "buy now" stands above.
    """
    spoken = [p for p in _spoken(pieces) if p.role not in _BESIDE or p.text in _QUOTED]
    triples = zip([*spoken[:1], *spoken], spoken, spoken[1:], strict=False)
    entered = any(p.role in _PRICED and q.role is ROLE.PRICE for p, q in pairwise(spoken)) or any(
        p.role is ROLE.PRICE and q.role in _SIDES and o.role not in _LABELS and o.text not in _QUOTED
        for o, p, q in triples
    )  # "61800 long": the price before its side
    for at in range(len(pieces) - 1) if entered else ():
        if pieces[at].text not in _QUOTED or (at and pieces[at - 1].role in _LABELS):
            continue  # "SL current 62000"
        if (behind := _quoted(pieces, at + 1)) is not None:
            pieces[at], now = pieces[at].recast(ROLE.FILLER), pieces[behind].value
            set_aside(pieces, behind)
            if any(p.role is ROLE.ENTRY and q.role is ROLE.PRICE and q.value != now for p, q in pairwise(spoken)):
                return [p.recast(ROLE.FILLER) if p.role is ROLE.MARKET else p for p in pieces]
    return pieces


def _quoted(pieces: Sequence[Lexeme], first: int) -> int | None:
    """Where the price stands: right behind its label, or behind the mark of "current price MT5 (live): 0.552"."""
    colon = False
    for at in range(first, min(first + _WITHIN, len(pieces))):
        piece = pieces[at]
        if piece.role is ROLE.PRICE:
            return at if colon or at == first else None
        if piece.role not in _BETWEEN or colon:
            return None
        colon = piece.text in ":=-"
    return None


def _spoken(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    return [p for p in pieces if p.role not in _UNSPOKEN]
