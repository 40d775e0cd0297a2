"""The real client of Bybit's public tickers against a strict stand-in on this machine."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest

from core.market import Funding, Quote
from core.ports import Prices
from core.vocabulary import Symbol
from tests.standins.bybit_public import ACK_S, BybitPublic
from venues.line import Lost
from venues.prices.live import LiveMarket, Pace

BTC, ETH = Symbol("BTCUSDT"), Symbol("ETHUSDT")
PACE = Pace(ping=0.5, silent=2.0, quiet=8.0, first_quote=3.0, connect=2.0, refused=60.0, retry=0.02, retry_max=0.2)


@dataclass
class Wall:
    """This machine's time, and as much as a test adds to it."""

    ahead: float = field(default=0.0)

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead


def bybit() -> BybitPublic:
    venue = BybitPublic([])
    venue.quote(BTC, "60000.0", "60000.1", "60000.1", "60000.05")
    venue.quote(ETH, "2000.00", "2000.01", "2000.00", "2000.00")
    return venue


def live(venue: BybitPublic, wall: Wall | None = None, **changed: float) -> LiveMarket:
    return LiveMarket(wall or Wall(), Random(1), url=venue.stream, pace=replace(PACE, **changed))


async def quote(market: Prices, symbol: Symbol = BTC) -> Quote:
    found = await market.quote(symbol)
    assert found is not None
    return found


async def seen_until(reader: AsyncIterator[Quote], is_last: Callable[[Quote], bool]) -> list[Quote]:
    seen: list[Quote] = []
    async with asyncio.timeout(5):
        async for each in reader:
            seen.append(each)
            if is_last(each):
                break
    return seen


async def told(market: LiveMarket, what: str, times: int = 1) -> None:
    """Wait until the market has counted something; every read tick is a look."""
    async with asyncio.timeout(5):
        async for _ in market.ticks():
            if market.tally.get(what, 0) >= times:
                return


async def test_a_symbol_is_followed_once_somebody_asks_for_its_price() -> None:
    async with bybit() as venue, live(venue) as market:
        await venue.until(lambda: venue.connections == 1)
        assert venue.topics() == set()
        now = await quote(market)
        assert (now.bid, now.ask) == (Decimal("60000.0"), Decimal("60000.1"))
        assert (now.last, now.mark) == (Decimal("60000.1"), Decimal("60000.05"))
        assert now.at.tzinfo is not None
        assert venue.topics() == {"tickers.BTCUSDT"}


async def test_an_acknowledgement_takes_its_time_and_a_known_price_takes_none() -> None:
    async with bybit() as venue, live(venue) as market:
        await venue.until(lambda: venue.connections == 1)
        began = time.monotonic()
        await quote(market)
        assert time.monotonic() - began >= ACK_S
        answer = asyncio.create_task(market.quote(BTC))
        await asyncio.sleep(0)  # one turn of the loop
        assert answer.done()


async def test_a_delta_changes_only_what_it_names() -> None:
    async with bybit() as venue, live(venue) as market:
        await quote(market)
        reader = market.ticks()
        await venue.delta(BTC, bid1Price="59999.5")
        seen = await seen_until(reader, lambda each: each.bid == Decimal("59999.5"))
        assert seen[-1].ask == Decimal("60000.1")
        assert seen[-1].last == Decimal("60000.1")


async def test_many_symbols_come_through_one_line() -> None:
    async with bybit() as venue, live(venue) as market:
        both = await asyncio.gather(quote(market), quote(market, ETH), quote(market))
        assert [each.symbol for each in both] == [BTC, ETH, BTC]
        assert venue.connections == 1


async def test_a_symbol_the_venue_does_not_know_is_none_at_once_and_blinds_no_other() -> None:
    async with bybit() as venue, live(venue) as market:
        await quote(market)
        began = time.monotonic()
        assert await market.quote(Symbol("NOPEUSDT")) is None
        assert time.monotonic() - began < PACE.first_quote / 2
        assert await market.quote(Symbol("NOPEUSDT")) is None
        assert market.tally["refused"] == 1
        assert await market.quote(Symbol("not a symbol")) is None
        await quote(market)
        assert market.tally["reconnect"] == 0


