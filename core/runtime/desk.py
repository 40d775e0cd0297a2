"""The trading desk: it hears, routes every fact to the one life it belongs to, and performs the answers.

A position that fails is quarantined alone; a report about nobody is left to the reconciler.
Nothing is heard before recovery has finished (`core.runtime.recovery`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from loguru import logger

from core.account import Account
from core.commands import Command, Instruct, LookUp, OpenPosition, PlaceEntry, ProveStop, TakeOver, WakeAt
from core.drafting import QUOTE_AGE_S_MAX
from core.events import (
    AccountFact,
    ApprovalAsked,
    CallHeld,
    CloseAsked,
    FollowUpAsked,
    MessageRead,
    OrderRefused,
    PanicPressed,
    Paused,
    PositionEnded,
    PositionFact,
    PositionPlanned,
    PositionReopened,
    Quarantined,
    ReviewDue,
    StopConfirmed,
)
from core.instrument import Instrument
from core.limits import grant_for
from core.messages import Message, Word
from core.orders import EntryKind
from core.plans import Handling
from core.ports import Batch, Clock, Journal, Prices, Venue
from core.position import Closing, Live, Over, Position
from core.reading import STANDARD, Dialect, read
from core.runtime.actor import BIRTHS, Actor, Entry, Step
from core.runtime.advancing import advance_account, advance_position, birth, fact_of, held_life, silence_of
from core.runtime.believed import Believed, gathered
from core.runtime.effects import Effects
from core.runtime.lives import Lives, PositionActor, Work
from core.runtime.names import Names
from core.runtime.supervisor import Supervisor
from core.runtime.triggers import Triggers
from core.runtime.watch import Watch
from core.signals import Amendment, Nothing, Reading, Reason
from core.spelling import find
from core.vocabulary import ChannelId, PositionId, Side, StreamId, Symbol, position_id

ACCOUNT = StreamId("account")
MESSAGES_MAX = 1000
"""So many posts may wait to be read; beyond it the ear waits at the door."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a desk is made of; everything real is handed in."""

    venue: Venue
    journal: Journal
    prices: Prices
    clock: Clock


