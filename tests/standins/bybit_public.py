"""Bybit's public side on this machine: contracts by pages, and the stream of linear tickers.

As strict as the real one where a client could get used to less: an unknown topic or operation
is refused, a cursor is only known in the encoding it was given in, an acknowledgement takes its
time, and a ticker begins with a snapshot. What goes wrong is asked for by name: `drop`,
`stall`, `say`, `deltas_first`, `closed`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import WSMsgType, web

ACK_S = 0.03
"""An answer faster than this hides races that the real venue shows."""


def contract(symbol: str, base: str, **changed: object) -> dict[str, object]:
    """One row of the list, with every field a client might lean on; None takes a field away."""
    row: dict[str, object] = {
        "symbol": symbol,
        "contractType": "LinearPerpetual",
        "status": "Trading",
        "baseCoin": base,
        "quoteCoin": "USDT",
        "settleCoin": "USDT",
        "launchTime": "1584230400000",
        "deliveryTime": "0",
        "priceScale": "2",
        "leverageFilter": {"minLeverage": "1", "maxLeverage": "100.00", "leverageStep": "0.01"},
        "priceFilter": {"minPrice": "0.10", "maxPrice": "1999999.80", "tickSize": "0.10"},
        "lotSizeFilter": {
            "maxOrderQty": "1190.000",
            "minOrderQty": "0.001",
            "qtyStep": "0.001",
            "maxMktOrderQty": "119.000",
            "minNotionalValue": "5",
        },
        "fundingInterval": 480,
    }
    return {name: value for name, value in (row | changed).items() if value is not None}


@dataclass(eq=False)
class _Line:
    """One client's connection."""

    socket: web.WebSocketResponse
    request: web.Request
    topics: set[str] = field(default_factory=set)


