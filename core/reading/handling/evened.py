"""Know where a part is closed and the stop of the rest goes to the entry, in one breath: "close half rest at BE".

Separate from the orders of one verb, because here the words for break-even have none of their own.
"""

from __future__ import annotations

from core.reading.handling.clauses import Clause
from core.reading.handling.parts import leaves_a_share
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_WITH, _SIGN_OF_AT = frozenset(listed("WITH")), "@"
_HAN, _TO_OR_AT = "\u3040", ("at ", "@", "to ")
_SOME = (Role.PART, Role.HALF)


def evens_out_too(clause: Clause) -> bool:
    """Whether what is left of a part that is closed breaks even."""
    return ROLE.EVEN in clause.roles and (_rest_breaks_even(clause) or _sends_it_behind(clause))


def _sends_it_behind(clause: Clause) -> bool:
    """减仓保本, 平一半 设好保本: written without "and", and Chinese has no "at" that it could stand for.

    "Partial close break even!": neither has it where the one word stands right behind the other, or "with" between.
    """
    even, part = clause.first(ROLE.EVEN), clause.first(ROLE.PART) or clause.first(ROLE.HALF)
    row = [p for p in clause.pieces if (p.role is not ROLE.MARK and p.role is not ROLE.TICK) or p.text == _SIGN_OF_AT]
    beside = [p for p in row[-2:] if p.role is not ROLE.EVEN]
    if even is not None and not clause.talk and len(beside) == 1:
        if beside[0].text in _WITH:
            return True
        if beside[0].role in _SOME and row[-1].role is ROLE.EVEN:
            return not even.text.startswith(_TO_OR_AT)
    return even is not None and even.text >= _HAN and (part is None or part.start < even.start)


def _rest_breaks_even(clause: Clause) -> bool:
    """ "Close 50% rest at be": the stop of what is left."""
    rest = clause.first(ROLE.ALL)
    even = clause.first(ROLE.EVEN)
    if rest is None and even is not None and leaves_a_share(clause):
        return ROLE.TARGET not in clause.roles
    if rest is None or even is None or ROLE.IF in clause.roles:
        return False
    row = [p.role for p in clause.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICK)]
    return rest.start < even.start or row[-2:] == [ROLE.EVEN, ROLE.ALL]  # "closing half now BE the rest"
