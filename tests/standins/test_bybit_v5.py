"""The real pybit trades on the stand-in: what a Bybit account does, order by order."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from core.vocabulary import Money
from tests.bot.desk_for_tests import PlayedClock
from tests.standins.bybit_clients import LIMIT, PLACE, a_desk, at_the_desk
from tests.standins.bybit_v5 import open_bybit
from venues.matching import Depth

D = Decimal


async def test_pybit_reads_time_contracts_and_prices() -> None:
    async with a_desk() as desk:
        assert (await desk.ask("get_server_time"))["timeSecond"].isdigit()
        page = await desk.ask("get_instruments_info", category="linear", limit=1)
        rest = await desk.ask("get_instruments_info", category="linear", limit=1, cursor=page["nextPageCursor"])
        assert [page["list"][0]["symbol"], rest["list"][0]["symbol"]] == ["BTCUSDT", "ETHUSDT"]
        assert rest["nextPageCursor"] == ""
        assert (await desk.ask("get_tickers", **PLACE))["list"][0]["lastPrice"] == "60000"
        assert (await desk.ask("get_orderbook", **PLACE))["b"] == [["60000", "1"]]
        assert len((await desk.ask("get_risk_limit", **PLACE))["list"]) == 3


async def test_an_attached_stop_is_the_positions_stop_at_the_fill() -> None:
    async with a_desk() as desk:
        await desk.order(stopLoss="59000", takeProfit="62000", orderLinkId="one")
        held = await desk.position()
        assert (held["side"], held["size"], held["avgPrice"]) == ("Buy", "0.01", "60000")
        assert (held["stopLoss"], held["takeProfit"], held["tpslMode"]) == ("59000", "62000", "Full")
        exits = {row["stopOrderType"]: row for row in await desk.orders()}
        assert {kind: row["triggerPrice"] for kind, row in exits.items()} == {
            "StopLoss": "59000",
            "TakeProfit": "62000",
        }
        assert {row["orderStatus"] for row in exits.values()} == {"Untriggered"}
        desk.venue.move("BTCUSDT", 58_950)
        assert (await desk.position())["size"] == "0"
        assert await desk.orders() == []
        out, into = await desk.fills()
        assert (out["stopOrderType"], out["createType"], out["execPrice"]) == ("StopLoss", "CreateByStopLoss", "58950")
        assert (out["orderLinkId"], out["closedSize"], into["orderLinkId"], into["closedSize"]) == (
            "",
            "0.01",
            "one",
            "0",
        )
        assert [row["orderStatus"] for row in await desk.history()] == ["Deactivated", "Filled", "Filled"]


async def test_a_target_that_is_met_is_a_take_profit() -> None:
    async with a_desk() as desk:
        await desk.order(side="Sell", stopLoss="61000", takeProfit="58000")
        desk.venue.move("BTCUSDT", 57_990)
        assert (await desk.fills())[0]["stopOrderType"] == "TakeProfit"
        assert desk.venue.truth().positions == ()


async def test_a_limit_rests_is_amended_in_place_and_cancelled() -> None:
    async with a_desk() as desk:
        made = await desk.order(**LIMIT, orderLinkId="rest")
        await desk.ask("amend_order", **PLACE, orderLinkId="rest", price="58500", qty="0.02")
        (row,) = await desk.orders(orderLinkId="rest")
        assert (row["orderId"], row["price"], row["qty"]) == (made["orderId"], "58500", "0.02")
        await desk.ask("cancel_order", **PLACE, orderId=made["orderId"])
        assert await desk.orders() == []
        (gone,) = await desk.history(orderLinkId="rest")
        assert (gone["orderStatus"], gone["cancelType"]) == ("Cancelled", "CancelByUser")
        assert await desk.code("cancel_order", **PLACE, orderLinkId="rest") == 110001
        assert await desk.code("amend_order", **PLACE, orderLinkId="rest", qty="0.03") == 110001


async def test_the_stop_of_an_unfilled_order_moves_with_its_limit() -> None:
    async with a_desk() as desk:
        await desk.order(**LIMIT, stopLoss="58000", takeProfit="60500", orderLinkId="rest")
        mine = PLACE | {"orderLinkId": "rest"}
        await desk.ask("amend_order", **mine, price="57000", stopLoss="56000", takeProfit="0")
        (row,) = await desk.orders()
        assert (row["price"], row["stopLoss"], row["takeProfit"]) == ("57000", "56000", "")
        assert await desk.code("amend_order", **mine, stopLoss="57500") == 10001
        assert await desk.code("amend_order", **mine, stopLoss="56000") == 10001
        assert (await desk.orders())[0]["stopLoss"] == "56000"
        desk.venue.move("BTCUSDT", 57_000)
        assert (await desk.position())["stopLoss"] == "56000"


async def test_a_thin_book_fills_a_market_order_in_part_and_cancels_the_rest() -> None:
    thin = Depth(levels=1, notional_per_level=Money(D(600)))
    async with a_desk(depth=thin) as desk:
        await desk.order(qty="0.03", stopLoss="59000", orderLinkId="part")
        (row,) = await desk.history(orderLinkId="part")
        assert (row["orderStatus"], row["cumExecQty"], row["rejectReason"]) == (
            "Cancelled",
            "0.01",
            "EC_NoImmediateQtyToFill",
        )
        assert row["price"] == "63000", "a market order is shown with the price of its cap"
        held = await desk.position()
        assert (held["size"], held["stopLoss"]) == ("0.01", "59000")
        assert desk.venue.faults.hits["B14"]


async def test_a_conditional_order_waits_for_its_trigger() -> None:
    async with a_desk() as desk:
        await desk.order(triggerPrice="60500", triggerDirection=1, stopLoss="60000", orderLinkId="break")
        (row,) = await desk.orders()
        assert (row["orderStatus"], row["stopOrderType"], row["triggerDirection"]) == ("Untriggered", "Stop", 1)
        await desk.ask("amend_order", **PLACE, orderLinkId="break", triggerPrice="60600")
        desk.venue.move("BTCUSDT", 60_550)
        assert (await desk.position())["size"] == "0"
        desk.venue.move("BTCUSDT", 60_620)
        held = await desk.position()
        assert (held["size"], held["stopLoss"]) == ("0.01", "60000")
        stop_limit = {"triggerPrice": "61000", "triggerDirection": 1, "price": "61010", "orderType": "Limit"}
        await desk.order(**stop_limit, orderLinkId="limit")
        await desk.ask("cancel_order", **PLACE, orderLinkId="limit")
        assert (await desk.history(orderLinkId="limit"))[0]["orderStatus"] == "Deactivated"


async def test_a_conditional_order_that_met_its_trigger_in_vain_is_cancelled_and_not_deactivated() -> None:
    async with a_desk(depth=Depth(levels=1, notional_per_level=Money(D(600)))) as desk:
        await desk.order(triggerPrice="60500", triggerDirection=1, qty="0.03", timeInForce="FOK", orderLinkId="vain")
        await desk.order(triggerPrice="60600", triggerDirection=1, orderLinkId="unmet")
        desk.venue.move("BTCUSDT", 60_500)
        await desk.ask("cancel_order", **PLACE, orderLinkId="unmet")
        ends = {row["orderLinkId"]: row["orderStatus"] for row in await desk.history()}
        assert ends == {"vain": "Cancelled", "unmet": "Deactivated"}


async def test_both_sides_of_a_symbol_are_held_in_hedge_mode() -> None:
    async with a_desk() as desk:
        assert await desk.refusal(positionIdx=1) == 10001
        await desk.ask("switch_position_mode", category="linear", coin="USDT", mode=3)
        assert await desk.code("switch_position_mode", category="linear", coin="USDT", mode=3) == 110025
        await desk.order(positionIdx=1, stopLoss="59000")
        assert [row["side"] for row in (await desk.ask("get_positions", **PLACE))["list"]] == ["Buy", ""]
        await desk.order(positionIdx=2, side="Sell", qty="0.02", stopLoss="61000")
        assert (await desk.position(1))["stopLoss"] == "59000"
        assert (await desk.position(2))["size"] == "0.02"
        assert await desk.refusal(positionIdx=0) == 10001
        assert await desk.code("switch_position_mode", category="linear", coin="USDT", mode=0) == 110024
        await desk.order(positionIdx=1, side="Sell", reduceOnly=True)
        assert (await desk.position(1))["size"] == "0"
        assert desk.venue.faults.hits["B19"] == 2


async def test_a_batch_answers_for_each_order() -> None:
    async with a_desk() as desk:
        item = {"symbol": "BTCUSDT", "side": "Buy", "orderType": "Limit", "qty": "0.01"}
        prices = ("59000", "590000", "58000")
        request = [item | {"price": price, "orderLinkId": f"b{price}"} for price in prices]
        answer = await desk.ask("place_batch_order", category="linear", request=request)
        assert [bool(row["orderId"]) for row in answer["list"]] == [True, False, True]
        amended = [{"symbol": "BTCUSDT", "orderLinkId": f"b{price}", "qty": "0.02"} for price in prices]
        answer = await desk.ask("amend_batch_order", category="linear", request=amended)
        assert {row["qty"] for row in await desk.orders()} == {"0.02"}
        names = [{"symbol": "BTCUSDT", "orderLinkId": f"b{price}"} for price in prices]
        answer = await desk.ask("cancel_batch_order", category="linear", request=names)
        assert [bool(row["orderId"]) for row in answer["list"]] == [True, False, True]
        assert await desk.code("place_batch_order", category="linear", request=request * 4) == 10001


async def test_the_stop_of_a_position_is_moved_in_place_and_taken_away() -> None:
    async with a_desk() as desk:
        stop = PLACE | {"positionIdx": 0, "tpslMode": "Full"}
        assert await desk.code("set_trading_stop", **stop, stopLoss="59000") == 10001
        await desk.order(stopLoss="59000")
        (before,) = await desk.orders()
        await desk.ask("set_trading_stop", **stop, stopLoss="59500")
        (after,) = await desk.orders()
        assert (after["orderId"], after["triggerPrice"]) == (before["orderId"], "59500")
        assert await desk.code("set_trading_stop", **stop, stopLoss="59500") == 34040
        assert await desk.code("set_trading_stop", **stop, stopLoss="60500") == 10001
        await desk.ask("set_trading_stop", **stop, takeProfit="61000", stopLoss="59600")
        await desk.ask("set_trading_stop", **stop, stopLoss="0")
        held = await desk.position()
        assert (held["stopLoss"], held["takeProfit"]) == ("", "61000")
        assert desk.venue.faults.hits["B20"] == 1
        assert desk.venue.faults.hits["B24"] == 1


async def test_partial_stops_come_in_pairs_of_which_one_ends_the_other() -> None:
    async with a_desk() as desk:
        await desk.order(qty="0.04")
        part = PLACE | {"positionIdx": 0, "tpslMode": "Partial"}
        sizes = {"tpSize": "0.01", "slSize": "0.01"}
        await desk.ask("set_trading_stop", **part, **sizes, stopLoss="59000", takeProfit="61000")
        await desk.ask("set_trading_stop", **part, slSize="0.03", stopLoss="58500")
        kinds = sorted(row["stopOrderType"] for row in await desk.orders())
        assert kinds == ["PartialStopLoss", "PartialStopLoss", "PartialTakeProfit"]
        wrong = {"tpSize": "0.01", "slSize": "0.02", "stopLoss": "59000", "takeProfit": "61000"}
        assert await desk.code("set_trading_stop", **part, **wrong) == 10001
        full = PLACE | {"positionIdx": 0, "tpslMode": "Full"}
        assert await desk.code("set_trading_stop", **full, stopLoss="59100") == 110055
        desk.venue.move("BTCUSDT", 61_010)
        assert (await desk.position())["size"] == "0.03"
        (left,) = await desk.orders()
        assert left["triggerPrice"] == "58500"
        ended = {row["cancelType"] for row in await desk.history() if row["orderStatus"] == "Deactivated"}
        assert ended == {"CancelByTpSlTsClear"}
        desk.venue.move("BTCUSDT", 58_400)
        assert desk.venue.truth().positions == ()
        assert desk.venue.faults.hits["B27"] == 2


async def test_a_partial_stop_attached_to_an_order_grows_with_its_fills() -> None:
    thin = Depth(levels=1, notional_per_level=Money(D(600)))
    async with a_desk(depth=thin) as desk:
        await desk.order(**LIMIT, qty="0.02", stopLoss="58000", tpslMode="Partial")
        for price in (58_900, 58_800):
            desk.venue.move("BTCUSDT", price)
        assert [(row["stopOrderType"], row["qty"]) for row in await desk.orders()] == [("PartialStopLoss", "0.02")]


async def test_a_trailing_stop_follows_the_price_and_sells_when_it_falls_back() -> None:
    async with a_desk() as desk:
        await desk.order()
        await desk.ask(
            "set_trading_stop", **PLACE, positionIdx=0, tpslMode="Full", trailingStop="500", activePrice="60500"
        )
        for price in (59_600, 60_600, 61_000, 60_600):
            desk.venue.move("BTCUSDT", price)
        assert (await desk.position())["trailingStop"] == "500"
        desk.venue.move("BTCUSDT", 60_490)
        assert (await desk.fills())[0]["stopOrderType"] == "TrailingStop"
        assert desk.venue.truth().positions == ()


async def test_reduce_only_orders_are_clipped_and_end_with_the_position() -> None:
    async with a_desk() as desk:
        assert await desk.refusal(side="Sell", reduceOnly=True) == 110017
        await desk.order()
        await desk.order(side="Sell", reduceOnly=True, orderType="Limit", price="61000", qty="0.01", orderLinkId="tp")
        await desk.order(side="Sell", reduceOnly=True, closeOnTrigger=True, qty="0")
        assert (await desk.position())["size"] == "0"
        (row,) = await desk.history(orderLinkId="tp")
        assert (row["orderStatus"], row["cancelType"]) == ("Cancelled", "CancelByReduceOnly")


async def test_cancel_all_takes_the_positions_stop_unless_it_is_told_not_to() -> None:
    async with a_desk() as desk:
        await desk.order(stopLoss="59000")
        await desk.order(**LIMIT)
        await desk.order(triggerPrice="61000", triggerDirection=1)
        only = {"orderFilter": "StopOrder", "stopOrderType": "Stop"}
        assert len((await desk.ask("cancel_all_orders", **PLACE, **only))["list"]) == 1
        assert len((await desk.ask("cancel_all_orders", **PLACE, orderFilter="Order"))["list"]) == 1
        assert (await desk.position())["stopLoss"] == "59000"
        await desk.ask("cancel_all_orders", **PLACE)
        assert (await desk.position())["stopLoss"] == ""


async def test_wallet_leverage_and_modes_are_told() -> None:
    async with a_desk() as desk:
        wallet = (await desk.ask("get_wallet_balance", accountType="UNIFIED"))["list"][0]
        assert (wallet["totalEquity"], wallet["coin"][0]["coin"]) == ("10000", "USDT")
        await desk.ask("set_leverage", **PLACE, buyLeverage="5", sellLeverage="5")
        assert await desk.code("set_leverage", **PLACE, buyLeverage="5", sellLeverage="5") == 110043
        assert await desk.code("set_leverage", **PLACE, buyLeverage="101", sellLeverage="101") == 110013
        assert (await desk.position())["leverage"] == "5"
        await desk.ask("set_margin_mode", setMarginMode="ISOLATED_MARGIN")
        assert await desk.code("set_margin_mode", setMarginMode="ISOLATED_MARGIN") == 110026
        assert (await desk.ask("get_account_info"))["marginMode"] == "ISOLATED_MARGIN"
        assert (await desk.ask("get_fee_rates", **PLACE))["list"][0]["takerFeeRate"] == "0.00055"
        told = await desk.ask("get_api_key_information")
        assert told["permissions"]["ContractTrade"] == ["Order", "Position"]


async def test_executions_and_history_come_in_pages_newest_first() -> None:
    async with a_desk() as desk:
        for number in range(3):
            await desk.order(orderLinkId=f"o{number}")
        page = await desk.ask("get_executions", category="linear", limit=2)
        rest = await desk.ask("get_executions", category="linear", limit=2, cursor=page["nextPageCursor"])
        assert [row["orderLinkId"] for row in page["list"] + rest["list"]] == ["o2", "o1", "o0"]
        assert len(await desk.fills(orderLinkId="o1")) == 1
        assert await desk.fills(orderLinkId="never") == []
        assert await desk.code("get_executions", category="linear", startTime=1, endTime=8 * 86_400_000) == 10001


async def test_a_book_that_was_emptied_is_full_again_a_second_later() -> None:
    clock = PlayedClock(datetime.now(UTC))
    thin = Depth(levels=1, notional_per_level=Money(D(600)))
    async with open_bybit(clock, depth=thin) as venue, at_the_desk(venue) as desk:
        for link, filled in (("a", "0.01"), ("b", "0")):
            await desk.order(orderLinkId=link)
            assert (await desk.history(orderLinkId=link))[0]["cumExecQty"] == filled
        clock.forward(1)
        await desk.order(orderLinkId="c")
        assert (await desk.history(orderLinkId="c"))[0]["cumExecQty"] == "0.01"
