"""The far side of the wire: the paper venue on its real matching engine, and the truth about it.

It lives through every death of the desk. What is asked of it here is what an auditor would
ask: which orders were taken, what is held, and whether it has its stop.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import cast

from core.orders import Execution, Observation, OpenPosition, OrderReport, OrderStatus, StopReport, VenueReport
from core.ports import Clock
from core.vocabulary import Money, OrderSide, OrderTag, Price, Quantity, Side, Symbol
from tests.sim.market import ScriptedMarket
from venues.matching import Engine, NewOrder, OrderKind, Terms
from venues.matching.snapshot import execution_from_plain
from venues.paper import PaperVenue
from venues.paper_file import AccountFile, Line

REMEMBERED_S = 60


class MemoryFile:
    """Takes what the paper venue would write to its file; always durable, never there afterwards."""

    def __init__(self) -> None:
        self.path = Path("memory")
        self.fills: list[Execution] = []

    async def write(self, lines: Sequence[Line]) -> None:
        self.fills += [execution_from_plain(json.loads(body)) for part, _, body in lines if part == "execution"]

    async def executions(self, since: datetime) -> list[Execution]:
        return [fill for fill in self.fills if fill.at >= since]


class Exchange:
    """One paper account and its market. ``on_event`` is called after everything that happens in it."""

    def __init__(self, clock: Clock, market: ScriptedMarket, terms: Terms | None = None) -> None:
        self.clock, self.market = clock, market
        self.engine = Engine(market.instruments, Money(Decimal(10_000)), terms)
        self.file = MemoryFile()
        self.paper = PaperVenue("paper", self.engine, market, clock, cast("AccountFile", self.file))
        self.on_event: Callable[[], None] = lambda: None
        self.on_report: Callable[[VenueReport], None] = lambda _report: None
        self.told: list[VenueReport] = []
        self.taken: dict[OrderTag, None] = {}
        """Every order that was ever taken, by its tag, in order."""
        self.seen = self.engine.observe(clock.now())
        """The account after the last event."""
        self._past: deque[Observation] = deque()
        self._tasks: set[asyncio.Task[None]] = set()

    def open(self) -> None:
        """Trade until `close`."""
        for symbol in self.market.instruments:
            self.paper.hear(self.market.now(symbol))
        self._tasks = {asyncio.create_task(self.paper.save_always()), asyncio.create_task(self._publish())}

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _publish(self) -> None:
        async for report in self.paper.reports():
            self.told.append(report)
            if isinstance(report, OrderReport) and report.status is not OrderStatus.REJECTED:
                self.taken.setdefault(report.tag)
            self.on_report(report)
            self.happened()

    def move(self, symbol: Symbol, price: Decimal) -> None:
        """Let the market trade at ``price``."""
        self.paper.hear(self.market.move(symbol, price))
        self.happened()

    def happened(self) -> None:
        """Something may have changed: remember it, and let the oracle look."""
        now = self.clock.now()
        self.seen = self.engine.observe(now)
        self._past.append(self.seen)
        while (now - self._past[0].at).total_seconds() > REMEMBERED_S:
            self._past.popleft()
        self.on_event()

    def as_of(self, age_s: float) -> Observation:
        """What an old copy of the account would show; the oldest remembered when there is no older one."""
        now = self.clock.now()
        known = [seen for seen in self._past if (now - seen.at).total_seconds() >= age_s]
        return known[-1] if known else self._past[0]

    # --- the truth ------------------------------------------------------------------------

    @property
    def held(self) -> tuple[OpenPosition, ...]:
        return self.engine.observe(self.clock.now()).positions

    @property
    def working(self) -> tuple[OrderReport, ...]:
        return self.engine.observe(self.clock.now()).orders

    def position(self, symbol: Symbol) -> OpenPosition | None:
        return next((one for one in self.held if one.symbol == symbol), None)

    # --- what others do -------------------------------------------------------------------

    async def by_hand(
        self, symbol: Symbol, side: OrderSide, quantity: str, *, reduce_only: bool = False, price: str | None = None
    ) -> None:
        """The owner trades in the exchange's own app."""
        kind = OrderKind.MARKET if price is None else OrderKind.LIMIT
        limit = Price(Decimal(price)) if price is not None else None
        amount = Quantity(Decimal(quantity))
        order = NewOrder(None, symbol, side, kind, amount, price=limit, reduce_only=reduce_only)
        await self.paper.by_hand(order)
        self.happened()

    def drop_stop(self, symbol: Symbol, side: Side, *, say: bool) -> None:
        """Take the stop of a position away, as happens at real venues (fault B23)."""
        now = self.clock.now()
        self.engine.set_stop(symbol, side, None, now)
        if say:
            held = self.position(symbol)
            quantity = held.quantity if held is not None else Quantity(Decimal(0))
            self.on_report(StopReport(symbol, side, None, quantity, now))
        self.happened()
