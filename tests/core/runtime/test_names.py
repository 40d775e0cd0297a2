"""A contract that was listed a minute ago is one that channels may name."""

from __future__ import annotations

from types import MappingProxyType

from core.instrument import Instrument
from core.runtime.names import Names
from core.vocabulary import Symbol
from tests.builders import an_instrument


def test_the_names_follow_a_catalogue_that_is_refreshed_under_way() -> None:
    listed: dict[Symbol, Instrument] = {Symbol("BTCUSDT"): an_instrument("BTCUSDT")}
    catalogue, names = MappingProxyType(listed), Names()
    assert names.of(catalogue) == {"BTC", "BTCUSDT"}
    listed[Symbol("NEWUSDT")] = an_instrument("NEWUSDT")
    assert names.of(catalogue) == {"BTC", "BTCUSDT", "NEW", "NEWUSDT"}
    del listed[Symbol("BTCUSDT")]
    assert names.of(catalogue) == {"NEW", "NEWUSDT"}


def test_the_names_are_made_once_for_one_catalogue() -> None:
    catalogue, names = {Symbol("BTCUSDT"): an_instrument("BTCUSDT")}, Names()
    assert names.of(catalogue) is names.of(dict(catalogue))
