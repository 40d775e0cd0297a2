"""The second factor in the chat: the sum on a card, a code that answers that card only, and no trace of the code."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyotp
import pytest
from telegram.error import BadRequest, NetworkError

from bot.auth import Gate, Reader
from bot.diary import Diary, open_diary
from bot.dispatch import Dispatch, Heard, Tapped
from bot.outbox import Outbox, Pace
from bot.second_factor import code_in
from bot.slash import Questions, Role
from core.events import StopLoosenAsked
from core.second_factor import Spent
from core.vocabulary import Nonce, Price, UserId
from storage.memory import MemoryJournal
from storage.second_factor import FactorFile
from tests.bot.desk_for_tests import LOOK, OWNER, DeskForTests, PlayedClock, a_position
from tests.bot.phone import Phone
from tests.bot.test_admin import World, world
from tests.builders import CALL

__all__ = ["world"]
"""The fixture is the one of the bot's own tests."""

OTHER = UserId(43)
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
LOOSER = f"/stop {CALL} 96"


class Chat:
    """Two admins, one of whom has a second factor, and a trade of which the stop may go back from 98 to 95."""

    def __init__(self, clock: PlayedClock, journal: MemoryJournal, phone: Phone, data: Path) -> None:
        self.clock, self.journal, self.phone, self.data = clock, journal, phone, data
        self.desk = DeskForTests(clock)
        self.desk.hold(a_position(CALL))
        self.role = Role.ADMIN
        FactorFile(data).enrol(OWNER, SECRET, Spent())
        self._updates = iter(range(1, 10_000))

    def start(self, diary: Diary, outbox: Outbox) -> None:
        """The program starts, or starts again."""
        self.outbox = outbox
        gate = Gate({OWNER: self.role, OTHER: Role.ADMIN}, self.clock, per_min=1000)
        questions = Questions(self.clock, lambda: Nonce(secrets.token_hex(8)))
        self.dispatch = Dispatch(self.desk, diary, outbox, gate, questions, self.clock, FactorFile(self.data))

    async def say(self, text: str, update: int = 0, user: UserId = OWNER, **changes: object) -> str:
        """Write as a user; return the newest words in the chat."""
        number = update or next(self._updates)
        role = self.role if user == OWNER else Role.ADMIN
        reader = Reader(user, role, replace(LOOK, user=user))
        heard = Heard(number, reader, text, self.clock.now(), message=5000 + number)
        await self.dispatch.hear(replace(heard, **changes))  # type: ignore[arg-type]
        assert await self.outbox.drain(5)
        return self.phone.texts(user)[-1]

    def code(self) -> str:
        return pyotp.TOTP(SECRET).at(self.clock.now())

    @property
    def loosened(self) -> list[StopLoosenAsked]:
        return [fact for fact in self.desk.hands.told if isinstance(fact, StopLoosenAsked)]


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    clock, journal, phone = PlayedClock(), MemoryJournal(), Phone()
    found = Chat(clock, journal, phone, tmp_path)
    diary = await open_diary(journal, clock)
    async with Outbox(phone, diary, clock, pace=Pace(per_s=1e6, burst=100), sleep=clock.sleep) as outbox:
        outbox.go_online()
        found.start(diary, outbox)
        yield found


async def test_a_stop_is_loosened_by_a_code_after_the_sum_was_shown(chat: Chat) -> None:
    card = await chat.say(LOOSER)
    assert "Loosen the stop of BTCUSDT long?" in card
    assert "Stop 98 → 96" in card
    assert "At risk 21.09 USDT → 41.08 USDT of 51.10 USDT granted" in card
    assert "✓ risk of this trade — 41.08 of 200" in card
    assert chat.loosened == []
    done = await chat.say(chat.code())
    assert "✓ The stop of BTCUSDT long is being loosened" in done
    assert [(int(fact.price), fact.by) for fact in chat.loosened] == [(96, "user:42")]
    assert chat.desk.hands.stop == 96
    assert not any("Loosen the stop" in text for text in chat.phone.texts()), "the card itself says what became of it"


