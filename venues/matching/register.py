"""Every order the exchange was ever given, working or closed, found by its client id.

A client that lost an answer asks by its own id, so a closed order is never forgotten and
its id is never free again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from core.orders import OrderReport, OrderStatus
from core.vocabulary import ZERO, OrderTag, Price, Quantity, Symbol
from venues.matching.requests import NewOrder


@dataclass(slots=True)
class Order:
    """One order and what became of it.

    ``request`` stays as it was sent, but for its stop and targets; ``quantity``, ``price`` and
    ``trigger`` follow amendments.
    ``armed``: waits for its trigger. ``stop_given``: its attached stop went to the position.
    """

    request: NewOrder
    tag: OrderTag
    number: int
    quantity: Quantity
    price: Price | None
    trigger: Price | None
    at: datetime
    armed: bool
    filled: Quantity = Quantity(ZERO)
    status: OrderStatus = OrderStatus.WORKING
    stop_given: bool = False
    reason: str = ""

    @property
    def remaining(self) -> Quantity:
        return Quantity(self.quantity - self.filled)

    @property
    def is_working(self) -> bool:
        return self.status is OrderStatus.WORKING

    def report(self) -> OrderReport:
        return OrderReport(
            self.tag,
            self.request.symbol,
            self.request.side,
            self.status,
            self.quantity,
            self.filled,
            self.price if self.price is not None else self.trigger,
            self.request.only_reduces,
            self.at,
            self.reason,
        )


@dataclass(slots=True)
class Register:
    """``opened`` counts all orders; ``closed`` is in the order of closing."""

    opened: int = 0
    working: dict[Symbol, dict[OrderTag, Order]] = field(default_factory=dict)
    closed: dict[OrderTag, Order] = field(default_factory=dict)
    symbols: dict[OrderTag, Symbol] = field(default_factory=dict)
    """Where each working order is."""

    def open(self, request: NewOrder, at: datetime) -> Order:
        self.opened += 1
        tag = request.tag if request.tag is not None else OrderTag(f"venue-{self.opened}")
        armed = request.kind.is_conditional
        order = Order(request, tag, self.opened, request.quantity, request.price, request.trigger, at, armed)
        self.keep(order)
        return order

    def keep(self, order: Order) -> None:
        """File a working order, newly opened or restored."""
        self.working.setdefault(order.request.symbol, {})[order.tag] = order
        self.symbols[order.tag] = order.request.symbol

    def close(self, order: Order, status: OrderStatus, at: datetime, reason: str = "") -> None:
        order.status, order.at, order.reason = status, at, reason
        there = self.working[order.request.symbol]
        del there[order.tag], self.symbols[order.tag]
        if not there:
            del self.working[order.request.symbol]
        self.closed[order.tag] = order

    def find(self, tag: OrderTag) -> Order | None:
        symbol = self.symbols.get(tag)
        return self.closed.get(tag) if symbol is None else self.working[symbol][tag]

    def of(self, symbol: Symbol) -> tuple[Order, ...]:
        """Working orders of one symbol, oldest first."""
        orders = self.working.get(symbol)
        return () if orders is None else tuple(orders.values())

    def all(self) -> Iterator[Order]:
        """All working orders."""
        for orders in self.working.values():
            yield from orders.values()

    @property
    def count(self) -> int:
        return len(self.symbols)
