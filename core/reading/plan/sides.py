"""Find which side a call is on: by its word or its arrow, by where its levels lie, or because it is for the spot.

Separate from the other fields, because here a wrong answer turns all of them round: what the levels tell is held
against the words, and never put in their place.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Draft, Point
from core.reading.roles import ROLE, Role

_WON = (Role.PERCENT, Role.DISTANCE)


def side_said(draft: Draft) -> tuple[int, bool]:
    if draft.sides:
        return 1 if draft.sides[0].role is ROLE.BUY else -1, True
    arrow = draft.arrow
    return (0, False) if arrow is None else (1 if arrow.role is ROLE.UP else -1, True)


def side_of_levels(entries: Sequence[Decimal], stops: Sequence[Point], targets: Sequence[Point]) -> int:
    """A stop below and targets above can only be a long; anything else says nothing."""
    if not stops:
        return 0
    stop = stops[0].value
    reference = list(entries) or [p.value for p in targets]
    if not reference:
        return 0
    low, high = min(reference), max(reference)
    if stop < low and all(t.value > low or not entries for t in targets):
        return 1
    if stop > high and all(t.value < high or not entries for t in targets):
        return -1
    return 0


def buys_on_the_spot(draft: Draft, entries: Sequence[Decimal], targets: Sequence[Point]) -> bool:
    """ "ADA spot", and below it an entry and its targets: on the spot nothing is sold that is not held."""
    named = ROLE.SPOT in draft.kinds and any(p.line for p in draft.of(SLOT.ENTRY)[:1])
    return named and bool(entries and targets) and all(t.value > max(entries) for t in targets)


def adorns(pieces: Sequence[Lexeme], at: int, *, aimed: bool) -> bool:
    """Whether an arrow tells no side: "+3% 📈" what was won, and "TP1: 1.156 📉" below a target's label nothing."""
    before = pieces[at - 1].role if at else ROLE.LINE
    return before in _WON or (aimed and before is ROLE.PRICE)
