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
        self._seats = seats
        self._bell = asyncio.Event()
        self._outside = 0
        """How many wait at the door."""
        self._door, self._freed = asyncio.Lock(), asyncio.Event()

    @property
    def is_empty(self) -> bool:
        return not self._inside

    def enter_at_once(self, one: T | None) -> bool:
        """Take a seat, unless there is none or somebody waits for it already."""
        if self._outside or len(self._inside) >= self._seats:
            return False
        self._inside.append(one)
        self._bell.set()
        return True

    async def enter(self, one: T | None) -> None:
        """Take a seat, as soon as there is one. None: whoever enters last, and closes the room behind him."""
        if self.enter_at_once(one):
            return
        self._outside += 1
        try:
            async with self._door:
                while len(self._inside) >= self._seats:
                    self._freed.clear()
                    await self._freed.wait()
                self._inside.append(one)
                self._bell.set()
        finally:
            self._outside -= 1

    async def somebody(self) -> None:
        """Return once somebody is inside."""
        await self._bell.wait()

    def call(self, most: int) -> tuple[list[T], bool]:
        """Call in ``most`` of them, in the order of coming, and tell whether the last one is among them."""
        called: list[T] = []
        is_last = False
        while self._inside and len(called) < most and not is_last:
            one = self._inside.popleft()
            if one is None:
                is_last = True
            else:
                called.append(one)
        self._freed.set()
        if not self._inside:
            self._bell.clear()
        return called, is_last
