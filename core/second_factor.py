"""The rules of the second factor: which code is good, which was used, and when too many were wrong.

Separate from the file that remembers and the library that computes codes (RFC 6238), so that the rules can be
read on one page: a code is good for its own step and one to either side, once; after five wrong ones nobody is
listened to for fifteen minutes, so that six digits cannot be guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

STEP_S = 30
DIGITS = 6
WINDOW = 1
"""Steps to either side of now in which a code is still good: a phone's clock is off by seconds, not minutes."""
TRIES_MAX = 5
LOCK_S = 15 * 60


@dataclass(frozen=True, slots=True)
class Passed:
    pass


@dataclass(frozen=True, slots=True)
class Wrong:
    """``left``: how many more may be wrong; ``used``: it was good once, and is not a second time."""

    left: int
    used: bool


@dataclass(frozen=True, slots=True)
class Locked:
    """Too many were wrong. ``newly``: by this one."""

    until: datetime
    newly: bool


@dataclass(frozen=True, slots=True)
class Unenrolled:
    pass


Proof = Passed | Wrong | Locked | Unenrolled


@dataclass(frozen=True, slots=True)
class Spent:
    """What is remembered of one user. ``last_step``: of the newest code that was good; 0 for none."""

    last_step: int = 0
    wrong: int = 0
    locked_until: datetime | None = None


def steps(at: datetime) -> tuple[int, ...]:
    """The steps of which a code is good at this moment, oldest first."""
    now = int(at.timestamp()) // STEP_S
    return tuple(range(now - WINDOW, now + WINDOW + 1))


def is_locked(spent: Spent, at: datetime) -> bool:
    """By the wall clock, because a restart must not open the lock; one put back must not keep it shut for days."""
    until = spent.locked_until
    return until is not None and until - timedelta(seconds=LOCK_S) <= at < until


def judge(spent: Spent, step: int | None, at: datetime) -> tuple[Spent, Proof]:
    """What a try comes to. ``step``: which step's code it is; None: of none that is good now."""
    if spent.locked_until is not None and is_locked(spent, at):
        return spent, Locked(spent.locked_until, newly=False)
    if step is not None and step > spent.last_step:
        return Spent(last_step=step), Passed()
    wrong = spent.wrong + 1
    if wrong >= TRIES_MAX:
        until = at + timedelta(seconds=LOCK_S)
        return Spent(spent.last_step, 0, until), Locked(until, newly=True)
    return replace(spent, wrong=wrong, locked_until=None), Wrong(TRIES_MAX - wrong, used=step is not None)
