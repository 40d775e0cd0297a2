"""A key, an account or a clock that must not trade: one sentence each, with what to do, before the doors open."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.errors import VenueUnreachable
from core.orders import Refused, VenueNotice
from core.runtime.clock import SystemClock
from core.vocabulary import Symbol
from tests.standins.bybit_v5 import open_bybit as open_stand_in
from tests.venues.bybit_stage import BTC, bybit_stage, places_of, profile_of
from tests.venues.contract import entry, exit_, until
from venues.bybit.venue import BybitVenue, open_bybit

KEYS = {
    "withdraw": "may move money (Withdraw): make one that may only trade contracts",
    "transfer": "may move money (AccountTransfer)",
    "read-only": "may only read: make one with Read-Write",
    "no-orders": "may not trade contracts (Order, Position missing)",
    "expired": "make a new one, bound to this machine's address",
    "revoked": "live, testnet and demo have separate keys",
    "wrong-environment": "live, testnet and demo have separate keys",
    "classic": "upgrade",
    "other-ip": "add this machine's address to the key's addresses",
    "region": "Bybit",
}
FAULT_OF = {"expired": "B05", "wrong-environment": "B40", "classic": "B41", "region": "B42"}


class WrongClock(SystemClock):
    """Three seconds behind the venue's."""

    def now(self) -> datetime:
        return super().now() - timedelta(seconds=3)


@pytest.mark.parametrize("key", KEYS)
async def test_a_key_that_must_not_trade_is_refused_with_what_to_do(key: str) -> None:
    async with open_stand_in(SystemClock()) as there:
        async with open_bybit(profile_of(there, key), places_of(there), SystemClock()) as venue:
            with pytest.raises(VenueUnreachable) as refused:
                await venue.instruments()
            await venue.fitness.refresh_rules()
            opened = await venue.enter(entry("a", stop="50000"))
            assert isinstance(opened, Refused)
            assert opened.code == "preflight"
            await venue.exit(exit_("x"))  # what only reduces is always tried
        said = str(refused.value)
        assert said.startswith("bybit-demo (Bybit demo): ")
        assert KEYS[key] in said
        assert "\n" not in said
        assert there.key(key).secret not in said
        if key in FAULT_OF:
            assert there.faults.hits[FAULT_OF[key]]


@pytest.mark.parametrize(("key", "words"), [("unbound", "works from any address"), ("expiring", "expires in 5 days")])
async def test_a_key_that_could_be_better_is_said_and_trades(key: str, words: str) -> None:
    async with bybit_stage(key=key) as stage:
        reports = stage.venue.reports()
        said = await until(reports, lambda report: isinstance(report, VenueNotice) and words in report.words)
        assert isinstance(said, VenueNotice)
        assert said.words.startswith("bybit-demo (Bybit demo): ")


async def test_a_clock_three_seconds_off_is_said_with_the_remedy() -> None:
    async with (
        open_stand_in(SystemClock()) as there,
        open_bybit(profile_of(there), places_of(there), WrongClock()) as venue,
    ):
        with pytest.raises(VenueUnreachable, match=r"clock is [23]\.\d s behind Bybit's: switch its time"):
            await venue.instruments()


@pytest.mark.parametrize("hedge", [False, True])
async def test_an_account_in_the_other_mode_is_said_with_both_ways_out(hedge: bool) -> None:
    async with open_stand_in(SystemClock(), hedge=not hedge) as there:
        profile = profile_of(there, hedge=hedge)
        async with open_bybit(profile, places_of(there), SystemClock()) as venue:
            with pytest.raises(VenueUnreachable, match=rf"write venue.hedge: {str(not hedge).lower()}, or change"):
                await venue.instruments()


async def test_a_mode_changed_under_way_is_met_and_refused() -> None:
    async with open_stand_in(SystemClock(), hedge=True) as there:
        there.move(BTC, 50000)
        sound = profile_of(there, hedge=True)
        async with open_bybit(sound, places_of(there), SystemClock()) as knows:
            await knows.instruments()
            there.faults.hits.clear()
        async with open_bybit(replace(sound, hedge=False), places_of(there), SystemClock()) as venue:
            with pytest.raises(VenueUnreachable):
                await venue.instruments()
            await venue.fitness.refresh_rules()
            assert isinstance(await venue.exit(exit_("x")), Refused)
            assert there.faults.hits["B19"]


async def test_a_server_that_is_not_there_is_said_with_the_address_to_check() -> None:
    async with open_stand_in(SystemClock()) as there:
        places, profile = places_of(there), profile_of(there)
    async with open_bybit(profile, places, SystemClock()) as venue:
        with pytest.raises(VenueUnreachable, match="check the network and the address"):
            await venue.instruments()


@pytest.mark.parametrize(("how", "words"), [("10016-lost", "Server error"), ("10000-lost", "Server Timeout")])
async def test_a_server_in_trouble_is_not_said_to_refuse_the_key(how: str, words: str) -> None:
    async with open_stand_in(SystemClock()) as there:
        there.faults.aim("B03", "/v5/user/query-api", how=how)
        async with open_bybit(profile_of(there), places_of(there), SystemClock()) as venue:
            said = await _refusal(venue)
            assert "refuses" not in said
            assert f"does not say whether the key may trade: {words}" in said
            assert BTC in await venue.instruments(), "the next look finds it sound"


async def test_an_address_that_is_shut_out_is_told_so_and_asks_for_nothing_more() -> None:
    async with open_stand_in(SystemClock()) as there:
        there.faults.aim("B06", "/v5/market/time", how="403")
        async with open_bybit(profile_of(there), places_of(there), SystemClock()) as venue:
            said = [await _refusal(venue)]
            asked = len(there.door.requests)
            said += [await _refusal(venue) for _ in range(3)]
            assert len(there.door.requests) == asked, "each further question would prolong it"
    assert said[0].startswith("bybit-demo (Bybit demo): Bybit has shut this address out for 10 minutes")
    assert "a region it does not serve" in said[0]
    assert set(said) == {said[0]}, "the same words again are no news"


async def _refusal(venue: BybitVenue) -> str:
    with pytest.raises(VenueUnreachable) as refused:
        await venue.instruments()
    return str(refused.value)


async def test_a_symbol_that_is_unknown_or_in_pre_market_is_refused_with_the_reason() -> None:
    async with bybit_stage() as stage:
        stage.there.contract("NEWUSDT", status="PreLaunch", isPreListing=True)
        await stage.venue.fitness.refresh_rules()
        for symbol, words in (("NEWUSDT", "pre-market"), ("NONEUSDT", "check the spelling")):
            answer = await stage.venue.enter(replace(entry("a"), symbol=Symbol(symbol)))
            assert isinstance(answer, Refused)
            assert words in answer.reason
