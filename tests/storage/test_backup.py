"""A copy of the journal is whole, its owner's alone, and made while others write."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import pytest

from core.errors import JournalUnwritable
from storage.journal import SqliteJournal, open_journal
from tests.storage.builders import batch, opening


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
