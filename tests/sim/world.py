"""A whole small world in virtual time: the desk, its journal, its venue, a market and the hours.

The desk can die at any instant and be started again; the exchange, the market and what is
durable of the journal live on. Posts of channels that nobody heard are heard after the start.
"""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import TypeVar

from core.errors import JournalUnwritable
from core.lessons import with_lessons
from core.position import Live, Over, Position
from core.rounds import Round, RoundDue
from core.rules import ChannelRules, Limits, Mode, Protection, Rules
from core.runtime.desk import ACCOUNT, Parts, TradingDesk
from core.runtime.front import FrontDesk
from core.runtime.lessons import Teaching
from core.runtime.recovery import open_desk
from core.runtime.replay import read_stream, replay_account
from core.strategies import Entries, Exits
from core.vocabulary import ChannelId, PositionId, StreamId, Symbol, position_id
from jobs.timetable import TIMETABLE, Every
from storage.memory import MemoryJournal, MemoryShelf
from tests.sim.doors import Death, Doors, GuardedJournal
from tests.sim.ear import ChannelEar
from tests.sim.exchange import Exchange
from tests.sim.faults import Faults
from tests.sim.loop import BEGINNING, GRAIN_S, SimClock, running_loop
from tests.sim.market import ScriptedMarket
from tests.sim.oracle import Oracle
from tests.sim.owner import WitnessedFront
from tests.sim.venue import FaultyVenue
from venues.matching import Terms

T = TypeVar("T")

IDLE_ROUND_S = 60.0
RECONCILE = Round.RECONCILE
ROUNDS = tuple((job.when.seconds, job.due) for job in TIMETABLE if isinstance(job.when, Every))
TRUSTED, ASKING, WATCHED = ChannelId("-1001"), ChannelId("-1002"), ChannelId("-1003")
RULES = Rules(
    limits=Limits(daily_loss_pct_max=Decimal(20)),
    channels=(
        ChannelRules(TRUSTED, "Trusted", Mode.AUTO, repeat_s=0),
        ChannelRules(ASKING, "Asking", Mode.ASK, repeat_s=0),
        ChannelRules(WATCHED, "Watched", Mode.WATCH, repeat_s=0),
    ),
)


STRICT = Protection()
"""Stop to the entry after the first target, no trail."""


def rules(
    limits: Limits = RULES.limits,
    protection: Protection = STRICT,
    entry_s: int = 86_400,
    entries: Entries = Entries(),
    exits: Exits = Exits(),
) -> Rules:
    """The usual rules with another of these."""
    other = partial(replace, protection=protection, entry_s=entry_s, entries=entries, exits=exits)
    return Rules(limits=limits, channels=tuple(map(other, RULES.channels)))


