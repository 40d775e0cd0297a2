"""The life of one position: read `states`, then `evolving` (what a fact changes), then `deciding` (what we do).

Neither reads a clock, a socket or a file, so a position's whole life can be replayed from
its journal. The disorder of the real world is in the tables on purpose: a fill before the
answer, a fill after a cancel, the same execution twice.
"""

from core.position.deciding import decide
from core.position.evolving import evolve
from core.position.states import (
    Awaiting,
    Closing,
    Live,
    Opening,
    Over,
    Parked,
    Position,
    Rung,
    Stop,
    Unconfirmed,
    Working,
)

__all__ = [
    "Awaiting",
    "Closing",
    "Live",
    "Opening",
    "Over",
    "Parked",
    "Position",
    "Rung",
    "Stop",
    "Unconfirmed",
    "Working",
    "decide",
    "evolve",
]
