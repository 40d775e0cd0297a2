"""Targets on the book: cut from what has filled, never more than is held."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.commands import CancelOrder, PlaceExit, ProveStop, WakeAt
from core.events import (
    CloseAsked,
    ExitCause,
    ExitFilled,
    LadderCut,
    OrderEnded,
    OrderRefused,
    PositionFact,
    QuantityDrifted,
    RequestRefused,
    ReviewDue,
)
from core.plans import Target
from core.position import Live, Position
from core.position.asking import TRIM_S
from core.position.ladders import cut_ladder
from core.position.recutting import is_replacing
from tests.builders import (
    CALL,
    ENTRY,
    Line,
    a_live,
    a_plan,
    after,
    an_instrument,
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
    tag,
)


def cut(answer: tuple[Line, ...]) -> list[Decimal]:
    return [rung.quantity for rung in only(LadderCut, answer).rungs]


def target(amount: str | int, number: int = 1, when: float = 10) -> PositionFact:
    return left(amount, when=when, by=tag(f"tp{number}"), cause=ExitCause.TARGET, at_price=105)


def test_a_whole_fill_is_shared_out_over_the_targets_at_once() -> None:
    answer = answer_to(after(plan=a_plan(targets=(105, 110))), filled(10))
    assert [row(o.order.quantity, o.order.price, o.order.tag) for o in of(PlaceExit, answer)] == [
        (5, 105, tag("tp1")),
        (5, 110, tag("tp2")),
    ]


def test_without_targets_nothing_is_put_on_the_book() -> None:
    assert of(LadderCut, answer_to(after(), filled(10))) == []


def test_an_entry_that_fills_in_crumbs_is_cut_once_it_pauses() -> None:
    state = after(filled(2), plan=a_plan(targets=(105, 110)))
    assert must(Live, state).rungs == ()
    assert cut(answer_to(state, ReviewDue(CALL, at(4)))) == [1, 1]


def test_an_entry_that_ended_in_part_is_cut_from_what_filled() -> None:
    state = after(filled(4), plan=a_plan(targets=(105, 110)))
    assert cut(answer_to(state, OrderEnded(CALL, at(5), ENTRY, quantity(4), "cancelled"))) == [2, 2]


def test_what_fills_later_is_cut_into_rungs_of_its_own() -> None:
    state = live_through(after(filled(4), plan=a_plan(targets=(105, 110))), ReviewDue(CALL, at(4)))[0]
    answer = answer_to(state, filled(6, when=9))
    assert [row(o.order.tag, o.order.quantity) for o in of(PlaceExit, answer)] == [
        (tag("tp1", 1), 3),
        (tag("tp2", 1), 3),
    ]


def test_what_fills_after_a_target_was_hit_goes_to_the_targets_ahead() -> None:
    first = ReviewDue(CALL, at(4))
    state = after(filled(4), first, target(2), plan=a_plan(targets=(105, 110)))
    assert [o.order.tag for o in of(PlaceExit, answer_to(state, filled(6, when=20)))] == [tag("tp2", 1)]


def test_shares_below_the_venues_minimum_go_to_the_nearest_targets() -> None:
    plan = a_plan(size=3, targets=(105, 110, 115, 120), instrument=an_instrument(quantity_min=quantity(1)))
    assert cut(answer_to(after(plan=plan), filled(3))) == [1, 1, 1]


def test_a_position_too_small_for_any_target_order_has_none() -> None:
    plan = a_plan(size=3, targets=(105,), instrument=an_instrument(quantity_min=quantity(5)))
    assert of(LadderCut, answer_to(after(plan=plan), filled(3))) == []


def test_the_share_of_an_open_ended_target_runs_on() -> None:
    plan = replace(a_plan(size=9), targets=(Target(price(105), Decimal(1) / 3), Target(price(110), Decimal(1) / 3)))
    assert sum(cut(answer_to(after(plan=plan), filled(9)))) == Decimal("5.999")


def test_a_drift_downward_takes_the_targets_back_the_furthest_first() -> None:
    live = a_live(a_plan(targets=(105, 110)))
    answer = answer_to(live, QuantityDrifted(CALL, at(20), quantity(6), price(100)))
    assert [order.tag for order in of(CancelOrder, answer)] == [tag("tp2"), tag("tp1")]
    assert of(ProveStop, answer)
    assert of(WakeAt, answer)


def test_a_partial_stop_takes_back_targets_that_are_not_held_any_more() -> None:
    answer = answer_to(a_live(a_plan(targets=(105, 110))), left(7))
    assert [order.tag for order in of(CancelOrder, answer)] == [tag("tp2"), tag("tp1")]


def test_a_refused_target_is_off_the_book_and_the_rest_stands() -> None:
    refused = OrderRefused(CALL, at(5), tag("tp1"), "1", "no")
    live = must(Live, live_through(a_live(a_plan(targets=(105, 110))), refused)[0])
    assert [rung.tag for rung in live.working_rungs] == [tag("tp2")]


def test_a_part_is_closed_at_market_and_makes_room_first() -> None:
    live = a_live(a_plan(targets=(105, 110)))
    answer = answer_to(live, CloseAsked(CALL, at(20), "user:1", Decimal("0.5")))
    assert [type(line) for line in answer] == [CancelOrder, PlaceExit, CancelOrder, WakeAt]
    assert [order.tag for order in of(CancelOrder, answer)] == [tag("tp2"), tag("tp1")]
    order = only(PlaceExit, answer).order
    assert row(order.quantity, order.price) == (5, None)


def test_each_part_has_a_name_of_its_own() -> None:
    half = [CloseAsked(CALL, at(20 + n), "user:1", Decimal("0.5")) for n in range(2)]
    state, first = live_through(a_live(), half[0])
    state, _ = live_through(state, left(5, when=20.5, by=tag("part", 1), cause=ExitCause.CLOSE))
    second = answer_to(state, half[1])
    assert only(PlaceExit, first).order.tag != only(PlaceExit, second).order.tag
    assert only(PlaceExit, second).order.quantity == Decimal("2.5")


def test_a_part_too_small_to_trade_is_refused_in_numbers_whoever_asks() -> None:
    tiny = CloseAsked(CALL, at(20), "channel:-1001", Decimal("0.00001"))
    refused = only(RequestRefused, answer_to(a_live(), tiny))
    numbers = "0.001 % of 10 BTC is 0.0001; the least order is 0.001 BTC, in steps of 0.001"
    assert row(refused.by, refused.why) == ("channel:-1001", numbers)


def test_a_second_part_while_one_is_on_its_way_out_is_refused_aloud() -> None:
    half = [CloseAsked(CALL, at(20 + n), "user:1", Decimal("0.5")) for n in range(2)]
    (refused,) = answer_to(live_through(a_live(), half[0])[0], half[1])
    assert isinstance(refused, RequestRefused)
    assert refused.why == "a part of it is on its way out; ask again once that has filled"


@pytest.mark.parametrize("second", ["0.5", "0.00001", "0.3"])
def test_two_parts_asked_for_in_one_moment_are_one(second: str) -> None:
    """A post that orders two of them, or two people and a clock that ticks sixty times a second."""
    wishes = (("user:1", "0.5"), ("user:2", second))
    first, again = (CloseAsked(CALL, at(20), by, Decimal(part)) for by, part in wishes)
    (refused,) = answer_to(live_through(a_live(), first)[0], again)
    assert isinstance(refused, RequestRefused)
    assert row(refused.by, refused.why[:34]) == ("user:2", "a part of it is on its way out; as")


@given(
    fills=st.lists(st.integers(1, 5000), min_size=1, max_size=6),
    count=st.integers(1, 10),
    least=st.integers(1, 3000),
)
def test_all_that_filled_is_shared_out_on_the_grid_in_orders_of_at_least_the_minimum(
    fills: list[int], count: int, least: int
) -> None:
    total = Decimal(sum(fills)) / 1000
    instrument = an_instrument(quantity_min=quantity(Decimal(least) / 1000))
    plan = a_plan(size=str(total), targets=tuple(range(101, 101 + count)), instrument=instrument)
    state = after(*(filled(Decimal(n) / 1000, when=1 + i) for i, n in enumerate(fills)), plan=plan)
    rungs = must(Live, state).rungs
    assert sum(rung.quantity for rung in rungs) == (total if total >= instrument.quantity_min else 0)
    assert all(rung.quantity >= instrument.quantity_min for rung in rungs)
    assert all(rung.quantity % instrument.step == 0 for rung in rungs)


@given(
    st.lists(
        st.tuples(st.sampled_from(["fill", "stop", "target", "drift", "part", "review"]), st.integers(1, 9)),
        max_size=25,
    )
)
@example([("fill", 7), ("review", 1), ("fill", 9), ("fill", 3), ("part", 1), ("fill", 1), ("stop", 8)])
def test_working_targets_never_exceed_what_is_held(story: list[tuple[str, int]]) -> None:
    """Cancels count as done once sent: the venue gets them before what is placed after them.

    While targets are replaced, what an exit leaves too much is taken off by the review that it asks for.
    """
    state: Position = after(plan=a_plan(size=20, targets=(105, 110, 115)))
    cancelled: set[str] = set()
    for number, (what, amount) in enumerate(story):
        when = 10 + 10 * number
        fact: PositionFact | None
        if what == "target":
            tags = [rung.tag for rung in state.working_rungs] if isinstance(state, Live) else []
            fact = left(1, when=when, by=tags[amount % len(tags)], cause=ExitCause.TARGET) if tags else None
        else:
            fact = _fact(what, amount, when)
        if fact is None:
            continue
        state, answer = live_through(state, fact)
        cancelled |= {order.tag for order in of(CancelOrder, answer)}
        if isinstance(state, Live) and isinstance(fact, ExitFilled) and is_replacing(state):
            review = min(wake.at for wake in of(WakeAt, answer))
            assert review <= at(when + TRIM_S)
            state, answer = live_through(state, ReviewDue(CALL, review))
            cancelled |= {order.tag for order in of(CancelOrder, answer)}
        if not isinstance(state, Live):
            return
        working = sum(r.quantity - r.filled for r in state.working_rungs if r.tag not in cancelled)
        assert working <= state.ledger.held


def _fact(what: str, amount: int, when: int) -> PositionFact:
    match what:
        case "fill":
            return filled(amount, when=when)
        case "stop":
            return left(amount, when=when)
        case "drift":
            return QuantityDrifted(CALL, at(when), quantity(amount), price(100))
        case "part":
            return CloseAsked(CALL, at(when), "user:1", Decimal(amount) / 10)
        case _:
            return ReviewDue(CALL, at(when))


def test_a_ladder_is_cut_only_from_what_no_other_order_holds() -> None:
    state = live_through(after(filled(5), plan=a_plan(targets=(105,))), ReviewDue(CALL, at(4)))[0]
    state = live_through(state, filled(4, when=5), left(4, when=6))[0]
    assert cut_ladder(must(Live, state)) == ()


def test_a_target_the_venue_would_not_cancel_is_asked_to_give_way_again() -> None:
    state = live_through(a_live(a_plan(targets=(105, 110))), left(7))[0]
    answer = answer_to(state, ReviewDue(CALL, at(15)))
    assert [order.tag for order in of(CancelOrder, answer)] == [tag("tp2"), tag("tp1")]
    assert of(WakeAt, answer)
