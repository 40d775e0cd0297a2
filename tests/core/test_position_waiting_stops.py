"""Stops that the market had passed before they could stand: a trail is carried out, every other one is kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands import MoveStop, PlaceExit
from core.events import (
    CloseAsked,
    ExitCause,
    OrderAccepted,
    OrderRefused,
    PositionFact,
    ReviewDue,
    StopMoveAsked,
)
from core.plans import Handling
from core.position import Closing, Live, Position
from core.position.listening import Levels, levels
from core.position.states import stop_tag
from core.strategies import Protection, Trail, TrailKind
from core.vocabulary import Side
from tests.builders import (
    CALL,
    a_live,
    a_plan,
    answer_to,
    at,
    left,
    live_through,
    must,
    of,
    only,
    price,
    reached,
    row,
    stands,
    tag,
)

TRAIL = Protection(break_even_after=None, trail=Trail(after_target=0, distance_pct=Decimal(2)))


def refused(position: Position, when: float = 20.1) -> Position:
    """The venue takes no stop that would trigger at once (fault B24); the old one stands."""
    no = OrderRefused(CALL, at(when), stop_tag(must(Live, position)), "10001", "the price is past it")
    return live_through(position, no, stands(95, must(Live, position).ledger.held, when=when + 0.1))[0]


def first_target(at_price: str | int = 105, when: float = 20) -> PositionFact:
    return left(5, when=when, by=tag("tp1"), cause=ExitCause.TARGET, at_price=at_price)


def trailed() -> Live:
    """The trail wants its stop at 107.8, and the venue refused it there."""
    return must(Live, refused(live_through(a_live(a_plan(protection=TRAIL)), reached(110))[0]))


# --- a trail ----------------------------------------------------------------------------------


def test_a_refused_trail_is_heard_of_from_both_sides_with_the_next_price() -> None:
    assert levels(trailed()) == Levels(above=price("107.9"), below=price("107.8"))


def test_a_trail_that_the_price_has_passed_is_carried_out_by_closing() -> None:
    closing, answer = live_through(trailed(), reached("107.7", when=21))
    assert must(Closing, closing).by == "rule:the price is past the trail at 107.8"
    assert only(PlaceExit, answer).order.price is None


@pytest.mark.parametrize("kind", [TrailKind.TRIGGER, TrailKind.MOVING_TARGET, TrailKind.STEP])
@pytest.mark.parametrize("side", Side)
def test_every_kind_of_trail_is_carried_out(kind: TrailKind, side: Side) -> None:
    rules = Protection(None, Trail(0, Decimal(2), kind))
    goals = tuple(100 + side.sign * gain for gain in (5, 10))
    live = a_live(a_plan(side, protection=rules, targets=goals))
    state, answer = live_through(live, first_target(goals[0]))
    assert of(MoveStop, answer)
    no = OrderRefused(CALL, at(20.1), stop_tag(must(Live, state)), "10001", "the price is past it")
    back = live_through(live_through(state, no)[0], reached(100 - side.sign, when=21))[0]
    assert must(Closing, back).by.startswith("rule:the price is past the trail")


def test_a_trail_that_its_pace_holds_back_is_carried_out_as_well() -> None:
    plan = a_plan(protection=TRAIL, handling=Handling(stop_every_ms=2000))
    state = live_through(a_live(plan), reached(104, when=20), reached(110, when=20.5))[0]
    assert levels(state).below == price("107.8")
    assert isinstance(live_through(state, reached(107, when=20.9))[0], Closing)


def test_a_trail_on_its_way_to_the_venue_is_given_the_time_to_arrive() -> None:
    state = live_through(a_live(a_plan(protection=TRAIL)), reached(110))[0]
    assert levels(state).below is None
    kept, answer = live_through(state, reached("107.7", when=20.1))
    assert row(isinstance(kept, Live), of(CloseAsked, answer)) == (True, [])


def test_a_trail_refused_for_another_reason_is_asked_again_every_ten_seconds() -> None:
    """119 moves and 119 refusals came of one trail within five minutes, and each rang."""
    state: Position = trailed()
    moves, when = 1, 21.0
    for second in range(21, 621):
        for fact in (reached(109, second), reached("108.5", second + 0.5), ReviewDue(CALL, at(second + 0.7))):
            state, answer = live_through(state, fact)
            if of(MoveStop, answer):
                moves, when = moves + 1, second + 0.8
                state = refused(state, when)
    assert 60 <= moves <= 64
    assert must(Live, state).refusals == moves
    assert isinstance(live_through(state, reached("107.8", when=622))[0], Closing)
    taken = live_through(state, OrderAccepted(CALL, at(when), stop_tag(must(Live, state))))[0]
    assert must(Live, taken).refusals == 0


STAIRS = Protection(1, Trail(1, Decimal(2), TrailKind.MOVING_TARGET))
"""Break-even at the first target, the first target at the second."""


def crumb(live: Live, index: int, parts: int, when: float) -> PositionFact:
    """One of so many fills of a target's order."""
    rung = live.rungs[index]
    by, at_price = rung.tag, int(rung.price)
    return left(rung.quantity / parts, when=when, by=by, cause=ExitCause.TARGET, at_price=at_price)


