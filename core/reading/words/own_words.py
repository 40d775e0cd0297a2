"""Put a channel's own words into the reader's terms, piece by piece, before anybody judges them.

Separate, because here the owner's words meet a stranger's text: they are compared letter for letter,
never as a pattern, so the time grows with the length only. A phrase of the dialect becomes one piece
that nobody can write himself; every stage after this one reads it like a word it always knew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.reading.dialects import Dialect
from core.reading.roles import Role
from core.reading.text.hygiene import clean
from core.reading.text.tokens import PADDING, SPOKEN_FIRST, SPOKEN_LAST, Shape, Tokens, shape_of, tokenize

_ROLES = tuple(Role)
_NAME = chr(SPOKEN_LAST)
"""Begins a piece that is a name; the symbol follows. Private characters vanish from every post."""


class _Piece(NamedTuple):
    text: str
    start: int
    end: int
    glued: bool


class _Phrases(NamedTuple):
    """``begins``: first piece -> (all pieces, what is read instead), the longest first.

    ``han``: what may stand anywhere in a run of Chinese or Japanese -> what is read instead;
    ``sizes``: how long those are that begin with a character, the longest first.
    """

    begins: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    han: Mapping[str, str]
    sizes: Mapping[str, Sequence[int]]


def role_of(text: str) -> Role | None:
    """The part of a piece that stands for a word of a dialect; None where it stands for a name."""
    return None if text.startswith(_NAME) else _ROLES[ord(text[0]) - SPOKEN_FIRST]


def symbol_of(text: str) -> str:
    """The instrument of a piece that stands for a name of a dialect."""
    return text[1:]


def spoken(tokens: Tokens, dialect: Dialect) -> Tokens:
    """The pieces with every phrase of the dialect as one; each keeps the place of the words it stands for."""
    phrases = _phrases(dialect.words, dialect.symbols)
    texts = tokens.texts
    speaks_han = bool(phrases.han) and not phrases.sizes.keys().isdisjoint("".join(texts))
    if not speaks_han and phrases.begins.keys().isdisjoint(texts):
        return tokens
    pieces = list(map(_Piece, texts[: tokens.size], tokens.starts, tokens.ends, tokens.glued))
    if speaks_han:
        pieces = [part for piece in pieces for part in _cut(piece, phrases)]
    return _tokens(list(_joined(pieces, phrases)))


def _cut(piece: _Piece, phrases: _Phrases) -> Iterator[_Piece]:
    """A run of Chinese or Japanese has no spaces: it is cut where a word of the dialect stands in it."""
    text, start, glued = piece.text, piece.start, piece.glued
    at = rest = 0
    while at < len(text) and shape_of(text) is Shape.HAN:
        sizes = phrases.sizes.get(text[at], ())
        word = next((text[at : at + size] for size in sizes if text[at : at + size] in phrases.han), "")
        if not word:
            at += 1
            continue
        if rest < at:
            yield _Piece(text[rest:at], start + rest, start + at, glued or rest > 0)
        yield _Piece(phrases.han[word], start + at, start + at + len(word), glued or at > 0)
        at = rest = at + len(word)
    if rest < len(text):
        yield _Piece(text[rest:], start + rest, piece.end, glued or rest > 0)


def _joined(pieces: list[_Piece], phrases: _Phrases) -> Iterator[_Piece]:
    texts = [piece.text for piece in pieces]
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        for words, instead in phrases.begins.get(piece.text, ()):
            if tuple(texts[at : at + len(words)]) == words:
                piece = _Piece(instead, piece.start, pieces[at + len(words) - 1].end, piece.glued)
                at += len(words) - 1
                break
        yield piece
        at += 1


def _tokens(pieces: list[_Piece]) -> Tokens:
    padded = [*pieces, *[_Piece("", pieces[-1].end, pieces[-1].end, False)] * PADDING]
    texts, starts, ends, glued = (list(column) for column in zip(*padded, strict=True))
    return Tokens(texts, starts, ends, glued, len(pieces))


@lru_cache(maxsize=256)
def _phrases(words: tuple[tuple[str, Role], ...], symbols: tuple[tuple[str, str], ...]) -> _Phrases:
    instead = [(word, chr(SPOKEN_FIRST + _ROLES.index(role))) for word, role in words]
    instead += [(name, _NAME + symbol) for name, symbol in symbols]
    begins: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    han: dict[str, str] = {}
    for phrase, reads in instead:
        parts = parts_of(phrase)
        if len(parts) == 1 and shape_of(parts[0]) is Shape.HAN:
            han.setdefault(parts[0], reads)
        elif parts:
            begins.setdefault(parts[0], []).append((parts, reads))
    for rows in begins.values():
        rows.sort(key=lambda row: -len(row[0]))
    sizes = {word[0]: sorted({len(each) for each in han if each[0] == word[0]}, reverse=True) for word in han}
    return _Phrases(begins, han, sizes)


def parts_of(phrase: str) -> tuple[str, ...]:
    """The pieces a phrase is compared by."""
    tokens = tokenize(clean(phrase))
    return tuple(tokens.texts[: tokens.size])
