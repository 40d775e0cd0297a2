"""Keep what is said around a plan apart from the plan: a comment above it, house rules and advice below it.

Separate from the places of numbers: there a label decides, here the line it stands on. A post whose plan
is complete without its talk is read without it; what the talk means for the plan is `telling`'s to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import pairwise, takewhile

from core.reading.lexing.indexes import QUIET
from core.reading.pieces.piece import Lexeme
from core.reading.plan.charts import charted
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed

_LABELS = frozenset((Role.ENTRY, Role.STOP, Role.TARGET, Role.BUY, Role.SELL, Role.ADD))
_HEADS = _LABELS | {Role.TICKER, Role.PRICE, Role.INDEX, Role.LEVERAGE, Role.SYMBOL, Role.LIMIT, Role.MARKET}
_PASSED_OVER = QUIET | {Role.ZONE, Role.HEADING, Role.TO, Role.MARKET, Role.LIMIT, Role.INDEX, Role.BETWEEN}
_FIGURES = frozenset((Role.PRICE, Role.DISTANCE, Role.PERCENT, Role.RUNNER, Role.LATER))
_TALKS = frozenset(
    (
        *(Role.IF, Role.NOT, Role.WILL, Role.MAY, Role.PAST, Role.MEMORY, Role.OTHERS, Role.QUESTION, Role.HIT),
        *(Role.MOVE, Role.CLOSE, Role.CLOSED, Role.CANCEL, Role.PART, Role.HALF, Role.RECAP, Role.ANALYSIS, Role.EVEN),
        *(Role.WAIT, Role.YOU_CAN, Role.AD, Role.HOLD),
    )
)
TALKING = _TALKS | {Role.WORD}
"""Without one of these, and without two lines, a post holds no line of talk."""
_ENTERS = frozenset((Role.BUY, Role.SELL, Role.ENTRY))
_KEPT = frozenset((Role.TIMES, Role.LEVERAGE, Role.CROSS, Role.ISOLATED, Role.LATER))
_ORDERED = frozenset(
    (
        *(*_LABELS, Role.LEVERAGE, Role.SIZE, Role.RATIO, Role.TICKET, Role.TICKER, Role.PRICE, Role.LIMIT),
        *(Role.SYMBOL, Role.SPOT),
    )
)
_MONEY_SIGNS, _MONEY_WORDS = frozenset("$€£"), ("usd", "usdt", "usdc", "eur", "euro")
_SIGNED = frozenset((Role.WORD, Role.TICKER, Role.MARK, Role.FILLER, Role.HEADING, Role.AD, Role.LINK, Role.LINE))
_RULES = frozenset("-_=~*➖—")
_RULE_MIN = 3
_TALK_MIN = 4
_CHARTED = frozenset(listed("CHARTED"))
_ON_A_CHART = frozenset(
    (
        *(Role.ANALYSIS, Role.PRICE, Role.FILLER, Role.MARK, Role.AND, Role.TICKER, Role.INDEX, Role.TIME, Role.LINE),
        *(Role.ZONE, Role.ABOVE, Role.BELOW),
    )
)
_WHOLE = frozenset((Role.ENTRY, Role.STOP, Role.TARGET))
_SAID = frozenset((Role.WORD, Role.FILLER, Role.ANALYSIS, Role.MOVE, Role.MAY, Role.IF))
_SPOKEN = _SAID | {Role.HEADING}
_PROSE_MIN = 6
_WORDS_MIN = 3
_STRANGERS_MIN = 2
_REACH = 8
LARGEST_COUNT = 20
"""A larger number in words that nobody knows could be the price of a condition."""


def parted(pieces: Sequence[Lexeme]) -> tuple[list[Lexeme], list[Sequence[Lexeme]]]:
    """The plan, and the lines of talk before its first level and behind its last."""
    rows = list(_rows(pieces))
    first = next((at for at, row in enumerate(rows) if _gives_a_level(row) and not _is_only_seen(row)), None)
    if first is None:
        return [], []
    ends = _completed(rows, first)
    last = next(at for at in range(ends - 1, -1, -1) if at == first or _gives_a_level(rows[at]))
    above, below = rows[:first], rows[last + 1 :]
    ruled = next((at for at, row in enumerate(below) if _rules_off(row)), len(below))
    talk = [row for row in (*above, *below[:ruled]) if _is_talk(row)]
    talk += [row for row in rows[ends:] if row not in talk and any(p.role in _FIGURES for p in row)]
    talk += [row for row in below[ruled:] if _is_talk(row) or _signs(row)]
    if not talk:
        return [], []
    said = {row[0].start for row in talk}
    return [p for row in rows if row[0].start not in said for p in row], talk


def _is_only_seen(row: Sequence[Lexeme]) -> bool:
    return _muses(row) or bool(charted(row))


def _completed(rows: Sequence[Sequence[Lexeme]], first: int) -> int:
    """Where the rows begin that are no part of a plan which has its levels: prose, a chart's zones, another's advice.

    A line that counts on, with a price that is new, still belongs to it: "TP2: 1.0880" below a comment.
    """
    given: set[Role] = set()
    headed: set[Role] = set()
    prices: set[Decimal] = set()
    counted: int | None = None
    for at in range(first, len(rows)):
        row = rows[at]
        head = next((p.role for p in row if p.role not in _PASSED_OVER), ROLE.LINE)
        said = _prices(row)
        if given >= _WHOLE:
            if counted is None:
                counted = max((n for n in range(at, len(rows)) if _counts_on(rows[n], prices)), default=at)
            again = head is ROLE.PRICE and bool(said) and said <= prices
            if at >= counted and (again or _is_apart(row, head)):
                return at
        prices |= said
        labels = {ROLE.ENTRY if p.role in _ENTERS else p.role for p in row if p.role in _LABELS}
        if _gives_a_level(row):
            given |= labels or headed  # "Targets:", and the prices on lines of their own below
        headed = labels or headed
    return len(rows)


def _prices(row: Sequence[Lexeme]) -> set[Decimal]:
    return {p.value for p in row if p.role is ROLE.PRICE and p.value is not None}


def _counts_on(row: Sequence[Lexeme], prices: Set[Decimal]) -> bool:
    head = next((p.role for p in row if p.role not in _PASSED_OVER), ROLE.LINE)
    counts = head in _WHOLE and any(p.role is ROLE.INDEX for p in row)
    return counts and not _prices(row) <= prices and _gives_a_level(row) and not _is_prose(row, head)


def _is_apart(row: Sequence[Lexeme], head: Role) -> bool:
    return _is_prose(row, head) or (head is ROLE.ANALYSIS and not _gives_a_level(row)) or _is_labelled_chart(row)


def _is_labelled_chart(row: Sequence[Lexeme]) -> bool:
    """ "12 BTC support: 62000 - 62500": a number before the word counts what lies there."""
    named = any(p.role is ROLE.ANALYSIS and q.text == ":" for p, q in pairwise(row))
    return named and is_charted(row)


def _is_prose(row: Sequence[Lexeme], head: Role) -> bool:
    """ "The entry range of 61,200 to 60,800 lines up with the weekly support": a sentence, and no field of a plan.

    Nor is "Spot traders:" one, nor "Buy near 2,900 if it cools down".
    """
    if head not in _LABELS and all(p.role not in _FIGURES for p in row):
        return [p.text for p in row if p.role is ROLE.MARK][-1:] == [":"]
    if head is ROLE.WORD and sum([p.role in _SPOKEN for p in row]) >= _PROSE_MIN and all(p.text != ":" for p in row):
        return True  # "The trade thesis targets the 0.75 zone as the exit"
    if all(p.role not in _TALKS for p in row):
        return False
    return head in (ROLE.BUY, ROLE.SELL) or (
        sum([p.role in _SAID for p in row]) >= _PROSE_MIN and all(p.text != ":" for p in row)
    )


def _muses(row: Sequence[Lexeme]) -> bool:
    """ "If the bulls break that, buyers may go long up to 1.1010": above a plan it is no line of it."""
    return _is_prose(row, ROLE.LINE)


def _rows(pieces: Sequence[Lexeme]) -> Iterator[Sequence[Lexeme]]:
    first = 0
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.LINE:
            yield pieces[first : at + 1]
            first = at + 1
    if first < len(pieces):
        yield pieces[first:]


def _gives_a_level(row: Sequence[Lexeme]) -> bool:
    """A label with its figure, on a line that begins with one or holds no other talk; or nothing but figures."""
    if _costs(row):
        return False
    head = next((p.role for p in row if p.role not in _PASSED_OVER), ROLE.LINE)
    return _is_labelled(row, head) or (head in _WHOLE and _is_a_field(row))


def _is_labelled(row: Sequence[Lexeme], head: Role) -> bool:
    labelled = False
    for piece in row:
        role = piece.role
        if role in _FIGURES:
            if labelled or head in _FIGURES:
                break
        elif role in _LABELS:
            labelled = True
        elif role not in _PASSED_OVER:
            labelled = False
    else:
        return False
    return head in _HEADS or all(p.role not in _TALKS for p in row)


def _is_a_field(row: Sequence[Lexeme]) -> bool:
    """ "Stop loss: place it just above the last resistance, around 830": a label with its colon, and a price."""
    colon = next((at for at, p in enumerate(row) if p.text == ":"), len(row))
    plain = all(p.role in _PASSED_OVER or p.role in _WHOLE or p.role is ROLE.PRICE for p in row[:colon])
    labelled = any(p.role in _WHOLE for p in row[:colon])
    return plain and labelled and any(p.role is ROLE.PRICE for p in row[colon + 1 :])


def _costs(row: Sequence[Lexeme]) -> bool:
    """ "400$ for signing up", "$30,000 bonus": a sum of money in an advertisement."""
    roles = {p.role for p in row}
    if ROLE.AD not in roles or not roles.isdisjoint(_LABELS):
        return False
    sums = [p for p in row if p.text in _MONEY_SIGNS or (p.role is ROLE.PRICE and p.text.endswith(_MONEY_WORDS))]
    return len(sums) >= sum([p.role is ROLE.PRICE for p in row]) > 0


def _is_talk(row: Sequence[Lexeme]) -> bool:
    roles = {p.role for p in row}
    if not roles.isdisjoint(_KEPT) or (ROLE.MARKET in roles and not roles.isdisjoint(_ENTERS)):
        return False
    return not roles.isdisjoint(_TALKS) or sum(p.role is ROLE.WORD for p in row) >= _WORDS_MIN


def _rules_off(row: Sequence[Lexeme]) -> bool:
    """A line of dashes, below which a room signs."""
    if len(row) <= _RULE_MIN or row[0].text not in _RULES:
        return False
    return all(p.text == row[0].text or p.role is ROLE.LINE for p in row)


def _signs(row: Sequence[Lexeme]) -> bool:
    """ "Bitcoin Somewhere Trading": a name among words, below the line that ends the call."""
    roles = {p.role for p in row}
    return ROLE.WORD in roles and roles <= _SIGNED


def is_in_brackets(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a bracket that was opened before a piece on its line is not closed yet."""
    for piece in reversed(pieces[:at]):
        if piece.role is ROLE.LINE or piece.text in ")]":
            break
        if piece.text in "([":
            return True
    return False


