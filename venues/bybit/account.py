"""Reading the account: what it holds, what became of an order, what was traded.

Separate from the orders because nothing here changes anything, so all of it may be asked again.
A list that is empty, old or short proves nothing by itself (invariant I9): what was told later
by another way counts (`venues.bybit.memory`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from loguru import logger

from core.orders import Absent, Execution, Observation, OrderReport, OrderStatus, Silent, Transaction
from core.ports import Clock
from core.vocabulary import Money, OrderTag, Symbol
from venues.bybit.client import BybitClient, NoReply, Reply
from venues.bybit.cover import cover
from venues.bybit.memory import Memory
from venues.bybit.translate import (
    FUNDING,
    TRADES,
    Held,
    Row,
    Unreadable,
    execution,
    funding,
    held,
    is_bound,
    is_guard,
    number,
    order_report,
    symbol_of,
)

PAGES_MAX = 100
WINDOW = timedelta(days=7)
"""Bybit lists executions of at most a week at a time."""
LINEAR: dict[str, Any] = {"category": "linear"}
USDT: dict[str, Any] = {"category": "linear", "settleCoin": "USDT"}


class Account:
    """What one account tells when it is asked."""

    def __init__(self, client: BybitClient, memory: Memory, clock: Clock) -> None:
        self._client, self._memory, self._clock = client, memory, clock

    # --- one order --------------------------------------------------------------------------

    async def look_up(self, symbol: Symbol, tag: OrderTag) -> OrderReport | Absent | Silent:
        """Over working and closed orders. Absence in one of the lists alone proves nothing (fault B38)."""
        words = {**LINEAR, "symbol": symbol, "orderLinkId": tag}
        for method in ("get_open_orders", "get_order_history"):
            answer = await self._client.ask(method, **words)
            if isinstance(answer, NoReply):
                return self._silent(answer.why)
            if answer.code != 0:
                return self._silent(f"{answer.text} ({answer.code})")
            for row in answer.rows():
                if row.get("orderLinkId") == tag:
                    try:
                        return self._memory.newest(order_report(row))
                    except Unreadable as wrong:
                        return self._silent(f"the order {tag} cannot be read: {wrong}")
        known = self._memory.order(tag)
        return known if known is not None else Absent(self._clock.now())

    async def working(self, symbol: Symbol | None = None) -> list[OrderReport] | Silent:
        """Our working orders, and those without a name; what only guards a position is not among them."""
        rows = await self._open_orders(symbol)
        return rows if isinstance(rows, Silent) else self._working(rows)

    async def _open_orders(self, symbol: Symbol | None = None) -> list[Row] | Silent:
        words: dict[str, Any] = {**LINEAR, "symbol": symbol} if symbol else dict(USDT)
        rows = await self._rows("get_open_orders", words, limit=50)
        if not isinstance(rows, Silent):
            self._memory.guarded |= {symbol_of(row) for row in rows if is_guard(row)}
        return rows

    def _working(self, rows: Sequence[Row]) -> list[OrderReport]:
        reports = [self._memory.newest(report) for row in rows if (report := self._order(row)) is not None]
        return [report for report in reports if report.status is OrderStatus.WORKING]

    def _order(self, row: Row) -> OrderReport | None:
        if is_bound(row) or is_guard(row):
            return None
        try:
            return order_report(row)
        except Unreadable as wrong:
            logger.warning("an order of Bybit's list is left out: {}", wrong)
            return None

    # --- everything held --------------------------------------------------------------------

    async def observe(self) -> Observation | Silent:
        """Positions, working orders and money, asked for at the same time."""
        at = self._clock.now()
        places, rows, money = await asyncio.gather(self._places(), self._open_orders(), self._money())
        if isinstance(places, Silent):
            return places
        if isinstance(rows, Silent):
            return rows
        if isinstance(money, Silent):
            return money
        held_now = ((place, place.open()) for place in places)
        positions = tuple(replace(each, stop=cover(place, rows)) for place, each in held_now if each is not None)
        return Observation(at, *money, positions, tuple(self._working(rows)))

    async def look(self, symbol: Symbol) -> tuple[list[Held], list[Row]] | Silent:
        """The positions of one symbol, empty ones too, and the rows of its working orders."""
        silent, rows = await asyncio.gather(self._ask_again(symbol), self._open_orders(symbol))
        if silent is not None:
            return silent
        if isinstance(rows, Silent):
            return rows
        return [place for place in self._memory.positions.values() if place.symbol == symbol], rows

    async def _places(self) -> list[Held] | Silent:
        """What the list shows, unless the stream has told something newer of it (faults B15, B17)."""
        rows = await self._rows("get_positions", dict(USDT), limit=200)
        if isinstance(rows, Silent):
            return rows
        told = set()
        for row in rows:
            try:
                place = self._memory.place(held(row), self._client.venue_now())
            except Unreadable as wrong:
                return self._silent(f"a position cannot be read: {wrong}")  # a blind spot is not flat
            told.add((place.symbol, place.index))
        for missing in [key for key, known in self._memory.positions.items() if known.open() and key not in told]:
            silent = await self._ask_again(missing[0])
            if silent is not None:
                return silent
        return list(self._memory.positions.values())

    async def _ask_again(self, symbol: Symbol) -> Silent | None:
        """Read the rows of one symbol: its own say whether a position is gone, and how new that is."""
        rows = await self._rows("get_positions", {**LINEAR, "symbol": symbol}, limit=200)
        if isinstance(rows, Silent):
            return rows
        for row in rows:
            try:
                self._memory.place(held(row), self._client.venue_now())
            except Unreadable as wrong:
                return self._silent(f"a position cannot be read: {wrong}")
        return None

    async def _money(self) -> tuple[Money, Money, Money] | Silent:
        """Equity, balance and margin in use, of the whole unified account."""
        answer = await self._client.ask("get_wallet_balance", accountType="UNIFIED")
        rows = answer.rows() if isinstance(answer, Reply) and answer.code == 0 else ()
        if not rows:
            return self._silent(_why(answer) or "no wallet in the answer")
        try:
            names = ("totalEquity", "totalWalletBalance", "totalInitialMargin")
            equity, balance, margin = (Money(number(rows[0], name)) for name in names)
        except Unreadable as wrong:
            return self._silent(f"the wallet cannot be read: {wrong}")
        return equity, balance, margin

    # --- what was traded --------------------------------------------------------------------

    async def executions(self, since: datetime) -> Sequence[Transaction] | Silent:
        """See `core.ports.Venue`."""
        rows = await self.executed(since)
        if isinstance(rows, Silent):
            return rows
        found = {told.id: told for row in rows if (told := self._transaction(row)) is not None}
        return sorted(found.values(), key=lambda told: told.at)

    async def executed(self, since: datetime) -> list[Row] | Silent:
        """Every row of the executions from ``since`` on, trades and cash, oldest first."""
        found: list[Row] = []
        end = self._clock.now() + WINDOW
        for began in _windows(since, end):
            # Bybit's clock may be behind ours, so the last window ends in the future.
            span: dict[str, Any] = {"startTime": _ms(began), "endTime": _ms(min(began + WINDOW, end))}
            rows = await self._rows("get_executions", {**LINEAR, **span}, limit=100)
            if isinstance(rows, Silent):
                return rows
            found += reversed(rows)  # told newest first: so those of one millisecond keep their order
            if began + WINDOW > self._clock.now():
                break
        return found

    def trade(self, row: Row) -> Execution | None:
        """A row as a trade; None for cash, for another category and for what cannot be read (fault B34)."""
        told = self._transaction(row)
        return told if isinstance(told, Execution) else None

    def _transaction(self, row: Row) -> Transaction | None:
        kind = row.get("execType", "Trade")
        if row.get("category", "linear") != "linear" or not (kind in TRADES or kind == FUNDING):
            return None
        try:
            if kind == FUNDING:
                return funding(row)
            return execution(row, is_ours=self._memory.is_ours(str(row.get("orderLinkId") or "")))
        except Unreadable as wrong:
            logger.warning("an execution of Bybit's is left out: {}", wrong)
            return None

    # --- asking -----------------------------------------------------------------------------

    async def _rows(self, method: str, words: dict[str, Any], *, limit: int) -> list[Row] | Silent:
        """All pages of a list."""
        rows: list[Row] = []
        cursor = ""
        for _ in range(PAGES_MAX):
            page: dict[str, Any] = {"cursor": cursor} if cursor else {}
            answer = await self._client.ask(method, **words, limit=limit, **page)
            if isinstance(answer, NoReply) or answer.code != 0:
                return self._silent(_why(answer))
            listed = answer.result.get("list")
            if not isinstance(listed, list):
                return self._silent("an answer without its list")
            rows += answer.rows()
            following = answer.result.get("nextPageCursor")
            if not isinstance(following, str) or not following or following == cursor or len(listed) < limit:
                return rows
            cursor = following
        return self._silent(f"more than {PAGES_MAX} pages")

    def _silent(self, why: str) -> Silent:
        return Silent(self._clock.now(), why)


def _windows(since: datetime, end: datetime) -> Iterator[datetime]:
    while since < end:
        yield since
        since += WINDOW


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _why(answer: Reply | NoReply) -> str:
    if isinstance(answer, NoReply):
        return answer.why
    return f"{answer.text} ({answer.code})" if answer.code else ""
