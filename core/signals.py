"""What a channel said, once understood: a call, a follow-up, or nothing to act on.

The reader never decides about money. It tells what the words say, with the spans of
text it used, and its doubts: a call with doubts is put to a human.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.enums import at_hand
from core.records import quick
from core.vocabulary import Price, Side


@quick
@dataclass(frozen=True, slots=True)
class Reason:
    """Why the reader believes something. ``start``/``end`` slice the original text; equal: no span.

    ``field`` names the part of the reading these words stand behind; empty for a judgement.
    """

    text: str
    start: int = 0
    end: int = 0
    field: str = ""


@quick
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


@quick
@dataclass(frozen=True, slots=True)
class AtMarket:
    """Now. ``reference`` is the price the channel named beside it, if any."""

    reference: Price | None = None


@quick
@dataclass(frozen=True, slots=True)
class AtLimit:
    """``from_market``: anywhere from the price of now to ``price``, where the channel said both."""

    price: Price
    from_market: bool = False


@dataclass(frozen=True, slots=True)
class AtStop:
    """Only once the price breaks through ``price``."""

    price: Price


@quick
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


class SizeKind(StrEnum):
    """What an advice about the size counts."""

    RISK = "risk"
    """Percent of the account, lost when the stop is hit."""
    ACCOUNT = "of the account"
    """Percent of the account, put in as margin."""
    LOTS = "lots"


@dataclass(frozen=True, slots=True)
class SizeAdvice:
    """How much a channel would put in, from ``least`` to ``most``; recorded and shown, never obeyed.

    ``per``: so many lots for each so much money in the account; None: whatever is in it.
    """

    kind: SizeKind
    least: Decimal
    most: Decimal
    per: Decimal | None = None

    @property
    def words(self) -> str:
        """ "risk 1-2 %", "3 % of the account", "0.01 lots for each 100" """
        figure = f"{self.least:f}" if self.least == self.most else f"{self.least:f}-{self.most:f}"
        match self.kind:
            case SizeKind.RISK:
                return f"risk {figure} %"
            case SizeKind.ACCOUNT:
                return f"{figure} % of the account"
            case SizeKind.LOTS:
                return f"{figure} lots" if self.per is None else f"{figure} lots for each {self.per:f}"


NO_STOP = "no stop is given"
"""The one doubt about a call that goes away when a stop comes: from its channel, later, or from the owner."""


@quick
@dataclass(frozen=True, slots=True)
class Signal:
    """A call to open a position.

    ``symbol`` is the channel's spelling, cleaned (BTCUSDT, BTC, XAUUSD); None when it names none.
    ``leverage_max`` is the upper end when a range was written. ``adds`` are those of the entry's
    prices that only average a trade already open (DCA). ``doubts`` not empty: ask a human.
    ``entry_weights``, ``target_weights``: percent at each price of the ladder and at each target, in
    the order of those, as written: they need not be as many, nor add up to 100. ``stop_condition``:
    the post's own words where its stop counts only at the close of a candle, empty where it does not.
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
    entry_weights: tuple[Decimal, ...] = ()
    target_weights: tuple[Decimal, ...] = ()
    size: SizeAdvice | None = None
    stop_condition: str = ""


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


@quick
@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing a follow-up says. ``percent`` of the holding; ``target`` counts from 1.

    ``target`` is the target the words are about: reached, edited, or the reason to move a stop.
    ``level`` is the target whose price is meant ("stop to TP1"). ``percent_max`` ends a range.
    ``beyond``: so far from the entry, in the trade's favour ("stop 20 pips in profit").
    """

    act: Act
    price: Price | None = None
    percent: Decimal | None = None
    target: int | None = None
    level: int | None = None
    percent_max: Decimal | None = None
    beyond: Pips | None = None


@quick
@dataclass(frozen=True, slots=True)
class Amendment:
    """A follow-up on an earlier call: which one is told by the reply or by symbol and side.

    ``entry`` is where the earlier call should now be entered, when an edit says so.
    ``every``: it says "all", and may mean more trades than one. ``several``: its orders are for different
    trades, and none of them may be carried out as one.
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
    several: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Nothing:
    """Not for us, and why."""

    reasons: tuple[Reason, ...]


Reading = Signal | Amendment | Nothing
