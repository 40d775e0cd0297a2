"""What was said in the demo's chats stays said, even when the power goes.

The demo plays Telegram, and Telegram does not forget: a message it has numbered is kept, and an
update waits up to 24 hours for the bot. So this file is separate from the program's journal and
outlives it: one SQLite file, every change durable (WAL, synchronous=FULL) before it is answered.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import aiosqlite
import oschmod

from bot.demo.formatting import Formatted
from bot.demo.posts import DESK, VISITOR, Author, Bot, Chat, Keyboard, Medium, Origin, Post, Update, Upload, on_bot_wire
from bot.demo.rows import COLUMNS, SCHEMA, post_of, upload_of, upload_text, values_of
from core.errors import OutsideError
from core.ports import Clock

UPDATE_KEPT = timedelta(hours=24)
"""https://core.telegram.org/bots/api#getting-updates"""
QUERY_KEPT = timedelta(minutes=15)
"""How long a press can be answered; the real server's own bound is not documented, and about this."""
FILES_MAX = 64 * 2**20
"""Bytes of pictures and documents kept; the oldest go first."""
POSTS_MAX = 5000
"""Posts kept of each chat."""
UPDATES_MAX = 10_000
"""Updates kept for a bot that does not come for them."""

T = TypeVar("T")


@dataclass(slots=True)
class _Writing:
    """One transaction under way, and what is to be told once it is durable."""

    db: aiosqlite.Connection
    now: datetime
    changed: list[Post] = field(default_factory=list)
    queued: bool = False


