"""What is said arrives once, the urgent first, through every way Telegram has of saying no."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.diary import open_diary
from bot.outbox import Letter, Outbox, Pace, Priority
from bot.render import rich
from bot.slash import Button, Reply, Tap
from core.errors import JournalUnwritable
from core.vocabulary import UserId
from storage.memory import MemoryJournal
from tests.bot.desk_for_tests import OWNER, PlayedClock
from tests.bot.phone import Phone

OTHER = UserId(7)
PACE = Pace()


@asynccontextmanager
async def opened(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal, pace: Pace = PACE, online: bool = True
) -> AsyncIterator[Outbox]:
    async with Outbox(phone, await open_diary(journal, clock), clock, pace=pace, sleep=clock.sleep) as outbox:
        if online:
            outbox.go_online()
        yield outbox


def say(words: str, key: str = "", priority: Priority = Priority.NEWS, seq: int = 0, user: UserId = OWNER) -> Letter:
    return Letter(user, Reply(rich(words), key=key), priority, seq=seq)


@pytest.fixture
def phone() -> Phone:
    return Phone()


@pytest.fixture
def clock() -> PlayedClock:
    return PlayedClock()


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


async def test_the_urgent_overtakes_what_waits(phone: Phone, clock: PlayedClock, journal: MemoryJournal) -> None:
    async with opened(phone, clock, journal, online=False) as outbox:
        for words, priority in (("card", Priority.QUIET), ("news", Priority.NEWS), ("stop lost", Priority.CRITICAL)):
            outbox.post(say(words, priority=priority))
        outbox.go_online()
        assert await outbox.drain(5)
    assert phone.texts() == ["stop lost", "news", "card"]


async def test_only_the_newest_text_of_a_card_is_sent(phone: Phone, clock: PlayedClock, journal: MemoryJournal) -> None:
    async with opened(phone, clock, journal) as outbox:
        for number in range(500):
            outbox.post(say(f"price {number}", key="card:a"))
        assert await outbox.drain(5)
        assert phone.texts() == ["price 499"]
        outbox.post(say("price 500", key="card:a"))
        assert await outbox.drain(5)
    assert phone.texts() == ["price 500"]
    assert phone.requests == ["send", "edit"]


async def test_an_unchanged_card_costs_no_request(phone: Phone, clock: PlayedClock, journal: MemoryJournal) -> None:
    async with opened(phone, clock, journal) as outbox:
        for _ in range(3):
            outbox.post(say("same", key="card:a"))
            assert await outbox.drain(5)
    assert phone.requests == ["send"]


async def test_a_chat_gets_a_message_a_second_after_a_short_burst(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    async with opened(phone, clock, journal) as outbox:
        for number in range(10):
            outbox.post(say(f"{number}"))
        assert await outbox.drain(5)
    assert phone.texts() == [f"{number}" for number in range(10)]
    assert sum(clock.slept) == pytest.approx(7, abs=0.1)


async def test_quiet_redrawing_leaves_a_turn_for_the_urgent(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    async with opened(phone, clock, journal) as outbox:
        for number in range(2):
            outbox.post(say(f"{number}", key=f"card:{number}", priority=Priority.QUIET))
        assert await outbox.drain(5)
        slept = len(clock.slept)
        outbox.post(say("stop lost", priority=Priority.CRITICAL))
        assert await outbox.drain(5)
    assert len(clock.slept) == slept


@pytest.mark.parametrize("fault", [NetworkError("reset"), TimedOut(), InvalidToken(), RetryAfter(17)])
async def test_what_may_pass_is_tried_again(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal, fault: TelegramError
) -> None:
    phone.faults.extend([fault] * 4)
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("first"))
        outbox.post(say("second"))
        assert await outbox.drain(5)
    assert phone.texts() == ["first", "second"]
    if isinstance(fault, RetryAfter):
        assert [wait for wait in clock.slept if wait > 10] == pytest.approx([17.1] * 4)
    else:
        assert [wait for wait in clock.slept if wait in PACE.backoff_s][:4] == [1, 2, 5, 10]


async def test_a_card_that_changed_during_an_outage_is_sent_as_it_is_now(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    phone.faults.extend([NetworkError("down"), None])
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("old", key="card:a", seq=1))
        await phone.until(lambda: bool(phone.requests))
        outbox.post(say("new", key="card:a", seq=2))
        assert await outbox.drain(5)
    assert phone.texts() == ["new"]


async def test_a_card_that_was_deleted_is_sent_anew(phone: Phone, clock: PlayedClock, journal: MemoryJournal) -> None:
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("one", key="card:a"))
        assert await outbox.drain(5)
        phone.chats[OWNER].clear()
        outbox.post(say("two", key="card:a"))
        assert await outbox.drain(5)
        outbox.post(say("three", key="card:a"))
        assert await outbox.drain(5)
    assert phone.texts() == ["three"]
    assert phone.requests == ["send", "edit", "send", "edit"]


async def test_not_modified_is_success(phone: Phone, clock: PlayedClock, journal: MemoryJournal) -> None:
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("same", key="card:a"))
        assert await outbox.drain(5)
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("same", key="card:a"))
        assert await outbox.drain(5)
    assert phone.requests == ["send", "edit"]
    assert phone.texts() == ["same"]


async def test_markup_telegram_cannot_read_is_sent_plain(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    phone.faults.append(BadRequest("Can't parse entities: unsupported start tag"))
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("a <b> c", key="card:a"))
        assert await outbox.drain(5)
    ((_, shown),) = phone.chats[OWNER].items()
    assert shown.text == "a <b> c"
    assert shown.body.plain


async def test_a_refusal_nobody_knows_costs_one_message_and_not_the_chat(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    phone.faults.append(BadRequest("BUTTON_DATA_INVALID"))
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("bad"))
        outbox.post(say("good"))
        assert await outbox.drain(5)
    assert phone.texts() == ["good"]


async def test_a_user_who_blocked_the_bot_silences_nobody_else(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    phone.faults.append(Forbidden("bot was blocked by the user"))
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("to the one who blocked"))
        assert await outbox.drain(5)
        assert list(outbox.deaf) == [OWNER]
        outbox.post(say("to the other", user=OTHER))
        outbox.post(say("unblocked again"))
        assert await outbox.drain(5)
        assert not outbox.deaf
    assert phone.texts(OTHER) == ["to the other"]
    assert phone.texts() == ["unblocked again"]


async def test_a_restart_edits_the_card_it_left_behind(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("before", key="card:a", seq=3))
        outbox.passed(OWNER, 3)
        assert await outbox.drain(5)
    async with opened(phone, clock, journal.durable()) as outbox:
        outbox.post(say("after", key="card:a"))
        assert await outbox.drain(5)
    assert phone.texts() == ["after"]


async def test_nothing_counts_as_told_before_everything_earlier_is(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    async with opened(phone, clock, journal, online=False) as outbox:
        outbox.post(say("routine of line 5", seq=5))
        outbox.post(say("alarm of line 9", seq=9, priority=Priority.CRITICAL))
        outbox.passed(OWNER, 9)
        phone.faults.extend([None, Forbidden("gone")])
        outbox.go_online()
        assert await outbox.drain(5)
    assert phone.texts() == ["alarm of line 9"]
    assert (await open_diary(journal, clock)).told_to(OWNER) == 4


async def test_a_full_queue_drops_the_least_urgent_and_says_so(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    async with opened(phone, clock, journal, Pace(waiting_max=20), online=False) as outbox:
        outbox.post(say("stop lost", priority=Priority.CRITICAL))
        for number in range(100):
            outbox.post(say(f"news {number}"))
            assert outbox.waiting[OWNER] <= 21
        outbox.go_online()
        assert await outbox.drain(5)
    assert phone.texts()[0] == "stop lost"
    assert phone.texts()[1].startswith("⚠ 81 messages were skipped")
    assert phone.texts()[-1] == "news 99"


async def test_a_letter_may_edit_one_exact_message(phone: Phone, clock: PlayedClock, journal: MemoryJournal) -> None:
    async with opened(phone, clock, journal) as outbox:
        outbox.post(Letter(OWNER, Reply(rich("close?"), ((Button("Yes", Tap.YES, "n1"),),))))
        assert await outbox.drain(5)
        number, _ = phone.find("close?")
        outbox.post(Letter(OWNER, Reply(rich("closed")), message=number))
        assert await outbox.drain(5)
    ((_, shown),) = phone.chats[OWNER].items()
    assert (shown.text, shown.body.rows) == ("closed", ())


async def test_a_tap_is_answered_past_every_queue_and_cut_to_size(
    phone: Phone, clock: PlayedClock, journal: MemoryJournal
) -> None:
    async with opened(phone, clock, journal, online=False) as outbox:
        outbox.post(say("waits"))
        outbox.toast("q1", "x" * 500)
        await phone.until(lambda: bool(phone.toasts))
    assert phone.toasts == [("q1", "x" * 199 + "…", False)]


async def test_a_journal_that_cannot_be_written_silences_nobody(phone: Phone, clock: PlayedClock) -> None:
    async def full() -> None:
        raise JournalUnwritable("no space left on the disk")

    journal = MemoryJournal(full)
    async with opened(phone, clock, journal) as outbox:
        outbox.post(say("one", key="card:a"))
        assert await outbox.drain(5)
        outbox.post(say("two", key="card:a"))
        assert await outbox.drain(5)
    assert phone.texts() == ["two"]


async def test_an_update_is_taken_once_also_after_a_restart(clock: PlayedClock, journal: MemoryJournal) -> None:
    diary = await open_diary(journal, clock)
    assert sorted(await asyncio.gather(diary.take(9, OWNER), diary.take(9, OWNER))) == [False, True]
    again = await open_diary(journal.durable(), clock)
    assert not await again.take(9, OWNER)
    assert await again.take(10, OWNER)


LETTERS = st.tuples(st.sampled_from(["", "card:a", "card:b"]), st.sampled_from(Priority))
FAULTS = st.one_of(
    st.none(), st.sampled_from([NetworkError("x"), TimedOut(), RetryAfter(3), BadRequest("can't parse entities")])
)


@settings(max_examples=40, deadline=None)
@given(st.lists(LETTERS, max_size=25), st.lists(FAULTS, max_size=25))
async def test_whatever_fails_every_message_and_each_cards_newest_state_arrive(
    letters: list[tuple[str, Priority]], faults: list[TelegramError | None]
) -> None:
    phone, clock, journal = Phone(), PlayedClock(), MemoryJournal()
    phone.faults.extend(faults)
    async with opened(phone, clock, journal) as outbox:
        for seq, (key, priority) in enumerate(letters, start=1):
            outbox.post(say(f"{key}#{seq}", key, priority, seq))
            outbox.passed(OWNER, seq)
        assert await outbox.drain(10)
    newest = {key: f"{key}#{seq}" for seq, (key, _) in enumerate(letters, start=1) if key}
    single = [f"#{seq}" for seq, (key, _) in enumerate(letters, start=1) if not key]
    assert sorted(phone.texts()) == sorted([*newest.values(), *single])
    assert (await open_diary(journal, clock)).told_to(OWNER) == len(letters)
