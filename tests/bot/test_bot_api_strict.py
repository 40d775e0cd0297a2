"""The stand-in of the Bot API says no where the real server says no, in the same words."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.bot.test_demo_world import TOKEN, opened

BAD = "Bad Request: "


def keyboard(*rows: list[dict[str, Any]]) -> str:
    return json.dumps({"inline_keyboard": rows})


def button(data: str = "x", text: str = "press") -> dict[str, Any]:
    return {"text": text, "callback_data": data}


SEND_REFUSALS: list[tuple[dict[str, Any], str]] = [
    ({"text": ""}, "message text is empty"),
    ({}, "message text is empty"),
    ({"text": " \n "}, "text must be non-empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    (
        {"text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: can't find end tag corresponding to start tag \"b\"",
    ),
    ({"text": "1 < 2", "parse_mode": "html"}, 'can\'t parse entities: unsupported start tag "" at byte offset 2'),
    ({"text": "x", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
    ({"text": "x", "chat_id": ""}, "chat_id is empty"),
    ({"text": "x", "chat_id": "43"}, "chat not found"),
    ({"text": "x", "chat_id": "@somebody"}, "chat not found"),
    ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
    ({"text": "x", "reply_markup": keyboard([button("")])}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keyboard([button("é" * 33)])}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keyboard([button(text=" ")])}, "inline keyboard button text must be non-empty"),
    (
        {"text": "x", "reply_markup": keyboard([{"text": "bare"}])},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    ({"text": "x", "reply_markup": keyboard([button()] * 9)}, "reply markup is too long"),
    ({"text": "x", "reply_markup": keyboard(*[[button()] * 8] * 13)}, "reply markup is too long"),
    ({"text": "x", "reply_parameters": '{"message_id": 999}'}, "message to be replied not found"),
    (
        {"text": "ab", "entities": '[{"type": "bold", "offset": 1, "length": 2}]'},
        "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 2",
    ),
]


@pytest.mark.parametrize(("fields", "why"), SEND_REFUSALS)
async def test_a_message_the_real_server_refuses_is_refused(tmp_path: Path, fields: dict[str, Any], why: str) -> None:
    async with opened(tmp_path) as world:
        assert await world.refusal("sendMessage", **{"chat_id": 42} | fields) == BAD + why
        assert await world.desk() == []


async def test_the_longest_message_and_the_fullest_keyboard_are_taken(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("sendMessage", chat_id=42, text="x" * 4096)
        await world.result("sendMessage", chat_id=42, text="<b>" + "&lt;" * 4096 + "</b>", parse_mode="HTML")
        full = keyboard(*[[button("d" * 64)] * 8] * 12, [button()] * 4)
        sent = await world.result("sendMessage", chat_id=42, text="x", reply_markup=full)
        assert len(sent["reply_markup"]["inline_keyboard"]) == 13


async def test_the_three_kinds_of_body_and_the_address_line_are_read(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        url = f"{world.demo.base_url}{TOKEN}/SendMessage"
        form = aiohttp.FormData({"chat_id": "42", "text": "multipart"}, default_to_multipart=True)
        rows = [[button()]]
        body = {"chat_id": 42, "text": "json", "reply_markup": {"inline_keyboard": rows}, "parse_mode": None}
        for asked in (
            world.http.post(url, data={"chat_id": "42", "text": "form"}),
            world.http.post(url, data=form),
            world.http.post(url, json=body),
            world.http.get(url + "?chat_id=42&text=query"),
        ):
            async with asked as answer:
                assert (await answer.json())["ok"]
        said = await world.desk()
        assert [post["text"] for post in said] == ["form", "multipart", "json", "query"]
        assert said[2]["buttons"] == [[{"text": "press", "data": "x"}]]


@pytest.mark.parametrize("body", ["{", "[]", '"x"', "[" * 50_000])
async def test_a_broken_body_is_refused(tmp_path: Path, body: str) -> None:
    async with opened(tmp_path) as world:
        url = f"{world.demo.base_url}{TOKEN}/sendMessage"
        async with world.http.post(url, data=body, headers={"Content-Type": "application/json"}) as answer:
            assert answer.status == 400


async def test_a_wrong_token_and_an_unknown_method_are_told_apart(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        async with world.http.post(f"{world.demo.base_url}987654:wrong/getMe") as answer:
            assert (answer.status, (await answer.json())["description"]) == (401, "Unauthorized")
        assert await world.call("dance") == {
            "ok": False,
            "error_code": 404,
            "description": "Not Found: method not found",
        }


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"message_id": 99, "text": "x"}, "message to edit not found"),
        ({"text": "x"}, "message identifier is not specified"),
        ({"message_id": 1, "text": "x"}, "message can't be edited"),
        ({"message_id": 2, "text": ""}, "message text is empty"),
        ({"message_id": 2, "text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ({"message_id": 2, "text": "<i>x", "parse_mode": "HTML"}, "can't parse entities: "),
    ],
)
async def test_an_edit_the_real_server_refuses_is_refused(tmp_path: Path, fields: dict[str, Any], why: str) -> None:
    async with opened(tmp_path) as world:
        await world.demo.say("desk", "the visitor's own")
        await world.result("sendMessage", chat_id=42, text="the bot's")
        refused = await world.refusal("editMessageText", chat_id=42, **fields)
        assert refused.startswith(BAD + why)


async def test_an_edit_that_changes_nothing_is_refused(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        markup = keyboard([button()])
        await world.result("sendMessage", chat_id=42, text="<b>x</b>", parse_mode="HTML", reply_markup=markup)
        same = {"chat_id": 42, "message_id": 1, "reply_markup": markup}
        for method, fields in (
            ("editMessageText", {"text": "<strong>x</strong>", "parse_mode": "HTML"}),
            ("editMessageReplyMarkup", {}),
        ):
            assert (await world.refusal(method, **same | fields)).startswith(BAD + "message is not modified: ")


async def test_an_edit_without_a_keyboard_takes_the_buttons_away(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("sendMessage", chat_id=42, text="x", reply_markup=keyboard([button()]))
        edited = await world.result("editMessageText", chat_id=42, message_id=1, text="y")
        assert "reply_markup" not in edited
        assert edited["edit_date"] >= edited["date"]
        (post,) = await world.desk()
        assert (post["text"], post["buttons"], post["edited"]) == ("y", [], True)


async def test_changing_only_the_buttons_does_not_mark_the_message_edited(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("sendMessage", chat_id=42, text="x")
        await world.result("editMessageReplyMarkup", chat_id=42, message_id=1, reply_markup=keyboard([button("y")]))
        (post,) = await world.desk()
        assert (post["buttons"], post["edited"]) == ([[{"text": "press", "data": "y"}]], False)


async def test_a_deleted_message_is_gone_for_everybody(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("sendMessage", chat_id=42, text="x")
        assert await world.result("deleteMessage", chat_id=42, message_id=1) is True
        assert await world.desk() == []
        assert await world.refusal("deleteMessage", chat_id=42, message_id=1) == BAD + "message to delete not found"
        assert await world.refusal("pinChatMessage", chat_id=42, message_id=1) == BAD + "message to pin not found"
        assert (await world.result("sendMessage", chat_id=42, text="next"))["message_id"] == 2


async def test_a_message_is_pinned_and_unpinned(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("sendMessage", chat_id=42, text="x")
        for method, pinned in (("pinChatMessage", True), ("unpinChatMessage", False)):
            assert await world.result(method, chat_id=42, message_id=1) is True
            assert (await world.desk())[0]["pinned"] is pinned


async def test_a_query_is_answered_once_and_in_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("sendMessage", chat_id=42, text="x", reply_markup=keyboard([button()]))
        for _ in range(2):
            assert (await world.post("/demo/press", {"message_id": 1, "data": "x"}))[0] == 200
        first, second = [update["callback_query"]["id"] for update in await world.result("getUpdates")]
        assert (
            await world.refusal("answerCallbackQuery", callback_query_id=first, text="x" * 201)
            == BAD + "MESSAGE_TOO_LONG"
        )
        assert await world.result("answerCallbackQuery", callback_query_id=first) is True
        world.clock.ahead = timedelta(minutes=16)
        for late in (first, second, "77", "nonsense", ""):
            refused = await world.refusal("answerCallbackQuery", callback_query_id=late)
            assert refused == BAD + "query is too old and response timeout expired or query ID is invalid"


async def test_a_flood_is_told_how_long_to_wait(tmp_path: Path) -> None:
    async with opened(tmp_path, burst=3, per_s=0.01) as world:
        for number in range(3):
            await world.result("sendMessage", chat_id=42, text=str(number))
        told = await world.call("sendMessage", chat_id=42, text="too much")
        wait_s = told["parameters"]["retry_after"]
        assert 1 <= wait_s <= 100
        assert (told["error_code"], told["description"]) == (429, f"Too Many Requests: retry after {wait_s}")
        world.clock.ahead = timedelta(seconds=wait_s)
        await world.result("sendMessage", chat_id=42, text="after the wait")
        assert len(await world.desk()) == 4


async def test_a_visitor_who_blocked_the_bot_hears_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        world.demo.api.blocked = True
        told = await world.call("sendMessage", chat_id=42, text="x")
        assert (told["error_code"], told["description"]) == (403, "Forbidden: bot was blocked by the user")


@pytest.mark.parametrize(
    ("method", "fields", "why"),
    [
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "attach://nothing"}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "https://example.org/x.png"}, "wrong file identifier/HTTP URL specified"),
        ("sendDocument", {}, "there is no document in the request"),
        ("editMessageCaption", {"message_id": 1, "caption": "x"}, "there is no caption in the message to edit"),
        ("editMessageMedia", {"message_id": 1, "media": "[]"}, "object expected as input media"),
        ("sendChatAction", {"action": "sleep"}, "wrong parameter action in request"),
        ("setMyCommands", {"commands": '[{"command": "No!", "description": "x"}]'}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": '[{"command": "x", "description": ""}]'}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("getUpdates", {"allowed_updates": "{"}, "can't parse allowed_updates JSON object"),
    ],
)
async def test_other_slips_are_refused(tmp_path: Path, method: str, fields: dict[str, Any], why: str) -> None:
    async with opened(tmp_path) as world:
        await world.result("sendMessage", chat_id=42, text="a text")
        assert await world.refusal(method, **{"chat_id": 42} | fields) == BAD + why


async def test_entities_and_links_are_taken_as_they_are_told(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        told = [
            {"type": "text_link", "offset": 3, "length": 2, "url": "https://x.y/"},
            {"type": "bold", "offset": 0, "length": 2},
        ]
        markup = keyboard([{"text": "chart", "url": "https://x.y/chart"}])
        sent = await world.result(
            "sendMessage", chat_id=42, text="😀 ab", entities=json.dumps(told), reply_markup=markup
        )
        assert sent["entities"] == [told[1], told[0]]
        (post,) = await world.desk()
        assert post["html"] == ('<b>😀</b> <a href="https://x.y/" target="_blank" rel="noopener noreferrer">ab</a>')
        assert post["buttons"] == [[{"text": "chart", "url": "https://x.y/chart"}]]


async def test_a_menu_is_taken_away_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("setMyCommands", commands='[{"command": "/Help", "description": "All"}]')
        assert await world.result("getMyCommands") == [{"command": "help", "description": "All"}]
        assert await world.result("deleteMyCommands") is True
        assert await world.get("/demo/commands") == []


@pytest.mark.parametrize(
    ("method", "fields", "why"),
    [
        ("sendMessage", {"text": "x" * 33_000}, "text is too long"),
        ("sendMessage", {"text": "x", "reply_parameters": "[]"}, "object expected as reply parameters"),
        ("sendMessage", {"text": "x", "entities": "{}x"}, "can't parse entities JSON object"),
        ("sendMessage", {"text": "x", "entities": "[1]"}, "expected an Array of MessageEntity"),
        ("sendMessage", {"text": "x", "entities": '[{"type": 1}]'}, "can't parse MessageEntity: "),
        ("sendMessage", {"text": "x", "reply_markup": '{"inline_keyboard": {}}'}, 'field "inline_keyboard" must'),
        ("sendMessage", {"text": "x", "reply_markup": '{"inline_keyboard": [[1]]}'}, "can't parse inline keyboard"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard([{"callback_data": "x"}])}, "can't parse inline keyb"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard([{"text": "x", "url": "nowhere"}])}, "inline keyboard"),
        ("setMyCommands", {}, "expected an Array of BotCommand"),
        ("setMyCommands", {"commands": "[1]"}, "can't parse BotCommand"),
        ("setMyCommands", {"commands": json.dumps([1] * 101)}, "BOT_COMMANDS_TOO_MUCH"),
        ("getMyCommands", {"scope": "[1]"}, "object expected as BotCommandScope"),
        ("editMessageMedia", {"message_id": 1, "media": '{"type": "video", "media": "x"}'}, "can't parse InputMedia"),
        ("getFile", {"file_id": "none"}, "invalid file_id"),
        ("getUpdates", {"allowed_updates": "[1]"}, "expected an Array of update types"),
    ],
)
async def test_every_other_field_is_read_strictly(
    tmp_path: Path, method: str, fields: dict[str, Any], why: str
) -> None:
    async with opened(tmp_path) as world:
        assert (await world.refusal(method, **{"chat_id": 42} | fields)).startswith(BAD + why)


async def test_a_reply_whose_message_is_gone_can_be_forgiven(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        told = '{"message_id": 999, "allow_sending_without_reply": true}'
        assert "reply_to_message" not in await world.result("sendMessage", chat_id=42, text="x", reply_parameters=told)


async def test_unwanted_kinds_of_updates_are_not_kept(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("getUpdates", allowed_updates='["callback_query"]')
        await world.demo.say("desk", "/start")
        assert await world.result("getUpdates") == []
        await world.result("getUpdates", allowed_updates='["message"]')
        await world.demo.say("desk", "/start")
        (update,) = await world.result("getUpdates")
        assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_updates_wait_for_their_confirmation_and_at_most_a_day(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        for text in "abc":
            await world.demo.say("desk", text)
        texts: Callable[[list[Any]], list[str]] = lambda updates: [update["message"]["text"] for update in updates]  # noqa: E731
        waiting = await world.result("getUpdates")
        assert texts(waiting) == ["a", "b", "c"]
        assert texts(await world.result("getUpdates", limit=1)) == ["a"]
        assert texts(await world.result("getUpdates", offset=waiting[1]["update_id"])) == ["b", "c"]
        assert texts(await world.result("getUpdates", offset=-1)) == ["c"]
        assert (await world.result("getWebhookInfo"))["pending_update_count"] == 1
        world.clock.ahead = timedelta(hours=24, minutes=1)
        assert await world.result("getUpdates") == []


async def test_pending_updates_can_be_dropped(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.demo.say("desk", "old")
        assert await world.result("deleteWebhook", drop_pending_updates="true") is True
        assert await world.result("getUpdates") == []
