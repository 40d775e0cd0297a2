"""Put a label before its run of prices where Chinese writes it behind: 62800-60000做多，64200-65400-66600止盈.

Separate from the labels that stand behind single prices (`labels`): here one target that stands so shows it of the
sides beside it, while the stop may stand before its price.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role

_SIDES = (Role.BUY, Role.SELL)
_HAN, _RUN_MIN = "\u4e00", 2
_JOINS, _ENDS, _BEFORE = frozenset("-~/、"), frozenset(",;.!?)"), (Role.MARK, Role.LINE, Role.TICKER, Role.SPOT)


def runs_before_their_labels(pieces: list[Lexeme]) -> list[Lexeme]:
    """Every run that ends in a target, or in a side beside one, with its label before it."""
    found = {at: first for at in range(_RUN_MIN, len(pieces)) if (first := _run_behind(pieces, at)) is not None}
    if all(pieces[at].role is not ROLE.TARGET for at in found):
        return pieces
    out = list(pieces)
    for at, first in found.items():
        out[first : at + 1] = [out[at], *out[first:at]]
    return out


def _run_behind(pieces: Sequence[Lexeme], at: int) -> int | None:
    """Where the run of prices begins that a Chinese label ends, with nothing of its own behind it."""
    label = pieces[at]
    if label.text < _HAN or (label.role is not ROLE.TARGET and label.role not in _SIDES):
        return None
    behind = pieces[at + 1] if at + 1 < len(pieces) else None
    if behind is not None and behind.role is not ROLE.LINE and behind.text not in _ENDS:
        return None
    first = at - 1
    while first > 1 and pieces[first].role is ROLE.PRICE and pieces[first - 1].text in _JOINS:
        first -= 2
    if pieces[first].role is not ROLE.PRICE or at - first <= _RUN_MIN:
        return None
    return first if first == 0 or pieces[first - 1].role in _BEFORE else None
