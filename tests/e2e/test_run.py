"""`main.py run`: the real bot and the real ear, as a process of its own, against stand-ins on the real wires."""

from __future__ import annotations

from pathlib import Path

from tests.standins.outside import outside

CALL = "BTCUSDT LONG\nEntry: market\nStop loss: 59000\nTP1: 61000\nTP2: 62000"


async def test_a_post_heard_by_telethon_becomes_a_protected_position_and_a_card_on_the_phone(tmp_path: Path) -> None:
    async with outside(tmp_path) as world, world.running():
        await world.telegram.asked("messages.getHistory", 1)
        world.telegram.post(world.channel, CALL)
        card = await world.until_told("BTCUSDT long")
        assert "paper" in card
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
