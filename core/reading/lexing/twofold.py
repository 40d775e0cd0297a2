"""Tell which word of two sides is none: a label of the levels, a unit, the same said again in another language.

Separate from the sides, which take the first that is said: here a post names both and is of one trade all the same,
and it must say so itself. Two trades in one post keep both their sides, and are asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_SIDES = (Role.BUY, Role.SELL)
_BELOW_MAX = 8
_SATOSHI, _SHORT = "sat", "short"
_HEADS = (Role.LINE, Role.MARK, Role.TICK)
_TWIN = frozenset("/(|")
_TARGETS_MIN = 2
AVERAGED = frozenset(listed("AVERAGE"))
_TRADED = frozenset(("buy", "sell", "buying", "selling"))
_PLANNED = frozenset((Role.STOP, Role.TARGET))


def sides_of_one_trade(pieces: list[Lexeme]) -> list[Lexeme]:
    """The row of a post with both sides and a stop, with those that are labels or no sides at all named so."""
    for at in range(1, len(pieces)):
        piece, before = pieces[at], pieces[at - 1]
        if piece.role is ROLE.TARGET and before.role is ROLE.RUNNER and _ends(pieces, at):
            pieces[at] = piece.recast(ROLE.HEADING)  # "4000 - 4500 - open target"
        if piece.role not in _SIDES:
            continue
        if (back := _said_before(pieces, at)) >= 0:
            _say_once(pieces, back, at)
        elif piece.text == _SATOSHI and _counts(pieces, at):
            pieces[at] = piece.recast(ROLE.HEADING)
        elif piece.text == _SHORT and before.text == ":" and at > 1 and pieces[at - 2].role is ROLE.SIZE:
            pieces[at] = piece.recast(ROLE.HEADING)  # "Term: mid", "Risk: short"
    if {p.role for p in pieces}.issuperset(_SIDES):
        return _bought_short(_sold_below(pieces))
    return pieces


def _ends(pieces: Sequence[Lexeme], at: int) -> bool:
    return at + 1 == len(pieces) or pieces[at + 1].role is ROLE.LINE


def _counts(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Between 940-960", and "sat." on the line below: the unit of the figure, and not Turkish for sell."""
    before = next((p.role for p in reversed(pieces[:at]) if p.role is not ROLE.LINE and p.text != "+"), ROLE.LINE)
    behind = next((p.role for p in pieces[at + 1 :] if p.text not in ".,"), ROLE.LINE)
    return before is ROLE.PRICE and behind is ROLE.LINE and any(p.role is ROLE.BUY for p in pieces[:at])


def _said_before(pieces: Sequence[Lexeme], at: int) -> int:
    """ "SELL / 매도 2850": where the same side stands in another alphabet, right before this one; otherwise -1."""
    back = at - 1 - (pieces[at - 1].text in _TWIN)
    same = back >= 0 and pieces[back].role is pieces[at].role
    return back if same and pieces[back].text.isascii() is not pieces[at].text.isascii() else -1


def _say_once(pieces: list[Lexeme], first: int, last: int) -> None:
    """Leave the side that is written in Latin letters, without what joins the other to it."""
    for at in range(first, min(last + 2, len(pieces))):
        joins = first < at < last or pieces[at].text == ")"
        if joins or (at in (first, last) and not pieces[at].text.isascii()):
            pieces[at] = pieces[at].recast(ROLE.FILLER)


