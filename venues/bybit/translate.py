"""Bybit's rows as ours, and our orders as its words.

Pure, and tolerant where it must be: a field that is missing, new or empty costs only what
cannot be told without it, and one row that cannot be read never blinds the rest (fault B43).
REST and the private stream use the same names, so one reader serves both.

Sources: Bybit V5 documentation, pages "Place Order", "Enums Definitions", "Get Position Info",
"Execution" and "Order" of the private stream.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from core.orders import (
    EntryKind,
    EntryOrder,
    Execution,
    ExitOrder,
    FundingPaid,
    OpenPosition,
    OrderChange,
    OrderReport,
    OrderStatus,
    Purpose,
    TimeInForce,
)
from core.vocabulary import ZERO, ExecutionId, Money, OrderSide, OrderTag, Price, Quantity, Side, Symbol

Row = Mapping[str, Any]
Words = dict[str, Any]

TRADES = {"Trade", "AdlTrade", "BustTrade", "Delivery", "MovePosition", "BlockTrade"}
"""Executions that change a holding. Everything else the stream carries is cash, or is not known (faults B33, B34)."""
FUNDING = "Funding"
CASH = {FUNDING, "Settle", "CorporateAction"}
BOUND = {"StopLoss", "TakeProfit", "PartialStopLoss", "PartialTakeProfit", "TrailingStop", "TrailingProfit"}
"""Orders that the venue makes of a position's own stop and targets; they have no name of ours."""
STATUS = {
    "Created": OrderStatus.WORKING,
    "New": OrderStatus.WORKING,
    "PartiallyFilled": OrderStatus.WORKING,
    "Untriggered": OrderStatus.WORKING,
    "Triggered": OrderStatus.WORKING,
    "Filled": OrderStatus.FILLED,
    "Cancelled": OrderStatus.CANCELLED,
    "PartiallyFilledCanceled": OrderStatus.CANCELLED,
    "Deactivated": OrderStatus.CANCELLED,
    "Rejected": OrderStatus.REJECTED,
}
TIME_IN_FORCE = {
    TimeInForce.GTC: "GTC",
    TimeInForce.IOC: "IOC",
    TimeInForce.FOK: "FOK",
    TimeInForce.POST_ONLY: "PostOnly",
}
SIDES = {OrderSide.BUY: "Buy", OrderSide.SELL: "Sell"}
OURS = re.compile(r"[a-z2-7]{10}-[a-z]+[0-9]*-[0-9]+")
GUARD = re.compile(r"guard[012]-[0-9]{13}")
"""How a stop of ours is called that stands beside a position (`venues.bybit.guards`)."""
RISING, FALLING = 1, 2


class Unreadable(Exception):
    """A row without the least that is needed of it."""


# --- reading ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Held:
    """One row of a position: ``index`` 0 one-way, 1 long and 2 short in hedge mode; ``side`` None: it is empty.

    ``seq``, ``updated_ms`` say how new it is (fault B15).
    """

    symbol: Symbol
    index: int
    side: Side | None
    quantity: Quantity
    entry: Decimal
    mark: Decimal
    stop: Price | None
    unrealised: Money
    liquidation: Price | None
    leverage: Decimal | None
    seq: int
    updated_ms: int

    @property
    def age(self) -> tuple[int, int]:
        return self.updated_ms, self.seq

    def open(self) -> OpenPosition | None:
        """What is held by this row; None for an empty one (fault B18)."""
        if self.side is None or self.quantity <= 0 or self.entry <= 0:
            return None
        mark = self.mark if self.mark > 0 else self.entry
        return OpenPosition(
            self.symbol,
            self.side,
            self.quantity,
            Price(self.entry),
            Price(mark),
            self.stop,
            self.unrealised,
            self.liquidation,
        )


def held(row: Row) -> Held:
    """One row of /v5/position/list or of the position topic. Raises `Unreadable`."""
    side = {"Buy": Side.LONG, "Sell": Side.SHORT}.get(str(row.get("side") or ""))
    entry = number(row, "avgPrice") or number(row, "entryPrice")
    return Held(
        symbol_of(row),
        int(number(row, "positionIdx")),
        side,
        Quantity(needed(row, "size")),
        entry,
        number(row, "markPrice"),
        price(row, "stopLoss"),
        Money(number(row, "unrealisedPnl")),
        price(row, "liqPrice"),
        number(row, "leverage") or None,
        int(number(row, "seq")),
        int(number(row, "updatedTime")),
    )


