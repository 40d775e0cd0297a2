"""What a killed demo leaves behind: its journal and the venue's own account, read without changing either.

Separate from the killing because it is the judge: it reads the files with SQLite alone and folds the journal
with the program's pure functions, so a running demo cannot talk it into anything.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from core.account import Account
from core.events import (
    ApprovalAsked,
    CallAdmitted,
    CallDeclined,
    CallHeld,
    CallWatched,
    FollowUpApplied,
    FollowUpAsked,
    MessageRead,
    PositionPlanned,
)
from core.plans import Plan
from core.ports import Recorded
from core.position import Live, Parked, Position
from core.position.states import Closing
from core.runtime.replay import replay_account, replay_position
from core.signals import Nothing
from core.vocabulary import PositionId
from storage.codec import GENESIS, Line, is_sound, recorded

VERDICTS = (CallAdmitted, CallDeclined, CallWatched, ApprovalAsked, CallHeld, FollowUpApplied, FollowUpAsked)
_COLUMNS = "seq, stream, version, line, position, at, kind, name, v, body, hash"


@dataclass(frozen=True, slots=True)
class Order:
    """One order the venue ever took."""

    tag: str
    symbol: str
    filled: Decimal
    reduce_only: bool

    @property
    def position(self) -> PositionId:
        return PositionId(self.tag.partition("-")[0])


@dataclass(frozen=True, slots=True)
class Holding:
    """What the venue holds for us, and the stop that stands there."""

    symbol: str
    quantity: Decimal
    stop: Decimal | None


@dataclass(frozen=True, slots=True)
class Books:
    """The journal, folded."""

    account: Account
    states: dict[PositionId, Position | None]
    plans: dict[PositionId, Plan]
    heard: frozenset[PositionId]
    judged: frozenset[PositionId]
    admitted: Counter[PositionId]
    lines: int

    def held(self) -> dict[str, tuple[Decimal, Decimal]]:
        """By symbol: the quantity and the stop that the program believes in."""
        found: dict[str, tuple[Decimal, Decimal]] = {}
        for state in self.states.values():
            live = state.live if isinstance(state, Closing) else state
            if isinstance(live, Live) and live.ledger.held:
                found[live.plan.symbol] = (Decimal(live.ledger.held), Decimal(live.stop.price))
        return found

    @property
    def parked(self) -> list[str]:
        return [f"{id_}: {state.why}" for id_, state in self.states.items() if isinstance(state, Parked)]


def copied(data: Path, name: str, into: Path) -> Path:
    """Copy a database with its log, so that reading it is not its recovery."""
    for path in data.glob(f"{name}*"):
        if not path.name.endswith("-shm"):
            shutil.copy2(path, into / path.name)
    return into / name


@contextlib.contextmanager
def laid_out(data: Path) -> Iterator[tuple[Path, Path]]:
    """Copies of a dead demo's journal and venue account, and their end."""
    with tempfile.TemporaryDirectory() as place:
        yield copied(data, "journal.sqlite3", Path(place)), copied(data, "paper.sqlite3", Path(place))


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path, timeout=5)) as db:
        db.execute("PRAGMA query_only = ON")
        yield db


def rows(path: Path, sql: str, *values: object) -> list[Any]:
    """Read one query; nothing from a file that has not come so far as to have its tables."""
    if not path.exists():
        return []
    with _reading(path) as db:
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return []
        return db.execute(sql, values).fetchall()


class Chronicle:
    """The journal as far as it has been read: what was durable once must be there ever after."""

    def __init__(self) -> None:
        self.lines: list[Recorded] = []
        self._head = GENESIS

    def read_on(self, journal: Path) -> list[Recorded]:
        """All lines; their chain of hashes is walked from where the last reading ended.

        Raises ``AssertionError`` where the chain breaks.
        """
        known = len(self.lines)
        found = rows(journal, f"SELECT {_COLUMNS} FROM journal WHERE seq >= ? ORDER BY seq", max(known, 1))  # noqa: S608
        lines = [Line._make(row) for row in found]
        if known:
            assert lines, f"the journal ended at line {known} before, and is shorter now"
            assert lines[0].hash == self._head, f"line {known} of the journal is another one than before"
            lines = lines[1:]
        for place, line in enumerate(lines, known + 1):
            assert line.seq == place, f"line {place} of the journal is missing"
            assert is_sound(self._head, line), f"line {place} of the journal was changed"
            self.lines.append(recorded(line))
            self._head = line.hash
        return self.lines


