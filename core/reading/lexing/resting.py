"""Know an exit that is left resting at a price while nobody watches: 睡觉挂 67388 全部止盈.

Separate from the verbs of leaving, which mean now: what rests there is a target, and closes nothing before its price.
"""

from __future__ import annotations

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_RESTING = frozenset(listed("RESTING"))
_TAKES = "止盈"
_SIDES, _PLANNED = (Role.BUY, Role.SELL), (Role.STOP, Role.ENTRY)


def resting_exits(pieces: list[Lexeme]) -> list[Lexeme]:
    """挂 2680 全部止盈: where no call is given, the verb puts a target at its price."""
    roles = {p.role for p in pieces}
    if not (roles.isdisjoint(_SIDES) or roles.isdisjoint(_PLANNED)):
        return pieces
    for at in range(len(pieces) - 2):
        put, price, taken = pieces[at : at + 3]
        if put.text not in _RESTING or price.role is not ROLE.PRICE or _TAKES not in taken.text:
            continue
        if taken.role in (ROLE.CLOSE, ROLE.TARGET):
            pieces[at], pieces[at + 2] = put.recast(ROLE.MOVE), taken.recast(ROLE.TARGET)
    return pieces
