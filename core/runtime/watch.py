"""The watch: what is read from the venue, from the market and from the clock, and handed to the desk as facts.

Separate from `core.runtime.desk` because it decides nothing and owns no life: it looks, twice
where one look proves nothing, and says what it saw.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from loguru import logger

from core.events import (
    EntryFilled,
    ExitCause,
    ExitFilled,
    PositionFact,
    PriceReached,
    RangeMeasured,
    ReportDue,
    VenueHalted,
    VenueNoticed,
)
from core.market import Quote
from core.orders import Execution, FundingPaid, Silent, StreamGap, VenueHalt, VenueNotice, VenueReport
from core.position import Live, Over
from core.position.trailing import is_ranged
from core.rounds import Round, RoundDue
from core.runtime.advancing import held_life
from core.runtime.inbox import Inbox
from core.runtime.ranges import RangeMeter
from core.runtime.reconciler import Reconciler
from core.runtime.reports import Owner, position_of, translate
from core.vocabulary import ExecutionId, PositionId, Side, Symbol

if TYPE_CHECKING:
    from core.runtime.desk import TradingDesk

RECALLED = timedelta(days=1)
"""So old a trade may be of which only the venue knows that it is open."""
FILLS_OVERLAP = timedelta(seconds=60)
"""Fills are fetched from a little before the last one known; each counts once all the same."""
LATE_S_MAX = 0.25
"""A loop later than this is blocked by something (fault P04)."""


class Watch:
    """Looks at the venue for one desk."""

    def __init__(self, desk: TradingDesk) -> None:
        self._desk, self._parts = desk, desk.parts
        self.quotes: dict[Symbol, Quote] = {}
        self._meters: dict[Symbol, RangeMeter] = {}
        self.reconciler = Reconciler(desk, self.backfill)
        self._rounds = Inbox[Round](len(Round))
        self._due: dict[Round, tuple[float, RoundDue]] = {}
        """Those that wait, each with the moment it came last, in seconds that no set clock changes."""
        self._began, self._began_s = desk.parts.clock.now(), desk.parts.clock.monotonic()
        self._fills_since = self._began
        self._torn = asyncio.Event()

    async def follow_venue(self) -> None:
        """Turn the private stream into facts, for ever."""
        async for report in self._parts.venue.reports():
            if isinstance(report, StreamGap):
                self._torn.set()
                continue
            if isinstance(report, VenueHalt | VenueNotice):
                await self._hear(report)
                continue
            fact = self._fact(report, self._desk.owner)
            if fact is not None:
                self._desk.post(fact)

    async def mend_gaps(self) -> None:
        """Ask for what the stream may have missed, for ever: beside the stream, which goes on meanwhile."""
        while True:
            await self._torn.wait()
            self._torn.clear()
            await self.backfill()
            await self.reconcile()

    async def _hear(self, said: VenueHalt | VenueNotice) -> None:
        """What the venue says about itself; the same halt again is not news."""
        if isinstance(said, VenueNotice):
            await self._desk.tell(VenueNoticed(said.at, said.words))
        elif said.why != self._desk.account.halted:
            await self._desk.tell(VenueHalted(said.at, said.why))

    async def follow_prices(self) -> None:
        """Hear every tick, for ever; who dies of one leaves no price that may be old by the next round (fault P05)."""
        try:
            async for quote in self._parts.prices.ticks():
                self.hear_price(quote)
        finally:
            self.quotes.clear()

    def hear_price(self, quote: Quote) -> None:
        """Remember the newest quote and wake who waited for it."""
        self.quotes[quote.symbol] = quote
        meter = self._meters.get(quote.symbol)
        if meter is not None:
            meter.hear(quote)
        for position in self._desk.triggers.crossed(quote.symbol, quote.last):
            self._desk.post(PriceReached(position, quote.at, quote.last))

    def lived_to(self, at: datetime) -> None:
        """The life before this one ended then: whatever has filled since was told to nobody."""
        self._fills_since = min(at, self._fills_since)

    async def backfill(self, since: datetime | None = None) -> None:
        """Fetch the fills that the stream may have missed; those already booked change nothing."""
        # By what has passed: a wall clock that jumps ahead would skip whatever fills until then (fault K01).
        fetched_at = self._began + timedelta(seconds=self._parts.clock.monotonic() - self._began_s)
        shown = self.reconciler.observed
        if shown is not None and shown.at < self._fills_since - FILLS_OVERLAP:
            self._fills_since = shown.at - RECALLED  # it was ahead already when we began
        lately = self._fills_since - FILLS_OVERLAP
        if since is not None:
            self._fills_since = min(since, self._fills_since)  # until it is answered, also the next time
        missed = await self._parts.venue.executions(self._fills_since - FILLS_OVERLAP)
        if isinstance(missed, Silent):
            return
        self._fills_since = fetched_at
        fills = [told for told in missed if isinstance(told, Execution)]
        entries = (fill for fill in fills if fill.at >= lately and fill.side is fill.position_side.opening)
        # An entry whose cancel was said may have filled while we were dead: its position is over, and lives again.
        await self.reconciler.remember({position_of(fill.tag) for fill in entries if fill.tag is not None})
        holders: dict[tuple[Symbol, Side | None], PositionId] = {}

        def owner(symbol: Symbol, side: Side | None, at: datetime) -> PositionId | None:
            """A stop may come in the same batch as the entry it ended, before that entry is booked."""
            return holders.get((symbol, side)) or self._desk.owner(symbol, side, at)

        for fill in fills:
            if fill.tag is not None and self._is_booked(position_of(fill.tag), fill.id):
                continue  # as most of what is fetched again: it would cost a turn of the loop each
            fact = self._fact(fill, owner)
            if isinstance(fact, EntryFilled) and fact.opened and not fact.unwanted:
                holders[fill.symbol, fill.position_side] = fact.position
            if fact is not None and fact.position in self._desk.positions:
                self._desk.post(fact)
        for paid in missed:
            fact = self._fact(paid, self._desk.owner) if isinstance(paid, FundingPaid) else None
            if fact is not None:
                self._desk.post(fact)

    def _is_booked(self, position: PositionId, fill: ExecutionId) -> bool:
        actor = self._desk.positions.get(position)
        life = held_life(actor.state) if actor is not None else None
        return life is not None and fill in life.ledger.executions

    async def recalls(self, symbol: Symbol, side: Side) -> bool:
        """Is what nobody here knows of a trade of ours, one that lives in the journal or filled after its end?

        Asked before the owner is told of a stranger; True also while the venue does not answer.
        """
        told = await self._parts.venue.executions(self._parts.clock.now() - RECALLED)
        if isinstance(told, Silent):
            return True
        fills = (one for one in told if isinstance(one, Execution) and one.tag is not None)
        ours = [fill for fill in fills if (fill.symbol, fill.position_side) == (symbol, side)]
        opened = [fill for fill in ours if fill.side is side.opening]
        await self.reconciler.remember({position_of(fill.tag) for fill in opened if fill.tag is not None})
        recalled = False
        for fill in opened:
            fact = self._fact(fill, self._desk.owner)
            actor = self._desk.positions.get(fact.position) if fact is not None else None
            if fact is None or actor is None:
                continue
            recalled |= not self._is_booked(fact.position, fill.id) or not isinstance(actor.state, Over)
            self._desk.post(fact)
        return recalled

    def _fact(self, report: VenueReport, owner: Owner) -> PositionFact | None:
        """What a report says of one of ours; a fill after the end of its trade says it of the trade that came after.

        It is not wanted any more, and in a one-way account it may have reduced what that trade holds.
        """
        fact = translate(report, owner)
        if not isinstance(fact, EntryFilled) or not isinstance(report, Execution):
            return fact
        actor = self._desk.positions.get(fact.position)
        over = actor.state if actor is not None else None
        if not isinstance(over, Over) or self._is_booked(fact.position, fact.execution):
            return fact
        if report.side is report.position_side.opening:
            states = (one.state for one in self._desk.positions.values() if not isinstance(one.state, Over))
            return replace(fact, unwanted=any(one and one.plan.symbol == over.plan.symbol for one in states))
        holder = owner(report.symbol, report.position_side, report.at)
        if holder is None:
            return None
        cause = ExitCause.OUTSIDE
        return ExitFilled(holder, fact.at, None, fact.execution, fact.quantity, fact.price, fact.fee, cause)

    async def read_equity(self, due_s: float) -> None:
        """Read what the account is worth; silence leaves the last answer to grow old."""
        observed = self.reconciler.read_since(due_s) or await self._parts.venue.observe()
        if not isinstance(observed, Silent):
            await self.reconciler.tell_equity(observed)

    async def reconcile(self) -> bool:
        """Hold the venue against what we believe; False when it does not answer."""
        return await self.reconciler.reconcile()

    def due(self, due: RoundDue) -> None:
        """A round is due; one of a kind that still waits is made once, as the last of them."""
        if due.round not in self._due:
            self._rounds.put(due.round)
        self._due[due.round] = self._parts.clock.monotonic(), due

    async def make_rounds(self) -> None:
        """Do what is due, in order, for ever; those that fall due together share one reading of the venue."""
        while True:
            due_s, due = self._due.pop(await self._rounds.take())
            match due.round:  # the most frequent first
                case Round.GUARD:
                    await self.reconciler.guard(due_s)
                case Round.TRAILING:
                    self._show_prices()
                case Round.RECONCILE:
                    await self.reconcile()
                case Round.DRAWDOWN:
                    await self.read_equity(due_s)
                case Round.HEARTBEAT:
                    self._beat(due.at)
                case Round.REPORT:
                    await self._report(due.at)

    def _show_prices(self) -> None:
        for id_, state in self._desk.believed.waking:
            quote = self.quotes.get(state.plan.symbol)
            if quote is not None and self._desk.triggers.is_waiting(id_):
                self._desk.post(PriceReached(id_, quote.at, quote.last))
            if isinstance(state, Live) and is_ranged(state.plan):
                self._tell_range(state)

    def _tell_range(self, live: Live) -> None:
        """Measure the symbol from now on, and tell the position whenever its range has changed."""
        plan = live.plan
        average = self._meters.setdefault(plan.symbol, RangeMeter()).average
        if average is None:
            return
        measured = max(plan.instrument.tick, plan.instrument.price_near(average))
        if measured != live.range:
            self._desk.post(RangeMeasured(plan.position, self._parts.clock.now(), measured))

    def _beat(self, at: datetime) -> None:
        late_s = (self._parts.clock.now() - at).total_seconds()
        logger.debug("alive: {} positions held, the loop is {:.3f} s late", len(self._desk.believed.lives), late_s)
        if late_s > LATE_S_MAX:
            logger.warning("the loop is {:.2f} s late: something blocks it (fault P04)", late_s)

    async def _report(self, at: datetime) -> None:
        account = self._desk.account
        if account.equity is not None and account.day_equity is not None:
            await self._desk.tell(ReportDue(at, account.day, account.equity, account.day_equity))
