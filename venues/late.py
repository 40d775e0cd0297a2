"""A paper account whose contracts may not be readable yet: nothing is traded until they are, and its owner is told why.

Separate from `venues.paper` because an account needs its contracts from its first moment on, while
the desk has to be there before, so that somebody can say what it waits for.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import datetime

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
    StopTicket,
    Transaction,
    VenueReport,
)
from core.ports import Capabilities, Clock, Venue
from core.vocabulary import OrderTag, Price, Side, Symbol

WAITS = "the paper account waits for its list of contracts"


class LateVenue:
    """``open_account`` makes the account, or raises `VenueUnreachable`; it is asked until it has done so once."""

    def __init__(
        self, name: str, capabilities: Capabilities, clock: Clock, open_account: Callable[[], Awaitable[Venue]]
    ) -> None:
        self.name, self.capabilities = name, capabilities
        self._clock, self._open_account = clock, open_account
        self._venue: Venue | None = None
        self._opened = asyncio.Event()

    async def instruments(self) -> Mapping[Symbol, Instrument]:
        if self._venue is None:
            self._venue = await self._open_account()
            self._opened.set()
        return await self._venue.instruments()

    async def enter(self, order: EntryOrder) -> Answer:
        return await self._venue.enter(order) if self._venue is not None else self._refused()

    async def exit(self, order: ExitOrder) -> Answer:
        return await self._venue.exit(order) if self._venue is not None else self._refused()

    async def exit_many(self, orders: Sequence[ExitOrder]) -> Sequence[Answer]:
        return await self._venue.exit_many(orders) if self._venue is not None else [self._refused() for _ in orders]

    async def amend(self, change: OrderChange) -> Answer:
        return await self._venue.amend(change) if self._venue is not None else self._refused()

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price, ticket: StopTicket | None = None) -> Answer:
        return await self._venue.set_stop(symbol, side, stop, ticket) if self._venue is not None else self._silent()

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        return await self._venue.cancel(symbol, tag) if self._venue is not None else self._silent()

    async def cancel_all(self, symbol: Symbol) -> Answer:
        return await self._venue.cancel_all(symbol) if self._venue is not None else self._silent()

    async def look_up(self, symbol: Symbol, tag: OrderTag) -> OrderReport | Absent | Silent:
        return await self._venue.look_up(symbol, tag) if self._venue is not None else self._silent()

    async def observe(self) -> Observation | Silent:
        return await self._venue.observe() if self._venue is not None else self._silent()

    async def executions(self, since: datetime) -> Sequence[Transaction] | Silent:
        return await self._venue.executions(since) if self._venue is not None else self._silent()

    async def reports(self) -> AsyncIterator[VenueReport]:
        await self._opened.wait()
        if self._venue is not None:
            async for report in self._venue.reports():
                yield report

    def _refused(self) -> Refused:
        return Refused(self._clock.now(), "unopened", f"{WAITS}; nothing was sent")

    def _silent(self) -> Silent:
        return Silent(self._clock.now(), WAITS)
