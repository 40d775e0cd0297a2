"""A copy of the journal is whole, its owner's alone, and made while others write."""

from __future__ import annotations

import asyncio
import os
import stat
from datetime import date
from pathlib import Path

import pytest

from core.errors import JournalUnwritable
from core.runtime.clock import SystemClock
from storage.backup import copy_of, keep_copies
from storage.journal import SqliteJournal, open_journal
from storage.reserve import Space
from tests.storage.builders import batch, opening
from tests.storage.test_reserve import until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


async def test_a_backup_is_complete_private_and_opens_as_a_journal(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    async with open_journal(path) as journal:
        await journal.append(*opening())
        writing = asyncio.create_task(_write_on(journal))
        await journal.backup(copy)
        await writing
        with pytest.raises(JournalUnwritable, match="it exists already; name a new file"):
            await journal.backup(copy)
    assert [one.name for one in tmp_path.glob("*.part*")] == []  # noqa: ASYNC240
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    async with open_journal(copy) as journal:
        lines = await journal.verify()
        assert 5 <= lines <= 35
        assert await journal.append(batch(0, stream="new")) == lines + 1


async def _write_on(journal: SqliteJournal) -> None:
    for version in range(30):
        await journal.append(batch(version))


async def test_a_backup_into_nowhere_is_told(path: Path, tmp_path: Path) -> None:
    async with open_journal(path) as journal:
        with pytest.raises(JournalUnwritable, match="cannot write the backup"):
            await journal.backup(tmp_path / "missing" / "copy.db")
        assert await journal.append(batch(0)) == 1


async def test_a_copy_is_made_each_day_and_a_week_of_them_is_kept(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    async with open_journal(path) as journal:
        for day in range(1, 10):
            await journal.append(batch(day - 1))
            made = await copy_of(date(2026, 3, day), path, folder)
            assert made == folder / f"journal-2026-03-{day:02}.db"
            assert await copy_of(date(2026, 3, day), path, folder) is None
    kept = sorted(folder.iterdir())
    assert [one.name for one in kept] == [f"journal-2026-03-{day:02}.db" for day in range(3, 10)]
    async with open_journal(kept[0]) as journal:
        assert await journal.verify() == 3


async def test_no_copy_takes_the_room_that_the_desk_needs(path: Path, tmp_path: Path) -> None:
    async with open_journal(path) as journal:
        await journal.append(batch(0))
        size = path.stat().st_size  # noqa: ASYNC240
        for free, is_made in ((3 * size, False), (3 * size + 1, True)):
            made = await copy_of(date(2026, 3, 1), path, tmp_path / "backups", lambda _: Space(2**40, free))  # noqa: B023
            assert (made is not None) is is_made


async def test_the_day_is_copied_while_the_program_runs(path: Path, tmp_path: Path) -> None:
    async with open_journal(path):
        copies = asyncio.create_task(keep_copies(path, tmp_path / "backups", SystemClock(), first_s=0))
        await until(lambda: any((tmp_path / "backups").glob("journal-????-??-??.db")))
        copies.cancel()
        await asyncio.wait({copies})
