"""Set aside the figures that tell a plan again: what is risked and won, in money, in a table; and a chart's correction.

Separate from the notes on single figures: these look at whole lines, and only below a plan that has its levels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import starmap, takewhile

from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import Lexeme, lines
from core.reading.pieces.tables import RISK
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

CORRECTED = frozenset(listed("CORRECTED"))
AVERAGE, _HORIZONS = frozenset(listed("AVERAGE")), frozenset(listed("HORIZONS"))
WON = frozenset(listed("REWARDS"))
RECKONED = RISK.words | WON | {"="}
TICKETED = frozenset(listed("TICKETED"))
SIGNED = frozenset("+")
_SEEKING = frozenset(listed("RISKING"))
_MONEY, _POINTS, _OPENING = frozenset("$€£₹"), frozenset(":=-"), frozenset("([")
_ENDING = frozenset(",.;!")
_LABELS = (Role.STOP, Role.TARGET, Role.ENTRY)
_NAMING = frozenset((*_LABELS, Role.INDEX, Role.MARK, Role.FILLER, Role.WORD, Role.ADD))
_FIGURE = frozenset((Role.PRICE, Role.MARK))
_PLACING = (*_LABELS, Role.ADD, Role.BUY, Role.SELL)
_ENTERING = (Role.ENTRY, Role.ADD, Role.BUY, Role.SELL)
_ON_THE_WAY, _AVERAGE_WAY = (Role.MARK, Role.FILLER, Role.ZONE, Role.ENTRY, Role.HEADING), 6
_TABLE_MIN, _TICKET_MIN, _LINE_MAX = 3, 7, 7


def _is_planned(pieces: Sequence[Lexeme], row: range) -> bool:
    """Whether a stop and a target stand on other lines, and prices."""
    roles = {p.role for p in (*pieces[: row.start], *pieces[row.stop :])}
    return {ROLE.STOP, ROLE.TARGET, ROLE.PRICE} <= roles


def reckoned_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Risk: $13 (stop 2508 - entry 2495)", "Reward to TP1: 2.90 - 2.77 = 0.13": what the levels come to."""
    for row in starmap(range, lines(pieces)):
        lead = next((at for at in row if pieces[at].role not in (ROLE.MARK, ROLE.FILLER)), row.stop)
        if lead + 1 >= row.stop or not (_tells_what_it_comes_to(pieces, row, lead) or _equates(pieces, row)):
            continue
        if _is_planned(pieces, row):
            _reckon(pieces, range(lead, row.stop))
    return pieces


def _tells_what_it_comes_to(pieces: Sequence[Lexeme], row: range, lead: int) -> bool:
    led = pieces[lead].role is ROLE.RATIO or not RECKONED.isdisjoint(pieces[lead].text.split())
    if not led or pieces[lead].text in _SEEKING:
        return False
    said = [pieces[at] for at in row[lead - row.start + 1 :]]
    sums = any(p.text == "=" or p.text in WON or p.role in _LABELS for p in said)
    return sums and (pieces[lead + 1].text in _POINTS or pieces[row.stop - 1].text == ":" or pieces[lead].text in WON)


def _equates(pieces: Sequence[Lexeme], row: range) -> bool:
    """Whether a price less another is said to come to a third."""
    said = [pieces[at] for at in row if pieces[at].text not in _MONEY]
    for at in range(len(said) - 4):
        first, less, second, equal, third = said[at : at + 5]
        if first.role is second.role is third.role is ROLE.PRICE and less.text == "-" and equal.text == "=":
            return True
    return False


def _reckon(pieces: list[Lexeme], row: range) -> None:
    for at in row:
        if pieces[at].role is ROLE.PRICE or pieces[at].role is ROLE.DISTANCE:
            set_aside(pieces, at)
        elif pieces[at].role in _LABELS:
            pieces[at] = pieces[at].recast(ROLE.FILLER)


