"""Wrong lots cost money: every size on the phone says what it counts, once a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.cards import card, compact, ladder, ticket
from bot.handlers import add, close, panic, why
from bot.news import news_of
from bot.render import to_plain
from bot.strangers import stranger_card
from core.events import ExitCause, ExitFilled, QuantityDrifted, StrangerFound
from core.instrument import LOTS
from core.views import AddOffer, OrderView, PositionView, Stage, TargetView
from core.vocabulary import ExecutionId, Money, PositionId, Price, Quantity, Side, Symbol
from tests.bot.desk_for_tests import LOOK, START, DeskForTests, PlayedClock, a_plan, a_position, an_ask
from tests.bot.views import D, a_stranger

P = PositionId("aaaaaaaaaa")
LINE_MAX = 44
"""What a phone of 390 px shows on one line, near enough."""


@pytest.fixture
def desk() -> DeskForTests:
    return DeskForTests(PlayedClock())


def gold(**changes: Any) -> PositionView:
    half = Quantity(D("0.01"))
    known: dict[str, Any] = {
        "symbol": Symbol("XAUUSD"),
        "quantity": half,
        "planned": Quantity(D("0.02")),
        "unit": LOTS,
        "entry": Price(D("4410.5")),
        "mark": Price(D("4417.36")),
        "stop": Price(D("4400")),
        "targets": (TargetView(Price(D("4417.36")), D("0.5"), True), TargetView(Price(D(4430)), D("0.5"), False, half)),
    }
    return a_position(**(known | changes))


def left(cause: ExitCause) -> ExitFilled:
    return ExitFilled(P, START, None, ExecutionId("x1"), Quantity(D("0.01")), Price(D("4417.36")), Money(D(0)), cause)


def said(body: object, view: PositionView | None) -> str:
    news = news_of(body, view, "Gold Room")
    assert news is not None
    return to_plain(news.words(LOOK))


def test_a_card_says_the_unit_once_beside_the_size_and_at_each_order() -> None:
    shown = to_plain(card(gold(), LOOK, START + timedelta(minutes=5), buttons=True).text).splitlines()
    assert shown[1] == "Gold Room · 0.01 of 0.02 lots at 4,410.5 · 5 min"
    assert ladder(gold())[0].endswith(" 0.01 lots")
    assert max(map(len, ladder(gold()))) <= LINE_MAX
    assert "0.01 lots at 4,410.5 · now" in to_plain(compact(gold(), LOOK, START))
    waits = gold(stage=Stage.AWAITING, quantity=Quantity(D(0)))
    assert "0.02 lots wanted at" in to_plain(compact(waits, LOOK, START))


def test_a_question_says_the_unit_of_the_size_it_asks_about() -> None:
    assert "size   1 lot" in to_plain(ticket(a_plan(quantity=Quantity(D(1)), unit=LOTS), LOOK))
    assert "size   0.05 BTC" in to_plain(ticket(a_plan(), LOOK))


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (ExitCause.TARGET, "✓ ▲ XAUUSD long: target hit, 0.01 lots at 4,417.36"),
        (ExitCause.LIQUIDATION, "✗ ▲ XAUUSD long: LIQUIDATED by the venue, 0.01 lots at 4,417.36"),
        (ExitCause.OUTSIDE, "▲ XAUUSD long: closed by hand or by another program, 0.01 lots at 4,417.36"),
    ],
)
def test_what_was_sold_is_told_with_its_unit(cause: ExitCause, words: str) -> None:
    assert said(left(cause), gold()) == words


def test_a_fact_of_a_trade_nobody_knows_any_more_is_told_by_its_figure_alone() -> None:
    assert said(left(ExitCause.TARGET), None) == "✓ A trade: target hit, 0.01 at 4,417.36"


def test_a_quantity_that_drifted_is_told_with_its_unit() -> None:
    drifted = QuantityDrifted(P, START, Quantity(D(1)), Price(D(4410)))
    assert said(drifted, gold()).startswith("⚠ ▲ XAUUSD long: the venue holds 1 lot, our fills say otherwise.")


def test_what_is_not_ours_is_told_with_its_unit_and_one_told_before_units_without() -> None:
    found = StrangerFound(START, Symbol("XAUUSD"), Side.LONG, Quantity(D("0.03")), LOTS)
    assert said(found, None).startswith("⚠ The venue holds XAUUSD long, 0.03 lots, which is not ours\n")
    old = StrangerFound(START, Symbol("XAUUSD"), Side.LONG, Quantity(D("0.03")))
    assert said(old, None).startswith("⚠ The venue holds XAUUSD long, 0.03, which is not ours\n")
    assert "500 XRP at 2, now" in to_plain(stranger_card(a_stranger(), LOOK, buttons=True).text)


def test_the_sum_of_an_addition_says_the_unit_once() -> None:
    amounts = Money(D(1)), Money(D(2)), Money(D(3))
    levels = Price(D(4412)), Price(D(4410)), Price(D(4411)), Price(D(4400))
    sizes = Quantity(D("0.02")), Quantity(D("0.01")), LOTS
    offer = AddOffer(P, Symbol("XAUUSD"), Side.LONG, *sizes, *levels, *amounts, ())
    assert to_plain(add.sum_of(offer, LOOK)).startswith("Size 0.02 → 0.03 lots, at 4,412 at worst\n")


def test_the_question_of_a_close_and_the_proof_of_a_panic_say_the_unit(desk: DeskForTests) -> None:
    desk.hold(gold())
    whole = to_plain(close.about(an_ask(desk), P, D(1)).text)
    assert "▲ XAUUSD long · 0.01 lots at 4,410.5 · " in whole
    proof = to_plain(panic.proof((gold(stage=Stage.CLOSING),), "user:42", START, LOOK, START).text)
    assert "▲ XAUUSD long 0.01 lots closing at market" in proof


def test_why_says_what_an_order_filled_in_the_unit_of_its_plan(desk: DeskForTests) -> None:
    desk.hold(gold())
    entry = OrderView("entry", "market buy of 0.02 lots in XAUUSD", Quantity(D("0.02")), Price(D(4410)), "filled")
    trail = replace(desk.trails[P], orders=(entry,), plan=a_plan(unit=LOTS))
    assert "filled 0.02 lots at 4,410" in to_plain(why.trail(trail, an_ask(desk)))
    assert "filled 0.02 at 4,410" in to_plain(why.trail(replace(trail, plan=None), an_ask(desk)))
