"""What holds after any sequence of orders and prices, however foolish."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.orders import Execution, FundingPaid, TimeInForce, VenueReport
from core.vocabulary import Money, OrderSide, OrderTag, Quantity, Side
from tests.venues.contract import BTC, INSTRUMENTS, START, price, quantity, quote
from venues.matching import Amendment, Depth, Engine, NewOrder, OrderKind, Target, Terms, TriggerBy

THIN = Depth(levels=3, notional_per_level=Money(Decimal(3_000)), growth=Decimal("1.5"), spacing=5)
OPENING = Money(Decimal(5_000))
STEPS_MAX, STEP_BYTES = 40, 8


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens; ``number`` makes ids and times unique."""

    kind: str
    number: int
    price: Decimal
    other: Decimal
    size: Quantity
    side: OrderSide
    order: OrderKind
    tif: TimeInForce
    flags: int


KINDS = ("quote", "quote", "quote", "place", "place", "stop", "cancel", "amend", "fund", "lever")
SIDES, ORDERS, TIFS = tuple(OrderSide), tuple(OrderKind), tuple(TimeInForce)


def step_of(drawn: bytes) -> Step:
    """What is drawn at once is taken apart here: to draw nine values a step costs ten times what the engine does."""
    rest = int.from_bytes(drawn)

    def of(choices: int) -> int:
        nonlocal rest
        rest, chosen = divmod(rest, choices)
        return chosen

    return Step(
        KINDS[of(len(KINDS))],
        of(31),
        price(50000 + 10 * (of(121) - 60)),
        price(50000 + 10 * (of(121) - 60)),
        Quantity(Decimal(1 + of(300)) / 1000),
        SIDES[of(len(SIDES))],
        ORDERS[of(len(ORDERS))],
        TIFS[of(len(TIFS))],
        of(32),
    )


STEPS = st.lists(st.binary(min_size=STEP_BYTES, max_size=STEP_BYTES).map(step_of), max_size=STEPS_MAX)


def order_of(step: Step, number: int, *, hedge: bool, always_stop: bool) -> NewOrder:
    reduce_only = bool(step.flags & 1)
    position_side = (Side.LONG if step.flags & 2 else Side.SHORT) if hedge else None
    by_side = Side.LONG if step.side is OrderSide.BUY else Side.SHORT
    opens = by_side if position_side is None else position_side
    only_reduces = reduce_only or (position_side is not None and step.side is position_side.closing)
    stopped = not only_reduces and (always_stop or bool(step.flags & 4))
    away = Decimal(150 if step.flags & 8 else 20) * opens.sign
    limit = price(step.price) if step.order.has_limit else None
    base = limit or (price(step.other) if step.order.is_conditional else price(step.price))
    return NewOrder(
        OrderTag(f"o{number}"),
        BTC,
        step.side,
        step.order,
        step.size,
        price=limit,
        trigger=price(step.other) if step.order.is_conditional else None,
        time_in_force=step.tif,
        reduce_only=reduce_only,
        position_side=position_side,
        stop=price(base - away) if stopped else None,
        stop_by=TriggerBy.MARK if step.flags & 16 else TriggerBy.LAST,
        targets=(Target(price(base + away), quantity("0.001")),) if stopped and step.flags & 2 else (),
    )


@dataclass(slots=True)
class Play:
    """Plays steps on an engine."""

    engine: Engine
    hedge: bool
    always_stop: bool = False
    told: list[VenueReport] = field(default_factory=list)
    second: int = 0

    def play(self, step: Step) -> tuple[VenueReport, ...]:
        self.second += 1
        reports = self._act(step)
        self.told += reports
        return reports

    def _act(self, step: Step) -> tuple[VenueReport, ...]:
        engine, at = self.engine, quote(1, self.second).at
        tag = OrderTag(f"o{step.number}")
        match step.kind:
            case "quote":
                return engine.on_quote(quote(step.price, self.second))
            case "place":
                order = order_of(step, self.second, hedge=self.hedge, always_stop=self.always_stop)
                return engine.place(order, at).reports
            case "stop":
                side = Side.LONG if step.side is OrderSide.BUY else Side.SHORT
                return engine.set_stop(BTC, side, price(step.price), at).reports
            case "cancel":
                return engine.cancel(tag, at).reports
            case "amend":
                return engine.amend(Amendment(tag, step.size, price(step.price)), at).reports
            case "fund":
                return engine.apply_funding(BTC, Decimal(step.number - 15) / 10_000, at)
            case _:
                return engine.set_leverage(BTC, Decimal(step.number), at).reports


def fresh(*, hedge: bool) -> Engine:
    terms = Terms(hedge=hedge, depth=THIN, funding_rate=Decimal("0.0001"))
    engine = Engine(INSTRUMENTS, OPENING, terms)
    engine.on_quote(quote(50000))
    return engine


def fills(reports: list[VenueReport]) -> Iterator[Execution]:
    return (report for report in reports if isinstance(report, Execution))


HEDGE = pytest.mark.parametrize("hedge", [False, True], ids=["one-way", "hedge"])


