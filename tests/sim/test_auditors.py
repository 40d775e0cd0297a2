"""What the auditors see that no ordinary story shows them, and that what is sound is no finding."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import timedelta
from decimal import Decimal

import pytest

from core.events import PositionPlanned, PriceReached, RangeMeasured, StopMoveDecided
from core.runtime.desk import TradingDesk
from core.strategies import Protection, Trail, TrailKind
from tests.builders import CALL, a_plan, at, filled, price
from tests.sim.bugs import Bug, Patch, every_bug, hunt, story_of
from tests.sim.calls import call
from tests.sim.loop import BEGINNING, in_virtual_time
from tests.sim.market import BTC
from tests.sim.minutes import Minutes
from tests.sim.telling import tell
from tests.sim.trails import TRAIL, Trails
from tests.sim.world import open_world

BUGS = {bug.id: bug for bug in every_bug()}
Tale = Callable[[], Awaitable[None]]


async def a_key_refused_at_the_fill() -> None:
    """The entry comes with its stop, and for a while nobody may read it back."""
    async with open_world() as world:
        await world.say(call(entry=59_900))
        await world.run(1)
        world.venue.deny(30, "10003")
        world.price(BTC, 59_800)
        await world.run(60)


async def a_trade_with_targets() -> None:
    async with open_world() as world:
        await world.say(call())
        await world.run(5)


@pytest.mark.parametrize(
    ("bug", "invariant", "tale"),
    [
        ("a refused key is a no to the stop", "I9", a_key_refused_at_the_fill),
        ("exits are not reduce-only", "I4", a_trade_with_targets),
    ],
)
@in_virtual_time
async def test_what_is_planted_is_a_finding_and_nothing_is_without_it(bug: str, invariant: str, tale: Tale) -> None:
    await tale()
    with ExitStack() as planted:
        BUGS[bug].plant(Patch(planted))
        with pytest.raises(AssertionError, match=f"{invariant} at "):
            await tale()


@pytest.mark.parametrize(("stop", "is_near"), [(97, False), ("97.5", True)])
@in_virtual_time
async def test_a_trail_of_true_ranges_is_no_nearer_than_as_many_as_were_asked_for(stop: str, is_near: bool) -> None:
    async with open_world() as world:
        found: list[str] = []
        trails = Trails(world.exchange, lambda invariant, _what: found.append(invariant))
        trails.hear(PositionPlanned(CALL, at(0), a_plan(protection=Protection(None, Trail(0, kind=TrailKind.ATR)))))
        trails.hear(filled(10))
        trails.hear(RangeMeasured(CALL, at(1), price(1)))
        trails.hear(StopMoveDecided(CALL, at(2), price(stop), "rule:protection", f"{TRAIL}atr, best price 100"))
        assert found == (["I7"] if is_near else [])


@in_virtual_time
async def test_a_trade_is_told_of_no_price_that_was_left_before_it_began() -> None:
    async with open_world() as world:
        found: list[str] = []
        trails = Trails(world.exchange, lambda invariant, _what: found.append(invariant))
        world.price(BTC, 60_500)
        await world.run(5)
        world.price(BTC, 60_000)
        await world.run(5)
        trails.hear(PositionPlanned(CALL, at(0), a_plan()))
        trails.hear(PriceReached(CALL, at(1), price(60_000)))
        assert not found
        trails.hear(PriceReached(CALL, at(1), price(60_500)))
        assert found == ["I7"]


def test_a_range_is_held_against_what_the_market_did_in_its_last_minutes() -> None:
    minutes = Minutes()
    for second in range(0, 600, 5):
        minutes.trade(BEGINNING + timedelta(seconds=second), Decimal(100 + second // 5 % 2 * 4))
    least, most = minutes.average()
    assert least < 4 < most
    assert not least <= Decimal(4) / 3 <= most, "of a part of each minute"
    assert not least <= 4 * 5 <= most, "the sum of five"
    assert Minutes().average() == (Decimal(0), Decimal("Infinity"))


def test_what_a_story_breaks_without_the_bug_as_well_does_not_count_as_found() -> None:
    harmless = Bug("harmless", "nowhere", "I4", lambda _patch: None)
    with ExitStack() as planted:
        BUGS["exits are not reduce-only"].plant(Patch(planted))
        assert [breach.invariant for breach in tell(story_of(harmless, 1, 0.2)).breaches] == ["I4"]
        assert not hunt(harmless, seeds=1, hours=0.2).seeds


def test_a_bug_cannot_be_planted_where_nobody_would_wait_for_it() -> None:
    with ExitStack() as planted, pytest.raises(TypeError, match="has changed since this bug was planted"):
        Patch(planted).put(TradingDesk, "_position_done", TradingDesk.tell)
