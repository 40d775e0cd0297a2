"""What the demo's chats are made of: posts, buttons, the updates that wait for the bot.

Plain values, apart from the file that keeps them and the two doors that show them (the
stand-in of the Bot API and the page), so that both doors tell the same story.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.demo.formatting import Formatted, as_page_html, on_wire
from core.vocabulary import ChannelId

DESK = "desk"
"""The private chat between the visitor and the bot."""
VISITOR_ID = 42
"""The visitor's user id; in a private chat it is the chat's id too."""
TEXT_MAX = 4096
CAPTION_MAX = 1024

Wire = dict[str, Any]
"""JSON as the Bot API or the page reads it."""


class Author(StrEnum):
    YOU = "you"
    BOT = "bot"
    CHANNEL = "channel"


class Medium(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Chat:
    """``name`` is what scripts and the page say; ``number`` is what the Bot API says."""

    name: str
    title: str
    number: int
    channel: ChannelId | None
    """None for the desk."""


@dataclass(frozen=True, slots=True)
class Button:
    """``data`` goes back to the bot when pressed; ``url`` opens a page instead."""

    text: str
    data: str | None = None
    url: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Upload:
    """A stored file. ``width`` and ``height`` in pixels, 0 for a document."""

    id: str
    medium: Medium
    mime: str
    name: str
    size: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """The channel post a forwarded message began its life as."""

    chat: Chat
    id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Post:
    """One message of one chat as it stands now. ``change`` orders all changes of all chats."""

    chat: str
    id: int
    author: Author
    body: Formatted
    at: datetime
    change: int
    keyboard: Keyboard = ()
    upload: Upload | None = None
    reply_to: int | None = None
    edited_at: datetime | None = None
    pinned: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Update:
    """Something the bot has not confirmed yet."""

    id: int
    kind: str
    payload: Wire

    def on_wire(self) -> Wire:
        return {"update_id": self.id, self.kind: self.payload}


@dataclass(frozen=True, slots=True)
class Bot:
    """Who the token belongs to."""

    id: int
    name: str = "Interlock"
    username: str = "interlock_demo_bot"

    def on_wire(self) -> Wire:
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


VISITOR: Wire = {"id": VISITOR_ID, "is_bot": False, "first_name": "You", "language_code": "en"}
DESK_ON_WIRE: Wire = {"id": VISITOR_ID, "type": "private", "first_name": "You"}


def keyboard_on_wire(keyboard: Keyboard) -> list[list[Wire]]:
    rows: list[list[Wire]] = []
    for row in keyboard:
        rows.append(
            [
                {"text": button.text, "url": button.url}
                if button.url is not None
                else {"text": button.text, "callback_data": button.data}
                for button in row
            ]
        )
    return rows


def on_bot_wire(post: Post, bot: Bot, reply: Post | None = None, origin: Origin | None = None) -> Wire:
    """A desk post as a Bot API `Message` (https://core.telegram.org/bots/api#message)."""
    wire: Wire = {
        "message_id": post.id,
        "date": int(post.at.timestamp()),
        "chat": DESK_ON_WIRE,
        "from": bot.on_wire() if post.author is Author.BOT else VISITOR,
    }
    text, entities = ("caption", "caption_entities") if post.upload else ("text", "entities")
    if post.body.text:
        wire[text] = post.body.text
    if post.body.entities:
        wire[entities] = on_wire(post.body)
    if post.upload:
        wire[post.upload.medium.value] = _upload_on_wire(post.upload)
    if post.keyboard:
        wire["reply_markup"] = {"inline_keyboard": keyboard_on_wire(post.keyboard)}
    if post.edited_at:
        wire["edit_date"] = int(post.edited_at.timestamp())
    if reply:
        wire["reply_to_message"] = on_bot_wire(reply, bot)
    if origin:
        chat = {"id": origin.chat.number, "type": "channel", "title": origin.chat.title}
        date = int(origin.at.timestamp())
        wire["forward_origin"] = {"type": "channel", "date": date, "chat": chat, "message_id": origin.id}
    return wire


def _upload_on_wire(upload: Upload) -> Wire | list[Wire]:
    file: Wire = {"file_id": upload.id, "file_unique_id": upload.id[-16:], "file_size": upload.size}
    if upload.medium is Medium.PHOTO:
        return [file | {"width": upload.width, "height": upload.height}]
    return file | {"file_name": upload.name, "mime_type": upload.mime}


def on_page(post: Post) -> Wire:
    """A post as scripts and the page read it; ``html`` is safe to insert."""
    photo = post.upload.id if post.upload and post.upload.medium is Medium.PHOTO else None
    document = post.upload.name if post.upload and post.upload.medium is Medium.DOCUMENT else None
    buttons = [
        [
            {"text": button.text, "url": button.url} if button.url else {"text": button.text, "data": button.data}
            for button in row
        ]
        for row in post.keyboard
    ]
    return {
        "id": post.id,
        "from": post.author.value,
        "text": post.body.text,
        "html": as_page_html(post.body),
        "buttons": buttons,
        "edited": post.edited_at is not None,
        "photo": photo,
        "document": document,
        "at": post.at.isoformat(),
        "reply_to": post.reply_to,
        "pinned": post.pinned,
    }
