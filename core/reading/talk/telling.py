"""Tell a call from talk about one: a wish, a memory, a condition, a plan, a sample, somebody else's trade.

Separate from the words, which are the languages', and from the refusals, which are the owner's:
here it counts where a word stands. A plan that is put to work without a human may be surrounded
only by words that are known and harmless, so this is a list of what is allowed: a sentence that
gives the side and a level and holds a word nobody knows is asked about, in any language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile
from typing import NamedTuple

from core.reading.handling.refusals import doubt, why
from core.reading.pieces.piece import Lexeme
from core.reading.plan.charts import tells_of_the_chart
from core.reading.roles import ROLE, Role
from core.reading.talk.idle import goes_along, is_idle, looks_for_it, warns
from core.reading.talk.sentences import (
    ELSEWHERE,
    EXITING,
    EXPECTED,
    FORCELESS,
    HEDGES,
    NAMED,
    NEAR,
    REACH,
    Sentence,
    hedges_of,
    sentences,
)
from core.reading.text.hygiene import Clean
from core.reading.words.catalogue import SHORTENED
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed
from core.signals import Reason

_ORDERED = frozenset(
    (
        *(Role.BUY, Role.SELL, Role.ENTRY, Role.HEADING, Role.MARKET, Role.LIMIT, Role.FILLED, Role.STOP),
        *(Role.TARGET, Role.HOLD, Role.CLOSE, Role.WAIT, Role.ADD, Role.LESSON, Role.RECAP, Role.IF, Role.PRICE),
    )
)
_WEIGHTY = frozenset(
    (
        *(Role.NOT, Role.IF, Role.WAIT, Role.QUESTION, Role.PAST, Role.MEMORY, Role.RECAP, Role.CANCEL, Role.ENTRY),
        *(Role.LIMIT, Role.STOP, Role.TARGET, Role.BUT, Role.EXCEPT, Role.LESSON, Role.OTHERS),
    )
)
_CELL = "|"
_OF_A_FIELD = (Role.PRICE, Role.PERCENT, Role.TIME, Role.IDENT, Role.REWARD, Role.TIMES)
_WHY = frozenset(listed("REASONS"))
_BY, _SIGNALS = frozenset(listed("BY")), frozenset(listed("SIGNALS"))
_INVITING = frozenset((Role.AD, Role.OTHERS))
_ENTERING = frozenset((Role.ENTRY, Role.ADD, Role.LIMIT, Role.TARGET, Role.MARKET))
_UNHELD = frozenset((Role.NOT,))
_OF_THE_STOP = frozenset((Role.IF, Role.CANCEL)) | _UNHELD
_REASONED = frozenset((Role.MEMORY, Role.PAST, Role.OTHERS, Role.MAY, Role.RECAP))
_WAITING = frozenset((Role.WAIT,))
_AFTER, _STANDS = frozenset(listed("AFTER")), listed("STANDS")
_SPOTS, _WHICH = frozenset(listed("SPOTS")), frozenset(listed("THAT"))
_UNSURE = frozenset(listed("UNSURE"))
_SURGES, _COULD, _FAREWELLS = listed("SURGES"), frozenset(listed("COULD")), frozenset(listed("FAREWELLS"))
_BESIDE_A_HOPE = (Role.SIZE, Role.ANALYSIS)
_OPENING, _CLOSING, _TAGS = frozenset("«“„"), frozenset("»”"), frozenset("#@")
_NAME_MAX = 8
_FIGURES = (Role.PRICE, Role.PERCENT, Role.DISTANCE)
_TODAY, _DATED_MAX, _FOOTER_MAX = frozenset(listed("TODAY")), 4, 5
_PASSED = (ROLE.MEMORY, ROLE.PAST, ROLE.RECAP, ROLE.OTHERS)
_KEPT = frozenset((*_PASSED, Role.WAIT)) - {Role.OTHERS}
"""What a sentence apart from the plan still takes from it: it has been, or it is too early."""
_TOLD = frozenset((*_PASSED, ROLE.WAIT, ROLE.WILL, ROLE.IF, ROLE.MAY))
_SHORT_MAX = 8
_HEDGES_OF_A_STORY = 2
"""Two of these, of different kinds, leave nothing of a call."""
_UNPRICED_MAX = 1
"""So many unknown words may stand before a side without a level in its sentence: the channel's name."""
_DOUBTS_MAX = 4
_LITTLE = frozenset(listed("LITTLE"))


