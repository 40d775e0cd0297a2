"""An inbox keeps the order, is bounded, and outlives its reader."""

from __future__ import annotations

import asyncio

import pytest

from core.runtime.inbox import Inbox


async def test_what_waits_is_taken_in_the_order_it_came() -> None:
    inbox = Inbox[int](3)
    for number in (1, 2, 3):
        inbox.put(number)
    assert await inbox.take() == 1
    assert inbox.take_rest() == [2, 3]
    assert len(inbox) == 0


async def test_who_waits_is_woken_by_the_first_and_finds_the_others() -> None:
    inbox = Inbox[int](3)
    reader = asyncio.create_task(inbox.take())
    await asyncio.sleep(0)
    inbox.put(1)
    inbox.put(2)
    assert await reader == 1
    assert await inbox.take() == 2


async def test_whoever_finds_it_full_is_told() -> None:
    inbox = Inbox[int](1)
    inbox.put(1)
    with pytest.raises(asyncio.QueueFull):
        inbox.put(2)
    assert await inbox.take() == 1


async def test_the_next_reader_gets_what_a_cancelled_one_did_not_take() -> None:
    inbox = Inbox[int](3)
    reader = asyncio.create_task(inbox.take())
    await asyncio.sleep(0)
    inbox.put(1)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    inbox.put(2)
    assert [await inbox.take(), await inbox.take()] == [1, 2]
