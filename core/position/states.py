"""The states a position can be in. Each has a type of its own, so that each holds only what is true of it.

    Opening ──accepted──> Awaiting ──first fill──> Live ──close asked──> Closing ──flat──> Over
       └──────────first fill (the stream may be faster)──┘└──stop or last target fills──────┘

`Live.stop` is `Working` or `Unconfirmed`, never None: a naked position cannot be spelled,
only a stop being chased, a bounded number of times, and then the position is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from core.events import CloseAsked, EntryFilled, ExitFilled
from core.ledger import Ledger
from core.plans import EntryLeg, Plan
from core.records import quick
from core.vocabulary import ZERO, OrderTag, PositionId, Price, Quantity, order_tag

GUARD = "rule:guard"
"""On whose authority a stop is repaired; only its moves count as attempts."""


@quick
@dataclass(frozen=True, slots=True)
class Working:
    """Read from the venue: the stop stands there, for so much."""

    price: Price
    quantity: Quantity


@quick
@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A stop at ``price`` is not proven yet for all that is held; ``attempts`` counts the repairs.

    ``shown``: it was read back there, though for less; otherwise it was only asked for.
    """

    price: Price
    since: datetime
    attempts: int
    shown: bool = False


Stop = Working | Unconfirmed

UNHEARD_MAX = 4
"""So many requests for a stop that is an order may be without an answer: each is asked about, and may have to be swept
(invariant I23). The first and its repairs are no more."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One take-profit order of the ladder. ``index`` is the plan's target, from 0.

    ``gone``: no longer on the book, filled or not. ``aside``: another one takes its place.
    """

    index: int
    tag: OrderTag
    price: Price
    quantity: Quantity
    filled: Quantity = Quantity(ZERO)
    gone: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class StopOrder:
    """A stop that was sent as an order of its own, and may be on the book. ``quantity``: what it has yet to sell.

    ``stands``: the venue took it.
    """

    tag: OrderTag
    quantity: Quantity
    stands: bool = False


class LegStage(StrEnum):
    WAITING = "waiting"
    """Not sent yet: others come first, or its price has to turn."""
    SENT = "sent"
    """Nothing is known yet."""
    RESTING = "resting"
    """The venue took it."""
    ENDED = "ended"
    """Off the book, or never to be sent."""


@quick
@dataclass(frozen=True, slots=True)
class Leg:
    """One entry order. ``stop``: what it carries; ``told``: what the venue said that it filled in all.

    ``unwanted``: it was taken back, and has to leave the book however often the venue is asked.
    """

    tag: OrderTag
    terms: EntryLeg
    stop: Price
    stage: LegStage = LegStage.WAITING
    filled: Quantity = Quantity(ZERO)
    told: Quantity = Quantity(ZERO)
    unwanted: bool = False

    @property
    def is_resting(self) -> bool:
        """May it fill at the venue?"""
        return self.stage in (LegStage.SENT, LegStage.RESTING)

    @property
    def is_settled(self) -> bool:
        """Has it ended, and is every fill of it booked?"""
        return self.stage is LegStage.ENDED and self.filled >= self.told


@quick
@dataclass(frozen=True, slots=True)
class Entering:
    """The entry orders, nearest first. ``turn``: the best price since a waiting one was touched, which it trails."""

    legs: tuple[Leg, ...]
    turn: Price | None = None

    @property
    def resting(self) -> tuple[Leg, ...]:
        return tuple(leg for leg in self.legs if leg.is_resting)

    @property
    def waiting(self) -> tuple[Leg, ...]:
        return tuple(leg for leg in self.legs if leg.stage is LegStage.WAITING)

    @property
    def is_missing_fills(self) -> bool:
        """Did an order end that filled more than is booked? Then the fills are on their way."""
        return any(leg.stage is LegStage.ENDED and not leg.is_settled for leg in self.legs)

    @property
    def may_fill(self) -> Quantity:
        """How much more may be held at the venue than is booked."""
        sent = (leg for leg in self.legs if leg.stage is not LegStage.WAITING and not leg.is_settled)
        return Quantity(sum(((leg.terms.quantity if leg.is_resting else leg.told) - leg.filled for leg in sent), ZERO))

    def find(self, tag: OrderTag | None) -> Leg | None:
        return next((leg for leg in self.legs if leg.tag == tag), None)


