"""What a channel's later words do to a trade: other targets, a stop by another name, an entry taken back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands import CancelOrder, MoveStop, PlaceExit, WakeAt
from core.events import (
    EntryWithdrawAsked,
    ExitCause,
    LadderRecut,
    OrderAccepted,
    OrderEnded,
    OutcomeUnknown,
    RequestRefused,
    ReviewDue,
    StopMoveAsked,
    TargetsAsked,
)
from core.position import Awaiting, Live, Over, Position
from core.signals import OpenEnded, Percent, Pips, TargetLevel
from core.vocabulary import Side
from tests.builders import (
    CALL,
    ENTRY,
    Line,
    a_level,
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
    tag,
)

BY = "channel:-1001"


def targets(*levels: int | TargetLevel, when: float = 20, only_: int | None = None) -> TargetsAsked:
    asked = tuple(a_level(one) if isinstance(one, int) else one for one in levels)
    return TargetsAsked(CALL, at(when), tuple(one for one in asked if one is not None), BY, only_)


def off_the_book(leg: str, when: float = 21, ladder: int = 0) -> OrderEnded:
    return OrderEnded(CALL, at(when), tag(leg, ladder), quantity(0), "cancelled")


def placed(lines: tuple[Line, ...]) -> list[tuple[object, ...]]:
    return [(line.order.quantity, line.order.price) for line in of(PlaceExit, lines)]


def cancelled(lines: tuple[Line, ...]) -> list[str]:
    return [line.tag for line in of(CancelOrder, lines)]


# --- targets ----------------------------------------------------------------------------------


def test_only_the_targets_that_changed_leave_the_book_and_the_new_ones_follow_once_they_are_gone() -> None:
    live = a_live(a_plan(targets=(105, 110)))
    state, answer = live_through(live, targets(105, 112))
    assert cancelled(answer) == [tag("tp2")]
    assert not placed(answer), "exits on the book never exceed what is held (invariant I4)"
    state, answer = live_through(state, off_the_book("tp2"))
    assert placed(answer) == [(5, 112)]
    assert [target.price for target in must(Live, state).plan.targets] == [105, 112]
    assert only(LadderRecut, answer).rungs[0].index == 1


def test_another_number_of_targets_shares_out_everything_that_is_held() -> None:
    state, answer = live_through(a_live(a_plan(targets=(105, 110))), targets(104, 106, 108, 110))
    assert cancelled(answer) == [tag("tp1"), tag("tp2")]
    state, answer = live_through(state, off_the_book("tp1"))
    assert not placed(answer)
    assert placed(live_through(state, off_the_book("tp2", 22))[1]) == [
        (Decimal("2.5"), 104),
        (Decimal("2.5"), 106),
        (Decimal("2.5"), 108),
        (Decimal("2.5"), 110),
    ]


def test_a_target_that_was_hit_stays_hit_whatever_the_channel_writes() -> None:
    hit = left(5, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105)
    state = live_through(a_live(a_plan(targets=(105, 110))), hit)[0]
    state, answer = live_through(state, targets(105, 115))
    assert cancelled(answer) == [tag("tp2")]
    state, answer = live_through(state, off_the_book("tp2"))
    assert placed(answer) == [(5, 115)]
    assert must(Live, state).hits == 1


def test_one_target_is_exchanged_by_its_number() -> None:
    state, answer = live_through(a_live(a_plan(targets=(105, 110))), targets(111, only_=2))
    assert cancelled(answer) == [tag("tp2")]
    assert [target.price for target in must(Live, state).plan.targets] == [105, 111]


def test_an_open_end_leaves_its_share_to_run() -> None:
    state, _ = live_through(a_live(a_plan(targets=(105, 110))), targets(105, 110, OpenEnded()))
    state, _ = live_through(state, off_the_book("tp1"))
    shared = of(PlaceExit, live_through(state, off_the_book("tp2", 22))[1])
    assert sum(line.order.quantity for line in shared) == Decimal("6.666")


def test_targets_given_to_a_trade_that_had_none_are_cut_at_once() -> None:
    assert placed(answer_to(a_live(a_plan()), targets(105, 110))) == [(5, 105), (5, 110)]


def test_targets_of_an_unfilled_entry_are_exchanged_in_the_plan() -> None:
    waiting = after(OrderAccepted(CALL, at(1), ENTRY), plan=a_plan(targets=(105,)))
    state, answer = live_through(waiting, targets(106, 112))
    assert answer == ()
    assert placed(live_through(state, filled(10, when=30))[1]) == [(5, 106), (5, 112)]


@pytest.mark.parametrize(("side", "wrong"), [(Side.LONG, 99), (Side.SHORT, 101)])
def test_targets_on_the_wrong_side_of_the_entry_are_refused_aloud(side: Side, wrong: int) -> None:
    live = a_live(a_plan(side, targets=(105,) if side is Side.LONG else (95,)))
    state, answer = live_through(live, targets(wrong))
    assert "do not fit" in only(RequestRefused, answer).why
    assert not cancelled(answer)
    assert must(Live, state).plan == live.plan


def test_a_target_that_does_not_exist_cannot_be_exchanged() -> None:
    assert of(RequestRefused, answer_to(a_live(a_plan(targets=(105,))), targets(111, only_=2)))


def test_a_cancel_that_was_lost_is_asked_again() -> None:
    state, _ = live_through(a_live(a_plan(targets=(105, 110))), targets(105, 112))
    assert tag("tp2") in cancelled(answer_to(state, ReviewDue(CALL, at(30))))


def test_an_exchanged_target_that_fills_meanwhile_leaves_nothing_to_place() -> None:
    state, _ = live_through(a_live(a_plan(targets=(105, 110))), targets(105, 112))
    late = left(5, by=tag("tp2"), cause=ExitCause.TARGET, at_price=110, when=21)
    state, answer = live_through(state, late)
    assert not placed(answer)
    assert not placed(answer_to(state, off_the_book("tp2", 22)))


@given(
    st.lists(st.integers(101, 140), min_size=1, max_size=6, unique=True),
    st.lists(st.integers(101, 140), min_size=1, max_size=6, unique=True),
    st.booleans(),
)
def test_exits_never_exceed_what_is_held_whatever_is_exchanged(old: list[int], new: list[int], hit: bool) -> None:
    first = sorted(old)
    state: Position = a_live(a_plan(targets=tuple(first)))
    if hit and len(first) > 1:
        rung = must(Live, state).rungs[0]
        state = live_through(state, left(rung.quantity, by=rung.tag, cause=ExitCause.TARGET, at_price=int(rung.price)))[
            0
        ]
    state, answer = live_through(state, targets(*new))
    for number, line in enumerate(of(CancelOrder, answer)):
        assert within_held(state)
        state, _ = live_through(state, OrderEnded(CALL, at(21 + number), line.tag, quantity(0), "cancelled"))
    assert within_held(state)


def within_held(state: Position) -> bool:
    live = must(Live, state)
    return sum(rung.quantity - rung.filled for rung in live.working_rungs) <= live.ledger.held


# --- the stop ---------------------------------------------------------------------------------


def test_a_stop_goes_to_a_target_by_its_number() -> None:
    live = a_live(a_plan(targets=(105, 110)))
    assert only(MoveStop, answer_to(live, StopMoveAsked(CALL, at(20), None, BY, 1))).price == 105
    assert "no target 3" in only(RequestRefused, answer_to(live, StopMoveAsked(CALL, at(20), None, BY, 3))).why


@pytest.mark.parametrize(("distance", "stop"), [(Pips(Decimal(3)), 97), (Percent(Decimal(1)), 99)])
def test_a_stop_by_its_distance_is_measured_from_the_fill(distance: Pips | Percent, stop: int) -> None:
    asked = StopMoveAsked(CALL, at(20), None, BY, distance=distance)
    assert only(MoveStop, answer_to(a_live(), asked)).price == stop


def test_a_stop_in_profit_is_measured_from_the_fill_in_the_trades_favour() -> None:
    asked = StopMoveAsked(CALL, at(20), None, BY, beyond=Pips(Decimal(3)))
    assert only(MoveStop, answer_to(a_live(), asked)).price == 103


@pytest.mark.parametrize(
    "asked",
    [
        StopMoveAsked(CALL, at(30), price(90), BY),
        StopMoveAsked(CALL, at(30), None, BY, beyond=Pips(Decimal(3))),
        StopMoveAsked(CALL, at(30), None, BY, 1),
        StopMoveAsked(CALL, at(30), None, BY, distance=Percent(Decimal(5))),
    ],
)
def test_a_stop_that_would_be_loosened_is_refused_aloud_however_its_place_is_named(asked: StopMoveAsked) -> None:
    """A channel that moved it by a distance, or to a target, was not answered."""
    live = live_through(a_live(a_plan(targets=(105, 110))), StopMoveAsked(CALL, at(20), price(107), BY))[0]
    answer = answer_to(live, asked)
    assert "only tightened: it stands at 107" in only(RequestRefused, answer).why
    assert not of(MoveStop, answer)


def test_a_stop_that_is_better_than_break_even_already_is_no_news() -> None:
    live = live_through(a_live(), StopMoveAsked(CALL, at(20), price(107), BY))[0]
    assert not answer_to(live, StopMoveAsked(CALL, at(30), None, BY))


# --- the entry --------------------------------------------------------------------------------


def withdrawn(*, rest: bool = True) -> EntryWithdrawAsked:
    return EntryWithdrawAsked(CALL, at(20), BY, "its post was deleted", rest)


def test_a_withdrawn_entry_leaves_the_book_and_the_trade_is_over() -> None:
    waiting = after(OrderAccepted(CALL, at(1), ENTRY))
    state, answer = live_through(waiting, withdrawn())
    assert cancelled(answer) == [ENTRY]
    assert isinstance(state, Awaiting)
    assert isinstance(live_through(state, off_the_book("entry"))[0], Over)


def test_what_fills_while_its_entry_is_withdrawn_stays_and_is_protected() -> None:
    state = live_through(after(OrderAccepted(CALL, at(1), ENTRY)), withdrawn(), filled(10, when=21))[0]
    assert must(Live, state).ledger.held == 10


def test_the_rest_of_a_half_filled_entry_is_taken_back_by_a_deletion_and_not_by_an_edit() -> None:
    half = after(filled(5))
    assert cancelled(answer_to(half, withdrawn())) == [ENTRY]
    assert not cancelled(answer_to(half, withdrawn(rest=False)))


def test_a_price_is_on_the_grid() -> None:
    state, _ = live_through(a_live(a_plan(targets=(105,))), targets(Pips(Decimal("7.77"))))
    assert must(Live, state).plan.targets[0].price == price("107.7")


def test_an_entry_that_was_taken_back_is_asked_for_again_until_it_is_off_the_book() -> None:
    """A cancel may be lost like any other request (seed two-step-1056)."""
    state, _ = live_through(after(OrderAccepted(CALL, at(1), ENTRY)), withdrawn(), said_nothing("entry"))
    state, again = live_through(state, OrderAccepted(CALL, at(22), ENTRY), ReviewDue(CALL, at(25)))
    assert cancelled(again) == [ENTRY]
    assert of(WakeAt, again)
    assert isinstance(live_through(state, off_the_book("entry"))[0], Over)


def test_so_is_the_rest_of_an_entry_that_has_filled_in_part() -> None:
    state, first = live_through(after(filled(5)), withdrawn())
    assert of(WakeAt, first)
    assert cancelled(answer_to(state, ReviewDue(CALL, at(25)))) == [ENTRY]


def said_nothing(leg: str) -> OutcomeUnknown:
    return OutcomeUnknown(CALL, at(21), tag(leg), "no answer")