async def test_an_unknown_symbol_is_asked_for_again_after_a_while() -> None:
    wall = Wall()
    async with bybit() as venue, live(venue, wall, silent=120, ping=300, quiet=600) as market:
        assert await market.quote(Symbol("NEWUSDT")) is None
        venue.quote("NEWUSDT", "1", "2", "1", "1")
        assert await market.quote(Symbol("NEWUSDT")) is None
        wall.ahead += PACE.refused + 1
        assert (await quote(market, Symbol("NEWUSDT"))).ask == 2


async def test_a_delta_before_its_snapshot_is_counted_and_healed_by_a_new_line() -> None:
    async with bybit() as venue, live(venue, silent=0.3) as market:
        venue.deltas_first = 1
        assert (await quote(market)).last == Decimal("60000.1")
        assert market.tally["delta first"] > 0
        assert venue.connections == 2


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x00\x01",
        "",
        "not json",
        "[]",
        "null",
        '{"topic":"tickers.BTCUSDT","type":"delta","data":{"symbol":"BTCUSDT","bid1Price":"NaN"}}',
        '{"topic":"tickers.BTCUSDT","type":"delta","data":{"symbol":"BTCUSDT","bid1Price":"-1"}}',
        '{"topic":"tickers.BTCUSDT","type":"delta","data":{"symbol":"BTCUSDT","ask1Price":"1e400"}}',
        '{"topic":"tickers.BTCUSDT","type":"delta","data":{"bid1Price":"1"}}',
        '{"topic":"tickers.BTCUSDT","type":"delta","data":[1]}',
        '{"topic":"tickers.BTCUSDT","type":"rumour","data":{"symbol":"BTCUSDT"}}',
        "{" * 5000,
    ],
)
async def test_garbage_is_counted_and_changes_no_price(garbage: str | bytes) -> None:
    async with bybit() as venue, live(venue) as market:
        before = await quote(market)
        await venue.say(garbage)
        await told(market, "garbage")
        after = await quote(market)
        assert (after.bid, after.ask, after.last) == (before.bid, before.ask, before.last)
        assert market.tally["reconnect"] == 0


async def test_an_empty_side_or_crossed_prices_make_no_quote() -> None:
    async with bybit() as venue, live(venue, first_quote=0.3) as market:
        await quote(market)
        await venue.delta(BTC, bid1Price="60001")
        await venue.delta(BTC, bid1Price="60000.1")
        reader = market.ticks()
        seen = await seen_until(reader, lambda each: each.bid == Decimal("60000.1"))
        assert market.tally["crossed"] > 0
        assert all(each.bid <= each.ask for each in seen)
        await venue.delta(BTC, ask1Price="")
        assert await market.quote(ETH) is not None
        assert await market.quote(BTC) is None
        assert market.tally["reconnect"] == 0


async def test_a_message_beyond_all_bounds_costs_the_line_and_not_the_program() -> None:
    async with bybit() as venue, live(venue) as market:
        await quote(market)
        await venue.say("x" * 300_000)
        await venue.until(lambda: venue.connections == 2)
        await quote(market)


async def test_after_a_cut_everything_followed_is_subscribed_again() -> None:
    async with bybit() as venue, live(venue) as market:
        await asyncio.gather(quote(market), quote(market, ETH))
        for times in (2, 3):
            venue.drop()
            await venue.until(lambda times=times: venue.connections == times and len(venue.topics()) == 2)  # type: ignore[misc]
            assert (await quote(market)).symbol == BTC
        assert market.tally["reconnect"] == 2


async def test_no_price_outlives_the_line_it_came_by() -> None:
    async with bybit() as venue, live(venue, first_quote=0.2) as market:
        await quote(market)
        venue.closed = True
        venue.drop()
        await venue.until(lambda: venue.refusals >= 3)
        assert await market.quote(BTC) is None
        venue.closed = False
        await venue.until(lambda: "tickers.BTCUSDT" in venue.topics())
        await quote(market)


async def test_a_half_open_line_is_noticed_by_the_age_of_its_prices() -> None:
    async with bybit() as venue, live(venue, silent=0.3, first_quote=0.1) as market:
        await quote(market)
        venue.stall()
        await venue.until(lambda: venue.connections >= 2)
        assert await market.quote(BTC) is None
        venue.stalled = False
        await venue.until(lambda: "tickers.BTCUSDT" in venue.topics())
        await quote(market)


