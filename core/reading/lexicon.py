"""Find the phrases a trader uses: the longest known one at each place, whatever its language.

Separate from the vocabularies, which are data, and from the grammar, which knows roles only.
Built once at import; looking a word up costs a dictionary access.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, product
from sys import intern

from core.reading.catalogue import NICKNAMES, PAIRS
from core.reading.hygiene import Clean, clean
from core.reading.languages import LANGUAGES
from core.reading.roles import Role
from core.reading.tokens import Shape, Tokens, shape_of, tokenize

SYMBOL_MARK = "symbol:"
BRIDGES = frozenset("-_'`./:\\&@")
_HAN_MAX = 8
_EAST = "\u3040"
"""The first of the letters that are written without a space between words."""
_APART, _TOGETHER = "\x1f", 32
"""No phrase holds that mark, and so many are no longer than a post."""
_UNSPOKEN = (Shape.MARK, Shape.LINE, Shape.END)


@dataclass(slots=True)
class Branch:
    """A place in the tree of phrases: what may follow, and what has been said if nothing does."""

    next: dict[str, Branch] = field(default_factory=lambda: _END)
    meaning: Role | str | None = None


_END: dict[str, Branch] = {}
"""Nothing follows: one for the thousands of phrases that end, all of which would carry an empty one."""


def _grow() -> tuple[Branch, dict[str, Role | str]]:
    root = Branch(next={})
    han: dict[str, Role | str] = {}
    phrases, meanings = zip(*_phrases(), strict=True)
    ends = {meaning: Branch(meaning=meaning) for meaning in dict.fromkeys(meanings)}
    for folded, meaning in zip(each_folded(phrases), meanings, strict=True):
        parts = _spoken(folded)
        if len(parts) == 1 and parts[0] >= _EAST and shape_of(parts[0]) is Shape.HAN:
            han.setdefault(parts[0], meaning)
        elif parts:
            _plant(root, list(map(intern, parts)), ends[meaning])
    alike: dict[_Mark, Branch] = {}
    root.next = {word: _folded(branch, alike) if branch.next else branch for word, branch in root.next.items()}
    return root, han


def each_folded(texts: Iterable[str]) -> Iterator[str]:
    """Short texts as a post is folded that says nothing else: some dozens together take as long as one alone."""
    rest = iter(texts)
    while some := list(islice(rest, _TOGETHER)):
        yield from clean(_APART.join(some)).lower.split(_APART)


def _spoken(folded: str) -> list[str]:
    """The words of a phrase. Most of the thousands are nothing but letters, for which a split is enough."""
    if folded.replace(" ", "").isalpha() and max(folded) < _EAST:
        return folded.split()
    return [piece for piece in tokenize(Clean(folded, folded, ())).texts if shape_of(piece) not in _UNSPOKEN]


_Mark = tuple[Role | str | None, frozenset[tuple[str, int]]]


def _folded(branch: Branch, alike: dict[_Mark, Branch]) -> Branch:
    """The same branch for all behind which the same may follow: two thousand small dictionaries less."""
    if not branch.next:
        return branch
    follows = {word: _folded(further, alike) for word, further in branch.next.items()}
    mark = (branch.meaning, frozenset((word, id(further)) for word, further in follows.items()))
    known = alike.get(mark)
    if known is None:
        branch.next = follows
        known = alike[mark] = branch
    return known


def _plant(branch: Branch, parts: Sequence[str], end: Branch) -> None:
    """One more phrase. Those of one meaning behind which nothing follows share one ``end``."""
    *leading, last = parts
    for part in leading:
        follows = branch.next.get(part)
        if follows is None or follows.next is _END:
            follows = branch.next[part] = Branch({}, follows.meaning if follows else None)
        branch = follows
    known = branch.next.setdefault(last, end)
    if known.meaning is None:
        known.meaning = end.meaning


def _phrases() -> Iterator[tuple[str, Role | str]]:
    """Every phrase and what it means; where two languages differ, the earlier one comes first."""
    for language in LANGUAGES:
        for role, phrases in language.WORDS.items():
            yield from ((phrase.strip(), role) for phrase in phrases.split(","))
        yield from _names(language.ALIASES)
        yield from _pairs(getattr(language, "MONEY", {}))
    yield from _names(NICKNAMES)


def _names(aliases: Mapping[str, str]) -> Iterator[tuple[str, Role | str]]:
    for symbol, phrases in aliases.items():
        yield from ((phrase.strip(), SYMBOL_MARK + symbol) for phrase in phrases.split(","))


def _pairs(money: Mapping[str, str]) -> Iterator[tuple[str, Role | str]]:
    """ "Euro yen", 欧元美元: the name of one currency behind that of another is the pair of the two."""
    named = {code: [name.strip() for name in names.split(",")] for code, names in money.items()}
    for pair in PAIRS:
        for base, quote in product(named.get(pair[:3], ()), named.get(pair[3:], ())):
            yield (base + quote if shape_of(base) is Shape.HAN else f"{base} {quote}"), SYMBOL_MARK + pair


def _plain(word: str) -> str:
    """A word or a phrase of a table, folded; one that is wrapped there has a new line within."""
    return clean(" ".join(word.split())).lower


def _counted() -> dict[str, int]:
    """ "first" is 1 in every language, in each of its forms."""
    ranks: dict[str, int] = {}
    for language in LANGUAGES:
        for row in getattr(language, "ORDINALS", ()):
            for rank, word in enumerate(row.split(","), start=1):
                ranks.setdefault(_plain(word), rank)
    return ranks


ORDINALS = _counted()
EVERY = frozenset(_plain(word) for each in LANGUAGES for word in getattr(each, "EVERY", "all").split(","))
"""The words that speak of several trades at once: "all", "both"."""
SHARES = {
    _plain(word): percent
    for each in LANGUAGES
    for percent, words in getattr(each, "SHARES", {}).items()
    for word in words.split(",")
}
"""What a word for a part comes to, in per cent: "a quarter"."""


def listed(table: str) -> tuple[str, ...]:
    """The words of a table that a language may have beside its parts."""
    rows = (getattr(each, table, "").split(",") for each in LANGUAGES)
    return tuple(_plain(word) for row in rows for word in row if word.strip())


def _sizes(phrases: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        if len(phrase) <= _HAN_MAX:
            found.setdefault(phrase[0], set()).add(len(phrase))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}


_ROOT, _HAN = _grow()
_HAN_SIZES = _sizes(_HAN)
"""How long the phrases are that begin with a character."""


PREFIXES = ("وال", "بال", "ال", "لل", "و", "ب", "ف", "ل")
"""And, the, with, to: what Arabic writes in one with the word behind it, the longer ones first."""
STEM_MIN = 3


@lru_cache(maxsize=4096)
def beginning(word: str) -> Branch | None:
    """The phrases that begin with this folded word."""
    found = _ROOT.next.get(word)
    if found is None and "\u0620" <= word[:1] <= "\u064a":
        stems = (word[len(p) :] for p in PREFIXES if word.startswith(p) and len(word) >= len(p) + STEM_MIN)
        found = next((branch for branch in map(_ROOT.next.get, stems) if branch is not None), None)
    return found


def longest(tokens: Tokens, at: int) -> tuple[Role | str, int] | None:
    """The longest known phrase that begins at token ``at``, and the token after it."""
    texts, count = tokens.texts, tokens.size
    branch = beginning(texts[at])
    found = None
    here = at
    while branch is not None:
        here += 1
        if branch.meaning is not None:
            found = (branch.meaning, here)
        if not branch.next or here >= count:
            break
        if texts[here] in BRIDGES and here + 1 < count:
            here += 1
        branch = branch.next.get(texts[here])
    if found is not None and found[0] is Role.HALF and texts[at].isdigit() and not _is_a_half(texts, at):
        return None  # "TP 1 & 2", "TP 1 2", "TP 1/2/3": counts or prices, and no half
    return found


def _is_a_half(texts: Sequence[str], at: int) -> bool:
    return texts[at + 1] == "/" and list(texts[at + 3 : at + 4]) != ["/"]


def meaning_of(word: str) -> Role | str | None:
    """What one folded word means by itself."""
    branch = beginning(word)
    return branch.meaning if branch else None


def has_a_part(word: str) -> bool:
    """Whether it means something by itself, asked once for each of thousands of words: nothing is remembered."""
    branch = _ROOT.next.get(word)
    return branch is not None and branch.meaning is not None


def together(first: str, second: str) -> Role | None:
    """What two words mean as one phrase, where that is a part."""
    branch = _ROOT.next.get(first)
    follows = branch.next.get(second) if branch else None
    return follows.meaning if follows and isinstance(follows.meaning, Role) else None


def alias_of(meaning: Role | str | None) -> str | None:
    """The symbol a word stands for, where it stands for one."""
    if meaning is None or isinstance(meaning, Role):
        return None
    return meaning.removeprefix(SYMBOL_MARK)


@lru_cache(maxsize=2048)
def han_pieces(text: str) -> tuple[tuple[Role | str | None, int, int], ...]:
    """Cut a run of Chinese or Japanese into known phrases, longest first, and unknown rests."""
    pieces: list[tuple[Role | str | None, int, int]] = []
    at = rest = 0
    while at < len(text):
        for size in _HAN_SIZES.get(text[at], ()):
            meaning = _HAN.get(text[at : at + size])
            if meaning is not None and at + size <= len(text):
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
    return tuple(pieces)
