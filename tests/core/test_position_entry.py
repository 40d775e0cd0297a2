"""From the plan to the first fill: answers, silence, refusals, and who wants out meanwhile."""

from __future__ import annotations

import pytest

from core.commands import CancelOrder, LookUp, PlaceEntry, PlaceExit, ProveStop, WakeAt
from core.errors import ImpossibleFact
from core.events import (
    CancelAsked,
    CloseAsked,
    FoundFlat,
    FundingBooked,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionFact,
    QuantityDrifted,
    Quarantined,
    ReviewDue,
)
from core.orders import EntryKind
from core.position import Awaiting, Closing, Live, Opening, Over, Parked, Unconfirmed
from tests.builders import (
    CALL,
    ENTRY,
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
    planned,
    price,
    quantity,
    review,
    row,
    stands,
    tag,
)

ACCEPTED = OrderAccepted(CALL, at(1), ENTRY)
UNKNOWN = OutcomeUnknown(CALL, at(1), ENTRY, "timeout")


def refused(when: float = 1, code: str = "110007") -> OrderRefused:
    return OrderRefused(CALL, at(when), ENTRY, code, "no money")


def ended(amount: str = "0", when: float = 5) -> OrderEnded:
    return OrderEnded(CALL, at(when), ENTRY, quantity(amount), "cancelled")


def close(when: float = 3) -> CloseAsked:
    return CloseAsked(CALL, at(when), "user:1")


def test_a_plan_becomes_one_entry_with_its_stop_attached() -> None:
    order = only(PlaceEntry, live_through(None, planned())[1]).order
    assert row(order.tag, order.quantity, order.price, order.stop) == (ENTRY, 10, 100, 95)


def test_nothing_can_happen_before_the_plan_and_no_plan_comes_twice() -> None:
    with pytest.raises(ImpossibleFact, match="before"):
        live_through(None, filled())
    with pytest.raises(ImpossibleFact, match="twice"):
        live_through(after(), planned())


def test_an_acceptance_is_not_a_fill() -> None:
    assert isinstance(after(ACCEPTED), Awaiting)


def test_a_fill_that_is_faster_than_the_answer_counts() -> None:
    assert must(Live, after(filled())).ledger.held == 10
    assert must(Live, after(filled(), ACCEPTED)).ledger.held == 10


def test_a_first_fill_is_live_with_a_stop_to_be_proven() -> None:
    state, answer = live_through(after(ACCEPTED), filled(4))
    assert must(Live, state).stop == Unconfirmed(price(95), at(1), 0)
    assert of(ProveStop, answer)
    assert of(WakeAt, answer)


def test_a_refused_entry_is_over() -> None:
    assert must(Over, after(refused())).reason == "refused: no money"
    assert must(Over, after(ACCEPTED, refused())).live is None


def test_the_refusal_of_some_other_order_ends_nothing() -> None:
    foreign = OrderRefused(CALL, at(1), tag("tp1"), "1", "?")
    assert after(foreign) == after()
    assert after(OrderEnded(CALL, at(1), tag("tp1"), quantity(0), "?")) == after()


def test_an_entry_without_an_answer_is_looked_up_and_stays_open() -> None:
    for state in (after(), after(ACCEPTED)):
        same, answer = live_through(state, UNKNOWN)
        assert same == state
        assert only(LookUp, answer).tag == ENTRY


def test_after_a_restart_an_unanswered_entry_is_looked_up() -> None:
    assert only(LookUp, answer_to(after(), review(2))).tag == ENTRY


def test_an_entry_that_ended_filled_before_its_fills_came_waits_for_them() -> None:
    for state in (after(), after(ACCEPTED)):
        same, answer = live_through(state, ended("10"))
        assert type(same) is type(state)
        assert of(ProveStop, answer)
        assert of(WakeAt, answer)
        assert only(LookUp, answer_to(same, review(4))).tag == ENTRY
        assert must(Live, live_through(same, filled())[0]).ledger.held == 10


def test_an_entry_that_ended_empty_is_over() -> None:
    assert must(Over, after(ACCEPTED, ended())).reason == "cancelled"


def test_a_resting_entry_sleeps_until_it_expires_and_is_then_cancelled() -> None:
    awaiting, slept = live_through(after(), ACCEPTED)
    assert only(WakeAt, slept).at == a_plan().expires_at
    leaving, answer = live_through(awaiting, ReviewDue(CALL, a_plan().expires_at))
    assert only(CloseAsked, answer).by == "rule:the entry waited too long"
    assert only(CancelOrder, answer).tag == ENTRY
    assert must(Over, live_through(leaving, ended(when=90_000))[0]).reason == "rule:the entry waited too long"


def test_a_market_entry_is_looked_at_within_seconds() -> None:
    plan = a_plan(kind=EntryKind.MARKET, price=None)
    awaiting, slept = live_through(after(plan=plan), ACCEPTED)
    assert only(WakeAt, slept).at == at(4)
    assert only(LookUp, answer_to(awaiting, review(4))).tag == ENTRY


