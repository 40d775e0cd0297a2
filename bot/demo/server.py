"""The whole product in one's hand, without Telegram, an exchange or the internet.

Opens one port of this machine. On it the real bot finds a Bot API server, the visitor a page
that looks like a phone, and scripts a small JSON interface; the chats behind them are one
durable file. Separate from `main`, which decides what trades behind the chats.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web
from loguru import logger

from bot.demo.arguments import UPLOAD_MAX
from bot.demo.bot_api import BotApi
from bot.demo.door import check_loopback, guard
from bot.demo.ear import DemoEar
from bot.demo.flood import Flood
from bot.demo.page_api import ModeOf, PageApi, Truth
from bot.demo.posts import DESK, Bot, Chat
from bot.demo.store import Chats, open_chats
from bot.demo.stream import Hub
from core.errors import ConfigError, OutsideError
from core.ports import Clock
from core.vocabulary import ChannelId

__all__ = ["FILE", "Demo", "DemoSettings", "Truth", "open_demo"]

FILE = "demo-chats.sqlite3"
VENUE_PAUSE_S = 0.5
"""The page is told of the venue at most this often."""
MISSING_PAGE = "<!doctype html><title>Interlock</title><p>The page is not part of this installation.</p>"


@dataclass(frozen=True, slots=True)
class DemoSettings:
    """How the demo opens. ``port`` 0: any free one. ``burst``, ``per_s``: messages the bot may send."""

    host: str
    port: int
    data_dir: Path
    token: str = field(repr=False)
    channels: tuple[tuple[ChannelId, str], ...]
    burst: int = 30
    per_s: float = 1.0


@dataclass(frozen=True, slots=True)
class Demo:
    """The open demo. ``base_url`` and ``base_file_url`` go to python-telegram-bot as they are."""

    url: str
    base_url: str
    base_file_url: str
    ear: DemoEar
    api: BotApi
    chats: Chats
    page: PageApi
    truth: Truth
    hub: Hub

    async def say(self, chat: str, text: str, reply_to: int | None = None) -> int:
        """Say something as the visitor or the channel's owner; return its id once it is durable.

        Raises `bot.demo.page_api.BadInput` for an unknown chat or a text no Telegram client could send.
        """
        return await self.page.say(chat, text, reply_to)

    async def play(self, speed: float = 1.0) -> None:
        """Play the shipped script, once in the life of this data directory; ends when it is over."""
        from bot.demo.script import Player, shipped

        await Player(self.chats, self.page.say, self.truth, speed).play(await asyncio.to_thread(shipped))


def _unknown_mode(_: ChannelId) -> str | None:
    return None


@asynccontextmanager
async def open_demo(
    settings: DemoSettings, clock: Clock, truth: Truth, mode_of: ModeOf = _unknown_mode
) -> AsyncIterator[Demo]:
    """Open the demo's port and file, close both at the end. ``mode_of``: what each channel may do just now.

    Raises `ConfigError` for an address that is not this machine's own, `OutsideError` when the
    port is taken or the file cannot be used.
    """
    check_loopback(settings.host)
    bot = Bot(_bot_id(settings.token))
    async with AsyncExitStack() as stack:
        chats = await stack.enter_async_context(
            open_chats(settings.data_dir / FILE, _chats(settings.channels), bot, clock)
        )
        hub = Hub()
        chats.told.append(hub.post)
        flood = Flood(clock, settings.burst, settings.per_s)
        api = BotApi(chats, settings.token, flood, hub.typing, hub.toast)
        page = PageApi(chats, truth, hub, await asyncio.to_thread(_read_page), mode_of)
        app = web.Application(middlewares=[guard], client_max_size=UPLOAD_MAX + 2**16)
        api.add_routes(app)
        page.add_routes(app)
        url = await stack.enter_async_context(_listening(app, settings.host, settings.port))
        stack.callback(api.close)
        stack.callback(hub.close)
        await stack.enter_async_context(_looked_after("venue watch", lambda: _watch(hub, truth)))
        yield Demo(url, f"{url}/bot", f"{url}/file/bot", DemoEar(chats, clock), api, chats, page, truth, hub)


def _bot_id(token: str) -> int:
    number = token.partition(":")[0]
    if not (number.isascii() and number.isdigit() and 0 < len(number) < 17 and ":" in token):
        raise ConfigError("the bot's token is a number, a colon and a secret, such as 123456:abc")
    return int(number)


def _chats(channels: tuple[tuple[ChannelId, str], ...]) -> list[Chat]:
    chats = [Chat(DESK, "Interlock", 42, None)]
    for ordinal, (channel, title) in enumerate(channels, 1):
        if any(title in (chat.name, chat.channel) for chat in chats):
            raise ConfigError(f"two chats of the demo are called {title!r}; give each channel a title of its own")
        numeric = channel.startswith("-100") and channel[1:].isascii() and channel[1:].isdigit()
        chats.append(Chat(title, title, int(channel) if numeric else -1_001_000_000_000 - ordinal, channel))
    return chats


def _read_page() -> str:
    path = Path(__file__).with_name("page.html")
    return path.read_text(encoding="utf-8") if path.exists() else MISSING_PAGE


@asynccontextmanager
async def _listening(app: web.Application, host: str, port: int) -> AsyncIterator[str]:
    # A page that is closed must end its handler at once, and a poll that is given up must free its place.
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=2.0)
    await runner.setup()
    try:
        try:
            site = web.TCPSite(runner, host, port)
            await site.start()
        except OSError as error:
            raise OutsideError(f"port {port} of {host} cannot be opened ({error}); choose another --port") from error
        address, opened = runner.addresses[0][:2]
        yield f"http://[{address}]:{opened}" if ":" in address else f"http://{address}:{opened}"
    finally:
        await runner.cleanup()


async def _watch(hub: Hub, truth: Truth) -> None:
    """Tell the open pages what the venue holds, when it changes."""
    while True:
        await hub.watched.wait()
        hub.venue(await truth.venue())
        await asyncio.sleep(VENUE_PAUSE_S)


@asynccontextmanager
async def _looked_after(name: str, work: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Run a background task that may fail, not unnoticed, and is begun again after a moment."""

    async def again_and_again() -> None:
        while True:
            try:
                await work()
            except Exception as error:  # a failure of the demo is told, and the work begun again
                logger.error("the demo's {} failed and begins again: {!r}", name, error)
                await asyncio.sleep(1.0)

    task = asyncio.create_task(again_and_again(), name=f"demo {name}")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
