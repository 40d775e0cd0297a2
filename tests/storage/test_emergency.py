"""The press of a panic that is handed to a running desk: asked for until it is done, also by a desk that was away."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from core.config import Config
from core.events import PanicPressed
from core.ports import Batch
from core.runtime.clock import SystemClock
from core.vocabulary import StreamId
from storage import handover
from storage.emergency import PATIENCE_S, Press, panic
from storage.journal import open_journal
from storage.lock import hold
from tests.storage.builders import NOON


def never(_: Config) -> AbstractAsyncContextManager[Press]:
    raise AssertionError("a desk is at work here, so nobody opens the venue beside it")


async def request_in(directory: Path) -> None:
    async with asyncio.timeout(PATIENCE_S + 5):
        while not (directory / handover.REQUEST).exists():  # noqa: ASYNC110 - a file has no bell
            await asyncio.sleep(0.02)


async def test_a_request_that_the_desk_found_too_late_is_left_again_while_somebody_waits(tmp_path: Path) -> None:
    said: list[str] = []

    def press() -> int:
        return panic(tmp_path / "none.yaml", tmp_path, yes=True, open_alone=never, say=said.append)

    with hold(tmp_path):
        async with open_journal(tmp_path / "journal.sqlite3") as journal:
            pressing = asyncio.create_task(asyncio.to_thread(press))
            await request_in(tmp_path)
            handover.drop(tmp_path)  # as a desk does that was frozen for more than a minute
            await request_in(tmp_path)
            name = handover.take(tmp_path, SystemClock().now())
            assert name is not None, "it is a fresh one"
            pressed = PanicPressed(NOON, handover.author(name))
            await journal.append(Batch(StreamId("account"), 0, NOON, (pressed,)))
            assert await asyncio.wait_for(pressing, 10) == 0
    assert said[-1].endswith("all flat: 0 of 0")
    assert not (tmp_path / handover.REQUEST).exists(), "nothing is left for a desk to find later"
