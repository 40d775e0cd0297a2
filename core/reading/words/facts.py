"""What a piece of text is by itself, whatever stands around it: its shape, its meaning, the name it may be.

Separate, because none of this changes from post to post: it is worked out once and remembered,
within a bound, and that is most of the reader's speed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from core.reading.roles import ROLE, Role
from core.reading.text.figures import Figure, figures
from core.reading.text.tokens import SHAPE, Shape, shape_of
from core.reading.words import units
from core.reading.words.catalogue import (
    COINS,
    CURRENCIES,
    GLUED_COINS,
    GLUED_QUOTES,
    INSTRUMENTS,
    MISSPELT,
    QUOTES,
    SHORT,
    SHORTENED,
    WORDY,
    quote_of,
)
from core.reading.words.lexicon import BRIDGES, Branch, alias_of, beginning, listed, meaning_of, together
from core.reading.words.own_words import role_of, symbol_of

PICTURES = {"✅": Role.TICK, "☑": Role.TICK, "✔": Role.TICK, "📈": Role.UP, "📉": Role.DOWN}
PAIR, CASHTAG, KNOWN, BARE, LISTED, WORDED = 4, 3, 2, 1, 0, -1
"""How surely it is a name; at last one that only the venue has, and one that is a word of every day as well."""
TICKER_MAX = 14
_REMEMBERED_MAX = 16384
CODES = CURRENCIES - {"try", "sek"}
"""What two currencies may be written with, one behind the other; Turkey's is also a word."""
QUOTES_APART = QUOTES[:3]
"""What a pair is quoted in where a space stands for the slash."""
_QUOTED, _PIPED = BRIDGES.union(QUOTES_APART, "(["), BRIDGES | {"|"}
_QUOTED_OR_PIPED = _QUOTED | _PIPED
LOOKED_AT_MAX = 40
"""Nothing longer is known: of longer pieces only the beginning is looked up."""
_PERP, _DOLLAR, _CALLED_MIN = "perp", "USD", 4
_QUOTING_COINS = tuple(map(str.lower, GLUED_COINS))
CONTRACTS = GLUED_QUOTES + tuple(quote + _PERP for quote in GLUED_QUOTES)
"""What ends the name of a contract on a coin."""
_CURRENCIES = 6
_BROKERS = frozenset((*"mcizrxkbsp", "pm", "pro", "raw", "ecn", "stp", "std", "micro", "mini", "cash"))
"""What brokers put behind the name of a pair."""
_BASES = CURRENCIES | {"xau", "xag", "xpt", "xpd"}
_ORDERED = {"buy": Role.BUY, "sell": Role.SELL}
_SIDED = {**_ORDERED, "long": Role.BUY, "short": Role.SELL}
_TORN_MIN, _TORN_MAX = 3, 16
UNACCENTED = frozenset(("ol", "solv"))
"""In capitals coins, and with the accents that nobody sees any more the German for oil, the Danish for silver."""
SIDED, _HEADS = tuple(_SIDED), frozenset(side[:_TORN_MIN] for side in _SIDED)
_PRICE_NOW = frozenset(listed("PRICE_NOW"))


class Named(NamedTuple):
    """``symbol`` in capitals, ``base`` without its quote; tokens ``first`` to ``last``, not including it."""

    symbol: str
    base: str
    grade: int
    first: int = 0
    last: int = 0


@dataclass(slots=True)
class Fact:
    """``branch``: the phrases that begin here. ``name``: what it names with nothing glued to it.

    ``written``: it is made of letters or digits. ``always``: its part, whatever stands around it;
    ``alone``: its part when nothing is glued to it and neither a word nor a mark in ``longer`` follows;
    ``called``: the name it is then, sure enough to stand by itself.
    ``only_upper``: it is also an ordinary word, so it is a name only in capitals.
    """

    shape: Shape
    written: bool
    branch: Branch | None
    meaning: Role | str | None
    name: Named | None
    only_upper: bool
    always: Role | None
    alone: Role | None
    called: Named | None
    longer: Collection[str]
    amounts: tuple[Figure | None, ...]
    amount: Figure | None
    """The figure of a number that is a price where no unit follows, and nothing in ``longer``."""
    counts: bool
    """Whether it may be the unit of a number that stands before it."""


