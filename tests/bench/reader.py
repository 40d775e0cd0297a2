"""How fast posts are read: those of the corpus, chatter, and texts made to be slow."""

from __future__ import annotations

from pathlib import Path

import yaml

from core.messages import TEXT_MAX
from tests.core.reading.monsters import MONSTERS, fastest_s, filled

CORPUS = Path(__file__).parents[1] / "corpus"
CHATTER = "Good morning traders, have a nice day"


def corpus_s() -> float:
    """Seconds a post of the corpus takes, on average."""
    files = sorted(CORPUS.glob("*.yaml"))
    texts = [entry["text"] for file in files for entry in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return sum(map(fastest_s, texts)) / len(texts)


def worst_s() -> tuple[float, float]:
    """Seconds of the slowest full-length text, and of the same text at half the length."""
    whole, unit = max((fastest_s(filled(unit, TEXT_MAX)), unit) for unit in MONSTERS)
    return whole, fastest_s(filled(unit, TEXT_MAX // 2))
