"""What the whole program costs: from command to the first card on the page, and idle in memory."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psutil

from tests.standins.outside import outside

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60.0
SETTLED_S = 5.0


def help_s() -> float:
    """Seconds for `main.py --help`."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "main.py", "--help"], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began


def python_s() -> float:
    """Seconds for an interpreter that does nothing: the floor of any command."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began


def first_card_s(data: Path) -> float:
    """Seconds from `main.py demo` to the first message of the desk that has buttons."""
    began = time.perf_counter()
    command = [sys.executable, "main.py", "demo", "--port", "0", "--data", str(data)]
    with subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as demo:
        try:
            assert demo.stdout is not None
            words = demo.stdout.readline().split()
            url = next(word for word in words if word.startswith("http://127.0.0.1"))
            while time.perf_counter() - began < PATIENCE_S:
                with urllib.request.urlopen(f"{url}/demo/messages?chat=desk") as answer:  # noqa: S310
                    if any(message["buttons"] for message in json.load(answer)):
                        return time.perf_counter() - began
                time.sleep(0.02)
            raise TimeoutError("no card appeared")
        finally:
            demo.terminate()


async def idle_mb(home: Path, *, exchange: bool = False) -> float:
    """Resident megabytes of `main.py run`, connected to everything, a few seconds after it has heard a post."""
    async with outside(home, exchange=exchange) as world, world.running() as process:
        await world.telegram.asked("messages.getHistory", 1)
        world.telegram.post(world.channel, "Good morning, traders!")
        await world.until_told("Ignored")
        await asyncio.sleep(SETTLED_S)
        return psutil.Process(process.pid).memory_info().rss / 2**20
