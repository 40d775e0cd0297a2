"""Every message of the project's own corpus is read as its author meant it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

import pytest

from core.reading import as_json
from tests.posts import CORPUS, posts, reading_of

CHANGING = {"close", "close_partial", "move_stop", "move_stop_to_breakeven", "cancel", "edit_targets", "set_levels"}


def as_number(text: str) -> Decimal | str:
    try:
        return Decimal(text).normalize()
    except InvalidOperation:
        return text


def as_numbers(values: list[str]) -> list[Decimal | str]:
    return [as_number(value) for value in values]


def action(found: dict[str, Any]) -> str:
    """One action as the corpus writes it: its name, and its percent, price or target behind it."""
    percent = f"{found['percent']}%" if found["percent"] is not None else None
    counted = found["target"] if found["action"] == "tp_hit" and found["price"] is None else None
    return " ".join(str(part) for part in (found["action"], percent, found["price"], counted) if part)


def is_as_wanted(field: str, wanted: Any, got: dict[str, Any]) -> bool:
    match field:
        case "not_verdict":
            return bool(got["verdict"] != wanted)
        case "says":
            return wanted in got["reasons"]
        case "not_changing":
            return got["verdict"] != "apply" or not CHANGING & {a["action"] for a in got["actions"]}
        case "actions":
            found = [action(a) for a in got["actions"]]
            plain = [a["action"] for a in got["actions"]]
            return len(found) == len(wanted) and all(w in (f, p) for w, f, p in zip(wanted, found, plain, strict=True))
        case "prices" | "counts" | "beyond":  # of the actions in their order; null: this one has none
            named = {"prices": "price", "counts": "target", "beyond": "beyond"}[field]
            return bool([a[named] for a in got["actions"]] == wanted)
        case "entry":
            return sorted(map(str, as_numbers(got["entry"]))) == sorted(map(str, as_numbers(wanted)))
        case "targets":
            return as_numbers(got["targets"]) == as_numbers(wanted)
        case "stop" | "leverage" | "leverage_max" | "reference" if wanted is not None and got[field] is not None:
            return as_number(got[field]) == as_number(wanted)
        case _:
            return bool(got[field] == wanted)


def misread(entry: dict[str, Any]) -> str:
    """What is read otherwise than its author meant it, and how; empty: nothing."""
    got = as_json(reading_of(entry["text"]))
    wrong = [field for field, wanted in entry["want"].items() if not is_as_wanted(field, wanted, got)]
    return f"{entry['text']!r}: {wrong} in {got}" if wrong else ""


@pytest.mark.parametrize("name", sorted(path.stem for path in CORPUS.glob("*.yaml")))
def test_each_message_is_read_as_its_author_meant_it(name: str) -> None:
    """A file at a time: a test of its own for each of two thousand posts takes longer than to read them all."""
    wrong = []
    for number, entry in enumerate(posts()[name], start=1):
        try:
            wrong += [f"{name}-{number} {words}"] if (words := misread(entry)) else []
        except Exception as failure:
            failure.add_note(f"at {name}-{number}: {entry['text']!r}")
            raise
    assert not wrong, "\n".join(wrong)


def test_the_corpus_is_there() -> None:
    assert sum(map(len, posts().values())) >= 400
