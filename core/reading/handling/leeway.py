"""Ask what about the words of an order leaves it open: a choice, advice, a later time, one of several.

Separate from the orders, which say what is done: whatever is found here has a human asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from core.reading.aside.strikes import names_an_option
from core.reading.handling.alternatives import closes_all_or_some, leaves_a_choice, offers_another
from core.reading.handling.clauses import Clause
from core.reading.handling.cuts import LEANING
from core.reading.handling.measures import once_it_breaks, tells_how_much
from core.reading.handling.moves import TALK_MAX, only_tells_the_price
from core.reading.handling.orders import goes_nearly_to_the_entry, tells_when_it_evens
from core.reading.handling.parts import closes_some, speaks_of_one_entry, takes_a_target, tells_of_a_part, took_a_part
from core.reading.handling.provisos import is_quoted
from core.reading.handling.refusals import REFUSED
from core.reading.handling.remainders import names_some
from core.reading.handling.unrelated import (
    HABITS,
    NEED_AN_OBJECT,
    NO_TRADE,
    OBJECTS,
    PLACING,
    advises,
    counts_something,
    has_a_stranger,
    is_bare,
    is_done_by_a_crowd,
    is_only_tagged,
    names_a_stranger,
    tells_of_its_doing,
)
from core.reading.lexing.sales import SOLD
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import ADVICE, CLOSES, EACH
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.signals import ACT, Act, Instruction, Reason

_SALES = (Role.PART, Role.CLOSE)
REPORTS = frozenset((Act.TARGET_HIT, Act.STOP_HIT, Act.ENTRY_FILLED))
BARE = "no word says that the stop moves"
STRANGE = "a word I do not know stands beside the order"
_OF_ALL = (*NEED_AN_OBJECT, Act.BREAK_EVEN)
"""What is done to a trade as a whole."""
_HAN = "\u3040"
_GAINS = (Role.DISTANCE, Role.REWARD, Role.PERCENT)
_LEFT_BEYOND, _RULED = (Act.CLOSE, Act.CLOSE_PART), frozenset((*listed("REMEMBER"), *listed("HABITS")))
_AT = frozenset((*listed("AT"), *listed("AFTER")))
_AT_MAX, _ONCE = 3, frozenset(listed("AT"))
_ALREADY = frozenset(listed("ALREADY"))
_WITHIN, _TIMES = frozenset(listed("WITHIN")), (Role.TIME, Role.CLOCK)
_THINGS = frozenset(listed("THINGS"))
_LOCKS = frozenset(listed("LOCKS"))
_BARE_VERBS = _LOCKS | _THINGS | {"secure"}
_STATES, _SPOKEN_OF = frozenset(listed("STATES")), (Role.EVEN, Role.CLOSE, Role.HALF, Role.PART)
_STOPS, _ABOUT = (Act.MOVE_STOP, Act.BREAK_EVEN), frozenset(listed("ABOUT"))
_SOME = (Role.PART, Role.HALF)
_ENDING = (*_LEFT_BEYOND, Act.CANCEL)
_AT_A_PRICE = ([Role.ZONE, Role.PRICE], [Role.TO, Role.PRICE])
_CLOSE_AND_PRICE = sorted((Role.CLOSE, Role.PRICE))
_QUOTED = [Role.CLOSE, Role.MARK, Role.PRICE]
_WEIGHTY, _IS = frozenset(listed("WEIGHTY")), frozenset((*listed("STATES"), "e"))
_DOERS = listed("DOERS")
_ENTRY = "entry"
_ALERTS = frozenset(("alert", "alerts"))
_HALVES, _HALF_ALONE = frozenset(listed("HALVES")), frozenset((Role.HALF, Role.HEADING, Role.FILLER, Role.MARK))
_AT_A_GAIN = {
    Act.BREAK_EVEN: (frozenset(("at",)), _GAINS),  # "Imposta BE, siamo a +65": there it is already
    **dict.fromkeys((Act.CLOSE, Act.CLOSE_PART), (_AT, (Role.DISTANCE, Role.REWARD))),  # "close on 30%" tells a share
}
_PRICES = (Role.PRICE,)
_BEYOND = ({Role.ABOVE, Role.PRICE}, {Role.BELOW, Role.PRICE})
_BY_ITSELF = frozenset(listed("BY_ITSELF"))
_TONIGHT, _BREAKS = frozenset(listed("TONIGHT")), frozenset((*listed("BREAKS_UP"), *listed("BREAKS_DOWN")))
_COMMANDED = (Role.MOVE, Role.STOP, Role.EVEN, Role.CLOSE, Role.CANCEL, Role.PART, Role.HALF, Role.REMOVE)


def left_open(clause: Clause, instruction: Instruction, span: tuple[int, int]) -> Iterator[Reason]:
    """What about the words of one order leaves it open."""
    if instruction.act is ACT.EDIT_TARGETS:
        yield from _doubtful_edits(clause, instruction, span)
    if instruction.act not in REPORTS and once_it_breaks(clause):
        yield Reason(REFUSED[ROLE.IF], *span)
    if clause.condition is not None and instruction.act not in REPORTS:
        yield Reason(REFUSED[clause.condition.role], *span)
    left = (
        clause.has(ROLE.YOU_CAN, ROLE.MAY) or not LEANING.isdisjoint(clause.texts) or any(map(advises, clause.pieces))
    )
    if left or (instruction.act not in REPORTS and is_advice(clause)):
        yield Reason("it is left to the reader", *span)
    locks = instruction.act is ACT.CLOSE_PART and _locks_pips(clause)
    counts = instruction.act is ACT.EDIT_TARGETS and counts_something(clause)
    if (
        _names_nothing(clause, instruction)
        or locks
        or counts
        or (instruction.act is ACT.EDIT_TARGETS and ROLE.ADD in clause.roles)
    ):
        yield Reason("it is not clear what is meant", *span)
    if instruction.act is ACT.BREAK_EVEN and goes_nearly_to_the_entry(clause):
        yield Reason(STRANGE, *span)
    if instruction.act not in REPORTS and has_a_stranger(clause):
        yield Reason(STRANGE, *span)
    if clause.talk > TALK_MAX and instruction.act not in REPORTS:
        yield Reason("the order is buried in talk", *span)
    if instruction.act not in REPORTS and (_is_spoken_of(clause) or is_quoted(clause)):
        yield Reason("it is not clear what is meant", *span)
    if instruction.act is ACT.MOVE_STOP and only_tells_the_price(clause):
        yield Reason("it does not say where the stop goes", *span)
    if instruction.act is ACT.MOVE_STOP and is_bare(clause):
        yield Reason(BARE, *span)
    if (ROLE.EVEN in clause.roles and leaves_a_choice(clause)) or closes_all_or_some(clause):
        yield Reason("it leaves a choice", *span)
    elif instruction.act in _ENDING and offers_another(clause):
        yield Reason("it leaves a choice", *span)  # "close half now or all at TP2"
    whole = instruction.act is ACT.CLOSE_PART and {ROLE.CLOSE, ROLE.HIT} <= clause.roles and instruction.percent is None
    if whole and not clause.has(ROLE.PART, ROLE.HALF):
        yield Reason("it may mean a part, or later", *span)  # "close all TP1 hit"
    if instruction.act not in REPORTS and _is_for_later(clause, instruction.act):
        yield Reason("it may mean a part, or later", *span)
    if instruction.act is ACT.BREAK_EVEN and tells_when_it_evens(clause):
        yield Reason("it may mean a part, or later", *span)
    if instruction.act in _STOPS and clause.has(*_SOME) and _is_about_some(clause):
        yield Reason("it may mean a part, or later", *span)
    if instruction.act in _OF_ALL and speaks_of_one_entry(clause, instruction.act):
        yield Reason("it speaks of one entry", *span)
    told = instruction.act in (ACT.CLOSE, ACT.CLOSE_PART) and (
        ROLE.CLOSED in clause.roles or took_a_part(clause) or tells_of_a_part(clause) or takes_a_target(clause)
    )
    told = told or (instruction.act is ACT.CLOSE_PART and _books_a_gain(clause))
    told = told or (instruction.act not in REPORTS and (ROLE.PAST in clause.roles or is_done_by_a_crowd(clause)))
    if told:
        yield Reason("it may be a report", *span)


def _names_nothing(clause: Clause, instruction: Instruction) -> bool:
    """Whether no word tells that it is a trade, or which, or what of it."""
    bare = instruction.act is ACT.CANCEL and not clause.has(ROLE.CANCEL, ROLE.CLOSE)  # "Delete"
    lacks = instruction.act in NEED_AN_OBJECT and (bare or clause.talk) and not clause.has(*OBJECTS)
    lacks = lacks and (bare or not tells_how_much(clause))
    lacks = lacks or (instruction.act in NEED_AN_OBJECT and bool(clause.talk) and tells_of_its_doing(clause))
    lacks = lacks or (instruction.act in NEED_AN_OBJECT and is_only_tagged(clause))
    lacks = lacks or (instruction.act is ACT.CLOSE and {ROLE.STOP, ROLE.PRICE, ROLE.CLOSE} <= clause.roles)
    lacks = lacks or (instruction.act is ACT.CLOSE_PART and _names_no_part(clause))
    lacks = lacks or (ROLE.IDENT in clause.roles and ROLE.TICKER not in clause.roles and names_an_option(clause.pieces))
    lacks = lacks or (instruction.act not in REPORTS and names_a_stranger(clause)) or _is_sold(clause)
    return bool(lacks)


def _is_about_some(clause: Clause) -> bool:
    """ "SL to 2340 on half"."""
    return any(p.text in _ABOUT and q.role in _SOME for p, q in pairwise(clause.pieces))


def _books_a_gain(clause: Clause) -> bool:
    """ "We're booking 14% profit from this trade": what it has made, in the words of an order."""
    taken = any(p.role is ROLE.PART and q.role is ROLE.PERCENT for p, q in pairwise(clause.pieces))
    return taken and clause.percent is None


def _is_spoken_of(clause: Clause) -> bool:
    """ "SL to BE is the safest way", "taking profits is part of it": a verdict; "gold at BE": where the price is."""
    row = clause.pieces
    if not _STATES.isdisjoint(clause.texts) and any(
        p.role in _SPOKEN_OF and q.text in _STATES for p, q in pairwise(row[:-1])
    ):
        return True
    if len(row) == len(_QUOTED) and [p.role for p in row] == _QUOTED and row[1].text == ":":
        return True  # "Close: 2340", as a candle has it
    if ROLE.MARKET not in clause.roles and _quotes_a_close(row):
        return True
    if ROLE.FILLER in clause.roles and any(
        q.role is ROLE.FILLER and p.role in _SPOKEN_OF and q.text.startswith(_DOERS) for p, q in pairwise(row)
    ):
        return True  # 平仓的朋友恭喜
    if ROLE.STOP in clause.roles and any(
        p.role is ROLE.CLOSE and q.role is ROLE.STOP for p, q in pairwise([p for p in row if p.role is not ROLE.FILLER])
    ):
        return True  # "ditch the stop": no trade is closed
    if len(row) == 2 and row[1].role is ROLE.CLOSE and row[0].role in (ROLE.ENTRY, ROLE.STOP, ROLE.TARGET):
        return True  # "entry close": how near the price is
    if _ENTRY in clause.texts and any(p.role is ROLE.CLOSE and q.text == _ENTRY for p, q in pairwise(row)):
        return True  # "down 9% from our short and sell all entry": where it was got into
    last = next((p.text for p in reversed(row) if p.role is not ROLE.MARK), "")
    if last in _ALERTS and ROLE.TICKER not in clause.roles:
        return True  # "Lock-profit alert": a heading, and below it what is to be done
    stands = {ROLE.TICKER, ROLE.EVEN} <= clause.roles and not clause.has(ROLE.STOP, ROLE.MOVE)
    return stands and any(p.role is ROLE.ZONE and q.role is ROLE.EVEN for p, q in pairwise(row))


def _quotes_a_close(row: Sequence[Lexeme]) -> bool:
    """ "Gold close: 2345 (+0.5%)", "EURUSD 1.0850 close": where a day ended, as the markets are quoted."""
    said = [p for p in row[:4] if p.role is not ROLE.MARK][:3]
    roles = [p.role for p in said]
    quoted = roles[:1] == [ROLE.TICKER] and sorted(roles[1:]) == _CLOSE_AND_PRICE
    return quoted and any(p.role is ROLE.CLOSE and p.text in CLOSES.words for p in said)


def _is_sold(clause: Clause) -> bool:
    """ "Selling another 25%", "cutting gold": of what is held, if it is held; or a short, or a part of it."""
    return clause.has(*_SALES) and any(p.role in _SALES and p.text in SOLD for p in clause.pieces)


def _locks_pips(clause: Clause) -> bool:
    """ "Lock 20 pips on gold": a part is closed, or the stop goes so far beyond the entry."""
    if not clause.has(ROLE.DISTANCE, ROLE.PRICE):
        return False
    locks = [p for p in clause.pieces if p.role is ROLE.PART and p.text in _LOCKS]
    return bool(locks) and (ROLE.DISTANCE in clause.roles or locks[0].text >= _HAN)  # 锁定3000U


def _comes_at_a_share(clause: Clause) -> bool:
    """ "Max daily loss 5%, close at 4%": how far it has come by then, and no part."""
    return any(p.text == "at" and q.role is ROLE.PERCENT for p, q in pairwise(clause.pieces))


def _names_no_part(clause: Clause) -> bool:
    return _locks_nothing(clause) or _comes_at_a_share(clause) or _is_a_half(clause)


def _is_a_half(clause: Clause) -> bool:
    """ "Half position", "con mitad de posición": as large as one gets in, or what is closed."""
    return clause.roles <= _HALF_ALONE and not _HALVES.isdisjoint(clause.texts)


def _locks_nothing(clause: Clause) -> bool:
    """ "Lock in, guys": no word of what, and it is a cheer as well."""
    said = [p for p in clause.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICK, ROLE.MARKET)]
    if "off" in clause.texts and said and said[0].text in _BARE_VERBS:
        return True  # "book now, 50% off": a seat at half its price
    if len(said) == 2 and said[0].text in _BARE_VERBS and (said[1].role in NO_TRADE or said[1].text in PLACING):
        return True  # "secure a spot", "book a place now"
    if ROLE.ALL in clause.roles and any(p.role is ROLE.PART and p.text >= _HAN and p.text in _LOCKS for p in said):
        return True  # 全部锁定
    return len(said) == 1 and (said[0].text in _LOCKS or said[0].text in _THINGS)  # "book now": a seat, or profits


def _doubtful_edits(clause: Clause, instruction: Instruction, span: tuple[int, int]) -> Iterator[Reason]:
    """ "Update: тейк 1 и тейк 2 ...": a figure of one digit may count the target, and be no price of it."""
    pairs = pairwise(clause.pieces)
    if instruction.price is None:
        yield Reason("it takes a target away", *span)
    elif any(p.role is ROLE.TARGET and q.role is ROLE.PRICE and len(q.text) == 1 for p, q in pairs):
        yield Reason("it is not clear what is meant", *span)


def is_advice(clause: Clause) -> bool:
    """ "We recommend to close", "better close it": said to others, and no order of the author's own."""
    weighed = not _WEIGHTY.isdisjoint(clause.texts) and any(
        (p.text in _WEIGHTY and q.role is not ROLE.MARK)
        or (q.text in _WEIGHTY and (p.text in _IS or p.role in _SPOKEN_OF))
        for p, q in pairwise(clause.pieces)
    )
    return weighed or ADVICE.is_among(clause.words)  # "it is important to secure profits"


