"""Exactly what was heard, before anybody has understood anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.records import quick
from core.vocabulary import ChannelId, MessageId

TEXT_MAX = 4096
"""Telegram's own bound on a message. What is longer is cut at the door, and said."""


@quick
@dataclass(frozen=True, slots=True)
class Message:
    """One post of one channel, or one revision of it.

    ``posted_at`` is the channel's clock, ``heard_at`` ours; ``edited_at`` tells a revision.
    ``reply_to`` names the post it answers; ``reply_text`` is that post's text when known.
    ``forwarded`` is true for a post that began its life elsewhere.
    """

    channel: ChannelId
    id: MessageId
    text: str
    posted_at: datetime
    heard_at: datetime
    edited_at: datetime | None = None
    reply_to: MessageId | None = None
    reply_text: str | None = None
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Deletion:
    """Posts that a channel took back. Telegram tells it once, and not for certain (fault T08)."""

    channel: ChannelId
    messages: tuple[MessageId, ...]
    heard_at: datetime


@dataclass(frozen=True, slots=True)
class Following:
    """A channel is heard from here on: ``newest`` and all before it is its past, whatever becomes of this run."""

    channel: ChannelId
    newest: MessageId
    heard_at: datetime


Word = Message | Deletion | Following
"""Whatever an ear hears of a channel."""
