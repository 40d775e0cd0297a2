"""Say where a clause moves a level: the stop, a target, the entry, and to what price.

Separate from the other orders, because here figures decide beside the verbs, and each label must get its own price.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from core.reading.handling.clauses import Clause, priced
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import RISK
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.signals import ACT, Instruction, Pips
from core.vocabulary import Price

_TARGET_TO_PRICE = frozenset(
    (Role.TARGET, Role.INDEX, Role.TO, Role.PRICE, Role.MARK, Role.FILLER, Role.TICKER, Role.MARKET)
)
_TARGET_AT_PRICE = _TARGET_TO_PRICE | {Role.ZONE}
_LEADS_TO_A_PRICE = (Role.STOP, Role.MOVE, Role.TO, Role.EDIT, Role.EVEN, Role.ZONE)
_MOVED_TO = frozenset((Role.MOVE, Role.TO, Role.PRICE, Role.MARK, Role.FILLER, Role.ZONE))
_PRICE_ALONE = {Role.PRICE}  # 止损调整一下，61900
_BOTH_MOVED = ([Role.STOP, Role.PRICE, Role.TARGET, Role.PRICE], [Role.TARGET, Role.PRICE, Role.STOP, Role.PRICE])
_NOT_THE_ENTRY = (Role.STOP, Role.TARGET, Role.EVEN, Role.CLOSE, Role.CANCEL, Role.HIT, Role.FILLED, Role.CLOSED)
_OTHER_THAN_A_MOVE = (Role.HIT, Role.CLOSED, Role.ADD, Role.ADDED)
_LIGHT = (Role.FILLER, Role.MARK, Role.ZONE, Role.TICKER, Role.MARKET)
_STOP_AND_TARGET = ([Role.STOP, Role.TARGET, Role.INDEX], [Role.STOP, Role.INDEX, Role.TARGET])
_PRICED_BEFORE_IT = [Role.CANCEL, Role.PRICE, Role.TARGET]
_TARGETS_MAX = 20
_TOLD = (Role.HIT, Role.FILLED, Role.TICK)
_BESIDE_A_TARGET = (Role.FILLER, Role.INDEX, Role.TICKER, Role.MARKET)
_NEARER = [Role.PART, Role.TARGET, Role.TO, Role.PRICE]
_LEADS_BEYOND = (Role.TO, Role.ZONE)
IN_PROFIT, _PIPS = listed("IN_PROFIT"), ("pip", "pips")
_EVEN_AT_A_PRICE = (
    [Role.EVEN, Role.PRICE],
    [Role.MOVE, Role.EVEN, Role.PRICE],
    [Role.EVEN, Role.MOVE, Role.PRICE],
)
ARROWS = frozenset("→➡⇒⟶➜➔=")
_OR, _UNMOVED = frozenset(listed("OR")), frozenset(listed("SAME"))
TRAILS, _AT = frozenset(listed("TRAILS")), frozenset(listed("AT"))
_TRAILED = frozenset(
    (
        *(Role.MOVE, Role.TO, Role.PRICE, Role.ZONE, Role.FILLER, Role.MARK, Role.MARKET, Role.TICKER),
        *(Role.ALL, Role.ABOVE, Role.BELOW),
    )
)
_PRICE_DIGITS_MIN = 4
"""A shorter number may count money or lots."""
TALK_MAX = 4
_ON_ITS_WAY, _SENDS, _WAY_MAX = (Role.MOVE, Role.TO, Role.FILLER, Role.MARK), (Role.MOVE, Role.TO), 6
_PLACES = frozenset(listed("PLACING"))


def price_of(clause: Clause) -> Price | None:
    value = clause.price
    return Price(value) if value is not None and value > 0 else None


def moves_a_stop(pieces: Sequence[Lexeme], *, by_a_verb: bool) -> bool:
    """ "Stop goes to 13.85", 止损改到 13.85: it is sent to its price, and not placed there ("set SL at 13.85").

    ``by_a_verb``: a little word, "to", is not enough.
    """
    sends = _SENDS[:1] if by_a_verb else _SENDS
    for at, piece in enumerate(pieces):
        if piece.role is not ROLE.STOP:
            continue
        between = list(takewhile(_is_on_its_way, pieces[at + 1 : at + _WAY_MAX]))
        price = at + 1 + len(between)
        if price < len(pieces) and pieces[price].role is ROLE.PRICE:
            before = [p for p in pieces[max(0, at - 2) : at] if p.role is not ROLE.FILLER][-1:]
            behind = [p for p in pieces[price + 1 : price + 3] if p.role is not ROLE.FILLER][:1]
            if any(p.role in sends and p.text not in _PLACES for p in (*before, *between, *behind)):
                return True
    return False


def _is_on_its_way(piece: Lexeme) -> bool:
    return piece.role in _ON_ITS_WAY or (piece.role is ROLE.WORD and len(piece.text) == 1)  # stop'u


def _price_behind(clause: Clause, role: Role) -> Price | None:
    """The price of a label: in "update SL 4512, TP 4560" each has its own, and "TP 4550 to 4560" is changed to 4560."""
    label = next((p.end for p in clause.pieces if p.role is role), 0)
    row = [p for p in clause.pieces if p.start >= label and p.role in (ROLE.PRICE, ROLE.TO, ROLE.STOP, ROLE.TARGET)]
    at = next((n for n, p in enumerate(row) if p.role is ROLE.PRICE), None)
    if at is None:
        return price_of(clause)
    changed = [p.role for p in row[at + 1 : at + 3]] == [ROLE.TO, ROLE.PRICE] and role is ROLE.TARGET
    if role is ROLE.TARGET and [p.role for p in row[at + 1 :]] == [ROLE.PRICE]:
        at += any(
            p.text == ">" or p.text in ARROWS for p in clause.pieces if row[at].end <= p.start < row[at + 1].start
        )  # "TP2 4550 -> 4560"
    value = row[at + 2 if changed else at].value
    return Price(value) if value else None


def _level(clause: Clause) -> int | None:
    """The target whose price the stop goes to: "TP2 hit move SL to TP1" means the first."""
    verb = next((p.start for p in clause.pieces if p.role in (ROLE.MOVE, ROLE.STOP)), 0)
    found = [int(p.value) for p in clause.pieces if p.role is ROLE.INDEX and p.value and verb < p.start]
    return found[0] if len(found) == 1 else None


def moves_the_stop(c: Clause) -> bool:
    if ROLE.STOP not in c.roles or c.has(*_OTHER_THAN_A_MOVE):
        return False
    if ROLE.MOVE not in c.roles and not c.words.isdisjoint(_UNMOVED):
        return False  # "avg 0.2333, SL unchanged"
    if ROLE.MOVE in c.roles and not c.has(ROLE.TARGET, ROLE.HIT) and c.talk <= TALK_MAX:
        return True  # wherever it goes
    relative = (
        (ROLE.MOVE in c.roles or any(p.role is ROLE.TO and p.text not in _OR for p in c.pieces))
        and ROLE.TARGET in c.roles
        and _level(c) is not None
        and ROLE.DISTANCE not in c.roles
    )
    sided = c.has(ROLE.BUY, ROLE.SELL) and not c.has(ROLE.MOVE, ROLE.TO, ROLE.EDIT)
    sided = sided or _only_names_the_stop(c)
    to_a_price = c.price is not None and not sided and (not c.has(ROLE.TARGET, ROLE.CLOSE) or moves_both(c))
    beyond = _beyond(c) is not None or _lies_beyond_the_entry(c)
    return to_a_price or relative or _points_at_a_target(c) or beyond


def _lies_beyond_the_entry(c: Clause) -> bool:
    """ "SL 15 pips above entry": of a trade that is open, and nobody says on which side of it."""
    row = [p.role for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.ZONE)]
    at = row.index(ROLE.STOP) if ROLE.STOP in c.roles else 0
    return row[at + 1 : at + 2] == [ROLE.DISTANCE] and row[at + 2 : at + 4] in (
        [ROLE.ABOVE, ROLE.ENTRY],
        [ROLE.BELOW, ROLE.ENTRY],
    )


def _only_names_the_stop(c: Clause) -> bool:
    """ "In again at 4071 with the same SL": behind the price, and with words between."""
    said = [p.role for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICK)]
    return said[-2:] == [ROLE.WORD, ROLE.STOP] and ROLE.PRICE in said and not c.has(ROLE.MOVE, ROLE.TO, ROLE.EDIT)


def only_tells_the_price(c: Clause) -> bool:
    """ "230 🔥 shift the SL": where the market is stands before all else, and nothing leads from it to the stop."""
    if ROLE.PRICE not in c.roles or c.price is None:
        return False
    if _is_set_at_a_share(c):
        return True
    row = c.pieces
    at = next(n for n, p in enumerate(row) if p.role is ROLE.PRICE)
    if any(p.role in _LEADS_TO_A_PRICE for p in row[:at]) or any(p.role is ROLE.PRICE for p in row[at + 1 :]):
        return False
    behind = next((p.role for p in row[at + 1 :] if p.role is not ROLE.FILLER), None)
    leads = any(p.role is ROLE.FILLER for p in row[at - 1 if at else 0 : at + 2])  # "2340'a stopu çekin", "auf 2340"
    return ROLE.STOP in c.roles and behind is not ROLE.TO and not (leads and behind is ROLE.STOP)


def cries_the_price(c: Clause) -> bool:
    """ "230 🔥 SL to cost": behind the price of now stands a picture, and behind that the order."""
    return len(c.pieces) > 1 and c.pieces[0].role is ROLE.PRICE and _is_a_picture(c) and only_tells_the_price(c)


def _is_a_picture(c: Clause) -> bool:
    return c.pieces[1].role is ROLE.MARK and not c.pieces[1].text.isascii() and c.pieces[1].text not in ARROWS


def trails(c: Clause) -> bool:
    """ "Trailing to 2350 now": nobody trails anything but a stop."""
    move = next((p for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.TICKER, ROLE.MARK)), c.pieces[0])
    return move.text in TRAILS and c.price is not None and c.roles <= _TRAILED


def evens_at_a_price(c: Clause) -> bool:
    """ "Set breakeven at 4324"; "risk free 4324", "BE @ 4324" have no verb that says so: a human is asked."""
    said = [p.role for p in c.pieces if p.role not in _LIGHT]
    return said in _EVEN_AT_A_PRICE and c.price is not None


def _points_at_a_target(c: Clause) -> bool:
    """ "SL -> TP1", "stop at TP1 price": the stop, and the target whose price it takes."""
    said = [p.role for p in c.pieces if p.role not in _LIGHT and p.role is not ROLE.TICK]
    points = c.has(ROLE.ZONE) or any(p.text == ">" or p.text in ARROWS or p.text in _AT for p in c.pieces)
    return said in _STOP_AND_TARGET and points


def moves_the_risk(c: Clause) -> bool:
    """ "Adjust risk to 4505": the price up to which somebody risks is his stop, and a human is asked."""
    said = [p for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICKER, ROLE.MARKET)]
    if [p.role for p in said] != [ROLE.MOVE, ROLE.SIZE, ROLE.TO, ROLE.PRICE] or not RISK.has(said[1]):
        return False
    return sum(map(str.isdigit, said[3].text)) >= _PRICE_DIGITS_MIN


def moves_both(c: Clause) -> bool:
    """ "Update SL 4512 TP 4560": one verb, and two labels that each have their price."""
    if not (c.has(ROLE.STOP) and c.has(ROLE.TARGET) and c.has(ROLE.MOVE, ROLE.EDIT)):
        return False
    row = [p.role for p in c.pieces if p.role in (ROLE.STOP, ROLE.TARGET, ROLE.PRICE)]
    return row in _BOTH_MOVED and not c.has(ROLE.HIT, ROLE.TICK, ROLE.CLOSE, ROLE.CLOSED)


def follows_the_stop(c: Clause) -> bool:
    """ "(Move SL to 4512,) TP to 4560": a target and its price, and the verb stands before the comma."""
    return c.hedge is None and {ROLE.TARGET, ROLE.PRICE} <= c.roles <= _TARGET_AT_PRICE


def told_behind(c: Clause) -> Price | None:
    """ "(Stop down by 500 points,) adjust to 61900": the verb again, and where the stop goes."""
    plain = c.hedge is None and ({ROLE.MOVE, ROLE.PRICE} <= c.roles <= _MOVED_TO or c.roles == _PRICE_ALONE)
    return price_of(c) if plain and sum(p.role is ROLE.PRICE for p in c.pieces) == 1 else None


def edits_targets(c: Clause) -> bool:
    if ROLE.REMOVE in c.roles and ROLE.STOP not in c.roles and (c.index is not None or _takes_away(c)):
        return True  # "remove TP1"
    if takes_targets_away(c):
        return True
    price, target = c.first(ROLE.PRICE), c.first(ROLE.TARGET)
    if c.price is None or price is None or target is None:
        return False
    if ROLE.PART in c.roles and is_brought_nearer(c):
        return True
    added = any(one.role is ROLE.ADD and other is target for one, other in pairwise(c.pieces))  # "add TP4 4620"
    if added or c.has(ROLE.MOVE, ROLE.EDIT):
        if _is_told_below_its_heading(c, target):
            return False
        stop = c.first(ROLE.STOP)
        if stop is not None and ROLE.HIT in c.roles and stop.start < price.start < target.start:
            return False  # "move SL to 2340 - TP1 hit"
        return stop is None or not target.start < stop.start < price.start
    now = c.first(ROLE.MARKET)
    named = (c.index is not None and ROLE.TO in c.roles) or (now is not None and target.start < now.start < price.start)
    return price.start > target.start and named and c.roles <= _TARGET_TO_PRICE  # "TP2 to 2350", "final TP now 2350"


def is_brought_nearer(c: Clause) -> bool:
    """ "Reduce TP2 to 4198": the verb of a part, and behind it a target, and where it goes."""
    row = [p.role for p in c.pieces if p.role is not ROLE.MARK and p.role is not ROLE.TICK]
    return [role for role in row if role not in _BESIDE_A_TARGET] == _NEARER and row[-1] is ROLE.PRICE


def _is_told_below_its_heading(c: Clause, target: Lexeme) -> bool:
    """ "Update: TP1 hit at 2655", "update: gold touched TP1": the word heads a report, and no target is moved."""
    heading = max((p.start for p in c.pieces if p.role in (ROLE.MOVE, ROLE.EDIT)), default=0)
    return heading < target.start and any(p.role in _TOLD and p.start > heading for p in c.pieces)


def takes_targets_away(c: Clause) -> bool:
    """ "Cancel TP2": of an order nothing is said."""
    if ROLE.CANCEL not in c.roles or c.has(ROLE.LIMIT, ROLE.STOP):
        return False
    if _is_taken_away(c):
        return True
    spoken = [p.role for p in c.pieces if p.role is not ROLE.FILLER]
    named = any(p is ROLE.CANCEL and q is ROLE.TARGET for p, q in pairwise(spoken))
    named = named or spoken[-3:] == _PRICED_BEFORE_IT
    return named and not c.has(ROLE.HIT, ROLE.TICK, ROLE.ENTRY) and _is_of_its_target(c)


def _is_of_its_target(c: Clause) -> bool:
    """ "Cancel target 3", "remove TP 2600", "cancel the 2600 TP": no price, or one that tells which of them."""
    beside = (frozenset((p.role, q.role)) for p, q in pairwise(p for p in c.pieces if p.role is not ROLE.INDEX))
    return c.price is None or frozenset((ROLE.TARGET, ROLE.PRICE)) in beside


def _is_taken_away(c: Clause) -> bool:
    """ "TP3 kasujemy": the verb stands behind, and names nothing else by itself."""
    row = [p for p in c.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICK)]
    counted = [p.role for p in row[-3:]] == [ROLE.TARGET, ROLE.INDEX, ROLE.CANCEL]
    counted = counted or (len(row) == 3 and row[0].role is ROLE.TARGET and len(row[1].text) == 1)
    return (counted or [p.role for p in row] == [ROLE.TARGET, ROLE.CANCEL]) and row[-1].text.isalpha()


def takes_a_target(c: Clause) -> bool:
    """What the clause names is no target any more: its price must never become one."""
    return takes_targets_away(c) or (ROLE.REMOVE in c.roles and _takes_away(c))


def _takes_away(c: Clause) -> bool:
    """ "Remove all targets", "remove TP"; "target hit without a drawdown" takes nothing away."""
    row = [p.role for p in c.pieces if p.role in (ROLE.REMOVE, ROLE.TARGET)]
    told = c.has(ROLE.HIT, ROLE.TICK, ROLE.CLOSED)
    return not told and (ROLE.ALL in c.roles or (row[0] is ROLE.REMOVE and _is_of_its_target(c)))


def moves_the_entry(c: Clause) -> bool:
    """ "Move entry to 59400", "entry changed to 59400": never "move to entry", which is the stop's way."""
    if not (c.has(ROLE.ENTRY, ROLE.LIMIT) and c.has(ROLE.MOVE, ROLE.EDIT) and c.price is not None) or c.has(
        *_NOT_THE_ENTRY
    ):
        return False
    order = [p.role for p in c.pieces if p.role in (ROLE.ENTRY, ROLE.LIMIT, ROLE.TO, ROLE.PRICE)]
    return order[0] in (ROLE.ENTRY, ROLE.LIMIT) and order[1:] in ([ROLE.TO, ROLE.PRICE], [ROLE.PRICE])


