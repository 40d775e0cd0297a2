"""How a live position is looked after: its ladder of targets, break-even, the trail.

Pure arithmetic over a `Live`: it answers "what should be", and `core.position` turns the
difference from what is into facts and intentions. A stop is only ever tightened here.
"""

from __future__ import annotations

from decimal import Decimal

from core.events import RungCut
from core.position.outside import is_respectful
from core.position.states import Live, rung_tag
from core.vocabulary import ZERO, Price, Quantity

TRAIL_STEPS = Decimal(10)
"""The stop follows in tenths of the trail's distance: fewer amendments than ticks."""
HUNDRED = Decimal(100)
WHOLE = Decimal("0.999999")
"""Thirds do not add up to 1."""


def cut_ladder(live: Live) -> tuple[RungCut, ...]:
    """Share out what filled since the last cut over the targets that are still ahead, nearest first.

    Each share is rounded down to the step but is at least the venue's minimum, so that a
    position too small for all its targets takes the nearest ones (Cornix redistributes too).
    The last rung takes what rounding left; the share of an open-ended target is not cut: it runs.
    """
    instrument = live.plan.instrument
    fresh = Quantity(live.ledger.entered - live.laddered)
    ahead = [(i, t) for i, t in enumerate(live.plan.targets) if not is_hit(live, i)]
    if not ahead or fresh < instrument.quantity_min:
        return ()
    whole = sum(target.share for _, target in ahead)
    runs_on = sum(target.share for target in live.plan.targets) < WHOLE
    free = live.ledger.held - sum(rung.quantity - rung.filled for rung in live.working_rungs)
    pool = Quantity(max(ZERO, min(fresh * whole if runs_on else fresh, free)))
    left = instrument.quantity_below(pool)
    cut: list[RungCut] = []
    for place, (index, target) in enumerate(ahead, 1):
        if left < instrument.quantity_min:
            break
        share = instrument.quantity_below(Quantity(pool * target.share / whole))
        quantity = left if place == len(ahead) else min(max(share, instrument.quantity_min), left)
        if left - quantity < instrument.quantity_min:
            quantity = left  # what would remain is too small for an order of its own
        left = Quantity(left - quantity)
        cut.append(RungCut(index, rung_tag(live.plan.position, live.ladders, index), target.price, quantity))
    return tuple(cut)


def is_hit(live: Live, index: int) -> bool:
    """Has every order of the plan's target ``index`` (from 0) filled?"""
    rungs = [rung for rung in live.rungs if rung.index == index]
    return bool(rungs) and all(rung.filled >= rung.quantity for rung in rungs)


def break_even(live: Live) -> Price:
    """The average entry, on the grid, rounded toward the position."""
    return live.plan.instrument.tighter(live.plan.side, live.ledger.entry)


def better_stop(live: Live) -> tuple[Price, str] | None:
    """The stop that the rules ask for now and why; None when the present one is at least as tight."""
    wishes: list[tuple[Price, str]] = []
    rules = live.plan.protection
    if rules.break_even_after is not None and live.hits >= rules.break_even_after:
        wishes.append((break_even(live), f"target {rules.break_even_after} hit: stop to the entry"))
    if rules.trail is not None and live.hits >= rules.trail.after_target:
        wishes.append((_trailed(live, rules.trail.distance_pct), f"trail at {rules.trail.distance_pct} %"))
    tighter = [wish for wish in wishes if is_tighter(live, wish[0]) and is_respectful(live, wish[0])]
    sign = live.plan.side.sign
    return max(tighter, key=lambda wish: wish[0] * sign, default=None)


def _trailed(live: Live, distance_pct: Decimal) -> Price:
    away = 1 - live.plan.side.sign * distance_pct / HUNDRED
    instrument = live.plan.instrument
    wide = instrument.price_below if live.plan.side.sign > 0 else instrument.price_above
    return wide(Price(live.best * away))


def is_tighter(live: Live, price: Price) -> bool:
    """Would a stop at ``price`` risk less than the one that stands or is already asked for?"""
    present = live.wanted or live.stop.price
    return (price - present) * live.plan.side.sign > 0


def next_level(live: Live) -> Price | None:
    """The price at which this position wants to hear from the market again; None: never.

    Only a trail listens to prices. It moves once the best price improved by a tenth of its
    distance, so that a tick that crosses nothing costs nothing.
    """
    trail = live.plan.protection.trail
    if trail is None or live.hits < trail.after_target:
        return None
    step = max(live.plan.instrument.tick, live.best * trail.distance_pct / HUNDRED / TRAIL_STEPS)
    return Price(live.best + live.plan.side.sign * step)


def furthest_first(live: Live) -> list[RungCut]:
    """The working rungs, the one furthest from the entry first: the first to give way."""
    rungs = sorted(live.working_rungs, key=lambda rung: rung.index, reverse=True)
    return [RungCut(rung.index, rung.tag, rung.price, Quantity(rung.quantity - rung.filled)) for rung in rungs]
