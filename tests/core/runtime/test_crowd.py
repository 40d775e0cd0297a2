"""Many at once: floods, repeats, two calls for one slot, and a life that fails beside others that go on."""

from __future__ import annotations

import asyncio
import math
from dataclasses import replace
from typing import Any

import pytest

from core.events import MessageRead, PositionFact, ReportDue, ReviewDue
from core.messages import Message
from core.orders import Answer, ExitOrder
from core.position import Live, Over, Parked
from core.rounds import Round, RoundDue
from core.rules import Limits
from core.runtime.desk import ACCOUNT
from core.views import Doors, Receipt
from core.vocabulary import MessageId, Side
from tests.core.runtime.test_faults import opened, requests
from tests.sim.calls import D, call
from tests.sim.faults import Call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC, ETH
from tests.sim.world import TRUSTED, World, open_world, rules

ONE_SLOT = rules(Limits(open_positions_max=1, daily_loss_pct_max=D(20)))


def heard(world: World, id_: int, text: str) -> Message:
    now = world.clock.now()
    return Message(TRUSTED, MessageId(id_), text, now, now)


@in_virtual_time
async def test_five_hundred_posts_at_once_are_judged_in_order_and_none_is_lost() -> None:
    async with open_world() as world:
        for id_ in range(1, 501):
            text = call() if id_ % 100 == 50 else f"good morning number {id_}"
            await world.desk.hear(heard(world, id_, text))
        await world.run(30)
        lines = await world.journal.read(ACCOUNT)
        read = [line.body.message.id for line in lines if isinstance(line.body, MessageRead)]
        assert read == list(range(1, 501))
        assert requests(world, Call.ENTER) == 1
        await world.settled()


@in_virtual_time
async def test_the_same_post_twice_is_one_call() -> None:
    async with open_world() as world:
        post = heard(world, 1, call())
        await asyncio.gather(world.desk.hear(post), world.desk.hear(post))
        await world.run(2)
        await world.desk.hear(replace(post, heard_at=world.clock.now()))
        await world.run(2)
        await world.restart()
        await world.desk.hear(replace(post, heard_at=world.clock.now()))
        await world.run(2)
        assert requests(world, Call.ENTER) == 1
        await world.settled()


@in_virtual_time
async def test_an_edited_call_never_opens() -> None:
    async with open_world() as world:
        post = heard(world, 1, call("nonsense"))
        await world.desk.hear(post)
        await world.run(1)
        await world.desk.hear(replace(post, text=call(), edited_at=world.clock.now()))
        await world.run(3)
        assert requests(world, Call.ENTER) == 0


@in_virtual_time
async def test_two_calls_cannot_take_the_last_slot() -> None:
    async with open_world(owner_rules=ONE_SLOT) as world:
        await asyncio.gather(
            world.say(call()),
            world.say(call("ETHUSDT", stop=2_900, targets=(3_100,))),
            world.say(call("SOLUSDT", stop=145, targets=(160,))),
        )
        await world.run(5)
        assert requests(world, Call.ENTER) == 1
        assert len(world.exchange.held) == len(world.desk.account.grants) == 1
        await world.settled()


class Broken(Exception):
    """An adapter's bug."""


@in_virtual_time
async def test_rounds_that_pile_up_are_made_once_each_and_none_is_lost() -> None:
    """Behind a venue that did not answer twenty of them waited, and the next was dropped: the day's report too."""
    async with open_world() as world:
        world.rounds_pause_until = math.inf
        await opened(world)
        sent = requests(world, Call.OBSERVE)
        for round_ in (*[Round.GUARD, Round.RECONCILE] * 20, Round.REPORT):
            world.desk.watch.due(RoundDue(round_, world.clock.now()))
        await world.run(2)
        assert requests(world, Call.OBSERVE) - sent <= 2
        lines = await world.journal.read(ACCOUNT)
        assert [type(line.body) for line in lines].count(ReportDue) == 1


@in_virtual_time
async def test_a_position_that_fails_is_parked_alone_with_its_stop_and_the_others_live_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with open_world() as world:
        sick = await opened(world)
        other = await opened(world, call("ETHUSDT", stop=2_900, targets=(3_100, 3_200)))

        async def broken(order: ExitOrder) -> Answer:
            if order.symbol == BTC:
                raise Broken("an adapter's bug")
            return await type(world.venue).exit(world.venue, order)

        monkeypatch.setattr(world.venue, "exit", broken)
        await world.front.close(sick, "user:42")
        await world.run(5)
        parked = world.state(sick)
        assert isinstance(parked, Parked)
        assert "Broken" in parked.why
        assert world.front.status().quarantined == (sick,)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000)
        world.price(ETH, 3_101)
        await world.run(3)
        live = world.state(other)
        assert isinstance(live, Live)
        assert live.hits == 1
        monkeypatch.undo()
        await world.restart()
        await world.run(20)
        assert isinstance(world.state(sick), Parked)
        await world.settled()


