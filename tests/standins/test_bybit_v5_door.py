"""What the stand-in asks before it does anything: who, when, how often, and in which words."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pybit.exceptions import FailedRequestError, InvalidRequestError

from core.runtime.clock import SystemClock
from core.vocabulary import OrderTag
from tests.bot.desk_for_tests import PlayedClock
from tests.standins.bybit_clients import LIMIT, ORDER, PLACE, a_desk, at_the_desk
from tests.standins.bybit_v5 import open_bybit

ROOT = Path(__file__).parents[2]
PATIENCE_S = 20.0


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("read-only", 10005),
        ("no-orders", 10005),
        ("expired", 33004),
        ("revoked", 10003),
        ("wrong-environment", 10003),
        ("other-ip", 10010),
        ("classic", 10028),
        ("region", 10024),
    ],
)
async def test_a_key_that_may_not_trade_is_refused_in_the_venues_words(key: str, code: int) -> None:
    async with a_desk(key) as desk:
        assert await desk.refusal() == code
        assert desk.venue.truth().orders == ()


async def test_a_key_tells_what_it_may_do_and_how_long() -> None:
    async with open_bybit(SystemClock()) as venue:
        told: dict[str, dict[str, Any]] = {}
        for name in ("trader", "withdraw", "transfer", "expiring", "unbound", "read-only", "classic"):
            async with at_the_desk(venue, name) as desk:
                told[name] = await desk.ask("get_api_key_information")
        assert told["withdraw"]["permissions"]["Wallet"] == ["Withdraw"]
        assert told["transfer"]["permissions"]["Wallet"] == ["AccountTransfer"]
        assert (told["trader"]["ips"], told["unbound"]["ips"]) == (["127.0.0.1"], ["*"])
        assert (told["trader"]["deadlineDay"], told["expiring"]["deadlineDay"]) == (-2, 5)
        assert (told["read-only"]["readOnly"], told["classic"]["uta"]) == (1, 0)
        assert all(not row["secret"] for row in told.values())


async def test_a_key_can_be_revoked_in_the_middle_of_the_run() -> None:
    async with a_desk() as desk:
        await desk.order()
        desk.venue.key().known = False
        assert await desk.refusal() == 10003
        assert desk.venue.key().secret not in repr(desk.venue.key())


async def test_a_wrong_secret_and_a_missing_signature_are_told_apart() -> None:
    async with a_desk() as desk:
        desk.http.api_secret = "wrong"
        assert await desk.refusal() == 10004
        async with aiohttp.ClientSession() as session, session.get(f"{desk.venue.rest_url}/v5/account/info") as answer:
            assert (await answer.json())["retCode"] == 10001


async def _at(ahead_s: float) -> int:
    clock = PlayedClock(datetime.now(UTC) - timedelta(seconds=ahead_s))
    async with open_bybit(clock) as venue, at_the_desk(venue) as desk:
        desk.http.retry_codes = set()
        return await desk.refusal()


async def test_a_request_must_be_of_now() -> None:
    """Half a second ahead is taken, a second is not; five behind are not (page "Integration Guidance")."""
    assert [await _at(ahead_s) for ahead_s in (0.5, 1.5, -4, -6)] == [0, 10002, 0, 10002]


async def test_an_endpoint_counts_a_second_and_says_so_in_its_headers() -> None:
    async with a_desk() as desk:
        answers = [await asyncio.to_thread(_raw_order, desk.http) for _ in range(11)]
        limits = [int(headers["X-Bapi-Limit-Status"]) for _, headers in answers]
        assert limits == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0]
        assert [body["retCode"] for body, _ in answers] == [0] * 10 + [10006]
        assert int(answers[-1][1]["X-Bapi-Limit-Reset-Timestamp"]) > desk.venue.books.ms()
        assert len(desk.venue.truth().orders) == 10


def _raw_order(http: Any) -> tuple[dict[str, Any], dict[str, str]]:
    """One order, with the headers of its answer and without pybit's own waiting."""
    body = json.dumps(ORDER | LIMIT)
    headers = http._prepare_headers(body, 5000)
    request = http._prepare_request("POST", f"{http.endpoint}/v5/order/create", body, headers)
    answer = http.client.send(request, timeout=3)
    return answer.json(), answer.headers


