"""Tell which targets a report counts: "hit TP 2", "TP 1 & 2 hit", "first and second target done".

Separate from the indexes, which tell counts from prices: here the word that something was reached decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from core.reading.pieces.piece import RANKED, Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import ORDINALS, listed

SUCCEEDED = frozenset(listed("SUCCEEDED"))
OUT_OF = frozenset(listed("OUT_OF"))
REACHED = frozenset((Role.HIT, Role.TICK))
_JOINERS, _JOINED = frozenset(",&+/"), (Role.AND, Role.TARGET, Role.FILLER)
_LISTING = frozenset(":=-{}()[],&+/")
_ENDS = (Role.LINE, Role.MARK, Role.TICK, Role.MARKET)
_LEAD_MAX = 6
_NAMING = (Role.TICK, Role.TICKER, Role.MARK, Role.FILLER)
_LITTLE = (Role.FILLER, Role.ALL)


def succeeded_as_hit(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP1 successful 🔥", "TP 2 tamam", "TP 2610 ok": the word right behind a target, counted or with its price."""
    for at in range(2, len(pieces)):
        counted = pieces[at - 2].role is ROLE.TARGET and _is_a_count(pieces[at - 1])
        labelled = any(p.role is ROLE.TARGET for p in pieces[max(0, at - 3) : at - 1])
        told = counted or (labelled and pieces[at - 1].role is ROLE.PRICE and _is_last(pieces, at))
        if told and pieces[at].text in SUCCEEDED and pieces[at].role in (ROLE.WORD, ROLE.FILLER):
            pieces[at] = pieces[at].recast(ROLE.HIT)
    return pieces


def _is_last(pieces: list[Lexeme], at: int) -> bool:
    return at + 1 >= len(pieces) or pieces[at + 1].role is ROLE.LINE or pieces[at + 1].text in ".,;!|"


def counts_out_of(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP2 of 4 ✅", "цель 2 из 3": how many there are in all was not reached with it."""
    for at in range(2, len(pieces) - 1):
        counted = pieces[at - 2].role is ROLE.TARGET and _is_a_count(pieces[at - 1])
        summed = counted and pieces[at].text in OUT_OF and _is_a_count(pieces[at + 1])
        if summed and (pieces[at - 1].value or 0) <= (pieces[at + 1].value or 0):
            pieces[at - 1] = pieces[at - 1].recast(ROLE.INDEX)
            pieces[at : at + 2] = [p.recast(ROLE.FILLER) for p in pieces[at : at + 2]]
    return pieces


def reached_together(pieces: list[Lexeme]) -> list[Lexeme]:
    """The pieces of a report with its counts as such; nothing is cut between targets that were reached together."""
    _count_behind_the_word(pieces)
    _count_in_a_list(pieces)
    _count_in_words(pieces)
    for first in range(len(pieces) - 3):
        if _begins_a_count(pieces, first):
            _join(pieces, first)
    return pieces


def _count_behind_the_word(pieces: list[Lexeme]) -> None:
    """ "We hit TP 2, next one soon", "✅ TIA target 3": a single figure, and no price of so little."""
    for at in range(1, len(pieces) - 1):
        if pieces[at].role is not ROLE.TARGET or not _is_a_count(pieces[at + 1]):
            continue
        back = at - 1 - (pieces[at - 1].role is ROLE.FILLER)
        behind = pieces[at + 2].role if at + 2 < len(pieces) else ROLE.LINE
        told = back >= 0 and pieces[back].role is ROLE.HIT and behind not in (ROLE.PIPS, ROLE.TIMES, ROLE.THOUSAND)
        if told or (behind in _ENDS and _ticks_its_line(pieces, at)):
            pieces[at + 1] = pieces[at + 1].recast(ROLE.INDEX)


def _ticks_its_line(pieces: list[Lexeme], at: int) -> bool:
    """Whether the line begins with a tick, and nothing but a name stands between the two."""
    if pieces[at - 1].role not in _NAMING:
        return False
    row = list(takewhile(lambda p: p.role in _NAMING, reversed(pieces[max(0, at - _LEAD_MAX) : at])))
    return row[-1].role is ROLE.TICK and (at == len(row) or pieces[at - len(row) - 1].role is ROLE.LINE)


def _count_in_a_list(pieces: list[Lexeme]) -> None:
    """ "Targets achieved: 1, 2, 3 ✅", "target hit = {1, 2}": single figures behind the word, and nothing else."""
    for first in range(1, len(pieces)):
        if pieces[first].role is not ROLE.HIT or pieces[first - 1].role is not ROLE.TARGET:
            continue
        at, listed = first + 1, []
        while at < len(pieces) and (_is_a_count(pieces[at]) or pieces[at].text in _LISTING):
            listed.append(at)
            at += 1
        counts = [n for n in listed if _is_a_count(pieces[n])]
        values = [pieces[n].value or 0 for n in counts]
        ends = at == len(pieces) or pieces[at].role in (ROLE.LINE, ROLE.TICK, ROLE.MARK)
        if counts and ends and values == sorted(set(values)) and pieces[counts[0]].end > pieces[first].end:
            for n in listed:
                pieces[n] = pieces[n].recast(ROLE.INDEX if n in counts else ROLE.FILLER)


def _count_in_words(pieces: list[Lexeme]) -> None:
    """ "First and second target done", "target first and second done": the rank that stands apart from its label.

    Forth and back, since each of "first, second and third target" is known by its neighbour.
    """
    if RANKED.isdisjoint([p.text for p in pieces]):
        return
    for at in (*range(2, len(pieces)), *range(len(pieces) - 1, 1, -1)):
        joint = pieces[at - 1]
        if joint.role is not ROLE.AND and joint.text not in _JOINERS:
            continue
        before, behind = pieces[at - 2], pieces[at]
        if behind.role is ROLE.INDEX and before.role is ROLE.WORD and before.text in ORDINALS:
            pieces[at - 2] = before.recast(ROLE.INDEX, Decimal(ORDINALS[before.text]))
        elif before.role is ROLE.INDEX and behind.role is ROLE.WORD and behind.text in ORDINALS:
            pieces[at] = behind.recast(ROLE.INDEX, Decimal(ORDINALS[behind.text]))


def _begins_a_count(pieces: Sequence[Lexeme], at: int) -> bool:
    if pieces[at].role is ROLE.TARGET:
        return _is_a_count(pieces[at + 1])
    return pieces[at].role is ROLE.INDEX and (at == 0 or pieces[at - 1].role is not ROLE.TARGET)


def _join(pieces: list[Lexeme], first: int) -> None:
    """From the first label or rank on: each count, and what joins them, up to the word of the report."""
    at, counts, priced = first, [], []
    beside: list[int] = []
    while at < len(pieces):
        piece = pieces[at]
        if _is_a_count(piece):
            counts.append(at)
        elif piece.role is ROLE.PRICE and counts:
            priced.append(at)
        elif piece.text in _JOINERS or piece.role in _JOINED:
            beside.append(at)
        else:
            break
        at += 1
    behind = pieces[at].role if at < len(pieces) else ROLE.LINE
    told = behind is ROLE.HIT or (behind is ROLE.TICK and not priced)
    if not told:
        while pieces[at - 1].text in _JOINERS:
            at -= 1  # "hit TP1 & TP2, move SL to BE"
        beside = [n for n in beside if n < at]
        joined = priced or any(pieces[n].role is ROLE.AND or pieces[n].text in "&+" for n in beside)
        ends = priced or at == len(pieces) or pieces[at].role in _ENDS
        told = bool(joined and ends) and _is_told_before(pieces, first)
    label = next((n for n in beside if pieces[n].role is ROLE.TARGET), None)
    if len(counts) < 2 or not told or label is None:
        return
    for n in counts:
        pieces[n] = pieces[n].recast(ROLE.INDEX)
    for n in beside:
        if n != label:
            pieces[n] = pieces[n].recast(ROLE.FILLER)


def _is_told_before(pieces: Sequence[Lexeme], first: int) -> bool:
    """ "Touched first target 56 and second target 58"; in "TP1 hit, TP2 2360" the word is of the one before it."""
    back = first - 1 - (first > 1 and pieces[first - 1].role in _LITTLE)
    if back < 0 or pieces[back].role is not ROLE.HIT:
        return False
    return back == 0 or pieces[back - 1].role not in (ROLE.INDEX, ROLE.TARGET, ROLE.PRICE)


def _is_a_count(piece: Lexeme) -> bool:
    return piece.role is ROLE.INDEX or (piece.role is ROLE.PRICE and len(piece.text) == 1)
