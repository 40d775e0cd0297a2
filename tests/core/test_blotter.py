"""The orders of a trade on a few lines, and a trail's many steps as one moment."""

from __future__ import annotations

import pytest

from core.blotter import history_of, orders_of
from core.commands import Command, MoveStop, PlaceEntry
from core.events import (
    ExitCause,
    Fact,
    FoundFlat,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionAdopted,
    PositionEnded,
    StopLost,
    StopMoveDecided,
)
from core.orders import EntryKind, EntryOrder
from core.ports import Recorded
from core.vocabulary import Side, StreamId, Symbol, Unit
from tests.builders import BTC, CALL, ENTRY, a_plan, at, filled, left, money, price, quantity, row, stands, tag

ORDER = EntryOrder(ENTRY, Symbol(BTC), Side.LONG, EntryKind.LIMIT, quantity(10), price(100), price(95), quantity(5))
SENT = PlaceEntry(CALL, ORDER)
COINS = Unit("BTC")


def recorded(*bodies: Fact | Command) -> list[Recorded]:
    return [Recorded(n, StreamId(CALL), n, CALL, at(n), body) for n, body in enumerate(bodies, 1)]


def shown(*bodies: Fact | Command) -> dict[str, str]:
    return {order.name: order.state for order in orders_of(recorded(*bodies), COINS)}


@pytest.mark.parametrize(
    ("fact", "state"),
    [
        (None, "sent"),
        (OrderAccepted(CALL, at(1), ENTRY), "at the venue"),
        (OrderRefused(CALL, at(1), ENTRY, "110007", "not enough"), "refused: not enough"),
        (OutcomeUnknown(CALL, at(1), ENTRY, "timeout"), "no answer, being looked up"),
        (OrderEnded(CALL, at(1), ENTRY, quantity(0), "cancelled"), "off the book: cancelled"),
        (filled(4), "sent"),
        (filled(10), "filled"),
    ],
)
def test_an_order_is_shown_as_it_stands(fact: Fact | None, state: str) -> None:
    assert shown(SENT, *([fact] if fact else []))["entry"] == state


def test_an_order_sent_again_after_a_restart_is_one_order() -> None:
    assert list(shown(SENT, filled(10), SENT)) == ["entry", "stop"]


def test_what_filled_is_shown_at_its_average_price() -> None:
    (entry, *_) = orders_of(recorded(SENT, filled(4, execution="x1"), filled(6, execution="x2", at_price=110)), COINS)
    assert row(entry.sent, entry.filled, entry.price) == (f"limit buy of 10 BTC in {BTC} at 100", 10, 106)


def test_a_stop_is_one_order_however_often_it_is_moved() -> None:
    (_, stop) = orders_of(
        recorded(SENT, filled(10), stands(95), stands(96), stands(97), StopLost(CALL, at(9), "gone")), COINS
    )
    assert (stop.sent, stop.state) == ("95 → 97, 2 moves", "missing: gone")
    hit = orders_of(recorded(SENT, filled(10), stands(95), left(10, cause=ExitCause.STOP, at_price=95)), COINS)[1]
    assert row(hit.filled, hit.price, hit.state) == (10, 95, "filled")
    ended = PositionEnded(CALL, at(9), money(1))
    assert shown(SENT, filled(10), stands(95), ended)["stop"] == "gone with the trade"


def test_what_others_did_to_a_trade_stands_beside_our_orders() -> None:
    adopted = PositionAdopted(CALL, at(0), a_plan())
    assert list(shown(adopted, left(2, cause=ExitCause.OUTSIDE), left(8, cause=ExitCause.LIQUIDATION))) == [
        "stop",
        "by hand",
        "liquidation",
    ]
    assert shown(adopted, FoundFlat(CALL, at(3), price(90)))["stop"] == "gone with the trade"


def test_the_steps_of_a_trail_are_one_moment_and_a_single_move_stays_as_it_was() -> None:
    steps = [
        body
        for level in (96, 97, 98)
        for body in (
            StopMoveDecided(CALL, at(level), price(level), "rule:trail", "the trail follows"),
            MoveStop(CALL, tag("stop", level), Symbol(BTC), Side.LONG, price(level)),
            stands(level),
        )
    ]
    lone, run = recorded(SENT, *steps[:3]), recorded(SENT, *steps, left(10, cause=ExitCause.STOP))
    assert len(history_of(lone, COINS, None)) == 4
    assert [moment.text for moment in history_of(run, COINS, None)][1] == (
        "the stop was moved 3 times, from 96 to 98 (the trail follows): the venue holds it there"
    )
    assert len(history_of(run, COINS, None)) == 3
    assert "not read back yet" in history_of(run[:-2], COINS, None)[-1].text
