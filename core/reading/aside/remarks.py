"""Set aside the numbers that are no levels of the plan: an indicator's, the lots for an account, a comment's.

Separate from the labels: these say what a number is not. Whatever is set aside here is one less reason
to ask, so each rule names the words beside the number and leaves every label that is written alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import PER as _PER
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

INDICATORS = frozenset(("rsi", "atr", "adx", "cci", "mfi", "stoch", "stochastic", "macd", "obv"))
COMMENTS, PULLBACKS, NUMBERS = map(frozenset, map(listed, ("COMMENTS", "PULLBACKS", "NUMBERS")))
PER = _PER.words
MONTHS = frozenset(listed("MONTHS"))
_CONTRACTS = frozenset(("expiry", "fut", "future", "futures"))
_NUMBERS = NUMBERS | {"№"}
_TAGS, _TICKET_MIN = frozenset("#№"), 7
"""No price is written behind one of these with so many digits."""
_COUNTED = (Role.ENTRY, Role.TARGET, Role.STOP)
_SIDES = (Role.BUY, Role.SELL)
_LEVELLED = (*_SIDES, Role.PERCENT)
_PLANNED = frozenset((Role.STOP, Role.TARGET, Role.ENTRY, Role.ADD, *_SIDES, Role.MOVE, Role.CLOSE, Role.LEVERAGE))
_FIGURES = (Role.PRICE, Role.PERCENT)
_OPENING, _CLOSING, _SIGNS = frozenset("(["), frozenset(")]"), frozenset("+-")
_TRADED = frozenset((*_COUNTED, *_SIDES, Role.TICKER, Role.ZONE, Role.MARKET))
_LOTS_MAX, _DAYS_MAX, _COMPANY = 2, 31, 10
_OF_A_DAY = frozenset((".", "de", "di", "of", "th", "st", "nd", "rd"))
_A_PRICE = [Role.PRICE]
_MONEY = PER | {"$", "€", "usd", "usdt"}


def set_aside(pieces: list[Lexeme], at: int) -> None:
    piece = pieces[at]
    pieces[at] = Lexeme(ROLE.IDENT, piece.text, piece.start, piece.end, named=piece.named)


def indicators_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """RSI(14): 78.2, ATR: 0.0094: the period in brackets, and the figure behind a colon."""
    for at, piece in enumerate(pieces):
        if piece.text not in INDICATORS:
            continue
        behind = at + 1
        if [p.text for p in pieces[behind : behind + 3 : 2]] == ["(", ")"] and pieces[behind + 1].role is ROLE.PRICE:
            set_aside(pieces, behind + 1)
            behind += 3
        behind += behind < len(pieces) and pieces[behind].text in ":="
        if behind < len(pieces) and pieces[behind].role is ROLE.PRICE:
            set_aside(pieces, behind)
    return pieces


VOLUMES = frozenset(("average", "avg", "volume", "vol"))


def volumes_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Volume spike (5.2x avg)": so many times what is usual, and no leverage."""
    for at in range(len(pieces) - 1):
        value = pieces[at].value if pieces[at].role is ROLE.TIMES else None
        if value is None or not value % 1 or pieces[at + 1].text not in VOLUMES:
            continue
        if all(p.role is not ROLE.LEVERAGE for p in pieces[max(0, at - 2) : at]):
            set_aside(pieces, at)
    return pieces


DOLLARS = frozenset("$€")
_REWARDS = frozenset(listed("REWARDS"))
_SUM_MAX, _SUM_PIECES, _BESIDE_A_SUM = 5, 6, (Role.MARK, Role.SIZE, Role.RATIO, Role.FILLER)


