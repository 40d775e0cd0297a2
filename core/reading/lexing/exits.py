"""Know where a word of leaving ends a trade: "exit EURJPY here", "exit at 2345 now", "out of BTC", "gold out".

Separate from the labels, in which the same words stand for a price: here what stands beside them tells. Beside
targets, and where nothing else is called the stop, the price at which somebody leaves is one.
"""

from __future__ import annotations

from itertools import pairwise, takewhile

from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_OUT, _OF, _MEANWHILE = listed("OUT"), listed("OF"), listed("MEANWHILE")
_SIDES = (Role.BUY, Role.SELL)
_BESIDE_AN_OUT = frozenset(
    (Role.FILLER, Role.MARK, Role.LINE, Role.TICK, Role.TICKER, Role.DISTANCE, Role.PERCENT, Role.REWARD, Role.HEADING)
)
_COVERED, _BOUGHT_BACK = frozenset(("cover", "covering")), (Role.SELL, Role.HALF)
""" "Cover the short", "cover half"."""
_LEFT, _LINE_MAX = frozenset(("exit", *listed("CUTS"), *_COVERED)), 8
LEAVES = frozenset(word.split()[0] for word in _LEFT)
"""How these words begin."""
_NAMES = (Role.TICKER, Role.IDENT)
_LEVELLED = (Role.PRICE, Role.DISTANCE, Role.PERCENT)
_PRICE_NOW = [Role.PRICE, Role.MARKET]
_PAST_THE_PLAN = frozenset((Role.MOVE, Role.EDIT, Role.EVEN, Role.HIT, Role.CLOSED, Role.CANCEL, Role.STOPPED))
_LEAVING, _LABEL = frozenset((*listed("LEAVING"), *_OUT)), (Role.CLOSE, Role.PRICE)
_CONDITIONS = (Role.IF, Role.BELOW, Role.ABOVE)
_OTHERWISE = frozenset((*_SIDES, Role.TARGET, Role.TICKER, Role.ENTRY, Role.ADD, Role.PART, Role.HALF, Role.PERCENT))
_OTHERWISE |= {Role.NOT, Role.QUESTION, Role.MAY, Role.WILL, Role.SIZE, Role.HOLD}


