"""Cut clean text into numbers, words, marks and lines, in one pass.

Separate, because it is the only place where a regular expression meets a stranger's text:
every alternative is a run of one class of characters, so the time grows with the length only. Those that
most pieces are made of come first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from operator import not_

from core.enums import at_hand
from core.reading.text.hygiene import INDEX_FIRST, INDEX_LAST, Clean


class Shape(StrEnum):
    NUMBER = "number"
    WORD = "word"
    HAN = "han"
    INDEX = "index"
    MARK = "mark"
    LINE = "line"
    LINK = "link"
    SPOKEN = "spoken"
    END = "end"


SHAPE = at_hand(Shape)


_PIECE = re.compile(
    "("
    r"https?://[^\s)]+|tg://[^\s)]+|www\.[^\s)]+|t\.me/[^\s)]+"
    r"|[a-z]+[^\W\d_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]*"
    r"|\n"
    r"|[0-9]+(?:[.,'][0-9]+){0,40}"
    r"|@-?[a-z][a-z0-9_]{2,}"
    f"|[{chr(INDEX_FIRST)}-{chr(INDEX_LAST)}]"
    r"|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{1,200}"
    r"|[^\W\d_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+"
    r"|\S"
    ")"
)
SPOKEN_FIRST, SPOKEN_LAST = 0xE100, 0xE180
"""Pieces that stand for a word of a channel's dialect begin with one of these; no post can hold them."""
_LINKS = ("http://", "https://", "www.", "t.me/", "tg://")
TOKENS_MAX = 800
"""Pieces read of one post; of twenty thousand posts of channels no call had as many."""
PADDING = 4
"""Empty pieces behind the last one, so that nobody who looks ahead must ask whether there is one."""
_NO_TEXTS, _NOT_GLUED = ("",) * PADDING, (False,) * PADDING


@dataclass(slots=True)
class Tokens:
    """The pieces side by side: what, from, to, and whether nothing stood between it and the piece before.

    ``texts`` is folded and ends with ``PADDING`` empty pieces; ``size`` leaves them out.
    """

    texts: list[str]
    starts: list[int]
    ends: list[int]
    glued: list[bool]
    size: int


def tokenize(text: Clean) -> Tokens:
    """Every visible piece of the text, in order, up to ``TOKENS_MAX``."""
    parts = _PIECE.split(text.lower, TOKENS_MAX)
    places = list(accumulate(map(len, parts)))
    texts, starts, ends, glued = parts[1::2], places[0:-1:2], places[1::2], [*map(not_, parts[0:-1:2])]
    count = len(texts)
    if count:
        glued[0] = False
    behind = [places[-1]] * PADDING
    texts += _NO_TEXTS
    starts += behind
    ends += behind
    glued += _NOT_GLUED
    return Tokens(texts, starts, ends, glued, count)


def pieces_of(folded: str) -> list[str]:
    """Every visible piece of a table of ours, of any length; a new line is one."""
    return _PIECE.findall(folded)


def shape_of(text: str) -> Shape:
    """What kind of piece this is; its first character tells, but for links."""
    if not text:
        return SHAPE.END
    first = text[0]
    if "0" <= first <= "9":
        return SHAPE.NUMBER
    if first == "\n":
        return SHAPE.LINE
    if chr(INDEX_FIRST) <= first <= chr(INDEX_LAST):
        return SHAPE.INDEX
    if len(text) > 1 and (first == "@" or text.startswith(_LINKS)):
        return SHAPE.LINK
    if "\u3040" <= first <= "\u30ff" or "\u3400" <= first <= "\u4dbf" or "\u4e00" <= first <= "\u9fff":
        return SHAPE.HAN
    if chr(SPOKEN_FIRST) <= first <= chr(SPOKEN_LAST):
        return SHAPE.SPOKEN
    return SHAPE.WORD if first.isalnum() and not first.isdecimal() else SHAPE.MARK
