"""Put every number where it belongs: entry, stop, target, leverage, or nowhere.

One walk over the pieces with one thing remembered, the label under which numbers are being
written. What fits nowhere is kept as a leftover, and a leftover makes the call doubtful:
a number nobody understood is how readers open the wrong trade.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from core.reading.figures import is_a_price
from core.reading.lexemes import Lexeme
from core.reading.roles import Role


class Slot(Enum):
    LOOSE = "loose"
    SIDE = "side"
    ENTRY = "entry"
    ADD = "add"
    STOP = "stop"
    TARGET = "target"
    LEVERAGE = "leverage"
    ASIDE = "aside"


_LABELS = {
    Role.ENTRY: Slot.ENTRY,
    Role.ADD: Slot.ADD,
    Role.STOP: Slot.STOP,
    Role.TARGET: Slot.TARGET,
    Role.LEVERAGE: Slot.LEVERAGE,
    Role.SIZE: Slot.ASIDE,
    Role.RATIO: Slot.ASIDE,
    Role.TICKET: Slot.ASIDE,
}
_SIDED = {Role.BUY: 1, Role.SELL: -1}
_ARROWS = {Role.UP: 1, Role.DOWN: -1}
_QUIET = frozenset((Role.MARK, Role.TICK, Role.UP, Role.DOWN, Role.FILLER, Role.ABOVE, Role.BELOW))
_AMOUNTS = frozenset((Role.TIMES, Role.DISTANCE, Role.PERCENT))
_LIMITS = {Role.ABOVE: 1, Role.BELOW: -1, Role.BETWEEN: 0}
_WORDS_BETWEEN = 4


class Point(NamedTuple):
    """A number in its place. ``run`` counts the unbroken lists of numbers; ``joint`` is what stood before it."""

    piece: Lexeme
    value: Decimal
    slot: Slot
    run: int
    joint: str
    line: int


@dataclass(slots=True)
class Draft:
    """What one walk found, before anybody judged it."""

    sides: list[Lexeme] = field(default_factory=list)
    tickers: list[Lexeme] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    loose: list[Point] = field(default_factory=list)
    distances: list[tuple[Slot, Lexeme]] = field(default_factory=list)
    shares: list[tuple[Slot, Lexeme]] = field(default_factory=list)
    leverages: list[Decimal] = field(default_factory=list)
    marks: list[tuple[Role, Slot, Lexeme]] = field(default_factory=list)
    runner: Lexeme | None = None
    arrow: Lexeme | None = None
    broken: list[Lexeme] = field(default_factory=list)
    labels: set[Slot] = field(default_factory=set)
    ticked: bool = False
    asked: bool = False
    quoted: bool = False

    def of(self, *slots: Slot) -> list[Point]:
        return [p for p in self.points if p.slot in slots]

    def said(self, role: Role) -> bool:
        return any(r is role for r, _, _ in self.marks)


def indexed(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """Tell list numbers from prices: TP1, "1) 0.02", "TP 2:4412", "1/ Take Profit"."""
    out = list(pieces)
    counted = dict.fromkeys((Role.TARGET, Role.ENTRY, Role.STOP), 0)
    first_of_line = True
    for at, piece in enumerate(out):
        if piece.role is Role.LINE:
            first_of_line = True
            continue
        if piece.role is Role.PRICE and piece.value is not None and piece.value <= 20 and piece.text.isdigit():
            if (first_of_line and _heads_a_line(out, at)) or _follows_label(out, at, counted):
                out[at] = piece._replace(role=Role.INDEX)
                if at and out[at - 1].role in counted:
                    counted[out[at - 1].role] = int(piece.value)
        elif piece.role is Role.PRICE and "," in piece.text and _lists_targets(out, at):
            out[at] = piece._replace(role=Role.INDEX, value=Decimal(max(piece.text.split(","), key=int)))
        if piece.role not in _QUIET:
            first_of_line = False
    return out


def _lists_targets(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Target 5,6 done" is two targets, not 5.6."""
    parts = pieces[at].text.split(",")
    following = _next_on_line(pieces, at)
    short = all(part.isdigit() and len(part) == 1 for part in parts)
    return (
        short and at > 0 and pieces[at - 1].role is Role.TARGET and following is not None and following.role is Role.HIT
    )


