"""Find the phrases a trader uses: the longest known one at each place, whatever its language.

Separate from the vocabularies, which are data, and from the grammar, which knows roles only.
Built once at import; looking a word up costs a dictionary access.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.reading.hygiene import clean
from core.reading.languages import LANGUAGES
from core.reading.roles import Role
from core.reading.tokens import Shape, Token, tokenize

SYMBOL_MARK = "symbol:"
_BRIDGES = "-_'`./:"
_HAN_MAX = 8


@dataclass(slots=True)
class Branch:
    """A place in the tree of phrases: what may follow, and what has been said if nothing does."""

    next: dict[str, Branch] = field(default_factory=dict)
    meaning: Role | str | None = None


def _grow() -> tuple[Branch, dict[str, Role | str]]:
    root = Branch()
    han: dict[str, Role | str] = {}
    for language in LANGUAGES:
        named: list[tuple[str, Role | str]] = [
            (phrase.strip(), role) for role, phrases in language.WORDS.items() for phrase in phrases.split(",")
        ]
        named += [(phrase, SYMBOL_MARK + symbol) for phrase, symbol in language.ALIASES.items()]
        for phrase, meaning in named:
            parts = [t for t in tokenize(clean(phrase)) if t.shape not in (Shape.MARK, Shape.LINE)]
            if len(parts) == 1 and parts[0].shape is Shape.HAN:
                han.setdefault(parts[0].text, meaning)
                continue
            branch = root
            for part in parts:
                branch = branch.next.setdefault(part.text, Branch())
            if branch is not root and branch.meaning is None:
                branch.meaning = meaning
    return root, han


_ROOT, _HAN = _grow()


def longest(tokens: Sequence[Token], at: int) -> tuple[Role | str, int] | None:
    """The longest known phrase that begins at token ``at``, and the token after it."""
    branch, found, here = _ROOT, None, at
    while here < len(tokens):
        following = branch.next.get(tokens[here].text)
        if following is None:
            return found
        branch = following
        here += 1
        if branch.meaning is not None:
            found = (branch.meaning, here)
        if here + 1 < len(tokens) and tokens[here].text in _BRIDGES:
            here += 1
    return found


def meaning_of(word: str) -> Role | str | None:
    """What one folded word means by itself."""
    branch = _ROOT.next.get(word)
    return branch.meaning if branch else None


def han_pieces(text: str) -> list[tuple[Role | str | None, int, int]]:
    """Cut a run of Chinese or Japanese into known phrases, longest first, and unknown rests."""
    pieces: list[tuple[Role | str | None, int, int]] = []
    at = rest = 0
    while at < len(text):
        for size in range(min(_HAN_MAX, len(text) - at), 0, -1):
            meaning = _HAN.get(text[at : at + size])
            if meaning is not None:
                if rest < at:
                    pieces.append((None, rest, at))
                pieces.append((meaning, at, at + size))
                at += size
                rest = at
                break
        else:
            at += 1
    if rest < at:
        pieces.append((None, rest, at))
    return pieces
