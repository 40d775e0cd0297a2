"""Any entry that a journal may hold, down to the last field, from dice.

Separate because hypothesis draws number by number: of a plan it would draw two hundred, a hundredth of a second each
time. All dice fall here together, and on the same numbers in every run.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from functools import cache
from random import Random
from typing import Any

LETTERS = ("a", "Z", " ", "0", '"', "\\", "/", "'", "\n", "\x00", "\x7f", "é", "ß", "я", "金", "🎯", "\ud83d", "\u2028")
"""What a text is made of: what has to be written otherwise in JSON or cannot stand in UTF-8 among it."""
MOMENTS = timedelta(days=84_000) // timedelta(microseconds=1)
"""From 1971 to 2200."""
SEVERAL = (0, 0, 1, 1, 2, 3)


def drawn(kind: Any, dice: Random) -> Any:
    """A value of this type. Raises ``TypeError`` for one that no entry has had so far."""
    kind = getattr(kind, "__supertype__", kind)
    if plain := _PLAIN.get(kind):
        return plain(dice)
    of, inner = typing.get_origin(kind) or kind, typing.get_args(kind)
    if of in (typing.Union, types.UnionType):
        return drawn(dice.choice(inner), dice)
    if of is tuple and inner[-1:] != (...,):
        return tuple(drawn(one, dice) for one in inner)
    if of in (tuple, frozenset):
        return of(drawn(inner[0], dice) for _ in range(dice.choice(SEVERAL)))
    if of is Mapping:
        return {drawn(inner[0], dice): drawn(inner[1], dice) for _ in range(dice.choice(SEVERAL))}
    if isinstance(of, type) and issubclass(of, Enum):
        return dice.choice(list(of))
    if dataclasses.is_dataclass(of) or hasattr(of, "_fields"):
        stands_for = dict(zip(getattr(of, "__parameters__", ()), inner, strict=True))
        return of(**{name: drawn(stands_for.get(one, one), dice) for name, one in _fields_of(of).items()})
    raise TypeError(f"nobody has said how to draw {kind}")


@cache
def _fields_of(record: Any) -> Mapping[str, Any]:
    """What it is made of, by name: of a dataclass, or of a named tuple."""
    hints = typing.get_type_hints(record)
    names = record._fields if hasattr(record, "_fields") else [f.name for f in dataclasses.fields(record) if f.init]
    return {name: hints[name] for name in names}


def an_amount(dice: Random) -> Decimal:
    """Any sign, digits and exponent: more than a venue has, zeros at the end and the minus of a zero included."""
    digits = dice.choice((0, dice.randrange(1000), dice.randrange(10**12), dice.randrange(10**40)))
    exponent = dice.choice((0, dice.randint(-12, 3), dice.randint(-400, 400)))
    return Decimal(f"{dice.choice(('', '-'))}{digits}E{exponent}")


def a_moment(dice: Random) -> datetime:
    """Of UTC or of any other offset."""
    at = datetime(1971, 1, 1, tzinfo=UTC) + timedelta(microseconds=dice.randrange(MOMENTS))
    offset = timezone(timedelta(minutes=dice.randint(-14 * 60, 14 * 60)))
    return at if dice.random() < 0.5 else at.astimezone(offset)


def a_number(dice: Random) -> int:
    bits = dice.choice((1, 8, 32, 64, 100))
    return dice.randint(-(2**bits), 2**bits)


def a_text(dice: Random) -> str:
    return "".join(dice.choices(LETTERS, k=dice.choice((0, 1, 2, 5, 20))))


_PLAIN: Mapping[Any, Any] = {
    str: a_text,
    int: a_number,
    bool: lambda dice: dice.random() < 0.5,
    Decimal: an_amount,
    datetime: a_moment,
    date: lambda dice: a_moment(dice).date(),
    timedelta: lambda dice: timedelta(microseconds=a_number(dice) % MOMENTS),
    types.NoneType: lambda _: None,
}
