"""Read labels and their figures that are written as a row of each: "TP/SL: 2.12 / 2.41", "sl: 1.7335 → 1.7290".

Separate from the walk over the levels, which goes from a label to the figures behind it: here two labels share one
colon, or two figures one label of which the first is only what was; and what a tick tells of is no level at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from core.reading.aside.gauges import CRV, crv_as_ratio
from core.reading.aside.numbers_of_signals import (
    BARS,
    OPENING,
    headed_by_a_number,
    tagged_numbers_aside,
    tags_at_the_head,
)
from core.reading.aside.remarks import set_aside
from core.reading.lexing.addressees import (
    ADDRESSED,
    HOLDING,
    WITH_A_SIDE,
    holders_as_sides,
    readers_addressed,
    sides_of_those,
)
from core.reading.lexing.outcomes import GUARDS, counted_alike, guards_moved
from core.reading.lexing.pictures import MEDALS, MONEY, medals_aside, money_as_targets
from core.reading.lexing.reached import OUT_OF, counts_out_of
from core.reading.lexing.sales import COVERED, covers_as_closed, shares_off
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.scale import near
from core.reading.pieces.tables import TICKS
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_LABELS = (Role.STOP, Role.TARGET, Role.ENTRY)
_FIGURES = (Role.PRICE, Role.DISTANCE)
_SIDES = frozenset((Role.BUY, Role.SELL))
_BEFORE_FIGURES = (Role.FILLER, Role.TICKER, Role.TO, Role.ZONE)
_TWINS, _COLONS, _SIGNS, _JOINTS = frozenset("/|&"), frozenset(":="), frozenset("+"), frozenset("->➜➝➞⟶»")
ARROWS, FURTHER = _JOINTS, frozenset(("plus", "also", "then"))
_FROM = frozenset(listed("FROM"))
_LEADING, _JOINING = (Role.FILLER, Role.ZONE, Role.MARK), (Role.FILLER, Role.TO, Role.MARK)
_AT_THE_ENTRY = ([Role.EVEN], [Role.ENTRY])
_ON_THE_WAY = (Role.MARKET, Role.FILLER)
_CHANGING = frozenset((Role.MOVE, Role.EDIT))
_LIST_MAX, _HEADED_WITHIN, _NOUGHT = 4, 12, Decimal(0)


def labels_in_a_row(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP/SL: 2.12 / 2.41": each figure gets the label of its place; the bar between them says the second one."""
    for at in range(len(pieces) - 4):
        if pieces[at].role not in _LABELS:
            continue
        labels = list(_in_a_row(pieces, at, _LABELS))
        behind = _behind_its_count(pieces, labels[-1])
        if len(labels) < 2 or behind >= len(pieces) or _said_twice(pieces, labels):
            continue
        begin = behind
        while begin < min(behind + _LIST_MAX, len(pieces)) and _leads_on(pieces[begin]):
            begin += 1
        figures = list(_in_a_row(pieces, begin, _FIGURES))
        if len(figures) != len(labels):
            continue
        said = [pieces[n].role for n in labels]
        for n in range(labels[0] + 1, begin):
            if pieces[n].role is not ROLE.TICKER and pieces[n].role is not ROLE.TO:
                pieces[n] = pieces[n].recast(ROLE.FILLER)
        for role, n in zip(said[1:], figures[1:], strict=True):
            pieces[n - 1] = pieces[n - 1].recast(role)
    return pieces


def _leads_on(piece: Lexeme) -> bool:
    """What may stand between the labels and their figures: a colon, "to", the name of the trade."""
    return piece.text in _COLONS or piece.role in _BEFORE_FIGURES


def _in_a_row(pieces: Sequence[Lexeme], at: int, roles: tuple[Role, ...]) -> Iterator[int]:
    """The places of what is parted by nothing but a bar, and by the count of a target."""
    for _ in range(_LIST_MAX):
        if at >= len(pieces) or pieces[at].role not in roles:
            return
        yield at
        at = _behind_its_count(pieces, at) if roles is _LABELS else at + 1
        if at >= len(pieces) or pieces[at].text not in _TWINS:
            return
        at += 1


def _behind_its_count(pieces: Sequence[Lexeme], at: int) -> int:
    """The 2 of "TP2" is passed over."""
    counted = at + 1 < len(pieces) and pieces[at].role is ROLE.TARGET and len(pieces[at + 1].text) == 1
    return at + 1 + (counted and pieces[at + 1].text.isdigit())


def _said_twice(pieces: Sequence[Lexeme], labels: Sequence[int]) -> bool:
    """ "SL/SL": only targets may be several, each with its count."""
    bare = [pieces[n].role for n in labels if _behind_its_count(pieces, n) == n + 1]
    return len(bare) != len(set(bare))


