"""Tell an order for a part of a trade - half, a share, one entry of several - from one for all of it.

Separate from the other orders: a share is said in more ways than anything else, and to take one
for the other closes a trade that was to go on.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from core.reading.handling.clauses import WHOLE, Clause
from core.reading.handling.moves import TALK_MAX, is_brought_nearer, price_of
from core.reading.handling.remainders import ends_the_rest, is_how_many, names_some
from core.reading.handling.reports import TALK_IN_A_REPORT, TOOK, is_in_the_bag, tells_a_gain
from core.reading.handling.taken_off import goes_off
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import LOTS
from core.reading.roles import ROLE, Role
from core.reading.text.tokens import Shape, shape_of
from core.reading.words.lexicon import EVERY, ORDINALS, SHARES, listed, meaning_of
from core.signals import ACT, Act, Instruction

WHICH = tuple(word if shape_of(word) is Shape.HAN else f"{word} " for word in listed("WHICH"))
"""Which of several entries: "lower entry", in one with it or before it."""
_ORDERED = (Role.ENTRY, Role.LIMIT, Role.ADD)
_RANKED, _ONE = (Role.WORD, Role.INDEX, Role.ENTRY), "one"
_WITHDRAWN, _NUMBERS = (Role.CANCEL, *_ORDERED), (Role.PRICE, Role.IDENT)
_TAKEN = frozenset(listed("TAKEN"))
_AMOUNTS = frozenset(listed("AMOUNTS"))
"""How much, and not yet what to do with it."""
_THINGS = frozenset(listed("THINGS"))
_OF_THOSE, _GOT_IN = "的", ("开", "进", "接", "买")
_HALVING = frozenset("平减出走止先")
"""多单减半 halves what is open; 多单一半 could be how much to buy."""
_FROM = frozenset(listed("FROM"))
_COUNT_MAX, _COUNT_LENGTH = 10, 4
_NO_PART = (Role.STOP, Role.SIZE, Role.LEVERAGE, Role.RECAP, Role.RATIO, Role.ENTRY)
"""Beside one of these a share that was taken is no part of a trade that is closed."""
_ALL_OF_IT, _FULL = ({Role.PART, Role.ALL}, {Role.PART, Role.CLOSE}), frozenset(listed("FULL"))
_SIGNS, _OFF = frozenset("+-"), "off"
_SIZE_BY_A_SHARE = [Role.PART, Role.SIZE, Role.PERCENT]
_BESIDE_A_SHARE = (Role.FILLER, Role.MARK, Role.TICKER, Role.MARKET, Role.TICK)
_BESIDE_A_TAKING = frozenset((*_BESIDE_A_SHARE, Role.HALF, Role.SHARE, Role.PERCENT, Role.PRICE, Role.ZONE, Role.AND))
_SHARE_AND_VERB = 2
_RUNNING = (Role.HOLD, Role.RUNNER)
_TP, _HAVE = "tp ", frozenset(("have", "ve"))
_TAKING, _OUT = frozenset(("tp", "take profit")), frozenset(listed("OUT"))
_HAN = "\u3040"
_PARTING, _STOPPING = (Role.PART, Role.HALF, Role.PERCENT), (Role.STOP, Role.EVEN, Role.MOVE)
_KEEPING = frozenset(listed("KEEPING"))
_GAINED_AT = frozenset(("for", "@"))
_SHARE_MIN, _EIGHTH = 10, Decimal("12.5")
"""Less is what a trade has made."""


def part(c: Clause) -> Instruction:
    if c.percent == WHOLE or _is_the_whole(c) or ends_the_rest(c):
        return Instruction(ACT.CLOSE, price=price_of(c))
    percent = c.percent if c.percent is not None else Decimal(50) if ROLE.HALF in c.roles else c.share
    if ROLE.HALF in c.roles and any(p.text in _GAINED_AT and q.role is ROLE.PERCENT for p, q in pairwise(c.pieces)):
        percent = Decimal(50)  # "I'm out half for 40%": what it has made
    price = None if (is_how_many(c) and names_some(c)) or _tells_where_from(c) else price_of(c)
    return Instruction(ACT.CLOSE_PART, price=price, percent=percent, target=c.index, percent_max=c.percent_max)


def _tells_where_from(c: Clause) -> bool:
    """ "For those in from 4176: secure partials": where they got in, and not where they leave."""
    return any(p.text in _FROM and q.role is ROLE.PRICE for p, q in pairwise(c.pieces))


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
    if not {ROLE.EVEN, ROLE.TARGET} <= c.roles:
        return False
    return any(p.role is ROLE.TARGET and p.text.startswith("take profits") for p in c.pieces)


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


def is_a_part(c: Clause) -> bool:
    if tells_a_gain(c) or ({ROLE.TO, ROLE.PRICE} <= c.roles and _moves_a_target_a_bit(c)):
        return False
    if takes_profit(c) or _reduces_the_size(c):
        return True
    if is_in_the_bag(c):
        return False
    if ROLE.CLOSE in c.roles and ROLE.STOP not in c.roles and (_is_smaller(c) or closes_some(c)):
        return True
    if ROLE.CLOSE in c.roles and names_some(c):
        return True
    told = ROLE.CLOSED in c.roles and (c.has(ROLE.HALF, ROLE.SHARE, ROLE.PART) or _is_a_share(c))
    if told and not c.has(ROLE.STOP, ROLE.RECAP):
        return True
    if (
        c.percent is not None
        and any(p.text in _TAKEN for p in c.pieces)
        and not c.has(ROLE.STOP, ROLE.SIZE, ROLE.RECAP)
    ):
        return True
    if took_a_part(c) or _is_taken_off(c) or takes_a_target(c) or (ROLE.PERCENT in c.roles and goes_off(c)):
        return True
    if ROLE.PART not in c.roles:
        return False
    says = any(p.role is ROLE.PART and p.text not in _AMOUNTS for p in c.pieces)
    says = says and not ((c.has(ROLE.SIZE, ROLE.LEVERAGE) and not _parts_with_size(c)) or _is_a_thing(c))
    says = says or ROLE.SHARE in c.roles
    return says and not c.has(ROLE.STOP, ROLE.RECAP, ROLE.CLOSED, ROLE.HIT) and c.talk <= TALK_IN_A_REPORT


def _moves_a_target_a_bit(c: Clause) -> bool:
    """ "Move TP a bit to 4198", "reduce TP2 to 4198": where it goes, and nothing is closed."""
    if ROLE.MOVE in c.roles:
        return any(p.role is ROLE.PART and p.text.startswith(_TP) for p in c.pieces)
    return is_brought_nearer(c)


def _parts_with_size(c: Clause) -> bool:
    """ "Close some volume", "close part of the lot": of the size a part is closed, and none is told."""
    row = [p for p in c.pieces if p.role is not ROLE.FILLER]
    leaves = (p.role is ROLE.PART and meaning_of(p.text.split()[0]) is ROLE.CLOSE for p in row)
    return (
        any(part and q.role is ROLE.SIZE for part, q in zip(leaves, row[1:], strict=False))
        and ROLE.PRICE not in c.roles
    )


def _is_a_thing(c: Clause) -> bool:
    """ "Federal Bank", "order book": behind another word, and with nothing behind it, the verb is none."""
    row = [p for p in c.pieces if p.role not in (ROLE.MARK, ROLE.TICK)]
    alone = sum(p.role is ROLE.PART for p in row) == 1
    return alone and len(row) > 1 and row[-1].text in _THINGS and row[-2].role is ROLE.WORD


def _is_smaller(c: Clause) -> bool:
    """Whether a share is named, or one of several entries."""
    if c.has(ROLE.HALF, ROLE.PART, ROLE.SHARE) or c.percent is not None or c.index is not None:
        return True
    if ROLE.FILLER in c.roles and any(p.role is ROLE.CLOSE and q.text in SHARES for p, q in pairwise(c.pieces)):
        return True  # 先出三成
    return ROLE.ENTRY in c.roles and any(p.role is ROLE.ENTRY and _is_one_of_several(p, c) for p in c.pieces)


def _reduces_the_size(c: Clause) -> bool:
    """减50%仓位, "reduce 50% of your position size", "reduce size by half": what is reduced is named."""
    if ROLE.SIZE not in c.roles:
        return False
    if [p.role for p in c.pieces if p.role not in _BESIDE_A_SHARE] == [ROLE.PART, ROLE.SIZE, ROLE.HALF]:
        return True
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
    if any(p.role is ROLE.PRICE and LOTS.has(q) for p, q in pairwise(c.pieces)):
        return True  # "close 0.5 lots of gold"
    spoken = [p for p in c.pieces if p.role is not ROLE.FILLER] if ROLE.TICKER not in c.roles else ()
    behind = next((q for p, q in pairwise(spoken) if p.role is ROLE.CLOSE and EVERY.isdisjoint(p.text.split())), None)
    if behind is None or behind.role not in (ROLE.PRICE, ROLE.IDENT):
        return False
    count = behind.text.split()[0]  # "2 trades" is one piece
    few = count.isdigit() and len(count) == 1 if behind.value is None else behind.value < _COUNT_MAX
    return few and len(count) <= _COUNT_LENGTH


def took_a_part(c: Clause) -> bool:
    """ "Took 50% off here", "sold half": told of what was just done, in the words of an order."""
    share = c.percent or 0
    plain = share >= _SHARE_MIN and (share % 1 == 0 or share % _EIGHTH == 0)
    if not (plain or c.has(ROLE.HALF, ROLE.SHARE)):
        return False  # "took 10.5%": what it has made
    if c.has(*_NO_PART) and not _tells_who_took_it(c):
        return False
    if c.has(ROLE.PRICE) and not _is_taken_at_a_price(c):
        return False
    gained = any(p.text == "+" and q.role is ROLE.PERCENT for p, q in pairwise(c.pieces))
    told = any(p.text in TOOK or (p.role is ROLE.HALF and p.text.split()[0] in TOOK) for p in c.pieces)
    told = told or ROLE.RECAP in c.roles
    return told and not gained and c.talk <= TALK_MAX


def _tells_who_took_it(c: Clause) -> bool:
    """ "I took 30% off here", "we took half off": and no result, as "we took 40% profit" is."""
    taken = c.has(ROLE.HALF, ROLE.SHARE, ROLE.PART) or any(p.text == _OFF for p in c.pieces)
    if not taken or c.has(*[role for role in _NO_PART if role is not ROLE.RECAP]):
        return False
    return all(p.text.split()[-1] in TOOK for p in c.pieces if p.role is ROLE.RECAP)


def tells_of_a_part(c: Clause) -> bool:
    """ "Saqué parciales del oro", "забрал часть": in the past, how much is not said, and it may be done by now."""
    return ROLE.PART in c.roles and any(p.text in TOOK or p.text.split(" ")[0] in TOOK for p in c.pieces)


def _is_taken_at_a_price(c: Clause) -> bool:
    """ "Took half at 2350": one price, and no word but what was taken."""
    words = [p for p in c.pieces if p.role not in _BESIDE_A_TAKING and TOOK.isdisjoint(p.text.split()[-1:])]
    words = [p for p in words if p.text not in _HAVE]
    return not words and sum([p.role is ROLE.PRICE for p in c.pieces]) == 1


def takes_a_target(c: Clause) -> bool:
    """ "Taking TP1 on SOL": a target is taken, told while it is done; "llegó al TP2" is told by its verb."""
    if c.index is None or c.price is not None or c.has(ROLE.STOP, ROLE.IF, ROLE.WILL, ROLE.RECAP, ROLE.HIT):
        return False
    row = [p for p in c.pieces if p.role is not ROLE.FILLER or p.text in _TAKEN] + [c.pieces[-1]]
    taken = (
        p.text in _TAKEN and q.role is ROLE.TARGET and r.role is ROLE.INDEX
        for p, q, r in zip(row, row[1:], row[2:], strict=False)
    )
    return c.talk <= TALK_MAX and any(taken)


def _is_one_of_several(entry: Lexeme, c: Clause) -> bool:
    """ "Close the first entries": a part of the position."""
    before = next((p.text for p in reversed(c.pieces) if p.start < entry.start), "")
    return entry.text.startswith(WHICH) or before + " " in WHICH


def speaks_of_one_entry(c: Clause, act: Act) -> bool:
    """ "Cancel the lower limit", "close entry 2", "SL to BE for the first entry": the others are not meant."""
    if ROLE.INDEX in c.roles and any(p.role is ROLE.EVEN and q.role is ROLE.INDEX for p, q in pairwise(c.pieces)):
        return True  # "stop to entry 1"
    if ROLE.FILLER in c.roles and any(q.text == _OF_THOSE and p.text.endswith(_GOT_IN) for p, q in pairwise(c.pieces)):
        return True  # 现价进的平仓
    if act is ACT.CANCEL and counts_an_order(c):
        return True
    if not c.has(*_ORDERED) or (act is ACT.BREAK_EVEN and ROLE.EVEN not in c.roles):
        return False
    spoken = [p for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK)]
    for at, piece in enumerate(spoken):
        if piece.role not in _ORDERED or (piece.role is ROLE.LIMIT and act is ACT.BREAK_EVEN):
            continue
        beside = (*spoken[max(at - 1, 0) : at], *spoken[at + 1 : at + 2])
        if (
            piece.role is ROLE.ADD
            or piece.text.startswith(WHICH)
            or piece.text[-1].isdigit()
            or any(_tells_which(p, act) for p in beside)
        ):
            return True
    return False


def counts_an_order(c: Clause) -> bool:
    """ "Second order cancelled", "delete limit 2", پله دوم کنسل: withdrawn by its count, and the others stay."""
    row = [p for p in c.pieces if p.role is not ROLE.MARK]
    if any(p.role in _RANKED and p.text.split()[-1] in ORDINALS and p.text != _ONE for p in row):
        return True
    return any(p.role in _WITHDRAWN and q.role in _NUMBERS and len(q.text) == 1 for p, q in pairwise(row))


def _tells_which(piece: Lexeme, act: Act) -> bool:
    """A count, or a word that nobody knows, right beside the entry."""
    counts = piece.role is ROLE.PRICE and piece.text.isdigit() and len(piece.text) == 1
    described = act is not ACT.BREAK_EVEN and piece.role in (ROLE.WORD, ROLE.MOVE, ROLE.PART)
    return counts or described or piece.role is ROLE.INDEX or piece.text in ORDINALS


def _halves(half: Lexeme) -> bool:
    """ "TP1减仓一半", "TP1에서 절반 청산": the verb stands in one with it."""
    words = half.text.split()
    return half.text[0] in _HALVING or any(meaning_of(word) is ROLE.CLOSE for word in (words[0], words[-1]))


def is_half(c: Clause) -> bool:
    """ "Half out here", "took half": nobody says close, and nothing else can be meant."""
    if took_a_part(c):
        return True
    half = c.first(ROLE.HALF)
    if half is None or c.talk > TALK_IN_A_REPORT or c.has(ROLE.STOP, ROLE.ENTRY, ROLE.HIT, ROLE.RECAP, ROLE.ANALYSIS):
        return False
    if ROLE.INDEX in c.roles and not (ROLE.TARGET in c.roles and _halves(half) and ROLE.TICK not in c.roles):
        return False
    if half.text[0].isdigit() and c.has(ROLE.TARGET) and c.has(ROLE.TICK):
        return False  # "TP 1/2 ✅" tells of two targets
    if ROLE.PRICE in c.roles and goes_off(c):
        return True
    if c.has(*_RUNNING) and any(p.role in _RUNNING and q is half for p, q in pairwise(c.pieces)):
        return False  # "hold half" does not say that the other is closed
    if half.text[0] in _HALVING or not c.has(ROLE.BUY, ROLE.SELL, ROLE.SIZE, ROLE.PRICE):
        return True
    return not c.has(ROLE.SIZE, ROLE.PRICE) and _halves_a_side(c)


def _halves_a_side(c: Clause) -> bool:
    """ "Fecha metade da venda": the verb and the share in one phrase, and behind it the side that is held."""
    said = [p for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICKER)]
    return any(p.role is ROLE.HALF and q.role in (ROLE.BUY, ROLE.SELL) and _halves(p) for p, q in pairwise(said))


def as_spoken(c: Clause, said: list[Instruction]) -> list[Instruction]:
    """减仓一半 推保护: of two orders in one breath the first said comes first, where the words for a part lead."""
    said = list(dict.fromkeys(said))
    if [i.act for i in said] not in ([ACT.BREAK_EVEN, ACT.CLOSE_PART], [ACT.MOVE_STOP, ACT.CLOSE_PART]):
        return said
    lead = next((p for p in c.pieces if p.role in _PARTING or p.role in _STOPPING), c.pieces[0])
    together = any(p.text >= _HAN for p in c.pieces if p.role in _PARTING or p.role in _STOPPING)
    return said[::-1] if lead.role in _PARTING and together else said


def leaves_a_share(c: Clause) -> bool:
    """ "Close 70% leave 30% at BE": two shares that make the whole, the rest behind a word that keeps it."""
    shares = [n for n, p in enumerate(c.pieces) if p.role is ROLE.PERCENT]
    if len(shares) != 2 or sum(c.pieces[n].value or 0 for n in shares) != WHOLE:
        return False
    return ROLE.IF not in c.roles and c.pieces[shares[1] - 1].text in _KEEPING
