"""The demo's channels are heard without a gap, across restarts and edits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from core.messages import Message, Word
from core.ports import Ear, Hear
from core.vocabulary import ChannelId, MessageId
from tests.bot.test_demo_world import ALPHA, GOLD, World, opened, until

Marks = Mapping[ChannelId, MessageId]


@dataclass(slots=True)
class Inbox:
    """Takes messages; ``door`` closed makes the ear wait."""

    heard: list[Message] = field(default_factory=list)
    door: asyncio.Event = field(default_factory=asyncio.Event)

    async def hear(self, word: Word) -> None:
        await self.door.wait()
        if isinstance(word, Message):
            self.heard.append(word)

    @property
    def told(self) -> list[tuple[ChannelId, int, str]]:
        return [(message.channel, message.id, message.text) for message in self.heard]


async def never_told(words: str) -> None:
    pytest.fail(words)


@asynccontextmanager
async def listening(world: World, marks: Marks) -> AsyncIterator[Inbox]:
    inbox = Inbox()
    inbox.door.set()
    ear: Ear = world.demo.ear
    take: Hear = inbox.hear
    task = asyncio.create_task(ear.listen(marks, take, never_told))
    try:
        yield inbox
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_everything_after_the_mark_is_handed_over_and_then_what_is_new(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        for text in ("one", "two", "three"):
            await world.demo.say("Alpha Crypto", text)
        await world.demo.say("Gold Room", "gold")
        async with listening(world, {ALPHA: MessageId(1)}) as inbox:
            await until(lambda: len(inbox.heard) == 3)
            await world.demo.say("Gold Room", "new")
            await world.demo.say("desk", "/status")
            await world.demo.say(str(ALPHA), "last")
            await until(lambda: len(inbox.heard) == 5)
        assert inbox.told == [
            (ALPHA, 2, "two"),
            (ALPHA, 3, "three"),
            (GOLD, 1, "gold"),
            (GOLD, 2, "new"),
            (ALPHA, 4, "last"),
        ]


async def test_a_post_made_while_nobody_listened_is_heard_after_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.demo.say("Gold Room", "seen")
        await world.demo.say("Gold Room", "missed")
    async with opened(tmp_path) as world, listening(world, {GOLD: MessageId(1)}) as inbox:
        await until(lambda: inbox.told == [(GOLD, 2, "missed")])


async def test_an_edit_is_a_revision_with_the_moment_it_was_made(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, listening(world, {}) as inbox:
        number = await world.demo.say("Gold Room", "SL 2640")
        await until(lambda: len(inbox.heard) == 1)
        await world.post("/demo/edit", {"chat": "Gold Room", "message_id": number, "text": "SL 2645"})
        await until(lambda: len(inbox.heard) == 2)
        first, second = inbox.heard
        assert (first.id, first.edited_at, second.id, second.text) == (number, None, number, "SL 2645")
        assert second.edited_at is not None
        assert second.posted_at == first.posted_at < second.edited_at <= second.heard_at


async def test_an_edit_made_while_nobody_listened_is_heard_after_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        number = await world.demo.say("Gold Room", "SL 2640")
        await world.demo.say("Gold Room", "newer")
        await world.post("/demo/edit", {"chat": "Gold Room", "message_id": number, "text": "SL 2645"})
    marks = {GOLD: MessageId(2)}
    async with opened(tmp_path) as world, listening(world, marks) as inbox:
        await until(lambda: inbox.told == [(GOLD, number, "SL 2645")])
    async with opened(tmp_path) as world, listening(world, marks) as inbox:
        await until(lambda: len(inbox.heard) == 1)  # it may have died in the inbox: twice rather than never
    async with opened(tmp_path) as world:
        world.clock.ahead = timedelta(minutes=5)
        await world.post("/demo/edit", {"chat": "Gold Room", "message_id": 2, "text": "much later"})
        async with listening(world, marks) as inbox:
            await until(lambda: len(inbox.heard) >= 1 and inbox.heard[-1].text == "much later")
    async with opened(tmp_path) as world:
        world.clock.ahead = timedelta(minutes=5)
        async with listening(world, marks) as inbox:
            await world.demo.say("Gold Room", "now")
            await until(lambda: len(inbox.heard) == 2)
        assert [message.text for message in inbox.heard] == ["much later", "now"]  # the old edit is not told for ever


async def test_an_answer_brings_the_text_it_answers(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, listening(world, {}) as inbox:
        call = await world.demo.say("Gold Room", "XAUUSD buy")
        await world.demo.say("Gold Room", "close half", reply_to=call)
        await until(lambda: len(inbox.heard) == 2)
        assert (inbox.heard[1].reply_to, inbox.heard[1].reply_text) == (call, "XAUUSD buy")


async def test_a_flood_waits_at_the_door_and_loses_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as world, listening(world, {}) as inbox:
        inbox.door.clear()
        for number in range(250):
            await world.demo.say("Gold Room", f"post {number}")
        assert inbox.heard == []
        inbox.door.set()
        await until(lambda: len(inbox.heard) == 250)
        assert [message.id for message in inbox.heard] == list(range(1, 251))


async def test_an_ear_that_stopped_listening_costs_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        before = len(world.demo.chats.told)
        async with listening(world, {}):
            await until(lambda: len(world.demo.chats.told) == before + 1)
        assert len(world.demo.chats.told) == before
