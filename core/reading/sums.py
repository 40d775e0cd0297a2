"""Set aside a sum of money on a line of its own beside a plan: "1500USDT", "$500" below the targets.

Separate from the sums in brackets and behind a word: nothing leads to this one, only how far it is from every price.
"""

from __future__ import annotations

from decimal import Decimal

from core.reading.pieces import Lexeme, lines
from core.reading.remarks import set_aside
from core.reading.roles import ROLE
from core.reading.units import MONEY

SIGNS = frozenset("$€")
_FAR = Decimal(2)
_SUM_MAX = 3
_UNITS = ("usdt", "usd", "usdc")


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
