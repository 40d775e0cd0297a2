"""Targets that no order stands for: their price says that they were reached, and moves the stop all the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from core.commands import CancelOrder, MoveStop
from core.events import EntriesReleased, ExitCause, OrderEnded, PositionFact, ReviewDue
from core.plans import Plan, Target
from core.position import Live, Position
from core.position.listening import levels
from core.strategies import Protection, Split, Trail, TrailKind, shares
from tests.builders import (
    CALL,
    a_ladder,
    a_live,
    a_plan,
    after,
    an_instrument,
    at,
    filled,
    left,
    live_through,
    must,
    of,
    only,
    price,
    quantity,
    reached,
    row,
    stands,
    tag,
)


def taken(number: int, amount: str | int, at_price: int, when: float = 20) -> PositionFact:
    return left(amount, when=when, by=tag(f"tp{number}"), cause=ExitCause.TARGET, at_price=at_price)


def too_small(**changes: object) -> Plan:
    """Two of a coin that is sold in ones, for four targets: the last two have no order."""
    plan = a_plan(size=2, targets=(101, 102, 103, 104), instrument=an_instrument(quantity_min=quantity(1)))
    quarter = Decimal("0.2")
    return replace(plan, targets=tuple(Target(t.price, quarter) for t in plan.targets), **changes)  # type: ignore[arg-type]


def test_a_target_too_small_for_an_order_is_reached_by_its_price() -> None:
    live = a_live(too_small(protection=Protection(2)))
    assert [row(rung.index, rung.quantity) for rung in live.rungs] == [(0, Decimal("1.6"))]
    first = live_through(live, taken(1, "1.6", 101), stands(95, "0.4", when=21))[0]
    assert row(must(Live, first).hits, levels(first).above) == (1, 102)
    second, answer = live_through(first, reached(102, 30))
    assert must(Live, second).hits == 2
    assert only(MoveStop, answer).price == Decimal("100.2")
    assert must(Live, live_through(second, reached(100, 31))[0]).hits == 2


def test_a_trail_after_a_target_without_an_order_comes() -> None:
    live = a_live(too_small(protection=Protection(None, Trail(3, Decimal(1)))))
    state = live_through(live, taken(1, "1.6", 101), stands(95, "0.4", when=21), reached(102, 30))[0]
    assert only(MoveStop, live_through(state, reached(103, 31))[1]).price == Decimal("101.9")


def test_a_target_that_the_venue_cancelled_is_reached_by_its_price() -> None:
    cancelled = OrderEnded(CALL, at(15), tag("tp1"), quantity(0), "cancelled by the venue")
    state = a_live(a_plan(targets=(105, 110)), cancelled)
    assert row(state.hits, levels(state).above) == (0, 105)
    reached_, answer = live_through(state, reached(105))
    assert must(Live, reached_).hits == 1
    assert only(MoveStop, answer).price == Decimal("100.2")


def test_a_target_is_not_reached_by_its_price_while_its_order_stands() -> None:
    state = live_through(a_live(a_plan(targets=(105, 110))), reached("105.5"))[0]
    assert must(Live, state).hits == 0


def test_a_target_is_not_reached_before_the_targets_were_cut() -> None:
    growing = after(filled(4), stands(95, 4), reached(106), plan=a_plan(targets=(105, 110)))
    assert must(Live, growing).hits == 0


# --- the rest of the entry --------------------------------------------------------------------


def sniper() -> Position:
    """One of three entries has filled; everything is sold at the second target, the first only counts."""
    goals = tuple(Target(price(p), share) for p, share in zip((105, 110), shares(Split.SNIPER, 2), strict=True))
    plan = replace(a_ladder(100, 98, 96), targets=goals, protection=Protection(None))
    return after(filled(5), stands(95, 5), plan=plan)


def test_a_target_reached_by_its_price_gives_the_rest_of_the_entry_up() -> None:
    touched, answer = live_through(sniper(), reached(105))
    assert [order.tag for order in of(CancelOrder, answer)] == [tag("entry2"), tag("entry3")]
    assert all(leg.unwanted for leg in must(Live, touched).entering.resting)
    assert of(CancelOrder, live_through(touched, reached("105.5", 21))[1]) == []
    again = live_through(touched, ReviewDue(CALL, at(26)))[1]  # the cancels may have been lost
    assert [order.tag for order in of(CancelOrder, again)] == [tag("entry2"), tag("entry3")]


def test_entries_that_wait_for_a_turn_are_never_sent_after_a_target_was_reached() -> None:
    plan = must(Live, sniper()).plan
    waits = replace(plan, entries=replace(plan.entries, active_max=1))
    state = after(filled(5, leg="entry"), stands(95, 5), reached(105), plan=waits)
    ended = OrderEnded(CALL, at(30), tag("entry2"), quantity(0), "cancelled")
    assert of(EntriesReleased, live_through(state, ended)[1]) == []
    assert must(Live, state).entering.waiting == ()


def test_a_trail_of_targets_counts_what_the_price_reached() -> None:
    plan = a_plan(targets=(105, 110, 115), protection=Protection(None, Trail(0, Decimal(1), TrailKind.MOVING_TARGET)))
    gone = OrderEnded(CALL, at(15), tag("tp2"), quantity(0), "cancelled by the venue")
    state = live_through(a_live(plan, gone), taken(1, "3.333", 105), stands("100.2", "6.667", when=21))[0]
    assert only(MoveStop, live_through(state, reached(110, 30))[1]).price == 105
