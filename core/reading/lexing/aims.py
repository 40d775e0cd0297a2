"""Find the labels that are none by themselves: "long 100.20 for 101.00", "stop 1.0805, limit 1.0925", "585 (stop)".

Separate from the labels, because here the side, the price before and the lack of any target say what a price is for.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.scale import near
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

TOWARDS = frozenset(listed("TOWARDS"))
LIMIT = "limit"
POINTS = frozenset(("pt", "pts"))
_LABELS = (Role.ENTRY, Role.STOP, Role.TARGET)
_SIGNS = {Role.BUY: 1, Role.SELL: -1}
_COUNTED_MAX, _ABOUT = 1000, Decimal("1.15")
_MONEY, _POINTS = frozenset("$€£"), frozenset(":=")
_AT = frozenset("@:$")


def aimed_prices(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Long from 100.20 for 101.00, stop 99.80": behind the entry, before a price on the side where it wins."""
    sign = _only_side(pieces)
    for at in range(1, len(pieces) - 1) if sign else ():
        if pieces[at].text in TOWARDS and _wins(_price(pieces, at + 1), _price(pieces, at - 1), sign):
            pieces[at] = pieces[at].recast(ROLE.TARGET)
            break
    return pieces


def limits_as_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Entry: 1.0845, stop: 1.0805, limit: 1.0925": beside an entry and a stop, the limit of a broker's ticket."""
    sign = _only_side(pieces)
    first = next((at for at, p in enumerate(pieces) if p.role is ROLE.PRICE), 0)
    led = any(p.role is ROLE.STOP for p in pieces[:first])  # the first price may be the stop's
    entry = None if led else pieces[first].value
    for at in range(len(pieces) - 2) if sign else ():
        labelled = pieces[at].role is ROLE.LIMIT and pieces[at].text == LIMIT and pieces[at + 1].text in _POINTS
        if labelled and _wins(_price(pieces, at + 1), entry, sign):
            pieces[at] = pieces[at].recast(ROLE.TARGET)
    return pieces


def points_as_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Stop 590.5, PT 585": price target, behind no figure it could be the unit of."""
    for at in range(1, len(pieces) - 1) if _only_side(pieces) else ():
        counts = pieces[at - 1].role is ROLE.PRICE and pieces[at - 1].end == pieces[at].start
        if pieces[at].text in POINTS and not counts and _price(pieces, at + 1) is not None:
            pieces[at] = pieces[at].recast(ROLE.TARGET)
    return pieces


