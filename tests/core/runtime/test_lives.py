"""The two tasks of a position: its hand is ready before its entry is, its writer begins behind it."""

from __future__ import annotations

import asyncio

import pytest

from core.commands import CancelOrder
from core.runtime.actor import Actor
from core.runtime.advancing import advance_position
from core.runtime.lives import Lives, PositionActor, Work
from core.runtime.supervisor import Supervisor
from core.vocabulary import OrderTag, PositionId, StreamId
from storage.memory import MemoryJournal
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC

ONE, OTHER = PositionId("abcdefghij"), PositionId("bcdefghijk")


def cancel(position: PositionId, number: int = 0) -> CancelOrder:
    return CancelOrder(position, BTC, OrderTag(f"{position}-entry-{number}"))


def writer(position: PositionId) -> PositionActor:
    return Actor(
        StreamId(position),
        None,
        0,
        MemoryJournal(),
        advance=advance_position,
        done=lambda _step: None,
        on_failure=lambda _fact, _failure: None,
    )


class Desk:
    """Notes which hand did what."""

    def __init__(self, roof: Supervisor) -> None:
        self.done: list[tuple[int, CancelOrder]] = []
        self.hands = 0
        self.lives = Lives(roof, self._work)

    async def _work(self, work: Work) -> None:
        self.hands += 1
        number = self.hands
        while True:
            command = await work.take()
            assert isinstance(command, CancelOrder)
            self.done.append((number, command))

    async def open(self, position: PositionId) -> None:
        self.lives.begin(position)
        self.lives.order(cancel(position))
        await asyncio.sleep(0)  # its order leaves
        self.lives.live(position, writer(position))
        await asyncio.sleep(0)


@in_virtual_time
async def test_the_next_position_finds_a_hand_that_only_waits_for_its_order() -> None:
    async with Supervisor(lambda _name, _failure: None) as roof:
        desk = Desk(roof)
        await desk.open(ONE)
        assert desk.hands == 2
        desk.lives.begin(OTHER)
        desk.lives.order(cancel(OTHER))
        await asyncio.sleep(0)
        assert desk.done == [(1, cancel(ONE)), (2, cancel(OTHER))]


@in_virtual_time
async def test_each_position_has_its_own_hand_which_ends_with_it() -> None:
    async with Supervisor(lambda _name, _failure: None) as roof:
        desk = Desk(roof)
        await desk.open(ONE)
        await desk.open(OTHER)
        desk.lives.end(ONE)
        desk.lives.order(cancel(OTHER, 1))
        await asyncio.sleep(0.1)
        assert desk.done[-1] == (2, cancel(OTHER, 1))
        with pytest.raises(KeyError):
            desk.lives.order(cancel(ONE, 1))
        running = {task.get_name() for task in asyncio.all_tasks()}
        assert f"position {OTHER}" in running
        assert not {f"position {ONE}", "hand 1"} & running
