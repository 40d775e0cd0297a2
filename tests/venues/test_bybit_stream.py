"""The private stream and the answers to requests are two ways from one venue, and either may be the faster one."""

from __future__ import annotations

import asyncio

from core.orders import Accepted
from tests.venues.bybit_stage import CREATE, bybit_stage
from tests.venues.contract import entry
from venues.bybit.stream import Pace

BRISK = Pace(ping=0.2, silent=1.5, told=0.3, retry=0.05, retry_max=0.3)


async def test_an_order_told_of_before_its_answer_came_leaves_the_line_alone() -> None:
    async with bybit_stage(pace=BRISK) as stage:
        stage.there.faults.aim("B16", CREATE, how="answer-last")
        assert isinstance(await stage.venue.enter(entry("a")), Accepted)
        await asyncio.sleep(BRISK.told + 0.6)
        assert stage.there.faults.hits["B16"] == 1
        assert stage.venue.stream.is_up
        assert stage.venue.stream.tally["lost"] == 0


async def test_an_order_that_is_never_told_of_means_a_deaf_line() -> None:
    async with bybit_stage(pace=BRISK) as stage:
        stage.there.faults.aim("B35", "order", how="lose")
        assert isinstance(await stage.venue.enter(entry("a")), Accepted)
        await asyncio.sleep(BRISK.told + 0.6)
        assert stage.venue.stream.tally["lost"] == 1