def _is_for_later(clause: Clause, act: Act) -> bool:
    """ "Closing soon", "close half at TP1", "close at target": not now, or not all of it."""
    if is_at_each_target(clause) or (act in _AT_A_GAIN and _comes_at_a_gain(clause, act)):
        return True
    if act in _STOPS and ROLE.EVEN in clause.roles and (_evens_beyond(clause) or _begins_at(clause, _PRICES)):
        return True
    if (
        not _RULED.isdisjoint(clause.texts)
        or _is_at_a_target(clause, act)
        or (act in _LEFT_BEYOND and clause.has(ROLE.ABOVE, ROLE.BELOW, ROLE.BREAKOUT))
        or (act is ACT.CANCEL and ROLE.PRICE in clause.roles and clause.has(ROLE.ABOVE, ROLE.BELOW))
        or (act not in REPORTS and ROLE.MARKET not in clause.roles and not _TONIGHT.isdisjoint(clause.texts))
        or (act in _ENDING and not _BY_ITSELF.isdisjoint(clause.texts))
    ):
        return True  # "remember: at TP3 we close it all", "above 2380 we close", "tonight we close"
    unmet = act is ACT.CANCEL and {ROLE.NOT, ROLE.TICKER} <= clause.roles  # "cancelled - entry not reached within 24h"
    timed = clause.has(*_TIMES) and any(p.text in _WITHIN and q.role in _TIMES for p, q in pairwise(clause.pieces))
    if timed and not unmet:
        return True  # "close the trade in 4 hours"
    if act in _LEFT_BEYOND and (_begins_with_its_price(clause) or _begins_at(clause, _PRICES)):
        return True  # "at 4190 close half"
    some = act is ACT.CLOSE_PART and (closes_some(clause) or names_some(clause) or _waits_to_halve(clause))
    some = some or (act is ACT.CLOSE_PART and clause.is_signed)  # "SOL +25% close"
    if some or clause.has(ROLE.LATER, ROLE.WILL):
        return True
    target = clause.first(ROLE.TARGET)
    if target is None or act is ACT.CLOSE:
        return target is not None
    even = clause.first(ROLE.EVEN)
    if act is ACT.CLOSE_PART and clause.percent is not None and _waits_for_the_next(clause, target):
        return False
    waits = act is ACT.CLOSE_PART or (even is not None and even.start < target.start)
    return waits and clause.index is not None and ROLE.MARKET not in clause.roles and not _is_told(clause)


