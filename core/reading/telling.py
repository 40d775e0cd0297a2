"""Tell a call from talk about one: a wish, a memory, a condition, a plan, a sample, somebody else's trade.

Separate from the words, which are the languages', and from the refusals, which are the owner's:
here it counts where a word stands. A plan that is put to work without a human may be surrounded
only by words that are known and harmless, so this is a list of what is allowed: a sentence that
gives the side and a level and holds a word nobody knows is asked about, in any language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from core.reading.catalogue import SHORTENED
from core.reading.everyday import is_everyday
from core.reading.hygiene import Clean
from core.reading.lexicon import listed
from core.reading.pieces import Lexeme
from core.reading.refusals import DOUBTED, doubt, why
from core.reading.roles import ROLE, Role
from core.reading.tables import CANDLES, CLOSES
from core.signals import Reason

_SIDES = frozenset((Role.BUY, Role.SELL))
_LABELS = frozenset((Role.STOP, Role.TARGET))
_LEVELS = frozenset((Role.PRICE, Role.DISTANCE))
_NAMED = _SIDES | _LABELS | _LEVELS
_FORCELESS = frozenset((Role.NOT, Role.IF, Role.WILL, Role.QUESTION))
"""These take the force from what stands in their sentence, and from nothing else."""
_ELSEWHERE = frozenset((Role.IF, Role.MEMORY, Role.PAST, Role.OTHERS, Role.QUESTION))
"""Said in the sentence of the order, one of these makes it no call at all."""
_REMINDING = listed("REMEMBER")
_HEDGES = _FORCELESS | _ELSEWHERE | frozenset(DOUBTED) | {Role.AD}
_MANAGED = frozenset(
    (
        *(Role.MOVE, Role.EVEN, Role.CLOSE, Role.PART, Role.HALF, Role.CANCEL, Role.REMOVE, Role.EDIT, Role.HOLD),
        *(Role.HIT, Role.FILLED, Role.SIZE, Role.LEVERAGE, Role.AD, Role.YOU_CAN, Role.RUNNER),
    )
)
"""A condition beside one of these speaks of the trade once it is open, or of how much to put in."""
_CLOSES = frozenset((Role.CLOSE, Role.CLOSED))
_HOLDS = frozenset((Role.HOLD,))
_REST = frozenset((Role.HOLD, Role.ALL))
_BEYOND = (Role.ABOVE, Role.BELOW)
_ORDERED = frozenset(
    (
        *(Role.BUY, Role.SELL, Role.ENTRY, Role.HEADING, Role.MARKET, Role.LIMIT, Role.FILLED, Role.STOP),
        *(Role.TARGET, Role.HOLD, Role.CLOSE, Role.WAIT, Role.ADD, Role.LESSON, Role.RECAP, Role.IF, Role.PRICE),
    )
)
EXPECTED = frozenset(listed("EXPECTED"))
"""How somebody says what he hopes the market will do."""
_WEIGHTY = frozenset(
    (
        *(Role.NOT, Role.IF, Role.WAIT, Role.QUESTION, Role.PAST, Role.MEMORY, Role.RECAP, Role.CANCEL, Role.ENTRY),
        *(Role.LIMIT, Role.STOP, Role.TARGET, Role.BUT, Role.EXCEPT, Role.LESSON, Role.OTHERS),
    )
)
_WHY = frozenset(listed("REASONS"))
_INVITING = frozenset((Role.AD, Role.OTHERS))
_ENTERING = frozenset((Role.ENTRY, Role.ADD, Role.LIMIT, Role.TARGET, Role.MARKET))
_OF_THE_STOP = frozenset((Role.IF, Role.CANCEL))
_REASONED = frozenset((Role.MEMORY, Role.PAST, Role.OTHERS, Role.MAY, Role.RECAP))
_WAITING = frozenset((Role.WAIT,))
_BESIDE_A_WAIT = frozenset((Role.FILLER, Role.ZONE, Role.TO, Role.MARK, Role.HIT, Role.BUT, Role.LIMIT))
_WAITED_MAX = 2
_AFTER, _STANDS = frozenset(listed("AFTER")), listed("STANDS")
_TO_COME = (Role.IF, Role.WILL)
_SPOTS, _WHICH = frozenset(listed("SPOTS")), frozenset(listed("THAT"))
_POSTED, _GUARDS = frozenset(listed("POSTED")), frozenset(listed("GUARDS"))
_STAMP = frozenset((Role.MEMORY, Role.MARK, Role.TIME, Role.CLOCK, Role.IDENT, Role.FILLER, Role.ZONE, Role.LINK))
_SAID_LIGHTLY = frozenset((Role.MARK, Role.FILLER, Role.BUT, Role.AND, Role.LINE, Role.SIZE))
_BESIDE_A_HOPE = (Role.SIZE, Role.ANALYSIS)
_SHORT_MAX, _NEAR = 8, 4
_REACH = 16
_ENDS = ".;!?"
_OPENING, _CLOSING = frozenset("«“„"), frozenset("»”")
_NAME_MAX = 8
_RULES = "-_=~*"
_PASSED = (ROLE.MEMORY, ROLE.PAST, ROLE.RECAP, ROLE.OTHERS)
_TOLD = frozenset((*_PASSED, ROLE.WAIT, ROLE.WILL, ROLE.IF, ROLE.MAY))
_HEDGES_OF_A_STORY = 2
"""Two of these, of different kinds, leave nothing of a call."""
_UNPRICED_MAX = 1
"""So many unknown words may stand before a side without a level in its sentence: the channel's name."""
_DOUBTS_MAX = 4


