"""A journal that forgets when the program ends: for tests, rehearsals and the simulator.

Separate from the SQLite one because a virtual clock cannot wait for a thread; it keeps the
very same contract. It writes every line as text and refuses what the file would refuse, and
what was not committed when the world stopped is not there afterwards.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from core.errors import JournalCorrupt, StaleWriter
from core.lessons import Taught
from core.ports import Batch, Recorded
from core.vocabulary import PositionId, StreamId
from storage.codec import GENESIS, Line, as_recorded, draft, is_sound, number, recorded

Commit = Callable[[], Awaitable[None]]
"""What makes a batch durable: may take its time, and raises `JournalUnwritable` when the disk says no."""


async def at_once() -> None:
    """Commit on the next turn of the loop: even the fastest disk lets somebody else run meanwhile."""
    await asyncio.sleep(0)


class MemoryShelf:
    """`core.ports.Shelf` without a disk."""

    def __init__(self, taught: Taught | None = None) -> None:
        self.taught: Taught = taught or {}

    async def put(self, taught: Taught) -> None:
        await at_once()
        self.taught = taught


class MemoryJournal:
    """`core.ports.Journal` without a disk. ``commit`` stands for the disk."""

    def __init__(self, commit: Commit = at_once) -> None:
        self._commit = commit
        self._lines: list[Line] = []
        self._recorded: list[Recorded] = []
        self._streams: dict[StreamId, list[Recorded]] = {}
        self._versions: dict[StreamId, int] = {}
        self._read_back = 0
        """So many of the first lines were made from their text already."""
        self._sound: list[Line] = []
        """The first lines, as they were when their hashes were last held against them."""
        self._turn = asyncio.Lock()
        self._grown: asyncio.Event | None = None
        """What those who follow wait for, if anybody does."""

    def durable(self, commit: Commit = at_once) -> MemoryJournal:
        """What the next start would find: a journal of the committed lines alone, read back from their text."""
        found = MemoryJournal(commit)
        told = [*self._recorded[: self._read_back], *map(recorded, self._lines[self._read_back :])]
        found._keep(self._lines, self._versions, told)
        found._read_back, found._sound = len(self._lines), self._sound
        return found

    @property
    def head(self) -> tuple[int, str]:
        """The last durable line and its hash in hex."""
        last = self._lines[-1].hash if self._lines else GENESIS
        return len(self._lines), last.hex()

    async def append(self, *batches: Batch) -> int:
        """See `core.ports.Journal`; cancelled before its commit, nothing of it is there."""
        if not batches:
            raise ValueError("an append needs at least one batch")
        drafts = draft(*batches)
        async with self._turn:
            versions = self._counted(batches)
            await self._commit()
            head = self._lines[-1].hash if self._lines else GENESIS
            lines = number(drafts, len(self._lines), head)
            self._keep(lines, versions, as_recorded(batches, lines[-1].seq))
            return lines[-1].seq

    async def read(self, stream: StreamId) -> Sequence[Recorded]:
        """See `core.ports.Journal`."""
        return tuple(self._streams.get(stream, ()))

    async def about(self, position: PositionId) -> Sequence[Recorded]:
        """See `core.ports.Journal`."""
        return tuple(line for line in self._recorded if line.position == position)

    async def streams(self) -> Sequence[StreamId]:
        """See `core.ports.Journal`."""
        return tuple(self._versions)

    async def since(self, seq: int, limit: int = 1000) -> Sequence[Recorded]:
        """See `core.ports.Journal`."""
        return tuple(self._recorded[max(0, seq) : max(0, seq) + limit])

    async def follow(self, seq: int) -> AsyncIterator[Recorded]:
        """See `core.ports.Journal`."""
        while True:
            if len(self._recorded) <= seq:
                self._grown = self._grown or asyncio.Event()
                await self._grown.wait()
                continue
            for line in await self.since(seq):
                seq = line.seq
                yield line

    async def verify(self) -> int:
        """See `core.ports.Journal`."""
        known = len(self._sound) if self._lines[: len(self._sound)] == self._sound else 0
        head = self._lines[known - 1].hash if known else GENESIS
        for place, line in enumerate(self._lines[known:], start=known + 1):
            if line.seq != place or not is_sound(head, line):
                raise JournalCorrupt(f"line {place} of the memory journal was changed after it was written")
            head = line.hash
        self._sound = list(self._lines)
        return len(self._lines)

    def _counted(self, batches: Sequence[Batch]) -> dict[StreamId, int]:
        counted: dict[StreamId, int] = {}
        for batch in batches:
            holds = counted.get(batch.stream, self._versions.get(batch.stream, 0))
            if batch.version != holds:
                raise StaleWriter(f"stream {batch.stream} holds {holds} batches, the writer believed {batch.version}")
            counted[batch.stream] = holds + 1
        return counted

    def _keep(self, lines: Sequence[Line], versions: dict[StreamId, int], told: Sequence[Recorded]) -> None:
        self._lines += lines
        self._recorded += told
        for line in told:
            self._streams.setdefault(line.stream, []).append(line)
        self._versions |= versions
        if self._grown is not None:
            self._grown.set()
            self._grown = None
