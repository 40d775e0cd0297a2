"""An ear whose owner hears of it when it is deaf: each reason rings once, however often it is tried again.

Separate because a revoked login must ring and a channel's ear cannot: whoever wraps it has the phone. A reason is
told again once something was heard in between, because it then is another deafness.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from core.errors import InterlockError
from core.messages import Word
from core.ports import Ear, Hear, Notice
from core.vocabulary import ChannelId, MessageId


class Tell(Protocol):
    """Says something to every listed user, at once; `bot.admin.Bot.tell`."""

    def __call__(self, text: str, *, critical: bool) -> None: ...


class WatchedEar:
    """Another ear, and what keeps it from hearing told (`core.ports.Ear`)."""

    def __init__(self, ear: Ear, tell: Tell) -> None:
        self._ear, self._tell = ear, tell
        self._told: set[str] = set()

    async def listen(self, marks: Mapping[ChannelId, MessageId], hear: Hear, notice: Notice) -> None:
        """Hear as that ear does. Raises what it raises, once that has been told."""

        async def heard(word: Word) -> None:
            self._told.clear()
            await hear(word)

        try:
            await self._ear.listen(marks, heard, notice)
        except InterlockError as trouble:
            if str(trouble) not in self._told:
                self._tell(f"The channels are not heard: {trouble}", critical=True)
            self._told.add(str(trouble))
            raise
