"""One order as Bybit lists it: more than the engine needs to know of it.

The engine trades; a ticket remembers what its owner said and what the venue would show of it:
both names, when, why it ended, and of which position's protection it is a part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from core.orders import OrderReport, OrderStatus
from core.vocabulary import ZERO, OrderSide, Side
from tests.standins.bybit_v5.wire import Row, text
from venues.matching import End


class BuySell(StrEnum):
    BUY = "Buy"
    SELL = "Sell"

    @property
    def core(self) -> OrderSide:
        return OrderSide.BUY if self is BuySell.BUY else OrderSide.SELL

    @classmethod
    def of(cls, side: OrderSide) -> BuySell:
        return cls.BUY if side is OrderSide.BUY else cls.SELL


class OrderType(StrEnum):
    MARKET = "Market"
    LIMIT = "Limit"


class Force(StrEnum):
    GTC = "GTC"
    IOC = "IOC"
    FOK = "FOK"
    POST_ONLY = "PostOnly"


class Watched(StrEnum):
    """The price a trigger watches."""

    LAST = "LastPrice"
    MARK = "MarkPrice"
    INDEX = "IndexPrice"


class Smp(StrEnum):
    """What becomes of an order that would trade with another one of its own account (page "SMP")."""

    NONE = "None"
    MAKER = "CancelMaker"
    TAKER = "CancelTaker"
    BOTH = "CancelBoth"


class Mode(StrEnum):
    """How a position's stop and target cover it: all of it, or parts."""

    FULL = "Full"
    PARTIAL = "Partial"


AFTER_TRIGGER = (End.NO_IMMEDIATE, End.NOT_ALL, End.WOULD_TAKE)
"""A conditional order that ends so had met its trigger: it is Cancelled, not Deactivated."""
LIVE = ("New", "PartiallyFilled", "Untriggered")


