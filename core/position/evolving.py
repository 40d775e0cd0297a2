"""What a fact changes in a position. It only records; an impossible fact raises."""

from __future__ import annotations

from datetime import datetime

from core.errors import ImpossibleFact
from core.events import (
    CancelAsked,
    CloseAsked,
    EntriesReleased,
    EntryAdded,
    EntryFilled,
    EntryWithdrawAsked,
    ExitCause,
    ExitFilled,
    FoundFlat,
    FundingBooked,
    LadderCut,
    LadderRecut,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    PositionAdopted,
    PositionFact,
    PositionPlanned,
    PriceReached,
    QuantityDrifted,
    Quarantined,
    RangeMeasured,
    ReviewDue,
    StopConfirmed,
    StopLost,
    StopMoveDecided,
    TargetsAsked,
)
from core.position import amending, outside, recutting, stop_orders
from core.position import entering as legs
from core.position.booking import Booking, book, first_fill, flat, gone, reopened
from core.position.protection import OWNER, better_stop
from core.position.states import (
    GUARD,
    Awaiting,
    Closing,
    Entering,
    Live,
    Opening,
    Over,
    Parked,
    Position,
    Rung,
    Stop,
    Unconfirmed,
    Working,
    close_tag,
    may_move_at,
    part_quantity,
    part_tag,
    stop_tag,
)
from core.position.trailing import stop_kind
from core.records import replace
from core.vocabulary import ZERO, Quantity

QUICK_CLOSES = 2
"""So many closing orders are followed by the next at once, whatever became of them; then the review asks again."""
CRUMBS_MAX = 12
"""So many that sold something are followed by the next at once: a thin book gives each a crumb, and what the market
has carried past its stop has none until the last of it is sold (invariant I1) ..."""
CRUMBS_S = 5.0
"""... in so many seconds, or the crumbs were a flood (invariant I23)."""
RULE = "rule:"
OUTSIDE = "closed outside our sight"
NETTED = "filled against what somebody else held on the other side"
TAKEN = "rule:filled after its end, and another trade has its symbol"
NOTHING = Quantity(ZERO)


def evolve(position: Position | None, fact: PositionFact) -> Position:
    """Record a fact. Raises `ImpossibleFact` for one that this state could not have met."""
    match position:
        case None:
            if isinstance(fact, PositionPlanned):
                entering = legs.planned(fact.plan)
                return Opening(fact.plan, entering) if entering.resting else Awaiting(fact.plan, entering)
            if isinstance(fact, PositionAdopted):  # as a fill that comes when nothing of the entry rests any more
                return evolve(Over(fact.plan, "", fact.at, None), outside.adopted_as(fact))
            raise ImpossibleFact(f"{type(fact).__name__} before {fact.position} was planned")
        case Parked():
            return _while_parked(position, fact)
        case _ if isinstance(fact, Quarantined):
            return Parked(position, fact.why)
        case _ if isinstance(fact, (PositionPlanned, PositionAdopted)):
            raise ImpossibleFact(f"{fact.position} was planned twice")
        case Opening() | Awaiting():
            return _before_the_fill(position, fact)
        case Live():
            return _while_live(position, fact)
        case Closing():
            return _while_closing(position, fact)
        case Over():
            return _after_the_end(position, fact)


def is_owners_close(fact: PositionFact) -> bool:
    """Does a human, or the panic button, want out?"""
    return isinstance(fact, CloseAsked) and fact.by.startswith(("user:", "panic"))


def _while_parked(parked: Parked, fact: PositionFact) -> Position:
    """What failed is left alone, but the owner is still obeyed: a close is tried from where it stopped.

    What has filled meanwhile is booked first, once; should that be what fails, the next close is tried without it.
    A close that had been under way begins anew: nobody rings for its next look any more.
    """
    match fact:
        case EntryFilled() | ExitFilled():
            return replace(parked, fills=(*parked.fills, fact))
        case Quarantined():
            return replace(parked, fills=())
        case _ if is_owners_close(fact):
            state: Position = parked.last
            for each in (*parked.fills, fact):
                state = evolve(state, each)
            return replace(state, since=fact.at) if isinstance(state, Closing) else state
        case _:
            return parked