def sums_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SL 4131 (8$)", "TP 4118 (+$5)": in brackets behind a price, what it comes to in money."""
    for at in range(1, len(pieces) - 2):
        if pieces[at].text not in _OPENING or pieces[at - 1].role is not ROLE.PRICE:
            continue
        ends = next((n for n in range(at + 1, min(at + _SUM_PIECES, len(pieces))) if pieces[n].text in _CLOSING), at)
        inner = range(at + 1, ends)
        figures = [n for n in inner if pieces[n].role is ROLE.PRICE]
        if len(figures) != 1 or all(pieces[n].text not in DOLLARS for n in inner):
            continue
        level, money = pieces[at - 1].value, pieces[figures[0]].value
        if (
            level
            and money
            and money * _SUM_MAX < level
            and all(pieces[n].role in _BESIDE_A_SUM or pieces[n].text in _REWARDS for n in inner if n not in figures)
        ):
            set_aside(pieces, figures[0])
    return pieces


def differences_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SL 90800 (100)", "TP 1.0850 (-35)": in brackets behind a price, how far it is from another, in any unit."""
    noted: list[tuple[int, int]] = []
    for at in range(1, len(pieces) - 2):
        if pieces[at].text not in _OPENING or pieces[at - 1].role is not ROLE.PRICE:
            continue
        if pieces[at + 1].role is ROLE.TIMES and any(p.role is ROLE.LEVERAGE for p in pieces[:at]):
            set_aside(pieces, at + 1)  # "Leverage: 5 ... TP2 5.31 (x4)": what the target is worth
        inner = at + 1 + (pieces[at + 1].text in _SIGNS)
        if inner + 1 < len(pieces) and pieces[inner].role is ROLE.PRICE and pieces[inner + 1].text in _CLOSING:
            counted = inner > at + 1 and inner + 2 < len(pieces) and pieces[inner + 2].role is ROLE.PIPS
            if counted:  # "TP1: 1.0839 (+50) pips"
                set_aside(pieces, inner)
            else:
                noted.append((at - 1, inner))
    inside = {inner for _, inner in noted}
    others = [p.value for at, p in enumerate(pieces) if p.role is ROLE.PRICE and at not in inside] if noted else []
    for level, inner in noted:
        value, figure = pieces[level].value, pieces[inner].value
        if value and figure and any(other and _digits(value - other) == _digits(figure) for other in others):
            set_aside(pieces, inner)
    return pieces


def _digits(figure: Decimal) -> tuple[int, ...]:
    """What is written but for the zeros at either end: the same for 100, 1000 and 0.01."""
    return figure.normalize().as_tuple().digits


def dates_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Setup of July 21", "21 июля": a day beside its month, and no price."""
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.TIME and piece.text.rpartition(" ")[2] in MONTHS and _has_a_year(pieces, at):
            set_aside(pieces, next(n for n in range(at + 1, at + 4) if _is_a_year(pieces[n])))
        if piece.text not in MONTHS:
            continue
        if _is_of_a_contract(pieces, at):
            pieces[at] = piece.recast(ROLE.FILLER)
        if piece.role is ROLE.MAY and not _has_a_year(pieces, at):
            continue
        back, behind = at - 1, at + 1
        while back >= 0 and (pieces[back].text in _OF_A_DAY or (pieces[back].text in "-/" and back == at - 1)):
            back -= 1  # "18-Nov-2023"
        found = False
        dated = back > 0 and pieces[back - 1].role is ROLE.TICKER and _has_a_year(pieces, at)  # "XAUUSD 23 August 2024"
        if back >= 0 and _is_a_day(pieces[back]) and (dated or not back or pieces[back - 1].role not in _TRADED):
            set_aside(pieces, back)
            found = True
        elif behind < len(pieces) and _is_a_day(pieces[behind]):
            set_aside(pieces, behind)
            found = True
        year = next((n for n in range(behind, min(behind + 3, len(pieces))) if _is_a_year(pieces[n])), None)
        if year is not None and found:
            set_aside(pieces, year)
        if found:
            pieces[at] = piece.recast(ROLE.FILLER)
    return pieces


