"""Bybit's list of contracts: all of its pages, none of its surprises."""

from __future__ import annotations

import asyncio
import gzip
import json
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from ssl import SSLContext

import pytest
from aiohttp import web

from core.errors import VenueUnreachable
from core.instrument import Kind
from core.spelling import find
from core.vocabulary import Symbol
from tests.standins.bybit_public import BybitPublic, contract
from tests.standins.tls import certified
from venues import trust
from venues.prices.live import instruments

BTC = Symbol("BTCUSDT")


async def test_a_contract_is_told_with_its_rules() -> None:
    async with BybitPublic([contract("BTCUSDT", "BTC")]) as venue:
        known = await instruments(venue.rest)
    btc = known[BTC]
    assert (btc.kind, btc.base, btc.quote) == (Kind.LINEAR, "BTC", "USDT")
    assert (btc.tick, btc.step, btc.pip) == (Decimal("0.1"), Decimal("0.001"), Decimal(1))
    assert (btc.quantity_min, btc.quantity_max) == (Decimal("0.001"), Decimal(119))
    assert btc.notional_min == 5
    assert (btc.leverage_max, btc.maintenance_rate) == (Decimal(100), Decimal("0.005"))
    assert find("#BTC/USDT", known) == btc


async def test_every_page_is_turned_and_cursors_pass_unchanged() -> None:
    rows: list[object] = [contract(f"C{n}USDT", f"C{n}") for n in range(25)]
    async with BybitPublic(rows, page_size=10) as venue:
        known = await instruments(venue.rest)
    assert len(known) == 25
    assert len(venue.requests) == 3
    assert venue.requests[-1].endswith("cursor=page%3A2%26")


async def test_only_trading_usdt_perpetuals_are_listed() -> None:
    rows: list[object] = [
        contract("BTCUSDT", "BTC"),
        contract("BTCPERP", "BTC", quoteCoin="USDC", settleCoin="USDC"),
        contract("BTCUSDT-27MAR26", "BTC", contractType="LinearFutures"),
        contract("OLDUSDT", "OLD", status="Closed"),
        contract("NEWUSDT", "NEW", status="PreLaunch"),
    ]
    async with BybitPublic(rows) as venue:
        assert set(await instruments(venue.rest)) == {BTC}


@pytest.mark.parametrize(
    "bad",
    [
        None,
        7,
        "row",
        [],
        {},
        contract("", "BAD"),
        contract("bad symbol", "BAD"),
        contract("BADUSDT", "BAD", status=None),
        contract("BADUSDT", "BAD", priceFilter=None),
        contract("BADUSDT", "BAD", priceFilter={"tickSize": "0"}),
        contract("BADUSDT", "BAD", priceFilter={"tickSize": "NaN"}),
        contract("BADUSDT", "BAD", lotSizeFilter={"qtyStep": "0.1"}),
        contract("BADUSDT", "BAD", leverageFilter={"maxLeverage": "-5"}),
    ],
)
async def test_one_row_that_cannot_be_read_does_not_blind_the_rest(bad: object) -> None:
    async with BybitPublic([bad, contract("BTCUSDT", "BTC")]) as venue:
        assert set(await instruments(venue.rest)) == {BTC}


async def test_new_fields_are_ignored_and_lacking_ones_taken_with_caution() -> None:
    row = contract(
        "BTCUSDT",
        "BTC",
        moonPhase={"deep": [1]},
        contractType=None,
        settleCoin=None,
        leverageFilter=None,
        lotSizeFilter={"maxOrderQty": "1190", "minOrderQty": "0.001", "qtyStep": "0.001", "minNotionalValue": ""},
    )
    async with BybitPublic([row]) as venue:
        btc = (await instruments(venue.rest))[BTC]
    assert btc.leverage_max == 1
    assert btc.quantity_max == 1190
    assert btc.notional_min == 5


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda: web.Response(status=403, text="<html>no</html>"), "a region not served"),
        (lambda: web.Response(status=502), "HTTP 502"),
        (lambda: web.Response(text="<html>maintenance</html>"), "no list of contracts"),
        (lambda: web.Response(text="{}"), "no list of contracts"),
        (lambda: web.json_response({"retCode": 10006, "retMsg": "Too many visits!", "result": {}}), "code 10006: Too"),
        (lambda: web.json_response({"retCode": 0, "retMsg": "", "result": {}}), "no list in the answer"),
        (lambda: web.Response(body=b" " * (8 * 1024 * 1024 + 1)), "more than 8388608 bytes"),
    ],
)
async def test_a_list_that_cannot_be_had_says_why_in_one_line(answer: object, why: str) -> None:
    async with BybitPublic([contract("BTCUSDT", "BTC")]) as venue:
        assert callable(answer)
        venue.answer = answer()
        with pytest.raises(VenueUnreachable) as caught:
            await instruments(venue.rest)
    assert why in str(caught.value)
    assert "check the network" in str(caught.value)
    assert "\n" not in str(caught.value)