def results_behind_ticks(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP1 ✔ 52 pips": what came of it; "4350 ✅ 4360 ✅, SL 4340": prices that were reached; of no plan."""
    roles = frozenset([p.role for p in pieces])
    if ROLE.STOP not in roles or not roles.isdisjoint(_SIDES) or ROLE.ENTRY in roles:
        return pieces
    for at in range(1, len(pieces)):
        if pieces[at].role is not ROLE.TICK:
            continue
        behind = at + 1 + (at + 1 < len(pieces) and pieces[at + 1].text in _SIGNS)
        if pieces[at - 1].role in (ROLE.PRICE, ROLE.INDEX) and _is_counted(pieces, at - 1):
            if behind < len(pieces) and pieces[behind].role is ROLE.DISTANCE:
                set_aside(pieces, behind)
        elif pieces[at - 1].role is ROLE.PRICE and ROLE.TARGET not in roles and _stands_alone(pieces, at - 1):
            set_aside(pieces, at - 1)
    return pieces


def _is_counted(pieces: Sequence[Lexeme], at: int) -> bool:
    return at > 0 and pieces[at - 1].role is ROLE.TARGET


def _stands_alone(pieces: Sequence[Lexeme], at: int) -> bool:
    """Behind no label of its own: at the head of what is said, behind another tick, or behind a word that counts."""
    return at == 0 or pieces[at - 1].role in (ROLE.TICK, ROLE.LINE, ROLE.MARK, ROLE.WORD)


def former_levels(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "sl: 1.7335 → 1.7290 tp: 1.7210 → 1.7185": of both figures the first is what was, and no second target.

    Beside a side a word of change heads them: "MODIFY XAUUSD SELL S/L 2661 -> 2653"; else it may be a zone.
    """
    changed = next((at for at, p in enumerate(pieces) if p.role in _CHANGING), len(pieces))
    if changed == len(pieces) and all(p.text not in ARROWS or p.text == "-" for p in pieces):
        return pieces  # "SL 2330 - 2331, TP 2350 - 2360" without a verb
    pairs = {at: pair for at, p in enumerate(pieces) if p.role in _LABELS and (pair := _pair_behind(pieces, at))}
    named = {pieces[at].role for at in pairs}
    if ROLE.STOP not in named:
        return pieces
    headed = changed < min(pairs) and changed < _HEADED_WITHIN
    sided = any(p.role in _SIDES or p.role is ROLE.ENTRY for p in pieces)
    if not headed and (sided or ROLE.TARGET not in named):
        return pieces
    if headed:
        pieces[changed] = pieces[changed].recast(ROLE.EDIT)
    for at, (first, last) in pairs.items():
        set_aside(pieces, first)
        if pieces[at].role is ROLE.TARGET:
            pieces[first] = pieces[first].recast(ROLE.FILLER)
        for n in range(first + 1, last):
            pieces[n] = pieces[n].recast(ROLE.TO if n + 1 == last else ROLE.FILLER)
    return pieces


def _pair_behind(pieces: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    """The places of two prices, and no third, that an arrow joins behind a label."""
    begin = _behind_its_count(pieces, at)
    while begin < len(pieces) and begin < at + _LIST_MAX and pieces[begin].role in (ROLE.INDEX, ROLE.MARK, ROLE.FILLER):
        begin += 1
    joint = list(takewhile(lambda p: p.text in _JOINTS, pieces[begin + 1 : begin + _LIST_MAX]))
    last = begin + 1 + len(joint)
    if not joint or last >= len(pieces) or not pieces[begin].role is pieces[last].role is ROLE.PRICE:
        return None
    ends = last + 1 == len(pieces) or pieces[last + 1].text not in (*_JOINTS, *_TWINS)
    ends = ends or all(p.role is not ROLE.PRICE for p in pieces[last + 2 : last + 3])  # "... | magic 7741"
    alike = ends and near(pieces[begin].value or _NOUGHT, pieces[last].value or _NOUGHT)
    return (begin, last) if alike else None


def former_stops(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Move SL from 2640 to BE", "SL 2640 -> entry": the one price is where the stop was."""
    for at, piece in enumerate(pieces):
        if piece.role is not ROLE.STOP:
            continue
        lead = list(takewhile(lambda p: p.role in _LEADING, pieces[at + 1 : at + _LIST_MAX]))
        price = at + 1 + len(lead)
        if price >= len(pieces) or pieces[price].role is not ROLE.PRICE:
            continue
        joint = list(takewhile(lambda p: p.role in _JOINING, pieces[price + 1 : price + 1 + _LIST_MAX]))
        left = any(p.text in _FROM for p in lead) or any(p.text in ARROWS and p.text != "-" for p in joint)
        behind = [p.role for p in pieces[price + 1 + len(joint) : price + 3 + len(joint)]]
        if left and behind[:1] in _AT_THE_ENTRY and behind[1:] != [ROLE.PRICE]:
            set_aside(pieces, price)
    return pieces


def stops_that_go_further(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SL plus to 4513", "SL also to 2330": the little word parts no clauses, and the stop was not hit."""
    for at in range(1, len(pieces) - 2):
        if pieces[at].role is not ROLE.AND or pieces[at - 1].role is not ROLE.STOP:
            continue
        behind = [p.role for p in pieces[at + 1 : at + _LIST_MAX + 1] if p.role not in _ON_THE_WAY]
        if behind[:2] == [ROLE.TO, ROLE.PRICE]:
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


PAIRED = (
    (CRV, crv_as_ratio),
    (_TWINS, labels_in_a_row),
    (TICKS, results_behind_ticks),
    (ARROWS, former_levels),
    (ARROWS, tagged_numbers_aside),
    (_FROM | ARROWS, former_stops),
    (FURTHER, stops_that_go_further),
    (_COLONS, counted_alike),
    (frozenset(("off",)), shares_off),
    (GUARDS, guards_moved),
    (MONEY, money_as_targets),
    (ADDRESSED, readers_addressed),
    (HOLDING, holders_as_sides),
    (WITH_A_SIDE, sides_of_those),
    (MEDALS, medals_aside),
    (OUT_OF, counts_out_of),
    (BARS, headed_by_a_number),
    (OPENING, tags_at_the_head),
    (frozenset((COVERED,)), covers_as_closed),
)
"""What these lend, and the words without which it cannot happen."""
