"""Teaching in the chat: proposed, shown, and kept only by a tap of somebody who may trade."""

from __future__ import annotations

import pytest

from bot.handlers import BY_NAME, said
from bot.handlers.presses import press
from bot.render import to_html, to_plain
from bot.slash import Ask, Reply, Role, Tap
from core.reading.learning.trial import Post
from core.reading.roles import Role as Meaning
from core.vocabulary import PositionId
from tests.bot.desk_for_tests import DeskForTests, PlayedClock, an_ask
from tests.bot.lessons_for_tests import GOLD, LessonsForTests

CALL = Post("aaaaaaaaaa", "gold buy 2340\nguard <2310>\ntp 2370")


@pytest.fixture
def clock() -> PlayedClock:
    return PlayedClock()


@pytest.fixture
def lessons() -> LessonsForTests:
    return LessonsForTests([CALL, Post("bbbbbbbbbb", "good morning")])


@pytest.fixture
def desk(clock: PlayedClock, lessons: LessonsForTests) -> DeskForTests:
    desk = DeskForTests(clock)
    desk.lessons = lessons
    return desk


async def teach(ask: Ask) -> tuple[str, Reply]:
    reply = await BY_NAME["teach"].run(ask)
    return to_plain(reply.text), reply


def labels(reply: Reply) -> list[str]:
    return [button.label for row in reply.rows for button in row]


def nonce(reply: Reply) -> str:
    return reply.rows[0][0].about


async def test_a_rule_is_shown_with_what_it_changes_and_kept_by_a_tap(
    desk: DeskForTests, lessons: LessonsForTests
) -> None:
    ask = an_ask(desk, f"{GOLD} SL is 2310")
    shown, reply = await teach(ask)
    assert '"guard" means stop' in shown
    assert "Of 2 posts heard, 1 would be read otherwise." in shown
    assert "was: buy XAUUSD limit 2340 TP 2370 (ask)" in shown
    assert "1 that you were asked about would act unasked" in shown
    assert labels(reply) == ["Keep it: 1 would act unasked", "No"]
    assert not lessons.kept
    pressed = await press(ask, Tap.YES, nonce(reply))
    assert pressed.toast.startswith('✓ Kept: "guard" means stop')
    ((channel, lesson, by),) = lessons.kept
    assert (channel, lesson.words, by) == (GOLD, (("guard", Meaning.STOP),), "user:42")
    assert "Already answered" in (await press(ask, Tap.YES, nonce(reply))).toast


async def test_no_keeps_nothing(desk: DeskForTests, lessons: LessonsForTests) -> None:
    ask = an_ask(desk, f"{GOLD} wait 60")
    _, reply = await teach(ask)
    await press(ask, Tap.NO, nonce(reply))
    assert "Already answered" in (await press(ask, Tap.YES, nonce(reply))).toast
    assert not lessons.kept


async def test_plain_words_in_reply_to_a_card_teach(desk: DeskForTests) -> None:
    about_card = an_ask(desk, "SL is 2310", about=PositionId(CALL.id))
    assert '"guard" means stop' in to_plain((await said(about_card, forwarded=False)).text)
    about_why = an_ask(desk, "SL is 2310", quoted=f"Why · {CALL.id}\nGold · heard")
    assert '"guard" means stop' in to_plain((await said(about_why, forwarded=False)).text)


async def test_plain_words_of_a_viewer_or_about_nothing_do_nothing(desk: DeskForTests) -> None:
    for ask in (an_ask(desk, "SL is 2310"), an_ask(desk, "SL is 2310", about=PositionId(CALL.id), role=Role.VIEWER)):
        assert "Plain words do nothing here" in to_plain((await said(ask, forwarded=False)).text)


async def test_only_who_may_trade_may_keep_a_rule(desk: DeskForTests, lessons: LessonsForTests) -> None:
    _, reply = await teach(an_ask(desk, f"{GOLD} wait 60"))
    pressed = await press(an_ask(desk, role=Role.VIEWER), Tap.YES, nonce(reply))
    assert "needs the role trader" in pressed.toast
    assert not lessons.kept
    assert BY_NAME["teach"].role is Role.TRADER


async def test_a_rule_that_wakes_posts_shows_each_and_the_button_vouches_for_them(
    desk: DeskForTests, lessons: LessonsForTests
) -> None:
    lessons.posts = [Post(f"w{number}", f"moon BTC{'C' * number}USDT now") for number in range(3)]
    ask = an_ask(desk, f"{GOLD} moon means buy")
    shown, reply = await teach(ask)
    assert "⚠ 3 would act anew or otherwise:" in shown
    assert all(post.text in shown for post in lessons.posts)
    assert labels(reply)[0] == "Keep it: I have seen these 3"
    lessons.posts.append(Post("new", "moon SOLUSDT now"))
    pressed = await press(ask, Tap.YES, nonce(reply))
    assert "it would wake posts you have not seen" in pressed.toast
    assert not lessons.kept


async def test_more_than_a_phone_can_show_is_not_kept_on_a_phone(desk: DeskForTests, lessons: LessonsForTests) -> None:
    lessons.posts = [Post(f"w{number}", "moon BTCUSDT now") for number in range(13)]
    shown, reply = await teach(an_ask(desk, f"{GOLD} moon means buy"))
    assert "main.py teach" in shown
    assert reply.rows == ()


async def test_what_teaches_nothing_says_why(desk: DeskForTests) -> None:
    shown, reply = await teach(an_ask(desk, f"{GOLD} not means buy"))
    assert "never taught away" in shown
    assert reply.rows == ()


async def test_without_a_correction_the_ways_are_shown(desk: DeskForTests) -> None:
    for words in ("", str(GOLD)):
        shown, _ = await teach(an_ask(desk, words))
        assert "SL is 2310" in shown
        assert "/teach undo" in shown


async def test_a_channel_is_also_called_by_its_title(desk: DeskForTests) -> None:
    channel = next(each for each in desk.status().channels if each.id == GOLD)
    shown, _ = await teach(an_ask(desk, f"{channel.title.upper()} wait 60"))
    assert "levels are waited for 60 s" in shown


async def test_the_last_rule_is_taken_back_after_a_tap(desk: DeskForTests, lessons: LessonsForTests) -> None:
    ask = an_ask(desk, f"{GOLD} wait 60")
    _, reply = await teach(ask)
    await press(ask, Tap.YES, nonce(reply))
    again = an_ask(desk, f"undo {GOLD}", questions=ask.questions)
    shown, reply = await teach(again)
    assert "levels are waited for 60 s" in shown
    assert "✓ Taken back" in (await press(again, Tap.YES, nonce(reply))).toast
    assert not lessons.kept
    assert "taught nothing" in (await teach(again))[0]


async def test_a_channels_words_are_never_markup(desk: DeskForTests) -> None:
    _, reply = await teach(an_ask(desk, f"{GOLD} SL is 2310"))
    assert "&lt;2310&gt;" in to_html(reply.text)
