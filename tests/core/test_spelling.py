"""Which instrument a channel means: by what exists, by the owner's aliases, and never by a guess."""

from __future__ import annotations

import pytest

from core.spelling import WRITTEN_MAX, find
from core.vocabulary import Symbol
from tests.builders import a_cfd, an_instrument

CATALOGUE = {
    instrument.symbol: instrument
    for instrument in (
        an_instrument("BTCUSDT"),
        an_instrument("ETHUSDT"),
        an_instrument("1000PEPEUSDT"),
        a_cfd("XAUUSD.m", "0.01", "100"),
        a_cfd("EURUSD", "0.00001", "100000"),
        a_cfd("US30.cash", "0.1", "1"),
    )
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("BTCUSDT", "BTCUSDT"),
        ("btc", "BTCUSDT"),
        ("#BTC/USDT", "BTCUSDT"),
        ("$btc-usdt.P", "BTCUSDT"),
        ("BINANCE:BTCUSDT", "BTCUSDT"),
        ("BTC/USDT:USDT", "BTCUSDT"),
        ("BTCUSDT PERP", "BTCUSDT"),
        ("XBT", "BTCUSDT"),
        ("BTCUSD", "BTCUSDT"),
        ("GOLD", "XAUUSD.m"),
        ("XAU/USD", "XAUUSD.m"),
        ("EUR/USD", "EURUSD"),
        ("eurusd", "EURUSD"),
        ("Dow Jones", "US30.cash"),
        ("1000PEPE", "1000PEPEUSDT"),
        ("EURUSDT", None),
        ("PEPE", None),
        ("BTCUSDC", None),
        ("DOGE", None),
        ("USDT", None),
        ("", None),
        ("#", None),
        ("ВТС", None),  # Cyrillic letters (fault H03)
        ("B" * (WRITTEN_MAX + 1), None),
    ],
)
def test_a_spelling_means_what_the_venue_trades_or_nothing(written: str, meant: str | None) -> None:
    found = find(written, CATALOGUE)
    assert (found.symbol if found else None) == meant


def test_what_could_mean_two_things_means_none_until_the_owner_says_so() -> None:
    both = {**CATALOGUE, Symbol("XAUUSD"): a_cfd("XAUUSD", "0.01", "100")}
    assert find("GOLD", both) is None
    aliased = find("gold", both, [("GOLD", "XAUUSD.m")])
    assert aliased is not None
    assert aliased.symbol == "XAUUSD.m"


@pytest.mark.parametrize("written", ["GOLD", "XAUUSD", "xau/usd", "XAU"])
def test_where_no_cfd_is_listed_a_metal_is_its_perpetual(written: str) -> None:
    perpetuals = {each.symbol: each for each in (an_instrument("BTCUSDT"), an_instrument("XAUUSDT"))}
    found = find(written, perpetuals)
    assert found is not None
    assert found.symbol == "XAUUSDT"
    assert find("NAS100", perpetuals) is None


def test_a_broker_pair_is_found_by_its_base_and_quote() -> None:
    odd = {Symbol("EURUSDx-7"): a_cfd("EURUSDx-7", "0.00001", "100000")}
    assert find("EURUSD", odd) == odd[Symbol("EURUSDx-7")]
    named = {Symbol("pair-9"): an_instrument("pair-9", base="FOO", quote="USDT")}
    assert find("FOO/USDT", named) == named[Symbol("pair-9")]


def test_an_alias_comes_first_and_a_broken_one_means_nothing() -> None:
    assert find("BTC", CATALOGUE, [("BTC", "ETHUSDT")]) == CATALOGUE[Symbol("ETHUSDT")]
    assert find("BTC", CATALOGUE, [("BTC", "NOPE")]) is None
    assert find("BTC", CATALOGUE, [("BTC", "ETHUSDT"), ("#btc", "BTCUSDT")]) is None
    assert find("биток", CATALOGUE, [("Биток", "BTCUSDT")]) == CATALOGUE[Symbol("BTCUSDT")]
