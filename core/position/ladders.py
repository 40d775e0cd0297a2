"""Where profit is taken: the targets as real reduce-only orders, cut from what has filled.

Pure arithmetic over a `Live`, apart from `protection` because a ladder is about quantity and a
stop about price. The risk of a trade does not depend on how many rungs its exit has.
"""

from __future__ import annotations

from decimal import Decimal

from core.events import RungCut
from core.plans import Plan
from core.position.states import LegStage, Live, rung_tag
from core.vocabulary import ZERO, Quantity

WHOLE = Decimal("0.999999")
"""Thirds written by an older program do not add up to 1."""


def runs_on(plan: Plan) -> bool:
    """Is a share left to run?"""
    return bool(plan.targets) and sum(target.share for target in plan.targets) < WHOLE


def cut_ladder(live: Live) -> tuple[RungCut, ...]:
    """Share out what filled since the last cut over the targets that are still ahead, nearest first.

    Each share is rounded down to the step but is at least the venue's minimum, so that a
    position too small for all its targets takes the nearest ones (Cornix redistributes too).
    Where the venue takes no more orders, what fills later goes to the nearest ones: a place is kept
    for each entry that may still fill, so that none of it is left without a target.
    The last rung takes what rounding left; the share of an open-ended target is not cut: it runs.
    """
    instrument = live.plan.instrument
    fresh = Quantity(live.ledger.entered - live.laddered)
    every = [(i, t) for i, t in enumerate(live.plan.targets) if t.share and not live.is_hit(i)]
    ahead = every[: _room(live)]
    if not ahead or fresh < instrument.quantity_min:
        return ()
    whole = sum(target.share for _, target in ahead)
    free = live.ledger.held - sum(rung.quantity - rung.filled for rung in live.working_rungs)
    meant = fresh * sum(target.share for _, target in every) if runs_on(live.plan) else fresh
    pool = Quantity(max(ZERO, min(meant, free)))
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


def _room(live: Live) -> int:
    """How many rungs may be cut now; the last place is for whoever needs it."""
    free = max(0, live.plan.handling.exits_max - len(live.working_rungs))
    to_come = sum(leg.stage is not LegStage.ENDED for leg in live.entering.legs)
    return max(free - to_come, min(free, 1))


def furthest_first(live: Live) -> list[RungCut]:
    """The working rungs, the one furthest from the entry first: the first to give way."""
    rungs = sorted(live.working_rungs, key=lambda rung: rung.price * live.plan.side.sign, reverse=True)
    return [RungCut(rung.index, rung.tag, rung.price, Quantity(rung.quantity - rung.filled)) for rung in rungs]
