"""What stands on the phone stays true over the death of the desk: cards of what ended, the proof of a panic."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.auth import Reader
from bot.diary import open_diary
from bot.notifier import Notifier, Rhythm
from bot.outbox import Outbox
from bot.render import Look
from bot.slash import Role
from core.position import Over
from core.vocabulary import OrderSide, Side
from tests.bot.desk_for_tests import OWNER
from tests.bot.phone import Phone, Shown
from tests.core.runtime.test_faults import opened
from tests.sim.calls import call
from tests.sim.faults import Call, Fault
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import World, open_world

ETHER = call("ETHUSDT", stop=2_900, targets=(3_100, 3_200))


@asynccontextmanager
async def told_to(phone: Phone, world: World) -> AsyncIterator[None]:
    """The chat of one life: what is new is told, and what waits drawn again."""
    diary = await open_diary(world.journal, world.clock)
    readers = {OWNER: Reader(OWNER, Role.ADMIN, Look("paper", user=OWNER))}
    async with Outbox(phone, diary, world.clock) as outbox:
        outbox.go_online()
        notifier = Notifier(world.front, world.journal, diary, outbox, readers, world.clock, Rhythm())
        telling = [asyncio.create_task(notifier.follow()), asyncio.create_task(notifier.redraw())]
        try:
            yield
        finally:
            for task in telling:
                task.cancel()
            await asyncio.gather(*telling, return_exceptions=True)


def message(phone: Phone, *words: str) -> Shown:
    """The only message with all of these."""
    (found,) = [shown for shown in phone.chats[OWNER].values() if all(word in shown.text for word in words)]
    return found


def proof(phone: Phone) -> str:
    return message(phone, "🔒 PANIC").text


async def die(world: World) -> None:
    await world.crash()
    await world.start(within_s=600)


@pytest.mark.parametrize("away_s", [0, 3600])
@in_virtual_time
async def test_a_trade_that_ended_while_nobody_could_be_told_is_over_on_its_card_after_the_restart(away_s: int) -> None:
    phone = Phone()
    async with open_world() as world:
        async with told_to(phone, world):
            position = await opened(world)
            await world.run(5)
            assert "— live" in message(phone, "🛡").text
        await world.front.close(position, "user:7")
        await world.until(lambda: world.is_state(position, Over), 20)
        await world.run(5)
        await world.crash()
        await world.run(away_s)
        await world.start(within_s=600)
        async with told_to(phone, world):
            await world.run(20)
        card = message(phone, "over, nothing to shield")
        assert card.text.startswith("▲ BTCUSDT long — over\nTrusted · ")
        assert card.text.endswith("ended by user:7")
        assert not any("— live" in text for text in phone.texts())
        told = "While you could not be told" if away_s else "✗ ▲ BTCUSDT long is over: -6.15 USDT"
        message(phone, told)


@in_virtual_time
async def test_the_proof_of_a_panic_stays_whole_over_a_restart() -> None:
    phone = Phone()
    async with open_world() as world:
        async with told_to(phone, world):
            await opened(world)
            await opened(world, ETHER)
            await world.front.panic("user:42")
            await world.run(20)
            whole = proof(phone)
            assert "✓ All flat: 2 of 2, after" in whole
        await die(world)
        async with told_to(phone, world):
            await world.run(20)
        assert proof(phone) == whole


@in_virtual_time
async def test_a_panic_that_could_not_be_told_is_proven_for_all_that_was_open_then() -> None:
    phone = Phone()
    async with open_world() as world:
        async with told_to(phone, world):
            await opened(world)
            await opened(world, ETHER)
            await world.run(5)
        await world.front.panic("user:42")
        await world.run(20)
        await die(world)
        async with told_to(phone, world):
            await world.run(20)
        assert "✓ All flat: 2 of 2, after" in proof(phone)


@in_virtual_time
async def test_what_was_taken_over_by_hand_stands_in_the_proof_of_a_panic() -> None:
    phone = Phone()
    async with open_world() as world:
        async with told_to(phone, world):
            await world.exchange.by_hand(BTC, OrderSide.BUY, "0.010")
            await world.until(world.front.strangers, 60)
            await world.front.adopt(f"{BTC} {Side.LONG}", "user:42")
            await world.run(10)
            await world.front.panic("user:42")
            await world.run(20)
        assert "✓ All flat: 1 of 1, after" in proof(phone)


@in_virtual_time
async def test_the_proof_of_a_panic_goes_on_until_all_is_flat_however_long_it_takes() -> None:
    phone = Phone()
    async with open_world() as world:
        world.oracle.be_patient(8000)
        async with told_to(phone, world):
            await opened(world)
            world.faults.always(Call.EXIT, Fault.REFUSED)
            await world.front.panic("user:42")
            await world.run(3600)
            assert "Closing: 0 of 1 flat." in proof(phone)
            world.faults.heal()
            await world.run(60)
            assert "✓ All flat: 1 of 1, after" in proof(phone)
