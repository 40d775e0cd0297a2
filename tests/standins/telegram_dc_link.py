"""One client's wire into the data centre: framing, encryption, containers and acknowledgements.

Kept apart from the world of users and channels because everything here would be the same for any
other world: it turns bytes into requests and answers into bytes, and knows nothing of posts.

Source: https://core.telegram.org/mtproto/description (MTProto 2.0, the "full" transport).
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import struct
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Protocol
from zlib import crc32

from telethon.crypto import AES, AuthKey
from telethon.extensions import BinaryReader
from telethon.network.mtprotostate import MTProtoState
from telethon.tl import functions, types
from telethon.tl.core import GzipPacked, MessageContainer

from tests.standins.telegram_dc_crypto import Handshake, WrongProof

_RPC_RESULT = 0xF35C6D01
_VECTOR = 0x1CB5C415
_TRUE, _FALSE = 0x997275B5, 0xBC799737
_UNKNOWN_KEY = struct.pack("<i", -404)
_GZIP_FROM_BYTES = 512
_FRAME_MAX = 1 << 24
_PLAIN_HEADER_BYTES = 20


class RpcRefusal(Exception):
    """The data centre says no: ``code`` as in HTTP, ``reason`` in Telegram's capitals."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"{code} {reason}")
        self.code = code
        self.reason = reason


def vector(items: Iterable[Any]) -> bytes:
    """Serialise a bare vector, which Telethon's classes cannot do by themselves."""
    parts = [bytes(item) for item in items]
    return struct.pack("<Ii", _VECTOR, len(parts)) + b"".join(parts)


def boolean(truth: bool) -> bytes:
    return struct.pack("<I", _TRUE if truth else _FALSE)


@dataclass(eq=False, slots=True)
class Switchboard:
    """What all links of one data centre share: the keys it knows, and its current salt."""

    keys: dict[int, AuthKey] = field(default_factory=dict)
    salt: int = field(default_factory=lambda: secrets.randbits(62))


class Answers(Protocol):
    """The world behind the wire."""

    async def __call__(self, link: Link, request: Any) -> Any: ...


