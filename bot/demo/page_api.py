"""What the page and scripts can do: say, edit, press, look, move a price.

The visitor's side of the demo; the bot's side is `bot.demo.bot_api`. Bad input is answered
400 with one plain sentence, and changes nothing.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from aiohttp import web
from loguru import logger

from bot.demo.formatting import plain, utf16
from bot.demo.methods import commands_shown
from bot.demo.posts import DESK, TEXT_MAX, Author, Chat, Origin, Post, Wire, on_page
from bot.demo.store import Chats
from bot.demo.stream import Hub
from core.errors import InterlockError
from core.vocabulary import ChannelId, Price, Symbol

BODY_MAX = 64 * 2**10
MESSAGES_MAX = 1000
NONCE = "__NONCE__"
"""Stands in page.html where each answer puts its own nonce."""


class Truth(Protocol):
    """The venue as it really is, whatever the program believes; and the visitor's hand on the market."""

    async def venue(self) -> dict[str, Any]:
        """The JSON of GET /demo/venue: equity, positions, orders, prices and what else the page shows."""

    async def move_price(self, symbol: Symbol, price: Price) -> None:
        """Move the synthetic market. Raises ``ValueError`` with a plain sentence when it cannot."""


class BadInput(Exception):
    """The visitor's to mend; the message is the sentence they are shown."""


