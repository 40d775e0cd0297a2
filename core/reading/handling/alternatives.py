"""Ask what stands beside the orders of a post and makes them a question: a choice between two, an entry of its own.

Separate from what the words of one order leave open (`leeway`), because here each of them is clear by itself,
and only its neighbour tells that it is not to be done just so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.reading.handling.clauses import Clause
from core.reading.handling.unrelated import PLACING
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_OR = frozenset(listed("OR"))
_VOTE = frozenset("👍👎")
_SIDES = (Role.BUY, Role.SELL)
_DOING = (Role.MOVE, Role.STOP, Role.CLOSE, Role.EVEN, Role.PART, Role.HALF, Role.HOLD, Role.CANCEL, Role.RUNNER)
_LIGHT = (Role.FILLER, Role.MARK, Role.AND, Role.TICK, Role.LINE)
_ENTERING = frozenset((*_SIDES, *_LIGHT, Role.MARKET, Role.WORD, Role.SIZE, Role.PERCENT, Role.HEADING, Role.HALF))
_WHAT_WAS_LEFT = (Role.RUNNER, Role.ALL)
_HOW_MUCH = (Role.MARKET, Role.WORD, Role.SIZE, Role.PERCENT, Role.HALF)


def told_beside_orders(parts: Sequence[Clause], ordered: Sequence[Clause]) -> Iterator[tuple[str, Clause]]:
    """What the neighbours of the orders say about them, and the clause that says it."""
    if ordered and frozenset().union(*[c.texts for c in parts]) >= _VOTE:
        yield "it leaves a choice", ordered[0]  # "👍 close half 👎 SL to BE"
    begun = chosen = closed = False
    placed = any(ROLE.STOP in c.roles and not PLACING.isdisjoint(c.texts) for c in ordered)
    for clause in parts:
        orders = clause in ordered
        lead = next((p for p in clause.pieces if p.role not in _LIGHT), None)
        if lead is None:
            continue
        chosen = chosen or (begun and lead.role is not ROLE.MARKET and lead.text.split(" ")[0] in _OR)
        if chosen and (clause.has(*_DOING) or " " in lead.text):
            yield "it leaves a choice", clause  # "Close it now", and on the next line "or move SL to entry"
        chosen = chosen and len(clause.pieces) == 1  # "or" on a line of its own
        if not orders and clause.hedge is None and ROLE.ADD in clause.roles and ROLE.PRICE in clause.roles:
            yield "adding to a trade is for a human to decide", clause  # "DCA at 0.266", and below it "new SL 0.273"
        if not orders and placed and lead.role in _SIDES and clause.hedge is None and _enters(clause):
            yield "it may be a call in words unknown to me", clause  # "Put a stop at 1.52 and buy a small bag"
        if not orders and closed and lead.role in _SIDES and ROLE.PRICE in clause.roles:
            yield "it cancels and opens in one breath", clause  # "Close the longs, and long again at 9400"
        if begun and clause.hedge is None and ROLE.CLOSED in clause.roles and clause.has(*_WHAT_WAS_LEFT):
            yield "it may be a report", clause  # "Partials at TP1, stop to BE, runner closed at TP3"
        begun = begun or orders
        closed = closed or (orders and ROLE.CLOSE in clause.roles)


def _enters(clause: Clause) -> bool:
    """ "Buy a small bag", "sell now": the side as a verb, with how much or when, and no name or level."""
    return clause.roles <= _ENTERING and clause.has(*_HOW_MUCH)
