"""Give an order or a report the price that its post names apart from it, on the scale of its instrument.

Separate from the orders, because a price may stand on a line of its own, and may be that of something else: of
another target, or of the order that is taken back.
"""

from __future__ import annotations

from itertools import pairwise

from core.reading.handling.clauses import Clause, priced
from core.reading.handling.leeway import REPORTS
from core.reading.judgement.edits import is_of_another_target
from core.reading.judgement.posts import Post
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.scale import UNBOUNDED, Bounds, one_settled
from core.reading.roles import ROLE, Role
from core.records import replace
from core.signals import Act, Instruction
from core.vocabulary import Price

_BARE = frozenset(
    (
        *(Role.PRICE, Role.MARK, Role.FILLER, Role.ZONE, Role.MARKET, Role.TICK, Role.TICKER, Role.TO, Role.INDEX),
        *(Role.DISTANCE, Role.PERCENT, Role.REWARD, Role.UP, Role.DOWN, Role.HEADING, Role.BUY, Role.SELL, Role.SYMBOL),
    )
)
_PRICED = REPORTS | {Act.CLOSE, Act.MOVE_STOP}


def in_bounds(instruction: Instruction, post: Post, bounds: Bounds) -> Instruction:
    """ "DAX: stop to 19.850" is written as 19850 would be."""
    if instruction.price is None or bounds == UNBOUNDED:
        return instruction
    price = one_settled(instruction.price, post.pieces, bounds)
    return instruction if price == instruction.price else replace(instruction, price=Price(price))


def with_price(instruction: Instruction, post: Post, taken: bool) -> Instruction:
    """A report names its price on a line of its own; ``taken``: another one of the post has the price."""
    placed = instruction.price or instruction.beyond or instruction.level is not None
    if taken or placed or instruction.act not in _PRICED or ROLE.PRICE not in post.roles:
        return instruction
    row = [p for p in post.pieces if p.role is not ROLE.PRICE or len(p.text) > 1]  # "with both 2 orders" counts them
    prices = list(priced(row))
    if len(prices) != 1 or is_of_another_target(instruction, post.pieces):
        return instruction
    told = next((c for c in post.parts for p in c.pieces if p.role is ROLE.PRICE and p.value == prices[0]), None)
    if told is not None and (told.has(ROLE.CANCEL, ROLE.REMOVE) or not (told in post.said.ordered or _is_bare(told))):
        return instruction
    return replace(instruction, price=Price(prices[0]))


def _is_bare(clause: Clause) -> bool:
    """ "Price now: 2366", "2366 🔥": a figure and nothing that says what it is of; "support at 2366" is no order's."""
    if any(p.text == "(" and q.role is ROLE.PRICE for p, q in pairwise(clause.pieces)):
        return True  # "stop below the low, as the chart shows (2114)"
    labelled = any(p.text == ":" and q.role is ROLE.PRICE for p, q in pairwise(clause.pieces))
    return clause.roles <= (_BARE | {ROLE.WORD} if labelled else _BARE)


def is_withdrawn(piece: Lexeme, post: Post) -> bool:
    """ "SL to +25 pips, cancel the 2366 limit": whether it names what is taken back."""
    taken = (c for c in post.parts if c.has(ROLE.CANCEL, ROLE.REMOVE))
    return any(c.pieces[0].start <= piece.start < c.pieces[-1].end for c in taken)
