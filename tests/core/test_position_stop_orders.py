"""Stops that are orders of their own: sized by what is held, replaced with no gap, swept when nothing is held."""

from __future__ import annotations

from core.commands import CancelOrder, LookUp, MoveStop, PlaceExit, ProveStop, WakeAt
from core.events import (
    CloseAsked,
    ExitCause,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionFact,
    Quarantined,
    ReviewDue,
    StopLost,
    StopMoveAsked,
)
from core.plans import Handling, Plan
from core.position import Closing, Live, Over, Position, Unconfirmed, Working
from core.position.states import StopOrder, may_move_at
from core.position.stop_orders import is_needed
from core.records import replace
from core.vocabulary import OrderTag
from tests.builders import (
    CALL,
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
    row,
    stands,
    tag,
)


def own() -> Plan:
    """A plan at a venue that attaches no stop and holds each as an order."""
    return replace(a_plan(), handling=Handling(attached_stop=False, stop_is_order=True))


def took(number: int, when: float) -> OrderAccepted:
    return OrderAccepted(CALL, at(when), tag("stop", number))


def ended(number: int, when: float, amount: int = 0) -> OrderEnded:
    return OrderEnded(CALL, at(when), tag("stop", number), quantity(amount), "cancelled")


def names(position: Position) -> list[OrderTag]:
    live = position.live if isinstance(position, Closing | Over) else position
    return [one.tag for one in must(Live, live).stop_orders]


def guarded(*facts: PositionFact) -> Position:
    """Filled whole, its stop taken and proven; then these facts."""
    return after(filled(10), took(1, 1.1), stands(95, 10, 1.2), *facts, plan=own())


def test_the_first_stop_is_sent_for_what_has_filled_not_for_what_was_planned() -> None:
    state, answer = live_through(after(plan=own()), filled(4))
    move = only(MoveStop, answer)
    assert row(move.quantity, move.tag) == (4, tag("stop", 1))
    assert names(state) == [tag("stop", 1)]


def test_a_further_fill_has_one_for_all_that_is_held_sent_beside_the_former_one() -> None:
    state, answer = live_through(after(filled(4), took(1, 1.1), stands(95, 4, 1.2), plan=own()), filled(6, when=5))
    assert only(MoveStop, answer).quantity == 10
    assert of(CancelOrder, answer) == []
    assert names(state) == [tag("stop", 1), tag("stop", 2)]
    taken = answer_to(state, took(2, 5.1))
    assert only(CancelOrder, taken).tag == tag("stop", 1)
    assert of(ProveStop, taken)


def test_a_stop_that_covers_less_than_is_held_is_no_proof() -> None:
    state = after(filled(4), took(1, 1.1), stands(95, 4, 1.2), filled(6, when=5), stands(95, 4, 5.1), plan=own())
    assert isinstance(must(Live, state).stop, Unconfirmed)
    assert must(Live, guarded()).stop == Working(price(95), quantity(10))


def test_the_former_one_is_not_cancelled_while_nobody_knows_whether_the_new_one_stands() -> None:
    moved = guarded(StopMoveAsked(CALL, at(20), price(97), "user:42"))
    answer = answer_to(moved, OutcomeUnknown(CALL, at(22), tag("stop", 2), "time-out"))
    assert of(CancelOrder, answer) == []
    assert only(LookUp, answer).tag == tag("stop", 2)
    assert of(ProveStop, answer)


def test_one_that_never_arrived_is_asked_for_anew_and_the_position_kept() -> None:
    absent = OrderRefused(CALL, at(7), tag("stop", 1), "absent", "it never reached the venue")
    state, answer = live_through(after(filled(10), plan=own()), absent)
    assert isinstance(state, Live)
    assert of(ProveStop, answer)
    again = answer_to(state, StopLost(CALL, at(7.1), "the venue shows a position without a stop"))
    assert only(MoveStop, again).tag == tag("stop", 2)


def test_once_a_part_is_sold_and_the_fills_have_paused_the_stop_is_sized_anew_where_it_stands() -> None:
    state, answer = live_through(guarded(), left(4, when=20, cause=ExitCause.CLOSE))
    assert of(MoveStop, answer) == []
    assert min(bell.at for bell in of(WakeAt, answer)) == at(23)
    smaller = only(MoveStop, answer_to(state, ReviewDue(CALL, at(23))))
    assert row(smaller.price, smaller.quantity) == (95, 6)


