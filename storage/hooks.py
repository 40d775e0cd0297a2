"""How the values in an entry become plain ones, and the same values again.

Separate from `storage.codec`, which knows lines and versions: here is what cattrs has to be told
about amounts, moments, unions and the values that stand in line after line.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import orjson

from core.instrument import Instrument
from core.plans import Check, Handling
from core.strategies import Entries, Exits, Protection

if TYPE_CHECKING:
    from cattrs import Converter

Body = dict[str, Any]

TAG = "is"
"""The key that tells which member of a union a value is."""

LASTING: tuple[type, ...] = (Instrument, Protection, Entries, Exits, Handling)
"""Values that stand in line after line, the same object for days: their text is made once, and read once."""
LASTING_MAX = 1024
"""So many are kept, a venue's catalogue and the rules of the channels; then all are made anew."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Lasting:
    """One of them as it was written first."""

    value: Any
    fields: Body
    text: orjson.Fragment


_to_ascii = json.JSONEncoder(
    check_circular=False,
    allow_nan=False,
    separators=(",", ":"),
    default=lambda one: one.fields if isinstance(one, _Lasting) else one.isoformat(),
).encode


def to_json(body: Body) -> str:
    """A message may hold half an emoji, which neither orjson nor SQLite's text takes: then in ASCII."""
    try:
        return orjson.dumps(body, _text_of, orjson.OPT_PASSTHROUGH_DATACLASS).decode()
    except TypeError:
        return _to_ascii(body)


def _text_of(one: _Lasting) -> orjson.Fragment:
    return one.text


@functools.cache
def converter() -> Converter:
    """Made on first use: cattrs costs a fraction of a second that `--help` need not pay."""
    from cattrs import Converter
    from cattrs.fns import identity

    made = Converter(detailed_validation=False)
    made.register_unstructure_hook_factory(_is_record, functools.partial(_written, made))
    made.register_unstructure_hook(Decimal, _amount)
    made.register_unstructure_hook(datetime, _moment)
    made.register_unstructure_hook_factory(_is_word, lambda _: identity)  # orjson knows what it says
    made.register_unstructure_hook_factory(_is_row, functools.partial(_write_row, made))
    made.register_structure_hook(Decimal, _read_amount)
    made.register_structure_hook(datetime, _read_moment)
    for plain in (str, int, bool):
        made.register_structure_hook(plain, _reader_of(plain))
    made.register_structure_hook(StrEnum, lambda value, kind: _by_value(kind)[value])  # before it is taken for a str
    made.register_structure_hook_factory(_is_renamed, lambda kind: made.get_structure_hook(kind.__supertype__))
    made.register_structure_hook_factory(_is_record, functools.partial(_strict, made))
    made.register_structure_hook_factory(_is_choice, functools.partial(_read_choice, made))
    made.register_unstructure_hook_factory(_is_choice, functools.partial(_write_choice, made))
    made.register_unstructure_hook(Check, tuple)
    made.register_structure_hook(Check, _read_check)
    for lasting in LASTING:
        made.register_unstructure_hook(lasting, _write_lasting(made, lasting))
        made.register_structure_hook(lasting, _read_lasting(made, lasting))
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
            text = orjson.Fragment(to_json(fields))
            made = known[id(value)] = _Lasting(value, fields, text)  # held here, so its id stays its own
        return made

    return write_once


def _read_lasting(converter: Converter, kind: type) -> Callable[[Any, Any], Any]:
    read = converter.get_structure_hook(kind)
    known: dict[str, Any] = {}

    def read_once(fields: Any, asked: Any) -> Any:
        text = to_json(fields)
        value = known.get(text)
        if value is None:
            if len(known) == LASTING_MAX:
                known.clear()
            value = known[text] = read(fields, asked)
        return value

    return read_once


def _amount(value: Decimal) -> str:
    """Exact to the last digit and the exponent, so that a replay folds the very same number."""
    if not value.is_finite():
        raise ValueError(f"{value} is not an amount")
    return str(value)


def _read_amount(value: Any, _: object) -> Decimal:
    if type(value) is not str:
        raise TypeError(f"{value!r} is not an amount")
    try:
        amount = Decimal(value)
    except InvalidOperation:
        raise ValueError(f"{value!r} is not an amount") from None
    if not amount.is_finite():
        raise ValueError(f"{value!r} is not an amount")
    return amount


def moment(value: datetime) -> str:
    """Of UTC, as nearly every moment is, orjson makes the same text in a fraction of the time."""
    if value.tzinfo is UTC:
        return orjson.dumps(value)[1:-1].decode()
    if value.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return value.isoformat()


def _moment(value: datetime) -> datetime | str:
    """Left to orjson, which writes the rest of the line too, where it makes the same text."""
    return value if value.tzinfo is UTC else moment(value)


def _read_check(value: Any, _: object) -> Check:
    """Its row. Raises ``TypeError`` or ``ValueError`` for what is none."""
    name, passed, detail, warns = value
    if not (type(name) is type(detail) is str and type(passed) is type(warns) is bool):
        raise TypeError(f"{value!r} is no check")
    return Check(name, passed, detail, warns)


def _read_moment(value: Any, _: object) -> datetime:
    read = datetime.fromisoformat(value)
    if read.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone")
    return read


def _reader_of(plain: type) -> Callable[[Any, Any], Any]:
    """A text is a text and a number a number: cattrs alone would turn one into the other."""

    def read(value: Any, _: object) -> Any:
        if type(value) is not plain:
            raise TypeError(f"{value!r} is not {plain.__name__}")
        return value

    return read


def _is_word(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _is_row(kind: Any) -> bool:
    return typing.get_origin(kind) is tuple


def _write_row(converter: Converter, kind: Any) -> Callable[[Any], list[Any]]:
    """Any number of values of one kind; cattrs alone would ask a generator for each of them."""
    write, *more = {converter.get_unstructure_hook(one) for one in typing.get_args(kind) if one is not Ellipsis}
    if more:
        raise TypeError(f"a journal holds no {kind}: its places are of different kinds")
    return lambda values: [*map(write, values)]


def _is_renamed(kind: Any) -> bool:
    """Of a `NewType` only the type behind it counts."""
    return hasattr(kind, "__supertype__")


@functools.cache
def _by_value(kind: type[StrEnum]) -> Mapping[str, StrEnum]:
    return {one.value: one for one in kind}


def _is_record(kind: Any) -> bool:
    return dataclasses.is_dataclass(typing.get_origin(kind) or kind)


def _written(converter: Converter, kind: Any) -> Callable[[Any], Any]:
    """As cattrs writes a class by itself, without keeping the text of the function that does so."""
    from cattrs.gen import make_dict_unstructure_fn

    return make_dict_unstructure_fn(kind, converter, _cattrs_use_linecache=False)


def _strict(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """Read a dataclass whose every field is there and no other; what has a default may be of a later day."""
    from cattrs.gen import make_dict_structure_fn

    read = make_dict_structure_fn(kind, converter, _cattrs_detailed_validation=False, _cattrs_use_linecache=False)
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
