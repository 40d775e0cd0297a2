"""How fast posts are read: those of the corpus, chatter, and texts made to be slow."""

from __future__ import annotations

from core.messages import TEXT_MAX
from tests.core.reading.monsters import MONSTERS, fastest_s, filled
from tests.posts import texts

CHATTER = "Good morning traders, have a nice day"


def corpus_s() -> float:
    """Seconds a post of the corpus takes, on average."""
    written = texts()
    return sum(map(fastest_s, written)) / len(written)


def worst_s() -> tuple[float, float]:
    """Seconds of the slowest full-length text, and of the same text at half the length."""
    whole, unit = max((fastest_s(filled(unit, TEXT_MAX)), unit) for unit in MONSTERS)
    return whole, fastest_s(filled(unit, TEXT_MAX // 2))