def test_a_move_that_nobody_answers_is_sent_four_times_and_then_no_more_until_one_is_answered() -> None:
    """An outage of a minute left twenty names to be asked about, and to be swept one by one (seed two-step-160894)."""
    state, sent = guarded(StopMoveAsked(CALL, at(20), price(97), "user:42")), [tag("stop", 2)]
    for when in range(23, 83, 3):
        state, answer = live_through(state, ReviewDue(CALL, at(when)))
        sent += [move.tag for move in of(MoveStop, answer)]
        assert min(bell.at for bell in of(WakeAt, answer)) <= at(when + 3)
    assert sent == [tag("stop", number) for number in (2, 3, 4, 5)]
    absent = OrderRefused(CALL, at(83), tag("stop", 2), "absent", "it never reached the venue")
    assert only(MoveStop, answer_to(live_through(state, absent)[0], ReviewDue(CALL, at(84)))).price == 97


def test_the_rules_and_a_resize_wait_for_an_answer_as_well() -> None:
    state = must(Live, guarded(left(4, when=20, cause=ExitCause.CLOSE)))
    lost = tuple(StopOrder(tag("stop", number), quantity(10)) for number in (2, 3, 4, 5))
    unheard = replace(state, stop_orders=state.stop_orders + lost)
    assert of(MoveStop, answer_to(state, ReviewDue(CALL, at(23))))
    assert of(MoveStop, answer_to(unheard, ReviewDue(CALL, at(23)))) == []
    assert row(may_move_at(state, at(23)) <= at(23), may_move_at(unheard, at(23))) == (True, at(25))


def refused(number: int, when: float, code: str = "10003") -> OrderRefused:
    return OrderRefused(CALL, at(when), tag("stop", number), code, "not now")


def test_a_resize_that_is_refused_is_asked_for_again_as_soon_as_a_proof_is_due_and_later_with_the_reviews() -> None:
    state, when = guarded(left(4, when=20, cause=ExitCause.CLOSE), ReviewDue(CALL, at(23))), 23.0
    for number, pause in enumerate((3, 3, 3, 3, 5, 5), 2):
        state = live_through(state, refused(number, when + 0.1))[0]
        early = answer_to(state, ReviewDue(CALL, at(when + pause - 0.5)))
        assert row(of(MoveStop, early), only(WakeAt, early).at) == ([], at(when + pause))
        when += pause
        state, answer = live_through(state, ReviewDue(CALL, at(when)))
        assert only(MoveStop, answer).quantity == 6


def test_a_better_stop_that_the_market_refuses_does_not_keep_the_one_that_stands_too_large() -> None:
    state = guarded(StopMoveAsked(CALL, at(10), price(99), "user:42"), refused(2, 10.1))
    state = live_through(replace(must(Live, state), held_back=True), left(4, when=20, cause=ExitCause.CLOSE))[0]
    state, answer = live_through(state, ReviewDue(CALL, at(23)))
    assert row(only(MoveStop, answer).price, only(MoveStop, answer).quantity) == (95, 6)
    assert must(Live, state).held_back


def test_a_resize_that_never_arrived_is_asked_for_anew_the_moment_that_is_known() -> None:
    state = guarded(left(4, when=20, cause=ExitCause.CLOSE), ReviewDue(CALL, at(23)))
    state, answer = live_through(state, refused(2, 28.1, "absent"))
    assert min(bell.at for bell in of(WakeAt, answer)) == at(28.1)
    assert only(MoveStop, answer_to(state, ReviewDue(CALL, at(28.1)))).quantity == 6


def test_a_larger_one_that_never_arrived_is_asked_for_anew_the_moment_that_is_known() -> None:
    state = after(filled(4), took(1, 1.1), stands(95, 4, 1.2), filled(6, when=5), plan=own())
    state, answer = live_through(state, refused(2, 10.1, "absent"))
    assert min(bell.at for bell in of(WakeAt, answer)) == at(10.1)
    assert only(MoveStop, answer_to(state, ReviewDue(CALL, at(10.1)))).quantity == 10


