"""Which instrument a channel means by BTC, #BTC/USDT or GOLD.

A spelling can only be understood together with a list of what exists. Nothing is guessed:
what could mean two things means none, and the owner's alias settles it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import ascii_lowercase

from core.instrument import Instrument, Kind
from core.vocabulary import Symbol

WRITTEN_MAX = 40
"""Letters; no instrument of any venue we know is spelled with more."""

_SEPARATORS = str.maketrans("", "", " /-_\t")
_DOLLARS = ("USDT", "USDC", "USD")

# Each line is one thing under all the names that brokers and channels give it.
_SAME: tuple[tuple[str, ...], ...] = (
    ("XAUUSD", "XAU", "GOLD", "GOLDUSD"),
    ("XAGUSD", "XAG", "SILVER", "SILVERUSD"),
    ("EURUSD", "FIBER", "EU"),
    ("GBPUSD", "CABLE", "GU"),
    ("USDJPY", "UJ"),
    ("GBPJPY", "GUPPY", "GJ"),
    ("US30", "DOW", "DOWJONES", "DJI", "DJIA", "DJ30", "DJ", "WS30", "WALLSTREET", "WALLSTREET30", "US30USD"),
    ("NAS100", "NASDAQ", "NASDAQ100", "NAS", "NDX", "NDX100", "US100", "USTEC", "USTECH", "USTECH100", "NAS100USD"),
    ("SPX500", "SPX", "SP500", "S&P500", "S&P", "US500", "SPX500USD"),
    ("GER40", "GER30", "DAX", "DAX40", "DE40", "DE30", "DE40EUR", "GDAXI"),
    ("USOIL", "OIL", "CRUDE", "CRUDEOIL", "WTI", "WTIUSD", "XTIUSD", "USOUSD", "USCRUDE", "OILUSD"),
    ("UKOIL", "BRENT", "XBRUSD", "BRENTUSD"),
)
_NAMES: Mapping[str, frozenset[str]] = {name: frozenset(names) for names in _SAME for name in names}
_FIRST: Mapping[str, str] = {name: names[0] for names in _SAME for name in names}

_COINS: Mapping[str, str] = {
    "XBT": "BTC",
    "BITCOIN": "BTC",
    "ETHEREUM": "ETH",
    "ETHER": "ETH",
    "SOLANA": "SOL",
    "RIPPLE": "XRP",
    "DOGECOIN": "DOGE",
    "CARDANO": "ADA",
    "AVALANCHE": "AVAX",
    "CHAINLINK": "LINK",
    "LITECOIN": "LTC",
}


def find(
    written: str, catalogue: Mapping[Symbol, Instrument], aliases: Iterable[tuple[str, str]] = ()
) -> Instrument | None:
    """The instrument a channel's spelling means; None when it is unknown or could mean two.

    Asked in this order, and the first that has an answer, even "two of them", ends the search:
    the owner's ``aliases`` (what channels write, the venue's symbol); the venue's own spelling;
    a name of an index, metal, pair or oil; base and quote; a coin alone, which means its USDT
    perpetual. USD after a coin means the same, and after a metal or a currency where no CFD goes
    by its names: XAUUSD is XAUUSDT there. A coin sold by the thousand (1000PEPE) is never found
    by the coin's name: its price is another.
    """
    if len(written) > WRITTEN_MAX:
        return None
    owners = {target for alias, target in aliases if _key(alias) == _key(written)}
    if owners:
        return _as_spelled(owners.pop(), catalogue) if len(owners) == 1 else None
    name = _spelling(written)
    exact = _as_spelled(written, catalogue) or _as_spelled(name, catalogue)
    if exact is not None or not name:
        return exact
    if name in _NAMES:
        called = [each for each in catalogue.values() if _is_called(each, _NAMES[name])]
        return _only(called) if called else _pair(_FIRST[name], catalogue)
    return _pair(name, catalogue)


def may_mean(written: str, instrument: Instrument, aliases: Iterable[tuple[str, str]] = ()) -> bool:
    """Could this spelling mean that instrument? Asked of what is denied: what could mean two things denies both."""
    return find(written, {instrument.symbol: instrument}, aliases) is not None


def _key(written: str) -> str:
    """What an alias is compared by: an owner may well write one in another alphabet."""
    return _spelling(written) or unicodedata.normalize("NFKC", written).upper().strip()


def _spelling(written: str) -> str:
    """The bare capitals of a name: no hash, no separators, no exchange, no mark of a perpetual.

    Empty for what is not plain ASCII after NFKC: a Cyrillic BTC is not BTC (fault H03).
    """
    text = unicodedata.normalize("NFKC", written).upper().strip().lstrip("#$").removesuffix(".P")
    left, colon, right = text.partition(":")
    if colon:  # ccxt writes BTC/USDT:USDT, charts write BINANCE:BTCUSDT
        text = left if "/" in left else right
    text = text.translate(_SEPARATORS).lstrip("#$")
    for mark in ("PERPETUAL", "PERP", "SWAP"):
        text = text.removesuffix(mark) or text
    return text if text.isascii() and text.replace("&", "").isalnum() else ""


def _as_spelled(symbol: str, catalogue: Mapping[Symbol, Instrument]) -> Instrument | None:
    symbol = symbol.strip()
    return catalogue.get(Symbol(symbol)) or catalogue.get(Symbol(symbol.upper()))


def _pair(name: str, catalogue: Mapping[Symbol, Instrument]) -> Instrument | None:
    """By base and quote (BTCUSDT, EURUSD at a broker who calls it EURUSD.m), or by a coin alone."""
    quote = next((dollar for dollar in _DOLLARS if name.endswith(dollar) and name != dollar), "")
    base = name.removesuffix(quote)
    base = _COINS.get(base, base)
    called = frozenset((name, base + quote))
    known = [
        each for each in catalogue.values() if (each.base + each.quote).upper() in called or _is_called(each, called)
    ]
    if known:
        return _only(known)
    if quote not in ("", "USD"):
        return None  # BTCUSDC where only BTCUSDT is traded: another book, the owner may alias it
    return _only(
        each
        for each in catalogue.values()
        if each.kind is Kind.LINEAR and each.quote == "USDT" and each.base.upper() == base
    )


def _is_called(instrument: Instrument, names: frozenset[str]) -> bool:
    """Whether a CFD goes by one of these names, whatever its broker appends to them."""
    if instrument.kind is not Kind.CFD:
        return False
    return _stem(instrument.symbol) in names


@lru_cache(maxsize=4096)
def _stem(symbol: str) -> str:
    """A broker's symbol without its suffix: XAUUSD.m, XAUUSDm, US30.cash, GOLD# (fault M10)."""
    stem = symbol
    for mark in ".#_-+":
        stem = stem.partition(mark)[0] or stem
    return (stem.rstrip(ascii_lowercase) or stem).upper()


def _only(found: Iterable[Instrument]) -> Instrument | None:
    match list(found):
        case [one]:
            return one
        case _:
            return None
