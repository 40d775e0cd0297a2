"""One writer for one life: a fact comes in, is recorded with the answer to it, then the answer is performed.

Nothing is performed before it is durable (invariant I3). Facts that ask nothing share the commit of what waits
behind them, up to the first that has something sent: no order waits for what came after it. A journal that
cannot be written is not this life's fault: the fact waits and is tried again, and nothing is lost. Any other
failure is our own mistake: it is handed to ``on_failure``, which quarantines this life only.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar, cast

from core.commands import Command, LookUp, OpenPosition, ProveStop, TakeOver, WakeAt
from core.errors import JournalUnwritable
from core.events import Fact
from core.fold import INTENTIONS
from core.ports import Batch, Journal
from core.runtime.inbox import Inbox
from core.vocabulary import StreamId

INBOX_MAX = 10_000
"""More waiting facts than a life can ever meet: beyond it the poster is told, not the memory filled."""
RETRY_S = 1.0
TOGETHER_MAX = 64
"""Facts in one commit."""
BIRTHS = (OpenPosition, TakeOver)
"""What another life begins with."""

S = TypeVar("S")
F = TypeVar("F", bound=Fact)
Entry = Fact | Command
_new = tuple.__new__
"""Makes a row in half the time that its class takes: every fact is made three of."""


class Step(NamedTuple, Generic[S]):
    """What one fact led to. ``entries`` is empty for a fact that changed and asked nothing."""

    before: S
    after: S
    entries: tuple[Entry, ...]

    @property
    def commands(self) -> tuple[Command, ...]:
        return cast("tuple[Command, ...]", tuple([entry for entry in self.entries if type(entry) in INTENTIONS]))


class _Letter(NamedTuple, Generic[S, F]):
    fact: F
    answered: asyncio.Future[None] | None
    step: Step[S] | None = None
    """What it leads to, if nothing comes between: it was looked at when it came."""

    def succeed(self) -> None:
        if self.answered is not None and not self.answered.done():
            self.answered.set_result(None)

    def fail(self, failure: Exception) -> None:
        if self.answered is not None and not self.answered.done():
            self.answered.set_exception(failure)


class _Judged(NamedTuple, Generic[S, F]):
    """A fact with what it led to, and what is to be written of it."""

    letter: _Letter[S, F]
    step: Step[S]
    batches: tuple[Batch, ...]

    @property
    def is_urgent(self) -> bool:
        """Is something to be sent? A question, or to be woken, may wait for its neighbours."""
        return any(not isinstance(command, LookUp | ProveStop | WakeAt) for command in self.step.commands)


class Actor(Generic[S, F]):
    """The only writer of ``stream``.

    ``advance(state, fact)`` returns the new state and the lines to write. ``births`` adds the
    first lines of other streams to the same commit. ``done`` is called after the commit.
    """

    def __init__(
        self,
        stream: StreamId,
        state: S,
        version: int,
        journal: Journal,
        *,
        advance: Callable[[S, F], tuple[S, tuple[Entry, ...]]],
        done: Callable[[Step[S]], None],
        on_failure: Callable[[F, Exception], None],
        births: Callable[[tuple[Entry, ...], datetime], tuple[Batch, ...]] = lambda _entries, _at: (),
        on_unwritable: Callable[[str], None] = lambda _why: None,
    ) -> None:
        self.state = state
        self._stream, self._version, self._journal = stream, version, journal
        self._advance, self._done, self._on_failure = advance, done, on_failure
        self._births, self._on_unwritable = births, on_unwritable
        self._inbox: Inbox[_Letter[S, F]] = Inbox(INBOX_MAX)
        self._turn = asyncio.Lock()

    def post(self, fact: F) -> None:
        """Hand over a fact. Raises ``asyncio.QueueFull`` when this life is hopelessly behind."""
        step = self._foreseen(fact)
        if step is None or not self._is_passed_over(step):
            self._inbox.put(_new(_Letter, (fact, None, step)))

    async def tell(self, fact: F) -> None:
        """Hand over a fact and return once it is durable and its answer is under way.

        Raises whatever this life failed with; the failure has been dealt with then, not the fact.
        Raises ``asyncio.QueueFull`` as `post` does.
        """
        step = self._foreseen(fact)
        if step is None or not self._is_passed_over(step):
            answered = asyncio.get_running_loop().create_future()
            self._inbox.put(_new(_Letter, (fact, answered, step)))
            await answered

    def _foreseen(self, fact: F) -> Step[S] | None:
        """What it leads to, while nothing waits before it; None: that is seen when its turn comes."""
        if self._inbox or self._turn.locked():
            return None
        try:
            return _new(Step, (self.state, *self._advance(self.state, fact)))
        except Exception:  # our own bug: it fails again when its turn comes, and is told then
            return None

    def _is_passed_over(self, step: Step[S]) -> bool:
        """Does it change and ask nothing? So it is with half of what is told, and no turn is taken for that."""
        if step.entries or step.after is not step.before:
            return False
        try:
            self._done(step)
        except Exception:  # our own bug: it fails again when its turn comes, and is told then
            return False
        return True

    async def serve(self, fact: F) -> None:
        """As `tell`, in the caller's own task where nothing else waits: two turns of the loop earlier.

        For a task that ends with this life: cancelled meanwhile, the fact may be written and not answered.
        """
        if self._turn.locked() or self._inbox:
            await self.tell(fact)
            return
        answered = asyncio.get_running_loop().create_future()
        async with self._turn:
            await self._live(_Letter(fact, answered))
        await answered

    async def run(self) -> None:
        """Live until cancelled."""
        while True:
            letter = await self._inbox.take()
            async with self._turn:
                await self._live(letter)

    async def _live(self, first: _Letter[S, F]) -> None:
        judged = self._judged(first)
        try:
            await self._record([batch for one in judged for batch in one.batches])
        except Exception as failure:  # our own bug, or a second writer: none of these was written
            for letter, _, _ in judged:
                self._fail(letter, failure)
            return
        for letter, step, _ in judged:
            self.state = step.after
            try:
                self._done(step)
            except Exception as failure:  # our own bug: this life is parked, the others live on
                self._fail(letter, failure)
            else:
                letter.succeed()

    def _judged(self, first: _Letter[S, F]) -> list[_Judged[S, F]]:
        """This fact and those behind it, up to the first that is urgent, each with what is to be written."""
        judged: list[_Judged[S, F]] = []
        state, version, letter = self.state, self._version, first
        while True:
            try:
                step = letter.step
                if step is None or step.before is not state:
                    step = _new(Step, (state, *self._advance(state, letter.fact)))
                batches = self._batches(version, letter.fact.at, step.entries) if step.entries else ()
            except Exception as failure:  # our own bug: this life is parked, the others live on
                self._fail(letter, failure)
            else:
                judged.append(_new(_Judged, (letter, step, batches)))
                state, version = step.after, version + bool(step.entries)
            if not self._inbox or len(judged) == TOGETHER_MAX or (judged and judged[-1].is_urgent):
                return judged
            letter = self._inbox.take_next()

    def _fail(self, letter: _Letter[S, F], failure: Exception) -> None:
        self._on_failure(letter.fact, failure)
        letter.fail(failure)

    def _batches(self, version: int, at: datetime, entries: tuple[Entry, ...]) -> tuple[Batch, ...]:
        # A birth is written down as the life it begins, in the same commit: the plan stands there once.
        lines = tuple([entry for entry in entries if not isinstance(entry, BIRTHS)])
        return (Batch(self._stream, version, at, lines), *self._births(entries, at))

    async def _record(self, batches: Sequence[Batch]) -> None:
        while batches:
            try:
                await self._journal.append(*batches)
            except JournalUnwritable as unwritable:
                self._on_unwritable(str(unwritable))
                await asyncio.sleep(RETRY_S)
            else:
                self._version += [batch.stream for batch in batches].count(self._stream)
                return
