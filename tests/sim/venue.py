"""The wire to the exchange, with everything that happens on wires: `core.ports.Venue` over a real one.

A request that has left arrives even when the desk that sent it is dead by then; an answer
to the dead is lost. Times are virtual seconds.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from core.instrument import Instrument
from core.orders import (
    Absent,
    Accepted,
    Answer,
    EntryOrder,
    Execution,
    ExitOrder,
    Observation,
    OrderChange,
    OrderReport,
    OrderStatus,
    Purpose,
    Refused,
    Silent,
    StreamGap,
    VenueReport,
)
from core.ports import Capabilities
from core.vocabulary import OrderTag, Price, Quantity, Side, Symbol
from tests.sim.doors import Doors
from tests.sim.exchange import Exchange
from tests.sim.faults import Call, Fault, Faults
from venues.matching import Code

T = TypeVar("T")
Request = EntryOrder | ExitOrder | OrderTag | tuple[Symbol, Side, Price]
"""What names a request: the order, the order to cancel, or the stop to be set."""

ONE_WAY_S = 0.02
TIMEOUT_S = 2.0
"""How long a request waits for its answer."""
LATE_S = 4.0
"""How long after its sending a late request arrives."""
ABSENCE_PROOF_S = 5.0
STALE_S = 6.0
ASYNC_S = 0.3
"""How long after its answer an accepted order is rejected."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One request as it left the desk."""

    at: float
    call: Call
    tag: OrderTag | None


