"""A Bot API server of our own, so that the real bot runs without Telegram.

It speaks the protocol of https://core.telegram.org/bots/api over HTTP to the unchanged
python-telegram-bot, is as strict as the real server, and can be told to fail in the ways the
real one fails, one request at a time (`BotApi.faults`).

Known differences: two polls at once are refused without the real server's three seconds of
delay, and Markdown is refused because this house writes HTML only.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import sqlite3
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import hdrs, web
from loguru import logger

from bot.demo.arguments import UPLOAD_MAX, Arguments, Part, Refusal, bad
from bot.demo.flood import Flood
from bot.demo.methods import METHODS, Call
from bot.demo.posts import Wire
from bot.demo.store import Chats

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
POLL_MAX_S = 50
"""The longest a getUpdates waits."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Cut the connection; ``performed``: only after the request was carried out."""

    performed: bool = False


@dataclass(frozen=True, slots=True)
class Hang:
    """Answer only after ``wait_s`` seconds."""

    wait_s: float
    performed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A proxy's HTML page instead of an answer."""

    status: int = 502
    text: str = "<html><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass(frozen=True, slots=True)
class Answer:
    """A refusal in the server's own form."""

    code: int
    description: str
    parameters: Wire | None = None


Fault = Drop | Hang | Page | Answer


class BotApi:
    """The server's side of one bot.

    ``faults``: for each method (lower case), what befalls its next requests, one each.
    ``blocked``: the visitor has blocked the bot.
    """

    def __init__(
        self,
        chats: Chats,
        token: str,
        flood: Flood,
        show_typing: Callable[[], None],
        show_toast: Callable[[str, bool], None],
    ) -> None:
        self.faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.blocked = False
        self.polls = 0
        """getUpdates requests begun so far."""
        self._chats, self._token, self._flood = chats, token, flood
        self._show_typing, self._show_toast = show_typing, show_toast
        self._poll: asyncio.Future[str] | None = None
        self._closed = False
        chats.waiting.append(self._wake)

    def add_routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/files/{file}", self._file)

    def close(self) -> None:
        """Let a waiting poll go home empty."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result("woken")

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"].lower()
        try:
            if not self._is_ours(request):
                raise Refusal(401, "Unauthorized")
            ask = await _arguments(request)
            fault = self.faults[method].popleft() if self.faults.get(method) else None
            match fault:
                case Drop(performed=False):
                    return _cut(request)
                case Hang(wait_s=wait_s, performed=False):
                    await asyncio.sleep(wait_s)
                case Page(status=status, text=text):
                    return web.Response(status=status, text=text, content_type="text/html")
                case Answer(code=code, description=description, parameters=parameters):
                    raise Refusal(code, description, parameters)
                case _:
                    pass
            result = await self._perform(method, ask)
            match fault:
                case Drop():
                    return _cut(request)
                case Hang(wait_s=wait_s, performed=True):
                    await asyncio.sleep(wait_s)
                case _:
                    pass
        except Refusal as refusal:
            return _refused(refusal)
        except sqlite3.Error as error:
            logger.error("the demo's chats could not be written: {}", error)
            return _refused(Refusal(500, "Internal Server Error: the chats could not be written"))
        return _json({"ok": True, "result": result})

    def _is_ours(self, request: web.Request) -> bool:
        return hmac.compare_digest(request.match_info["token"].encode(), self._token.encode())

    async def _perform(self, method: str, ask: Arguments) -> object:
        if method == "getupdates":
            return await self._get_updates(ask)
        run = METHODS.get(method)
        if run is None:
            raise Refusal(404, "Not Found: method not found")
        call = Call(ask, self._chats, self._flood, self.blocked, self._show_typing, self._show_toast)
        return await run(call)

    async def _get_updates(self, ask: Arguments) -> list[Wire]:
        """Confirm what came before ``offset``, then wait for more; a second poll ends the first."""
        self.polls += 1
        if self._poll and not self._poll.done():
            self._poll.set_result(CONFLICT)
        own: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._poll = own
        try:
            await self._allow(ask)
            offset = ask.integer("offset", 0)
            if offset:
                await self._chats.confirm(offset)
            limit, wait_s = ask.integer("limit", 100, 1, 100), ask.integer("timeout", 0, 0, POLL_MAX_S)
            updates = await self._chats.updates(offset, limit)
            if not updates and wait_s and not self._closed:
                await asyncio.wait((own,), timeout=wait_s)
                updates = await self._chats.updates(offset, limit)
            if own.done() and own.result() == CONFLICT:
                raise Refusal(409, CONFLICT)
            return [update.on_wire() for update in updates]
        finally:
            if self._poll is own:
                self._poll = None

    async def _allow(self, ask: Arguments) -> None:
        told = ask.json("allowed_updates", "can't parse allowed_updates JSON object")
        if told is None:
            return
        if not isinstance(told, list) or not all(isinstance(kind, str) for kind in told):
            raise bad("expected an Array of update types")
        allowed = json.dumps(sorted(set(told)))
        if allowed != await self._chats.recall("allowed_updates"):
            await self._chats.remember("allowed_updates", allowed)

    async def _file(self, request: web.Request) -> web.Response:
        if not self._is_ours(request):
            return _refused(Refusal(401, "Unauthorized"))
        found = await self._chats.file(request.match_info["file"])
        if found is None:
            return _refused(Refusal(404, "Not Found"))
        return web.Response(body=found[1], content_type="application/octet-stream")


async def _arguments(request: web.Request) -> Arguments:
    fields = dict(request.query)
    files: dict[str, Part] = {}
    if (request.content_length or 0) > UPLOAD_MAX + 2**16:
        raise Refusal(413, "Request Entity Too Large")
    try:
        if request.method != hdrs.METH_POST:
            pass
        elif request.content_type == "application/json":
            told = await request.json()
            if not isinstance(told, dict):
                raise bad("object expected as request body")
            fields |= {name: v if isinstance(v, str) else json.dumps(v) for name, v in told.items() if v is not None}
        else:
            for name, value in (await request.post()).items():
                if isinstance(value, web.FileField):
                    content = await asyncio.to_thread(value.file.read)
                    files[name] = Part(value.filename, value.content_type, content)
                else:
                    fields[name] = value if isinstance(value, str) else bytes(value).decode(errors="replace")
    except web.HTTPRequestEntityTooLarge:
        raise Refusal(413, "Request Entity Too Large") from None
    except (ValueError, RecursionError, LookupError):
        raise bad("can't parse the request body") from None
    return Arguments(fields, files)


def _json(wire: Wire, status: int = 200) -> web.Response:
    return web.json_response(wire, status=status)


def _refused(refusal: Refusal) -> web.Response:
    wire: Wire = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        wire["parameters"] = refusal.parameters
    return _json(wire, refusal.code)


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
