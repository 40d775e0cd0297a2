"""On the way out: asked again until the venue is flat, at a bounded rate, the stop standing meanwhile."""

from __future__ import annotations

from decimal import Decimal

from core.commands import CancelOrder, LookUp, MoveStop, PlaceExit, ProveStop, WakeAt
from core.events import (
    CancelAsked,
    CloseAsked,
    ExitCause,
    ExitFilled,
    FoundFlat,
    FundingBooked,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PriceReached,
    QuantityDrifted,
    ReviewDue,
    StopLost,
    StopMoveAsked,
)
from core.position import Closing, Live, Over, Position, Unconfirmed
from core.vocabulary import ExecutionId, Side
from tests.builders import (
    CALL,
    ENTRY,
    Line,
    a_live,
    a_plan,
    after,
    answer_to,
    at,
    filled,
    left,
    live_through,
    money,
    must,
    of,
    only,
    price,
    quantity,
    review,
    row,
    stands,
    tag,
)

CLOSE = CloseAsked(CALL, at(20), "user:1")


def closing(*, targets: tuple[int, ...] = (105, 110)) -> Closing:
    return must(Closing, live_through(a_live(a_plan(targets=targets)), CLOSE)[0])


def out(amount: int | str, when: float = 21, number: int = 0) -> ExitFilled:
    return left(amount, when=when, by=tag("close", number), cause=ExitCause.CLOSE, at_price=101)


def refused(number: int = 0, when: float = 21) -> OrderRefused:
    return OrderRefused(CALL, at(when), tag("close", number), "10018", "market closed")


def ended(leg: str = "close", number: int = 0, when: float = 21, amount: int = 0) -> OrderEnded:
    return OrderEnded(CALL, at(when), tag(leg, number), quantity(amount), "cancelled")


def test_a_close_frees_what_the_targets_hold_and_then_sells_all_of_it_at_market() -> None:
    answer = answer_to(a_live(a_plan(targets=(105, 110))), CLOSE)
    assert [type(line) for line in answer] == [CancelOrder, CancelOrder, PlaceExit, WakeAt]
    order = only(PlaceExit, answer).order
    assert row(order.tag, order.quantity, order.price) == (tag("close"), 10, None)


def test_a_close_of_a_partly_filled_entry_cancels_the_rest_of_it_first() -> None:
    answer = answer_to(after(filled(4)), CLOSE)
    assert only(CancelOrder, answer).tag == ENTRY
    assert only(PlaceExit, answer).order.quantity == 4


def test_a_closed_position_is_over_with_who_asked_and_what_it_earned() -> None:
    over = must(Over, live_through(closing(), out(10))[0])
    assert over.reason == "user:1"
    assert over.live is not None
    assert over.live.ledger.net == 10


def test_it_is_not_over_while_anything_is_held_or_may_still_fill() -> None:
    assert isinstance(live_through(closing(), out(4))[0], Closing)
    leaving = live_through(after(filled(4)), CLOSE, out(4))[0]
    assert isinstance(leaving, Closing)
    assert isinstance(live_through(leaving, OrderEnded(CALL, at(22), ENTRY, quantity(4), "cancelled"))[0], Over)


def test_it_is_not_over_while_fills_are_missing_of_which_the_venue_told() -> None:
    told = OrderEnded(CALL, at(2), ENTRY, quantity(10), "filled")
    leaving = must(Closing, live_through(after(filled(4), told), CLOSE, out(4))[0])
    assert row(leaving.live.ledger.held, leaving.asked) == (0, False)
    late, answer = live_through(leaving, filled(6, when=3, execution="late"), review(22))
    order = only(PlaceExit, answer).order
    assert row(order.tag, order.quantity) == (tag("close", 1), 6)
    assert isinstance(live_through(late, out(6, when=23, number=1))[0], Over)
    assert isinstance(live_through(after(filled(4), told), left(4))[0], Closing)


def test_a_trade_that_filled_after_its_end_is_closed_under_a_new_name() -> None:
    over = live_through(closing(), out(10))[0]
    late, answer = live_through(over, filled(3, when=30, execution="late"), CloseAsked(CALL, at(31), "user:1"))
    order = only(PlaceExit, answer).order
    assert row(order.tag, order.quantity) == (tag("close", 1), 3)
    assert isinstance(live_through(late, out(3, when=32, number=1))[0], Over)


def test_what_a_capped_close_left_over_is_closed_at_once_under_a_new_name() -> None:
    state, answer = live_through(closing(), out(4), ended(amount=4))
    order = only(PlaceExit, answer).order
    assert row(order.tag, order.quantity) == (tag("close", 1), 6)
    assert must(Closing, state).attempt == 1


def test_a_close_is_repeated_under_its_old_name_until_the_former_ended() -> None:
    answer = answer_to(closing(), review(25))
    assert only(PlaceExit, answer).order.tag == tag("close", 0)
    assert only(LookUp, answer).tag == tag("close", 0)
    assert of(ProveStop, answer)