def test_a_former_one_that_does_not_leave_the_book_is_cancelled_again_after_two_seconds() -> None:
    state, answer = live_through(guarded(StopMoveAsked(CALL, at(20), price(97), "user:42")), took(2, 20.1))
    assert row(only(CancelOrder, answer).tag, only(WakeAt, answer).at) == (tag("stop", 1), at(22.1))
    again = answer_to(state, ReviewDue(CALL, at(22.1)))
    assert only(CancelOrder, again).tag == tag("stop", 1)
    assert min(bell.at for bell in of(WakeAt, again)) == at(24.1)


def test_a_stop_order_that_the_venue_ended_is_looked_for_at_once() -> None:
    assert of(ProveStop, answer_to(guarded(), ended(1, 30)))


def test_one_that_fired_and_sold_a_part_counts_for_what_it_has_yet_to_sell() -> None:
    state = guarded(left(4, when=20, by=tag("stop", 1), cause=ExitCause.STOP))
    assert must(Live, state).stop_orders[0].quantity == 6
    assert names(live_through(state, ended(1, 20.1, 4))[0]) == []


def test_when_nothing_is_held_any_more_every_stop_is_taken_off_the_book() -> None:
    over, answer = live_through(guarded(), left(10, when=20, cause=ExitCause.OUTSIDE))
    assert isinstance(over, Over)
    assert tag("stop", 1) in [one.tag for one in of(CancelOrder, answer)]


def test_what_does_not_leave_the_book_is_asked_again_until_it_has() -> None:
    silence = OutcomeUnknown(CALL, at(20.1), tag("stop", 1), "refused")
    over = guarded(left(10, when=20, cause=ExitCause.OUTSIDE), silence)
    again = answer_to(over, ReviewDue(CALL, at(25)))
    assert tag("stop", 1) in [one.tag for one in of(CancelOrder, again)]
    assert only(WakeAt, again).at == at(28)
    targets = (OrderEnded(CALL, at(26), one.tag, quantity(0), "cancelled") for one in of(CancelOrder, again))
    quiet = live_through(over, *targets)[0]
    assert answer_to(quiet, ReviewDue(CALL, at(30))) == ()


def test_a_stop_that_filled_whole_is_not_cancelled_after_it() -> None:
    over, answer = live_through(guarded(), left(10, when=20, by=tag("stop", 1), cause=ExitCause.STOP))
    assert isinstance(over, Over)
    assert tag("stop", 1) not in [one.tag for one in of(CancelOrder, answer)]


def test_on_the_way_out_a_lost_stop_is_put_back_for_what_is_still_held() -> None:
    closing = guarded(CloseAsked(CALL, at(20), "user:42"), left(4, when=20.1, by=tag("close"), cause=ExitCause.CLOSE))
    assert isinstance(closing, Closing)
    assert only(MoveStop, answer_to(closing, StopLost(CALL, at(21), "gone"))).quantity == 6


def sold(number: int, when: float) -> tuple[PositionFact, ...]:
    """A closing order found a buyer for one of what is held."""
    name = tag("close", number)
    fill = left(1, when=when, by=name, cause=ExitCause.CLOSE)
    return fill, OrderEnded(CALL, at(when), name, quantity(1), "no more bids")


def test_on_the_way_out_the_stop_is_sized_once_a_round_of_orders_has_ended_and_not_beside_the_next_one() -> None:
    """Sized beside it, it was for more than was held again as soon as it stood (seed two-step-160964)."""
    closing = must(Closing, guarded(CloseAsked(CALL, at(20), "user:42")))
    state, answer = live_through(replace(closing, followed=12, counted_at=at(19), attempt=5), *sold(5, 20.5))
    assert row(of(PlaceExit, answer), only(MoveStop, answer).quantity) == ([], 9)
    state, answer = live_through(state, took(2, 20.6), ended(1, 20.7), ReviewDue(CALL, at(23.6)))
    assert row(of(MoveStop, answer), only(PlaceExit, answer).order.quantity) == ([], 9)
    state, answer = live_through(state, *sold(6, 23.6))
    assert only(MoveStop, answer).quantity == 8


