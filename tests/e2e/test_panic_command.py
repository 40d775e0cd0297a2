"""`main.py panic` as a process of its own: handed over, killed in the middle, and alone without Telegram."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.demo_process import GOLD, ROOT, DemoProcess, Visitor, call, running
from tests.standins.outside import Outside, outside

SYMBOLS = ("XAUUSD", "SOLUSDT", "EURUSD")
CALL = "BTCUSDT LONG\nEntry: market\nStop loss: 59000\nTP1: 61000\nTP2: 62000"


def panic(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - this interpreter, our own program
        [sys.executable, "main.py", "panic", *words],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def ended(process: subprocess.Popen[str], bound_s: float = 60) -> tuple[int, str]:
    try:
        said, _ = process.communicate(timeout=bound_s)
    finally:
        process.kill()
    return process.returncode, said


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[tuple[DemoProcess, Visitor]]:
    """A demo that holds something."""
    with running(tmp_path / "data", "--no-script", "--speed", "0.1") as (process, visitor):
        for symbol in SYMBOLS:
            visitor.say(GOLD, call(symbol, visitor.price(symbol)))
        visitor.until("something is held", lambda: len(visitor.venue().positions) >= 1)
        yield process, visitor


def test_a_running_desk_is_told_closes_everything_and_the_proof_is_printed(
    demo: tuple[DemoProcess, Visitor],
) -> None:
    process, visitor = demo
    code, said = ended(panic("--data", str(process.data), "--yes"))
    assert code == 0, said
    assert "it is told to close everything" in said
    assert " FLAT at " in said
    assert "all flat: " in said.splitlines()[-1]
    assert not visitor.venue().positions
    assert not visitor.venue().orders
    assert "All flat" in visitor.said("PANIC", "All flat").text, "the chat is told as well"
    assert not (process.data / "panic.request").exists()
    again, words = ended(panic("--data", str(process.data), "--yes"))
    assert (again, words.splitlines()[-1].endswith("all flat: 0 of 0")) == (0, True), words


def test_a_desk_that_is_killed_in_the_middle_goes_on_when_it_is_started_again(
    demo: tuple[DemoProcess, Visitor], tmp_path: Path
) -> None:
    process, _ = demo
    pressing = panic("--data", str(process.data), "--yes")
    assert pressing.stdout is not None
    for line in pressing.stdout:
        if "pressed; " in line:
            break
    process.kill()
    pressing.kill()
    pressing.communicate()
    with running(process.data, "--no-script") as (_, visitor):
        visitor.until("the venue is flat", lambda: not visitor.venue().positions and not visitor.venue().orders)
        shown = visitor.ask_desk("/status", "Doors", "locked after a panic")
        assert "locked after a panic" in shown.text


def test_where_no_desk_runs_and_no_configuration_is_named_the_way_on_is_said(tmp_path: Path) -> None:
    code, said = ended(panic("--data", str(tmp_path), "--config", str(tmp_path / "none.yaml"), "--yes"))
    assert code == 2
    assert "no desk runs on" in said
    assert "name the configuration, or start the desk again" in said
    assert len(said.splitlines()) == 1


def test_without_yes_and_without_somebody_to_ask_nothing_is_done(tmp_path: Path) -> None:
    code, said = ended(panic("--data", str(tmp_path)))
    assert (code, "add --yes" in said) == (2, True)
    code, said = ended(panic("--data", str(tmp_path / "missing"), "--yes"))
    assert (code, "there is no such data directory" in said) == (2, True)


async def _alone(world: Outside) -> asyncio.subprocess.Process:
    """With no desk running, no bot reachable and none of Telegram's secrets at hand."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "main.py",
        "panic",
        "--config",
        str(world.config),
        "--yes",
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("INTERLOCK")},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


async def test_alone_it_opens_the_venue_without_telegram_and_stays_until_all_is_flat(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        async with world.running() as desk:
            await world.telegram.asked("messages.getHistory", 1)
            world.telegram.post(world.channel, CALL)
            await world.until_told("🛡")
            desk.kill()
            await desk.wait()
        first = await _alone(world)
        assert first.stdout is not None
        async with asyncio.timeout(60):
            while b"pressed; " not in await first.stdout.readline():
                pass
        first.kill()  # in the middle, or right after the end: the next one finds out
        await first.communicate()
        second = await _alone(world)
        out, _ = await asyncio.wait_for(second.communicate(), 60)
        said = out.decode()
        assert second.returncode == 0, said
        assert "this command has opened the venue and closes everything itself" in said
        assert "all flat: " in said.splitlines()[-1]
