"""Deliberate defects, one at a time, each of which the simulator has to find.

A bug is a patch applied while a story is told: it replaces a function, or wraps a door. Where
it comes from is a defect that some program in this field really had, or a row of the catalogue
of faults. An oracle that misses one is too weak, and so is a world in which it never shows.
"""

from __future__ import annotations

import logging
import random
import statistics
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from inspect import iscoroutinefunction
from typing import Any
from unittest import mock

from tests.sim.story import Story, draw, spread
from tests.sim.telling import tell

HOURS = 2.0
SEEDS_MAX = 12
"""So many seeds are tried before a bug counts as missed."""

MEETS_AN_HOUR = 10.0
"""How often more comes what the stories of a bug are to meet."""


class Patch:
    """Replaces what it is told to, until the story has been told."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack

    def put(self, owner: object, name: str, value: object) -> None:
        """Let ``owner.name`` be ``value``.

        Raises `TypeError` when only one of the two is a coroutine function: nobody would wait for the bug, or the
        program would wait for what is no coroutine, and either breaks something else than the bug means to.
        """
        if iscoroutinefunction(getattr(owner, name)) is not iscoroutinefunction(value):
            raise TypeError(f"{name} has changed since this bug was planted: one of the two is a coroutine function")
        self._stack.enter_context(mock.patch.object(owner, name, value))

    def around(self, owner: object, name: str, wrap: Callable[[Any], Any]) -> None:
        """Let ``owner.name`` be ``wrap(what it was)``."""
        self.put(owner, name, wrap(getattr(owner, name)))


@dataclass(frozen=True, slots=True)
class Bug:
    """``caught_by``: the invariants of which one is expected to break; ``venue``: where it can show.

    ``trail``: what stops follow in its stories; empty: what each draws, which is mostly nothing.
    ``meets``: acts and faults, by the names they are drawn under, that its stories have `MEETS_AN_HOUR` more of, each.
    ``entry_orders``: into how many a zone is cut in its stories; 0: into as many as each draws.
    """

    id: str
    source: str
    caught_by: str
    plant: Callable[[Patch], None]
    venue: str = "attach"
    trail: str = ""
    meets: tuple[str, ...] = ()
    entry_orders: int = 0

    @property
    def needs(self) -> str:
        """What its stories have that others need not have, in words; empty: nothing."""
        more = (f"{what} {count} times" if count > 1 else what for what, count in Counter(self.meets).items())
        parts = (f"{self.entry_orders} entries" if self.entry_orders else "", *more)
        return ", ".join(part for part in (self.trail.replace("_", " "), *parts) if part)


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
    """Tell one story after the other with the bug in place, until an invariant it should break is broken.

    One that is broken in that story without the bug as well says nothing of it.
    """
    expected = set(bug.caught_by.split())
    for number in range(1, seeds + 1):
        story = story_of(bug, start + number, hours)
        with ExitStack() as stack:
            bug.plant(Patch(stack))
            found = [name for name in _broken(story) if name in expected]
        without = _broken(story) if found else []
        caught = [name for name in found if name not in without]
        if caught:
            return Caught(bug, number, caught[0])
    return Caught(bug, 0, "")


def _broken(story: Story) -> list[str]:
    return [breach.invariant for breach in tell(story).breaches]


def story_of(bug: Bug, seed: int, hours: float) -> Story:
    """The story of a seed, with more of what the bug needs: it has dice of its own, and all else stays."""
    story = draw(seed, hours, bug.venue)
    setting = story.setting
    if bug.trail:
        setting = replace(setting, trails=True, trail=bug.trail, break_even_after=None)
    if bug.entry_orders:
        setting = replace(setting, entry_orders=bug.entry_orders)
    dice = random.Random(f"meets {seed} {bug.id}")
    more = (event for what in bug.meets for event in spread(what, MEETS_AN_HOUR, hours, dice))
    events = sorted((*story.events, *more), key=lambda event: event.at)
    return replace(story, setting=setting, events=tuple(events))


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
