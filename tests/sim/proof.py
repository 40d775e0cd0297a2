"""docs/proof.md: what must never be, what was done to break it, and what came of it.

The tables are made from the code and from the figures of the last long runs, which are kept in
tests/sim/figures as their commands printed them; `python -m tests.sim.proof` writes the page, and a
test holds it to them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.sim.bugs import every_bug
from tests.sim.catalogue import ROWS, Deed, Elsewhere, Natural, Strikes
from tests.sim.story import VENUES

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "proof.md"
FIGURES = Path(__file__).parent / "figures"

HEAD = """# Proof

What must never be, what is done to break it, and what came of it. Everything here is repeated with

```sh
make sim                                  # a thousand stories of six hours, at both kinds of venue
python main.py simulate --seeds 50        # a short one; --start S for other seeds, --json for programs
python -m tests.sim.bugs                  # plants every bug of the last table and hunts it
make chaos                                # kill -9 of the real program, in the demo and at a stand-in of Bybit
python -m tests.sim.proof                 # writes this page anew from tests/sim/figures
```

The real desk runs on a clock that jumps to the next thing that happens. Its journal forgets what was not committed when
it dies; its venue is the matching engine of paper trading behind a wire that loses, delays, repeats and invents. A
**story** is data drawn from a seed: calls at market, at limits and in zones, follow-ups, edits, deletions, approvals,
closes, pauses, panics, trades by the owner's own hand, and a third of the faults below, each at its time and with dice
of its own. Half of the deaths are aimed at a numbered journal append or request within five seconds of a send, and half
of those that start again may die once more while they recover. At the end everything heals, and a minute later all must
have come right by itself.

A story that breaks something prints its seed, is made small by taking events out while it still fails, and is kept in
`tests/sim/seeds`, from where the tests tell it again for ever. A run of 200 seeds or more also fails when a fault that
its venue can meet never came about: it names it, because what never struck proves nothing.

**Reachable time.** Naked, orphaned and unknown seconds count only while the desk lives and the venue answers. A request
that a fault ate does not count until its answer or time-out, nor the three seconds the desk takes to ask again; a
report that is never told does not count until the next round of the reconciler has read twice. All else counts.

## Invariants

| id | what must hold | who checks it, after every event |
|---|---|---|
"""
RUNS = """A violation here is a defect, of the program or of its auditor; its story, as small as it could be made, is
told by the tests as soon as it is mended.

The hours per core-second of these runs are those of a machine both of whose cores are at work.

Both venues of this version attach their stops; the two-step kind stands for those to come: it takes a stop in a
second request, as an order of its own, for the quantity it is sent for, in a list of its own, and keeps it when its
position is gone.

"""
FOUND = """Each is hunted alone, in twelve stories of two hours at most, and all were counted on one version. Where it
hardly shows without them, its stories have what is named: a kind of trail, entries in so many parts, or ten times an
hour more of an act or a fault, each at times of its own. What the program without the bug breaks in the same story
does not count.

"""
KILLS = """No simulation: the real program with its journal on a disk, ended by `kill -9` at moments drawn from a seed,
half of them while a request was under way, and started again. Telegram and the venue live on; what was lost, doubled
or left naked is read from the venue's own file and from the journal.

