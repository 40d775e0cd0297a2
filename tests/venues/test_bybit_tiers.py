"""What leverage Bybit allows a position of a given worth is known before its order is sent."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from decimal import Decimal

from core.instrument import Tier
from core.orders import Silent
from core.vocabulary import Money, Symbol
from tests.venues.bybit_stage import BTC, ROUNDS, bybit_stage, until
from venues.bybit.tiers import tiers

TIERS = tuple(
    Tier(Money(Decimal(worth)), Decimal(leverage))
    for worth, leverage in ((2_000_000, "100.00"), (4_000_000, "50.00"), (8_000_000, "25.00"))
)


async def test_the_tiers_are_read_behind_everything_else_and_outlive_a_refresh_of_the_rules() -> None:
    async with bybit_stage() as stage:
        catalogue = await stage.venue.instruments()
        await until(lambda: catalogue[Symbol(BTC)].tiers == TIERS)
        await stage.venue.fitness.refresh_rules()
        assert catalogue[Symbol(BTC)].tiers == TIERS


async def test_the_tiers_of_every_page_are_read() -> None:
    async with bybit_stage() as stage:
        for number in range(40):
            stage.there.contract(f"COIN{number}USDT")
        found = await tiers(stage.there.rest_url)
        assert len(found) == 42
        assert set(found.values()) == {TIERS}


async def test_they_are_not_asked_for_while_the_address_is_shut_out() -> None:
    async with bybit_stage(rounds=replace(ROUNDS, rules=0.05, troubled=0.05)) as stage:
        catalogue = await stage.venue.instruments()
        await until(lambda: catalogue[Symbol(BTC)].tiers == TIERS)
        stage.there.faults.aim("B06", "/v5/account/wallet-balance", how="403")
        assert isinstance(await stage.venue.observe(), Silent)
        await asyncio.sleep(0.2)  # what was under way ends
        asked = len(stage.there.door.requests)
        await asyncio.sleep(0.5)
        assert len(stage.there.door.requests) == asked
