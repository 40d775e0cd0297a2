"""The words behind a reading are marked, in a terminal and wherever else, and nothing of the post is lost."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from core.reading import read
from core.reading.showing.console import explain
from core.reading.showing.explain import BIDI, Field, legend, parts

GOLD = "🔥 **XAU/USD** BUY 2340-45 10x\nTP1 23**52** | TP2 open\nSL 30 pips"


def marked(text: str) -> list[tuple[str, Field]]:
    return [(part.text, part.field) for part in parts(text, read(text)) if part.field is not Field.NONE]


def shown(text: str, **kind: object) -> str:
    screen = io.StringIO()
    explain(text, read(text), Console(file=screen, highlight=False, soft_wrap=True, **kind))  # type: ignore[arg-type]
    return screen.getvalue()


def test_every_field_of_a_call_has_its_words() -> None:
    assert marked(GOLD) == [
        ("XAU/USD", Field.SYMBOL),
        ("BUY", Field.SIDE),
        ("2340", Field.ENTRY),
        ("45", Field.ENTRY),
        ("10x", Field.LEVERAGE),
        ("23**52", Field.TARGET),
        ("open", Field.TARGET),
        ("30 pips", Field.STOP),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الذهب شراء 2340\nوقف 2330\nهدف 2350", ["الذهب", "شراء", "2340", "2330", "2350"]),
        ("ETH 做空 入场 2340 止损 2400 止盈 2300", ["ETH", "做空", "2340", "2400", "2300"]),
        ("золото покупка 2340 стоп 2330 тейк 2350", ["золото", "покупка", "2340", "2330", "2350"]),
    ],
)
def test_the_words_are_found_in_every_script(text: str, found: list[str]) -> None:
    assert [words for words, _ in marked(text)] == found


def test_a_follow_up_marks_its_order_and_a_refusal_its_word() -> None:
    assert marked("close half") == [("close half", Field.ORDER)]
    assert ("do not", Field.DOUBT) in marked("do not buy gold")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gold: move SL to 2340", [("Gold", Field.SYMBOL), ("2340", Field.STOP)]),
        ("EURUSD sells: SL to 1.0**8**", [("EURUSD", Field.SYMBOL), ("sells", Field.SIDE), ("1.0**8", Field.STOP)]),
        ("close half of the buys", [("buys", Field.SIDE)]),
        ("TP1 2350, TP2 2360", [("2350", Field.TARGET), ("2360", Field.TARGET)]),
        ("new SL 2330\nnew TP 2360", [("2330", Field.STOP), ("2360", Field.TARGET)]),
        ("gold hold, EURUSD close now", [("EURUSD", Field.SYMBOL)]),
    ],
)
def test_a_follow_up_marks_what_it_names(text: str, found: list[tuple[str, Field]]) -> None:
    assert [pair for pair in marked(text) if pair[1] not in (Field.ORDER, Field.DOUBT)] == found


@pytest.mark.parametrize("word", ["isolated", "cross", "spot"])
def test_the_kind_of_margin_is_shown_also_without_a_leverage(word: str) -> None:
    text = f"BTCUSDT long {word} 60000 sl 59000 tp 61000"
    assert (word, Field.LEVERAGE) in marked(text)
    assert any(line.split()[1:] == [word] for line in shown(text).splitlines())


def test_a_call_of_an_instrument_nobody_named_says_so() -> None:
    assert "? no instrument is named" in shown("buy 2340\nguard 2330")


@given(st.text(max_size=300))
def test_the_stretches_are_the_post_again(text: str) -> None:
    found = parts(text, read(text))
    assert all(part.text for part in found)
    shown = "".join(part.text for part in found)
    left = [letter for letter in text if letter not in BIDI]
    assert all(there in (here, " ") for there, here in zip(shown, left, strict=True))


def test_nothing_in_a_post_can_deceive_the_screen() -> None:
    text = "BTC long \x1b[2J60000\x07 sl \u202e00095\u202c tp 61000"
    assert not {"\x1b", "\x07", "\u202e", "\u202c"} & set(shown(text))


def test_without_colours_the_marks_are_plain_words() -> None:
    said = shown(GOLD)
    assert "[instrument: XAU/USD]** [side: BUY] [entry: 2340]-[entry: 45] [leverage: 10x]" in said
    assert "\x1b" not in said
    assert "✓ A call without a doubt" in said
    assert "targets     2352, open" in said


def test_in_a_terminal_the_words_are_coloured_and_a_legend_says_how() -> None:
    said = shown(GOLD, force_terminal=True, color_system="standard")
    assert "\x1b[1;31m30 pips" in said
    assert "[stop:" not in said
    assert all(str(field) in said for field in legend(parts(GOLD, read(GOLD))))


def test_no_color_is_respected_also_in_a_terminal() -> None:
    said = shown(GOLD, force_terminal=True, no_color=True)
    assert "[side: BUY]" in said
    assert "\x1b[3" not in said


def test_every_doubt_and_every_refusal_is_said() -> None:
    assert "? no stop is given" in shown("buy gold now")
    assert "· Nothing to act on." in shown("good morning")
    assert "? there is no side" in shown("good morning")
    assert "order       close partial 50 %" in shown("close half")
