"""The paper account after a death without warning: what was answered is there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from core.orders import OrderReport
from core.vocabulary import OrderTag
from tests.venues.contract import BTC, seen
from tests.venues.test_paper import stage_on

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import asyncio, sys
from pathlib import Path
from tests.venues.contract import INSTRUMENTS, SteadyClock, Tape, entry
from core.orders import Accepted
from venues.paper import open_paper

async def main() -> None:
    tape = Tape(SteadyClock())
    tape.set(50000)
    async with open_paper(Path(sys.argv[1]), INSTRUMENTS, tape, tape.clock) as venue:
        for number in range(100000):
            tape.set(50000 + number % 7)
            if isinstance(await venue.enter(entry(f"a{number}", size="0.001")), Accepted):
                print(number, flush=True)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is spelled otherwise there")
async def test_an_order_that_was_answered_survives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    child = subprocess.Popen(  # noqa: ASYNC220, S603
        [sys.executable, "-c", CHILD, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    answered = [int(child.stdout.readline()) for _ in range(25)]
    child.send_signal(signal.SIGKILL)
    answered += [int(line) for line in child.stdout.read().split()]
    child.wait()
    child.stdout.close()
    async with stage_on(path) as stage:
        for number in answered:
            assert isinstance(await stage.venue.look_up(BTC, OrderTag(f"a{number}")), OrderReport)
        held = (await seen(stage)).positions[0].quantity
        assert held in (Decimal(len(answered)) / 1000, Decimal(len(answered) + 1) / 1000)
