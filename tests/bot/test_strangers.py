"""What is not ours: its card, its buttons, and what /reconcile and the panic's proof say of it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from bot.handlers import BY_NAME, panic
from bot.handlers.presses import press
from bot.render import to_plain
from bot.slash import Role, Tap
from bot.strangers import GONE, settled, stranger_card
from core.events import StrangerFound, StrangerIgnored
from core.views import Shield, Stage
from core.vocabulary import Price, Quantity, Side, Symbol
from tests.bot.desk_for_tests import LOOK, DeskForTests, PlayedClock, an_ask
from tests.bot.views import START, a_position, a_stranger

D = Decimal
KEY = "XRPUSDT long"


@pytest.fixture
def desk() -> DeskForTests:
    desk = DeskForTests(PlayedClock())
    desk.foreign[KEY] = a_stranger()
    return desk


def test_the_card_says_what_would_be_set_and_how_it_was_found() -> None:
    shown = to_plain(stranger_card(a_stranger(), LOOK, buttons=True).text)
    assert "500 XRP at 2, now 2.01" in shown
    assert "it has no stop; one is set at 1.71: 2 % of 10,000.00 = 200.00 may be lost. At risk then: 145.47" in shown
    standing = to_plain(stranger_card(a_stranger(standing=True), LOOK, buttons=False).text)
    assert "its stop 1.71 is taken over and guarded." in standing


def test_the_card_of_what_waits_no_more_keeps_its_place_and_loses_its_buttons() -> None:
    card = stranger_card(a_stranger(), LOOK, buttons=True)
    gone = settled(StrangerFound(START, Symbol("XRPUSDT"), Side.LONG, Quantity(D(0))), LOOK)
    ignored = settled(StrangerIgnored(START, Symbol("XRPUSDT"), Side.LONG, "user:42"), LOOK)
    assert (gone.key, gone.rows) == (ignored.key, ignored.rows) == (card.key, ())
    assert to_plain(ignored.text) == "XRPUSDT long is left alone, said you"


async def test_a_second_tap_on_adopt_does_nothing_and_says_so(desk: DeskForTests) -> None:
    first = await press(an_ask(desk), Tap.ADOPT, KEY)
    assert first.toast.startswith("Adopted. Its stop 1.71 is being set")
    assert (await press(an_ask(desk), Tap.ADOPT, KEY)).toast == GONE
    assert desk.adopted == [(KEY, "user:42", False)]


async def test_ignoring_twice_is_ignoring_once(desk: DeskForTests) -> None:
    assert (await press(an_ask(desk), Tap.IGNORE, KEY)).toast == "It is left alone, and told no more."
    assert (await press(an_ask(desk), Tap.IGNORE, KEY)).toast == "It was so already: this tap did nothing."


async def test_closing_what_is_not_ours_is_asked_first_and_once(desk: DeskForTests) -> None:
    ask = an_ask(desk)
    pressed = await press(ask, Tap.CLOSE_STRANGER, KEY)
    assert desk.adopted == []
    assert pressed.reply is not None
    yes = pressed.reply.rows[0][0]
    assert (await press(ask, yes.tap, yes.about)).toast == "✓ It is being closed; its card shows how it goes."
    await press(ask, yes.tap, yes.about)
    assert desk.adopted == [(KEY, "user:42", True)]


async def test_a_viewer_cannot_touch_it(desk: DeskForTests) -> None:
    for tap in (Tap.ADOPT, Tap.IGNORE, Tap.CLOSE_STRANGER):
        assert "needs the role trader" in (await press(an_ask(desk, role=Role.VIEWER), tap, KEY)).toast
    assert desk.adopted == []


async def test_reconcile_tells_what_was_found_what_was_done_and_what_is_not_touched(desk: DeskForTests) -> None:
    desk.findings = ["BTCUSDT: our order abc-tp1-0 was left over, and is cancelled"]
    reply = await BY_NAME["reconcile"].run(an_ask(desk))
    shown = to_plain(reply.text)
    assert "• BTCUSDT: our order abc-tp1-0 was left over, and is cancelled" in shown
    assert "XRPUSDT long is not ours: not touched; adopt it, ignore it or close it" in shown
    assert [button.tap for row in reply.rows for button in row] == [Tap.ADOPT, Tap.IGNORE, Tap.CLOSE_STRANGER]


async def test_reconcile_says_when_the_venue_does_not_answer(desk: DeskForTests) -> None:
    desk.answers = False
    assert "The venue does not answer" in to_plain((await BY_NAME["reconcile"].run(an_ask(desk))).text)


def test_the_proof_of_a_panic_says_of_each_where_it_stands_why_and_what_is_next() -> None:
    views = (
        a_position(stage=Stage.OVER, left_at=Price(D(65400)), ended_at=START + timedelta(seconds=1)),
        a_position("bbbbbbbbbb", stage=Stage.CLOSING, note="the venue refused the close: try again (110079)"),
        a_position("cccccccccc", stage=Stage.AWAITING, quantity=Quantity(D(0)), shield=Shield.NONE),
        a_position("dddddddddd", stage=Stage.QUARANTINED),
    )
    shown = to_plain(panic.proof(views, "user:42", START, LOOK, START, (a_stranger(),)).text).splitlines()
    assert shown[2] == "Closing: 1 of 4 flat. Still trying; what is quarantined needs your hand."
    assert shown[3] == (
        "✗ ▲ BTCUSDT long 0.05 BTC closing at market, 🛡 stop 64,000 stands at the venue. Last: the venue refused the"
        " close: try again (110079). Next: looked up, its stop read back, and asked again every 5 s · bbbbbbbbbb"
    )
    assert shown[4].startswith("✗ ▲ BTCUSDT long asked: its entry is being cancelled. Next: ")
    assert "Next: close it at the venue by hand" in shown[5]
    assert shown[6].startswith("✓ ▲ BTCUSDT long flat at 65,400, ")
    assert shown[7] == "○ XRPUSDT long is not ours: not touched"
    assert shown[8] == "The doors are locked until an admin sends /resume."
