"""Know a word that one slip of the finger has spoilt: "entarda", "entr", "einsteig".

Separate from the vocabularies, which hold whole words: what is guessed here is only ever put to a human.
"""

from __future__ import annotations

from core.reading.languages import LANGUAGES
from core.reading.roles import Role
from core.reading.text.hygiene import clean

_LETTERS_MIN = 5
"""In shorter words a letter more or less is another word."""


def _written(role: Role) -> frozenset[str]:
    phrases = (phrase for language in LANGUAGES for phrase in language.WORDS.get(role, "").split(","))
    return frozenset(word for word in (clean(p.strip()).lower for p in phrases) if word.isalpha())


_ENTRIES = frozenset(word for word in _written(Role.ENTRY) if len(word) >= _LETTERS_MIN)


def is_nearly_the_entry(word: str) -> bool:
    """Whether a letter is missing, doubled, wrong or has changed places in a word for the entry."""
    return len(word) >= _LETTERS_MIN and word.isalpha() and any(_is_a_slip(word, known) for known in _ENTRIES)


def _is_a_slip(word: str, known: str) -> bool:
    if abs(len(word) - len(known)) > 1 or (word[0] != known[0] and word[-1] != known[-1]):
        return False
    first = next((n for n, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known)))
    rest, kept = word[first:], known[first:]
    swapped = rest[:2] == kept[1::-1] and rest[2:] == kept[2:]
    return swapped or rest[1:] == kept[1:] or rest[1:] == kept or rest == kept[1:]
