"""Know why an order is given, which denies nothing of it: "SL to 2655 so we don't get caught by the news".

Separate from the cuts, which know no words: the order is whole before the word that says what for.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.handling.clauses import Clause
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_LEST, _FOR_FEAR = frozenset(listed("LEST")), frozenset(listed("FOR_FEAR"))
_WITHIN = 4
_WHOLE = frozenset(
    (
        *(Role.PRICE, Role.EVEN, Role.INDEX, Role.MARKET, Role.HALF, Role.PART, Role.PERCENT, Role.CLOSE),
        *(Role.TICKER, Role.HEADING, Role.ENTRY),
    )
)
_ORDERED = frozenset((Role.CLOSE, Role.PART, Role.HALF, Role.MOVE, Role.EVEN))
_LITTLE = (Role.FILLER, Role.MARK)
_WEIGHED = (Role.NOT, Role.IF)


def begins_why(pieces: Sequence[Lexeme], first: int, denial: int) -> int:
    """Where the reason of an order begins, if the "not" or the "if" at ``denial`` belongs to one; else ``first``."""
    for at in range(denial - 1, max(first, denial - 1 - _WITHIN), -1):
        if pieces[at].text.partition(" ")[0] not in _LEST:
            continue
        order = [p.role for p in pieces[first:at] if p.role not in _LITTLE]
        placed = not _ORDERED.isdisjoint(order) or (ROLE.STOP in order and ROLE.TO in order)
        return at if order and order[-1] in _WHOLE and placed else first
    return first


def leads_to_why(pieces: Sequence[Lexeme]) -> bool:
    """ "(SL to 2655) so that even if it turns we are in profit": a condition of what is won, and not of the order."""
    return next((p.text.partition(" ")[0] for p in pieces if p.text not in ",;"), "") in _LEST


def tells_why(clause: Clause) -> bool:
    """Whether a clause only says what an order before it is to keep from happening: 以免被扫."""
    lead = next((p.text.partition(" ")[0] for p in clause.pieces if p.text not in ",;"), "")
    denied = clause.hedge is not None and clause.hedge.role in _WEIGHED
    return lead in _FOR_FEAR or (denied and lead in _LEST)