@HEDGE
@settings(max_examples=150, deadline=None)
@given(steps=STEPS)
def test_money_is_conserved(hedge: bool, steps: list[Step]) -> None:
    """Equity = opening + what was sold - what was bought + what is held at mark - fees + funding, exactly."""
    play = Play(fresh(hedge=hedge), hedge)
    for step in steps:
        play.play(step)
    cash = Fraction(OPENING)
    for fill in fills(play.told):
        sign = 1 if fill.side is OrderSide.SELL else -1
        cash += sign * Fraction(fill.quantity) * Fraction(fill.price) - Fraction(fill.fee)
    cash += sum(Fraction(report.amount) for report in play.told if isinstance(report, FundingPaid))
    seen = play.engine.observe(START)
    held = sum(Fraction(one.quantity) * Fraction(one.mark) * one.side.sign for one in seen.positions)
    assert Fraction(seen.equity) == cash + held


@HEDGE
@settings(max_examples=150, deadline=None)
@given(steps=STEPS)
def test_realised_profit_is_that_of_the_average_price(hedge: bool, steps: list[Step]) -> None:
    play = Play(fresh(hedge=hedge), hedge)
    for step in steps:
        play.play(step)
    balance = Fraction(OPENING)
    books: dict[Side, tuple[Fraction, Fraction]] = {}
    for report in play.told:
        if isinstance(report, FundingPaid):
            balance += Fraction(report.amount)
        if not isinstance(report, Execution):
            continue
        size, average = books.get(report.position_side, (Fraction(0), Fraction(0)))
        part, at = Fraction(report.quantity), Fraction(report.price)
        balance -= Fraction(report.fee)
        if report.side is report.position_side.opening:
            books[report.position_side] = (size + part, (size * average + part * at) / (size + part))
        else:
            balance += (at - average) * part * report.position_side.sign
            books[report.position_side] = (size - part, average)
    assert abs(Fraction(play.engine.observe(START).balance) - balance) < Fraction(1, 10**9)


@HEDGE
@settings(max_examples=150, deadline=None)
@given(steps=STEPS)
def test_a_position_is_the_sum_of_its_executions_and_all_is_on_the_grid(hedge: bool, steps: list[Step]) -> None:
    play = Play(fresh(hedge=hedge), hedge)
    sums: dict[Side, Decimal] = {}
    for step in steps:
        for fill in fills(list(play.play(step))):
            sign = 1 if fill.side is fill.position_side.opening else -1
            sums[fill.position_side] = sums.get(fill.position_side, Decimal(0)) + sign * fill.quantity
            assert sums[fill.position_side] >= 0
            assert fill.quantity > 0
            assert fill.quantity % INSTRUMENTS[BTC].step == 0
            assert fill.price % INSTRUMENTS[BTC].tick == 0
        held = {one.side: one.quantity for one in play.engine.observe(START).positions}
        assert held == {side: size for side, size in sums.items() if size > 0}
        assert hedge or len(held) <= 1
    names = [fill.id for fill in fills(play.told)]
    assert len(names) == len(set(names))


@HEDGE
@settings(max_examples=150, deadline=None)
@given(steps=STEPS)
def test_an_order_never_fills_more_than_it_asked_and_reduce_only_never_opens(hedge: bool, steps: list[Step]) -> None:
    play = Play(fresh(hedge=hedge), hedge)
    for step in steps:
        play.play(step)
    for fill in fills(play.told):
        if fill.tag is None:
            assert fill.side is fill.position_side.closing
            continue
        request, report = play.engine.request_of(fill.tag), play.engine.look_up(fill.tag)
        assert request is not None
        assert report is not None
        assert report.filled <= report.quantity
        if request.only_reduces:
            assert fill.side is fill.position_side.closing


@HEDGE
@settings(max_examples=200, deadline=None)
@given(steps=STEPS)
def test_a_filled_entry_with_an_attached_stop_is_never_without_one(hedge: bool, steps: list[Step]) -> None:
    play = Play(fresh(hedge=hedge), hedge, always_stop=True)
    for step in steps:
        play.play(step)
        for held in play.engine.observe(START).positions:
            assert held.stop is not None


@HEDGE
@settings(max_examples=150, deadline=None)
@given(steps=STEPS, cut=st.integers(0, 40))
def test_a_restored_engine_goes_on_as_if_nothing_had_been(hedge: bool, steps: list[Step], cut: int) -> None:
    play = Play(fresh(hedge=hedge), hedge)
    for step in steps[:cut]:
        play.play(step)
    saved = json.loads(json.dumps(play.engine.snapshot()))
    again = Engine.restore(INSTRUMENTS, saved, play.engine.terms)
    assert json.loads(json.dumps(again.snapshot())) == saved
    known = play.engine.quote_of(BTC)
    assert known is not None
    if again.quote_of(BTC) is None:
        again.on_quote(known)
        play.second += 1
        for one in (play.engine, again):
            one.on_quote(quote(50000, play.second))
    other = Play(again, hedge, second=play.second)
    for step in steps[cut:]:
        assert play.play(step) == other.play(step)
    assert play.engine.snapshot() == again.snapshot()


def test_the_same_calls_give_the_same_reports() -> None:
    def once() -> list[VenueReport]:
        play = Play(fresh(hedge=False), hedge=False)
        for number in range(30):
            side = OrderSide.BUY if number % 3 else OrderSide.SELL
            kind = "place" if number % 2 else "quote"
            at = price(50000 + 10 * (number % 7))
            play.play(Step(kind, number, at, at, quantity("0.05"), side, OrderKind.MARKET, TimeInForce.GTC, 4))
        return play.told

    told = once()
    assert told == once()
    assert any(isinstance(report, Execution) for report in told)
