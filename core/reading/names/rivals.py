"""Choose among the names of one post: the surest is what a call is about, and another sure one is its rival.

Separate from the rules that find a name, because here nothing is looked up: only the names are held against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.reading.words.catalogue import ALIKE, CURRENCIES, GLUED_COINS, quote_of
from core.reading.words.facts import KNOWN, Named

_CURRENCIES = frozenset(code.upper() for code in CURRENCIES)
_MANY_OF = ("1000", "10000", "1000000")
"""How many of a cheap coin one contract is for, before its name."""


def choose(found: Sequence[Named], sided: Sequence[Named] = ()) -> tuple[str | None, tuple[str, ...]]:
    """The instrument a message is about, and the rivals that make it doubtful.

    Whatever is surely a name is a rival, however it is written: gold beside EURUSD is one of two instruments.
    ``sided``: those in the sentence of the side, the nearest first, which go before all others.
    """
    if not found:
        return None, ()
    if len(found) == 1:
        return found[0].symbol, ()
    found = [n for n in found if len(n.base) > 1] or found  # "[trader #B]" beside a name
    best = max(n.grade for n in found)
    nearest = {name: place for place, name in enumerate(sided)}
    surest = [n for n in found if n.grade >= min(best, KNOWN)]
    surest.sort(key=lambda n: (nearest.get(n, len(nearest)), -n.grade))
    bases: dict[str, str] = {}
    cores, coins = {core_of(name) for name in surest}, set()
    for name in surest:
        core = core_of(name)
        coin = next((c for c in GLUED_COINS if name.symbol.endswith(c) and name.symbol.removesuffix(c) in cores), "")
        if coin:
            core = name.symbol.removesuffix(coin)  # "#ADA #ADABTC", "ADA/BTC"
            coins.add(coin)
        core = next((many for many in _MANY_OF if many + core in bases), "") + core  # "1000PEPE - PEPE"
        if name.symbol.startswith(bases.setdefault(core, name.symbol)):
            bases[core] = name.symbol  # BTC, and then BTCUSDT
    symbols = tuple([s for s in bases.values() if s not in coins]) or tuple(bases.values())
    return (symbols[0], symbols[1:])  # "LTC/BTC, in its BTC pair": the coin it is quoted in is no rival


def core_of(name: Named) -> str:
    """What two names of one instrument have in common; AUDNZD and AUDUSD have nothing."""
    if name.symbol[:3] in _CURRENCIES and name.symbol[3:] in _CURRENCIES:
        return name.symbol
    quote = quote_of(name.symbol.lower())
    if quote:
        return ALIKE.get(name.symbol) or name.symbol.removesuffix(quote.upper())
    return ALIKE.get(name.symbol, name.base)


def names_of(symbols: Iterable[str]) -> frozenset[str]:
    """What a channel may call the instruments of a venue: their symbols, and each without its dollar."""
    names = {symbol.upper() for symbol in symbols}
    return frozenset(names | {_base(name) for name in names})


def _base(symbol: str) -> str:
    return symbol.removesuffix(quote_of(symbol.lower()).upper())
