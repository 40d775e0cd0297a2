"""From the journal back to life: facts are folded, intentions change nothing, and nothing is decided anew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import groupby
from typing import cast

from core import account as accounts
from core import position as positions
from core.account import Account
from core.events import AccountFact, EquityRead, PositionFact
from core.fold import COMMANDS
from core.ports import Journal, Recorded
from core.position import Position
from core.vocabulary import PositionId, StreamId


def replay_account(history: Sequence[Recorded]) -> Account:
    """Fold the account's facts; intentions change nothing."""
    account = Account()
    facts = (cast("AccountFact", line.body) for line in history if not isinstance(line.body, COMMANDS))
    for kind, alike in groupby(facts, type):
        if kind is EquityRead:
            account = accounts.read_on(account, cast("list[EquityRead]", list(alike)))
        else:
            account = reduce(accounts.evolve, alike, account)
    return account


def replay_position(history: Sequence[Recorded]) -> Position | None:
    """Fold one position's facts; None for a stream without any."""
    position: Position | None = None
    for line in history:
        if not isinstance(line.body, COMMANDS):
            position = positions.evolve(position, cast("PositionFact", line.body))
    return position


def version_after(history: Sequence[Recorded]) -> int:
    """How many batches a stream with this history holds."""
    return history[-1].version + 1 if history else 0


async def read_stream(journal: Journal, position: PositionId) -> Position | None:
    """One position as its journal has it, also after it was let go of."""
    return replay_position(await journal.read(StreamId(position)))
