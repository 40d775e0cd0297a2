"""What a position bought, sold, earned and paid: every execution once, in any order."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.ledger import Ledger
from core.vocabulary import ExecutionId, Side
from tests.builders import a_cfd, an_instrument, money, price, quantity, row


def bought(ledger: Ledger, amount: str | int, at_price: str | int, fee: str = "0", name: str = "a") -> Ledger:
    return ledger.bought(ExecutionId(name), quantity(amount), price(at_price), money(fee))


def sold(ledger: Ledger, amount: str | int, at_price: str | int, fee: str = "0", name: str = "z") -> Ledger:
    return ledger.sold(ExecutionId(name), quantity(amount), price(at_price), money(fee))


LONG = Ledger(Side.LONG, an_instrument())
SHORT = Ledger(Side.SHORT, an_instrument())


def test_the_entry_is_the_average_of_what_was_bought() -> None:
    ledger = bought(bought(LONG, 1, 100), 3, 104, name="b")
    assert row(ledger.entry, ledger.held) == (103, 4)


def test_a_profit_is_what_was_sold_better_after_fees_and_funding() -> None:
    ledger = sold(bought(LONG, 2, 100, "0.1"), 2, 105, "0.2").paid(money("-0.3"), ExecutionId("f"))
    assert row(ledger.realised, ledger.net, ledger.held) == (10, Decimal("9.4"), 0)


def test_a_short_earns_when_the_price_falls() -> None:
    assert sold(bought(SHORT, 2, 100), 2, 95).net == 10
    assert bought(SHORT, 2, 100).floating(price(103)) == -6


def test_a_rebate_is_earned() -> None:
    assert bought(LONG, 1, 100, "-0.5").net == Decimal("0.5")


def test_nothing_floats_when_nothing_is_held() -> None:
    assert sold(bought(LONG, 1, 100), 1, 90).floating(price(200)) == 0
    assert LONG.floating(price(200)) == 0


def test_no_more_is_sold_than_is_held() -> None:
    ledger = sold(bought(LONG, 1, 100), 5, 110)
    assert row(ledger.held, ledger.realised) == (0, 10)
    assert sold(LONG, 1, 100).held == 0


def test_the_venues_quantity_wins_in_both_directions() -> None:
    ledger = bought(LONG, 10, 100)
    assert ledger.drifted_to(quantity(4), price(90)).realised == -60
    assert ledger.drifted_to(quantity(15), price(103)).entry == 101
    assert ledger.drifted_to(quantity(10), price(90)) == ledger


def test_a_lot_earns_by_its_point_value() -> None:
    gold = Ledger(Side.LONG, a_cfd("XAUUSD", "0.01", "100"))
    assert bought(gold, "0.1", 2400).floating(price(2410)) == 100


FILLS = st.lists(st.tuples(st.integers(1, 50), st.integers(50, 150)), min_size=1, max_size=8)


@given(side=st.sampled_from(Side), entries=FILLS, exits=FILLS, mark=st.integers(50, 150))
def test_realised_and_floating_together_are_the_whole_result_whatever_the_order(
    side: Side, entries: list[tuple[int, int]], exits: list[tuple[int, int]], mark: int
) -> None:
    ledger = Ledger(side, an_instrument())
    for number, (amount, at_price) in enumerate(entries):
        ledger = bought(ledger, amount, at_price, name=f"in{number}")
    left = ledger.held
    worth = Decimal(0)
    for number, (amount, at_price) in enumerate(exits):
        worth += min(Decimal(amount), left) * at_price
        left = quantity(left - min(Decimal(amount), left))
        ledger = sold(ledger, amount, at_price, name=f"out{number}")
    whole = (worth + left * mark - ledger.cost) * side.sign
    assert ledger.held == left
    assert abs(ledger.realised + ledger.floating(price(mark)) - whole) < Decimal("1e-18")