@pytest.mark.parametrize("wish", [CloseAsked(CALL, at(3), "user:1"), CancelAsked(CALL, at(3), "channel:-1")])
@pytest.mark.parametrize("state", [after(), after(ACCEPTED)], ids=["opening", "awaiting"])
def test_whoever_wants_out_before_the_fill_gets_a_cancel_at_once(
    wish: CloseAsked | CancelAsked, state: Opening | Awaiting
) -> None:
    leaving, answer = live_through(state, wish)
    assert only(CancelOrder, answer).tag == ENTRY
    assert only(WakeAt, answer).at == at(8)
    assert must(Over, live_through(leaving, ended())[0]).reason == wish.by


@pytest.mark.parametrize("state", [after(close()), after(ACCEPTED, close())], ids=["opening", "awaiting"])
def test_a_cancel_that_was_not_heard_of_again_is_repeated(state: Opening | Awaiting) -> None:
    answer = answer_to(state, review(8))
    assert only(CancelOrder, answer).tag == ENTRY
    assert only(LookUp, answer).tag == ENTRY


def test_an_old_page_that_still_shows_a_cancelled_entry_starts_no_storm_of_cancels() -> None:
    assert answer_to(after(ACCEPTED, close()), OrderAccepted(CALL, at(3), ENTRY)) == ()


def test_a_fill_that_beat_the_cancel_is_closed_at_once() -> None:
    state, answer = live_through(after(ACCEPTED, close()), filled(10, when=4))
    assert must(Closing, state).by == "user:1"
    assert only(PlaceExit, answer).order.quantity == 10


def test_what_the_venue_holds_for_a_waiting_entry_is_booked() -> None:
    state = must(Live, after(ACCEPTED, QuantityDrifted(CALL, at(9), quantity(7), price(101))))
    assert row(state.ledger.held, state.ledger.entry, state.entry_open) == (7, 101, True)


def test_a_holding_of_nothing_changes_nothing() -> None:
    assert after(ACCEPTED, QuantityDrifted(CALL, at(9), quantity(0), price(101))) == after(ACCEPTED)


def test_an_entry_found_flat_is_over_as_never_filled() -> None:
    assert must(Over, after(ACCEPTED, FoundFlat(CALL, at(9), price(95)))).reason == "never filled"


def test_an_exit_or_funding_of_something_never_held_changes_nothing() -> None:
    assert after(left(1), FundingBooked(CALL, at(2), money(-1))) == after()


def test_a_quarantined_position_does_nothing_more() -> None:
    state = after(ACCEPTED, Quarantined(CALL, at(2), "bug"))
    assert must(Parked, state).plan == a_plan()
    later, asked = live_through(state, filled())
    assert asked == ()
    assert must(Parked, later).fills == (filled(),), "remembered, for when its owner wants out"


@pytest.mark.parametrize(
    "before",
    [(), (ACCEPTED,), (ACCEPTED, close(1.5)), (ended(when=1),)],
    ids=["opening", "awaiting", "leaving", "over"],
)
def test_what_filled_while_it_was_quarantined_is_closed_by_its_owners_word(before: tuple[PositionFact, ...]) -> None:
    """It was on its way out with nothing sent, and nobody ever looked again."""
    state = after(*before, Quarantined(CALL, at(2), "bug"), filled(when=3))
    closing, answer = live_through(state, close(4))
    assert must(Closing, closing).live.ledger.held == 10
    assert only(PlaceExit, answer).order.quantity == 10
    assert only(WakeAt, answer).at > at(4)


@pytest.mark.parametrize("kind", list(EntryKind))
def test_an_entry_that_stays_on_the_book_is_looked_at_at_a_bounded_rate(kind: EntryKind) -> None:
    """A look-up answers "working" each time: the reviews must not multiply (invariant I23)."""
    state, wakes = after(ACCEPTED, plan=a_plan(kind=kind)), [at(4)]
    for _ in range(20):
        when, *wakes = sorted(wakes)
        state, answer = live_through(state, ReviewDue(CALL, when))
        wakes += [wake.at for wake in of(WakeAt, answer)]
        for _asked in of(LookUp, answer):
            state, more = live_through(state, OrderAccepted(CALL, when, ENTRY))
            wakes += [wake.at for wake in of(WakeAt, more)]
    assert len(wakes) <= 2


def test_the_rest_of_a_partly_filled_entry_waits_no_longer_than_a_whole_one() -> None:
    state = after(filled(4), stands(95, 4))
    until = a_plan().expires_at
    assert only(WakeAt, answer_to(state, review(4))).at == until
    answer = answer_to(state, ReviewDue(CALL, until))
    assert only(CancelOrder, answer).tag == ENTRY
    assert only(WakeAt, answer).at > until