class Told(NamedTuple):
    """What the sentences around a plan take from it. ``story``: it is no call at all."""

    doubts: tuple[Reason, ...]
    story: Reason | None
    hedge: Reason | None = None
    """What leaves nothing of a call that does not even name its side."""


SILENT = Told((), None)


class _Sentence:
    """A stretch between two full stops or lines: where its side stands, and whether it names a level."""

    __slots__ = ("heads", "levels", "pieces", "roles", "side")

    def __init__(self, pieces: Sequence[Lexeme], *, heads: bool) -> None:
        self.pieces = pieces
        self.heads = heads
        self.roles = roles = frozenset([p.role for p in pieces])
        self.side = next((at for at, p in enumerate(pieces) if p.role in _SIDES), -1)
        self.levels = not roles.isdisjoint(_LEVELS)

    @property
    def closes_a_candle(self) -> bool:
        """ "Nur wenn H4 über 2345 schließt", "if 2345 holds": at a price a candle closes or a level holds, no trade."""
        managed = self.roles & _MANAGED
        beyond = not self.roles.isdisjoint(_BEYOND) and managed <= _CLOSES
        return self.levels and (beyond or managed <= _HOLDS)

    @property
    def contrast(self) -> int:
        """Where a "but" begins behind the side: "long here, but if it works out, ..." is a call with a doubt."""
        places = (at for at, p in enumerate(self.pieces) if at > self.side and p.role is ROLE.BUT)
        return next(places, len(self.pieces))

    @property
    def invites(self) -> bool:
        """ "Deposit 300$, get VIP free", "join 5000 members": what it costs, who is there; no story of theirs."""
        lead = next((p.role for p in self.pieces if p.role not in _SAID_LIGHTLY), ROLE.LINE)
        return ROLE.AD in self.roles and self.side < 0 and (lead is ROLE.AD or ROLE.OTHERS not in self.roles)

    def idle(self, plan: Plan, *, reasoned: bool) -> frozenset[Role]:
        """The hedges that behind a plan take nothing from it: of an invitation, a reason, the stop told again."""
        if self.invites:
            return _INVITING
        if plan.waits and self.waits_for_the_entry:
            return _WAITING
        if self.side >= 0 or not self.roles.isdisjoint(_ENTERING):
            return frozenset()
        prices = [p.value for p in self.pieces if p.role is ROLE.PRICE]
        if prices and all(price == plan.stop for price in prices):
            return _OF_THE_STOP
        return _REASONED if reasoned and not self.levels else frozenset()

    @property
    def waits_for_the_entry(self) -> bool:
        """ "Wait for the price to reach the entry", beside an order that does: nothing else has to come first."""
        row = [p for p in self.pieces if p.role not in _BESIDE_A_WAIT]
        unknown = sum([p.role is ROLE.WORD and not is_everyday(p.text) for p in row])
        plain = all(p.role in (ROLE.WAIT, ROLE.WORD, ROLE.ENTRY) for p in row) and unknown <= _WAITED_MAX
        return plain and len(row) > 1 and row[-1].role is ROLE.ENTRY

    @property
    def stamps(self) -> bool:
        """ "Shared: 18-Nov-2023", "sent 14:30": when the post itself was written, and nothing more."""
        rest = [p for p in self.pieces if p.role is not ROLE.MARK]
        return rest[0].text in _POSTED and len(rest) > 1 and self.roles <= _STAMP

    @property
    def behind_the_stop(self) -> bool:
        """ "SL: if a candle closes below 2300", "SL 2300 (if H1 closes below)": how the stop works, not the entry."""
        row = [p.role for p in self.pieces if p.role in (ROLE.STOP, ROLE.PRICE, ROLE.TARGET, ROLE.IF, *_SIDES)]
        if row.count(ROLE.IF) != 1 or row[0] is ROLE.IF:
            return False
        closes = any(CLOSES.has(p) or CANDLES.has(p) for p in self.pieces)
        return row[row.index(ROLE.IF) - 1] is ROLE.STOP or (closes and row == [ROLE.STOP, ROLE.PRICE, ROLE.IF])

    @property
    def rules_the_rest(self) -> bool:
        """ "TP 78000, 77200; hold the rest if it falls": behind its targets a condition is for what is left."""
        lead = next((p.role for p in self.pieces if p.role is not ROLE.MARK), ROLE.LINE)
        condition = next(p.start for p in self.pieces if p.role is ROLE.IF)
        placed = any(p.role is ROLE.PRICE and p.start < condition for p in self.pieces)
        return lead is ROLE.TARGET and placed and self.roles >= _REST


