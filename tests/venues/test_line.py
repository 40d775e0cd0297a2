"""A line to a venue, held against a server that keeps to the protocol exactly as long as a test wants it to."""

from __future__ import annotations

import asyncio
import base64
import gc
import hashlib
import socket
import ssl
import struct
import sys
import time
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.standins.tls import certified
from venues import trust
from venues.line import CLOSE_S, Line, Lost, open_line

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
BYTES_MAX = 1000


def frame(kind: int, payload: bytes, *, is_last: bool = True) -> bytes:
    size = len(payload)
    head = bytes((kind | 0x80 * is_last, size)) if size < 126 else bytes((kind | 0x80 * is_last, 126))
    return head + (struct.pack("!H", size) if size >= 126 else b"") + payload


@dataclass
class Peer:
    """The other end of one line."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    headers: dict[str, str] = field(default_factory=dict)

    async def shake(self) -> None:
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[1:-2]
        self.headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        known = self.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        accepted = base64.b64encode(hashlib.sha1(known.encode(), usedforsecurity=False).digest()).decode()
        self.writer.write(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Accept: {accepted}\r\n\r\n".encode()
        )

    async def heard(self) -> tuple[int, bytes]:
        """The next frame from the client, without its mask."""
        kind, size = await self.reader.readexactly(2)
        size &= 0x7F
        if size == 126:
            size = struct.unpack("!H", await self.reader.readexactly(2))[0]
        mask = await self.reader.readexactly(4)
        masked = await self.reader.readexactly(size)
        return kind & 0x0F, bytes(byte ^ mask[at % 4] for at, byte in enumerate(masked))

    async def until_gone(self) -> None:
        """Wait until the client has let go of the connection."""
        async with asyncio.timeout(5):
            with suppress(ConnectionError):
                await self.reader.read(-1)


Act = Callable[[Peer], Awaitable[object]]


@asynccontextmanager
async def venue(act: Act, secrets: ssl.SSLContext | None = None, port: int = 0) -> AsyncIterator[str]:
    """A server that does ``act`` with everyone who connects, and holds the connection until it is left."""
    left = asyncio.Event()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await act(Peer(reader, writer))
            await left.wait()
        finally:
            writer.transport.abort()

    server = await asyncio.start_server(play, "127.0.0.1", port, ssl=secrets)
    try:
        yield f"{'wss' if secrets else 'ws'}://127.0.0.1:{server.sockets[0].getsockname()[1]}/v5/public"
    finally:
        left.set()
        closed = asyncio.create_task(server.wait_closed())
        await asyncio.sleep(0)  # Python 3.11 waits for connections only if it was asked to before
        server.close()
        await asyncio.wait_for(closed, 5)


@asynccontextmanager
async def line_to(act: Act) -> AsyncIterator[Line]:
    async with venue(act) as url, open_line(url, bytes_max=BYTES_MAX, open_s=5) as line:
        yield line


async def why_lost(line: Line) -> str:
    async with asyncio.timeout(5):
        with pytest.raises(Lost) as lost:
            await line.hear()
    return str(lost.value)


def saying(*frames: bytes) -> Act:
    async def say(peer: Peer) -> None:
        await peer.shake()
        for each in frames:
            peer.writer.write(each)

    return say


async def test_what_is_said_is_json_and_what_is_heard_comes_whole_and_in_order() -> None:
    said = asyncio.Queue[tuple[int, bytes]]()

    async def act(peer: Peer) -> None:
        await peer.shake()
        await said.put(await peer.heard())
        parts = [frame(TEXT, b'{"a', is_last=False), frame(0, b'":1}')]
        for each in (*parts, frame(PING, b"?"), frame(BINARY, b"\x00\x01"), frame(TEXT, "€".encode())):
            peer.writer.write(each)
        await said.put(await peer.heard())

    async with line_to(act) as line:
        await line.say({"op": "subscribe", "args": ("tickers.BTCUSDT",)})
        assert [await line.hear() for _ in range(3)] == ['{"a":1}', b"\x00\x01", "€"]
        assert await said.get() == (TEXT, b'{"op":"subscribe","args":["tickers.BTCUSDT"]}')
        assert await asyncio.wait_for(said.get(), 5) == (PONG, b"?")


async def test_nothing_is_compressed_and_no_proxy_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "ws_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    seen: list[Peer] = []

    async def act(peer: Peer) -> None:
        await peer.shake()
        seen.append(peer)

    async with line_to(act):
        assert "sec-websocket-extensions" not in seen[0].headers
        assert seen[0].headers["user-agent"]


@pytest.mark.parametrize(("status", "words"), [(403, "a region not served"), (503, "HTTP 503"), (429, "HTTP 429")])
async def test_a_refusal_is_told_with_its_status(status: int, words: str) -> None:
    async def refuse(peer: Peer) -> None:
        peer.writer.write(f"HTTP/1.1 {status} No\r\nContent-Length: 9\r\n\r\n<p>no</p>".encode())

    with pytest.raises(Lost, match=words):
        async with line_to(refuse):
            pass


async def test_a_line_goes_where_it_was_sent_or_nowhere() -> None:
    knocked: list[Peer] = []

    async def elsewhere(peer: Peer) -> None:
        knocked.append(peer)

    async with venue(elsewhere) as other:

        async def send_away(peer: Peer) -> None:
            await peer.reader.readuntil(b"\r\n\r\n")
            peer.writer.write(f"HTTP/1.1 302 Found\r\nLocation: {other}\r\nContent-Length: 0\r\n\r\n".encode())

        with pytest.raises(Lost, match="cannot follow redirect"):
            async with line_to(send_away):
                pass
    assert knocked == []


@pytest.mark.parametrize("url", ["no address", "http://127.0.0.1:1/", "ws://127.0.0.1:1/", "ws://127.0.0.1:99999/"])
async def test_what_cannot_be_reached_is_told_in_one_line(url: str) -> None:
    with pytest.raises(Lost) as lost:
        async with open_line(url, bytes_max=BYTES_MAX, open_s=5):
            pass
    assert 5 < len(str(lost.value)) < 161
    assert "\n" not in str(lost.value)


async def test_a_venue_that_answers_nothing_is_given_up_in_time_and_let_go_of() -> None:
    gone = asyncio.Event()

    async def stare(peer: Peer) -> None:
        await peer.until_gone()
        gone.set()

    began = time.monotonic()
    async with venue(stare) as url:
        with pytest.raises(Lost, match=r"it did not open within 0\.2 s"):
            async with open_line(url, bytes_max=BYTES_MAX, open_s=0.2):
                pass
        assert time.monotonic() - began < 1
        await asyncio.wait_for(gone.wait(), 5)


@pytest.mark.parametrize(
    "message",
    [[frame(TEXT, b"x" * 1001)], [frame(TEXT, b"x" * 600, is_last=False), frame(0, b"x" * 600)]],
    ids=["whole", "in parts"],
)
async def test_a_message_beyond_the_bound_ends_the_line_and_says_so(message: list[bytes]) -> None:
    async with line_to(saying(frame(TEXT, b"x" * 1000), *message)) as line:
        assert await line.hear() == "x" * 1000
        assert "exceeds limit of 1000 bytes" in await why_lost(line)


async def test_a_text_that_is_none_ends_the_line() -> None:
    async with line_to(saying(frame(TEXT, b"\xff\xfe"))) as line:
        assert "what came could not be taken (1007" in await why_lost(line)


async def test_a_farewell_is_told_in_the_venues_words_even_if_it_holds_on() -> None:
    async with line_to(saying(frame(CLOSE, struct.pack("!H", 1001) + b"maintenance"))) as line:
        began = time.monotonic()
        assert await why_lost(line) == "the venue closed the line (1001, 'maintenance')"
        assert time.monotonic() - began < CLOSE_S + 0.5
        with pytest.raises(Lost, match="maintenance"):
            await line.say({"op": "ping"})


async def test_a_line_that_is_cut_has_no_farewell() -> None:
    async def cut(peer: Peer) -> None:
        await peer.shake()
        await peer.heard()
        peer.writer.transport.abort()

    async with line_to(cut) as line:
        await line.say({"op": "ping"})
        assert "the line broke" in await why_lost(line)


async def test_a_line_is_left_in_time_though_the_venue_takes_nothing_any_more() -> None:
    async with line_to(saying()) as line:
        with suppress(TimeoutError):
            async with asyncio.timeout(1):
                while True:
                    await line.say({"op": "x" * 100_000})
        began = time.monotonic()
    assert time.monotonic() - began < 2 * CLOSE_S + 0.5


@pytest.mark.parametrize("when", ["opening", "hearing", "leaving"])
async def test_whoever_is_cancelled_leaves_no_line_behind(when: str) -> None:
    there, gone, leaving = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def act(peer: Peer) -> None:
        if when != "opening":
            await peer.shake()
        there.set()
        await peer.until_gone()
        gone.set()

    async def work(url: str) -> None:
        async with open_line(url, bytes_max=BYTES_MAX, open_s=5) as line:
            if when == "hearing":
                await line.hear()
            leaving.set()

    async with venue(act) as url:
        task = asyncio.create_task(work(url))
        await asyncio.wait_for((leaving if when == "leaving" else there).wait(), 5)
        await asyncio.sleep(0.05)
        began = time.monotonic()
        task.cancel()
        await asyncio.wait({task}, timeout=5)
        assert task.cancelled()
        await asyncio.wait_for(gone.wait(), 5)
        assert time.monotonic() - began < 2 * CLOSE_S


async def test_whoever_is_cancelled_at_any_turn_of_the_opening_leaves_no_socket_behind() -> None:
    is_open = asyncio.Event()

    async def work(url: str) -> None:
        async with open_line(url, bytes_max=BYTES_MAX, open_s=5):
            is_open.set()

    turns = 0
    async with venue(saying()) as url:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always", ResourceWarning)
            while not is_open.is_set():
                turns += 1
                task = asyncio.create_task(work(url))
                for _ in range(turns):
                    await asyncio.sleep(0)
                task.cancel()
                await asyncio.wait({task})
                del task
                gc.collect()
    assert turns > 5
    assert [str(each.message) for each in told] == []


@pytest.mark.skipif(sys.platform != "linux", reason="only there 127.0.0.2 is an address, and silent when it is full")
async def test_a_hosts_second_address_is_tried_while_its_first_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with an IPv6 that leads nowhere: whoever waits for it never gets through."""
    loop = asyncio.get_running_loop()
    with full_house() as port:

        async def known(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port)) for host in ("127.0.0.2", "127.0.0.1")]

        async with venue(saying(), port=port):
            monkeypatch.setattr(loop, "getaddrinfo", known)
            async with open_line(f"ws://stream.venue:{port}/", bytes_max=BYTES_MAX, open_s=2):
                monkeypatch.undo()


