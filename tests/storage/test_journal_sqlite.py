"""What only a file can suffer: full disks, locks, kills, tampering, wrong files."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from core.errors import ConfigError, InterlockError, JournalCorrupt, JournalUnwritable, StaleWriter, UnknownEntry
from core.vocabulary import StreamId
from storage import schema
from storage.journal import open_journal
from storage.statements import ROWS
from tests.storage.builders import batch, opening

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@contextmanager
def by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program with the same file."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as db:
        yield db


async def filled(path: Path, batches: int = 12) -> None:
    async with open_journal(path) as journal:
        await journal.append(*opening())
        for version in range(batches):
            await journal.append(batch(version))


async def test_lines_and_versions_survive_a_restart(path: Path) -> None:
    await filled(path, 3)
    async with open_journal(path) as journal:
        assert list(await journal.streams()) == ["account", "abcdefghij", "s"]
        with pytest.raises(StaleWriter):
            await journal.append(batch(0))
        assert await journal.append(batch(3)) == 9
        assert await journal.verify() == 9


async def test_the_file_is_private_durable_and_in_wal_mode(tmp_path: Path) -> None:
    path = tmp_path / "data" / "journal.db"
    async with open_journal(path) as journal:
        await journal.append(batch(0))
        for setting, wanted in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
            ((found,),) = await journal._db.execute_fetchall(f"PRAGMA {setting}")
            assert found == wanted, setting
        if os.name == "posix":
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
            for name in ("journal.db", "journal.db-wal", "journal.db-shm"):
                assert stat.S_IMODE(path.with_name(name).stat().st_mode) == 0o600, name


async def test_what_was_queued_is_written_before_the_journal_closes(path: Path) -> None:
    async with open_journal(path) as journal:
        appends = [asyncio.create_task(journal.append(batch(n))) for n in range(50)]
        await asyncio.sleep(0)
    assert [await append for append in appends] == list(range(1, 51))
    with pytest.raises(JournalUnwritable, match="closed"):
        await journal.append(batch(50))


async def test_the_next_writer_knows_what_a_cancelled_one_has_written(path: Path) -> None:
    async with open_journal(path) as journal:
        append = asyncio.create_task(journal.append(batch(0, stream="a")))
        await asyncio.sleep(0)  # it is on its way to the disk
        append.cancel()
        assert await journal.append(batch(1, stream="a")) == 2
        assert await journal.append(batch(0, stream="b")) == 3
        assert append.cancelled()
        assert await journal.verify() == 3


async def test_more_writers_than_the_queue_holds_wait_at_the_door(path: Path) -> None:
    async with open_journal(path, waiting_max=2, group_max=3) as journal:
        await asyncio.gather(*(journal.append(batch(0, stream=f"s{n}")) for n in range(40)))
        assert await journal.verify() == 40


async def test_a_follower_ends_when_the_journal_closes(path: Path) -> None:
    async with open_journal(path) as journal:
        await journal.append(batch(0))

        async def everything() -> list[int]:
            return [line.seq async for line in journal.follow(0)]

        following = asyncio.create_task(everything())
        await journal.append(batch(1))
    async with asyncio.timeout(20):
        assert await following in ([1], [1, 2])


# --- the disk says no -------------------------------------------------------------------------


async def test_a_full_disk_refuses_and_forgets_nothing_and_goes_on_once_there_is_space(path: Path) -> None:
    await filled(path, 0)
    with by_hand(path) as db:
        db.execute("CREATE TABLE hog (x)")
        db.execute("INSERT INTO hog VALUES (zeroblob(8000000))")
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        async with open_journal(path, pages_max=pages) as journal:
            written = 0
            with pytest.raises(JournalUnwritable, match="the disk is full; free some space"):  # noqa: PT012 (counts)
                while written < 10_000:
                    await journal.append(batch(written, lines=200))
                    written += 1
            seq, _ = journal.head
            with pytest.raises(JournalUnwritable):
                await journal.append(batch(written, lines=200))
            assert journal.head[0] == seq == await journal.verify()
            db.execute("DROP TABLE hog")
            assert await journal.append(batch(written, lines=200)) == seq + 200
            assert await journal.verify() == seq + 200


async def test_a_lock_held_by_another_program_is_told_and_outlived(path: Path) -> None:
    async with open_journal(path, busy_s=0.05) as journal:
        await journal.append(batch(0))
        with by_hand(path) as other:
            other.execute("BEGIN IMMEDIATE")
            outcomes = await asyncio.gather(
                *(journal.append(batch(0, stream=name)) for name in "abc"), return_exceptions=True
            )
            assert all(isinstance(outcome, JournalUnwritable) for outcome in outcomes)
            assert "another program holds it locked; close that program" in str(outcomes[0])
            other.execute("ROLLBACK")
        assert await journal.append(batch(1)) == 2
        assert [line.stream for line in await journal.since(0)] == ["s", "s"]


async def test_a_journal_that_turned_read_only_is_told(path: Path) -> None:
    async with open_journal(path) as journal:
        await journal._db.execute("PRAGMA query_only = ON")  # what a remounted disk answers
        with pytest.raises(JournalUnwritable, match="read-only; give yourself the right to write"):
            await journal.append(batch(0), batch(1))
        await journal._db.execute("PRAGMA query_only = OFF")
        assert await journal.append(batch(0)) == 1


async def test_a_second_process_that_writes_is_found_out(path: Path) -> None:
    async with open_journal(path) as ours, open_journal(path) as theirs:
        await theirs.append(batch(0, stream="theirs"))
        with pytest.raises(StaleWriter, match="another process wrote"):
            await ours.append(batch(0, stream="ours"))
        assert [line.stream for line in await theirs.since(0)] == ["theirs"]


@pytest.mark.parametrize(
    "content", [b"this is not a database, it is a letter" * 40, b"SQLite format 3\x00" + b"\x07" * 4000]
)
async def test_a_file_that_is_no_database_is_told_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)  # noqa: ASYNC240
    with pytest.raises(JournalCorrupt, match="stop, keep the file, and restore the last backup"):
        async with open_journal(path):
            pass
    assert path.read_bytes() == content  # noqa: ASYNC240


async def test_another_programs_database_is_left_alone(path: Path) -> None:
    with by_hand(path) as db:
        db.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()  # noqa: ASYNC240
    with pytest.raises(JournalCorrupt, match="not the one expected here"):
        async with open_journal(path):
            pass
    assert path.read_bytes() == before  # noqa: ASYNC240


async def test_a_newer_journal_asks_for_the_newer_program(path: Path) -> None:
    await filled(path, 0)
    with by_hand(path) as db:
        db.execute("PRAGMA user_version = 7")
    with pytest.raises(ConfigError, match=r"newer Interlock \(schema 7, this one knows 2\): install that version"):
        async with open_journal(path):
            pass


@pytest.mark.parametrize("where", ["directory", "below a file"])
async def test_a_path_that_cannot_be_opened_says_what_to_check(tmp_path: Path, where: str) -> None:
    path = tmp_path / "journal.db"
    if where == "directory":
        path.mkdir()
    else:
        path.write_text("a file")
        path = path / "journal.db"
    with pytest.raises(JournalUnwritable, match="check that"):
        async with open_journal(path):
            pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
async def test_an_unreadable_directory_says_what_to_check(tmp_path: Path) -> None:
    tmp_path.chmod(0)  # noqa: ASYNC240
    try:
        with pytest.raises(JournalUnwritable, match="belongs to you"):
            async with open_journal(tmp_path / "journal.db"):
                pass
    finally:
        tmp_path.chmod(0o700)  # noqa: ASYNC240


async def test_a_migration_that_fails_half_way_leaves_nothing_behind(path: Path) -> None:
    broken = ((*schema.JOURNAL_MIGRATIONS[0], "CREATE TABLE oops (x, x)"),)
    async with schema.connect(path, busy_s=1, writes=True) as db:
        with pytest.raises(sqlite3.OperationalError, match="duplicate column"):
            await schema.migrate(db, path, broken, schema.JOURNAL_ID)
        assert await schema.scalar(db, "SELECT count(*) FROM sqlite_schema") == 0
        assert await schema.scalar(db, "PRAGMA user_version") == 0
    async with open_journal(path) as journal:
        assert await journal.append(batch(0)) == 1


# --- tampering --------------------------------------------------------------------------------

CHANGES = [
    "stream = 'other'",
    "version = 99",
    "line = 99",
    "position = 'zzzzzzzzzz'",
    "position = NULL",
    "at = '2020-01-01T00:00:00+00:00'",
    "kind = 'intention'",
    "name = 'Paused'",
    "v = 2",
    "body = replace(body, '6', '7')",
    "body = CAST(x'7b22ff' AS TEXT)",
    "hash = zeroblob(32)",
    "seq = 999",
]
FLIPS = [
    *("UPDATE journal SET " + change + " WHERE seq = 4" for change in CHANGES),  # noqa: S608 (constants)
    "DELETE FROM journal WHERE seq = 1",
    "DELETE FROM journal WHERE seq = 4",
    "INSERT INTO journal SELECT 999, stream, 999, line, position, at, kind, name, v, body, hash"
    " FROM journal WHERE seq = 4",
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal that nobody has touched; not to be opened, but copied."""
    asyncio.run(filled(path := tmp_path_factory.mktemp("whole") / "journal.db"))
    return path


