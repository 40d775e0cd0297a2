"""Decide what a post is: a call, a follow-up, or talk that must never trade.

The order is the policy. What is complete is a call unless words around it say that it is
history, a lesson, a plan for later or a condition; what is not complete must be short and
plain to count at all. In doubt a human is asked, and without a reason to ask, nothing is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from core.reading.aside.strikes import is_an_option, trades_an_option
from core.reading.handling.followups import SPEAKING
from core.reading.handling.leeway import REPORTS
from core.reading.handling.refusals import REFUSED, why
from core.reading.judgement.amendments import amendment
from core.reading.judgement.bare import asks, bare_call, talk_beside
from core.reading.judgement.by_shares import manages_by_shares
from core.reading.judgement.cards import on_its_card
from core.reading.judgement.diaries import counts_results, titled_as_results
from core.reading.judgement.lookalikes import (
    at_its_entry,
    closing_order,
    entered_as_before,
    first_label,
    is_held,
    is_of_an_open_trade,
    leaving,
    moving_its_stop,
    parting,
    told_before,
)
from core.reading.judgement.new_levels import edited
from core.reading.judgement.posts import Post
from core.reading.judgement.ruling import orders_beside
from core.reading.judgement.stop_lists import stops_by_name
from core.reading.judgement.stories import (
    gained_before,
    is_over,
    is_put_off,
    ticks_a_target,
    ticks_an_entry,
    told_again,
    told_as_a_story,
)
from core.reading.judgement.unsaid import handled, ticked_targets
from core.reading.judgement.wholes import follows_its_targets, lessons_below, only_disclaims, would_be_missed
from core.reading.lexing.indexes import QUIET, indexed
from core.reading.lexing.lexemes import lexemes
from core.reading.lexing.ranges import stands_beside_its_zone
from core.reading.lexing.slipped import labels_mended
from core.reading.lexing.stops import entered_at_a_close
from core.reading.pieces.greetings import without_greetings
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT
from core.reading.plan.asides import told_of_an_addition
from core.reading.plan.asked import asks_advice
from core.reading.plan.charts import quotes_the_market, weighs_scenarios
from core.reading.plan.percentages import share_of_another
from core.reading.roles import ROLE, Role
from core.reading.setting import PLAIN, Setting
from core.reading.talk.insiders import got_in, insiders
from core.reading.talk.sentences import EXPECTED
from core.reading.talk.standing import standing
from core.reading.talk.telling import SILENT, Plan, around_the_plan, tells
from core.reading.talk.voids import taken_back, undone
from core.reading.text.hygiene import Clean
from core.reading.words.lexicon import listed
from core.records import replace
from core.signals import ACT, Amendment, Nothing, Reading, Reason, Signal

_WORDS_FOR_AN_ORDER = 20
_MENDED_MAX = 200
"""Pieces of a post that is read once more where a label of it is spoilt: of 4,823 calls of real rooms one is longer."""

_MATTERS = SPEAKING | {Role.BUY, Role.SELL, Role.UP, Role.DOWN, Role.SPOT}
"""Without one of these nothing can be a call or a follow-up, whatever else it says."""
_TRAILING, _MOVED = "trailing ", frozenset((ROLE.MOVE, ROLE.STOP, ROLE.EDIT, ROLE.FILLER))
_TAKES = frozenset((*listed("TAKEN"), "tp"))
_HANDLES = (Role.MOVE, Role.CLOSE, Role.CLOSED, Role.PART, Role.HALF)
_HEADINGS = (Role.MOVE, Role.EDIT)
_ABOVE_A_HEADING = (*_HEADINGS, *QUIET, Role.WORD, Role.LINE, Role.MARKET, Role.ZONE, Role.TIME, Role.CLOCK)
_SIDES, _SENT = 2, [Role.STOP, Role.IDENT, Role.TO, Role.PRICE]
_LEVELS = (ACT.MOVE_STOP, ACT.EDIT_TARGETS)
_LEAVING_IT = (ACT.CLOSE, ACT.CLOSE_PART, ACT.CANCEL, ACT.BREAK_EVEN)


def judge(text: Clean, setting: Setting = PLAIN) -> Reading:
    """Read clean text to the end; what had to be cut makes whatever was found doubtful."""
    pieces = lexemes(text, setting.dialect)
    if not pieces:
        return Nothing((Reason("there is no text"),))
    if not any(piece.role in _MATTERS for piece in pieces):
        return handled(pieces, text, setting) or _talk(pieces, text)
    plain = without_greetings(pieces)
    post = Post(indexed(plain), text, setting)
    if post.found.leftovers and len(pieces) <= _MENDED_MAX and (mended := labels_mended(plain)) is not None:
        post = Post(indexed(mended), text, setting)
    reading = _decided(post)
    if isinstance(reading, Nothing):
        return ticked_targets(plain, text, setting) or reading
    doubts = [Reason("a part of it is struck out")] if text.struck else []
    if isinstance(reading, Amendment) and any(said.act not in REPORTS for said in reading.instructions):
        doubts += undone(plain, text)
    if not (text.whole and _is_read_to_its_end(pieces, text)):
        doubts.append(Reason("it is too long to be read to its end"))
    return replace(reading, doubts=(*reading.doubts, *doubts)) if doubts else reading


def _is_read_to_its_end(pieces: Sequence[Lexeme], text: Clean) -> bool:
    """Whether nothing stands behind the last piece; where labels changed places it need not be the last of the row."""
    last = text.lower[pieces[-1].end :].strip()
    return not last or not text.lower[max(p.end for p in pieces) :].strip()


def _talk(pieces: Sequence[Lexeme], text: Clean) -> Nothing:
    """No side, no stop and no verb: whatever it is, it asks for nothing."""
    told: dict[Role, Lexeme] = {}
    for piece in pieces:
        if piece.role in REFUSED:
            told.setdefault(piece.role, piece)
    if told:
        return Nothing(tuple(why(role, told[role], text) for role in REFUSED if role in told))
    if "?" in text.lower and any(p.text == "?" and p.role is ROLE.MARK for p in pieces):
        return Nothing((Reason(REFUSED[ROLE.QUESTION]),))
    return Nothing((Reason("there is no side"),))


def _decided(post: Post) -> Reading:
    if (told := on_its_card(post) or stops_by_name(post)) is not None:
        return told
    if len(post.found.rivals) > 1 and quotes_the_market(post.pieces):
        return Nothing((Reason(REFUSED[ROLE.ANALYSIS]),))
    if len(post.found.stops) == 1 and not post.found.targets and _heads_a_moved_stop(post.pieces):
        moved = amendment(post)
        if moved is not None:
            return moved
    if post.found.has_plan:
        if (manages_by_shares(post) or follows_its_targets(post)) and (change := amendment(post)) is not None:
            return change
        return at_its_entry(post) or _plan(post)
    if _only_counts(post):
        return Nothing((Reason(REFUSED[ROLE.RECAP]),))
    return amendment(post) or bare_call(post)


def _only_counts(post: Post) -> bool:
    """ "Weekly results", and below it "TP1: 19, TP2: 12, SL: 3": how often each was reached, and no new levels."""
    if ROLE.RECAP not in post.roles or post.found.said or not (post.found.stops and post.found.targets):
        return False
    levels = all(i.act in _LEVELS or i.act in REPORTS for i in post.said.instructions)
    return levels and counts_results(post)


def _heads_a_moved_stop(pieces: Sequence[Lexeme]) -> bool:
    """ "Trailing stop activated", and below it the card of the trade with its new stop."""
    head = [p for p in takewhile(lambda p: p.role is not ROLE.LINE, pieces) if p.role not in QUIET]
    roles = {p.role for p in head}
    stopped = ROLE.STOP in roles or any(p.text.startswith(_TRAILING) for p in head)
    return stopped and ROLE.MOVE in roles <= _MOVED


def _unsided(post: Post) -> Iterator[Reason]:
    """What is doubtful about a call that only its levels give a side."""
    if is_an_option(post.pieces):
        yield Reason("it is about an option")
    if talk_beside(post) > 1 or asks(post):
        yield Reason("only the levels say which side")


def _plan(post: Post) -> Reading:
    """A complete set of levels: a call, an edit of one, levels sent later, or a story about one."""
    found, told = post.found, post.told
    if not found.said and post.talk > _WORDS_FOR_AN_ORDER:
        return Nothing((Reason("too much talk around it to be a call"),))
    if (no_call := _teaches_or_weighs(post)) is not None:
        return Nothing((no_call,))
    if (headed := _headed_as_an_edit(post)) is not None:
        return headed
    if ROLE.EDIT in told:
        moves = any(i.act is ACT.MOVE_STOP for i in post.said.instructions)
        moves = moves and (not found.targets or _sends_its_stop(post.pieces))
        change = amendment(post) if moves or _handles_and_edits(post) else None
        both = found.targets and found.stop is not None and _sends_its_stop(post.pieces)
        return change or edited(ACT.SET_LEVELS if both else ACT.EDIT_TARGETS if found.targets else ACT.MOVE_STOP, post)
    if (title := titled_as_results(post)) is not None:
        return Nothing((post.why(ROLE.RECAP, title),))
    again = (
        moving_its_stop(post)
        or told_as_a_story(post)
        or closing_order(post)
        or parting(post)
        or entered_as_before(post)
    )
    if again is not None:
        return again
    wished = ROLE.MAY in told and ROLE.IF in told and told[ROLE.MAY].text not in EXPECTED
    wished = wished and told[ROLE.MAY].start < min(told[ROLE.IF].start, first_label(post))
    if wished and not post.comments_on(told[ROLE.MAY]):
        return Nothing((post.why(ROLE.MAY, told[ROLE.MAY]),))  # "possible long if it reclaims 65k"
    handled = not found.targets and not post.roles.isdisjoint(_HANDLES)
    if handled and (not found.said or is_of_an_open_trade(post)):
        return amendment(post) or bare_call(post)  # "exited half at 27, stop to 24.6"
    if not found.said and counts_results(post):
        return Nothing((Reason(REFUSED[ROLE.RECAP]),))
    if found.symbol is None and (not found.said or _side_comes_last(post)):
        if not found.said and asks(post):
            return Nothing((Reason(REFUSED[ROLE.QUESTION]),))  # "Стоп 2050 поставить? Цель 2250 оставить?"
        return edited(ACT.SET_LEVELS, post)
    several = bool(found.rivals) or len({p.role for p in post.draft.sides}) > 1
    around = SILENT
    if tells(post.roles):
        stop = found.stops[0].value if found.stops else None
        waits = bool(found.entries) and not found.at_market
        ordered = waits and (SLOT.ENTRY in post.draft.labels or ROLE.LIMIT in post.roles)
        plan = Plan(found.symbol, several, post.plan_ends, post.comments, stop, waits, ordered)
        around = around_the_plan(post.pieces, plan, post.text)
    retold = told_again(post)
    story = retold or (around.story if found.said else around.hedge)
    if story is None and not found.said and not found.targets and ROLE.RECAP in told:
        story = post.why(ROLE.RECAP, told[ROLE.RECAP])  # "still holding from 65k, my stop is 64k"
    if story is not None and (retold is not None or not would_be_missed(post, story)):
        return Nothing((story,))
    extra = [*([story] if story is not None else ()), *lessons_below(post), *around.doubts]
    extra += [*standing(post.pieces, post.roles, post.text), *leaving(post), *told_before(post), *is_held(post)]
    extra += [*gained_before(post), *taken_back(post.pieces, post.roles, post.text)]
    if asks_advice(post.pieces) or _questions(post):
        extra.append(Reason("it is put as a question"))
    if not found.said:
        extra += _unsided(post)
    elif trades_an_option(post.pieces):
        extra.append(Reason("it is about an option"))
    extra += [*_odd_entries(post), *ticks_a_target(post), *ticks_an_entry(post), *is_put_off(post)]
    extra += [*insiders(post.pieces, post.text), *got_in(post.draft.points, post.pieces, post.text)]
    if post.removes_stop:
        extra.append(Reason("it asks to remove a stop"))
    if is_over(post):
        extra.append(Reason("it reports and calls in one breath"))
    return post.call([*extra, *orders_beside(post)])


def _sends_its_stop(pieces: Sequence[Lexeme]) -> bool:
    """ "S/L 2661 -> 2653": where the stop was, and where it goes."""
    said = [p.role for p in pieces if p.role not in (ROLE.MARK, ROLE.FILLER)]
    return any(said[at : at + len(_SENT)] == _SENT for at in range(len(said)))


def _odd_entries(post: Post) -> Iterator[Reason]:
    """Entries that stand where none would, and levels that are shares of something else."""
    if share := share_of_another(post.draft, post.pieces):
        yield Reason(f"a number I could not place: {share}")
    if closed := entered_at_a_close(post.draft.points, post.pieces):
        yield Reason(f"a number I could not place: {closed}")
    if ROLE.ADD in post.roles and (word := told_of_an_addition(post.pieces)) is not None:
        yield Reason("a word I do not know stands beside the order", *post.text.span(word.start, word.end))
    if stands_beside_its_zone(post.draft.points):
        yield Reason("an entry stands beside its zone")


def _handles_and_edits(post: Post) -> bool:
    """ "Closed 70% of the short, stop to 2462, new target 2310": an edit is one of several orders."""
    acts = {i.act for i in post.said.instructions}
    return ACT.EDIT_TARGETS in acts and not acts.isdisjoint(_LEAVING_IT)


def _teaches_or_weighs(post: Post) -> Reason | None:
    """A lesson, a question about a plan told by distances, or two scenarios of which neither is a call as yet."""
    if ROLE.LESSON in post.told and not (only_disclaims(post) or lessons_below(post)):
        return post.why(ROLE.LESSON, post.told[ROLE.LESSON])
    ends = post.plan_ends or 0
    if any(p.start < ends for p in _questions(post)):
        return Reason(REFUSED[ROLE.QUESTION])  # "who bought RUNE? Buy 2.31, stop 7%"
    sided = post.found.said and len({p.role for p in post.draft.sides}) < _SIDES
    weighs = not sided and ROLE.LINE in post.roles and weighs_scenarios(post.pieces)
    return Reason(REFUSED[ROLE.ANALYSIS]) if weighs else None


def _questions(post: Post) -> list[Lexeme]:
    """What asks about a plan that is told by distances: with so few prices it may be one that was given before."""
    if post.found.stops:
        return []
    return [p for p in post.pieces if p.role is ROLE.QUESTION or (p.role is ROLE.MARK and p.text == "?")]


def _headed_as_an_edit(post: Post) -> Reading | None:
    """ "[MODIFY] EURAUD Buy SL 1.6490 TP 1.6600": levels for what is open, under a heading of one word."""
    pieces, found = post.pieces, post.found
    if pieces[0].role is ROLE.MOVE and found.symbol is None:
        headed = pieces[1].text == ":" and any(p.role is not ROLE.PRICE for p in pieces[2:3])
        moved = [p.role for p in (pieces[2:] if headed else pieces)[:2]] == [ROLE.MOVE, ROLE.STOP]
        stopped = len(found.stops) == 1 and not found.targets and moved
        change = amendment(post) if headed and not stopped else None  # "Update: we got in at 18, raise the stop to 19"
        return change or edited(ACT.MOVE_STOP if stopped else ACT.OTHER, post)  # "Move SL 4233 buy 4236"
    above = list(takewhile(lambda p: p.role in _ABOVE_A_HEADING, pieces))  # "Guys, [MODIFY] ..."
    edits = any(p.role in _HEADINGS and (q.text in (":", "]", ")") or q.role is ROLE.LINE) for p, q in pairwise(above))
    market = found.entries or any(p.role is ROLE.MARKET for p in pieces[len(above) :])
    return edited(ACT.SET_LEVELS, post) if edits and not market else None


def _side_comes_last(post: Post) -> bool:
    """ "SL 2695, TP 2718 for the buy": the side tells which trade is meant, it opens none."""
    points, sides = post.draft.points, post.draft.sides
    return not post.found.entries and bool(points) and bool(sides) and sides[0].start > points[-1].piece.start


__all__ = ["Signal", "judge"]
