"""There is one way to start: after every death, at every door, the same things are true again."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterable, Iterator, Sequence

import pytest
from loguru import logger

from core.events import Choice
from core.position import Live, Over
from core.position.trailing import break_even
from core.views import Doors, Receipt
from core.vocabulary import PositionId, order_tag
from tests.core.runtime.test_faults import THIN, opened, requests
from tests.sim.calls import call
from tests.sim.doors import Death, Edge
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time, play
from tests.sim.market import BTC, ETH
from tests.sim.world import ASKING, World, open_world, rules


@in_virtual_time
async def test_a_restart_with_a_live_position_changes_nothing_at_the_venue() -> None:
    async with open_world() as world:
        position = await opened(world)
        before, book, sent = world.state(position), world.exchange.working, len(world.venue.sent)
        await world.restart()
        await world.run(30)
        assert world.state(position) == before
        assert world.exchange.working == book
        writing = (Call.ENTER, Call.EXIT, Call.SET_STOP, Call.CANCEL)
        assert [s.call for s in world.venue.sent[sent:] if s.call in writing] == []
        await world.settled()


@in_virtual_time
async def test_what_happened_while_the_desk_was_dead_is_booked_with_its_real_fills() -> None:
    async with open_world() as world:
        position = await opened(world)
        await world.crash()
        await world.run(10)
        world.price(BTC, 61_000)
        await world.run(10)
        await world.start()
        await world.run(5)
        live, held = world.state(position), world.exchange.position(BTC)
        assert isinstance(live, Live)
        assert held is not None
        assert live.hits == 1
        assert held.stop == break_even(live)
        await world.crash()
        world.price(BTC, 59_900)
        await world.start()
        await world.run(5)
        over = world.state(position) if position in world.desk.positions else None
        assert over is None or isinstance(over, Over)
        assert not world.desk.account.grants
        assert not world.exchange.held
        await world.settled()


@in_virtual_time
async def test_fills_of_the_dead_time_are_fetched_later_when_the_venue_is_silent_at_the_start() -> None:
    async with open_world() as world:
        position = await opened(world)
        await world.crash()
        await world.run(300)
        world.price(BTC, 58_900)
        await world.run(300)
        world.faults.next(Call.EXECUTIONS, Fault.SILENT)
        await world.start()
        await world.run(60)
        over = world.state(position)
        assert isinstance(over, Over)
        assert over.live is not None
        assert over.live.ledger.fees == sum(fill.fee for fill in world.exchange.file.fills)
        await world.settled()


@in_virtual_time
async def test_a_stream_that_connects_while_lives_are_brought_back_gives_none_of_them_a_second_writer() -> None:
    async with open_world() as world:
        calls = (call(), call("ETHUSDT", stop=2_900, targets=(3_100,)), call("SOLUSDT", stop=140, targets=(160,)))
        positions = [await opened(world, text) for text in calls]
        assert positions != sorted(positions), "both read the journal in one order, and never meet"
        await world.crash()
        world.journal_read_s = 0.5
        world.venue.gap(0)
        await world.start()
        await world.run(5)
        for position in positions:
            assert world.is_state(position, Live)
            assert "PositionReopened" not in await world.told(position)
        await world.settled()


@in_virtual_time
async def test_the_doors_stay_shut_until_the_venue_has_answered() -> None:
    async with open_world() as world:
        await opened(world)
        await world.crash()
        world.venue.down(45)
        await world.begin()
        await world.say(call("ETHUSDT", stop=2_900, targets=(3_100,)))
        await world.run(40)
        assert not world.is_open
        assert requests(world, Call.ENTER) == 1
        await world.until(lambda: world.is_open, 30)
        await world.run(20)
        assert requests(world, Call.ENTER) == 2
        await world.settled()


@in_virtual_time
async def test_a_post_made_while_the_desk_was_dead_gets_its_verdict() -> None:
    async with open_world() as world:
        await world.crash()
        fresh = await world.say(call())
        await world.run(10)
        await world.start()
        await world.until(lambda: world.is_state(fresh, Live), 10)
        await world.crash()
        stale = await world.say(call("ETHUSDT", stop=2_900, targets=(3_100,)))
        await world.run(100)
        await world.start()
        await world.run(5)
        assert (await world.told(stale)) == ["MessageRead", "CallDeclined"]
        await world.settled()


@in_virtual_time
async def test_a_question_survives_a_restart_and_so_does_its_end() -> None:
    async with open_world() as world:
        await world.say(call(), ASKING)
        second = await world.say(call("ETHUSDT", stop=2_900, targets=(3_100,)), ASKING)
        await world.run(1)
        await world.restart()
        first, other = world.front.questions()
        assert await world.front.answer(first.nonce, Choice.APPROVE, "user:42") is Receipt.DONE
        await world.until(lambda: world.is_state(first.position, Live), 10)
        assert other.position == second
        await world.crash()
        await world.run(400)
        await world.start()
        await world.run(1)
        assert not world.front.questions()
        assert (await world.told(second))[-1] == "CallDeclined"


@in_virtual_time
async def test_an_entry_that_waited_through_the_end_of_its_time_is_taken_back_at_the_start() -> None:
    async with open_world(owner_rules=rules(entry_s=300)) as world:
        position = await world.say(call(entry=59_500))
        await world.run(5)
        await world.crash()
        await world.run(400)
        await world.start()
        await world.run(30)
        assert not world.exchange.working
        assert isinstance(world.state(position), Over)


@in_virtual_time
async def test_a_half_filled_entry_is_still_taken_back_in_time_after_a_restart() -> None:
    async with open_world(owner_rules=rules(entry_s=300), terms=THIN) as world:
        position = await world.say(call(entry=59_500))
        await world.run(2)
        world.price(BTC, 59_490)
        await world.run(2)
        world.price(BTC, 60_000)
        await world.restart()
        await world.run(330)
        assert isinstance(world.state(position), Live)
        assert not [order for order in world.exchange.working if "-entry-" in order.tag]
        await world.settled()


# --- panic -----------------------------------------------------------------------------------------


async def panicked(world: World) -> None:
    """Two held positions, two resting entries, and the button."""
    await opened(world)
    await opened(world, call("ETHUSDT", side="SHORT", stop=3_100, targets=(2_900,)))
    await world.say(call("SOLUSDT", entry=149, stop=140, targets=(160,)))
    await world.run(3)
    assert len(world.exchange.held) == 2
    await world.front.panic("user:42")


@in_virtual_time
async def test_panic_closes_and_cancels_everything_within_five_seconds_and_locks_the_doors() -> None:
    async with open_world() as world:
        await panicked(world)
        await world.run(5)
        assert not world.exchange.held
        assert not world.exchange.working
        assert world.front.status().doors is Doors.LOCKED
        late = await world.say(call())
        await world.run(2)
        assert (await world.told(late))[-1] == "CallDeclined"
        assert await world.front.resume("user:42") is Receipt.DONE
        await opened(world)
        await world.settled()


@in_virtual_time
async def test_panic_outlives_a_silent_venue() -> None:
    async with open_world() as world:
        world.venue.gap(0.1)
        await panicked(world)
        world.venue.down(40)
        await world.run(40)
        assert world.exchange.held
        await world.run(30)
        assert not world.exchange.held
        assert not world.exchange.working
        await world.settled()


@in_virtual_time
async def test_panic_outlives_a_silent_venue_and_a_death_in_the_middle() -> None:
    async with open_world() as world:
        await panicked(world)
        world.venue.down(40)
        await world.run(10)
        await world.crash()
        await world.begin()
        await world.run(90)
        assert world.is_open
        assert not world.exchange.held
        assert not world.exchange.working
        assert world.front.status().doors is Doors.LOCKED
        await world.settled()


@in_virtual_time
async def test_panic_is_handed_over_at_the_start_when_it_was_only_written_down() -> None:
    async with open_world() as world:
        await opened(world)
        passed = len(world.doors.passed)
        await world.restart(Death(passed, Edge.AFTER))  # dies somewhere early in its second life, or not at all
        if not world.is_open:
            await world.restart()
        death = asyncio.create_task(world.front.panic("user:42"))
        await world.run(0)
        await world.crash()
        death.cancel()
        await world.start()
        await world.run(10)
        is_locked = world.desk.account.closed is not None
        assert is_locked is (not world.exchange.held)


# --- every door ------------------------------------------------------------------------------------


async def day(world: World, *deaths: Death) -> None:
    """One eventful day: a market call to its target and back, a limit, a question, follow-ups; one death a life."""
    first_death, *later = deaths or (None,)
    killer = asyncio.create_task(undertaker(world, later))
    await world.start(first_death)
    first = await world.say(call())
    await asyncio.sleep(2)
    world.price(BTC, 61_050)
    await asyncio.sleep(5)
    second = await world.say(call("ETHUSDT", entry=2_990, stop=2_900, targets=(3_100, 3_200)))
    await asyncio.sleep(4)
    world.price(ETH, 2_989)
    await asyncio.sleep(4)
    world.price(BTC, 60_000)
    await asyncio.sleep(4)
    third = await world.say(call("SOLUSDT", side="SHORT", stop=160, targets=(140,)), ASKING)
    await pressed(world, third)
    await asyncio.sleep(4)
    await world.say("ETHUSDT close half", reply_to=second)
    await asyncio.sleep(4)
    fourth = await world.say(call(entry=59_000, stop=58_000, targets=(61_000,)))
    await asyncio.sleep(3)
    await world.say("cancel BTCUSDT", reply_to=fourth)
    await asyncio.sleep(60)
    killer.cancel()
    if not world.is_open:
        await world.restart()
        await asyncio.sleep(60)
    assert first not in world.desk.account.grants
    assert fourth not in world.desk.account.grants
    if order_tag(second, "entry", 0) not in world.exchange.taken:
        return  # written down and never sent: such an entry is disproved, not sent late
    half, held = world.state(second), world.exchange.position(ETH)
    assert isinstance(half, Live)
    assert held is not None
    assert abs(held.quantity - half.plan.quantity / 2) <= half.plan.instrument.step, "half was closed twice, or never"


async def undertaker(world: World, deaths: Sequence[Death]) -> None:
    """Restart the desk three seconds after each death."""
    waiting = list(deaths)
    while True:
        await world.doors.died.wait()
        await world.crash()
        await asyncio.sleep(3)
        await world.start(waiting.pop(0) if waiting else None)


async def pressed(world: World, position: PositionId) -> None:
    """A human presses approve as soon as he is asked, and again when nothing came of it."""
    for _ in range(40):
        question = next((q for q in world.front.questions() if q.position == position), None) if world.is_open else None
        if question is not None:
            press = asyncio.create_task(world.front.answer(question.nonce, Choice.APPROVE, "user:42"))
            await asyncio.wait((press,), timeout=1)
            if press.done():
                return
            press.cancel()
        await asyncio.sleep(0.5)


async def lived(*deaths: Death, panic: bool = False, attached_stop: bool = True) -> int:
    """Live that day with these deaths, then look whether all is well; returns how many doors its last life passed."""
    async with open_world(started=False, attached_stop=attached_stop) as world:
        await day(world, *deaths)
        assert world.lives >= 1 + len(deaths), "somebody did not die"
        doors = len(world.doors.passed)
        if panic:
            await world.front.panic("user:42")
            await world.run(30)
            assert not world.exchange.held
            assert not world.exchange.working
        await world.settled()
        return doors


@pytest.fixture
def quiet() -> Iterator[None]:
    logger.disable("core.runtime")
    yield
    logger.enable("core.runtime")


def failures_of(stories: Iterable[tuple[Death, ...]], *, panic: bool = False, attached_stop: bool = True) -> str:
    """Live a day for each list of deaths; one line for each that ended badly."""
    failures = []
    for deaths in stories:
        try:
            play(lived(*deaths, panic=panic, attached_stop=attached_stop))
        except AssertionError as failure:
            names = ", ".join(f"{death.edge} door {death.number}" for death in deaths)
            failures.append(f"dying {names}: {str(failure).splitlines()[0]}")
    return "\n".join(failures)


@pytest.mark.untraced
@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("attached_stop", [True, False], ids=["attach", "two-step"])
def test_death_at_every_door_of_a_day_leaves_no_double_no_orphan_and_no_naked_position(*, attached_stop: bool) -> None:
    doors = play(lived(attached_stop=attached_stop))
    assert doors > 60
    every = ((Death(number, edge),) for number in range(1, doors + 1) for edge in Edge)
    assert not failures_of(every, attached_stop=attached_stop)


@pytest.mark.untraced
@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize(("attached_stop", "pairs"), [(True, 40), (False, 60)], ids=["attach", "two-step"])
def test_a_second_death_in_the_middle_of_recovery_changes_nothing(*, attached_stop: bool, pairs: int) -> None:
    dice = random.Random(1)
    doors = [(dice.randint(1, 60), dice.randint(1, 8)) for _ in range(pairs)]
    both = ((Death(a, dice.choice(list(Edge))), Death(b, dice.choice(list(Edge)))) for a, b in doors)
    assert not failures_of(both, attached_stop=attached_stop)


@pytest.mark.untraced
@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("attached_stop", [True, False], ids=["attach", "two-step"])
def test_panic_closes_everything_after_a_death_at_any_door(*, attached_stop: bool) -> None:
    deaths = ((Death(number, Edge.AFTER),) for number in range(1, 60, 3))
    assert not failures_of(deaths, panic=True, attached_stop=attached_stop)
