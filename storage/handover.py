"""How a panic reaches a desk that is already running: one small file in its data directory.

Separate because it is a door of its own beside the chat, for the hour in which Telegram is down:
only the owner of the directory can write there, what is written is checked to the last key, and
what is old is not obeyed. The answer is the journal, which everybody may read.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import secrets
import stat
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

from loguru import logger

from core.errors import ConfigError
from core.ports import Clock

REQUEST = "panic.request"
LOOK_S = 0.5
BYTES_MAX = 200
AGE_MAX = timedelta(seconds=60)
"""What was asked while nobody was at work is not done an hour later (fault U02)."""
_NAME = re.compile(r"[0-9a-f]{10}")


def mint() -> str:
    """A name for one request, by which its panic is found in the journal."""
    return secrets.token_hex(5)


def author(name: str) -> str:
    """Who pressed, as the journal says it."""
    return f"command line:{name}"


def leave(directory: Path, name: str, now: datetime) -> None:
    """Put the request down, whole or not at all, readable by its owner only. Raises `ConfigError`."""
    draft = directory / f"{REQUEST}.{name}"
    words = json.dumps({"panic": name, "at": now.isoformat()})
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(directory / REQUEST)
    except OSError as error:
        raise ConfigError(f"{directory}: no request can be left there ({error.strerror}); are you its owner?") from None


def take(directory: Path, now: datetime) -> str | None:
    """The name of a sound request that waits, and None for none; an unsound one is thrown away and logged."""
    path = directory / REQUEST
    try:
        name = _checked(path, now)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as wrong:
        logger.error("a panic request in {} is not obeyed: {}", directory, wrong)
        drop(directory)
        return None
    return name


def drop(directory: Path) -> None:
    """The request has been dealt with."""
    with contextlib.suppress(OSError):
        (directory / REQUEST).unlink(missing_ok=True)


def _checked(path: Path, now: datetime) -> str:
    # Neither a link nor a pipe is one; without O_NONBLOCK a pipe would hold the whole desk until somebody writes to it.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > BYTES_MAX:
            raise ValueError("it is no small plain file")
        if os.name == "posix" and (found.st_uid != os.getuid() or found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)):
            raise ValueError("it is not its owner's alone")
        told = json.loads(file.read(BYTES_MAX + 1))
    if not isinstance(told, dict) or told.keys() != {"panic", "at"} or not isinstance(told["panic"], str):
        raise ValueError("it does not say what a request says")
    if not _NAME.fullmatch(told["panic"]):
        raise ValueError("its name is none of ours")
    if not timedelta(seconds=-5) <= now - datetime.fromisoformat(told["at"]) <= AGE_MAX:
        raise ValueError(f"it is from {told['at']}: press again if you still want it")
    return told["panic"]


async def obey(directory: Path, press: Callable[[str], Awaitable[object]], clock: Clock) -> None:
    """Look twice a second whether a panic was asked for, and press it; runs until cancelled.

    The file is taken away only when the panic is durable: a death in between presses twice, which is once.
    """
    while True:
        name = take(directory, clock.now())
        if name is not None:
            logger.warning("panic is pressed from the command line ({})", name)
            await press(author(name))
            if take(directory, clock.now()) == name:  # another one may have been left meanwhile
                drop(directory)
        await asyncio.sleep(LOOK_S)