@dataclass(slots=True)
class Ticket:
    """``created`` and ``updated`` in milliseconds; ``cap``: the price shown for a market order."""

    order_id: str
    link_id: str
    symbol: str
    side: BuySell
    kind: OrderType
    qty: Decimal
    created: int
    updated: int
    price: Decimal | None = None
    cap: Decimal | None = None
    force: Force = Force.GTC
    reduce_only: bool = False
    close_on_trigger: bool = False
    index: int = 0
    trigger: Decimal | None = None
    direction: int = 0
    trigger_by: str = ""
    stop: Decimal | None = None
    target: Decimal | None = None
    stop_by: str = ""
    target_by: str = ""
    mode: str = ""
    origin: str = "CreateByUser"
    stop_kind: str = ""
    exec_type: str = "Trade"
    status: str = "New"
    filled: Decimal = ZERO
    value: Decimal = ZERO
    fee: Decimal = ZERO
    cancel: str = "UNKNOWN"
    reject: str = "EC_NoError"
    twin: str = ""
    """The other half of a pair of partial stop and target."""
    parts: tuple[str, ...] = ()
    """The partial stop and target that its fills gave the position."""
    short: Decimal = ZERO
    """What a thin book will never fill of it (fault B13)."""
    last_seen: Decimal | None = None
    before: Row | None = field(default=None, repr=False)
    """How it was listed before its last change: what a stale read shows."""

    @property
    def is_live(self) -> bool:
        return self.status in LIVE

    @property
    def is_conditional(self) -> bool:
        return self.status == "Untriggered"

    @property
    def closes(self) -> Side:
        return Side.LONG if self.side is BuySell.SELL else Side.SHORT

    def count(self, quantity: Decimal, price: Decimal, fee: Decimal) -> None:
        """Add one fill."""
        self.filled += quantity
        self.value += quantity * price
        self.fee += fee

    def follow(self, report: OrderReport, armed: bool, at_ms: int) -> None:
        """Take over what the engine says became of it."""
        self.updated = at_ms
        self.qty = report.quantity + self.short
        match report.status:
            case OrderStatus.WORKING if armed:
                self.status = "Untriggered"
            case OrderStatus.WORKING:
                self.status = "PartiallyFilled" if self.filled else "New"
            case OrderStatus.FILLED if self.short:
                self.status = "Cancelled"
                self._blame("EC_NoImmediateQtyToFill")
            case OrderStatus.FILLED:
                self.status = "Filled"
            case OrderStatus.REJECTED:
                self.status = "Rejected"
            case OrderStatus.CANCELLED:
                unmet = self.is_conditional and report.reason not in AFTER_TRIGGER
                self.status = "Deactivated" if unmet else "Cancelled"
                self._blame(report.reason)

    def _blame(self, reason: str) -> None:
        if reason == End.BY_REDUCE_ONLY and self.stop_kind.startswith("Partial"):
            self.cancel = "CancelByTpSlTsClear"
        elif reason.startswith("CancelBy"):
            self.cancel = reason
        elif self.cancel == "UNKNOWN":
            self.reject = reason or "EC_NoError"
            self.cancel = "CancelByUser" if reason == "EC_PerCancelRequest" else "UNKNOWN"

    def row(self) -> Row:
        """As in order lists and on the order topic (page "Get Open Orders", v5/order/open-order)."""
        left = self.qty - self.filled if self.is_live else ZERO
        average = self.value / self.filled if self.filled else None
        return {
            "symbol": self.symbol,
            "orderId": self.order_id,
            "orderLinkId": self.link_id,
            "blockTradeId": "",
            "side": self.side.value,
            "positionIdx": self.index,
            "orderStatus": self.status,
            "createType": self.origin,
            "cancelType": self.cancel,
            "rejectReason": self.reject,
            "orderType": self.kind.value,
            "timeInForce": self.force.value,
            "price": text(self.price if self.kind is OrderType.LIMIT else self.cap or ZERO),
            "qty": text(self.qty),
            "avgPrice": text(average.quantize(Decimal("1e-8")) if average is not None else None),
            "leavesQty": text(left),
            "leavesValue": text(left * (self.price or ZERO)),
            "cumExecQty": text(self.filled),
            "cumExecValue": text(self.value),
            "cumExecFee": text(self.fee),
            "isLeverage": "",
            "stopOrderType": self.stop_kind,
            "orderIv": "",
            "marketUnit": "",
            "triggerPrice": text(self.trigger),
            "triggerDirection": self.direction,
            "triggerBy": self.trigger_by,
            "takeProfit": text(self.target),
            "stopLoss": text(self.stop),
            "tpTriggerBy": self.target_by,
            "slTriggerBy": self.stop_by,
            "tpslMode": self.mode,
            "tpLimitPrice": "",
            "slLimitPrice": "",
            "ocoTriggerBy": "",
            "lastPriceOnCreated": text(self.last_seen),
            "reduceOnly": self.reduce_only,
            "closeOnTrigger": self.close_on_trigger,
            "placeType": "",
            "smpType": "None",
            "smpGroup": 0,
            "smpOrderId": "",
            "createdTime": str(self.created),
            "updatedTime": str(self.updated),
            "slippageTolerance": "",
            "slippageToleranceType": "UNKNOWN",
            "extraFees": "",
            "cumFeeDetail": {"USDT": text(self.fee)} if self.fee else {},
        }

    def pushed(self) -> Row:
        """As on the order topic."""
        return {"category": "linear", **self.row(), "feeCurrency": "", "closedPnl": "0"}


@dataclass(slots=True)
class Trail:
    """A trailing stop of the venue's own. ``active``: it sleeps until the price has been there."""

    distance: Decimal
    active: Decimal | None
    best: Decimal | None
    order_id: str

    def heed(self, side: Side, last: Decimal) -> bool:
        """Follow the price; is it met?"""
        if self.best is None:
            if self.active is not None and (last - self.active) * side.sign < 0:
                return False
            self.best = last
        self.best = max(self.best, last) if side is Side.LONG else min(self.best, last)
        return (self.best - last) * side.sign >= self.distance
