"""Tell the price of a stop from the numbers beside it: how many candles must close, the price of an order that waits.

Separate from the labels, which put a stop where none is written: here its label stands, and the number behind it is
not its price.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise, takewhile

from core.reading.aside.remarks import set_aside
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
STOPPING = frozenset(("stop", "stp", "стоп"))
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


BREAKS, _LEVELS, _HAN = frozenset(listed("BREAKS")), (Role.STOP, Role.TARGET), "\u3040"
_UPWARDS, _DOWNWARDS = frozenset(listed("BREAKS_UP")), frozenset(listed("BREAKS_DOWN"))
_THEN, _PARTS, _WAY = frozenset("就再则才"), frozenset(",;.!)"), 4
_SKIPPED = _THEN | frozenset("->→:")
_ON_THE_WAY = (Role.FILLER, Role.BELOW, Role.ABOVE, Role.ZONE)
_BESIDE_A_BREAK = (Role.FILLER, Role.TICKER)
_BEHIND_A_BREAK = (Role.LINE, *_SIDES)
_TORN = frozenset(word[:1] for word in _UPWARDS | _DOWNWARDS if word >= _HAN)


def _labels_so(label: Lexeme, level: Lexeme, price: Lexeme) -> bool:
    return label.role in _LEVELS and level.role is ROLE.PRICE and level.value == price.value


def breaks_as_orders(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "突破 65000 追多", "BTC long breakout 65000", "sell 3977 breakdown", "Ausbruch unter 3977 short".

    Beside the side, the price is one that must first be broken.
    """
    for at, word in enumerate(pieces):
        torn = at > 0 and pieces[at - 1].text in _TORN and pieces[at - 1].end == word.start
        text = pieces[at - 1].text + word.text if torn else word.text
        if not (text in BREAKS or text in _UPWARDS or text in _DOWNWARDS):
            continue
        first, last, price = _breaks_at(pieces, at - torn, at)
        if price is None:
            continue
        if text >= _HAN and any(_labels_so(p, q, price) for p, q in pairwise(pieces[:first])):
            set_aside(pieces, pieces.index(price))  # 止损3977 ... 跌破3977就走: a level told again
            continue
        near = (_side_near(pieces[last + 1 :]), _side_near(reversed(pieces[:first])))
        side = next((role for role in near if role is not None), None)
        against = _UPWARDS if side is ROLE.SELL else _DOWNWARDS
        if side is not None and text not in against:
            pieces[at] = word.recast(ROLE.BREAKOUT)
            if last + 1 < len(pieces) and pieces[last + 1].text in _THEN:
                pieces[last + 1] = pieces[last + 1].recast(ROLE.FILLER)  # 跌破3977就空
            if torn:
                pieces[at - 1] = pieces[at - 1].recast(ROLE.FILLER)
    return pieces


_BEYOND_FOR = {Role.ABOVE: Role.BUY, Role.BELOW: Role.SELL}
_BEFORE_A_BREAK = (Role.TICKER, Role.FILLER, Role.HEADING, Role.MARK, Role.TICK, Role.WORD)


def beyond_as_orders(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Gold below 3977 short", "EURUSD above 1.1650 -> buy": before its side, too, a price is one to be broken."""
    for at in range(len(pieces) - 2):
        beyond = _BEYOND_FOR.get(pieces[at].role)
        if beyond is None or pieces[at + 1].role is not ROLE.PRICE or _side_near(pieces[at + 2 :]) is not beyond:
            continue
        before = takewhile(lambda p: p.role is not ROLE.LINE and p.text not in ".;!", reversed(pieces[:at]))
        if all(p.role in _BEFORE_A_BREAK for p in before):
            pieces[at] = pieces[at].recast(ROLE.BREAKOUT)
    return pieces


def _breaks_at(pieces: Sequence[Lexeme], begin: int, end: int) -> tuple[int, int, Lexeme | None]:
    """What a word for a break and its price fill together, from the first to the last place; None: it has no price."""
    row = pieces[end + 1 : end + 3]
    leads = len(row) - 1 if row and row[0].role in _ON_THE_WAY else 0
    if row and row[leads].role is ROLE.PRICE:
        return begin, end + 1 + leads, row[leads]
    ends = not row or row[0].role in _BEHIND_A_BREAK or row[0].text in _PARTS or row[0].text in _THEN
    if begin and pieces[begin - 1].role is ROLE.PRICE and ends:
        return begin - 1, end, pieces[begin - 1]  # "sell 3977 breakdown"
    return begin, end, None


def _side_near(row: Iterable[Lexeme]) -> Role | None:
    """The side that only little words, an arrow and the name part from a break."""
    way = takewhile(lambda p: p.role in _SIDES or p.role in _BESIDE_A_BREAK or p.text in _SKIPPED, islice(row, _WAY))
    return next((p.role for p in way if p.role in _SIDES), None)
