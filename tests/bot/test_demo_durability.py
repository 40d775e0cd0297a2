"""A message that was acknowledged is kept, even when the program dies the moment after."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.bot.test_demo_world import opened, settings

ROOT = Path(__file__).parents[2]
SERVE = """
import asyncio, sys
from pathlib import Path
from bot.demo.server import open_demo
from tests.bot.test_demo_world import MovableClock, SmallVenue, settings

async def serve():
    async with open_demo(settings(Path(sys.argv[1])), MovableClock(), SmallVenue()) as demo:
        print(demo.url, flush=True)
        await asyncio.Event().wait()

asyncio.run(serve())
"""


def say(url: str, text: str) -> None:
    body = f'{{"chat": "Gold Room", "text": "{text}"}}'.encode()
    request = urllib.request.Request(url + "/demo/say", body, {"Content-Type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
        answer.read()


@pytest.mark.parametrize("seed", range(3))
async def test_what_was_acknowledged_survives_kill_9(tmp_path: Path, seed: int) -> None:
    directory = settings(tmp_path).data_dir
    acknowledged: list[str] = []
    process = subprocess.Popen(  # noqa: ASYNC220, S603
        [sys.executable, "-c", SERVE, str(directory)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    try:
        url = process.stdout.readline().strip()
        killer = threading.Timer(random.Random(seed).uniform(0.05, 0.4), process.kill)
        killer.start()
        try:
            for number in range(100_000):
                say(url, f"call {number}")
                acknowledged.append(f"call {number}")
        except (OSError, urllib.error.URLError):
            pass
        killer.join()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    if sys.platform != "win32":
        assert process.returncode == -signal.SIGKILL
    assert acknowledged
    async with opened(directory) as world:
        kept = [post.body.text for post in await world.demo.chats.posts("Gold Room", 0, 100_000)]
        # The one that was being said when the program died may be kept or not.
        assert kept[: len(acknowledged)] == acknowledged
        assert len(kept) <= len(acknowledged) + 1
        assert await world.demo.say("Gold Room", "next") == len(kept) + 1


async def test_everything_else_survives_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("setMyCommands", commands='[{"command": "help", "description": "All commands"}]')
        await world.demo.say("desk", "/start")
        await world.result("sendMessage", chat_id=42, text="<b>x</b>", parse_mode="HTML")
        await world.result("pinChatMessage", chat_id=42, message_id=2)
        before = await world.desk()
        updates = await world.result("getUpdates")
    async with opened(tmp_path) as world:
        assert await world.desk() == before
        assert await world.result("getUpdates") == updates
        assert await world.get("/demo/commands") == [{"command": "help", "description": "All commands"}]
        assert (await world.result("sendMessage", chat_id=42, text="y"))["message_id"] == 3


async def test_a_full_disk_is_said_and_nothing_is_half_done(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.demo.say("desk", "before")
        writer = world.demo.chats._writer
        (pages,) = await writer.execute_fetchall("PRAGMA page_count")
        await writer.execute(f"PRAGMA max_page_count = {pages[0]}")
        acknowledged, refused = 1, 0
        for _ in range(100):
            status, told = await world.post("/demo/say", {"chat": "desk", "text": "x" * 4000})
            acknowledged += status == 200
            if status == 503:
                refused += 1
                assert "disk full" in told["error"]
        assert refused
        assert len(await world.desk()) == acknowledged == len(await world.result("getUpdates"))
        await writer.execute("PRAGMA max_page_count = 1000000")
        assert await world.demo.say("desk", "room again") == acknowledged + 1