def _is_reasoned(pieces: Sequence[Lexeme], said: _Sentence) -> bool:
    """Whether it stands on a line that begins with "Reason:": why somebody trades, and not whether."""
    first = pieces.index(said.pieces[0])
    while first and pieces[first - 1].role is not ROLE.LINE:
        first -= 1
    lead = next((at for at in range(first, len(pieces)) if pieces[at].role is not ROLE.MARK), len(pieces))
    return lead + 1 < len(pieces) and pieces[lead].text in _WHY and pieces[lead + 1].text in ":-"


def tells(roles: frozenset[Role]) -> bool:
    """Whether any word of the post may take the force from it; most posts have none."""
    return ROLE.WORD in roles or not roles.isdisjoint(_HEDGES)


class Plan(NamedTuple):
    """What must be known of a plan to weigh the words around it.

    ``several``: it names more than one instrument or side, which beside a word of the past is a list of results.
    ``ends``: where the last level of a complete plan stands; what is said behind it is a comment, and no story.
    ``comments``: where the lines begin that are no part of it. ``stop``: its price.
    ``waits``: its orders lie at prices that have yet to come.
    """

    symbol: str | None
    several: bool
    ends: int | None = None
    comments: frozenset[int] = frozenset()
    stop: Decimal | None = None
    waits: bool = False


def around_the_plan(pieces: Sequence[Lexeme], plan: Plan, text: Clean) -> Told:
    """Every word around a complete plan that makes it doubtful, and the one that makes it a story."""
    doubts: list[Reason] = []
    roles: dict[Role, Lexeme] = {}
    story: Reason | None = None
    hedged = commented = False
    for said in _sentences(pieces):
        first = said.pieces[0]
        commented = first.start in plan.comments or (commented and not said.heads)
        behind = plan.ends is not None and first.start > plan.ends
        hedges = [(at, p) for at, p in _hedges(said) if not (commented and _is_beside_the_point(said, at))]
        hedges = [(at, p) for at, p in hedges if not ((commented or behind) and _is_hope(said, p))]
        if behind and hedges:
            idle = said.idle(plan, reasoned=_is_reasoned(pieces, said))
            hedges = [(at, p) for at, p in hedges if (ROLE.MEMORY if p.text in _AFTER else p.role) not in idle]
        if len(doubts) < _DOUBTS_MAX:
            doubts += [doubt(p.role, p, text) for _, p in hedges[:_DOUBTS_MAX]]
        if behind:
            continue
        if not (commented and plan.ends is not None and said.roles.isdisjoint(_NAMED)):
            roles |= {p.role: p for _, p in hedges if p.role not in roles}
        hedged = hedged or (said.side >= 0 and any(p.role in _TOLD and at < said.contrast for at, p in hedges))
        beside = next((p for at, p in hedges if p.role in _ELSEWHERE and _is_of_the_order(said, at, p)), None)
        story = story or (why(beside.role, beside, text) if beside is not None else None)
        stranger = None if commented else _stranger(said, plan.symbol or "")
        if stranger is not None:
            doubts.append(Reason("a word I do not know stands beside the order", *_span(stranger, text)))
    told = [piece for role, piece in roles.items() if role in _TOLD]
    passed = any(p.role in _PASSED for p in told)
    if (plan.several and passed) or (len(told) >= _HEDGES_OF_A_STORY and (passed or hedged)):
        story = story or why(told[0].role, told[0], text)
    hedge = next((why(piece.role, piece, text) for role, piece in roles.items() if role in _ELSEWHERE), None)
    return Told(tuple(dict.fromkeys(doubts))[:_DOUBTS_MAX], story, story or hedge)


