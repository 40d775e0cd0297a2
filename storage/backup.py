"""A copy of the journal that is complete and can be trusted, made while the desk goes on writing.

Separate because copying the file would miss its log (fault S08): the database itself writes the copy.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from core.errors import JournalUnwritable
from storage import schema
from storage.private import create_private, settle


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
