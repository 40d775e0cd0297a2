"""A Telegram of our own on this machine, so that the real client can be met without any account.

The real Telethon connects, signs in, joins, hears posts, edits and deletions, and meets every
fault that the catalogue lists for Telegram (T01-T15): a torn line, a lost update, a flood wait,
a revoked session, a difference too long to list, a server that is gone for a while. It is strict
where the real one is: an unknown method, a wrong access hash, a channel one has not joined are
refused in Telegram's own words.

The methods live next door, in one table: each is one small ``on_*`` function.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import secrets
from collections import Counter
from typing import Any, Self

from telethon.crypto import AuthKey
from telethon.sessions import MemorySession
from telethon.tl import functions, types

from core.vocabulary import MessageId
from tests.standins.telegram_dc_crypto import PasswordLock
from tests.standins.telegram_dc_link import Link, RpcRefusal, Switchboard
from tests.standins.telegram_dc_methods import METHODS, OPEN_TO_ALL
from tests.standins.telegram_dc_world import Channel, Person, now

_HOST = "127.0.0.1"


def method_name(request: Any) -> str:
    """Telegram's own spelling, such as ``messages.getHistory``."""
    kind = type(request)
    space = kind.__module__.rsplit(".", 1)[-1]
    name = kind.__name__.removesuffix("Request")
    name = name[0].lower() + name[1:]
    return name if space == "functions" else f"{space}.{name}"


