"""Which prices somebody waits for: a tick that crosses none of them costs two comparisons.

One level above and one below a position, kept in order by symbol, with the nearest of each at
hand. However many positions wait, a tick looks at those two; only a crossing walks the list.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from decimal import Decimal

from core.position import Position
from core.position.listening import SILENT, Levels, levels
from core.vocabulary import PositionId, Price, Symbol

Waiting = tuple[Price, PositionId]
HIGHEST, LOWEST = Price(Decimal("Infinity")), Price(Decimal("-Infinity"))


@dataclass(slots=True)
class _Symbol:
    """Levels in rising order; ``ceiling`` and ``floor`` are the nearest, infinitely far when there are none."""

    above: list[Waiting] = field(default_factory=list)
    below: list[Waiting] = field(default_factory=list)
    ceiling: Price = HIGHEST
    floor: Price = LOWEST

    def refresh(self) -> None:
        self.ceiling = self.above[0][0] if self.above else HIGHEST
        self.floor = self.below[-1][0] if self.below else LOWEST


class Triggers:
    """A crossed level is taken off, and must be set anew; the other one of its position stays."""

    def __init__(self) -> None:
        self._symbols: dict[Symbol, _Symbol] = {}
        self._levels: dict[PositionId, Levels] = {}
        self._heeded: dict[PositionId, tuple[Position, Levels]] = {}

    def heed(self, state: Position) -> None:
        """Wake a position by the prices it waits for now; one that has not changed waits for the same."""
        position = state.plan.position
        known = self._heeded.get(position)
        wanted = known[1] if known is not None and known[0] is state else levels(state)
        self.set(state.plan.symbol, position, wanted)
        if wanted == SILENT:
            self._heeded.pop(position, None)
        else:
            self._heeded[position] = state, wanted

    def set(self, symbol: Symbol, position: PositionId, wanted: Levels) -> None:
        """Wake ``position`` when the price reaches one of ``wanted``, instead of those it named before."""
        known = self._levels.get(position, SILENT)
        if known == wanted:
            return
        waiting = self._symbols.setdefault(symbol, _Symbol())
        _take_off(waiting.above, known.above, position)
        _take_off(waiting.below, known.below, position)
        if wanted.above is not None:
            insort(waiting.above, (wanted.above, position))
        if wanted.below is not None:
            insort(waiting.below, (wanted.below, position))
        self._levels[position] = wanted
        if wanted == SILENT:
            del self._levels[position]
        waiting.refresh()

    def is_waiting(self, position: PositionId) -> bool:
        """Has it named a price that it was not woken for yet?"""
        return position in self._levels

    def crossed(self, symbol: Symbol, price: Price) -> list[PositionId]:
        """Take off every level that this price has reached and return whose they are, nearest first."""
        waiting = self._symbols.get(symbol)
        if waiting is None or waiting.floor < price < waiting.ceiling:
            return []
        count = 0
        while count < len(waiting.above) and waiting.above[count][0] <= price:
            count += 1
        first = len(waiting.below)
        while first and waiting.below[first - 1][0] >= price:
            first -= 1
        up, down = waiting.above[:count], waiting.below[first:][::-1]
        del waiting.above[:count], waiting.below[first:]
        for _, position in up:
            self._forget(position, Levels(None, self._levels[position].below))
        for _, position in down:
            self._forget(position, Levels(self._levels[position].above, None))
        waiting.refresh()
        return list(dict.fromkeys(position for _, position in (*up, *down)))

    def _forget(self, position: PositionId, left: Levels) -> None:
        if left == SILENT:
            del self._levels[position]
        else:
            self._levels[position] = left


def _take_off(levels: list[Waiting], level: Price | None, position: PositionId) -> None:
    if level is None:
        return
    place = bisect_left(levels, (level, position))
    if place < len(levels) and levels[place] == (level, position):
        del levels[place]
