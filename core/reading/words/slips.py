"""Know a word that one slip of the finger has spoilt: "entarda", "entr", "einsteig".

Separate from the vocabularies, which hold whole words: what is guessed here is a label with its price behind it, and
the levels must bear it out, or it is put to a human.
"""

from __future__ import annotations

from functools import lru_cache

from core.reading.languages import LANGUAGES
from core.reading.roles import Role
from core.reading.text.hygiene import clean

_LETTERS_MIN = 5
"""In shorter words a letter more or less is another word."""


def _written(role: Role) -> frozenset[str]:
    phrases = (phrase for language in LANGUAGES for phrase in language.WORDS.get(role, "").split(","))
    written = (clean(p.strip()).lower for p in phrases)
    return frozenset(word for p in written for word in (p, p.replace(" ", "")) if word.isalpha())


_ENTRIES = frozenset(word for word in _written(Role.ENTRY) if len(word) >= _LETTERS_MIN)


_LABELS_MIN = 6


def _by_their_ends() -> dict[str, dict[str, Role]]:
    """The labels by their first and their last letter, with their length: one slip leaves one of the two as it was."""
    found: dict[str, dict[str, Role]] = {}
    for role in (Role.ENTRY, Role.TARGET, Role.STOP):
        for word in (word for word in _written(role) if len(word) >= _LABELS_MIN):
            for end in (word[0] + "-", "-" + word[-1]):
                found.setdefault(f"{end}{len(word)}", {})[word] = role
    return found


_LABELS = _by_their_ends()


@lru_cache(maxsize=1024)
def label_nearly_written(word: str) -> Role | None:
    """Which label was meant, if one slip has spoilt it and all that are so near mean the same: "stooploss"."""
    if len(word) < _LABELS_MIN or not word.isalpha():
        return None
    ends = [f"{end}{n}" for end in (word[0] + "-", "-" + word[-1]) for n in range(len(word) - 1, len(word) + 2)]
    near = {known: role for end in ends for known, role in _LABELS.get(end, {}).items()}
    meant = {role for known, role in near.items() if _is_a_slip(word, known)}
    return meant.pop() if len(meant) == 1 else None


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