def books(lines: Sequence[Recorded]) -> Books:
    """Fold the journal as recovery does: the account, and every position it has granted a slot."""
    ours = [line for line in lines if line.stream != "chat"]
    streams: dict[str, list[Recorded]] = {}
    for line in ours:
        streams.setdefault(line.stream, []).append(line)
    own = streams.get("account", [])
    account = replay_account(own)
    reads = [line.body for line in own if isinstance(line.body, MessageRead)]
    verdicts = {line.body.position for line in own if isinstance(line.body, VERDICTS)}
    verdicts |= {read.position for read in reads if isinstance(read.reading, Nothing)}
    return Books(
        account,
        {PositionId(id_): replay_position(own) for id_, own in streams.items() if id_ != "account"},
        {line.body.plan.position: line.body.plan for line in ours if isinstance(line.body, PositionPlanned)},
        frozenset(read.position for read in reads),
        frozenset(verdicts),
        Counter(line.body.position for line in own if isinstance(line.body, CallAdmitted)),
        len(lines),
    )


def venue_account(paper: Path) -> tuple[list[Order], list[Holding]]:
    """Every order the venue ever took, and what it holds now."""
    orders = [_order(json.loads(body)) for (body,) in rows(paper, "SELECT body FROM kept WHERE part = 'order'")]
    holdings: list[Holding] = []
    for (body,) in rows(paper, "SELECT body FROM kept WHERE part = 'live'"):
        live = json.loads(body)
        orders += [_order(order) for order in live["working"]]
        holdings += [_holding(held) for held in live["holdings"] if Decimal(held["quantity"])]
    return orders, holdings


def _order(row: dict[str, Any]) -> Order:
    request = row["request"]
    return Order(row["tag"], request["symbol"], Decimal(row["filled"]), bool(request["reduce_only"]))


def _holding(row: dict[str, Any]) -> Holding:
    return Holding(row["symbol"], Decimal(row["quantity"]), Decimal(row["stop"]) if row["stop"] is not None else None)


def doubled(orders: Sequence[Order], kept: Books) -> list[str]:
    """Orders that no call asked for, or that a call got twice, or more of than was planned."""
    wrong = [f"two orders are called {tag}" for tag, count in Counter(o.tag for o in orders).items() if count > 1]
    wrong += [f"call {id_} was admitted {count} times" for id_, count in kept.admitted.items() if count > 1]
    opening = [order for order in orders if not order.reduce_only]
    for id_, count in Counter(order.position for order in opening).items():
        if count > 1:
            wrong.append(f"call {id_} has {count} opening orders")
    for order in opening:
        plan = kept.plans.get(order.position)
        if plan is None:
            wrong.append(f"the venue has {order.tag}, and the journal does not know it")
        elif order.filled > plan.quantity:
            wrong.append(f"{order.tag} filled {order.filled}, planned were {plan.quantity}")
    entered = {order.position: order.filled for order in opening}
    left: Counter[PositionId] = Counter()
    for order in orders:
        if order.reduce_only:
            left[order.position] += order.filled  # type: ignore[assignment]
    wrong += [
        f"{id_}: {out} left by its exits, {entered.get(id_)} entered"
        for id_, out in left.items()
        if out > entered.get(id_, Decimal(0))
    ]
    return wrong


def naked(holdings: Sequence[Holding]) -> list[str]:
    return [f"{held.quantity} {held.symbol} without a stop" for held in holdings if held.stop is None]
