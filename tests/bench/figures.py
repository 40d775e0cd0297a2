"""Every figure of the program, each as a ratio to a floor measured in the same run, beside its bound.

A ratio holds on a slow machine as on a fast one; absolute figures are shown for orientation.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from loguru import logger

CALLS = 400
EVENTS = 1500
TICKS_S = 10.0
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` is to be at most (``at_most``) or at least ``bound``; ``ours`` and ``floor`` are what it is made of."""

    name: str
    value: float
    bound: float
    at_most: bool
    ours: float
    floor: float
    unit: str

    @property
    def holds(self) -> bool:
        return self.value <= self.bound if self.at_most else self.value >= self.bound


def measure(*, as_json: bool) -> int:
    """Measure and print everything; exit status 1 when a figure misses its bound."""
    logger.remove()
    figures = []
    for part in PARTS:
        with tempfile.TemporaryDirectory() as home:
            for figure in part(Path(home)):
                figures.append(figure)
                if not as_json:
                    print(_line(figure), flush=True)
    if as_json:
        rows = {figure.name: {**asdict(figure), "holds": figure.holds} for figure in figures}
        json.dump(rows, sys.stdout, indent=2)
        print()
    return 0 if all(figure.holds for figure in figures) else 1


def _line(figure: Figure) -> str:
    sign = "<=" if figure.at_most else ">="
    verdict = "ok  " if figure.holds else "MISS"
    made_of = f"{figure.ours:,.1f} / {figure.floor:,.1f} {figure.unit}"
    return f"{verdict} {figure.name:<42} {figure.value:>8.2f} {sign} {figure.bound:<6g} {made_of}"


def _walk(home: Path) -> Iterator[Figure]:
    from tests.bench.walk import walk

    walked, commits, parses = asyncio.run(walk(home, CALLS))
    floors = [commit + parse for commit, parse in zip(commits, parses, strict=True)]
    for name, share, bound in (("p50", 50, 1.5), ("p99", 99, 2.5)):
        ours, floor = _at(walked, share) * 1e6, _at(floors, share) * 1e6
        yield Figure(f"call heard -> order at the venue, {name}", ours / floor, bound, True, ours, floor, "us")


def _journal(home: Path) -> Iterator[Figure]:
    from tests.bench.journal import many, single

    places = [home / str(turn) for turn in range(ROUNDS)]
    for place in places:
        place.mkdir()
    # A machine's mood lasts longer than a round: the median of five rounds tells ours from its.
    rounds = [asyncio.run(single(place, EVENTS // ROUNDS)) for place in places]
    medians = [(_at(alone, 50) * 1e6, _at(floors, 50) * 1e6) for alone, floors in rounds]
    ours, floor = sorted(medians, key=lambda pair: pair[0] / pair[1])[ROUNDS // 2]
    yield Figure("journal, one durable event, p50", ours / floor, 1.3, True, ours, floor, "us")
    rates = [asyncio.run(many(place, writers=64, each=300)) for place in places[:3]]
    group, one = statistics.median(rate[0] for rate in rates), statistics.median(rate[1] for rate in rates)
    yield Figure("journal, 64 writers against one by one", group / one, 15, False, group, one, "events/s")


def _reader(_: Path) -> Iterator[Figure]:
    from tests.bench.reader import CHATTER, corpus_s, worst_s
    from tests.core.reading.monsters import fastest_s

    post, chatter = corpus_s() * 1e6, fastest_s(CHATTER, 200) * 1e6
    yield Figure("reader: a post of the corpus, us", post, 100, True, post, 0, "us")
    yield Figure("reader: chatter, us", chatter, 30, True, chatter, 0, "us")
    whole, half = worst_s()
    yield Figure("reader: the slowest 4,096 characters, ms", whole * 1e3, 10, True, whole * 1e3, half * 1e3, "ms")
    yield Figure("reader: 4,096 against 2,048 characters", whole / half, 2.5, True, whole * 1e3, half * 1e3, "ms")


def _ticks(home: Path) -> Iterator[Figure]:
    from tests.bench.ticks import crossing_nothing_ns, on_a_desk

    many, one = crossing_nothing_ns(10_000), crossing_nothing_ns(1)
    yield Figure("tick crossing nothing: 10,000 waiting / 1", many / one, 1.5, True, many, one, "ns")
    heard = asyncio.run(on_a_desk(home, TICKS_S))
    yield Figure("ticks heard by the desk, per s", 1e9 / heard.quiet_ns, 300_000, False, heard.quiet_ns, 0, "ns")
    ours = _at(heard.waited_s, 99) * 1e3
    durable = _at(heard.durable_s, 99) * 1e3
    yield Figure("price crossing -> stop at the door, p99, ms", ours, 5, True, ours, durable, "ms / durable")


def _program(home: Path) -> Iterator[Figure]:
    from tests.bench.program import first_card_s, help_s, idle_mb, python_s

    asks, floors = zip(*((help_s() * 1e3, python_s() * 1e3) for _ in range(7)), strict=True)
    ours, floor = statistics.median(asks), statistics.median(floors)
    yield Figure("main.py --help, ms", ours, 150, True, ours, floor, "ms")
    card = statistics.median(first_card_s(home / f"demo{turn}") for turn in range(3))
    yield Figure("demo: command -> first card, s", card, 4, True, card, floor / 1e3, "s")
    memory = asyncio.run(idle_mb(home / "idle"))
    yield Figure("run: idle memory, MB", memory, 110, True, memory, 0, "MB")


def _bybit(home: Path) -> Iterator[Figure]:
    from tests.bench.bybit import deafness, drops, fills, orders
    from tests.bench.program import idle_mb

    ours, bare = asyncio.run(orders(60))
    own, floor = _at(ours, 50) * 1e6, _at(bare, 50) * 1e6
    yield Figure("bybit: entry, stop, two targets, p50", own / floor, 1.25, True, own, floor, "us")
    late = _at(asyncio.run(fills(home, 40)), 99) * 1e3
    yield Figure("bybit: fill -> fact in the journal, p99 ms", late, 20, True, late, 0, "ms")
    noticed, healed = asyncio.run(deafness(3))
    yield Figure("bybit: dead stream noticed, s", noticed, 5, True, noticed, 0, "s")
    yield Figure("bybit: dead stream healed and caught up, s", healed, 15, True, healed, 0, "s")
    made, missed = asyncio.run(drops(1000))
    yield Figure("bybit: trades missed in 1,000 drops", missed, 0, True, missed, made, "trades")
    idle = asyncio.run(idle_mb(home / "bybit", exchange=True))
    yield Figure("bybit: idle in memory, MB", idle, 130, True, idle, 0, "MB")


PARTS: tuple[Callable[[Path], Iterator[Figure]], ...] = (_walk, _ticks, _journal, _reader, _program, _bybit)


def _at(seconds: Sequence[float], share: int) -> float:
    """The value below which ``share`` percent lie."""
    return sorted(seconds)[min(len(seconds) - 1, len(seconds) * share // 100)]
