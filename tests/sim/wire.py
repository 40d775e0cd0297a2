"""What goes over the wire, how long each part of it takes, and what each fault costs. Virtual seconds."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from core.orders import (
    Absent,
    Answer,
    EntryOrder,
    ExitOrder,
    OpenPosition,
    OrderReport,
    OrderStatus,
    Refused,
    Silent,
    StopTicket,
)
from core.ports import Capabilities
from core.vocabulary import ZERO, Money, OrderTag, Price, Quantity, Side, Symbol
from tests.sim.faults import Call, Fault

Request = EntryOrder | ExitOrder | OrderTag | tuple[Symbol, Side, Price, StopTicket | None]
"""What names a request: the order, the order to cancel, or the stop to be set."""

Told = Answer | OrderReport | Absent
"""What a desk may be told about one order, or about one request."""

ONE_WAY_S = 0.02
TIMEOUT_S = 2.0
"""How long a request waits for its answer."""
LATE_S = 4.0
"""How long after its sending a late request arrives."""
ABSENCE_PROOF_S = 5.0
STALE_S = 6.0
LAG_S = 3.0
"""How long a fill, or an order, may stay invisible to a question."""
UNSAID_S = 13.0
"""A report that is never told is found by the reconciler's next round, which is looked at twice."""
LOOK_AGAIN_S = 10.0
"""After an old page the next round shows the true one."""
CAP = Decimal("1.05")
ASYNC_S = 0.3
"""How long after its answer an accepted order is rejected."""


WRITES = (Call.ENTER, Call.EXIT, Call.SET_STOP, Call.CANCEL)
COSTS_S = {
    Fault.ANSWER_LOST: TIMEOUT_S,
    Fault.REQUEST_LOST: TIMEOUT_S,
    Fault.REQUEST_LATE: TIMEOUT_S,
    Fault.SILENT: TIMEOUT_S,
    Fault.ACK_THEN_REJECT: ASYNC_S,
    Fault.ACK_THEN_CANCEL: ASYNC_S,
    Fault.ACK_BUT_NOTHING: TIMEOUT_S,
}
"""How long it takes until a fault shows."""
NO_VERDICT = frozenset(("10002", "10003", "10006", "110079"))
"""The clock, the key or the pace is refused, or the venue is busy: the stop that was asked for was not looked at."""


class Sent(NamedTuple):
    """One request as it left the desk."""

    at: float
    call: Call
    tag: OrderTag | None


def empty_side(held: OpenPosition) -> OpenPosition:
    """The other side's row, as accounts in hedge mode show it (fault B18)."""
    return replace(held, side=held.side.opposite, quantity=Quantity(ZERO), stop=None, unrealised=Money(ZERO))


def tag_of(request: Request) -> OrderTag | None:
    if isinstance(request, EntryOrder | ExitOrder):
        return request.tag
    return request if isinstance(request, str) else None


def rejection(order: EntryOrder | ExitOrder, fault: Fault, at: datetime) -> OrderReport:
    """What is told of an order that was accepted and came to nothing."""
    status = OrderStatus.REJECTED if fault is Fault.ACK_THEN_REJECT else OrderStatus.CANCELLED
    side = order.side.opening if isinstance(order, EntryOrder) else order.side.closing
    exits, nothing = isinstance(order, ExitOrder), Quantity(ZERO)
    return OrderReport(
        order.tag, order.symbol, side, status, order.quantity, nothing, order.price, exits, at, fault.value
    )


def denial(request: Request, able: Capabilities, at: datetime, code: str) -> Answer:
    """What a refusal is told as: one that says nothing of an attached stop leaves the port silent about it."""
    is_mute = code in NO_VERDICT and isinstance(request, tuple) and able.attached_stop
    return Silent(at, f"refused with {code}") if is_mute else Refused(at, code, "the venue does not want to")
