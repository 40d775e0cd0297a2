"""What the venue and the wire do to one trade: lost answers, lost stops, refusals, silence.

After each of them the same is asked: at most one entry, every held position with its stop at
the venue, nothing on the book that nobody owns.
"""

from __future__ import annotations

import pytest

from core.position import Awaiting, Live, Over, Working
from core.vocabulary import PositionId, Side
from tests.sim.calls import D, call
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import World, open_world, rules
from venues.matching import Depth, Terms

THIN = Terms(depth=Depth(levels=2, notional_per_level=D(600)))  # type: ignore[arg-type]
"""A book in which no market order fills whole."""


async def opened(world: World, text: str | None = None) -> PositionId:
    position = await world.say(text if text is not None else call())
    await world.until(lambda: world.is_state(position, Live), 20)
    await world.run(1)
    return position


def requests(world: World, call_: Call) -> int:
    return sum(sent.call is call_ for sent in world.venue.sent)


# --- the entry whose answer is lost --------------------------------------------------------------


@in_virtual_time
async def test_an_entry_whose_answer_was_lost_is_found_filled_and_never_sent_again() -> None:
    async with open_world() as world:
        world.faults.next(Call.ENTER, Fault.ANSWER_LOST)
        world.venue.gap(10, say=False)
        position = await world.say(call())
        await world.until(lambda: world.is_state(position, Live), 20)
        await world.run(15)
        assert requests(world, Call.ENTER) == 1
        assert "OutcomeUnknown" in await world.told(position)
        await world.settled()


@in_virtual_time
async def test_an_entry_whose_answer_was_lost_is_found_working() -> None:
    async with open_world() as world:
        world.faults.next(Call.ENTER, Fault.ANSWER_LOST)
        position = await world.say(call(entry=59_500))
        await world.until(lambda: world.is_state(position, Awaiting), 20)
        assert requests(world, Call.ENTER) == 1
        world.price(BTC, 59_400)
        await world.until(lambda: world.is_state(position, Live), 5)
        await world.run(5)
        await world.settled()


@in_virtual_time
async def test_an_entry_that_never_arrived_is_refused_after_two_absent_looks_that_prove_it() -> None:
    async with open_world() as world:
        world.faults.next(Call.ENTER, Fault.REQUEST_LOST)
        position = await world.say(call())
        asked_at = world.clock.monotonic()
        await world.until(lambda: world.is_state(position, Over), 30)
        assert world.clock.monotonic() - asked_at >= world.venue.capabilities.absence_proof_s
        assert requests(world, Call.ENTER) == 1
        assert requests(world, Call.LOOK_UP) >= 2
        assert not world.exchange.taken
        await world.until(lambda: not world.desk.account.grants, 5)


@in_virtual_time
async def test_an_entry_that_arrives_after_we_gave_up_waiting_is_still_found() -> None:
    async with open_world() as world:
        world.faults.next(Call.ENTER, Fault.REQUEST_LATE)
        position = await world.say(call())
        await world.until(lambda: world.is_state(position, Live), 30)
        await world.run(10)
        assert requests(world, Call.ENTER) == 1
        await world.settled()


@in_virtual_time
async def test_an_unknown_entry_counts_as_exposure_until_the_venue_disproves_it() -> None:
    async with open_world() as world:
        world.faults.next(Call.ENTER, Fault.REQUEST_LOST)
        world.faults.next(Call.LOOK_UP, Fault.SILENT, times=6)
        first = await world.say(call())
        await world.run(20)
        second = await world.say(call())
        await world.run(1)
        assert not world.is_state(first, Over)
        assert "CallDeclined" in await world.told(second)
        await world.until(lambda: world.is_state(first, Over), 120)


@pytest.mark.parametrize("fault", [Fault.ACK_THEN_REJECT, Fault.ACK_THEN_CANCEL, Fault.REFUSED])
def test_an_entry_that_the_venue_does_not_want_ends_and_gives_its_slot_back(fault: Fault) -> None:
    @in_virtual_time
    async def story() -> None:
        async with open_world() as world:
            world.faults.next(Call.ENTER, fault)
            position = await world.say(call())
            await world.until(lambda: world.is_state(position, Over), 10)
            await world.until(lambda: not world.desk.account.grants, 5)
            assert not world.exchange.held
            await world.settled()

    story()


# --- partial fills ---------------------------------------------------------------------------------