def order_report(row: Row) -> OrderReport:
    """One row of an order list or of the order topic. Raises `Unreadable` (an unknown status too)."""
    status = STATUS.get(str(row.get("orderStatus")))
    if status is None:
        raise Unreadable(f"an order's status {row.get('orderStatus')!r}")
    filled = Quantity(number(row, "cumExecQty"))
    if status is OrderStatus.REJECTED and filled:
        status = OrderStatus.CANCELLED  # what was traded was traded (fault B13)
    reason = str(row.get("rejectReason") or "")
    if reason in ("", "EC_NoError"):
        reason = str(row.get("cancelType") or "").replace("UNKNOWN", "")
    return OrderReport(
        tag_of(row),
        symbol_of(row),
        side_of(row),
        status,
        Quantity(needed(row, "qty")),
        filled,
        price(row, "price") if row.get("orderType") != "Market" else price(row, "triggerPrice"),
        row.get("reduceOnly") in (True, "true"),
        moment(row, "updatedTime"),
        reason,
    )


def is_bound(row: Row) -> bool:
    """Is this order a position's own stop or target, not one of ours?"""
    return str(row.get("stopOrderType") or "") in BOUND


def is_part(row: Row) -> bool:
    """Is this order a stop or a target that its owner set for a part of a position?"""
    return str(row.get("stopOrderType") or "").startswith("Partial")


def is_guard(row: Row) -> bool:
    """Is this order a stop of ours that stands beside a position?"""
    return GUARD.fullmatch(str(row.get("orderLinkId") or "")) is not None


def execution(row: Row, *, is_ours: bool) -> Execution:
    """One trade. ``is_ours``: its orderLinkId is one that we gave. Raises `Unreadable`."""
    side = side_of(row)
    closed = number(row, "closedSize")
    position_side = {OrderSide.BUY: Side.LONG, OrderSide.SELL: Side.SHORT}[side.opposite if closed > 0 else side]
    tag = OrderTag(str(row.get("orderLinkId") or ""))
    if is_ours:
        purpose = Purpose.ORDER
    elif row.get("execType") == "BustTrade":
        purpose = Purpose.LIQUIDATION
    elif is_bound(row) or is_guard(row):
        purpose = Purpose.STOP
    else:
        purpose = Purpose.FOREIGN
    return Execution(
        execution_id(row),
        symbol_of(row),
        side,
        position_side,
        Quantity(needed(row, "execQty")),
        Price(needed(row, "execPrice")),
        Money(number(row, "execFee")),
        purpose,
        tag if purpose is Purpose.ORDER else None,
        moment(row, "execTime"),
        Quantity(closed),
    )


def funding(row: Row) -> FundingPaid:
    """A funding row of the execution topic: its fee is what was paid."""
    return FundingPaid(symbol_of(row), Money(-number(row, "execFee")), moment(row, "execTime"), execution_id(row))


def tag_of(row: Row) -> OrderTag:
    """Our name of an order, or the venue's when it has none."""
    return OrderTag(str(row.get("orderLinkId") or row.get("orderId") or ""))


def execution_id(row: Row) -> ExecutionId:
    id_ = row.get("execId")
    if not isinstance(id_, str) or not 0 < len(id_) <= 100:
        raise Unreadable("an execution without an id")
    return ExecutionId(id_)


def symbol_of(row: Row) -> Symbol:
    name = row.get("symbol")
    if not isinstance(name, str) or not 0 < len(name) <= 40:
        raise Unreadable("a row without a symbol")
    return Symbol(name)


def side_of(row: Row) -> OrderSide:
    side = {"Buy": OrderSide.BUY, "Sell": OrderSide.SELL}.get(str(row.get("side")))
    if side is None:
        raise Unreadable(f"a side {row.get('side')!r}")
    return side


def moment(row: Row, name: str) -> datetime:
    """A moment in milliseconds of Bybit's clock."""
    raw = needed(row, name)
    if not 0 < raw < Decimal(10) ** 14:
        raise Unreadable(f"a moment {raw}")
    return datetime.fromtimestamp(float(raw) / 1000, tz=UTC)


def number(row: Row, name: str) -> Decimal:
    """An amount; what is missing or empty counts as 0."""
    raw = row.get(name)
    return ZERO if raw in (None, "") else needed(row, name)