class _Facts(dict[str, Fact]):
    """Every folded piece met so far; of a long one the beginning tells."""

    def __missing__(self, text: str) -> Fact:
        if len(text) > LOOKED_AT_MAX:
            return self[text[:LOOKED_AT_MAX]]
        if len(self) >= _REMEMBERED_MAX:
            self.clear()
        fact = self[text] = _known(text)
        return fact


fact_of: Callable[[str], Fact] = _Facts().__getitem__
"""Everything known about one folded piece."""


def _known(text: str) -> Fact:
    shape = shape_of(text)
    if shape is SHAPE.SPOKEN:
        return _spoken(text)
    branch = beginning(text)
    meaning = branch.meaning if branch else None
    name = _name(text) if shape is SHAPE.WORD else None
    alone = _alone(text, branch) if shape is SHAPE.WORD and name is None else None
    if name is not None and name.grade == PAIR and _trades_itself(name.base.lower()):
        name, alone = None, ROLE.VENUE
    amounts = tuple(figures(text)) if shape is SHAPE.NUMBER and len(text) < LOOKED_AT_MAX else ()
    amount = amounts[0] if len(amounts) == 1 and meaning is None and text.count(".") < 2 else None
    called = _called(text, branch, name) if shape is SHAPE.WORD else None
    always, counts = _always(shape, text), _counts(shape, text, meaning)
    written = shape is SHAPE.WORD or shape is SHAPE.NUMBER
    longer = _longer(shape, branch, called)
    upper = text in WORDY
    return Fact(shape, written, branch, meaning, name, upper, always, alone, called, longer, amounts, amount, counts)


def _longer(shape: Shape, branch: Branch | None, called: Named | None) -> Collection[str]:
    """What may make more of it where it stands right behind."""
    if called is not None:
        return _QUOTED_OR_PIPED.union(branch.next) if branch else _QUOTED_OR_PIPED
    if shape is SHAPE.NUMBER:
        return _PIPED.union(branch.next) if branch else ()
    if branch is None:
        return _QUOTED
    return BRIDGES.union(branch.next) if branch.next else BRIDGES


def _called(word: str, branch: Branch | None, name: Named | None) -> Named | None:
    """A pair, gold by any name, or a coin whose name is no other word: what asks for nothing beside it."""
    if word in CODES or word in UNACCENTED:
        return None
    if name is not None:
        return name if name.grade >= CASHTAG or (name.grade == KNOWN and branch is None and word not in WORDY) else None
    alias = alias_of(branch.meaning) if branch else None
    return Named(alias, alias, CASHTAG) if alias is not None else None


def _spoken(text: str) -> Fact:
    """What a channel's dialect has settled: a word with its part, or the name of an instrument."""
    role = role_of(text)
    symbol = symbol_of(text)
    name = None if role is not None else Named(symbol, symbol, CASHTAG)
    return Fact(SHAPE.SPOKEN, False, None, role, name, False, role, None, None, (), (), None, counts=False)


def _counts(shape: Shape, text: str, meaning: Role | str | None) -> bool:
    """A per cent or a fraction, pips, an R or money; and any Chinese, which writes its units without a space."""
    if shape is SHAPE.WORD:
        return meaning in units.UNITS or text in units.WORDS
    return shape is SHAPE.HAN or (shape is SHAPE.MARK and text in units.MARKS)


def _always(shape: Shape, text: str) -> Role | None:
    if shape is SHAPE.MARK and text not in "$#":
        return PICTURES.get(text, ROLE.MARK)
    if shape is SHAPE.LINK and text[:1] == "@":
        if meaning_of(text[1:]) is ROLE.RUNNER:
            return ROLE.RUNNER  # "TP3 @OPEN", and nobody of that name
        if text[1:] in _PRICE_NOW and meaning_of(text[1:]) is ROLE.MARKET:
            return ROLE.MARKET  # "BUY @CMP"
    return {SHAPE.LINE: ROLE.LINE, SHAPE.LINK: ROLE.LINK}.get(shape)


