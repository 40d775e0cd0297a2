"""Ask about a post that is understood as a report alone, where words beside it may order something.

Separate from the orders, because a report changes nothing and is taken without a question: an order that nobody could
read beside it would be lost, and nobody would know.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.handling.clauses import Clause
from core.reading.handling.unheard import lost_order
from core.reading.judgement.posts import Post
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.signals import ACT, Reason

_UNREAD, _MEANT = "it may mean a part, or later", "it is not clear what is meant"
_SHARE_MIN, _SHARE_MAX, _ROUND = 10, 100, 5
_NAMELESS = frozenset((Role.WORD, Role.FILLER, Role.PRICE, Role.MARK, Role.TO, Role.TICKER, Role.AND, Role.ZONE))
_LITTLE = (Role.FILLER, Role.TO, Role.ZONE)


def lost_beside_reports(post: Post) -> list[Reason]:
    """What makes it doubtful that a post which reports a target says nothing else."""
    lost = [Reason(words, *post.spans(clause)) for words, clause in _lost(post)]
    return lost + lost_order(post.parts, post.said, post.text)


def _lost(post: Post) -> list[tuple[str, Clause]]:
    if all(i.act is not ACT.TARGET_HIT for i in post.said.instructions):
        return []
    told = post.said.ordered
    lost = [(_MEANT, c) for c in told if c.roles >= {ROLE.STOP, ROLE.MOVE}]
    lost += [(_MEANT, c) for c in post.parts if c.roles >= {ROLE.STOP, ROLE.PRICE} and (c in told or c.hedge is None)]
    lost += [(_UNREAD, c) for c in told if c.roles >= {ROLE.SELL, ROLE.PERCENT} and _sells_a_share(c.pieces)]
    if ROLE.PERCENT not in post.roles and (ROLE.PRICE not in post.roles or ROLE.WORD not in post.roles):
        return lost
    for clause in (c for c in post.parts if c not in told and c.hedge is None):
        if ROLE.PERCENT in clause.roles and ROLE.TARGET in clause.roles and _takes_a_share(clause.pieces):
            lost.append((_UNREAD, clause))
        elif ROLE.PRICE in clause.roles and ROLE.WORD in clause.roles and _is_done_in_unknown_words(clause):
            lost.append((_MEANT, clause))
    return lost


def _sells_a_share(row: Sequence[Lexeme]) -> bool:
    """ "Target 1 mil gaya, 25% bech do": a share with no sign, right beside the word for selling."""
    return any(
        q.role is ROLE.PERCENT and (r.role is ROLE.SELL or p.role is ROLE.SELL) and p.text not in "+-"
        for p, q, r in zip(row, row[1:], [*row[2:], row[0]], strict=False)
    )


def _takes_a_share(row: Sequence[Lexeme]) -> bool:
    """ "TP1 hit, take profit 30%": so much of the trade may be meant; what it made has a sign or a colon."""
    shares = (q.value or 0 for p, q in pairwise(row) if p.role is ROLE.TARGET and q.role is ROLE.PERCENT)
    return any(_SHARE_MIN <= share <= _SHARE_MAX and share % _ROUND == 0 for share in shares)


def _is_done_in_unknown_words(clause: Clause) -> bool:
    """ "TP1 hit, flombar to 0.45": a verb of a language that nobody knows may stand before the price."""
    if not clause.roles <= _NAMELESS:
        return False
    row = [p for p in clause.pieces if p.role not in _LITTLE]
    return any(p.role is ROLE.WORD and not is_everyday(p.text) and q.role is ROLE.PRICE for p, q in pairwise(row))
