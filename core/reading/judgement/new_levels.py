"""Take new levels for a call that is already known: an edit of them, or levels sent later.

Separate from the other follow-ups, which verbs order: here the levels of a plan say what is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from core.reading.handling.clauses import FROM
from core.reading.handling.scope import side_of
from core.reading.handling.unrelated import OF_OTHERS
from core.reading.judgement.behind import Meant, behind
from core.reading.judgement.by_shares import takes_a_share
from core.reading.judgement.edits import each_target
from core.reading.judgement.leads import UNCLEAR
from core.reading.judgement.posts import Post
from core.reading.lexing.exits import LEAVES
from core.reading.pieces.scale import is_out_of
from core.reading.plan.proportions import TARGET_FACTOR_MAX
from core.reading.roles import ROLE, Role
from core.reading.words.catalogue import price_bounds
from core.reading.words.everyday import is_everyday
from core.signals import ACT, Act, Amendment, AtPrice, Instruction, Percent, Reason

WORDS_FOR_TALK, _NAME_MIN = 10, 4
"""Words: more of them than this beside an order bury it; a shorter unknown one is no verb."""
_LABELS = (Role.TARGET, Role.ENTRY)


def edited(act: Act, post: Post) -> Amendment:
    """Levels for a call that is already known."""
    found = post.found
    doubts = [Reason("the stop is never removed")] if post.removes_stop else []
    if found.leftovers:
        piece = found.leftovers[0].piece
        doubts.append(Reason("a number I could not place", *post.text.span(piece.start, piece.end)))
    if found.rivals:
        doubts.append(Reason("several instruments are named"))
    if len(found.stops) > 1:
        doubts.append(Reason("two different stops are given"))
    if post.talk > WORDS_FOR_TALK:
        doubts.append(Reason("the order is buried in talk"))
    unclear = ROLE.ADD in post.roles or (found.symbol is None and post.roles & UNCLEAR)
    if act is ACT.EDIT_TARGETS and unclear:
        doubts.append(Reason("it is not clearly an order"))  # "new target for the channel: 10k members", "add TPs"
    elif found.stop is None and any(p.text in OF_OTHERS for p in post.pieces):
        doubts.append(Reason("it is not clearly an order"))  # "price target raised to 310"
    if isinstance(found.stop, AtPrice) and found.stop.price in found.priced:
        doubts.append(Reason("the stop and the targets are on the same side"))
    if act is ACT.SET_LEVELS and any(isinstance(t, Percent) for t in found.targets):
        doubts.append(Reason("it may mean a part, or later"))  # "SL to 2340 take 50%"
    if act is ACT.SET_LEVELS and found.stop is None and all(p.text in LEAVES for p in post.pieces if p.role in _LABELS):
        doubts.append(Reason("it is not clear what is meant"))  # "exit 4510"
    if act is ACT.SET_LEVELS and any(p.text in FROM and q.role is ROLE.PRICE for p, q in pairwise(post.pieces)):
        doubts.append(Reason("it is not clear what is meant"))  # "TP de 2700 para 2720"
    if act is ACT.SET_LEVELS and post.draft.ticked:
        doubts.append(Reason("a target is marked as reached"))  # "TP 2610 ✅ SL 2671"
    reason = Reason("levels for an earlier call")
    levels = act in (ACT.SET_LEVELS, ACT.EDIT_TARGETS) and not found.said
    if levels and (found.entries or (act is ACT.SET_LEVELS and _may_call(post))):
        doubts.append(Reason("it may be a call in words unknown to me"))
    if (act is ACT.SET_LEVELS and takes_a_share(post)) or ROLE.CANCEL in post.roles:
        doubts.append(Reason("it is not clear what is meant"))  # "take 25% now stop 64000 for remaining"
    stops = [found.stop.price] if isinstance(found.stop, AtPrice) else []
    if stops and found.priced and max(*stops, *found.priced) > min(*stops, *found.priced) * TARGET_FACTOR_MAX:
        doubts.append(Reason("a target is off by about ten times"))
    doubts += never_paid(found.symbol, [*stops, *found.priced])
    price = found.stop.price if isinstance(found.stop, AtPrice) and act is not ACT.EDIT_TARGETS else None
    entry = found.entry if found.entries else None
    meant = Meant(found.symbol, side_of(found), found.stop, found.targets, entry)
    reasons = (reason, *behind(meant, post.draft, post.pieces, post.text))
    instructions = each_target(post) if act is ACT.EDIT_TARGETS else ()
    return amended(meant, instructions or (Instruction(act, price),), reasons, doubts)


def never_paid(symbol: str | None, prices: Sequence[Decimal]) -> list[Reason]:
    """ "BTC: stop to 96.4": thousands may be meant, and nothing is guessed."""
    bounds = price_bounds(symbol)
    out = any(is_out_of(price, bounds) for price in prices)
    return [Reason(f"{symbol} has not traded at such a price for many years")] if out else []


def _may_call(post: Post) -> bool:
    """ "BTC frobbed here SL 59000 TP 62000": an unknown word beside the name may be a verb that buys or sells."""
    if post.found.stop is None or not post.found.targets:
        return False
    before = takewhile(lambda p: p.role not in (ROLE.STOP, ROLE.TARGET), post.pieces)
    words = [p.text for p in before if p.role is ROLE.WORD]
    if post.found.symbol is None:
        return any(len(w) >= _NAME_MIN and w.isalpha() and w.isascii() and not is_everyday(w) for w in words)
    return bool(words)


def amended(
    meant: Meant,
    instructions: tuple[Instruction, ...],
    reasons: tuple[Reason, ...],
    doubts: Sequence[Reason],
    *,
    every: bool = False,
    several: bool = False,
) -> Amendment:
    """The follow-up of what is meant; each of ``doubts`` once. ``every``, ``several``: as `Amendment` has them."""
    symbol, side, stop, targets, entry = meant
    weighed = tuple(dict.fromkeys(doubts))
    return Amendment(symbol, side, instructions, stop, targets, reasons, weighed, entry, every, several)
