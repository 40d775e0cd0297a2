"""Targets that are cut anew: off the book first, then on it again for what is held by then.

Separate from `ladders`, which shares out what has filled, because these replace orders that rest: the old ones
are cancelled before the new ones are placed, so that exits never exceed what is held (invariant I4).
"""

from __future__ import annotations

from datetime import datetime

from core.commands import CancelOrder, PlaceExit, PositionCommand
from core.events import LadderRecut, PositionFact, RungCut
from core.orders import ExitOrder
from core.plans import Target
from core.position.ladders import runs_on
from core.position.states import Live, Rung, rung_tag
from core.records import replace
from core.vocabulary import ZERO, OrderTag, Price, Quantity

Answer = tuple[PositionFact | PositionCommand, ...]

EXCHANGED = -1
"""The index of a rung whose target is no longer in the plan."""
FORMER = -2
"""The index of a rung that was replaced: it stands for nothing any more."""
REFUSALS_EACH = 3
"""So many orders a target may be refused before its price alone decides."""


def set_aside(live: Live) -> Live:
    """Have every target's order replaced: what is held changes, and each target gets its share of what stays."""
    rungs = tuple(rung if rung.gone else replace(rung, aside=True) for rung in live.rungs)
    return replace(live, rungs=rungs)


def fitted(live: Live) -> Live:
    """Less is held than the targets were cut from: they are cut anew, unless they have room all the same."""
    open_ = sum((rung.quantity - rung.filled for rung in live.working_rungs if not _is_replaced(rung)), ZERO)
    return set_aside(live) if open_ > _due(live) else live


def withdrawn(live: Live) -> tuple[CancelOrder, ...]:
    """Take what is exchanged off the book."""
    plan = live.plan
    return tuple(CancelOrder(plan.position, plan.symbol, rung.tag) for rung in _exchanged(live) if not rung.gone)


def _exchanged(live: Live) -> tuple[Rung, ...]:
    return tuple(rung for rung in live.rungs if _is_replaced(rung))


def _is_replaced(rung: Rung) -> bool:
    """Does another one take its place? One that was set aside and filled all the same has done its work."""
    return rung.index == EXCHANGED or (rung.aside and rung.filled < rung.quantity)


def may_be_placed_again(live: Live, tag: OrderTag) -> bool:
    """Was this a target's order, and have so few been refused that the reason may pass?

    One that the venue took and then cancelled is another matter: its price alone decides then (fault B30).
    """
    is_target = any(rung.tag == tag and not rung.gone and not _is_replaced(rung) for rung in live.rungs)
    return is_target and live.targets_refused < REFUSALS_EACH * len(live.plan.targets)


def to_be_placed_again(live: Live, tag: OrderTag) -> Live:
    """A refused order stands for nothing; the review puts another in its place."""
    rungs = tuple(replace(rung, aside=True, gone=True) if rung.tag == tag else rung for rung in live.rungs)
    return replace(live, rungs=rungs, targets_refused=live.targets_refused + 1)


def is_exchanged(live: Live, tag: OrderTag) -> bool:
    """Does another order take the place of this one?"""
    return any(rung.tag == tag for rung in _exchanged(live))


def review(live: Live, at: datetime) -> Answer:
    """Ask again for what is not off the book, or put on it what waited for that."""
    return (withdrawn(live) or recut(live, at)) if _exchanged(live) else ()


def resumed(live: Live, at: datetime) -> Answer:
    """Put on the book what waited for others to leave it, once they have."""
    return recut(live, at) if is_replacing(live) else ()


def is_replacing(live: Live) -> bool:
    return bool(_exchanged(live))


def recut(live: Live, at: datetime) -> Answer:
    """Put the new targets on the book for what no other exit holds."""
    plan = live.plan
    if not live.laddered or live.parting is not None or withdrawn(live):
        return ()
    cut = _cut(live)
    if not cut:
        return ()
    orders = (ExitOrder(rung.tag, plan.symbol, plan.side, rung.quantity, rung.price) for rung in cut)
    return (LadderRecut(plan.position, at, cut), *(PlaceExit(plan.position, order) for order in orders))


def _cut(live: Live) -> tuple[RungCut, ...]:
    """Share what is held and free over the targets that have no rung yet, nearest first."""
    plan, instrument = live.plan, live.plan.instrument
    standing = [rung for rung in live.rungs if not _is_replaced(rung)]
    missing = {i: target for i, target in _ahead(live).items() if all(rung.index != i for rung in standing)}
    kept = sum((rung.quantity - rung.filled for rung in live.working_rungs), ZERO)
    if not missing:
        return ()
    left = Quantity(max(ZERO, _due(live) - kept))
    pool, weight = left, sum((target.share for target in missing.values()), ZERO)
    cut: list[RungCut] = []
    for place, (index, target) in enumerate(missing.items(), 1):
        if left < instrument.quantity_min:
            break
        share = max(instrument.quantity_below(Quantity(pool * target.share / weight)), instrument.quantity_min)
        quantity = left if place == len(missing) or left - share < instrument.quantity_min else share
        left = Quantity(left - quantity)
        cut.append(RungCut(index, rung_tag(plan.position, live.ladders, index), target.price, quantity))
    return tuple(cut)


def _ahead(live: Live) -> dict[int, Target]:
    """The targets, by their index, that something is still to be sold at."""
    return {i: target for i, target in enumerate(live.plan.targets) if target.share and not live.is_hit(i)}


def _due(live: Live) -> Quantity:
    """How much of what is held belongs to the targets ahead; the rest runs on."""
    plan = live.plan
    whole = sum((target.share for target in _ahead(live).values()), ZERO)
    runner = 1 - sum((target.share for target in plan.targets), ZERO) if runs_on(plan) else ZERO
    return plan.instrument.quantity_below(Quantity(live.ledger.held * whole / (whole + runner) if whole else ZERO))


def recorded(live: Live, fact: LadderRecut) -> Live:
    """The new rungs stand; those they replace are only remembered, to be swept should they come on the book late."""
    stand = (replace(rung, index=FORMER, gone=True, aside=False) if _is_replaced(rung) else rung for rung in live.rungs)
    new = tuple(Rung(rung.index, rung.tag, rung.price, rung.quantity) for rung in fact.rungs)
    return replace(live, rungs=(*stand, *new), ladders=live.ladders + 1)


def is_pending(live: Live) -> bool:
    """Will orders for targets come as soon as those that they replace are gone?"""
    return bool(_exchanged(live)) and bool(withdrawn(live) or _cut(live))


def touched(live: Live, price: Price) -> tuple[int, ...]:
    """The targets that this price has reached while no order stands for them, and none will."""
    reached = tuple(
        index
        for index, target in enumerate(live.plan.targets)
        if target.share and (price - target.price) * live.plan.side.sign >= 0
        if live.is_unordered(index) and not live.is_hit(index)
    )
    return () if reached and is_pending(live) else reached
