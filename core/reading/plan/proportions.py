"""Hold the levels of a call against each other: a stop on the wrong side, a target ten times too far.

Separate from the other doubts, because nothing but figures is looked at: what they are was settled before.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

STOP_DISTANCE_MAX = Decimal("0.25")
TARGET_FACTOR_MAX = Decimal(10)
_SHORT_TARGET_FACTOR_MIN, _LEAP_MAX = Decimal("0.2"), 5
_STEADY_MIN, _STEADY_MAX = 5, Decimal(2)
"""So many targets of which none is so many times the one before it climb as far as they like."""
_LADDER_MAX, _EVEN_MAX, _STEPS_MAX = Decimal("1.15"), Decimal("1.3"), Decimal("1.5")
_REWARD_MIN, REWARD_MAX, _STRAY_MIN = Decimal("0.125"), Decimal(30), 10
REWARD_OF_A_PAIR_MAX = Decimal(20)
"""No two currencies ever go so far; coins have."""


def room_for(entries: Sequence[Decimal]) -> Decimal:
    """How far the highest rung may lie above the lowest: farther where the steps of several are alike."""
    rungs = sorted(entries)
    steps = [b - a for a, b in pairwise(rungs)]
    alike = len(steps) > 1 and max(steps) < min(steps) * _STEPS_MAX
    return _EVEN_MAX if alike else _LADDER_MAX


def stop_faults(sign: int, far: Decimal, stop: Decimal | None) -> list[str]:
    if stop is None:
        return []
    if (far - stop) * sign <= 0:
        return ["the stop is on the wrong side of the entry"]
    if abs(far - stop) / far > STOP_DISTANCE_MAX:
        return [f"the stop is {abs(far - stop) / far:.0%} away"]
    return []


def target_faults(sign: int, far: Decimal, edge: Decimal, targets: Sequence[Decimal]) -> list[str]:
    if not targets:
        return []
    said = []
    low, high = min(targets), max(targets)
    nearest = low if sign > 0 else high
    if (nearest - far) * sign <= 0:
        said.append("a target lies behind the entry")
    if (nearest - edge) * sign <= 0 and (len(targets) == 1 or sum((t - edge) * sign <= 0 for t in targets) > 1):
        said.append("targets lie inside the entry zone")
    return said + target_scale_faults(far, targets)


def target_scale_faults(level: Decimal, targets: Sequence[Decimal]) -> list[str]:
    """A target many times as high as ``level``, the entry or the stop, or as the target before it."""
    off = max(targets) > level * TARGET_FACTOR_MAX and not _climbs_steadily(level, targets)
    off = off or min(targets) < level * _SHORT_TARGET_FACTOR_MIN or _leaps(level, targets)
    return ["a target is off by about ten times"] if off else []


def _climbs_steadily(level: Decimal, targets: Sequence[Decimal]) -> bool:
    """ "0.019: 0.020 - 0.023 - 0.032 - 0.052 - 0.102 - 0.194": how calls for small coins dream, rung by rung."""
    rungs = sorted((level, *targets))
    return len(targets) >= _STEADY_MIN and all(q <= p * _STEADY_MAX for p, q in pairwise(rungs))


def _leaps(entry: Decimal, targets: Sequence[Decimal]) -> bool:
    """ "TP1 2655, TP2 26600": one target many times the one below it, where a digit too many was typed."""
    return any(q > p * _LEAP_MAX for p, q in pairwise(sorted((entry, *targets))))


def _is_a_digit_off(entry: Decimal, stop: Decimal, reach: Decimal) -> bool:
    """ "Buy 2340, SL 2230, TP 2360": with the next digit in one place the stop would be as near as the targets."""
    text = f"{stop:f}"
    long = entry > stop
    nearer = {str(n): str(n + 1 if long else n - 1) for n in range(1 - long, 10 - long)}
    others = (Decimal(f"{text[:at]}{nearer[c]}{text[at + 1 :]}") for at, c in enumerate(text) if c in nearer)
    return any(0 < (entry - other if long else other - entry) <= reach for other in others)


def reward_faults(entry: Decimal, stop: Decimal | None, targets: Sequence[Decimal], most: Decimal) -> list[str]:
    """A stop a tick away, or ten times as far as the last target: usually a mistyped digit."""
    if stop is None or not targets or entry == stop:
        return []
    risk = abs(entry - stop)
    rewards = [abs(t - entry) for t in targets]
    if max(rewards) <= risk * _REWARD_MIN or (max(rewards) * 4 < risk and _is_a_digit_off(entry, stop, max(rewards))):
        return ["the stop is much farther than every target"]
    if min(rewards) > risk * most:
        return ["the stop is far too near for these targets"]
    farthest = max(rewards)
    if len(rewards) > 2 and farthest > risk * REWARD_MAX and farthest > sorted(rewards)[-2] * _STRAY_MIN:
        return ["a target is off by about ten times"]  # "TP3 4092, TP4 3047": a digit was mistyped
    return []
