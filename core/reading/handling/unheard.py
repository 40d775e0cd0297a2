"""Know an order that was not understood beside another that was: "half to go here, stop to BE".

Separate from the doubts of one order, because here a clause says nothing at all: to do the others and not this one
would be half of what the author meant, and a human is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.handling.clauses import Clause
from core.reading.handling.leeway import REPORTS
from core.reading.handling.moves import told_behind
from core.reading.handling.orders import SECURED
from core.reading.handling.purposes import tells_why
from core.reading.handling.said import Said
from core.reading.handling.side_by_side import holds_another
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import RISK
from core.reading.roles import ROLE, Role
from core.reading.text.hygiene import Clean
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed
from core.signals import ACT, Act, Reason

_ENOUGH = (ACT.STOP_HIT, ACT.ENTRY_FILLED, ACT.CLOSE)
"""Nothing is asked for, or all of it ends."""
_ALL, _SIDES = frozenset((Act.CLOSE,)), (Role.BUY, Role.SELL)
_TOLD = (Role.HIT, Role.TICK, Role.CLOSED, Role.RECAP, Role.STOPPED, Role.FILLED, Role.TARGET, Role.ANALYSIS, Role.TIME)
_OFF = frozenset(listed("OFF"))
_SHIFTS = (Role.MOVE, Role.REMOVE)
_KEPT = (Role.HOLD, Role.RUNNER)
_OF_A_TRADE = (Role.HALF, Role.PART, Role.ALL, Role.LIMIT, Role.SIZE, Role.PERCENT, Role.BUY, Role.SELL, Role.STOP)
_TO_A_PRICE = (Role.TO, Role.ZONE, Role.PRICE)
_STOPS = (ACT.MOVE_STOP, ACT.BREAK_EVEN, ACT.STOP_HIT)
_LEADING, _LIGHT = (Role.WORD, Role.HEADING), (Role.FILLER, Role.MARKET, Role.TICKER)
_HAN = "\u3040"
_REACHED = (Role.HIT, Role.TICK, Role.CLOSED, Role.RECAP, Role.STOPPED)
_NEW, _LEVEL_MAX = frozenset(listed("NEW")) - frozenset(listed("FURTHER")), 4
_LEVELS = ([Role.TARGET, Role.PRICE], [Role.ENTRY, Role.PRICE], [Role.LIMIT, Role.PRICE], [Role.STOP, Role.PRICE])
_PROFIT, _UNMOVED = frozenset(listed("PROFIT")), frozenset((*listed("SAME"), *listed("STAYING")))


def lost_order(parts: Sequence[Clause], said: Said, text: Clean) -> list[Reason]:
    """A doubt, if some clause may order what nobody understood."""
    lost = _unheard(parts, said)
    if lost is None:
        return []
    return [Reason("one of its orders is not understood", *text.span(lost[0].start, lost[-1].end))]


def _unheard(parts: Sequence[Clause], said: Said) -> Sequence[Lexeme] | None:
    """The words of a clause that orders more than was heard of it, or that may order and was not heard at all."""
    heard = {i.act for i in said.instructions} - REPORTS
    plain = not heard <= _ALL and all(c.hedge is None for c in parts)
    for clause in (parts if plain else said.ordered) if heard else ():
        if holds_another(clause, heard):
            return clause.pieces
    silent = [c for c in parts if c.hedge is None and all(c is not one for one in said.ordered)]
    if heard and (other := next((c for c in silent if _stops_the_other_side(c, said)), None)) is not None:
        return other.pieces
    if all(i.act in _ENOUGH for i in said.instructions):
        return None
    return next((c.pieces for c in silent if _changes_a_level(c) or _is_an_order(c, said)), None)


def _stops_the_other_side(clause: Clause, said: Said) -> bool:
    """ "Close all sells, hold the buys with SL 4366": of the trade that does not end."""
    if not ({ROLE.STOP, ROLE.PRICE} <= clause.roles and clause.has(*_SIDES)):
        return False
    ended = {p.role for c in said.ordered for p in c.pieces if p.role in _SIDES}
    return bool(ended) and ended.isdisjoint(clause.roles)


def _changes_a_level(clause: Clause) -> bool:
    return _names_a_new_level(clause) or _changes_a_target(clause)


def _is_an_order(clause: Clause, said: Said) -> bool:
    """Whether it speaks of leaving or of a share, sends a stop or anything else somewhere, or may in unknown words."""
    if clause.has(*_KEPT) and any(i.act is ACT.CLOSE_PART for i in said.instructions):
        return False  # "close half, hold half"
    leaves = clause.has(ROLE.HALF, ROLE.PART, ROLE.CLOSE)
    share = ROLE.PERCENT in clause.roles and (ROLE.SELL in clause.roles or not clause.words.isdisjoint(_OFF))
    leaves = leaves or share
    spoken = leaves or _sends_a_stop(clause, said) or _is_left_at_entry(clause, said) or _shifts_something(clause)
    return (spoken or _is_done_in_unknown_words(clause, said)) and _may_order(clause)


def _is_left_at_entry(clause: Clause, said: Said) -> bool:
    """ "Glorb the rest at breakeven": where no other clause has placed the stop."""
    return ROLE.EVEN in clause.roles and all(i.act not in _STOPS for i in said.instructions)


def _sends_a_stop(clause: Clause, said: Said) -> bool:
    """ "Stop to the last low"; "stop below the last low" as well, where no other clause has placed it."""
    placed = any(i.act in _STOPS for i in said.instructions)
    return ROLE.STOP in clause.roles and (ROLE.TO in clause.roles or not placed)


def _names_a_new_level(clause: Clause) -> bool:
    """ "Scrap 46, new final TP 44.8", "cancel 2600, new entry 2550": what is to hold from now on."""
    if _NEW.isdisjoint(clause.texts):
        return False
    row = [p for p in clause.pieces if p.role is not ROLE.MARK][:_LEVEL_MAX]
    roles = [p.role for p in row[1:] if p.role is not ROLE.INDEX]
    return bool(row) and row[0].text in _NEW and roles in _LEVELS and not clause.has(*_REACHED)


def _changes_a_target(clause: Clause) -> bool:
    """ "Amending TP2 2412", "glorb TP2 2412": a word of change, or a verb nobody knows, before a target."""
    if not {ROLE.TARGET, ROLE.PRICE} <= clause.roles or clause.has(*_REACHED):
        return False
    row = [p for p in clause.pieces if p.role not in _LIGHT and p.role is not ROLE.MARK]
    if ROLE.EDIT in clause.roles:
        return True
    verb = row[0].text
    unknown = row[0].role is ROLE.WORD and verb < _HAN and not (verb in _PROFIT or is_everyday(verb))
    return unknown and [p.role for p in row[1:] if p.role is not ROLE.INDEX][:2] == [ROLE.TARGET, ROLE.PRICE]


def _shifts_something(clause: Clause) -> bool:
    """ "Drop the bid to 2330", "pull the lower one to 2330": a known verb and a price, of something unknown."""
    lead = next((p.role for p in clause.pieces if p.role not in _LIGHT), None)
    last = next((p.role for p in reversed(clause.pieces) if p.role is not ROLE.MARK), None)
    sent = lead in _SHIFTS and ROLE.PRICE in clause.roles and clause.has(ROLE.TO, ROLE.ZONE)
    sent = sent or (last in _SHIFTS and {ROLE.PRICE, ROLE.INDEX} <= clause.roles)  # 利②は161.8に変更
    return sent and told_behind(clause) is None


def _is_done_in_unknown_words(clause: Clause, said: Said) -> bool:
    """ "Dump the rest", "halve the size", "flip short", "reload at 2330": an unknown verb before what only a trade has.

    Beside an order that is taken back a price is the reason of it: "cancel, missed by 0.4".
    """
    row = [p for p in clause.pieces if p.role not in _LIGHT]
    if not row or row[0].role not in _LEADING:
        return False
    verb = row[0]
    if verb.role is ROLE.WORD and (verb.text in _PROFIT or is_everyday(verb.text)):
        return False
    object_ = next((p for p in row[1:] if p.role is not ROLE.TO and not _is_small(p)), None)
    if object_ is not None and object_.role in _OF_A_TRADE:
        return not RISK.has(object_)
    priced = ROLE.PRICE in clause.roles and len(row) > 1 and row[1].role in _TO_A_PRICE
    return priced and (verb.role is ROLE.HEADING or any(i.act is not ACT.CANCEL for i in said.instructions))


def _is_small(piece: Lexeme) -> bool:
    return piece.role is ROLE.WORD and is_everyday(piece.text)


def _may_order(clause: Clause) -> bool:
    """Whether it reports nothing, gives no reason - "to secure some profit" - and lets nothing run."""
    if clause.has(*_TOLD) or tells_why(clause) or clause.is_signed or not clause.words.isdisjoint(SECURED):
        return False
    if ROLE.STOP in clause.roles and not clause.words.isdisjoint(_UNMOVED):
        return False  # "close half, the stop stays where it is"
    return not clause.has(*_KEPT) or _keeps_half(clause)


def _keeps_half(clause: Clause) -> bool:
    """ "Hold half": the other half is to be closed, or no more is said than that it runs."""
    return any(p.role in _KEPT and q.role is ROLE.HALF for p, q in pairwise(clause.pieces))
