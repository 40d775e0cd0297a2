"""The sentences of a post, and in each the words that take the force from what stands in it.

Separate from what that means for a plan (`telling`): here a "not" of a stop's rule, a "will" of a
target to be told later and a "cancel" beside a condition are told from those of an order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.reading.handling.refusals import DOUBTED
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import CANDLES, CLOSES
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed

_SIDES = frozenset((Role.BUY, Role.SELL))
_LABELS = frozenset((Role.STOP, Role.TARGET))
_LEVELS = frozenset((Role.PRICE, Role.DISTANCE))
NAMED = _SIDES | _LABELS | _LEVELS
FORCELESS = frozenset((Role.NOT, Role.IF, Role.WILL, Role.QUESTION))
"""These take the force from what stands in their sentence, and from nothing else."""
ELSEWHERE = frozenset((Role.IF, Role.MEMORY, Role.PAST, Role.OTHERS, Role.QUESTION))
"""Said in the sentence of the order, one of these makes it no call at all."""
_REMINDING = listed("REMEMBER")
HEDGES = FORCELESS | ELSEWHERE | frozenset(DOUBTED) | {Role.AD}
_MANAGED = frozenset(
    (
        *(Role.MOVE, Role.EVEN, Role.CLOSE, Role.PART, Role.HALF, Role.CANCEL, Role.REMOVE, Role.EDIT, Role.HOLD),
        *(Role.HIT, Role.FILLED, Role.SIZE, Role.LEVERAGE, Role.AD, Role.YOU_CAN, Role.RUNNER),
    )
)
"""A condition beside one of these speaks of the trade once it is open, or of how much to put in."""
_OF_THE_TRADE = frozenset((Role.SIZE, Role.LEVERAGE, Role.TARGET, Role.EVEN))
_COMES = frozenset((Role.HOLD, Role.HIT, Role.FILLED, Role.RUNNER))
_ONLY = "only"
_CLOSES = frozenset((Role.CLOSE, Role.CLOSED))
_HOLDS, _FILLS, _REMOVES = map(frozenset, ((Role.HOLD,), (Role.FILLED,), (Role.REMOVE,)))
_NOT_AS_YET, _LACKING = (Role.NOT, Role.WILL), frozenset(listed("LACKING"))
_REST = frozenset((Role.HOLD, Role.ALL))
_BEYOND = (Role.ABOVE, Role.BELOW)
EXPECTED = frozenset(listed("EXPECTED"))
"""How somebody says what he hopes the market will do."""
_BESIDE_A_WAIT = frozenset((Role.FILLER, Role.ZONE, Role.TO, Role.MARK, Role.HIT, Role.BUT, Role.LIMIT))
_ORDERING, _WAITED = (Role.MOVE, Role.AND, Role.WORD, Role.HEADING), (Role.WAIT,)
_WAITED_MAX = 2
_TO_COME = (Role.IF, Role.WILL, Role.YOU_CAN)
_RULING = frozenset((Role.STOP, Role.PRICE, Role.TARGET, Role.IF, *_SIDES))
_AIMS, EXITING = (Role.TARGET, Role.CLOSE, Role.ENTRY), frozenset(listed("EXITING"))
_POSTED, _GUARDS = frozenset(listed("POSTED")), frozenset(listed("GUARDS"))
_STAMP = frozenset((Role.MEMORY, Role.MARK, Role.TIME, Role.CLOCK, Role.IDENT, Role.FILLER, Role.ZONE, Role.LINK))
_SAID_LIGHTLY = frozenset((Role.MARK, Role.FILLER, Role.BUT, Role.AND, Role.LINE, Role.SIZE))
_BEFORE, _SESSIONS = frozenset(listed("BEFORE")), frozenset(listed("SESSIONS"))
_AFTERWARDS = frozenset(listed("AFTERWARDS"))
_PLANS, _HEADING = frozenset(listed("PLANS")), frozenset((Role.WILL, Role.FILLER, Role.HEADING, Role.MARK))
_COMING = frozenset(listed("COMING"))
_HAN, _ON_THE_WAY = "\u4e00", (Role.MARK, Role.ZONE, Role.FILLER, Role.TO)
_PRICED, _LOOKING = [Role.PRICE], "looking"
_WITHIN, _CAUGHT = frozenset(listed("WITHIN")), frozenset(listed("CAUGHT"))
_THAT = "que"
"""Spanish and Portuguese tell a reason with it: "tp 18580, que el mercado abre"."""
NEAR, REACH = 4, 16
_ENDS = ".;!?"
_RULES = "-_=~*"
_TAILS = ",(-|"
""" "BTC long 60000, SL 59000, TP 62000, small size": behind the last level one of these ends what is ordered."""


class Sentence:
    """A stretch between two full stops or lines: where its side stands, and whether it names a level."""

    __slots__ = ("heads", "levels", "pieces", "roles", "side", "trails")

    def __init__(self, pieces: Sequence[Lexeme], *, heads: bool, trails: bool = False) -> None:
        self.pieces = pieces
        self.heads = heads
        self.trails = trails
        """Whether it goes on behind the last level of a plan, in one sentence with it."""
        self.roles = roles = frozenset([p.role for p in pieces])
        self.side = next((at for at, p in enumerate(pieces) if p.role in _SIDES), -1)
        self.levels = not roles.isdisjoint(_LEVELS)

    @property
    def is_managed(self) -> bool:
        """Whether it speaks of the trade once it is open; "not active yet", "enter if it holds" do not as yet."""
        managed = self.roles & _MANAGED
        lead = next((p.text for p in self.pieces if p.role is not ROLE.MARK), "")
        if not self.levels and lead in EXITING:
            return True  # "Exit after 30 min if nothing happens"
        if self.trails and ROLE.IF in self.roles and self.roles.isdisjoint(_OF_THE_TRADE):
            return False  # "..., if it holds" is said of the entry
        if managed == _FILLS:
            return self.roles.isdisjoint(_NOT_AS_YET)
        if managed == _HOLDS:
            return ROLE.ENTRY not in self.roles
        if managed == _REMOVES and ROLE.STOP not in self.roles:
            return any(p.role is ROLE.REMOVE and p.text not in _LACKING for p in self.pieces)
        return bool(managed)

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

    @property
    def waits_for_the_entry(self) -> bool:
        """ "Wait for the price to reach the entry", beside an order that does: nothing else has to come first."""
        if any(p.role is ROLE.WAIT and _is_for_its_price(self.pieces, at) for at, p in enumerate(self.pieces)):
            return True
        row = [p for p in self.pieces if p.role not in _BESIDE_A_WAIT]
        unknown = sum([p.role is ROLE.WORD and not is_everyday(p.text) for p in row])
        plain = all(p.role in (ROLE.WAIT, ROLE.WORD, ROLE.ENTRY, ROLE.HEADING) for p in row) and unknown <= _WAITED_MAX
        if plain and len(row) > 1 and (row[-1].role is ROLE.ENTRY or any(p.text in _COMING for p in row)):
            return True  # "wait for the price to come to us"
        rest = [p for p in row if p.role not in _ORDERING]  # "set the pending order and wait"
        return ROLE.LIMIT in self.roles and not unknown and all(p.role in _WAITED and " " not in p.text for p in rest)

    @property
    def stamps(self) -> bool:
        """ "Shared: 18-Nov-2023", "sent 14:30": when the post itself was written, and nothing more."""
        rest = [p for p in self.pieces if p.role is not ROLE.MARK]
        return rest[0].text in _POSTED and len(rest) > 1 and self.roles <= _STAMP

    @property
    def rules_the_entry(self) -> bool:
        """ "Enter only if it holds", "valid only when the level holds": what has to come before the trade is open."""
        if ROLE.IF not in self.roles or not self.roles & _MANAGED <= _COMES:
            return False
        at = next(n for n, p in enumerate(self.pieces) if p.role is ROLE.IF)
        if any(p.role in _COMES for p in self.pieces[:at]):
            return False  # "hold the rest only if it stays above"
        restricts = _ONLY in self.pieces[at].text.split() or (at > 0 and self.pieces[at - 1].role is ROLE.BUT)
        placed = self.levels and self.roles.isdisjoint(_LABELS)  # "if it breaks 150, then enter"
        return restricts or any(p.role is ROLE.ENTRY for p in (self.pieces if placed else self.pieces[:at]))

    @property
    def lapses(self) -> bool:
        """ "Becomes invalid if it does not trigger within 6 hours": how long the order may wait, and no price in it."""
        row = self.pieces
        begins = (at for at, p in enumerate(row) if p.text in _WITHIN)
        timed = any(p.role in (ROLE.TIME, ROLE.CLOCK) for at in begins for p in row[at + 1 : at + NEAR])
        if not timed or self.levels:
            return False
        denied = next((at for at, p in enumerate(row) if p.role is ROLE.NOT), len(row))
        return any(p.role is ROLE.FILLED or p.text in _CAUGHT for p in row[denied + 1 : denied + NEAR])

    @property
    def behind_the_stop(self) -> bool:
        """ "SL: if a candle closes below 2300", "SL 2300 (if H1 closes below)": how the stop works, not the entry."""
        rules = (p for p in self.pieces if p.role in _RULING and p.text not in EXITING)
        row = [p.role for p in rules]
        if row.count(ROLE.IF) != 1 or row[0] is ROLE.IF:
            return False
        closes = any(CLOSES.has(p) or CANDLES.has(p) or p.text in EXITING for p in self.pieces)
        told = row[:3] == [ROLE.STOP, ROLE.PRICE, ROLE.IF] and row[3:] in (
            [],
            [ROLE.STOP],
        )  # "(if H4 closes below the SL)"
        broken = row[-3:] == [ROLE.STOP, ROLE.PRICE, ROLE.IF] and self.pieces[-1].role is ROLE.IF  # 손절 3.365 이탈시
        return row[row.index(ROLE.IF) - 1] is ROLE.STOP or (closes and told) or broken

    @property
    def exits_at_the_stop(self) -> bool:
        """ "(if an M5 candle closes above SL: exit)": beside no level, when the stop counts, and not the entry."""
        if self.side >= 0 or self.levels or ROLE.STOP not in self.roles:
            return False
        told = any(p.role in (ROLE.TIME, ROLE.CLOCK) or CANDLES.has(p) or CLOSES.has(p) for p in self.pieces)
        aimed = [p for p in self.pieces if p.role in _AIMS]
        return told and bool(aimed) and all(p.text in EXITING for p in aimed)

    @property
    def rules_the_rest(self) -> bool:
        """ "TP 78000, 77200; hold the rest if it falls": behind its targets a condition is for what is left."""
        lead = next((p.role for p in self.pieces if p.role is not ROLE.MARK), ROLE.LINE)
        condition = next(p.start for p in self.pieces if p.role is ROLE.IF)
        placed = any(p.role is ROLE.PRICE and p.start < condition for p in self.pieces)
        return lead is ROLE.TARGET and placed and self.roles >= _REST


def sentences(pieces: Sequence[Lexeme], ends: int | None = None) -> Iterator[Sentence]:
    """``ends``: where the last level of a complete plan stands; what is said behind it is a sentence of its own."""
    first = 0
    heads, trails = True, False
    for at, piece in enumerate(pieces):
        line = piece.role is ROLE.LINE
        if line or (piece.role is ROLE.MARK and _ends_a_sentence(pieces, at)):
            if first < at:
                yield Sentence(pieces[first:at], heads=heads, trails=trails)
            heads, trails = line, False
            first = at + 1
        elif ends is not None and first < at and pieces[first].start < ends <= piece.start and piece.text in _TAILS:
            ordered = Sentence(pieces[first:at], heads=heads)
            if ordered.side >= 0:
                yield ordered
                heads, trails = False, True
                first = at + 1
    if first < len(pieces):
        yield Sentence(pieces[first:], heads=heads, trails=trails)


def _ends_a_sentence(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a full stop or a rule ends what is said; the point of "TP.1" does not."""
    if pieces[at].text not in _ENDS:
        return pieces[at].text in _RULES and _rules_off(pieces, at)
    labelled = pieces[at].text == "." and 0 < at < len(pieces) - 1 and pieces[at - 1].role in _LABELS
    return not (labelled and pieces[at - 1].end == pieces[at].start and pieces[at].end == pieces[at + 1].start)


