"""Intentions become requests, answers become facts: the only place that talks to the venue.

A request that was never answered becomes `OutcomeUnknown`; it is ended by proof alone: found
by its tag, or twice absent after it can no longer arrive (faults B01, B02).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.commands import (
    CancelOrder,
    LookUp,
    MoveStop,
    PlaceEntry,
    PlaceExit,
    PositionCommand,
    ProveStop,
    WakeAt,
)
from core.events import (
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionFact,
    ReviewDue,
    StopConfirmed,
    StopLost,
)
from core.orders import (
    Absent,
    Accepted,
    Answer,
    ExitOrder,
    Observation,
    OpenPosition,
    OrderReport,
    OrderStatus,
    Refused,
    Silent,
    StopTicket,
)
from core.ports import Clock, Venue
from core.position import Position, stop_orders
from core.runtime.actor import Actor
from core.vocabulary import OrderTag, PositionId, Symbol

Post = Callable[[PositionFact], None]
LOOKS_MAX = 3
"""How often a silent venue is asked again before the wait is written down and goes on."""
QUICK_CANCELS = 2
"""So often a cancel is sent whenever it is asked for: a venue may refuse it, or say yes and do nothing ..."""
CANCEL_S = 3.5
"""... and from then on after so long: a banned desk with a dozen targets to take off is no flood (invariant I23)."""
FORGOTTEN_S = 60.0
"""After so long without another an order is off the book, and what was asked of it is forgotten."""
SECOND_LOOK_S = 2.0
"""Two absent reads that prove something are at least this far apart (invariant I9)."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Targets of one position that go to the venue in one request; each is still answered for itself."""

    position: PositionId
    orders: tuple[ExitOrder, ...]


def together(commands: Sequence[PositionCommand], batch_max: int) -> Iterator[PositionCommand | Ladder]:
    """The same intentions in the same order, targets that stand next to each other joined as the venue allows.

    An exit at market is never joined: a close waits for nothing and for nobody else's answer. Nor is one that is sent
    again, whose answer is to be read in another way.
    """
    rungs: list[PlaceExit] = []
    for command in commands:
        is_rung = isinstance(command, PlaceExit) and command.order.price is not None and not command.again
        if rungs and (not is_rung or len(rungs) >= batch_max):
            yield _joined(rungs)
            rungs = []
        if isinstance(command, PlaceExit) and is_rung:
            rungs.append(command)
        else:
            yield command
    if rungs:
        yield _joined(rungs)


def _joined(rungs: Sequence[PlaceExit]) -> PlaceExit | Ladder:
    first = rungs[0]
    return first if len(rungs) == 1 else Ladder(first.position, tuple(rung.order for rung in rungs))


