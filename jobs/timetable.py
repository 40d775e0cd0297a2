"""What is due when: data, so that the real scheduler and the simulator keep the same hours."""

from __future__ import annotations

from dataclasses import dataclass

from core.rounds import Round


@dataclass(frozen=True, slots=True)
class Every:
    """Again and again, ``seconds`` apart."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Daily:
    """Once a day at ``hour``:``minute`` of the rules' zone."""

    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class Job:
    """One line of the timetable."""

    name: str
    when: Every | Daily
    due: Round


TIMETABLE = (
    Job("reconcile", Every(10), Round.RECONCILE),
    Job("guard", Every(3), Round.GUARD),
    Job("trailing", Every(5), Round.TRAILING),
    Job("drawdown", Every(15), Round.DRAWDOWN),
    Job("heartbeat", Every(30), Round.HEARTBEAT),
    Job("report", Daily(23, 55), Round.REPORT),
)
