"""Take a picture for the label of the price behind it, where no word labels one: 🎯 62000 🛑 59000.

Separate from the other labels (`labels`): a picture decorates as often as it says something, so a word wins. But only
one that has a price: a house rule ("take 33 % at every target") names the targets and says where none is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from core.reading.lexing.labels import price_behind
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.text.hygiene import INDEX_FIRST, INDEX_LAST

_SIGNS = {Role.TARGET: frozenset("🎯🏁🥅⛳🏹"), Role.STOP: frozenset("🛑⛔❌🚫🟥🧱🛡✖")}
PICTURED: frozenset[str] = frozenset().union(*_SIGNS.values())
_SIDES = (Role.BUY, Role.SELL)
_BETWEEN = frozenset((Role.MARK, Role.INDEX, Role.LINE, Role.FILLER, Role.ZONE, Role.ABOVE, Role.BELOW, Role.TICK))
_VALUES = frozenset((Role.PRICE, Role.DISTANCE, Role.RUNNER, Role.LATER, Role.PERCENT))
_LABELS, _POINTS = frozenset((Role.ENTRY, Role.STOP, Role.TARGET)), frozenset(":=-")
MEDALS = frozenset(map(chr, range(INDEX_FIRST, INDEX_LAST + 1)))
_ORDERED = (Role.CLOSE, Role.EVEN, Role.MARKET, Role.HALF, Role.PART, Role.RUNNER, Role.CANCEL)
_REACH, _COUNTS_MAX, _LEAD = 8, 2, 3


def signs_as_labels(pieces: list[Lexeme]) -> list[Lexeme]:
    """Where nobody writes the word with a price, the picture before a price is the label."""
    said = {p.role for p in pieces}
    for role, signs in _SIGNS.items():
        pictured = [at for at in range(len(pieces) - 1) if pieces[at].text in signs and price_behind(pieces, at)]
        if not pictured or (role in said and is_written(pieces, role)):
            continue
        for at in pictured:
            if not (role is ROLE.TARGET and at and pieces[at - 1].role in _SIDES):  # "BUY 🏁 2640"
                pieces[at] = pieces[at].recast(role)
    return pieces


def medals_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Close now 🥇 sellers hold": behind an order, and with no price behind it, a list mark counts nothing."""
    for at in range(1, len(pieces)):
        medal = pieces[at].text in MEDALS and pieces[at].role is ROLE.INDEX and pieces[at - 1].role in _ORDERED
        if medal and not any(p.role in (ROLE.PRICE, ROLE.TARGET) for p in pieces[at + 1 : at + 3]):
            pieces[at] = pieces[at].recast(ROLE.MARK)
    return pieces


def is_written(pieces: Sequence[Lexeme], role: Role) -> bool:
    """Whether a word for it labels a figure, and does not only name it in a rule."""
    named = [at for at, p in enumerate(pieces) if p.role is role]
    if role is ROLE.STOP and any(_is_moved(pieces, at) for at in named):
        return True
    return any(_has_a_value(pieces, at) for at in named)


def _is_moved(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "SL at entry now", with no target or condition on its line: it is a trade that runs, and no rule."""
    before = takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:at]))
    line = {p.role for p in (*before, *takewhile(lambda p: p.role is not ROLE.LINE, pieces[at:]))}
    return ROLE.EVEN in line and line.isdisjoint((ROLE.TARGET, ROLE.IF))


def _has_a_value(pieces: Sequence[Lexeme], label: int) -> bool:
    """Whether a word labels a figure, behind it or before it; the 1 of "after target 1" only counts it."""
    if label and pieces[label - 1].role is ROLE.PRICE and not _is_labelled(pieces, label - 1):
        return True
    for piece in pieces[label + 1 : label + _REACH]:
        if piece.role in _VALUES:
            counts = piece.role is ROLE.PRICE and piece.text.isdigit() and len(piece.text) <= _COUNTS_MAX
            if not counts:
                return piece.role is not ROLE.PERCENT
        elif piece.role not in _BETWEEN:
            return False
    return False


def _is_labelled(pieces: Sequence[Lexeme], price: int) -> bool:
    """ "SL: 2664 take 33%": a price that has its label before it lends itself to none behind it."""
    lead = next((p for p in reversed(pieces[max(0, price - _LEAD) : price]) if p.text not in _POINTS), None)
    return lead is not None and (lead.role in _LABELS or lead.text in PICTURED)


MONEY = frozenset("💰💵💸🤑💲")


def money_as_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SELL 👉 2938 👉 2942 💰 2935 💰 2931 SL 2948": money before prices on the far side of the others."""
    roles = {p.role for p in pieces}
    if ROLE.TARGET in roles or ROLE.ENTRY in roles or ROLE.STOP not in roles or roles.isdisjoint(_SIDES):
        return pieces
    led = [at for at in range(1, len(pieces) - 1) if _heads_its_line(pieces, at)]
    paid = [at for at in led if pieces[at].text in MONEY]
    ways_in = [pieces[at + 1].value or 0 for at in led if pieces[at].text not in MONEY]
    if len(paid) < 2 or not ways_in or led[-len(paid) :] != paid:
        return pieces
    gains = [pieces[at + 1].value or 0 for at in paid]
    sells = ROLE.SELL in roles
    apart = max(gains) < min(ways_in) if sells else min(gains) > max(ways_in)
    if apart and roles & {*_SIDES} != {*_SIDES} and gains == sorted(gains, reverse=sells):
        for at in paid:
            pieces[at] = pieces[at].recast(ROLE.TARGET)
    return pieces


def _heads_its_line(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a line is a picture and a price, and nothing else."""
    if pieces[at].role is not ROLE.MARK or pieces[at].text.isascii() or pieces[at - 1].role is not ROLE.LINE:
        return False
    ends = at + 2 == len(pieces) or pieces[at + 2].role is ROLE.LINE
    return pieces[at + 1].role is ROLE.PRICE and ends
