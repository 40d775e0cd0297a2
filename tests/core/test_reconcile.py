"""What we believe against what the venue holds: one reading proves nothing, two do."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.commands import MoveStop, PlaceExit
from core.events import (
    FoundFlat,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    PositionFact,
    QuantityDrifted,
    Quarantined,
    StopConfirmed,
    StopLost,
    StrangerFound,
)
from core.orders import EntryKind, Observation, OpenPosition, OrderReport
from core.position import Awaiting, Closing, Live, Over, Parked, Position, Working
from core.reconcile import Comparison, Suspicion, compare, stops
from core.strategies import Entries
from core.vocabulary import OrderSide, OrderTag, PositionId, Price, Side, order_tag
from tests.builders import (
    CALL,
    ENTRY,
    a_holding,
    a_live,
    a_plan,
    after,
    an_observation,
    an_order,
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

OTHER = PositionId("other")


def look(
    position: Position, *holdings: OpenPosition, when: float = 100, earlier: Comparison | None = None
) -> Comparison:
    known = earlier.suspicions if earlier is not None else frozenset()
    return compare({CALL: position}, an_observation(*holdings, when=when), known)


def look_twice(position: Position, *holdings: OpenPosition) -> Comparison:
    return look(position, *holdings, when=110, earlier=look(position, *holdings))


def absorbed(position: Position, found: Comparison) -> Position:
    facts: list[PositionFact] = [fact for fact in found.facts if not isinstance(fact, StrangerFound)]  # type: ignore[misc]
    return live_through(position, *facts)[0]


def over() -> Over:
    return must(Over, live_through(a_live(a_plan(targets=(105,))), left(10))[0])


def test_what_agrees_says_nothing() -> None:
    assert look_twice(a_live(), a_holding()) == Comparison((), frozenset(), ())


def test_one_reading_that_shows_nothing_proves_nothing() -> None:
    found = look(a_live())
    assert found.facts == ()
    assert len(found.suspicions) == 1


def test_two_readings_apart_in_time_prove_that_nothing_is_held() -> None:
    assert look_twice(a_live()).facts == (FoundFlat(CALL, at(110), price(95)),)


def test_two_readings_of_the_same_moment_are_one() -> None:
    first = look(a_live())
    soon = look(a_live(), when=100.5, earlier=first)
    assert soon.facts == ()
    assert look(a_live(), when=102, earlier=soon).facts == (FoundFlat(CALL, at(102), price(95)),)


def test_two_readings_that_differ_prove_nothing() -> None:
    first = look(a_live(), a_holding(4))
    assert QuantityDrifted not in [type(fact) for fact in look(a_live(), a_holding(6), when=110, earlier=first).facts]


def test_a_suspicion_that_a_reading_lays_to_rest_is_forgotten() -> None:
    calm = look(a_live(), a_holding(), when=105, earlier=look(a_live()))
    assert look(a_live(), when=110, earlier=calm).facts == ()


def test_another_quantity_seen_twice_is_the_truth() -> None:
    assert look_twice(a_live(), a_holding(12)).facts[0] == QuantityDrifted(CALL, at(110), quantity(12), price(100))


def test_a_fill_nobody_heard_of_is_found() -> None:
    """The order is not on the book: it is asked for by its name, and what it filled by the venue's word is ours."""
    waiting = after(OrderAccepted(CALL, at(1), ENTRY))
    first = look(waiting, a_holding(7))
    assert (first.facts, first.missing) == ((), ((CALL, a_plan().symbol, ENTRY),))
    told, _ = live_through(waiting, OrderEnded(CALL, at(101), ENTRY, quantity(7), "filled"))
    second = look(told, a_holding(7), when=102, earlier=first)
    assert second.facts == (QuantityDrifted(CALL, at(102), quantity(7), price(100)),)
    assert second.missing == ()


