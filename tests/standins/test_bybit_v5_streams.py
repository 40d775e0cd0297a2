"""The private and the public stream, as the real pybit hears them and as they fail."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from core.runtime.clock import SystemClock
from core.vocabulary import Side, Symbol
from tests.standins.bybit_clients import at_the_desk
from tests.standins.bybit_v5 import BybitV5, open_bybit

PATIENCE_S = 5.0
TOPICS = ("order", "execution", "position", "wallet")


class Ear:
    """One websocket to the stand-in, signed in and subscribed as a client would."""

    def __init__(self, venue: BybitV5, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.venue = venue
        self.socket = socket

    async def next(self) -> dict[str, Any]:
        message: dict[str, Any] = await self.socket.receive_json(timeout=PATIENCE_S)
        return message

    async def until(self, topic: str) -> list[dict[str, Any]]:
        """The rows of the next message of ``topic``; whatever comes before is passed over."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                message = await self.next()
                if message.get("topic") == topic:
                    rows: list[dict[str, Any]] = message["data"]
                    return rows

    async def sign_in(self, ahead_ms: int = 5_000, name: str = "trader") -> dict[str, Any]:
        key, expires = self.venue.key(name), self.venue.books.ms() + ahead_ms
        await self.socket.send_json({"op": "auth", "args": [key.api_key, expires, key.sign(f"GET/realtime{expires}")]})
        return await self.next()

    async def subscribe(self, *topics: str) -> dict[str, Any]:
        await self.socket.send_json({"op": "subscribe", "req_id": "1", "args": list(topics)})
        return await self.next()


@asynccontextmanager
async def listening(venue: BybitV5, *, public: bool = False) -> AsyncIterator[Ear]:
    address = venue.public_url if public else venue.private_url
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        yield Ear(venue, socket)


@asynccontextmanager
async def signed_in() -> AsyncIterator[Ear]:
    async with open_bybit(SystemClock()) as venue, listening(venue) as ear:
        assert (await ear.sign_in())["success"]
        assert (await ear.subscribe(*TOPICS))["success"]
        yield ear


async def test_pybit_hears_a_whole_trade(monkeypatch: pytest.MonkeyPatch) -> None:
    import pybit.unified_trading as pybit

    async with open_bybit(SystemClock()) as venue, at_the_desk(venue) as desk:
        monkeypatch.setattr(pybit, "PRIVATE_WSS", venue.private_url)
        monkeypatch.setattr(pybit, "PUBLIC_WSS", venue.public_url)
        heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        loop, key = asyncio.get_running_loop(), venue.key()

        def hear(message: dict[str, Any]) -> None:
            loop.call_soon_threadsafe(heard.put_nowait, message)

        def connect() -> tuple[Any, Any]:
            private = pybit.WebSocket(
                testnet=False, channel_type="private", api_key=key.api_key, api_secret=key.secret, private_auth_expire=5
            )
            for subscribe in (private.order_stream, private.execution_stream, private.position_stream):
                subscribe(callback=hear)
            private.wallet_stream(callback=hear)
            public = pybit.WebSocket(testnet=False, channel_type="linear")
            public.ticker_stream(symbol="BTCUSDT", callback=hear)
            return private, public

        async def until(topic: str) -> Any:
            async with asyncio.timeout(PATIENCE_S):
                while (message := await heard.get())["topic"] != topic:
                    pass
                return message["data"]

        private, public = await asyncio.to_thread(connect)
        try:
            assert (await until("tickers.BTCUSDT"))["lastPrice"] == "60000"
            await venue.until(lambda: venue.private.topics() == set(TOPICS))
            await desk.order(stopLoss="59000", orderLinkId="mine")
            assert (await until("execution"))[0]["execQty"] == "0.01"
            assert [row["orderStatus"] for row in await until("order")] == ["Filled", "Untriggered"]
            assert (await until("position"))[0]["stopLoss"] == "59000"
            assert (await until("wallet"))[0]["coin"][0]["coin"] == "USDT"
            venue.move("BTCUSDT", 58_900)
            assert (await until("execution"))[0]["stopOrderType"] == "StopLoss"
            (gone,) = await until("position")
            assert (gone["size"], gone["side"], gone["stopLoss"]) == ("0", "", "0")
        finally:
            await asyncio.to_thread(private.exit)
            await asyncio.to_thread(public.exit)


async def test_nothing_is_told_before_a_valid_signature() -> None:
    async with open_bybit(SystemClock()) as venue:
        async with listening(venue) as ear:
            refused = await ear.subscribe("order")
            assert (refused["success"], refused["ret_msg"]) == (False, "Request not authorized")
        for name, ahead_ms in (("trader", -1_200), ("revoked", 5_000), ("expired", 5_000), ("classic", 5_000)):
            async with listening(venue) as ear:
                assert not (await ear.sign_in(ahead_ms, name))["success"]
                assert (await ear.socket.receive(timeout=PATIENCE_S)).type is aiohttp.WSMsgType.CLOSE
        assert venue.private.refused == 4
        assert venue.faults.hits["B35"] == 1


async def test_a_wrong_topic_spoils_the_subscription_and_a_ping_is_answered() -> None:
    async with signed_in() as ear:
        assert "handler not found" in (await ear.subscribe("orders"))["ret_msg"]
        assert "already subscribed" in (await ear.subscribe("order"))["ret_msg"]
        await ear.socket.send_json({"op": "ping", "req_id": "7"})
        pong = await ear.next()
        assert (pong["op"], pong["req_id"]) == ("pong", "7")


