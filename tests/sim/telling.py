"""Tells one story from its first second to a healed end, and says what it came to.

At the end every fault stops, the desk lives and the venue answers: then everything must come
right by itself within a minute (invariants I15-I17, I19, I20).
"""

from __future__ import annotations

import asyncio
import gc
import hashlib
import math
import random
import time
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Context, Decimal, localcontext
from typing import Any

from loguru import logger

from core.position import Awaiting, Closing, Over
from core.rules import Limits, Protection, Trail
from core.runtime.advancing import held_life
from core.strategies import Entries, Exits, Split, TrailKind
from tests.sim.acts import ACTS, aim
from tests.sim.aims import AIMS
from tests.sim.catalogue import BY_ID, Strikes
from tests.sim.deeds import DEEDS, START_S_MAX
from tests.sim.faults import Fault
from tests.sim.loop import BEGINNING, Deadlock, play, running_loop
from tests.sim.market import OPENING
from tests.sim.oracle import Breach
from tests.sim.story import HOUR_S, Event, Story
from tests.sim.wire import WRITES
from tests.sim.world import World, rules
from venues.matching import Depth, Terms

STEP_S = 5.0
SIGMA = 0.0006 * math.sqrt(STEP_S)
IDLE_STEPS = 12
"""A symbol nobody waits for moves once a minute, as far as it would have gone."""
JUMP = 0.012
JUMPS_EVERY_S = 600.0
CHANCES = (0.05, 0.15, 0.3)
OFTEN = {Fault.EMPTY_ROW: 1.0, Fault.STALE: 0.5, Fault.LAGGING: 0.5}
"""An account in hedge mode shows both rows every time, and what is slow is slow for a while."""
LASTS_S = (20, 240)
QUIET_S = 75.0
EVENING = timedelta(hours=15, minutes=30)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one story came to. Seconds are reachable ones."""

    seed: int
    breaches: tuple[Breach, ...]
    naked: tuple[float, ...]
    mending: tuple[float, ...]
    unknown: tuple[float, ...]
    duplicates: int
    hits: Counter[str]
    digest: str
    hours: float
    cpu_s: float


def tell(story: Story) -> Outcome:
    """Tell it, on a loop of its own."""
    logger.disable("core")
    gc.collect()
    gc.freeze()  # what is there before a story stays, and need not be looked at after it
    gc.disable()  # one story makes little garbage, and the collector would look at all of it again and again
    began = time.process_time()
    try:
        with localcontext(Context()):  # whoever ran before in this process may have changed how numbers are rounded
            outcome, world = play(_told(story))
        world.take_apart()
    except Deadlock as stuck:
        breach = Breach("I23", str(stuck), 0.0)
        outcome = Outcome(story.seed, (breach,), (), (), (), 0, Counter(), "", story.hours, 0.0)
    finally:
        gc.enable()
        logger.enable("core")
    return replace(outcome, cpu_s=time.process_time() - began)


async def _told(story: Story) -> tuple[Outcome, World]:
    world = _world(story)
    world.exchange.open()
    failures: list[Breach] = []
    market = asyncio.create_task(_wander(world, random.Random(f"market {story.seed}")))
    try:
        await world.start()
        await _happen(world, story, failures)
        await _heal(world)
        market.cancel()  # what trades in the very moment of a question is no answer to it
        await asyncio.sleep(1)
        await _settle(world)
    except Exception as failure:  # whatever ends a story early is what it found
        failures.append(_breach_of(world, failure))
    finally:
        market.cancel()
        world.oracle.look()
        digest = await _digest(world)
        await world.crash()
        await world.venue.hang_up()
        await world.exchange.close()
    return _outcome(story, world, failures, digest), world


def _world(story: Story) -> World:
    setting = story.setting
    trail = Trail(1, Decimal(1), TrailKind(setting.trail)) if setting.trails else None
    turn = Decimal("0.1") if setting.turns else None
    entries = Entries(orders=setting.entry_orders, active_max=setting.active_max, trailing_pct=turn)
    exits = Exits(Split(setting.exit_split), hold_s_max=setting.hold_s_max, on_opposite=setting.on_opposite)
    thin = Depth(levels=3, notional_per_level=Decimal(1_000))  # type: ignore[arg-type]
    world = World(
        story.seed,
        rules(
            Limits(daily_loss_pct_max=Decimal(setting.daily_loss_pct)),
            Protection(setting.break_even_after, trail),
            setting.entry_s,
            entries,
            exits,
        ),
        Terms(depth=thin) if setting.thin else None,
        attached_stop=story.venue == "attach",
        begins=BEGINNING + EVENING if setting.evening else BEGINNING,
    )
    world.rests_when_idle = True
    return world


async def _happen(world: World, story: Story, failures: list[Breach]) -> None:
    """Every event begins at its time, however long the one before takes."""
    tasks: list[asyncio.Task[None]] = []

    async def begin(event: Event) -> None:
        try:
            await _event(world, event)
        except Exception as failure:  # an act that fails is a finding about what it was done to
            failures.append(_breach_of(world, failure))

    for event in story.events:
        await asyncio.sleep(max(0.0, event.at - world.clock.monotonic()))
        tasks.append(asyncio.create_task(begin(event)))
        tasks = [task for task in tasks if not task.done()]
    await asyncio.sleep(max(0.0, story.hours * HOUR_S - world.clock.monotonic()))
    if tasks:
        await asyncio.wait(tasks, timeout=2 * HOUR_S)


async def _event(world: World, event: Event) -> None:
    dice = random.Random(event.dice)
    if event.what in ACTS:
        await ACTS[event.what][0](world, dice)
    elif event.what in AIMS:
        await AIMS[event.what](world, dice)
    elif event.what in DEEDS:
        world.faults.hits[event.what] += await DEEDS[event.what](world, dice)
    else:
        await _weather(world, event.what, dice)


async def _weather(world: World, id_: str, dice: random.Random) -> None:
    how = BY_ID[id_].how
    assert isinstance(how, Strikes), id_
    chance = dice.choice(CHANCES)
    for wire in how.wires:
        often = OFTEN.get(wire.fault, chance)
        world.faults.rate(wire.call, wire.fault, often, wire.code, id_)
    ends = world.clock.monotonic() + dice.uniform(*LASTS_S)
    while world.clock.monotonic() < ends:
        await aim(world, dice)
        await asyncio.sleep(dice.uniform(5, 60))
    world.faults.calm(id_)


async def _wander(world: World, dice: random.Random) -> None:
    """Prices wander, and jump now and then; where nobody waits they go a minute's way at once."""
    steps, pause, roll, is_busy = 0, running_loop().pause, dice.random, world.exchange.engine.is_busy
    while True:
        await pause(STEP_S)
        steps += 1
        for symbol in OPENING:
            is_watched = is_busy(symbol)
            angle, length, chance = roll(), roll(), roll()
            if not is_watched and steps % IDLE_STEPS:
                continue
            # What two calls of `gauss` make of their dice: most steps are of symbols that nobody watches.
            angle, length = angle * math.tau, math.sqrt(-2.0 * math.log(1.0 - length))
            move, jump = math.cos(angle) * length * SIGMA, math.sin(angle) * length * JUMP
            size = move if is_watched else move * math.sqrt(IDLE_STEPS)
            size += jump if chance < STEP_S / JUMPS_EVERY_S else 0.0
            world.exchange.move(symbol, world.market.last(symbol) * Decimal(f"{1 + size:.6f}"))


