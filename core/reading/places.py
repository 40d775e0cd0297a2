"""Where a number of a post belongs, and all that one walk over the pieces puts in its place.

Separate from the walk, because everything behind it asks for these and nothing asks how they came about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from core.enums import at_hand
from core.reading.lexicon import listed
from core.reading.pieces import Lexeme
from core.reading.roles import Role


class Slot(StrEnum):
    LOOSE = "loose"
    SIDE = "side"
    ENTRY = "entry"
    ADD = "add"
    STOP = "stop"
    TARGET = "target"
    LEVERAGE = "leverage"
    ASIDE = "aside"


SLOT = at_hand(Slot)


ZONES, _BETWEEN = listed("ZONES"), listed("BETWEEN")
WITH_MARKET = "with market"
"""What stands before a price that is entered besides the market."""


@dataclass(slots=True)
class Point:
    """A number in its place. ``run`` counts the unbroken lists of numbers; ``joint`` is what stood before it."""

    piece: Lexeme
    value: Decimal
    slot: Slot
    run: int
    joint: str
    line: int

    def put(self, slot: Slot) -> Point:
        return Point(self.piece, self.value, slot, self.run, self.joint, self.line)

    def worth(self, value: Decimal) -> Point:
        return Point(self.piece, value, self.slot, self.run, self.joint, self.line)


@dataclass(slots=True)
class Draft:
    """What one walk found, before anybody judged it."""

    sides: list[Lexeme] = field(default_factory=list)
    tickers: list[Lexeme] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    loose: list[Point] = field(default_factory=list)
    distances: list[tuple[Slot, Lexeme]] = field(default_factory=list)
    shares: list[tuple[Slot, Lexeme]] = field(default_factory=list)
    leverages: list[Lexeme] = field(default_factory=list)
    marks: list[tuple[Role, Slot, Lexeme]] = field(default_factory=list)
    kinds: set[Role] = field(default_factory=set)
    runner: Lexeme | None = None
    gains: list[Lexeme] = field(default_factory=list)
    arrow: Lexeme | None = None
    broken: list[Lexeme] = field(default_factory=list)
    aside: list[Decimal] = field(default_factory=list)
    ticketed: list[Decimal] = field(default_factory=list)
    """Numbers behind the word for the number of a signal."""
    risked: list[Point] = field(default_factory=list)
    labels: set[Slot] = field(default_factory=set)
    counted_to: int = 0
    """The farthest target that a label counts."""
    counted_from: int = 0
    """Which target the first number behind the word is for; 0: not said."""
    ticks: int = 0
    """How many lines of targets begin with a tick."""
    ticked: bool = False
    asked: bool = False
    quoted: bool = False

    def of(self, *slots: Slot) -> list[Point]:
        return [p for p in self.points if p.slot in slots]

    @property
    def restates_its_entry(self) -> bool:
        """ "Sell 2410-2418, entry 2410": a price beside the side, and again behind a label."""
        sided = {p.value for p in self.of(SLOT.SIDE)}
        return any(p.value in sided for p in self.of(SLOT.ENTRY))

    def said(self, role: Role) -> bool:
        return role in self.kinds

    def note(self, role: Role, slot: Slot, piece: Lexeme) -> None:
        self.marks.append((role, slot, piece))
        self.kinds.add(role)


@lru_cache(maxsize=1024)
def worded(label: str) -> tuple[bool, bool, tuple[Role, ...]]:
    """Whether a label is for a zone, whether it says "between", and which kinds of order it names."""
    kinds = tuple(role for role in (Role.LIMIT, Role.MARKET) if role.name.lower() in label)
    return label.endswith(ZONES), label.endswith(_BETWEEN), kinds
