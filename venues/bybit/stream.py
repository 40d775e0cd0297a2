"""What Bybit tells of this account by itself: orders, trades, positions, wallet.

A private stream is silent while nothing happens, so silence proves nothing; only the answer to a
ping does, and that an order we placed is told of within seconds. A line that fails either is
dropped and built anew, with a pause that grows; before a new one is believed, the trades it may
have missed are fetched. Until then, and while it is down, the account is asked for instead.

Not pybit's: see `venues.bybit`. Source: Bybit V5 documentation, pages "Connect" (authentication,
heartbeat) and "Private" of the websocket stream.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import orjson
from loguru import logger

from core.ports import Clock
from core.runtime.together import together
from core.vocabulary import OrderTag
from venues.bybit.client import BybitClient
from venues.line import Line, Lost, open_line

TOPICS = ("order", "execution", "position", "wallet")
MESSAGE_BYTES_MAX = 1024 * 1024
EXPECTED_MAX = 1000


@dataclass(frozen=True, slots=True)
class Pace:
    """How long is too long, in seconds."""

    ping: float = 1.5
    silent: float = 4.0
    """Nothing heard, not even the answer to a ping: the line is dead."""
    told: float = 4.0
    """An order the venue took is told of within this, or the line is deaf (fault B35: open, and silent)."""
    connect: float = 5.0
    backfill: float = 10.0
    retry: float = 0.25
    retry_max: float = 5.0
    login: float = 10.0
    """How long a login is valid; pybit's one second fails with a clock that is 1.2 s behind."""


Take = Callable[[str, Any], None]


class PrivateStream:
    """``take(topic, row)`` gets each row. ``fetch`` brings what was missed, or raises `Lost`.

    ``fell(why)`` is called when a line is lost, and every few seconds while there is none;
    ``rose()`` when a new one can be believed. ``tally`` counts what was survived.
    """

    def __init__(
        self,
        url: str,
        key: str,
        secret: str,
        clock: Clock,
        client: BybitClient,
        *,
        take: Take,
        fetch: Callable[[], Awaitable[None]],
        fell: Callable[[str], None],
        rose: Callable[[], None],
        pace: Pace = Pace(),
        dice: Random | None = None,
    ) -> None:
        self._url, self._key, self._secret, self._clock, self._client = url, key, secret, clock, client
        self._take, self._fetch, self._fell, self._rose = take, fetch, fell, rose
        self._pace, self._dice = pace, dice or Random()  # noqa: S311 - it only jitters reconnects
        self._heard_at = 0.0
        self._expected: dict[OrderTag, float] = {}
        self._told: OrderedDict[OrderTag, None] = OrderedDict()
        self.is_up = False
        self.tally: Counter[str] = Counter()

    def expect(self, tag: OrderTag) -> None:
        """The venue took this order: it will be told of, or this line is deaf; often it was, before its answer."""
        if self.is_up and tag not in self._told and len(self._expected) < EXPECTED_MAX:
            self._expected[tag] = self._clock.monotonic()

    def told(self, tag: str) -> None:
        """An order was told of."""
        self._expected.pop(OrderTag(tag), None)
        self._told[OrderTag(tag)] = None
        if len(self._told) > EXPECTED_MAX:
            self._told.popitem(last=False)

    async def live(self) -> None:
        """Connect, read until the line breaks, pause, again; for ever."""
        failures = 0
        while True:
            began = self._clock.monotonic()
            why = await self._one_line()
            self.is_up = False
            self._expected.clear()
            self.tally["lost"] += 1
            failures = 1 if self._clock.monotonic() - began > self._pace.retry_max else failures + 1
            pause = min(self._pace.retry_max, self._pace.retry * 2 ** min(failures - 1, 10))
            if failures % 20 == 1:
                logger.warning("Bybit's private stream is down ({}); tried again in {:.1f} s", why, pause)
            self._fell(why)
            await asyncio.sleep(pause * (1 - self._dice.random() / 2))

    async def _one_line(self) -> str:
        """Why it ended."""
        try:
            async with open_line(self._url, bytes_max=MESSAGE_BYTES_MAX, open_s=self._pace.connect) as line:
                await self._log_in(line)
                self._heard_at = self._clock.monotonic()
                await together(self._read(line), self._ping(line), self._watch())
        except (Lost, OSError) as lost:
            return str(lost) or type(lost).__name__
        return "closed"

    async def _log_in(self, line: Line) -> None:
        expires = int((self._client.venue_now().timestamp() + self._pace.login) * 1000)
        signature = hmac.new(self._secret.encode(), f"GET/realtime{expires}".encode(), hashlib.sha256).hexdigest()
        async with asyncio.timeout(self._pace.connect):
            await line.say({"op": "auth", "args": [self._key, expires, signature]})
            await self._agreed(line, "auth")
            await line.say({"op": "subscribe", "args": TOPICS})
            await self._agreed(line, "subscribe")

    async def _agreed(self, line: Line, op: str) -> None:
        """Wait for the answer to one request; a refusal is told with the venue's own words."""
        while True:
            try:
                frame = _read(await _text(line))
            except Lost as lost:
                raise Lost(f"{lost}, at its {op}") from lost
            if frame is not None and frame.get("op") == op:
                if frame.get("success") is not True:
                    self.tally[f"{op} refused"] += 1
                    raise Lost(f"{op} refused: {str(frame.get('ret_msg'))[:120]}")
                return

    async def _read(self, line: Line) -> None:
        """First what was missed, then what comes: it waits in the socket meanwhile."""
        async with asyncio.timeout(self._pace.backfill):
            await self._fetch()
        self._heard_at = self._clock.monotonic()
        self.is_up = True
        self._rose()
        while True:
            text = await _text(line)
            self._heard_at = self._clock.monotonic()
            self._hand_on(text)

    def _hand_on(self, text: str) -> None:
        frame = _read(text)
        if frame is None:
            raise Lost(f"something that cannot be read came: {text[:80]!r}")
        topic, rows = frame.get("topic"), frame.get("data")
        if not isinstance(topic, str) or not isinstance(rows, list):
            return
        for row in rows:
            if isinstance(row, dict):
                self._take(topic.partition(".")[0], row)

    async def _ping(self, line: Line) -> None:
        while True:
            await line.say({"op": "ping"})
            await asyncio.sleep(self._pace.ping)

    async def _watch(self) -> None:
        """A socket may stay half-open for days: only what is heard counts (fault B35)."""
        while True:
            await asyncio.sleep(0.25)
            if not self.is_up:
                continue  # the backfill has an end of its own
            now = self._clock.monotonic()
            if now - self._heard_at > self._pace.silent:
                raise Lost(f"nothing heard for {self._pace.silent:g} s")
            if self._expected and now - min(self._expected.values()) > self._pace.told:
                raise Lost(f"an order was taken and not told of for {self._pace.told:g} s")


async def _text(line: Line) -> str:
    message = await line.hear()
    if isinstance(message, bytes):
        raise Lost("something came that is no text")
    return message


def _read(text: str) -> dict[str, Any] | None:
    try:
        frame = orjson.loads(text)
    except ValueError:
        return None
    return frame if isinstance(frame, dict) else None
