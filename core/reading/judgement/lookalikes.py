"""Follow-ups in the dress of a call: a side, a name or an entry stands there, and an open trade is meant.

Separate from the other follow-ups (`amendments`), because each of them must be tried before the post
is judged as a call; most of them a human is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from core.reading.handling.leeway import REPORTS
from core.reading.handling.moves import moves_a_stop
from core.reading.handling.scope import closing, is_only_in, side_of, takes_from_its_side
from core.reading.judgement.amendments import OPEN, WORDS_OF_A_PLAN, amendment, entered, ordered
from core.reading.judgement.posts import Post
from core.reading.judgement.prices import is_withdrawn
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.records import replace
from core.signals import (
    ACT,
    Act,
    Amendment,
    Instruction,
    Reading,
    Reason,
)
from core.vocabulary import Price

_OPEN_OR_DENIED = frozenset((*OPEN, Role.NOT, Role.WAIT, Role.RECAP))
_GAINS, _SOME, _WITHDRAWS = (Role.PERCENT, Role.DISTANCE), (Role.HALF, Role.PART), (Role.CANCEL, Role.REMOVE)
_PLACED_THERE = (Role.MOVE, Role.EVEN)
_SAME = frozenset(listed("SAME"))
_PRICE_NOW, _POINTS = frozenset(listed("PRICE_NOW")), frozenset(":=")
_POSITIONS = frozenset(listed("POSITIONS"))
REENTERING = frozenset(listed("REENTERING"))


def at_its_entry(post: Post) -> Amendment | None:
    """ "For the position SELL 4190: move the SL to 4190": no call has its stop at its entry, an open trade may."""
    found, roles = post.found, post.roles
    if not (found.said and len(found.stops) == len(found.entries) == 1) or found.targets or found.leftovers:
        return None
    if found.stops[0].value != found.entries[0] or roles.isdisjoint(_PLACED_THERE) or not roles.isdisjoint(OPEN):
        return None
    span = post.text.span(post.pieces[0].start, post.pieces[-1].end)
    said = (Instruction(Act.BREAK_EVEN),)
    doubts = () if ROLE.EVEN in roles and not post.said.hedged else (Reason("it may be about an earlier call", *span),)
    return Amendment(found.symbol, side_of(found), said, reasons=(Reason(Act.BREAK_EVEN.value, *span),), doubts=doubts)


def closing_order(post: Post) -> Amendment | None:
    """ "Closing LONG SOLUSDT" above the levels of the call it closes: never a call, and asked about."""
    clause = closing(post.parts) if ROLE.CLOSE in post.roles else None
    if clause is None or not is_only_in(clause, post.pieces):
        return None
    post.said.instructions = [i for i in post.said.instructions if i.act in (ACT.CLOSE, ACT.CLOSE_PART)]
    post.said.doubts = [Reason("it repeats the call beside the order")]
    return ordered(post) if post.said.instructions else None


def sale_of_what_is_held(post: Post) -> Amendment | None:
    """ "Sell now, we are +13%": without an instrument or a level it can only be what is held, and a human is asked."""
    found = post.found
    gained = any(p.text == "+" and q.role in _GAINS for p, q in pairwise(post.pieces))
    if not gained or found.entries or found.stop is not None or found.targets or post.roles & {ROLE.BUY, ROLE.RECAP}:
        return None
    sale = post.draft.sides[0]
    span = post.text.span(sale.start, sale.end)
    return Amendment(
        symbol=None,
        side=None,
        instructions=(Instruction(Act.CLOSE),),
        reasons=(Reason(Act.CLOSE.value, *span),),
        doubts=(Reason("it is not clear what is meant", *span),),
    )


def entered_as_before(post: Post) -> Amendment | None:
    """ "Re-entering ETH long from 3210, same stop 3165": of a trade that was there, whose stop is only told again."""
    return entered_again(post) if told_before(post) else None


def told_before(post: Post) -> list[Reason]:
    """ "ETH long 3210, same SL 3165": the stop of a trade that was there before."""
    if post.found.targets or post.found.stop is None:
        return []
    same = any(p.text in _SAME for c in post.parts if ROLE.STOP in c.roles for p in c.pieces)
    return [Reason("it may be about an earlier call")] if same else []


def is_held(post: Post) -> list[Reason]:
    """ "Position: LONG", "Price now: 143.20", "Stop: 142": no entry, no target, and what it costs by now."""
    found, sides = post.found, post.draft.sides
    if found.targets or not found.at_market or not found.entries or not sides or ROLE.ENTRY in post.roles:
        return []
    field = next((p for p, q in pairwise(post.pieces) if p.text in _PRICE_NOW and q.text in _POINTS), None)
    if field is not None:
        return [Reason("it speaks of a trade that is already open", *post.text.span(field.start, field.end))]
    before = takewhile(lambda p: p.role is not ROLE.LINE, reversed([p for p in post.pieces if p.end <= sides[0].start]))
    heads = [p for p in before if p.role is not ROLE.MARK]
    if len(heads) != 1 or heads[0].text not in _POSITIONS:
        return []
    return [Reason("it speaks of a trade that is already open", *post.text.span(heads[0].start, heads[0].end))]


def entered_again(post: Post) -> Amendment | None:
    """ "Re-enter now", "buy again here": without an instrument it is about a trade that was there, and asked about."""
    word = next((p for p in post.pieces if p.text in REENTERING), None)
    if word is None or post.talk > WORDS_OF_A_PLAN or not post.roles.isdisjoint(_OPEN_OR_DENIED):
        return None
    span = post.text.span(word.start, word.end)
    prices = [p.value for p in (*entered(post), *post.draft.loose)]
    said = Instruction(Act.OTHER, price=Price(prices[0]) if prices else None)
    why = Reason("adding to a trade is for a human to decide", *span)
    reasons = (Reason(Act.OTHER.value, *span),)
    return Amendment(post.found.symbol, side_of(post.found), (said,), reasons=reasons, doubts=(why,))


def moving_its_stop(post: Post) -> Reading | None:
    """ "LINK longs: stop goes to 13.85, target 15.2": no entry, and a stop that moves; "buy now, SL to 2640" is one."""
    if post.found.entries or not moves_a_stop(post.pieces, by_a_verb=post.found.at_market):
        return None
    change = amendment(post)
    earlier = Reason("it may be about an earlier call")
    if isinstance(change, Amendment):
        return replace(change, doubts=(*change.doubts, earlier))
    return post.call([earlier])


def parting(post: Post) -> Amendment | None:
    """ "Closing 50% of the AVAX short here at 34.1, SL to 35.0": a part of what is held, and never a call."""
    if not (_begins_with_a_part(post) or takes_from_its_side(post.pieces, post.roles)):
        return None
    leaves = any(i.act is ACT.CLOSE_PART for i in post.said.instructions)
    if not leaves or not any(c.has(ROLE.BUY, ROLE.SELL) and c.hedge is None for c in post.said.ordered):
        return None
    change = amendment(post)
    again = Reason("it repeats the call beside the order")
    return replace(change, doubts=(*change.doubts, again)) if isinstance(change, Amendment) else None


def leaving(post: Post) -> list[Reason]:
    """ "Exit half ETH short at 2970, SL 3020": no verb that is known, and no target; it may be what is held."""
    if post.found.targets or not _begins_with_a_part(post):
        return []
    return [Reason("it orders and calls in one breath")]


def is_of_an_open_trade(post: Post) -> bool:
    """Whether a side and a stop, but no target, speak of what is held: it has won, or its stop or order moves."""
    return _tells_of_its_side(post) or _moves_into_profit(post) or _withdraws_its_entries(post)


def _begins_with_a_part(post: Post) -> bool:
    """ "ETH short 2970 take half, SL 3010": before any label, it is no rule for a target."""
    if post.roles.isdisjoint(_SOME):
        return False
    some = next((p for at, p in enumerate(post.pieces) if p.role in _SOME and not _is_a_size(post.pieces, at)), None)
    return some is not None and some.start < first_label(post)


def _is_a_size(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Half size", "size: half": how much is put in, and nothing that is taken out."""
    beside = (*pieces[max(0, at - 2) : at], *pieces[at + 1 : at + 3])
    return pieces[at].role is ROLE.HALF and any(p.role is ROLE.SIZE for p in beside)


