"""Adding to a trade that is open: as much as its grant has room for, and no more.

Separate because it is the one request that raises risk: the sum is shown in the journal with it.
"""

from __future__ import annotations

from decimal import Decimal

from core.events import AddAsked
from core.orders import EntryKind, TimeInForce
from core.plans import EntryLeg
from core.position.protection import present
from core.position.states import Live
from core.strategies import HUNDRED
from core.vocabulary import ZERO, Price, Quantity

CAP_PCT = Decimal("0.1")
"""How far above the price it was asked at an addition may still be taken."""


def addition(live: Live, asked: AddAsked) -> tuple[EntryLeg, str] | None:
    """The order that adds what was asked for, cut to the room; None when there is none.

    Room is what the grant risks less what is at risk now: everything held and everything that
    rests, down to the stop that stands, with both fees.
    """
    instrument, side = live.plan.instrument, live.plan.side
    cap = instrument.tighter(side, Price(asked.price * (1 + side.sign * CAP_PCT / HUNDRED)))
    each = _loss_each(live, cap)
    if each <= 0:
        return None
    room = live.plan.risk - at_risk(live)
    worth = live.plan.notional - instrument.notional(live.ledger.held, cap) - _resting_notional(live)
    by_notional = worth / (cap * instrument.point_value)
    wanted = min(asked.fraction * live.plan.quantity, room / each, by_notional)
    quantity = instrument.quantity_below(Quantity(max(ZERO, wanted)))
    if quantity < instrument.quantity_min or instrument.notional(quantity, cap) < instrument.notional_min:
        return None
    why = f"room for {room:.2f} at {each:.6f} lost by each, {quantity} up to {cap}"
    return EntryLeg(EntryKind.LIMIT, cap, quantity, cap, TimeInForce.IOC), why


def at_risk(live: Live) -> Decimal:
    """What is lost when all that is held and all that rests is stopped; never below 0."""
    held = _loss_each(live, live.ledger.entry) * live.ledger.held
    resting = (
        _loss_each(live, leg.terms.expected) * (leg.terms.quantity - leg.filled)
        for leg in (*live.entering.resting, *live.entering.waiting)
    )
    return max(ZERO, held) + sum(resting, ZERO)


def _resting_notional(live: Live) -> Decimal:
    legs = (*live.entering.resting, *live.entering.waiting)
    instrument = live.plan.instrument
    return sum((instrument.notional(leg.terms.quantity, leg.terms.expected) for leg in legs), ZERO)


def _loss_each(live: Live, entry: Price) -> Decimal:
    instrument, stop = live.plan.instrument, present(live)
    fees = (entry + stop) * instrument.point_value * instrument.taker_fee
    return (entry - stop) * live.plan.side.sign * instrument.point_value + fees
