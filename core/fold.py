"""One step of any life: a fact is recorded, answered, and what was decided is recorded too.

Replaying a journal evolves facts and never decides anew, so an old decision stays what it
was even after the code that made it has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.commands import (
    CancelOrder,
    Command,
    Instruct,
    LookUp,
    MoveStop,
    OpenPosition,
    PlaceEntry,
    PlaceExit,
    ProveStop,
    TakeOver,
    WakeAt,
)
from core.events import Fact

COMMANDS = (CancelOrder, Instruct, LookUp, MoveStop, OpenPosition, PlaceEntry, PlaceExit, ProveStop, TakeOver, WakeAt)
INTENTIONS = frozenset(COMMANDS)
"""The same, where it is asked of every entry: none of them has heirs."""

Before = TypeVar("Before")
After = TypeVar("After")
F = TypeVar("F", bound=Fact)


def step(
    state: Before,
    fact: F,
    evolve: Callable[[Before | After, F], After],
    decide: Callable[[After, F], tuple[F | Command, ...]],
) -> tuple[After, tuple[F | Command, ...]]:
    """Return the new state and what is to be written: the fact, then the answers to it."""
    after = evolve(state, fact)
    answers = decide(after, fact)
    for answer in answers:
        if type(answer) not in INTENTIONS:
            after = evolve(after, answer)  # type: ignore[arg-type]
    return after, (fact, *answers)
