"""Set aside the fields of a form that name no level: its room, its liquidation, where the stop goes to the entry.

Separate from the notes on single figures: here the first word of a line says what its number is, and nothing else
may stand on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import NUMBERED, Lexeme, lines
from core.reading.pieces.tables import Table
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

ROOMED, _ROOMS = frozenset(listed("CHANNELS")), frozenset(listed("ROOMS"))
_LIQUIDATIONS = Table("LIQUIDATIONS")
LIQUIDATED = frozenset(_LIQUIDATIONS.words)
EVENED = frozenset(("be", "even", "breakeven", "бу", "безубыток", "保本"))
_LEVELLED = frozenset((Role.BUY, Role.SELL, Role.STOP, Role.TARGET, Role.ENTRY, Role.EVEN, Role.ADD))
_PLANNED = frozenset((Role.STOP, Role.TARGET))
_DONE = frozenset((Role.MOVE, Role.CLOSE, Role.CLOSED, Role.HIT, Role.STOPPED, Role.FILLED, Role.EDIT, Role.CANCEL))
_SILENT = frozenset((Role.MARK, Role.TICK, Role.FILLER))
_LEADS_TO = frozenset((Role.MARK, Role.ZONE, Role.FILLER, Role.PRICE))
_FIGURES = (Role.PRICE, Role.INDEX)
_POINTS = frozenset(":=-")


_FORMS = frozenset(listed("FORMS"))
FORMED = frozenset((*(word.split()[0] for word in _FORMS), *NUMBERED))
_UNPLACED = (Role.PRICE, Role.BROKEN, Role.DISTANCE)
_VALUES = frozenset((*_UNPLACED, Role.TIME, Role.PERCENT, Role.SHARE, Role.IDENT, Role.TIMES))
_BESIDE_A_VALUE = _VALUES | {Role.MARK, Role.AND, Role.TO, Role.CLOCK, Role.FILLER, Role.TICK, Role.UP, Role.DOWN}
_PARTING, _COMPANY = "|•·", 3
_JOINING, _DAYS_MAX, _MONTHS_MAX, _DATE_APART = frozenset(("of", "/", ".")), 31, 12, 20
DATED = re.compile(r"[./](?:(?<=(?<![0-9.,/])[0-9].)|(?<=(?<![0-9.,/])[0-3][0-9].))[01]?[0-9](?![0-9.,/%])")
"""Without this no post has a date without its year. It looks for what parts the two, and then back."""
_BESIDE_A_DATE = frozenset((Role.MARK, Role.HEADING, Role.FILLER, Role.IDENT, Role.CLOCK))


def forms_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Spread: 0.25", "Confirmations: 3/3", "Max loss: $20": a whole field that no order needs, and no level."""
    found = list(_formed(pieces))
    if not found:
        return pieces
    inside = {at for _, values in found for at in values}
    outside = [
        at for at, p in enumerate(pieces) if p.role is ROLE.PRICE and at not in inside and not _counts(pieces, at)
    ]
    prices = [value for at in outside if (value := pieces[at].value)]
    for label, values in found:
        unplaced = [at for at in values if pieces[at].role in _UNPLACED or _is_signed(pieces, at)]
        if any(_has_company(pieces[at], prices) for at in unplaced):
            continue
        for at in label:
            pieces[at] = pieces[at].recast(ROLE.FILLER)
        for at in unplaced:
            set_aside(pieces, at)
    return pieces


def _counts(pieces: Sequence[Lexeme], at: int) -> bool:
    """The 3 of "TP3"."""
    glued = at > 0 and pieces[at - 1].role in _PLANNED and pieces[at - 1].end == pieces[at].start
    return glued and len(pieces[at].text) == 1


def _formed(pieces: Sequence[Lexeme]) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The words and the figures of each line that is nothing but such a field."""
    for begin, end in lines(pieces, _PARTING):
        lead = begin
        while lead < end and pieces[lead].role is ROLE.MARK:
            lead += 1
        if lead == end or pieces[lead].text.partition(" ")[0] not in FORMED:
            continue
        first = next((at for at in range(lead, end) if pieces[at].role in _VALUES), end)
        label = [at for at in range(begin, first) if pieces[at].role is not ROLE.MARK]
        words = " ".join([pieces[at].text for at in label])
        if (
            not label
            or first == end
            or (words not in _FORMS and not (words in NUMBERED and _tallies(pieces[first:end])))
        ):
            continue
        if all(pieces[at].role in _BESIDE_A_VALUE for at in range(first, end)):
            yield label, [at for at in range(first, end) if pieces[at].role in _VALUES]


def _is_signed(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Potential profit: +45%": what the field hopes for, and nothing that a trade has made."""
    return pieces[at].role is ROLE.PERCENT and pieces[at - 1].text == "+"


