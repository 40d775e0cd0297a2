"""The made-up market: the same everywhere, movable by a script, and nearly free."""

from __future__ import annotations

import asyncio
import hashlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.market import Quote
from core.ports import Prices
from core.vocabulary import Price, Symbol
from venues.catalogue import CATALOGUE
from venues.prices.synthetic import CANDLE_STEPS, CANDLES_MAX, STEP_S, SyntheticMarket

BTC, GOLD, EUR = Symbol("BTCUSDT"), Symbol("XAUUSD"), Symbol("EURUSD")
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Wall:
    """A clock that a test turns."""

    at: datetime = BEGAN

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return (self.at - BEGAN).total_seconds()


def market(seed: str = "seed", **changed: float) -> SyntheticMarket:
    return SyntheticMarket(Wall(), seed, **changed)  # type: ignore[arg-type]


async def price(of: SyntheticMarket, symbol: Symbol = BTC) -> Price:
    return (await quote(of, symbol)).last


async def quote(of: SyntheticMarket, symbol: Symbol = BTC) -> Quote:
    found = await of.quote(symbol)
    assert found is not None
    return found


async def walk(of: SyntheticMarket, steps: int, symbol: Symbol = BTC) -> list[Price]:
    seen = []
    for _ in range(steps):
        of.advance()
        seen.append(await price(of, symbol))
    return seen


FINGERPRINT = """
import asyncio, hashlib
from tests.venues.test_prices_synthetic import fingerprint
print(asyncio.run(fingerprint()))
"""
KNOWN = "eba8c18c78827f41"


async def fingerprint() -> str:
    """A digest of a thousand steps of every symbol."""
    of = market("fingerprint")
    told = [str(each) for symbol in sorted(CATALOGUE) for each in await walk(of, 50, symbol)]
    return hashlib.sha256(" ".join(told).encode()).hexdigest()[:16]


async def test_the_same_seed_makes_the_same_path_on_every_machine() -> None:
    assert await fingerprint() == KNOWN


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_the_path_does_not_hang_on_pythons_hash_seed(hash_seed: str) -> None:
    told = subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", FINGERPRINT],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert told.stdout.strip() == KNOWN


async def test_another_seed_or_symbol_makes_another_path_and_no_symbol_disturbs_another() -> None:
    assert await walk(market("one"), 50) == await walk(market("one"), 50)
    assert await walk(market("one"), 50) != await walk(market("two"), 50)
    alone = SyntheticMarket(Wall(), "one", catalogue={BTC: CATALOGUE[BTC]})
    assert await walk(alone, 50) == await walk(market("one"), 50)


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=20), st.sampled_from(sorted(CATALOGUE)))
async def test_every_quote_is_on_the_grid_and_uncrossed(seed: str, symbol: Symbol) -> None:
    of, instrument = market(seed), CATALOGUE[symbol]
    for _ in range(20):
        of.advance(10)
        now = await quote(of, symbol)
        assert 0 < now.bid <= now.last <= now.ask
        assert now.bid < now.ask
        assert all(instrument.is_on_grid(each) for each in (now.bid, now.ask, now.last, now.mark))
        assert now.at == BEGAN


@pytest.mark.untraced
async def test_prices_swing_as_much_as_their_character_says_and_come_home() -> None:
    of = SyntheticMarket(Wall(), "seed", catalogue={BTC: CATALOGUE[BTC]})  # alone it walks as it does among others
    of.follow(BTC)
    levels: list[float] = []
    for _ in range(6000):
        of.advance(20)
        levels.append(float(await price(of)))
    moves = [later / earlier - 1 for earlier, later in pairwise(levels)]
    yearly = (fmean(move * move for move in moves) * 365 * 86_400 / (20 * STEP_S)) ** 0.5
    assert 0.40 < yearly < 0.50
    assert all(abs(level / 68_500 - 1) < 0.05 for level in levels)


async def test_two_to_four_ticks_a_second_for_each_followed_symbol() -> None:
    of = market()
    for symbol in (BTC, GOLD, EUR):
        of.follow(symbol)
    reader, seen = of.ticks(), []
    for _ in range(400):
        of.advance()
        while reader.pending:
            seen.append((await anext(reader)).symbol)
    for symbol in (BTC, GOLD, EUR):
        assert 2 < seen.count(symbol) / (400 * STEP_S) < 4
    assert set(seen) == {BTC, GOLD, EUR}


async def test_a_move_is_printed_at_once_and_stays_as_an_offset() -> None:
    moved, left = market(), market()
    moved.advance(100)
    left.advance(100)
    reader = moved.ticks()
    moved.move(BTC, Price(Decimal("60000.04")))
    assert (await asyncio.wait_for(anext(reader), 1)).last == Decimal("60000.0")
    factor = await price(moved) / await price(left)
    for _ in range(50):
        moved.advance(20)
        left.advance(20)
        assert abs(await price(moved) / await price(left) - factor) < Decimal("0.00001")
    assert await price(moved) != 60_000


@pytest.mark.parametrize("wrong", ["0", "-1", "NaN", "Infinity", "1e12"])
async def test_a_price_that_cannot_be_is_refused(wrong: str) -> None:
    of = market()
    with pytest.raises(ValueError, match="a price of BTCUSDT"):
        of.move(BTC, Price(Decimal(wrong)))
    with pytest.raises(ValueError, match="a price of BTCUSDT"):
        await of.glide(BTC, Price(Decimal(wrong)), 1)


