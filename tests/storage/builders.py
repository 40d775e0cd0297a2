"""Entries for the journal's tests, with what does not matter hidden."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from core.commands import OpenPosition, PlaceEntry
from core.events import CallAdmitted, EquityRead, Fact, MessageRead, PositionPlanned, ReviewDue
from core.instrument import Instrument, Kind
from core.market import Quote
from core.messages import Message
from core.orders import EntryKind, EntryOrder
from core.plans import Admitted, Check, Grant, Plan, Target
from core.ports import Batch
from core.rules import Protection
from core.signals import AtLimit, AtPrice, Reason, Signal
from core.vocabulary import (
    ChannelId,
    MessageId,
    Money,
    OrderTag,
    PositionId,
    Price,
    Quantity,
    Side,
    StreamId,
    Symbol,
    order_tag,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BTC = Symbol("BTCUSDT")
CHANNEL = ChannelId("-1001")
CALL = PositionId("abcdefghij")


def price(text: str) -> Price:
    return Price(Decimal(text))


def quantity(text: str) -> Quantity:
    return Quantity(Decimal(text))


def money(text: str) -> Money:
    return Money(Decimal(text))


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def due(number: int = 0, position: PositionId = CALL) -> Fact:
    return ReviewDue(position, at(number))


def batch(version: int, *, stream: str = "s", lines: int = 1) -> Batch:
    return Batch(StreamId(stream), version, at(version), tuple(due(version * 100 + n) for n in range(lines)))


def equity(number: int) -> Batch:
    return Batch(StreamId("account"), number, at(number), (EquityRead(at(number), money("1000"), money("990")),))


INSTRUMENT = Instrument(
    BTC, Kind.LINEAR, "BTC", "USDT", price("0.1"), quantity("0.001"), quantity("0.001"), quantity("100"), money("5")
)
CHECKS = tuple(Check(name, True, "0.52 % <= 2 %") for name in ("risk", "exposure", "leverage", "age"))


def plan(position: PositionId = CALL, *, stop: str = "63000") -> Plan:
    return Plan(
        position,
        CHANNEL,
        BTC,
        Side.LONG,
        EntryKind.LIMIT,
        price("65000"),
        price("65000"),
        quantity("0.015"),
        price(stop),
        (Target(price("66000"), Decimal("0.5")), Target(price("67000"), Decimal("0.5"))),
        Decimal(10),
        money("975"),
        money("97.5"),
        money("30.9"),
        Protection(),
        INSTRUMENT,
        at(86_400),
    )


def heard(position: PositionId = CALL, text: str = "LONG BTC/USDT entry 65000 SL 63000") -> MessageRead:
    message = Message(CHANNEL, MessageId(12), text, NOON, at(1))
    reading = Signal(
        "BTCUSDT",
        Side.LONG,
        AtLimit(price("65000")),
        AtPrice(price("63000")),
        (AtPrice(price("66000")), AtPrice(price("67000"))),
        reasons=(Reason("long", 0, 4),),
    )
    quote = Quote(BTC, price("64999.9"), price("65000"), price("65000"), price("65000"), at(1))
    return MessageRead(position, at(1), message, reading, INSTRUMENT, quote)


def entry_tag(position: PositionId = CALL) -> OrderTag:
    return order_tag(position, "entry", 1)


def opening(version: int = 0, position: PositionId = CALL) -> tuple[Batch, Batch]:
    """One call on its way in: what the account and the position write in one commit."""
    planned = plan(position)
    grant = Grant(BTC, Side.LONG, CHANNEL, planned.notional, planned.margin, planned.risk)
    order = EntryOrder(
        entry_tag(position),
        BTC,
        Side.LONG,
        EntryKind.LIMIT,
        planned.quantity,
        planned.price,
        planned.stop,
        planned.leverage,
    )
    account = Batch(
        StreamId("account"),
        version,
        at(1),
        (
            heard(position),
            CallAdmitted(position, at(1), grant, CHECKS),
            OpenPosition(position, Admitted(planned, CHECKS)),
        ),
    )
    own = Batch(StreamId(position), 0, at(1), (PositionPlanned(position, at(1), planned), PlaceEntry(position, order)))
    return account, own
