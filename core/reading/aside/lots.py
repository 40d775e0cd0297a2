"""Tell how much is put in from the price beside it: "0.5 lots @ 1.0850", "size 0.5 at 1.0850", "2 @ 2650".

Separate from the money a room puts in: here a size stands where the entry would stand, and the entry beside it.
What the words leave open, the other prices of the post decide: a size is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain, takewhile

from core.reading.aside.remarks import set_aside
from core.reading.aside.strikes import OPTIONS
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.scale import is_out_of
from core.reading.pieces.tables import LOTS
from core.reading.roles import ROLE, Role
from core.reading.words.catalogue import FX_MAX, price_bounds
from core.reading.words.lexicon import listed
from core.reading.words.units import COUNTED_NOUNS

_AT = frozenset(("@", *(word for word in listed("AT") if " " not in word))) - OPTIONS
_QUANTITIES = frozenset(("qty", "quantity", "shares"))
_DEPOSITS = frozenset(listed("DEPOSITS"))
SIZED = LOTS.words | _AT | _QUANTITIES | _DEPOSITS | {"vol", "volume", "size", "amount", "margin"}
"""Without one of these words no size stands beside its price."""
_KINDS = frozenset(listed("LOT_KINDS"))
_SIDES, _LEVELS = (Role.BUY, Role.SELL), (Role.STOP, Role.TARGET)
_LEADS = (Role.BUY, Role.SELL, Role.TICKER, Role.LIMIT, Role.BREAKOUT, Role.MARKET, Role.SIZE)
_BARE_LEADS = (Role.BUY, Role.SELL, Role.TICKER)
_LEVELLED = frozenset((Role.LINE, Role.STOP, Role.TARGET, Role.TICK, Role.TO))
"""Before one of these a number counts nothing, and no price of its own stands behind it."""
_COUNTED = (*_LEVELS, Role.ENTRY)
_ON_THE_WAY, _WAY_MAX = frozenset(":=@$€£"), 4
_POINTS, _MONEY = frozenset(":=-"), frozenset("$€£")
_SIZE_MAX, _HUNDRED, _ALONE_MAX, _FAR = Decimal(1000), Decimal(100), Decimal(20), Decimal(3)
_SIZE_DIGITS, _PRICE_DIGITS = 2, 3
"""A size has at most so many digits behind its point, and many a price has at least so many."""

BARE = re.compile(r"(?<![0-9.,])[01]?[.,][0-9]{1,2}(?![0-9%]|[.,][0-9])")
"""Without this no lots stand in a post that does not call them so."""
_BARE_FAR = 5


def bare_lots_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Buy gold 0.03, SL 3915", "SELL XAUUSD 0.01 stop 35 pips": right behind the name or the side, and no price."""
    roles = {p.role for p in pieces}
    if ROLE.STOP not in roles or roles.isdisjoint(_SIDES):
        return pieces
    figures = [(at, p) for at, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value]
    bare = [at for at, p in figures if at and BARE.fullmatch(p.text) and _leads_lots(pieces[at - 1])]
    named = next((p.named.symbol for p in pieces if p.named is not None), None)
    if len(bare) != 1 or named is None or _end_of_its_unit(pieces, bare[0]) > bare[0]:
        return pieces
    lots, bounds = pieces[bare[0]].value or Decimal(0), price_bounds(named)
    others = [p for at, p in figures if at != bare[0] and not _counts(pieces, at)]
    if is_out_of(lots, bounds) and all(not is_out_of(p.value or lots, bounds) for p in others):
        if others or any(p.role is ROLE.DISTANCE for p in pieces):
            set_aside(pieces, bare[0])
    elif others and bounds == (None, FX_MAX):
        exact = all(_digits(p) >= _PRICE_DIGITS for p in others)
        if exact and all(lots * _BARE_FAR < (p.value or lots) for p in others):
            set_aside(pieces, bare[0])
    return pieces


def _leads_lots(piece: Lexeme) -> bool:
    """The name, the side, or an entry before them; the 2 of "TP2 1.0" is none."""
    return piece.role in _BARE_LEADS or (piece.role is ROLE.PRICE and len(piece.text) > _SIZE_DIGITS)


def sizes_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """Before a word for lots, behind a word for a size, or before a price of its own: how much, and no price."""
    if all(p.role not in _SIDES for p in pieces):
        return pieces
    for at in range(len(pieces)):
        piece = pieces[at]
        if piece.role is not ROLE.PRICE:
            continue
        follows = pieces[at + 1] if at + 1 < len(pieces) else piece
        if follows.role in _LEVELLED:
            continue
        end = _end_of_its_unit(pieces, at)
        if end > at and (pieces[end].text in _DEPOSITS or _counts_lots(pieces, at, end)):
            _put_aside(pieces, at, range(at + 1, end + 1))
        elif (price := _price_behind(pieces, at)) and _is_led(pieces, at) and _is_a_size(pieces, at, price):
            label = _label_of(pieces, at)
            _put_aside(pieces, at, (*((label,) if label >= 0 else ()), *range(at + 1, price - 1)))
    return pieces


def _put_aside(pieces: list[Lexeme], at: int, words: Iterable[int]) -> None:
    set_aside(pieces, at)
    for n in words:
        if pieces[n].role in (ROLE.SIZE, ROLE.WORD):
            pieces[n] = pieces[n].recast(ROLE.FILLER)


def _end_of_its_unit(pieces: Sequence[Lexeme], at: int) -> int:
    """Where "lots" or "mini lots" ends behind a number; the number's own place where it counts none."""
    behind = at + 1
    if behind < len(pieces) and pieces[behind].text in _KINDS:
        behind += 1
    if behind == len(pieces):
        return at
    if pieces[behind].text in _DEPOSITS:
        return behind if not _labels_a_figure(pieces, behind) else at
    return behind if pieces[behind].text in LOTS.words or pieces[behind].text in _QUANTITIES else at