def test_a_target_sold_in_crumbs_asks_no_more_than_once_for_a_stop_that_is_refused() -> None:
    """A sale waits for no pace, and each of them asked for the very stop that was refused before (invariant I23)."""
    live = a_live(a_plan(targets=(105, 110, 115), protection=STAIRS))
    state, moves = refused(live_through(live, crumb(live, 0, 1, 20))[0]), 0
    for number in range(11):
        state, answer = live_through(state, crumb(live, 1, 12, 21 + number / 20))
        moves += len(of(MoveStop, answer))
    assert moves == 0
    assert only(MoveStop, live_through(state, crumb(live, 1, 12, 23))[1]).price == 105


def test_a_stop_that_was_refused_is_asked_for_by_a_sale_once_its_pause_is_over() -> None:
    live = a_live(a_plan(targets=(105, 110), protection=STAIRS))
    state = refused(live_through(live, crumb(live, 0, 1, 20))[0])
    assert only(MoveStop, live_through(state, crumb(live, 1, 12, 22))[1]).price == Decimal("100.2")


# --- break-even, and what somebody asked for --------------------------------------------------


def test_break_even_that_was_refused_comes_when_it_can_stand() -> None:
    state, answer = live_through(a_live(a_plan(targets=(105, 110))), first_target())
    assert only(MoveStop, answer).price == Decimal("100.2")
    kept = refused(state)
    assert levels(kept).above == Decimal("100.3")
    still, silence = live_through(kept, reached("100.1", when=30))
    assert row(of(MoveStop, silence), of(CloseAsked, silence)) == ([], [])
    assert only(MoveStop, answer_to(still, reached("100.3", when=31))).price == Decimal("100.2")


def test_break_even_beyond_the_first_target_is_not_asked_for_before_the_price_is_there() -> None:
    """The fees of both sides are more than the first target earns."""
    plan = a_plan(targets=("100.1", 110))
    state, answer = live_through(a_live(plan), first_target("100.1"))
    assert of(MoveStop, answer) == []
    assert levels(state).above == Decimal("100.3")
    assert only(MoveStop, answer_to(state, reached("100.3", when=30))).price == Decimal("100.2")


def test_break_even_at_a_gain_smaller_than_the_fees_waits_for_the_fees() -> None:
    plan = a_plan(protection=Protection(None, break_even_pct=Decimal("0.05")))
    state, answer = live_through(a_live(plan), reached("100.1"))
    assert of(MoveStop, answer) == []
    assert only(MoveStop, answer_to(state, reached("100.3", when=30))).price == Decimal("100.2")


def test_a_trail_behind_the_price_stands_while_break_even_still_waits() -> None:
    plan = a_plan(targets=("100.1", 110), protection=Protection(1, Trail(0, Decimal(2))))
    answer = live_through(a_live(plan), first_target("100.1"))[1]
    assert only(MoveStop, answer).price == 98


def test_a_stop_that_somebody_asked_for_is_kept_until_it_can_stand() -> None:
    asked = live_through(a_live(), StopMoveAsked(CALL, at(20), price(102), "channel:-1001"))[0]
    kept = refused(asked)
    assert levels(kept).above == Decimal("102.1")
    assert of(MoveStop, answer_to(kept, reached(101, when=25))) == []
    again = live_through(kept, reached("102.1", when=30))
    assert only(MoveStop, again[1]).price == 102
    assert levels(live_through(again[0], stands(102, when=31))[0]) == Levels()


def test_a_stop_that_the_owner_moved_at_the_venue_ends_what_was_asked_for_before() -> None:
    asked = live_through(a_live(), StopMoveAsked(CALL, at(20), price(102), "channel:-1001"))[0]
    moved = live_through(refused(asked), stands(97, when=60))[0]
    assert of(MoveStop, answer_to(moved, reached(104, when=61))) == []


@given(side=st.sampled_from(Side), path=st.lists(st.integers(-60, 120), min_size=1, max_size=40))
def test_whatever_the_venue_refuses_a_trail_that_was_passed_is_never_held(side: Side, path: list[int]) -> None:
    """A venue that takes no move at all: the price alone carries the trail out, at a bounded number of requests."""
    state: Position = a_live(a_plan(side, protection=TRAIL))
    best, moves = Decimal(100), 0
    for second, tick in enumerate(path, 20):
        seen = 100 + side.sign * Decimal(tick) / 10
        for moment in (second, second + 0.5):  # while a move is on its way, its answer is waited for
            state, answer = live_through(state, reached(seen, when=moment))
            if of(MoveStop, answer):
                moves += 1
                no = OrderRefused(CALL, at(moment), stop_tag(must(Live, state)), "10001", "no")
                state = live_through(state, no)[0]
        best = max(best, seen) if side is Side.LONG else min(best, seen)
        if isinstance(state, Closing):
            return
        assert (seen - best * (1 - side.sign * Decimal("0.02"))) * side.sign > Decimal("-0.1")
    assert moves <= 8