def test_a_close_that_is_sent_for_the_first_time_is_not_looked_up_beside_it() -> None:
    """It cannot be known yet, and each silence asked again: ten questions a second (seed two-step-310108)."""
    state, answer = live_through(closing(), refused(0), refused(1), refused(2), review(25))
    assert row(only(PlaceExit, answer).order.tag, of(LookUp, answer)) == (tag("close", 3), [])
    assert only(LookUp, answer_to(state, review(30))).tag == tag("close", 3)


def test_an_unknown_close_is_looked_up() -> None:
    assert only(LookUp, answer_to(closing(), OutcomeUnknown(CALL, at(21), tag("close"), "timeout"))).tag == tag("close")


def test_a_close_the_venue_keeps_refusing_is_asked_again_at_a_bounded_rate() -> None:
    """A closed market refuses each one: neither alarms nor orders may multiply (invariant I23)."""
    state: Position = a_live()
    state, answer = live_through(state, CLOSE)
    wakes, sent, when = [wake.at for wake in of(WakeAt, answer)], of(PlaceExit, answer), at(20)
    asked = list(sent)
    while when < at(200):
        for order in sent:
            state, answer = live_through(state, OrderRefused(CALL, when, order.order.tag, "10018", "market closed"))
            sent = of(PlaceExit, answer)
            wakes += [wake.at for wake in of(WakeAt, answer)]
            asked += sent
        when, *wakes = sorted(wakes)
        state, answer = live_through(state, ReviewDue(CALL, when))
        sent = of(PlaceExit, answer)
        asked += sent
        wakes += [wake.at for wake in of(WakeAt, answer)]
        assert len(wakes) == 1
    assert isinstance(state, Closing)
    assert 30 <= len(asked) <= 45


def test_in_a_thin_book_each_order_that_sold_a_crumb_is_followed_at_once_up_to_twelve_in_five_seconds() -> None:
    """One that the market had carried past its stop was held bare for eleven seconds (seed two-step-900042)."""
    state, sent = must(Closing, live_through(a_live(a_plan(size=40)), CLOSE)[0]), list[tuple[float, int]]()
    for when in (20.5, 22, 24, 25.6):
        followed = 0
        if when > 21:
            state = must(Closing, live_through(state, review(when))[0])
        while state.asked:
            number = state.attempt
            sold, answer = live_through(state, out(1, when, number), ended("close", number, when, 1))
            state = must(Closing, sold)
            followed += len(of(PlaceExit, answer))
        sent.append((when, followed))
    assert sent == [(20.5, 12), (22, 0), (24, 0), (25.6, 12)]
    assert state.live.ledger.held == 40 - 13 - 1 - 1 - 13


def test_the_same_end_told_again_sends_nothing() -> None:
    state, answer = live_through(closing(), out(4), ended(amount=4))
    assert of(PlaceExit, answer)
    assert answer_to(state, ended(when=30, amount=4)) == ()


def test_a_stop_lost_on_the_way_out_is_put_back_and_sets_no_alarm_of_its_own() -> None:
    answer = answer_to(closing(), StopLost(CALL, at(22), "none"))
    assert only(MoveStop, answer).price == 95
    assert of(WakeAt, answer) == []


def test_a_stop_that_is_put_back_on_the_way_out_is_given_its_time() -> None:
    asked, _ = live_through(closing(), StopLost(CALL, at(22), "none"))
    assert answer_to(asked, StopLost(CALL, at(24), "none")) == ()
    assert only(MoveStop, answer_to(asked, StopLost(CALL, at(26), "none"))).price == 95


def test_no_stop_is_put_back_for_something_that_is_not_held() -> None:
    state = live_through(after(filled(4)), CLOSE, out(4))[0]
    assert answer_to(state, StopLost(CALL, at(22), "none")) == ()


def test_a_stop_that_fires_while_the_entry_still_rests_takes_the_rest_of_the_entry_back() -> None:
    state, answer = live_through(after(filled(4)), left(4))
    assert must(Closing, state).by.startswith("stop at ")
    assert only(CancelOrder, answer).tag == ENTRY
    assert of(PlaceExit, answer) == []


def test_a_fill_behind_the_stop_is_closed() -> None:
    state, answer = live_through(after(filled(4)), left(4), filled(6, when=11))
    when = only(WakeAt, answer).at
    assert only(PlaceExit, answer_to(state, ReviewDue(CALL, when))).order.quantity == 6


def test_the_last_target_ends_the_position() -> None:
    hit = left(10, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105)
    state, answer = live_through(a_live(a_plan(targets=(105,))), hit)
    assert must(Over, state).reason.startswith("target at ")
    assert answer == ()


def test_a_stop_ends_the_position_and_sweeps_its_targets() -> None:
    state, answer = live_through(a_live(a_plan(targets=(105, 110))), left(10))
    assert must(Over, state).reason.startswith("stop at ")
    assert {order.tag for order in of(CancelOrder, answer)} == {tag("tp1"), tag("tp2")}


