"""Time that jumps to the next thing that is going to happen: an hour of trading takes a fraction of a second.

The loop never sleeps. When nothing is ready it moves its clock to the next timer; when there
is no timer either, everybody waits for everybody, and that is an error and not a hanging test.
"""

from __future__ import annotations

import asyncio
import functools
import heapq
import selectors
from collections import deque
from collections.abc import Callable, Coroutine
from contextvars import Context
from datetime import UTC, datetime, timedelta
from typing import Any, ParamSpec, TypeVar, TypeVarTuple

BEGINNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""A Monday morning; the simulated day ends sixteen hours later."""

GRAIN_S = 1e-6
"""The least time that passes: what is less than a float can add would never pass at all."""

TURNS_MAX = 100_000
"""So many turns of the loop in one moment are a desk that does not rest."""

P = ParamSpec("P")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")

TIMERS_MAX = 100
"""With more timers than that asyncio throws the cancelled ones out, which it knows best itself."""


class Deadlock(RuntimeError):
    """Nothing is ready and no timer is set: nothing can ever happen again."""


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """An event loop that owns its time, in seconds since it was made.

    What it overrides of asyncio does the same in the same order, without asking the system for
    news that never come: a story takes a hundred thousand turns.
    """

    _ready: deque[asyncio.Handle]
    _scheduled: list[asyncio.TimerHandle]
    _stopping: bool
    _timer_cancelled_count: int
    _clock_resolution: float

    def __init__(self) -> None:
        self._virtual_s = 0.0
        self._turns = 0
        super().__init__(_JumpingSelector(self))

    def time(self) -> float:
        return self._virtual_s

    def jump(self, seconds: float) -> None:
        """Let time pass at once: whatever was to happen meanwhile happens late, all of it now."""
        self._virtual_s += seconds

    def turn(self, wait_s: float | None) -> None:
        """Begin a turn that has to wait so long (None: for ever) until something is ready."""
        if wait_s:
            self._turns = 0
            self.jump(max(wait_s, GRAIN_S))
            return
        self._turns += 1
        if self._turns > TURNS_MAX:
            raise Deadlock("somebody runs and runs, and no time passes")

    def call_soon(
        self, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.Handle:
        handle = asyncio.Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_later(
        self, delay: float, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.TimerHandle:
        timer = asyncio.TimerHandle(self._virtual_s + delay, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True  # type: ignore[attr-defined]
        return timer

    def _run_once(self) -> None:
        ready, timers = self._ready, self._scheduled
        while timers and timers[0].cancelled():
            self._timer_cancelled_count -= 1
            self._pop()
        if self._stopping or len(timers) > TIMERS_MAX or not (ready or timers):
            super()._run_once()  # type: ignore[misc]  # to tidy up, or to find that nothing can ever happen
            return
        self.turn(0.0 if ready else max(0.0, timers[0].when() - self._virtual_s))
        due = self._virtual_s + self._clock_resolution
        while timers and timers[0].when() < due:
            ready.append(self._pop())
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle.cancelled():
                handle._run()

    def _pop(self) -> asyncio.TimerHandle:
        timer = heapq.heappop(self._scheduled)
        timer._scheduled = False  # type: ignore[attr-defined]
        return timer


class _JumpingSelector(selectors.SelectSelector):
    def __init__(self, loop: VirtualTimeLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Nothing comes from outside of this world, so nothing is asked of the system while anything can happen."""
        if timeout is not None:
            self._loop.turn(timeout)
            return []
        if not (ready := super().select(0)):
            raise Deadlock("nothing is ready and no timer is set")
        return ready


class SimClock:
    """`core.ports.Clock` of the loop it was made in. ``skew`` moves the wall clock and not the durations."""

    def __init__(self, begins: datetime = BEGINNING) -> None:
        self._begins = begins
        self.skew = timedelta(0)
        self.monotonic = asyncio.get_running_loop().time

    def now(self) -> datetime:
        return self._begins + timedelta(seconds=self.monotonic()) + self.skew


def play(story: Coroutine[Any, Any, T]) -> T:
    """Run one story from its first moment in virtual time."""
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(story)


def in_virtual_time(test: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, T]:
    """Make a plain test of an async one, on a loop of its own whose time is virtual."""

    @functools.wraps(test)
    def played(*args: P.args, **kwargs: P.kwargs) -> T:
        return play(test(*args, **kwargs))

    return played
