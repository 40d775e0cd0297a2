"""Asking Bybit over HTTP, and judging nothing but the raw answer.

pybit builds and sends the request; what it makes of the answer is not looked at. It would sleep
and send again by itself, reads a code as text for a fault, and loses others on the way (faults
B01, B07, B08). Its retries are switched off, the answer is taken from the session as it came,
and what may be sent again is decided here: only what the venue said it did not do.

pybit blocks, so it lives in threads: few, of its own, and some that only stops, closes and
cancels may use, so that a hung question never stands before a stop.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson
from loguru import logger
from requests.auth import AuthBase
from requests.models import PreparedRequest, Response

from core.ports import Clock
from venues.bybit.codes import Meaning, meaning_of
from venues.bybit.limits import SHUT_OUT, Limits

RECV_WINDOW_MS = 5000
"""Bybit refuses a request that is older: so after this, and a second of grace, absence can be proven (fault B02)."""
TIMEOUT_S = (3.0, 5.0)
"""To connect, and to be answered."""
TRIES = 3
BODY_BYTES_MAX = 8 * 1024 * 1024
OFFSET_S_MAX = 0.5


@dataclass(frozen=True, slots=True)
class Reply:
    """The venue answered in its own form. ``rows_said``: the code of each row of a batch."""

    code: int
    text: str
    result: Mapping[str, Any]
    time_ms: int = 0
    rows_said: tuple[tuple[int, str], ...] = ()

    @property
    def meaning(self) -> Meaning:
        return meaning_of(self.code).meaning

    def rows(self, name: str = "list") -> Sequence[Mapping[str, Any]]:
        """The rows of a list; whatever is not one is left out (fault B43)."""
        found = self.result.get(name)
        return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


@dataclass(frozen=True, slots=True)
class NoReply:
    """Nothing came back that proves anything. ``sent``: it may have arrived."""

    why: str
    sent: bool = True


@dataclass(frozen=True, slots=True)
class _Raw:
    status: int
    headers: Mapping[str, str]
    body: bytes


class _Signed(AuthBase):  # type: ignore[misc] # requests is untyped
    """Signs at the venue's time and over the bytes that are sent.

    pybit stamps with this machine's clock, and signs a query before it is encoded (then 10004).
    """

    def __init__(self, key: str, secret: str, stamp_ms: Callable[[], int]) -> None:
        self._key, self._secret, self._stamp_ms = key, secret, stamp_ms

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        if "X-BAPI-SIGN" not in request.headers:
            return request
        stamp = str(self._stamp_ms())
        payload: str | bytes = request.body or (request.url or "").partition("?")[2]
        raw = payload.encode() if isinstance(payload, str) else payload
        text = f"{stamp}{self._key}{RECV_WINDOW_MS}".encode() + raw
        request.headers["X-BAPI-TIMESTAMP"] = stamp
        request.headers["X-BAPI-SIGN"] = hmac.new(self._secret.encode(), text, hashlib.sha256).hexdigest()
        return request


class BybitClient:
    """One key at one environment. ``on_ban`` and ``on_key`` are called on the loop when the venue shuts us out."""

    def __init__(self, rest_url: str, key: str, secret: str, clock: Clock) -> None:
        from pybit.unified_trading import HTTP

        self._clock, self._limits = clock, Limits(clock)
        self._http = HTTP(
            api_key=key,
            api_secret=secret,
            timeout=TIMEOUT_S,
            recv_window=RECV_WINDOW_MS,
            force_retry=False,
            max_retries=1,
            retry_codes={0},  # an empty set would mean pybit's own
        )
        self._http.endpoint = rest_url.rstrip("/")
        session = self._http.client
        session.auth = _Signed(key, secret, self._stamp_ms)
        session.trust_env = False  # as every other connection of the house
        session.max_redirects = 0  # a signed request goes where it was sent, or nowhere
        session.hooks["response"].append(self._keep)
        self._thread = threading.local()
        self._desk = ThreadPoolExecutor(4, "bybit")
        self._guard = ThreadPoolExecutor(2, "bybit-guard")
        self.offset = timedelta(0)
        """The venue's clock less ours."""
        self.on_ban: Callable[[], None] = lambda: None
        self.on_key: Callable[[Reply], None] = lambda _reply: None

    def close(self) -> None:
        """Let go of the threads; what is under way ends by its own time-out."""
        for pool in (self._desk, self._guard):
            pool.shutdown(wait=False, cancel_futures=True)
        self._http.client.close()

    @property
    def banned_s(self) -> float:
        return self._limits.banned_s

    def venue_now(self) -> datetime:
        return self._clock.now() + self.offset

    def _stamp_ms(self) -> int:
        return int(self.venue_now().timestamp() * 1000)

    # --- asking -----------------------------------------------------------------------------

    async def ask(self, method: str, *, urgent: bool = False, **words: Any) -> Reply | NoReply:
        """Call ``method`` of pybit. ``urgent``: it protects or closes, and goes before everything else.

        Sent again only when the venue said that it did nothing: too often, too old, busy.
        """
        answer: Reply | NoReply = NoReply("not asked", sent=False)
        for turn in range(TRIES):
            if self._limits.banned_s:
                return NoReply(SHUT_OUT, sent=False)
            await self._limits.enter(method, len(words.get("request", "1")), urgent=urgent)
            answer = await self._once(method, words, urgent=urgent)
            if isinstance(answer, NoReply) or answer.meaning not in (Meaning.LATER, Meaning.CLOCK):
                break
            if answer.meaning is Meaning.LATER:
                self._limits.drain(method)
                await asyncio.sleep(0.1 * 2**turn)
            elif turn + 1 == TRIES or await self.measure_clock() is None:
                break
        if isinstance(answer, Reply) and answer.meaning is Meaning.KEY:
            self.on_key(answer)
        return answer

    async def measure_clock(self) -> timedelta | None:
        """Ask the venue what time it is and go by that from now on; None when it does not say (fault B04)."""
        began = self._clock.now()
        answer = await self._once("get_server_time", {}, urgent=True)
        ended = self._clock.now()
        if isinstance(answer, NoReply) or answer.code != 0 or not answer.time_ms:
            return None
        told = datetime.fromtimestamp(answer.time_ms / 1000, tz=began.tzinfo)
        self.offset = told - (began + (ended - began) / 2)
        return self.offset

    async def _once(self, method: str, words: Mapping[str, Any], *, urgent: bool) -> Reply | NoReply:
        pool = self._guard if urgent else self._desk
        raw = await asyncio.get_running_loop().run_in_executor(pool, self._send, method, dict(words))
        if isinstance(raw, NoReply):
            return raw
        self._limits.learn(method, raw.headers)
        if raw.status == 403:
            self._limits.ban()
            self.on_ban()
            return NoReply(SHUT_OUT, sent=False)
        return judge(raw.status, raw.body)

    # --- in a thread ------------------------------------------------------------------------

    def _send(self, method: str, words: dict[str, Any]) -> _Raw | NoReply:
        self._thread.response = None
        why = ""
        try:
            getattr(self._http, method)(**words)
        except Exception as failure:  # pybit's verdict in many shapes, or the network's: the raw answer alone counts
            why = type(failure).__name__
        response: Response | None = self._thread.response
        if response is None:
            return NoReply(f"no answer ({why})")
        try:
            return _Raw(response.status_code, response.headers, response.content)
        except (OSError, RuntimeError):  # the connection broke in the middle of it
            return NoReply(f"half an answer ({why})")

    def _keep(self, response: Response, *_: object, **__: object) -> None:
        """Note the answer as it came, before anybody has an opinion about it."""
        length = response.headers.get("Content-Length", "0")
        if length.isdigit() and int(length) > BODY_BYTES_MAX:
            raise OSError(f"an answer of {length} bytes")
        self._thread.response = response