class Told(NamedTuple):
    """What the sentences around a plan take from it. ``story``: it is no call at all."""

    doubts: tuple[Reason, ...]
    story: Reason | None
    hedge: Reason | None = None
    """What leaves nothing of a call that does not even name its side."""


SILENT = Told((), None)


def _is_reasoned(pieces: Sequence[Lexeme], said: Sentence) -> bool:
    """Whether it stands on a line that begins with "Reason:": why somebody trades, and not whether."""
    first = pieces.index(said.pieces[0])
    while first and pieces[first - 1].role is not ROLE.LINE:
        first -= 1
    lead = next((at for at in range(first, len(pieces)) if pieces[at].role is not ROLE.MARK), len(pieces))
    return lead + 1 < len(pieces) and pieces[lead].text in _WHY and pieces[lead + 1].text in ":-"


def tells(roles: frozenset[Role]) -> bool:
    """Whether any word of the post may take the force from it; most posts have none."""
    return ROLE.WORD in roles or not roles.isdisjoint(HEDGES)


class Plan(NamedTuple):
    """What must be known of a plan to weigh the words around it.

    ``several``: it names more than one instrument or side, which beside a word of the past is a list of results.
    ``ends``: where the last level of a complete plan stands; what is said behind it is a comment, and no story.
    ``comments``: where the lines begin that are no part of it. ``stop``: its price.
    ``waits``: its orders lie at prices that have yet to come; ``ordered``: a label of their own says so.
    """

    symbol: str | None
    several: bool
    ends: int | None = None
    comments: frozenset[int] = frozenset()
    stop: Decimal | None = None
    waits: bool = False
    ordered: bool = False


def around_the_plan(pieces: Sequence[Lexeme], plan: Plan, text: Clean) -> Told:
    """Every word around a complete plan that makes it doubtful, and the one that makes it a story."""
    doubts: list[Reason] = []
    roles: dict[Role, Lexeme] = {}
    story: Reason | None = None
    hedged = commented = plain = warned = ruled = False
    for said in sentences(pieces, plan.ends):
        first = said.pieces[0]
        commented = first.start in plan.comments or (commented and not said.heads)
        behind = plan.ends is not None and first.start > plan.ends
        warned = warned or (behind and said.heads and warns(said))
        hedges = [(at, p) for at, p in hedges_of(said) if not (commented and _is_beside_the_point(said, at))]
        hedges = [(at, p) for at, p in hedges if p.text.upper() != plan.symbol]  # PEOPLE is a coin as well
        if hedges and plan.waits and said.waits_for_the_entry:
            hedges = [(at, p) for at, p in hedges if p.role is not ROLE.WAIT]
        if warned and said.side < 0 and ROLE.PRICE not in said.roles:
            hedges = [(at, p) for at, p in hedges if p.role in _KEPT]
        if hedges:
            hedges = _said_in_earnest(said, hedges, plan, commented=commented or behind, behind=behind)
        follows, ruled = ruled and not said.heads, behind and _rules_the_stop(said, plan)
        if behind and hedges:
            idle = _idle(said, plan, reasoned=_is_reasoned(pieces, said), follows=follows)
            hedges = [(at, p) for at, p in hedges if (ROLE.MEMORY if p.text in _AFTER else p.role) not in idle]
        if hedges and plan.ends is not None:
            told = [p for _, p in hedges]
            if looks_for_it(said, told, ordered=plan.ordered) or goes_along(said, hedges):
                hedges = []
        plain = plain or (said.side >= 0 and not hedges)
        if len(doubts) < _DOUBTS_MAX:
            doubts += [doubt(p.role, p, text) for _, p in hedges[:_DOUBTS_MAX]]
        if behind:
            stranger = _stranger_in_the_tail(said) if said.trails else None
            if stranger is not None:
                doubts.append(Reason("a word I do not know stands beside the order", *_span(stranger, text)))
            continue
        if hedges and commented and plan.ends is not None and not _heads_the_plan(pieces, said):
            hedges = [(at, p) for at, p in hedges if p.role in _KEPT]
        if not (commented and plan.ends is not None and said.roles.isdisjoint(NAMED)):
            roles |= {p.role: p for _, p in hedges if p.role not in roles}
        hedged = hedged or (said.side >= 0 and any(p.role in _TOLD and at < said.contrast for at, p in hedges))
        beside = next((p for at, p in hedges if p.role in ELSEWHERE and _is_of_the_order(said, at, p)), None)
        story = story or (why(beside.role, beside, text) if beside is not None else None)
        stranger = None if commented else _stranger(said, plan)
        if stranger is not None:
            doubts.append(Reason("a word I do not know stands beside the order", *_span(stranger, text)))
    told = [piece for role, piece in roles.items() if role in _TOLD]
    passed = any(p.role in _PASSED for p in told)
    whole = plain and plan.ends is not None and not passed  # its side is said apart from the talk as well
    if (plan.several and passed) or (len(told) >= _HEDGES_OF_A_STORY and (passed or hedged) and not whole):
        story = story or why(told[0].role, told[0], text)
    hedge = next((why(piece.role, piece, text) for role, piece in roles.items() if role in ELSEWHERE), None)
    return Told(tuple(dict.fromkeys(doubts))[:_DOUBTS_MAX], story, story or hedge)


