"""An exchange of one's own: orders meet prices here as they would at a real venue.

Paper trading, the tests, the simulator and the replay of a channel all trade on this one
engine, so what was tried in one of them is what happens in the others. It is kept apart
from any venue because it is pure: no network, no clock, no dice. Each call brings its
moment, each answer is a value, and the same calls give the same fills to the last digit.

What it takes seriously, because money was lost elsewhere by not doing so:

* An attached stop is the position's stop in the same step as the first fill, and covers the
  whole position whatever its size becomes. When it is met it sells into every quote until
  nothing is left, however thin the book.
* A market order is a limited one: it walks the depth, and what lies beyond the slippage cap
  is cancelled, so it may fill in part or not at all (fault B13).
* An order that only reduces is clipped to the position when it trades, is refused against
  nothing (110017), and is cancelled when its position is gone: it can never open anything.
* A client order id is never free again, so sending twice is sending once (fault B09).
* A conditional order is asked for its margin when it is met, not before (fault B30).
* Margin is crossed: one equity carries all positions, and liquidation comes by mark price.

What it leaves out: queue position (a resting limit fills when the other side's quote comes
to it, as far as the depth there goes), isolated margin, risk limit tiers, price bands,
auto-deleveraging and trailing stops of the venue's own.

Reading order: `requests`, `codes`, `book`, `ledger`, `register`, `floor`, `guard`,
`admission`, `engine`, `snapshot`.
"""

from venues.matching.book import Depth
from venues.matching.codes import Code, End
from venues.matching.engine import Engine
from venues.matching.floor import Terms
from venues.matching.requests import (
    Amendment,
    Attached,
    Crossing,
    NewOrder,
    OrderKind,
    Outcome,
    Target,
    TriggerBy,
)

__all__ = [
    "Amendment",
    "Attached",
    "Code",
    "Crossing",
    "Depth",
    "End",
    "Engine",
    "NewOrder",
    "OrderKind",
    "Outcome",
    "Target",
    "Terms",
    "TriggerBy",
]