def test_an_end_outside_our_sight_is_booked_and_swept_entry_and_all() -> None:
    flat = FoundFlat(CALL, at(50), price(95))
    live = after(filled(8), review(4), plan=a_plan(targets=(105,)))
    state, answer = live_through(live, flat)
    over = must(Over, state)
    assert (over.reason, must(Live, over.live).ledger.net) == ("closed outside our sight", money(-40))
    assert {order.tag for order in of(CancelOrder, answer)} == {ENTRY, tag("tp1")}


def test_a_drift_to_nothing_ends_the_position() -> None:
    assert must(Over, live_through(a_live(), QuantityDrifted(CALL, at(50), quantity(0), price(95)))[0]).live


def test_a_close_found_flat_is_over() -> None:
    assert must(Over, live_through(closing(), FoundFlat(CALL, at(50), price(95)))[0]).reason == "user:1"


def test_a_drift_upward_is_held_and_has_to_be_proven_protected() -> None:
    live = must(Live, live_through(a_live(), QuantityDrifted(CALL, at(20), quantity(12), price(100)))[0])
    assert live.ledger.held == 12
    assert isinstance(live.stop, Unconfirmed)


def test_a_drift_while_closing_is_closed_with_the_next_review() -> None:
    state = live_through(closing(), QuantityDrifted(CALL, at(22), quantity(12), price(100)))[0]
    assert only(PlaceExit, answer_to(state, review(25))).order.quantity == 12


def test_a_late_fill_after_cancel_reopens_protection() -> None:
    gone = after(OrderAccepted(CALL, at(1), ENTRY), OrderEnded(CALL, at(5), ENTRY, quantity(0), "cancelled"))
    state, answer = live_through(gone, filled(3, when=6))
    live = must(Live, state)
    assert row(live.stop, live.ledger.held, live.entry_open) == (Unconfirmed(price(95), at(6), 0), 3, False)
    assert of(ProveStop, answer)
    assert of(WakeAt, answer)


def test_a_late_fill_after_a_finished_life_is_protected_without_its_old_wishes() -> None:
    over = live_through(after(filled(5), review(4), plan=a_plan(targets=(105, 110))), left(5), ended("entry"))[0]
    state, answer = live_through(must(Over, over), filled(5, when=30))
    live = must(Live, state)
    assert row(live.ledger.held, live.wanted, live.best, live.stop.price) == (5, None, 100, 95)
    assert [order.order.quantity for order in of(PlaceExit, answer)] == [Decimal("2.5"), Decimal("2.5")]


def test_a_fill_told_again_after_the_end_stays_over() -> None:
    over = live_through(a_live(), left(10))[0]
    assert live_through(over, filled(10))[0] == over


def test_late_money_is_still_booked_after_the_end() -> None:
    over = must(Over, live_through(a_live(), left(10))[0])
    late = must(Over, live_through(over, FundingBooked(CALL, at(60), money(-1)))[0])
    assert must(Live, late.live).ledger.funding == -1


def test_money_told_twice_is_booked_once() -> None:
    paid = FundingBooked(CALL, at(30), money(-1), ExecutionId("f1"))
    later = FundingBooked(CALL, at(60), money(-2), ExecutionId("f2"))
    live = must(Live, live_through(a_live(), paid, later, paid)[0])
    assert live.ledger.funding == -3


def test_orders_and_timers_of_a_finished_life_change_nothing() -> None:
    over = live_through(a_live(), left(10))[0]
    for fact in (review(30), stands(95), CLOSE, ended("tp1"), StopLost(CALL, at(30), "none")):
        assert live_through(over, fact) == (over, ())


def test_the_same_execution_counts_once() -> None:
    twice = must(Live, after(filled(4, execution="x"), filled(4, execution="x", when=2)))
    assert twice.ledger.held == 4
    out_twice = must(Live, live_through(a_live(), left(4, execution="y"), left(4, execution="y", when=11))[0])
    assert out_twice.ledger.held == 6


def test_a_cancel_takes_back_the_rest_of_the_entry_and_keeps_what_is_held() -> None:
    state, answer = live_through(after(filled(4)), CancelAsked(CALL, at(5), "channel:-1"))
    assert only(CancelOrder, answer).tag == ENTRY
    assert isinstance(state, Live)
    assert answer_to(a_live(), CancelAsked(CALL, at(5), "channel:-1")) == ()


def test_a_close_is_asked_for_only_once() -> None:
    again = CloseAsked(CALL, at(22), "channel:-1")
    assert live_through(closing(), again) == (closing(), ())


def test_nothing_but_the_close_is_decided_on_the_way_out() -> None:
    for fact in (PriceReached(CALL, at(22), price(120)), StopMoveAsked(CALL, at(22), price(99), "user:1")):
        assert answer_to(closing(), fact) == ()


def test_a_refused_target_changes_nothing_on_the_way_out() -> None:
    answer: tuple[Line, ...] = answer_to(closing(), OrderRefused(CALL, at(22), tag("tp1"), "1", "gone"))
    assert answer == ()


def test_a_short_closes_like_a_long() -> None:
    live = a_live(a_plan(Side.SHORT))
    order = only(PlaceExit, answer_to(live, CLOSE)).order
    assert row(order.side, order.quantity) == (Side.SHORT, 10)