def exits_named(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Exit EURJPY here", "LONG EXIT" close a trade; beside a stop an exit with a price is where a plan ends."""
    stops = any(p.role is ROLE.STOP for p in pieces)
    for at in (at for at in range(len(pieces)) if pieces[at].text in _LEFT):
        if pieces[at].text in _COVERED:
            what = next((p.role for p in pieces[at + 1 : at + 4] if p.role not in (ROLE.FILLER, ROLE.TICKER)), None)
            pieces[at] = pieces[at].recast(ROLE.CLOSE) if what in _BOUGHT_BACK else pieces[at]
            continue
        if pieces[at].text != "exit":
            pieces[at] = pieces[at].recast(ROLE.CLOSE) if _cuts_a_loss(pieces, at) else pieces[at]
            continue
        before, behind = pieces[at - 1 : at], pieces[at + 1 : at + 3]
        named = bool(behind) and (behind[0].role in _SIDES or (behind[0].role in _NAMES and not stops))
        named = named or (bool(behind) and behind[0].role is ROLE.HALF and not stops)  # "exit half here at 2355"
        ends = [p.role for p in behind[:1]] in ([], [ROLE.LINE]) and [p.role for p in behind[1:]] != [ROLE.PRICE]
        if not stops and [p.role for p in pieces[at + 1 : at + 4] if p.text not in "@:"][-2:] == _PRICE_NOW:
            named = True  # "exit at 2345 now"
        if named or (ends and before and before[0].role in _SIDES):
            pieces[at] = pieces[at].recast(ROLE.CLOSE)
    return pieces


def _cuts_a_loss(pieces: list[Lexeme], at: int) -> bool:
    """ "Cut loss EURUSD", "gold cut loss now": beside a name and without a price on its line it is no level."""
    begins = at - sum(1 for _ in takewhile(_is_on_the_line, reversed(pieces[max(0, at - _LINE_MAX) : at])))
    row = [p for p in takewhile(_is_on_the_line, pieces[begins : at + _LINE_MAX]) if p.role is not ROLE.FILLER]
    here = next((n for n, p in enumerate(row) if p.start == pieces[at].start), 0)
    priced = any(p.role in _LEVELLED for p in row)
    return not priced and any(p.role is ROLE.TICKER for p in (*row[max(0, here - 1) : here], *row[here + 1 : here + 2]))


def _is_on_the_line(piece: Lexeme) -> bool:
    return piece.role is not ROLE.LINE and piece.text not in ".!;:"


def out_of_named(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Out of BTC at 60400": at the head of a sentence, and before the name of what is held; "gold out", "out +30"."""
    outs = [at for at, p in enumerate(pieces) if p.text in _OUT]
    if len(outs) == 1 and all(p.role in _BESIDE_AN_OUT for at, p in enumerate(pieces) if at != outs[0]):
        pieces[outs[0]] = pieces[outs[0]].recast(ROLE.CLOSE)
    for at in range(len(pieces) - 2):
        if pieces[at].text not in _OUT:
            continue
        heads = not at or pieces[at - 1].role in (ROLE.LINE, ROLE.LINK) or pieces[at - 1].text in ".!;"
        named = pieces[at + 1].text in _OF and pieces[at + 2].role is ROLE.TICKER
        if named and heads and not any(p.text in _MEANWHILE for p in pieces[at + 3 : at + 4]):
            pieces[at] = pieces[at].recast(ROLE.CLOSE)
    return pieces


def exits_as_stops(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Salida: 2.98", 离场：79443, "if it loses 2.98 I'm out": beside a side and its targets it is the stop."""
    roles = {p.role for p in pieces}
    planned = ROLE.TARGET in roles and ROLE.PRICE in roles and not roles.isdisjoint(_SIDES)
    if ROLE.STOP in roles or not planned or not roles.isdisjoint(_PAST_THE_PLAN) or not _enters(pieces, roles):
        return pieces
    for begin, end in lines(pieces):
        at = _labelled_exit(pieces, begin, end)
        at = _condition_of_an_exit(pieces, begin, end) if at is None else at
        if at is None:
            continue
        pieces[at] = pieces[at].recast(ROLE.STOP)
        for n in range(begin, end):
            if pieces[n].role in (ROLE.CLOSE, ROLE.ALL, ROLE.WORD) or (n < at and pieces[n].role in _CONDITIONS):
                pieces[n] = pieces[n].recast(ROLE.FILLER)
        break
    return pieces


def _enters(pieces: list[Lexeme], roles: set[Role]) -> bool:
    """Whether it says where to get in; "we are long SOL, TP 150" does not."""
    if not roles.isdisjoint((ROLE.ENTRY, ROLE.MARKET)):
        return True
    spoken = [p.role for p in pieces if p.role not in (ROLE.MARK, ROLE.FILLER, ROLE.ZONE, ROLE.TICKER, ROLE.LIMIT)]
    return any(a in _SIDES and b is ROLE.PRICE for a, b in pairwise(spoken))


def _labelled_exit(pieces: list[Lexeme], begin: int, end: int) -> int | None:
    """Where a word of leaving heads a line with a mark and one price, and nothing else."""
    row = [at for at in range(begin, end) if pieces[at].role is not ROLE.MARK]
    if len(row) != len(_LABEL) or pieces[row[0]].text not in _LEAVING or pieces[row[1]].role is not ROLE.PRICE:
        return None
    return row[0] if any(pieces[at].text in ":=" for at in range(row[0], row[1])) else None


def _condition_of_an_exit(pieces: list[Lexeme], begin: int, end: int) -> int | None:
    """Where the condition stands, in a sentence that gives one price and leaves."""
    row = pieces[begin:end]
    roles = [p.role for p in row]
    if roles.count(ROLE.PRICE) != 1 or not _OTHERWISE.isdisjoint(roles):
        return None
    price = roles.index(ROLE.PRICE)
    leaves = any(p.role is ROLE.CLOSE or p.text in _OUT for p in row)
    conditions = [at for at in range(price) if roles[at] in _CONDITIONS]
    heads = all(role in (ROLE.MARK, ROLE.FILLER, ROLE.AND) for role in roles[: conditions[0]]) if conditions else False
    return begin + conditions[-1] if leaves and heads else None
