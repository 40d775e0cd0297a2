"""A paper account that is not open yet: it says so, does nothing, and is the account itself from then on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.errors import VenueUnreachable
from core.orders import Accepted, Refused, Silent
from core.ports import Venue
from core.runtime.clock import SystemClock
from core.vocabulary import OrderTag, Side, Symbol
from tests.venues.contract import entry, exit_, price
from venues.catalogue import CATALOGUE
from venues.late import LateVenue
from venues.paper import capabilities, open_paper
from venues.prices.synthetic import SyntheticMarket

BTC = Symbol("BTCUSDT")
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@asynccontextmanager
async def late(path: Path, refusals: int) -> AsyncIterator[LateVenue]:
    """A paper account whose contracts cannot be read the first ``refusals`` times."""
    clock, left = SystemClock(), [VenueUnreachable("no list of contracts")] * refusals
    async with AsyncExitStack() as stack:
        market = await stack.enter_async_context(SyntheticMarket(clock, "late"))

        async def open_account() -> Venue:
            if left:
                raise left.pop()
            return await stack.enter_async_context(open_paper(path, CATALOGUE, market, clock))

        yield LateVenue("paper", capabilities(hedge=False), clock, open_account)


async def test_until_its_contracts_are_known_it_sends_nothing_and_knows_nothing(tmp_path: Path) -> None:
    async with late(tmp_path / "paper.sqlite3", refusals=1) as venue:
        with pytest.raises(VenueUnreachable):
            await venue.instruments()
        refused = [await venue.enter(entry("a")), *await venue.exit_many([exit_("x")]), await venue.exit(exit_("y"))]
        assert [type(answer) for answer in refused] == [Refused] * 3
        silent: list[object] = [
            await venue.observe(),
            await venue.executions(EPOCH),
            await venue.look_up(BTC, OrderTag("a")),
        ]
        silent.append(await venue.set_stop(BTC, Side.LONG, price(1)))  # no word of a stop: a trade is not given up
        assert [type(answer) for answer in silent] == [Silent] * 4


async def test_as_soon_as_they_are_known_it_is_the_account_itself(tmp_path: Path) -> None:
    async with late(tmp_path / "paper.sqlite3", refusals=1) as venue:
        reports = venue.reports()
        first = asyncio.ensure_future(anext(reports))
        with pytest.raises(VenueUnreachable):
            await venue.instruments()
        assert not first.done()
        assert BTC in await venue.instruments()
        market = await venue.enter(entry("a", stop="1"))
        assert isinstance(market, Accepted)
        await asyncio.wait_for(first, 5)
