"""How a fact becomes a line of text, and the same fact again years later.

Separate because a line outlives the program that wrote it: each carries the name and the
version of its entry, old versions are lifted to today's by `UPCASTERS`, and what cannot be
read stops the replay instead of being skipped (invariant I15). The same text is what the
hash chain seals, so the memory journal and the SQLite one agree to the byte.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from core.commands import Command
from core.errors import UnknownEntry
from core.events import Fact
from core.instrument import Instrument
from core.plans import Handling
from core.ports import Batch, Recorded
from core.strategies import Entries, Exits, Protection
from core.vocabulary import PositionId, StreamId

if TYPE_CHECKING:
    from cattrs import Converter

Body = dict[str, Any]
Upcaster = Callable[[Body], Body]

FACTS: tuple[type, ...] = typing.get_args(Fact)
COMMANDS: tuple[type, ...] = typing.get_args(Command)
REGISTRY: Mapping[str, type] = {entry.__name__: entry for entry in (*FACTS, *COMMANDS)}
"""Every entry a journal may hold, by the name on its lines."""

VERSIONS: Mapping[str, int] = {}
"""Today's version of an entry whose fields have changed since it was first written; any other is at 1."""

UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}
"""(name, old version) -> how its fields are lifted to the next version. One for every old version."""

GENESIS = bytes(32)
"""What the first line is chained to."""

TAG = "is"
"""The key that tells which member of a union a value is."""

LASTING: tuple[type, ...] = (Instrument, Protection, Entries, Exits, Handling)
"""Values that stand in line after line, the same object for days: their text is made once."""
LASTING_MAX = 1024
"""So many texts are kept, a venue's catalogue and the rules of the channels; then all are made anew."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Lasting:
    """One of them as it was written first."""

    value: Any
    fields: Body
    text: orjson.Fragment


_to_ascii = json.JSONEncoder(
    check_circular=False, allow_nan=False, separators=(",", ":"), default=lambda one: one.fields
).encode


def _to_json(body: Body) -> str:
    """A message may hold half an emoji, which neither orjson nor SQLite's text takes: then in ASCII."""
    try:
        return orjson.dumps(body, _text_of, orjson.OPT_PASSTHROUGH_DATACLASS).decode()
    except TypeError:
        return _to_ascii(body)


def _text_of(one: _Lasting) -> orjson.Fragment:
    return one.text


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
        return name, v, _to_json(write(entry))

    def decode(self, name: str, v: int, body: str) -> Any:
        """Read one entry, lifting an old version to today's.

        Raises `UnknownEntry` for a name, a version, a field or a value this program cannot read.
        """
        kind = self._registry.get(name)
        if kind is None:
            raise UnknownEntry(f"the journal holds a line named {name!r}, unknown here: run the version that wrote it")
        today = self._versions.get(name, 1)
        try:
            fields = json.loads(body, parse_constant=_refuse_constant)
            while v < today and (lift := self._upcasters.get((name, v))):
                fields, v = lift(fields), v + 1
            if v != today:
                raise UnknownEntry(
                    f"the journal holds {name} version {v}, this program reads {today}: run the version that wrote it"
                )
            read = self._readers.get(name) or self._reader(name, kind)
            return read(fields, kind)
        except (ValueError, TypeError, KeyError, ArithmeticError) as error:
            raise UnknownEntry(f"a line named {name} (version {v}) cannot be read: {error}") from error

    def _writer(self, kind: type) -> tuple[str, int, Callable[[Any], Body]]:
        name = kind.__name__
        if self._registry.get(name) is not kind:
            raise TypeError(f"{name} is not an entry of the journal")
        made = (name, self._versions.get(name, 1), _converter().get_unstructure_hook(kind))
        self._writers[kind] = made
        return made

    def _reader(self, name: str, kind: type) -> Callable[[Body, type], Any]:
        made = self._readers[name] = _converter().get_structure_hook(kind)
        return made


CODEC = Codec()


def warm_up() -> None:
    """Generate every hook now (about a fifth of a second), so that the first call does not pay for it."""
    for name, kind in REGISTRY.items():
        CODEC._writer(kind)
        CODEC._reader(name, kind)


# --- lines ------------------------------------------------------------------------------------


class Draft(NamedTuple):
    """A line that has no place in the journal yet: its columns from ``stream`` to ``body``, and
    the same as the one text the chain hashes.
    """

    columns: tuple[StreamId, int, int, PositionId | None, str, str, str, int, str]
    sealed: bytes


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


def draft(batch: Batch) -> list[Draft]:
    """Write the entries of one batch as lines without a number.

    Raises as `Codec.encode`, and ``ValueError`` for an empty batch: a version must leave a trace.
    """
    if not batch.entries:
        raise ValueError(f"a batch for {batch.stream} holds no entries")
    at = _moment(batch.at)
    drafts = []
    for place, entry in enumerate(batch.entries):
        name, v, body = CODEC.encode(entry)
        kind = "fact" if type(entry) in _FACTS else "intention"
        position = getattr(entry, "position", None)
        columns = (batch.stream, batch.version, place, position, at, kind, name, v, body)
        drafts.append(Draft(columns, _canonical(*columns)))
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
        lines.append(Line._make((seq, *columns, head)))
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


