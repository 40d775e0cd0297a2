"""The private stream: told twice, out of order, too late or not at all; and a venue that is away for a minute."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.events import EntryFilled, PositionFact
from core.orders import OrderReport, OrderStatus
from core.position import Closing, Live, Over
from core.vocabulary import Money, OrderSide, PositionId, Quantity, Side
from tests.core.runtime.test_faults import THIN, opened
from tests.sim.calls import D, call
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC, ETH
from tests.sim.world import World, open_world


@in_virtual_time
async def test_executions_told_twice_and_in_any_order_are_booked_once() -> None:
    async with open_world(seed=3, terms=THIN) as world:
        world.faults.rate(Call.REPORT, Fault.DUPLICATED, 0.4)
        world.faults.rate(Call.REPORT, Fault.DELAYED, 0.5)
        position = await world.say(call(entry=59_500))
        await world.run(2)
        for step in range(10):
            world.price(BTC, D(59_490) - step)
            await world.run(1)
        world.price(BTC, 61_000)
        for step in range(30):
            world.price(BTC, D(61_001) + step)
            await world.run(1)
        world.faults.heal()
        await world.run(30)
        state = world.state(position)
        live = state.live if isinstance(state, Over | Closing) else state
        assert isinstance(live, Live)
        fills = [fill for fill in world.exchange.file.fills if fill.position_side is Side.LONG]
        bought = sum(fill.quantity for fill in fills if fill.side is OrderSide.BUY)
        sold = sum(fill.quantity for fill in fills if fill.side is OrderSide.SELL)
        assert (live.ledger.entered, live.ledger.exited) == (bought, sold)
        assert live.ledger.fees == sum(fill.fee for fill in fills)
        await world.settled()


@pytest.mark.parametrize("say", [True, False], ids=["and says so", "and says nothing"])
def test_a_stream_that_missed_the_stop_is_filled_in_with_the_real_price_and_fee(say: bool) -> None:
    @in_virtual_time
    async def story() -> None:
        async with open_world() as world:
            position = await opened(world)
            world.venue.gap(5, say=say)
            world.price(BTC, 58_500)
            await world.run(40)
            over = world.state(position)
            assert isinstance(over, Over)
            assert over.live is not None
            earned = sum(fill.fee for fill in world.exchange.file.fills)
            assert over.live.ledger.fees == earned
            assert over.reason.startswith("stop at ")
            await world.settled()

    story()


@in_virtual_time
async def test_a_stop_told_in_one_breath_with_its_entry_is_not_booked_to_the_trade_that_ended_before() -> None:
    async with open_world() as world:
        first = await opened(world)
        world.price(BTC, 58_900)
        await world.until(lambda: world.is_state(first, Over))
        ended = world.state(first)
        second = await world.say(call(entry=58_500, stop=58_000, targets=(60_000,)))
        await world.run(2)
        world.price(BTC, 58_490)
        world.price(BTC, 57_900)
        await world.run(40)
        over = world.state(second)
        assert isinstance(over, Over)
        assert over.reason.startswith("stop at ")
        assert world.state(first) == ended
        await world.settled()


def funded(world: World, position: PositionId) -> Money:
    state = world.state(position)
    assert isinstance(state, Live)
    return state.ledger.funding


@in_virtual_time
async def test_funding_told_twice_is_booked_once() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.faults.rate(Call.REPORT, Fault.DUPLICATED, 1)
        world.exchange.fund(BTC, D("0.001"))
        await world.run(5)
        assert [funded(world, position)] == [paid.amount for paid in world.exchange.file.paid]
        assert sum(told.startswith("FundingBooked") for told in await world.told(position)) == 1
        world.faults.heal()
        await world.settled()


@in_virtual_time
async def test_funding_that_was_paid_while_the_desk_was_dead_is_booked_at_its_next_start() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.exchange.fund(BTC, D("0.001"))
        await world.run(5)
        await world.crash()
        world.exchange.fund(BTC, D("0.002"))
        await world.start()
        await world.run(5)
        paid = [paid.amount for paid in world.exchange.file.paid]
        assert (len(paid), funded(world, position)) == (2, sum(paid))
        await world.settled()


@in_virtual_time
async def test_a_working_order_that_is_only_reported_changes_nothing() -> None:
    async with open_world() as world:
        position = await opened(world)
        lines = len(await world.told(position))
        tag = world.exchange.working[0].tag
        nothing = Quantity(D(0))
        report = OrderReport(
            tag, BTC, OrderSide.SELL, OrderStatus.WORKING, nothing, nothing, None, True, world.clock.now()
        )
        world.exchange.on_report(report)
        await world.run(0.5)
        assert len(await world.told(position)) == lines


@in_virtual_time
async def test_a_venue_that_is_down_for_a_minute_finds_everything_mended_afterwards() -> None:
    async with open_world() as world:
        first = await opened(world)
        second = await world.say(call("ETHUSDT", stop=2_900, targets=(3_100,), entry=2_980))
        await world.run(2)
        world.venue.down(60)
        await world.run(5)
        world.price(BTC, 58_000)
        world.price(ETH, 2_975)
        await world.run(90)
        assert isinstance(world.state(first), Over)
        assert isinstance(world.state(second), Live)
        await world.settled()


@in_virtual_time
async def test_a_venue_that_does_not_answer_after_a_gap_does_not_hold_up_what_its_stream_tells() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.faults.always(Call.EXECUTIONS, Fault.SILENT)
        world.venue.gap(0.1)
        await world.run(0.5)
        world.price(BTC, 58_500)
        await world.run(1)
        assert isinstance(world.state(position), Over)
        world.faults.heal()
        await world.run(60)
        await world.settled()


@in_virtual_time
async def test_fills_that_are_booked_already_are_told_to_nobody_when_they_are_fetched_again() -> None:
    async with open_world() as world:
        position = await opened(world)
        told: list[PositionFact] = []
        desk = world.desk
        post = desk.post

        def overheard(fact: PositionFact) -> None:
            told.append(fact)
            post(fact)

        desk.post = overheard  # type: ignore[method-assign]
        await desk.watch.backfill(world.clock.now() - timedelta(minutes=10))
        assert [fact for fact in told if isinstance(fact, EntryFilled)] == []
        assert len(world.exchange.file.fills) >= 1
        assert isinstance(world.state(position), Live)
        await world.settled()


@pytest.mark.parametrize("lasts", [True, False], ids=["and stays ahead", "and is set right"])
def test_fills_that_the_stream_missed_are_found_although_our_clock_had_jumped_ahead(lasts: bool) -> None:
    """What is fetched begins at a moment of the venue's clock, not of ours (fault K01)."""

    @in_virtual_time
    async def story() -> None:
        async with open_world() as world:
            position = await world.say(call(entry=59_500))
            await world.run(1)
            world.clock.skew = timedelta(hours=1)
            await world.desk.watch.backfill()
            if not lasts:
                world.clock.skew = timedelta(0)
            world.venue.gap(90, say=False)
            world.price(BTC, 59_450)
            await world.run(80)
            told = await world.told(position)
            assert "EntryFilled" in told
            assert "QuantityDrifted" not in told
            world.clock.skew = timedelta(0)
            await world.run(60)
            await world.settled()

    story()


@in_virtual_time
async def test_fills_that_the_stream_missed_are_found_although_we_began_with_a_clock_that_was_ahead() -> None:
    async with open_world(started=False) as world:
        world.clock.skew = timedelta(hours=1)
        await world.start()
        world.clock.skew = timedelta(0)
        position = await world.say(call(entry=59_500))
        await world.run(1)
        world.venue.gap(90, say=False)
        world.price(BTC, 59_450)
        await world.run(80)
        told = await world.told(position)
        assert "EntryFilled" in told
        assert "QuantityDrifted" not in told
        await world.run(60)
        await world.settled()
