"""Find which instrument a message names: a pair, a cashtag, gold by any name, or a bare ticker beside its side.

Separate, because a wrong instrument is the one error no stop can mend. A name is believed in
four grades; the better grade wins, and two different names of the best grade are a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.reading.catalogue import COINS, CURRENCIES, GLUED_QUOTES, INSTRUMENTS, QUOTES, WORDY
from core.reading.lexicon import SYMBOL_MARK, longest, meaning_of
from core.reading.roles import Role
from core.reading.tokens import Shape, Token

PAIR, CASHTAG, KNOWN, BARE = 4, 3, 2, 1
_TICKER_MAX = 14


@dataclass(frozen=True, slots=True)
class Named:
    """``symbol`` in capitals, ``base`` without its quote; tokens ``first`` to ``last``, not including it."""

    symbol: str
    base: str
    grade: int
    first: int
    last: int


def named_at(tokens: Sequence[Token], at: int, text: str) -> Named | None:
    """The instrument that is named at token ``at`` by itself, whatever stands around it."""
    token = tokens[at]
    if token.shape is Shape.MARK and token.text in "$#" and at + 1 < len(tokens) and tokens[at + 1].glued:
        inner = _plain_name(tokens, at + 1)
        if inner is None:
            return None
        if inner.grade == PAIR:
            return Named(inner.symbol, inner.base, PAIR, at, inner.last)
        return _tagged(tokens, at, inner, text)
    if token.shape is Shape.NUMBER and (at and tokens[at - 1].text in "$#" and token.glued):
        return None
    found = _plain_name(tokens, at)
    if found is not None and found.grade == PAIR:
        return found
    if found is not None and found.base.lower() in INSTRUMENTS:
        return Named(found.symbol, found.base, CASHTAG, at, found.last)
    known = longest(tokens, at)
    if known is not None and _is_alias(known[0]):
        symbol = str(known[0]).removeprefix(SYMBOL_MARK)
        return Named(symbol, symbol, CASHTAG, at, known[1])
    if found is None:
        return None
    word = found.base.lower()
    if word in COINS and meaning_of(word) is None and (word not in WORDY or _is_upper(tokens, found, text)):
        return Named(found.symbol, found.base, KNOWN, at, found.last)
    return None


def _is_alias(meaning: Role | str) -> bool:
    return not isinstance(meaning, Role) and meaning.startswith(SYMBOL_MARK)


def _plain_name(tokens: Sequence[Token], at: int) -> Named | None:
    """A pair with its quote, or the bare word that stands here."""
    last = at + 1
    token = tokens[at]
    if token.shape not in (Shape.WORD, Shape.NUMBER) or (token.shape is Shape.NUMBER and not token.text.isdigit()):
        return None
    word = token.text
    while (
        last < len(tokens) and tokens[last].glued and tokens[last].shape in (Shape.WORD, Shape.NUMBER) and last < at + 4
    ):
        if tokens[last].shape is Shape.NUMBER and not (word + tokens[last].text in INSTRUMENTS or word.isdigit()):
            break
        word += tokens[last].text
        last += 1
    if not word.isascii() or len(word) > _TICKER_MAX + 4 or (word.isdigit() and not _quote_follows(tokens, last)):
        return None
    quote = _quote_follows(tokens, last)
    if quote is not None and word not in QUOTES[:3] and meaning_of(word) is not Role.SYMBOL:
        name, end = quote
        return Named((word + ("" if name == "perp" else name)).upper(), word.upper(), PAIR, at, _perpetual(tokens, end))
    for ending in GLUED_QUOTES:
        base = word.removesuffix(ending)
        if base != word and base and len(base) <= _TICKER_MAX:
            return Named(word.upper(), base.upper(), PAIR, at, _perpetual(tokens, last))
    if len(word) == 6 and word[:3] in CURRENCIES and word[3:] in CURRENCIES:
        return Named(word.upper(), word.upper(), PAIR, at, _perpetual(tokens, last))
    if token.shape is Shape.NUMBER and word not in COINS and word not in INSTRUMENTS and len(word) < 5:
        return None
    return Named(word.upper(), word.upper(), BARE, at, last) if len(word) <= _TICKER_MAX else None


def _quote_follows(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    if at + 1 >= len(tokens) or tokens[at].text not in "/-_" or tokens[at + 1].text not in QUOTES:
        return None
    if tokens[at].text != "/" and not (tokens[at].glued and tokens[at + 1].glued):
        return None
    return tokens[at + 1].text, at + 2


def _perpetual(tokens: Sequence[Token], at: int) -> int:
    """Skip the broker's tail of a name: BTCUSDT.P, XAUUSD.m"""
    if (
        at + 1 < len(tokens)
        and tokens[at].text == "."
        and tokens[at].glued
        and tokens[at + 1].glued
        and len(tokens[at + 1].text) <= 3
    ):
        return at + 2 if tokens[at + 1].shape is Shape.WORD else at
    return at


def _is_upper(tokens: Sequence[Token], found: Named, text: str) -> bool:
    return text[tokens[found.first].start : tokens[found.last - 1].end].isupper()


def _tagged(tokens: Sequence[Token], at: int, inner: Named, text: str) -> Named | None:
    """$SOL is a coin; #SIGNAL, #intraday and #WE_STAND are not."""
    word = inner.base.lower()
    alias = longest(tokens, at + 1)
    if alias is not None and _is_alias(alias[0]):
        symbol = str(alias[0]).removeprefix(SYMBOL_MARK)
        return Named(symbol, symbol, CASHTAG, at, alias[1])
    if inner.last < len(tokens) and tokens[inner.last].text == "_":
        return None
    known = alias is not None and meaning_of(word) is not None
    is_dollar = tokens[at].text == "$"
    if known and not is_dollar and not _after_label(tokens, at):
        return None
    upper = _is_upper(tokens, inner, text)
    if not (is_dollar or upper or word in COINS) or len(word) > 12:
        return None
    return Named(inner.symbol, inner.base, CASHTAG, at, inner.last)


def _after_label(tokens: Sequence[Token], at: int) -> bool:
    """``Coin: #CROSS`` names a coin although the word means something else."""
    back = at - 1
    while back >= 0 and tokens[back].shape is Shape.MARK and back > at - 4:
        back -= 1
    return back >= 0 and meaning_of(tokens[back].text) is Role.SYMBOL


def bare(word: str, text: str) -> Named | None:
    """A word that stands where a ticker should, judged by itself; ``text`` as it was written."""
    if not word.isascii() or not word.isalnum() or len(word) > _TICKER_MAX or word.isdigit():
        return None
    if not (text.isupper() or word in COINS):
        return None
    return Named(word.upper(), word.upper(), BARE, 0, 0)


def choose(found: Sequence[Named]) -> tuple[str | None, tuple[str, ...]]:
    """The instrument a message is about, and the rivals that make it doubtful."""
    if not found:
        return None, ()
    best = max(n.grade for n in found)
    top = [n for n in found if n.grade == best]
    bases: dict[str, str] = {}
    for name in top:
        core = _core(name)
        if len(name.symbol) > len(bases.get(core, "")):
            bases[core] = name.symbol
    symbols = tuple(bases.values())
    return (symbols[0], symbols[1:])


def _core(name: Named) -> str:
    for ending in GLUED_QUOTES:
        if name.symbol.endswith(ending.upper()) and name.symbol != ending.upper():
            return name.symbol.removesuffix(ending.upper())
    return name.base
