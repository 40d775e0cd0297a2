"""Keeps the hours of the timetable; a job only says that its round is due.

What is due every few seconds goes by the loop's own clock: APScheduler waits for the wall clock, and one that is set
back by an hour would leave every stop unread for that hour (fault K01). What is due at a time of day is APScheduler's,
which drops a job that comes a second late unless told otherwise, and tells nobody (faults J01, J02): here nothing is
dropped, what piled up is done once, and a failure is said.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from functools import partial
from zoneinfo import ZoneInfo

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from loguru import logger

from core.ports import Clock
from core.rounds import RoundDue
from core.runtime.supervisor import Supervisor
from jobs.timetable import Daily, Every, Job

PATIENT = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


@asynccontextmanager
async def open_scheduler(
    jobs: Iterable[Job], post: Callable[[RoundDue], None], clock: Clock, zone: str
) -> AsyncIterator[None]:
    """Post every round when it is due, until left. ``zone`` is whose midnight ends the day."""
    daily = AsyncIOScheduler(timezone=ZoneInfo("UTC"), job_defaults=PATIENT)
    daily.add_listener(_say, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES)

    def ring(job: Job) -> None:
        daily.wakeup()  # a wall clock that was set ahead may have passed what it waits for
        post(RoundDue(job.due, clock.now()))

    async with Supervisor(_fell) as roof:
        for job in jobs:
            match job.when:
                case Every(seconds):
                    roof.watch(job.name, partial(_again_and_again, seconds, partial(ring, job)))
                case Daily() as when:
                    daily.add_job(_once, _trigger(when, zone), args=(partial(ring, job),), id=job.name)
        daily.start()
        try:
            yield
        finally:
            daily.shutdown(wait=False)


async def _again_and_again(seconds: float, ring: Callable[[], None]) -> None:
    """Ring every so often, for ever; what piled up while the loop was blocked is rung once."""
    loop = asyncio.get_running_loop()
    due_s = loop.time()
    while True:
        due_s = max(due_s + seconds, loop.time())
        await asyncio.sleep(due_s - loop.time())
        ring()


async def _once(ring: Callable[[], None]) -> None:
    """A coroutine, because APScheduler would call a plain function in a thread."""
    ring()


def _trigger(when: Daily, zone: str) -> CronTrigger:
    return CronTrigger(hour=when.hour, minute=when.minute, timezone=ZoneInfo(zone))


def _fell(name: str, failure: Exception) -> None:
    logger.error("job {}: {}", name, failure)


def _say(event: JobEvent) -> None:
    logger.error("job {}: {}", event.job_id, getattr(event, "exception", None) or "was skipped or came late")
