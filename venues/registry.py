"""Which venues and which sources of prices there are, by the name the configuration uses.

Each is imported only when it is opened: a table of openers, one row a venue.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.config import Config, VenueConfig
from core.errors import ConfigError, VenueUnreachable
from core.instrument import Instrument
from core.market import Funding
from core.ports import Clock, Prices, Venue
from core.vocabulary import Money, Symbol

if TYPE_CHECKING:
    from venues.bybit.places import Places as BybitPlaces
    from venues.bybit.places import Profile


@dataclass(frozen=True, slots=True)
class Places:
    """Where the public data of the live prices are found."""

    rest: str = "https://api.bybit.com"
    stream: str = "wss://stream.bybit.com/v5/public/linear"


Opened = tuple[Venue, Prices]


@asynccontextmanager
async def open_venue(config: VenueConfig, data: Path, clock: Clock) -> AsyncIterator[Opened]:
    """The configured venue and the prices it trades at.

    One that cannot be reached, or may not trade, is opened without a word; it says so when it is
    asked for its catalogue. Raises `ConfigError` for a paper account that cannot be carried on.
    """
    async with VENUES[config.kind](config, data, clock) as opened:
        yield opened


async def inspect_venue(config: Config, clock: Clock) -> list[str]:
    """Ask the venue whether this profile may trade and lists what is configured, change nothing, say what was found.

    Raises `ConfigError` with a line for each thing to mend, `VenueUnreachable` when it does not answer.
    """
    from core.fitting import misfits

    label = config.venue.label
    warnings, listed = await _inspected(config.venue, clock)
    found = misfits(config.rules(), listed)
    if any(misfit.is_fatal for misfit in found):
        raise ConfigError("\n".join(f"{label}: {misfit.words}" for misfit in found))
    said = (*warnings, *(misfit.words for misfit in found))
    return [*(f"{label}: {words}" for words in said), f"{label} may trade."]


async def _inspected(config: VenueConfig, clock: Clock) -> tuple[tuple[str, ...], Mapping[Symbol, Instrument]]:
    """What to warn of, and what is listed."""
    if config.kind == "paper":
        async with open_prices(config, clock) as (_, catalogue, _):
            return (), await catalogue()
    from venues.bybit.venue import open_bybit

    profile, places = bybit(config)
    async with open_bybit(profile, places, clock) as venue:
        found = await venue.inspect()
        if found.refusals:
            raise ConfigError("\n".join(f"{config.label}: {refusal}" for refusal in found.refusals))
        listed = await venue.instruments()
        await venue.fitness.read_tiers()
        return found.warnings, dict(listed)


def _places(config: VenueConfig) -> Places:
    default = Places()
    return Places(config.rest_url or default.rest, config.stream_url or default.stream)


def bybit(config: VenueConfig) -> tuple[Profile, BybitPlaces]:
    """The account and the addresses that a configuration names; each address may be replaced."""
    from venues.bybit.places import ENVIRONMENTS, Profile

    if config.key is None or config.secret is None:
        raise AssertionError("the configuration was checked for this")
    key, secret = config.key.get_secret_value(), config.secret.get_secret_value()
    profile = Profile(config.name, config.environment, key, secret, config.hedge, config.margin_mode or "")
    places = ENVIRONMENTS[config.environment]
    if config.rest_url:
        places = replace(places, rest=config.rest_url, catalogue=config.rest_url)
    public, private = config.stream_url or places.public, config.private_url or places.private
    return profile, replace(places, public=public, private=private)


@asynccontextmanager
async def _paper(config: VenueConfig, data: Path, clock: Clock) -> AsyncIterator[Opened]:
    from venues.late import LateVenue
    from venues.paper import capabilities, open_paper

    async with AsyncExitStack() as stack:
        prices, catalogue, funding = await stack.enter_async_context(open_prices(config, clock))

        async def open_account() -> Venue:
            account = open_paper(
                data / "paper.sqlite3",
                await catalogue(),
                prices,
                clock,
                opening_balance=Money(config.opening_balance),
                name=config.name,
                hedge=config.hedge,
                funding=funding,
            )
            return await stack.enter_async_context(account)

        venue = LateVenue(config.name, capabilities(hedge=config.hedge), clock, open_account)
        with suppress(VenueUnreachable):  # it is asked again by whoever needs it; a broken file ends the start
            await venue.instruments()
        yield venue, prices


@asynccontextmanager
async def _bybit(config: VenueConfig, _: Path, clock: Clock) -> AsyncIterator[Opened]:
    from random import Random

    from venues.bybit.venue import open_bybit
    from venues.prices.live import LiveMarket

    profile, places = bybit(config)
    async with (
        LiveMarket(clock, Random(), url=places.public) as prices,  # noqa: S311 - it only jitters reconnects
        open_bybit(profile, places, clock) as venue,
    ):
        yield venue, prices


VENUES = {"paper": _paper, "bybit": _bybit}

Catalogue = Callable[[], Awaitable[Mapping[Symbol, Instrument]]]
"""Reads the contracts a market knows; raises `VenueUnreachable`."""
FundingOf = Callable[[Symbol], Funding | None]
Market = tuple[Prices, Catalogue, FundingOf]


@asynccontextmanager
async def open_prices(config: VenueConfig, clock: Clock) -> AsyncIterator[Market]:
    """Open "live" (Bybit's public tickers, no key), "synthetic" or "recorded" prices.

    With them come the ways to the instruments they know and to what holding them costs. Raises
    `ConfigError` for a recording that cannot be played.
    """
    async with MARKETS[config.prices](config, clock) as market:
        yield market


@asynccontextmanager
async def _live(config: VenueConfig, clock: Clock) -> AsyncIterator[Market]:
    from random import Random

    from venues.prices.contracts import instruments
    from venues.prices.live import LiveMarket

    places = _places(config)
    async with LiveMarket(clock, Random(), url=places.stream) as market:  # noqa: S311 - it only jitters reconnects
        yield market, lambda: instruments(places.rest), market.funding


@asynccontextmanager
async def _synthetic(_: VenueConfig, clock: Clock) -> AsyncIterator[Market]:
    from venues.prices.synthetic import SyntheticMarket

    async with SyntheticMarket(clock, "run") as market:
        yield market, _catalogue, lambda _: None


@asynccontextmanager
async def _recorded(config: VenueConfig, clock: Clock) -> AsyncIterator[Market]:
    """Several symbols are played together, each candle at its own moment, as if it were now."""
    from heapq import merge

    from venues.prices.recorded import PAUSE_S_MAX, SPEED, RecordedMarket, candles, quotes

    known = await _catalogue()
    unknown = sorted(set(config.candles) - set(known))
    if unknown:
        raise ConfigError(f"venue.candles: {', '.join(unknown)} cannot be played; write some of {', '.join(known)}")
    files = [(Path(file), known[Symbol(symbol)]) for symbol, file in config.candles.items()]
    for file, instrument in files:
        with closing(candles(file, instrument.symbol)) as rows:
            next(rows)  # a file that is none is said before anything starts
    played = merge(*(quotes(candles(file, each.symbol), each) for file, each in files), key=lambda quote: quote.at)
    market = RecordedMarket(played, speed=config.speed or SPEED, clock=clock, pause_s_max=PAUSE_S_MAX)
    async with market:
        yield market, _catalogue, lambda _: None


async def _catalogue() -> Mapping[Symbol, Instrument]:
    from venues.catalogue import CATALOGUE

    return CATALOGUE


MARKETS = {"live": _live, "synthetic": _synthetic, "recorded": _recorded}
