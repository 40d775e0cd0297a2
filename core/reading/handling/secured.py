"""Tell what was made safe from a part that is to be closed: "all profits secured", "secure profits: move the stop".

Separate from the orders, because the word is the same: what stands beside it tells whether anything is to be done.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.handling.clauses import OUTCOMES, Clause
from core.reading.handling.orders import SECURED
from core.reading.handling.reports import BESIDE, TOOK
from core.reading.handling.said import Said
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed
from core.signals import ACT, Instruction

_BESIDE_WHAT_IS_WON = BESIDE | {Role.ALL, Role.DISTANCE, Role.REWARD, Role.RECAP}
_GUARDS = frozenset(listed("GUARDS"))
_LIGHT, _HEADINGS = (Role.MARK, Role.FILLER, Role.MARKET), (Role.MOVE, Role.EDIT)
_PARTING = (Role.PART, Role.HALF, Role.PERCENT, Role.SHARE)


def only_secures(parts: Sequence[Clause]) -> bool:
    """ "Secure the short: stop to entry": the order says how, and no part is closed."""
    taken = [p for c in parts for p in c.pieces if p.role in _PARTING]
    if taken and any(p.text not in SECURED for p in taken):
        heads = [c.pieces for c in parts if any(p in taken for p in c.pieces)]
        return all(p.text.split()[0] in SECURED for p in taken) and all(map(_heads_an_order, heads))
    return bool(taken)


def _heads_an_order(row: Sequence[Lexeme]) -> bool:
    """ "Secure profits: move the stop to 3350", "protect your profits, SL to BE": what the order is for."""
    headed = row[0].role in _HEADINGS and len(row) > 1 and row[1].text == ":"  # "Update: protect your profits, ..."
    lead = next((p for p in row[headed:] if p.role not in _LIGHT), row[0])
    return lead.role is ROLE.PART and (any(p.text == ":" for p in row) or lead.text.split()[0] in _GUARDS)


def is_won_there(said: Said) -> bool:
    """ "TP4 hit | all profits secured": told beside the target that was reached, and no part is to be closed."""
    parted = [i for i in said.instructions if i.act is ACT.CLOSE_PART]
    if (
        any(i != Instruction(ACT.CLOSE_PART, target=i.target) for i in parted)
        or len(said.instructions) < len(parted) + 1
    ):
        return False
    taken = [c for c in said.ordered if ROLE.PART in c.roles]
    return bool(taken) and all(map(_is_won, taken)) and any(i.act is ACT.TARGET_HIT for i in said.instructions)


def _is_won(c: Clause) -> bool:
    """ "(TP4 hit,) all profits secured": the word for what was taken, in the past, and what a trade makes."""
    taken = [p for p in c.pieces if p.role is ROLE.PART]
    return bool(taken) and all(
        p.text.split()[-1] in TOOK
        if p.role is ROLE.PART
        else p.role in _BESIDE_WHAT_IS_WON or p.text in OUTCOMES or (p.role is ROLE.WORD and is_everyday(p.text))
        for p in c.pieces
    )
