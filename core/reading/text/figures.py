"""Read one written number: decimal point or comma, thousands, and where both are possible, both.

Separate, because a number read a thousand times too large is a lost account: nothing here
guesses, an ambiguous figure carries its other reading and the levels around it decide.
No exponent, no sign, no word: Infinity and NaN cannot be written (threat H04).
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

DIGITS_MAX = 15
_WHOLE_MAX, _REST_MAX = 6, 20
_LISTED_MIN = 4
_TWO, _THREE, _CENTS = 2, 3, "00"
LARGEST = Decimal(10) ** 9
SMALLEST = Decimal(10) ** -12


class Figure(NamedTuple):
    """``other`` is the second possible reading: 112.191 may be 112191."""

    value: Decimal
    other: Decimal | None = None


def figures(text: str) -> list[Figure | None]:
    """The numbers in one run of digits and separators; None for one that no human would write."""
    if sum(map(str.isdigit, text)) > DIGITS_MAX * 8:
        return [None]
    parts = text.split(",")
    single = None if _are_prices(parts) else figure(text)
    if single is not None or "," not in text:
        return [single]
    return [figure(part) for part in parts] if all(figure(p) for p in parts) else [None]


def figure(text: str) -> Figure | None:
    """One number, or None. ``text`` holds ASCII digits, points, commas and apostrophes only."""
    text = text.replace("'", ",") if text.count("'") else text
    if sum(map(str.isdigit, text)) > DIGITS_MAX and not _is_dusty(text):
        return None
    marks = [c for c in text if c in ".,"]
    if not marks:
        return Figure(Decimal(text))
    groups = text.replace(",", ".").split(".")
    by_three = len(groups[0]) <= 3 and groups[0].strip("0") != "" and all(len(g) == 3 for g in groups[1:])
    if len(marks) == 1:
        whole, rest = groups
        decimal, thousands = Decimal(f"{whole}.{rest}"), Decimal(whole + rest)
        if not by_three:
            return Figure(decimal)
        return Figure(thousands, decimal) if marks[0] == "," else Figure(decimal, thousands)
    if len(set(marks)) == 1:
        return Figure(Decimal("".join(groups))) if by_three or _by_lakhs(text, groups) else _with_cents(groups)
    thousands_mark, last = marks[0], marks[-1]
    if thousands_mark == last or marks[:-1] != [thousands_mark] * (len(marks) - 1):
        return None
    if len(groups[0]) > 3 or any(len(g) != 3 for g in groups[1:-1]):
        return None
    return Figure(Decimal("".join(groups[:-1]) + "." + groups[-1]))


def _by_lakhs(text: str, groups: list[str]) -> bool:
    """1,05,000: grouped by two as in India, the last three together; 60,66,108 are three prices."""
    if "," not in text or [*map(len, groups[1:])] != [_TWO, _THREE] or len(groups[0]) > _TWO or groups[0][0] == "0":
        return False
    first, second, third = map(int, groups)
    return not first < second < third


def _with_cents(groups: list[str]) -> Figure | None:
    """77,610,00: one mark for the thousands and the cents; 4,120,50 may be two levels, and is none."""
    *whole, cents = groups
    threes = 0 < len(whole[0]) <= _THREE and whole[0][0] != "0" and all(len(g) == _THREE for g in whole[1:])
    return Figure(Decimal("".join(whole) + "." + cents)) if threes and len(whole) > 1 and cents == _CENTS else None


def _are_prices(parts: list[str]) -> bool:
    """2392,2400 are two prices: nobody writes four decimals behind so large a one, and they are near each other.

    So are 206,213,220 three, one above the other: nothing that is traded costs two hundred millions.
    """
    size = len(parts[0])
    if size < _THREE or len(parts) < (2 if size >= _LISTED_MIN else _THREE):
        return False
    if any(len(p) != size or not p.isdigit() or p[0] == "0" for p in parts):
        return False
    values = [int(part) for part in parts]
    if size < _LISTED_MIN and not (values == sorted(set(values)) or values == sorted(set(values), reverse=True)):
        return False
    return max(values) * 4 < min(values) * 5


def _is_dusty(text: str) -> bool:
    """0.15704000000000003: what a program writes for 0.15704."""
    whole, _, rest = text.partition(".")
    return whole.isdigit() and rest.isdigit() and len(whole) <= _WHOLE_MAX and len(rest) <= _REST_MAX


def is_a_price(value: Decimal) -> bool:
    return SMALLEST <= value <= LARGEST


def plain(value: Decimal) -> str:
    """Digits only: never an exponent."""
    return format(value, "f")