def at_the_side(pieces: Sequence[Lexeme], text: Clean) -> list[Reason]:
    """What takes the force from the sentence that gives the side, where there is no complete plan."""
    sided = [s for s in _sentences(pieces) if s.side >= 0]
    return [why(p.role, p, text) for said in sided for _, p in _hedges(said) if p.role in _FORCELESS][:_DOUBTS_MAX]


def _span(piece: Lexeme, text: Clean) -> tuple[int, int]:
    return text.span(piece.start, piece.end)


def _sentences(pieces: Sequence[Lexeme]) -> Iterator[_Sentence]:
    first = 0
    heads = True
    for at, piece in enumerate(pieces):
        line = piece.role is ROLE.LINE
        if line or (
            piece.role is ROLE.MARK and (piece.text in _ENDS or (piece.text in _RULES and _rules_off(pieces, at)))
        ):
            if first < at:
                yield _Sentence(pieces[first:at], heads=heads)
            heads = line
            first = at + 1
    if first < len(pieces):
        yield _Sentence(pieces[first:], heads=heads)


def _rules_off(pieces: Sequence[Lexeme], at: int) -> bool:
    """A row of dashes on one line parts what stands before it from what follows."""
    return at > 0 and pieces[at - 1].text == pieces[at].text


def _hedges(said: _Sentence) -> Iterator[tuple[int, Lexeme]]:
    """The words of a sentence that take its force, with their places."""
    if said.roles.isdisjoint(_HEDGES):
        return
    managed = said.side < 0 and not said.roles.isdisjoint(_MANAGED) and not said.closes_a_candle
    rules_the_stop = ROLE.IF in said.roles and (said.behind_the_stop or said.rules_the_rest)
    for at, piece in enumerate(said.pieces):
        role = piece.role
        if role not in _HEDGES:
            continue
        if role is ROLE.AD and (said.side >= 0 or not said.levels or not said.roles.isdisjoint(_LABELS)):
            continue  # what it costs to join stands beside a sample
        if role in _FORCELESS and (managed or (role is ROLE.IF and rules_the_stop)):
            continue
        if piece.text in _REMINDING and any(p.role is ROLE.IF for p in said.pieces[at + 1 : at + 3]):
            continue  # "Remember: once TP1 is hit ..."
        if role is ROLE.RECAP and said.side < 0 and any(_looks_ahead(p) for p in said.pieces[:at]):
            continue  # "I will close it in profit before the weekend"
        if role is ROLE.CANCEL and said.side < 0 and ROLE.IF in said.roles:
            continue  # "if it does not trigger before 17:00 I remove it"
        if role is ROLE.WILL and _is_of_a_label(said.pieces, at):
            continue  # "Target: I'll manage it live", "(SL I will tell)"
        if role is ROLE.CANCEL and _is_of_the_stop(said.pieces, at):
            continue  # "SL/invalid 4131"
        if role is ROLE.MEMORY and said.stamps:
            continue
        if role is ROLE.QUESTION and said.side < 0 and not said.levels:
            continue
        yield at, piece


def _looks_ahead(piece: Lexeme) -> bool:
    return piece.role in _TO_COME or piece.text in EXPECTED


