"""What the engine does with an order: takes, rests, clips, refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from core.orders import Accepted, Execution, OrderReport, OrderStatus, Refused, TimeInForce, VenueReport
from core.vocabulary import Money, OrderSide, OrderTag, Quantity, Side, Symbol
from tests.venues.contract import BTC, GOLD, INSTRUMENTS, START, price, quantity, quote
from venues.matching import (
    Amendment,
    Attached,
    Code,
    Crossing,
    Depth,
    End,
    Engine,
    NewOrder,
    OrderKind,
    Outcome,
    Target,
    Terms,
    TriggerBy,
)

FLAT_BOOK = Depth(levels=3, notional_per_level=Money(Decimal(50_000)), growth=Decimal(1))
"""One BTC at each of three prices, about."""


def engine(balance: int = 100_000, terms: Terms | None = None, at: str | int = 50000) -> Engine:
    made = Engine(INSTRUMENTS, Money(Decimal(balance)), terms or Terms(depth=FLAT_BOOK))
    made.on_quote(quote(at))
    return made


def buy(
    tag: str, size: str = "0.1", kind: OrderKind = OrderKind.MARKET, at: str | None = None, stop: str | None = None
) -> NewOrder:
    limit = None if at is None else price(at)
    return NewOrder(
        OrderTag(tag),
        BTC,
        OrderSide.BUY,
        kind,
        quantity(size),
        price=limit if kind.has_limit else None,
        trigger=limit if kind is OrderKind.STOP_MARKET else None,
        stop=None if stop is None else price(stop),
    )


def sell(tag: str, size: str = "0.1", kind: OrderKind = OrderKind.MARKET, at: str | None = None) -> NewOrder:
    return replace(buy(tag, size, kind, at), side=OrderSide.SELL)


def fills(reports: tuple[VenueReport, ...]) -> list[Execution]:
    return [report for report in reports if isinstance(report, Execution)]


def last_order(reports: tuple[VenueReport, ...]) -> OrderReport:
    return [report for report in reports if isinstance(report, OrderReport)][-1]


def code(outcome: Outcome) -> str:
    assert isinstance(outcome.answer, Refused)
    assert outcome.reports == ()
    return outcome.answer.code


def test_a_market_order_walks_the_book_and_pays_for_it() -> None:
    done = engine().place(buy("a", "1.5"), START)
    assert [(fill.price, fill.quantity) for fill in fills(done.reports)] == [
        (price("50000.1"), quantity("0.999")),
        (price("50000.2"), quantity("0.501")),
    ]
    assert last_order(done.reports).status is OrderStatus.FILLED


def test_the_rest_of_a_market_order_beyond_the_book_is_cancelled() -> None:
    done = engine().place(buy("a", "5"), START)
    report = last_order(done.reports)
    assert (report.status, report.filled, report.reason) == (
        OrderStatus.CANCELLED,
        quantity("2.997"),
        End.NO_IMMEDIATE,
    )


def test_a_market_order_stops_at_its_slippage_cap() -> None:
    terms = Terms(depth=FLAT_BOOK, slippage_max=Decimal("0.000001"))
    done = engine(terms=terms).place(buy("a", "2"), START)
    assert last_order(done.reports).filled == quantity("0.999")


def test_two_orders_cannot_eat_the_same_offer_until_the_next_quote() -> None:
    exchange = engine()
    exchange.place(buy("a", "2.997"), START)
    assert fills(exchange.place(buy("b", "0.1"), START).reports) == []
    exchange.on_quote(quote(50000))
    assert fills(exchange.place(buy("c", "0.1"), START).reports) == []
    exchange.on_quote(quote(50000, 1))
    assert len(fills(exchange.place(buy("d", "0.1"), START).reports)) == 1


def test_a_resting_limit_fills_in_part_as_a_maker_while_the_book_is_thin() -> None:
    exchange = engine()
    assert fills(exchange.place(buy("a", "2", OrderKind.LIMIT, "49990"), START).reports) == []
    (first,) = fills(exchange.on_quote(quote("49989.9", 1)))
    assert (first.price, first.quantity) == (price(49990), quantity("1"))
    assert first.fee == Decimal("49990") * Decimal("0.0002")
    assert exchange.observe(START).orders[0].filled == quantity("1")
    (second,) = fills(exchange.on_quote(quote("49980", 2)))
    assert (second.price, second.quantity) == (price(49990), quantity("1"))
    assert exchange.observe(START).orders == ()


def test_a_limit_through_the_market_takes_up_to_its_price_and_rests() -> None:
    exchange = engine()
    done = exchange.place(buy("a", "3", OrderKind.LIMIT, "50000.2"), START)
    assert [fill.price for fill in fills(done.reports)] == [price("50000.1"), price("50000.2")]
    (working,) = exchange.observe(START).orders
    assert working.filled == quantity("1.998")


def test_the_better_limit_is_served_first() -> None:
    exchange = engine()
    exchange.place(buy("far", "1", OrderKind.LIMIT, "49980"), START)
    exchange.place(buy("near", "1", OrderKind.LIMIT, "49990"), START)
    served = fills(exchange.on_quote(quote("49979.9", 1)))
    assert served[0].tag == "near"


@pytest.mark.parametrize(
    ("tif", "size", "filled", "reason"),
    [
        (TimeInForce.IOC, "3", "0.999", End.NO_IMMEDIATE),
        (TimeInForce.FOK, "3", "0", End.NOT_ALL),
        (TimeInForce.FOK, "0.5", "0.5", ""),
    ],
)
def test_immediate_orders_leave_nothing_working(tif: TimeInForce, size: str, filled: str, reason: str) -> None:
    exchange = engine()
    order = replace(buy("a", size, OrderKind.LIMIT, "50000.1"), time_in_force=tif)
    report = last_order(exchange.place(order, START).reports)
    assert (report.filled, report.reason) == (quantity(filled), reason)
    assert exchange.observe(START).orders == ()


def test_post_only_is_refused_when_it_would_take() -> None:
    exchange = engine()
    order = replace(buy("a", "0.1", OrderKind.LIMIT, "50000.1"), time_in_force=TimeInForce.POST_ONLY)
    assert code(exchange.place(order, START)) == Code.WOULD_TAKE
    assert isinstance(exchange.place(replace(order, price=price(50000)), START).answer, Accepted)


def test_a_breakout_order_waits_for_its_trigger() -> None:
    exchange = engine()
    exchange.place(buy("a", "0.1", OrderKind.STOP_MARKET, "50100"), START)
    assert fills(exchange.on_quote(quote("50099.9", 1))) == []
    (fill,) = fills(exchange.on_quote(quote("50100", 2)))
    assert fill.price == price("50100.1")


def test_a_trigger_by_mark_does_not_listen_to_the_last_price() -> None:
    exchange = engine()
    exchange.place(replace(buy("a", "0.1", OrderKind.STOP_MARKET, "50100"), trigger_by=TriggerBy.MARK), START)
    assert fills(exchange.on_quote(quote(50200, 1, mark=50000))) == []
    assert len(fills(exchange.on_quote(quote(50000, 2, mark=50100)))) == 1


def test_a_stop_limit_works_at_its_limit_once_it_was_met() -> None:
    exchange = engine()
    order = replace(buy("a", "0.1", OrderKind.STOP_LIMIT, "50050"), trigger=price(50100))
    exchange.place(order, START)
    assert fills(exchange.on_quote(quote(50100, 1))) == []
    (fill,) = fills(exchange.on_quote(quote(50040, 2)))
    assert fill.price == price(50050)


def test_a_conditional_order_without_margin_when_met_is_cancelled_then() -> None:
    exchange = engine(balance=1000)
    assert isinstance(exchange.place(buy("a", "1", OrderKind.STOP_MARKET, "50100"), START).answer, Accepted)
    report = last_order(exchange.on_quote(quote(50100, 1)))
    assert (report.status, report.reason) == (OrderStatus.CANCELLED, End.NO_MARGIN)


def test_a_post_only_conditional_that_would_take_is_cancelled_when_met() -> None:
    exchange = engine()
    order = replace(buy("a", "0.1", OrderKind.STOP_LIMIT, "50200"), trigger=price(50100))
    exchange.place(replace(order, time_in_force=TimeInForce.POST_ONLY), START)
    assert last_order(exchange.on_quote(quote(50100, 1))).reason == End.WOULD_TAKE


def test_reduce_only_is_clipped_to_the_position() -> None:
    exchange = engine()
    exchange.place(buy("a", "0.1"), START)
    report = last_order(exchange.place(replace(sell("x", "0.5"), reduce_only=True), START).reports)
    assert (report.status, report.filled, report.reason) == (
        OrderStatus.CANCELLED,
        quantity("0.1"),
        End.BY_REDUCE_ONLY,
    )
    assert exchange.observe(START).positions == ()


def test_a_one_way_order_against_a_position_turns_it_round() -> None:
    exchange = engine()
    exchange.place(buy("a", "0.1"), START)
    closed, opened = fills(exchange.place(sell("b", "0.3"), START).reports)
    assert (closed.position_side, closed.quantity) == (Side.LONG, quantity("0.1"))
    assert (opened.position_side, opened.quantity) == (Side.SHORT, quantity("0.2"))
    assert exchange.observe(START).positions[0].side is Side.SHORT


def test_hedge_mode_holds_both_sides_and_closes_each_by_name() -> None:
    exchange = engine(terms=Terms(hedge=True, depth=FLAT_BOOK))
    exchange.place(replace(buy("a"), position_side=Side.LONG), START)
    exchange.place(replace(sell("b", "0.2"), position_side=Side.SHORT), START)
    assert {held.side: held.quantity for held in exchange.observe(START).positions} == {
        Side.LONG: quantity("0.1"),
        Side.SHORT: quantity("0.2"),
    }
    exchange.place(replace(sell("c", "5"), position_side=Side.LONG), START)
    (left,) = exchange.observe(START).positions
    assert (left.side, left.quantity) == (Side.SHORT, quantity("0.2"))


def test_an_amended_limit_trades_at_once_when_it_reaches_the_market() -> None:
    exchange = engine()
    exchange.place(buy("a", "0.1", OrderKind.LIMIT, "49000"), START)
    done = exchange.amend(Amendment(OrderTag("a"), price=price("50000.1")), START)
    assert len(fills(done.reports)) == 1
    assert code(exchange.amend(Amendment(OrderTag("a"), price=price(49000)), START)) == Code.ORDER_DONE


def test_an_amended_quantity_stays_above_what_was_filled() -> None:
    exchange = engine()
    exchange.place(buy("a", "2", OrderKind.LIMIT, "50000.1"), START)
    assert code(exchange.amend(Amendment(OrderTag("a"), quantity=quantity("0.999")), START)) == Code.BELOW_FILLED
    assert isinstance(exchange.amend(Amendment(OrderTag("a"), quantity=quantity("1")), START).answer, Accepted)


def test_cancelling_says_what_it_found() -> None:
    exchange = engine()
    exchange.place(buy("a", "0.1", OrderKind.LIMIT, "49000"), START)
    assert last_order(exchange.cancel(OrderTag("a"), START).reports).status is OrderStatus.CANCELLED
    assert code(exchange.cancel(OrderTag("a"), START)) == Code.ORDER_CANCELLED
    assert code(exchange.cancel(OrderTag("b"), START)) == Code.NO_SUCH_ORDER


def test_cancel_all_can_be_kept_to_one_symbol() -> None:
    exchange = engine()
    exchange.on_quote(quote(2000, symbol=GOLD))
    exchange.place(buy("a", "0.1", OrderKind.LIMIT, "49000"), START)
    exchange.place(replace(buy("g", "0.1", OrderKind.LIMIT, "1990"), symbol=GOLD), START)
    exchange.cancel_all(START, GOLD)
    assert [order.tag for order in exchange.observe(START).orders] == ["a"]
    exchange.cancel_all(START)
    assert exchange.observe(START).orders == ()


LIMIT = buy("a", "0.1", OrderKind.LIMIT, "49000")
BREAKOUT = buy("a", "0.1", OrderKind.STOP_MARKET, "50100")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (replace(LIMIT, tag=OrderTag("x" * 37)), Code.BAD_REQUEST),
        (replace(LIMIT, tag=OrderTag("über")), Code.BAD_REQUEST),
        (replace(LIMIT, symbol=Symbol("NOPE")), Code.BAD_REQUEST),
        (replace(LIMIT, symbol=GOLD), Code.NO_PRICE),
        (replace(LIMIT, position_side=Side.LONG), Code.BAD_REQUEST),
        (replace(LIMIT, quantity=quantity("0.0005")), Code.BAD_REQUEST),
        (replace(LIMIT, quantity=quantity("0")), Code.BAD_REQUEST),
        (replace(LIMIT, quantity=Quantity(Decimal("NaN"))), Code.BAD_REQUEST),
        (replace(LIMIT, quantity=quantity("100.001")), Code.BAD_REQUEST),
        (replace(LIMIT, price=None), Code.BAD_REQUEST),
        (replace(LIMIT, price=price("49000.05")), Code.BAD_REQUEST),
        (replace(LIMIT, price=price("-1")), Code.BAD_REQUEST),
        (replace(LIMIT, price=price("Infinity")), Code.BAD_REQUEST),
        (replace(LIMIT, trigger=price(49000)), Code.BAD_REQUEST),
        (replace(LIMIT, quantity=quantity("0.001"), price=price(4000)), Code.NOTIONAL_TOO_SMALL),
        (replace(LIMIT, reduce_only=True), Code.NOTHING_TO_REDUCE),
        (replace(LIMIT, stop=price(49000)), Code.BAD_REQUEST),
        (replace(LIMIT, stop=price(49500)), Code.BAD_REQUEST),
        (replace(LIMIT, targets=(Target(price(48000)),)), Code.BAD_REQUEST),
        (replace(LIMIT, targets=(Target(price(52000), quantity("0.0001")),)), Code.BAD_REQUEST),
        (replace(LIMIT, targets=tuple(Target(price(52000 + n)) for n in range(21))), Code.TOO_MANY_TARGETS),
        (replace(LIMIT, price=price(51000), stop=price(50500)), Code.EXPECTS_FALLING),
        (replace(LIMIT, quantity=quantity("50")), Code.POOR),
        (buy("a", "0.1", stop="50000"), Code.BAD_REQUEST),
        (replace(BREAKOUT, trigger=price(50000)), Code.EXPECTS_RISING),
        (replace(BREAKOUT, crossing=Crossing.FALLING), Code.EXPECTS_FALLING),
        (replace(BREAKOUT, trigger=None), Code.BAD_REQUEST),
        (replace(BREAKOUT, time_in_force=TimeInForce.POST_ONLY), Code.BAD_REQUEST),
    ],
)
def test_what_cannot_be_is_refused_with_its_code_and_leaves_no_trace(order: NewOrder, expected: Code) -> None:
    exchange = engine()
    before = exchange.snapshot()
    assert code(exchange.place(order, START)) == expected
    assert exchange.snapshot() == before


def test_a_client_id_is_never_free_again() -> None:
    exchange = engine()
    exchange.place(buy("a"), START)
    assert code(exchange.place(buy("a"), START)) == Code.DUPLICATE
    exchange.place(LIMIT if LIMIT.tag != "a" else replace(LIMIT, tag=OrderTag("b")), START)
    exchange.cancel(OrderTag("b"), START)
    assert code(exchange.place(replace(LIMIT, tag=OrderTag("b")), START + timedelta(days=900))) == Code.DUPLICATE


def test_the_number_of_working_orders_is_bounded() -> None:
    exchange = engine(terms=Terms(depth=FLAT_BOOK, orders_max=3, conditionals_max=2))
    for number in range(2):
        exchange.place(replace(BREAKOUT, tag=OrderTag(f"c{number}")), START)
    assert code(exchange.place(replace(BREAKOUT, tag=OrderTag("c2")), START)) == Code.TOO_MANY_CONDITIONALS
    exchange.place(LIMIT, START)
    assert code(exchange.place(replace(LIMIT, tag=OrderTag("b")), START)) == Code.TOO_MANY_ORDERS


def test_an_order_without_a_client_id_gets_a_name_of_the_exchange() -> None:
    exchange = engine()
    report = last_order(exchange.place(replace(LIMIT, tag=None), START).reports)
    assert exchange.look_up(report.tag) == report
    assert isinstance(exchange.cancel(report.tag, START).answer, Accepted)


def test_an_order_is_armed_until_its_trigger_is_met() -> None:
    exchange = engine()
    exchange.place(replace(buy("a", "0.1", OrderKind.STOP_MARKET), trigger=price("50100")), START)
    assert exchange.is_armed(OrderTag("a"))
    exchange.on_quote(quote("50100", 1))
    assert not exchange.is_armed(OrderTag("a"))
    assert not exchange.is_armed(OrderTag("never"))


def test_the_attached_stop_is_amended_until_the_first_fill() -> None:
    exchange = engine(terms=Terms(depth=FLAT_BOOK))
    exchange.place(replace(buy("a", "2", OrderKind.LIMIT, "49990"), stop=price(49000)), START)
    lower = Amendment(OrderTag("a"), price=price(48000), attached=Attached(price(47000)))
    assert isinstance(exchange.amend(lower, START).answer, Accepted)
    above = Amendment(OrderTag("a"), attached=Attached(price(48500)))
    assert code(exchange.amend(above, START)) == Code.BAD_REQUEST
    exchange.on_quote(quote("47999.9", 1))
    held = exchange.holding(BTC, Side.LONG)
    assert held is not None
    assert held.stop == price(47000)
    assert code(exchange.amend(lower, START)) == Code.PART_FILLED
