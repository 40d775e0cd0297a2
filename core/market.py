"""What the market says: a quote, a candle, what it costs to hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from core.records import quick
from core.vocabulary import OrderSide, Price, Quantity, Symbol


@quick
@dataclass(frozen=True, slots=True)
class Quote:
    """The prices of one symbol at one moment. ``bid <= ask``; ``mark`` drives profit and liquidation."""

    symbol: Symbol
    bid: Price
    ask: Price
    last: Price
    mark: Price
    at: datetime

    def taker(self, side: OrderSide) -> Price:
        """The price a market order of this side meets first."""
        return self.ask if side is OrderSide.BUY else self.bid


@dataclass(frozen=True, slots=True)
class Candle:
    """Prices of one symbol between ``at`` and the next candle's ``at``."""

    symbol: Symbol
    at: datetime
    open: Price
    high: Price
    low: Price
    close: Price
    volume: Quantity


@dataclass(frozen=True, slots=True)
class Funding:
    """What longs pay shorts: ``rate``, a fraction of the face value, at ``next_at``, and then ``every`` so often."""

    rate: Decimal
    next_at: datetime
    every: timedelta

    def due(self, since: datetime, at: datetime) -> int:
        """How many payments fell due after ``since``, up to ``at``."""
        return (at - self.next_at) // self.every - (since - self.next_at) // self.every
