"""One piece of a post with the part it plays, and the parts that pieces lend their neighbours.

Separate from the reader that names the parts one by one: what is decided here needs the whole row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, pairwise, takewhile

from core.reading.roles import ROLE, Role
from core.reading.words.facts import Named
from core.reading.words.lexicon import ORDINALS, listed


@dataclass(slots=True, eq=False)
class Lexeme:
    """One piece with its role. ``text`` is folded; ``start``/``end`` count in the clean text.

    Nobody changes one, and each is equal to itself alone. It is not frozen, since that makes a piece three times as
    slow to make, and no tuple, since Python 3.11 is five times as slow to find a field of one, which is most of what
    is done here.
    """

    role: Role
    text: str
    start: int
    end: int
    value: Decimal | None = None
    other: Decimal | None = None
    named: Named | None = None

    def recast(self, role: Role, value: Decimal | None = None) -> Lexeme:
        """The same piece in another part; ``value`` is kept where none is given."""
        figure = self.value if value is None else value
        return Lexeme(role, self.text, self.start, self.end, figure, self.other, self.named)


def lines(pieces: Sequence[Lexeme], ends: str = "") -> Iterator[tuple[int, int]]:
    """Where each line begins and ends that holds anything; with ``ends``, each stretch between these marks too."""
    if ends:
        cuts = [at for at, p in enumerate(pieces) if p.role is ROLE.LINE or (p.role is ROLE.MARK and p.text in ends)]
    else:
        cuts = [at for at, p in enumerate(pieces) if p.role is ROLE.LINE]
    begin = 0
    for at in (*cuts, len(pieces)):
        if begin < at:
            yield begin, at
        begin = at + 1


SHARED = frozenset((Role.DISTANCE, Role.PERCENT, Role.TIMES, Role.REWARD, Role.TIME))
_JOINING = frozenset("-~/,_")


_SPOKEN_MAX = 7
_RISK_MAX, _LITTLE = 5, 4
"""Such a range is of what is put at stake: nobody weighs an entry with so little."""


def _is_joined(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "TP 25 and 50 pips": a count right behind its label."""
    text = pieces[at].text
    return text.isdigit() and len(text) > 1 and pieces[at - 1].role in (ROLE.TARGET, ROLE.STOP)


def units_backward(pieces: list[Lexeme]) -> list[Lexeme]:
    """50/100 pips, 5-10x, 100-200-300%: the unit at the end of a run belongs to all of it."""
    for at in range(len(pieces) - 1, 0, -1):
        unit = pieces[at]
        if unit.role not in SHARED or unit.value is None:
            continue
        for n in _run_of_shares(pieces, at) if unit.role is ROLE.PERCENT else ():
            pieces[n] = pieces[n].recast(unit.role)
        back = at - 1
        while back > 0 and (pieces[back].text in _JOINING or pieces[back].role is ROLE.TO) and back > at - 3:
            back -= 1
        if unit.role is ROLE.DISTANCE and at > 2 and pieces[back].role is ROLE.AND and _is_joined(pieces, back - 1):
            back -= 1
        earlier = pieces[back]
        if back == at - 1 and unit.role is ROLE.DISTANCE and _is_in_row(pieces, back):
            pieces[back] = earlier.recast(unit.role)
            continue
        if back >= at - 1 or earlier.role is not ROLE.PRICE or earlier.value is None or earlier.value >= unit.value:
            continue
        if unit.role is ROLE.TIMES and (pieces[back + 1].text == "," or not earlier.text.isdigit()):
            continue  # "TP 3.9, x10": a target, and then the leverage
        if back and pieces[back - 1].end == earlier.start and pieces[back - 1].role in (ROLE.TARGET, ROLE.ENTRY):
            continue  # TP1: the figure belongs to its label
        behind_a_price = back > 0 and pieces[back - 1].role is ROLE.PRICE
        if unit.role is ROLE.PERCENT and pieces[back + 1].text == "," and behind_a_price:
            continue  # "tp 32 34, 50% each": a price behind a price
        # "0.1525 - 20%" is a price and its share of the position, "5-7%" is a range
        spoken = pieces[back + 1].role is ROLE.TO and unit.role is ROLE.PERCENT  # "3 to 5%"
        near = unit.start - earlier.end <= (_SPOKEN_MAX if spoken else 2)
        little = (
            unit.value <= _RISK_MAX and len(earlier.text) <= _LITTLE and unit.start - earlier.end == 1
        )  # "0.3-0.5%"
        if unit.role is not ROLE.PERCENT or (near and (earlier.text.isdigit() or little)):
            pieces[back] = earlier.recast(unit.role)
    return pieces


