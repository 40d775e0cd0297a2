"""Tell a plan that is put as a question from the questions beside a sound one: "Who's in?", "Should I take it?".

Separate, because the mark alone does not tell: the first calls the readers in, the second asks them.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_APART = str.maketrans("", "", " '’")
"""A question is compared in one: not every script parts its words, and who types fast leaves the apostrophe out."""
_INVITING = tuple(words.translate(_APART) for words in listed("INVITING"))
_ADVISED = tuple(words.translate(_APART) for words in listed("ASKING_ADVICE"))
_ENDS = frozenset(".!?:;")
_FIGURES = frozenset((Role.PRICE, Role.PERCENT, Role.DISTANCE, Role.TIMES))


def invites(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "TP 155. Who's with me?": the sentence that the mark at ``at`` ends calls the readers in."""
    return _sentence(pieces, at).startswith(_INVITING)


def asks_advice(pieces: Sequence[Lexeme]) -> bool:
    """ "Thoughts?", "Should I take it?": whoever asks so has not decided, on whatever line it stands."""
    marks = (at for at, p in enumerate(pieces) if p.role is ROLE.MARK and p.text == "?")
    return any(_sentence(pieces, at).startswith(_ADVISED) for at in marks)


def _sentence(pieces: Sequence[Lexeme], at: int) -> str:
    """The words before a mark in one, back to a figure or the end of the sentence before."""
    words: list[str] = []
    for piece in reversed(pieces[:at]):
        if piece.role is ROLE.LINE or piece.role in _FIGURES or piece.text in _ENDS:
            break
        if piece.role is not ROLE.MARK:
            words.append(piece.text)
    return "".join(reversed(words)).translate(_APART)
