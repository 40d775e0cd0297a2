"""The wire to the exchange, with everything that happens on wires: `core.ports.Venue` over a real one.

A request that has left arrives even when the desk that sent it is dead by then; an answer
to the dead is lost. Times are virtual seconds.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
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
    StopTicket,
    StreamGap,
    Transaction,
    VenueReport,
)
from core.ports import Capabilities
from core.vocabulary import OrderTag, Price, Side, Symbol
from tests.sim.doors import Doors
from tests.sim.exchange import Exchange
from tests.sim.faults import Call, Fault, Faults
from tests.sim.loop import running_loop
from tests.sim.reach import AGAIN_S, Reach
from tests.sim.wire import (
    ABSENCE_PROOF_S,
    ASYNC_S,
    CAP,
    COSTS_S,
    LAG_S,
    LATE_S,
    LOOK_AGAIN_S,
    ONE_WAY_S,
    STALE_S,
    TIMEOUT_S,
    UNSAID_S,
    Request,
    Sent,
    Told,
    denial,
    empty_side,
    rejection,
    tag_of,
)
from venues.matching import Code

T = TypeVar("T")
WOULD_TRIGGER = (Code.BAD_REQUEST, "-2021")


class FaultyVenue:
    """One desk's connection to the exchange, over all its lives."""

    name = "paper"

    def __init__(self, exchange: Exchange, faults: Faults) -> None:
        own = exchange.stop_orders
        self.capabilities = Capabilities(not own, False, ABSENCE_PROOF_S, stop_is_order=own)
        self.exchange, self.faults = exchange, faults
        self.reach, self.doors = Reach(exchange.clock), Doors()
        self.sent: list[Sent] = []
        self.on_sent: Callable[[Call, Request], None] = lambda _call, _request: None
        self.on_answer: Callable[[Call, OrderTag, Told], None] = lambda _call, _tag, _told: None
        self.on_shown: Callable[[Sequence[OrderReport]], None] = lambda _orders: None
        self._now, self._pause = exchange.clock.monotonic, running_loop().pause
        self._denied_until, self._denial = 0.0, ""
        self._rejected: dict[OrderTag, OrderReport] = {}
        self._down_until = self._gap_until = 0.0
        self._stream: deque[VenueReport] = deque()
        self._is_broken, self.observing = False, 0
        self._news = asyncio.Event()
        self.left = asyncio.Event()
        """Set whenever something leaves that changes something."""
        self._wire: set[asyncio.Task[Any]] = set()
        exchange.on_report = self._told

    # --- the state of the wire ------------------------------------------------------------

    @property
    def is_down(self) -> bool:
        return self._now() < self._down_until

    def down(self, seconds: float) -> None:
        """Nothing arrives and nothing is told for so long; then the stream says that it was interrupted."""
        self._down_until = max(self._down_until, self._now() + seconds)
        self.reach.deafen(seconds + TIMEOUT_S)
        self.gap(seconds)

    def deny(self, seconds: float, code: str) -> None:
        """Every request is refused with ``code``, every question is left without an answer, for so long."""
        self._denied_until, self._denial = self._now() + seconds, code
        self.reach.deafen(seconds)

    def gap(self, seconds: float, *, say: bool = True) -> None:
        """The private stream tells nothing for so long, and says so afterwards unless it is mean."""
        self._gap_until = max(self._gap_until, self._now() + seconds)
        self.reach.deafen(seconds if say else seconds + UNSAID_S)
        if say:
            asyncio.get_running_loop().call_later(seconds, self._push_gap)

    def heal(self) -> None:
        """Everything is answered and told again."""
        self._down_until = self._denied_until = self._gap_until = self._now()
        self._is_broken = False
        self._push_gap()

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
        enter = self.exchange.paper.enter if self.capabilities.attached_stop else self.exchange.enter_bare
        return await self._order(Call.ENTER, order, lambda: enter(order))

    async def exit(self, order: ExitOrder) -> Answer:
        return await self._order(Call.EXIT, order, lambda: self._exit(order))

    async def _exit(self, order: ExitOrder) -> Answer:
        """Without attached stops comes another habit: what rests to reduce keeps a full close out (fault N07)."""
        if not self.capabilities.attached_stop and order.price is None and self.exchange.is_booked_out(order):
            self.faults.hits["N07"] += 1
            return Refused(self._at(), "-4118", "reduce-only orders rest for all that is held")
        answer = await self.exchange.paper.exit(order)
        if isinstance(answer, Refused) and answer.code == Code.NOTHING_TO_REDUCE:
            self._hit("B22")
        return answer

    async def exit_many(self, orders: Sequence[ExitOrder]) -> Sequence[Answer]:
        return [await self.exit(order) for order in orders]

    async def amend(self, change: OrderChange) -> Answer:
        return await self._send(Call.EXIT, change.tag, lambda: self.exchange.paper.amend(change))

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price, ticket: StopTicket | None = None) -> Answer:
        asked = (symbol, side, stop, ticket)
        held = self.exchange.position(symbol)
        if held is not None and held.stop == stop:
            self._hit("B20")
        answer = await self._send(Call.SET_STOP, asked, lambda: self.exchange.set_stop(*asked))
        if isinstance(answer, Refused) and answer.code in WOULD_TRIGGER and self.exchange.position(symbol):
            self._hit("B24", "N06")
        return answer

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        known = self.exchange.engine.look_up(tag)
        if known is not None and known.status is not OrderStatus.WORKING:
            self._hit("B11")
        elif known is not None and known.reduce_only and self.exchange.position(symbol) is None:
            self._hit("N08")
        return await self._send(Call.CANCEL, tag, lambda: self.exchange.cancel(symbol, tag))

    async def cancel_all(self, symbol: Symbol) -> Answer:
        return await self._send(Call.CANCEL, OrderTag(symbol), lambda: self.exchange.paper.cancel_all(symbol))

    # --- the port: questions ----------------------------------------------------------------

    async def look_up(self, symbol: Symbol, tag: OrderTag) -> OrderReport | Absent | Silent:
        async def found() -> OrderReport | Absent | Silent:
            true = await self.exchange.paper.look_up(symbol, tag)  # once it has traded, nobody denies it any more
            return true if isinstance(true, OrderReport) and true.filled else self._rejected.get(tag, true)

        report = await self._ask(Call.LOOK_UP, tag, found)
        self.on_answer(Call.LOOK_UP, tag, report)
        return report

    async def observe(self) -> Observation | Silent:
        self.observing, asked_at = self.observing + 1, self._at()
        try:
            observed = await self._ask(Call.OBSERVE, None, self.exchange.observe)
        finally:
            self.observing -= 1
        if isinstance(observed, Observation) and observed.at >= asked_at:
            self.on_shown(observed.orders)
        return observed

    async def executions(self, since: datetime) -> Sequence[Transaction] | Silent:
        return await self._ask(Call.EXECUTIONS, None, lambda: self.exchange.paper.executions(since))

    async def reports(self) -> AsyncIterator[VenueReport]:
        while True:
            while self._stream:
                if self._is_broken:
                    self._break()
                report = self._stream.popleft()
                if self.doors.is_shut:
                    await asyncio.get_running_loop().create_future()
                yield report
            self._news.clear()
            await self._news.wait()

    def _hit(self, *ids: str) -> None:
        """Count what came about by itself, under the name it has at this kind of venue."""
        self.faults.hits[ids[0] if self.capabilities.attached_stop else ids[-1]] += 1

    # --- requests ---------------------------------------------------------------------------

    def _at(self) -> datetime:
        return self.exchange.clock.now()

    async def _order(self, call: Call, order: EntryOrder | ExitOrder, do: Callable[[], Awaitable[Answer]]) -> Answer:
        async def unless_rejected() -> Answer:
            if self.exchange.engine.look_up(order.tag) is not None:
                self._hit("B09", "N11")
            if order.tag in self._rejected:
                return Refused(self._at(), Code.DUPLICATE.value, f"{order.tag} was rejected before")
            return await do()

        return await self._send(call, order, unless_rejected)

    async def _send(self, call: Call, request: Request, do: Callable[[], Awaitable[Answer]]) -> Answer:
        async def leave() -> Answer:
            self.sent.append(Sent(self._now(), call, tag_of(request)))
            self.on_sent(call, request)
            self._hit("B10")
            self.left.set()
            struck = self.faults.strike(call)
            if self.is_down:
                return await self._silence(Fault.REQUEST_LOST)
            if self._now() < self._denied_until:
                await self._pause(2 * ONE_WAY_S)
                return denial(request, self.capabilities, self._at(), self._denial)
            if struck is None:
                return await self._arrives(do)
            self.reach.deafen(COSTS_S.get(struck[0], 0.0) + AGAIN_S)
            return await self._meet(struck[0], struck[1], do, request)

        answer = await self._leaves(str(call), leave)
        tag = tag_of(request)
        if tag is not None:
            self.on_answer(call, tag, answer)
        return answer

    async def _meet(self, fault: Fault, code: str, do: Callable[[], Awaitable[Answer]], request: Request) -> Answer:
        """One request on its way into one fault."""
        if fault is Fault.REFUSED:
            await self._pause(2 * ONE_WAY_S)
            return denial(request, self.capabilities, self._at(), code)
        if fault is Fault.ACK_BUT_NOTHING:
            await self._pause(2 * ONE_WAY_S)
            return Accepted(self._at())
        if fault in (Fault.ACK_THEN_REJECT, Fault.ACK_THEN_CANCEL):
            assert isinstance(request, EntryOrder | ExitOrder)
            await self._pause(2 * ONE_WAY_S)
            asyncio.get_running_loop().call_later(ASYNC_S, self._reject, request, fault)
            return Accepted(self._at())
        if fault is Fault.ANSWER_LOST or (fault is Fault.SERVER_ERROR and self.faults.dice.random() < 0.5):
            self._spawn(self._arrives(do))
        elif fault is Fault.REQUEST_LATE:
            late_s = self.faults.dice.uniform(TIMEOUT_S, LATE_S)
            if isinstance(request, tuple):
                self.exchange.impose(*request[:3], late_s)
            self._spawn(self._arrives(do, late_s))
        return await self._silence(fault)

    async def _silence(self, fault: Fault) -> Silent:
        await self._pause(COSTS_S.get(fault, 0.0) or 2 * ONE_WAY_S)
        return Silent(self._at(), fault.value)

    async def _arrives(self, do: Callable[[], Awaitable[T]], after_s: float = ONE_WAY_S) -> T:
        await self._pause(after_s)
        answer = await do()
        self.exchange.happened()
        await self._pause(ONE_WAY_S)
        return answer

    def _ask(self, call: Call, tag: OrderTag | None, do: Callable[[], Awaitable[T]]) -> Awaitable[T | Silent]:
        # Of a question that nobody waits for nothing comes.
        return self.doors.through(call, partial(self._asked, call, tag, do))

    async def _asked(self, call: Call, tag: OrderTag | None, do: Callable[[], Awaitable[T]]) -> T | Silent:
        now = self._now()
        self.sent.append(Sent(now, call, tag))
        struck = self.faults.strike(call)
        fault = struck[0] if struck is not None else None
        if now < self._down_until or now < self._denied_until or fault is Fault.SILENT:
            self.reach.deafen(TIMEOUT_S + AGAIN_S)
            return await self._silence(Fault.SILENT)
        await self._pause(ONE_WAY_S)
        answer: Any = await (do() if fault is None else self._twisted(fault, tag, do))
        await self._pause(ONE_WAY_S)
        return answer  # type: ignore[no-any-return]

    async def _twisted(self, fault: Fault, tag: OrderTag | None, do: Callable[[], Awaitable[T]]) -> Any:
        """An answer that is not what it seems."""
        if fault in (Fault.STALE, Fault.LAGGING):
            age_s = STALE_S if fault is Fault.STALE else LAG_S
            self.reach.deafen(age_s + AGAIN_S if tag is not None else age_s + LOOK_AGAIN_S)
            if tag is None:
                return self.exchange.as_of(age_s)
            return Absent(self._at()) if self.exchange.is_fresh(tag, LAG_S) else await do()
        true: Any = await do()
        if fault is Fault.EMPTY_ROW and isinstance(true, Observation):
            return replace(true, positions=tuple(row for held in true.positions for row in (empty_side(held), held)))
        if fault is Fault.CAP_PRICE and isinstance(true, OrderReport) and true.price is None:
            return replace(true, price=Price(self.exchange.market.last(true.symbol) * CAP))
        return true[-1:] if fault is Fault.TRUNCATED and isinstance(true, list) else true

    def _leaves(self, name: str, act: Callable[[], Coroutine[Any, Any, T]]) -> Awaitable[T]:
        """What has left is on the wire, whoever dies."""
        return self.doors.through(name, lambda: asyncio.shield(self._spawn(act())))

    def _spawn(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._wire.add(task)
        task.add_done_callback(self._wire.discard)
        return task

    def _reject(self, order: EntryOrder | ExitOrder, fault: Fault) -> None:
        report = rejection(order, fault, self._at())
        self._rejected[order.tag] = report
        self.on_answer(Call.LOOK_UP, order.tag, report)
        self._told(report)

    def claim_cancelled(self, order: OrderReport) -> None:
        """Say that a working order was cancelled, although it rests on."""
        report = replace(order, status=OrderStatus.CANCELLED, at=self._at(), reason="said, and not done")
        self._rejected[order.tag] = report
        self._told(report)

    # --- the stream -------------------------------------------------------------------------

    def _told(self, report: VenueReport) -> None:
        """One report leaves the exchange; what becomes of it is the wire's."""
        if isinstance(report, Execution) and report.purpose is Purpose.ORDER and "-entry" in str(report.tag):
            self._filled(report)
        if isinstance(report, OrderReport) and report.status is OrderStatus.CANCELLED and report.price is None:
            self._hit("B13")
        struck = self.faults.strike(Call.REPORT)
        fault = struck[0] if struck is not None else None
        if self._now() < self._gap_until:
            return
        if self._stream and isinstance(self._stream[0], StreamGap):
            self.reach.deafen(UNSAID_S)  # who reads it has died and is not back yet: what he missed is found by a round
        if fault is Fault.DROPPED:
            self.reach.deafen(UNSAID_S)
        elif fault is Fault.DELAYED:
            late_s = self.faults.dice.uniform(0.1, 3.0)
            self.reach.deafen(late_s)
            asyncio.get_running_loop().call_later(late_s, self._push, report)
        else:
            self._is_broken = self._is_broken or fault is Fault.BROKEN
            self._push(report)
            if fault is Fault.DUPLICATED:
                self._push(report)

    def _break(self) -> None:
        """The reader dies of what it reads; what comes meanwhile is lost, and said to be (faults B36, P05)."""
        self._is_broken = False
        self._stream.clear()
        self.reach.deafen(TIMEOUT_S)
        self._push(StreamGap(self._at(), "the stream was opened again"))
        raise ConnectionResetError("the stream broke")

    def _filled(self, fill: Execution) -> None:
        if not self.capabilities.attached_stop:
            self._hit("N05")
        struck = self.faults.strike(Call.ENTRY_FILL)
        if struck is not None:
            say = struck[0] is Fault.STOP_DROPPED
            drop = partial(self.exchange.drop_stop, fill.symbol, fill.position_side, say=say)
            asyncio.get_running_loop().call_soon(drop)

    def _push(self, report: VenueReport) -> None:
        self._stream.append(report)
        self._news.set()

    def _push_gap(self) -> None:
        if self._now() >= self._gap_until:
            self._push(StreamGap(self._at(), "the stream was interrupted"))
