"""Channels as Telegram shows them, and an ear that may go deaf: posts come late, twice, or with the next poll.

Like the real ear it keeps the order of a channel, says from where it follows one that it never
heard, and after a start it reads on from the mark that the journal holds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime

from core.messages import Deletion, Following, Message
from core.ports import Clock, Hear
from core.records import replace
from core.vocabulary import ChannelId, MessageId

POLL_S = 45.0
"""How often the history of every channel is looked at, besides what is told (fault T01)."""


class ChannelEar:
    """All channels of one world. ``clock`` is the channels' and the desk's alike."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.posts: list[Message] = []
        """Every post, in its newest revision."""
        self.deleted: set[MessageId] = set()
        self.deaf_until = 0.0
        self.heard_again = 0
        """Posts that an earlier life had heard and not written down."""
        self._ever: set[tuple[MessageId, datetime | None]] = set()
        self._hear: Hear | None = None
        self._handed: set[tuple[MessageId, datetime | None]] = set()
        self._unheard: set[MessageId] = set()
        """Posts whose newest revision this life has not heard."""

    def write(
        self,
        text: str,
        channel: ChannelId,
        *,
        reply_to: MessageId | None = None,
        posted_at: datetime | None = None,
        forwarded: bool = False,
    ) -> Message:
        """A channel posts; nobody has heard it yet."""
        now = self._clock.now()
        id_ = MessageId(len(self.posts) + 1)
        post = Message(channel, id_, text, posted_at or now, now, reply_to=reply_to, forwarded=forwarded)
        self.posts.append(post)
        self._unheard.add(id_)
        return post

    def edit(self, id_: MessageId, text: str) -> Message:
        """A channel changes what it has said; returns the new revision."""
        now = self._clock.now()
        self.posts[id_ - 1] = revised = replace(self.posts[id_ - 1], text=text, edited_at=now)
        self._unheard.add(id_)
        return revised

    async def delete(self, id_: MessageId) -> None:
        """A channel takes a post back: it stands in no history any more. Nobody is told twice of it."""
        self.deleted.add(id_)
        if self._hear is not None and not self.is_deaf:
            post = self.posts[id_ - 1]
            await self._hear(Deletion(post.channel, (id_,), self._clock.now()))

    @property
    def is_deaf(self) -> bool:
        return self._hear is None or self._clock.monotonic() < self.deaf_until

    async def hand_over(self, post: Message, *, again: bool = False) -> None:
        """Let the desk hear one revision of one post, unless nobody listens."""
        if self._hear is None or self.is_deaf:
            return
        revision = (post.id, post.edited_at)
        if revision in self._handed and not again:
            return
        self._handed.add(revision)
        if self.posts[post.id - 1].edited_at == post.edited_at:
            self._unheard.discard(post.id)
        self.heard_again += revision in self._ever
        self._ever.add(revision)
        await self._hear(replace(post, heard_at=self._clock.now()))

    async def begin(self, hear: Hear, channels: Sequence[ChannelId], marks: Mapping[ChannelId, MessageId]) -> None:
        """A new life listens: what came after the mark is read from the history, and a channel without one followed."""
        self._hear = hear
        for channel in channels:
            if channel not in marks:
                await hear(Following(channel, MessageId(0), self._clock.now()))
        self._handed = {(p.id, p.edited_at) for p in self.posts if p.id <= marks.get(p.channel, 0)}
        self._unheard = {p.id for p in self.posts if p.id > marks.get(p.channel, 0)}
        await self._catch_up()

    def end(self) -> None:
        self._hear = None

    async def poll_always(self) -> None:
        """Look at the history now and then, for ever."""
        while True:
            await asyncio.sleep(POLL_S)
            await self._catch_up()

    async def _catch_up(self) -> None:
        for post in [self.posts[id_ - 1] for id_ in sorted(self._unheard)]:
            if post.id not in self.deleted:
                await self.hand_over(post)
