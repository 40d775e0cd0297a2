"""Tell the orders that stand beside a plan from its own rules: what will be done once the trade is open.

Separate from the verdicts, because a rule is told by where it stands: behind the plan, with a target, a condition
or a time in its sentence. What is left is said of a trade that is open already, and asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from core.reading.handling.clauses import Clause
from core.reading.handling.scope import closing
from core.reading.judgement.posts import Post
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.signals import Reason

_RULES_MAX = 12
"""Nobody gives so many rules for one trade."""
_VERBS = (Role.MOVE, Role.CLOSE, Role.PART, Role.CANCEL, Role.REMOVE)
_BEFORE_A_VERB = (Role.AND, Role.FILLER, Role.MARK, Role.YOU_CAN)
_WITHDRAWS = (Role.REMOVE, Role.CANCEL)
_HEADING_MAX, _BELOW_A_HEADING = 2, (Role.LINE, Role.MARK, Role.HEADING)
_LACKING, _PLACED = frozenset(listed("LACKING")), (Role.STOP, Role.TARGET, Role.LIMIT, Role.ENTRY, Role.HEADING)
_WHOLE = (Role.CLOSE, Role.CLOSED, Role.HALF, Role.MOVE, Role.EVEN, Role.CANCEL, Role.MARKET, Role.PERCENT, Role.REMOVE)
_WITHIN, _BEFORE = frozenset(listed("WITHIN")), listed("BEFORE")
_AT, _TOLD_OF_A_TRADE = frozenset(listed("AT")), (Role.BUY, Role.SELL, Role.PRICE, Role.CLOSED, Role.MEMORY)
_PROFIT = frozenset(listed("PROFIT"))
_LEAVES = (Role.CLOSE, Role.PART, Role.HALF, Role.PERCENT)


def orders_beside(post: Post) -> list[Reason]:
    """What a post orders beside its plan, where that is no rule of it."""
    if post.roles.isdisjoint(_VERBS):
        return []
    orders = [c for c in post.parts if _orders(c) and not _heads_targets(c, post.pieces)]
    if len(orders) <= _RULES_MAX:
        orders = [c for c in orders if _is_a_gain(c) or not _rules(c, post.pieces, post.plan_ends)]
    return [Reason("it orders and calls in one breath", *post.spans(c)) for c in orders][:1]


def _rules(clause: Clause, pieces: Sequence[Lexeme], ends: int | None) -> bool:
    ruled = _is_ruled(clause, pieces) or _goes_with_a_rule(clause, pieces, ends)
    return ruled or _is_on_the_way(clause, ends) or _ends(clause, ends) or _goes_with_a_target(clause, pieces, ends)


def _orders(clause: Clause) -> bool:
    """ "Move all stops to entry, then buy gold ...": an order of its own, and no rule for this trade."""
    lead = next((p for p in clause.pieces if p.role not in _BEFORE_A_VERB), None)
    if lead is None or lead.role not in _VERBS or clause.hedge is not None:
        return False
    if lead.role is not ROLE.CLOSE and ROLE.YOU_CAN in clause.roles:
        return False  # "you may move the stop to the entry"; "you can close this trade" speaks of one that is open
    if lead.text in _LACKING and not clause.has(*_PLACED):
        return False  # "without strong impulses": nothing that could be withdrawn
    if lead.role in _WITHDRAWS and clause.has(ROLE.LIMIT):
        return True  # "Remove the ETH sell limit 3050, SL 3085"
    aims = clause.has(ROLE.TARGET) and not _is_a_gain(clause)
    if aims or clause.has(ROLE.LATER) or (clause.has(ROLE.BUY, ROLE.SELL) and closing([clause]) is None):
        return False
    if lead.role is ROLE.MOVE and clause.has(ROLE.HEADING) and not clause.has(ROLE.EVEN, ROLE.STOP):
        return False  # "Place the order only in the entry zone"
    return lead.role is not ROLE.MOVE or clause.has(ROLE.EVEN, ROLE.ENTRY)


def _is_a_gain(clause: Clause) -> bool:
    """ "La cerramos en ganancia": a word for a target that names what was won, with no figure and no number."""
    aims = [p.text for p in clause.pieces if p.role is ROLE.TARGET]
    named = bool(aims) and ROLE.CLOSE in clause.roles and all(text in _PROFIT for text in aims)
    return named and not clause.has(ROLE.PRICE, ROLE.INDEX, ROLE.DISTANCE, ROLE.PERCENT)


def _heads_targets(clause: Clause, pieces: Sequence[Lexeme]) -> bool:
    """ "Close here:", and below it the targets."""
    row = [p for p in clause.pieces if p.role is not ROLE.MARK]
    if len(row) > _HEADING_MAX or not any(p.text == ":" for p in clause.pieces) or row[0].role is not ROLE.CLOSE:
        return False
    below = dropwhile(lambda p: p.role in _BELOW_A_HEADING, pieces[pieces.index(clause.pieces[-1]) + 1 :])
    return next((p.role for p in below), ROLE.LINE) is ROLE.TARGET


def _is_ruled(clause: Clause, pieces: Sequence[Lexeme]) -> bool:
    """ "Move SL to breakeven once price reaches 1R", "close half at TP1 and go BE": a rule for this trade."""
    here = pieces.index(clause.pieces[0])
    before = takewhile(_goes_on, reversed(pieces[:here]))
    behind = list(takewhile(_goes_on, pieces[here:]))
    if behind[-1].text == ":":  # "Taking profits:", and below it how much at which target
        behind += takewhile(_goes_on, dropwhile(lambda p: p.role is ROLE.LINE, pieces[here + len(behind) :]))
    roles = {p.role for p in (*before, *behind)}
    return ROLE.IF in roles or (ROLE.TARGET in roles and ROLE.PRICE not in roles)


def _goes_with_a_rule(clause: Clause, pieces: Sequence[Lexeme], plan_ends: int | None) -> bool:
    """ "After TP1 is hit, close half. Move SL to entry.": behind a rule on its line, and said of the same moment."""
    if plan_ends is None or clause.pieces[0].start < plan_ends or clause.has(ROLE.MARKET, ROLE.TICKER, ROLE.ALL):
        return False
    here = pieces.index(clause.pieces[0])
    line = list(takewhile(lambda p: p.role is not ROLE.LINE and p.start > plan_ends, reversed(pieces[:here])))
    ruled = any(p.role is ROLE.IF or p.text in _AT for p in line) and any(p.role is ROLE.TARGET for p in line)
    ruled = ruled and any(p.role in _LEAVES for p in line)
    return ruled and ROLE.EVEN in clause.roles and all(p.role not in _TOLD_OF_A_TRADE for p in line)


_TO_BE_DONE = (Role.EVEN, Role.PART, Role.HALF, Role.PERCENT, Role.SHARE)
_OF_A_TARGET = frozenset(
    (Role.TARGET, Role.INDEX, Role.PRICE, Role.PERCENT, Role.DISTANCE, Role.REWARD, Role.MARK, Role.FILLER, Role.AND)
)
_COUNTED = [Role.TARGET, Role.INDEX, Role.PRICE]


def _goes_with_a_target(clause: Clause, pieces: Sequence[Lexeme], plan_ends: int | None) -> bool:
    """ "TP1: 2350 - move SL to entry", and a further target below: what is done once the price is there."""
    if plan_ends is None or clause.pieces[-1].start > plan_ends or not clause.has(*_TO_BE_DONE):
        return False
    if clause.has(ROLE.MARKET, ROLE.TICKER, ROLE.ALL, ROLE.PRICE, ROLE.LATER):
        return False
    here = pieces.index(clause.pieces[0])
    line = list(takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:here])))
    told = [p.role for p in reversed(line) if p.role is not ROLE.MARK]
    rest = {p.role for p in takewhile(lambda p: p.role not in _VERBS, reversed(line))}
    return told[:3] == _COUNTED and told.count(ROLE.PRICE) == 1 and rest <= _OF_A_TARGET


def _is_on_the_way(clause: Clause, plan_ends: int | None) -> bool:
    """ "... and take partials along the way" behind a plan: there is nothing to take them from as yet."""
    if plan_ends is None or clause.pieces[0].start < plan_ends or clause.has(*_WHOLE, ROLE.TICKER):
        return False
    lead = next(p for p in clause.pieces if p.role in _VERBS)
    return lead.role is ROLE.PART


def _ends(clause: Clause, plan_ends: int | None) -> bool:
    """ "Close the position in 20 hours", behind a plan: how long it may last, and nothing to be done now."""
    if plan_ends is None or clause.pieces[0].start < plan_ends or clause.has(ROLE.TICKER, ROLE.MARKET, ROLE.ALL):
        return False
    timed = (p.text for p, q in pairwise(clause.pieces) if q.role in (ROLE.TIME, ROLE.CLOCK))
    if any(p.text.startswith(_BEFORE) for p in clause.pieces):
        return clause.has(ROLE.CLOSE)  # "close before the weekend"
    return clause.has(ROLE.CLOSE) and any(word in _WITHIN for word in timed)


def _goes_on(piece: Lexeme) -> bool:
    return piece.role is not ROLE.LINE and piece.text not in ".!;"
