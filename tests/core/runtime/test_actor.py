"""One writer a life: it writes first and performs then, in the order of its inbox, and shares commits where it may."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from core.commands import CancelOrder, WakeAt
from core.errors import JournalUnwritable, StaleWriter
from core.events import ReviewDue
from core.ports import Batch
from core.runtime.actor import Actor, Entry, Step
from core.runtime.supervisor import Supervisor
from core.vocabulary import OrderTag, PositionId, StreamId
from storage.memory import MemoryJournal
from tests.sim.loop import BEGINNING, in_virtual_time
from tests.sim.market import BTC

ME = PositionId("abcdefghij")
LINE = StreamId(ME)
QUIET = range(20, 30)
"""Seconds whose reviews have nothing sent; the odd ones ask to be woken."""


def review(number: int) -> ReviewDue:
    return ReviewDue(ME, BEGINNING + timedelta(seconds=number))


class Life:
    """An actor that counts its facts, and what became of them."""

    def __init__(self, journal: MemoryJournal, version: int = 0) -> None:
        self.steps: list[Step[int]] = []
        self.failed: list[tuple[ReviewDue, Exception]] = []
        self.troubles: list[str] = []
        self.actor = Actor[int, ReviewDue](
            LINE,
            0,
            version,
            journal,
            advance=self._advance,
            done=self._done,
            on_failure=self._failed,
            on_unwritable=self.troubles.append,
        )

    def _advance(self, state: int, fact: ReviewDue) -> tuple[int, tuple[Entry, ...]]:
        second = (fact.at - BEGINNING).total_seconds()
        if second == 13:
            raise ValueError("own bug")
        if second == 0:
            return state, ()
        if second in QUIET:
            return state + 1, (fact, WakeAt(ME, fact.at)) if second % 2 else (fact,)
        return state + 1, (fact, CancelOrder(ME, BTC, OrderTag(f"{ME}-entry-{state}")))

    def _done(self, step: Step[int]) -> None:
        self.steps.append(step)

    def _failed(self, fact: ReviewDue, failure: Exception) -> None:
        self.failed.append((fact, failure))


@in_virtual_time
async def test_an_actor_writes_first_and_performs_then_in_the_order_of_its_inbox() -> None:
    journal = MemoryJournal()
    life = Life(journal)
    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("life", life.actor.run())
        for number in range(1, 6):
            life.actor.post(review(number))
        await life.actor.tell(review(6))
        lines = await journal.read(LINE)
    assert [line.body.at for line in lines if isinstance(line.body, ReviewDue)] == [review(n).at for n in range(1, 7)]
    assert [(step.before, step.after) for step in life.steps] == [(n, n + 1) for n in range(6)]
    assert all(step.commands for step in life.steps)


@in_virtual_time
async def test_a_fact_that_changes_nothing_is_not_written_but_answered() -> None:
    journal = MemoryJournal()
    life = Life(journal)
    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("life", life.actor.run())
        await life.actor.tell(review(0))
    assert await journal.read(LINE) == ()
    assert [step.entries for step in life.steps] == [()]


@in_virtual_time
async def test_what_changes_nothing_takes_no_turn_unless_something_waits_before_it() -> None:
    life = Life(MemoryJournal())
    life.actor.post(review(0))
    await life.actor.tell(review(0))
    assert [(step.before, step.after) for step in life.steps] == [(0, 0), (0, 0)]
    life.actor.post(review(1))
    life.actor.post(review(0))
    assert len(life.steps) == 2
    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("life", life.actor.run())
        await life.actor.tell(review(0))
    assert [(step.before, step.after) for step in life.steps[2:]] == [(0, 1), (1, 1), (1, 1)]


@in_virtual_time
async def test_one_bad_fact_is_handed_over_and_the_next_is_lived() -> None:
    life = Life(MemoryJournal())
    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("life", life.actor.run())
        with pytest.raises(ValueError, match="own bug"):  # whoever waits for the answer must not believe it done
            await life.actor.tell(review(13))
        await life.actor.tell(review(14))
    assert [(fact.at, str(failure)) for fact, failure in life.failed] == [(review(13).at, "own bug")]
    assert life.actor.state == 1


@in_virtual_time
async def test_an_unwritable_journal_is_tried_again_and_keeps_the_order() -> None:
    refusals = 3

    async def commit() -> None:
        nonlocal refusals
        refusals -= 1
        if refusals >= 0:
            raise JournalUnwritable("the disk is full")

    journal = MemoryJournal(commit)
    life = Life(journal)
    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("life", life.actor.run())
        life.actor.post(review(1))
        await life.actor.tell(review(2))
    assert life.troubles == ["the disk is full"] * 3
    assert [step.after for step in life.steps] == [1, 2]
    assert not life.failed


@in_virtual_time
async def test_a_second_writer_is_found_out_before_anything_is_performed() -> None:
    journal = MemoryJournal()
    await journal.append(Batch(LINE, 0, BEGINNING, (review(1),)))
    life = Life(journal, version=0)
    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("life", life.actor.run())
        with pytest.raises(StaleWriter):
            await life.actor.tell(review(2))
    assert not life.steps
    assert isinstance(life.failed[0][1], StaleWriter)


@in_virtual_time
async def test_what_has_nothing_sent_shares_the_commit_of_the_next_that_has() -> None:
    commits: list[int] = []

    async def commit() -> None:
        commits.append(len(life.steps))

    journal = MemoryJournal(commit)
    life = Life(journal)
    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("life", life.actor.run())
        for second in (20, 21, 13, 1, 22, 2, 3, 23):
            life.actor.post(review(second))
        await life.actor.tell(review(24))
        lines = await journal.read(LINE)
    # 1 waits for what stood before it and for nothing behind it; a fact that failed takes nobody with it.
    assert commits == [0, 3, 5, 6]
    asked = [review(second) for second in (20, 21, 1, 22, 2, 3, 23, 24)]
    assert [line.body for line in lines if isinstance(line.body, ReviewDue)] == asked
    assert [line.version for line in lines] == [0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 6, 7]
    assert [(step.before, step.after) for step in life.steps] == [(n, n + 1) for n in range(8)]
    assert [fact for fact, _ in life.failed] == [review(13)]


@in_virtual_time
async def test_when_one_commit_is_refused_each_of_its_facts_has_failed() -> None:
    journal = MemoryJournal()
    await journal.append(Batch(LINE, 0, BEGINNING, (review(1),)))
    life = Life(journal, version=0)
    async with Supervisor(lambda _name, _failure: None) as roof:
        life.actor.post(review(20))
        told = asyncio.create_task(life.actor.tell(review(2)))
        await asyncio.sleep(0)
        roof.spawn("life", life.actor.run())
        with pytest.raises(StaleWriter):
            await told
    assert [fact for fact, _ in life.failed] == [review(20), review(2)]
    assert (life.steps, life.actor.state) == ([], 0)


@in_virtual_time
async def test_what_is_served_at_once_keeps_its_place_behind_what_waits() -> None:
    async def commit() -> None:
        await asyncio.sleep(0.1)

    life = Life(MemoryJournal(commit))
    async with Supervisor(lambda _name, _failure: None) as roof:
        roof.spawn("life", life.actor.run())
        first = asyncio.create_task(life.actor.serve(review(1)))  # nothing waits: in its own task
        await asyncio.sleep(0.05)
        life.actor.post(review(2))
        await life.actor.serve(review(3))
        await first
        life.actor.post(review(4))
        await life.actor.serve(review(5))
    assert [step.entries[0] for step in life.steps] == [review(n) for n in range(1, 6)]
    assert [step.after for step in life.steps] == [1, 2, 3, 4, 5]


@in_virtual_time
async def test_what_is_served_needs_nobody_who_reads_the_inbox() -> None:
    life = Life(MemoryJournal())
    await life.actor.serve(review(1))
    with pytest.raises(ValueError, match="own bug"):
        await life.actor.serve(review(13))
    await life.actor.serve(review(2))
    assert [(fact.at, str(failure)) for fact, failure in life.failed] == [(review(13).at, "own bug")]
    assert life.actor.state == 2
