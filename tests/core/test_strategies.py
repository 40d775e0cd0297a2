"""How the owner wants calls traded: shares that add up, ladders within the grant, nonsense refused with its sum."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.drafting import Terms, draft
from core.feasible import ENTRIES_MAX
from core.orders import EntryKind, TimeInForce
from core.plans import Check, Declined, Drafted, Plan
from core.rules import RiskPercent
from core.signals import AtLimit, AtMarket, AtStop, InZone, Ladder, OpenEnded, Percent, Signal
from core.strategies import Chase, Entries, Exits, Protection, Split, Trail, TrailKind, shares
from core.vocabulary import Price, Side
from tests.builders import (
    CALL,
    NOON,
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
LADDER = Ladder((price(100), price(98), price(96)))


def terms(mid: str | int = 101, **changes: Any) -> Terms:
    traded = changes.pop("instrument", an_instrument())
    strategy = {key: changes.pop(key) for key in ("entries", "exits", "protection") if key in changes}
    channel = a_channel(sizing=changes.pop("sizing", RiskPercent(Decimal(1))), **strategy)
    quote = a_quote(mid, traded.symbol)
    return replace(Terms(CALL, channel, some_limits(), traded, quote, money(10_000), NOON), **changes)


def plan(signal: Signal, **changes: Any) -> Plan:
    return must(Drafted, draft(signal, terms(**changes))).plan


def why_not(signal: Signal, **changes: Any) -> Check:
    return must(Declined, draft(signal, terms(**changes))).checks[-1]


def notes(signal: Signal, name: str, **changes: Any) -> list[str]:
    return [check.detail for check in must(Drafted, draft(signal, terms(**changes))).checks if check.name == name]


def test_a_limit_that_fills_at_once_far_better_than_called_says_so() -> None:
    far_better = a_signal(entry=AtLimit(price(102)), stop=95)
    assert notes(far_better, "entry", mid=100) == ["100.1 is 1.86 % better than the limit 102: it fills at once"]
    assert notes(far_better, "entry", mid="101.8") == []


def test_more_entries_times_targets_than_exits_may_rest_is_told_with_the_product() -> None:
    entry = Ladder(tuple(price(100 - n) for n in range(4)))
    targets = tuple(str(101 + n) for n in range(6))
    assert len(notes(a_signal(entry=entry, stop=90, targets=targets[:5]), "targets")) == 2
    assert notes(a_signal(entry=entry, stop=90, targets=targets), "targets")[-1] == (
        "4 entries x 6 targets = 24 exit orders, at most 20: the nearest targets take what the last entries fill"
    )


def warnings(signal: Signal, **changes: Any) -> dict[str, str]:
    checks = must(Drafted, draft(signal, terms(**changes))).checks
    return {check.name: check.detail for check in checks if check.warns}


# --- shares -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("split", "percent"),
    [
        (Split.EVEN, (25, 25, 25, 25)),
        (Split.DECREASING, ("53.3333", "26.6667", "13.3333", "6.6667")),
        (Split.INCREASING, ("6.6667", "13.3333", "26.6667", "53.3333")),
        (Split.PROGRESSIVE, (10, 20, 30, 40)),
        (Split.HYBRID, (50, "16.6667", "16.6667", "16.6667")),
        (Split.SNIPER, (0, 0, 0, 100)),
        (Split.SCALPER, (100, 0, 0, 0)),
    ],
)
def test_a_size_is_shared_out_as_its_name_says(split: Split, percent: tuple[str | int, ...]) -> None:
    for share, wanted in zip(shares(split, 4), percent, strict=True):
        assert abs(share * 100 - Decimal(wanted)) < Decimal("0.001")


@given(st.sampled_from(Split), st.integers(1, 10), st.lists(st.integers(1, 99), min_size=1, max_size=10))
def test_shares_add_up_to_exactly_one(split: Split, count: int, weights: list[int]) -> None:
    found = shares(split, count, tuple(map(Decimal, weights)))
    assert len(found) == count
    assert sum(found) == 1
    assert all(share >= 0 for share in found)


def test_custom_weights_are_cut_to_the_prices_there_are_and_prices_beyond_them_get_nothing() -> None:
    weights = (Decimal("0.5"), Decimal("0.3"), Decimal("0.2"))
    assert shares(Split.CUSTOM, 2, weights) == (Decimal("0.625"), Decimal("0.375"))
    assert shares(Split.CUSTOM, 5, weights) == (*weights, Decimal(0), Decimal(0))


# --- entries ----------------------------------------------------------------------------------


def test_a_ladder_becomes_an_order_for_each_price_nearest_first() -> None:
    drafted = plan(a_signal(entry=LADDER, stop=90))
    assert [row(leg.kind, leg.price) for leg in drafted.legs] == [(EntryKind.LIMIT, p) for p in (100, 98, 96)]
    assert row(drafted.price, drafted.expected) == (100, 98)
    assert drafted.quantity == sum(leg.quantity for leg in drafted.legs)


def test_a_zone_is_cut_into_as_many_orders_as_the_owner_says() -> None:
    zone = InZone(price(96), price(100))
    assert plan(a_signal(entry=zone, stop=90)).legs == ()
    cut = plan(a_signal(entry=zone, stop=90), entries=Entries(orders=3))
    assert [leg.price for leg in cut.legs] == [100, 98, 96]
    short = plan(a_signal(SHORT, zone, stop=110, targets=(90,)), mid=95, entries=Entries(orders=2))
    assert [leg.price for leg in short.legs] == [96, 100]


def test_a_call_from_the_market_down_to_a_price_begins_at_the_market() -> None:
    entry = AtLimit(price(97), from_market=True)
    assert plan(a_signal(entry=entry, stop=90)).kind is EntryKind.MARKET
    cut = plan(a_signal(entry=entry, stop=90), entries=Entries(orders=3))
    assert [leg.kind for leg in cut.legs] == [EntryKind.MARKET, EntryKind.LIMIT, EntryKind.LIMIT]
    assert cut.legs[-1].price == 97
    assert plan(a_signal(entry=AtLimit(price(102), from_market=True), stop=90, targets=(110,))).kind is EntryKind.LIMIT


def test_a_ladder_too_fine_for_the_venue_loses_its_furthest_orders_and_says_so() -> None:
    coarse = an_instrument(quantity_min=quantity(5))
    drafted = plan(a_signal(entry=LADDER, stop=90), instrument=coarse)
    assert [leg.price for leg in drafted.legs] == [100, 98]
    (said,) = notes(a_signal(entry=LADDER, stop=90), "entry ladder", instrument=coarse)
    assert said.startswith("not in 3: the smallest would be 4.113, at least 5")


@given(
    side=st.sampled_from(Side),
    count=st.integers(1, 6),
    apart=st.integers(1, 15),
    split=st.sampled_from((Split.EVEN, Split.DECREASING, Split.INCREASING)),
    targets=st.integers(0, 6),
    step=st.sampled_from(("0.000001", "0.001", "0.1", "1")),
)
def test_the_risk_of_all_orders_together_is_within_what_was_granted(
    side: Side, count: int, apart: int, split: Split, targets: int, step: str
) -> None:
    sign = side.sign
    entry = Ladder(tuple(Price(Decimal(1000 - sign * apart * n) / 10) for n in range(count)))
    goals = tuple(str(Decimal(100) + sign * (2 + n)) for n in range(targets))
    signal = a_signal(side, entry, stop=str(100 - sign * 12), targets=goals)
    traded = an_instrument(step=quantity(step), quantity_min=quantity(step))
    drafted = draft(signal, terms(mid=100, entries=Entries(split), instrument=traded))
    assume(isinstance(drafted, Drafted))
    found = must(Drafted, drafted).plan
    lost = Decimal(0)
    for leg in found.legs or (None,):
        paid, amount = (leg.expected, leg.quantity) if leg is not None else (found.expected, found.quantity)
        fees = (paid + found.stop) * amount * traded.taker_fee
        lost += abs(paid - found.stop) * amount + fees
    assert lost == found.risk <= 100
    alone = must(Drafted, draft(replace(signal, targets=()), terms(mid=100, entries=Entries(split), instrument=traded)))
    assert alone.plan.quantity == found.quantity


def test_a_ladder_price_behind_the_stop_is_refused() -> None:
    assert why_not(a_signal(entry=LADDER, stop=97)).name == "stop side"


def test_more_entries_than_a_venue_takes_are_refused_with_their_number() -> None:
    entry = Ladder(tuple(price(Decimal(1010 - 5 * n) / 10) for n in range(11)))
    said = why_not(a_signal(entry=entry, stop=85), sizing=RiskPercent(Decimal(50)))
    assert said == Check("entry orders", False, f"11 prices, at most {ENTRIES_MAX}")


def test_the_first_entry_takes_the_market_up_to_its_cap_and_risks_what_the_cap_would() -> None:
    capped = Entries(cap_pct=Decimal(2))
    drafted = plan(a_signal(entry=AtLimit(price(100)), stop=90), entries=capped)
    (leg,) = drafted.legs
    assert row(leg.kind, leg.price, leg.time_in_force, drafted.expected) == (EntryKind.LIMIT, 102, TimeInForce.IOC, 102)
    market = plan(a_signal(entry=AtMarket(), stop=90), entries=capped)
    assert row(market.legs[0].price, market.legs[0].time_in_force) == (Decimal("103.1"), TimeInForce.IOC)
    away = plan(a_signal(entry=AtLimit(price(98)), stop=90), entries=capped)
    assert row(away.price, away.legs) == (98, ())
    only_first = plan(a_signal(entry=LADDER, stop=90), entries=capped)
    assert [leg.time_in_force for leg in only_first.legs] == [TimeInForce.IOC, TimeInForce.GTC, TimeInForce.GTC]


def test_a_breakout_is_never_taken_before_it_breaks() -> None:
    assert plan(a_signal(entry=AtStop(price(102)), stop=90), entries=Entries(cap_pct=Decimal(2))).kind is EntryKind.STOP


def test_a_chase_is_skipped_or_made_smaller_with_the_arithmetic() -> None:
    call = a_signal(entry=AtMarket(price(100)), stop=90)
    assert why_not(call).name == "price drift"
    whole, smaller = plan(a_signal(stop=90)), plan(call, entries=Entries(chase=Chase.SHRINK))
    assert abs(smaller.quantity / whole.quantity - Decimal("0.45")) < Decimal("0.001")
    (said,) = notes(call, "price drift", entries=Entries(chase=Chase.SHRINK))
    assert said.endswith("0.5 / 1.10 = 0.45 of the size")


def test_a_trailing_entry_is_sized_for_the_turn_it_waits_for() -> None:
    drafted = plan(a_signal(entry=AtLimit(price(100)), stop=90), entries=Entries(trailing_pct=Decimal(1)))
    assert row(drafted.price, drafted.expected) == (100, 101)


def test_a_plan_carries_its_strategy_and_the_price_it_was_made_at() -> None:
    entries, exits = Entries(orders=2), Exits(Split.SNIPER, session_end="13:30")
    drafted = plan(a_signal(), entries=entries, exits=exits)
    assert row(drafted.entries, drafted.exits, drafted.quoted) == (entries, exits, 101)
    assert [target.share for target in drafted.targets] == [0, 1]


@pytest.mark.parametrize(
    ("said", "zone", "hours"), [("13:30", "UTC", 1.5), ("12:00", "UTC", 24), ("13:00", "Europe/Berlin", 24)]
)
def test_the_session_ends_the_next_time_the_clock_says_so(said: str, zone: str, hours: float) -> None:
    drafted = plan(a_signal(), exits=Exits(session_end=said), day_zone=zone)
    assert drafted.close_at == NOON + timedelta(hours=hours)
    assert drafted.expires_at == min(drafted.close_at, at(86_400))


# --- nonsense ---------------------------------------------------------------------------------


def test_a_callback_below_a_tick_is_refused_with_the_numbers() -> None:
    said = why_not(a_signal(), protection=Protection(trail=Trail(1, Decimal("0.01"))))
    assert said == Check("trail", False, "0.01 % of 101.1 is 0.01011000, a tick is 0.1")
    moving = Protection(trail=Trail(1, Decimal("0.01"), TrailKind.MOVING_TARGET))
    assert isinstance(draft(a_signal(), terms(protection=moving)), Drafted)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("trailing entry", {"entry": LADDER, "entries": Entries(trailing_pct=Decimal("0.01"))}),
        ("first entry as market", {"entry": LADDER, "entries": Entries(cap_pct=Decimal("0.01"))}),
        ("first entry as market", {"entry": AtMarket(), "entries": Entries(cap_pct=Decimal("0.01"))}),
    ],
)
def test_no_distance_of_the_owner_is_below_a_tick(name: str, changes: dict[str, Any]) -> None:
    said = why_not(a_signal(entry=changes.pop("entry"), stop=90), **changes)
    assert said.name == name
    assert re.fullmatch(r"0\.01 % of [\d.]+ is 0\.0\d+, a tick is 0\.1", said.detail)


def test_a_turn_that_no_order_waits_for_may_be_of_any_size() -> None:
    narrow = Entries(trailing_pct=Decimal("0.01"))
    assert isinstance(draft(a_signal(), terms(entries=narrow)), Drafted)
    assert isinstance(draft(a_signal(entry=AtStop(price(102))), terms(entries=narrow)), Drafted)


THIRDS = (Decimal("0.5"), Decimal("0.3"), Decimal("0.2"))


def test_prices_and_targets_beyond_the_weights_are_warned_of() -> None:
    five = Ladder(tuple(price(100 - n) for n in range(5)))
    weighted = Entries(Split.CUSTOM, THIRDS)
    assert warnings(a_signal(entry=five, stop=90), entries=weighted) == {
        "entry weights": "3 for 5 prices: nothing is entered at the last ones"
    }
    assert warnings(a_signal(entry=LADDER, stop=90), entries=weighted) == {}
    targets = tuple(str(103 + n) for n in range(5))
    assert warnings(a_signal(targets=targets), exits=Exits(Split.CUSTOM, THIRDS)) == {
        "target weights": "3 for 5 targets: nothing is taken at the last ones"
    }
    assert warnings(a_signal(targets=targets), exits=Exits(Split.SNIPER)) == {}


@pytest.mark.parametrize(
    ("protection", "targets", "told"),
    [
        (Protection(2), (105, 110), {}),
        (Protection(5), (105, 110), {"break-even": "after target 5, and the call has 2: it does not come"}),
        (
            Protection(1, None, Decimal("1.5")),
            (),
            {"break-even": "after target 1, and the call has none: it comes at a gain of 1.5 % alone"},
        ),
        (Protection(None, Trail(2)), (105, 110), {}),
        (Protection(None, Trail(0)), (), {}),
        (
            Protection(None, Trail(4)),
            (105, 110),
            {"trail": "percent_below_highest from target 4 on, and the call has 2: it does not move"},
        ),
        (
            Protection(None, Trail(0, kind=TrailKind.MOVING_TWO_TARGET)),
            (105,),
            {"trail": "moving_2_target from target 2 on, and the call has 1: it does not move"},
        ),
        (
            Protection(None, Trail(0, kind=TrailKind.MOVING_TARGET)),
            (OpenEnded(),),
            {"trail": "moving_target from target 1 on, and the call has none: it does not move"},
        ),
    ],
)
def test_a_trigger_beyond_the_targets_of_the_call_is_warned_of(
    protection: Protection, targets: tuple[int | OpenEnded, ...], told: dict[str, str]
) -> None:
    assert warnings(a_signal(targets=targets), protection=protection) == told


def test_targets_below_the_minimum_are_told_with_the_numbers() -> None:
    coarse = an_instrument(quantity_min=quantity(9), step=quantity(1))
    said = notes(a_signal(stop=95), "targets", instrument=coarse)[-1]
    assert said.endswith("of at least 9 BTC: the nearest targets take it")


def test_a_stop_inside_the_spread_of_the_furthest_entry_is_refused() -> None:
    assert why_not(a_signal(entry=LADDER, stop="95.9")).name == "stop beyond spread"


def test_a_relative_stop_counts_from_the_average_entry() -> None:
    assert plan(a_signal(entry=LADDER, stop=Percent(Decimal(10)))).stop == Decimal("88.2")