def judge(status: int, body: bytes) -> Reply | NoReply:
    """What one HTTP answer proves. Bybit answers 200 and says the rest in the envelope (fault B08)."""
    if status == 429:
        return Reply(10006, "HTTP 429", {})
    try:
        envelope = orjson.loads(body)
        code = int(str(envelope["retCode"]))
    except (ValueError, KeyError, TypeError):
        if status == 401:
            return Reply(10003, "HTTP 401", {})
        return NoReply(f"HTTP {status} without a code" if status != 200 else "an answer without a code")
    if status != 200 and code == 0:
        return NoReply(f"HTTP {status}")
    text, result, time_ms = envelope.get("retMsg"), envelope.get("result"), envelope.get("time")
    if meaning_of(code).meaning is Meaning.UNKNOWN:
        logger.warning("Bybit answered {} ({}), which proves nothing", code, str(text)[:160])
    return Reply(
        code,
        text if isinstance(text, str) else "",
        result if isinstance(result, dict) else {},
        time_ms if isinstance(time_ms, int) else 0,
        _rows_said(envelope.get("retExtInfo")),
    )


def _rows_said(said: object) -> tuple[tuple[int, str], ...]:
    rows = said.get("list") if isinstance(said, dict) else None
    if not isinstance(rows, list):
        return ()
    try:
        return tuple((int(str(row["code"])), str(row.get("msg", ""))) for row in rows)
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()