async def test_every_order_of_a_batch_counts_and_those_over_the_limit_fail_alone() -> None:
    """Page "Rate Limit Rules": the part of a batch within the limit is done, the rest is not."""
    clock = PlayedClock(datetime.now(UTC))
    async with open_bybit(clock) as venue, at_the_desk(venue) as desk:
        item = {"symbol": "BTCUSDT", "side": "Buy", "orderType": "Limit", "qty": "0.001", "price": "59000"}
        for size, taken in ((6, 6), (6, 4)):
            answer = await desk.ask("place_batch_order", category="linear", request=[item] * size)
            assert sum(bool(row["orderId"]) for row in answer["list"]) == taken
        assert len(venue.truth().orders) == 10


async def test_an_address_that_asks_too_much_is_banned_for_ten_minutes() -> None:
    clock = PlayedClock(datetime.now(UTC))
    async with open_bybit(clock) as venue, aiohttp.ClientSession() as session:

        async def ask() -> int:
            async with session.get(f"{venue.rest_url}/v5/market/time") as answer:
                return answer.status

        codes = [await ask() for _ in range(601)]
        assert (codes[599], codes[600]) == (200, 403)
        clock.forward(599)
        assert await ask() == 403
        clock.forward(2)
        assert await ask() == 200


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"category": "spot"}, 10001),
        ({"category": "nonsense"}, 10001),
        ({"symbol": "NOPEUSDT"}, 10001),
        ({"symbol": ""}, 10001),
        ({"side": "buy"}, 10001),
        ({"orderType": "Stop"}, 10001),
        ({"qty": "1e-2"}, 10001),
        ({"qty": "0.0005"}, 10001),
        ({"qty": "-1"}, 10001),
        ({"qty": "0"}, 10001),
        ({"qty": ""}, 10001),
        ({"orderType": "Limit"}, 10001),
        ({"orderType": "Limit", "price": "59000.05"}, 10001),
        ({"orderType": "Limit", "price": "80000"}, 110003),
        ({"orderType": "Limit", "price": "4000", "qty": "0.001"}, 110094),
        ({"reduceOnly": "true"}, 10001),
        ({"positionIdx": 3}, 10001),
        ({"timeInForce": "GTD"}, 10001),
        ({"triggerPrice": "61000"}, 10001),
        ({"triggerPrice": "61000", "triggerDirection": 2}, 110093),
        ({"stopLoss": "60500"}, 10001),
        ({"takeProfit": "59500"}, 10001),
        ({"stopLoss": "59000", "tpslMode": "Some"}, 10001),
    ],
)
async def test_an_order_that_cannot_be_is_refused_and_leaves_no_trace(changed: dict[str, Any], code: int) -> None:
    async with a_desk() as desk:
        assert await desk.refusal(orderLinkId="same", **changed) == code
        assert await desk.refusal(orderLinkId="same") == 0


async def test_numbers_are_strings_and_paths_are_known() -> None:
    async with a_desk() as desk, aiohttp.ClientSession() as session:
        key = desk.venue.key()

        async def post(path: str, body: str) -> tuple[int, dict[str, Any]]:
            stamp = str(desk.venue.books.ms())
            headers = {
                "X-BAPI-API-KEY": key.api_key,
                "X-BAPI-TIMESTAMP": stamp,
                "X-BAPI-RECV-WINDOW": "5000",
                "X-BAPI-SIGN": key.sign(stamp + key.api_key + "5000" + body),
            }
            async with session.post(desk.venue.rest_url + path, data=body, headers=headers) as answer:
                found = await answer.json() if answer.content_type == "application/json" else {}
                return answer.status, found

        assert (await post("/v5/order/create", json.dumps(ORDER | {"qty": 0.01})))[1]["retCode"] == 10001
        assert (await post("/v5/order/create", "[]"))[1]["retCode"] == 10001
        assert (await post("/v5/order/create", "{"))[1]["retCode"] == 10001
        assert (await post("/v5/order/create", json.dumps(ORDER)))[1]["retCode"] == 0
        assert (await post("/v5/order/make", "{}"))[0] == 404


