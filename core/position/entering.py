"""The entry orders of one position: which are sent, which wait, what became of each.

Pure bookkeeping over an `Entering`, so that a ladder of ten orders needs no more states than one
order does. What is sent when is answered here; `awaiting` and `deciding` send it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from core.orders import EntryKind, EntryOrder, TimeInForce
from core.plans import EntryLeg, Plan
from core.position.states import Entering, Leg, LegStage, entry_tag
from core.records import replace
from core.strategies import HUNDRED
from core.vocabulary import ZERO, OrderTag, Price, Quantity

TURN_STEPS = Decimal(10)
"""The turn of a trailing entry is followed in tenths of its distance: fewer facts than ticks."""


def planned(plan: Plan) -> Entering:
    """The legs of a plan; as many as may be active are sent with it."""
    terms = plan.legs or (EntryLeg(plan.kind, plan.price, plan.quantity, plan.expected),)
    legs: list[Leg] = []
    free = plan.entries.active_max
    for index, each in enumerate(terms):
        waits = not free or trails(each, plan)
        free -= not waits
        stage = LegStage.WAITING if waits else LegStage.SENT
        legs.append(Leg(entry_tag(plan.position, index), each, plan.stop, stage))
    return Entering(tuple(legs))


def due(entering: Entering, plan: Plan) -> tuple[OrderTag, ...]:
    """What may be sent now: the next in line, while fewer are resting than may be active."""
    free = max(0, plan.entries.active_max - len(entering.resting))
    ready = [leg.tag for leg in entering.waiting if not trails(leg.terms, plan)]
    return tuple(ready[:free])


def trails(terms: EntryLeg, plan: Plan) -> bool:
    """Is this a limit that waits for its price to be touched, and then to turn?"""
    if plan.entries.trailing_pct is None:
        return False
    return terms.kind is EntryKind.LIMIT and terms.time_in_force is TimeInForce.GTC


def order(plan: Plan, leg: Leg) -> EntryOrder:
    """The request for one leg; its stop goes along."""
    return EntryOrder(
        tag=leg.tag,
        symbol=plan.symbol,
        side=plan.side,
        kind=leg.terms.kind,
        quantity=leg.terms.quantity,
        price=leg.terms.price,
        stop=leg.stop,
        leverage=plan.leverage,
        time_in_force=leg.terms.time_in_force,
    )


# --- what a fact changes ----------------------------------------------------------------------


def accepted(entering: Entering, tag: OrderTag) -> Entering:
    """An acceptance that comes after the end is old news."""
    return _changed(entering, tag, lambda leg: replace(leg, stage=LegStage.RESTING) if leg.is_resting else leg)


def ended(entering: Entering, tag: OrderTag, told: Quantity) -> Entering:
    return _changed(entering, tag, lambda leg: replace(leg, stage=LegStage.ENDED, told=told))


def filled(entering: Entering, tag: OrderTag, quantity: Quantity) -> Entering:
    def add(leg: Leg) -> Leg:
        total = Quantity(leg.filled + quantity)
        done = leg.stage is LegStage.ENDED or total >= leg.terms.quantity
        return replace(leg, filled=total, stage=LegStage.ENDED if done else LegStage.RESTING)

    return _changed(entering, tag, add)


def released(entering: Entering, tags: Iterable[OrderTag], stop: Price, *, at_market: bool = False) -> Entering:
    """Send these legs, carrying ``stop``; at market when their price has turned."""
    going = frozenset(tags)

    def send(leg: Leg) -> Leg:
        terms = replace(leg.terms, kind=EntryKind.MARKET, price=None) if at_market else leg.terms
        return replace(leg, stage=LegStage.SENT, stop=stop, terms=terms)

    legs = tuple(send(leg) if leg.tag in going else leg for leg in entering.legs)
    return Entering(legs, None if at_market else entering.turn)


def added(entering: Entering, plan: Plan, terms: EntryLeg, stop: Price) -> Entering:
    """One more leg than was planned, sent at once."""
    tag = entry_tag(plan.position, len(entering.legs))
    return replace(entering, legs=(*entering.legs, Leg(tag, terms, stop, LegStage.SENT)))


def dropped(entering: Entering, *, behind: Price | None = None, sign: int = 1) -> Entering:
    """Never send what waits, and take back what rests; with ``behind`` only if a stop there has passed its price."""

    def drop(leg: Leg) -> Leg:
        price = leg.terms.price
        passed = behind is None or (price is not None and (price - behind) * sign <= 0)
        if not passed or leg.stage is LegStage.ENDED:
            return leg
        return replace(leg, unwanted=True) if leg.is_resting else replace(leg, stage=LegStage.ENDED)

    return replace(entering, legs=tuple(map(drop, entering.legs)))


def all_ended(entering: Entering) -> Entering:
    return replace(entering, legs=tuple(replace(leg, stage=LegStage.ENDED) for leg in entering.legs))


def turned(entering: Entering, plan: Plan, price: Price) -> Entering:
    """Follow the price of a trailing entry from the moment it is touched, as long as it waits."""
    turn = entering.turn
    if turn is None or (price - turn) * plan.side.sign < 0:
        turn = price
    touched = any(_is_touched(leg, plan, turn) for leg in entering.waiting)
    followed = turn if touched else None
    return entering if followed is entering.turn else replace(entering, turn=followed)


def _changed(entering: Entering, tag: OrderTag, change: Callable[[Leg], Leg]) -> Entering:
    return replace(entering, legs=tuple(change(leg) if leg.tag == tag else leg for leg in entering.legs))


# --- trailing entries -------------------------------------------------------------------------


def _is_touched(leg: Leg, plan: Plan, price: Price) -> bool:
    at = leg.terms.price
    return trails(leg.terms, plan) and at is not None and (at - price) * plan.side.sign >= 0


def turning(entering: Entering, plan: Plan, price: Price) -> tuple[OrderTag, ...]:
    """The legs to take now that the price has come back far enough from the best one; touched together, sent together.

    Cornix calls the later one merged.
    """
    if entering.turn is None or (price - turn_level(entering.turn, plan)) * plan.side.sign < 0:
        return ()
    return tuple(leg.tag for leg in entering.waiting if _is_touched(leg, plan, entering.turn))


def next_turn(entering: Entering, plan: Plan) -> Price | None:
    """Where a trailing entry takes the market; None while none is touched."""
    return turn_level(entering.turn, plan) if entering.turn is not None and entering.waiting else None


def turn_level(turn: Price, plan: Plan) -> Price:
    """Far enough from the best price to call it a turn."""
    percent = plan.entries.trailing_pct or ZERO
    return Price(turn * (1 + plan.side.sign * percent / HUNDRED))


def touch_level(entering: Entering, plan: Plan) -> Price | None:
    """The next price against the position that a waiting entry wants to hear of."""
    sign = plan.side.sign
    if entering.turn is not None and entering.waiting:
        step = max(plan.instrument.tick, abs(turn_level(entering.turn, plan) - entering.turn) / TURN_STEPS)
        return Price(entering.turn - sign * step)
    prices = (leg.terms.price for leg in entering.waiting if trails(leg.terms, plan))
    return max((price for price in prices if price is not None), key=lambda price: price * sign, default=None)
