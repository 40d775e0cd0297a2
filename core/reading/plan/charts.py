"""Know what is said of the chart: what the market has done, and may do next, beside a plan or instead of one.

Separate from the talk that takes the force of a call: "price may retest the resistance at 4110" is nothing that
anybody does, and its figure no level that was left out. Only a whole sentence counts, with a word of the chart, none
of an order and none of a trade's end.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed

_SIGHTS, _PERSONS = frozenset(listed("SIGHTS")), frozenset(listed("PERSONS"))
_UNSAID = frozenset((*listed("PROFIT"), *listed("LOSS"), *listed("UP"), *listed("REWARDS"), *listed("UNSURE")))
_UNSAID |= frozenset(listed("NEEDED"))
""" "My guess is bullish", "the support gave a profit", "retest needed first": of a doubt, a trade, a condition."""
_DOES, _AFTER = frozenset(listed("DOES")), frozenset(listed("AFTER"))
_SCENARIOS = frozenset(listed("SCENARIOS"))
_WHICH, _GIVES = frozenset(listed("THAT")), frozenset(("gave", "gives", "giving", "offers", "offered", "shows"))
_PASSED, _BEYOND = frozenset((Role.MEMORY, Role.PAST)), (Role.ABOVE, Role.BELOW)
_ON, _BEHIND_ON = "on", frozenset(("the", "every", "each", "a", "this", "its", "higher", "lower", "daily", "weekly"))
"""In French it is somebody; "on every dip" is English."""
_SPOKEN = frozenset(
    (
        *(Role.FILLER, Role.MARK, Role.WORD, Role.ANALYSIS, Role.ZONE, Role.TIME, Role.CLOCK, Role.AND, Role.TO),
        *(Role.BUT, Role.ABOVE, Role.BELOW, Role.BETWEEN, Role.MOVE, Role.TICKER, Role.PRICE, Role.INDEX, Role.IDENT),
        *(Role.SYMBOL, Role.MAY, Role.EVEN, Role.PART, Role.ALL, Role.LATER, Role.YOU_CAN, Role.MARKET, Role.HOLD),
        *(Role.IF, *_PASSED),
    )
)
_ENDS = ".;!?"
_LENGTH_MIN, _HEAD_MAX, _SCENARIOS_MIN = 5, 4, 2
_STRANGERS_MAX = 5
"""So many words that nobody knows may stand in a sentence of the chart; in more of them anything may be said."""


def tells_of_the_chart(sentence: Sequence[Lexeme]) -> bool:
    """ "GBPUSD was rejected twice from the resistance at 1.3110": a sentence of what is seen, and of no trade."""
    roles = {p.role for p in sentence if p.text not in _SIGHTS and p.text not in _WHICH}
    if ROLE.CLOSED in roles and all(q.role in _BEYOND for p, q in pairwise(sentence) if p.role is ROLE.CLOSED):
        roles.discard(ROLE.CLOSED)  # "closed below the average": a candle, and no trade
    if not roles <= _SPOKEN or (ROLE.IF in roles and ROLE.MAY not in roles and not _follows(sentence)):
        return False
    words = [p for p in sentence if p.role is not ROLE.MARK]
    if len(words) < _LENGTH_MIN or not any(p.text in _SIGHTS for p in words):
        return False
    texts = {p.text for p in words} - _given(words)
    if not _UNSAID.isdisjoint(texts) or not (_PASSED.isdisjoint(roles) or _PERSONS.isdisjoint(texts)):
        return False
    return sum([p.role is ROLE.WORD and not is_everyday(p.text) for p in words]) <= _STRANGERS_MAX


def _follows(sentence: Sequence[Lexeme]) -> bool:
    """ "Oil dropped after inventories", "after yesterday's sweep buyers are back": what came of what has been."""
    if not _PERSONS.isdisjoint([p.text for p in sentence]):
        return False
    told, passed = False, any(p.role is ROLE.PAST for p in sentence)
    for piece in sentence:
        if piece.role is ROLE.IF and not (piece.text in _AFTER and (told or passed)):
            return False
        told = told or piece.role in (ROLE.UP, ROLE.DOWN) or not _DOES.isdisjoint(piece.text.split())
    return True


def _given(words: Sequence[Lexeme]) -> frozenset[str]:
    """The persons of "gold gave us a pullback", who do nothing."""
    return frozenset(q.text for p, q in pairwise(words) if p.text in _GIVES and q.text in _PERSONS)


def charted(row: Sequence[Lexeme]) -> frozenset[int]:
    """Where the prices stand that a line of talk names in its sentences of the chart."""
    found: list[int] = []
    first = 0
    for at in range(len(row) + 1):
        if at < len(row) and not (row[at].role is ROLE.LINE or (row[at].role is ROLE.MARK and row[at].text in _ENDS)):
            continue
        figures = [p.start for p in row[first:at] if p.role is ROLE.PRICE]
        if figures and tells_of_the_chart(row[first:at]) and _tells_what_it_does(row[first:at]):
            found += figures
        first = at + 1
    return frozenset(found)


def _tells_what_it_does(sentence: Sequence[Lexeme]) -> bool:
    """ "Price rejected the 4110 high"; "above the resistance at 4110" has no verb, and "we leave at 4110" another."""
    texts = {word for p in sentence for word in (p.text, *p.text.split())} - _given(sentence)
    if any(p.text == _ON and q.text in _BEHIND_ON for p, q in pairwise(sentence)):
        texts.discard(_ON)
    return not _DOES.isdisjoint(texts) and _PERSONS.isdisjoint(texts)


def weighs_scenarios(pieces: Sequence[Lexeme]) -> bool:
    """ "Scenario 1: ...", and below it "Scenario 2: ...": two lines of what may come, headed as such."""
    found = 0
    for begin, end in lines(pieces):
        head = [p for p in pieces[begin:end] if p.role is not ROLE.MARK][:_HEAD_MAX]
        found += any(not _SCENARIOS.isdisjoint(p.text.split()) for p in head)
    return found >= _SCENARIOS_MIN


_ORDERED = frozenset((Role.BUY, Role.SELL, Role.STOP, Role.TARGET, Role.ENTRY, Role.LIMIT))
_QUOTED, _QUOTES_MIN = frozenset((Role.TICKER, Role.PRICE, Role.PERCENT)), 3


def quotes_the_market(pieces: Sequence[Lexeme]) -> bool:
    """ "#TSLA: $174.59 | 24H: +6.21 (+3.69%)", line after line: what they cost, and an arrow gives no side."""
    rows = [{p.role for p in pieces[begin:end]} for begin, end in lines(pieces)]
    return sum(row >= _QUOTED for row in rows) >= _QUOTES_MIN and all(row.isdisjoint(_ORDERED) for row in rows)
