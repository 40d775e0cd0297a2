"""Background work that may die, but never unnoticed and never for good.

Each task has a name. When it fails it is started again after a growing pause, and whoever
asked is told; when too many failures come in a row the pause stays at its bound, it never
gives up (fault P05).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from types import TracebackType
from typing import Any

PAUSE_S_MAX = 30.0
HEALTHY_S = 60.0
"""A task that ran this long before it failed starts again with the shortest pause."""

OnFailure = Callable[[str, Exception], None]


class Supervisor:
    """An async context that owns background tasks; leaving it cancels them and waits for their end."""

    def __init__(self, on_failure: OnFailure) -> None:
        self._on_failure = on_failure
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def __aenter__(self) -> Supervisor:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        while tasks := list(self._tasks.values()):  # one that ends may just have begun another
            for task in reversed(tasks):
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def watch(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Run ``work()`` now, and again whenever it fails. A normal return ends it."""
        self.spawn(name, self._again_and_again(name, work))

    def spawn(self, name: str, once: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run one coroutine under this roof; its failure is told, not repeated."""
        task = asyncio.create_task(self._told(name, once), name=name)
        self._tasks[name] = task
        task.add_done_callback(self._forget)
        task.add_done_callback(lambda _done: once.close())  # cancelled before its first step it would never be awaited
        return task

    def stop(self, name: str) -> None:
        """End one task; unknown names are ended already."""
        task = self._tasks.get(name)
        if task is not None:
            task.cancel()

    def _forget(self, task: asyncio.Task[None]) -> None:
        if self._tasks.get(task.get_name()) is task:
            del self._tasks[task.get_name()]

    async def _told(self, name: str, once: Coroutine[Any, Any, None]) -> None:
        try:
            await once
        except Exception as failure:  # the roof of a task: what it dies of is told here
            self._on_failure(name, failure)

    async def _again_and_again(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        pause_s = 0.5
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            try:
                await work()
            except Exception as failure:  # the roof of a task: it starts again below
                self._on_failure(name, failure)
            else:
                return
            pause_s = 0.5 if loop.time() - began > HEALTHY_S else min(pause_s * 2, PAUSE_S_MAX)
            await asyncio.sleep(pause_s)