async def test_public_tickers_begin_with_a_snapshot_and_go_on_with_changes() -> None:
    async with open_bybit(SystemClock()) as venue, listening(venue, public=True) as ear:
        assert (await ear.subscribe("tickers.BTCUSDT"))["success"]
        first = await ear.next()
        assert (first["type"], first["data"]["bid1Price"]) == ("snapshot", "60000")
        venue.move("BTCUSDT", 60_100, mark=60_050, bid=60_000)
        then = await ear.next()
        assert then["type"] == "delta"
        assert (then["data"]["lastPrice"], then["data"]["markPrice"]) == ("60100", "60050")
        assert "bid1Price" not in then["data"]
        assert "handler not found" in (await ear.subscribe("tickers.NOPE"))["ret_msg"]


async def test_messages_can_be_doubled_reordered_lost_and_held_back() -> None:
    async with signed_in() as ear, at_the_desk(ear.venue) as desk:
        faults = ear.venue.faults
        faults.aim("B16", "execution", how="duplicate")
        await desk.order(orderLinkId="a")
        one, two = await ear.until("execution"), await ear.until("execution")
        assert one == two
        faults.aim("B16", "execution", how="reorder")
        await desk.order(orderLinkId="b")
        await desk.order(orderLinkId="c")
        links = [(await ear.until("execution"))[0]["orderLinkId"] for _ in range(2)]
        assert links == ["c", "b"]
        faults.aim("B35", "execution", how="lose")
        await desk.order(orderLinkId="d")
        await desk.order(orderLinkId="e")
        assert (await ear.until("execution"))[0]["orderLinkId"] == "e"
        assert [row["orderLinkId"] for row in await desk.fills(limit=2)] == ["e", "d"], "REST has both"
        assert faults.hits == {"B16": 2, "B35": 1}


@pytest.mark.parametrize("how", ["drop", "partial"])
async def test_a_stream_can_break_in_the_middle_and_the_trade_is_done(how: str) -> None:
    async with signed_in() as ear, at_the_desk(ear.venue) as desk:
        ear.venue.faults.aim("B35", "execution", how=how)
        await desk.order()
        while (message := await ear.socket.receive(timeout=PATIENCE_S)).type is aiohttp.WSMsgType.TEXT:
            with pytest.raises(ValueError, match=r"Unterminated|Expecting|delimiter"):
                json.loads(message.data)
        assert ear.venue.truth().positions
        assert ear.venue.faults.hits["B35"] == 1


async def test_a_stalled_stream_is_open_and_silent() -> None:
    async with signed_in() as ear:
        ear.venue.stall()
        await ear.socket.send_json({"op": "ping"})
        ear.venue.move("BTCUSDT", 61_000)
        with pytest.raises(TimeoutError):
            await ear.socket.receive(timeout=0.2)
        assert not ear.socket.closed
        ear.venue.resume()
        await ear.socket.send_json({"op": "ping"})
        assert (await ear.next())["op"] == "pong"


async def test_the_door_can_be_shut_and_opened_at_the_same_address() -> None:
    async with open_bybit(SystemClock()) as venue:
        venue.faults.aim("B36", "connect", how="refuse")
        async with aiohttp.ClientSession() as session:
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(venue.private_url)
            await venue.shut()
            with pytest.raises(aiohttp.ClientConnectorError):
                await session.ws_connect(venue.private_url)
            await venue.reopen()
        venue.faults.aim("B36", "auth", how="auth")
        async with listening(venue) as ear:
            assert (await ear.sign_in())["ret_msg"] == "Params Error"
        async with listening(venue) as ear:
            assert (await ear.sign_in())["success"]
        assert venue.faults.hits["B36"] == 2


async def test_what_is_no_trade_comes_with_its_own_kind() -> None:
    async with signed_in() as ear, at_the_desk(ear.venue) as desk:
        venue = ear.venue
        await desk.order(qty="0.02", stopLoss="59000")
        await ear.until("execution")
        venue.fund("BTCUSDT", "0.0001")
        (paid,) = await ear.until("execution")
        assert (paid["execType"], paid["execFee"]) == ("Funding", "0.12")
        venue.emit("CorporateAction", "BTCUSDT", 1)
        assert (await ear.until("execution"))[0]["execType"] == "CorporateAction"
        venue.deleverage("BTCUSDT", Side.LONG, "0.01")
        (taken,) = await ear.until("execution")
        assert (taken["execType"], taken["createType"]) == ("AdlTrade", "CreateByAdl_PassThrough")
        assert (await desk.position())["size"] == "0.01"
        before = await desk.position()
        venue.repeat_position("BTCUSDT", Side.LONG)
        rows = await ear.until("position")
        assert rows[0]["size"] == before["size"]
        assert {kind: venue.faults.hits[kind] for kind in ("B17", "B33", "B34")} == {"B17": 1, "B33": 1, "B34": 2}


async def test_a_ruined_account_is_liquidated_and_told_so() -> None:
    async with open_bybit(SystemClock(), balance=700) as venue, listening(venue) as ear, at_the_desk(venue) as desk:
        await ear.sign_in()
        await ear.subscribe(*TOPICS)
        await desk.order(qty="0.1")
        await ear.until("execution")
        venue.move("BTCUSDT", 53_000)
        (bust,) = await ear.until("execution")
        assert (bust["execType"], bust["createType"]) == ("BustTrade", "CreateByLiq")
        assert venue.books.engine.holding(Symbol("BTCUSDT"), Side.LONG) is None
        assert venue.faults.hits["B33"] == 1
