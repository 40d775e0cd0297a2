"""A channel talks about its calls, and the desk carries it out at the venue: replies, edits, deletions, questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pytest

from core.errors import VenueUnreachable
from core.events import CallDeclined, CloseAsked, RequestRefused
from core.instrument import Instrument
from core.messages import Deletion, Message
from core.position import Awaiting, Live, Over
from core.reading.dialects import Dialect, FollowUps
from core.runtime.desk import ACCOUNT
from core.runtime.recovery import open_desk
from core.runtime.replay import replay_account
from core.views import Receipt, Verdict
from core.vocabulary import MessageId, PositionId, Symbol
from tests.sim.calls import D, call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import RULES, TRUSTED, World, open_world

WAITING = replace(RULES, channels=tuple(replace(channel, dialect=Dialect(wait_s=60)) for channel in RULES.channels))
LAST = Dialect(follow_ups=FollowUps.LAST_CALL)
LAST_CALL = replace(RULES, channels=tuple(replace(channel, dialect=LAST) for channel in RULES.channels))
REMEMBERING = replace(RULES, channels=tuple(replace(channel, repeat_s=86_400) for channel in RULES.channels))


async def live(world: World, text: str = "") -> PositionId:
    position = await world.say(text or call())
    await world.until(lambda: world.is_state(position, Live), 5)
    await world.run(1)
    return position


async def edit(world: World, number: int, text: str) -> None:
    now = world.clock.now()
    await world.desk.hear(Message(TRUSTED, MessageId(number), text, now, now, edited_at=now))
    await world.run(2)


async def delete(world: World, number: int) -> None:
    await world.desk.hear(Deletion(TRUSTED, (MessageId(number),), world.clock.now()))
    await world.run(2)


def eth() -> str:
    return call("ETHUSDT", stop=2_900, targets=(3_100,))


@in_virtual_time
async def test_a_close_that_could_mean_two_trades_is_asked_about_and_closes_the_chosen_one() -> None:
    async with open_world() as world:
        first, second = await live(world), await live(world, eth())
        await world.say("close now")
        await world.run(1)
        (question,) = world.front.follow_ups()
        assert [one.position for one in question.candidates] == [first, second]
        assert world.front.status().questions == 1
        await world.restart()
        assert [each.nonce for each in world.front.follow_ups()] == [question.nonce], "a question survives a restart"
        assert await world.front.bind(question.nonce, (second,), "user:42") is Receipt.DONE
        assert await world.front.bind(question.nonce, (first,), "user:42") is Receipt.GONE
        await world.until(lambda: world.is_state(second, Over), 10)
        assert isinstance(world.state(first), Live)
        (newest, *_) = await world.front.signals(1)
        assert newest.verdict is Verdict.APPLIED
        await world.settled()


@in_virtual_time
async def test_a_part_that_a_channel_wants_sold_and_that_is_too_small_is_answered_in_numbers() -> None:
    async with open_world() as world:
        trade = await live(world)
        held = world.exchange.position(BTC)
        assert held is not None
        await world.say("close 1%", reply_to=trade)
        await world.run(2)
        (refused,) = [line.body for line in await world.journal.about(trade) if isinstance(line.body, RequestRefused)]
        assert refused.why.startswith(f"1 % of {held.quantity} BTC is ")
        assert refused.why.endswith("the least order is 0.001 BTC, in steps of 0.001")
        assert world.exchange.position(BTC) == held
        await world.settled()


@in_virtual_time
async def test_where_the_last_call_is_meant_all_trades_are_asked_about() -> None:
    async with open_world(owner_rules=LAST_CALL) as world:
        trades = [await live(world), await live(world, eth())]
        await world.say("close all trades")
        await world.run(1)
        (question,) = world.front.follow_ups()
        assert [one.position for one in question.candidates] == trades
        await world.front.bind(question.nonce, tuple(trades), "user:42")
        await world.until(lambda: all(world.is_state(each, Over) for each in trades), 10)
        await world.settled()


@in_virtual_time
async def test_an_answer_given_while_the_venue_could_not_be_opened_is_carried_out_once_and_as_soon_as_it_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It was written down and passed on to nobody: the trade was closed by the next start, whenever that came."""
    async with open_world() as world:
        first, second = await live(world), await live(world, eth())
        await world.say("close now")
        await world.run(1)
        await world.crash()
        with monkeypatch.context() as patched:
            patched.setattr("tests.sim.world.open_desk", partial(open_desk, patient=True))
            patched.setattr(world.venue, "instruments", maintenance)
            await world.start()
            await world.run(5)
            (question,) = world.front.follow_ups()
            assert await world.front.bind(question.nonce, (second,), "user:42") is Receipt.DONE
        await world.until(lambda: world.is_state(second, Over), 60)
        await world.restart()
        await world.run(10)
        assert isinstance(world.state(first), Live)
        assert (await world.told(second)).count(CloseAsked.__name__) == 1
        await world.settled()


async def maintenance() -> Mapping[Symbol, Instrument]:
    raise VenueUnreachable("the venue is being maintained")


@in_virtual_time
async def test_a_question_about_a_follow_up_expires_to_nothing_even_while_nobody_is_up() -> None:
    async with open_world() as world:
        await live(world)
        await live(world, eth())
        close = await world.say("close now")
        await world.run(1)
        await world.crash()
        await world.run(400)
        await world.start()
        await world.run(1)
        assert not world.front.follow_ups()
        assert (await world.told(close))[-1] == CallDeclined.__name__
        assert len(world.exchange.held) == 2


