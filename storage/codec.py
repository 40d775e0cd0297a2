"""How a fact becomes a line of text, and the same fact again years later.

Separate because a line outlives the program that wrote it: each carries the name and the
version of its entry, old versions are lifted to today's by `UPCASTERS`, and what cannot be
read stops the replay instead of being skipped (invariant I15). The same text is what the
hash chain seals, so the memory journal and the SQLite one agree to the byte.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import orjson

from core.commands import Command
from core.errors import UnknownEntry
from core.events import Fact
from core.ports import Batch, Recorded
from core.vocabulary import PositionId, StreamId
from storage.hooks import Body, converter, moment, to_json

Upcaster = Callable[[Body], Body]

FACTS: tuple[type, ...] = typing.get_args(Fact)
COMMANDS: tuple[type, ...] = typing.get_args(Command)
REGISTRY: Mapping[str, type] = {entry.__name__: entry for entry in (*FACTS, *COMMANDS)}
"""Every entry a journal may hold, by the name on its lines."""

CHECKED = ("ApprovalAsked", "CallAdmitted", "CallDeclined", "CallWatched")
"""Each of their checks was an object at version 1, and is a row since."""

VERSIONS: Mapping[str, int] = dict.fromkeys(CHECKED, 2)
"""Today's version of an entry whose fields have changed since it was first written; any other is at 1."""


def _checks_in_rows(fields: Body) -> Body:
    rows = [[one["name"], one["passed"], one["detail"], one.get("warns", False)] for one in fields["checks"]]
    return {**fields, "checks": rows}


UPCASTERS: Mapping[tuple[str, int], Upcaster] = {(name, 1): _checks_in_rows for name in CHECKED}
"""(name, old version) -> how its fields are lifted to the next version. One for every old version."""

NOT_READ = (ValueError, TypeError, KeyError, ArithmeticError)
"""What reading a line that is not as it should be raises."""

GENESIS = bytes(32)
"""What the first line is chained to."""


class Codec:
    """Entries to text and back, for one registry; the program has one, `CODEC`."""

    def __init__(
        self,
        registry: Mapping[str, type] = REGISTRY,
        versions: Mapping[str, int] = VERSIONS,
        upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS,
    ) -> None:
        self._registry = registry
        self._versions = versions
        self._upcasters = upcasters
        self._writers: dict[type, tuple[str, int, Callable[[Any], Body]]] = {}
        self._readers: dict[str, Callable[[Body, type], Any]] = {}

    def encode(self, entry: object) -> tuple[str, int, str]:
        """Write one entry: its name, its version, its fields as JSON.

        Raises ``TypeError`` for what is not registered, ``ValueError`` for an amount that is not
        finite or a moment without a zone: both are our own mistakes.
        """
        kind = type(entry)
        name, v, write = self._writers.get(kind) or self._writer(kind)
        return name, v, to_json(write(entry))

    def decode(self, name: str, v: int, body: str) -> Any:
        """Read one entry, lifting an old version to today's.

        Raises `UnknownEntry` for a name, a version, a field or a value this program cannot read.
        """
        kind = self._registry.get(name)
        if kind is None:
            raise UnknownEntry(f"the journal holds a line named {name!r}, unknown here: run the version that wrote it")
        try:
            return self._read(name, kind, v, orjson.loads(body))
        except NOT_READ:
            pass  # half an emoji, or a number of more than 64 bits; or it cannot be read indeed
        try:
            return self._read(name, kind, v, json.loads(body, parse_constant=_refuse_constant))
        except NOT_READ as error:
            raise UnknownEntry(f"a line named {name} (version {v}) cannot be read: {error}") from error

    def warm_up(self, name: str) -> None:
        """Generate what writes and reads this kind of entry."""
        kind = self._registry[name]
        self._writer(kind)
        self._reader(name, kind)

    def _read(self, name: str, kind: type, v: int, fields: Body) -> Any:
        today = self._versions.get(name, 1)
        while v < today and (lift := self._upcasters.get((name, v))):
            fields, v = lift(fields), v + 1
        if v != today:
            raise UnknownEntry(
                f"the journal holds {name} version {v}, this program reads {today}: run the version that wrote it"
            )
        read = self._readers.get(name) or self._reader(name, kind)
        return read(fields, kind)

    def _writer(self, kind: type) -> tuple[str, int, Callable[[Any], Body]]:
        name = kind.__name__
        if self._registry.get(name) is not kind:
            raise TypeError(f"{name} is not an entry of the journal")
        made = (name, self._versions.get(name, 1), converter().get_unstructure_hook(kind))
        self._writers[kind] = made
        return made

    def _reader(self, name: str, kind: type) -> Callable[[Body, type], Any]:
        made = self._readers[name] = converter().get_structure_hook(kind)
        return made


