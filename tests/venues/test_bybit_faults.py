"""Every fault of the catalogue is met by our client and survived; a counter at the stand-in proves that it was met."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.venues.bybit_faults import ELSEWHERE, HEDGED, INCIDENTS, MEANINGLESS
from tests.venues.bybit_stage import bybit_stage
from venues.bybit.stream import Pace

TABLE = Path(__file__).parents[2] / "docs" / "bybit-faults.md"
BRISK = Pace(ping=0.3, silent=1.0, told=1.5, retry=0.05, retry_max=0.3)


@pytest.mark.parametrize("fault", INCIDENTS)
async def test_the_fault_is_met_and_survived(fault: str) -> None:
    async with bybit_stage(hedge=fault in HEDGED, pace=BRISK) as stage:
        await INCIDENTS[fault](stage)
        assert stage.there.faults.hits[fault] > 0, "the fault was never met, so this proves nothing"


def test_no_fault_of_the_catalogue_is_forgotten() -> None:
    met = [INCIDENTS.keys(), ELSEWHERE, MEANINGLESS.keys()]
    assert sorted(fault for part in met for fault in part) == [f"B{number:02}" for number in range(1, 46)]


def test_the_table_of_the_documents_says_where_each_is_met() -> None:
    rows = re.findall(r"^\| (B\d\d) \| [^|]+ \| ([^|]+) \| [^|]+ \|$", TABLE.read_text(encoding="utf-8"), re.MULTILINE)
    played = {fault: f"`{incident.__module__.rpartition('.')[2]}`" for fault, incident in INCIDENTS.items()}
    elsewhere = dict.fromkeys(ELSEWHERE, "`test_bybit_preflight`")
    assert dict(rows) == played | elsewhere | dict.fromkeys(MEANINGLESS, "not met")
    assert [fault for fault, _ in rows] == sorted(dict(rows))