def _before_the_fill(position: Opening | Awaiting, fact: PositionFact) -> Position:
    plan, entering = position.plan, position.entering
    match fact:
        case OrderAccepted(tag=tag):
            return Awaiting(plan, legs.accepted(entering, tag), position.leaving)
        case OrderRefused(at=at, tag=tag, reason=reason) if entering.find(tag) is not None:
            return _without_a_leg(position, legs.ended(entering, tag, NOTHING), at, f"refused: {reason}")
        case OrderEnded(at=at, tag=tag, filled=filled, reason=reason) if entering.find(tag) is not None:
            # Bybit: "Cancelled may have executed qty": then the fills are on their way.
            return _without_a_leg(position, legs.ended(entering, tag, filled), at, reason)
        case EntryFilled(at=at, tag=tag, quantity=quantity) if not fact.opened:
            return _without_a_leg(position, legs.filled(entering, tag, quantity), at, NETTED)
        case EntryFilled(quantity=quantity) | QuantityDrifted(quantity=quantity) if quantity:
            live = first_fill(plan, entering, fact)
            return _closing(live, position.leaving, fact.at) if position.leaving else live
        case FoundFlat(at=at):
            return Over(plan, position.leaving or "never filled", at, None)
        case CloseAsked(at=at, by=by) | CancelAsked(at=at, by=by):
            left = replace(position, leaving=position.leaving or by)
            return _without_a_leg(left, legs.dropped(entering), at, by)
        case EntryWithdrawAsked(at=at, why=why):
            return _without_a_leg(position, legs.dropped(entering), at, why)
        case TargetsAsked():
            return replace(position, plan=amending.replanned(plan, fact, plan.expected) or plan)
        case EntriesReleased(tags=tags, stop=stop, at_market=at_market):
            return replace(position, entering=legs.released(entering, tags, stop, at_market=at_market))
        case PriceReached(price=price):
            turned = legs.turned(entering, plan, price)
            return position if turned is entering else replace(position, entering=turned)
        case _:
            return position  # timers and stop reports that were on their way


def _without_a_leg(position: Opening | Awaiting, entering: Entering, at: datetime, reason: str) -> Position:
    """It is over once nothing rests, nothing waits, and no fill is missing."""
    if all(leg.is_settled for leg in entering.legs):
        return Over(position.plan, position.leaving or reason, at, None)
    return replace(position, entering=entering)


def _closing(live: Live, by: str, at: datetime, *, asked: bool = True) -> Closing:
    """On the way out nothing more is sent to get in."""
    return Closing(replace(live, entering=legs.dropped(live.entering)), by, at, live.closes, asked=asked)


def _while_live(live: Live, fact: PositionFact) -> Position:
    match fact:
        case EntryFilled() | ExitFilled() | QuantityDrifted() | FundingBooked():
            booked = book(live, fact)
            return booked if booked.ledger.held else _ended(booked, fact)
        case CloseAsked(at=at, by=by, fraction=fraction):
            if fraction < 1:
                # One part at a time: two taps on "half" are not two halves.
                if live.parting is not None or not part_quantity(live, fraction):
                    return live
                return recutting.set_aside(replace(live, parts=live.parts + 1, parting=fact))
            return _closing(live, by, at)
        case FoundFlat(at=at):
            return Over(live.plan, OUTSIDE, at, flat(live, fact))
        case _:
            return _recorded(live, fact)


def _recorded(live: Live, fact: PositionFact) -> Live:
    """Everything that does not change what is held."""
    live = stop_orders.told(live, fact)
    match fact:
        case StopConfirmed():
            return _stop_read(live, fact)
        case StopLost(at=at):
            since, attempts = _chased(live, at)
            return replace(live, stop=Unconfirmed(live.wanted or live.stop.price, since, attempts))
        case StopMoveDecided():
            return _stop_moved(live, fact)
        case OrderRefused(tag=tag) if tag == stop_tag(live):
            # an old stop stands where it stood
            return replace(live, wanted=None, refusals=live.refusals + 1, refused=live.wanted)
        case OrderAccepted(tag=tag) if tag == stop_tag(live):
            return replace(live, refusals=0, refused=None)
        case OrderEnded(tag=tag) | OrderRefused(tag=tag) if live.entering.find(tag) is not None:
            told = fact.filled if isinstance(fact, OrderEnded) else NOTHING
            return replace(live, entering=legs.ended(live.entering, tag, told))
        case OrderEnded(tag=tag) | OrderRefused(tag=tag):
            if tag == part_tag(live):
                return replace(live, parting=None)
            if isinstance(fact, OrderRefused) and recutting.may_be_placed_again(live, tag):
                return recutting.to_be_placed_again(live, tag)
            return replace(live, rungs=tuple(gone(rung) if rung.tag == tag else rung for rung in live.rungs))
        case PriceReached():
            return _priced(live, fact)
        case LadderCut(entered=entered, rungs=cut):
            rungs = live.rungs + tuple(Rung(r.index, r.tag, r.price, r.quantity) for r in cut)
            return replace(live, rungs=rungs, laddered=entered, ladders=live.ladders + 1)
        case TargetsAsked():
            return amending.retargeted(live, fact)
        case LadderRecut():
            return recutting.recorded(live, fact)
        case RangeMeasured(range=measured):
            return replace(live, range=measured)
        case _:
            entering = _entries(live, fact)
            return live if entering is live.entering else replace(live, entering=entering)


