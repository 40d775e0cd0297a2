"""Every fault of the catalogue is met by our client and survived; a counter at the stand-in proves that it was met."""

from __future__ import annotations

import pytest

from tests.venues.bybit_faults import ELSEWHERE, HEDGED, INCIDENTS, MEANINGLESS
from tests.venues.bybit_stage import bybit_stage
from venues.bybit.stream import Pace

BRISK = Pace(ping=0.3, silent=1.0, told=1.5, retry=0.05, retry_max=0.3)


@pytest.mark.parametrize("fault", INCIDENTS)
async def test_the_fault_is_met_and_survived(fault: str) -> None:
    async with bybit_stage(hedge=fault in HEDGED, pace=BRISK) as stage:
        await INCIDENTS[fault](stage)
        assert stage.there.faults.hits[fault] > 0, "the fault was never met, so this proves nothing"


def test_no_fault_of_the_catalogue_is_forgotten() -> None:
    met = [INCIDENTS.keys(), ELSEWHERE, MEANINGLESS.keys()]
    assert sorted(fault for part in met for fault in part) == [f"B{number:02}" for number in range(1, 46)]
