"""A post with its words marked: what Telegram would show, and would never refuse."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.formatting import parse_html
from bot.explained import explained
from bot.render import lines, to_html, to_plain, utf16
from core.reading import read
from core.reading.showing.explain import parts

CALL = "🔥 XAU/USD BUY <2340>\nTP 2352 & 2360\nSL 2332"


def html(text: str, units: int = 700) -> str:
    return to_html(explained(parts(text, read(text)), units))


def test_each_field_has_its_own_type_and_the_legend_names_it() -> None:
    assert html(CALL) == (
        "<blockquote expandable>🔥 <b>XAU/USD</b> <b>BUY</b> &lt;<u>2340</u>&gt;\n"
        "TP <i>2352</i> &amp; <i>2360</i>\nSL <b><u>2332</u></b></blockquote>\n"
        "Marked: <b>side</b> · <b>instrument</b> · <u>entry</u> · <b><u>stop</u></b> · <i>target</i>"
    )


def test_a_post_in_which_nothing_was_found_has_no_legend() -> None:
    assert html("good morning") == "<blockquote expandable>good morning</blockquote>"


def test_a_quotation_is_one_quotation_however_many_marks_are_in_it() -> None:
    found = parse_html(html(CALL))
    assert [entity.kind for entity in found.entities].count("expandable_blockquote") == 1


def test_a_post_full_of_levels_stays_within_what_telegram_takes() -> None:
    text = "BTC long 60000 sl 59000 tp " + " ".join(str(61_000 + number) for number in range(400))
    shown = html(text, 4000)
    assert shown.count("<i>") <= 60
    assert utf16(to_plain(explained(parts(text, read(text)), 700))) < 900


@given(st.text(max_size=400))
def test_no_text_becomes_markup_that_telegram_refuses(text: str) -> None:
    parse_html(to_html(lines("head", explained(parts(text, read(text)), 200))))