class FaultyVenue:
    """One desk's connection to the exchange, over all its lives."""

    name = "paper"
    capabilities = Capabilities(attached_stop=True, hedge_mode=False, absence_proof_s=ABSENCE_PROOF_S)

    def __init__(self, exchange: Exchange, faults: Faults) -> None:
        self.exchange, self.faults = exchange, faults
        self.doors = Doors()
        self.sent: list[Sent] = []
        self.on_sent: Callable[[Call, Request], None] = lambda _call, _request: None
        self._rejected: dict[OrderTag, OrderReport] = {}
        self._down_until = 0.0
        self._gap_until = 0.0
        self._stream: deque[VenueReport] = deque()
        self._news = asyncio.Event()
        self._wire: set[asyncio.Task[Any]] = set()
        exchange.on_report = self._told

    # --- the state of the wire ------------------------------------------------------------

    @property
    def is_down(self) -> bool:
        return self._now() < self._down_until

    def down(self, seconds: float) -> None:
        """Nothing arrives and nothing is told for so long; then the stream says that it was interrupted."""
        self._down_until = max(self._down_until, self._now() + seconds)
        self.gap(seconds)

    def gap(self, seconds: float, *, say: bool = True) -> None:
        """The private stream tells nothing for so long, and says so afterwards unless it is mean."""
        self._gap_until = max(self._gap_until, self._now() + seconds)
        if say:
            asyncio.get_running_loop().call_later(seconds, self._push_gap)

    def reconnect(self, doors: Doors) -> None:
        """A new life: it hears from now on, and nothing of what was told to the dead."""
        self.doors = doors
        self._stream.clear()

    async def hang_up(self) -> None:
        """End what is still on the wire."""
        for task in self._wire:
            task.cancel()
        await asyncio.gather(*self._wire, return_exceptions=True)

    # --- the port: what changes something ---------------------------------------------------

    async def instruments(self) -> Mapping[Symbol, Instrument]:
        return await self.exchange.paper.instruments()

    async def enter(self, order: EntryOrder) -> Answer:
        return await self._order(Call.ENTER, order, lambda: self.exchange.paper.enter(order))

    async def exit(self, order: ExitOrder) -> Answer:
        return await self._order(Call.EXIT, order, lambda: self.exchange.paper.exit(order))

    async def exit_many(self, orders: Sequence[ExitOrder]) -> Sequence[Answer]:
        return [await self.exit(order) for order in orders]

    async def amend(self, change: OrderChange) -> Answer:
        return await self._send(Call.EXIT, change.tag, lambda: self.exchange.paper.amend(change))

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price) -> Answer:
        asked = (symbol, side, stop)
        return await self._send(Call.SET_STOP, asked, lambda: self.exchange.paper.set_stop(*asked))

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        return await self._send(Call.CANCEL, tag, lambda: self.exchange.paper.cancel(symbol, tag))

    async def cancel_all(self, symbol: Symbol) -> Answer:
        return await self._send(Call.CANCEL, OrderTag(symbol), lambda: self.exchange.paper.cancel_all(symbol))

    # --- the port: questions ----------------------------------------------------------------

    async def look_up(self, symbol: Symbol, tag: OrderTag) -> OrderReport | Absent | Silent:
        async def found() -> OrderReport | Absent | Silent:
            return self._rejected.get(tag) or await self.exchange.paper.look_up(symbol, tag)

        return await self._ask(Call.LOOK_UP, tag, found)

    async def observe(self) -> Observation | Silent:
        return await self._ask(Call.OBSERVE, None, self.exchange.paper.observe)

    async def executions(self, since: datetime) -> Sequence[Execution] | Silent:
        return await self._ask(Call.EXECUTIONS, None, lambda: self.exchange.paper.executions(since))

    async def reports(self) -> AsyncIterator[VenueReport]:
        while True:
            while self._stream:
                report = self._stream.popleft()
                if self.doors.died.is_set():
                    await asyncio.get_running_loop().create_future()
                yield report
            self._news.clear()
            await self._news.wait()

    # --- requests ---------------------------------------------------------------------------

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    def _at(self) -> datetime:
        return self.exchange.clock.now()

    async def _order(self, call: Call, order: EntryOrder | ExitOrder, do: Callable[[], Awaitable[Answer]]) -> Answer:
        async def unless_rejected() -> Answer:
            if order.tag in self._rejected:
                return Refused(self._at(), Code.DUPLICATE.value, f"{order.tag} was rejected before")
            return await do()

        return await self._send(call, order, unless_rejected)

    async def _send(
        self,
        call: Call,
        request: Request,
        do: Callable[[], Awaitable[Answer]],
    ) -> Answer:
        async def leave() -> Answer:
            self.sent.append(Sent(self._now(), call, _tag_of(request)))
            self.on_sent(call, request)
            struck = self.faults.strike(call)
            if self.is_down:
                return await self._silence(Fault.REQUEST_LOST)
            if struck is None:
                return await self._arrives(do)
            return await self._meet(struck[0], struck[1], do, request)

        return await self._leaves(str(call), leave)

    async def _meet(self, fault: Fault, code: str, do: Callable[[], Awaitable[Answer]], request: Request) -> Answer:
        """One request on its way into one fault."""
        if fault is Fault.REFUSED:
            await asyncio.sleep(2 * ONE_WAY_S)
            return Refused(self._at(), code, "the venue does not want to")
        if fault is Fault.ACK_BUT_NOTHING:
            await asyncio.sleep(2 * ONE_WAY_S)
            return Accepted(self._at())
        if fault in (Fault.ACK_THEN_REJECT, Fault.ACK_THEN_CANCEL):
            assert isinstance(request, EntryOrder | ExitOrder)
            await asyncio.sleep(2 * ONE_WAY_S)
            asyncio.get_running_loop().call_later(ASYNC_S, self._reject, request, fault)
            return Accepted(self._at())
        if fault is Fault.ANSWER_LOST:
            self._spawn(self._arrives(do))
        elif fault is Fault.REQUEST_LATE:
            self._spawn(self._arrives(do, LATE_S))
        return await self._silence(fault)

    async def _silence(self, fault: Fault) -> Silent:
        await asyncio.sleep(TIMEOUT_S)
        return Silent(self._at(), fault.value)

    async def _arrives(self, do: Callable[[], Awaitable[T]], after_s: float = ONE_WAY_S) -> T:
        await asyncio.sleep(after_s)
        answer = await do()
        self.exchange.happened()
        await asyncio.sleep(ONE_WAY_S)
        return answer

    async def _ask(self, call: Call, tag: OrderTag | None, do: Callable[[], Awaitable[T]]) -> T | Silent:
        async def asked() -> T | Silent:
            self.sent.append(Sent(self._now(), call, tag))
            struck = self.faults.strike(call)
            if self.is_down or (struck is not None and struck[0] is Fault.SILENT):
                return await self._silence(Fault.SILENT)
            if struck is not None:
                old: Any = self.exchange.as_of(STALE_S)
                await asyncio.sleep(2 * ONE_WAY_S)
                return old  # type: ignore[no-any-return]
            return await self._arrives(do)

        return await self._leaves(str(call), asked)

    async def _leaves(self, name: str, act: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What has left is on the wire, whoever dies."""
        return await self.doors.through(name, lambda: asyncio.shield(self._spawn(act())))

    def _spawn(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._wire.add(task)
        task.add_done_callback(self._wire.discard)
        return task

    def _reject(self, order: EntryOrder | ExitOrder, fault: Fault) -> None:
        status = OrderStatus.REJECTED if fault is Fault.ACK_THEN_REJECT else OrderStatus.CANCELLED
        side = order.side.opening if isinstance(order, EntryOrder) else order.side.closing
        nothing = Quantity(order.quantity * 0)
        exits = isinstance(order, ExitOrder)
        report = OrderReport(
            order.tag, order.symbol, side, status, order.quantity, nothing, order.price, exits, self._at(), fault.value
        )
        self._rejected[order.tag] = report
        self._told(report)

    def claim_cancelled(self, order: OrderReport) -> None:
        """Say that a working order was cancelled, although it rests on."""
        report = replace(order, status=OrderStatus.CANCELLED, at=self._at(), reason="said, and not done")
        self._rejected[order.tag] = report
        self._told(report)

    # --- the stream -------------------------------------------------------------------------

    def _told(self, report: VenueReport) -> None:
        """One report leaves the exchange; what becomes of it is the wire's."""
        if isinstance(report, Execution) and report.purpose is Purpose.ORDER and "-entry-" in str(report.tag):
            self._filled(report)
        struck = self.faults.strike(Call.REPORT)
        if self._now() < self._gap_until or (struck is not None and struck[0] is Fault.DROPPED):
            return
        if struck is not None and struck[0] is Fault.DELAYED:
            asyncio.get_running_loop().call_later(self.faults.dice.uniform(0.1, 3.0), self._push, report)
            return
        self._push(report)
        if struck is not None and struck[0] is Fault.DUPLICATED:
            self._push(report)

    def _filled(self, fill: Execution) -> None:
        struck = self.faults.strike(Call.ENTRY_FILL)
        if struck is not None:
            say = struck[0] is Fault.STOP_DROPPED
            asyncio.get_running_loop().call_soon(self._drop_stop, fill.symbol, fill.position_side, say)

    def _drop_stop(self, symbol: Symbol, side: Side, say: bool) -> None:
        self.exchange.drop_stop(symbol, side, say=say)

    def _push(self, report: VenueReport) -> None:
        self._stream.append(report)
        self._news.set()

    def _push_gap(self) -> None:
        if self._now() >= self._gap_until:
            self._push(StreamGap(self._at(), "the stream was interrupted"))


def _tag_of(request: Request) -> OrderTag | None:
    if isinstance(request, EntryOrder | ExitOrder):
        return request.tag
    return request if isinstance(request, str) else None
