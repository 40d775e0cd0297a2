"""Room kept on the disk: it is really taken up, given away once, taken back, and its owner is told in time."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from core.errors import JournalUnwritable
from storage.journal import open_journal
from storage.reserve import FULL, Reserve, Space, watch_room
from tests.storage.builders import batch

SIZE = 3 * 2**20 + 17


class Disk:
    """So much room as the test says."""

    def __init__(self, free_pct: float = 50) -> None:
        self.free_pct = free_pct
        self.looks = 0

    def space(self, _: Path) -> Space:
        self.looks += 1
        total = 100 * SIZE
        return Space(total, int(total * self.free_pct / 100))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reserve.bin"


def is_private_and_solid(path: Path) -> None:
    found = path.stat()
    assert found.st_size == SIZE
    if os.name == "posix":
        assert found.st_blocks * 512 >= SIZE, "a file with holes keeps nothing free"
        assert stat.S_IMODE(found.st_mode) == 0o600


def size(path: Path) -> int | None:
    return path.stat().st_size if path.exists() else None


async def until(so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not so():  # noqa: ASYNC110 - a disk has no bell
            await asyncio.sleep(0.005)


async def test_the_room_is_really_taken_up_and_private(path: Path) -> None:
    assert await Reserve(path, SIZE).keep()
    is_private_and_solid(path)


async def test_a_small_disk_is_left_alone_and_a_torn_reserve_is_made_whole(path: Path) -> None:
    assert not Reserve(path, SIZE, Disk(1.5).space)._taken()
    assert size(path) is None
    await asyncio.to_thread(path.write_bytes, b"torn")
    assert await Reserve(path, SIZE).keep()
    assert size(path) == SIZE


async def test_what_was_given_away_is_gone_until_there_is_room_again(path: Path) -> None:
    disk = Disk()
    reserve = Reserve(path, SIZE, disk.space)
    assert await reserve.keep()
    assert not await reserve.spent(within_s=0)
    assert await reserve.give_away()
    assert await reserve.spent(within_s=0)
    assert size(path) is None
    assert not await reserve.give_away(), "there is no second one"
    disk.free_pct = 1
    assert not await reserve.keep()
    disk.free_pct = 50
    assert await reserve.keep()
    assert not await reserve.spent(within_s=0)


async def test_a_directory_that_cannot_be_written_keeps_no_room_and_stops_nobody(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "missing" / "reserve.bin", SIZE)
    assert not await reserve.keep()
    assert not await reserve.spent(within_s=0), "nothing was given away, so nothing has to be mended"
    assert await reserve.free_pct() == 100


async def test_a_disk_without_room_for_a_reserve_is_told_of(path: Path) -> None:
    warned: list[str] = []

    async def warn(words: str) -> None:
        warned.append(words)

    watching = asyncio.create_task(watch_room(Reserve(path, SIZE, Disk(1.9).space), warn, warn, look_s=0.01))
    try:
        await until(lambda: bool(warned))
    finally:
        watching.cancel()
    assert warned[0].startswith("the disk has no 3 MB to keep in reserve: free some space")


async def test_a_full_disk_shuts_the_doors_once_and_the_reserve_comes_back(path: Path) -> None:
    disk, paused, warned = Disk(), list[str](), list[str]()
    reserve = Reserve(path, SIZE, disk.space)

    async def pause(by: str) -> None:
        paused.append(by)

    async def warn(words: str) -> None:
        warned.append(words)

    watching = asyncio.create_task(watch_room(reserve, pause, warn, look_s=0.01))
    try:
        await until(path.exists)
        disk.free_pct = 9
        await until(lambda: bool(warned))
        await reserve.give_away()
        await until(lambda: bool(paused))
        disk.free_pct = 60
        await until(path.exists)
        seen = disk.looks
        await until(lambda: disk.looks > seen + 2)
        disk.free_pct = 9
        await until(lambda: len(warned) == 2)
    finally:
        watching.cancel()
    assert paused == [FULL]
    assert warned[0] == "the disk has 9 % left: free some space, or soon nothing can be written down"


async def test_a_journal_on_a_full_disk_goes_on_in_the_room_that_was_kept(tmp_path: Path) -> None:
    """A quota for the file stands for the disk, and a table in it for the room that is kept."""
    path = tmp_path / "journal.db"
    async with open_journal(path) as journal:
        await journal.append(batch(0))
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("CREATE TABLE kept (x)")
        db.execute("INSERT INTO kept VALUES (zeroblob(1000000))")
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        given: list[int] = []

        async def give_away() -> bool:
            given.append(1)
            if len(given) == 1:
                db.execute("DROP TABLE kept")
            return len(given) == 1

        written = 1
        async with open_journal(path, pages_max=pages, make_room=give_away) as journal:
            while not given:
                assert await journal.append(batch(written, lines=20))
                written += 1
            with pytest.raises(JournalUnwritable, match="the disk is full"):  # noqa: PT012 (counts)
                while written < 10_000:
                    await journal.append(batch(written, lines=200))
                    written += 1
            assert given == [1, 1], "asked again, there was nothing more to give"
            seq, _ = journal.head
            assert await journal.verify() == seq


@contextmanager
def full_disk() -> Iterator[Callable[[], None]]:
    """The system's own limit stands for the disk: a name can be made, a page cannot. What it yields makes room."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such limit")
async def test_a_start_on_a_full_disk_goes_on_in_the_room_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    async with open_journal(path) as journal:
        await journal.append(batch(0))
    with full_disk() as lift:

        async def make_room() -> bool:
            lift()
            return True

        async with open_journal(path, make_room=make_room) as journal:
            assert await journal.append(batch(1)) == 2


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such limit")
async def test_a_start_on_a_full_disk_without_any_room_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    async with open_journal(path) as journal:
        await journal.append(batch(0))
    with full_disk(), pytest.raises(JournalUnwritable, match="the disk is full; free some space"):
        async with open_journal(path):
            pass
