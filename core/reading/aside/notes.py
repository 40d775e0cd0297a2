"""Set aside the second figure of a level, and figures of the time, of a score and of a chart's averages.

Separate from the remarks, which are on levels as well: none of these numbers is ever a level of its own, and each
rule asks what touches the number, so that a price behind a label is never taken for one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from core.reading.aside.remarks import MONTHS, set_aside
from core.reading.pieces.piece import Lexeme, lines
from core.reading.pieces.scale import near
from core.reading.pieces.tables import CLOSES
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

OFFSETS = frozenset(("utc", "gmt"))
VERSION, _VERSION_MAX = "v", 20
MOVING, _MOVED_MAX = "moving", 20
AVERAGES = frozenset(("ma", "ema", "sma", "wma", "hma"))
FRAMES = frozenset(("m", "h", "d", "w"))
SCORES, PERIODS = frozenset(listed("SCORES")), frozenset(listed("PERIODS"))
ODDS = frozenset("~(")
TERMS = frozenset(("term", "longterm", "midterm"))
SIGNALS = frozenset(("signal", "сигнал", "señal", "sinal", "sinyal"))
_OFFSET_MAX, _AVERAGE_MAX, _PERIOD_MAX, _SCORE_MAX = 14, 400, 366, 100
_SPAN_MAX, _LIST_MIN = 60, 2
_ALIKE = 1000
_FRAMES = frozenset(("1", "2", "3", "4", "5", "6", "8", "12", "15", "30", "45", "60", "90", "120", "240"))
_LABELLED = (Role.ENTRY, Role.STOP, Role.TARGET, Role.BUY, Role.SELL, Role.PRICE)
_ENDING = frozenset("|,;)]")
_OPENING, _CLOSING, _SIGNS, _POINTS = "([", ")]", "+-", ":=-"
_MONEY = frozenset("$€£₹")
_PLANNED = frozenset((Role.STOP, Role.TARGET))
_COUNTS_OR_LABELS, _OF_A_STOP = (Role.PRICE, Role.INDEX, Role.TARGET), (Role.STOP, Role.EVEN)
_NOTE_MAX = 10
_RECKONED = (Role.STOP, Role.TARGET, Role.ENTRY, Role.ADD)
_IN_PARTS = frozenset((Role.PART, Role.BUY, Role.SELL, Role.ENTRY, Role.FILLER, Role.MARK, Role.LIMIT, Role.ZONE))


def brackets_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "5156 (5155.75)", "TP1 (SL to BE): 2350": a level told again, and what is to be done once it is reached."""
    for at in range(1, len(pieces) - 3):
        if pieces[at].text == "(" and pieces[at - 1].role in _COUNTS_OR_LABELS:
            _stop_aside(pieces, at)
    return _exact_aside(pieces)


def _stop_aside(pieces: list[Lexeme], at: int) -> None:
    """Behind the count of a target and before the colon of its price the stop in brackets has no price of its own."""
    ends = next((n for n in range(at + 2, min(at + _NOTE_MAX, len(pieces) - 2)) if pieces[n].text == ")"), 0)
    counted = pieces[at - 1].role is ROLE.TARGET or (at > 1 and pieces[at - 2].role is ROLE.TARGET)
    if not (counted and ends) or pieces[ends + 1].text not in _POINTS:
        return
    inner = {p.role for p in pieces[at + 1 : ends]}
    if inner.isdisjoint(_OF_A_STOP) or not inner.isdisjoint((Role.PRICE, Role.LINE)):
        return
    if pieces[ends + 2].role in (ROLE.PRICE, ROLE.IDENT):
        for n in range(at + 1, ends):
            pieces[n] = pieces[n].recast(ROLE.FILLER)


def _exact_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "5156 (5155.75)": the same level, to the last digit; rounded the other way it is the one before the bracket."""
    for at in range(2, len(pieces) - 1):
        inner, level = pieces[at], pieces[at - 2]
        if inner.role is not ROLE.PRICE or level.role is not ROLE.PRICE:
            continue
        bracketed = pieces[at - 1].text in _OPENING and pieces[at + 1].text in _CLOSING
        if bracketed and _rounds_to(inner, level):
            set_aside(pieces, at)
    return pieces


def _rounds_to(exact: Lexeme, level: Lexeme) -> bool:
    if exact.value is None or level.value is None:
        return False
    fine, rough, apart = _places(exact.value), _places(level.value), abs(exact.value - level.value)
    return fine > rough and apart < Decimal(1).scaleb(-rough) and apart * _ALIKE < level.value


def _places(value: Decimal) -> int:
    """How many digits stand behind the point."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


