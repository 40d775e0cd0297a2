"""What the guard found at the venue, and what the owner said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.plans import Plan
from core.vocabulary import PositionId, Side, Symbol


@dataclass(frozen=True, slots=True)
class StrangerIgnored:
    """The owner knows of it: it is told no more and still not touched."""

    at: datetime
    symbol: Symbol
    side: Side
    by: str


@dataclass(frozen=True, slots=True)
class StrangerAdopted:
    """The owner gave us what was not ours, to look after it, or with ``close`` to get out of it."""

    position: PositionId
    at: datetime
    plan: Plan
    by: str
    close: bool = False


@dataclass(frozen=True, slots=True)
class ShieldMissing:
    """What a position holds has had no proven stop since ``since``; it is being set again."""

    position: PositionId
    at: datetime
    since: datetime


@dataclass(frozen=True, slots=True)
class ShieldRestored:
    """The stop that was missing stands again, read back from the venue."""

    position: PositionId
    at: datetime


@dataclass(frozen=True, slots=True)
class Breach:
    """One invariant that does not hold: its number, what is so, what to do."""

    invariant: str
    words: str
    remedy: str


@dataclass(frozen=True, slots=True)
class InvariantBroken:
    """These do not hold (no more, no fewer), so nothing is opened; none: all hold again."""

    at: datetime
    breaches: tuple[Breach, ...]


GuardFact = StrangerIgnored | StrangerAdopted | ShieldMissing | ShieldRestored | InvariantBroken
