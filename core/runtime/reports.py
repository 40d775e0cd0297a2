"""What the venue's stream tells, as facts of the position it concerns.

An execution names its position by our tag; a stop or a liquidation has no tag of ours and is
told apart by symbol and side, of which one account holds one position at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

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
from core.orders import (
    Execution,
    FundingPaid,
    OrderReport,
    OrderStatus,
    Purpose,
    StopReport,
    VenueReport,
)
from core.vocabulary import OrderTag, PositionId, Side, Symbol

Owner = Callable[[Symbol, Side | None, datetime], PositionId | None]
"""Who held this symbol (on this side) at that moment; None: nobody we know of."""

LEGS = {"tp": ExitCause.TARGET, "close": ExitCause.CLOSE, "part": ExitCause.CLOSE, "stop": ExitCause.STOP}


def position_of(tag: OrderTag) -> PositionId:
    """The position an order of ours was sent for."""
    return PositionId(tag.partition("-")[0])


def translate(report: VenueReport, owner: Owner) -> PositionFact | None:
    """The fact a report is for one of our positions; None when it is not about any."""
    match report:
        case Execution():
            return _execution(report, owner)
        case OrderReport(status=OrderStatus.CANCELLED, tag=tag):
            return OrderEnded(position_of(tag), report.at, tag, report.filled, report.reason or "cancelled")
        case OrderReport(status=OrderStatus.REJECTED, tag=tag):
            # Accepted first, refused later: an acknowledgement is not a promise (fault B12).
            return OrderRefused(position_of(tag), report.at, tag, "rejected", report.reason)
        case StopReport(quantity=quantity) if quantity > 0:
            return _stop(report, owner)
        case FundingPaid(symbol=symbol, amount=amount, at=at):
            position = owner(symbol, None, at)
            return FundingBooked(position, at, amount, report.id) if position is not None else None
        case _:
            return None  # a working or filled order says nothing that its answer and executions do not say


def _execution(fill: Execution, owner: Owner) -> PositionFact | None:
    if fill.tag is not None and fill.purpose is Purpose.ORDER:
        position = position_of(fill.tag)
        if fill.tag.partition("-")[2].startswith("entry"):
            netted = fill.reduced  # of the other side's holding, which is nobody's of ours (one-way mode)
            return EntryFilled(position, fill.at, fill.tag, fill.id, fill.quantity, fill.price, fill.fee, netted=netted)
        leg = fill.tag.partition("-")[2].partition("-")[0].rstrip("0123456789")
        cause = LEGS.get(leg, ExitCause.OUTSIDE)
        return ExitFilled(position, fill.at, fill.tag, fill.id, fill.quantity, fill.price, fill.fee, cause)
    held_by = owner(fill.symbol, fill.position_side, fill.at)
    if held_by is None or fill.side is not fill.position_side.closing:
        return None  # somebody else's trade; if it added to ours, the reconciler sees the quantity
    causes = {Purpose.STOP: ExitCause.STOP, Purpose.LIQUIDATION: ExitCause.LIQUIDATION}
    cause = causes.get(fill.purpose, ExitCause.OUTSIDE)
    return ExitFilled(held_by, fill.at, None, fill.id, fill.quantity, fill.price, fill.fee, cause)


def _stop(report: StopReport, owner: Owner) -> PositionFact | None:
    position = owner(report.symbol, report.side, report.at)
    if position is None:
        return None
    if report.price is None:
        return StopLost(position, report.at, "the venue says that the stop is gone")
    return StopConfirmed(position, report.at, report.price, report.quantity)
