"""Say what one clause asks for: the stop moved, a part closed, an order withdrawn; what it reports stands in reports.

Separate from the sum of a post's clauses: a new way to say something is a line here, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from core.reading.handling.clauses import Clause
from core.reading.handling.moves import (
    TRAILS,
    cries_the_price,
    edited_target,
    edits_targets,
    evens_at_a_price,
    moved_stop,
    moves_the_entry,
    moves_the_risk,
    moves_the_stop,
    price_of,
    takes_targets_away,
    trails,
)
from core.reading.handling.parts import WHICH, is_a_part, is_half, part, takes_a_target
from core.reading.handling.reports import TALK_IN_A_REPORT, hits_all, is_filled, is_reached, is_stopped, reached
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed, meaning_of
from core.reading.words.slips import is_nearly_the_entry
from core.signals import ACT, Act, Instruction

_I_CLOSED = frozenset(listed("I_CLOSED"))
_DELETED = frozenset(listed("DELETED"))
_HANDING_OUT, _HANDED_OUT = frozenset(listed("HANDING_OUT")), frozenset(listed("HANDED_OUT"))
_RUNNING, _BY = frozenset(listed("RUNNING")), frozenset(listed("BY"))
_WITHDRAWN = ("先撤", "撤退")
_KILLS, _TRADES = frozenset(listed("KILLS")), frozenset(listed("TRADES"))
_NOT_IN = frozenset(listed("NOT_IN"))
SECURED = frozenset(listed("SECURED"))
_ENTRIES = listed("ENTRIES")
_NOT_A_CLOSE = (Role.RECAP, Role.PAST, Role.STOP, Role.TARGET, Role.PERCENT, Role.DISTANCE, Role.TIMES, Role.IF)
_NOT_A_TRADE = (*_NOT_A_CLOSE, Role.PRICE, Role.TIME, Role.CLOCK, Role.ALL, Role.AD, Role.IDENT, Role.HALF, Role.PART)
_NOT_A_SIDE = (*[r for r in _NOT_A_TRADE if r is not Role.ALL], Role.TICKER, Role.OTHERS, Role.ABOVE, Role.BELOW)
_BESIDE_WHAT_IS_DELETED = (Role.FILLER, Role.MARK, Role.TICK, Role.TICKER, Role.MARKET)
_COUNTED_ENTRY = [Role.REMOVE, Role.ENTRY, Role.INDEX]
_DELETIONS = ([Role.REMOVE, Role.HEADING], [Role.REMOVE, Role.BUY], [Role.REMOVE, Role.SELL])
_SIDES, _BE, _ARTICLES = (Role.BUY, Role.SELL), "be", ("a", "an")
_STOP_AT_ENTRY = [Role.STOP, Role.ENTRY]
_STOP_TO_EVEN = [Role.STOP, Role.TO, Role.EVEN]
_STOP_IS_EVEN, _BESIDE_A_LEVEL = [Role.STOP, Role.EVEN], (Role.FILLER, Role.MARK, Role.TICK)
_BESIDE_A_STOP = (Role.FILLER, Role.TICKER, Role.TO, Role.TICK, Role.HOLD, Role.RUNNER, Role.ALL)
_BESIDE_A_HEAD, _SIGNS = (Role.HEADING, Role.MARK, Role.TICK, Role.FILLER), "+-"
_CLOSE_AND_LIMIT = [Role.CLOSE, Role.LIMIT]
_BESIDE_AN_ORDER = (Role.ALL, Role.TICKER, Role.TICK, Role.MARK, Role.HEADING)
_STOP_WITHDRAWN = {Role.STOP, Role.CANCEL}
_ITS = frozenset(listed("ITS"))
_BESIDE_A_NAME = (Role.FILLER, Role.ZONE, Role.MARK, Role.ENTRY)


def _removes_the_stop(c: Clause) -> bool:
    if ROLE.STOP not in c.roles or not c.has(ROLE.REMOVE, ROLE.CANCEL):
        return False
    return ROLE.LIMIT not in c.roles and c.price is None and not _places_it_beside(c)


def _places_it_beside(c: Clause) -> bool:
    """ "Order cancelled SL to BE": another thing is withdrawn, and it is said where the stop goes."""
    if ROLE.CANCEL not in c.roles or not c.has(ROLE.EVEN, ROLE.TO, ROLE.ENTRY):
        return False
    row = [p.role for p in c.pieces if p.role is not ROLE.FILLER]
    return all({p, q} != _STOP_WITHDRAWN for p, q in pairwise(row))


def _breaks_even(c: Clause) -> bool:
    aside = c.price is not None and (_names_the_trade(c) or _is_told_even(c) or cries_the_price(c) or _is_before_it(c))
    placed = c.price is not None and not aside
    if c.has(ROLE.CLOSE, ROLE.CLOSED) or placed:
        return False
    if any(p.text == _BE and q.text in _ARTICLES for p, q in pairwise(c.pieces)):
        return False  # "This looks to be a good buy": the verb
    if c.pieces[0].role is ROLE.EVEN and len(c.pieces) > 1 and c.pieces[1].text == "=":
        return False  # "Break-even = moving the stop to where you got in": what the word means
    if ROLE.STOP not in c.roles and (_is_of_the_price(c) or _is_to_be(c)):
        return False
    if ROLE.DISTANCE in c.roles and _is_beyond_the_entry(c):
        return False
    if _stop_is_entry(c) or _evens_the_entry(c):
        return True
    if {ROLE.MOVE, ROLE.STOP, ROLE.ENTRY} <= c.roles and _names_its_trigger(c):
        return False
    to_entry = ROLE.ENTRY in c.roles and ROLE.MOVE in c.roles and ROLE.STOP in c.roles and c.index is None
    rest = (
        (ROLE.MARKET in c.roles or (ROLE.ALL in c.roles and ROLE.ZONE not in c.roles))
        and not c.has(ROLE.TICK, ROLE.RECAP, ROLE.HIT, ROLE.PART, ROLE.HALF)
        and not c.talk
    )
    secured = ROLE.EVEN in c.roles and (any(map(_secures, c.pieces)) or _is_sent_there(c))
    return to_entry or secured or (ROLE.EVEN in c.roles and (c.has(ROLE.MOVE, ROLE.STOP) or rest))


def _is_before_it(c: Clause) -> bool:
    """ "Update: 2360 🚀 SL to BE": the price stands before the stop, and the stop goes to its entry."""
    row = [p.role for p in c.pieces if p.role is not ROLE.FILLER]
    at = next((n for n in range(len(row) - 2) if row[n : n + 3] == _STOP_TO_EVEN), 0)
    return at > 0 and ROLE.PRICE in row[:at] and ROLE.PRICE not in row[at:]


def tells_when_it_evens(c: Clause) -> bool:
    """ "2360 move SL to BE": at that price, perhaps; a picture behind a price tells that it was reached."""
    return _is_before_it(c) and all(p.role is not ROLE.PRICE or q.role is not ROLE.MARK for p, q in pairwise(c.pieces))


def _names_its_trigger(c: Clause) -> bool:
    """ "Trailing SL trigger: 80 pips": a setting of a program, and nothing leads to the entry."""
    row = [p for p in c.pieces if p.role not in (ROLE.MARK, ROLE.TICKER)]
    trails = row[0].role is ROLE.MOVE and row[0].text in TRAILS
    return trails and any(p.role is ROLE.STOP and q.role is ROLE.ENTRY for p, q in pairwise(row))


def _is_beyond_the_entry(c: Clause) -> bool:
    """ "Move SL 20 pips above entry": not to the entry itself."""
    row = [p.role for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK)]
    return any(p is ROLE.DISTANCE and q in (ROLE.ABOVE, ROLE.BELOW) for p, q in pairwise(row))


def _evens_the_entry(c: Clause) -> bool:
    """ "(Close half and) BE your entry": the verb, what it is done to, and not one word more."""
    row = [p.role for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICK, ROLE.AND, ROLE.MARKET)]
    return row == [ROLE.EVEN, ROLE.ENTRY] and c.pieces[-1].role is not ROLE.EVEN


def _is_of_the_price(c: Clause) -> bool:
    """ "Price moved to the entry zone": what came there is the market, and no stop."""
    return [p.role for p in c.pieces if p.role is not ROLE.FILLER][:2] == [ROLE.ZONE, ROLE.MOVE]


def _is_to_be(c: Clause) -> bool:
    """ "BE the change you want": the verb, where what moves stands behind it."""
    row = [p for p in c.pieces if p.role is not ROLE.MARK]
    return row[0].text == _BE and len(row) > 2 and row[1].text == "the" and row[2].role is ROLE.MOVE


def _is_sent_there(c: Clause) -> bool:
    """ "GBPUSD to BE": the name, where it goes, and no word more."""
    row = [p for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.AND, ROLE.MARK, ROLE.TICK)]
    if len(row) < 2 or row[-1].role is not ROLE.EVEN or any(p.role is not ROLE.TICKER for p in row[:-2]):
        return False
    named = row[-2].role is ROLE.TICKER and row[-1].text.startswith("to ")
    return named or (len(row) > 2 and row[-2].role is ROLE.TO)


def _names_the_trade(c: Clause) -> bool:
    """ "Buy 2650: stop to BE": the one price stands beside the side, and tells which trade is meant."""
    row = [p for p in c.pieces if p.role not in _BESIDE_A_NAME]
    at = next(n for n, p in enumerate(row) if p.role is ROLE.PRICE)
    sided = any(p.role in _SIDES for p in (*row[max(at - 1, 0) : at], *row[at + 1 : at + 2]))
    told = c.has(ROLE.MOVE, ROLE.STOP) or any(map(_secures, c.pieces))
    return sided and ROLE.EVEN in c.roles and told and sum(p.role is ROLE.PRICE for p in row) == 1


def _is_told_even(c: Clause) -> bool:
    """ "Entry: 142 SL: BE TP: 150": of the levels on a line the stop is the one that has none."""
    row = [p.role for p in c.pieces if p.role not in _BESIDE_A_LEVEL]
    at = next((n for n in range(2, len(row) + 1) if row[n - 2 : n] == _STOP_IS_EVEN), 0)
    return at > 0 and row[at : at + 1] in ([], [ROLE.TARGET])


def _secures(piece: Lexeme) -> bool:
    """ "Secure it with BE", and "secure your entry", where the words for break-even bring their verb."""
    return piece.text in SECURED or (piece.role is ROLE.EVEN and piece.text.split()[0] in SECURED)


def goes_nearly_to_the_entry(c: Clause) -> bool:
    """ "Movemos SL a netrada": where the stop goes is one unknown word, and nearly the one for the entry."""
    if not (c.has(ROLE.STOP) and c.has(ROLE.MOVE)) or c.price is not None or c.has(ROLE.ENTRY, ROLE.EVEN, ROLE.TARGET):
        return False
    unknown = [p.text for p in c.pieces if p.role is ROLE.WORD]
    return len(unknown) == 1 and unknown[0] == c.pieces[-1].text and is_nearly_the_entry(unknown[0])


def _stop_is_entry(c: Clause) -> bool:
    """ "SL @ entry", "SL entry": the stop and nothing else beside the entry."""
    said = [
        p.role
        for p in c.pieces
        if p.role not in _BESIDE_A_STOP
        and not (p.role is ROLE.MARK and p.text not in "(+")
        and not (p.role is ROLE.WORD and is_everyday(p.text))
    ]
    which = any(p.role is ROLE.ENTRY and p.text.startswith(WHICH) for p in c.pieces)  # "cut the worst entries"
    return said in (_STOP_AT_ENTRY, [ROLE.FILLED, *_STOP_AT_ENTRY]) and not which


def _cancels(c: Clause) -> bool:
    """ "Delete the pending order", in any order of words and in any language."""
    if ROLE.CANCEL in c.roles:
        return not takes_targets_away(c)
    last = next((p.text for p in reversed(c.pieces) if p.role not in (ROLE.MARK, ROLE.TICK)), "")
    orders = c.has(ROLE.LIMIT, ROLE.BREAKOUT) or last in _DELETED or _names_an_entry(c) or _deletes_the_trade(c)
    return ROLE.REMOVE in c.roles and orders and not c.has(ROLE.STOP, ROLE.TARGET) and not _hands_out(c)


def _hands_out(c: Clause) -> bool:
    """ "I drop gold entry at 50 likes", "drop your entries below": posted; "drop the entry" withdraws one."""
    if ROLE.ENTRY not in c.roles or ROLE.LIMIT in c.roles:
        return False
    return any(
        p.text in _HANDING_OUT and (q.role is ROLE.TICKER or q.text in _HANDED_OUT) for p, q in pairwise(c.pieces)
    )


def names_its_order(c: Clause) -> bool:
    """Whether the verb that withdraws is one with what it withdraws: "cancel the limit", "лимитку убрал"."""
    return any(p.role is ROLE.CANCEL and " " in p.text for p in c.pieces)


def _deletes_the_trade(c: Clause) -> bool:
    """ "Eliminar esta operación", "remove this setup guys": the verb, what it is done to, and no word more."""
    said = [p for p in c.pieces if p.role not in _BESIDE_WHAT_IS_DELETED]
    return [p.role for p in said] in _DELETIONS and said[0].text.split()[0] in _DELETED


def _withdraws(c: Clause) -> bool:
    """挂单 2650 先撤: beside the order that waits the verb withdraws it, and leaves no trade."""
    withdrawn = any(p.role is ROLE.CLOSE and p.text.endswith(_WITHDRAWN) for p in c.pieces)
    return withdrawn or (ROLE.CLOSE in c.roles and _closes_an_order(c))


def _closes_an_order(c: Clause) -> bool:
    """ "Close the pending order", "close all buy limits": what waits is withdrawn, and no trade is closed."""
    row = [p for p in c.pieces if p.role not in _BESIDE_AN_ORDER and not (p.role is ROLE.FILLER and p.text in _ITS)]
    roles = [p.role for p in row if p.role not in _SIDES]
    return roles in (_CLOSE_AND_LIMIT, _CLOSE_AND_LIMIT[::-1]) and c.pieces[-1].role is not ROLE.PRICE


def _ended(c: Clause) -> Instruction:
    """ "Kill the EURUSD trade" ends what is open, and with it what still waits; "kill the limit" only the order."""
    killed = any(p.role is ROLE.CANCEL and p.text in _KILLS for p in c.pieces)
    waits = c.has(ROLE.LIMIT, ROLE.BREAKOUT, ROLE.ENTRY, ROLE.ADD, ROLE.ZONE)
    named = c.has(*_SIDES) or any(p.text in _TRADES for p in c.pieces)
    return Instruction(ACT.CLOSE if killed and named and not waits else ACT.CANCEL)


def _names_an_entry(c: Clause) -> bool:
    """ "Delete the second entry", "delete the buy limit at 2650", "delete E3"."""
    counted = [p.role for p in c.pieces if p.role in (ROLE.REMOVE, ROLE.ENTRY, ROLE.INDEX)]
    return counted == _COUNTED_ENTRY or any(
        p.role in (ROLE.ENTRY, ROLE.ADD) and (p.text.endswith(_ENTRIES) or meaning_of(p.text.split()[0]) is ROLE.LIMIT)
        for p in c.pieces
    )


def _closes(c: Clause) -> bool:
    beyond = c.has(ROLE.ABOVE, ROLE.BELOW)  # "gold closed above 4180": a candle
    if (
        ROLE.CLOSED in c.roles
        and ROLE.TICKER in c.roles
        and c.price is not None
        and not (beyond or c.has(*_NOT_A_CLOSE))
    ):
        return True  # "ETHUSDT short closed @ 3312"
    if (
        ROLE.CLOSED in c.roles
        and ROLE.MARKET in c.roles
        and c.has(ROLE.TICKER, ROLE.BUY, ROLE.SELL)
        and not c.has(*_NOT_A_CLOSE)
    ):
        return True  # "I have closed my BTC long here"
    if ROLE.CLOSED in c.roles and ROLE.TICKER in c.roles and _heads_what_it_made(c):
        return True  # "Trade closed - SOL long 142.30 (+1.2%)", which is asked about
    if ROLE.CLOSED in c.roles and ROLE.TICKER in c.roles and _ends_its_side(c) and not c.has(*_NOT_A_CLOSE):
        return True  # "the bot closed its long on WLD", which is asked about
    if ROLE.CLOSED in c.roles and ROLE.TICKER in c.roles and not c.has(*_NOT_A_CLOSE) and _ended_it(c):
        return True  # "BTC long closed", "closed my gold": asked about
    if (
        c.has(ROLE.CLOSED)
        and c.has(ROLE.HEADING, ROLE.RUNNER)
        and c.talk <= TALK_IN_A_REPORT
        and not c.has(*_NOT_A_TRADE)
    ):
        return True  # "Trade closed with a small loss", which is asked about
    if ROLE.CLOSED in c.roles and c.has(*_SIDES) and not c.talk and not c.has(*_NOT_A_SIDE):
        return True  # "CLOSED ALL LONGS ✅", which is asked about
    return ROLE.CLOSE in c.roles or (
        ROLE.CLOSED in c.roles
        and not c.has(ROLE.RECAP, ROLE.STOP, ROLE.TARGET, ROLE.BUY, ROLE.SELL)
        and c.tells_an_outcome
    )


def _left(c: Clause) -> Instruction:
    """ "没进场的平仓": what those end who have not got in is an order that waits."""
    if ROLE.FILLER in c.roles and any(p.text in _NOT_IN for p in c.pieces):
        return Instruction(ACT.CANCEL)
    return Instruction(ACT.CLOSE, price=price_of(c))


def _heads_what_it_made(c: Clause) -> bool:
    """Whether "closed" is the first word of all, one name with its side stands behind it, and a gain or a loss."""
    said = [p for p in c.pieces if p.role not in _BESIDE_A_HEAD]
    signed = any(p.text in _BY and q.role is ROLE.WORD for p, q in pairwise(c.pieces))  # "signal by Bob"
    heads = said[0].role is ROLE.CLOSED and c.talk <= signed and {p.role for p in said[1:3]} <= {ROLE.TICKER, *_SIDES}
    made = sum(p.role is ROLE.PERCENT and q.text in _SIGNS for q, p in pairwise(c.pieces))
    told = c.has(*_SIDES) and sum(p.role is ROLE.TICKER for p in said) == 1 and made == 1
    return heads and told and not c.has(ROLE.RECAP, ROLE.PAST, ROLE.STOP, ROLE.TARGET, ROLE.IF, ROLE.TIMES)


def _ended_it(c: Clause) -> bool:
    """Whether somebody says that he closed it, or it says its side and no more: no word of where a candle closed."""
    sided = c.has(*_SIDES) and not c.talk
    return (sided or (c.talk <= 1 and any(p.text in _I_CLOSED for p in c.pieces))) and not c.has(ROLE.ABOVE, ROLE.BELOW)


def _ends_its_side(c: Clause) -> bool:
    """Whether the name stands right behind "closed", with nothing but its side and a little word between."""
    said = [p for p in c.pieces if p.role is not ROLE.FILLER]
    at = next(n for n, p in enumerate(said) if p.role is ROLE.CLOSED)
    sided = meaning_of(said[at].text.split()[-1]) in _SIDES  # "закрыла лонг"
    if not sided and len(said) > at + 1 and said[at + 1].role in _SIDES and said[at + 1].start - said[at].end == 1:
        sided, at = True, at + 1
    return sided and len(said) > at + 1 and said[at + 1].role is ROLE.TICKER


def _adds(c: Clause) -> bool:
    if any(p.role is ROLE.ADDED and p.text == "add another" for p in c.pieces):
        return c.talk <= TALK_IN_A_REPORT
    first = next((p.role for p in c.pieces if p.role in (ROLE.ADD, ROLE.DISTANCE)), None)  # "+20 pips from the average"
    targets = any(p.role is ROLE.ADD and q.role is ROLE.TARGET for p, q in pairwise(c.pieces))  # "add more TPs"
    row = [p for p in c.pieces if p.role is not ROLE.FILLER]
    if any(p.role is ROLE.ADD and (q.role is ROLE.HOLD or q.text in _RUNNING) for p, q in pairwise(row)):
        return False  # "Second entry is running +50 pips": told of, and nothing is added
    others = targets or c.has(ROLE.CANCEL, ROLE.STOP, ROLE.CLOSE, ROLE.PART)
    return first is ROLE.ADD and c.talk == 0 and not others


_Rule = tuple[frozenset[Role], Callable[[Clause], bool], Callable[[Clause], Instruction | None]]


def _with(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


_PARTS = _with(Role.CLOSE, Role.CLOSED, Role.PART, Role.PERCENT, Role.EVEN)
RULES: tuple[_Rule, ...] = (
    (_with(Role.REMOVE, Role.CANCEL), _removes_the_stop, lambda _: None),
    (_with(Role.CANCEL, Role.REMOVE), _cancels, _ended),
    (_with(Role.LIMIT), _withdraws, lambda _: Instruction(ACT.CANCEL)),
    (_with(Role.STOPPED, Role.STOP), is_stopped, lambda _: Instruction(Act.STOP_HIT)),
    (_with(Role.EVEN, Role.ENTRY), _breaks_even, lambda _: Instruction(Act.BREAK_EVEN)),
    (_with(Role.MOVE), goes_nearly_to_the_entry, lambda _: Instruction(Act.BREAK_EVEN)),
    (_with(Role.SIZE), moves_the_risk, lambda c: Instruction(Act.MOVE_STOP, price=price_of(c))),
    (_with(Role.STOP), moves_the_stop, moved_stop),
    (_with(Role.EVEN), evens_at_a_price, lambda c: Instruction(Act.MOVE_STOP, price=price_of(c))),
    (_with(Role.MOVE), trails, moved_stop),
    (_with(Role.TARGET), edits_targets, edited_target),
    (_with(Role.MOVE, Role.EDIT), moves_the_entry, lambda c: Instruction(Act.OTHER, price=price_of(c))),
    (_with(Role.FILLED, Role.ENTRY, Role.TICK), is_filled, lambda c: Instruction(Act.ENTRY_FILLED, price=price_of(c))),
    (_with(Role.ADD, Role.ADDED), _adds, lambda c: Instruction(Act.OTHER, price=price_of(c))),
    (_PARTS, is_a_part, part),
    (_with(Role.HALF), is_half, part),
    (_with(Role.TARGET), takes_a_target, part),
    (_with(Role.TARGET), is_reached, lambda c: Instruction(Act.TARGET_HIT, target=reached(c))),
    (_with(Role.HIT), hits_all, lambda c: Instruction(Act.TARGET_HIT, target=c.index)),
    (_with(Role.CLOSE, Role.CLOSED), _closes, _left),
)
"""What a clause says: the first row that applies, behind the roles of which it needs one. None stands for a refusal."""


@lru_cache(maxsize=2048)
def rules_for(roles: frozenset[Role]) -> tuple[_Rule, ...]:
    """The rows that may apply to a clause of these roles; clauses are much alike, so it is remembered."""
    return tuple(rule for rule in RULES if not rule[0].isdisjoint(roles))
