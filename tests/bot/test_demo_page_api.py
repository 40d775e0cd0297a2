"""What the page and scripts can do, and what they are told when they cannot."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.demo.page_api import NONCE
from bot.demo.server import FILE, open_demo
from bot.demo.stream import PAGES_MAX, QUEUE_MAX, Hub, Reader, encoded
from core.errors import VenueUnreachable
from tests.bot.test_bot_api_strict import button, keyboard
from tests.bot.test_demo_world import CHANNELS, MovableClock, SmallVenue, World, opened, settings, until


@dataclass(slots=True)
class Events:
    """What an open page has been told, in order."""

    content: aiohttp.StreamReader

    async def next(self, name: str) -> Any:
        """The next event of this name."""
        async with asyncio.timeout(10):
            while True:
                block = (await self.content.readuntil(b"\n\n")).decode()
                found = re.fullmatch(r"event: (\w+)\ndata: (.*)\n\n", block)
                if found and found[1] == name:
                    return json.loads(found[2])


@asynccontextmanager
async def watching(world: World) -> AsyncIterator[Events]:
    async with world.http.get(world.demo.url + "/demo/events") as answer:
        assert answer.content_type == "text/event-stream"
        yield Events(answer.content)


async def test_the_chats_are_told_by_name_and_with_details_on_request(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.demo.say("Gold Room", "hello")
        assert await world.get("/demo/chats") == ["desk", "Alpha Crypto", "Gold Room"]
        desk, alpha, gold = await world.get("/demo/chats?details=1")
        assert (desk["name"], desk["kind"], desk["last"]) == ("desk", "desk", None)
        assert (alpha["id"], alpha["title"], alpha["kind"]) == (CHANNELS[0][0], "Alpha Crypto", "channel")
        assert gold["last"]["text"] == "hello"


async def test_what_is_said_is_shown_with_everything_the_page_needs(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        status, told = await world.post("/demo/say", {"chat": "Gold Room", "text": " <b>BUY</b> gold\nnow "})
        assert (status, told) == (200, {"message_id": 1})
        assert (await world.post("/demo/say", {"chat": "Gold Room", "text": "more", "reply_to": 1}))[0] == 200
        first, second = await world.get("/demo/messages?chat=Gold%20Room")
        assert {"id", "from", "text", "html", "buttons", "edited", "photo", "at", "reply_to"} <= set(first)
        assert first["text"] == "<b>BUY</b> gold\nnow"
        assert first["html"] == "&lt;b&gt;BUY&lt;/b&gt; gold<br>now"
        assert (first["from"], first["edited"], first["photo"], first["buttons"]) == ("channel", False, None, [])
        assert second["reply_to"] == 1
        assert await world.get("/demo/messages?chat=Gold%20Room&since=1") == [second]
        assert await world.desk() == []


async def test_a_channels_owner_may_edit_and_the_bots_messages_are_the_bots(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.demo.say("Gold Room", "SL 1")
        edit = {"chat": "Gold Room", "message_id": 1, "text": "SL 2"}
        assert await world.post("/demo/edit", edit) == (200, {"ok": True})
        (post,) = await world.get("/demo/messages?chat=Gold%20Room")
        assert (post["text"], post["edited"]) == ("SL 2", True)
        await world.result("sendMessage", chat_id=42, text="the bot's")
        refused = await world.post("/demo/edit", {"chat": "desk", "message_id": 1, "text": "mine"})
        assert refused == (400, {"error": "only your own messages can be edited"})


async def test_only_a_button_that_is_there_now_can_be_pressed(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("sendMessage", chat_id=42, text="x", reply_markup=keyboard([button("yes")]))
        assert await world.post("/demo/press", {"message_id": 1, "data": "yes"}) == (200, {"ok": True})
        (update,) = await world.result("getUpdates")
        assert update["callback_query"]["message"]["message_id"] == 1
        for body in ({"message_id": 1, "data": "no"}, {"message_id": 2, "data": "yes"}):
            status, told = await world.post("/demo/press", body)
            assert (status, list(told)) == (400, ["error"])
        await world.result("editMessageText", chat_id=42, message_id=1, text="done")
        status, told = await world.post("/demo/press", {"message_id": 1, "data": "yes"})
        assert (status, told) == (400, {"error": "message 1 has no button with that data now"})


async def test_a_price_is_moved_and_a_foolish_one_is_not(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        for price in ("2700.5", 2701):
            assert await world.post("/demo/price", {"symbol": "XAUUSD", "price": price}) == (200, {"ok": True})
        assert world.venue.prices["XAUUSD"] == Decimal(2701)
        absurd: tuple[Any, ...] = ("1e999999", "NaN", "Infinity", "-1", "0", "", "two", None, True, [], "1" * 41, 1e300)
        for foolish in absurd:
            status, told = await world.post("/demo/price", {"symbol": "XAUUSD", "price": foolish})
            assert (status, list(told)) == (400, ["error"])
        unknown = await world.post("/demo/price", {"symbol": "FROGS", "price": "1"})
        assert unknown == (400, {"error": "FROGS is not traded here"})
        assert world.venue.prices["XAUUSD"] == Decimal(2701)


@pytest.mark.parametrize(
    ("path", "body", "why"),
    [
        ("/demo/say", {"chat": "Nowhere", "text": "x"}, "there is no chat 'Nowhere'; there are: desk, Alpha"),
        ("/demo/say", {"chat": "desk"}, '"text" must be a text'),
        ("/demo/say", {"chat": "desk", "text": 5}, '"text" must be a text'),
        ("/demo/say", {"chat": "desk", "text": " \n"}, "the text is empty"),
        (
            "/demo/say",
            {"chat": "desk", "text": "x" * 5000},
            "a message holds at most 4096 characters, this one has 5000",
        ),
        ("/demo/say", {"chat": "desk", "text": "\ud800"}, "half a character"),
        ("/demo/say", {"chat": "desk", "text": "x", "reply_to": 9}, "there is no message 9 in 'desk'"),
        ("/demo/say", {"chat": "desk", "text": "x", "reply_to": 10**30}, "there is no message"),
        ("/demo/say", {"chat": "desk", "text": "x", "reply_to": "1"}, '"reply_to" must be a whole number'),
        ("/demo/say", {"chat": "desk", "forward": {"chat": "desk", "message_id": 1}}, "there is no message 1"),
        ("/demo/say", {"chat": "desk", "forward": []}, '"forward" is an object'),
        ("/demo/say", [], "send a JSON object"),
        ("/demo/say", {"chat": "desk", "text": "x" * 70_000}, "a request holds at most 64 KB"),
        ("/demo/edit", {"chat": "desk", "message_id": True, "text": "x"}, '"message_id" must be a whole number'),
        ("/demo/press", {"message_id": 1}, '"data" must be a text'),
    ],
)
async def test_bad_input_is_one_plain_sentence(tmp_path: Path, path: str, body: object, why: str) -> None:
    async with opened(tmp_path) as world:
        status, told = await world.post(path, body)
        assert status == 400
        assert why in told["error"]
        assert (await world.get("/demo/health"))["updates_waiting"] == 0
        assert await world.desk() == []


@pytest.mark.parametrize("query", ["?chat=x", "?since=x", "?since=-1", "?since=²", f"?since={'9' * 19}"])
async def test_a_foolish_look_is_refused(tmp_path: Path, query: str) -> None:
    async with opened(tmp_path) as world, world.http.get(world.demo.url + "/demo/messages" + query) as answer:
        assert (answer.status, list(await answer.json())) == (400, ["error"])


async def test_the_venue_and_the_menu_are_the_truth_of_others(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        assert await world.get("/demo/venue") == await world.venue.venue()
        assert (await world.get("/demo/health"))["status"] == "ok"
        assert await world.get("/demo/commands") == []


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/demo/chats", {"Host": "evil.example"}, 403),
        ("GET", "/demo/chats", {"Host": "evil.example:8787"}, 403),
        ("GET", "/demo/chats", {"Host": "127.0.0.1.evil.example"}, 403),
        ("GET", "/demo/chats", {"Host": ""}, 403),
        ("GET", "/demo/chats", {"Host": "localhost"}, 200),
        ("GET", "/demo/chats", {"Host": "LOCALHOST:99"}, 200),
        ("GET", "/demo/chats", {"Host": "[::1]:99"}, 200),
        ("GET", "/demo/chats", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("GET", "/demo/events", {"Sec-Fetch-Site": "same-site"}, 403),
        ("GET", "/demo/chats", {"Sec-Fetch-Site": "same-origin"}, 200),
        ("GET", "/", {"Sec-Fetch-Site": "cross-site"}, 200),
        ("POST", "/demo/say", {"Origin": "https://evil.example"}, 403),
        ("POST", "/demo/say", {"Origin": "null"}, 403),
        ("POST", "/demo/say", {"Origin": "http://localhost:1", "Host": "localhost:2"}, 403),
        ("POST", "/demo/say", {"Origin": "http://localhost:2", "Host": "localhost:2"}, 200),
        ("POST", f"/bot{'9:x'}/getMe", {"Origin": "https://evil.example"}, 403),
    ],
)
async def test_other_sites_and_other_names_are_shut_out(
    tmp_path: Path, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    async with opened(tmp_path) as world:
        body = {"chat": "desk", "text": "x"} if method == "POST" else None
        async with world.http.request(method, world.demo.url + path, headers=headers, json=body) as answer:
            assert answer.status == status
        assert len(await world.desk()) == (1 if (method, status) == ("POST", 200) else 0)


async def test_the_page_may_run_only_what_it_came_with(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        nonces = set()
        for _ in range(2):
            async with world.http.get(world.demo.url + "/") as answer:
                page, policy = await answer.text(), answer.headers["Content-Security-Policy"]
            found = re.search(r"script-src 'nonce-([\w-]+)'; style-src 'nonce-([\w-]+)'", policy)
            assert found is not None
            assert found[1] == found[2]
            nonces.add(found[1])
            assert NONCE not in page
            marked = len(re.findall(rf'<(?:script|style) nonce="{re.escape(found[1])}"', page))
            assert marked == len(re.findall(r"<(?:script|style)\b", page))
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            # A style or a handler inside a tag would be blocked, an address elsewhere never loaded.
            assert not re.search(r"<[a-z][^>]*\s(?:style|on[a-z]+)=", page)
            assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)
        assert len(nonces) == 2


async def test_an_open_page_hears_everything_as_it_happens(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, watching(world) as events:
        assert (await events.next("venue"))["equity"] == "10000"
        await world.demo.say("Gold Room", "hello")
        told = await events.next("message")
        assert (told["chat"], told["message"]["id"], told["message"]["text"]) == ("Gold Room", 1, "hello")
        await world.result("sendChatAction", chat_id=42, action="typing")
        assert await events.next("typing") == {"chat": "desk"}
        await world.result("sendMessage", chat_id=42, text="card", reply_markup=keyboard([button("go")]))
        assert (await events.next("message"))["message"]["buttons"] == [[{"text": "press", "data": "go"}]]
        await world.post("/demo/press", {"message_id": 1, "data": "go"})
        (update,) = await world.result("getUpdates")
        answer = {"callback_query_id": update["callback_query"]["id"], "text": "Done", "show_alert": "true"}
        await world.result("answerCallbackQuery", **answer)
        assert await events.next("toast") == {"text": "Done", "alert": True}
        await world.result("editMessageText", chat_id=42, message_id=1, text="live")
        edited = (await events.next("message"))["message"]
        assert (edited["text"], edited["edited"], edited["buttons"]) == ("live", True, [])
        await world.result("deleteMessage", chat_id=42, message_id=1)
        assert await events.next("delete") == {"chat": "desk", "id": 1}
        await world.post("/demo/price", {"symbol": "XAUUSD", "price": "2800"})
        moved = await events.next("venue")
        assert {"symbol": "XAUUSD", "price": "2800"} in moved["prices"]


async def test_a_page_that_leaves_is_forgotten(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        hub: Hub = world.demo.hub
        async with watching(world) as events:
            await events.next("venue")
            assert hub.watched.is_set()
        await until(lambda: not hub.watched.is_set())


async def test_a_venue_that_fails_once_does_not_end_the_watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(tmp_path) as world:
        healthy, failures = world.venue.venue, [RuntimeError("one bad moment")]

        async def venue() -> dict[str, Any]:
            if failures:
                raise failures.pop()
            return await healthy()

        monkeypatch.setattr(type(world.venue), "venue", lambda _: venue())
        async with watching(world) as events:
            assert (await events.next("venue"))["equity"] == "10000"
        assert not failures


async def test_the_mode_of_a_channel_is_told_when_it_is_known(tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as http:
        modes = {CHANNELS[1][0]: "auto"}
        async with (
            open_demo(settings(tmp_path), MovableClock(), SmallVenue(), modes.get) as demo,
            http.get(demo.url + "/demo/chats?details=true") as answer,
        ):
            assert [chat["mode"] for chat in await answer.json()] == [None, None, "auto"]


def test_no_more_pages_than_can_be_served_are_let_in() -> None:
    hub = Hub()
    with ExitStack() as stack:
        for _ in range(PAGES_MAX):
            stack.enter_context(hub.reading())
        with pytest.raises(web.HTTPServiceUnavailable), hub.reading():
            pass
    with hub.reading():
        assert hub.watched.is_set()


async def test_a_venue_that_cannot_be_reached_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(tmp_path) as world:

        async def venue(_: SmallVenue) -> dict[str, Any]:
            raise VenueUnreachable("the paper venue is closed")

        monkeypatch.setattr(SmallVenue, "venue", venue)
        async with world.http.get(world.demo.url + "/demo/venue") as answer:
            assert (answer.status, await answer.json()) == (503, {"error": "the paper venue is closed"})


async def test_a_picture_that_is_gone_is_not_found(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, world.http.get(world.demo.url + "/demo/photo/none") as answer:
        assert (answer.status, list(await answer.json())) == (404, ["error"])


def test_a_page_that_falls_behind_is_told_to_reload() -> None:
    reader = Reader()
    for number in range(QUEUE_MAX + 1):
        reader.add(encoded("message", {"number": number}))
    assert list(reader.events) == [encoded("reload", {})]
    reader.add(encoded("message", {"number": "after"}))
    assert len(reader.events) == 2


async def test_a_file_that_cannot_be_written_is_said_and_nothing_is_half_done(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.demo.say("desk", "before")
        with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")  # somebody else holds the file, longer than we wait
            status, told = await world.post("/demo/say", {"chat": "desk", "text": "meanwhile"})
            assert status == 503
            assert "nothing was changed" in told["error"]
            refused = await world.call("sendMessage", chat_id=42, text="meanwhile")
            assert refused["error_code"] == 500
            other.execute("ROLLBACK")
        assert [post["text"] for post in await world.desk()] == ["before"]
        assert await world.demo.say("desk", "after") == 2
