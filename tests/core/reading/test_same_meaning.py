"""However a call is laid out, it means the same, or a human is asked: decoration never changes a number."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from core.reading import as_json, read
from tests.posts import reading_of, texts

pytestmark = pytest.mark.untraced
FIELDS = ("symbol", "side", "entry", "stop", "targets")
LAYOUTS: dict[str, Callable[[str], str]] = {
    "empty lines": lambda text: text.replace("\n", "\n\n"),
    "bold lines": lambda text: "\n".join(f"**{line}**" if line.strip() else line for line in text.split("\n")),
    "quoted": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    "bullets": lambda text: "\n".join(f"• {line}" if line.strip() else line for line in text.split("\n")),
    "no space behind a colon": lambda text: re.sub(r": (?=\d)", ":", text),
    "equals for colons": lambda text: text.replace(": ", " = "),
    "a disclaimer": lambda text: f"{text}\n\n⚠️ Not financial advice. Risk 1-2% per trade.",
    "forwarded": lambda text: f"Forwarded from Signals 📊\n{text}",
    "capitals": str.upper,
}


@cache
def opened() -> dict[str, dict[str, Any]]:
    """Every call of the corpus that is opened unattended, and what it means."""
    read_as = {text: as_json(reading_of(text)) for text in texts()}
    return {text: meant for text, meant in read_as.items() if meant["verdict"] == "open"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_layout_never_opens_another_trade(layout: str) -> None:
    calls = opened()
    changed, still_open = [], 0
    for text, meant in calls.items():
        got = as_json(read(LAYOUTS[layout](text)))
        if got["verdict"] == "open":
            still_open += 1
            changed += [(text, f, meant[f], got[f]) for f in FIELDS if meant[f] != got[f]]
    assert not changed
    assert still_open >= len(calls) * 0.9, "hardly any call survives: the test would prove nothing"


def test_a_stop_and_a_target_exchanged_are_never_opened() -> None:
    exchanged = 0
    for text, meant in opened().items():
        stop, target = meant["stop"], meant["targets"][0] if meant["targets"] else None
        if (
            stop is None
            or target is None
            or not stop.replace(".", "").isdigit()
            or text.count(stop) != 1
            or text.count(target) != 1
            or stop in target
        ):
            continue
        mistaken = text.replace(stop, "?stop?").replace(target, stop).replace("?stop?", target)
        exchanged += 1
        assert as_json(read(mistaken))["verdict"] != "open", mistaken
    assert exchanged > 100
