"""The reconciler: one reading of the venue held against everything we believe, and every stop proven by it.

Apart from `core.runtime.watch`, which listens, because this one goes and looks: at the start, after a gap
in the stream, by the clock and when somebody asks. It posts facts and sweeps our own orphans; it decides nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import is_
from typing import TYPE_CHECKING

from loguru import logger

from core.commands import LookUp
from core.events import (
    CancelAsked,
    EquityRead,
    InvariantBroken,
    PositionFact,
    PositionReopened,
    ReviewDue,
    ShieldMissing,
    ShieldRestored,
    StrangerFound,
)
from core.instrument import UNKNOWN
from core.invariants import INFINITE, OFFSET_S_MAX, Picture, Since, asked_of, at_the_door, check, unharmed_from
from core.limits import grant_for
from core.orders import Observation, OpenPosition, Silent
from core.position import Awaiting, Opening, Over, Position, Unconfirmed
from core.reconcile import APART, LAG, Comparison, Suspicion, compare, stops
from core.records import replace
from core.rounds import Round, RoundDue
from core.runtime.believed import Believed, held
from core.runtime.effects import SECOND_LOOK_S
from core.runtime.replay import replay_position, version_after
from core.runtime.reports import position_of
from core.runtime.strays import Strays
from core.telling import tell
from core.vocabulary import ZERO, Holding, PositionId, Quantity, StreamId

if TYPE_CHECKING:
    from core.runtime.desk import TradingDesk

RETIRE_AFTER = timedelta(hours=1)
NOT_OURS = "rule:the venue holds what is not ours in its symbol, and the two would merge"
ALARM_S = 3.0
"""A stop that is missing so long is told as an alarm (invariant I1)."""


Sight = tuple[object, ...]
"""What is believed, and what the venue shows but for its prices."""
ON_TIME = timedelta(0)
AGREED = Comparison((), frozenset(), ())


@dataclass(slots=True)
class Findings:
    """What was found and done, in sentences; ``looks`` counts the readings."""

    looks: int = 0
    words: list[str] = field(default_factory=list)


class Reconciler:
    """Looks at the venue for one desk, one look at a time."""

    def __init__(self, desk: TradingDesk, backfill: Callable[[], Awaitable[None]]) -> None:
        self._desk, self._parts, self._backfill = desk, desk.parts, backfill
        self.observed: Observation | None = None
        self._valued: Observation | None = None
        """Of which the account was told what it is worth."""
        self._asked_s = 0.0
        """When that was asked for, by the clock that nobody sets."""
        self.proofs: dict[PositionId, datetime] = {}
        """When each position's stop was last read back from the venue."""
        self.strangers: dict[Holding, OpenPosition] = {}
        self.strays = Strays()
        self._suspicions: frozenset[Suspicion] = frozenset()
        self._agreed: Sight | None = None
        """What was believed and shown when the two agreed last: nothing comes of looking at the same again."""
        self._covered: Sight | None = None
        """And when every stop was last there."""
        self._since: Since = {}
        self._sound: tuple[object, ...] = ()
        """What was believed and shown when nothing was found against it."""
        self._covers: Sequence[object] = ()
        """What was held then, and its stops, whatever the prices were."""
        self._unharmed_from = INFINITE
        """The equity from which on prices alone would break nothing of that."""
        self._alarms: dict[PositionId, asyncio.TimerHandle] = {}
        self._again: asyncio.TimerHandle | None = None
        self._left: asyncio.TimerHandle | None = None
        self._looking = asyncio.Lock()

    @property
    def suspects(self) -> bool:
        """Did the last reading of the venue differ from what we believe?"""
        return bool(self._suspicions)

    @property
    def proof_at(self) -> datetime | None:
        """Since when every stop is proven; the age of the last reading when nothing is held."""
        ours = [self.proofs.get(live.plan.position) for live in self._desk.believed.lives]
        if ours:
            proven = [at for at in ours if at is not None]
            return min(proven) if len(proven) == len(ours) else None
        return self.observed.at if self.observed is not None else None

    def close(self) -> None:
        """Forget the alarms that have not rung; recovery sets them anew."""
        for timer in self._alarms.values():
            timer.cancel()
        self._alarms.clear()
        for look in (self._again, self._left):
            if look is not None:
                look.cancel()
        self.strays.close()

    # --- looking ----------------------------------------------------------------------------------

    async def reconcile(self, findings: Findings | None = None) -> bool:
        """Hold the venue against what we believe and post the differences; False when it does not answer."""
        async with self._looking:
            observed = await self._read()
            if observed is None:
                return False
            if findings is not None:
                findings.looks += 1
            await self.tell_equity(observed)
            if _sight(self._desk.believed.states, observed) != self._agreed:
                await self._compare(observed, findings)
            self._retire(observed.at)
            return True

    async def _compare(self, observed: Observation, findings: Findings | None) -> None:
        """Post the differences, and see to it that what may be one is looked at again."""
        await self.remember({position_of(one.tag) for book in (observed.orders, observed.stops) for one in book})
        believed = self._desk.believed.states
        found = compare(believed, observed, self._suspicions)
        self._agreed = _sight(believed, observed) if found == AGREED else None
        if found.suspicions - self._suspicions:
            await self._backfill()  # the fills that explain it, with their prices, before the second look guesses
        if findings is None:
            self._look_again(found, observed.at)
        self._suspicions = found.suspicions
        await self._act(found, observed, findings or Findings())

    async def tell_equity(self, observed: Observation) -> None:
        """Tell the account what it is worth; of one reading once, whichever rounds share it."""
        if observed is not self._valued:
            self._valued = observed
            await self._desk.tell(EquityRead(observed.at, observed.equity, observed.balance))

    def _look_again(self, found: Comparison, at: datetime) -> None:
        """Look as soon as the next look can prove something: the rounds may come just before, and then a turn later."""
        soon = timedelta(seconds=SECOND_LOOK_S)
        ages = (at - one.since for one in found.suspicions)
        waits = [(soon if age < APART else LAG) - age for age in ages if age < LAG]
        if found.suspicions - self._suspicions:
            waits.append(soon)
        if found.unripe:
            waits.append(LAG)
        if not waits:
            return
        if self._again is not None:
            self._again.cancel()
        self._again = self._look_in(min(LAG, *waits))

    def look_at_what_is_left(self) -> None:
        """After a panic: look when the page shows its fills for certain, so that what nobody closes is told (I21)."""
        if self._left is not None:
            self._left.cancel()
        self._left = self._look_in(LAG)

    def _look_in(self, wait: timedelta) -> asyncio.TimerHandle:
        def ring() -> None:
            self._desk.watch.due(RoundDue(Round.RECONCILE, self._parts.clock.now()))

        return asyncio.get_running_loop().call_later(wait.total_seconds(), ring)

    async def thoroughly(self) -> Findings | None:
        """Reconcile now, until what differs is proven; None when the venue does not answer."""
        findings = Findings()
        if not await self.reconcile(findings):
            return None
        for wait_s in (SECOND_LOOK_S, LAG.total_seconds() - SECOND_LOOK_S):
            said = len(findings.words)
            if self.suspects:
                await asyncio.sleep(wait_s)
                await self.reconcile(findings)
            if len(findings.words) > said:
                break  # what a second look proves is told by it; what an entry waits for takes longer
        return findings

    def read_since(self, due_s: float) -> Observation | None:
        """The last reading, if it was asked for at ``due_s`` or later, by the clock's monotonic seconds."""
        return self.observed if self._asked_s >= due_s else None

    async def guard(self, due_s: float) -> None:
        """Read every stop back, and have what is missing repaired at once."""
        if self.read_since(due_s) is not None:
            return  # a round that fell due with this one has read them
        if not self._desk.believed.is_guarded:
            return
        async with self._looking:
            observed = await self._read()
            if observed is None:
                return
            believed = self._desk.believed.states
            sight = _sight(believed, observed)
            if sight in (self._agreed, self._covered):
                return
            facts = stops(believed, observed)
            for fact in facts:
                self._desk.post(fact)
            self._covered = None if facts else sight

    async def _read(self) -> Observation | None:
        asked_at, asked_s = self._parts.clock.now(), self._parts.clock.monotonic()
        observed = await self._parts.venue.observe()
        if isinstance(observed, Silent):
            logger.warning("the venue does not answer: {}", observed.why)
            return None
        self.observed, self._asked_s = observed, asked_s
        believed = self._desk.believed
        shown = {(one.symbol, one.side) for one in observed.positions if one.quantity > 0 and one.stop is not None}
        for live in believed.lives:
            if (live.plan.symbol, live.plan.side) in shown:
                self.proven(live.plan.position, observed.at)
        await self._judge(believed, observed, asked_at)
        return observed

    async def _act(self, found: Comparison, observed: Observation, findings: Findings) -> None:
        for fact in found.facts:
            if isinstance(fact, StrangerFound):
                await self._tell_stranger(fact, findings)
            else:
                self._desk.post(fact)  # type: ignore[arg-type]
                findings.words.append(self._named(fact.position, fact))  # type: ignore[union-attr, arg-type]
        await self._forget_strangers(observed)
        for symbol, tag in found.orphans:
            logger.warning("sweeping {}: nobody waits for it", tag)
            await self._parts.venue.cancel(symbol, tag)
            findings.words.append(f"{symbol}: our order {tag} was left over, and is cancelled")
        for position, symbol, tag in found.missing:
            self._desk.perform(LookUp(position, symbol, tag))
            findings.words.append(self._named(position, f"our order {tag} is not on the book: asked what became of it"))

    def _named(self, position: PositionId, said: str | PositionFact) -> str:
        actor = self._desk.positions.get(position)
        plan = actor.state.plan if actor is not None and actor.state is not None else None
        words = said if isinstance(said, str) else tell(said, plan.instrument.unit if plan is not None else UNKNOWN)
        return f"{plan.symbol if plan is not None else position}: {words}"

    # --- what is not ours -------------------------------------------------------------------------

    async def _tell_stranger(self, fact: StrangerFound, findings: Findings) -> None:
        told = self._desk.account.untracked.get((fact.symbol, fact.side))
        if told is None and await self._desk.watch.recalls(fact.symbol, fact.side):
            return  # it is ours after all
        if told != fact.quantity:
            known = self._desk.instruments.get(fact.symbol)
            fact = replace(fact, unit=known.unit if known is not None else UNKNOWN)
            await self._desk.tell(fact)
            findings.words.append(tell(fact) or "")
        for id_, state in self._desk.believed.states.items():
            if not isinstance(state, (Opening, Awaiting)) or state.leaving or state.plan.symbol != fact.symbol:
                continue
            if self._desk.account.merges(state.plan.symbol, state.plan.side):
                self._desk.post(CancelAsked(id_, fact.at, NOT_OURS))
                findings.words.append(self._named(id_, f"its entry is taken back: {NOT_OURS.removeprefix('rule:')}"))

    async def _forget_strangers(self, observed: Observation) -> None:
        """What was not ours and is gone, or has merged with what an entry filled, blocks its symbol no longer."""
        known = self._desk.account.untracked
        if not known:
            self.strangers = {}
            return
        ours = {(live.plan.symbol, live.plan.side) for live in self._desk.believed.lives}
        shown = (one for one in observed.positions if one.quantity > 0)
        foreign = {(one.symbol, one.side): one for one in shown if (one.symbol, one.side) not in ours}
        self.strangers = {holding: foreign[holding] for holding in known if holding in foreign}
        for symbol, side in known.keys() - foreign.keys():
            await self._desk.tell(StrangerFound(observed.at, symbol, side, Quantity(ZERO)))

    async def remember(self, owners: set[PositionId]) -> None:
        """An order of ours may outlive the memory of its position: a death came between its end and the sweep,
        or between the fill that brought it back to life and the account's word of it.
        """
        unknown = owners - self._desk.positions.keys()
        for owner in sorted(unknown & set(await self._parts.journal.streams())) if unknown else ():
            lines = await self._parts.journal.read(StreamId(owner))
            state = replay_position(lines)
            if state is None or owner in self._desk.positions:
                continue
            self._desk.adopt(PositionId(owner), state, version_after(lines))
            now, plan = self._parts.clock.now(), state.plan
            if not isinstance(state, Over):
                self._desk.note(PositionReopened(plan.position, now, grant_for(plan)))
            self._desk.post(ReviewDue(plan.position, now))  # of what is over too: its exits may have stayed (fault N08)

    def _retire(self, at: datetime) -> None:
        """Let go of positions that have been over for an hour; the journal keeps them."""
        for id_, over in self._desk.believed.over:
            if at - over.at > RETIRE_AFTER:
                self._desk.let_go(id_)
                self.proofs.pop(id_, None)

    # --- shields ----------------------------------------------------------------------------------

    def proven(self, position: PositionId, at: datetime) -> None:
        """The venue showed this position's stop."""
        self.proofs[position] = max(at, self.proofs.get(position, at))

    def shield(self, position: PositionId, state: Position | None) -> None:
        """A position has moved on: set the alarm for a stop that is missing, or say that it is back."""
        life = held(state)
        missing = life is not None and isinstance(life.stop, Unconfirmed)
        if not missing:
            timer = self._alarms.pop(position, None)
            if timer is not None:
                timer.cancel()
            if life is not None and position in self._desk.account.naked:
                self._desk.note(ShieldRestored(position, self._parts.clock.now()))
        elif position not in self._alarms and position not in self._desk.account.naked:
            self._alarms[position] = asyncio.get_running_loop().call_later(ALARM_S, self._ring, position)

    def _ring(self, position: PositionId) -> None:
        self._alarms.pop(position, None)
        actor = self._desk.positions.get(position)
        life = held(actor.state) if actor is not None else None
        if life is not None and isinstance(life.stop, Unconfirmed):
            self._desk.note(ShieldMissing(position, self._parts.clock.now(), life.stop.since))

    # --- invariants -------------------------------------------------------------------------------

    async def _judge(self, believed: Believed, observed: Observation, asked_at: datetime) -> None:
        """Assert what must hold, after each reading; a change is a fact, and shuts or opens the doors."""
        now = self._parts.clock.now()
        account, known = self._desk.account, self._desk.account.breaches
        offset_s = max(asked_at - observed.at, observed.at - now, ON_TIME).total_seconds()
        seen = (observed.equity, observed.positions, observed.orders, believed, *asked_of(account))
        is_alike = offset_s <= OFFSET_S_MAX and len(seen) == len(self._sound)
        same = [*map(is_, seen, self._sound)] if is_alike else [False] * len(seen)
        if all(same):
            return  # the very same, and it was sound
        covers = [(held.symbol, held.side, held.quantity, held.stop) for held in observed.positions]
        only_prices_moved = all(same[2:]) and covers == self._covers
        if only_prices_moved and observed.equity >= self._unharmed_from:
            self._sound = seen
            return
        picture = Picture(account, believed.states, observed, now, offset_s)
        breaches, self._since = check(picture, self._since, only_prices_moved=only_prices_moved)
        self._sound, self._covers = () if self._since or known else seen, covers
        self._unharmed_from = unharmed_from(account, believed.lives)
        if (breaches or known) and {b.invariant for b in breaches} != {b.invariant for b in known}:
            await self._desk.tell(InvariantBroken(now, breaches))

    def _age_s(self) -> float | None:
        """Seconds since the venue was read, by whichever clock says more: one may be set back (fault K01), the other
        stands still in a machine that is suspended (fault K02).
        """
        if self.observed is None:
            return None
        clock = self._parts.clock
        return max((clock.now() - self.observed.at).total_seconds(), clock.monotonic() - self._asked_s)

    async def at_the_door(self) -> None:
        """Before a call is judged: is what we know of the venue young enough?"""
        breaches = at_the_door(self._age_s())
        if breaches and "I8" not in {breach.invariant for breach in self._desk.account.breaches}:
            logger.error("a call came while {}", breaches[0].words)
            await self._desk.tell(InvariantBroken(self._parts.clock.now(), (*self._desk.account.breaches, *breaches)))


def _sight(believed: Mapping[PositionId, Position], observed: Observation) -> Sight:
    covers = [(held.symbol, held.side, held.quantity, held.stop, held.protected) for held in observed.positions]
    return (covers, observed.orders, observed.stops, believed)