def is_a_note(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Target 310 /+12.4%/": a signed figure between two slashes that touch it, a note as in brackets.

    "Move to BE when we reach +30 pips" notes what has yet to be won.
    """
    around = (*pieces[max(0, at - 2) : at - 1], *pieces[at + 1 : at + 2])
    glued = len(around) == 2 and around[0].end == pieces[at - 1].start and pieces[at].end == around[1].start
    if glued and around[0].text == around[1].text == "/":
        return True
    return any(p.role is ROLE.IF for p in takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:at])))


def is_foreign(row: Sequence[Lexeme]) -> bool:
    """Whether a line of talk is in words that nobody here knows, and might say anything."""
    words = [p.text for p in row if p.role is ROLE.WORD and p.text[0].isalpha() and len(p.text) > 1]
    return sum([not is_everyday(word) for word in words]) >= _STRANGERS_MIN


def is_charted(row: Sequence[Lexeme]) -> bool:
    """ "Support: 2638, resistance: 2650": where the levels of a chart are, in words that everybody knows."""
    named = any(p.role is ROLE.ANALYSIS and p.text in _CHARTED for p in row)
    return named and all(p.role in _ON_A_CHART or (p.role is ROLE.WORD and _is_idle(p.text)) for p in row)


def _is_idle(word: str) -> bool:
    """The P of "BTC.P" says no more than a word of every day."""
    return (len(word) == 1 and word.isascii()) or is_everyday(word)


_UNSAID = (Role.MARK, Role.IDENT, Role.TICK)
""" "#1022 - Market order" says no more than its words."""


def is_of_the_order(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "The first trade of the day is here": on a line of talk, no word for the market says how to enter."""
    first = last = at
    while first and pieces[first - 1].role is not ROLE.LINE:
        first -= 1
    while last < len(pieces) and pieces[last].role is not ROLE.LINE:
        last += 1
    row = [p for p in pieces[first:last] if p.role not in _UNSAID]
    if any(p.role in _ORDERED for p in row):
        return True
    return len(row) < _TALK_MIN and not _is_a_heading_of_the_market(pieces[first:last])


def _is_a_heading_of_the_market(row: Sequence[Lexeme]) -> bool:
    """ "Market context:", "market sentiment: bullish": of the market at large, and not how to enter."""
    colon = next((at for at, p in enumerate(row) if p.text == ":"), 0)
    label = [p for p in row[:colon] if p.role is not ROLE.MARK]
    led = len(label) > 1 and label[0].role is ROLE.MARKET
    return led and label[-1].role in (ROLE.WORD, ROLE.ANALYSIS, ROLE.ZONE)


def dash_labels(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "CMP - 0.0315" on a line of its own, or beside "SL - 0.031": the dash stands for a colon."""
    if at < 2 or pieces[at - 2].role is ROLE.LINE:
        return True
    return any(label.role is ROLE.STOP and dash.text == "-" for label, dash in pairwise(pieces))


def lists_prices(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Sell: 1.52", "Sell 2: 1.52" and "sell 1.52 1.6 1.72" behind a buy and its price name targets."""
    row = [p for p in pieces[at + 1 : at + 6] if p.role is not ROLE.FILLER and p.role is not ROLE.INDEX]
    prices = [p.role is ROLE.PRICE for p in row if p.text not in ",/;|$-"]
    return bool(row) and (row[0].text == ":" or prices[:2] == [True, True])


def names_no_price(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Accumulating above the breaker": the line goes on to say above what, and it is no price."""
    line = takewhile(lambda p: p.role is not ROLE.LINE, pieces[at + 1 : at + _REACH])
    row = [p for p in line if p.role is not ROLE.FILLER]
    return bool(row) and row[0].role is ROLE.WORD and all(p.role is not ROLE.PRICE for p in row)
