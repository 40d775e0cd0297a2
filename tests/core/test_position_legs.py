"""A position entered by several orders: each named, each with its stop, the rest given up when it has to be."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from core.commands import CancelOrder, LookUp, MoveStop, PlaceEntry, PlaceExit, WakeAt
from core.events import (
    CancelAsked,
    CloseAsked,
    EntriesReleased,
    ExitCause,
    LadderCut,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    PriceReached,
    ReviewDue,
    StopMoveAsked,
)
from core.orders import EntryKind, TimeInForce
from core.plans import Handling, Plan, Target
from core.position import Awaiting, Closing, Live, Opening, Over, Unconfirmed, Working
from core.position.listening import SILENT, Levels, levels
from core.strategies import Entries
from core.vocabulary import OrderTag, Side
from tests.builders import (
    CALL,
    ENTRY,
    a_ladder,
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
    planned,
    price,
    quantity,
    reached,
    row,
    stands,
    tag,
)

SECOND, THIRD = tag("entry2"), tag("entry3")
LADDER = a_ladder(100, 98, 96, stop=price(90), targets=(105, 110))


def accepted(name: OrderTag = ENTRY, when: float = 1) -> OrderAccepted:
    return OrderAccepted(CALL, at(when), name)


def ended(name: OrderTag, amount: str | int = 0, when: float = 5) -> OrderEnded:
    return OrderEnded(CALL, at(when), name, quantity(amount), "cancelled")


def one_at_a_time(plan: Plan = LADDER) -> Plan:
    return replace(plan, entries=Entries(active_max=1))


def trailing(**changes: Any) -> Plan:
    return a_ladder(100, 98, stop=price(90), entries=Entries(trailing_pct=Decimal(1)), **changes)


# --- sending ----------------------------------------------------------------------------------


def test_every_order_of_a_ladder_is_sent_with_its_stop_under_a_name_of_its_own() -> None:
    orders = [sent.order for sent in of(PlaceEntry, live_through(None, planned(LADDER))[1])]
    assert [row(o.tag, o.price, o.quantity, o.stop) for o in orders] == [
        (ENTRY, 100, 5, 90),
        (SECOND, 98, 5, 90),
        (THIRD, 96, 5, 90),
    ]


def test_no_more_orders_are_active_than_allowed_and_the_next_follows_a_fill() -> None:
    state, answer = live_through(None, planned(one_at_a_time()))
    assert only(PlaceEntry, answer).order.tag == ENTRY
    state, answer = live_through(state, accepted(), filled(5, when=2))
    assert only(PlaceEntry, answer).order.tag == SECOND
    assert only(EntriesReleased, answer).tags == (SECOND,)
    assert [leg.tag for leg in must(Live, state).entering.resting] == [SECOND]


def test_the_next_order_carries_the_stop_that_stands_by_then() -> None:
    state = after(filled(2), stands(92, 2), plan=one_at_a_time())
    assert only(PlaceEntry, answer_to(state, filled(3, when=5))).order.stop == 92


def test_a_refused_order_lets_the_next_one_try_and_only_the_last_refusal_is_the_end() -> None:
    state = after(plan=one_at_a_time(a_ladder(100, 98, stop=price(90))))
    state, answer = live_through(state, OrderRefused(CALL, at(1), ENTRY, "1", "no"))
    assert only(PlaceEntry, answer).order.tag == SECOND
    assert must(Over, live_through(state, OrderRefused(CALL, at(2), SECOND, "1", "no"))[0]).reason == "refused: no"


def test_an_order_without_an_answer_is_looked_up_on_review_however_many_others_filled() -> None:
    state = after(accepted(), filled(5, when=2), stands(90, 5), plan=LADDER)
    assert [asked.tag for asked in of(LookUp, answer_to(state, ReviewDue(CALL, at(6))))] == [SECOND, THIRD]
    known = live_through(state, accepted(SECOND), accepted(THIRD))[0]
    assert of(LookUp, answer_to(known, ReviewDue(CALL, at(6)))) == []


# --- filling ----------------------------------------------------------------------------------


def test_the_targets_are_cut_for_each_order_that_has_filled_whole() -> None:
    state, answer = live_through(after(plan=LADDER), filled(5))
    assert [rung.quantity for rung in only(LadderCut, answer).rungs] == [Decimal("2.5"), Decimal("2.5")]
    answer = answer_to(state, filled(5, when=3, leg="entry2", at_price=98))
    assert [row(o.order.tag, o.order.quantity) for o in of(PlaceExit, answer)] == [
        (tag("tp1", 1), Decimal("2.5")),
        (tag("tp2", 1), Decimal("2.5")),
    ]


def test_an_older_stop_that_a_fill_brings_along_is_moved_back_at_once() -> None:
    tight = live_through(after(filled(5), stands(90, 5), plan=LADDER), stands(95, 5, when=4))[0]
    state, answer = live_through(tight, filled(5, when=6, leg="entry2", at_price=98))
    assert only(MoveStop, answer).price == 95
    live = must(Live, state)
    assert row(live.stop, live.wanted) == (Unconfirmed(price(90), at(6), 0), 95)
    proven = must(Live, live_through(state, stands(95, 10, when=7))[0])
    assert row(proven.stop, proven.wanted) == (Working(price(95), quantity(10)), None)


def test_no_more_exits_rest_than_the_venue_takes_and_nothing_that_fills_is_without_one() -> None:
    state, _ = live_through(None, planned(replace(LADDER, handling=Handling(exits_max=4))))
    cut = []
    for number, leg in enumerate(("entry", "entry2", "entry3")):
        state, answer = live_through(state, filled(5, when=number + 2, leg=leg, at_price=98))
        cut.append([row(rung.index, rung.quantity) for rung in only(LadderCut, answer).rungs])
    assert cut == [[(0, Decimal("2.5")), (1, Decimal("2.5"))], [(0, 5)], [(0, 5)]]


def test_a_runner_keeps_its_share_also_where_the_venue_takes_few_exits() -> None:
    targets = tuple(Target(price(each), Decimal("0.25")) for each in (105, 110))
    few = replace(LADDER, targets=targets, handling=Handling(exits_max=2))
    assert [row(r.index, r.quantity) for r in only(LadderCut, answer_to(after(plan=few), filled(5))).rungs] == [
        (0, Decimal("2.5"))
    ]


def test_a_fill_in_two_crumbs_of_an_order_keeps_what_it_filled() -> None:
    state = must(Live, after(filled(2), filled(1, when=2), plan=LADDER))
    leg = state.entering.legs[0]
    assert row(leg.filled, leg.is_resting) == (3, True)


# --- giving up --------------------------------------------------------------------------------


def test_what_a_fill_takes_from_somebody_elses_holding_is_neither_held_nor_given_exits() -> None:
    """It was believed held until two readings of the venue said otherwise (seed two-step-160945)."""
    against = replace(filled(4), netted=quantity(4))
    waiting = must(Awaiting, after(accepted(), against))
    assert row(waiting.entering.legs[0].filled, waiting.entering.may_fill) == (4, 6)
    live, _ = live_through(waiting, filled(6, when=2))
    assert must(Live, live).ledger.held == 6
    in_part = must(Live, after(accepted(), replace(filled(10), netted=quantity(3)), plan=a_plan(targets=(105,))))
    assert row(in_part.ledger.held, [rung.quantity for rung in in_part.rungs], in_part.may_grow) == (7, [7], False)
    over = must(Over, after(accepted(), replace(filled(10), netted=quantity(10))))
    assert row(over.live, over.reason) == (None, "filled against what somebody else held on the other side")
    assert live_through(over, replace(filled(3, when=9, execution="late"), netted=quantity(3)))[0] == over


def test_once_a_target_is_taken_the_rest_of_the_entry_is_given_up() -> None:
    state = after(filled(5), stands(90, 5), plan=LADDER)
    target = left("2.5", by=tag("tp1"), cause=ExitCause.TARGET, at_price=105)
    state, answer = live_through(state, target)
    assert {cancel.tag for cancel in of(CancelOrder, answer)} >= {SECOND, THIRD}
    gone = must(Live, live_through(state, ended(SECOND), ended(THIRD))[0])
    assert not gone.entry_open


def test_what_waits_is_never_sent_once_a_target_is_taken() -> None:
    state = after(filled(2), stands(90, 2), ReviewDue(CALL, at(4)), plan=one_at_a_time())
    target = left(1, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105)
    state = live_through(state, target)[0]
    assert of(PlaceEntry, answer_to(state, ended(ENTRY, 2, when=12))) == []


def test_orders_that_a_moved_stop_has_passed_are_given_up() -> None:
    plan = replace(LADDER, protection=replace(LADDER.protection, break_even_after=1))
    state = after(filled(5), stands(90, 5), accepted(SECOND), accepted(THIRD), plan=plan)
    moved = live_through(state, stands(90, 5, when=6))[0]
    answer = answer_to(moved, StopMoveAsked(CALL, at(7), price(97), "channel:-1001"))
    assert [cancel.tag for cancel in of(CancelOrder, answer)] == [THIRD]


def test_a_close_takes_every_order_back_and_a_fill_meanwhile_is_closed_too() -> None:
    state, answer = live_through(after(filled(5), plan=LADDER), CloseAsked(CALL, at(3), "user:1"))
    assert {cancel.tag for cancel in of(CancelOrder, answer)} >= {SECOND, THIRD}
    state = live_through(state, filled(5, when=4, leg="entry2", at_price=98))[0]
    assert must(Closing, state).live.ledger.held == 10


def test_a_stop_out_with_orders_left_cancels_them_before_it_is_over() -> None:
    state, answer = live_through(after(filled(5), plan=LADDER), left(5))
    assert {cancel.tag for cancel in of(CancelOrder, answer)} == {SECOND, THIRD, tag("tp1"), tag("tp2")}
    assert isinstance(live_through(must(Closing, state), ended(SECOND, when=11), ended(THIRD, when=11))[0], Over)


def test_a_channel_takes_the_rest_of_the_entry_back_and_what_is_held_stays() -> None:
    state, answer = live_through(after(filled(5), plan=LADDER), CancelAsked(CALL, at(3), "channel:-1001"))
    assert [cancel.tag for cancel in of(CancelOrder, answer)] == [SECOND, THIRD]
    assert isinstance(state, Live)


def test_a_ladder_is_over_only_when_its_last_order_has_ended_empty() -> None:
    state = after(accepted(), CloseAsked(CALL, at(2), "user:1"), ended(ENTRY), ended(SECOND), plan=LADDER)
    assert isinstance(state, Awaiting)
    assert must(Over, live_through(state, ended(THIRD))[0]).reason == "user:1"


def test_the_rest_of_a_ladder_expires_with_it() -> None:
    state = after(filled(5), stands(90, 5), accepted(SECOND), accepted(THIRD), plan=LADDER)
    answer = answer_to(state, ReviewDue(CALL, LADDER.expires_at))
    assert [cancel.tag for cancel in of(CancelOrder, answer)] == [SECOND, THIRD]


def test_a_target_that_trades_before_the_entry_ends_the_call() -> None:
    plan = replace(LADDER, quoted=price(101))
    state = after(accepted(), plan=plan)
    assert levels(state) == Levels(above=price(105))
    closing, answer = live_through(state, reached(105))
    assert only(CloseAsked, answer).by == "rule:the first target was reached before the entry"
    assert [cancel.tag for cancel in of(CancelOrder, answer)] == [ENTRY, SECOND, THIRD]
    assert levels(closing) == SILENT


def test_a_target_that_had_traded_before_the_call_or_that_the_owner_ignores_ends_nothing() -> None:
    beyond = replace(LADDER, quoted=price(106))
    patient = replace(LADDER, quoted=price(101), entries=Entries(cancel_on_target=False))
    for plan in (beyond, patient, LADDER):
        assert levels(after(accepted(), plan=plan)) == SILENT
        assert answer_to(after(accepted(), plan=plan), reached(107)) == ()


def test_a_breakout_whose_stop_trades_first_is_given_up() -> None:
    plan = a_plan(kind=EntryKind.STOP)
    state = after(accepted(), plan=plan)
    assert levels(state) == Levels(below=price(95))
    assert only(CloseAsked, answer_to(state, reached(95))).by == "rule:the stop was reached before the entry"


# --- trailing entries -------------------------------------------------------------------------


def test_a_trailing_entry_sends_nothing_until_its_price_is_touched_and_has_turned() -> None:
    state, answer = live_through(None, planned(trailing()))
    assert isinstance(state, Awaiting)
    assert row([type(line) for line in answer], levels(state)) == ([WakeAt], Levels(below=price(100)))
    state, answer = live_through(state, reached(100))
    assert (answer, levels(state)) == ((), Levels(above=price(101), below=price("99.9")))
    state, answer = live_through(state, reached(99, when=21))
    assert (answer, levels(state).above) == ((), Decimal("99.99"))
    state, answer = live_through(state, reached("99.99", when=22))
    order = only(PlaceEntry, answer).order
    assert row(order.tag, order.kind, order.price, order.quantity, order.stop) == (ENTRY, EntryKind.MARKET, None, 5, 90)
    assert levels(state) == Levels(below=price(98))


def test_orders_touched_by_the_same_fall_are_merged() -> None:
    state = live_through(after(plan=trailing()), reached(100), reached(97, when=21))[0]
    answer = answer_to(state, reached(98, when=22))
    assert [sent.order.tag for sent in of(PlaceEntry, answer)] == [ENTRY, SECOND]


def test_a_trailing_short_waits_for_the_price_to_fall_back() -> None:
    plan = a_ladder(100, side=Side.SHORT, entries=Entries(trailing_pct=Decimal(1)))
    state = live_through(after(plan=plan), reached(103))[0]
    assert levels(state) == Levels(above=price("103.103"), below=price("101.97"))
    assert only(PlaceEntry, answer_to(state, reached(101))).order.side is Side.SHORT


def test_what_was_seen_of_the_price_survives_and_a_deeper_order_trails_on_while_one_is_held() -> None:
    state = live_through(after(plan=trailing()), reached(100), reached(101, when=21), filled(5, when=22))[0]
    assert must(Live, state).entering.turn is None
    state = live_through(state, reached(98, when=30))[0]
    answer = answer_to(state, reached(99, when=31))
    assert only(PlaceEntry, answer).order.tag == SECOND


def test_a_trailing_entry_that_is_never_touched_expires_without_a_request() -> None:
    plan = trailing()
    state, answer = live_through(after(plan=plan), ReviewDue(CALL, plan.expires_at))
    assert must(Over, state).reason == "rule:the entry waited too long"
    assert of(CancelOrder, answer) == []


def test_what_still_waits_after_the_first_fill_expires_with_the_entry() -> None:
    """One hour after its two minutes a second order was bought at market: the first had filled long before."""
    plan = trailing(expires_at=at(120))
    touched = live_through(after(plan=plan), reached(100), reached(101, when=21))[0]
    state = live_through(touched, filled(5, when=22), stands(90, 5, 23))[0]
    assert min(bell.at for bell in of(WakeAt, answer_to(state, ReviewDue(CALL, at(25))))) == plan.expires_at
    waited, answer = live_through(state, reached(98, when=115), ReviewDue(CALL, at(120)))
    assert row(must(Live, waited).entering.waiting, of(WakeAt, answer), levels(waited).below) == ((), [], None)


def test_nothing_that_waited_is_sent_after_the_entry_has_expired_however_late_its_bell_rings() -> None:
    held = live_through(after(plan=trailing()), reached(100), reached(101, when=21), filled(5, when=22))[0]
    in_turn = after(accepted(), plan=one_at_a_time())
    late = LADDER.expires_at
    assert of(PlaceEntry, live_through(held, reached(98), PriceReached(CALL, late, price(99)))[1]) == []
    assert of(PlaceEntry, answer_to(in_turn, replace(filled(5), at=late))) == []
    assert of(PlaceEntry, answer_to(in_turn, OrderEnded(CALL, late, ENTRY, quantity(0), "cancelled"))) == []


def test_what_trails_after_the_order_before_it_was_refused_still_expires() -> None:
    capped = replace(trailing().legs[0], time_in_force=TimeInForce.IOC)
    plan = replace(trailing(), legs=(capped, trailing().legs[1]))
    answer = answer_to(after(plan=plan), OrderRefused(CALL, at(1), ENTRY, "1", "no"))
    assert [bell.at for bell in of(WakeAt, answer)] == [plan.expires_at]


def test_a_trailing_entry_is_given_up_when_the_stop_trades_first() -> None:
    state = live_through(after(plan=trailing()), reached(100), reached(90, when=21))[0]
    assert must(Over, state).reason == "rule:the stop was reached before the entry"


def test_what_still_trails_after_a_refusal_expires_and_asks_for_no_bell_of_the_past() -> None:
    """Found by the simulator: a review that asked for itself at once, for ever."""
    capped = replace(trailing().legs[0], time_in_force=TimeInForce.IOC)
    plan = replace(trailing(), legs=(capped, trailing().legs[1]))
    state = after(OrderRefused(CALL, at(1), ENTRY, "1", "no"), plan=plan)
    assert isinstance(state, Opening)
    over, answer = live_through(state, ReviewDue(CALL, plan.expires_at))
    assert must(Over, over).reason == "rule:the entry waited too long"
    assert of(WakeAt, answer) == []


# --- two steps --------------------------------------------------------------------------------


def two_step(plan: Plan) -> Plan:
    return replace(plan, handling=Handling(attached_stop=False))


def test_where_stops_do_not_travel_with_entries_the_first_fill_asks_for_one_at_once() -> None:
    state, answer = live_through(after(plan=two_step(a_plan())), filled(4))
    assert only(MoveStop, answer).price == 95
    assert must(Live, state).stop == Unconfirmed(price(95), at(1), 0)
    assert of(WakeAt, answer)


def test_each_further_fill_has_its_stop_asked_for_at_once_too() -> None:
    state = after(filled(4), stands(95, 4), plan=two_step(a_plan()))
    assert only(MoveStop, answer_to(state, filled(6, when=5))).price == 95


def test_a_first_stop_refused_because_the_price_is_past_it_closes_at_once() -> None:
    state = after(filled(4), plan=two_step(a_plan()))
    closing, answer = live_through(state, OrderRefused(CALL, at(2), tag("stop", 1), "-2021", "would trigger"))
    assert must(Closing, closing).by == "rule:no stop could be set (would trigger)"
    assert only(PlaceExit, answer).order.quantity == 4


def test_a_stop_that_is_not_proven_in_time_is_asked_for_again_and_then_left() -> None:
    state, when, moves = after(filled(), plan=two_step(a_plan())), 1.0, 1
    while isinstance(state, Live):
        when += 3
        state, answer = live_through(state, ReviewDue(CALL, at(when)))
        moves += len(of(MoveStop, answer))
    assert row(moves, when) == (4, 13)
    assert must(Closing, state).by == "rule:no stop could be proven"


def test_opening_is_opening_until_the_venue_has_answered() -> None:
    assert isinstance(after(plan=LADDER), Opening)
    assert isinstance(after(accepted(SECOND), plan=LADDER), Awaiting)
