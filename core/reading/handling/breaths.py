"""Know where one order ends and the next words begin with nothing between them: "close half stop to be".

Separate from the cuts, which marks, lines and little words make: here only what has been said is whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.handling.purposes import begins_why
from core.reading.handling.side_by_side import VERBS, VOTES, begins_another
from core.reading.handling.told import end_of_a_report
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_ABOUT = frozenset(listed("ABOUT"))
_LEAVING = (Role.CLOSE, Role.PART, Role.HALF)
_SHARES = (Role.HALF, Role.PERCENT)
BREATHS = VERBS | {Role.EVEN, Role.TARGET, Role.NOT, Role.IF}
"""The parts with which the next order or report may begin."""
_OF_A_CANDLE = (Role.TIME, Role.CLOCK)
_EVEN_MOVE = [Role.EVEN, Role.MOVE]
_SENT = (Role.MOVE, Role.TO, Role.EVEN)
_TOLD, _WHEN = [Role.HIT, Role.TARGET, Role.INDEX], frozenset((*listed("AT"), *listed("AFTER")))
_JOINTS = frozenset(("/", "|", "=", ">"))
"""Marks that part one order from the next, as any picture and any arrow does."""
_CHOICE, _DASH, _SHARED, _SHARED_WITHIN = "/", "-", frozenset((*_LEAVING[1:], *_SHARES)), 2
_LACKING = frozenset(listed("LACKING"))
_WITHDRAWS, _REPORTED = (Role.CANCEL, Role.REMOVE), (Role.HIT, Role.TICK)
_PLACED_WITHIN = 8
"""So many pieces back a stop may be told where to go: a text of nothing but orders is walked once."""


def next_breath(pieces: Sequence[Lexeme], first: int, at: int, *, leaving: bool) -> int:
    """Where the order or report of the word at ``at`` begins, if another order ends before it; ``first`` if none does.

    ``leaving``: a part has been closed since ``first``.
    """
    role = pieces[at].role
    if role in VERBS and first < (told := end_of_a_report(pieces, first, at)) < at:
        return told
    if role in VERBS and first < at and begins_another(pieces, first, at):
        return at
    if role in _WITHDRAWS and pieces[at].text not in _LACKING and _stands_behind_a_report(pieces, first, at):
        return at
    if role in (ROLE.MOVE, ROLE.EDIT, ROLE.REMOVE):
        return first
    if role is ROLE.NOT or role is ROLE.IF:
        return begins_why(pieces, first, at)
    if role is ROLE.EVEN:  # "close half n set BE", and not "close half at BE"
        verb = _verb_of(pieces, at)
        return verb if leaving and first < verb < at and pieces[verb].role is ROLE.MOVE else first
    if role is ROLE.CANCEL:  # "SL to 2340 cancel the limit"
        row = pieces[max(first, at - _PLACED_WITHIN) : at]
        return at if first < at and (_is_ordered(row) or _was_never_filled(row)) else first
    if role is ROLE.TARGET:
        return _told_behind_an_order(pieces, first, at)
    if role is ROLE.STOP:
        if leaving and first < at - 1 and [p.role for p in (pieces[at - 1], *pieces[at + 1 : at + 2])] == _EVEN_MOVE:
            return at - 1  # "절반 익절하고 본절로 손절 이동": where it goes stands before the stop, and the verb behind
        return _verb_of(pieces, at) if leaving or _is_sent_behind_a_cancel(pieces, first, at) else first
    if any(p.role in _OF_A_CANDLE for p in pieces[at + 1 : at + 2]):
        return first  # "SL 5.76 close 1D": which close of a candle ends it
    if at and pieces[at - 1].text in _ABOUT:
        return first  # "SL to 2340 on half of it"
    return at if _is_placed(_before_the_joint(pieces, first, at)) else first


def _stands_behind_a_report(pieces: Sequence[Lexeme], first: int, at: int) -> bool:
    """ "TP1 hit ✅ delete the 2366 limit": its price is no target's."""
    before = (p.role for p in reversed(pieces[first:at]) if p.role is not ROLE.FILLER and p.role is not ROLE.MARK)
    return next(before, None) in _REPORTED


def _was_never_filled(row: Sequence[Lexeme]) -> bool:
    """ "Buy stop not triggered - remove it": why stands before the dash."""
    roles = {p.role for p in row}
    return row[-1].text == _DASH and ROLE.NOT in roles and ROLE.FILLED in roles


def is_joint(piece: Lexeme) -> bool:
    """ "TP1 hit => close half", "SL to BE 🔥 close half"."""
    return piece.role is ROLE.MARK and (piece.text in _JOINTS or _is_a_picture(piece))


