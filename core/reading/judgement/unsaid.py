"""Read a post without a side, a stop or a verb: "TP1 2350, TP2 2360", "TP2 +60 pips", "take profit now", "re-enter".

Separate from the verdicts on calls and follow-ups: with so little said, all that stands in it must be known.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.handling.parts import takes_a_target
from core.reading.handling.refusals import REFUSED
from core.reading.handling.reports import is_aimed_at
from core.reading.judgement.lookalikes import REENTERING, entered_again
from core.reading.judgement.new_levels import edited
from core.reading.judgement.posts import Post
from core.reading.lexing.counts import GOALS
from core.reading.lexing.indexes import indexed
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE
from core.reading.setting import Setting
from core.reading.text.hygiene import Clean
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed
from core.records import replace
from core.signals import ACT, Amendment, Instruction, Reason

_BESIDE_TARGETS = frozenset(
    (ROLE.TARGET, ROLE.PRICE, ROLE.INDEX, ROLE.MARK, ROLE.LINE, ROLE.TICKER, ROLE.FILLER, ROLE.AND, ROLE.RUNNER)
)
_CHANGED_TO = frozenset((ROLE.MARKET, ROLE.BUT))
_BESIDE_A_CHEER = frozenset(
    (ROLE.TARGET, ROLE.INDEX, ROLE.MARK, ROLE.LINE, ROLE.TICKER, ROLE.FILLER, ROLE.DISTANCE, ROLE.PERCENT, ROLE.AND)
)
_BESIDE_A_TAKING = frozenset(
    (
        *(ROLE.TARGET, ROLE.MARKET, ROLE.MARK, ROLE.LINE, ROLE.TICKER, ROLE.FILLER, ROLE.WORD, ROLE.AND, ROLE.HEADING),
        *(ROLE.YOU_CAN, ROLE.REWARD, ROLE.LINK, ROLE.UP),
    )
)
_COUNTED = (ROLE.TARGET, ROLE.INDEX)
_COUNTED_ROLES = frozenset((ROLE.PRICE, ROLE.INDEX))
_CHEERS_MIN = 2
_PIECES_MAX = 120
_INSTEAD = frozenset(listed("INSTEAD"))
_TAKES, _AT = frozenset((*listed("TAKEN"), "tp")), " at"
_CALLED_ON = frozenset(listed("CALLED_ON"))
_VERB_AND_OBJECT, _CALL_MAX = 2, 4
_LEADS, _AS, _PRICE_MIN = frozenset(listed("AT")), "as", 10


def handled(pieces: Sequence[Lexeme], text: Clean, setting: Setting) -> Amendment | None:
    """What it says of a trade all the same, if anything; a long post says more than these few words."""
    if len(pieces) > _PIECES_MAX:
        return None
    if ROLE.TARGET not in {p.role for p in pieces}:
        return _entered_again(pieces, text, setting)
    told = _bare_targets(pieces, text, setting) or _cheered(pieces, text, setting)
    told = told or _target_taken(pieces, text, setting)
    return told or _taken_now(pieces, text, setting) or _entered_again(pieces, text, setting)


def _bare_targets(pieces: Sequence[Lexeme], text: Clean, setting: Setting) -> Amendment | None:
    """ "TP1 2350, TP2 2360" and nothing else: levels sent later."""
    roles = {p.role for p in pieces}
    changed = not roles.isdisjoint(_CHANGED_TO) or any(p.text in _INSTEAD for p in pieces)  # "TP now 2400"
    changed = changed or _is_made(pieces)
    if ROLE.ZONE in roles and all(p.text in _LEADS for p in pieces if p.role is ROLE.ZONE):
        roles -= {ROLE.ZONE}  # "TP1 at 2407"
    if not {ROLE.TARGET, ROLE.PRICE} <= roles - _CHANGED_TO <= _BESIDE_TARGETS or not text.whole or "?" in text.lower:
        return None
    if _leaves_at_the_market(pieces):
        return None
    post = Post(indexed(pieces), text, setting)
    found = post.found
    alone = len(found.priced) == 1 and not (changed and found.priced[0] >= _PRICE_MIN)
    if alone and any(p.role is ROLE.PRICE and len(p.text) == 1 for p in pieces):
        return None  # "TP 1, TP 2 and TP 3 are the targets"
    if not found.priced or found.entries or found.leftovers or (post.draft.counted_from > 1 and not changed):
        return None
    return edited(ACT.EDIT_TARGETS if changed else ACT.SET_LEVELS, post)


def _is_made(pieces: Sequence[Lexeme]) -> bool:
    """ "TP1 as 4043": what a level is from now on, where nothing but its price is named."""
    return any(p.text == _AS and q.role is ROLE.PRICE for p, q in pairwise(pieces))


def _leaves_at_the_market(pieces: Sequence[Lexeme]) -> bool:
    """ "Book at CMP 1980.50": the price of now, and no target that is moved there."""
    return any(
        p.role is ROLE.TARGET and p.text.endswith(_AT) and q.role is ROLE.MARKET and p.text.split()[0] in _TAKES
        for p, q in pairwise(pieces)
    )


def ticked_targets(pieces: Sequence[Lexeme], text: Clean, setting: Setting) -> Amendment | None:
    """ "Targets", and below it "4584 ✅", "4589", "4594": some of them are reached, and some are to come."""
    if len(pieces) > _PIECES_MAX or all(p.role is not ROLE.TICK for p in pieces) or not _ticks_some_lines(pieces):
        return None
    levels = _bare_targets([p for p in pieces if p.role is not ROLE.TICK], text, setting)
    reached = Reason("a target is marked as reached")
    return None if levels is None else replace(levels, doubts=(*levels.doubts, reached))


def _ticks_some_lines(pieces: Sequence[Lexeme]) -> bool:
    """Whether every tick stands behind a price, and a price has none."""
    priced = [at for at, p in enumerate(pieces) if p.role is ROLE.PRICE]
    ticked = sum(p.role is ROLE.TICK for at in priced for p in pieces[at + 1 : at + 2])
    return 0 < ticked < len(priced) and ticked == sum(p.role is ROLE.TICK for p in pieces)


def _cheered(pieces: Sequence[Lexeme], text: Clean, setting: Setting) -> Amendment | None:
    """ "TP2 +60 pips", "TP1 🔥🔥🔥": a counted target, and what it made or a cheer."""
    if "?" in text.lower:
        return None
    row = indexed(pieces)
    counts = [p for p in row if p.role is ROLE.INDEX and p.value]
    if len(counts) != 1 or not {p.role for p in row} <= _BESIDE_A_CHEER or is_aimed_at(row):
        return None
    gained = any(p.text == "+" and q.role in (ROLE.DISTANCE, ROLE.PERCENT) for p, q in pairwise(row))
    pictured = all(p.text in GOALS for p in row if p.role is ROLE.TARGET)  # "BTC 2🎯"
    cheers = sum(p.role is ROLE.MARK and (p.text == "!" or not p.text.isascii()) for p in row)
    if not (
        gained
        or cheers >= _CHEERS_MIN
        or _is_all_there_is([p for p in row if not (pictured and p.role is ROLE.TICKER)])
    ):
        return None
    hit = Instruction(ACT.TARGET_HIT, target=int(counts[0].value or 0))
    reason = Reason(hit.act.value, *text.span(row[0].start, row[-1].end))
    return Amendment(Post(row, text, setting).found.symbol, None, (hit,), reasons=(reason,))


def _is_all_there_is(row: Sequence[Lexeme]) -> bool:
    """ "TP2", "2🎯", "tp1+": the count, its label and a picture; whoever posts no more tells that it was reached."""
    return all(p.role in _COUNTED or (p.role is ROLE.MARK and (p.text == "+" or not p.text.isascii())) for p in row)


def _target_taken(pieces: Sequence[Lexeme], text: Clean, setting: Setting) -> Amendment | None:
    """ "Taking TP2 on BTC": told while it is done, and a human is asked."""
    if not {ROLE.TARGET} <= {p.role for p in pieces} <= _BESIDE_A_TAKING | _COUNTED_ROLES or "?" in text.lower:
        return None
    post = Post(indexed(pieces), text, setting)
    taken = next((c for c in post.parts if c.hedge is None and takes_a_target(c)), None)
    if taken is None:
        return None
    span = text.span(taken.pieces[0].start, taken.pieces[-1].end)
    said = Instruction(ACT.CLOSE_PART, target=taken.index)
    reasons, doubts = (Reason(said.act.value, *span),), (Reason("it may be a report", *span),)
    return Amendment(post.found.symbol, None, (said,), reasons=reasons, doubts=doubts)


def _taken_now(pieces: Sequence[Lexeme], text: Clean, setting: Setting) -> Amendment | None:
    """ "Take profit now!", "TP here guys": the label of a target and the market, and no price; a human is asked."""
    roles = {p.role for p in pieces}
    allowed = _BESIDE_A_TAKING | {ROLE.PRICE} if _leaves_at_the_market(pieces) else _BESIDE_A_TAKING
    if not {ROLE.TARGET} <= roles <= allowed or "?" in text.lower:
        return None
    if ROLE.MARKET not in roles and not _calls_on_us(pieces):
        return None
    takes = any(p.role is ROLE.TARGET and p.text.split()[0] in _TAKES for p in pieces)
    if not takes or any(p.role is ROLE.WORD and not is_everyday(p.text) for p in pieces):
        return None  # "our target is here"
    span = text.span(pieces[0].start, pieces[-1].end)
    return Amendment(
        Post(indexed(pieces), text, setting).found.symbol,
        None,
        (Instruction(ACT.CLOSE),),
        reasons=(Reason(ACT.CLOSE.value, *span),),
        doubts=(Reason("it may mean a part, or later", *span),),
    )


def _calls_on_us(pieces: Sequence[Lexeme]) -> bool:
    """ "Take profits guys, please": the verb leads, and the few words behind it call on those who hold the trade."""
    spoken = [p for p in pieces if p.role is not ROLE.MARK and p.role is not ROLE.LINE]
    lead = spoken[0].text.split()
    return (
        spoken[0].role is ROLE.TARGET
        and len(lead) == _VERB_AND_OBJECT
        and lead[0] in _TAKES
        and 1 < len(spoken) <= _CALL_MAX
        and all(p.role is ROLE.FILLER or (p.role is ROLE.WORD and is_everyday(p.text)) for p in spoken[1:])
        and any(p.text in _CALLED_ON for p in spoken[1:])
    )


def _entered_again(pieces: Sequence[Lexeme], text: Clean, setting: Setting) -> Amendment | None:
    """ "Re-enter at 2335": neither a side nor an instrument, and nothing that takes the force from it."""
    if REENTERING.isdisjoint([p.text for p in pieces]) or "?" in text.lower or any(p.role in REFUSED for p in pieces):
        return None
    return entered_again(Post(indexed(pieces), text, setting))
