"""Tell a call for everybody from one for those who had the trade before it, or one whose author has gone in already.

Separate from what stands against a call (`standing`), because here phrases decide, word for word in every language:
"for those who closed", "para los que habéis cerrado"; and a verb beside a price that says at what somebody got in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Point
from core.reading.roles import ROLE, Role
from core.reading.text.hygiene import Clean
from core.reading.words.lexicon import listed
from core.signals import Reason

_HAN = "\u3040"
_FOR = tuple(phrase for phrase in listed("FOR_INSIDERS") if phrase < _HAN)
_FOR_IN_HAN = tuple(phrase for phrase in listed("FOR_INSIDERS") if phrase >= _HAN)
_LAST = frozenset(phrase.rpartition(" ")[2] for phrase in _FOR)
_GOT_IN = frozenset(listed("GOT_IN"))
_SIDES = (Role.BUY, Role.SELL)
_BESIDE = (Role.FILLER, Role.MARK, Role.TO)
_BEFORE_MAX = 3


def insiders(pieces: Sequence[Lexeme], text: Clean) -> Iterator[Reason]:
    """Whom a call is told to, where that is those who hold the trade or have ended it."""
    lower, found = text.lower, -1
    if not _LAST.isdisjoint([p.text.rpartition(" ")[2] for p in pieces]):
        found = max(lower.find(phrase) for phrase in _FOR)
    if found < 0 and not lower.isascii():
        found = max(lower.find(phrase) for phrase in _FOR_IN_HAN)
    if found >= 0:
        piece = next((p for p in pieces if p.end > found), pieces[-1])
        yield Reason("it speaks of a trade that is already open", *text.span(piece.start, piece.end))


def got_in(points: Sequence[Point], pieces: Sequence[Lexeme], text: Clean) -> Iterator[Reason]:
    """ "Entry 69500, bought at 69300", "69300 aldım": the price at which somebody got in, and no order for it."""
    starts = [p.piece.start for p in points if p.slot is SLOT.ENTRY or p.slot is SLOT.SIDE]
    said = (_verb_beside(pieces, at) for at, p in enumerate(pieces) if starts and p.start in starts)
    for verb in islice(filter(None, said), 1):
        yield Reason("it speaks of a trade that is already open", *text.span(verb.start, verb.end))


def _verb_beside(pieces: Sequence[Lexeme], at: int) -> Lexeme | None:
    for piece in reversed(pieces[max(0, at - _BEFORE_MAX) : at]):
        if piece.role in _SIDES:
            return None  # what has been sold in one language is to be sold in another
        if piece.text in _GOT_IN:
            return piece
        if piece.role not in _BESIDE:
            break
    behind = next((p for p in pieces[at + 1 :] if p.role is not ROLE.MARK), None)
    told = behind is not None and behind.role not in _SIDES and behind.text in _GOT_IN
    return behind if told else None
