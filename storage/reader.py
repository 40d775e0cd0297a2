"""The journal read from outside, while the desk goes on writing it: for the command line.

Separate from `storage.journal` because it owns nothing: it opens the file for reading only,
and looks again from time to time where the desk itself is told of each new line.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ConfigError
from core.events import MessageRead, PositionAdopted
from core.instrument import UNKNOWN, Instrument
from core.ports import Recorded
from core.telling import tell
from core.vocabulary import PositionId, Unit
from storage import schema
from storage.codec import Line, recorded
from storage.settings import data_of
from storage.statements import PAGE, SINCE

if TYPE_CHECKING:
    import aiosqlite

LOOK_S = 0.5
RUN, DEMO = Path("data/run"), Path("data/demo")
"""Where `run` and `demo` keep what they remember, unless they are told otherwise."""


class JournalReader:
    """Reads lines in order. Made by `open_reader`."""

    def __init__(self, path: Path, db: aiosqlite.Connection) -> None:
        self._path, self._db = path, db

    async def lines(self, *, follow: bool) -> AsyncIterator[Recorded]:
        """Every line from the first; with ``follow``, then each new one until cancelled.

        Raises `JournalUnwritable` when the file cannot be read, `UnknownEntry` for a newer program's line.
        """
        seq = 0
        while True:
            with schema.explained(self._path, "read the journal"):
                page = [Line._make(row) for row in await self._db.execute_fetchall(SINCE, (seq, PAGE))]
            for line in page:
                seq = line.seq
                yield recorded(line)
            if not page:
                if not follow:
                    return
                await asyncio.sleep(LOOK_S)


def whose(data: Path | None, config: Path) -> Path:
    """The directory to read: the one that was named, else the configuration's, else the demo's where only it was run.

    Raises `ConfigError` when the configuration cannot be read.
    """
    if data is not None:
        return data
    if config.exists():
        return data_of(config)
    return DEMO if DEMO.exists() and not RUN.exists() else RUN


async def show(data: Path, trade: str | None, say: Callable[[str], None], *, follow: bool) -> None:
    """Say every line a trader need see, or those of ``trade``, an id or a symbol; with ``follow``, then each new one.

    Raises `ConfigError` when there is no journal in ``data``, or no such trade in it.
    """
    told = 0
    meant: set[str] = {trade} if trade is not None else set()
    units: dict[PositionId, Unit] = {}
    async with open_reader(data / "journal.sqlite3") as journal:
        async for line in journal.lines(follow=follow):
            if line.position is not None and (begun := _instrument(line.body)) is not None:
                units[line.position] = begun.unit
                if trade is not None and begun.symbol == trade.upper():
                    meant.add(line.position)
            text = tell(line.body, units.get(line.position, UNKNOWN) if line.position is not None else UNKNOWN)
            if text is not None and (trade is None or line.position in meant):
                told += 1
                say(f"{line.seq:>7}  {line.at:%Y-%m-%d %H:%M:%S}  {line.position or '-':<10}  {text}")
    if trade is not None and not told:
        raise ConfigError(
            f"--trade {trade}: this journal knows no trade of that id or symbol; without --trade it shows them all"
        )


def _instrument(body: object) -> Instrument | None:
    """What the life that begins with this line is about."""
    match body:
        case MessageRead(instrument=instrument):
            return instrument
        case PositionAdopted(plan=plan):
            return plan.instrument
        case _:
            return None


@contextlib.asynccontextmanager
async def open_reader(path: Path) -> AsyncIterator[JournalReader]:
    """Open the journal at ``path`` for reading. Raises `ConfigError` when there is none."""
    if not await asyncio.to_thread(path.is_file):
        raise ConfigError(f"{path.parent}: there is no journal in it; name the data directory of a demo or a run")
    with schema.explained(path, "open the journal"):
        async with schema.connect(path, busy_s=5.0, writes=False) as db:
            yield JournalReader(path, db)