def _rules_off(pieces: Sequence[Lexeme], at: int) -> bool:
    """A row of dashes on one line parts what stands before it from what follows."""
    return at > 0 and pieces[at - 1].text == pieces[at].text


def hedges_of(said: Sentence) -> Iterator[tuple[int, Lexeme]]:
    """The words of a sentence that take its force, with their places."""
    if said.roles.isdisjoint(HEDGES):
        return
    managed = said.side < 0 and said.is_managed and not said.closes_a_candle
    managed = (managed or (said.side < 0 and said.lapses)) and not said.rules_the_entry
    rules_the_stop = ROLE.IF in said.roles and (said.behind_the_stop or said.exits_at_the_stop or said.rules_the_rest)
    for at, piece in enumerate(said.pieces):
        role = piece.role
        if role not in HEDGES:
            continue
        if role is ROLE.AD and (said.side >= 0 or not said.levels or not said.roles.isdisjoint(_LABELS)):
            continue  # what it costs to join stands beside a sample
        if role in FORCELESS and (managed or (role is ROLE.IF and rules_the_stop)):
            continue
        if role in (ROLE.IF, ROLE.WILL) and said.side < 0 and _is_a_time(said.pieces, at):
            continue  # "gold before NY", "one more before London open"
        if piece.text in _REMINDING and any(p.role is ROLE.IF for p in said.pieces[at + 1 : at + 3]):
            continue  # "Remember: once TP1 is hit ..."
        if role is ROLE.RECAP and said.side < 0 and any(_looks_ahead(p) for p in said.pieces[:at]):
            continue  # "I will close it in profit before the weekend"
        if role is ROLE.MAY and piece.text == _LOOKING and _tells_its_look(said, at):
            continue
        if role is ROLE.CANCEL and said.side < 0 and ROLE.IF in said.roles:
            continue  # "if it does not trigger before 17:00 I remove it"
        if role is ROLE.WILL and _is_of_a_label(said.pieces, at):
            continue  # "Target: I'll manage it live", "(SL I will tell)"
        if role is ROLE.CANCEL and _is_of_the_stop(said.pieces, at):
            continue  # "SL/invalid 4131"
        if role is ROLE.MEMORY and said.stamps:
            continue
        if role is ROLE.WILL and piece.text in _PLANS and said.roles <= _HEADING and said.pieces[-1].text == ":":
            continue  # "The plan:", and below it the levels
        asked = piece.text in _AFTERWARDS or (said.trails and at == 0 and piece.text != _THAT)
        if role is ROLE.QUESTION and said.side < 0 and not said.levels and not asked:
            continue  # "..., what do you think" asks about the call itself
        yield at, piece


