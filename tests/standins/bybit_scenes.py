"""What each fault of the catalogue looks like to pybit: one small scene for each."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import aiohttp
import pytest
import requests
from pybit.exceptions import FailedRequestError, InvalidRequestError

from core.vocabulary import OrderTag, Side
from tests.standins.bybit_clients import LIMIT, PLACE, Desk, at_the_desk
from tests.standins.bybit_v5 import SWITCHES

CREATE = "/v5/order/create"
REALTIME = "/v5/order/realtime"
STOP = PLACE | {"positionIdx": 0, "tpslMode": "Full"}
Scene = Callable[[Desk], Awaitable[None]]


async def a_reply_is_lost_and_the_order_is_done(desk: Desk) -> None:
    for how in ("502", "504", "abort", "html"):
        desk.venue.faults.aim("B01", CREATE, how=how)
        with pytest.raises((FailedRequestError, requests.exceptions.ConnectionError)):
            await desk.order(orderLinkId=how)
        assert [row["orderStatus"] for row in await desk.history(orderLinkId=how)] == ["Filled"]
        assert await desk.refusal(orderLinkId=how) == 110072


async def a_request_is_stuck_and_arrives_later(desk: Desk) -> None:
    desk.venue.faults.aim("B02", CREATE)
    sent = asyncio.create_task(desk.order(orderLinkId="late"))
    await desk.venue.until(lambda: desk.venue.door.hold.waiting > 0)
    assert await desk.orders(orderLinkId="late") == []
    desk.venue.door.hold.release()
    await sent
    assert desk.venue.truth().orders[-1].tag == OrderTag("late")


async def the_server_errs_with_and_without_doing_it(desk: Desk) -> None:
    for how, done in (("10016-done", True), ("10016-lost", False), ("10000-done", True), ("10000-lost", False)):
        desk.venue.faults.aim("B03", CREATE, how=how)
        assert await desk.refusal(orderLinkId=how) == int(how[:5])
        assert (OrderTag(how) in {one.tag for one in desk.venue.truth().orders}) is done


async def the_clocks_disagree(desk: Desk) -> None:
    desk.venue.faults.aim("B04", CREATE, how="ahead", size=10)
    desk.http.retry_codes = set()
    assert await desk.refusal() == 10002
    assert desk.venue.truth().orders == ()


async def a_key_is_flipped_in_the_middle_of_the_run(desk: Desk) -> None:
    for how in SWITCHES["B05"]:
        desk.venue.faults.aim("B05", CREATE, how=how)
        with pytest.raises((InvalidRequestError, FailedRequestError)):
            await desk.order()
    assert desk.venue.truth().orders == ()


async def a_limit_is_hit_and_the_address_is_banned(desk: Desk) -> None:
    desk.http.max_retries = 1
    for how in ("10006", "429", "403"):
        desk.venue.faults.aim("B06", CREATE, how=how)
        with pytest.raises(FailedRequestError):
            await desk.order()
    with pytest.raises(FailedRequestError) as refused:
        await desk.position()
    assert refused.value.status_code == 403, "for ten minutes, whatever is asked"


async def a_limit_is_reset_in_the_past(desk: Desk) -> None:
    desk.venue.faults.aim("B07", CREATE)
    with pytest.raises(ValueError, match="non-negative"):
        await desk.order()


async def the_envelope_is_odd(desk: Desk) -> None:
    for how in SWITCHES["B08"]:
        desk.venue.faults.aim("B08", CREATE, how=how)
        with contextlib.suppress(InvalidRequestError):  # without a code pybit takes anything for a yes
            await desk.order(orderLinkId=how)
        assert OrderTag(how) in {one.tag for one in desk.venue.truth().orders}


async def an_id_is_used_twice(desk: Desk) -> None:
    await desk.order(orderLinkId="same")
    assert await desk.refusal(orderLinkId="same") == 110072


async def an_id_is_too_long_or_of_other_letters(desk: Desk) -> None:
    assert await desk.refusal(orderLinkId="x" * 37) == 10001
    assert await desk.refusal(orderLinkId="a b") == 10001


async def an_order_is_gone_before_it_is_cancelled(desk: Desk) -> None:
    await desk.order(orderLinkId="done")
    assert await desk.code("cancel_order", **PLACE, orderLinkId="done") == 110001


async def an_order_is_taken_and_rejected_a_moment_later(desk: Desk) -> None:
    desk.venue.faults.aim("B12", CREATE, how="EC_ReachRiskPriceLimit")
    await desk.order(orderLinkId="no")
    (row,) = await desk.history(orderLinkId="no")
    assert (row["orderStatus"], row["rejectReason"], row["cumExecQty"]) == ("Rejected", "EC_ReachRiskPriceLimit", "0")
    await desk.order(orderType="Limit", price="60100", timeInForce="PostOnly", orderLinkId="taker")
    assert (await desk.history(orderLinkId="taker"))[0]["rejectReason"] == "EC_PostOnlyWillTakeLiquidity"


async def a_market_order_fills_in_part_or_not_at_all(desk: Desk) -> None:
    for how, filled in (("part", "0.005"), ("none", "0")):
        desk.venue.faults.aim("B13", CREATE, how=how)
        await desk.order(orderLinkId=how)
        (row,) = await desk.history(orderLinkId=how)
        assert (row["orderStatus"], row["cumExecQty"], row["qty"]) == ("Cancelled", filled, "0.01")


async def the_price_of_a_market_order_is_its_cap(desk: Desk) -> None:
    await desk.order(orderLinkId="cap")
    assert (await desk.history(orderLinkId="cap"))[0]["price"] == "63000"


async def an_order_is_read_as_it_was(desk: Desk) -> None:
    await desk.order(orderLinkId="old")
    desk.venue.faults.aim("B15", REALTIME)
    (row,) = await desk.orders(orderLinkId="old")
    assert (row["orderStatus"], row["cumExecQty"]) == ("New", "0")
    assert (await desk.orders(orderLinkId="old"))[0]["orderStatus"] == "Filled"


async def a_position_is_not_seen_right_after_the_fill(desk: Desk) -> None:
    await desk.order(stopLoss="59000")
    desk.venue.faults.aim("B17", "/v5/position/list")
    assert (await desk.position())["size"] == "0"
    assert (await desk.position())["size"] == "0.01"


async def the_empty_side_comes_first(desk: Desk) -> None:
    await desk.ask("switch_position_mode", category="linear", coin="USDT", mode=3)
    await desk.order(positionIdx=1)
    desk.venue.faults.aim("B18")
    assert [row["side"] for row in (await desk.ask("get_positions", **PLACE))["list"]] == ["", "Buy"]


async def the_position_mode_is_another(desk: Desk) -> None:
    assert await desk.refusal(positionIdx=1) == 10001


async def the_stop_is_there_already(desk: Desk) -> None:
    await desk.order(stopLoss="59000")
    assert await desk.code("set_trading_stop", **STOP, stopLoss="59000") == 34040
    assert await desk.code("set_trading_stop", **STOP) == 34040


async def the_balance_does_not_carry_it(desk: Desk) -> None:
    assert await desk.refusal(qty="5") == 110007


async def there_is_nothing_to_reduce(desk: Desk) -> None:
    assert await desk.refusal(side="Sell", reduceOnly=True) == 110017


async def an_attached_stop_is_silently_absent(desk: Desk) -> None:
    desk.venue.faults.aim("B23", CREATE)
    await desk.order(stopLoss="59000")
    assert desk.venue.truth().positions[0].stop is None


async def the_price_gaps_past_the_stop(desk: Desk) -> None:
    desk.venue.faults.aim("B24", CREATE, size=58_900)
    assert await desk.refusal(stopLoss="59000") == 10001
    desk.venue.move("BTCUSDT", 60_000)
    await desk.order(stopLoss="59000")
    desk.venue.faults.aim("B24", "/v5/position/trading-stop", size=59_400)
    assert await desk.code("set_trading_stop", **STOP, stopLoss="59500") == 10001
    assert desk.venue.truth().positions[0].stop == 59_000


async def the_price_crosses_a_trigger_before_the_order_arrives(desk: Desk) -> None:
    desk.venue.faults.aim("B25", CREATE, size=60_600)
    assert await desk.refusal(triggerPrice="60500", triggerDirection=1) == 110092
    assert await desk.refusal(triggerPrice="60500") == 10001


async def too_many_wait(desk: Desk) -> None:
    for _ in range(10):
        await desk.order(triggerPrice="60500", triggerDirection=1)
    assert await desk.refusal(triggerPrice="60500", triggerDirection=1) == 110009


async def the_ways_of_protecting_are_mixed(desk: Desk) -> None:
    await desk.order(stopLoss="59000")
    partial = PLACE | {"positionIdx": 0, "tpslMode": "Partial", "slSize": "0.005", "stopLoss": "59100"}
    assert await desk.code("set_trading_stop", **partial) == 110055


async def one_of_a_pair_is_cancelled_alone(desk: Desk) -> None:
    await desk.order(stopLoss="59000", takeProfit="61000", tpslMode="Partial")
    exits = {row["stopOrderType"]: row["orderId"] for row in await desk.orders()}
    await desk.ask("cancel_order", **PLACE, orderId=exits["PartialTakeProfit"])
    assert [row["stopOrderType"] for row in await desk.orders()] == ["PartialStopLoss"]


async def the_rules_change_while_trading(desk: Desk) -> None:
    await desk.order(qty="0.011")
    desk.venue.rule("BTCUSDT", "lotSizeFilter", qtyStep="0.01", minOrderQty="0.01")
    assert await desk.refusal(qty="0.011") == 10001
    assert desk.venue.faults.hits["B29"] == 1
    assert await desk.refusal(qty="0.001", orderType="Limit", price="60000.05") == 10001
    assert await desk.refusal(orderType="Limit", price="66000") == 110003
    assert await desk.refusal(qty="200") == 10001


async def a_conditional_order_has_no_margin_at_its_trigger(desk: Desk) -> None:
    await desk.order(triggerPrice="60500", triggerDirection=1, qty="1.5", orderLinkId="later")
    await desk.order(qty="0.5")
    desk.venue.move("BTCUSDT", 60_500)
    (row,) = await desk.history(orderLinkId="later")
    assert row["cancelType"] == "CancelByCannotAffordOrderCost"


async def the_tier_does_not_carry_the_leverage(desk: Desk) -> None:
    await desk.ask("set_leverage", **PLACE, buyLeverage="100", sellLeverage="100")
    assert await desk.refusal(qty="35", orderType="Limit", price="60000") == 110090


async def the_contract_is_being_delisted(desk: Desk) -> None:
    await desk.order()
    desk.venue.contract("BTCUSDT", deliveryTime="1900000000000")
    assert await desk.refusal() == 30228
    await desk.order(side="Sell", reduceOnly=True)
    desk.venue.contract("BTCUSDT", status="Closed")
    assert await desk.refusal() == 110074


async def the_position_is_taken_away(desk: Desk) -> None:
    await desk.order()
    desk.venue.deleverage("BTCUSDT", Side.LONG)
    assert (await desk.fills())[0]["execType"] == "AdlTrade"


async def executions_are_told_that_are_no_trades(desk: Desk) -> None:
    for kind in ("Settle", "CorporateAction", "Mystery"):
        desk.venue.emit(kind, "BTCUSDT")
    assert {row["execType"] for row in await desk.fills()} == {"Settle", "CorporateAction", "Mystery"}


async def a_message_of_the_stream_is_lost(desk: Desk) -> None:
    desk.venue.faults.aim("B35", "execution", how="lose")
    await desk.order()


async def a_message_comes_twice(desk: Desk) -> None:
    desk.venue.faults.aim("B16", "execution")
    await desk.order()
    await desk.order(**LIMIT, orderLinkId="race")
    desk.venue.faults.aim("B16", "/v5/order/cancel", how="cancel-race")
    await desk.ask("cancel_order", **PLACE, orderLinkId="race")
    assert (await desk.history(orderLinkId="race"))[0]["orderStatus"] == "Filled"


async def the_stream_refuses_a_client(desk: Desk) -> None:
    desk.venue.faults.aim("B36", "connect", how="refuse")
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(desk.venue.private_url)


async def the_venue_is_down_for_a_moment(desk: Desk) -> None:
    for how in SWITCHES["B37"]:
        desk.venue.faults.aim("B37", CREATE, how=how)
        with pytest.raises((FailedRequestError, requests.exceptions.ConnectionError)):
            await desk.order()
    assert desk.venue.truth().orders == ()


async def closed_orders_are_forgotten(desk: Desk) -> None:
    await desk.order(orderLinkId="gone")
    desk.venue.faults.aim("B38", REALTIME)
    assert await desk.orders(orderLinkId="gone") == []
    assert len(await desk.history(orderLinkId="gone")) == 1


async def the_dead_mans_switch_is_not_for_us(desk: Desk) -> None:
    assert await desk.code("set_dcp", timeWindow=40) == 10005


async def the_key_is_of_another_environment(desk: Desk) -> None:
    async with at_the_desk(desk.venue, "wrong-environment") as other:
        with pytest.raises((InvalidRequestError, FailedRequestError)):
            await other.position()


async def the_account_is_a_classic_one(desk: Desk) -> None:
    async with at_the_desk(desk.venue, "classic") as other:
        assert (await other.ask("get_account_info"))["unifiedMarginStatus"] == 1
        assert await other.refusal() == 10028


async def the_market_is_in_its_call_auction(desk: Desk) -> None:
    desk.venue.contract("BTCUSDT", preListingInfo={"curAuctionPhase": "CallAuction"})
    assert await desk.refusal() == 110095
    assert await desk.refusal(stopLoss="59000") == 110099


async def a_field_is_new_or_missing(desk: Desk) -> None:
    await desk.order()
    for how, there in (("extra", True), ("missing", False)):
        desk.venue.faults.aim("B43", "/v5/position/list", how=how)
        row = await desk.position()
        assert ("aFieldOfTomorrow" in row, "isReduceOnly" in row) == (there, there)


async def cancel_all_leaves_some(desk: Desk) -> None:
    for _ in range(4):
        await desk.order(**LIMIT)
    desk.venue.faults.aim("B44")
    await desk.ask("cancel_all_orders", **PLACE)
    assert len(await desk.orders()) == 2


async def an_order_is_being_processed(desk: Desk) -> None:
    desk.venue.faults.aim("B45", CREATE)
    assert await desk.refusal(orderLinkId="busy") == 110079
    assert await desk.refusal(orderLinkId="busy") == 0


SCENES: dict[str, Scene] = {
    "B01": a_reply_is_lost_and_the_order_is_done,
    "B02": a_request_is_stuck_and_arrives_later,
    "B03": the_server_errs_with_and_without_doing_it,
    "B04": the_clocks_disagree,
    "B05": a_key_is_flipped_in_the_middle_of_the_run,
    "B06": a_limit_is_hit_and_the_address_is_banned,
    "B07": a_limit_is_reset_in_the_past,
    "B08": the_envelope_is_odd,
    "B09": an_id_is_used_twice,
    "B10": an_id_is_too_long_or_of_other_letters,
    "B11": an_order_is_gone_before_it_is_cancelled,
    "B12": an_order_is_taken_and_rejected_a_moment_later,
    "B13": a_market_order_fills_in_part_or_not_at_all,
    "B14": the_price_of_a_market_order_is_its_cap,
    "B15": an_order_is_read_as_it_was,
    "B16": a_message_comes_twice,
    "B17": a_position_is_not_seen_right_after_the_fill,
    "B18": the_empty_side_comes_first,
    "B19": the_position_mode_is_another,
    "B20": the_stop_is_there_already,
    "B21": the_balance_does_not_carry_it,
    "B22": there_is_nothing_to_reduce,
    "B23": an_attached_stop_is_silently_absent,
    "B24": the_price_gaps_past_the_stop,
    "B25": the_price_crosses_a_trigger_before_the_order_arrives,
    "B26": too_many_wait,
    "B27": the_ways_of_protecting_are_mixed,
    "B28": one_of_a_pair_is_cancelled_alone,
    "B29": the_rules_change_while_trading,
    "B30": a_conditional_order_has_no_margin_at_its_trigger,
    "B31": the_tier_does_not_carry_the_leverage,
    "B32": the_contract_is_being_delisted,
    "B33": the_position_is_taken_away,
    "B34": executions_are_told_that_are_no_trades,
    "B35": a_message_of_the_stream_is_lost,
    "B36": the_stream_refuses_a_client,
    "B37": the_venue_is_down_for_a_moment,
    "B38": closed_orders_are_forgotten,
    "B39": the_dead_mans_switch_is_not_for_us,
    "B40": the_key_is_of_another_environment,
    "B41": the_account_is_a_classic_one,
    "B42": the_market_is_in_its_call_auction,
    "B43": a_field_is_new_or_missing,
    "B44": cancel_all_leaves_some,
    "B45": an_order_is_being_processed,
}
