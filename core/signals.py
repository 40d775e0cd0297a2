"""What a channel said, once understood: a call, a follow-up, or nothing to act on.

The reader never decides about money. It tells what the words say, with the spans of
text it used, and its doubts: a call with doubts is put to a human.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.enums import at_hand
from core.vocabulary import Price, Side


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the reader believes something. ``start``/``end`` slice the original text; equal: no span.

    ``field`` names the part of the reading these words stand behind; empty for a judgement.
    """

    text: str
    start: int = 0
    end: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class AtPrice:
    price: Price


@dataclass(frozen=True, slots=True)
class Pips:
    """A distance from the entry in the instrument's pips."""

    count: Decimal


@dataclass(frozen=True, slots=True)
class Percent:
    """A distance from the entry in percent of its price."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class OpenEnded:
    """ "TP open": run until something else ends it."""


Level = AtPrice | Pips | Percent
TargetLevel = AtPrice | Pips | Percent | OpenEnded


@dataclass(frozen=True, slots=True)
class AtMarket:
    """Now. ``reference`` is the price the channel named beside it, if any."""

    reference: Price | None = None


@dataclass(frozen=True, slots=True)
class AtLimit:
    """``from_market``: anywhere from the price of now to ``price``, where the channel said both."""

    price: Price
    from_market: bool = False


@dataclass(frozen=True, slots=True)
class AtStop:
    """Only once the price breaks through ``price``."""

    price: Price


@dataclass(frozen=True, slots=True)
class InZone:
    """Anywhere between two prices; ``low < high``."""

    low: Price
    high: Price


@dataclass(frozen=True, slots=True)
class Ladder:
    """Several entries, in the order they were written. ``breakout``: each only once the price breaks through it."""

    prices: tuple[Price, ...]
    breakout: bool = False


Entry = AtMarket | AtLimit | AtStop | InZone | Ladder


class MarginMode(StrEnum):
    ISOLATED = "isolated"
    CROSS = "cross"


NO_STOP = "no stop is given"
"""The one doubt about a call that goes away when a stop comes: from its channel, later, or from the owner."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A call to open a position.

    ``symbol`` is the channel's spelling, cleaned (BTCUSDT, BTC, XAUUSD); None when it names none.
    ``leverage_max`` is the upper end when a range was written. ``adds`` are those of the entry's
    prices that only average a trade already open (DCA). ``doubts`` not empty: ask a human.
    """

    symbol: str | None
    side: Side | None
    entry: Entry
    stop: Level | None
    targets: tuple[TargetLevel, ...]
    leverage: Decimal | None = None
    leverage_max: Decimal | None = None
    margin_mode: MarginMode | None = None
    spot: bool = False
    reasons: tuple[Reason, ...] = ()
    doubts: tuple[Reason, ...] = ()
    adds: tuple[Price, ...] = ()


class Act(StrEnum):
    """What a follow-up asks for or reports."""

    BREAK_EVEN = "move_stop_to_breakeven"
    MOVE_STOP = "move_stop"
    CLOSE = "close"
    CLOSE_PART = "close_partial"
    CANCEL = "cancel"
    TARGET_HIT = "tp_hit"
    STOP_HIT = "sl_hit"
    ENTRY_FILLED = "entry_filled"
    EDIT_TARGETS = "edit_targets"
    SET_LEVELS = "set_levels"
    OTHER = "other"


ACT = at_hand(Act)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing a follow-up says. ``percent`` of the holding; ``target`` counts from 1.

    ``target`` is the target the words are about: reached, edited, or the reason to move a stop.
    ``level`` is the target whose price is meant ("stop to TP1"). ``percent_max`` ends a range.
    """

    act: Act
    price: Price | None = None
    percent: Decimal | None = None
    target: int | None = None
    level: int | None = None
    percent_max: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A follow-up on an earlier call: which one is told by the reply or by symbol and side.

    ``entry`` is where the earlier call should now be entered, when an edit says so.
    ``every``: it says "all", and may mean more trades than one.
    """

    symbol: str | None
    side: Side | None
    instructions: tuple[Instruction, ...]
    stop: Level | None = None
    targets: tuple[TargetLevel, ...] = ()
    reasons: tuple[Reason, ...] = ()
    doubts: tuple[Reason, ...] = ()
    entry: Entry | None = None
    every: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """Not for us, and why."""

    reasons: tuple[Reason, ...]


Reading = Signal | Amendment | Nothing