def levels_in_points(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "DAX short 18250, SL 18340 points": what lies so near the first price is a level itself, and no distance."""
    first = next(((p.value, p.other) for p in pieces if p.role is ROLE.PRICE and p.value), ())
    for at in range(1, len(pieces)) if first else ():
        piece = pieces[at]
        if piece.role is not ROLE.DISTANCE or pieces[at - 1].text == "+":
            continue
        figures = (piece.value, piece.other)
        if any(value and _is_a_level(value, price) for value in figures for price in first):
            pieces[at] = Lexeme(ROLE.PRICE, piece.text, piece.start, piece.end, *figures)
    return pieces


def _is_a_level(value: Decimal, first: Decimal | None) -> bool:
    """Whether nobody would count so many points, and a price of about so much stands in the post."""
    return first is not None and (value >= _COUNTED_MAX or value % 1 != 0) and near(value, first, _ABOUT)


def labels_in_brackets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "2640 (stop loss)": a label alone in brackets behind its price stands there without them."""
    opened = [at for at, p in enumerate(pieces) if p.text == "(" and 0 < at < len(pieces) - 2]
    for at in reversed(opened):
        lone = pieces[at + 1].role in _LABELS and pieces[at + 2].text == ")"
        if lone and pieces[at - 1].role is ROLE.PRICE:
            del pieces[at]
    return pieces


MOODS = {
    **dict.fromkeys(listed("RISING"), Role.BUY),
    **dict.fromkeys(listed("FALLING"), Role.SELL),
}
_BESIDE_A_MOOD = (Role.PRICE, Role.ENTRY, Role.LINE)


def moods_as_sides(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "XRP 5m BEAR @ 1.3455", with a stop and a target: behind the name and before the price, a side."""
    roles = {p.role for p in pieces}
    if not roles.isdisjoint(_SIGNS) or not {ROLE.STOP, ROLE.TARGET, ROLE.TICKER} <= roles:
        return pieces
    moods = [at for at, p in enumerate(pieces) if p.text in MOODS]
    if len(moods) != 1:
        return pieces  # "#BULL" is a name
    at = moods[0]
    behind = next((n for n in range(at + 1, len(pieces)) if pieces[n].text not in _AT), at)
    before = at - 1 - (at > 1 and pieces[at - 1].role is ROLE.TIME)
    named = before >= 0 and pieces[before].role is ROLE.TICKER
    if named and pieces[behind].role in _BESIDE_A_MOOD:
        pieces[at] = pieces[at].recast(MOODS[pieces[at].text])
    return pieces


def _only_side(pieces: Sequence[Lexeme]) -> int:
    """The sign of a post that names one side and a stop, and no target anywhere."""
    roles = {p.role for p in pieces}
    if ROLE.STOP not in roles or ROLE.TARGET in roles or len(roles & set(_SIGNS)) != 1:
        return 0
    return next(sign for role, sign in _SIGNS.items() if role in roles)


def _price(pieces: Sequence[Lexeme], at: int) -> Decimal | None:
    """The price at a place, or behind the mark there."""
    if pieces[at].text in _MONEY | _POINTS and at + 1 < len(pieces):
        at += 1
    return pieces[at].value if pieces[at].role is ROLE.PRICE else None


def _wins(price: Decimal | None, before: Decimal | None, sign: int) -> bool:
    return price is not None and before is not None and near(price, before) and (price - before) * sign > 0


_KINDS = (Role.LIMIT, Role.BREAKOUT)


def either_side_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Buy/Sell: BUY", "in place of buy limit/sell limit": the name of the choice, and neither of its sides."""
    for at in range(1, len(pieces) - 1):
        if pieces[at].text != "/":
            continue
        first = at - 1 - (at > 1 and pieces[at - 1].role in _KINDS)
        if {pieces[first].role, pieces[at + 1].role} == {Role.BUY, Role.SELL}:
            kinds = range(at + 2, at + 2 + (at + 2 < len(pieces) and pieces[at + 2].role in _KINDS))
            for n in (*range(first, at), at + 1, *kinds):
                pieces[n] = pieces[n].recast(ROLE.FILLER)
    return pieces


_SIDED_BY = {"buy": Role.BUY, "buying": Role.BUY, "sell": Role.SELL, "selling": Role.SELL}


def targets_of_a_side(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Long: buy targets 65000 - 64500, sell targets 66000": those named for its own side are where it enters.

    Where nothing else says which side, the first that is named does.
    """
    labels = {
        at: side for at, p in enumerate(pieces) if p.role is ROLE.TARGET and (side := _side_of_a_label(pieces, at))
    }
    others = [at for at, p in enumerate(pieces) if p.role in _SIGNS and at + 1 not in labels]
    sides = {pieces[at].role for at in others} or set(list(labels.values())[:1])
    if len(sides) != 1 or len(set(labels.values())) < 2 or any(p.role is ROLE.ENTRY for p in pieces):
        return pieces
    for at, side in labels.items():
        if side in sides:
            pieces[at] = pieces[at].recast(ROLE.ENTRY)
        if pieces[at - 1].role in _SIGNS and at - 1 not in others and (others or side not in sides):
            pieces[at - 1] = pieces[at - 1].recast(ROLE.FILLER)
    return pieces


def _side_of_a_label(pieces: Sequence[Lexeme], at: int) -> Role | None:
    """The side that a label of targets is named for: in its own words, or right before it."""
    if at and pieces[at - 1].role in _SIGNS and pieces[at - 1].text in _SIDED_BY:
        return pieces[at - 1].role
    return _SIDED_BY.get(pieces[at].text.split()[0])
