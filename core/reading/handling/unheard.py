"""Know an order that was not understood beside another that was: "half to go here, stop to BE".

Separate from the doubts of one order, because here a clause says nothing at all: to do the others and not this one
would be half of what the author meant, and a human is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.handling.clauses import Clause
from core.reading.handling.leeway import REPORTS
from core.reading.handling.orders import SECURED
from core.reading.handling.purposes import tells_why
from core.reading.handling.said import Said
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.signals import ACT

_ENOUGH = (*REPORTS, ACT.CANCEL, ACT.CLOSE)
"""Nothing is asked for, or all of it ends."""
_TOLD = (Role.HIT, Role.TICK, Role.CLOSED, Role.RECAP, Role.STOPPED, Role.FILLED, Role.TARGET, Role.ANALYSIS, Role.TIME)
_OFF = frozenset(listed("OFF"))
_KEPT = (Role.HOLD, Role.RUNNER)


def unheard(parts: Sequence[Clause], said: Said) -> Sequence[Lexeme] | None:
    """The words of a clause that speaks of leaving or of a share, or sends a stop somewhere, and is no order so far."""
    if all(i.act in _ENOUGH for i in said.instructions):
        return None
    for clause in parts:
        spoken = clause.has(ROLE.HALF, ROLE.PART, ROLE.CLOSE) or {ROLE.STOP, ROLE.TO} <= clause.roles
        if not (spoken or (ROLE.PERCENT in clause.roles and not clause.words.isdisjoint(_OFF))):
            continue
        if clause.has(*_KEPT) and any(i.act is ACT.CLOSE_PART for i in said.instructions):
            continue  # "close half, hold half"
        if clause.hedge is None and all(clause is not c for c in said.ordered) and _may_order(clause):
            return clause.pieces
    return None


def _may_order(clause: Clause) -> bool:
    """Whether it reports nothing, gives no reason - "to secure some profit" - and lets nothing run."""
    if clause.has(*_TOLD) or tells_why(clause) or clause.is_signed or not clause.words.isdisjoint(SECURED):
        return False
    return not clause.has(*_KEPT) or _keeps_half(clause)


def _keeps_half(clause: Clause) -> bool:
    """ "Hold half": the other half is to be closed, or no more is said than that it runs."""
    return any(p.role in _KEPT and q.role is ROLE.HALF for p, q in pairwise(clause.pieces))
