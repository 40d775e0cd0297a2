"""What a phone may see: plain values made for reading, with nothing in them that can trade.

Chat, command line and other programs show the same views, so that they cannot disagree.
All amounts are in the account's money; a `None` means "not known", never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from core.plans import Check
from core.reading.showing.explain import Part
from core.rules import Mode
from core.vocabulary import ChannelId, Money, Nonce, PositionId, Price, Quantity, Side, Symbol, Unit


class Doors(StrEnum):
    """May anything be opened?"""

    OPEN = "open"
    PAUSED = "paused"
    LOCKED = "locked"
    """After a panic, until /resume."""
    LOSS = "loss"
    """The day's loss is used up, until the next day."""
    STARTING = "starting"
    """Recovery is not finished."""
    UNSOUND = "unsound"
    """An invariant does not hold; they open by themselves once it does."""
    HALTED = "halted"
    """The venue itself cannot be traded on; it says why."""


class Shield(StrEnum):
    """How sure we are of a position's stop."""

    WORKING = "working"
    MOVING = "moving"
    """A better stop was asked for; the old one stands meanwhile."""
    UNPROVEN = "unproven"
    """Being confirmed or repaired right now."""
    NONE = "none"
    """Nothing is held (yet, or any more)."""


class Stage(StrEnum):
    OPENING = "opening"
    AWAITING = "awaiting"
    LIVE = "live"
    CLOSING = "closing"
    OVER = "over"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class TargetView:
    """``hit``: it has filled. ``order``: what its order would still sell, 0 without one; None: none was cut yet."""

    price: Price
    share: Decimal
    hit: bool
    order: Quantity | None = None


@dataclass(frozen=True, slots=True)
class PositionView:
    """One trade. ``profit`` is realised plus floating, after the fees paid so far; ``profit_r`` in
    units of the risk first taken; ``entry`` the average fill, or the planned price before one.
    """

    position: PositionId
    channel: str
    symbol: Symbol
    side: Side
    stage: Stage
    quantity: Quantity
    planned: Quantity
    unit: Unit
    entry: Price
    mark: Price | None
    stop: Price
    shield: Shield
    targets: tuple[TargetView, ...]
    risk: Money
    realised: Money
    profit: Money
    profit_r: Decimal
    opened_at: datetime | None
    ended_at: datetime | None
    note: str
    """The last thing that happened, in one sentence."""
    proof_at: datetime | None = None
    """When its stop was last read back from the venue."""
    left_at: Price | None = None
    """The average price of what was closed."""


@dataclass(frozen=True, slots=True)
class ChannelView:
    """``heard_at``: when the last post of this channel was heard."""

    id: ChannelId
    title: str
    mode: Mode
    heard_at: datetime | None
    calls: int


@dataclass(frozen=True, slots=True)
class StatusView:
    """The whole desk. ``proof_at``: since when every stop has been read back; ``strangers``: how much is not ours."""

    at: datetime
    venue: str
    doors: Doors
    doors_since: datetime | None
    doors_by: str
    equity: Money | None
    pnl_today: Money | None
    open_positions: int
    protected: int
    exposure: Money
    proof_at: datetime | None
    questions: int
    """Approvals and follow-ups that wait for an answer."""
    quarantined: tuple[PositionId, ...]
    channels: tuple[ChannelView, ...]
    strangers: int = 0


@dataclass(frozen=True, slots=True)
class StrangerView:
    """What the venue holds that is not ours, and the stop it would have with us.

    ``key`` names it on a button; ``standing``: the stop is there already, else ``arithmetic`` says
    how it was found; ``risk``: from the entry to that stop, fees included.
    """

    key: str
    symbol: Symbol
    side: Side
    quantity: Quantity
    unit: Unit
    entry: Price
    mark: Price
    stop: Price
    standing: bool
    risk: Money
    arithmetic: str
    ignored: bool


@dataclass(frozen=True, slots=True)
class ReconcileView:
    """What one reconciliation found and did. ``answered``: the venue did; ``looks``: how often it was read."""

    at: datetime
    answered: bool
    looks: int
    positions: int
    stops: int
    orders: int
    found: tuple[str, ...]
    strangers: tuple[StrangerView, ...]


@dataclass(frozen=True, slots=True)
class LimitView:
    """One limit as arithmetic: ``used`` of ``allowed``, in ``unit`` ("USDT", "positions", "x", "%").

    ``each``: it bounds every trade by itself, and nothing is used up; ``used`` is the most of what is open,
    None: nothing is, or it is not measured.
    """

    name: str
    used: Decimal | None
    allowed: Decimal
    unit: str
    detail: str
    each: bool = False


