"""What we do about a fact: the answers of one position, given the state after the fact.

An answer is a tuple of facts (what was decided) and intentions (what is to be sent). Every
wait has an end: whatever is asked of the venue is reviewed after a few seconds, proven by
reading it back, and repaired or left by a bounded number of attempts.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from core.commands import (
    CancelOrder,
    LookUp,
    MoveStop,
    PlaceEntry,
    PlaceExit,
    PositionCommand,
    ProveStop,
    WakeAt,
)
from core.events import (
    CancelAsked,
    CloseAsked,
    EntryFilled,
    EntryWithdrawAsked,
    ExitFilled,
    LadderCut,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionAdopted,
    PositionFact,
    PositionPlanned,
    PriceReached,
    QuantityDrifted,
    ReviewDue,
    StopConfirmed,
    StopLost,
    StopMoveAsked,
    StopMoveDecided,
    TargetsAsked,
)
from core.orders import EntryKind, EntryOrder, ExitOrder
from core.plans import Plan
from core.position import amending, outside, protection
from core.position.states import (
    GUARD,
    Awaiting,
    Closing,
    Live,
    Opening,
    Over,
    Parked,
    Position,
    Unconfirmed,
    close_tag,
    entry_tag,
    former_close_tag,
    part_quantity,
    part_tag,
    stop_tag,
)
from core.vocabulary import OrderTag, Price, Quantity, order_tag

Answer = tuple[PositionFact | PositionCommand, ...]

PROOF_S = 3
"""A stop that is not proven this long after it was asked for is repaired (invariant I1)."""
CLOSE_S = 5
"""A closing order that is not done after this long is looked up, then asked again."""
REPAIRS_MAX = 3
"""After so many repairs of a stop the position is closed."""

# A position has one bell, the earliest it asked for (`core.runtime.effects`): each review says anew when the
# next is due, and nothing that may be repeated without end asks for a bell of its own. So whatever the venue
# does, the number of requests a minute stays bounded (invariant I23).


def decide(position: Position, fact: PositionFact) -> Answer:
    """Answer one fact, seeing the state it led to."""
    if isinstance(fact, PositionAdopted):
        return decide(position, outside.adopted_as(fact))
    match position:
        case Opening():
            return _opening(position, fact)
        case Awaiting():
            return _awaiting(position, fact)
        case Live():
            return _live(position, fact)
        case Closing():
            return _closing(position, fact)
        case Over():
            return _over(position, fact)
        case Parked():
            return ()


def entry_order(plan: Plan) -> EntryOrder:
    """The one order a plan opens with; its stop goes along in the same request."""
    return EntryOrder(
        tag=entry_tag(plan.position),
        symbol=plan.symbol,
        side=plan.side,
        kind=plan.kind,
        quantity=plan.quantity,
        price=plan.price,
        stop=plan.stop,
        leverage=plan.leverage,
    )


def _wake(plan: Plan, at: datetime, seconds: float) -> WakeAt:
    return WakeAt(plan.position, at + timedelta(seconds=seconds))


def _look_up(plan: Plan, tag: OrderTag) -> LookUp:
    return LookUp(plan.position, plan.symbol, tag)


def _prove(plan: Plan) -> ProveStop:
    return ProveStop(plan.position, plan.symbol, plan.side)


def _cancel(plan: Plan, tag: OrderTag) -> CancelOrder:
    return CancelOrder(plan.position, plan.symbol, tag)


def _opening(opening: Opening, fact: PositionFact) -> Answer:
    plan = opening.plan
    match fact:
        case PositionPlanned():
            return (PlaceEntry(plan.position, entry_order(plan)),)
        case CloseAsked(at=at) | CancelAsked(at=at) | EntryWithdrawAsked(at=at):
            return (_cancel(plan, entry_tag(plan.position)), _wake(plan, at, CLOSE_S))
        case OutcomeUnknown(tag=tag):
            return (_look_up(plan, tag),)
        case OrderEnded(at=at):
            return (_prove(plan), _wake(plan, at, PROOF_S))  # it filled: the fills are on their way
        case ReviewDue(at=at) if opening.leaving:
            return (
                _cancel(plan, entry_tag(plan.position)),
                _look_up(plan, entry_tag(plan.position)),
                _wake(plan, at, CLOSE_S),
            )
        case ReviewDue():
            return (_look_up(plan, entry_tag(plan.position)),)
        case _:
            return ()


def _awaiting(awaiting: Awaiting, fact: PositionFact) -> Answer:
    plan, me = awaiting.plan, awaiting.plan.position
    match fact:
        case CloseAsked(at=at) | CancelAsked(at=at) | EntryWithdrawAsked(at=at):
            return (_cancel(plan, entry_tag(me)), _wake(plan, at, CLOSE_S))
        case OrderAccepted(at=at) if not awaiting.leaving:
            return (_next_look(plan, at),)
        case ReviewDue(at=at) if at >= plan.expires_at and not awaiting.leaving:
            asked = CloseAsked(me, at, "rule:the entry waited too long")
            return (asked, _cancel(plan, entry_tag(me)), _wake(plan, at, CLOSE_S))
        case ReviewDue(at=at) if awaiting.leaving:
            return (_cancel(plan, entry_tag(me)), _look_up(plan, entry_tag(me)), _wake(plan, at, CLOSE_S))
        case ReviewDue() | OutcomeUnknown():
            return (_look_up(plan, entry_tag(me)),)
        case OrderEnded():
            return (_prove(plan), _wake(plan, fact.at, PROOF_S))  # it filled in part: the fills are on their way
        case _:
            return ()


def _next_look(plan: Plan, at: datetime) -> WakeAt:
    """A market entry should fill at once; a resting one is looked at when it expires."""
    return _wake(plan, at, PROOF_S) if plan.kind is EntryKind.MARKET else WakeAt(plan.position, plan.expires_at)


def _live(live: Live, fact: PositionFact) -> Answer:
    plan = live.plan
    match fact:
        case EntryFilled(at=at) | QuantityDrifted(at=at):
            # A resting entry goes on filling in crumbs: its targets are cut once it has paused.
            cut = () if live.entry_open else _ladder(live, at)
            return (*_trim(live, live.ledger.held), _prove(plan), *cut, _wake(plan, at, PROOF_S))
        case OrderEnded(at=at, tag=tag) if tag == entry_tag(plan.position):
            return _ladder(live, at)
        case ExitFilled(at=at):
            return (*_give_way(live, at), *_tighten(live, at))
        case PriceReached(at=at):
            return _tighten(live, at)
        case StopMoveAsked(at=at, by=by):
            wish = amending.stop_wish(live, fact)
            if wish is None or not protection.is_tighter(live, wish):
                return amending.stop_refused(live, fact, wish)
            return _move(live, at, wish, by, "asked")
        case CancelAsked() | EntryWithdrawAsked(rest=True) if live.entry_open:
            return (_cancel(plan, entry_tag(plan.position)),)
        case TargetsAsked(at=at):
            first = () if live.entry_open or live.laddered else _ladder(live, at)
            return (*amending.withdraw(live, fact), *first, _wake(plan, at, CLOSE_S))
        case OrderEnded(at=at, tag=tag) if amending.is_exchanged(live, tag):
            return amending.recut(live, at)
        case CloseAsked(at=at, fraction=fraction):
            return _part(live, at, fraction) if live.part_at == at else ()
        case StopConfirmed():
            return (*outside.said(live, fact), *_watch_stop(live, fact))
        case _:
            return _watch_stop(live, fact)


def _watch_stop(live: Live, fact: PositionFact) -> Answer:
    """Everything that chases the stop until the venue has proven it."""
    plan = live.plan
    match fact:
        case StopConfirmed(at=at) if isinstance(live.stop, Unconfirmed) and live.stop.since == at:
            return (_wake(plan, at, PROOF_S),)
        case StopLost(at=at) if isinstance(live.stop, Unconfirmed) and live.stop.attempts and _is_early(live, at):
            return ()  # a repair is under way, and its review will come (fault B17: a reading may be old)
        case StopLost(at=at):
            return _repair(live, at)
        case OutcomeUnknown(tag=tag):
            return (_prove(plan),) if tag == stop_tag(live) else (_look_up(plan, tag),)
        case OrderAccepted(tag=tag) if tag == stop_tag(live):
            return (_prove(plan),)
        case OrderRefused(at=at, tag=tag, reason=reason) if tag == stop_tag(live):
            if isinstance(live.stop, Unconfirmed):
                return _leave(live, at, f"rule:no stop could be set ({reason})")
            return (_prove(plan),)
        case ReviewDue(at=at):
            cuts = (*_give_way(live, at), *_ladder(live, at), *amending.review(live, at))
            return (*cuts, *_review_entry(live, at), *_review_stop(live, at))
        case _:
            return ()


def _review_entry(live: Live, at: datetime) -> Answer:
    """The rest of an entry waits no longer than a whole one would."""
    plan = live.plan
    if not live.entry_open:
        return ()
    if at < plan.expires_at:
        return (WakeAt(plan.position, plan.expires_at),)
    return (_cancel(plan, entry_tag(plan.position)), _wake(plan, at, CLOSE_S))


def _review_stop(live: Live, at: datetime) -> Answer:
    """Ask again for what was asked and not proven, but give each request its time."""
    early = _is_early(live, at)
    if isinstance(live.stop, Unconfirmed):
        return (_prove(live.plan), _wake(live.plan, at, PROOF_S)) if early else _repair(live, at)
    if live.wanted is None:
        return ()
    if early:
        return (_wake(live.plan, at, PROOF_S),)
    return _move(live, at, live.wanted, GUARD, "the move was not confirmed")


def _is_early(live: Live, at: datetime) -> bool:
    """Was the stop asked for so lately that its proof may still be on the way?"""
    since = live.stop.since if isinstance(live.stop, Unconfirmed) else None
    asked = max((moment for moment in (since, live.moved_at) if moment is not None), default=at)
    return (at - asked).total_seconds() < PROOF_S


def _repair(live: Live, at: datetime) -> Answer:
    attempts = live.stop.attempts if isinstance(live.stop, Unconfirmed) else 0
    if attempts >= REPAIRS_MAX:
        return _leave(live, at, "rule:no stop could be proven")
    return _move(live, at, live.wanted or live.stop.price, GUARD, "the venue shows no stop")


def _move(live: Live, at: datetime, price: Price, by: str, why: str) -> Answer:
    plan = live.plan
    stop = plan.instrument.tighter(plan.side, price)
    tag = order_tag(plan.position, "stop", live.stop_moves + 1)
    return (
        StopMoveDecided(plan.position, at, stop, by, why),
        MoveStop(plan.position, tag, plan.symbol, plan.side, stop),
        _wake(plan, at, PROOF_S),
    )


def _tighten(live: Live, at: datetime) -> Answer:
    better = protection.better_stop(live)
    return _move(live, at, better[0], "rule:protection", better[1]) if better is not None else ()


def _ladder(live: Live, at: datetime) -> Answer:
    """Put the targets on the book for what has filled, once the entry rests no longer or has paused."""
    plan = live.plan
    cut = protection.cut_ladder(live)
    if not cut:
        return ()
    orders = tuple(ExitOrder(r.tag, plan.symbol, plan.side, r.quantity, r.price) for r in cut)
    placed = tuple(PlaceExit(plan.position, order) for order in orders)
    return (LadderCut(plan.position, at, live.ledger.entered, cut), *placed)


def _trim(live: Live, held: Quantity) -> tuple[CancelOrder, ...]:
    """Exits on the book never exceed what is held: the furthest targets give way (invariant I4)."""
    rungs = protection.furthest_first(live)
    open_ = sum((rung.quantity for rung in rungs), Decimal(0))
    cancelled: list[CancelOrder] = []
    for rung in rungs:
        if open_ <= held:
            break
        open_ -= rung.quantity
        cancelled.append(_cancel(live.plan, rung.tag))
    return tuple(cancelled)


def _give_way(live: Live, at: datetime) -> Answer:
    """Trim the exits to what is held, and look again: a venue may refuse to cancel for a while."""
    cancels = _trim(live, live.ledger.held)
    return (*cancels, _wake(live.plan, at, CLOSE_S)) if cancels else ()


def _part(live: Live, at: datetime, fraction: Decimal) -> Answer:
    """Close a fraction at market."""
    plan = live.plan
    quantity = part_quantity(live, fraction)
    order = ExitOrder(part_tag(live), plan.symbol, plan.side, quantity, None)
    rest = Quantity(live.ledger.held - quantity)
    return (*_trim(live, rest), PlaceExit(plan.position, order), _wake(plan, at, CLOSE_S))


def _leave(live: Live, at: datetime, by: str) -> Answer:
    """Decide to close; what that takes is the same as when somebody asks for it."""
    return (CloseAsked(live.plan.position, at, by), *_way_out(Closing(live, by, at, 0, asked=True), at))


def _way_out(closing: Closing, at: datetime) -> Answer:
    """Free what other exits hold, then close what is held; the stop stays until the venue is flat."""
    live, plan = closing.live, closing.plan
    entry = (_cancel(plan, entry_tag(plan.position)),) if live.entry_open else ()
    exits = tuple(_cancel(plan, rung.tag) for rung in live.working_rungs)
    return (*entry, *exits, *_close(closing), _wake(plan, at, CLOSE_S))


def _close(closing: Closing) -> tuple[PlaceExit, ...]:
    plan, held = closing.plan, closing.live.ledger.held
    if not closing.asked or not held:
        return ()
    return (PlaceExit(plan.position, ExitOrder(close_tag(closing), plan.symbol, plan.side, held, None)),)


def _closing(closing: Closing, fact: PositionFact) -> Answer:
    plan = closing.plan
    match fact:
        case CloseAsked(at=at) | EntryFilled(at=at) | ExitFilled(at=at) if at == closing.since:
            return _way_out(closing, at)
        case OutcomeUnknown(tag=tag):
            return (_look_up(plan, tag),)
        case OrderRefused(tag=tag) | OrderEnded(tag=tag) if tag == former_close_tag(closing):
            # A market order is a capped IOC and may fill in part (fault B13): the rest follows at once,
            # and after a few of them with the review that is pending anyway.
            return (_prove(plan), *_close(closing))
        case EntryFilled(at=at) if not closing.asked:
            return (_wake(plan, at, 0),)
        case StopLost(at=at):
            return _rearm(closing, at)
        case ReviewDue(at=at):
            looked = (_look_up(plan, close_tag(closing)), _prove(plan)) if closing.asked else (_prove(plan),)
            return (*looked, *_way_out(closing, at))
        case _:
            return ()


def _rearm(closing: Closing, at: datetime) -> Answer:
    """While something is still held its stop is put back, however the close is going."""
    if not closing.live.ledger.held:
        return ()
    decided, move, _ = _move(closing.live, at, closing.live.stop.price, GUARD, "still open, and no stop is shown")
    return (decided, move)  # the review of the close looks at it too


def _over(over: Over, fact: PositionFact) -> Answer:
    """Whatever still rests for a position that is over is swept, once, by the fact that ended it (invariant I11)."""
    ended_now = fact.at == over.at and not isinstance(fact, OrderAccepted | StopConfirmed | StopLost)
    is_about_a_rung = isinstance(fact, OrderEnded | OrderRefused) and fact.tag != entry_tag(over.plan.position)
    if over.live is None or not ended_now or is_about_a_rung:
        return ()
    entry = (_cancel(over.plan, entry_tag(over.plan.position)),) if over.live.entry_open else ()
    return (*entry, *(_cancel(over.plan, rung.tag) for rung in over.live.working_rungs))
