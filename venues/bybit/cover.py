"""Where all of a position is stopped, when the position itself shows no stop.

Pure and apart, because both who reads the account and who puts a stop beside a position go by it:
the owner's stops for parts, and conditional orders that close, count for what they hold together.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.vocabulary import ZERO, Price, Quantity, Side
from venues.bybit.translate import FALLING, RISING, Held, Row, Unreadable, number, price


def cover(place: Held, rows: Iterable[Row]) -> Price | None:
    """Where all of a position is stopped: by its own stop, or by others that reach its size together.

    They are met nearest first, so the last one that is needed is where the position is gone.
    """
    if place.stop is not None or place.side is None:
        return place.stop
    sign = place.side.sign
    stops = sorted(
        (stop for row in rows if (stop := stop_for(row, place)) is not None), key=lambda stop: -stop[0] * sign
    )
    left = place.quantity
    for at, size in stops:
        left = Quantity(left - size)
        if left <= ZERO:
            return at
    return None


def stop_for(row: Row, place: Held) -> tuple[Price, Quantity] | None:
    """Price and size of an order that gets out of this position at market, whatever the margin, when it goes wrong."""
    closing = {Side.LONG: ("Sell", FALLING), Side.SHORT: ("Buy", RISING)}.get(place.side or Side.LONG)
    kind, is_sure = str(row.get("stopOrderType")), row.get("closeOnTrigger") in (True, "true")
    if kind != "PartialStopLoss" and not (kind == "Stop" and is_sure):
        return None
    try:
        at, size = price(row, "triggerPrice"), Quantity(number(row, "qty") - number(row, "cumExecQty"))
        is_here = (row.get("symbol"), int(number(row, "positionIdx"))) == (place.symbol, place.index)
        is_against = (row.get("side"), int(number(row, "triggerDirection"))) == closing
    except Unreadable:
        return None
    is_waiting = row.get("orderStatus") == "Untriggered" and row.get("orderType") == "Market"
    return (at, size) if at is not None and is_here and is_against and is_waiting else None