class Effects:
    """Performs what positions decide, and posts what came of it."""

    def __init__(
        self,
        venue: Venue,
        clock: Clock,
        post: Post,
        backfill: Callable[[], Awaitable[None]],
        look_later: Callable[[LookUp], None],
        lives: Mapping[PositionId, Actor[Position | None, PositionFact]],
    ) -> None:
        self._venue, self._clock, self._post = venue, clock, post
        self._backfill, self._look_later, self._lives = backfill, look_later, lives
        self._bells: dict[PositionId, asyncio.TimerHandle] = {}
        self._inquiries: dict[OrderTag, bool] = {}
        """Orders that are being asked about: has somebody asked again meanwhile?"""
        self._cancels: dict[OrderTag, tuple[int, float]] = {}
        """Orders asked off the book: how often, and when last, in loop time, while each rests."""

    def close(self) -> None:
        """Forget all timers; recovery sets them anew."""
        for timer in self._bells.values():
            timer.cancel()
        self._bells.clear()

    async def perform(self, command: PositionCommand | Ladder) -> None:
        """Carry out one intention; returns when its answer has been posted."""
        match command:
            case PlaceEntry(position=position, order=order):
                self._answered(position, order.tag, await self._venue.enter(order))
            case PlaceExit(position=position, order=order, again=again):
                answer = await self._venue.exit(order)
                if again and isinstance(answer, Refused):
                    answer = Silent(answer.at, f"refused when it was sent again ({answer.code}): the first may stand")
                self._answered(position, order.tag, answer)
            case Ladder(position=position, orders=orders):
                for order, answer in zip(orders, await self._venue.exit_many(orders), strict=True):
                    self._answered(position, order.tag, answer)
            case MoveStop(position=position, tag=tag, quantity=quantity):
                ticket = StopTicket(tag, quantity) if quantity is not None else None
                answer = await self._venue.set_stop(command.symbol, command.side, command.price, ticket)
                self._answered(position, tag, answer)
            case CancelOrder(position=position, symbol=symbol, tag=tag):
                await self._cancel(position, symbol, tag)
            case LookUp(position=position, symbol=symbol, tag=tag):
                await self._inquire(position, symbol, tag)
            case ProveStop():
                await self._prove(command)
            case WakeAt():
                self._wake(command)

    def _answered(self, position: PositionId, tag: OrderTag, answer: Answer) -> None:
        match answer:
            case Accepted(at):
                self._post(OrderAccepted(position, at, tag))
            case Refused(at, code, reason):
                self._post(OrderRefused(position, at, tag, code, reason))
            case Silent(at, why):
                self._post(OutcomeUnknown(position, at, tag, why))

    async def _cancel(self, position: PositionId, symbol: Symbol, tag: OrderTag) -> None:
        life = self._lives.get(position)
        if life is not None and stop_orders.is_needed(life.state, tag):
            return  # it has waited behind other requests, and what had taken its place was sold or is gone since
        times, asked_at = self._cancels.get(tag, (0, 0.0))
        if times >= QUICK_CANCELS and _now_s() - asked_at < CANCEL_S:
            return  # whoever wants it off the book looks again
        kept = {one: (count, at) for one, (count, at) in self._cancels.items() if _now_s() - at < FORGOTTEN_S}
        self._cancels = {**kept, tag: (times + 1, _now_s())}
        answer = await self._venue.cancel(symbol, tag)
        if isinstance(answer, Accepted):
            # It may have filled before it was cancelled; the close behind it must not wait for that answer.
            self._look_later(LookUp(position, symbol, tag))
        else:
            self._post(OutcomeUnknown(position, answer.at, tag, str(answer)))

    async def _inquire(self, position: PositionId, symbol: Symbol, tag: OrderTag) -> None:
        """One question about an order at a time; who asks meanwhile has it asked anew, and does not ask beside it.

        Each silence asks again, and so does each review: side by side they were a flood (invariant I23).
        """
        is_asked = tag in self._inquiries
        self._inquiries[tag] = True
        if is_asked:
            return
        try:
            while self._inquiries[tag]:
                self._inquiries[tag] = False
                await self._look_up(position, symbol, tag)
        finally:
            del self._inquiries[tag]

    async def _look_up(self, position: PositionId, symbol: Symbol, tag: OrderTag) -> None:
        """Find out what became of an order; its fills are fetched before its end is told."""
        absences = 0
        for attempt in range(LOOKS_MAX):
            found = await self._venue.look_up(symbol, tag)
            match found:
                case OrderReport():
                    if found.filled:
                        await self._backfill()
                    self._reported(position, found)
                    return
                case Absent():
                    absences += 1
                    if absences == 2:
                        self._post(
                            OrderRefused(position, self._clock.now(), tag, "absent", "it never reached the venue")
                        )
                        return
                    await asyncio.sleep(max(SECOND_LOOK_S, self._venue.capabilities.absence_proof_s))
                case Silent():
                    await asyncio.sleep(2.0**attempt)
        self._post(OutcomeUnknown(position, self._clock.now(), tag, "the venue does not answer"))

    def _reported(self, position: PositionId, report: OrderReport) -> None:
        at, tag = self._clock.now(), report.tag
        match report.status:
            case OrderStatus.WORKING:
                self._post(OrderAccepted(position, at, tag))
            case OrderStatus.REJECTED if not report.filled:
                self._post(OrderRefused(position, at, tag, "rejected", report.reason))
            case OrderStatus.FILLED | OrderStatus.CANCELLED | OrderStatus.REJECTED:
                self._post(OrderEnded(position, at, tag, report.filled, report.reason or str(report.status)))

    async def _prove(self, command: ProveStop) -> None:
        """Read the stop back. Nothing held: fetch the fills that say why; the reconciler proves the rest."""
        for attempt in range(LOOKS_MAX):
            observed = await self._venue.observe()
            if isinstance(observed, Silent):
                await asyncio.sleep(2.0**attempt)
                continue
            held = _held(observed, command)
            if held is None:
                await self._backfill()
            elif held.stop is None:
                self._post(StopLost(command.position, observed.at, "the venue shows a position without a stop"))
            else:
                self._post(StopConfirmed(command.position, observed.at, held.stop, held.protected))
            return

    def _wake(self, command: WakeAt) -> None:
        """One bell a position, the earliest it asked for: at each review it says anew when the next is due.

        Were every bell rung, a venue that refuses everything would double them with each review (invariant I23).
        """
        loop, now = asyncio.get_running_loop(), self._clock.now()
        wait_s = max(0.0, (command.at - now).total_seconds())
        if command.within_s is not None:
            # A clock that is set back, or behind the venue's, does not make a wait longer (fault K01).
            wait_s = min(wait_s, command.within_s)
        rings_at = loop.time() + wait_s
        pending = self._bells.get(command.position)
        if pending is not None:
            if pending.when() <= rings_at:
                return
            pending.cancel()

        def ring() -> None:
            del self._bells[command.position]
            self._post(ReviewDue(command.position, max(command.at, self._clock.now())))

        self._bells[command.position] = loop.call_at(rings_at, ring)


def _now_s() -> float:
    return asyncio.get_running_loop().time()


def _held(observed: Observation, command: ProveStop) -> OpenPosition | None:
    symbol, side = command.symbol, command.side
    for holding in observed.positions:  # of a thousand: asked of each, a generator holds the loop up four times as long
        if holding.symbol == symbol and holding.side is side and holding.quantity > 0:
            return holding
    return None
