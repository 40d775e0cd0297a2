"""Disguised, decorated and foreign text becomes plain, and every letter knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.messages import TEXT_MAX
from core.reading.text.hygiene import clean

TANGLED = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("*_`~|1️⃣①¹🥇\u200b\u202e٤۵АВ損Ｘ𝐁₿é\u0301\n.,-/")), max_size=200
)


@given(TANGLED)
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@given(TANGLED)
def test_every_letter_came_from_somewhere_in_order(text: str) -> None:
    plain = clean(text)
    assert len(plain.text) == len(plain.lower) == len(plain.origin) - 1
    assert list(plain.origin) == sorted(plain.origin)
    assert all(0 <= place <= len(text) for place in plain.origin)


@given(TANGLED)
def test_only_ascii_digits_are_left(text: str) -> None:
    assert all(c in "0123456789" for c in clean(text).text if c.isdecimal())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("𝗕𝗨𝗬 𝟮𝟯𝟰𝟱", "BUY 2345"),
        ("ＳＬ：２３３０", "SL:2330"),
        ("٤٢٢٦ ۴۲", "4226 42"),
        ("B\u200bU\u2060Y", "BUY"),
        ("\u202eBUY\u202c", "BUY"),
        ("BТС", "BTC"),
        ("438**0", "4380"),
        ("4️⃣5️⃣", "45"),
        ("İşlem", "Islem"),
        ("止損", "止损"),
        ("2340–2345", "2340-2345"),
    ],
)
def test_disguises_come_off(written: str, meant: str) -> None:
    assert clean(written).text.strip() == meant


def test_what_no_keyboard_types_is_a_space() -> None:
    assert clean("close\x00\x00half\x7f\n").text == "close  half \n"


def test_a_keycap_is_a_list_mark_and_no_number() -> None:
    assert "1" not in clean("1️⃣ 0.02").text.split("0.02")[0]


def test_a_span_slices_the_original_through_the_decoration() -> None:
    written = "🔥 **Sl :4**009 🔥"
    plain = clean(written)
    at = plain.text.index("4009")
    start, end = plain.span(at, at + 4)
    assert written[start:end] == "4**009"


def test_what_is_too_long_is_cut_at_the_door() -> None:
    assert len(clean("a" * (TEXT_MAX * 3)).text) == TEXT_MAX
