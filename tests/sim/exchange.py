"""The far side of the wire: the paper venue on its real matching engine, and the truth about it.

It lives through every death of the desk. What is asked of it here is what an auditor would
ask: which orders were taken, what is held, and whether it has its stop.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import cast

from core.orders import (
    Answer,
    EntryKind,
    EntryOrder,
    Execution,
    ExitOrder,
    FundingPaid,
    Observation,
    OpenPosition,
    OrderReport,
    OrderStatus,
    Purpose,
    Silent,
    StopReport,
    StopTicket,
    Transaction,
    VenueReport,
)
from core.ports import Clock
from core.records import replace
from core.vocabulary import ExecutionId, Holding, Money, OrderSide, OrderTag, Price, Quantity, Side, Symbol
from tests.sim.market import ScriptedMarket
from tests.sim.stop_orders import StopList, in_its_numbers, stop_order
from venues.matching import Depth, Engine, NewOrder, OrderKind, Terms
from venues.paper import PaperVenue
from venues.paper_file import AccountFile, Line

REMEMBERED_S = 60
REMEMBERED = timedelta(seconds=REMEMBERED_S)


class MemoryFile:
    """Takes what the paper venue would write to its file; always durable, never there afterwards."""

    def __init__(self) -> None:
        self.path = Path("memory")
        self.fills: list[Execution] = []
        self.paid: list[FundingPaid] = []

    async def write(self, lines: Sequence[Line]) -> None:
        self.fills += [value for _, _, value in lines if isinstance(value, Execution)]
        self.paid += [value for _, _, value in lines if isinstance(value, FundingPaid)]

    async def executions(self, since: datetime) -> list[Transaction]:
        told: list[Transaction] = [*self.fills, *self.paid]
        return sorted((one for one in told if one.at >= since), key=lambda one: one.at)


class WitnessedPaper(PaperVenue):
    """The paper venue as it is; ``on_traded`` hears of each fill the moment it comes to be, before it is told."""

    on_traded: Callable[[Execution], None]

    def _tell(self, reports: Sequence[VenueReport]) -> None:
        for report in reports:
            if isinstance(report, Execution):
                self.on_traded(report)
        super()._tell(reports)


class Exchange:
    """One paper account and its market. ``on_event`` is called after everything that happens in it.

    ``stop_orders``: it attaches no stops, holds each as an order of its own, and keeps exits whose position is gone.
    """

    def __init__(
        self, clock: Clock, market: ScriptedMarket, terms: Terms | None = None, *, stop_orders: bool = False
    ) -> None:
        self.clock, self.market, self.stop_orders = clock, market, stop_orders
        self._terms = replace(terms or Terms(), keeps_leftovers=stop_orders)
        self.engine = Engine(market.instruments, Money(Decimal(10_000)), self._terms)
        self._list = StopList(self.engine) if stop_orders else None
        self.file = MemoryFile()
        self.paper = WitnessedPaper("paper", self.engine, market, clock, cast("AccountFile", self.file))
        self.paper.on_traded = self._traded
        self.on_event: Callable[[], None] = lambda: None
        self.on_report: Callable[[VenueReport], None] = lambda _report: None
        self.told: list[VenueReport] = []
        self.taken: dict[OrderTag, None] = {}
        """Every order that was ever taken, by its tag, in order."""
        self.taken_at: dict[OrderTag, float] = {}
        self.foreign: set[Symbol] = set()
        """What is held because the owner has bought or sold it by hand: not the desk's to protect."""
        self.added: set[Symbol] = set()
        """What the desk opened, and the owner has bought more of by hand; or the other way round."""
        self._imposed: dict[tuple[Symbol, Side, Price], float] = {}
        """Stops that come of the venue's own doing, and when."""
        self.seizing = False
        """Is the next foreign fill the venue's own?"""
        self.dropped: set[tuple[Symbol, Side]] = set()
        """Positions whose stop the venue took away, until they have one again."""
        self.seen = self.now()
        """The account after the last event."""
        self.recut: set[Holding] = set()
        """Of which a stop order has sold something since the last look, or which has grown: where several stop orders
        stand, another one may be the last of them now, and nobody has moved any."""
        self._held: dict[Holding, Decimal] = {}
        self._emptied: dict[Holding, datetime] = {}
        """When it was flat last."""
        self._executed: dict[ExecutionId, None] = {}
        self._past: deque[Observation] = deque((self.seen,))
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
        async for told in self.paper.reports():
            if self.stop_orders and isinstance(told, StopReport):
                continue  # a position has no stop here that could be told of
            report = self._as_seized(told)
            self.told.append(report)
            if isinstance(report, OrderReport) and report.status is not OrderStatus.REJECTED:
                self.taken.setdefault(report.tag)
                self.taken_at.setdefault(report.tag, self.clock.monotonic())
            self.on_report(report)
            self.happened()

    def _traded(self, fill: Execution) -> None:
        """Whose is what is held now? Also an order that the owner left on the book long ago may open or flip it."""
        holding = (fill.symbol, fill.position_side)
        before, opens = self._held.get(holding, Decimal(0)), fill.side is fill.position_side.opening
        self._held[holding] = before + fill.quantity if opens else before - fill.quantity
        if not self._held[holding]:
            self._emptied[holding] = self.clock.now()
        if not before or not self._held[holding]:
            self.foreign.discard(fill.symbol)
            self.added.discard(fill.symbol)
        if (fill.tag is not None and "-stop-" in fill.tag) or (opens and self.stop_orders):
            self.recut.add(holding)
        order = self.engine.request_of(fill.tag) if opens and fill.tag is not None else None
        if order is not None and order.stop is not None:
            self.impose(*holding, order.stop)  # it takes the place of the one that stood
        if opens and fill.purpose is Purpose.FOREIGN and fill.symbol not in self.foreign:
            (self.added if before else self.foreign).add(fill.symbol)
        elif opens and fill.tag is not None and fill.symbol in self.foreign:
            self.foreign.discard(fill.symbol)  # an entry of ours that waited has filled: the two are one row now
            self.added.add(fill.symbol)

    def _as_seized(self, report: VenueReport) -> VenueReport:
        """What the venue itself closes is told as its own doing (fault B33)."""
        if self.seizing and isinstance(report, Execution) and report.purpose is Purpose.FOREIGN:
            self.seizing = False
            return replace(report, purpose=Purpose.LIQUIDATION)
        return report

    def move(self, symbol: Symbol, price: Decimal) -> None:
        """Let the market trade at ``price``; what that leads to is told, and looked at then."""
        self.paper.hear(self.market.move(symbol, price))

    def happened(self) -> None:
        """Something may have changed: if it has, remember it, and let the oracle look."""
        now, before = self.clock.now(), self.seen
        self.seen = self.now()
        if self.seen is before and not self.dropped:
            return  # told of again, at the very moment when it was looked at: one order is told of three times
        self._past.append(self.seen)
        if self.dropped:
            self.dropped &= {
                (p.symbol, p.side) for p in self.seen.positions if p.stop is None or p.protected < p.quantity
            }
        while len(self._past) > 1 and now - self._past[1].at > REMEMBERED:
            self._past.popleft()
        self.on_event()

    def is_fresh(self, tag: OrderTag, seconds: float) -> bool:
        """Was this order taken so lately?"""
        return self.clock.monotonic() - self.taken_at.get(tag, -seconds) < seconds

    async def enter_bare(self, order: EntryOrder) -> Answer:
        """An entry at a venue that attaches no stop: it fills naked (fault N05)."""
        kinds = {EntryKind.MARKET: OrderKind.MARKET, EntryKind.LIMIT: OrderKind.LIMIT}
        kind = kinds.get(order.kind, OrderKind.STOP_MARKET)
        price, trigger = (None, order.price) if kind.is_conditional else (order.price, None)
        side = order.side.opening
        request = NewOrder(order.tag, order.symbol, side, kind, order.quantity, price=price, trigger=trigger)
        return await self.paper.by_hand(request)

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price, ticket: StopTicket | None) -> Answer:
        """The position's own; or an order beside those that stand, sized by nobody but who sends it."""
        if not self.stop_orders:
            return await self.paper.set_stop(symbol, side, stop)
        if ticket is None:
            raise ValueError("here a stop is an order: it has a name and a quantity")
        return in_its_numbers(await self.paper.by_hand(stop_order(ticket, symbol, side, stop)))

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        """Already gone is Accepted."""
        answer = await self.paper.cancel(symbol, tag)
        return in_its_numbers(answer) if self.stop_orders else answer

    async def observe(self) -> Observation | Silent:
        """The account as its owner is shown it."""
        seen = await self.paper.observe()
        return self._list.shown(seen) if self._list is not None and isinstance(seen, Observation) else seen

    def as_of(self, age_s: float) -> Observation:
        """What an old copy of the account would show; the oldest remembered when there is no older one."""
        then = self.clock.now() - timedelta(seconds=age_s)
        known = [seen for seen in self._past if seen.at <= then]
        return replace(known[-1], at=then) if known else self._past[0]

    def has_executed(self, execution: ExecutionId) -> bool:
        """Is this a fill of this exchange?"""
        fresh = self.file.fills[len(self._executed) :]
        self._executed.update((fill.id, None) for fill in fresh)
        return execution in self._executed

    def was_held_since(self, symbol: Symbol, side: Side, since: datetime) -> bool:
        """Was this position held in every remembered moment from then on, up to a minute ago?

        An order of the owner's may find the stop filling before it: then it was flat within one moment.
        """
        emptied = self._emptied.get((symbol, side))
        if emptied is not None and emptied > since:
            return False
        later = [seen for seen in self._past if seen.at >= since]
        return bool(later) and all(any((p.symbol, p.side) == (symbol, side) for p in s.positions) for s in later)

    # --- the truth ------------------------------------------------------------------------

    def now(self) -> Observation:
        """The account at this moment."""
        seen = self.engine.observe(self.clock.now())
        return self._list.shown(seen) if self._list is not None else seen

    @property
    def held(self) -> tuple[OpenPosition, ...]:
        return self.now().positions

    @property
    def working(self) -> tuple[OrderReport, ...]:
        """What rests; stops are not among it."""
        return self.now().orders

    def position(self, symbol: Symbol) -> OpenPosition | None:
        return next((one for one in self.held if one.symbol == symbol), None)

    def impose(self, symbol: Symbol, side: Side, stop: Price, after_s: float = 0.0) -> None:
        """The venue will set this stop: a request that was given up, or an older one that an entry brings along."""
        self._imposed[symbol, side, stop] = self.clock.monotonic() + after_s

    def has_imposed(self, symbol: Symbol, side: Side, stop: Price) -> bool:
        """Was this stop set within the last second without anybody asking for it then?"""
        return abs(self.clock.monotonic() - self._imposed.get((symbol, side, stop), -REMEMBERED_S)) < 1

    def is_booked_out(self, order: ExitOrder) -> bool:
        """Do reduce-only orders rest for so much that this one would exceed what is held? A plain order counts not."""
        held = self.position(order.symbol)
        rests = (one for one in self.working if one.symbol == order.symbol and one.reduce_only)
        resting = sum((one.quantity - one.filled for one in rests), Decimal(0))
        return held is not None and resting > 0 and resting + order.quantity > held.quantity

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

    def thin_out(self, notional: Decimal | None) -> None:
        """Let the book be three prices of so much each (fault B13); None: as deep as it was."""
        depth = self._terms.depth if notional is None else Depth(levels=3, notional_per_level=Money(notional))
        self.engine._floor.terms = replace(self._terms, depth=depth)

    def fund(self, symbol: Symbol, rate: Decimal) -> None:
        """Charge one funding payment (fault B34)."""
        for report in self.engine.apply_funding(symbol, rate, self.clock.now()):
            if isinstance(report, FundingPaid):
                self.file.paid.append(report)
            self.told.append(report)
            self.on_report(report)
        self.happened()

    def drop_stop(self, symbol: Symbol, side: Side, *, say: bool) -> None:
        """Take the stop of a position away, as happens at real venues (fault B23)."""
        now = self.clock.now()
        self.dropped.add((symbol, side))
        if self.stop_orders:
            self._drop_stop_orders(symbol, side, say=say)
            return
        self.engine.set_stop(symbol, side, None, now)
        if say:
            held = self.position(symbol)
            quantity = held.quantity if held is not None else Quantity(Decimal(0))
            self.on_report(StopReport(symbol, side, None, quantity, now))
        self.happened()

    def _drop_stop_orders(self, symbol: Symbol, side: Side, *, say: bool) -> None:
        for stop in self.now().stops:
            if (stop.symbol, stop.side) == (symbol, side):
                told = self.engine.cancel(stop.tag, self.clock.now()).reports
                for report in told if say else ():
                    self.on_report(report)
        self.happened()
