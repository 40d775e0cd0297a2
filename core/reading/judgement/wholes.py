"""Know a plan that is given whole, and what a room may tell around one without taking it back.

Separate from the verdicts: a post that only talks is passed over, but a plan that lacks nothing, each level under its
label, would be missed by whoever follows the room; about such a one a human is asked.
"""

from __future__ import annotations

from core.reading.handling.refusals import REFUSED
from core.reading.judgement.posts import Post
from core.reading.lexing.indexes import QUIET
from core.reading.pieces.piece import lines
from core.reading.pieces.places import Slot
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.signals import ACT, Reason

_DISCLAIMS = frozenset(listed("DISCLAIMS"))
_LABELS = frozenset((Role.STOP, Role.TARGET, Role.ENTRY))
_TAKEN = (Role.PART, Role.HALF)
_NEEDED = (Slot.STOP, Slot.TARGET)
_EXPLAINS = frozenset(listed("EXPLAINS"))
_OPEN_ENDED = frozenset(REFUSED[role] for role in (Role.IF, Role.WILL, Role.MAY, Role.WAIT, Role.ANALYSIS))
"""What may be said of the market beside a plan; somebody else's trade, or one of yesterday, is none."""


def only_disclaims(post: Post) -> bool:
    """ "Educational purposes, do your own research" below the last level: what a room says of all its calls."""
    ends = max((p.piece.end for p in post.draft.points), default=0)
    lessons = (p for p in post.pieces if p.role is ROLE.LESSON)
    planned = bool(post.found.stops and post.found.targets)
    return planned and all(p.start > ends and p.text in _DISCLAIMS for p in lessons)


def lessons_below(post: Post) -> list[Reason]:
    """ "Strategy explanation: ..." below a plan that is given whole: words of a lesson that may be none."""
    if ROLE.LESSON not in post.told or only_disclaims(post) or not is_given_whole(post):
        return []
    lessons = [p for p in post.pieces if p.role is ROLE.LESSON]
    if any(p.text not in _EXPLAINS for p in lessons):
        return []  # "this is an example" says what it is
    first = lessons[0]
    begun = [min(p.piece.start for p in post.draft.of(slot)) for slot in _NEEDED if post.draft.of(slot)]
    return [post.why(ROLE.LESSON, first)] if len(begun) == len(_NEEDED) and first.start > max(begun) else []


def would_be_missed(post: Post, story: Reason) -> bool:
    """Whether a plan is given whole; "if 31 holds, we will buy" above one waits for it, and is none as yet."""
    if story.text not in _OPEN_ENDED:
        return False
    return is_given_whole(post) and not (ROLE.IF in post.told and ROLE.WILL in post.told)


def is_given_whole(post: Post) -> bool:
    """Whether the plan lacks nothing, and two of its labels head lines."""
    found, draft = post.found, post.draft
    if not found.is_complete or found.rivals or draft.ticked or draft.gains:
        return False
    heads = (next((p.role for p in post.pieces[a:b] if p.role not in QUIET), None) for a, b in lines(post.pieces))
    return len(_LABELS.intersection(heads)) > 1


def follows_its_targets(post: Post) -> bool:
    """ "Target 1: 0.4348 (+1.12%)", and below it "raise your stop to 0.4244": what came, and what is to be done."""
    if post.found.said or post.found.entries:
        return False
    told = bool(post.draft.gains or post.draft.ticked) and ROLE.MOVE in post.roles
    if not told and post.roles.isdisjoint(_TAKEN):
        return False
    return any(i.act is ACT.MOVE_STOP and i.price is not None for i in post.said.instructions)
