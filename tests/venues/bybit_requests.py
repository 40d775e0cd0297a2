"""Incidents of one request and of what is read back: the first half of the fault catalogue.

Run by `test_bybit_faults`, as `bybit_faults` tells.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from core.orders import (
    Absent,
    Accepted,
    Execution,
    OrderReport,
    OrderStatus,
    Refused,
    Silent,
    VenueHalt,
    VenueReport,
)
from core.vocabulary import OrderTag, Side
from tests.venues.bybit_stage import BTC, CREATE, BybitStage
from tests.venues.bybit_stage import until as until_so
from tests.venues.cards import is_fill
from tests.venues.contract import BTC as SYMBOL
from tests.venues.contract import entry, exit_, price, quantity, seen, until

POSITIONS, REALTIME, STOP = "/v5/position/list", "/v5/order/realtime", "/v5/position/trading-stop"


async def found(stage: BybitStage, tag: str = "a") -> OrderReport | Absent | Silent:
    return await stage.venue.look_up(SYMBOL, OrderTag(tag))


async def held_once(stage: BybitStage, size: str = "0.1") -> None:
    """The position is this large and has its stop."""
    (position,) = (await seen(stage)).positions
    assert (position.quantity, position.stop) == (quantity(size), price(49000))


async def b01(stage: BybitStage) -> None:
    for number, how in enumerate(("abort", "502", "504", "html")):
        stage.there.faults.aim("B01", CREATE, how=how)
        tag = f"lost{number}"
        assert isinstance(await stage.venue.enter(entry(tag, "0.01")), Silent)
        assert isinstance(await stage.venue.enter(entry(tag, "0.01")), Accepted)
    await held_once(stage, "0.04")


async def b02(stage: BybitStage) -> None:
    """Stuck on the way longer than we wait; when it arrives at last it is too old for the venue."""
    stage.there.faults.aim("B02", CREATE)
    loop = asyncio.get_running_loop()
    dead_s = loop.time() + stage.venue.capabilities.absence_proof_s
    assert isinstance(await stage.venue.enter(entry("a")), Silent)
    assert isinstance(await found(stage), Absent)
    await asyncio.sleep(dead_s - loop.time())  # before that, clocks that differ a little may still let it in
    stage.there.door.hold.release()
    await until_so(lambda: stage.there.door.hold.waiting == 0)
    assert isinstance(await found(stage), Absent)
    assert (await seen(stage)).positions == ()


async def b03(stage: BybitStage) -> None:
    for number, how in enumerate(("10016-done", "10000-done", "10016-lost", "10000-lost")):
        stage.there.faults.aim("B03", CREATE, how=how)
        assert isinstance(await stage.venue.enter(entry(f"a{number}", "0.01")), Silent)
        kind = OrderReport if how.endswith("done") else Absent
        assert isinstance(await found(stage, f"a{number}"), kind)


async def b04(stage: BybitStage) -> None:
    for how in ("ahead", "behind"):
        stage.there.faults.aim("B04", CREATE, how=how)
        assert isinstance(await stage.venue.enter(entry(how, "0.05")), Accepted)
    await held_once(stage)
    stage.there.faults.aim("B04", STOP, how="behind", times=9)
    # A clock that is not believed is no verdict on a stop: a trade is not given up for it while another one stands.
    told = await stage.venue.set_stop(SYMBOL, Side.LONG, price(49500))
    assert isinstance(told, Silent), told


async def b05(stage: BybitStage) -> None:
    reports = stage.venue.reports()
    for code in ("10003", "10004", "10005", "10007", "10010", "33004"):
        stage.there.faults.aim("B05", CREATE, how=code)
        answer = await stage.venue.enter(entry("a"))
        assert isinstance(answer, Refused)
        assert answer.code == code
        halt = await until(reports, lambda report: isinstance(report, VenueHalt) and bool(report.why))
        assert isinstance(halt, VenueHalt)
        assert f"({code})" in halt.why
        assert halt.why.startswith("bybit-demo (Bybit demo): the key is refused")
        # The next look finds the key sound.
        await until(reports, lambda report: isinstance(report, VenueHalt) and not report.why)
    assert isinstance(await stage.venue.enter(entry("b", "0.05")), Accepted)
    stage.there.faults.aim("B05", STOP, how="10003")
    # A refused key is no verdict on the stop: a trade is not given up for it while the stop it came with stands.
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49500)), Silent)


async def b06(stage: BybitStage) -> None:
    for how in ("10006", "429"):
        stage.there.faults.aim("B06", CREATE, how=how)
        assert isinstance(await stage.venue.enter(entry(f"a{how}", "0.05")), Accepted)
    reports = stage.venue.reports()
    stage.there.faults.aim("B06", CREATE, how="403")
    assert isinstance(await stage.venue.enter(entry("banned")), Refused)
    halt = await until(reports, lambda report: isinstance(report, VenueHalt))
    assert isinstance(halt, VenueHalt)
    assert "10 minutes" in halt.why
    asked = len(stage.there.door.requests)
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49500)), Silent)
    assert isinstance(await stage.venue.observe(), Silent)
    assert len(stage.there.door.requests) == asked  # silence means silence


async def b07(stage: BybitStage) -> None:
    stage.there.faults.aim("B07", CREATE)
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    await held_once(stage)


async def b08(stage: BybitStage) -> None:
    for how in ("string", "no-message"):
        stage.there.faults.aim("B08", CREATE, how=how)
        assert isinstance(await stage.venue.enter(entry(how, "0.05")), Accepted)
    for how in ("unknown", "no-code"):
        stage.there.faults.aim("B08", CREATE, how=how)
        assert isinstance(await stage.venue.enter(entry(how, "0.05")), Silent)
    await held_once(stage, "0.2")


async def b09(stage: BybitStage) -> None:
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    other = await stage.venue.enter(entry("a", "0.2"))
    assert isinstance(other, Refused)
    assert other.code == "110072"
    await held_once(stage)


async def b10(stage: BybitStage) -> None:
    for tag in ("a" * 46, "not allowed"):
        assert isinstance(await stage.venue.enter(entry(tag)), Refused)


async def b11(stage: BybitStage) -> None:
    await stage.venue.enter(entry("a"))
    assert isinstance(await stage.venue.cancel(SYMBOL, OrderTag("a")), Accepted)
    assert isinstance(await stage.venue.cancel(SYMBOL, OrderTag("never")), Refused)


async def b12(stage: BybitStage) -> None:
    reports = stage.venue.reports()
    reasons = ("EC_NoEnoughQtyToFill", "EC_ReachRiskPriceLimit", "EC_PostOnlyWillTakeLiquidity")
    for number, reason in enumerate(reasons):
        stage.there.faults.aim("B12", CREATE, how=reason)
        tag = f"a{number}"
        assert isinstance(await stage.venue.enter(entry(tag)), Accepted)
        told = await until(reports, lambda report: isinstance(report, OrderReport))
        assert isinstance(told, OrderReport)
        assert (told.tag, told.status, told.filled, told.reason) == (
            OrderTag(tag),
            OrderStatus.REJECTED,
            quantity(0),
            reason,
        )
    assert (await seen(stage)).positions == ()


async def b13(stage: BybitStage) -> None:
    stage.there.faults.aim("B13", CREATE, how="part")
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    report = await found(stage)
    assert isinstance(report, OrderReport)
    assert (report.status, report.filled) == (OrderStatus.CANCELLED, quantity("0.05"))
    await held_once(stage, "0.05")
    stage.there.faults.aim("B13", CREATE, how="none")
    await stage.venue.enter(entry("b"))
    report = await found(stage, "b")
    assert isinstance(report, OrderReport)
    assert (report.status, report.filled) == (OrderStatus.CANCELLED, quantity(0))


async def b14(stage: BybitStage) -> None:
    """What a market order cost is never read from the order."""
    await stage.venue.enter(entry("a"))
    report = await found(stage)
    assert isinstance(report, OrderReport)
    assert report.price is None
    fills = await stage.venue.executions(report.at - timedelta(minutes=1))
    assert not isinstance(fills, Silent)
    assert {fill.price for fill in fills if isinstance(fill, Execution)} == {price(50000)}


async def b15(stage: BybitStage) -> None:
    reports = stage.venue.reports()
    await stage.venue.enter(entry("a"))
    await until(reports, lambda report: isinstance(report, OrderReport) and report.status is OrderStatus.FILLED)
    stage.there.faults.aim("B15", REALTIME)
    report = await found(stage)
    assert isinstance(report, OrderReport)
    assert report.status is OrderStatus.FILLED


async def b16(stage: BybitStage) -> None:
    reports = stage.venue.reports()
    told: list[VenueReport] = []
    for how in ("duplicate", "reorder"):
        stage.there.faults.aim("B16", "execution", how=how)
        await stage.venue.enter(entry(how, "0.02"))
        await stage.venue.exit(exit_(f"{how}-out", "0.01"))
    while len(told) < 4:
        told.append(await until(reports, is_fill))
    assert len({fill.id for fill in told if isinstance(fill, Execution)}) == 4


async def b17(stage: BybitStage) -> None:
    reports = stage.venue.reports()
    await stage.venue.enter(entry("a"))
    await until(reports, lambda report: isinstance(report, OrderReport) and report.status is OrderStatus.FILLED)
    stage.there.repeat_position(BTC, Side.LONG)
    for _ in range(3):
        stage.there.faults.aim("B17", POSITIONS)
        await held_once(stage)
    stage.there.faults.aim("B17", STOP, how="not-yet")
    # Right after a fill its position may not be there yet for who sets a stop: a trade is not given up for that.
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49500)), Silent)
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49000)), Accepted)


async def b18(stage: BybitStage) -> None:
    await stage.venue.enter(entry("a"))
    stage.there.faults.aim("B18", POSITIONS, times=2)
    await held_once(stage)


async def b20(stage: BybitStage) -> None:
    await stage.venue.enter(entry("a"))
    for _ in range(2):
        assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49500)), Accepted)
    assert (await seen(stage)).positions[0].stop == price(49500)


async def b21(stage: BybitStage) -> None:
    answer = await stage.venue.enter(entry("a", "30"))
    assert isinstance(answer, Refused)
    assert "put more money into the account" in answer.reason


async def b22(stage: BybitStage) -> None:
    answer = await stage.venue.exit(exit_("x"))
    assert isinstance(answer, Refused)
    assert answer.code == "110017"
