"""Tell the number that counts by the mark or the word beside it: "all 4 targets", 2️⃣🎯, [1] 0.183, "Confirmations (3)".

Separate from the counts of labels, because here nothing is counted on from line to line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.catalogue import COINS


def counted_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "All 4 targets" is up to the fourth, and 4 is no price."""
    for at in range(1, len(pieces) - 1):
        piece = pieces[at]
        counts = piece.role is ROLE.PRICE and piece.text.isdigit() and len(piece.text) == 1
        if counts and pieces[at - 1].role is ROLE.ALL and pieces[at + 1].role is ROLE.TARGET:
            pieces[at] = piece.recast(ROLE.INDEX)
    return pieces


GOALS, SOARING = frozenset("🎯"), frozenset("🚀🌕🌙🌖🌝🔥💎💰🤑")
_SOARING_MIN = 2
_FAR, _APART, _HANDLE_MIN = 20, 3, 4
_CLOSING = (")", "]")
_GOALS_MAX = 20
_COUNTS = (Role.INDEX, Role.PRICE)
_HEADS = (Role.LINE, Role.TICK)


def counted_goals(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "1🎯 stop to entry", 2️⃣🎯✅: a target whose number stands before the picture, and no price behind it."""
    for at in range(1, len(pieces)):
        count, goal = pieces[at - 1], pieces[at]
        if goal.text not in GOALS or count.role not in _COUNTS or not count.value or count.end != goal.start:
            continue
        heads = at == 1 or pieces[at - 2].role in _HEADS or _is_named_alone(pieces, at - 2)
        follows = next((p.role for p in pieces[at + 1 : at + 4] if p.role is not ROLE.MARK), ROLE.LINE)
        if heads and follows is not ROLE.PRICE and count.value <= _GOALS_MAX and count.value == int(count.value):
            pieces[at - 1 : at + 1] = [count.recast(ROLE.INDEX), goal.recast(ROLE.TARGET)]
    return pieces


def soaring_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Target 3: 🚀🚀🚀" behind one with a price: it is open, and nothing has been reached."""
    priced = False
    for at in range(len(pieces) - 3):
        label, count, colon, sky = pieces[at : at + 4]
        priced = priced or (
            label.role is ROLE.PRICE and at > 1 and ROLE.TARGET in (p.role for p in pieces[at - 3 : at])
        )
        if not (priced and label.role is ROLE.TARGET and count.role in _COUNTS and colon.text in ":-="):
            continue
        row = list(takewhile(lambda p: p.role is not ROLE.LINE, pieces[at + 3 :]))
        if len(row) >= _SOARING_MIN and all(p.text in SOARING for p in row):
            pieces[at + 3] = sky.recast(ROLE.RUNNER)
    return pieces


_JOINTS, _WHOLE_MAX = frozenset("-/"), 20


def counted_apart(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "1-2 layers": how many of something, and the first of them is no price."""
    for at in range(len(pieces) - 2):
        count, joint, noun = pieces[at : at + 3]
        joined = noun.role is ROLE.IDENT and noun.value and joint.text in _JOINTS and count.role is ROLE.PRICE
        if joined and count.text.isdigit() and int(count.text) < (noun.value or 0) <= _WHOLE_MAX and " " in noun.text:
            pieces[at] = count.recast(ROLE.IDENT)
    return pieces


def _is_named_alone(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Sol 1🎯": before the count stands a name at the head of its line."""
    named = pieces[at].role is ROLE.TICKER or pieces[at].text in COINS
    return named and (at == 0 or pieces[at - 1].role in _HEADS)


def bracketed_indexes(pieces: list[Lexeme]) -> list[Lexeme]:
    """[1] 0.183 [2] 0.178, 1) 2.45 2) 2.38: a small number before a bracket and a price counts it."""
    priced = (at for at in range(1, len(pieces) - 2) if pieces[at].role is ROLE.PRICE)
    if all(len(pieces[at].text) > 1 or pieces[at + 1].text not in _CLOSING for at in priced):
        return pieces
    opened, counted = False, 0
    for at in range(1, len(pieces) - 2):
        piece = pieces[at]
        if piece.role is ROLE.MARK:
            opened = piece.text in "([" or (opened and piece.text not in ")]")
        elif piece.role is ROLE.INDEX:
            counted = int(piece.value or 0)
        elif piece.role is ROLE.PRICE and len(piece.text) == 1 and piece.text.isdigit():
            after = pieces[at + 1].text
            if after not in _CLOSING:
                continue
            closed = pieces[at - 1].text + after in ("[]", "()") or (not opened and after == ")")
            soars = pieces[at + 2].text in SOARING and piece.value == counted + 1 > 1  # "3) 0.65 4) 🚀🚀"
            if closed and (pieces[at + 2].role is ROLE.PRICE or soars):
                pieces[at] = piece.recast(ROLE.INDEX)
                counted = int(piece.value or 0)
            elif opened and (_tallies(pieces, at) or _numbers_a_name(pieces, at)):
                pieces[at] = piece.recast(ROLE.IDENT)
    return pieces


def _tallies(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Confirmations (3)", "Strategies (2):": at the end of a heading, how many of something there are."""
    if at < 2 or pieces[at - 1].text != "(" or pieces[at - 2].role is not ROLE.WORD:
        return False
    before, behind = at - 3, at + 2
    before -= before >= 0 and pieces[before].role is ROLE.MARK
    behind += pieces[behind].text == ":"
    begins = before < 0 or pieces[before].role is ROLE.LINE
    return begins and (behind >= len(pieces) or pieces[behind].role is ROLE.LINE)


def _numbers_a_name(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "SELL GOLD (2)" at the end of a line, far below every price: the second of the day."""
    if at < 2 or pieces[at - 1].text != "(" or pieces[at - 2].role is not ROLE.TICKER:
        return False
    behind = next((p for p in pieces[at + 2 :] if p.role is not ROLE.MARK or p.text.isascii()), None)
    prices = [p.value for n, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value and n != at]
    far = bool(prices) and (pieces[at].value or 0) * _FAR < min(prices)
    return far and (behind is None or behind.role is ROLE.LINE)


HANDLE = re.compile(r"[0-9](?:(?<=[^\W\d_]{4}.)|(?<=_[^\W\d_].)|(?<=_[^\W\d_]{2}.)|(?<=_[^\W\d_]{3}.))")
"""Without this no post holds one. It looks for the digit and then back, since there are fewer digits than letters."""


def handles_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Trader: marko1987", "Type: LONG_V73": the number of a name, unless another price is near."""
    found = [at for at in range(1, len(pieces)) if pieces[at].role is ROLE.PRICE and _ends_a_handle(pieces, at)]
    prices = [p.value for at, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value and at not in found]
    for at in found:
        value = pieces[at].value or 0
        if all(value > price * _APART or value * _APART < price for price in prices):
            pieces[at] = pieces[at].recast(ROLE.IDENT)
    return pieces


def _ends_a_handle(pieces: Sequence[Lexeme], at: int) -> bool:
    number, word = pieces[at], pieces[at - 1]
    if word.role is not ROLE.WORD or word.end != number.start:
        return False
    joined = at > 1 and pieces[at - 2].text == "_" and pieces[at - 2].end == word.start
    behind = next((p.role for p in pieces[at + 1 : at + 3] if p.text not in ":=@-"), ROLE.LINE)
    counts = behind is ROLE.PRICE  # "prize2 2360": of a label that nobody knows
    return number.text.isdigit() and not counts and (joined or len(word.text) >= _HANDLE_MIN)
