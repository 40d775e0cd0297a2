"""A stop is obeyed within seconds, whatever holds the program up: a start that waits, a disk that never answers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.demo_process import ROOT, until

SOON_S = 20.0
"""What an ordered end, or the end after it, takes on a busy machine."""

FULL = """
import asyncio, sys
from pathlib import Path
from dataclasses import replace
from bot.demo.rules import DEMO_RULES
from core.runtime.clock import SystemClock
from core.runtime.desk import Parts
from core.runtime.recovery import open_desk
from core.runtime.stopping import run
from storage.journal import open_journal
from venues.catalogue import CATALOGUE
from venues.paper import open_paper
from venues.prices.synthetic import SyntheticMarket

async def work(stop):
    clock, data = SystemClock(), Path(sys.argv[1])
    rules = replace(DEMO_RULES, symbols_denied=tuple(f"COIN{n}" for n in range(5000)))
    async with (
        SyntheticMarket(clock, "7") as market,
        open_paper(data / "paper.sqlite3", CATALOGUE, market, clock) as venue,
        open_journal(data / "journal.sqlite3", pages_max=int(sys.argv[2])) as journal,
        open_desk(Parts(venue, journal, market, clock), rules),
    ):
        print("it has started", flush=True)
        await stop.wait()
    print("closed in order", flush=True)

run(work)
"""
"""The desk over a journal with a quota: the same answer of SQLite as of a full disk, on every system."""

STUCK = """
import asyncio, threading
from core.runtime.stopping import run

async def work(stop):
    print("it has started", flush=True)
    await stop.wait()
    await asyncio.to_thread(threading.Event().wait)

run(work, ending_s=2)
"""
"""What is written at the end never comes back from the disk."""


class Child:
    """A program of this house in a process of its own."""

    def __init__(self, home: Path, program: str, *words: str) -> None:
        self._told = home / "told.txt"
        with self._told.open("wb") as out:
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, our own program
                [sys.executable, "-c", program, *words], cwd=ROOT, stdout=out, stderr=subprocess.STDOUT
            )

    @property
    def words(self) -> str:
        return self._told.read_text(encoding="utf-8", errors="replace")

    def says(self, words: str) -> None:
        until(f"it says {words!r}", lambda: words in self.words, lambda: self.words)

    def stopped(self) -> tuple[int, float]:
        """Its exit status, and how many seconds it took."""
        began = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(SOON_S), time.monotonic() - began
        finally:
            self._process.kill()


pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows ends a program without asking it")


def test_a_start_that_waits_for_room_on_a_full_disk_is_stopped_at_once_and_says_so(tmp_path: Path) -> None:
    child = Child(tmp_path, FULL, str(tmp_path), "8")
    child.says("nothing new is sent")
    status, took_s = child.stopped()
    assert status == 0
    assert took_s < 5
    assert "it has started" not in child.words
    assert "Stopped before everything was ready; the log says what it waited for." in child.words


def test_a_stop_of_what_runs_is_orderly_and_says_nothing_more(tmp_path: Path) -> None:
    child = Child(tmp_path, FULL, str(tmp_path), "1000")
    child.says("it has started")
    status, _ = child.stopped()
    assert status == 0
    assert "closed in order" in child.words
    assert "Stopped before" not in child.words


def test_a_disk_that_never_comes_back_does_not_keep_the_program_from_its_end(tmp_path: Path) -> None:
    child = Child(tmp_path, STUCK)
    child.says("it has started")
    status, took_s = child.stopped()
    assert status == 1
    assert took_s < SOON_S / 2
    assert "Asked to stop, and something did not let go within 2 s" in child.words
