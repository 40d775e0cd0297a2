"""From a call to a plan: how to get in, where to get out, and a size that never risks more than was granted."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.drafting import TARGETS_MAX, Terms, draft
from core.instrument import Instrument, Tier
from core.orders import EntryKind
from core.plans import Check, Declined, Drafted, Plan
from core.rules import FixedNotional, FixedQuantity, RiskPercent
from core.sheet import in_figures
from core.signals import AtLimit, AtMarket, AtPrice, AtStop, Entry, InZone, Ladder, OpenEnded, Percent, Pips, Signal
from core.vocabulary import Side
from tests.builders import (
    CALL,
    NOON,
    a_cfd,
    a_channel,
    a_quote,
    a_signal,
    an_instrument,
    at,
    money,
    must,
    price,
    quantity,
    row,
    some_limits,
)

LONG, SHORT = Side.LONG, Side.SHORT


def terms(instrument: Instrument | None = None, mid: str | int = 100, **changes: Any) -> Terms:
    traded = instrument or an_instrument()
    known: dict[str, Any] = {
        "position": CALL,
        "channel": a_channel(sizing=changes.pop("sizing", RiskPercent(Decimal(1)))),
        "limits": some_limits(),
        "instrument": traded,
        "quote": a_quote(mid, traded.symbol, spread=changes.pop("spread", "0.2")),
        "equity": money(10_000),
        "at": NOON,
    }
    return Terms(**{**known, **changes})


def plan(signal: Signal, **changes: Any) -> Plan:
    return must(Drafted, draft(signal, terms(**changes))).plan


def why_not(signal: Signal, **changes: Any) -> Check:
    """The check that failed, which is the last one and the reason."""
    declined = must(Declined, draft(signal, terms(**changes)))
    assert all(check.passed for check in declined.checks[:-1])
    assert not declined.checks[-1].passed
    assert declined.reason == f"{declined.checks[-1].name}: {declined.checks[-1].detail}"
    return declined.checks[-1]


# --- getting in -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("side", "entry", "kind", "at_price", "expected"),
    [
        (LONG, AtMarket(), EntryKind.MARKET, None, "100.1"),
        (SHORT, AtMarket(), EntryKind.MARKET, None, "99.9"),
        (LONG, AtLimit(price("98.07")), EntryKind.LIMIT, "98.0", "98.0"),
        (SHORT, AtLimit(price("102.03")), EntryKind.LIMIT, "102.1", "102.1"),
        (LONG, AtStop(price("103.02")), EntryKind.STOP, "103.1", "103.1"),
        (SHORT, AtStop(price("97.08")), EntryKind.STOP, "97.0", "97.0"),
        (LONG, AtStop(price("100.1")), EntryKind.MARKET, None, "100.1"),
        (SHORT, AtStop(price("99.9")), EntryKind.MARKET, None, "99.9"),
        (LONG, InZone(price(97), price(99)), EntryKind.LIMIT, "99", "99"),
        (SHORT, InZone(price(101), price(103)), EntryKind.LIMIT, "101", "101"),
        (LONG, Ladder((price(98), price(99), price(97))), EntryKind.LIMIT, "99", "98"),
        (SHORT, Ladder((price(102), price(101))), EntryKind.LIMIT, "101", "101.5"),
        (LONG, Ladder((price(104), price("102.18")), breakout=True), EntryKind.STOP, "102.2", "103.1"),
        (SHORT, Ladder((price(96), price("97.82")), breakout=True), EntryKind.STOP, "97.8", "96.9"),
    ],
)
def test_each_entry_gets_in_no_worse_than_the_call_says(
    side: Side, entry: Entry, kind: EntryKind, at_price: str | None, expected: str
) -> None:
    drafted = plan(a_signal(side, entry, stop=Percent(Decimal(5)), targets=()))
    wanted = Decimal(at_price) if at_price is not None else None
    assert row(drafted.kind, drafted.price, drafted.expected) == (kind, wanted, Decimal(expected))


def test_a_stop_entry_is_never_rounded_back_to_where_the_price_already_is() -> None:
    assert plan(a_signal(LONG, AtStop(price("100.14")))).price == Decimal("100.2")
    assert plan(a_signal(SHORT, AtStop(price("99.86")), stop=105, targets=(95,))).price == Decimal("99.8")


@pytest.mark.parametrize(("side", "prices"), [(LONG, (104, "100.05", 100)), (SHORT, (96, "99.95", 100))])
def test_a_breakout_that_has_happened_is_one_market_entry_and_the_next_still_waits(
    side: Side, prices: tuple[str | int, ...]
) -> None:
    broken = Ladder(tuple(price(each) for each in prices), breakout=True)
    drafted = plan(a_signal(side, broken, stop=Percent(Decimal(5)), targets=(Percent(Decimal(9)),)))
    assert row(*(leg.kind for leg in drafted.legs)) == (EntryKind.MARKET, EntryKind.STOP)
    assert drafted.legs[1].price == prices[0]


def test_a_breakout_whose_first_price_is_far_behind_is_not_chased() -> None:
    assert why_not(a_signal(LONG, Ladder((price(98), price(103)), breakout=True))).name == "price drift"


def test_a_target_between_two_breakouts_is_no_target() -> None:
    between = a_signal(LONG, Ladder((price(102), price(104)), breakout=True), stop=98, targets=(103,))
    assert why_not(between) == Check("targets side", False, "103 must lie above the entry 104")


def test_a_price_that_ran_away_is_not_chased_and_a_better_one_is_welcome() -> None:
    assert why_not(a_signal(LONG, AtMarket(price(99)))).name == "price drift"
    assert why_not(a_signal(SHORT, AtMarket(price(101)), stop=105, targets=(95,))).name == "price drift"
    assert plan(a_signal(LONG, AtMarket(price(102)))).expected == Decimal("100.1")
    assert why_not(a_signal(LONG, AtStop(price(98)))).name == "price drift"


@pytest.mark.parametrize(
    "entry", [AtLimit(price(10)), AtLimit(price(1000)), AtStop(price(1000)), AtMarket(price(1000))]
)
def test_a_price_that_is_ten_times_off_is_a_typing_error(entry: Entry) -> None:
    assert why_not(a_signal(LONG, entry, stop=5)).name == "entry near market"


def test_a_price_below_one_tick_is_no_price() -> None:
    assert why_not(a_signal(LONG, AtLimit(price("0.01")), stop=5)).name == "entry price"


def test_a_stale_quote_is_no_price() -> None:
    assert isinstance(draft(a_signal(), terms(at=at(5))), Drafted)
    assert why_not(a_signal(), at=at(5.1)) == Check("fresh price", False, "5.1 s old, at most 5 s")


def test_a_call_without_a_side_or_a_stop_is_declined() -> None:
    assert why_not(a_signal(None)).name == "side"
    assert why_not(a_signal(stop=None)).name == "stop"


# --- the stop ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("side", "asked", "stop"), [(LONG, "95.01", "95.1"), (SHORT, "105.09", "105.0")])
def test_a_stop_is_rounded_toward_the_entry(side: Side, asked: str, stop: str) -> None:
    assert plan(a_signal(side, stop=asked, targets=())).stop == Decimal(stop)


@pytest.mark.parametrize(("side", "stop"), [(LONG, 105), (SHORT, 95), (LONG, "100.1"), (SHORT, "99.9")])
def test_a_stop_on_the_wrong_side_is_refused(side: Side, stop: str | int) -> None:
    assert why_not(a_signal(side, stop=stop, targets=())).name == "stop side"


def test_a_stop_too_far_or_inside_the_spread_is_refused() -> None:
    assert why_not(a_signal(stop=50)).name == "stop distance"
    assert why_not(a_signal(stop="99.9")).name == "stop beyond spread"
    assert why_not(a_signal(stop=99), spread="3").name == "stop beyond spread"


def test_a_stop_further_than_zero_is_no_price() -> None:
    assert why_not(a_signal(stop=Percent(Decimal(100)))).name == "stop"


@pytest.mark.parametrize(("side", "limit", "stop"), [(LONG, 105, 102), (SHORT, 95, 98)])
def test_a_limit_that_would_fill_behind_its_own_stop_is_refused(side: Side, limit: int, stop: int) -> None:
    assert why_not(a_signal(side, AtLimit(price(limit)), stop=stop, targets=())).name == "stop not passed"


@pytest.mark.parametrize(
    ("level", "stop", "target"),
    [(Pips(Decimal(3)), "97.1", "103.1"), (Percent(Decimal(3)), "97.1", "103.1"), (AtPrice(price(97)), "97", "97")],
)
def test_distances_are_counted_from_the_entry(level: Pips | Percent | AtPrice, stop: str, target: str) -> None:
    priced = () if isinstance(level, AtPrice) else (level,)
    drafted = plan(a_signal(stop=level, targets=priced))
    assert drafted.stop == Decimal(stop)
    assert [found.price for found in drafted.targets] == [Decimal(target)] * len(priced)


# --- targets ----------------------------------------------------------------------------------


def test_targets_are_put_in_order_with_equal_shares_and_never_further_than_asked() -> None:
    drafted = plan(a_signal(targets=("110.07", 105)))
    assert [row(found.price, found.share) for found in drafted.targets] == [
        (105, Decimal("0.5")),
        (Decimal("110.0"), Decimal("0.5")),
    ]
    short = plan(a_signal(SHORT, stop=105, targets=("90.03", 95)))
    assert [found.price for found in short.targets] == [95, Decimal("90.1")]


def test_an_open_ended_target_keeps_its_share() -> None:
    assert [found.share for found in plan(a_signal(targets=(105, OpenEnded()))).targets] == [Decimal("0.5")]
    assert plan(a_signal(targets=(OpenEnded(),))).targets == ()


@pytest.mark.parametrize(("side", "stop", "target"), [(LONG, 95, 99), (SHORT, 105, 101), (LONG, 95, "100.1")])
def test_a_target_behind_the_entry_is_refused(side: Side, stop: int, target: str | int) -> None:
    assert why_not(a_signal(side, stop=stop, targets=(target,))).name == "targets side"


def test_a_target_below_zero_is_no_price() -> None:
    assert why_not(a_signal(SHORT, stop=105, targets=(Percent(Decimal(150)),))).name == "targets"


def test_too_many_targets_are_refused() -> None:
    assert len(plan(a_signal(targets=tuple(range(101, 101 + TARGETS_MAX)))).targets) == TARGETS_MAX
    assert why_not(a_signal(targets=tuple(range(101, 102 + TARGETS_MAX)))).name == "targets"


# --- the size ---------------------------------------------------------------------------------


def test_the_risk_is_what_is_lost_at_the_stop_with_both_fees() -> None:
    drafted = plan(a_signal(LONG, AtLimit(price(100)), stop=95))
    fees = drafted.quantity * (100 + 95) * Decimal("0.00055")
    assert drafted.risk == drafted.quantity * 5 + fees
    assert 99 < drafted.risk <= 100


def test_a_fixed_amount_buys_for_that_much_and_a_fixed_quantity_is_taken_as_it_is() -> None:
    bought = plan(a_signal(LONG, AtLimit(price(100))), sizing=FixedNotional(money(1234)))
    assert row(bought.quantity, bought.notional) == (Decimal("12.34"), 1234)
    assert plan(a_signal(), sizing=FixedQuantity(quantity("0.5"))).quantity == Decimal("0.5")


def test_half_the_size_is_half_the_risk() -> None:
    whole, half = plan(a_signal()), plan(a_signal(), factor=Decimal("0.5"))
    assert whole.risk / 2 - 1 < half.risk <= whole.risk / 2


def test_what_the_venue_would_not_trade_is_refused_with_its_numbers() -> None:
    wide = an_instrument(quantity_min=quantity(100))
    assert why_not(a_signal(), instrument=wide).name == "venue minimum"
    dear = an_instrument(notional_min=money(5000))
    assert why_not(a_signal(), instrument=dear).name == "venue minimum value"


def test_a_size_beyond_the_venues_maximum_is_cut_to_it() -> None:
    assert plan(a_signal(), instrument=an_instrument(quantity_max=quantity(2))).quantity == 2


@given(count=st.integers(0, TARGETS_MAX))
def test_the_total_risk_does_not_depend_on_the_number_of_targets(count: int) -> None:
    with_targets = plan(a_signal(targets=tuple(range(101, 101 + count))))
    assert row(with_targets.risk, with_targets.quantity) == row(plan(a_signal()).risk, plan(a_signal()).quantity)
    assert sum(found.share for found in with_targets.targets) <= 1


@pytest.mark.parametrize(
    ("symbol", "tick", "point_value", "mid", "stop", "lots"),
    [
        ("XAUUSD", "0.01", "100", "2400", 2390, "0.10"),
        ("USDJPY", "0.001", "666.67", "150", "149.50", "0.29"),
        ("NAS100", "0.1", "1", "20000", 19900, "1.00"),
    ],
)
def test_a_lot_of_a_cfd_is_worth_what_its_point_value_says(
    symbol: str, tick: str, point_value: str, mid: str, stop: str | int, lots: str
) -> None:
    broker = a_cfd(symbol, tick, point_value)
    drafted = plan(a_signal(LONG, AtLimit(price(mid)), stop=stop, targets=()), instrument=broker, mid=mid, spread=tick)
    lost = abs(Decimal(mid) - Decimal(stop)) * Decimal(point_value) * drafted.quantity
    assert drafted.quantity == Decimal(lots)
    assert drafted.risk == lost <= 100


DECIMALS = st.sampled_from(["0.001", "0.01", "0.05", "0.1", "0.25", "1", "5"]).map(Decimal)


@given(
    side=st.sampled_from(Side),
    tick=DECIMALS,
    step=DECIMALS,
    mid=st.integers(1_000, 9_000_000).map(lambda cents: Decimal(cents) / 100),
    distance_pct=st.integers(5, 1_999).map(lambda n: Decimal(n) / 100),
    risk_pct=st.integers(1, 1000).map(lambda n: Decimal(n) / 100),
    fee=st.integers(0, 20).map(lambda n: Decimal(n) / 10_000),
    leverage=st.integers(1, 125).map(Decimal),
    point_value=st.sampled_from(["1", "100", "0.01", "666.67"]).map(Decimal),
)
def test_whatever_the_market_a_stopped_trade_loses_at_most_its_percent_and_is_never_liquidated_first(
    side: Side,
    tick: Decimal,
    step: Decimal,
    mid: Decimal,
    distance_pct: Decimal,
    risk_pct: Decimal,
    fee: Decimal,
    leverage: Decimal,
    point_value: Decimal,
) -> None:
    assume(mid > 1000 * tick)
    traded = an_instrument(
        tick=tick, step=step, quantity_min=step, taker_fee=fee, point_value=point_value, leverage_max=Decimal(125)
    )
    signal = a_signal(side, stop=Percent(distance_pct), targets=(), leverage=leverage)
    free = some_limits(leverage_max=Decimal(125))
    on_grid = (mid / tick).to_integral_value() * tick
    verdict = draft(
        signal, terms(traded, str(on_grid), spread=str(2 * tick), sizing=RiskPercent(risk_pct), limits=free)
    )
    if isinstance(verdict, Declined):
        assert verdict.checks[-1].name in (
            "venue minimum",
            "venue minimum value",
            "stop beyond spread",
            "stop distance",
            "stop side",
        )
        return
    found = verdict.plan
    lost = abs(found.expected - found.stop) * point_value * found.quantity
    fees = (found.expected + found.stop) * point_value * found.quantity * fee
    assert lost + fees <= 10_000 * risk_pct / 100
    assert abs(found.expected - found.stop) <= found.expected * distance_pct / 100
    assert found.quantity % step == 0
    assert found.stop % tick == 0
    assert abs(found.expected - found.stop) < found.expected * (1 / found.leverage - traded.maintenance_rate)
    assert found.leverage <= leverage
    assert found.margin * found.leverage == pytest.approx(found.notional)


# --- leverage ---------------------------------------------------------------------------------


def test_the_leverage_is_the_lowest_of_what_call_owner_and_venue_allow() -> None:
    near = a_signal(stop="99.5", targets=())
    assert plan(near).leverage == 10
    assert plan(a_signal(stop="99.5", targets=(), leverage=Decimal(3))).leverage == 3
    ranged = a_signal(stop="99.5", targets=(), leverage=Decimal(3), leverage_max=Decimal(7))
    assert plan(ranged).leverage == 7
    assert plan(near, instrument=an_instrument(leverage_max=Decimal(2))).leverage == 2


def test_the_leverage_is_lowered_until_liquidation_lies_behind_the_stop() -> None:
    drafted = plan(a_signal(LONG, AtLimit(price(100)), stop=85, leverage=Decimal(10)))
    assert drafted.leverage == Decimal("4.34")


def tiered(*tiers: tuple[int, int]) -> Instrument:
    return an_instrument(tiers=tuple(Tier(money(worth), Decimal(leverage)) for worth, leverage in tiers))


def test_a_leverage_over_the_venues_tier_for_this_worth_is_lowered_to_it_with_the_numbers() -> None:
    call = a_signal(stop="99.5", targets=(), leverage=Decimal(10))
    drafted = draft(call, terms(tiered((5_000, 8), (100_000, 4))))
    assert isinstance(drafted, Drafted)
    assert drafted.plan.notional > 5_000
    assert drafted.plan.leverage == 4
    (check,) = (check for check in drafted.checks if check.name == "risk tier")
    assert check.detail == f"worth {drafted.plan.notional:,.2f} of up to 100,000: at most 4x"


def test_a_position_worth_more_than_the_venues_last_tier_is_refused_with_the_numbers() -> None:
    refused = why_not(a_signal(stop="99.5", targets=()), instrument=tiered((1_000, 8), (5_000, 4)))
    assert refused.name == "risk tier"
    assert "the venue takes at most 5,000" in refused.detail


def test_a_stop_that_even_unlevered_money_would_not_reach_is_refused() -> None:
    wide = some_limits(stop_distance_pct_max=Decimal(100))
    reached = a_signal(SHORT, AtLimit(price(100)), stop="199.9", targets=(95,))
    assert why_not(reached, limits=wide).name == "leverage"
    assert plan(a_signal(SHORT, AtLimit(price(100)), stop=190, targets=(95,)), limits=wide).leverage == 1


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("1444.17615", "1,444.18"), ("67111.67400", "67,111.7"), ("0.00000412345", "0.00000412345"), ("5E+3", "5,000")],
)
def test_a_figure_is_shown_to_six_digits_and_never_as_a_power_of_ten(amount: str, shown: str) -> None:
    assert in_figures(Decimal(amount)) == shown