@in_virtual_time
async def test_a_position_that_fails_at_the_start_is_parked_alone_and_the_doors_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One sick trade kept the desk from starting, and nobody looked after the others."""
    from core.position import Position, decide

    async with open_world() as world:
        sick = await opened(world)
        await opened(world, call("ETHUSDT", stop=2_900, targets=(3_100, 3_200)))

        def poisoned(position: Position, fact: PositionFact) -> object:
            if isinstance(fact, ReviewDue) and fact.position == sick:
                raise Broken("own bug")
            return decide(position, fact)

        monkeypatch.setattr("core.position.decide", poisoned)
        await world.restart()
        assert world.front.status().quarantined == (sick,)
        assert world.front.status().doors is Doors.OPEN
        world.exchange.drop_stop(ETH, Side.LONG, say=False)
        await world.run(5)
        held = world.exchange.position(ETH)
        assert held is not None
        assert held.stop == D(2_900)


@in_virtual_time
async def test_a_parked_position_whose_stop_is_lost_has_it_back_within_seconds() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.desk._position_failed(ReviewDue(position, world.clock.now()), Broken("own bug"))
        await world.run(1)
        for say in (True, False):
            world.exchange.drop_stop(BTC, Side.LONG, say=say)
            await world.run(5)
            held = world.exchange.position(BTC)
            assert held is not None
            assert held.stop == D(59_000)
        await world.restart()
        world.exchange.drop_stop(BTC, Side.LONG, say=False)
        await world.run(5)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000)
        assert isinstance(world.state(position), Parked)
        assert not world.desk.account.breaches
        await world.settled()


@in_virtual_time
async def test_a_hand_that_fails_to_set_that_stop_is_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_world() as world:
        world.oracle.be_patient(60)
        position = await opened(world)

        async def broken(*_asked: object) -> Answer:
            raise Broken("an adapter's bug")

        with monkeypatch.context() as patched:
            patched.setattr(world.venue, "set_stop", broken)
            world.exchange.drop_stop(BTC, Side.LONG, say=True)
            await world.run(30)
        assert (await world.told(position)).count("Quarantined") == 1
        await world.run(5)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000)


@in_virtual_time
async def test_a_parked_position_still_obeys_its_owner() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.desk._position_failed(ReviewDue(position, world.clock.now()), Broken("own bug"))
        await world.run(1)
        assert isinstance(world.state(position), Parked)
        assert await world.front.close(position, "user:42") is Receipt.DONE
        await world.until(lambda: world.is_state(position, Over), 30)


@in_virtual_time
async def test_a_reader_that_fails_on_one_post_hears_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    from core.reading import read

    def poisoned(text: str, **known: Any) -> object:
        if "poison" in text:
            raise Broken("own bug in the reader")
        return read(text, **known)

    monkeypatch.setattr("core.runtime.desk.read", poisoned)
    async with open_world() as world:
        poisonous = await world.say("poison")
        position = await world.say(call())
        await world.until(lambda: world.is_state(position, Live), 10)
        told = await world.front.why(poisonous)
        assert told is not None
        assert "the reader failed on it" in told.reason
        await world.run(2)
        await world.settled()


@in_virtual_time
async def test_an_account_that_fails_on_a_fact_pauses_itself_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from core.account import Account, decide
    from core.events import AccountFact

    def poisoned(account: Account, fact: AccountFact) -> object:
        if isinstance(fact, MessageRead) and "ETHUSDT" in fact.message.text:
            raise Broken("own bug in the account")
        return decide(account, fact)

    monkeypatch.setattr("core.account.decide", poisoned)
    async with open_world() as world:
        position = await opened(world)
        await world.say(call("ETHUSDT", stop=2_900, targets=(3_100,)))
        await world.run(2)
        assert "own failure" in world.front.status().doors_by
        world.price(BTC, 61_050)
        await world.run(3)
        live = world.state(position)
        assert isinstance(live, Live)
        assert live.hits == 1
