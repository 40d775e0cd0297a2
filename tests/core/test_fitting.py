"""What the configuration says of contracts is held against the venue's list, and each misfit says what to do."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from core.fitting import misfits
from core.instrument import Tier
from core.reading import STANDARD
from core.rules import ChannelRules, FixedNotional, FixedQuantity, Rules
from core.spelling import may_mean
from core.strategies import Multiplier, OwnLeverage
from core.vocabulary import Money, Symbol
from tests.builders import a_cfd, a_channel, an_instrument, money, quantity, some_rules

BTC = an_instrument(
    "BTCUSDT",
    quantity_min=quantity("0.001"),
    notional_min=money(5),
    leverage_max=Decimal(100),
    tiers=(Tier(Money(Decimal(1000)), Decimal(50)), Tier(Money(Decimal(5000)), Decimal(20))),
)
SOON = replace(an_instrument("SOONUSDT"), barred="SOONUSDT is in Bybit's pre-market: wait until it trades")
LISTED = {Symbol("BTCUSDT"): BTC, Symbol("SOONUSDT"): SOON}


def only_btc(**changes: Any) -> ChannelRules:
    return a_channel(dialect=replace(STANDARD, symbol="BTCUSDT"), **changes)


def said(rules: Rules) -> list[tuple[str, bool]]:
    return [(misfit.words, misfit.is_fatal) for misfit in misfits(rules, LISTED)]


def test_rules_that_fit_are_not_spoken_of() -> None:
    rules = some_rules(only_btc(), aliases=(("BITCOIN", "BTCUSDT"),), symbols_denied=("BTC",))
    assert said(rules) == []


def test_a_symbol_the_venue_does_not_list_is_fatal() -> None:
    written = replace(STANDARD, symbol="NONEUSDT", symbols=(("the king", "KINGUSDT"),))
    found = said(some_rules(a_channel(dialect=written), aliases=(("GOLD", "XAUUSD"),)))
    assert [fatal for _, fatal in found] == [True, True, True]
    assert [word for words, _ in found for word in ("NONEUSDT", "KINGUSDT", "XAUUSD") if word in words] == [
        "NONEUSDT",
        "KINGUSDT",
        "XAUUSD",
    ]
    assert all("check the spelling" in words for words, _ in found)


def test_a_contract_that_does_not_trade_yet_is_a_warning() -> None:
    ((words, fatal),) = said(some_rules(aliases=(("SOON", "SOONUSDT"),)))
    assert (words, fatal) == ("aliases 'SOON': SOONUSDT is in Bybit's pre-market: wait until it trades", False)


def test_a_denied_symbol_that_is_misspelt_denies_nothing() -> None:
    ((words, fatal),) = said(some_rules(symbols_denied=("BTTCUSDT",)))
    assert "denies nothing" in words
    assert not fatal


def test_a_denied_name_of_two_contracts_denies_both_and_is_no_mistake() -> None:
    gold = {Symbol(name): a_cfd(name, "0.01", "100") for name in ("XAUUSD", "XAUUSD.m")}
    assert misfits(some_rules(symbols_denied=("GOLD",)), gold) == ()
    assert all(may_mean("GOLD", each) for each in gold.values())


def test_a_size_under_the_smallest_order_is_fatal() -> None:
    ((words, fatal),) = said(some_rules(only_btc(sizing=FixedQuantity(quantity("0.0005")))))
    assert "quantity 0.0005 is under BTCUSDT's smallest order of 0.001 BTC; raise it" in words
    assert fatal
    ((words, fatal),) = said(some_rules(only_btc(sizing=FixedNotional(money(3)))))
    assert "notional 3 is under BTCUSDT's smallest order, which is worth 5; raise it" in words
    assert fatal


def test_leverage_over_the_tier_of_a_fixed_worth_is_said() -> None:
    wish = OwnLeverage(Multiplier.EXACTLY, Decimal(40))
    assert said(some_rules(only_btc(leverage=wish, sizing=FixedNotional(money(900))))) == []
    ((words, fatal),) = said(some_rules(only_btc(leverage=wish, sizing=FixedNotional(money(2000)))))
    assert "BTCUSDT allows at most 20x for a position worth 2000; leverage.value 40 will be cut to it" in words
    assert not fatal
    assert said(some_rules(only_btc(leverage=wish))) == [], "what is at risk alone tells no worth"
