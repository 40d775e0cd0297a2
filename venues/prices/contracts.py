"""The trading rules of every USDT perpetual at Bybit, read without any key.

Apart from the prices because it is asked once, by pages, and its failure is another one:
without rules nothing can be sized, while one row that cannot be read must not blind the rest.

Source: bybit-exchange.github.io/docs/v5/market/instrument.
"""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterator, Iterable
from contextlib import aclosing
from decimal import Decimal
from typing import Annotated
from urllib.parse import quote

import httpx
from loguru import logger
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from core.errors import VenueUnreachable
from core.instrument import Instrument, Kind
from core.vocabulary import Money, Price, Quantity, Symbol
from venues.trust import refusal, trusted

REST = "https://api.bybit.com"
PATH = "/v5/market/instruments-info?category=linear&limit=1000"
PAGE_BYTES_MAX = 8 * 1024 * 1024
PAGES_MAX = 20
"""Of 1000 rows each; there are about 600 contracts."""
REDIRECTS_MAX = 10

SLICE = 32
"""Rows read, about half a millisecond, before the loop may look after a fill (fault P04)."""

_NOTIONAL_MIN = Decimal(5)
_Above = Annotated[Decimal, Field(gt=0, le=Decimal(10) ** 15, max_digits=40)]
_MaybeAbove = Annotated[_Above | None, BeforeValidator(lambda raw: None if raw in ("", "0") else raw)]


class Wire(BaseModel):
    """Bybit's names are ours in camelCase."""

    model_config = ConfigDict(alias_generator=to_camel, frozen=True)


class _Leverage(Wire):
    max_leverage: _Above = Decimal(1)


class _PriceGrid(Wire):
    tick_size: _Above


class _LotGrid(Wire):
    qty_step: _Above
    min_order_qty: _Above
    max_order_qty: _Above
    max_mkt_order_qty: _MaybeAbove = None
    min_notional_value: _MaybeAbove = None


class Contract(Wire):
    """The least we need of a row; what else is in it, or comes to be in it, is ignored."""

    symbol: str = Field(pattern=r"^[A-Z0-9-]{2,30}$")
    status: str
    contract_type: str = "LinearPerpetual"
    base_coin: str = Field(pattern=r"^[A-Z0-9]{1,20}$")
    quote_coin: str
    settle_coin: str = "USDT"
    leverage_filter: _Leverage = _Leverage()
    price_filter: _PriceGrid
    lot_size_filter: _LotGrid
    delivery_time: Annotated[int, BeforeValidator(lambda raw: raw or 0), Field(ge=0, lt=10**14)] = 0
    """In milliseconds; of a perpetual: when it is taken off the list. 0: it is not."""
    is_pre_listing: bool = False

    def is_ours(self) -> bool:
        return (self.contract_type, self.quote_coin, self.settle_coin) == ("LinearPerpetual", "USDT", "USDT")

    def instrument(self) -> Instrument:
        """Without a key the maintenance rate is not told: half of the smallest margin, as in Bybit's first tiers.

        A market order may be smaller than a limit order (fault B29): the smaller bound holds for both.
        """
        lots, leverage = self.lot_size_filter, self.leverage_filter.max_leverage
        return Instrument(
            symbol=Symbol(self.symbol),
            kind=Kind.LINEAR,
            base=self.base_coin,
            quote=self.quote_coin,
            tick=Price(self.price_filter.tick_size),
            step=Quantity(lots.qty_step),
            quantity_min=Quantity(lots.min_order_qty),
            quantity_max=Quantity(min(lots.max_order_qty, lots.max_mkt_order_qty or lots.max_order_qty)),
            notional_min=Money(lots.min_notional_value or _NOTIONAL_MIN),
            pip=Price(self.price_filter.tick_size * 10),
            leverage_max=leverage,
            maintenance_rate=1 / (2 * leverage),
        )


class _Rows(Wire):
    rows: list[object] = Field(alias="list", max_length=2000)
    next_page_cursor: str = Field(default="", pattern=r"^[^&#\s]{0,500}$")


class _Page(Wire):
    ret_code: int
    ret_msg: str = ""
    result: _Rows | dict[str, object] = Field(default_factory=dict, union_mode="left_to_right")


async def instruments(base_url: str = REST, *, timeout_s: float = 15.0) -> dict[Symbol, Instrument]:
    """Every USDT perpetual that is trading, by symbol.

    Raises as `contracts` does.
    """
    listed = await contracts(base_url, timeout_s=timeout_s)
    return {Symbol(each.symbol): each.instrument() for each in listed if each.status == "Trading"}


