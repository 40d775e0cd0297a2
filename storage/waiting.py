"""Who waits for the next transaction: everybody who came while the disk was busy with the one before.

Separate from the journal because it is about turns and not about lines: the room is bounded, who
finds it full waits at the door in the order of coming, and one bell calls all who are inside.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class WaitingRoom(Generic[T]):
    """``seats`` may wait inside."""

    def __init__(self, seats: int) -> None:
        self._inside: deque[T | None] = deque()
        self._seats = asyncio.Semaphore(seats)
        self._bell = asyncio.Event()

    @property
    def is_empty(self) -> bool:
        return not self._inside

    async def enter(self, one: T | None) -> None:
        """Take a seat, as soon as there is one. None: whoever enters last, and closes the room behind him."""
        await self._seats.acquire()
        self._inside.append(one)
        self._bell.set()

    async def somebody(self) -> None:
        """Return once somebody is inside."""
        await self._bell.wait()

    def call(self, most: int) -> tuple[list[T], bool]:
        """Call in ``most`` of them, in the order of coming, and tell whether the last one is among them."""
        called: list[T] = []
        is_last = False
        while self._inside and len(called) < most and not is_last:
            one = self._inside.popleft()
            self._seats.release()
            if one is None:
                is_last = True
            else:
                called.append(one)
        if not self._inside:
            self._bell.clear()
        return called, is_last