class Chats:
    """The chats' file. Every method that changes something is durable when it returns.

    Any method raises ``sqlite3.Error`` when the disk says no; nothing was changed then.
    """

    def __init__(
        self, writer: aiosqlite.Connection, reader: aiosqlite.Connection, chats: Iterable[Chat], bot: Bot, clock: Clock
    ) -> None:
        self.bot = bot
        self.by_name = {chat.name: chat for chat in chats}
        self.told: list[Callable[[Post], None]] = []
        """Called with each post that became durable, changed or deleted; must not block."""
        self.waiting: list[Callable[[], None]] = []
        """Called when an update waits for the bot."""
        self._writer, self._reader = writer, reader
        self._clock = clock
        self._lock = asyncio.Lock()

    def chat(self, name: str) -> Chat | None:
        """A chat by its name, or a channel by its id."""
        return self.by_name.get(name) or next((c for c in self.by_name.values() if c.channel == name), None)

    # --- reading ----------------------------------------------------------------------------------

    async def post(self, chat: str, number: int) -> Post | None:
        found = await self._posts("chat = ? AND id = ? AND NOT deleted", (chat, number), "id", 1)
        return found[0] if found else None

    async def posts(self, chat: str, since: int, limit: int) -> list[Post]:
        """The newest ``limit`` posts after ``since``, oldest first."""
        found = await self._posts("chat = ? AND id > ? AND NOT deleted", (chat, since), "id DESC", limit)
        return found[::-1]

    async def channel_changes(self, after: int, limit: int) -> list[Post]:
        """New and edited channel posts, in the order they were made."""
        return await self._posts(f"change > ? AND chat != '{DESK}' AND NOT deleted", (after,), "change", limit)

    async def backlog(self, chat: str, mark: int, edited_after: datetime) -> list[Post]:
        """Posts after ``mark``, and older ones edited since ``edited_after``, in the order they were made."""
        where = "chat = ? AND NOT deleted AND (id > ? OR edited_at > ?)"
        return await self._posts(where, (chat, mark, edited_after.timestamp()), "change", POSTS_MAX * 2)

    async def changes(self, chat: str, after: int, limit: int) -> list[Post]:
        """New and edited posts of one chat, in the order they were made."""
        return await self._posts("chat = ? AND change > ? AND NOT deleted", (chat, after), "change", limit)

    async def newest_change(self) -> int:
        rows = await self._reader.execute_fetchall("SELECT COALESCE(MAX(change), 0) FROM posts")
        return int(next(iter(rows))[0])

    async def updates(self, offset: int, limit: int, kept: timedelta = UPDATE_KEPT) -> list[Update]:
        oldest = (self._clock.now() - kept).timestamp()
        rows = await self._reader.execute_fetchall(
            "SELECT id, kind, payload FROM updates WHERE id >= ? AND at >= ? ORDER BY id LIMIT ?",
            (offset, oldest, limit),
        )
        return [Update(row[0], row[1], json.loads(row[2])) for row in rows]

    async def pending(self) -> int:
        rows = await self._reader.execute_fetchall("SELECT COUNT(*) FROM updates")
        return int(next(iter(rows))[0])

    async def file(self, number: str) -> tuple[Upload, bytes] | None:
        rows = list(await self._reader.execute_fetchall("SELECT upload, content FROM files WHERE id = ?", (number,)))
        return (upload_of(rows[0][0]), rows[0][1]) if rows else None

    async def recall(self, key: str) -> str | None:
        rows = list(await self._reader.execute_fetchall("SELECT value FROM memory WHERE key = ?", (key,)))
        return str(rows[0][0]) if rows else None

    async def _posts(self, where: str, values: tuple[object, ...], order: str, limit: int) -> list[Post]:
        sql = f"SELECT {COLUMNS} FROM posts WHERE {where} ORDER BY {order} LIMIT {limit}"  # noqa: S608 - own words only
        return [post_of(row) for row in await self._reader.execute_fetchall(sql, values)]

    # --- writing ----------------------------------------------------------------------------------

    async def say(
        self,
        chat: str,
        author: Author,
        body: Formatted,
        *,
        keyboard: Keyboard = (),
        upload: Upload | None = None,
        reply: Post | None = None,
        origin: Origin | None = None,
        memory: tuple[str, str] | None = None,
    ) -> Post:
        """Add a post; what the visitor says to the desk becomes an update for the bot in the same commit."""

        async def work(writing: _Writing) -> Post:
            number = await _next(writing.db, "SELECT COALESCE(MAX(id), 0) + 1 FROM posts WHERE chat = ?", chat)
            post = Post(chat, number, author, body, writing.now, 0, keyboard, upload, reply.id if reply else None)
            post = await _put(writing, post)
            await writing.db.execute("DELETE FROM posts WHERE chat = ? AND id <= ?", (chat, number - POSTS_MAX))
            if author is Author.YOU and chat == DESK:
                await _queue(writing, "message", on_bot_wire(post, self.bot, reply, origin))
            if memory:
                await _remember(writing.db, *memory)
            return post

        return await self._write(work)

    async def revise(self, post: Post) -> Post:
        """Replace a post by what it has become; the visitor's own becomes an update for the bot."""

        async def work(writing: _Writing) -> Post:
            revised = await _put(writing, post)
            if post.author is Author.YOU and post.chat == DESK:
                await _queue(writing, "edited_message", on_bot_wire(revised, self.bot))
            return revised

        return await self._write(work)

    async def edit(self, post: Post, body: Formatted) -> Post:
        return await self.revise(replace(post, body=body, edited_at=self._clock.now()))

    async def press(self, post: Post, data: str) -> int:
        """A button of this post was pressed: queue the callback, return the query's number."""

        async def work(writing: _Writing) -> int:
            cursor = await writing.db.execute("INSERT INTO queries (at) VALUES (?)", (writing.now.timestamp(),))
            number = cursor.lastrowid or 0
            payload = {
                "id": str(number),
                "from": VISITOR,
                "chat_instance": "1",
                "data": data,
                "message": on_bot_wire(post, self.bot),
            }
            await _queue(writing, "callback_query", payload)
            return number

        return await self._write(work)

    async def answer(self, number: int) -> bool:
        """Spend a press; False when it is unknown, already answered or too old."""

        async def work(writing: _Writing) -> bool:
            oldest = (writing.now - QUERY_KEPT).timestamp()
            sql = "UPDATE queries SET answered = 1 WHERE id = ? AND NOT answered AND at >= ?"
            return (await writing.db.execute(sql, (number, oldest))).rowcount == 1

        return await self._write(work)

    async def confirm(self, offset: int) -> None:
        """Forget the updates before ``offset``; a negative one keeps only that many of the newest."""

        async def work(writing: _Writing) -> None:
            edge = offset
            if offset < 0:
                edge = await _next(writing.db, "SELECT COALESCE(MAX(id), 0) + 1 + ? FROM updates", offset)
            await writing.db.execute("DELETE FROM updates WHERE id < ?", (edge,))

        await self._write(work)

    async def keep(self, medium: Medium, content: bytes, mime: str, name: str, size: tuple[int, int]) -> Upload:
        """Store a file under the fingerprint of its content; the oldest files make room."""
        number = hashlib.blake2b(content, digest_size=16, person=medium.value.encode()).hexdigest()
        upload = Upload(number, medium, mime, name, len(content), *size)

        async def work(writing: _Writing) -> Upload:
            row = (number, upload_text(upload), content, len(content), writing.now.timestamp())
            await writing.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", row)
            await writing.db.execute(
                "DELETE FROM files WHERE id IN (SELECT id FROM"
                " (SELECT id, SUM(size) OVER (ORDER BY at DESC, id) AS total FROM files) WHERE total > ?)",
                (FILES_MAX,),
            )
            return upload

        return await self._write(work)

    async def remember(self, key: str, value: str) -> None:
        async def work(writing: _Writing) -> None:
            await _remember(writing.db, key, value)

        await self._write(work)

    async def tidy(self) -> None:
        """Drop what no one can ask for any more."""

        async def work(writing: _Writing) -> None:
            oldest = (writing.now - UPDATE_KEPT).timestamp()
            await writing.db.execute("DELETE FROM updates WHERE at < ?", (oldest,))
            await writing.db.execute("DELETE FROM queries WHERE at < ?", (oldest,))

        await self._write(work)

    async def _write(self, work: Callable[[_Writing], Awaitable[T]]) -> T:
        # Shielded: a client that hangs up must not leave half a transaction, nor a change nobody is told of.
        return await asyncio.shield(asyncio.ensure_future(self._transact(work)))

    async def _transact(self, work: Callable[[_Writing], Awaitable[T]]) -> T:
        async with self._lock:
            writing = _Writing(self._writer, self._clock.now())
            await self._writer.execute("BEGIN IMMEDIATE")
            try:
                result = await work(writing)
                await self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    await self._writer.execute("ROLLBACK")
                raise
            for post in writing.changed:
                for tell in tuple(self.told):
                    tell(post)
            for wake in tuple(self.waiting) if writing.queued else ():
                wake()
            return result

    async def settled(self) -> None:
        """Return once no write is under way."""
        async with self._lock:
            return