class TelegramDataCentre:
    """One data centre: people, channels, links, and the faults asked of it."""

    def __init__(self) -> None:
        self.board = Switchboard()
        self.people: dict[int, Person] = {}
        self.channels: dict[int, Channel] = {}
        self.port = 0
        self.signed_in: dict[int, int] = {}
        self.half_signed_in: dict[int, Person] = {}
        self._introduced: set[int] = set()
        self._links: set[Link] = set()
        self._server: asyncio.Server | None = None
        self._refusals: dict[str, list[RpcRefusal]] = {}
        self._stalled: dict[str, asyncio.Event] = {}
        self._asked: Counter[str] = Counter()
        self._news = asyncio.Condition()
        self._person_ids = itertools.count(1_000)
        self._channel_ids = itertools.count(1_500_000_001)

    # -- its life

    async def start(self) -> Self:
        """Listen; a data centre that was down comes back at the same address."""
        self._server = await asyncio.start_server(self._accept, _HOST, self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def stop(self) -> None:
        """Go down: no new lines, and every open one is torn."""
        if self._server is None:
            return
        self._server.close()
        self.drop()
        async with self._news:
            await self._news.wait_for(lambda: not self._links)
        await self._server.wait_closed()
        self._server = None

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        link = Link(self.board, self._answer, reader, writer)
        self._links.add(link)
        try:
            await link.serve()
        finally:
            self._links.discard(link)
            async with self._news:
                self._news.notify_all()

    # -- people and channels

    def add_person(self, phone: str, name: str, password: str | None = None) -> Person:
        person = Person(next(self._person_ids), phone, name, PasswordLock(password) if password else None)
        self.people[person.id] = person
        return person

    def add_channel(self, title: str, *members: Person, username: str | None = None) -> Channel:
        channel = Channel(next(self._channel_ids), title, username)
        channel.members.update(person.id for person in members)
        self.channels[channel.id] = channel
        return channel

    def session_of(self, person: Person | None = None, session: Any = None) -> Any:
        """A session that points here; for a person, one that is already signed in (no handshake needed)."""
        session = MemorySession() if session is None else session
        session.set_dc(2, _HOST, self.port)
        if person is not None and not session.auth_key:
            key = AuthKey(os.urandom(256))
            self.board.keys[key.key_id] = key
            self.signed_in[key.key_id] = person.id
            session.auth_key = key
        return session

    # -- what channels do

    def post(self, channel: Channel, text: str, **details: Any) -> MessageId:
        self.push(channel, channel.add(text, **details))
        return MessageId(channel.newest)

    def post_album(self, channel: Channel, *captions: str) -> list[MessageId]:
        album = secrets.randbits(40)
        return [self.post(channel, caption, album=album) for caption in captions]

    def edit(self, channel: Channel, post: int, text: str, **details: Any) -> None:
        self.push(channel, channel.change(post, text, **details))

    def delete(self, channel: Channel, *posts: int) -> None:
        self.push(channel, channel.remove(posts))

    def notify(self, channel: Channel) -> None:
        self.push(channel, channel.add_notice())

    def push(self, channel: Channel, update: Any) -> None:
        if channel.is_withheld:
            return
        for link in self._links:
            if link.updates_to in channel.members:
                link.send(types.Updates([update], [], [channel.seen_by(link.updates_to)], now(), 0))

    # -- faults

    def drop(self) -> None:
        """Tear every line (T01, T05)."""
        for link in self._links:
            link.cut()

    def refuse(self, method: str, code: int, reason: str, times: int = 1) -> None:
        """Refuse the next ``times`` calls of a method, for example with 420 FLOOD_WAIT_7 (T12)."""
        self._refusals.setdefault(method, []).extend([RpcRefusal(code, reason)] * times)

    def stall(self, method: str) -> asyncio.Event:
        """Do not answer a method until the event returned is set."""
        return self._stalled.setdefault(method, asyncio.Event())

    def revoke(self, person: Person) -> None:
        """End all sessions of one account, as its owner can from any phone (T13)."""
        self.signed_in = {key: owner for key, owner in self.signed_in.items() if owner != person.id}
        for link in self._links:
            if link.updates_to == person.id:
                link.updates_to = None

    def forget_keys(self) -> None:
        """Lose every key, as after an account was deleted: the answer is then a bare -404 (T13)."""
        self.board.keys.clear()

    def change_salt(self) -> None:
        """Salts expire; a client with the old one is told the new one."""
        self.board.salt = secrets.randbits(62)

    async def asked(self, method: str, times: int = 1) -> None:
        """Wait until a method was called ``times`` more times than now."""
        goal = self._asked[method] + times
        async with self._news:
            await self._news.wait_for(lambda: self._asked[method] >= goal)

    def times_asked(self, method: str) -> int:
        return self._asked[method]

    # -- requests

    async def _answer(self, link: Link, request: Any) -> Any:
        request = self._unwrapped(link, request)
        name = method_name(request)
        async with self._news:
            self._asked[name] += 1
            self._news.notify_all()
        if name in self._stalled:
            await self._stalled[name].wait()
        if self._refusals.get(name):
            raise self._refusals[name].pop(0)
        handler = METHODS.get(type(request))
        if handler is None:
            raise RpcRefusal(400, "METHOD_INVALID")
        assert link.key is not None
        viewer = self.signed_in.get(link.key.key_id)
        if viewer is None and type(request) not in OPEN_TO_ALL:
            raise RpcRefusal(401, "AUTH_KEY_UNREGISTERED")
        link.updates_to = viewer
        return handler(self, link, request)

    def _unwrapped(self, link: Link, request: Any) -> Any:
        """Take off invokeWithLayer(initConnection(...)); a key must have introduced itself once."""
        assert link.key is not None
        if isinstance(request, functions.InvokeWithLayerRequest):
            request = request.query
            if isinstance(request, functions.InitConnectionRequest):
                self._introduced.add(link.key.key_id)
                request = request.query
        if link.key.key_id not in self._introduced:
            raise RpcRefusal(400, "CONNECTION_NOT_INITED")
        return request

    def channel_at(self, peer: Any) -> Channel:
        channel = self.channels.get(getattr(peer, "channel_id", 0))
        if channel is None or channel.access_hash != peer.access_hash:
            raise RpcRefusal(400, "CHANNEL_INVALID")
        return channel

    def joined(self, link: Link, peer: Any) -> Channel:
        channel = self.channel_at(peer)
        if link.updates_to not in channel.members:
            raise RpcRefusal(400, "CHANNEL_PRIVATE")
        return channel

    def owned(self, link: Link, peer: Any) -> Channel:
        channel = self.joined(link, peer)
        if link.updates_to not in channel.admins:
            raise RpcRefusal(403, "CHAT_WRITE_FORBIDDEN")
        return channel

    def told(self, link: Link, channel: Channel, *updates: Any) -> Any:
        return types.Updates(list(updates), [], [channel.seen_by(link.updates_to)], now(), 0)
