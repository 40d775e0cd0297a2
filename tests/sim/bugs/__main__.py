"""`python -m tests.sim.bugs`: hunt every planted bug and print the table; fails when one is missed."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from pathlib import Path

from tests.sim.bugs import Caught, every_bug, hunt_one, median, table

KEPT = Path(__file__).parent.parent / "figures" / "bugs.json"


def main() -> int:
    bugs = every_bug()
    wanted = [n for n, bug in enumerate(bugs) if len(sys.argv) < 2 or bug.id in sys.argv[1:]]
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        caught: list[Caught] = []
        for number, seeds, invariant in pool.imap_unordered(hunt_one, wanted):
            caught.append(Caught(bugs[number], seeds, invariant))
            caught.sort(key=lambda one: bugs.index(one.bug))
            print(f"{bugs[number].id}: {seeds or 'missed'} {invariant}", file=sys.stderr, flush=True)
    if len(wanted) == len(bugs):
        found = {one.bug.id: [one.seeds, one.invariant] for one in caught}
        KEPT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    missed = [c.bug.id for c in caught if not c.seeds]
    print(table(caught))
    print(f"\n{len(caught)} bugs, {len(missed)} missed, median {median(caught):g} seeds")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
