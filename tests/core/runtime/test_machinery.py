"""The small machines: a roof over every task, one level a position, and whose fill it is."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import cast

import pytest

from core.events import (
    EntryFilled,
    ExitCause,
    ExitFilled,
    FundingBooked,
    OrderEnded,
    OrderRefused,
    PositionFact,
    StopConfirmed,
    StopLost,
)
from core.orders import Execution, FundingPaid, OrderReport, OrderStatus, Purpose, StopReport, StreamGap, VenueReport
from core.runtime.clock import SystemClock
from core.runtime.reports import translate
from core.runtime.supervisor import PAUSE_S_MAX, Supervisor
from core.vocabulary import (
    ExecutionId,
    Money,
    OrderSide,
    OrderTag,
    PositionId,
    Price,
    Quantity,
    Side,
    StreamId,
    Symbol,
)
from tests.sim.loop import BEGINNING, in_virtual_time
from tests.sim.market import BTC

ME = PositionId("abcdefghij")
LINE = StreamId(ME)


# --- the roof ----------------------------------------------------------------------------------------


@in_virtual_time
async def test_a_task_that_dies_is_told_and_started_again_after_a_growing_bounded_pause() -> None:
    told: list[tuple[str, str]] = []
    began: list[float] = []
    loop = asyncio.get_running_loop()

    async def mortal() -> None:
        began.append(loop.time())
        raise OSError("gone")

    async with Supervisor(lambda name, failure: told.append((name, str(failure)))) as roof:
        roof.watch("mortal", mortal)
        await asyncio.sleep(600)
    pauses = [later - earlier for earlier, later in pairwise(began)]
    assert told == [("mortal", "gone")] * len(began)
    assert pauses == sorted(pauses)
    assert pauses[0] <= 1
    assert pauses[-1] == PAUSE_S_MAX


@in_virtual_time
async def test_a_task_that_lived_long_starts_again_quickly() -> None:
    began: list[float] = []
    loop = asyncio.get_running_loop()

    async def long_lived() -> None:
        began.append(loop.time())
        await asyncio.sleep(100)
        raise OSError("gone")

    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.watch("long lived", long_lived)
        await asyncio.sleep(1000)
    assert all(later - earlier < 102 for earlier, later in pairwise(began))


@in_virtual_time
async def test_leaving_the_roof_ends_every_task_and_an_ended_one_is_forgotten() -> None:
    ended: list[str] = []

    async def patient(name: str) -> None:
        try:
            await asyncio.sleep(1000)
        finally:
            await asyncio.sleep(0)
            ended.append(name)

    async def brief() -> None:
        await asyncio.sleep(1)

    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("a", patient("a"))
        roof.spawn("b", patient("b"))
        roof.spawn("brief", brief())
        await asyncio.sleep(2)
        roof.stop("a")
        roof.stop("never there")
        await asyncio.sleep(1)
        assert ended == ["a"]
    assert ended == ["a", "b"]


@in_virtual_time
async def test_what_an_ending_task_begins_ends_with_it() -> None:
    ended: list[str] = []

    async def parent() -> None:
        try:
            await asyncio.sleep(1000)
        finally:
            roof.spawn("child", child())

    async def child() -> None:
        try:
            await asyncio.sleep(1000)
        finally:
            ended.append("child")

    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("parent", parent())
        await asyncio.sleep(1)
    assert ended == ["child"]


# --- levels ------------------------------------------------------------------------------------------

# --- whose it is -------------------------------------------------------------------------------------


def fill(tag: str | None, purpose: Purpose, side: OrderSide = OrderSide.SELL, position: Side = Side.LONG) -> Execution:
    named = OrderTag(tag) if tag is not None else None
    one = Quantity(Decimal(1))
    price, fee = Price(Decimal(60_000)), Money(Decimal(1))
    return Execution(ExecutionId("x1"), BTC, side, position, one, price, fee, purpose, named, BEGINNING)


def report(tag: str, status: OrderStatus, filled: int = 0) -> OrderReport:
    one = Quantity(Decimal(1))
    part = Quantity(Decimal(filled))
    return OrderReport(OrderTag(tag), BTC, OrderSide.BUY, status, one, part, None, False, BEGINNING, "why")


def mine(_symbol: Symbol, _side: Side | None, _at: datetime) -> PositionId | None:
    return ME


def nobodys(_symbol: Symbol, _side: Side | None, _at: datetime) -> PositionId | None:
    return None


@pytest.mark.parametrize(
    ("position", "closed", "opened"), [(Side.LONG, None, 1), (Side.SHORT, None, 0), (Side.SHORT, "0.4", "0.6")]
)
def test_what_an_entry_takes_from_the_other_side_opens_nothing(
    position: Side, closed: str | None, opened: str | int
) -> None:
    reduced = Quantity(Decimal(closed)) if closed is not None else None
    told = replace(fill(f"{ME}-entry-0", Purpose.ORDER, OrderSide.BUY, position), closed=reduced)
    fact = translate(told, mine)
    assert isinstance(fact, EntryFilled)
    assert (str(fact.quantity), str(fact.opened)) == ("1", str(opened))


@pytest.mark.parametrize(
    ("told", "kind", "cause"),
    [
        (fill(f"{ME}-entry-0", Purpose.ORDER, OrderSide.BUY), EntryFilled, None),
        (fill(f"{ME}-tp1-0", Purpose.ORDER), ExitFilled, ExitCause.TARGET),
        (fill(f"{ME}-tp10-3", Purpose.ORDER), ExitFilled, ExitCause.TARGET),
        (fill(f"{ME}-close-0", Purpose.ORDER), ExitFilled, ExitCause.CLOSE),
        (fill(f"{ME}-part-1", Purpose.ORDER), ExitFilled, ExitCause.CLOSE),
        (fill(f"{ME}-else-1", Purpose.ORDER), ExitFilled, ExitCause.OUTSIDE),
        (fill("manual", Purpose.ORDER), ExitFilled, ExitCause.OUTSIDE),
        (fill(None, Purpose.STOP), ExitFilled, ExitCause.STOP),
        (fill(None, Purpose.LIQUIDATION), ExitFilled, ExitCause.LIQUIDATION),
        (fill("venue-3", Purpose.FOREIGN), ExitFilled, ExitCause.OUTSIDE),
        (fill("venue-3", Purpose.FOREIGN, OrderSide.BUY), None, None),
        (report(f"{ME}-entry-0", OrderStatus.CANCELLED, 1), OrderEnded, None),
        (report(f"{ME}-entry-0", OrderStatus.REJECTED), OrderRefused, None),
        (report(f"{ME}-entry-0", OrderStatus.WORKING), None, None),
        (report(f"{ME}-entry-0", OrderStatus.FILLED, 1), None, None),
        (StopReport(BTC, Side.LONG, Price(Decimal(1)), Quantity(Decimal(1)), BEGINNING), StopConfirmed, None),
        (StopReport(BTC, Side.LONG, None, Quantity(Decimal(1)), BEGINNING), StopLost, None),
        (StopReport(BTC, Side.LONG, None, Quantity(Decimal(0)), BEGINNING), None, None),
        (FundingPaid(BTC, Money(Decimal(-1)), BEGINNING, ExecutionId("f")), FundingBooked, None),
        (StreamGap(BEGINNING, "gone"), None, None),
    ],
)
def test_every_report_becomes_the_fact_it_is(
    told: VenueReport, kind: type[PositionFact] | None, cause: ExitCause | None
) -> None:
    fact = translate(told, mine)
    assert (type(fact) if fact is not None else None) is kind
    if cause is not None:
        assert cast("ExitFilled", fact).cause is cause


def test_what_nobody_of_ours_holds_is_nobodys_fact() -> None:
    anonymous = (
        fill(None, Purpose.STOP),
        StopReport(BTC, Side.LONG, None, Quantity(Decimal(1)), BEGINNING),
        FundingPaid(BTC, Money(Decimal(1)), BEGINNING, ExecutionId("f")),
    )
    assert [translate(told, nobodys) for told in anonymous] == [None, None, None]


def test_the_real_clock_is_aware_and_never_goes_back() -> None:
    clock = SystemClock()
    first, then = clock.now(), clock.monotonic()
    assert first.tzinfo is not None
    assert clock.monotonic() >= then