class BybitPublic:
    """``async with`` it; `rest` and `stream` are its addresses.

    ``pulse_s``: a delta of every subscribed symbol goes out that often, until `stall`.
    """

    def __init__(self, rows: list[object], *, page_size: int = 1000, pulse_s: float = 0.02) -> None:
        self.rows = rows
        self.prices: dict[str, dict[str, str]] = {}
        self.page_size = page_size
        self.pulse_s = pulse_s
        self.stalled = False
        self.closed = False
        """Refuse new connections with 503."""
        self.deltas_first = 0
        """So many subscriptions from now begin with a delta."""
        self.answer: web.Response | None = None
        """Given to the next request for contracts instead of a page."""
        self.connections = 0
        self.refusals = 0
        self.pings = 0
        self.requests: list[str] = []
        self._lines: set[_Line] = set()
        self._changed = asyncio.Condition()
        self._port = 0

    @property
    def rest(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def stream(self) -> str:
        return f"ws://127.0.0.1:{self._port}/v5/public/linear"

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/v5/market/instruments-info", self._contracts)
        app.router.add_get("/v5/public/linear", self._public)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._port = self._runner.addresses[0][1]
        self._pulse = asyncio.create_task(self._beat())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._pulse.cancel()
        await asyncio.wait([self._pulse])
        self.drop()
        await self._runner.cleanup()

    async def until(self, is_so: Callable[[], bool], wait_s: float = 5.0) -> None:
        """Wait for something a client does; raises ``TimeoutError`` when it does not."""
        async with asyncio.timeout(wait_s), self._changed:
            await self._changed.wait_for(is_so)

    def topics(self) -> set[str]:
        return {topic for line in self._lines for topic in line.topics}

    # --- what a test makes happen -------------------------------------------------------------

    def quote(self, symbol: str, bid: str, ask: str, last: str, mark: str) -> None:
        """What a snapshot tells from now on."""
        self.prices[symbol] = {"bid1Price": bid, "ask1Price": ask, "lastPrice": last, "markPrice": mark}

    async def delta(self, symbol: str, **changed: str) -> None:
        """Tell subscribers only what has changed."""
        self.prices[symbol] |= changed
        await self._tell(symbol, "delta", changed)

    async def say(self, text: str | bytes) -> None:
        """Send anything at all on every line."""
        for line in list(self._lines):
            await (line.socket.send_str(text) if isinstance(text, str) else line.socket.send_bytes(text))

    def drop(self) -> None:
        """Cut every line without a farewell."""
        for line in list(self._lines):
            if line.request.transport is not None:
                line.request.transport.abort()

    def stall(self) -> None:
        """Keep the lines open and say nothing any more, not even pong."""
        self.stalled = True

    def forget(self, symbol: str) -> None:
        """Lose a subscription, as the venue may, and tell nobody."""
        for line in self._lines:
            line.topics.discard(f"tickers.{symbol}")

    # --- contracts ----------------------------------------------------------------------------

    async def _contracts(self, request: web.Request) -> web.Response:
        self.requests.append(request.raw_path)
        if self.answer is not None:
            answer, self.answer = self.answer, None
            return answer
        query = request.rel_url.query
        limit = query.get("limit", "500")
        if query.get("category") != "linear" or not limit.isdigit() or not 1 <= int(limit) <= 1000:
            return self._envelope(10001, "params error: category or limit", {})
        given = query.get("cursor", "page:0&")
        page = given.removeprefix("page:").removesuffix("&")
        if given != f"page:{page}&" or not page.isdigit():
            return self._envelope(10001, "params error: cursor", {})
        size = min(int(limit), self.page_size)
        begin = int(page) * size
        more = begin + size < len(self.rows)
        result: dict[str, object] = {
            "category": "linear",
            "list": self.rows[begin : begin + size],
            "nextPageCursor": f"page%3A{int(page) + 1}%26" if more else "",
        }
        return self._envelope(0, "OK", result)

    @staticmethod
    def _envelope(code: int, message: str, result: dict[str, object]) -> web.Response:
        return web.json_response({"retCode": code, "retMsg": message, "result": result, "retExtInfo": {}, "time": 1})

    # --- the stream ---------------------------------------------------------------------------

    async def _public(self, request: web.Request) -> web.StreamResponse:
        if self.closed:
            self.refusals += 1
            await self._note()
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        line = _Line(socket, request)
        self._lines.add(line)
        self.connections += 1
        await self._note()
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT and not self.stalled:
                    await self._obey(line, message.data)
        except ConnectionError:
            pass  # cut while we answered
        finally:
            self._lines.discard(line)
            await self._note()
        return socket

    async def _obey(self, line: _Line, text: str) -> None:
        try:
            request = json.loads(text)
        except ValueError:
            await line.socket.close(code=1007)
            return
        match request:
            case {"op": "ping"}:
                self.pings += 1
                await line.socket.send_json({"success": True, "ret_msg": "pong", "conn_id": "1", "op": "ping"})
                await self._note()
            case {"op": "subscribe", "args": [*topics]} if topics:
                await self._subscribe(line, topics, request.get("req_id", ""))
            case _:
                await self._acknowledge(line, request.get("req_id", ""), "error:unknown request")

    async def _subscribe(self, line: _Line, topics: list[str], req_id: str) -> None:
        """One bad topic spoils the whole request, as at the real venue."""
        await asyncio.sleep(ACK_S)
        for topic in topics:
            if topic.partition(".")[0] != "tickers" or topic.partition(".")[2] not in self.prices:
                await self._acknowledge(line, req_id, f"error:handler not found,topic:{topic}")
                return
            if topic in line.topics:
                await self._acknowledge(line, req_id, f"error:already subscribed,topic:{topic}")
                return
        await self._acknowledge(line, req_id, "")
        for topic in topics:
            symbol = topic.partition(".")[2]
            kind = "delta" if self.deltas_first > 0 else "snapshot"
            self.deltas_first -= kind == "delta"
            await line.socket.send_json(self._ticker(symbol, kind, self.prices[symbol]))
            line.topics.add(topic)
        await self._note()

    @staticmethod
    async def _acknowledge(line: _Line, req_id: str, wrong: str) -> None:
        await line.socket.send_json(
            {"success": not wrong, "ret_msg": wrong, "conn_id": "1", "req_id": req_id, "op": "subscribe"}
        )

    async def _beat(self) -> None:
        """What the venue says without being asked: the mark price, over and over."""
        while True:
            await asyncio.sleep(self.pulse_s)
            for symbol, prices in self.prices.items():
                await self._tell(symbol, "delta", {"markPrice": prices["markPrice"]})

    async def _tell(self, symbol: str, kind: str, changed: dict[str, str]) -> None:
        for line in list(self._lines):
            if f"tickers.{symbol}" in line.topics and not self.stalled:
                try:
                    await line.socket.send_json(self._ticker(symbol, kind, changed))
                except ConnectionError:
                    self._lines.discard(line)

    @staticmethod
    def _ticker(symbol: str, kind: str, prices: dict[str, str]) -> dict[str, object]:
        return {
            "topic": f"tickers.{symbol}",
            "type": kind,
            "data": {"symbol": symbol, "price24hPcnt": "0.01", **prices},
            "cs": 1,
            "ts": 1,
        }

    async def _note(self) -> None:
        async with self._changed:
            self._changed.notify_all()