class TradingDesk:
    """Routing, lifetimes and quarantine. Built and started by `core.runtime.recovery.open_desk`."""

    def __init__(self, parts: Parts, roof: Supervisor, account: Account, version: int) -> None:
        self.parts, self.roof = parts, roof
        self.instruments: Mapping[Symbol, Instrument] = {}
        self.names, self.triggers = Names(), Triggers()
        self.ready, self.trouble = False, ""
        self.opened, self.tried = asyncio.Event(), asyncio.Event()
        self.on_account: Callable[[tuple[Entry, ...]], None] = lambda _entries: None
        self.positions: dict[PositionId, PositionActor] = {}
        self._believed: Believed | None = None
        self._of_symbol: dict[Symbol, dict[PositionId, None]] = {}
        self.last: dict[PositionId, tuple[Entry, ...]] = {}
        """What each position did last: the lines of its newest step."""
        self._lives = Lives(roof, self._work)
        self._born: dict[PositionId, tuple[Position | None, tuple[Entry, ...]]] = {}
        can = parts.venue.capabilities
        self._handling = Handling(can.attached_stop, can.stop_every_ms, can.exits_max, can.stop_is_order)
        self._messages: asyncio.Queue[Word] = asyncio.Queue(maxsize=MESSAGES_MAX)
        self._looks = 0
        self._timers: set[asyncio.TimerHandle] = set()
        self.watch = Watch(self)
        self.effects = Effects(parts.venue, parts.clock, self.post, self.watch.backfill, self._look, self.positions)
        self._account = Actor[Account, AccountFact](
            ACCOUNT,
            account,
            version,
            parts.journal,
            advance=advance_account,
            done=self._account_done,
            on_failure=self._account_failed,
            births=self._births,
            on_unwritable=self._unwritable,
        )

    @property
    def account(self) -> Account:
        return self._account.state

    @property
    def believed(self) -> Believed:
        """What is believed of the positions: the very same until one of them moves."""
        if self._believed is None:
            self._believed = gathered((id_, actor.state) for id_, actor in self.positions.items())
        return self._believed

    # --- hearing --------------------------------------------------------------------------

    async def hear(self, word: Word) -> None:
        """Take one post, or the news that some are gone; returns once it waits in the inbox."""
        await self._messages.put(word)

    async def take_messages(self) -> None:
        """Read what was heard, in order, for ever."""
        while True:
            word = await self._messages.get()
            if not isinstance(word, Message):
                await self.tell(fact_of(word, self.parts.clock.now()))
            elif not self.account.has_heard(word):
                await self.watch.reconciler.at_the_door()
                await self._account.serve(await self._understood(word))

    async def _understood(self, message: Message) -> MessageRead:
        """Every post gets a verdict, also one that our own reader fails on (invariant I20)."""
        try:
            return await self.read(message, self._dialect(message.channel))
        except Exception as failure:  # a bug of the reader: this post is not acted on, the next one is read
            logger.opt(exception=failure).critical("message {} of {} could not be read", message.id, message.channel)
            nothing = Nothing((Reason(f"the reader failed on it ({type(failure).__name__})"),))
            position = position_id(message.channel, message.id)
            return MessageRead(position, self.parts.clock.now(), message, nothing, None, None)

    def _dialect(self, channel: ChannelId) -> Dialect:
        rules = self.account.rules.channel(channel)
        return rules.dialect if rules is not None else STANDARD

    async def read(self, message: Message, dialect: Dialect) -> MessageRead:
        """Understand a post and add what the venue knows of its symbol now."""
        listed = self.names.of(self.instruments)
        answered = message.reply_text or ("" if message.reply_to is not None else None)
        reading = read(message.text, reply_text=answered, dialect=dialect, listed=listed)
        instrument = quote = None
        if not isinstance(reading, Nothing) and reading.symbol is not None:
            instrument = find(reading.symbol, self.instruments, self.account.rules.aliases)
        priced = instrument or self._awaited(message, reading)
        if priced is not None:
            quote = await self.parts.prices.quote(priced.symbol)
        position = position_id(message.channel, message.id)
        return MessageRead(position, self.parts.clock.now(), message, reading, instrument, quote)

    def _awaited(self, message: Message, reading: Reading) -> Instrument | None:
        """What the levels of a follow-up without a name may be for: the call of its channel that waits for them."""
        if not isinstance(reading, Amendment) or not self.account.held:
            return None
        calls = (held.call for held in self.account.held.values())
        return next((call.instrument for call in calls if call.message.channel == message.channel), None)

    # --- routing --------------------------------------------------------------------------

    async def tell(self, fact: AccountFact) -> None:
        """Hand the account a fact; returns once it is durable and its answer under way."""
        await self._account.tell(fact)

    def note(self, fact: AccountFact) -> None:
        """Hand the account a fact without waiting for it."""
        self._account.post(fact)

    def post(self, fact: PositionFact) -> None:
        """Hand a position a fact; the reconciler answers for one that nobody owns."""
        if isinstance(fact, StopConfirmed):
            self.watch.reconciler.proven(fact.position, fact.at)
        actor = self.positions.get(fact.position)
        if actor is None:
            self.watch.reconciler.strays.note(fact.position)
            return
        actor.post(fact)

    async def tell_position(self, fact: PositionFact) -> bool:
        """Hand a position a fact and wait until it is durable; False when there is no such position."""
        actor = self.positions.get(fact.position)
        if actor is None:
            return False
        await actor.tell(fact)
        return True

    def owner(self, symbol: Symbol, side: Side | None, at: datetime) -> PositionId | None:
        """Who held this symbol at that moment of the venue's clock: not who came after, nor who was over by then.

        A stop that is told before its entry is booked has no owner yet: its fills are fetched again.
        """
        opened: dict[PositionId, datetime] = {}
        for id_ in self._of_symbol.get(symbol, ()):
            state = self.positions[id_].state
            life = None if isinstance(state, Over) and state.at < at else held_life(state)
            if life is not None and side in (None, life.plan.side):
                opened[id_] = life.opened_at
        return max((id_ for id_ in opened if opened[id_] <= at), key=opened.__getitem__, default=None)

    # --- lives ----------------------------------------------------------------------------

    def adopt(self, position: PositionId, state: Position | None, version: int) -> PositionActor:
        """Give a position its one writer and its one hand."""
        actor = self._enter(position, state, version)
        self._lives.live(position, actor)
        return actor

    def _enter(self, position: PositionId, state: Position | None, version: int) -> PositionActor:
        """Put a position on the desk, with its hand; what its writer is told waits until he lives."""
        actor: PositionActor = Actor(
            StreamId(position),
            state,
            version,
            self.parts.journal,
            advance=advance_position,
            done=self._position_done,
            on_failure=self._position_failed,
            on_unwritable=self._unwritable,
        )
        self.positions[position], self._believed = actor, None
        if state is not None:
            self._of_symbol.setdefault(state.plan.symbol, {})[position] = None
        self._lives.begin(position)
        return actor

    def start_account(self) -> None:
        self.roof.spawn("account", self._account.run())

    def _births(self, entries: tuple[Entry, ...], at: datetime) -> tuple[Batch, ...]:
        """The first lines of a life go into the same commit as the word that began it."""
        batches = []
        for opening in [entry for entry in entries if isinstance(entry, BIRTHS)]:
            state, lines = advance_position(None, birth(opening, at, self._handling))
            self._born[opening.position] = (state, lines)
            batches.append(Batch(StreamId(opening.position), 0, at, lines))
        return tuple(batches)

    def _account_done(self, done: Step[Account]) -> None:
        if not done.entries:
            return  # as of most readings of the equity
        self.trouble = ""
        for command in done.commands:
            match command:
                case OpenPosition(position=position) | TakeOver(position=position):
                    self._begin(position, *self._born.pop(position))
                case Instruct(request=request):
                    self.post(request)
                case _:
                    raise AssertionError(f"{type(command).__name__} is not the account's to order")
        for fact in done.entries:
            if isinstance(fact, (ApprovalAsked, FollowUpAsked, CallHeld)):
                self.expire_later(fact)
            if isinstance(fact, PanicPressed):
                self._close_all(fact)
        asyncio.get_running_loop().call_soon(self.on_account, done.entries)  # after the order has left

    def _close_all(self, panic: PanicPressed) -> None:
        """Whatever is on the desk wants out: what holds a grant is asked by the account, the rest here."""
        for id_, actor in self.positions.items():
            if id_ not in self.account.grants and not isinstance(actor.state, Over):
                self.post(CloseAsked(id_, panic.at, f"panic by {panic.by}"))
        self.watch.reconciler.look_at_what_is_left()

    def _begin(self, position: PositionId, state: Position | None, lines: tuple[Entry, ...]) -> None:
        """Let a position live and send its entry, unless the journal held it up until its price was of the past."""
        self._enter(position, state, 1)
        now = self.parts.clock.now()
        late_s = (now - lines[0].at).total_seconds() if isinstance(lines[0], PositionPlanned) else 0.0
        for line in Step(None, state, lines).commands:
            if isinstance(line, PlaceEntry) and line.order.kind is EntryKind.MARKET and late_s > QUOTE_AGE_S_MAX:
                why = f"{late_s:.0f} s late: the journal could not be written before"
                self.post(OrderRefused(position, now, line.order.tag, "late", why))
            else:
                self.perform(line)
        asyncio.get_running_loop().call_soon(self._attend, position)  # the order leaves first

    def _attend(self, position: PositionId) -> None:
        """Let a new position live, wait for the prices that it wants to hear of, and for its stop."""
        actor = self.positions[position]
        self._lives.live(position, actor)
        state = actor.state
        try:
            self._listen(state)
            self.watch.reconciler.shield(position, state)
        except Exception as failure:  # our own bug: this life is parked, its order is under way
            self._position_failed(ReviewDue(position, self.parts.clock.now()), failure)

    def expire_later(self, waiting: ApprovalAsked | FollowUpAsked | CallHeld) -> None:
        """Silence until its end is no."""
        until = waiting.until if isinstance(waiting, CallHeld) else waiting.expires_at
        wait_s = max(0.0, (until - self.parts.clock.now()).total_seconds())

        def ring() -> None:
            self._timers.discard(timer)
            self._account.post(silence_of(waiting, max(until, self.parts.clock.now())))

        timer = asyncio.get_running_loop().call_later(wait_s, ring)
        self._timers.add(timer)

    def _position_done(self, done: Step[Position | None]) -> None:
        self._believed = self._believed if done.after is done.before else None
        for command in done.commands:
            self.perform(command)
        state = done.after
        if done.entries and state is not None:
            self.last[state.plan.position] = done.entries
            self.watch.reconciler.shield(state.plan.position, state)
        if isinstance(state, Over) and not isinstance(done.before, Over):
            self.settle(state)
        if isinstance(done.before, Over) and isinstance(state, Live | Closing):
            plan = state.plan
            self._account.post(PositionReopened(plan.position, self.parts.clock.now(), grant_for(plan)))
        self._listen(state)

    def _listen(self, state: Position | None) -> None:
        """Wait for the prices that this position wants to hear of now."""
        if state is not None:
            self.triggers.heed(state)

    def settle(self, over: Over) -> None:
        """Give the slot back to the account."""
        profit = over.live.ledger.net if over.live is not None else None
        earned = profit if profit is not None else over.plan.risk * 0
        id_, untouched = over.plan.position, over.live is None
        waits = untouched and id_ in self.account.revised
        quote = self.watch.quotes.get(over.plan.symbol) if waits else None
        self._account.post(PositionEnded(id_, over.at, type(over.plan.risk)(earned), untouched, quote))

    # --- performing -----------------------------------------------------------------------

    def perform(self, command: Command) -> None:
        """Start carrying out an intention that is in the journal: one hand a position writes to the venue, in order.

        What only reads has a task of its own; nobody asks for what is still to be sent, which the venue cannot know.
        """
        match command:
            case OpenPosition() | TakeOver() | Instruct():
                raise AssertionError("the account performs its own orders")
            case LookUp() | ProveStop() | WakeAt():
                self._look(command)
            case _:
                self._lives.order(command)

    def _look(self, command: LookUp | ProveStop | WakeAt) -> None:
        if isinstance(command, LookUp) and self._lives.is_to_send(command.position, command.tag):
            return  # its own answer will tell
        self._looks += 1
        self.roof.spawn(f"{type(command).__name__} {self._looks} of {command.position}", self.effects.perform(command))

    async def _work(self, work: Work) -> None:
        batch_max = self.parts.venue.capabilities.batch_max
        while True:
            each = await work.take(batch_max)
            try:
                await self.effects.perform(each)
            except Exception as failure:  # an adapter's bug parks this position, not the desk
                self._position_failed(ReviewDue(each.position, self.parts.clock.now()), failure)

    def _position_failed(self, fact: PositionFact, failure: Exception) -> None:
        logger.opt(exception=failure).critical("position {} failed on {}", fact.position, type(fact).__name__)
        if not isinstance(fact, Quarantined):
            why = f"{type(fact).__name__}: {type(failure).__name__}: {failure}"[:500]
            self.post(Quarantined(fact.position, self.parts.clock.now(), why))

    def _account_failed(self, fact: AccountFact, failure: Exception) -> None:
        logger.opt(exception=failure).critical("the account failed on {}", type(fact).__name__)
        if not isinstance(fact, Paused):
            self._account.post(Paused(self.parts.clock.now(), f"rule:own failure on {type(fact).__name__}"))

    def _unwritable(self, why: str) -> None:
        self.trouble = why
        logger.error("the journal cannot be written, so nothing new is sent: {}", why)

    def let_go(self, position: PositionId) -> None:
        """Forget a position that is over; the journal keeps it."""
        for holders in self._of_symbol.values():
            holders.pop(position, None)
        del self.positions[position]
        self._believed = None
        self.last.pop(position, None)
        self._lives.end(position)

    def close(self) -> None:
        """Forget all timers; recovery sets them anew."""
        self.effects.close()
        self.watch.reconciler.close()
        for timer in self._timers:
            timer.cancel()