_HEADS = frozenset((Role.BUY, Role.SELL, Role.TICKER, Role.HEADING, Role.MARK, Role.TICK, Role.UP, Role.DOWN))
_SIDES, _TALLY_MAX, _FAR = (Role.BUY, Role.SELL), 9, Decimal(5)
_ACCOUNTS = frozenset(("account", "accounts"))
_YEAR_MAX, _GIVEN, _GIVEN_MAX = 2099, (Role.HEADING, Role.AD), 500


def tallies_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SELL GOLD (2)", alone on its line: the second of the day, or so many of them, and no price."""
    for begin, end in lines(pieces):
        last = end - 1
        while last > begin and pieces[last].role is ROLE.MARK and pieces[last].text != ")":
            last -= 1  # a picture
        if last - begin < 4 or [p.text for p in pieces[last - 2 : last + 1 : 2]] != ["(", ")"]:
            continue
        head = [p.role for p in pieces[begin : last - 2]]
        sided = ROLE.TICKER in head and any(role in _SIDES for role in head) and _HEADS.issuperset(head)
        if sided and _is_whole(pieces[last - 1], _TALLY_MAX) and _is_far_from_all(pieces, last - 1):
            set_aside(pieces, last - 1)
    return pieces


def _is_far_from_all(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether the largest price of the post is of another size."""
    largest = max((p.value for n, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value and n != at), default=None)
    value = pieces[at].value
    return value is not None and largest is not None and not near(value, largest, _FAR)


def counts_with_more_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "10+ signals a day", "only $50+ accounts": how many a room gives, for whom, and no price."""
    for at in [at for at, p in enumerate(pieces) if p.text == "+" and 0 < at < len(pieces) - 1]:
        counted = pieces[at - 1].end == pieces[at].start
        counted = counted and (pieces[at + 1].role in _GIVEN or pieces[at + 1].text in _ACCOUNTS)
        if counted and _is_whole(pieces[at - 1], _GIVEN_MAX):
            set_aside(pieces, at - 1)
    return pieces


def counts_of_sides_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "1 BUY SL and 2 SELL recovered": how many trades of each side there were, and no price."""
    counted = [at for at, (p, q) in enumerate(pairwise(pieces)) if q.role in _SIDES and _is_whole(p, _TALLY_MAX)]
    if {pieces[at + 1].role for at in counted} == set(_SIDES):
        for at in counted:
            set_aside(pieces, at)
    return pieces


def slugs_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Token: SAGA (saga-2)": the name under which a catalogue has it, in one with its number."""
    for at in [at for at, p in enumerate(pieces) if p.text == "-" and 1 < at < len(pieces) - 2]:
        row = pieces[at - 2 : at + 3]
        named = row[0].text == "(" and row[4].text == ")" and row[1].role is ROLE.WORD
        if named and _is_whole(row[3], _TALLY_MAX) and all(p.end == q.start for p, q in pairwise(row)):
            set_aside(pieces, at + 1)
    return pieces


def years_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Timeline: June 2025", on a line that names no level: which month, and no price."""
    for begin, end in lines(pieces):
        if end - begin > 1 and pieces[end - 2].text in MONTHS and _is_whole(pieces[end - 1], _YEAR_MAX):
            year = pieces[end - 1]
            if (
                len(year.text) == 4
                and year.text[:2] == "20"
                and not any(p.role in _LABELLED for p in pieces[begin : end - 1])
            ):
                set_aside(pieces, end - 1)
    return pieces


def versions_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Strategy V3", "bot v2.1", beside a plan: glued to its letter, which version of a program it is."""
    roles = {p.role for p in pieces}
    if not roles >= _PLANNED or roles.isdisjoint((ROLE.BUY, ROLE.SELL)):
        return pieces
    for at in range(len(pieces) - 1):
        number = pieces[at + 1]
        glued = pieces[at].text == VERSION and number.start == pieces[at].end and number.role is ROLE.PRICE
        if glued and number.value is not None and number.value < _VERSION_MAX:
            set_aside(pieces, at + 1)
    return pieces


def targets_moved_by(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Stop: Moving 2 Target", in the settings of a program: how many targets behind the stop goes, and no price."""
    for at in range(len(pieces) - 2):
        moving, number, target = pieces[at : at + 3]
        if moving.text == MOVING and target.role is ROLE.TARGET and _is_whole(number, _MOVED_MAX):
            set_aside(pieces, at + 1)
    return pieces


def offsets_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "01:19 UTC+1", "(GMT -5)": how far a clock is from another."""
    for at in range(len(pieces) - 2):
        behind = pieces[at + 2]
        if pieces[at].text in OFFSETS and pieces[at + 1].text in _SIGNS and _is_whole(behind, _OFFSET_MAX):
            set_aside(pieces, at + 2)
    return pieces


def _is_whole(piece: Lexeme, most: int) -> bool:
    return piece.role is ROLE.PRICE and piece.text.isdigit() and piece.value is not None and piece.value <= most


def frames_as_times(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "#PEPE | 15 m", "4 h" at the end of what is said: the time frame of a chart, and no level."""
    for at in range(1, len(pieces)):
        if pieces[at].text not in FRAMES or pieces[at].role is not ROLE.CLOCK or pieces[at - 1].text not in _FRAMES:
            continue
        ends = at + 1 == len(pieces) or pieces[at + 1].role is ROLE.LINE or pieces[at + 1].text in _ENDING
        leads = at == 1 or (pieces[at - 2].role not in _LABELLED and pieces[at - 2].text not in ":=@")
        if ends and leads and pieces[at - 1].role is ROLE.PRICE:
            set_aside(pieces, at - 1)
    return pieces


def scores_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Score: 9.4 / 10", "confidence 87/100": how good its author finds a call."""
    for at in (at for at, p in enumerate(pieces[:-1]) if p.text in SCORES):
        first = at + 1 + (pieces[at + 1].text in _POINTS)
        row = pieces[first : first + 3]
        if not row or row[0].role is not ROLE.PRICE or row[0].value is None or row[0].value > _SCORE_MAX:
            continue
        if len(row) == 3 and row[1].text == "/" and row[2].role is ROLE.PRICE:
            set_aside(pieces, first)
            set_aside(pieces, first + 2)
        elif first > at + 1 and (len(row) == 1 or row[1].role is ROLE.LINE):
            set_aside(pieces, first)
    return pieces


def periods_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Week 3, trade 4", "Day 12": which of them it is, before any label of its line."""
    labelled = False
    for at in range(len(pieces) - 1):
        piece = pieces[at]
        labelled = (labelled or piece.role in _LABELLED) and piece.role is not ROLE.LINE
        if labelled or piece.text not in PERIODS or not _is_whole(pieces[at + 1], _PERIOD_MAX):
            continue
        if at + 2 == len(pieces) or pieces[at + 2].text not in "-~/":
            set_aside(pieces, at + 1)
    return pieces


def averages_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "MA(20) (2.5090)", "the 50 EMA", "EMA 200": of how many candles, and, on a line without a label, where it is."""
    for at in (at for at, p in enumerate(pieces) if p.text in AVERAGES):
        behind = at + 1
        if at and _is_whole(pieces[at - 1], _AVERAGE_MAX) and _stands_before(pieces, at):
            set_aside(pieces, at - 1)
        elif behind < len(pieces) and _is_whole(pieces[behind], _AVERAGE_MAX):
            set_aside(pieces, behind)
            behind += 1
            if [p.text for p in pieces[behind : behind + 1]] == ["/"] and _is_next_average(pieces, behind + 1):
                set_aside(pieces, behind + 1)  # "EMA 9/21"
                behind += 2
        elif _is_in_brackets(pieces, behind) and _is_whole(pieces[behind + 1], _AVERAGE_MAX):
            set_aside(pieces, behind + 1)
            behind += 3
        if _is_in_brackets(pieces, behind) and not _is_labelled(pieces, at):
            set_aside(pieces, behind + 1)
    return pieces


def _is_next_average(pieces: Sequence[Lexeme], at: int) -> bool:
    return at < len(pieces) and pieces[at - 1].end == pieces[at].start and _is_whole(pieces[at], _AVERAGE_MAX)


def _stands_before(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether the number before the word is its own: "the 50 EMA"; in "TP 50 EMA 200" another follows."""
    return not (at + 1 < len(pieces) and _is_whole(pieces[at + 1], _AVERAGE_MAX))


def _is_in_brackets(pieces: Sequence[Lexeme], at: int) -> bool:
    row = pieces[at : at + 3]
    return len(row) == 3 and row[0].text in _OPENING and row[2].text in _CLOSING and row[1].role is ROLE.PRICE


def _is_labelled(pieces: Sequence[Lexeme], at: int) -> bool:
    while at and pieces[at - 1].role is not ROLE.LINE:
        at -= 1
        if pieces[at].role in (ROLE.ENTRY, ROLE.STOP, ROLE.TARGET):
            return True
    return False


def reckonings_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "R:R - 3.6 (for the average target - 337)": below the plan, in brackets, what the ratio was reckoned from."""
    for begin, end in lines(pieces):
        head = next((p.role for p in pieces[begin:end] if p.role is not ROLE.MARK), ROLE.LINE)
        opened = next((at for at in range(begin, end) if pieces[at].text in _OPENING), end)
        if head is not ROLE.RATIO or opened == end or not {p.role for p in pieces[:begin]} >= _PLANNED:
            continue
        for at in range(opened, end):
            if pieces[at].role is ROLE.PRICE:
                set_aside(pieces, at)
            elif pieces[at].role in _RECKONED:
                pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


def signed_shares(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SL %-7": the sign of a per cent before its minus."""
    for at in range(len(pieces) - 2):
        if pieces[at].text != "%":
            continue
        sign, minus, price = pieces[at : at + 3]
        glued = sign.end == minus.start and minus.end == price.start
        if minus.text == "-" and price.role is ROLE.PRICE and glued:
            pieces[at + 2] = price.recast(ROLE.PERCENT)
    return pieces


def spans_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Long term (4+ weeks)": so long at least, and no price."""
    for at in range(len(pieces) - 2):
        if pieces[at + 2].role is ROLE.CLOCK and pieces[at + 1].text == "+" and _is_whole(pieces[at], _SPAN_MAX):
            set_aside(pieces, at)
    return pieces


def terms_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "... 170 175 (long term x5-x10)": how many times the price may become, and no leverage."""
    for begin, end in lines(pieces):
        row = range(begin, end)
        spanned = next((at for at in row if pieces[at].text.split(" ")[-1] in TERMS), end)
        listed = sum([pieces[at].role is ROLE.PRICE for at in range(begin, spanned)]) if spanned < end else 0
        if listed < _LIST_MIN or any(pieces[at].role is ROLE.LEVERAGE for at in row):
            continue
        for at in range(spanned + 1, end):
            if pieces[at].role is ROLE.TIMES:
                set_aside(pieces, at)
            elif pieces[at].role is not ROLE.MARK:
                break
    return pieces


def odds_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "To TP3: ~1:1.8", "(1:2.5)", and alone on a line: so many times the risk."""
    for at in range(1, len(pieces) - 2):
        if pieces[at].text != "1":
            continue
        one, than, other = pieces[at : at + 3]
        if than.text != ":" or one.end != than.start or than.end != other.start:
            continue
        if other.role is ROLE.REWARD:
            set_aside(pieces, at)  # "TP1 130.50 (1:1.5 RR)"
        if other.role is not ROLE.PRICE:
            continue
        if pieces[at - 1].text in ODDS or (pieces[at - 1].role is ROLE.LINE and ends_a_line(pieces, at + 3)):
            set_aside(pieces, at)
            set_aside(pieces, at + 2)
    return pieces


def ends_a_line(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether nothing stands there but a leverage: "1:2.0 3x"."""
    return all(p.role is ROLE.TIMES for p in takewhile(lambda p: p.role is not ROLE.LINE, pieces[at:]))


def notes_on_an_entry(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "0.98 - 1.03 (retest / current market range)" is no order at the market, "(1H close above it)" a condition."""
    entered, opened = False, -1
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.LINE or piece.role is ROLE.STOP or piece.role is ROLE.TARGET:
            entered, opened = False, -1
        elif piece.role is ROLE.ENTRY:
            entered = True
        elif entered and piece.text in _OPENING and _ends_a_price(pieces, at):
            opened = at
        elif opened >= 0 and piece.text in _CLOSING:
            _note(pieces, range(opened + 1, at))
            opened = -1
    return pieces


def _ends_a_price(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a price stands right before this place, with its money or without."""
    behind = at - 1 - (pieces[at - 1].text in _MONEY)
    return behind >= 0 and pieces[behind].role is ROLE.PRICE


def _note(pieces: list[Lexeme], row: range) -> None:
    roles = {pieces[at].role for at in row}
    if ROLE.PART in roles <= _IN_PARTS and {p.role for p in pieces} >= _PLANNED:  # "Entry: 0.21$ (buy in parts)"
        for at in row:
            pieces[at] = pieces[at].recast(ROLE.FILLER)
        return
    if ROLE.WORD in roles or ROLE.ANALYSIS in roles:
        for at in row:
            if pieces[at].role is ROLE.MARKET:
                pieces[at] = pieces[at].recast(ROLE.FILLER)
    if not roles.isdisjoint((ROLE.ABOVE, ROLE.BELOW, ROLE.BREAKOUT, ROLE.TIME, ROLE.CLOCK)):
        for at in row:
            if CLOSES.has(pieces[at]):
                pieces[at] = pieces[at].recast(ROLE.IF)
