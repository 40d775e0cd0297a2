"""The owner's rules: what may be risked, how much of it, and by which channel.

Plain frozen values, made from config.yaml by `core.config` and written to the journal
when they change, so that every old decision can be read beside the rules of its day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from core.reading.dialects import STANDARD, Dialect
from core.strategies import Entries, Exits, OwnLeverage, OwnStop, Protection, Trail
from core.vocabulary import ChannelId, Money, Quantity

__all__ = [
    "ChannelRules",
    "Entries",
    "Exits",
    "FixedNotional",
    "FixedQuantity",
    "Limits",
    "Mode",
    "OwnLeverage",
    "OwnStop",
    "Protection",
    "RiskPercent",
    "Rules",
    "Sizing",
    "Trail",
]


class Mode(StrEnum):
    """What a sound call of a channel leads to."""

    AUTO = "auto"
    """It is opened."""
    ASK = "ask"
    """The owner is asked; silence is no."""
    WATCH = "watch"
    """It is only written down."""


@dataclass(frozen=True, slots=True)
class RiskPercent:
    """Lose at most this percent of equity when the stop is hit (fees included)."""

    percent: Decimal


@dataclass(frozen=True, slots=True)
class FixedNotional:
    """Buy or sell for this much of the account's money."""

    amount: Money


@dataclass(frozen=True, slots=True)
class FixedQuantity:
    quantity: Quantity


Sizing = RiskPercent | FixedNotional | FixedQuantity


@dataclass(frozen=True, slots=True)
class ChannelRules:
    """What one channel may do."""

    id: ChannelId
    title: str
    mode: Mode = Mode.ASK
    sizing: Sizing = RiskPercent(Decimal(1))
    protection: Protection = Protection()
    age_s_max: int = 60
    """A call posted longer ago, in seconds, is refused (fault T11)."""
    approval_s: int = 300
    """How many seconds a question waits before silence means no."""
    entry_s: int = 86_400
    """How many seconds an unfilled entry waits before it is cancelled."""
    drift_pct_max: Decimal = Decimal("0.5")
    """How much worse than the channel's price, named or broken through, the market may be, in percent."""
    repeat_s: int = 86_400
    """A call that says again what this channel said so lately is refused; 0: none is."""
    dialect: Dialect = STANDARD
    """How this channel writes."""
    entries: Entries = Entries()
    exits: Exits = Exits()
    stop: OwnStop | None = None
    """None: the call's stop, and a call without one is not opened."""
    leverage: OwnLeverage | None = None
    """None: the call's, below the limit over all channels."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds no call can exceed, whatever it says."""

    open_positions_max: int = 5
    per_symbol_max: int = 1
    """No setting: a venue keeps one row of a symbol with one stop, in which a second trade would merge (fault M09)."""
    exposure_pct_max: Decimal = Decimal(300)
    """Sum of notionals in percent of equity."""
    symbol_exposure_pct_max: Decimal = Decimal(150)
    leverage_max: Decimal = Decimal(10)
    risk_pct_max: Decimal = Decimal(2)
    """Of one position, whatever the sizing says."""
    daily_loss_pct_max: Decimal = Decimal(5)
    """Of the day's opening equity, floating losses included; then nothing is opened until the next day."""
    stop_distance_pct_max: Decimal = Decimal(20)
    entry_off_market_pct_max: Decimal = Decimal(10)
    """A limit further than this from the market is a typing error until a human says otherwise (fault H02)."""
    hedge: bool = False
    """The account holds both sides of a symbol apart, so each is counted by itself."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything the owner has decided beforehand. ``day_zone`` names the zone whose midnight ends the day."""

    limits: Limits = Limits()
    channels: tuple[ChannelRules, ...] = ()
    day_zone: str = "UTC"
    symbols_denied: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = field(default=())
    """(what channels write, the venue's symbol), such as ("GOLD", "XAUUSD")."""

    def channel(self, channel: ChannelId) -> ChannelRules | None:
        """The rules of a listed channel; None for any other: deny unless listed."""
        for rules in self.channels:
            if rules.id == channel:
                return rules
        return None
