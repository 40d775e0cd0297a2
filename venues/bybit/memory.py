"""What Bybit has told so far, so that nothing it says later takes us backwards.

The stream is ahead of the lists by seconds (faults B15, B17), tells things twice and out of order
(B16), and a list that is empty proves nothing. So the newest word on each order and each position
is kept, whichever way it came, and an older one is not believed. Bounded: the oldest is forgotten.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from core.orders import OrderReport, OrderStatus
from core.vocabulary import ExecutionId, OrderTag, Quantity, Symbol
from venues.bybit.translate import OURS, Held

OLD_MS_MAX = 30_000
"""Lists were seen to be ten seconds old; what the stream told longer ago than this is not held against them."""
ORDERS_MAX, EXECUTIONS_MAX, SENT_MAX = 2_000, 20_000, 5_000
K = TypeVar("K")
V = TypeVar("V")


class Memory:
    """One account's newest words."""

    def __init__(self) -> None:
        self._orders: OrderedDict[OrderTag, OrderReport] = OrderedDict()
        self._executions: OrderedDict[ExecutionId, None] = OrderedDict()
        self._sent: OrderedDict[OrderTag, None] = OrderedDict()
        self._stops: dict[tuple[Symbol, int], bool] = {}
        self.positions: dict[tuple[Symbol, int], Held] = {}
        self.guarded: set[Symbol] = set()
        """Where a stop of ours stands, or stood, beside a position (`venues.bybit.guards`)."""
        self.leverage: dict[Symbol, Decimal] = {}
        """What we set it to; forgotten where a position shows another one, which its owner has set by hand."""
        self.margin_mode = ""
        """The account's, where it was read."""
        self.traded_at: datetime | None = None
        """When the newest trade we know of was made."""

    def sends(self, tag: OrderTag) -> None:
        """This name is ours, however it is spelled."""
        _keep(self._sent, tag, None, SENT_MAX)

    def is_ours(self, tag: str) -> bool:
        return tag in self._sent or OURS.fullmatch(tag) is not None

    def is_new(self, execution: ExecutionId, at: datetime) -> bool:
        """Is this the first time that this trade is told?"""
        if execution in self._executions:
            return False
        _keep(self._executions, execution, None, EXECUTIONS_MAX)
        self.traded_at = at if self.traded_at is None else max(at, self.traded_at)
        return True

    def newest(self, told: OrderReport) -> OrderReport:
        """The newer of what is told now and what was told before."""
        known = self._orders.get(told.tag)
        if known is not None and _rank(known) >= _rank(told):
            return known
        _keep(self._orders, told.tag, told, ORDERS_MAX)
        return told

    def order(self, tag: OrderTag) -> OrderReport | None:
        return self._orders.get(tag)

    def place(self, told: Held, now: datetime) -> Held:
        """As `newest`, for a position; but a list is never old for long, and then it is right."""
        known = self.positions.get((told.symbol, told.index))
        if known is not None and known.age > told.age and now.timestamp() * 1000 - known.updated_ms < OLD_MS_MAX:
            return known
        self.positions[told.symbol, told.index] = told
        if told.leverage not in (None, self.leverage.get(told.symbol)):
            self.leverage.pop(told.symbol, None)
        return told

    def stop_is_gone(self, told: Held) -> bool:
        """Had this position a stop when it was last told of, and has none now?

        A fill is told before the stop that came with it; only a stop that was seen can be lost.
        """
        place = (told.symbol, told.index)
        had = self._stops.pop(place, False)
        if told.side is None:
            return False
        self._stops[place] = told.stop is not None
        return had and told.stop is None


def _rank(report: OrderReport) -> tuple[bool, datetime, Quantity]:
    """An order that is done stays done; of two such words, and of two that work, the later counts."""
    return report.status is not OrderStatus.WORKING, report.at, report.filled


def _keep(kept: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > most:
        kept.popitem(last=False)
