"""What happened and what we meant to do, on disk before anything is sent.

Separate because it is the one thing that must not be lost: facts and intentions become
durable in one commit, and only then is an order placed (invariant I3). Who comes while nobody
writes goes to the disk at once; who comes meanwhile queues up, and the next transaction takes
all of them, so that sixty-four writers cost little more than one. A writer that is cancelled
while it waits leaves its batch either whole in the journal or not there at all.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections import deque
from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.errors import InterlockError, JournalCorrupt, JournalUnwritable, StaleWriter
from core.ports import Batch, Recorded
from core.vocabulary import PositionId, StreamId
from storage import schema
from storage.backup import copy
from storage.codec import GENESIS, Draft, Line, as_recorded, draft, is_sound, number, recorded
from storage.private import create_private
from storage.statements import ABOUT, HEAD, PAGE, ROWS, SINCE, STREAM, VERSIONS, inserting
from storage.waiting import WaitingRoom

if TYPE_CHECKING:
    import aiosqlite

SLICE = 50
"""Lines read back, about a millisecond and a half, before the loop may look after somebody else."""
LOG_PAGES_MAX = 16_000
"""Pages (64 MB) after which a commit folds the log in by itself, which takes many milliseconds: an order would
wait for it. `SqliteJournal.checkpoint`, called every few seconds beside the desk, keeps it from coming to that.
"""

TAIL = 256
"""The newest appends, kept for who follows: what was just written need not be read back for each of them."""


class _Request(NamedTuple):
    """One caller's append, waiting for its commit."""

    batches: tuple[Batch, ...]
    drafts: list[Draft]
    done: asyncio.Future[int]


class _Commit(NamedTuple):
    """One transaction: its lines, whose they are with the number of each one's last, and what the streams hold then."""

    lines: list[Line]
    written: list[tuple[_Request, int]]
    versions: dict[StreamId, int]


@contextlib.asynccontextmanager
async def open_journal(
    path: Path,
    *,
    busy_s: float = 5.0,
    waiting_max: int = 1024,
    group_max: int = 256,
    pages_max: int | None = None,
    make_room: schema.MakeRoom = schema.no_more,
) -> AsyncIterator[SqliteJournal]:
    """Open or create the journal at ``path``; on leaving, what is queued is written first.

    ``busy_s``: how long another program may hold the file before an append fails.
    ``waiting_max``: appends that may queue; the next one waits at the door. ``group_max``: appends
    in one commit. ``pages_max``: a quota for the file in pages of 4 KiB; None: the disk decides.
    ``make_room``: asked when the disk is full, before the start or an append fails for it.
    Raises `JournalUnwritable`, `JournalCorrupt`, or `ConfigError` for a file of a newer version.
    """
    async with contextlib.AsyncExitStack() as stack:
        with schema.explained(path, "open the journal"):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            create_private(path)
            db = await stack.enter_async_context(schema.connect(path, busy_s=busy_s, writes=True, make_room=make_room))
            await schema.migrate(db, path, schema.JOURNAL_MIGRATIONS, schema.JOURNAL_ID)
            await db.execute_fetchall(f"PRAGMA wal_autocheckpoint = {LOG_PAGES_MAX}")
            if pages_max is not None:
                await db.execute_fetchall(f"PRAGMA max_page_count = {pages_max:d}")
            await schema.grow_log(db)
            reader = await stack.enter_async_context(schema.connect(path, busy_s=busy_s, writes=False))
            await _find_anchor(db, path)
            seq, head = await _end(db)
            versions = {StreamId(stream): int(count) for stream, count in await db.execute_fetchall(VERSIONS)}
        journal = SqliteJournal(path, db, reader, seq, head, versions, waiting_max, group_max, make_room)
        async with journal._writing():
            yield journal


async def _find_anchor(db: aiosqlite.Connection, path: Path) -> None:
    """Raises `JournalCorrupt` when the line last written down as the journal's end is not there."""
    for seq, known, found in await db.execute_fetchall(
        "SELECT head.seq, head.hash, journal.hash FROM head LEFT JOIN journal ON journal.seq = head.seq"
    ):
        if seq and known != found:
            raise JournalCorrupt(f"{path} lacks its line {seq}: stop, keep the file, restore the last backup")
        return
    raise JournalCorrupt(f"{path} does not say where it ends: stop, keep the file, restore the last backup")


async def _end(db: aiosqlite.Connection) -> tuple[int, bytes]:
    """The last line and its hash."""
    for seq, head in await db.execute_fetchall("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"):
        return int(seq), bytes(head)
    return 0, GENESIS


