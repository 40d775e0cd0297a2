"""What became of a post: the last verdict on it, whatever was edited since.

Separate from the front desk, because it is pure: the same lines of the journal say the same after any restart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from core.commands import Command
from core.events import (
    ApprovalAsked,
    CallAdmitted,
    CallDeclined,
    CallHeld,
    CallWatched,
    Fact,
    FollowUpApplied,
    FollowUpAsked,
    MessageRead,
    PositionAdopted,
)
from core.ports import Recorded
from core.signals import Nothing
from core.views import Verdict

Outcome = tuple[Verdict, str]
"""The verdict and its reason."""
UNHEARD: Outcome = (Verdict.IGNORED, "")
JUDGED = CallAdmitted | CallDeclined | CallHeld | CallWatched | ApprovalAsked | FollowUpApplied | FollowUpAsked
_JUDGED = frozenset[type](get_args(JUDGED))
"""The same, for asking of one after the other what it is: nothing inherits from them."""


def is_judged(entries: Sequence[Fact | Command]) -> bool:
    return not _JUDGED.isdisjoint(map(type, entries))


def newest(lines: Sequence[Recorded]) -> MessageRead | PositionAdopted | None:
    """The post as it was edited last, while it still said something; or how the trade came to be ours."""
    found = [line.body for line in lines if isinstance(line.body, MessageRead | PositionAdopted)]
    telling = [fact for fact in found if not (isinstance(fact, MessageRead) and isinstance(fact.reading, Nothing))]
    return next(reversed(telling or found), None)


def outcome(entries: Sequence[Fact | Command], before: Outcome = UNHEARD) -> Outcome:
    """The last thing that was decided about a message; what has opened a trade stays so, whatever its edits do."""
    found = before
    for entry in entries:
        match entry:
            case CallDeclined(reason=reason) if found[0] is Verdict.OPENED:
                found = (Verdict.OPENED, f"an edit of it was declined: {reason}")
            case FollowUpApplied() if found[0] is Verdict.OPENED:
                found = (Verdict.OPENED, "an edit of it was passed on to its trade")
            case _ if found[0] is Verdict.OPENED:
                pass
            case MessageRead(reading=Nothing(reasons=reasons)) if found[0] is Verdict.IGNORED:
                found = (Verdict.IGNORED, reasons[0].text if reasons else "")
            case CallAdmitted():
                found = (Verdict.OPENED, "")
            case CallDeclined(reason=reason):
                found = (Verdict.DECLINED, reason)
            case CallWatched():
                found = (Verdict.WATCHED, "this channel is only watched")
            case ApprovalAsked():
                found = (Verdict.ASKED, "")
            case FollowUpAsked(why=why):
                found = (Verdict.ASKED, why[0] if why else "")
            case CallHeld(until=until):
                found = (Verdict.WAITING, f"for its levels, until {until:%H:%M:%S}")
            case FollowUpApplied():
                found = (Verdict.APPLIED, "")
            case _:
                pass
    return found