def _waits_for_the_next(clause: Clause, target: Lexeme) -> bool:
    """ "Close 30% wait TP1": a share is closed, and the rest waits."""
    row = [p.role for p in clause.pieces if p.start < target.start and p.role in (ROLE.CLOSE, ROLE.WAIT)]
    return row == [ROLE.CLOSE, ROLE.WAIT]


def _begins_with_its_price(clause: Clause) -> bool:
    """Whether "at" and a price stand before the verb: it may not have come there."""
    row = [p for p in clause.pieces[:4] if p.role not in (ROLE.TICKER, ROLE.MARK)]
    leads = [p.role for p in row[:2]] in _AT_A_PRICE and ROLE.MARKET not in clause.roles
    return leads and (row[0].text in _AT or row[0].text in _BREAKS)


def _is_at_a_target(clause: Clause, act: Act) -> bool:
    """ "At TP1 move SL to BE", "cancel it after TP1": once it is reached, and nobody says that it is."""
    row = clause.pieces
    if ROLE.TARGET in clause.roles and row[0].text in _ONCE and ROLE.HIT in clause.roles and act in _LEFT_BEYOND:
        return True  # "at TP1 hit we close half"
    if ROLE.TARGET not in clause.roles or _is_told(clause):
        return False
    at = next(n for n, p in enumerate(row) if p.role is ROLE.TARGET)
    if clause.index is None:  # "Au premier objectif on coupe la moitié"
        return 0 < at < len(row) - 1 and row[at - 1].text in _AT and all(p.role not in _COMMANDED for p in row[:at])
    beside = (*row[max(at - _AT_MAX, 0) : at], *row[at + 2 : at + 3])
    leads = all(p.role not in _COMMANDED for p in row[:at])
    priced = act is ACT.CANCEL or (act is ACT.MOVE_STOP and clause.price is not None)
    return any(p.text in _AT for p in beside) and (leads or priced)


