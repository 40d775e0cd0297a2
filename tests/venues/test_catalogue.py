"""What a channel's spelling means, and that it never means something by guess."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.instrument import Instrument, Kind
from core.spelling import find
from core.vocabulary import Price, Quantity, Side, Symbol
from venues.catalogue import CATALOGUE, CFDS, DOLLARS_PER_YEN, PERPETUALS

BTC = CATALOGUE[Symbol("BTCUSDT")]
GOLD = CATALOGUE[Symbol("XAUUSD")]
COINS = {each.symbol: each for each in PERPETUALS}


def broker(*symbols: str, like: Instrument = GOLD) -> dict[Symbol, Instrument]:
    """A catalogue of one broker's own spellings."""
    return {Symbol(each): replace(like, symbol=Symbol(each)) for each in symbols}


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("BTC", "BTCUSDT"),
        ("btc", "BTCUSDT"),
        ("BTC/USDT", "BTCUSDT"),
        ("BTC / USDT", "BTCUSDT"),
        ("#BTCUSDT", "BTCUSDT"),
        ("#BTC/USDT", "BTCUSDT"),
        ("$BTC", "BTCUSDT"),
        ("BTCUSDT.P", "BTCUSDT"),
        ("btcusdt.p", "BTCUSDT"),
        ("BTC-USDT", "BTCUSDT"),
        ("BTC_USDT", "BTCUSDT"),
        ("BTC-PERP", "BTCUSDT"),
        ("BTCUSDT PERP", "BTCUSDT"),
        ("BTC-USDT-SWAP", "BTCUSDT"),
        ("BTC/USDT:USDT", "BTCUSDT"),
        ("BINANCE:BTCUSDT.P", "BTCUSDT"),
        ("BTCUSD", "BTCUSDT"),
        ("XBT", "BTCUSDT"),
        ("XBTUSDT", "BTCUSDT"),
        ("Bitcoin", "BTCUSDT"),
        ("ＢＴＣ", "BTCUSDT"),
        ("$SOL", "SOLUSDT"),
        ("1000PEPE", "1000PEPEUSDT"),
        ("1000PEPE/USDT", "1000PEPEUSDT"),
        ("GOLD", "XAUUSD"),
        ("gold", "XAUUSD"),
        ("XAU", "XAUUSD"),
        ("XAU/USD", "XAUUSD"),
        ("#XAUUSD", "XAUUSD"),
        ("OANDA:XAUUSD", "XAUUSD"),
        ("Silver", "XAGUSD"),
        ("EUR/USD", "EURUSD"),
        ("GJ", "GBPJPY"),
        ("US100", "NAS100"),
        ("NASDAQ", "NAS100"),
        ("USTEC", "NAS100"),
        ("NAS 100", "NAS100"),
        ("DOW", "US30"),
        ("Dow Jones", "US30"),
        ("US 30", "US30"),
        ("DAX", "GER40"),
        ("GER30", "GER40"),
        ("OIL", "USOIL"),
        ("WTI", "USOIL"),
    ],
)
def test_a_channels_spelling_names_its_instrument(written: str, symbol: str) -> None:
    found = find(written, CATALOGUE, ())
    assert found is not None
    assert found.symbol == symbol


@pytest.mark.parametrize(
    "written",
    [
        *("", " ", "#", "$", "/", ".P", ":", "PERP", "USDT", "USD", "EUR", "GBP", "JPY", "S&P500", "BRENT"),
        *("PEPE", "PEPEUSDT", "BTC.D", "USDT.D", "BTCDOWN", "BTCUSDC", "BTCEUR", "ETHBTC", "XAUUSDT", "LONG"),
        *("ВТС", "ВТСUSDT", "BTC\u200b", "BTC\u202e", "BTC😀", "B" * 10_000, "BTC,ETH", "BTC ETH"),
    ],
)
def test_what_is_unknown_or_doubtful_names_nothing(written: str) -> None:
    assert find(written, CATALOGUE, ()) is None


def test_a_coin_with_two_usdt_perpetuals_is_not_chosen_from() -> None:
    twin = replace(BTC, symbol=Symbol("BTCUSDT-27MAR26"))
    assert find("BTC", {**COINS, twin.symbol: twin}) is None
    assert find("BTC", COINS) == BTC


def test_the_venues_own_spelling_comes_before_every_custom() -> None:
    coin = replace(BTC, symbol=Symbol("GOLDUSDT"), base="GOLD")
    assert find("GOLDUSDT", {**CATALOGUE, coin.symbol: coin}) == coin
    assert find("GOLD", {**CATALOGUE, coin.symbol: coin}) == GOLD


