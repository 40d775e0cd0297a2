"""Which sources of prices there are, by the name the configuration uses; each is imported only when it is opened."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from core.instrument import Instrument
from core.ports import Clock, Prices
from core.vocabulary import Symbol

Market = tuple[Prices, Mapping[Symbol, Instrument]]


@asynccontextmanager
async def open_prices(kind: str, clock: Clock) -> AsyncIterator[Market]:
    """Open "live" (Bybit's public tickers, no key) or "synthetic" prices with the instruments they know.

    Raises `VenueUnreachable` when the live catalogue cannot be read, ``KeyError`` for another name.
    """
    async with MARKETS[kind](clock) as market:
        yield market


@asynccontextmanager
async def _live(clock: Clock) -> AsyncIterator[Market]:
    from random import Random

    from venues.prices.contracts import instruments
    from venues.prices.live import LiveMarket

    catalogue = await instruments()
    async with LiveMarket(clock, Random()) as market:  # noqa: S311 - it only jitters reconnects
        yield market, catalogue


@asynccontextmanager
async def _synthetic(clock: Clock) -> AsyncIterator[Market]:
    from venues.catalogue import CATALOGUE
    from venues.prices.synthetic import SyntheticMarket

    async with SyntheticMarket(clock, "run") as market:
        yield market, CATALOGUE


MARKETS = {"live": _live, "synthetic": _synthetic}
