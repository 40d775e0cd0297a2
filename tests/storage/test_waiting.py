"""Who waits for the disk is called in the order of coming, and a full room keeps the rest at the door."""

from __future__ import annotations

import asyncio

from storage.waiting import WaitingRoom


async def test_all_are_called_in_the_order_of_coming_and_the_last_closes_the_room() -> None:
    room = WaitingRoom[int](2)
    comers = [asyncio.create_task(room.enter(one)) for one in (1, 2, 3, None)]
    called: list[int] = []
    groups, is_last = 0, False
    while not is_last:
        await room.somebody()
        group, is_last = room.call(2)
        called += group
        groups += 1
    await asyncio.gather(*comers)
    assert called == [1, 2, 3]
    assert groups >= 2, "two seats never held more than two"
    assert room.is_empty


async def test_who_gives_up_at_the_door_takes_no_seat() -> None:
    room = WaitingRoom[int](1)
    await room.enter(1)
    impatient = asyncio.create_task(room.enter(2))
    patient = asyncio.create_task(room.enter(3))
    await asyncio.sleep(0)
    impatient.cancel()
    assert room.call(9) == ([1], False)
    await patient
    assert room.call(9) == ([3], False)
    assert room.is_empty


async def test_who_comes_while_somebody_waits_at_the_door_does_not_pass_him() -> None:
    room = WaitingRoom[int](1)
    assert room.enter_at_once(1)
    patient = asyncio.create_task(room.enter(2))
    await asyncio.sleep(0)
    assert room.call(9) == ([1], False)
    assert not room.enter_at_once(3), "the seat is free, and promised"
    await patient
    assert room.call(9) == ([2], False)
    assert room.enter_at_once(3)


async def test_an_empty_room_rings_for_nobody() -> None:
    room = WaitingRoom[int](1)
    await room.enter(1)
    room.call(1)
    ring = asyncio.create_task(room.somebody())
    await asyncio.sleep(0)
    assert not ring.done()
    await room.enter(2)
    await ring
