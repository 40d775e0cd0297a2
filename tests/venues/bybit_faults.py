"""One incident for each fault of the catalogue that Bybit can produce, played on our client.

Each function meets its fault and asserts what must be so then; `test_bybit_faults` runs them all
and looks into the stand-in's counter whether the fault was really met.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from core.orders import (
    Absent,
    Accepted,
    EntryKind,
    EntryOrder,
    Execution,
    FundingPaid,
    OrderReport,
    OrderStatus,
    Purpose,
    Refused,
    Silent,
    StreamGap,
    VenueNotice,
    VenueReport,
)
from core.vocabulary import Side
from tests.venues import bybit_hands, bybit_requests
from tests.venues.bybit_requests import POSITIONS, REALTIME, STOP, found, held_once
from tests.venues.bybit_stage import BTC, CREATE, BybitStage
from tests.venues.bybit_stage import until as until_so
from tests.venues.cards import is_fill
from tests.venues.contract import BTC as SYMBOL
from tests.venues.contract import entry, price, quantity, seen, until

Incident = Callable[[BybitStage], Awaitable[None]]


async def b23(stage: BybitStage) -> None:
    stage.there.faults.aim("B23", CREATE)
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    assert (await seen(stage)).positions[0].stop is None
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49000)), Accepted)
    await held_once(stage)


async def b24(stage: BybitStage) -> None:
    stage.there.faults.aim("B24", CREATE, size=48900)
    assert isinstance(await stage.venue.enter(entry("a")), Refused)
    stage.move(50000)
    await stage.venue.enter(entry("b"))
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(50500)), Refused)
    await held_once(stage)


async def b25(stage: BybitStage) -> None:
    """The price crosses the trigger before the order arrives: it is refused, not turned round."""
    stage.there.faults.aim("B25", CREATE, size=51500)
    waits = replace(entry("a", stop="50500"), kind=EntryKind.STOP, price=price(51000))
    assert isinstance(await stage.venue.enter(waits), Refused)
    assert (await seen(stage)).orders == ()


async def b26(stage: BybitStage) -> None:
    def waits(number: int) -> EntryOrder:
        return replace(entry(f"w{number}", "0.001"), kind=EntryKind.STOP, price=price(51000 + number))

    answers = [await stage.venue.enter(waits(number)) for number in range(11)]
    assert [type(answer) for answer in answers] == [*[Accepted] * 10, Refused]
    assert isinstance(answers[-1], Refused)
    assert "too many conditional orders" in answers[-1].reason
    assert stage.venue.capabilities.conditionals_max == 10


async def b29(stage: BybitStage) -> None:
    stage.wire.coarsen()
    assert isinstance(await stage.venue.enter(entry("a", "0.105")), Accepted)
    await held_once(stage)
    far = await stage.venue.enter(entry("far", at="70000"))
    assert isinstance(far, Refused)
    assert isinstance(await stage.venue.enter(entry("small", "0.0001")), Refused)


async def b30(stage: BybitStage) -> None:
    reports = stage.venue.reports()
    waits = replace(entry("a", "3", stop="50500"), kind=EntryKind.STOP, price=price(51000))
    assert isinstance(await stage.venue.enter(waits), Accepted)
    stage.move(51001)
    told = await until(
        reports, lambda report: isinstance(report, OrderReport) and report.status is OrderStatus.CANCELLED
    )
    assert isinstance(told, OrderReport)
    assert told.filled == 0
    assert told.reason


async def b31(stage: BybitStage) -> None:
    answer = await stage.venue.enter(replace(entry("a"), leverage=Decimal(500)))
    assert isinstance(answer, Refused)
    assert "no order was sent" in answer.reason
    assert "leverage" in answer.reason
    assert isinstance(await found(stage), Absent)


async def b32(stage: BybitStage) -> None:
    soon = int((stage.there.clock.now() + timedelta(days=2)).timestamp() * 1000)
    stage.there.contract(BTC, deliveryTime=str(soon))
    answer = await stage.venue.enter(entry("a"))
    assert isinstance(answer, Refused)
    await stage.venue.instruments()
    barred = await stage.venue.enter(entry("b"))
    assert isinstance(barred, Refused)
    assert "taken off Bybit's list" in barred.reason


async def b33(stage: BybitStage) -> None:
    reports = stage.venue.reports()
    await stage.venue.enter(entry("a"))
    stage.there.deleverage(BTC, Side.LONG, "0.04")
    taken = await until(reports, lambda report: isinstance(report, Execution) and report.tag is None)
    assert isinstance(taken, Execution)
    assert (taken.purpose, taken.quantity, taken.position_side) == (Purpose.FOREIGN, quantity("0.04"), Side.LONG)
    await held_once(stage, "0.06")


async def b34(stage: BybitStage) -> None:
    reports = stage.venue.reports()
    await stage.venue.enter(entry("a"))
    await until(reports, is_fill)
    for kind in ("Settle", "CorporateAction", "Funding", "Mystery"):
        stage.there.emit(kind, BTC, "0.5")
    told: list[VenueReport] = []
    while not any(isinstance(report, VenueNotice) for report in told):
        told.append(await until(reports, lambda report: isinstance(report, Execution | FundingPaid | VenueNotice)))
    assert [type(report) for report in told] == [FundingPaid, VenueNotice]
    assert isinstance(told[-1], VenueNotice)
    assert "Mystery" in told[-1].words
    await held_once(stage)


async def b35(stage: BybitStage) -> None:
    """Each way of a line that is dead without saying so; the fill is told all the same, once."""
    reports = stage.venue.reports()
    for how in ("drop", "partial", "lose", "stall"):
        stage.there.faults.aim("B35", "execution", how=how)
        await until_so(lambda: stage.venue.stream.is_up)
        await stage.venue.enter(entry(how, "0.01"))
        if how == "lose":
            stage.there.drop()  # nobody can tell that one message is missing; the next new line fetches it
        if how == "stall":
            await until_so(lambda: not stage.venue.stream.is_up)
            stage.there.resume()
        await until(reports, lambda report, tag=how: isinstance(report, Execution) and report.tag == tag)  # type: ignore[misc]
    await held_once(stage, "0.04")


async def b36(stage: BybitStage) -> None:
    reports = stage.venue.reports()
    lines = stage.there.private.connections
    stage.there.faults.aim("B36", "connect", how="refuse", times=12)
    stage.there.faults.aim("B36", "auth", how="auth", times=2)
    stage.there.faults.aim("B36", "execution", how="garbage")
    await stage.venue.enter(entry("a"))
    await until(reports, lambda report: isinstance(report, StreamGap))
    await until_so(lambda: stage.there.private.connections > lines and stage.venue.stream.is_up, 60)
    await held_once(stage)


async def b37(stage: BybitStage) -> None:
    for number, how in enumerate(("503", "abort")):
        stage.there.faults.aim("B37", CREATE, how=how)
        assert isinstance(await stage.venue.enter(entry(f"a{number}")), Silent)
        assert isinstance(await found(stage, f"a{number}"), Absent)
    stage.there.faults.aim("B37", POSITIONS, how="503")
    assert isinstance(await stage.venue.observe(), Silent)


async def b38(stage: BybitStage) -> None:
    await stage.venue.enter(entry("a"))
    stage.there.faults.aim("B38", REALTIME)
    report = await found(stage)
    assert isinstance(report, OrderReport)
    assert report.status is OrderStatus.FILLED


async def b43(stage: BybitStage) -> None:
    await stage.venue.enter(entry("a"))
    for how in ("extra", "missing"):
        for path in (POSITIONS, REALTIME, "/v5/execution/list", "/v5/account/wallet-balance"):
            stage.there.faults.aim("B43", path, how=how)
        await held_once(stage)
        fills = await stage.venue.executions(stage.there.clock.now() - timedelta(minutes=5))
        assert not isinstance(fills, Silent)
        assert len(fills) == 1


async def b45(stage: BybitStage) -> None:
    await stage.venue.enter(entry("a"))
    stage.there.faults.aim("B45", STOP)
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49500)), Accepted)
    assert (await seen(stage)).positions[0].stop == price(49500)


INCIDENTS: dict[str, Incident] = {
    name.upper(): play
    for name, play in sorted({**vars(bybit_requests), **vars(bybit_hands), **globals()}.items())
    if len(name) == 3 and name[0] == "b" and name[1:].isdigit()
}
"""By the id of the fault. B05, B19, B40, B41 and B42 are also met before the doors open: `test_bybit_preflight`."""

HEDGED = {"B18"}
"""Incidents of an account in hedge mode."""

ELSEWHERE = {"B19", "B40", "B41", "B42"}
"""Met by `test_bybit_preflight`."""

MEANINGLESS = {
    "B39": "the dead man's switch: for institutions only; stops are at the venue from the entry on instead",
}
"""Faults that cannot be met here, and why."""
