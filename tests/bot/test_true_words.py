"""No screen says more than is so: about the doors, about money, about what a tap did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.approvals import question_card
from bot.handlers import BY_NAME
from bot.handlers.panic import proof
from bot.handlers.presses import press
from bot.handlers.trades import level
from bot.news import news_of
from bot.render import Look, rich, stamped, to_plain
from bot.slash import Ask, Reply, Role, Tap
from core.events import InvariantBroken, Resumed, VenueHalted
from core.views import ChannelView, Doors, LimitView, Shield, Stage, StatusView
from core.vocabulary import ChannelId, PositionId, Price, Quantity, Symbol
from tests.bot.desk_for_tests import LOOK, START, D, DeskForTests, PlayedClock, a_plan, a_position, a_question, an_ask
from tests.bot.lessons_for_tests import LessonsForTests

DOWN = "bybit-demo (bybit demo) refuses the key: make a new one"


@pytest.fixture
def desk() -> DeskForTests:
    return DeskForTests(PlayedClock())


async def run(name: str, ask: Ask) -> tuple[str, Reply]:
    reply = await BY_NAME[name].run(ask)
    return to_plain(reply.text), reply


# --- the doors --------------------------------------------------------------------------------------


async def test_status_says_why_the_venue_cannot_be_traded_on(desk: DeskForTests) -> None:
    desk.beneath = (Doors.HALTED, DOWN)
    assert DOWN in (await run("status", an_ask(desk)))[0]


async def test_status_calls_no_door_open_while_nothing_can_be_written_down(desk: DeskForTests) -> None:
    desk.beneath = (Doors.OPEN, "cannot write to journal.sqlite3: the disk is full")
    for name in ("status", "resume"):
        shown, _ = await run(name, an_ask(desk))
        assert "the disk is full" in shown
        assert "calls may be taken" not in shown
        assert "open already" not in shown


async def test_resume_says_that_the_venue_keeps_the_doors_shut(desk: DeskForTests) -> None:
    desk.beneath = (Doors.HALTED, DOWN)
    for role in (Role.TRADER, Role.ADMIN):
        shown, _ = await run("resume", an_ask(desk, role=role))
        assert DOWN in shown
        assert "by themselves" in shown


@pytest.mark.parametrize("shut", [Doors.HALTED, Doors.UNSOUND])
async def test_resume_after_a_pause_or_a_panic_calls_no_door_open_that_the_venue_keeps_shut(
    desk: DeskForTests, shut: Doors
) -> None:
    desk.beneath = (shut, DOWN)
    await desk.pause("user:42")
    shown, _ = await run("resume", an_ask(desk))
    assert "calls may be taken" not in shown
    assert DOWN in shown
    await desk.panic("user:42")
    ask = an_ask(desk, role=Role.ADMIN)
    _, reply = await run("resume", ask)
    assert "calls may be taken" not in (await press(ask, Tap.YES, reply.rows[0][0].about)).toast
    assert desk.doors is Doors.OPEN


@pytest.mark.parametrize(
    "fact",
    [VenueHalted(START, ""), InvariantBroken(START, ()), Resumed(START, "user:42")],
    ids=lambda f: type(f).__name__,
)
def test_one_hindrance_that_is_gone_promises_nothing_about_the_others(fact: object) -> None:
    news = news_of(fact, None, "")
    assert news is not None
    assert "may be taken" not in to_plain(news.words(LOOK))


async def test_a_pause_after_a_panic_says_who_opens_the_doors(desk: DeskForTests) -> None:
    await desk.panic("user:7")
    shown, _ = await run("pause", an_ask(desk))
    assert desk.doors is Doors.LOCKED
    assert "Locked by a panic already" in shown
    assert "An admin's /resume" in shown


# --- money ------------------------------------------------------------------------------------------


class Unread(DeskForTests):
    """A desk whose venue has not told yet what the account is worth."""

    def limits(self) -> Sequence[LimitView]:
        return ()


async def test_limits_that_are_not_known_yet_are_said_to_be_so(desk: DeskForTests) -> None:
    shown, reply = await run("limits", an_ask(Unread(desk.clock)))
    assert "Not known yet" in shown
    assert reply.rows


def test_real_money_is_never_called_paper_whatever_its_owner_calls_the_account() -> None:
    for label in ("paper (bybit live)", "from-demo-to-live (bybit live)"):
        assert not Look(label).on_paper
        assert to_plain(stamped(rich("x"), Look(label))) == f"x\n· {label}"
    for label in ("main (bybit demo)", "main (paper)", "paper (demo)", "x (bybit testnet)"):
        assert Look(label).on_paper


@pytest.mark.parametrize(
    ("word", "price"), [("1,850.5", D("1850.5")), ("1234,567", None), ("12,34", None), ("1234567", D(1234567))]
)
def test_a_comma_parts_thousands_or_the_price_is_not_read(word: str, price: object) -> None:
    assert level(word) == price


# --- what a tap did -----------------------------------------------------------------------------------


async def test_a_no_to_a_question_from_before_a_restart_does_not_claim_that_nothing_was_done(
    desk: DeskForTests,
) -> None:
    pressed = await press(an_ask(desk), Tap.NO, "of-an-earlier-life")
    assert pressed.edit is not None
    for words in (pressed.toast, to_plain(pressed.edit.text)):
        assert "this tap did nothing" in words
        assert "you said no" not in words


async def test_closing_a_part_never_reads_as_closing_all(desk: DeskForTests) -> None:
    desk.hold(a_position())
    ask = an_ask(desk, "BTCUSDT 25%")
    shown, reply = await run("close", ask)
    assert shown.startswith("Close 25% of ▲ BTCUSDT long at market?")
    assert reply.rows[0][0].label == "Yes, close 25%"
    pressed = await press(ask, Tap.YES, reply.rows[0][0].about)
    assert pressed.edit is not None
    assert pressed.toast == "Closing 25% of 1."
    assert to_plain(pressed.edit.text).startswith("▲ BTCUSDT long ✓ 25% is being closed")


async def test_an_entry_that_waits_is_cancelled_in_words_too(desk: DeskForTests) -> None:
    desk.hold(a_position(stage=Stage.AWAITING, quantity=Quantity(D(0)), shield=Shield.NONE))
    shown, reply = await run("positions", an_ask(desk))
    assert "0.05 BTC wanted at 65,000" in shown
    assert reply.rows[0][0].label == "Cancel BTCUSDT"
    assert (await run("close", an_ask(desk, "BTCUSDT")))[0].startswith("Cancel the entry of ▲ BTCUSDT long?")
    ask = an_ask(desk, "BTCUSDT half")
    shown, reply = await run("close", ask)
    assert shown.startswith("Cancel the entry of ▲ BTCUSDT long?")
    assert reply.rows[0][0].label == "Yes, cancel it"
    pressed = await press(ask, Tap.YES, reply.rows[0][0].about)
    assert pressed.edit is not None
    assert "its entry is being cancelled" in to_plain(pressed.edit.text)


def test_of_a_call_that_waits_for_its_price_the_distance_is_told_and_no_change_since_the_call() -> None:
    waiting = a_plan(entry="limit 63,000", expected=Price(D(63000)), stop=Price(D(62000)))
    far = a_question(plan=waiting, price=Price(D(65000)))
    shown = to_plain(question_card(far, LOOK, START, buttons=True).text)
    assert "Price now: 65,000 ▲ +3.17% from the entry\n" in shown
    assert "since the call" not in shown
    beyond = to_plain(question_card(replace(far, price=Price(D(61000))), LOOK, START, buttons=True).text)
    assert "▼ -3.17% from the entry (beyond the stop for a long)" in beyond


async def test_a_share_without_a_name_means_the_only_trade_and_of_several_asks_which(desk: DeskForTests) -> None:
    desk.hold(a_position())
    for words in ("half", "50%"):
        shown, _ = await run("close", an_ask(desk, words))
        assert shown.startswith("Close 50% of ▲ BTCUSDT long at market?")
    desk.hold(a_position("bbbbbbbbbb", symbol=Symbol("ETHUSDT")))
    shown, reply = await run("close", an_ask(desk, "half"))
    assert "Close which?" in shown
    assert "/close SYMBOL half" in shown
    assert {button.tap for row in reply.rows for button in row} == {Tap.CLOSE}


@pytest.mark.parametrize("name", ["stop", "targets", "add"])
async def test_with_nothing_open_no_trade_is_asked_for(desk: DeskForTests, name: str) -> None:
    assert (await run(name, an_ask(desk)))[0] == "Nothing is open."
    desk.hold(a_position())
    assert "Write its id or symbol first" in (await run(name, an_ask(desk, "64000")))[0]


def test_a_price_that_moved_by_less_than_is_shown_has_not_changed() -> None:
    shown = to_plain(question_card(a_question(price=Price(D("65000.01"))), LOOK, START, buttons=True).text)
    assert "▲ 0.00% since the call (no change for a long)" in shown


def test_a_panic_that_needs_a_hand_says_so_in_its_head() -> None:
    parked = a_position(stage=Stage.QUARANTINED)
    shown = to_plain(proof([parked], "user:42", START, LOOK, START).text)
    assert "nothing else is needed" not in shown
    assert "Still trying; what is quarantined needs your hand." in shown
    closing = to_plain(proof([a_position(stage=Stage.CLOSING)], "user:42", START, LOOK, START).text)
    assert "Still trying, nothing else is needed." in closing


# --- teaching -----------------------------------------------------------------------------------------


class Rooms(DeskForTests):
    """Two channels, the title of one the beginning of the other's."""

    def status(self) -> StatusView:
        one = super().status().channels[0]
        rooms = (("-1", "Gold"), ("-1001", "Gold Room"))
        channels: tuple[ChannelView, ...] = tuple(replace(one, id=ChannelId(i), title=title) for i, title in rooms)
        return replace(super().status(), channels=channels)


class Listening(LessonsForTests):
    """Keeps what it was told, word for word."""

    async def propose(self, correction: str, channel: ChannelId | None = None, position: PositionId | None = None):  # type: ignore[no-untyped-def]
        self.said = (correction, channel)
        return await super().propose(correction, channel, position)


async def test_a_correction_is_taught_whole_and_to_the_channel_that_was_named(desk: DeskForTests) -> None:
    rooms, lessons = Rooms(desk.clock), Listening()
    rooms.lessons = lessons
    correction = "SL is 2310 " + " ".join(f"w{number}" for number in range(25))
    await run("teach", an_ask(rooms, f"Gold Room {correction}"))
    assert lessons.said == (correction, "-1001")
    await run("teach", an_ask(rooms, "gold SL is 2310"))
    assert lessons.said == ("SL is 2310", "-1")
