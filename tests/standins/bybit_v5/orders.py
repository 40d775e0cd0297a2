"""Orders: create, amend, cancel, one by one and in batches.

Pages "Place Order", "Amend Order", "Cancel Order", "Cancel All Orders" and "Batch ..." (v5/order).
The stand-in measures what the engine does not know: price limits, risk tiers, listing status,
and the two ways of attaching a stop.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from core.orders import TimeInForce
from core.vocabulary import ZERO, OrderTag, Price, Quantity, Side, Symbol
from tests.standins.bybit_v5.context import Context
from tests.standins.bybit_v5.measures import check_band, check_sides, measure, meets_itself
from tests.standins.bybit_v5.protection import trigger_by
from tests.standins.bybit_v5.tickets import BuySell, Force, Mode, OrderType, Smp, Ticket, Watched
from tests.standins.bybit_v5.wire import Asked, No, Reply, Row
from venues.matching import Amendment, Attached, Crossing, NewOrder, OrderKind, Target

FORCES = {
    Force.GTC: TimeInForce.GTC,
    Force.IOC: TimeInForce.IOC,
    Force.FOK: TimeInForce.FOK,
    Force.POST_ONLY: TimeInForce.POST_ONLY,
}
BATCH_MAX = 10
"""Page "Rate Limit Rules"; the page "Batch Place Order" allows 20, and a client may not rely on it."""
LINK_MAX = 36
CANCELS_MAX = 500


def create(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    return Reply(_create(context, wanted))


def amend(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    return Reply(_amend(context, wanted))


def cancel(context: Context, wanted: Asked) -> Reply:
    wanted.linear()
    return Reply(_cancel(context, wanted))


def create_batch(context: Context, wanted: Asked) -> Reply:
    return _batch(context, wanted, _create)


def amend_batch(context: Context, wanted: Asked) -> Reply:
    return _batch(context, wanted, _amend)


def cancel_batch(context: Context, wanted: Asked) -> Reply:
    return _batch(context, wanted, _cancel)


def _batch(context: Context, wanted: Asked, one: Callable[[Context, Asked], Row]) -> Reply:
    """Each item stands for itself, also before the rate limit; the envelope says 0 whatever becomes of them."""
    wanted.linear()
    results: list[Row] = []
    codes: list[Row] = []
    for number, item in enumerate(wanted.items("request", BATCH_MAX)):
        try:
            if number and not context.another():
                raise No(10006)
            names = one(context, item)
            stamp = {"createAt": str(context.books.ms())} if one is _create else {}
            results.append({"category": "linear", "symbol": item.words("symbol"), **names, **stamp})
            codes.append({"code": 0, "msg": "OK"})
        except No as no:
            results.append({"category": "", "symbol": "", "orderId": "", "orderLinkId": ""})
            codes.append({"code": no.code, "msg": no.message})
    return Reply({"list": results}, {"list": codes})


def cancel_all(context: Context, wanted: Asked) -> Reply:
    """At most 500 in one go, picked at random (fault B44)."""
    wanted.linear()
    symbol = wanted.words("symbol", "") or None
    if symbol is None and not ("settleCoin" in wanted or "baseCoin" in wanted):
        raise No(10001, "params error: symbol, settleCoin or baseCoin is required")
    kind, only = wanted.words("orderFilter", ""), wanted.words("stopOrderType", "")
    if kind not in ("", "Order", "StopOrder", "OpenOrder") or only not in ("", "Stop"):
        raise No(10001, "params error: orderFilter or stopOrderType invalid")
    chosen = [one for one in context.books.live(symbol) if _is_of(one, kind, only)]
    most = len(chosen) // 2 if context.faults.strike("B44", context.path) else CANCELS_MAX
    if len(chosen) > CANCELS_MAX:
        context.faults.met("B44")
    rows = [_end(context, ticket) for ticket in context.faults.pick(chosen, most) if ticket.is_live]
    return Reply({"list": rows, "success": "1"})


def _is_of(ticket: Ticket, kind: str, only: str) -> bool:
    """No filter means every order, the stop of the position too; ``only`` Stop spares what protects it."""
    if kind == "StopOrder":
        return ticket.is_conditional and only in ("", ticket.stop_kind)
    return not kind or not ticket.is_conditional


# --- one order ------------------------------------------------------------------------------


def _create(context: Context, wanted: Asked) -> Row:
    books, faults = context.books, context.faults
    symbol = wanted.words("symbol")
    context.listed.rules(symbol)
    ticket = _ticket(context, wanted, symbol)
    _name(context, ticket)
    for fault, level in (("B25", ticket.trigger), ("B24", ticket.stop)):
        gap = faults.strike(fault, context.path) if level is not None else None
        if gap is not None and level is not None:
            context.move(symbol, Decimal(str(gap.size)) if gap.size else level)
    measure(context, ticket)
    if meets_itself(context, ticket, wanted.one_of("smpType", Smp, Smp.NONE)):
        books.stillborn(ticket, "Cancelled", "EC_StopBySelfMatch")
        return {"orderId": ticket.order_id, "orderLinkId": ticket.link_id}
    names: Row = {"orderId": ticket.order_id, "orderLinkId": ticket.link_id}
    if (late := faults.strike("B12", context.path)) is not None:
        books.stillborn(ticket, "Rejected", late.how)
        return names
    if ticket.kind is OrderType.MARKET and ticket.trigger is None:
        thin = faults.strike("B13", context.path)
        step = context.listed.instruments[Symbol(symbol)].step
        given = (ticket.qty / 2 / step).to_integral_value(ROUND_FLOOR) * step if thin and thin.how == "part" else ZERO
        if thin is not None and given <= 0:
            books.stillborn(ticket, "Cancelled", "EC_NoImmediateQtyToFill")
            return names
        ticket.short = ticket.qty - given if thin is not None else ZERO
    naked = ticket.stop is not None and faults.strike("B23", context.path) is not None
    try:
        books.place(ticket, _request(context, ticket, naked=naked))
    except No as no:
        if no.code == 10001:  # what is left for the engine to refuse so is a step, a minimum or a maximum
            faults.met("B29")
        raise
    return names


def _ticket(context: Context, wanted: Asked, symbol: str) -> Ticket:
    """What was asked for, read and typed; nothing is measured yet."""
    books = context.books
    kind = wanted.one_of("orderType", OrderType)
    side = wanted.one_of("side", BuySell)
    qty = wanted.decimal("qty")
    if qty is None:
        raise No(10001, "params error: qty is required")
    reduce_only, on_trigger = wanted.flag("reduceOnly"), wanted.flag("closeOnTrigger")
    index = wanted.whole("positionIdx", 0)
    quote = books.quote(symbol)
    trigger = wanted.price("triggerPrice")
    direction = wanted.whole("triggerDirection", 0)
    if trigger is not None and direction not in (1, 2):
        raise No(10001, "TriggerDirection invalid")
    force = wanted.one_of("timeInForce", Force, Force.GTC)
    stop, target = wanted.price("stopLoss"), wanted.price("takeProfit")
    mode = wanted.one_of("tpslMode", Mode, Mode.FULL) if stop or target else ""
    cap = quote.taker(side.core) * (Decimal("1.05") if side is BuySell.BUY else Decimal("0.95"))
    tick = context.listed.instruments[Symbol(symbol)].tick
    if qty == 0 and (reduce_only or on_trigger):
        qty = _whole_position(context, symbol, index, side)
    return Ticket(
        books.new_id("order"),
        wanted.words("orderLinkId", ""),
        symbol,
        side,
        kind,
        qty,
        books.ms(),
        books.ms(),
        price=wanted.decimal("price") if kind is OrderType.LIMIT else None,
        cap=(cap / tick).to_integral_value() * tick,
        force=Force.IOC if kind is OrderType.MARKET else force,
        reduce_only=reduce_only or on_trigger,
        close_on_trigger=on_trigger,
        index=index,
        trigger=trigger,
        direction=direction if trigger is not None else 0,
        trigger_by=wanted.one_of("triggerBy", Watched, Watched.LAST) if trigger is not None else "",
        stop=stop,
        target=target,
        stop_by=wanted.one_of("slTriggerBy", Watched, Watched.LAST) if stop is not None else "",
        target_by=wanted.one_of("tpTriggerBy", Watched, Watched.LAST) if target is not None else "",
        mode=mode,
        stop_kind="Stop" if trigger is not None else "",
        last_seen=quote.last,
    )


def _whole_position(context: Context, symbol: str, index: int, side: BuySell) -> Decimal:
    """qty "0" on an order that only reduces: all of it (page "Place Order")."""
    against = Side.LONG if side is BuySell.SELL else Side.SHORT
    held = context.books.engine.holding(Symbol(symbol), against)
    if held is None:
        raise No(110017)
    return held.quantity


def _name(context: Context, ticket: Ticket) -> None:
    link = ticket.link_id
    if len(link) > LINK_MAX:
        context.faults.met("B10")
        raise No(10001, "params error: order link id is longer than 45")
    if not all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in link):
        context.faults.met("B10")
        raise No(10001, "params error: orderLinkId invalid")
    if link in context.books.links:
        raise No(110072)


def _request(context: Context, ticket: Ticket, *, naked: bool) -> NewOrder:
    """The order as the engine takes it."""
    conditional = ticket.trigger is not None
    kinds = {
        (OrderType.MARKET, False): OrderKind.MARKET,
        (OrderType.LIMIT, False): OrderKind.LIMIT,
        (OrderType.MARKET, True): OrderKind.STOP_MARKET,
        (OrderType.LIMIT, True): OrderKind.STOP_LIMIT,
    }
    attached = Attached() if naked else _given(ticket)
    market = ticket.kind is OrderType.MARKET
    return NewOrder(
        OrderTag(ticket.order_id),
        Symbol(ticket.symbol),
        ticket.side.core,
        kinds[ticket.kind, conditional],
        Quantity(ticket.qty - ticket.short),
        price=Price(ticket.price) if ticket.price is not None else None,
        trigger=Price(ticket.trigger) if ticket.trigger is not None else None,
        trigger_by=trigger_by(ticket.trigger_by),
        crossing=(Crossing.RISING if ticket.direction == 1 else Crossing.FALLING) if conditional else None,
        time_in_force=TimeInForce.GTC if market else FORCES[ticket.force],
        reduce_only=ticket.reduce_only,
        position_side={0: None, 1: Side.LONG, 2: Side.SHORT}[ticket.index],
        stop=attached.stop,
        stop_by=attached.stop_by,
        targets=attached.targets,
    )


# --- one that is there ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    ticket: Ticket
    names: Row


def _find(context: Context, wanted: Asked, late: str) -> _Found:
    symbol = wanted.words("symbol")
    context.listed.rules(symbol)
    order_id, link_id = wanted.words("orderId", ""), wanted.words("orderLinkId", "")
    if not order_id and not link_id:
        raise No(10001, "params error: orderId or orderLinkId is required")
    ticket = context.books.find(symbol, order_id, link_id)
    if ticket is None or not ticket.is_live:
        raise No(110001, f"order not exists or too late to {late}")
    return _Found(ticket, {"orderId": ticket.order_id, "orderLinkId": ticket.link_id})


def _cancel(context: Context, wanted: Asked) -> Row:
    found = _find(context, wanted, "cancel")
    if context.listed.rules(found.ticket.symbol).auction:
        raise No(110095)
    price = found.ticket.price
    if price is not None and context.faults.strike("B16", context.path, "cancel-race") is not None:
        context.move(found.ticket.symbol, price)
        context.books.cancel_too_late(found.ticket)
        return found.names
    return _end(context, found.ticket)


def _end(context: Context, ticket: Ticket) -> Row:
    """Cancel an order, also one that is a position's own stop or target (fault B23)."""
    books, symbol, side = context.books, Symbol(ticket.symbol), ticket.closes
    bound = books.protection.bound.get((symbol, side), {})
    if ticket.twin:
        context.faults.met("B28")
    if bound.get("StopLoss") == ticket.order_id:
        books.do(books.engine.set_stop(symbol, side, None, books.now()))
    elif bound.get("TakeProfit") == ticket.order_id:
        books.protection.set_targets((symbol, side), ())
    elif ticket.stop_kind == "TrailingStop":
        books.protection.set_trail((symbol, side), None, None)
    else:
        books.do(books.engine.cancel(OrderTag(ticket.order_id), books.now()))
    return {"orderId": ticket.order_id, "orderLinkId": ticket.link_id}