def _said_in_earnest(
    said: Sentence, hedges: list[tuple[int, Lexeme]], plan: Plan, *, commented: bool, behind: bool
) -> list[tuple[int, Lexeme]]:
    """Without what is only hoped in a comment, what is idle apart from the plan, and what is said of the chart."""
    if commented:
        hedges = [(at, p) for at, p in hedges if not _is_hope(said, p)]
    elif not _stands_apart(said, plan, hedges):
        return hedges
    hedges = [(at, p) for at, p in hedges if not is_idle(said, at, behind=behind)]
    return hedges if not hedges or not tells_of_the_chart(said.pieces) else []


def _stands_apart(said: Sentence, plan: Plan, hedges: Sequence[tuple[int, Lexeme]]) -> bool:
    """A sentence before a complete plan, of which nothing is in it, and no wish of its author's either."""
    if plan.ends is None or said.side >= 0 or said.levels:
        return False
    return all(p.text not in EXPECTED for _, p in hedges)


def _heads_the_plan(pieces: Sequence[Lexeme], said: Sentence) -> bool:
    """ "If it reclaims 65k I go long:", on the line above the plan."""
    line = takewhile(lambda p: p.role is not ROLE.LINE, pieces[pieces.index(said.pieces[0]) :])
    return next((p.text for p in reversed(list(line)) if p.role is ROLE.MARK), "") == ":"


def _rules_the_stop(said: Sentence, plan: Plan) -> bool:
    """ "If it closes below 2300, get out", at the price of the stop: it says again what the stop is for."""
    if said.side >= 0 or ROLE.IF not in said.roles or not _ENTERING.isdisjoint(_but_exits(said)):
        return False
    prices = [p.value for p in said.pieces if p.role is ROLE.PRICE]
    return bool(prices) and all(price == plan.stop for price in prices)


def _but_exits(said: Sentence) -> Iterator[Role]:
    """What its words mean, but for those that leave a trade: "exit" is the label of a target elsewhere."""
    return (p.role for p in said.pieces if p.text not in EXITING)


def _idle(said: Sentence, plan: Plan, *, reasoned: bool, follows: bool) -> frozenset[Role]:
    """The hedges that behind a plan take nothing from it: of an invitation, a reason, the stop told again.

    ``follows``: it stands behind the rule of the stop on its line ("... get out. Do not hold").
    """
    if said.invites:
        return _INVITING
    if all(p.text.replace("_", " ") in _FAREWELLS or p.role in (ROLE.MARK, ROLE.FILLER) for p in said.pieces):
        return _WAITING  # "#Stay_tuned"
    if _rules_the_stop(said, plan):
        return _OF_THE_STOP
    if said.side >= 0 or not said.roles.isdisjoint(_ENTERING):
        return frozenset()
    if follows and not said.levels and len(said.pieces) <= _SHORT_MAX:
        return _UNHELD
    prices = [p.value for p in said.pieces if p.role is ROLE.PRICE]
    if prices and all(price == plan.stop for price in prices):
        return _OF_THE_STOP - _UNHELD
    return _REASONED if reasoned and not said.levels else frozenset()


