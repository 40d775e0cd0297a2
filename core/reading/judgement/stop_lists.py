"""Read stops that stand in a list by the names of their trades: "New SL", and below it "ETH 2115".

Separate from the other follow-ups, because the label stands on a line of its own and no clause has both.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.judgement.posts import Post
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.signals import ACT, Amendment, AtPrice, Instruction, Reason
from core.vocabulary import Price

_HEAD = frozenset((Role.STOP, Role.EDIT, Role.MOVE, Role.FILLER, Role.MARK, Role.TICK, Role.HEADING, Role.MARKET))
_NEW = frozenset(listed("NEW"))
_CHANGED = (Role.EDIT, Role.MOVE)
_BESIDE = (Role.FILLER, Role.MARK, Role.TICK, Role.TO)
_NAMED = [Role.TICKER, Role.PRICE]
_ROWS_MAX = 12


def stops_by_name(post: Post) -> Amendment | None:
    """The stop of each trade that is listed under the word for it; several are for a human to give to their trades."""
    pieces = post.pieces
    if not {ROLE.STOP, ROLE.TICKER, ROLE.PRICE, ROLE.LINE} <= post.roles or ROLE.TARGET in post.roles:
        return None
    rows = [pieces[begin:end] for begin, end in lines(pieces)]
    head, below = rows[0], rows[1:]
    roles = {p.role for p in head}
    if not (ROLE.STOP in roles <= _HEAD and 0 < len(below) <= _ROWS_MAX and all(map(_names_a_price, below))):
        return None
    found = [(p.named.symbol, q.value) for p, q in (_spoken(row) for row in below) if p.named and q.value]
    span = post.text.span(head[0].start, head[-1].end)
    doubts = [] if len(found) == 1 else [Reason("several instruments are named")]
    if roles.isdisjoint(_CHANGED) and all(p.text not in _NEW for p in head):
        doubts.append(Reason("no word says that the stop moves", *span))
    said = tuple(Instruction(ACT.MOVE_STOP, price=Price(price)) for _, price in found)
    alone = found[0] if len(found) == 1 else None
    return Amendment(
        alone[0] if alone else None,
        None,
        said,
        AtPrice(Price(alone[1])) if alone else None,
        reasons=(Reason(ACT.MOVE_STOP.value, *span),),
        doubts=tuple(doubts),
    )


def _spoken(row: Sequence[Lexeme]) -> list[Lexeme]:
    return [p for p in row if p.role not in _BESIDE]


def _names_a_price(row: Sequence[Lexeme]) -> bool:
    return [p.role for p in _spoken(row)] == _NAMED
