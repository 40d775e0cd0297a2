"""One post on its way to a verdict.

Separate from the judgement: what is asked of a post often is worked out once, and only when it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from decimal import Decimal

from core.reading.handling.clauses import Clause
from core.reading.handling.cuts import clauses
from core.reading.handling.followups import SPEAKING, follow_ups
from core.reading.handling.refusals import why
from core.reading.handling.said import Said
from core.reading.once import once
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import Point, Slot
from core.reading.plan import calls
from core.reading.plan.asides import still_unplaced
from core.reading.plan.besides import with_besides
from core.reading.plan.charts import charted
from core.reading.plan.levels import draft
from core.reading.plan.rows import LARGEST_COUNT, TALKING, is_charted, is_foreign, parted
from core.reading.plan.soundness import Found
from core.reading.roles import ROLE, Role
from core.reading.setting import Setting
from core.reading.text.hygiene import Clean
from core.reading.words.facts import CASHTAG
from core.reading.words.lexicon import listed
from core.records import replace
from core.signals import Pips, Reason, Signal

_TALK = frozenset((Role.WORD, Role.MEMORY, Role.PAST, Role.OTHERS))
_NEW = tuple(f"{word} " for word in listed("NEW"))
_REMOVING = (Role.REMOVE, Role.CANCEL)


def _is_unplaced(point: Point, levels: Set[Decimal], found: Found, *, foreign: bool) -> bool:
    """Whether a number in a line of talk might be a level; one that is told again, in known words, is none."""
    if foreign and point.value > LARGEST_COUNT:
        return True
    return found.is_near(point.value) and (foreign or point.value not in levels)


class Post:
    """Its pieces, the draft of its levels, the fields found in them, and on demand what its clauses say."""

    def __init__(self, pieces: Sequence[Lexeme], text: Clean, setting: Setting) -> None:
        self.pieces = pieces
        self.text = text
        self.roles = frozenset([p.role for p in pieces])
        self.comments: frozenset[int] = frozenset()
        """Where the lines begin that are no part of the plan."""
        self.draft = draft(pieces)
        self.found = calls.find(self.draft, pieces, text, setting)
        talks = ROLE.LINE in self.roles and not self.roles.isdisjoint(TALKING)
        if talks and self.found.said and self.found.has_plan:
            self._leave_talk_out(setting)
        if self.found.leftovers and self.found.is_complete:
            self.found = replace(self.found, leftovers=still_unplaced(self.found, pieces))
        self.instrument = self.found.symbol or setting.dialect.symbol

    def _leave_talk_out(self, setting: Setting) -> None:
        """Read the plan without the lines of talk around it, where it is complete without them."""
        plan, talk = parted(self.pieces)
        if not talk:
            return
        alone = draft(plan)
        ends = max((p.piece.end for p in alone.points), default=0)
        if all(t.start > ends for t in alone.tickers):
            alone.tickers = self.draft.tickers  # what is named only behind the plan need not be what it is about
        else:
            names = tuple({t.named.symbol for t in alone.tickers if t.named is not None})
            fuller = [t for t in self.draft.tickers if t.named is not None and t.named.symbol.startswith(names)]
            alone.tickers = fuller or alone.tickers  # "AVAX/USDT" in a headline above, and AVAX in the plan
        found = calls.find(alone, plan, self.text, setting)
        if not found.is_complete:
            return
        whole = self.draft
        alone.ticked, alone.asked, alone.quoted = whole.ticked, whole.asked, whole.quoted
        alone.gains, alone.marks = whole.gains, whole.marks
        rows = [(row, is_foreign(row) and all(p.role is not ROLE.AD for p in row)) for row in talk]
        foreign = {p.start: strange for row, strange in rows for p in row}
        on_chart = {p.start for row in talk if is_charted(row) for p in row}.union(*map(charted, talk))
        beside = [p for p in (*whole.points, *whole.loose) if p.piece.start in foreign.keys() - on_chart]
        levels = {*found.entries, *found.priced, *(p.value for p in (*found.stops, *alone.points))}
        unplaced = [p for p in beside if _is_unplaced(p, levels, found, foreign=foreign[p.piece.start])]
        self.comments = frozenset([row[0].start for row in talk])
        self.draft, self.found = alone, replace(found, leftovers=(*found.leftovers, *unplaced))

    @once
    def talk(self) -> int:
        """How many words say nothing about the trade itself."""
        return sum([p.role in _TALK for p in self.pieces])

    @once
    def parts(self) -> list[Clause]:
        return clauses(self.pieces)

    @once
    def said(self) -> Said:
        return Said() if self.roles.isdisjoint(SPEAKING) else follow_ups(self.parts, self.text)

    @once
    def told(self) -> dict[Role, Lexeme]:
        """The first piece of every role that is no level."""
        return {role: piece for role, _, piece in reversed(self.draft.marks)}

    @property
    def plan_ends(self) -> int | None:
        """Where the last level stands of a plan that is complete and of which nothing has come yet."""
        draft, found = self.draft, self.found
        if not found.is_complete or found.rivals or draft.ticked or draft.gains or len(found.stops) > 1:
            return None
        far = (Slot.STOP, isinstance(found.stop, Pips)), (Slot.TARGET, isinstance(found.targets[0], Pips))
        counted = {slot for slot, used in far if used}
        ends = [p.end for slot, p in draft.distances if slot in counted] if counted else []
        return max([p.piece.end for p in draft.points] + ends, default=None)

    def comments_on(self, piece: Lexeme) -> bool:
        """Whether a piece stands on a line that is no part of the plan."""
        if not self.comments:
            return False
        heads = (p.end for p in self.pieces if p.role is ROLE.LINE and p.end <= piece.start)
        return max(heads, default=self.pieces[0].start) in self.comments

    @property
    def announces(self) -> bool:
        """Whether a heading says that what follows is new."""
        headed = ROLE.HEADING in self.roles
        return headed and any(p.role is ROLE.HEADING and p.text.startswith(_NEW) for p in self.pieces)

    @property
    def removes_stop(self) -> bool:
        return not self.roles.isdisjoint(_REMOVING) and self.said.removes_stop

    def call(self, extra: Sequence[Reason] = ()) -> Signal:
        """The call; where it names no instrument it is about the channel's own."""
        found = self.found
        if found.symbol is None and self.instrument is not None:
            found = replace(found, symbol=self.instrument, graded=CASHTAG)
        said = calls.signal(self.draft, found, self.text, extra)
        return with_besides(said, self.draft, self.pieces, self.text, self.roles)

    def spans(self, clause: Clause) -> tuple[int, int]:
        return self.text.span(clause.pieces[0].start, clause.pieces[-1].end)

    def why(self, role: Role, piece: Lexeme) -> Reason:
        return why(role, piece, self.text)
