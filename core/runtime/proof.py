"""The proof of a panic, read from the journal alone: each position, what was done, and when it is flat.

Separate because whoever follows it may be another process than the one that closes: it folds the same
facts, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import cast

from core import position as positions
from core.events import PanicPressed, PositionFact
from core.fold import COMMANDS
from core.ports import Recorded
from core.position import Closing, Live, Over, Parked, Position, Working
from core.telling import tell
from core.vocabulary import PositionId

OTHER_STREAMS = frozenset({"account", "chat"})


class PanicProof:
    """Follows one panic, named by who pressed it."""

    def __init__(self, by: str) -> None:
        self._by = by
        self._states: dict[PositionId, Position] = {}
        self.pressed_at: datetime | None = None
        self._asked: tuple[PositionId, ...] = ()

    @property
    def count(self) -> int:
        """How many positions were open when it was pressed."""
        return len(self._asked)

    @property
    def left(self) -> tuple[Position, ...]:
        """Those that are not flat yet."""
        return tuple(self._states[id_] for id_ in self._asked if not isinstance(self._states[id_], Over))

    @property
    def is_done(self) -> bool:
        return self.pressed_at is not None and not self.left

    def hear(self, line: Recorded) -> Iterator[str]:
        """Take in one line of the journal; yield what the one who waits should read."""
        if line.stream in OTHER_STREAMS:
            if isinstance(line.body, PanicPressed) and line.body.by == self._by:
                self.pressed_at = line.at
                self._asked = tuple(id_ for id_, state in self._states.items() if not isinstance(state, Over))
                yield f"pressed; {self.count} open, the doors are locked until an admin sends /resume"
            return
        id_ = PositionId(line.stream)
        before = self._states.get(id_)
        if not isinstance(line.body, COMMANDS):
            self._states[id_] = positions.evolve(before, cast("PositionFact", line.body))
        if id_ not in self._asked:
            return
        after = self._states[id_]
        words = tell(line.body, after.plan.instrument.unit)
        if words is not None:
            yield f"{name(after)}: {words}"
        if isinstance(after, Over) and not isinstance(before, Over):
            yield flat(after)


def name(state: Position) -> str:
    return f"{state.plan.symbol} {state.plan.side}"


def flat(state: Position) -> str:
    """ "BTCUSDT long: FLAT at 65,400" """
    ledger = state.live.ledger if isinstance(state, Over) and state.live is not None else None
    left = ledger.left if ledger is not None else None
    if ledger is None or left is None:
        return f"{name(state)}: FLAT, its entry never filled"
    return f"{name(state)}: FLAT at {state.plan.instrument.price_near(left):,}, {ledger.net:+,.2f}"


def standing(state: Position) -> str:
    """What is not flat, whether its stop stands, and what is tried next."""
    live = state.live if isinstance(state, Closing) else state
    if isinstance(state, Parked):
        return f"{name(state)}: NOT flat: our own program failed on it; close it at the venue by hand"
    if not isinstance(live, Live):
        return f"{name(state)}: its entry is not proven cancelled yet; it is looked up and asked again every 5 s"
    shield = "proven" if isinstance(live.stop, Working) else "being set again"
    held, stop = live.ledger.held, live.stop.price
    return f"{name(state)}: NOT flat, {held} held, its stop {stop:,} {shield}; it is asked again every 5 s"