_RUN_MIN = 2


def _run_of_shares(pieces: Sequence[Lexeme], at: int) -> Sequence[int]:
    """The 50, the 80 and the 100 of "50 - 80 - 100 - 150%", far from every price of the post."""
    first = at
    while first > 1 and pieces[first - 1].text == "-" and _grows_to(pieces[first - 2], pieces[first]):
        first -= 2
    run = range(first, at, 2)
    if len(run) < _RUN_MIN:
        return ()
    least, most = pieces[first].value or Decimal(0), pieces[run[-1]].value or Decimal(0)
    told, above, below = False, True, True
    for piece in chain(pieces[:first], pieces[at:]):
        if piece.role is ROLE.PRICE and piece.value:
            told, above, below = True, above and piece.value > most * 2, below and piece.value * 2 < least
        if not (above or below):
            return ()  # looked at no further: a post may be full of such runs
    return run if told else ()


def _grows_to(piece: Lexeme, unit: Lexeme) -> bool:
    whole = piece.role is ROLE.PRICE and piece.text.isdigit()
    return whole and piece.value is not None and unit.value is not None and 0 < piece.value < unit.value


_ROW_MIN, _ROW_MAX = 5, 1000


def _is_in_row(pieces: Sequence[Lexeme], at: int) -> bool:
    """The 30 and the 50 of "target 30 50 80 pips": small whole numbers that grow toward the one with the unit."""
    first, second = pieces[at], pieces[at + 1]
    if first.role is not ROLE.PRICE or not first.text.isdigit() or first.value is None or second.value is None:
        return False
    return (
        _ROW_MIN <= first.value < second.value <= first.value * 5
        and second.value <= _ROW_MAX
        and second.start - first.end == 1
    )


_BEFORE_A_TICKET = (Role.PRICE, Role.IDENT, Role.INDEX, Role.MARK)


