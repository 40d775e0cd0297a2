"""Stops that are orders of their own, read from the venue: what they cover, and those that nobody waits for."""

from __future__ import annotations

from dataclasses import replace

from core.covering import guarded
from core.events import OrderAccepted, OrderRefused, Quarantined, StopConfirmed
from core.orders import Observation, OpenPosition, StandingStop
from core.plans import Handling
from core.position import Live, Over, Position
from core.reconcile import Comparison, compare
from core.vocabulary import OrderTag, Side
from tests.builders import (
    CALL,
    a_holding,
    a_plan,
    after,
    an_observation,
    at,
    filled,
    left,
    live_through,
    must,
    price,
    quantity,
    stands,
    tag,
)

PLAN = replace(a_plan(targets=(105,)), handling=Handling(attached_stop=False, stop_is_order=True))
TAKEN = OrderAccepted(CALL, at(1.1), tag("stop", 1))


def held() -> Live:
    return must(Live, after(filled(10), TAKEN, stands(95, 10, 1.2), plan=PLAN))


def over() -> Over:
    return must(Over, live_through(held(), left(10, when=20))[0])


def shown(*stops: StandingStop, amount: int = 10, when: float = 100) -> Observation:
    holdings: tuple[OpenPosition, ...] = (guarded(a_holding(amount, None), stops),) if amount else ()
    return replace(an_observation(*holdings, when=when), stops=stops)


def stop(number: int = 1, amount: int = 10, where: int = 95, named: OrderTag | None = None) -> StandingStop:
    return StandingStop(named or tag("stop", number), PLAN.symbol, Side.LONG, quantity(amount), price(where))


def look(position: Position, seen: Observation, earlier: Comparison | None = None) -> Comparison:
    return compare({CALL: position}, seen, earlier.suspicions if earlier is not None else frozenset())


def test_a_stop_as_large_as_what_is_held_is_no_news() -> None:
    found = look(held(), shown(stop()))
    assert (found.facts, found.orphans) == ((), ())


def test_one_that_covers_a_part_is_told_with_the_part() -> None:
    assert look(held(), shown(stop(amount=4))).facts == (StopConfirmed(CALL, at(100), price(95), quantity(4)),)


def test_the_stop_of_what_is_over_is_swept() -> None:
    assert look(over(), shown(stop(), amount=0)).orphans == ((PLAN.symbol, tag("stop", 1)),)


def test_so_is_one_that_was_taken_for_gone_and_came_on_the_book_late() -> None:
    late = live_through(held(), OrderRefused(CALL, at(30), tag("stop", 2), "absent", "it never reached the venue"))[0]
    assert look(late, shown(stop(), stop(2))).orphans == ((PLAN.symbol, tag("stop", 2)),)


def test_a_stop_of_the_owners_own_is_not_touched() -> None:
    assert look(held(), shown(stop(), stop(named=OrderTag("venue-7"), where=96))).orphans == ()


def test_what_is_left_of_something_quarantined_is_swept_once_nothing_was_held_for_long_enough() -> None:
    parked = live_through(held(), Quarantined(CALL, at(9), "bug"))[0]
    assert look(parked, shown(stop())).orphans == ()
    first = look(parked, shown(stop(), amount=0, when=100))
    soon = look(parked, shown(stop(), amount=0, when=103), first)
    late = look(parked, shown(stop(), amount=0, when=107), soon)
    assert (first.orphans, soon.orphans) == ((), ())
    assert late.orphans == ((PLAN.symbol, tag("stop", 1)),)