async def test_a_venue_that_is_not_there_or_lists_nothing_is_unreachable() -> None:
    async with BybitPublic([]) as venue:
        with pytest.raises(VenueUnreachable, match="names no USDT perpetual"):
            await instruments(venue.rest)
        gone = venue.rest
    with pytest.raises(VenueUnreachable, match="check the network"):
        await instruments(gone)
    with pytest.raises(VenueUnreachable, match="check the network"):
        await instruments("no address")


async def test_a_cursor_that_goes_in_circles_ends() -> None:
    async with BybitPublic([contract("BTCUSDT", "BTC")]) as venue:
        venue.answer = web.json_response(
            {"retCode": 0, "result": {"list": [contract("ETHUSDT", "ETH")], "nextPageCursor": "page%3A0%26"}}
        )
        assert set(await instruments(venue.rest)) == {"ETHUSDT", BTC}


def packed(body: bytes, times: int = 1) -> web.Response:
    for _ in range(times):
        body = gzip.compress(body)
    return web.Response(body=body, headers={"Content-Encoding": ", ".join(["gzip"] * times)})


async def test_a_packed_list_is_unpacked_and_a_redirect_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    async with BybitPublic([contract("BTCUSDT", "BTC")]) as venue:
        page = {"retCode": 0, "result": {"list": [contract("ETHUSDT", "ETH")], "nextPageCursor": ""}}
        venue.answer = packed(json.dumps(page).encode())
        assert set(await instruments(venue.rest)) == {"ETHUSDT"}
        venue.answer = web.Response(status=302, headers={"Location": venue.requests[0]})
        assert set(await instruments(venue.rest)) == {BTC}


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda: packed(bytes(100 * 2**20)), "more than 8388608 bytes"),
        (lambda: packed(bytes(100 * 2**20), times=2), "no such list"),
        (lambda: web.Response(body=b"no gzip", headers={"Content-Encoding": "gzip"}), "incorrect header check"),
    ],
)
async def test_what_unpacks_to_more_than_there_is_room_for_never_does(
    answer: Callable[[], web.Response], why: str
) -> None:
    async with BybitPublic([]) as venue:
        venue.answer = answer()
        tracemalloc.start()
        try:
            with pytest.raises(VenueUnreachable, match=why):
                await instruments(venue.rest)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert most < 40 * 2**20


@asynccontextmanager
async def served(
    answer: Callable[[web.Request], Awaitable[web.Response]], tls: SSLContext | None = None
) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_get("/{anything:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def one_contract(_: web.Request) -> web.Response:
    return web.json_response({"retCode": 0, "result": {"list": [contract("BTCUSDT", "BTC")]}})


async def test_a_list_that_leads_round_in_circles_or_takes_too_long_is_given_up() -> None:
    async def elsewhere(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": request.raw_path})

    async def at_leisure(_: web.Request) -> web.Response:
        await asyncio.sleep(10)
        raise AssertionError("nobody waits so long")

    async with served(elsewhere) as there:
        with pytest.raises(VenueUnreachable, match="round in circles"):
            await instruments(there)
    async with served(at_leisure) as there, asyncio.timeout(5):
        with pytest.raises(VenueUnreachable, match="TimeoutError"):
            await instruments(there, timeout_s=0.2)


async def test_a_list_is_taken_from_nobody_who_cannot_prove_his_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, known = certified(tmp_path)
    async with served(one_contract, shown) as there:

        async def to_secrets(_: web.Request) -> web.Response:
            return web.Response(status=302, headers={"Location": there})

        async with served(to_secrets) as plain:
            for address in (there, plain):
                with pytest.raises(VenueUnreachable, match="certificate verify failed"):
                    await instruments(address)
        monkeypatch.setenv("SSL_CERT_FILE", str(known))
        trust._authorities.cache_clear()
        try:
            assert set(await instruments(there)) == {BTC}
        finally:
            trust._authorities.cache_clear()
