"""Bybit's stand-in as a process of its own: it outlives whatever trades on it, and is alone with its account.

Separate from the stand-in because it only starts it, moves its prices and keeps them alive.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path

from tests.standins.bybit_v5.keys import Key

ROOT = Path(__file__).parents[2]
TICK_S = 0.5


class BybitProcess:
    """Made by `open_bybit_process`; its addresses and its key are named as `bybit_v5.BybitV5` names them."""

    def __init__(self, told: dict[str, str], prices: dict[str, Decimal], lines: asyncio.StreamWriter) -> None:
        self.rest_url, self.private_url, self.public_url = told["rest"], told["private"], told["public"]
        self._key = Key("trader", told["key"], told["secret"])
        self.prices = dict(prices)
        self._lines = lines
        for symbol in prices:
            self._tell(symbol)

    def key(self) -> Key:
        return self._key

    def move(self, symbol: str, price: Decimal) -> None:
        """Let the market be there from now on."""
        self.prices[symbol] = price
        self._tell(symbol)

    async def tick(self) -> None:
        """A live market never stands still: every price is told again and again, for ever."""
        while True:
            for symbol in self.prices:
                self._tell(symbol)
            await self._lines.drain()
            await asyncio.sleep(TICK_S)

    def _tell(self, symbol: str) -> None:
        self._lines.write(f"{symbol} {self.prices[symbol]}\n".encode())


@asynccontextmanager
async def open_bybit_process(data: Path | None, prices: dict[str, Decimal]) -> AsyncIterator[BybitProcess]:
    """Start it over the account in ``data`` (None: one that is forgotten), with these symbols at these prices."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.standins.bybit_v5",
        *(("--data", str(data)) if data is not None else ()),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    ticking: asyncio.Task[None] | None = None
    try:
        if process.stdout is None or process.stdin is None:
            raise AssertionError("both are pipes")
        there = BybitProcess(json.loads(await process.stdout.readline()), prices, process.stdin)
        ticking = asyncio.create_task(there.tick())
        yield there
    finally:
        if ticking is not None:
            ticking.cancel()
            await asyncio.gather(ticking, return_exceptions=True)
        process.terminate()
        await process.wait()