def _labels_a_figure(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "0.291 depo: 2%": the word is for what follows; "0.291 0.3 depo" counts how much of the account goes in."""
    row = takewhile(lambda p: p.role is not ROLE.LINE, pieces[at + 1 : at + _WAY_MAX])
    return any(p.role in (ROLE.PRICE, ROLE.PERCENT) or p.text in _POINTS for p in row)


def _counts_lots(pieces: Sequence[Lexeme], at: int, end: int) -> bool:
    """ "0.5 lots @ 1.0850", "buy 1 lot EURUSD", "1.0850 0.5 lots"; in "1.0850 lot 0.5" the word is for what follows."""
    if at and pieces[at - 1].role is ROLE.SIZE:
        return False  # "Use 0.02 lot"
    behind = pieces[end + 1 : end + 2]
    if behind and behind[0].text in _POINTS and pieces[end + 2 : end + 3] and pieces[end + 2].role is ROLE.PRICE:
        return False  # "2650 lot: 0.5"
    value = pieces[at].value
    if value is None or value > _SIZE_MAX:
        return False
    if behind and behind[0].role is ROLE.PRICE and not _is_smaller(pieces[at], behind[0]):
        return False
    others = [p for n, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value != value and not _counts(pieces, n)]
    parted = at > 1 and pieces[at - 1].text == "," and pieces[at - 2].role is ROLE.PRICE
    if parted and not _digits(pieces[at]) and value < _HUNDRED and all(p.role is not ROLE.PRICE for p in behind):
        return True  # "14.20, 14 lots, SL 13.5"
    if not others:
        return value <= _ALONE_MAX and _digits(pieces[at]) <= _SIZE_DIGITS
    return _is_none_of(pieces[at], others)


def _counts(pieces: Sequence[Lexeme], at: int) -> bool:
    """The 1 of "TP1", "TP 1: 2660"."""
    return len(pieces[at].text) == 1 and at > 0 and pieces[at - 1].role in _COUNTED


def _is_smaller(size: Lexeme, price: Lexeme) -> bool:
    """Whether of two figures in a row the first is the size: less by far, or written as no price is."""
    a, b = size.value or Decimal(0), price.value or Decimal(0)
    return a * _FAR < b or (_digits(size) <= _SIZE_DIGITS and _digits(price) >= _PRICE_DIGITS)


def _is_none_of(size: Lexeme, prices: Sequence[Lexeme]) -> bool:
    """Whether a figure is far from every price, or written shorter than nearly all of them are."""
    value = size.value or Decimal(0)
    if all(p.value and (value * _FAR < p.value or p.value * _FAR < value) for p in prices):
        return True
    longer = sum(_digits(p) >= _PRICE_DIGITS for p in prices)
    return _digits(size) <= _SIZE_DIGITS and longer * 2 > len(prices)


def _digits(piece: Lexeme) -> int:
    """How many stand behind its point."""
    exponent = piece.value.as_tuple().exponent if piece.value is not None else 0
    return -exponent if isinstance(exponent, int) else 0


def _price_behind(pieces: Sequence[Lexeme], at: int) -> int:
    """Where a price stands behind "@" or "at" behind a figure and what it counts; 0: nowhere."""
    behind = at + 1
    if _label_of(pieces, at) >= 0:  # "margin 100$ 2650", "Vol: 0.3 Price: 1.0850"
        way = takewhile(lambda p: p.role is ROLE.ZONE or p.text in _ON_THE_WAY, pieces[behind : behind + _WAY_MAX])
        priced = behind + sum(1 for _ in way)
        if priced < len(pieces) and pieces[priced].role is ROLE.PRICE and _is_smaller(pieces[at], pieces[priced]):
            return priced
    if behind < len(pieces) and (pieces[behind].role is ROLE.TICKER or pieces[behind].text in COUNTED_NOUNS):
        behind += 1
    if not (behind + 1 < len(pieces) and pieces[behind].text in _AT):
        return 0
    behind += 1
    behind += pieces[behind].text in _MONEY and behind + 1 < len(pieces)
    lots = pieces[behind].role is not ROLE.PRICE or _end_of_its_unit(pieces, behind) > behind
    return 0 if lots else behind


def _before(pieces: Sequence[Lexeme], at: int) -> int:
    back = at - 1
    return back - 1 if back >= 0 and pieces[back].text in _MONEY else back


def _is_led(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a side, a name or a word for a size stands before a figure, where the entry would stand."""
    back = _before(pieces, at)
    return (back >= 0 and pieces[back].role in _LEADS) or _label_of(pieces, at) >= 0


def _label_of(pieces: Sequence[Lexeme], at: int) -> int:
    """Where the word for a size stands that labels a figure; -1: nowhere."""
    back = _before(pieces, at)
    back -= back > 0 and pieces[back].text in _POINTS
    return back if back >= 0 and pieces[back].role is ROLE.SIZE else -1


def _is_a_size(pieces: Sequence[Lexeme], at: int, price: int) -> bool:
    """ "2 @ 2650", "$200 @ 0.52", "0.50 @ 1.0850": far from the price and from every level, or written shorter."""
    value = pieces[at].value
    if value is None:
        return False
    if value <= _SIZE_MAX and _digits(pieces[at]) <= _SIZE_DIGITS and _digits(pieces[price]) >= _PRICE_DIGITS:
        return True
    levels = (p for p, q in zip(pieces[1:], pieces, strict=False) if q.role in _LEVELS and p.role is ROLE.PRICE)
    others = [p.value for p in chain((pieces[price],), levels) if p.value]
    return all(value * _FAR < other or other * _FAR < value for other in others)