def _next_on_line(pieces: Sequence[Lexeme], at: int) -> Lexeme | None:
    for piece in pieces[at + 1 : at + 7]:
        if piece.role is Role.LINE:
            return None
        if piece.role not in _QUIET and piece.role is not Role.ZONE:
            return piece
    return None


def _heads_a_line(pieces: Sequence[Lexeme], at: int) -> bool:
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is None:
        return False
    if after.role in (Role.TARGET, Role.ENTRY, Role.STOP):
        return True
    if after.role is not Role.MARK or after.text not in ")./:]":
        return False
    following = pieces[at + 2] if at + 2 < len(pieces) else None
    return after.text in ")]" or following is None or following.role is not Role.PRICE or following.start > after.end


def _follows_label(pieces: Sequence[Lexeme], at: int, counted: dict[Role, int]) -> bool:
    label = pieces[at - 1] if at else None
    if label is not None and label.text == "(" and at > 1 and pieces[at - 2].role in counted:
        return at + 1 < len(pieces) and pieces[at + 1].text == ")"
    if label is None or label.role not in counted:
        return False
    if label.end == pieces[at].start:
        return True
    following = _next_on_line(pieces, at)
    ticked = at + 1 < len(pieces) and any(p.role is Role.TICK for p in pieces[at + 1 : at + 3])
    if following is None or following.role in (Role.HIT, Role.CLOSED, label.role):
        return ticked or following is not None
    if following.role not in (Role.PRICE, Role.PERCENT, Role.DISTANCE, Role.RUNNER):
        return False
    after = pieces[at + 1]
    return pieces[at].value in (1, counted[label.role] + 1) or (after.role is Role.MARK and after.text in ":@=)")


def draft(pieces: Sequence[Lexeme]) -> Draft:
    """Walk once and put everything in its slot."""
    walker = _Walker(pieces)
    for at, piece in enumerate(pieces):
        walker.step(at, piece)
    return walker.found


