"""Panic: flat or said why not, through every fault and every death, and proven from the journal alone."""

from __future__ import annotations

import pytest

from core.position import Closing, Over
from core.runtime.proof import PanicProof, standing
from core.views import Doors, Receipt
from core.vocabulary import OrderSide, Side
from tests.core.runtime.test_faults import opened, requests
from tests.sim.calls import D, call
from tests.sim.doors import Death, Edge
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import World, open_world

BY = "command line:0123456789"


async def proof_of(world: World) -> tuple[PanicProof, list[str]]:
    """What somebody who reads the journal from its first line is told."""
    proof = PanicProof(BY)
    said: list[str] = []
    for line in await world.journal.since(0, 100_000):
        said += proof.hear(line)
    return proof, said


async def three(world: World) -> None:
    """Two that hold something and an entry that waits."""
    await opened(world)
    await opened(world, call("ETHUSDT", stop=2_900, targets=(3_100, 3_200)))
    await world.say(call("SOLUSDT", entry=140, stop=130, targets=(160,)))
    await world.run(2)


@in_virtual_time
async def test_on_a_healthy_venue_everything_is_flat_within_five_seconds_and_proven() -> None:
    async with open_world() as world:
        await three(world)
        assert await world.front.panic(BY) is Receipt.DONE
        await world.run(5)
        assert not world.exchange.held
        assert not world.exchange.working
        proof, said = await proof_of(world)
        assert proof.is_done
        assert proof.count == 3
        assert said[0] == "pressed; 3 open, the doors are locked until an admin sends /resume"
        assert sum(" FLAT at " in words for words in said) == 2
        assert "SOLUSDT long: FLAT, its entry never filled" in said
        assert requests(world, Call.EXIT) == 2 + 4, "two closes, and the four targets of before"
        assert world.front.status().doors is Doors.LOCKED


@pytest.mark.parametrize("round_s", range(10))
@in_virtual_time
async def test_what_is_left_after_a_panic_is_told_within_ten_seconds_wherever_the_rounds_are(round_s: int) -> None:
    """He added to ours a moment before: nobody knew of it, so it is not sold, and he is told what is not ours."""
    async with open_world() as world:
        position = await opened(world)
        await world.run(20 - world.clock.monotonic() % 10 + round_s + 0.5)
        await world.exchange.by_hand(BTC, OrderSide.BUY, "0.010")
        await world.run(0.5)
        await world.front.panic(BY)
        await world.run(10)
        assert world.is_state(position, Over)
        assert world.desk.account.untracked == {(BTC, Side.LONG): D("0.010")}


FAULTS = [
    (Call.EXIT, Fault.REFUSED),
    (Call.EXIT, Fault.ANSWER_LOST),
    (Call.EXIT, Fault.REQUEST_LOST),
    (Call.EXIT, Fault.REQUEST_LATE),
    (Call.EXIT, Fault.ACK_THEN_REJECT),
    (Call.EXIT, Fault.ACK_THEN_CANCEL),
    (Call.CANCEL, Fault.REFUSED),
    (Call.CANCEL, Fault.REQUEST_LOST),
    (Call.CANCEL, Fault.ACK_BUT_NOTHING),
]


@pytest.mark.parametrize(("place", "fault"), FAULTS, ids=lambda value: value.name)
def test_panic_gets_through_every_fault_and_keeps_the_stop_until_it_is_flat(place: Call, fault: Fault) -> None:
    @in_virtual_time
    async def story() -> None:
        async with open_world() as world:
            world.oracle.be_patient(60)
            await three(world)
            world.faults.next(place, fault, times=3)
            await world.front.panic(BY)
            for _ in range(120):
                await world.run(0.5)
                assert all(held.stop is not None for held in world.exchange.held)
            assert not world.exchange.held
            assert not world.exchange.working
            proof, _ = await proof_of(world)
            assert proof.is_done
            await world.settled()

    story()


@in_virtual_time
async def test_a_stop_that_is_lost_while_a_close_is_refused_is_armed_again() -> None:
    async with open_world() as world:
        world.oracle.be_patient(60)
        position = await opened(world)
        world.faults.always(Call.EXIT, Fault.REFUSED)
        await world.front.panic(BY)
        await world.run(6)
        (held,) = world.exchange.held
        world.exchange.drop_stop(held.symbol, held.side, say=False)
        await world.run(8)
        (held,) = world.exchange.held
        assert held.stop is not None
        assert world.is_state(position, Closing)
        view = world.front.position(position)
        assert view is not None
        assert view.note, "the proof says what the last answer was"
        proof, _ = await proof_of(world)
        (left,) = proof.left
        assert standing(left).startswith("BTCUSDT long: NOT flat, ")
        world.faults.heal()
        await world.run(15)
        assert not world.exchange.held


@in_virtual_time
async def test_a_panic_during_an_outage_waits_for_the_venue_and_then_closes() -> None:
    async with open_world() as world:
        world.oracle.be_patient(60)
        await three(world)
        world.venue.down(60)
        await world.front.panic(BY)
        await world.run(55)
        proof, _ = await proof_of(world)
        assert len(proof.left) == 3
        await world.run(30)
        assert not world.exchange.held
        assert (await proof_of(world))[0].is_done


@pytest.mark.untraced
def test_a_death_at_any_door_of_a_panic_loses_none_of_it() -> None:
    """The program dies at each journal write and each request in turn, is started again, and all is flat."""

    @in_virtual_time
    async def doors_of() -> tuple[int, int]:
        async with open_world() as world:
            await three(world)
            before = len(world.doors.passed)
            await world.front.panic(BY)
            await world.run(3)
            return before, len(world.doors.passed)

    first, last = doors_of()

    @in_virtual_time
    async def story(number: int, edge: Edge) -> None:
        async with open_world(started=False) as world:
            world.oracle.be_patient(60)
            await world.start(Death(number, edge))
            await three(world)
            pressing = world.desk.roof.spawn("press", press(world))
            await world.run(5)
            pressing.cancel()
            if not world.is_open:
                await world.restart()
            await world.run(20)
            proof, _ = await proof_of(world)
            if proof.pressed_at is not None:
                assert proof.is_done
                assert not world.exchange.held
                assert world.front.status().doors is Doors.LOCKED
            await world.settled()

    for number in range(first + 1, min(last, first + 24) + 1):
        for edge in Edge:
            story(number, edge)


async def press(world: World) -> None:
    await world.front.panic(BY)


@in_virtual_time
async def test_only_those_that_were_open_are_in_the_proof() -> None:
    async with open_world() as world:
        first = await opened(world)
        await world.front.close(first, "user:42")
        await world.until(lambda: world.is_state(first, Over), 10)
        await opened(world, call("ETHUSDT", stop=2_900, targets=(3_100,)))
        await world.front.panic(BY)
        await world.run(5)
        proof, said = await proof_of(world)
        assert proof.count == 1
        assert not [words for words in said if words.startswith("BTCUSDT")]
