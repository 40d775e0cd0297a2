"""Incidents that the owner's own hand in Bybit's app brings about, played on our client.

Run by `test_bybit_faults`, as `bybit_faults` tells. Apart because none of them is Bybit's failure: each is an
ordinary thing to do with a position that somebody else watches over.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal

from core.orders import (
    Accepted,
    Execution,
    OrderReport,
    OrderStatus,
    Purpose,
    StopReport,
    VenueNotice,
    VenueReport,
)
from core.vocabulary import Price, Side
from tests.standins.bybit_v5 import orders, positions
from tests.venues.bybit_stage import BTC, BybitStage
from tests.venues.bybit_stage import until as until_so
from tests.venues.cards import is_fill
from tests.venues.contract import BTC as SYMBOL
from tests.venues.contract import entry, exit_, price, quantity, seen, until

Reports = AsyncIterator[VenueReport]
PAGE = 50


def split(stage: BybitStage, *, size: str, stop: str = "", target: str = "") -> None:
    """Protect a long position by parts: its own stop and target go, a pair for a part of it comes."""
    there, place = stage.there, {"symbol": BTC, "positionIdx": 0}
    held = there.books.engine.holding(SYMBOL, Side.LONG)
    if held is not None and held.stop is not None:
        there.by_hand(positions.trading_stop, **place, tpslMode="Full", stopLoss="0")
    levels = {"stopLoss": stop, "takeProfit": target, "slSize": size, "tpSize": size}
    there.by_hand(positions.trading_stop, **place, tpslMode="Partial", **levels)


def parts(stage: BybitStage) -> dict[str, str]:
    """What protects the position, by its kind: the ids of the orders at the exchange."""
    return {one.stop_kind: one.order_id for one in stage.there.books.live(BTC) if one.stop_kind}


def guarding(stage: BybitStage) -> list[tuple[Decimal | None, Decimal]]:
    """Trigger and size of every stop of ours that stands beside a position."""
    return [(one.trigger, one.qty) for one in stage.there.books.live(BTC) if one.link_id.startswith("guard")]


async def stopped_at(stage: BybitStage) -> Price | None:
    (position,) = (await seen(stage)).positions
    return position.stop


async def b27(stage: BybitStage) -> None:
    """The position is split by hand: his stops count where they cover all of it, else ours stands beside it."""
    reports = stage.venue.reports()
    await stage.venue.enter(entry("a"))
    split(stage, size="0.04", stop="49500")
    assert await stopped_at(stage) is None, "a part is not the whole"
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49000)), Accepted)
    assert guarding(stage) == [(Decimal(49000), Decimal("0.1"))]
    assert await stopped_at(stage) == price(49000)
    told = await until(reports, lambda report: isinstance(report, VenueNotice))
    assert isinstance(told, VenueNotice)
    assert "conditional order beside it" in told.words
    await _moved_and_grown(stage)
    split(stage, size="0.2", stop="49700")
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49600)), Accepted)
    assert guarding(stage) == [(Decimal(49200), Decimal("0.2"))], "his cover all of it, and better"
    assert await stopped_at(stage) == price(49700)
    await _stopped_out(stage, reports)


async def _moved_and_grown(stage: BybitStage) -> None:
    """What stands beside is moved in place, and grows with the position."""
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49100)), Accepted)
    assert guarding(stage) == [(Decimal(49100), Decimal("0.1"))]
    stage.there.by_hand(orders.create, symbol=BTC, side="Buy", orderType="Market", qty="0.1")
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49200)), Accepted)
    assert guarding(stage) == [(Decimal(49200), Decimal("0.2"))]


async def _stopped_out(stage: BybitStage, reports: Reports) -> None:
    """All of it goes by his stop and ours; nothing of ours is left behind."""
    stage.move(49100)
    out = Decimal(0)
    while out < Decimal("0.2"):
        fill = await until(reports, lambda report: isinstance(report, Execution) and report.side.name == "SELL")
        assert isinstance(fill, Execution)
        assert fill.purpose is Purpose.STOP
        out += fill.quantity
    await until_so(lambda: guarding(stage) == [])
    assert (await seen(stage)).positions == ()


async def b28(stage: BybitStage) -> None:
    """One of a pair is cancelled alone: what is left is listed, and what it covers is told."""
    reports = stage.venue.reports()
    await stage.venue.enter(entry("a"))
    split(stage, size="0.1", stop="49500", target="52000")
    await until(reports, lambda report: isinstance(report, StopReport) and report.price == price(49500))
    stage.there.by_hand(orders.cancel, symbol=BTC, orderId=parts(stage)["PartialTakeProfit"])
    assert await stopped_at(stage) == price(49500), "the other one still stands"
    stage.there.by_hand(orders.cancel, symbol=BTC, orderId=parts(stage)["PartialStopLoss"])
    await until(reports, lambda report: isinstance(report, StopReport) and report.price is None)
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49000)), Accepted)
    assert parts(stage).keys() == {"StopLoss"}, "nothing is mixed any more: the position has its own stop again"


async def b44(stage: BybitStage) -> None:
    """Ours is cancelled by an order of the owner's own; and ours are found among pages of his."""
    reports = stage.venue.reports()
    await stage.venue.enter(entry("a"))
    await until(reports, is_fill)
    hand = {"symbol": BTC, "side": "Buy", "orderType": "Limit"}
    assert isinstance(await stage.venue.exit(exit_("t0", "0.05", at="51000")), Accepted)
    stage.there.by_hand(orders.create, **hand, qty="0.001", price="51100", smpType="CancelMaker")
    told = await until(
        reports, lambda report: isinstance(report, OrderReport) and report.tag == "t0" and _ended(report)
    )
    assert isinstance(told, OrderReport)
    assert (told.status, told.reason, told.filled) == (OrderStatus.CANCELLED, "CancelBySmp", quantity(0))
    for number in range(PAGE + 10):
        stage.there.by_hand(orders.create, **hand, qty="0.001", price=str(49950 - number))
        if number % 10 == 0:
            assert isinstance(await stage.venue.exit(exit_(f"r{number}", "0.01", at=str(51000 + number))), Accepted)
    assert isinstance(await stage.venue.cancel_all(SYMBOL), Accepted)
    left = (await seen(stage)).orders
    assert len(left) == PAGE + 10
    assert all(order.price is not None and order.price < price(50000) for order in left), (
        "foreign orders are not touched"
    )
    await _swept_by_hand(stage, reports)


async def _swept_by_hand(stage: BybitStage, reports: Reports) -> None:
    """His own "cancel all" takes 500 at random, our stop among them perhaps; a stop that went is told at once."""
    while parts(stage):
        stage.there.by_hand(orders.cancel_all, symbol=BTC)
    await until(reports, lambda report: isinstance(report, StopReport) and report.price is None)
    assert isinstance(await stage.venue.set_stop(SYMBOL, Side.LONG, price(49000)), Accepted)
    (position,) = (await seen(stage)).positions
    assert (position.quantity, position.stop) == (quantity("0.101"), price(49000))


def _ended(report: OrderReport) -> bool:
    return report.status is not OrderStatus.WORKING
