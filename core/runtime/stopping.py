"""Runs until somebody asks it to stop, by Ctrl+C or as a service is stopped; a second word is not needed."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Coroutine
from typing import Any


def run(work: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    """Do ``work`` in a loop of its own; see `until_stopped`."""
    asyncio.run(until_stopped(work))


async def until_stopped(work: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    """Do ``work``, whose event is set when it is asked to stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM"):
        number = getattr(signal, name)
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows: its loop takes no handlers, the interpreter does
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    with contextlib.suppress(asyncio.CancelledError):
        await work(stop)