@in_virtual_time
async def test_a_market_entry_that_fills_in_part_is_protected_and_laddered_for_what_it_got() -> None:
    async with open_world(terms=THIN) as world:
        position = await opened(world)
        await world.run(10)
        live, held = world.state(position), world.exchange.position(BTC)
        assert isinstance(live, Live)
        assert held is not None
        assert D(0) < held.quantity < live.plan.quantity
        assert live.stop == Working(live.plan.stop, held.quantity)
        assert sum(order.quantity for order in world.exchange.working) <= held.quantity
        world.price(BTC, 58_900)
        for _ in range(60):
            world.price(BTC, 58_900 - world.clock.monotonic() / 100)
            await world.run(1)
        assert isinstance(world.state(position), Over)
        await world.settled()


@in_virtual_time
async def test_a_limit_that_fills_piece_by_piece_never_has_more_exits_than_it_holds() -> None:
    async with open_world(terms=THIN) as world:
        position = await world.say(call(entry=59_500))
        await world.run(2)
        for step in range(12):
            world.price(BTC, D(59_490) - step)
            await world.run(1)
        live, held = world.state(position), world.exchange.position(BTC)
        assert isinstance(live, Live)
        assert held is not None
        assert live.ledger.held == held.quantity
        await world.run(30)
        await world.settled()


@in_virtual_time
async def test_the_rest_of_an_entry_is_taken_back_when_its_time_is_over() -> None:
    async with open_world(owner_rules=rules(entry_s=300), terms=THIN) as world:
        position = await world.say(call(entry=59_500))
        await world.run(2)
        world.price(BTC, 59_490)
        await world.run(2)
        world.price(BTC, 60_000)
        assert any("-entry-" in order.tag for order in world.exchange.working)
        await world.run(330)
        assert isinstance(world.state(position), Live)
        assert not [order for order in world.exchange.working if "-entry-" in order.tag]
        await world.settled()


@in_virtual_time
async def test_a_stop_that_meets_a_half_filled_entry_takes_its_rest_off_the_book() -> None:
    async with open_world(terms=THIN) as world:
        position = await world.say(call(entry=59_500, stop=58_900))
        await world.run(2)
        world.price(BTC, 59_490)
        await world.run(1)
        assert world.exchange.position(BTC) is not None
        assert isinstance(live := world.state(position), Live)
        assert live.entry_open
        for step in range(30):
            world.price(BTC, 58_899 - step)
            await world.run(1)
        await world.run(30)
        assert not world.exchange.held
        assert not world.exchange.working
        assert isinstance(world.state(position), Over)
        await world.settled()


# --- the stop --------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [Fault.STOP_DROPPED, Fault.STOP_DROPPED_SILENTLY])
def test_a_stop_that_vanished_is_set_again_within_seconds(fault: Fault) -> None:
    @in_virtual_time
    async def story() -> None:
        async with open_world() as world:
            world.faults.next(Call.ENTRY_FILL, fault)
            position = await opened(world)
            await world.run(15)
            held = world.exchange.position(BTC)
            assert held is not None
            assert held.stop == world.state(position).plan.stop
            assert world.oracle.naked.longest < 5
            await world.settled()

    story()


@in_virtual_time
async def test_a_stop_that_vanishes_much_later_is_seen_by_the_next_round() -> None:
    async with open_world() as world:
        await opened(world)
        await world.run(100)
        world.exchange.drop_stop(BTC, Side.LONG, say=False)
        await world.run(15)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000)
        await world.settled()


@in_virtual_time
async def test_a_position_whose_stop_cannot_be_set_is_closed() -> None:
    async with open_world() as world:
        world.faults.next(Call.ENTRY_FILL, Fault.STOP_DROPPED)
        world.faults.always(Call.SET_STOP, Fault.REFUSED)
        position = await world.say(call())
        await world.until(lambda: world.is_state(position, Over), 30)
        assert not world.exchange.held
        assert not world.exchange.working
        assert world.oracle.naked.longest <= 10
        await world.settled()


@in_virtual_time
async def test_a_lost_answer_to_a_repair_is_read_back() -> None:
    async with open_world() as world:
        world.faults.next(Call.ENTRY_FILL, Fault.STOP_DROPPED)
        world.faults.next(Call.SET_STOP, Fault.ANSWER_LOST)
        position = await opened(world)
        await world.run(20)
        live = world.state(position)
        assert isinstance(live, Live)
        assert isinstance(live.stop, Working)
        await world.settled()