def _tells_its_look(said: Sentence, at: int) -> bool:
    """ "EURUSD looking bullish, buy now", "looking bullish on 4h": how the chart stands; not so of another name."""
    seen = at + 1 < len(said.pieces) and said.pieces[at + 1].role is ROLE.ANALYSIS
    return seen and (said.side > at or ROLE.TICKER not in said.roles)


def _is_for_its_price(pieces: Sequence[Lexeme], at: int) -> bool:
    """等52340附近多: Chinese says of an order that it waits for its price, and names the side behind it."""
    if pieces[at].text < _HAN:
        return False
    behind = [p.role for p in pieces[at + 1 : at + REACH] if p.role not in _ON_THE_WAY]
    sided = next((n for n, role in enumerate(behind) if role in _SIDES), 0)
    return 0 < sided <= _WAITED_MAX and behind[:sided] == _PRICED * sided


def _looks_ahead(piece: Lexeme) -> bool:
    return piece.role in _TO_COME or piece.text in EXPECTED


def _is_a_time(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a session of the day stands behind "before", and nothing else that would have to come first."""
    behind = next((p.text for p in pieces[at + 1 :] if p.role is not ROLE.FILLER or p.text in _SESSIONS), "")
    before = pieces[at - 1].text if at else ""
    return (pieces[at].text in _BEFORE and behind in _SESSIONS) or (pieces[at].text in _SESSIONS and before in _BEFORE)


def _is_of_a_label(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether the last thing named before a word is a stop or a target that has no figure yet."""
    before = next((p.role for p in reversed(pieces[max(0, at - REACH) : at]) if p.role in NAMED), None)
    behind = next((p.role for p in pieces[at + 1 : at + REACH] if p.role in NAMED), None)
    return before in _LABELS and behind not in _LEVELS


def _is_of_the_stop(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a word is another name of the stop, between its label and its price; "SL cancelled 4050" is none."""
    if pieces[at].text not in _GUARDS and (not at or pieces[at - 1].text != "/"):
        return False
    before = next((p.role for p in reversed(pieces[max(0, at - NEAR) : at]) if p.role in NAMED), None)
    behind = next((p.role for p in pieces[at + 1 : at + NEAR] if p.role in NAMED), None)
    return before is ROLE.STOP and behind is ROLE.PRICE
