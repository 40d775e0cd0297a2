"""The auditor sees a trail that was passed and that nobody carries out, and refused stops that come as a storm."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from decimal import Decimal

import pytest

from core.commands import MoveStop
from core.events import OrderAccepted, OrderRefused, PositionPlanned, RangeMeasured, StopMoveDecided
from core.orders import OpenPosition
from core.position import deciding, evolving, guarding, protection
from core.strategies import Protection, Trail, TrailKind
from tests.builders import CALL, a_plan, at, filled, money, price, quantity, tag
from tests.sim.bugs import Patch
from tests.sim.calls import call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.trails import TRAIL, Trails
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


@pytest.mark.parametrize(("kind", "is_owed"), [(TrailKind.ATR, False), (TrailKind.STEP, True)])
@in_virtual_time
async def test_what_never_stood_is_not_owed_once_its_distance_was_measured_anew(kind: TrailKind, is_owed: bool) -> None:
    """Nor is it after a stop of another size was taken where the former one stood (seed two-step-160230)."""
    async with open_world() as world:
        trails, found = Trails(world.exchange, lambda *breach: found.append(breach)), list[tuple[str, str]]()
        plan = a_plan(protection=Protection(None, Trail(0, Decimal(1), kind)))
        trails.hear(PositionPlanned(CALL, at(0), plan))
        trails.hear(filled(10))
        moves = (("tighter", "rule:protection", 99), ("resized", "rule:guard", 95), ("wider", "rule:protection", 98))
        for number, (why, by, stop) in enumerate(moves, 1):
            by_trail = f"{TRAIL}{why}" if by == "rule:protection" else why
            trails.hear(StopMoveDecided(CALL, at(number), price(stop), by, by_trail))
            name = tag("stop", number)
            trails.hear(MoveStop(CALL, name, BTC, plan.side, price(stop), quantity(10)))
            if why == "tighter":
                trails.hear(OrderRefused(CALL, at(number), name, "10003", "the key is invalid"))
            else:
                trails.hear(OrderAccepted(CALL, at(number), name))
        held = OpenPosition(BTC, plan.side, quantity(10), price(100), price(100), price(98), money(0), None)
        assert bool(trails.lagging({(BTC, plan.side): held})) is is_owed


@pytest.mark.parametrize("is_told_first", [True, False])
@pytest.mark.parametrize(("measured", "is_owed"), [("1", False), ("0.5", True)])
@in_virtual_time
async def test_a_trail_that_never_stood_is_owed_as_far_off_as_its_range_is_by_now(
    measured: str, is_owed: bool, is_told_first: bool
) -> None:
    """The range widens while a move is refused, and break-even is tighter than the trail by then (attach-200936)."""
    async with open_world() as world:
        trails, found = Trails(world.exchange, lambda *breach: found.append(breach)), list[tuple[str, str]]()
        plan = a_plan(protection=Protection(1, Trail(0, kind=TrailKind.ATR)))
        trails.hear(PositionPlanned(CALL, at(0), plan))
        trails.hear(filled(10))
        trails.hear(RangeMeasured(CALL, at(1), price("0.2")))
        widened, refused, even = RangeMeasured(CALL, at(2), price(measured)), tag("stop", 1), tag("stop", 2)
        trails.hear(StopMoveDecided(CALL, at(2), price("99.4"), "rule:protection", f"{TRAIL}atr, best price 100"))
        trails.hear(MoveStop(CALL, refused, BTC, plan.side, price("99.4"), None))
        no = OrderRefused(CALL, at(2), refused, "10003", "the key is invalid")
        for heard in (widened, no) if is_told_first else (no, widened):
            trails.hear(heard)
        trails.hear(StopMoveDecided(CALL, at(5), price(98), "rule:protection", "target 1 hit: stop to the entry"))
        trails.hear(MoveStop(CALL, even, BTC, plan.side, price(98), None))
        trails.hear(OrderAccepted(CALL, at(5), even))
        held = OpenPosition(BTC, plan.side, quantity(10), price(100), price(100), price(98), money(0), None)
        assert bool(trails.lagging({(BTC, plan.side): held})) is is_owed