def _amend(context: Context, wanted: Asked) -> Row:
    found = _find(context, wanted, "replace")
    ticket, books = found.ticket, context.books
    qty, price, trigger = wanted.decimal("qty"), wanted.decimal("price"), wanted.price("triggerPrice")
    stop, target = wanted.decimal("stopLoss"), wanted.decimal("takeProfit")
    levels = ((qty, ticket.qty), (price, ticket.price), (trigger, ticket.trigger))
    exits = ((stop, ticket.stop or ZERO), (target, ticket.target or ZERO))
    if all(new in (None, old) for new, old in (*levels, *exits)):
        raise No(10001, "order not modified")
    if price is not None:
        check_band(ticket.side, price, books.quote(ticket.symbol).mark)
    if ticket.twin and trigger is not None:
        context.faults.met("B28")
    was = replace(ticket)
    ticket.price, ticket.trigger = price or ticket.price, trigger or ticket.trigger
    attached = _reattached(ticket, wanted, stop, target) if stop is not None or target is not None else None
    change = Amendment(
        OrderTag(ticket.order_id),
        Quantity(qty) if qty is not None else None,
        Price(price) if price is not None else None,
        Price(trigger) if trigger is not None else None,
        attached,
    )
    try:
        if attached is not None:
            check_sides(context, ticket)
        books.do(books.engine.amend(change, books.now()))
    except No:
        for name in ("price", "trigger", "stop", "target", "stop_by", "target_by", "mode"):
            setattr(ticket, name, getattr(was, name))
        raise
    return found.names


def _reattached(ticket: Ticket, wanted: Asked, stop: Decimal | None, target: Decimal | None) -> Attached:
    """The stop and target an unfilled order will give from now on; "0" takes one away."""
    if stop is not None:
        ticket.stop = stop or None
        ticket.stop_by = wanted.one_of("slTriggerBy", Watched, Watched(ticket.stop_by or Watched.LAST)) if stop else ""
    if target is not None:
        ticket.target = target or None
        ticket.target_by = (
            wanted.one_of("tpTriggerBy", Watched, Watched(ticket.target_by or Watched.LAST)) if target else ""
        )
    ticket.mode = (ticket.mode or Mode.FULL) if ticket.stop or ticket.target else ""
    return _given(ticket)


def _given(ticket: Ticket) -> Attached:
    """What the engine is to bind to the position; partial protection is given at the fills instead."""
    if ticket.mode != Mode.FULL:
        return Attached()
    targets = (Target(Price(ticket.target), None, trigger_by(ticket.target_by)),) if ticket.target else ()
    return Attached(Price(ticket.stop) if ticket.stop is not None else None, trigger_by(ticket.stop_by), targets)
