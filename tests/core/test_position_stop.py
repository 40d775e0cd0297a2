"""The stop of a live position: proven, lost, repaired a bounded number of times, and only ever tightened."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands import LookUp, MoveStop, PlaceExit, ProveStop, WakeAt
from core.events import (
    CloseAsked,
    ExitCause,
    OrderAccepted,
    OrderRefused,
    OutcomeUnknown,
    PositionFact,
    RequestRefused,
    ReviewDue,
    StopConfirmed,
    StopLost,
    StopMoveAsked,
    StopMoveDecided,
)
from core.position import Closing, Live, Position, Unconfirmed, Working
from core.position.guarding import REPAIRS_MAX
from core.position.listening import Levels, levels
from core.position.protection import next_level
from core.position.states import stop_tag
from core.rules import Protection, Trail
from core.vocabulary import Side
from tests.builders import (
    CALL,
    Line,
    a_live,
    a_plan,
    after,
    answer_to,
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
    review,
    row,
    stands,
    tag,
)

LOST = "the venue shows a position without a stop"
TRAIL = Protection(break_even_after=None, trail=Trail(after_target=0, distance_pct=Decimal(2)))


def lost(when: float) -> StopLost:
    return StopLost(CALL, at(when), LOST)


def wish(level: str | int | None, by: str = "channel:-1001", when: float = 20) -> StopMoveAsked:
    return StopMoveAsked(CALL, at(when), price(level) if level is not None else None, by)


def refused(position: Live, when: float = 20) -> OrderRefused:
    return OrderRefused(CALL, at(when), stop_tag(position), "10001", "it would trigger now")


# --- proven and lost --------------------------------------------------------------------------


def test_a_stop_read_back_for_all_that_is_held_is_protection() -> None:
    assert a_live().stop == Working(price(95), quantity(10))


def test_a_stop_for_less_than_is_held_is_no_protection() -> None:
    state = after(filled(), stands(95, 4))
    assert must(Unconfirmed, must(Live, state).stop).price == 95
    assert of(MoveStop, answer_to(state, review(5)))


def test_a_further_fill_has_to_be_proven_protected_again() -> None:
    state, answer = live_through(after(filled(4), stands(95, 4)), filled(6, when=5))
    assert must(Live, state).stop == Unconfirmed(price(95), at(5), 0, shown=True)
    assert of(ProveStop, answer)


def test_a_stop_that_shrank_at_the_venue_is_looked_at_again_in_time() -> None:
    state, answer = live_through(a_live(), stands(95, 4, when=30))
    assert must(Live, state).stop == Unconfirmed(price(95), at(30), 0, shown=True)
    assert only(WakeAt, answer).at == at(33)


def test_a_lost_stop_is_set_again_at_once_at_its_price() -> None:
    state, answer = live_through(a_live(), lost(30))
    assert only(MoveStop, answer).price == 95
    assert only(StopMoveDecided, answer).by == "rule:guard"
    assert must(Unconfirmed, must(Live, state).stop).attempts == 1


def test_a_stop_that_was_never_proven_is_repaired_on_review_but_not_early() -> None:
    state = after(filled(when=1))
    early = answer_to(state, review(2))
    assert (of(MoveStop, early), len(of(ProveStop, early)), len(of(WakeAt, early))) == ([], 1, 1)
    assert only(MoveStop, answer_to(state, review(4))).price == 95


def test_old_readings_do_not_use_up_the_repairs() -> None:
    state = after(filled(when=1), lost(1.1))
    assert answer_to(state, lost(1.2)) == ()
    assert must(Unconfirmed, must(Live, after(filled(when=1), lost(1.1), lost(1.2), lost(1.3))).stop).attempts == 1


def test_a_stop_that_never_comes_is_repaired_a_bounded_number_of_times_and_then_left() -> None:
    state, when, moves = after(filled(when=1)), 1.0, 0
    while isinstance(state, Live):
        when += 3.1
        state, answer = live_through(state, lost(when))
        moves += len(of(MoveStop, answer))
        assert when < 30
    assert moves == REPAIRS_MAX
    assert must(Closing, state).by == "rule:no stop could be proven"


def test_a_stop_that_stays_too_small_is_left_after_the_same_number_of_repairs() -> None:
    state: Position = after(filled(when=1))
    for number in range(20):
        state, _ = live_through(state, stands(95, 4, when=2 + number), review(4 + number))
    assert isinstance(state, Closing)


def test_a_stop_refused_because_the_price_is_past_it_closes_at_once() -> None:
    state = must(Live, after(filled(), lost(2)))
    closing, answer = live_through(state, refused(state))
    assert must(Closing, closing).by == "rule:no stop could be set (it would trigger now)"
    assert only(PlaceExit, answer).order.quantity == 10


def test_a_refused_move_leaves_the_standing_stop_and_reads_it_back() -> None:
    state = must(Live, live_through(a_live(), wish(98))[0])
    kept, answer = live_through(state, refused(state))
    assert row(must(Live, kept).stop, must(Live, kept).wanted) == (Working(price(95), quantity(10)), None)
    assert of(ProveStop, answer)


def test_a_move_without_an_answer_or_with_one_is_read_back_from_the_venue() -> None:
    state = must(Live, live_through(a_live(), wish(98))[0])
    assert of(ProveStop, answer_to(state, OutcomeUnknown(CALL, at(21), stop_tag(state), "timeout")))
    assert of(ProveStop, answer_to(state, OrderAccepted(CALL, at(21), stop_tag(state))))
    assert only(LookUp, answer_to(state, OutcomeUnknown(CALL, at(21), tag("tp1"), "timeout"))).tag == tag("tp1")


def test_a_move_counts_once_the_venue_shows_it() -> None:
    state = must(Live, live_through(a_live(), wish(98), stands(95, when=20.5))[0])
    assert row(state.stop, state.wanted) == (Working(price(95), quantity(10)), 98)
    moved = must(Live, live_through(state, stands(98, when=21))[0])
    assert row(moved.stop, moved.wanted) == (Working(price(98), quantity(10)), None)


def test_a_move_that_was_not_shown_in_time_is_asked_again() -> None:
    state = live_through(a_live(), wish(98, when=20))[0]
    assert only(MoveStop, answer_to(state, review(23))).price == 98
    assert [type(line) for line in answer_to(state, review(21))] == [WakeAt]


def test_moves_that_are_never_shown_are_asked_again_at_a_bounded_rate() -> None:
    """Each answer sets an alarm of its own; the alarms must not multiply (invariant I23)."""
    state: Position = a_live()
    state, answer = live_through(state, wish(98))
    wakes, moves, when = [wake.at for wake in of(WakeAt, answer)], 0, at(20)
    while when < at(80):
        when, *wakes = sorted(wakes)
        state, answer = live_through(state, ReviewDue(CALL, when))
        moves += len(of(MoveStop, answer))
        shown: tuple[Line, ...] = ()
        if of(MoveStop, answer):
            state, shown = live_through(state, StopConfirmed(CALL, when, price(95), quantity(10)))
        wakes += [wake.at for wake in of(WakeAt, (*answer, *shown))]
        assert len(wakes) <= 2
    assert moves <= 21


# --- only ever tightened ----------------------------------------------------------------------


@pytest.mark.parametrize(("side", "tighter", "looser"), [(Side.LONG, 98, 94), (Side.SHORT, 102, 106)])
def test_a_channel_may_tighten_a_stop_and_never_loosen_it(side: Side, tighter: int, looser: int) -> None:
    live = a_live(a_plan(side))
    assert only(MoveStop, answer_to(live, wish(tighter))).price == tighter
    assert "only tightened" in only(RequestRefused, answer_to(live, wish(looser))).why
    assert answer_to(live, wish(int(live.stop.price))) == ()


def test_a_wish_for_break_even_goes_where_leaving_costs_nothing_rounded_toward_the_position() -> None:
    live = must(Live, after(filled(5, at_price="100"), filled(5, when=2, at_price="100.1"), stands(95, when=3)))
    assert only(MoveStop, answer_to(live, wish(None))).price == Decimal("100.2")  # 100.05 and 0.055 % of both sides


def test_a_wish_is_measured_against_what_was_asked_for_last() -> None:
    state = live_through(a_live(), wish(98))[0]
    assert "stands at 98" in only(RequestRefused, answer_to(state, wish(97))).why


def test_a_tighter_stop_set_by_hand_is_never_loosened_by_an_older_wish() -> None:
    state = must(Live, live_through(a_live(), wish(98), stands(99, when=21))[0])
    assert state.wanted is None
    assert of(MoveStop, answer_to(state, review(24))) == []


def test_break_even_follows_the_first_target_once() -> None:
    live = a_live(a_plan(targets=(105, 110)))
    target = left(5, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105)
    state, answer = live_through(live, target)
    assert only(StopMoveDecided, answer).why == "target 1 hit: stop to the entry, fees included"
    assert only(MoveStop, answer).price == Decimal("100.2")
    assert of(MoveStop, answer_to(state, reached(106))) == []


def test_break_even_never_loosens_a_stop_that_is_already_better() -> None:
    live = must(Live, live_through(a_live(a_plan(targets=(105, 110))), wish(102), stands(102, when=21))[0])
    target = left(5, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105)
    assert of(MoveStop, answer_to(live, target)) == []


def test_break_even_can_be_switched_off() -> None:
    live = a_live(a_plan(targets=(105, 110), protection=Protection(break_even_after=None)))
    assert of(MoveStop, answer_to(live, left(5, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105))) == []


def test_a_trail_follows_the_best_price_and_not_the_last() -> None:
    live = a_live(a_plan(protection=TRAIL))
    state, answer = live_through(live, reached(110))
    assert only(MoveStop, answer).price == Decimal("107.8")
    assert answer_to(state, reached(108)) == ()


def test_a_trail_waits_for_its_target() -> None:
    trail = Protection(None, Trail(1, Decimal(2)))
    live = a_live(a_plan(targets=(105, 120), protection=trail))
    assert next_level(live) is None
    assert answer_to(live, reached(104)) == ()
    hit = must(Live, live_through(live, left(5, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105))[0])
    assert row(hit.wanted, next_level(hit)) == (Decimal("102.9"), Decimal("105.21"))


def test_only_a_trail_listens_to_prices_and_in_tenths_of_its_distance() -> None:
    assert next_level(a_live()) is None
    begun = must(Live, live_through(a_live(a_plan(protection=TRAIL)), reached(100))[0])
    assert row(begun.wanted, next_level(begun)) == (98, Decimal("100.2"))
    short = live_through(a_live(a_plan(Side.SHORT, protection=TRAIL)), reached(100))[0]
    assert next_level(must(Live, short)) == Decimal("99.8")


def test_a_trail_from_the_entry_begins_with_the_next_price() -> None:
    assert levels(a_live(a_plan(protection=TRAIL))) == Levels(above=price("98.1"), below=price(98))


@given(
    side=st.sampled_from(Side),
    ticks=st.lists(st.integers(-400, 400), min_size=1, max_size=30),
    asked=st.lists(st.integers(-400, 400) | st.none(), max_size=5),
)
def test_whatever_the_market_and_the_channel_do_the_stop_only_tightens(
    side: Side, ticks: list[int], asked: list[int | None]
) -> None:
    state: Position = a_live(a_plan(side, protection=TRAIL))
    facts: list[PositionFact] = [reached(Decimal(1000 + tick) / 10) for tick in ticks]
    facts += [wish(str(Decimal(1000 + tick) / 10) if tick is not None else None) for tick in asked]
    standing = must(Live, state).stop.price
    for fact in facts:
        state, answer = live_through(state, fact)
        for move in of(MoveStop, answer):
            assert (move.price - standing) * side.sign > 0
            assert move.price % Decimal("0.1") == 0
            standing = move.price


def test_a_close_is_not_held_up_by_a_stop_being_chased() -> None:
    state, answer = live_through(after(filled()), CloseAsked(CALL, at(2), "user:1"))
    assert isinstance(state, Closing)
    assert of(PlaceExit, answer)
