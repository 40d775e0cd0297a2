"""Reports are made from the journal and from nothing else, and can be made again at any time."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import JournalCorrupt, JournalUnwritable
from core.events import (
    CallDeclined,
    EntryFilled,
    EquityRead,
    ExitCause,
    ExitFilled,
    Fact,
    FundingBooked,
    OrderAccepted,
    OrderEnded,
    PositionAdopted,
    PositionEnded,
    StopConfirmed,
)
from core.ports import Batch
from core.signals import Nothing, Reason
from core.views import Verdict
from core.vocabulary import ExecutionId, PositionId, StreamId
from storage import schema
from storage.journal import open_journal
from storage.memory import MemoryJournal
from storage.projection import PROJECTIONS, moment, plus
from storage.tables import Tables, keep_up, open_tables
from tests.storage.builders import (
    CALL,
    CHECKS,
    at,
    batch,
    entry_tag,
    equity,
    heard,
    money,
    opening,
    plan,
    price,
    quantity,
)

CONTENTS = ("calls", "positions", "orders", "fills", "equity", "cursor")


@pytest.fixture
async def tables(tmp_path: Path) -> AsyncIterator[Tables]:
    async with open_tables(tmp_path / "tables.db") as opened:
        yield opened


def contents(tables: Tables) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(tables._path)) as db:
        return {name: sorted(db.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in CONTENTS}  # noqa: S608


def asked(tables: Tables, sql: str, *args: object) -> list[tuple[object, ...]]:
    """What an owner is answered, by his own client of SQLite."""
    with closing(sqlite3.connect(f"{tables._path.as_uri()}?mode=ro", uri=True)) as reader:
        return reader.execute(sql, args).fetchall()


def bought(execution: str, amount: str, at_price: str, *, position: PositionId = CALL) -> EntryFilled:
    return EntryFilled(
        position, at(2), entry_tag(position), ExecutionId(execution), quantity(amount), price(at_price), money("0.1")
    )


def sold(execution: str, amount: str, at_price: str, *, position: PositionId = CALL) -> ExitFilled:
    tag, cause = None, ExitCause.STOP
    return ExitFilled(
        position, at(9), tag, ExecutionId(execution), quantity(amount), price(at_price), money("0.2"), cause
    )


class World:
    """A journal that is written to one position at a time."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()

    async def open(self, position: PositionId = CALL) -> None:
        await self.journal.append(*opening(await self._count("account"), position))

    async def tell(self, *facts: Fact, stream: str = CALL) -> None:
        await self.journal.append(Batch(StreamId(stream), await self._count(stream), at(5), facts))

    async def _count(self, stream: str) -> int:
        return len({line.version for line in await self.journal.read(StreamId(stream))})


async def closed_trade(world: World, position: PositionId = CALL) -> None:
    await world.open(position)
    await world.tell(OrderAccepted(position, at(2), entry_tag(position)), stream=position)
    await world.tell(bought("e1", "0.010", "65000", position=position), stream=position)
    await world.tell(bought("e2", "0.005", "65003", position=position), stream=position)
    await world.tell(bought("e2", "0.005", "65003", position=position), stream=position)  # the stream says it twice
    await world.tell(OrderEnded(position, at(2), entry_tag(position), quantity("0.015"), "filled"), stream=position)
    await world.tell(StopConfirmed(position, at(3), price("64000"), quantity("0.015")), stream=position)
    await world.tell(FundingBooked(position, at(4), money("-0.01")), stream=position)
    await world.tell(sold("x1", "0.015", "66000", position=position), stream=position)
    await world.tell(PositionEnded(position, at(10), money("14.5")), stream="account")


async def test_a_closed_trade_is_told_with_sums_fees_and_profit(tables: Tables) -> None:
    world = World()
    await closed_trade(world)
    assert await tables.catch_up(world.journal) == 14
    (sums,) = asked(tables, "SELECT opened, cost, closed, proceeds, held FROM positions WHERE status = 'over'")
    assert sums == ("0.015", "975.015", "0.015", "990.000", "0")
    (money_of_it,) = asked(tables, "SELECT profit, fees, funding, risk, cause FROM positions")
    assert money_of_it == ("14.5", "0.4", "-0.01", "30.9", ExitCause.STOP)
    assert asked(tables, "SELECT opened_at, closed_at FROM positions") == [(moment(at(2)), moment(at(10)))]


