"""Tell that an order names what it is done to by saying how much, or that something must be broken first.

Separate from what else leaves an order open (`leeway`), because both ask for words that no part stands for: how many,
and the little words of Chinese.
"""

from __future__ import annotations

from core.reading.handling.clauses import Clause
from core.reading.handling.orders import names_its_order
from core.reading.handling.unrelated import has_a_stranger
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import EVERY, listed

_HAN, _THEN = "\u3040", "就"
_BREAKING = tuple(w for table in ("BREAKS", "BREAKS_UP", "BREAKS_DOWN") for w in listed(table) if w >= _HAN)
_PARTICLES = sorted(listed("PARTICLES"), key=len, reverse=True)
_ALL = EVERY.union(listed("FULL"))
_TALK = (Role.ANALYSIS, Role.LESSON, Role.AD, Role.MEMORY, Role.PAST, Role.OTHERS)


def tells_how_much(clause: Clause) -> bool:
    """ "Close 30% more then hold", "cerrad todo, amigos", 这单也平仓: all its words known, of a trade."""
    if has_a_stranger(clause):
        return False
    if clause.percent is not None or _names_all(clause):
        return True
    if names_its_order(clause):
        return True  # "удаляем лимитку тоже"
    words = [p.text for p in clause.pieces if p.role is ROLE.WORD]
    return all(map(_is_made_of_particles, words)) and not clause.has(*_TALK)


def _names_all(clause: Clause) -> bool:
    """ "Cerramos ambas ya", and not "close both eyes": behind the word for all stands nothing that it could be of."""
    row = clause.pieces
    every = (n for n, p in enumerate(row) if not _ALL.isdisjoint(p.text.split()))
    return any(all(p.role is not ROLE.WORD for p in row[n + 1 : n + 2]) for n in every)


def _is_made_of_particles(word: str) -> bool:
    """这个也: cut from the left, the longest first."""
    while word and (first := next((p for p in _PARTICLES if word.startswith(p)), "")):
        word = word[len(first) :]
    return not word


def once_it_breaks(clause: Clause) -> bool:
    """跌破支撑就平仓: once it is broken, as "if" says elsewhere."""
    if _THEN not in clause.texts:
        return False
    at = next(n for n, p in enumerate(clause.pieces) if p.text == _THEN)
    return any(p.text.endswith(_BREAKING) for p in clause.pieces[:at])
