"""The auditor sees a trail that was passed and that nobody carries out, and refused stops that come as a storm."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from decimal import Decimal

import pytest

from core.position import deciding, evolving, guarding, protection
from core.strategies import Protection, Trail
from tests.sim.bugs import Patch
from tests.sim.calls import call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import open_world, rules

TRAILING = rules(protection=Protection(None, Trail(0, Decimal("0.5"))))


def forgotten(patch: Patch) -> None:
    """A trail that was passed is not carried out."""
    patch.put(deciding, "carry_out", lambda _live, _at, _seen: ())


def hammered(patch: Patch) -> None:
    """Nor is it waited for: each price asks for the stop again, however often it was refused."""
    forgotten(patch)
    for room in (evolving, guarding):
        patch.around(room, "may_move_at", lambda was: lambda live, at: was(replace(live, refusals=0), at))
    patch.around(protection, "better_stop", lambda was: lambda live, _seen=None: was(live))


async def spike() -> None:
    """Best 61000, and 60400 a moment later: the stop at 60695 is refused."""
    async with open_world(owner_rules=TRAILING) as world:
        await world.say(call(targets=(66000,)))
        await world.run(10)
        world.price(BTC, 61_000)
        await world.run(0.001)
        for tick in range(30):
            world.price(BTC, 60_400 + tick % 2)
            await world.run(2)


@pytest.mark.parametrize(("bug", "invariant"), [(forgotten, "I7"), (hammered, "I23")])
@in_virtual_time
async def test_a_trail_that_is_not_carried_out_is_found(bug: Callable[[Patch], None], invariant: str) -> None:
    with ExitStack() as planted:
        bug(Patch(planted))
        with pytest.raises(AssertionError, match=f"{invariant} at "):
            await spike()


@in_virtual_time
async def test_one_that_is_carried_out_is_no_finding() -> None:
    await spike()
