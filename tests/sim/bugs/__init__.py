"""Deliberate defects, one at a time, each of which the simulator has to find.

A bug is a patch applied while a story is told: it replaces a function, or wraps a door. Where
it comes from is a defect that some program in this field really had, or a row of the catalogue
of faults. An oracle that misses one is too weak, and so is a world in which it never shows.
"""

from __future__ import annotations

import logging
import statistics
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any
from unittest import mock

from tests.sim.story import Story, draw
from tests.sim.telling import tell

HOURS = 2.0
SEEDS_MAX = 12
"""So many seeds are tried before a bug counts as missed."""


class Patch:
    """Replaces what it is told to, until the story has been told."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack

    def put(self, owner: object, name: str, value: object) -> None:
        """Let ``owner.name`` be ``value``."""
        self._stack.enter_context(mock.patch.object(owner, name, value))

    def around(self, owner: object, name: str, wrap: Callable[[Any], Any]) -> None:
        """Let ``owner.name`` be ``wrap(what it was)``."""
        self.put(owner, name, wrap(getattr(owner, name)))


@dataclass(frozen=True, slots=True)
class Bug:
    """``caught_by``: the invariants of which one is expected to break; ``venue``: where it can show.

    ``trail``: what stops follow in its stories; empty: what each draws, which is mostly nothing.
    """

    id: str
    source: str
    caught_by: str
    plant: Callable[[Patch], None]
    venue: str = "attach"
    trail: str = ""


@dataclass(frozen=True, slots=True)
class Caught:
    """How a bug was found; ``seeds`` is 0 when it was not."""

    bug: Bug
    seeds: int
    invariant: str


def every_bug() -> tuple[Bug, ...]:
    """All of them, in the order of the rooms they are planted in."""
    from tests.sim.bugs import judgement, lives, starts, stops, wire

    return (*wire.BUGS, *starts.BUGS, *judgement.BUGS, *lives.BUGS, *stops.BUGS)


def hunt(bug: Bug, seeds: int = SEEDS_MAX, hours: float = HOURS, start: int = 0) -> Caught:
    """Tell one seed after the other with the bug in place, until an invariant it should break is broken."""
    expected = set(bug.caught_by.split())
    for number in range(1, seeds + 1):
        with ExitStack() as stack:
            bug.plant(Patch(stack))
            breaches = tell(_story(bug, start + number, hours)).breaches
        found = [breach.invariant for breach in breaches if breach.invariant in expected]
        if found:
            return Caught(bug, number, found[0])
    return Caught(bug, 0, "")


def _story(bug: Bug, seed: int, hours: float) -> Story:
    story = draw(seed, hours, bug.venue)
    if not bug.trail:
        return story
    return replace(story, setting=replace(story.setting, trails=True, trail=bug.trail, break_even_after=None))


def table(caught: list[Caught]) -> str:
    """As docs/proof.md shows it."""
    lines = ["| bug | where it was seen | seeds needed | found by |", "|---|---|---|---|"]
    lines += [f"| {c.bug.id} | {c.bug.source} | {c.seeds or 'missed'} | {c.invariant} |" for c in caught]
    return "\n".join(lines)


def median(caught: list[Caught]) -> float:
    return statistics.median(c.seeds or SEEDS_MAX + 1 for c in caught)


def hunt_one(number: int) -> tuple[int, int, str]:
    """Hunt one bug by its place in the list, in a process of its own."""
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # planted bugs leave tasks behind
    found = hunt(every_bug()[number])
    return number, found.seeds, found.invariant
