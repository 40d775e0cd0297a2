"""A desk at a venue whose stops are orders of their own: always one that covers what is held, never one too many."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.commands import CancelOrder
from core.orders import StandingStop
from core.position import Live, Over
from core.vocabulary import PositionId, Side
from tests.core.runtime.test_faults import THIN, opened, requests
from tests.sim.calls import call
from tests.sim.doors import Death, Edge
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import World, open_world


def stops(world: World) -> tuple[StandingStop, ...]:
    return world.exchange.now().stops


def held(world: World) -> Decimal:
    position = world.exchange.position(BTC)
    return position.quantity if position is not None else Decimal(0)


async def two_targets(world: World) -> PositionId:
    return await opened(world, call(targets=(61_000, 62_000)))


@in_virtual_time
async def test_an_entry_has_one_stop_order_for_what_it_filled() -> None:
    async with open_world(attached_stop=False) as world:
        position = await opened(world)
        (stop,) = stops(world)
        assert (stop.tag, stop.quantity) == (f"{position}-stop-1", held(world))
        await world.settled()


@in_virtual_time
async def test_an_entry_that_fills_part_by_part_is_covered_by_one_order_in_the_end() -> None:
    async with open_world(attached_stop=False, terms=THIN) as world:
        position = await world.say(call(entry=59_500))
        await world.run(2)
        covered = []
        for last in range(59_490, 59_410, -10):
            world.price(BTC, last)
            await world.run(3)
            shown = world.exchange.position(BTC)
            covered.append(shown is not None and shown.protected >= shown.quantity)
        live, (stop,) = world.state(position), stops(world)
        assert isinstance(live, Live)
        assert stop.quantity == held(world) == live.plan.quantity
        assert all(covered)
        assert "CloseAsked" not in await world.told(position)
        await world.settled()


@in_virtual_time
async def test_a_cancel_of_the_only_stop_of_what_is_held_does_not_leave_the_desk() -> None:
    async with open_world(attached_stop=False) as world:
        position = await opened(world)
        (stop,) = stops(world)
        world.desk.perform(CancelOrder(position, BTC, stop.tag))
        await world.run(1)
        assert stops(world) == (stop,)
        assert requests(world, Call.CANCEL) == 0
        await world.settled()


@in_virtual_time
async def test_a_target_that_fills_leaves_a_stop_for_the_rest() -> None:
    async with open_world(attached_stop=False) as world:
        await two_targets(world)
        whole = held(world)
        world.price(BTC, 61_050)
        await world.run(6)
        (stop,) = stops(world)
        assert stop.quantity == held(world) < whole
        await world.settled()


@pytest.mark.parametrize("fault", [Fault.ANSWER_LOST, Fault.REQUEST_LOST, Fault.REQUEST_LATE, Fault.SERVER_ERROR])
@in_virtual_time
async def test_a_move_whose_answer_never_came_ends_with_one_stop_where_it_was_wanted(fault: Fault) -> None:
    async with open_world(attached_stop=False) as world:
        position = await two_targets(world)
        world.faults.next(Call.SET_STOP, fault)
        world.price(BTC, 61_050)
        await world.run(25)
        live, (stop,) = world.state(position), stops(world)
        assert isinstance(live, Live)
        assert (stop.quantity, stop.price) == (held(world), live.stop.price)
        assert stop.price > 60_000
        await world.settled()


@in_virtual_time
async def test_nothing_is_left_on_the_book_after_a_close_though_its_cancel_is_refused_for_a_while() -> None:
    async with open_world(attached_stop=False) as world:
        position = await opened(world)
        world.faults.next(Call.CANCEL, Fault.REFUSED, 2)
        await world.front.close(position, "user:42")
        await world.run(20)
        assert isinstance(world.state(position), Over)
        assert stops(world) == ()
        assert world.exchange.working == ()
        sent = len(world.venue.sent)
        await world.run(40)
        assert requests(world, Call.CANCEL) == sum(one.call is Call.CANCEL for one in world.venue.sent[:sent])
        await world.settled()


@in_virtual_time
async def test_the_stop_of_one_trade_never_sells_the_next() -> None:
    """Here a stop outlives its position; a second trade at the same symbol has its own (fault N08)."""
    async with open_world(attached_stop=False) as world:
        first = await opened(world)
        await world.front.close(first, "user:42")
        await world.run(10)
        second = await opened(world)
        assert [stop.tag.partition("-")[0] for stop in stops(world)] == [second]
        await world.settled()


@pytest.mark.parametrize("say", [True, False])
@in_virtual_time
async def test_a_stop_order_that_the_venue_took_away_is_put_back(*, say: bool) -> None:
    async with open_world(attached_stop=False) as world:
        await opened(world)
        world.exchange.drop_stop(BTC, Side.LONG, say=say)
        await world.run(8)
        (stop,) = stops(world)
        assert stop.quantity == held(world)
        await world.settled()


@in_virtual_time
async def test_one_that_fires_into_a_thin_book_is_followed_until_nothing_is_held() -> None:
    async with open_world(attached_stop=False) as world:
        position = await opened(world)
        world.exchange.thin_out(Decimal(500))
        world.price(BTC, 58_900)
        await world.run(3)
        world.exchange.thin_out(None)
        await world.run(20)
        assert held(world) == 0
        assert isinstance(world.state(position), Over)
        assert stops(world) == ()
        await world.settled()


@in_virtual_time
async def test_a_death_between_the_new_stop_and_the_end_of_the_former_one_leaves_one() -> None:
    async with open_world(attached_stop=False) as world:
        await two_targets(world)
        world.price(BTC, 61_050)
        await world.until(lambda: len(stops(world)) == 2, 5)
        await world.restart()
        await world.run(15)
        (stop,) = stops(world)
        assert stop.quantity == held(world)
        await world.settled()


@in_virtual_time
async def test_after_a_death_what_is_left_of_a_closed_trade_is_asked_to_go_every_five_seconds() -> None:
    """Only each round of the reconciler asked (seed two-step-120008)."""
    async with open_world(attached_stop=False) as world:
        position = await opened(world)
        world.faults.next(Call.CANCEL, Fault.REFUSED, 3)
        world.price(BTC, 90_000)
        await world.until(lambda: world.is_state(position, Over), 5)
        await world.restart()
        await world.run(6.5)
        assert stops(world) == ()
        await world.settled()


@in_virtual_time
async def test_after_a_death_so_is_what_is_left_of_a_trade_whose_end_the_account_has_not_heard_of() -> None:
    """A target was left on the book until the second round after the start (seed two-step-210045)."""
    async with open_world(attached_stop=False) as world:
        position = await two_targets(world)
        await world.crash()
        world.price(BTC, 58_900)
        await world.start(Death(2, Edge.AFTER))
        assert "ExitFilled" in await world.told(position)
        assert {order.tag for order in world.exchange.working} == {f"{position}-tp1-0", f"{position}-tp2-0"}
        assert "PositionEnded" not in await world.told(position)
        world.faults.next(Call.CANCEL, Fault.REFUSED, 4)
        await world.restart()
        await world.run(6.5)
        assert world.exchange.working == ()
        await world.settled()