def resting(filled_: int = 0) -> OrderReport:
    """The entry on the book."""
    return replace(an_order(ENTRY), side=OrderSide.BUY, quantity=quantity(10), filled=quantity(filled_))


def look_on(position: Position, *held: OpenPosition, order: OrderReport, seconds: float) -> Comparison:
    """What the last of two looks so far apart says of it, with its entry on the book."""
    page = an_observation(*held, orders=(order,))
    first = compare({CALL: position}, page, frozenset())
    return compare({CALL: position}, replace(page, at=at(100 + seconds)), first.suspicions)


def test_what_an_entry_on_the_book_has_filled_is_believed_and_no_more() -> None:
    waiting = after(OrderAccepted(CALL, at(1), ENTRY))
    for held in (7, 12):
        found = look_on(waiting, a_holding(held), order=resting(7), seconds=2)
        assert found.facts == (QuantityDrifted(CALL, at(102), quantity(7), price(100)),)
        assert found.missing == ()


def test_what_the_owner_holds_while_an_entry_of_ours_waits_is_his() -> None:
    """A buy by hand was taken over, given a stop and sold, although nothing of ours had filled."""
    turning = after(plan=a_plan(entries=Entries(trailing_pct=Decimal(1)), kind=EntryKind.LIMIT, price=price(100)))
    assert not must(Awaiting, turning).entering.resting
    his = StrangerFound(at(106), a_plan().symbol, Side.LONG, quantity(5))
    for waiting in (after(OrderAccepted(CALL, at(1), ENTRY)), turning):
        assert look_on(waiting, a_holding(5), order=resting(), seconds=5).facts == ()
        assert look_on(waiting, a_holding(5), order=resting(), seconds=6).facts == (his,)


def test_an_order_whose_fate_the_venue_never_tells_makes_nothing_ours() -> None:
    first = look(after(), a_holding(5))
    assert look(after(), a_holding(5), when=129, earlier=first).facts == ()
    found = look(after(), a_holding(5), when=130, earlier=first)
    assert of(StrangerFound, found.facts)
    assert found.missing


def test_what_is_left_of_a_holding_is_told_to_a_trade_that_holds_before_one_that_waits() -> None:
    waiting = after(OrderAccepted(OTHER, at(1), order_tag(OTHER, "entry", 0)), plan=a_plan(id_=OTHER))
    for believed in ({CALL: a_live(), OTHER: waiting}, {OTHER: waiting, CALL: a_live()}):
        page = an_observation(a_holding(14))
        first = compare(believed, page, frozenset())
        second = compare(believed, replace(page, at=at(110)), first.suspicions)
        drifts = of(QuantityDrifted, second.facts)
        assert [(fact.position, fact.quantity) for fact in drifts] == [(CALL, quantity(14))]
        assert not of(StrangerFound, second.facts)


def test_a_close_nobody_heard_of_is_found() -> None:
    closing = Closing(a_live(), "user:1", at(20), 0, asked=True)
    assert look_twice(closing).facts == (FoundFlat(CALL, at(110), price(95)),)


def test_a_close_that_sold_less_than_we_believe_is_found() -> None:
    closing = Closing(a_live(), "user:1", at(20), 0, asked=True)
    assert look_twice(closing, a_holding(4)).facts[0] == QuantityDrifted(CALL, at(110), quantity(4), price(100))


def test_an_entry_that_waits_with_nothing_held_agrees() -> None:
    assert look_twice(after()) == Comparison((), frozenset(), ())


def test_a_missing_stop_is_told_at_once() -> None:
    (fact,) = look(a_live(), a_holding(stop=None)).facts
    assert isinstance(fact, StopLost)


def test_a_stop_elsewhere_or_for_another_quantity_is_news_and_the_same_stop_is_not() -> None:
    assert look(a_live(), a_holding(stop=97)).facts == (StopConfirmed(CALL, at(100), price(97), quantity(10)),)
    assert look(after(filled()), a_holding()).facts == (StopConfirmed(CALL, at(100), price(95), quantity(10)),)
    assert must(Live, absorbed(after(filled()), look(after(filled()), a_holding()))).stop == Working(
        price(95), quantity(10)
    )


