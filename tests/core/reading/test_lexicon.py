"""The lexicon is sown in one go, and no phrase of it is read otherwise than it would be alone."""

from __future__ import annotations

from core.reading.languages import LANGUAGES
from core.reading.text.hygiene import clean, fold
from core.reading.text.tokens import tokenize
from core.reading.words.lexicon import beginning, each_folded, has_a_part, longest

TABLES = [words for language in LANGUAGES for words in language.WORDS.values()]


def test_what_is_folded_together_is_folded_as_it_would_be_alone() -> None:
    for table in TABLES:
        assert list(each_folded(table)) == [fold(" ".join(phrase.split())).strip() for phrase in table.split(",")]


def test_every_phrase_of_letters_is_found_whole() -> None:
    phrases = {phrase for table in TABLES for phrase in each_folded(table) if phrase.replace(" ", "").isalpha()}
    western = [tokenize(clean(phrase)) for phrase in sorted(phrases) if max(phrase) < "\u3040"]
    missed = [tokens.texts[: tokens.size] for tokens in western if (longest(tokens, 0) or ("", 0))[1] != tokens.size]
    assert missed == []


def test_a_word_has_a_part_before_and_after_what_begins_with_it_was_heard() -> None:
    words = {word for table in TABLES for phrase in each_folded(table) for word in phrase.split()[:1]}
    before = {word for word in words if has_a_part(word)}
    begun = {word for word in words if (branch := beginning(word)) is not None and branch.meaning is not None}
    assert before == {word for word in words if has_a_part(word)}
    assert before <= begun
