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
from typing import Any, ParamSpec, TypeVar, TypeVarTuple, cast

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
"""With more timers than that, and most of them cancelled, those are thrown out: as asyncio does it."""
LITTER = TIMERS_MAX / 2
"""So few cancelled ones cannot be most of them: nobody needs to count."""


class Deadlock(RuntimeError):
    """Nothing is ready and no timer is set: nothing can ever happen again."""


_Call = list[Any]
"""A callback, its arguments, and the loop where its moment is waited for; None: it has come, or there is none."""


class _Handle:
    """What `asyncio.Handle` is, and less: takes a call back."""

    __slots__ = ("call", "moment")

    def __init__(self, call: _Call, moment: float) -> None:
        self.call, self.moment = call, moment

    def cancel(self) -> None:
        _take_back(self.call)

    def when(self) -> float:
        return self.moment


class _Timer(float):
    """A moment, ordered by nothing else, and the call that is made then."""

    __slots__ = ("call",)
    call: _Call


def _nothing() -> None:
    """What a cancelled call does."""


def _take_back(call: _Call) -> None:
    callback, _, loop = call
    if callback is not _nothing:
        call[0], call[1] = _nothing, ()
        if loop is not None:
            loop.cancelled += 1
            loop._is_stirred = True


def _wake(sleeper: asyncio.Future[None]) -> None:
    if not sleeper.done():
        sleeper.set_result(None)


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """An event loop that owns its time, in seconds since it was made.

    What it overrides of asyncio does the same in the same order, without asking the system for
    news that never come: an hour takes ten thousand turns. Nobody here has variables of a context,
    so that all calls share one.
    """

    __slots__ = (  # what is asked at every turn: with it a loop has too many names for Python to find them quickly
        "_clock_resolution",
        "_is_stirred",
        "_passed",
        "_ready",
        "_scheduled",
        "_stopping",
        "_turns",
        "cancelled",
        "create_future",
        "virtual_s",
    )

    _ready: deque[_Call | tuple[Callable[..., object], tuple[Any, ...], None]]
    _scheduled: list[_Timer]
    _stopping: bool
    _clock_resolution: float
    _selector: selectors.BaseSelector
    _process_events: Callable[[list[tuple[selectors.SelectorKey, int]]], None]

    def __init__(self) -> None:
        self.virtual_s = 0.0
        self._turns = 0
        self.cancelled = 0
        """So many of the timers that wait were cancelled."""
        self._passed = (0.0, timedelta(0))
        """How much time had passed when a clock asked last: the desk's and the venue's ask at the same moments."""
        self._is_stirred = False
        """Came a call for this very moment, or were timers cancelled?"""
        super().__init__(_QuietSelector())
        self.create_future = functools.partial(asyncio.Future, loop=self)  # type: ignore[method-assign]
        self.get_debug = bool  # type: ignore[method-assign]  # each future asks: no

    def time(self) -> float:
        return self.virtual_s

    def moment_after(self, beginning: datetime) -> datetime:
        """The moment by a clock that showed ``beginning`` when this loop began."""
        if self._passed[0] != self.virtual_s:
            self._passed = (self.virtual_s, timedelta(0, self.virtual_s))
        return beginning + self._passed[1]

    def jump(self, seconds: float) -> None:
        """Let time pass at once: whatever was to happen meanwhile happens late, all of it now."""
        self.virtual_s += seconds
        self._is_stirred = True

    def call_soon(  # type: ignore[override]  # nobody asks more of a handle than when, and to be cancelled
        self, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> _Handle:
        if context is not None:  # a future or a task, as nine calls of ten: they keep no handle, and are given none
            self._ready.append((callback, args, None))
            return None  # type: ignore[return-value]
        call: _Call = [callback, args, None]
        self._ready.append(call)
        return _Handle(call, self.virtual_s)

    def call_at(  # type: ignore[override]
        self, when: float, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> _Handle:
        return _Handle(self._wait_until(when, callback, args), when)

    def _wait_until(self, when: float, callback: Callable[..., object], args: tuple[Any, ...]) -> _Call:
        timer = _Timer(when)
        timer.call = call = [callback, args, self]
        heapq.heappush(self._scheduled, timer)
        if when < self.virtual_s + self._clock_resolution:
            self._is_stirred = True
        return call

    def call_later(  # type: ignore[override]
        self, delay: float, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> _Handle:
        return self.call_at(self.virtual_s + delay, callback, *args, context=context)

    async def pause(self, seconds: float) -> None:
        """What `asyncio.sleep` does, which asks the system first which process this is."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        sleeper = self.create_future()
        wakes = self._wait_until(self.virtual_s + seconds, _wake, (sleeper,))
        try:
            await sleeper
        except asyncio.CancelledError:
            _take_back(wakes)
            raise

    def _call_soon(self, callback: Callable[..., object], args: tuple[Any, ...], context: Context | None) -> _Handle:
        return self.call_soon(callback, *args, context=context)

    def _add_callback(self, handle: asyncio.Handle) -> None:
        self.call_soon(handle._run)

    def _run_once(self) -> None:
        """Turn until the loop is stopped."""
        ready, timers = self._ready, self._scheduled
        take = ready.popleft
        while True:
            self._begin_turn(ready, timers)
            while True:
                left = len(ready)
                while left:  # a range would be half of what a turn costs
                    left -= 1
                    callback, args, _loop = take()
                    try:
                        callback(*args)
                    except (SystemExit, KeyboardInterrupt):
                        raise
                    except BaseException as failure:  # asyncio's own roof
                        self.call_exception_handler({"message": f"{callback} failed", "exception": failure})
                callback = args = None  # nothing of this turn is kept alive until the next one
                if self._stopping:
                    return
                if self._is_stirred or not ready or self._turns > TURNS_MAX:
                    break
                self._turns += 1  # no timer can be due in this turn, as no time has passed

    def _begin_turn(self, ready: deque[Any], timers: list[_Timer]) -> None:
        """Let time pass if nothing is ready, and make ready whose moment has come."""
        while timers and timers[0].call[0] is _nothing:
            heapq.heappop(timers)
            self.cancelled -= 1
        if self.cancelled > LITTER and self._is_littered(timers):
            timers[:] = [timer for timer in timers if timer.call[0] is not _nothing]
            heapq.heapify(timers)
            self.cancelled = 0
        if not ready and timers and not self._stopping and (wait_s := timers[0] - self.virtual_s) > 0:
            self._turns = 0
            self.virtual_s += wait_s if wait_s > GRAIN_S else GRAIN_S
        elif ready or timers or self._stopping:
            self._turns += 1
            if self._turns > TURNS_MAX:
                self._turns = 0  # as many to whoever clears up
                raise Deadlock("somebody runs and runs, and no time passes")
        else:
            self._process_events(self._selector.select(None))
        due = self.virtual_s + self._clock_resolution
        while timers and timers[0] < due:
            call = heapq.heappop(timers).call
            call[2] = None
            ready.append(call)
        self._is_stirred = bool(timers) and (
            timers[0].call[0] is _nothing or (self.cancelled > LITTER and self._is_littered(timers))
        )

    def _is_littered(self, timers: list[_Timer]) -> bool:
        return len(timers) > TIMERS_MAX and self.cancelled > len(timers) / 2


def running_loop() -> VirtualTimeLoop:
    """The loop of the world that is being made."""
    return cast("VirtualTimeLoop", asyncio.get_running_loop())


class _QuietSelector(selectors.SelectSelector):
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Asked when nothing of this world can ever happen again: has something come from outside of it?"""
        if not (ready := super().select(0)):
            raise Deadlock("nothing is ready and no timer is set")
        return ready


class SimClock:
    """`core.ports.Clock` of the loop it was made in. ``skew`` moves the wall clock and not the durations."""

    def __init__(self, begins: datetime = BEGINNING) -> None:
        self._begins = begins
        self._loop = running_loop()
        self.monotonic = self._loop.time
        self.skew, self._moment = timedelta(0), begins
        """When it was asked last, and what it said: in one moment it is asked again and again."""

    @property
    def skew(self) -> timedelta:
        return self._skew

    @skew.setter
    def skew(self, skew: timedelta) -> None:
        self._skew, self._asked_s = skew, -1.0

    def now(self) -> datetime:
        loop = self._loop
        if self._asked_s != loop.virtual_s:
            self._asked_s = loop.virtual_s
            moment = loop.moment_after(self._begins)
            self._moment = moment + self._skew if self._skew else moment
        return self._moment


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
