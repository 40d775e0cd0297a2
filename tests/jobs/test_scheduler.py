"""The hours are kept: every round is posted when it is due, late is not never, and a failure is said.

Real time, because the scheduler library reads the real clock, unless a test has set that one; every wait is bounded.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from loguru import logger

from core.rounds import Round, RoundDue
from core.runtime.clock import SystemClock
from jobs.scheduler import PATIENT, _trigger, open_scheduler
from jobs.timetable import TIMETABLE, Daily, Every, Job

QUICK = Job("reconcile", Every(0.05), Round.RECONCILE)


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What is logged at warning or above."""
    lines: list[str] = []
    sink = logger.add(lambda message: lines.append(str(message)), level="WARNING", format="{message}")
    yield lines
    logger.remove(sink)


async def posted(rounds: list[RoundDue], count: int, within_s: float = 5) -> None:
    async with asyncio.timeout(within_s):
        while len(rounds) < count:  # noqa: ASYNC110 - the scheduler is a library without an event to wait for
            await asyncio.sleep(0.01)


async def test_every_round_is_posted_again_and_again_until_left() -> None:
    rounds: list[RoundDue] = []
    jobs = (QUICK, Job("heartbeat", Every(0.07), Round.HEARTBEAT))
    async with open_scheduler(jobs, rounds.append, SystemClock(), "UTC"):
        await posted(rounds, 6)
    assert {due.round for due in rounds} == {Round.RECONCILE, Round.HEARTBEAT}
    assert [due.at for due in rounds] == sorted(due.at for due in rounds)
    assert all(due.at.tzinfo is not None for due in rounds)
    await asyncio.sleep(0.05)  # a round that had begun may end
    count = len(rounds)
    await asyncio.sleep(0.2)
    assert len(rounds) == count


async def test_what_piled_up_while_the_loop_was_blocked_is_done_once_and_not_dropped(said: list[str]) -> None:
    rounds: list[RoundDue] = []
    async with open_scheduler((QUICK,), rounds.append, SystemClock(), "UTC"):
        await posted(rounds, 1)
        before = len(rounds)
        time.sleep(1.3)  # noqa: ASYNC251 - the fault itself: longer than the library's own patience of a second
        await asyncio.sleep(0)
        await posted(rounds, before + 2)
        assert len(rounds) - before < 10
    assert not said


async def test_a_round_that_fails_is_said_and_the_next_one_comes(said: list[str]) -> None:
    rounds: list[RoundDue] = []

    def refuse_once(due: RoundDue) -> None:
        rounds.append(due)
        if len(rounds) == 1:
            raise OSError("the inbox is gone")

    async with open_scheduler((QUICK,), refuse_once, SystemClock(), "UTC"):
        await posted(rounds, 3)
    assert [line.strip() for line in said] == ["job reconcile: the inbox is gone"]


class WallClock(datetime):
    """What the library takes for now; ``ahead`` of the truth by so much."""

    ahead = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + cls.ahead


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> type[WallClock]:
    """The wall clock that the library reads, to be set by the test."""
    clock = type("Wall", (WallClock,), {})
    monkeypatch.setattr("apscheduler.schedulers.base.datetime", clock)
    return clock


async def test_a_wall_clock_that_is_set_back_by_an_hour_holds_no_round_up(wall: type[WallClock]) -> None:
    """Nobody read the stops for that hour (fault K01)."""
    rounds: list[RoundDue] = []
    async with open_scheduler((QUICK,), rounds.append, SystemClock(), "UTC"):
        await posted(rounds, 2)
        wall.ahead = timedelta(hours=-1)
        await posted(rounds, len(rounds) + 3)


async def test_a_wall_clock_that_is_set_ahead_does_not_put_the_daily_round_off(wall: type[WallClock]) -> None:
    rounds: list[RoundDue] = []
    report = Job("report", Daily(23, 55), Round.REPORT)
    now = datetime.now(UTC)
    due = now.replace(hour=23, minute=55, second=0, microsecond=0)
    wall.ahead = due - timedelta(hours=1) - now
    async with open_scheduler((QUICK, report), rounds.append, SystemClock(), "UTC"):
        await posted(rounds, 2)
        wall.ahead += timedelta(hours=1)
        async with asyncio.timeout(5):
            while Round.REPORT not in {due.round for due in rounds}:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.01)
    assert [due.round for due in rounds].count(Round.REPORT) == 1


def test_no_job_is_ever_skipped_for_being_late() -> None:
    assert PATIENT == {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


def test_the_timetable_names_every_round_once_and_reads_the_stops_often_enough() -> None:
    assert sorted(job.due for job in TIMETABLE) == sorted(Round)
    assert len({job.name for job in TIMETABLE}) == len(TIMETABLE)
    every = {job.due: job.when.seconds for job in TIMETABLE if isinstance(job.when, Every)}
    assert every[Round.RECONCILE] <= 10


def test_a_daily_job_rings_at_the_owners_hour_also_when_the_clocks_change() -> None:
    zone = ZoneInfo("Europe/Berlin")
    trigger = _trigger(Daily(23, 55), "Europe/Berlin")
    at = datetime(2026, 3, 28, 12, tzinfo=UTC)
    days = []
    for _ in range(3):
        at = trigger.get_next_fire_time(at, at)
        assert at is not None
        days.append((at.astimezone(zone).day, at.astimezone(zone).hour, at.astimezone(zone).minute))
    assert days == [(28, 23, 55), (29, 23, 55), (30, 23, 55)]
