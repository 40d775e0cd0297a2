"""The number by which a channel calls one of its signals."""

from __future__ import annotations

import pytest

from core.reading.serials import serials


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\U0001f4cdSIGNAL ID: #2104\U0001f4cd\nCOIN: $LTC/USDT", {"2104"}),
        ("Signal #31 TP1 hit, signal #32 close", {"31", "32"}),
        ("trade no 7: close half", {"7"}),
        ("ID: 15703\nALVO 1 atingido", {"15703"}),
        ("#b7\n\nstop to entry", {"b7"}),
        ("#b7: close half", {"b7"}),
        ("Stop to entry:\n1. #b7\n2. #b9", {"b7", "b9"}),
        ("Сигнал №12: закрываем", {"12"}),
        ("Signal ID: #\u04414 закрыт", {"c4"}),
    ],
)
def test_a_number_behind_a_word_for_a_signal_or_at_the_head_of_a_line_is_one(text: str, found: set[str]) -> None:
    assert serials(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("TP 2 hit", "2 signals today", "call 3 now", "signal 2350 buy gold", "Signal #3.5", "[trader#3] close half"),
        *(
            "#h4\nnice candle",
            "#h4 close above 2330",
            "#M15\nchart",
            "#BTC long",
            "close half",
            "",
            "tp1 #eth2 moon",
            "9" * 5_000,
        ),
    ],
)
def test_a_count_a_price_a_time_frame_or_a_coin_is_none(text: str) -> None:
    assert serials(text) == frozenset()
