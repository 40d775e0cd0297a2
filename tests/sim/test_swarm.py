"""Many short lives drawn from seeds, each under the eyes of the auditor; a failing one names its seed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from loguru import logger

from tests.sim.loop import play
from tests.sim.swarm import hour

SEEDS = 60
PER_TEST = 10
SECONDS = 600
ROOT = Path(__file__).parent.parent.parent
ONE_HASH = f"""
from loguru import logger
logger.remove()
from tests.sim.loop import play
from tests.sim.swarm import hour
print(play(hour(7, {SECONDS})))
"""


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logger.disable("core.runtime")
    yield
    logger.enable("core.runtime")


@pytest.mark.parametrize("first", range(0, SEEDS, PER_TEST))
def test_no_seed_breaks_an_invariant(first: int) -> None:
    for seed in range(first, first + PER_TEST):
        try:
            play(hour(seed, SECONDS))
        except BaseException as failure:
            failure.add_note(f"seed {seed}: play(hour({seed}, {SECONDS}))")
            raise


def test_the_same_seed_is_the_same_story_to_the_last_line_whatever_the_hash_seed() -> None:
    """I15: also in another process, whose sets and dictionaries are ordered otherwise."""
    told = set()
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", ONE_HASH]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
        told.add(done.stdout)
    assert told == {play(hour(7, SECONDS)) + "\n"}
    assert play(hour(8, SECONDS)) + "\n" not in told
