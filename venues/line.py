"""A line to a venue: a websocket that opens in time, takes no message beyond its bound and says why it ended.

Apart from the two streams, which differ in what is said over it and in what its silence means. The
library's own pings are off: an answer to one proves that some machine is there, not that the venue
speaks, and each stream has a proof of its own. Nothing is compressed, and no proxy is looked for in the
environment. The library logs every frame at DEBUG, a login too, and is kept quiet (`core.runtime.logs`).

Source: websockets.readthedocs.io, pages "asyncio client" and "Timeouts"; what they do not bound is bounded here.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress

import orjson
from aiohappyeyeballs import start_connection
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.uri import parse_uri

from venues.trust import refusal, trusted

__all__ = ["CLOSE_S", "Line", "Lost", "open_line"]

CLOSE_S = 0.5
"""So long a farewell may take, whoever began it; then the line is cut."""
NEXT_ADDRESS_S = 0.25
"""A host's next address is tried beside one that has not answered within this."""


class Lost(Exception):
    """The line is of no more use; the message says why."""


class Line:
    """An open websocket; whoever waits on it may be cancelled."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    async def say(self, words: Mapping[str, object]) -> None:
        """Send a message of JSON; waits while the venue takes none. Raises `Lost`."""
        try:
            await self._connection.send(orjson.dumps(words), text=True)
        except ConnectionClosed as closed:
            raise Lost(_why(closed)) from closed

    async def hear(self) -> str | bytes:
        """The next message, a text or what is none. Raises `Lost` when no more will come."""
        try:
            return await self._connection.recv()
        except ConnectionClosed as closed:
            raise Lost(_why(closed)) from closed


@asynccontextmanager
async def open_line(url: str, *, bytes_max: int, open_s: float) -> AsyncIterator[Line]:
    """Open a websocket within ``open_s`` seconds, for messages of up to ``bytes_max``. Raises `Lost`.

    It is closed when it is left, however that happens, and takes `CLOSE_S` for it at most.
    """
    connection = await _opened(url, bytes_max, open_s)
    try:
        yield Line(connection)
    finally:
        await _hang_up(connection)


async def _opened(url: str, bytes_max: int, open_s: float) -> ClientConnection:
    try:
        async with asyncio.timeout(open_s):
            secrets = await trusted(url)
            return await connect(
                url,
                sock=await _reached(url),
                ssl=secrets,
                compression=None,
                proxy=None,
                open_timeout=None,
                ping_interval=None,
                close_timeout=CLOSE_S,
                max_size=bytes_max,
                create_connection=_Curt,
            )
    except InvalidStatus as refused:
        raise Lost(refusal(refused.response.status_code)) from refused
    except TimeoutError as late:
        raise Lost(f"it did not open within {open_s:g} s") from late
    except (WebSocketException, OSError, ValueError) as failed:
        raise Lost(str(failed).partition("\n")[0][:160] or type(failed).__name__) from failed


async def _reached(url: str) -> socket.socket:
    """A connection to the host, by whichever of its addresses answers first.

    The loop's own race between addresses leaves a socket open when it is cancelled on the way (Python 3.11;
    github.com/aio-libs/aiohappyeyeballs, pull requests 101 and 143): hence the library.
    """
    uri = parse_uri(url)
    addresses = await asyncio.get_running_loop().getaddrinfo(uri.host, uri.port, type=socket.SOCK_STREAM)
    return await start_connection(addresses, happy_eyeballs_delay=NEXT_ADDRESS_S)


class _Curt(ClientConnection):
    """Cuts a line whose other end has said farewell, or was told it, and holds on: the library itself would wait."""

    def data_received(self, data: bytes) -> None:
        was_ending = self.protocol.close_expected()
        super().data_received(data)
        if self.protocol.close_expected() and not was_ending:
            self.loop.call_later(CLOSE_S, self.transport.abort)


async def _hang_up(connection: ClientConnection) -> None:
    """The farewell waits behind what was said before, and that for a venue that may take nothing any more."""
    try:
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_S):
                await connection.close()
    finally:
        connection.transport.abort()


def _why(closed: ConnectionClosed) -> str:
    if closed.sent is not None and not closed.rcvd_then_sent:
        return f"what came could not be taken ({closed.sent.code}, {closed.sent.reason})"
    if closed.rcvd is not None:
        return f"the venue closed the line ({closed.rcvd.code}, {closed.rcvd.reason!r})"
    return f"the line broke ({closed.__cause__ or 'without a farewell'})"
