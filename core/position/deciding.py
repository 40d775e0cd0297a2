"""What we do about a fact: the answers of one position, given the state after the fact.

An answer is a tuple of facts (what was decided) and intentions (what is to be sent). Every
wait has an end: whatever is asked of the venue is reviewed after a few seconds, proven by
reading it back, and repaired or left by a bounded number of attempts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from core.commands import PlaceEntry, PlaceExit, WakeAt
from core.events import (
    AddAsked,
    CancelAsked,
    CloseAsked,
    EntryAdded,
    EntryFilled,
    EntryWithdrawAsked,
    ExitFilled,
    LadderCut,
    OrderEnded,
    OrderRefused,
    PositionAdopted,
    PositionFact,
    PriceReached,
    QuantityDrifted,
    RangeMeasured,
    RequestRefused,
    ReviewDue,
    StopConfirmed,
    StopLoosenAsked,
    StopMoveAsked,
    TargetsAsked,
    Wish,
)
from core.orders import ExitOrder
from core.position import amending, awaiting, outside, protection, recutting, stop_orders
from core.position import entering as legs
from core.position.asking import CLOSE_S, PROOF_S, Answer, look_up, release, take_back, wake
from core.position.guarding import after_fill, carry_out, follow, move, rearm, review_stop, tighten_anew, watch_stop
from core.position.ladders import cut_ladder
from core.position.leaving import after_exit, after_the_end, give_way, leave, part, part_refused, trim, while_closing
from core.position.scaling import addition, may_loosen
from core.position.states import Awaiting, Closing, LegStage, Live, Opening, Over, Parked, Position, part_tag
from core.vocabulary import OrderTag

__all__ = ["CLOSE_S", "PROOF_S", "Answer", "decide"]


def decide(position: Position, fact: PositionFact) -> Answer:
    """Answer one fact, seeing the state it led to."""
    if isinstance(fact, PositionAdopted):
        return decide(position, outside.adopted_as(fact))
    match position:
        case Opening() | Awaiting():
            return awaiting.answer(position, fact)
        case Live():
            return _live(position, fact)
        case Closing():
            return while_closing(position, fact)
        case Over():
            return after_the_end(position, fact)
        case Parked():
            return rearm(position, fact)


def _live(live: Live, fact: PositionFact) -> Answer:
    match fact:
        case EntryFilled(at=at):
            # A resting entry goes on filling in crumbs: its targets are cut once it has paused.
            leg = live.entering.find(fact.tag)
            cut = () if leg is not None and leg.is_resting else _ladder(live, at)
            return (*trim(live, live.ledger.held), *after_fill(live, fact), *cut, *_next_legs(live, at))
        case QuantityDrifted(at=at):
            exits = give_way(live, at) or (() if live.entry_open else _ladder(live, at))
            return (*exits, *after_fill(live, fact))
        case OrderEnded(at=at, tag=tag) | OrderRefused(at=at, tag=tag) if live.entering.find(tag) is not None:
            return (*_ladder(live, at), *_next_legs(live, at))
        case OrderEnded(at=at, tag=tag) if recutting.is_exchanged(live, tag):
            return recutting.recut(live, at)
        case OrderEnded(at=at, tag=tag) | OrderRefused(at=at, tag=tag) if tag == part_tag(live):
            return recutting.resumed(live, at)
        case OrderRefused(at=at, tag=tag) if recutting.is_exchanged(live, tag):
            return (wake(live.plan, at, CLOSE_S),)
        case ExitFilled(at=at, tag=tag):
            target = any(rung.tag == tag for rung in live.rungs)
            rest = _take_back(live, at) if target else ()
            fitted = tighten_anew(live, at, fact.price) or stop_orders.to_resize(live, at)
            return (*rest, *after_exit(live, fact), *fitted)
        case PriceReached(at=at, price=price):
            rest = _take_back(live, at) if live.touched_at == at else ()
            return carry_out(live, at, price) or (*rest, *follow(live, at, price), *_turned(live, fact))
        case RangeMeasured(at=at):
            return follow(live, at)
        case ReviewDue(at=at):
            return _review(live, at)
        case (
            StopMoveAsked()
            | StopLoosenAsked()
            | AddAsked()
            | TargetsAsked()
            | CloseAsked()
            | CancelAsked()
            | EntryWithdrawAsked()
        ):
            return _asked(live, fact)
        case StopConfirmed():
            return (*outside.said(live, fact), *watch_stop(live, fact))
        case _:
            return watch_stop(live, fact)


def _asked(live: Live, fact: Wish) -> Answer:
    """What a human or a channel wants, within what each may."""
    plan, at = live.plan, fact.at
    match fact:
        case StopMoveAsked(by=by):
            wish = amending.stop_wish(live, fact)
            if wish is None or not protection.is_tighter(live, wish):
                return amending.stop_refused(live, fact, wish)
            return move(live, at, wish, by, "asked")
        case TargetsAsked():
            first = () if live.entry_open or live.laddered else _ladder(live, at)
            return (*amending.withdraw(live, fact), *first, wake(plan, at, CLOSE_S))
        case StopLoosenAsked(price=price, by=by):
            if not may_loosen(live, price, by):
                why = f"only the owner loosens a stop, and only within what was granted: {price} is not"
                return (RequestRefused(plan.position, at, by, why),)
            return move(live, at, price, by, "the owner gives it room")
        case AddAsked():
            return _add(live, fact)
        case CloseAsked(by=by, fraction=fraction):
            if live.parting is fact:  # this very one: another may be of the same moment
                return part(live, at, fraction)
            return (RequestRefused(plan.position, at, by, part_refused(live, fraction)),)
        case CancelAsked() | EntryWithdrawAsked(rest=True):
            return _take_back(live, at)
        case EntryWithdrawAsked():
            return ()


def _add(live: Live, asked: AddAsked) -> Answer:
    """Send one more entry order, if the owner asks and the grant has room."""
    found = addition(live, asked) if asked.by.startswith(protection.OWNER) else None
    plan, stop = live.plan, protection.present(live)
    if found is None:
        return (RequestRefused(plan.position, asked.at, asked.by, "its grant has no room for more"),)
    terms, why = found
    leg = legs.added(live.entering, plan, terms, stop).legs[-1]
    added = EntryAdded(plan.position, asked.at, terms, stop, asked.by, why)
    return (added, PlaceEntry(plan.position, legs.order(plan, leg)), wake(plan, asked.at, CLOSE_S))


def _take_back(live: Live, at: datetime) -> Answer:
    """Take the rest of the entry off the book, and look again: a cancel may be lost like any other request."""
    cancels = take_back(live.plan, live.entering)
    return (*cancels, wake(live.plan, at, CLOSE_S)) if cancels else ()


def _next_legs(live: Live, at: datetime) -> Answer:
    """The next entry order in line may rest now; it carries the stop that stands."""
    plan = live.plan
    return release(plan, live.entering, legs.due(live.entering, plan), at, protection.present(live))


def _turned(live: Live, fact: PriceReached) -> Answer:
    """A trailing entry takes the market once the price has turned."""
    tags = legs.turning(live.entering, live.plan, fact.price)
    return release(live.plan, live.entering, tags, fact.at, protection.present(live), at_market=True)


def _review(live: Live, at: datetime) -> Answer:
    """Look at everything that may have been forgotten, and ask for the next look."""
    plan, over_at = live.plan, _leave_at(live)
    if over_at is not None and at >= over_at[0]:
        return leave(live, at, over_at[1])
    withdrawn = take_back(plan, live.entering)
    unknown = tuple(look_up(plan, tag) for tag in _unheard_of(live))
    again = (wake(plan, at, CLOSE_S),) if withdrawn or unknown else ()
    later = [over_at[0]] if over_at is not None else []
    if (live.entry_open or live.entering.waiting) and not withdrawn:
        later.append(plan.expires_at)
    next_look = (WakeAt(plan.position, min(later)),) if later else ()
    cuts = give_way(live, at) or _ladder(live, at)
    stops = (*review_stop(live, at), *stop_orders.review(live, at))
    return (*cuts, *withdrawn, *unknown, *again, *next_look, *stops)


def _unheard_of(live: Live) -> Iterator[OrderTag]:
    """Orders whose end nobody has told: entries that were only sent, and a part on its way out.

    The targets wait for that part, and so does the next one: its end may have been said while the stream was torn.
    """
    yield from (leg.tag for leg in live.entering.legs if leg.stage is LegStage.SENT)
    if live.parting is not None:
        yield part_tag(live)


def _leave_at(live: Live) -> tuple[datetime, str] | None:
    """When the clock ends this trade, and why."""
    ends: list[tuple[datetime, str]] = []
    hold_s = live.plan.exits.hold_s_max
    if hold_s is not None:
        ends.append((live.opened_at + timedelta(seconds=hold_s), "rule:held long enough"))
    if live.plan.close_at is not None:
        ends.append((live.plan.close_at, "rule:the session ends"))
    return min(ends, default=None)


def _ladder(live: Live, at: datetime) -> Answer:
    """Put the targets on the book for what has filled, once the entry rests no longer or has paused."""
    plan = live.plan
    cut = cut_ladder(live)
    if not cut:
        return ()
    orders = tuple(ExitOrder(r.tag, plan.symbol, plan.side, r.quantity, r.price) for r in cut)
    placed = tuple(PlaceExit(plan.position, order) for order in orders)
    return (LadderCut(plan.position, at, live.ledger.entered, cut), *placed)
