"""Panic from the command line, for the hour in which Telegram is down or the desk is dead.

A desk that runs is handed the request and closes; where none runs, this command opens the venue
itself, without bot and without ear, recovers, and closes. Either way the proof is read from the
journal, position by position, until all are flat.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, suppress
from datetime import UTC, datetime
from pathlib import Path

from core.config import Config
from core.errors import AlreadyRunning, ConfigError, VenueUnreachable
from core.runtime.logs import set_up
from core.runtime.proof import PanicProof, standing
from storage import handover
from storage.lock import hold, is_held
from storage.reader import JournalReader, open_reader
from storage.settings import data_of, load

Press = Callable[[str], Awaitable[object]]
OpenAlone = Callable[[Config], AbstractAsyncContextManager[Press]]
"""Opens the desk of a configuration headless; yields its panic button."""

Say = Callable[[str], None]

JOURNAL, LOG = "journal.sqlite3", "interlock.log"
LOOK_S = 0.2
SAY_EVERY_S = 10.0
PATIENCE_S = 5.0
"""A running desk that has not pressed by then is told about; a dead one is replaced."""
RETRY_S = 5.0


def panic(config: Path, data: Path | None, *, yes: bool, open_alone: OpenAlone, say: Say) -> int:
    """Close everything; return 0 once all are flat, 1 when it was broken off before.

    ``data``: a directory instead of the one the configuration names. Raises `ConfigError` when
    nobody is there to close and this command cannot do it itself.
    """
    directory = data if data is not None else data_of(config)
    if not directory.is_dir():
        raise ConfigError(f"{directory}: there is no such data directory, so nothing was ever opened from it")
    if not yes and not _is_meant(directory):
        return 1
    one = _Panic(directory, config, open_alone, say)
    try:
        one.until_flat()
    except KeyboardInterrupt:
        one.say("broken off; a desk that runs goes on closing, and so does its next start. Not flat:")
        for state in one.proof.left:
            one.say(standing(state))
        return 1
    return 0


def _now() -> datetime:
    return datetime.now(UTC)


def _is_meant(directory: Path) -> bool:
    if not sys.stdin.isatty():
        raise ConfigError("panic closes everything at market: add --yes where nobody can be asked")
    return input(f"Close EVERYTHING of {directory} at market, and lock? Write yes: ").strip().lower() == "yes"


class _Panic:
    """One press, whoever carries it out."""

    def __init__(self, directory: Path, config: Path, open_alone: OpenAlone, say: Say) -> None:
        self._directory, self._config, self._open_alone = directory, config, open_alone
        self._say = say
        self._name = handover.mint()
        self.proof = PanicProof(handover.author(self._name))

    def say(self, words: str) -> None:
        self._say(f"{_now():%H:%M:%S}  {words}")

    def until_flat(self) -> None:
        """Close by the desk that runs here, or alone; a desk that dies meanwhile is replaced."""
        while True:
            try:
                with hold(self._directory, command=("panic",), since=_now()):
                    config = _own_config(self._config, self._directory)
                    set_up("ERROR", self._directory / LOG)
                    asyncio.run(self._close_alone(config))
            except AlreadyRunning as desk:
                self.say(f"{str(desk).partition(';')[0]}: it is told to close everything")
                handover.leave(self._directory, self._name, _now())
                asyncio.run(self._hand_over())
            if self.proof.is_done:
                self.say(f"all flat: {self.proof.count} of {self.proof.count}")
                return
            self.say("the desk that was told to close is gone: this command takes over")
            self.proof = PanicProof(handover.author(self._name))

    async def _close_alone(self, config: Config) -> None:
        """Be the desk until everything is flat; a venue that cannot be reached is tried again and again."""
        while True:
            try:
                async with self._open_alone(config) as press:
                    self.say("no desk runs here: this command has opened the venue and closes everything itself")
                    await press(handover.author(self._name))
                    async with open_reader(self._directory / JOURNAL) as journal:
                        await self._follow(journal)
                    return
            except VenueUnreachable as trouble:
                self.say(f"the venue cannot be opened ({trouble}); stops stay there; tried again in {RETRY_S:.0f} s")
                await asyncio.sleep(RETRY_S)

    async def _hand_over(self) -> None:
        """Follow the running desk; ends when all is flat, or when it has died."""
        async with open_reader(self._directory / JOURNAL) as journal:
            await self._follow(journal, self._ask_again)
        handover.drop(self._directory)

    def _ask_again(self) -> bool:
        """Is the desk still there? What it has not done yet is asked anew: a request that grows old is not obeyed."""
        if self.proof.pressed_at is None:
            with suppress(ConfigError):  # as on a full disk; the first one was left, and may still be found
                handover.leave(self._directory, self._name, _now())
        return is_held(self._directory)

    async def _follow(self, journal: JournalReader, is_alive: Callable[[], bool] = lambda: True) -> None:
        """Say each step until all are flat, and every few seconds what is not; ends early when nobody closes."""
        said = time.monotonic()
        reading = asyncio.create_task(self._read(journal))
        try:
            while not reading.done():
                await asyncio.wait((reading,), timeout=LOOK_S)
                patience_s = PATIENCE_S if self.proof.pressed_at is None else SAY_EVERY_S
                if reading.done() or time.monotonic() - said < patience_s:
                    continue
                if not is_alive():
                    return
                said = time.monotonic()
                if self.proof.pressed_at is None:
                    self.say("it has not answered yet; if it hangs, end its process, and this command closes itself")
                for state in self.proof.left:
                    self.say(standing(state))
            reading.result()
        finally:
            reading.cancel()
            with suppress(asyncio.CancelledError):
                await reading

    async def _read(self, journal: JournalReader) -> None:
        async for line in journal.lines(follow=True):
            for words in self.proof.hear(line):
                self.say(words)
            if self.proof.is_done:
                return


def _own_config(path: Path, directory: Path) -> Config:
    """What is needed to close alone; Telegram's secrets are not."""
    if not path.is_file():
        raise ConfigError(
            f"no desk runs on {directory}, and without --config this command cannot open its venue; "
            "name the configuration, or start the desk again: a panic that was pressed goes on by itself"
        )
    config = load(path, but="telegram")
    if Path(config.data).resolve() != directory.resolve():
        raise ConfigError(
            f"no desk runs on {directory}, and {path} is the configuration of {config.data}; name its own"
        )
    return config
