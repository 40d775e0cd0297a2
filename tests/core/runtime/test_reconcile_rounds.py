"""The rounds: what the venue holds against what the desk believes, looked at twice before it is believed."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta

import pytest

from core.events import StrangerFound
from core.position import Awaiting, Live, Over, Working
from core.rounds import Round, RoundDue
from core.runtime.desk import ACCOUNT
from core.strategies import Entries
from core.vocabulary import OrderSide, PositionId, Side
from tests.core.runtime.test_faults import opened, requests
from tests.sim.calls import D, call
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC, ETH, XRP
from tests.sim.wire import TIMEOUT_S
from tests.sim.world import RULES, World, open_world, rules


@in_virtual_time
async def test_a_position_closed_by_hand_at_the_venue_ends_with_its_real_fills() -> None:
    async with open_world() as world:
        position = await opened(world)
        held = world.exchange.position(BTC)
        assert held is not None
        await world.exchange.by_hand(BTC, OrderSide.SELL, str(held.quantity), reduce_only=True)
        await world.run(2)
        over = world.state(position)
        assert isinstance(over, Over)
        assert over.reason.startswith("outside at ")
        assert not world.exchange.working
        await world.settled()


@in_virtual_time
async def test_a_position_closed_by_hand_while_nobody_told_is_found_flat_in_two_rounds() -> None:
    async with open_world() as world:
        position = await opened(world)
        held = world.exchange.position(BTC)
        assert held is not None
        world.venue.gap(60, say=False)
        world.faults.always(Call.EXECUTIONS, Fault.SILENT)
        await world.exchange.by_hand(BTC, OrderSide.SELL, str(held.quantity), reduce_only=True)
        await world.run(5)
        assert isinstance(world.state(position), Live)
        await world.run(40)
        assert isinstance(world.state(position), Over)
        assert "FoundFlat" in await world.told(position)
        await world.settled()


@in_virtual_time
async def test_one_old_reading_of_the_account_closes_nothing() -> None:
    async with open_world() as world:
        await world.run(30)
        position = await opened(world)
        for _ in range(3):
            await world.run(11)
            world.faults.next(Call.OBSERVE, Fault.STALE)
        await world.run(30)
        assert isinstance(world.state(position), Live)
        assert not {"FoundFlat", "QuantityDrifted"} & set(await world.told(position))
        await world.settled()


@in_virtual_time
async def test_silence_is_never_flat() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.faults.always(Call.OBSERVE, Fault.SILENT)
        await world.run(120)
        assert isinstance(world.state(position), Live)
        world.faults.heal()
        await world.run(20)
        await world.settled()


@in_virtual_time
async def test_a_quantity_that_somebody_else_changed_is_taken_over_after_two_looks() -> None:
    async with open_world() as world:
        position = await opened(world)
        await world.exchange.by_hand(BTC, OrderSide.BUY, "0.05")
        await world.run(25)
        live, held = world.state(position), world.exchange.position(BTC)
        assert isinstance(live, Live)
        assert held is not None
        assert live.ledger.held == held.quantity
        assert live.stop == Working(D(59_000), held.quantity)  # type: ignore[arg-type]
        assert sum(order.quantity for order in world.exchange.working) <= held.quantity
        await world.settled()


@in_virtual_time
async def test_a_stranger_is_told_once_and_never_touched() -> None:
    async with open_world() as world:
        world.oracle.strangers.add(XRP)
        await world.exchange.by_hand(XRP, OrderSide.BUY, "500")
        await world.exchange.by_hand(XRP, OrderSide.SELL, "500", price="3")
        await world.run(60)
        await world.restart()
        await world.run(30)
        lines = [line.body for line in await world.journal.read(ACCOUNT)]
        told = [fact for fact in lines if isinstance(fact, StrangerFound)]
        assert {(fact.symbol, fact.quantity) for fact in told} == {(XRP, D(500))}
        assert len(told) <= world.lives
        stranger = world.exchange.position(XRP)
        assert stranger is not None
        assert stranger.quantity == D(500)
        assert requests(world, Call.CANCEL) == requests(world, Call.EXIT) == 0


@in_virtual_time
async def test_a_round_just_before_the_second_look_does_not_put_it_off() -> None:
    """It comes too soon to prove anything, and the look that would have is not to wait for a turn of its own."""
    async with open_world() as world:
        world.rounds_pause_until = math.inf
        await world.exchange.by_hand(XRP, OrderSide.BUY, "500")
        for seconds in (1.88, 0.3):
            world.desk.watch.due(RoundDue(Round.RECONCILE, world.clock.now()))
            await world.run(seconds)
        assert world.desk.account.untracked == {(XRP, Side.LONG): D(500)}


@in_virtual_time
async def test_an_order_of_ours_whose_position_is_over_is_swept() -> None:
    async with open_world() as world:
        position = await world.say(call(entry=59_500))
        await world.run(2)
        world.faults.next(Call.CANCEL, Fault.ACK_BUT_NOTHING)
        await world.front.close(position, "user:42")
        world.venue.claim_cancelled(world.exchange.working[0])
        await world.run(1)
        assert isinstance(world.state(position), Over)
        assert world.exchange.working
        await world.run(25)
        assert not world.exchange.working
        await world.settled()


@in_virtual_time
async def test_a_second_pass_over_a_sound_account_does_nothing() -> None:
    async with open_world() as world:
        await opened(world)
        await opened(world, call("ETHUSDT", stop=2_900, targets=(3_100, 3_200)))
        await world.run(61)
        lines, writes = world.journal.head[0], len(world.venue.sent)
        for _ in range(3):
            world.desk.watch.due(RoundDue(Round.RECONCILE, world.clock.now()))
            await world.run(0.5)
        asked = {sent.call for sent in world.venue.sent[writes:]}
        assert world.journal.head[0] == lines
        assert asked <= {Call.OBSERVE}


TOGETHER = (Round.RECONCILE, Round.GUARD, Round.DRAWDOWN)


async def looks(world: World, *rounds: Round, apart_s: float = 0.0) -> int:
    """How often the venue is read for these rounds."""
    before = len(world.venue.sent)
    for one in rounds:
        world.desk.watch.due(RoundDue(one, world.clock.now()))
        await world.run(apart_s)
    await world.run(TIMEOUT_S + 0.5)
    return sum(sent.call is Call.OBSERVE for sent in world.venue.sent[before:])


@in_virtual_time
async def test_rounds_that_fall_due_together_share_one_reading_of_the_venue() -> None:
    async with open_world() as world:
        await opened(world)
        world.rounds_pause_until = math.inf
        assert await looks(world, *TOGETHER) == 1
        assert await looks(world, *TOGETHER, apart_s=0.01) == 2, "the first was asked for before the others were due"


@in_virtual_time
async def test_a_reading_that_came_to_nothing_is_shared_with_nobody() -> None:
    async with open_world() as world:
        await opened(world)
        world.rounds_pause_until = math.inf
        world.faults.next(Call.OBSERVE, Fault.SILENT)
        assert await looks(world, *TOGETHER) == 2


@in_virtual_time
async def test_a_clock_that_is_set_back_lets_no_round_take_an_old_reading_for_its_own() -> None:
    async with open_world() as world:
        await opened(world)
        world.rounds_pause_until = math.inf
        world.clock.skew = timedelta(hours=-1)
        assert await looks(world, Round.GUARD) == 1
        assert await looks(world, Round.DRAWDOWN) == 1


@in_virtual_time
async def test_a_fill_of_the_last_position_is_never_booked_to_the_next_in_the_same_symbol() -> None:
    async with open_world() as world:
        first = await opened(world)
        world.price(BTC, 58_900)
        await world.run(1)
        assert isinstance(world.state(first), Over)
        second = await opened(world, call(stop=58_000, targets=(61_000,)))
        world.venue.gap(1)
        await world.run(20)
        live, held = world.state(second), world.exchange.position(BTC)
        assert isinstance(live, Live)
        assert held is not None
        assert live.ledger.held == held.quantity
        await world.settled()


@in_virtual_time
async def test_an_outside_sale_of_a_part_trims_the_targets_even_when_cancels_fail_for_a_while() -> None:
    async with open_world() as world:
        await opened(world)
        held = world.exchange.position(BTC)
        assert held is not None
        world.faults.next(Call.CANCEL, Fault.REFUSED, times=3)
        await world.exchange.by_hand(BTC, OrderSide.SELL, "0.06", reduce_only=True)
        await world.run(30)
        held = world.exchange.position(BTC)
        assert held is not None
        assert sum(order.quantity for order in world.exchange.working) <= held.quantity
        await world.settled()


@in_virtual_time
async def test_the_daily_loss_shuts_the_doors_and_the_next_day_opens_them() -> None:
    """The day is the owner's: on Kiritimati midnight comes two hours after the story begins."""
    async with open_world(owner_rules=replace(RULES, day_zone="Pacific/Kiritimati")) as world:
        position = await opened(world)
        assert isinstance(live := world.state(position), Live)
        await world.exchange.by_hand(ETH, OrderSide.BUY, "12")
        world.oracle.strangers.add(ETH)
        world.price(ETH, 2_800)
        await world.run(20)
        assert world.front.status().doors == "loss"
        assert live.ledger.held
        refused = await world.say(call("SOLUSDT", stop=140, targets=(160,)))
        await world.run(2)
        assert (await world.told(refused))[-1] == "CallDeclined"
        await world.run(1.9 * 3600)
        assert world.front.status().doors == "loss"
        await world.run(600)
        assert world.front.status().doors == "open"


