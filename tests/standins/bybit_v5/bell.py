"""Rings whenever a client has done something, so that a test waits for it and never sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Bell:
    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()
        self._rung = asyncio.Event()

    async def until(self, is_so: Callable[[], bool], wait_s: float = 5.0) -> None:
        """Raises ``TimeoutError`` when it does not become so in time."""
        async with asyncio.timeout(wait_s):
            while not is_so():
                await self._rung.wait()
