"""Intentions, in the imperative: data until the runtime performs them.

Each is in the journal before it is performed, and each that reaches a venue carries the
tag that makes performing it twice the same as performing it once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.events import CancelAsked, CloseAsked, EntryWithdrawAsked, StopMoveAsked, TargetsAsked
from core.orders import EntryOrder, ExitOrder
from core.plans import Admitted, Plan
from core.records import quick
from core.vocabulary import OrderTag, PositionId, Price, Quantity, Side, Symbol


@quick
@dataclass(frozen=True, slots=True)
class OpenPosition:
    """Begin the life of an admitted plan, in the same commit as the admission."""

    position: PositionId
    admitted: Admitted[Plan]


Request = CloseAsked | CancelAsked | EntryWithdrawAsked | StopMoveAsked | TargetsAsked


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Begin the life of what the venue holds already, in the same commit as the owner's word."""

    position: PositionId
    plan: Plan


@dataclass(frozen=True, slots=True)
class Instruct:
    """Pass a request of a channel or of the panic button on to the position it is bound to."""

    position: PositionId
    request: Request


@quick
@dataclass(frozen=True, slots=True)
class PlaceEntry:
    position: PositionId
    order: EntryOrder


@dataclass(frozen=True, slots=True)
class PlaceExit:
    """``again``: it was handed over before a death, so a refusal of this one says nothing of the first."""

    position: PositionId
    order: ExitOrder
    again: bool = False


@quick
@dataclass(frozen=True, slots=True)
class MoveStop:
    """Amend the stop in place; never cancel and create.

    ``quantity``: where the stop is an order of its own, which is then placed beside the former one; None elsewhere.
    """

    position: PositionId
    tag: OrderTag
    symbol: Symbol
    side: Side
    price: Price
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class CancelOrder:
    position: PositionId
    symbol: Symbol
    tag: OrderTag


@dataclass(frozen=True, slots=True)
class LookUp:
    """Find out what became of an order whose answer was lost."""

    position: PositionId
    symbol: Symbol
    tag: OrderTag


@dataclass(frozen=True, slots=True)
class ProveStop:
    """Read the position's stop and size back from the venue."""

    position: PositionId
    symbol: Symbol
    side: Side


@dataclass(frozen=True, slots=True)
class WakeAt:
    """Come back with `ReviewDue` at ``at``.

    ``within_s``: after so many seconds at the latest, whatever the clock says by then; None: it is a time of day.
    """

    position: PositionId
    at: datetime
    within_s: int | None = None


AccountCommand = OpenPosition | TakeOver | Instruct
PositionCommand = PlaceEntry | PlaceExit | MoveStop | CancelOrder | LookUp | ProveStop | WakeAt
Command = AccountCommand | PositionCommand
