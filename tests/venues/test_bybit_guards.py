"""Stops of ours beside positions whose protection the owner has split by hand."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime

from core.orders import Accepted
from core.runtime.clock import SystemClock
from core.vocabulary import Side, Symbol
from tests.standins.bybit_v5 import BybitV5, positions
from tests.standins.bybit_v5 import open_bybit as open_stand_in
from tests.venues.bybit_stage import BTC, places_of, profile_of
from tests.venues.contract import entry, price
from venues.bybit.venue import open_bybit

ETH = "ETHUSDT"


class StandingClock(SystemClock):
    """The wall clock shows one moment; durations are real."""

    def __init__(self) -> None:
        self._now = super().now()

    def now(self) -> datetime:
        return self._now


def split(there: BybitV5, symbol: str, stop: str) -> None:
    place = {"symbol": symbol, "positionIdx": 0}
    there.by_hand(positions.trading_stop, **place, tpslMode="Full", stopLoss="0")
    there.by_hand(positions.trading_stop, **place, tpslMode="Partial", stopLoss=stop, slSize="0.04")


async def test_two_that_are_placed_in_the_same_millisecond_have_a_name_each() -> None:
    clock = StandingClock()
    async with (
        open_stand_in(clock) as there,
        open_bybit(profile_of(there), places_of(there), clock) as venue,
    ):
        there.move(BTC, 50000)
        await venue.instruments()
        eth = replace(entry("b", stop="2900"), symbol=Symbol(ETH))
        assert [type(await venue.enter(order)) for order in (entry("a"), eth)] == [Accepted, Accepted]
        split(there, BTC, "49500")
        split(there, ETH, "2950")
        answers = await asyncio.gather(
            venue.set_stop(Symbol(BTC), Side.LONG, price(49000)),
            venue.set_stop(Symbol(ETH), Side.LONG, price(2900)),
        )
        assert [type(answer) for answer in answers] == [Accepted, Accepted], answers
        names = {one.link_id for one in there.books.live() if one.link_id.startswith("guard")}
        assert len(names) == 2
