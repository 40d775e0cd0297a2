"""From a call to an order that could be sent: prices on the grid, size off the stop, every number shown.

`core.drafting` answers a `Drafted` or a `Declined` with the arithmetic that led there. A plan is
not yet an order: only `core.limits.admit` makes an `Admitted` of it, and only an
`Admitted` plan can be opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from core.instrument import Instrument
from core.orders import EntryKind, TimeInForce
from core.records import quick
from core.strategies import Entries, Exits, Protection
from core.vocabulary import ChannelId, Money, PositionId, Price, Quantity, Side, Symbol

P = TypeVar("P")


class Check(NamedTuple):
    """One question asked of a call: its name, whether it passed, and the numbers in words.

    A row and no record: two dozen are made and written down on the way of every order. ``warns``: it passed, and
    whoever says yes to the call should read it first.
    """

    name: str
    passed: bool
    detail: str
    warns: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Target:
    """Take ``share`` of the filled quantity (0 <= share <= 1) at ``price``; 0: the price only moves the stop."""

    price: Price
    share: Decimal


@quick
@dataclass(frozen=True, slots=True)
class EntryLeg:
    """One of the orders a position is entered with.

    ``price``: the limit or trigger, None at market; ``expected``: the worst fill its risk was computed from.
    """

    kind: EntryKind
    price: Price | None
    quantity: Quantity
    expected: Price
    time_in_force: TimeInForce = TimeInForce.GTC


EXITS_MAX = 20
"""Exit orders that one position may have on the book, where its venue names no other bound (fault B26)."""


@dataclass(frozen=True, slots=True)
class Handling:
    """What the venue asks of us: does a stop travel with its entry, and how much may be asked of it?

    ``stop_every_ms``: milliseconds from one move of a trail to the next; 0: as often as it likes.
    ``exits_max``: exit orders that one position may have on the book. ``stop_is_order``: a stop sells what it was sent
    for, and stays when its position is gone.
    """

    attached_stop: bool = True
    stop_every_ms: int = 0
    exits_max: int = EXITS_MAX
    stop_is_order: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Plan:
    """One position as it would be opened.

    ``kind``, ``price``: of the first entry order (the limit or trigger, None at market);
    ``expected``: the average entry that the size was computed from; ``risk``: what is lost at the
    stop with both fees; ``margin``: notional over leverage; ``expires_at``: when an unfilled entry
    is given up. ``legs``: all entry orders, nearest first; empty: there is the one. ``quoted``:
    the price when this was drafted; ``close_at``: when the session ends.
    """

    position: PositionId
    channel: ChannelId
    symbol: Symbol
    side: Side
    kind: EntryKind
    price: Price | None
    expected: Price
    quantity: Quantity
    stop: Price
    targets: tuple[Target, ...]
    leverage: Decimal
    notional: Money
    margin: Money
    risk: Money
    protection: Protection
    instrument: Instrument
    expires_at: datetime
    legs: tuple[EntryLeg, ...] = ()
    entries: Entries = Entries()
    exits: Exits = Exits()
    quoted: Price | None = None
    close_at: datetime | None = None
    handling: Handling = Handling()


@quick
@dataclass(frozen=True, slots=True)
class Drafted:
    """A plan and the arithmetic behind it."""

    plan: Plan
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Declined:
    """No, with everything that was checked; the last check is the one that failed."""

    reason: str
    checks: tuple[Check, ...]

    def after(self, earlier: tuple[Check, ...]) -> Declined:
        """The same verdict with the checks that came before it."""
        return Declined(self.reason, earlier + self.checks)


@quick
@dataclass(frozen=True, slots=True)
class Grant:
    """What an admitted position holds of the account: one slot, and so much of each limit."""

    symbol: Symbol
    side: Side
    channel: ChannelId
    notional: Money
    margin: Money
    risk: Money


@dataclass(frozen=True, slots=True)
class Admitted(Generic[P]):
    """A plan that passed the limits. Made in `core.limits` and nowhere else (a test holds it)."""

    plan: P
    checks: tuple[Check, ...]

    def after(self, earlier: tuple[Check, ...]) -> Admitted[P]:
        """The same verdict with the checks that came before it."""
        return Admitted(self.plan, earlier + self.checks)
