"""Kill the whole program while it trades at Bybit, again and again: lost calls, doubled orders, naked positions.

``python -m tests.chaos.kill_on_bybit --kills 200 [--seed N] [--data DIR]``; exit status 1 on any damage. It is
``main.py run`` with nothing changed but addresses; Telegram and Bybit are stand-ins that live on. The truth is
read from the exchange's own file, and from the journal line by line.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import yaml

from core.vocabulary import PositionId
from tests.chaos import wreck
from tests.chaos.bybit_traffic import PRICES, BybitTraffic, Posted, at_venue
from tests.chaos.kill_the_demo import LOSS_PCT_MAX, RECOVERED_S
from tests.chaos.tally import Say, Tally, command
from tests.standins.bybit_process import BybitProcess, open_bybit_process
from tests.standins.outside import ROOT, Outside, outside

OPEN = "the doors are open"
OPEN_S_MAX = 30.0
PROTECTED_S_MAX = 5.0
"""A start that takes longer tells what it waited for."""
RISK_PCT = 0.2
"""Of each call, so that one account lives for long."""
ORDERS_MAX = 150
"""An account older than that is put aside: the exchange writes all of it down after every change."""
LOOK_S = 0.05
GIST_MAX = 8000
"""Characters of a log that are shown."""


@dataclass(slots=True)
class BybitTally(Tally):
    """What was done and what was found; ``starts_s`` from the start of the program to everything protected."""

    opened_s: list[float] = field(default_factory=list)
    fills: int = 0
    accounts: int = 1

    def summary(self) -> dict[str, float]:
        starts = sorted(self.starts_s) or [0.0]
        more = {
            "orders": self.orders,
            "filled": self.fills,
            "looks": self.looks,
            "accounts": self.accounts,
            "other": len(self.other),
            "start_to_protected_s_p99": round(starts[math.ceil(len(starts) * 0.99) - 1], 3),
            "start_to_doors_s_p50": round(sorted(self.opened_s or [0.0])[len(self.opened_s) // 2], 3),
        }
        return Tally.summary(self) | more


class Siege:
    """One account and one data directory, killed over and over."""

    def __init__(self, home: Path, world: Outside, there: BybitProcess, dice: Random, tally: BybitTally) -> None:
        self._home, self._world, self._dice, self._tally = home, world, dice, tally
        self._venue, self._posted = home / "exchange", Posted()
        self._traffic = BybitTraffic(dice, world, there, self._venue, self._posted)
        self._chronicle = wreck.Chronicle()
        self._books: wreck.Books | None = None
        self._naked_before: tuple[str, ...] = ()
        self._waited_for: list[str] = []
        self.orders = self.fills = 0

    @property
    def is_worn_out(self) -> bool:
        """The day's loss is nearly used up, or the exchange has too much to write down."""
        if self._books is None or self._books.account.day_equity is None or self._books.account.equity is None:
            return False
        began, now = self._books.account.day_equity, self._books.account.equity
        return (began - now) / began * 100 > LOSS_PCT_MAX or self.orders > ORDERS_MAX

    async def live(self, *, last: bool = False) -> None:
        with self._tally.judged():
            await self._life(last=last)

    async def _life(self, *, last: bool) -> None:
        """Start, look, do things, kill, look again. The ``last`` one is only looked at."""
        words = self._home / "program.txt"
        began = time.monotonic()
        with words.open("wb") as out:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "main.py", "run", "--config", str(self._world.config)),
                cwd=ROOT,
                env=self._world.environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=out,
                stderr=asyncio.subprocess.STDOUT,
            )
        watching = asyncio.create_task(self._watch())
        try:
            if not last and self._dice.random() < 0.15:
                await asyncio.sleep(
                    self._dice.uniform(0.3, 3)
                )  # killed while it recovers: the moment is the experiment
            else:
                await self._until_open(process, words)
                self._tally.opened_s.append(time.monotonic() - began)
                await self._look_after_recovery(began)
                if not last:
                    await self._introduce()
                    await self._be_busy()
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
        self._tally.kills += not last
        said = _said(words)
        if "CRITICAL" in said:
            self._tally.other.append(f"the log says: {said[said.index('CRITICAL') :][:1500]}")
        await asyncio.to_thread(self._look_at_the_wreck)

    async def _until_open(self, process: asyncio.subprocess.Process, words: Path) -> None:
        end = time.monotonic() + OPEN_S_MAX
        while OPEN not in (said := _said(words)):
            assert process.returncode is None, f"the program ended with {process.returncode}:\n{_gist(said)}"
            assert time.monotonic() < end, f"the doors did not open in {OPEN_S_MAX} s:\n{_gist(said)}"
            await asyncio.sleep(0.02)

    async def _introduce(self) -> None:
        """What a channel posts before it is followed for the first time is its past."""
        query = "SELECT 1 FROM journal WHERE name = 'ChannelFollowed'"
        while not wreck.rows(self._world.data / "journal.sqlite3", query):  # noqa: ASYNC110 - files have no event
            await asyncio.sleep(0.02)

    async def _be_busy(self) -> None:
        """Until the moment of the kill; half of them fall upon a request that is under way."""
        end = time.monotonic() + self._dice.uniform(0.05, 2.5)
        before = len(self._posted.calls)
        while time.monotonic() < end:
            self._traffic.act()
            await asyncio.sleep(self._dice.uniform(0.02, 0.3))
        if self._dice.random() < 0.5:
            self._traffic.strike()
            await asyncio.sleep(self._dice.uniform(0, 0.15))
        self._tally.calls += len(self._posted.calls) - before

    # --- judging ----------------------------------------------------------------------------------

    async def _watch(self) -> None:
        """Every position the exchange ever shows without a stop."""
        while True:
            self._look_for_naked("")
            await asyncio.sleep(LOOK_S)

    def _look_for_naked(self, when: str) -> None:
        self._tally.looks += 1
        bare = wreck.naked(at_venue(self._venue).holdings)
        self._tally.naked += [f"{when}{each}" for each in bare]

    async def _look_after_recovery(self, began: float) -> None:
        """The doors are open: nothing is naked, everything posted is heard, journal and exchange agree."""
        self._look_for_naked("after recovery: ")
        wrong = await self._within(self._disagreements)
        took_s = time.monotonic() - began
        self._tally.starts_s.append(took_s)
        if took_s > PROTECTED_S_MAX:
            self._tally.slow.append(
                f"{took_s:.1f} s until they agreed: {'; '.join(self._waited_for) or 'nothing differed'}"
            )
        self._tally.other += wrong
        self._tally.lost += await self._within(self._unheard)

    async def _within(self, look: Callable[[], list[str]]) -> list[str]:
        end = time.monotonic() + RECOVERED_S
        self._waited_for = []
        while (wrong := await asyncio.to_thread(look)) and time.monotonic() < end:
            self._waited_for = wrong
            await asyncio.sleep(LOOK_S)
        return wrong

    def _unheard(self) -> list[str]:
        unheard = sorted(self._posted.calls.keys() - self._heard())
        return [f"{id_} was never heard: {self._posted.calls[id_][:60]!r}" for id_ in unheard]

    def _heard(self) -> set[PositionId]:
        query = "SELECT position FROM journal WHERE stream = 'account' AND name = 'MessageRead'"
        return {PositionId(position) for (position,) in wreck.rows(self._world.data / "journal.sqlite3", query)}

    def _disagreements(self) -> list[str]:
        kept = wreck.books(self._chronicle.read_on(self._world.data / "journal.sqlite3")).held()
        truth = {held.symbol: (held.quantity, held.stop) for held in at_venue(self._venue).holdings}
        return [
            f"{symbol}: the journal says {kept.get(symbol)}, the exchange {truth.get(symbol)}"
            for symbol in sorted(kept.keys() | truth.keys())
            if kept.get(symbol) != truth.get(symbol)
        ]

    def _look_at_the_wreck(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            journal = wreck.copied(self._world.data, "journal.sqlite3", Path(place))
            try:
                kept = self._books = wreck.books(self._chronicle.read_on(journal))
            except Exception as broken:  # whatever it cannot be replayed for is damage
                self._tally.other.append(f"the journal cannot be replayed: {broken!r}")
                return
        there = at_venue(self._venue)
        self.orders, self.fills = len(there.orders), sum(order.filled > 0 for order in there.orders)
        self._tally.doubled += wreck.doubled(there.orders, kept)
        self._tally.naked += [f"in the exchange's file: {each}" for each in wreck.naked(there.holdings)]
        self._tally.lost += [f"{id_} has no verdict" for id_ in sorted(kept.heard - kept.judged)]
        self._tally.other += kept.parked


def _said(words: Path) -> str:
    return words.read_text(encoding="utf-8", errors="replace")


def _gist(said: str) -> str:
    """The first failure of a log, which explains those behind it, and its end."""
    first = min((at for word in ("CRITICAL", "ERROR") if (at := said.find(word)) >= 0), default=0)
    return said if len(said) <= GIST_MAX else f"{said[first:][:GIST_MAX]}\n...\n{said[-GIST_MAX // 4 :]}"


def _trade_small(config: Path) -> None:
    said = yaml.safe_load(config.read_text(encoding="utf-8"))
    said["channels"][0]["risk_pct"] = RISK_PCT
    said["limits"] = {"open_positions_max": 6}
    config.write_text(yaml.safe_dump(said), encoding="utf-8")


async def besiege(kills: int, seed: int, data: Path, say: Say) -> BybitTally:
    """Kill ``kills`` times; stops at the first damage."""
    dice, tally = Random(seed), BybitTally()
    while True:
        home = data / f"account-{tally.accounts}"
        home.mkdir(parents=True)
        exchange = open_bybit_process(home / "exchange", PRICES)
        async with outside(home, exchange=exchange) as world:
            assert isinstance(world.bybit, BybitProcess)
            _trade_small(world.config)
            siege = Siege(home, world, world.bybit, dice, tally)
            await _until_done(siege, kills, tally, say)
        if tally.kills >= kills or tally.damage:
            return tally
        tally.accounts += 1
        say(f"enough of that account: on to {tally.accounts}")


async def _until_done(siege: Siege, kills: int, tally: BybitTally, say: Say) -> None:
    """One account until it is worn out or everything is done; its last life is only looked at."""
    orders, fills = tally.orders, tally.fills
    while tally.kills < kills and not tally.damage and not siege.is_worn_out:
        await siege.live()
        tally.orders, tally.fills = orders + siege.orders, fills + siege.fills
        if tally.kills % 10 == 0 or tally.damage:
            say(f"{tally.kills} kills, {tally.summary()}")
    if not tally.damage:
        await siege.live(last=True)


def _besiege(kills: int, seed: int, data: Path, say: Say) -> BybitTally:
    return asyncio.run(besiege(kills, seed, data, say))


if __name__ == "__main__":
    sys.exit(command("kill_on_bybit", 200, _besiege))
