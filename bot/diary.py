"""What was told to whom, so that nothing is told twice, nothing is lost, and a card is edited, not repeated.

Separate because it is the one writer of the journal's "chat" stream: which message shows which trade, how far
each user has been told, and which updates of the bot have been acted on (fault U03), all across restarts.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Mapping

from loguru import logger

from core.errors import JournalUnwritable
from core.events import TelegramUpdateTaken, Told
from core.ports import Batch, Clock, Journal, Recorded
from core.vocabulary import StreamId, UserId

STREAM = StreamId("chat")
_KEYS_MAX = 4000
_UPDATES_MAX = 4000


class Diary:
    """The chat's own memory. Made by `open_diary`.

    A journal that cannot be written costs only this memory: the chat goes on from what it holds itself.
    """

    def __init__(self, journal: Journal, clock: Clock, past: Iterable[Recorded]) -> None:
        self._journal = journal
        self._clock = clock
        self._version = 0
        self._writing = asyncio.Lock()
        self._messages: OrderedDict[tuple[UserId, str], int] = OrderedDict()
        self._keys: dict[tuple[UserId, int], str] = {}
        self._told: dict[UserId, int] = {}
        self._updates: OrderedDict[int, None] = OrderedDict()
        for line in past:
            self._version = line.version + 1
            self._remember(line.body)

    def message(self, user: UserId, key: str) -> int | None:
        """The message that shows ``key`` in this user's chat."""
        return self._messages.get((user, key)) if key else None

    def key(self, user: UserId, message: int) -> str:
        """What a message of ours shows; empty for any other."""
        return self._keys.get((user, message), "")

    def newest(self, prefix: str) -> str:
        """The key told last that begins so; empty when there is none."""
        return next((key for _, key in reversed(self._messages) if key.startswith(prefix)), "")

    def told_to(self, user: UserId) -> int:
        """Everything up to this line of the journal has been told to the user. One who is new starts
        where the others are.
        """
        return self._told.get(user, max(self._told.values(), default=0))

    def is_taken(self, update: int) -> bool:
        return update in self._updates

    def forget(self, user: UserId, key: str) -> None:
        """The message is gone from the chat: the next one is sent anew."""
        message = self._messages.pop((user, key), None)
        if message is not None:
            self._keys.pop((user, message), None)

    async def take(self, update: int, user: UserId) -> bool:
        """Claim an update before acting on it; False when it was claimed before. At most once, also after a crash."""
        if update in self._updates:
            return False
        fact = TelegramUpdateTaken(self._clock.now(), update, user)
        self._remember(fact)
        await self._write(fact)
        return True

    async def told(self, user: UserId, key: str, message: int, seq: int) -> None:
        """A message stands in the chat, and everything up to ``seq`` has been told."""
        fact = Told(self._clock.now(), user, key, message, max(seq, self._told.get(user, 0)))
        self._remember(fact)
        await self._write(fact)

    def _remember(self, body: object) -> None:
        match body:
            case Told(user=user, key=key, message=message, seq=seq):
                self._told[user] = max(seq, self._told.get(user, 0))
                if key:
                    self.forget(user, key)
                    self._messages[(user, key)] = message
                    self._keys[(user, message)] = key
                    if len(self._messages) > _KEYS_MAX:
                        (owner, _), old = self._messages.popitem(last=False)
                        self._keys.pop((owner, old), None)
            case TelegramUpdateTaken(update=update):
                self._updates[update] = None
                if len(self._updates) > _UPDATES_MAX:
                    self._updates.popitem(last=False)
            case _:
                pass

    async def _write(self, fact: Told | TelegramUpdateTaken) -> None:
        # Shielded: a writer that is cancelled half way could not know the version it left behind.
        await asyncio.shield(asyncio.ensure_future(self._append(fact)))

    async def _append(self, fact: Told | TelegramUpdateTaken) -> None:
        async with self._writing:
            try:
                await self._journal.append(Batch(STREAM, self._version, fact.at, (fact,)))
            except JournalUnwritable as error:
                logger.error("the chat cannot write down what it told: {}", error)
            else:
                self._version += 1

    async def settle(self) -> None:
        """Wait until everything said so far is written."""
        async with self._writing:
            return

    @property
    def watermarks(self) -> Mapping[UserId, int]:
        return dict(self._told)


async def open_diary(journal: Journal, clock: Clock) -> Diary:
    """Read the chat's stream from its beginning."""
    return Diary(journal, clock, await journal.read(STREAM))
