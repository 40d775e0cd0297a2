"""What every journal promises, asked of the one on disk and of the one in memory alike."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.errors import StaleWriter
from core.events import EquityRead
from core.ports import Batch, Journal, Recorded
from core.vocabulary import PositionId, StreamId
from storage.journal import open_journal
from storage.memory import MemoryJournal
from tests.storage.builders import CALL, NOON, batch, due, equity, money, opening, quantity

BOUND_S = 20.0
"""Far more than anything here needs; reached only by a journal that has stopped."""


@pytest.fixture(params=["sqlite", "memory"])
async def journal(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journal]:
    if request.param == "memory":
        yield MemoryJournal()
        return
    async with open_journal(tmp_path / "journal.db") as opened:
        yield opened


async def take(lines: AsyncIterator[Recorded], count: int) -> list[Recorded]:
    async with asyncio.timeout(BOUND_S):
        return [await anext(lines) for _ in range(count)]


async def test_what_was_appended_is_read_back(journal: Journal) -> None:
    account, own = opening()
    assert await journal.append(account, own) == 5
    lines = await journal.since(0)
    assert [line.seq for line in lines] == [1, 2, 3, 4, 5]
    assert tuple(line.body for line in lines) == account.entries + own.entries
    assert {(line.stream, line.version, line.at) for line in lines} == {
        ("account", 0, account.at),
        (CALL, 0, own.at),
    }


async def test_who_follows_is_told_what_reading_back_gives(journal: Journal) -> None:
    await journal.append(*opening())
    lines = journal.follow(2)
    told = await take(lines, 3)
    await asyncio.gather(*(journal.append(batch(0, stream=f"s{n}", lines=300)) for n in range(3)))
    told += await take(lines, 900)
    assert told == list(await journal.since(2, 2000))


async def test_an_empty_journal_holds_nothing(journal: Journal) -> None:
    assert (list(await journal.since(0)), list(await journal.streams()), await journal.verify()) == ([], [], 0)
    assert (list(await journal.read(StreamId("s"))), list(await journal.about(CALL))) == ([], [])


async def test_an_append_returns_its_own_last_line(journal: Journal) -> None:
    ends = await asyncio.gather(*(journal.append(batch(0, stream=f"s{n}", lines=n + 1)) for n in range(5)))
    for n, end in enumerate(ends):
        assert end == (await journal.read(StreamId(f"s{n}")))[-1].seq


async def test_a_writer_with_the_wrong_version_is_refused_whole(journal: Journal) -> None:
    await journal.append(batch(0))
    for version in (0, 2, -1):
        with pytest.raises(StaleWriter, match="s holds 1 batches"):
            await journal.append(batch(0, stream="other"), batch(version))
    assert [line.stream for line in await journal.since(0)] == ["s"]
    assert await journal.append(batch(0, stream="other"), batch(1)) == 3


async def test_only_the_stale_writer_of_many_is_refused(journal: Journal) -> None:
    await journal.append(batch(0))
    outcomes = await asyncio.gather(
        journal.append(batch(0, stream="a")),
        journal.append(batch(0)),
        journal.append(batch(0, stream="b")),
        journal.append(batch(1)),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes] == [int, StaleWriter, int, int]
    assert [line.seq for line in await journal.since(0)] == [1, 2, 3, 4]
    assert await journal.verify() == 4


async def test_of_two_writers_with_the_same_version_one_wins(journal: Journal) -> None:
    outcomes = await asyncio.gather(*(journal.append(batch(0)) for _ in range(8)), return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["StaleWriter"] * 7 + ["int"]
    assert len(await journal.read(StreamId("s"))) == 1


async def test_a_stream_can_be_written_ahead_without_waiting(journal: Journal) -> None:
    async with asyncio.TaskGroup() as tasks:
        for version in range(20):
            tasks.create_task(journal.append(batch(version)))
    assert [line.version for line in await journal.read(StreamId("s"))] == list(range(20))


async def test_one_append_may_hold_two_batches_of_one_stream(journal: Journal) -> None:
    await journal.append(batch(0), batch(1))
    assert [line.version for line in await journal.read(StreamId("s"))] == [0, 1]


async def test_an_append_of_nothing_is_our_own_mistake(journal: Journal) -> None:
    with pytest.raises(ValueError, match="at least one"):
        await journal.append()
    with pytest.raises(ValueError, match="no entries"):
        await journal.append(Batch(StreamId("s"), 0, NOON, ()))
    assert not await journal.since(0)


async def test_what_cannot_be_written_leaves_no_trace(journal: Journal) -> None:
    bad = Batch(StreamId("account"), 0, NOON, (due(), EquityRead(NOON, money("NaN"), money("1"))))
    with pytest.raises(ValueError, match="not an amount"):
        await journal.append(batch(0), bad)
    with pytest.raises(ValueError, match="no time zone"):
        await journal.append(Batch(StreamId("s"), 0, NOON.replace(tzinfo=None), (due(),)))
    assert not await journal.since(0)
    assert await journal.append(batch(0)) == 1


async def test_about_finds_every_line_of_a_position_in_any_stream(journal: Journal) -> None:
    other = PositionId("zzzzzzzzzz")
    await journal.append(*opening(0))
    await journal.append(*opening(1, other))
    await journal.append(equity(2))
    lines = await journal.about(other)
    assert [line.seq for line in lines] == [6, 7, 8, 9, 10]
    assert {line.position for line in lines} == {other}
    assert (await journal.since(10))[0].position is None


async def test_streams_come_oldest_first(journal: Journal) -> None:
    for name in ("m", "a", "z"):
        await journal.append(batch(0, stream=name))
    await journal.append(batch(1, stream="a"))
    assert list(await journal.streams()) == ["m", "a", "z"]


@pytest.mark.parametrize("limit", [1, 7, 1000])
async def test_since_pages_through_without_gap_or_repeat(journal: Journal, limit: int) -> None:
    for version in range(10):
        await journal.append(batch(version, lines=3))
    seen: list[int] = []
    while page := await journal.since(seen[-1] if seen else 0, limit):
        assert len(page) <= limit
        seen += [line.seq for line in page]
    assert seen == list(range(1, 31))


async def test_a_long_stream_is_read_to_its_end(journal: Journal) -> None:
    for version in range(9):
        await journal.append(batch(version, lines=250))
    assert [line.seq for line in await journal.read(StreamId("s"))] == list(range(1, 2251))
    assert len(await journal.about(CALL)) == 2250


async def test_follow_gives_the_old_lines_then_each_new_one(journal: Journal) -> None:
    await journal.append(batch(0, lines=3))
    lines = journal.follow(1)
    assert [line.seq for line in await take(lines, 2)] == [2, 3]
    waiting = asyncio.create_task(take(lines, 1))
    await asyncio.sleep(0)
    assert not waiting.done()
    await journal.append(batch(1))
    assert [line.seq for line in await waiting] == [4]


async def test_every_follower_sees_every_line_once_while_many_write(journal: Journal) -> None:
    total = 16 * 25
    followers = [asyncio.create_task(take(journal.follow(0), total)) for _ in range(3)]

    async def write(name: str) -> None:
        for version in range(25):
            await journal.append(batch(version, stream=name))

    await asyncio.gather(*(write(f"s{n}") for n in range(16)))
    for seen in await asyncio.gather(*followers):
        assert [line.seq for line in seen] == list(range(1, total + 1))
    assert await journal.verify() == total


async def test_a_follower_can_be_cancelled_while_it_waits(journal: Journal) -> None:
    waiting = asyncio.create_task(take(journal.follow(0), 1))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await journal.append(batch(0)) == 1


@pytest.mark.parametrize("turns", range(6))
async def test_a_cancelled_append_is_there_whole_or_not_at_all(journal: Journal, turns: int) -> None:
    """And the next writer is not held up by it (faults S02, S03)."""
    append = asyncio.create_task(journal.append(batch(0, stream="a", lines=3), batch(0, stream="b", lines=2)))
    for _ in range(turns):
        await asyncio.sleep(0)
    append.cancel()
    await asyncio.wait([append], timeout=BOUND_S)
    async with asyncio.timeout(BOUND_S):
        await journal.append(batch(0, stream="c"))
    assert len(await journal.since(0)) in {1, 6}
    assert len(await journal.read(StreamId("a"))) in {0, 3}
    assert await journal.verify() in {1, 6}


async def test_amounts_come_back_to_the_last_digit(journal: Journal) -> None:
    for number, text in enumerate(("1E+3", "0.10", "-0.00", "12345678901234567890.123456789")):
        entry = EquityRead(NOON, money(text), money("0E-8"))
        await journal.append(Batch(StreamId("account"), number, NOON, (entry,)))
        body = (await journal.read(StreamId("account")))[-1].body
        assert isinstance(body, EquityRead)
        assert (str(body.equity), str(body.balance)) == (text, "0E-8")
    assert quantity("1") == quantity("1.0")
