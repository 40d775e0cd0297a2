"""Is the bot still being heard? Watches the requests by which messages are fetched.

Separate because python-telegram-bot 22.8 does not say: a 401 ends its polling without a word while it calls
itself running, and a 409 (a second program with the same token, fault U01) it retries for ever.
"""

from __future__ import annotations

import ssl
from collections import deque
from http import HTTPStatus
from typing import Any

from telegram.request import HTTPXRequest

from core.ports import Clock

CONFLICTS_MAX = 3
CONFLICT_S = 300.0
"""So many conflicts within so many seconds: commands land on either program."""
AWAY_S = 60.0
PILED_UP_S = 1.0
"""A poll that answers sooner than this after a silence brings what had piled up."""
UNSURE_S = 3.0


class PollWatch:
    """What the fetching of updates has met so far; all times are monotonic seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._conflicts: deque[float] = deque(maxlen=CONFLICTS_MAX)
        self._unsure_until = 0.0
        self.answered_at: float | None = None
        self.is_refused = False

    def began(self) -> None:
        """A new connection: the silence is counted anew, what was refused may be taken now."""
        self.is_refused = False

    def note(self, status: int, took_s: float) -> None:
        """One poll was answered with this HTTP status."""
        now = self._clock.monotonic()
        if status == HTTPStatus.CONFLICT:
            self._conflicts.append(now)
        elif status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            self.is_refused = True
        elif status == HTTPStatus.OK:
            was_away = self.answered_at is None or now - took_s - self.answered_at > AWAY_S
            if was_away and took_s < PILED_UP_S:
                self._unsure_until = now + UNSURE_S
            self.answered_at = now

    @property
    def in_conflict(self) -> bool:
        """Another program polls with our token, and not just for a moment at a restart."""
        now = self._clock.monotonic()
        return len(self._conflicts) == CONFLICTS_MAX and now - self._conflicts[0] < CONFLICT_S

    @property
    def may_be_old(self) -> bool:
        """What arrives now may have been sent while nobody listened; a tap carries no date of its own."""
        return self._clock.monotonic() < self._unsure_until

    def silent_s(self, since: float) -> float:
        """Seconds since a poll was last answered, or since ``since``."""
        return self._clock.monotonic() - max(since, self.answered_at or since)


class PollRequest(HTTPXRequest):
    """The HTTP client of getUpdates alone, which notes what every poll is answered with."""

    def __init__(self, watch: PollWatch, clock: Clock, trust: ssl.SSLContext) -> None:
        super().__init__(connection_pool_size=1, httpx_kwargs={"verify": trust})
        self._watch = watch
        self._clock = clock

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        began = self._clock.monotonic()
        status, payload = await super().do_request(*args, **kwargs)
        self._watch.note(status, self._clock.monotonic() - began)
        return status, payload
