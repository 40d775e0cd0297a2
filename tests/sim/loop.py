"""Time that jumps to the next thing that is going to happen: an hour of trading takes a fraction of a second.

The loop never sleeps. When nothing is ready it moves its clock to the next timer; when there
is no timer either, everybody waits for everybody, and that is an error and not a hanging test.
"""

from __future__ import annotations

import asyncio
import functools
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, ParamSpec, TypeVar

BEGINNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""A Monday morning; the simulated day ends sixteen hours later."""

GRAIN_S = 1e-6
"""The least time that passes: what is less than a float can add would never pass at all."""

TURNS_MAX = 100_000
"""So many turns of the loop in one moment are a desk that does not rest."""

P = ParamSpec("P")
T = TypeVar("T")


class Deadlock(RuntimeError):
    """Nothing is ready and no timer is set: nothing can ever happen again."""


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """An event loop that owns its time, in seconds since it was made."""

    def __init__(self) -> None:
        self._virtual_s = 0.0
        super().__init__(_JumpingSelector(self))

    def time(self) -> float:
        return self._virtual_s

    def jump(self, seconds: float) -> None:
        """Let time pass at once: whatever was to happen meanwhile happens late, all of it now."""
        self._virtual_s += seconds


class _JumpingSelector(selectors.SelectSelector):
    def __init__(self, loop: VirtualTimeLoop) -> None:
        super().__init__()
        self._loop = loop
        self._turns = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Nothing comes from outside of this world, so nothing is asked of the system while anything can happen."""
        self._turns = 0 if timeout else self._turns + 1
        if self._turns > TURNS_MAX:
            raise Deadlock("somebody runs and runs, and no time passes")
        if timeout:
            self._loop.jump(max(timeout, GRAIN_S))
            return []
        if timeout is None and not (ready := super().select(0)):
            raise Deadlock("nothing is ready and no timer is set")
        return ready if timeout is None else []


class SimClock:
    """`core.ports.Clock` of the running loop. ``skew`` moves the wall clock and not the durations."""

    def __init__(self, begins: datetime = BEGINNING) -> None:
        self._begins = begins
        self.skew = timedelta(0)

    def now(self) -> datetime:
        return self._begins + timedelta(seconds=self.monotonic()) + self.skew

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()


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
