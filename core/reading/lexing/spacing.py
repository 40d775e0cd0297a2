"""Join what a space parts: 20 150 is 20,150 where the other prices of the post say so.

Separate from what neighbours lend each other, because here two pieces become one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role

_GROUP = 3
_GROUPED_MIN = 2


SPACED = re.compile(r"[0-9],?\s[0-9]{3}(?![0-9])")
"""Without this nothing can be written so."""
_THREE = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,8})?")
"""What may stand behind the space: "20 150", and with its cents "1 977.63"."""
_NUMBERED = (Role.TARGET, Role.ENTRY)
_LEADS, _LIGHT = (Role.STOP, Role.TARGET, Role.INDEX, Role.TO, Role.ENTRY), (Role.FILLER, Role.MARK, Role.ZONE)


def _pairs(pieces: list[Lexeme]) -> list[int]:
    """Where a short whole number is followed by exactly three digits, one space apart, and by no third."""
    found: list[int] = []
    for at, second in enumerate(pieces, start=-1):
        if second.role is not ROLE.PRICE or at < 0 or _THREE.fullmatch(second.text) is None:
            continue
        first = pieces[at]
        if first.role is not ROLE.PRICE or second.start - first.end != 1 or not first.text.isdigit():
            continue
        if at and pieces[at - 1].role in _NUMBERED and pieces[at - 1].end == first.start:
            continue  # "TP1 105"
        if len(first.text) > _GROUP or first.text.startswith("0") or (found and found[-1] == at - 1):
            continue
        found.append(at)
    cents = [at for at in found if not pieces[at + 1].text.isdigit()]
    if len(cents) == 1 and not (
        (len(found) == 1 and (_is_witnessed(pieces, cents[0]) or _is_the_only_level(pieces, cents[0])))
        or (cents[0] > 0 and len(found) > _GROUPED_MIN and _is_of_their_size(pieces, found))
    ):
        return [at for at in found if at not in cents]  # one alone has no witness
    return found


def _is_of_their_size(pieces: Sequence[Lexeme], found: Sequence[int]) -> bool:
    """ "Entry 2 490, SL 2 640, TP 2 237,5": all of them as one are near each other."""
    wholes = [Decimal(pieces[at].text) * 1000 + Decimal(_pointed(pieces[at + 1])) for at in found]
    return max(wholes) * 2 < min(wholes) * 3


def _is_witnessed(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Entry: 77 645.45, SL 76764.84, TP 78523.57": near both of them as one, and neither half is near any."""
    first, second = Decimal(pieces[at].text), Decimal(_pointed(pieces[at + 1]))
    whole = first * 1000 + second
    others = [p.value for n, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value and n not in (at, at + 1)]
    near = [value for value in others if whole * 2 < value * 3 and value * 2 < whole * 3]
    return len(near) >= _GROUPED_MIN and all(value > second * 3 for value in near)


def _is_the_only_level(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Move SL to 108 450", "TP1: 109 330": behind a label and alone in its post, and its halves are no neighbours."""
    if _are_neighbours(pieces[at], pieces[at + 1]):
        return False
    others = [p for n, p in enumerate(pieces) if p.role is ROLE.PRICE and n not in (at, at + 1)]
    lead = next((p.role for p in reversed(pieces[:at]) if p.role not in _LIGHT and not _is_small(p)), None)
    return lead in _LEADS and all(map(_is_small, others))


def thousands_by_space(pieces: list[Lexeme]) -> list[Lexeme]:
    """20 150 is 20,150 where the other prices of the post say so, and two prices otherwise.

    Who writes so writes no price as "100k": that is the size of an account, and no witness.
    """
    pairs = _pairs(pieces)
    alone = len(pairs) == 1 and (not pieces[pairs[0] + 1].text.isdigit() or _is_the_only_level(pieces, pairs[0]))
    if not alone and (len(pairs) < _GROUPED_MIN or all(_are_neighbours(pieces[at], pieces[at + 1]) for at in pairs)):
        return pieces
    joined = {at: Decimal(pieces[at].text + _pointed(pieces[at + 1])) for at in pairs}
    lone = [p for at, p in enumerate(pieces) if p.role is ROLE.PRICE and at not in joined and at - 1 not in joined]
    middle = sorted(joined.values())[len(joined) // 2]
    values = [*joined.values(), *(p.value for p in lone if p.value and not _is_small(p) and p.text[-1].isdigit())]
    if not alone and any(v * 2 < middle or v > middle * 2 for v in values):
        return pieces
    out = []
    for at, piece in enumerate(pieces):
        if at in joined:
            text = piece.text + _pointed(pieces[at + 1])
            out.append(Lexeme(piece.role, text, piece.start, pieces[at + 1].end, joined[at]))
        elif at - 1 not in joined:
            out.append(piece)
    return out


_TORN_MIN = 3
"""So many prices of one size, the torn ones among them, show what a comma with a space behind it is."""


def thousands_behind_a_comma(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Target: $15, 590" is 15,590 beside 16,645 and 17,320, and two prices where the others say nothing."""
    torn = [at for at in range(len(pieces) - 2) if _is_torn(*pieces[at : at + 3])]
    if not torn:
        return pieces
    joined = {at: Decimal(pieces[at].text + pieces[at + 2].text) for at in torn}
    halves = {n for at in torn for n in (at, at + 2)}
    others = [p for n, p in enumerate(pieces) if p.role is ROLE.PRICE and n not in halves and not _is_small(p)]
    values = [*joined.values(), *(p.value for p in others if p.value)]
    middle = sorted(values)[len(values) // 2]
    if len(values) < _TORN_MIN or any(v * 2 > middle * 3 or middle * 2 > v * 3 for v in values):
        return pieces
    if any(len(pieces[at].text) == 1 for at in torn) and len(others) < _GROUPED_MIN:
        return pieces  # "TP 3, 320": it may be counted
    for at in reversed(torn):
        whole = Lexeme(ROLE.PRICE, str(joined[at]), pieces[at].start, pieces[at + 2].end, joined[at])
        pieces[at : at + 3] = [whole]
    return pieces


def _is_torn(first: Lexeme, comma: Lexeme, second: Lexeme) -> bool:
    if comma.text != "," or comma.start != first.end or second.start - comma.end != 1:
        return False
    if first.role is not ROLE.PRICE or second.role is not ROLE.PRICE or len(second.text) != _GROUP:
        return False
    whole = first.text.isdigit() and second.text.isdigit() and not first.text.startswith("0")
    return whole and len(first.text) <= _GROUP and not _are_neighbours(first, second)


def _pointed(second: Lexeme) -> str:
    return second.text.replace(",", ".")


def _are_neighbours(first: Lexeme, second: Lexeme) -> bool:
    """412 405 are two prices of one instrument; the halves of 20 150 have nothing to do with each other."""
    one, other = Decimal(first.text), Decimal(_pointed(second))
    return not second.text.startswith("0") and one * 2 < other * 3 and other * 2 < one * 3


def _is_small(piece: Lexeme) -> bool:
    """A list number, a share, a little money ("20 usdt"): no witness for or against."""
    figure = piece.text.partition(" ")[0]
    return figure.isdigit() and len(figure) < _GROUP
