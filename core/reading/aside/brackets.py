"""Set aside what somebody thinks in brackets behind a price: "(if it breaks, look at 81500)", （站稳看87000附近）.

Separate from the other remarks, because nothing in such brackets is a level of the call: where the price would be seen
next is said, and neither a condition nor an order.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_COUNTED = (Role.ENTRY, Role.TARGET, Role.STOP)
_MUSED = frozenset((Role.ANALYSIS, Role.IF))
_PLANNED = frozenset(
    (
        *(Role.STOP, Role.TARGET, Role.ENTRY, Role.ADD, Role.BUY, Role.SELL, Role.MOVE, Role.CLOSE, Role.LEVERAGE),
        *(Role.MARKET, Role.LIMIT),
    )
)
_LOOKS, _FIGURES = frozenset(listed("LOOKS")), (Role.PRICE, Role.IDENT)


def musings_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Buy 82800 (if it breaks, look at 81500)": what is thought in brackets behind a price is no level."""
    opened = -1
    priced = False
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.LINE:
            opened, priced = -1, False
        elif piece.text in _OPENING:
            opened = at if priced else -1
        elif piece.text in _CLOSING and opened >= 0:
            roles = {p.role for p in pieces[opened:at]}
            if not roles.isdisjoint(_MUSED) and roles.isdisjoint(_PLANNED):
                _muse(pieces, opened, at)
            opened = -1
        priced = (priced or piece.role is ROLE.PRICE) and piece.role not in _COUNTED
    return pieces


def _muse(pieces: list[Lexeme], first: int, last: int) -> None:
    if all(p.role is not ROLE.PRICE for p in pieces[first:last]):
        return
    for at in range(first, last):
        if pieces[at].role is ROLE.PRICE:
            set_aside(pieces, at)
        elif pieces[at].role is ROLE.WORD or (pieces[at].role is ROLE.IF and _only_looks_on(pieces[at + 1 : last])):
            pieces[at] = pieces[at].recast(ROLE.FILLER)


def _only_looks_on(behind: Sequence[Lexeme]) -> bool:
    """Whether a condition leads to nothing but a look at a level: 站稳看87000, and not 站稳再进."""
    solid = [p for p in behind if p.role is not ROLE.FILLER and p.role is not ROLE.WORD and p.role is not ROLE.ZONE]
    return len(solid) > 1 and solid[0].text in _LOOKS and solid[1].role in _FIGURES


_TO_DO = frozenset((Role.MOVE, Role.STOP, Role.EVEN, Role.CLOSE, Role.PART, Role.HALF))
_NOTED_MAX, _COUNT_MAX, _COUNTS = 8, 2, (Role.INDEX, Role.PRICE)


def notes_of_targets(pieces: list[Lexeme], lower: str) -> list[Lexeme]:
    """ "TP2 (move SL to BE): 2350", "TP2 (metti a BE): 19 trades": what is done there, and no order of now."""
    if "):" not in lower:
        return pieces
    for at in range(1, len(pieces) - 2):
        if pieces[at].text != "(":
            continue
        counted = at > 1 and pieces[at - 1].role in _COUNTS and len(pieces[at - 1].text) <= _COUNT_MAX
        if pieces[at - 1 - counted].role is not ROLE.TARGET:
            continue
        end = next((n for n in range(at + 1, min(at + _NOTED_MAX, len(pieces) - 1)) if pieces[n].text == ")"), 0)
        if end and pieces[end + 1].text == ":":
            for n in range(at + 1, end):
                if pieces[n].role in _TO_DO:
                    pieces[n] = pieces[n].recast(ROLE.FILLER)
    return pieces