class _Walker:
    """The one label remembered, and what stands between it and the number at hand."""

    def __init__(self, pieces: Sequence[Lexeme]) -> None:
        self.pieces = pieces
        self.found = Draft()
        self.slot = Slot.LOOSE
        self.filled = 0
        self.paused = False
        self.words = 0
        self.line = 0
        self.fresh_line = True
        self.run = 0
        self.joint = "first"
        self.after_market = False
        self.between = False
        self.labelled_targets = any(p.role is Role.TARGET for p in pieces)

    def step(self, at: int, piece: Lexeme) -> None:
        role = piece.role
        if role is Role.LINE:
            self._end_line()
            return
        before = self.pieces[at - 1].role if at else Role.LINE
        if role in _SIDED and at and self.pieces[at - 1].text == '"':
            self.found.quoted = True
        if role is Role.TICK and self.slot is Slot.TARGET and before is Role.PRICE:
            self.found.ticked = True
        if piece.text == "?" and before in (Role.PRICE, Role.BUY, Role.SELL, Role.TICKER, Role.MARKET):
            self.found.asked = True
        if role is Role.PRICE:
            self._price(piece)
        elif role in _SIDED:
            self._side(at, piece)
        elif role in _LABELS:
            self._open(_LABELS[role])
            if "limit" in piece.text:
                self.found.marks.append((Role.LIMIT, Slot.ENTRY, piece))
            if "market" in piece.text:
                self.found.marks.append((Role.MARKET, Slot.ENTRY, piece))
        else:
            self._other(piece)
        if role not in _QUIET:
            self.fresh_line = False
            self.after_market = role is Role.MARKET

    def _open(self, slot: Slot) -> None:
        self.slot, self.filled, self.words, self.paused = slot, 0, 0, False
        self.found.labels.add(slot)
        self.run += 1
        self.joint = "first"

    def _end_line(self) -> None:
        if self.slot in (Slot.ASIDE, Slot.LEVERAGE) or (self.slot in (Slot.STOP, Slot.SIDE) and self.filled):
            self.slot, self.filled = Slot.LOOSE, 0
        self.line += 1
        self.paused = False
        self.fresh_line = True
        self.words = 0
        self.joint = "line"

    def _side(self, at: int, piece: Lexeme) -> None:
        first = self.found.sides[0] if self.found.sides else None
        if (
            first
            and len(self.found.sides) == 1
            and _SIDED[first.role] != _SIDED[piece.role]
            and not self.labelled_targets
        ):
            following = _next_on_line(self.pieces, at)
            if following is not None and following.role is Role.PRICE and self.filled:
                self._open(Slot.TARGET)
                return
        self.found.sides.append(piece)
        if self.slot is not Slot.ENTRY or self.filled:
            self.slot, self.filled, self.words, self.paused = Slot.SIDE, 0, 0, False
            self.run += 1
            self.joint = "first"

    def _price(self, piece: Lexeme) -> None:
        assert piece.value is not None  # noqa: S101 - a price always carries its figure
        self.run += self.joint == "line"
        point = Point(piece, piece.value, self.slot, self.run, self.joint, self.line)
        self.joint = ""
        if not is_a_price(piece.value):
            self.found.broken.append(piece)
        elif self.slot is Slot.LEVERAGE:
            self.found.leverages.append(piece.value)
        elif (
            self.paused
            or self.slot is Slot.LOOSE
            or (self.slot is Slot.STOP and self.filled and point.joint in ("first", "line", "", "mark"))
        ):
            self.found.loose.append(point._replace(slot=Slot.LOOSE))
        elif self.slot is not Slot.ASIDE:
            self.found.points.append(point)
            self.filled += 1

    def _other(self, piece: Lexeme) -> None:
        role = piece.role
        if role is Role.MARK:
            self._mark(piece.text)
        elif role in (Role.TO, Role.AND):
            self.joint = "range" if role is Role.TO or self.between else "list"
        elif role in _LIMITS:
            self._above_or_below(piece)
        elif role is Role.INDEX:
            self.joint = "index"
            self.run += 1
        elif role in _AMOUNTS and not is_a_price(piece.value or Decimal(0)):
            self.found.broken.append(piece)
        elif role is Role.TIMES:
            self.found.leverages.append(piece.value or Decimal(0))
        elif role is Role.DISTANCE:
            self.found.distances.append((self.slot, piece))
        elif role is Role.PERCENT:
            self.found.shares.append((self.slot, piece))
        elif role is Role.BROKEN:
            self.found.broken.append(piece)
        elif role is Role.TICKER:
            self.found.tickers.append(piece)
        elif role in _ARROWS:
            self.found.arrow = self.found.arrow or piece
        elif role in (Role.RUNNER, Role.LATER):
            self._runner(piece)
        elif role not in (Role.FILLER, Role.ZONE):
            self._word(piece)

    def _above_or_below(self, piece: Lexeme) -> None:
        """Buying above a price waits for it to break; buying below one is a plain limit."""
        self.between = piece.role is Role.BETWEEN
        side = self.found.sides[-1] if self.found.sides else None
        if (
            side is not None
            and self.slot in (Slot.SIDE, Slot.ENTRY)
            and not self.filled
            and _LIMITS[piece.role] == _SIDED[side.role]
        ):
            self.found.marks.append((Role.BREAKOUT, self.slot, piece))

    def _runner(self, piece: Lexeme) -> None:
        if self.slot is Slot.TARGET and piece.role is Role.RUNNER:
            self.found.runner = self.found.runner or piece

    def _mark(self, text: str) -> None:
        if text in "-~_/" and self.joint in ("", "range"):
            self.joint = "slash" if text == "/" else "range"
        elif text in "-~" and self.after_market and self.slot is not Slot.SIDE:
            self.joint = "range"  # from the market to a price
        elif text in ",;&|+":
            self.joint = "list" if self.joint in ("", "list") else self.joint
        elif text in ")]" and self.joint == "":
            self.joint = "bracket"
        elif self.joint == "" and text not in "$@(['\"%.+?":
            self.joint = "mark"

    def _word(self, piece: Lexeme) -> None:
        self.found.marks.append((piece.role, self.slot, piece))
        if self.joint == "":
            self.joint = "word"
        unknown = piece.role in (Role.WORD, Role.LINK)
        self.words += 1
        if (
            self.fresh_line
            and self.filled
            and self.slot not in (Slot.LOOSE, Slot.SIDE)
            and piece.role not in (Role.LIMIT, Role.MARKET)
        ):
            self.slot, self.filled = Slot.LOOSE, 0
        elif unknown and self.filled and self.slot is not Slot.ENTRY:
            self.paused = True  # talk behind the number; the next line may go on with the list
        elif self.words > _WORDS_BETWEEN and unknown:
            self.slot, self.filled = Slot.LOOSE, 0
