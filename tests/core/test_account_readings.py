"""The equity is read several times a minute: however many readings come in a row, the last one counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from core.account import Account, evolve, read_on
from core.events import AccountFact, DayBegan, EquityRead, LossWarned, Paused, PositionEnded, Resumed
from core.ports import Recorded
from core.rules import Limits, Rules
from core.runtime.advancing import advance_account
from core.runtime.replay import replay_account
from core.vocabulary import Money, PositionId, StreamId

BEGINNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
moments = st.integers(0, 5).map(lambda seconds: BEGINNING + timedelta(seconds=seconds))
amounts = st.integers(-10, 10).map(lambda cents: Money(Decimal(cents) / 100))
readings = st.builds(EquityRead, moments, amounts, amounts)
ends = st.builds(PositionEnded, st.just(PositionId("p1")), moments, amounts)
others = st.builds(Paused, moments, st.just("user:1")) | st.builds(Resumed, moments, st.just("user:1"))
days = st.builds(DayBegan, moments, st.just("2026-03-03"), amounts)
accounts = st.builds(Account, unread_loss=amounts, unread_at=st.none() | moments, day=st.just("2026-03-02"))


@given(accounts, st.lists(readings, min_size=1))
def test_readings_in_a_row_are_the_same_as_one_after_the_other(account: Account, row: list[EquityRead]) -> None:
    assert read_on(account, row) == reduce(evolve, row, account)


@given(accounts, readings)
def test_a_reading_changes_what_was_read_and_nothing_else(account: Account, reading: EquityRead) -> None:
    after = evolve(account, reading)
    assert (after.equity, after.balance, after.equity_at) == (reading.equity, reading.balance, reading.at)
    before = ("equity", "balance", "equity_at", "unread_loss", "unread_at")
    assert replace(after, **{name: getattr(account, name) for name in before}) == account


@given(accounts, readings)
def test_a_loss_is_known_to_be_in_the_equity_once_it_was_read_later(account: Account, reading: EquityRead) -> None:
    is_seen = account.unread_at is None or reading.at > account.unread_at
    after = evolve(account, reading)
    left = (0, None) if is_seen else (account.unread_loss, account.unread_at)
    assert (after.unread_loss, after.unread_at) == left


@given(st.lists(readings | ends | others | days))
def test_a_start_knows_what_a_life_knew_whatever_came_between_the_readings(life: list[AccountFact]) -> None:
    lines = [Recorded(seq, StreamId("account"), seq, None, fact.at, fact) for seq, fact in enumerate(life, 1)]
    assert replay_account(lines) == reduce(evolve, life, Account())


def worth(equity: str, seconds: float, balance: str = "10000") -> EquityRead:
    return EquityRead(BEGINNING + timedelta(seconds=seconds), Money(Decimal(equity)), Money(Decimal(balance)))


UNREAD = Account(rules=Rules(Limits(daily_loss_pct_max=Decimal(4))))


def read(*row: EquityRead, account: Account = UNREAD) -> Account:
    return reduce(lambda known, reading: advance_account(known, reading)[0], row, account)


def test_what_floats_a_little_is_not_written_down_with_every_reading() -> None:
    account = read(worth("10000", 0))
    for equity in ("10000", "10004", "9996"):  # a hundredth of the 400 that a day may lose
        assert advance_account(account, worth(equity, 15)) == (account, ())
    for equity in ("10004.01", "9995.99"):
        assert read(worth(equity, 15), account=account).equity == Decimal(equity)


def test_small_steps_in_one_direction_are_written_down_once_they_are_a_large_one() -> None:
    account = read(*(worth(str(10_000 - 3 * step), step) for step in range(4)))
    assert account.equity == 9_994
    assert account.equity_at == BEGINNING + timedelta(seconds=2)


def test_what_floats_a_little_is_written_down_once_a_minute() -> None:
    assert read(worth("10000", 0), worth("10001", 59)).equity == 10_000
    assert read(worth("10000", 0), worth("10001", 60)).equity == 10_001


def test_whatever_was_booked_is_written_down_at_once() -> None:
    account = read(worth("10000", 0), worth("10000", 5, balance="10000.01"))
    assert account.balance == Decimal("10000.01")


def test_a_reading_that_tells_of_a_loss_is_written_down_at_once() -> None:
    lost = PositionEnded(PositionId("p1"), BEGINNING + timedelta(seconds=3), Money(Decimal(-3)))
    account = evolve(read(worth("10000", 0)), lost)
    assert read(worth("10000", 5), account=account).unread_loss == 0


def test_a_warning_is_not_missed_for_how_little_has_changed_since_it_was_not_due() -> None:
    account = read(worth("10000", 0), worth("9680.01", 5))
    after, entries = advance_account(account, worth("9680", 10))
    assert [type(entry) for entry in entries] == [EquityRead, LossWarned]
    assert after.equity == 9_680
    assert after.warned_pct == 80
