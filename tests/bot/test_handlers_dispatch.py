"""From a user's words or tap to its effect: once, never late by itself, never by a stranger's or a forwarder's hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from loguru import logger

from bot.auth import Gate, Reader
from bot.diary import Diary, open_diary
from bot.dispatch import Dispatch, Heard, Tapped
from bot.outbox import Letter, Outbox, Pace
from bot.render import rich
from bot.second_factor import NobodyEnrolled
from bot.slash import Questions, Reply, Role, Tap
from core.errors import JournalUnwritable
from core.events import Choice
from core.views import Doors, Stage
from core.vocabulary import Nonce, Symbol
from storage.memory import MemoryJournal
from tests.bot.desk_for_tests import LOOK, OWNER, START, DeskForTests, PlayedClock, a_position, a_question
from tests.bot.phone import Phone
from tests.builders import CALL

D = Decimal
TRADER = Reader(OWNER, Role.TRADER, LOOK)


class Chat:
    """A dispatch with everything around it but Telegram."""

    def __init__(self, clock: PlayedClock, diary: Diary, outbox: Outbox, phone: Phone) -> None:
        desk = DeskForTests(clock)
        self.clock = clock
        self.desk, self.diary, self.outbox, self.phone = desk, diary, outbox, phone
        self.conflict = False
        nonces = iter(range(1, 1000))
        self.gate = Gate({OWNER: Role.TRADER}, desk.clock)
        questions = Questions(desk.clock, lambda: Nonce(f"n{next(nonces)}"))
        self.dispatch = Dispatch(
            desk, diary, outbox, self.gate, questions, desk.clock, NobodyEnrolled(), lambda: self.conflict
        )
        self._updates = iter(range(1, 10_000))
        self._queries = iter(range(1, 10_000))

    async def say(self, text: str, update: int = 0, **changes: object) -> None:
        heard = Heard(update or next(self._updates), TRADER, text, self.desk.clock.now())
        await self.dispatch.hear(replace(heard, **changes))  # type: ignore[arg-type]
        assert await self.outbox.drain(5)

    async def press(self, wire: str, message: int = 1, update: int = 0, **changes: object) -> str:
        """Tap; return the words at the finger."""
        query = f"q{next(self._queries)}"
        tapped = Tapped(update or next(self._updates), TRADER, query, wire, message)
        await self.dispatch.tap(replace(tapped, **changes))  # type: ignore[arg-type]
        assert await self.outbox.drain(5)
        await self.phone.until(lambda: any(query == answered for answered, _, _ in self.phone.toasts))
        return next(text for answered, text, _ in self.phone.toasts if answered == query)

    def button(self, label: str) -> tuple[str, int]:
        """What the newest button with this label carries, and the message it sits on."""
        for number, shown in reversed(self.phone.chats[OWNER].items()):
            for row in shown.body.rows:
                for button in row:
                    if label in button.label:
                        return button.wire, number
        raise LookupError(label)

    @property
    def last(self) -> str:
        return self.phone.texts()[-1]


@pytest.fixture
async def chat() -> AsyncIterator[Chat]:
    clock, journal, phone = PlayedClock(), MemoryJournal(), Phone()
    diary = await open_diary(journal, clock)
    async with Outbox(phone, diary, clock, pace=Pace(per_s=1e6, burst=100), sleep=clock.sleep) as outbox:
        outbox.go_online()
        yield Chat(clock, diary, outbox, phone)


async def test_a_command_is_answered_in_the_chat(chat: Chat) -> None:
    await chat.say("/status")
    assert "🛡 nothing held, nothing to shield" in chat.last
    await chat.say("/stauts")
    assert "Did you mean /status?" in chat.last


async def test_an_update_that_comes_twice_acts_once(chat: Chat) -> None:
    await chat.say("/pause", update=77)
    chat.desk.doors = Doors.OPEN
    await chat.say("/pause", update=77)
    assert chat.desk.doors is Doors.OPEN


async def test_a_tap_that_comes_twice_acts_once(chat: Chat) -> None:
    chat.desk.hold(a_position())
    await chat.say("/close all")
    wire, message = chat.button("Yes")
    await chat.press(wire, message, update=500)
    assert await chat.press(wire, message, update=500) == "Already done."
    assert len(chat.desk.closes) == 1


async def test_a_forwarded_command_is_never_obeyed(chat: Chat) -> None:
    await chat.say("/pause", forwarded=True)
    assert chat.desk.doors is Doors.OPEN
    assert chat.desk.rehearsed == [("/pause", None)]


@pytest.mark.parametrize("text", ["/close all", "/resume"])
async def test_what_was_sent_long_ago_is_asked_again(chat: Chat, text: str) -> None:
    chat.desk.hold(a_position())
    await chat.desk.pause("user:7")
    await chat.say(text, sent_at=START - timedelta(minutes=5))
    assert chat.last.startswith(f"You sent {text.split(maxsplit=1)[0]} 5 min ago, while I was away.")
    assert (chat.desk.closes, chat.desk.doors) == ([], Doors.PAUSED)
    wire, message = chat.button("Yes")
    await chat.press(wire, message)
    assert chat.desk.closes or chat.desk.doors is Doors.OPEN


async def test_pause_and_panic_are_never_too_old(chat: Chat) -> None:
    hours = START - timedelta(hours=9)
    await chat.say("/pause", sent_at=hours)
    assert chat.desk.doors is Doors.PAUSED
    await chat.say("/panic", sent_at=hours)
    wire, message = chat.button("YES")
    assert "Panic is pressed" in await chat.press(wire, message)
    assert chat.desk.panics == 1


async def test_the_twenty_first_command_of_a_minute_waits_but_never_an_urgent_one(chat: Chat) -> None:
    for _ in range(20):
        await chat.say("/help")
    await chat.say("/status")
    assert "Too many commands" in chat.last
    await chat.say("/pause")
    assert chat.desk.doors is Doors.PAUSED
    chat.clock.forward(3.1)
    await chat.say("/status")
    assert "⏸ paused" in chat.last


async def test_with_a_second_program_on_the_token_only_what_lowers_risk_is_obeyed(chat: Chat) -> None:
    chat.conflict = True
    chat.desk.ask(a_question())
    await chat.say("/status")
    assert "revoke the token" in chat.last
    assert "revoke the token" in await chat.press("a:nnnnnnnnnn")
    assert not chat.desk.answered
    await chat.say("/pause")
    assert chat.desk.doors is Doors.PAUSED


async def test_with_a_second_program_on_the_token_no_button_raises_a_risk_and_every_way_out_works(chat: Chat) -> None:
    chat.desk.hold(a_position(CALL))
    await chat.say(f"/add {CALL} 25%")
    more = chat.button("Yes, add")
    await chat.say(f"/close {CALL}")
    out = chat.button("Yes, close")
    chat.conflict = True
    assert "revoke the token" in await chat.press(*more)
    assert "revoke the token" in await chat.press("t:XRPUSDT long")
    assert chat.desk.hands.told == []
    assert await chat.press(*out) == "Closing 1."
    chat.conflict = False
    assert "is being added" in await chat.press(*more)


async def test_two_taps_on_a_question_approve_once_and_tell_the_truth(chat: Chat) -> None:
    chat.desk.ask(a_question())
    update = iter((601, 602))
    said = await asyncio.gather(
        *(chat.press(f"{tap}:nnnnnnnnnn", update=next(update)) for tap in (Tap.APPROVE, Tap.HALF))
    )
    assert chat.desk.answered == {"nnnnnnnnnn": Choice.APPROVE}
    assert "Approved" in said[0]
    assert "the first answer counts" in said[1]


async def test_a_tap_after_the_questions_time_opens_nothing(chat: Chat) -> None:
    chat.desk.ask(a_question())
    chat.clock.forward(301)
    assert "Too late" in await chat.press("a:nnnnnnnnnn")
    assert not chat.desk.answered
    assert "closed" in await chat.press("a:ofanothera")


async def test_an_approving_tap_that_piled_up_while_away_is_asked_again(chat: Chat) -> None:
    chat.desk.ask(a_question())
    chat.clock.forward(61)
    assert "while I was away" in await chat.press("a:nnnnnnnnnn", piled_up=True)
    assert not chat.desk.answered
    assert "Rejected" in await chat.press("r:nnnnnnnnnn", piled_up=True)
    assert chat.desk.answered == {"nnnnnnnnnn": Choice.REJECT}


async def test_a_tap_on_a_question_of_the_last_minute_is_fresh_enough(chat: Chat) -> None:
    chat.desk.ask(a_question())
    assert "Approved" in await chat.press("a:nnnnnnnnnn", piled_up=True)


@pytest.mark.parametrize("wire", ["", ":", "a:", "zz:1", "x" * 64, "a:" + "n" * 63, "\ud800:1"])
async def test_data_no_button_of_ours_carries_does_nothing(chat: Chat, wire: str) -> None:
    assert "another version" in await chat.press(wire)
    assert not chat.desk.answered


async def test_why_in_reply_to_a_card_is_about_its_trade(chat: Chat) -> None:
    chat.desk.hold(a_position("aaaaaaaaaa"), a_position("bbbbbbbbbb", symbol=Symbol("ETHUSDT")))
    chat.outbox.post(Letter(OWNER, Reply(rich("the card"), key="card:bbbbbbbbbb")))
    assert await chat.outbox.drain(5)
    number, _ = chat.phone.find("the card")
    await chat.say("/why", reply_to=number)
    assert chat.last.startswith("Why · bbbbbbbbbb")
    await chat.say("/close", reply_to=number)
    assert "Close ▲ ETHUSDT long" in chat.last


async def test_a_yes_replaces_its_question_and_takes_its_buttons(chat: Chat) -> None:
    chat.desk.hold(a_position())
    await chat.say("/close all")
    wire, message = chat.button("Yes")
    await chat.press(wire, message)
    shown = chat.phone.chats[OWNER][message]
    assert "is being closed" in shown.text
    assert shown.body.rows == ()


async def test_a_journal_that_is_full_is_said_plainly(chat: Chat) -> None:
    chat.desk.faults["pause"] = JournalUnwritable("the disk is full: free some space")
    await chat.say("/pause")
    assert chat.last == "✗ the disk is full: free some space"


async def test_a_bug_in_a_command_is_answered_and_costs_nothing_else(chat: Chat) -> None:
    chat.desk.hold(a_position(stage=Stage.LIVE))
    chat.desk.faults["position"] = RuntimeError("a bug")
    assert "This failed" in await chat.press("c:aaaaaaaaaa")
    await chat.say("/status")
    assert "Status at" in chat.last


def test_only_listed_users_in_their_private_chat_are_known() -> None:
    gate = Gate({OWNER: Role.TRADER}, PlayedClock())
    assert gate.role(OWNER, private=True) is Role.TRADER
    assert gate.role(OWNER, private=False) is None
    assert gate.role(43, private=True) is None
    assert gate.role(None, private=True) is None


def test_a_flood_of_strangers_is_a_bounded_number_of_log_lines() -> None:
    seen: list[str] = []
    sink = logger.add(lambda message: seen.append(str(message)), format="{message}")
    try:
        clock = PlayedClock()
        gate = Gate({OWNER: Role.TRADER}, clock)
        for _ in range(100):
            gate.role(666, private=True)
        assert len(seen) == 1
        clock.forward(601)
        gate.role(666, private=True)
        assert len(seen) == 2
    finally:
        logger.remove(sink)


def test_roles_include_the_ones_below() -> None:
    assert Role.ADMIN.may(Role.TRADER)
    assert Role.TRADER.may(Role.VIEWER)
    assert not Role.VIEWER.may(Role.TRADER)
