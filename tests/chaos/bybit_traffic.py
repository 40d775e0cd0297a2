"""A busy evening in one channel and on Bybit, from a seed: calls, follow-ups, and a market that runs into orders.

Separate because what is done must not depend on when the process dies; and apart from `traffic`, which taps
on the demo's page: here the channel is at Telegram's stand-in and the market at Bybit's.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from core.vocabulary import MessageId, PositionId, position_id
from tests.chaos.wreck import Holding, Order
from tests.e2e.demo_process import call, percent
from tests.standins.bybit_process import BybitProcess
from tests.standins.outside import Outside

PRICES = {
    "BTCUSDT": Decimal("60000.0"),
    "ETHUSDT": Decimal("3000.0"),
    "SOLUSDT": Decimal("150.0"),
    "LTCUSDT": Decimal("80.0"),
    "BNBUSDT": Decimal("600.0"),
    "AVAXUSDT": Decimal("30.0"),
}
WORKING = ("New", "PartiallyFilled", "Untriggered")


@dataclass(frozen=True, slots=True)
class AtVenue:
    """The account as the exchange itself keeps it on its disk."""

    orders: tuple[Order, ...]
    """All that were ever taken under a name of ours."""
    holdings: tuple[Holding, ...]
    waiting: tuple[tuple[str, Decimal, str], ...]
    """Limit orders that work: symbol, price, Buy or Sell."""


def at_venue(data: Path) -> AtVenue:
    """Read the exchange's file; it is replaced whole after each change, so that it is always sound."""
    path = data / "account.json"
    try:
        written = path.stat()
    except FileNotFoundError:
        return AtVenue((), (), ())
    return _read(path, written.st_ino, written.st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, _file: int, _written_ns: int) -> AtVenue:
    """Once for each version of it."""
    account = json.loads(path.read_text(encoding="utf-8"))
    tickets = [ticket for ticket in account["tickets"] if ticket["link_id"]]
    return AtVenue(
        tuple(Order(t["link_id"], t["symbol"], Decimal(t["filled"]), bool(t["reduce_only"])) for t in tickets),
        tuple(_holding(row) for row in account["engine"]["live"]["holdings"] if Decimal(row["quantity"])),
        tuple(
            (ticket["symbol"], Decimal(ticket["price"]), ticket["side"])
            for ticket in tickets
            if ticket["status"] in WORKING and ticket["price"] is not None
        ),
    )


def _holding(row: dict[str, Any]) -> Holding:
    stop = Decimal(row["stop"]) if row["stop"] is not None else None
    return Holding(row["symbol"], Decimal(row["quantity"]), stop)


@dataclass(slots=True)
class Posted:
    """What Telegram has taken: nothing of it may be lost."""

    calls: dict[PositionId, str] = field(default_factory=dict)
    newest: list[MessageId] = field(default_factory=list)


class BybitTraffic:
    """Things done around a running program; none of them waits for it."""

    def __init__(self, dice: Random, world: Outside, there: BybitProcess, venue: Path, posted: Posted) -> None:
        self._dice, self._world, self._there, self._venue, self.posted = dice, world, there, venue, posted
        self._deeds: tuple[tuple[int, Callable[[], None]], ...] = (
            (35, self._call_at_market),
            (12, self._call_at_rest),
            (28, self._reach_order),
            (5, self._reach_stop),
            (8, self._wander),
            (8, self._follow_up),
            (4, self._recap),
        )

    def act(self) -> None:
        """Do one thing, or find that there is nothing to do it to."""
        weights = [weight for weight, _ in self._deeds]
        self._dice.choices([deed for _, deed in self._deeds], weights)[0]()

    def strike(self) -> None:
        """Do what makes the program write to the venue at once."""
        self._dice.choice((self._call_at_market, self._reach_order))()

    def _post(self, text: str, reply_to: MessageId | None = None) -> None:
        number = self._world.telegram.post(self._world.channel, text, reply_to=reply_to)
        self.posted.calls[position_id(self._world.channel.marked, number)] = text
        self.posted.newest = [*self.posted.newest[-19:], number]

    def _call(self, away: str = "0") -> str:
        now = at_venue(self._venue)
        taken = {held.symbol for held in now.holdings} | {symbol for symbol, _, _ in now.waiting}
        symbol = self._dice.choice([name for name in PRICES if name not in taken] or list(PRICES))
        stop, targets = "-1.5", ("0.8", "1.6", "3")
        if self._dice.random() < 0.5:
            stop, targets, away = "1.5", ("-0.8", "-1.6", "-3"), away.removeprefix("-")
        return call(symbol, percent(self._there.prices[symbol], away), stop, targets)

    def _call_at_market(self) -> None:
        self._post(self._call())

    def _call_at_rest(self) -> None:
        self._post(self._call("-0.5"))

    def _recap(self) -> None:
        self._post("Weekly recap\nETHUSDT long: all targets reached, +4.2%\n5 winners, 2 losers.")

    def _follow_up(self) -> None:
        if self.posted.newest:
            words = self._dice.choice(("Close now", "Move SL to entry", "Close half", "Cancel"))
            self._post(words, self._dice.choice(self.posted.newest))

    def _reach_order(self) -> None:
        """Run into a target, or into an entry that waits."""
        waiting = at_venue(self._venue).waiting
        if waiting:
            symbol, price, side = self._dice.choice(waiting)
            self._there.move(symbol, percent(price, "-0.06" if side == "Buy" else "0.06"))

    def _reach_stop(self) -> None:
        held = [holding for holding in at_venue(self._venue).holdings if holding.stop is not None]
        if held:
            holding = self._dice.choice(held)
            self._there.move(holding.symbol, holding.stop or Decimal(0))

    def _wander(self) -> None:
        symbol = self._dice.choice(list(PRICES))
        self._there.move(symbol, percent(self._there.prices[symbol], self._dice.choice(("-0.4", "0.4"))))
