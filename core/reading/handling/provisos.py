"""Find what keeps an order from being one where no word denies it or makes it a condition.

Separate from the words of denial and of condition, because each of these is one only where it stands: a call to be
patient before the order, a verb at the head of the sentence, a level beyond which an idea is off.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.handling.clauses import Clause
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_UNHURRIED, _SUPPOSED = frozenset(listed("UNHURRIED")), frozenset(listed("SUPPOSED"))
_OF_A_TRADE, _HAN = (Role.BUY, Role.SELL, Role.HEADING, Role.LIMIT, Role.TICKER), "\u3040"
_ORDERS = frozenset((Role.CLOSE, Role.MOVE, Role.CANCEL, Role.EVEN, Role.PART, Role.HALF, Role.REMOVE, Role.STOP))
_LEVELS = frozenset((Role.PRICE, Role.TARGET, Role.STOP, Role.ABOVE, Role.BELOW))
_DENIED = _ORDERS | {Role.HIT, Role.CLOSED, Role.STOPPED, Role.FILLED, Role.ENTRY, Role.BUY, Role.SELL, Role.HOLD}
_SAYING = frozenset((Role.WORD, Role.TARGET))
_PERHAPS = {Role.MAY}
_DONE = _ORDERS - {Role.STOP}
_UNWILLING = frozenset(listed("UNWILLING"))
_LIGHT = frozenset((Role.FILLER, Role.MARK, Role.AND))
_IN_ORDER_TO, _VERBS = frozenset(listed("IN_ORDER_TO")), (Role.CLOSE, Role.MOVE, Role.CANCEL, Role.REMOVE)
_FIRST = frozenset(listed("FIRST_OF_ALL"))
_SPEAKERS = frozenset(listed("SPEAKERS"))
_QUOTES = frozenset('"“”«„「『')
_ONLY_BEYOND = _LIGHT | {Role.ABOVE, Role.BELOW, Role.BREAKOUT, Role.PRICE, Role.HEADING, Role.WORD}
_BEYOND = (Role.ABOVE, Role.BELOW, Role.BREAKOUT)
_COME = frozenset((Role.MARKET, Role.HIT, Role.FILLED, Role.CLOSED, Role.MEMORY, Role.PAST))
"""Beside one of these the price has been beyond the level."""
_WHICH, _SO = frozenset((Role.LIMIT, Role.BUY, Role.SELL, Role.ALL)), frozenset(listed("SO"))
"""Beside one of these the level tells which orders are meant."""


def proviso(part: Sequence[Lexeme], roles: frozenset[Role], *, begins: bool) -> Lexeme | None:
    """The piece that takes the force from the stretch, with the part it plays; ``begins``: a sentence begins here."""
    if ROLE.FILLER in roles and not roles.isdisjoint(_ORDERS):
        for piece in part:
            if piece.role in _ORDERS:
                break
            if piece.text in _UNHURRIED:
                return piece.recast(ROLE.NOT)  # "no rush to close gold"
    if begins:
        lead = next((p for p in part if p.role not in _LIGHT), part[0])
        opening = [p.text for p in part[: part.index(lead) + 1]]
        if not _SUPPOSED.isdisjoint(opening) and not roles.isdisjoint(_LEVELS):
            return lead.recast(ROLE.IF)  # "Fällt der Kurs unter 2310, ...", "were gold to break 2310, ..."
        if lead.text in _FIRST and _aims(part[1:], roles):
            return lead.recast(ROLE.IF)  # "first TP1, then SL to BE"
        said = any(p.text in _SPEAKERS and q.text == ":" and p.role is not ROLE.TICKER for p, q in pairwise(part[:4]))
        if said or (":" in lead.text and lead.text.partition(":")[0] in _SPEAKERS):  # "Ich: schließe" may be one phrase
            return part[0].recast(ROLE.OTHERS)  # "Me: close close close"
        if part[0].text in _IN_ORDER_TO and _is_purpose(part):
            return part[0].recast(ROLE.LESSON)  # "To move your SL to entry, press the order"
        if lead.role in _BEYOND and roles <= _ONLY_BEYOND and ROLE.PRICE in roles:
            return lead.recast(ROLE.IF)  # "Sotto 2310, setup annullato"
    if ROLE.CANCEL in roles and ROLE.PRICE in roles and roles.isdisjoint(_COME | _WHICH):
        return _beyond(part)
    return None


def _aims(behind: Sequence[Lexeme], roles: frozenset[Role]) -> bool:
    """Whether a counted target is named, and nobody says that it is reached."""
    counted = any(p.role is ROLE.TARGET and q.role is ROLE.INDEX for p, q in pairwise(behind))
    return counted and roles.isdisjoint(_COME | {ROLE.TICK, ROLE.PRICE})


def _is_purpose(part: Sequence[Lexeme]) -> bool:
    """Whether a verb stands right behind such a word: "para cerrar", "um Gold zu schließen"."""
    return any(p.text in _IN_ORDER_TO and q.role in _VERBS for p, q in pairwise(part))


def is_unwilling(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Stop to breakeven we can't risk our wins": whole before it, and the denial has somebody of its own."""
    lead = [p.role for p in pieces[:at]]
    even = ROLE.EVEN in lead and (ROLE.MOVE in lead or ROLE.STOP in lead)
    return even and any(p.text in _UNWILLING for p in pieces[at + 1 : at + 2])


def denies_no_order(hedge: Lexeme | None, roles: frozenset[Role]) -> bool:
    """ "I do not like it here, close half", "looks like a top, close half": a reason, and a human is asked."""
    if hedge is None or not roles.isdisjoint(_DENIED):
        return False
    return (hedge.role is ROLE.NOT and not roles.isdisjoint(_SAYING)) or (hedge.role is ROLE.MAY and roles != _PERHAPS)


def orders(roles: frozenset[Role]) -> bool:
    """Whether a stretch orders something, and a stop that is only named is none."""
    return not roles.isdisjoint(_DONE) and roles.isdisjoint(_COME)


def is_of_an_older_trade(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Yesterday's short cancelled": of when the trade is that is ended now."""
    row = [p for p in pieces[at + 1 : at + 4] if p.role not in (ROLE.FILLER, ROLE.MARK) and len(p.text) > 1]
    ended = any(p.role is ROLE.CANCEL or (p.role is ROLE.CLOSE and p.text >= _HAN) for p in pieces)
    return ended and row != [] and row[0].role in _OF_A_TRADE


def is_quoted(clause: Clause) -> bool:
    """'Type "close all" to the bot'."""
    if ROLE.MARK not in clause.roles:
        return False
    return any(p.text in _QUOTES and q.role in _ORDERS for p, q in pairwise(clause.pieces))


def is_unhurried(clause: Clause) -> bool:
    """ "Keine Eile, Gold zu schließen": the comma parts the order from it."""
    return clause.roles <= _LIGHT and not _UNHURRIED.isdisjoint(clause.texts)


def _beyond(part: Sequence[Lexeme]) -> Lexeme | None:
    """ "Invalidated under 190.50", "sotto 2310 l'idea è annullata": off beyond a level, and on before it."""
    row = [p for p in part if p.role is not ROLE.FILLER]
    at = next((n for n, p in enumerate(row) if p.role in _BEYOND), None)
    if at is None or any(p.text in _SO for p in part):
        return None
    if ROLE.PRICE not in [p.role for p in (*row[max(at - 1, 0) : at], *row[at + 1 : at + 2])]:
        return None
    return row[at].recast(ROLE.IF)
