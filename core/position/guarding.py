"""The stop of a live position: moved, proven, repaired a bounded number of times, or the position is left.

Separate from `deciding` because this is the promise of the house: what is held has a stop at the
venue, read back from there, or is on its way out.
"""

from __future__ import annotations

from datetime import datetime

from core.commands import MoveStop, PlaceExit, WakeAt
from core.events import (
    EntryFilled,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionFact,
    QuantityDrifted,
    StopConfirmed,
    StopLost,
    StopMoveDecided,
)
from core.orders import ExitOrder
from core.position import protection, stop_orders
from core.position.asking import PROOF_S, Answer, cancel, look_up, prove, wake
from core.position.leaving import leave
from core.position.states import (
    GUARD,
    Awaiting,
    Closing,
    Live,
    Opening,
    Over,
    Parked,
    Unconfirmed,
    Working,
    is_stop_tag,
    may_move_at,
    stop_tag,
)
from core.vocabulary import Price, Quantity, order_tag

RULES = "rule:protection"
REPAIRS_MAX = 3
"""After so many repairs of a stop the position is closed."""
ABSENT = "absent"
"""The code of an order that, as was found out, never reached the venue."""


def watch_stop(live: Live, fact: PositionFact) -> Answer:
    """Everything that chases the stop until the venue has proven it."""
    plan = live.plan
    match fact:
        case StopConfirmed(at=at) if isinstance(live.stop, Unconfirmed) and live.stop.since == at:
            return (wake(plan, at, PROOF_S),)
        case StopConfirmed(at=at) if live.slipped_at == at:
            return (wake(plan, at, PROOF_S),)  # a reading may be old, so look again first
        case StopLost(at=at) if isinstance(live.stop, Unconfirmed) and live.stop.attempts and _is_early(live, at):
            return ()  # a repair is under way, and its review will come (fault B17: a reading may be old)
        case StopLost(at=at):
            return _repair(live, at)
        case OutcomeUnknown(tag=tag):
            return stop_orders.inquiry(plan, tag) if is_stop_tag(tag) else (look_up(plan, tag),)
        case OrderAccepted(at=at, tag=tag) if tag == stop_tag(live):
            return (prove(plan), *stop_orders.relieved(live, at))
        case OrderAccepted(at=at, tag=tag) if is_stop_tag(tag):
            return stop_orders.relieved(live, at)
        case OrderRefused(at=at, tag=tag, code=code, reason=reason) if tag == stop_tag(live):
            if isinstance(live.stop, Unconfirmed) and code != ABSENT:
                return leave(live, at, f"rule:no stop could be set ({reason})")
            # One that never arrived was long on its way: what it was for is asked again at once.
            again = (wake(plan, at, 0),) if code == ABSENT and stop_orders.is_misfit(live) else ()
            return (prove(plan), *again)
        case OrderEnded(tag=tag) if is_stop_tag(tag) and stop_orders.is_left_alone(live):
            return (prove(plan),)
        case OrderEnded(at=at, tag=tag) if is_stop_tag(tag) and stop_orders.is_bared(live, at):
            return (wake(plan, at, 0),)
        case _:
            return ()


def after_fill(live: Live, fact: EntryFilled | QuantityDrifted) -> Answer:
    """Ask for the stop that a fill did not bring along, at once, and have what stands read back.

    A venue without attached stops has none yet; one with them has just put the stop that the order
    carried in the place of a tighter one.
    """
    stop = live.stop
    fresh = isinstance(stop, Unconfirmed) and stop.since == fact.at
    missing = not live.plan.handling.attached_stop or live.wanted is not None
    if stop_orders.is_outgrown(live):
        return _grown(live, fact.at)
    if fresh and missing:
        why = "the fill has no stop yet" if live.wanted is None else "the fill brought an older stop along"
        return move(live, fact.at, protection.present(live), RULES, why)
    return (prove(live.plan), wake(live.plan, fact.at, PROOF_S))


def _grown(live: Live, at: datetime) -> Answer:
    """Have a stop that is an order of its own stand for what has filled since it was sent.

    While those before it cover all of it together, a refusal gives this one the pace of any other move (invariant I23);
    and where they are for more than that, the pace of one that is too large (invariant I4).
    """
    if stop_orders.is_too_soon(live, at):
        return (wake(live.plan, at, stop_orders.CRUMBS_S),)
    if live.refusals and isinstance(live.stop, Working) and stop_orders.is_crowded(live):
        return stop_orders.fitted(live, at)
    if live.refusals and isinstance(live.stop, Working) and at < (free_at := may_move_at(live, at)):
        return (WakeAt(live.plan.position, free_at),)
    return move(live, at, protection.present(live), RULES, "more is held than the stop is for")


def tighten(live: Live, at: datetime, seen: Price | None = None) -> Answer:
    """Move the stop where the rules want it; one that the price ``seen`` has passed waits until it can stand."""
    better = protection.better_stop(live, seen)
    return move(live, at, better[0], RULES, better[1]) if better is not None else ()


