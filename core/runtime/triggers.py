"""Which prices somebody waits for: a tick that crosses none of them costs one look-up."""

from __future__ import annotations

from core.vocabulary import PositionId, Price, Side, Symbol


class Triggers:
    """One level a position, kept by symbol. A crossed level is taken off and must be set anew."""

    def __init__(self) -> None:
        self._levels: dict[Symbol, dict[PositionId, tuple[int, Price]]] = {}

    def set(self, symbol: Symbol, position: PositionId, side: Side, level: Price | None) -> None:
        """Wake ``position`` when the price reaches ``level`` in its favour; None: not at all."""
        waiting = self._levels.setdefault(symbol, {})
        if level is None:
            waiting.pop(position, None)
        else:
            waiting[position] = (side.sign, level)
        if not waiting:
            del self._levels[symbol]

    def crossed(self, symbol: Symbol, price: Price) -> list[PositionId]:
        """Take off and return every position whose level this price has reached."""
        waiting = self._levels.get(symbol)
        if not waiting:
            return []
        reached = [position for position, (sign, level) in waiting.items() if (price - level) * sign >= 0]
        for position in reached:
            del waiting[position]
        return reached