def test_on_the_way_out_a_close_that_is_refused_rings_no_bell_for_a_stop_that_was_asked_for_a_moment_ago() -> None:
    """By a clock that is ahead of the venue's it was due at once, and so was the next close (seed two-step-694)."""
    closing = must(Closing, guarded(CloseAsked(CALL, at(20), "user:42")))
    state = live_through(replace(closing, followed=12, counted_at=at(19), attempt=5), *sold(5, 20.5))[0]
    for number, when in enumerate((22.4, 23.4), 6):
        state, answer = live_through(state, ReviewDue(CALL, at(when)))
        assert only(PlaceExit, answer).order.tag == tag("close", number)
        state, answer = live_through(state, OrderRefused(CALL, at(when), tag("close", number), "10003", "not now"))
        assert row(of(WakeAt, answer), of(MoveStop, answer)) == ([], [])
    no = OrderRefused(CALL, at(28), tag("close", 8), "10003", "not now")
    answer = answer_to(live_through(state, ReviewDue(CALL, at(28)))[0], no)
    assert only(MoveStop, answer).quantity == 9


def test_on_the_way_out_the_stop_is_sized_all_the_same_when_a_closing_order_is_overdue() -> None:
    state = guarded(CloseAsked(CALL, at(20), "user:42"), left(4, when=20.1, cause=ExitCause.OUTSIDE))
    assert only(MoveStop, answer_to(state, ReviewDue(CALL, at(25)))).quantity == 6


def test_on_the_way_out_a_stop_for_less_than_is_held_is_as_good_as_lost() -> None:
    """The one for the rest of the entry was refused, and so were the closing orders (seed two-step-160592)."""
    entered = (filled(4), took(1, 1.1), stands(95, 4, 1.2), filled(6, when=5), refused(2, 5.1, "-1021"))
    state = must(Closing, after(*entered, plan=own()))
    assert of(MoveStop, answer_to(state, stands(95, 4, 7))) == []
    assert only(MoveStop, answer_to(state, stands(95, 4, 9))).quantity == 10
    assert only(MoveStop, answer_to(state, ReviewDue(CALL, at(10)))).quantity == 10


def test_what_is_quarantined_gets_its_stop_back_for_what_is_held_by_a_name_never_used() -> None:
    parked = guarded(Quarantined(CALL, at(20), "a bug of ours"))
    first = only(MoveStop, answer_to(parked, StopLost(CALL, at(30), "gone", quantity(7), price(99))))
    other = only(MoveStop, answer_to(parked, StopLost(CALL, at(40), "gone")))
    assert row(first.quantity, other.quantity) == (7, 10)
    assert first.tag != other.tag


def test_where_a_stop_belongs_to_its_position_nothing_of_this_is_done() -> None:
    state = after(filled(10), plan=replace(a_plan(), handling=Handling(attached_stop=False)))
    assert names(state) == []
    _, answer = live_through(state, StopLost(CALL, at(8), "gone"))
    assert only(MoveStop, answer).quantity is None


def test_an_entry_that_fills_in_crumbs_has_its_stop_sized_once_a_second_and_is_not_left_for_it() -> None:
    state, moves = after(filled(1, when=1), plan=own()), []
    for crumb in range(1, 10):
        state, answer = live_through(state, filled(1, when=1 + crumb / 10))
        moves += of(MoveStop, answer)
        assert of(WakeAt, answer)
    state, answer = live_through(state, ReviewDue(CALL, at(2.5)))
    assert moves == []
    assert only(MoveStop, answer).quantity == 10
    assert must(Unconfirmed, must(Live, state).stop).attempts == 0


