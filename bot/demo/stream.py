"""Everything new reaches the page the moment it happens, over Server-Sent Events.

Separate because it is where a slow reader must not slow the chats: each page has a short
queue of its own, and one that falls behind is told to reload instead of being waited for.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web

from bot.demo.posts import DESK, Post, Wire, on_page

QUEUE_MAX = 200
"""Events a page may be behind."""
PAGES_MAX = 32
"""Pages open at once."""
PULSE_S = 15.0
"""A comment this often keeps the connection known to be alive."""


@dataclass(slots=True, eq=False)
class Reader:
    """One open page. ``events`` holds encoded events, oldest first."""

    events: deque[bytes] = field(default_factory=deque)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False

    def add(self, event: bytes) -> None:
        if len(self.events) >= QUEUE_MAX:
            self.events.clear()
            event = encoded("reload", {})
        self.events.append(event)
        self.news.set()


def encoded(name: str, body: Wire) -> bytes:
    """One event in the format of https://html.spec.whatwg.org/multipage/server-sent-events.html."""
    return f"event: {name}\ndata: {json.dumps(body, ensure_ascii=False)}\n\n".encode()


class Hub:
    """Tells every open page what happened. Never blocks, never grows."""

    def __init__(self) -> None:
        self._readers: set[Reader] = set()
        self._closed = False
        self._venue: bytes | None = None
        self.watched = asyncio.Event()
        """Set while at least one page is open."""

    def post(self, post: Post) -> None:
        if post.deleted:
            self._tell(encoded("delete", {"chat": post.chat, "id": post.id}))
        else:
            self._tell(encoded("message", {"chat": post.chat, "message": on_page(post)}))

    def typing(self) -> None:
        self._tell(encoded("typing", {"chat": DESK}))

    def toast(self, text: str, alert: bool) -> None:
        self._tell(encoded("toast", {"text": text, "alert": alert}))

    def venue(self, truth: Wire) -> None:
        """Tell the venue's truth when it differs from what was told last."""
        event = encoded("venue", truth)
        if event != self._venue:
            self._venue = event
            self._tell(event)

    def close(self) -> None:
        self._closed = True
        for reader in self._readers:
            reader.closed = True
            reader.news.set()

    def _tell(self, event: bytes) -> None:
        for reader in self._readers:
            reader.add(event)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A reader that gets everything from now on. Raises `HTTPServiceUnavailable` when too many are open."""
        if len(self._readers) >= PAGES_MAX or self._closed:
            raise web.HTTPServiceUnavailable(text="too many pages are open; close one")
        reader = Reader()
        if self._venue:
            reader.add(self._venue)
        self._readers.add(reader)
        self.watched.set()
        try:
            yield reader
        finally:
            self._readers.discard(reader)
            if not self._readers:
                self.watched.clear()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """GET /demo/events."""
        with self.reading() as reader:
            headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
            response = web.StreamResponse(headers=headers)
            await response.prepare(request)
            await response.write(b"retry: 1000\n\n")
            while not reader.closed:
                while reader.events:
                    await response.write(reader.events.popleft())
                reader.news.clear()
                try:
                    async with asyncio.timeout(PULSE_S):
                        await reader.news.wait()
                except TimeoutError:
                    await response.write(b": still here\n\n")
            return response
