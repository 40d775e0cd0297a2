"""The real python-telegram-bot against the demo's Bot API: heard, answered, and never in trading's way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from loguru import logger

from bot.admin import Bot, BotSettings, open_bot
from bot.demo.bot_api import Answer, Drop, Hang, Page
from bot.demo.posts import DESK, Author, Post
from bot.demo.server import Demo, DemoSettings, open_demo
from bot.notifier import Rhythm
from bot.outbox import Pace
from bot.slash import Role
from core.errors import ConfigError
from core.events import Choice, LossWarned, PositionEnded, ShieldMissing, ShieldRestored, StrangerFound
from core.views import Doors, Moment, Stage
from core.vocabulary import ChannelId, Money, Nonce, PositionId, Price, Quantity, Side, Symbol, UserId
from storage.memory import MemoryJournal
from tests.bot.desk_for_tests import OWNER, DeskForTests, MovableClock
from tests.bot.views import a_position, a_question, a_stranger

D = Decimal
TOKEN = "987654:demo-token-of-the-tests"
LISTED = {OWNER: Role.TRADER}


class Nowhere:
    """The venue behind the demo's page; nobody looks at it here."""

    async def venue(self) -> dict[str, Any]:
        return {"equity": "10000", "positions": [], "orders": [], "prices": []}

    async def move_price(self, symbol: Symbol, price: Price) -> None:
        raise ValueError(f"{symbol} is not traded here, nor at {price}")


class World:
    """A demo, a desk and a journal that outlive the bot between them."""

    def __init__(self, demo: Demo, clock: MovableClock) -> None:
        self.demo, self.clock = demo, clock
        self.journal = MemoryJournal()
        self.desk = DeskForTests(clock, self.journal)
        self._changed = asyncio.Event()
        demo.chats.told.append(self._note)

    def _note(self, *_: object) -> None:
        self._changed.set()

    @asynccontextmanager
    async def bot(self, **changes: Any) -> AsyncIterator[Bot]:
        chosen: dict[str, Any] = {
            "token": TOKEN,
            "users": LISTED,
            "base_url": self.demo.base_url,
            "base_file_url": self.demo.base_file_url,
            "retry_s": (0.05,),
            "poll_s": 1,
            "rhythm": Rhythm(question_s=3600, card_s=3600, panic_s=0.05),
            "pace": Pace(per_s=50, burst=30, backoff_s=(0.05,)),
        }
        async with open_bot(BotSettings(**(chosen | changes)), self.desk, self.journal, self.clock) as bot:
            yield bot

    async def connected(self, bot: Bot) -> None:
        async with asyncio.timeout(5):
            await bot.connected.wait()

    async def until(self, holds: Callable[[list[Post]], bool], within_s: float = 8.0) -> list[Post]:
        """Wait, bounded, until what the bot has written is so."""
        posts: list[Post] = []
        try:
            async with asyncio.timeout(within_s):
                while True:
                    self._changed.clear()
                    posts = [post for post in await self.demo.chats.posts(DESK, 0, 200) if post.author is Author.BOT]
                    if holds(posts):
                        return posts
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError([post.body.text for post in posts]) from None

    async def shows(self, words: str) -> Post:
        posts = await self.until(lambda posts: any(words in post.body.text for post in posts))
        return next(post for post in reversed(posts) if words in post.body.text)

    async def press(self, post: Post, label: str) -> None:
        data = next(button.data for row in post.keyboard for button in row if label in button.text and button.data)
        await self.demo.chats.press(post, data)

    async def heard_all(self) -> None:
        """Everything the visitor did has been fetched and confirmed."""
        for _ in range(800):
            if not await self.demo.chats.pending():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("the bot fetches nothing")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    clock = MovableClock()
    channels = ((ChannelId("-1001"), "Gold Room"),)
    settings = DemoSettings("127.0.0.1", 0, tmp_path, TOKEN, channels, burst=1000, per_s=1000.0)
    async with open_demo(settings, clock, Nowhere()) as demo:
        yield World(demo, clock)


async def test_a_command_is_answered_and_the_menu_is_that_of_the_role(world: World) -> None:
    async with world.bot() as bot:
        await world.connected(bot)
        await world.demo.say(DESK, "/status")
        post = await world.shows("🛡 nothing held, nothing to shield")
        assert post.body.text.endswith("· paper")
        menu = await world.demo.chats.recall(f"commands:chat:{OWNER}")
        assert menu is not None
        assert "panic" in menu
        assert bot.health().is_connected


