"""Tell a complete call from the story of one: beside its levels stands what became of it.

Separate from the order of the questions, because here a report has to be told from a rule, from the end of another
trade, and from how an earlier one went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from core.reading.handling.clauses import Clause
from core.reading.handling.leeway import REPORTS
from core.reading.handling.occasions import is_later
from core.reading.handling.reports import is_either, tells_of_an_earlier_trade, tells_what_was_won_before
from core.reading.judgement.amendments import amendment
from core.reading.judgement.diaries import tells_of_old_levels
from core.reading.judgement.posts import Post
from core.reading.lexing.indexes import QUIET
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.talk.standing import LIKE_THIS
from core.reading.words.lexicon import listed
from core.records import replace
from core.signals import Amendment, Nothing, Reading, Reason

_AFTER, _ALREADY = frozenset(listed("AFTER")), frozenset(listed("ALREADY"))
_OVER, _POSSIBLE = (Role.HIT, Role.CLOSED, Role.STOPPED), (Role.MAY, Role.YOU_CAN)
_ENDED, _WORDS_OF_AN_END = (Role.CLOSED, Role.STOPPED), 2
_BESIDE_A_TICK = frozenset(
    (
        *(Role.TARGET, Role.INDEX, Role.TICK, Role.MARK, Role.FILLER, Role.TICKER, Role.DISTANCE, Role.PERCENT),
        *(Role.REWARD, Role.WORD),
    )
)
_WORDS_BESIDE_A_TICK = 1
_OF_A_CANDLE = (Role.ANALYSIS, Role.ABOVE, Role.BELOW, Role.TIME, Role.CLOCK)
_NAMES = (Role.BUY, Role.SELL, Role.TICKER)
_PLACED = (Role.PRICE, Role.ENTRY, Role.STOP, Role.TARGET)
_CALLED, _LEVELS = (*_NAMES, *_PLACED), (*_PLACED, Role.MARKET, Role.LIMIT)
_GAINS, _PLUS = (Role.PERCENT, Role.DISTANCE), ("plus", "плюс")
_TICKED_ENTRY = [Role.ENTRY, Role.INDEX, Role.TICK]


def told_as_a_story(post: Post) -> Reading | None:
    """A complete call beside a report of what became of it is told again, not given."""
    if tells_of_old_levels(post):
        return Nothing((post.why(ROLE.PAST, post.told[ROLE.PAST]),))
    if post.roles.isdisjoint(_OVER):
        return None
    report = next((c for c in post.parts if _reports(c) and not _is_of_another(post, c)), None)
    if report is None or post.announces:
        return None
    said = post.said
    if post.found.said:
        said.leave_bare_stops_out()
    if any(i.act not in REPORTS for i in said.instructions) and not (said.doubts and ROLE.AD in post.roles):
        again = Reason("it repeats the call beside the order")
        if post.found.rivals:
            said.doubts.append(again)  # several calls told again are a list of results
        change = amendment(post)
        if isinstance(change, Amendment) and not post.found.rivals:
            return replace(change, doubts=(*change.doubts, again))
        if change is not None:
            return change
    if said.instructions and not (post.found.priced or post.found.entries or post.found.rivals):
        return amendment(post)  # "Trailing stop hit", and below it which trade it was, and where
    piece = next((p for p in report.pieces if p.role in _OVER), report.pieces[0])
    return Nothing((post.why(ROLE.HIT, piece),))


def _is_of_another(post: Post, clause: Clause) -> bool:
    """ "SOL hit all targets, now LINK:", "(last one, SOL, closed at BE)": how another ended, above a plan or below."""
    if not post.comments_on(clause.pieces[0]) or post.found.symbol is None:
        return False
    if _is_of_an_earlier_one(post, clause) or _is_of_what_was_won(post, clause):
        return True
    named = [p.named.symbol if p.named else "" for p in clause.pieces if p.role is ROLE.TICKER]
    begins = min((point.piece.start for point in post.draft.points), default=0)  # a plan told by distances has none
    apart = clause.pieces[0].start < begins or clause.pieces[0].start > (post.plan_ends or clause.pieces[0].start)
    return apart and bool(named) and all(not _is_one(name, post.found.symbol) for name in named)


def _is_of_an_earlier_one(post: Post, clause: Clause) -> bool:
    """ "(Last entry hit breakeven)", below a complete call."""
    ends = post.plan_ends
    return ends is not None and clause.pieces[0].start > ends and tells_of_an_earlier_trade(clause.pieces)


def _is_of_what_was_won(post: Post, clause: Clause) -> bool:
    """ "Previous signal: TP3 hit", below a complete call: it is put to a human, and not lost."""
    ends = post.plan_ends
    return ends is not None and clause.pieces[0].start > ends and tells_what_was_won_before(clause.pieces)


def _is_one(name: str, symbol: str) -> bool:
    """Whether a name and a symbol mean one instrument: LINK and LINKUSDT."""
    return name.startswith(symbol) or symbol.startswith(name)


def _reports(clause: Clause) -> bool:
    """A target or the trade has been reached, and no "when" or "after" makes it a rule."""
    if clause.hedge is not None or any(p.text in _AFTER for p in clause.pieces) or _may_end_so(clause):
        return False
    if ROLE.STOP in clause.roles and clause.has(*_POSSIBLE) and ROLE.STOPPED not in clause.roles:
        return False  # "SL may hit, use a small lot"
    return clause.has(*_OVER) and (
        ROLE.STOPPED in clause.roles
        or clause.has(ROLE.TARGET, ROLE.STOP, ROLE.BUY, ROLE.SELL, ROLE.TICKER)
        or clause.talk == sum([p.role is ROLE.WORD and p.text in _ALREADY for p in clause.pieces])  # "already hit"
    )


def _may_end_so(clause: Clause) -> bool:
    """ "Let it hit TP or SL": whichever comes first has not come; "hit TP or SL already" does tell."""
    return is_either(clause) and clause.pieces[0].role is not ROLE.HIT


def is_over(post: Post) -> bool:
    """Whether the trade of a complete call is told to have ended, or to have come to a target."""
    return not post.roles.isdisjoint(_OVER) and (
        post.announces or any(_is_said_to_be_over(post, c) for c in post.parts)
    )


def _is_said_to_be_over(post: Post, clause: Clause) -> bool:
    """ "I closed this one already": below a call that was edited, or told again; how another trade ended above one."""
    if clause.hedge is None and clause.has(*_OVER) and _is_of_another(post, clause):
        return clause.has(ROLE.BUY, ROLE.SELL) or not _is_of_an_earlier_one(post, clause)
    ended = clause.hedge is None and clause.has(*_ENDED) and clause.talk <= _WORDS_OF_AN_END
    return ended and not clause.has(*_OF_A_CANDLE)


def is_put_off(post: Post) -> list[Reason]:
    """ "In an hour, buy gold 2650", "sell gold in 10 minutes, SL 2660": beside it on its line when it is meant."""
    for row in _beside_the_call(post.pieces):
        if is_later(row):
            return [Reason("it may be for later", *post.text.span(row[0].start, row[-1].end))]
    return []


def _beside_the_call(pieces: Sequence[Lexeme]) -> Iterator[list[Lexeme]]:
    """What stands before it on its line, between its name and its first level, and behind its last."""
    named = next((at for at, p in enumerate(pieces) if p.role in _CALLED), len(pieces))
    first = next((at for at in range(named, len(pieces)) if pieces[at].role in _LEVELS), named)
    last = next((at for at in range(len(pieces) - 1, -1, -1) if pieces[at].role in _LEVELS), len(pieces))
    lead = list(takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:named])))[::-1]
    between = [p for p in pieces[named:first] if p.role not in _NAMES]
    behind = list(takewhile(lambda p: p.role is not ROLE.LINE, pieces[last + 1 :]))
    for row in (lead, between, behind):
        while row and row[-1].role is ROLE.MARK:
            row.pop()
        while row and row[0].role is ROLE.MARK:
            row.pop(0)
        if row and all(p.role is not ROLE.LINE for p in row):
            yield row


def ticks_an_entry(post: Post) -> list[Reason]:
    """ "Entry 1 ✅: 0.0254": of several entries this one was filled; a tick before the label adorns it."""
    if not post.roles.issuperset((ROLE.TICK, ROLE.ENTRY, ROLE.INDEX)):
        return []
    row = post.pieces
    for at in range(2, len(row) - 1):
        counted = [p.role for p in row[at - 2 : at + 1]] == _TICKED_ENTRY
        if counted and row[at + 1].role in (ROLE.MARK, ROLE.PRICE):
            return [Reason("it speaks of a trade that is already open", *post.text.span(row[at].start, row[at].end))]
    return []


def ticks_a_target(post: Post) -> list[Reason]:
    """ "TP1 ✅", "Первая цель ✅": a counted target and a tick, on a line without a price, above a plan or below it."""
    if not post.roles.issuperset((ROLE.TICK, ROLE.TARGET)):
        return []
    rows = list(lines(post.pieces))
    for n, (begin, end) in enumerate(rows):
        row = post.pieces[begin:end]
        roles = [p.role for p in row]
        if ROLE.TICK not in roles or ROLE.TARGET not in roles or ROLE.INDEX not in roles:
            continue
        plain = set(roles) <= _BESIDE_A_TICK and roles.count(ROLE.WORD) <= _WORDS_BESIDE_A_TICK
        below = post.pieces[slice(*rows[n + 1])] if n + 1 < len(rows) else ()
        priced = next((p.role for p in below if p.role is not ROLE.MARK), ROLE.LINE) is ROLE.PRICE  # "✅ TP1", "2350"
        if plain and not priced:
            return [Reason("a target is marked as reached", *post.text.span(row[0].start, row[-1].end))]
    return []


def told_again(post: Post) -> Reason | None:
    """ "Yesterday's signal" above the levels and what it made below; "get calls like this:" above targets reached."""
    begins = min((p.piece.start for p in post.draft.points), default=0)
    above = list(takewhile(lambda p: p.start < begins, post.pieces))
    past = next((p for p in above if p.role is ROLE.PAST), None)
    gained = any(p.start > begins for p in post.draft.gains)
    if past is not None and gained:
        return post.why(ROLE.PAST, past)
    shown = next((p for p in above if p.role is ROLE.AD and p.text in LIKE_THIS), None)
    return post.why(ROLE.AD, shown) if shown is not None and (gained or post.draft.ticked) else None


def gained_before(post: Post) -> list[Reason]:
    """ "We are up +12%", "plus 80 pips" above a call, "+200" behind its last level: told again, by what came of it."""
    begins = min((p.piece.start for p in post.draft.points), default=0)
    above = takewhile(lambda p: p.start < begins, post.pieces) if not post.roles.isdisjoint(_GAINS) else ()
    gained = any(
        q.role in _GAINS and (p.text in _PLUS or (p.text == "+" and p.end == q.start)) for p, q in pairwise(above)
    )
    gained = gained or (ROLE.IDENT in post.roles and _ends_with_a_gain(post))
    return [Reason("it counts what a trade has made or lost")] if gained else []


def _ends_with_a_gain(post: Post) -> bool:
    """ "SL 2330 TP 2360 +200": a figure with its sign, the last thing on the line of the last level."""
    ends = max((p.piece.end for p in post.draft.points), default=0)
    row = [p for p in takewhile(lambda p: p.role is not ROLE.LINE or p.start < ends, post.pieces) if p.start >= ends]
    figures = [p for p in row if p.role not in QUIET]
    alone = sum([p.role is ROLE.IDENT for p in post.pieces]) == 1  # "SL 2330 -10$, TP 2360 +10$" says what is at stake
    return alone and [p.role for p in figures] == [ROLE.IDENT] and row[0].text == "+"
