"""Read what a post says about a call already made: move the stop, close half, cancel, target reached.

Separate from calls, because here verbs decide and there numbers do. A verb counts only where
nobody negates it, makes it a condition, puts it in the future or asks about it; and a stop is
never taken away, whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.reading.clauses import WHOLE, Clause
from core.reading.hygiene import Clean
from core.reading.lexicon import EVERY
from core.reading.pieces import Lexeme
from core.reading.roles import ROLE, Role
from core.signals import Act, Instruction, Reason
from core.vocabulary import Price

REPORTS = frozenset((Act.TARGET_HIT, Act.STOP_HIT, Act.ENTRY_FILLED))
_PROMPTED = (Act.BREAK_EVEN, Act.MOVE_STOP)
SPEAKING = frozenset(
    (
        *(Role.CANCEL, Role.REMOVE, Role.STOP, Role.STOPPED, Role.EVEN, Role.FILLED, Role.HIT, Role.ADD, Role.CLOSE),
        *(Role.CLOSED, Role.PART, Role.HALF, Role.MOVE, Role.EDIT, Role.TICK, Role.PERCENT, Role.TO),
    )
)
"""Without one of these a clause neither asks for nor reports anything."""
_NEED_AN_OBJECT = (Act.CLOSE, Act.CLOSE_PART, Act.CANCEL)
_OBJECTS = (
    *(Role.TICKER, Role.TARGET, Role.STOP, Role.ENTRY, Role.EVEN, Role.BUY, Role.SELL),
    *(Role.HEADING, Role.LIMIT, Role.ALL),
)
"""Beside unknown words one of these tells that a trade is closed, and not a window or a year."""
_TARGET_TO_PRICE = frozenset(
    (Role.TARGET, Role.INDEX, Role.TO, Role.PRICE, Role.MARK, Role.FILLER, Role.TICKER, Role.MARKET)
)
_NOT_THE_ENTRY = (Role.STOP, Role.TARGET, Role.EVEN, Role.CLOSE, Role.CANCEL, Role.HIT, Role.FILLED, Role.CLOSED)
_ORDINALS = ("first ", "1st ", "lower ", "upper ", "higher ", "last ")
_TAKEN = ("take", "taking", "фикс", "pull", "pulling", "cash", "cashing", "利確", "止盈")
_AMOUNTS = ("some", "part", "portion")
"""How much, and not yet what to do with it."""
_CROSSES = frozenset("❌⛔🚫🛑✖❎🔻🔴")
_DELETED = ("delete", "deleted", "remove", "removed")
_ALONE = {Role.EVEN: Act.BREAK_EVEN, Role.STOP: Act.STOP_HIT, Role.TARGET: Act.TARGET_HIT}
_BESIDE = frozenset((Role.FILLER, Role.TICKER, Role.MARK, Role.TICK, Role.HEADING, Role.MARKET, Role.INDEX, Role.LINE))
"""What may stand beside a label that says something by itself."""
_OTHER_THAN_A_MOVE = (Role.HIT, Role.CLOSED, Role.ADD, Role.ADDED)
_EVEN_ALONE = frozenset((Role.EVEN, Role.MARK, Role.FILLER))
_NOT_A_CLOSE = (Role.RECAP, Role.STOP, Role.TARGET, Role.PERCENT, Role.DISTANCE, Role.TIMES, Role.IF)
_NAMED_BESIDE = (Role.FILLER, Role.TICKER)
_HAN = "\u3040"
_TALK_MAX = 4
_TALK_IN_A_REPORT = 2


@dataclass(slots=True)
class Said:
    """All that the clauses ask for and report."""

    instructions: list[Instruction] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    doubts: list[Reason] = field(default_factory=list)
    hedged: list[Lexeme] = field(default_factory=list)
    removes_stop: bool = False
    bare_stops: list[Price | None] = field(default_factory=list)
    entry: Price | None = None
    symbols: set[str] = field(default_factory=set)
    """The instruments named beside what is to be done."""
    every: bool = False
    """All trades are spoken of, or may be: "close all"."""


def follow_ups(parts: Sequence[Clause], text: Clean) -> Said:
    """Every instruction and report, commands first, with the words behind them."""
    said = Said()
    for clause in parts:
        if not clause.roles.isdisjoint(SPEAKING):
            _one(clause, said, text)
            if ROLE.EVEN in clause.roles <= _EVEN_ALONE and clause.hedge is None and _parts_with_some(said):
                said.instructions.append(Instruction(Act.BREAK_EVEN))  # "close half and BE", "TP1 hit, BE"
    if len(parts) == 1 and not said.instructions:
        _alone(parts[0], said, text)
    moved = any(i.act is Act.MOVE_STOP and i.price is not None for i in said.instructions)
    kept = [i for i in said.instructions if not (moved and i.act is Act.BREAK_EVEN)]
    reached = max((i.target or 0 for i in kept if i.act is Act.TARGET_HIT), default=0)
    kept = [replace(i, target=reached) if _is_prompted(i) and reached else i for i in kept]
    said.instructions = _once_filled(dict.fromkeys(sorted(kept, key=lambda i: _order(i, moved))))
    return said


def _once_filled(instructions: Iterable[Instruction]) -> list[Instruction]:
    """ "Limit triggered, we are in" tells one thing twice."""
    filled = [i for i in instructions if i.act is Act.ENTRY_FILLED]
    return [i for i in instructions if i not in filled[1:]]


def _is_prompted(said: Instruction) -> bool:
    """Whether an order may follow from a target that is reached: "TP1 hit, close half"."""
    part = said.act is Act.CLOSE_PART and said.percent is not None
    return (part or said.act in _PROMPTED) and not said.target


def _alone(clause: Clause, said: Said, text: Clean) -> None:
    """ "BE", "Gold: risk free", "SL ❌", "TP1": a post of one label and nothing else."""
    meant = clause.roles - _BESIDE
    if len(meant) != 1 or clause.hedge is not None:
        return
    act = _ALONE.get(next(iter(meant)))
    if act is None:
        return
    span = text.span(clause.pieces[0].start, clause.pieces[-1].end)
    said.instructions.append(Instruction(act, target=clause.index if act is Act.TARGET_HIT else None))
    said.reasons.append(Reason(act.value, *span))
    if act is Act.BREAK_EVEN and not clause.has(ROLE.MARKET):
        said.doubts.append(Reason("no word says that the stop moves", *span))


def _parts_with_some(said: Said) -> bool:
    return any(i.act in (Act.CLOSE_PART, Act.TARGET_HIT) for i in said.instructions)


def _order(said: Instruction, moved: bool) -> tuple[bool, bool, int]:
    """Orders before reports, a stop that is ``moved`` to a price before a vague part, the farthest target first."""
    reports = said.act in REPORTS
    vague = said.act is Act.CLOSE_PART and said.percent is None and said.target is None
    return (reports, vague and moved, -(said.target or 0) * reports)


def _one(clause: Clause, said: Said, text: Clean) -> None:
    for needed, applies, build in _RULES:
        if needed.isdisjoint(clause.roles) or not applies(clause):
            continue
        instruction = build(clause)
        span = text.span(clause.pieces[0].start, clause.pieces[-1].end)
        if instruction is None:
            said.removes_stop = True
            said.doubts.append(Reason("the stop is never removed", *span))
        elif clause.hedge is not None:
            said.hedged.append(clause.hedge)
        else:
            said.instructions.append(instruction)
            if applies is _moves_the_entry:
                said.entry = instruction.price
            said.reasons.append(Reason(instruction.act.value, *span))
            said.symbols |= {p.named.symbol for p in clause.pieces if p.named is not None}
            said.every |= instruction.act not in REPORTS and any(map(_is_every, clause.pieces))
            if instruction.act is Act.EDIT_TARGETS and instruction.price is None:
                said.doubts.append(Reason("it takes a target away", *span))
            if clause.has(ROLE.YOU_CAN):
                said.doubts.append(Reason("it is left to the reader", *span))
            bare = instruction.act is Act.CANCEL and not clause.has(ROLE.CANCEL)  # "Delete"
            if instruction.act in _NEED_AN_OBJECT and not clause.has(*_OBJECTS) and (clause.talk or bare):
                said.doubts.append(Reason("it is not clear what is meant", *span))
            if clause.talk > _TALK_MAX and instruction.act not in REPORTS:
                said.doubts.append(Reason("the order is buried in talk", *span))
            if not clause.has(ROLE.MOVE, ROLE.TO, ROLE.EDIT) and instruction.act is Act.MOVE_STOP:
                said.bare_stops.append(instruction.price)
                said.doubts.append(Reason("no word says that the stop moves", *span))
            if clause.has(ROLE.TO) and clause.has(ROLE.EVEN) and clause.has(ROLE.PART, ROLE.CLOSE, ROLE.HALF):
                said.doubts.append(Reason("it leaves a choice", *span))
            if instruction.act not in REPORTS and _is_for_later(clause, instruction.act):
                said.doubts.append(Reason("it may mean a part, or later", *span))
            if clause.has(ROLE.CLOSED) and instruction.act in (Act.CLOSE, Act.CLOSE_PART):
                said.doubts.append(Reason("it may be a report", *span))
            if instruction.act is Act.CLOSE_PART and _rest_breaks_even(clause):
                said.instructions.append(Instruction(Act.BREAK_EVEN))
        if not _goes_on(clause, instruction):
            return


def _is_every(piece: Lexeme) -> bool:
    """ "All", "close all"; Chinese and Japanese write it in one with the verb."""
    if piece.text < _HAN:
        return not EVERY.isdisjoint(piece.text.split())
    return piece.text.startswith(tuple(word for word in EVERY if word >= _HAN))


def _is_for_later(clause: Clause, act: Act) -> bool:
    """ "Closing soon", "close half at TP1", "close at target": not now, or not all of it."""
    if clause.has(ROLE.LATER, ROLE.WILL):
        return True
    target = clause.first(ROLE.TARGET)
    if target is None or act is Act.CLOSE:
        return target is not None
    even = clause.first(ROLE.EVEN)
    waits = act is Act.CLOSE_PART or (even is not None and even.start < target.start)
    return waits and clause.index is not None and not clause.has(ROLE.HIT, ROLE.TICK, ROLE.MARKET, ROLE.CLOSED)


def _goes_on(clause: Clause, instruction: Instruction | None) -> bool:
    """ "Move SL to BE take profits" says two things in one breath; most clauses say one."""
    more = clause.has(ROLE.PART, ROLE.HIT, ROLE.CLOSE) or _takes_profit(clause)
    return more and instruction is not None and instruction.act in (Act.BREAK_EVEN, Act.MOVE_STOP, Act.STOP_HIT)


def _rest_breaks_even(clause: Clause) -> bool:
    """ "Close 50% rest at be": the stop of what is left."""
    rest = clause.first(ROLE.ALL)
    even = clause.first(ROLE.EVEN)
    return rest is not None and even is not None and rest.start < even.start and not clause.has(ROLE.IF)


def _price(clause: Clause) -> Price | None:
    value = clause.price
    return Price(value) if value is not None and value > 0 else None


def _level(clause: Clause) -> int | None:
    """The target whose price the stop goes to: "TP2 hit move SL to TP1" means the first."""
    verb = next((p.start for p in clause.pieces if p.role in (ROLE.MOVE, ROLE.STOP)), 0)
    found = [int(p.value) for p in clause.pieces if p.role is ROLE.INDEX and p.value and verb < p.start]
    return found[0] if len(found) == 1 else None


def _removes_the_stop(c: Clause) -> bool:
    return c.has(ROLE.STOP) and c.has(ROLE.REMOVE, ROLE.CANCEL) and not c.has(ROLE.LIMIT) and c.price is None


def _breaks_even(c: Clause) -> bool:
    if c.has(ROLE.CLOSE, ROLE.CLOSED) or c.price is not None:
        return False
    to_entry = c.has(ROLE.ENTRY) and c.has(ROLE.MOVE) and c.has(ROLE.STOP) and c.index is None
    rest = c.has(ROLE.ALL, ROLE.MARKET) and not c.has(ROLE.TICK, ROLE.RECAP, ROLE.HIT) and not c.talk
    return to_entry or _stop_is_entry(c) or (c.has(ROLE.EVEN) and (c.has(ROLE.MOVE, ROLE.STOP) or rest))


def _stop_is_entry(c: Clause) -> bool:
    """ "SL @ entry", "SL entry": the stop and nothing else beside the entry."""
    said = [
        p.role
        for p in c.pieces
        if p.role not in (ROLE.FILLER, ROLE.TICKER) and p.text not in "@=:-." and p.text.isascii()
    ]
    return said == [ROLE.STOP, ROLE.ENTRY]


def _moves_the_stop(c: Clause) -> bool:
    relative = c.has(ROLE.MOVE, ROLE.TO) and c.has(ROLE.TARGET) and _level(c) is not None and not c.has(ROLE.DISTANCE)
    sided = c.has(ROLE.BUY, ROLE.SELL) and not c.has(ROLE.MOVE, ROLE.TO, ROLE.EDIT)
    to_a_price = c.price is not None and not sided and not c.has(ROLE.TARGET, ROLE.CLOSE)
    bare = c.has(ROLE.MOVE) and not c.has(ROLE.TARGET, ROLE.HIT) and c.talk <= _TALK_MAX
    return c.has(ROLE.STOP) and not c.has(*_OTHER_THAN_A_MOVE) and (relative or to_a_price or bare)


def _cancels(c: Clause) -> bool:
    """ "Delete the pending order", in any order of words and in any language."""
    if c.has(ROLE.CANCEL):
        return True
    orders = c.has(ROLE.LIMIT) or c.pieces[-1].text in _DELETED
    return c.has(ROLE.REMOVE) and orders and not c.has(ROLE.STOP, ROLE.TARGET)


def _is_stopped(c: Clause) -> bool:
    if c.has(ROLE.STOPPED):
        return True
    if not c.has(ROLE.STOP) or c.price is not None:
        return False
    alone = all(p.role in (ROLE.STOP, ROLE.TICKER, ROLE.MARK, ROLE.TICK, ROLE.FILLER) for p in c.pieces)
    crossed = any(p.text in _CROSSES for p in c.pieces)
    return (
        c.has(ROLE.HIT, ROLE.CLOSED, ROLE.FILLED)
        or (crossed and all(p.role in (*_BESIDE, ROLE.STOP, ROLE.PERCENT) for p in c.pieces))
        or (alone and c.has(ROLE.TICKER))
        or (c.pieces[0].role is ROLE.STOP and c.has(ROLE.CLOSE))
    )


def _is_reached(c: Clause) -> bool:
    if not c.has(ROLE.TARGET) or c.has(ROLE.ENTRY):
        return False
    if c.has(ROLE.HIT, ROLE.CLOSED):
        return not (c.has(ROLE.CLOSED) and c.has(ROLE.STOP))
    if c.price is None and not c.has(ROLE.STOP, ROLE.MOVE) and (c.has(ROLE.FILLED) or c.pieces[-1].role is ROLE.TO):
        return True  # "TP1 triggered", "TP1到"
    spot = next(at for at, p in enumerate(c.pieces) if p.role is ROLE.TARGET)
    tick = next((at for at, p in enumerate(c.pieces) if p.role is ROLE.TICK), -1)
    if 0 <= tick < spot and c.price is None and c.index is not None and c.roles <= _BESIDE | {ROLE.TARGET}:
        return True  # "✅ 1st target"
    priced = c.price is not None and c.has(ROLE.ENTRY, ROLE.STOP, ROLE.BUY, ROLE.SELL, ROLE.MOVE)
    return tick > spot and not priced and (c.index is not None or (c.has(ROLE.ALL) and c.price is None))


def _part(c: Clause) -> Instruction:
    if c.percent == WHOLE:
        return Instruction(Act.CLOSE)
    percent = c.percent if c.percent is not None else Decimal(50) if c.has(ROLE.HALF) else c.share
    return Instruction(Act.CLOSE_PART, percent=percent, target=c.index, percent_max=c.percent_max)


def _takes_profit(c: Clause) -> bool:
    """ "... take profits" behind an order is one more order, not a label."""
    return c.has(ROLE.EVEN) and any(p.role is ROLE.TARGET and p.text.startswith("take profits") for p in c.pieces)


def _is_part(c: Clause) -> bool:
    if _takes_profit(c):
        return True
    smaller = c.has(ROLE.HALF, ROLE.PART, ROLE.SHARE) or c.percent is not None or c.index is not None
    one_entry = any(p.role is ROLE.ENTRY and p.text.startswith(_ORDINALS) for p in c.pieces)
    if c.has(ROLE.CLOSE) and (smaller or one_entry) and not c.has(ROLE.STOP):
        return True
    if c.has(ROLE.CLOSED) and (c.has(ROLE.HALF) or c.percent is not None) and not c.has(ROLE.STOP, ROLE.RECAP):
        return True
    if c.percent is not None and any(p.text in _TAKEN for p in c.pieces) and not c.has(ROLE.STOP, ROLE.SIZE):
        return True
    says = any(p.role is ROLE.PART and p.text not in _AMOUNTS for p in c.pieces) and not c.has(ROLE.SIZE, ROLE.LEVERAGE)
    says = says or (c.has(ROLE.SHARE) and c.has(ROLE.PART))
    return says and not c.has(ROLE.STOP, ROLE.RECAP, ROLE.CLOSED, ROLE.HIT) and c.talk <= _TALK_IN_A_REPORT


def _is_half(c: Clause) -> bool:
    """ "Half out here": nobody says close, and nothing else can be meant."""
    others = (ROLE.STOP, ROLE.INDEX, ROLE.ENTRY, ROLE.BUY, ROLE.SELL, ROLE.SIZE, ROLE.HIT, ROLE.PRICE, ROLE.RECAP)
    return c.has(ROLE.HALF) and not c.has(*others) and c.talk <= _TALK_IN_A_REPORT


def _closes(c: Clause) -> bool:
    if c.has(ROLE.CLOSED) and c.has(ROLE.TICKER) and c.price is not None and not c.has(*_NOT_A_CLOSE):
        return True  # "ETHUSDT short closed @ 3312"
    return c.has(ROLE.CLOSE) or (
        c.has(ROLE.CLOSED) and not c.has(ROLE.RECAP, ROLE.STOP, ROLE.TARGET, ROLE.BUY, ROLE.SELL) and c.talk == 0
    )


def _edits_targets(c: Clause) -> bool:
    if c.has(ROLE.REMOVE) and (c.index is not None or c.has(ROLE.ALL)) and not c.has(ROLE.STOP):
        return True  # "remove TP1"
    price, target = c.first(ROLE.PRICE), c.first(ROLE.TARGET)
    if c.price is None or price is None or target is None:
        return False
    if c.has(ROLE.MOVE, ROLE.EDIT):
        return True
    return price.start > target.start and (c.index is not None and c.has(ROLE.TO) and c.roles <= _TARGET_TO_PRICE)


def _moves_the_entry(c: Clause) -> bool:
    """ "Move entry to 59400", "entry changed to 59400": never "move to entry", which is the stop's way."""
    if not (c.has(ROLE.ENTRY, ROLE.LIMIT) and c.has(ROLE.MOVE, ROLE.EDIT) and c.price is not None) or c.has(
        *_NOT_THE_ENTRY
    ):
        return False
    order = [p.role for p in c.pieces if p.role in (ROLE.ENTRY, ROLE.LIMIT, ROLE.TO, ROLE.PRICE)]
    return order[0] in (ROLE.ENTRY, ROLE.LIMIT) and order[1:] in ([ROLE.TO, ROLE.PRICE], [ROLE.PRICE])