@in_virtual_time
async def test_what_was_added_by_hand_is_believed_soon_although_we_trade_before_each_round() -> None:
    async with open_world() as world:
        position = await opened(world)
        await world.run(20 - world.clock.monotonic() % 10)
        await world.exchange.by_hand(BTC, OrderSide.BUY, "0.010")
        for _ in range(3):
            await world.run(7)
            await world.front.close(position, "user:42", D("0.1"))
            await world.run(3)
        live, held = world.state(position), world.exchange.position(BTC)
        assert isinstance(live, Live)
        assert held is not None
        assert live.ledger.held == held.quantity


async def called(world: World, text: str) -> PositionId:
    """A call whose entry waits."""
    position = await world.say(text)
    await world.run(2)
    assert world.is_state(position, Awaiting)
    return position


async def bought_by_hand(world: World, seconds: float) -> None:
    """The owner buys a little for himself; after so long it is as he left it."""
    await world.exchange.by_hand(BTC, OrderSide.BUY, "0.05")
    await is_left_alone(world, seconds)


async def is_left_alone(world: World, seconds: float) -> None:
    await world.run(seconds)
    held = world.exchange.position(BTC)
    assert held is not None
    assert (held.quantity, held.stop) == (D("0.05"), None)


@pytest.mark.parametrize("entries", [Entries(), Entries(trailing_pct=D("0.2"))], ids=["resting", "never sent"])
@in_virtual_time
async def test_what_the_owner_buys_where_an_entry_waits_stays_his_and_the_entry_is_taken_back(entries: Entries) -> None:
    async with open_world(owner_rules=rules(entries=entries)) as world:
        position = await called(world, call(entry=59_500))
        await bought_by_hand(world, 25)
        over = world.state(position)
        assert isinstance(over, Over)
        assert "not ours" in over.reason
        assert not world.exchange.working
        assert world.desk.account.untracked == {(BTC, Side.LONG): D("0.05")}
        await world.restart()
        world.price(BTC, 59_400)
        world.price(BTC, 62_000)
        await is_left_alone(world, 30)
        await world.settled()


