"""Where a number of a post belongs, and all that one walk over the pieces puts in its place.

Separate from the walk, because everything behind it asks for these and nothing asks how they came about.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from core.enums import at_hand
from core.reading.pieces.piece import Lexeme
from core.reading.roles import Role
from core.reading.words.lexicon import listed


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
_COUNT_MIN = 2
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


class Draft:
    """What one walk found, before anybody judged it.

    ``ticketed``: the numbers behind the word for the number of a signal. ``counted_to``: the farthest target that a
    label counts; ``counted_from``: which target the first number behind the word is for, 0 where it is not said.
    ``ticks``: how many lines of targets begin with a tick. No dataclass: making so many empty lists through one
    costs more than a short post's whole walk.
    """

    def __init__(self) -> None:
        self.sides: list[Lexeme] = []
        self.tickers: list[Lexeme] = []
        self.points: list[Point] = []
        self.loose: list[Point] = []
        self.distances: list[tuple[Slot, Lexeme]] = []
        self.shares: list[tuple[Slot, Lexeme]] = []
        self.leverages: list[Lexeme] = []
        self.marks: list[tuple[Role, Slot, Lexeme]] = []
        self.gains: list[Lexeme] = []
        self.broken: list[Lexeme] = []
        self.aside: list[Decimal] = []
        self.ticketed: list[Decimal] = []
        self.risked: list[Point] = []
        self.kinds: set[Role] = set()
        self.labels: set[Slot] = set()
        self.runner: Lexeme | None = None
        self.beyond = False
        self.arrow: Lexeme | None = None
        self.counted_to = self.counted_from = self.ticks = 0
        self.ticked = self.asked = self.quoted = self.turned = False

    def of(self, *slots: Slot) -> list[Point]:
        return [p for p in self.points if p.slot in slots]

    def leads_on_to(self, value: Decimal) -> bool:
        """Whether a price lies farther the way from the entry to the last target, and within twice of it."""
        entries, targets = self.of(SLOT.ENTRY, SLOT.SIDE), self.of(SLOT.TARGET)
        if not entries or not targets:
            return True
        last = targets[-1].value
        return (value - last) * (last - entries[0].value) > 0 and value < 2 * last < 4 * value

    @property
    def restates_its_entry(self) -> bool:
        """ "Sell 2410-2418, entry 2410": a price beside the side, and again behind a label."""
        sided = {p.value for p in self.of(SLOT.SIDE)}
        return any(p.value in sided for p in self.of(SLOT.ENTRY))

    @property
    def only_counts_its_target(self) -> bool:
        """ "ONDO target 1", at an entry of 0.38: which target it is, perhaps, and no price."""
        targets, entries = self.of(SLOT.TARGET), self.of(SLOT.ENTRY, SLOT.SIDE)
        lone = len(targets) == 1 and len(targets[0].piece.text) == 1 and targets[0].joint == "first"
        return lone and any(entry.value % 1 and entry.value * _COUNT_MIN < targets[0].value for entry in entries)

    def note(self, role: Role, slot: Slot, piece: Lexeme) -> None:
        self.marks.append((role, slot, piece))
        self.kinds.add(role)


@lru_cache(maxsize=1024)
def worded(label: str) -> tuple[bool, bool, tuple[Role, ...]]:
    """Whether a label is for a zone, whether it says "between", and which kinds of order it names."""
    kinds = tuple(role for role in (Role.LIMIT, Role.MARKET) if role.name.lower() in label)
    return label.endswith(ZONES), label.endswith(_BETWEEN), kinds


def is_market(piece: Lexeme) -> bool:
    """Whether the price of now was said, by itself or in the label of an entry."""
    return piece.role is Role.MARKET or (piece.role is Role.ENTRY and Role.MARKET in worded(piece.text)[2])
