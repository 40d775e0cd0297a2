"""No words can break the markup or the bounds; figures read as a trader writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.formatting import parse_html, utf16
from bot.render import (
    SPANS_MAX,
    TEXT_UNITS_MAX,
    Look,
    Rich,
    Span,
    Style,
    ago,
    bar,
    change,
    clean,
    clock_time,
    columns,
    fit,
    gain,
    in_r,
    lines,
    money,
    number,
    price,
    quote,
    rich,
    shorten,
    span_of,
    stamped,
    to_html,
    to_plain,
)
from core.vocabulary import ChannelId, UserId

D = Decimal
HOSTILE = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="<>&;/\"'b i=#x0\ud800😀\u200d`*_[]()", max_size=300),
    st.sampled_from(
        ["</b>", "<b>", "&lt;", "<a href='x'>", "<!--", "]]>", "&#60;", "\x00", "<pre", "_*[`", "🛡" * 3000]
    ),
    st.integers(1, 9000).map(lambda count: "<" * count),
)
SPANS = st.builds(Span, HOSTILE, st.sampled_from(Style))


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("close of 50 % asked by channel:-1001", "close of 50 % asked by Gold Room"),
        ("not done for channel:-999: looser", "not done for channel -999: looser"),
        ("panic by user:42: everything is closed", "panic by you: everything is closed"),
        ("user:42 wants the stop at 5", "user 42 wants the stop at 5"),
        ("paused by user:421 since 12:00", "paused by user 421 since 12:00"),
        ("rule:held long enough", "held long enough"),
        ("superuser:42, rule: 5", "superuser:42, rule: 5"),
    ],
)
def test_people_and_channels_are_named_but_never_inside_somebody_elses_words(words: str, read: str) -> None:
    look = Look("paper", user=UserId(42), titles={ChannelId("-1001"): "Gold Room"})
    assert to_plain(stamped(rich(words), look)).splitlines()[0] == read
    assert to_plain(stamped(rich(quote(words)), look)).splitlines()[0] == words


@given(st.lists(SPANS, max_size=130))
def test_no_words_can_break_the_markup_or_the_bounds(spans: list[Span]) -> None:
    text = Rich(tuple(spans))
    shown = parse_html(to_html(text))
    assert shown.text.strip() == to_plain(text).strip()
    assert 0 < utf16(to_plain(text)) <= TEXT_UNITS_MAX
    assert len(to_html(text).encode()) < 40_000
    found = [entity for entity in shown.entities if entity.kind in ("bold", "italic", "code", "pre", "blockquote")]
    assert len(found) <= SPANS_MAX


@given(st.lists(SPANS, max_size=40))
def test_the_profile_stands_under_every_message_however_long(spans: list[Span]) -> None:
    shown = to_plain(stamped(Rich(tuple(spans)), Look("paper")))
    assert shown.endswith("· paper")
    assert utf16(shown) <= TEXT_UNITS_MAX


@given(st.text(max_size=200), st.integers(1, 100))
def test_a_shortened_text_fits_and_says_that_it_was_cut(text: str, units: int) -> None:
    short = shorten(text, units)
    assert utf16(short) <= units
    assert short == text or short.endswith("…")


def test_short_parts_stay_whole_while_a_long_one_gives_way() -> None:
    shown = to_plain(rich("head ", "x" * 9000, " tail"))
    assert shown.startswith("head xxx")
    assert shown.endswith("x… tail")


def test_thousands_of_tiny_parts_are_cut_at_the_end() -> None:
    fitted = fit(Rich(tuple(Span("abc") for _ in range(3000))))
    assert utf16("".join(span.text for span in fitted.spans)) <= TEXT_UNITS_MAX


def test_an_empty_message_is_never_sent_empty() -> None:
    assert to_html(rich("  \x00 ")) == "…"


def test_half_surrogates_and_control_characters_are_taken_out() -> None:
    assert clean("a\ud83d\x07b\tc\nd\x9f") == "a\ufffdb c\nd"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("12.4", "+12.40 USDT"),
        ("-1234567.891", "-1,234,567.89 USDT"),
        ("0", "0.00 USDT"),
        ("0.004", "0.00 USDT"),
        ("-0.001", "0.00 USDT"),
        ("NaN", "? USDT"),
    ],
)
def test_a_profit_is_shown_with_its_sign_and_thousands(value: str, shown: str) -> None:
    assert gain(D(value), Look("paper")) == shown


def test_what_is_not_known_is_never_shown_as_zero() -> None:
    assert money(None, Look("paper")) == "not known"
    assert gain(None, Look("paper")) == "not known"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("65000", "65,000"),
        ("65000.123456789", "65,000.12"),
        ("0.00001234", "0.00001234"),
        ("0.000012345678", "0.00001234568"),
        ("1.085430", "1.08543"),
        ("2310.55", "2,310.55"),
        ("1E+3", "1,000"),
        ("1E+500", "1.000E+500"),
        ("Infinity", "?"),
    ],
)
def test_a_price_keeps_seven_figures(value: str, shown: str) -> None:
    assert price(D(value)) == shown


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_every_number_has_a_short_form(value: Decimal) -> None:
    for shown in (number(value), price(value), number(value, 2), in_r(value), change(value)):
        assert 0 < len(shown) < 60


@given(st.decimals("-1e9", "1e9", places=4), st.decimals("-1e9", "1e9", places=4))
def test_a_bar_is_as_wide_as_it_is_asked_and_full_only_when_full(used: Decimal, allowed: Decimal) -> None:
    drawn = bar(used, allowed, 10)
    assert len(drawn) == 10
    if allowed > 0:
        assert ("░" in drawn) == (used < allowed)
        assert ("█" in drawn) == (used > 0)


def test_times_are_the_readers_own() -> None:
    at = datetime(2026, 3, 2, 23, 30, 5, tzinfo=UTC)
    vienna = Look("paper", zone=ZoneInfo("Europe/Vienna"))
    assert clock_time(at, vienna) == "00:30:05"
    assert clock_time(at, vienna, at + timedelta(hours=1)) == "00:30:05"
    assert clock_time(at, vienna, at + timedelta(days=2)) == "03 Mar 00:30"
    assert clock_time(None, vienna) == "never"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(-3, "0 s"), (45, "45 s"), (600, "10 min"), (11_400, "3 h 10 min"), (187_200, "2 d 4 h")],
)
def test_a_length_of_time_is_two_figures_at_most(seconds: int, shown: str) -> None:
    assert span_of(timedelta(seconds=seconds)) == shown
    assert ago(None, datetime.now(UTC)) == "never"


def test_columns_line_up_on_the_side_they_are_asked_to() -> None:
    assert columns([("stop", "64,000"), ("TP1", "7")], frozenset({1})) == ["stop 64,000", "TP1       7"]


def test_lines_leave_out_what_is_none_and_keep_what_is_empty() -> None:
    assert to_plain(lines("a", None, "", "b")) == "a\n\nb"


def test_only_a_profile_that_says_so_is_paper() -> None:
    assert Look("paper").on_paper
    assert Look("bybit-demo").on_paper
    assert not Look("bybit").on_paper
    assert to_plain(stamped(rich("x"), Look("bybit-demo"))).endswith("· bybit-demo · paper money")
