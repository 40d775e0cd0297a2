"""Everything outside the program, on this machine: Telegram for the ear, Telegram for the bot, and live prices.

`main.py run` is started against it as a process of its own, with nothing changed but addresses
in config.yaml and a session file that is already signed in.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from telethon.sessions import SQLiteSession

from bot.demo.posts import DESK
from bot.demo.server import Demo, DemoSettings, open_demo
from core.runtime.clock import SystemClock
from core.vocabulary import ChannelId, Price, Symbol
from tests.standins.bybit_process import BybitProcess
from tests.standins.bybit_public import BybitPublic, contract
from tests.standins.bybit_v5 import BybitV5, open_bybit
from tests.standins.telegram_dc import TelegramDataCentre
from tests.standins.telegram_dc_methods import API_HASH, API_ID
from tests.standins.telegram_dc_world import Channel

ROOT = Path(__file__).parents[2]
TOKEN = "2000002:outside"
OWNER = 42
PATIENCE_S = 60.0


class _NoTruth:
    """The stand-in of the Bot API comes with a page that shows a venue; here nobody looks at it."""

    async def venue(self) -> dict[str, Any]:
        return {"equity": "0", "positions": [], "orders": []}

    async def move_price(self, symbol: Symbol, price: Price) -> None:
        raise ValueError(f"{symbol} is moved at the exchange, not to {price} here")


@dataclass(frozen=True, slots=True)
class Outside:
    """The world, and the configuration that leads to it."""

    telegram: TelegramDataCentre
    bots: Demo
    bybit: BybitPublic | BybitV5 | BybitProcess
    channel: Channel
    config: Path
    data: Path

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.subprocess.Process]:
        """`main.py run` as its owner would start it, until left; then it is asked to stop and must."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "main.py",
            "run",
            "--config",
            str(self.config),
            cwd=ROOT,
            env=self.environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.terminate()
                await asyncio.wait_for(process.communicate(), PATIENCE_S)

    @property
    def environment(self) -> dict[str, str]:
        """What the program finds its secrets in."""
        secrets = {"INTERLOCK_TEST_TOKEN": TOKEN, "INTERLOCK_TEST_HASH": API_HASH}
        if not isinstance(self.bybit, BybitPublic):
            key = self.bybit.key()
            secrets |= {"INTERLOCK_TEST_KEY": key.api_key, "INTERLOCK_TEST_SECRET": key.secret}
        return {**os.environ, **secrets}

    @property
    def exchange(self) -> BybitV5:
        """The account at Bybit, in a world that was opened with one."""
        assert isinstance(self.bybit, BybitV5)
        return self.bybit

    async def texts(self) -> list[str]:
        """What stands in the owner's chat with the bot."""
        return [str(message["text"]) for message in await self._messages()]

    async def _messages(self) -> list[dict[str, Any]]:
        import aiohttp

        address, query = f"{self.bots.url}/demo/messages", {"chat": DESK}
        async with aiohttp.ClientSession() as session, session.get(address, params=query) as answer:
            found: list[dict[str, Any]] = await answer.json()
        return found

    async def until_told(self, words: str) -> str:
        """Wait until the bot has said something that holds ``words``; return it."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                for text in await self.texts():
                    if words in text:
                        return text
                await asyncio.sleep(0.1)


@asynccontextmanager
async def outside(
    home: Path, mode: str = "auto", *, exchange: bool | AbstractAsyncContextManager[BybitProcess] = False
) -> AsyncIterator[Outside]:
    """Open the world under ``home``; one channel, which is traded as ``mode`` says.

    ``exchange``: there is an account at Bybit to trade on, not only its prices; perhaps this one.
    """
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(TelegramDataCentre())
        person = telegram.add_person("99900001", "Listener")
        channel = telegram.add_channel("Alpha", person)
        bybit: BybitPublic | BybitV5 | BybitProcess
        if isinstance(exchange, AbstractAsyncContextManager):
            bybit = await stack.enter_async_context(exchange)
        else:
            bybit = await stack.enter_async_context(_exchange() if exchange else _prices())
        settings = DemoSettings("127.0.0.1", 0, home / "bots", TOKEN, ((ChannelId("unused"), "unused"),))
        (home / "bots").mkdir(parents=True)
        bots = await stack.enter_async_context(open_demo(settings, SystemClock(), _NoTruth()))
        data = home / "data"
        config = home / "config.yaml"
        _sign_in(telegram, person, data)
        config.write_text(yaml.safe_dump(_config(data, bots, bybit, channel, mode)), encoding="utf-8")
        yield Outside(telegram, bots, bybit, channel, config, data)


@asynccontextmanager
async def _prices() -> AsyncIterator[BybitPublic]:
    rows: list[object] = [contract("BTCUSDT", "BTC"), contract("ETHUSDT", "ETH")]
    async with BybitPublic(rows) as bybit:
        bybit.quote("BTCUSDT", "60000", "60000.5", "60000.2", "60000.2")
        yield bybit


@asynccontextmanager
async def _exchange() -> AsyncIterator[BybitV5]:
    """A live market never stands still: the last price is told again and again."""

    async def tick(there: BybitV5) -> None:
        while True:
            quote = there.books.quote("BTCUSDT")
            there.move("BTCUSDT", quote.last)
            await asyncio.sleep(0.5)

    async with open_bybit(SystemClock()) as there:
        ticking = asyncio.create_task(tick(there))
        try:
            yield there
        finally:
            ticking.cancel()
            await asyncio.gather(ticking, return_exceptions=True)


def _venue(bybit: BybitPublic | BybitV5 | BybitProcess) -> dict[str, Any]:
    if isinstance(bybit, BybitPublic):
        return {"rest_url": bybit.rest, "stream_url": bybit.stream}
    return {
        "kind": "bybit",
        "name": "bybit-demo",
        "environment": "demo",
        "key": "env:INTERLOCK_TEST_KEY",
        "secret": "env:INTERLOCK_TEST_SECRET",
        "rest_url": bybit.rest_url,
        "stream_url": bybit.public_url,
        "private_url": bybit.private_url,
    }


def _sign_in(telegram: TelegramDataCentre, person: Any, data: Path) -> None:
    home = data / "session"
    home.mkdir(mode=0o700, parents=True)
    data.chmod(0o700)
    session = telegram.session_of(person, SQLiteSession(str(home / "listener.session")))
    session.save()
    session.close()
    (home / "listener.session").chmod(0o600)


def _config(
    data: Path, bots: Demo, bybit: BybitPublic | BybitV5 | BybitProcess, channel: Channel, mode: str
) -> dict[str, Any]:
    return {
        "data": str(data),
        "telegram": {
            "bot_token": "env:INTERLOCK_TEST_TOKEN",
            "users": {OWNER: "admin"},
            "listener": {"api_id": API_ID, "api_hash": "env:INTERLOCK_TEST_HASH"},
            "base_url": bots.base_url,
            "base_file_url": bots.base_file_url,
        },
        "venue": _venue(bybit),
        "channels": [{"id": str(channel.marked), "title": "Alpha", "mode": mode, "risk_pct": 1}],
    }
