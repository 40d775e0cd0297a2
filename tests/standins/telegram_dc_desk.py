"""The desk at the other end of the ear: it hears, it can be busy, and it can be waited for.

Kept apart from the tests because every one of them needs the same three things: an account that
has joined some channels, an ear that listens, and a bound on all waiting.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from bot.listener import TelethonEar
from bot.session import ListenerSettings, OpenSession
from core.messages import Deletion, Following, Message, Word
from core.vocabulary import ChannelId, MessageId
from tests.standins.telegram_dc import TelegramDataCentre
from tests.standins.telegram_dc_methods import API_HASH, API_ID
from tests.standins.telegram_dc_world import Channel, Person

PATIENCE_S = 8.0
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
NEVER_S = 600.0
"""A poll so rare that it cannot help: what is heard came by another way."""


class StandingClock:
    """It is always noon; durations are real."""

    def now(self) -> datetime:
        return NOON

    def monotonic(self) -> float:
        return time.monotonic()


@dataclass(eq=False, slots=True)
class Desk:
    """Takes messages, unless it is told to be busy."""

    messages: asyncio.Queue[Message] = field(default_factory=asyncio.Queue)
    deletions: asyncio.Queue[Deletion] = field(default_factory=asyncio.Queue)
    followed: asyncio.Queue[Following] = field(default_factory=asyncio.Queue)
    notices: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    is_free: asyncio.Event = field(default_factory=asyncio.Event)
    listening: asyncio.Task[None] | None = None
    breaks_with: Exception | None = None

    async def hear(self, word: Word) -> None:
        if self.breaks_with is not None:
            raise self.breaks_with
        await self.is_free.wait()
        match word:
            case Message():
                self.messages.put_nowait(word)
            case Deletion():
                self.deletions.put_nowait(word)
            case Following():
                self.followed.put_nowait(word)

    async def notice(self, words: str) -> None:
        self.notices.put_nowait(words)

    async def next_notice(self) -> str:
        return await asyncio.wait_for(self.notices.get(), PATIENCE_S)

    async def next(self) -> Message:
        return await asyncio.wait_for(self.messages.get(), PATIENCE_S)

    async def next_mark(self) -> MessageId:
        return (await asyncio.wait_for(self.followed.get(), PATIENCE_S)).newest

    async def texts(self, count: int) -> list[str]:
        return [(await self.next()).text for _ in range(count)]

    async def failure(self) -> BaseException:
        """Wait for the ear to give up, and return why."""
        assert self.listening is not None
        done, _ = await asyncio.wait({self.listening}, timeout=PATIENCE_S)
        assert done, "the ear is still listening"
        error = self.listening.exception()
        assert error is not None
        return error


def settings_for(*channels: Channel, poll_s: float = NEVER_S, session: Path = Path("unused")) -> ListenerSettings:
    ids = tuple(channel.marked for channel in channels)
    return ListenerSettings(API_ID, SecretStr(API_HASH), session, ids, poll_s)


@asynccontextmanager
async def listening(
    dc: TelegramDataCentre,
    person: Person,
    *channels: Channel,
    poll_s: float = NEVER_S,
    marks: Mapping[ChannelId, MessageId] | None = None,
    is_free: bool = True,
    open_session: OpenSession | None = None,
    patience_s: float = PATIENCE_S,
) -> AsyncIterator[Desk]:
    """An ear at work: every joined channel's history has been asked for once, or ``patience_s`` went by."""
    desk = Desk()
    if is_free:
        desk.is_free.set()
    session = open_session or (lambda: dc.session_of(person))
    ear = TelethonEar(settings_for(*channels, poll_s=poll_s), StandingClock(), session)
    ready = asyncio.create_task(dc.asked("messages.getHistory", sum(person.id in one.members for one in channels)))
    await asyncio.sleep(0)  # lets the line above note how often it was asked before
    desk.listening = asyncio.create_task(ear.listen(marks or {}, desk.hear, desk.notice))
    try:
        await asyncio.wait({ready, desk.listening}, timeout=patience_s, return_when=asyncio.FIRST_COMPLETED)
        yield desk
    finally:
        ready.cancel()
        desk.listening.cancel()
        await asyncio.gather(ready, desk.listening, return_exceptions=True)
