"""A second opinion: ccxt reads the same answers with another eye, and finds the same account in them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import localcontext
from typing import Any

import pytest

from core.runtime.clock import SystemClock
from tests.standins.bybit_v5 import BybitV5, open_bybit

BTC = "BTC/USDT:USDT"


@asynccontextmanager
async def ccxt_at(venue: BybitV5, name: str = "trader") -> AsyncIterator[Any]:
    from ccxt.async_support.bybit import bybit

    key = venue.key(name)
    options = {"enableUnifiedAccount": True, "enableUnifiedMargin": True, "fetchMarkets": {"types": ["linear"]}}
    exchange = bybit({"apiKey": key.api_key, "secret": key.secret, "options": options, "timeout": 3000})
    exchange.has["fetchCurrencies"] = False
    exchange.urls["api"] = dict.fromkeys(exchange.urls["api"], venue.rest_url)
    try:
        with localcontext():  # it rounds half up from its first number on, and so would everybody behind it
            await exchange.load_markets()
            yield exchange
    finally:
        await exchange.close()


@asynccontextmanager
async def a_market() -> AsyncIterator[tuple[BybitV5, Any]]:
    async with open_bybit(SystemClock()) as venue, ccxt_at(venue) as exchange:
        yield venue, exchange


async def test_ccxt_finds_the_contracts_and_their_steps() -> None:
    async with a_market() as (_, exchange):
        market = exchange.market(BTC)
        assert market["precision"] == {"amount": 0.001, "price": 0.1}
        assert market["limits"]["cost"]["min"] == 5.0
        assert (await exchange.fetch_ticker(BTC))["last"] == 60_000.0
        assert await exchange.fetch_time() > 0


async def test_ccxt_sends_an_entry_with_its_stop_and_finds_both() -> None:
    async with a_market() as (venue, exchange):
        attached = {"stopLoss": {"triggerPrice": 58_000}, "takeProfit": {"triggerPrice": 65_000}}
        made = await exchange.create_order(BTC, "limit", "buy", 0.01, 59_000, {"clientOrderId": "one", **attached})
        await exchange.edit_order(made["id"], BTC, "limit", "buy", 0.02, 59_100)
        (resting,) = await exchange.fetch_open_orders(BTC)
        assert (resting["clientOrderId"], resting["status"], resting["amount"]) == ("one", "open", 0.02)
        venue.move("BTCUSDT", 59_000)
        (held,) = await exchange.fetch_positions([BTC])
        assert (held["side"], held["contracts"], held["entryPrice"]) == ("long", 0.02, 59_100.0)
        assert (held["stopLossPrice"], held["takeProfitPrice"]) == (58_000.0, 65_000.0)
        (trade,) = await exchange.fetch_my_trades(BTC)
        assert (trade["price"], trade["amount"], trade["takerOrMaker"]) == (59_100.0, 0.02, "maker")
        (closed,) = await exchange.fetch_closed_orders(BTC)
        assert (closed["status"], closed["filled"]) == ("closed", 0.02)


async def test_ccxt_raises_for_refusals_what_it_raises_for_the_real_ones() -> None:
    import ccxt

    async with a_market() as (_, exchange):
        await exchange.create_order(BTC, "market", "buy", 0.01, None, {"clientOrderId": "one"})
        with pytest.raises(ccxt.InvalidOrder, match="110072"):
            await exchange.create_order(BTC, "market", "buy", 0.01, None, {"clientOrderId": "one"})
        with pytest.raises(ccxt.InsufficientFunds):
            await exchange.create_order(BTC, "market", "buy", 5)
        with pytest.raises(ccxt.OrderNotFound):
            await exchange.cancel_order("none", BTC)
        with pytest.raises(ccxt.InvalidOrder, match="110017"):
            await exchange.create_order(BTC, "market", "buy", 0.01, None, {"reduceOnly": True})


async def test_ccxt_tells_a_lost_answer_from_a_refusal() -> None:
    import ccxt

    async with a_market() as (venue, exchange):
        for how, error in (("502", ccxt.ExchangeNotAvailable), ("abort", ccxt.ExchangeNotAvailable)):
            venue.faults.aim("B01", "/v5/order/create", how=how)
            with pytest.raises(error):
                await exchange.create_order(BTC, "market", "buy", 0.01, None, {"clientOrderId": how})
            assert [one.tag for one in venue.truth().executions if one.tag == how] == [how]
        venue.faults.aim("B06", "/v5/order/create", how="10006")
        with pytest.raises(ccxt.RateLimitExceeded):
            await exchange.create_order(BTC, "market", "buy", 0.01)
        venue.faults.aim("B04", "/v5/order/create")
        with pytest.raises(ccxt.InvalidNonce):
            await exchange.create_order(BTC, "market", "buy", 0.01)


async def test_ccxt_holds_both_sides_sets_leverage_and_cancels_all() -> None:
    async with a_market() as (venue, exchange):
        await exchange.set_leverage(5, BTC)
        await exchange.set_position_mode(True, BTC)
        await exchange.create_order(BTC, "market", "buy", 0.01, None, {"positionIdx": 1})
        await exchange.create_order(BTC, "market", "sell", 0.02, None, {"positionIdx": 2})
        held = {one["side"]: one["contracts"] for one in await exchange.fetch_positions([BTC])}
        assert held == {"long": 0.01, "short": 0.02}
        trail = {"trailingAmount": "100", "positionIdx": 1, "tpslMode": "Full"}
        await exchange.create_order(BTC, "market", "sell", 0.01, None, trail)
        assert [one.distance for one in venue.books.protection.trails.values()] == [100]
        two = [
            {
                "symbol": BTC,
                "type": "limit",
                "side": "buy",
                "amount": 0.01,
                "price": price,
                "params": {"positionIdx": 1},
            }
            for price in (59_000, 58_000)
        ]
        assert len(await exchange.create_orders(two)) == 2
        await exchange.cancel_all_orders(BTC)
        assert await exchange.fetch_open_orders(BTC) == []
        assert (await exchange.fetch_balance())["USDT"]["total"] > 9_900


async def test_ccxt_sends_a_conditional_exit_with_its_direction() -> None:
    async with a_market() as (venue, exchange):
        await exchange.create_order(BTC, "market", "buy", 0.01)
        await exchange.create_order(BTC, "market", "sell", 0.01, None, {"stopLossPrice": 58_500})
        (waiting,) = await exchange.fetch_open_orders(BTC, None, None, {"trigger": True})
        assert (waiting["triggerPrice"], waiting["reduceOnly"]) == (58_500.0, True)
        venue.move("BTCUSDT", 58_400)
        assert venue.truth().positions == ()
