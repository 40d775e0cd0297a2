"""How a stop follows a winning trade: the kinds of trail as one table.

Pure arithmetic: each kind answers where the stop should be now and which price it wants to hear
of next. What is done about it is `protection`'s. Names and meanings are those of Cornix
(help.cornix.io, article 5814874); the step and the average true range are MetaTrader's.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal

from core.plans import Plan
from core.position.states import Live
from core.strategies import HUNDRED, Trail, TrailKind
from core.vocabulary import ZERO, Price

TRAIL_STEPS = Decimal(10)
"""A stop that follows the best price does so in tenths of its distance: fewer amendments than ticks."""


def break_even(live: Live) -> Price:
    """Where leaving costs nothing: the average entry and, if the owner wishes, the taker fees of both sides."""
    fee = live.plan.instrument.taker_fee if live.plan.protection.break_even_fees else ZERO
    sign = live.plan.side.sign
    even = live.ledger.entry * (1 + sign * fee) / (1 - sign * fee)
    return live.plan.instrument.tighter(live.plan.side, Price(even))


def stop_kind(live: Live, price: Price) -> str:
    """What a stop that filled at ``price`` was: "stop in profit", "break-even stop", or "stop".

    By where it filled, because a better one may fill before it was read back; at the entry by where it stood, because
    it fills a little beyond.
    """
    if not live.ledger.entered:
        return "stop"
    entry, even, sign, tick = live.ledger.entry, break_even(live), live.plan.side.sign, live.plan.instrument.tick
    if (price - even) * sign >= tick:
        return "stop in profit"
    if any(abs(at - level) < tick for at in (price, live.stop.price) for level in (entry, even)):
        return "break-even stop"
    return "stop in profit" if (price - entry) * sign > 0 else "stop"


def gained(live: Live, percent: Decimal) -> Price:
    """The price at which the average entry is ``percent`` in profit."""
    return Price(live.ledger.entry * (1 + live.plan.side.sign * percent / HUNDRED))


def is_gained(live: Live, percent: Decimal) -> bool:
    """Was that price seen?"""
    return (live.best - gained(live, percent)) * live.plan.side.sign >= 0


def is_active(live: Live, trail: Trail) -> bool:
    return live.hits >= trail.after_target and (not trail.after_pct or is_gained(live, trail.after_pct))


def is_ranged(plan: Plan) -> bool:
    """Does its trail count in average true ranges?"""
    return plan.protection.trail is not None and plan.protection.trail.kind is TrailKind.ATR


def trailed(live: Live, trail: Trail) -> Price | None:
    """Where the trail wants the stop; None while it has nothing to follow."""
    return FOLLOW[trail.kind](live, trail) if is_active(live, trail) else None


def next_price(live: Live, trail: Trail) -> Price | None:
    """The price at which the trail would move next; None when only a target can move it."""
    sign = live.plan.side.sign
    if not is_active(live, trail):
        return gained(live, trail.after_pct) if trail.after_pct and live.hits >= trail.after_target else None
    match trail.kind:
        case TrailKind.HIGHEST | TrailKind.ATR:
            return Price(live.best + sign * max(live.plan.instrument.tick, _distance(live, trail) / TRAIL_STEPS))
        case TrailKind.STEP:
            return Price(live.ledger.entry + sign * (_steps(live, trail) + 1) * _step(live, trail))
        case TrailKind.TRIGGER | TrailKind.MOVING_TARGET | TrailKind.MOVING_TWO_TARGET:
            return None


def _distance(live: Live, trail: Trail) -> Decimal:
    if trail.kind is TrailKind.ATR:
        return trail.ranges * live.range if live.range is not None else Decimal(0)
    return live.best * trail.distance_pct / HUNDRED


def _behind(live: Live, price: Decimal) -> Price:
    """On the grid, away from the position, so that rounding makes no trail tighter than it was asked."""
    instrument = live.plan.instrument
    return instrument.price_below(Price(price)) if live.plan.side.sign > 0 else instrument.price_above(Price(price))


def _highest(live: Live, trail: Trail) -> Price | None:
    return _behind(live, live.best - live.plan.side.sign * _distance(live, trail))


def _atr(live: Live, trail: Trail) -> Price | None:
    return _highest(live, trail) if live.range is not None else None


def _trigger(live: Live, trail: Trail) -> Price | None:
    reached = live.hits
    if not reached:
        return None
    away = 1 - live.plan.side.sign * trail.distance_pct / HUNDRED
    return _behind(live, live.plan.targets[reached - 1].price * away)


def _moving_target(live: Live, _: Trail) -> Price | None:
    return _target_behind(live, 1)


def _moving_two_target(live: Live, _: Trail) -> Price | None:
    return _target_behind(live, 2)


def _target_behind(live: Live, count: int) -> Price | None:
    """The target ``count`` before the one reached last; before the first stands break-even."""
    place = live.hits - count
    if place < 0:
        return None
    if place == 0:
        return break_even(live)
    return live.plan.instrument.tighter(live.plan.side, live.plan.targets[place - 1].price)


def _step(live: Live, trail: Trail) -> Decimal:
    return max(live.plan.instrument.tick, live.ledger.entry * trail.distance_pct / HUNDRED)


def _steps(live: Live, trail: Trail) -> int:
    gain = (live.best - live.ledger.entry) * live.plan.side.sign
    return max(0, int((gain / _step(live, trail)).to_integral_value(ROUND_FLOOR)))


def _stepped(live: Live, trail: Trail) -> Price | None:
    steps = _steps(live, trail)
    return _behind(live, live.plan.stop + live.plan.side.sign * steps * _step(live, trail)) if steps else None


FOLLOW: dict[TrailKind, Callable[[Live, Trail], Price | None]] = {
    TrailKind.HIGHEST: _highest,
    TrailKind.TRIGGER: _trigger,
    TrailKind.MOVING_TARGET: _moving_target,
    TrailKind.MOVING_TWO_TARGET: _moving_two_target,
    TrailKind.STEP: _stepped,
    TrailKind.ATR: _atr,
}