class SqliteJournal:
    """`core.ports.Journal` in one SQLite file. Made by `open_journal`."""

    def __init__(
        self,
        path: Path,
        db: aiosqlite.Connection,
        reader: aiosqlite.Connection,
        seq: int,
        head: bytes,
        versions: dict[StreamId, int],
        waiting_max: int,
        group_max: int,
        make_room: schema.MakeRoom,
    ) -> None:
        self._path = path
        self._db = db
        self._reader = reader
        self._seq = seq
        self._hash = head
        self._versions = versions
        self._group_max = group_max
        self._make_room = make_room
        self._room = WaitingRoom[_Request](waiting_max)
        self._turn = asyncio.Lock()
        self._landing: asyncio.Task[None] | None = None
        self._grown: asyncio.Event | None = None
        self._tail: deque[tuple[tuple[Batch, ...], int]] = deque(maxlen=TAIL)
        self._open = True

    @property
    def head(self) -> tuple[int, str]:
        """The last durable line and its hash in hex: an anchor to keep somewhere else."""
        return self._seq, self._hash.hex()

    async def append(self, *batches: Batch) -> int:
        """See `core.ports.Journal`. ``ValueError`` for nothing to write, and as `codec.Codec.encode`.

        Cancelled while it waits, the batch may still be written, never half of it.
        """
        if not batches:
            raise ValueError("an append needs at least one batch")
        drafts = draft(*batches)
        if not self._open:
            raise JournalUnwritable(f"the journal {self._path} is closed; nothing was written")
        done: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        request = _Request(batches, drafts, done)
        if not self._turn.locked() and self._room.is_empty:
            await self._write_at_once(request)
        elif not self._room.enter_at_once(request):
            await self._room.enter(request)
        return await done

    async def read(self, stream: StreamId) -> Sequence[Recorded]:
        """See `core.ports.Journal`."""
        found: list[Recorded] = []
        mark = (-1, -1)
        while page := await self._page(STREAM, stream, *mark, PAGE):
            found += await self._read_back(page)
            mark = (page[-1].version, page[-1].line)
        return found

    async def about(self, position: PositionId) -> Sequence[Recorded]:
        """See `core.ports.Journal`."""
        found: list[Recorded] = []
        seq = 0
        while page := await self._page(ABOUT, position, seq, PAGE):
            found += await self._read_back(page)
            seq = page[-1].seq
        return found

    async def streams(self) -> Sequence[StreamId]:
        """See `core.ports.Journal`."""
        return tuple(self._versions)

    async def since(self, seq: int, limit: int = 1000) -> Sequence[Recorded]:
        """See `core.ports.Journal`."""
        return await self._read_back(await self._page(SINCE, seq, limit))

    async def follow(self, seq: int) -> AsyncIterator[Recorded]:
        """See `core.ports.Journal`. Also ends when the journal is closed."""
        while self._open:
            if self._seq <= seq:
                self._grown = self._grown or asyncio.Event()
                await self._grown.wait()
                continue
            await asyncio.sleep(0)  # first whoever wrote it: its follower looks at a desk that has moved on
            for line in self._at_hand(seq) or await self.since(seq):
                seq = line.seq
                yield line

    async def verify(self) -> int:
        """See `core.ports.Journal`; in small steps, while the desk goes on."""
        end, anchor = self._seq, self._hash
        seq, head = 0, GENESIS
        while page := await self._page(SINCE, seq, SLICE * 4):
            for line in page:
                if line.seq != seq + 1 or not is_sound(head, line):
                    raise JournalCorrupt(
                        f"{self._path}: line {seq + 1} was changed, removed or inserted after it was written; "
                        "stop, keep the file, and restore the last backup"
                    )
                seq, head = line.seq, line.hash
                if seq == end and head != anchor:
                    raise JournalCorrupt(f"{self._path} was rewritten under a running desk: stop and look")
            await asyncio.sleep(0)
        if seq < end:
            raise JournalCorrupt(f"{self._path}: the lines after {seq} are gone, {end} were written: stop and look")
        return seq

    async def checkpoint(self) -> int:
        """Fold the write-ahead log into the file without making anybody wait; return the pages still left in it."""
        with schema.explained(self._path, "tidy the journal"):
            await self._drop_anchor()
            ((_, pages, folded),) = await self._reader.execute_fetchall("PRAGMA wal_checkpoint(PASSIVE)")
        return max(0, int(pages) - int(folded))

    async def backup(self, to: Path) -> None:
        """Write a complete, compact copy to the new file ``to``; see `storage.backup`."""
        await copy(self._path, to)

    async def _page(self, sql: str, *args: object) -> list[Line]:
        with schema.explained(self._path, "read the journal"):
            return [Line._make(row) for row in await self._reader.execute_fetchall(sql, args)]

    def _at_hand(self, seq: int) -> list[Recorded]:
        """What was written after line ``seq``, as far as it need not be read back; empty: it must be."""
        found: list[Recorded] = []
        for batches, last in reversed(self._tail):
            if last <= seq:
                break
            found[:0] = as_recorded(batches, last)
        return found[seq + 1 - found[0].seq :] if found and found[0].seq <= seq + 1 else []

    async def _read_back(self, page: Sequence[Line]) -> list[Recorded]:
        found: list[Recorded] = []
        for start in range(0, len(page), SLICE):
            if start:
                await asyncio.sleep(0)
            found += map(recorded, page[start : start + SLICE])
        return found

    # --- the one writer -----------------------------------------------------------------------

    @contextlib.asynccontextmanager
    async def _writing(self) -> AsyncIterator[None]:
        writer = asyncio.create_task(self._write(), name="journal writer")
        try:
            yield
        finally:
            self._open = False
            self._wake_followers()
            await asyncio.shield(self._finish(writer))

    async def _finish(self, writer: asyncio.Task[None]) -> None:
        await self._room.enter(None)
        await writer

    async def _write_at_once(self, request: _Request) -> None:
        """Nobody else writes: without a turn of the loop and a queue between a call and the disk."""
        await self._turn.acquire()
        commit = self._numbered([request])
        try:
            await self._perform(commit)
        except asyncio.CancelledError:
            self._landing = asyncio.create_task(self._learn(commit))  # its thread goes on with it
            raise
        except BaseException:
            self._turn.release()
            raise
        self._turn.release()

    async def _learn(self, commit: _Commit) -> None:
        """Its writer is gone, and whoever writes next has to know whether it was written: the file says so."""
        try:
            end = await _end(self._db)
            if commit.lines and end == (commit.lines[-1].seq, commit.lines[-1].hash):
                self._landed(commit)
        finally:
            self._turn.release()

    async def _write(self) -> None:
        last = False
        while not last:
            await self._room.somebody()
            async with self._turn:
                group, last = self._room.call(self._group_max)
                await self._perform(self._numbered(group))
                if len(group) > 1:
                    await asyncio.sleep(0)  # in a crowd, whom this commit has answered may join the next one
        async with self._turn:
            with contextlib.suppress(sqlite3.Error):  # a full disk: the next start believes the line before
                await self._drop_anchor()

    async def _drop_anchor(self) -> None:
        await self._db.execute(HEAD, (self._seq, self._hash))

    def _numbered(self, group: Iterable[_Request]) -> _Commit:
        """Give the lines of all of them their places; a stale request fails alone."""
        versions: dict[StreamId, int] = {}
        seq, head = self._seq, self._hash
        lines: list[Line] = []
        written: list[tuple[_Request, int]] = []
        for request in group:
            if stale := self._advance(request.batches, versions):
                _fail(request, stale)
                continue
            lines += number(request.drafts, seq, head)
            seq, head = lines[-1].seq, lines[-1].hash
            written.append((request, seq))
        return _Commit(lines, written, versions)

    async def _perform(self, commit: _Commit) -> None:
        """Write it in one transaction, and tell everybody what came of it."""
        lines = commit.lines
        if not lines:
            return
        try:
            await schema.with_room(lambda: self._insert(lines), self._make_room)
        except (sqlite3.Error, ValueError) as error:
            for request, _ in commit.written:
                _fail(request, self._explain(error))
        else:
            self._landed(commit)

    async def _insert(self, lines: list[Line]) -> None:
        if len(lines) <= ROWS:
            await self._db.execute(*inserting(lines))  # a statement alone is its own transaction
        else:
            parts = [inserting(lines[start : start + ROWS]) for start in range(0, len(lines), ROWS)]
            await self._db.executemany(schema.TRANSACTION, [(sql, (row,)) for sql, row in parts])

    def _landed(self, commit: _Commit) -> None:
        self._seq, self._hash = commit.lines[-1].seq, commit.lines[-1].hash
        self._versions |= commit.versions
        for request, last in commit.written:
            self._tail.append((request.batches, last))
            if not request.done.done():
                request.done.set_result(last)
        self._wake_followers()

    def _wake_followers(self) -> None:
        if self._grown is not None:
            self._grown.set()
            self._grown = None

    def _advance(self, batches: Iterable[Batch], versions: dict[StreamId, int]) -> StaleWriter | None:
        """Count the batches in ``versions``, or say why one of them comes too late."""
        counted: dict[StreamId, int] = {}
        for batch in batches:
            stream = batch.stream
            holds = counted.get(stream) or versions.get(stream) or self._versions.get(stream, 0)
            if batch.version != holds:
                return StaleWriter(f"stream {stream} holds {holds} batches, the writer believed {batch.version}")
            counted[stream] = holds + 1
        versions |= counted
        return None

    def _explain(self, error: sqlite3.Error | ValueError) -> InterlockError:
        if isinstance(error, sqlite3.IntegrityError):
            return StaleWriter(f"another process wrote to {self._path}: stop both and look which one may trade")
        if isinstance(error, sqlite3.Error):
            return schema.explain(error, self._path, "write to")
        return JournalUnwritable(f"cannot write to {self._path}: {error}")


def _fail(request: _Request, error: InterlockError) -> None:
    if not request.done.done():
        request.done.set_exception(error)
