"""What a siege did and found, and the command that runs one.

Apart from the two sieges, because damage is counted and told alike whatever was killed.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Say = Callable[[str], None]


@dataclass(slots=True)
class Tally:
    """What was done and what was found."""

    kills: int = 0
    calls: int = 0
    starts_s: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    naked: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    """A broken chain, a journal that disagrees with the venue, a position parked by our own failure."""
    slow: list[str] = field(default_factory=list)
    """Starts beyond their bound, and what they waited for: no damage, and not to be forgotten."""
    looks: int = 0
    admitted: int = 0
    orders: int = 0

    @property
    def damage(self) -> list[str]:
        return [*self.lost, *self.doubled, *self.naked, *self.other]

    @contextlib.contextmanager
    def judged(self) -> Iterator[None]:
        """What a life dies of is damage: it did not start again, or its journal is not what it was."""
        try:
            yield
        except AssertionError as broken:
            self.other.append(str(broken))

    def summary(self) -> dict[str, float]:
        starts = self.starts_s or [0.0]
        return {
            "kills": self.kills,
            "calls": self.calls,
            "lost": len(self.lost),
            "doubled": len(self.doubled),
            "naked": len(self.naked),
            "restarts_s_p50": round(statistics.median(starts), 3),
            "restarts_s_max": round(max(starts), 3),
        }


def command(name: str, kills: int, besiege: Callable[[int, int, Path, Say], Tally]) -> int:
    """Ask the command line how often, run it, print what was found; exit status 1 on any damage."""
    parser = argparse.ArgumentParser(prog=name, description="Kill the program again and again, and look for damage.")
    parser.add_argument("--kills", type=int, default=kills)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, help="keep what is left here; by default it is thrown away")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        data = options.data or Path(place)
        tally = besiege(options.kills, options.seed, data, lambda words: print(words, file=sys.stderr, flush=True))
    for words in tally.damage:
        print(f"DAMAGE (seed {options.seed}, kill {tally.kills}): {words}", file=sys.stderr)
    for words in tally.slow:
        print(f"SLOW (seed {options.seed}): {words}", file=sys.stderr)
    print(json.dumps(tally.summary()))
    return 1 if tally.damage else 0
