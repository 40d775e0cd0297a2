"""Take the pictures of the documentation: ``python -m tests.e2e.take_pictures docs/``.

Plays the shipped script to its end, answers its question, and writes page-wide.png (light) and
page-phone-dark.png, each below 250 KB.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from tests.e2e.browser import PHONE, WIDE, chromium, opened
from tests.e2e.demo_process import ALPHA, Visitor, call, running

SPEED = "4"
BYTES_MAX = 250_000


def play(visitor: Visitor) -> None:
    """Let the script end, then say yes to its question and leave another one open."""
    card = visitor.question("BTCUSDT")
    visitor.answer(card, "Approve")
    visitor.said("XAUUSD", "is over", bound_s=120)
    visitor.said("must lie below the entry")
    held = visitor.holds("BTCUSDT")
    visitor.move("BTCUSDT", held.targets[0])
    visitor.said("BTCUSDT", "target hit")
    visitor.say(ALPHA, call("SOLUSDT", visitor.price("SOLUSDT")))
    visitor.question("SOLUSDT")


async def picture(url: str, size: tuple[int, int], scheme: Literal["light", "dark"]) -> bytes:
    """The page as a PNG, once everything has been drawn."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        async with opened(url, Path(profile), size, scheme) as watched:
            page = watched.page
            await page.get_by_test_id("desk-messages").get_by_text("Approve this trade?").wait_for()
            await page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
            return await page.screenshot(animations="disabled", caret="hide")


def keep(path: Path, drawn: bytes) -> None:
    """Write it, unless it is too large a file for the project."""
    if len(drawn) > BYTES_MAX:
        raise SystemExit(f"{path.name} would have {len(drawn):,} bytes, at most {BYTES_MAX:,}")
    path.write_bytes(drawn)
    print(f"{path}: {len(drawn):,} bytes")


def main(argv: Sequence[str]) -> int:
    if len(argv) != 1 or chromium() is None:
        print("usage: python -m tests.e2e.take_pictures OUT_DIR (needs a Chromium)", file=sys.stderr)
        return 2
    out = Path(argv[0])
    out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place,
        running(Path(place) / "data", "--speed", SPEED) as (_, visitor),
    ):
        play(visitor)
        keep(out / "page-wide.png", asyncio.run(picture(visitor.url, WIDE, "light")))
        keep(out / "page-phone-dark.png", asyncio.run(picture(visitor.url, PHONE, "dark")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
