"""`main.py run`: the real bot and the real ear, as a process of its own, against stand-ins on the real wires."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
import yaml

from tests.standins.bybit_public import BybitPublic
from tests.standins.outside import PATIENCE_S, ROOT, outside

CALL = "BTCUSDT LONG\nEntry: market\nStop loss: 59000\nTP1: 61000\nTP2: 62000"


async def test_a_post_heard_by_telethon_becomes_a_protected_position_and_a_card_on_the_phone(tmp_path: Path) -> None:
    async with outside(tmp_path) as world, world.running():
        await world.telegram.asked("messages.getHistory", 1)
        world.telegram.post(world.channel, CALL)
        card = await world.until_told("BTCUSDT long")
        assert "paper" in card
        await world.until_told("🛡")


@pytest.mark.parametrize("exchange", [False, True], ids=["paper", "bybit"])
async def test_a_running_desk_has_read_one_client_of_each_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    """aiohttp serves the demo's page; a small server would hold it for nothing."""
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    async with outside(tmp_path, exchange=exchange) as world, world.running() as process:
        assert process.stdout is not None
        saying = asyncio.create_task(process.stdout.read())
        await world.telegram.asked("messages.getHistory", 1)
        world.telegram.post(world.channel, CALL)
        await world.until_told("🛡")
        process.terminate()
        said = (await saying).decode()
        await process.wait()
    read = {line.rpartition("|")[2].strip() for line in said.splitlines() if line.startswith("import time:")}
    assert {"httpx", "websockets.asyncio.client", "telethon.client.downloads"} <= read
    assert not [name for name in read if name.partition(".")[0] in {"aiohttp", "yarl", "multidict"}]


async def test_a_channel_that_was_not_joined_is_told_and_the_joined_one_is_traded(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        config = yaml.safe_load(world.config.read_text(encoding="utf-8"))
        config["channels"].append({"id": "-1009999999999", "title": "Beta", "mode": "auto", "risk_pct": 1})
        world.config.write_text(yaml.safe_dump(config), encoding="utf-8")
        async with world.running():
            await world.until_told("Beta (-1009999999999) is not heard: the listening account has not joined it")
            world.telegram.post(world.channel, CALL)
            await world.until_told("🛡")


async def test_what_was_posted_while_it_was_down_is_heard_after_the_start(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        async with world.running():
            await world.telegram.asked("messages.getHistory", 1)
            world.telegram.post(world.channel, "Good morning, traders!")
            await world.until_told("Ignored")
        world.telegram.post(world.channel, CALL)
        async with world.running():
            await world.until_told("BTCUSDT long")


async def test_contracts_that_cannot_be_read_at_the_start_are_told_in_the_chat_and_waited_for(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        assert isinstance(world.bybit, BybitPublic)
        listed, world.bybit.rows = world.bybit.rows, []
        async with world.running():
            told = await world.until_told("Nothing is opened")
            assert "Bybit's list of contracts names no USDT perpetual: check the address" in told
            listening = asyncio.create_task(world.telegram.asked("messages.getHistory", 1))
            world.bybit.rows = listed
            await world.until_told("The venue is back")
            await listening
            world.telegram.post(world.channel, CALL)
            await world.until_told("🛡")


async def test_a_start_that_holds_nothing_ends_for_a_refused_token_and_a_missing_login(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        (world.data / "session" / "listener.session").unlink()
        secrets = {**world.environment, "INTERLOCK_TEST_TOKEN": "3000003:nobodys"}
        words = ("main.py", "run", "--config", str(world.config))
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *words,
            cwd=ROOT,
            env=secrets,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await asyncio.wait_for(process.communicate(), PATIENCE_S)
    said = err.decode()
    assert process.returncode == 2
    assert "interlock: telegram.bot_token: Telegram refuses the bot's token" in said
    assert "interlock: the listening account has not signed in yet: run `main.py login`" in said
    assert "runs on" not in out.decode()
    assert "Traceback" not in said
    assert "nobodys" not in said


async def test_a_start_that_holds_a_trade_goes_on_without_its_login_and_rings_once(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        async with world.running():
            await world.telegram.asked("messages.getHistory", 1)
            world.telegram.post(world.channel, CALL)
            await world.until_told("🛡")
        (world.data / "session" / "listener.session").unlink()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("main.py", "run", "--config", str(world.config)),
            cwd=ROOT,
            env=world.environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        assert process.stdout is not None
        said: list[str] = []
        async with asyncio.timeout(PATIENCE_S):
            while sum("ear failed and is started again: the listening account" in line for line in said) < 4:
                said.append((await process.stdout.readline()).decode())
        await world.until_told("The channels are not heard: the listening account has not signed in yet")
        process.terminate()
        out, _ = await asyncio.wait_for(process.communicate(), PATIENCE_S)
        told = [text for text in await world.texts() if "The channels are not heard" in text]
    assert len(told) == 1
    assert "Traceback" not in "".join(said) + out.decode()
