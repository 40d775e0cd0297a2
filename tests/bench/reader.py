"""How fast posts are read: those of the corpus, chatter, and texts made to be slow."""

from __future__ import annotations

import time
from pathlib import Path

import yaml

from core.messages import TEXT_MAX
from core.reading import read
from tests.core.reading.monsters import MONSTERS

CORPUS = Path(__file__).parents[1] / "corpus"
CHATTER = "Good morning traders, have a nice day"


def fastest_s(text: str, tries: int = 5) -> float:
    """The shortest of some readings, in seconds: what the reader costs, without what else the machine does."""
    best = float("inf")
    for _ in range(tries):
        began = time.perf_counter()
        read(text)
        best = min(best, time.perf_counter() - began)
    return best


def corpus_s() -> float:
    """Seconds a post of the corpus takes, on average."""
    files = sorted(CORPUS.glob("*.yaml"))
    texts = [entry["text"] for file in files for entry in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return sum(map(fastest_s, texts)) / len(texts)


def worst_s() -> tuple[float, float]:
    """Seconds of the slowest full-length text, and of the same text at half the length."""
    whole, unit = max((fastest_s(_filled(unit, TEXT_MAX)), unit) for unit in MONSTERS)
    return whole, fastest_s(_filled(unit, TEXT_MAX // 2))


def _filled(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]
