"""`python -m tests.sim.bugs`: hunt every planted bug and print the table; fails when one is missed."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
from pathlib import Path

from tests.sim.bugs import Caught, every_bug, hunt_one, median, table

KEPT = Path(__file__).parent.parent / "figures" / "bugs.json"


def main() -> int:
    bugs = every_bug()
    parser = argparse.ArgumentParser(prog="python -m tests.sim.bugs", description="Hunt the planted bugs.")
    parser.add_argument("ids", nargs="*", metavar="BUG", help="only these, as the table of docs/proof.md names them")
    asked: list[str] = parser.parse_args().ids
    if unknown := set(asked) - {bug.id for bug in bugs}:
        parser.error(f"no such bug: {', '.join(sorted(unknown))}")
    wanted = [number for number, bug in enumerate(bugs) if not asked or bug.id in asked]
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
