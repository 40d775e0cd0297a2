"""How an exchange holds stops that are orders of their own: a second list, and refusals by other numbers.

The engine underneath knows orders that wait for a trigger and only reduce; here they are told apart from the others,
as Binance USDM does (its conditional orders have their own endpoint and their own list, faults N04 and C03).
"""

from __future__ import annotations

from core.covering import guarded
from core.orders import Answer, Observation, OpenPosition, OrderReport, Refused, StandingStop, StopTicket
from core.records import replace
from core.vocabulary import OrderSide, Price, Quantity, Side, Symbol
from venues.matching import Code, Engine, NewOrder, OrderKind

CODES = {
    Code.EXPECTS_FALLING: "-2021",
    Code.EXPECTS_RISING: "-2021",
    Code.NOTHING_TO_REDUCE: "-2022",
    Code.DUPLICATE: "-4116",
    Code.NO_SUCH_ORDER: "-2011",
    Code.TOO_MANY_CONDITIONALS: "-4045",
    Code.BAD_REQUEST: "-1111",
}
"""Binance USDM, page "Error Code"."""


def stop_order(ticket: StopTicket, symbol: Symbol, side: Side, stop: Price) -> NewOrder:
    """A stop as this exchange takes it: it sells so much at market when it is met, and never opens anything."""
    kind = OrderKind.STOP_MARKET
    return NewOrder(ticket.tag, symbol, side.closing, kind, ticket.quantity, trigger=stop, reduce_only=True)


def in_its_numbers(answer: Answer) -> Answer:
    """A refusal by the number that this exchange gives it; the engine's own is Bybit's."""
    if not isinstance(answer, Refused):
        return answer
    return replace(answer, code=next((own for code, own in CODES.items() if code == answer.code), answer.code))


class StopList:
    """The account as this exchange shows it: stops in a list of their own.

    What has not changed since it was shown last is not sorted again: an account is looked at more often than it moves.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._book: tuple[OrderReport, ...] = ()
        self._orders: tuple[OrderReport, ...] = ()
        self._stops: tuple[StandingStop, ...] = ()
        self._held: tuple[OpenPosition, ...] = ()
        self._positions: tuple[OpenPosition, ...] = ()
        self._seen: Observation | None = None
        self._shown: Observation

    def shown(self, seen: Observation) -> Observation:
        if seen is not self._seen:
            self._seen, self._shown = seen, self._sorted(seen)
        return self._shown

    def _sorted(self, seen: Observation) -> Observation:
        if seen.orders is not self._book:
            waiting = {order.tag for order in seen.orders if self._is_stop(order)}
            self._stops = tuple(_standing(order) for order in seen.orders if order.tag in waiting)
            self._orders = tuple(order for order in seen.orders if order.tag not in waiting)
            self._book, self._held, self._positions = seen.orders, (), ()
        if seen.positions is not self._held:
            self._positions = tuple(guarded(held, self._stops) for held in seen.positions)
            self._held = seen.positions
        positions, orders = self._positions, self._orders
        return Observation(seen.at, seen.equity, seen.balance, seen.margin_used, positions, orders, self._stops)

    def _is_stop(self, order: OrderReport) -> bool:
        """Does it wait for a trigger, and only reduce?"""
        return order.reduce_only and self._engine.is_armed(order.tag)


def _standing(order: OrderReport) -> StandingStop:
    assert order.price is not None
    side = Side.LONG if order.side is OrderSide.SELL else Side.SHORT
    return StandingStop(order.tag, order.symbol, side, Quantity(order.quantity - order.filled), order.price)
