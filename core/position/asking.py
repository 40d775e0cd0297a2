"""The small requests that answers are made of, and how long each may take.

A position has one bell, the earliest it asked for (`core.runtime.effects`): each review says anew
when the next is due, and nothing that may be repeated without end asks for a bell of its own. So
whatever the venue does, the number of requests a minute stays bounded (invariant I23).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from core.commands import CancelOrder, LookUp, PlaceEntry, PositionCommand, ProveStop, WakeAt
from core.events import EntriesReleased, PositionFact
from core.plans import Plan
from core.position import entering as legs
from core.position.states import Entering, LegStage
from core.vocabulary import OrderTag, Price

Answer = tuple[PositionFact | PositionCommand, ...]

PROOF_S = 3
"""A stop that is not proven this long after it was asked for is repaired (invariant I1)."""
CLOSE_S = 5
"""A closing order that is not done after this long is looked up, then asked again."""
TRIM_S = 2
"""An exit that rests for more than is held is asked off the book again after this long (invariant I4)."""


def wake(plan: Plan, at: datetime, seconds: int) -> WakeAt:
    return WakeAt(plan.position, at + timedelta(seconds=seconds), seconds)


def look_up(plan: Plan, tag: OrderTag) -> LookUp:
    return LookUp(plan.position, plan.symbol, tag)


def prove(plan: Plan) -> ProveStop:
    return ProveStop(plan.position, plan.symbol, plan.side)


def cancel(plan: Plan, tag: OrderTag) -> CancelOrder:
    return CancelOrder(plan.position, plan.symbol, tag)


def cancel_entries(plan: Plan, entering: Entering) -> tuple[CancelOrder, ...]:
    """Take every entry order off the book."""
    return tuple(cancel(plan, leg.tag) for leg in entering.resting)


def take_back(plan: Plan, entering: Entering) -> tuple[CancelOrder, ...]:
    """Ask again for every entry order that was taken back to leave the book: the first cancel may have been lost."""
    return tuple(cancel(plan, leg.tag) for leg in entering.resting if leg.unwanted)


def look_up_entries(plan: Plan, entering: Entering) -> tuple[LookUp, ...]:
    """Ask what became of every entry order that is not known to have ended, or whose fills are missing."""
    ended = LegStage.ENDED
    asked = (leg for leg in entering.legs if leg.is_resting or (leg.stage is ended and not leg.is_settled))
    return tuple(look_up(plan, leg.tag) for leg in asked)


def release(
    plan: Plan, entering: Entering, tags: tuple[OrderTag, ...], at: datetime, stop: Price, *, at_market: bool = False
) -> Answer:
    """Send entry orders that had waited, unless the entry has expired meanwhile: its bell may ring late."""
    if not tags or at >= plan.expires_at:
        return ()
    sent = legs.released(entering, tags, stop, at_market=at_market)
    placed = (PlaceEntry(plan.position, legs.order(plan, leg)) for leg in sent.legs if leg.tag in tags)
    return (EntriesReleased(plan.position, at, tags, stop, at_market), *placed)
