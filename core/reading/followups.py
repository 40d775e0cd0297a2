"""Read what a post says about a call already made: move the stop, close half, cancel, target reached.

Separate from calls, because here verbs decide and there numbers do. A verb counts only where
nobody negates it, makes it a condition, puts it in the future or asks about it; and a stop is
never taken away, whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.reading.figures import is_a_price
from core.reading.hygiene import Clean
from core.reading.pieces import Lexeme
from core.reading.roles import Role
from core.signals import Act, Instruction, Reason
from core.vocabulary import Price

_BEFORE = frozenset((Role.NOT, Role.WILL, Role.MAY, Role.QUESTION, Role.WAIT))
_COMMANDS = frozenset(
    (
        Role.MOVE,
        Role.EDIT,
        Role.CLOSE,
        Role.CANCEL,
        Role.PART,
        Role.EVEN,
        Role.REMOVE,
        Role.HIT,
        Role.STOP,
        Role.CLOSED,
        Role.STOPPED,
        Role.HALF,
        Role.TICK,
    )
)
REPORTS = frozenset((Act.TARGET_HIT, Act.STOP_HIT, Act.ENTRY_FILLED))
_PROMPTED = (Act.BREAK_EVEN, Act.MOVE_STOP)
_HEDGES = _BEFORE | {Role.IF}
_TOLD = (Role.HIT, Role.STOPPED, Role.CLOSED, Role.FILLED)
_AFTER_A_TICK = (Role.TARGET, Role.MOVE, Role.CLOSE)
_CUTS = frozenset((Role.LINE, Role.MARK, Role.AND, Role.TICK, *_AFTER_A_TICK))
_TALK = (Role.WORD, Role.ANALYSIS, Role.LESSON, Role.AD)
SPEAKING = frozenset(
    (
        *(Role.CANCEL, Role.REMOVE, Role.STOP, Role.STOPPED, Role.EVEN, Role.FILLED, Role.HIT, Role.ADD, Role.CLOSE),
        *(Role.CLOSED, Role.PART, Role.HALF, Role.MOVE, Role.EDIT, Role.TICK, Role.PERCENT),
    )
)
"""Without one of these a clause neither asks for nor reports anything."""
_NEED_AN_OBJECT = (Act.CLOSE, Act.CLOSE_PART, Act.CANCEL)
_OBJECTS = (
    *(Role.TICKER, Role.TARGET, Role.STOP, Role.ENTRY, Role.EVEN, Role.BUY, Role.SELL),
    *(Role.HEADING, Role.LIMIT, Role.ALL),
)
"""Beside unknown words one of these tells that a trade is closed, and not a window or a year."""
_BOUNDS = ".!;?"
_WHOLE = Decimal(100)
_ORDINALS = ("first ", "1st ", "lower ", "upper ", "higher ", "last ")
_TALK_MAX = 4
_TALK_IN_A_REPORT = 2
_MANY_CLAUSES = 120


class Clause:
    """A stretch of text that says one thing. ``hedge`` is the word that keeps it from being an order."""

    __slots__ = ("hedge", "pieces", "roles")

    def __init__(self, pieces: Sequence[Lexeme], roles: frozenset[Role], hedge: Lexeme | None) -> None:
        self.pieces = pieces
        self.roles = roles
        self.hedge = hedge

    def has(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    def first(self, role: Role) -> Lexeme | None:
        return next((p for p in self.pieces if p.role is role), None)

    @property
    def price(self) -> Decimal | None:
        if Role.PRICE not in self.roles:
            return None
        return next((p.value for p in self.pieces if p.role is Role.PRICE and p.value and is_a_price(p.value)), None)

    @property
    def percent(self) -> Decimal | None:
        if Role.PERCENT not in self.roles:
            return None
        return next((p.value for p in self.pieces if p.role is Role.PERCENT and p.value and p.value <= 100), None)

    @property
    def percent_max(self) -> Decimal | None:
        """The other end of "70-80%"."""
        found = [p.value for p in self.pieces if p.role is Role.PERCENT and p.value and p.value <= _WHOLE]
        return found[1] if len(found) == 2 and found[0] < found[1] else None

    @property
    def index(self) -> int | None:
        if Role.INDEX not in self.roles:
            return None
        return next((int(p.value) for p in self.pieces if p.role is Role.INDEX and p.value and p.value < 100), None)

    @property
    def talk(self) -> int:
        return sum(1 for p in self.pieces if p.role in _TALK)


@dataclass(slots=True)
class Said:
    """All that the clauses ask for and report."""

    instructions: list[Instruction] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    doubts: list[Reason] = field(default_factory=list)
    hedged: list[Lexeme] = field(default_factory=list)
    removes_stop: bool = False
    bare_stops: list[Price | None] = field(default_factory=list)


def clauses(pieces: Sequence[Lexeme]) -> list[Clause]:
    """Cut at lines, sentence ends, commas and "and".

    A hedge reaches to the end of its sentence, a question mark to its beginning.
    """
    out: list[Clause] = []
    sticky: Lexeme | None = None
    begun = 0
    for part, end in _parts(pieces):
        if part:
            roles = frozenset([p.role for p in part])
            hedge = sticky if roles.isdisjoint(_HEDGES) else _hedge(part) or sticky
            out.append(Clause(part, roles, hedge))
            sticky = None if _denies_a_report(part, hedge) else hedge
        if end is not None:
            if end.text == "?":
                asked = end._replace(role=Role.QUESTION)
                out[begun:] = [Clause(c.pieces, c.roles, c.hedge or asked) for c in out[begun:]]
            sticky, begun = None, len(out)
        if len(out) >= _MANY_CLAUSES:
            break
    return out


def _parts(pieces: Sequence[Lexeme]) -> Iterator[tuple[Sequence[Lexeme], Lexeme | None]]:
    """Each stretch between two cuts, and what ends its sentence there, if anything does."""
    first = 0
    ticked = False
    for at, piece in enumerate(pieces):
        role = piece.role
        if role not in _CUTS:
            continue
        if role is Role.TICK:
            ticked = True
            continue
        if role in _AFTER_A_TICK:
            if ticked and first < at:
                yield pieces[first:at], None  # "tp1 ✅ tp2 ✅" is two reports, "tp1 ✅ move sl" a report and an order
                first = at
            ticked = False
            continue
        if piece.text == "." and at and pieces[at - 1].role is Role.INDEX:
            continue  # "1. hedef", "1. Ziel"
        ends = role is Role.LINE or (role is Role.MARK and piece.text in _BOUNDS)
        if not ends and role is Role.MARK and piece.text not in ",&+" and not _is_dash(pieces, at):
            continue
        if first < at or ends:
            yield pieces[first:at], piece if ends else None
        first = at + 1
        ticked = False
    if first < len(pieces):
        yield pieces[first:], pieces[-1]


def _is_dash(pieces: Sequence[Lexeme], at: int) -> bool:
    """A dash with room on both sides, before a verb, ends a thought."""
    if pieces[at].text != "-" or not 0 < at < len(pieces) - 1:
        return False
    return pieces[at + 1].role in (Role.MOVE, Role.CLOSE, Role.PART) and pieces[at - 1].end < pieces[at].start


def _denies_a_report(pieces: Sequence[Lexeme], hedge: Lexeme | None) -> bool:
    """ "Not filled, cancelling": the denial belongs to the report and goes no further."""
    if hedge is None or hedge.role is not Role.NOT:
        return False
    following = next((p.role for p in pieces if p.start > hedge.start and p.role is not Role.FILLER), None)
    return following in _TOLD


def _hedge(pieces: Sequence[Lexeme]) -> Lexeme | None:
    told = next((at for at, p in enumerate(pieces) if p.role in _TOLD), len(pieces))
    command = next((at for at, p in enumerate(pieces) if p.role in _COMMANDS), len(pieces))
    for at, piece in enumerate(pieces):
        if (piece.role is Role.IF and at < told) or (piece.role in _BEFORE and at < command):
            return piece
        if piece.role is Role.NOT and at < told:
            return piece  # "schließt die Position nicht", "決済しない": some languages negate behind the verb
    return None


def follow_ups(parts: Sequence[Clause], text: Clean) -> Said:
    """Every instruction and report, commands first, with the words behind them."""
    said = Said()
    for clause in parts:
        if not clause.roles.isdisjoint(SPEAKING):
            _one(clause, said, text)
    moved = any(i.act is Act.MOVE_STOP and i.price is not None for i in said.instructions)
    kept = [i for i in said.instructions if not (moved and i.act is Act.BREAK_EVEN)]
    reached = max((i.target or 0 for i in kept if i.act is Act.TARGET_HIT), default=0)
    kept = [replace(i, target=reached) if i.act in _PROMPTED and not i.target and reached else i for i in kept]
    said.instructions = list(dict.fromkeys(sorted(kept, key=_order)))
    return said


def _order(said: Instruction) -> tuple[bool, bool, int]:
    """Orders before reports, the definite before the vague, the farthest target first."""
    reports = said.act in REPORTS
    vague = said.act is Act.CLOSE_PART and said.percent is None and said.target is None
    return (reports, vague, -(said.target or 0) * reports)


def _one(clause: Clause, said: Said, text: Clean) -> None:
    for applies, build in _RULES:
        if not applies(clause):
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
            said.reasons.append(Reason(instruction.act.value, *span))
            if clause.has(Role.YOU_CAN):
                said.doubts.append(Reason("it is left to the reader", *span))
            if instruction.act in _NEED_AN_OBJECT and not clause.has(*_OBJECTS) and clause.talk:
                said.doubts.append(Reason("it is not clear what is meant", *span))
            if clause.talk > _TALK_MAX and instruction.act not in REPORTS:
                said.doubts.append(Reason("the order is buried in talk", *span))
            if not clause.has(Role.MOVE, Role.TO, Role.EDIT) and instruction.act is Act.MOVE_STOP:
                said.bare_stops.append(instruction.price)
                said.doubts.append(Reason("no word says that the stop moves", *span))
            if clause.has(Role.TO) and clause.has(Role.EVEN) and clause.has(Role.PART, Role.CLOSE, Role.HALF):
                said.doubts.append(Reason("it leaves a choice", *span))
            if clause.has(Role.TARGET) and instruction.act is Act.CLOSE:
                said.doubts.append(Reason("it may mean a part, or later", *span))
            if clause.has(Role.CLOSED) and instruction.act in (Act.CLOSE, Act.CLOSE_PART):
                said.doubts.append(Reason("it may be a report", *span))
        if not _goes_on(clause, instruction):
            return


def _goes_on(clause: Clause, instruction: Instruction | None) -> bool:
    """ "Move SL to BE take profits" says two things in one breath; most clauses say one."""
    more = clause.has(Role.PART, Role.HIT, Role.CLOSE) or _takes_profit(clause)
    return more and instruction is not None and instruction.act in (Act.BREAK_EVEN, Act.MOVE_STOP, Act.STOP_HIT)


def _price(clause: Clause) -> Price | None:
    value = clause.price
    return Price(value) if value is not None and value > 0 else None


def _removes_the_stop(c: Clause) -> bool:
    return c.has(Role.STOP) and c.has(Role.REMOVE, Role.CANCEL) and not c.has(Role.LIMIT) and c.price is None


def _breaks_even(c: Clause) -> bool:
    if c.has(Role.CLOSE, Role.CLOSED) or c.price is not None:
        return False
    to_entry = c.has(Role.ENTRY) and c.has(Role.MOVE) and c.has(Role.STOP) and c.index is None
    rest = c.has(Role.ALL, Role.MARKET) and not c.has(Role.TICK, Role.RECAP, Role.HIT) and not c.talk
    return to_entry or _stop_is_entry(c) or (c.has(Role.EVEN) and (c.has(Role.MOVE, Role.STOP) or rest))


def _stop_is_entry(c: Clause) -> bool:
    """ "SL @ entry", "SL entry": the stop and nothing else beside the entry."""
    said = [p.role for p in c.pieces if p.role not in (Role.FILLER, Role.TICKER) and p.text != "@" and p.text.isascii()]
    return said == [Role.STOP, Role.ENTRY]


def _moves_the_stop(c: Clause) -> bool:
    relative = c.has(Role.MOVE) and c.has(Role.TARGET) and c.index is not None
    sided = c.has(Role.BUY, Role.SELL) and not c.has(Role.MOVE, Role.TO, Role.EDIT)
    to_a_price = c.price is not None and not sided and not c.has(Role.TARGET, Role.CLOSE)
    bare = c.has(Role.MOVE) and not c.has(Role.TARGET, Role.HIT) and c.talk <= _TALK_MAX
    return c.has(Role.STOP) and not c.has(Role.HIT, Role.CLOSED) and (relative or to_a_price or bare)


def _cancels(c: Clause) -> bool:
    """ "Delete the pending order", in any order of words and in any language."""
    return c.has(Role.CANCEL) or (c.has(Role.REMOVE) and c.has(Role.LIMIT) and not c.has(Role.STOP, Role.TARGET))


def _is_stopped(c: Clause) -> bool:
    if c.has(Role.STOPPED):
        return True
    if not c.has(Role.STOP) or c.price is not None:
        return False
    alone = all(p.role in (Role.STOP, Role.TICKER, Role.MARK, Role.TICK, Role.FILLER) for p in c.pieces)
    return (
        c.has(Role.HIT, Role.CLOSED, Role.FILLED)
        or (alone and c.has(Role.TICKER))
        or (c.pieces[0].role is Role.STOP and c.has(Role.CLOSE))
    )


def _is_reached(c: Clause) -> bool:
    if not c.has(Role.TARGET) or c.has(Role.ENTRY):
        return False
    if c.has(Role.HIT, Role.CLOSED):
        return not (c.has(Role.CLOSED) and c.has(Role.STOP))
    spot = next(at for at, p in enumerate(c.pieces) if p.role is Role.TARGET)
    tick = next((at for at, p in enumerate(c.pieces) if p.role is Role.TICK), -1)
    return tick > spot and c.price is None and (c.index is not None or c.has(Role.ALL))


def _part(c: Clause) -> Instruction:
    if c.percent == _WHOLE:
        return Instruction(Act.CLOSE)
    percent = c.percent if c.percent is not None else Decimal(50) if c.has(Role.HALF) else None
    return Instruction(Act.CLOSE_PART, percent=percent, target=c.index, percent_max=c.percent_max)


def _takes_profit(c: Clause) -> bool:
    """ "... take profits" behind an order is one more order, not a label."""
    return c.has(Role.EVEN) and any(p.role is Role.TARGET and p.text.startswith("take profits") for p in c.pieces)


def _is_part(c: Clause) -> bool:
    if _takes_profit(c):
        return True
    smaller = c.has(Role.HALF, Role.PART) or c.percent is not None or c.index is not None
    one_entry = any(p.role is Role.ENTRY and p.text.startswith(_ORDINALS) for p in c.pieces)
    if c.has(Role.CLOSE) and (smaller or one_entry) and not c.has(Role.STOP):
        return True
    if c.has(Role.CLOSED) and (c.has(Role.HALF) or c.percent is not None) and not c.has(Role.STOP, Role.RECAP):
        return True
    if c.percent is not None and any(p.role is Role.TARGET and p.text == "take" for p in c.pieces):
        return True
    return c.has(Role.PART) and not c.has(Role.STOP, Role.RECAP, Role.CLOSED, Role.HIT) and c.talk <= 2


def _is_half(c: Clause) -> bool:
    """ "Half out here": nobody says close, and nothing else can be meant."""
    others = (Role.STOP, Role.INDEX, Role.ENTRY, Role.BUY, Role.SELL, Role.SIZE, Role.HIT, Role.PRICE, Role.RECAP)
    return c.has(Role.HALF) and not c.has(*others) and c.talk <= _TALK_IN_A_REPORT


def _closes(c: Clause) -> bool:
    return c.has(Role.CLOSE) or (
        c.has(Role.CLOSED) and not c.has(Role.RECAP, Role.STOP, Role.TARGET, Role.BUY, Role.SELL) and c.talk == 0
    )


def _edits_targets(c: Clause) -> bool:
    return c.has(Role.TARGET) and c.has(Role.MOVE, Role.EDIT) and c.price is not None


def _is_filled(c: Clause) -> bool:
    entered = c.has(Role.ENTRY) and not c.has(Role.CLOSE, Role.EVEN)
    ticked = c.has(Role.TICK) and c.has(Role.INDEX) and c.price is None and not c.has(Role.TARGET)
    return (entered and (ticked or c.has(Role.HIT, Role.FILLED))) or (
        c.has(Role.FILLED) and c.talk <= _TALK_IN_A_REPORT
    )


def _adds(c: Clause) -> bool:
    return c.has(Role.ADD) and c.talk == 0 and not c.has(Role.CANCEL, Role.STOP)


_RULES: tuple[tuple[Callable[[Clause], bool], Callable[[Clause], Instruction | None]], ...] = (
    (_removes_the_stop, lambda _: None),
    (_cancels, lambda _: Instruction(Act.CANCEL)),
    (_is_stopped, lambda _: Instruction(Act.STOP_HIT)),
    (_breaks_even, lambda _: Instruction(Act.BREAK_EVEN)),
    (_moves_the_stop, lambda c: Instruction(Act.MOVE_STOP, price=_price(c), level=c.index)),
    (_edits_targets, lambda c: Instruction(Act.EDIT_TARGETS, price=_price(c), target=c.index)),
    (_is_filled, lambda c: Instruction(Act.ENTRY_FILLED, price=_price(c))),
    (_adds, lambda c: Instruction(Act.OTHER, price=_price(c))),
    (_is_part, _part),
    (_is_half, _part),
    (_is_reached, lambda c: Instruction(Act.TARGET_HIT, target=c.index)),
    (_closes, lambda c: Instruction(Act.CLOSE, price=_price(c))),
)
"""What a clause says: the first row that applies. None stands for what is always refused."""
