"""The demo opens only on this machine, alone, and with a file it can keep; and what its other tests share."""

from __future__ import annotations

import asyncio
import os
import stat
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo.server import FILE, Demo, DemoSettings, open_demo
from core.errors import ConfigError, OutsideError
from core.vocabulary import ChannelId, Price, Symbol

TOKEN = "987654:demo-token-of-the-tests"
ALPHA, GOLD = ChannelId("demo:alpha"), ChannelId("demo:gold")
CHANNELS = ((ALPHA, "Alpha Crypto"), (GOLD, "Gold Room"))


@dataclass(slots=True)
class MovableClock:
    """The real clock, which a test may put forward."""

    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead.total_seconds()


@dataclass(slots=True)
class SmallVenue:
    """A venue with a few prices; like the real truth it refuses what it does not trade."""

    prices: dict[str, Decimal] = field(
        default_factory=lambda: {
            "BTCUSDT": Decimal("97000.0"),
            "ETHUSDT": Decimal("3300.00"),
            "XAUUSD": Decimal("2650.00"),
        }
    )
    positions: list[dict[str, Any]] = field(default_factory=list)

    async def venue(self) -> dict[str, Any]:
        prices = [{"symbol": symbol, "price": str(price)} for symbol, price in self.prices.items()]
        return {"equity": "10000", "positions": list(self.positions), "orders": [], "prices": prices}

    async def move_price(self, symbol: Symbol, price: Price) -> None:
        if symbol not in self.prices:
            raise ValueError(f"{symbol} is not traded here")
        self.prices[symbol] = price


def settings(directory: Path, **changes: Any) -> DemoSettings:
    chosen: dict[str, Any] = {
        "host": "127.0.0.1",
        "port": 0,
        "data_dir": directory,
        "token": TOKEN,
        "channels": CHANNELS,
    }
    return DemoSettings(**chosen | changes)


@dataclass(slots=True)
class World:
    """An open demo and the hands that touch it."""

    demo: Demo
    http: aiohttp.ClientSession
    venue: SmallVenue
    clock: MovableClock

    async def get(self, path: str) -> Any:
        async with self.http.get(self.demo.url + path) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, path: str, body: object) -> tuple[int, Any]:
        async with self.http.post(self.demo.url + path, json=body) as answer:
            return answer.status, await answer.json()

    async def call(self, method: str, **fields: Any) -> Any:
        """A request of the bot, form-encoded as python-telegram-bot sends it."""
        data = {name: str(value) for name, value in fields.items()}
        async with self.http.post(f"{self.demo.base_url}{TOKEN}/{method}", data=data) as answer:
            told = await answer.json()
            assert told["ok"] is (answer.status == 200)
            assert told["ok"] or told["error_code"] == answer.status
            return told

    async def result(self, method: str, **fields: Any) -> Any:
        told = await self.call(method, **fields)
        assert told["ok"], told
        return told["result"]

    async def refusal(self, method: str, **fields: Any) -> str:
        told = await self.call(method, **fields)
        assert not told["ok"], told
        return str(told["description"])

    async def desk(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.get("/demo/messages?chat=desk")
        return found


@asynccontextmanager
async def opened(directory: Path, **changes: Any) -> AsyncIterator[World]:
    venue, clock = SmallVenue(), MovableClock()
    async with aiohttp.ClientSession() as http, open_demo(settings(directory, **changes), clock, venue) as demo:
        yield World(demo, http, venue, clock)


async def until(question: Callable[[], Awaitable[bool]] | Callable[[], bool], within_s: float = 10) -> None:
    """Wait for something to become so; fails after ``within_s`` seconds."""
    async with asyncio.timeout(within_s):
        while True:
            answer = question()
            if answer if isinstance(answer, bool) else await answer:
                return
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])  # noqa: S104
async def test_an_address_that_others_can_reach_is_refused(tmp_path: Path, host: str) -> None:
    with pytest.raises(ConfigError, match="only opens on 127"):
        async with opened(tmp_path, host=host):
            pass


async def test_a_taken_port_is_one_clear_line(tmp_path: Path) -> None:
    async with opened(tmp_path / "one") as world:
        port = int(world.demo.url.rpartition(":")[2])
        with pytest.raises(OutsideError, match=rf"port {port} .* choose another --port"):
            async with opened(tmp_path / "two", port=port):
                pass


async def test_a_directory_that_cannot_be_used_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a directory")
    with pytest.raises(OutsideError, match=r"cannot be kept in .* another --data"):
        async with opened(tmp_path / "file"):
            pass


async def test_a_file_that_is_no_database_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"something else entirely, for many bytes " * 100)
    with pytest.raises(OutsideError, match="not a database"):
        async with opened(tmp_path):
            pass


async def test_a_token_that_is_none_is_refused_and_never_shown(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        async with opened(tmp_path, token="secretword"):
            pass
    assert "secretword" not in str(caught.value)
    assert TOKEN not in repr(settings(tmp_path))


async def test_two_channels_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="title of its own"):
        async with opened(tmp_path, channels=((ALPHA, "Same"), (GOLD, "Same"))):
            pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
async def test_nobody_else_can_read_what_is_said(tmp_path: Path) -> None:
    async with opened(tmp_path / "deep") as world:
        await world.demo.say("desk", "a word")
        assert stat.S_IMODE(os.stat(tmp_path / "deep").st_mode) == 0o700
        files = list((tmp_path / "deep").iterdir())
        assert len(files) == 3  # the file, its log and the log's index
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


async def test_closing_ends_waiting_polls_and_open_pages_at_once(tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as http:
        async with opened(tmp_path) as world:
            page = await http.get(world.demo.url + "/demo/events")
            poll = asyncio.create_task(http.post(f"{world.demo.base_url}{TOKEN}/getUpdates", data={"timeout": "30"}))
            await until(lambda: world.demo.api.polls == 1)
            began = time.monotonic()
        assert time.monotonic() - began < 2
        assert (await (await poll).json()) == {"ok": True, "result": []}
        assert (await page.content.read()).startswith(b"retry:")
