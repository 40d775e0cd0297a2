"""Whatever is asked in whatever order: what is listed, what is told and what is true stay the same thing."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from core.vocabulary import ZERO, Money, OrderTag, Side, Symbol
from tests.bot.desk_for_tests import PlayedClock
from tests.standins.bybit_v5 import BybitV5, open_bybit
from tests.standins.bybit_v5.server import ENDPOINTS
from tests.standins.bybit_v5.wire import Asked, No
from venues.matching import Depth

BTC = Symbol("BTCUSDT")
STEPS = 120
THIN = Depth(levels=3, notional_per_level=Money(Decimal(1_500)))


def ask(venue: BybitV5, path: str, **said: Any) -> None:
    """One private POST past the door; a refusal is as good an answer as any."""
    endpoint = ENDPOINTS["POST", path]
    context = venue._context(venue.key(), path, lambda: True)
    with suppress(No):
        endpoint.answer(context, Asked({"category": "linear", "symbol": BTC, **said}))


def an_order(dice: Random, price: Decimal, index: int, number: int) -> dict[str, Any]:
    side = dice.choice(("Buy", "Sell"))
    away = Decimal(dice.randint(-400, 400))
    order: dict[str, Any] = {
        "side": side,
        "orderType": dice.choice(("Market", "Limit")),
        "qty": str(Decimal(dice.randint(1, 80)) / 1000),
        "positionIdx": index,
        "orderLinkId": f"n{number}",
        "timeInForce": dice.choice(("GTC", "IOC", "FOK", "PostOnly")),
        "reduceOnly": dice.random() < 0.3,
    }
    if order["orderType"] == "Limit":
        order["price"] = str(price + away)
    if dice.random() < 0.3:
        order |= {
            "triggerPrice": str(price + Decimal(dice.randint(-300, 300))),
            "triggerDirection": dice.choice((1, 2)),
        }
    sign = 1 if side == "Buy" else -1
    if not order["reduceOnly"] and dice.random() < 0.7:
        order |= {"stopLoss": str(price - sign * dice.randint(50, 900)), "tpslMode": dice.choice(("Full", "Partial"))}
        if dice.random() < 0.5:
            order["takeProfit"] = str(price + sign * dice.randint(50, 900))
    return order


def a_stop(dice: Random, price: Decimal, index: int) -> dict[str, Any]:
    mode = dice.choice(("Full", "Partial"))
    said: dict[str, Any] = {"positionIdx": index, "tpslMode": mode}
    for name in ("stopLoss", "takeProfit"):
        if dice.random() < 0.6:
            said[name] = "0" if dice.random() < 0.2 else str(price + dice.randint(-900, 900))
    if mode == "Partial":
        said["slSize"] = said["tpSize"] = "0.001"
    elif dice.random() < 0.3:
        said["trailingStop"] = str(dice.randint(0, 500))
    return said


def step(venue: BybitV5, dice: Random, clock: PlayedClock, number: int) -> None:
    clock.forward(dice.choice((0, 0.2, 2)))
    price = venue.books.quote(BTC).last
    index = dice.choice((1, 2)) if venue.books.hedge else 0
    some = dice.choice([*venue.books.tickets, "none"])
    match dice.randint(0, 9):
        case 0 | 1 | 2:
            ask(venue, "/v5/order/create", **an_order(dice, price, index, number))
        case 3:
            ask(venue, "/v5/order/cancel", orderId=some)
        case 4:
            changed = dice.choice(({"qty": "0.02"}, {"price": str(price - 50)}, {"stopLoss": str(price - 500)}))
            ask(venue, "/v5/order/amend", orderId=some, **changed)
        case 5:
            ask(venue, "/v5/position/trading-stop", **a_stop(dice, price, index))
        case 6 if dice.random() < 0.1:
            ask(venue, "/v5/order/cancel-all")
        case _:
            venue.move(BTC, price + dice.randint(-250, 250))


def check(venue: BybitV5) -> None:
    books = venue.books
    net: dict[Side, Decimal] = defaultdict(Decimal)
    for one in books.traded:
        net[one.position_side] += one.quantity if one.side is one.position_side.opening else -one.quantity
    told: dict[str, Decimal] = defaultdict(Decimal)
    for row in books.fills:
        told[row["orderId"]] += Decimal(row["execQty"])
    for side in Side:
        held = books.engine.holding(BTC, side)
        assert net[side] == (held.quantity if held is not None else ZERO)
        bound = {
            books.tickets[name].stop_kind: books.tickets[name]
            for name in books.protection.bound.get((BTC, side), {}).values()
        }
        stop = bound.get("StopLoss")
        assert (stop.trigger if stop is not None else None) == (held.stop if held is not None else None)
        assert all(one.is_live or one.status == "PartiallyFilled" for one in bound.values())
    own = {name for names in books.protection.bound.values() for name in names.values()}
    own |= {trail.order_id for trail in books.protection.trails.values()}
    for ticket in books.tickets.values():
        assert told[ticket.order_id] == ticket.filled <= ticket.qty
        report = books.engine.look_up(OrderTag(ticket.order_id))
        works = report is not None and report.status.value == "working"
        assert ticket.is_live is (works or ticket.order_id in own), ticket


@pytest.mark.parametrize("hedge", [False, True])
@pytest.mark.parametrize("seed", range(15))
async def test_books_stay_true_under_random_requests(seed: int, hedge: bool) -> None:
    dice, clock = Random(seed), PlayedClock()
    async with open_bybit(clock, hedge=hedge, depth=THIN, balance=3_000) as venue:
        for number in range(STEPS):
            step(venue, dice, clock, number)
            check(venue)
        assert venue.truth().executions, "something was traded"
