"""Where the records are kept on this machine: the files, their tables, and what to do when the disk says no.

Separate because both databases (the journal and the read models) are opened, guarded,
migrated and complained about in the same way.

A transaction is one trip to the connection's thread: nothing can be cancelled between its
BEGIN and its COMMIT (faults S01-S03), and each further trip would cost up to a tenth of a
millisecond on the way of an order.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from core.errors import ConfigError, InterlockError, JournalCorrupt, JournalUnwritable

if TYPE_CHECKING:
    import aiosqlite

T = TypeVar("T")
MakeRoom = Callable[[], Awaitable[bool]]
"""Frees space on the disk, and tells whether there was any to free."""

Statement = tuple[str, Sequence[Sequence[Any]]]
"""One statement and the rows it is run for; no rows: it is run once as it stands."""

TRANSACTION = "BEGIN IMMEDIATE"
"""Given to `OneTrip.executemany`: takes the write lock at once, so that waiting for it is bounded (S01)."""

JOURNAL_ID = 0x494C4B4A  # "ILKJ"
TABLES_ID = 0x494C4B54  # "ILKT"

JOURNAL_MIGRATIONS: Sequence[Sequence[str]] = (
    (
        """CREATE TABLE journal (
             seq INTEGER PRIMARY KEY,
             stream TEXT NOT NULL,
             version INTEGER NOT NULL,
             line INTEGER NOT NULL,
             position TEXT,
             at TEXT NOT NULL,
             kind TEXT NOT NULL CHECK (kind IN ('fact', 'intention')),
             name TEXT NOT NULL,
             v INTEGER NOT NULL,
             body TEXT NOT NULL,
             hash BLOB NOT NULL,
             UNIQUE (stream, version, line)
           ) STRICT""",
        "CREATE INDEX journal_position ON journal (position) WHERE position IS NOT NULL",
        """CREATE TABLE head (
             one INTEGER PRIMARY KEY CHECK (one = 1),
             seq INTEGER NOT NULL,
             hash BLOB NOT NULL
           ) STRICT""",
        "INSERT INTO head VALUES (1, 0, zeroblob(32))",
        """CREATE TRIGGER journal_head AFTER INSERT ON journal WHEN new.seq % 64 = 0
           BEGIN UPDATE head SET seq = new.seq, hash = new.hash WHERE one = 1; END""",
    ),
    (
        # A position's own lines are found by their stream: in this index too, they cost a commit a third of its time.
        "DROP INDEX journal_position",
        "CREATE INDEX journal_mention ON journal (position) WHERE position <> stream",
    ),
)
"""One tuple of statements for each schema version; a version once released is never edited.

``head`` repeats a line near the end, so that a tail cut off is noticed too. Not every line: one
more page in each commit would cost a tenth of it. It is also written at each checkpoint and at
the end; while the desk runs it knows its last line by heart.
"""

_WAL_BYTES = 4_000_000
"""The log is written once to its working size: a commit into a file that need not grow costs half (measured)."""
_BALLAST_PAGES = 32
_CACHE_KIB = 2000
"""SQLite's own measure. The ballast goes past it, or two megabytes of nothing would stay in memory for good."""


class OneTrip(sqlite3.Connection):
    """A connection whose `executemany` runs a whole transaction, so that aiosqlite hops to its thread once."""

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """``sql`` begins the transaction, ``parameters`` are its `Statement`s; it is committed, or undone whole."""
        cursor = self.execute(sql)
        try:
            for statement, rows in parameters:
                if len(rows) > 1:
                    cursor.executemany(statement, rows)
                else:
                    cursor.execute(statement, rows[0] if rows else ())
            return cursor.execute("COMMIT")
        except BaseException:
            if self.in_transaction:
                self.rollback()
            raise


async def no_more() -> bool:
    """Nothing was kept free."""
    return False


@contextlib.asynccontextmanager
async def connect(
    path: Path, *, busy_s: float, writes: bool, make_room: MakeRoom = no_more
) -> AsyncIterator[aiosqlite.Connection]:
    """Open one connection with this house's settings; closed with its thread whatever happens.

    ``make_room``: asked when the disk is so full that not even the log's index can be made.
    A reader (``writes`` false) cannot change anything. A connection left open would keep the
    interpreter from ending (aiosqlite 0.22).
    """
    import aiosqlite

    db = aiosqlite.connect(path, factory=OneTrip, isolation_level=None, timeout=busy_s, cached_statements=256)
    async with db:
        await db.execute(f"PRAGMA busy_timeout = {int(busy_s * 1000)}")
        await db.execute("PRAGMA foreign_keys = ON")
        await with_room(lambda: scalar(db, "PRAGMA user_version"), make_room)
        if writes:
            await db.execute("PRAGMA synchronous = FULL")
        else:
            await db.execute("PRAGMA query_only = ON")
        yield db


