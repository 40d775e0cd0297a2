"""The front desk: every press has a receipt, every question an answer, and a rehearsal does nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from core.events import Choice, EquityRead
from core.messages import Message
from core.position import Live
from core.views import Doors, Receipt, StopWish, Verdict
from core.vocabulary import ChannelId, MessageId, Money, Nonce, PositionId
from tests.builders import price, row
from tests.core.runtime.test_faults import opened, requests
from tests.sim.calls import D, call
from tests.sim.faults import Call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import ASKING, TRUSTED, WATCHED, open_world


@in_virtual_time
async def test_pausing_and_resuming_twice_says_that_it_was_so_already() -> None:
    async with open_world() as world:
        front = world.front
        assert await front.resume("user:42") is Receipt.ALREADY
        assert await front.pause("user:42") is Receipt.DONE
        assert await front.pause("user:43") is Receipt.ALREADY
        status = front.status()
        assert (status.doors, status.doors_by) == (Doors.PAUSED, "user:42")
        refused = await world.say(call())
        await world.run(1)
        assert (await world.told(refused))[-1] == "CallDeclined"
        assert await front.resume("user:42") is Receipt.DONE
        assert front.status().doors is Doors.OPEN


@in_virtual_time
async def test_who_ends_a_pause_on_a_lost_day_is_not_told_that_the_doors_are_open() -> None:
    async with open_world() as world:
        await world.front.pause("user:1")
        began = world.desk.account.day_equity
        assert began is not None
        lost = Money(began * (1 - world.rules.limits.daily_loss_pct_max / 100))
        await world.desk.tell(EquityRead(world.clock.now(), lost, lost))
        assert await world.front.resume("user:1") is Receipt.GONE
        assert world.front.status().doors is Doors.LOSS
        assert await world.front.resume("user:1") is Receipt.DONE


@in_virtual_time
async def test_the_last_word_about_the_doors_counts_although_the_one_before_is_still_being_written() -> None:
    async with open_world() as world:
        await world.front.pause("user:42")
        world.disk_full = True
        pressed = asyncio.gather(world.front.resume("user:42"), world.front.pause("user:42"))
        await world.run(5)
        world.disk_full = False
        assert tuple(await pressed) == (Receipt.DONE, Receipt.DONE)
        assert world.front.status().doors is Doors.PAUSED


@in_virtual_time
async def test_what_was_never_asked_and_what_never_was_is_gone() -> None:
    async with open_world() as world:
        assert await world.front.answer(Nonce("nobody"), Choice.APPROVE, "user:42") is Receipt.GONE
        assert await world.front.close(PositionId("nobody"), "user:42") is Receipt.GONE
        assert world.front.position(PositionId("nobody")) is None
        assert await world.front.why(PositionId("nobody")) is None
        with pytest.raises(ValueError, match="fraction"):
            await world.front.close(PositionId("nobody"), "user:42", Decimal(2))


@in_virtual_time
async def test_of_two_who_press_at_once_one_is_told_that_the_other_was_first() -> None:
    async with open_world() as world:
        position = await world.say(call(), ASKING)
        question = (await world.until(world.front.questions))[0]
        receipts = await asyncio.gather(
            world.front.answer(question.nonce, Choice.APPROVE, "user:42"),
            world.front.answer(question.nonce, Choice.REJECT, "user:43"),
        )
        assert tuple(receipts) == (Receipt.DONE, Receipt.ALREADY)
        await world.until(lambda: world.is_state(position, Live))
        assert requests(world, Call.ENTER) == 1
        assert (await world.told(position)).count("ApprovalAnswered") == 1
        assert await world.front.answer(question.nonce, Choice.APPROVE, "user:42") is Receipt.GONE


@in_virtual_time
async def test_an_answer_after_the_end_of_a_question_is_expired() -> None:
    async with open_world() as world:
        await world.say(call(), ASKING)
        question = (await world.until(world.front.questions))[0]
        world.disk_full = True  # the bell rings, but cannot be written down yet
        await world.run(301)
        assert await world.front.answer(question.nonce, Choice.APPROVE, "user:42") is Receipt.EXPIRED
        world.disk_full = False
        await world.run(5)
        assert await world.front.answer(question.nonce, Choice.APPROVE, "user:42") is Receipt.GONE
        assert requests(world, Call.ENTER) == 0


@in_virtual_time
async def test_an_answered_question_never_expires_afterwards() -> None:
    async with open_world() as world:
        position = await world.say(call(), ASKING)
        question = (await world.until(world.front.questions))[0]
        await world.front.answer(question.nonce, Choice.APPROVE, "user:42")
        await world.run(400)
        assert "ApprovalExpired" not in await world.told(position)


@in_virtual_time
async def test_a_rehearsal_says_what_would_be_and_leaves_no_trace() -> None:
    async with open_world() as world:
        await opened(world)
        head, sent, account = world.journal.head, len(world.venue.sent), world.desk.account
        other = call("ETHUSDT", stop=2_900, targets=(3_100,))
        sound = await world.front.rehearse(other, TRUSTED)
        assert sound.verdict is Verdict.OPENED
        assert sound.plan is not None
        assert sound.plan.stop == D(2_900)
        assert (await world.front.rehearse(other)).verdict is Verdict.ASKED
        assert (await world.front.rehearse(other, WATCHED)).verdict is Verdict.WATCHED
        full = await world.front.rehearse(call(), TRUSTED)
        assert full.verdict is Verdict.DECLINED
        assert "BTCUSDT" in full.reason
        assert (await world.front.rehearse("good morning")).verdict is Verdict.IGNORED
        assert (await world.front.rehearse("BTCUSDT close now")).verdict is Verdict.APPLIED
        assert (await world.front.rehearse("x" * 10_000)).verdict is Verdict.IGNORED
        await world.run(0.01)
        assert (world.journal.head, len(world.venue.sent), world.desk.account) == (head, sent, account)


@in_virtual_time
async def test_a_rehearsed_follow_up_meets_what_is_open() -> None:
    async with open_world() as world:
        nothing = await world.front.rehearse("BTCUSDT close now", TRUSTED)
        assert (nothing.verdict, nothing.reason) == (
            Verdict.DECLINED,
            "follow-up: nothing of this channel is open that it could mean",
        )
        await opened(world)
        head = world.journal.head
        for channel in (TRUSTED, None):
            passed_on = await world.front.rehearse("BTCUSDT close now", channel)
            assert (passed_on.verdict, passed_on.reason) == (Verdict.APPLIED, "BTCUSDT long")
            assert (await world.front.rehearse("Move SL to", channel)).verdict is Verdict.DECLINED
            reports = await world.front.rehearse("TP1 hit", channel)
            assert (reports.verdict, reports.reason) == (
                Verdict.DECLINED,
                "follow-up: it reports, and our own orders decide",
            )
            doubtful = await world.front.rehearse("Delete", channel)
            assert (doubtful.verdict, doubtful.reason) == (Verdict.ASKED, "it is not clear what is meant")
        assert (await world.front.rehearse("BTCUSDT close now", WATCHED)).verdict is Verdict.DECLINED
        assert world.journal.head == head


@in_virtual_time
async def test_why_shows_a_post_as_it_was_edited_last_while_it_said_something() -> None:
    async with open_world() as world:
        position = await opened(world)
        now, edited = world.clock.now(), call(stop=59_500)
        for number, text in enumerate((edited, ".")):
            later = now + timedelta(seconds=number + 1)
            await world.desk.hear(Message(TRUSTED, MessageId(1), text, now, later, edited_at=later))
            await world.run(2)
        why = await world.front.why(position)
        assert why is not None
        assert (why.text, why.verdict) == (edited, Verdict.OPENED)
        assert "stop 59500" in why.reading
        (newest,) = await world.front.signals(1)
        assert (newest.excerpt, newest.verdict) == (" ".join(edited.split()), Verdict.OPENED)


@in_virtual_time
async def test_why_shows_the_words_the_reading_the_checks_the_plan_and_the_history() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.price(BTC, 61_050)
        await world.run(2)
        why = await world.front.why(position)
        assert why is not None
        assert (why.channel, why.verdict) == ("Trusted", Verdict.OPENED)
        assert "BTCUSDT" in why.text
        assert why.reading
        assert all(check.passed and check.detail for check in why.checks)
        assert why.plan is not None
        assert why.plan.stop == D(59_000)
        assert [moment.at for moment in why.history] == sorted(moment.at for moment in why.history)
        assert len(why.history) >= 4
        await world.restart()
        again = await world.front.why(position)
        assert again is not None
        assert again.plan is not None
        # The share of the account is of today's account; all else is as it was.
        assert replace(again, plan=replace(again.plan, risk_pct=why.plan.risk_pct)) == why


@in_virtual_time
async def test_a_card_shows_the_targets_the_venue_holds_before_and_after_a_part_is_closed() -> None:
    async with open_world() as world:
        position = await opened(world, call(targets=(61_000, 62_000)))
        for fraction in (None, Decimal("0.5")):
            if fraction is not None:
                await world.front.close(position, "user:42", fraction)
                await world.run(10)
            shown = world.front.position(position)
            assert shown is not None
            resting = {order.price: order.quantity for order in world.exchange.working if "-tp" in str(order.tag)}
            assert resting
            assert {target.price: target.order for target in shown.targets if target.order} == resting


@in_virtual_time
async def test_why_lists_every_order_of_a_trade_however_long_its_history_is() -> None:
    async with open_world() as world:
        position = await opened(world, call(targets=(61_000, 62_000)))
        for stop in range(59_100, 59_900, 100):
            await world.front.hands.tighten(position, StopWish(price(stop)), "user:42")
            await world.run(1)
        world.price(BTC, 61_050)
        await world.run(2)
        world.price(BTC, 59_000)
        await world.run(10)
        why = await world.front.why(position)
        assert why is not None
        assert len(why.history) > 25
        entry, stop_, near, far, *_ = why.orders
        assert [entry.name, stop_.name, near.name, far.name] == ["entry", "stop", "target 1", "target 2"]
        assert entry.sent.startswith("market buy of")
        assert [order.state for order in (entry, stop_, near)] == ["filled"] * 3
        assert entry.filled == near.filled + stop_.filled
        assert row(near.price, far.filled) == (61_000, 0)
        await world.restart()
        again = await world.front.why(position)
        assert again is not None
        assert again.orders == why.orders


@in_virtual_time
async def test_the_signals_are_remembered_newest_first_with_their_verdicts_over_a_restart() -> None:
    async with open_world() as world:
        await world.say("good morning")
        await world.say(call(), WATCHED)
        await world.say(call(stop=61_000, targets=(62_000,)))
        await world.say(call(), ASKING)
        await opened(world)
        expected = [Verdict.OPENED, Verdict.ASKED, Verdict.DECLINED, Verdict.WATCHED, Verdict.IGNORED]
        before = await world.front.signals(10)
        assert [view.verdict for view in before] == expected
        assert [view.verdict for view in await world.front.signals(2)] == expected[:2]
        assert [view.symbol for view in before] == ["BTCUSDT"] * 4 + [""]
        await world.restart()
        assert list(await world.front.signals(10)) == list(before)


@in_virtual_time
async def test_status_and_limits_count_what_is_there() -> None:
    async with open_world() as world:
        await opened(world)
        await world.say(call("ETHUSDT", stop=2_900, targets=(3_100,)), ASKING)
        await world.run(11)
        status = world.front.status()
        assert (status.open_positions, status.protected, status.questions) == (1, 1, 1)
        assert status.equity is not None
        assert status.pnl_today is not None
        assert status.proof_at is not None
        assert status.quarantined == ()
        assert {channel.id: channel.calls for channel in status.channels} == {TRUSTED: 1, ASKING: 1, WATCHED: 0}
        limits = {limit.name: limit for limit in world.front.limits()}
        assert limits["open positions"].used == 1
        assert ChannelId("-1001") in {channel.id for channel in status.channels}
