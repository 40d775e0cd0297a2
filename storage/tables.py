"""What happened, in tables a report can be made from: calls, positions, orders, fills, equity.

Nothing in the house reads them: they are the owner's, for a report of his own in any client of SQLite
(docs/house.md shows how). In a file of their own, not the journal's: no report can make the journal's writer wait for
a lock, and nothing here is worth saving. Everything is folded from the journal, so a
missing, damaged or older file is simply built again.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import InterlockError
from core.ports import Journal, Recorded
from storage import schema
from storage.private import create_private
from storage.projection import moment, plus, statements

if TYPE_CHECKING:
    import aiosqlite

    from storage.journal import SqliteJournal

PAGE = 500
"""Lines applied in one transaction."""

TABLES: Sequence[str] = (
    "CREATE TABLE cursor (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, at TEXT NOT NULL) STRICT",
    "INSERT INTO cursor VALUES (1, 0, '')",
    """CREATE TABLE calls (
         position TEXT PRIMARY KEY, channel TEXT NOT NULL, message INTEGER NOT NULL, text TEXT NOT NULL,
         kind TEXT NOT NULL, symbol TEXT, side TEXT, verdict TEXT, reason TEXT NOT NULL,
         posted_at TEXT NOT NULL, at TEXT NOT NULL, seq INTEGER NOT NULL) STRICT""",
    "CREATE INDEX calls_seq ON calls (seq)",
    "CREATE INDEX calls_channel ON calls (channel, seq)",
    """CREATE TABLE positions (
         id TEXT PRIMARY KEY, channel TEXT NOT NULL, symbol TEXT NOT NULL, side TEXT NOT NULL, status TEXT NOT NULL,
         planned TEXT NOT NULL, risk TEXT NOT NULL, stop TEXT,
         opened TEXT NOT NULL DEFAULT '0', cost TEXT NOT NULL DEFAULT '0',
         closed TEXT NOT NULL DEFAULT '0', proceeds TEXT NOT NULL DEFAULT '0',
         held TEXT NOT NULL DEFAULT '0', fees TEXT NOT NULL DEFAULT '0', funding TEXT NOT NULL DEFAULT '0',
         profit TEXT, cause TEXT, planned_at TEXT NOT NULL, opened_at TEXT, closed_at TEXT) STRICT""",
    "CREATE INDEX positions_closed ON positions (closed_at) WHERE closed_at IS NOT NULL",
    """CREATE TABLE orders (
         tag TEXT PRIMARY KEY, position TEXT NOT NULL REFERENCES positions (id), leg TEXT NOT NULL,
         quantity TEXT NOT NULL, price TEXT, status TEXT NOT NULL, filled TEXT NOT NULL DEFAULT '0',
         reason TEXT NOT NULL DEFAULT '', seq INTEGER NOT NULL) STRICT""",
    "CREATE INDEX orders_position ON orders (position, seq)",
    """CREATE TABLE fills (
         position TEXT NOT NULL REFERENCES positions (id), execution TEXT NOT NULL, leg TEXT NOT NULL, tag TEXT,
         quantity TEXT NOT NULL, price TEXT NOT NULL, fee TEXT NOT NULL, cause TEXT, at TEXT NOT NULL,
         PRIMARY KEY (position, execution)) STRICT""",
    """CREATE TABLE equity (
         seq INTEGER PRIMARY KEY, at TEXT NOT NULL, equity TEXT NOT NULL, balance TEXT NOT NULL) STRICT""",
    "CREATE INDEX equity_at ON equity (at)",
)
EVERY_S = 5
VERSION = 2
"""Raised with every change of `TABLES` or of `storage.projection`: the file is then built again."""

_CURSOR = "UPDATE cursor SET seq = ?, at = ? WHERE one = 1"
_CLEARED = ("fills", "orders", "positions", "calls", "equity")


@contextlib.asynccontextmanager
async def open_tables(path: Path, *, busy_s: float = 5.0) -> AsyncIterator[Tables]:
    """Open the read models at ``path``; a file that cannot be used is moved aside and built again.

    Raises `JournalUnwritable`, or `JournalCorrupt` when ``path`` is another program's database.
    """
    with schema.explained(path, "open the tables"):
        await asyncio.to_thread(_prepare, path)
    async with contextlib.AsyncExitStack() as stack:
        with schema.explained(path, "open the tables"):
            db = await stack.enter_async_context(schema.connect(path, busy_s=busy_s, writes=True))
            await schema.migrate(db, path, (*(() for _ in range(VERSION - 1)), TABLES), schema.TABLES_ID)
            await db.execute("PRAGMA synchronous = NORMAL")
            await db.create_function("plus", 2, plus, deterministic=True)
        tables = Tables(path, db)
        await tables._find_place()
        yield tables


def _prepare(path: Path) -> None:
    """Put a file that is broken or of another version aside."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and not _is_current(path):
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            with contextlib.suppress(FileNotFoundError):
                path.with_name(name).replace(path.with_name(f"{name}.old"))
    create_private(path)


