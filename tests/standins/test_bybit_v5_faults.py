"""Every fault of the catalogue that a venue can produce is produced, and counted when it is met."""

from __future__ import annotations

from typing import Any

import pytest
import requests
from pybit.exceptions import FailedRequestError, InvalidRequestError

from core.runtime.clock import SystemClock
from tests.standins.bybit_clients import a_desk, at_the_desk
from tests.standins.bybit_scenes import SCENES
from tests.standins.bybit_v5 import NATURAL, SWITCHES, Faults, open_bybit


@pytest.mark.parametrize("fault", SCENES)
async def test_the_fault_is_met_and_counted(fault: str) -> None:
    async with a_desk(limits=False) as desk:
        assert desk.venue.faults.hits[fault] == 0
        await SCENES[fault](desk)
        assert desk.venue.faults.hits[fault] > 0


def test_every_fault_of_the_catalogue_is_a_switch_or_a_rule() -> None:
    catalogue = {f"B{number:02}" for number in range(1, 46)}
    assert SWITCHES.keys() | NATURAL.keys() == catalogue == SCENES.keys()
    assert not SWITCHES.keys() & NATURAL.keys()


def test_a_fault_that_cannot_be_asked_for_is_refused() -> None:
    faults = Faults()
    for fault, how in (("B09", ""), ("B99", ""), ("B01", "gently")):
        with pytest.raises(ValueError, match=fault):
            faults.aim(fault, how=how)
    with pytest.raises(ValueError, match="B09"):
        faults.draw(1, {"B09": 0.5})


async def _day(seed: int) -> tuple[dict[str, int], int]:
    """Sixty orders under drawn faults; what was met, and how many were done."""
    drawn = {"B01": 0.2, "B03": 0.1, "B08": 0.1, "B12": 0.1, "B45": 0.1}
    async with open_bybit(SystemClock(), limits=False) as venue, at_the_desk(venue) as desk:
        venue.faults.draw(seed, drawn)
        for number in range(60):
            try:
                await desk.order(orderLinkId=f"n{number}")
            except (InvalidRequestError, FailedRequestError, requests.exceptions.ConnectionError, KeyError):
                continue
        venue.faults.calm()
        met: dict[str, Any] = {fault: venue.faults.hits[fault] for fault in drawn}
        return met, len(venue.truth().orders)


async def test_a_seed_draws_the_same_faults_again() -> None:
    first, again, other = await _day(7), await _day(7), await _day(8)
    assert first == again != other
    assert all(first[0].values())