async def scalar(db: aiosqlite.Connection, sql: str) -> int:
    """The one number a statement answers."""
    rows = list(await db.execute_fetchall(sql))
    return int(rows[0][0])


async def migrate(db: aiosqlite.Connection, path: Path, migrations: Sequence[Sequence[str]], mark: int) -> None:
    """Bring a database to the newest schema, each step whole or not at all (fault S09).

    Raises `JournalCorrupt` for another program's database, `ConfigError` for one of a newer Interlock.
    """
    version = await scalar(db, "PRAGMA user_version")
    found = await scalar(db, "PRAGMA application_id")
    holds = await scalar(db, "SELECT count(*) FROM sqlite_schema")
    if holds and found != mark:
        raise JournalCorrupt(
            f"{path} is a database, but not the one expected here: move it away, or point data at the right directory"
        )
    if version > len(migrations):
        raise ConfigError(
            f"{path} was written by a newer Interlock (schema {version}, this one knows {len(migrations)}): "
            "install that version, or restore the backup made before the update"
        )
    await db.execute_fetchall("PRAGMA journal_mode = WAL")  # it is written into the file, so not before it is known
    for step in range(version, len(migrations)):
        statements: list[Statement] = [(sql, ()) for sql in migrations[step]]
        statements += [(f"PRAGMA application_id = {mark}", ()), (f"PRAGMA user_version = {step + 1}", ())]
        await db.executemany(TRANSACTION, statements)


async def grow_log(db: aiosqlite.Connection) -> None:
    """Give the write-ahead log its working size now, while nobody waits. Nothing is lost if the disk is too full."""
    await db.execute(f"PRAGMA cache_size = {_BALLAST_PAGES}")
    with contextlib.suppress(sqlite3.OperationalError):
        await db.executemany(
            TRANSACTION,
            [("CREATE TABLE ballast (x)", ()), ("INSERT INTO ballast VALUES (zeroblob(?))", [(_WAL_BYTES,)])],
        )
        await db.executemany(TRANSACTION, [("DROP TABLE ballast", ())])
        await db.execute_fetchall("PRAGMA wal_checkpoint(PASSIVE)")
    await db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


@contextlib.contextmanager
def explained(path: Path, doing: str) -> Iterator[None]:
    """Turn what SQLite or the system says about ``path`` into a sentence that says what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise explain(error, path, doing) from error


def is_full(error: sqlite3.Error) -> bool:
    """Is there no room left on the disk, also for the index of the log that a start makes anew?"""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_SHMSIZE


async def with_room(work: Callable[[], Awaitable[T]], make_room: MakeRoom) -> T:
    """Do it; on a full disk ``make_room`` is asked, and it is done again."""
    try:
        return await work()
    except sqlite3.Error as error:
        if not is_full(error) or not await make_room():
            raise
        return await work()


def explain(error: sqlite3.Error | OSError, path: Path, doing: str) -> InterlockError:
    """The house's error for one of SQLite's (https://www.sqlite.org/rescode.html) or of the system's."""
    if isinstance(error, OSError):
        why = error.strerror or str(error)
        return JournalUnwritable(f"cannot {doing} {path}: {why}; check that the path exists and belongs to you")
    if isinstance(error, sqlite3.OperationalError) and "decode to UTF-8" in str(error):
        return JournalCorrupt(f"cannot {doing} {path}: a line is no text; stop, keep the file, restore the last backup")
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if is_full(error):
        code = sqlite3.SQLITE_FULL
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return JournalCorrupt(f"cannot {doing} {path}: {error}; stop, keep the file, and restore the last backup")
    return JournalUnwritable(f"cannot {doing} {path}: {_ADVICE.get(code, f'{error}; try again, then check the disk')}")


_ADVICE = {
    sqlite3.SQLITE_FULL: "the disk is full; free some space, nothing was lost",
    sqlite3.SQLITE_READONLY: "it is read-only; give yourself the right to write, or mount the disk writable",
    sqlite3.SQLITE_BUSY: "another program holds it locked; close that program (a database browser, a backup)",
    sqlite3.SQLITE_LOCKED: "another program holds it locked; close that program (a database browser, a backup)",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check that its directory exists and belongs to you",
    sqlite3.SQLITE_PERM: "access is denied; check that it belongs to you",
    sqlite3.SQLITE_IOERR: "the disk reports an error; check the disk before trading goes on",
}
