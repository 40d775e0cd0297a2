"""How posts and files lie in the demo's SQLite file, and how they are read back.

Separate from the store so that the shape of the file is on one page.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.demo.formatting import Entity, Formatted
from bot.demo.posts import Author, Button, Keyboard, Medium, Post, Upload

SCHEMA = """
CREATE TABLE IF NOT EXISTS memory (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS posts (
    chat TEXT NOT NULL,
    id INTEGER NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    entities TEXT NOT NULL,
    keyboard TEXT NOT NULL,
    upload TEXT,
    reply_to INTEGER,
    at REAL NOT NULL,
    edited_at REAL,
    pinned INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    change INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (chat, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS updates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS queries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL,
    answered INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY,
    upload TEXT NOT NULL,
    content BLOB NOT NULL,
    size INTEGER NOT NULL,
    at REAL NOT NULL
) STRICT;
"""
COLUMNS = "chat, id, author, text, entities, keyboard, upload, reply_to, at, edited_at, pinned, deleted, change"

Row = Sequence[object] | sqlite3.Row
Values = tuple[str | int | float | None, ...]


def values_of(post: Post) -> Values:
    """The columns of ``COLUMNS``, in order."""
    return (
        post.chat,
        post.id,
        post.author.value,
        post.body.text,
        json.dumps([[e.kind, e.start, e.end, e.argument] for e in post.body.entities]),
        json.dumps([[[button.text, button.data, button.url] for button in row] for row in post.keyboard]),
        upload_text(post.upload) if post.upload else None,
        post.reply_to,
        post.at.timestamp(),
        post.edited_at.timestamp() if post.edited_at else None,
        int(post.pinned),
        int(post.deleted),
        post.change,
    )


def post_of(row: Row) -> Post:
    chat, number, author, text, entities, keyboard, upload, reply_to, at, edited_at, pinned, deleted, change = row
    return Post(
        chat=str(chat),
        id=_int(number),
        author=Author(str(author)),
        body=Formatted(str(text), tuple(Entity(*entity) for entity in json.loads(str(entities)))),
        at=moment(at),
        change=_int(change),
        keyboard=_keyboard(str(keyboard)),
        upload=upload_of(str(upload)) if upload is not None else None,
        reply_to=_int(reply_to) if reply_to is not None else None,
        edited_at=moment(edited_at) if edited_at is not None else None,
        pinned=bool(pinned),
        deleted=bool(deleted),
    )


def upload_text(upload: Upload) -> str:
    return json.dumps(
        [upload.id, upload.medium.value, upload.mime, upload.name, upload.size, upload.width, upload.height]
    )


def upload_of(text: str) -> Upload:
    number, medium, mime, name, size, width, height = json.loads(text)
    return Upload(number, Medium(medium), mime, name, size, width, height)


def moment(seconds: object) -> datetime:
    if not isinstance(seconds, int | float):
        raise TypeError(f"a moment is stored as seconds, not as {type(seconds).__name__}")
    return datetime.fromtimestamp(seconds, UTC)


def _keyboard(text: str) -> Keyboard:
    return tuple(tuple(Button(*button) for button in row) for row in json.loads(text))


def _int(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a number is stored as an integer, not as {type(value).__name__}")
    return value