ModeOf = Callable[[ChannelId], str | None]
"""What a channel may do just now ("auto", "ask", "watch"), when it is known."""
Action = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PageApi:
    """The handlers of ``/`` and ``/demo/...``."""

    def __init__(self, chats: Chats, truth: Truth, hub: Hub, page: str, mode_of: ModeOf) -> None:
        self._chats, self._truth, self._hub = chats, truth, hub
        self._page, self._mode_of = page, mode_of

    def add_routes(self, app: web.Application) -> None:
        gets: Mapping[str, Action] = {
            "/": self.page,
            "/demo/chats": self.list_chats,
            "/demo/messages": self.messages,
            "/demo/venue": self.venue,
            "/demo/health": self.health,
            "/demo/commands": self.commands,
            "/demo/photo/{file}": self.photo,
            "/demo/events": self._hub.serve,
        }
        posts: Mapping[str, Action] = {
            "/demo/say": self.post_say,
            "/demo/edit": self.post_edit,
            "/demo/press": self.post_press,
            "/demo/price": self.post_price,
        }
        for path, action in gets.items():
            app.router.add_get(path, plainly(action))
        for path, action in posts.items():
            app.router.add_post(path, plainly(action))

    # --- what the visitor does --------------------------------------------------------------------

    async def say(
        self,
        chat_name: str,
        text: str,
        reply_to: int | None = None,
        forward: Origin | None = None,
        memory: tuple[str, str] | None = None,
    ) -> int:
        """Say something as the visitor or as the channel's owner; return its id once it is durable."""
        chat = self.chat(chat_name)
        body = plain(checked_text(text))
        reply = await self.existing(chat, reply_to) if reply_to is not None else None
        author = Author.YOU if chat.name == DESK else Author.CHANNEL
        post = await self._chats.say(chat.name, author, body, reply=reply, origin=forward, memory=memory)
        return post.id

    async def post_say(self, request: web.Request) -> web.Response:
        told = await body_of(request)
        forward = await self._origin(told.get("forward"))
        text = forward[1] if forward else wanted(told, "text", str)
        number = await self.say(
            wanted(told, "chat", str), text, optional_int(told, "reply_to"), forward[0] if forward else None
        )
        return web.json_response({"message_id": number})

    async def _origin(self, told: object) -> tuple[Origin, str] | None:
        """A channel's post that is forwarded to the desk."""
        if told is None:
            return None
        if not isinstance(told, dict):
            raise BadInput('"forward" is an object with "chat" and "message_id"')
        chat = self.chat(wanted(told, "chat", str))
        post = await self.existing(chat, wanted(told, "message_id", int))
        if chat.name == DESK:
            raise BadInput("only a channel's post can be forwarded to the desk")
        return Origin(chat, post.id, post.at), post.body.text

    async def post_edit(self, request: web.Request) -> web.Response:
        told = await body_of(request)
        chat = self.chat(wanted(told, "chat", str))
        post = await self.existing(chat, wanted(told, "message_id", int))
        if post.author is Author.BOT:
            raise BadInput("only your own messages can be edited")
        body = plain(checked_text(wanted(told, "text", str)))
        if body != post.body:
            await self._chats.edit(post, body)
        return web.json_response({"ok": True})

    async def post_press(self, request: web.Request) -> web.Response:
        told = await body_of(request)
        number, data = wanted(told, "message_id", int), wanted(told, "data", str)
        post = await self.existing(self.chat(DESK), number)
        if not any(button.data == data for row in post.keyboard for button in row):
            raise BadInput(f"message {number} has no button with that data now")
        await self._chats.press(post, data)
        return web.json_response({"ok": True})

    async def post_price(self, request: web.Request) -> web.Response:
        told = await body_of(request)
        raw = told.get("price")
        if isinstance(raw, bool) or not isinstance(raw, str | int | float) or len(str(raw)) > 40:
            raise BadInput('"price" must be a number')
        try:
            price = Decimal(str(raw))
        except InvalidOperation:
            raise BadInput('"price" must be a number') from None
        if not price.is_finite() or price <= 0 or abs(price.adjusted()) > 15:
            raise BadInput('"price" must be above zero and not absurd')
        try:
            await self._truth.move_price(Symbol(wanted(told, "symbol", str)), Price(price))
        except ValueError as error:
            raise BadInput(str(error)) from None
        return web.json_response({"ok": True})

    # --- what the visitor sees --------------------------------------------------------------------

    async def page(self, _: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(16)
        headers = {"Content-Security-Policy": content_policy(nonce), "Cache-Control": "no-store"}
        return web.Response(text=self._page.replace(NONCE, nonce), content_type="text/html", headers=headers)

    async def list_chats(self, request: web.Request) -> web.Response:
        chats = self._chats.by_name.values()
        if request.query.get("details") not in ("1", "true"):
            return web.json_response([chat.name for chat in chats])
        return web.json_response([await self._details(chat) for chat in chats])

    async def _details(self, chat: Chat) -> Wire:
        last = await self._chats.posts(chat.name, 0, 1)
        kind = "desk" if chat.name == DESK else "channel"
        told = on_page(last[0]) if last else None
        mode = self._mode_of(chat.channel) if chat.channel else None
        return {
            "name": chat.name,
            "title": chat.title,
            "kind": kind,
            "id": chat.channel,
            "mode": mode,
            "last": told,
        }

    async def messages(self, request: web.Request) -> web.Response:
        chat = self.chat(request.query.get("chat", DESK))
        since = request.query.get("since", "0")
        if not since.isascii() or not since.isdigit() or len(since) > 18:
            raise BadInput('"since" must be the id of a message')
        posts = await self._chats.posts(chat.name, int(since), MESSAGES_MAX)
        return web.json_response([on_page(post) for post in posts])

    async def venue(self, _: web.Request) -> web.Response:
        return web.json_response(await self._truth.venue())

    async def health(self, _: web.Request) -> web.Response:
        waiting = await self._chats.pending()
        return web.json_response({"status": "ok", "chats": len(self._chats.by_name), "updates_waiting": waiting})

    async def commands(self, _: web.Request) -> web.Response:
        return web.json_response(await commands_shown(self._chats))

    async def photo(self, request: web.Request) -> web.Response:
        found = await self._chats.file(request.match_info["file"])
        if found is None or not found[0].mime.startswith("image/"):
            return web.json_response({"error": "there is no such picture any more"}, status=404)
        headers = {"Cache-Control": "private, max-age=86400, immutable"}
        return web.Response(body=found[1], content_type=found[0].mime, headers=headers)

    # --- shared -----------------------------------------------------------------------------------

    def chat(self, name: str) -> Chat:
        chat = self._chats.chat(name)
        if chat is None:
            raise BadInput(f"there is no chat {name[:60]!r}; there are: {', '.join(self._chats.by_name)}")
        return chat

    async def existing(self, chat: Chat, number: int) -> Post:
        post = await self._chats.post(chat.name, number) if 0 < number < 2**62 else None
        if post is None:
            raise BadInput(f"there is no message {number} in {chat.name!r}")
        return post


def content_policy(nonce: str) -> str:
    """Only script and style marked with this answer's nonce may run; nothing comes from elsewhere."""
    return (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def plainly(action: Action) -> Action:
    """Answer bad input and a failing disk with one sentence."""

    async def answered(request: web.Request) -> web.StreamResponse:
        try:
            return await action(request)
        except BadInput as error:
            return web.json_response({"error": str(error)}, status=400)
        except InterlockError as error:
            return web.json_response({"error": str(error)}, status=503)
        except sqlite3.Error as error:
            logger.error("the demo's chats could not be read or written: {}", error)
            told = "the chats' file cannot be written just now (is the disk full?); nothing was changed"
            return web.json_response({"error": told}, status=503)

    return answered


async def body_of(request: web.Request) -> dict[str, Any]:
    """The JSON object that was sent, at most ``BODY_MAX`` bytes of it."""
    raw = bytearray()
    async for chunk in request.content.iter_chunked(2**14):
        raw += chunk
        if len(raw) > BODY_MAX:
            raise BadInput(f"a request holds at most {BODY_MAX // 1024} KB")
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise BadInput("send a JSON object")
    return told


def wanted(told: Mapping[str, Any], name: str, kind: type[Any]) -> Any:
    value = told.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise BadInput(f'"{name}" must be {"a text" if kind is str else "a whole number"}')
    return value


def optional_int(told: Mapping[str, Any], name: str) -> int | None:
    return None if told.get(name) is None else int(wanted(told, name, int))


def checked_text(text: str) -> str:
    """What a Telegram client would send: something, and not more than fits one message."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadInput("the text holds half a character; send valid Unicode") from None
    if not plain(text[: TEXT_MAX * 2]).text:
        raise BadInput("the text is empty")
    if utf16(text.strip()) > TEXT_MAX:
        raise BadInput(f"a message holds at most {TEXT_MAX} characters, this one has {utf16(text.strip())}: split it")
    return text
