"""Every card on every venue that can play it: the paper account, and Bybit over the real wire."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from core.vocabulary import Money
from tests.venues.bybit_stage import bybit_stage
from tests.venues.cards import CARDS
from tests.venues.contract import Card, Stage
from tests.venues.test_paper import stage_on
from venues.matching import Depth, Terms

THIN = Depth(levels=1, notional_per_level=Money(Decimal(2500)))
"""0.05 at 50000."""

OpenStage = Callable[[Path, Card, bool], AbstractAsyncContextManager[Stage]]


@asynccontextmanager
async def paper(home: Path, card: Card, hedge: bool) -> AsyncIterator[Stage]:
    terms = replace(Terms(), depth=THIN) if card.thin else None
    async with stage_on(home / "paper.db", hedge=hedge, terms=terms) as stage:
        yield stage


@asynccontextmanager
async def bybit(_: Path, card: Card, hedge: bool) -> AsyncIterator[Stage]:
    async with bybit_stage(hedge=hedge, depth=THIN if card.thin else None) as stage:
        yield stage


@pytest.mark.parametrize("hedge", [False, True], ids=["one-way", "hedge"])
@pytest.mark.parametrize("open_stage", [paper, bybit], ids=["paper", "bybit"])
@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
async def test_a_venue_passes_every_card_that_it_can_play(
    tmp_path: Path, card: Card, open_stage: OpenStage, hedge: bool
) -> None:
    async with open_stage(tmp_path, card, hedge) as stage:
        if not card.needs(stage.venue.capabilities):
            pytest.skip("it declares that it cannot do this")
        await card.play(stage)


def test_the_cards_are_numbered_and_none_is_left_out() -> None:
    numbers = [int(card.name.split("_")[1]) for card in CARDS]
    assert numbers == sorted(set(numbers))
