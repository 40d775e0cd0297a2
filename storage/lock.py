"""One data directory, one desk: a second start is told who is already at work.

Separate because it must be the first thing a start does and the last a stop undoes: two
programs with one account would each believe that the last free slot is theirs (fault P03).
The operating system decides, so a killed holder leaves nothing to clean up; the file
beside the lock only says who it is.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import oschmod

from core.errors import AlreadyRunning, ConfigError

LOCK = "interlock.lock"
HOLDER = "holder.json"


def prepare(directory: Path) -> Path:
    """Make the data directory, open to its owner only. Raises `ConfigError` with the fix."""
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        oschmod.set_mode(str(directory), 0o700)
        with os.scandir(directory):
            pass
        if not os.access(directory, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied")
    except FileExistsError:
        raise ConfigError(f"data: {directory} is a file; name a directory, or move the file away") from None
    except OSError as error:
        raise ConfigError(
            f"data: {directory} cannot be used ({error.strerror or error}); "
            "name a directory you may write to, or make this one yours"
        ) from error
    return directory


def check_room(directory: Path) -> None:
    """Could a start keep its data there? Leaves nothing behind. Raises `ConfigError` as `prepare`."""
    made = [part for part in (directory, *directory.parents) if not part.exists()]
    try:
        prepare(directory)
    finally:
        for part in made:
            with contextlib.suppress(OSError):
                part.rmdir()


@contextlib.contextmanager
def hold(directory: Path, *, command: Sequence[str] = (), since: datetime | None = None) -> Iterator[Path]:
    """Keep every other start out of ``directory`` until the block ends.

    ``command`` and ``since`` are what a second start is told; by default this program's
    arguments and nothing. Raises `AlreadyRunning`, or `ConfigError` as `prepare`.
    """
    from filelock import FileLock, Timeout

    prepare(directory)
    lock = FileLock(directory / LOCK, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise AlreadyRunning(f"{directory} is in use by {_holder(directory)}; stop it first") from None
    except OSError as error:
        raise ConfigError(
            f"data: {directory} cannot be locked ({error.strerror or error}); use a local disk that you own"
        ) from error
    try:
        with contextlib.suppress(OSError):  # it only says who it is: a full disk or a stray directory stops nobody
            _introduce(directory, command or sys.argv, since)
        yield directory
    finally:
        with contextlib.suppress(OSError):
            (directory / HOLDER).unlink(missing_ok=True)
        lock.release()


def is_held(directory: Path) -> bool:
    """Is some process at work in this directory now?"""
    from filelock import FileLock, Timeout

    lock = FileLock(directory / LOCK, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        return True
    lock.release()
    return False


def _introduce(directory: Path, command: Sequence[str], since: datetime | None) -> None:
    told = {"pid": os.getpid(), "since": since.isoformat() if since else None, "command": " ".join(command)}
    path = directory / HOLDER
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(told, file)
    oschmod.set_mode(str(path), 0o600)


def _holder(directory: Path) -> str:
    """Who holds it, as far as it said so."""
    try:
        told = json.loads((directory / HOLDER).read_text(encoding="utf-8"))
        since = f" since {told['since']}" if told["since"] else ""
        return f"process {int(told['pid'])}{since} ({told['command']})"
    except (OSError, ValueError, TypeError, KeyError):
        return "another process"