@in_virtual_time
async def test_an_edited_limit_moves_and_never_doubles() -> None:
    async with open_world() as world:
        first = await world.say(call(entry=59_500, stop=58_500))
        await world.until(lambda: world.is_state(first, Awaiting), 5)
        await edit(world, 1, call(entry=59_400, stop=58_500))
        assert [order.price for order in world.exchange.working] == [D(59_400)]
        (view,) = world.front.positions()
        assert view.position != first
        why = await world.front.why(view.position)
        assert why is not None
        assert why.verdict is Verdict.OPENED
        await world.say("close", reply_to=first)
        await world.run(3)
        assert not world.exchange.working
        await world.settled()


@in_virtual_time
async def test_an_edit_of_a_filled_call_exchanges_its_targets_and_only_tightens_its_stop() -> None:
    async with open_world() as world:
        await live(world)
        await edit(world, 1, call(stop=58_000, targets=(61_000, 63_000)))
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000), "looser is told and ignored"
        assert sorted(order.price or D(0) for order in world.exchange.working) == [D(61_000), D(63_000)]
        assert sum(order.quantity for order in world.exchange.working) == held.quantity
        await edit(world, 1, call(stop=59_500, targets=(61_000, 63_000)))
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_500)
        await world.settled()


@in_virtual_time
async def test_a_call_that_was_opened_stays_opened_in_every_list_whatever_its_edits_do() -> None:
    async with open_world() as world:
        position = await live(world)
        for text in (call(stop=59_500), call(side="SHORT", stop=62_000, targets=(58_000,)), "good morning"):
            await edit(world, 1, text)
            listed = {view.position: view.verdict for view in await world.front.signals(9)}
            why = await world.front.why(position)
            assert why is not None
            assert (listed[position], why.verdict) == (Verdict.OPENED, Verdict.OPENED)
        before = await world.front.signals(9)
        await world.restart()
        after = await world.front.signals(9)
        assert [(view.position, view.verdict, view.reason) for view in after] == [
            (view.position, view.verdict, view.reason) for view in before
        ]


@in_virtual_time
async def test_eight_edits_of_one_call_are_one_trade() -> None:
    async with open_world(owner_rules=REMEMBERING) as world:
        position = await live(world)
        for number in range(8):
            await edit(world, 1, call() + " " * (number + 1) + "🔥" * number)
        assert [view.position for view in world.front.positions()] == [position]
        await world.say(call())
        await world.run(1)
        (newest, *_) = await world.front.signals(1)
        assert newest.reason.startswith("repeat: ")
        assert replay_account(await world.journal.read(ACCOUNT)) == world.desk.account, "memory is folded from facts"


@in_virtual_time
async def test_a_call_that_is_cancelled_by_an_edit_loses_its_entry_but_never_its_trade() -> None:
    async with open_world() as world:
        waiting = call("ETHUSDT", entry=2_950, stop=2_900, targets=(3_100,))
        first = await world.say(waiting)
        held = await live(world)
        await edit(world, 1, waiting + "\n\nCANCELLED")
        await edit(world, 2, call() + "\n\nCANCELLED")
        assert isinstance(world.state(first), Over)
        assert isinstance(world.state(held), Live)
        await edit(world, 2, call() + "\n\nCANCELLED\nCLOSE NOW")
        await world.until(lambda: world.is_state(held, Over), 10)
        await world.settled()


@in_virtual_time
async def test_a_deleted_call_loses_its_entry_but_never_its_trade() -> None:
    async with open_world() as world:
        waiting = await world.say(call("ETHUSDT", entry=2_950, stop=2_900, targets=(3_100,)))
        held = await live(world)
        await delete(world, 1)
        await delete(world, 2)
        assert isinstance(world.state(waiting), Over)
        assert isinstance(world.state(held), Live)
        await delete(world, 77)
        await world.settled()


@in_virtual_time
async def test_a_bare_buy_now_waits_for_its_levels_through_a_restart() -> None:
    async with open_world(owner_rules=WAITING) as world:
        position = await world.say("BTCUSDT LONG now")
        await world.run(5)
        assert not world.front.positions()
        await world.restart()
        await world.say("SL 59000\nTP 61000")
        await world.until(lambda: world.is_state(position, Live), 10)
        await world.run(1)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000)
        assert [order.price for order in world.exchange.working] == [D(61_000)]


@in_virtual_time
async def test_a_bare_buy_now_without_levels_in_time_opens_nothing() -> None:
    async with open_world(owner_rules=WAITING) as world:
        await world.say("BTCUSDT LONG now")
        await world.run(61)
        (only_one, *_) = await world.front.signals(1)
        assert (only_one.verdict, only_one.reason) == (Verdict.DECLINED, "levels: none came within 60 s")
        await world.say("SL 59000\nTP 61000")
        await world.run(2)
        assert not world.front.positions()


@in_virtual_time
async def test_levels_and_a_stop_to_a_target_are_carried_out_at_the_venue() -> None:
    async with open_world() as world:
        position = await live(world, call(targets=(61_000,)))
        await world.say("SL 59500\nTP 61500", reply_to=position)
        await world.run(2)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_500)
        assert [order.price for order in world.exchange.working] == [D(61_500)]
