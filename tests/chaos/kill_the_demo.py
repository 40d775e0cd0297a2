"""Kill the demo without warning, again and again, and look for damage: lost calls, doubled orders, naked positions.

``python -m tests.chaos.kill_the_demo --kills 100 [--seed N] [--data DIR]``; exit status 1 on any damage.
The truth is read where the program cannot colour it: the venue's own account, and the journal line by line.
"""

from __future__ import annotations

import http.client
import json
import sys
import threading
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import TypeVar

from core.views import Doors
from core.vocabulary import PositionId
from tests.chaos import wreck
from tests.chaos.tally import Say, Tally, command
from tests.chaos.traffic import Posted, Traffic
from tests.e2e.demo_process import DemoProcess, SaidNo, Truth, Visitor

Wrong = TypeVar("Wrong", bound=str)

RECOVERED_S = 10.0
"""How long after a restart everything must be heard and agree again."""
GONE = (OSError, http.client.HTTPException, json.JSONDecodeError)
"""What asking a process that has just been killed ends in."""
UNDISTURBED_S = 1.2
"""Without a tap in its first second the bot knows that no tap is an old one."""
LOCKED_LIVES_MAX = 8
"""After a panic the doors may stay locked for so many lives."""
LOSS_PCT_MAX = Decimal(4)
"""Of the day's equity; shortly before the doors would close for the day, an account is put aside."""


class Watcher:
    """Looks at the venue all through one life and remembers every position it saw without a stop."""

    def __init__(self, visitor: Visitor) -> None:
        self.naked: list[str] = []
        self.looks = 0
        self._visitor = visitor
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="venue watcher")
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(0.03):
            try:
                truth = self._visitor.venue()
            except (*GONE, SaidNo):
                return
            self.looks += 1
            self.naked += naked_at(truth)

    def end(self) -> None:
        self._over.set()
        self._thread.join(30)


def naked_at(truth: Truth) -> list[str]:
    return [f"{held.quantity} {held.symbol} without a stop" for held in truth.positions if held.stop is None]


