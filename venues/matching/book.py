"""How much the market gives at which price: a quote is only the best of many.

A quote names the best bid and ask; real size walks past them. The depth behind a quote is
a formula, not a die, so that the same orders on the same prices always fill the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.instrument import Instrument
from core.market import Quote
from core.vocabulary import ZERO, Money, OrderSide, Price, Quantity
from venues.matching.requests import Crossing, TriggerBy


@dataclass(frozen=True, slots=True)
class Depth:
    """The book behind a quote, the same on both sides.

    ``levels`` >= 1 prices, ``spacing`` >= 1 ticks apart; the first holds ``notional_per_level``
    (money), each next one ``growth`` times the one before.
    """

    levels: int = 20
    notional_per_level: Money = Money(Decimal(50_000))
    growth: Decimal = Decimal("1.2")
    spacing: int = 1

    def __post_init__(self) -> None:
        if self.levels < 1 or self.spacing < 1 or self.notional_per_level <= 0 or self.growth <= 0:
            raise ValueError("a book has at least one level, one tick of spacing, and money on it")


@dataclass(frozen=True, slots=True)
class Offer:
    """Some quantity at one price."""

    price: Price
    quantity: Quantity


@dataclass(slots=True)
class Tape:
    """The newest quote of one symbol, and what was taken from the book behind it.

    The book is refilled by the next quote: until then two orders cannot eat the same offer.
    """

    quote: Quote
    bought: Quantity = Quantity(ZERO)
    sold: Quantity = Quantity(ZERO)

    def taken(self, side: OrderSide) -> Quantity:
        return self.bought if side is OrderSide.BUY else self.sold

    def take(self, side: OrderSide, quantity: Quantity) -> None:
        if side is OrderSide.BUY:
            self.bought = Quantity(self.bought + quantity)
        else:
            self.sold = Quantity(self.sold + quantity)


def levels(depth: Depth, instrument: Instrument, quote: Quote, side: OrderSide) -> Iterator[Offer]:
    """What an order of ``side`` meets, best first; every level holds at least one step."""
    best = quote.taker(side)
    away = instrument.tick * depth.spacing * (1 if side is OrderSide.BUY else -1)
    notional: Decimal = depth.notional_per_level
    for number in range(depth.levels):
        price = Price(best + away * number)
        if price <= 0:
            return
        quantity = instrument.quantity_below(Quantity(notional / (price * instrument.point_value)))
        yield Offer(price, max(quantity, instrument.step))
        notional *= depth.growth


def sweep(
    depth: Depth, instrument: Instrument, tape: Tape, side: OrderSide, *, wanted: Quantity, limit: Price | None
) -> tuple[Offer, ...]:
    """The offers an order for ``wanted`` would take, not worse than ``limit``; takes none yet."""
    found: list[Offer] = []
    gone: Decimal = tape.taken(side)
    left: Decimal = wanted
    for offer in levels(depth, instrument, tape.quote, side):
        if left <= 0 or (limit is not None and is_worse(side, offer.price, limit)):
            break
        there = offer.quantity - min(gone, offer.quantity)
        gone -= offer.quantity - there
        if there > 0:
            part = min(there, left)
            found.append(Offer(offer.price, Quantity(part)))
            left -= part
    return tuple(found)


def is_worse(side: OrderSide, price: Price, limit: Price) -> bool:
    """Would an order of ``side`` with this limit decline ``price``?"""
    return price > limit if side is OrderSide.BUY else price < limit


def reading(quote: Quote, by: TriggerBy) -> Price:
    """The price that this kind of trigger watches."""
    return quote.last if by is TriggerBy.LAST else quote.mark


def is_met(quote: Quote, by: TriggerBy, crossing: Crossing, trigger: Price) -> bool:
    """Has the price come to ``trigger`` from the given side?"""
    now = reading(quote, by)
    return now >= trigger if crossing is Crossing.RISING else now <= trigger
