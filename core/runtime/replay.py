"""From the journal back to life: facts are folded, intentions change nothing, and nothing is decided anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from core import account as accounts
from core import position as positions
from core.account import Account
from core.events import AccountFact, EquityRead, PositionEnded, PositionFact
from core.fold import INTENTIONS
from core.ports import Journal, Recorded
from core.position import Position
from core.vocabulary import PositionId, StreamId


def replay_account(history: Sequence[Recorded]) -> Account:
    """Fold the account's facts; intentions change nothing."""
    account, readings = Account(), list[EquityRead]()
    for line in history:
        fact = line.body
        if type(fact) is EquityRead:
            readings.append(fact)  # half of all lines, and most of them in a row
            continue
        if type(fact) in INTENTIONS:
            continue
        if readings and type(fact) is PositionEnded:  # no other fact counts on what was read
            account, readings = accounts.read_on(account, readings), []
        account = accounts.evolve(account, cast("AccountFact", fact))
    return accounts.read_on(account, readings) if readings else account


def replay_position(history: Sequence[Recorded]) -> Position | None:
    """Fold one position's facts; None for a stream without any."""
    position: Position | None = None
    for line in history:
        if type(line.body) not in INTENTIONS:
            position = positions.evolve(position, cast("PositionFact", line.body))
    return position


def version_after(history: Sequence[Recorded]) -> int:
    """How many batches a stream with this history holds."""
    return history[-1].version + 1 if history else 0


async def read_stream(journal: Journal, position: PositionId) -> Position | None:
    """One position as its journal has it, also after it was let go of."""
    return replay_position(await journal.read(StreamId(position)))
