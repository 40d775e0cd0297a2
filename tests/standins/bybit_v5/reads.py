"""What can be read: the clock, the contracts, prices, orders past and present, wallet and key.

Pages of v5/market, "Get Open Orders" (v5/order/open-order), "Get Order History"
(v5/order/order-list), v5/account and v5/user. Reads are where the venue contradicts itself most:
old rows (B15), forgotten ones (B38), a price that is only a cap (B14).
"""

from __future__ import annotations

from decimal import Decimal

from core.vocabulary import Symbol
from tests.standins.bybit_v5.books import Books
from tests.standins.bybit_v5.context import Context
from tests.standins.bybit_v5.contracts import BAND, FEES, TIERS
from tests.standins.bybit_v5.positions import span
from tests.standins.bybit_v5.tickets import OrderType, Ticket
from tests.standins.bybit_v5.wire import Asked, No, Reply, Row, page, text

DAY_MS = 24 * 3600 * 1000
RECENT_MAX = 500
RISK_PAGE = 15
"""Symbols on a page of risk limits."""


def time(context: Context, _wanted: Asked) -> Reply:
    ms = context.books.ms()
    return Reply({"timeSecond": str(ms // 1000), "timeNano": str(ms * 1_000_000)})


def contracts(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    symbol = wanted.words("symbol", "") or None
    rows = context.listed.wanted(symbol, wanted.words("status", "") or None, wanted.words("baseCoin", "") or None)
    shown, cursor = page(rows, wanted, 500, 1000)
    return Reply({"category": "linear", "list": shown, "nextPageCursor": cursor})


def ticker(books: Books, symbol: str) -> Row:
    """One symbol's prices, as in /v5/market/tickers and in a stream's snapshot."""
    quote = books.engine.quote_of(Symbol(symbol))
    if quote is None:
        return {"symbol": symbol}
    last, mark = text(quote.last), text(quote.mark)
    return {
        "symbol": symbol,
        "lastPrice": last,
        "indexPrice": mark,
        "markPrice": mark,
        "prevPrice24h": last,
        "price24hPcnt": "0",
        "highPrice24h": last,
        "lowPrice24h": last,
        "prevPrice1h": last,
        "openInterest": "1000",
        "openInterestValue": "60000000",
        "turnover24h": "1000000",
        "volume24h": "1000",
        "fundingRate": "0.0001",
        "nextFundingTime": str((books.ms() // (8 * 3600_000) + 1) * 8 * 3600_000),
        "predictedDeliveryPrice": "",
        "basisRate": "",
        "deliveryFeeRate": "",
        "deliveryTime": "0",
        "ask1Size": "1",
        "bid1Price": text(quote.bid),
        "ask1Price": text(quote.ask),
        "bid1Size": "1",
        "basis": "",
        "preOpenPrice": "",
        "preQty": "",
        "curPreListingPhase": "",
        "fundingIntervalHour": "8",
    }


def tickers(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    symbol = wanted.words("symbol", "")
    if symbol:
        context.listed.rules(symbol)
    rows = [ticker(context.books, name) for name in ([symbol] if symbol else context.listed.rows)]
    return Reply({"category": "linear", "list": [row for row in rows if len(row) > 1]})


def orderbook(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    symbol = wanted.words("symbol")
    context.listed.rules(symbol)
    quote, ms = context.books.quote(symbol), context.books.ms()
    book = {"b": [[text(quote.bid), "1"]], "a": [[text(quote.ask), "1"]]}
    return Reply({"s": symbol, **book, "ts": ms, "u": context.books.seq, "seq": context.books.seq, "cts": ms})


def price_limit(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    symbol = wanted.words("symbol")
    context.listed.rules(symbol)
    mark = context.books.quote(symbol).mark
    tick = context.listed.instruments[Symbol(symbol)].tick
    edges = {"buyLmt": mark * (1 + BAND), "sellLmt": mark * (1 - BAND)}
    limits = {name: text((edge / tick).to_integral_value() * tick) for name, edge in edges.items()}
    return Reply({"symbol": symbol, **limits, "ts": str(context.books.ms())})


def risk_limit(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    symbol = wanted.words("symbol", "")
    if symbol:
        context.listed.rules(symbol)
    start = int(wanted.words("cursor", "") or "0")
    names = [symbol] if symbol else list(context.listed.rows)[start : start + RISK_PAGE]
    more = not symbol and len(context.listed.rows) > start + RISK_PAGE
    rows = [
        {
            "id": number,
            "symbol": name,
            "riskLimitValue": value,
            "maintenanceMargin": rate,
            "initialMargin": text(1 / Decimal(leverage)),
            "isLowestRisk": int(number == 1),
            "maxLeverage": leverage,
            "mmDeduction": "",
        }
        for name in names
        for number, value, leverage, rate in TIERS
    ]
    return Reply({"category": "linear", "list": rows, "nextPageCursor": str(start + RISK_PAGE) if more else ""})


# --- orders ---------------------------------------------------------------------------------


def open_orders(context: Context, wanted: Asked) -> Reply:
    """Working orders; by id also one of the last 500 closed, unless the venue has forgotten them."""
    wanted.linear()
    if not any(name in wanted for name in ("symbol", "baseCoin", "settleCoin")):
        raise No(10001, "Missing some parameters that must be filled in, symbol or settleCoin or baseCoin")
    by_id = "orderId" in wanted or "orderLinkId" in wanted
    closed = by_id or wanted.whole("openOnly", 0) == 1
    forgotten = context.faults.strike("B38", context.path) is not None
    recent: set[str] = set()
    if closed and not forgotten:
        recent = {one.order_id for one in [*context.books.tickets.values()][-RECENT_MAX:] if not one.is_live}
    rows = [one for one in _asked(context, wanted) if one.order_id in recent or (one.is_live and (by_id or not closed))]
    return _listed(context, wanted, rows)


def order_history(context: Context, wanted: Asked) -> Reply:
    """Closed orders; a cancelled one without fills is kept for a day."""
    wanted.linear()
    begin, end = span(context, wanted)
    yesterday = context.books.ms() - DAY_MS
    rows = [
        one
        for one in _asked(context, wanted)
        if not one.is_live and begin <= one.created <= end and (one.filled or one.updated >= yesterday)
    ]
    return _listed(context, wanted, rows)


def _asked(context: Context, wanted: Asked) -> list[Ticket]:
    symbol, order_id = wanted.words("symbol", ""), wanted.words("orderId", "")
    link_id, kind = wanted.words("orderLinkId", ""), wanted.words("orderFilter", "")
    base, settle = wanted.words("baseCoin", ""), wanted.words("settleCoin", "")
    if symbol:
        context.listed.rules(symbol)
    books = context.books
    known = books.tickets.get(order_id or books.links.get(link_id, ""))
    several = reversed(books.tickets.values())
    return [
        one
        for one in (several if not order_id and not link_id else [known] if known is not None else [])
        if (not symbol or one.symbol == symbol)
        and (not order_id or one.order_id == order_id)
        and (not link_id or one.link_id == link_id)
        and (not base or context.listed.rows[one.symbol]["baseCoin"] == base)
        and (not settle or context.listed.rows[one.symbol]["settleCoin"] == settle)
        and (not kind or (kind == "StopOrder") == bool(one.stop_kind))
    ]


def _listed(context: Context, wanted: Asked, tickets: list[Ticket]) -> Reply:
    stale = context.faults.strike("B15", context.path) is not None
    rows = [one.before for one in tickets if one.before is not None] if stale else [one.row() for one in tickets]
    if any(one.kind is OrderType.MARKET and one.cap for one in tickets):
        context.faults.met("B14")
    shown, cursor = page(rows, wanted, 20, 50)
    return Reply({"category": "linear", "list": shown, "nextPageCursor": cursor})


# --- account and key ------------------------------------------------------------------------


def wallet(context: Context, wanted: Asked) -> Reply:
    if wanted.words("accountType") != "UNIFIED" or (context.key is not None and not context.key.unified):
        raise No(10001, "accountType only support UNIFIED.")
    row = context.books.wallet()
    coins = wanted.words("coin", "").split(",") if "coin" in wanted else None
    row["coin"] = [coin for coin in row["coin"] if coins is None or coin["coin"] in coins]
    return Reply({"list": [row]})


def account(context: Context, _wanted: Asked) -> Reply:
    unified = context.key is None or context.key.unified
    return Reply(
        {
            "unifiedMarginStatus": 5 if unified else 1,
            "marginMode": context.books.margin_mode,
            "isMasterTrader": False,
            "spotHedgingStatus": "OFF",
            "updatedTime": str(context.books.ms()),
            "dcpStatus": "OFF",
            "timeWindow": 10,
            "smpGroup": 0,
        }
    )


def key(context: Context, _wanted: Asked) -> Reply:
    if context.key is None:
        raise No(10003)
    return Reply(context.key.row())


def fee_rate(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    symbol = wanted.words("symbol", "")
    if symbol:
        context.listed.rules(symbol)
    rows = [
        {"symbol": name, "baseCoin": "", "makerFeeRate": text(FEES[0]), "takerFeeRate": text(FEES[1])}
        for name in ([symbol] if symbol else context.listed.rows)
    ]
    return Reply({"category": "linear", "list": rows})


def coins(_context: Context, _wanted: Asked) -> Reply:
    return Reply({"rows": []})


def system_status(_context: Context, _wanted: Asked) -> Reply:
    return Reply({"list": []})