def _canonical(
    stream: str, version: int, line: int, position: str | None, at: str, kind: str, name: str, v: int, body: str
) -> bytes:
    """Every column in one way only: what could hold a blank is preceded by its length."""
    place = "-" if position is None else f"{len(position)}:{position}"
    return f"{version} {line} {v} {kind} {name} {at} {len(stream)}:{stream} {place} {body}".encode()


# --- hooks ------------------------------------------------------------------------------------


@functools.cache
def _converter() -> Converter:
    """Made on first use: cattrs costs a fraction of a second that `--help` need not pay."""
    from cattrs import Converter

    made = Converter(detailed_validation=False, unstruct_collection_overrides={tuple: list})
    made.register_unstructure_hook(Decimal, _amount)
    made.register_unstructure_hook(datetime, _moment)
    made.register_structure_hook(Decimal, _read_amount)
    made.register_structure_hook(datetime, _read_moment)
    for plain in (str, int, bool):
        made.register_structure_hook(plain, _read_plain)
    made.register_structure_hook(StrEnum, lambda value, kind: kind(value))  # before it is taken for a str
    made.register_structure_hook_factory(_is_record, functools.partial(_strict, made))
    made.register_structure_hook_factory(_is_choice, functools.partial(_read_choice, made))
    made.register_unstructure_hook_factory(_is_choice, functools.partial(_write_choice, made))
    for lasting in LASTING:
        made.register_unstructure_hook(lasting, _write_lasting(made, lasting))
    return made


def _write_lasting(converter: Converter, kind: type) -> Callable[[Any], _Lasting]:
    write = converter.get_unstructure_hook(kind)
    known: dict[int, _Lasting] = {}

    def write_once(value: Any) -> _Lasting:
        made = known.get(id(value))
        if made is None:
            if len(known) == LASTING_MAX:
                known.clear()
            fields = write(value)
            text = orjson.Fragment(_to_json(fields))
            made = known[id(value)] = _Lasting(value, fields, text)  # held here, so its id stays its own
        return made

    return write_once


def _amount(value: Decimal) -> str:
    """Exact to the last digit and the exponent, so that a replay folds the very same number."""
    if not value.is_finite():
        raise ValueError(f"{value} is not an amount")
    return str(value)


def _read_amount(value: Any, _: object) -> Decimal:
    try:
        amount = Decimal(_read_plain(value, str))
    except InvalidOperation:
        raise ValueError(f"{value!r} is not an amount") from None
    if not amount.is_finite():
        raise ValueError(f"{value!r} is not an amount")
    return amount


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return value.isoformat()


def _read_moment(value: Any, _: object) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone")
    return moment


def _read_plain(value: Any, kind: Any) -> Any:
    """A text is a text and a number a number: cattrs alone would turn one into the other."""
    wanted = getattr(kind, "__supertype__", kind)
    if type(value) is not wanted:
        raise TypeError(f"{value!r} is not {wanted.__name__}")
    return value


def _refuse_constant(value: str) -> Any:
    raise ValueError(f"{value} is not an amount")


def _is_record(kind: Any) -> bool:
    return dataclasses.is_dataclass(typing.get_origin(kind) or kind)


def _strict(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """Read a dataclass whose every field is there and no other; what has a default may be of a later day."""
    from cattrs.gen import make_dict_structure_fn

    read = make_dict_structure_fn(kind, converter, _cattrs_detailed_validation=False)
    fields_of = dataclasses.fields(typing.get_origin(kind) or kind)
    known = {field.name for field in fields_of}
    given = {field.name for field in fields_of if _has_default(field)}

    def read_strictly(fields: Any, asked: Any) -> Any:
        if type(fields) is not dict:
            raise TypeError(f"{kind.__name__} is not made of {fields!r}")
        if fields.keys() == known:
            return read(fields, asked)
        missing, extra = sorted(known - given - fields.keys()), sorted(fields.keys() - known)
        if missing or extra:
            raise ValueError(f"fields of {kind.__name__}: missing {missing}, unknown {extra}")
        return read(fields, asked)

    return read_strictly


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING


def _is_choice(kind: Any) -> bool:
    """A union of several dataclasses, with or without None; ``X | None`` alone cattrs knows itself."""
    if typing.get_origin(kind) not in {typing.Union, types.UnionType}:
        return False
    return len(set(typing.get_args(kind)) - {types.NoneType}) > 1


def _members(kind: Any) -> dict[str, type]:
    return {one.__name__: one for one in typing.get_args(kind) if one is not types.NoneType}


def _write_choice(converter: Converter, kind: Any) -> Callable[[Any], Body | None]:
    writers = {one: (name, converter.get_unstructure_hook(one)) for name, one in _members(kind).items()}
    optional = types.NoneType in typing.get_args(kind)

    def write(value: Any) -> Body | None:
        if value is None and optional:
            return None
        name, hook = writers[type(value)]
        return {TAG: name, **hook(value)}

    return write


def _read_choice(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    readers = {name: (converter.get_structure_hook(one), one) for name, one in _members(kind).items()}
    optional = types.NoneType in typing.get_args(kind)

    def read(fields: Any, _: object) -> Any:
        if fields is None and optional:
            return None
        rest = dict(fields)
        hook, one = readers[rest.pop(TAG)]
        return hook(rest, one)

    return read
