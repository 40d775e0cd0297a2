"""Cut clean text into numbers, words, marks and lines, in one pass.

Separate, because it is the only place where a regular expression meets a stranger's text:
every alternative is a run of one class of characters, so the time grows with the length only.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from core.reading.hygiene import INDEX_FIRST, INDEX_LAST, Clean


class Shape(Enum):
    NUMBER = "number"
    WORD = "word"
    HAN = "han"
    INDEX = "index"
    MARK = "mark"
    LINE = "line"
    LINK = "link"


class Token(NamedTuple):
    """A tuple, because one is made for every word of every post.

    ``text`` is folded; ``glued`` is true when nothing stood between it and the token before."""

    shape: Shape
    text: str
    start: int
    end: int
    glued: bool


_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.|t\.me/)[^\s)]+|@[a-z][a-z0-9_]{2,})"
    r"|(?P<line>\n)"
    r"|(?P<number>[0-9]+(?:[.,'][0-9]+)*)"
    f"|(?P<index>[{chr(INDEX_FIRST)}-{chr(INDEX_LAST)}])"
    r"|(?P<han>[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+)"
    r"|(?P<word>[^\W\d_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+)"
    r"|(?P<mark>\S)"
)


_SHAPES = {shape.value: shape for shape in Shape}
TOKENS_MAX = 1500
"""Pieces read of one post; a post of full length and ordinary words has about 900."""


def tokenize(text: Clean) -> list[Token]:
    """Every visible piece of the text, in order, up to ``TOKENS_MAX``."""
    tokens = []
    last = -1
    for found in _TOKEN.finditer(text.lower):
        start, end = found.span()
        tokens.append(Token(_SHAPES[found.lastgroup or "mark"], found[0], start, end, start == last))
        last = end
        if len(tokens) >= TOKENS_MAX:
            break
    return tokens