class full_house:  # noqa: N801 - it reads as a function
    """A listener at 127.0.0.2 with no room: it leaves whoever knocks without an answer."""

    def __enter__(self) -> int:
        self._sockets = [socket.create_server(("127.0.0.2", 0), backlog=0)]
        address = self._sockets[0].getsockname()
        for _ in range(3):
            knocking = socket.socket()
            knocking.setblocking(False)
            knocking.connect_ex(address)
            self._sockets.append(knocking)
        return int(address[1])

    def __exit__(self, *_: object) -> None:
        for each in self._sockets:
            each.close()


@pytest.fixture
def fresh_trust() -> Iterator[None]:
    trust._authorities.cache_clear()
    yield
    trust._authorities.cache_clear()


@pytest.mark.usefixtures("fresh_trust")
@pytest.mark.parametrize(
    ("address", "is_known", "why"),
    [
        pytest.param("127.0.0.1", False, "certificate verify failed", id="nobody vouches for it"),
        pytest.param("127.0.0.9", True, "IP address mismatch", id="its certificate is another's"),
    ],
)
async def test_a_venue_that_does_not_prove_who_it_is_is_not_spoken_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, why: str, *, is_known: bool
) -> None:
    shown, known = certified(tmp_path, address)
    if is_known:
        monkeypatch.setenv("SSL_CERT_FILE", str(known))
    async with venue(saying(), shown) as url:
        with pytest.raises(Lost, match=why):
            async with open_line(url, bytes_max=BYTES_MAX, open_s=5):
                pass


@pytest.mark.usefixtures("fresh_trust")
async def test_authorities_are_read_once_for_all_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, known = certified(tmp_path)
    known.write_bytes(known.read_bytes() * 300)  # so that reading it takes a while
    monkeypatch.setenv("SSL_CERT_FILE", str(known))

    async def once(url: str) -> str | bytes:
        async with open_line(url, bytes_max=BYTES_MAX, open_s=5) as line:
            return await line.hear()

    async with venue(saying(frame(TEXT, b"hello")), shown) as url:
        assert await asyncio.gather(*(once(url) for _ in range(5))) == ["hello"] * 5
    assert trust._authorities.cache_info().misses == 1
