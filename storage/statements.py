"""What the journal asks of SQLite, word for word.

Separate so that the writer and the command line's reader ask in the same way.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import chain

from storage.codec import Line

PAGE = 1000
"""Lines fetched at once: a reader never holds a snapshot that would keep the log from being folded in (S05)."""
ROWS = 128
"""Lines in one statement. A statement is one step, and only between steps does its thread need the
interpreter, which a busy loop is slow to hand over: thirty-two lines one by one cost four times as much.
"""

COLUMNS = "seq, stream, version, line, position, at, kind, name, v, body, hash"
HEAD = "UPDATE head SET seq = ?, hash = ? WHERE one = 1"
SINCE = f"SELECT {COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?"  # noqa: S608
ABOUT = (
    f"SELECT {COLUMNS} FROM journal WHERE stream = ?1 AND seq > ?2 "  # noqa: S608
    f"UNION ALL SELECT {COLUMNS} FROM journal WHERE position = ?1 AND position <> stream AND seq > ?2 "
    "ORDER BY seq LIMIT ?3"
)
"""Its own stream, and the lines of others that name it; an index serves each half."""
STREAM = (
    f"SELECT {COLUMNS} FROM journal WHERE stream = ? AND (version, line) > (?, ?) "  # noqa: S608
    "ORDER BY version, line LIMIT ?"
)
VERSIONS = "SELECT stream, max(version) + 1 FROM journal GROUP BY stream ORDER BY min(seq)"


def inserting(lines: Sequence[Line]) -> tuple[str, tuple[object, ...]]:
    """One statement for all of them, with its values."""
    return _insert(len(lines)), tuple(chain.from_iterable(lines))


@functools.cache
def _insert(rows: int) -> str:
    values = ", ".join(["(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"] * rows)
    return f"INSERT INTO journal ({COLUMNS}) VALUES {values}"  # noqa: S608 (constants)
