"""The door: every request passes the same few questions in the same order as at the venue.

Is the address banned, is the venue up, who asks, how often, may they; then the endpoint; then
what may happen to the answer on its way.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from aiohttp import web

from tests.standins.bybit_v5 import orders, positions, reads
from tests.standins.bybit_v5.bell import Bell
from tests.standins.bybit_v5.context import Context, Endpoint
from tests.standins.bybit_v5.faults import RULES, Aim, Faults
from tests.standins.bybit_v5.keys import Key, Right, Signed, permit
from tests.standins.bybit_v5.wire import Asked, No, Reply, Row, asked, envelope

HTML = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
BAN_MS = 600_000
ADDRESS_MAX, ADDRESS_WINDOW_MS = 600, 5_000
"""Requests from one address in five seconds, then 403 for ten minutes (page "Rate Limit")."""

REQUESTS_KEPT = 10_000
ANSWER_S = 0.1
"""So long an answer takes that lets the stream go first."""

ENDPOINTS: dict[tuple[str, str], Endpoint] = {
    ("GET", "/v5/market/time"): Endpoint(reads.time),
    ("GET", "/v5/market/instruments-info"): Endpoint(reads.contracts),
    ("GET", "/v5/market/tickers"): Endpoint(reads.tickers),
    ("GET", "/v5/market/orderbook"): Endpoint(reads.orderbook),
    ("GET", "/v5/market/risk-limit"): Endpoint(reads.risk_limit),
    ("GET", "/v5/market/price-limit"): Endpoint(reads.price_limit),
    ("GET", "/v5/system/status"): Endpoint(reads.system_status),
    ("POST", "/v5/order/create"): Endpoint(orders.create, Right.TRADE, 10, writes=True),
    ("POST", "/v5/order/amend"): Endpoint(orders.amend, Right.TRADE, 10, writes=True),
    ("POST", "/v5/order/cancel"): Endpoint(orders.cancel, Right.TRADE, 10, writes=True),
    ("POST", "/v5/order/cancel-all"): Endpoint(orders.cancel_all, Right.TRADE, 10, writes=True),
    ("POST", "/v5/order/create-batch"): Endpoint(orders.create_batch, Right.TRADE, 10, writes=True),
    ("POST", "/v5/order/amend-batch"): Endpoint(orders.amend_batch, Right.TRADE, 10, writes=True),
    ("POST", "/v5/order/cancel-batch"): Endpoint(orders.cancel_batch, Right.TRADE, 10, writes=True),
    ("POST", "/v5/order/disconnected-cancel-all"): Endpoint(positions.dead_mans_switch, Right.TRADE, 5),
    ("GET", "/v5/order/realtime"): Endpoint(reads.open_orders, Right.READ),
    ("GET", "/v5/order/history"): Endpoint(reads.order_history, Right.READ),
    ("GET", "/v5/execution/list"): Endpoint(positions.executions, Right.READ),
    ("GET", "/v5/position/list"): Endpoint(positions.list_, Right.READ),
    ("POST", "/v5/position/set-leverage"): Endpoint(positions.set_leverage, Right.POSITION, 10, writes=True),
    ("POST", "/v5/position/switch-mode"): Endpoint(positions.switch_mode, Right.POSITION, 10, writes=True),
    ("POST", "/v5/position/switch-isolated"): Endpoint(positions.switch_isolated, Right.POSITION, 10),
    ("POST", "/v5/position/trading-stop"): Endpoint(positions.trading_stop, Right.POSITION, 10, writes=True),
    ("POST", "/v5/position/add-margin"): Endpoint(positions.add_margin, Right.POSITION, 10),
    ("POST", "/v5/account/set-margin-mode"): Endpoint(positions.set_margin_mode, Right.POSITION, 5, writes=True),
    ("GET", "/v5/account/wallet-balance"): Endpoint(reads.wallet, Right.READ),
    ("GET", "/v5/account/info"): Endpoint(reads.account, Right.READ),
    ("GET", "/v5/account/fee-rate"): Endpoint(reads.fee_rate, Right.READ, 5),
    ("GET", "/v5/user/query-api"): Endpoint(reads.key, Right.READ, 10),
    ("GET", "/v5/asset/coin/query-info"): Endpoint(reads.coins, Right.READ, 5),
}


@dataclass(slots=True)
class Meter:
    """How often who has asked."""

    asked: dict[tuple[str, str], deque[int]] = field(default_factory=dict)
    address: deque[int] = field(default_factory=deque)
    banned_until: int = 0

    def is_banned(self, now_ms: int) -> bool:
        while self.address and self.address[0] <= now_ms - ADDRESS_WINDOW_MS:
            self.address.popleft()
        self.address.append(now_ms)
        if len(self.address) > ADDRESS_MAX:
            self.banned_until = now_ms + BAN_MS
        return now_ms < self.banned_until

    def left(self, who: str, path: str, most: int, now_ms: int) -> int:
        """How many more requests this second carries after this one; below 0: one too many."""
        times = self.asked.setdefault((who, path), deque())
        while times and times[0] <= now_ms - 1000:
            times.popleft()
        if len(times) < most:
            times.append(now_ms)
            return most - len(times)
        return -1


@dataclass(slots=True)
class Hold:
    """Requests that are stuck on the way (fault B02) until `release`."""

    bell: Bell
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: int = 0

    async def wait(self, seconds: float) -> None:
        self.waiting += 1
        self.bell.ring()
        try:
            if seconds:
                await asyncio.sleep(seconds)
            else:
                await self.gate.wait()
        finally:
            self.waiting -= 1

    def release(self) -> None:
        self.gate.set()
        self.gate = asyncio.Event()


class Door:
    """Answers HTTP. ``limits`` False: nobody is counted."""

    def __init__(
        self,
        faults: Faults,
        keys: dict[str, Key],
        context: Callable[[Key | None, str, Callable[[], bool]], Context],
        ms: Callable[[], int],
        saved: Callable[[], None],
        bell: Bell,
        *,
        limits: bool,
    ) -> None:
        self._faults = faults
        self._keys = keys
        self._context = context
        self._ms = ms
        self._saved = saved
        self._bell = bell
        self._limits = limits
        self.meter = Meter()
        self.hold = Hold(bell)
        self.requests: deque[tuple[str, str, str]] = deque(maxlen=REQUESTS_KEPT)
        """Method, path and payload of what was asked, newest last."""
        self.broken: list[Exception] = []
        self._answered = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        try:
            return await self._answer(request)
        except Exception as error:  # our own mistake: kept, so that the test that met it fails
            self.broken.append(error)
            raise

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        payload = await request.text() if request.method == "POST" else request.raw_path.partition("?")[2]
        self.requests.append((request.method, path, payload))
        self._answered += 1
        self._bell.ring()
        faults = self._faults
        ban = faults.strike("B06", path)
        if ban is not None and ban.how == "403":
            self.meter.banned_until = self._ms() + BAN_MS
        if (self._limits and self.meter.is_banned(self._ms())) or self._ms() < self.meter.banned_until:
            return web.Response(status=403, text="403 access too frequent", content_type="text/plain")
        if ban is not None and ban.how == "429":
            return web.Response(status=429, text="Too Many Requests")
        if (down := faults.strike("B37", path)) is not None:
            return self._down(request, down)
        if (late := faults.strike("B02", path)) is not None:
            await self.hold.wait(late.size)
        endpoint = ENDPOINTS.get((request.method, path))
        if endpoint is None:
            return web.Response(status=404, text="404 page not found")
        headers = {"Timenow": str(self._ms()), "Traceid": f"{self._answered:032x}"}
        try:
            key = self._who(request, endpoint, path, payload)
            self._count(key, endpoint, path, headers, aimed=ban is not None)
            wanted = asked(request.method, request.rel_url.query, payload)
            code, message, reply = self._do(endpoint, key, path, wanted)
        except No as no:
            code, message, reply = no.code, no.message, Reply()
        if code in RULES:
            faults.met(RULES[code])
        row = envelope(code, message, reply.result, reply.ext, self._ms())
        if (last := faults.strike("B16", path, "answer-last")) is not None:  # the stream was there before it
            await asyncio.sleep(last.size or ANSWER_S)
        return self._sent(request, path, row, headers)

    @staticmethod
    def _down(request: web.Request, down: Aim) -> web.StreamResponse:
        if down.how == "abort" and request.transport is not None:
            request.transport.abort()
        return web.Response(status=503, text=HTML.replace("502", "503"), content_type="text/html")

    def _who(self, request: web.Request, endpoint: Endpoint, path: str, payload: str) -> Key | None:
        if endpoint.right is None:
            return None
        now = self._ms()
        if (skew := self._faults.strike("B04", path)) is not None:
            # The venue's own clock is elsewhere for this request: refused by its ordinary rule.
            self._faults.hits["B04"] -= 1
            off = int((skew.size or 10) * 1000)
            now += off if skew.how == "ahead" else -off
        if (flipped := self._faults.strike("B05", path)) is not None:
            self._faults.hits["B05"] -= int(flipped.how) in RULES
            raise No(int(flipped.how))
        try:
            key = Signed(request.headers, payload).check(self._keys, now)
        except No as no:
            asker = request.headers.get("X-BAPI-API-KEY", "")
            if no.code == 10003 and asker == self._keys["wrong-environment"].api_key:
                self._faults.met("B40")
            raise
        permit(key, endpoint.right)
        return key

    def _count(self, key: Key | None, endpoint: Endpoint, path: str, headers: dict[str, str], *, aimed: bool) -> None:
        """Raises `No` 10006 for one request too many in a second, or when it is aimed at."""
        if key is None:
            return
        now = self._ms()
        left = self.meter.left(key.api_key, path, endpoint.per_second, now) if self._limits else endpoint.per_second
        past = self._faults.strike("B07", path) is not None
        refused = left < 0 or aimed or past
        headers["X-Bapi-Limit"] = str(endpoint.per_second)
        headers["X-Bapi-Limit-Status"] = str(0 if refused else left)
        headers["X-Bapi-Limit-Reset-Timestamp"] = str(now - 1500 if past else now + 1000 if refused else now)
        if refused:
            self._faults.hits["B06"] -= aimed
            raise No(10006)

    def _another(self, endpoint: Endpoint, key: Key | None, path: str) -> bool:
        if key is None or not self._limits:
            return True
        return self.meter.left(key.api_key, path, endpoint.per_second, self._ms()) >= 0

    def _do(self, endpoint: Endpoint, key: Key | None, path: str, wanted: Asked) -> tuple[int, str, Reply]:
        if endpoint.writes and self._faults.strike("B45", path) is not None:
            raise No(110079)
        broken = self._faults.strike("B03", path)
        if broken is not None and broken.how.endswith("lost"):
            raise No(int(broken.how[:5]))
        reply = endpoint.answer(self._context(key, path, partial(self._another, endpoint, key, path)), wanted)
        if endpoint.writes:
            self._saved()
        if broken is not None:
            raise No(int(broken.how[:5]))
        return 0, "OK", reply

    def _sent(self, request: web.Request, path: str, row: Row, headers: dict[str, str]) -> web.StreamResponse:
        """The answer on its way: lost (B01), garbled (B08), or of another version (B43)."""
        if (lost := self._faults.strike("B01", path)) is not None:
            if lost.how == "abort" and request.transport is not None:
                request.transport.abort()
            status = int(lost.how) if lost.how.isdigit() else 200
            return web.Response(status=status, text=HTML, content_type="text/html")
        if (odd := self._faults.strike("B08", path)) is not None:
            match odd.how:
                case "string":
                    row["retCode"] = str(row["retCode"])
                case "no-message":
                    del row["retMsg"]
                case "no-code":
                    del row["retCode"]
                case _:
                    row |= {"retCode": 987654, "retMsg": "something new"}
        if (version := self._faults.strike("B43", path)) is not None:
            for one in row["result"].get("list", [row["result"]]):
                if version.how == "extra":
                    one["aFieldOfTomorrow"] = {"deep": [1]}
                else:
                    for name in ("isReduceOnly", "seq", "blockTradeId", "extraFees"):
                        one.pop(name, None)
        return web.Response(text=json.dumps(row), content_type="application/json", headers=headers)
