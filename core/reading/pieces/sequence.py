"""Tell targets that were written down in another order from one that was mistyped.

Separate from the other contradictions, because here nothing contradicts anything: the levels are sound one by one, and
only how they stand to each other makes one of them suspect.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from core.reading.pieces.places import Point

_LISTED_MIN, _BEYOND_MAX = 3, Decimal("1.5")
"""So many show an order; and the farthest is so many times as far off as the next, where it was not mistyped."""


def turns_back(
    targets: Sequence[Decimal], points: Sequence[Point], entries: Sequence[Decimal], *, counted: bool = False
) -> bool:
    """Whether a target lies before the one above it, and its place does not show that only the order is another.

    All prices times the sign of the side; without ``entries`` no other order is allowed for. The two ends of a zone
    are one target, whichever comes first.
    """
    if len(targets) < 2 or list(targets) == sorted(targets):
        return False
    if len(points) != len(targets):
        return True
    ranged = [p.joint == "range" for p in points] + [False]
    ends: list[tuple[Decimal, Decimal]] = []
    for at, value in enumerate(targets):
        pairs = at > 0 and ranged[at] and not ranged[at - 1] and not ranged[at + 1]
        low = ends.pop()[0] if pairs else value
        ends.append((min(low, value), max(low, value)))
    if all(high <= low for (_, high), (low, _) in pairwise(ends)):
        return False
    return any(ranged) or not _is_another_order(targets, entries, counted=counted)


def _is_another_order(targets: Sequence[Decimal], entries: Sequence[Decimal], *, counted: bool) -> bool:
    """The farthest first and the nearest last, or one that lies among the others; and none far beyond the others.

    ``counted``: each has its number, so that one among the others was mistyped.
    """
    if not entries or len(targets) < _LISTED_MIN or len(set(targets)) < len(targets):
        return False
    *_, second, farthest = sorted(targets)
    edge = max(entries)
    if farthest - edge > (second - edge) * _BEYOND_MAX:
        return False
    among = range(0 if counted else len(targets))
    return list(targets) == sorted(targets, reverse=True) or any(_lies_among(targets, at) for at in among)


def _lies_among(targets: Sequence[Decimal], at: int) -> bool:
    """Whether the others are in order without this one, which is neither the nearest nor the farthest."""
    others = [*targets[:at], *targets[at + 1 :]]
    return others == sorted(others) and others[0] < targets[at] < others[-1]
