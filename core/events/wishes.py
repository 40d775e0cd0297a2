"""What somebody wants of one position: a stop elsewhere, other targets, out of it, more of it.

Separate from what happens to it, because a wish changes nothing by itself: the position refuses what would loosen,
and what it grants is told by facts of its own. ``by`` says on whose authority.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from core.signals import Percent, Pips, TargetLevel
from core.vocabulary import PositionId, Price


@dataclass(frozen=True, slots=True)
class StopMoveAsked:
    """Somebody wants the stop at ``price`` (None: the entry), at the price of target ``level`` (from 1), or so far
    from the entry: ``distance`` against the trade, ``beyond`` in its favour.
    """

    position: PositionId
    at: datetime
    price: Price | None
    by: str
    level: int | None = None
    distance: Pips | Percent | None = None
    beyond: Pips | None = None


@dataclass(frozen=True, slots=True)
class TargetsAsked:
    """Somebody wants these targets instead. ``target``: only this one of them, from 1."""

    position: PositionId
    at: datetime
    targets: tuple[TargetLevel, ...]
    by: str
    target: int | None = None


@dataclass(frozen=True, slots=True)
class EntryWithdrawAsked:
    """Somebody takes back an entry that waits. What has filled, or fills meanwhile, stays and is looked after.

    ``rest``: also the rest of one that has filled in part.
    """

    position: PositionId
    at: datetime
    by: str
    why: str
    rest: bool = True


@dataclass(frozen=True, slots=True)
class CloseAsked:
    """Somebody wants out of ``fraction`` of it (0 < fraction <= 1); an unfilled entry is cancelled."""

    position: PositionId
    at: datetime
    by: str
    fraction: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class CancelAsked:
    """Somebody wants the entry cancelled. What is held stays; where nothing is, what fills meanwhile is closed."""

    position: PositionId
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class AddAsked:
    """The owner wants ``fraction`` of the planned quantity more (0 < fraction <= 1), now at ``price``."""

    position: PositionId
    at: datetime
    by: str
    fraction: Decimal
    price: Price


@dataclass(frozen=True, slots=True)
class StopLoosenAsked:
    """The owner, and nobody else, wants the stop further away; the rules leave it alone from then on."""

    position: PositionId
    at: datetime
    price: Price
    by: str


Wish = StopMoveAsked | StopLoosenAsked | TargetsAsked | AddAsked | CloseAsked | CancelAsked | EntryWithdrawAsked
