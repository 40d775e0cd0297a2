"""A real browser on the demo's page, watched: what it logs, what it asks the network for.

Separate because the page's tests and the pictures of the documentation open it in the same way.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.async_api import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
)
"""Nothing but the page itself may use the network, and a machine without a screen is enough."""
WIDE, PHONE = (1280, 800), (390, 844)
STEP_MS = 20_000
"""How long one step in the page may take on a busy machine."""


def chromium() -> str | None:
    """Where this machine's Chromium is; None when it has none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@dataclass(slots=True)
class Watched:
    """An open page, the complaints it has logged, and the hosts it has asked."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


@contextlib.asynccontextmanager
async def opened(
    url: str, profile: Path, size: tuple[int, int], scheme: Literal["light", "dark"] = "light", scale: float = 1
) -> AsyncIterator[Watched]:
    """Open ``url`` in a fresh Chromium whose profile is kept in ``profile``; closed whatever happens."""
    from playwright.async_api import async_playwright

    path = chromium()
    assert path is not None, "ask chromium() first"
    async with async_playwright() as play:
        context = await play.chromium.launch_persistent_context(
            profile,
            executable_path=path,
            args=list(QUIET),
            headless=True,
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=scale,
            color_scheme=scheme,
            has_touch=size[0] < 600,
        )
        try:
            context.set_default_timeout(STEP_MS)
            watched = Watched(context.pages[0] if context.pages else await context.new_page())
            page = watched.page
            page.on("console", lambda said: _note(watched, said.type, said.text))
            page.on("pageerror", lambda error: watched.complaints.append(f"error: {error}"))
            page.on("request", lambda asked: watched.hosts.add(urlsplit(asked.url).hostname or asked.url[:40]))
            await page.goto(url)
            yield watched
        finally:
            await context.close()


def _note(watched: Watched, kind: str, text: str) -> None:
    if kind in ("error", "warning"):
        watched.complaints.append(f"{kind}: {text}")
