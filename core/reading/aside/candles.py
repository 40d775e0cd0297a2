"""Know what is said of a candle: "Gold H4 close" orders nothing, and a stop may wait for one to close.

Separate from the other remarks, because closing is also what an order asks for: what stands beside the word tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import CANDLES, CLOSES
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

CLOSING, _WITHIN = CLOSES.words, frozenset(listed("WITHIN"))
_FRAME = re.compile(r"(?:[hmdw]\d{1,2}|\d{1,2}[hmdw])\Z")
_OF_A_TRADE = frozenset(
    (
        *(Role.BUY, Role.SELL, Role.TICKER, Role.HEADING, Role.ALL, Role.HALF, Role.PART, Role.PERCENT, Role.RUNNER),
        *(Role.ENTRY, Role.LIMIT, Role.STOP, Role.TARGET, Role.MEMORY),
    )
)
_ON_THE_WAY = frozenset((Role.FILLER, Role.MARK, Role.ZONE, Role.IF))
_TELLING = frozenset((Role.TIME, Role.CLOCK, Role.BELOW, Role.ABOVE))
_WAY_MAX = 8
_LABELS = (Role.ENTRY, Role.TARGET, Role.STOP)


def bars_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Symbol: ETHUSDT, TF: 15m, Close: 1871.55": a field of a chart's alert, and no order."""
    if all(p.role not in (ROLE.SYMBOL, ROLE.TIME) for p in pieces):
        return pieces
    for at in range(len(pieces) - 2):
        if pieces[at].text == "close" and pieces[at + 1].text in ":=" and pieces[at + 2].role is ROLE.PRICE:
            pieces[at] = pieces[at].recast(ROLE.ANALYSIS)
            set_aside(pieces, at + 2)
    return pieces


def closes_of_candles(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Gold H4 close", "BTC close 4h": of a candle. "M15 close buy", "close 15m scalp", "in 4h close gold": orders."""
    for at, piece in enumerate(pieces):
        if piece.role not in (ROLE.CLOSE, ROLE.CLOSED) or piece.text not in CLOSING:
            continue
        ahead = at - 1 - (at > 0 and pieces[at - 1].text == "-")
        framed = ahead >= 0 and _is_a_frame(pieces[ahead])
        if framed and ahead and pieces[ahead - 1].text in _WITHIN:
            continue
        row = [p for p in pieces[at + 1 : at + _WAY_MAX] if p.role is not ROLE.FILLER]
        behind = pieces[at + 1 : at + 4]
        if behind and behind[0].role is ROLE.FILLER and behind[0].text not in _WITHIN:
            behind = behind[1:]  # "cierre de 4h"; "close in 4h" is an order
        if not framed and behind and _is_a_frame(behind[0]):
            framed, row = True, behind[1:2]
        if framed and not (row and row[0].role in _OF_A_TRADE):
            pieces[at] = piece.recast(ROLE.ANALYSIS)
    return pieces


def _is_a_frame(piece: Lexeme) -> bool:
    return piece.role is ROLE.TIME and _FRAME.match(piece.text) is not None


def closes_at_the_stop(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Stop: 4h candle closing under 58000": what the stop waits for, and neither an order nor a report."""
    for at, label in enumerate(pieces):
        if label.role is not ROLE.STOP:
            continue
        way = _way_to_its_price(pieces, at + 1)
        words = [n for n in way if CLOSES.has(pieces[n]) or CANDLES.has(pieces[n])]
        plain = all(n in words or pieces[n].role in _ON_THE_WAY or pieces[n].role in _TELLING for n in way)
        if words and plain and any(pieces[n].role in _TELLING or CANDLES.has(pieces[n]) for n in way):
            for n in words:
                if pieces[n].role not in _TELLING:
                    pieces[n] = pieces[n].recast(ROLE.FILLER)
        _bar_behind_its_price(pieces, at + 1)
    return pieces


def _bar_behind_its_price(pieces: list[Lexeme], first: int) -> None:
    """ "SL to 0.86 (4h close)": in brackets behind the price a time and a close, and no word more."""
    for at in range(first, min(first + _WAY_MAX, len(pieces) - 3)):
        if pieces[at].role is ROLE.LINE:
            return
        if pieces[at].role is ROLE.PRICE and pieces[at + 1].text == "(":
            row = [n for n in range(at + 2, min(at + _WAY_MAX, len(pieces))) if pieces[n].role is not ROLE.FILLER]
            time, close, end = (*row[:3], 0, 0, 0)[:3]
            if pieces[time].role in _TELLING and CLOSES.has(pieces[close]) and pieces[end].text == ")":
                pieces[close] = pieces[close].recast(ROLE.FILLER)
            return


def _way_to_its_price(pieces: Sequence[Lexeme], first: int) -> Sequence[int]:
    """Where the words stand between a label and its price; none where it has none so near."""
    for here in range(first, min(first + _WAY_MAX, len(pieces))):
        piece = pieces[here]
        if piece.role is ROLE.PRICE:
            return range(first, here)
        if piece.role in _LABELS or piece.role is ROLE.LINE or piece.text in ",.;!?|":
            break
    return ()
