"""What trading at Bybit costs over its wire: an order against bare pybit, a fill until the journal, a dead line.

The exchange is the stand-in, as a process of its own where time is measured, so that its work is not ours.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from pybit.unified_trading import HTTP

from core.events import CloseAsked, EntryFilled, PositionEnded
from core.messages import Message
from core.orders import Accepted, EntryKind, EntryOrder, Execution, ExitOrder
from core.rules import ChannelRules, FixedNotional, Limits, Mode, Rules
from core.runtime.actor import Entry
from core.runtime.clock import SystemClock
from core.runtime.desk import Parts, TradingDesk
from core.runtime.recovery import open_desk
from core.runtime.tuning import tune
from core.vocabulary import ChannelId, MessageId, Money, OrderTag, Price, Quantity, Side, Symbol, position_id
from storage.journal import SqliteJournal, open_journal
from tests.standins.bybit_process import open_bybit_process
from tests.venues.bybit_stage import BTC, bybit_stage, until
from venues.bybit.places import Places, Profile
from venues.bybit.stream import Pace
from venues.bybit.venue import BybitVenue, open_bybit
from venues.prices.live import LiveMarket

ROOT = Path(__file__).parents[2]
SYMBOL, CHANNEL = Symbol(BTC), ChannelId("-1001")
SMALL, STOP = Quantity(Decimal("0.003")), Price(Decimal(55_000))
PART = Quantity(Decimal("0.001"))
APART_S = 0.25
"""Ten orders a second are allowed; both sides stay below it, so that nobody waits for the limit."""
BRISK = Pace(ping=0.5, silent=1.5, told=2.0, retry=0.02, retry_max=0.2)
RULES = Rules(
    limits=Limits(open_positions_max=5, daily_loss_pct_max=Decimal(90)),
    channels=(ChannelRules(CHANNEL, "bench", Mode.AUTO, FixedNotional(Money(Decimal(500))), repeat_s=0),),
)
CALL = "BTCUSDT LONG\nEntry: market\nLeverage: 5x\nStop loss: 59000\nTP1: 61000\nTP2: 62000"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The stand-in in another process."""

    places: Places
    profile: Profile


@asynccontextmanager
async def elsewhere() -> AsyncIterator[Elsewhere]:
    async with open_bybit_process(None, {BTC: Decimal(60_000)}) as there:
        key = there.key()
        places = Places(there.rest_url, there.rest_url, there.public_url, there.private_url)
        yield Elsewhere(places, Profile("bench", "demo", key.api_key, key.secret))


async def orders(rounds: int) -> tuple[list[float], list[float]]:
    """Seconds to place an entry with its stop and two targets: ours, and the same two requests of bare pybit."""
    ours: list[float] = []
    bare: list[float] = []
    async with elsewhere() as there, open_bybit(there.profile, there.places, SystemClock()) as venue:
        await venue.instruments()
        await until(lambda: venue.stream.is_up)
        raw = HTTP(api_key=there.profile.key, api_secret=there.profile.secret)
        raw.endpoint = there.places.rest
        tune()
        for number in range(rounds + 5):
            seconds = [await _timed(venue, number)]
            await asyncio.sleep(APART_S)
            seconds.append(_bare(raw, number))
            await venue.exit(ExitOrder(OrderTag(f"out{number}"), SYMBOL, Side.LONG, Quantity(SMALL * 2), None))
            await asyncio.sleep(APART_S)
            if number >= 5:  # the first warm the caches and set the leverage
                ours.append(seconds[0])
                bare.append(seconds[1])
    return ours, bare


async def _timed(venue: BybitVenue, number: int) -> float:
    tag, leverage = OrderTag(f"o{number}"), Decimal(5)
    entry = EntryOrder(tag, SYMBOL, Side.LONG, EntryKind.MARKET, SMALL, None, STOP, leverage)
    targets = [ExitOrder(OrderTag(f"t{number}-{at}"), SYMBOL, Side.LONG, PART, _price(at)) for at in (61_000, 62_000)]
    began = time.perf_counter()
    entered = await venue.enter(entry)
    rungs = await venue.exit_many(targets)
    seconds = time.perf_counter() - began
    assert all(isinstance(answer, Accepted) for answer in (entered, *rungs)), (entered, rungs)
    return seconds


def _price(at: int) -> Price:
    return Price(Decimal(at))


def _bare(raw: Any, number: int) -> float:
    words = {"symbol": BTC, "timeInForce": "GTC", "positionIdx": 0}
    part = {**words, "side": "Sell", "orderType": "Limit", "qty": "0.001", "reduceOnly": True}
    targets = [{**part, "price": str(at), "orderLinkId": f"b{number}-{at}"} for at in (61_000, 62_000)]
    began = time.perf_counter()
    raw.place_order(
        category="linear",
        side="Buy",
        orderType="Market",
        qty="0.003",
        stopLoss="55000",
        tpslMode="Full",
        orderLinkId=f"b{number}",
        **words,
    )
    raw.place_batch_order(category="linear", request=targets)
    return time.perf_counter() - began