async def test_a_trade_is_closed_from_its_card_with_one_confirmation(world: World) -> None:
    world.desk.hold(a_position())
    async with world.bot():
        await world.demo.say(DESK, "/positions")
        await world.press(await world.shows("1 open"), "Close BTCUSDT")
        question = await world.shows("at market?")
        await world.press(question, "Yes")
        done = await world.shows("is being closed")
        assert (done.id, done.keyboard) == (question.id, ())
    assert world.desk.closes == [("aaaaaaaaaa", D(1), "user:42")]


async def test_an_approval_is_asked_answered_and_settled_on_one_card(world: World) -> None:
    async with world.bot(rhythm=Rhythm(question_s=0.05)):
        now = world.clock.now()
        world.desk.ask(a_question(asked_at=now, expires_at=now + timedelta(minutes=5)))
        card = await world.shows("Approve this trade?")
        await world.press(card, "Approve")
        settled = await world.shows("✓ Approved by you")
        assert settled.id == card.id
        assert [button.text for row in settled.keyboard for button in row] == ["Why"]
    assert world.desk.answered == {"nnnnnnnnnn": Choice.APPROVE}


async def test_panic_is_one_command_one_tap_and_a_proof(world: World) -> None:
    world.desk.hold(a_position())
    async with world.bot():
        await world.demo.say(DESK, "/panic")
        await world.press(await world.shows("close everything at market?"), "YES")
        await world.shows("0 of 1 flat")
        view = world.desk.all[PositionId("aaaaaaaaaa")]
        world.desk.hold(a_position(stage=Stage.OVER, ended_at=world.clock.now(), note=view.note))
        await world.shows("✓ All flat: 1 of 1")
    assert world.desk.doors is Doors.LOCKED


async def test_what_is_not_ours_is_one_card_whose_buttons_adopt_it_or_ask_before_they_close_it(world: World) -> None:
    for symbol in ("XRPUSDT", "SOLUSDT"):
        world.desk.foreign[f"{symbol} long"] = a_stranger(symbol)
        await world.desk.tell(StrangerFound(world.clock.now(), Symbol(symbol), Side.LONG, Quantity(D(500))))
    async with world.bot() as bot:
        await world.connected(bot)
        card = await world.shows("The venue holds XRPUSDT long, which is not ours")
        assert "it has no stop; one is set at 1.71: 2 % of 10,000.00 = 200.00 may be lost" in card.body.text
        assert [button.text for row in card.keyboard for button in row] == ["Adopt", "Ignore", "Close"]
        await world.press(card, "Adopt")
        await world.shows("Adopted. Its stop 1.71 is being set")
        await world.press(await world.shows("The venue holds SOLUSDT long"), "Close")
        question = await world.shows("Close SOLUSDT long, 500 XRP, at market?")
        assert len(world.desk.adopted) == 1
        await world.press(question, "Yes, close it")
        await world.shows("✓ It is being closed")
    assert world.desk.adopted == [("XRPUSDT long", f"user:{OWNER}", False), ("SOLUSDT long", f"user:{OWNER}", True)]


async def test_a_missing_stop_rings_and_its_return_is_told(world: World) -> None:
    world.desk.hold(a_position())
    name = PositionId("aaaaaaaaaa")
    async with world.bot() as bot:
        await world.connected(bot)
        now = world.clock.now()
        await world.desk.tell(ShieldMissing(name, now, now - timedelta(seconds=3)))
        await world.shows("⚠ ▲ BTCUSDT long: no stop is proven for 3 s")
        await world.desk.tell(ShieldRestored(name, world.clock.now()))
        await world.shows("✓ ▲ BTCUSDT long: the stop stands again")


