"""Tell the handling of an open trade by shares from a call: "take 25% off, SL to 22", 多单止盈50%，止损移动至62700.

Separate from the follow-ups made of verbs, because these have a stop and a target as a call has them.
"""

from __future__ import annotations

from itertools import pairwise

from core.reading.handling.unrelated import PLACING
from core.reading.judgement.posts import Post
from core.reading.pieces.places import SLOT
from core.reading.roles import ROLE
from core.reading.words.lexicon import listed
from core.signals import ACT, Percent

_TAKES, _CHEERING, _PROFIT = frozenset(listed("TAKEN")), frozenset(("恭喜",)), "止盈"
_CHEERS = frozenset(listed("CHEERS"))
_GAINED = ("获利", "止盈", "盈利")


def manages_by_shares(post: Post) -> bool:
    """ "Take 25% off, SL to 22", 多单止盈50%，止损移动至62700: a share is taken, and no target is named."""
    found = post.found
    if not found.targets or not all(isinstance(t, Percent) for t in found.targets):
        return False
    if found.entries and not (_tells_what_was_won(post) or _moves_what_is_open(post)):
        return False
    acts = {i.act for i in post.said.instructions}
    told = not post.roles.isdisjoint((ROLE.MOVE, ROLE.TO)) or takes_a_share(post)
    moves = ACT.BREAK_EVEN in acts or (ACT.MOVE_STOP in acts and told)
    return moves and ACT.CLOSE_PART in acts


def _moves_what_is_open(post: Post) -> bool:
    """BTC现价83400附近，止盈50%，剩余止损下移至84500: a stop is moved, and one price is that of now."""
    moved = any(
        c.has(ROLE.STOP) and any(p.role is ROLE.MOVE and p.text not in PLACING for p in c.pieces)
        for c in post.parts
        if c.hedge is None
    )
    return moved and len(post.found.entries) <= 1 and SLOT.ENTRY not in post.draft.labels


def takes_a_share(post: Post) -> bool:
    """ "Take 30% here, SL 64200": a verb, and no label of a target."""
    return any(p.text in _TAKES and q.role is ROLE.PERCENT for p, q in pairwise(post.pieces))


def _tells_what_was_won(post: Post) -> bool:
    """ "Well done, BTC shorts: now 76400, 600 points won": the one price is where the market is, and not an entry."""
    if len(post.found.entries) != 1 or not post.found.at_market:
        return False
    return any(c.has(ROLE.RECAP) and c.has(ROLE.DISTANCE) for c in post.parts)


def _tells_how_it_ended(post: Post) -> bool:
    """恭喜跟上的朋友，多单获利出局: congratulated first, and behind it what for."""
    order = post.said.ordered[0].pieces
    cheer = next(p for p in post.pieces if p.text in _CHEERING)
    return cheer.end <= order[0].start and any(p.role is ROLE.CLOSE and p.text.startswith(_GAINED) for p in order)


def only_cheers(post: Post) -> bool:
    """ "TP1! Stop to BE. Congratulations!": what would be a result is only a cheer, and the stop is moved."""
    guards = any(i.act in (ACT.BREAK_EVEN, ACT.CANCEL) for i in post.said.instructions)
    return guards and all(p.text in _CHEERS for p in post.pieces if p.role is ROLE.RECAP)


def congratulates(post: Post) -> bool:
    """多单止盈50%，恭喜跟上的朋友: where readers are congratulated, the word that takes profit may tell of it."""
    told = any(p.role is ROLE.RECAP and p.text in _CHEERING for p in post.pieces)
    if told and len(post.said.ordered) == 1 and _tells_how_it_ended(post):
        return True
    taken = (c for c in post.said.ordered if ROLE.PERCENT in c.roles)
    return (
        told
        and len(post.said.instructions) == 1
        and any(p.role is ROLE.TARGET and p.text == _PROFIT for c in taken for p in c.pieces)
    )
