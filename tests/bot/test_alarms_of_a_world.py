"""I22 in virtual time: whatever dies, and whatever Telegram answers, each alarm in the journal stands on the phone."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.auth import Reader
from bot.diary import open_diary
from bot.news import news_of
from bot.notifier import Notifier, Rhythm
from bot.outbox import Outbox, Priority
from bot.render import Look
from bot.slash import Role
from core.events import Quarantined
from core.vocabulary import Side
from tests.bot.desk_for_tests import OWNER
from tests.bot.phone import Phone
from tests.core.runtime.test_faults import opened
from tests.sim.faults import Call, Fault
from tests.sim.loop import play
from tests.sim.market import BTC
from tests.sim.world import World, open_world

SEEDS = range(8)
RHYTHM = Rhythm(question_s=3600, card_s=60, panic_s=5)
NOES = (
    NetworkError("connection reset"),
    TimedOut(),
    RetryAfter(7),
    BadRequest("Can't parse entities: unclosed tag"),
    None,
)


@asynccontextmanager
async def told_to(phone: Phone, world: World) -> AsyncIterator[None]:
    """The chat of one life; like the desk it may be ended at any instant."""
    diary = await open_diary(world.journal, world.clock)
    readers = {OWNER: Reader(OWNER, Role.ADMIN, Look("paper", user=OWNER))}
    async with Outbox(phone, diary, world.clock) as outbox:
        outbox.go_online()
        notifier = Notifier(world.front, world.journal, diary, outbox, readers, world.clock, RHYTHM)
        telling = asyncio.create_task(notifier.follow())
        try:
            yield
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)


async def alarmed(world: World, dice: random.Random) -> None:
    """A stop that is gone and cannot be put back for a while, and a failure of our own."""
    position = await opened(world)
    world.faults.always(Call.SET_STOP, Fault.SERVER_ERROR)
    world.exchange.drop_stop(BTC, Side.LONG, say=dice.random() < 0.5)
    await world.run(dice.uniform(4, 8))
    world.faults.heal()
    await world.run(dice.uniform(0, 5))
    if position in world.desk.positions:
        world.desk.post(Quarantined(position, world.clock.now(), "a bug of ours"))
    await world.run(dice.uniform(0, 3))


async def missing(world: World, phone: Phone) -> tuple[int, list[str]]:
    """How many alarms the journal holds, and those that no message on the phone shows."""
    diary = await open_diary(world.journal, world.clock)
    lines = await world.journal.since(0, 100_000)
    spoken = ((line, news_of(line.body, None, "")) for line in lines)
    alarms = [line for line, news in spoken if news is not None and news.priority is Priority.CRITICAL]
    shown = phone.chats.get(OWNER, {})
    lost = [str(line.body) for line in alarms if diary.message(OWNER, f"fact:{line.seq}") not in shown]
    return len(alarms), lost


async def story(seed: int) -> tuple[int, list[str]]:
    dice, phone = random.Random(seed), Phone()
    async with open_world(seed) as world:
        world.oracle.be_patient(120)
        for life in range(3):
            phone.faults.extend(dice.choice(NOES) for _ in range(dice.randint(0, 12)))
            async with told_to(phone, world):
                if life == 0:
                    await alarmed(world, dice)
                else:
                    await world.run(dice.uniform(0, 6))
            await world.crash()
            await world.run(dice.uniform(0, 60))
            await world.start(within_s=600)
        phone.faults.clear()
        async with told_to(phone, world):
            await world.run(120)
            return await missing(world, phone)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_alarm_of_a_journal_stands_on_the_phone_in_the_end(seed: int) -> None:
    alarms, lost = play(story(seed))
    assert alarms
    assert lost == []