@pytest.mark.parametrize("flip", FLIPS)
async def test_a_line_that_was_tampered_with_is_found(path: Path, whole: Path, flip: str) -> None:
    shutil.copy(whole, path)
    with by_hand(path) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        assert db.execute(flip).rowcount == 1
    with pytest.raises(JournalCorrupt):
        async with open_journal(path) as journal:
            await journal.verify()


async def test_a_line_removed_from_the_end_is_found_at_the_next_start(path: Path) -> None:
    await filled(path)
    with by_hand(path) as db:
        db.execute("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
    with pytest.raises(JournalCorrupt, match="lacks its line 17"):
        async with open_journal(path):
            pass


async def test_a_journal_whose_end_was_wiped_out_is_found_at_the_next_start(path: Path) -> None:
    await filled(path)
    with by_hand(path) as db:
        db.execute("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
        db.execute("DELETE FROM head")
    with pytest.raises(JournalCorrupt, match="does not say where it ends: stop"):
        async with open_journal(path):
            pass


async def test_lines_removed_from_the_end_of_a_running_journal_are_found(path: Path) -> None:
    async with open_journal(path) as journal:
        for version in range(4):
            await journal.append(batch(version))
        with by_hand(path) as db:
            db.execute("DELETE FROM journal WHERE seq > 2")
        with pytest.raises(JournalCorrupt, match="lines after 2 are gone, 4 were written"):
            await journal.verify()


async def test_the_end_is_written_down_every_so_many_lines(path: Path) -> None:
    async with open_journal(path) as journal:
        await journal.append(batch(0, lines=69))
        assert await schema.scalar(journal._reader, "SELECT seq FROM head") == 64
        await journal.checkpoint()
        assert await schema.scalar(journal._reader, "SELECT seq FROM head") == 69


@pytest.mark.parametrize("lines", [ROWS - 1, ROWS, ROWS + 1, 5 * ROWS])
async def test_an_append_of_any_length_is_one_transaction(path: Path, lines: int) -> None:
    async with open_journal(path) as journal:
        with by_hand(path) as other:
            (before,) = other.execute("PRAGMA data_version").fetchone()
            assert await journal.append(batch(0, lines=lines)) == lines
            (after,) = other.execute("PRAGMA data_version").fetchone()
            assert after != before
        assert await journal.verify() == lines


async def test_an_entry_of_a_later_program_stops_the_reader(path: Path) -> None:
    await filled(path, 0)
    with by_hand(path) as db:
        db.execute("UPDATE journal SET name = 'Teleported' WHERE seq = 2")
    async with open_journal(path) as journal:
        with pytest.raises(UnknownEntry, match="Teleported"):
            await journal.read(StreamId("account"))


# --- kill, checkpoint, backup -----------------------------------------------------------------

_CHILD = """
import asyncio, sys
from pathlib import Path
from storage.journal import open_journal
from tests.storage.builders import batch
async def main():
    async with open_journal(Path(sys.argv[1])) as journal:
        async def write(name):
            version = 0
            while True:
                last = await journal.append(batch(version, stream=name, lines=3))
                print(name, version, last, flush=True)
                version += 1
        await asyncio.gather(*(write(name) for name in "abcd"))
asyncio.run(main())
"""


@pytest.mark.parametrize("acknowledged", [1, 17, 400])
async def test_a_kill_loses_nothing_that_was_acknowledged(path: Path, acknowledged: int) -> None:
    command = [sys.executable, "-c", _CHILD, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:  # noqa: ASYNC220, S603
        assert child.stdout is not None
        told = [child.stdout.readline().split() for _ in range(acknowledged)]
        child.kill()
        told += [line.split() for line in child.stdout if line.endswith("\n")]
    async with open_journal(path) as journal:
        held = {(line.stream, line.version, line.seq) for line in await journal.since(0, 100_000)}
        for stream, version, last in told:
            assert (stream, int(version), int(last)) in held
        assert len(held) % 3 == 0  # no batch is there in part
        assert await journal.verify() == len(held)


async def test_a_checkpoint_empties_the_log_while_lines_arrive(path: Path) -> None:
    async with open_journal(path) as journal:
        for version in range(50):
            await journal.append(batch(version, lines=20))
        assert await journal.checkpoint() == 0
        assert await journal.append(batch(50)) == 1001


def test_every_complaint_is_one_line() -> None:
    for code in (*schema._ADVICE, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_INTERNAL):
        error = sqlite3.OperationalError("it hurts")
        error.sqlite_errorcode = code
        told = schema.explain(error, Path("journal.db"), "write to")
        assert isinstance(told, InterlockError)
        assert "journal.db" in str(told)
        assert "\n" not in str(told)
