"""Hands the timetable to APScheduler; a job only says that its round is due.

APScheduler drops a job that comes a second late unless told otherwise, and tells nobody
(faults J01, J02): here nothing is dropped, what piled up is done once, and a failure is said.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from zoneinfo import ZoneInfo

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from loguru import logger

from core.ports import Clock
from core.rounds import RoundDue
from jobs.timetable import Daily, Every, Job

PATIENT = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


@asynccontextmanager
async def open_scheduler(
    jobs: Iterable[Job], post: Callable[[RoundDue], None], clock: Clock, zone: str
) -> AsyncIterator[None]:
    """Post every round when it is due, until left. ``zone`` is whose midnight ends the day."""
    scheduler = AsyncIOScheduler(timezone=ZoneInfo("UTC"), job_defaults=PATIENT)
    scheduler.add_listener(_say, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES)
    for job in jobs:
        scheduler.add_job(_poster(job, post, clock), _trigger(job, zone), id=job.name)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


def _poster(job: Job, post: Callable[[RoundDue], None], clock: Clock) -> Callable[[], object]:
    async def ring() -> None:  # a coroutine, because a plain function would run in a thread
        post(RoundDue(job.due, clock.now()))

    return ring


def _trigger(job: Job, zone: str) -> BaseTrigger:
    match job.when:
        case Every(seconds):
            return IntervalTrigger(seconds=seconds, timezone=ZoneInfo("UTC"))
        case Daily(hour, minute):
            return CronTrigger(hour=hour, minute=minute, timezone=ZoneInfo(zone))


def _say(event: JobEvent) -> None:
    logger.error("job {}: {}", event.job_id, getattr(event, "exception", None) or "was skipped or came late")
