"""The truth of the paper venue as people are shown it: what it holds, or a plain word that it does not answer."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from core.errors import VenueUnreachable
from core.runtime.clock import SystemClock
from core.vocabulary import Symbol
from venues.catalogue import CATALOGUE
from venues.paper import open_paper
from venues.prices.synthetic import SyntheticMarket
from venues.truth import PaperTruth

BTC = Symbol("BTCUSDT")


async def test_what_is_shown_is_the_account_and_a_venue_that_stopped_says_so(tmp_path: Path) -> None:
    clock = SystemClock()
    async with (
        SyntheticMarket(clock, "truth") as market,
        open_paper(tmp_path / "paper.sqlite3", CATALOGUE, market, clock) as venue,
    ):
        truth = PaperTruth(venue, market, (BTC,), clock)
        shown = await truth.venue()
        assert Decimal(shown["equity"]) == 10_000
        assert shown["positions"] == []
        assert [price["symbol"] for price in shown["prices"]] == [BTC]
        venue.halt("its file cannot be written: the disk is full")
        with pytest.raises(VenueUnreachable, match="the disk is full"):
            await truth.venue()
