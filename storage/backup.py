"""A copy of the journal that is complete and can be trusted, made while the desk goes on writing.

Separate because copying the file would miss its log (fault S08): the database itself writes the copy. One is
made each day and a week of them is kept; docs/house.md says how to go back to one.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from loguru import logger

from core.errors import JournalUnwritable
from core.ports import Clock
from storage import schema
from storage.lock import prepare
from storage.private import create_private, settle
from storage.reserve import Space, space_of

KEPT = 7
"""So many copies, a day apart; the oldest goes when a new one is whole."""
ROOM = 3
"""Times the journal's size must be free."""
FIRST_S, LOOK_S = 60.0, 600.0
"""A start has better to do; after it a new day is noticed within ten minutes."""


async def keep_copies(path: Path, folder: Path, clock: Clock, *, first_s: float = FIRST_S) -> None:
    """Copy the journal at ``path`` into ``folder`` once a day of UTC, for ever.

    ``first_s``: seconds until the first look. Raises as `copy_of`; no trade waits for a copy, so whoever watches this
    begins it again.
    """
    await asyncio.sleep(first_s)
    while True:
        if (to := await copy_of(clock.now().date(), path, folder)) is not None:
            logger.info("the journal was copied to {}", to)
        await asyncio.sleep(LOOK_S)


async def copy_of(day: date, path: Path, folder: Path, space: Callable[[Path], Space] = space_of) -> Path | None:
    """The day's copy, if there was none yet, and the disk has room for it and for the desk; the oldest makes way.

    Raises `JournalUnwritable` for a copy that could not be made, `ConfigError` for a folder that cannot be used.
    """
    to = folder / f"{path.stem}-{day}{path.suffix}"
    if not await asyncio.to_thread(_is_due, path, to, space):
        return None
    await copy(path, to)
    await asyncio.to_thread(_drop_the_oldest, path, folder)
    return to


def _is_due(path: Path, to: Path, space: Callable[[Path], Space]) -> bool:
    """Not where the copy could take the room that the desk needs to go on writing."""
    prepare(to.parent)
    return not to.exists() and space(to.parent).free > ROOM * path.stat().st_size


def _drop_the_oldest(path: Path, folder: Path) -> None:
    for old in sorted(folder.glob(f"{path.stem}-????-??-??{path.suffix}"))[:-KEPT]:
        old.unlink()


async def copy(path: Path, to: Path) -> None:
    """Copy the journal at ``path`` to the new file ``to``, compact, durable and readable by its owner only.

    By ``VACUUM INTO``: the online backup never ends while lines arrive. Raises `JournalUnwritable`;
    ``to`` is then not there.
    """
    part = to.with_name(to.name + ".part")
    with schema.explained(to, "write the backup"):
        await asyncio.to_thread(_claim, part, to)
        try:
            async with schema.connect(path, busy_s=5.0, writes=True) as db:
                await db.execute("VACUUM INTO ?", [str(part)])
            await asyncio.to_thread(_settle, part, to)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _claim(part: Path, to: Path) -> None:
    """Begin a copy under another name, so that a half-written one is never taken for a backup."""
    if to.exists():
        raise JournalUnwritable(f"cannot write the backup {to}: it exists already; name a new file")
    part.unlink(missing_ok=True)
    create_private(part)


def _settle(part: Path, to: Path) -> None:
    """Make a finished copy durable before it gets its name."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    settle(part, to)
