"""An order is the same behind a greeting, a report or a picture: what stands around it opens and adds nothing.

Separate from the corpus, which says what each post means: here nobody does, and a post is held against itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

import pytest

from core.reading import read
from core.reading.handling.leeway import REPORTS
from core.signals import Act, Amendment, AtLimit, Nothing, Reading, Signal
from core.vocabulary import Price
from tests.posts import reading_of, texts

LONGEST = 90
"""A longer post brings surroundings of its own."""
AROUND = (
    "Guys, {}",
    "🔥🔥 {}",
    "News in 10 minutes, {}",
    "Price is moving well. {}",
    "TP1 hit ✅\n{}",
    "TP1 hit ✅ {}",
    "{} 🙏",
    "{}. Thanks",
    "{}\nGood luck everyone",
)
SAME = {
    Act.SET_LEVELS: {Act.MOVE_STOP, Act.EDIT_TARGETS},
    Act.OTHER: {Act.MOVE_STOP},
    Act.CANCEL: {Act.BREAK_EVEN},  # "Cancel INJ at entry"
    Act.CLOSE: {Act.CLOSE_PART},  # "the remaining 30 %"
}
"""Other names for what an act says, beside which it is no other order."""


def ordered(reading: Reading) -> set[Act]:
    """What is to be done without asking anybody; reports change nothing."""
    if not isinstance(reading, Amendment) or reading.doubts:
        return set()
    return {said.act for said in reading.instructions} - REPORTS


GREETED = ("Guys, {}", "Guys: {}", "⚠️ {}", "- {}", "✅ {}", "🔥🔥 {}", "{}\nGood luck everyone")
BY_ITSELF = ("> ", "OL SHORT", "CLOSE META", "Move long", "77 645.45")
"""A quotation begins a post; and whether a word is a name, its place and the capitals of all the others tell."""
TOLD_BY_A_TICK = (
    *("TP1 hit - close", "TP1'de", "TP1에서", "31.80", "48000", "2 trade", "GBPUSD 1.2650", "#SUI", "На TP1"),
    *("Exit strategy: 50% at TP1", "First TP1", "در تارگت", "Au premier"),
)
"""Before a target or a price alone a tick says that it is reached."""
PASSED = ("News in 10 minutes, {}", "Price is moving well. {}", "{}\nThe market is calm today.")
"""Beside these a post keeps what holds it back."""
WITHDRAWN = {
    "it may no longer be meant",
    "it may not be meant now",
    "it depends on a condition",
    "it may mean a part, or later",
    "it is crossed out",
    "it explains or teaches; it is not a call",
}
AROUND_A_CALL = (
    *("The market is at the highs, be careful.\n{}", "New signal for you.\n{}", "This is trade 3 of today.\n{}"),
    *("Buenos días, el mercado está fuerte.\n{}", "{}\nSuerte a todos", "{}\nUse proper risk management."),
)
TO_ITS_END = ("close the rest", "no")
"""What ends a post, and is looked for in its text."""


@cache
def orders() -> tuple[tuple[str, frozenset[Act]], ...]:
    """The short posts of the corpus that are carried out, each with what they order."""
    short = dict.fromkeys(text for text in texts() if len(text) <= LONGEST and "\n" not in text)
    return tuple((text, frozenset(acts)) for text in short if (acts := ordered(reading_of(text))))


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_an_order_neither_opens_a_trade_nor_adds_another_order(around: str) -> None:
    assert len(orders()) > 1000
    wrong = []
    for text, acts in orders():
        reading = read(around.format(text))
        opens = isinstance(reading, Signal) and not reading.doubts
        more = ordered(reading) - acts - {same for act in acts for same in SAME.get(act, ())}
        if opens or more:
            wrong.append(f"{around.format(text)!r}: {'opens' if opens else sorted(more)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("greeted", GREETED)
def test_a_greeting_takes_no_doubt_away(greeted: str) -> None:
    told = TOLD_BY_A_TICK if greeted.startswith("✅") else ()
    alone = [
        text
        for text in dict.fromkeys(texts())
        if not text.startswith((*BY_ITSELF, *told))
        and not text.endswith(TO_ITS_END)
        and is_left_alone(reading_of(text))
    ]
    assert len(alone) > 3000
    assert done_about(alone, greeted) == []


@pytest.mark.parametrize("passed", PASSED)
def test_what_takes_a_post_its_force_does_so_behind_another_sentence(passed: str) -> None:
    held = [text for text in dict.fromkeys(texts()) if not WITHDRAWN.isdisjoint(doubts_of(reading_of(text)))]
    assert len(held) > 400
    assert done_about(held, passed) == []


def done_about(posts: Iterable[str], around: str) -> list[str]:
    """Those that are carried out or opened where something stands around them."""
    surrounded = (around.format(text) for text in posts)
    return [text for text in surrounded if not is_left_alone(read(text))]


def doubts_of(reading: Reading) -> set[str]:
    return set() if isinstance(reading, Nothing) else {doubt.text for doubt in reading.doubts}


@pytest.mark.parametrize("around", AROUND_A_CALL)
def test_what_stands_around_a_call_changes_nothing_of_it(around: str) -> None:
    wrong, opened = [], 0
    for text in dict.fromkeys(texts()):
        call = reading_of(text)
        if not isinstance(call, Signal) or call.doubts:
            continue
        again = read(around.format(text))
        if is_left_alone(again):
            continue
        opened += 1
        if not isinstance(again, Signal) or meaning(again) != meaning(call):
            wrong.append(repr(around.format(text)))
    assert opened > 2000
    assert not wrong, "\n".join(wrong)


def meaning(call: Signal) -> tuple[object, ...]:
    return call.symbol, call.side, call.entry, call.stop, call.targets


@pytest.mark.parametrize(
    "talk", ["The market is moving. {}", "{}\nCurrent price is near entry", "Рынок слабый. {}", "{}\nmarket looks weak"]
)
def test_talk_about_the_market_is_no_order_at_it(talk: str) -> None:
    call = read(talk.format("LTC short 84 TP 80 SL 86"))
    assert isinstance(call, Signal)
    assert call.entry == AtLimit(Price(Decimal(84)))


def test_two_calls_behind_a_sentence_are_not_the_second_alone() -> None:
    two = "BTCUSDT LONG entry 61000 sl 60000 tp 62000\nETHUSDT SHORT entry 3100 sl 3150 tp 3000"
    reading = read(f"Price is moving well. {two}")
    assert isinstance(reading, Signal)
    assert "several instruments are named: BTCUSDT, ETHUSDT" in [doubt.text for doubt in reading.doubts]


@pytest.mark.parametrize(
    "void",
    [
        "SILVER SELL LIMIT 31.20 SL 31.60 TP 30.40 - removed now",
        "Silver buy 31.20\nSL 30.80\nTP 32.10\nStopped ❌ now",
        "KSMUSDT long\nEntry 31.2\nSL 29.9\nTP 33.5\nStill holding now",
        "NEAR long stop goes to 5.85, target 7.2 now",
        "Silver buy 31.20\nSL 30.80\nTP 32.10\nStopped ❌, guys",
        "SILVER SELL LIMIT 31.20 SL 31.60 TP 30.40 - removed. Price is moving well",
    ],
)
def test_a_word_behind_what_is_over_opens_nothing(void: str) -> None:
    assert is_left_alone(read(void))


@pytest.mark.parametrize(
    "waits",
    [
        *("At 4168 close half", "Around 61200, take half off", "On the next spike, take half off", "Then close half"),
        *("By Thursday, close everything", "Option 2, close everything", "Bricht 27.40, schließen wir Silber"),
        *("На отскоке, закрываем треть", "跌破27.40平仓", "Let it hit 27.90 then close half"),
    ],
)
@pytest.mark.parametrize("head", ["Update: ", "Trade update: ", "Gold: ", "#XAUUSD ", "✅ ", "- "])
def test_an_order_that_waits_does_so_behind_a_head(head: str, waits: str) -> None:
    assert is_left_alone(read(waits))
    assert is_left_alone(read(head + waits))


@pytest.mark.parametrize(
    "waits",
    ["Close gold, if it breaks 4160", "Close half at 1R", "NEAR stop to entry, drop the bid to 5.90", "Cancel TP3"],
)
@pytest.mark.parametrize("end", [" ✅", "✅✅", " 👍"])
def test_a_tick_at_the_end_does_not_say_that_what_an_order_waits_for_has_come(waits: str, end: str) -> None:
    assert is_left_alone(read(waits))
    assert is_left_alone(read(waits + end))


@pytest.mark.parametrize("order", ["Close half", "SL to BE", "SL 2340", "cancel"])
def test_an_order_is_carried_out_behind_a_head(order: str) -> None:
    reading = read(f"Update: {order}")
    assert isinstance(reading, Amendment)
    assert not reading.doubts


def is_left_alone(reading: Reading) -> bool:
    """Whether nothing is done about it unless somebody says so."""
    return not ordered(reading) and not (isinstance(reading, Signal) and not reading.doubts)
