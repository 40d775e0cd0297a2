"""No text, whatever it is, makes the reader raise, dream up a price, or take its time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.messages import TEXT_MAX
from core.reading import as_json, read
from core.signals import (
    Act,
    Amendment,
    AtLimit,
    AtMarket,
    AtPrice,
    AtStop,
    InZone,
    Ladder,
    Nothing,
    OpenEnded,
    Percent,
    Pips,
    Reading,
    Signal,
    TargetLevel,
)
from core.vocabulary import Side
from tests.core.reading.monsters import MONSTERS, is_near_linear

REPORTS = (Act.TARGET_HIT, Act.STOP_HIT, Act.ENTRY_FILLED)
WORDS = [
    *(
        "buy",
        "sell",
        "long",
        "short",
        "entry",
        "sl",
        "tp",
        "tp1",
        "TP2:",
        "stop",
        "target",
        "now",
        "limit",
        "zone",
        "close",
    ),
    *(
        "half",
        "move",
        "cancel",
        "be",
        "hit",
        "not",
        "if",
        "will",
        "remove",
        "update",
        "BTCUSDT",
        "#ETH/USDT",
        "$SOL",
        "XAUUSD",
    ),
    *(
        "gold",
        "10x",
        "5%",
        "30pips",
        "2340",
        "2340-2345",
        "0.0312",
        "29,500",
        "68k8",
        "1e999",
        "NaN",
        "Infinity",
        "0",
        "000",
    ),
    *(
        "0.0",
        "9" * 18,
        "🔥",
        "✅",
        "1️⃣",
        "①",
        ":",
        "-",
        "/",
        ",",
        ".",
        "(",
        ")",
        "|",
        "?",
        "!",
        "@",
        "多",
        "空",
        "止损",
        "目标",
    ),
    *("лонг", "стоп", "شراء", "هدف", "\n"),
]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
ANY_TEXT = st.one_of(st.text(max_size=300), SENTENCES)


def numbers(reading: Reading) -> Iterator[Decimal]:
    """Every amount a reading carries."""
    levels: tuple[TargetLevel, ...] = ()
    match reading:
        case Signal():
            match reading.entry:
                case AtMarket(reference):
                    yield from () if reference is None else (reference,)
                case AtLimit(price) | AtStop(price):
                    yield price
                case InZone(low, high):
                    assert low < high
                    yield from (low, high)
                case Ladder(prices):
                    assert len(prices) > 1
                    yield from prices
            yield from (v for v in (reading.leverage, reading.leverage_max) if v is not None)
            levels = reading.targets if reading.stop is None else (*reading.targets, reading.stop)
        case Amendment():
            yield from (v for i in reading.instructions for v in (i.price, i.percent) if v is not None)
            levels = reading.targets if reading.stop is None else (*reading.targets, reading.stop)
        case Nothing():
            pass
    for level in levels:
        match level:
            case AtPrice(price):
                yield price
            case Pips(amount) | Percent(amount):
                yield amount
            case OpenEnded():
                pass


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_any_text_becomes_a_reading_with_finite_positive_numbers(text: str) -> None:
    for value in numbers(read(text)):
        assert value.is_finite()
        assert 0 < value < Decimal(10) ** 10


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_every_reason_points_into_the_original_text(text: str) -> None:
    reading = read(text)
    doubts = () if isinstance(reading, Nothing) else reading.doubts
    for reason in (*reading.reasons, *doubts):
        assert 0 <= reason.start <= reason.end <= len(text)
        assert reason.text


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_an_open_verdict_always_has_a_symbol_a_side_and_a_stop_on_its_right_side(text: str) -> None:
    reading = read(text)
    if not isinstance(reading, Signal) or reading.doubts:
        return
    assert reading.symbol
    assert reading.symbol.isascii()
    assert reading.stop is not None
    assert reading.side is not None
    prices = list(numbers(Signal(None, None, reading.entry, None, ())))
    if isinstance(reading.stop, AtPrice) and prices:
        worst = min(prices) if reading.side is Side.LONG else max(prices)
        assert (worst - reading.stop.price) * reading.side.sign > 0


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_the_wire_is_plain_json_without_exponents(text: str) -> None:
    wire = as_json(read(text))
    assert json.loads(json.dumps(wire)) == wire
    written = [*wire["entry"], wire["leverage"], wire["reference"]]
    assert not any("E" in value for value in written if value)


@settings(max_examples=200, deadline=None)
@given(SENTENCES)
def test_no_text_takes_a_stop_away(text: str) -> None:
    reading = read("remove the stop loss\n" + text)
    if isinstance(reading, Amendment):
        assert reading.doubts or all(i.act in REPORTS for i in reading.instructions)


def test_fields_point_at_the_words_they_came_from() -> None:
    text = "🔥 **XAUUSD** BUY 2340-2345 🔥\nSL: 23**35**\nTP: 2350"
    reading = read(text)
    assert isinstance(reading, Signal)
    said = [(r.text, text[r.start : r.end]) for r in reading.reasons]
    assert said == [
        ("side", "BUY"),
        ("symbol", "XAUUSD"),
        ("entry", "2340"),
        ("entry", "2345"),
        ("stop", "23**35"),
        ("target", "2350"),
    ]


def test_a_reply_lends_its_instrument_to_a_follow_up() -> None:
    reading = read("move SL to BE", reply_text="#SOLUSDT LONG\nentry 142\nsl 138\ntp 150")
    assert isinstance(reading, Amendment)
    assert (reading.symbol, reading.side) == ("SOLUSDT", Side.LONG)


def test_a_level_in_another_scale_than_the_call_it_answers_is_asked_about() -> None:
    call = "XAGUSD BUY 27.40\nSL 27.05\nTP 28.10"
    for level in ("270.5", "2.74"):
        odd = as_json(read(f"move SL to {level}", reply_text=call))
        assert (odd["verdict"], odd["actions"][0]["price"]) == ("ask", level)
        assert f"{level} is no price of the call that it is about" in odd["reasons"]
    assert as_json(read("move SL to 27.45", reply_text=call))["verdict"] == "apply"
    assert as_json(read("TP1 hit +60", reply_text=call))["verdict"] == "apply"


def test_a_reply_never_changes_a_call() -> None:
    call = "#SOLUSDT LONG\nentry 142\nsl 138\ntp 150"
    assert read(call, reply_text="XAUUSD BUY 2340 SL 2330 TP 2350") == read(call)


def test_nothing_always_says_why() -> None:
    for text in ("", "hello", "🔥", "Don't close yet", "BTC is bullish"):
        reading = read(text)
        assert isinstance(reading, Nothing)
        assert reading.reasons


@pytest.mark.untraced
@pytest.mark.parametrize("unit", MONSTERS)
def test_four_times_the_length_takes_nowhere_near_sixteen_times_as_long(unit: str) -> None:
    """How fast it is in seconds is measured by `main.py bench`, not here."""
    assert is_near_linear(unit, 7, 0.001)


@pytest.mark.untraced
@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.sampled_from(["", " ", "\n"]))
def test_no_repeated_phrase_takes_more_than_its_length(words: list[str], gap: str) -> None:
    assert is_near_linear(gap.join(words) + gap, 3, 0.002)


def test_what_is_longer_than_a_message_is_not_read() -> None:
    call = "BTCUSDT LONG entry 60000 sl 59000 tp 62000"
    assert read("a " * TEXT_MAX + call) == read("a " * TEXT_MAX)


def test_a_post_that_orders_more_than_can_be_followed_is_asked_about() -> None:
    endless = "it orders or reports more than can be followed"
    for times, is_endless in ((4, False), (40, True)):
        reading = read("close half of gold. move sl to 2310. " * times)
        assert isinstance(reading, Amendment)
        assert (endless in [doubt.text for doubt in reading.doubts]) is is_endless


def test_a_call_that_was_cut_is_never_opened() -> None:
    call = "BTCUSDT LONG entry 60000 sl 59000 tp 62000\n"
    assert as_json(read(call))["verdict"] == "open"
    assert as_json(read(call + "\n" * TEXT_MAX))["verdict"] == "ask"
    assert as_json(read(call + "(" * (TEXT_MAX - len(call))))["verdict"] == "ask"


@pytest.mark.parametrize("huge", ["9" * 15 + " pips", "9" * 15 + "%", "9" * 15 + "x", "9" * 400])
def test_no_amount_is_beyond_reason(huge: str) -> None:
    for text in (f"XAUUSD BUY 2340 sl {huge} tp {huge}", f"close {huge}", f"move sl to {huge}"):
        assert all(0 < value < Decimal(10) ** 10 for value in numbers(read(text)))


def test_a_single_word_is_an_order_where_it_answers_a_post() -> None:
    alone, answered = read("close"), read("close", reply_text="SOLUSDT long 140 sl 135 tp 150")
    assert isinstance(alone, Amendment)
    assert [doubt.text for doubt in alone.doubts] == ["it is a single word"]
    assert isinstance(answered, Amendment)
    assert (answered.symbol, answered.doubts) == ("SOLUSDT", ())


def test_a_count_that_goes_on_into_another_label_is_no_price_and_nothing_raises() -> None:
    """Found by the fuzzer: the rest of "14P1" behind its count was taken for a number."""
    said = as_json(read("GOLD SELL 4646\nT14P1 7"))
    assert said["verdict"] != "open"