def _is_current(path: Path) -> bool:
    db = sqlite3.connect(path)
    try:
        (mark,) = db.execute("PRAGMA application_id").fetchone()
        (version,) = db.execute("PRAGMA user_version").fetchone()
        (sound,) = db.execute("PRAGMA quick_check(1)").fetchone()
        return bool(sound == "ok") and (mark != schema.TABLES_ID or version == VERSION)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        return False
    finally:
        db.close()


class Tables:
    """The read models. Made by `open_tables`."""

    def __init__(self, path: Path, db: aiosqlite.Connection) -> None:
        self._path = path
        self._db = db
        self._seq = 0
        self._at = ""
        self._turn = asyncio.Lock()

    async def catch_up(self, journal: Journal) -> int:
        """Apply every line since the last one applied; return how many.

        Each page and the cursor are one transaction. When the journal is not the one the tables
        were made from (a backup was restored), they are built again from its beginning.
        """
        async with self._turn:
            await self._find_place()
            if self._seq and not await self._continues(journal):
                await self._clear()
            applied = 0
            while page := await journal.since(self._seq, PAGE):
                await self._apply(page)
                applied += len(page)
            return applied

    async def _find_place(self) -> None:
        """Ask the file itself: a cancelled catch-up may have written its page all the same (fault S03)."""
        with schema.explained(self._path, "read the tables"):
            ((seq, at),) = await self._db.execute_fetchall("SELECT seq, at FROM cursor")
        self._seq, self._at = int(seq), str(at)

    async def _continues(self, journal: Journal) -> bool:
        """Whether the journal still holds the line the tables end at."""
        last = await journal.since(self._seq - 1, 1)
        return bool(last) and moment(last[0].at) == self._at

    async def _apply(self, page: Sequence[Recorded]) -> None:
        changes = [change for line in page for change in statements(line)]
        grouped: list[schema.Statement] = [
            (sql, [row for _, rows in run for row in rows]) for sql, run in groupby(changes, key=lambda one: one[0])
        ]
        seq, at = page[-1].seq, moment(page[-1].at)
        await self._transact([*grouped, (_CURSOR, [(seq, at)])])
        self._seq, self._at = seq, at

    async def _clear(self) -> None:
        cleared: list[schema.Statement] = [(f"DELETE FROM {table}", ()) for table in _CLEARED]  # noqa: S608 (constants)
        await self._transact([*cleared, (_CURSOR, [(0, "")])])
        self._seq, self._at = 0, ""

    async def _transact(self, changes: Sequence[schema.Statement]) -> None:
        with schema.explained(self._path, "update the tables"):
            await self._db.executemany(schema.TRANSACTION, changes)


async def keep_up(path: Path, journal: SqliteJournal) -> None:
    """Bring the read models up to date and fold the journal's log in, apart from the path of any order; for ever.

    Raises as `open_tables` and `Tables.catch_up`: no trade waits for a report, so whoever watches this begins it again.
    """
    try:
        async with open_tables(path) as tables:
            while True:
                await tables.catch_up(journal)
                await journal.checkpoint()
                await asyncio.sleep(EVERY_S)
    except InterlockError:
        await journal.checkpoint()  # the log is not to grow because of a file that nobody needs
        raise
