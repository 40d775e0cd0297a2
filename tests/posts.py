"""What channels write, as we wrote it down: the corpus, for every test that walks through it.

Separate because it is dear to read: once a process is enough.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core.reading import read
from core.signals import Reading

CORPUS = Path(__file__).parent / "corpus"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C, where PyYAML was built with it."""


@cache
def posts() -> dict[str, list[Any]]:
    """The entries of each file, by the file's name. Not to be changed: everybody has the same ones."""
    return {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), LOADER)  # noqa: S506 - either is safe
        for path in sorted(CORPUS.glob("*.yaml"))
    }


def texts() -> list[str]:
    """All of them, in the order of the files."""
    return [entry["text"] for entries in posts().values() for entry in entries]


@cache
def reading_of(text: str) -> Reading:
    """How one of them is read by itself: what it is held against, wherever it is read another way."""
    return read(text)
