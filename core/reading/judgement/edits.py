"""Say which targets an edit means: one of them, some from a count on, or a new list for all.

Separate from the other follow-ups, because to take one for all would lose the targets that nobody spoke of.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.handling.clauses import FROM
from core.reading.handling.moves import takes_a_target
from core.reading.judgement.posts import Post
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT
from core.reading.roles import ROLE
from core.records import replace
from core.signals import ACT, AtPrice, Instruction, OpenEnded, TargetLevel
from core.vocabulary import Price

_OLD_AND_NEW = 2
_LABEL_WITHIN = 2


def each_target(post: Post) -> tuple[Instruction, ...]:
    """ "Correction: TP2 2365": the others stay as they are; a new list from the first on replaces them all."""
    found, first = post.found, post.draft.counted_from
    if not found.priced or len(found.priced) != len(found.targets):
        return ()
    if len(found.priced) == 1:
        return (Instruction(ACT.EDIT_TARGETS, Price(found.priced[0]), target=first or None),)
    if first <= 1 or post.draft.counted_to - first + 1 != len(found.priced):
        return ()
    return tuple(Instruction(ACT.EDIT_TARGETS, Price(p), target=first + n) for n, p in enumerate(found.priced))


def with_each_target(post: Post) -> list[Instruction]:
    """ "New targets: TP1 2350, TP2 2360": the verb stands before the first, and is meant for those behind it too."""
    said = post.said.instructions
    edits = [i for i in said if i.act is ACT.EDIT_TARGETS]
    if len(edits) != 1 or len(post.found.priced) < len(post.found.targets) or len(new_targets(post, edits)) <= 1:
        return said
    counted = each_target(post) or (replace(edits[0], target=None),)
    at = said.index(edits[0])
    return [*said[:at], *counted, *said[at + 1 :]]


def new_targets(post: Post, instructions: Sequence[Instruction]) -> tuple[TargetLevel, ...]:
    """The targets that are to stand: of "TP from 4550 to 4560" the second alone, of "to 4560 from 4550" the first.

    What is taken away ("remove TP 2600", "cancel target 3") is none of them: a human who approves must not set it.
    """
    found = post.found
    edited_to = [i.price for i in instructions if i.act is ACT.EDIT_TARGETS]
    if removed := [c.price for c in post.said.ordered if takes_a_target(c)]:
        if all(price is None for price in edited_to):
            return tuple(t for t in found.targets if isinstance(t, OpenEnded))  # "cancel TP then hold"
        return tuple(t for t in found.targets if not (isinstance(t, AtPrice) and t.price in removed))
    if not len(found.priced) == len(found.targets) == _OLD_AND_NEW or len(edited_to) != 1:
        return found.targets
    if edited_to[0] == found.priced[1]:
        return found.targets[1:]
    placed = [p.piece for p in post.draft.of(SLOT.TARGET)]
    was = any(p.text in FROM for p in post.pieces if placed[0].end <= p.start < placed[-1].start)
    return found.targets[:1] if was else found.targets


def is_of_another_target(instruction: Instruction, pieces: Sequence[Lexeme]) -> bool:
    """ "TP1 hit, TP2 1.0960", "close gold. Next target is 2400": the one price is of a target that is still to come."""
    if instruction.act is ACT.CLOSE:
        at = next((at for at, p in enumerate(pieces) if p.role is ROLE.PRICE), 0)
        return any(p.role is ROLE.TARGET for p in pieces[max(at - _LABEL_WITHIN, 0) : at])
    if instruction.act is not ACT.TARGET_HIT:
        return False
    counts = [int(p.value or 0) for p, q in pairwise(pieces) if p.role is ROLE.INDEX and q.role is ROLE.PRICE]
    return bool(counts) and instruction.target is not None and instruction.target not in counts
