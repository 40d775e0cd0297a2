"""A wall clock that was an hour ahead and is set back: what was done meanwhile lies in the future (fault K01)."""

from __future__ import annotations

from datetime import timedelta

from core.events import StopMovedOutside
from core.position import Live
from core.rules import Protection, Trail
from core.views import Doors
from core.vocabulary import PositionId, Price, Side
from tests.core.runtime.test_faults import opened
from tests.sim.calls import D, call
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import World, open_world, rules

AHEAD = timedelta(hours=1)
TRAILING = rules(protection=Protection(None, Trail(0, D(1))))


async def moved_ahead_of_time(world: World) -> PositionId:
    """A trade whose stop was last moved while the clock was ahead; it is right again."""
    position = await opened(world, call(targets=(70_000,)))
    world.clock.skew = AHEAD
    for price in range(60_100, 60_600, 100):
        world.price(BTC, price)
        await world.run(0.2)
    await world.run(5)
    world.clock.skew = timedelta(0)
    await world.run(5)
    live = world.state(position)
    assert isinstance(live, Live)
    assert live.moved_at is not None
    assert live.moved_at > world.clock.now()
    return position


def stop(world: World) -> Price | None:
    held = world.exchange.position(BTC)
    assert held is not None
    return held.stop


@in_virtual_time
async def test_a_trail_follows_at_once() -> None:
    async with open_world(owner_rules=TRAILING) as world:
        await moved_ahead_of_time(world)
        world.price(BTC, 62_000)
        await world.run(3)
        assert stop(world) == D(61_380)
        await world.settled()


@in_virtual_time
async def test_a_stop_that_is_lost_is_put_back() -> None:
    async with open_world(owner_rules=TRAILING) as world:
        await moved_ahead_of_time(world)
        stood = stop(world)
        world.exchange.drop_stop(BTC, Side.LONG, say=False)
        await world.run(15)
        assert stop(world) == stood
        await world.settled()


@in_virtual_time
async def test_a_stop_that_its_owner_moves_stays_where_he_put_it() -> None:
    async with open_world(owner_rules=TRAILING) as world:
        position = await moved_ahead_of_time(world)
        await world.run(20)
        await world.exchange.paper.set_stop(BTC, Side.LONG, Price(D(60_000)))
        await world.run(30)
        assert stop(world) == D(60_000)
        told = [type(line.body) for line in await world.journal.about(position)]
        assert told.count(StopMovedOutside) == 1
        await world.settled()


@in_virtual_time
async def test_what_is_known_of_the_venue_grows_old_all_the_same() -> None:
    async with open_world() as world:
        await world.run(5)
        world.faults.always(Call.OBSERVE, Fault.SILENT)
        world.clock.skew = -AHEAD
        await world.run(75)
        await world.say(call())
        await world.run(2)
        assert world.front.status().doors is Doors.UNSOUND
        world.clock.skew = timedelta(0)