def _entries(live: Live, fact: PositionFact) -> Entering:
    """What becomes of the entry orders of a position that holds something already."""
    entering, plan = live.entering, live.plan
    match fact:
        case OrderAccepted(tag=tag):
            return legs.accepted(entering, tag)
        case EntriesReleased(tags=tags, stop=stop, at_market=at_market):
            return legs.released(entering, tags, stop, at_market=at_market)
        case EntryAdded(leg=leg, stop=stop):
            return legs.added(entering, plan, leg, stop)
        case CancelAsked() | EntryWithdrawAsked(rest=True):
            return legs.dropped(entering)
        case ReviewDue(at=at) if at >= plan.expires_at:
            return legs.dropped(entering)
        case _:
            return entering  # answers and timers that only `decide` cares about


def _stop_moved(live: Live, fact: StopMoveDecided) -> Live:
    stop, sign = live.stop, live.plan.side.sign
    if isinstance(stop, Unconfirmed) and fact.by == GUARD:
        stop = replace(stop, attempts=stop.attempts + 1)
    is_asked = not fact.by.startswith(RULE)
    loosened = (fact.price - (live.wanted or stop.price)) * sign < 0
    return replace(
        live,
        stop=stop,
        wanted=fact.price,
        stop_moves=live.stop_moves + 1,
        moved_at=fact.at,
        stop_orders=stop_orders.sent(live),
        held_back=live.held_back and fact.by == GUARD,  # a repair is not what it waits for
        asked=fact.price if is_asked else live.asked,
        by_hand=live.by_hand or (loosened and fact.by.startswith(OWNER)),
        entering=legs.dropped(live.entering, behind=fact.price, sign=sign),
    )


def _priced(live: Live, fact: PriceReached) -> Live:
    """The best price counts; a stop that may not follow it yet follows it when the venue's pace allows.

    A target that no order stands for is reached by its price, and ends the entry like one that was taken.
    """
    better = (fact.price - live.best) * live.plan.side.sign > 0
    entering = legs.turned(live.entering, live.plan, fact.price)
    touched = recutting.touched(live, fact.price)
    seen = live  # as it is after most prices
    if better or touched or entering is not live.entering:
        best = fact.price if better else live.best
        seen = replace(live, best=best, entering=entering, touched=live.touched + touched)
        if seen.hits > live.hits:
            seen = replace(seen, touched_at=fact.at, entering=legs.dropped(entering))
    is_early = fact.at < may_move_at(live, fact.at)
    held_back = live.held_back or (is_early and (better or better_stop(seen, fact.price) is not None))
    return seen if held_back == live.held_back else replace(seen, held_back=held_back)


def _stop_read(live: Live, fact: StopConfirmed) -> Live:
    if outside.is_old_news(live, fact):
        return live
    # A wish is kept only while it is tighter than what stands: a stop is never loosened (invariant I7).
    slipped, sign = outside.slipped_from(live, fact), live.plan.side.sign
    tighter = (wish for wish in (live.wanted, slipped) if wish is not None and (wish - fact.price) * sign > 0)
    wanted = max(tighter, key=lambda wish: wish * sign, default=None)
    slipped_at = live.slipped_at if slipped is None else fact.at
    overruled = outside.overruled_by(live, fact)
    asked = live.asked if overruled == live.overruled else None  # whoever moved it since has the last word
    live = replace(live, overruled=overruled, asked=asked, slipped_at=slipped_at)
    if fact.quantity < live.ledger.held:
        # A stop for less than is held protects less than is held; where it stands is known all the same.
        stop: Stop = Unconfirmed(fact.price, *_chased(live, fact.at), shown=True)
    else:
        stop = Working(fact.price, fact.quantity)
    return replace(live, stop=stop, wanted=wanted, shown_at=live.shown_at if live.stop == stop else fact.at)


