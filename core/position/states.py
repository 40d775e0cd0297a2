"""The states a position can be in. Each has a type of its own, so that each holds only what is true of it.

    Opening ──accepted──> Awaiting ──first fill──> Live ──close asked──> Closing ──flat──> Over
       └──────────first fill (the stream may be faster)──┘└──stop or last target fills──────┘

`Live.stop` is `Working` or `Unconfirmed`, never None: a naked position cannot be spelled,
only a stop being chased, a bounded number of times, and then the position is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from core.ledger import Ledger
from core.plans import Plan
from core.vocabulary import ZERO, OrderTag, PositionId, Price, Quantity, order_tag

GUARD = "rule:guard"
"""On whose authority a stop is repaired; only its moves count as attempts."""


@dataclass(frozen=True, slots=True)
class Working:
    """Read from the venue: the stop stands there, for so much."""

    price: Price
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A stop at ``price`` was asked for and is not proven yet; ``attempts`` counts the repairs."""

    price: Price
    since: datetime
    attempts: int


Stop = Working | Unconfirmed


@dataclass(frozen=True, slots=True)
class Rung:
    """One take-profit order of the ladder. ``index`` is the plan's target, from 0.

    ``gone``: no longer on the book, filled or not.
    """

    index: int
    tag: OrderTag
    price: Price
    quantity: Quantity
    filled: Quantity = Quantity(ZERO)
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Overruled:
    """Somebody else moved our stop, which stood at ``was``: the rules go on only beyond that."""

    at: datetime
    was: Price


@dataclass(frozen=True, slots=True)
class Opening:
    """The entry was sent; nothing is known yet. ``leaving`` names who already wants out."""

    plan: Plan
    leaving: str = ""


@dataclass(frozen=True, slots=True)
class Awaiting:
    """The entry rests at the venue, with its stop attached, unfilled."""

    plan: Plan
    leaving: str = ""


@dataclass(frozen=True, slots=True)
class Live:
    """Something is held. ``wanted``: a stop that was asked for and is not proven yet.

    ``best``: the best price seen since the entry, which a trail follows. ``entry_open``: the
    entry may still fill. ``laddered``: how much of the entry the rungs were cut from.
    ``moved_at``: when a stop was last asked for.
    """

    plan: Plan
    ledger: Ledger
    stop: Stop
    opened_at: datetime
    entry_open: bool
    best: Price
    wanted: Price | None = None
    moved_at: datetime | None = None
    stop_moves: int = 0
    rungs: tuple[Rung, ...] = ()
    laddered: Quantity = Quantity(ZERO)
    ladders: int = 0
    parts: int = 0
    part_at: datetime | None = None
    """When the part that is on its way out was asked for; None: none is."""
    overruled: Overruled | None = None

    @property
    def hits(self) -> int:
        """How many of the plan's targets have filled completely."""
        indices = {rung.index for rung in self.rungs if rung.index >= 0}  # below: exchanged for another target
        return sum(all(r.filled >= r.quantity for r in self.rungs if r.index == i) for i in indices)

    @property
    def working_rungs(self) -> tuple[Rung, ...]:
        return tuple(rung for rung in self.rungs if not rung.gone)


@dataclass(frozen=True, slots=True)
class Closing:
    """On the way out. ``attempt`` numbers the closing orders; ``asked``: one may be on its way or working."""

    live: Live
    by: str
    since: datetime
    attempt: int
    asked: bool

    @property
    def plan(self) -> Plan:
        return self.live.plan


@dataclass(frozen=True, slots=True)
class Over:
    """Nothing is held and nothing waits. ``live`` is the last state in which something was."""

    plan: Plan
    reason: str
    at: datetime
    live: Live | None


@dataclass(frozen=True, slots=True)
class Parked:
    """Quarantined: our code failed here. The stop stays at the venue, a human must look."""

    last: Opening | Awaiting | Live | Closing | Over
    why: str

    @property
    def plan(self) -> Plan:
        return self.last.plan


Position = Opening | Awaiting | Live | Closing | Over | Parked


def entry_tag(position: PositionId) -> OrderTag:
    return order_tag(position, "entry", 0)


def close_tag(closing: Closing) -> OrderTag:
    return order_tag(closing.plan.position, "close", closing.attempt)


def former_close_tag(closing: Closing) -> OrderTag | None:
    """Names the closing order that ended last; None while there was none."""
    return order_tag(closing.plan.position, "close", closing.attempt - 1) if closing.attempt else None


def stop_tag(live: Live) -> OrderTag:
    """Names the latest move or repair of the stop."""
    return order_tag(live.plan.position, "stop", live.stop_moves)


def part_tag(live: Live) -> OrderTag:
    """Names the latest partial close."""
    return order_tag(live.plan.position, "part", live.parts)


def part_quantity(live: Live, fraction: Decimal) -> Quantity:
    """How much of the holding a fraction is, on the grid; 0 when it is too small to trade."""
    quantity = live.plan.instrument.quantity_below(Quantity(live.ledger.held * fraction))
    return quantity if quantity >= live.plan.instrument.quantity_min else Quantity(ZERO)


def rung_tag(position: PositionId, ladder: int, index: int) -> OrderTag:
    """Names the order for target ``index`` of the ``ladder``-th cut."""
    return order_tag(position, f"tp{index + 1}", ladder)
