"""Entries that waited too long, on a whole desk and a real matching engine: nothing is bought after their time."""

from __future__ import annotations

from core.strategies import Entries, Protection
from tests.core.runtime.test_strategies import a_ladder, live, opened, strategy
from tests.sim.calls import D
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import open_world


@in_virtual_time
async def test_what_trails_is_not_bought_after_the_entry_has_expired_though_one_of_it_is_held() -> None:
    patient = strategy(Entries(trailing_pct=D("0.2")), protection=Protection(None), entry_s=120)
    async with open_world(owner_rules=patient) as world:
        position = await opened(world, a_ladder())
        for price in (59_890, 60_020):
            world.price(BTC, price)
            await world.run(5)
        held = live(world, position).ledger.held
        await world.run(150)
        assert live(world, position).entering.waiting == ()
        for price in (59_500, 59_700):
            world.price(BTC, price)
            await world.run(5)
        assert live(world, position).ledger.held == held
        await world.settled()
