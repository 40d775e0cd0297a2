"""Targets that are cut anew: for what is held after a part was sold, and where the venue had refused them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands import CancelOrder, MoveStop, PlaceExit, WakeAt
from core.events import (
    CloseAsked,
    ExitCause,
    LadderRecut,
    OrderEnded,
    OrderRefused,
    PositionFact,
    PriceReached,
    QuantityDrifted,
    RungCut,
)
from core.plans import Target
from core.position import Live, Position
from core.position.listening import levels
from core.position.recutting import REFUSALS_EACH
from core.position.states import part_quantity
from core.reconcile import compare
from core.vocabulary import OrderTag
from tests.builders import (
    BTC,
    CALL,
    a_holding,
    a_live,
    a_plan,
    an_observation,
    an_order,
    answer_to,
    at,
    left,
    live_through,
    must,
    of,
    only,
    price,
    quantity,
    review,
    row,
    tag,
)


def refused(by: OrderTag, when: float = 10) -> OrderRefused:
    return OrderRefused(CALL, at(when), by, "110009", "too many orders wait on this contract")


def exits(state: Position) -> list[tuple[object, ...]]:
    return [row(rung.index, rung.price, rung.quantity) for rung in must(Live, state).working_rungs]


# --- refused ----------------------------------------------------------------------------------


def test_a_refused_target_is_placed_again_under_another_name() -> None:
    state, answer = live_through(a_live(a_plan(targets=(105, 110))), refused(tag("tp1")))
    assert row(of(PlaceExit, answer), only(WakeAt, answer).at) == ([], at(15))
    again, answer = live_through(state, review(15))
    order = only(PlaceExit, answer).order
    assert row(order.tag, order.price, order.quantity) == (tag("tp1", 1), 105, 5)
    assert sorted(exits(again)) == [(0, 105, 5), (1, 110, 5)]
    assert of(LadderRecut, answer_to(again, review(30))) == []


def test_a_refused_target_is_not_taken_for_reached_while_it_waits_to_be_placed() -> None:
    """Its order takes the market then."""
    state = live_through(a_live(a_plan(targets=(105, 110))), refused(tag("tp1")))[0]
    assert levels(state).above is None
    passed = live_through(state, PriceReached(CALL, at(12), price(106)))[0]
    assert must(Live, passed).hits == 0
    assert only(PlaceExit, answer_to(passed, review(15))).order.price == 105


def test_a_target_that_is_always_refused_is_given_up_and_counts_by_its_price() -> None:
    state: Position = a_live(a_plan(targets=(105,)))
    asked = 1
    for turn in range(20):
        for rung in must(Live, state).working_rungs:
            state, answer = live_through(state, refused(rung.tag, 10 + 10 * turn), review(16 + 10 * turn))
            asked += len(of(PlaceExit, answer))
    assert asked == REFUSALS_EACH + 1
    assert levels(state).above == 105
    assert only(MoveStop, answer_to(state, PriceReached(CALL, at(300), price(105)))).price == Decimal("100.2")


# --- less is held -----------------------------------------------------------------------------


def half(fraction: str = "0.5", when: float = 20) -> CloseAsked:
    return CloseAsked(CALL, at(when), "user:1", Decimal(fraction))


def sold(amount: str | int, by: OrderTag | None, when: float, cause: ExitCause = ExitCause.CLOSE) -> PositionFact:
    return left(amount, when=when, by=by, cause=cause, at_price=102)


def gone(*tags: OrderTag, when: float = 22) -> list[PositionFact]:
    return [OrderEnded(CALL, at(when), each, quantity(0), "cancelled") for each in tags]


def test_after_half_was_closed_every_target_gets_half_of_what_it_had() -> None:
    """Only the first target was left, with nearly all of it."""
    live = a_live(a_plan(size=12, targets=(105, 110, 115)))
    asked = live_through(live, half())[0]
    state, answer = live_through(asked, *gone(tag("tp1"), tag("tp2"), tag("tp3")), sold(6, tag("part", 1), 23))
    assert only(LadderRecut, answer).rungs == tuple(
        RungCut(index, tag(f"tp{index + 1}", 1), price(at_), quantity(2)) for index, at_ in enumerate((105, 110, 115))
    )
    assert len(of(PlaceExit, answer)) == 3
    assert exits(state) == [(0, 105, 2), (1, 110, 2), (2, 115, 2)]


def test_the_targets_come_back_whichever_of_the_answers_is_last() -> None:
    asked = live_through(a_live(a_plan(targets=(105, 110))), half())[0]
    sold_first = live_through(asked, sold(5, tag("part", 1), 21), *gone(tag("tp2")))[0]
    last, answer = live_through(sold_first, *gone(tag("tp1")))
    assert [order.order.quantity for order in of(PlaceExit, answer)] == [Decimal("2.5")] * 2
    assert of(PlaceExit, live_through(last, review(40))[1]) == []


def test_a_part_that_was_refused_gives_the_targets_all_of_it_back() -> None:
    asked = live_through(a_live(a_plan(targets=(105, 110))), half(), *gone(tag("tp1"), tag("tp2")))[0]
    state = live_through(asked, refused(tag("part", 1), 23))[0]
    assert exits(state) == [(0, 105, 5), (1, 110, 5)]


def test_a_target_that_fills_before_it_is_off_the_book_was_hit_and_is_not_sold_twice() -> None:
    asked = live_through(a_live(a_plan(size=12, targets=(105, 110, 115))), half())[0]
    hit = left(4, when=20.5, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105)
    state = live_through(asked, hit, *gone(tag("tp2"), tag("tp3")), sold(6, tag("part", 1), 23))[0]
    assert must(Live, state).hits == 1
    assert exits(state) == [(1, 110, 1), (2, 115, 1)]


def test_a_cancel_that_was_lost_is_asked_again_before_the_new_targets_come() -> None:
    asked = live_through(a_live(a_plan(targets=(105, 110))), half(), *gone(tag("tp2")), sold(5, tag("part", 1), 23))[0]
    assert [order.tag for order in of(CancelOrder, answer_to(asked, review(28)))] == [tag("tp1")]


def test_what_runs_on_keeps_its_part_after_half_was_closed() -> None:
    plan = a_plan(size=12, targets=(105, 110))
    runner = replace(plan, targets=tuple(Target(target.price, Decimal("0.25")) for target in plan.targets))
    asked = live_through(a_live(runner), half(), *gone(tag("tp1"), tag("tp2")))[0]
    assert exits(live_through(asked, sold(6, tag("part", 1), 23))[0]) == [
        (0, 105, Decimal("1.5")),
        (1, 110, Decimal("1.5")),
    ]


@pytest.mark.parametrize("found", [True, False])
def test_what_somebody_else_sold_is_shared_by_all_targets(found: bool) -> None:
    other: PositionFact = sold(5, None, 20, ExitCause.OUTSIDE)
    drift = QuantityDrifted(CALL, at(20), quantity(5), price(100))
    state = live_through(a_live(a_plan(targets=(105, 110))), drift if found else other, *gone(tag("tp1"), tag("tp2")))[
        0
    ]
    assert exits(state) == [(0, 105, Decimal("2.5")), (1, 110, Decimal("2.5"))]


@given(
    shares=st.lists(st.integers(1, 40), min_size=1, max_size=6),
    parts=st.lists(st.integers(1, 9), min_size=1, max_size=4),
)
def test_whatever_parts_are_sold_all_that_stays_has_its_target_and_no_more(shares: list[int], parts: list[int]) -> None:
    whole = max(100, sum(shares))
    runs = whole > sum(shares)
    goals = tuple(Target(price(105 + n), Decimal(share) / whole) for n, share in enumerate(shares))
    state: Position = a_live(replace(a_plan(size=20, targets=()), targets=goals))
    for number, tenths in enumerate(parts, 1):
        working = [rung.tag for rung in must(Live, state).working_rungs]
        when = 20 + 10 * number
        asked = must(Live, live_through(state, half(str(Decimal(tenths) / 10), when))[0])
        part = part_quantity(asked, Decimal(tenths) / 10)
        state = live_through(asked, sold(str(part), tag("part", number), when + 1), *gone(*working, when=when + 2))[0]
        live = must(Live, state)
        open_ = sum(rung.quantity for rung in live.working_rungs)
        share = live.ledger.held * sum(shares) / whole if runs else live.ledger.held
        assert 0 <= share - open_ < Decimal("0.001") * 2


def test_each_crumb_of_a_part_asks_for_no_cancel_again() -> None:
    """They queued up before the new targets, which were taken for lost and placed twice (seed attach-26112102)."""
    asked = live_through(a_live(a_plan(targets=(105, 110))), half())[0]
    state, first = live_through(asked, sold(2, tag("part", 1), 21))
    second = answer_to(state, sold(3, tag("part", 1), 21.1))
    assert of(CancelOrder, (*first, *second)) == []
    assert len(of(CancelOrder, answer_to(state, review(26)))) == 2


def test_a_target_that_was_replaced_is_remembered_and_swept_when_it_comes_late() -> None:
    state = live_through(a_live(a_plan(targets=(105, 110))), refused(tag("tp1")), review(15))[0]
    shown = an_observation(
        a_holding(), orders=tuple(an_order(each) for each in (tag("tp1"), tag("tp1", 1), tag("tp2")))
    )
    assert compare({CALL: state}, shown, frozenset()).orphans == ((BTC, tag("tp1")),)
