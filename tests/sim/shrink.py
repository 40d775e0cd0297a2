"""Makes a failing story small: takes out half of its events, then a quarter, as long as it still fails alike."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.sim.story import HOUR_S, Story, from_plain, to_plain
from tests.sim.telling import tell

TRIES_MAX = 120

Fails = Callable[[Story], bool]


def shrink(story: Story, tries: int = TRIES_MAX) -> Story:
    """The smallest story found that breaks one of the same invariants."""
    broken = {breach.invariant for breach in tell(story).breaches}

    def fails(candidate: Story) -> bool:
        return bool(broken & {breach.invariant for breach in tell(candidate).breaches})

    return smallest(story, fails, tries) if broken else story


def smallest(story: Story, fails: Fails, tries: int) -> Story:
    """Delta debugging over the events of a story; ``fails`` is asked at most ``tries`` times."""
    chunk = max(1, len(story.events) // 2)
    while tries > 0:
        smaller, tries = _without_chunks(story, chunk, fails, tries)
        if len(smaller.events) == len(story.events) and chunk == 1:
            break
        story, chunk = smaller, max(1, chunk // 2)
    last_s = story.events[-1].at if story.events else 0.0
    shorter = replace(story, hours=round(min(story.hours, (last_s + 900) / HOUR_S), 3))
    return shorter if shorter.hours < story.hours and fails(shorter) else story


def _without_chunks(story: Story, chunk: int, fails: Fails, tries: int) -> tuple[Story, int]:
    place = 0
    while place < len(story.events) and tries > 0:
        candidate = replace(story, events=story.events[:place] + story.events[place + chunk :])
        tries -= 1
        if fails(candidate):
            story = candidate
        else:
            place += chunk
    return story, tries


def keep(story: Story, folder: Path) -> Path:
    """Write a story down, one event a line."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{story.venue}-{story.seed}.json"
    plain = to_plain(story)
    events = ",\n  ".join(json.dumps(event) for event in plain.pop("events"))
    head = json.dumps(plain)[:-1]
    path.write_text(f'{head}, "events": [\n  {events}\n]}}\n', encoding="utf-8")
    return path


def kept(path: Path) -> Story:
    """Read a story back."""
    return from_plain(json.loads(path.read_text(encoding="utf-8")))
