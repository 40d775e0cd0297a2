"""The guard at work: stops proven from the venue, missed with an alarm, mended; what is not ours; the doors."""

from __future__ import annotations

from decimal import Decimal

from core.events import (
    CallDeclined,
    InvariantBroken,
    ShieldMissing,
    ShieldRestored,
    StopMovedOutside,
    StrangerAdopted,
    StrangerFound,
)
from core.position import Awaiting, Live, Over, Working
from core.runtime.advancing import advance_account
from core.runtime.desk import ACCOUNT
from core.views import Doors, Receipt, Shield
from core.vocabulary import OrderSide, Price, Side
from tests.builders import CALL, an_account, at
from tests.core.runtime.test_faults import opened, requests
from tests.sim.calls import D, call
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC, XRP
from tests.sim.world import World, open_world

KEY = f"{XRP} {Side.LONG}"


async def account_lines(world: World, kind: type) -> list[object]:
    return [line.body for line in await world.journal.read(ACCOUNT) if isinstance(line.body, kind)]


# --- shields -----------------------------------------------------------------------------------


@in_virtual_time
async def test_every_stop_is_proven_again_every_few_seconds_and_status_says_how_long_ago() -> None:
    async with open_world() as world:
        position = await opened(world)
        await opened(world, call("ETHUSDT", stop=2_900, targets=(3_100,)))
        for _ in range(20):
            await world.run(1.7)
            status = world.front.status()
            assert (status.open_positions, status.protected) == (2, 2)
            assert status.proof_at is not None
            assert (status.at - status.proof_at).total_seconds() < 3.2
        view = world.front.position(position)
        assert view is not None
        assert (view.shield, view.proof_at is not None) == (Shield.WORKING, True)
        assert not await account_lines(world, ShieldMissing)


@in_virtual_time
async def test_silence_proves_nothing_so_the_proof_grows_old() -> None:
    async with open_world() as world:
        await opened(world)
        world.faults.always(Call.OBSERVE, Fault.SILENT)
        await world.run(40)
        status = world.front.status()
        assert status.proof_at is not None
        assert (status.at - status.proof_at).total_seconds() > 35
        world.faults.heal()


@in_virtual_time
async def test_a_stop_that_vanished_without_a_word_is_back_within_seconds() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.exchange.drop_stop(BTC, Side.LONG, say=False)
        await world.run(4)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000)
        assert world.is_state(position, Live)
        assert world.oracle.naked.longest < 3.5
        assert not await account_lines(world, ShieldMissing), "it was mended before three seconds were over"


@in_virtual_time
async def test_a_stop_that_is_missing_for_three_seconds_rings_and_its_return_calls_it_off() -> None:
    async with open_world() as world:
        world.oracle.be_patient(60)
        position = await opened(world)
        world.faults.next(Call.SET_STOP, Fault.REQUEST_LOST, times=2)
        world.exchange.drop_stop(BTC, Side.LONG, say=True)
        await world.run(3.2)
        (missing,) = await account_lines(world, ShieldMissing)
        assert isinstance(missing, ShieldMissing)
        assert (missing.at - missing.since).total_seconds() == 3.0
        assert world.front.status().protected == 0
        await world.run(15)
        (restored,) = await account_lines(world, ShieldRestored)
        assert isinstance(restored, ShieldRestored)
        assert restored.position == position
        assert world.front.status().protected == 1
        assert not world.desk.account.naked
        await world.settled()


@in_virtual_time
async def test_an_alarm_survives_a_death_and_is_called_off_afterwards() -> None:
    async with open_world() as world:
        world.oracle.be_patient(60)
        await opened(world)
        world.faults.next(Call.SET_STOP, Fault.REQUEST_LOST, times=2)
        world.exchange.drop_stop(BTC, Side.LONG, say=True)
        await world.run(3.2)
        assert world.desk.account.naked
        await world.restart()
        await world.run(10)
        assert len(await account_lines(world, ShieldMissing)) == len(await account_lines(world, ShieldRestored)) == 1


def test_an_alarm_rings_once_and_is_called_off_once() -> None:
    """Several facts of a position may say so in one breath, before the account has heard of the first."""
    missing, back = ShieldMissing(CALL, at(4), at(1)), ShieldRestored(CALL, at(5))
    rung, _ = advance_account(an_account(), missing)
    assert advance_account(rung, missing) == (rung, ())
    calm, _ = advance_account(rung, back)
    assert advance_account(calm, back) == (calm, ())


# --- what somebody else does ------------------------------------------------------------------


@in_virtual_time
async def test_a_stop_the_owner_moved_stays_is_said_once_and_survives_a_restart() -> None:
    async with open_world() as world:
        position = await opened(world)
        await world.run(20)
        await world.exchange.paper.set_stop(BTC, Side.LONG, Price(D(59_400)))
        await world.run(30)
        await world.restart()
        await world.run(30)
        live = world.state(position)
        assert isinstance(live, Live)
        assert isinstance(live.stop, Working)
        assert live.stop.price == D(59_400)
        lines = [line.body for line in await world.journal.about(position)]
        said = [fact for fact in lines if isinstance(fact, StopMovedOutside)]
        assert [(fact.was, fact.price) for fact in said] == [(D(59_000), D(59_400))]
        assert requests(world, Call.SET_STOP) == 0
        await world.settled()


