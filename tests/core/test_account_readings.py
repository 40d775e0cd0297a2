"""The equity is read several times a minute: however many readings come in a row, the last one counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from core.account import Account, evolve, read_on
from core.events import AccountFact, DayBegan, EquityRead, Paused, PositionEnded, Resumed
from core.ports import Recorded
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
