"""Put every number where it belongs: entry, stop, target, leverage, or nowhere.

One walk over the pieces with one thing remembered, the label under which numbers are being
written. What fits nowhere is kept as a leftover, and a leftover makes the call doubtful:
a number nobody understood is how readers open the wrong trade.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from core.reading.lexing.indexes import QUIET, next_on_line
from core.reading.once import once
from core.reading.pieces.piece import Lexeme, adorned, label_behind
from core.reading.pieces.places import SLOT, WITH_MARKET, ZONES, Draft, Point, Slot, is_market, worded
from core.reading.pieces.tables import RISK
from core.reading.plan.asked import invites, is_a_value
from core.reading.plan.rows import dash_labels, is_a_note, is_in_brackets, is_of_the_order, lists_prices, names_no_price
from core.reading.plan.sides import adorns
from core.reading.roles import ROLE, Role
from core.reading.text.figures import is_a_price
from core.reading.words.facts import PICTURES
from core.reading.words.lexicon import listed

_LABELS = {
    Role.ENTRY: Slot.ENTRY,
    Role.ADD: Slot.ADD,
    Role.STOP: Slot.STOP,
    Role.TARGET: Slot.TARGET,
    Role.LEVERAGE: Slot.LEVERAGE,
    **dict.fromkeys((Role.SIZE, Role.RATIO, Role.TICKET), Slot.ASIDE),
}
_SIDED, _ARROWS = {Role.BUY: 1, Role.SELL: -1}, {Role.UP: 1, Role.DOWN: -1}
_AMOUNTS = frozenset((Role.TIMES, Role.DISTANCE, Role.PERCENT))
_WORDS_BETWEEN, _LOTS_TO_PRICE, _FIGURES = 4, 20, _AMOUNTS | {Role.PRICE}
_STANDING, _LIMITS = (Role.CANCEL, Role.REMOVE, Role.IF), {Role.ABOVE: 1, Role.BELOW: -1, Role.BETWEEN: 0}
_ONE_LINE, _ONE_NUMBER = (Slot.ASIDE, Slot.LEVERAGE), (Slot.STOP, Slot.SIDE)
_UNPLACED, _LABELLED = (Slot.LOOSE, Slot.LEVERAGE), (Slot.STOP, Slot.TARGET)
_NEXT_NUMBER, _ASKED = ("first", "line", "", "mark"), (Role.PRICE, Role.BUY, Role.SELL, Role.TICKER, Role.MARKET)
_FOR, _TOGETHER, _APART_BY_WORDS = frozenset(listed("FOR")), ("range", "slash"), (".(!", ".(!-")
_TO_A_PRICE = ([Role.TO, Role.PRICE], [Role.ZONE, Role.PRICE])
_LEVELS, _BESIDE_A_SIDE, _LISTED = (Role.STOP, Role.TARGET), (Role.FILLER, Role.TICKER), (Slot.TARGET, Slot.LOOSE)
_NOTHING, _HEADS, _ENDS = Lexeme(ROLE.LINE, "", 0, 0), (Role.LINE, Role.MARK, Role.MARKET), frozenset(".!;")
_JOINING, _SILENT = frozenset("-~_/&+,;|)]?"), frozenset("$@(['\"%.+?")


def draft(pieces: Sequence[Lexeme]) -> Draft:
    """Walk once and put everything in its slot."""
    walker = _Walker(pieces)
    for at, piece in enumerate(pieces):
        step, speaks = _STEPS[piece.role]
        if step is not None:
            step(walker, at, piece)
        if speaks:
            walker.spoken = piece
    return walker.found


class _Walker:
    """The one label remembered, and what stands between it and the number at hand."""

    def __init__(self, pieces: Sequence[Lexeme]) -> None:
        self.pieces, self.found, self.slot = pieces, Draft(), SLOT.LOOSE
        self.filled = self.words = self.line = self.run = 0
        self.spoken = self.spoken_above = _NOTHING
        self.joint, self.label_text = "first", ""
        self.paused = self.between = self.ordered = self.ticketed = self.zoned = self.opened = self.spaced = False
        self.side_line = self.judged_line = self.open_line = -1
        self.swallow: Role | None = None
        self.sided: set[int] = set()
        self.placed: set[Slot] = set()

    @property
    def fresh_line(self) -> bool:
        """Whether nothing has been said on this line yet."""
        return self.spoken is self.spoken_above

    def label(self, at: int, piece: Lexeme) -> None:
        if self.swallow is piece.role:
            self.swallow = None
            return
        if piece.role is ROLE.SIZE and self._sizes_an_entry(at):
            return
        withdrawn = piece.role is ROLE.ENTRY and at > 0 and self.pieces[at - 1].role is ROLE.CANCEL
        self._open(SLOT.ASIDE if withdrawn else _LABELS[piece.role])
        self.label_text = piece.text
        self.ticketed = piece.role is ROLE.TICKET
        self.zoned, self.between, noted = worded(piece.text)
        for role in noted:
            self.found.note(role, SLOT.ENTRY, piece)
        if piece.text in PICTURES:
            self.found.ticked = True

    def _sizes_an_entry(self, at: int) -> bool:
        """1）62588 15%保证金: how much at this entry; on the next line stands another."""
        row = self.pieces[at - 1 : at + 2] if at and self.slot is SLOT.ENTRY and self.filled else ()
        return len(row) == 3 and row[0].role is ROLE.PERCENT and row[2].role is ROLE.LINE

    def _open(self, slot: Slot) -> None:
        self.slot, self.filled, self.words, self.paused, self.opened, self.spaced = slot, 0, 0, False, False, False
        self.found.labels.add(slot)
        self.run += 1
        self.joint = "first"

    def end_line(self, at: int, _piece: Lexeme) -> None:
        if (self.slot in _ONE_LINE and not self._lists_lots(at)) or (
            (self.filled or self.spaced) and self.slot in _ONE_NUMBER and not self._goes_on_counting(at)
        ):
            self.slot, self.filled = SLOT.LOOSE, 0
        self.line += 1
        self.spoken_above, self.joint = self.spoken, "line"
        self.words, self.paused = 0, False

    def _lists_lots(self, at: int) -> bool:
        """ "Lot guide: $500 - 0.03 $1000 - 0.05", a line each behind the plan: how much to put in."""
        behind = self.slot is SLOT.ASIDE and SLOT.STOP in self.placed
        return behind and at + 1 < len(self.pieces) and self.pieces[at + 1].text == "$"

    def _goes_on_counting(self, at: int) -> bool:
        """1st 3405, 2nd 3410; 25% 3105, 35% 3060; on lines of their own behind the side: a ladder."""
        row = self.pieces[at + 1 : at + 3]
        if not row or self.slot is not SLOT.SIDE:
            return False
        counted = self.found.points[-1].joint == "index"
        shared = bool(self.found.shares) and self.found.shares[-1][0] is SLOT.SIDE
        return (counted and ROLE.INDEX in (row[0].role, row[-1].role)) or (shared and row[0].role is ROLE.PERCENT)

    def side(self, at: int, piece: Lexeme) -> None:
        sides = self.found.sides
        if at and self.pieces[at - 1].text == '"' and not is_a_value(self.pieces, at):
            self.found.quoted = True
        filled = bool(self.filled if len(sides) == 1 else self.found.points)
        filled = filled or (bool(self.found.points) and lists_prices(self.pieces, at))
        either = at and self.pieces[at - 1].role is ROLE.TO  # "sell 2350 or buy 2330" is a choice
        if filled and self.sided == {-_SIDED[piece.role]} and not self.labels_targets and not either:
            following = next_on_line(self.pieces, at)
            if following is not None and following.role in (ROLE.PRICE, ROLE.ENTRY, ROLE.PERCENT, ROLE.INDEX):
                self.found.turned = following.role is ROLE.PRICE
                if following.role is ROLE.ENTRY:
                    self.swallow = ROLE.ENTRY  # "sell at 1.45": the words of an entry for a target
                self._open(SLOT.TARGET)
                return
        if self._tells_which_trade(at):
            return
        sides.append(piece)
        self.sided.add(_SIDED[piece.role])
        self.side_line = self.line
        if at > 1 and _LIMITS.get(self.pieces[at - 1].role) == _SIDED[piece.role] and not filled:
            self.found.note(ROLE.BREAKOUT, SLOT.SIDE, self.pieces[at - 1])  # "24510 ke upar kharido"
        if self.slot is not SLOT.ENTRY or self.filled:
            self._open(SLOT.SIDE)

    def _tells_which_trade(self, at: int) -> bool:
        """ "SL for the gold sell: 2946", "For the gold sell: SL 2946": the side names a trade, and opens none."""
        back, told = at - 1, False
        while back >= 0 and self.pieces[back].role in _BESIDE_A_SIDE:
            told = told or self.pieces[back].text in _FOR
            back -= 1
        before = self.pieces[back].role if back >= 0 else ROLE.LINE
        following = next_on_line(self.pieces, at) if told else None
        if told and (following is None or self.pieces[at + 1].text in _ENDS):
            told = self.placed == {*_LABELLED} or (self.placed == {SLOT.STOP} and ROLE.MARKET in self.found.kinds)
            return before is ROLE.PRICE and told  # "SL 2631, TP 2655 for the gold buy", "now SL 2631 for gold buys"
        if following is None or (before in _LEVELS and self.filled):
            return False
        return following.role is ROLE.PRICE if before in _LEVELS else before in _HEADS and following.role in _LEVELS

    def price(self, at: int, piece: Lexeme) -> None:
        value, found, slot, joint = piece.value, self.found, self.slot, self.joint
        assert value is not None  # noqa: S101 - a price always carries its figure
        self.joint = ""
        if joint == "line":
            if self.zoned and self.filled == 1 and slot is SLOT.ENTRY:
                joint = "range"  # the second end of a zone, on a line of its own
            else:
                self.run += 1
        if not is_a_price(value):
            found.broken.append(piece)
        elif slot is SLOT.LEVERAGE and (joint in _TOGETHER or not found.leverages):
            found.leverages.append(piece)
        elif self.paused or slot in _UNPLACED or (slot is SLOT.STOP and self.filled and joint in _NEXT_NUMBER):
            found.loose.append(Point(piece, value, SLOT.LOOSE, self.run, joint, self.line))
        elif self._marks_the_way(at, value):
            found.aside.append(value)  # "TP3 open (2636 / 2633)": marks on the way of one target
        elif slot is SLOT.ASIDE:
            found.aside.append(value)
            if self.ticketed:
                found.ticketed.append(value)
            if self.label_text in RISK.words:
                found.risked.append(Point(piece, value, SLOT.STOP, self.run, joint, self.line))
        else:
            if slot is SLOT.SIDE and self._follows_its_lots(at, value):
                found.aside.append(found.points.pop().value)
            found.points.append(Point(piece, value, slot, self.run, joint, self.line))
            self.placed.add(slot)
            found.beyond = found.beyond or (self.opened and slot is SLOT.TARGET)
            self.filled += 1

    def _marks_the_way(self, at: int, value: Decimal) -> bool:
        opened = self.open_line == self.line and self.slot is SLOT.TARGET
        return opened and is_in_brackets(self.pieces, at) and self.found.leads_on_to(value)

    def _follows_its_lots(self, at: int, price: Decimal) -> bool:
        """ "Buy 0.10 at 4034": how much, and then at what price."""
        if self.filled != 1 or self.pieces[at - 1].text not in ("at", "@"):
            return False
        return self.found.points[-1].value * _LOTS_TO_PRICE < price

    def joins(self, _at: int, piece: Lexeme) -> None:
        self.found.kinds.add(piece.role)
        if piece.role is ROLE.AND and is_market(self.spoken):
            self.joint = WITH_MARKET
        else:
            self.joint = "range" if piece.role is ROLE.TO or self.between else "list"

    def index(self, at: int, piece: Lexeme) -> None:
        if self.slot is SLOT.TARGET and piece.value is not None:
            if at and self.pieces[at - 1].role is ROLE.TARGET:
                self.found.counted_to = max(self.found.counted_to, int(piece.value))
            if not self.found.counted_from and SLOT.TARGET not in self.placed:
                self.found.counted_from = int(piece.value)
        if self.fresh_line and self.slot is SLOT.ENTRY and self.filled and self.found.points[-1].joint != "index":
            self.slot, self.filled = SLOT.LOOSE, 0  # behind a zone on one line a new count is one of targets
        besides = self.slot is SLOT.ENTRY and any(r is ROLE.MARKET and s is SLOT.ENTRY for r, s, _ in self.found.marks)
        self.joint, self.opened = WITH_MARKET if besides else "index", False
        self.run += 1

    def amount(self, at: int, piece: Lexeme) -> None:
        label = None if self.slot in (SLOT.STOP, SLOT.TARGET) and not self.filled else label_behind(self.pieces, at)
        if label is not None:
            self._open(_LABELS[label])  # "30 pips stop loss": the label follows its figure
            self.swallow = label
            self.filled = 1
        if not is_a_price(piece.value or Decimal(0)):
            if piece.value != 0 or not piece.text.endswith("%"):  # "Trailing: percentage (0.0%)" says nothing
                self.found.broken.append(piece)
        elif piece.role is ROLE.TIMES:
            self.found.leverages.append(piece)
            self.joint = "" if self.slot is SLOT.LEVERAGE else self.joint
        elif self._counts_a_gain(at):
            self.found.gains.append(piece)
        elif piece.role is ROLE.DISTANCE:
            risked = self.slot is SLOT.ASIDE and self.label_text in RISK.words
            self.found.distances.append((SLOT.STOP if risked else self.slot, piece))
            self.spaced = self.slot is SLOT.STOP  # "SL: 80 pips", and what the next line counts is no stop
        else:
            self.found.shares.append((self.slot, piece))

    def _counts_a_gain(self, at: int) -> bool:
        """ "... TP 2330 +200 pips": a signed amount behind the levels is what came of them; in brackets, a note."""
        row = self.pieces[max(0, at - 4) : at]
        ranged = self.slot is SLOT.SIDE and self.filled > 1  # "sell 4330 - 4309 + 210 pips", and no "2) 6800 - 50%"
        ranged = ranged and (row[-1].text == "+" or self.pieces[at].role is not ROLE.PERCENT)
        signed = row and row[-1].text in "+-" and (ranged or row[-1].end == self.pieces[at].start)
        if not signed or is_a_note(self.pieces, at):
            return False
        behind = bool(self.filled) if self.slot in (SLOT.STOP, SLOT.TARGET) else bool(self.found.points)
        spread = len(row) > 1 and row[-2].end == row[-1].start and row[-2].role in _FIGURES
        return behind and not spread and all(p.text not in "([" for p in row) and not is_in_brackets(self.pieces, at)

    def broken(self, _at: int, piece: Lexeme) -> None:
        self.found.broken.append(piece)

    def ticker(self, _at: int, piece: Lexeme) -> None:
        self.found.tickers.append(piece)

    def arrow(self, at: int, piece: Lexeme) -> None:
        if self.found.arrow is None and not adorns(self.pieces, at, aimed=self.slot is SLOT.TARGET):
            self.found.arrow = piece

    def limit(self, at: int, piece: Lexeme) -> None:
        """Buying above a price waits for it to break; buying below one is a plain limit."""
        self.between = piece.role is ROLE.BETWEEN
        side = self.found.sides[-1] if self.found.sides else None
        if side is None or self.slot not in (SLOT.SIDE, SLOT.ENTRY):
            return
        breaks = _LIMITS[piece.role] == _SIDED[side.role]
        if breaks and not self.filled and not names_no_price(self.pieces, at):
            self.found.note(ROLE.BREAKOUT, self.slot, piece)
        elif not breaks and self.filled and not self.between:
            self.found.note(piece.role, self.slot, piece)  # "buy above 61000 and below 61500"

    def later(self, at: int, piece: Lexeme) -> None:
        """ "SL - ???": what follows on another line is no answer. "TP2: later" misses no price."""
        self.runner(at, piece)
        if self.slot is SLOT.TARGET:
            self.found.counted_to = len(self.found.of(SLOT.TARGET))
        if self.slot is SLOT.STOP and not self.filled:
            self.slot = SLOT.LOOSE

    def runner(self, at: int, piece: Lexeme) -> None:
        follows = self.pieces[at + 1].role if at + 1 < len(self.pieces) else ROLE.LINE
        heads = self.fresh_line and follows not in (ROLE.LINE, ROLE.MARK, ROLE.TICK)  # "Open time: ..."
        leads = [p.role for p in self.pieces[at + 1 : at + 3]] in _TO_A_PRICE
        apart = self.filled and self.pieces[at - 1].text in _APART_BY_WORDS[" " in piece.text]
        if self.slot is SLOT.TARGET and piece.role is ROLE.RUNNER and not (heads or leads or apart):
            self.found.runner, self.opened = self.found.runner or piece, True
            self.open_line = self.line if follows is ROLE.MARK and self.pieces[at + 1].text in "([" else -1

    def zone(self, _at: int, piece: Lexeme) -> None:
        if piece.text in ZONES:
            self.found.kinds.add(ROLE.ZONE)

    def mark(self, at: int, piece: Lexeme) -> None:
        text = piece.text
        if text not in _JOINING:
            if self.joint == "" and text not in _SILENT:
                self.joint = "mark"
        elif text in "-~_/":
            if self.joint in ("", "range"):
                self.joint = "slash" if text == "/" else "range"
            elif text == "-" and self.spoken.role is ROLE.MARKET and self.slot is not SLOT.SIDE:
                self.joint = self.joint if dash_labels(self.pieces, at) else "range"  # from the market to a price
        elif text in "&+" and is_market(self.spoken):
            self.joint = WITH_MARKET
        elif text == "&" and self.between:
            self.joint = "range"
        elif text in ",;&|+":
            self.joint = "list" if self.joint in ("", "list") else self.joint
        elif text in ")]" and self.joint == "":
            self.joint = "bracket"
        elif text == "?":
            beside = (at and self.pieces[at - 1].role in _ASKED) or self.side_line == self.line
            self.found.asked = self.found.asked or (beside and not invites(self.pieces, at))

    def tick(self, at: int, piece: Lexeme) -> None:
        if at and self.slot in _LISTED and (self.pieces[at - 1].role in _FIGURES or self.open_line == self.line):
            self.found.ticked = self.found.ticked or not self.adorned
        listed_so = self.fresh_line and self.slot is SLOT.TARGET and self.pieces[at + 1 : at + 2]
        if listed_so and listed_so[0].role is ROLE.PRICE:
            self.found.ticks += 1
        else:
            self.word(at, piece)

    @once
    def labels_targets(self) -> bool:
        return any(p.role is ROLE.TARGET for p in self.pieces)

    @once
    def adorned(self) -> bool:
        return adorned(self.pieces)

    def market(self, at: int, piece: Lexeme) -> None:
        if self.judged_line != self.line:
            self.judged_line, self.ordered = self.line, is_of_the_order(self.pieces, at)
        if self.ordered:
            self.word(at, piece)
        if self.filled and self.slot in _LABELLED:
            self.paused = True  # "TP 80 pips, now at 2641"

    def word(self, at: int, piece: Lexeme) -> None:
        role = piece.role
        self.found.note(role, self.slot, piece)
        if self.joint == "":
            self.joint = "word"
        begins = role in _STANDING and (self.fresh_line or (at > 0 and self.pieces[at - 1].text in ".;"))
        begins = begins and ({SLOT.STOP, SLOT.TARGET} <= self.placed or (role is ROLE.CANCEL and bool(self.placed)))
        if begins or (role is ROLE.CANCEL and self.slot is SLOT.ENTRY and not self.filled and self.placed):
            self._open(SLOT.ASIDE)  # "Delete if price reaches 2762 without us", "entry void above 65k": no level
        self.words += 1
        if self.slot is SLOT.LOOSE:
            return
        unknown = role in (ROLE.WORD, ROLE.LINK)
        left = self.filled and self.slot is not SLOT.SIDE and role not in (ROLE.LIMIT, ROLE.MARKET)
        left = left or (role is ROLE.ANALYSIS and self.slot in _LABELLED)  # "Support near 1.0850" behind a bare label
        if left and self.fresh_line:
            self.slot, self.filled = SLOT.LOOSE, 0
        elif unknown and self.filled and self.slot is not SLOT.ENTRY:
            self.paused = True  # talk behind the number; the next line may go on with the list
        elif self.words > _WORDS_BETWEEN and unknown:
            self.slot, self.filled = SLOT.LOOSE, 0


_Step = Callable[[_Walker, int, Lexeme], None]
_BY_ROLE: dict[Role, _Step | None] = {
    **dict.fromkeys(Role, _Walker.word),
    **dict.fromkeys(_LABELS, _Walker.label),
    **dict.fromkeys(_SIDED, _Walker.side),
    **dict.fromkeys(_ARROWS, _Walker.arrow),
    **dict.fromkeys(_AMOUNTS, _Walker.amount),
    **dict.fromkeys(_LIMITS, _Walker.limit),
    **dict.fromkeys((Role.TO, Role.AND), _Walker.joins),
    Role.RUNNER: _Walker.runner,
    Role.LATER: _Walker.later,
    **dict.fromkeys((Role.FILLER, Role.BUT), None),
    Role.ZONE: _Walker.zone,
    Role.LINE: _Walker.end_line,
    Role.PRICE: _Walker.price,
    Role.MARK: _Walker.mark,
    Role.TICK: _Walker.tick,
    Role.INDEX: _Walker.index,
    Role.BROKEN: _Walker.broken,
    Role.TICKER: _Walker.ticker,
    Role.MARKET: _Walker.market,
}
"""What each role does to the walk; a role of its own line here is a role of its own meaning there."""
_STEPS = {role: (step, role not in QUIET and role is not Role.LINE) for role, step in _BY_ROLE.items()}
"""The same, and whether it is something said: what stands behind it begins no line."""
