"""Set aside the fields of a form that name no level: its room, its liquidation, where the stop goes to the entry.

Separate from the notes on single figures: here the first word of a line says what its number is, and nothing else
may stand on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.reading.lexicon import listed
from core.reading.pieces import Lexeme, lines
from core.reading.remarks import set_aside
from core.reading.roles import ROLE, Role
from core.reading.tables import Table

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
        if led and all(pieces[at].role in _LEADS_TO for at in row[1:]) and row[-1] == end - 1:
            pieces[row[0]] = pieces[row[0]].recast(ROLE.FILLER)
            set_aside(pieces, row[-1])
    return pieces
