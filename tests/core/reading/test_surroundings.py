"""An order is the same behind a greeting, a report or a picture: what stands around it opens and adds nothing.

Separate from the corpus, which says what each post means: here nobody does, and a post is held against itself.
"""

from __future__ import annotations

from functools import cache

import pytest

from core.reading import read
from core.reading.handling.leeway import REPORTS
from core.signals import Act, Amendment, Reading, Signal
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
    wrong, greetings = [], 0
    for text in dict.fromkeys(texts()):
        if text.startswith(BY_ITSELF) or text.endswith(TO_ITS_END) or not is_left_alone(reading_of(text)):
            continue
        if greeted.startswith("✅") and text.startswith(TOLD_BY_A_TICK):
            continue
        greetings += 1
        if not is_left_alone(read(greeted.format(text))):
            wrong.append(repr(greeted.format(text)))
    assert greetings > 3000
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "waits",
    [
        *("At 4168 close half", "Around 61200, take half off", "On the next spike, take half off", "Then close half"),
        *("By Thursday, close everything", "Option 2, close everything", "Bricht 27.40, schließen wir Silber"),
        *("На отскоке, закрываем треть", "跌破27.40平仓", "Let it hit 27.90 then close half"),
    ],
)
@pytest.mark.parametrize("head", ["Update: ", "Trade update: ", "Gold: ", "✅ ", "- "])
def test_an_order_that_waits_does_so_behind_a_head(head: str, waits: str) -> None:
    assert is_left_alone(read(waits))
    assert is_left_alone(read(head + waits))


@pytest.mark.parametrize("order", ["Close half", "SL to BE", "SL 2340", "cancel"])
def test_an_order_is_carried_out_behind_a_head(order: str) -> None:
    reading = read(f"Update: {order}")
    assert isinstance(reading, Amendment)
    assert not reading.doubts


def is_left_alone(reading: Reading) -> bool:
    """Whether nothing is done about it unless somebody says so."""
    return not ordered(reading) and not (isinstance(reading, Signal) and not reading.doubts)