def gains_in_money(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP1: +$700": what is won there in money; one sum alone behind a price is what came of the trade."""
    signed = [at for at, p in enumerate(pieces[:-2]) if p.text == "+" and _is_signed_money(pieces, at)]
    if len(signed) == 1 and signed[0] and pieces[signed[0] - 1].role is ROLE.PRICE:
        return pieces
    for at in signed:
        set_aside(pieces, at + 2)
    return pieces


def _is_signed_money(pieces: Sequence[Lexeme], at: int) -> bool:
    sign, money, price = pieces[at : at + 3]
    return money.text in _MONEY and sign.end == money.start and price.role is ROLE.PRICE


def gains_of_the_stop(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SL to 31.4 (entry + 2%)": how far beyond the entry it lies, and no share of the trade."""
    for at in range(len(pieces) - 2):
        entered = pieces[at].role is ROLE.ENTRY or pieces[at].role is ROLE.EVEN
        if entered and pieces[at + 1].text in SIGNED and pieces[at + 2].role is ROLE.PERCENT:
            set_aside(pieces, at + 2)
            pieces[at + 1] = pieces[at + 1].recast(ROLE.FILLER)  # it parts no clauses
    return pieces


def tables_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Entry", "SL", "TP1", a line each, and below them as many figures: a table of the levels above it."""
    rows = list(starmap(range, lines(pieces)))
    named = 0
    for n, row in enumerate(rows):
        if _names_a_column(pieces, row):
            named += 1
            continue
        figures = list(_figures(pieces, rows[n:])) if named >= _TABLE_MIN else []
        if len(figures) >= named >= _TABLE_MIN and _is_planned(pieces, rows[n - named]):
            for at in figures[:named]:
                set_aside(pieces, at)
        named = 0
    return pieces


def _names_a_column(pieces: Sequence[Lexeme], row: range) -> bool:
    roles = {pieces[at].role for at in row if not _counts(pieces, at)}
    return roles <= _NAMING and not roles.isdisjoint(_LABELS) and pieces[row.stop - 1].text != ":"


def _counts(pieces: Sequence[Lexeme], at: int) -> bool:
    """The 2 of "TP2"."""
    return pieces[at].role is ROLE.PRICE and len(pieces[at].text) == 1 and pieces[at - 1].role in _LABELS


def _figures(pieces: Sequence[Lexeme], rows: Sequence[range]) -> Iterator[int]:
    """The prices that stand alone on their lines, up to the first line that holds more."""
    for row in rows:
        priced = [at for at in row if pieces[at].role is ROLE.PRICE]
        if len(priced) != 1 or any(pieces[at].role not in _FIGURE for at in row):
            return
        yield priced[0]


def averages_of_the_entries(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Average entry: 3220" below "Entry 3200" and "DCA 3240": what both come to, and no third order."""
    if all(p.role is not ROLE.STOP for p in pieces):
        return pieces
    label = ROLE.LINE
    entries: list[Decimal] = []
    for at, piece in enumerate(pieces):
        if piece.role in _PLACING:
            label = piece.role
        if piece.role is ROLE.PRICE and piece.value and label in _ENTERING:
            entries.append(piece.value)
        if AVERAGE.isdisjoint(words := piece.text.split()) or not _HORIZONS.isdisjoint(words):
            continue
        behind = at + 1
        while behind < min(at + _AVERAGE_WAY, len(pieces)) and pieces[behind].role in _ON_THE_WAY:
            behind += 1
        value = pieces[behind].value if behind < len(pieces) and pieces[behind].role is ROLE.PRICE else None
        if value and len(entries) > 1 and min(entries) < value < max(entries):
            for n in range(at, behind):
                pieces[n] = pieces[n].recast(ROLE.FILLER) if pieces[n].role is not ROLE.MARK else pieces[n]
            set_aside(pieces, behind)
        elif value and len(entries) == 1 and value != entries[0] and _labels_an_entry(pieces[at:behind]):
            pieces[at] = piece.recast(ROLE.ADDED)  # of two fills, one of which is not told
            set_aside(pieces, behind)
    return pieces


def _labels_an_entry(label: Sequence[Lexeme]) -> bool:
    """ "Avg ENTRY:", and no "average up at"."""
    named = any(p.role is ROLE.ENTRY for p in label) or " " in label[0].text  # "avg entry" is one piece
    return named and label[-1].text in _POINTS


def corrections_of_a_market(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP3 0.0248 (full correction)": what a market does; at the head of a post or before a colon it edits a call."""
    priced = False
    for at, piece in enumerate(pieces):
        priced = priced or piece.role is ROLE.PRICE
        if piece.role is not ROLE.EDIT or piece.text not in CORRECTED:
            continue
        before, behind = pieces[at - 1] if at else None, pieces[at + 1] if at + 1 < len(pieces) else None
        heads = before is None or before.role is ROLE.LINE
        ends = behind is None or behind.role is ROLE.AND or behind.text in _ENDING
        if ends and _tells_a_target(pieces, at):
            continue
        alone = behind is None or behind.role is ROLE.LINE or behind.text in _POINTS
        if not (heads and alone) and (priced or (before is not None and before.text in _OPENING)):
            pieces[at] = piece.recast(ROLE.ANALYSIS)
    return pieces


def _tells_a_target(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "TP 3 is 3391 correction": at the end of a clause, right behind the price its line gives a counted target."""
    row = list(takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[max(0, at - _LINE_MAX) : at])))
    said = [p.role for p in reversed(row) if p.role not in (ROLE.MARK, ROLE.FILLER, ROLE.TICKER)]
    return said == [ROLE.TARGET, ROLE.PRICE, ROLE.PRICE] and row[0].role is ROLE.PRICE


def tickets_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Position: 48211937": the number of an order, longer than any price."""
    for at in range(len(pieces) - 2):
        number = pieces[at + 2]
        named = pieces[at].text in TICKETED and pieces[at + 1].text in ":#"
        if named and number.role is ROLE.PRICE and number.text.isdigit() and len(number.text) >= _TICKET_MIN:
            set_aside(pieces, at + 2)
    return pieces
