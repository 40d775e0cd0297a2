"""Cards say where a trade stands; hostile words in any field leave them whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.approvals import question_card, settled_card
from bot.cards import card, compact, gauge, ladder, ticket
from bot.demo.formatting import parse_html, utf16
from bot.render import to_html, to_plain
from bot.slash import Button, Tap, read_tap
from core.plans import Check
from core.views import Shield, Stage, TargetView, Verdict, WhyView
from core.vocabulary import Nonce, PositionId, Price, Quantity, Side, Symbol
from tests.bot.desk_for_tests import LOOK, START, a_plan, a_position, a_question

D = Decimal
WORDS = st.one_of(st.text(max_size=5000), st.sampled_from(["</pre><b>", "&amp;<", "🛡" * 2500, "<" * 4096, "a_b*c[d"]))
PRICES = st.decimals("0.00000001", "10000000", places=8).map(Price)


def test_a_live_card_shows_its_ladder_with_the_best_on_top() -> None:
    shown = to_plain(card(a_position(), LOOK, START + timedelta(minutes=5), buttons=True).text)
    assert shown.splitlines() == [
        "▲ BTCUSDT long — live",
        "Gold Room · 0.05 of 0.05 BTC at 65,000 · 5 min",
        "+24.10 USDT (+0.46R) · risk 52.10 USDT",
        "🛡 stop 64,000 stands at the venue",
        "TP2   70,000 +7.69% 50%",
        "TP1   67,000 +3.08% 50%",
        "now   65,500 +0.77% ◀",
        "entry 65,000",
        "stop  64,000 -1.54%",
        "x──|─●─────○───────────○",
    ]


def test_a_card_shows_what_each_target_order_sells_and_which_target_has_none() -> None:
    near, far = TargetView(Price(D(67000)), D("0.5"), False, Quantity(D("0.05"))), Price(D(70000))
    view = a_position(targets=(near, TargetView(far, D("0.5"), False, Quantity(D(0)))))
    assert [row.split("% ")[-1] for row in ladder(view)[:2]] == ["no order", "0.05 BTC"]
    assert ladder(view)[0].endswith("no order")
    over = ladder(a_position(targets=view.targets, stage=Stage.OVER))
    assert over[0].endswith("+7.69%")


def test_a_short_earns_downwards_on_ladder_and_gauge() -> None:
    view = a_position(
        side=Side.SHORT,
        stop=Price(D(66000)),
        mark=Price(D(64000)),
        targets=(TargetView(Price(D(63000)), D(1), True),),
    )
    assert [row.split()[0] for row in ladder(view)] == ["TP1", "now", "entry", "stop"]
    assert "+1.54%" in ladder(view)[1]
    drawn = gauge(view)
    assert drawn.index("x") < drawn.index("|") < drawn.index("●") < drawn.index("✓")


@pytest.mark.parametrize(
    ("stage", "labels"),
    [
        (Stage.AWAITING, ["Close", "Why"]),
        (Stage.LIVE, ["Close", "Close half", "Why", "Stop to entry"]),
        (Stage.CLOSING, ["Why"]),
        (Stage.OVER, ["Why"]),
        (Stage.QUARANTINED, ["Why"]),
    ],
)
def test_a_card_offers_only_what_can_still_be_done(stage: Stage, labels: list[str]) -> None:
    reply = card(a_position(stage=stage), LOOK, START, buttons=True)
    assert [button.label for row in reply.rows for button in row] == labels
    assert card(a_position(stage=stage), LOOK, START, buttons=False).rows == ()


@pytest.mark.parametrize(("stop", "mark"), [(65_000, 66_000), (65_100, 66_000), (64_000, 64_900), (64_000, None)])
def test_the_stop_is_offered_to_the_entry_only_where_that_would_help_and_not_end_the_trade(
    stop: int, mark: int | None
) -> None:
    view = a_position(stop=Price(D(stop)), mark=None if mark is None else Price(D(mark)))
    assert len(card(view, LOOK, START, buttons=True).rows) == 1


def test_an_unproven_stop_is_never_shown_as_a_shield() -> None:
    shown = to_plain(card(a_position(shield=Shield.UNPROVEN), LOOK, START, buttons=False).text)
    assert "🛡" not in shown
    assert "not proven" in shown


@given(WORDS, WORDS, WORDS, PRICES, PRICES, PRICES, st.sampled_from(Side), st.sampled_from(Stage))
def test_hostile_words_and_any_price_leave_a_card_whole(
    channel: str, note: str, symbol: str, entry: Price, stop: Price, mark: Price, side: Side, stage: Stage
) -> None:
    view = a_position(
        channel=channel, note=note, symbol=Symbol(symbol), entry=entry, stop=stop, mark=mark, side=side, stage=stage
    )
    for text in (card(view, LOOK, START, buttons=True).text, compact(view, LOOK, START)):
        assert utf16(parse_html(to_html(text)).text) <= 4096
    assert len(gauge(view)) == 24


@given(WORDS, WORDS, WORDS, PRICES)
def test_hostile_words_leave_a_question_whole(text: str, channel: str, doubt: str, now: Price) -> None:
    view = a_question(
        text=text, channel=channel, doubts=(doubt,) * 50, price=now, checks=(Check(text, False, doubt),) * 9
    )
    shown = parse_html(to_html(question_card(view, LOOK, START, buttons=True).text))
    assert utf16(shown.text) <= 4096


def test_a_question_shows_what_yes_would_mean() -> None:
    warned = a_question(checks=(*a_question().checks, Check("break-even", True, "it does not come", warns=True)))
    shown = to_plain(question_card(warned, LOOK, START + timedelta(seconds=60), buttons=True).text)
    assert "⚠ break-even — it does not come" in shown
    assert "✓ age" not in shown
    for words in (
        "▲ BTCUSDT long",
        "At risk 52.10 USDT = 0.52% of equity",
        "TP2    70,000 +5.00R",
        "Exposure after: 3,250.00 USDT · open in BTCUSDT: none",
        "Price now: 65,130 ▲ +0.20% since the call (worse for a long)",
        "two prices look like an entry",
        "Expires in 4 min (12:05:00); silence means no.",
    ):
        assert words in shown


def test_a_price_beyond_the_stop_is_called_so() -> None:
    shown = to_plain(question_card(a_question(price=Price(D(63900))), LOOK, START, buttons=True).text)
    assert "beyond the stop" in shown


def test_a_settled_question_has_lost_its_buttons() -> None:
    why = WhyView(
        PositionId("qqqqqqqqqq"), "Gold Room", "text", START, (), Verdict.DECLINED, "rejected", (), a_plan(), ()
    )
    reply = settled_card(why, Nonce("nnnnnnnnnn"), "✗ Rejected by you", LOOK)
    assert reply.key == "ask:nnnnnnnnnn"
    assert [button.tap for row in reply.rows for button in row] == [Tap.WHY]


def test_a_ticket_without_equity_names_no_percentage() -> None:
    assert "of equity" not in to_plain(ticket(replace(a_plan(), risk_pct=None), LOOK))


@given(st.sampled_from(Tap), st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=62))
def test_a_button_comes_back_as_it_was(tap: Tap, about: str) -> None:
    assert read_tap(Button("x", tap, about).wire) == (tap, about)


@given(st.text(max_size=100))
def test_any_other_data_is_no_button(data: str) -> None:
    found = read_tap(data)
    assert found is None or f"{found[0]}:{found[1]}" == data


def test_a_button_over_64_bytes_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        _ = Button("x", Tap.WHY, "ä" * 32).wire
