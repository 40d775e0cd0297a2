"""How far a symbol moves in a minute: the average true range, measured from the ticks the desk hears anyway.

Separate from the trail that uses it because it is a property of the market, one for all positions
in a symbol. Nothing is known until enough minutes have passed; a restart begins to count anew,
and positions keep the last range they were told.
"""

from __future__ import annotations

from collections import deque
from datetime import datetime
from decimal import Decimal

from core.market import Quote
from core.vocabulary import Price

BARS_MAX = 14
"""Wilder's period ("New Concepts in Technical Trading Systems", 1978)."""
BARS_MIN = 5


class RangeMeter:
    """Folds the ticks of one symbol into minutes and keeps the true ranges of the last ones."""

    def __init__(self) -> None:
        self._ranges: deque[Decimal] = deque(maxlen=BARS_MAX)
        self._minute: datetime | None = None
        self._high = self._low = self._last = Decimal(0)
        self._close: Decimal | None = None

    def hear(self, quote: Quote) -> None:
        """Take one tick; an older one than the last changes nothing."""
        minute, price = quote.at.replace(second=0, microsecond=0), quote.last
        if self._minute is None or minute > self._minute:
            if self._minute is not None:
                self._end_bar()
            self._minute, self._high, self._low = minute, price, price
        elif minute < self._minute:
            return
        self._high, self._low, self._last = max(self._high, price), min(self._low, price), price

    def _end_bar(self) -> None:
        """The true range also covers the gap since the bar before."""
        before = self._close if self._close is not None else self._low
        self._ranges.append(max(self._high, before) - min(self._low, before))
        self._close = self._last

    @property
    def average(self) -> Price | None:
        """In units of price; None while fewer than five minutes are known, or none of them moved."""
        if len(self._ranges) < BARS_MIN:
            return None
        average = sum(self._ranges, Decimal(0)) / len(self._ranges)
        return Price(average) if average else None
