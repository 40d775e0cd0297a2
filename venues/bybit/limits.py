"""How often Bybit may be asked, with a lane that is kept free for stops, closes and panic.

The venue counts each kind of request a second and says in every answer how many are left; and
it counts everything from one address, and shuts that out for ten minutes when it is too much
(fault B06). So there is a bucket for each path, filled by what the last answer said, and one for all
of them; an ordinary request leaves the last quarter of each to what protects.

Source: Bybit V5 documentation, page "Rate Limit Rules" (600 requests in 5 seconds from one address;
headers X-Bapi-Limit, X-Bapi-Limit-Status, X-Bapi-Limit-Reset-Timestamp).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from core.ports import Clock

EVERYTHING = "*"
BAN_S = 600.0
SHUT_OUT = (
    f"Bybit has shut this address out for {BAN_S / 60:.0f} minutes (too many requests, or a region it does not serve); "
    "nothing is asked until then, stops stay at the venue"
)
RESET_S_MAX = 2.0
"""No reset is waited for longer than this, whatever the header says (fault B07: some lie in the past)."""
RESERVED = 0.25


@dataclass(slots=True)
class Bucket:
    """``rate`` tokens a second; at most ``size`` of them."""

    rate: float
    size: float
    tokens: float
    at: float

    def wait_s(self, now: float, cost: int, *, urgent: bool) -> float:
        """Seconds until a request of ``cost`` tokens may go; 0.0 now."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        floor = 0.0 if urgent else self.size * RESERVED
        needed = min(floor + cost, self.size)
        return max(0.0, (needed - self.tokens) / self.rate)


class Limits:
    """One account's buckets. ``Clock.monotonic`` counts, so that no jump of the wall clock opens a gate."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        now = clock.monotonic()
        self._buckets = {EVERYTHING: Bucket(100.0, 400.0, 400.0, now)}
        self._banned_until = 0.0

    @property
    def banned_s(self) -> float:
        """Seconds for which nothing at all may be asked; 0.0: go on."""
        return max(0.0, self._banned_until - self._clock.monotonic())

    def ban(self) -> None:
        """The venue shut this address out."""
        self._banned_until = self._clock.monotonic() + BAN_S

    async def enter(self, path: str, cost: int = 1, *, urgent: bool) -> None:
        """Return when a request to ``path`` may go; its tokens are taken then. A batch costs as much as its orders."""
        while (wait := self._wait_s(path, cost, urgent=urgent)) > 0:  # noqa: ASYNC110 - a bucket fills by time alone
            await asyncio.sleep(min(wait, RESET_S_MAX))
        for bucket in self._of(path):
            bucket.tokens -= cost

    def _wait_s(self, path: str, cost: int, *, urgent: bool) -> float:
        now = self._clock.monotonic()
        return max(bucket.wait_s(now, cost, urgent=urgent) for bucket in self._of(path))

    def _of(self, path: str) -> tuple[Bucket, Bucket]:
        now = self._clock.monotonic()
        own = self._buckets.setdefault(path, Bucket(10.0, 10.0, 10.0, now))
        return own, self._buckets[EVERYTHING]

    def learn(self, path: str, headers: Mapping[str, str]) -> None:
        """Take over what an answer says of its own limit; nonsense is passed over."""
        limit, left = _number(headers.get("X-Bapi-Limit")), _number(headers.get("X-Bapi-Limit-Status"))
        if limit is None or left is None or not 1 <= limit <= 10_000 or not 0 <= left <= limit:
            return
        own, _ = self._of(path)
        own.rate = own.size = limit
        own.tokens = min(own.tokens, left)

    def drain(self, path: str) -> None:
        """The venue said "too often": nothing is left of this bucket for now."""
        own, _ = self._of(path)
        own.tokens, own.at = 0.0, self._clock.monotonic()


def _number(text: str | None) -> float | None:
    return float(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 12 else None
