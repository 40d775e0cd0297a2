"""Who may knock: only programs and pages of this very machine.

A server on 127.0.0.1 is still reached by any web page the visitor has open. So a request must
name this machine as its host (an attacker's name that resolves to 127.0.0.1 does not: DNS
rebinding), and whatever another site's page sends is refused by its Origin and Sec-Fetch-Site.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler

from core.errors import ConfigError

_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_SAFE = frozenset({hdrs.METH_GET, hdrs.METH_HEAD})


def check_loopback(host: str) -> None:
    """Raises `ConfigError` for an address that others can reach."""
    if host not in _NAMES:
        raise ConfigError(f"the demo has no lock on its door and only opens on 127.0.0.1, not on {host!r}")


def _is_local(netloc: str) -> bool:
    try:
        return urlsplit(f"//{netloc}").hostname in _NAMES
    except ValueError:
        return False


def refusal(request: web.Request) -> str | None:
    """Why this request is not let in; None when it is."""
    if not _is_local(request.headers.get(hdrs.HOST, "")):
        return "the demo answers only to 127.0.0.1 and localhost"
    origin = request.headers.get(hdrs.ORIGIN)
    if request.method not in _SAFE and origin is not None and origin != f"http://{request.headers[hdrs.HOST]}":
        return "another site may not speak for the visitor"
    foreign = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
    if foreign and request.path != "/":
        return "another site may not look into the demo"
    return None


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    why = refusal(request)
    if why is not None:
        return web.json_response({"error": why}, status=403)
    response = await handler(request)
    if not response.prepared:
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
    return response
