"""Know a post whose first words say it all, whatever its author thinks and tells behind them.

Separate from the orders, because much talk takes an order its force: not so where the order comes before all of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.judgement.posts import Post
from core.reading.lexing.indexes import QUIET
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.signals import ACT, Act

UNCLEAR = frozenset((Role.LESSON, Role.AD, Role.QUESTION))
"""Beside one of these an order may be none: an example, an advertisement, a question."""
_PLAIN = (Act.BREAK_EVEN, Act.MOVE_STOP, Act.CANCEL, Act.TARGET_HIT, Act.STOP_HIT, Act.ENTRY_FILLED)
_RELATIVES = frozenset(listed("RELATIVES"))
_AND_THEN, _ENDS = frozenset(listed("AND_THEN")), frozenset(".!?…")
_ABOVE_A_REPORT = QUIET | {ROLE.LINE, ROLE.TICKER, ROLE.BUY, ROLE.SELL, ROLE.HEADING, ROLE.IDENT, ROLE.LINK}
_LEAVING = (Role.CLOSE, Role.PART, Role.HALF)
_WHAT_IS_LEFT = (Role.TICKER, Role.BUY, Role.SELL, Role.HEADING, Role.ALL, Role.MARKET, Role.HALF, Role.PERCENT)


def tells_first_what_came(post: Post) -> bool:
    """ "ETHUSDT - LONG", below it "Closed at 1296 for a 1.5% loss.", and only then what its author thinks."""
    told = post.said.ordered
    if len(told) != 1 or not (told[0].has(ROLE.CLOSED) and told[0].price is not None and told[0].tells_an_outcome):
        return False
    before = {p.role for p in post.pieces if p.start < told[0].pieces[0].start}
    return {ROLE.TICKER, ROLE.LINE} <= before <= _ABOVE_A_REPORT and not before.isdisjoint((ROLE.BUY, ROLE.SELL))


def begins_with_its_order(post: Post) -> bool:
    """ "#SOL - closing half here, the price swept ...": the order before all talk, and what it is of."""
    first = post.said.ordered[0] if post.said.ordered else None
    if first is None or first.hedge is not None or first.condition is not None:
        return False
    if first.talk or ROLE.RECAP in post.roles:
        return False
    if {p.role for p in post.pieces if p.start < first.pieces[0].start} - _ABOVE_A_REPORT:
        return False
    placed = ROLE.STOP in first.roles and first.has(ROLE.EVEN, ROLE.PRICE) and first.has(ROLE.MOVE, ROLE.TO, ROLE.EVEN)
    return placed or (first.has(*_LEAVING) and first.has(*_WHAT_IS_LEFT))


def comes_after_something(post: Post) -> bool:
    """ "Then SL to BE", "Vou fechar metade depois": after what, nobody says, or only that it is not now."""
    row = post.pieces
    if _AND_THEN.isdisjoint([p.text for p in row]) or ROLE.MARKET in post.roles:
        return False
    if row[0].text in _AND_THEN:
        return True
    ends = (q.role is ROLE.LINE or q.text in _ENDS for q in row[1:])
    return row[-1].text in _AND_THEN or any(p.text in _AND_THEN and end for p, end in zip(row, ends, strict=False))


def is_unclear(post: Post) -> bool:
    """Whether a word of an example, an advertisement or a question may be about the orders themselves.

    Not so in "VIP update: close gold now"; nor where the orders are told in full, and it comes behind them.
    """
    unclear = [n for n, p in enumerate(post.pieces) if p.role in UNCLEAR]
    behind = [p.text.split()[0] for n in unclear for p in post.pieces[n + 1 : n + 2] if p.text.strip()]
    if [post.pieces[n].text for n in unclear] == ["vip"] and behind in (["update"], ["updates"]):
        return False
    return not _comes_behind_it_all(post, [post.pieces[n] for n in unclear])


def _comes_behind_it_all(post: Post, unclear: Sequence[Lexeme]) -> bool:
    """ "Стоп в БУ, как на графике", "Close 75%", and below it an advertisement."""
    start = unclear[0].start
    ends = max((c.pieces[-1].end for c in post.said.ordered), default=start)
    if start < ends or any(p.text == "?" for p in post.pieces):
        return False
    if not all(p.role is ROLE.AD or p.text in _RELATIVES for p in unclear):
        return False
    below = any(p.role is ROLE.LINE and ends <= p.start < start for p in post.pieces)
    full = all(i.act in _PLAIN or (i.act is ACT.CLOSE_PART and i.percent is not None) for i in post.said.instructions)
    return full and (below or all(p.role is not ROLE.AD for p in unclear))
