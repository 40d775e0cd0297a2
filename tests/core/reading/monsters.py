"""Texts made to be slow, each repeated until a message is full of it, and how long a text takes."""

from __future__ import annotations

import time

from core.messages import TEXT_MAX
from core.reading import Dialect, read

MONSTERS = (
    *(
        "1",
        "TP 1 ",
        "(",
        "()",
        "🔥",
        "buy ",
        "entry 1.5 sl 2 ",
        "\n",
        "1.1.",
        "多空止损",
        "**a",
        "1x",
        "@",
        "a/",
        "1) ",
    ),
    *("close all move sl to be, ", "take profit ", "TP1✅", "not if will ", "BTCUSDT ", "$A", "1,", "http://", "ab1"),
    *("long stop limit ", "é\u0301", "buy 1 sell 2 ", "tp1 hit. ", "20 150 ", "risk 1 ", "first 1\n", "\ufe0f\u20e31"),
    *(
        "tp 9 x 8 7 6 ",
        "buy 9 sl 1\n2\n3\n",
        "will sl ",
        "sl 1 ❌ tp 9✅ ",
        "buy btc 9 sl 1 tp 99\nif so so so 5 ",
        "for the buy ",
        "buy btc 9 sl 1 tp 99 not if will ",
    ),
    *("a1b2c3d4 ", "1/usdt ", "1k1 ", "2020-1-1 ", "А b", "\ue0ff", "close half, ", "%1", "to be to be ", "no "),
    *("50 - 80 - 100% ", "cut 20% ", "buy btc 9 sl 1 tp 99\nstooplos: 7 takkeprofit 8\n"),
)


def filled(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def is_near_linear(unit: str, tries: int, more_s: float, dialect: Dialect | None = None) -> bool:
    """Whether four times the length takes less than nine times as long, and ``more_s``: linear is 4, quadratic 16."""
    bound_s = 9 * fastest_s(filled(unit, TEXT_MAX // 4), tries, dialect) + more_s
    return fastest_s(filled(unit, TEXT_MAX), tries, dialect, bound_s) < bound_s


def fastest_s(text: str, tries: int = 5, dialect: Dialect | None = None, enough_s: float = 0.0) -> float:
    """The shortest of some readings, in seconds of this thread's own work: what the reader costs.

    None is asked for once one took less than ``enough_s``: it would change no answer.
    """
    best = float("inf")
    for _ in range(tries):
        if best < enough_s:
            break
        began = time.thread_time()
        read(text) if dialect is None else read(text, dialect=dialect)
        best = min(best, time.thread_time() - began)
    return best