def _tallies(row: Sequence[Lexeme]) -> bool:
    """The "3 of 5" of a trade, the "12/11" of a signal: two small numbers and nothing else."""
    joined = len(row) == 3 and row[1].text in _JOINING
    return joined and all(p.text.isdigit() and int(p.text) <= _DAYS_MAX for p in row[::2])


def _has_company(figure: Lexeme, prices: Sequence[Decimal]) -> bool:
    """Whether a price elsewhere is so near that this could be one."""
    value = figure.value if figure.role is ROLE.PRICE else None
    return value is not None and any(abs(price - value) * _COMPANY < price for price in prices)


def rooms_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Channel: Desk - 24", above its call: which room it comes from, and neither a level nor a second instrument."""
    for first, last in _fields(pieces, ROOMED):
        for at in range(first, last):
            if pieces[at].role in _FIGURES:
                set_aside(pieces, at)
            elif pieces[at].text in _ROOMS or (
                pieces[at].role is ROLE.TICKER and _is_named_elsewhere(pieces, first, last)
            ):
                pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


def _fields(pieces: Sequence[Lexeme], labels: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The lines that such a word and a colon begin, and on which no level is named."""
    for begin, end in lines(pieces):
        lead = next((at for at in range(begin, end) if pieces[at].role is not ROLE.MARK), end)
        named = lead + 1 < end and pieces[lead].text in labels and pieces[lead + 1].text in _POINTS
        if named and _LEVELLED.isdisjoint(p.role for p in pieces[begin:end]):
            yield lead, end


def _is_named_elsewhere(pieces: Sequence[Lexeme], first: int, last: int) -> bool:
    return any(p.role is ROLE.TICKER and not first <= at < last for at, p in enumerate(pieces))


def liquidations_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Liquidation price: 128.4": where the venue would close it, on a line of its own."""
    for begin, end in lines(pieces):
        row = range(begin, end)
        told = [at for at in row if _LIQUIDATIONS.has(pieces[at])]
        if not told or not _LEVELLED.isdisjoint(pieces[at].role for at in row):
            continue
        if [at for at in row if pieces[at].role is ROLE.PRICE] == [end - 1]:
            set_aside(pieces, end - 1)
            for at in told:
                pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


def evened_at(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "BE: 2654" between the stop and the targets of a plan: where its stop goes to the entry, and no order as yet."""
    if not (roles := {p.role for p in pieces}) >= _PLANNED or not roles.isdisjoint(_DONE):
        return pieces
    for begin, end in lines(pieces):
        row = [at for at in range(begin, end) if pieces[at].role not in _SILENT]
        led = len(row) > 1 and pieces[row[0]].role is ROLE.EVEN and pieces[row[-1]].role is ROLE.PRICE
        led = led and not EVENED.isdisjoint(pieces[row[0]].text.split())  # "Einstandskurs: 2654" is an entry
        if led and all(pieces[at].role in _LEADS_TO for at in row[1:]) and row[-1] == end - 1:
            pieces[row[0]] = pieces[row[0]].recast(ROLE.FILLER)
            set_aside(pieces, row[-1])
    return pieces


_SIDES, _LOTS_APART = (Role.BUY, Role.SELL), 5


def lots_of_a_side(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "BTCUSD, buy 0.10", and "Entry: 77645" on a line below: how much, where all prices are far above."""
    for begin, end in lines(pieces):
        if end - begin < 2 or pieces[end - 1].role is not ROLE.PRICE or pieces[end - 2].role not in _SIDES:
            continue
        lots, below = pieces[end - 1].value or Decimal(0), pieces[end:]
        entered = any(p.role is ROLE.ENTRY for p in below)
        prices = [p.value for p in (*pieces[: end - 1], *below) if p.role is ROLE.PRICE and p.value]
        if entered and prices and all(lots * _LOTS_APART < price for price in prices):
            set_aside(pieces, end - 1)
    return pieces


def short_dates_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Signal for today (15.11)", "Date 15/11": a day and a month on their own, and every price far above."""
    prices = {at: p.value for at, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value}
    levels = [value for value in prices.values() if value > _DAYS_MAX + 1]
    if not levels or len(levels) == len(prices) or min(levels) <= _DAYS_MAX * _DATE_APART:
        return pieces
    for begin, end in lines(pieces, _PARTING):
        row = [at for at in range(begin, end) if not _stands_by_a_date(pieces[at])]
        if not _is_a_date(pieces, row) or not _is_the_only_small(prices, pieces, row):
            continue
        listed = len(row) > 1 and any(at < begin for at in prices)  # "TP 2705", and below it "10/12"
        told = any(pieces[at].role not in (ROLE.MARK, ROLE.PRICE) for at in range(begin, end))
        if _label_above(pieces, begin) not in _LEVELLED and (told or not listed):
            for at in row:
                set_aside(pieces, at)
    return pieces


def _is_the_only_small(prices: dict[int, Decimal], pieces: Sequence[Lexeme], row: Sequence[int]) -> bool:
    """ "16.3" below "17.2" and "16.85" is a target, however large the number of a ticket below is."""
    return all(at in row or value > _DAYS_MAX + 1 or pieces[at].text.isdigit() for at, value in prices.items())


def _stands_by_a_date(piece: Lexeme) -> bool:
    """ "18/09 18:10": the time of day is no part of the date; in "H4" there is none."""
    return piece.role in _BESIDE_A_DATE or (piece.role is ROLE.TIME and ":" in piece.text)


def _is_a_date(pieces: Sequence[Lexeme], row: Sequence[int]) -> bool:
    if not row or any(pieces[at].role is not ROLE.PRICE for at in row):
        return False
    day, _, month = "".join([p.text for p in pieces[row[0] : row[-1] + 1]]).replace("/", ".").partition(".")
    short = day.isdigit() and month.isdigit() and len(day) <= 2 and len(month) <= 2
    return short and 0 < int(day) <= _DAYS_MAX and 0 < int(month) <= _MONTHS_MAX


def _label_above(pieces: Sequence[Lexeme], begin: int) -> Role:
    """What ends the line above, but for its marks: "TP:", and a price below it."""
    back = begin - 1
    while back >= 0 and (pieces[back].role is ROLE.LINE or pieces[back].role is ROLE.MARK):
        back -= 1
    return pieces[back].role if back >= 0 else ROLE.LINE


DROPPING = frozenset(listed("DROPS"))
_OF_AN_ENTRY = frozenset((Role.PRICE, Role.INDEX, Role.FILLER, Role.BUY, Role.SELL, Role.ENTRY, Role.ADD, Role.HEADING))
_ENTERED, _COUNT_MAX = frozenset((Role.BUY, Role.SELL, Role.ENTRY)), 4


def further_entries(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "2ª compra si cae: 0.588": the label of a further entry, and no condition of the first."""
    for begin, end in lines(pieces):
        drop = next((at for at in range(begin + 1, end - 2) if pieces[at].text in DROPPING), begin)
        if drop == begin or pieces[drop + 1].text not in ":=" or pieces[drop + 2].role is not ROLE.PRICE:
            continue
        supposed = next((at for at in range(begin, drop) if pieces[at].role is ROLE.IF), begin)
        row = [at for at in range(begin, supposed) if pieces[at].role is not ROLE.MARK]
        sided = [at for at in row if pieces[at].role in _ENTERED]
        if len(sided) != 1 or any(pieces[at].role not in _OF_AN_ENTRY for at in row) or drop - supposed > 2:
            continue
        counts = [at for at in row if pieces[at].role is ROLE.PRICE]
        if any(not pieces[at].text.isdigit() or int(pieces[at].text) > _COUNT_MAX for at in counts):
            continue
        for at in range(begin, drop + 1):
            if at not in sided and pieces[at].role is not ROLE.MARK:
                pieces[at] = pieces[at].recast(ROLE.IDENT if at in counts else ROLE.FILLER)
    return pieces