def _is_a_picture(piece: Lexeme) -> bool:
    return piece.role is ROLE.MARK and not piece.text.isascii() and piece.text[0] not in VOTES


def _before_the_joint(pieces: Sequence[Lexeme], first: int, at: int) -> Sequence[Lexeme]:
    """What stands before the order at ``at`` and the mark that parts them.

    "SL to BE / close half" orders both, and "SL to BE / close" leaves a choice.
    """
    end = at
    while end > first and is_joint(pieces[end - 1]):
        end -= 1
    lead = pieces[first]
    if _is_a_picture(lead) and any(_is_a_picture(p) and p.text != lead.text for p in pieces[end:at]):
        return pieces[max(first, at - _PLACED_WITHIN) : at]  # "🔥 SL to BE | ❤ close half": each has its picture
    shared = any(p.role in _SHARED for p in pieces[at : at + _SHARED_WITHIN])
    if not shared and any(p.text == _CHOICE for p in pieces[end:at]):
        end = at
    return pieces[max(first, end - _PLACED_WITHIN) : end]


def _is_placed(part: Sequence[Lexeme]) -> bool:
    """Whether these words have just said that the stop goes to the entry, or to a price."""
    said = [p.role for p in part if p.role is not ROLE.FILLER]
    return ROLE.STOP in said and (said[-1:] == [ROLE.EVEN] or (said[-1:] == [ROLE.PRICE] and ROLE.STOP in said[-3:]))


def _is_ordered(part: Sequence[Lexeme]) -> bool:
    """Whether these words have just ordered something whole: a stop moved, a part closed."""
    last = next((p.role for p in reversed(part) if p.role not in (ROLE.FILLER, ROLE.TICK, ROLE.MARKET)), None)
    return _is_placed(part) or (last in (*_SHARES, ROLE.PART) and any(p.role in _LEAVING for p in part))


def _is_sent_behind_a_cancel(pieces: Sequence[Lexeme], first: int, stop: int) -> bool:
    """ "Cancel the limit SL to 2340": something is withdrawn, and it is said where this stop goes, or that it moves."""
    if all(p.role is not ROLE.CANCEL for p in pieces[max(first, stop - _PLACED_WITHIN) : stop]):
        return False
    behind = next((p.role for p in pieces[stop + 1 : stop + 3] if p.role is not ROLE.FILLER), None)
    return behind in (ROLE.TO, ROLE.EVEN) or pieces[stop - 1].role is ROLE.MOVE


def _told_behind_an_order(pieces: Sequence[Lexeme], first: int, at: int) -> int:
    """ "Move SL to 2340 - TP1 hit": where a report begins behind an order that is whole."""
    begins = at - (at > 0 and pieces[at - 1].role is ROLE.INDEX)
    behind = pieces[at + 1 : at + 3]
    told = any(p.role is ROLE.HIT for p in behind) and all(p.role in (ROLE.INDEX, ROLE.HIT) for p in behind[:1])
    part = pieces[max(first, begins - _PLACED_WITHIN) : begins] if told else ()
    marked = len(part)
    while part and (is_joint(part[-1]) or part[-1].text == _DASH):
        part = part[:-1]
    if not part or part[-1].role in (ROLE.FILLER, ROLE.ZONE):
        return first  # "close half at TP1 hit"
    placed = any(p.role in _SENT for p in part) and _is_placed(part)
    shared = _SHARED if len(part) < marked else _SHARES  # "take partials - TP1 hit"; "take partials TP1 hit" tells when
    return begins if placed or (part[-1].role in shared and _is_ordered(part)) else first


def _verb_of(pieces: Sequence[Lexeme], stop: int) -> int:
    """Where the order about a stop begins: with its verb, 减仓提损, "move the stop", or with the stop itself."""
    verb = stop - 1 - (stop > 1 and pieces[stop - 1].role is ROLE.FILLER)
    return verb if stop > 0 and pieces[verb].role is ROLE.MOVE else stop


def counts(piece: Lexeme) -> bool:
    return piece.role is ROLE.INDEX or (piece.role is ROLE.PRICE and len(piece.text) == 1)


def is_told_in_full(part: Sequence[Lexeme]) -> bool:
    """ "Hit TP1 guys make sure (secure half)": a report from its first word on, and only little words behind it."""
    said = [p.role for p in part if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.TICKER, ROLE.TICK)]
    if said != _TOLD:
        return False
    led = next((at for at, p in enumerate(part) if p.role is ROLE.HIT), 0)  # "llegó al TP2": where it came to
    return all(p.text not in _WHEN or at == led + 1 for at, p in enumerate(part))
