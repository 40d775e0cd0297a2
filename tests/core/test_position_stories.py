"""Whatever the venue tells in whatever order: no state is impossible, and the journal tells it again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from core import position as positions
from core.commands import MoveStop, PlaceEntry, PlaceExit
from core.errors import ImpossibleFact
from core.events import (
    AddAsked,
    CancelAsked,
    CloseAsked,
    EntryFilled,
    ExitCause,
    ExitFilled,
    FoundFlat,
    FundingBooked,
    LadderCut,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionFact,
    PriceReached,
    QuantityDrifted,
    Quarantined,
    RangeMeasured,
    ReviewDue,
    StopConfirmed,
    StopLoosenAsked,
    StopLost,
    StopMoveAsked,
    StopMoveDecided,
)
from core.fold import COMMANDS, step
from core.orders import EntryKind
from core.plans import EntryLeg, Handling, Plan
from core.position import Closing, Live, Over, Parked, Position, Unconfirmed, Working
from core.position.listening import levels
from core.position.protection import better_stop
from core.strategies import Entries, Exits, Protection, Trail, TrailKind
from core.vocabulary import ExecutionId, OrderTag, Side
from tests.builders import CALL, a_plan, an_instrument, at, money, of, planned, price, quantity, tag

TAGS = st.sampled_from(
    [tag("entry"), tag("entry2"), tag("entry3")]
    + [tag(leg, number) for leg in ("tp1", "tp2", "close", "stop", "part") for number in range(3)]
)
AMOUNTS = st.integers(1, 12).map(quantity)
PRICES = st.integers(900, 1100).map(lambda tenths: price(Decimal(tenths) / 10))
EXECUTIONS = st.integers(0, 9).map(lambda number: ExecutionId(str(number)))
MOMENTS = st.integers(0, 40).map(at)
FEES = st.integers(-1, 3).map(money)
FRACTIONS = st.integers(1, 10).map(lambda tenths: Decimal(tenths) / 10)
BY = st.sampled_from(["user:1", "channel:-1001", "panic by user:1"])
ME = st.just(CALL)
FACTS = st.one_of(
    st.builds(OrderAccepted, ME, MOMENTS, TAGS),
    st.builds(OrderRefused, ME, MOMENTS, TAGS, st.just("1"), st.just("no")),
    st.builds(OutcomeUnknown, ME, MOMENTS, TAGS, st.just("timeout")),
    st.builds(OrderEnded, ME, MOMENTS, TAGS, st.integers(0, 5).map(quantity), st.just("cancelled")),
    st.builds(
        EntryFilled,
        ME,
        MOMENTS,
        st.sampled_from([tag("entry"), tag("entry2"), tag("entry3")]),
        EXECUTIONS,
        AMOUNTS,
        PRICES,
        FEES,
    ),
    st.builds(ExitFilled, ME, MOMENTS, st.none() | TAGS, EXECUTIONS, AMOUNTS, PRICES, FEES, st.sampled_from(ExitCause)),
    st.builds(FundingBooked, ME, MOMENTS, FEES),
    st.builds(StopConfirmed, ME, MOMENTS, PRICES, AMOUNTS),
    st.builds(StopLost, ME, MOMENTS, st.just("none")),
    st.builds(FoundFlat, ME, MOMENTS, PRICES),
    st.builds(QuantityDrifted, ME, MOMENTS, st.integers(0, 12).map(quantity), PRICES),
    st.builds(PriceReached, ME, MOMENTS, PRICES),
    st.builds(ReviewDue, ME, MOMENTS),
    st.builds(StopMoveAsked, ME, MOMENTS, st.none() | PRICES, BY),
    st.builds(CloseAsked, ME, MOMENTS, BY, FRACTIONS),
    st.builds(CancelAsked, ME, MOMENTS, BY),
    st.builds(AddAsked, ME, MOMENTS, BY, FRACTIONS, PRICES),
    st.builds(StopLoosenAsked, ME, MOMENTS, PRICES, BY),
    st.builds(RangeMeasured, ME, MOMENTS, st.integers(1, 20).map(lambda tenths: price(Decimal(tenths) / 10))),
    st.builds(Quarantined, ME, MOMENTS, st.just("bug")),
)
LEGS = [(), (("market", None, 4), ("limit", 99, 3), ("limit", 98, 3)), (("limit", 100, 5), ("limit", 98, 5))]
TRAILS = [Trail(after, Decimal(1), kind) for kind in TrailKind for after in (0, 1)]


def a_strategy(plan: Plan, legs: tuple[tuple[str, int | None, int], ...], **changes: Any) -> Plan:
    cut = tuple(
        EntryLeg(EntryKind(kind), price(at_) if at_ is not None else None, quantity(size), price(at_ or 100))
        for kind, at_, size in legs
    )
    return replace(plan, legs=cut, **changes)


SIMPLE = st.builds(
    a_plan,
    st.sampled_from(Side),
    size=st.just(10),
    targets=st.sampled_from([(), (105,), (105, 110), (105, 110, 115)]),
    protection=st.sampled_from(
        [Protection(), Protection(2, Trail(1, Decimal(3))), Protection(None, None, Decimal(2))]
        + [Protection(None, trail) for trail in TRAILS]
    ),
    instrument=st.sampled_from([an_instrument(), an_instrument(quantity_min=quantity(2), step=quantity(1))]),
)
PLANS = st.builds(
    a_strategy,
    SIMPLE,
    st.sampled_from(LEGS),
    entries=st.builds(Entries, active_max=st.integers(1, 3), trailing_pct=st.sampled_from([None, Decimal(1)])),
    exits=st.sampled_from([Exits(), Exits(hold_s_max=20)]),
    handling=st.builds(Handling, st.booleans(), st.sampled_from([0, 2000])),
    quoted=st.sampled_from([None, price(100)]),
    close_at=st.sampled_from([None, at(30)]),
)


def tell_it(plan: Plan, story: list[PositionFact]) -> tuple[Position, list[object]]:
    state: Position | None = None
    journal: list[object] = []
    for fact in (planned(plan), *story):
        told, lines = step(state, fact, positions.evolve, positions.decide)
        state = told
        journal += lines
        sound(state)
        if isinstance(fact, PriceReached) and not isinstance(state, Parked):
            wanted = levels(state)  # a tick that was heard of does not wake again at the same price
            assert wanted.above is None or wanted.above > fact.price
            assert wanted.below is None or wanted.below < fact.price
    assert state is not None
    return state, journal


def sound(state: Position) -> None:
    """What must be true of a position at every moment."""
    match state:
        case Live():
            assert isinstance(state.stop, Working | Unconfirmed)
            assert state.ledger.held > 0
            assert not isinstance(state.stop, Working) or state.stop.quantity >= state.ledger.held
            assert state.ledger.entered == state.ledger.held + state.ledger.exited
            better_stop(state)
            assert not (state.entering.resting and all(leg.is_settled for leg in state.entering.legs))
        case Closing(live=live):
            assert live.ledger.held > 0 or live.may_grow  # or a fill that was told of is on its way
        case Over(live=live) if live is not None:
            assert live.ledger.held == 0
        case _:
            pass


@settings(max_examples=300)
@given(PLANS, st.lists(FACTS, max_size=30))
def test_no_order_of_facts_is_impossible_and_the_journal_tells_the_same_story(
    plan: Plan, story: list[PositionFact]
) -> None:
    state, journal = tell_it(plan, story)
    again: Position | None = None
    for line in journal:
        if not isinstance(line, COMMANDS):
            again = positions.evolve(again, line)  # type: ignore[arg-type]
    assert again == state


@given(PLANS, st.lists(FACTS, max_size=30))
def test_a_second_plan_is_refused_at_every_moment(plan: Plan, story: list[PositionFact]) -> None:
    state, _ = tell_it(plan, story)
    if not isinstance(state, positions.Parked):
        try:
            positions.evolve(state, planned(plan))
        except ImpossibleFact:
            return
        raise AssertionError("a position was planned twice")


@settings(max_examples=300)
@given(PLANS, st.lists(FACTS, max_size=30))
def test_everything_sent_is_sound_on_the_grid_and_named_once(plan: Plan, story: list[PositionFact]) -> None:
    _, journal = tell_it(plan, story)
    lines = tuple(journal)
    entries = of(PlaceEntry, lines)
    assert len({sent.order.tag for sent in entries}) == len(entries)
    assert all(sent.order.quantity % plan.instrument.step == 0 < sent.order.quantity for sent in entries)
    assert all(plan.instrument.is_on_grid(sent.order.stop) for sent in entries)
    seen: dict[OrderTag, object] = {}
    for sent in of(PlaceExit, lines):
        order = sent.order
        assert order.quantity > 0
        assert order.quantity % plan.instrument.step == 0
        assert order.side is plan.side
        assert seen.setdefault(order.tag, order.price) == order.price
    assert all(plan.instrument.is_on_grid(move.price) for move in of(MoveStop, lines))
    # What is quarantined has its stop put back by the name of the moment, which no decided move has.
    moves = [move.tag for move in of(MoveStop, lines) if int(move.tag.rpartition("-")[2]) < 1_000_000]
    assert len(set(moves)) == len(moves)
    assert len(of(StopMoveDecided, lines)) == len(moves)
    assert all(rung.quantity >= plan.instrument.quantity_min for cut in of(LadderCut, lines) for rung in cut.rungs)