async def contracts(base_url: str = REST, *, status: str = "", timeout_s: float = 15.0) -> list[Contract]:
    """Every USDT perpetual that is listed with ``status`` (by default: trading).

    A row that cannot be read is logged and left out (fault B43). Raises
    `core.errors.VenueUnreachable` when the list cannot be had within ``timeout_s`` or the default
    one holds none; it is not asked twice, that is the caller's to decide.
    """
    path = f"{PATH}&status={status}" if status else PATH
    rows = await listed_rows(base_url, path, "contracts", pages_max=PAGES_MAX, timeout_s=timeout_s)
    known = [each async for row in unhurried(rows) if (each := _contract(row)) is not None]
    if not status and not any(each.status == "Trading" for each in known):
        raise VenueUnreachable(f"Bybit's list of contracts names no USDT perpetual: check the address {base_url}")
    return known


async def listed_rows(base_url: str, path: str, what: str, *, pages_max: int, timeout_s: float) -> list[object]:
    """The rows of all pages of a public list. Raises `core.errors.VenueUnreachable`; it is not asked twice."""
    rows: list[object] = []
    cursor, seen = "", {""}
    try:
        async with asyncio.timeout(timeout_s), _client(await trusted(base_url)) as client:
            for _ in range(pages_max):
                page = await _page(client, base_url + path, cursor)
                rows += page.rows
                cursor = page.next_page_cursor
                if cursor in seen:
                    break
                seen.add(cursor)
    except (httpx.HTTPError, httpx.InvalidURL, zlib.error, OSError, ValueError) as error:
        why = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
        raise VenueUnreachable(
            f"Bybit gave no list of {what} ({why}): check the network and the address {base_url}"
        ) from error
    return rows


async def unhurried(rows: Iterable[object]) -> AsyncIterator[object]:
    """Each of them, letting the loop go on after every few: a list of thousands would hold it for 40 ms."""
    for number, row in enumerate(rows, 1):
        yield row
        if number % SLICE == 0:
            await asyncio.sleep(0)


def _client(trust: ssl.SSLContext | None) -> httpx.AsyncClient:
    """Without ``trust`` it believes nobody's certificate; no proxy is looked for in the environment."""
    nobody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.AsyncClient(
        verify=trust or nobody,
        trust_env=False,
        timeout=None,  # noqa: S113 - all pages together have one
        headers={"Accept-Encoding": "gzip"},
    )


async def _page(client: httpx.AsyncClient, address: str, cursor: str) -> _Rows:
    """One page. Cursors come percent-encoded already and must not be encoded twice."""
    if cursor:
        address += f"&cursor={cursor if '%' in cursor else quote(cursor, safe='')}"
    body = await _asked(client, address)
    try:
        page = _Page.model_validate_json(body)
    except ValidationError as error:
        raise ValueError("an answer that is no such list") from error
    if page.ret_code != 0 or not isinstance(page.result, _Rows):
        raise ValueError(f"code {page.ret_code}: {page.ret_msg[:80] or 'no list in the answer'}")
    return page.result


async def _asked(client: httpx.AsyncClient, address: str) -> bytes:
    request = client.build_request("GET", address)
    for _ in range(REDIRECTS_MAX):
        async with aclosing(await client.send(request, stream=True)) as response:
            if response.next_request is None:
                return await _body(response)
            request = response.next_request
    raise ValueError("it sends whoever asks round in circles")


async def _body(response: httpx.Response) -> bytes:
    """Unpacked here, under the bound: the library unpacks first, and a few bytes may become more than there is room."""
    if response.status_code != httpx.codes.OK:
        raise ValueError(refusal(response.status_code))
    packed = response.headers.get("Content-Encoding", "").lower() == "gzip"
    unpack = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS) if packed else None
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += unpack.decompress(chunk, PAGE_BYTES_MAX + 1 - len(body)) if unpack else chunk
        if len(body) > PAGE_BYTES_MAX:
            raise ValueError(f"an answer of more than {PAGE_BYTES_MAX} bytes")
    return bytes(body)


def _contract(row: object) -> Contract | None:
    """None for a contract that is not ours and for a row that cannot be read."""
    try:
        contract = Contract.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(row.get("symbol"))[:40] if isinstance(row, dict) else "a row"
        where = ".".join(map(str, first["loc"]))
        logger.warning("Bybit's contract {} is left out: {} {}", name, where, first["msg"])
        return None
    return contract if contract.is_ours() else None