async def test_people_and_channels_are_named_and_no_id_of_the_journal_reaches_a_phone(world: World) -> None:
    name = PositionId("aaaaaaaaaa")
    world.desk.hold(a_position(stage=Stage.OVER, note="ended by channel:-1001"))
    told = Moment(world.clock.now(), f"close of 50 % asked by user:{OWNER}")
    trail = replace(world.desk.trails[name], history=(told,), reason="doors: paused by user:7 since 12:00:00")
    world.desk.trails[name] = trail
    async with world.bot() as bot:
        await world.connected(bot)
        await world.desk.tell(PositionEnded(name, world.clock.now(), Money(D(1))))
        await world.shows("is over: +24.10 USDT (+0.46R)\nended by Gold Room")
        await world.demo.say(DESK, f"/why {name}")
        why = await world.shows("Why · aaaaaaaaaa")
    assert "close of 50 % asked by you" in why.body.text
    assert "paused by user 7 since" in why.body.text


async def test_reconcile_answers_also_when_all_is_well(world: World) -> None:
    async with world.bot() as bot:
        await world.connected(bot)
        await world.demo.say(DESK, "/reconcile")
        await world.shows("✓ All is well: the venue holds what we believe")


async def test_a_user_who_is_not_listed_meets_silence(world: World) -> None:
    world.desk.hold(a_position())
    async with world.bot(users={UserId(7): Role.ADMIN}) as bot:
        await world.connected(bot)
        for text in ("/start", "/panic", "hello"):
            await world.demo.say(DESK, text)
        await world.heard_all()
    posts = await world.demo.chats.posts(DESK, 0, 100)
    assert {post.author for post in posts} == {Author.YOU}
    assert world.desk.doors is Doors.OPEN


async def test_telegram_being_down_at_the_start_hinders_nobody(world: World) -> None:
    world.demo.api.faults["getme"].extend(
        [Page(), Drop(), Answer(500, "Internal Server Error"), Answer(401, "Unauthorized")]
    )
    async with world.bot() as bot:
        assert not bot.health().is_connected
        await world.desk.tell(LossWarned(world.clock.now(), 80, Money(D(400)), Money(D(500))))
        await world.shows("80% of the day's loss")
        assert bot.health().is_connected


async def test_an_answer_that_makes_no_sense_does_not_end_the_connecting(world: World) -> None:
    world.demo.api.faults["getme"].append(Page(200, '{"ok": true, "result": {}}'))
    async with world.bot() as bot:
        await world.connected(bot)


async def test_a_token_refused_while_polling_is_noticed_and_tried_again(world: World) -> None:
    async with world.bot() as bot:
        await world.connected(bot)
        world.demo.api.faults["getupdates"].append(Answer(401, "Unauthorized"))
        await world.demo.say(DESK, "/help")
        await world.shows("Commands")
        world.demo.api.faults["getupdates"].append(Answer(401, "Unauthorized"))
        await world.demo.say(DESK, "/limits")
        await world.shows("Limits")


async def test_faults_of_polling_are_survived(world: World) -> None:
    async with world.bot() as bot:
        await world.connected(bot)
        world.demo.api.faults["getupdates"].extend(
            [Page(), Drop(), Answer(429, "Too Many Requests", {"retry_after": 1})]
        )
        await world.demo.say(DESK, "/limits")
        await world.shows("Limits")


async def test_a_second_program_on_the_token_is_told_and_only_urgent_commands_are_obeyed(world: World) -> None:
    async with world.bot() as bot:
        await world.connected(bot)
        world.demo.api.faults["getupdates"].extend(
            [Answer(409, "Conflict: terminated by other getUpdates request")] * 3
        )
        await world.demo.say(DESK, "/help")
        await world.shows("Another program reads this bot's messages")
        assert bot.health().in_conflict
        await world.demo.say(DESK, "/pause")
        await world.shows("⏸ Paused.")
    assert world.desk.doors is Doors.PAUSED


async def test_a_flood_refusal_and_a_lost_answer_delay_words_and_lose_none(world: World) -> None:
    world.demo.api.faults["sendmessage"].extend([Answer(429, "Too Many Requests", {"retry_after": 1}), Drop(), Page()])
    async with world.bot():
        await world.demo.say(DESK, "/limits")
        posts = await world.until(lambda posts: any("Limits" in post.body.text for post in posts))
        assert len(posts) == 1


async def test_a_message_whose_answer_hangs_may_come_twice_but_never_not_at_all(world: World) -> None:
    world.demo.api.faults["sendmessage"].append(Drop(performed=True))
    async with world.bot():
        await world.demo.say(DESK, "/limits")
        await world.until(lambda posts: [post.body.text.splitlines()[0] for post in posts] == ["Limits", "Limits"])


