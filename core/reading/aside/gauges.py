"""Set aside what a scanner reads off beside its plan: an indicator's values, a score out of 100, the price of now.

Separate from the other remarks: these fill a line of their own, and no word on it belongs to an order.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, takewhile

from core.reading.aside.remarks import INDICATORS, set_aside
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

GAUGES = INDICATORS | {"ema", "sma", "vwap", "supertrend"}
GRADES, DAYS = frozenset(("100",)), frozenset(("24h", "24"))
_ORDERED = frozenset(
    (
        *(Role.ENTRY, Role.ADD, Role.STOP, Role.TARGET, Role.BUY, Role.SELL, Role.LIMIT, Role.BREAKOUT, Role.ZONE),
        *(Role.LEVERAGE, Role.SIZE, Role.RATIO, Role.CLOSE, Role.MOVE, Role.TICKER),
    )
)
_SAID = (Role.WORD, Role.ANALYSIS)
_WHOLE, _COLON = Decimal(100), ":="
_UNLABELLED = (Role.WORD, Role.FILLER, Role.ZONE, Role.MARK)
OUTCOMES = frozenset((*listed("PROFIT"), *listed("LOSS")))
_REACHED, _MADE = (Role.TICK, Role.HIT), (Role.PERCENT, Role.TIMES)
_ARROWS, _SIDES = (Role.UP, Role.DOWN), (Role.BUY, Role.SELL)
_DECORATING = (Role.MARK, Role.UP, Role.DOWN, Role.TICK)
_SWINGS, _HOPED = frozenset(listed("SWINGS")), frozenset((*listed("REWARDS"), *listed("POTENTIAL")))
SWINGS, _SIGNS = _SWINGS | {word.split()[0] for word in (*_SWINGS, *_HOPED)}, frozenset("+-")
_SWUNG = frozenset(
    (
        *(Role.WORD, Role.ANALYSIS, Role.FILLER, Role.MARK, Role.TICK, Role.TIME, Role.CLOCK, Role.UP),
        Role.DOWN,
        Role.PERCENT,
    )
)
_CHANGED = [Role.TIME, Role.PERCENT]
CHARTED = frozenset(listed("CHARTED"))
_LEVELS, _LABELLED = (Role.STOP, Role.TARGET), (Role.STOP, Role.TARGET, Role.ENTRY, Role.ADD, Role.BUY, Role.SELL)
_ON_THE_WAY, _PARTS, _WAY_MAX = (Role.ZONE, Role.FILLER, Role.MARK), frozenset(",;|/)"), 5
_NOW = [Role.MARKET, Role.MARK, Role.PRICE]


def gauges_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "RSI / Stoch: 78.2 / 91.4", "RSI stayed above 70", "EMA 20: 34.10": of a line that names no order."""
    for begin, end in lines(pieces):
        first = next((at for at in range(begin, end) if pieces[at].text in GAUGES), end)
        if first == end or not _ORDERED.isdisjoint(p.role for p in _words(pieces[begin:end])):
            continue
        for at in range(first, end):
            if pieces[at].role is ROLE.PRICE:
                set_aside(pieces, at)
    return pieces


def grades_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Score: 87/100", "Confidence 82 / 100": so much of a hundred, behind a word that labels no level."""
    for begin, end in lines(pieces):
        row = pieces[begin:end]
        at = next((n for n, p in enumerate(row) if p.role is ROLE.PRICE and p.value == _WHOLE), 0)
        if at < 2 or row[at - 1].text != "/" or row[at - 2].role is not ROLE.PRICE:
            continue
        value = row[at - 2].value
        named = any(p.role in _SAID for p in row[: at - 2]) and _ORDERED.isdisjoint(p.role for p in row)
        if named and value is not None and value <= _WHOLE:
            for n in (at - 2, at):
                set_aside(pieces, begin + n)
    return pieces


