"""What several stop orders protect together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.covering import guarded
from core.orders import OpenPosition, StandingStop
from core.vocabulary import Money, OrderTag, Price, Quantity, Side, Symbol
from tests.builders import price, quantity

BTC = Symbol("BTCUSDT")
NOTHING = Money(Decimal(0))


def held(amount: int, side: Side = Side.LONG) -> OpenPosition:
    return OpenPosition(BTC, side, quantity(amount), price(100), price(100), None, NOTHING, None)


def stop(at: int, amount: int, side: Side = Side.LONG) -> StandingStop:
    return StandingStop(OrderTag(f"stop-{at}-{amount}"), BTC, side, quantity(amount), price(at))


@pytest.mark.parametrize(
    ("amount", "side", "stops", "where", "covered"),
    [
        (4, Side.LONG, [], None, 0),
        (4, Side.LONG, [stop(95, 4)], 95, 4),
        (10, Side.LONG, [stop(95, 4)], 95, 4),
        (4, Side.LONG, [stop(95, 4), stop(97, 4)], 97, 8),
        (10, Side.LONG, [stop(97, 4), stop(95, 6)], 95, 10),
        (4, Side.SHORT, [stop(105, 4, Side.SHORT), stop(103, 4, Side.SHORT)], 103, 8),
        (4, Side.LONG, [stop(105, 4, Side.SHORT)], None, 0),
    ],
)
def test_the_stop_is_where_the_last_of_it_is_sold(
    amount: int, side: Side, stops: list[StandingStop], where: int | None, covered: int
) -> None:
    shown = guarded(held(amount, side), stops)
    assert shown.stop == (None if where is None else Price(Decimal(where)))
    assert shown.protected == Quantity(Decimal(covered))


def test_a_stop_that_belongs_to_its_position_protects_whatever_is_held() -> None:
    assert held(7).protected == 7
