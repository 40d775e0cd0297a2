"""Targets on a whole desk and a real matching engine: reached without an order, placed again, cut anew."""

from __future__ import annotations

from decimal import Decimal

from core.position import Over
from core.strategies import Exits, Protection, Split
from tests.builders import row
from tests.core.runtime.test_strategies import a_ladder, live, opened, resting, strategy
from tests.sim.calls import call
from tests.sim.faults import Call, Fault
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


@in_virtual_time
async def test_a_target_that_was_refused_once_rests_again_and_moves_the_stop() -> None:
    async with open_world(owner_rules=strategy(protection=Protection(1))) as world:
        world.faults.next(Call.EXIT, Fault.REFUSED, code="110009")
        position = await opened(world, call(targets=(60600, 61000, 66000)))
        await world.run(10)
        assert resting(world, "tp") == [60_600, 61_000, 66_000]
        world.price(BTC, 60_700)
        await world.run(5)
        assert row(live(world, position).hits, live(world, position).stop.price) == (1, Decimal("60066.2"))
        await world.settled()


@in_virtual_time
async def test_after_half_was_closed_all_of_the_rest_is_sold_at_the_targets() -> None:
    async with open_world(owner_rules=strategy(protection=Protection(1))) as world:
        position = await opened(world, call(targets=(60600, 61000, 61500)))
        await world.run(10)
        await world.front.close(position, "user:42", Decimal("0.5"))
        await world.run(6)
        assert resting(world, "tp") == [60_600, 61_000, 61_500]
        for price in (60_700, 61_100, 61_600):
            world.price(BTC, price)
            await world.run(6)
        assert isinstance(world.state(position), Over)
        assert world.exchange.position(BTC) is None
        await world.settled()


@in_virtual_time
async def test_a_part_whose_end_nobody_told_holds_up_neither_the_targets_nor_the_next_part() -> None:
    """It was taken and cancelled while the stream was torn: the targets never came back."""
    async with open_world(owner_rules=strategy(protection=Protection(1))) as world:
        position = await opened(world, call(targets=(60600, 61000, 61500)))
        await world.run(10)
        held = live(world, position).ledger.held
        world.venue.gap(30, say=False)
        world.faults.next(Call.EXIT, Fault.ACK_THEN_CANCEL)
        await world.front.close(position, "user:42", Decimal("0.5"))
        await world.run(20)
        assert resting(world, "tp") == [60_600, 61_000, 61_500]
        await world.run(20)
        await world.front.close(position, "user:42", Decimal("0.5"))
        await world.run(10)
        assert live(world, position).ledger.held < held
        await world.settled()
