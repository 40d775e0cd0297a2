"""What the desk believes of its positions, gathered when one of them has moved and not each time somebody asks.

Separate from the desk, which routes: the rounds of the reconciler ask several times a reading, every three
seconds, and between two readings hardly anything moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.position import Closing, Live, Over, Parked, Position
from core.vocabulary import PositionId


@dataclass(frozen=True, slots=True)
class Believed:
    """Every position on the desk as it stands. ``lives``: what holds something now.

    ``over``: what is done, and stays on the desk for an hour; ``waking``: everything else.
    ``is_guarded``: may a stop be missing? What is quarantined is believed to hold what it held.
    """

    states: Mapping[PositionId, Position]
    over: tuple[tuple[PositionId, Over], ...]
    waking: tuple[tuple[PositionId, Position], ...]
    lives: tuple[Live, ...]
    is_guarded: bool


def gathered(states: Iterable[tuple[PositionId, Position | None]]) -> Believed:
    """Gather them; None: a position that nothing was planned for yet."""
    known = {id_: state for id_, state in states if state is not None}
    over = tuple((id_, state) for id_, state in known.items() if isinstance(state, Over))
    waking = tuple((id_, state) for id_, state in known.items() if not isinstance(state, Over))
    lives = tuple(life for _, state in waking if (life := held(state)) is not None)
    is_guarded = bool(lives) or any(isinstance(state, Parked) for _, state in waking)
    return Believed(known, over, waking, lives, is_guarded)


def held(state: Position | None) -> Live | None:
    """The life of what holds something now."""
    live = state.live if isinstance(state, Closing) else state
    return live if isinstance(live, Live) and live.ledger.held else None
