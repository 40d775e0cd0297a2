"""Say what one clause asks for: the stop moved, a part closed, an order withdrawn; what it reports stands in reports.

Separate from the sum of a post's clauses: a new way to say something is a line here, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from core.reading.clauses import WHOLE, Clause
from core.reading.everyday import is_everyday
from core.reading.lexicon import ORDINALS, listed, meaning_of
from core.reading.moves import (
    TALK_MAX,
    edited_target,
    edits_targets,
    moved_stop,
    moves_the_entry,
    moves_the_risk,
    moves_the_stop,
    price_of,
    takes_targets_away,
    trails,
)
from core.reading.pieces import Lexeme
from core.reading.reports import TALK_IN_A_REPORT, TOOK, is_filled, is_in_the_bag, is_reached, is_stopped
from core.reading.roles import ROLE, Role
from core.reading.slips import is_nearly_the_entry
from core.reading.tokens import Shape, shape_of
from core.signals import ACT, Act, Instruction

_WHICH = tuple(word if shape_of(word) is Shape.HAN else f"{word} " for word in listed("WHICH"))
"""Which of several entries: "lower entry", in one with it or before it."""
_ORDERED = (Role.ENTRY, Role.LIMIT, Role.ADD)
_TAKEN = frozenset(listed("TAKEN"))
_AMOUNTS = frozenset(listed("AMOUNTS"))
"""How much, and not yet what to do with it."""
_HALVING = frozenset("平减出走止先")
"""多单减半 halves what is open; 多单一半 could be how much to buy."""
_I_CLOSED = frozenset(listed("I_CLOSED"))
_COUNT_MAX, _COUNT_LENGTH = 10, 4
_DELETED = frozenset(listed("DELETED"))
SECURED = frozenset(listed("SECURED"))
_ENTRIES = listed("ENTRIES")
_NO_PART = (Role.STOP, Role.SIZE, Role.LEVERAGE, Role.RECAP, Role.RATIO, Role.ENTRY, Role.PRICE)
"""Beside one of these a share that was taken is no part of a trade that is closed."""
_NOT_A_CLOSE = (Role.RECAP, Role.STOP, Role.TARGET, Role.PERCENT, Role.DISTANCE, Role.TIMES, Role.IF)
_NOT_A_TRADE = (*_NOT_A_CLOSE, Role.PRICE, Role.TIME, Role.CLOCK, Role.ALL, Role.AD, Role.IDENT, Role.HALF, Role.PART)
_SIDES = (Role.BUY, Role.SELL)
_ALL_OF_IT, _FULL = ({Role.PART, Role.ALL}, {Role.PART, Role.CLOSE}), frozenset(listed("FULL"))
_SIGNS, _STOP_AT_ENTRY = frozenset("+-"), [Role.STOP, Role.ENTRY]
_BESIDE_A_NAME = (Role.FILLER, Role.ZONE, Role.MARK, Role.ENTRY)
_SIZE_BY_A_SHARE = [Role.PART, Role.SIZE, Role.PERCENT]
_BESIDE_A_SHARE = (Role.FILLER, Role.MARK, Role.TICKER, Role.MARKET, Role.TICK)
_SHARE_AND_VERB = 2
_TAKING, _OUT = frozenset(("tp", "take profit")), frozenset(listed("OUT"))
_HAN = "\u3040"
_SHARE_MIN = 10
"""Less is what a trade has made."""


def _removes_the_stop(c: Clause) -> bool:
    return ROLE.STOP in c.roles and c.has(ROLE.REMOVE, ROLE.CANCEL) and ROLE.LIMIT not in c.roles and c.price is None


def _breaks_even(c: Clause) -> bool:
    if c.has(ROLE.CLOSE, ROLE.CLOSED) or (c.price is not None and not _names_the_trade(c)):
        return False
    if c.pieces[0].role is ROLE.EVEN and len(c.pieces) > 1 and c.pieces[1].text == "=":
        return False  # "Break-even = moving the stop to where you got in": what the word means
    if ROLE.STOP not in c.roles and _is_of_the_price(c):
        return False
    to_entry = ROLE.ENTRY in c.roles and ROLE.MOVE in c.roles and ROLE.STOP in c.roles and c.index is None
    rest = (
        (ROLE.MARKET in c.roles or (ROLE.ALL in c.roles and ROLE.ZONE not in c.roles))
        and not c.has(ROLE.TICK, ROLE.RECAP, ROLE.HIT, ROLE.PART, ROLE.HALF)
        and not c.talk
    )
    secured = ROLE.EVEN in c.roles and (any(map(_secures, c.pieces)) or _is_sent_there(c))
    return to_entry or _stop_is_entry(c) or secured or (ROLE.EVEN in c.roles and (c.has(ROLE.MOVE, ROLE.STOP) or rest))


def _is_of_the_price(c: Clause) -> bool:
    """ "Price moved to the entry zone": what came there is the market, and no stop."""
    return [p.role for p in c.pieces if p.role is not ROLE.FILLER][:2] == [ROLE.ZONE, ROLE.MOVE]


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
    return (
        sided and ROLE.EVEN in c.roles and c.has(ROLE.MOVE, ROLE.STOP) and sum(p.role is ROLE.PRICE for p in row) == 1
    )


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
        if p.role not in (ROLE.FILLER, ROLE.TICKER, ROLE.TO, ROLE.TICK, ROLE.HOLD)
        and not (p.role is ROLE.MARK and p.text not in "(+")
        and not (p.role is ROLE.WORD and is_everyday(p.text))
    ]
    which = any(p.role is ROLE.ENTRY and p.text.startswith(_WHICH) for p in c.pieces)  # "cut the worst entries"
    return said in (_STOP_AT_ENTRY, [ROLE.FILLED, *_STOP_AT_ENTRY]) and not which


def _cancels(c: Clause) -> bool:
    """ "Delete the pending order", in any order of words and in any language."""
    if ROLE.CANCEL in c.roles:
        return not takes_targets_away(c)
    orders = c.has(ROLE.LIMIT, ROLE.BREAKOUT) or c.pieces[-1].text in _DELETED or _names_an_entry(c)
    return ROLE.REMOVE in c.roles and orders and not c.has(ROLE.STOP, ROLE.TARGET)


def _names_an_entry(c: Clause) -> bool:
    """ "Delete the second entry"."""
    return any(p.role in (ROLE.ENTRY, ROLE.ADD) and p.text.endswith(_ENTRIES) for p in c.pieces)


def _part(c: Clause) -> Instruction:
    if c.percent == WHOLE or _is_the_whole(c):
        return Instruction(ACT.CLOSE)
    percent = c.percent if c.percent is not None else Decimal(50) if ROLE.HALF in c.roles else c.share
    return Instruction(ACT.CLOSE_PART, percent=percent, target=c.index, percent_max=c.percent_max)


def _is_the_whole(c: Clause) -> bool:
    """ "Book full profit", "secure everything": the word for a part beside the word for all of it."""
    if not c.tells_an_outcome or c.has(ROLE.PERCENT, ROLE.HALF, ROLE.SHARE, ROLE.INDEX, ROLE.EVEN):
        return False
    light = (ROLE.FILLER, ROLE.MARKET)
    spoken = [(p.role, p.text.split()[0]) for p in c.pieces if p.role not in light and p.text.strip()]
    return any({p, q} in _ALL_OF_IT and not _FULL.isdisjoint((one, other)) for (p, one), (q, other) in pairwise(spoken))


def takes_profit(c: Clause) -> bool:
    """ "... take profits" behind an order is one more order, not a label, and so is 止盈50%."""
    if ROLE.PERCENT in c.roles and _takes_a_share(c):
        return True
    return ROLE.EVEN in c.roles and any(p.role is ROLE.TARGET and p.text.startswith("take profits") for p in c.pieces)


def _takes_a_share(c: Clause) -> bool:
    """止盈50%做成本保护, 止盈30%仓位: verb and share in one, beside the stop that goes to the entry."""
    if c.price is not None and ROLE.MOVE not in c.roles:
        return False
    even = ROLE.EVEN in c.roles and c.price is None
    return not c.has(ROLE.RECAP, ROLE.ENTRY, ROLE.HIT) and any(
        (p.text in _TAKEN and q.role is ROLE.PERCENT and (even or p.text >= _HAN) and (q.value or 0) >= _SHARE_MIN)
        or (even and q.text in _TAKEN and p.role is ROLE.PERCENT and (p.value or 0) >= _SHARE_MIN)
        for p, q in pairwise(c.pieces)
    )


def _is_part(c: Clause) -> bool:
    if takes_profit(c) or _reduces_the_size(c):
        return True
    if is_in_the_bag(c):
        return False
    if ROLE.CLOSE in c.roles and ROLE.STOP not in c.roles and (_is_smaller(c) or closes_some(c)):
        return True
    if ROLE.CLOSED in c.roles and (c.has(ROLE.HALF, ROLE.SHARE) or _is_a_share(c)) and not c.has(ROLE.STOP, ROLE.RECAP):
        return True
    if (
        c.percent is not None
        and any(p.text in _TAKEN for p in c.pieces)
        and not c.has(ROLE.STOP, ROLE.SIZE, ROLE.RECAP)
    ):
        return True
    if took_a_part(c) or _is_taken_off(c):
        return True
    says = any(p.role is ROLE.PART and p.text not in _AMOUNTS for p in c.pieces) and not c.has(ROLE.SIZE, ROLE.LEVERAGE)
    says = says or (ROLE.SHARE in c.roles and ROLE.PART in c.roles)
    return says and not c.has(ROLE.STOP, ROLE.RECAP, ROLE.CLOSED, ROLE.HIT) and c.talk <= TALK_IN_A_REPORT


def _is_smaller(c: Clause) -> bool:
    """Whether a share is named, or one of several entries."""
    if c.has(ROLE.HALF, ROLE.PART, ROLE.SHARE) or c.percent is not None or c.index is not None:
        return True
    return ROLE.ENTRY in c.roles and any(p.role is ROLE.ENTRY and _is_one_of_several(p, c) for p in c.pieces)


def _reduces_the_size(c: Clause) -> bool:
    """减50%仓位, "reduce 50% of your position size": what is reduced is named behind the share."""
    if not c.roles.issuperset(_SIZE_BY_A_SHARE):
        return False
    said = [p.role for p in c.pieces if p.role in (ROLE.PART, ROLE.PERCENT, ROLE.SIZE)]
    last = said == _SIZE_BY_A_SHARE and (c.percent or 0) >= _SHARE_MIN
    return (last or said == [ROLE.PART, ROLE.PERCENT, ROLE.SIZE]) and not c.has(
        ROLE.STOP, ROLE.RECAP, ROLE.LEVERAGE, ROLE.BUY
    )


def _is_a_share(c: Clause) -> bool:
    """No outcome: "trade closed at -1%", "closed +2.4%"."""
    signed = any(p.text in _SIGNS and q.role is ROLE.PERCENT for p, q in pairwise(c.pieces))
    return (c.percent or 0) >= _SHARE_MIN and not signed


def _is_taken_off(c: Clause) -> bool:
    """ "50% out", "TP 50% here", "50% TP": a share beside the word alone, where nothing else is said."""
    if ROLE.PERCENT not in c.roles:
        return False
    said = [p for p in c.pieces if p.role not in _BESIDE_A_SHARE]
    if len(said) != _SHARE_AND_VERB or (c.percent or 0) < _SHARE_MIN:
        return False
    other = said[0] if said[1].role is ROLE.PERCENT else said[1]
    taken = other.role is ROLE.TARGET and other.text in _TAKING and ROLE.MARKET in c.roles
    return taken or (other is said[1] and other.text in _OUT)


def closes_some(c: Clause) -> bool:
    """ "Close 2 of 3 positions", "close 0.05 and leave 0.05", "close 11.6 hold 09.6": not all that is open."""
    said = [p.role for p in c.pieces if p.role in (ROLE.CLOSE, ROLE.PRICE, ROLE.HOLD, ROLE.RUNNER)]
    if said[:2] == [ROLE.CLOSE, ROLE.PRICE] and said[3:] == [ROLE.PRICE] and said[2] is not ROLE.PRICE:
        return True
    spoken = [p for p in c.pieces if p.role is not ROLE.FILLER] if ROLE.TICKER not in c.roles else ()
    behind = next((q for p, q in pairwise(spoken) if p.role is ROLE.CLOSE), None)
    if behind is None or behind.role not in (ROLE.PRICE, ROLE.IDENT):
        return False
    count = behind.text.split()[0]  # "2 trades" is one piece
    few = count.isdigit() and len(count) == 1 if behind.value is None else behind.value < _COUNT_MAX
    return few and len(count) <= _COUNT_LENGTH


def took_a_part(c: Clause) -> bool:
    """ "Took 50% off here", "sold half": told of what was just done, in the words of an order."""
    if not ((c.percent or 0) >= _SHARE_MIN or c.has(ROLE.HALF, ROLE.SHARE)) or c.has(*_NO_PART):
        return False
    gained = any(p.text == "+" and q.role is ROLE.PERCENT for p, q in pairwise(c.pieces))
    return not gained and any(p.text in TOOK for p in c.pieces) and c.talk <= TALK_MAX


def _is_one_of_several(entry: Lexeme, c: Clause) -> bool:
    """ "Close the first entries": a part of the position."""
    before = next((p.text for p in reversed(c.pieces) if p.start < entry.start), "")
    return entry.text.startswith(_WHICH) or before + " " in _WHICH


def speaks_of_one_entry(c: Clause, act: Act) -> bool:
    """ "Cancel the lower limit", "close entry 2", "SL to BE for the first entry": the others are not meant."""
    if not c.has(*_ORDERED) or (act is ACT.BREAK_EVEN and ROLE.EVEN not in c.roles):
        return False
    spoken = [p for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK)]
    for at, piece in enumerate(spoken):
        if piece.role not in _ORDERED or (piece.role is ROLE.LIMIT and act is ACT.BREAK_EVEN):
            continue
        beside = (*spoken[max(at - 1, 0) : at], *spoken[at + 1 : at + 2])
        if piece.role is ROLE.ADD or piece.text.startswith(_WHICH) or any(_tells_which(p, act) for p in beside):
            return True
    return False


def _tells_which(piece: Lexeme, act: Act) -> bool:
    """A count, or a word that nobody knows, right beside the entry."""
    counts = piece.role is ROLE.PRICE and piece.text.isdigit() and len(piece.text) == 1
    described = act is not ACT.BREAK_EVEN and piece.role in (ROLE.WORD, ROLE.MOVE, ROLE.PART)
    return counts or described or piece.role is ROLE.INDEX or piece.text in ORDINALS


def _is_half(c: Clause) -> bool:
    """ "Half out here", "took half": nobody says close, and nothing else can be meant."""
    if took_a_part(c):
        return True
    half = c.first(ROLE.HALF)
    if half is None or c.talk > TALK_IN_A_REPORT or c.has(ROLE.STOP, ROLE.INDEX, ROLE.ENTRY, ROLE.HIT, ROLE.RECAP):
        return False
    if half.text[0].isdigit() and c.has(ROLE.TARGET) and c.has(ROLE.TICK):
        return False  # "TP 1/2 ✅" tells of two targets
    return half.text[0] in _HALVING or not c.has(ROLE.BUY, ROLE.SELL, ROLE.SIZE, ROLE.PRICE)


def _closes(c: Clause) -> bool:
    if ROLE.CLOSED in c.roles and ROLE.TICKER in c.roles and c.price is not None and not c.has(*_NOT_A_CLOSE):
        return True  # "ETHUSDT short closed @ 3312"
    if (
        ROLE.CLOSED in c.roles
        and ROLE.MARKET in c.roles
        and c.has(ROLE.TICKER, ROLE.BUY, ROLE.SELL)
        and not c.has(*_NOT_A_CLOSE)
    ):
        return True  # "I have closed my BTC long here"
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
    return ROLE.CLOSE in c.roles or (
        ROLE.CLOSED in c.roles
        and not c.has(ROLE.RECAP, ROLE.STOP, ROLE.TARGET, ROLE.BUY, ROLE.SELL)
        and c.tells_an_outcome
    )


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
    return first is ROLE.ADD and c.talk == 0 and not c.has(ROLE.CANCEL, ROLE.STOP, ROLE.CLOSE, ROLE.PART)


_Rule = tuple[frozenset[Role], Callable[[Clause], bool], Callable[[Clause], Instruction | None]]


def _with(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


_PARTS = _with(Role.CLOSE, Role.CLOSED, Role.PART, Role.PERCENT, Role.EVEN)
RULES: tuple[_Rule, ...] = (
    (_with(Role.REMOVE, Role.CANCEL), _removes_the_stop, lambda _: None),
    (_with(Role.CANCEL, Role.REMOVE), _cancels, lambda _: Instruction(Act.CANCEL)),
    (_with(Role.STOPPED, Role.STOP), is_stopped, lambda _: Instruction(Act.STOP_HIT)),
    (_with(Role.EVEN, Role.ENTRY), _breaks_even, lambda _: Instruction(Act.BREAK_EVEN)),
    (_with(Role.MOVE), goes_nearly_to_the_entry, lambda _: Instruction(Act.BREAK_EVEN)),
    (_with(Role.SIZE), moves_the_risk, lambda c: Instruction(Act.MOVE_STOP, price=price_of(c))),
    (_with(Role.STOP), moves_the_stop, moved_stop),
    (_with(Role.MOVE), trails, moved_stop),
    (_with(Role.TARGET), edits_targets, edited_target),
    (_with(Role.MOVE, Role.EDIT), moves_the_entry, lambda c: Instruction(Act.OTHER, price=price_of(c))),
    (_with(Role.FILLED, Role.ENTRY, Role.TICK), is_filled, lambda c: Instruction(Act.ENTRY_FILLED, price=price_of(c))),
    (_with(Role.ADD, Role.ADDED), _adds, lambda c: Instruction(Act.OTHER, price=price_of(c))),
    (_PARTS, _is_part, _part),
    (_with(Role.HALF), _is_half, _part),
    (_with(Role.TARGET), is_reached, lambda c: Instruction(Act.TARGET_HIT, target=c.index)),
    (_with(Role.CLOSE, Role.CLOSED), _closes, lambda c: Instruction(Act.CLOSE, price=price_of(c))),
)
"""What a clause says: the first row that applies, behind the roles of which it needs one. None stands for a refusal."""


@lru_cache(maxsize=2048)
def rules_for(roles: frozenset[Role]) -> tuple[_Rule, ...]:
    """The rows that may apply to a clause of these roles; clauses are much alike, so it is remembered."""
    return tuple(rule for rule in RULES if not rule[0].isdisjoint(roles))
