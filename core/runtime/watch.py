"""The watch: what is read from the venue, from the market and from the clock, and handed to the desk as facts.

Separate from `core.runtime.desk` because it decides nothing and owns no life: it looks, twice
where one look proves nothing, and says what it saw.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from loguru import logger

from core.events import (
    EntryFilled,
    EquityRead,
    PriceReached,
    RangeMeasured,
    ReportDue,
    StrangerFound,
    VenueHalted,
    VenueNoticed,
)
from core.market import Quote
from core.orders import Observation, Silent, StreamGap, VenueHalt, VenueNotice
from core.position import Closing, Live, Over
from core.position.listening import SILENT, levels
from core.position.trailing import is_ranged
from core.reconcile import Suspicion, compare
from core.rounds import Round, RoundDue
from core.runtime.ranges import RangeMeter
from core.runtime.replay import replay_position, version_after
from core.runtime.reports import position_of, translate
from core.vocabulary import ZERO, PositionId, Quantity, Side, StreamId, Symbol

if TYPE_CHECKING:
    from core.runtime.desk import TradingDesk

FILLS_OVERLAP = timedelta(seconds=60)
"""Fills are fetched from a little before the last one known; each counts once all the same."""
LATE_S_MAX = 0.25
"""A loop later than this is blocked by something (fault P04)."""
RETIRE_AFTER = timedelta(hours=1)
ROUNDS_MAX = 20


class Watch:
    """Looks at the venue for one desk."""

    def __init__(self, desk: TradingDesk) -> None:
        self._desk, self._parts = desk, desk.parts
        self.quotes: dict[Symbol, Quote] = {}
        self.proof_at: datetime | None = None
        self._meters: dict[Symbol, RangeMeter] = {}
        self._rounds: asyncio.Queue[RoundDue] = asyncio.Queue(maxsize=ROUNDS_MAX)
        self._suspicions: frozenset[Suspicion] = frozenset()
        self._strangers: set[tuple[Symbol, Side]] = set()
        self._fills_since = desk.parts.clock.now()

    @property
    def suspects(self) -> bool:
        """Did the last reading of the venue differ from what we believe?"""
        return bool(self._suspicions)

    async def follow_venue(self) -> None:
        """Turn the private stream into facts, for ever."""
        async for report in self._parts.venue.reports():
            if isinstance(report, StreamGap):
                await self.backfill()
                await self.reconcile()
                continue
            if isinstance(report, VenueHalt | VenueNotice):
                await self._hear(report)
                continue
            fact = translate(report, self._desk.owner)
            if fact is not None:
                self._desk.post(fact)

    async def _hear(self, said: VenueHalt | VenueNotice) -> None:
        """What the venue says about itself; the same halt again is not news."""
        if isinstance(said, VenueNotice):
            await self._desk.tell(VenueNoticed(said.at, said.words))
        elif said.why != self._desk.account.halted:
            await self._desk.tell(VenueHalted(said.at, said.why))

    async def follow_prices(self) -> None:
        """Hear every tick, for ever."""
        async for quote in self._parts.prices.ticks():
            self.hear_price(quote)

    def hear_price(self, quote: Quote) -> None:
        """Remember the newest quote and wake who waited for it."""
        self.quotes[quote.symbol] = quote
        meter = self._meters.get(quote.symbol)
        if meter is not None:
            meter.hear(quote)
        for position in self._desk.triggers.crossed(quote.symbol, quote.last):
            self._desk.post(PriceReached(position, quote.at, quote.last))

    async def backfill(self, since: datetime | None = None) -> None:
        """Fetch the fills that the stream may have missed; those already booked change nothing."""
        fetched_at = self._parts.clock.now()
        if since is not None:
            self._fills_since = min(since, self._fills_since)  # until it is answered, also the next time
        fills = await self._parts.venue.executions(self._fills_since - FILLS_OVERLAP)
        if isinstance(fills, Silent):
            return
        self._fills_since = fetched_at
        holders: dict[tuple[Symbol, Side | None], PositionId] = {}

        def owner(symbol: Symbol, side: Side | None, at: datetime) -> PositionId | None:
            """A stop may come in the same batch as the entry it ended, before that entry is booked."""
            return holders.get((symbol, side)) or self._desk.owner(symbol, side, at)

        for fill in fills:
            fact = translate(fill, owner)
            if isinstance(fact, EntryFilled):
                holders[fill.symbol, fill.position_side] = fact.position
            if fact is not None and fact.position in self._desk.positions:
                self._desk.post(fact)

    async def read_equity(self) -> None:
        """Ask the venue what the account is worth; silence leaves the last answer to grow old."""
        observed = await self._parts.venue.observe()
        if not isinstance(observed, Silent):
            await self._desk.tell(EquityRead(observed.at, observed.equity, observed.balance))

    async def reconcile(self) -> bool:
        """Hold the venue against what we believe and post the differences; False when it does not answer."""
        observed = await self._parts.venue.observe()
        if isinstance(observed, Silent):
            logger.warning("the venue does not answer: {}", observed.why)
            return False
        await self._desk.tell(EquityRead(observed.at, observed.equity, observed.balance))
        await self._remember_owners(observed)
        believed = {id_: actor.state for id_, actor in self._desk.positions.items() if actor.state is not None}
        found = compare(believed, observed, self._suspicions)
        if found.suspicions - self._suspicions:
            await self.backfill()  # the fills that explain it, with their prices, before the second look guesses
        self._suspicions = found.suspicions
        self.proof_at = observed.at
        for fact in found.facts:
            if not isinstance(fact, StrangerFound):
                self._desk.post(fact)  # type: ignore[arg-type]
            elif (fact.symbol, fact.side) not in self._strangers:
                self._strangers.add((fact.symbol, fact.side))
                await self._desk.tell(fact)
        await self._forget_strangers(observed)
        self._retire(observed.at)
        for symbol, tag in found.orphans:
            logger.warning("sweeping {}: its position is over", tag)
            await self._parts.venue.cancel(symbol, tag)
        return True

    async def _forget_strangers(self, observed: Observation) -> None:
        """What was not ours and is gone blocks its symbol no longer."""
        held = {(held.symbol, held.side) for held in observed.positions if held.quantity > 0}
        for symbol, side in self._strangers - held:
            self._strangers.discard((symbol, side))
            await self._desk.tell(StrangerFound(observed.at, symbol, side, Quantity(ZERO)))

    async def _remember_owners(self, observed: Observation) -> None:
        """An order of ours may outlive the memory of its position: a death came between its end and the sweep."""
        owners = {position_of(order.tag) for order in observed.orders} - self._desk.positions.keys()
        for owner in owners & set(await self._parts.journal.streams()):
            lines = await self._parts.journal.read(StreamId(owner))
            state = replay_position(lines)
            if isinstance(state, Over):
                self._desk.adopt(PositionId(owner), state, version_after(lines))

    def due(self, due: RoundDue) -> None:
        """A round is due; one of a kind that still waits is not due twice."""
        if not self._rounds.full():
            self._rounds.put_nowait(due)

    async def make_rounds(self) -> None:
        """Do what is due, in order, for ever."""
        while True:
            due = await self._rounds.get()
            match due.round:
                case Round.RECONCILE:
                    await self.reconcile()
                case Round.TRAILING:
                    self._show_prices()
                case Round.DRAWDOWN:
                    await self.read_equity()
                case Round.HEARTBEAT:
                    self._beat(due.at)
                case Round.REPORT:
                    await self._report(due.at)

    def _show_prices(self) -> None:
        for id_, actor in self._desk.positions.items():
            state = actor.state
            quote = self.quotes.get(state.plan.symbol) if state is not None else None
            if quote is not None and levels(state) != SILENT:
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
        held = sum(isinstance(actor.state, Live | Closing) for actor in self._desk.positions.values())
        logger.debug("alive: {} positions held, the loop is {:.3f} s late", held, late_s)
        if late_s > LATE_S_MAX:
            logger.warning("the loop is {:.2f} s late: something blocks it (fault P04)", late_s)

    async def _report(self, at: datetime) -> None:
        account = self._desk.account
        if account.equity is not None and account.day_equity is not None:
            await self._desk.tell(ReportDue(at, account.day, account.equity, account.day_equity))

    def _retire(self, at: datetime) -> None:
        """Let go of positions that have been over for an hour; the journal keeps them."""
        for id_, actor in list(self._desk.positions.items()):
            if isinstance(actor.state, Over) and at - actor.state.at > RETIRE_AFTER:
                self._desk.let_go(id_)
