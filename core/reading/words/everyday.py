"""Know the words of every day, which say nothing about a trade: "good luck", "attention", "small lots".

Separate from the phrases that have a part in a post. These have none: they are only no reason to ask
a human, where an unknown word beside an order is one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from core.reading.languages import LANGUAGES
from core.reading.text.hygiene import fold
from core.reading.words.lexicon import PREFIXES, STEM_MIN, has_a_part, listed, respelt

_HAN_MAX = 8
_DRAWN_OUT = re.compile(r"([a-z])\1\1+")


def _folded() -> dict[str, str]:
    """All words that begin with a letter, in one string, which takes a tenth of the room of a set.

    Without those that put an order off ("soir", "večer"), which greet in phrases of their own.
    """
    later = frozenset(listed("TONIGHT"))
    tables = (respelt(getattr(language, "EVERYDAY", ""), language, " ") for language in LANGUAGES)
    written = ("\n".join(table.split()) for table in tables)
    folded = {
        word
        for words in written
        for word in fold(words).split("\n")
        if word and word not in later and not has_a_part(word)
    }
    return {first: f" {' '.join(words)} " for first, words in groupby(sorted(folded), key=lambda word: word[0])}


_WORDS = _folded()


@lru_cache(maxsize=4096)
def is_everyday(word: str) -> bool:
    """Whether a folded word says nothing about a trade; of Chinese and Japanese, whether all of its parts do."""
    if _is_listed(word):
        return True
    if word >= "\u3040":
        return _is_made_of_everyday(word)
    if (drawn := _DRAWN_OUT.search(word)) is not None:  # "goooo", "yesss"
        short = word.replace(drawn[0], drawn[1])
        return any(_is_listed(one) or has_a_part(one) for one in (short, word.replace(drawn[0], drawn[1] * 2)))
    return any(word.startswith(p) and len(word) >= len(p) + STEM_MIN and _is_listed(word[len(p) :]) for p in PREFIXES)


def _is_listed(word: str) -> bool:
    return f" {word} " in _WORDS.get(word[:1], "")


def _is_made_of_everyday(text: str) -> bool:
    """Cut from the left, the longest first."""
    at = 0
    while at < len(text):
        size = next((n for n in range(_HAN_MAX, 0, -1) if _is_listed(text[at : at + n])), 0)
        if not size:
            return False
        at += size
    return True