async def test_reads_ask_for_what_they_need() -> None:
    async with a_desk() as desk:
        assert await desk.code("get_open_orders", category="linear") == 10001
        assert await desk.code("get_positions", category="linear") == 10001
        assert await desk.code("get_positions", category="linear", settleCoin="USDC") == 10001
        assert await desk.code("get_wallet_balance", accountType="CONTRACT") == 10001
        assert await desk.code("get_instruments_info", category="linear", limit=1001) == 10001
        assert await desk.code("get_open_orders", **PLACE, cursor="mine") == 10001
        assert (await desk.ask("get_positions", category="linear", settleCoin="USDT"))["list"] == []


async def test_a_contract_before_its_launch_is_shown_to_those_who_ask_for_it() -> None:
    async with a_desk() as desk:
        desk.venue.contract("NEWUSDT", status="PreLaunch", isPreListing=True)
        usual = await desk.ask("get_instruments_info", category="linear")
        assert "NEWUSDT" not in {row["symbol"] for row in usual["list"]}
        asked = await desk.ask("get_instruments_info", category="linear", status="PreLaunch")
        assert [row["symbol"] for row in asked["list"]] == ["NEWUSDT"]
        desk.venue.move("NEWUSDT", 100)
        assert await desk.refusal(symbol="NEWUSDT", qty="1") == 110074


async def test_the_account_outlives_the_process_that_keeps_it(tmp_path: Path) -> None:
    async with open_bybit(SystemClock(), data=tmp_path, hedge=True) as venue, at_the_desk(venue) as desk:
        await desk.order(positionIdx=1, stopLoss="59000", orderLinkId="first")
        await desk.ask("set_trading_stop", **PLACE, positionIdx=1, tpslMode="Full", trailingStop="700")
        await desk.order(positionIdx=2, side="Sell", orderType="Limit", price="61000", orderLinkId="rest")
        before = venue.truth()
    async with open_bybit(SystemClock(), data=tmp_path, hedge=True) as venue, at_the_desk(venue) as desk:
        assert venue.truth() == before
        assert await desk.refusal(positionIdx=1, orderLinkId="first") == 110072
        assert {row["stopOrderType"] for row in await desk.orders()} == {"StopLoss", "TrailingStop", ""}
        venue.move("BTCUSDT", 58_900)
        assert venue.truth().positions == ()


async def test_it_runs_as_a_process_that_can_be_killed_and_started_again(tmp_path: Path) -> None:
    async def start() -> tuple[asyncio.subprocess.Process, dict[str, str]]:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.standins.bybit_v5",
            "--data",
            str(tmp_path),
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        if process.stdout is None:
            raise AssertionError("its output is a pipe")
        async with asyncio.timeout(PATIENCE_S):
            told: dict[str, str] = json.loads(await process.stdout.readline())
        return process, told

    def trade(told: dict[str, str], link: str) -> list[str]:
        from pybit.unified_trading import HTTP

        http = HTTP(api_key=told["key"], api_secret=told["secret"], timeout=3)
        http.endpoint = told["rest"]
        try:
            http.place_order(**ORDER, orderLinkId=link)
            rows = http.get_order_history(**PLACE)["result"]["list"]
            return [row["orderLinkId"] for row in rows]
        finally:
            http.client.close()

    for number, expected in enumerate((["n0"], ["n1", "n0"])):
        process, told = await start()
        try:
            assert await asyncio.to_thread(trade, told, f"n{number}") == expected
        finally:
            process.kill()
            await process.communicate()


async def test_a_request_held_for_longer_than_its_window_is_refused_when_it_arrives() -> None:
    """This is why an order may be called absent once its window and a grace are over (fault B02)."""
    clock = PlayedClock(datetime.now(UTC))
    async with open_bybit(clock) as venue, at_the_desk(venue) as desk:
        desk.http.retry_codes = set()
        venue.faults.aim("B02", "/v5/order/create")
        sent = asyncio.create_task(desk.order(orderLinkId="late"))
        await venue.until(lambda: venue.door.hold.waiting > 0)
        clock.forward(6)
        venue.door.hold.release()
        with pytest.raises((InvalidRequestError, FailedRequestError)):
            await sent
        assert OrderTag("late") not in {one.tag for one in venue.truth().orders}