class Link:
    """One TCP connection, from its first byte to its last."""

    def __init__(
        self, board: Switchboard, answer: Answers, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._board = board
        self._answer = answer
        self._reader = reader
        self._writer = writer
        self._handshake = Handshake()
        self._frames_sent = 0
        self._content_sent = 0
        self._last_id = 0
        self._session: int | None = None
        self._answering: set[asyncio.Task[None]] = set()
        self.key: AuthKey | None = None
        self.updates_to: int | None = None
        """The user who gets pushed updates here; set by the first authorised request."""

    async def serve(self) -> None:
        """Answer until the other side hangs up or breaks the protocol."""
        try:
            while True:
                frame = await self._next_frame()
                if frame.startswith(bytes(8)):
                    self._shake_hands(frame[_PLAIN_HEADER_BYTES:])
                else:
                    await self._open(frame)
        except (asyncio.IncompleteReadError, ConnectionError, WrongProof):
            pass
        finally:
            for task in self._answering:
                task.cancel()
            await asyncio.gather(*self._answering, return_exceptions=True)
            self._writer.close()
            with contextlib.suppress(ConnectionError):
                await self._writer.wait_closed()

    def cut(self) -> None:
        """Tear the line, as a dead router does: no goodbye, unsent bytes are lost."""
        self._writer.transport.abort()

    # -- bytes in

    async def _next_frame(self) -> bytes:
        length, _ = struct.unpack("<ii", await self._reader.readexactly(8))
        if not 12 <= length <= _FRAME_MAX:
            raise WrongProof(f"a frame of {length} bytes")
        body = await self._reader.readexactly(length - 8)
        return body[:-4]

    def _shake_hands(self, body: bytes) -> None:
        with BinaryReader(body) as reader:
            reply, key = self._handshake.answer(reader.tgread_object())
        if key is not None:
            self._board.keys[key.key_id] = key
        packed = bytes(reply)
        self._send_frame(struct.pack("<qqi", 0, self._next_id(is_answer=True), len(packed)) + packed)

    async def _open(self, frame: bytes) -> None:
        key = self._board.keys.get(struct.unpack("<Q", frame[:8])[0])
        if key is None:
            self._send_frame(_UNKNOWN_KEY)
            return
        self.key = key
        seal = frame[8:24]
        opened = AES.decrypt_ige(frame[24:], *MTProtoState._calc_key(key.key, seal, True))
        if sha256(key.key[88:120] + opened).digest()[8:24] != seal:
            raise WrongProof("the message key does not match its message")
        salt, session, message, sequence, length = struct.unpack("<qqqii", opened[:32])
        if session != self._session:
            self._session = session
            self.send(types.NewSessionCreated(message, secrets.randbits(62), self._board.salt))
        if salt != self._board.salt:
            self.send(types.BadServerSalt(message, sequence, 48, self._board.salt), is_content=False)
            return
        self._take(message, sequence, opened[32 : 32 + length])

    def _take(self, message: int, sequence: int, body: bytes) -> None:
        if struct.unpack("<I", body[:4])[0] == MessageContainer.CONSTRUCTOR_ID:
            with BinaryReader(body[4:]) as reader:
                for _ in range(reader.read_int()):
                    inner, inner_sequence, length = reader.read_long(), reader.read_int(), reader.read_int()
                    self._take(inner, inner_sequence, reader.read(length))
            return
        with BinaryReader(body) as reader:
            request = reader.tgread_object()
        if isinstance(request, GzipPacked):
            with BinaryReader(request.data) as reader:
                request = reader.tgread_object()
        if isinstance(request, types.MsgsAck):
            return
        if isinstance(request, (functions.PingRequest, functions.PingDelayDisconnectRequest)):
            self.send(types.Pong(message, request.ping_id), is_content=False, is_answer=True)
            return
        if sequence & 1:
            self.send(types.MsgsAck([message]), is_content=False)
        task = asyncio.get_running_loop().create_task(self._reply(message, request))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    # -- bytes out

    async def _reply(self, message: int, request: Any) -> None:
        try:
            body = bytes(await self._answer(self, request))
            if len(body) > _GZIP_FROM_BYTES:
                body = min(body, bytes(GzipPacked(body)), key=len)
        except RpcRefusal as refusal:
            body = bytes(types.RpcError(refusal.code, refusal.reason))
        except Exception:  # our own bug: the client must not hang, and the test must see it
            self.send(struct.pack("<Iq", _RPC_RESULT, message) + bytes(types.RpcError(400, "STAND_IN_BUG")))
            raise
        self.send(struct.pack("<Iq", _RPC_RESULT, message) + body, is_answer=True)

    def send(self, body: Any, *, is_content: bool = True, is_answer: bool = False) -> None:
        """Encrypt and send one object; a line already cut swallows it, as the world would."""
        if self._writer.is_closing() or self.key is None or self._session is None:
            return
        packed = body if isinstance(body, bytes) else bytes(body)
        sequence = self._content_sent * 2 + is_content
        self._content_sent += is_content
        head = struct.pack("<qqqii", self._board.salt, self._session, self._next_id(is_answer), sequence, len(packed))
        plain = head + packed
        plain += os.urandom(-(len(plain) + 12) % 16 + 12)
        seal = sha256(self.key.key[96:128] + plain).digest()[8:24]
        sealed = AES.encrypt_ige(plain, *MTProtoState._calc_key(self.key.key, seal, False))
        self._send_frame(struct.pack("<Q", self.key.key_id) + seal + sealed)

    def _send_frame(self, payload: bytes) -> None:
        frame = struct.pack("<ii", len(payload) + 12, self._frames_sent) + payload
        self._frames_sent += 1
        self._writer.write(frame + struct.pack("<I", crc32(frame)))

    def _next_id(self, is_answer: bool) -> int:
        """Server ids are odd, follow the clock and only ever grow."""
        seconds, fraction = divmod(time.time(), 1)
        stamp = (int(seconds) << 32 | int(fraction * 2**32) & ~3) | (1 if is_answer else 3)
        while stamp <= self._last_id:
            stamp += 4
        self._last_id = stamp
        return stamp
