"""How a live position is looked after: its ladder of targets, break-even, the trail.

Pure arithmetic over a `Live`: it answers "what should be", and `core.position` turns the
difference from what is into facts and intentions. A stop is only ever tightened here.
"""

from __future__ import annotations

from decimal import Decimal

from core.events import RungCut
from core.position.states import Live, rung_tag
from core.vocabulary import Price, Quantity

TRAIL_STEPS = Decimal(10)
"""The stop follows in tenths of the trail's distance: fewer amendments than ticks."""
HUNDRED = Decimal(100)


def cut_ladder(live: Live) -> tuple[RungCut, ...]:
    """Share out what filled since the last cut over the targets that are still ahead.

    Each share is rounded down to the step; a rung under the venue's minimum is merged into
    the next one (Cornix: "redistributed to valid targets"); what is left over is added to the
    last rung when the shares make a whole, and runs on otherwise.
    """
    instrument = live.plan.instrument
    fresh = Quantity(live.ledger.entered - live.laddered)
    ahead = [(i, t) for i, t in enumerate(live.plan.targets) if not is_hit(live, i)]
    if not ahead or fresh < instrument.quantity_min:
        return ()
    whole = sum(target.share for _, target in ahead)
    is_whole = sum(target.share for target in live.plan.targets) > Decimal("0.999999")
    pool = Quantity(min(fresh if is_whole else fresh * whole, live.ledger.held))
    cut: list[RungCut] = []
    carried = Quantity(Decimal(0))
    left = instrument.quantity_below(pool)
    for position, (index, target) in enumerate(ahead):
        is_last = position == len(ahead) - 1
        wanted = left if is_last else instrument.quantity_below(Quantity(pool * target.share / whole + carried))
        if wanted < instrument.quantity_min:
            carried = Quantity(carried + pool * target.share / whole)
            continue
        carried = Quantity(Decimal(0))
        left = Quantity(left - wanted)
        tag = rung_tag(live.plan.position, live.ladders, index)
        cut.append(RungCut(index, tag, target.price, wanted))
    return _with_rest(cut, left)


def _with_rest(cut: list[RungCut], left: Quantity) -> tuple[RungCut, ...]:
    """What the last rung was too small for goes to the one before it."""
    if left > 0 and cut:
        last = cut[-1]
        cut[-1] = RungCut(last.index, last.tag, last.price, Quantity(last.quantity + left))
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
    tighter = [wish for wish in wishes if is_tighter(live, wish[0])]
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
