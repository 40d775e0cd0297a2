"""The walk of one call: from a post in a channel to the last fill, and what a human may say on the way."""

from __future__ import annotations

from core.events import Choice
from core.position import Awaiting, Closing, Live, Over, Working
from core.position.trailing import break_even
from core.rules import Protection, Trail
from core.views import Doors, Receipt, Shield, Stage, Verdict
from core.vocabulary import ChannelId, PositionId
from tests.sim.calls import D, call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC, ETH
from tests.sim.world import ASKING, TRUSTED, WATCHED, World, open_world, rules


async def live(world: World, text: str = "") -> tuple[Live, PositionId]:
    position = await world.say(text or call())
    await world.until(lambda: world.is_state(position, Live), 5)
    await world.run(1)
    state = world.state(position)
    assert isinstance(state, Live)
    return state, position


@in_virtual_time
async def test_a_call_becomes_a_position_with_its_stop_and_its_ladder_in_a_second() -> None:
    async with open_world() as world:
        position = await world.say(call())
        await world.run(1)
        held = world.exchange.position(BTC)
        state = world.state(position)
        assert held is not None
        assert isinstance(state, Live)
        assert held.stop == D(59_000)
        assert state.stop == Working(held.stop, held.quantity)
        assert [order.price for order in world.exchange.working] == [D(61_000), D(62_000)]
        assert sum(order.quantity for order in world.exchange.working) == held.quantity
        await world.settled()


@in_virtual_time
async def test_the_first_target_moves_the_stop_to_the_entry_and_the_entry_then_closes_the_rest() -> None:
    async with open_world() as world:
        before, position = await live(world)
        world.price(BTC, 61_050)
        await world.run(2)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == break_even(before)
        assert held.quantity < before.ledger.held
        world.price(BTC, 60_000)
        await world.run(2)
        over = world.state(position)
        assert isinstance(over, Over)
        assert over.reason.startswith("break-even stop at ")
        assert not world.exchange.held
        assert not world.exchange.working
        assert not world.desk.account.grants
        await world.settled()


@in_virtual_time
async def test_a_trail_follows_the_price_and_closes_when_it_turns() -> None:
    trailing = rules(protection=Protection(1, Trail(1, D(1))))
    async with open_world(owner_rules=trailing) as world:
        _, position = await live(world, call(targets=(61_000, 70_000)))
        stops = []
        for price in range(61_050, 65_000, 250):
            world.price(BTC, price)
            await world.run(1)
            held = world.exchange.position(BTC)
            assert held is not None
            stops.append(held.stop or D(0))
        assert stops == sorted(stops)
        assert stops[-1] > D(64_000)
        world.price(BTC, 64_000)
        await world.run(2)
        over = world.state(position)
        assert isinstance(over, Over)
        assert over.live is not None
        assert over.live.ledger.net > 0
        assert over.reason.startswith("stop in profit at ")
        why = await world.front.why(position)
        assert why is not None
        assert any(moment.text.startswith("stop in profit: left ") for moment in why.history)
        await world.settled()


@in_virtual_time
async def test_the_last_target_ends_the_trade_and_gives_its_slot_back() -> None:
    async with open_world() as world:
        _, position = await live(world)
        world.price(BTC, 61_000)
        await world.run(1)
        world.price(BTC, 62_000)
        await world.run(1)
        assert isinstance(world.state(position), Over)
        assert not world.desk.account.grants
        again, _ = await live(world, call(stop=61_000, targets=(63_000,)))
        assert again.ledger.held > 0


@in_virtual_time
async def test_a_short_is_looked_after_like_a_long() -> None:
    async with open_world() as world:
        _, position = await live(world, call(side="SHORT", stop=61_000, targets=(59_000, 58_000)))
        world.price(BTC, 58_990)
        await world.run(2)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop is not None
        assert held.stop <= D(60_000)
        world.price(BTC, 60_100)
        await world.run(2)
        assert isinstance(world.state(position), Over)
        await world.settled()


@in_virtual_time
async def test_a_limit_waits_with_its_stop_attached_and_is_given_up_when_its_time_is_over() -> None:
    async with open_world(owner_rules=rules(entry_s=600)) as world:
        position = await world.say(call(entry=59_500))
        await world.run(5)
        assert isinstance(world.state(position), Awaiting)
        assert [order.price for order in world.exchange.working] == [D(59_500)]
        await world.run(620)
        assert isinstance(world.state(position), Over)
        assert not world.exchange.working
        await world.settled()


@in_virtual_time
async def test_a_channel_can_take_its_resting_entry_back() -> None:
    async with open_world() as world:
        position = await world.say(call(entry=59_500))
        await world.run(5)
        await world.say("cancel BTCUSDT", reply_to=position)
        await world.run(10)
        assert not world.exchange.working
        assert isinstance(world.state(position), Over)
        await world.settled()


