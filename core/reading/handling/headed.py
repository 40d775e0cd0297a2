"""Hear the targets below a word that corrects them, beside another order: "Typo, TP2 is 2412, close half".

Separate from the orders, because here one clause says that something is changed, and the next one what.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.handling.clauses import Clause
from core.reading.handling.leeway import REPORTS
from core.reading.handling.moves import edited_target, follows_the_stop
from core.reading.handling.said import Said
from core.reading.reasons import reason
from core.reading.roles import ROLE, Role
from core.reading.text.hygiene import Clean
from core.signals import ACT

_ALONE = frozenset((Role.EDIT, Role.FILLER, Role.MARK, Role.TICKER))


def hear_what_is_headed(parts: Sequence[Clause], said: Said, text: Clean) -> None:
    """Write down each target that stands behind such a heading, up to the first clause that is none.

    Where nothing else is ordered, the levels of the post say it all (`amendments`).
    """
    if all(i.act in REPORTS for i in said.instructions) or any(i.act is ACT.EDIT_TARGETS for i in said.instructions):
        return
    headed = False
    for clause in parts:
        if ROLE.EDIT in clause.roles <= _ALONE and clause.hedge is None:
            headed = True
        elif headed and follows_the_stop(clause):
            said.instructions.append(edited_target(clause))
            said.reasons.append(
                reason(ACT.EDIT_TARGETS.value, *text.span(clause.pieces[0].start, clause.pieces[-1].end))
            )
            said.ordered.append(clause)
        else:
            headed = False