async def test_the_message_with_the_code_is_deleted_at_once_right_or_wrong(chat: Chat) -> None:
    await chat.say(LOOSER)
    await chat.say("000 000", update=7001)
    await chat.say(chat.code(), update=7002)
    await chat.say(chat.code(), update=7003)
    assert chat.phone.erased == [12001, 12002, 12003]


async def test_a_message_telegram_will_not_delete_or_cannot_now_stops_nothing(chat: Chat) -> None:
    await chat.say(LOOSER)
    chat.phone.faults.extend([NetworkError("away"), None])
    await chat.say("000000", update=7001)
    assert chat.phone.erased == [12001]
    chat.phone.faults.extend([None, BadRequest("message can't be deleted")])
    await chat.say(chat.code())
    assert len(chat.loosened) == 1


async def test_the_same_code_opens_nothing_twice_also_not_after_a_restart(chat: Chat) -> None:
    await chat.say(LOOSER)
    used = chat.code()
    await chat.say(used)
    await chat.say(f"/stop {CALL} 95")
    assert "used already" in await chat.say(used)
    chat.start(await open_diary(chat.journal, chat.clock), chat.outbox)
    await chat.say(f"/stop {CALL} 95")
    assert "used already" in await chat.say(used)
    assert len(chat.loosened) == 1
    chat.clock.forward(30)
    await chat.say(chat.code())
    assert len(chat.loosened) == 2


async def test_a_code_answers_the_newest_card_only_and_one_that_still_waits(chat: Chat) -> None:
    assert "No card waits" in await chat.say(chat.code())
    await chat.say(LOOSER)
    await chat.say(f"/stop {CALL} 97")
    await chat.say(chat.code())
    assert [fact.price for fact in chat.loosened] == [97]
    chat.clock.forward(31)
    assert "answered already" in await chat.say(chat.code())
    await chat.say(LOOSER)
    chat.clock.forward(121)
    assert "Too late" in await chat.say(chat.code())
    await chat.say(LOOSER)
    chat.start(await open_diary(chat.journal, chat.clock), chat.outbox)
    assert "No card waits" in await chat.say(chat.code())
    assert len(chat.loosened) == 1


async def test_a_tap_never_stands_in_for_a_code_and_no_withdraws_the_card(chat: Chat) -> None:
    await chat.say(LOOSER)
    buttons = [b for shown in chat.phone.chats[OWNER].values() for row in shown.body.rows for b in row]
    assert [button.label for button in buttons] == ["No"]
    reader = Reader(OWNER, Role.ADMIN, LOOK)
    await chat.dispatch.tap(Tapped(9001, reader, "q1", f"y:{buttons[0].about}", 1))
    assert await chat.outbox.drain(5)
    assert chat.loosened == []
    assert "answered already" in await chat.say(chat.code())


async def test_a_card_whose_trade_has_changed_is_not_obeyed(chat: Chat) -> None:
    await chat.say(LOOSER)
    await chat.say(f"/stop {CALL} 99")
    shown = await chat.say(chat.code())
    assert chat.loosened == []
    assert any("nothing was done: its stop stood at 98 and stands at 99" in text for text in chat.phone.texts()), shown


async def test_five_wrong_codes_lock_and_every_admin_is_told_once(chat: Chat) -> None:
    await chat.say(LOOSER)
    for left in (4, 3, 2, 1):
        assert f"{left} more may be wrong" in await chat.say("000000")
    await chat.say("000000")
    await chat.say("000000")
    for user in (OWNER, OTHER):
        assert sum("🔒 Second factor locked" in text for text in chat.phone.texts(user)) == 1
    chat.start(await open_diary(chat.journal, chat.clock), chat.outbox)
    await chat.say(LOOSER)
    assert "none is taken until 12:15:00" in await chat.say(chat.code())
    assert chat.loosened == []
    chat.clock.forward(15 * 60)
    await chat.say(LOOSER)
    await chat.say(chat.code())
    assert len(chat.loosened) == 1


