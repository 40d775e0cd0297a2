"""What a call says besides its levels is found with its words, takes nothing for what it is not, and opens nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading import fingerprint, read
from core.reading.showing.explain import Field, parts
from core.signals import Signal, SizeAdvice, SizeKind
from tests.builders import must
from tests.core.reading.test_explain import shown

POST = """BTCUSDT long
Entry 1: 60000 (30%)
Entry 2: 59000 (70%)
SL: H4 **close** below 58000
TP1 61000 50% TP2 62000 30% TP3 63000 20%
Risk 1-2%"""
PLAN = "BTC long 60000 sl 58000 tp 62000 63000"


def call(text: str) -> Signal:
    return must(Signal, read(text))


def test_each_of_them_points_at_its_words() -> None:
    marked = [(part.text, part.field) for part in parts(POST, read(POST)) if part.field in (Field.SHARE, Field.SIZE)]
    assert marked == [(f"{n}%", Field.SHARE) for n in (30, 70, 50, 30, 20)] + [("1-2%", Field.SIZE)]
    waits = [(part.text, part.field) for part in parts(POST, read(POST)) if part.field is Field.STOP]
    assert waits == [("H4 **close** below", Field.STOP), ("58000", Field.STOP)]


def test_a_terminal_shows_them_a_line_each() -> None:
    said = " ".join(shown(POST).split())
    assert 'shared out 30 %, 70 % stop 58000 "H4 close below" targets 61000, 62000, 63000' in said
    assert "shared out 50 %, 30 %, 20 %" in said
    assert "size risk 1-2 %" in said


@pytest.mark.parametrize(
    ("text", "advised"),
    [
        ("risk 1-2 %", SizeAdvice(SizeKind.RISK, Decimal(1), Decimal(2))),
        ("2% risk", SizeAdvice(SizeKind.RISK, Decimal(2), Decimal(2))),
        ("use 3% of wallet", SizeAdvice(SizeKind.ACCOUNT, Decimal(3), Decimal(3))),
        ("not more than 3-4% of your balance", SizeAdvice(SizeKind.ACCOUNT, Decimal(3), Decimal(4))),
        ("Amount per trade: 5%", SizeAdvice(SizeKind.ACCOUNT, Decimal(5), Decimal(5))),
        ("lot 0.05", SizeAdvice(SizeKind.LOTS, Decimal("0.05"), Decimal("0.05"))),
        ("0.01 lot per 100$", SizeAdvice(SizeKind.LOTS, Decimal("0.01"), Decimal("0.01"), Decimal(100))),
        ("use 0.01 for every $200", SizeAdvice(SizeKind.LOTS, Decimal("0.01"), Decimal("0.01"), Decimal(200))),
    ],
)
def test_a_word_of_size_beside_a_figure_is_an_advice(text: str, advised: SizeAdvice) -> None:
    found = call(f"{PLAN}\n{text}")
    assert (found.size, found.doubts) == (advised, ())


@pytest.mark.parametrize(
    "text",
    ["Risk level: medium", "Risk 7/10", "RR 1:3", "use proper lot size", "risk: 1R", "risk 35 pips", "risk 1/2 %"],
)
def test_what_is_no_figure_of_a_size_is_none(text: str) -> None:
    assert getattr(read(f"{PLAN}\n{text}"), "size", None) is None


def test_what_is_won_or_lost_at_a_level_is_no_weight() -> None:
    gains = "ADA short\nEntry 0.4500\nSL 0.4620 (-26.7%)\nTP1 0.4400 (22.2%)\nTP2 0.4300 (44.4%)"
    assert call(gains).target_weights == ()
    assert call(gains.replace("22.2", "60").replace("44.4", "40")).target_weights == (Decimal(60), Decimal(40))
    assert call("ADA long 0.45 sl 0.44 tp1 0.46 (+40%) tp2 0.47 (~60%)").target_weights == ()


def test_weights_that_do_not_pair_with_the_levels_are_never_as_many() -> None:
    two = "Entry 1: 0.45 (50%)\nEntry 2: 0.44 (50%)\nEntry 3: 0.43\nSL 0.42\nTP 0.47"
    assert call(f"ADA long\n{two}").entry_weights == (Decimal(50), Decimal(50))
    assert call("ADA long 0.45 sl 0.42 tp1 0.47 20% 20% tp2 0.48 60% tp3 0.49").target_weights == ()


def test_a_size_for_each_order_is_a_size() -> None:
    found = call("BTC long\nEntry 1: 60000\nEntry 2: 59000\nSL 58000\nTP 62000\nRisk 1% each entry")
    assert (found.size, found.entry_weights) == (SizeAdvice(SizeKind.RISK, Decimal(1), Decimal(1)), ())


def test_a_price_before_a_percentage_stays_a_target() -> None:
    assert len(call("AVAX long 30 sl 28 tp 32 34, 50% each").targets) == 2


def test_an_order_behind_the_stop_is_no_condition() -> None:
    for text in ("sl 58000, close half at 61000", "sl 58000. Daily report: close all", "sl 58000 tp 62000 close all"):
        assert getattr(read(f"BTC long 60000 {text}"), "stop_condition", "") == ""


def test_a_report_stays_one() -> None:
    assert not isinstance(read("BTC long 60000, sl closed at 58000, tp 62000"), Signal)


def test_none_of_them_makes_a_call_another_one() -> None:
    said = call(POST)
    bare = replace(said, entry_weights=(), target_weights=(), size=None, stop_condition="")
    assert fingerprint(said) == fingerprint(bare)


@given(
    st.lists(
        st.sampled_from(
            ["50%", "25%", "risk", "lot", "per", "each", "1-2", "1/2", "half", "%", "$", "0.01", "close", "h4", "below",
             "sl", "tp", "entry", "58000", "61000", ",", "(", ")", "-", "\n", ":", "candle", "каждой", "риск", "每"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_whatever_is_said_the_weights_are_parts_of_a_whole(words: list[str]) -> None:
    said = read(" ".join([PLAN, "\n", *words]))
    if isinstance(said, Signal):
        assert all(0 < weight <= 100 for weight in (*said.entry_weights, *said.target_weights))
        assert said.size is None or 0 < said.size.least <= said.size.most <= 100
        assert len(said.stop_condition) <= 80
