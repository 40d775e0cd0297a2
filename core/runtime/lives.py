"""Every position has one writer, who keeps its books, and one hand, which sends its orders.

Separate from the desk, which routes: here is how the two tasks of a life begin and end. An entry waits
for neither to be made: one hand is always ready for the next position, and the writer begins behind the order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from core.commands import MoveStop, PlaceEntry, PlaceExit, PositionCommand
from core.events import PositionFact
from core.position import Position
from core.runtime.actor import Actor
from core.runtime.effects import Ladder, together
from core.runtime.inbox import Inbox
from core.runtime.supervisor import Supervisor
from core.vocabulary import OrderTag, PositionId

WORK_MAX = 1000

PositionActor = Actor[Position | None, PositionFact]


class Work:
    """What one hand has to send: in order, but no stop waits behind the targets that a slow venue takes one by one."""

    def __init__(self) -> None:
        self._inbox: Inbox[PositionCommand] = Inbox(WORK_MAX)
        self._line: list[PositionCommand] = []

    def put(self, command: PositionCommand) -> None:
        """Leave one more to send. Raises ``asyncio.QueueFull`` when `WORK_MAX` wait."""
        if len(self._line) + len(self._inbox) >= WORK_MAX:
            raise asyncio.QueueFull
        self._inbox.put(command)

    async def take(self, batch_max: int) -> PositionCommand | Ladder:
        """The next thing to send, once there is one; up to ``batch_max`` targets that stand together are one thing."""
        if not self._line:
            self._line.append(await self._inbox.take())
        if self._inbox:
            self._line = stops_first([*self._line, *self._inbox.take_rest()])
        each = next(together(self._line, batch_max))
        del self._line[: len(each.orders) if isinstance(each, Ladder) else 1]
        return each

    def is_to_send(self, tag: OrderTag) -> bool:
        """Does an order of that name still wait here? Then the venue cannot know it, and that proves nothing."""
        return any(tag == _sends(one) for one in (*self._line, *self._inbox))


def stops_first(line: Iterable[PositionCommand]) -> list[PositionCommand]:
    """A stop passes the targets that wait before it, and nothing else: what frees the book stays before it."""
    out: list[PositionCommand] = []
    for command in line:
        at = len(out)
        if isinstance(command, MoveStop):
            while at and _is_target(out[at - 1]):
                at -= 1
        out.insert(at, command)
    return out


def _is_target(command: PositionCommand) -> bool:
    return isinstance(command, PlaceExit) and command.order.price is not None


def _sends(command: PositionCommand) -> OrderTag | None:
    match command:
        case PlaceEntry() | PlaceExit():
            return command.order.tag
        case MoveStop():
            return command.tag
        case _:
            return None


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
        work = Work()
        return work, self._roof.spawn(f"hand {self._made}", self._perform(work))

    def order(self, command: PositionCommand) -> None:
        """Leave an intention for the hand of its position."""
        self._hands[command.position][0].put(command)

    def is_to_send(self, position: PositionId, tag: OrderTag) -> bool:
        """Is an order of that name still to be sent?"""
        hand = self._hands.get(position)
        return hand is not None and hand[0].is_to_send(tag)

    def end(self, position: PositionId) -> None:
        """Stop both tasks of a position."""
        self._roof.stop(f"position {position}")
        self._hands.pop(position)[1].cancel()
