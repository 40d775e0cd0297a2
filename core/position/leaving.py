"""The way out: in parts, whole, and what is swept up afterwards.

The stop stays at the venue until nothing is held any more; a market order is a capped IOC there
and may fill in part (fault B13), so a close is asked again until the venue is flat.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from core.commands import CancelOrder, PlaceExit
from core.events import (
    CloseAsked,
    EntryFilled,
    ExitCause,
    ExitFilled,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionFact,
    ReviewDue,
    StopConfirmed,
    StopLost,
    StopMoveDecided,
)
from core.orders import ExitOrder
from core.position import recutting, stop_orders
from core.position.asking import CLOSE_S, PROOF_S, TRIM_S, Answer, cancel, cancel_entries, look_up, prove, wake
from core.position.ladders import furthest_first
from core.position.states import (
    GUARD,
    Closing,
    Live,
    Over,
    close_tag,
    former_close_tag,
    is_asked_lately,
    is_stop_tag,
    part_quantity,
    part_tag,
)
from core.vocabulary import ZERO, OrderTag, Quantity

FOR_LESS = "still open, and its stop is for less than is held"


def trim(live: Live, held: Quantity) -> tuple[CancelOrder, ...]:
    """Exits on the book never exceed what is held: the furthest targets give way (invariant I4)."""
    rungs = furthest_first(live)
    open_ = sum((rung.quantity for rung in rungs), ZERO)
    cancelled: list[CancelOrder] = []
    for rung in rungs:
        if open_ <= held:
            break
        open_ -= rung.quantity
        cancelled.append(cancel(live.plan, rung.tag))
    return tuple(cancelled)


def give_way(live: Live, at: datetime) -> Answer:
    """Trim the exits to what is held, and cut anew what is to be.

    And look again: a venue may refuse to cancel for a while.
    """
    answers = dict.fromkeys((*trim(live, live.ledger.held), *recutting.review(live, at)))
    return (*answers, wake(live.plan, at, TRIM_S)) if answers else ()


def after_exit(live: Live, fact: ExitFilled) -> Answer:
    """Trim what is too much. Targets on their way off the book are asked again by the review, not by each fill."""
    if fact.cause is ExitCause.OUTSIDE or not recutting.is_replacing(live):
        return give_way(live, fact.at)
    return (*recutting.resumed(live, fact.at), wake(live.plan, fact.at, TRIM_S))


def part_refused(live: Live, fraction: Decimal) -> str:
    """Why no part of this size is sold now, with the numbers; empty when one can be."""
    if live.parting is not None:
        return "a part of it is on its way out; ask again once that has filled"
    if part_quantity(live, fraction):
        return ""
    instrument, held = live.plan.instrument, live.ledger.held
    return (
        f"{(fraction * 100).normalize():f} % of {instrument.size(held)} is {(held * fraction).normalize():f}; "
        f"the least order is {instrument.size(instrument.quantity_min)}, in steps of {instrument.step}"
    )


def part(live: Live, at: datetime, fraction: Decimal) -> Answer:
    """Close a fraction at market; the targets are cut anew for the rest, but what it needs comes first."""
    plan = live.plan
    quantity = part_quantity(live, fraction)
    order = ExitOrder(part_tag(live), plan.symbol, plan.side, quantity, None)
    rest = Quantity(live.ledger.held - quantity)
    first = trim(live, rest)
    others = tuple(cancelled for cancelled in recutting.withdrawn(live) if cancelled not in first)
    return (*first, PlaceExit(plan.position, order), *others, wake(plan, at, CLOSE_S))


def leave(live: Live, at: datetime, by: str) -> Answer:
    """Decide to close; what that takes is the same as when somebody asks for it."""
    return (CloseAsked(live.plan.position, at, by), *_way_out(Closing(live, by, at, live.closes, asked=True), at))


def _way_out(closing: Closing, at: datetime) -> Answer:
    """Free what other exits hold, then close what is held; the stop stays until the venue is flat."""
    live, plan = closing.live, closing.plan
    exits = tuple(cancel(plan, rung.tag) for rung in live.working_rungs)
    return (*cancel_entries(plan, live.entering), *exits, *_close(closing), wake(plan, at, CLOSE_S))


def _close(closing: Closing) -> tuple[PlaceExit, ...]:
    plan, held = closing.plan, closing.live.ledger.held
    if not closing.asked or not held:
        return ()
    return (PlaceExit(plan.position, ExitOrder(close_tag(closing), plan.symbol, plan.side, held, None)),)


def while_closing(closing: Closing, fact: PositionFact) -> Answer:
    """Answer one fact on the way out."""
    plan = closing.plan
    match fact:
        case CloseAsked(at=at) | EntryFilled(at=at) | ExitFilled(at=at) if at == closing.since:
            return _way_out(closing, at)
        case OutcomeUnknown(tag=tag):
            return stop_orders.inquiry(plan, tag) if is_stop_tag(tag) else (look_up(plan, tag),)
        case OrderAccepted(at=at, tag=tag) if is_stop_tag(tag):
            return stop_orders.relieved(closing.live, at)
        case OrderRefused(at=at, tag=tag) | OrderEnded(at=at, tag=tag) if _has_just_ended(closing, tag, at):
            # A market order is a capped IOC and may fill in part (fault B13): the rest follows at once,
            # and after a few of them with the review that is pending anyway.
            return (prove(plan), *(_close(closing) or stop_orders.resized_in_passing(closing.live, at)))
        case EntryFilled(at=at) if not closing.asked:
            return (wake(plan, at, 0),)
        case StopLost(at=at):
            return _rearm(closing, at, "still open, and no stop is shown")
        case StopConfirmed(at=at, quantity=shown) if plan.handling.stop_is_order and shown < closing.live.ledger.held:
            return _rearm(closing, at, FOR_LESS)
        case ReviewDue(at=at):
            looked = (look_up(plan, close_tag(closing)), prove(plan)) if closing.is_overdue else (prove(plan),)
            return (*looked, *_way_out(closing, at), *_stops_looked_after(closing, at))
        case _:
            return ()


def _has_just_ended(closing: Closing, tag: OrderTag, at: datetime) -> bool:
    """Is this the end of the former closing order, and not the same news again?"""
    return tag == former_close_tag(closing) and at == closing.ended_at


def _rearm(closing: Closing, at: datetime, why: str) -> Answer:
    """While something is held without a stop for all of it, one is put back, however the close is going.

    Each request is given its time: behind a venue that answers slowly they would stand in line, and arrive for
    what has been sold by then.
    """
    live, plan = closing.live, closing.plan
    if is_asked_lately(live, at, PROOF_S) or not live.ledger.held:
        return ()
    stop = plan.instrument.tighter(plan.side, live.wanted or live.stop.price)
    return (
        StopMoveDecided(plan.position, at, stop, GUARD, why),
        stop_orders.request(live, stop),
    )


def _stops_looked_after(closing: Closing, at: datetime) -> Answer:
    """A close may take many orders: meanwhile the stop is for what is still held.

    While one of them is on its way less will be held in a moment: the stop is sized once it has ended, or is overdue.
    """
    live = closing.live
    if stop_orders.is_outgrown(live):
        fitted = _rearm(closing, at, FOR_LESS)
    else:
        fitted = stop_orders.resized(live, at) if closing.is_overdue else ()
    return (*stop_orders.review(live, at), *fitted)


def after_the_end(over: Over, fact: PositionFact) -> Answer:
    """Whatever still rests for a position that is over is swept, once, by the fact that ended it (invariant I11).

    Where exits stay when their position is gone (fault N08) it is swept again until the venue has said that it is off.
    """
    if over.live is None:
        return ()
    stays = over.plan.handling.stop_is_order
    if isinstance(fact, ReviewDue):
        left = _left_over(over.live) if stays else ()
        return (*left, wake(over.plan, fact.at, PROOF_S)) if left else ()
    if stays and isinstance(fact, OutcomeUnknown):
        return (look_up(over.plan, fact.tag),)  # it may never have arrived
    ended_now = fact.at == over.at and not isinstance(fact, OrderAccepted | StopConfirmed | StopLost)
    if not ended_now:
        return ()
    if isinstance(fact, OrderEnded | OrderRefused) and over.live.entering.find(fact.tag) is None:
        return ()  # it is about a target
    again = (wake(over.plan, fact.at, PROOF_S),) if stays else ()
    return (*cancel_entries(over.plan, over.live.entering), *_left_over(over.live), *again)


def _left_over(live: Live) -> Answer:
    """Take every exit off the book."""
    return (*(cancel(live.plan, rung.tag) for rung in live.working_rungs), *stop_orders.swept(live))
