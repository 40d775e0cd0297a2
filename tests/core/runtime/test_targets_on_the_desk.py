"""Targets on a whole desk and a real matching engine: reached without an order, placed again, cut anew."""

from __future__ import annotations

from core.strategies import Exits, Protection, Split
from tests.core.runtime.test_strategies import a_ladder, live, opened, resting, strategy
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import open_world


@in_virtual_time
async def test_a_target_without_a_share_gives_the_rest_of_the_ladder_up_when_its_price_comes() -> None:
    """The first target was touched, the price fell, and the other two entries made the trade three times as large."""
    async with open_world(owner_rules=strategy(exits=Exits(Split.SNIPER), protection=Protection(None))) as world:
        position = await opened(world, a_ladder(targets=(60500, 62000)))
        world.price(BTC, 59_890)
        await world.run(5)
        held = live(world, position).ledger.held
        world.price(BTC, 60_600)
        await world.run(6)
        assert resting(world, "entry") == []
        world.price(BTC, 59_290)
        await world.run(5)
        assert live(world, position).ledger.held == held
        await world.settled()
