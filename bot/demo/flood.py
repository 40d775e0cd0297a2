"""How fast the bot may talk before Telegram says "Too Many Requests".

Telegram's FAQ (https://core.telegram.org/bots/faq, "My bot is hitting limits") asks for no more
than one message a second to one chat, allows short bursts above it, and 30 a second overall.
The burst is not published. Here it is 30 messages to one chat; each second gives one back.
Edits count like messages, as they do at the real server.
"""

from __future__ import annotations

import math

from core.ports import Clock


class Bucket:
    """``burst`` tokens, refilled at ``per_s``; taking one that is not there tells the wait in seconds."""

    def __init__(self, clock: Clock, burst: float, per_s: float) -> None:
        self._clock = clock
        self._burst, self._per_s = burst, per_s
        self._left, self._at = burst, clock.monotonic()

    def wait_s(self) -> float:
        """Seconds until a token is there; 0 when one is."""
        now = self._clock.monotonic()
        self._left = min(self._burst, self._left + (now - self._at) * self._per_s)
        self._at = now
        return 0.0 if self._left >= 1 else (1 - self._left) / self._per_s

    def take(self) -> None:
        self._left -= 1


class Flood:
    """The limits of one bot: per chat and overall."""

    def __init__(self, clock: Clock, burst: int = 30, per_s: float = 1.0, overall_per_s: int = 30) -> None:
        self._clock = clock
        self._burst, self._per_s = burst, per_s
        self._overall = Bucket(clock, overall_per_s, overall_per_s)
        self._chats: dict[str, Bucket] = {}

    def retry_after_s(self, chat: str) -> int:
        """0 and the message is counted, or the whole seconds to wait, and it is not."""
        own = self._chats.setdefault(chat, Bucket(self._clock, self._burst, self._per_s))
        wait = max(own.wait_s(), self._overall.wait_s())
        if wait > 0:
            return max(1, math.ceil(wait))
        own.take()
        self._overall.take()
        return 0
