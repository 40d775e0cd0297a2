"""The books of one position: each fill is credited to its order, its rung and its ledger, once.

Separate from `evolving` because a fill is where the venue's disorder comes in: told twice, told
late, told as a quantity without a fill.
"""

from __future__ import annotations

from datetime import datetime

from core.events import EntryFilled, ExitCause, ExitFilled, FoundFlat, FundingBooked, QuantityDrifted
from core.ledger import Ledger
from core.plans import Plan
from core.position import entering as legs
from core.position import recutting, stop_orders
from core.position.states import Entering, Live, Rung, Unconfirmed, Working, part_tag
from core.records import replace
from core.vocabulary import ZERO, Quantity

Fill = EntryFilled | QuantityDrifted
Booking = EntryFilled | ExitFilled | QuantityDrifted | FundingBooked


def first_fill(plan: Plan, entering: Entering, fact: Fill) -> Live:
    ledger = _entered(Ledger(plan.side, plan.instrument), fact)
    return Live(
        plan=plan,
        ledger=ledger,
        stop=Unconfirmed(plan.stop, fact.at, 0),
        opened_at=fact.at,
        entering=_counted(entering, plan, ledger, fact),
        best=fact.price,
        traded_at=fact.at,
    )


def _counted(entering: Entering, plan: Plan, ledger: Ledger, fact: Fill) -> Entering:
    """Credit a fill to its order; what the venue holds without telling whose fill it was ends them once it is all."""
    if isinstance(fact, EntryFilled):
        return legs.filled(entering, fact.tag, fact.quantity)
    return legs.all_ended(entering) if ledger.entered >= plan.quantity else entering


def _entered(ledger: Ledger, fact: Fill) -> Ledger:
    match fact:
        case EntryFilled():
            return ledger.bought(fact.execution, fact.opened, fact.price, fact.fee)
        case QuantityDrifted():
            return ledger.drifted_to(fact.quantity, fact.price)


def _outgrown(live: Live, at: datetime) -> Live:
    """More is held than the stop was proven for: it has to be proven anew."""
    if isinstance(live.stop, Working) and live.stop.quantity < live.ledger.held:
        return replace(live, stop=Unconfirmed(live.stop.price, at, 0, shown=True))
    return live


def book(live: Live, fact: Booking) -> Live:
    """Bring ledger, entry and rungs up to date; the same execution counts once (fault B16)."""
    if not isinstance(fact, QuantityDrifted) and fact.execution in live.ledger.executions:
        return live
    if isinstance(fact, EntryFilled | ExitFilled):
        live = replace(live, traded_at=max(fact.at, live.traded_at or fact.at))
    match fact:
        case EntryFilled():
            ledger = _entered(live.ledger, fact)
            entering = _counted(live.entering, live.plan, ledger, fact)
            return _outgrown(_overruled(replace(live, ledger=ledger, entering=entering), fact), fact.at)
        case ExitFilled(tag=tag, quantity=quantity):
            sold = live.ledger.sold(fact.execution, quantity, fact.price, fact.fee)
            rungs = tuple(_filled(rung, quantity) if rung.tag == tag else rung for rung in live.rungs)
            parting = None if tag == part_tag(live) else live.parting
            # Once a target was taken the rest of the entry is given up (Cornix: "Sell Reached").
            is_target = any(rung.tag == tag for rung in live.rungs)
            entering = legs.dropped(live.entering) if is_target else live.entering
            is_better = is_target and (fact.price - live.best) * live.plan.side.sign > 0
            best = fact.price if is_better else live.best
            live = stop_orders.told(live, fact)
            live = replace(live, ledger=sold, rungs=rungs, parting=parting, entering=entering, best=best)
            return recutting.fitted(live) if fact.cause in (ExitCause.CLOSE, ExitCause.OUTSIDE) else live
        case QuantityDrifted():
            ledger = _entered(live.ledger, fact)
            entering = _counted(live.entering, live.plan, ledger, fact)
            return recutting.fitted(_outgrown(replace(live, ledger=ledger, entering=entering), fact.at))
        case FundingBooked(amount=amount, execution=execution):
            return replace(live, ledger=live.ledger.paid(amount, execution))


def _overruled(live: Live, fact: EntryFilled) -> Live:
    """An entry order brings the stop it carries, and the venue puts it in the place of the one that stands.

    Bybit, "Create Order": a filled order's stop becomes the position's. A tighter one is then wanted back.
    """
    leg = live.entering.find(fact.tag)
    if leg is None or not live.plan.handling.attached_stop:
        return live
    standing = live.wanted or live.stop.price
    if (standing - leg.stop) * live.plan.side.sign <= 0:
        return live
    return replace(live, stop=Unconfirmed(leg.stop, fact.at, 0), wanted=standing)


def _filled(rung: Rung, quantity: Quantity) -> Rung:
    filled = Quantity(rung.filled + quantity)
    return replace(rung, filled=filled, gone=rung.gone or filled >= rung.quantity)


def gone(rung: Rung) -> Rung:
    return replace(rung, gone=True)


def flat(live: Live, fact: FoundFlat) -> Live:
    return replace(live, ledger=live.ledger.drifted_to(Quantity(ZERO), fact.price))


def reopened(live: Live, fact: EntryFilled) -> Live:
    """Its exits were swept when it ended, and what protection had chosen was for another holding."""
    rungs = tuple(gone(rung) for rung in live.rungs)
    stop = Unconfirmed(live.plan.stop, fact.at, 0)
    entering = legs.all_ended(live.entering)
    return replace(
        live,
        stop=stop,
        entering=entering,
        rungs=rungs,
        best=fact.price,
        wanted=None,
        asked=None,
        moved_at=None,
        touched=(),
        touched_at=None,
    )
