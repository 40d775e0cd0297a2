"""What takes the force from a post - a report, a condition, an opinion - and what the owner reads then.

Separate from the verdicts, because these are the words of refusal, and they grow by an incident a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from core.reading.hygiene import Clean
from core.reading.pieces import Lexeme
from core.reading.roles import Role
from core.signals import Reason

REFUSED = {
    Role.LESSON: "it explains or teaches; it is not a call",
    Role.HIT: "it reports what has happened",
    Role.STOPPED: "it reports that the stop was reached",
    Role.CLOSED: "it reports a closed trade",
    Role.RECAP: "it reports results",
    Role.NOT: "it says not to",
    Role.IF: "it depends on a condition",
    Role.WILL: "it speaks of a plan for later",
    Role.MAY: "it is an opinion or a forecast",
    Role.QUESTION: "it asks a question",
    Role.WAIT: "it says to wait",
    Role.AD: "it advertises",
    Role.ANALYSIS: "it is analysis without a call",
    Role.HOLD: "it says to hold on",
}
"""Why a post without a complete plan is nothing; the first that applies is said first."""

DOUBTED = {
    Role.RECAP: "it speaks of results, or of the author's own trade",
    Role.MAY: "it sounds like an opinion",
    Role.WAIT: "it says to wait",
    Role.ADDED: "it adds to a trade that is already running",
    Role.CANCEL: "it speaks of cancelling",
}
"""What makes a complete plan doubtful wherever it is said."""

_NEAR = 8
_FAR = 40
_ENDS = frozenset((Role.MOVE, Role.CLOSE, Role.EVEN, Role.PART, Role.CANCEL, Role.HOLD, Role.BUY, Role.SELL))
AT_THE_SIDE = (Role.NOT, Role.WILL, Role.IF, Role.QUESTION)


def why(role: Role, piece: Lexeme, text: Clean) -> Reason:
    return Reason(REFUSED.get(role) or DOUBTED[role], *text.span(piece.start, piece.end))


def around_the_side(pieces: Sequence[Lexeme], text: Clean) -> list[Reason]:
    """Negation, condition, future or a question at the word that gives the side."""
    doubts = []
    for at, piece in enumerate(pieces):
        if piece.role not in (Role.BUY, Role.SELL):
            continue
        doubts += [why(p.role, p, text) for p in _behind_the_side(pieces, at)]
        for near in reversed(pieces[max(0, at - _NEAR) : at]):
            if near.role is Role.LINE:
                break
            if near.role in AT_THE_SIDE:
                doubts.append(why(near.role, near, text))
    return doubts[:4]


def _behind_the_side(pieces: Sequence[Lexeme], at: int) -> Iterator[Lexeme]:
    """A negation at the side, and a condition behind its levels, unless it speaks of what to do with the trade."""
    priced = False
    for near in islice(pieces, at + 1, at + _FAR):
        role = near.role
        if role is Role.LINE or near.text == "." or role in _ENDS:
            return
        priced = priced or role is Role.PRICE or near.text == ","
        if role is Role.IF or (role is Role.NOT and not priced):
            yield near