async def test_a_restart_edits_the_card_instead_of_repeating_it(world: World) -> None:
    world.desk.hold(a_position(note="before"))
    at = world.clock.now()
    async with world.bot():
        await world.desk.tell(PositionEnded(PositionId("aaaaaaaaaa"), at, Money(D(1))))
        await world.shows("before")
    world.desk.hold(a_position(note="after"))
    async with world.bot(rhythm=Rhythm(card_s=0.05)):
        await world.shows("after")
        posts = await world.until(lambda posts: True)
    assert len([post for post in posts if "Gold Room" in post.body.text]) == 1


async def test_what_was_said_is_delivered_before_the_bot_closes(world: World) -> None:
    async with world.bot() as bot:
        await world.connected(bot)
        bot.tell("the last words", critical=True)
    await world.shows("the last words")


async def test_a_close_sent_while_the_bot_was_away_is_asked_again(world: World) -> None:
    world.desk.hold(a_position())
    await world.demo.say(DESK, "/close all")
    world.clock.ahead_s += 300
    async with world.bot():
        post = await world.shows("You sent /close 5 min ago, while I was away.")
        assert world.desk.closes == []
        await world.press(post, "Yes")
        await world.shows("is being closed")


async def test_a_tap_from_while_the_bot_was_away_opens_nothing(world: World) -> None:
    now = world.clock.now()
    world.desk.ask(a_question(asked_at=now, expires_at=now + timedelta(minutes=60)))
    rhythm = Rhythm(question_s=0.05)
    async with world.bot(rhythm=rhythm):
        card = await world.shows("Approve this trade?")
    await world.press(card, "Approve")
    world.clock.ahead_s += 300
    async with world.bot(rhythm=rhythm):
        await world.heard_all()
        assert world.desk.question(Nonce("nnnnnnnnnn")) is not None
        world.clock.ahead_s += 10
        await world.press(card, "Approve")
        await world.shows("✓ Approved by you")


async def test_hostile_words_of_a_channel_arrive_as_words(world: World) -> None:
    words = "<b>free</b> & <a href='tg://user?id=1'>click</a> _*[`" + "🛡" * 4000
    world.desk.hold(a_position(channel=words, note=words))
    async with world.bot():
        await world.demo.say(DESK, "/why aaaaaaaaaa")
        await world.shows("Why · aaaaaaaaaa")
        await world.desk.tell(PositionEnded(PositionId("aaaaaaaaaa"), world.clock.now(), Money(D(1))))
        await world.shows("<b>free</b> &")


async def test_a_dead_server_does_not_hold_up_the_end(world: World) -> None:
    async with world.bot(drain_s=0.3) as bot:
        await world.connected(bot)
        world.demo.api.faults["sendmessage"].extend([Hang(20.0)] * 5)
        bot.tell("nobody will read this")
        began = world.clock.monotonic()
    assert world.clock.monotonic() - began < 8


async def test_the_token_is_in_no_log_line_and_no_repr(world: World, caplog: pytest.LogCaptureFixture) -> None:
    lines: list[str] = []
    sink = logger.add(lambda line: lines.append(str(line)), level=0, backtrace=False, diagnose=False)
    caplog.set_level(logging.INFO)
    try:
        world.demo.api.faults["getme"].extend([Answer(401, "Unauthorized"), Page()])
        async with world.bot() as bot:
            await world.connected(bot)
            world.demo.api.faults["getupdates"].extend([Answer(401, "Unauthorized")])
            await world.demo.say(DESK, "/help")
            await world.shows("Commands")
    finally:
        logger.remove(sink)
    assert any("refuses the bot's token" in line for line in lines)
    assert not any("demo-token-of-the-tests" in line for line in (*lines, caplog.text))
    assert "demo-token" not in repr(BotSettings(TOKEN, LISTED))


@pytest.mark.parametrize("changes", [{"users": {}}, {"zone": "Middle/Earth"}, {"zone": "../etc/passwd"}])
async def test_a_setting_that_cannot_work_is_one_clear_sentence(world: World, changes: dict[str, Any]) -> None:
    with pytest.raises(ConfigError) as told:
        async with world.bot(**changes):
            pass
    assert "\n" not in str(told.value)
