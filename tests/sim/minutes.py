"""How far a symbol went in each of its last minutes, by the market's own account: what a trail's range is held against.

Apart from the market because it is an auditor's arithmetic, done again beside the desk's: from what really traded,
whatever the desk has heard of it.
"""

from __future__ import annotations

from collections import deque
from datetime import datetime
from decimal import Decimal

from core.vocabulary import ZERO

LEAST, MOST = 5, 14
"""A range is the average of so many minutes, as docs/life-of-a-position.md says."""
LATE_MAX = 2
"""By so many minutes a range may be older than its line: a disk was full."""
ROOM = 2
"""Who died and reads again has missed a part of a minute, or has two for one: half, or twice, is no finding."""


class Minutes:
    """The true ranges of one symbol, in units of price. A minute in which nothing traded is none."""

    def __init__(self) -> None:
        self._ended: deque[Decimal] = deque(maxlen=MOST + LATE_MAX)
        self._minute: int | None = None
        """Of the day: nothing stands still for exactly one."""
        self._high = self._low = self._last = ZERO

    def trade(self, at: datetime, price: Decimal) -> None:
        """The market trades at ``price``; a minute begins where the one before has left it: a gap is a part of it."""
        minute = at.hour * 60 + at.minute
        if minute != self._minute:
            if self._minute is not None:
                self._ended.append(self._high - self._low)
            self._minute, self._high, self._low = minute, self._last or price, self._last or price
        if price > self._high:
            self._high = price
        elif price < self._low:
            self._low = price
        self._last = price

    def average(self) -> tuple[Decimal, Decimal]:
        """The least and the most that the desk may take for the average; of the first minute it may have heard nothing.

        Zero and infinity while too few have ended.
        """
        known = list(self._ended)
        windows = [
            known[end - count : end]
            for end in range(len(known) - LATE_MAX, len(known) + 1)
            for count in range(LEAST, min(MOST, end) + 1)
        ]
        least = min((sum(window[1:], ZERO) / len(window) for window in windows), default=ZERO)
        most = max((sum(window, ZERO) / len(window) for window in windows), default=Decimal("Infinity"))
        return least / ROOM, most * ROOM
