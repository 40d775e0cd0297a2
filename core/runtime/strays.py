"""Facts about positions that are not on the desk any more, said in one line instead of one each.

Separate because a start is full of them and none of them matters: the venue tells every fill of the
last minutes again, also of trades that were over before. What does matter is the reconciler's to find.
"""

from __future__ import annotations

import asyncio
from collections import Counter

from loguru import logger

from core.vocabulary import PositionId

GATHERED_S = 1.0
NAMED_MAX = 5


class Strays:
    """Counts them, and tells the log of all that came within a second."""

    def __init__(self) -> None:
        self._counts: Counter[PositionId] = Counter()
        self._timer: asyncio.TimerHandle | None = None

    def note(self, position: PositionId) -> None:
        """One more fact for a position that nobody owns."""
        self._counts[position] += 1
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(GATHERED_S, self._say)

    def close(self) -> None:
        """Say what has come; nothing is waited for any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._say()

    def _say(self) -> None:
        self._timer = None
        named = ", ".join(list(self._counts)[:NAMED_MAX])
        more = ", ..." if len(self._counts) > NAMED_MAX else ""
        logger.info(
            "{} facts told of {} positions that are not on the desk: {}{}",
            self._counts.total(),
            len(self._counts),
            named,
            more,
        )
        self._counts.clear()
