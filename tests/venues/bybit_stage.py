"""Bybit's stand-in and our client against it, as a stage for cards and a bench for faults."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from core.runtime.clock import SystemClock
from core.vocabulary import Symbol
from tests.standins.bybit_v5 import BybitV5
from tests.standins.bybit_v5 import open_bybit as open_stand_in
from venues.bybit.fitness import Rounds
from venues.bybit.places import Places, Profile
from venues.bybit.stream import Pace
from venues.bybit.venue import PACE, BybitVenue, open_bybit
from venues.matching import Depth

BTC = "BTCUSDT"
CREATE = "/v5/order/create"
PATIENCE_S = 10.0
ROUNDS = Rounds(clock=60.0, key=60.0, rules=60.0, troubled=0.5)


@dataclass(frozen=True, slots=True)
class BybitWire:
    """Aims the stand-in's faults as the cards name them."""

    there: BybitV5

    def lose_answer(self) -> None:
        self.there.faults.aim("B01", CREATE)

    def lose_request(self) -> None:
        self.there.faults.aim("B37", CREATE, how="abort")

    def answer_strangely(self) -> None:
        self.there.faults.aim("B08", CREATE, how="unknown")

    def reject_later(self) -> None:
        self.there.faults.aim("B12", CREATE)

    def cut(self) -> None:
        self.there.drop()

    def read_stale(self) -> None:
        self.there.faults.aim("B17", "/v5/position/list")

    def repeat(self) -> None:
        self.there.faults.aim("B16", "execution", how="duplicate")

    def coarsen(self) -> None:
        self.there.rule(BTC, "lotSizeFilter", qtyStep="0.01")

    def skew(self) -> None:
        self.there.faults.aim("B04", CREATE, how="behind", size=10)

    def revoke(self) -> None:
        self.there.key().known = False


@dataclass(frozen=True, slots=True)
class BybitStage:
    venue: BybitVenue
    there: BybitV5

    @property
    def wire(self) -> BybitWire:
        return BybitWire(self.there)

    def move(self, value: str | int) -> None:
        self.there.move(BTC, value)


def places_of(there: BybitV5) -> Places:
    return Places(there.rest_url, there.rest_url, there.public_url, there.private_url)


def profile_of(there: BybitV5, key: str = "trader", *, hedge: bool = False) -> Profile:
    known = there.key(key)
    return Profile("bybit-demo", "demo", known.api_key, known.secret, hedge)


@asynccontextmanager
async def bybit_stage(
    *,
    hedge: bool = False,
    depth: Depth | None = None,
    key: str = "trader",
    pace: Pace = PACE,
    rounds: Rounds = ROUNDS,
) -> AsyncIterator[BybitStage]:
    """A venue whose pre-flight has passed and whose stream is up; the price stands at 50000."""
    async with open_stand_in(SystemClock(), hedge=hedge, depth=depth) as there:
        there.move(BTC, 50000)
        places, profile = places_of(there), profile_of(there, key, hedge=hedge)
        async with open_bybit(profile, places, SystemClock(), pace=pace, rounds=rounds) as venue:
            assert Symbol(BTC) in await venue.instruments()
            await until(lambda: venue.stream.is_up)
            yield BybitStage(venue, there)


async def until(is_so: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Wait for something to be so."""
    async with asyncio.timeout(patience_s):
        while not is_so():  # noqa: ASYNC110 - what is waited for has no event of its own
            await asyncio.sleep(0.005)