def _withdraws_its_entries(post: Post) -> bool:
    """ "SL to 27.60, and delete the buy at 26.95": every entry is one that is taken back."""
    if post.roles.isdisjoint(_WITHDRAWS):
        return False
    entries = [point.piece for point in entered(post)]
    return bool(entries) and all(is_withdrawn(piece, post) for piece in entries)


def _moves_into_profit(post: Post) -> bool:
    """ "For the buys from 4212 move SL to 4219": where they were bought, and a stop that no new call could have."""
    entries, stops = post.found.entries, [point.value for point in post.found.stops]
    if not entries or len(stops) != 1 or any((stops[0] - entry) * post.found.sign <= 0 for entry in entries):
        return False
    moved = [i.price for i in post.said.instructions if i.act is ACT.MOVE_STOP]
    return moved == stops and stops[0] not in post.said.bare_stops


def _tells_of_its_side(post: Post) -> bool:
    """ "Both longs are up 600 points, take half": the side tells which trade has won, and no instrument is named."""
    won = any(ROLE.RECAP in c.roles and c.has(ROLE.BUY, ROLE.SELL) for c in post.parts)
    return won and post.found.symbol is None and any(i.act not in REPORTS for i in post.said.instructions)


def first_label(post: Post) -> int:
    """Where the first stop or target stands, in characters of the plain text; its length where there is none."""
    labelled = (*post.found.stops, *post.draft.of(SLOT.TARGET))
    return min((p.piece.start for p in labelled), default=len(post.text.text))
