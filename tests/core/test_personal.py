"""The owner's own stop, targets and leverage: where they count, what they change, and what they can never do."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.config import parse
from core.drafting import Terms, draft
from core.events import RequestRefused
from core.personal import settled
from core.plans import Check, Declined, Drafted, Plan
from core.position import Live
from core.rules import ChannelRules, RiskPercent
from core.signals import NO_STOP, AtPrice, Ladder, Percent, Reason, Signal
from core.strategies import Baseline, Entries, Exits, Multiplier, OwnLeverage, OwnStop, Source
from core.vocabulary import Side
from tests.builders import (
    CALL,
    NOON,
    a_channel,
    a_quote,
    a_signal,
    an_instrument,
    money,
    must,
    price,
    row,
    some_limits,
)
from tests.core.test_config import a_channel as written
from tests.core.test_config import mistake
from tests.sim.calls import call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import open_world, rules

NAKED = a_signal(stop=None, targets=(), doubts=(Reason(NO_STOP), Reason("another doubt")))
FALLBACK = OwnStop(Source.FALLBACK, Decimal(3))
PERSONAL = OwnStop(Source.PERSONAL, Decimal(3))
LADDER = Ladder((price(100), price(98), price(96)))
OWN_TARGETS = (Decimal(1), Decimal(2))


def terms(mid: str | int = 100, **settings: Any) -> Terms:
    channel = a_channel(sizing=RiskPercent(Decimal(1)), **settings)
    quote = a_quote(mid, an_instrument().symbol, spread="0.2")
    return Terms(CALL, channel, some_limits(), an_instrument(), quote, money(10_000), NOON)


def plan(signal: Signal, **settings: Any) -> Plan:
    return must(Drafted, draft(signal, terms(**settings))).plan


def checks(signal: Signal, name: str, **settings: Any) -> list[Check]:
    return [check for check in draft(signal, terms(**settings)).checks if check.name == name]


# --- the stop ---------------------------------------------------------------------------------


def test_without_a_rule_a_call_without_a_stop_is_not_opened() -> None:
    assert must(Declined, draft(NAKED, terms())).checks[-1].name == "stop"


def test_a_fallback_stands_in_only_where_the_call_has_no_stop() -> None:
    assert plan(NAKED, stop=FALLBACK).stop == Decimal("97.1")  # 3 % below 100.1, toward the entry
    assert plan(a_signal(stop=95), stop=FALLBACK).stop == 95


def test_a_personal_stop_counts_whatever_the_call_says_and_the_arithmetic_says_so() -> None:
    assert plan(a_signal(stop=95), stop=PERSONAL).stop == Decimal("97.1")
    assert checks(a_signal(stop=95), "owner's stop", stop=PERSONAL) == [
        Check("owner's stop", True, "3 % from the average entries, whatever the call says")
    ]


def test_the_distance_counts_from_the_average_entry_or_from_the_first() -> None:
    ladder = a_signal(entry=LADDER, stop=None, targets=())
    from_average = OwnStop(Source.FALLBACK, Decimal(10), Baseline.AVERAGE)
    from_first = OwnStop(Source.FALLBACK, Decimal(10), Baseline.FIRST)
    assert plan(ladder, mid=101, stop=from_average, entries=Entries()).stop == Decimal("88.2")
    assert plan(ladder, mid=101, stop=from_first, entries=Entries()).stop == Decimal("90")


def test_a_stop_that_would_lie_above_the_furthest_entry_is_refused_with_the_numbers() -> None:
    near = OwnStop(Source.FALLBACK, Decimal(1), Baseline.FIRST)
    refused = must(Declined, draft(a_signal(entry=LADDER, stop=None), terms(mid=101, stop=near)))
    assert refused.reason == "stop side: stop 99.0 must lie below the entry 96 of a long"


@given(st.sampled_from(Side), st.decimals("0.5", "15", places=2))
def test_an_own_stop_lies_behind_the_entry_and_risks_no_more_than_was_granted(side: Side, distance: Decimal) -> None:
    drafted = plan(replace(NAKED, side=side), stop=OwnStop(Source.FALLBACK, distance))
    assert (drafted.expected - drafted.stop) * side.sign > 0
    assert abs(drafted.expected - drafted.stop) <= drafted.expected * distance / 100
    assert drafted.risk <= 100


def test_only_the_doubt_about_the_missing_stop_goes_away() -> None:
    channel = a_channel(stop=FALLBACK)
    assert [doubt.text for doubt in settled(NAKED, channel).doubts] == ["another doubt"]
    assert settled(NAKED, a_channel()) is NAKED


# --- the targets ------------------------------------------------------------------------------


def test_own_targets_count_from_the_entry_for_either_side() -> None:
    own = Exits(source=Source.FALLBACK, at_pct=OWN_TARGETS)
    bought = plan(a_signal(targets=()), exits=own)
    assert [target.price for target in bought.targets] == [Decimal("101.1"), Decimal("102.1")]
    sold = plan(a_signal(Side.SHORT, stop=105, targets=()), exits=own)
    assert [target.price for target in sold.targets] == [Decimal("99"), Decimal("98.0")]  # toward the market
    assert [target.price for target in plan(a_signal(), exits=own).targets] == [105, 110]


def test_personal_targets_replace_those_of_the_call() -> None:
    own = Exits(source=Source.PERSONAL, at_pct=OWN_TARGETS)
    assert [t.price for t in plan(a_signal(), exits=own).targets] == [Decimal("101.1"), Decimal("102.1")]
    assert (
        checks(a_signal(), "owner's targets", exits=own)[0].detail == "1 %, 2 % from the entry, whatever the call says"
    )


def personal_channel(**changes: Any) -> ChannelRules:
    return replace(rules().channels[0], **changes)


@in_virtual_time
async def test_a_call_without_a_stop_is_opened_with_the_owners_and_protected() -> None:
    channel = personal_channel(stop=FALLBACK, exits=Exits(source=Source.FALLBACK, at_pct=OWN_TARGETS))
    async with open_world(owner_rules=replace(rules(), channels=(channel,))) as world:
        position = await world.say("BTCUSDT LONG now")
        await world.run(6)
        held = world.exchange.position(BTC)
        assert held is not None
        live = must(Live, world.state(position))
        assert held.stop == live.stop.price
        assert abs(1 - live.stop.price / live.ledger.entry - Decimal("0.03")) < Decimal("0.001")
        assert len(live.rungs) == 2


@in_virtual_time
async def test_a_channel_does_not_exchange_targets_that_are_the_owners() -> None:
    channel = personal_channel(exits=Exits(source=Source.PERSONAL, at_pct=OWN_TARGETS))
    async with open_world(owner_rules=replace(rules(), channels=(channel,))) as world:
        position = await world.say(call())
        await world.run(6)
        before = must(Live, world.state(position)).plan.targets
        await world.say("BTCUSDT new targets: TP1 63000 TP2 64000")
        await world.run(6)
        assert must(Live, world.state(position)).plan.targets == before
        lines = await world.journal.about(position)
        said = [line.body.why for line in lines if isinstance(line.body, RequestRefused)]
        assert said == ["the targets are the owner's, as the configuration says"]


# --- the leverage -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "said", "wanted"),
    [
        (None, 7, 7),
        (None, None, 10),
        (OwnLeverage(Multiplier.UP_TO, Decimal(5)), 7, 5),
        (OwnLeverage(Multiplier.UP_TO, Decimal(5)), 3, 3),
        (OwnLeverage(Multiplier.UP_TO, Decimal(5)), None, 5),
        (OwnLeverage(Multiplier.EXACTLY, Decimal(5)), 3, 5),
        (OwnLeverage(Multiplier.EXACTLY, Decimal(5)), 7, 5),
    ],
)
def test_leverage_is_up_to_or_exactly_what_the_owner_says(
    own: OwnLeverage | None, said: int | None, wanted: int
) -> None:
    signal = a_signal(leverage=Decimal(said) if said else None)
    assert plan(signal, leverage=own).leverage == wanted


def test_leverage_is_lowered_where_liquidation_would_come_before_the_stop() -> None:
    wide = plan(a_signal(stop=85, targets=()), leverage=OwnLeverage(Multiplier.EXACTLY, Decimal(10)))
    assert wide.leverage < 5


# --- what the owner may write -----------------------------------------------------------------


def test_the_configuration_becomes_the_rules() -> None:
    said = written(
        stop={"source": "fallback", "distance_pct": 3, "baseline": "first_entry"},
        take_profits={"source": "personal", "at_pct": [1, 2]},
        leverage={"mode": "exactly", "value": 5},
    )
    channel = parse(said).rules().channels[0]
    assert channel.stop == OwnStop(Source.FALLBACK, Decimal(3), Baseline.FIRST)
    assert row(channel.exits.source, channel.exits.at_pct) == (Source.PERSONAL, OWN_TARGETS)
    assert channel.leverage == OwnLeverage(Multiplier.EXACTLY, Decimal(5))
    assert parse(written(stop={"source": "channel"})).rules().channels[0].stop is None


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (
            {"stop": {"source": "personal"}},
            "channels[0].stop: source: personal or fallback and distance_pct go together",
        ),
        ({"stop": {"source": "channel", "distance_pct": 3}}, "channels[0].stop: source: personal or fallback"),
        (
            {"stop": {"source": "off"}},
            "channels[0].stop.source: 'off' will not do; write channel, personal or fallback",
        ),
        (
            {"stop": {"source": "personal", "distance_pct": 0}},
            "channels[0].stop.distance_pct: 0 will not do; write a number",
        ),
        (
            {"stop": {"source": "personal", "distance_pct": 25}},
            "channel -1001: stop.distance_pct 25 is over limits.stop_distance_pct_max 20",
        ),
        ({"take_profits": {"at_pct": [1]}}, "channels[0].take_profits: source: personal or fallback and at_pct"),
        ({"take_profits": {"source": "personal"}}, "channels[0].take_profits: source: personal or fallback and at_pct"),
        (
            {"take_profits": {"source": "personal", "at_pct": [2, 1]}},
            "channels[0].take_profits: at_pct 2, 1: write the nearest first, each once",
        ),
        (
            {"leverage": {"mode": "exactly", "value": 50}},
            "channel -1001: leverage.value 50 is over limits.leverage_max 10",
        ),
    ],
)
def test_nonsense_is_refused_with_the_key_and_the_fix(settings: dict[str, Any], line: str) -> None:
    assert line in mistake(written(**settings))


def test_a_level_that_was_settled_is_a_distance_and_one_that_was_said_stays_a_price() -> None:
    assert settled(a_signal(stop=95), a_channel(stop=PERSONAL)).stop == Percent(Decimal(3))
    assert settled(a_signal(stop=95), a_channel(stop=FALLBACK)).stop == AtPrice(price(95))
