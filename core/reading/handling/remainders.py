"""Tell an order that leaves something open from one that ends all: three layers of five, the worst ones, all but one.

Separate from the parts, which know a share when it is named: here nobody says how much, only that some of it stays.
To take such an order for the whole closes a trade that was to go on, so a human is asked about all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.handling.clauses import Clause
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import EVERY, ORDINALS, listed

_LAYERS, _SEVERAL, _SIZES = map(frozenset, map(listed, ("LAYERS", "SEVERAL", "SIZES")))
_WORST = frozenset(listed("CHOSEN"))
_CHOSEN = _WORST.union(listed("WHICH"), ORDINALS)
_WHOLE = EVERY.union(listed("FULL"))
_KEEPING, _KEPT, _REST = map(frozenset, map(listed, ("KEEPING", "KEPT", "REST")))
_KEPT_BEHIND, _STAYING = frozenset(listed("KEPT_BEHIND")), frozenset(listed("STAYING"))
_OF_ONE_TRADE = frozenset((Role.HEADING, Role.ENTRY, Role.ADD, Role.LIMIT, Role.BUY, Role.SELL))
_NAMED = (Role.TICKER, Role.BUY, Role.SELL)
_COUNT_MAX, _WITHIN = 20, 3
_PROFIT = frozenset(listed("PROFIT"))
_REMAINING = frozenset(listed("REMAINING"))
_HAN_REST = tuple(word for word in _REMAINING if word >= "\u3040")
_NOT_THE_REST = (Role.PART, Role.HALF, Role.SHARE, Role.EVEN, Role.STOP, Role.HOLD, Role.RUNNER, Role.LATER)
_BESIDE_THE_REST = (Role.MARK, Role.HEADING)
_HAN_COUNTS, _HAN_LAYERS, _HAN_KEEPS = "一二两三四五六几2345678", "单仓个手张", "留"


def names_some(c: Clause) -> bool:
    """ "Close 3 layers", "close the first orders", "close vol": so many, which of them, or some of the size."""
    if ROLE.ALL in c.roles or any(not _WHOLE.isdisjoint(p.text.split()) for p in c.pieces):
        return False
    row = [p for p in c.pieces if p.role is not ROLE.FILLER or _is_a_count(p) or p.text in _CHOSEN]
    for at, piece in enumerate(row):
        if piece.role is ROLE.CLOSE and (_is_a_size(row[at + 1 : at + 2]) or _is_which(row[at + 1 : at + 3])):
            return True
        if _counts_in_one(piece):
            return True
        behind = [p for p in row[at + 1 : at + _WITHIN] if p.role is not ROLE.TICKER][:1]
        if _is_a_count(piece) and any(_is_of_a_trade(p) for p in behind):
            return True
        if piece.text in _CHOSEN and any(p.text in _LAYERS for p in behind):
            return True
    return False


def ends_the_rest(c: Clause) -> bool:
    """ "Close the remaining 20%", "закрываем остатки (15%)": a share of what was held, and all that is left."""
    if not {ROLE.CLOSE, ROLE.PERCENT} <= c.roles or c.has(*_NOT_THE_REST):
        return False
    row = [p for p in c.pieces if p.role not in _BESIDE_THE_REST]
    shares = [at for at, p in enumerate(row) if p.role is ROLE.PERCENT]
    if len(shares) != 1:
        return False
    at = shares[0]
    if at + 1 < len(row):  # "el 30% restante"; "close 50% of the rest" is a part of it
        behind = [p.role for p in row[at + 2 :] if p.role is not ROLE.MARKET]
        if row[at + 1].text in _REMAINING and not behind:
            return True
    return at > 0 and _ends_with_the_rest(row[at - 1])


def _ends_with_the_rest(piece: Lexeme) -> bool:
    words = piece.text.split()
    return bool(words) and (words[-1] in _REMAINING or words[-1].endswith(_HAN_REST))


def _is_a_size(behind: Sequence[Lexeme]) -> bool:
    """ "Close vol": some of what is held, and nobody says how much."""
    return any(p.text in _SIZES and p.role is ROLE.SIZE for p in behind)


def _is_which(behind: Sequence[Lexeme]) -> bool:
    """ "Close first and move SL", "close the worst now": which, and no word behind it that it could be of."""
    ends = [p.role for p in behind[1:]] in ([], [ROLE.MARK], [ROLE.MARKET], [ROLE.TICK])
    return ends and any(p.text in _WORST and p.role is not ROLE.INDEX for p in behind[:1])


def is_how_many(c: Clause) -> bool:
    """Whether the one figure of the clause counts, and is no price."""
    figures = [p for p in c.pieces if p.role is ROLE.PRICE]
    return len(figures) == 1 and _is_a_count(figures[0])


def _is_a_count(piece: Lexeme) -> bool:
    digits = piece.role is ROLE.PRICE and piece.text.isdigit() and 0 < (piece.value or 0) < _COUNT_MAX
    return digits or piece.text in _SEVERAL


def _is_of_a_trade(piece: Lexeme) -> bool:
    """What may be counted; "3 işlemi kapatın" has it in one with the verb."""
    return (
        piece.role in _OF_ONE_TRADE
        or piece.text in _LAYERS
        or (piece.role is ROLE.CLOSE and not _LAYERS.isdisjoint(piece.text.split()))
    )


def _counts_in_one(piece: Lexeme) -> bool:
    """ "3 layers" is one piece, and so is 两单."""
    if piece.role is ROLE.WORD and piece.text[0] in _HAN_COUNTS and piece.text[-1] in _HAN_LAYERS:
        return True
    count, _, what = piece.text.partition(" ") if piece.role is ROLE.IDENT else ("", "", "")
    return count.isdigit() and 0 < int(count) < _COUNT_MAX and what in _LAYERS


def what_is_kept(parts: Sequence[Clause], ordered: Sequence[Clause]) -> Clause | None:
    """ "Close all, leave one running", "close everything but the best": the clause that keeps something of it open."""
    named = any(ROLE.CLOSE in c.roles and c.has(*_NAMED) for c in ordered)
    behind = next((q for p, q in pairwise(parts) if p in ordered and _closes_its_profit(p) and _holds_on(q)), None)
    if behind is not None:
        return behind
    for clause in parts:
        waits = clause.hedge is not None and clause.hedge.role is ROLE.WAIT and _waits_for_a_target(clause)
        if waits:
            return clause  # "close gold - no, wait for TP2"
        if clause.hedge is None and ROLE.YOU_CAN not in clause.roles:
            row = [p for p in clause.pieces if p.role is not ROLE.FILLER or p.text in _KEEPING or _begins_with_kept(p)]
            if _stays_for_a_target(clause) or any(_keeps(row, at, named) for at in range(len(row))):
                return clause
    return None


def _closes_its_profit(clause: Clause) -> bool:
    return any(p.role is ROLE.CLOSE and q.text in _PROFIT for p, q in pairwise(clause.pieces))


def _holds_on(clause: Clause) -> bool:
    """ "Close profit, then continue to hold": some of it, and nobody says how much."""
    return clause.has(ROLE.HOLD, ROLE.RUNNER) and clause.hedge is None and ROLE.TICKER not in clause.roles


def _keeps(row: Sequence[Lexeme], at: int, named: bool) -> bool:
    piece = row[at]
    if piece.role is ROLE.WORD and _HAN_KEEPS in piece.text[:2] and piece.text[-1] in _HAN_LAYERS:
        return True
    parts = piece.role is ROLE.BUT and at > 0 and row[at - 1].role in (ROLE.CLOSE, ROLE.ALL)  # "close all but one"
    keeps = piece.text in _KEEPING or piece.role is ROLE.EXCEPT or parts
    if keeps and any(_is_kept(p, named) for p in row[at + 1 : at + 2]):
        return True
    before = [p for p in row[max(0, at - _WITHIN) : at] if p.role not in (ROLE.HEADING, ROLE.MARK)][-1:]
    return piece.text in _KEPT_BEHIND and any(_is_kept(p, named) for p in before)


def _stays_for_a_target(clause: Clause) -> bool:
    """ "Close manually and stay in for TP3", "hold to TP2": what is left is on its way."""
    row = [p for p in clause.pieces if p.role not in (ROLE.FILLER, ROLE.TO)]
    stays = [at for at, p in enumerate(row) if p.role is ROLE.HOLD or p.text in _KEEPING or p.text in _STAYING]
    behind = row[stays[-1] + 1 : stays[-1] + _WITHIN] if stays else ()
    return ROLE.INDEX in clause.roles and ROLE.TARGET in [p.role for p in behind] and ROLE.HIT not in clause.roles


def _waits_for_a_target(clause: Clause) -> bool:
    return {ROLE.TARGET, ROLE.INDEX} <= clause.roles and not clause.has(ROLE.HIT, ROLE.TICK)


def _begins_with_kept(piece: Lexeme) -> bool:
    """ "(Leave a) small lot"."""
    return piece.text in _KEPT or piece.text.split(" ")[0] in _KEPT


def _is_kept(piece: Lexeme, named: bool) -> bool:
    """One, the best, a runner; the rest, where no instrument and no side is named whose rest it could not be."""
    if piece.text in _KEEPING:
        return False
    if piece.role is ROLE.ALL or piece.text in _REST:
        return not named
    return _begins_with_kept(piece) or _is_a_count(piece) or _counts_in_one(piece)
