"""Know the names that one market has for a coin: its contract of a quarter, and the coin that it is quoted in.

Separate from `symbols`, because these are customs of a venue and its year, and not how a name is spelled.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.text.tokens import SHAPE, Tokens
from core.reading.words.catalogue import COINS, CURRENCIES, INSTRUMENTS, quote_of
from core.reading.words.facts import CASHTAG, Fact, Named
from core.reading.words.lexicon import listed

COIN = "btc"
"""The coin that others are quoted in most."""
_FRAMES, _GIVERS = frozenset("hmd"), frozenset(listed("GIVERS"))
_POINTS, _MONEY = frozenset(":=@-"), frozenset("$€£")
_MANY_FROM = 3
"""A thousand of a coin and more go into its name: 1000PEPE."""
_GIVER_MIN = 5
_QUARTERS, _YEARS = frozenset("hmuz"), frozenset(map(str, range(18, 30)))


def dated(tokens: Tokens, facts: Sequence[Fact], at: int) -> Named | None:
    """ "ADAU20", "XRP/U19": a coin until the end of a quarter, by the letter of its month and its year."""
    texts, glued = tokens.texts, tokens.glued
    apart = texts[at + 1] == "/" and glued[at + 1] and glued[at + 2]
    base, month, year = (texts[at], texts[at + 2], at + 3) if apart else (texts[at][:-1], texts[at][-1], at + 1)
    if month not in _QUARTERS or base not in COINS or not glued[year] or texts[year] not in _YEARS:
        return None
    if glued[year + 1] and facts[year + 1].written:
        return None
    return Named((base + month + texts[year]).upper(), base.upper(), CASHTAG, at, year + 1)


def is_no_name(word: str, lead: str) -> bool:
    """ "BTCM15", "eth4h": a coin and how long each candle of its chart lasts; "trader #C": who gave the call.

    ``lead``: the word before its tag.
    """
    if len(word) == 1 and (lead in _GIVERS or any(_is_a_slip_of(giver, lead) for giver in _GIVERS)):
        return True
    name = word.rstrip("0123456789")
    return name != word and name[-1:] in _FRAMES and name[:-1] in COINS


def is_led_by_a_figure(base: str) -> bool:
    """ "10xSOL", "2761XAU": a leverage or a price in one with a name that is whole without it; "1000PEPE" is a coin."""
    levered, _, coin = base.partition("x")
    return (levered.isdigit() and coin in COINS) or opens_with_a_price(base)


def opens_with_a_price(word: str) -> bool:
    """ "2761XAUUSD", in small letters, with the money it is quoted in or without: a number, and the name of a pair."""
    base = word.removesuffix(quote_of(word)) or word
    name = base.lstrip("0123456789.,")
    figure = base.removesuffix(name)
    if base in COINS or (name in COINS and is_many(figure)):
        return False
    return name in COINS or name in INSTRUMENTS or name in CURRENCIES or name + "usd" in INSTRUMENTS


def is_many(figure: str) -> bool:
    """ "1000PEPE", "SHIB1000USDT": so many of a cheap coin that one contract is for."""
    return len(figure) > _MANY_FROM and figure.rstrip("0") == "1"


def _is_a_slip_of(giver: str, word: str) -> bool:
    """ "tredar #C", "tradet #C": one letter is another, or two have changed places."""
    if len(giver) != len(word) or len(word) < _GIVER_MIN:
        return False
    return sorted(giver) == sorted(word) or sum(a != b for a, b in zip(giver, word, strict=True)) == 1


def is_coined_apart(tokens: Tokens, facts: Sequence[Fact], tag: Named) -> bool:
    """ "#ONE BTC (Binance)": the coin a tag is quoted in, at the head of a line that goes on in brackets."""
    texts, first = tokens.texts, tag.first
    heads = first == 0 or facts[first - 1].shape is SHAPE.LINE
    return heads and texts[tag.last] == COIN and texts[tag.last + 1] == "(" and tag.symbol != COIN.upper()


def stands_before_a_price(tokens: Tokens, tag: Named) -> bool:
    """ "$TP 62000", "$SL: 61000": what is tagged labels the number behind it."""
    at = tag.last + (tokens.texts[tag.last] in _POINTS)
    at += at > tag.last and tokens.texts[at] in _MONEY
    return tokens.texts[at][:1].isdigit()