def needed(row: Row, name: str) -> Decimal:
    raw = row.get(name)
    if isinstance(raw, bool) or not isinstance(raw, str | int | float) or len(str(raw)) > 50:
        raise Unreadable(f"{name} {str(raw)[:40]!r}")
    try:
        value = Decimal(str(raw))
    except InvalidOperation:
        raise Unreadable(f"{name} {raw!r}") from None
    if not value.is_finite() or abs(value) > Decimal(10) ** 18:
        raise Unreadable(f"{name} {raw!r}")
    return value


def price(row: Row, name: str) -> Price | None:
    """A price; 0 and empty mean that there is none."""
    value = number(row, name)
    return Price(value) if value > 0 else None


# --- writing ----------------------------------------------------------------------------------


def plain(value: Decimal) -> str:
    """A number as the venue takes it: pybit would write 1E-5 (then 10001)."""
    return format(value.normalize() if value else value, "f")


def index_of(side: Side, *, hedge: bool) -> int:
    if not hedge:
        return 0
    return 1 if side is Side.LONG else 2


def entry_words(order: EntryOrder, *, hedge: bool) -> Words:
    """An entry with its stop in the same request. The direction of a trigger is always said (fault B25)."""
    words = _order_words(order.tag, order.symbol, order.side.opening, order.quantity, order.time_in_force)
    words |= {
        "positionIdx": index_of(order.side, hedge=hedge),
        "stopLoss": plain(order.stop),
        "tpslMode": "Full",
        "slOrderType": "Market",
        "slTriggerBy": "LastPrice",
    }
    if order.kind in (EntryKind.LIMIT, EntryKind.STOP_LIMIT):
        words |= {"orderType": "Limit", "price": plain(_given(order.price))}
    else:
        words |= {"orderType": "Market", "timeInForce": "IOC"}
    if order.kind in (EntryKind.STOP, EntryKind.STOP_LIMIT):
        trigger = order.price if order.kind is EntryKind.STOP else order.trigger
        words |= {
            "triggerPrice": plain(_given(trigger)),
            "triggerDirection": RISING if order.side is Side.LONG else FALLING,
            "triggerBy": "LastPrice",
        }
    return words


def exit_words(order: ExitOrder, *, hedge: bool) -> Words:
    words = _order_words(order.tag, order.symbol, order.side.closing, order.quantity, order.time_in_force)
    words |= {"positionIdx": index_of(order.side, hedge=hedge), "reduceOnly": True}
    if order.price is None:
        return words | {"orderType": "Market", "timeInForce": "IOC"}
    return words | {"orderType": "Limit", "price": plain(order.price)}


def guard_words(symbol: Symbol, side: Side, stop: Price, quantity: Quantity, ms: int, *, hedge: bool) -> Words:
    """A conditional order that closes at market; ``closeOnTrigger``: it needs no margin for that (fault B30)."""
    index = index_of(side, hedge=hedge)
    words = _order_words(OrderTag(f"guard{index}-{ms}"), symbol, side.closing, quantity, TimeInForce.IOC)
    return words | {
        "positionIdx": index,
        "orderType": "Market",
        "reduceOnly": True,
        "closeOnTrigger": True,
        "triggerPrice": plain(stop),
        "triggerDirection": FALLING if side is Side.LONG else RISING,
        "triggerBy": "LastPrice",
    }


def change_words(change: OrderChange) -> Words:
    named = {"qty": change.quantity, "price": change.price, "triggerPrice": change.trigger}
    told = {name: plain(value) for name, value in named.items() if value is not None}
    return {"category": "linear", "symbol": change.symbol, "orderLinkId": change.tag, **told}


def stop_words(symbol: Symbol, side: Side, stop: Price, *, hedge: bool) -> Words:
    """The position's stop for its full size, wherever it stands."""
    return {
        "category": "linear",
        "symbol": symbol,
        "positionIdx": index_of(side, hedge=hedge),
        "tpslMode": "Full",
        "stopLoss": plain(stop),
        "slTriggerBy": "LastPrice",
    }


def _order_words(
    tag: OrderTag, symbol: Symbol, side: OrderSide, quantity: Quantity, time_in_force: TimeInForce
) -> Words:
    return {
        "category": "linear",
        "symbol": symbol,
        "side": SIDES[side],
        "qty": plain(quantity),
        "timeInForce": TIME_IN_FORCE[time_in_force],
        "orderLinkId": tag,
    }


def _given(price: Price | None) -> Price:
    if price is None:
        raise AssertionError("an order that waits for a price names it")
    return price
