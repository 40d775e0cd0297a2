"""The number by which a channel calls one of its signals: "SIGNAL ID: #1047", "#a8" at the head of a line.

Separate from the reading of levels, which sets such a number aside: here it tells which call a later post is about,
where a channel has several open and names none of their instruments.
"""

from __future__ import annotations

import re

from core.reading.text.hygiene import clean
from core.reading.words.lexicon import listed

_READ_MAX = 1_500
"""So many letters are looked at: a number stands in a heading, or in a list of a few lines."""
_SERIAL = r"([a-zа-я]{0,2}\d{1,6})(?![\w.,]\d)"
_LOOKALIKES = str.maketrans("аеорсхвктмн", "aeopcxbktmh")
"""A Russian author tags with the letters of his own keyboard: #с4 is #c4."""
_WORDS = "|".join(sorted(map(re.escape, {*listed("SIGNALS"), *listed("TRADES")}), key=len, reverse=True))
_COUNTS = "|".join(sorted(map(re.escape, {"id", *listed("NUMBERS")}), key=len, reverse=True))
_TAGGED = re.compile(rf"(?<!\w)(?:{_WORDS}) {{0,2}}(?:(?:{_COUNTS}) {{0,2}})?[.:]? {{0,2}}[#№] {{0,2}}{_SERIAL}")
_COUNTED = re.compile(rf"(?<!\w)(?:{_WORDS}) {{0,2}}(?:{_COUNTS}) {{0,2}}[.:]? {{0,2}}{_SERIAL}")
_NAMED = re.compile(rf"(?<!\w)id {{0,2}}[:#] {{0,2}}#?{_SERIAL}")
_LEADING = re.compile(r"^[ \d.)-]{0,6}#([a-zа-я]{1,2}\d{1,4})(?=[ .,:]|$)", re.MULTILINE)
_FRAME = re.compile(r"(?:[hdwm]|mn)\d{1,2}")
"""A tag that tells the time frame of a chart: #h4, #m15."""


def serials(text: str) -> frozenset[str]:
    """Every number that the post gives a signal, in small letters and without its "#"; of a long post its beginning's.

    A digit alone counts only behind a word for a signal: "TP 2" and "2 signals" give none.
    """
    if not any(letter.isdigit() for letter in text[:_READ_MAX]):
        return frozenset()
    lower = clean(text[:_READ_MAX]).lower
    found = {match for pattern in (_TAGGED, _COUNTED, _NAMED) for match in pattern.findall(lower)}
    leading = {match for match in _LEADING.findall(lower) if _FRAME.fullmatch(match) is None}
    return frozenset(one.translate(_LOOKALIKES) for one in found | leading)
