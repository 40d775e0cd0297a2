"""The two websockets: private (orders, fills, positions, wallet) and public (tickers).

Pages "Connect" (v5/ws/connect) and those of each topic. A line's messages wait in a queue of its
own, so that what is published is never delayed by a slow reader and can be lost, doubled,
reordered or held back on purpose.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from aiohttp import WSMsgType, web

from tests.standins.bybit_v5.bell import Bell
from tests.standins.bybit_v5.faults import Faults
from tests.standins.bybit_v5.keys import Key, alive
from tests.standins.bybit_v5.wire import No, Row

ACK_S = 0.03
"""An answer faster than this hides races that the real venue shows."""
QUEUE_MAX = 10_000
PRIVATE_TOPICS = ("order", "execution", "position", "wallet", "execution.fast", "greeks")


@dataclass(eq=False)
class Line:
    """One client's connection."""

    socket: web.WebSocketResponse
    request: web.Request
    topics: set[str] = field(default_factory=set)
    key: Key | None = None
    outgoing: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(QUEUE_MAX))

    def cut(self) -> None:
        """Without a farewell."""
        if self.request.transport is not None:
            self.request.transport.abort()


class Stream:
    """What both streams have: lines, operations, faults."""

    def __init__(self, faults: Faults, ms: Callable[[], int], keys: Mapping[str, Key], bell: Bell) -> None:
        self.bell = bell
        self.faults = faults
        self.ms = ms
        self.keys = keys
        self.lines: set[Line] = set()
        self.stalled = False
        self.delay_s = 0.0
        self.connections = 0
        self.refused = 0
        self._held: dict[str, str] = {}

    def topics(self) -> set[str]:
        """All that anybody has subscribed to."""
        return {topic for line in self.lines for topic in line.topics}

    # --- what a test makes happen -------------------------------------------------------------

    def drop(self) -> None:
        """Cut every line."""
        for line in tuple(self.lines):
            line.cut()

    def stall(self) -> None:
        """Stay open and say nothing any more, not even pong."""
        self.stalled = True

    def resume(self) -> None:
        self.stalled = False

    def say(self, text: str) -> None:
        """Send anything at all on every line."""
        for line in self.lines:
            line.outgoing.put_nowait(text)

    # --- serving ------------------------------------------------------------------------------

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if self.faults.strike("B36", "connect", "refuse") is not None:
            self.refused += 1
            self.bell.ring()
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        line = Line(socket, request)
        self.lines.add(line)
        self.connections += 1
        self.bell.ring()
        sender = asyncio.create_task(self._send(line))
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT and not self.stalled:
                    await self._obey(line, message.data)
        except ConnectionError:
            pass  # cut while we answered
        finally:
            self.lines.discard(line)
            sender.cancel()
            self.bell.ring()
        return socket

    async def _send(self, line: Line) -> None:
        try:
            while True:
                text = await line.outgoing.get()
                if self.delay_s:
                    await asyncio.sleep(self.delay_s)
                if not self.stalled:
                    await line.socket.send_str(text)
        except ConnectionError:
            self.lines.discard(line)

    async def _obey(self, line: Line, text: str) -> None:
        try:
            request = json.loads(text)
        except ValueError:
            await line.socket.close(code=1007)
            return
        req_id = request.get("req_id", "") if isinstance(request, dict) else ""
        match request:
            case {"op": "ping"}:
                line.outgoing.put_nowait(json.dumps(self._pong(req_id)))
            case {"op": "auth", "args": [str(api_key), int(expires), str(signature)]}:
                await self._authorise(line, req_id, api_key, expires, signature)
            case {"op": "subscribe", "args": [*topics]} if topics:
                await asyncio.sleep(ACK_S)
                self._subscribe(line, topics, req_id)
            case {"op": "unsubscribe", "args": [*topics]}:
                await asyncio.sleep(ACK_S)
                line.topics -= set(topics)
                self._acknowledge(line, "unsubscribe", req_id, "")
            case _:
                self._acknowledge(line, "subscribe", req_id, "error:unknown request")

    def _pong(self, req_id: str) -> Row:
        raise NotImplementedError

    async def _authorise(self, line: Line, req_id: str, api_key: str, expires: int, signature: str) -> None:
        self._acknowledge(line, "auth", req_id, "error:no authentication here")

    def _wrong(self, line: Line, topic: str) -> str:
        raise NotImplementedError

    def _subscribe(self, line: Line, topics: list[Any], req_id: str) -> None:
        """One bad topic spoils the whole request, as at the real venue."""
        for topic in topics:
            wrong = self._wrong(line, topic)
            if wrong or topic in line.topics:
                self._acknowledge(line, "subscribe", req_id, wrong or f"error:already subscribed,topic:{topic}")
                return
        self._acknowledge(line, "subscribe", req_id, "")
        line.topics |= set(topics)
        self._welcome(line, topics)
        self.bell.ring()

    def _welcome(self, line: Line, topics: list[str]) -> None:
        """What a new subscriber is told at once."""

    def _acknowledge(self, line: Line, op: str, req_id: str, wrong: str) -> None:
        said = {"success": not wrong, "ret_msg": wrong, "conn_id": "standin", "req_id": req_id, "op": op}
        line.outgoing.put_nowait(json.dumps(said))

    def _tell(self, topic: str, text: str, names: tuple[str, ...]) -> None:
        """Send one message to its subscribers, unless something goes wrong with it."""
        cut = self.faults.strike("B35", topic)
        if cut is not None:
            if cut.how == "lose":
                return
            if cut.how == "partial":
                self.say(text[: len(text) // 2])
            elif cut.how == "stall":
                self.stall()
            if cut.how in ("drop", "partial"):
                self.drop()
            return
        if self.faults.strike("B36", topic, "garbage") is not None:
            self.say('{"topic":"' + topic + '","data":{"')
        twice = self.faults.strike("B16", topic, "duplicate", "reorder")
        late = self._held.pop(topic, None)
        if twice is not None and twice.how == "reorder" and late is None:
            self._held[topic] = text
            return
        texts = [text] if late is None else [text, late]
        if twice is not None and twice.how == "duplicate":
            texts.append(text)
        for line in tuple(self.lines):
            if line.topics & set(names):
                for one in texts:
                    line.outgoing.put_nowait(one)


class Private(Stream):
    """/v5/private: nothing before a signed ``auth``."""

    def publish(self, topic: str, rows: list[Row]) -> None:
        text = {"topic": topic, "id": uuid4().hex, "creationTime": self.ms(), "data": rows}
        self._tell(topic, json.dumps(text), (topic, f"{topic}.linear"))

    def _pong(self, req_id: str) -> Row:
        return {"req_id": req_id, "op": "pong", "args": [str(self.ms())], "conn_id": "standin"}

    async def _authorise(self, line: Line, req_id: str, api_key: str, expires: int, signature: str) -> None:
        key = next((one for one in self.keys.values() if one.api_key == api_key and one.known), None)
        refused = self.faults.strike("B36", "auth", "auth")
        wrong = ""
        if key is None or not key.unified:
            wrong = "API key is invalid."
        elif key.sign(f"GET/realtime{expires}") != signature or refused is not None:
            wrong = "Params Error"
        elif expires <= self.ms():
            wrong = "Request expired"
            self.faults.met("B35")
        else:
            try:
                line.key = alive(key)
            except No as no:
                wrong = no.message
        self._acknowledge(line, "auth", req_id, wrong)
        if wrong:
            self.refused += 1
            self.bell.ring()
            await asyncio.sleep(ACK_S)
            await line.socket.close()

    def _wrong(self, line: Line, topic: str) -> str:
        if line.key is None:
            return "Request not authorized"
        known = topic.removesuffix(".linear") in PRIVATE_TOPICS
        return "" if known else f"error:handler not found,topic:{topic}"


class Public(Stream):
    """/v5/public/linear: tickers, which begin with a snapshot and go on with what has changed."""

    def __init__(
        self,
        faults: Faults,
        ms: Callable[[], int],
        keys: Mapping[str, Key],
        bell: Bell,
        ticker: Callable[[str], Row | None],
    ) -> None:
        super().__init__(faults, ms, keys, bell)
        self._ticker = ticker
        self._shown: dict[str, Row] = {}

    def publish(self, symbol: str) -> None:
        """Tell what is new of one symbol."""
        row = self._ticker(symbol) or {}
        before = self._shown.get(symbol, {})
        changed = {name: value for name, value in row.items() if before.get(name) != value}
        self._shown[symbol] = row
        topic = f"tickers.{symbol}"
        self._tell(topic, self._message(topic, "delta", {"symbol": symbol, **changed}), (topic,))

    def _message(self, topic: str, kind: str, row: Row) -> str:
        return json.dumps({"topic": topic, "type": kind, "data": row, "cs": 1, "ts": self.ms()})

    def _pong(self, req_id: str) -> Row:
        return {"success": True, "ret_msg": "pong", "conn_id": "standin", "req_id": req_id, "op": "ping"}

    def _wrong(self, line: Line, topic: str) -> str:
        name, _, symbol = topic.partition(".")
        return "" if name == "tickers" and self._ticker(symbol) else f"error:handler not found,topic:{topic}"

    def _welcome(self, line: Line, topics: list[str]) -> None:
        for topic in topics:
            row = self._ticker(topic.partition(".")[2])
            if row is not None:
                self._shown[row["symbol"]] = row
                line.outgoing.put_nowait(self._message(topic, "snapshot", row))
