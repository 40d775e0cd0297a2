"""The owner's hands on the running desk: what was weighed is what the venue then holds, within the grant."""

from __future__ import annotations

from decimal import Decimal

from core.events import RequestRefused
from core.position import Awaiting, Live, Working
from core.position.protection import present
from core.position.scaling import at_risk
from core.views import AddOffer, StopOffer, StopWish, TargetsOffer, Unfit
from core.vocabulary import PositionId, Price
from tests.builders import must
from tests.core.runtime.test_faults import opened
from tests.sim.calls import D, call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import World, open_world

ME = "user:42"


def live(world: World, position: PositionId) -> Live:
    return must(Live, world.state(position))


def why(found: object) -> str:
    return must(Unfit, found).why


async def stands(world: World, position: PositionId, level: Decimal) -> None:
    """The venue holds the stop there, and we have read it back."""
    await world.until(lambda: isinstance(stop := live(world, position).stop, Working) and stop.price == level)
    assert [held.stop for held in world.exchange.held] == [level]


@in_virtual_time
async def test_a_stop_is_tightened_and_given_its_room_again_across_a_restart() -> None:
    async with open_world() as world:
        position = await opened(world)
        first = present(live(world, position))
        closer = Price(first + 300)
        offer = must(StopOffer, await world.front.hands.tighten(position, StopWish(closer), ME))
        assert (offer.was, offer.price, offer.loosens) == (first, closer, False)
        assert offer.risk_after < offer.risk_before <= offer.grant
        await stands(world, position, closer)
        await world.restart()
        assert "only tightened" in why(await world.front.hands.tighten(position, StopWish(first), ME))
        wider = must(StopOffer, await world.front.hands.weigh_stop(position, StopWish(Price(first + 100))))
        assert wider.loosens
        assert all(check.passed for check in wider.checks)
        done = must(StopOffer, await world.front.hands.loosen(wider, ME))
        assert done.risk_after <= done.grant
        await stands(world, position, Price(first + 100))
        beyond = why(await world.front.hands.weigh_stop(position, StopWish(Price(first - 100))))
        assert f"so {first} is the furthest" in beyond


@in_virtual_time
async def test_a_card_from_before_the_stop_was_moved_does_nothing() -> None:
    async with open_world() as world:
        position = await opened(world)
        first = present(live(world, position))
        await world.front.hands.tighten(position, StopWish(Price(first + 300)), ME)
        await stands(world, position, Price(first + 300))
        old = must(StopOffer, await world.front.hands.weigh_stop(position, StopWish(Price(first + 100))))
        await world.front.hands.tighten(position, StopWish(Price(first + 400)), ME)
        assert "the trade has changed since it was weighed" in why(await world.front.hands.loosen(old, ME))
        await stands(world, position, Price(first + 400))


@in_virtual_time
async def test_what_was_closed_may_be_added_again_within_the_grant_and_only_with_open_doors() -> None:
    async with open_world() as world:
        position = await opened(world)
        assert "no room" in why(await world.front.hands.weigh_addition(position, D(1)))
        await world.front.close(position, ME, D("0.5"))
        await world.until(lambda: live(world, position).parting is None)
        half = live(world, position).ledger.held
        await world.front.pause(ME)
        assert "the doors are shut: paused by user:42" in why(await world.front.hands.add(position, D(1), ME))
        await world.front.resume(ME)
        offer = must(AddOffer, await world.front.hands.weigh_addition(position, D("0.25")))
        assert live(world, position).ledger.held == half, "weighing does nothing"
        done = must(AddOffer, await world.front.hands.add(position, D("0.25"), ME))
        assert done == offer
        await world.until(lambda: live(world, position).ledger.held > half)
        state = live(world, position)
        assert state.ledger.held == half + done.quantity
        assert at_risk(state, present(state)) <= done.risk_after <= done.grant
        await world.run(30)
        await world.settled()


@in_virtual_time
async def test_targets_are_exchanged_on_the_book() -> None:
    async with open_world() as world:
        position = await opened(world)
        await world.until(lambda: live(world, position).working_rungs)
        entry = live(world, position).ledger.entry
        assert "at least one" in why(await world.front.hands.retarget(position, (), ME))
        assert "reached already" in why(await world.front.hands.retarget(position, (Price(entry - 5000),), ME))
        wanted = (Price(D(63_000)), Price(D(64_000)), Price(D(64_000)))
        offer = must(TargetsOffer, await world.front.hands.retarget(position, wanted, ME))
        assert [one.price for one in offer.targets] == [63_000, 64_000]
        await world.until(lambda: [rung.price for rung in live(world, position).working_rungs] == [63_000, 64_000])
        await world.run(10)
        await world.settled()


@in_virtual_time
async def test_what_is_over_or_never_was_is_not_changed() -> None:
    async with open_world() as world:
        nobody, hands = PositionId("nobody"), world.front.hands
        for found in (
            await hands.tighten(nobody, StopWish(), ME),
            await hands.retarget(nobody, (Price(D(1)),), ME),
            await hands.add(nobody, D(1), ME),
        ):
            assert why(found) == "there is no such trade (any more)"
        position = await opened(world)
        await world.front.close(position, ME)
        assert "on its way out" in why(await hands.tighten(position, StopWish(), ME))
        assert "on its way out" in why(await hands.add(position, D(1), ME))
        assert "on its way out" in why(await hands.retarget(position, (Price(D(63_000)),), ME))
        await world.run(10)
        lines = [line.body for line in await world.journal.about(position)]
        assert not any(isinstance(line, RequestRefused) for line in lines), "refused at the door, not in the trade"


@in_virtual_time
async def test_a_stop_beyond_the_price_is_refused_before_it_could_end_the_trade() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.price(BTC, 60_200)
        await world.run(1)
        mark = world.desk.watch.quotes[BTC].mark
        assert "would end it at once" in why(await world.front.hands.tighten(position, StopWish(Price(mark + 10)), ME))
        assert isinstance(world.state(position), Live)


@in_virtual_time
async def test_nothing_is_moved_or_added_before_something_is_held_but_targets_may_be_exchanged() -> None:
    async with open_world() as world:
        position = await world.say(call(entry=59_500, stop=58_500))
        await world.until(lambda: world.is_state(position, Awaiting))
        hands = world.front.hands
        assert "nothing is held of it yet" in why(await hands.tighten(position, StopWish(), ME))
        assert "nothing is held of it yet" in why(await hands.add(position, D(1), ME))
        offer = must(TargetsOffer, await hands.retarget(position, (Price(D(63_000)),), ME))
        assert [one.price for one in offer.targets] == [63_000]
        assert [target.price for target in world.state(position).plan.targets] == [63_000]


@in_virtual_time
async def test_a_part_is_weighed_as_the_venue_will_take_it_and_a_dust_of_it_is_refused_in_numbers() -> None:
    async with open_world() as world:
        position = await opened(world)
        held = live(world, position).ledger.held
        step = live(world, position).plan.instrument.step
        assert world.front.hands.weigh_part(position, D(1)) == held
        half = world.front.hands.weigh_part(position, D("0.5"))
        assert half == held / 2 // step * step
        assert f"in steps of {step}" in why(world.front.hands.weigh_part(position, step / held / 2))
        await world.front.close(position, ME, D("0.5"))
        assert "on its way out" in why(world.front.hands.weigh_part(position, D("0.5")))
        await world.until(lambda: live(world, position).parting is None)
        assert live(world, position).ledger.held == held - held / 2 // step * step
        assert "no such trade" in why(world.front.hands.weigh_part(PositionId("nobody"), D("0.5")))