def _alone(word: str, branch: Branch | None) -> Role | None:
    """A word that counts nothing and cannot be torn means what it means."""
    if len(word) == 1 or word in CODES or word in SHORT:
        return None
    meaning = branch.meaning if branch else None
    if meaning is None:
        glued = word[:3] in _HEADS and word.startswith(SIDED)  # BuyUs30
        return None if glued or torn(word, word.upper()) or drawn_out(word) else ROLE.WORD
    return meaning if isinstance(meaning, Role) else None


def _trades_itself(base: str) -> bool:
    """ "BybitUSDT", in a list of exchanges: where something is traded, and no pair of it."""
    return meaning_of(base) is ROLE.VENUE and base not in COINS


def _name(word: str) -> Named | None:
    """A pair, an instrument or a coin that needs no hash to be believed."""
    if word[_CURRENCIES:] in _BROKERS and word[:3] in _BASES and word[3:_CURRENCIES] in CURRENCIES:
        return spelled(word[:_CURRENCIES])  # GBPCADpm
    if word[:3] in _HEADS and side_of(word, "") is not None:
        return None  # BuyXAUUSD
    known = word in INSTRUMENTS or word in COINS or word in MISSPELT
    quoted = word.endswith((*GLUED_QUOTES, _PERP)) or _coin_in(word) is not None
    if len(word) != _CURRENCIES and not known and not quoted:
        return None
    found = spelled(word)
    if found is None or found.grade == PAIR:
        return found
    if word in INSTRUMENTS:
        return found._replace(grade=CASHTAG)
    return found._replace(grade=KNOWN) if word in COINS and (meaning_of(word) is None or word in WORDY) else None


def paired(base: str, quote: str) -> str:
    """The symbol of a pair, whatever the base is called: GOLD/USD is XAUUSD, and Bitcoin/USDT is BTCUSDT."""
    called = (
        quote in GLUED_QUOTES and len(base) >= _CALLED_MIN and base not in COINS | UNACCENTED
    )  # "OL/USDT" is a coin, and no oil
    alias = alias_of(meaning_of(base)) if called else None
    if alias is None:
        return (base + quote).upper()
    if alias.endswith(_DOLLAR):
        return alias.removesuffix(_DOLLAR) + quote.upper()
    return alias + quote.upper() if alias.lower() in COINS else alias


def is_quoted_in(coin: str, other: str) -> bool:
    """Whether the first coin has its price in the second, and never the other way round: BNB in ETH, both in BTC."""
    ranks = _QUOTING_COINS
    return coin in ranks and other in ranks and ranks.index(other) < ranks.index(coin)


def _coin_in(word: str) -> str | None:
    """LTCBTC: the coin that is quoted in another, where both are known; STETH and WBTC are coins of their own."""
    if word[-3:] not in _QUOTING_COINS or word in COINS:
        return None
    return word[:-3] if len(word) > _CURRENCIES - 1 and word[:-3] in COINS else None


@lru_cache(maxsize=1024)
def spelled(word: str) -> Named | None:
    """The pair a word spells with its quote, or else a bare name."""
    if not word.isascii() or len(word) > TICKER_MAX + 4:
        return None
    if (meant := MISSPELT.get(word)) is not None:
        return Named(meant, meant, PAIR)
    if (future := word.removesuffix(_PERP)) != word and len(future) > 1 and future not in CURRENCIES:
        found = spelled(future)
        return found and found._replace(grade=PAIR)  # BTCUSDTPERP, SOLPERP
    if (coin := _coin_in(word)) is not None:
        return Named(word.upper(), coin.upper(), PAIR)
    base = word.removesuffix(quote_of(word))
    if base != word and len(base) <= TICKER_MAX:
        return Named(paired(base, word.removeprefix(base)), base.upper(), PAIR)
    if len(word) == _CURRENCIES and word[:3] in CURRENCIES and word[3:] in CURRENCIES:
        return Named(word.upper(), word.upper(), PAIR)
    return Named(word.upper(), word.upper(), BARE) if len(word) <= TICKER_MAX else None


