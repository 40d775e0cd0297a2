"""What is still done for a trade that our own code failed on: its stop is put back, and nothing else.

Separate because whatever broke that life must not keep its stop from the venue: nothing of its rules is asked here,
only what was known last.
"""

from __future__ import annotations

from dataclasses import replace

from core.commands import MoveStop
from core.events import PositionFact, StopLost, StopMoveDecided
from core.position.states import GUARD, Closing, Live, Parked
from core.vocabulary import order_tag


def answer(parked: Parked, fact: PositionFact) -> tuple[StopMoveDecided | MoveStop, ...]:
    """Put the stop that was known last back on what has none."""
    last = parked.last
    live = last.live if isinstance(last, Closing) else last
    if not isinstance(fact, StopLost) or not isinstance(live, Live):
        return ()
    plan = parked.plan
    stop = plan.instrument.tighter(plan.side, live.stop.price)
    tag = order_tag(plan.position, "stop", live.stop_moves + 1)
    return (
        StopMoveDecided(plan.position, fact.at, stop, GUARD, "quarantined, and no stop is shown"),
        MoveStop(plan.position, tag, plan.symbol, plan.side, stop),
    )


def recorded(parked: Parked, fact: PositionFact) -> Parked:
    """Count the moves, so that each has a name of its own."""
    last = parked.last
    if isinstance(fact, StopMoveDecided) and isinstance(last, Live):
        return replace(parked, last=replace(last, stop_moves=last.stop_moves + 1))
    if isinstance(fact, StopMoveDecided) and isinstance(last, Closing):
        return replace(parked, last=replace(last, live=replace(last.live, stop_moves=last.live.stop_moves + 1)))
    return parked
