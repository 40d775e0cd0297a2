"""Tell a plan that is put as a question from the questions beside a sound one: "Who's in?", "Should I take it?".

Separate, because the mark alone does not tell: the first calls the readers in, the second asks them.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed

_APART = str.maketrans("", "", " '’")
"""A question is compared in one: not every script parts its words, and who types fast leaves the apostrophe out."""
_INVITING = tuple(words.translate(_APART) for words in listed("INVITING"))
_ADVISED = tuple(words.translate(_APART) for words in listed("ASKING_ADVICE"))
_ENDS = frozenset(".!?:;")
_FIGURES = frozenset((Role.PRICE, Role.PERCENT, Role.DISTANCE, Role.TIMES))
_OTHERWISE = _FIGURES | {Role.AD, Role.LINK, Role.VENUE}
"""A question with one of these offers something, or is about another figure."""
_WORDS_MAX = 6


def invites(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "TP 155. Who's with me?": the sentence that the mark at ``at`` ends calls the readers in."""
    return _sentence(pieces, at).startswith(_INVITING)


def asks_advice(pieces: Sequence[Lexeme]) -> bool:
    """ "Thoughts?", "Should I take it?": whoever asks so has not decided, on whatever line it stands.

    Nor may anybody who asks, on a line of its own, in words that nobody here knows.
    """
    marks = (at for at, p in enumerate(pieces) if p.role is ROLE.MARK and p.text == "?")
    return any(_sentence(pieces, at).startswith(_ADVISED) or _is_strange(pieces, at) for at in marks)


def _is_strange(pieces: Sequence[Lexeme], mark: int) -> bool:
    """A short question on a line of its own, without a figure, of which most words are unknown."""
    begin = mark
    while begin and pieces[begin - 1].role is not ROLE.LINE and mark - begin <= _WORDS_MAX:
        begin -= 1
    row = [p for p in pieces[begin:mark] if p.role is not ROLE.MARK]
    ends = mark + 1 == len(pieces) or pieces[mark + 1].role in (ROLE.LINE, ROLE.MARK, ROLE.TICK)
    if not row or len(row) > _WORDS_MAX or not ends or any(p.role in _OTHERWISE for p in row) or invites(pieces, mark):
        return False
    strange = [p for p in row if p.role is ROLE.WORD and p.text[0].isalpha() and not is_everyday(p.text)]
    return bool(strange)


def _sentence(pieces: Sequence[Lexeme], at: int) -> str:
    """The words before a mark in one, back to a figure or the end of the sentence before."""
    words: list[str] = []
    for piece in reversed(pieces[:at]):
        if piece.role is ROLE.LINE or piece.role in _FIGURES or piece.text in _ENDS:
            break
        if piece.role is not ROLE.MARK:
            words.append(piece.text)
    return "".join(reversed(words)).translate(_APART)


_OVER = frozenset((Role.FILLED, Role.HIT, Role.CLOSED, Role.STOPPED, Role.CANCEL, Role.RECAP))
_LEFT = frozenset(("exit", "exit price", "close", "closed", "result", "pnl", "profit", "filled"))
"""Fields of a trade that is under way or over."""


def is_a_value(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a word in quotes is the value of a field, as programs write it: `"side": "buy"`, `side: "buy"`."""
    if any(p.role in _OVER or p.text in _LEFT for p in pieces):
        return False
    before = pieces[max(0, at - 3) : at]
    if len(before) < 3 or before[1].text != ":" or not pieces[at + 1 : at + 2]:
        return False
    return before[0].text == '"' or (before[0].role is ROLE.HEADING and pieces[at + 1].text == '"')
