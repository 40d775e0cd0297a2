"""One Bybit account behind the port: what it is asked, what it tells, and whether it may trade at all.

The halves are elsewhere (`account` reads, `orders` writes, `stream` listens); here they share one
memory, and whatever keeps the venue from being traded on becomes one sentence in the chat that
names the profile and its environment.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from loguru import logger

from core.errors import VenueUnreachable
from core.instrument import Instrument
from core.orders import (
    Absent,
    Answer,
    EntryOrder,
    Execution,
    ExitOrder,
    Observation,
    OrderChange,
    OrderReport,
    Refused,
    Silent,
    StopReport,
    StreamGap,
    VenueHalt,
    VenueNotice,
    VenueReport,
)
from core.ports import Capabilities, Clock
from core.vocabulary import OrderTag, Price, Side, Symbol
from venues.bybit.account import Account
from venues.bybit.client import RECV_WINDOW_MS, BybitClient, Reply
from venues.bybit.codes import sentence
from venues.bybit.memory import Memory
from venues.bybit.orders import BATCH_MAX, Orders
from venues.bybit.places import Places
from venues.bybit.preflight import Findings, inspect, inspect_clock
from venues.bybit.rules import TradingRules
from venues.bybit.stream import Lost, Pace, PrivateStream
from venues.bybit.translate import CASH, TRADES, Row, Unreadable, execution_id, funding, held, is_bound, order_report
from venues.mailbox import Mail

GRACE_S = 1.5
"""Beyond the receive window: Bybit takes a stamp up to a second ahead, and clocks differ by half of one."""
OVERLAP = timedelta(seconds=60)
PACE = Pace()


@dataclass(frozen=True, slots=True)
class Profile:
    """One account as its owner configured it. Its key is used for nothing else.

    ``margin_mode``: "isolated", "cross", or "" to leave it as it is.
    """

    name: str
    environment: str
    key: str = field(repr=False)
    secret: str = field(repr=False)
    hedge: bool = False
    margin_mode: str = ""

    def __str__(self) -> str:
        return f"{self.name} (Bybit {self.environment})"


@dataclass(frozen=True, slots=True)
class Rounds:
    """How often what was sound at the start is looked at again, in seconds."""

    clock: float = 60.0
    key: float = 600.0
    rules: float = 3600.0
    troubled: float = 10.0
    """While something is wrong, everything is looked at this often."""


ROUNDS = Rounds()


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
        self._profile, self._clock, self._rounds = profile, clock, rounds
        self._client = BybitClient(places.rest, profile.key, profile.secret, clock)
        self._client.on_ban = self._banned
        self._client.on_key = self._key_refused
        self._memory, self._mail = Memory(), Mail()
        self._rules = TradingRules(places.catalogue, clock)
        self._account = Account(self._client, self._memory, clock)
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
        self._opened_at = clock.now()
        self._unfit = "its key has not been checked yet"
        self._troubles: dict[str, str] = {}
        self._told: set[str] = set()
        self._alarmed, self._fit = asyncio.Event(), asyncio.Event()

    async def close(self) -> None:
        self._client.close()

    # --- the port -------------------------------------------------------------------------

    async def instruments(self) -> Mapping[Symbol, Instrument]:
        """Looks whether this account may trade, then what. Raises `VenueUnreachable` with what to do."""
        findings, unread = await asyncio.gather(self.inspect(), self._rules.refresh(), return_exceptions=True)
        if isinstance(findings, BaseException):
            raise findings
        if not findings.is_sound:
            raise VenueUnreachable(f"{self._profile}: {'; '.join(findings.refusals) or findings.silent}")
        if unread is not None:
            raise unread
        self._fit.set()
        return self._rules.instruments

    async def inspect(self) -> Findings:
        """Clock, key, account and mode, as they are now."""
        findings = await inspect(self._client, environment=self._profile.environment, hedge=self._profile.hedge)
        self._orders.margin_mode = findings.margin_mode or self._orders.margin_mode
        self._unfit = "; ".join(findings.refusals) or findings.silent
        for warning in findings.warnings:
            self._notice(warning)
        return findings

    async def enter(self, order: EntryOrder) -> Answer:
        if self._unfit:
            return Refused(self._clock.now(), "preflight", f"{self._profile}: {self._unfit}; nothing was sent")
        return await self._orders.enter(order)

    async def exit(self, order: ExitOrder) -> Answer:
        return await self._orders.exit(order)

    async def exit_many(self, orders: Sequence[ExitOrder]) -> Sequence[Answer]:
        return await self._orders.exit_many(orders)

    async def amend(self, change: OrderChange) -> Answer:
        return await self._orders.amend(change)

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price) -> Answer:
        return await self._orders.set_stop(symbol, side, stop)

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        return await self._orders.cancel(symbol, tag)

    async def cancel_all(self, symbol: Symbol) -> Answer:
        return await self._orders.cancel_all(symbol)

    async def look_up(self, symbol: Symbol, tag: OrderTag) -> OrderReport | Absent | Silent:
        return await self._account.look_up(symbol, tag)

    async def observe(self) -> Observation | Silent:
        return await self._account.observe()

    async def executions(self, since: datetime) -> Sequence[Execution] | Silent:
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
        kind = str(row.get("execType"))
        if row.get("category", "linear") != "linear":
            return
        if kind in TRADES:
            trade = self._account.trade(row)
            if trade is None:
                raise Unreadable(f"a trade {row.get('execId')!r}")
            if kind in ("AdlTrade", "MovePosition", "Delivery") and trade.id not in self._told:
                self._notice(
                    f"{trade.symbol}: Bybit itself traded {trade.quantity} at {trade.price} ({kind})", trade.id
                )
            if self._memory.is_new(trade.id, trade.at):
                self._mail.publish([trade])
        elif kind == "Funding":
            paid = funding(row)
            if self._memory.is_new(execution_id(row), paid.at):
                self._mail.publish([paid])
        elif kind not in CASH:
            self._notice(
                f"Bybit tells of a {kind[:40]!r}, which is not known here and was not booked: look at it there"
            )

    def _ordered(self, row: Row) -> None:
        tag = str(row.get("orderLinkId") or "")
        self.stream.told(tag)
        if is_bound(row) or not self._memory.is_ours(tag):
            return
        report = order_report(row)
        if self._memory.newest(report) is report:
            self._mail.publish([report])

    def _positioned(self, row: Row) -> None:
        told = held(row)
        if row.get("category", "linear") != "linear" or self._memory.place(told, self._client.venue_now()) is not told:
            return
        gone = self._memory.stop_is_gone(told)
        if told.side is not None and told.quantity > 0 and (told.stop is not None or gone):
            at = self._clock.now()
            self._mail.publish([StopReport(told.symbol, told.side, told.stop, told.quantity, at)])

    async def _fetch_missed(self) -> None:
        """Before a line is believed: every trade it may have missed. Silence keeps it shut."""
        since = self._memory.traded_at or self._opened_at
        trades = await self._account.executions(since - OVERLAP)
        if isinstance(trades, Silent):
            raise Lost(f"what was missed could not be fetched: {trades.why}")
        self._mail.publish([trade for trade in trades if self._memory.is_new(trade.id, trade.at)])

    def _stream_fell(self, why: str) -> None:
        self._mail.publish([StreamGap(self._clock.now(), why)])

    def _stream_rose(self) -> None:
        self._mail.publish([StreamGap(self._clock.now(), "connected")])

    # --- what keeps it from being traded on ---------------------------------------------------

    async def look_after(self) -> None:
        """Look again at what was sound at the start, for ever."""
        await self._fit.wait()
        due = dict.fromkeys(("clock", "key", "rules"), self._clock.monotonic())
        while True:
            pause = self._rounds.troubled if self._troubles else min(self._rounds.clock, self._rounds.key)
            with suppress(TimeoutError):
                async with asyncio.timeout(min(pause, self._client.banned_s or pause)):
                    await self._alarmed.wait()
            if self._alarmed.is_set():
                self._alarmed.clear()
                continue  # something is wrong since a moment ago: it is looked at again after the shorter pause
            if not self._client.banned_s:
                self._mended("ban")
            elif self._troubles:
                continue
            now = self._clock.monotonic()
            if "key" in self._troubles or now - due["key"] >= self._rounds.key:
                due["key"] = now
                self._found("key", await self.inspect())
            elif "clock" in self._troubles or now - due["clock"] >= self._rounds.clock:
                due["clock"] = now
                self._found("clock", await inspect_clock(self._client))
            if now - due["rules"] >= self._rounds.rules:
                due["rules"] = now
                await self.refresh_rules()

    def _found(self, kind: str, findings: Findings) -> None:
        why = "; ".join(findings.refusals) or findings.silent
        if why:
            self._trouble(kind, why)
        else:
            for mended in {kind, "clock"}:  # everything looked at includes the clock
                self._mended(mended)

    async def refresh_rules(self) -> None:
        """Read the rules anew; what is held and soon taken off the list is said."""
        try:
            await self._rules.refresh()
        except VenueUnreachable as trouble:
            logger.warning("{}: {}", self._profile, trouble)
            return
        for (symbol, _), known in self._memory.positions.items():
            if known.open() is not None and symbol in self._rules.ends:
                self._notice(
                    f"{symbol} is held and taken off the list on {self._rules.ends[symbol]:%Y-%m-%d %H:%M} UTC"
                )

    async def follow_tiers(self) -> None:
        """Read the tiers behind everything else, for ever."""
        await self._fit.wait()
        await self._rules.follow_tiers(self._rounds.rules, self._rounds.troubled)

    def _banned(self) -> None:
        self._trouble(
            "ban",
            f"Bybit has shut this address out for {self._client.banned_s / 60:.0f} minutes (too many requests, or a "
            "region it does not serve); nothing is asked until then, stops stay at the venue",
        )

    def _key_refused(self, answer: Reply) -> None:
        """News only of a key that was sound: whoever looks at it before the start says so himself."""
        if not self._unfit:
            self._unfit = f"the key is refused: {sentence(answer.code, answer.text)} ({answer.code})"
            self._trouble("key", self._unfit)

    def _trouble(self, kind: str, why: str) -> None:
        self._troubles[kind] = why
        self._alarmed.set()
        self._tell_troubles()

    def _mended(self, kind: str) -> None:
        if self._troubles.pop(kind, None) is not None:
            self._tell_troubles()

    def _tell_troubles(self) -> None:
        """Everything that is wrong, under the profile's name; nothing when all is mended."""
        words = f"{self._profile}: {'; '.join(self._troubles.values())}" if self._troubles else ""
        self._mail.publish([VenueHalt(self._clock.now(), words)])

    def _notice(self, words: str, key: str = "") -> None:
        """Say it once a life."""
        if (key or words) not in self._told and len(self._told) < 10_000:
            self._told.add(key or words)
            logger.warning("{}: {}", self._profile, words)
            self._mail.publish([VenueNotice(self._clock.now(), f"{self._profile}: {words}")])


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
        "looking after": venue.look_after,
        "risk tiers": venue.follow_tiers,
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
