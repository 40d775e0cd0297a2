"""The paper account on real files: answers, death and return, disorder."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import stat
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.errors import AlreadyRunning, ConfigError
from core.market import Funding
from core.orders import (
    Accepted,
    Execution,
    FundingPaid,
    Observation,
    OrderReport,
    Purpose,
    Refused,
    Silent,
    StreamGap,
    VenueReport,
)
from core.vocabulary import Money, OrderSide, OrderTag, Side, Symbol
from tests.venues.contract import (
    BTC,
    GOLD,
    INSTRUMENTS,
    START,
    SteadyClock,
    Tape,
    Wire,
    entry,
    exit_,
    price,
    quantity,
    quote,
    seen,
    until,
)
from venues.mailbox import REPORTS_MAX
from venues.matching import Depth, NewOrder, OrderKind, Terms
from venues.paper import FundingOf, PaperVenue, open_paper


@dataclass(frozen=True, slots=True)
class PaperStage:
    venue: PaperVenue
    tape: Tape

    @property
    def wire(self) -> Wire:
        raise AssertionError("nothing lies between us and a paper account")

    def move(self, value: str | int) -> None:
        self.tape.set(value)


@asynccontextmanager
async def stage_on(
    path: Path,
    *,
    hedge: bool = False,
    terms: Terms | None = None,
    at: str | int | None = 50000,
    funding: FundingOf = lambda _: None,
) -> AsyncIterator[PaperStage]:
    tape = Tape(SteadyClock())
    if at is not None:
        tape.set(at)
    async with open_paper(path, INSTRUMENTS, tape, tape.clock, hedge=hedge, terms=terms, funding=funding) as venue:
        yield PaperStage(venue, tape)


def is_stop(report: VenueReport) -> bool:
    return isinstance(report, Execution) and report.purpose is Purpose.STOP


async def test_an_account_survives_being_closed(tmp_path: Path) -> None:
    path = tmp_path / "account" / "paper.db"
    async with stage_on(path) as stage:
        await stage.venue.enter(entry("a"))
        await stage.venue.exit(exit_("target", at="52000"))
        before = await seen(stage)
    async with stage_on(path) as stage:
        after = await seen(stage)
        assert (after.balance, after.positions, after.orders) == (before.balance, before.positions, before.orders)
        again = await stage.venue.enter(entry("a"))
        assert isinstance(again, Accepted)
        assert (await seen(stage)).positions[0].quantity == quantity("0.1")


async def test_a_stop_crossed_while_we_were_dead_triggers_at_the_gap_before_anything_is_answered(
    tmp_path: Path,
) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path) as stage:
        await stage.venue.enter(entry("a"))
    async with stage_on(path, at=45000) as stage:
        assert (await seen(stage)).positions == ()
        hit = await until(stage.venue.reports(), is_stop)
        assert isinstance(hit, Execution)
        assert hit.price == price(45000)


async def test_without_a_price_after_a_restart_the_last_known_one_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path) as stage:
        await stage.venue.enter(entry("a"))
    async with stage_on(path, at=None) as stage:
        assert (await seen(stage)).positions[0].mark == price(50000)


async def test_fills_of_an_earlier_life_are_still_told_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path) as stage:
        await stage.venue.enter(entry("a"))
        reports = stage.venue.reports()
        stage.move(48000)
        await until(reports, is_stop)
        lived = await stage.venue.executions(START)
    async with stage_on(path) as stage:
        told = await stage.venue.executions(START)
        assert told == lived
        assert not isinstance(told, Silent)
        assert [fill.purpose for fill in told if isinstance(fill, Execution)] == [Purpose.ORDER, Purpose.STOP]
        assert await stage.venue.executions(told[1].at) == [told[1]]
        assert await stage.venue.executions(START + timedelta(days=1)) == []


async def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "account" / "paper.db"
    async with stage_on(path):
        pass
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


async def test_two_programs_cannot_share_an_account(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path):
        with pytest.raises(AlreadyRunning, match="in use by another process"):
            async with stage_on(path):
                pass


async def test_a_file_of_another_version_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path):
        pass
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=99")
    db.close()
    with pytest.raises(ConfigError, match=r"version 99.*move it away"):
        async with stage_on(path):
            pass


async def test_a_file_that_is_no_account_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    path.write_bytes(b"these are not the pages of a database, whatever the name says" * 100)
    with pytest.raises(ConfigError, match=r"no paper account"):
        async with stage_on(path):
            pass
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE notes (line TEXT)")
    db.close()
    before = other.read_bytes()
    with pytest.raises(ConfigError, match=r"is not a paper account"):
        async with stage_on(other):
            pass
    assert other.read_bytes() == before


@pytest.mark.parametrize("body", ["{}", "[1, 2]", "null", '{"live": 3', '{"hedge": false, "balance": "many"}'])
async def test_a_damaged_account_is_refused(tmp_path: Path, body: str) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path):
        pass
    with sqlite3.connect(path) as db:
        db.execute("UPDATE kept SET body = ? WHERE part = 'live'", (body,))
    db.close()
    with pytest.raises(ConfigError, match="cannot be carried on"):
        async with stage_on(path):
            pass


async def test_an_account_with_a_position_cannot_change_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path) as stage:
        await stage.venue.enter(entry("a"))
    with pytest.raises(ConfigError, match="position mode"):
        async with stage_on(path, hedge=True):
            pass


async def test_a_position_the_catalogue_forgot_is_named(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path) as stage:
        await stage.venue.enter(entry("a"))
    tape = Tape(SteadyClock())
    with pytest.raises(ConfigError, match="BTCUSDT, which the catalogue does not know"):
        async with open_paper(path, {GOLD: INSTRUMENTS[GOLD]}, tape, tape.clock):
            pass


async def test_a_reader_that_sleeps_is_told_of_a_gap(tmp_path: Path) -> None:
    async with stage_on(tmp_path / "paper.db") as stage:
        reports = stage.venue.reports()
        await stage.venue.enter(entry("a"))
        await anext(reports)
        for turn in range(REPORTS_MAX):
            await stage.venue.set_stop(BTC, Side.LONG, price(48000 + turn))
        assert isinstance(await until(reports, lambda report: isinstance(report, StreamGap)), StreamGap)


async def test_every_reader_gets_every_report(tmp_path: Path) -> None:
    async with stage_on(tmp_path / "paper.db") as stage:
        first, second = stage.venue.reports(), stage.venue.reports()
        waiting = [asyncio.create_task(until(reader, is_stop)) for reader in (first, second)]
        await stage.venue.enter(entry("a"))
        stage.move(48000)
        one, two = await asyncio.gather(*waiting)
        assert one == two


async def test_a_price_source_that_dies_is_not_hidden(tmp_path: Path) -> None:
    answers: list[object] = []
    with pytest.raises(RuntimeError, match="feed gone"):
        await _with_a_dying_source(tmp_path / "paper.db", answers)
    gap, *rest = answers
    assert isinstance(gap, StreamGap)
    assert "feed gone" in gap.why
    assert [type(answer) for answer in rest] == [Silent] * 4


async def _with_a_dying_source(path: Path, answers: list[object]) -> None:
    async with stage_on(path) as stage:
        stage.tape.queue.put_nowait(RuntimeError("feed gone"))
        answers.append(await until(stage.venue.reports(), lambda report: isinstance(report, StreamGap)))
        answers.append(await stage.venue.observe())
        answers.append(await stage.venue.enter(entry("a")))
        answers.append(await stage.venue.set_stop(BTC, Side.LONG, price(1)))
        answers.append(await stage.venue.cancel(BTC, OrderTag("a")))


async def test_an_unwritable_file_is_silence_until_it_can_be_written(tmp_path: Path) -> None:
    async with stage_on(tmp_path / "paper.db") as stage:
        db = stage.venue._file.db
        await db.execute("PRAGMA query_only=ON")
        assert isinstance(await stage.venue.enter(entry("a")), Silent)
        assert isinstance(await stage.venue.look_up(BTC, OrderTag("a")), Silent)
        await db.execute("PRAGMA query_only=OFF")
        assert isinstance(await stage.venue.look_up(BTC, OrderTag("a")), OrderReport)
        assert (await seen(stage)).positions[0].stop == price(49000)


async def test_orders_at_once_share_their_writes_and_are_all_done(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path) as stage:
        answers = await asyncio.gather(*(stage.venue.enter(entry(f"a{n}", size="0.01")) for n in range(20)))
        assert all(isinstance(answer, Accepted) for answer in answers)
    async with stage_on(path) as stage:
        assert (await seen(stage)).positions[0].quantity == quantity("0.2")


async def test_a_cancelled_caller_leaves_the_account_whole(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path) as stage:
        asking = asyncio.create_task(stage.venue.enter(entry("a")))
        await asyncio.sleep(0)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        before = await seen(stage)
    async with stage_on(path) as stage:
        assert (await seen(stage)).positions == before.positions


async def test_an_order_without_a_price_is_refused(tmp_path: Path) -> None:
    async with stage_on(tmp_path / "paper.db", at=None) as stage:
        answer = await stage.venue.enter(entry("a"))
        assert isinstance(answer, Refused)
        assert answer.code == "110066"


async def test_leverage_beyond_the_instrument_is_refused_with_the_entry(tmp_path: Path) -> None:
    async with stage_on(tmp_path / "paper.db") as stage:
        answer = await stage.venue.enter(replace(entry("a"), leverage=Decimal(200)))
        assert isinstance(answer, Refused)
        assert answer.code == "110013"


async def test_what_the_owner_does_by_hand_is_foreign(tmp_path: Path) -> None:
    async with stage_on(tmp_path / "paper.db") as stage:
        reports = stage.venue.reports()
        by_hand = NewOrder(None, BTC, OrderSide.BUY, OrderKind.MARKET, quantity("0.1"))
        assert isinstance(await stage.venue.by_hand(by_hand), Accepted)
        fill = await until(reports, lambda report: isinstance(report, Execution))
        assert isinstance(fill, Execution)
        assert (fill.purpose, fill.tag) == (Purpose.FOREIGN, None)
        assert (await seen(stage)).positions[0].stop is None


async def test_funding_is_paid_every_eight_hours_of_quote_time(tmp_path: Path) -> None:
    async with stage_on(tmp_path / "paper.db", terms=Terms(funding_rate=Decimal("0.0001"))) as stage:
        reports = stage.venue.reports()
        await stage.venue.enter(entry("a"))
        stage.tape.clock.seconds += 8 * 3600
        stage.move(50000)
        paid = await until(reports, lambda report: isinstance(report, FundingPaid))
        assert isinstance(paid, FundingPaid)
        assert paid.amount == Decimal("-0.5")


async def test_funding_of_an_earlier_life_is_listed_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path, terms=Terms(funding_rate=Decimal("0.0001"))) as stage:
        reports = stage.venue.reports()
        await stage.venue.enter(entry("a"))
        stage.tape.clock.seconds += 8 * 3600
        stage.move(50000)
        paid = await until(reports, lambda report: isinstance(report, FundingPaid))
    async with stage_on(path) as stage:
        listed = await stage.venue.executions(START)
        assert not isinstance(listed, Silent)
        assert listed[-1] == paid


async def test_funding_is_what_the_market_says_where_it_does(tmp_path: Path) -> None:
    told = Funding(Decimal("-0.0004"), START + timedelta(hours=1), timedelta(hours=1))
    async with stage_on(tmp_path / "paper.db", funding=lambda _: told) as stage:
        reports = stage.venue.reports()
        await stage.venue.enter(entry("a"))
        stage.tape.clock.seconds += 3600
        stage.move(50000)
        paid = await until(reports, lambda report: isinstance(report, FundingPaid))
        assert isinstance(paid, FundingPaid)
        assert paid.amount == Decimal(2)


async def test_a_thin_book_sells_a_met_stop_out_over_several_ticks(tmp_path: Path) -> None:
    terms = Terms(depth=Depth(levels=1, notional_per_level=Money(Decimal(2600)), growth=Decimal(1)))
    async with stage_on(tmp_path / "paper.db", terms=terms) as stage:
        await stage.venue.enter(entry("a", size="0.05"))
        stage.move(50001)
        await stage.venue.enter(entry("b", size="0.05"))
        reports = stage.venue.reports()
        stage.move(48000)
        await until(reports, is_stop)
        (held,) = (await seen(stage)).positions
        assert Decimal(0) < held.quantity < Decimal("0.1")
        answer = await stage.venue.set_stop(BTC, Side.LONG, price(40000))
        assert isinstance(answer, Silent), "the stop that is selling is not judged by it: the desk gave such a trade up"
        assert "is being closed" in answer.why
        stage.move(47990)
        await until(reports, is_stop)
        assert (await seen(stage)).positions == ()


async def test_mere_prices_are_not_written_at_every_tick(tmp_path: Path) -> None:
    path = tmp_path / "paper.db"
    async with stage_on(path) as stage:
        await stage.venue.enter(entry("a"))
        before = stage.venue._file.db.total_changes
        for turn in range(9):
            stage.move(50000 + turn)
            await stage.venue.look_up(BTC, OrderTag("a"))
        assert stage.venue._file.db.total_changes == before
        observed = await stage.venue.observe()
        assert isinstance(observed, Observation)
    with sqlite3.connect(path) as db:
        (body,) = db.execute("SELECT body FROM kept WHERE part = 'live'").fetchone()
    db.close()
    assert json.loads(body)["tapes"][0]["quote"]["symbol"] == BTC


async def test_a_symbol_nobody_holds_costs_no_write(tmp_path: Path) -> None:
    async with stage_on(tmp_path / "paper.db") as stage:
        before = stage.venue._file.db.total_changes
        stage.venue.hear(quote(2000, 10_000, GOLD))
        stage.venue.hear(quote(2000, 10_000, GOLD))
        assert await stage.venue.look_up(Symbol("XAUUSD"), OrderTag("none")) is not None
        assert stage.venue._file.db.total_changes == before
