"""Tell what is written of days gone by from what is to be done: a recap, a diary of the week, an old call's levels.

Separate from the reports of one trade: no word of it need speak of the past, but its title or the days that head its
lines do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.handling.clauses import Clause
from core.reading.judgement.members import is_a_members
from core.reading.judgement.posts import Post
from core.reading.lexing.indexes import QUIET
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_WEEKDAYS = frozenset(listed("WEEKDAYS"))
_HEADED = frozenset(":-–—|")
_BEFORE = (Role.MARK, Role.TICK, Role.FILLER)
_PICTURES = (Role.MARK, Role.TICK)
_DAYS_MIN, _MANY_RESULTS = 2, 5
_LEADING, _TITLES = QUIET | {ROLE.LINE}, frozenset(listed("TITLES"))
_TODAY, _GREEN, _TRADES = map(frozenset, map(listed, ("TODAY", "GREEN", "TRADES")))
_TOLD_OF_A_DAY = frozenset(
    (
        *(Role.CLOSE, Role.FILLER, Role.WORD, Role.MARK, Role.TICK, Role.CLOCK, Role.TIME, Role.AND, Role.RECAP),
        *(Role.PAST, Role.PART, Role.LATER, Role.WILL, Role.BUT),
    )
)
_LAYERS = frozenset((*listed("LAYERS"), *listed("TRADES")))
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


def tells_of_what_was_closed(post: Post) -> bool:
    """Whether the days head its lines, a day or a trade is told to its end, or it was closed on a member's account."""
    told = tells_day_by_day(post.pieces) or _closes_a_day(post) or _tells_of_a_whole_trade(post)
    return told or sums_up_many(post) or is_a_members(post)


def _closes_a_day(post: Post) -> bool:
    """ "And today we close in profit again", "Bugün de kârla kapatıyoruz": how the day was, and no order."""
    told = post.said.ordered
    words = {word for p in post.pieces for word in (p.text, *p.text.split())}
    gains = sum([p.role is ROLE.DISTANCE for p in post.pieces])
    if gains >= _DAYS_MIN and not _TODAY.isdisjoint(words) and all(ROLE.CLOSED in c.roles for c in told):
        return bool(told)  # "closing profit hari ini, GU 45 pips, GJ 80 pips"
    if not told or any(ROLE.CLOSE not in c.roles or not c.roles <= _TOLD_OF_A_DAY for c in told):
        return False
    said = not (_TODAY.isdisjoint(words) or _GREEN.isdisjoint(words)) and _TRADES.isdisjoint(words)
    return said and not any(map(_begins_with_its_verb, told))


def sums_up_many(post: Post) -> bool:
    """ "Trade cancelled", and below it what every day of the week has made: the results of many."""
    made = sum([p.role is ROLE.PERCENT for p in post.pieces]) if ROLE.RECAP in post.roles else 0
    return (made >= _MANY_RESULTS and post.found.symbol is None) or _counts_trades(post)


def _counts_trades(post: Post) -> bool:
    """ "TP1: 19 positions", and below it "SL: 3 positions": how many trades went where."""
    if not {ROLE.IDENT, ROLE.RECAP} <= post.roles:
        return False
    told = (q.text for p, q in pairwise(post.pieces) if p.text == ":" and q.role is ROLE.IDENT)
    return sum([text.split()[-1] in _LAYERS for text in told if text.strip()]) >= _DAYS_MIN


def _begins_with_its_verb(clause: Clause) -> bool:
    """ "Close today in profit" may be an order."""
    return next((p.role for p in clause.pieces if p.role not in _PICTURES), None) is ROLE.CLOSE


def _tells_of_a_whole_trade(post: Post) -> bool:
    """ "I went short at 23410 this morning, already out again": where it began, in a time gone by, and its end."""
    told = post.said.ordered
    if not told or any(ROLE.CLOSED not in c.roles or c.has(ROLE.MARKET) for c in told):
        return False
    begun = (c for c in post.parts if c not in told and ROLE.MEMORY in c.roles)
    return any(ROLE.PRICE in c.roles and c.has(ROLE.BUY, ROLE.SELL) for c in begun)


def titled_as_results(post: Post) -> Lexeme | None:
    """ "Trade recap: buy gold 2330 ...", "Weekly recap: 2 stopped out": the title, where there is one."""
    opening = next((p for p in post.pieces if p.role not in _LEADING), None) if ROLE.RECAP in post.roles else None
    if opening is not None and opening.role is ROLE.HEADING:
        headed = [p for p in post.pieces[1:4] if p.role not in _LEADING and p.role is not ROLE.IDENT]
        opening = headed[0] if headed else opening  # "Signal #45 result: ..."
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
