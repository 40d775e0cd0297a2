"""Margin mode and leverage are set by the first trade that needs them, before its order, and by no other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from decimal import Decimal

from core.orders import Accepted, Refused
from core.runtime.clock import SystemClock
from core.vocabulary import OrderTag, Symbol
from tests.standins.bybit_v5 import open_bybit as open_stand_in
from tests.standins.bybit_v5 import positions
from tests.venues.bybit_stage import BTC, CREATE, BybitStage, places_of, profile_of
from tests.venues.contract import entry
from venues.bybit.venue import open_bybit

MODE, LEVERAGE = "/v5/account/set-margin-mode", "/v5/position/set-leverage"


@asynccontextmanager
async def stage_with(margin_mode: str) -> AsyncIterator[BybitStage]:
    async with open_stand_in(SystemClock()) as there:
        there.move(BTC, 50000)
        profile = replace(profile_of(there), margin_mode=margin_mode)
        async with open_bybit(profile, places_of(there), SystemClock()) as venue:
            await venue.instruments()
            yield BybitStage(venue, there)


def written(stage: BybitStage) -> list[str]:
    return [path for method, path, _ in stage.there.door.requests if method == "POST"]


async def test_the_margin_mode_is_set_before_the_first_trade_that_needs_it_and_only_then() -> None:
    async with stage_with("isolated") as stage:
        assert written(stage) == [], "looking whether we may trade changes nothing"
        assert isinstance(await stage.venue.enter(entry("a", "0.01")), Accepted)
        assert written(stage) == [MODE, LEVERAGE, CREATE]
        assert stage.there.books.margin_mode == "ISOLATED_MARGIN"
        assert isinstance(await stage.venue.enter(entry("b", "0.01")), Accepted)
        await stage.venue.inspect()
        assert isinstance(await stage.venue.enter(entry("c", "0.01")), Accepted)
        assert written(stage) == [MODE, LEVERAGE, CREATE, CREATE, CREATE]
        dearer = replace(entry("d", "0.01"), leverage=Decimal(7))
        assert isinstance(await stage.venue.enter(dearer), Accepted)
        assert written(stage)[5:] == [LEVERAGE, CREATE]


async def test_a_leverage_that_its_owner_changed_by_hand_is_set_again_for_the_next_trade() -> None:
    async with stage_with("") as stage:
        await stage.venue.enter(entry("a", "0.01"))
        stage.there.by_hand(positions.set_leverage, symbol=BTC, buyLeverage="50", sellLeverage="50")
        await stage.venue.observe()
        await stage.venue.enter(entry("b", "0.01"))
        assert written(stage) == [LEVERAGE, CREATE, LEVERAGE, CREATE]
        assert stage.there.books.engine.leverage_of(Symbol(BTC)) == entry("b").leverage
        await stage.venue.observe()
        await stage.venue.enter(entry("c", "0.01"))
        assert written(stage)[4:] == [CREATE]


async def test_a_margin_mode_that_is_so_already_is_not_set() -> None:
    async with stage_with("cross") as stage:
        await stage.venue.enter(entry("a", "0.01"))
        assert written(stage) == [LEVERAGE, CREATE]


async def test_a_margin_mode_that_nobody_configured_is_left_as_it_is() -> None:
    async with stage_with("") as stage:
        stage.there.books.margin_mode = "ISOLATED_MARGIN"
        await stage.venue.instruments()
        await stage.venue.enter(entry("a", "0.01"))
        assert written(stage) == [LEVERAGE, CREATE]
        assert stage.there.books.margin_mode == "ISOLATED_MARGIN"


async def test_a_margin_mode_that_cannot_be_set_sends_no_order_and_says_so() -> None:
    async with stage_with("isolated") as stage:
        stage.there.faults.aim("B01", MODE)
        answer = await stage.venue.enter(entry("a", "0.01"))
        assert isinstance(answer, Refused)
        assert "the margin mode could not be set" in answer.reason
        assert "no order was sent" in answer.reason
        assert OrderTag("a") not in {order.tag for order in stage.there.truth().orders}
