"""What Telegram does to a listener in real life (faults T01-T15), and that no call is lost by it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from loguru import logger

from bot.listener import BACKFILL_MAX, TelethonEar
from core.errors import ConfigError
from core.vocabulary import MessageId
from tests.standins.telegram_dc import TelegramDataCentre
from tests.standins.telegram_dc_desk import PATIENCE_S, Desk, StandingClock, listening, settings_for
from tests.standins.telegram_dc_world import Channel, Person, now

OFTEN_S = 0.05


@pytest.fixture
async def dc() -> AsyncIterator[TelegramDataCentre]:
    async with TelegramDataCentre() as running:
        yield running


@pytest.fixture
def reader(dc: TelegramDataCentre) -> Person:
    return dc.add_person("99900001", "Reader")


@pytest.fixture
def channel(dc: TelegramDataCentre, reader: Person) -> Channel:
    return dc.add_channel("Calls", reader)


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What was logged."""
    lines: list[str] = []
    sink = logger.add(lines.append, format="{level} {message}")
    yield lines
    logger.remove(sink)


async def test_an_update_lost_on_the_way_is_found_in_the_history(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    async with listening(dc, reader, channel, poll_s=OFTEN_S) as desk:
        channel.is_withheld = True
        post = dc.post(channel, "lost on the way")
        assert await desk.texts(1) == ["lost on the way"]
        dc.edit(channel, post, "lost again, with a stop")
        assert await desk.texts(1) == ["lost again, with a stop"]


async def test_what_was_heard_twice_is_handed_over_once(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    async with listening(dc, reader, channel, poll_s=OFTEN_S) as desk:
        dc.post(channel, "once")
        assert await desk.texts(1) == ["once"]
        await dc.asked("messages.getHistory", 3)
        dc.post(channel, "next")
        assert await desk.texts(1) == ["next"]


async def test_posts_during_a_torn_line_are_heard_in_order_after_it(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    async with listening(dc, reader, channel) as desk:
        dc.post(channel, "before")
        assert await desk.texts(1) == ["before"]
        dc.drop()
        for text in ("one", "two", "three"):
            dc.post(channel, text)
        assert await desk.texts(3) == ["one", "two", "three"]
        dc.post(channel, "after")
        assert await desk.texts(1) == ["after"]


async def test_a_server_that_was_down_is_found_again(dc: TelegramDataCentre, reader: Person, channel: Channel) -> None:
    async with listening(dc, reader, channel) as desk:
        await dc.stop()
        dc.post(channel, "said while Telegram was down")
        await dc.start()
        assert await desk.texts(1) == ["said while Telegram was down"]


async def test_a_server_that_is_down_at_the_start_is_waited_for(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    session = dc.session_of(reader)
    await dc.stop()
    async with listening(dc, reader, channel, open_session=lambda: session, patience_s=0.1) as desk:
        await dc.start()
        await dc.asked("messages.getHistory")
        dc.post(channel, "hello")
        assert await desk.texts(1) == ["hello"]


async def test_a_gap_too_long_to_list_is_read_from_the_history(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    channel.is_too_long = True
    async with listening(dc, reader, channel) as desk:
        dc.drop()
        said = [f"post {n}" for n in range(130)]
        for text in said:
            dc.post(channel, text)
        assert await desk.texts(130) == said


async def test_a_restart_continues_after_the_mark(dc: TelegramDataCentre, reader: Person, channel: Channel) -> None:
    posts = [dc.post(channel, f"post {n}") for n in range(40)]
    marks = {channel.marked: MessageId(posts[9])}
    async with listening(dc, reader, channel, marks=marks) as desk:
        assert await desk.texts(30) == [f"post {n}" for n in range(10, 40)]
        dc.post(channel, "live")
        assert await desk.texts(1) == ["live"]


async def test_a_new_post_waits_until_the_missed_ones_have_passed(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    mark, *_ = [dc.post(channel, text) for text in ("heard", "missed 1", "missed 2")]
    history = dc.stall("messages.getHistory")
    async with listening(dc, reader, channel, marks={channel.marked: mark}) as desk:
        dc.post(channel, "new")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(desk.messages.get(), 0.2)
        history.set()
        assert await desk.texts(3) == ["missed 1", "missed 2", "new"]


async def test_an_edit_made_while_we_were_away_is_heard(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    noon = now()
    dc.post(channel, "older", at=noon - timedelta(hours=2))
    dc.edit(channel, 1, "older, changed before the mark", at=noon - timedelta(hours=1))
    mark = dc.post(channel, "SL 1", at=noon)
    dc.edit(channel, mark, "SL 2", at=noon + timedelta(minutes=1))
    dc.post(channel, "new", at=noon + timedelta(minutes=2))
    async with listening(dc, reader, channel, marks={channel.marked: mark}) as desk:
        assert await desk.texts(2) == ["SL 2", "new"]


async def test_a_channel_without_a_mark_starts_from_now(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    past = dc.post(channel, "history", at=now() - timedelta(minutes=1))
    async with listening(dc, reader, channel, poll_s=OFTEN_S) as desk:
        dc.post(channel, "now")
        assert await desk.texts(1) == ["now"]
        assert await desk.next_mark() == past


async def test_a_post_between_the_line_and_the_first_look_at_its_channel_is_heard(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    """It is the channel's newest post when its list of channels is read, and yet it is no history."""
    past = dc.post(channel, "history", at=now() - timedelta(minutes=1))
    dialogs = dc.stall("messages.getDialogs")
    asked = asyncio.create_task(dc.asked("messages.getDialogs"))
    async with listening(dc, reader, channel, patience_s=0.1) as desk:
        await asked
        dc.post(channel, "meanwhile")
        dialogs.set()
        dc.post(channel, "after")
        assert await desk.texts(2) == ["meanwhile", "after"]
        assert await desk.next_mark() == past


async def test_a_quiet_channel_s_first_post_is_heard_though_we_were_away(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    dc.post(channel, "history", at=now() - timedelta(minutes=1))
    async with listening(dc, reader, channel) as desk:
        marks = {channel.marked: await desk.next_mark()}
    dc.post(channel, "while we were away")
    async with listening(dc, reader, channel, marks=marks) as desk:
        assert await desk.texts(1) == ["while we were away"]
        assert desk.followed.empty()


async def test_a_very_long_absence_is_cut_and_said(
    dc: TelegramDataCentre, reader: Person, channel: Channel, said: list[str]
) -> None:
    for n in range(BACKFILL_MAX + 51):
        dc.post(channel, f"post {n}")
    async with listening(dc, reader, channel, marks={channel.marked: MessageId(1)}) as desk:
        heard = await desk.texts(BACKFILL_MAX)
    assert heard == [f"post {n}" for n in range(51, BACKFILL_MAX + 51)]
    assert any("up to 50 posts" in line for line in said)


async def test_a_flood_wait_is_said_and_does_not_hold_up_new_posts(
    dc: TelegramDataCentre, reader: Person, channel: Channel, said: list[str]
) -> None:
    dc.refuse("messages.getHistory", 420, "FLOOD_WAIT_7")
    async with listening(dc, reader, channel, poll_s=OFTEN_S) as desk:
        dc.post(channel, "in the meantime")
        assert await desk.texts(1) == ["in the meantime"]
        assert dc.times_asked("messages.getHistory") == 1
    assert any("wait 7 s" in line for line in said)


async def test_a_flood_wait_is_kept_and_then_the_history_is_read(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    async with listening(dc, reader, channel, poll_s=OFTEN_S) as desk:
        channel.is_withheld = True
        dc.refuse("messages.getHistory", 420, "FLOOD_WAIT_1")
        await dc.asked("messages.getHistory")
        dc.post(channel, "found later")
        assert await desk.texts(1) == ["found later"]


@pytest.mark.parametrize(
    ("code", "reason", "advice"),
    [
        (401, "AUTH_KEY_UNREGISTERED", "revoked"),
        (401, "SESSION_REVOKED", "revoked"),
        (401, "USER_DEACTIVATED_BAN", "banned"),
        (406, "AUTH_KEY_DUPLICATED", "two places"),
    ],
)
async def test_a_refused_account_ends_in_one_clear_line(
    dc: TelegramDataCentre, reader: Person, channel: Channel, code: int, reason: str, advice: str
) -> None:
    async with listening(dc, reader, channel, poll_s=OFTEN_S) as desk:
        dc.refuse("messages.getHistory", code, reason)
        error = await desk.failure()
    assert isinstance(error, ConfigError)
    assert advice in str(error)
    assert "main.py login" in str(error)
    assert "\n" not in str(error)


async def test_a_session_revoked_while_the_line_was_down_is_noticed(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    async with listening(dc, reader, channel) as desk:
        dc.revoke(reader)
        dc.drop()
        assert isinstance(await desk.failure(), ConfigError)


async def test_a_key_that_telegram_forgot_is_noticed(dc: TelegramDataCentre, reader: Person, channel: Channel) -> None:
    async with listening(dc, reader, channel) as desk:
        dc.forget_keys()
        dc.drop()
        error = await desk.failure()
    assert isinstance(error, ConfigError)
    assert "main.py login" in str(error)


async def test_a_session_revoked_before_the_start_is_noticed(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    session = dc.session_of(reader)
    dc.revoke(reader)
    async with listening(dc, reader, channel, open_session=lambda: session) as desk:
        assert isinstance(await desk.failure(), ConfigError)


async def test_an_account_that_never_signed_in_is_told_how(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    async with listening(dc, reader, channel, open_session=dc.session_of) as desk:
        error = await desk.failure()
    assert isinstance(error, ConfigError)
    assert "not signed in yet: run `main.py login`" in str(error)


async def test_an_account_that_may_command_the_bot_may_not_listen(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    settings = replace(settings_for(channel), commanders=frozenset({reader.id}))
    ear = TelethonEar(settings, StandingClock(), lambda: dc.session_of(reader))
    with pytest.raises(ConfigError, match="is the listening account"):
        await asyncio.wait_for(ear.listen({}, Desk().hear, Desk().notice), PATIENCE_S)


async def test_a_channel_not_joined_is_told_once_while_the_others_are_heard(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    elsewhere = dc.add_channel("Elsewhere")
    async with listening(dc, reader, channel, elsewhere, poll_s=OFTEN_S) as desk:
        dc.post(channel, "heard all the same")
        assert await desk.texts(1) == ["heard all the same"]
        told = await desk.next_notice()
        assert elsewhere.marked in told
        assert "has not joined it" in told
        assert channel.marked not in told
        await dc.asked("messages.getDialogs", 2)
        assert desk.notices.empty()


async def test_a_channel_joined_later_is_heard_from_then_on(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    elsewhere = dc.add_channel("Elsewhere")
    dc.post(elsewhere, "its past", at=now() - timedelta(hours=1))
    async with listening(dc, reader, channel, elsewhere, poll_s=OFTEN_S) as desk:
        assert "is not heard" in await desk.next_notice()
        elsewhere.members.add(reader.id)
        dc.post(elsewhere, "said between the joining and the next look")
        assert await desk.next_notice() == f"{elsewhere.marked} is heard from now on"
        dc.post(elsewhere, "said later")
        assert await desk.texts(2) == ["said between the joining and the next look", "said later"]


async def test_an_account_that_has_joined_none_of_its_channels_is_told_which(
    dc: TelegramDataCentre, reader: Person
) -> None:
    elsewhere = dc.add_channel("Elsewhere")
    async with listening(dc, reader, elsewhere) as desk:
        error = await desk.failure()
    assert isinstance(error, ConfigError)
    assert elsewhere.marked in str(error)


async def test_being_thrown_out_of_one_channel_leaves_the_other_audible(
    dc: TelegramDataCentre, reader: Person, channel: Channel
) -> None:
    other = dc.add_channel("Other", reader)
    async with listening(dc, reader, channel, other, poll_s=OFTEN_S) as desk:
        channel.members.clear()
        await dc.asked("messages.getHistory", 4)
        dc.post(other, "still here")
        assert await desk.texts(1) == ["still here"]
        told = await desk.next_notice()
        assert channel.marked in told
        assert "can no longer be read" in told
        other.members.clear()
        assert isinstance(await desk.failure(), ConfigError)
        assert desk.notices.empty()


async def test_a_deletion_is_handed_over_behind_the_post_it_takes_back(
    dc: TelegramDataCentre, reader: Person, channel: Channel, said: list[str]
) -> None:
    async with listening(dc, reader, channel) as desk:
        post = dc.post(channel, "BUY")
        dc.delete(channel, post)
        dc.post(channel, "next")
        assert await desk.texts(2) == ["BUY", "next"]
        gone = await asyncio.wait_for(desk.deletions.get(), PATIENCE_S)
        assert (gone.channel, gone.messages) == (channel.marked, (post,))
    assert any("deleted" in line and f"[{post}]" in line for line in said)
