"""The owner's hands on a trade, asked without any Telegram: the sum first, the deed after, refusals by numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.handlers import BY_NAME
from bot.handlers.presses import press
from bot.handlers.stop import wished
from bot.handlers.trades import level
from bot.render import to_plain
from bot.slash import Ask, Reply, Role, Tap
from core.events import AddAsked, CloseAsked, StopMoveAsked, TargetsAsked
from core.views import StopWish
from core.vocabulary import Price
from tests.bot.desk_for_tests import DeskForTests, PlayedClock, a_position, an_ask
from tests.builders import CALL, at, live_through

D = Decimal


@pytest.fixture
def clock() -> PlayedClock:
    return PlayedClock()


@pytest.fixture
def desk(clock: PlayedClock) -> DeskForTests:
    found = DeskForTests(clock)
    found.hold(a_position(CALL))
    return found


async def run(name: str, ask: Ask) -> tuple[str, Reply]:
    reply = await BY_NAME[name].run(ask)
    return to_plain(reply.text), reply


def nonce_of(reply: Reply, tap: Tap = Tap.YES) -> str:
    return next(button.about for row in reply.rows for button in row if button.tap is tap)


@pytest.mark.parametrize(
    ("words", "stop"), [(f"{CALL} 99", D(99)), ("btcusdt 99.5", D("99.5")), (f"#{CALL} be", D("100.2"))]
)
async def test_a_stop_is_tightened_at_once_and_the_sum_is_said(desk: DeskForTests, words: str, stop: Decimal) -> None:
    shown, reply = await run("stop", an_ask(desk, words))
    assert "is being moved" in shown
    assert "of 51.10 USDT granted" in shown
    assert (desk.hands.stop, reply.rows) == (stop, ())
    assert isinstance(desk.hands.told[0], StopMoveAsked)


async def test_a_stop_goes_to_the_price_of_a_target_that_was_reached(desk: DeskForTests) -> None:
    desk.hands.mark = Price(D(112))
    await run("stop", an_ask(desk, f"{CALL} tp1"))
    assert desk.hands.stop == 110


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (f"{CALL} 98", "stands at 98 already"),
        (f"{CALL} 104", "would end it at once; /close does that"),
        (f"{CALL} tp1", "the price is 104: a stop at 110"),
        (f"{CALL} tp9", "there is no target 9; it has 2"),
        (f"{CALL} 94", "granted were 51.10 with the stop at 95; at 94 it would risk 61.07, so 95 is the furthest"),
        (CALL, "Where to?"),
        (f"{CALL} soon", "Where to?"),
        (f"{CALL} 99 98", "Where to?"),
        (f"{CALL} -5", "Where to?"),
        (f"{CALL} {'9' * 5000}", "Where to?"),
        ("", "Which trade?"),
        ("DOGEUSDT 1", "No open trade is called"),
        ("all 99", "No open trade is called"),
    ],
)
async def test_what_cannot_be_done_with_a_stop_is_said_in_numbers(desk: DeskForTests, words: str, says: str) -> None:
    shown, _ = await run("stop", an_ask(desk, words, role=Role.ADMIN))
    assert says in shown
    assert desk.hands.told == []


async def test_two_trades_of_a_symbol_are_not_guessed_between(desk: DeskForTests) -> None:
    desk.hold(a_position("bbbbbbbbbb"))
    shown, _ = await run("stop", an_ask(desk, "BTCUSDT 99"))
    assert f"BTCUSDT is 2 trades: write the id of one, {CALL}, bbbbbbbbbb." in shown
    shown, _ = await run("stop", an_ask(desk, "99", about=CALL))
    assert "is being moved" in shown
    shown, _ = await run("stop", an_ask(desk, f"{CALL} 99.5", about=CALL))
    assert "is being moved" in shown


async def test_an_old_command_asks_before_it_moves_a_stop_or_targets(desk: DeskForTests, clock: PlayedClock) -> None:
    for name, words in (("stop", f"{CALL} 99"), ("targets", f"{CALL} 115 125")):
        ask = an_ask(desk, words, sent_at=clock.now() - timedelta(seconds=90))
        _, reply = await run(name, ask)
        assert desk.hands.told == []
        pressed = await press(ask, Tap.YES, nonce_of(reply))
        assert pressed.toast.startswith("✓")
        assert len(desk.hands.told) == 1
        assert "did nothing" in (await press(ask, Tap.YES, nonce_of(reply))).toast
        desk.hands.told.clear()


async def test_the_button_moves_the_stop_to_the_entry_and_twice_is_once(desk: DeskForTests) -> None:
    ask = an_ask(desk)
    first = await press(ask, Tap.STOP_TO_ENTRY, CALL)
    second = await press(ask, Tap.STOP_TO_ENTRY, CALL)
    assert first.reply is not None
    assert second.reply is not None
    assert "is being moved" in to_plain(first.reply.text)
    assert "already" in to_plain(second.reply.text)
    assert len(desk.hands.told) == 1
    assert "needs the role" in (await press(replace(ask, role=Role.VIEWER), Tap.STOP_TO_ENTRY, CALL)).toast


async def test_targets_are_exchanged_and_what_they_were_is_said(desk: DeskForTests) -> None:
    shown, _ = await run("targets", an_ask(desk, f"{CALL} 115 125"))
    assert "TP1 115 · 50%" in shown
    assert "Were: 110, 120" in shown
    assert isinstance(desk.hands.told[0], TargetsAsked)
    shown, _ = await run("targets", an_ask(desk, f"{CALL} 112 116 118 130"))
    assert "TP4 130 · 25%" in shown


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (CALL, "Which prices?"),
        (f"{CALL} 115 soon", "Which prices?"),
        (f"{CALL} 103 115", "the price is 104, 103 is reached already"),
        (f"{CALL} {' '.join(str(200 + n) for n in range(21))}", "Which prices?"),
    ],
)
async def test_targets_that_make_no_sense_are_refused(desk: DeskForTests, words: str, says: str) -> None:
    shown, _ = await run("targets", an_ask(desk, words))
    assert says in shown
    assert desk.hands.told == []


async def test_a_full_trade_has_no_room_to_add_and_says_so_in_numbers(desk: DeskForTests) -> None:
    desk.hands.trades[CALL] = live_through(
        desk.hands.trades[CALL], StopMoveAsked(CALL, at(20), Price(D(98)), "user:1")
    )[0]
    desk.hands.mark = Price(D("1000"))
    shown, reply = await run("add", an_ask(desk, CALL))
    assert "✗ Nothing added: no room: 21.09 of 51.10 granted is at risk with the stop at 98" in shown
    assert reply.rows == ()


async def test_adding_is_weighed_confirmed_by_a_button_and_weighed_again(desk: DeskForTests) -> None:
    ask = an_ask(desk, f"{CALL} 25%")
    shown, reply = await run("add", ask)
    assert "Add 2.5 BTC to" in shown
    assert "Size 10 → 12.5 BTC" in shown
    assert "of 51.10 USDT granted" in shown
    assert desk.hands.told == []
    pressed = await press(ask, Tap.YES, nonce_of(reply))
    assert "2.5 BTC more of" in pressed.toast
    assert [type(fact) for fact in desk.hands.told] == [AddAsked]
    _, later = await run("add", ask)
    desk.hands.trades[CALL] = live_through(desk.hands.trades[CALL], CloseAsked(CALL, at(90), "user:1"))[0]
    assert "✗ Nothing added: it is over, or on its way out" in (await press(ask, Tap.YES, nonce_of(later))).toast


@pytest.mark.parametrize("words", [f"{CALL} much", f"{CALL} 0%", f"{CALL} 120%", f"{CALL} 10% 20%"])
async def test_a_share_that_is_none_is_explained(desk: DeskForTests, words: str) -> None:
    assert "How much of the planned size?" in (await run("add", an_ask(desk, words)))[0]


def test_prices_and_places_are_read_as_people_write_them() -> None:
    assert level("1,850.50") == D("1850.50")
    assert [level(word) for word in ("", "0", "1e9", "NaN", "٣", "-1", "1.2.3", "1,85")] == [None] * 8
    assert (wished("BE"), wished("TP2"), wished("tp0")) == (StopWish(), StopWish(level=2), None)
