"""Tell the steps of a plan from reports: "TP1 reached: close half. TP2 reached: close the rest. SL hit: out".

Separate from the clauses, because each line alone would be a report with its order. Only together do they show
that nothing has come yet: where the last target ends the trade, no stop can have been hit behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.lexing.indexes import QUIET
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed

PLANNED = frozenset((Role.HIT, Role.STOPPED, Role.STOP, Role.TARGET))
CHOSEN = frozenset((Role.CLOSED, Role.EVEN, Role.TARGET))
_TARGETS_MIN = 2
_TOLD = frozenset((Role.TICK, Role.CLOSED, Role.MEMORY, Role.PAST, Role.DISTANCE, Role.PRICE, Role.REWARD, Role.RECAP))
_ORDERS = frozenset((Role.CLOSE, Role.PART, Role.HALF, Role.MOVE, Role.EVEN, Role.PERCENT, Role.HOLD))
_SHARES = frozenset((Role.PERCENT, Role.PART, Role.HALF, Role.SHARE))
_LEADS_ON = frozenset("-:=>")


THEMSELVES, _HAN = ("自", "后", "就"), "\u3040"
"""Behind a target: on one's own, after, then."""


def steps_as_conditions(pieces: list[Lexeme]) -> list[Lexeme]:
    """What has to come first is a condition, and no report, where the steps leave nothing that a stop could end."""
    targets: list[tuple[int, int]] = []
    stopped, ends = -1, False
    first = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and pieces[at].role is not ROLE.LINE:
            continue
        row = [n for n in range(first, at) if pieces[n].role not in QUIET or pieces[n].text in _LEADS_ON]
        row = row[1:] if row and pieces[row[0]].text in _LEADS_ON else row  # the bullet of a list
        if any(p.role is ROLE.TICK for p in pieces[first:at]):
            row = []
        first = at + 1
        if _is_step(pieces, row):
            roles = {pieces[n].role for n in row[3:]}
            targets.append((int(pieces[row[1]].value or 0), row[2]))
            ends = ROLE.ALL in roles or (ROLE.CLOSE in roles and roles.isdisjoint(_SHARES))
        elif row and pieces[row[0]].role is ROLE.STOPPED and len(row) > 1 and pieces[row[1]].text in _LEADS_ON:
            stopped = row[0] if stopped < 0 or ends else stopped
    counted = [count for count, _ in targets] == list(range(1, len(targets) + 1))
    if len(targets) < _TARGETS_MIN or not (counted and ends and stopped >= 0):
        return pieces
    for here in (*(hit for _, hit in targets), stopped):
        last = next((n for n in range(here, len(pieces)) if pieces[n].role is ROLE.LINE), len(pieces))
        ordered = not _ORDERS.isdisjoint(p.role for p in pieces[here:last])
        pieces[here] = pieces[here].recast(ROLE.IF if ordered else ROLE.FILLER)
        for n in range(here, last):
            if pieces[n].role is ROLE.CLOSED:
                pieces[n] = pieces[n].recast(ROLE.FILLER)
    return pieces


def _is_step(pieces: Sequence[Lexeme], row: Sequence[int]) -> bool:
    """ "TP1 reached - close 50%": the target with its count, that it is there, and what is then to be done."""
    if len(row) <= 4 or [pieces[n].role for n in row[:3:2]] != [ROLE.TARGET, ROLE.HIT]:
        return False
    count, behind = pieces[row[1]], {pieces[n].role for n in row[3:]}
    counts = count.text.isdigit() and len(count.text) == 1 and count.value is not None
    led = pieces[row[3]].text in _LEADS_ON
    return counts and led and behind.isdisjoint(_TOLD) and not behind.isdisjoint(_ORDERS)


def choices_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP1 4130 (BE/closed)": what may be done there, and no report of it."""
    for at in range(2, len(pieces) - 1):
        joined = pieces[at - 1].text == "/" and pieces[at - 2].role is ROLE.EVEN
        if joined and pieces[at].role in (ROLE.CLOSED, ROLE.CLOSE) and pieces[at + 1].text in ")]":
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


_REACHED_MAX = 3
"""Pieces between "once it comes to" and what is then to be done: the count and the target."""


def reached_as_conditions(pieces: list[Lexeme]) -> list[Lexeme]:
    """打到第一目标自己推保本: in a call, what a target has to come to before the reader does something himself."""
    roles = {p.role for p in pieces}
    if not {ROLE.STOP, ROLE.PRICE} <= roles or roles.isdisjoint((ROLE.BUY, ROLE.SELL)):
        return pieces
    for at, piece in enumerate(pieces):
        if piece.role is not ROLE.HIT or piece.text < _HAN:
            continue
        row = pieces[at + 1 : at + 1 + _REACHED_MAX]
        target = next((n for n, p in enumerate(row) if p.role is ROLE.TARGET), None)
        if target is not None and target + 1 < len(row) and row[target + 1].text.startswith(THEMSELVES):
            pieces[at] = piece.recast(ROLE.IF)
    return pieces


_TAKEN_BACK = (Role.CANCEL, Role.REMOVE)
_ORDERING = (*_TAKEN_BACK, Role.MOVE, Role.STOP, Role.CLOSE, Role.PART, Role.HALF)
_FILLED, _WAITS, _YET = (frozenset(listed(table)) for table in ("CAUGHT", "UNFILLED", "YET"))
_IN_A_CONDITION = frozenset(
    (Role.NOT, Role.FILLED, Role.FILLER, Role.WORD, Role.HEADING, Role.LIMIT, Role.ENTRY, Role.TICKER)
)


def unfilled_as_idle(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Cancel it if it has not filled": only what waits can be withdrawn, so that this is no condition.

    A time or a price in it is one, and so is a word nobody knows.
    """
    for begin, end in lines(pieces, ".;!?"):
        if all(p.role not in _TAKEN_BACK for p in pieces[begin:end]):
            continue
        first = next((at for at in range(begin, end) if pieces[at].role is ROLE.IF), end)
        last = next((at for at in range(first, end) if _ends_a_condition(pieces[at])), end)
        if first < last and _tells_that_it_waits(pieces[first + 1 : last]):
            for at in range(first, last):
                pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


def _ends_a_condition(piece: Lexeme) -> bool:
    drawn = piece.role is ROLE.MARK and not piece.text.isascii()
    return piece.text == "," or drawn or piece.role in _ORDERING


def _tells_that_it_waits(row: Sequence[Lexeme]) -> bool:
    """ "It has not filled yet": to its end, so that no "today" and no "at 2350" stands behind."""
    said = [p for p in row if p.text not in _YET]
    if not said or not all(p.role in _IN_A_CONDITION or p.text in _FILLED for p in said):
        return False
    filled = [p for p in said if p.role is ROLE.FILLED or p.text in _FILLED]
    waits = bool(filled) and any(p.role is ROLE.NOT for p in said)
    ends = said[-1] in filled or said[-1].text in _WAITS or said[-1].role in (ROLE.HEADING, ROLE.LIMIT)
    unknown = [p for p in said if p.role is ROLE.WORD and p not in filled and not is_everyday(p.text)]
    return ends and len(unknown) <= 1 and (waits or any(p.text in _WAITS for p in said))
