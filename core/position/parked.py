"""What is still done for a trade that our own code failed on: its stop is put back, and nothing else.

Separate because whatever broke that life must not keep its stop from the venue: nothing of its rules is asked here,
only what was known last.
"""

from __future__ import annotations

from core.commands import MoveStop
from core.events import PositionFact, StopLost
from core.position.states import Closing, Live, Over, Parked
from core.vocabulary import order_tag


def answer(parked: Parked, fact: PositionFact) -> tuple[MoveStop, ...]:
    """Put the stop that was known last back on what has none."""
    if not isinstance(fact, StopLost) or isinstance(parked.last, Over):
        return ()
    plan, last = parked.plan, parked.last
    live = last.live if isinstance(last, Closing) else last
    price, moves = (live.stop.price, live.stop_moves) if isinstance(live, Live) else (plan.stop, 0)
    stop = plan.instrument.tighter(plan.side, price)
    return (MoveStop(plan.position, order_tag(plan.position, "stop", moves + 1), plan.symbol, plan.side, stop),)