def tighten_anew(live: Live, at: datetime, seen: Price) -> Answer:
    """Move the stop as a sale at a target asks for it, at once, unless that very stop was refused a moment ago.

    A target may be sold in many crumbs, and each would ask for it again (invariant I23): the next price does.
    """
    better, refused = protection.better_stop(live, seen), live.refused
    is_refused = better is not None and refused is not None and (better[0] - refused) * live.plan.side.sign <= 0
    return () if is_refused and at < may_move_at(live, at) else tighten(live, at, seen)


def carry_out(live: Live, at: datetime, seen: Price) -> Answer:
    """Close where the price has passed a trail whose stop never came to stand (fault B24)."""
    trail = protection.unplaced_trail(live)
    if trail is None or (seen - trail) * live.plan.side.sign > 0:
        return ()
    return leave(live, at, f"rule:the price is past the trail at {trail}")


def follow(live: Live, at: datetime, seen: Price | None = None) -> Answer:
    """Let the trail move the stop, at the venue's pace: late by one pace at most."""
    if protection.better_stop(live, seen) is None:
        return ()
    free_at = may_move_at(live, at)
    return tighten(live, at, seen) if at >= free_at else (WakeAt(live.plan.position, free_at),)


def review_stop(live: Live, at: datetime) -> Answer:
    """Ask again for what was asked and not proven, but give each request its time."""
    early = _is_early(live, at)
    if stop_orders.is_outgrown(live):
        return _grown(live, at)
    if isinstance(live.stop, Unconfirmed):
        return (prove(live.plan), wake(live.plan, at, PROOF_S)) if early else _repair(live, at)
    fitted = stop_orders.resized(live, at) if live.wanted is None else ()
    if fitted and live.refusals:
        return fitted  # where it stands it is taken: a better one that was refused waits for that
    if live.held_back and (followed := follow(live, at)):
        return followed
    if live.wanted is None:
        return fitted
    if early or live.is_unheard:
        return (wake(live.plan, at, PROOF_S),)
    return move(live, at, live.wanted, GUARD, "the move was not confirmed")


def rearm(parked: Parked, fact: PositionFact) -> Answer:
    """The last stop that is known of what is quarantined, when the venue lost it: nothing else is done for it.

    No venue takes one that the price has passed: then what is held is sold instead (fault B24), as the stop would
    have done. It asks nothing of the life that failed: not what its rules want, and not whether this was tried before.
    """
    stop, plan = last_stop(parked), parked.plan
    if not isinstance(fact, StopLost) or stop is None:
        return ()
    # A name of its moment: what fills in part is followed by the next, and none is one of that life.
    moment = int(fact.at.timestamp())
    if fact.held is not None and fact.mark is not None and (fact.mark - stop) * plan.side.sign <= 0:
        close = order_tag(plan.position, "close", moment)
        return (PlaceExit(plan.position, ExitOrder(close, plan.symbol, plan.side, fact.held, None)),)
    tag = order_tag(plan.position, "stop", moment)
    quantity = (fact.held or held_last(parked)) if plan.handling.stop_is_order else None
    return (MoveStop(plan.position, tag, plan.symbol, plan.side, stop, quantity),)


def last_stop(parked: Parked) -> Price | None:
    """Where the stop stood or was asked for when it was quarantined; None: it was over."""
    match parked.last:
        case Opening(plan) | Awaiting(plan):
            return plan.stop
        case Live(stop=stop) | Closing(live=Live(stop=stop)):
            return stop.price
        case Over():
            return None


def held_last(parked: Parked) -> Quantity:
    """What it held when it was quarantined, or was about to buy."""
    match parked.last:
        case Live(ledger=ledger) | Closing(live=Live(ledger=ledger)):
            return ledger.held
        case _:
            return parked.plan.quantity


def _is_early(live: Live, at: datetime) -> bool:
    """Was the stop asked for, or seen to slip, so lately that a reading of it may still be on the way?"""
    since = live.stop.since if isinstance(live.stop, Unconfirmed) else None
    known = [moment for moment in (since, live.moved_at, live.slipped_at) if moment is not None]
    # Either way: what lies an hour ahead was written down before the clock was set back (fault K01).
    return not known or any(abs((at - moment).total_seconds()) < PROOF_S for moment in known)


def _repair(live: Live, at: datetime) -> Answer:
    attempts = live.stop.attempts if isinstance(live.stop, Unconfirmed) else 0
    if attempts >= REPAIRS_MAX:
        return leave(live, at, "rule:no stop could be proven")
    return move(live, at, protection.present(live), GUARD, "the venue shows no stop")


def move(live: Live, at: datetime, price: Price, by: str, why: str) -> Answer:
    """Amend the stop in place; an entry order that it has passed is given up (Cornix: "below stop price")."""
    plan, sign = live.plan, live.plan.side.sign
    stop = plan.instrument.tighter(plan.side, price)
    prices = ((leg.tag, leg.terms.price) for leg in live.entering.resting)
    passed = (name for name, limit in prices if limit is not None and (limit - stop) * sign <= 0)
    return (
        StopMoveDecided(plan.position, at, stop, by, why),
        stop_orders.request(live, stop),
        wake(plan, at, PROOF_S),
        *(cancel(plan, name) for name in passed),
    )