def test_gold_is_never_a_coin_that_happens_to_be_called_gold() -> None:
    coin = replace(BTC, symbol=Symbol("GOLDUSDT"), base="GOLD")
    assert find("GOLD", {coin.symbol: coin}) is None


def test_the_owners_alias_overrules_everything_and_its_conflict_means_none() -> None:
    assert find("#Gold", CATALOGUE, [("GOLD", "BTCUSDT")]) == BTC
    assert find("PEPE", CATALOGUE, [("pepe", "1000PEPEUSDT")]) == CATALOGUE[Symbol("1000PEPEUSDT")]
    assert find("GOLD", CATALOGUE, [("GOLD", "XAUUSD.vx")]) is None
    assert find("GOLD", CATALOGUE, [("GOLD", "XAUUSD"), ("gold", "BTCUSDT")]) is None
    assert find("BTC", CATALOGUE, [("GOLD", "XAUUSD")]) == BTC
    assert find("золото", CATALOGUE, [("ЗОЛОТО", "XAUUSD")]) == GOLD


@pytest.mark.parametrize(
    "spelling", ["XAUUSD", "XAUUSD.m", "XAUUSDm", "XAUUSD_i", "GOLD", "GOLD#", "XAUUSD.pro", "XAUUSDpro"]
)
@pytest.mark.parametrize("written", ["GOLD", "XAU/USD", "XAUUSD", "xauusd"])
def test_gold_is_found_under_each_brokers_name_for_it(spelling: str, written: str) -> None:
    found = find(written, broker(spelling))
    assert found is not None
    assert found.symbol == spelling


def test_an_index_is_found_under_each_brokers_name_for_it() -> None:
    index = CATALOGUE[Symbol("NAS100")]
    for spelling in ("USTEC", "US100.cash", "NAS100", "USTECm"):
        found = find("NASDAQ", broker(spelling, like=replace(index, base="USD")))
        assert found is not None
        assert found.symbol == spelling


def test_two_accounts_of_gold_are_told_apart_by_spelling_or_not_at_all() -> None:
    two = broker("XAUUSD.m", "XAUUSD.pro")
    assert find("GOLD", two) is None
    found = find("XAUUSD.pro", two)
    assert found is not None
    assert found.symbol == "XAUUSD.pro"
    plain = find("XAUUSD", {**two, GOLD.symbol: GOLD})
    assert plain == GOLD


@given(st.text(max_size=60))
def test_no_text_makes_the_search_fail(written: str) -> None:
    found = find(written, CATALOGUE, [("x", "BTCUSDT")])
    assert found is None or found.symbol in CATALOGUE


@given(st.sampled_from(sorted(CATALOGUE)), st.data())
def test_letters_case_and_dress_change_no_meaning(symbol: Symbol, data: st.DataObject) -> None:
    cased = "".join(data.draw(st.sampled_from((letter.lower(), letter.upper()))) for letter in symbol)
    dressed = data.draw(st.sampled_from(("", "#", "$", " "))) + cased + data.draw(st.sampled_from(("", " ", ".P")))
    assert find(dressed, CATALOGUE) == CATALOGUE[symbol]


@given(st.sampled_from(PERPETUALS + CFDS))
def test_every_built_in_instrument_is_consistent(each: Instrument) -> None:
    assert CATALOGUE[each.symbol] is each
    assert min(each.tick, each.step, each.pip, each.point_value, each.leverage_max) > 0
    assert each.pip % each.tick == 0
    assert each.quantity_min % each.step == 0
    assert each.quantity_max % each.step == 0
    assert each.quantity_min < each.quantity_max
    assert 0 < each.maintenance_rate < 1 / each.leverage_max
    assert (each.kind is Kind.LINEAR) == (each.quote == "USDT")
    assert each.kind is Kind.CFD or each.point_value == 1


def test_a_lot_is_worth_what_its_traders_expect() -> None:
    one = Quantity(Decimal(1))

    def pip_worth(symbol: str, at: str) -> Decimal:
        each, price = CATALOGUE[Symbol(symbol)], Price(Decimal(at))
        return each.profit(Side.LONG, one, price, Price(price + each.pip))

    assert pip_worth("XAUUSD", "4400") == 10
    assert pip_worth("EURUSD", "1.17") == 10
    assert pip_worth("USDJPY", "156") == 1000 * DOLLARS_PER_YEN
    assert pip_worth("US30", "48500") == 1
    assert pip_worth("USOIL", "61.5") == 10
