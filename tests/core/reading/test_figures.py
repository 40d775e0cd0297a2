"""A written number is read as it was meant, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading import read
from core.reading.text.figures import DIGITS_MAX, figure, figures, plain
from core.signals import Amendment, AtPrice, Signal


@pytest.mark.parametrize(
    ("written", "value", "other"),
    [
        ("2345", "2345", None),
        ("0,0312", "0.0312", None),
        ("29,500", "29500", "29.500"),
        ("112.191", "112.191", "112191"),
        ("2,201.43", "2201.43", None),
        ("2.201,43", "2201.43", None),
        ("1,234,567", "1234567", None),
        ("0.001", "0.001", None),
        ("68'500", "68500", "68.500"),
    ],
)
def test_points_and_commas(written: str, value: str, other: str | None) -> None:
    found = figure(written)
    assert found is not None
    assert (found.value, found.other) == (Decimal(value), None if other is None else Decimal(other))


@pytest.mark.parametrize("written", ["0.0.31", "1" * (DIGITS_MAX + 1), "1.2,3.4,5"])
def test_what_no_human_would_write_is_no_number(written: str) -> None:
    assert figure(written) is None


def test_a_list_without_spaces_is_several_numbers() -> None:
    assert [f.value for f in figures("0.2860,0.30,0.33") if f] == [Decimal("0.2860"), Decimal("0.30"), Decimal("0.33")]


@given(st.from_regex(r"[0-9]{1,40}([.,'][0-9]{1,10}){0,6}", fullmatch=True))
def test_every_figure_is_finite_and_written_without_exponent(written: str) -> None:
    for found in figures(written):
        if found is not None:
            assert found.value.is_finite()
            assert "E" not in plain(found.value)


@pytest.mark.parametrize("written", ["5'3.2.14", "1,5.2.2025", "1'234.56.26"])
def test_a_day_that_is_no_whole_number_begins_no_date(written: str) -> None:
    assert not isinstance(read(f"BUY XAUUSD {written} SL 2330 TP 2360"), Amendment)


@pytest.mark.parametrize("written", ["TP12.5 usdt", "TP15 usdt", "TP111k", "TP-15 trades", "(TP) 110k"])
def test_a_number_with_its_unit_glued_to_the_label_is_read_whole(written: str) -> None:
    call = read(f"buy btc 9 sl 8 {written}")
    assert isinstance(call, Signal)
    assert all(isinstance(target, AtPrice) for target in call.targets)


def test_a_hundred_counted_targets_end_in_a_doubt() -> None:
    counted = " ".join(f"TP{n}1.5" for n in range(1, 100))
    call = read(f"buy btc 9 sl 8 {counted} TP100")
    assert isinstance(call, Signal)
    assert call.doubts
