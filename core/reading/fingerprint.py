"""Tell whether two posts say the same: a repeat, or an edit that changed no meaning, carries the same mark.

Separate, because the desk compares readings and not texts: another emoji, another order of the
lines or a trailing zero is no news, another price is (incident: 212 trades from 8 edited calls).
The mark is made of the reading's own values, which are equal when they mean the same (2332 and
2332.0 are): nothing is written out or hashed while a call waits for it.
"""

from __future__ import annotations

from typing import assert_never

from core.signals import Amendment, Entry, Ladder, Nothing, Reading, Signal

Mark = tuple[object, ...]
"""Compared as a whole, and never looked into."""


def fingerprint(reading: Reading) -> Mark:
    """Equal for the same meaning; empty for nothing. Reasons and doubts do not count."""
    match reading:
        case Signal(symbol=symbol, side=side, entry=entry, stop=stop, targets=targets):
            terms = (reading.leverage, reading.leverage_max, reading.margin_mode, reading.spot)
            return (Signal, symbol, side, _unordered(entry), stop, targets, terms)
        case Amendment(symbol=symbol, side=side, entry=entry, stop=stop, targets=targets):
            return (Amendment, symbol, side, _unordered(entry), stop, targets, reading.instructions, reading.every)
        case Nothing():
            return ()
        case _:
            assert_never(reading)


def trade_of(reading: Reading) -> Mark:
    """The trade of a call beside its instrument and side: two posts that are equal here would open it twice.

    Leverage and margin mode do not count, nor how the instrument is spelled.
    """
    if not isinstance(reading, Signal):
        return ()
    return (_unordered(reading.entry), reading.stop, reading.targets, reading.spot)


def doubts_of(reading: Reading) -> frozenset[str]:
    """What is doubtful in it, wherever it stands: an edit that says the same and adds "CANCELLED" is news."""
    return frozenset() if isinstance(reading, Nothing) else frozenset(doubt.text for doubt in reading.doubts)


def _unordered(entry: Entry | None) -> object:
    """A ladder is the same whichever of its prices is named first."""
    return (frozenset(entry.prices), entry.breakout) if isinstance(entry, Ladder) else entry
