"""Find what the prices without a label are for: an entry before any label, the next target, the next rung.

Separate from the walk that puts the labelled ones in their places: here the geometry of the plan decides,
and what it does not decide stays a leftover, which is a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Draft, Point
from core.reading.pieces.scale import near
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import ORDINALS, listed

_ITEMS_MIN = 2
_RUNGS_MAX = 12
_LABEL_MAX = 6


def with_loose(draft: Draft, pieces: Sequence[Lexeme], sign: int) -> list[Point]:
    """The points of the draft and, in their places, the loose ones that can be nothing else.

    ``sign``: +1 long, -1 short, 0 unknown.
    """
    points = _with_loose_targets(_with_loose_entry(draft), draft, sign)
    unlabelled = len(points) == 1 and draft.labels.isdisjoint(_LEVELS)
    if len(points) < _ITEMS_MIN and not unlabelled:
        return points
    row = _Row(pieces, {p.start: at for at, p in enumerate(pieces)})
    if unlabelled:
        return _with_pictured_levels(points, draft, row, sign)
    points = _with_a_row_of_targets(_with_further_entries(points, draft, row), row, sign)
    points = _with_a_loose_row(points, draft, row, sign)
    return _with_further_targets(points, draft, row, sign) if sign else points


def told_apart(points: Sequence[Point], pieces: Sequence[Lexeme]) -> tuple[list[Point], list[Point]]:
    """The points, and what stood beside the side although the entry has a label of its own.

    "LONG SOL, last 148.2, Entry: 146 - 144": nobody says what 148.2 is, and it is no third order. "SELL 1.0862,
    entry 2: 1.0880" counts it, and what lies between two ends that are named is only said twice.
    """
    sided = [p for p in points if p.slot is SLOT.SIDE]
    labelled = [p for p in points if p.slot is SLOT.ENTRY] if sided else []
    if not labelled or labelled[0].piece.start < sided[0].piece.start:
        return list(points), []
    low, high = min(p.value for p in labelled), max(p.value for p in labelled)
    around = min(p.value for p in sided), max(p.value for p in sided)
    if (around[0] <= low and high <= around[1] and around[0] < around[1]) or _counts_on(labelled[0], pieces):
        return list(points), []
    stray = [p for p in sided if not (low <= p.value <= high or _is_priced_now(p, pieces))]
    return [p for p in points if p not in sided], stray


_MONEY = frozenset("💰💵💲💸🪙")


def _is_priced_now(point: Point, pieces: Sequence[Lexeme]) -> bool:
    """ "💰 18742.84" on a line of its own, where the entry has a label: what it costs now."""
    row = _Row(pieces, {p.start: at for at, p in enumerate(pieces)})
    return _picture(point, row) in _MONEY


_SECOND = frozenset((*(word for word, rank in ORDINALS.items() if rank > 1), *listed("WHICH")))


def _counts_on(entry: Point, pieces: Sequence[Lexeme]) -> bool:
    """Whether the label of an entry says that there is one before it: "entry 2", "second entry", "lower limit"."""
    before = list(islice(takewhile(lambda p: p.role is not ROLE.LINE, _backward(pieces, entry)), _LABEL_MAX))
    if any(p.role is ROLE.INDEX and p.value and p.value > 1 for p in before):
        return True
    return any(not _SECOND.isdisjoint(p.text.split()) or p.role is ROLE.ADD for p in before if p.role is not ROLE.PRICE)


def _backward(pieces: Sequence[Lexeme], point: Point) -> Iterator[Lexeme]:
    at = next(n for n, p in enumerate(pieces) if p is point.piece or p.start >= point.piece.start)
    return reversed(pieces[:at])


_FINAL = frozenset(listed("FINAL"))


def final_last(targets: list[Point], pieces: Sequence[Lexeme]) -> list[Point]:
    """ "Final TP 0.019", and below it "TP1 0.0216": what is called the last stands behind the others."""
    label = next((p for p in _backward(pieces, targets[0]) if p.role is ROLE.TARGET), None)
    words = label.text.split() if label is not None else [""]
    last = len(words) > 1 and not _FINAL.isdisjoint((words[0], words[-1]))
    return [*targets[1:], targets[0]] if last and targets[1].joint == "index" else targets


class _Row(NamedTuple):
    """The pieces, and where each stands."""

    pieces: Sequence[Lexeme]
    places: dict[int, int]


def _with_loose_entry(draft: Draft) -> list[Point]:
    """Prices before any label, as in "4629-4633 sell zone", are the entry when no other is named."""
    points = draft.points
    if not draft.loose or draft.of(SLOT.ENTRY, SLOT.SIDE):
        return points
    first = draft.loose[0]
    labelled = [p.piece.start for p in points]
    if labelled and first.piece.start > min(labelled):
        return points
    run = [p for p in draft.loose if p.run == first.run and p.line == first.line]
    stops = [p.value for p in draft.of(SLOT.STOP)]
    if not (len(stops) == 1 and _steps([*(p.value for p in run), *stops])):
        run = run[:2]  # more of them are rungs only where each is nearer to the stop
    return [p.put(SLOT.SIDE) for p in run] + points


def _steps(values: Sequence[Decimal]) -> bool:
    """Whether they only rise, or only fall."""
    return all(a < b for a, b in pairwise(values)) or all(a > b for a, b in pairwise(values))


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
    return points + [p.put(SLOT.TARGET) for p in listed]


_LEVELS = (SLOT.STOP, SLOT.TARGET)


def _with_pictured_levels(points: list[Point], draft: Draft, row: _Row, sign: int) -> list[Point]:
    """ "Sell 1.0970", and below it "🔻 1.1050", "🔹 1.0890", "🔹 1.0830": a picture for the stop, another for targets.

    Each stands on a line of its own, one lies where the trade loses, and the others step away where it wins.
    """
    taken = {p.piece.start for p in points}
    listed = [p for p in draft.loose if p.piece.start not in taken]
    losing = [p for p in listed if (p.value - points[0].value) * sign < 0]
    winning = [p for p in listed if p not in losing]
    if len(losing) != 1 or len(winning) < _ITEMS_MIN or not _steps_away(winning, points, sign):
        return points
    pictures = [_picture(p, row) for p in (*losing, *winning)]
    if not all(pictures) or len(set(pictures[1:])) > 1 or pictures[0] == pictures[1]:
        return points
    return [*points, losing[0].put(SLOT.STOP), *(p.put(SLOT.TARGET) for p in winning)]


def _picture(point: Point, row: _Row) -> str:
    """What stands with a price on its line, where that is one picture before it and nothing more."""
    at = row.places[point.piece.start]
    around = [p.role for p in (*row.pieces[max(0, at - 2) : at], *row.pieces[at + 1 : at + 2])]
    alone = around[:2] == [ROLE.LINE, ROLE.MARK] and around[2:] in ([], [ROLE.LINE])
    return row.pieces[at - 1].text if alone and not row.pieces[at - 1].text.isascii() else ""


_BARE = frozenset((Role.PRICE, Role.MARK, Role.INDEX, Role.PERCENT, Role.TICK, Role.AND, Role.LINE))


def _with_further_entries(points: list[Point], draft: Draft, row: _Row) -> list[Point]:
    """5.40, and 5.15 on a line of its own below: before any other label, and inside the stop and the targets."""
    sides = [p for p in points if p.slot is SLOT.SIDE]
    stop = next((p for p in points if p.slot is SLOT.STOP), None)
    labelled = [p for p in points if p.slot in (SLOT.STOP, SLOT.TARGET)]
    if not sides or stop is None or any(p.slot is SLOT.ENTRY for p in points):
        return points
    ends = min(p.piece.start for p in labelled)
    sign = 1 if sides[0].value > stop.value else -1
    limit = min((p.value * sign for p in labelled if p.slot is SLOT.TARGET), default=None)
    taken = {p.piece.start for p in points}
    found: list[Point] = []
    for point in draft.loose:
        if not sides[0].piece.start < point.piece.start < ends or point.piece.start in taken:
            continue
        inside = stop.value * sign < point.value * sign and (limit is None or point.value * sign < limit)
        if not inside or len(found) >= _RUNGS_MAX or not _is_a_rung(row, row.places[point.piece.start]):
            return points
        found.append(point.put(SLOT.SIDE))
    at = points.index(sides[-1]) + 1
    return [*points[:at], *found, *points[at:]]


def _with_a_row_of_targets(points: list[Point], row: _Row, sign: int) -> list[Point]:
    """ "Sell 3334/3337", and "3332/3330/3325" alone on the next line: beyond the entry towards profit, step by step."""
    entries = [p for p in points if p.slot is SLOT.SIDE]
    if not sign or len(entries) <= _ITEMS_MIN or any(p.slot in (SLOT.TARGET, SLOT.ENTRY) for p in points):
        return points
    listed = [p for p in entries if p.line != entries[0].line]
    steps = [p.value * sign for p in listed]
    edge = max(p.value * sign for p in entries if p.line == entries[0].line)
    if len(listed) < _ITEMS_MIN or not all(a < b for a, b in pairwise((edge, *steps))):
        return points
    if len(listed) == _ITEMS_MIN and listed[1].joint == "range":
        return points  # "Buy 3310", and "3315-3320" below: a zone it may be
    if not all(_is_a_rung(row, row.places[p.piece.start]) and near(p.value, entries[0].value) for p in listed):
        return points
    return [p.put(SLOT.TARGET) if p in listed else p for p in points]


def _with_a_loose_row(points: list[Point], draft: Draft, row: _Row, sign: int) -> list[Point]:
    """ "Short 21480-21510", "stop 21560", "21400 // 21330 // 21200": three and more alone on one line, step by step."""
    taken = {p.piece.start for p in points}
    listed = [p for p in draft.loose if p.piece.start not in taken]
    entries = [p for p in points if p.slot in (SLOT.ENTRY, SLOT.SIDE)]
    if len(listed) <= _ITEMS_MIN or not sign or not entries or {p.line for p in listed} != {listed[0].line}:
        return points
    if any(p.slot is SLOT.TARGET for p in points) or all(p.slot is not SLOT.STOP for p in points):
        return points
    steps = [max(p.value * sign for p in entries), *(p.value * sign for p in listed)]
    alone = all(_is_a_rung(row, row.places[p.piece.start]) and near(p.value, entries[0].value) for p in listed)
    if not alone or not all(a < b for a, b in pairwise(steps)):
        return points
    return points + [p.put(SLOT.TARGET) for p in listed]


def _is_a_rung(row: _Row, at: int) -> bool:
    """Whether a price stands alone on its line, or behind the word for an order: "buy 2640, one more limit 2636"."""
    before = takewhile(lambda p: p.role is not ROLE.LINE, reversed(row.pieces[:at]))
    behind = takewhile(lambda p: p.role is not ROLE.LINE, row.pieces[at:])
    limit = at > 0 and row.pieces[at - 1].role is ROLE.LIMIT
    return limit or all(p.role in _BARE for p in (*before, *behind))


_NO_TARGET = frozenset(
    (
        *(Role.STOP, Role.ENTRY, Role.BUY, Role.SELL, Role.HIT, Role.MEMORY, Role.PAST, Role.OTHERS, Role.RECAP),
        *(Role.ANALYSIS, Role.NOT, Role.CLOSED, Role.ADD, Role.MOVE, Role.LINE, Role.TICKER, Role.QUESTION),
    )
)
"""What may not stand between a target and the next one."""


def _with_further_targets(points: list[Point], draft: Draft, row: _Row, sign: int) -> list[Point]:
    """ "First target 4155, then, if it holds, 4162": in one sentence, and each a step farther than the one before."""
    taken = {p.piece.start for p in points}
    loose = (p for p in draft.loose if p.piece.start not in taken)
    found: list[Point] = []
    last: Point | None = None
    for point in sorted((*points, *loose), key=lambda p: p.piece.start):
        if point.slot is SLOT.LOOSE and last is not None and _goes_on(last, point, row, sign):
            found.append(point.put(SLOT.TARGET))
            last = point
        else:
            last = point if point.slot is SLOT.TARGET else None
    return [*points, *found]


def _goes_on(last: Point, point: Point, row: _Row, sign: int) -> bool:
    """Whether a price is the next step behind a target, and nothing between the two says otherwise."""
    if (point.value - last.value) * sign <= 0 or not near(point.value, last.value):
        return False
    first, behind = row.places[last.piece.start] + 1, row.places[point.piece.start]
    return first <= behind and all(p.role not in _NO_TARGET and p.text not in ".;!?" for p in row.pieces[first:behind])


def _steps_away(listed: Sequence[Point], points: Sequence[Point], sign: int) -> bool:
    entries = [p.value * sign for p in points if p.slot in (SLOT.ENTRY, SLOT.SIDE)]
    steps = [max(entries), *(p.value * sign for p in listed)] if entries else []
    alone = all(p.joint == "line" for p in listed)
    return alone and bool(steps) and all(a < b for a, b in pairwise(steps))