async def test_the_reports_of_the_documentation_are_answered_while_the_desk_writes(tables: Tables) -> None:
    world, unfilled = World(), PositionId("b" * 10)
    await closed_trade(world)
    await world.open(unfilled)
    await world.tell(PositionEnded(unfilled, at(10), money("0")), stream="account")  # no trade came of it
    await tables.catch_up(world.journal)
    text = (Path(__file__).parents[2] / "docs" / "house.md").read_text(encoding="utf-8")
    by_channel, why_not = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    with closing(sqlite3.connect(f"{tables._path.as_uri()}?mode=ro", uri=True)) as reader:
        assert reader.execute(by_channel).fetchall() == [(plan().channel, 1, 14.5, 1)]
        assert reader.execute(why_not).fetchall() == []
        await world.tell(CallDeclined(CALL, at(11), "age: too old", CHECKS), stream="account")
        await tables.catch_up(world.journal)
        assert [row[1:] for row in reader.execute(why_not)] == [("age: too old", 1)]


async def test_what_was_taken_over_at_the_venue_is_a_trade_as_well(tables: Tables) -> None:
    world = World()
    await world.tell(PositionAdopted(CALL, at(2), plan()), stream=CALL)
    await world.tell(sold("x1", "0.015", "66000"), stream=CALL)
    await world.tell(PositionEnded(CALL, at(10), money("14.8")), stream="account")
    await tables.catch_up(world.journal)
    (trade,) = asked(tables, "SELECT opened, cost, closed, proceeds, opened_at FROM positions WHERE status = 'over'")
    assert trade == ("0.015", "975.000", "0.015", "990.000", moment(at(2)))


async def test_trades_are_found_by_the_moment_they_closed(tables: Tables) -> None:
    world = World()
    await closed_trade(world)
    await tables.catch_up(world.journal)
    between = "SELECT count(*) FROM positions WHERE closed_at >= ? AND closed_at < ?"
    bounds = [(at(10), at(11)), (at(11), at(12)), (at(0), at(10))]
    assert [asked(tables, between, moment(since), moment(until)) for since, until in bounds] == [[(1,)], [(0,)], [(0,)]]


async def test_an_entry_that_never_filled_has_opened_nothing(tables: Tables) -> None:
    world = World()
    await world.open()
    await world.tell(PositionEnded(CALL, at(10), money("0")), stream="account")
    await tables.catch_up(world.journal)
    assert asked(tables, "SELECT status, opened, opened_at FROM positions") == [("over", "0", None)]


async def test_the_last_calls_come_newest_first_with_their_verdicts(tables: Tables) -> None:
    world = World()
    first, second, third, fourth = (PositionId(name * 10) for name in "abcd")
    await world.open(first)
    await world.tell(heard(second), CallDeclined(second, at(2), "too late", CHECKS), stream="account")
    nothing = replace(heard(third, "Good morning \ud83d"), reading=Nothing((Reason("no call"), Reason("a greeting"))))
    await world.tell(nothing, stream="account")
    await world.tell(heard(fourth), stream="account")
    await tables.catch_up(world.journal)
    assert asked(tables, "SELECT position, verdict, reason FROM calls ORDER BY seq DESC") == [
        (fourth, None, ""),
        (third, Verdict.IGNORED, "no call; a greeting"),
        (second, Verdict.DECLINED, "too late"),
        (first, Verdict.OPENED, ""),
    ]
    assert asked(tables, "SELECT text FROM calls WHERE position = ?", third) == [("Good morning ?",)]


async def test_the_equity_curve_is_told_from_a_moment_on(tables: Tables) -> None:
    world = World()
    for number in range(4):
        await world.journal.append(equity(number))
    await tables.catch_up(world.journal)
    since = asked(tables, "SELECT at, equity, balance FROM equity WHERE at >= ? ORDER BY seq", moment(at(2)))
    assert since == [(moment(at(2)), "1000", "990"), (moment(at(3)), "1000", "990")]


async def test_catching_up_twice_changes_nothing(tables: Tables) -> None:
    world = World()
    await closed_trade(world)
    await tables.catch_up(world.journal)
    before = contents(tables)
    assert await tables.catch_up(world.journal) == 0
    assert contents(tables) == before


async def test_two_that_catch_up_at_once_do_not_count_twice(tables: Tables) -> None:
    world = World()
    await closed_trade(world)
    assert sorted(await asyncio.gather(*(tables.catch_up(world.journal) for _ in range(3)))) == [0, 0, 14]


@pytest.mark.parametrize("turns", range(8))
async def test_a_catch_up_that_was_cancelled_goes_on_where_it_stopped(tables: Tables, turns: int) -> None:
    world = World()
    await closed_trade(world)
    await world.tell(EquityRead(at(11), money("1"), money("1")), stream="account")
    catching_up = asyncio.create_task(tables.catch_up(world.journal))
    for _ in range(turns):
        await asyncio.sleep(0)
    catching_up.cancel()
    await asyncio.wait([catching_up], timeout=20)
    await tables.catch_up(world.journal)
    assert asked(tables, "SELECT opened, cursor.seq FROM positions, cursor") == [("0.015", 15)]


