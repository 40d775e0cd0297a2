"""Bugs of the journal, of starting again and of hearing: written too late, not written, not read on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from decimal import Decimal
from typing import Any

from core.account.states import Heard
from core.commands import MoveStop, PlaceEntry, PlaceExit
from core.events import (
    ApprovalAsked,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PanicPressed,
    Paused,
    PositionEnded,
)
from core.runtime import recovery
from core.runtime.actor import Actor
from core.runtime.desk import TradingDesk
from core.vocabulary import Money, OrderTag
from tests.sim.bugs import Bug, Patch
from tests.sim.doors import GuardedJournal
from tests.sim.ear import ChannelEar


def _journal_after_send(patch: Patch) -> None:
    async def _live(self: Any, first: Any) -> None:
        judged = self._judged(first)
        for letter, step, _ in judged:
            self.state = step.after
            self._done(step)
            letter.succeed()
        await asyncio.sleep(0.001)
        await self._record([batch for _, _, batches in judged for batch in batches])

    patch.put(Actor, "_live", _live)


def _journal_not_awaited(patch: Patch) -> None:
    def wrap(append: Any) -> Any:
        async def later(self: GuardedJournal, *batches: Any) -> int:
            async def written() -> None:
                await asyncio.sleep(0.01)
                await append(self, *batches)

            self._later = getattr(self, "_later", set())  # type: ignore[attr-defined]
            self._later.add(asyncio.ensure_future(written()))  # type: ignore[attr-defined]
            return 0

        return later

    patch.around(GuardedJournal, "append", wrap)


def _not_persisted(*kinds: type) -> Any:
    """Facts of these kinds are acted on and not written down."""

    def plant(patch: Patch) -> None:
        def wrap(append: Any) -> Any:
            async def without(self: GuardedJournal, *batches: Any) -> int:
                kept = [replace(b, entries=tuple(e for e in b.entries if not isinstance(e, kinds))) for b in batches]
                if not all(batch.entries for batch in kept):
                    first = kept[0]
                    account = next(line for line in await self.read(first.stream))
                    kept = [replace(b, entries=b.entries or (account.body,)) for b in kept]
                return int(await append(self, *kept))

            return without

        patch.around(GuardedJournal, "append", wrap)

    return plant


def _no_finish(patch: Patch) -> None:
    async def _finish(_desk: Any, _id: Any, _lines: Any) -> None:
        return

    patch.put(recovery, "_finish", _finish)


def _entry_again(patch: Patch) -> None:
    def wrap(finish: Any) -> Any:
        async def again(desk: Any, id_: Any, lines: Any) -> None:
            told = (line.body for line in lines)
            answered = {fact.tag for fact in told if isinstance(fact, OrderAccepted | OrderRefused | OrderEnded)}
            for line in lines:
                if isinstance(line.body, PlaceEntry) and line.body.order.tag not in answered:
                    order = replace(line.body.order, tag=OrderTag(f"{line.body.order.tag[:-1]}1"))
                    desk.perform(replace(line.body, order=order))
            await finish(desk, id_, lines)

        return again

    patch.around(recovery, "_finish", wrap)


def _everything_again(patch: Patch) -> None:
    def wrap(finish: Any) -> Any:
        async def again(desk: Any, id_: Any, lines: Any) -> None:
            for line in lines:
                if isinstance(line.body, PlaceExit | MoveStop):
                    desk.perform(line.body)
            await finish(desk, id_, lines)

        return again

    patch.around(recovery, "_finish", wrap)


def _positions_forgotten(patch: Patch) -> None:
    patch.around(recovery, "replay_account", lambda was: lambda history: replace(was(history), grants={}))


def _panic_ends_with_us(patch: Patch) -> None:
    patch.put(recovery, "_pass_on", lambda *_: None)
    patch.around(recovery, "replay_account", lambda was: lambda history: replace(was(history), closed=None))


def _mark_before_reading(patch: Patch) -> None:
    async def begin(self: ChannelEar, hear: Any, _channels: Any, _marks: Any) -> None:
        self._hear = hear
        self._handed = {(post.id, post.edited_at) for post in self.posts}

    patch.put(ChannelEar, "begin", begin)


def _no_poll(patch: Patch) -> None:
    async def poll_always(_self: ChannelEar) -> None:
        await asyncio.sleep(1e6)

    patch.put(ChannelEar, "poll_always", poll_always)


def _freed_by_a_timer(patch: Patch) -> None:
    def wrap(done: Any) -> Any:
        def freeing(self: Any, step: Any) -> None:
            done(self, step)
            for fact in step.entries:
                if isinstance(fact, OutcomeUnknown) and "-entry" in fact.tag:
                    self._account.post(PositionEnded(fact.position, fact.at, Money(Decimal(0))))

        return freeing

    patch.around(TradingDesk, "_position_done", wrap)


def _stream_read_once(patch: Patch) -> None:
    """The task that follows the private stream dies, and nobody starts it again."""
    from core.runtime.supervisor import Supervisor

    def wrap(watch: Any) -> Any:
        def once(self: Any, name: str, work: Any) -> None:
            if name == "messages":
                watch(self, name, lambda: _until_broken(work))
            else:
                watch(self, name, work)

        return once

    async def _until_broken(work: Any) -> None:
        reading = asyncio.ensure_future(work())
        await asyncio.wait((reading,), timeout=900)
        reading.cancel()

    patch.around(Supervisor, "watch", wrap)


def _reads_on_from_the_newest(patch: Patch) -> None:
    patch.put(Heard, "whole_to", property(lambda heard: heard.mark))


BUGS = (
    Bug("the start reads on from the newest post", "found here (T01)", "I20", _reads_on_from_the_newest),
    Bug("journal after send", "intent log of P01 (I3)", "I3", _journal_after_send),
    Bug("journal not awaited", "aiosqlite (S03)", "I3 crash I15", _journal_not_awaited),
    Bug("pause not persisted", "freqtrade #4023", "I8", _not_persisted(Paused)),
    Bug("panic not persisted", "BTB-manager #74", "I8 I21", _not_persisted(PanicPressed)),
    Bug("questions not persisted", "U05", "I15 I13 crash", _not_persisted(ApprovalAsked)),
    Bug("nothing in flight is looked up at the start", "hummingbot-api #243", "I19 I6", _no_finish),
    Bug("the start sends the entry again", "freqtrade #11461 (P01)", "I3 I2", _entry_again),
    Bug("the start does everything again", "nautilus #3046", "I7 I4 I1", _everything_again),
    Bug("the start forgets what is open", "hummingbot-api #243", "I19 I15 I20 I5", _positions_forgotten),
    Bug("a panic ends with the program", "BTB-manager #33", "I21 I8 I15", _panic_ends_with_us),
    Bug("posts of the dead time are skipped", "Telethon #4345 (T02)", "I20", _mark_before_reading),
    Bug("silent channels are not looked at", "tomcounsell/ai #1408 (T01)", "I20", _no_poll),
    Bug("unknown freed by a timer", "I6", "I6 I5", _freed_by_a_timer),
    Bug("the reader of posts dies unnoticed", "Telethon #4061 (P05)", "I20", _stream_read_once),
)
