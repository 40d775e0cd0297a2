"""The rules an owner has taught by correction, in a file of their own: dialects.yaml in the data directory.

Separate from config.yaml, which the owner writes and no program rewrites. A person can read this file,
and mend it while the program stands still; it is read at every start and replaced whole, never in place.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from core.config import Config, parse, parse_taught
from core.errors import ConfigError
from core.lessons import Taught, with_lessons
from core.reading.dialects import Dialect
from core.reading.learning.teaching import Lesson
from core.rules import ChannelRules
from core.vocabulary import ChannelId
from storage.private import replace_private
from storage.settings import load_dialect, read_yaml

TAUGHT = "dialects.yaml"
CONFIG = Path("config.yaml")
"""Where a channel that is named stands, unless it is said."""
_HEAD = "# Taught by correction (/teach, main.py teach): channel -> its rules, the oldest first.\n"


class TaughtFile:
    """Implements `core.ports.Shelf` in the directory ``data``."""

    def __init__(self, data: Path) -> None:
        self.path = data / TAUGHT

    def load(self) -> dict[ChannelId, tuple[Lesson, ...]]:
        """What has been taught; nothing where there is no file. Raises `ConfigError` for one that cannot be read."""
        return parse_taught(read_yaml(self.path), str(self.path)) if self.path.exists() else {}

    def told(self) -> str:
        """How much has been taught, in a line; empty for nothing. Raises as `load`."""
        count = sum(map(len, self.load().values()))
        return f"{self.path} adds {count} taught rule{'' if count == 1 else 's'}; see /teach." if count else ""

    async def put(self, taught: Taught) -> None:
        """Keep these rules and no others; durable when it returns. Raises ``OSError`` when the disk says no."""
        await asyncio.to_thread(self.write, taught)

    def write(self, taught: Taught) -> None:
        """The same, for who may wait."""
        lines = {str(channel): [_line(lesson) for lesson in lessons] for channel, lessons in taught.items() if lessons}
        text = _HEAD + yaml.safe_dump(lines, allow_unicode=True, sort_keys=False)
        replace_private(self.path, text)


def channel_of(config: Config, taught: Taught, named: str) -> ChannelRules:
    """The channel of that id or title, as it is configured and was taught. Raises `ConfigError`: which there are."""
    channels = with_lessons(config.rules(), taught).channels
    found = [channel for channel in channels if named.lower() in (str(channel.id), channel.title.lower())]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{channel.id} ({channel.title})" for channel in channels)
    raise ConfigError(f"no one channel is called {named}; write one of {known}")


def dialects_of(file: Path | None, named: str | None, config: Path | None) -> tuple[Dialect, Mapping[str, Dialect]]:
    """How to read a post, and how those that name a channel of ``config`` by its id or its title in small letters.

    The first is what ``file`` says, or the channel ``named`` in ``config``, which is then how every post is read.
    No secret is looked for. Raises `ConfigError`.
    """
    if named is None and config is None:
        return load_dialect(file), {}
    written = parse(read_yaml(config or CONFIG))
    taught = TaughtFile(Path(written.data)).load()
    if named is not None:
        return channel_of(written, taught, named).dialect, {}
    channels = with_lessons(written.rules(), taught).channels
    titled = Counter(channel.title.lower() for channel in channels)
    by_title = {each.title.lower(): each.dialect for each in channels if titled[each.title.lower()] == 1}
    return load_dialect(file), by_title | {str(each.id): each.dialect for each in channels}


def _line(lesson: Lesson) -> dict[str, Any]:
    """A rule as the configuration would write it: only what it says."""
    written: dict[str, Any] = {"said": lesson.said, "by": lesson.by, "at": lesson.at}
    if lesson.words:
        written["words"] = {word: role.name.lower() for word, role in lesson.words}
    if lesson.symbols:
        written["symbols"] = dict(lesson.symbols)
    if lesson.wait_s is not None:
        written["wait_s"] = lesson.wait_s
    plain = {name: getattr(lesson, name) for name in ("symbol", "bare_price", "price_range", "follow_ups")}
    return written | {name: str(value) for name, value in plain.items() if value is not None}
