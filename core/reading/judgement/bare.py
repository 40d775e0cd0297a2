"""Read a call without a whole plan: a side and a name, with some of its levels or none.

Separate from the verdicts on a plan, because so little must be short and plain to count at all:
whatever talk stands beside it makes it talk.
"""

from __future__ import annotations

from core.reading.handling.refusals import REFUSED
from core.reading.judgement.lookalikes import entered_again, sale_of_what_is_held
from core.reading.judgement.new_levels import edited
from core.reading.judgement.posts import Post
from core.reading.lexing.indexes import QUIET
from core.reading.pieces.places import SLOT
from core.reading.roles import ROLE, Role
from core.reading.talk.telling import at_the_side
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed
from core.signals import ACT, Nothing, Pips, Reading, Reason

_WORDS_FOR_A_BARE_CALL = 6
_SIDE_AND_NAME = 2
_SAID_BESIDE = QUIET | {ROLE.LINE, ROLE.HEADING, ROLE.SIZE}
_SAME_LINE_ONLY = frozenset(REFUSED[r] for r in (Role.NOT, Role.WILL, Role.IF, Role.QUESTION))
_KINDS = (Role.LIMIT, Role.BREAKOUT)
_CAVEATS = frozenset(listed("CAVEATS"))
_CALLED = (Role.BUY, Role.SELL, Role.TICKER, Role.ENTRY, Role.TARGET, Role.STOP)


def bare_call(post: Post) -> Reading:
    """Without a complete plan only a short and plain call counts; all else is talk."""
    found, told = post.found, post.told
    refusals = [post.why(role, told[role]) for role in REFUSED if role in told]
    if found.said and found.entries:
        labelled = found.targets or SLOT.ENTRY in post.draft.labels or not post.roles.isdisjoint(_KINDS)
        elsewhere = _SAME_LINE_ONLY | ({REFUSED[ROLE.ANALYSIS]} if labelled else frozenset())
        refusals = [r for r in refusals if r.text not in elsewhere] + at_the_side(post.pieces, post.text)
    if found.targets and (found.entries or found.at_market) and _advertises_beside(post):
        refusals = [r for r in refusals if r.text != REFUSED[ROLE.AD]]
    if post.draft.gains and found.stop is None and not found.targets:
        refusals.append(Reason(REFUSED[ROLE.RECAP]))  # "sell 4330 - 4309 +210 pips": what came of it
    if post.pieces[0].role is ROLE.TARGET and found.stop is None and not (found.entries or found.targets):
        refusals.append(Reason("it is not clearly an order"))  # "take profits on all gold buys now": to leave
    named = found.said and post.instrument is not None
    placed = bool(found.entries) or found.at_market or found.stop is not None or _is_urged(post)
    placed = placed or (bool(found.targets) and found.said)
    questioned = asks(post)
    if not refusals and not questioned and named and placed and talk_beside(post) <= _WORDS_FOR_A_BARE_CALL:
        lost = [Reason("it counts what a trade has made or lost")] if _was_lost_at_its_stop(post) else []
        return post.call(lost)
    if refusals:
        return Nothing(tuple(refusals))
    levels = bool(post.draft.of(SLOT.STOP)) and bool(post.draft.of(SLOT.TARGET, SLOT.ENTRY))
    if levels and not found.said and not questioned:
        return edited(ACT.SET_LEVELS, post)
    if questioned:
        return Nothing((Reason(REFUSED[ROLE.QUESTION]),))
    if (again := entered_again(post)) is not None:
        return again
    if found.said and placed and not named:
        held = sale_of_what_is_held(post) if found.at_market and post.draft.sides else None
        return held or Nothing((Reason("no instrument is named"),))
    return Nothing((Reason("there is no side" if not found.said else "there is no level to trade at"),))


def _was_lost_at_its_stop(post: Post) -> bool:
    """ "Sell SL -140 pips, sell again 4351-4355": a minus glued to the figure, and no target whose sign it answers."""
    if post.found.targets or not isinstance(post.found.stop, Pips) or not post.found.entries:
        return False
    ends = zip(post.pieces, post.pieces[1:], post.pieces[2:], strict=False)
    row = next((row for row in ends if row[0].role is ROLE.STOP and row[2].role is ROLE.DISTANCE), None)
    return row is not None and row[1].text == "-" and row[0].end < row[1].start and row[1].end == row[2].start


def _advertises_beside(post: Post) -> bool:
    """Whether every word of an advertisement stands on a line of its own, apart from the side and the levels."""
    row: set[Role] = set()
    for piece in (*post.pieces, None):
        if piece is not None and piece.role is not ROLE.LINE:
            row.add(piece.role)
            continue
        if ROLE.AD in row and not row.isdisjoint(_CALLED):
            return False
        row = set()
    return True


def _is_urged(post: Post) -> bool:
    """ "Let's sell gold", "gold scalp sell": a side, its instrument and next to nothing else can only mean now."""
    idle = (p.role is ROLE.WORD and (is_everyday(p.text) or p.text in _CAVEATS) for p in post.pieces)
    said = [p for p, light in zip(post.pieces, idle, strict=True) if not light and p.role not in _SAID_BESIDE]
    return len(said) == len(post.draft.sides) + len(post.draft.tickers) == _SIDE_AND_NAME


def asks(post: Post) -> bool:
    """Whether it is put as a question."""
    return any(p.role is ROLE.MARK and p.text == "?" for p in post.pieces)


def talk_beside(post: Post) -> int:
    """Unknown words on the lines that name a side, an instrument or a price."""
    count = words = 0
    tells = False
    for piece in post.pieces:
        if piece.role is ROLE.LINE:
            count += words if tells else 0
            words, tells = 0, False
        words += piece.role is ROLE.WORD
        tells = tells or piece.role in (ROLE.BUY, ROLE.SELL, ROLE.TICKER, ROLE.PRICE)
    return count + (words if tells else 0)