def no_as_negation(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "No. 17" numbers a signal; "no" before anything else says no, in English as in Spanish."""
    for at, piece in enumerate(pieces):
        follows = pieces[at + 1].role if at + 1 < len(pieces) else ROLE.LINE
        if piece.role is ROLE.TICKET and piece.text == "no" and follows not in _BEFORE_A_TICKET:
            pieces[at] = piece.recast(ROLE.NOT)
    return pieces


RANKED = frozenset(ORDINALS)
_AND_GLUED = "\u0648"


def ordinals_counted(pieces: list[Lexeme]) -> list[Lexeme]:
    """First target, вторая цель: a list number in words; and first 4236 second 4240 where nobody writes "target"."""
    labelled = any(p.role is ROLE.TARGET for p in pieces)
    for at, piece in enumerate(pieces):
        if piece.role is not ROLE.WORD:
            continue
        before = pieces[at - 1].role if at else ROLE.LINE
        if piece.text not in RANKED:
            if before is ROLE.INDEX and piece.text[0] == _AND_GLUED and piece.text[1:] in RANKED:
                pieces[at] = piece.recast(ROLE.INDEX, Decimal(ORDINALS[piece.text[1:]]))  # الهدف الأول والثاني
            continue
        after = pieces[at + 1].role if at + 1 < len(pieces) else ROLE.LINE
        if ROLE.TARGET in (before, after) or (labelled and after is ROLE.PRICE):
            pieces[at] = piece.recast(ROLE.INDEX, Decimal(ORDINALS[piece.text]))
        elif before is ROLE.PRICE and after in (ROLE.MARK, ROLE.AND, ROLE.LINE):
            pieces[at] = piece.recast(ROLE.FILLER)  # "30.1 first, then 29.2"
        elif not labelled and before in (ROLE.LINE, ROLE.PRICE) and at and after is ROLE.PRICE:
            pieces[at] = piece.recast(ROLE.TARGET)
    return pieces


NUMBERED = frozenset(listed("SIGNALS"))
_NUMBER_MAX, _TAGGED_MAX = 3, 6
_COMPANY = 10
_IN_A_NUMBER = frozenset("(#:.№")
_PARTING = frozenset(":-|.")
_PICTURES = (Role.MARK, Role.UP, Role.DOWN, Role.TICK)
_SIDES = (Role.BUY, Role.SELL)


def numbered_headings(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Signal (12)", "Signal 3:", at the end of a line without a side, and "Trade 27: ETHUSDT": no price."""
    for at, piece in enumerate(pieces):
        if piece.text in NUMBERED or (" " in piece.text and piece.text.rpartition(" ")[2] in NUMBERED):
            _number_aside(pieces, at)
    return pieces


def _is_sided(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether the line of a piece names a side."""
    halves = (takewhile(lambda p: p.role is not ROLE.LINE, half) for half in (reversed(pieces[:at]), pieces[at:]))
    return any(p.role in _SIDES for half in halves for p in half)


def _number_aside(pieces: list[Lexeme], at: int) -> None:
    behind = at + 1
    while (
        behind < len(pieces)
        and behind < at + 4
        and (pieces[behind].text in _IN_A_NUMBER or pieces[behind].role is ROLE.TICKET)
    ):
        behind += 1
    number = pieces[behind] if behind < len(pieces) else None
    last = behind + 1
    while last < len(pieces) and pieces[last].role in _PICTURES and not pieces[last].text.isascii():
        last += 1  # "Signal 6 🔼"
    after = pieces[last] if last < len(pieces) else None
    ends = after is None or after.role is ROLE.LINE or after.text == ")"
    ends = ends or (
        after is not None and after.text == ":" and all(p.role is ROLE.LINE for p in pieces[last + 1 : last + 2])
    )
    if number is None or number.role is not ROLE.PRICE or not number.text.isdigit():
        return
    counted = after is not None and after.text == "of"  # "Trade 3 of the day"
    if not ((ends and not _is_sided(pieces, at)) or counted or _names_its_trade(pieces, at, behind)):
        return
    tagged = any(p.text in "#№" or p.role is ROLE.TICKET for p in pieces[at + 1 : behind])
    tagged = tagged and len(number.text) <= _TAGGED_MAX and not _has_company(pieces, behind)
    if tagged or len(number.text) <= _NUMBER_MAX:
        pieces[behind] = number.recast(ROLE.IDENT)


def _has_company(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether another price is so near that a number could be one: "Signal # 2655 gold, SL 2660"."""
    value = pieces[at].value or Decimal(0)
    others = (p.value for n, p in enumerate(pieces) if n != at and p.role is ROLE.PRICE and p.value)
    return any(abs(other - value) * _COMPANY < other for other in others)


def _names_its_trade(pieces: Sequence[Lexeme], at: int, number: int) -> bool:
    """ "Trade 27: ETHUSDT", "signal #12 - long SOL": before the name it belongs to; "setup: 150 - long" has a price."""
    row = pieces[number + 1 : number + 3]
    named = [p.role for p in row[:1]] == [ROLE.TICKER]
    marked = len(row) > 1 and row[0].text in _PARTING and row[1].role in (ROLE.TICKER, *_SIDES)
    return (named or marked) and pieces[at + 1].text != ":"


_PIPS = ("pip ", "pips ", "points ")


def signed_notes(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP1 1.0670 +70", "SL 1.0810 -70", "40+ pips": how far it is, where somebody notes it with a plus."""
    signs = [at for at in range(1, len(pieces) - 1) if pieces[at].text in "+-"]
    for at in signs:
        number, sign, unit = pieces[at - 1], pieces[at], pieces[at + 1]
        counts = unit.role is ROLE.PIPS or unit.text.startswith(_PIPS)  # "170+ pips profit"
        glued = number.end == sign.start or sign.end == unit.start  # "40+ pips", "200 +Pips"
        if sign.text == "+" and counts and number.role is ROLE.PRICE and glued:
            pieces[at - 1] = number.recast(ROLE.DISTANCE)
    noted = [at for at in signs if _is_signed(pieces, at)]
    if any(pieces[at].text == "+" for at in noted):
        noted += [at for at in signs if at not in noted and _is_signed_apart(pieces, at)]
        for at in noted:
            pieces[at + 1] = pieces[at + 1].recast(ROLE.IDENT)
    return pieces


def _is_signed_apart(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "SL@142.00 - 150 -3%", where the targets have their "+300": behind a stop, at the end of its line."""
    row = pieces[max(0, at - 3) : at]
    stopped = any(p.role is ROLE.STOP for p in row) and row[-1].role is ROLE.PRICE
    whole = pieces[at].text == "-" and pieces[at + 1].role is ROLE.PRICE and pieces[at + 1].text.isdigit()
    behind = pieces[at + 2] if at + 2 < len(pieces) else None
    return stopped and whole and (behind is None or behind.role is ROLE.LINE or behind.text == "-")


def _is_signed(pieces: Sequence[Lexeme], at: int) -> bool:
    before, sign, number = pieces[at - 1], pieces[at], pieces[at + 1]
    if number.role is not ROLE.PRICE or not number.text.isdigit() or before.role is not ROLE.PRICE:
        return False
    return sign.end == number.start and before.end < sign.start


_ENTERED = (Role.ENTRY, Role.MARKET, Role.LIMIT, Role.BUY, Role.SELL)


def takes_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Take entry now 0.0427", "take long here": a verb before a way to enter, and no target."""
    for at in range(len(pieces) - 1):
        if pieces[at].text == "take" and pieces[at].role is ROLE.TARGET and pieces[at + 1].role in _ENTERED:
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


_SIDED_OR_LINE = (Role.BUY, Role.SELL, Role.PRICE, Role.LINE, Role.STOP, Role.TARGET)


def from_behind(pieces: list[Lexeme]) -> list[Lexeme]:
    """2676 se sell, 2650 se 2655: Hindi puts its "from" behind the price; elsewhere "se" is "if"."""
    for at in range(1, len(pieces) - 1):
        ends = pieces[at + 1].role in _SIDED_OR_LINE or pieces[at + 1].text == ","
        if pieces[at].text == "se" and pieces[at - 1].role is ROLE.PRICE and ends:
            pieces[at] = pieces[at].recast(ROLE.TO)
    return pieces


def held_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP3 let it run": behind a label that counts, and alone on its line, to hold is to leave it open."""
    for at in range(1, len(pieces)):
        counts = pieces[at].role is ROLE.HOLD and pieces[at - 1].role in _COUNTING
        ends = at + 1 == len(pieces) or pieces[at + 1].role is ROLE.LINE
        back = at - 1
        counts = counts and pieces[at - 1].text not in "(."
        while counts and ends and back >= 0 and pieces[back].role in _COUNTING:
            if pieces[back].role is ROLE.TARGET:
                pieces[at] = pieces[at].recast(ROLE.RUNNER)
            back -= 1
        if counts and ROLE.STOP in {p.role for p in pieces} and _goes_on_to_its_price(pieces, at):
            pieces[at] = pieces[at].recast(ROLE.FILLER)  # "TP3 - hold to 4270", beside a stop
    return pieces


def _goes_on_to_its_price(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a target is counted before a word of holding, and its price behind "to" ends the line."""
    row = [p.role for p in pieces[at + 1 : at + 5] if p.text not in "$€"]
    before = [p.role for p in pieces[max(0, at - 3) : at] if p.role is not ROLE.MARK][-2:]
    counted = before in ([ROLE.TARGET, ROLE.PRICE], [ROLE.TARGET, ROLE.INDEX])
    return counted and row[:2] == [ROLE.TO, ROLE.PRICE] and (len(row) == 2 or row[2] is ROLE.LINE)


_SPANS, _HOLD, _HELD_FOR = (Role.TIME, Role.CLOCK), "hold", frozenset(listed("HELD_FOR"))


def holds_for_a_time(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Sell 1.42 1.50 1.65, hold 2-3 weeks": how long a trade is to last, and no target that is left open."""
    if all(p.role is not ROLE.STOP for p in pieces):
        return pieces
    for at, piece in enumerate(pieces[:-1]):
        if piece.role is not ROLE.RUNNER or piece.text != _HOLD or (at and pieces[at - 1].role in _NUMBERED):
            continue
        behind = list(takewhile(lambda p: p.role is not ROLE.LINE, pieces[at + 1 : at + 5]))
        if behind and (behind[0].text in _HELD_FOR or any(p.role in _SPANS for p in behind[:2])):
            pieces[at] = piece.recast(ROLE.FILLER)
    return pieces


_NUMBERED = (Role.TARGET, Role.INDEX)
_COUNTING = (Role.TARGET, Role.INDEX, Role.PRICE, Role.MARK, Role.TICK, Role.FILLER)
_VALUED = (Role.PRICE, Role.DISTANCE, Role.PERCENT, Role.INDEX, Role.RUNNER, Role.LATER)
_BACKWARD = (Role.STOP, Role.TARGET)


def label_behind(pieces: Sequence[Lexeme], at: int) -> Role | None:
    """The label an amount belongs to when it stands behind it, and has no figure of its own there."""
    row = [p.role for p in pieces[at + 1 : at + 5] if p.role is not ROLE.FILLER]
    if not row or row[0] not in _BACKWARD:
        return None
    figure = next((p for p in pieces[at + 2 : at + 5] if p.role is not ROLE.FILLER and p.text not in ":=@-"), None)
    return None if figure is not None and figure.role in _VALUED else row[0]


_CROSSES = frozenset("❌✖❎🚫⛔")


def adorned(pieces: Sequence[Lexeme]) -> bool:
    """Whether ticks and crosses only adorn: every target has a tick and the stop a cross, and not both have come."""
    counted = dict.fromkeys((ROLE.TARGET, ROLE.TICK), 0)
    stop = crossed = False
    headed = len(pieces) > 1 and pieces[0].role is ROLE.TICK and pieces[1].role is not ROLE.TARGET
    for piece in pieces[headed:]:
        if piece.role in counted:
            counted[piece.role] += 1
        if piece.role is ROLE.STOP or piece.role is ROLE.LINE:
            stop = piece.role is ROLE.STOP
        crossed = crossed or (stop and piece.text in _CROSSES)
    return (crossed or _leads_each(pieces)) and counted[ROLE.TARGET] == counted[ROLE.TICK]


def _leads_each(pieces: Sequence[Lexeme]) -> bool:
    """ "✅TP1: 4430 ✅TP2: 4420 🚫SL: 4450": each stands right before its label, on one line as on many."""
    pairs = list(pairwise(pieces))
    ticked = all(q.role is ROLE.TARGET for p, q in pairs if p.role is ROLE.TICK)
    return ticked and any(p.text in _CROSSES and q.role is ROLE.STOP for p, q in pairs)
