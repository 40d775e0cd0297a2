"""How long a call takes from the ear to the venue's door, durable, against the least it could take.

The floor is what cannot be left out: the same message parsed, and the same lines committed
inline into the same table with SQLite's synchronous=FULL. Both are measured in turn, in one
run, each from the same idle machine.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

from core.events import CloseAsked, PositionEnded
from core.messages import Message
from core.orders import Answer, EntryOrder
from core.ports import Batch
from core.reading import read
from core.rules import ChannelRules, FixedNotional, Limits, Mode, Rules
from core.runtime.actor import Entry
from core.runtime.clock import SystemClock
from core.runtime.desk import Parts, TradingDesk
from core.runtime.recovery import open_desk
from core.runtime.tuning import tune
from core.vocabulary import ChannelId, MessageId, Money, Symbol, position_id
from storage import schema
from storage.codec import GENESIS, Line, draft, number
from storage.journal import SqliteJournal, open_journal
from tests.bench.journal import INSERT
from venues.catalogue import CATALOGUE
from venues.paper import PaperVenue, open_paper
from venues.prices.synthetic import SyntheticMarket

CHANNEL = ChannelId("-1001")
SYMBOL = Symbol("BTCUSDT")
PATIENCE_S = 10.0
SETTLED_S = 0.001
"""What a closed position leaves to be tidied up is not the cost of the next call."""
RULES = Rules(
    limits=Limits(open_positions_max=5, daily_loss_pct_max=Decimal(90)),
    channels=(ChannelRules(CHANNEL, "bench", Mode.AUTO, FixedNotional(Money(Decimal(500))), repeat_s=0),),
)


class Doorbell:
    """Notes the moment an entry reaches the venue's door, then lets it through."""

    def __init__(self, venue: PaperVenue) -> None:
        self._enter = venue.enter
        self.rang_at = 0.0
        self.rang = asyncio.Event()
        venue.enter = self._ring  # type: ignore[method-assign]

    async def _ring(self, order: EntryOrder) -> Answer:
        self.rang_at = time.perf_counter()
        self.rang.set()
        return await self._enter(order)


class Floor:
    """A plain sqlite3 connection that commits the lines of one call into the journal's own table, synchronously."""

    def __init__(self, path: Path, lines: Sequence[Line]) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("pragma journal_mode=wal")
        self._db.execute("pragma synchronous=full")
        for statement in chain.from_iterable(schema.JOURNAL_MIGRATIONS):
            self._db.execute(statement)
        self._lines = [tuple(line) for line in lines]
        self._commits = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def commit(self) -> None:
        """The same lines again, under the next numbers."""
        self._commits += 1
        shift, version = self._commits * len(self._lines), self._commits
        rows = [(shift + place, line[1], version, *line[3:]) for place, line in enumerate(self._lines)]
        self._db.execute("begin immediate")
        self._db.executemany(INSERT, rows)
        self._db.execute("commit")


@asynccontextmanager
async def _desk(data: Path) -> AsyncIterator[tuple[TradingDesk, PaperVenue, SyntheticMarket, SqliteJournal]]:
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        market = await stack.enter_async_context(SyntheticMarket(clock, "bench"))
        venue = await stack.enter_async_context(open_paper(data / "paper.sqlite3", CATALOGUE, market, clock))
        journal = await stack.enter_async_context(open_journal(data / "journal.sqlite3"))
        desk = await stack.enter_async_context(open_desk(Parts(venue, journal, market, clock), RULES))
        yield desk, venue, market, journal


def _call(price: Decimal) -> str:
    instrument = CATALOGUE[SYMBOL]
    levels = [instrument.price_near(type(instrument.tick)(price * factor)) for factor in _FACTORS]
    stop, first, second = levels
    return f"BTCUSDT LONG\nEntry: market\nLeverage: 5x\nStop loss: {stop}\nTP1: {first}\nTP2: {second}"


_FACTORS = (Decimal("0.985"), Decimal("1.02"), Decimal("1.04"))


async def walk(data: Path, calls: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds for each call: ear to door, the floor's commit, the floor's parse."""
    walked: list[float] = []
    commits: list[float] = []
    parses: list[float] = []
    async with _desk(data) as (desk, venue, market, journal):
        tune()
        bell = Doorbell(venue)
        quote = await market.quote(SYMBOL)
        assert quote is not None
        text = _call(quote.last)
        with Floor(data / "floor.sqlite3", await _lines_of_one_call(desk, text, bell)) as floor:
            for number in range(2, calls + 12):
                seconds = await _one(desk, text, MessageId(number), bell)
                await asyncio.sleep(SETTLED_S)  # the floor starts from the same idle machine
                began = time.perf_counter()
                floor.commit()
                committed = time.perf_counter()
                read(text)
                parsed = time.perf_counter()
                await asyncio.sleep(SETTLED_S)
                if number % 50 == 0:
                    await journal.checkpoint()  # as the running desk does every few seconds
                if number >= 12:  # the first ten warm the caches
                    walked.append(seconds)
                    commits.append(committed - began)
                    parses.append(parsed - committed)
    return walked, commits, parses


async def _one(desk: TradingDesk, text: str, number: MessageId, bell: Doorbell) -> float:
    """Hear one call, wait until its entry is at the door, then close it so that the next finds the slot free."""
    position, ended = position_id(CHANNEL, number), asyncio.Event()

    def note(entries: tuple[Entry, ...]) -> None:
        if any(isinstance(entry, PositionEnded) and entry.position == position for entry in entries):
            ended.set()

    desk.on_account = note
    now = datetime.now(UTC)
    message = Message(CHANNEL, number, text, now, now)
    bell.rang.clear()
    try:
        async with asyncio.timeout(PATIENCE_S):
            began = time.perf_counter()
            await desk.hear(message)
            await bell.rang.wait()
            seconds = bell.rang_at - began
            await desk.tell_position(CloseAsked(position, datetime.now(UTC), "bench"))
            await ended.wait()
    except TimeoutError:
        told = [repr(line.body) for line in await desk.parts.journal.about(position)]
        raise RuntimeError(f"call {number} did not reach its end in {PATIENCE_S} s: {told}") from None
    return seconds


async def _lines_of_one_call(desk: TradingDesk, text: str, bell: Doorbell) -> list[Line]:
    """What one call writes in its first commit: the floor writes the same."""
    position = position_id(CHANNEL, MessageId(1))
    await _one(desk, text, MessageId(1), bell)
    told = await desk.parts.journal.about(position)
    first = [line for line in told if line.at == told[0].at]
    streams = dict.fromkeys(line.stream for line in first)
    batches = (Batch(s, 0, first[0].at, tuple(line.body for line in first if line.stream == s)) for s in streams)
    return number(draft(*batches), 0, GENESIS)
