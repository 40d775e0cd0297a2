"""A stop that is an order of its own: sized by what is held, replaced with no gap, taken off when it is of no use.

Separate from `guarding`, which decides where the stop has to be, because only some venues hold stops so (Binance: a
conditional order that only reduces). There a stop sells what it was sent for, whatever its position has become, and
stays when that is gone (faults N05, N08): each new one is on the book before the former ones are cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from core.commands import MoveStop, WakeAt
from core.events import ExitFilled, OrderAccepted, OrderEnded, OrderRefused, PositionFact, StopMoveDecided
from core.plans import Plan
from core.position.asking import CLOSE_S, PROOF_S, TRIM_S, Answer, cancel, look_up, prove, wake
from core.position.states import (
    GUARD,
    Closing,
    Live,
    Position,
    StopOrder,
    Unconfirmed,
    Working,
    is_asked_lately,
)
from core.records import replace
from core.vocabulary import ZERO, OrderTag, Price, Quantity, order_tag

CRUMBS_S = 1
"""So long the fills of an entry are gathered before the next stop is sent for them."""
QUICK_RESIZES = 4
"""So many refused requests in a row are asked again as soon as a proof is due; those after them with the reviews."""

# --- what is sent -----------------------------------------------------------------------------


def request(live: Live, stop: Price) -> MoveStop:
    """Have the stop stand at ``stop``, for what is held."""
    plan = live.plan
    quantity = live.ledger.held if plan.handling.stop_is_order else None
    return MoveStop(plan.position, _next_tag(live), plan.symbol, plan.side, stop, quantity)


def _next_tag(live: Live) -> OrderTag:
    return order_tag(live.plan.position, "stop", live.stop_moves + 1)


def inquiry(plan: Plan, tag: OrderTag) -> Answer:
    """Nobody knows whether it arrived: read the stop back, and where it is an order ask what became of it."""
    return (prove(plan), look_up(plan, tag)) if plan.handling.stop_is_order else (prove(plan),)


# --- what becomes of it -----------------------------------------------------------------------


def sent(live: Live) -> tuple[StopOrder, ...]:
    """With what was just decided, one more may be on the book."""
    if not live.plan.handling.stop_is_order:
        return ()
    return (*live.stop_orders, StopOrder(_next_tag(live), live.ledger.held))


def told(live: Live, fact: PositionFact) -> Live:
    """What the venue said of one of them."""
    if not live.stop_orders:
        return live
    match fact:
        case OrderAccepted(tag=tag):
            orders: Iterable[StopOrder] = (
                replace(one, stands=True) if one.tag == tag else one for one in live.stop_orders
            )
        case OrderRefused(tag=tag) | OrderEnded(tag=tag):
            orders = (one for one in live.stop_orders if one.tag != tag)
        case ExitFilled(tag=tag, quantity=quantity):
            sold = (_less(one, quantity) if one.tag == tag else one for one in live.stop_orders)
            orders = (one for one in sold if one.quantity > 0)
        case _:
            return live
    kept = tuple(orders)
    if kept == live.stop_orders:
        return live
    left = replace(live, stop_orders=kept)
    return _covered_less(left, fact.at) if isinstance(fact, OrderEnded) else left


def _covered_less(live: Live, at: datetime) -> Live:
    """What has left the book protects nothing any more: the stop is for no more than those that stand.

    A reading from before that had counted it, and without this what fills next would be taken for covered.
    """
    stop, standing = live.stop, Quantity(sum((one.quantity for one in live.stop_orders if one.stands), ZERO))
    if not standing or not isinstance(stop, Working) or stop.quantity <= standing:
        return live
    if standing < live.ledger.held:
        return replace(live, stop=Unconfirmed(stop.price, at, 0, shown=True))
    return replace(live, stop=Working(stop.price, standing))


def _less(order: StopOrder, sold: Quantity) -> StopOrder:
    return replace(order, quantity=Quantity(order.quantity - sold))


# --- what is to be done -----------------------------------------------------------------------


def is_left_alone(live: Live) -> bool:
    """Does nothing that the venue took stand any more, where a stop is an order?"""
    return live.plan.handling.stop_is_order and not any(one.stands for one in live.stop_orders)


def is_bared(live: Live, at: datetime) -> bool:
    """Has a part of what is held lost its stop by what ended at this moment?"""
    return isinstance(live.stop, Unconfirmed) and live.stop.since == at


def superseded(live: Live) -> Answer:
    """Take off the book what a newer one, that stands and is for all that is held, has replaced."""
    places = [i for i, one in enumerate(live.stop_orders) if one.stands and one.quantity >= live.ledger.held]
    return tuple(cancel(live.plan, one.tag) for one in live.stop_orders[: places[-1]]) if places else ()


def is_needed(position: Position | None, tag: OrderTag) -> bool:
    """Is this one of the stops of what is held, and by now none that a newer one has replaced?

    To be asked when a cancel of it is about to leave: that was decided by what stood then.
    """
    live = position.live if isinstance(position, Closing) else position
    if not isinstance(live, Live) or not live.ledger.held or all(one.tag != tag for one in live.stop_orders):
        return False
    return cancel(live.plan, tag) not in superseded(live)


def relieved(live: Live, at: datetime) -> Answer:
    """A new one stands: the former ones are taken off, and that is looked at again, for a cancel may be lost."""
    off = superseded(live)
    return (*off, wake(live.plan, at, TRIM_S)) if off else ()


def swept(live: Live) -> Answer:
    """Take all of them off the book: nothing is held any more (fault N08)."""
    return tuple(cancel(live.plan, one.tag) for one in live.stop_orders)


def review(live: Live, at: datetime) -> Answer:
    """Ask again for what has not left the book, and what became of those nobody has answered for."""
    unknown = tuple(look_up(live.plan, one.tag) for one in live.stop_orders if not one.stands)
    again: Answer = (*unknown, wake(live.plan, at, CLOSE_S)) if unknown else ()
    return (*relieved(live, at), *again)


def is_outgrown(live: Live) -> bool:
    """Is more held than the newest was sent for? That is no stop that was lost, and no repair that failed."""
    return bool(live.stop_orders) and live.stop_orders[-1].quantity < live.ledger.held


def is_too_soon(live: Live, at: datetime) -> bool:
    """Was one sent a moment ago? An entry may fill in crumbs, and each needs no stop of its own (invariant I23)."""
    return is_asked_lately(live, at, CRUMBS_S)


def is_oversized(live: Live) -> bool:
    """Is the newest that stands for more than is held by now? Then a part of it would sell what another trade holds."""
    standing = [one for one in live.stop_orders if one.stands]
    return bool(standing) and standing[-1].quantity > live.ledger.held > 0


def is_crowded(live: Live) -> bool:
    """Are those that stand for more than is held, though only together? Each was sent while the entry was filling."""
    return sum((one.quantity for one in live.stop_orders if one.stands), ZERO) > live.ledger.held > 0


def to_resize(live: Live, at: datetime) -> Answer:
    """Look again in a moment: a part may be sold in many fills, and each needs no stop of its own."""
    return (wake(live.plan, at, PROOF_S),) if is_oversized(live) else ()


def is_misfit(live: Live) -> bool:
    """Is a stop of the right size still to be asked for?"""
    return is_outgrown(live) or is_oversized(live)


def resized(live: Live, at: datetime) -> Answer:
    """Ask for one of the right size where it stands, if it is for more than is held: again and again, at a pace."""
    return fitted(live, at) if is_oversized(live) else ()


def fitted(live: Live, at: datetime) -> Answer:
    """Ask for one of the right size where it stands, once the request before it has had its time."""
    pause_s = CLOSE_S if live.refusals > QUICK_RESIZES else PROOF_S
    if live.moved_at is not None and is_asked_lately(live, at, pause_s):
        return (WakeAt(live.plan.position, live.moved_at + timedelta(seconds=pause_s), pause_s),)
    return _fit(live, at)


def resized_in_passing(live: Live, at: datetime) -> Answer:
    """The same on the way out, between closing orders: the next of them comes with its review, and no bell before it.

    What the venue says bears its time: by a clock of ours that is ahead, what is due by that time is due already.
    Each refused order rang the bell that sent the next one (invariant I23).
    """
    return _fit(live, at) if is_oversized(live) and not is_asked_lately(live, at, PROOF_S) else ()


def _fit(live: Live, at: datetime) -> Answer:
    if live.is_unheard:
        return (wake(live.plan, at, PROOF_S),)
    stop = live.plan.instrument.tighter(live.plan.side, live.wanted or live.stop.price)
    decided = StopMoveDecided(live.plan.position, at, stop, GUARD, "less is held than the stop is for")
    return (decided, request(live, stop), wake(live.plan, at, PROOF_S))
