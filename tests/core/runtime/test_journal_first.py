"""Nothing leaves before it is in the journal; one that cannot be written delays words and orders, and loses none."""

from __future__ import annotations

import asyncio

from core.events import CallDeclined, Choice
from core.position import Live, Over
from core.views import Receipt
from tests.core.runtime.test_faults import opened, requests
from tests.sim.calls import D, call
from tests.sim.doors import Death, Edge
from tests.sim.faults import Call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import ASKING, open_world


@in_virtual_time
async def test_while_the_journal_is_unwritable_nothing_is_sent_and_afterwards_it_goes_on() -> None:
    async with open_world() as world:
        world.disk_full = True
        position = await world.say(call(entry=59_500))
        await world.run(20)
        assert requests(world, Call.ENTER) == 0
        assert world.front.status().doors_by == "the disk is full"
        world.disk_full = False
        await world.run(5)
        assert requests(world, Call.ENTER) == 1
        assert [order.tag for order in world.exchange.working] == [f"{position}-entry-0"]
        await world.run(15)
        assert world.front.status().doors_by == ""
        await world.settled()


@in_virtual_time
async def test_a_market_call_that_the_journal_held_up_is_not_chased_at_a_price_of_the_past() -> None:
    async with open_world() as world:
        await world.run(1)  # its channels are followed: nothing waits to be written down
        world.disk_full = True
        position = await world.say(call())
        await world.run(30)
        world.price(BTC, 60_400)
        world.disk_full = False
        await world.run(10)
        assert requests(world, Call.ENTER) == 0
        over = world.state(position)
        assert isinstance(over, Over)
        assert "late" in over.reason
        assert not world.desk.account.grants
        await world.settled()


@in_virtual_time
async def test_a_call_that_waited_unread_behind_the_journal_is_as_old_as_it_is_when_it_is_read() -> None:
    async with open_world() as world:
        world.disk_full = True
        await world.say("good morning")
        position = await world.say(call())
        await world.run(90)
        world.disk_full = False
        await world.run(10)
        assert requests(world, Call.ENTER) == 0
        (declined,) = [line.body for line in await world.journal.about(position) if isinstance(line.body, CallDeclined)]
        assert declined.reason.startswith("age: posted 9")
        await world.settled()


@in_virtual_time
async def test_a_stop_at_the_venue_needs_no_journal() -> None:
    async with open_world() as world:
        position = await opened(world)
        world.disk_full = True
        world.price(BTC, 58_900)
        await world.run(30)
        assert not world.exchange.held
        world.disk_full = False
        await world.run(30)
        over = world.state(position)
        assert isinstance(over, Over)
        assert over.live is not None
        assert over.live.ledger.net < 0
        await world.settled()


@in_virtual_time
async def test_a_press_returns_only_when_it_is_durable() -> None:
    async with open_world() as world:
        world.disk_full = True
        press = asyncio.create_task(world.front.pause("user:42"))
        await world.run(5)
        assert not press.done()
        world.disk_full = False
        assert await press is Receipt.DONE
        assert world.desk.account.closed is not None


@in_virtual_time
async def test_dying_between_the_commit_and_the_request_sends_no_late_entry() -> None:
    async with open_world(started=False) as world:
        await world.start()
        await world.say(call(), ASKING)
        question = (await world.until(world.front.questions))[0]
        await world.restart(Death(number=8, edge=Edge.AFTER))
        press = asyncio.create_task(world.front.answer(question.nonce, Choice.APPROVE, "user:42"))
        await world.run(30)
        press.cancel()
        names = world.doors.passed
        assert world.doors.died.is_set()
        assert not [name for name in names if name == "enter"] or names[-1] != "enter"
        await world.restart()
        await world.run(30)
        assert requests(world, Call.ENTER) <= 1
        await world.settled()


@in_virtual_time
async def test_an_entry_written_down_and_never_sent_is_disproved_not_sent_late() -> None:
    async with open_world(started=False) as world:
        await world.start(Death(number=4 + len(world.rules.channels), edge=Edge.AFTER))
        position = await world.say(call())
        await world.until(world.doors.died.is_set, 10)
        assert "PlaceEntry" in world.doors.passed[-1]
        assert requests(world, Call.ENTER) == 0
        await world.restart()
        await world.until(lambda: world.is_state(position, Over), 30)
        assert requests(world, Call.ENTER) == 0
        assert not world.desk.account.grants
        await world.settled()


@in_virtual_time
async def test_an_entry_that_had_left_when_we_died_is_found_and_looked_after() -> None:
    async with open_world() as world:
        position = await world.say(call())
        await world.run(0.01)
        assert requests(world, Call.ENTER) == 1
        assert not world.exchange.taken
        await world.restart()
        await world.until(lambda: world.is_state(position, Live), 10)
        await world.run(5)
        assert requests(world, Call.ENTER) == 1
        assert sum(order.quantity for order in world.exchange.working) > D(0)
        await world.settled()
