"""Tell the price of a stop from the numbers beside it: how many candles must close, the price of an order that waits.

Separate from the labels, which put a stop where none is written: here its label stands, and the number behind it is
not its price.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from core.reading.lexing.labels import price_behind
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import Point, Slot
from core.reading.pieces.tables import CANDLES, CLOSES
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_LABELS = (Role.STOP, Role.TARGET, Role.ENTRY)
_SIDES = (Role.BUY, Role.SELL)
_OF_A_CANDLE = (Role.TIME, Role.CLOCK)
_CANDLES_MAX, _WAY_MAX, _LEAD_MAX = 5, 9, 4
_HELD = frozenset(("long", "short", "лонг", "шорт"))
"""A trade, and no order: what stops behind one of these is its stop."""
STOPPING = frozenset(("stop", "стоп"))
"""What a stop order is called behind its side, where its language borrows the word."""


def candles_counted(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SL: 3 H4 closes below 0.82": so many candles, and the price behind them."""
    for at in range(len(pieces) - 2):
        count = pieces[at]
        if count.role not in (ROLE.PRICE, ROLE.TIMES) or not _is_a_count(count):
            continue
        first = at + 1 + (pieces[at + 1].text == "(" and pieces[at + 3 : at + 4] != [] and pieces[at + 3].text == ")")
        if not _is_of_a_candle(pieces[first]):
            continue
        lead = pieces[max(0, at - _LEAD_MAX) : at]
        before = next((p.role for p in reversed(lead) if not (p.role in _LIGHT or _waits(p))), ROLE.LINE)
        row = list(takewhile(_goes_on, pieces[first : at + _WAY_MAX]))
        behind = pieces[first + len(row) : first + len(row) + 1]
        closes = any(map(_waits, (*row, *lead))) and [p.role for p in behind] == [ROLE.PRICE]
        if before is ROLE.STOP and closes:
            pieces[at] = Lexeme(ROLE.FILLER, count.text, count.start, count.end)
    return pieces


_LIGHT = frozenset((Role.MARK, Role.FILLER, Role.ZONE, Role.BELOW, Role.ABOVE))


def _waits(piece: Lexeme) -> bool:
    """ "SL: closing 2 days below 2.28", "stop below the candle of 4 h: 154": a close, or a candle."""
    return CLOSES.has(piece) or CANDLES.has(piece)


def _is_a_count(piece: Lexeme) -> bool:
    return piece.value is not None and piece.value % 1 == 0 and 0 < piece.value <= _CANDLES_MAX


def _is_of_a_candle(piece: Lexeme) -> bool:
    return piece.role in _OF_A_CANDLE or CANDLES.has(piece) or CLOSES.has(piece)


def _goes_on(piece: Lexeme) -> bool:
    return piece.role not in (ROLE.PRICE, ROLE.LINE, *_LABELS) and piece.text not in ",.;(|"


_BEYOND = frozenset(listed("CLOSES_BEYOND"))
_ENTERED = (Slot.ENTRY, Slot.SIDE)


def entered_at_a_close(points: Sequence[Point], pieces: Sequence[Lexeme]) -> str:
    """ "Sell 2350, close below 2340 invalidates": what is taken for a second entry, and a candle must close beyond."""
    behind = {q.start for p, q in pairwise(pieces) if p.text in _BEYOND and q.role is ROLE.PRICE}
    entries = [p.piece for p in points if p.slot in _ENTERED] if behind else []
    return next((piece.text for piece in entries[1:] if piece.start in behind), "")


def stops_as_orders(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "COMPRA STOP 1.2720", and below it "Stop loss 1.2680": the first is an order that waits for a break."""
    for at in range(len(pieces) - 3):
        side, label = pieces[at], pieces[at + 1]
        if side.role not in _SIDES or label.role is not ROLE.STOP or label.text not in STOPPING:
            continue
        if side.text in _HELD:
            break
        priced = at + 2 + (pieces[at + 2].role is ROLE.TICKER)
        if pieces[priced].role is ROLE.PRICE and _is_stopped_elsewhere(pieces, priced + 1):
            pieces[at + 1] = label.recast(ROLE.BREAKOUT)
        break
    return pieces


def _is_stopped_elsewhere(pieces: Sequence[Lexeme], first: int) -> bool:
    """Whether one label of a stop with a price of its own follows, and nothing was entered before it."""
    stops = [at for at in range(first, len(pieces)) if pieces[at].role is ROLE.STOP]
    entered = any(p.role is ROLE.ENTRY for p in pieces[: stops[0]]) if stops else True
    return len(stops) == 1 and not entered and price_behind(pieces, stops[0])


BREAKS = frozenset(listed("BREAKS"))
_UPWARDS, _DOWNWARDS = frozenset(listed("BREAKS_UP")), frozenset(listed("BREAKS_DOWN"))
_TORN = frozenset(word[:1] for word in _UPWARDS | _DOWNWARDS if word >= "\u3040")


def breaks_as_orders(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "突破 65000 追多", "BTC long breakout 65000": beside the side, the price is one that must first be broken."""
    for at in range(len(pieces) - 1):
        word, price = pieces[at], pieces[at + 1]
        torn = at > 0 and pieces[at - 1].text in _TORN and pieces[at - 1].end == word.start
        text = pieces[at - 1].text + word.text if torn else word.text
        if price.role is not ROLE.PRICE or not (text in BREAKS or text in _UPWARDS or text in _DOWNWARDS):
            continue
        before = at - 1 - torn
        before -= before > 0 and pieces[before].role is ROLE.FILLER
        beside = (*pieces[at + 2 : at + 3], *pieces[max(0, before) : at - torn])
        side = next((p.role for p in beside if p.role in _SIDES), None)
        against = _UPWARDS if side is ROLE.SELL else _DOWNWARDS
        if side is not None and text not in against:
            pieces[at] = word.recast(ROLE.BREAKOUT)
            if torn:
                pieces[at - 1] = pieces[at - 1].recast(ROLE.FILLER)
    return pieces