async def test_the_bid_stays_above_zero_however_far_a_script_goes() -> None:
    of = market()
    of.move(BTC, Price(Decimal("0.0000001")))
    of.advance(100)
    assert (await quote(of)).bid > 0


async def test_an_unknown_symbol_has_no_price_and_cannot_be_moved() -> None:
    of = market()
    assert await of.quote(Symbol("NOPEUSDT")) is None
    assert of.history(Symbol("NOPEUSDT")) == ()
    with pytest.raises(ValueError, match="no NOPEUSDT"):
        of.move(Symbol("NOPEUSDT"), Price(Decimal(1)))


async def test_a_glide_arrives_exactly_and_on_time() -> None:
    of = market()
    target = Price(Decimal("70000"))
    gliding = asyncio.create_task(of.glide(BTC, target, 10))
    await asyncio.sleep(0)
    path = await walk(of, 39)
    assert not gliding.done()
    assert path[0] < path[19] < path[38] < target
    assert abs(path[19] - Decimal(69_250)) < 60
    of.advance()
    await asyncio.wait_for(gliding, 1)
    assert await price(of) == target
    assert abs(await price(of) - (await walk(of, 10))[-1]) < 100


async def test_a_later_move_ends_a_glide_and_so_does_the_end_of_the_market() -> None:
    of = market()
    first = asyncio.create_task(of.glide(BTC, Price(Decimal(70_000)), 1000))
    await asyncio.sleep(0)
    of.advance(5)
    of.move(BTC, Price(Decimal(65_000)))
    await asyncio.wait_for(first, 1)
    async with of:
        second = asyncio.create_task(of.glide(BTC, Price(Decimal(70_000)), 1000))
        await asyncio.sleep(0)
    await asyncio.wait_for(second, 1)


async def test_a_cancelled_glide_stops_where_it_is() -> None:
    of = market()
    gliding = asyncio.create_task(of.glide(BTC, Price(Decimal(90_000)), 100))
    await asyncio.sleep(0)
    of.advance(40)
    gliding.cancel()
    await asyncio.wait([gliding])
    here = await price(of)
    of.advance(200)
    assert abs(await price(of) / here - 1) < Decimal("0.01")


async def test_history_is_full_from_the_start_bounded_and_without_a_gap() -> None:
    clock = Wall()
    of = SyntheticMarket(clock, "seed")
    for _ in range(3 * CANDLE_STEPS):
        clock.at += timedelta(seconds=STEP_S)
        of.advance()
    candles = of.history(BTC, 50)
    assert len(candles) == 50
    assert len(of.history(BTC, 10_000)) == CANDLES_MAX
    assert of.history(BTC, 0) == of.history(BTC, -5) == ()
    for earlier, later in pairwise(candles):
        assert earlier.at < later.at
        assert earlier.low <= min(earlier.open, earlier.close) <= max(earlier.open, earlier.close) <= earlier.high
        assert abs(earlier.close / later.open - 1) < Decimal("0.001")
    assert candles[-1].close == await price(of)
    assert all(CATALOGUE[BTC].is_on_grid(each.high) for each in candles)


async def test_a_move_shows_in_the_history() -> None:
    of = market()
    of.advance(5)
    of.move(BTC, Price(Decimal(80_000)))
    assert of.history(BTC, 1)[0].high == 80_000


async def test_time_runs_by_itself_and_ends_with_the_market() -> None:
    seen = []
    async with asyncio.timeout(20), SyntheticMarket(Wall(), "seed", speed=20) as of:
        prices: Prices = of
        await prices.quote(BTC)
        reader = of.ticks()
        async for each in reader:
            seen.append(each)
            if len(seen) == 3:
                break
    assert len({each.last for each in seen}) == 3
    assert await anext(reader, None) is None


async def test_speed_walks_the_same_path_faster() -> None:
    async with asyncio.timeout(20), SyntheticMarket(Wall(), "seed", speed=10) as of:
        await of.quote(EUR)
        fast = await anext(of.ticks())
    slow = market()
    slow.advance(10)
    path = [await price(slow, EUR)]
    for _ in range(20):
        slow.advance(10)
        path.append(await price(slow, EUR))
    assert fast.last in path


@pytest.mark.parametrize("speed", [0, -1, 101, float("nan")])
def test_an_impossible_speed_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="the speed"):
        market(speed=speed)


def test_a_symbol_without_a_character_is_named_at_once() -> None:
    with pytest.raises(ValueError, match="XAUUSD"):
        SyntheticMarket(Wall(), "seed", characters={})


async def test_the_whole_market_costs_less_than_two_percent_of_a_core() -> None:
    of = market()
    for symbol in CATALOGUE:
        of.follow(symbol)
    reader, began = of.ticks(), time.process_time()
    for _ in range(240):  # a minute of market time
        of.advance()
        while reader.pending:
            await anext(reader)
    assert time.process_time() - began < 0.02 * 60


async def test_whoever_moves_the_price_trades_there_so_it_is_bid_on_the_way_up_and_asked_on_the_way_down() -> None:
    of = market()
    began = (await quote(of, GOLD)).last
    up, down = Price(began + 10), Price(began - 10)
    of.move(GOLD, up)
    assert (await quote(of, GOLD)).bid == up
    of.move(GOLD, down)
    assert (await quote(of, GOLD)).ask == down
    of.advance()
    later = await quote(of, GOLD)
    assert later.bid < later.last < later.ask
