"""Find what the prices without a label are for: an entry before any label, the next target, the next rung.

Separate from the walk that puts the labelled ones in their places: here the geometry of the plan decides,
and what it does not decide stays a leftover, which is a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from core.reading.pieces import Lexeme
from core.reading.places import SLOT, Draft, Point
from core.reading.roles import ROLE, Role
from core.reading.scale import near

_ITEMS_MIN = 2


def with_loose(draft: Draft, pieces: Sequence[Lexeme], sign: int) -> list[Point]:
    """The points of the draft and, in their places, the loose ones that can be nothing else.

    ``sign``: +1 long, -1 short, 0 unknown.
    """
    points = _with_loose_targets(_with_loose_entry(draft), draft, sign)
    if len(points) < _ITEMS_MIN:
        return points
    points = _with_further_entries(points, draft, pieces)
    return _with_further_targets(points, draft, pieces, sign) if sign else points


def _with_loose_entry(draft: Draft) -> list[Point]:
    """Prices before any label, as in "4629-4633 sell zone", are the entry when no other is named."""
    points = draft.points
    if not draft.loose or draft.of(SLOT.ENTRY, SLOT.SIDE):
        return points
    first = draft.loose[0]
    labelled = [p.piece.start for p in points]
    if labelled and first.piece.start > min(labelled):
        return points
    run = [p for p in draft.loose if p.run == first.run and p.line == first.line][:2]
    return [p._replace(slot=SLOT.SIDE) for p in run] + points


def _with_loose_targets(points: list[Point], draft: Draft, sign: int) -> list[Point]:
    """1️⃣ 43900 2️⃣ 43960 beside a complete entry and stop: nobody wrote "target", and nothing else is counted so.

    Without a count they must stand on lines of their own, each farther from the stop than the one before.
    """
    if not draft.loose or draft.of(SLOT.TARGET) or not draft.of(SLOT.STOP) or not draft.sides:
        return points
    taken = {p.piece.start for p in points}
    listed = [p for p in draft.loose if p.piece.start not in taken]
    if len(listed) < _ITEMS_MIN or not (all(p.joint == "index" for p in listed) or _steps_away(listed, points, sign)):
        return points
    return points + [p._replace(slot=SLOT.TARGET) for p in listed]


_BARE = frozenset((Role.PRICE, Role.MARK, Role.INDEX, Role.PERCENT, Role.TICK, Role.AND, Role.LINE))


def _with_further_entries(points: list[Point], draft: Draft, pieces: Sequence[Lexeme]) -> list[Point]:
    """5.40, and 5.15 on a line of its own below: before any other label, and inside the stop and the targets."""
    sides = [p for p in points if p.slot is SLOT.SIDE]
    stop = next((p for p in points if p.slot is SLOT.STOP), None)
    labelled = [p for p in points if p.slot in (SLOT.STOP, SLOT.TARGET)]
    if not sides or stop is None or any(p.slot is SLOT.ENTRY for p in points):
        return points
    ends = min(p.piece.start for p in labelled)
    sign = 1 if sides[0].value > stop.value else -1
    limits = [p.value * sign for p in labelled if p.slot is SLOT.TARGET]
    taken = {p.piece.start for p in points}
    found = []
    for point in draft.loose:
        if not sides[0].piece.start < point.piece.start < ends or point.piece.start in taken:
            continue
        inside = stop.value * sign < point.value * sign < min(limits, default=point.value * sign + 1)
        if not inside or not (_stands_alone(point, pieces) or _is_a_limit(point, pieces)):
            return points
        found.append(point._replace(slot=SLOT.SIDE))
    at = points.index(sides[-1]) + 1
    return [*points[:at], *found, *points[at:]]


def _is_a_limit(point: Point, pieces: Sequence[Lexeme]) -> bool:
    """ "Buy 4238, other limit 4235"."""
    return any(limit.role is ROLE.LIMIT and price.start == point.piece.start for limit, price in pairwise(pieces))


def _stands_alone(point: Point, pieces: Sequence[Lexeme]) -> bool:
    at = next(n for n, p in enumerate(pieces) if p.start == point.piece.start)
    before = takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:at]))
    behind = takewhile(lambda p: p.role is not ROLE.LINE, pieces[at:])
    return all(p.role in _BARE for p in (*before, *behind))


_NO_TARGET = frozenset(
    (
        *(Role.STOP, Role.ENTRY, Role.BUY, Role.SELL, Role.HIT, Role.MEMORY, Role.PAST, Role.OTHERS, Role.RECAP),
        *(Role.ANALYSIS, Role.NOT, Role.CLOSED, Role.ADD, Role.MOVE, Role.LINE, Role.TICKER, Role.QUESTION),
    )
)
"""What may not stand between a target and the next one."""


def _with_further_targets(points: list[Point], draft: Draft, pieces: Sequence[Lexeme], sign: int) -> list[Point]:
    """ "First target 4155, then, if it holds, 4162": in one sentence, and each a step farther than the one before."""
    taken = {p.piece.start for p in points}
    loose = (p for p in draft.loose if p.piece.start not in taken)
    found: list[Point] = []
    last: Point | None = None
    for point in sorted((*points, *loose), key=lambda p: p.piece.start):
        if point.slot is SLOT.LOOSE and last is not None and _goes_on(last, point, pieces, sign):
            found.append(point._replace(slot=SLOT.TARGET))
            last = point
        else:
            last = point if point.slot is SLOT.TARGET else None
    return [*points, *found]


def _goes_on(last: Point, point: Point, pieces: Sequence[Lexeme], sign: int) -> bool:
    """Whether a price is the next step behind a target, and nothing between the two says otherwise."""
    if (point.value - last.value) * sign <= 0 or not near(point.value, last.value):
        return False
    beside = (p for p in pieces if last.piece.end <= p.start < point.piece.start)
    return all(p.role not in _NO_TARGET and p.text not in ".;!?" for p in beside)


def _steps_away(listed: Sequence[Point], points: Sequence[Point], sign: int) -> bool:
    entries = [p.value * sign for p in points if p.slot in (SLOT.ENTRY, SLOT.SIDE)]
    steps = [max(entries), *(p.value * sign for p in listed)] if entries else []
    alone = all(p.joint == "line" for p in listed)
    return alone and bool(steps) and all(a < b for a, b in pairwise(steps))
