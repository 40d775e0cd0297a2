"""`main.py simulate`: many seeds on every core, one page of figures, and a failing seed made small.

Each process tells whole stories; what comes back is plain, so any way of starting a process will do.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from core.errors import ConfigError
from storage.codec import warm_up
from tests.sim.catalogue import reachable
from tests.sim.reach import p99
from tests.sim.shrink import keep, shrink
from tests.sim.story import draw
from tests.sim.telling import Outcome, tell

SEEDS = Path(__file__).parent / "seeds"
KEPT_MAX = 5
"""So many failing seeds of one run are made small and kept."""
SEEDS_ENOUGH = 200
"""A run of so many seeds has met every fault that its venue can meet, or the catalogue claims too much."""
BAR = 40


@dataclass(slots=True)
class Tally:
    """What a run came to. Seconds are reachable ones."""

    seeds: int = 0
    hours: float = 0.0
    cpu_s: float = 0.0
    failing: list[int] = field(default_factory=list)
    by_invariant: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    naked: list[float] = field(default_factory=list)
    unknown: list[float] = field(default_factory=list)
    duplicates: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    digests: list[tuple[int, str]] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.seeds += 1
        self.hours += outcome.hours
        self.cpu_s += outcome.cpu_s
        self.by_invariant.update(breach.invariant for breach in outcome.breaches)
        self.told += [f"seed {outcome.seed}: {breach}" for breach in outcome.breaches]
        self.failing += [outcome.seed] if outcome.breaches else []
        self.naked += outcome.naked
        self.unknown += outcome.unknown
        self.duplicates += outcome.duplicates
        self.hits.update(outcome.hits)
        self.digests.append((outcome.seed, outcome.digest))

    def unmet(self, venue: str) -> tuple[str, ...]:
        """Of a run that was long enough, the faults of the catalogue that never came about."""
        if self.seeds < SEEDS_ENOUGH:
            return ()
        return tuple(f"{row.id}, {row.what}" for row in reachable(venue) if not self.hits[row.id])

    @property
    def trace_hash(self) -> str:
        return hashlib.sha256(repr(sorted(self.digests)).encode()).hexdigest()

    def as_plain(self, hours: float) -> dict[str, Any]:
        return {
            "seeds": self.seeds,
            "hours": hours,
            "violations": sum(self.by_invariant.values()),
            "by_invariant": dict(sorted(self.by_invariant.items())),
            "naked_s_max": round(max(self.naked, default=0.0), 3),
            "naked_s_p99": round(p99(self.naked), 3),
            "unknown_s_p99": round(p99(self.unknown), 3),
            "duplicates": self.duplicates,
            "fault_hits": {id_: hits for id_, hits in sorted(self.hits.items()) if hits},
            "trace_hash": self.trace_hash,
            "sim_hours_per_core_s": round(self.hours / self.cpu_s, 2) if self.cpu_s else 0.0,
        }


def one(seed: int, hours: float, venue: str) -> Outcome:
    """One seed, in a process of its own."""
    return tell(draw(seed, hours, venue))


def run(options: argparse.Namespace) -> int:
    """What the command line asks for; the flags are named like the arguments of `simulate`."""
    asked = vars(options)
    seeds, hours, start = asked["seeds"], asked["hours"], asked["start"]
    if not seeds or not hours:
        raise ConfigError("--seeds and --hours: give more than 0, or nothing is told")
    return simulate(seeds=seeds, hours=hours, start=start, venue=asked["venue"], as_json=asked["json"])


def simulate(*, seeds: int, hours: float, start: int = 0, venue: str = "attach", as_json: bool = False) -> int:
    """Tell ``seeds`` stories of ``hours`` each; 0 when nothing was broken and no fault was left out, 1 otherwise."""
    tally = Tally()
    numbers = range(start, start + seeds)
    for outcome in _progress(_outcomes(numbers, hours, venue), seeds):
        tally.add(outcome)
    plain = tally.as_plain(hours)
    print(json.dumps(plain) if as_json else _page(plain))
    for line in tally.told:
        print(line, file=sys.stderr)
    for seed in sorted(tally.failing)[:KEPT_MAX]:
        path = keep(shrink(draw(seed, hours, venue)), SEEDS)
        print(f"seed {seed} is kept as {path}: the tests tell it again from now on", file=sys.stderr)
    unmet = tally.unmet(venue)
    for fault in unmet:
        print(f"never met in {seeds} seeds: {fault}", file=sys.stderr)
    return 1 if tally.failing or unmet else 0


def _outcomes(numbers: range, hours: float, venue: str) -> Iterator[Outcome]:
    cores = min(os.cpu_count() or 1, len(numbers))
    work = partial(one, hours=hours, venue=venue)
    if cores < 2:
        warm_up()
        yield from map(work, numbers)
        return
    with multiprocessing.get_context("spawn").Pool(cores, warm_up) as pool:
        yield from pool.imap_unordered(work, numbers)


def _progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """A bar on a terminal, nothing elsewhere."""
    for number, outcome in enumerate(outcomes, 1):
        if sys.stderr.isatty():
            done = BAR * number // total
            end = "\n" if number == total else ""
            print(f"\r[{'#' * done:{BAR}}] {number}/{total}", end=end, file=sys.stderr, flush=True)
        yield outcome


def _page(plain: dict[str, Any]) -> str:
    hits = plain.pop("fault_hits")
    lines = [f"{name.replace('_', ' '):>22}  {value}" for name, value in plain.items()]
    return "\n".join([*lines, f"{'fault hits':>22}  " + " ".join(f"{id_}:{count}" for id_, count in hits.items())])
