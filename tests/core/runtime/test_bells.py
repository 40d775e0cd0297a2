"""A position has one bell, the earliest it asked for: however often it asks, it is not woken more often."""

from __future__ import annotations

from datetime import timedelta

from core.commands import LookUp, WakeAt
from core.events import PositionFact, ReviewDue
from core.runtime.effects import Effects
from core.vocabulary import PositionId
from tests.sim.loop import BEGINNING, in_virtual_time
from tests.sim.world import World, open_world

ME, OTHER = PositionId("abcdefghij"), PositionId("klmnopqrst")


def ringing(world: World, heard: list[PositionFact]) -> Effects:
    async def nothing() -> None:
        return None

    def never(look: LookUp) -> None:
        raise AssertionError(f"nobody asked to look up {look.tag}")

    return Effects(world.venue, world.clock, heard.append, nothing, never, {})


def wake(second: float, position: PositionId = ME) -> WakeAt:
    return WakeAt(position, BEGINNING + timedelta(seconds=second))


@in_virtual_time
async def test_the_earliest_bell_rings_once_and_the_later_ones_are_asked_for_anew() -> None:
    heard: list[PositionFact] = []
    async with open_world() as world:
        effects = ringing(world, heard)
        for second in (500, 30, 70, 30, 86_400):
            await effects.perform(wake(second))
        await world.run(1000)
        assert heard == [ReviewDue(ME, wake(30).at)]
        await effects.perform(wake(2000))
        await world.run(2000)
        assert [fact.at for fact in heard] == [wake(30).at, wake(2000).at]


@in_virtual_time
async def test_every_position_has_a_bell_of_its_own_and_the_past_rings_at_once() -> None:
    heard: list[PositionFact] = []
    async with open_world() as world:
        await world.run(10)
        effects = ringing(world, heard)
        await effects.perform(wake(5))
        await effects.perform(wake(20, OTHER))
        await world.run(0.1)
        assert [fact.position for fact in heard] == [ME]
        assert heard[0].at >= wake(10).at
        await world.run(20)
        assert [fact.position for fact in heard] == [ME, OTHER]


@in_virtual_time
async def test_a_wait_is_no_longer_for_a_clock_that_was_set_back() -> None:
    heard: list[PositionFact] = []
    async with open_world() as world:
        effects = ringing(world, heard)
        world.clock.skew = timedelta(hours=-1)
        await effects.perform(WakeAt(ME, wake(3).at, 3))
        await world.run(4)
        assert [fact.at for fact in heard] == [wake(3).at]


@in_virtual_time
async def test_no_bell_rings_after_the_end() -> None:
    heard: list[PositionFact] = []
    async with open_world() as world:
        effects = ringing(world, heard)
        await effects.perform(wake(5))
        effects.close()
        await world.run(60)
        assert not heard
