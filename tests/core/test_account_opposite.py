"""A channel that calls the other side closes its own trade there, when the owner wants it so, and nobody else's."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.account.states import Closed
from core.commands import Instruct
from core.events import CallDeclined, CloseAsked, MessageRead, PositionEnded
from core.reading import STANDARD
from core.rules import Rules
from core.signals import Reason, Signal
from core.strategies import Exits
from core.views import Doors
from core.vocabulary import Side
from tests.builders import (
    NOON,
    OTHER_CHANNEL,
    a_channel,
    a_signal,
    an_account,
    an_instrument,
    at,
    heard,
    money,
    must,
    of,
    only,
    opened,
    some_limits,
    some_rules,
    tell,
    told,
)

TURNS = Exits(on_opposite=True)
SHORT = a_signal(Side.SHORT, stop=105, targets=(95,))
RULES = some_rules(
    a_channel(exits=TURNS), a_channel(id_=OTHER_CHANNEL, exits=TURNS), limits=some_limits(per_symbol_max=2)
)


def closed_by(read: MessageRead, rules: Rules = RULES) -> list[Instruct]:
    """What one more post closes of an account that is long by the channel's first."""
    account, held = opened(an_account(RULES))
    _, answer = tell(replace(account, rules=rules), read)
    orders = of(Instruct, answer)
    assert all(order.position == held for order in orders)
    return orders


def test_a_call_for_the_other_side_closes_the_channels_trade_and_says_why() -> None:
    (order,) = closed_by(heard(SHORT, 2))
    assert must(CloseAsked, order.request).by == "rule:the channel called the other side"


def test_without_the_rule_the_trade_stays() -> None:
    assert closed_by(heard(SHORT, 2), some_rules(a_channel(), limits=some_limits(per_symbol_max=2))) == []


def test_an_old_call_said_again_closes_nothing_of_the_one_that_came_after_it() -> None:
    rules = some_rules(a_channel(exits=TURNS, repeat_s=86_400))
    account = told(an_account(rules), heard(SHORT), PositionEnded(heard().position, at(5), money(0)))
    account, held = opened(account, heard(a_signal(), 2, when=at(10)))
    for again in (SHORT, replace(SHORT, targets=())):
        answer = tell(account, heard(again, 3, when=at(300)))[1]
        assert only(CallDeclined, answer).reason.startswith(("repeat: ", "summary: "))
        assert not of(Instruct, answer), held


@pytest.mark.parametrize(
    "read",
    [
        heard(a_signal(), 2),
        heard(replace(SHORT, side=None), 2),
        heard(replace(SHORT, doubts=(Reason("is it one?"),)), 2),
        heard(SHORT, 2, edited_at=at(1)),
        heard(SHORT, 2, when=NOON + timedelta(minutes=5), posted_at=NOON),
        heard(SHORT, 2, channel=OTHER_CHANNEL),
        heard(replace(SHORT, symbol="ETHUSDT"), 2, instrument=an_instrument("ETHUSDT")),
        replace(heard(SHORT, 2), instrument=None),
        heard(a_signal(Side.SHORT, stop=95, targets=(90,)), 2),
        heard(replace(SHORT, stop=None), 2),
        heard(replace(SHORT, spot=True), 2),
        replace(heard(SHORT, 2), quote=None),
    ],
    ids=[
        "same side",
        "no side",
        "doubted",
        "edited",
        "old",
        "another channel",
        "another symbol",
        "unknown symbol",
        "stop on the wrong side",
        "no stop",
        "spot",
        "no price",
    ],
)
def test_what_does_not_clearly_call_the_other_side_closes_nothing(read: MessageRead) -> None:
    assert isinstance(read.reading, Signal)
    assert closed_by(read) == []


def test_a_call_that_says_again_what_was_said_before_closes_nothing() -> None:
    short = heard(SHORT, 1)
    account, _ = tell(an_account(some_rules(a_channel(exits=TURNS, repeat_s=3_600))), short)
    account, _ = tell(account, PositionEnded(short.position, at(1), money(0)))
    account, held = opened(account, heard(a_signal(), 2))
    assert held in account.grants
    assert of(Instruct, tell(account, heard(SHORT, 3))[1]) == []


def test_a_call_that_only_our_own_limits_keep_out_closes_the_trade_all_the_same() -> None:
    """The slot is freed by the close, so this one call is not opened: the next one may be."""
    tight = some_rules(a_channel(exits=TURNS), limits=some_limits(per_symbol_max=1, open_positions_max=1))
    assert len(closed_by(heard(SHORT, 2), tight)) == 1
    account, held = opened(an_account(RULES))
    for shut in (
        replace(account, closed=Closed(Doors.PAUSED, "user:1", at(1))),
        replace(account, day_equity=money(20_000)),
        replace(account, halted="the key is read-only"),
    ):
        after, answer = tell(shut, heard(SHORT, 2))
        assert [order.position for order in of(Instruct, answer)] == [held]
        assert of(CallDeclined, answer)
        assert after.closed == shut.closed


def test_a_call_that_waits_for_its_levels_closes_the_trade_at_once() -> None:
    patient = a_channel(exits=TURNS, dialect=replace(STANDARD, wait_s=60))
    assert len(closed_by(heard(replace(SHORT, stop=None, targets=()), 2), some_rules(patient))) == 1


def test_what_was_lost_a_moment_ago_does_not_keep_an_opposite_call_from_closing() -> None:
    """A loss counts before the equity is read again; that it leaves no room makes no call unsound."""
    account, held = opened(an_account(RULES))
    lost = PositionEnded(heard(id_=9).position, at(1), money(-600))
    orders = of(Instruct, tell(account, lost, heard(SHORT, 2, when=at(2)))[1])
    assert [order.position for order in orders] == [held]
