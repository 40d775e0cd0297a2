"""Tell what is written of days gone by from what is to be done: a recap, a diary of the week, an old call's levels.

Separate from the reports of one trade: no word of it need speak of the past, but its title or the days that head its
lines do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.indexes import QUIET
from core.reading.lexicon import listed
from core.reading.pieces import Lexeme
from core.reading.posts import Post
from core.reading.roles import ROLE, Role

_WEEKDAYS = frozenset(listed("WEEKDAYS"))
_HEADED = frozenset(":-–—|")
_BEFORE = (Role.MARK, Role.TICK, Role.FILLER)
_DAYS_MIN = 2
_LEADING, _TITLES = QUIET | {ROLE.LINE}, frozenset(listed("TITLES"))
_RESULTS_MAX = 100
"""A smaller number may count trades."""


def tells_day_by_day(pieces: Sequence[Lexeme]) -> bool:
    """Whether two lines are headed by the names of two days."""
    days: set[str] = set()
    heads = True
    for piece, behind in pairwise(pieces):
        if piece.role is ROLE.LINE:
            heads = True
        elif heads and piece.role not in _BEFORE:
            heads = False
            if piece.text in _WEEKDAYS and behind.text in _HEADED:
                days.add(piece.text)
    return len(days) >= _DAYS_MIN


def titled_as_results(post: Post) -> Lexeme | None:
    """ "Trade recap: buy gold 2330 ...", "Weekly recap: 2 stopped out": the title, where there is one."""
    opening = next((p for p in post.pieces if p.role not in _LEADING), None) if ROLE.RECAP in post.roles else None
    return opening if opening is not None and opening.role is ROLE.RECAP and opening.text in _TITLES else None


def counts_results(post: Post) -> bool:
    """ "Last week: 14 TP, 3 SL, 2 BE": how many, and no levels."""
    told = post.roles & {ROLE.RECAP, ROLE.PAST}
    prices = [p.value for p in post.pieces if p.role is ROLE.PRICE and p.value is not None]
    return bool(told) and post.found.symbol is None and all(p < _RESULTS_MAX and not p % 1 for p in prices)


def tells_of_old_levels(post: Post) -> bool:
    """ "Yesterday's trade: entry was 2655, SL 2648, TP 2670": told twice to be past, and levels for nothing."""
    if not {ROLE.PAST, ROLE.MEMORY} <= post.roles or ROLE.MARKET in post.roles or post.found.said:
        return False  # asked first: what a call orders besides is not read for nothing
    return bool(post.found.stops and post.found.targets) and not post.said.instructions
