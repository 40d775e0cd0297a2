"""One Bybit account behind the port: what it is asked, what it tells, and whether it may trade at all.

The parts are elsewhere (`account` reads, `orders` writes, `stream` listens, `fitness` says whether
it may be traded on); here they share one memory, and what the stream tells becomes reports.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from random import Random

from loguru import logger

from core.errors import VenueUnreachable
from core.instrument import Instrument
from core.orders import (
    Absent,
    Answer,
    EntryOrder,
    ExitOrder,
    Observation,
    OrderChange,
    OrderReport,
    Refused,
    Silent,
    StopReport,
    StopTicket,
    StreamGap,
    Transaction,
    VenueReport,
)
from core.ports import Capabilities, Clock
from core.vocabulary import OrderTag, Price, Side, Symbol
from venues.bybit.account import Account
from venues.bybit.client import RECV_WINDOW_MS, BybitClient
from venues.bybit.fitness import Fitness, Rounds
from venues.bybit.guards import MIXED, Guards
from venues.bybit.limits import SHUT_OUT
from venues.bybit.memory import Memory
from venues.bybit.orders import BATCH_MAX, Orders
from venues.bybit.places import Places, Profile
from venues.bybit.preflight import Findings
from venues.bybit.rules import TradingRules
from venues.bybit.stream import Pace, PrivateStream
from venues.bybit.translate import (
    CASH,
    FUNDING,
    TRADES,
    Row,
    Unreadable,
    funding,
    held,
    is_bound,
    is_guard,
    is_part,
    order_report,
    symbol_of,
)
from venues.line import Lost
from venues.mailbox import Mail

GRACE_S = 1.5
"""Beyond the receive window: Bybit takes a stamp up to a second ahead, and clocks differ by half of one."""
OVERLAP = timedelta(seconds=60)
PACE, ROUNDS = Pace(), Rounds()


class BybitVenue:
    """Made by `open_bybit`; implements `core.ports.Venue`."""

    def __init__(
        self, profile: Profile, places: Places, clock: Clock, rounds: Rounds, pace: Pace, dice: Random | None = None
    ) -> None:
        self.name = profile.name
        self.capabilities = Capabilities(
            attached_stop=True,
            hedge_mode=profile.hedge,
            absence_proof_s=RECV_WINDOW_MS / 1000 + GRACE_S,
            remote=True,
            batch_max=BATCH_MAX,
        )
        self._profile, self._clock = profile, clock
        self._client = BybitClient(places.rest, profile.key, profile.secret, clock)
        self._memory, self._mail = Memory(), Mail()
        self._rules = TradingRules(places.catalogue, clock)
        self._account = Account(self._client, self._memory, clock)
        self.fitness = Fitness(profile, self._client, self._rules, self._memory, self._mail, clock, rounds)
        self.stream = PrivateStream(
            places.private,
            profile.key,
            profile.secret,
            clock,
            self._client,
            take=self._take,
            fetch=self._fetch_missed,
            fell=self._stream_fell,
            rose=self._stream_rose,
            pace=pace,
            dice=dice,
        )
        self._orders = Orders(
            self._client,
            self._account,
            self._memory,
            self._rules,
            clock,
            hedge=profile.hedge,
            margin_mode=profile.margin_mode,
            expect=self.stream.expect,
        )
        self.guards = Guards(
            self._account,
            self._orders,
            self._memory,
            self._mail,
            clock,
            self.fitness.notice,
            hedge=profile.hedge,
        )
        self._opened_at = clock.now()

    async def close(self) -> None:
        self._client.close()

    # --- the port -------------------------------------------------------------------------

    async def instruments(self) -> Mapping[Symbol, Instrument]:
        """Looks whether this account may trade, then what. Raises `VenueUnreachable` with what to do."""
        if self._client.banned_s:
            raise VenueUnreachable(f"{self._profile}: {SHUT_OUT}")
        findings, unread = await asyncio.gather(self.inspect(), self._rules.refresh(), return_exceptions=True)
        if isinstance(findings, BaseException):
            raise findings
        if not findings.is_sound:
            raise VenueUnreachable(f"{self._profile}: {'; '.join(findings.refusals) or findings.silent}")
        if unread is not None:
            raise unread
        self.fitness.begin()
        return self._rules.instruments

    async def inspect(self) -> Findings:
        """Clock, key, account and mode, as they are now."""
        return await self.fitness.inspect()

    async def enter(self, order: EntryOrder) -> Answer:
        if self.fitness.unfit:
            return Refused(self._clock.now(), "preflight", f"{self._profile}: {self.fitness.unfit}; nothing was sent")
        return await self._orders.enter(order)

    async def exit(self, order: ExitOrder) -> Answer:
        return await self._orders.exit(order)

    async def exit_many(self, orders: Sequence[ExitOrder]) -> Sequence[Answer]:
        return await self._orders.exit_many(orders)

    async def amend(self, change: OrderChange) -> Answer:
        return await self._orders.amend(change)

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price, ticket: StopTicket | None = None) -> Answer:
        answer = await self._orders.set_stop(symbol, side, stop)
        if isinstance(answer, Refused) and answer.code in MIXED:
            return await self.guards.stand(symbol, side, stop)
        if symbol in self._memory.guarded:
            self.guards.touched(symbol)  # the position has its own stop again
        return answer

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        return await self._orders.cancel(symbol, tag)

    async def cancel_all(self, symbol: Symbol) -> Answer:
        return await self._orders.cancel_all(symbol)

    async def look_up(self, symbol: Symbol, tag: OrderTag) -> OrderReport | Absent | Silent:
        return await self._account.look_up(symbol, tag)

    async def observe(self) -> Observation | Silent:
        seen = await self._account.observe()
        if isinstance(seen, Observation):
            for left in self._memory.guarded - {position.symbol for position in seen.positions}:
                self.guards.touched(left)
        return seen

    async def executions(self, since: datetime) -> Sequence[Transaction] | Silent:
        return await self._account.executions(since)

    def reports(self) -> AsyncIterator[VenueReport]:
        return self._mail.read()

    # --- what the stream tells --------------------------------------------------------------

    def _take(self, topic: str, row: Row) -> None:
        """One row of the private stream; one that cannot be read is left to the next look (fault B43)."""
        try:
            match topic:
                case "execution":
                    self._executed(row)
                case "order":
                    self._ordered(row)
                case "position":
                    self._positioned(row)
                case _:
                    pass  # what the wallet is worth is read with the rest of the account
        except Unreadable as wrong:
            self.stream.tally["unreadable"] += 1
            logger.warning("{}: a row of {} cannot be read ({})", self._profile, topic, wrong)
            self._mail.publish([StreamGap(self._clock.now(), f"a row of {topic} could not be read")])

    def _executed(self, row: Row) -> None:
        kind = str(row.get("execType", "Trade"))
        if row.get("category", "linear") != "linear":
            return
        if kind in TRADES:
            trade = self._account.trade(row)
            if trade is None:
                raise Unreadable(f"a trade {row.get('execId')!r}")
            if kind in ("AdlTrade", "MovePosition", "Delivery"):
                self.fitness.notice(
                    f"{trade.symbol}: Bybit itself traded {trade.quantity} at {trade.price} ({kind})", trade.id
                )
            if self._memory.is_new(trade.id, trade.at):
                self._mail.publish([trade])
        elif kind == FUNDING:
            paid = funding(row)
            if self._memory.is_new(paid.id, paid.at):
                self._mail.publish([paid])
        elif kind not in CASH:
            self.fitness.notice(
                f"Bybit tells of a {kind[:40]!r}, which is not known here and was not booked: look at it there"
            )

    def _ordered(self, row: Row) -> None:
        tag = str(row.get("orderLinkId") or "")
        self.stream.told(tag)
        if is_part(row) or is_guard(row):
            self.guards.touched(symbol_of(row))
        if is_bound(row) or not self._memory.is_ours(tag):
            return
        report = order_report(row)
        if self._memory.newest(report) is report:
            self._mail.publish([report])

    def _positioned(self, row: Row) -> None:
        told = held(row)
        if row.get("category", "linear") != "linear" or self._memory.place(told, self._client.venue_now()) is not told:
            return
        if told.symbol in self._memory.guarded and told.quantity <= 0:
            self.guards.touched(told.symbol)
        gone = self._memory.stop_is_gone(told)
        if told.side is not None and told.quantity > 0 and (told.stop is not None or gone):
            at = self._clock.now()
            self._mail.publish([StopReport(told.symbol, told.side, told.stop, told.quantity, at)])

    async def _fetch_missed(self) -> None:
        """Before a line is believed: every execution it may have missed, funding too. Silence keeps it shut."""
        since = self._memory.traded_at or self._opened_at
        rows = await self._account.executed(since - OVERLAP)
        if isinstance(rows, Silent):
            raise Lost(f"what was missed could not be fetched: {rows.why}")
        for row in rows:
            self._take("execution", row)

    def _stream_fell(self, why: str) -> None:
        self._mail.publish([StreamGap(self._clock.now(), why)])

    def _stream_rose(self) -> None:
        self._mail.publish([StreamGap(self._clock.now(), "connected")])


@asynccontextmanager
async def open_bybit(
    profile: Profile,
    places: Places,
    clock: Clock,
    *,
    rounds: Rounds = ROUNDS,
    pace: Pace = PACE,
    dice: Random | None = None,
) -> AsyncIterator[BybitVenue]:
    """One account of Bybit. Nothing is asked until `instruments` is; the stream connects by itself.

    Leaving it closes the line and the threads; every order and stop stays where it is.
    """
    venue = BybitVenue(profile, places, clock, rounds, pace, dice)
    works = {
        "private stream": venue.stream.live,
        "looking after": venue.fitness.look_after,
        "risk tiers": venue.fitness.follow_tiers,
        "guards": venue.guards.watch,
    }
    tasks = [asyncio.create_task(_always(f"{profile}: {name}", work)) for name, work in works.items()]
    try:
        yield venue
    finally:
        for task in reversed(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await venue.close()


async def _always(name: str, work: Callable[[], Awaitable[None]]) -> None:
    """Work that must not end; what it dies of is told, and it begins again (fault P05)."""
    while True:
        try:
            await work()
        except Exception as failure:  # the roof of a task: it begins again below
            logger.opt(exception=failure).critical("{} failed and begins again", name)
        await asyncio.sleep(1.0)
