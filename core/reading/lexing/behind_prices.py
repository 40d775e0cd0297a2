"""Put single labels before the prices they stand behind, where other lines have theirs in front: "137.8 SL".

Separate from the posts that write all their labels so (`labels`): here a line is judged by itself, and by the line
below, since a label at the end of a line may as well head what follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role

_LABELS = frozenset((Role.STOP, Role.TARGET, Role.ENTRY))
_COUNT_MAX, _FIGURE_WITHIN = 2, 4
_FIGURES = frozenset((Role.PRICE, Role.PERCENT, Role.DISTANCE))
_MAYBE_SO = frozenset(("ok", "okay", "say", "aka"))
_ON_THE_WAY, _BEFORE = frozenset((Role.MARK, Role.FILLER)), (Role.PRICE, Role.MARK)


def lone_labels_behind(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Entry: 142.5", "137.8 SL", "TP: 146.4": a line of a price and its label, and below it no bare price."""
    if not any(label.role in _LABELS and before.role in _BEFORE for before, label in pairwise(pieces)):
        return pieces
    rows = list(lines(pieces))
    turned = [_turned(pieces[begin:end]) for begin, end in rows]
    if all(now is None for now in turned):
        return pieces
    out = list(pieces)
    at = 0
    while at < len(rows):
        first = at
        while at < len(rows) and turned[at] is not None:
            at += 1
        if first < at and _stand_alone(pieces, rows, first, at):
            for (begin, end), now in zip(rows[first:at], turned[first:at], strict=True):
                out[begin:end] = now or pieces[begin:end]
        at += 1
    return out


def _stand_alone(pieces: Sequence[Lexeme], rows: Sequence[tuple[int, int]], first: int, end: int) -> bool:
    """Whether the run of such lines ends above no price, and begins below no label that waits for one."""
    above = [p.role for p in pieces[slice(*rows[first - 1])] if p.role is not ROLE.MARK] if first else []
    below = [p.role for p in pieces[slice(*rows[end])] if p.role is not ROLE.MARK] if end < len(rows) else []
    return not (above and above[-1] in _LABELS) and not (below and below[0] is ROLE.PRICE)


def _turned(row: Sequence[Lexeme]) -> list[Lexeme] | None:
    """The label before its price, where a line has nothing else but a count and marks."""
    said = [p for p in row if p.role is not ROLE.MARK]
    if len(said) < 2 or len(said) > 3 or said[0].role is not ROLE.PRICE or said[1].role not in _LABELS:
        return None
    count = said[2:]
    if count and not (count[0].start == said[1].end and count[0].text.isdigit() and len(count[0].text) <= _COUNT_MAX):
        return None
    if len(said[0].text) <= _COUNT_MAX and said[0].text.isdigit():
        return None  # "1 target"
    return [said[1], *count, said[0], *[p for p in row if p.role is ROLE.MARK]]


def runners_of_placed_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP3 = runner", below three targets: how long the last is held, and no further one."""
    label, placed = ROLE.LINE, 0
    for at in range(len(pieces)):
        piece = pieces[at]
        label = piece.role if piece.role in _LABELS else label
        if piece.role is ROLE.PRICE and label is ROLE.TARGET:
            placed += len(piece.text) > _COUNT_MAX
        elif piece.role is ROLE.RUNNER and label is ROLE.TARGET and at > 1:
            count = at - 1
            while count > 1 and pieces[count].role in _ON_THE_WAY:
                count -= 1
            if _is_a_count(pieces, count) and int(pieces[count].text) <= placed:
                pieces[at] = piece.recast(ROLE.FILLER)
    return pieces


def runners_named_by_a_price(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP 2.40, 2.52, moon (2.70)": the price in brackets, farther on the way of the others, is the last target."""
    for at in range(2, len(pieces) - 3):
        if pieces[at].role is not ROLE.RUNNER or pieces[at + 1].text != "(":
            continue
        end = next((n for n in range(at + 2, min(at + 2 + _FIGURE_WITHIN, len(pieces))) if pieces[n].text == ")"), 0)
        inside = pieces[at + 2 : end]
        named = [p.value for p in inside if p.role is ROLE.PRICE]
        light = all(p.role in (ROLE.PRICE, ROLE.MARK) or p.text in _MAYBE_SO for p in inside)
        if len(named) == 1 and light and _goes_farther(pieces[:at], named[0]):
            for n in (n for n in range(at, end + 1) if pieces[n].role is not ROLE.PRICE):
                pieces[n] = pieces[n].recast(ROLE.FILLER)
    return pieces


def _goes_farther(before: Sequence[Lexeme], value: Decimal | None) -> bool:
    """Whether the two prices right before lie on one line of the post, behind one label, and lead on to this one."""
    label = next((n for n in range(len(before) - 1, -1, -1) if before[n].role in (*_LABELS, Role.LINE)), 0)
    placed = [p.value for p in before[label:] if p.role is ROLE.PRICE and p.value]
    if before[label].role is not ROLE.TARGET or len(placed) < 2 or value is None:
        return False
    return (placed[-1] - placed[-2]) * (value - placed[-1]) > 0


def _is_a_count(pieces: Sequence[Lexeme], at: int) -> bool:
    """The 3 of "TP3"."""
    text, label = pieces[at].text, pieces[at - 1]
    counts = text.isdigit() and len(text) <= _COUNT_MAX and at > 0
    return counts and label.role is ROLE.TARGET and label.end == pieces[at].start


def has_targets(pieces: Sequence[Lexeme]) -> bool:
    """Whether a target is written with its figure; a rule only counts them ("SL to entry after TP1")."""
    named = [at for at, p in enumerate(pieces) if p.role is ROLE.TARGET]
    return any(p.role in _FIGURES and len(p.text) > _COUNT_MAX for at in named for p in _behind_on_its_line(pieces, at))


def _behind_on_its_line(pieces: Sequence[Lexeme], at: int) -> Iterator[Lexeme]:
    return takewhile(lambda p: p.role is not ROLE.LINE, pieces[at + 1 : at + _FIGURE_WITHIN])
