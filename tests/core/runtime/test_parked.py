"""A position that our own code failed on keeps its stop: put back by the guard, outside the life that failed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.events import Quarantined
from core.position import Parked
from core.vocabulary import PositionId, Side
from tests.core.runtime.test_faults import opened, requests
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.wire import WRITES
from tests.sim.world import World, open_world


async def parked(world: World) -> PositionId:
    position = await opened(world)
    await world.run(5)
    world.desk.post(Quarantined(position, world.desk.parts.clock.now(), "a bug of ours"))
    await world.run(1)
    assert isinstance(world.state(position), Parked)
    return position


def stop(world: World) -> Decimal | None:
    held = world.exchange.position(BTC)
    assert held is not None
    return held.stop


@in_virtual_time
async def test_a_quarantined_position_that_loses_its_stop_gets_the_last_one_back() -> None:
    async with open_world() as world:
        await parked(world)
        before, asked = stop(world), requests(world, Call.SET_STOP)
        assert before is not None
        world.exchange.drop_stop(BTC, Side.LONG, say=True)
        await world.run(5)
        assert stop(world) == before
        await world.run(60)
        assert requests(world, Call.SET_STOP) == asked + 1


@in_virtual_time
async def test_it_is_put_back_after_a_restart_too_and_asked_again_at_a_bounded_rate_where_it_is_refused() -> None:
    async with open_world() as world:
        world.oracle.be_patient(120)
        await parked(world)
        before, asked = stop(world), requests(world, Call.SET_STOP)
        world.faults.always(Call.SET_STOP, Fault.REFUSED)
        world.exchange.drop_stop(BTC, Side.LONG, say=False)
        await world.restart()
        await world.run(60)
        assert 2 <= requests(world, Call.SET_STOP) - asked <= 60 / 2
        world.faults.heal()
        await world.run(15)
        assert stop(world) == before


@pytest.mark.parametrize("notional", [None, Decimal(300)])
@in_virtual_time
async def test_one_whose_price_is_past_the_stop_that_was_lost_is_sold_until_nothing_is_held(
    notional: Decimal | None,
) -> None:
    """No venue takes such a stop (fault B24): it was asked for again every three seconds, for ever."""
    async with open_world() as world:
        world.oracle.be_patient(120)
        position = await parked(world)
        world.exchange.thin_out(notional)
        world.exchange.drop_stop(BTC, Side.LONG, say=False)
        world.price(BTC, 58_900)
        await world.run(5)
        world.exchange.thin_out(None)
        await world.run(10)
        assert world.exchange.position(BTC) is None
        sent = len(world.venue.sent)
        await world.run(60)
        writes = [one for one in world.venue.sent[sent:] if one.call in WRITES]
        assert writes == []
        assert isinstance(world.state(position), Parked)
