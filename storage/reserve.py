"""Room kept free on the disk, so that when it is full the way out can still be written down (fault S04).

Nothing is sent before it is durable, so a full disk would also hold back exits. A file that only
takes up room is given away then: what protects and closes goes on, while the doors are shut until
the owner has made room. Separate from the journal because it knows disks and nothing of trades.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

from loguru import logger

from storage.private import create_private

RESERVE_BYTES = 64 * 2**20
"""Room for the exits of days: a line is about a thousand bytes."""
LOW_PCT = 10
"""Less free space than this is said once ..."""
WELL_PCT = 15
"""... and once more after there was more than this."""
LOOK_S = 60.0
BLOCK = bytes(2**16)
FULL = "rule:the disk is full, free some space and /resume"

Say = Callable[[str], Awaitable[object]]


class Space(NamedTuple):
    """A disk's, in bytes."""

    total: int
    free: int


def space_of(directory: Path) -> Space:
    """Raises ``OSError`` when the system does not say."""
    usage = shutil.disk_usage(directory)
    return Space(usage.total, usage.free)


class Reserve:
    """The file that takes up the room. ``size`` in bytes; ``space`` tells what its disk has."""

    def __init__(self, path: Path, size: int = RESERVE_BYTES, space: Callable[[Path], Space] = space_of) -> None:
        self._path = path
        self._size = size
        self._space = space
        self._spent = asyncio.Event()
        self._turn = asyncio.Lock()

    @property
    def megabytes(self) -> int:
        return self._size // 2**20

    async def keep(self) -> bool:
        """Take the room up, if the disk has twice as much to spare. False when it has not: there is no reserve."""
        async with self._turn:
            is_taken = await asyncio.to_thread(self._taken)
            if is_taken:
                self._spent.clear()
            return is_taken

    async def give_away(self) -> bool:
        """The disk is full: free the room. False when there was none to free."""
        async with self._turn:
            self._spent.set()
            return await asyncio.to_thread(self._freed)

    async def spent(self, within_s: float) -> bool:
        """Wait so long for the disk to be full, and tell whether it is."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._spent.wait(), within_s)
        return self._spent.is_set()

    async def free_pct(self) -> float:
        """Free space in percent; 100 when the system does not say."""
        try:
            space = await asyncio.to_thread(self._space, self._path.parent)
        except OSError:
            return 100.0
        return space.free / space.total * 100

    def _taken(self) -> bool:
        try:
            if self._path.exists() and self._path.stat().st_size == self._size:
                return True
            if self._space(self._path.parent).free <= 2 * self._size:
                return False
            self._fill()
        except OSError as error:
            logger.warning("no room is kept free on the disk: {}", error)
            return False
        return True

    def _fill(self) -> None:
        """Really written: a file with holes in it takes up nothing."""
        try:
            create_private(self._path)
            with self._path.open("r+b") as file:
                for start in range(0, self._size, len(BLOCK)):
                    file.write(BLOCK[: self._size - start])
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self._path.unlink(missing_ok=True)
            raise

    def _freed(self) -> bool:
        try:
            self._path.unlink()
        except OSError:
            return False
        return True


async def watch_room(reserve: Reserve, pause: Say, warn: Say, look_s: float = LOOK_S) -> None:
    """Take up the reserve, warn before the disk is full, shut the doors when it is; runs until cancelled."""
    if not await reserve.spent(within_s=0) and not await reserve.keep():
        logger.warning("no reserve of {} MB could be kept", reserve.megabytes)
        await warn(
            f"the disk has no {reserve.megabytes} MB to keep in reserve: free some space and start again, "
            "or on a full disk not even a close can be written down"
        )
    low = False
    while True:
        free = await reserve.free_pct()
        if free < LOW_PCT and not low:
            logger.warning("the disk has {:.0f} % left", free)
            await warn(f"the disk has {free:.0f} % left: free some space, or soon nothing can be written down")
        low = free < (WELL_PCT if low else LOW_PCT)
        if await reserve.spent(within_s=look_s):
            logger.error("the disk is full: the reserve is given away, nothing is opened")
            await pause(FULL)
            while not await reserve.keep():  # noqa: ASYNC110 - a disk has no bell
                await asyncio.sleep(look_s)
            logger.info("the disk has room again, and the reserve is back")
