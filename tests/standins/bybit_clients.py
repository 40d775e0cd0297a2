"""The real pybit, led to the stand-in by its addresses alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from core.runtime.clock import SystemClock
from tests.standins.bybit_v5 import BybitV5, open_bybit


@dataclass(frozen=True, slots=True)
class Desk:
    """pybit's HTTP client of one key; its calls run in a thread, as they block."""

    venue: BybitV5
    http: Any

    async def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of one call; raises what pybit raises."""
        answer: dict[str, Any] = await asyncio.to_thread(getattr(self.http, method), **parameters)
        result: dict[str, Any] = answer["result"]
        return result

    async def code(self, method: str, **parameters: Any) -> int:
        """The retCode of a call that is refused."""
        from pybit.exceptions import InvalidRequestError

        try:
            await asyncio.to_thread(getattr(self.http, method), **parameters)
        except InvalidRequestError as error:
            found: int = error.status_code
            return found
        return 0

    async def order(self, **changed: Any) -> dict[str, Any]:
        return await self.ask("place_order", **ORDER | changed)

    async def refusal(self, **changed: Any) -> int:
        """The retCode of an order that is refused."""
        return await self.code("place_order", **ORDER | changed)

    async def orders(self, **parameters: Any) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = (await self.ask("get_open_orders", **PLACE | parameters))["list"]
        return rows

    async def history(self, **parameters: Any) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = (await self.ask("get_order_history", **PLACE | parameters))["list"]
        return rows

    async def position(self, index: int = 0) -> dict[str, Any]:
        rows = (await self.ask("get_positions", **PLACE))["list"]
        row: dict[str, Any] = next(row for row in rows if row["positionIdx"] == index)
        return row

    async def fills(self, **parameters: Any) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = (await self.ask("get_executions", category="linear", **parameters))["list"]
        return rows


PLACE = {"category": "linear", "symbol": "BTCUSDT"}
ORDER = PLACE | {"side": "Buy", "orderType": "Market", "qty": "0.01"}
LIMIT = {"orderType": "Limit", "price": "59000"}


@asynccontextmanager
async def at_the_desk(venue: BybitV5, key: str = "trader") -> AsyncIterator[Desk]:
    from pybit.unified_trading import HTTP

    who = venue.key(key)
    http = HTTP(api_key=who.api_key, api_secret=who.secret, timeout=3)
    http.endpoint = venue.rest_url
    try:
        yield Desk(venue, http)
    finally:
        http.client.close()


@asynccontextmanager
async def a_desk(key: str = "trader", **terms: Any) -> AsyncIterator[Desk]:
    """A venue of its own, and pybit at it."""
    async with open_bybit(SystemClock(), **terms) as venue, at_the_desk(venue, key) as desk:
        yield desk
