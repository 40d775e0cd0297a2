"""A follow-up nobody can be sure about, on the phone: a button for each trade, one answer, and the truth about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.demo.posts import Post
from bot.handlers.presses import press
from bot.meaning import meaning_card
from bot.notifier import Rhythm
from bot.render import to_plain
from bot.slash import Role, Tap
from core.events import (
    ApprovalExpired,
    CallHeld,
    EntryWithdrawAsked,
    FollowUpAnswered,
    FollowUpAsked,
    FollowUpExpired,
    RequestRefused,
)
from core.views import Stage
from core.vocabulary import Nonce, PositionId, Quantity, Side
from tests import builders
from tests.bot.desk_for_tests import LOOK, OWNER, START, DeskForTests, PlayedClock, an_ask
from tests.bot.test_admin import World as RealWorld
from tests.bot.test_admin import world as real_world  # noqa: F401 - the real bot over the demo's Telegram
from tests.bot.test_notifier import VIEWER, World
from tests.bot.views import D, a_follow_up, a_position, a_question

FIRST, SECOND = PositionId("aaaaaaaaaa"), PositionId("bbbbbbbbbb")
NONCE = Nonce("mmmmmmmmmm")
FAST = Rhythm(question_s=0.02, card_s=3600, panic_s=3600)


def wondered(world: World) -> FollowUpAsked:
    """The desk has asked; the fact that says so."""
    view = a_follow_up()
    world.desk.wonder(view)
    read = builders.heard()
    return FollowUpAsked(view.position, world.clock.now(), view.nonce, read, (), view.why, view.expires_at)


@pytest.fixture
def world() -> World:
    return World()


# --- the card ---------------------------------------------------------------------------------


def test_the_card_names_each_trade_what_is_asked_and_when_silence_means_none() -> None:
    reply = meaning_card(a_follow_up(), LOOK, START, buttons=True)
    text = to_plain(reply.text)
    for words in ("Which trade is meant?", "It asks: close", "BTCUSDT long — live, entry 65,000", "close it now"):
        assert words in text
    assert "Expires in 5 min" in text
    assert [button.label for row in reply.rows for button in row] == [
        "▲ BTCUSDT long",
        "▼ BTCUSDT short",
        "All of them",
        "✗ None",
    ]
    assert all(len(button.wire.encode()) <= 64 for row in reply.rows for button in row)
    assert meaning_card(a_follow_up(), LOOK, START, buttons=False).rows == ()


def test_the_card_calls_a_stage_what_the_trades_own_card_calls_it_and_signs_what_it_earns() -> None:
    waits = a_position("aaaaaaaaaa", stage=Stage.AWAITING)
    text = to_plain(meaning_card(a_follow_up("ffffffffff", NONCE, waits), LOOK, START, buttons=True).text)
    assert "— waiting for its price, entry 65,000, stop 64,000, +24.10 USDT" in text


def test_two_trades_that_look_alike_are_told_apart_by_their_entry() -> None:
    twins = a_follow_up("ffffffffff", NONCE, a_position(FIRST), a_position(SECOND))
    labels = [row[0].label for row in meaning_card(twins, LOOK, START, buttons=True).rows]
    assert labels[:2] == ["▲ BTCUSDT long at 65,000", "▲ BTCUSDT long at 65,000"]


def test_a_single_doubtful_trade_has_its_button_and_none() -> None:
    reply = meaning_card(a_follow_up("ffffffffff", NONCE, a_position()), LOOK, START, buttons=True)
    assert [button.label for row in reply.rows for button in row] == ["▲ BTCUSDT long", "✗ None"]


# --- the taps ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [(f".{SECOND}", (SECOND,)), (".all", (FIRST, SECOND)), ("", ()), (".elsewhere0", ())],
)
async def test_a_tap_binds_what_it_says_and_only_what_was_offered(choice: str, chosen: tuple[PositionId, ...]) -> None:
    desk = DeskForTests(PlayedClock())
    desk.wonder(a_follow_up())
    await press(an_ask(desk), Tap.BIND, f"{NONCE}{choice}")
    assert desk.bound == [(NONCE, chosen, f"user:{OWNER}")]


async def test_only_the_first_answer_counts_and_a_late_one_changes_nothing() -> None:
    clock = PlayedClock()
    desk = DeskForTests(clock)
    desk.wonder(a_follow_up())
    await press(an_ask(desk), Tap.BIND, f"{NONCE}.{FIRST}")
    assert "closed" in (await press(an_ask(desk), Tap.BIND, f"{NONCE}.{SECOND}")).toast
    desk.wonder(a_follow_up())
    clock.forward(301)
    assert "Too late" in (await press(an_ask(desk), Tap.BIND, f"{NONCE}.{FIRST}")).toast
    assert len(desk.bound) == 1


async def test_a_viewer_may_not_say_what_is_meant() -> None:
    desk = DeskForTests(PlayedClock())
    desk.wonder(a_follow_up())
    pressed = await press(an_ask(desk, role=Role.VIEWER), Tap.BIND, f"{NONCE}.{FIRST}")
    assert "needs the role trader" in pressed.toast
    assert not desk.bound


# --- what the phones are told -----------------------------------------------------------------


async def test_the_question_has_buttons_for_traders_only_and_loses_them_when_answered(world: World) -> None:
    async with world.telling(FAST):
        await world.desk.tell(wondered(world))
        await world.shows("Which trade is meant?")
        await world.shows("Which trade is meant?", VIEWER)
        number, shown = world.phone.find("Which trade is meant?")
        assert {button.tap for row in shown.body.rows for button in row} == {Tap.BIND}
        assert world.phone.find("Which trade is meant?", VIEWER)[1].body.rows == ()
        world.clock.forward(10)
        await world.shows("Expires in 4 min")
        await world.desk.bind(NONCE, (FIRST,), "user:42")
        await world.shows("✓ Passed on by you")
        await world.shows("✓ Passed on by user 42", VIEWER)
    after = world.phone.chats[OWNER][number]
    assert [button.tap for row in after.body.rows for button in row] == [Tap.WHY]


async def test_a_question_that_was_told_and_expires_says_so_on_its_card(world: World) -> None:
    async with world.telling(FAST):
        fact = wondered(world)
        await world.desk.tell(fact)
        await world.shows("Which trade is meant?")
        world.desk.unclear.clear()
        await world.desk.tell(FollowUpExpired(fact.position, world.clock.now(), fact.nonce))
        await world.shows("silence meant none of them")
    assert len(world.phone.chats[OWNER]) == 1


async def test_none_of_them_and_an_edited_call_are_said_on_their_cards(world: World) -> None:
    async with world.telling(FAST):
        fact = wondered(world)
        await world.desk.tell(fact)
        await world.shows("Which trade is meant?")
        world.desk.unclear.clear()
        await world.desk.tell(FollowUpAnswered(fact.position, world.clock.now(), fact.nonce, (), "user:42"))
        await world.shows("✗ None of them, said you")
        world.desk.ask(a_question())
        await world.shows("Approve this trade?")
        world.desk.asked.clear()
        over = ApprovalExpired(PositionId("qqqqqqqqqq"), world.clock.now(), Nonce("nnnnnnnnnn"), "the post was edited")
        await world.desk.tell(over)
        await world.shows("⏸ Closed: the post was edited")


async def test_what_is_not_done_and_what_is_waited_for_is_told(world: World) -> None:
    world.desk.hold(
        a_position(FIRST), a_position(SECOND, side=Side.SHORT, stage=Stage.AWAITING, quantity=Quantity(D(0)))
    )
    now = world.clock.now()
    async with world.telling():
        await world.desk.tell(RequestRefused(FIRST, now, "channel:-1001", "a stop is only tightened"), stream=FIRST)
        await world.shows("▲ BTCUSDT long: not done, a stop is only tightened.")
        withdrawn = EntryWithdrawAsked(SECOND, now, "channel:-1001", "its post was deleted")
        await world.desk.tell(withdrawn, stream=SECOND)
        await world.shows("the waiting entry is withdrawn, its post was deleted.")
        held = CallHeld(FIRST, now, builders.heard(), now + timedelta(seconds=60))
        await world.desk.tell(held)
        await world.shows("○ A call waits for its levels · Gold Room: without them by 12:01:00")


# --- the real bot over the wire ---------------------------------------------------------------


async def test_which_trade_is_meant_is_asked_answered_and_settled_on_one_card(real_world: RealWorld) -> None:  # noqa: F811
    async with real_world.bot() as bot:
        await real_world.connected(bot)
        now = real_world.clock.now()
        view = replace(a_follow_up(), asked_at=now, expires_at=now + timedelta(seconds=300))
        real_world.desk.wonder(view)
        read = builders.heard()
        await real_world.desk.tell(FollowUpAsked(view.position, now, view.nonce, read, (), view.why, view.expires_at))
        card = await real_world.shows("Which trade is meant?")
        await real_world.press(card, "BTCUSDT short")
        await real_world.until(lambda posts: _is_settled(posts, card))
        await real_world.press(card, "BTCUSDT long")
        await real_world.heard_all()
    assert real_world.desk.bound == [(NONCE, (SECOND,), f"user:{OWNER}")]


def _is_settled(posts: list[Post], card: Post) -> bool:
    return any(post.id == card.id and "✓ Passed on by you" in post.body.text for post in posts)