async def a_stranger(world: World, stop: str | None = None) -> None:
    """The owner buys by hand, and it is told."""
    await world.exchange.by_hand(XRP, OrderSide.BUY, "500")
    if stop is not None:
        await world.exchange.paper.set_stop(XRP, Side.LONG, Price(D(stop)))
    world.oracle.strangers.add(XRP)
    await world.until(lambda: world.desk.account.untracked, 30)


@in_virtual_time
async def test_what_is_adopted_keeps_its_stop_and_is_ours_from_then_on() -> None:
    async with open_world() as world:
        await a_stranger(world, stop="1.8")
        (view,) = world.front.strangers()
        assert (view.key, view.standing, view.stop) == (KEY, True, D("1.8"))
        assert await world.front.adopt(KEY, "user:42") is Receipt.DONE
        assert await world.front.adopt(KEY, "user:42") is Receipt.GONE
        world.oracle.strangers.clear()
        await world.run(5)
        (adopted,) = world.front.positions()
        assert (adopted.symbol, adopted.quantity, adopted.stop, adopted.shield) == (
            XRP,
            D(500),
            D("1.8"),
            Shield.WORKING,
        )
        assert requests(world, Call.ENTER) == requests(world, Call.SET_STOP) == 0
        await world.restart()
        await world.run(5)
        assert world.is_state(adopted.position, Live)
        assert world.front.status().strangers == 0
        why = await world.front.why(adopted.position)
        assert why is not None
        assert why.history
        world.price(XRP, "1.79")
        await world.run(3)
        assert world.is_state(adopted.position, Over)
        await world.settled()


@in_virtual_time
async def test_what_is_adopted_without_a_stop_gets_the_one_that_was_proposed() -> None:
    async with open_world() as world:
        await a_stranger(world)
        (view,) = world.front.strangers()
        assert not view.standing
        await world.front.adopt(KEY, "user:42")
        await world.run(2)
        held = world.exchange.position(XRP)
        assert held is not None
        assert held.stop == view.stop
        world.oracle.strangers.clear()
        await world.run(20)
        await world.settled()


@in_virtual_time
async def test_what_is_not_ours_is_closed_only_when_its_owner_says_so() -> None:
    async with open_world() as world:
        await a_stranger(world)
        await world.run(60)
        assert world.exchange.position(XRP) is not None
        assert await world.front.adopt(KEY, "user:42", close=True) is Receipt.DONE
        await world.until(lambda: world.exchange.position(XRP) is None, 10)
        await world.run(5)
        assert not world.desk.account.grants
        await world.settled()


@in_virtual_time
async def test_what_its_owner_turned_around_since_it_was_found_is_not_adopted_as_it_was() -> None:
    async with open_world() as world:
        await a_stranger(world)
        await world.exchange.by_hand(XRP, OrderSide.SELL, "700")
        assert await world.front.adopt(KEY, "user:42") is Receipt.GONE
        await world.run(20)
        assert not world.desk.account.grants
        assert list(world.desk.account.untracked) == [(XRP, Side.SHORT)]


@in_virtual_time
async def test_a_death_right_after_the_owners_word_loses_neither_the_word_nor_the_position() -> None:
    async with open_world() as world:
        await a_stranger(world)
        adopting = await world.front.adopt(KEY, "user:42", close=True)
        assert adopting is Receipt.DONE
        await world.restart()
        await world.until(lambda: world.exchange.position(XRP) is None, 20)
        await world.run(5)
        assert len(await account_lines(world, StrangerAdopted)) == 1


@in_virtual_time
async def test_what_is_ignored_is_told_no_more_not_even_after_a_restart_and_never_touched() -> None:
    async with open_world() as world:
        await a_stranger(world)
        assert await world.front.ignore(KEY, "user:42") is Receipt.DONE
        assert await world.front.ignore(KEY, "user:42") is Receipt.ALREADY
        await world.restart()
        await world.run(60)
        (found,) = await account_lines(world, StrangerFound)
        assert isinstance(found, StrangerFound)
        assert found.unit == "XRP"
        assert world.exchange.position(XRP) is not None
        (view,) = world.front.strangers()
        assert view.ignored
        assert requests(world, Call.EXIT) == requests(world, Call.CANCEL) == 0
        await world.exchange.by_hand(XRP, OrderSide.SELL, "500", reduce_only=True)
        await world.run(15)
        assert not world.desk.account.ignored
        assert world.front.strangers() == []


# --- asked for ----------------------------------------------------------------------------------


