"""Targets that are cut anew: placed again where the venue refused them, and never for ever."""

from __future__ import annotations

from decimal import Decimal

from core.commands import MoveStop, PlaceExit, WakeAt
from core.events import LadderRecut, OrderRefused, PriceReached, ReviewDue
from core.position import Live, Position
from core.position.listening import levels
from core.position.recutting import REFUSALS_EACH
from core.vocabulary import OrderTag
from tests.builders import CALL, a_live, a_plan, answer_to, at, live_through, must, of, only, price, row, tag


def refused(by: OrderTag, when: float = 10) -> OrderRefused:
    return OrderRefused(CALL, at(when), by, "110009", "too many orders wait on this contract")


def review(when: float) -> ReviewDue:
    return ReviewDue(CALL, at(when))


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