@in_virtual_time
async def test_a_follow_up_moves_the_stop_closes_a_half_and_then_the_rest() -> None:
    async with open_world() as world:
        before, position = await live(world)
        world.price(BTC, 60_500)
        await world.say("Move stop to entry", reply_to=position)
        await world.run(2)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == break_even(before)
        await world.say("BTCUSDT close half")
        await world.run(2)
        held = world.exchange.position(BTC)
        assert held is not None
        assert abs(held.quantity - before.ledger.held / 2) <= before.plan.instrument.step
        await world.say("BTCUSDT close now")
        await world.run(2)
        assert not world.exchange.held
        assert isinstance(world.state(position), Over)
        await world.settled()


@in_virtual_time
async def test_a_stop_on_the_wrong_side_is_refused_and_nothing_is_sent() -> None:
    async with open_world() as world:
        position = await world.say(call(stop=61_000, targets=(62_000,)))
        await world.run(2)
        why = await world.front.why(position)
        assert why is not None
        assert why.verdict is Verdict.DECLINED
        assert "stop" in why.reason
        assert not world.exchange.taken
        assert position not in world.desk.positions


@in_virtual_time
async def test_a_watched_channel_is_only_written_down() -> None:
    async with open_world() as world:
        position = await world.say(call(), WATCHED)
        await world.run(2)
        assert not world.exchange.taken
        assert "CallWatched" in await world.told(position)


@in_virtual_time
async def test_an_unlisted_channel_moves_nothing() -> None:
    async with open_world() as world:
        held, _ = await live(world)
        stranger = await world.say("BTCUSDT close now", ChannelId("-666"))
        await world.run(2)
        assert "CallDeclined" in await world.told(stranger)
        position = world.exchange.position(BTC)
        assert position is not None
        assert position.quantity == held.ledger.held


@in_virtual_time
async def test_an_approved_call_is_opened_at_full_size_and_a_half_at_half() -> None:
    async with open_world() as world:
        sizes = []
        for symbol, choice in ((BTC, Choice.APPROVE), (ETH, Choice.HALF)):
            unit = 1 if symbol == BTC else 20
            text = call(symbol, stop=59_000 // unit, targets=(62_000 // unit,))
            position = await world.say(text, ASKING)
            question = (await world.until(world.front.questions))[0]
            assert not world.exchange.position(symbol)
            assert await world.front.answer(question.nonce, choice, "user:42") is Receipt.DONE
            await world.until(lambda position=position: world.is_state(position, Live))  # type: ignore[misc]
            sizes.append(world.state(position).plan.risk)
        assert D("0.49") < sizes[1] / sizes[0] < D("0.51")
        await world.run(1)
        await world.settled()


@in_virtual_time
async def test_a_rejected_call_and_an_unanswered_one_are_not_opened() -> None:
    async with open_world() as world:
        rejected = await world.say(call(), ASKING)
        question = (await world.until(world.front.questions))[0]
        assert await world.front.answer(question.nonce, Choice.REJECT, "user:42") is Receipt.DONE
        ignored = await world.say(call(), ASKING)
        question = (await world.until(world.front.questions))[0]
        await world.run(301)
        assert not world.front.questions()
        assert await world.front.answer(question.nonce, Choice.APPROVE, "user:42") is Receipt.GONE
        assert not world.exchange.taken
        assert (await world.told(rejected))[-2:] == ["ApprovalAnswered", "CallDeclined"]
        assert (await world.told(ignored))[-2:] == ["ApprovalExpired", "CallDeclined"]


@in_virtual_time
async def test_the_price_is_judged_anew_when_the_button_is_pressed() -> None:
    async with open_world() as world:
        await world.say(call(), ASKING)
        question = (await world.until(world.front.questions))[0]
        world.price(BTC, 58_900)
        await world.front.answer(question.nonce, Choice.APPROVE, "user:42")
        await world.run(2)
        assert not world.exchange.taken


@in_virtual_time
async def test_closing_by_hand_shows_every_stage_on_the_phone() -> None:
    async with open_world() as world:
        state, position = await live(world)
        view = world.front.position(position)
        assert view is not None
        assert (view.stage, view.shield, view.quantity) == (Stage.LIVE, Shield.WORKING, state.ledger.held)
        status = world.front.status()
        assert (status.open_positions, status.protected, status.doors) == (1, 1, Doors.OPEN)
        assert await world.front.close(position, "user:42") is Receipt.DONE
        assert isinstance(world.state(position), Closing)
        assert await world.front.close(position, "user:42") is Receipt.ALREADY
        await world.run(2)
        assert await world.front.close(position, "user:42") is Receipt.GONE
        assert not world.exchange.held
        assert world.front.status().open_positions == 0


@in_virtual_time
async def test_trusted_is_the_channel_of_these_tests() -> None:
    async with open_world() as world:
        await world.say("good morning", TRUSTED)
        await world.run(1)
        signals = await world.front.signals(5)
        assert [(view.channel, view.verdict) for view in signals] == [("Trusted", Verdict.IGNORED)]