_DRAWN = re.compile(r"([^\W\d_])\1\1+")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_DRAWN_MIN = 3
"""Fewer letters than this are left of too many sounds."""


@lru_cache(maxsize=_REMEMBERED_MAX)
def drawn_out(word: str) -> tuple[str, Role] | None:
    """ "buyyyy", "noowwww": a word that is known once its letters are no longer drawn out; "so closeee" is a sigh."""
    if len(word) >= LOOKED_AT_MAX or _DRAWN.search(word) is None:
        return None
    for short in (_DRAWN.sub(r"\1", word), _DRAWN.sub(r"\1\1", word), _DOUBLED.sub(r"\1", word)):
        meaning = meaning_of(short) if len(short) >= _DRAWN_MIN else None
        if isinstance(meaning, Role):
            sighs = meaning in (ROLE.CLOSE, ROLE.CLOSED) and word.endswith(word[-1] * 2)
            return None if sighs else (short, meaning)
    return None


class Torn(NamedTuple):
    """Two words that lost the space between them: XAUUSDSELL, LONGLeverage."""

    size: int
    lead: Role
    named: Named | None
    tail: Role
    again: bool = False
    """Whether the tail falls apart once more: TIAUSDTSHORTLeverage."""


@lru_cache(maxsize=_REMEMBERED_MAX)
def torn(word: str, written: str) -> Torn | None:
    """Where a word nobody knows falls apart into two that are known; ``written`` as the author cased it."""
    for size in range(_TORN_MIN, min(len(word) - 1, _TORN_MAX)):
        tail = meaning_of(word[size:])
        if not isinstance(tail, Role):
            rest = torn(word[size:], written[size:]) if word.startswith(GLUED_QUOTES, size - 4) else None
            if rest is not None and rest.lead in (ROLE.BUY, ROLE.SELL) and (pair := by_itself(word[:size], "")):
                return Torn(size, ROLE.TICKER, pair, rest.tail, again=True)
            continue
        head = word[:size]
        if head in _ORDERED:
            tail = together(head, word[size:]) or tail
            if tail in (ROLE.LIMIT, ROLE.BREAKOUT, ROLE.MARKET):
                return Torn(size, _ORDERED[head], None, tail)  # BUYSTOP, selllimit
        known = by_itself(head, written[:size]) if tail in (ROLE.BUY, ROLE.SELL) else None
        if known is not None:
            return Torn(size, ROLE.TICKER, known, tail)
        first = meaning_of(head)
        if isinstance(first, Role) and size > _TORN_MIN and len(word) - size > _TORN_MIN and first != tail:
            return Torn(size, first, None, tail)
    return None


def side_of(word: str, written: str) -> tuple[str, Role, Named] | None:
    """The side that stands in one with a name that is known by itself: BuyUs30, SellGold, LONGBTC."""
    for side, role in _SIDED.items():
        rest = word.removeprefix(side)
        named = by_itself(rest, written[len(side) :]) if rest != word and len(rest) > 1 else None
        if named is not None:
            return side, role, named
    return None


def by_itself(word: str, written: str) -> Named | None:
    fact = fact_of(word)
    alias = alias_of(fact.meaning)
    if fact.name is not None and fact.name.grade >= CASHTAG:
        return fact.name
    if alias is not None:
        return Named(alias, alias, CASHTAG)
    return fact.name if fact.name is not None and (not fact.only_upper or written.isupper()) else None


def bare(word: str, text: str) -> Named | None:
    """A word that stands where a ticker should, judged by itself; ``text`` as it was written."""
    if not word.isascii() or not word.isalnum() or len(word) > TICKER_MAX or word.isdigit():
        return None
    if not (text.isupper() or word in COINS) or word in CURRENCIES:
        return None
    symbol = SHORTENED.get(word.upper(), word.upper())
    return Named(symbol, symbol, BARE)
