"""What takes the force from a post - a report, a condition, an opinion - and what the owner reads then.

Separate from the verdicts, because these are the words of refusal, and they grow by an incident a line.
"""

from __future__ import annotations

from core.reading.pieces.piece import Lexeme
from core.reading.reasons import reason
from core.reading.roles import Role
from core.reading.text.hygiene import Clean
from core.signals import Reason

REFUSED = {
    Role.LESSON: "it explains or teaches; it is not a call",
    Role.HIT: "it reports what has happened",
    Role.STOPPED: "it reports that the stop was reached",
    Role.CLOSED: "it reports a closed trade",
    Role.RECAP: "it reports results",
    Role.MEMORY: "it tells of the past",
    Role.PAST: "it tells of what is past",
    Role.OTHERS: "it speaks of somebody else's trade",
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
    Role.MEMORY: "it tells of the past",
    Role.PAST: "it tells of what is past",
    Role.OTHERS: "it speaks of somebody else's trade",
    Role.MAY: "it sounds like an opinion",
    Role.WAIT: "it says to wait",
    Role.ADDED: "it adds to a trade that is already running",
    Role.CANCEL: "it speaks of cancelling",
    Role.EXCEPT: "it makes an exception",
}
"""What makes a complete plan doubtful wherever it is said."""


def why(role: Role, piece: Lexeme, text: Clean) -> Reason:
    return reason(REFUSED.get(role) or DOUBTED[role], *text.span(piece.start, piece.end))


def doubt(role: Role, piece: Lexeme, text: Clean) -> Reason:
    """The same said of a complete plan, which is put to a human."""
    return reason(DOUBTED.get(role) or REFUSED[role], *text.span(piece.start, piece.end))
