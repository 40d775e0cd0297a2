"""The private stream and the answers to requests are two ways from one venue, and either may be the faster one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from decimal import Decimal

from core.orders import Accepted, FundingPaid, Silent, StreamGap, VenueReport
from core.runtime.clock import SystemClock
from core.vocabulary import Money
from tests.venues.bybit_stage import BTC, CREATE, bybit_stage, places_of, profile_of
from tests.venues.cards import is_fill
from tests.venues.contract import entry, until
from venues.bybit.stream import Pace, PrivateStream
from venues.bybit.venue import open_bybit
from venues.line import Lost

BRISK = Pace(ping=0.2, silent=1.5, told=0.3, retry=0.05, retry_max=0.3)


async def test_an_order_told_of_before_its_answer_came_leaves_the_line_alone() -> None:
    async with bybit_stage(pace=BRISK) as stage:
        stage.there.faults.aim("B16", CREATE, how="answer-last")
        assert isinstance(await stage.venue.enter(entry("a")), Accepted)
        await asyncio.sleep(BRISK.told + 0.6)
        assert stage.there.faults.hits["B16"] == 1
        assert stage.venue.stream.is_up
        assert stage.venue.stream.tally["lost"] == 0


async def test_an_order_that_is_never_told_of_means_a_deaf_line() -> None:
    async with bybit_stage(pace=BRISK) as stage:
        stage.there.faults.aim("B35", "order", how="lose")
        assert isinstance(await stage.venue.enter(entry("a")), Accepted)
        await asyncio.sleep(BRISK.told + 0.6)
        assert stage.venue.stream.tally["lost"] == 1


async def paid(reports: AsyncIterator[VenueReport]) -> Money:
    told = await until(reports, lambda report: isinstance(report, FundingPaid))
    assert isinstance(told, FundingPaid)
    return told.amount


async def test_funding_that_was_paid_while_the_line_was_down_is_told_once() -> None:
    async with bybit_stage(pace=BRISK) as stage:
        reports = stage.venue.reports()
        await stage.venue.enter(entry("a"))
        await until(reports, is_fill)
        stage.there.faults.aim("B35", "execution", how="lose")
        stage.there.fund(BTC, "0.0001")
        stage.there.drop()
        assert await paid(reports) == Decimal("-0.5")
        stage.there.drop()
        await until(reports, lambda report: isinstance(report, StreamGap) and report.why == "connected")
        stage.there.fund(BTC, "0.0002")
        assert await paid(reports) == -1


async def test_funding_of_an_earlier_life_is_listed_under_the_id_it_was_told_by() -> None:
    async with bybit_stage(pace=BRISK) as stage:
        began, reports = stage.there.clock.now(), stage.venue.reports()
        await stage.venue.enter(entry("a"))
        stage.there.fund(BTC, "0.0001")
        told = await until(reports, lambda report: isinstance(report, FundingPaid))
        async with open_bybit(profile_of(stage.there), places_of(stage.there), SystemClock(), pace=BRISK) as later:
            listed = await later.executions(began)
        assert not isinstance(listed, Silent)
        assert listed[-1] == told


async def test_a_line_that_breaks_as_it_is_closed_stays_closed() -> None:
    async with bybit_stage(pace=BRISK) as stage:
        profile, up = profile_of(stage.there), asyncio.Event()

        async def fetch() -> None:
            """Nothing was missed."""

        def take(_topic: str, _row: object) -> None:
            task.cancel()
            raise Lost("it broke")

        def fell(_why: str) -> None:
            """It is not looked at."""

        line = PrivateStream(
            places_of(stage.there).private,
            profile.key,
            profile.secret,
            SystemClock(),
            stage.venue._client,
            take=take,
            fetch=fetch,
            fell=fell,
            rose=up.set,
            pace=BRISK,
        )
        task = asyncio.create_task(line.live())
        await asyncio.wait_for(up.wait(), 5)
        await stage.venue.enter(entry("a"))
        await asyncio.wait({task}, timeout=5)
        ended = task.cancelled()
        task.cancel()  # or it would outlive this test
        await asyncio.wait({task}, timeout=5)
        assert ended
