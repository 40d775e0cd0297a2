"""Which sources of prices there are, by the name the configuration uses; each is imported only when it is opened."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from core.instrument import Instrument
from core.ports import Clock, Prices
from core.vocabulary import Symbol


@dataclass(frozen=True, slots=True)
class Places:
    """Where the public data of the live prices are found."""

    rest: str = "https://api.bybit.com"
    stream: str = "wss://stream.bybit.com/v5/public/linear"


Market = tuple[Prices, Mapping[Symbol, Instrument]]


@asynccontextmanager
async def open_prices(kind: str, clock: Clock, places: Places) -> AsyncIterator[Market]:
    """Open "live" (Bybit's public tickers, no key) or "synthetic" prices with the instruments they know.

    Raises `VenueUnreachable` when the live catalogue cannot be read, ``KeyError`` for another name.
    """
    async with MARKETS[kind](clock, places) as market:
        yield market


@asynccontextmanager
async def _live(clock: Clock, places: Places) -> AsyncIterator[Market]:
    from random import Random

    from venues.prices.contracts import instruments
    from venues.prices.live import LiveMarket

    catalogue = await instruments(places.rest)
    async with LiveMarket(clock, Random(), url=places.stream) as market:  # noqa: S311 - it only jitters reconnects
        yield market, catalogue


@asynccontextmanager
async def _synthetic(clock: Clock, _: Places) -> AsyncIterator[Market]:
    from venues.catalogue import CATALOGUE
    from venues.prices.synthetic import SyntheticMarket

    async with SyntheticMarket(clock, "run") as market:
        yield market, CATALOGUE


MARKETS = {"live": _live, "synthetic": _synthetic}
