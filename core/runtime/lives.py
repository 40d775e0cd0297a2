"""Every position has one writer, who keeps its books, and one hand, which sends its orders.

Separate from the desk, which routes: here is how the two tasks of a life begin and end. An entry waits
for neither to be made: one hand is always ready for the next position, and the writer begins behind the order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from core.commands import PositionCommand
from core.events import PositionFact
from core.position import Position
from core.runtime.actor import Actor
from core.runtime.inbox import Inbox
from core.runtime.supervisor import Supervisor
from core.vocabulary import PositionId

WORK_MAX = 1000

PositionActor = Actor[Position | None, PositionFact]
Work = Inbox[PositionCommand]


class Lives:
    """The tasks of every position on the desk. ``perform`` carries out the work of one, for ever."""

    def __init__(self, roof: Supervisor, perform: Callable[[Work], Coroutine[Any, Any, None]]) -> None:
        self._roof, self._perform = roof, perform
        self._hands: dict[PositionId, tuple[Work, asyncio.Task[None]]] = {}
        self._ready: tuple[Work, asyncio.Task[None]] | None = None
        self._made = 0

    def begin(self, position: PositionId) -> None:
        """Give a position its one hand. Its writer is to `live`, at once or as soon as its entry has left."""
        self._hands[position] = self._ready or self._new_hand()
        self._ready = None

    def live(self, position: PositionId, actor: PositionActor) -> None:
        """Let its one writer live, and make a hand ready for the next."""
        self._roof.spawn(f"position {position}", actor.run())
        self._ready = self._ready or self._new_hand()

    def _new_hand(self) -> tuple[Work, asyncio.Task[None]]:
        self._made += 1
        work = Work(WORK_MAX)
        return work, self._roof.spawn(f"hand {self._made}", self._perform(work))

    def order(self, command: PositionCommand) -> None:
        """Leave an intention for the hand of its position."""
        self._hands[command.position][0].put(command)

    def end(self, position: PositionId) -> None:
        """Stop both tasks of a position."""
        self._roof.stop(f"position {position}")
        self._hands.pop(position)[1].cancel()