@in_virtual_time
async def test_asked_to_reconcile_a_sound_desk_says_so_and_does_nothing() -> None:
    async with open_world() as world:
        await opened(world)
        await world.run(10)
        lines, sent = world.journal.head[0], len(world.venue.sent)
        view = await world.front.reconcile()
        assert (view.answered, view.looks, view.positions, view.stops, view.orders) == (True, 1, 1, 1, 2)
        assert (view.found, view.strangers) == ((), ())
        assert world.journal.head[0] == lines
        assert [each.call for each in world.venue.sent[sent:]] == [Call.OBSERVE]


@in_virtual_time
async def test_asked_to_reconcile_it_looks_twice_and_says_what_it_found() -> None:
    async with open_world() as world:
        position = await opened(world)
        await world.run(10)  # a page may be from before a fill as young as this one
        held = world.exchange.position(BTC)
        assert held is not None
        world.venue.gap(60, say=False)
        world.faults.always(Call.EXECUTIONS, Fault.SILENT)
        await world.exchange.by_hand(BTC, OrderSide.SELL, str(held.quantity), reduce_only=True)
        view = await world.front.reconcile()
        assert view.looks == 2
        assert view.found[0].startswith("BTCUSDT: the venue holds nothing any more; booked at ")
        await world.run(1)
        assert world.is_state(position, Over)
        again = await world.front.reconcile()
        assert (again.found, again.positions) == ((), 0)
        world.faults.heal()


@in_virtual_time
async def test_asked_to_reconcile_while_the_venue_is_silent_says_that_it_is() -> None:
    async with open_world() as world:
        world.faults.next(Call.OBSERVE, Fault.SILENT)
        assert not (await world.front.reconcile()).answered


@in_virtual_time
async def test_a_target_that_vanished_without_a_word_is_found_out_about() -> None:
    async with open_world() as world:
        position = await opened(world)
        await world.run(10)
        world.venue.gap(30, say=False)
        tag = world.exchange.working[0].tag
        await world.exchange.paper.cancel(BTC, tag)
        await world.run(40)
        live = world.state(position)
        assert isinstance(live, Live)
        assert [rung.tag for rung in live.rungs if rung.gone] == [tag]
        await world.settled()


@in_virtual_time
async def test_an_entry_that_vanished_without_a_word_is_found_out_about_and_gives_its_slot_back() -> None:
    """It was believed to wait until it would have expired, a day later."""
    async with open_world() as world:
        position = await world.say(call(entry=59_500))
        await world.until(lambda: world.is_state(position, Awaiting), 20)
        await world.run(10)
        world.venue.gap(30, say=False)
        await world.exchange.paper.cancel(BTC, world.exchange.working[0].tag)
        await world.run(40)
        assert world.is_state(position, Over)
        assert position not in world.desk.account.grants
        await world.settled()


# --- doors ----------------------------------------------------------------------------------------


@in_virtual_time
async def test_a_call_that_comes_when_the_venue_was_not_read_for_a_minute_is_declined_by_name() -> None:
    async with open_world() as world:
        await world.run(5)
        world.faults.always(Call.OBSERVE, Fault.SILENT)
        await world.run(75)
        refused = await world.say(call())
        await world.run(2)
        assert world.front.status().doors is Doors.UNSOUND
        (declined,) = [line.body for line in await world.journal.about(refused) if isinstance(line.body, CallDeclined)]
        assert "doors: I8: the venue was not read for more than 60 s" in declined.reason
        world.faults.heal()
        await world.run(15)
        assert world.front.status().doors is Doors.OPEN
        await opened(world)


@in_virtual_time
async def test_a_breach_opens_nothing_leaves_every_stop_and_is_over_when_it_is_mended() -> None:
    """The owner trebles a position by hand: at its stop it would lose more than it was granted."""
    async with open_world() as world:
        position = await opened(world)
        held = world.exchange.position(BTC)
        assert held is not None
        await world.exchange.by_hand(BTC, OrderSide.BUY, str(held.quantity * 2))
        await world.run(50)
        assert world.front.status().doors is Doors.UNSOUND
        assert [breach.invariant for breach in world.desk.account.breaches] == ["I5"]
        refused = await world.say(call("ETHUSDT", stop=2_900, targets=(3_100,)))
        await world.run(1)
        assert "CallDeclined" in await world.told(refused)
        now = world.exchange.position(BTC)
        assert now is not None
        assert now.stop == D(59_000)
        await world.front.close(position, "user:42", Decimal("0.7"))
        await world.run(10)
        assert world.front.status().doors is Doors.OPEN
        assert len(await account_lines(world, InvariantBroken)) == 2
        await world.settled()


@in_virtual_time
async def test_one_old_page_is_no_clock_that_is_off_but_two_shut_the_doors() -> None:
    async with open_world() as world:
        await world.run(30)
        world.faults.next(Call.OBSERVE, Fault.STALE)
        await world.run(11)
        assert not await account_lines(world, InvariantBroken)
        world.faults.next(Call.OBSERVE, Fault.STALE, times=4)
        await world.run(22)
        assert [breach.invariant for breach in world.desk.account.breaches] == ["I8"]
        await world.run(30)
        assert world.desk.account.breaches == ()
        assert world.front.status().doors is Doors.OPEN
