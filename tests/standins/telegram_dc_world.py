"""The people and channels of the local Telegram: who is in what, what was posted, what changed since.

Kept apart from the server because it is plain state: a post changes the channel and yields the
update that tells of it; who is told, and when, is decided elsewhere. Every change raises the
channel's ``pts`` by the number of events in it, which is how a client notices that it missed one
(https://core.telegram.org/api/updates).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from telethon.tl import types

from core.vocabulary import ChannelId
from tests.standins.telegram_dc_crypto import PasswordLock

HISTORY_MAX = 100
"""Telegram gives at most this many posts in one answer."""
_MARK = 10**12


def now() -> datetime:
    """The data centre's clock: whole seconds, as Telegram dates its posts."""
    return datetime.now(UTC).replace(microsecond=0)


def _hash() -> int:
    return secrets.randbits(62)


@dataclass(eq=False, slots=True)
class Person:
    """One account. ``lock`` is its two-step password, if it has one."""

    id: int
    phone: str
    name: str
    lock: PasswordLock | None = None
    access_hash: int = field(default_factory=_hash)

    def seen_by(self, viewer: int | None) -> Any:
        return types.User(
            id=self.id,
            is_self=self.id == viewer,
            access_hash=self.access_hash,
            first_name=self.name,
            phone=self.phone,
            bot=False,
        )


@dataclass(eq=False, slots=True)
class Channel:
    """One broadcast channel with all it ever said.

    ``is_withheld`` loses updates on the way (they stay in history); ``is_too_long`` makes the
    data centre refuse to list what was missed, as it does after a long absence.
    """

    id: int
    title: str
    username: str | None = None
    access_hash: int = field(default_factory=_hash)
    members: set[int] = field(default_factory=set)
    admins: set[int] = field(default_factory=set)
    posts: dict[int, Any] = field(default_factory=dict)
    updates: list[Any] = field(default_factory=list)
    pts: int = 1
    next_id: int = 1
    is_withheld: bool = False
    is_too_long: bool = False

    @property
    def marked(self) -> ChannelId:
        """The id as the owner writes it into the configuration."""
        return ChannelId(str(-_MARK - self.id))

    @property
    def newest(self) -> int:
        return max(self.posts, default=0)

    @property
    def peer(self) -> Any:
        return types.PeerChannel(self.id)

    def seen_by(self, viewer: int | None) -> Any:
        return types.Channel(
            id=self.id,
            title=self.title,
            photo=types.ChatPhotoEmpty(),
            date=now(),
            broadcast=True,
            left=viewer not in self.members,
            access_hash=self.access_hash,
            username=self.username,
        )

    def dialog(self) -> Any:
        return types.Dialog(
            peer=self.peer,
            top_message=self.newest,
            read_inbox_max_id=0,
            read_outbox_max_id=0,
            unread_count=0,
            unread_mentions_count=0,
            unread_reactions_count=0,
            unread_poll_votes_count=0,
            notify_settings=types.PeerNotifySettings(),
            pts=self.pts,
        )

    def add(
        self,
        text: str,
        *,
        at: datetime | None = None,
        reply_to: int | None = None,
        forwarded_from: str | None = None,
        album: int | None = None,
    ) -> Any:
        """Post; return the update. ``album`` groups photos, ``forwarded_from`` names another source."""
        posted_at = at or now()
        post = types.Message(
            id=self.next_id,
            peer_id=self.peer,
            date=posted_at,
            message=text,
            out=False,
            post=True,
            silent=False,
            reply_to=types.MessageReplyHeader(reply_to_msg_id=reply_to) if reply_to else None,
            fwd_from=types.MessageFwdHeader(date=posted_at, from_name=forwarded_from) if forwarded_from else None,
            grouped_id=album,
            media=types.MessageMediaPhoto() if album else None,
        )
        self.next_id += 1
        self.posts[post.id] = post
        return self._changed(types.UpdateNewChannelMessage(post, self.pts + 1, 1), 1)

    def add_notice(self) -> Any:
        """Say something that is no post: the title was changed."""
        notice = types.MessageService(
            id=self.next_id,
            peer_id=self.peer,
            date=now(),
            action=types.MessageActionChatEditTitle(self.title),
            post=True,
        )
        self.next_id += 1
        self.posts[notice.id] = notice
        return self._changed(types.UpdateNewChannelMessage(notice, self.pts + 1, 1), 1)

    def change(self, post_id: int, text: str, *, at: datetime | None = None, is_hidden: bool = False) -> Any:
        """Edit; return the update. A hidden edit is a reaction or a button, not words."""
        post = self.posts[post_id]
        post.message, post.edit_date, post.edit_hide = text, at or now(), is_hidden
        return self._changed(types.UpdateEditChannelMessage(post, self.pts + 1, 1), 1)

    def remove(self, post_ids: Iterable[int]) -> Any:
        gone = [post_id for post_id in post_ids if self.posts.pop(post_id, None)]
        return self._changed(
            types.UpdateDeleteChannelMessages(self.id, gone, self.pts + len(gone), len(gone)), len(gone)
        )

    def _changed(self, update: Any, events: int) -> Any:
        self.pts += events
        self.updates.append(update)
        return update

    def history(self, offset_id: int, add_offset: int, limit: int, min_id: int, max_id: int) -> list[Any]:
        """Newest first, from ``add_offset`` places after the first post older than ``offset_id``.

        A negative ``add_offset`` reaches back to newer posts: that is how a client reads upwards
        (https://core.telegram.org/api/offsets).
        """
        ids = sorted(self.posts, reverse=True)
        first = next((n for n, post_id in enumerate(ids) if post_id < offset_id), len(ids)) if offset_id else 0
        start = first + add_offset
        window = ids[max(0, start) : max(0, start + min(limit, HISTORY_MAX))]
        return [self.posts[n] for n in window if n > min_id and (not max_id or n < max_id)]

    def difference(self, since: int, limit: int, viewer: int | None) -> Any:
        """What happened after ``since``, oldest first, at most ``limit`` events at a time."""
        if since >= self.pts:
            return types.updates.ChannelDifferenceEmpty(self.pts, final=True, timeout=30)
        chats = [self.seen_by(viewer)]
        if self.is_too_long:
            newest = [self.posts[self.newest]] if self.posts else []
            return types.updates.ChannelDifferenceTooLong(self.dialog(), newest, chats, [], final=True, timeout=30)
        missed = [update for update in self.updates if update.pts > since]
        given, rest = missed[:limit], missed[limit:]
        posts = [update.message for update in given if isinstance(update, types.UpdateNewChannelMessage)]
        others = [update for update in given if not isinstance(update, types.UpdateNewChannelMessage)]
        return types.updates.ChannelDifference(given[-1].pts, posts, others, chats, [], final=not rest, timeout=30)