class World:
    """Made by `open_world`. Times are virtual seconds."""

    def __init__(
        self,
        seed: int,
        owner_rules: Rules,
        terms: Terms | None,
        *,
        attached_stop: bool = True,
        begins: datetime = BEGINNING,
    ) -> None:
        self.clock, venue_clock = SimClock(begins), SimClock(begins)
        self.market = ScriptedMarket(venue_clock)
        self.exchange = Exchange(venue_clock, self.market, terms, stop_orders=not attached_stop)
        self.faults = Faults(seed)
        self.venue = FaultyVenue(self.exchange, self.faults)
        self.oracle = Oracle(self.exchange, self.venue)
        self.rules = owner_rules
        self.disk_full = False
        self.journal_read_s = 0.0
        """So long the desk waits for a stream it reads back."""
        self.journal = MemoryJournal(self._commit)
        self.doors = Doors()
        self.lives = 0
        self.shelf = MemoryShelf()
        self.rests_when_idle = False
        """Are the rounds of an idle desk made once a minute only? An empty book has nothing to reconcile."""
        self.rounds_pause_until = 0.0
        self.turn = asyncio.Lock()
        """Held by whoever ends or begins a life."""
        self.ear = ChannelEar(self.clock)
        self._life: asyncio.Task[None] | None = None
        self._opened = asyncio.Event()
        self._desk: TradingDesk | None = None
        self._front: FrontDesk | None = None
        self._parts: list[object] = [self.exchange.paper, self.exchange, self.venue, self.oracle.papers, self.oracle]

    # --- life and death -------------------------------------------------------------------

    async def start(self, death: Death | None = None, within_s: float = 60) -> None:
        """Start the desk and wait until its doors are open, or until it has died of ``death``."""
        await self.begin(death)
        opened, died = asyncio.create_task(self._opened.wait()), asyncio.create_task(self.doors.died.wait())
        assert self._life is not None
        done, waiting = await asyncio.wait(
            (opened, died, self._life), timeout=within_s, return_when=asyncio.FIRST_COMPLETED
        )
        for task in waiting - {self._life}:
            task.cancel()
        assert done, f"the desk did not open within {within_s} s"
        if self._life in done:
            self._life.result()

    async def begin(self, death: Death | None = None) -> None:
        """Start the desk and do not wait for it."""
        self.lives += 1
        self._parts.append(self.journal)
        self.journal = self.journal.durable(self._commit)
        self.doors = Doors(death)
        self._opened.clear()
        self.venue.reconnect(self.doors)
        self._life = asyncio.create_task(self._live())
        self.oracle.is_up = True
        self.oracle.look()

    async def _live(self) -> None:
        guarded = GuardedJournal(self.journal, self.doors, self.oracle.durable, self.journal_read_s)
        parts = Parts(self.venue, guarded, self.market, self.clock)
        history = await self.journal.read(ACCOUNT)
        async with open_desk(parts, with_lessons(self.rules, self.shelf.taught)) as desk:
            lives = {id_: life for id_, actor in desk.positions.items() if isinstance(life := actor.state, Live)}
            self.oracle.trails.remembered({id_: life.best for id_, life in lives.items()})
            papers, teaching = self.oracle.papers, self._teaching(desk)
            self._desk, self._front = desk, WitnessedFront(desk, history, "paper", teaching, papers)
            self._parts += [desk, self._front]
            desk.roof.spawn("timetable", self._keep_hours(desk))
            marks = {channel: heard.whole_to for channel, heard in desk.account.heard.items()}
            await self.ear.begin(desk.hear, [rules.id for rules in self.rules.channels], marks)
            desk.roof.spawn("ear", self.ear.poll_always())
            self._opened.set()
            await asyncio.get_running_loop().create_future()

    def _teaching(self, desk: TradingDesk) -> Teaching:
        return Teaching(desk, self.rules, self.shelf.taught, self.shelf)

    async def _keep_hours(self, desk: TradingDesk) -> None:
        """Ring for every round, so long after it rang last; for those due at one moment in the timetable's order."""
        loop = running_loop()
        began = loop.virtual_s
        due = [(began + seconds, place) for place, (seconds, _) in enumerate(ROUNDS)]
        heapq.heapify(due)
        while True:
            await loop.pause(due[0][0] - loop.virtual_s)
            now = loop.virtual_s
            rests_s = now % IDLE_ROUND_S if self.rests_when_idle and self._is_idle(desk) else 0.0
            while due[0][0] <= now + GRAIN_S:
                place = due[0][1]
                seconds, round_ = ROUNDS[place]
                heapq.heapreplace(due, (now + seconds, place))
                if round_ is RECONCILE and self.venue.observing:
                    self.faults.hits["J02"] += 1
                if rests_s < seconds and now >= self.rounds_pause_until:
                    desk.watch.due(RoundDue(round_, self.clock.now()))

    def _is_idle(self, desk: TradingDesk) -> bool:
        """Is nothing held, nothing on the book, and nothing on the desk that could change that?"""
        seen = self.exchange.seen
        if seen.positions or seen.orders or seen.stops or desk.watch.reconciler.suspects:
            return False
        return not desk.believed.waking

    async def crash(self) -> None:
        """End the desk without a goodbye."""
        self.doors.shut()
        self._count_death()
        self.oracle.look()
        self.oracle.is_up = False
        self.ear.end()
        life, self._life = self._life, None
        if life is not None:
            life.cancel()
            await asyncio.gather(life, return_exceptions=True)
        self._opened.clear()
        self._desk = self._front = None

    def _count_death(self) -> None:
        """Where it died, under the names of the catalogue."""
        hits = self.faults.hits
        hits["S06"] += self.doors.appending > 0
        hits["S02"] += self.doors.died_at.startswith("before append")
        hits["S03"] += self.doors.died_at.startswith("after append")

    async def leave(self) -> None:
        """End the desk as it is ended when it is asked to stop: its doors close in their order."""
        self.oracle.is_up = False
        self.ear.end()
        life, self._life = self._life, None
        if life is not None:
            life.cancel()
            await asyncio.gather(life, return_exceptions=True)
        self.doors.shut()
        self._opened.clear()
        self._desk = self._front = None

    async def restart(self, death: Death | None = None) -> None:
        """Die, and be started again at once."""
        await self.crash()
        await self.start(death)

    def take_apart(self) -> None:
        """When it is over: let go of everything, so that the collector has little left to look through."""
        for part in (*self._parts, self.journal, self):
            vars(part).clear()

    @property
    def is_open(self) -> bool:
        return self._opened.is_set() and not self.doors.is_shut

    @property
    def desk(self) -> TradingDesk:
        assert self._desk is not None, "the desk is dead"
        return self._desk

    @property
    def front(self) -> FrontDesk:
        assert self._front is not None, "the desk is dead"
        return self._front

    async def _commit(self) -> None:
        await asyncio.sleep(0)
        if self.disk_full:
            raise JournalUnwritable("the disk is full")

    # --- time -----------------------------------------------------------------------------

    async def run(self, seconds: float) -> None:
        """Let so much time pass."""
        await asyncio.sleep(seconds)

    async def until(self, question: Callable[[], T], within_s: float = 30) -> T:
        """Wait until ``question`` is answered with something true, but not for ever."""
        end = self.clock.monotonic() + within_s
        while not (answer := question()):
            assert self.clock.monotonic() < end, f"waited {within_s} s in vain"
            await asyncio.sleep(0.05)
        return answer

    # --- what happens ---------------------------------------------------------------------

    async def say(
        self,
        text: str,
        channel: ChannelId = TRUSTED,
        *,
        reply_to: PositionId | None = None,
        posted_at: datetime | None = None,
    ) -> PositionId:
        """A channel posts; the desk hears it if it lives. Returns what the position would be called."""
        posts = self.ear.posts if reply_to is not None else ()
        answered = next((p.id for p in posts if position_id(p.channel, p.id) == reply_to), None)
        post = self.ear.write(text, channel, reply_to=answered, posted_at=posted_at)
        await self.ear.hand_over(post)
        return position_id(channel, post.id)

    def price(self, symbol: Symbol, price: float | str | Decimal) -> None:
        """The market trades at ``price`` now."""
        self.exchange.move(symbol, Decimal(str(price)))

    # --- what is so -----------------------------------------------------------------------

    def state(self, position: PositionId) -> Position:
        """What the desk believes of a position that it has at hand."""
        state = self.desk.positions[position].state
        assert state is not None
        return state

    def is_state(self, position: PositionId, kind: type[Position]) -> bool:
        actor = self.desk.positions.get(position)
        return actor is not None and isinstance(actor.state, kind)

    async def told(self, position: PositionId) -> list[str]:
        """The names of all journal lines about a position, in order."""
        return [type(line.body).__name__ for line in await self.journal.about(position)]

    async def replay_equals_life(self) -> None:
        """I15: what the journal replays to, read back from its text, is what the desk believes."""
        found = self.journal.durable()
        assert replay_account(await found.read(ACCOUNT)) == self.desk.account
        for id_, actor in self.desk.positions.items():
            assert await read_stream(found, id_) == actor.state
            assert (await found.read(StreamId(id_)))[-1].version + 1 == len(
                {line.version for line in await found.read(StreamId(id_))}
            )

    async def settled(self) -> None:
        """What must be true of a desk that had a quiet minute (I1, I11, I15, I19)."""
        await self.replay_equals_life()
        self.all_is_known()
        self.oracle.verdict()

    def all_is_known(self) -> None:
        """The desk and the exchange agree, and everything held has its stop (I19)."""
        ours = {state.plan.symbol for id_ in self.desk.positions if not isinstance(state := self.state(id_), Over)}
        for held in self.exchange.held:
            assert held.symbol in self.oracle.strangers or held.symbol in ours, f"{held} is held and nobody knows it"
            is_covered = held.stop is not None and held.protected >= held.quantity
            assert held.symbol in self.oracle.strangers or is_covered, f"{held} is naked"
        for tag in (*(order.tag for order in self.exchange.working), *(stop.tag for stop in self.exchange.now().stops)):
            owner = self.desk.positions.get(PositionId(tag.partition("-")[0]))
            is_foreign = tag.startswith("venue-")
            assert is_foreign or (owner is not None and not isinstance(owner.state, Over)), f"{tag} is an orphan"
        assert not self.oracle.papers.unknown.since, f"unknown: {sorted(self.oracle.papers.unknown.since)}"


@asynccontextmanager
async def open_world(
    seed: int = 0,
    *,
    owner_rules: Rules = RULES,
    terms: Terms | None = None,
    started: bool = True,
    attached_stop: bool = True,
) -> AsyncIterator[World]:
    """A world with an open desk (unless not ``started``); at its end the auditor gives his verdict."""
    world = World(seed, owner_rules, terms, attached_stop=attached_stop)
    world.exchange.open()
    try:
        if started:
            await world.start()
        yield world
        if world.is_open:
            world.faults.heal()
        world.oracle.verdict()
    finally:
        await world.crash()
        await world.venue.hang_up()
        await world.exchange.close()