def test_a_second_pass_without_change_yields_no_facts() -> None:
    for holdings in ((), (a_holding(12),), (a_holding(stop=97),)):
        found = look_twice(a_live(), *holdings)
        state = absorbed(a_live(), found)
        again = look(state, *holdings, when=120, earlier=found)
        assert look(absorbed(state, again), *holdings, when=130, earlier=again).facts == ()


def test_a_stranger_is_told_after_two_readings_and_never_touched() -> None:
    theirs = a_holding(symbol="ETHUSDT")
    first = look(a_live(), a_holding(), theirs)
    second = look(a_live(), a_holding(), theirs, when=110, earlier=first)
    assert first.facts == ()
    assert second.facts == (StrangerFound(at(110), theirs.symbol, Side.LONG, quantity(10)),)
    assert second.orphans == ()


def test_the_other_side_of_our_symbol_is_a_stranger_and_an_empty_row_is_nobody() -> None:
    short = a_holding(symbol="BTCUSDT", side=Side.SHORT)
    empty = a_holding(0, symbol="SOLUSDT")
    assert [type(fact) for fact in look_twice(a_live(), a_holding(), short, empty).facts] == [StrangerFound]


def parked(last: Position) -> Parked:
    return must(Parked, live_through(last, Quarantined(CALL, at(9), "bug"))[0])


def test_a_quarantined_position_is_left_to_a_human() -> None:
    for amount in (3, 10, 12):
        assert look_twice(parked(a_live()), a_holding(amount)) == Comparison((), frozenset(), ())
    assert look_twice(parked(a_live())) == Comparison((), frozenset(), ())


def test_but_for_its_stop_which_is_put_back_where_it_was_known_to_stand() -> None:
    moved = a_live(a_plan(), StopConfirmed(CALL, at(5), price(97), quantity(10)))
    closing = Closing(a_live(), "user:1", at(20), 0, asked=True)
    for last, stop in ((a_live(), 95), (moved, 97), (closing, 95), (after(), 95)):
        naked = a_holding(4, stop=None)
        found = look(parked(last), naked)
        assert found.facts == stops({CALL: parked(last)}, an_observation(naked))
        state, answer = live_through(parked(last), *found.facts)  # type: ignore[arg-type]
        assert state == parked(last)
        (move,) = of(MoveStop, answer)
        assert (move.price, move.symbol, move.side) == (price(stop), "BTCUSDT", Side.LONG)


@given(level=st.sampled_from((90, 95, 96)), side=st.sampled_from(Side))
def test_where_the_price_is_past_that_stop_what_is_held_is_sold_instead(level: int, side: Side) -> None:
    held, mark = parked(a_live(a_plan(side))), price(100 - (100 - level) * side.sign)
    (lost,) = look(held, replace(a_holding(4, stop=None, side=side), mark=mark)).facts
    answer = live_through(held, lost)[1]  # type: ignore[arg-type]
    if level > 95:
        assert only(MoveStop, answer).price == 100 - 5 * side.sign
    else:
        order = only(PlaceExit, answer).order
        assert (order.tag, order.side, order.quantity) == (tag("close", int(lost.at.timestamp())), side, quantity(4))


def test_nothing_is_sold_that_another_trade_of_ours_may_hold_by_now() -> None:
    lost = replace(a_holding(4, stop=None), mark=price(90))
    other = after(plan=a_plan(id_=OTHER))
    (fact,) = stops({CALL: parked(a_live()), OTHER: other}, an_observation(lost))
    assert of(PlaceExit, live_through(parked(a_live()), fact)[1]) == []