def test_a_former_one_is_needed_again_once_the_one_in_its_place_has_sold_a_part_and_left_the_book() -> None:
    """Its cancel had waited behind a slow request, and took off the only stop of the rest (seed two-step-892)."""
    moved = guarded(StopMoveAsked(CALL, at(20), price(97), "user:42"), took(2, 20.1))
    assert row(is_needed(moved, tag("stop", 1)), is_needed(moved, tag("stop", 2))) == (False, True)
    thin = live_through(moved, left(4, when=21, by=tag("stop", 2), cause=ExitCause.STOP), ended(2, 21, 4))[0]
    assert row(is_needed(thin, tag("stop", 1)), is_needed(thin, tag("stop", 2))) == (True, False)
    closing = live_through(thin, CloseAsked(CALL, at(22), "user:42"))[0]
    assert row(is_needed(closing, tag("stop", 1)), is_needed(closing, tag("tp1", 0))) == (True, False)
    assert not is_needed(live_through(closing, left(6, when=23, cause=ExitCause.OUTSIDE))[0], tag("stop", 1))


def test_two_that_cover_only_together_are_both_left_until_one_covers_all() -> None:
    state = after(
        filled(4), took(1, 1.1), stands(95, 4, 1.2), StopMoveAsked(CALL, at(20), price(97), "user:42"), plan=own()
    )
    state = live_through(state, filled(4, when=20.1))[0]
    assert of(CancelOrder, answer_to(state, took(2, 20.2))) == []


def two_for_all() -> Position:
    """The second was sent for eight, and two more have filled since: only with the former one are all ten covered."""
    entered = (filled(4), took(1, 1.1), stands(95, 4, 1.2), filled(4, when=5), filled(2, when=5.1))
    return after(*entered, took(2, 5.2), stands(95, 12, 5.3), plan=own())


def test_what_fills_once_the_former_one_is_gone_is_not_covered_by_a_reading_that_had_counted_it() -> None:
    """In a ban it was asked for every three seconds, and held without a stop for a minute (seed two-step-210076)."""
    entered = (filled(4), took(1, 1.1), stands(95, 4, 1.2), filled(3, when=5), took(2, 5.1), stands(95, 11, 5.2))
    state = must(Live, after(*entered, ended(1, 5.3), plan=own()))
    assert state.stop == Working(price(95), quantity(7))
    state = must(Live, live_through(state, filled(3, when=20))[0])
    assert isinstance(state.stop, Unconfirmed)
    left_, answer = live_through(state, refused(3, 20.1, "10006"))
    assert isinstance(left_, Closing)
    assert only(PlaceExit, answer).order.quantity == 10


def test_when_one_of_two_that_cover_only_together_is_gone_the_next_is_asked_for_at_once() -> None:
    assert must(Live, two_for_all()).stop == Working(price(95), quantity(12))
    state, answer = live_through(two_for_all(), ended(1, 7))
    assert must(Live, state).stop == Unconfirmed(price(95), at(7), 0, shown=True)
    assert only(WakeAt, answer).at == at(7)
    assert only(MoveStop, answer_to(state, ReviewDue(CALL, at(7)))).quantity == 10


def refused_again_and_again(state: Position, pauses: tuple[int, ...]) -> None:
    """Each further request for the third is refused, and the next is made after just this pause."""
    state, when = live_through(state, ReviewDue(CALL, at(7)))[0], 7.0
    for number, pause in enumerate(pauses, 3):
        state = live_through(state, refused(number, when + 0.1, "10006"))[0]
        early = answer_to(state, ReviewDue(CALL, at(when + pause - 0.5)))
        assert row(of(MoveStop, early), min(bell.at for bell in of(WakeAt, early))) == ([], at(when + pause))
        when += pause
        state, answer = live_through(state, ReviewDue(CALL, at(when)))
        assert row(only(MoveStop, answer).quantity, must(Live, state).wanted) == (10, 95)


def test_one_for_all_that_is_refused_while_two_cover_it_together_is_asked_for_at_the_pace_of_any_other() -> None:
    entered = (filled(4), took(1, 1.1), stands(95, 4, 1.2), filled(2, when=5), filled(4, when=5.1))
    just_all = after(*entered, took(2, 5.2), stands(95, 10, 5.3), plan=own())
    refused_again_and_again(just_all, (2, 4, 8, 10, 10))


def test_one_for_all_that_is_refused_while_two_are_for_more_is_asked_for_at_the_pace_of_one_too_large() -> None:
    """Five of an entry in slices stood together for nearly twice of it, for a quarter of a minute (two-step-463)."""
    refused_again_and_again(two_for_all(), (3, 3, 3, 3, 5, 5))
