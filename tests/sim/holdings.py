"""What the desk believes to hold, added up from its journal, against what the exchange holds (invariant I19).

Apart from the journal's audit because it is a ledger of its own: fills, and what the desk has taken over or drifted to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from core.events import (
    EntryFilled,
    ExitFilled,
    FoundFlat,
    PositionAdopted,
    PositionEnded,
    PositionPlanned,
    QuantityDrifted,
)
from core.orders import OpenPosition
from core.vocabulary import ZERO, ExecutionId, Holding, PositionId, Symbol


class Holdings:
    """How much of each holding the desk knows of."""

    def __init__(self) -> None:
        self._of: dict[PositionId, Holding] = {}
        self._believed: dict[PositionId, Decimal] = {}
        self._entered: dict[PositionId, datetime] = {}
        self._booked: set[tuple[PositionId, ExecutionId]] = set()

    def hear(self, entry: object) -> None:
        """One line of the journal."""
        match entry:
            case PositionPlanned(position=position, plan=plan):
                self._of[position] = (plan.symbol, plan.side)
            case PositionAdopted(position=position, plan=plan):
                self._of[position] = (plan.symbol, plan.side)
                self._believed[position] = plan.quantity
            case EntryFilled() | ExitFilled() if (entry.position, entry.execution) not in self._booked:
                self._booked.add((entry.position, entry.execution))
                known = self._believed.get(entry.position, ZERO)
                sign = 1 if isinstance(entry, EntryFilled) else -1
                if sign > 0:
                    self._entered[entry.position] = entry.at
                amount = entry.opened if isinstance(entry, EntryFilled) else entry.quantity
                self._believed[entry.position] = max(known + sign * amount, ZERO)
            case QuantityDrifted(position=position, quantity=quantity):
                self._believed[position] = quantity
            case PositionEnded(position=position, at=at) if position in self._entered and self._entered[position] > at:
                pass  # a fill brought it back to life before its end was told
            case FoundFlat(position=position) | PositionEnded(position=position):
                self._believed.pop(position, None)
            case _:
                pass

    def holds(self, position: PositionId) -> bool:
        """Does the desk believe to hold something of it? A late fill may be written before the word of its end."""
        return self._believed.get(position, ZERO) > 0

    def has(self, symbol: Symbol) -> bool:
        """Does the desk believe to hold something of this symbol?"""
        return any(quantity > 0 for one, quantity in self._believed.items() if self._of[one][0] == symbol)

    def outlived(self, added: set[Symbol]) -> set[Symbol]:
        """Of what the owner has added to ours: where nothing of ours is left, so that what is held is his."""
        return {symbol for symbol in added if not self.has(symbol)}

    def misjudged(self, held: Mapping[Holding, OpenPosition]) -> set[str]:
        """Of which the desk believes more or less than ``held`` shows."""
        believed: dict[Holding, Decimal] = defaultdict(Decimal)
        for position, quantity in self._believed.items():
            believed[self._of[position]] += quantity
        return {f"{side} {symbol}" for (symbol, side), one in held.items() if believed[symbol, side] != one.quantity}
