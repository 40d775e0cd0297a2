"""Posts as a channel would write them, with the levels a test cares about."""

from __future__ import annotations

from decimal import Decimal


def call(
    symbol: str = "BTCUSDT",
    *,
    side: str = "LONG",
    entry: int | str | None = None,
    stop: int | str = 59_000,
    targets: tuple[int | str, ...] = (61_000, 62_000),
) -> str:
    """A call at market, or with a limit ``entry``."""
    way = "now" if entry is None else f"\nEntry: {entry}"
    lines = [f"{symbol} {side} {way}", f"SL {stop}"]
    return "\n".join([*lines, *(f"TP{number} {target}" for number, target in enumerate(targets, 1))])


def D(number: int | str) -> Decimal:  # noqa: N802 - as short as a literal
    return Decimal(str(number))