def at_the_side(pieces: Sequence[Lexeme], text: Clean) -> list[Reason]:
    """What takes the force from the sentence that gives the side, where there is no complete plan."""
    sided = [s for s in sentences(pieces) if s.side >= 0]
    return [why(p.role, p, text) for said in sided for _, p in hedges_of(said) if p.role in FORCELESS][:_DOUBTS_MAX]


def _span(piece: Lexeme, text: Clean) -> tuple[int, int]:
    return text.span(piece.start, piece.end)


def _is_beside_the_point(said: Sentence, at: int) -> bool:
    """A "not" in a long comment that stands by no word of the order: "the level did not break at first, ..."."""
    if said.pieces[at].text in _AFTER:
        return _tells_what_stands(said, at)
    if said.pieces[at].role is ROLE.MEMORY:
        return said.side < 0 and not said.levels and _is_of_a_spot(said.pieces, at)
    if said.pieces[at].role is not ROLE.NOT or len(said.pieces) <= _SHORT_MAX:
        return False
    near = said.pieces[max(0, at - NEAR) : at + NEAR + 1]
    return all(p.role not in _ORDERED for p in near)


def _is_of_a_spot(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "A structure, which we have shorted before": of what was done at a place of the chart, and of no trade."""
    near = [p.text for p in pieces[max(0, at - REACH // 2) : at] if p.role is not ROLE.MARK]
    return any(spot in _SPOTS and not _WHICH.isdisjoint(near[n + 1 : n + 3]) for n, spot in enumerate(near))


def _tells_what_stands(said: Sentence, at: int) -> bool:
    """ "After the mitigation we have a second break": what the chart shows, and nothing that must come first."""
    rest = [p for n, p in enumerate(said.pieces) if n != at]
    if said.levels or any(p.role in _ORDERED or p.role in HEDGES for p in rest):
        return False
    behind = " ".join([p.text for p in said.pieces[at + 2 :]])
    return any(f" {phrase} " in f" {behind} " for phrase in _STANDS)


def _is_hope(said: Sentence, piece: Lexeme) -> bool:
    """What a comment hopes of the market, and what it may do: "small lots, it could get wild", "may be volatile"."""
    asked = {q.start for p, q in pairwise(said.pieces) if p.text in EXPECTED and q.role is ROLE.IF}
    if piece.start in asked:
        piece = said.pieces[said.pieces.index(piece) - 1]  # "I want to see if we catch a push"
    if any(p.text in _UNSURE for p in said.pieces):
        return False
    if piece.text not in EXPECTED and not _is_of_the_market(said, piece):
        known = all(is_everyday(p.text) for p in said.pieces if p.role is ROLE.WORD and p.text[0].isalpha())
        if piece.role is not ROLE.MAY or said.roles.isdisjoint(_BESIDE_A_HOPE) or not known:
            return False
    weighty = {
        p.role for p in said.pieces if p.start not in asked and (p.role is not ROLE.BUT or p.start > piece.start)
    }
    return said.side < 0 and not said.levels and weighty.isdisjoint(_WEIGHTY)


def _is_of_the_market(said: Sentence, piece: Lexeme) -> bool:
    """ "This coin will pump", "could boom": what the market is to do, and nothing that anybody does."""
    if piece.role is not ROLE.WILL and not (piece.role is ROLE.MAY and piece.text in _COULD):
        return False
    behind = " ".join([p.text for p in said.pieces if p.start > piece.start and p.role is not ROLE.MARK])
    return f"{behind} ".startswith(tuple(f"{words} " for words in _SURGES))


def _is_of_the_order(said: Sentence, at: int, piece: Lexeme) -> bool:
    """Before the side, or, for what speaks of the past and of others, anywhere beside it and its levels."""
    return at < said.side or (said.side >= 0 and said.levels and piece.role in _PASSED)


def _stranger(said: Sentence, plan: Plan) -> Lexeme | None:
    """The first word beside the order that nobody knows, if there are more than may stand there."""
    if said.side < 0 or ROLE.WORD not in said.roles:
        return None
    words = [at for at, p in enumerate(said.pieces) if p.role is ROLE.WORD]
    unknown = [at for at in words if _is_unknown(said.pieces, at, plan.symbol or "")]
    if unknown and said.levels and _is_dated(said.pieces):
        last = max(at for at, p in enumerate(said.pieces) if p.role in _FIGURES)
        footer = [at for at in unknown if at > last]
        unknown = unknown if len(footer) > _FOOTER_MAX else [at for at in unknown if at < last]
    if unknown:
        named = _in_quotes(said.pieces) | _in_fields(said.pieces)
        unknown = [at for at in unknown if at not in named]
    if not said.levels:
        unknown = [at for at in unknown if at < said.side][_UNPRICED_MAX:]
    return said.pieces[unknown[0]] if unknown else None


def _is_dated(pieces: Sequence[Lexeme]) -> bool:
    """ "Blue Harbor Group • Today at 11:02 PM": the room and the hour, as a chat writes them below what is said."""
    row = [p for p in pieces[-_DATED_MAX:] if p.role is not ROLE.CLOCK]
    return [p.role for p in row[-2:]] == [ROLE.ZONE, ROLE.TIME] and any(p.text in _TODAY for p in row[-3:-2])


def _stranger_in_the_tail(said: Sentence) -> Lexeme | None:
    """ "..., TP 2670, destek tutarsa": a word that nobody knows, in a language that may put a condition into any."""
    if ROLE.WORD not in said.roles or any(not _LITTLE.isdisjoint(p.text.split()) for p in said.pieces):
        return None
    named = _in_fields(said.pieces)
    words = (at for at, p in enumerate(said.pieces) if p.role is ROLE.WORD and at not in named)
    return next((said.pieces[at] for at in words if _is_unknown(said.pieces, at, "")), None)


def _in_quotes(pieces: Sequence[Lexeme]) -> frozenset[int]:
    """Where a strategy or a channel is called by its name: «Коннора», “Night Owl”."""
    inside: list[int] = []
    opened = -1
    for at, piece in enumerate(pieces):
        if piece.text in _OPENING:
            opened = at
        elif piece.text in _CLOSING and opened >= 0:
            inside += range(opened, at) if at - opened <= _NAME_MAX else ()
            opened = -1
    return frozenset(inside)


def _in_fields(pieces: Sequence[Lexeme]) -> frozenset[int]:
    """ "... | HARSI -20 | bal 25,310.44": a name and behind it its figure, in a cell of their own."""
    cuts = [at for at, p in enumerate(pieces) if p.text == _CELL]
    inside: list[int] = []
    for start, end in pairwise((-1, *cuts, len(pieces))):
        row = pieces[start + 1 : end]
        figure = next((at for at, p in enumerate(row) if p.role in _OF_A_FIELD), 0)
        bracket = next((at for at, p in enumerate(row) if p.text == "("), len(row))
        name, rest = row[:figure], row[figure + 1 : bracket]
        named = bool(name) and all(p.role is ROLE.WORD or p.role is ROLE.MARK for p in name)
        if named and all(p.role in _OF_A_FIELD or p.role is ROLE.CLOCK for p in rest):
            inside += range(start + 1, start + 1 + figure)
    return frozenset(inside)


def _is_unknown(pieces: Sequence[Lexeme], at: int, symbol: str) -> bool:
    piece = pieces[at]
    if not piece.text[0].isalpha() or (len(piece.text) == 1 and piece.text.isascii()):
        return False
    before = pieces[at - 1] if at else piece
    tagged = before.end == piece.start and (before.text in _TAGS or before.role is ROLE.LINK)  # "@crypto王"
    word = piece.text.upper()
    if tagged or word in symbol or SHORTENED.get(word) == symbol or is_everyday(piece.text):
        return False
    return not _is_its_author(pieces, at)


def _is_its_author(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Signal by Marlo Entry 0.1225": who gave it, in a post whose lines were run together."""
    signed = at > 1 and pieces[at - 1].text in _BY and pieces[at - 2].text in _SIGNALS
    return signed and any(p.role in _ENTERING or p.role is ROLE.MARK for p in pieces[at + 1 : at + 2])
