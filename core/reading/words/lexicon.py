"""Find the phrases a trader uses: the longest known one at each place, whatever its language.

Separate from the vocabularies, which are data, and from the grammar, which knows roles only.
Built once at import; looking a word up costs a dictionary access.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, groupby, product, repeat
from types import ModuleType

from core.reading.languages import LANGUAGES
from core.reading.roles import Role
from core.reading.text.hygiene import fold
from core.reading.text.tokens import Shape, Tokens, pieces_of, shape_of
from core.reading.words.catalogue import NICKNAMES, PAIRS

SYMBOL_MARK = "symbol:"
BRIDGES = frozenset("-_'`./:\\&@")
_HAN_MAX = 8
_ABBREVIATED = 4
"""So short a word may end in a full stop that ends no sentence: "pot. target"."""
_EAST = "\u3040"
"""The first of the letters that are written without a space between words."""


@dataclass(slots=True)
class Branch:
    """A place in the tree of phrases: what may follow, and what has been said if nothing does."""

    next: dict[str, Branch] = field(default_factory=lambda: _END)
    meaning: Role | str | None = None


_END: dict[str, Branch] = {}
"""Nothing follows: one for the thousands of phrases that end, all of which would carry an empty one."""


def _sown() -> tuple[dict[str, Branch], dict[str, tuple[tuple[str, Branch], ...]], dict[str, Role | str]]:
    """The words that mean something alone, what else begins with a word, and what is written without spaces."""
    alone: dict[str, Branch] = {}
    longer: dict[str, list[tuple[str, Branch]]] = {}
    han: dict[str, Role | str] = {}
    for folded, end in _phrases():
        first, _, rest = _spoken(folded).partition(" ")
        if rest:
            rows = longer.setdefault(first, [("", end)])
            if rows[-1][1] is not end:
                rows.append(("", end))
            rows[-1] = (f"{rows[-1][0]}{rest}\n", end)  # one text for all of a meaning: some megabytes less
        elif first >= _EAST and shape_of(first) is Shape.HAN:
            han.setdefault(first, end.meaning or "")
        elif first:
            alone.setdefault(first, end)
    return alone, {first: tuple(rows) for first, rows in longer.items()}, han


def _phrases() -> Iterator[tuple[str, Branch]]:
    """Every phrase, folded, and where it ends: in one branch for all of one meaning.

    Many tables are folded together, which takes a third, and those of plain letters apart from the others.
    """
    ends: dict[Role | str, Branch] = {}
    for _, tables in groupby(_tables(), key=lambda table: table[0].isascii()):
        texts, meanings = zip(*tables, strict=True)
        meant = (ends.setdefault(meaning, Branch(meaning=meaning)) for meaning in meanings)
        counts = (text.count(",") + 1 for text in texts)
        yield from zip(each_folded(",".join(texts)), chain.from_iterable(map(repeat, meant, counts)), strict=True)


def each_folded(table: str) -> Iterator[str]:
    """What stands between the commas of a table, each as a post is folded that says nothing else."""
    return map(str.strip, fold(" ".join(table.split()).replace(",", "\n")).split("\n"))


def _spoken(folded: str) -> str:
    """The words of a phrase. Most of the thousands are nothing but letters, and stay as they are."""
    if folded.replace(" ", "").isalpha() and (folded.isascii() or max(folded) < _EAST):
        return folded
    return " ".join(piece for piece in pieces_of(folded) if shape_of(piece) is not Shape.MARK)


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


def _tables() -> Iterator[tuple[str, Role | str]]:
    """Phrases and what they mean; where two languages differ, the earlier one comes first."""
    for language in LANGUAGES:
        yield from ((respelt(phrases, language), role) for role, phrases in language.WORDS.items())
        yield from _names(language.ALIASES)
        yield from _pairs(getattr(language, "MONEY", {}))
    yield from _names(NICKNAMES)


def respelt(table: str, language: ModuleType, between: str = ",") -> str:
    """A table, and behind it those of its phrases that keyboards without its letters write in two: "haelfte", "paa"."""
    pairs = {letter: two for letter, two in getattr(language, "SPELT", {}).items() if letter in table}
    if not pairs:
        return table
    sharp = [{"ß": pairs["ß"]}] if "ß" in pairs and len(pairs) > 1 else []
    rows = table.split(between) if between != " " else table.split()
    ways = [[row.translate(str.maketrans(way)) for row in rows] for way in (*sharp, pairs)]
    others = (other for way in ways for row, other in zip(rows, way, strict=True) if other != row)
    return between.join((table, *others))


def _names(aliases: Mapping[str, str]) -> Iterator[tuple[str, Role | str]]:
    for symbol, phrases in aliases.items():
        yield phrases, SYMBOL_MARK + symbol


def _pairs(money: Mapping[str, str]) -> Iterator[tuple[str, Role | str]]:
    """ "Euro yen", 欧元美元: the name of one currency behind that of another is the pair of the two."""
    named = {code: [name.strip() for name in names.split(",")] for code, names in money.items()}
    for pair in PAIRS:
        for base, quote in product(named.get(pair[:3], ()), named.get(pair[3:], ())):
            yield (base + quote if shape_of(base) is Shape.HAN else f"{base} {quote}"), SYMBOL_MARK + pair


def _counted() -> dict[str, int]:
    """ "first" is 1 in every language, in each of its forms."""
    ranks: dict[str, int] = {}
    for language in LANGUAGES:
        for row in getattr(language, "ORDINALS", ()):
            for rank, word in enumerate(each_folded(row), start=1):
                ranks.setdefault(word, rank)
    return ranks


ORDINALS = _counted()
EVERY = frozenset(each_folded(",".join(respelt(getattr(each, "EVERY", "all"), each) for each in LANGUAGES)))
"""The words that speak of several trades at once: "all", "both"."""
SHARES = {
    word: percent
    for each in LANGUAGES
    for percent, words in getattr(each, "SHARES", {}).items()
    for word in each_folded(respelt(words, each))
}
"""What a word for a part comes to, in per cent: "a quarter"."""


def listed(table: str) -> tuple[str, ...]:
    """The words of a table that a language may have beside its parts."""
    return tuple(filter(None, each_folded(",".join(respelt(getattr(each, table, ""), each) for each in LANGUAGES))))


def _sizes(phrases: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        if len(phrase) <= _HAN_MAX:
            found.setdefault(phrase[0], set()).add(len(phrase))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}


_ROOT, _LONGER, _HAN = _sown()
_HAN_SIZES = _sizes(_HAN)
"""How long the phrases are that begin with a character."""


PREFIXES = ("وال", "بال", "ال", "لل", "و", "ب", "ف", "ل")
"""And, the, with, to: what Arabic writes in one with the word behind it, the longer ones first."""
STEM_MIN = 3


def _branch(word: str) -> Branch | None:
    """What begins with exactly this word. Most words of the tables are never heard: a branch grows when it is."""
    phrases = _LONGER.get(word)
    if phrases is not None:
        alone = _ROOT.get(word)
        branch = Branch({}, alone.meaning if alone else None)
        for rests, end in phrases:
            for rest in rests.splitlines():
                _plant(branch, rest.split(), end)
        _ROOT[word] = branch
        _LONGER.pop(word, None)
    return _ROOT.get(word)


@lru_cache(maxsize=4096)
def beginning(word: str) -> Branch | None:
    """The phrases that begin with this folded word."""
    found = _branch(word)
    if found is None and "\u0620" <= word[:1] <= "\u064a":
        stems = (word[len(p) :] for p in PREFIXES if word.startswith(p) and len(word) >= len(p) + STEM_MIN)
        found = next((branch for branch in map(_branch, stems) if branch is not None), None)
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
            if texts[here] == "." and not tokens.glued[here + 1] and len(texts[here - 1]) > _ABBREVIATED:
                break  # "... of your position. Update: ..."
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
    branch = _ROOT.get(word)
    return branch is not None and branch.meaning is not None


def together(first: str, second: str) -> Role | None:
    """What two words mean as one phrase, where that is a part."""
    branch = _branch(first)
    follows = branch.next.get(second) if branch else None
    return follows.meaning if follows and isinstance(follows.meaning, Role) else None


def alias_of(meaning: Role | str | None) -> str | None:
    """The symbol a word stands for, where it stands for one."""
    if meaning is None or isinstance(meaning, Role):
        return None
    return meaning.removeprefix(SYMBOL_MARK)


_HanPiece = tuple[Role | str | None, int, int]


def _with_its_label(meaning: Role | str, text: str, start: int, end: int) -> Iterator[_HanPiece]:
    """新止损: that it is new, and behind it the label, in one phrase."""
    if meaning is Role.EDIT:
        for cut in range(start + 1, end):
            label = _HAN.get(text[cut:end])
            if label is Role.STOP or label is Role.TARGET:
                yield meaning, start, cut
                meaning, start = label, cut
                break
    yield meaning, start, end


@lru_cache(maxsize=2048)
def han_pieces(text: str) -> tuple[_HanPiece, ...]:
    """Cut a run of Chinese or Japanese into known phrases, longest first, and unknown rests."""
    pieces: list[_HanPiece] = []
    at = rest = 0
    while at < len(text):
        for size in _HAN_SIZES.get(text[at], ()):
            meaning = _HAN.get(text[at : at + size])
            if meaning is not None and at + size <= len(text):
                if rest < at:
                    pieces.append((None, rest, at))
                pieces += _with_its_label(meaning, text, at, at + size)
                at += size
                rest = at
                break
        else:
            at += 1
    if rest < at:
        pieces.append((None, rest, at))
    return tuple(pieces)