def test_what_a_quarantined_position_cannot_hold_is_somebody_elses_and_gets_no_stop() -> None:
    assert stops({CALL: parked(a_live())}, an_observation(a_holding(11, stop=None))) == ()
    assert stops({CALL: parked(over())}, an_observation(a_holding(1, stop=None))) == ()
    assert live_through(parked(over()), StopLost(CALL, at(30), "none"))[1] == ()


def test_what_is_held_after_the_end_is_a_stranger() -> None:
    assert [type(fact) for fact in look_twice(over(), a_holding()).facts] == [StrangerFound]


def orphans(position: Position, *tags: OrderTag) -> list[OrderTag]:
    read: Observation = an_observation(orders=tuple(an_order(tag_) for tag_ in tags))
    return [tag_ for _, tag_ in compare({CALL: position}, read, frozenset()).orphans]


def test_an_order_of_ours_whose_position_is_over_is_swept() -> None:
    assert orphans(over(), tag("tp1"), ENTRY) == [tag("tp1"), ENTRY]


def test_orders_of_a_living_position_and_of_others_are_never_swept() -> None:
    assert orphans(a_live(), tag("tp1")) == []
    assert orphans(over(), OrderTag("web-123"), OrderTag("zzzzzzzzzz-tp1-0"), OrderTag("")) == []


def test_a_position_that_ended_empty_has_no_facts_left() -> None:
    gone = live_through(after(), OrderEnded(CALL, at(5), ENTRY, quantity(0), "cancelled"))[0]
    assert compare({PositionId(CALL): gone}, an_observation(), frozenset()) == Comparison((), frozenset(), ())


def test_an_order_of_ours_that_its_position_gave_up_is_swept() -> None:
    live = a_live(a_plan(targets=(105, 110)), OrderEnded(CALL, at(5), tag("tp1"), quantity(0), "cancelled"))
    assert orphans(live, tag("tp1"), tag("tp2")) == [tag("tp1")]


def test_a_target_that_is_not_on_the_book_is_asked_for_after_two_looks() -> None:
    live = a_live(a_plan(targets=(105, 110)))
    there = (an_order(tag("tp2")),)
    first = compare({CALL: live}, an_observation(a_holding(), orders=there), frozenset())
    second = compare({CALL: live}, an_observation(a_holding(), orders=there, when=110), first.suspicions)
    assert (first.missing, second.missing) == ((), ((CALL, live.plan.symbol, tag("tp1")),))
    assert second.facts == ()


def test_the_guard_asks_of_one_reading_only_what_became_of_the_stops() -> None:
    believed = {CALL: a_live()}
    assert stops(believed, an_observation(a_holding())) == ()
    assert [type(fact) for fact in stops(believed, an_observation(a_holding(stop=None)))] == [StopLost]
    assert stops(believed, an_observation(a_holding(amount=4))) != ()
    assert stops(believed, an_observation()) == ()


HELD = st.one_of(st.none(), st.integers(1, 20))
STOPS = st.one_of(st.none(), st.integers(90, 99))
RESTING = st.sets(st.sampled_from(("tp1", "tp2", "tp3")))


@given(HELD, STOPS, RESTING, HELD, st.lists(st.sampled_from(("tp1", "tp2")), max_size=2))
def test_whatever_the_venue_holds_a_second_reconciliation_finds_nothing_to_do(
    amount: int | None, stop: int | None, resting: set[str], theirs: int | None, gone: list[str]
) -> None:
    """I17: random divergences, absorbed once; what the venue was asked to do is done by then."""
    ended = (OrderEnded(CALL, at(5), tag(leg), quantity(0), "cancelled") for leg in gone)
    state: Position = a_live(a_plan(targets=(105, 110, 115)), *ended)
    ours = () if amount is None else (a_holding(amount, stop),)
    others = () if theirs is None else (a_holding(theirs, None, "ETHUSDT"),)
    orders = tuple(an_order(tag(leg)) for leg in sorted(resting))
    known: frozenset[Suspicion] = frozenset()
    for when in (100, 110):
        found = compare({CALL: state}, an_observation(*ours, *others, orders=orders, when=when), known)
        state, known = absorbed(state, found), found.suspicions
        swept = {name for _, name in found.orphans}
        orders = tuple(order for order in orders if order.tag not in swept)
        for position, _, name in found.missing:
            state = live_through(state, OrderRefused(position, at(when), name, "absent", "it never reached"))[0]
    mended = tuple(replace(one, stop=must_stop(state)) if one.stop is None else one for one in ours)
    state = live_through(state, *stops({CALL: state}, an_observation(*mended, when=115)))[0]
    again = compare({CALL: state}, an_observation(*mended, *others, orders=orders, when=120), known)
    strangers = [fact for fact in again.facts if not isinstance(fact, StrangerFound)]
    assert (strangers, again.missing) == ([], ())
    assert not [name for _, name in again.orphans if not isinstance(state, Over)]