@dataclass(frozen=True, slots=True)
class Overruled:
    """Somebody else moved our stop, which stood at ``was``: the rules go on only beyond that."""

    at: datetime
    was: Price


@quick
@dataclass(frozen=True, slots=True)
class Opening:
    """The entry was sent; nothing is known yet. ``leaving`` names who already wants out."""

    plan: Plan
    entering: Entering
    leaving: str = ""


@dataclass(frozen=True, slots=True)
class Awaiting:
    """The entry rests at the venue, with its stop attached, or waits for its price; nothing has filled."""

    plan: Plan
    entering: Entering
    leaving: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Live:
    """Something is held. ``wanted``: a stop that was asked for and is not proven yet.

    ``best``: the best price seen since the entry, which a trail follows. ``laddered``: how much of
    the entry the rungs were cut from. ``moved_at``: when a stop was last asked for; ``held_back``:
    a better one waits for the venue's pace. ``by_hand``: the owner loosened the stop, so the rules
    leave it alone. ``range``: the average true range, once it was measured.
    """

    plan: Plan
    ledger: Ledger
    stop: Stop
    opened_at: datetime
    entering: Entering
    best: Price
    wanted: Price | None = None
    moved_at: datetime | None = None
    stop_moves: int = 0
    rungs: tuple[Rung, ...] = ()
    laddered: Quantity = Quantity(ZERO)
    ladders: int = 0
    parts: int = 0
    parting: CloseAsked | None = None
    """The wish whose part is on its way out; None: none is."""
    held_back: bool = False
    by_hand: bool = False
    range: Price | None = None
    overruled: Overruled | None = None
    traded_at: datetime | None = None
    """When the newest fill that was booked had happened: an older page does not show it yet."""
    shown_at: datetime | None = None
    """When the stop that stands, or stood before it was lost, was first read back."""
    slipped_at: datetime | None = None
    """When the stop was last seen looser than it stood: an older request of ours came after a newer one."""
    asked: Price | None = None
    """The stop that somebody asked for last: kept until the market lets it stand."""
    refusals: int = 0
    """How many moves of the stop the venue refused in a row."""
    refused: Price | None = None
    """Where the last of these would have put it."""
    targets_refused: int = 0
    """How many orders for targets the venue has refused."""
    touched: tuple[int, ...] = ()
    """The targets, from 0, whose price came while no order stood for them."""
    touched_at: datetime | None = None
    """When a target was last reached by its price alone."""
    closes: int = 0
    """How many closing orders there were before it came back to life: a name is never two orders."""
    stop_orders: tuple[StopOrder, ...] = ()
    """The stops that may be on the book, where each is an order of its own, oldest first."""

    @property
    def standing(self) -> Price | None:
        """Where the stop was last read back; None: nowhere, or it was lost since, or another one came in its place."""
        is_read = isinstance(self.stop, Working) or self.stop.shown
        return self.stop.price if is_read else None

    @property
    def entry_open(self) -> bool:
        """May more of the entry fill at the venue?"""
        return bool(self.entering.resting)

    @property
    def is_unheard(self) -> bool:
        """Have so many requests for a stop of its own had no answer that the next waits until one has?"""
        return sum(not one.stands for one in self.stop_orders) >= UNHEARD_MAX

    @property
    def may_grow(self) -> bool:
        """May more be held at the venue than is booked?"""
        return self.entry_open or self.entering.is_missing_fills

    def is_hit(self, index: int) -> bool:
        """Has every order of the plan's target ``index`` (from 0) filled? One that has none is hit by its price."""
        target = self.plan.targets[index]
        if not target.share:
            return (self.best - target.price) * self.plan.side.sign >= 0
        if index in self.touched:
            return True
        filled = [rung.filled >= rung.quantity for rung in self.rungs if rung.index == index]
        return bool(filled) and all(filled)

    def is_unordered(self, index: int) -> bool:
        """Does no order stand for the plan's target ``index``, though the targets were cut?

        It has no share, or one too small for an order; or its order was refused or cancelled.
        """
        if not self.plan.targets[index].share:
            return True
        return bool(self.laddered) and all(rung.gone for rung in self.rungs if rung.index == index)

    @property
    def hits(self) -> int:
        """How many of the plan's targets were reached."""
        return sum([self.is_hit(index) for index in range(len(self.plan.targets))])

    @property
    def working_rungs(self) -> tuple[Rung, ...]:
        return tuple(rung for rung in self.rungs if not rung.gone)


