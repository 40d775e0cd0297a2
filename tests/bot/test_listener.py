"""What a channel says arrives as it was said: the real Telegram client against the local data centre."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from loguru import logger

from bot.listener import LOOKUP_S_MAX
from core.messages import TEXT_MAX, Message
from core.vocabulary import MessageId
from tests.standins.telegram_dc import TelegramDataCentre
from tests.standins.telegram_dc_desk import NOON, Desk, listening
from tests.standins.telegram_dc_world import Channel, Person

POSTED = datetime(2026, 3, 4, 11, 59, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scene:
    dc: TelegramDataCentre
    reader: Person
    channel: Channel
    desk: Desk


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    """One channel with one old post, and an ear on it that hears by updates alone."""
    async with TelegramDataCentre() as dc:
        reader = dc.add_person("99900001", "Reader")
        channel = dc.add_channel("Calls", reader)
        dc.post(channel, "an old post", at=POSTED - timedelta(days=1))
        async with listening(dc, reader, channel) as desk:
            yield Scene(dc, reader, channel, desk)


async def test_a_new_post_becomes_a_message_with_exactly_what_was_said(scene: Scene) -> None:
    post = scene.dc.post(scene.channel, "BUY BTCUSDT 61000", at=POSTED)
    assert await scene.desk.next() == Message(
        channel=scene.channel.marked,
        id=post,
        text="BUY BTCUSDT 61000",
        posted_at=POSTED,
        heard_at=NOON,
    )


async def test_a_burst_of_two_hundred_posts_keeps_its_order(scene: Scene) -> None:
    said = [f"post {n}" for n in range(200)]
    for text in said:
        scene.dc.post(scene.channel, text)
    assert await scene.desk.texts(200) == said


async def test_an_edit_follows_its_post_and_says_when(scene: Scene) -> None:
    edited = POSTED + timedelta(seconds=9)
    post = scene.dc.post(scene.channel, "SL 60000", at=POSTED)
    first = await scene.desk.next()
    scene.dc.edit(scene.channel, post, "SL 60500", at=edited)
    second = await scene.desk.next()
    assert (first.text, first.edited_at) == ("SL 60000", None)
    assert (second.id, second.text, second.posted_at, second.edited_at) == (post, "SL 60500", POSTED, edited)


async def test_two_edits_within_one_second_are_both_heard(scene: Scene) -> None:
    post = scene.dc.post(scene.channel, "TP 1", at=POSTED)
    assert await scene.desk.texts(1) == ["TP 1"]
    for text in ("TP 2", "TP 3"):
        scene.dc.edit(scene.channel, post, text, at=POSTED)
        assert await scene.desk.texts(1) == [text]


async def test_an_edit_that_changes_no_words_is_not_heard(scene: Scene) -> None:
    post = scene.dc.post(scene.channel, "BUY", at=POSTED)
    scene.dc.edit(scene.channel, post, "BUY", at=POSTED + timedelta(seconds=1))
    scene.dc.edit(scene.channel, 1, "an old post", is_hidden=True)
    scene.dc.post(scene.channel, "next")
    assert await scene.desk.texts(2) == ["BUY", "next"]


async def test_an_edit_of_a_post_older_than_the_start_is_heard(scene: Scene) -> None:
    scene.dc.post(scene.channel, "the start")
    assert await scene.desk.texts(1) == ["the start"]
    scene.dc.edit(scene.channel, 1, "an old post, now with a stop")
    message = await scene.desk.next()
    assert (message.id, message.text) == (1, "an old post, now with a stop")


async def test_words_taken_back_are_heard_as_an_empty_edit(scene: Scene) -> None:
    post = scene.dc.post(scene.channel, "BUY")
    assert await scene.desk.texts(1) == ["BUY"]
    scene.dc.edit(scene.channel, post, "")
    assert await scene.desk.texts(1) == [""]


async def test_a_reply_carries_the_words_it_answers(scene: Scene) -> None:
    post = scene.dc.post(scene.channel, "BUY ETHUSDT")
    scene.dc.post(scene.channel, "close half", reply_to=post)
    _, reply = await scene.desk.next(), await scene.desk.next()
    assert (reply.reply_to, reply.reply_text) == (post, "BUY ETHUSDT")


async def test_a_reply_to_a_post_nobody_heard_is_looked_up_once(scene: Scene) -> None:
    old = scene.channel.add("from long ago").message.id
    for n in range(30):
        scene.channel.add(f"filler {n}")
    scene.dc.post(scene.channel, "tp hit", reply_to=old)
    scene.dc.post(scene.channel, "closed", reply_to=old)
    replies = [message for message in [await scene.desk.next() for _ in range(33)] if message.reply_to]
    assert [reply.reply_text for reply in replies] == ["from long ago", "from long ago"]


async def test_a_reply_to_a_deleted_post_comes_without_its_words(scene: Scene) -> None:
    scene.dc.post(scene.channel, "about something gone", reply_to=999)
    reply = await scene.desk.next()
    assert (reply.reply_to, reply.reply_text) == (999, None)


async def test_a_lookup_without_answer_delays_one_post_by_a_second_and_the_next_not_at_all(scene: Scene) -> None:
    loop = asyncio.get_running_loop()
    scene.dc.stall("channels.getMessages")
    started = loop.time()
    for n in (900, 901, 902):
        scene.dc.post(scene.channel, f"reply to {n}", reply_to=n)
    assert await scene.desk.texts(3) == ["reply to 900", "reply to 901", "reply to 902"]
    assert LOOKUP_S_MAX <= loop.time() - started < 2 * LOOKUP_S_MAX


async def test_a_forwarded_post_says_so(scene: Scene) -> None:
    scene.dc.post(scene.channel, "SELL", forwarded_from="somebody else")
    assert (await scene.desk.next()).forwarded


async def test_the_caption_of_an_album_is_heard_once(scene: Scene) -> None:
    scene.dc.post_album(scene.channel, "BUY GOLD", "", "BUY GOLD")
    scene.dc.post(scene.channel, "next")
    assert await scene.desk.texts(2) == ["BUY GOLD", "next"]


async def test_a_caption_added_later_is_heard(scene: Scene) -> None:
    post = scene.dc.post(scene.channel, "")
    scene.dc.edit(scene.channel, post, "BUY after all")
    message = await scene.desk.next()
    assert (message.id, message.text) == (post, "BUY after all")
    assert message.edited_at is not None


async def test_notices_are_no_posts(scene: Scene) -> None:
    scene.dc.notify(scene.channel)
    scene.dc.post(scene.channel, "next")
    assert await scene.desk.texts(1) == ["next"]


async def test_a_text_longer_than_telegram_allows_is_cut_and_said(scene: Scene) -> None:
    said: list[str] = []
    sink = logger.add(said.append, format="{message}")
    try:
        scene.dc.post(scene.channel, "x" * (TEXT_MAX + 1))
        assert (await scene.desk.next()).text == "x" * TEXT_MAX
    finally:
        logger.remove(sink)
    assert any("cut" in line for line in said)


async def test_two_channels_are_told_apart_and_a_third_is_not_heard() -> None:
    async with TelegramDataCentre() as dc:
        reader = dc.add_person("99900001", "Reader")
        gold, coins, gossip = (dc.add_channel(title, reader) for title in ("Gold", "Coins", "Gossip"))
        async with listening(dc, reader, gold, coins) as desk:
            dc.post(gossip, "not for us")
            dc.post(gold, "one")
            dc.post(gossip, "nor this")
            dc.post(coins, "two")
            first, second = await desk.next(), await desk.next()
    assert {(m.channel, m.id, m.text) for m in (first, second)} == {
        (gold.marked, MessageId(1), "one"),
        (coins.marked, MessageId(1), "two"),
    }


async def test_a_busy_desk_is_waited_for_and_nothing_is_lost() -> None:
    async with TelegramDataCentre() as dc:
        reader = dc.add_person("99900001", "Reader")
        channel = dc.add_channel("Calls", reader)
        async with listening(dc, reader, channel, is_free=False) as desk:
            said = [f"post {n}" for n in range(600)]
            for text in said:
                dc.post(channel, text)
            assert desk.messages.empty()
            desk.is_free.set()
            assert await desk.texts(600) == said


async def test_a_desk_that_breaks_is_not_taken_for_a_lost_line(scene: Scene) -> None:
    scene.desk.breaks_with = OSError("the desk's own disk")
    scene.dc.post(scene.channel, "BUY")
    assert await scene.desk.failure() is scene.desk.breaks_with
