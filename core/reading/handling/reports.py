"""Know what one clause reports: the stop was hit, a target reached, an entry filled.

Separate from the orders, because a report changes nothing: at worst it is told too often.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from core.reading.handling.clauses import OUTCOMES, Clause
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

TOOK = frozenset(listed("TOOK"))
"""How somebody tells of a part he has just closed."""
_AVERAGE, _ARRIVED = map(listed, ("AVERAGE", "ARRIVED"))
_TP = "tp"
_CROSSES = frozenset("❌⛔🚫🛑✖❎🔻🔴")
BESIDE = frozenset((Role.FILLER, Role.TICKER, Role.MARK, Role.TICK, Role.HEADING, Role.MARKET, Role.INDEX, Role.LINE))
"""What may stand beside a label that says something by itself."""
_CROSSED = (*BESIDE, Role.STOP, Role.PERCENT, Role.DISTANCE, Role.REWARD, Role.BUY, Role.SELL)
_ORDERED = (Role.EVEN, Role.HALF, Role.PART, Role.MOVE)
"""A stop beside one of these is told where to go: "SL to BE, closing half"."""
_GAINS = (Role.DISTANCE, Role.REWARD)
_RANKED = [Role.INDEX, Role.HIT]
_BESIDE_A_RANK = (Role.DISTANCE, Role.REWARD, Role.PERCENT, Role.TICKER, Role.TICK, Role.MARK, Role.FILLER)
_REACHED, _LABELS = (Role.HIT, Role.CLOSED), (Role.STOP, Role.TARGET)
_RISKED, _MAX = (Role.STOP, Role.TARGET, Role.SIZE, Role.RATIO), "max"
""" "Max loss 2%" is what may be lost."""
_BEFORE = frozenset(listed("BEFORE"))
_OR, _ALMOST, _LOSS = frozenset(listed("OR")), frozenset(listed("ALMOST")), frozenset(listed("LOSS"))
_EARLIER = tuple(f" {phrase} " for phrase in listed("EARLIER"))
_ENDED, _WON = (Role.CLOSED, Role.STOPPED, Role.HIT, Role.EVEN), (Role.TARGET, Role.TICK, Role.PRICE, Role.DISTANCE)
TALK_IN_A_REPORT = 2
CUT = "cut"
"""In English a stop with a price behind it, and by itself an order."""
_SHARED, _REST = [Role.TARGET, Role.INDEX, Role.PERCENT, Role.PERCENT, Role.ALL], frozenset(listed("REST"))
_OUT_OF = frozenset(listed("OUT_OF"))
_OUT, _NUMBERS, _TARGETS_MAX = "out", (Role.PRICE, Role.INDEX), 20
_RUNNING_ON, _KEEPING = (Role.HOLD, Role.RUNNER), frozenset(listed("KEEPING"))
_BAGGED = ([Role.TARGET, Role.INDEX, Role.PART], [Role.INDEX, Role.TARGET, Role.PART])


def is_stopped(c: Clause) -> bool:
    if came_before_the_entry(c) or any(p.text in _ALMOST for p in c.pieces):
        return False  # "nearly stopped out", "almost hit SL"
    if ROLE.STOPPED in c.roles:
        return True
    if is_either(c):
        return False
    if ROLE.STOP in c.roles and c.price is not None:
        return _is_hit_at_a_price(c)
    if ROLE.STOP not in c.roles:
        return False
    alone = all(p.role in (ROLE.STOP, ROLE.TICKER, ROLE.MARK, ROLE.TICK, ROLE.FILLER) for p in c.pieces)
    crossed = any(p.text in _CROSSES for p in c.pieces)
    return (
        (c.has(ROLE.HIT, ROLE.CLOSED) and not _is_of_the_target(c))
        or (c.has(ROLE.FILLED) and not c.has(ROLE.EVEN) and not _is_in(c))  # "stop activated: at the entry" is where
        or (crossed and all(p.role in _CROSSED for p in c.pieces) and not _tells_how_far(c))
        or (alone and ROLE.TICKER in c.roles and not any(p.text.startswith(CUT) for p in c.pieces))
        or (c.pieces[0].role is ROLE.STOP and ROLE.CLOSE in c.roles and not c.has(*_ORDERED))
    )


def _is_hit_at_a_price(c: Clause) -> bool:
    """ "BTC stop loss hit at 61000": the word right behind its label, and nothing is moved or put anywhere."""
    told = any(p.role is ROLE.STOP and q.role is ROLE.HIT for p, q in pairwise(c.pieces))
    return told and not c.has(ROLE.TARGET, ROLE.MOVE, ROLE.TO, ROLE.EDIT, ROLE.EVEN, ROLE.BUY, ROLE.SELL, ROLE.ENTRY)


def tells_the_loss(c: Clause) -> bool:
    """ "❌ SL: 2340 | -46 pips": where a stop was hit, and what was lost there."""
    if not {ROLE.STOP, ROLE.PRICE} <= c.roles or c.has(ROLE.MOVE, ROLE.TO, ROLE.EDIT):
        return False
    lost = any(p.text == "-" and q.role in (ROLE.DISTANCE, ROLE.PERCENT) for p, q in pairwise(c.pieces))
    return lost or c.pieces[0].text in _CROSSES


def told_as_lost(parts: Sequence[Clause], ordered: Sequence[Clause]) -> bool:
    """ "Stop loss: 3298", and below it "3.1% loss": where the trade ended, and no new stop."""
    beside = [c for c in parts if c not in ordered and not c.has(*_RISKED) and _MAX not in c.words]
    return any(c.has(ROLE.PERCENT, ROLE.DISTANCE, ROLE.REWARD) and not _LOSS.isdisjoint(c.words) for c in beside)


def _tells_how_far(c: Clause) -> bool:
    """ "❌ STOP LOSS: -7%": a field of a call; "❌ SL -2%" is what came of one."""
    return ROLE.PERCENT in c.roles and any(p.role is ROLE.STOP and q.text == ":" for p, q in pairwise(c.pieces))


def _is_of_the_target(c: Clause) -> bool:
    """ "TP2 smashed, let the rest ride with SL at TP1", in one breath: the target was hit, and no stop."""
    if ROLE.TARGET not in c.roles:
        return False
    row = [p.role for p in c.pieces if p.role in _REACHED or p.role in _LABELS]
    beside = [row[at - 1] if at else row[1] for at, role in enumerate(row) if role in _REACHED]
    return ROLE.STOP not in beside


def is_either(c: Clause) -> bool:
    """ "Let gold hit TP or SL": whichever comes first has not come."""
    return {ROLE.STOP, ROLE.TARGET, ROLE.TO} <= c.roles and any(p.text in _OR for p in c.pieces)


def _is_in(c: Clause) -> bool:
    """ "SOL filled, SL entry" in one breath: the order was filled, and its stop goes to the entry."""
    row = [p.role for p in c.pieces if p.role in (ROLE.FILLED, ROLE.STOP, ROLE.ENTRY)]
    return row == [ROLE.FILLED, ROLE.STOP, ROLE.ENTRY]


def is_reached(c: Clause) -> bool:
    if (
        ROLE.TARGET not in c.roles
        or is_either(c)
        or came_before_the_entry(c)
        or (ROLE.ENTRY in c.roles and not _stands_apart(c))
    ):
        return False
    if is_in_the_bag(c) or _leaves_a_rest(c):
        return True
    if c.has(ROLE.HEADING, ROLE.IDENT) and _counts_trades(c.pieces):
        return False
    if ROLE.RECAP in c.roles and any(p.text == "/" and q.role is ROLE.INDEX for p, q in pairwise(c.pieces)):
        return False  # "Total targets hit: 0 / 9", below how the trade ended
    if c.has(ROLE.HIT, ROLE.CLOSED):
        return not (ROLE.CLOSED in c.roles and ROLE.STOP in c.roles)
    if c.price is None and not c.has(ROLE.STOP, ROLE.MOVE) and (ROLE.FILLED in c.roles or c.pieces[-1].role is ROLE.TO):
        return True  # "TP1 triggered", "TP1到"
    spot = next(at for at, p in enumerate(c.pieces) if p.role is ROLE.TARGET)
    tick = next((at for at, p in enumerate(c.pieces) if p.role is ROLE.TICK), -1)
    if c.pieces[0].text in _ARRIVED and c.price is None:
        return True  # "到第一止盈了"
    if any(p.role in _RUNNING_ON or p.text in _KEEPING for p in c.pieces[:spot]):
        return False  # "let it run to TP2 ✅"
    if any(p.role is ROLE.RUNNER and " " not in p.text for p in c.pieces[spot : max(spot, tick)]):
        return False  # "TP4: open ✅"
    if 0 <= tick < spot and c.price is None and c.index is not None and c.roles <= BESIDE | {ROLE.TARGET}:
        return True  # "✅ 1st target"
    priced = c.price is not None and c.has(ROLE.ENTRY, ROLE.STOP, ROLE.BUY, ROLE.SELL, ROLE.MOVE)
    return tick > spot and not priced and (c.index is not None or (ROLE.ALL in c.roles and c.price is None))


def hits_all(c: Clause) -> bool:
    """ "Gold just hit full TP", "ARB 1st done": of a target nobody says more."""
    if any(p.role is ROLE.HIT and q.role is ROLE.HIT and _TP in q.text.split() for p, q in pairwise(c.pieces)):
        return True
    said = [p for p in c.pieces if p.role not in _BESIDE_A_RANK]
    return [p.role for p in said] == _RANKED and ROLE.TICKER in c.roles and not said[0].text.isdigit()


def reached(c: Clause) -> int | None:
    """Which target was reached: the last, of "3/9 targets achieved" and "3 of 5 targets reached" the third."""
    row = c.pieces
    for at, piece in enumerate(row):
        whole = piece.role is ROLE.INDEX and row[at + 1 : at + 2] and row[at + 1].role is ROLE.TARGET
        if whole and at > 1 and row[at - 1].text in _OUT_OF:
            some = row[at - 2 - (at > 2 and row[at - 2].text == _OUT)]
            if some.role in _NUMBERS and _is_some(some.value, piece.value):
                return int(some.value or 0)
        if piece.role is ROLE.SHARE and ROLE.INDEX not in c.roles:
            part, _, of = piece.text.partition("/")
            if part.isdigit() and of.isdigit() and _is_some(Decimal(part), Decimal(of)):
                return int(part)
    return c.index


def _counts_trades(row: Sequence[Lexeme]) -> bool:
    """ "8 of 10 trades hit TP": how many did, and no target of one."""
    for at in range(1, len(row) - 1):
        if row[at].text not in _OUT_OF or (row[at - 1].role not in _NUMBERS and row[at - 1].text != _OUT):
            continue
        whole, behind = row[at + 1], row[at + 2 : at + 3]
        if whole.role is ROLE.IDENT and " " in whole.text:
            return True  # "9 trades" is one piece
        if whole.role in _NUMBERS and any(p.role is ROLE.HEADING for p in behind):
            return True
    return False


def _is_some(part: Decimal | None, whole: Decimal | None) -> bool:
    return part is not None and whole is not None and 0 < part <= whole <= _TARGETS_MAX and part % 1 == 0


def is_aimed_at(pieces: Sequence[Lexeme]) -> bool:
    """ "Aiming for TP2 🚀", "hedef TP2": one label right behind another, which says what the first is."""
    return any(p.role is q.role is ROLE.TARGET for p, q in pairwise(pieces))


def was_at_its_entry(c: Clause) -> bool:
    """ "SL at entry hit", "break-even stop hit": where the stop was, and nobody is told to put it there."""
    row = [p.role for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICK, ROLE.TICKER)]
    return row in ([ROLE.STOP, ROLE.EVEN, ROLE.HIT], [ROLE.EVEN, ROLE.STOP, ROLE.HIT], [ROLE.EVEN, ROLE.STOPPED])


def _leaves_a_rest(c: Clause) -> bool:
    """ "SOL: TP1 (50%) - 50% left": how much went there, and how much is left."""
    if ROLE.INDEX not in c.roles or c.price is not None or c.has(*_ORDERED):
        return False
    said = [p for p in c.pieces if p.role not in BESIDE or p.role is ROLE.INDEX]
    roles = [p.role for p in said if p.role is not ROLE.WORD or p.text in _REST]
    return len(said) <= len(_SHARED) + 1 and roles in (_SHARED, [*_SHARED[:-1], ROLE.WORD])


def is_in_the_bag(c: Clause) -> bool:
    """ "TP1 secured", "first target secured": told of a target, and no part is to be closed."""
    if not c.roles.issuperset(_BAGGED[0]):
        return False
    said = [p for p in c.pieces if p.role not in BESIDE or p.role is ROLE.INDEX]
    if any(p.role is ROLE.TICK for p in c.pieces):
        said = [p for p in said if p.text not in OUTCOMES]  # "TP1 ✅ profit secured ✅"
    return [p.role for p in said] in _BAGGED and said[-1].text in TOOK


def tells_a_gain(c: Clause) -> bool:
    """ "+50 pips secured", "lock in 0% risk": what was won, or is no more at stake, and no part of a trade."""
    if not c.has(*_GAINS, ROLE.PERCENT):
        return False
    if any(p.role is ROLE.PERCENT and p.value == 0 for p in c.pieces):
        return True
    row = [p for p in c.pieces if p.role not in BESIDE]
    if len(row) > 1 and row[0].text in TOOK and row[1].role in _GAINS:
        return True  # "secured 120 pips on gold"
    return len(row) > 1 and row[-1].text in TOOK and row[-2].role in _GAINS and row[-1].role is ROLE.PART


def _stands_apart(c: Clause) -> bool:
    """ "+45 pips from our entry, TP1 hit": the target was reached; "entry target 1 reached" speaks of the entry."""
    row = [p.role for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK)]
    at = row.index(ROLE.ENTRY)
    return ROLE.TARGET in row[at + 2 :] and ROLE.INDEX in row[at + 2 :] and row[at + 1] is not ROLE.TARGET


def came_before_the_entry(c: Clause) -> bool:
    """ "TP1 hit before entry": the market was there, and no order was filled."""
    if ROLE.IF not in c.roles or not c.has(ROLE.ENTRY, ROLE.FILLED):
        return False
    spoken = [p for p in c.pieces if p.role is not ROLE.FILLER]
    return any(p.text in _BEFORE and q.role in (ROLE.ENTRY, ROLE.FILLED) for p, q in pairwise(spoken))


def is_filled(c: Clause) -> bool:
    if came_before_the_entry(c):
        return False
    if any(p.text in _ALMOST for p in c.pieces):
        return False  # "I got filled nearly twice"
    entered = ROLE.ENTRY in c.roles and not c.has(ROLE.CLOSE, ROLE.EVEN)
    entered = entered and not any(p.role is ROLE.TARGET and q.role is ROLE.HIT for p, q in pairwise(c.pieces))
    entered = entered and not (ROLE.TARGET in c.roles and _stands_apart(c))
    averaged = any(p.role is ROLE.FILLER and p.text.startswith(_AVERAGE) for p in c.pieces)
    ticked = (
        ROLE.TICK in c.roles and ROLE.INDEX in c.roles and (c.price is None or averaged) and ROLE.TARGET not in c.roles
    )
    if ROLE.LIMIT in c.roles and ROLE.HIT in c.roles and not c.has(ROLE.TARGET, ROLE.STOP):
        return True  # "our buy limit just got hit"
    return (entered and (ticked or c.has(ROLE.HIT, ROLE.FILLED))) or (
        ROLE.FILLED in c.roles and ROLE.TARGET not in c.roles and c.talk <= TALK_IN_A_REPORT
    )


def tells_what_was_won_before(pieces: Sequence[Lexeme]) -> bool:
    """ "Last signal hit all targets": by its own words of another trade, and yet no call may be trusted beside it."""
    said = f" {' '.join([p.text for p in pieces])} "
    return any(p.role in _WON for p in pieces) and any(phrase in said for phrase in _EARLIER)


def tells_of_an_earlier_trade(pieces: Sequence[Lexeme]) -> bool:
    """ "Last entry hit breakeven", "previous trade stopped out": how another one ended, beside a call of its own.

    Not so a target that was hit: what won is often told again with all its levels.
    """
    roles = {p.role for p in pieces}
    if roles.isdisjoint(_ENDED) or not roles.isdisjoint(_WON):
        return False
    said = f" {' '.join([p.text for p in pieces])} "
    return any(phrase in said for phrase in _EARLIER)
