"""Old prices played again: what is wrong in a file is named, and luck is never counted."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.config import VenueConfig
from core.errors import ConfigError
from core.market import Candle, Quote
from core.orders import Accepted, Execution, Purpose
from core.ports import Prices
from core.runtime.clock import SystemClock
from core.vocabulary import Price, Quantity, Side, Symbol
from tests.venues.contract import entry
from venues.catalogue import CATALOGUE
from venues.prices.recorded import COLUMNS, RecordedMarket, candles, quotes
from venues.registry import open_venue

BTC, ETH = CATALOGUE[Symbol("BTCUSDT")], CATALOGUE[Symbol("ETHUSDT")]
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
HEADER = ",".join(COLUMNS)


@dataclass
class Wall:
    at: datetime

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return 0.0


def candle(minute: int, *levels: int, symbol: Symbol = BTC.symbol) -> Candle:
    first, high, low, last = (Price(Decimal(level)) for level in levels)
    return Candle(symbol, BEGAN + timedelta(minutes=minute), first, high, low, last, Quantity(Decimal(1)))


DAY = (candle(0, 100, 110, 90, 105), candle(1, 105, 120, 101, 102), candle(2, 102, 103, 80, 81))


def lasts(played: Iterable[Quote]) -> list[int]:
    return [int(each.last) for each in played]


def saved(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


# --- the file ---------------------------------------------------------------------------------


def test_a_file_is_read_whatever_its_way_to_write_time(tmp_path: Path) -> None:
    file = saved(
        tmp_path / "btc.csv",
        "Timestamp,Open,High,Low,Close,Volume",
        "1767225600,100,110,90,105,1.5",
        "1767225660500,105,120,101,102,0",
        "",
        "2026-01-01T01:02:00+01:00, 102 ,103,80,81,1e3",
        '"2026-01-01T00:03:00Z","81","81","81","81","7"',
    )
    read = list(candles(file, BTC.symbol))
    seconds = [0, 60.5, 120, 180]
    assert [each.at for each in read] == [BEGAN + timedelta(seconds=each) for each in seconds]
    assert read[0].high == 110
    assert read[2].volume == 1000
    assert {each.symbol for each in read} == {BTC.symbol}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("1767225600,100,110,90,105", "5 values"),
        ("1767225600,100,110,90,105,1,9", "7 values"),
        ("2026-01-01T00:00:00,100,110,90,105,1", "without its zone"),
        ("yesterday,100,110,90,105,1", "timestamp 'yesterday'"),
        ("99999999999999999999,100,110,90,105,1", "timestamp"),
        ("1767225600,abc,110,90,105,1", "open 'abc'"),
        ("1767225600,NaN,110,90,105,1", "open 'NaN'"),
        ("1767225600,100,Infinity,90,105,1", "high 'Infinity'"),
        ("1767225600,100,1e99,90,105,1", "high '1e99'"),
        ("1767225600,1_00,110,90,105,1", "open '1_00'"),
        ("1767225600,١٠٠,110,90,105,1", "open"),
        ("1767225600,100,110,0,105,1", "above 0"),
        ("1767225600,100,110,90,105,-1", "volume '-1'"),
        ("1767225600,100,110,101,105,1", "must lie between low 101 and high 110"),
        ("1767225600,100,110,90,111,1", "must lie between"),
        ('1767225600,"100,110,90,105,1', "not a CSV row"),
        ("1767225600," + "1" * 600, "longer than 512"),
        ("1767225000,100,110,90,105,1", "not after the row before"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(tmp_path: Path, line: str, complaint: str) -> None:
    file = saved(tmp_path / "btc.csv", HEADER, "1767225000,1,1,1,1,1", line)
    with pytest.raises(ConfigError) as caught:
        list(candles(file, BTC.symbol))
    told = str(caught.value)
    assert told.startswith(f"{file}:3: ")
    assert complaint in told
    assert "\n" not in told


@pytest.mark.parametrize("lines", [(), (HEADER,), (HEADER, ""), ("open,high", "1,2"), ("1767225600,1,1,1,1,1",)])
def test_a_file_without_header_or_candles_says_what_it_wants(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(ConfigError, match=r"btc\.csv:\d+: .*timestamp,open,high,low,close,volume"):
        list(candles(saved(tmp_path / "btc.csv", *lines), BTC.symbol))


def test_a_missing_or_binary_file_is_the_owners_to_mend(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        list(candles(tmp_path / "none.csv", BTC.symbol))
    (tmp_path / "binary.csv").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(ConfigError, match="not UTF-8"):
        list(candles(tmp_path / "binary.csv", BTC.symbol))


# --- candles to quotes ------------------------------------------------------------------------


def test_a_candle_that_reaches_both_stop_and_target_meets_the_stop_first() -> None:
    assert lasts(quotes(DAY[:1], BTC, against=Side.LONG)) == [100, 90, 110, 105]
    assert lasts(quotes(DAY[:1], BTC, against=Side.SHORT)) == [100, 110, 90, 105]


@given(st.decimals("0", "50", places=3), st.sampled_from(list(Side)))
def test_the_spread_lies_around_the_price_and_is_never_rounded_away(spread: Decimal, against: Side) -> None:
    for each in quotes(DAY, BTC, spread, against):
        assert 0 < each.bid <= each.last <= each.ask
        assert each.ask - each.bid >= spread
        assert each.ask - each.bid < spread + 2 * BTC.tick
        assert BTC.is_on_grid(each.bid)
        assert BTC.is_on_grid(each.ask)


def test_quotes_stay_within_their_candle_and_a_weekend_is_no_long_candle() -> None:
    gap = candle(5000, 81, 82, 80, 81)
    moments = [each.at - BEGAN for each in quotes((*DAY, gap), BTC)]
    assert moments == sorted(moments)
    assert moments[3] == timedelta(seconds=45)
    assert moments[11] == timedelta(minutes=2, seconds=45)
    assert moments[15] == timedelta(minutes=5000, seconds=45)


@pytest.mark.parametrize("spread", ["-1", "NaN", "Infinity"])
def test_an_impossible_spread_is_refused(spread: str) -> None:
    with pytest.raises(ValueError, match="a spread"):
        list(quotes(DAY, BTC, Decimal(spread)))


# --- played -----------------------------------------------------------------------------------


async def test_at_speed_zero_no_reader_misses_a_quote_however_slow() -> None:
    expected = list(quotes(DAY, BTC))
    async with asyncio.timeout(10), RecordedMarket(expected) as market:
        quick, slow = market.ticks(), market.ticks()

        async def dawdle() -> list[Quote]:
            seen = []
            async for each in slow:
                for _ in range(5):
                    await asyncio.sleep(0)
                seen.append(each)
            return seen

        dawdling = asyncio.create_task(dawdle())
        assert [each async for each in quick] == expected
        assert await dawdling == expected


async def test_a_reader_that_leaves_does_not_stop_the_recording() -> None:
    expected = list(quotes(DAY, BTC))
    async with asyncio.timeout(10), RecordedMarket(expected) as market:
        leaving, staying = market.ticks(), market.ticks()
        both = await asyncio.gather(anext(leaving), anext(staying))
        assert set(both) == {expected[0]}
        del leaving
        assert [each async for each in staying] == expected[1:]


async def test_a_first_quote_can_be_had_before_anybody_reads() -> None:
    expected = list(quotes(DAY, BTC))
    async with asyncio.timeout(10), RecordedMarket(expected) as market:
        assert await market.quote(BTC.symbol) == expected[0]
        reader = market.ticks()
        assert await anext(reader) == expected[1]


async def test_when_the_recording_ends_the_last_price_stays_and_an_unknown_symbol_has_none() -> None:
    async with asyncio.timeout(10), RecordedMarket(quotes(DAY, BTC)) as market:
        assert lasts([each async for each in market.ticks()])[-1] == 81
        prices: Prices = market
        now = await prices.quote(BTC.symbol)
        assert now is not None
        assert now.last == 81
        assert await market.quote(Symbol("NOPE")) is None


async def test_several_symbols_are_played_in_the_order_of_their_moments() -> None:
    other = [candle(minute, 10, 11, 9, 10, symbol=ETH.symbol) for minute in range(3)]
    merged = list(heapq.merge(quotes(DAY, BTC), quotes(other, ETH), key=lambda each: each.at))
    async with asyncio.timeout(10), RecordedMarket(merged) as market:
        seen = [each async for each in market.ticks()]
    assert seen == merged
    assert len(seen) == 24


async def test_speed_sets_the_pace_and_a_clock_sets_the_moment() -> None:
    wall = Wall(datetime(2026, 5, 5, tzinfo=UTC))
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(10), RecordedMarket(quotes(DAY, BTC), speed=600, clock=wall) as market:
        began = loop.time()
        seen = [each async for each in market.ticks()]
        took = loop.time() - began
    assert lasts(seen) == lasts(quotes(DAY, BTC))
    assert {each.at for each in seen} == {wall.at}
    assert took >= 11 * 15 / 600 * 0.9


async def test_a_broken_recording_ends_its_readers_and_is_told_on_leaving(tmp_path: Path) -> None:
    file = saved(tmp_path / "btc.csv", HEADER, "1767225600,100,110,90,105,1", "1767225660,100,110,90,105,1", "oops")
    with pytest.raises(ConfigError, match=r"btc\.csv:4: 1 values"):
        async with asyncio.timeout(10), RecordedMarket(quotes(candles(file, BTC.symbol), BTC)) as market:
            assert len([each async for each in market.ticks()]) == 4


@pytest.mark.parametrize("speed", [-1, float("nan"), float("inf")])
def test_an_impossible_speed_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="the speed"):
        RecordedMarket((), speed=speed)


def a_venue(**candles: Path) -> VenueConfig:
    named = {symbol: str(file) for symbol, file in candles.items()}
    return VenueConfig(prices="recorded", candles=named, speed=1000)


async def test_a_paper_account_trades_a_recording_named_in_the_configuration(tmp_path: Path) -> None:
    falling = "".join(f"{second * 60},{p},{p},{p},{p},1\n" for second, p in enumerate(range(60_000, 58_000, -20)))
    (tmp_path / "btc.csv").write_text("timestamp,open,high,low,close,volume\n" + falling, encoding="utf-8")
    config = a_venue(BTCUSDT=tmp_path / "btc.csv")
    async with asyncio.timeout(30), open_venue(config, tmp_path / "data", SystemClock()) as (venue, prices):
        first = await prices.quote(Symbol("BTCUSDT"))
        assert first is not None
        bought = await venue.enter(entry("a", stop="58900"))
        assert isinstance(bought, Accepted)
        async for report in venue.reports():
            if isinstance(report, Execution) and report.purpose is Purpose.STOP:
                assert Decimal(58_800) <= report.price <= Decimal(58_900)
                break


async def test_a_recording_that_cannot_be_played_is_said_before_anything_starts(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    for config, words in (
        (a_venue(BTCUSDT=tmp_path / "none.csv"), "cannot be read"),
        (a_venue(BTCUSDT=tmp_path / "empty.csv"), "no candle"),
        (a_venue(QQQUSDT=tmp_path / "empty.csv"), "QQQUSDT cannot be played; write some of BTCUSDT"),
    ):
        with pytest.raises(ConfigError, match=words):
            async with open_venue(config, tmp_path / "data", SystemClock()):
                pass