def changes_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "24h: +35.67%": how far the market has gone in a day, and nothing that a trade has made."""
    for begin, end in lines(pieces):
        row = [p.role for p in pieces[begin:end] if p.role is not ROLE.MARK]
        if row == _CHANGED and pieces[end - 1].role is ROLE.PERCENT and pieces[begin].role is ROLE.TIME:
            set_aside(pieces, end - 1)
    return pieces


def swings_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Volume +120%", "24h change: -3.2%", "Potential: +12%": of a market, on a line that names no level.

    What a trade has made ("profit: +12%") is none of it, nor is what has come already.
    """
    for begin, end in lines(pieces, "|"):
        named = [at for at in range(begin, end) if pieces[at].text in _SWINGS or pieces[at].text in _HOPED]
        if not named or any(pieces[at].role not in _SWUNG and at not in named for at in range(begin, end)):
            continue
        if any(p.role is ROLE.TICK for p in pieces[begin:end]) and any(pieces[at].text in _HOPED for at in named):
            continue  # "Potential +12% ✅" has come
        for at in range(begin + 1, end):
            if pieces[at].role is ROLE.PERCENT and pieces[at - 1].text in _SIGNS:
                set_aside(pieces, at)
                for label in named:
                    pieces[label] = pieces[label].recast(ROLE.ANALYSIS)
    return pieces


_RATED = frozenset((Role.BUY, Role.SELL, Role.PERCENT))


def rates_of_sides_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Shorts: 97% | Longs: 94%", on one line or on two: how often a strategy was right, and no side."""
    if not {p.role for p in pieces} >= _RATED:
        return pieces
    found: list[int] = []
    for begin, end in lines(pieces):
        row = [at for at in range(begin, end) if pieces[at].role not in _UNLABELLED]
        roles = [pieces[at].role for at in row]
        paired = len(row) % 2 == 0 and all(role is ROLE.PERCENT for role in roles[1::2])
        found += row if row and paired and all(role in _SIDES for role in roles[::2]) else ()
    if {pieces[at].role for at in found} == _RATED:
        for at in found:
            set_aside(pieces, at)
    return pieces


FIBONACCI = frozenset(("fib", "fibs", "fibo", "fibonacci"))
_RATIOS = frozenset(
    ("0.236", "0.382", "0.5", "0.618", "0.65", "0.705", "0.786", "0.886", "1.13", "1.272", "1.414", "1.618", "2.618")
)
_BESIDE_FIB, _RETRACED = 4, frozenset(("23.6%", "38.2%", "50%", "61.8%", "70.5%", "78.6%", "88.6%"))


def ratios_of_fibonacci_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP3 3375 (1.618 Fibonacci)", "fib 0.618": a part of a way, far from every other price of the post."""
    prices = [p.value for p in pieces if p.role is ROLE.PRICE and len(p.text) > 1 and p.value and p.text not in _RATIOS]
    for at in [at for at, p in enumerate(pieces) if p.text in FIBONACCI]:
        for n in range(max(0, at - _BESIDE_FIB), min(at + _BESIDE_FIB + 1, len(pieces))):
            if pieces[n].role is ROLE.PERCENT and pieces[n].text in _RETRACED:
                set_aside(pieces, n)  # "between the 50% and 61.8% fib"
            if pieces[n].role is not ROLE.PRICE or pieces[n].text not in _RATIOS:
                continue
            value = Decimal(pieces[n].text)
            if all(value * 2 < price or price * 2 < value for price in prices):
                set_aside(pieces, n)
    return pieces


_TRADED, _SPIKE_MAX = frozenset((*listed("TRADED"), *_SWINGS)), 4
GROWTH = frozenset((*listed("GROWTH"), *_TRADED, "atr", "adr"))


def multiples_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "5x increase", "2x-4x potential", "Volume spike 3x": how often a price or what is usual, and no leverage."""
    for at in [at for at, p in enumerate(pieces) if p.role is ROLE.TIMES]:
        behind = pieces[at + 1].text if at + 1 < len(pieces) else ""
        levered = any(p.role is ROLE.LEVERAGE for p in pieces[max(0, at - 2) : at])  # "Leverage 10x volume high"
        row = list(takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[max(0, at - _SPIKE_MAX) : at])))
        spiked = any(not _TRADED.isdisjoint(p.text.split()) for p in row)
        spiked = spiked and all(p.role is not ROLE.LEVERAGE for p in row)
        if spiked or (behind in GROWTH and not (behind in _TRADED and levered)):
            set_aside(pieces, at)
    return pieces


def charted_beside_a_level(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP 2660, support area 2640": behind a level on its line the price of a chart's is no further target."""
    level = priced = False
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.LINE or piece.role in _LABELLED:
            level, priced = piece.role in _LEVELS, False
        elif piece.role is ROLE.ANALYSIS and level and priced and piece.text in CHARTED:
            row = range(at + 1, min(at + _WAY_MAX, len(pieces)))
            behind = next((n for n in row if pieces[n].role not in _ON_THE_WAY or pieces[n].text in _PARTS), at)
            if pieces[behind].role is ROLE.PRICE:
                set_aside(pieces, behind)
        priced = priced or piece.role is ROLE.PRICE
    return pieces


