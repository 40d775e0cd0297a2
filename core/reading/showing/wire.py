"""Write a reading as one plain object, for `parse --jsonl`, logs and other programs.

Separate, because the words of this format are a promise to others and the words of the core are not.
Prices are strings of digits: no reader of JSON may round them.
"""

from __future__ import annotations

from typing import Any, assert_never

from core.reading.text.figures import plain
from core.reading.words.catalogue import COINS, CURRENCIES, INSTRUMENTS
from core.signals import (
    Amendment,
    AtLimit,
    AtMarket,
    AtPrice,
    AtStop,
    Entry,
    Instruction,
    InZone,
    Ladder,
    Nothing,
    OpenEnded,
    Percent,
    Pips,
    Reading,
    Signal,
    TargetLevel,
)
from core.vocabulary import Side


def as_json(reading: Reading) -> dict[str, Any]:
    """The object `parse --jsonl` prints, without its id."""
    match reading:
        case Signal():
            return _blank("signal", "ask" if reading.doubts else "open") | _call(reading)
        case Amendment():
            return _blank("amendment", "ask" if reading.doubts else "apply") | _follow_up(reading)
        case Nothing():
            return _blank("nothing", "ignore") | {"reasons": [r.text for r in reading.reasons]}
        case _:
            assert_never(reading)


def _blank(kind: str, verdict: str) -> dict[str, Any]:
    empty = dict.fromkeys(
        (
            *("symbol", "side", "entry_type", "reference", "stop", "stop_condition"),
            *("leverage", "leverage_max", "margin_mode", "size"),
        )
    )
    return {
        "kind": kind,
        "verdict": verdict,
        **empty,
        "entry": [],
        "entry_weights": [],
        "targets": [],
        "target_weights": [],
        "spot": False,
        "actions": [],
        "reasons": [],
    }


def _call(call: Signal) -> dict[str, Any]:
    kind, prices, reference = _entry(call.entry)
    if kind == "market" and reference is not None and _is_dealt(call.symbol):
        prices = [
            reference
        ]  # a dealer's "buy now 2345" names the price of the ticket; a perpetual's CMP is only beside it
    return {
        "symbol": call.symbol,
        "side": _side(call.side),
        "entry_type": kind,
        "entry": prices,
        "reference": reference,
        "entry_weights": [plain(w) for w in call.entry_weights],
        "stop": None if call.stop is None else _level(call.stop),
        "stop_condition": call.stop_condition or None,
        "targets": [_level(t) for t in call.targets],
        "target_weights": [plain(w) for w in call.target_weights],
        "leverage": None if call.leverage is None else plain(call.leverage.normalize()),
        "leverage_max": None if call.leverage_max is None else plain(call.leverage_max.normalize()),
        "margin_mode": call.margin_mode.value if call.margin_mode else None,
        "spot": call.spot,
        "size": None if call.size is None else call.size.words,
        "reasons": [r.text for r in (*call.doubts, *call.reasons)],
    }


def _is_dealt(symbol: str | None) -> bool:
    """Whether a broker deals it in lots: metals, indices, oil and currency pairs."""
    name = (symbol or "").lower()
    return name in INSTRUMENTS or (name[:3] in CURRENCIES and name[3:] in CURRENCIES and name not in COINS)


def _follow_up(change: Amendment) -> dict[str, Any]:
    return {
        "symbol": change.symbol,
        "side": _side(change.side),
        "stop": None if change.stop is None else _level(change.stop),
        "targets": [_level(t) for t in change.targets],
        "entry_type": None if change.entry is None else _entry(change.entry)[0],
        "entry": [] if change.entry is None else _entry(change.entry)[1],
        "actions": [_action(i) for i in change.instructions],
        "reasons": [r.text for r in (*change.doubts, *change.reasons)],
    }


def _action(instruction: Instruction) -> dict[str, Any]:
    return {
        "action": instruction.act.value,
        "price": None if instruction.price is None else plain(instruction.price),
        "percent": _percent(instruction),
        "target": instruction.target or instruction.level,
        "beyond": None if instruction.beyond is None else _level(instruction.beyond),
    }


def _percent(instruction: Instruction) -> str | None:
    """30, or 70-80 where the channel leaves it open."""
    ends = [plain(p) for p in (instruction.percent, instruction.percent_max) if p is not None]
    return "-".join(ends) or None


def _side(side: Side | None) -> str | None:
    return None if side is None else side.opening.value


def _entry(entry: Entry) -> tuple[str, list[str], str | None]:
    match entry:
        case AtMarket(reference):
            return "market", [], None if reference is None else plain(reference)
        case AtLimit(price, from_market):
            return "zone" if from_market else "limit", [plain(price)], None
        case AtStop(price):
            return "stop", [plain(price)], None
        case InZone(low, high):
            return "zone", [plain(low), plain(high)], None
        case Ladder(prices, breakout):
            return "stop" if breakout else "ladder", [plain(p) for p in prices], None
        case _:
            assert_never(entry)


def _level(level: TargetLevel) -> str:
    match level:
        case AtPrice(price):
            return plain(price)
        case Pips(count):
            return f"{plain(count)} pips"
        case Percent(value):
            return f"{plain(value)}%"
        case OpenEnded():
            return "open"
        case _:
            assert_never(level)
