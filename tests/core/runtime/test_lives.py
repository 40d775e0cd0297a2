"""The two tasks of a position: its hand is ready before its entry is, its writer begins behind it."""

from __future__ import annotations

import asyncio

import pytest

from core.commands import CancelOrder, MoveStop, PlaceExit
from core.orders import ExitOrder
from core.runtime.actor import Actor
from core.runtime.advancing import advance_position
from core.runtime.effects import Ladder
from core.runtime.lives import WORK_MAX, Lives, PositionActor, Work
from core.runtime.supervisor import Supervisor
from core.vocabulary import OrderTag, PositionId, Price, Quantity, Side, StreamId
from storage.memory import MemoryJournal
from tests.sim.calls import D
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
            command = await work.take(1)
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


def target(number: int) -> PlaceExit:
    tag = OrderTag(f"{ONE}-tp{number}-0")
    return PlaceExit(ONE, ExitOrder(tag, BTC, Side.LONG, Quantity(D(1)), Price(D(61_000 + number))))


def stop(number: int) -> MoveStop:
    return MoveStop(ONE, OrderTag(f"{ONE}-stop-{number}"), BTC, Side.LONG, Price(D(59_000)))


CLOSE = PlaceExit(ONE, ExitOrder(OrderTag(f"{ONE}-close-0"), BTC, Side.LONG, Quantity(D(1)), None))


@in_virtual_time
async def test_a_stop_passes_the_targets_that_wait_and_nothing_else() -> None:
    work = Work()
    for command in (target(1), target(2), target(3), stop(1)):
        work.put(command)
    assert await work.take(2) == stop(1)
    assert await work.take(2) == Ladder(ONE, (target(1).order, target(2).order))
    for later in (stop(2), cancel(ONE), CLOSE, stop(3)):
        work.put(later)
    taken = [await work.take(2) for _ in range(5)]
    assert taken == [stop(2), target(3), cancel(ONE), CLOSE, stop(3)]


@in_virtual_time
async def test_what_is_still_to_be_sent_is_known_by_its_name_until_it_is_taken() -> None:
    work = Work()
    work.put(target(1))
    work.put(cancel(ONE))
    work.put(stop(1))
    assert await work.take(1) == target(1)
    known = [work.is_to_send(tag) for tag in (target(1).order.tag, cancel(ONE).tag, stop(1).tag)]
    assert known == [False, False, True], "of a cancel the order may well be known"


@in_virtual_time
async def test_what_stands_in_line_counts_as_waiting() -> None:
    work = Work()
    for number in range(WORK_MAX):
        work.put(cancel(ONE, number))
    assert await work.take(1) == cancel(ONE, 0)
    work.put(cancel(ONE))
    with pytest.raises(asyncio.QueueFull):
        work.put(cancel(ONE))