def entries_moved_beside(c: Clause) -> list[Price]:
    """ "Shift the entry to 2352 stop 2344", "edit sl 2330 entry 2340": what stands behind the entry is its own."""
    if not (c.has(ROLE.ENTRY, ROLE.LIMIT) and c.has(ROLE.MOVE, ROLE.EDIT) and ROLE.STOP in c.roles):
        return []
    row = c.pieces
    stop = next(at for at, p in enumerate(row) if p.role is ROLE.STOP)
    entry = next((at for at, p in enumerate(row) if p.role in (ROLE.ENTRY, ROLE.LIMIT)), stop)
    if not any(p.role in (ROLE.MOVE, ROLE.EDIT) for p in row[:entry]):
        return []
    own = row[entry:stop] if entry < stop else row[entry:] if _has_its_price(row[stop:entry]) else ()
    return [Price(value) for value in priced(own) if value]


def _has_its_price(row: Sequence[Lexeme]) -> bool:
    """Whether a stop has its price, and nothing leads from there to the entry."""
    return any(p.role is ROLE.PRICE for p in row) and row[-1].role is not ROLE.TO


def moved_stop(c: Clause) -> Instruction:
    if moves_both(c):
        return Instruction(ACT.MOVE_STOP, price=_price_behind(c, ROLE.STOP))
    price, level = None if _is_set_at_a_share(c) else price_of(c), _level(c)
    if price is not None and level is not None and _goes_to_its_price(c):
        level = None  # "stop to 19.20 now that we are above TP1"
    beyond = _beyond(c) if price is None and level is None else None
    return Instruction(ACT.MOVE_STOP, price, level=level, beyond=beyond)


