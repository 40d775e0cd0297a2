"""The lexicon is grown in one go, and no phrase of it is read otherwise than it would be alone."""

from __future__ import annotations

from core.reading.hygiene import fold
from core.reading.languages import LANGUAGES
from core.reading.lexicon import each_folded


def test_what_is_folded_together_is_folded_as_it_would_be_alone() -> None:
    for table in (words for language in LANGUAGES for words in language.WORDS.values()):
        assert list(each_folded(table)) == [fold(" ".join(phrase.split())).strip() for phrase in table.split(",")]
