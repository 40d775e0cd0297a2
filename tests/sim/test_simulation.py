"""Fresh seeds, the kept ones, and the bugs: what `main.py simulate` does, small enough for every run of the tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, localcontext
from pathlib import Path

import pytest

from tests.sim import command
from tests.sim.acts import ACTS
from tests.sim.aims import AIMS
from tests.sim.bugs import Bug, Patch, every_bug, hunt, story_of
from tests.sim.catalogue import BY_ID, ROWS, Deed, Elsewhere, Natural, Strikes, reachable
from tests.sim.command import SEEDS, SEEDS_ENOUGH, Tally, simulate
from tests.sim.deeds import DEEDS
from tests.sim.proof import figures
from tests.sim.shrink import keep, kept, smallest
from tests.sim.story import VENUES, Event, draw, from_plain, to_plain
from tests.sim.telling import tell

FRESH = 50
HOURS = 2
BASE = int(os.environ.get("SIM_SEEDS_FROM") or f"{datetime.now(UTC):%y%m%d}00")
"""Other seeds each day; ``SIM_SEEDS_FROM`` tells those of a failure again."""
PER_TEST = 10
ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.untraced
KEPT = sorted(SEEDS.glob("*.json"))
ONE_HASH = """
from tests.sim.story import draw
from tests.sim.telling import tell
print(tell(draw(7, 1)).digest)
"""


@pytest.mark.parametrize("first", range(0, FRESH, PER_TEST))
def test_no_seed_breaks_an_invariant(first: int) -> None:
    for seed in range(BASE + first, BASE + first + PER_TEST):
        found = [f"seed {seed}: {breach}" for breach in tell(draw(seed, HOURS)).breaches]
        again = f"SIM_SEEDS_FROM={BASE}, or: python main.py simulate --seeds 1 --hours {HOURS} --start {seed}"
        assert not found, "\n".join((*found, again))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_a_story_that_once_broke_something_does_so_no_more(path: Path) -> None:
    assert not tell(kept(path)).breaches


def test_the_same_seed_is_the_same_story_in_another_process_and_whatever_the_hash_seed() -> None:
    """I15: also where sets and dictionaries are ordered otherwise."""
    others = []
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
        words = [sys.executable, "-c", ONE_HASH]
        others.append(subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True))  # noqa: S603
    told = tell(draw(7, 1)).digest
    assert [other.communicate()[0].strip() for other in others] == [told, told]
    assert tell(draw(8, 1)).digest != told
    with localcontext() as changed:
        changed.rounding = ROUND_HALF_UP  # as ccxt leaves it behind
        assert tell(draw(7, 1)).digest == told


def test_a_story_is_kept_and_read_back_the_same(tmp_path: Path) -> None:
    story = draw(3, 1)
    assert from_plain(to_plain(story)) == story
    assert kept(keep(story, tmp_path)) == story


def test_a_failing_story_is_made_as_small_as_what_it_fails_of() -> None:
    story = draw(3, 2)
    guilty = {story.events[4], story.events[20]}
    small = smallest(story, lambda one: guilty <= set(one.events), 500)
    assert set(small.events) == guilty


def test_taking_an_event_out_leaves_the_others_what_they_were() -> None:
    story = draw(3, 1)
    without = replace(story, events=story.events[1:])
    assert all(isinstance(event, Event) for event in without.events)
    assert not tell(without).breaches


def test_every_row_of_the_catalogue_can_be_brought_about_or_says_why_not() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS)
    for row in ROWS:
        match row.how:
            case Deed():
                assert row.id in DEEDS
            case Strikes(wires=wires):
                assert wires
            case Natural(seen=told) | Elsewhere(why=told):
                assert told
    assert {row.id for row in ROWS if isinstance(row.how, Deed)} == set(DEEDS)
    ids = {venue: {row.id for row in reachable(venue)} for venue in VENUES}
    assert ids["attach"] - ids["two-step"] == {"B09", "B20", "B24"}, "B09 and B24 are N11 and N06 there"
    assert {id_[0] for id_ in ids["two-step"] - ids["attach"]} == {"N"}


def test_there_are_at_least_forty_bugs_of_different_names() -> None:
    assert len({bug.id for bug in every_bug()}) == len(every_bug()) >= 40


@pytest.mark.parametrize("bug", every_bug(), ids=lambda bug: bug.id)
def test_a_bug_can_still_be_planted_and_what_its_stories_are_to_meet_exists(bug: Bug) -> None:
    """A function that was changed since may not be waited for any more, and the bug would break something else."""
    with ExitStack() as planted:
        bug.plant(Patch(planted))
    drawn = {event.what for event in story_of(bug, 1, HOURS).events}
    assert set(bug.meets) <= drawn <= {*ACTS, *AIMS, *BY_ID}


def test_what_a_bug_is_to_meet_leaves_its_stories_otherwise_as_they_were() -> None:
    aimed = next(bug for bug in every_bug() if bug.meets)
    alone = draw(1, HOURS, aimed.venue)
    told = story_of(aimed, 1, HOURS)
    assert [event for event in told.events if event in alone.events] == list(alone.events)
    assert {event.what for event in told.events if event not in alone.events} == set(aimed.meets)


EASY = ("the attached stop is dropped", "stop cancelled before the new one", "ten times the lot", "opened while paused")


@pytest.mark.parametrize("bug", [bug for bug in every_bug() if bug.id in EASY], ids=lambda bug: bug.id)
def test_a_planted_bug_is_found(bug: Bug) -> None:
    """These few in every run; all of them with `python -m tests.sim.bugs`."""
    assert hunt(bug).seeds


def test_the_command_prints_one_line_of_json_and_succeeds(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate(seeds=1, hours=0.3, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == set(Tally().as_plain(1))
    assert told["violations"] == 0
    assert told["fault_hits"]


@pytest.mark.parametrize("venue", VENUES)
def test_a_long_run_that_left_a_fault_out_names_it_and_a_short_one_claims_nothing(venue: str) -> None:
    rows = reachable(venue)
    told = Tally(seeds=SEEDS_ENOUGH, hits=Counter({row.id: 1 for row in rows[1:]}))
    assert told.unmet(venue) == (f"{rows[0].id}, {rows[0].what}",)
    told.hits[rows[0].id] += 1
    assert told.unmet(venue) == ()
    assert Tally(seeds=SEEDS_ENOUGH - 1).unmet(venue) == ()


def test_the_command_fails_for_a_fault_that_a_long_run_never_met(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by several processes, and two seeds are a long run for once."""
    monkeypatch.setattr(command, "SEEDS_ENOUGH", 2)
    assert simulate(seeds=2, hours=0.0001) == 1
    assert "never met in 2 seeds: T03, a gap too long for the library" in capsys.readouterr().err


@pytest.mark.parametrize("venue", VENUES)
def test_the_last_run_met_every_fault_that_its_venue_can_meet_if_it_was_a_long_one(venue: str) -> None:
    told = figures(venue)
    is_long = told["seeds"] >= SEEDS_ENOUGH
    assert not is_long or {row.id for row in reachable(venue)} <= told["fault_hits"].keys()
