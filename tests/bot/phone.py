"""A small phone for the chat's tests: chats in memory that refuse what Telegram refuses."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from telegram.error import BadRequest, TelegramError

from bot.demo.formatting import Unparsable, parse_html, utf16
from bot.outbox import Body
from bot.render import to_html, to_plain
from core.vocabulary import UserId
from tests.bot.desk_for_tests import OWNER


@dataclass(slots=True)
class Shown:
    """One message on the phone."""

    text: str
    body: Body
    edits: int = 0


class Phone:
    """`bot.outbox.Wire`: chats in memory, as strict as Telegram; ``faults`` befall the next requests, one each."""

    def __init__(self) -> None:
        self.chats: dict[UserId, dict[int, Shown]] = {}
        self.toasts: list[tuple[str, str, bool]] = []
        self.faults: deque[TelegramError | None] = deque()
        self.requests: list[str] = []
        self.lost: set[UserId] = set()
        self._numbers = iter(range(100, 100_000))
        self._changed = asyncio.Condition()

    def texts(self, user: UserId = OWNER) -> list[str]:
        return [shown.text for shown in self.chats.get(user, {}).values()]

    def find(self, words: str, user: UserId = OWNER) -> tuple[int, Shown]:
        """The newest message with these words; raises ``LookupError``."""
        for number, shown in reversed(self.chats.get(user, {}).items()):
            if words in shown.text:
                return number, shown
        raise LookupError(f"{words!r} is in none of {self.texts(user)}")

    async def until(self, holds: Callable[[], bool], within_s: float = 5.0) -> None:
        """Wait, bounded, until something on the phone is so."""
        async with asyncio.timeout(within_s), self._changed:
            await self._changed.wait_for(holds)

    async def send(self, user: UserId, body: Body) -> int:
        await self._befall("send", body)
        text = self._read(body)
        number = next(self._numbers)
        self.chats.setdefault(user, {})[number] = Shown(text, body)
        await self._tell()
        return number

    async def edit(self, user: UserId, message: int, body: Body) -> None:
        await self._befall("edit", body)
        text = self._read(body)
        shown = self.chats.get(user, {}).get(message)
        if shown is None:
            raise BadRequest("Message to edit not found")
        if (shown.text, shown.body.rows) == (text, body.rows):
            raise BadRequest(
                "Message is not modified: specified new message content and reply markup are exactly the same"
            )
        self.chats[user][message] = Shown(text, body, shown.edits + 1)
        await self._tell()

    async def toast(self, query: str, text: str, loud: bool) -> None:
        if utf16(text) > 200:
            raise BadRequest("MESSAGE_TOO_LONG")
        self.toasts.append((query, text, loud))
        await self._tell()

    async def _befall(self, request: str, body: Body) -> None:
        self.requests.append(request)
        await self._tell()
        fault = self.faults.popleft() if self.faults else None
        # Text without markup is nothing that could fail to be read.
        if fault is not None and not (body.plain and "parse" in str(fault)):
            raise fault

    def _read(self, body: Body) -> str:
        try:
            text = to_plain(body.text) if body.plain else parse_html(to_html(body.text)).text
        except Unparsable as error:
            raise BadRequest(f"Can't parse entities: {error}") from error
        if not text.strip() or utf16(text) > 4096:
            raise BadRequest("Message is too long" if text.strip() else "Message text is empty")
        for row in body.rows:
            assert 1 <= len(row) <= 8
            assert all(len(button.wire.encode()) <= 64 and button.label for button in row)
        return text

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()
