"""Which trades a user means, by id, symbol, side or "all".

Separate because /close and /why must understand the same words. A trade is never named by its
place in a list: the list changes between reading and tapping.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from core.ports import Desk
from core.views import PositionView


def matching(desk: Desk, word: str) -> tuple[PositionView, ...]:
    """The open trades ``word`` may mean: one id, all of a symbol, or "all"."""
    wanted = word.strip().lstrip("#").replace("/", "").upper()
    open_now = desk.positions()
    if wanted == "ALL":
        return tuple(open_now)
    exact = tuple(view for view in open_now if view.position.upper() == wanted)
    return exact or tuple(view for view in open_now if view.symbol.replace("/", "").upper() == wanted)


def fraction(word: str) -> Decimal | None:
    """ "half", "25%" or "0.25" as a share of the position; None for anything else."""
    if word.lower() in ("half", "½"):
        return Decimal("0.5")
    try:
        share = Decimal(word[:12].rstrip("%")) / (100 if word.endswith("%") else 1)
    except InvalidOperation:
        return None
    return share if share.is_finite() and 0 < share <= 1 else None