class Verdict(StrEnum):
    """What became of a message."""

    OPENED = "opened"
    ASKED = "asked"
    DECLINED = "declined"
    IGNORED = "ignored"
    WATCHED = "watched"
    WAITING = "waiting"
    """For the levels its channel sends later."""
    APPLIED = "applied"
    """A follow-up was passed on."""


@dataclass(frozen=True, slots=True)
class SignalView:
    """One message and what became of it. ``symbol``: what it names, empty for nothing."""

    position: PositionId
    at: datetime
    channel: str
    excerpt: str
    verdict: Verdict
    reason: str
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class PlanView:
    """What would be, or is to be, sent. ``reward_r``: each target's distance in units of the stop's."""

    symbol: Symbol
    side: Side
    entry: str
    expected: Price
    quantity: Quantity
    unit: Unit
    stop: Price
    targets: tuple[Price, ...]
    reward_r: tuple[Decimal, ...]
    leverage: Decimal
    notional: Money
    margin: Money
    risk: Money
    risk_pct: Decimal | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """An approval somebody is waiting for."""

    position: PositionId
    nonce: Nonce
    channel: str
    text: str
    plan: PlanView
    checks: tuple[Check, ...]
    doubts: tuple[str, ...]
    asked_at: datetime
    expires_at: datetime
    price: Price | None
    exposure_after: Money
    same_symbol: int


@dataclass(frozen=True, slots=True)
class CandidateView:
    """A trade that a follow-up may mean. ``trade``: as it stands, None when it is over."""

    position: PositionId
    symbol: Symbol
    side: Side
    trade: PositionView | None


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """A follow-up of which somebody is asked what it means; ``asks``: what it wants done, in words."""

    position: PositionId
    nonce: Nonce
    channel: str
    text: str
    asks: tuple[str, ...]
    candidates: tuple[CandidateView, ...]
    why: tuple[str, ...]
    asked_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a trade's history."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order of a trade. ``sent``: its terms in words; ``price``: the average of what it ``filled``."""

    name: str
    sent: str
    filled: Quantity
    price: Price | None
    state: str


@dataclass(frozen=True, slots=True)
class WhyView:
    """The verdict trail of one message: words, reading, checks with numbers, plan, what happened."""

    position: PositionId
    channel: str
    text: str
    heard_at: datetime
    reading: tuple[str, ...]
    verdict: Verdict
    reason: str
    checks: tuple[Check, ...]
    plan: PlanView | None
    history: tuple[Moment, ...]
    marked: tuple[Part, ...] = ()
    """The words again, each stretch with what it was read as."""
    orders: tuple[OrderView, ...] = ()


@dataclass(frozen=True, slots=True)
class TryView:
    """What would be done with a text, and is not. ``reason`` says why not, empty when it would be."""

    reading: tuple[str, ...]
    verdict: Verdict
    reason: str
    checks: tuple[Check, ...]
    plan: PlanView | None
    marked: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfit:
    """What was asked for cannot be done, and by which numbers."""

    why: str


@dataclass(frozen=True, slots=True)
class StopWish:
    """Where a stop is wanted: at a price, at the price of target ``level`` (from 1), or, with neither, at the entry."""

    price: Price | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class StopOffer:
    """Another stop for a trade, in numbers: what is lost at the old one and at the new one, of what was granted.

    ``loosens``: it risks more, so that it needs more than a wish; ``checks``: the limits it was held against then.
    """

    position: PositionId
    symbol: Symbol
    side: Side
    was: Price
    price: Price
    risk_before: Money
    risk_after: Money
    grant: Money
    loosens: bool
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class AddOffer:
    """More of a trade, in numbers. ``quantity``: cut to the room its grant has; ``cap``: the worst price of it."""

    position: PositionId
    symbol: Symbol
    side: Side
    held: Quantity
    quantity: Quantity
    unit: Unit
    cap: Price
    entry_before: Price
    entry_after: Price
    stop: Price
    risk_before: Money
    risk_after: Money
    grant: Money
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class TargetsOffer:
    """Other targets for a trade; those that were hit stay."""

    position: PositionId
    symbol: Symbol
    side: Side
    was: tuple[Price, ...]
    targets: tuple[TargetView, ...]


class Receipt(StrEnum):
    """What a command did."""

    DONE = "done"
    ALREADY = "already"
    """It was so before."""
    GONE = "gone"
    """There is no such question or position (any more)."""
    EXPIRED = "expired"