async def fills(home: Path, rounds: int) -> list[float]:
    """Seconds from a fill at the exchange to its fact, durable in our journal."""
    late: list[float] = []
    async with AsyncExitStack() as stack:
        there = await stack.enter_async_context(elsewhere())
        clock = SystemClock()
        market = await stack.enter_async_context(LiveMarket(clock, random.Random(1), url=there.places.public))
        venue = await stack.enter_async_context(open_bybit(there.profile, there.places, clock))
        journal = await stack.enter_async_context(open_journal(home / "journal.sqlite3"))
        desk = await stack.enter_async_context(open_desk(Parts(venue, journal, market, clock), RULES))
        await until(lambda: venue.stream.is_up)
        await market.quote(SYMBOL)
        tune()
        listening = asyncio.create_task(_note_fills(journal, late))
        for number in range(rounds):
            await _one(desk, MessageId(number + 1))
            await asyncio.sleep(APART_S)
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    return late


async def _note_fills(journal: SqliteJournal, late: list[float]) -> None:
    async for line in journal.follow(0):
        if isinstance(line.body, EntryFilled):
            late.append((datetime.now(UTC) - line.body.at).total_seconds())


async def _one(desk: TradingDesk, number: MessageId) -> None:
    position, ended = position_id(CHANNEL, number), asyncio.Event()

    def note(entries: tuple[Entry, ...]) -> None:
        if any(isinstance(entry, PositionEnded) and entry.position == position for entry in entries):
            ended.set()

    desk.on_account = note
    now = datetime.now(UTC)
    async with asyncio.timeout(20):
        await desk.hear(Message(CHANNEL, number, CALL, now, now))
        await asyncio.sleep(APART_S)
        await desk.tell_position(CloseAsked(position, datetime.now(UTC), "bench"))
        await ended.wait()


async def deafness(rounds: int) -> tuple[float, float]:
    """The longest seconds until a line that is open and silent is noticed, and until it is healed and caught up."""
    noticed, healed = 0.0, 0.0
    async with bybit_stage() as stage:
        for number in range(rounds):
            told: asyncio.Task[None] = asyncio.create_task(_told(stage.venue, OrderTag(f"missed{number}")))
            stage.there.stall()
            began = time.perf_counter()
            await stage.venue.enter(_small(f"missed{number}"))
            await until(lambda: not stage.venue.stream.is_up, 30)
            noticed = max(noticed, time.perf_counter() - began)
            stage.there.resume()
            async with asyncio.timeout(30):
                await told
            await until(lambda: stage.venue.stream.is_up, 30)
            healed = max(healed, time.perf_counter() - began)
    return noticed, healed


async def _told(venue: BybitVenue, tag: OrderTag) -> None:
    async for report in venue.reports():
        if isinstance(report, Execution) and report.tag == tag:
            return


def _small(tag: str) -> EntryOrder:
    stop = Price(Decimal(40_000))
    return EntryOrder(OrderTag(tag), SYMBOL, Side.LONG, EntryKind.MARKET, PART, None, stop, Decimal(10))


async def drops(count: int, worlds: int = 5) -> tuple[int, int]:
    """Trades made and trades never told, over ``count`` lines that were cut at moments drawn from seeds."""
    each = await asyncio.gather(*(_drops(seed, count // worlds) for seed in range(worlds)))
    return sum(made for made, _ in each), sum(missed for _, missed in each)


async def _drops(seed: int, count: int) -> tuple[int, int]:
    dice = random.Random(seed)
    told: set[str] = set()
    async with bybit_stage(pace=BRISK) as stage:
        listening = asyncio.create_task(_collect(stage.venue, told))
        cut: Callable[[], None] = stage.there.drop
        for number in range(count):
            await until(lambda: stage.venue.stream.is_up, 30)
            trade: Awaitable[object] = stage.venue.enter(_small(f"d{number}"))
            asyncio.get_running_loop().call_later(dice.uniform(0, 0.02), cut)
            await trade
            await asyncio.sleep(0.02)
        await until(lambda: stage.venue.stream.is_up, 30)
        made = {str(fill.tag) for fill in stage.there.truth().executions}
        await asyncio.sleep(0.5)
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    return len(made), len(made - told)


async def _collect(venue: BybitVenue, told: set[str]) -> None:
    async for report in venue.reports():
        if isinstance(report, Execution):
            told.add(str(report.tag))
