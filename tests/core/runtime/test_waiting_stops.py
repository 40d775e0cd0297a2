"""Stops that the market had passed before they could stand, on a whole desk and a real matching engine."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.events import OrderRefused, StopMoveDecided
from core.position import Over
from core.strategies import Protection, Trail
from core.vocabulary import Price
from tests.core.runtime.test_strategies import lines, live, opened, strategy
from tests.sim.calls import call
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import open_world

TRAIL = strategy(protection=Protection(None, Trail(0, Decimal("0.5"))))
EVEN = strategy(protection=Protection(1))


@pytest.mark.parametrize("lost", [False, True])
@in_virtual_time
async def test_a_trail_that_was_passed_on_its_way_to_the_venue_is_closed_and_never_hammered(lost: bool) -> None:
    """Best 61000, ten milliseconds later 60400: the stop at 60695 never came to stand."""
    async with open_world(owner_rules=TRAIL) as world:
        position = await opened(world, call(targets=(66000,)))
        await world.run(10)
        if lost:
            world.faults.next(Call.SET_STOP, Fault.REQUEST_LOST)
        world.price(BTC, 61_000)
        await world.run(0.01)
        world.price(BTC, 60_400)
        await world.run(10)
        state = world.state(position)
        assert isinstance(state, Over)
        assert state.reason.startswith("rule:the price is past the trail at 60695")
        assert len(await lines(world, position, OrderRefused)) == 1
        assert len(await lines(world, position, StopMoveDecided)) == 1 + lost
        await world.settled()


@in_virtual_time
async def test_break_even_that_the_price_fell_through_stands_once_the_price_is_back() -> None:
    async with open_world(owner_rules=EVEN) as world:
        position = await opened(world, call(targets=(60600, 66000)))
        await world.run(10)
        world.price(BTC, 60_650)
        world.price(BTC, 60_050)
        await world.run(60)
        assert live(world, position).stop.price == 59_000
        world.price(BTC, 60_500)
        await world.run(5)
        assert live(world, position).stop.price == Price(Decimal("60066.2"))
        assert len(await lines(world, position, OrderRefused)) <= 1
        await world.settled()


@in_virtual_time
async def test_break_even_at_a_target_that_earns_less_than_the_fees_waits_for_them() -> None:
    async with open_world(owner_rules=EVEN) as world:
        position = await opened(world, call(targets=(60050, 66000)))
        await world.run(10)
        world.price(BTC, 60_055)
        await world.run(30)
        assert await lines(world, position, OrderRefused) == []
        await world.restart()
        world.price(BTC, 61_500)
        await world.run(5)
        assert live(world, position).stop.price == Price(Decimal("60066.2"))
        await world.settled()
