"""Runs until somebody asks it to stop, by Ctrl+C or as a service is stopped; a second word is not needed.

What was asked to stop ends, whatever the disk does: a start that waits for room or for a venue is cancelled, and what
has not ended in its own order after a while is ended without. Every start is a recovery, so nothing is lost by that.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any

ENDING_S = 20.0
"""What an orderly end may take: a bot that cannot reach Telegram alone has 18 seconds."""
EARLY = "Stopped before everything was ready; the log says what it waited for."
STUCK = (
    "Asked to stop, and something did not let go within {:.0f} s: ended without waiting for it. "
    "What was written down is kept, and the stops stay at the venue."
)


class Stop(asyncio.Event):
    """Set when the program is asked to stop. ``is_awaited``: it has started, and ends in order by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.is_awaited = False

    async def wait(self) -> bool:  # type: ignore[override]  # it answers True, as the one it overrides
        self.is_awaited = True
        return await super().wait()


Work = Callable[[asyncio.Event], Coroutine[Any, Any, None]]


def run(work: Work, *, ending_s: float = ENDING_S) -> None:
    """Do ``work`` in a loop of its own; see `until_stopped`."""
    asyncio.run(until_stopped(work, ending_s=ending_s))


async def until_stopped(work: Work, *, ending_s: float = ENDING_S) -> None:
    """Do ``work``, whose event is set when it is asked to stop; it is cancelled where it does not wait for that yet.

    The process ends ``ending_s`` after it was asked, with status 1, if it has not ended in order by then.
    """
    stop, loop = Stop(), asyncio.get_running_loop()
    working = asyncio.ensure_future(work(stop))

    def asked() -> None:
        if stop.is_set():
            return
        stop.set()
        _end_at_last(ending_s)
        if not stop.is_awaited:
            working.cancel()

    for name in ("SIGINT", "SIGTERM"):
        number = getattr(signal, name)
        try:
            loop.add_signal_handler(number, asked)
        except NotImplementedError:  # Windows: its loop takes no handlers, the interpreter does
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(asked))
    with contextlib.suppress(asyncio.CancelledError):
        await working
    if stop.is_set() and not stop.is_awaited:
        _say(EARLY)


def _end_at_last(ending_s: float) -> None:
    """In a thread, because the loop, or the interpreter at its end, may wait for a disk that never answers."""

    def end() -> None:
        told = threading.Thread(target=_say, args=(STUCK.format(ending_s),), daemon=True)
        told.start()
        told.join(1.0)  # a frozen console keeps nobody either
        os._exit(1)

    timer = threading.Timer(ending_s, end)
    timer.daemon = True
    timer.start()


def _say(words: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # what it is written to may be full, or closed
        sys.stderr.write(f"interlock: {words}\n")
        sys.stderr.flush()
