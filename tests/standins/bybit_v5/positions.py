"""Positions: listing, leverage, modes, and the stop and target that go with them.

Pages "Get Position Info", "Set Leverage", "Switch Position Mode", "Set Trading Stop" (v5/position)
and "Set Margin Mode" (v5/account).
"""

from __future__ import annotations

from decimal import Decimal

from core.vocabulary import Price, Side, Symbol
from tests.standins.bybit_v5.context import Context
from tests.standins.bybit_v5.protection import Where, trigger_by
from tests.standins.bybit_v5.tickets import Mode, Watched
from tests.standins.bybit_v5.wire import Asked, No, Reply, Row, page, text
from venues.matching import Target


def list_(context: Context, wanted: Asked) -> Reply:
    """With a symbol also the empty rows; with a settle coin only what is held."""
    wanted.linear()
    books = context.books
    symbol = wanted.words("symbol", "")
    if symbol:
        context.listed.rules(symbol)
    elif wanted.words("settleCoin", "") != "USDT":
        raise No(10001, "params error: symbol or settleCoin is required")
    indexes = (1, 2) if books.hedge else (0,)
    places = [(name, index) for name in ([symbol] if symbol else context.listed.rows) for index in indexes]
    stale = context.faults.strike("B17", context.path, "stale") is not None
    rows = [books.before(*one) if stale else books.position(*one) for one in places]
    if not symbol:
        rows = [row for row in rows if row["size"] != "0"]
    if context.faults.strike("B18", context.path):
        rows.sort(key=lambda row: row["side"] != "")
    shown, cursor = page(rows, wanted, 20, 200)
    return Reply({"category": "linear", "list": shown, "nextPageCursor": cursor})


