"""What waits for one reader: the facts of a life, the work of a hand, the rounds that are due.

Separate from `asyncio.Queue`, which serves any number of readers and writers that wait: here one
reads, and whoever finds it full is told at once. Every fact passes through two of them.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Inbox(Generic[T]):
    """First in, first out, at most ``most`` at a time."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: deque[T] = deque()
        self._reader: asyncio.Future[None] | None = None
        """Who waits for the next one, if anybody does."""

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[T]:
        return iter(self._waiting)

    def put(self, one: T) -> None:
        """Leave one here. Raises ``asyncio.QueueFull``."""
        if len(self._waiting) >= self._most:
            raise asyncio.QueueFull
        self._waiting.append(one)
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)

    async def take(self) -> T:
        """Take the oldest, once there is one."""
        while not self._waiting:
            self._reader = asyncio.get_running_loop().create_future()
            await self._reader
        return self._waiting.popleft()

    def take_next(self) -> T:
        """Take the oldest of what waits. Raises ``IndexError`` when nothing does."""
        return self._waiting.popleft()

    def take_rest(self) -> list[T]:
        """Take whatever else waits, the oldest first."""
        rest = [*self._waiting]
        self._waiting.clear()
        return rest
