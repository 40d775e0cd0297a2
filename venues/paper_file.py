"""The file a paper account is kept in: the balance, the positions and every order ever sent.

Apart from the venue because a file has faults of its own: it can be another program's, of
another version, damaged, or in use. SQLite with a write-ahead log, synchronous to the disk.
"""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from core.errors import AlreadyRunning, ConfigError
from core.orders import Execution, Transaction
from venues.matching.floor import EPOCH
from venues.matching.register import Order
from venues.matching.snapshot import Live, transaction_from_plain

if TYPE_CHECKING:
    import aiosqlite

VERSION = 1
APPLICATION = 0x494C5041
"""Written into the file, so that another SQLite file is not taken for an account."""

SLICE = 50
"""Trades read back, half a millisecond, before the loop may look after somebody else."""

Line = tuple[str, str, Callable[[], Live] | Order | Transaction]
"""part, key, value: "live", "order", "execution" or "funding". What lives is asked for when it is written."""


@dataclass(slots=True)
class AccountFile:
    """One table, one writer."""

    path: Path
    db: aiosqlite.Connection

    async def load(self) -> dict[str, Any] | None:
        """What `Engine.snapshot` gave, or None in a new file."""
        live = await _one(self.db, "SELECT body FROM kept WHERE part = 'live'")
        if not live:
            return None
        async with self.db.execute("SELECT body FROM kept WHERE part = 'order' ORDER BY key") as rows:
            closed = [json.loads(body) async for (body,) in rows]
        return {"live": json.loads(live[0]), "closed": closed}

    async def executions(self, since: datetime) -> list[Transaction]:
        """Every fill and funding from ``since`` on, oldest first."""
        query = "SELECT body FROM kept WHERE part IN ('execution', 'funding') AND key >= ? ORDER BY key"
        rows = tuple(await self.db.execute_fetchall(query, (line_key(_micros(since)),)))
        found: list[Transaction] = []
        for start in range(0, len(rows), SLICE):
            if start:
                await asyncio.sleep(0)
            found += (transaction_from_plain(orjson.loads(body)) for (body,) in rows[start : start + SLICE])
        return found

    async def write(self, lines: Sequence[Line]) -> None:
        """All lines in one commit, as they are now."""
        rows = [(part, key, _as_text(value)) for part, key, value in lines]
        try:
            await self.db.executemany("INSERT OR REPLACE INTO kept (part, key, body) VALUES (?, ?, ?)", rows)
            await self.db.commit()
        except sqlite3.Error:
            await self.db.rollback()
            raise


def line_key(number: int) -> str:
    """Sorts as text as the number does."""
    return f"{number:020d}"


def _as_text(value: Callable[[], Live] | Order | Transaction) -> str:
    """A part of the account as text; after every fill all of it is written, so this has to be quick.

    Raises ``TypeError`` for what no account holds: amounts alone are not known to JSON.
    """
    return orjson.dumps(value() if callable(value) else value, Decimal.__str__).decode()


def transaction_line(told: Transaction) -> Line:
    """Filed by its moment, then by its id."""
    key = f"{line_key(_micros(told.at))} {told.id.removeprefix('x').zfill(15)}"
    return "execution" if isinstance(told, Execution) else "funding", key, told


def _micros(at: datetime) -> int:
    return max(0, (at - EPOCH) // timedelta(microseconds=1))


@asynccontextmanager
async def open_account_file(path: Path) -> AsyncIterator[AccountFile]:
    """Raises `ConfigError` for a file that is not ours to read, `AlreadyRunning` for one in use."""
    import aiosqlite
    import oschmod

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        oschmod.set_mode(str(path), 0o600)
    except OSError as error:
        raise ConfigError(
            f"the paper account {path} cannot be opened ({error.strerror}); choose another place"
        ) from None
    async with aiosqlite.connect(path, timeout=0.2) as db:
        try:
            await _prepare(db, path)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise AlreadyRunning(f"the paper account {path} is in use by another process; stop it first") from None
            raise ConfigError(f"the paper account {path} cannot be used ({error}); see to the disk") from None
        except sqlite3.DatabaseError:
            raise unreadable(path, "is damaged or no paper account") from None
        yield AccountFile(path, db)


async def _prepare(db: aiosqlite.Connection, path: Path) -> None:
    """Take the file for ourselves alone; make the table in a new one. One that is not ours is left as it was."""
    await db.execute("PRAGMA locking_mode=EXCLUSIVE")
    version, application, tables = await _one(
        db,
        "SELECT v.user_version, a.application_id, (SELECT count(*) FROM sqlite_master)"
        " FROM pragma_user_version AS v, pragma_application_id AS a",
    )
    if tables and application != APPLICATION:
        raise unreadable(path, "is not a paper account")
    if tables and version != VERSION:
        raise unreadable(path, f"is of version {version}, this program reads version {VERSION}")
    await db.execute("PRAGMA journal_mode=WAL")
    await db.execute("PRAGMA synchronous=FULL")
    await db.execute("BEGIN IMMEDIATE")
    if not tables:
        await db.execute(
            "CREATE TABLE kept (part TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL,"
            " PRIMARY KEY (part, key)) STRICT, WITHOUT ROWID"
        )
        await db.execute(f"PRAGMA user_version={VERSION}")
        await db.execute(f"PRAGMA application_id={APPLICATION}")
    await db.commit()
    if (await _one(db, "PRAGMA quick_check(1)")) != ("ok",):
        raise unreadable(path, "is damaged")


async def _one(db: aiosqlite.Connection, query: str) -> tuple[Any, ...]:
    async with db.execute(query) as rows:
        row = await rows.fetchone()
    return tuple(row) if row is not None else ()


def unreadable(path: Path, why: str) -> ConfigError:
    """An error that says what to do about a file we cannot carry on."""
    return ConfigError(f"{path} {why}; move it away to begin a new account, or put a good copy back")
