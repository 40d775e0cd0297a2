"""The time in which something could be mended: the desk lives, and the venue answers it.

Invariants about durations are stated in this time (a naked second counts only while somebody
could have ended it), so it has a clock of its own that stands still otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.ports import Clock

AGAIN_S = 3.0
"""After an answer that a fault ate, the desk may wait this long before it asks again."""


class Reach:
    """Counts reachable seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._total = 0.0
        self._counted_at = self._deaf_until = clock.monotonic()
        self._is_up = False

    @property
    def is_up(self) -> bool:
        return self._is_up

    @is_up.setter
    def is_up(self, is_up: bool) -> None:
        self.total_s()
        self._is_up = is_up

    def deafen(self, seconds: float) -> None:
        """The venue does not answer (or answers nonsense) for so long from now."""
        self.total_s()
        self._deaf_until = max(self._deaf_until, self._clock.monotonic() + seconds)

    def total_s(self) -> float:
        """The reachable time so far."""
        now = self._clock.monotonic()
        if self._is_up:
            self._total += max(0.0, now - max(self._counted_at, self._deaf_until))
        self._counted_at = now
        return self._total


@dataclass(slots=True)
class Lasting:
    """How long each of several things has been so, in reachable time."""

    bound_s: float
    since: dict[str, float] = field(default_factory=dict)
    spans: list[float] = field(default_factory=list)
    """How long each thing that has ended lasted."""
    longest: float = 0.0

    def look(self, now: set[str], total_s: float) -> list[tuple[str, float]]:
        """Take note of what is so now; return what has been so for longer than the bound."""
        if not (now or self.since):
            return []
        late = [(name, total_s - since) for name, since in self.since.items() if total_s - since > self.bound_s]
        for name in [name for name in self.since if name not in now]:
            self._end(total_s - self.since.pop(name))
        for name in sorted(now - self.since.keys()):
            self.since[name] = total_s
        return late

    def _end(self, span: float) -> None:
        self.spans.append(span)
        self.longest = max(self.longest, span)


def p99(spans: list[float]) -> float:
    """The 99th percentile; 0 of nothing."""
    return sorted(spans)[int(len(spans) * 0.99)] if spans else 0.0