async def _heal(world: World) -> None:
    """Every fault stops; the owner opens the doors; the market goes on."""
    world.faults.heal()
    world.venue.heal()
    world.disk_full, world.market.breaks, world.ear.deaf_until = False, False, 0.0
    world.clock.skew, world.rounds_pause_until = timedelta(0), 0.0
    async with world.turn:
        if not world.is_open:
            await world.crash()
            await world.start(within_s=START_S_MAX)
    await asyncio.sleep(QUIET_S)


async def _settle(world: World) -> None:
    await _check(world, "I19", _all_is_known(world))
    await _check(world, "I15", world.replay_equals_life())
    await _check(world, "I17", _nothing_left_to_reconcile(world))
    for post in world.ear.posts:
        if post.id not in world.ear.deleted and not world.oracle.papers.verdicts.get((post.channel, post.id)):
            world.oracle.breach("I20", f"the post {post.id} of {post.channel} was never judged: {post.text!r}")
    lines = await world.journal.verify()
    assert lines == world.journal.head[0]


async def _check(world: World, invariant: str, question: Coroutine[Any, Any, None]) -> None:
    try:
        await question
    except AssertionError as wrong:
        world.oracle.breach(invariant, str(wrong).splitlines()[0] if str(wrong) else "they differ")


async def _all_is_known(world: World) -> None:
    world.all_is_known()
    working = {order.tag.partition("-")[0] for order in world.exchange.working}
    for id_, grant in world.oracle.papers.open_positions.items():
        held, actor = world.exchange.position(grant.symbol), world.desk.positions.get(id_)
        is_patient = actor is not None and isinstance(actor.state, Awaiting) and actor.state.entering.waiting
        assert held is not None or id_ in working or is_patient, f"{id_} keeps a slot, and neither is held nor waits"
    for id_, actor in world.desk.positions.items():
        assert not getattr(actor.state, "leaving", ""), f"{id_} was to be cancelled, and waits on"
        assert not isinstance(actor.state, Closing), f"{id_} was to be closed, and is not"
        life = held_life(actor.state)
        held = None if life is None else world.exchange.position(life.plan.symbol)
        if life is not None and not isinstance(actor.state, Over):
            assert held is not None, f"{id_} holds {life.ledger.held}, the venue nothing"
            assert held.quantity == life.ledger.held, f"{id_} holds {life.ledger.held}, the venue {held.quantity}"


async def _nothing_left_to_reconcile(world: World) -> None:
    """I17: once all is well, a second look changes nothing at the venue."""
    await world.desk.watch.reconcile()
    await asyncio.sleep(2.5)
    before = len(world.venue.sent)
    await world.desk.watch.reconcile()
    await asyncio.sleep(0.5)
    done = [sent for sent in world.venue.sent[before:] if sent.call in WRITES]
    assert not done, f"a second look did {done}"


def _breach_of(world: World, failure: Exception) -> Breach:
    name = type(failure).__name__
    return Breach("crash", f"{name}: {failure}"[:500], world.clock.monotonic())


async def _digest(world: World) -> str:
    trace = repr((world.journal.head, world.exchange.told, len(world.venue.sent)))
    return hashlib.sha256(trace.encode()).hexdigest()


def _outcome(story: Story, world: World, failures: list[Breach], digest: str) -> Outcome:
    hits, oracle = world.faults.hits, world.oracle
    failures += [Breach("crash", text, 0.0) for text in oracle.papers.failures[:1]]
    hits["T02"] += world.ear.heard_again
    hits["J03"] += world.lives > 1
    hits["K03"] += oracle.papers.budget.days > 1
    return Outcome(
        story.seed,
        (*oracle.breaches, *failures),
        tuple(oracle.naked.spans),
        tuple(oracle.mending.spans),
        tuple(oracle.papers.unknown.spans),
        oracle.papers.duplicates,
        hits,
        digest,
        story.hours,
        0.0,
    )