def _is_told(clause: Clause) -> bool:
    """Whether the target is said to be reached; a cheer behind it all says nothing of it."""
    if clause.has(ROLE.HIT, ROLE.CLOSED) or any(p.role is ROLE.TICK for p in clause.pieces[:-1]):
        return True
    return is_already_there(clause)


def is_already_there(clause: Clause) -> bool:
    """ "LINK ya en el segundo objetivo, cerramos la mitad", "ETH already at TP2": before any order."""
    lead = list(takewhile(lambda p: p.role is not ROLE.TARGET, clause.pieces))
    told = ROLE.INDEX in clause.roles and len(lead) < len(clause.pieces)
    return told and any(p.text in _ALREADY for p in lead) and all(p.role not in _COMMANDED for p in lead)


def _waits_to_halve(clause: Clause) -> bool:
    """62600止盈一半: at the price of now, or once it comes there."""
    half, price = clause.first(ROLE.HALF), clause.first(ROLE.PRICE)
    waits = half is not None and half.text >= _HAN and price is not None and price.start < half.start
    return waits and not any(p.role is ROLE.MARKET and q is price for p, q in pairwise(clause.pieces))


def is_a_habit(clause: Clause) -> bool:
    """ "We always close half at TP1": a rule for all trades, and an order for none."""
    return any(p.text in HABITS for p in clause.pieces) or is_at_each_target(clause)


