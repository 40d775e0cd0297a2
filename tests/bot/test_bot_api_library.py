"""The real python-telegram-bot, unchanged, works with the stand-in and meets its faults as it would Telegram's."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram import (
    BotCommand,
    BotCommandScopeChat,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    Update,
)
from telegram.constants import ChatAction
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import AIORateLimiter, Application, ApplicationBuilder, TypeHandler

from bot.demo.bot_api import Answer, Drop, Hang, Page
from bot.demo.server import Demo
from core.vocabulary import ChannelId
from tests.bot.test_bot_api_media import png
from tests.bot.test_demo_world import TOKEN, opened, until

PTB = Application[Any, Any, Any, Any, Any, Any]


@dataclass(slots=True)
class Heard:
    """What the bot was told, and what its polling complained of."""

    app: PTB
    updates: list[Update] = field(default_factory=list)
    errors: list[TelegramError] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        messages = [update.message for update in self.updates if update.message]
        return [message.text or "" for message in messages]


def application(demo: Demo, token: str = TOKEN, retries: int | None = None) -> PTB:
    builder: Any = ApplicationBuilder().token(token).base_url(demo.base_url).base_file_url(demo.base_file_url)
    if retries is not None:
        builder = builder.rate_limiter(AIORateLimiter(max_retries=retries))
    app: PTB = builder.job_queue(None).read_timeout(0.5).build()
    return app


@pytest.fixture(autouse=True)
def _durations_are_durations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the library warns of a coming change whenever it meets a 429."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@asynccontextmanager
async def talking(demo: Demo, *, polling: bool = True, retries: int | None = None) -> AsyncIterator[Heard]:
    heard = Heard(application(demo, retries=retries))

    async def hear(update: Update, _: object) -> None:
        heard.updates.append(update)

    heard.app.add_handler(TypeHandler(Update, hear))
    async with heard.app:
        await heard.app.start()
        if polling and heard.app.updater:
            await heard.app.updater.start_polling(timeout=5, error_callback=heard.errors.append)
        try:
            yield heard
        finally:
            if polling and heard.app.updater:
                await heard.app.updater.stop()
            await heard.app.stop()


def message_of(sent: Message | bool) -> Message:
    assert isinstance(sent, Message)
    return sent


async def test_a_command_and_a_press_reach_the_bot_and_its_answers_reach_the_visitor(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, talking(world.demo) as heard:
        await world.demo.say("desk", "/start now")
        await until(lambda: len(heard.updates) == 1)
        message = heard.updates[0].message
        assert message is not None
        assert message.from_user is not None
        assert (message.from_user.id, message.chat.type, message.text) == (42, "private", "/start now")
        assert list(message.parse_entities(["bot_command"]).values()) == ["/start"]
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("Approve", callback_data="yes")]])
        card = await message.reply_html("<b>Card</b> 1 &lt; 2", reply_markup=markup, do_quote=True)
        assert card.reply_to_message is not None
        assert (await world.post("/demo/press", {"message_id": card.message_id, "data": "yes"})) == (200, {"ok": True})
        await until(lambda: len(heard.updates) == 2)
        query = heard.updates[1].callback_query
        assert isinstance(query, CallbackQuery)
        assert (query.data, query.from_user.id) == ("yes", 42)
        await query.answer("Approved")
        edited = message_of(await query.edit_message_text("<i>Live</i>", parse_mode="HTML"))
        assert (edited.text, edited.reply_markup) == ("Live", None)
        said = await world.desk()
        assert [(post["from"], post["text"], post["reply_to"]) for post in said] == [
            ("you", "/start now", None),
            ("bot", "Live", 1),
        ]
        with pytest.raises(BadRequest, match="Query is too old"):
            await query.answer()


async def test_an_update_reaches_its_handler_without_waiting(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, talking(world.demo) as heard:
        waits: list[float] = []
        for count in range(1, 21):
            await until(lambda count=count: world.demo.api.polls >= count)
            began = time.perf_counter()
            await world.demo.say("desk", f"{count}")
            await until(lambda count=count: len(heard.updates) == count)
            waits.append(time.perf_counter() - began)
        assert sorted(waits)[10] < 1  # a long poll that slept would take seconds
        assert heard.texts == [str(count) for count in range(1, 21)]


async def test_what_was_said_while_the_bot_was_away_waits_for_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        async with talking(world.demo) as heard:
            await world.demo.say("desk", "first")
            await until(lambda: heard.texts == ["first"])
        await world.demo.say("desk", "while away")
    async with opened(tmp_path) as world, talking(world.demo) as heard:  # the server was restarted, too
        await world.demo.say("desk", "back again")
        await until(lambda: len(heard.updates) == 2)
        assert heard.texts == ["while away", "back again"]  # what was confirmed does not come again


async def test_an_update_that_was_never_confirmed_comes_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        bot = application(world.demo).bot
        async with bot:
            await world.demo.say("desk", "/panic")
            (first,) = await bot.get_updates(timeout=0)
            (again,) = await bot.get_updates(timeout=0)
            assert first.update_id == again.update_id
            assert await bot.get_updates(offset=first.update_id + 1, timeout=0) == ()


async def test_an_edited_message_of_the_visitor_reaches_the_bot(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, talking(world.demo) as heard:
        number = await world.demo.say("desk", "typo")
        await world.post("/demo/edit", {"chat": "desk", "message_id": number, "text": "mended"})
        await until(lambda: len(heard.updates) == 2)
        edited = heard.updates[1].edited_message
        assert edited is not None
        assert (edited.text, edited.message_id) == ("mended", number)
        assert edited.edit_date is not None


async def test_a_forwarded_post_tells_where_it_comes_from(tmp_path: Path) -> None:
    channels = ((ChannelId("-1001000000077"), "Gold Room"),)
    async with opened(tmp_path, channels=channels) as world, talking(world.demo) as heard:
        number = await world.demo.say("Gold Room", "XAUUSD BUY 2650")
        forward = {"chat": "desk", "forward": {"chat": "Gold Room", "message_id": number}}
        assert (await world.post("/demo/say", forward))[0] == 200
        await until(lambda: len(heard.updates) == 1)
        message = heard.updates[0].message
        assert message is not None
        assert message.text == "XAUUSD BUY 2650"
        assert message.forward_origin is not None
        assert message.forward_origin.type == "channel"
        origin = message.forward_origin.to_dict()
        assert (origin["chat"]["title"], origin["chat"]["id"]) == ("Gold Room", -1001000000077)


async def test_pictures_menus_pins_and_actions_work_as_the_library_sends_them(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, talking(world.demo, polling=False) as heard:
        bot = heard.app.bot
        photo = await bot.send_photo(42, png(80, 60), caption="<b>day</b>", parse_mode="HTML")
        assert (photo.photo[0].width, photo.caption) == (80, "day")
        file = await bot.get_file(photo.photo[0].file_id)
        assert bytes(await file.download_as_bytearray()) == png(80, 60)
        media = InputMediaPhoto(png(90, 60), caption="night")
        assert message_of(await bot.edit_message_media(media, 42, photo.message_id)).caption == "night"
        document = await bot.send_document(42, b"a,b\n1,2\n", filename="trades.csv")
        assert document.document is not None
        assert (document.document.file_name, document.document.file_size) == ("trades.csv", 8)
        assert await bot.pin_chat_message(42, photo.message_id)
        assert await bot.send_chat_action(42, ChatAction.TYPING)
        assert await bot.set_my_description("a desk")
        assert (await bot.get_webhook_info()).url == ""
        assert (await bot.get_chat(42)).first_name == "You"
        await bot.set_my_commands([BotCommand("help", "All commands")])
        await bot.set_my_commands([BotCommand("panic", "Close everything")], scope=BotCommandScopeChat(42))
        assert [command.command for command in await bot.get_my_commands()] == ["help"]
        assert await world.get("/demo/commands") == [{"command": "panic", "description": "Close everything"}]
        assert await bot.delete_message(42, document.message_id)


async def test_refusals_surface_as_the_library_names_them(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, talking(world.demo, polling=False) as heard:
        bot = heard.app.bot
        with pytest.raises(BadRequest, match="Can't parse entities"):
            await bot.send_message(42, "1 < 2", parse_mode="HTML")
        sent = await bot.send_message(42, "x")
        with pytest.raises(BadRequest, match="Message is not modified"):
            await bot.edit_message_text("x", 42, sent.message_id)
        with pytest.raises(BadRequest, match="Message to edit not found"):
            await bot.edit_message_text("x", 42, 999)
        world.demo.api.blocked = True
        with pytest.raises(Forbidden, match="blocked by the user"):
            await bot.send_message(42, "x")
        stranger = application(world.demo, token="987654:wrong").bot
        async with stranger.request:
            with pytest.raises(InvalidToken):
                await stranger.get_me()


async def test_a_flood_is_retry_after_and_the_library_can_wait_for_it(tmp_path: Path) -> None:
    async with opened(tmp_path, burst=2, per_s=1.0) as world:
        async with talking(world.demo, polling=False) as heard:
            for text in "ab":
                await heard.app.bot.send_message(42, text)
            with pytest.raises(RetryAfter) as caught:
                await heard.app.bot.send_message(42, "c")
            assert caught.value.retry_after == timedelta(seconds=1)
        async with talking(world.demo, polling=False, retries=1) as heard:
            await heard.app.bot.send_message(42, "patient")
        assert [post["text"] for post in await world.desk()] == ["a", "b", "patient"]


async def test_a_dropped_or_hanging_request_does_not_tell_whether_it_was_done(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, talking(world.demo, polling=False) as heard:
        faults = world.demo.api.faults["sendmessage"]
        faults.extend([Drop(), Drop(performed=True), Hang(2.0), Hang(2.0, performed=True), Page()])
        for text, error in (
            ("dropped", NetworkError),
            ("done, then dropped", NetworkError),
            ("hangs", TimedOut),
            ("done, then hangs", TimedOut),
            ("proxied", NetworkError),
        ):
            with pytest.raises(error):
                await heard.app.bot.send_message(42, text)
        assert [post["text"] for post in await world.desk()] == ["done, then dropped", "done, then hangs"]
        faults.append(Answer(429, "Too Many Requests: retry after 7", {"retry_after": 7}))
        with pytest.raises(RetryAfter):
            await heard.app.bot.send_message(42, "limited")
        await heard.app.bot.send_message(42, "well again")


async def test_polling_survives_every_fault_of_the_server(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        faults = world.demo.api.faults["getupdates"]
        faults.extend([Drop(), Page(), Answer(409, "Conflict: elsewhere")])
        async with talking(world.demo) as heard:
            await world.demo.say("desk", "still here?")
            await until(lambda: heard.texts == ["still here?"], within_s=30)
            assert not faults
            assert [type(error) for error in heard.errors[:3]] == [NetworkError, NetworkError, Conflict]


async def test_a_second_poller_throws_the_first_one_out(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, talking(world.demo) as heard:
        await until(lambda: world.demo.api.polls >= 1)
        url = f"{world.demo.base_url}{TOKEN}/getUpdates"
        async with world.http.post(url, data={"timeout": "0"}) as other:
            assert other.status == 200
        await until(lambda: any(isinstance(error, Conflict) for error in heard.errors))


async def test_a_poll_that_is_given_up_frees_its_place(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        url = f"{world.demo.base_url}{TOKEN}/getUpdates"
        async with aiohttp.ClientSession() as impatient:
            poll = asyncio.create_task(impatient.post(url, data={"timeout": "30"}))
            await until(lambda: world.demo.api.polls == 1)
            poll.cancel()
            with pytest.raises(asyncio.CancelledError):
                await poll
        assert await world.result("getUpdates", timeout=0) == []