def must_stop(state: Position) -> Price:
    """Where the position wants its stop."""
    live = state.live if isinstance(state, Closing) else state
    return must(Live, live).stop.price


# --- fills that the page does not show yet, or that nobody wants any more --------------------------


def test_a_page_that_may_be_from_before_the_newest_fill_proves_nothing() -> None:
    """Two looks a moment apart may both be that old (seed attach-20377, fault B17)."""
    fresh = must(Live, after(filled(when=98)))
    first = look(fresh, when=100)
    assert not first.suspicions
    assert not look(fresh, when=102, earlier=first).facts
    later = look(fresh, when=105)
    assert of(FoundFlat, look(fresh, when=110, earlier=later).facts)


def test_a_clock_that_was_set_back_does_not_blind_the_reconciler() -> None:
    assert look(must(Live, after(filled(when=5000))), when=100).suspicions


def leaving(amount: int) -> Closing:
    """It had ended, and its entry filled all the same."""
    cancelled = after(OrderEnded(CALL, at(1), ENTRY, quantity(0), "cancelled"))
    late = replace(filled(amount, when=3), unwanted=True)
    return must(Closing, live_through(cancelled, late)[0])


def test_a_fill_after_the_end_leaves_when_another_trade_has_its_symbol() -> None:
    cancelled = after(OrderEnded(CALL, at(1), ENTRY, quantity(0), "cancelled"))
    answer = live_through(cancelled, replace(filled(4, when=3), unwanted=True))[1]
    assert [line.order.quantity for line in of(PlaceExit, answer)] == [4]
    assert not of(MoveStop, answer), "the stop of the holding is the other trade's"


def test_two_trades_that_share_a_holding_each_have_what_they_believe() -> None:
    """Each took the whole for its own (seed two-step-20328)."""
    both: dict[PositionId, Position] = {CALL: leaving(4), OTHER: a_live()}
    found = compare(both, an_observation(a_holding(14)), frozenset())
    assert not found.suspicions
    first = compare(both, an_observation(a_holding(12)), frozenset())
    second = compare(both, an_observation(a_holding(12), when=110), first.suspicions)
    assert [(fact.position, fact.quantity) for fact in of(QuantityDrifted, second.facts)] == [(CALL, quantity(2))]
    gone = compare(both, an_observation(a_holding(10)), frozenset())
    gone = compare(both, an_observation(a_holding(10), when=110), gone.suspicions)
    assert [fact.position for fact in of(FoundFlat, gone.facts)] == [CALL]


def test_fills_that_never_come_are_waited_for_until_the_venue_has_shown_for_long_that_nothing_is_held() -> None:
    ended = OrderEnded(CALL, at(2), ENTRY, quantity(10), "filled")
    waiting = must(Closing, live_through(after(filled(4), ended), left(4))[0])
    first = look(waiting)
    assert not first.facts
    assert not look(waiting, when=105, earlier=first).facts
    (found,) = look(waiting, when=107, earlier=first).facts
    assert isinstance(found, FoundFlat)