@in_virtual_time
async def test_an_account_view_that_lags_some_seconds_behind_costs_no_position() -> None:
    async with open_world() as world:
        await opened(world)
        await world.run(30)
        world.exchange.drop_stop(BTC, Side.LONG, say=True)
        world.faults.next(Call.OBSERVE, Fault.STALE, times=6)
        await world.run(40)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000)
        await world.settled()


@in_virtual_time
async def test_a_break_even_move_that_is_refused_leaves_the_old_stop_standing() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.faults.next(Call.SET_STOP, Fault.REFUSED)
        world.price(BTC, 61_050)
        await world.run(15)
        held, live = world.exchange.position(BTC), world.state(position)
        assert held is not None
        assert isinstance(live, Live)
        assert live.stop == Working(held.stop or D(0), held.quantity)  # type: ignore[arg-type]
        await world.settled()


# --- the way out -----------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [Fault.ANSWER_LOST, Fault.REQUEST_LOST, Fault.REQUEST_LATE, Fault.ACK_THEN_REJECT])
@pytest.mark.parametrize("stream", [True, False], ids=["with the stream", "without the stream"])
def test_a_close_that_meets_a_fault_closes_all_the_same(fault: Fault, stream: bool) -> None:
    @in_virtual_time
    async def story() -> None:
        async with open_world() as world:
            position = await opened(world)
            world.faults.next(Call.EXIT, fault)
            if not stream:
                world.venue.gap(30, say=False)
            await world.front.close(position, "user:42")
            await world.until(lambda: world.is_state(position, Over), 60)
            assert not world.exchange.held
            assert not world.exchange.working
            await world.run(15)
            await world.settled()

    story()


@in_virtual_time
async def test_a_close_in_a_thin_book_goes_on_until_nothing_is_held() -> None:
    async with open_world(terms=THIN) as world:
        position = await world.say(call(entry=59_500))
        await world.run(2)
        for step in range(6):
            world.price(BTC, D(59_490) - step)
            await world.run(1)
        await world.front.close(position, "user:42")
        for step in range(60):
            world.price(BTC, D(59_480) + step % 3)
            await world.run(1)
        assert isinstance(world.state(position), Over)
        assert not world.exchange.held
        await world.settled()


@in_virtual_time
async def test_a_venue_that_refuses_to_close_for_minutes_is_not_flooded_with_requests() -> None:
    async with open_world() as world:
        position = await opened(world)
        before = len(world.venue.sent)
        world.faults.always(Call.EXIT, Fault.REFUSED)
        await world.front.close(position, "user:42")
        await world.run(180)
        assert len(world.venue.sent) - before < 180 * 8
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop is not None
        world.faults.heal()
        await world.until(lambda: world.is_state(position, Over), 20)
        assert not world.exchange.held


@in_virtual_time
async def test_a_silent_cancel_is_not_asked_a_hundred_times_a_minute() -> None:
    async with open_world() as world:
        position = await world.say(call(entry=59_500))
        await world.run(2)
        world.faults.always(Call.CANCEL, Fault.REFUSED, code="10016")
        before = len(world.venue.sent)
        await world.front.close(position, "user:42")
        await world.run(120)
        assert len(world.venue.sent) - before < 120 * 4
        world.faults.heal()
        await world.until(lambda: world.is_state(position, Over), 20)
        assert not world.exchange.working


@in_virtual_time
async def test_a_price_that_a_dead_reader_heard_is_told_to_no_trade_that_came_after_it() -> None:
    async with open_world() as world:
        world.price(BTC, 61_500)
        await world.run(1)
        world.market.breaks = True
        world.price(BTC, 60_000)
        await world.run(2)
        position = await world.say(call(entry=59_500))
        await world.until(lambda: world.is_state(position, Awaiting), 20)
        await world.run(60)
        assert world.is_state(position, Awaiting), await world.told(position)
        assert "PriceReached" not in await world.told(position)


@in_virtual_time
async def test_a_price_that_the_dead_have_heard_is_told_to_nobody_while_no_other_reads() -> None:
    """Each that dies soon after the one before is followed after a longer pause."""
    async with open_world() as world:
        for pause_s in (1, 2, 4, 8):
            world.market.breaks = True
            world.price(BTC, 61_500)
            await world.run(pause_s + 0.1)
        world.price(BTC, 61_500)
        await world.run(0.1)
        world.market.breaks = True
        world.price(BTC, 60_000)
        await world.run(1)
        position = await world.say(call(entry=59_500))
        await world.until(lambda: world.is_state(position, Awaiting), 20)
        await world.run(10)
        assert world.is_state(position, Awaiting), await world.told(position)
        assert "PriceReached" not in await world.told(position)
