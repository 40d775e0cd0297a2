"""The rounds the desk makes by the clock: what is due, not who does it.

A round that is due is a fact that is acted on and not written down: it changes nothing by
itself, and what it finds is written down as facts of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.records import quick


class Round(StrEnum):
    RECONCILE = "reconcile"
    """Hold the venue against what we believe."""
    GUARD = "guard"
    """Read every stop back from the venue, while anything is held."""
    TRAILING = "trailing"
    """Show every live position the newest price, in case its tick was missed."""
    DRAWDOWN = "drawdown"
    """Read the equity: the day's loss, its warnings, a new day."""
    HEARTBEAT = "heartbeat"
    """Say that we are alive, and measure how late the loop is."""
    REPORT = "report"
    """Tell the day's result."""


@quick
@dataclass(frozen=True, slots=True)
class RoundDue:
    round: Round
    at: datetime
