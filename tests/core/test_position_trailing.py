"""Stops that follow: each kind of trail, what activates it, how fast it may move, who may overrule it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.commands import MoveStop, PlaceEntry, PlaceExit, WakeAt
from core.events import (
    AddAsked,
    CloseAsked,
    EntryAdded,
    ExitCause,
    LadderCut,
    PositionFact,
    PriceReached,
    RangeMeasured,
    RequestRefused,
    ReviewDue,
    StopLoosenAsked,
    StopMoveAsked,
    StopMoveDecided,
)
from core.orders import TimeInForce
from core.plans import Handling, Plan, Target
from core.position import Closing, Live, Position
from core.position.listening import SILENT, Levels, levels
from core.position.protection import present
from core.position.scaling import at_risk
from core.position.trailing import break_even
from core.strategies import Exits, Protection, Split, Trail, TrailKind, shares
from core.vocabulary import Price, Side
from tests.builders import (
    CALL,
    a_ladder,
    a_live,
    a_plan,
    after,
    an_instrument,
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
    reached,
    row,
    stands,
    tag,
)

TARGETS = (105, 110, 115, 120)


def trailing(kind: TrailKind, distance: str | int = 1, after_target: int = 0, **changes: Any) -> Plan:
    trail = Trail(after_target, Decimal(distance), kind, changes.pop("after_pct", Decimal(0)))
    side = changes.pop("side", Side.LONG)
    goals = changes.pop("targets", TARGETS)
    return a_plan(side, size=20, targets=goals, protection=Protection(None, trail), **changes)


def hit(number: int, sign: int = 1) -> PositionFact:
    where = 100 + 5 * number * sign
    return left(5, when=10 + number, by=tag(f"tp{number}"), cause=ExitCause.TARGET, at_price=where)


def stops(plan: Plan, *facts: PositionFact) -> list[Decimal]:
    state: Position = a_live(plan)
    moved: list[Decimal] = []
    for fact in facts:
        state, answer = live_through(state, fact)
        moved += [move.price for move in of(MoveStop, answer)]
    return moved


# --- the kinds --------------------------------------------------------------------------------


def test_moving_target_stays_one_target_behind() -> None:
    moved = stops(trailing(TrailKind.MOVING_TARGET), hit(1), hit(2), hit(3))
    assert moved == [Decimal("100.2"), 105, 110]


def test_moving_two_target_stays_two_targets_behind() -> None:
    assert stops(trailing(TrailKind.MOVING_TWO_TARGET), hit(1), hit(2), hit(3)) == [Decimal("100.2"), 105]


def test_percent_below_trigger_keeps_its_distance_from_the_target_reached_last() -> None:
    plan = trailing(TrailKind.TRIGGER, 2)
    assert stops(plan, hit(1), reached(109), hit(2)) == [Decimal("102.9"), Decimal("107.8")]


def test_percent_below_highest_keeps_its_distance_from_the_best_price() -> None:
    assert stops(trailing(TrailKind.HIGHEST, 2), reached(103), reached(101), reached(104)) == [
        Decimal("100.9"),
        Decimal("101.9"),
    ]


def test_a_step_moves_the_stop_by_as_much_as_the_price_gained_in_whole_steps() -> None:
    plan = trailing(TrailKind.STEP, 2)
    assert stops(plan, reached("101.9"), reached(102), reached("103.9"), reached(106)) == [97, 101]
    assert levels(a_live(plan)) == Levels(above=price(102))


def test_average_true_ranges_are_kept_from_the_best_price_once_they_are_known() -> None:
    plan = trailing(TrailKind.ATR)
    measured = RangeMeasured(CALL, at(21), price("1.5"))
    assert stops(plan, reached(110), measured, reached(111, when=22)) == [Decimal("105.5"), Decimal("106.5")]


def test_a_trail_begins_at_its_target_and_at_its_gain() -> None:
    plan = trailing(TrailKind.HIGHEST, 1, after_target=1, after_pct=Decimal(7))
    live = a_live(plan)
    assert levels(live) == SILENT
    state = live_through(live, hit(1))[0]
    assert levels(state) == Levels(above=price(107))
    assert of(MoveStop, answer_to(state, reached("106.9"))) == []
    assert only(MoveStop, answer_to(state, reached(107))).price == Decimal("105.9")


@pytest.mark.parametrize("kind", TrailKind)
def test_a_short_is_trailed_as_a_long_is(kind: TrailKind) -> None:
    long = trailing(kind, 2)
    short = trailing(kind, 2, side=Side.SHORT, targets=(95, 90, 85, 80))
    measured = RangeMeasured(CALL, at(9), price(1))
    up = stops(long, measured, hit(1), reached(106), hit(2), reached(111))
    down = stops(short, measured, hit(1, -1), reached(94), hit(2, -1), reached(89))
    assert len(up) == len(down) > 0
    assert up == sorted(up)
    assert down == sorted(down, reverse=True)


def test_break_even_comes_with_its_gain_and_pays_the_fees_of_both_sides() -> None:
    live = a_live(a_plan(protection=Protection(None, break_even_pct=Decimal(2))))
    assert levels(live) == Levels(above=price(102))
    moved = only(MoveStop, answer_to(live, reached(102))).price
    instrument = live.plan.instrument
    earned = instrument.profit(Side.LONG, quantity(10), price(100), moved)
    assert earned >= 10 * (100 + moved) * instrument.taker_fee


@given(st.sampled_from(Side), st.integers(1, 100_000), st.integers(0, 200))
def test_leaving_at_break_even_never_loses_the_fees(side: Side, tenths: int, fee: int) -> None:
    traded = an_instrument(taker_fee=Decimal(fee) / 100_000)
    entry = Price(Decimal(tenths) / 10 + 10)
    live = must(Live, after(filled(10, at_price=str(entry)), plan=a_plan(side, instrument=traded, stop=entry)))
    out = break_even(live)
    fees = 10 * (entry + out) * traded.taker_fee
    earned = traded.profit(side, quantity(10), entry, out)
    assert earned >= fees
    assert earned - fees <= 10 * traded.tick * (1 + traded.taker_fee)


def test_a_target_without_a_share_moves_the_stop_by_its_price_alone() -> None:
    goals = tuple(Target(price(p), s) for p, s in zip((105, 110), shares(Split.SNIPER, 2), strict=True))
    plan = replace(a_plan(protection=Protection(1)), targets=goals)
    live = a_live(plan)
    assert [rung.price for rung in live.rungs] == [110]
    assert levels(live) == Levels(above=price(105))
    assert only(MoveStop, answer_to(live, reached(105))).price == Decimal("100.2")


# --- at the venue's pace ----------------------------------------------------------------------


def paced(**changes: Any) -> Plan:
    return trailing(TrailKind.HIGHEST, 1, handling=Handling(stop_every_ms=2000), **changes)


def test_a_trail_moves_no_faster_than_the_venue_allows_and_is_late_by_one_pace_at_most() -> None:
    state, answer = live_through(a_live(paced()), reached(102, when=20))
    assert of(MoveStop, answer)
    state, answer = live_through(state, stands("100.9", 20, when=20.1), reached(103, when=20.5))
    assert (of(MoveStop, answer), only(WakeAt, answer).at) == ([], at(22))
    state, answer = live_through(state, reached(104, when=21))
    assert of(MoveStop, answer) == []
    state, answer = live_through(state, ReviewDue(CALL, at(22)))
    assert only(MoveStop, answer).price == Decimal("102.9")
    assert not must(Live, state).held_back


def test_an_owner_may_want_the_bare_entry_as_break_even() -> None:
    live = a_live(a_plan(protection=Protection(1, break_even_fees=False)))
    assert break_even(live) == live.ledger.entry < break_even(a_live(a_plan(protection=Protection(1))))


def test_break_even_at_a_target_waits_for_no_pace() -> None:
    plan = replace(paced(), protection=Protection(1, Trail(0, Decimal(5))))
    state = live_through(a_live(plan), reached("102.5", when=20))[0]
    answer = answer_to(state, left(5, when=20.2, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105))
    assert only(MoveStop, answer).price == Decimal("100.2")


@given(st.lists(st.tuples(st.integers(-8, 10), st.integers(1, 30)), min_size=1, max_size=60))
@example([(0, 1), (2, 1), (-3, 1), (-8, 1)])
def test_the_stop_is_never_further_behind_than_one_pace(path: list[tuple[int, int]]) -> None:
    """Bells ring when they were asked for; each best price is followed within two seconds of being seen.

    A price that passes the trail before its stop could follow is carried out at once.
    """
    plan = paced(targets=())
    state: Position = a_live(plan)
    now, level, bell = at(20), Decimal(100), None
    owed: list[tuple[Decimal, Any]] = []
    moves: list[Any] = []
    for change, tenths in path:
        until = now + timedelta(seconds=tenths / 10)
        while bell is not None and bell <= until:
            state, answer = live_through(state, ReviewDue(CALL, bell))
            bell = _next_bell(answer)
            moves += [(bell_at.at, bell_at.price) for bell_at in of(StopMoveDecided, answer)]
            state = _prove(state)
        now, level = until, max(Decimal(90), level + Decimal(change) / 10)
        state, answer = live_through(state, PriceReached(CALL, now, Price(level)))
        asked = _next_bell(answer)
        bell = min((b for b in (bell, asked) if b is not None), default=None)
        moves += [(moved.at, moved.price) for moved in of(StopMoveDecided, answer)]
        if isinstance(state, Closing):
            assert level <= _trail_of(state.live)
            break
        state = _prove(state)
        owed.append((_trail_of(must(Live, state)), now))
    apart = [later[0] - earlier[0] for earlier, later in pairwise(moves)]
    assert all(gap >= timedelta(seconds=2) for gap in apart)
    if isinstance(state, Closing):
        return
    final = present(must(Live, state))
    late = [want for want, since in owed if want > final and now - since > timedelta(seconds=2)]
    assert late == []


def _trail_of(live: Live) -> Decimal:
    return live.plan.instrument.price_below(Price(live.best * Decimal("0.99")))


def _next_bell(answer: tuple[Any, ...]) -> Any:
    return min((wake.at for wake in of(WakeAt, answer)), default=None)


def _prove(state: Position) -> Position:
    live = must(Live, state)
    return live_through(state, stands(str(present(live)), live.ledger.held, when=19))[0]


# --- whose word counts ------------------------------------------------------------------------


def loosen(level: str | int, by: str = "user:1", when: float = 30) -> StopLoosenAsked:
    return StopLoosenAsked(CALL, at(when), price(level), by)


def test_the_owner_may_loosen_within_the_grant_and_the_rules_leave_the_stop_alone_from_then_on() -> None:
    plan = trailing(TrailKind.HIGHEST, 1)
    state = live_through(a_live(plan), reached(104), stands("102.9", 20, when=21))[0]
    state, answer = live_through(state, loosen(99))
    assert row(only(MoveStop, answer).price, only(StopMoveDecided, answer).by) == (99, "user:1")
    state = live_through(state, stands(99, 20, when=31))[0]
    assert row(must(Live, state).by_hand, levels(state)) == (True, SILENT)
    assert of(MoveStop, answer_to(state, reached(110, when=32))) == []
    tightened = answer_to(state, StopMoveAsked(CALL, at(33), price(101), "channel:-1001"))
    assert only(MoveStop, tightened).price == 101


def test_nobody_else_loosens_and_nobody_beyond_what_was_granted() -> None:
    state = live_through(a_live(a_plan(risk=Decimal("51.1"))), stands(98, when=20))[0]
    for ask in (loosen(96, by="channel:-1001"), loosen(96, by="rule:x"), loosen(94), loosen(99), loosen(98)):
        assert "only within what was granted" in only(RequestRefused, answer_to(state, ask)).why
        assert of(MoveStop, answer_to(state, ask)) == []
    assert only(MoveStop, answer_to(state, loosen(95))).price == 95


def test_room_that_an_addition_has_used_up_is_not_given_to_the_stop_again() -> None:
    start = live_through(a_live(a_plan(risk=Decimal("51.1"), notional=Decimal(3000))), stands(98, when=20))[0]
    state, answer = live_through(start, add("1"))
    more = only(PlaceEntry, answer).order.quantity
    state = live_through(state, filled(more, when=41, leg="entry2"), stands(98, 10 + more, when=42))[0]
    assert at_risk(must(Live, state), price(95)) > Decimal("51.1")
    refused = answer_to(state, loosen(95, when=50))
    assert row(of(MoveStop, refused), len(of(RequestRefused, refused))) == ([], 1)


# --- scaling in -------------------------------------------------------------------------------


def add(fraction: str, at_price: str | int = 100, by: str = "user:1") -> AddAsked:
    return AddAsked(CALL, at(40), by, Decimal(fraction), price(at_price))


def test_a_full_position_has_no_room_to_add() -> None:
    answer = answer_to(a_live(a_plan(risk=Decimal("51.1"))), add("0.5"))
    assert row(only(RequestRefused, answer).why, of(PlaceEntry, answer)) == ("its grant has no room for more", [])


def test_what_a_part_close_freed_may_be_added_again_and_no_more() -> None:
    half = live_through(
        a_live(a_plan(risk=Decimal("51.1"))),
        CloseAsked(CALL, at(20), "user:1", Decimal("0.5")),
        left(5, when=21, by=tag("part", 1), cause=ExitCause.CLOSE, at_price=102),
    )[0]
    state, answer = live_through(half, add("1"))
    order = only(PlaceEntry, answer).order
    assert row(order.tag, order.time_in_force, order.stop) == (tag("entry2"), TimeInForce.IOC, 95)
    assert 4 < order.quantity < 5
    assert at_risk(must(Live, state), present(must(Live, state))) <= half.plan.risk
    assert only(EntryAdded, answer).why.startswith("room for ")
    grown = live_through(state, filled(order.quantity, when=41, leg="entry2"))[0]
    assert must(Live, grown).ledger.held == 5 + order.quantity
    assert all(more.leg.quantity < Decimal("0.1") for more in of(EntryAdded, answer_to(grown, add("1"))))


def test_a_tighter_stop_that_is_only_asked_for_makes_no_room() -> None:
    """Should the venue refuse it, what was added would lose more than was granted."""
    start = live_through(a_live(a_plan(risk=Decimal(60))), left(5, when=21, at_price=120))[0]
    asked = live_through(start, StopMoveAsked(CALL, at(30), price(118), "user:1"))[0]
    assert must(Live, asked).wanted == 118
    state, answer = live_through(asked, add("1", at_price=120))
    assert of(PlaceEntry, answer)
    assert at_risk(must(Live, state), price(95)) <= 60


def test_what_an_entry_has_filled_in_part_is_counted_once() -> None:
    """Its filled part was counted as held and as resting, and what was left of the grant could not be used."""
    plan = a_ladder(100, 98, risk=money(100), notional=money(990))
    start = after(filled(5), filled(4, when=2, leg="entry2", at_price=98), stands(95, 9, when=3), plan=plan)
    answer = answer_to(start, add("1", at_price=97))
    assert only(PlaceEntry, answer).order.quantity == quantity("0.186")


def test_only_the_owner_adds() -> None:
    half = live_through(a_live(), left(5, when=21))[0]
    assert of(PlaceEntry, answer_to(half, add("0.5", by="channel:-1001"))) == []


@given(st.integers(1, 10), st.integers(950, 1080), st.integers(950, 1000), st.integers(0, 9))
def test_whatever_is_added_the_risk_stays_within_the_grant(tenths: int, asked_at: int, stop: int, sold: int) -> None:
    start = live_through(a_live(a_plan(risk=Decimal(60))), stands(str(Decimal(stop) / 10), when=20))[0]
    if sold:
        start = live_through(start, left(sold, when=21, at_price=101))[0]
    state, answer = live_through(start, AddAsked(CALL, at(40), "user:1", Decimal(tenths) / 10, price(asked_at) / 10))  # type: ignore[arg-type]
    if of(PlaceEntry, answer):
        assert at_risk(must(Live, state), present(must(Live, state))) <= 60


# --- the clock --------------------------------------------------------------------------------


def test_a_trade_held_long_enough_is_left() -> None:
    live = a_live(a_plan(exits=Exits(hold_s_max=600)))
    assert at(601) in [wake.at for wake in of(WakeAt, answer_to(live, ReviewDue(CALL, at(4))))]
    assert of(PlaceExit, answer_to(live, ReviewDue(CALL, at(600)))) == []
    closing, answer = live_through(live, ReviewDue(CALL, at(601)))
    assert must(Closing, closing).by == "rule:held long enough"
    assert only(PlaceExit, answer).order.price is None


def test_a_trade_is_left_when_the_session_ends() -> None:
    live = a_live(a_plan(close_at=at(900), exits=Exits(hold_s_max=6000)))
    assert must(Closing, live_through(live, ReviewDue(CALL, at(900)))[0]).by == "rule:the session ends"


def test_how_many_targets_there_are_changes_nothing_of_what_is_sold() -> None:
    for split in Split:
        for count in (1, 3, 10):
            goals = tuple(Target(price(101 + n), share) for n, share in enumerate(shares(split, count, (Decimal(1),))))
            answer = answer_to(after(plan=replace(a_plan(), targets=goals)), filled(10))
            assert sum(rung.quantity for rung in only(LadderCut, answer).rungs) == 10