def _is_of_a_contract(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "EXPIRY JUN", "NIFTY JUL FUT": until when a future runs."""
    return any(p.text in _CONTRACTS for p in (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]))


def _has_a_year(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "May 16, 2025", "16 May 2025": the month; in "it may 16 ..." nobody knows."""
    return any(map(_is_a_year, pieces[at + 1 : at + 4]))


def _is_a_day(piece: Lexeme) -> bool:
    day = piece.role in (ROLE.PRICE, ROLE.INDEX) and piece.text[:1].isdigit()
    return day and piece.value is not None and 1 <= piece.value <= _DAYS_MAX and piece.value % 1 == 0


def _is_a_year(piece: Lexeme) -> bool:
    return piece.role is ROLE.PRICE and len(piece.text) == 4 and piece.text.startswith("20")


def ratios_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "1) 1945 (RR 1-2)": what a target is worth, in brackets behind it, ends no list of targets."""
    opened = 0
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.TIMES and _is_a_ratio(pieces, at):
            set_aside(pieces, at)
        elif piece.text in _OPENING or piece.role is ROLE.LINE:
            opened = at
        elif piece.text in _CLOSING and opened + 1 < at and pieces[opened + 1].role is ROLE.RATIO:
            if not _PLANNED.isdisjoint(p.role for p in pieces[opened:at]):
                continue
            pieces[opened + 1] = pieces[opened + 1].recast(ROLE.FILLER)
            for n in range(opened + 2, at):
                if pieces[n].role is not ROLE.MARK:
                    set_aside(pieces, n)
    return pieces


def _is_a_ratio(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "RR 3x"."""
    return at > 0 and pieces[at - 1 - (at > 1 and pieces[at - 1].text in ":=")].role is ROLE.RATIO


def _has_company(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether another price is so near that a figure without its money is one: "0.01 lot each 2650 / 2645"."""
    value = pieces[at].value or Decimal(0)
    if at + 1 < len(pieces) and pieces[at + 1].text in _MONEY:
        return False
    others = (p.value for n, p in enumerate(pieces) if n != at and p.role is ROLE.PRICE and p.value)
    return any(abs(other - value) * _COMPANY < other for other in others)


def lots_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """0.01 per $100: how much to put in."""
    for at in range(1, len(pieces) - 1):
        counted = at - 1 - (pieces[at - 1].role is ROLE.SIZE and at > 1)
        if pieces[at].text not in PER or pieces[counted].role is not ROLE.PRICE:
            continue
        if counted and pieces[counted - 1].role in (ROLE.TARGET, ROLE.STOP):
            continue  # "Przesuwamy TP2 na 4120"
        behind = next((n for n in range(at + 1, min(at + 4, len(pieces))) if pieces[n].text not in _MONEY), at)
        lots = pieces[counted].value
        if lots is None or lots > _LOTS_MAX or pieces[behind].role is not ROLE.PRICE:
            continue
        money = pieces[behind].value
        if money is not None and money >= lots * 50 and not (behind == at + 1 and _has_company(pieces, behind)):
            set_aside(pieces, counted)
            set_aside(pieces, behind)
    return pieces


def comments_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Comment: rejected from 7.30": a line of its own behind the plan, in which nothing is ordered."""
    told: set[Role] = set()
    first = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and pieces[at].role is not ROLE.LINE:
            continue
        row = pieces[first:at]
        if {ROLE.STOP, ROLE.TARGET, ROLE.PRICE} <= told and _comments(row) and _PLANNED.isdisjoint(p.role for p in row):
            for n, piece in enumerate(row, start=first):
                if piece.role in _FIGURES:
                    set_aside(pieces, n)
        told.update(p.role for p in row)
        first = at + 1
    return pieces


def _comments(row: Sequence[Lexeme]) -> bool:
    lead = next((at for at, p in enumerate(row) if p.role is not ROLE.MARK), len(row))
    return lead + 1 < len(row) and row[lead].text in COMMENTS and row[lead + 1].text in ":-"


def numbers_counted(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Entry No.1 4471", and #1 4512 at the head of a line: which entry, and no ticket."""
    for at in range(1, len(pieces)):
        tag, before = pieces[at], pieces[at - 1]
        if before.text in _TAGS and tag.role is ROLE.PRICE and tag.text.isdigit() and len(tag.text) >= _TICKET_MIN:
            set_aside(pieces, at)  # "# 508432522", above or below its plan
            continue
        if tag.role is ROLE.IDENT and len(tag.text) == 1 and before.text == "#":
            if (at == 1 or pieces[at - 2].role is ROLE.LINE) and [p.role for p in pieces[at + 1 : at + 2]] == _A_PRICE:
                pieces[at] = tag.recast(ROLE.INDEX)
            continue
        if tag.text not in _NUMBERS or before.role not in _COUNTED:
            continue
        behind = at + 1 + any(p.text in ".:#" for p in pieces[at + 1 : at + 2])
        if behind < len(pieces) and pieces[behind].role is ROLE.PRICE and len(pieces[behind].text) == 1:
            pieces[at] = pieces[at].recast(ROLE.FILLER)
            pieces[behind] = pieces[behind].recast(ROLE.INDEX)
    return pieces


def pullbacks_to_a_price(pieces: list[Lexeme]) -> list[Lexeme]:
    """回踩3268-3265多: to buy at a price once it comes back to it is a limit order, and no condition."""
    for at in range(len(pieces) - 2):
        if pieces[at].text not in PULLBACKS or pieces[at + 1].role is not ROLE.PRICE:
            continue
        behind = next(
            (p for p in pieces[at + 2 : at + 7] if p.role not in (ROLE.PRICE, ROLE.MARK, ROLE.TO, ROLE.ZONE)), None
        )
        if behind is not None and behind.role in _SIDES:
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


def profit_taken_of_a_side(pieces: list[Lexeme]) -> list[Lexeme]:
    """多单止盈 with no figure anywhere: the label of a target behind its trade is an order to take the profit.

    So it is in a field of its own, 执行:多止盈 0.07ETH, with nothing but a size behind it.
    """
    figured = any(p.role in _FIGURES or p.role is ROLE.DISTANCE for p in pieces)
    for at in range(1, len(pieces)):
        side, label = pieces[at - 1], pieces[at]
        if side.role not in _SIDES or label.text != "止盈" or side.end != label.start:
            continue
        if (not figured and side.text.endswith("单")) or _ends_a_field(pieces, at):
            pieces[at] = label.recast(ROLE.CLOSE)
    return pieces


def _ends_a_field(pieces: Sequence[Lexeme], at: int) -> bool:
    behind = [p.role for p in pieces[at + 1 : at + 3]]
    ends = all(role is ROLE.LINE for role in behind[behind[:1] == [ROLE.WORD] :][:1]) and ROLE.PRICE not in behind
    return at > 1 and pieces[at - 2].text in ":=" and ends


def levelled_sides(pieces: list[Lexeme]) -> list[Lexeme]:
    """平多, 平70%: to level a long, or a part of it, is to close it."""
    for at in range(len(pieces) - 1):
        piece, levelled = pieces[at], pieces[at + 1]
        levels = piece.role is ROLE.WORD and piece.text.endswith("平") and piece.end == levelled.start
        if levels and levelled.role in _LEVELLED:
            pieces[at] = piece.recast(ROLE.CLOSE)
    return pieces


_AND, _STEM = "\u0648", 3
_JOINED = frozenset((Role.MOVE, Role.CLOSE, Role.PART, Role.HALF, Role.CANCEL))


def orders_joined(pieces: list[Lexeme]) -> list[Lexeme]:
    """The Arabic "and", written in one with the order behind it, is a word of its own."""
    out: list[Lexeme] = []
    for piece in pieces:
        if piece.role not in _JOINED or piece.text[0] != _AND or len(piece.text) <= _STEM:
            out.append(piece)
            continue
        behind = piece.start + 1
        out.append(Lexeme(ROLE.AND, _AND, piece.start, behind))
        out.append(Lexeme(piece.role, piece.text[1:], behind, piece.end, piece.value))
    return out