async def _put(writing: _Writing, post: Post) -> Post:
    change = await _next(writing.db, "SELECT COALESCE(MAX(change), 0) + 1 FROM posts")
    post = replace(post, change=change)
    values = values_of(post)
    marks = ", ".join("?" * len(values))
    await writing.db.execute(f"INSERT OR REPLACE INTO posts ({COLUMNS}) VALUES ({marks})", values)  # noqa: S608
    writing.changed.append(post)
    return post


async def _queue(writing: _Writing, kind: str, payload: object) -> None:
    rows = list(await writing.db.execute_fetchall("SELECT value FROM memory WHERE key = 'allowed_updates'"))
    allowed = json.loads(rows[0][0]) if rows else []
    if allowed and kind not in allowed:
        return  # the bot said that it does not want these
    row = (writing.now.timestamp(), kind, json.dumps(payload, ensure_ascii=False))
    cursor = await writing.db.execute("INSERT INTO updates (at, kind, payload) VALUES (?, ?, ?)", row)
    await writing.db.execute("DELETE FROM updates WHERE id <= ?", ((cursor.lastrowid or 0) - UPDATES_MAX,))
    writing.queued = True


async def _remember(db: aiosqlite.Connection, key: str, value: str) -> None:
    await db.execute("INSERT OR REPLACE INTO memory VALUES (?, ?)", (key, value))


async def _next(db: aiosqlite.Connection, sql: str, *values: object) -> int:
    return int(next(iter(await db.execute_fetchall(sql, values)))[0])


@asynccontextmanager
async def open_chats(path: Path, chats: Iterable[Chat], bot: Bot, clock: Clock) -> AsyncIterator[Chats]:
    """Open the chats' file, making it when there is none. Raises `OutsideError` when it cannot be used."""
    async with AsyncExitStack() as stack:
        try:
            await asyncio.to_thread(_make_private, path)
            writer = await stack.enter_async_context(aiosqlite.connect(path, isolation_level=None))
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 1000"):
                await writer.execute(f"PRAGMA {pragma}")
            await writer.executescript(SCHEMA)
            reader = await stack.enter_async_context(aiosqlite.connect(path, isolation_level=None))
            await reader.execute("PRAGMA query_only = ON")
            store = Chats(writer, reader, chats, bot, clock)
            await store.tidy()
        except (OSError, sqlite3.Error) as error:
            told = f"the demo's chats cannot be kept in {path}: {error}; mend it or choose another --data"
            raise OutsideError(told) from error
        stack.push_async_callback(store.settled)
        yield store


def _make_private(path: Path) -> None:
    if not path.parent.exists():
        path.parent.mkdir(parents=True, mode=0o700)
        oschmod.set_mode(str(path.parent), 0o700)
    path.touch(mode=0o600, exist_ok=True)
    oschmod.set_mode(str(path), 0o600)
