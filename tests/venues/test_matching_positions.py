"""What the engine does with a position: stop, targets, margin, liquidation, funding."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from core.market import Funding
from core.orders import Accepted, FundingPaid, OrderStatus, Purpose, StopReport, VenueReport
from core.vocabulary import Money, OrderSide, OrderTag, Price, Side
from tests.venues.contract import BTC, GOLD, INSTRUMENTS, START, price, quantity, quote
from tests.venues.test_matching_orders import FLAT_BOOK, buy, code, engine, fills, last_order, sell
from venues.matching import Code, Depth, End, Engine, NewOrder, OrderKind, Target, Terms, TriggerBy

THIN = Depth(levels=1, notional_per_level=Money(Decimal(5_000)), growth=Decimal(1))


def stop_of(exchange: Engine) -> Price | None:
    (held,) = exchange.observe(START).positions
    return held.stop


def test_the_attached_stop_covers_the_first_part_of_a_fill_in_the_same_step() -> None:
    exchange = engine(terms=Terms(depth=THIN))
    exchange.place(replace(buy("a", "1", OrderKind.LIMIT, "49990"), stop=price(49000)), START)
    reports = exchange.on_quote(quote("49989.9", 1))
    (stop,) = [report for report in reports if isinstance(report, StopReport)]
    assert (stop.price, stop.quantity) == (price(49000), fills(reports)[0].quantity)
    assert stop.quantity < quantity("1")


def test_a_later_part_leaves_an_amended_stop_alone() -> None:
    exchange = engine(terms=Terms(depth=THIN))
    exchange.place(replace(buy("a", "0.15", OrderKind.LIMIT, "49990"), stop=price(49000)), START)
    exchange.on_quote(quote("49989.9", 1))
    exchange.set_stop(BTC, Side.LONG, price(49500), START)
    assert fills(exchange.on_quote(quote("49989.9", 2)))
    assert stop_of(exchange) == price(49500)


def test_a_later_part_after_the_first_was_closed_has_its_stop_again() -> None:
    exchange = engine(terms=Terms(depth=THIN))
    exchange.place(replace(buy("a", "0.3", OrderKind.LIMIT, "49990"), stop=price(49000)), START)
    exchange.on_quote(quote("49989.9", 1))
    exchange.on_quote(quote("50100", 2))
    exchange.place(replace(sell("x", "0.1"), reduce_only=True), START)
    exchange.on_quote(quote("50100", 3))
    exchange.place(replace(sell("y", "0.1"), reduce_only=True), START)
    assert exchange.observe(START).positions == ()
    exchange.on_quote(quote("49989.9", 4))
    assert stop_of(exchange) == price(49000)


def test_a_met_stop_sells_into_every_quote_until_nothing_is_left() -> None:
    exchange = engine(terms=Terms(depth=THIN))
    for number in range(4):
        exchange.on_quote(quote(50000, number))
        exchange.place(buy(f"a{number}", "0.09", stop="49000"), START)
    sold = []
    for second in range(10, 16):
        sold += fills(exchange.on_quote(quote(48900 + second, second)))
    assert sum(fill.quantity for fill in sold) == quantity("0.36")
    assert len(sold) == 4
    assert {fill.purpose for fill in sold} == {Purpose.STOP}
    assert exchange.observe(START).positions == ()


def test_a_stop_on_a_gap_trades_at_the_price_there_is() -> None:
    exchange = engine()
    exchange.place(buy("a", stop="49000"), START)
    (fill,) = fills(exchange.on_quote(quote(45000, 1)))
    assert fill.price == price(45000)


def test_a_limit_that_fills_on_a_gap_through_its_stop_is_stopped_out_in_the_same_step() -> None:
    exchange = engine()
    exchange.place(replace(buy("a", "0.1", OrderKind.LIMIT, "49500"), stop=price(49000)), START)
    bought, sold = fills(exchange.on_quote(quote(48000, 1)))
    assert (bought.price, sold.price, sold.purpose) == (price(49500), price(48000), Purpose.STOP)
    assert exchange.observe(START).positions == ()


def test_a_stop_by_mark_ignores_a_wick_of_the_last_price() -> None:
    exchange = engine()
    exchange.place(replace(buy("a", stop="49000"), stop_by=TriggerBy.MARK), START)
    assert fills(exchange.on_quote(quote(48000, 1, mark=49900))) == []
    assert len(fills(exchange.on_quote(quote(49500, 2, mark=49000)))) == 1


@pytest.mark.parametrize(
    ("stop", "expected"),
    [
        ("49000", Code.NOT_MODIFIED),
        ("50000", Code.BAD_REQUEST),
        ("51000", Code.BAD_REQUEST),
        ("49000.05", Code.BAD_REQUEST),
        ("-5", Code.BAD_REQUEST),
    ],
)
def test_a_stop_that_cannot_be_leaves_the_old_one(stop: str, expected: Code) -> None:
    exchange = engine()
    exchange.place(buy("a", stop="49000"), START)
    assert code(exchange.set_stop(BTC, Side.LONG, price(stop), START)) == expected
    assert stop_of(exchange) == price(49000)


def test_a_stop_needs_a_position_and_can_be_taken_away() -> None:
    exchange = engine()
    assert code(exchange.set_stop(BTC, Side.LONG, price(49000), START)) == Code.BAD_REQUEST
    exchange.place(buy("a", stop="49000"), START)
    assert isinstance(exchange.set_stop(BTC, Side.LONG, None, START).answer, Accepted)
    assert stop_of(exchange) is None


def test_a_position_being_closed_takes_no_new_stop() -> None:
    exchange = engine(terms=Terms(depth=THIN))
    exchange.place(buy("a", "0.09", stop="49000"), START)
    exchange.on_quote(quote(50000, 1))
    exchange.place(buy("b", "0.09"), START)
    exchange.on_quote(quote(48000, 2))
    assert code(exchange.set_stop(BTC, Side.LONG, price(40000), START)) == Code.BUSY
    assert code(exchange.set_targets(BTC, Side.LONG, (), START)) == Code.BUSY


def test_targets_sell_their_parts_and_the_last_one_all() -> None:
    exchange = engine()
    targets = (Target(price(51000), quantity("0.03")), Target(price(52000)))
    exchange.place(replace(buy("a", stop="49000"), targets=targets), START)
    (first,) = fills(exchange.on_quote(quote(51000, 1)))
    assert first.quantity == quantity("0.03")
    (second,) = fills(exchange.on_quote(quote(52000, 2)))
    assert second.quantity == quantity("0.07")
    assert exchange.observe(START).positions == ()


def test_targets_can_be_replaced() -> None:
    exchange = engine()
    assert code(exchange.set_targets(BTC, Side.LONG, (), START)) == Code.BAD_REQUEST
    exchange.place(buy("a", stop="49000"), START)
    assert code(exchange.set_targets(BTC, Side.LONG, (Target(price(49500)),), START)) == Code.BAD_REQUEST
    assert isinstance(exchange.set_targets(BTC, Side.LONG, (Target(price(50500)),), START).answer, Accepted)
    assert code(exchange.set_targets(BTC, Side.LONG, (Target(price(50500)),), START)) == Code.NOT_MODIFIED
    exchange.on_quote(quote(50500, 1))
    assert exchange.observe(START).positions == ()


def test_exits_left_over_go_with_their_position() -> None:
    exchange = engine()
    exchange.place(buy("a", stop="49000"), START)
    exchange.place(replace(sell("target", "0.1", OrderKind.LIMIT, "52000"), reduce_only=True), START)
    report = last_order(exchange.on_quote(quote(48000, 1)))
    assert (report.tag, report.status, report.reason) == ("target", OrderStatus.CANCELLED, End.BY_REDUCE_ONLY)


def test_profit_of_gold_counts_its_hundred_ounces() -> None:
    exchange = engine()
    exchange.on_quote(quote(2000, symbol=GOLD))
    lot = NewOrder(OrderTag("g"), GOLD, OrderSide.BUY, OrderKind.MARKET, quantity("0.1"))
    (bought,) = fills(exchange.place(lot, START).reports)
    before = exchange.observe(START).balance
    exchange.on_quote(quote(2010, 1, GOLD))
    (sold,) = fills(exchange.place(replace(lot, tag=OrderTag("h"), side=OrderSide.SELL), START).reports)
    assert exchange.observe(START).balance - before + sold.fee == (sold.price - bought.price) * 10


def test_margin_is_reserved_by_leverage_and_given_back() -> None:
    exchange = engine(balance=1000)
    order = buy("a", "0.15", OrderKind.LIMIT, "49000")
    exchange.place(order, START)
    assert exchange.observe(START).margin_used == Decimal("0.15") * 49000 * (Decimal("0.1") + Decimal("0.00055"))
    assert code(exchange.place(replace(order, tag=OrderTag("b")), START)) == Code.POOR
    exchange.cancel(OrderTag("a"), START)
    assert isinstance(exchange.place(replace(order, tag=OrderTag("b")), START).answer, Accepted)


@pytest.mark.parametrize(
    ("leverage", "expected"),
    [("0.5", Code.BAD_REQUEST), ("51", Code.LEVERAGE_TOO_HIGH), ("10", Code.LEVERAGE_NOT_MODIFIED), ("1", Code.POOR)],
)
def test_leverage_that_cannot_be_is_refused(leverage: str, expected: Code) -> None:
    exchange = engine(balance=1000)
    exchange.place(buy("a", "0.1"), START)
    assert code(exchange.set_leverage(BTC, Decimal(leverage), START)) == expected


@pytest.mark.parametrize("side", [OrderSide.BUY, OrderSide.SELL])
def test_liquidation_comes_at_the_price_that_was_announced(side: OrderSide) -> None:
    exchange = engine(balance=1000)
    exchange.place(replace(buy("a", "0.15"), side=side), START)
    (held,) = exchange.observe(START).positions
    assert held.liquidation is not None
    tick, sign = INSTRUMENTS[BTC].tick, held.side.sign
    assert fills(exchange.on_quote(quote(held.liquidation + tick * sign, 1))) == []
    (fill,) = fills(exchange.on_quote(quote(held.liquidation - tick * sign, 2)))
    assert fill.purpose is Purpose.LIQUIDATION


def test_liquidation_cancels_the_orders_first() -> None:
    exchange = engine(balance=1000)
    exchange.place(buy("a", "0.15"), START)
    exchange.place(buy("b", "0.01", OrderKind.LIMIT, "10000"), START)
    reports = exchange.on_quote(quote(40000, 1))
    assert last_order(reports[:1]).reason == End.BY_LIQUIDATION
    assert exchange.observe(START).positions == ()


def test_a_position_of_a_whole_balance_at_leverage_one_has_no_liquidation_price() -> None:
    exchange = engine(balance=1_000_000)
    exchange.place(buy("a", "0.1"), START)
    assert exchange.observe(START).positions[0].liquidation is None


def test_longs_pay_funding_and_shorts_receive_it() -> None:
    exchange = engine(terms=Terms(hedge=True, depth=FLAT_BOOK))
    exchange.place(replace(buy("a", "0.1"), position_side=Side.LONG), START)
    exchange.place(replace(sell("b", "0.2"), position_side=Side.SHORT), START)
    paid = exchange.apply_funding(BTC, Decimal("0.0001"), START)
    assert [report.amount for report in paid if isinstance(report, FundingPaid)] == [Decimal("-0.5"), Decimal(1)]


def test_every_funding_period_is_paid_once_even_those_slept_through() -> None:
    exchange = engine(terms=Terms(depth=FLAT_BOOK, funding_rate=Decimal("0.0001")))
    exchange.place(buy("a", "0.1"), START)
    day = timedelta(days=1).total_seconds()
    (paid,) = exchange.on_quote(quote(50000, day))
    assert isinstance(paid, FundingPaid)
    assert paid.amount == Decimal("-1.5")
    assert exchange.on_quote(quote(50000, day + 60)) == ()


def test_a_symbol_pays_the_rate_that_was_told_for_the_moment_at_the_moment_that_was_told() -> None:
    exchange = engine(terms=Terms(depth=FLAT_BOOK, funding_rate=Decimal("0.0001")))
    four, every = START + timedelta(hours=4), timedelta(hours=4)
    exchange.hear_funding(BTC, Funding(Decimal("0.0003"), four, every))
    exchange.place(buy("a", "0.1"), START)
    assert exchange.on_quote(quote(50000, 4 * 3600 - 1)) == ()
    exchange.hear_funding(BTC, Funding(Decimal("0.0002"), four, every))
    exchange.hear_funding(BTC, Funding(Decimal("-0.01"), four + every, every))  # told before our clock is there
    amounts = [_paid(exchange.on_quote(quote(50000, 4 * 3600)))]
    exchange.hear_funding(BTC, Funding(Decimal("-0.01"), four + every, every))
    amounts += [_paid(exchange.on_quote(quote(50000, hours * 3600))) for hours in (5, 8)]
    assert amounts == [[Decimal("-1")], [], [Decimal("50")]]


def _paid(reports: tuple[VenueReport, ...]) -> list[Decimal]:
    return [report.amount for report in reports if isinstance(report, FundingPaid)]


def test_an_account_that_counted_periods_goes_on_where_it_was() -> None:
    exchange = engine(terms=Terms(depth=FLAT_BOOK, funding_rate=Decimal("0.0001")))
    exchange.place(buy("a", "0.1"), START)
    saved = exchange.snapshot()
    (held,) = saved["live"]["holdings"]
    held["funded"] = (START - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(hours=8)
    again = type(exchange).restore(exchange.instruments, saved, exchange.terms)
    assert _paid(again.on_quote(quote(50000, 3600))) == []
    assert _paid(again.on_quote(quote(50000, 8 * 3600))) == [Decimal("-0.5")]


def test_gold_pays_no_funding() -> None:
    exchange = engine(terms=Terms(depth=FLAT_BOOK, funding_rate=Decimal("0.0001")))
    exchange.on_quote(quote(2000, symbol=GOLD))
    exchange.place(NewOrder(OrderTag("g"), GOLD, OrderSide.BUY, OrderKind.MARKET, quantity("0.1")), START)
    assert exchange.on_quote(quote(2000, 86400, GOLD)) == ()


def test_an_older_quote_changes_nothing() -> None:
    exchange = engine()
    exchange.on_quote(quote(50000, 10))
    exchange.place(buy("a", stop="49000"), START)
    assert exchange.on_quote(quote(40000, 5)) == ()


@pytest.mark.parametrize(
    ("levels", "money", "growth", "spacing"), [(0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 0, 1), (1, 1, 1, 0)]
)
def test_a_book_without_offers_cannot_be_made(levels: int, money: int, growth: int, spacing: int) -> None:
    with pytest.raises(ValueError, match="at least one level"):
        Depth(levels, Money(Decimal(money)), Decimal(growth), spacing)


def test_a_position_is_shown_with_its_stop_targets_and_leverage() -> None:
    exchange = engine()
    targets = (Target(price(51000)),)
    exchange.place(replace(buy("a", "0.1"), stop=price(49000), targets=targets), START)
    held = exchange.holding(BTC, Side.LONG)
    assert held is not None
    assert (held.stop, held.targets, held.quantity) == (price(49000), targets, quantity("0.1"))
    assert exchange.holding(BTC, Side.SHORT) is None
    exchange.set_leverage(BTC, Decimal(3), START)
    assert exchange.leverage_of(BTC) == 3
