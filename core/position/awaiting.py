"""What we do before anything has filled: send, wait, look up, give up.

Separate from `deciding` because nothing is held yet: whatever goes wrong here costs a chance and no money.
"""

from __future__ import annotations

from datetime import datetime

from core.commands import PlaceEntry, WakeAt
from core.events import (
    CancelAsked,
    CloseAsked,
    EntryFilled,
    EntryWithdrawAsked,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionFact,
    PositionPlanned,
    PriceReached,
    ReviewDue,
)
from core.orders import EntryKind
from core.position import entering as legs
from core.position.asking import (
    CLOSE_S,
    PROOF_S,
    Answer,
    cancel_entries,
    look_up,
    look_up_entries,
    prove,
    release,
    take_back,
    wake,
)
from core.position.listening import forgone, stopped
from core.position.states import Awaiting, LegStage, Opening
from core.vocabulary import Price

Waiting = Opening | Awaiting


def answer(waiting: Waiting, fact: PositionFact) -> Answer:
    """Answer one fact while nothing is held."""
    plan, entering = waiting.plan, waiting.entering
    match fact:
        case PositionPlanned():
            sent = tuple([PlaceEntry(plan.position, legs.order(plan, leg)) for leg in entering.resting])
            return sent or (WakeAt(plan.position, plan.expires_at),)
        case CloseAsked(at=at) | CancelAsked(at=at) | EntryWithdrawAsked(at=at):
            return _give_up(waiting, at)
        case OrderAccepted(at=at) if not waiting.leaving:
            return (_next_look(waiting, at),)
        case OutcomeUnknown(tag=tag):
            return (look_up(plan, tag),)
        case OrderEnded(at=at, tag=tag) | OrderRefused(at=at, tag=tag):
            leg = entering.find(tag)
            missing = leg is not None and not leg.is_settled  # it filled: the fills are on their way
            proof = (prove(plan), wake(plan, at, PROOF_S)) if missing else ()
            return (*proof, *_next_legs(waiting, at))
        case EntryFilled(at=at):  # nothing is held by it: it has reduced what somebody else holds
            return _next_legs(waiting, at)
        case PriceReached(at=at, price=price) if not waiting.leaving:
            return _priced(waiting, at, price)
        case ReviewDue(at=at):
            return _review(waiting, at)
        case _:
            return ()


def _review(waiting: Waiting, at: datetime) -> Answer:
    plan = waiting.plan
    cancels = take_back(plan, waiting.entering)
    if waiting.leaving or cancels:
        return (*cancels, *look_up_entries(plan, waiting.entering), wake(plan, at, CLOSE_S))
    if at >= plan.expires_at:
        return _abandon(waiting, at, "rule:the entry waited too long")
    looked = look_up_entries(plan, waiting.entering)
    return looked or (WakeAt(plan.position, plan.expires_at),)


def _abandon(waiting: Waiting, at: datetime, by: str) -> Answer:
    return (CloseAsked(waiting.plan.position, at, by), *_give_up(waiting, at))


def _give_up(waiting: Waiting, at: datetime) -> Answer:
    cancels = cancel_entries(waiting.plan, waiting.entering)
    return (*cancels, wake(waiting.plan, at, CLOSE_S)) if cancels else ()


def _next_look(waiting: Waiting, at: datetime) -> WakeAt:
    """A market entry should fill at once; a resting one is looked at when it expires."""
    plan = waiting.plan
    at_once = any(leg.terms.kind is EntryKind.MARKET for leg in waiting.entering.resting)
    unanswered = any(leg.stage is LegStage.SENT for leg in waiting.entering.legs)
    return wake(plan, at, PROOF_S) if at_once or unanswered else WakeAt(plan.position, plan.expires_at)


def _next_legs(waiting: Waiting, at: datetime) -> Answer:
    """One entry order has ended: the next in line may rest now, and one that trails waits until the entry expires."""
    plan, entering = waiting.plan, waiting.entering
    sent = release(plan, entering, legs.due(entering, plan), at, plan.stop)
    return sent or ((WakeAt(plan.position, plan.expires_at),) if entering.waiting else ())


def _priced(waiting: Waiting, at: datetime, price: Price) -> Answer:
    """The market has run without us, or to the stop, or has turned where an entry waits."""
    plan, entering, sign = waiting.plan, waiting.entering, waiting.plan.side.sign
    target, stop = forgone(plan), stopped(plan, entering)
    if target is not None and (price - target) * sign >= 0:
        return _abandon(waiting, at, "rule:the first target was reached before the entry")
    if stop is not None and (stop - price) * sign >= 0:
        return _abandon(waiting, at, "rule:the stop was reached before the entry")
    return release(plan, entering, legs.turning(entering, plan, price), at, plan.stop, at_market=True)
