"""What the journal says reaches every phone once: cards, questions, alarms, and one recap after a silence."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from telegram.error import NetworkError

from bot.auth import Reader
from bot.diary import open_diary
from bot.notifier import Notifier, Rhythm
from bot.outbox import Outbox
from bot.render import Look
from bot.slash import Role, Tap
from core.events import (
    ApprovalAnswered,
    ApprovalExpired,
    Breach,
    CallAdmitted,
    CallDeclined,
    Choice,
    EntryFilled,
    ExitCause,
    ExitFilled,
    InvariantBroken,
    LossWarned,
    MessageRead,
    PositionEnded,
    Quarantined,
    ReportDue,
    ShieldMissing,
    StrangerFound,
)
from core.messages import Message
from core.signals import Nothing, Reason
from core.views import Doors, SignalView, Stage, Verdict
from core.vocabulary import (
    ExecutionId,
    MessageId,
    Money,
    Nonce,
    OrderTag,
    PositionId,
    Price,
    Quantity,
    Side,
    Symbol,
    UserId,
)
from storage.memory import MemoryJournal
from tests.bot.desk_for_tests import OWNER, DeskForTests, PlayedClock
from tests.bot.phone import Phone
from tests.bot.views import GOLD, START, a_position, a_question, a_stranger
from tests.builders import a_grant

D = Decimal
VIEWER = UserId(7)
P = PositionId("aaaaaaaaaa")
SLOW = Rhythm(question_s=3600, card_s=3600, panic_s=3600)
FAST = Rhythm(question_s=0.01, card_s=0.01, panic_s=0.01)


class World:
    """A desk, its journal and two phones, which outlive the notifier between them."""

    def __init__(self) -> None:
        self.clock = PlayedClock()
        self.journal = MemoryJournal()
        self.desk = DeskForTests(self.clock, self.journal)
        self.phone = Phone()
        self.readers = {
            OWNER: Reader(OWNER, Role.TRADER, Look("paper", user=OWNER)),
            VIEWER: Reader(VIEWER, Role.VIEWER, Look("paper", user=VIEWER)),
        }

    @asynccontextmanager
    async def telling(self, rhythm: Rhythm = SLOW, *, to: Iterable[UserId] = (OWNER, VIEWER)) -> AsyncIterator[Outbox]:
        diary = await open_diary(self.journal, self.clock)
        async with Outbox(self.phone, diary, self.clock, sleep=self.clock.sleep) as outbox:
            outbox.go_online()
            readers = {user: self.readers[user] for user in to}
            notifier = Notifier(self.desk, self.journal, diary, outbox, readers, self.clock, rhythm)
            tasks = [asyncio.create_task(notifier.follow()), asyncio.create_task(notifier.redraw())]
            yield outbox
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def shows(self, words: str, user: UserId = OWNER) -> None:
        """Wait until a message with these words stands on the phone."""
        try:
            await self.phone.until(lambda: any(words in text for text in self.phone.texts(user)))
        except TimeoutError:
            raise AssertionError(f"{words!r} is in none of {self.phone.texts(user)}") from None

    async def settled(self) -> int:
        """Everything written so far has been told: a last alarm comes after it."""
        lost = Money(D(self.clock.monotonic() + len(self.phone.requests)))
        await self.desk.tell(LossWarned(self.clock.now(), 80, lost, Money(D(500))))
        await self.shows(f": {lost:,.2f} USDT of")
        return len(self.phone.texts())


@pytest.fixture
def world() -> World:
    return World()


def filled(world: World) -> EntryFilled:
    tag, execution = OrderTag(f"{P}-e-1"), ExecutionId("x1")
    return EntryFilled(P, world.clock.now(), tag, execution, Quantity(D("0.05")), Price(D(65000)), Money(D("1.8")))


async def granted(world: World, *names: PositionId) -> None:
    """What is open holds a slot of the account, and the journal says so."""
    for name in names:
        await world.desk.tell(CallAdmitted(name, world.clock.now(), a_grant(), ()))


async def test_a_trade_has_one_card_that_is_edited_in_silence(world: World) -> None:
    async with world.telling():
        world.desk.hold(a_position(stage=Stage.OPENING, note="sent"))
        await world.desk.tell(filled(world), stream=P)
        await world.shows("opening")
        world.desk.hold(a_position(note="entry filled"))
        await world.desk.tell(filled(world), stream=P)
        await world.shows("entry filled")
        world.desk.hold(a_position(stage=Stage.OVER, note="stopped"))
        await world.desk.tell(PositionEnded(P, world.clock.now(), Money(D("-52.1"))))
        await world.shows("— over")
        await world.shows("is over: +24.10 USDT")
    cards = [shown for shown in world.phone.chats[OWNER].values() if "Gold Room" in shown.text]
    assert len(cards) == 1
    assert cards[0].edits >= 2
    assert {button.tap for row in cards[0].body.rows for button in row} == {Tap.WHY}


async def test_the_end_of_a_trade_rings_and_answers_its_card(world: World) -> None:
    async with world.telling():
        world.desk.hold(a_position())
        await world.desk.tell(filled(world), stream=P)
        await world.shows("Gold Room")
        await world.desk.tell(PositionEnded(P, world.clock.now(), Money(D("24.1"))))
        await world.shows("is over")
    card, _ = world.phone.find("Gold Room")
    _, end = world.phone.find("is over")
    assert end.body.rings
    assert end.body.under == card


async def test_a_question_gets_buttons_for_traders_only_and_loses_them_when_answered(world: World) -> None:
    async with world.telling(replace(FAST, card_s=3600)):
        world.desk.ask(a_question())
        await world.shows("Approve this trade?")
        await world.shows("Approve this trade?", VIEWER)
        number, shown = world.phone.find("Approve this trade?")
        assert [button.tap for button in shown.body.rows[0]] == [Tap.APPROVE, Tap.HALF, Tap.REJECT]
        assert world.phone.find("Approve this trade?", VIEWER)[1].body.rows == ()
        world.clock.forward(10)
        await world.shows("Expires in 4 min")
        await world.desk.answer(Nonce("nnnnnnnnnn"), Choice.HALF, "user:42")
        await world.shows("✓ Approved at half size by you")
        await world.shows("✓ Approved at half size by user 42", VIEWER)
    after = world.phone.chats[OWNER][number]
    assert [button.tap for row in after.body.rows for button in row] == [Tap.WHY]


async def test_a_question_that_expires_says_so(world: World) -> None:
    async with world.telling(FAST):
        world.desk.ask(a_question())
        await world.shows("Approve this trade?")
        world.desk.asked.clear()
        await world.desk.tell(ApprovalExpired(PositionId("qqqqqqqqqq"), world.clock.now(), Nonce("nnnnnnnnnn")))
        await world.shows("⏸ Expired at 12:0")
    assert len(world.phone.chats[OWNER]) == 1


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (ShieldMissing(P, START + timedelta(seconds=3), START), "no stop is proven for 3 s"),
        (InvariantBroken(START, (Breach("I5", "too much", "Close a part."),)), "I5 too much. Close a part."),
        (Quarantined(P, START, "ImpossibleFact"), "🔒 ▲ BTCUSDT long is quarantined"),
        (
            StrangerFound(START, Symbol("DOGEUSDT"), Side.LONG, Quantity(D(100))),
            "The venue holds DOGEUSDT long, which is not ours",
        ),
        (LossWarned(START, 100, Money(D(500)), Money(D(500))), "Nothing more is opened today."),
    ],
)
async def test_what_needs_a_human_rings_on_every_phone(world: World, fact: ShieldMissing, words: str) -> None:
    world.desk.hold(a_position())
    world.desk.foreign["DOGEUSDT long"] = a_stranger("DOGEUSDT")
    async with world.telling():
        await world.desk.tell(fact)
        await world.shows(words)
        await world.shows(words, VIEWER)
    assert world.phone.find(words)[1].body.rings


async def test_a_declined_call_is_one_quiet_line_with_its_why(world: World) -> None:
    world.desk.hold(a_position())
    del world.desk.all[P]
    async with world.telling():
        await world.desk.tell(CallDeclined(P, START, "61 s old, at most 60 s", ()))
        await world.shows("✗ Declined · Gold Room: 61 s old, at most 60 s")
    _, shown = world.phone.find("Declined")
    assert not shown.body.rings
    assert shown.body.rows[0][0].about == P


async def test_a_target_is_told_quietly_and_a_stop_only_by_its_end(world: World) -> None:
    world.desk.hold(a_position())
    async with world.telling():
        for cause in (ExitCause.STOP, ExitCause.TARGET):
            fact = ExitFilled(
                P, START, None, ExecutionId(cause), Quantity(D("0.02")), Price(D(67000)), Money(D(1)), cause
            )
            await world.desk.tell(fact, stream=P)
        await world.shows("✓ ▲ BTCUSDT long: target hit, 0.02 BTC at 67,000")
        assert await world.settled() == 3
    assert not world.phone.find("target hit")[1].body.rings


async def test_the_day_is_told_once_to_everybody_with_what_it_earned(world: World) -> None:
    report = ReportDue(world.clock.now(), "2026-03-02", Money(D("9850.5")), Money(D(10000)))
    for _ in range(2):  # and not again after a restart
        async with world.telling():
            if not world.phone.texts():
                await world.desk.tell(report)
            for user in (OWNER, VIEWER):
                await world.shows("▼ The day 2026-03-02: -149.50 USDT (-1.50%), open profits included", user)
                await world.shows("Equity 9,850.50 USDT; it began with 10,000.00 USDT.", user)
            await world.settled()
    assert sum("The day" in text for text in world.phone.texts()) == 1


async def test_the_report_of_a_day_that_could_not_be_told_stands_in_the_recap(world: World) -> None:
    async with world.telling():
        await world.settled()
    await world.desk.tell(ReportDue(world.clock.now(), "2026-03-02", Money(D(10100)), Money(D(10000))))
    world.clock.forward(3600)
    async with world.telling():
        await world.shows("While you could not be told")
        await world.shows("▲ The day 2026-03-02: +100.00 USDT (+1.00%)")


async def test_the_one_who_paused_is_not_told_what_he_did(world: World) -> None:
    async with world.telling():
        await world.desk.pause("user:42")
        await world.shows("⏸ Paused by user 42", VIEWER)
        await world.settled()
    assert not any("Paused" in text for text in world.phone.texts())


async def test_ignored_messages_share_one_silent_message_a_day(world: World) -> None:
    async with world.telling():
        for number in range(3):
            world.desk.heard.append(
                SignalView(
                    PositionId(f"i{number}"), START, "Gold Room", f"gm {number}", Verdict.IGNORED, "no call in it"
                )
            )
            message = Message(GOLD, MessageId(number + 1), "gm", START, START)
            reading = Nothing((Reason("no call in it"),))
            await world.desk.tell(MessageRead(PositionId(f"i{number}"), START, message, reading, None, None))
        await world.shows("“gm 2”")
    assert len(world.phone.texts()) == 1
    assert not world.phone.find("Ignored lately")[1].body.rings


async def test_panic_is_proven_position_by_position_on_one_message(world: World) -> None:
    world.desk.hold(a_position(), a_position("bbbbbbbbbb", symbol=Symbol("ETHUSDT")))
    await granted(world, P, PositionId("bbbbbbbbbb"))
    async with world.telling(FAST):
        await world.desk.panic("user:42")
        await world.shows("0 of 2 flat")
        world.desk.hold(a_position(stage=Stage.OVER, ended_at=START + timedelta(seconds=1)))
        await world.shows("1 of 2 flat")
        world.desk.hold(
            a_position("bbbbbbbbbb", symbol=Symbol("ETHUSDT"), stage=Stage.OVER, ended_at=START + timedelta(seconds=3))
        )
        await world.shows("✓ All flat: 2 of 2, after 3.0 s.")
    assert len([text for text in world.phone.texts() if "PANIC" in text]) == 1


async def test_panic_proof_goes_on_after_a_restart_on_the_same_message(world: World) -> None:
    world.desk.hold(a_position())
    await granted(world, P)
    async with world.telling(FAST):
        await world.desk.panic("user:42")
        await world.shows("0 of 1 flat")
    assert world.desk.doors is Doors.LOCKED
    async with world.telling(FAST):
        world.desk.hold(a_position(stage=Stage.OVER, ended_at=START + timedelta(seconds=2)))
        await world.shows("✓ All flat: 1 of 1")
    assert len([text for text in world.phone.texts() if "PANIC" in text]) == 1


async def test_a_panic_after_which_the_doors_were_opened_is_not_drawn_again(world: World) -> None:
    world.desk.hold(a_position())
    await granted(world, P)
    world.clock.forward(60)
    async with world.telling(FAST):
        await world.desk.panic("user:42")
        await world.shows("0 of 1 flat")
        world.desk.hold(a_position(stage=Stage.OVER, ended_at=world.clock.now()))
        await world.shows("✓ All flat: 1 of 1")
    world.desk.doors = Doors.STARTING
    world.desk.foreign["DOGEUSDT long"] = a_stranger("DOGEUSDT")
    async with world.telling(FAST):
        await world.desk.tell(filled(world), stream=P)
        for note in ("drawn once", "drawn twice", "drawn a third time"):
            world.desk.hold(a_position(note=note))
            await world.shows(note)
    assert not any("is not ours" in text for text in world.phone.texts() if "PANIC" in text)


async def test_nothing_is_told_twice_and_nothing_lost_over_restarts(world: World) -> None:
    for number in range(4):
        async with world.telling() as outbox:
            await world.desk.tell(LossWarned(START, 80, Money(D(number)), Money(D(500))))
            await world.shows(f"{number}.00 USDT of 500.00")
            assert await outbox.drain(5)
        await world.desk.tell(LossWarned(START, 90, Money(D(100 + number)), Money(D(500))))
    async with world.telling() as outbox:
        await world.shows("103.00 USDT of 500.00")
        assert await outbox.drain(5)
    told = [text.partition("used up: ")[2].partition(" USDT")[0] for text in world.phone.texts()]
    assert told == ["0.00", "100.00", "1.00", "101.00", "2.00", "102.00", "3.00", "103.00"]


async def test_a_crash_before_delivery_tells_it_after_the_restart(world: World) -> None:
    world.phone.faults.extend([NetworkError("down")] * 3)
    async with world.telling(to=[OWNER]):
        await world.desk.tell(LossWarned(START, 80, Money(D(1)), Money(D(500))))
        await world.phone.until(lambda: len(world.phone.requests) >= 1)
    world.phone.faults.clear()
    async with world.telling(to=[OWNER]):
        await world.shows("80% of the day's loss")
    assert len(world.phone.texts()) == 1


async def test_after_a_long_silence_there_is_one_recap_and_the_cards_of_what_is_open(world: World) -> None:
    world.desk.hold(a_position())
    for number in range(50):
        await world.desk.tell(CallDeclined(PositionId(f"d{number}"), START, "old", ()))
    await world.desk.tell(ShieldMissing(P, START, START - timedelta(seconds=3)))
    await world.desk.tell(PositionEnded(PositionId("e"), START + timedelta(minutes=5), Money(D("12.4"))))
    world.clock.forward(7200)
    async with world.telling():
        await world.shows("0 opened, 1 over (+12.40 USDT), 50 declined, 0 watched")
        await world.shows("▲ BTCUSDT long — live")
        await world.settled()
    recap = world.phone.find("While you could not be told")[1].text
    assert "(12:00:00 to 12:05:00, 5 min)" in recap
    assert "12:00:00 ⚠ ▲ BTCUSDT long: no stop is proven for 3 s" in recap
    assert len(world.phone.texts()) == 3
    async with world.telling():
        await world.settled()
    assert len([text for text in world.phone.texts() if "could not be told" in text]) == 1


async def test_a_question_answered_during_the_silence_still_loses_its_buttons(world: World) -> None:
    async with world.telling(FAST):
        world.desk.ask(a_question())
        await world.shows("Approve this trade?")
    fact = ApprovalAnswered(
        PositionId("qqqqqqqqqq"), world.clock.now(), Nonce("nnnnnnnnnn"), Choice.REJECT, "user:7", None
    )
    world.desk.asked.clear()
    await world.desk.tell(fact)
    world.clock.forward(3600)
    async with world.telling():
        await world.shows("✗ Rejected by user 7")
    assert len(world.phone.texts()) == 1


async def test_one_fact_that_cannot_be_told_silences_nothing_else(world: World) -> None:
    world.desk.faults["position"] = RuntimeError("a bug")
    async with world.telling():
        await world.desk.tell(filled(world), stream=P)
        await world.settled()


async def test_a_newcomer_begins_where_the_others_are(world: World) -> None:
    async with world.telling(to=[OWNER]) as outbox:
        await world.desk.tell(LossWarned(START, 80, Money(D(1)), Money(D(500))))
        await world.shows("1.00 USDT of")
        assert await outbox.drain(5)
    async with world.telling():
        await world.desk.tell(LossWarned(START, 90, Money(D(2)), Money(D(500))))
        await world.shows("2.00 USDT of", VIEWER)
    assert len(world.phone.texts(VIEWER)) == 1
