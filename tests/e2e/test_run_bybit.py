"""`main.py run` on Bybit's wire, as a process of its own: nothing is changed but addresses."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.e2e.test_run import CALL
from tests.standins.outside import outside


async def test_a_post_becomes_a_protected_position_at_bybit_and_is_sold_at_its_targets(tmp_path: Path) -> None:
    async with outside(tmp_path, exchange=True) as world, world.running():
        there = world.exchange
        await world.telegram.asked("messages.getHistory", 1)
        world.telegram.post(world.channel, CALL)
        await world.until_told("🛡")
        (held,) = there.truth().positions
        assert held.stop == 59000
        await there.until(lambda: len(there.books.live()) >= 3)
        orders = [path for method, path, _ in there.door.requests if method == "POST" and "/order/" in path]
        assert orders == ["/v5/order/create", "/v5/order/create-batch"], "an entry with its stop, then all targets"
        there.move("BTCUSDT", 61000)
        await world.until_told("target hit")
        there.move("BTCUSDT", 62000)
        await world.until_told("is over")
        truth = there.truth()
        assert truth.positions == ()
        assert all(order.status != "working" for order in truth.orders)
        assert truth.balance > 10_000


async def test_a_venue_that_is_dead_at_the_start_is_told_in_the_chat_and_waited_for(tmp_path: Path) -> None:
    async with outside(tmp_path, exchange=True) as world:
        there = world.exchange
        await there.shut()
        async with world.running():
            told = await world.until_told("Nothing is opened")
            assert "bybit-demo (Bybit demo)" in told
            listening = asyncio.create_task(world.telegram.asked("messages.getHistory", 1))
            await there.reopen()
            await world.until_told("The venue is back")
            await listening
            world.telegram.post(world.channel, CALL)
            await world.until_told("🛡")
