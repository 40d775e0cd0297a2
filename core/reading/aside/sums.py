"""Set aside a sum of money beside a plan: "1500USDT" on a line of its own, "SL 1.0880 -30$" behind a level.

Separate from the sums in brackets and behind a word: only how far it is from every price tells such a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.reading.words.units import MONEY

SIGNS = frozenset("$€")
_FAR = Decimal(2)
_SUM_MAX, _COUNT_MAX, _PLAIN_MIN = 3, 9, 2
_UNITS = ("usdt", "usd", "usdc")
IN_MONEY = frozenset(("$", "€", *_UNITS))
"""Without one of these words no sum stands behind a level."""
_LEVELS, _WAY_MAX, _FAR_UNSIGNED = (Role.STOP, Role.TARGET), 4, 20
_OUTCOMES = frozenset((*listed("PROFIT"), *listed("LOSS"), *listed("REWARDS"), *listed("RISK")))
_ENDED, _CROSSES = (Role.TICK, Role.HIT, Role.STOPPED, Role.CLOSED, Role.RECAP), frozenset("❌✖🔴💥🔥🎉")
_TURNS = frozenset("+-=|(/→➡")
"""What leads from a level to what it comes to."""


def sums_on_a_line(pieces: list[Lexeme]) -> list[Lexeme]:
    """Below a line with a price; a list of targets in money has more than one such line."""
    if not [p for p in pieces if p.text in SIGNS or _may_be_a_sum(p)]:
        return pieces
    rows = [range(begin, end) for begin, end in lines(pieces)]
    sums = {n: at for n, row in enumerate(rows) if (at := _sum_of(pieces, row)) is not None}
    if len(sums) != 1:
        return pieces
    [(row, at)] = sums.items()
    if pieces[at].role is ROLE.TICKER:
        set_aside(pieces, at)
        return pieces
    value = pieces[at].value or Decimal(0)
    others = [p.value for n, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value and n != at]
    follows = row > 0 and any(pieces[n].role in (ROLE.PRICE, ROLE.TIMES, ROLE.IDENT) for n in rows[row - 1])
    if follows and others and all(value > price * _FAR or value * _FAR < price for price in others):
        set_aside(pieces, at)
    return pieces


def _may_be_a_sum(piece: Lexeme) -> bool:
    """Whether a price brings its money, or a name begins with a figure."""
    if piece.role is ROLE.PRICE:
        return piece.text.endswith(MONEY)
    return piece.role is ROLE.TICKER and piece.text[:1].isdigit()


def _sum_of(pieces: list[Lexeme], row: range) -> int | None:
    """Where the figure of a line stands that is nothing but a sum; 1500USDT has the look of a name."""
    said = [n for n in row if pieces[n].role not in (ROLE.SIZE, ROLE.MARK) or pieces[n].text in SIGNS]
    if not said or len(said) > _SUM_MAX:
        return None
    lone = pieces[said[0]]
    if len(said) == 1 and lone.role is ROLE.TICKER:
        unit = next((u for u in _UNITS if lone.text.endswith(u)), "")
        return said[0] if unit and lone.text.removesuffix(unit).isdigit() else None
    figures = [n for n in said if pieces[n].role is ROLE.PRICE]
    signs = [n for n in said if pieces[n].text in SIGNS]
    if len(figures) != 1 or len(figures) + len(signs) != len(said):
        return None
    return figures[0] if signs or pieces[figures[0]].text.endswith(MONEY) else None


def sums_behind_levels(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SL 1.0880 -30$", "TP 2660 = $50", "TP 1.0800 profit 50 usd": what the levels come to in money.

    One sum behind a target may be what came of the trade, and so may any beside a mark of an end.
    """
    priced = [at for at, p in enumerate(pieces) if p.role is ROLE.PRICE and len(p.text) > 1]
    sums = sum([_is_money(pieces, at) for at in priced])
    if not sums or len(priced) - sums < _PLAIN_MIN:
        return pieces  # most write all of their prices in money, or none
    found: list[tuple[Role, int]] = []
    for begin, end in lines(pieces):
        label, level = ROLE.LINE, -1
        for at in range(begin, end):
            if pieces[at].role in _LEVELS:
                label, level = pieces[at].role, -1
            elif pieces[at].role is ROLE.PRICE and label is not ROLE.LINE:
                if level >= 0 and _is_money(pieces, at) and _is_what_it_comes_to(pieces, level, at):
                    found.append((label, at))
                else:
                    level = -1 if _is_money(pieces, at) else at
            elif found and (pieces[at].role in _ENDED or pieces[at].text in _CROSSES):
                return pieces
    if len(found) > 1 or [label for label, _ in found] == [ROLE.STOP]:
        for _, at in found:
            set_aside(pieces, at)
    return pieces


def _is_money(pieces: Sequence[Lexeme], at: int) -> bool:
    behind = pieces[at + 1].text if at + 1 < len(pieces) else ""
    return behind in SIGNS or pieces[at].text.endswith(MONEY) or (at > 0 and pieces[at - 1].text in SIGNS)


def _is_what_it_comes_to(pieces: Sequence[Lexeme], level: int, at: int) -> bool:
    """Whether nothing but a sign or a word for an outcome leads to a sum, and it is far from every price."""
    way = pieces[level + 1 : at]
    if len(way) > _WAY_MAX or any(p.role is not ROLE.MARK and p.text not in _OUTCOMES for p in way):
        return False
    spread = bool(way) and way[0].text == "-" and way[0].start == pieces[level].end  # "0.55-58$" is a range
    signed = any(p.text in _TURNS or p.text in _OUTCOMES for p in way) and not spread
    value = pieces[at].value or Decimal(0)
    prices = [p.value for n, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value and not _is_money(pieces, n)]
    least = _FAR if signed else Decimal(_FAR_UNSIGNED)
    counted = [price for price in prices if price > _COUNT_MAX or price % 1]  # the 1 of "TP1"
    said = pieces[level].value or Decimal(0)
    beside = sum(said < price * _FAR and price < said * _FAR for price in counted)  # itself, and another level
    return beside > 1 and all(value > price * least or value * least < price for price in counted)