@in_virtual_time
async def test_what_the_owner_bought_while_the_desk_was_dead_is_proven_eight_seconds_after_the_start() -> None:
    async with open_world() as world:
        position = await world.say(call(entry=59_500))
        await world.until(lambda: world.is_state(position, Awaiting), 5)
        await world.crash()
        await world.exchange.by_hand(BTC, OrderSide.BUY, "0.5")
        await world.start()
        await world.run(6.5)
        assert (BTC, Side.LONG) in world.desk.account.untracked
        assert world.is_state(position, Over)


@in_virtual_time
async def test_an_entry_that_would_fill_against_what_the_owner_holds_is_taken_back_too() -> None:
    async with open_world() as world:
        position = await called(world, call(entry=59_500))
        await world.exchange.by_hand(BTC, OrderSide.SELL, "0.05")
        await world.run(15)
        assert world.is_state(position, Over)
        world.price(BTC, 59_400)
        await world.run(15)
        (his,) = world.exchange.held
        assert (his.side, his.quantity, his.stop) == (Side.SHORT, D("0.05"), None)


@in_virtual_time
async def test_asked_to_reconcile_it_says_whose_that_is_and_what_it_does() -> None:
    async with open_world() as world:
        await called(world, call(entry=59_500))
        await world.exchange.by_hand(BTC, OrderSide.BUY, "0.05")
        answer = await world.front.reconcile()
        assert answer is not None
        assert any("is not ours" in line for line in answer.found), answer
        assert any("entry is taken back" in line for line in answer.found), answer


@in_virtual_time
async def test_after_the_owner_is_out_the_symbol_is_free_again() -> None:
    async with open_world() as world:
        await called(world, call(entry=59_500))
        await bought_by_hand(world, 25)
        await world.exchange.by_hand(BTC, OrderSide.SELL, "0.05", reduce_only=True)
        await world.run(25)
        assert not world.desk.account.untracked
        position = await opened(world, call())
        assert world.is_state(position, Live)


@in_virtual_time
async def test_an_entry_that_fills_before_anybody_saw_the_owners_trade_merges_with_it_and_is_looked_after() -> None:
    """One row at the venue: the stop is for all of it, so the desk believes all of it, as for what is added by hand."""
    async with open_world() as world:
        position = await called(world, call(entry=59_900))
        await bought_by_hand(world, 1)
        world.price(BTC, 59_890)
        await world.run(40)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000)
        live = world.state(position)
        assert isinstance(live, Live)
        assert live.ledger.held == held.quantity > D("0.05")
        assert not world.desk.account.untracked
        await world.settled()


@in_virtual_time
async def test_a_fill_that_nobody_told_is_still_found_where_an_entry_waits() -> None:
    async with open_world() as world:
        world.oracle.be_patient(60)
        position = await called(world, call(entry=59_900))
        world.faults.always(Call.REPORT, Fault.DROPPED)
        world.faults.always(Call.EXECUTIONS, Fault.SILENT)
        world.price(BTC, 59_890)
        await world.run(20)
        world.faults.heal()
        live = world.state(position)
        assert isinstance(live, Live)
        assert live.ledger.held == world.exchange.held[0].quantity
        assert world.exchange.held[0].stop == D(59_000)
        assert not world.desk.account.untracked
