"""What is wrong with a setting, in one line: its place in the file, what was written there, what to write instead.

Separate from `core.config` because that says what is right. The checker's own words are a programmer's; here each
kind of mistake has a sentence. What was written is shown as far as it can be no secret in the wrong place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from pydantic_core import ErrorDetails

from core.cornix import INSTEAD

SECRETS = frozenset({"bot_token", "api_hash", "key", "secret"})
SHOWN_MAX = 16
"""Tokens, hashes and keys are longer, so none is shown where it was pasted into another place."""
_GROUP = "write 'key: value' lines under it, as in config.example.yaml"
_NUMBER = "write a number, such as 1 or 0.5"
_LIST = "write a list, such as [1, 2], or lines that begin with a dash"
_FORMS = {
    "id": "write the channel's number, such as -1001234567890",
    "name": "write small letters, digits and dashes, at most 32",
    "session_end": "write a time such as 21:45",
}


def lines(errors: list[ErrorDetails]) -> list[str]:
    """One for each mistake."""
    return [_line(error) for error in _causes(errors)]


def _causes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without the echoes: a list all of whose entries are wrong is not too short besides."""
    deeper = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    return [error for error in errors if error["type"] != "too_short" or error["loc"] not in deeper]


def _line(error: ErrorDetails) -> str:
    loc = tuple(part for part in error["loc"] if part != "[key]")  # a key that is wrong itself
    key = ".".join(f"[{part}]" if isinstance(part, int) else part for part in loc).replace(".[", "[")
    return f"{key or 'config'}: {_said(error, loc)}"


def _said(error: ErrorDetails, loc: tuple[int | str, ...]) -> str:
    kind, bounds = error["type"], error.get("ctx", {})
    if kind == "value_error":
        words = error["msg"].removeprefix("Value error, ")
        return f"{words[0].lower()}{words[1:]}"
    if kind == "missing":
        return "it is missing; add it as in config.example.yaml"
    if kind == "extra_forbidden":
        setting = ".".join(str(part) for part in loc[-2:])
        return INSTEAD.get(setting, "there is no such setting; check the spelling, or remove it")
    if kind == "string_pattern_mismatch":
        fix = _FORMS.get(str(loc[-1]), "write a symbol in capital letters, such as XAUUSD")
    elif kind in ("string_type", "secret_type") and SECRETS.intersection(map(str, loc)):
        fix = "write env:NAME or file:PATH"
    else:
        fix = _FIXES[kind](bounds) if kind in _FIXES else f"{error['msg'][:1].lower()}{error['msg'][1:]}"
    return f"{_written(error['input'], loc)} will not do; {fix}"


def _written(value: object, loc: tuple[int | str, ...]) -> str:
    if SECRETS.intersection(map(str, loc)):
        return "this"
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case int() | float() | Decimal() if len(str(value)) <= SHOWN_MAX:
            return str(value)
        case str() if len(value) <= SHOWN_MAX:
            return repr(value)
        case dict():
            return "a group of settings" if value else "an empty group"
        case list() | tuple():
            return "a list" if value else "an empty list"
        case _:
            return "this"


_FIXES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "enum": lambda bounds: f"write {bounds['expected'].replace(chr(39), '')}",
    "literal_error": lambda bounds: f"write {bounds['expected'].replace(chr(39), '')}",
    "greater_than": lambda bounds: f"write a number above {bounds['gt']}",
    "greater_than_equal": lambda bounds: f"write a number of at least {bounds['ge']}",
    "less_than": lambda bounds: f"write a number below {bounds['lt']}",
    "less_than_equal": lambda bounds: f"write a number of at most {bounds['le']}",
    "decimal_max_digits": lambda bounds: f"write at most {bounds['max_digits']} digits",
    "too_short": lambda _: "it needs at least one entry",
    "too_long": lambda bounds: f"it takes at most {bounds['max_length']} entries",
    "string_too_short": lambda _: "write something there",
    "string_too_long": lambda bounds: f"write at most {bounds['max_length']} characters",
    "string_type": lambda _: "write text, in quotes where it looks like a number",
    **dict.fromkeys(("bool_type", "bool_parsing"), lambda _: "write true or false"),
    **dict.fromkeys(
        ("int_type", "int_parsing", "int_from_float", "int_parsing_size"), lambda _: "write a whole number, such as 1"
    ),
    **dict.fromkeys(("decimal_type", "decimal_parsing", "finite_number"), lambda _: _NUMBER),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), lambda _: _GROUP),
    **dict.fromkeys(("tuple_type", "list_type"), lambda _: _LIST),
}
