"""The instant of death, counted: every journal append and every venue call is a door one can die in.

A dead program does nothing any more: whatever it asks of the journal or of the venue from
that instant on never leaves it and is never answered. What had left before arrives.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TypeVar

from core.ports import Batch, Recorded
from core.vocabulary import PositionId, StreamId
from storage.memory import MemoryJournal

T = TypeVar("T")


class Edge(StrEnum):
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Death:
    """Die right before or right after the ``number``-th door (from 1) of one life."""

    number: int
    edge: Edge


NEVER = Death(0, Edge.BEFORE)


class Doors:
    """Counts the doors of one life, and shuts all of them at its end."""

    def __init__(self, death: Death | None = None) -> None:
        self._death = death or NEVER
        self.passed: list[str] = []
        self.appending = 0
        """Appends that wait to become durable."""
        self.died_at = ""
        self.died = asyncio.Event()
        self.is_shut = False

    def doom(self, doors: int, edge: Edge) -> None:
        """Die at the ``doors``-th door (from 1) that is passed from now on."""
        self._death = Death(len(self.passed) + doors, edge)

    def spare(self) -> None:
        """Die at no door."""
        self._death = NEVER

    async def through(self, name: str, act: Callable[[], Awaitable[T]]) -> T:
        """Pass one door with ``act``, if one is still alive; a dead program waits here for ever."""
        if not self.is_shut:
            self.passed.append(name)
            number = len(self.passed)
            if number == self._death.number:
                self._die_at(Edge.BEFORE)
            if not self.is_shut:
                done = await act()
                if number == self._death.number:
                    self._die_at(Edge.AFTER)
                if not self.is_shut:
                    return done
        never: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        return await never

    def shut(self) -> None:
        """Die now."""
        self.is_shut = True
        self.died.set()

    def _die_at(self, edge: Edge) -> None:
        if edge is self._death.edge:
            self.died_at = f"{edge} {self.passed[-1]}"
            self.shut()


class GuardedJournal:
    """`core.ports.Journal` with a door before every append. A stream is read back after ``read_s``, as from a disk."""

    def __init__(
        self, inner: MemoryJournal, doors: Doors, on_durable: Callable[[Batch], None], read_s: float = 0
    ) -> None:
        self._inner, self._doors, self._on_durable, self._read_s = inner, doors, on_durable, read_s

    async def append(self, *batches: Batch) -> int:
        self._doors.appending += 1
        names = [type(entry).__name__ for batch in batches for entry in batch.entries]
        try:
            return await self._doors.through(f"append {', '.join(names)}", partial(self._written, batches))
        finally:
            self._doors.appending -= 1

    async def _written(self, batches: Sequence[Batch]) -> int:
        last = await self._inner.append(*batches)
        for batch in batches:
            self._on_durable(batch)
        return last

    async def read(self, stream: StreamId) -> Sequence[Recorded]:
        found = await self._inner.read(stream)
        if self._read_s:
            await asyncio.sleep(self._read_s)
        return found

    async def about(self, position: PositionId) -> Sequence[Recorded]:
        return await self._inner.about(position)

    async def streams(self) -> Sequence[StreamId]:
        return await self._inner.streams()

    async def since(self, seq: int, limit: int = 1000) -> Sequence[Recorded]:
        return await self._inner.since(seq, limit)

    def follow(self, seq: int) -> AsyncIterator[Recorded]:
        return self._inner.follow(seq)

    async def verify(self) -> int:
        return await self._inner.verify()
