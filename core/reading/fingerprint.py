"""Tell whether two posts say the same: a repeat, or an edit that changed no meaning, carries the same mark.

Separate, because the desk compares readings and not texts: another emoji, another order of the
lines or a trailing zero is no news, another price is (incident: 212 trades from 8 edited calls).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from typing import assert_never

from core.reading.figures import plain
from core.signals import (
    Amendment,
    AtLimit,
    AtMarket,
    AtPrice,
    AtStop,
    Entry,
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


def fingerprint(reading: Reading) -> str:
    """Sixteen characters, the same for the same meaning; empty for nothing. Reasons and doubts do not count."""
    match reading:
        case Signal():
            words = _call(reading)
        case Amendment():
            words = _change(reading)
        case Nothing():
            return ""
        case _:
            assert_never(reading)
    return sha256("\n".join(words).encode()).hexdigest()[:16]


def _call(call: Signal) -> Iterator[str]:
    yield f"call {call.symbol} {call.side}"
    yield _entry(call.entry)
    yield f"stop {_level(call.stop)}"
    yield from (f"target {_level(target)}" for target in call.targets)
    yield f"leverage {_number(call.leverage)} {_number(call.leverage_max)} {call.margin_mode} {call.spot}"


def _change(change: Amendment) -> Iterator[str]:
    yield f"change {change.symbol} {change.side}"
    for said in change.instructions:
        percent = f"{_number(said.percent)} {_number(said.percent_max)}"
        yield f"{said.act} {_number(said.price)} {percent} {said.target} {said.level}"
    yield f"stop {_level(change.stop)}"
    yield from (f"target {_level(target)}" for target in change.targets)
    yield "" if change.entry is None else _entry(change.entry)


def _entry(entry: Entry) -> str:
    match entry:
        case AtMarket(reference):
            return f"market {_number(reference)}"
        case AtLimit(price, from_market):
            return f"limit {_number(price)} {from_market}"
        case AtStop(price):
            return f"stop order {_number(price)}"
        case InZone(low, high):
            return f"zone {_number(low)} {_number(high)}"
        case Ladder(prices):
            return "ladder " + " ".join(_number(price) for price in sorted(prices))
        case _:
            assert_never(entry)


def _level(level: TargetLevel | None) -> str:
    match level:
        case None:
            return "none"
        case AtPrice(price):
            return f"at {_number(price)}"
        case Pips(count):
            return f"{_number(count)} pips"
        case Percent(value):
            return f"{_number(value)}%"
        case OpenEnded():
            return "open"
        case _:
            assert_never(level)


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain(value.normalize())
