"""By whom a venue must prove that it is the venue: the authorities this machine trusts, read once.

Apart from the clients, because reading 150 of them takes 30 ms and two megabytes (measured): once for
all lines and lists, in a thread, so that neither a start nor a line that is built anew holds up the loop.
"""

from __future__ import annotations

import asyncio
import ssl
from functools import cache
from http import HTTPStatus
from threading import Lock
from urllib.parse import urlsplit

__all__ = ["refusal", "trusted"]

_one_reads = Lock()


async def trusted(address: str) -> ssl.SSLContext | None:
    """What to hold the certificate of ``address`` against; None for one that is not encrypted."""
    if urlsplit(address).scheme not in {"https", "wss"}:
        return None
    return await asyncio.to_thread(_read_once)


def _read_once() -> ssl.SSLContext:
    with _one_reads:
        return _authorities()


@cache
def _authorities() -> ssl.SSLContext:
    return ssl.create_default_context()


def refusal(status: int) -> str:
    """What a venue means that answers with this HTTP status instead of what it was asked for."""
    if status == HTTPStatus.FORBIDDEN:
        return "HTTP 403: it has shut this address out, for too many requests or as a region not served"
    return f"HTTP {status}"
