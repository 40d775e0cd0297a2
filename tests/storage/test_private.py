"""A small file is replaced whole, and what was promised to be durable is so to the last directory entry."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from storage.journal import open_journal
from storage.private import replace_private

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows looks after directory entries itself")


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int, list[str]]]:
    """What was handed to the disk: the inode, its kind, and the names its directory showed at that moment."""
    told: list[tuple[int, int, list[str]]] = []
    really = os.fsync

    def fsync(fd: int) -> None:
        found = os.fstat(fd)
        names = sorted(os.listdir(fd)) if stat.S_ISDIR(found.st_mode) else []
        told.append((found.st_ino, stat.S_IFMT(found.st_mode), names))
        really(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    return told


def test_a_name_is_durable_too_before_anybody_relies_on_it(
    tmp_path: Path, synced: list[tuple[int, int, list[str]]]
) -> None:
    path = tmp_path / "second-factor.json"
    replace_private(path, "first")
    replace_private(path, "second")
    assert path.read_text(encoding="utf-8") == "second"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    words, directory = synced[-2:]
    assert words[:2] == (path.stat().st_ino, stat.S_IFREG)
    assert directory == (tmp_path.stat().st_ino, stat.S_IFDIR, ["second-factor.json"])


async def test_a_backup_is_durable_under_its_name(tmp_path: Path, synced: list[tuple[int, int, list[str]]]) -> None:
    (tmp_path / "kept").mkdir()
    async with open_journal(tmp_path / "journal.sqlite3") as journal:
        await journal.backup(tmp_path / "kept" / "journal")
    assert synced[-1][1:] == (stat.S_IFDIR, ["journal"])
