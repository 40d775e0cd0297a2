"""A story is data: what people do, which faults come when, and everything else a seed decides.

Because each event brings dice of its own, one can be taken out and the others stay what they
were: that is how a failing story is made small (`tests.sim.shrink`), kept and told again.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.strategies import Split, TrailKind
from tests.sim.acts import ACTS
from tests.sim.catalogue import drawn

VENUES = ("attach", "two-step")
HOUR_S = 3600.0
FAULTS_AN_HOUR = 1.5
"""How often each fault comes that a story has drawn."""
RARE_AN_HOUR = {"B06": 0.3, "N10": 0.3, "T03": 0.3, "K02": 0.3, "K01": 0.7, "P01": 3.0}


@dataclass(frozen=True, slots=True)
class Event:
    """At ``at`` seconds, something of `tests.sim.acts` or of the catalogue; ``dice`` decides the rest of it."""

    at: float
    what: str
    dice: int


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole story."""

    thin: bool = False
    """A book in which no market order fills whole."""
    break_even_after: int | None = 1
    trails: bool = False
    trail: str = "percent_below_highest"
    entry_orders: int = 1
    """Into how many a zone is cut."""
    active_max: int = 10
    turns: bool = False
    """Do entries trail their price?"""
    exit_split: str = "even"
    hold_s_max: int | None = None
    on_opposite: bool = False
    entry_s: int = 86_400
    daily_loss_pct: int = 20
    evening: bool = False
    """It begins half an hour before midnight."""


@dataclass(frozen=True, slots=True)
class Story:
    seed: int
    hours: float
    venue: str
    setting: Setting
    events: tuple[Event, ...]


def draw(seed: int, hours: float, venue: str = "attach") -> Story:
    """The story of one seed. Each draws its own third of the faults (swarm testing): faults that always come
    together hide each other.
    """
    dice = random.Random(f"story {seed} {venue}")
    setting = Setting(
        thin=dice.random() < 0.35,
        break_even_after=dice.choice((None, 1, 2)),
        trails=dice.random() < 0.4,
        entry_s=dice.choice((120, 600, 86_400)),
        daily_loss_pct=dice.choice((4, 20, 20)),
        evening=dice.random() < 0.3,
        trail=dice.choice(list(TrailKind)).value,
        entry_orders=dice.choice((1, 3)),
        active_max=dice.choice((10, 1)),
        turns=dice.random() < 0.2,
        exit_split=dice.choice((Split.EVEN, Split.DECREASING, Split.SNIPER, Split.HYBRID)).value,
        hold_s_max=dice.choice((None, None, 1800)),
        on_opposite=dice.random() < 0.3,
    )
    events = [event for name, (_, often) in ACTS.items() for event in spread(name, often, hours, dice)]
    for row in drawn(venue):
        often = RARE_AN_HOUR.get(row.id, FAULTS_AN_HOUR) if dice.random() < 0.3 else 0.0
        events += spread(row.id, often, hours, dice)
    return Story(seed, hours, venue, setting, tuple(sorted(events, key=lambda event: event.at)))


def spread(what: str, an_hour: float, hours: float, dice: random.Random) -> list[Event]:
    """So many an hour on average, at any time."""
    count = int(an_hour * hours + dice.random())
    return [Event(round(dice.uniform(1, hours * HOUR_S), 3), what, dice.randrange(10**9)) for _ in range(count)]


def to_plain(story: Story) -> dict[str, Any]:
    """As JSON keeps it."""
    setting = {name: getattr(story.setting, name) for name in Setting.__slots__}
    events = [[event.at, event.what, event.dice] for event in story.events]
    return {"seed": story.seed, "hours": story.hours, "venue": story.venue, "setting": setting, "events": events}


def from_plain(kept: Mapping[str, Any]) -> Story:
    """As it was kept."""
    events = tuple(Event(at, what, dice) for at, what, dice in kept["events"])
    return Story(kept["seed"], kept["hours"], kept["venue"], Setting(**kept["setting"]), events)
