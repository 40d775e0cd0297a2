"""Which prices a position waits for: one in its favour, one against it, and none when it sleeps.

Separate from what is done about them, because the runtime keeps only these two numbers for each
position and compares them with every tick.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.orders import EntryKind
from core.plans import Plan
from core.position import entering as legs
from core.position.protection import next_level, unplaced_trail
from core.position.states import Awaiting, Entering, Live, Opening, Position, Working
from core.records import quick
from core.vocabulary import Price, Side


@quick
@dataclass(frozen=True, slots=True)
class Levels:
    """Hear from the market at or above ``above``, and at or below ``below``; None: not on that side."""

    above: Price | None = None
    below: Price | None = None


SILENT = Levels()


def levels(position: Position | None) -> Levels:
    """What this position wants to hear of next."""
    match position:
        case Live(plan=plan, entering=entering):
            favour = _sooner(plan.side, next_level(position), legs.next_turn(entering, plan))
            passed = unplaced_trail(position) if isinstance(position.stop, Working) else None
            return _sided(plan.side, favour, _sooner(plan.side.opposite, legs.touch_level(entering, plan), passed))
        case Opening(plan=plan) | Awaiting(plan=plan) if not position.leaving:
            favour = _sooner(plan.side, forgone(plan), legs.next_turn(position.entering, plan))
            touch, stop = legs.touch_level(position.entering, plan), stopped(plan, position.entering)
            return _sided(plan.side, favour, _sooner(plan.side.opposite, touch, stop))
        case _:
            return SILENT


def forgone(plan: Plan) -> Price | None:
    """The first target: once it trades before the entry, the call has run without us. None: it is no reason."""
    if not plan.targets or plan.quoted is None or not plan.entries.cancel_on_target:
        return None
    first = plan.targets[0].price
    return first if (first - plan.quoted) * plan.side.sign > 0 else None


def stopped(plan: Plan, entering: Entering) -> Price | None:
    """The stop, for an entry that the price can pass by on its way there: a breakout, or one that trails."""
    passes_by = entering.waiting or any(leg.terms.kind is EntryKind.STOP for leg in entering.resting)
    return plan.stop if passes_by else None


def _sooner(side: Side, one: Price | None, other: Price | None) -> Price | None:
    """Whichever a price that moves in favour of ``side`` meets first."""
    if one is None or other is None:
        return one if other is None else other
    return min(one, other) if side is Side.LONG else max(one, other)


def _sided(side: Side, favour: Price | None, against: Price | None) -> Levels:
    return Levels(favour, against) if side is Side.LONG else Levels(against, favour)