def _goes_to_its_price(c: Clause) -> bool:
    """Whether behind the stop its price comes before any target."""
    stop = next((n for n, p in enumerate(c.pieces) if p.role is ROLE.STOP), 0)
    return next((p.role for p in c.pieces[stop:] if p.role in (ROLE.PRICE, ROLE.TARGET)), None) is ROLE.PRICE


def _is_set_at_a_share(c: Clause) -> bool:
    """ "Took these 269p @ .43 with a -10% stop set": how far it is, and the prices before are no place for it."""
    if ROLE.PERCENT not in c.roles or ROLE.PRICE not in c.roles:
        return False
    stop = next((n for n, p in enumerate(c.pieces) if p.role is ROLE.STOP), 0)
    priced = [n for n, p in enumerate(c.pieces) if p.role is ROLE.PRICE]
    return stop > priced[-1] and c.pieces[stop - 1].role is ROLE.PERCENT


def _beyond(c: Clause) -> Pips | None:
    """ "SL to +20 pips", "stop 10 pips in profit"; "move SL +20 pips" may be counted from where it stands.

    Of pips alone nobody doubts how much one is.
    """
    if ROLE.DISTANCE not in c.roles:
        return None
    stop = c.first(ROLE.STOP)
    row = [p for p in c.pieces if p is stop or p.role is not ROLE.FILLER or p.text.endswith(IN_PROFIT)]
    row = row[row.index(stop) :] if stop is not None else []
    at = next((n for n, p in enumerate(row) if p.role is ROLE.DISTANCE), 0)
    count = row[at].value if at else None
    if not count or not row[at].text.endswith(_PIPS):
        return None
    lead = row[at - 2].role if at > 1 and row[at - 1].text == "+" else None
    placed = lead in _LEADS_BEYOND or (lead is ROLE.STOP and ROLE.MOVE not in c.roles)
    if placed or any(p.text.endswith(IN_PROFIT) for p in row[at - 1 : at + 2]) or _ends_in_profit(row[:at]):
        return Pips(count)
    return None


def _ends_in_profit(row: Sequence[Lexeme]) -> bool:
    """ "SL in profit +20 pips"."""
    return len(row) > 1 and row[-1].text == "+" and row[-2].text.endswith(IN_PROFIT)


def edited_target(c: Clause) -> Instruction:
    if takes_a_target(c):
        counts = c.index is None and c.price is not None and not c.price % 1 and c.price <= _TARGETS_MAX
        return Instruction(ACT.EDIT_TARGETS, target=int(c.price or 0) if counts else c.index)
    return Instruction(ACT.EDIT_TARGETS, price=_price_behind(c, ROLE.TARGET) if c.price else None, target=c.index)
