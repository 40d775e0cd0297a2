"""What the desk believes is gathered once, and anew as soon as a position has moved."""

from __future__ import annotations

from core.position import Live, Over
from tests.core.runtime.test_faults import opened
from tests.sim.calls import call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import World, open_world


def is_true(world: World) -> bool:
    """Is what was gathered what every position is now?"""
    believed = world.desk.believed
    states = {id_: actor.state for id_, actor in world.desk.positions.items() if actor.state is not None}
    held = [state for state in states.values() if isinstance(state, Live) and state.ledger.held]
    return believed.states == states and [*believed.lives] == held and believed.is_guarded is bool(held)


@in_virtual_time
async def test_what_is_believed_is_the_very_same_until_a_position_moves() -> None:
    async with open_world() as world:
        position = await opened(world)
        await world.run(20)
        quiet = world.desk.believed
        await world.run(20)
        assert world.desk.believed is quiet
        world.price(BTC, 61_050)
        await world.run(2)
        assert world.desk.believed is not quiet
        assert is_true(world)
        assert world.desk.believed.lives[0].plan.position == position


@in_virtual_time
async def test_it_follows_a_position_from_its_birth_to_the_hour_when_it_is_let_go() -> None:
    async with open_world() as world:
        assert is_true(world)
        position = await world.say(call())
        for _ in range(50):
            await world.run(0.02)
            assert is_true(world)
        world.price(BTC, 58_000)
        await world.run(5)
        assert isinstance(world.desk.believed.states[position], Over)
        assert is_true(world)
        await world.run(3700)
        assert position not in world.desk.believed.states
        assert is_true(world)


@in_virtual_time
async def test_a_position_that_fails_is_believed_to_hold_what_it_held() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.desk._position_failed(world.desk.last[position][0], RuntimeError("ours"))  # type: ignore[arg-type]
        await world.run(1)
        assert not world.desk.believed.lives
        assert world.desk.believed.is_guarded