async def test_an_old_price_is_not_handed_out() -> None:
    wall = Wall()
    async with bybit() as venue, live(venue, wall, silent=50, ping=900, quiet=900, first_quote=1) as market:
        await quote(market)
        await venue.delta(BTC, bid1Price="59999.5")
        await seen_until(market.ticks(), lambda each: each.bid == Decimal("59999.5"))  # nothing is on its way any more
        venue.stall()
        wall.ahead += 40
        assert await market.quote(BTC) is not None
        wall.ahead += 11
        assert await market.quote(BTC) is None


async def test_one_symbol_that_falls_silent_is_asked_for_on_a_new_line() -> None:
    async with bybit() as venue, live(venue, quiet=0.6) as market:
        await asyncio.gather(quote(market), quote(market, ETH))
        venue.forget(ETH)
        await venue.until(lambda: venue.connections == 2 and len(venue.topics()) == 2)
        await quote(market, ETH)


async def test_the_line_is_kept_alive_by_pings_and_given_up_without_an_answer() -> None:
    async with bybit() as venue, live(venue, ping=0.05) as market:
        await venue.until(lambda: venue.pings >= 3)
        assert market.tally["reconnect"] == 0
        venue.stall()
        await venue.until(lambda: venue.connections == 2)


@dataclass
class Stumbling(Wall):
    """A clock that once cannot tell the time, as nobody foresaw."""

    stumbles: int = 1

    def now(self) -> datetime:
        if self.stumbles:
            self.stumbles -= 1
            raise OverflowError("date value out of range")
        return Wall.now(self)


async def test_what_nobody_foresaw_costs_the_line_and_not_the_prices() -> None:
    async with bybit() as venue, live(venue, Stumbling()) as market:
        await quote(market)
        assert market.tally["unforeseen"] == 1
        assert venue.connections == 2


async def test_a_venue_that_is_not_there_is_tried_for_ever_with_growing_pauses() -> None:
    async with bybit() as venue:
        venue.closed = True
        began = time.monotonic()
        async with live(venue, first_quote=0.05) as market:
            assert await market.quote(BTC) is None
            await venue.until(lambda: venue.refusals >= 8)
            assert time.monotonic() - began > (0.02 + 0.04 + 0.08 + 0.16 + 0.2 * 3) / 2
            venue.closed = False
            await venue.until(lambda: "tickers.BTCUSDT" in venue.topics())
            await quote(market)


async def test_no_more_symbols_are_followed_than_the_bound() -> None:
    async with bybit() as venue, LiveMarket(Wall(), Random(1), url=venue.stream, pace=PACE, followed_max=1) as market:
        await quote(market)
        assert await market.quote(ETH) is None
        assert venue.topics() == {"tickers.BTCUSDT"}


async def test_readers_end_with_the_market() -> None:
    async with bybit() as venue, live(venue) as market:
        await quote(market)
        reader = market.ticks()
    async with asyncio.timeout(5):
        assert len([each async for each in reader]) <= 1
    assert await market.quote(ETH) is None


async def test_what_holding_costs_is_what_the_ticker_says_and_nonsense_costs_no_price() -> None:
    async with bybit() as venue, live(venue) as market:
        await quote(market)
        assert market.funding(BTC) is None
        said = {"fundingRate": "-0.00042", "nextFundingTime": "1767240000000", "fundingIntervalHour": "4"}
        await venue.delta(BTC, **said, lastPrice="60001.0")
        await seen_until(market.ticks(), lambda tick: tick.last == Decimal("60001.0"))
        at_four = datetime(2026, 1, 1, 4, tzinfo=UTC)
        assert market.funding(BTC) == Funding(Decimal("-0.00042"), at_four, timedelta(hours=4))
        for odd in ("", "soon", "9e99"):
            await venue.delta(BTC, **dict.fromkeys(said, odd), lastPrice="60002.0")
            await seen_until(market.ticks(), lambda tick: tick.last == Decimal("60002.0"))
            assert market.funding(BTC) is None
        assert market.tally.get("garbage", 0) == 0


class BreaksWhenClosed(LiveMarket):
    """Its line breaks in the very moment in which it is asked to end."""

    def _take(self, text: str) -> None:
        assert self._task is not None
        self._task.cancel()
        raise Lost("it broke")


async def test_a_line_that_breaks_as_it_is_closed_stays_closed() -> None:
    async with bybit() as venue, BreaksWhenClosed(Wall(), Random(1), url=venue.stream, pace=PACE) as market:
        task = market._task
        assert task is not None
        market.follow(BTC)
        await asyncio.wait({task}, timeout=5)
        assert task.cancelled()
