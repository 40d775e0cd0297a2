"""Words that a language lists beside its parts, asked of a piece: does it speak of a close, of each, of lots?

Separate from the lexicon, which gives every word one part in the grammar: these say something about a
piece whatever its part is.
"""

from __future__ import annotations

from collections.abc import Collection

from core.reading.pieces.piece import Lexeme
from core.reading.text.tokens import Shape, shape_of
from core.reading.words.lexicon import listed


class Table:
    """The words of one table in every language; those of Chinese and Japanese may stand inside a longer run."""

    def __init__(self, name: str) -> None:
        self.words = frozenset(listed(name))
        self._han = tuple(word for word in self.words if shape_of(word) is Shape.HAN)

    def has(self, piece: Lexeme) -> bool:
        """Whether it is one of them, or one of its words is."""
        text = piece.text
        return self.is_among((text, *text.split()))

    def is_among(self, said: Collection[str]) -> bool:
        """Whether one of them is said; ``said``: the pieces of a clause, and their words."""
        if not self.words.isdisjoint(said):
            return True
        written = "\n".join([text for text in said if not text.isascii()])
        return written != "" and any(word in written for word in self._han)


TICKS = frozenset("✅☑✔")
"""The signs that something is done; the same in every language."""
EACH, RISK, LOTS, PER, CLOSES, CANDLES, EVENTS, ADVICE, ZEROS = map(
    Table, ("EACH", "RISK", "LOTS", "PER", "CLOSES", "CANDLES", "EVENTS", "ADVICE", "ZEROS")
)