def is_at_each_target(clause: Clause) -> bool:
    """ "Take partials at every target": a rule, and nothing is to be done now."""
    return ROLE.TARGET in clause.roles and any(
        EACH.has(p) and q.role is ROLE.TARGET for p, q in pairwise(clause.pieces)
    )


def _comes_at_a_gain(clause: Clause, act: Act) -> bool:
    """ "Move SL to BE at +30 pips", "close half at 1R": once there is so much to guard or to take."""
    words, gains = _AT_A_GAIN[act]
    if clause.has(ROLE.MARKET, ROLE.TICK):
        return False
    if _begins_at(clause, gains):
        return True
    if words.isdisjoint(clause.texts):
        return False
    for at in range(1, len(clause.pieces)):
        if clause.pieces[at].text in words:
            behind = clause.pieces[at + 1 : at + 3]
            signed = len(behind) > 1 and behind[0].text == "+"
            if not behind or behind[signed].role in gains or (signed and behind[1].role is ROLE.PRICE):
                return True
    return False


def _begins_at(clause: Clause, roles: tuple[Role, ...]) -> bool:
    """ "A 30 pips SL a BE", "En 2350 SL a BE": once it has come so far, and nobody says that it has."""
    lead, *row = clause.pieces[:3]
    if lead.role in roles and row and row[0].text in _ONCE and row[0].text[0] == "'":
        return True  # "2350'de stop girişe"
    if lead.text not in _ONCE or clause.has(ROLE.MARKET, ROLE.TICK, ROLE.HIT):
        return False
    return next((p.role for p in row if p.text != "+"), None) in roles and _ALREADY.isdisjoint(clause.texts)


def _evens_beyond(clause: Clause) -> bool:
    """ "SL to BE above 2350", "at 2350 SL to BE": what is said of the price is when, and not where."""
    row = [p for p in clause.pieces if p.role is not ROLE.FILLER]
    if [p.role for p in row[:2]] == [ROLE.ZONE, ROLE.PRICE]:
        return True
    return any({p.role, q.role} in _BEYOND for p, q in pairwise(row))