def _chased(live: Live, at: datetime) -> tuple[datetime, int]:
    """Since when the stop is chased and how often it was repaired; from now on when it stood until now."""
    return (live.stop.since, live.stop.attempts) if isinstance(live.stop, Unconfirmed) else (at, 0)


def _ended(live: Live, fact: Booking) -> Position:
    reason = f"{_cause(live, fact)} at {fact.price:,}" if isinstance(fact, ExitFilled) else OUTSIDE
    if live.may_grow:
        return _closing(live, reason, fact.at, asked=False)  # the rest of the entry must not fill, or not stay
    return Over(live.plan, reason, fact.at, live)


def _cause(live: Live, fact: ExitFilled) -> str:
    return stop_kind(live, fact.price) if fact.cause is ExitCause.STOP else fact.cause


def _while_closing(closing: Closing, fact: PositionFact) -> Position:
    live = closing.live
    match fact:
        case OrderRefused(tag=tag) | OrderEnded(tag=tag) if tag == close_tag(closing):
            return _close_ended(closing, fact)
        case EntryFilled() | ExitFilled() | QuantityDrifted() | FundingBooked():
            booked = replace(closing, live=book(live, fact))
            if isinstance(fact, ExitFilled) and fact.tag == close_tag(closing) and not booked.live.ledger.held:
                # It has done what it was sent for: what may fill yet needs another one.
                booked = replace(booked, asked=False, attempt=closing.attempt + 1)
            return _maybe_over(booked, fact)
        case OrderEnded() | OrderRefused():
            return _maybe_over(replace(closing, live=_recorded(live, fact)), fact)
        case FoundFlat(at=at):
            return _left(closing, flat(live, fact), at)
        case ReviewDue():
            return replace(closing, asked=closing.asked or bool(live.ledger.held), is_overdue=closing.asked)
        case _:
            return replace(closing, live=_recorded(live, fact))


def _close_ended(closing: Closing, fact: OrderEnded | OrderRefused) -> Closing:
    """The next one follows at once, but not for ever: a thin book gives a little to each, a closed market nothing."""
    attempt, is_left = closing.attempt + 1, closing.live.ledger.held > 0
    has_sold = isinstance(fact, OrderEnded) and fact.filled > 0
    is_early = attempt - closing.live.closes <= QUICK_CLOSES
    since, followed = closing.counted_at, closing.followed
    if since is None or not 0 <= (fact.at - since).total_seconds() < CRUMBS_S:
        since, followed = fact.at, 0
    follows = is_left and (is_early or (has_sold and followed < CRUMBS_MAX))
    counted = replace(closing, followed=followed + (follows and has_sold), counted_at=since)
    return replace(counted, asked=follows, attempt=attempt, ended_at=fact.at, is_overdue=False)


def _maybe_over(closing: Closing, fact: PositionFact) -> Position:
    live = closing.live
    if live.ledger.held == 0 and not live.may_grow:
        return _left(closing, live, fact.at)
    return closing


def _left(closing: Closing, live: Live, at: datetime) -> Over:
    return Over(closing.plan, closing.by, at, replace(live, closes=closing.attempt + closing.asked))


def _after_the_end(over: Over, fact: PositionFact) -> Position:
    match fact:
        case EntryFilled(execution=execution):
            # A fill can arrive after the cancel was confirmed (Bybit EC_OrigClOrdIDDoesNotExist, fault B16).
            if over.live is not None and execution in over.live.ledger.executions:
                return over
            if not fact.opened:
                return over if over.live is None else replace(over, live=book(over.live, fact))
            if over.live is None:
                live = first_fill(over.plan, legs.all_ended(legs.planned(over.plan)), fact)
            else:
                live = reopened(book(over.live, fact), fact)
            return _closing(live, TAKEN, fact.at) if fact.unwanted else live
        case ExitFilled() | FundingBooked() if over.live is not None:
            return replace(over, live=book(over.live, fact))
        case OrderEnded() | OrderRefused() if over.live is not None and over.plan.handling.stop_is_order:
            return replace(over, live=_recorded(over.live, fact))  # one exit less to be swept
        case _:
            return over
