"""Point at the words behind a reading: which made the side, the entry, the stop, the targets, the doubts.

Separate and pure, because the terminal and the phone show the same explanation and must not disagree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, assert_never

from core.signals import Amendment, Nothing, Reading, Reason, Signal


class Field(StrEnum):
    """What a stretch of the post was read as, in the order of the legend."""

    SIDE = "side"
    SYMBOL = "instrument"
    ENTRY = "entry"
    STOP = "stop"
    TARGET = "target"
    SHARE = "share"
    LEVERAGE = "leverage"
    SIZE = "size"
    ORDER = "order"
    DOUBT = "doubt"
    """It makes a human look, or the post nothing."""
    NONE = ""


class Part(NamedTuple):
    """A stretch of the post and what it was read as."""

    text: str
    field: Field


_NAMED = {
    "side": Field.SIDE,
    "symbol": Field.SYMBOL,
    "entry": Field.ENTRY,
    "add to a position": Field.ENTRY,
    "add": Field.ENTRY,
    "at market": Field.ENTRY,
    "limit order": Field.ENTRY,
    "stop order": Field.ENTRY,
    "stop": Field.STOP,
    "target": Field.TARGET,
    "entry weight": Field.SHARE,
    "target weight": Field.SHARE,
    "stop condition": Field.STOP,
    "size": Field.SIZE,
    "leverage": Field.LEVERAGE,
    "cross margin": Field.LEVERAGE,
    "isolated margin": Field.LEVERAGE,
    "spot": Field.LEVERAGE,
}
BIDI = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks of direction: they turn what a screen shows around."""


def parts(text: str, reading: Reading) -> tuple[Part, ...]:
    """The whole post in stretches; joined they are the post again, but for what could deceive a screen.

    Control characters become spaces and marks of direction are left out, so that what is shown is what is there.
    Where two findings overlap the shorter one shows.
    """
    fields = [Field.NONE] * len(text)
    spans = sorted(_spans(reading), key=lambda span: (span[1] - span[0], span[0]), reverse=True)
    for start, end, field in spans:
        fields[start:end] = [field] * (min(end, len(text)) - start)
    shown = ((_visible(letter), field) for letter, field in zip(text, fields, strict=True))
    runs = groupby((pair for pair in shown if pair[0]), key=lambda pair: pair[1])
    return tuple(Part("".join(letter for letter, _ in run), field) for field, run in runs)


def legend(shown: Iterable[Part]) -> tuple[Field, ...]:
    """The fields that occur, each once."""
    present = {part.field for part in shown}
    return tuple(field for field in Field if field is not Field.NONE and field in present)


def _spans(reading: Reading) -> list[tuple[int, int, Field]]:
    match reading:
        case Signal(reasons=reasons, doubts=doubts):
            return [*_of(reasons, Field.NONE), *_of(doubts, Field.DOUBT)]
        case Amendment(reasons=reasons, doubts=doubts):
            return [*_of(doubts, Field.DOUBT), *_of(reasons, Field.ORDER)]
        case Nothing(reasons=reasons):
            return _of(reasons, Field.DOUBT)
        case _:
            assert_never(reading)


def _of(reasons: Sequence[Reason], otherwise: Field) -> list[tuple[int, int, Field]]:
    return [(r.start, r.end, _NAMED.get(r.field, otherwise)) for r in reasons if r.start < r.end]


def _visible(letter: str) -> str:
    if letter in BIDI:
        return ""
    return " " if unicodedata.category(letter) in ("Cc", "Cs") and letter != "\n" else letter
