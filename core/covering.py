"""Whether stops that are orders of their own protect what is held: what is sold where, when the price runs.

Separate from any venue, because each that holds stops so tells only the two lists, and what they mean is the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.orders import OpenPosition, StandingStop
from core.records import replace
from core.vocabulary import ZERO, Quantity


def guarded(held: OpenPosition, stops: Iterable[StandingStop]) -> OpenPosition:
    """The position with the stop that its ``stops`` make together; those of other holdings say nothing.

    The price is the one at which the last of it is sold: what lies beyond it sells nothing any more. Where they sell
    less than is held, ``covered`` says how much.
    """
    mine = [one for one in stops if (one.symbol, one.side) == (held.symbol, held.side)]
    mine.sort(key=lambda one: -one.price * held.side.sign)  # the first that the price comes to
    sold, price = ZERO, None
    for one in mine:
        if sold < held.quantity:
            price = one.price
        sold += one.quantity
    return replace(held, stop=price, covered=Quantity(sold))
