"""From a call to an order that could be sent: prices on the grid, size off the stop, every number shown.

`core.drafting` answers a `Drafted` or a `Declined` with the arithmetic that led there. A plan is
not yet an order: only `core.limits.admit` makes an `Admitted` of it, and only an
`Admitted` plan can be opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Generic, TypeVar

from core.instrument import Instrument
from core.orders import EntryKind
from core.rules import Protection
from core.vocabulary import ChannelId, Money, PositionId, Price, Quantity, Side, Symbol

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Check:
    """One question asked of a call: its name, whether it passed, and the numbers in words."""

    name: str
    passed: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Target:
    """Take ``share`` of the filled quantity (0 < share <= 1) at ``price``."""

    price: Price
    share: Decimal


@dataclass(frozen=True, slots=True)
class Plan:
    """One position as it would be opened.

    ``price``: the limit or trigger, None at market; ``expected``: the entry that the size was
    computed from; ``risk``: what is lost at the stop with both fees; ``margin``: notional over
    leverage; ``expires_at``: when an unfilled entry is given up.
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
