"""A position that our own code failed on keeps its stop: put back by the guard, outside the life that failed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.errors import ImpossibleFact
from core.events import CloseAsked, ExitFilled, PositionAdopted, Quarantined
from core.orders import Answer
from core.position import Awaiting, Closing, Over, Parked, evolve
from core.records import replace
from core.views import Receipt, StopWish, Unfit
from core.vocabulary import PositionId, Price, Side
from tests.builders import must
from tests.core.runtime.test_faults import opened, requests
from tests.sim.calls import call
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.wire import WRITES
from tests.sim.world import World, open_world


async def parked(world: World) -> PositionId:
    position = await opened(world)
    await world.run(5)
    world.desk.post(Quarantined(position, world.desk.parts.clock.now(), "a bug of ours"))
    await world.run(1)
    assert isinstance(world.state(position), Parked)
    return position


def stop(world: World) -> Decimal | None:
    held = world.exchange.position(BTC)
    assert held is not None
    return held.stop


@in_virtual_time
async def test_a_quarantined_position_that_loses_its_stop_gets_the_last_one_back() -> None:
    async with open_world() as world:
        await parked(world)
        before, asked = stop(world), requests(world, Call.SET_STOP)
        assert before is not None
        world.exchange.drop_stop(BTC, Side.LONG, say=True)
        await world.run(5)
        assert stop(world) == before
        await world.run(60)
        assert requests(world, Call.SET_STOP) == asked + 1


@in_virtual_time
async def test_it_is_put_back_after_a_restart_too_and_asked_again_at_a_bounded_rate_where_it_is_refused() -> None:
    async with open_world() as world:
        world.oracle.be_patient(120)
        await parked(world)
        before, asked = stop(world), requests(world, Call.SET_STOP)
        world.faults.always(Call.SET_STOP, Fault.REFUSED)
        world.exchange.drop_stop(BTC, Side.LONG, say=False)
        await world.restart()
        await world.run(60)
        assert 2 <= requests(world, Call.SET_STOP) - asked <= 60 / 2
        world.faults.heal()
        await world.run(15)
        assert stop(world) == before


@pytest.mark.parametrize("notional", [None, Decimal(300)])
@in_virtual_time
async def test_one_whose_price_is_past_the_stop_that_was_lost_is_sold_until_nothing_is_held(
    notional: Decimal | None,
) -> None:
    """No venue takes such a stop (fault B24): it was asked for again every three seconds, for ever."""
    async with open_world() as world:
        world.oracle.be_patient(120)
        position = await parked(world)
        world.exchange.thin_out(notional)
        world.exchange.drop_stop(BTC, Side.LONG, say=False)
        world.price(BTC, 58_900)
        await world.run(5)
        world.exchange.thin_out(None)
        await world.run(10)
        assert world.exchange.position(BTC) is None
        sent = len(world.venue.sent)
        await world.run(60)
        writes = [one for one in world.venue.sent[sent:] if one.call in WRITES]
        assert writes == []
        assert isinstance(world.state(position), Parked)


@in_virtual_time
async def test_a_close_after_the_guard_has_sold_it_books_each_fill_once_and_ends_the_trade() -> None:
    """The fill was written down for the quarantined position, and again once it was closed."""
    async with open_world() as world:
        world.oracle.be_patient(120)
        position = await parked(world)
        world.exchange.drop_stop(BTC, Side.LONG, say=False)
        world.price(BTC, 58_900)
        await world.run(120)
        assert world.exchange.position(BTC) is None
        await world.front.close(position, "user:42")
        await world.run(30)
        over = world.state(position)
        assert isinstance(over, Over)
        assert over.live is not None
        assert over.live.ledger.fees == sum(fill.fee for fill in world.exchange.file.fills)
        lines = [line.body for line in await world.journal.about(position)]
        fills = [fact.execution for fact in lines if isinstance(fact, ExitFilled)]
        assert len(fills) == len(set(fills)) > 0
        assert position not in world.desk.account.grants


@in_virtual_time
async def test_a_close_that_our_own_failure_broke_off_is_carried_out_when_the_owner_asks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It was on its way out again, with nothing sent and nobody to look: for ever, and a third tap did nothing."""
    async with open_world() as world:
        world.oracle.be_patient(60)
        position = await opened(world)
        with monkeypatch.context() as patched:
            patched.setattr(world.venue, "exit", broken)
            await world.front.close(position, "user:42")
            await world.run(30)
        assert isinstance(must(Parked, world.state(position)).last, Closing)
        assert await world.front.close(position, "user:42") is Receipt.DONE
        await world.until(lambda: world.is_state(position, Over), 20)
        assert world.exchange.position(BTC) is None
        await world.run(20)
        await world.settled()


async def broken(_order: object) -> Answer:
    raise RuntimeError("an adapter's bug")


@in_virtual_time
async def test_a_panic_from_the_command_line_is_gone_on_with_after_a_restart_where_our_own_failure_broke_it_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with open_world() as world:
        world.oracle.be_patient(60)
        position = await opened(world)
        with monkeypatch.context() as patched:
            patched.setattr(world.venue, "exit", broken)
            await world.front.panic("command line:0123456789")
            await world.run(5)
        assert isinstance(world.state(position), Parked)
        await world.restart()
        await world.until(lambda: world.exchange.position(BTC) is None, 20)
        await world.run(20)
        await world.settled()


@in_virtual_time
async def test_an_entry_that_filled_while_it_was_quarantined_is_closed_when_the_owner_asks() -> None:
    async with open_world() as world:
        world.oracle.be_patient(60)
        position = await world.say(call(entry=59_500))
        await world.until(lambda: world.is_state(position, Awaiting), 20)
        world.desk.post(Quarantined(position, world.desk.parts.clock.now(), "a bug of ours"))
        await world.run(1)
        world.price(BTC, 59_400)
        await world.run(5)
        assert must(Parked, world.state(position)).fills
        assert await world.front.close(position, "user:42") is Receipt.DONE
        await world.until(lambda: world.is_state(position, Over), 20)
        assert world.exchange.position(BTC) is None
        await world.run(20)
        await world.settled()


@in_virtual_time
async def test_what_is_quarantined_is_not_said_to_be_over_and_its_owner_is_told_what_he_can_do() -> None:
    async with open_world() as world:
        position, hands = await parked(world), world.front.hands
        said = (
            hands.weigh_part(position, Decimal("0.5")),
            await hands.tighten(position, StopWish(), "user:42"),
            await hands.retarget(position, (Price(Decimal(63_000)),), "user:42"),
            await hands.add(position, Decimal(1), "user:42"),
        )
        assert all("our own program failed on it" in must(Unfit, each).why for each in said)
        assert all("/close closes all of it" in must(Unfit, each).why for each in said)


@in_virtual_time
async def test_a_fill_that_cannot_be_booked_does_not_keep_the_owner_from_closing() -> None:
    async with open_world() as world:
        position = await parked(world)
        state = world.state(position)
        impossible = PositionAdopted(position, world.clock.now(), state.plan)
        broken = replace(must(Parked, state), fills=(impossible,))  # type: ignore[arg-type]
        with pytest.raises(ImpossibleFact):
            evolve(broken, CloseAsked(position, world.clock.now(), "user:42"))
        again = evolve(broken, Quarantined(position, world.clock.now(), "it failed again"))
        assert isinstance(evolve(again, CloseAsked(position, world.clock.now(), "user:42")), Closing)
