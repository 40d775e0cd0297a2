"""The demo's channels, heard the way real ones are: nothing posted is missed, not even across a restart.

The twin of the Telethon listener behind the same port: after a restart it hands over every post
after the channel's mark. It may hand over a post twice and never leaves one out (faults T01-T06).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from bot.demo.posts import DESK, Post
from bot.demo.store import Chats
from core.messages import Message
from core.ports import Clock, Hear, Notice
from core.vocabulary import ChannelId, MessageId

HEARD = "heard_at"
OVERLAP = timedelta(seconds=30)
"""Edits have no mark of their own. Those made up to this long before the last thing that was
handed over are handed over again after a restart: what was in the inbox may have died with it."""
AT_ONCE = 100


class DemoEar:
    """Implements `core.ports.Ear` over the demo's chats."""

    def __init__(self, chats: Chats, clock: Clock) -> None:
        self._chats, self._clock = chats, clock

    async def listen(self, marks: Mapping[ChannelId, MessageId], hear: Hear, notice: Notice) -> None:
        """Hand over what came after each channel's mark (no mark: everything), then each new or edited post.

        None of them can be out of reach, so there is nothing to give ``notice`` of.
        """
        news = asyncio.Event()

        def wake(post: Post) -> None:
            if post.chat != DESK:
                news.set()

        self._chats.told.append(wake)
        try:
            seen = await self._catch_up(marks, hear)
            while True:
                news.clear()
                while posts := await self._chats.channel_changes(seen, AT_ONCE):
                    for post in posts:
                        await self._hand_over(post, hear)
                        seen = post.change
                await news.wait()
        finally:
            self._chats.told.remove(wake)

    async def _catch_up(self, marks: Mapping[ChannelId, MessageId], hear: Hear) -> int:
        """Hand over the backlog; return the change that live hearing goes on from."""
        seen = await self._chats.newest_change()
        last = await self._chats.recall(HEARD)
        edits_since = datetime.fromisoformat(last) - OVERLAP if last else datetime.min.replace(tzinfo=UTC, year=1970)
        missed: list[Post] = []
        for chat in self._chats.by_name.values():
            if chat.channel is not None:
                mark = marks.get(chat.channel, MessageId(0))
                missed += await self._chats.backlog(chat.name, mark, edits_since)
        for post in sorted(missed, key=lambda post: post.change):
            if post.change <= seen:
                await self._hand_over(post, hear)
        return seen

    async def _hand_over(self, post: Post, hear: Hear) -> None:
        chat = self._chats.by_name.get(post.chat)
        if chat is None or chat.channel is None:
            return  # a channel of an earlier configuration
        answered = await self._chats.post(post.chat, post.reply_to) if post.reply_to else None
        now = self._clock.now()
        await hear(
            Message(
                channel=chat.channel,
                id=MessageId(post.id),
                text=post.body.text,
                posted_at=post.at,
                heard_at=now,
                edited_at=post.edited_at,
                reply_to=MessageId(post.reply_to) if post.reply_to else None,
                reply_text=answered.body.text if answered else None,
            )
        )
        if post.edited_at:
            await self._chats.remember(HEARD, now.isoformat())
