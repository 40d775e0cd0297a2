"""Ask what stands beside the orders of a post and makes them a question: a choice between two, an entry of its own.

Separate from what else the words of one order leave open (`leeway`), because here each is clear by itself, and only
what stands beside it, in its clause or in the next, tells that it is not to be done just so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.reading.handling.clauses import OUTCOMES, Clause
from core.reading.handling.unrelated import PLACING
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_OR = frozenset(listed("OR"))
_VOTE = frozenset("👍👎")
_SIDES = (Role.BUY, Role.SELL)
_DOING = (Role.MOVE, Role.STOP, Role.CLOSE, Role.EVEN, Role.PART, Role.HALF, Role.HOLD, Role.CANCEL, Role.RUNNER)
_LIGHT = (Role.FILLER, Role.MARK, Role.AND, Role.TICK, Role.LINE)
_ENTERING = frozenset((*_SIDES, *_LIGHT, Role.MARKET, Role.WORD, Role.SIZE, Role.PERCENT, Role.HEADING, Role.HALF))
_WHAT_WAS_LEFT = (Role.RUNNER, Role.ALL)
_WHOLE, _SHARES = (Role.CLOSE, Role.ALL), (Role.PART, Role.HALF, Role.PERCENT)
_THE = "o"
"""In Portuguese the article, and "or" in Spanish and Italian."""
_EITHER, _EVEN_OR_CLOSE = _OR | {"/"}, {Role.EVEN, Role.CLOSE}
_EVENED = frozenset((Role.EVEN, Role.STOP, Role.ENTRY))
_OFFERED = (
    *(Role.ALL, Role.HALF, Role.PART, Role.PERCENT, Role.CLOSE, Role.HOLD, Role.WAIT, Role.RUNNER, Role.MOVE),
    Role.STOP,
)
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


def leaves_a_choice(clause: Clause) -> bool:
    """ "Close or BE", "SL to BE or 4500", "close fully or close partially"."""
    if ROLE.TO in clause.roles and clause.has(ROLE.PART, ROLE.CLOSE, ROLE.HALF):
        return not _names_a_little_loss(clause)
    if ROLE.TO in clause.roles and ROLE.EVEN in clause.roles and _takes_or_evens(clause.pieces):
        return True
    if ROLE.CLOSE in clause.roles and "/" in clause.texts:
        row = [p for p in clause.pieces if p.role is not ROLE.FILLER]
        return any(  # "SL to BE / close"
            q.text == "/" and {p.role, r.role} == _EVEN_OR_CLOSE for p, q, r in zip(row, row[1:], row[2:], strict=False)
        )
    return clause.has(ROLE.PRICE, ROLE.PART, ROLE.HALF) and not _OR.isdisjoint(clause.texts)


def _takes_or_evens(row: Sequence[Lexeme]) -> bool:
    """ "Take profit or set BE", "collect or set BE", "SL to BE or TP": the stop on one side only."""
    at = next((n for n, p in enumerate(row) if p.role is ROLE.TO and p.text in _OR and p.text != _THE), 0)
    before, behind = ([p.role for p in half if p.role not in _LIGHT] for half in (row[:at], row[at + 1 :]))
    if at == 0 or not (before and behind):
        return False
    if not _EVENED.isdisjoint(before):
        return _EVENED.isdisjoint(behind) and behind[0] is ROLE.TARGET
    return not _EVENED.isdisjoint(behind)


def _names_a_little_loss(clause: Clause) -> bool:
    """ "Close now at cost or small loss": how near to the entry, and one order."""
    at = next(n for n, p in enumerate(clause.pieces) if p.role is ROLE.TO)
    behind = [p for p in clause.pieces[at + 1 :] if p.role is not ROLE.FILLER]
    return len(behind) == 1 and behind[0].text in OUTCOMES and ROLE.MARKET in clause.roles


def closes_all_or_some(clause: Clause) -> bool:
    """ "Close fully or close partially", "close half/all"."""
    if not clause.has(*_WHOLE) or not clause.has(*_SHARES) or _EITHER.isdisjoint(clause.texts):
        return False
    row = [p for p in clause.pieces if p.role not in (ROLE.FILLER, ROLE.HEADING) or p.text in _EITHER]
    return any(
        p.role in (*_WHOLE, *_SHARES) and q.text in _EITHER and r.role in (*_WHOLE, *_SHARES)
        for p, q, r in zip(row, row[1:], row[2:], strict=False)
    )


def offers_another(clause: Clause) -> bool:
    """ "Close half now or all at TP2"; "close at entry or a little loss" only tells where."""
    if ROLE.TO not in clause.roles:
        return False
    at = next((n for n, p in enumerate(clause.pieces) if p.role is ROLE.TO and p.text in _OR), len(clause.pieces))
    return any(p.role in _OFFERED for p in clause.pieces[at:])