class Siege:
    """One data directory, killed over and over."""

    def __init__(self, data: Path, dice: Random, tally: Tally) -> None:
        self.data, self._dice, self._tally = data, dice, tally
        self._posted = Posted()
        self._chronicle = wreck.Chronicle()
        self._books: wreck.Books | None = None
        self._locked_lives = 0

    @property
    def is_worn_out(self) -> bool:
        """Nothing more would be opened here: the day's loss is nearly used up, or nobody opens the doors again."""
        if self._books is None or self._books.account.day_equity is None or self._books.account.equity is None:
            return False
        began, now = self._books.account.day_equity, self._books.account.equity
        return (began - now) / began * 100 > LOSS_PCT_MAX or self._locked_lives > LOCKED_LIVES_MAX

    def live(self, *, last: bool = False) -> None:
        with self._tally.judged():
            self._life(last=last)

    def _life(self, *, last: bool) -> None:
        """Start, look, do things, kill, look again. The ``last`` one is only looked at."""
        began = time.monotonic()
        process = DemoProcess(self.data, "--no-script", "--seed", str(self._dice.randrange(1000)))
        killer = None
        try:
            if not last and self._dice.random() < 0.15:
                time.sleep(self._dice.uniform(0.02, 0.7))  # killed while it recovers: the moment is the experiment
            else:
                visitor = process.open()
                self._tally.starts_s.append(time.monotonic() - began)
                self._look_after_recovery(visitor)
                if not last:
                    killer = self._busy_until_killed(process, visitor)
        finally:
            if killer is not None:
                killer.cancel()
            process.kill()
        self._tally.kills += not last
        if "CRITICAL" in process.words:
            self._tally.other.append(f"the log says: {process.words[process.words.index('CRITICAL') :][:500]}")
        self._look_at_the_wreck()

    def _busy_until_killed(self, process: DemoProcess, visitor: Visitor) -> threading.Timer:
        taps = self._dice.random() < 0.4
        lives_s = self._dice.uniform(0.05, 0.9) + (UNDISTURBED_S if taps else 0)
        killer = threading.Timer(lives_s, process.kill)
        before = len(self._posted.calls)
        try:
            killer.start()
            quiet_until = time.monotonic() + (UNDISTURBED_S if taps else 0)
            watcher = Watcher(visitor)
            channels, everything = (
                Traffic(self._dice, visitor, self._posted, taps=more, locked=self._locked_lives > 0)
                for more in (False, taps)
            )
            try:
                while process.is_running():
                    (channels if time.monotonic() < quiet_until else everything).act()
            finally:
                process.kill()
                watcher.end()
                self._tally.looks += watcher.looks
                self._tally.naked += watcher.naked
        except GONE:
            pass
        self._tally.calls += len(self._posted.calls) - before
        return killer

    # --- judging ----------------------------------------------------------------------------------

    def _look_after_recovery(self, visitor: Visitor) -> None:
        """The doors are open: nothing is naked, everything acknowledged is heard, journal and venue agree."""
        self._tally.naked += [f"after recovery: {each}" for each in naked_at(visitor.venue())]
        self._tally.looks += 1
        unheard = self._within(lambda: sorted(self._posted.calls.keys() - self._heard()))
        self._tally.lost += [f"{id_} was never heard: {self._posted.calls[id_][:60]!r}" for id_ in unheard]
        self._tally.other += self._within(lambda: self._disagreements(visitor))

    def _within(self, look: Callable[[], list[Wrong]]) -> list[Wrong]:
        """What is still wrong after `RECOVERED_S`; nothing as soon as nothing is."""
        end = time.monotonic() + RECOVERED_S
        while (wrong := look()) and time.monotonic() < end:
            time.sleep(0.05)
        return wrong

    def _heard(self) -> set[PositionId]:
        found = wreck.rows(
            self.data / "journal.sqlite3",
            "SELECT position FROM journal WHERE stream = 'account' AND name = 'MessageRead'",
        )
        return {PositionId(position) for (position,) in found}

    def _disagreements(self, visitor: Visitor) -> list[str]:
        held = wreck.books(self._chronicle.read_on(self.data / "journal.sqlite3")).held()
        truth = {p.symbol: (p.quantity, p.stop) for p in visitor.venue().positions}
        return [
            f"{symbol}: the journal says {held.get(symbol)}, the venue {truth.get(symbol)}"
            for symbol in sorted(held.keys() | truth.keys())
            if held.get(symbol) != truth.get(symbol)
        ]

    def _look_at_the_wreck(self) -> None:
        with wreck.laid_out(self.data) as (journal, paper):
            try:
                kept = self._books = wreck.books(self._chronicle.read_on(journal))
            except Exception as broken:  # whatever it cannot be replayed for is damage
                self._tally.other.append(f"the journal cannot be replayed: {broken!r}")
                return
            orders, holdings = wreck.venue_account(paper)
        closed = kept.account.closed
        self._locked_lives = self._locked_lives + 1 if closed is not None and closed.doors is Doors.LOCKED else 0
        self._tally.doubled += wreck.doubled(orders, kept)
        self._tally.naked += [f"in the venue's file: {each}" for each in wreck.naked(holdings)]
        self._tally.lost += [f"{id_} has no verdict" for id_ in sorted(kept.heard - kept.judged)]
        self._tally.other += kept.parked
        self._tally.admitted, self._tally.orders = sum(kept.admitted.values()), len(orders)


def besiege(kills: int, seed: int, data: Path, say: Say) -> Tally:
    """Kill ``kills`` times; stops at the first damage."""
    data.mkdir(parents=True, exist_ok=True)
    dice, tally, ordinal = Random(seed), Tally(), 1
    siege = Siege(data / f"siege-{ordinal}", dice, tally)
    while tally.kills < kills and not tally.damage:
        siege.live()
        if tally.kills % 10 == 0 or tally.damage:
            say(
                f"{tally.kills} kills, {tally.calls} calls, {tally.looks} looks at the venue; this account: "
                f"{tally.admitted} admitted, {tally.orders} orders; damage: {len(tally.damage)}"
            )
        if siege.is_worn_out:
            siege.live(last=True)
            ordinal += 1
            say(f"nothing more would be opened there: on to account {ordinal}")
            siege = Siege(data / f"siege-{ordinal}", dice, tally)
    if not tally.damage:
        siege.live(last=True)
    return tally


if __name__ == "__main__":
    sys.exit(command("kill_the_demo", 100, besiege))