"""
SIEGES = ("kill_the_demo", "kill_on_bybit")
INVARIANTS = (
    (
        "I1",
        "no holding without its stop at the venue, for all of it: never where stops are attached, at most 10 s "
        "elsewhere, where the only stop order of a holding is never cancelled; one the venue lost is back within 10 s",
        "the exchange's books, wire",
    ),
    ("I2", "an intent is one order, a call one opening, an edit none; never more bought than planned", "wire, journal"),
    ("I3", "nothing leaves that is not durable in the journal", "wire"),
    (
        "I4",
        "no exit could open anything; those that rest, and stop orders, never exceed what is held (10 s to follow a "
        "trade by hand, or each part or slice that was sold)",
        "the exchange's books",
    ),
    ("I5", "loss at the stop, slots, and the day's loss with what floats and is at risk", "journal, computed anew"),
    ("I6", "an outcome is what the venue said, or two looks apart; nothing held that no grant counts", "wire, journal"),
    (
        "I7",
        "stops only tighten; what the venue itself puts back stands again within 10 s; a trail that the market has "
        "passed before its stop stood is closed within 15 s; none moves before it is active, by a price that is old or "
        "of before its trade, by a range that its market had not, or nearer than asked, and none lags for 10 s",
        "the exchange's books, journal",
    ),
    ("I8", "nothing opened by a stale call, at an old price, or after the owner shut the doors", "journal"),
    (
        "I9",
        "nothing taken for flat that never was, no trade given up for an attached stop that stands and was not judged",
        "journal against the books",
    ),
    ("I10", "prices and quantities on the grid", "wire"),
    ("I11", "no order left on the book 10 s after its position was flat", "the exchange's books"),
    ("I12", "a second instance cannot send", "not here: the lock and the stream's version, tests/storage"),
    ("I13", "who decided is who was asked; a follow-up reaches the trade it means; every fill really was", "journal"),
    ("I14", "no secret in any line", "not here: tests/core/runtime/test_logs.py"),
    (
        "I15",
        "the journal read back is the desk, its best prices among it, and the same seed the same trace",
        "after each start; at the end of each story",
    ),
    ("I16", "after any death the same end", "the same checks after every start"),
    ("I17", "a second reconciliation does nothing", "at the end of each story"),
    ("I18", "the owner's own positions and orders are not touched until he gives them to the desk", "wire, journal"),
    ("I19", "held as believed, within 30 s; healed, all is known and protected", "the books; at the end of each story"),
    ("I20", "every post has its verdict", "at the end of each story"),
    ("I21", "after a panic all is flat within 10 s of the last slice that the book took", "the exchange's books"),
    ("I22", "no alarm is lost", "not in the stories: in virtual time with deaths, tests/bot/test_alarms_of_a_world.py"),
    (
        "I23",
        "at most 240 requests a minute, and no loop without a pause; refused moves of a stop at most 8 a minute",
        "wire, journal",
    ),
)


def page() -> str:
    """The whole page."""
    rows = "\n".join(f"| {id_} | {what} | {who} |" for id_, what, who in INVARIANTS)
    runs = "\n\n".join(_run(f"At a venue of the kind `{venue}`", venue) for venue in VENUES)
    kills = "\n\n".join(_run(f"`python -m tests.chaos.{siege}`", siege) for siege in SIEGES)
    parts = (
        ("The last long runs", RUNS + runs),
        ("Killed for real", KILLS + kills),
        ("Faults", _faults()),
        ("Planted bugs", FOUND + _bugs()),
    )
    return f"{HEAD}{rows}\n\n" + "\n\n".join(f"## {title}\n\n{body}" for title, body in parts) + "\n"


def figures(name: str) -> dict[str, Any]:
    """What was kept of a run."""
    kept: dict[str, Any] = json.loads((FIGURES / f"{name}.json").read_text(encoding="utf-8"))
    return kept


def _run(title: str, name: str) -> str:
    plain = {figure: value for figure, value in figures(name).items() if figure != "fault_hits"}
    lines = [f"| {figure.replace('_', ' ')} | {value} |" for figure, value in plain.items()]
    return "\n".join([f"{title}:", "", "| figure | value |", "|---|---|", *lines])


def _faults() -> str:
    hits = {venue: figures(venue).get("fault_hits", {}) for venue in VENUES}
    lines = ["| id | what happens | how | hits, attach | hits, two-step |", "|---|---|---|---|---|"]
    for row in ROWS:
        how = ""
        match row.how:
            case Strikes(wires=wires):
                how = "by chance on: " + ", ".join(dict.fromkeys(str(wire.call) for wire in wires))
            case Deed():
                how = "done at its moment"
            case Natural(seen=seen):
                how = f"comes by itself: {seen}"
            case Elsewhere(why=why):
                lines.append(f"| {row.id} | {row.what} | not here: {why} | | |")
                continue
        counts = [str(hits[venue].get(row.id, 0)) if row.only in ("", venue) else "" for venue in VENUES]
        lines.append(f"| {row.id} | {row.what} | {how} | {counts[0]} | {counts[1]} |")
    return "\n".join(lines)


def _bugs() -> str:
    found = figures("bugs")
    lines = ["| bug | where it was seen | its stories have | seeds needed | found by |", "|---|---|---|---|---|"]
    for bug in every_bug():
        seeds, invariant = found.get(bug.id, (0, ""))
        lines.append(f"| {bug.id} | {bug.source} | {bug.needs} | {seeds or '-'} | {invariant} |")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
