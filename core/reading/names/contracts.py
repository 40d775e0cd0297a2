"""Know the names that one market has for a coin: its contract of a quarter, and the coin that it is quoted in.

Separate from `symbols`, because these are customs of a venue and its year, and not how a name is spelled.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.text.tokens import SHAPE, Tokens
from core.reading.words.catalogue import COINS
from core.reading.words.facts import CASHTAG, Fact, Named
from core.reading.words.lexicon import listed

COIN = "btc"
"""The coin that others are quoted in most."""
_FRAMES, _GIVERS = frozenset("hmd"), frozenset(listed("GIVERS"))
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
    if len(word) == 1 and lead in _GIVERS:
        return True
    name = word.rstrip("0123456789")
    return name != word and name[-1:] in _FRAMES and name[:-1] in COINS


def is_coined_apart(tokens: Tokens, facts: Sequence[Fact], tag: Named) -> bool:
    """ "#ONE BTC (Binance)": the coin a tag is quoted in, at the head of a line that goes on in brackets."""
    texts, first = tokens.texts, tag.first
    heads = first == 0 or facts[first - 1].shape is SHAPE.LINE
    return heads and texts[tag.last] == COIN and texts[tag.last + 1] == "(" and tag.symbol != COIN.upper()
