"""A call's own weights are used where the owner says so and where they can be; a size is advice; a stop is a price."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.config import parse
from core.drafting import draft
from core.plans import Check, Drafted, Plan
from core.signals import AtPrice, InZone, Ladder, OpenEnded, Percent, Signal, SizeAdvice, SizeKind
from core.strategies import Baseline, Entries, Exits, OwnStop, Source, Split
from core.vocabulary import Side
from storage.codec import CODEC
from tests.builders import a_signal, heard, must, price, row
from tests.core.test_config import a_channel as written
from tests.core.test_config import mistake
from tests.core.test_strategies import LADDER, plan, terms

CALLED = {"entries": Entries(Split.AS_CALLED), "exits": Exits(Split.AS_CALLED)}
PERCENTS = st.integers(1, 98).flatmap(lambda first: st.tuples(st.just(first), st.integers(1, 99 - first)))


def percents(*weights: str | int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, weights))


def checks(signal: Signal, name: str, **changes: Any) -> list[Check]:
    return [check for check in must(Drafted, draft(signal, terms(**changes))).checks if check.name == name]


def called(**changes: Any) -> Signal:
    return a_signal(entry=LADDER, stop=90, **changes)


def quantities(drafted: Plan) -> list[Decimal]:
    return [leg.quantity for leg in drafted.legs]


# --- weights ----------------------------------------------------------------------------------


def test_a_ladder_is_shared_out_as_called_nearest_first() -> None:
    falling = called(entry_weights=percents(20, 30, 50))
    first, second, third = quantities(plan(falling, **CALLED))
    assert first < second < third
    upward = replace(falling, entry=Ladder(tuple(reversed(LADDER.prices))), entry_weights=percents(50, 30, 20))
    assert plan(upward, **CALLED) == plan(falling, **CALLED), "whichever price is written first"


def test_a_short_is_shared_out_from_its_lowest_price() -> None:
    ladder = Ladder((price(104), price(102)))
    short = a_signal(Side.SHORT, ladder, stop=110, targets=(90, 95), entry_weights=percents(25, 75))
    drafted = plan(replace(short, target_weights=percents(40, 60)), **CALLED)
    assert [leg.price for leg in drafted.legs] == [102, 104]
    assert drafted.legs[0].quantity > 2 * drafted.legs[1].quantity
    assert [row(target.price, target.share * 100) for target in drafted.targets] == [(95, 60), (90, 40)]


def test_a_breakout_is_shared_out_from_the_price_it_breaks_first() -> None:
    ladder = Ladder((price(104), price(102)), breakout=True)
    drafted = plan(a_signal(entry=ladder, targets=(110,), entry_weights=percents(25, 75)), **CALLED)
    assert [leg.price for leg in drafted.legs] == [102, 104]
    assert drafted.legs[0].quantity > 2 * drafted.legs[1].quantity


def test_targets_are_shared_out_as_called_and_the_rest_runs() -> None:
    targets = (price(105), price(110))
    signal = a_signal(
        targets=(AtPrice(targets[0]), AtPrice(targets[1]), OpenEnded()), target_weights=percents(50, 30, 20)
    )
    drafted = plan(signal, **CALLED)
    assert [target.share for target in drafted.targets] == list(percents("0.5", "0.3"))


@pytest.mark.parametrize(
    ("weights", "why"),
    [
        ((50, 30, 10), "50 + 30 + 10 = 90, not 100: shared out evenly"),
        ((50, 50), "50 %, 50 % are not one for each price: shared out evenly"),
    ],
)
def test_weights_that_cannot_be_used_are_not_and_it_is_said(weights: tuple[int, ...], why: str) -> None:
    signal = called(entry_weights=percents(*weights))
    (told,) = checks(signal, "entry weights", **CALLED)
    assert (told.detail, told.warns) == (why, True)
    assert plan(signal, **CALLED) == plan(called(), **CALLED)
    targets = a_signal(targets=(105, 110, 115), target_weights=percents(*weights))
    assert [check.detail for check in checks(targets, "target weights", **CALLED)] == [why]
    assert len({target.share for target in plan(targets, **CALLED).targets[1:]}) == 1


def test_thirds_are_a_whole() -> None:
    thirds = percents("33", "33", "33")
    assert not checks(called(entry_weights=thirds), "entry weights", **CALLED)[0].warns
    assert not checks(called(entry_weights=percents("50.008", "24.991", "24.991")), "entry weights", **CALLED)[0].warns


def test_a_price_broken_through_leaves_fewer_orders_than_weights() -> None:
    ladder = Ladder((price("100.8"), price(102), price(104)), breakout=True)
    signal = a_signal(entry=ladder, targets=(110,), entry_weights=percents(50, 25, 25))
    assert not checks(signal, "entry weights", **CALLED)[0].warns, "one is at market now, in its place"
    passed = replace(signal, entry=Ladder((price("100.6"), price("100.8"), price(104)), breakout=True))
    (told,) = checks(passed, "entry weights", **CALLED)
    assert told.detail == "2 orders for 3 weights: shared out evenly"


def test_the_owners_own_ratio_stands_and_both_are_told() -> None:
    signal = called(entry_weights=percents(20, 30, 50), target_weights=percents(60, 40))
    assert plan(signal) == plan(called())
    assert [check.detail for check in checks(signal, "entry weights")] == [
        "the call says 20 %, 30 %, 50 %, the owner even"
    ]
    assert [check.detail for check in checks(signal, "target weights")] == ["the call says 60 %, 40 %, the owner even"]


def test_the_calls_weights_are_not_for_the_owners_targets() -> None:
    own = Exits(Split.AS_CALLED, source=Source.FALLBACK, at_pct=(Decimal(2), Decimal(4)))
    drafted = plan(a_signal(targets=(), target_weights=percents(90, 10)), exits=own)
    assert [target.share for target in drafted.targets] == list(percents("0.5", "0.5"))


def test_a_call_that_says_none_is_shared_out_evenly_without_a_word() -> None:
    assert plan(called(), **CALLED).legs == plan(called()).legs
    assert checks(called(), "entry weights", **CALLED) == []
    zone = a_signal(entry=InZone(price(96), price(100)), stop=90)
    cut = plan(zone, entries=Entries(Split.AS_CALLED, orders=3))
    assert cut.legs == plan(zone, entries=Entries(orders=3)).legs


@given(PERCENTS)
def test_no_weights_risk_more_than_the_owner_allows(pair: tuple[int, int]) -> None:
    weights = percents(*pair, 100 - sum(pair))
    assert plan(called(entry_weights=weights), **CALLED).risk <= 100


def test_a_plan_carries_the_weights_it_was_made_with() -> None:
    drafted = plan(called(entry_weights=percents(20, 30, 50)), **CALLED)
    assert drafted.entries.split is Split.CUSTOM
    assert drafted.entries.weights == percents("0.5", "0.3", "0.2")[::-1]


# --- the file ---------------------------------------------------------------------------------


def test_the_file_says_as_called_or_channel_as_cornix_does() -> None:
    for name in ("as_called", "channel"):
        (channel,) = parse(written(entries={"ratio": name}, take_profits={"ratio": name})).rules().channels
        assert (channel.entries.split, channel.exits.split) == (Split.AS_CALLED, Split.AS_CALLED)


def test_targets_of_the_owner_alone_have_no_weights_of_the_call() -> None:
    said = mistake(written(take_profits={"ratio": "as_called", "source": "personal", "at_pct": [1, 2]}))
    assert said.startswith("channels[0].take_profits: ratio: as_called is for the call's targets, and these are yours")


# --- size -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "told", "warns"),
    [
        (SizeAdvice(SizeKind.RISK, *percents(1, 2)), "risk 1-2 %; the owner's rule puts 1.00 % at risk", False),
        (SizeAdvice(SizeKind.RISK, *percents("0.5", "0.5")), "risk 0.5 %; the owner's rule puts 1.00 % at risk", True),
        (SizeAdvice(SizeKind.ACCOUNT, *percents(50, 50)), "50 % of the account; the owner's rule puts", False),
        (SizeAdvice(SizeKind.ACCOUNT, *percents("0.1", "0.1")), "0.1 % of the account; the owner's rule puts", True),
        (SizeAdvice(SizeKind.LOTS, *percents("0.05", "0.05")), "0.05 lots; the owner's rule puts", False),
        (
            SizeAdvice(SizeKind.LOTS, *percents("0.01", "0.01", 100)),
            "0.01 lots for each 100 = 1.00 here; the owner's rule puts",
            False,
        ),
    ],
)
def test_a_size_is_shown_beside_the_owners_and_changes_nothing(size: SizeAdvice, told: str, warns: bool) -> None:
    signal = a_signal(size=size)
    (check,) = checks(signal, "size advice")
    assert check.detail.startswith(f"the call advises {told}")
    assert check.warns is warns
    assert plan(signal) == plan(a_signal())


# --- a stop that waits ------------------------------------------------------------------------


def test_a_stop_that_waits_for_a_close_is_a_stop_at_its_price_and_the_card_warns() -> None:
    signal = a_signal(stop_condition="H4 close below")
    assert plan(signal) == plan(a_signal())
    assert [check.detail for check in checks(signal, "stop condition") if check.warns] == [
        'the call says "H4 close below"; at the venue the price alone triggers it'
    ]
    own = OwnStop(Source.PERSONAL, Decimal(3), Baseline.AVERAGE)
    traded = terms()
    mine = replace(traded, channel=replace(traded.channel, stop=own))
    said = must(Drafted, draft(signal, mine)).checks
    assert not any("H4" in check.detail for check in said), "the stop is the owner's"


# --- the journal ------------------------------------------------------------------------------


def test_a_line_of_before_still_reads_and_a_new_one_comes_back_whole() -> None:
    advised = SizeAdvice(SizeKind.LOTS, Decimal("0.01"), Decimal("0.01"), Decimal(100))
    said = called(entry_weights=percents(20, 30, 50), size=advised, stop_condition="H4 close below")
    for signal in (said, replace(said, targets=(Percent(Decimal(2)),))):
        read = heard(signal)
        name, version, body = CODEC.encode(read)
        assert CODEC.decode(name, version, body) == read
    name, version, body = CODEC.encode(heard(a_signal()))
    old = body.replace(',"entry_weights":[]', "").replace(',"target_weights":[]', "")
    old = old.replace(',"size":null', "").replace(',"stop_condition":""', "")
    assert "stop_condition" not in old
    assert CODEC.decode(name, version, old) == heard(a_signal())