def gains_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Profit: 12% 📈" on a line of its own in a report: what the trade has made, and no target."""
    if not any(p.role in _REACHED for p in pieces[1:]):  # a tick at the head of a card is none
        return pieces
    for begin, end in lines(pieces):
        row = [at for at in range(begin, end) if pieces[at].role not in _DECORATING]
        told = len(row) > 1 and pieces[row[0]].text in OUTCOMES and pieces[row[0]].role is ROLE.WORD
        if told and all(pieces[at].role in _MADE for at in row[1:]):
            for at in range(row[1], end):
                if pieces[at].role in _ARROWS:
                    pieces[at] = pieces[at].recast(ROLE.MARK)  # no side either
                elif at in row:
                    set_aside(pieces, at)
    return pieces


def now_aside_of_its_line(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Now: 2.225" on a line of its own, where the entry has a label and a price: what it costs, and no order."""
    spoken = [p for p in pieces if p.role not in (ROLE.MARK, ROLE.FILLER, ROLE.INDEX, ROLE.ZONE)]
    if not any(p.role is ROLE.ENTRY and q.role is ROLE.PRICE for p, q in pairwise(spoken)):
        return pieces
    for begin, end in lines(pieces):
        label = end - len(_NOW)
        if label < begin or [p.role for p in pieces[label:end]] != _NOW or pieces[end - 2].text not in _COLON:
            continue
        if all(p.role in _UNLABELLED for p in pieces[begin:label]):  # "Price now: 142.3"
            pieces[label] = pieces[label].recast(ROLE.FILLER)
            set_aside(pieces, end - 1)
    return pieces


def _words(row: list[Lexeme]) -> Iterator[Lexeme]:
    """Those that may order; what an indicator stands above, or where, is none."""
    return (p for p in row if p.role is not ROLE.ZONE)


CRV, _REWARDS_MAX = frozenset(("crv",)), 20


def crv_as_ratio(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "CRV 1:2", "CRV: 2,5", below another name: in German the chance beside the risk, and no coin."""
    names = sum([p.role is ROLE.TICKER for p in pieces])
    for at in [at for at, p in enumerate(pieces[:-1]) if p.text in CRV and p.role is ROLE.TICKER and names > 1]:
        if at and pieces[at - 1].role is not ROLE.LINE and pieces[at - 1].text in "#$":
            continue  # "#CRV"
        behind = at + 1 + (pieces[at + 1].text in ":=" and at + 2 < len(pieces))
        figure = pieces[behind]
        small = figure.role is ROLE.PRICE and figure.value is not None and figure.value <= _REWARDS_MAX
        if figure.role is ROLE.TIME or small:
            pieces[at] = pieces[at].recast(ROLE.RATIO)
    return pieces


CROSSING, _CROSSED = frozenset(("cross", "crossed")), GAUGES | frozenset(listed("CROSSED"))
_MARGINAL, _NEAR = frozenset((Role.TIMES, Role.LEVERAGE, Role.ISOLATED, Role.SIZE)), 5


def crosses_of_averages(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "EMA cross on H4", "bullish cross on MACD": what two lines of a chart do, and no margin mode."""
    for at in [at for at, p in enumerate(pieces) if p.role is ROLE.CROSS and p.text in CROSSING]:
        before = list(takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[max(0, at - _NEAR) : at])))
        behind = list(takewhile(lambda p: p.role is not ROLE.LINE, pieces[at + 1 : at + _NEAR]))
        beside = (
            *[p for p in before if p.role is not ROLE.MARK][:1],
            *[p for p in behind if p.role is not ROLE.MARK][:1],
        )
        if any(p.text in _CROSSED for p in (*before, *behind)) and all(p.role not in _MARGINAL for p in beside):
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces
