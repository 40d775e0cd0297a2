"""Know where a word of selling leaves what is held: "selling another 25%", "sell half of my AMD", "cutting gold".

Separate from the sides, which the same words give: here a share stands beside the word and no level anywhere,
or the name of what is held and nothing else. A short could be meant, so a human is asked about all of them.
"""

from __future__ import annotations

from itertools import pairwise

from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed

SALES, SHEDS = frozenset(listed("SALES")), frozenset(listed("SHEDS"))
SOLD = SALES | SHEDS
SELLING = frozenset(word for phrase in SALES for word in phrase.split())
"""The words without one of which nothing is sold."""
_MORE, _OF = frozenset(listed("MORE")), frozenset(listed("OF"))
_OUTCOMES = frozenset((*listed("LOSS"), *listed("PROFIT")))
_PLANNED = (Role.STOP, Role.TARGET, Role.ENTRY)
_STAKED = frozenset((Role.LEVERAGE, Role.TIMES, Role.SIZE, Role.BUY))
_IDLE = (Role.FILLER, Role.MARK, Role.TICK, Role.UP, Role.DOWN, Role.AND, Role.HEADING, Role.MARKET)
_HEDGES = (Role.NOT, Role.IF, Role.WILL, Role.MAY, Role.YOU_CAN, Role.QUESTION, Role.WAIT, Role.PAST, Role.MEMORY)
_SHARES = (Role.PERCENT, Role.SHARE, Role.HALF, Role.ALL, Role.PART)
_BESIDE_A_SALE = frozenset((*_IDLE, *_HEDGES, *_SHARES, Role.TICKER, Role.SELL))
_PRICED = _BESIDE_A_SALE | {Role.PRICE, Role.ZONE}
_AT_A_TARGET = _PRICED | {Role.TARGET, Role.INDEX, Role.HIT, Role.STOP, Role.EVEN, Role.MOVE, Role.TO}
_BEHIND_A_NAME = frozenset((*_IDLE, Role.BUY, Role.SELL, Role.DISTANCE, Role.PERCENT))
_SIDED, _LEVELLED = (Role.BUY, Role.SELL), (Role.BUY, Role.SELL, Role.ENTRY, Role.TARGET)
_BOUNDS, _SHARE_MIN = ".!;?,", 10


def sales_of_a_share(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "$HOOD - selling another 25%", "sell the rest": a part of what is held, or what is left of it."""
    roles = {p.role for p in pieces}
    plans = not roles.isdisjoint(_STAKED) or (ROLE.PRICE in roles and not roles.isdisjoint(_PLANNED))
    if plans and (ROLE.TARGET not in roles or roles.isdisjoint(_SHARES)):
        return pieces
    for begin, end in lines(pieces, _BOUNDS):
        row = pieces[begin:end]
        if plans and not _is_for_later(row):
            continue
        verbs = [at for at, p in enumerate(row) if p.role is ROLE.SELL]
        if len(verbs) != 1 or row[verbs[0]].text not in SALES or not _has_a_share(row):
            continue
        more = any(p.text in _MORE for p in row)
        beside = _AT_A_TARGET if plans else _PRICED if more else _BESIDE_A_SALE
        if {p.role for p in row if not _is_known(p)} <= beside:
            rest = ROLE.ALL in [p.role for p in row] and not any(p.role in _SHARES[:3] for p in row)
            verb = row[verbs[0]]
            pieces[begin + verbs[0]] = verb.recast(ROLE.CLOSE if rest else ROLE.PART)
    return pieces


def _is_shed(behind: Lexeme, placed: bool) -> bool:
    """Whether it is a share; ``placed``: beside a side or a level a percentage may tell how far the stop is."""
    if behind.role is ROLE.PERCENT:
        return not placed and (behind.value or 0) >= _SHARE_MIN
    return behind.role is ROLE.SHARE


def _is_for_later(row: list[Lexeme]) -> bool:
    """ "Bei TP1 1/3 verkaufen": a line of a plan that says what is to be sold at one of its targets."""
    roles = {p.role for p in row}
    counts = [q for p, q in pairwise(row) if p.role is ROLE.TARGET and q.role is ROLE.PRICE and len(q.text) == 1]
    prices = sum([p.role is ROLE.PRICE for p in row])
    return ROLE.TARGET in roles and prices == len(counts) and not roles.isdisjoint(_SHARES[:3])


def sheds_of_a_name(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Cutting $QCOM", "cut gold in half": the word, the name, and nothing else that anybody could cut."""
    placed = any(p.role in _LEVELLED for p in pieces)
    for at in range(len(pieces) - 1):
        if pieces[at].role is ROLE.STOP and pieces[at].text in SHEDS and _is_shed(pieces[at + 1], placed):
            pieces[at] = pieces[at].recast(ROLE.PART)  # "cut 1/4 now"; "cut 2.79" may be where the stop is
    for begin, end in lines(pieces, _BOUNDS):
        row = [at for at in range(begin, end) if pieces[at].role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICK)]
        lead = [pieces[at] for at in row[:2]]
        if len(lead) < 2 or {p.role for p in lead} & {ROLE.CLOSE, ROLE.PART}:
            continue
        turned = lead[0].role is ROLE.TICKER and len(row) == 2
        verb, name = (1, 0) if turned else (0, 1)
        if lead[verb].text not in SHEDS or lead[name].role is not ROLE.TICKER:
            continue
        behind = [pieces[at] for at in row[2:]]
        halved = {ROLE.HALF} <= {p.role for p in behind} <= {ROLE.HALF, ROLE.HEADING, ROLE.MARKET, *_SIDED}
        if halved or all(p.role in _BEHIND_A_NAME or p.text in _OUTCOMES or _is_known(p) for p in behind):
            pieces[row[verb]] = lead[verb].recast(ROLE.CLOSE)
    return pieces


def _has_a_share(row: list[Lexeme]) -> bool:
    """Whether a part is told, or all of it; a small percentage is what was won."""
    told = [p for p in row if p.role in _SHARES]
    return bool(told) and all(p.role is not ROLE.PERCENT or (p.value or 0) >= _SHARE_MIN for p in told)


def _is_known(piece: Lexeme) -> bool:
    return piece.text in _MORE or piece.text in _OF or (piece.role is ROLE.WORD and is_everyday(piece.text))


_OFF, _DONE = "off", frozenset((Role.HIT, Role.EVEN, Role.TICK, Role.STOP))
_BESIDE_A_SHARE = (Role.LINE, Role.MARK, Role.TICK)


def shares_off(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP1 hit. 30% off. SL to BE": what is closed, in a sentence of its own; beside an offer it is a discount."""
    roles = frozenset([p.role for p in pieces])
    if ROLE.AD in roles or ROLE.PERCENT not in roles or roles.isdisjoint(_DONE) or not roles.isdisjoint(_STAKED):
        return pieces
    for at in range(1, len(pieces)):
        if pieces[at].text != _OFF or pieces[at - 1].role is not ROLE.PERCENT:
            continue
        begins = at == 1 or pieces[at - 2].role in _BESIDE_A_SHARE
        ends = at + 1 == len(pieces) or pieces[at + 1].role in _BESIDE_A_SHARE
        if begins and ends and (pieces[at - 1].value or 0) >= _SHARE_MIN:
            pieces[at] = pieces[at].recast(ROLE.PART)
    return pieces


COVERED, _COVERS = "covered", frozenset((Role.HALF, Role.ALL, Role.PERCENT, Role.SHARE))


def covers_as_closed(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Covered half EURGBP": a short that was bought back; beside no name it may be a topic, or somebody's costs."""
    if any(p.role is ROLE.TICKER for p in pieces):
        for at in range(len(pieces) - 1):
            if pieces[at].text == COVERED and pieces[at].role is ROLE.WORD and pieces[at + 1].role in _COVERS:
                pieces[at] = pieces[at].recast(ROLE.CLOSED)
    return pieces
