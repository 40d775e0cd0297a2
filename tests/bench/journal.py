"""What the journal costs against plain SQLite: one durable event, and sixty-four writers at once."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from datetime import UTC, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path

import aiosqlite

from core.events import StopConfirmed
from core.ports import Batch
from core.vocabulary import PositionId, Price, Quantity, StreamId
from storage import schema
from storage.codec import GENESIS, Line, draft, number
from storage.journal import open_journal

AT = datetime(2026, 1, 2, tzinfo=UTC)
INSERT = "insert into journal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def _event(position: int) -> StopConfirmed:
    return StopConfirmed(PositionId(f"p{position}"), AT, Price(Decimal("61234.5")), Quantity(Decimal("0.012")))


def _batch(writer: int, version: int) -> Batch:
    return Batch(StreamId(f"p{writer}"), version, AT, (_event(writer),))


def _plain(path: Path) -> sqlite3.Connection:
    """The same table in a plain connection."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("pragma journal_mode=wal")
    db.execute("pragma synchronous=full")
    for statement in chain.from_iterable(schema.JOURNAL_MIGRATIONS):
        db.execute(statement)
    return db


def _line(batch: Batch, seq: int) -> Line:
    return number(draft(batch), seq - 1, GENESIS)[0]


async def single(data: Path, events: int) -> tuple[list[float], list[float]]:
    """Seconds from an event to its being durable: through the journal, and inline in stdlib sqlite3.

    Both encode, hash and commit the same event; the floor does it without threads or a loop.
    """
    ours: list[float] = []
    floor: list[float] = []
    plain = _plain(data / "plain.sqlite3")
    async with open_journal(data / "single.sqlite3") as journal:
        for version in range(events):
            began = time.perf_counter()
            line = _line(_batch(0, version), version + 1)
            plain.execute("begin immediate")
            plain.execute(INSERT, line)
            plain.execute("commit")
            floor.append(time.perf_counter() - began)
            await asyncio.sleep(0)
            began = time.perf_counter()
            await journal.append(_batch(0, version))
            ours.append(time.perf_counter() - began)
    plain.close()
    return ours, floor


async def many(data: Path, writers: int, each: int) -> tuple[float, float]:
    """Events a second of many writers at once: through the journal, and with one transaction an event.

    The floor is what one would write without a group commit: the same writers on one aiosqlite
    connection, each taking its turn for a transaction of its own.
    """
    async with open_journal(data / "many.sqlite3") as journal:

        async def write(writer: int) -> None:
            for version in range(each):
                await journal.append(_batch(writer, version))

        began = time.perf_counter()
        await asyncio.gather(*map(write, range(writers)))
        ours = writers * each / (time.perf_counter() - began)
    return ours, await _one_by_one(data / "one-by-one.sqlite3", writers, max(1, each // 10))


async def _one_by_one(path: Path, writers: int, each: int) -> float:
    _plain(path).close()
    turn, seq = asyncio.Lock(), 0
    async with aiosqlite.connect(path, isolation_level=None) as db:
        await db.execute("pragma synchronous=full")

        async def write(writer: int) -> None:
            nonlocal seq
            for version in range(each):
                async with turn:
                    seq += 1
                    await db.execute("begin immediate")
                    await db.execute(INSERT, _line(_batch(writer, version), seq))
                    await db.execute("commit")

        began = time.perf_counter()
        await asyncio.gather(*map(write, range(writers)))
        return writers * each / (time.perf_counter() - began)