async def test_an_update_that_comes_twice_is_one_try(chat: Chat) -> None:
    await chat.say(LOOSER)
    await chat.say("000000", update=7001)
    await chat.say("000000", update=7001)
    assert "3 more" in await chat.say("000000", update=7002)


async def test_whoever_is_no_admin_is_told_so_and_his_digits_are_plain_words(chat: Chat) -> None:
    chat.role = Role.TRADER
    assert "only an admin may; you are trader" in await chat.say(LOOSER)
    assert "Plain words do nothing here" in await chat.say(chat.code())
    assert chat.phone.erased == []


async def test_without_a_factor_loosening_is_refused_with_the_way_to_get_one(chat: Chat) -> None:
    assert "python main.py second-factor --config FILE" in await chat.say(LOOSER, user=OTHER)
    assert "No card waits" in await chat.say("123456", user=OTHER)
    assert chat.loosened == []


async def test_another_admins_code_answers_nobody_elses_card(chat: Chat) -> None:
    await chat.say(LOOSER)
    assert "No card waits" in await chat.say(chat.code(), user=OTHER)
    assert chat.loosened == []


async def test_a_file_that_cannot_be_read_refuses_and_says_so(chat: Chat) -> None:
    (chat.data / "second-factor.json").write_text("{", encoding="utf-8")
    assert "move it away and enrol again" in await chat.say(LOOSER)


def test_only_six_digits_of_an_admin_are_a_code() -> None:
    assert code_in(" 123 456 ", Role.ADMIN) == "123456"
    others = ("12345", "1234567", "12345a", "١٢٣٤٥٦", "SL is 2310", "", "1 2 3 4 5 6" + " " * 99)
    assert [code_in(text, Role.ADMIN) for text in others] == [""] * len(others)
    assert code_in("123456", Role.TRADER) == ""


async def test_telegram_carries_the_card_the_code_and_its_deletion(world: World, tmp_path: Path) -> None:
    factors = FactorFile(tmp_path)
    factors.enrol(OWNER, SECRET, Spent())
    world.desk.hold(a_position(CALL))
    async with world.bot(users={OWNER: Role.ADMIN}, factor=factors) as bot:
        await world.connected(bot)
        await world.demo.say("desk", f"/stop {CALL} 99")
        await world.shows("is being moved")
        await world.demo.say("desk", LOOSER)
        card = await world.shows("Loosen the stop of BTCUSDT long?")
        assert [button.text for row in card.keyboard for button in row] == ["No"]
        digits = pyotp.TOTP(SECRET).at(world.clock.now())
        await world.demo.say("desk", digits)
        done = await world.shows("is being loosened")
        assert (done.id, done.keyboard) == (card.id, ())
        await world.heard_all()
    assert world.desk.hands.stop == 96
    posts = await world.demo.chats.posts("desk", 0, 100)
    assert not any(digits in post.body.text for post in posts)
    assert digits not in repr([line.body for line in await world.journal.since(0)])


async def test_targets_and_additions_work_over_telegram(world: World) -> None:
    world.desk.hold(a_position(CALL))
    world.desk.hands.mark = Price(Decimal(104))
    async with world.bot() as bot:
        await world.connected(bot)
        await world.demo.say("desk", "/targets BTCUSDT 115 125")
        await world.shows("The targets of BTCUSDT long are being exchanged")
        await world.demo.say("desk", "/add BTCUSDT 25%")
        await world.press(await world.shows("Add 2.5 BTC to BTCUSDT long?"), "Yes, add")
        await world.shows("2.5 BTC more of BTCUSDT long is being added")
