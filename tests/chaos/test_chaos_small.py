"""A few kills of the real demo in every run of the suite, and proof that the judge of the wrecks can see.

The hundreds are ``make chaos``.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from core.account import Account
from core.vocabulary import PositionId
from tests.chaos import kill_on_bybit, wreck
from tests.chaos.kill_the_demo import besiege

D = Decimal
CALL = PositionId("aaaaaaaaaa")
NOTHING = wreck.Books(Account(), {}, {}, frozenset(), frozenset(), Counter(), 0)


@pytest.mark.slow
def test_killed_again_and_again_nothing_is_lost_doubled_or_naked(tmp_path: Path) -> None:
    said: list[str] = []
    tally = besiege(4, 20260307, tmp_path, said.append)
    assert not tally.damage, said
    assert tally.kills == 4
    assert tally.calls > 0
    assert tally.orders > 0, "somebody has to trade, or the kills prove nothing"
    assert tally.summary()["lost"] == tally.summary()["doubled"] == tally.summary()["naked"] == 0

    journal = tmp_path / "siege-1" / "journal.sqlite3"
    chronicle = wreck.Chronicle()
    assert chronicle.read_on(journal)
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        db.execute("UPDATE journal SET at = '2001' || substr(at, 5) WHERE seq = 7")
    with pytest.raises(AssertionError, match="line 7 of the journal was changed"):
        wreck.Chronicle().read_on(journal)
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        db.execute("DELETE FROM journal WHERE seq > 10")
    with pytest.raises(AssertionError, match="shorter now"):
        chronicle.read_on(journal)


@pytest.mark.slow
async def test_the_program_killed_while_it_trades_at_bybit_loses_and_doubles_nothing(tmp_path: Path) -> None:
    said: list[str] = []
    tally = await kill_on_bybit.besiege(3, 7, tmp_path, said.append)
    assert not tally.damage, said
    assert tally.kills == 3
    assert tally.orders > 0, "somebody has to trade, or the kills prove nothing"
    assert tally.looks > 0


def test_an_order_that_no_journal_knows_is_damage() -> None:
    stray = wreck.Order(f"{CALL}-entry-0", "BTCUSDT", D(1), reduce_only=False)
    assert "the journal does not know it" in wreck.doubled([stray], NOTHING)[0]


def test_a_second_opening_order_of_one_call_is_damage() -> None:
    orders = [wreck.Order(f"{CALL}-entry-{n}", "BTCUSDT", D(1), reduce_only=False) for n in (0, 1)]
    assert any("has 2 opening orders" in words for words in wreck.doubled(orders, NOTHING))


def test_exits_that_sell_more_than_was_bought_are_damage() -> None:
    sold = wreck.Order(f"{CALL}-tp1-0", "BTCUSDT", D(2), reduce_only=True)
    assert any("left by its exits" in words for words in wreck.doubled([sold], NOTHING))


def test_a_holding_without_a_stop_is_damage() -> None:
    safe, bare = wreck.Holding("BTCUSDT", D(1), D(90)), wreck.Holding("ETHUSDT", D(2), None)
    assert wreck.naked([safe, bare]) == ["2 ETHUSDT without a stop"]
