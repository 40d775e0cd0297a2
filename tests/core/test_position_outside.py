"""A stop that somebody else moved is respected, said once, and never put back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.commands import MoveStop
from core.events import (
    PriceReached,
    ReviewDue,
    StopConfirmed,
    StopLoosenAsked,
    StopLost,
    StopMoveAsked,
    StopMovedOutside,
)
from core.plans import Handling
from core.position import Live, Working
from core.rules import Protection, Trail
from tests.builders import (
    CALL,
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
    row,
    stands,
    tag,
)


def test_a_stop_moved_by_hand_is_taken_over_and_said_once() -> None:
    live, said = live_through(a_live(), stands(97, when=60))
    assert said == (StopMovedOutside(CALL, at(60), price(95), price(97)),)
    assert must(Live, live).stop == Working(price(97), quantity(10))
    _, again = live_through(live, stands(97, when=70))
    assert again == ()


def test_our_own_move_is_not_taken_for_the_owners() -> None:
    live = must(
        Live, live_through(a_live(a_plan(targets=(105, 110))), left(5, when=30, by=tag("tp1", 0), at_price=105))[0]
    )
    moved, _ = live_through(live, stands(100, amount=10, when=31))
    late, said = live_through(moved, stands(95, when=32))
    assert not of(StopMovedOutside, said)
    assert must(Live, late).overruled is None


def test_a_stop_that_an_older_request_of_ours_put_back_is_moved_again() -> None:
    """The older request was given up and arrived after the newer one (seed two-step-1040, fault B02)."""
    live = trailing()
    slipped = live_through(live, stands(102, when=22))[0]
    again = live_through(slipped, ReviewDue(CALL, at(25)))[1]
    assert only(MoveStop, again).price == price("102.9")
    assert not of(MoveStop, live_through(slipped, stands("102.9", when=23), ReviewDue(CALL, at(25)))[1])


def test_an_old_page_does_not_undo_what_is_known_of_a_stop() -> None:
    """A channel would else tighten from where the stop stood before (seed two-step-20257, fault B15)."""
    live = trailing()
    assert live_through(live, stands(95, when=20))[0] == live
    set_back = live_through(live, stands(95, when=-3000))[0]
    assert must(Live, set_back).stop == Working(price(95), quantity(10))


def test_an_old_page_does_not_undo_what_is_known_of_a_stop_for_less_than_is_held() -> None:
    """A fill was late, and the stop was put back to where it stood before it was moved (seed attach-170282)."""
    moved = live_through(after(filled(), stands(95, 4)), StopMoveAsked(CALL, at(20), price(98), "user:1"))[0]
    shown = must(Live, live_through(moved, stands(98, 4, when=21))[0])
    assert row(shown.standing, shown.wanted) == (98, None)
    late = live_through(shown, stands(95, 4, when=19), stands(95, 10, when=20.5))[0]
    assert late == shown
    assert only(MoveStop, answer_to(late, ReviewDue(CALL, at(25)))).price == 98


def test_two_old_pages_do_not_undo_what_is_known_of_a_stop() -> None:
    """The one shows none, and the other, a little younger, the stop before it was moved."""
    live = trailing()
    lost = live_through(live, StopLost(CALL, at(18), "the venue shows a position without a stop"))[0]
    late = live_through(lost, stands(95, when=19))[0]
    assert late == lost
    assert only(MoveStop, answer_to(late, ReviewDue(CALL, at(25)))).price == price("102.9")


def test_an_older_request_of_ours_does_not_undo_a_stop_for_less_than_is_held() -> None:
    moved = live_through(after(filled(), stands(95, 4)), StopMoveAsked(CALL, at(20), price(98), "user:1"))[0]
    slipped = live_through(moved, stands(98, 4, when=21), stands(95, 4, when=22))[0]
    assert row(must(Live, slipped).standing, must(Live, slipped).wanted) == (95, 98)
    assert only(MoveStop, answer_to(slipped, ReviewDue(CALL, at(25)))).price == 98


def test_a_page_from_before_a_further_fill_was_told_does_not_undo_what_is_known_of_a_stop() -> None:
    """The fill is older than the page that first showed the stop: whatever is older than that page is old."""
    live = trailing()
    apart = replace(live, plan=replace(live.plan, handling=Handling(attached_stop=False)))
    grown = live_through(apart, filled(2, when=18))[0]
    assert live_through(grown, stands(95, 10, when=19))[0] == grown


@pytest.mark.parametrize("shown", [4, 12])
def test_a_page_from_before_the_fill_shows_the_stop_of_another_trade(shown: int) -> None:
    """It was looser, and would be set for this one (seed attach-60326, fault B17)."""
    fresh = after(filled(when=10))
    late = live_through(fresh, stands(90, shown, when=8))[0]
    assert late == fresh
    assert only(MoveStop, answer_to(late, ReviewDue(CALL, at(13)))).price == 95
    assert must(Live, live_through(late, stands(95, when=9))[0]).stop == Working(price(95), quantity(10))
    assert must(Live, live_through(late, stands(97, when=11))[0]).stop == Working(price(97), quantity(10))


def test_the_room_that_the_owner_asked_for_stays() -> None:
    room = live_through(trailing(), StopLoosenAsked(CALL, at(22), price(96), "user:42"), stands(96, when=22))[0]
    flickers = live_through(room, stands("102.9", when=23), stands(96, when=24))[0]
    assert must(Live, flickers).wanted is None


def test_the_rules_tighten_from_where_the_owner_put_it() -> None:
    tightened = live_through(trailing(), stands(103, when=60))[0]
    nothing = live_through(tightened, PriceReached(CALL, at(61), price(105)))[1]
    assert not of(MoveStop, nothing)
    better = live_through(tightened, PriceReached(CALL, at(62), price(120)))[1]
    assert only(MoveStop, better).price > 103


def test_a_stop_that_the_owner_gave_more_room_is_not_put_back_by_the_old_reason() -> None:
    """The trail had put it to 102.9; the owner moves it to 96."""
    live = trailing()
    assert live.stop.price == price("102.9")
    loosened = live_through(live, stands(96, when=60))[0]
    same = live_through(loosened, PriceReached(CALL, at(61), price(105)))[1]
    assert not of(MoveStop, same)
    further = live_through(loosened, PriceReached(CALL, at(62), price(110)))[1]
    assert only(MoveStop, further).price > price("102.9")


def trailing() -> Live:
    """Trailing at two percent since the price was at 105."""
    plan = a_plan(protection=Protection(break_even_after=None, trail=Trail(0, Decimal(2))))
    live = live_through(a_live(plan), PriceReached(CALL, at(20), price(105)))[0]
    proven = StopConfirmed(CALL, at(21), price("102.9"), quantity(10))
    return must(Live, live_through(live, proven)[0])


def test_a_stop_that_came_along_with_more_than_we_hold_is_not_the_owners_move() -> None:
    """Somebody's order filled, and the venue put its older stop in the place of ours (seed two-step-20328)."""
    live, said = live_through(a_live(), stands(93, amount=14, when=60))
    assert not of(StopMovedOutside, said)
    assert must(Live, live).wanted == price(95)


def test_such_a_stop_is_put_back_although_we_never_moved_one() -> None:
    """It was looked at again every three seconds, and never asked for (seed attach-51366)."""
    slipped = live_through(a_live(), stands(93, amount=14, when=60))[0]
    early = live_through(slipped, ReviewDue(CALL, at(62)))
    assert not of(MoveStop, early[1])
    assert only(MoveStop, live_through(early[0], ReviewDue(CALL, at(63)))[1]).price == 95