def set_leverage(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    symbol = wanted.words("symbol")
    context.listed.rules(symbol)
    buy, sell = wanted.decimal("buyLeverage"), wanted.decimal("sellLeverage")
    if buy is None or sell is None:
        raise No(10001, "params error: buyLeverage and sellLeverage are required")
    if buy != sell or buy < 1:
        raise No(10001, "leverage invalid")
    context.books.do(context.books.engine.set_leverage(Symbol(symbol), buy, context.books.now()))
    return Reply()


def switch_mode(context: Context, wanted: Asked) -> Reply:
    """0: one-way, 3: both sides. The stand-in keeps one mode for all symbols of the account."""
    wanted.linear()
    if "symbol" not in wanted and "coin" not in wanted:
        raise No(10001, "params error: symbol or coin is required")
    mode = wanted.whole("mode", -1)
    if mode not in (0, 3):
        raise No(10001, "params error: mode invalid")
    books = context.books
    if books.hedge is (mode == 3):
        raise No(110025)
    if books.engine.observe(books.now()).positions:
        raise No(110024)
    if books.live():
        raise No(110028)
    books.set_mode(hedge=mode == 3)
    return Reply()


def switch_isolated(_context: Context, wanted: Asked) -> Reply:
    """Classic accounts only; a unified one sets its margin mode as a whole."""
    wanted.linear()
    raise No(100028)


def set_margin_mode(context: Context, wanted: Asked) -> Reply:
    """Kept and shown; the engine's margin is crossed whatever it says."""
    mode = wanted.words("setMarginMode")
    if mode not in ("ISOLATED_MARGIN", "REGULAR_MARGIN", "PORTFOLIO_MARGIN"):
        raise No(10001, "params error: setMarginMode invalid")
    if mode == context.books.margin_mode:
        raise No(110026)
    context.books.margin_mode = mode
    return Reply({"reasons": []})


def dead_mans_switch(context: Context, _wanted: Asked) -> Reply:
    """Page "Set DCP": for market makers and institutions only (fault B39)."""
    context.faults.met("B39")
    raise No(10005)


def add_margin(_context: Context, _wanted: Asked) -> Reply:
    raise No(10001, "add or reduce margin is only for isolated margin")


# --- stop and target ------------------------------------------------------------------------


def trading_stop(context: Context, wanted: Asked) -> Reply:
    """What is absent stays; "0" takes away; all the same as before is 34040 (fault B20)."""
    wanted.linear()
    if "positionIdx" not in wanted:
        raise No(10001, "params error: positionIdx is required")
    symbol, index = wanted.words("symbol"), wanted.whole("positionIdx", 0)
    mode = wanted.one_of("tpslMode", Mode)
    context.listed.rules(symbol)
    books = context.books
    if (index in (1, 2)) is not books.hedge or index > 2:
        context.faults.met("B19")
        raise No(10001, "position idx not match position mode")
    side = books.side_of(symbol, index)
    held = books.engine.holding(Symbol(symbol), side) if side is not None else None
    if side is None or held is None or context.faults.strike("B17", context.path, "not-yet") is not None:
        raise No(10001, "can not set tp/sl/ts for zero position")
    names = ("stopLoss", "takeProfit", "trailingStop")
    if not any(name in wanted for name in names):
        raise No(34040)
    where = (Symbol(symbol), side)
    gap = context.faults.strike("B24", context.path)
    stop = wanted.decimal("stopLoss")
    if gap is not None and stop:
        context.move(symbol, Decimal(str(gap.size)) if gap.size else stop)
        if books.engine.holding(*where) is None:
            raise No(10001, "can not set tp/sl/ts for zero position")
    _check_sides(context, where, stop, wanted.decimal("takeProfit"))
    if mode is Mode.PARTIAL:
        _partial(context, wanted, where)
        return Reply()
    changed = _full(context, wanted, where, stop)
    changed |= _trailing(context, wanted, where)
    if not changed:
        raise No(34040)
    return Reply()


def _check_sides(context: Context, where: Where, stop: Decimal | None, target: Decimal | None) -> None:
    """Bybit's own words for a stop that would be met at once (fault B24)."""
    symbol, side = where
    last = context.books.quote(symbol).last
    word = "Buy" if side is Side.LONG else "Sell"
    for name, level, sign in (("StopLoss", stop, side.sign), ("TakeProfit", target, -side.sign)):
        if level and (level - last) * sign >= 0:
            context.faults.met("B24")
            raise No(
                10001,
                f"{name}:{text(level)} set for {word} position should "
                f"{'lower' if sign > 0 else 'higher'} than base_price:{text(last)}??LastPrice",
            )


def _full(context: Context, wanted: Asked, where: Where, stop: Decimal | None) -> bool:
    """The one stop and the one target of the whole position; was anything changed?"""
    books = context.books
    held = books.engine.holding(*where)
    if held is None:
        raise No(10001, "can not set tp/sl/ts for zero position")
    parts = {part.stop_kind for part in books.protection.parts(*where)}
    if parts and ("stopLoss" in wanted or "takeProfit" in wanted):
        raise No(110055 if "PartialStopLoss" in parts else 110054)
    changed = False
    if stop is not None:
        by = trigger_by(wanted.one_of("slTriggerBy", Watched, Watched.LAST))
        if (stop or None, by if stop else held.stop_by) != (held.stop, held.stop_by):
            books.do(books.engine.set_stop(*where, Price(stop) if stop else None, books.now(), by))
            changed = True
    target = wanted.decimal("takeProfit")
    if target is not None:
        by = trigger_by(wanted.one_of("tpTriggerBy", Watched, Watched.LAST))
        targets = (Target(Price(target), None, by),) if target else ()
        if targets != held.targets:
            books.protection.set_targets(where, targets)
            changed = True
    return changed


def _trailing(context: Context, wanted: Asked, where: Where) -> bool:
    distance, active = wanted.decimal("trailingStop"), wanted.price("activePrice")
    if distance is None:
        return False
    trail = context.books.protection.trails.get(where)
    if (distance or None, active) == ((trail.distance, trail.active) if trail is not None else (None, None)):
        return False
    tick = context.listed.instruments[where[0]].tick
    if distance % tick != 0:
        raise No(10001, "params error: trailingStop invalid")
    context.books.protection.set_trail(where, distance or None, active)
    return True


def _partial(context: Context, wanted: Asked, where: Where) -> None:
    """Adds a pair for a part of the position; never replaces one (page "Set Trading Stop")."""
    books = context.books
    stop, target = wanted.price("stopLoss"), wanted.price("takeProfit")
    sizes = {name: wanted.decimal(name) for name in ("slSize", "tpSize")}
    given = [size for size in sizes.values() if size is not None]
    if len(given) == 2 and given[0] != given[1]:
        context.faults.met("B27")
        raise No(10001, "params error: tpSize and slSize must be the same")
    if stop is None and target is None:
        raise No(34040)
    if books.protection.bound.get(where) and {"StopLoss", "TakeProfit"} & set(books.protection.bound[where]):
        context.faults.met("B27")
        raise No(110055)
    held = books.engine.holding(*where)
    if not given or held is None:
        raise No(10001, "params error: tpSize or slSize is required")
    if given[0] > held.quantity:
        raise No(10001, "params error: the size of the TP/SL exceeds the position")
    by = wanted.words("slTriggerBy", ""), wanted.words("tpTriggerBy", "")
    books.protection.pair(where, stop, target, given[0], *by)


def executions(context: Context, wanted: Asked) -> Reply:
    """Newest first, at most seven days in one question."""
    wanted.linear()
    books = context.books
    begin, end = span(context, wanted)
    order_id = wanted.words("orderId", "") or books.links.get(wanted.words("orderLinkId", ""), "")
    if "orderLinkId" in wanted and not order_id:
        return Reply({"category": "linear", "list": [], "nextPageCursor": ""})
    kind, symbol = wanted.words("execType", ""), wanted.words("symbol", "")
    rows: list[Row] = [
        row
        for row in reversed(books.fills)
        if (not symbol or row["symbol"] == symbol)
        and (not order_id or row["orderId"] == order_id)
        and (not kind or row["execType"] == kind)
        and begin <= int(row["execTime"]) <= end
    ]
    shown, cursor = page(rows, wanted, 50, 100)
    return Reply({"category": "linear", "list": shown, "nextPageCursor": cursor})


WEEK_MS = 7 * 24 * 3600 * 1000


def span(context: Context, wanted: Asked) -> tuple[int, int]:
    """The asked-for time, in milliseconds; the last seven days when nothing is said."""
    now = context.books.ms()
    begin, end = wanted.whole("startTime", -1), wanted.whole("endTime", -1)
    if begin < 0 and end < 0:
        begin, end = now - WEEK_MS, now
    elif begin < 0:
        begin = end - WEEK_MS
    elif end < 0:
        end = begin + WEEK_MS
    if end < begin or end - begin > WEEK_MS:
        raise No(10001, "params error: The time range between startTime and endTime cannot exceed 7 days")
    return begin, end
