"""Join the two ends of a range that the end of a line parts: "@2341", and below it "- 2338".

Separate from the walk over the pieces, to which a line that begins with a dash is an item of a list.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Point
from core.reading.roles import ROLE, Role

DASHES, _QUOTED = frozenset("-"), ">"
_ENTERED = frozenset((Role.BUY, Role.SELL, Role.ENTRY))
_LEADING = _ENTERED | {Role.TICKER, Role.MARKET, Role.LIMIT, Role.ZONE, Role.FILLER, Role.MARK}
_NEAR, _EMPTY_MAX, _ZONE_AND_ONE = 50, 4, 3
"""The ends of a range are no farther apart than the fiftieth part of a price."""


def ranges_over_lines(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "BUY 2341", "- 2338"; "Entry 64000 -", "63500": one range, where no bullets list both."""
    ends = [at for at in range(2, len(pieces) - 2) if pieces[at].role is ROLE.LINE]
    while ends:
        first = last = ends.pop()
        while ends and ends[-1] == first - 1:
            first = ends.pop()
        _join(pieces, first, last)
    return pieces


def _join(pieces: list[Lexeme], first: int, last: int) -> None:
    """Take the lines out that part the ends of a range, with those that are empty."""
    last += pieces[last + 1].text == _QUOTED
    if last + 2 >= len(pieces):
        return
    dashed_below = pieces[last + 1].text in DASHES and pieces[first - 1].role is ROLE.PRICE
    dashed_above = pieces[first - 1].text in DASHES and pieces[first - 2].role is ROLE.PRICE
    if dashed_below is dashed_above:
        return
    one, other = (first - 1, last + 2) if dashed_below else (first - 2, last + 1)
    if _are_ends(pieces, one, other) and _leads_an_entry(pieces, one):
        del pieces[first : last + 1]


def _are_ends(pieces: Sequence[Lexeme], first: int, second: int) -> bool:
    """Whether two prices are near each other, and nothing stands behind the second on its line."""
    one, other = pieces[first].value, pieces[second].value
    if pieces[second].role is not ROLE.PRICE or one is None or other is None:
        return False
    ends = all(p.role is ROLE.LINE for p in pieces[second + 1 : second + 2])
    rest = (p for p in pieces[second + 1 : second + 1 + _EMPTY_MAX] if p.role is not ROLE.LINE and p.text != _QUOTED)
    behind = next(rest, None)
    return ends and (behind is None or behind.text not in DASHES) and 0 < abs(one - other) * _NEAR < one


def _leads_an_entry(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether the line of a price, or else the line above it, says that it is entered there, and is no bullet."""
    first = _line_of(pieces, at)
    first += pieces[first].text == _QUOTED
    line = {p.role for p in pieces[first:at]}
    if (first < at and pieces[first].text in DASHES) or not line <= _LEADING:
        return False
    if not line.isdisjoint(_ENTERED):
        return True
    ends = first
    while ends > 0 and (pieces[ends - 1].role is ROLE.LINE or pieces[ends - 1].text == _QUOTED):
        ends -= 1
    above = {p.role for p in pieces[_line_of(pieces, ends) : ends]}
    return line <= {ROLE.MARK} and above <= _LEADING and not above.isdisjoint(_ENTERED)


def _line_of(pieces: Sequence[Lexeme], at: int) -> int:
    """Where the line begins that ends at this place."""
    while at > 0 and pieces[at - 1].role is not ROLE.LINE:
        at -= 1
    return at


def stands_beside_its_zone(points: Sequence[Point]) -> bool:
    """ "Entry zone 1.0815 - 1.0828", and below it "Entry: 1.0830": which of the two is meant, nobody says."""
    entries = [p for p in points if p.slot is SLOT.ENTRY]
    if len(entries) != _ZONE_AND_ONE:
        return False
    ends = [n for n in (1, 2) if entries[n].joint == "range" and entries[n].run == entries[n - 1].run]
    if len(ends) != 1:
        return False
    alone = entries[0 if ends[0] == 2 else 2]
    zone = [p.value for p in entries if p is not alone]
    return alone.joint == "first" and alone.run != entries[1].run and not min(zone) <= alone.value <= max(zone)