def _is_of_a_label(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether the last thing named before a word is a stop or a target that has no figure yet."""
    before = next((p.role for p in reversed(pieces[max(0, at - _REACH) : at]) if p.role in _NAMED), None)
    behind = next((p.role for p in pieces[at + 1 : at + _REACH] if p.role in _NAMED), None)
    return before in _LABELS and behind not in _LEVELS


def _is_of_the_stop(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a word is another name of the stop, between its label and its price; "SL cancelled 4050" is none."""
    if pieces[at].text not in _GUARDS and (not at or pieces[at - 1].text != "/"):
        return False
    before = next((p.role for p in reversed(pieces[max(0, at - _NEAR) : at]) if p.role in _NAMED), None)
    behind = next((p.role for p in pieces[at + 1 : at + _NEAR] if p.role in _NAMED), None)
    return before is ROLE.STOP and behind is ROLE.PRICE


def _is_beside_the_point(said: _Sentence, at: int) -> bool:
    """A "not" in a long comment that stands by no word of the order: "the level did not break at first, ..."."""
    if said.pieces[at].text in _AFTER:
        return _tells_what_stands(said, at)
    if said.pieces[at].role is ROLE.MEMORY:
        return said.side < 0 and not said.levels and _is_of_a_spot(said.pieces, at)
    if said.pieces[at].role is not ROLE.NOT or len(said.pieces) <= _SHORT_MAX:
        return False
    near = said.pieces[max(0, at - _NEAR) : at + _NEAR + 1]
    return all(p.role not in _ORDERED for p in near)


def _is_of_a_spot(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "A structure, which we have shorted before": of what was done at a place of the chart, and of no trade."""
    near = [p.text for p in pieces[max(0, at - _REACH // 2) : at] if p.role is not ROLE.MARK]
    return any(spot in _SPOTS and not _WHICH.isdisjoint(near[n + 1 : n + 3]) for n, spot in enumerate(near))


def _tells_what_stands(said: _Sentence, at: int) -> bool:
    """ "After the mitigation we have a second break": what the chart shows, and nothing that must come first."""
    rest = [p for n, p in enumerate(said.pieces) if n != at]
    if said.levels or any(p.role in _ORDERED or p.role in _HEDGES for p in rest):
        return False
    behind = " ".join([p.text for p in said.pieces[at + 2 :]])
    return any(f" {phrase} " in f" {behind} " for phrase in _STANDS)


def _is_hope(said: _Sentence, piece: Lexeme) -> bool:
    """What a comment hopes of the market, and what it may do: "small lots, it could get wild", "may be volatile"."""
    if piece.text not in EXPECTED:
        known = all(is_everyday(p.text) for p in said.pieces if p.role is ROLE.WORD and p.text[0].isalpha())
        if piece.role is not ROLE.MAY or said.roles.isdisjoint(_BESIDE_A_HOPE) or not known:
            return False
    return said.side < 0 and not said.levels and said.roles.isdisjoint(_WEIGHTY)


def _is_of_the_order(said: _Sentence, at: int, piece: Lexeme) -> bool:
    """Before the side, or, for what speaks of the past and of others, anywhere beside it and its levels."""
    return at < said.side or (said.side >= 0 and said.levels and piece.role in _PASSED)


def _stranger(said: _Sentence, symbol: str) -> Lexeme | None:
    """The first word beside the order that nobody knows, if there are more than may stand there."""
    if said.side < 0 or ROLE.WORD not in said.roles:
        return None
    words = [at for at, p in enumerate(said.pieces) if p.role is ROLE.WORD]
    unknown = [at for at in words if _is_unknown(said.pieces, at, symbol)]
    if unknown:
        named = _in_quotes(said.pieces)
        unknown = [at for at in unknown if at not in named]
    if not said.levels:
        unknown = [at for at in unknown if at < said.side][_UNPRICED_MAX:]
    return said.pieces[unknown[0]] if unknown else None


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


def _is_unknown(pieces: Sequence[Lexeme], at: int, symbol: str) -> bool:
    piece = pieces[at]
    if not piece.text[0].isalpha() or (len(piece.text) == 1 and piece.text.isascii()):
        return False
    tagged = at > 0 and pieces[at - 1].text == "#" and pieces[at - 1].end == piece.start
    word = piece.text.upper()
    return not tagged and word not in symbol and SHORTENED.get(word) != symbol and not is_everyday(piece.text)
