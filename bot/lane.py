"""One followed channel: what was heard of it, and so what of its next words is news.

Separate from the line to Telegram because it is plain memory: the same post may come as an update,
again out of the history and again after a reconnect, and the desk hears it once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from loguru import logger
from telethon.tl import types

from core.messages import TEXT_MAX, Message
from core.vocabulary import ChannelId, MessageId

KNOWN_MAX = 1024
_TILDES = "~~".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Note:
    """A post as Telegram gave it. ``is_hidden``: its edit changed no words people see (a reaction, a button)."""

    message: Message
    album: int | None
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What we last knew of a post."""

    text: str
    edited_at: datetime | None


@dataclass(eq=False, slots=True)
class Lane:
    """One channel: what was heard of it, and so what is news.

    Posts up to ``floor`` were heard before we started or fell out of memory. The history up to
    ``swept`` has been read without a gap; updates never move it, for they may have gaps.
    """

    channel: ChannelId
    peer: Any
    floor: int
    swept: int
    has_mark: bool
    begins_at: datetime | None = None
    """A channel never heard before is heard from here; None: from its mark, or since its first look."""
    known: OrderedDict[int, Known] = field(default_factory=OrderedDict)
    quoted: OrderedDict[int, str | None] = field(default_factory=OrderedDict)
    doubted: dict[int, str] = field(default_factory=dict)
    edits_from: datetime | None = None
    album: tuple[int, str] | None = None
    is_lost: bool = False

    def news_in(self, note: Note, *, is_live: bool) -> Message | None:
        """The message to hand over, or None for what was heard before or says nothing."""
        message = note.message
        known = self.known.get(message.id)
        if known is not None:
            return message if self._is_changed(message, known, is_live) else None
        if message.id <= self.floor:
            return message if self._is_old_but_changed(note, is_live) else None
        if not message.text or (note.album is not None and self.album == (note.album, message.text)):
            return None
        return replace(message, edited_at=None) if note.is_hidden else message

    def _is_changed(self, message: Message, known: Known, is_live: bool) -> bool:
        if message.text == known.text:
            return False
        if known.edited_at is None or message.edited_at is None:
            return message.edited_at is not None
        if message.edited_at != known.edited_at or is_live:
            return message.edited_at >= known.edited_at
        # Two edits in one second: a history read before the second one shows the first again. What
        # a later reading still shows is the newer one.
        is_settled = self.doubted.get(message.id) == message.text
        self.doubted[message.id] = message.text
        return is_settled

    def _is_old_but_changed(self, note: Note, is_live: bool) -> bool:
        edited_at = note.message.edited_at
        if edited_at is None or note.is_hidden:
            return False
        return is_live or (self.edits_from is not None and edited_at >= self.edits_from)

    def remember(self, note: Note) -> None:
        message = note.message
        self.known[message.id] = Known(message.text, message.edited_at)
        self.doubted.pop(message.id, None)
        if note.album is not None and message.text:
            self.album = (note.album, message.text)
        while len(self.known) > KNOWN_MAX:
            self.floor = max(self.floor, self.known.popitem(last=False)[0])

    def first_look(self, notes: list[Note]) -> None:
        """What is the past of a channel without a mark: all that is older than our line to Telegram.

        Its newest post may be younger than that, and is news then. After a restart, a change of
        words newer than the last post we recorded may be news as well.
        """
        if self.begins_at is not None:
            news = [note.message.id for note in notes if note.message.posted_at >= self.begins_at]
            self.floor = self.swept = min([self.floor, *(id_ - 1 for id_ in news)])
        if self.has_mark:
            before = [note.message.posted_at for note in notes if note.message.id <= self.floor]
            self.edits_from = max(before, default=None)

    def unheard_below(self, oldest: int) -> int:
        """How many ids between the history read so far and ``oldest`` nobody ever told us."""
        return oldest - self.swept - 1 - sum(self.swept < n < oldest for n in self.known)


def note_of(channel: ChannelId, post: Any, heard_at: datetime) -> Note:
    """Translate one of Telegram's messages; what is longer than `TEXT_MAX` is cut, and said."""
    text = _as_marked(post.message or "", post.entities or ())
    if len(text) > TEXT_MAX:
        logger.warning("{}: post {} of {} characters was cut at {}", channel, post.id, len(text), TEXT_MAX)
    message = Message(
        channel=channel,
        id=MessageId(post.id),
        text=text[:TEXT_MAX],
        posted_at=post.date,
        heard_at=heard_at,
        edited_at=post.edit_date,
        reply_to=_answered_by(post.reply_to),
        forwarded=post.fwd_from is not None,
    )
    return Note(message, post.grouped_id, bool(post.edit_hide))


def _as_marked(text: str, entities: Sequence[Any]) -> str:
    """The text with two tildes around whatever is struck through, as one types it: Telegram keeps them apart.

    Telegram counts in units of UTF-16 (core.telegram.org/api/entities).
    """
    struck = [e for e in entities if isinstance(e, types.MessageEntityStrike)]
    if not struck:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    for entity in sorted(struck, key=lambda e: -e.offset):
        first, last = 2 * entity.offset, 2 * (entity.offset + entity.length)
        units = units[:first] + _TILDES + units[first:last] + _TILDES + units[last:]
    return units.decode("utf-16-le", "replace")


def _answered_by(reply: Any) -> MessageId | None:
    """The post of the same channel that is answered; to stand in a forum's topic is no answer."""
    if not isinstance(reply, types.MessageReplyHeader) or reply.reply_to_msg_id is None:
        return None
    if reply.reply_to_peer_id is not None or (reply.forum_topic and reply.reply_to_top_id is None):
        return None
    return MessageId(reply.reply_to_msg_id)
