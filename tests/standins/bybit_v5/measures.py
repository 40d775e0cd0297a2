"""What an order is measured by besides the engine: listing, price limit, budget, tier, its own stop.

Pages "Get Instruments Info", "Get Order Price Limit", "Get Risk Limit" (v5/market) and the limits
on page "Place Order". Each refuses with `No`; the first that objects decides.
"""

from __future__ import annotations

from decimal import Decimal

from core.vocabulary import ZERO, OrderTag, Side, Symbol
from tests.standins.bybit_v5.context import Context
from tests.standins.bybit_v5.contracts import BAND, TIERS
from tests.standins.bybit_v5.tickets import BuySell, OrderType, Smp, Ticket
from tests.standins.bybit_v5.wire import No, text

ORDERS_MAX = 500
CONDITIONALS_MAX = 10


def measure(context: Context, ticket: Ticket) -> None:
    """Everything the venue looks at besides what the engine does."""
    books, symbol = context.books, ticket.symbol
    _mode(context, ticket.index)
    rules = context.listed.rules(symbol)
    opens = not ticket.reduce_only
    if rules.auction:
        raise No(110099 if ticket.stop or ticket.target else 110095)
    if rules.status != "Trading":
        raise No(110074 if opens else 110023)
    if rules.delivery_ms and opens:
        raise No(30228)
    if ticket.kind is OrderType.MARKET and ticket.qty > rules.market_max:
        context.faults.met("B29")
        raise No(
            10001,
            "The number of contracts exceeds maximum limit allowed: too large, "
            f"order_qty:{text(ticket.qty)} > max_qty:{text(rules.market_max)}",
        )
    if ticket.kind is OrderType.LIMIT and ticket.price is None:
        raise No(10001, "params error: price is required")
    if ticket.price is not None and ticket.trigger is None:
        check_band(ticket.side, ticket.price, books.quote(symbol).mark)
    _budget(context, ticket)
    if opens:
        _tier(context, ticket)
        check_sides(context, ticket)


def _mode(context: Context, index: int) -> None:
    if (index in (1, 2)) is not context.books.hedge or index > 2:
        context.faults.met("B19")
        raise No(10001, "position idx not match position mode")


def check_band(side: BuySell, price: Decimal, mark: Decimal) -> None:
    too_high = side is BuySell.BUY and price > mark * (1 + BAND)
    if too_high or (side is BuySell.SELL and price < mark * (1 - BAND)):
        raise No(110003)


def _budget(context: Context, ticket: Ticket) -> None:
    live = context.books.live(ticket.symbol)
    if ticket.trigger is not None and sum(one.stop_kind == "Stop" and one.is_conditional for one in live) >= (
        CONDITIONALS_MAX
    ):
        raise No(110009)
    if ticket.trigger is None and sum(not one.is_conditional for one in live) >= ORDERS_MAX:
        raise No(110020)


def _tier(context: Context, ticket: Ticket) -> None:
    """The position's value at this leverage may not exceed the tier's (fault B31)."""
    engine, symbol = context.books.engine, Symbol(ticket.symbol)
    leverage = engine.leverage_of(symbol)
    most = max((Decimal(value) for _, value, top, _ in TIERS if leverage <= Decimal(top)), default=ZERO)
    side = Side.LONG if ticket.side is BuySell.BUY else Side.SHORT
    held = engine.holding(symbol, side)
    price = ticket.price or ticket.trigger or context.books.quote(ticket.symbol).last
    if (held.cost if held is not None else ZERO) + ticket.qty * price > most:
        raise No(110090)


def check_sides(context: Context, ticket: Ticket) -> None:
    """A stop below and a target above what is bought; the engine would say it in other words."""
    price = ticket.price or ticket.trigger or context.books.quote(ticket.symbol).last
    buys = ticket.side is BuySell.BUY
    for name, level, above in (("StopLoss", ticket.stop, not buys), ("TakeProfit", ticket.target, buys)):
        if level is not None and (level <= price if above else level >= price):
            context.faults.met("B24")
            raise No(
                10001,
                f"{name}:{text(level)} set for {ticket.side} position should "
                f"{'higher' if above else 'lower'} than base_price:{text(price)}??LastPrice",
            )


def meets_itself(context: Context, ticket: Ticket, kind: Smp) -> bool:
    """Self match prevention (page "SMP"): the taker's word counts. Is the taker itself not to be placed?"""
    if kind is Smp.NONE or ticket.trigger is not None:
        return False
    books, sign = context.books, 1 if ticket.side is BuySell.BUY else -1
    limit = ticket.price or ticket.cap or ZERO
    resting = [one for one in books.live(ticket.symbol) if one.side is not ticket.side and not one.is_conditional]
    makers = [one for one in resting if one.price is not None and (limit - one.price) * sign >= 0]
    for maker in makers if kind is not Smp.TAKER else ():
        maker.cancel = "CancelBySmp"
        books.do(books.engine.cancel(OrderTag(maker.order_id), books.now()))
    return bool(makers) and kind is not Smp.MAKER