def _sold_below(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "LONG ... Buy: 37.1-36.3", and further down "SELL:" above prices or targets: where it is sold again."""
    sides = [at for at, p in enumerate(pieces) if p.role in _SIDES]
    first, last = sides[0], sides[-1]
    if pieces[first].role is pieces[last].role:
        return pieces
    alone = all(pieces[at].role is pieces[first].role for at in sides[:-1])
    entered = any(p.role is ROLE.PRICE for p in pieces[first:last])
    heads = last > 0 and pieces[last - 1].role in _HEADS
    below = pieces[last + 1 : last + _BELOW_MAX]
    row = [p.role for p in below if p.role is not ROLE.MARK]
    if not (alone and entered and heads and row) or below[0].text not in ":\n=-":
        return pieces
    behind = next((role for role in row if role not in (ROLE.LINE, ROLE.INDEX)), ROLE.LINE)
    labelled = any(p.role is ROLE.TARGET for p in pieces)
    if behind is ROLE.TARGET and not _enters_below(pieces, last):
        pieces[last] = pieces[last].recast(ROLE.HEADING)  # "SELL:", and below it "TARGET 1: ..."
    elif not labelled and (_is_a_form(pieces, first, behind) or (behind is ROLE.PRICE and row[0] is ROLE.LINE)):
        pieces[last] = pieces[last].recast(ROLE.TARGET)
    return pieces


def _is_a_form(pieces: Sequence[Lexeme], first: int, behind: Role) -> bool:
    """ "BUY: 24-25", "SELL: open target": each a field on a line of its own."""
    leads = next((p.role for p in reversed(pieces[:first]) if p.role not in (ROLE.MARK, ROLE.TICK)), ROLE.LINE)
    return behind is ROLE.RUNNER and leads is ROLE.LINE and pieces[first + 1].text == ":"


def _enters_below(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether behind the second side comes an entry, or a stop behind which targets come again: another trade."""
    roles = [p.role for p in pieces[at + 1 :]]
    stopped = roles.index(ROLE.STOP) if ROLE.STOP in roles else len(roles)
    earlier = any(p.role is ROLE.STOP or p.role is ROLE.TARGET for p in pieces[:at])
    return earlier or ROLE.ENTRY in roles or ROLE.TARGET in roles[stopped:]


def _bought_short(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Signal type: short", and below it "Buy: 100 - 102" under a stop at 105: what the room calls every entry.

    Only where the stop stands above it and every target below, and no price before it: nothing else could be meant.
    """
    sides = [at for at, p in enumerate(pieces) if p.role in _SIDES]
    labels = [at for at in sides if pieces[at].role is ROLE.BUY]
    if pieces[sides[0]].role is not ROLE.SELL or len(labels) != 1 or labels[0] < max(sides):
        return pieces
    at = labels[0]
    named = at + 1 + (pieces[at + 1].role is ROLE.ENTRY if at + 1 < len(pieces) else 0)
    if named >= len(pieces) or pieces[named].text not in ":=" or any(p.role is ROLE.PRICE for p in pieces[:at]):
        return pieces
    begun = next((p.role for p in reversed(pieces[:at]) if p.role not in (ROLE.MARK, ROLE.TICK)), ROLE.LINE)
    entries = [v for v in map(_value, takewhile(lambda p: p.role is not ROLE.LINE, pieces[named:])) if v]
    stop = _behind(pieces, ROLE.STOP)
    target = next((n for n, p in enumerate(pieces) if p.role is ROLE.TARGET), len(pieces))
    targets = [v for v in map(_value, pieces[target:]) if v and v != stop]
    if begun is not ROLE.LINE or not entries or stop is None or len(targets) < _TARGETS_MIN:
        return pieces
    if max(entries) < stop and max(targets) < min(entries):
        pieces[at] = pieces[at].recast(ROLE.HEADING if named > at + 1 else ROLE.ENTRY)
    return pieces


def _value(piece: Lexeme) -> Decimal | None:
    return piece.value if piece.role is ROLE.PRICE else None


def _behind(pieces: Sequence[Lexeme], label: Role) -> Decimal | None:
    at = next((n for n, p in enumerate(pieces) if p.role is label), len(pieces))
    return next((p.value for p in pieces[at : at + _BELOW_MAX] if p.role is ROLE.PRICE), None)


def averages_of_a_trade(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "My average buy price is 84", beside a stop and a target: of a trade that is open, and no note of its fill."""
    if {p.role for p in pieces} >= _PLANNED:
        for at, piece in enumerate(pieces):
            words = piece.text.split()
            if piece.role is ROLE.FILLER and words and words[0] in AVERAGED and not _TRADED.isdisjoint(words):
                pieces[at] = piece.recast(ROLE.ADDED)
    if any(p.role is ROLE.FILLED for p in pieces):
        for at in (at for at, p in enumerate(pieces[:-1]) if p.role is ROLE.ADD and p.text in AVERAGED):
            told = pieces[at + 1].text == ":" or pieces[at + 1].role is ROLE.PRICE
            if told and any(p.role is ROLE.FILLED for p in pieces[:at]):
                pieces[at] = pieces[at].recast(ROLE.FILLER)  # "Entry 1 filled", and below it "average: 3.41"
    return pieces
