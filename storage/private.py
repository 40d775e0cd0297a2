"""A file only its owner may read; a small one is replaced whole: after a crash it is the old one or the new one.

Separate because whatever is kept beside the journal is kept in this way.
"""

from __future__ import annotations

import os
from pathlib import Path

import oschmod


def create_private(path: Path) -> None:
    """Make the file if it is not there, readable by its owner only; SQLite gives its log the same mode."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    oschmod.set_mode(str(path), 0o600)


def replace_private(path: Path, text: str) -> None:
    """Durable when it returns. Raises ``OSError`` when the disk says no."""
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    oschmod.set_mode(str(part), 0o600)
    settle(part, path)


def settle(part: Path, path: Path) -> None:
    """Give a finished file its name, and make that durable too: after a power cut a name may be the old one's."""
    part.replace(path)
    if os.name == "posix":  # Windows opens no directories, and looks after their entries itself
        directory = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
