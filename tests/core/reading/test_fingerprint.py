"""A repeat carries the mark of what it repeats; another meaning carries another."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading import fingerprint, read

CALL = "XAUUSD BUY 2340-2345\nSL 2332\nTP 2352\nTP 2360"


@pytest.mark.parametrize(
    "same",
    [
        "🔥🔥 XAUUSD BUY 2340-2345\nSL 2332\nTP 2352\nTP 2360 🔥🔥",
        "𝗫𝗔𝗨𝗨𝗦𝗗 𝗕𝗨𝗬 𝟮𝟯𝟰𝟬-𝟮𝟯𝟰𝟱\n𝗦𝗟 𝟮𝟯𝟯𝟮\n𝗧𝗣 𝟮𝟯𝟱𝟮\n𝗧𝗣 𝟮𝟯𝟲𝟬",
        "GOLD LONG 2345 - 2340, stop loss 2332.00, targets 2352 / 2360.0",
        "XAUUSD BUY 2340-2345\nTP 2352\nTP 2360\nSL 2332\nManage your risk!",
    ],
)
def test_another_dress_is_the_same_call(same: str) -> None:
    assert fingerprint(read(same)) == fingerprint(read(CALL))


@pytest.mark.parametrize(
    "other",
    [
        CALL.replace("2332", "2331"),
        CALL.replace("2352", "2353"),
        CALL.replace("BUY", "SELL"),
        CALL.replace("XAUUSD", "XAGUSD"),
        CALL.replace("2345", "2346"),
        CALL + "\nTP open",
        CALL + "\n10x",
        CALL.replace("BUY", "BUY LIMIT").replace("2340-2345", "2340"),
    ],
)
def test_another_meaning_is_another_call(other: str) -> None:
    assert fingerprint(read(other)) != fingerprint(read(CALL))


def test_a_follow_up_repeated_is_the_same_and_with_another_price_is_not() -> None:
    assert fingerprint(read("Move SL to 2345")) == fingerprint(read("✅ move stop loss to 2345.0 ✅"))
    assert fingerprint(read("Move SL to 2345")) != fingerprint(read("Move SL to 2346"))
    assert fingerprint(read("Close half")) != fingerprint(read("Close 30%"))


def test_nothing_has_no_mark() -> None:
    assert fingerprint(read("Good morning traders")) == ()


@given(st.decimals("0.0001", "90000", places=4), st.integers(0, 4))
def test_trailing_zeros_are_no_news(price: Decimal, zeros: int) -> None:
    written = f"{price:f}"
    longer = written + "0" * zeros
    one, two = (read(f"BTCUSDT LONG entry {p} sl 10 tp 95000") for p in (written, longer))
    assert fingerprint(one) == fingerprint(two)
