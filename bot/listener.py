"""The ear: every word of the followed channels, in order, none lost, each as soon as Telegram tells it.

Telegram's pushed updates are fast but not complete: a client that looks connected can stay deaf to
one channel for minutes (faults T01, T04), hears nothing of what was said while its line was down,
and skips everything when the gap is too long (T03). A channel's history is complete but slow. So
this ear uses both: updates for speed, and a look at each channel's history at the start, after
every reconnect and every half minute. One door stands behind both; it drops what was heard before,
so the desk hears each post and each change of its words once (after a crash perhaps twice, never
not at all).

Kept apart from everything that understands words: a handler here makes a `Message`, nothing else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from loguru import logger
from telethon import errors, events
from telethon.tl import types

from bot.lane import Lane, Note, note_of
from bot.roll import Roll
from bot.session import (
    TROUBLE,
    LineLost,
    ListenerSettings,
    OpenSession,
    asked,
    check_apart,
    connected,
    connection_telling,
    not_signed_in,
    private_session,
    translated,
    waiting_out,
)
from core.errors import ConfigError
from core.messages import TEXT_MAX, Deletion, Following
from core.ports import Clock, Hear, Notice
from core.runtime.together import together
from core.vocabulary import ChannelId, MessageId

INBOX_MAX = 256
"""Updates waiting for the desk; then Telethon waits, and after it the history."""
ROLL_POLLS = 10
"""The roll is called again at every so-manieth look at the history: each five minutes."""
RECENT_POSTS = 20
"""How many of the newest posts each look at the history covers, to find changed words."""
BACKFILL_MAX = 200
"""What was missed beyond the newest 200 posts of a channel is too old to trade; it is skipped and said."""
QUOTED_MAX = 256
DELETED_MAX = 1000
"""So many ids of one notice are passed on; Telegram deletes at most 100 posts in one request."""
ASK_S_MAX = 10.0
LOOKUP_S_MAX = 1.0
LOOKUP_PAUSE_S = 30.0
"""After one lookup that was too slow, replies go without their text for this long."""
RETRY_S = 2.0
RECONNECT_S_MAX = 60.0


class TelethonEar:
    """Hears channels with a user account (`core.ports.Ear`)."""

    def __init__(self, settings: ListenerSettings, clock: Clock, open_session: OpenSession | None = None) -> None:
        self._settings = settings
        self._clock = clock
        self._open_session = open_session or (lambda: private_session(settings.session))
        self._absent: set[ChannelId] = set()

    async def prove(self) -> None:
        """Ask Telegram who listens. Raises `ConfigError` when nobody is signed in; its silence proves nothing."""
        try:
            async with connected(self._settings, self._session()) as client:
                await asked(lambda: check_apart(client, self._settings), ASK_S_MAX)
        except (errors.FloodWaitError, LineLost) as error:
            logger.warning("the listening account is not proven: {}", error)

    def _session(self) -> Any:
        session = self._open_session()
        if not session.auth_key:
            session.close()
            raise not_signed_in()
        return session

    async def listen(self, marks: Mapping[ChannelId, MessageId], hear: Hear, notice: Notice) -> None:
        """Hand over every post after the channel's mark, then each new one and each change of words.

        A channel without a mark starts from the first connection, and that mark is handed over. After a
        restart, an edit made since the mark's post may be handed over a second time. A channel that cannot
        be read is told by ``notice``, and the others are heard. Runs until cancelled. Raises `ConfigError`
        when the account is not signed in, revoked or banned, or can read none of them, and `AlreadyRunning`.
        """
        roll = Roll(self._settings, marks, notice, self._absent)
        pause_s = 1.0
        while True:
            is_up = asyncio.Event()
            try:
                async with connected(self._settings, self._session(), connection_telling(is_up)) as client:
                    if not roll.lanes:
                        found = await roll.call(client)
                        await asked(lambda: check_apart(client, self._settings), ASK_S_MAX)
                        roll.lanes.update(found)
                    pause_s = 1.0
                    await _Line(client, roll, hear, notice, self._clock, self._settings, is_up).run()
            except errors.FloodWaitError as flood:
                pause_s = waiting_out(flood)
            except LineLost as error:
                logger.warning("{}; trying again in {:.0f} s", error, pause_s)
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * 2, RECONNECT_S_MAX)


class _Line:
    """One connected client from its first to its last moment; the lanes outlive it."""

    def __init__(
        self,
        client: Any,
        roll: Roll,
        hear: Hear,
        notice: Notice,
        clock: Clock,
        settings: ListenerSettings,
        is_up: asyncio.Event,
    ) -> None:
        self._client = client
        self._roll, self._lanes = roll, roll.lanes
        self._hear, self._notice = hear, notice
        self._clock = clock
        self._settings, self._poll_s = settings, settings.poll_s
        self._is_up = is_up
        self._inbox: asyncio.Queue[tuple[Lane, Note | Deletion]] = asyncio.Queue(INBOX_MAX)
        self._door = asyncio.Lock()
        self._lookups_from = clock.monotonic()

    async def run(self) -> None:
        """Listen until the client gives up. Raises `LineLost` then."""
        self._client.add_event_handler(self._on_post, events.NewMessage())
        self._client.add_event_handler(self._on_post, events.MessageEdited())
        self._client.add_event_handler(self._on_deleted, events.MessageDeleted())
        await together(self._hand_over_updates(), self._keep_complete(), self._watch())

    # -- updates: fast, perhaps with gaps

    async def _on_post(self, event: Any) -> None:
        lane = self._lanes.get(event.chat_id)
        if lane is not None and not isinstance(event.message, types.MessageService):
            await self._inbox.put((lane, note_of(lane.channel, event.message, self._clock.now())))

    async def _on_deleted(self, event: Any) -> None:
        lane = self._lanes.get(event.chat_id)
        if lane is not None:
            logger.info("{}: posts {} were deleted", lane.channel, event.deleted_ids)
            gone = tuple(MessageId(post) for post in event.deleted_ids[:DELETED_MAX])
            await self._inbox.put((lane, Deletion(lane.channel, gone, self._clock.now())))

    async def _hand_over_updates(self) -> None:
        while True:
            lane, news = await self._inbox.get()
            async with self._door:
                if isinstance(news, Deletion):
                    await self._hear(news)  # behind the posts it takes back, which came in before it
                else:
                    await self._hand_over(lane, news, is_live=True)

    async def _watch(self) -> None:
        with translated():
            await self._client.disconnected
        raise LineLost("Telegram hung up")

    # -- history: complete, but slow

    async def _keep_complete(self) -> None:
        """Look at every channel's history now, after each reconnect, and every ``poll_s`` seconds."""
        is_behind, polls = True, 0
        while True:
            self._is_up.clear()
            pause_s = self._poll_s
            try:
                await (self._catch_up() if is_behind else self._poll())
                is_behind, polls = False, polls + 1
                if polls % ROLL_POLLS == 0 and self._roll.missing:
                    await self._call_the_roll()
            except errors.FloodWaitError as flood:
                pause_s = waiting_out(flood)
            except LineLost as error:
                logger.warning("the history could not be read: {}", error)
                pause_s = min(self._poll_s, RETRY_S)
            try:
                await asyncio.wait_for(self._is_up.wait(), pause_s)
                is_behind = True
                await self._client.catch_up()  # brings edits and deletions older than the history we look at
            except TimeoutError:
                continue

    async def _catch_up(self) -> None:
        """Hold new posts at the door until the missed ones have passed it."""
        async with self._door:
            for lane in self._lanes.values():
                await self._pass_on(lane, await self._history(lane))

    async def _poll(self) -> None:
        for lane in self._lanes.values():
            notes = await self._history(lane)
            async with self._door:
                await self._pass_on(lane, notes)

    async def _call_the_roll(self) -> None:
        """Begin to hear the channels that were joined meanwhile."""
        found = await self._roll.call(self._client)
        async with self._door:
            self._lanes.update(found)
            for lane in found.values():
                await self._pass_on(lane, await self._history(lane))

    async def _history(self, lane: Lane) -> list[Any]:
        """The newest posts, and everything back to where the history was read last; newest first."""

        async def read() -> list[Any]:
            posts = list(await self._client.get_messages(lane.peer, limit=RECENT_POSTS))
            if len(posts) == RECENT_POSTS and posts[-1].id > lane.swept + 1:
                rest = BACKFILL_MAX - RECENT_POSTS
                posts += await self._client.get_messages(
                    lane.peer, limit=rest, offset_id=posts[-1].id, min_id=lane.swept
                )
            return posts

        try:
            posts = await asked(read, ASK_S_MAX)
        except LineLost as error:
            if not isinstance(error.__cause__, (errors.ChannelPrivateError, errors.ChannelInvalidError)):
                raise
            await self._note_lost(lane)
            return []
        if lane.is_lost:
            lane.is_lost = False
            await self._notice(f"{self._settings.name(lane.channel)} can be read again")
        return posts

    async def _note_lost(self, lane: Lane) -> None:
        """Being thrown out of one channel does not make us deaf to the others (fault T15)."""
        was_lost, lane.is_lost = lane.is_lost, True
        if all(other.is_lost for other in self._lanes.values()):
            raise ConfigError("channels: the listening account was removed from all of them; join again")
        if not was_lost:
            name = self._settings.name(lane.channel)
            await self._notice(f"{name} can no longer be read: the listening account was removed from it")

    async def _pass_on(self, lane: Lane, posts: list[Any]) -> None:
        if len(posts) >= BACKFILL_MAX and (skipped := lane.unheard_below(posts[-1].id)) > 0:
            logger.warning("{}: up to {} posts before {} were missed and skipped", lane.channel, skipped, posts[-1].id)
        heard_at = self._clock.now()
        said = [post for post in reversed(posts) if not isinstance(post, types.MessageService)]
        notes = [note_of(lane.channel, post, heard_at) for post in said]
        lane.first_look(notes)
        if lane.begins_at is not None:
            await self._hear(Following(lane.channel, MessageId(lane.floor), heard_at))
            lane.begins_at = None
        for note in notes:
            await self._hand_over(lane, note, is_live=False)
        lane.has_mark, lane.edits_from = False, None
        lane.swept = max(lane.swept, *(post.id for post in posts), 0)

    # -- the one door

    async def _hand_over(self, lane: Lane, note: Note, *, is_live: bool) -> None:
        news = lane.news_in(note, is_live=is_live)
        if news is not None:
            if news.reply_to is not None:
                news = replace(news, reply_text=await self._text_of(lane, news.reply_to))
            await self._hear(news)
        if news is not None or note.message.id not in lane.known:
            lane.remember(note)

    async def _text_of(self, lane: Lane, post: MessageId) -> str | None:
        """The words that are answered: from memory, or by one lookup that cannot hold the door for long."""
        if post in lane.known:
            return lane.known[post].text or None
        if post not in lane.quoted and self._clock.monotonic() >= self._lookups_from:
            lane.quoted[post] = await self._look_up(lane, post)
            while len(lane.quoted) > QUOTED_MAX:
                lane.quoted.popitem(last=False)
        return lane.quoted.get(post)

    async def _look_up(self, lane: Lane, post: MessageId) -> str | None:
        try:
            found = await asyncio.wait_for(self._client.get_messages(lane.peer, ids=post), LOOKUP_S_MAX)
        except TROUBLE as error:
            logger.info("{}: the text of post {} is not to be had ({})", lane.channel, post, type(error).__name__)
            self._lookups_from = self._clock.monotonic() + LOOKUP_PAUSE_S
            return None
        return (found.message or "")[:TEXT_MAX] or None if found is not None else None