@dataclass(frozen=True, slots=True)
class Closing:
    """On the way out. ``attempt`` numbers the closing orders; ``asked``: one may be on its way or working.

    ``ended_at``: when the former one ended; ``followed``: how many that had sold something were followed by the next
    at once since ``counted_at``. ``is_overdue``: the one that was asked had not ended by the last review.
    """

    live: Live
    by: str
    since: datetime
    attempt: int
    asked: bool
    ended_at: datetime | None = None
    followed: int = 0
    counted_at: datetime | None = None
    is_overdue: bool = False

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
    """Quarantined: our code failed here. The stop stays at the venue, or is put back there; a human must look.

    ``fills``: what the venue traded for it meanwhile, to be booked once its owner wants out.
    """

    last: Opening | Awaiting | Live | Closing | Over
    why: str
    fills: tuple[EntryFilled | ExitFilled, ...] = ()

    @property
    def plan(self) -> Plan:
        return self.last.plan


Position = Opening | Awaiting | Live | Closing | Over | Parked


def entry_tag(position: PositionId, index: int = 0) -> OrderTag:
    """Names the entry order at ``index``: "entry" for the first, then "entry2", "entry3" ..."""
    return order_tag(position, f"entry{index + 1}" if index else "entry", 0)


def close_tag(closing: Closing) -> OrderTag:
    return order_tag(closing.plan.position, "close", closing.attempt)


def former_close_tag(closing: Closing) -> OrderTag | None:
    """Names the closing order that ended last; None while there was none."""
    return order_tag(closing.plan.position, "close", closing.attempt - 1) if closing.attempt else None


def stop_tag(live: Live) -> OrderTag:
    """Names the latest move or repair of the stop."""
    return order_tag(live.plan.position, "stop", live.stop_moves)


def is_stop_tag(tag: OrderTag) -> bool:
    """Does it name a move of a stop? The venue knows no order of that name: the position itself is read."""
    return tag.partition("-")[2].startswith("stop")


REFUSED_S = 2
"""So long after a refused move of the stop the rules ask again; twice as long after each further one ..."""
REFUSED_S_MAX = 10
"""... and no longer than this: a key that was refused for a minute is good again at any moment (fault B05)."""


def may_move_at(live: Live, at: datetime) -> datetime:
    """When the venue's pace, and its refusals, allow the rules their next move.

    At once when the last move lies in the future: the clock was set back, and nobody waits for it to come round. Not
    yet while too many before it have had no answer.
    """
    if live.moved_at is None:
        return live.opened_at
    if live.is_unheard:
        return at + timedelta(seconds=REFUSED_S)
    pace = timedelta(milliseconds=live.plan.handling.stop_every_ms)
    refused_s = min(REFUSED_S * 2 ** min(live.refusals - 1, 10), REFUSED_S_MAX) if live.refusals else 0
    pause = max(pace, timedelta(seconds=refused_s))
    return at if live.moved_at > at + pause else live.moved_at + pause


def is_asked_lately(live: Live, at: datetime, within_s: float) -> bool:
    """Was a stop asked for within so many seconds? Not when that lies in the future, and the clock was set back."""
    return live.moved_at is not None and 0 <= (at - live.moved_at).total_seconds() < within_s


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