FACTS = st.lists(
    st.one_of(
        st.builds(
            bought,
            st.sampled_from(["e1", "e2", "e3"]),
            st.decimals("0.001", "9", places=3).map(str),
            st.decimals("1", "99999", places=2).map(str),
        ),
        st.builds(
            sold,
            st.sampled_from(["x1", "x2"]),
            st.decimals("0.001", "9", places=3).map(str),
            st.decimals("1", "99999", places=2).map(str),
        ),
        st.just(StopConfirmed(CALL, at(3), price("64000"), quantity("1"))),
        st.just(PositionEnded(CALL, at(10), money("1"))),
        st.just(EquityRead(at(4), money("1"), money("1"))),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=FACTS, stops=st.sets(st.integers(0, 12), max_size=4))
async def test_tables_built_again_are_the_tables_that_grew(
    tables: Tables, facts: Sequence[Fact], stops: set[int]
) -> None:
    world = World()
    await world.open()
    for number, fact in enumerate(facts):
        if number in stops:
            await tables.catch_up(world.journal)
        await world.tell(fact)
    await tables.catch_up(world.journal)
    grown = contents(tables)
    await tables.catch_up(MemoryJournal())
    assert contents(tables)["cursor"] == [(1, 0, "")], "of another journal nothing is kept"
    assert await tables.catch_up(world.journal) == 5 + len(facts)
    assert contents(tables) == grown
    executions = {fact.execution: fact.quantity for fact in reversed(facts) if isinstance(fact, EntryFilled)}
    (opened,) = (row[8] for row in grown["positions"])
    assert Decimal(str(opened)) == sum(executions.values())
    await tables.catch_up(MemoryJournal())


async def test_a_journal_restored_from_a_backup_is_folded_anew(tables: Tables) -> None:
    newer, older = World(), World()
    await closed_trade(newer)
    await tables.catch_up(newer.journal)
    await older.journal.append(equity(0))
    assert await tables.catch_up(older.journal) == 1
    assert asked(tables, "SELECT count(*) FROM positions") == [(0,)]
    assert asked(tables, "SELECT count(*) FROM equity") == [(1,)]


@pytest.mark.parametrize("damage", ["no database", "another version"])
async def test_a_file_that_cannot_be_used_is_put_aside_and_built_again(tmp_path: Path, damage: str) -> None:
    path, world = tmp_path / "tables.db", World()
    await closed_trade(world)
    async with open_tables(path) as tables:
        await tables.catch_up(world.journal)
    if damage == "no database":
        path.write_bytes(b"scratched" * 1000)
    else:
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA user_version = 99")
    async with open_tables(path) as tables:
        assert await tables.catch_up(world.journal) == 14
        assert asked(tables, "SELECT status FROM positions") == [("over",)]
    assert (tmp_path / "tables.db.old").exists()


async def test_another_programs_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "tables.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()
    with pytest.raises(JournalCorrupt, match="not the one expected here"):
        async with open_tables(path):
            pass
    assert path.read_bytes() == before


async def test_a_report_file_that_cannot_be_opened_leaves_the_journals_log_to_be_folded_in(tmp_path: Path) -> None:
    path = tmp_path / "tables.db"
    path.mkdir()
    async with open_journal(tmp_path / "journal.db") as journal:
        await journal.append(batch(0, lines=7))
        with pytest.raises(JournalUnwritable, match="cannot open the tables"):
            await keep_up(path, journal)
        assert await schema.scalar(journal._reader, "SELECT seq FROM head") == 7


async def test_catching_up_goes_on_after_a_restart(tmp_path: Path) -> None:
    world = World()
    await world.open()
    async with open_tables(tmp_path / "tables.db") as tables:
        assert await tables.catch_up(world.journal) == 5
    await world.tell(bought("e1", "1", "65000"))
    async with open_tables(tmp_path / "tables.db") as tables:
        assert await tables.catch_up(world.journal) == 1


@given(st.decimals(-(10**9), 10**9, places=8), st.decimals(-(10**9), 10**9, places=8))
def test_sums_are_exact_and_without_exponent(one: Decimal, other: Decimal) -> None:
    assert Decimal(plus(str(one), str(other))) == one + other
    assert "E" not in plus(str(one), str(other))


def test_only_entries_of_the_journal_are_projected() -> None:
    from storage.codec import REGISTRY

    assert set(PROJECTIONS) <= set(REGISTRY.values())