def _is_filled(c: Clause) -> bool:
    entered = c.has(ROLE.ENTRY) and not c.has(ROLE.CLOSE, ROLE.EVEN)
    ticked = c.has(ROLE.TICK) and c.has(ROLE.INDEX) and c.price is None and not c.has(ROLE.TARGET)
    return (entered and (ticked or c.has(ROLE.HIT, ROLE.FILLED))) or (
        c.has(ROLE.FILLED) and not c.has(ROLE.TARGET) and c.talk <= _TALK_IN_A_REPORT
    )


def _adds(c: Clause) -> bool:
    if any(p.role is ROLE.ADDED and p.text == "add another" for p in c.pieces):
        return c.talk <= _TALK_IN_A_REPORT
    return c.has(ROLE.ADD) and c.talk == 0 and not c.has(ROLE.CANCEL, ROLE.STOP)


_Rule = tuple[frozenset[Role], Callable[[Clause], bool], Callable[[Clause], Instruction | None]]


def _with(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


_PARTS = _with(Role.CLOSE, Role.CLOSED, Role.PART, Role.PERCENT, Role.EVEN)
_RULES: tuple[_Rule, ...] = (
    (_with(Role.REMOVE, Role.CANCEL), _removes_the_stop, lambda _: None),
    (_with(Role.CANCEL, Role.REMOVE), _cancels, lambda _: Instruction(Act.CANCEL)),
    (_with(Role.STOPPED, Role.STOP), _is_stopped, lambda _: Instruction(Act.STOP_HIT)),
    (_with(Role.EVEN, Role.ENTRY), _breaks_even, lambda _: Instruction(Act.BREAK_EVEN)),
    (_with(Role.STOP), _moves_the_stop, lambda c: Instruction(Act.MOVE_STOP, price=_price(c), level=_level(c))),
    (_with(Role.TARGET), _edits_targets, lambda c: Instruction(Act.EDIT_TARGETS, price=_price(c), target=c.index)),
    (_with(Role.MOVE, Role.EDIT), _moves_the_entry, lambda c: Instruction(Act.OTHER, price=_price(c))),
    (_with(Role.FILLED, Role.ENTRY, Role.TICK), _is_filled, lambda c: Instruction(Act.ENTRY_FILLED, price=_price(c))),
    (_with(Role.ADD, Role.ADDED), _adds, lambda c: Instruction(Act.OTHER, price=_price(c))),
    (_PARTS, _is_part, _part),
    (_with(Role.HALF), _is_half, _part),
    (_with(Role.TARGET), _is_reached, lambda c: Instruction(Act.TARGET_HIT, target=c.index)),
    (_with(Role.CLOSE, Role.CLOSED), _closes, lambda c: Instruction(Act.CLOSE, price=_price(c))),
)
"""What a clause says: the first row that applies, behind the roles of which it needs one. None stands for a refusal."""
