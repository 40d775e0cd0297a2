"""What a fact changes in a position. It only records; an impossible fact raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.errors import ImpossibleFact
from core.events import (
    CancelAsked,
    CloseAsked,
    EntryFilled,
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
    ReviewDue,
    StopConfirmed,
    StopLost,
    StopMoveDecided,
    TargetsAsked,
)
from core.ledger import Ledger
from core.plans import Plan
from core.position import amending, outside
from core.position.states import (
    GUARD,
    Awaiting,
    Closing,
    Live,
    Opening,
    Over,
    Parked,
    Position,
    Rung,
    Unconfirmed,
    Working,
    close_tag,
    entry_tag,
    part_quantity,
    part_tag,
    stop_tag,
)
from core.vocabulary import ZERO, Quantity

QUICK_CLOSES = 2
"""So many closing orders are followed by the next at once; after that the review asks again."""
Fill = EntryFilled | QuantityDrifted
Booking = EntryFilled | ExitFilled | QuantityDrifted | FundingBooked
OUTSIDE = "closed outside our sight"


def evolve(position: Position | None, fact: PositionFact) -> Position:
    """Record a fact. Raises `ImpossibleFact` for one that this state could not have met."""
    match position:
        case None:
            if isinstance(fact, PositionPlanned):
                return Opening(fact.plan)
            if isinstance(fact, PositionAdopted):  # as a fill that comes when nothing of the entry rests any more
                return evolve(Over(fact.plan, "", fact.at, None), outside.adopted_as(fact))
            raise ImpossibleFact(f"{type(fact).__name__} before {fact.position} was planned")
        case Parked(last=last):
            # What failed is left alone, but the owner is still obeyed: a close is tried from where it stopped.
            return evolve(last, fact) if is_owners_close(fact) else position
        case _ if isinstance(fact, Quarantined):
            return Parked(position, fact.why)
        case _ if isinstance(fact, PositionPlanned | PositionAdopted):
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


def _before_the_fill(position: Opening | Awaiting, fact: PositionFact) -> Position:
    plan = position.plan
    match fact:
        case OrderAccepted():
            return Awaiting(plan, position.leaving)
        case OrderRefused(at=at, tag=tag, reason=reason) if tag == entry_tag(plan.position):
            return Over(plan, f"refused: {reason}", at, None)
        case OrderEnded(at=at, tag=tag, filled=filled, reason=reason) if tag == entry_tag(plan.position):
            # Bybit: "Cancelled may have executed qty": then the fills are on their way.
            return position if filled else Over(plan, position.leaving or reason, at, None)
        case EntryFilled(quantity=quantity) | QuantityDrifted(quantity=quantity) if quantity:
            live = _first_fill(plan, fact)
            return Closing(live, position.leaving, fact.at, 0, asked=True) if position.leaving else live
        case FoundFlat(at=at):
            return Over(plan, position.leaving or "never filled", at, None)
        case CloseAsked(by=by) | CancelAsked(by=by):
            return replace(position, leaving=position.leaving or by)
        case TargetsAsked():
            return replace(position, plan=amending.replanned(plan, fact, plan.expected) or plan)
        case _:
            return position  # timers, stop reports and prices that were on their way


def _first_fill(plan: Plan, fact: Fill) -> Live:
    ledger = _entered(Ledger(plan.side, plan.instrument), fact)
    return Live(
        plan=plan,
        ledger=ledger,
        stop=Unconfirmed(plan.stop, fact.at, 0),
        opened_at=fact.at,
        entry_open=ledger.entered < plan.quantity,
        best=fact.price,
    )


def _entered(ledger: Ledger, fact: Fill) -> Ledger:
    match fact:
        case EntryFilled():
            return ledger.bought(fact.execution, fact.quantity, fact.price, fact.fee)
        case QuantityDrifted():
            return ledger.drifted_to(fact.quantity, fact.price)


def _while_live(live: Live, fact: PositionFact) -> Position:
    match fact:
        case EntryFilled() | ExitFilled() | QuantityDrifted() | FundingBooked():
            booked = _book(live, fact)
            return booked if booked.ledger.held else _ended(booked, fact)
        case CloseAsked(at=at, by=by, fraction=fraction):
            if fraction < 1:
                # One part at a time: two taps on "half" are not two halves.
                if live.part_at is not None or not part_quantity(live, fraction):
                    return live
                return replace(live, parts=live.parts + 1, part_at=at)
            return Closing(live, by, at, 0, asked=True)
        case FoundFlat(at=at):
            return Over(live.plan, OUTSIDE, at, _flat(live, fact))
        case _:
            return _recorded(live, fact)


def _recorded(live: Live, fact: PositionFact) -> Live:
    """Everything that does not change what is held."""
    match fact:
        case StopConfirmed():
            return _stop_read(live, fact)
        case StopLost(at=at):
            since, attempts = _chased(live, at)
            return replace(live, stop=Unconfirmed(live.wanted or live.stop.price, since, attempts))
        case StopMoveDecided(at=at, price=price, by=by):
            stop = live.stop
            if isinstance(stop, Unconfirmed) and by == GUARD:
                stop = replace(stop, attempts=stop.attempts + 1)
            return replace(live, stop=stop, wanted=price, stop_moves=live.stop_moves + 1, moved_at=at)
        case OrderRefused(tag=tag) if tag == stop_tag(live):
            return replace(live, wanted=None)  # an old stop stands where it stood
        case OrderEnded(tag=tag) | OrderRefused(tag=tag):
            if tag == entry_tag(live.plan.position):
                return replace(live, entry_open=False)
            if tag == part_tag(live):
                return replace(live, part_at=None)
            return replace(live, rungs=tuple(_gone(rung) if rung.tag == tag else rung for rung in live.rungs))
        case PriceReached(price=price):
            better = (price - live.best) * live.plan.side.sign > 0
            return replace(live, best=price) if better else live
        case LadderCut(entered=entered, rungs=cut):
            rungs = live.rungs + tuple(Rung(r.index, r.tag, r.price, r.quantity) for r in cut)
            return replace(live, rungs=rungs, laddered=entered, ladders=live.ladders + 1)
        case TargetsAsked():
            return amending.retargeted(live, fact)
        case LadderRecut():
            return amending.recorded(live, fact)
        case _:
            return live  # answers and timers that only `decide` cares about


def _stop_read(live: Live, fact: StopConfirmed) -> Live:
    # A wish is kept only while it is tighter than what stands: a stop is never loosened (invariant I7).
    tighter = live.wanted is not None and (live.wanted - fact.price) * live.plan.side.sign > 0
    wanted = live.wanted if tighter else None
    live = replace(live, overruled=outside.overruled_by(live, fact))
    if fact.quantity < live.ledger.held:
        # A stop for less than is held protects less than is held.
        since, attempts = _chased(live, fact.at)
        return replace(live, stop=Unconfirmed(wanted or fact.price, since, attempts), wanted=wanted)
    return replace(live, stop=Working(fact.price, fact.quantity), wanted=wanted)


def _chased(live: Live, at: datetime) -> tuple[datetime, int]:
    """Since when the stop is chased and how often it was repaired; from now on when it stood until now."""
    return (live.stop.since, live.stop.attempts) if isinstance(live.stop, Unconfirmed) else (at, 0)


def _outgrown(live: Live, at: datetime) -> Live:
    """More is held than the stop was proven for: it has to be proven anew."""
    if isinstance(live.stop, Working) and live.stop.quantity < live.ledger.held:
        return replace(live, stop=Unconfirmed(live.stop.price, at, 0))
    return live


def _book(live: Live, fact: Booking) -> Live:
    """Bring ledger, entry and rungs up to date; the same execution counts once (fault B16)."""
    if isinstance(fact, EntryFilled | ExitFilled) and fact.execution in live.ledger.executions:
        return live
    match fact:
        case EntryFilled():
            ledger = _entered(live.ledger, fact)
            rests = live.entry_open and ledger.entered < live.plan.quantity
            return _outgrown(replace(live, ledger=ledger, entry_open=rests), fact.at)
        case ExitFilled(tag=tag, quantity=quantity):
            sold = live.ledger.sold(fact.execution, quantity, fact.price, fact.fee)
            rungs = tuple(_filled(rung, quantity) if rung.tag == tag else rung for rung in live.rungs)
            part_at = None if tag == part_tag(live) else live.part_at
            return replace(live, ledger=sold, rungs=rungs, part_at=part_at)
        case QuantityDrifted():
            return _outgrown(replace(live, ledger=_entered(live.ledger, fact)), fact.at)
        case FundingBooked(amount=amount):
            return replace(live, ledger=live.ledger.paid(amount))


def _filled(rung: Rung, quantity: Quantity) -> Rung:
    filled = Quantity(rung.filled + quantity)
    return replace(rung, filled=filled, gone=rung.gone or filled >= rung.quantity)


def _gone(rung: Rung) -> Rung:
    return replace(rung, gone=True)


def _flat(live: Live, fact: FoundFlat) -> Live:
    return replace(live, ledger=live.ledger.drifted_to(Quantity(ZERO), fact.price))


def _ended(live: Live, fact: Booking) -> Position:
    reason = f"{fact.cause} at {fact.price:,}" if isinstance(fact, ExitFilled) else OUTSIDE
    if live.entry_open:
        return Closing(live, reason, fact.at, 0, asked=False)  # the rest of the entry must not fill any more
    return Over(live.plan, reason, fact.at, live)


def _while_closing(closing: Closing, fact: PositionFact) -> Position:
    live = closing.live
    match fact:
        case OrderRefused(tag=tag) | OrderEnded(tag=tag) if tag == close_tag(closing):
            attempt = closing.attempt + 1
            return replace(closing, asked=attempt <= QUICK_CLOSES and live.ledger.held > 0, attempt=attempt)
        case EntryFilled() | ExitFilled() | QuantityDrifted() | FundingBooked():
            return _maybe_over(replace(closing, live=_book(live, fact)), fact)
        case OrderEnded() | OrderRefused():
            return _maybe_over(replace(closing, live=_recorded(live, fact)), fact)
        case FoundFlat(at=at):
            return Over(closing.plan, closing.by, at, _flat(live, fact))
        case ReviewDue():
            return replace(closing, asked=closing.asked or bool(live.ledger.held))
        case _:
            return replace(closing, live=_recorded(live, fact))


def _maybe_over(closing: Closing, fact: PositionFact) -> Position:
    live = closing.live
    if live.ledger.held == 0 and not live.entry_open:
        return Over(closing.plan, closing.by, fact.at, live)
    return closing


def _after_the_end(over: Over, fact: PositionFact) -> Position:
    match fact:
        case EntryFilled(execution=execution):
            # A fill can arrive after the cancel was confirmed (Bybit EC_OrigClOrdIDDoesNotExist, fault B16).
            if over.live is None:
                return replace(_first_fill(over.plan, fact), entry_open=False)
            if execution in over.live.ledger.executions:
                return over
            return _reopened(_book(over.live, fact), fact)
        case ExitFilled() | FundingBooked() if over.live is not None:
            return replace(over, live=_book(over.live, fact))
        case _:
            return over


def _reopened(live: Live, fact: EntryFilled) -> Live:
    """Its exits were swept when it ended, and what protection had chosen was for another holding."""
    rungs = tuple(_gone(rung) for rung in live.rungs)
    stop = Unconfirmed(live.plan.stop, fact.at, 0)
    return replace(live, stop=stop, entry_open=False, rungs=rungs, best=fact.price, wanted=None, moved_at=None)
