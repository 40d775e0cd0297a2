"""Adding to a trade that is open, and giving its stop more room: as far as its grant goes, and no further.

Separate because these are the requests that raise risk: the sum is shown with each.
"""

from __future__ import annotations

from decimal import Decimal

from core.events import AddAsked
from core.orders import EntryKind, TimeInForce
from core.plans import EntryLeg
from core.position.protection import OWNER, present
from core.position.states import Live
from core.sheet import in_figures
from core.strategies import HUNDRED
from core.vocabulary import ONE, ZERO, Price, Quantity

CAP_PCT = Decimal("0.1")
"""How far above the price it was asked at an addition may still be taken."""


def addition(live: Live, asked: AddAsked) -> tuple[EntryLeg, str] | None:
    """The order that adds what was asked for, cut to the room; None when there is none.

    Room is what the grant risks less what is at risk now: everything held and everything that
    rests, down to the stop that stands, with both fees.
    """
    instrument, side, stop = live.plan.instrument, live.plan.side, loosest(live)
    cap = instrument.tighter(side, Price(asked.price * (1 + side.sign * CAP_PCT / HUNDRED)))
    each = _loss_each(live, cap, stop)
    if each <= 0:
        return None
    room = live.plan.risk - at_risk(live, stop)
    worth = live.plan.notional - instrument.notional(live.ledger.held, cap) - _resting_notional(live)
    by_notional = worth / (cap * instrument.point_value)
    wanted = min(asked.fraction * live.plan.quantity, room / each, by_notional)
    quantity = instrument.quantity_below(Quantity(max(ZERO, wanted)))
    if quantity < instrument.quantity_min or instrument.notional(quantity, cap) < instrument.notional_min:
        return None
    lost = f"{in_figures(each)} lost by {instrument.size(ONE)}"
    why = f"room for {room:,.2f} at {lost}, {instrument.size(quantity)} up to {cap:,}"
    return EntryLeg(EntryKind.LIMIT, cap, quantity, cap, TimeInForce.IOC), why


def loosest(live: Live) -> Price:
    """The stop that stands, or the one that is asked for if that is further away: a tighter one may be refused."""
    return min(live.stop.price, present(live), key=lambda stop: stop * live.plan.side.sign)


def at_risk(live: Live, stop: Price) -> Decimal:
    """What is lost when all that is held and all that rests is stopped at ``stop``, fees included; never below 0."""
    held = _loss_each(live, live.ledger.entry, stop) * live.ledger.held
    resting = (
        _loss_each(live, leg.terms.expected, stop) * (leg.terms.quantity - leg.filled)
        for leg in (*live.entering.resting, *live.entering.waiting)
    )
    return max(ZERO, held) + sum(resting, ZERO)


def _resting_notional(live: Live) -> Decimal:
    legs = (*live.entering.resting, *live.entering.waiting)
    instrument = live.plan.instrument
    rests = ((Quantity(leg.terms.quantity - leg.filled), leg.terms.expected) for leg in legs)
    return sum((instrument.notional(quantity, price) for quantity, price in rests), ZERO)


def may_loosen(live: Live, price: Price, by: str) -> bool:
    """The owner may give a trade more room, but never more than its grant: neither beyond the stop it was
    opened with, nor beyond its money, which an addition may have used up since (I5, I7).
    """
    sign = live.plan.side.sign
    wider = (price - present(live)) * sign < 0 <= (price - live.plan.stop) * sign
    return by.startswith(OWNER) and wider and at_risk(live, price) <= live.plan.risk


def _loss_each(live: Live, entry: Price, stop: Price) -> Decimal:
    instrument = live.plan.instrument
    fees = (entry + stop) * instrument.point_value * instrument.taker_fee
    return (entry - stop) * live.plan.side.sign * instrument.point_value + fees