CODEC = Codec()


def warm_up() -> None:
    """Generate every hook now (a tenth of a second), so that the first call does not pay for it."""
    for name in REGISTRY:
        CODEC.warm_up(name)


async def warm_up_aside() -> None:
    """The same, a kind at a time, while the desk goes on."""
    for name in REGISTRY:
        CODEC.warm_up(name)
        await asyncio.sleep(0)


# --- lines ------------------------------------------------------------------------------------


Draft = tuple[tuple[StreamId, int, int, PositionId | None, str, str, str, int, str], bytes]
"""A line that has no place in the journal yet: its columns from ``stream`` to ``body``, and
the same as the one text the chain hashes.
"""


class Line(NamedTuple):
    """One row, exactly as it stands in the table."""

    seq: int
    stream: StreamId
    version: int
    line: int
    position: PositionId | None
    at: str
    kind: str
    name: str
    v: int
    body: str
    hash: bytes


def draft(*batches: Batch) -> list[Draft]:
    """Write the entries of these batches as lines without a number.

    Raises as `Codec.encode`, and ``ValueError`` for an empty batch: a version must leave a trace.
    """
    drafts: list[Draft] = []
    last, at = None, ""
    for batch in batches:
        if not batch.entries:
            raise ValueError(f"a batch for {batch.stream} holds no entries")
        if batch.at is not last:  # a word and the life that begins with it were written at one moment
            last, at = batch.at, moment(batch.at)
        for place, entry in enumerate(batch.entries):
            name, v, body = CODEC.encode(entry)
            kind = "fact" if type(entry) in _FACTS else "intention"
            position = getattr(entry, "position", None)
            columns = (batch.stream, batch.version, place, position, at, kind, name, v, body)
            drafts.append((columns, _canonical(*columns)))
    return drafts


def seal(previous: bytes, seq: int, sealed: bytes) -> bytes:
    """The hash of one line: over the hash before it, its number and every column."""
    return hashlib.sha256(b"%b%d %b" % (previous, seq, sealed)).digest()


def number(drafts: Iterable[Draft], seq: int, head: bytes) -> list[Line]:
    """Give the drafts their places after line ``seq``, whose hash is ``head``."""
    lines = []
    for columns, sealed in drafts:
        seq += 1
        head = seal(head, seq, sealed)
        lines.append(_new_line(Line, (seq, *columns, head)))
    return lines


def is_sound(previous: bytes, line: Line) -> bool:
    """Whether a line as read back still carries the hash it was written with."""
    return seal(previous, line.seq, _canonical(*line[1:10])) == line.hash


def recorded(line: Line) -> Recorded:
    """Read a line back. Raises `UnknownEntry`."""
    body = CODEC.decode(line.name, line.v, line.body)
    return Recorded(line.seq, line.stream, line.version, line.position, datetime.fromisoformat(line.at), body)


def as_recorded(batches: Iterable[Batch], last: int) -> list[Recorded]:
    """What reading these batches back would give; ``last`` is the number of their last line."""
    entries = [(batch, entry) for batch in batches for entry in batch.entries]
    return [
        Recorded(seq, batch.stream, batch.version, getattr(entry, "position", None), batch.at, entry)
        for seq, (batch, entry) in enumerate(entries, last - len(entries) + 1)
    ]


_FACTS = frozenset(FACTS)
_new_line = tuple.__new__


def _canonical(
    stream: str, version: int, line: int, position: str | None, at: str, kind: str, name: str, v: int, body: str
) -> bytes:
    """Every column in one way only: what could hold a blank is preceded by its length."""
    place = "-" if position is None else f"{len(position)}:{position}"
    return f"{version} {line} {v} {kind} {name} {at} {len(stream)}:{stream} {place} {body}".encode()


def _refuse_constant(value: str) -> Any:
    raise ValueError(f"{value} is not an amount")
