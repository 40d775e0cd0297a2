"""An order is asked about by one question at a time, however many want to know."""

from __future__ import annotations

import asyncio

from core.commands import LookUp
from core.events import OrderRefused, OutcomeUnknown, PositionFact
from core.runtime.effects import Effects
from core.vocabulary import PositionId, order_tag
from tests.sim.faults import Call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import World, open_world

ME = PositionId("abcdefghij")
ENTRY = LookUp(ME, BTC, order_tag(ME, "entry", 0))
EXIT = LookUp(ME, BTC, order_tag(ME, "exit", 0))


def asking(world: World, heard: list[PositionFact]) -> Effects:
    """Effects that, like a position, look again after every silence."""
    tasks: set[asyncio.Task[None]] = set()

    def post(fact: PositionFact) -> None:
        heard.append(fact)
        if isinstance(fact, OutcomeUnknown):
            tasks.add(asyncio.create_task(effects.perform(ENTRY)))

    async def nothing() -> None:
        return None

    def never(look: LookUp) -> None:
        raise AssertionError(f"nobody cancelled {look.tag}")

    effects = Effects(world.venue, world.clock, post, nothing, never)
    return effects


def looks(world: World) -> int:
    return sum(sent.call is Call.LOOK_UP for sent in world.venue.sent)


@in_virtual_time
async def test_questions_about_one_order_do_not_pile_up_while_the_venue_is_silent() -> None:
    heard: list[PositionFact] = []
    async with open_world() as world:
        effects = asking(world, heard)
        world.venue.deny(300, "10003")
        await asyncio.gather(*(effects.perform(ENTRY) for _ in range(50)))
        await world.run(280)
        assert looks(world) <= 3 * 300 / 5
        await world.run(60)
        assert isinstance(heard[-1], OrderRefused)


@in_virtual_time
async def test_who_asks_while_another_waits_for_the_answer_is_answered_anew() -> None:
    heard: list[PositionFact] = []
    async with open_world() as world:
        effects = asking(world, heard)
        first = asyncio.create_task(effects.perform(ENTRY))
        await world.run(1)
        await effects.perform(ENTRY)
        await first
        assert [type(fact) for fact in heard] == [OrderRefused, OrderRefused]


@in_virtual_time
async def test_two_orders_are_asked_about_side_by_side() -> None:
    heard: list[PositionFact] = []
    async with open_world() as world:
        effects, began = asking(world, heard), world.clock.monotonic()
        await asyncio.gather(effects.perform(ENTRY), effects.perform(EXIT))
        assert {fact.tag for fact in heard if isinstance(fact, OrderRefused)} == {ENTRY.tag, EXIT.tag}
        assert world.clock.monotonic() - began < 8
