"""Decide what a post is: a call, a follow-up, or talk that must never trade.

The order is the policy. What is complete is a call unless words around it say that it is
history, a lesson, a plan for later or a condition; what is not complete must be short and
plain to count at all. In doubt a human is asked, and without a reason to ask, nothing is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.reading import calls
from core.reading.figures import is_a_price
from core.reading.followups import REPORTS, Clause, Said, clauses, follow_ups
from core.reading.hygiene import Clean
from core.reading.levels import Draft, Slot, draft, indexed
from core.reading.lexemes import Lexeme, lexemes, unlabelled
from core.reading.roles import Role
from core.reading.soundness import Found
from core.signals import Act, Amendment, AtPrice, Instruction, Nothing, Reading, Reason, Signal
from core.vocabulary import Price, Side

_WORDS_FOR_A_BARE_CALL = 6
_WORDS_FOR_AN_ORDER = 30
_WORDS_FOR_TALK = 10

REFUSED = {
    Role.LESSON: "it explains or teaches; it is not a call",
    Role.HIT: "it reports what has happened",
    Role.CLOSED: "it reports a closed trade",
    Role.RECAP: "it reports results",
    Role.NOT: "it says not to",
    Role.IF: "it depends on a condition",
    Role.WILL: "it speaks of a plan for later",
    Role.MAY: "it is an opinion or a forecast",
    Role.QUESTION: "it asks a question",
    Role.WAIT: "it says to wait",
    Role.AD: "it advertises",
    Role.ANALYSIS: "it is analysis without a call",
    Role.HOLD: "it says to hold on",
}
"""Why a post without a complete plan is nothing; the first that applies is said first."""

DOUBTED = {
    Role.RECAP: "it speaks of results",
    Role.MAY: "it sounds like an opinion",
    Role.WAIT: "it says to wait",
    Role.ADDED: "it adds to a trade that is already running",
    Role.CANCEL: "it speaks of cancelling",
}
"""What makes a complete plan doubtful wherever it is said."""

_SAME_LINE_ONLY = frozenset(REFUSED[r] for r in (Role.NOT, Role.WILL, Role.IF, Role.QUESTION))
_AT_THE_SIDE = (Role.NOT, Role.WILL, Role.IF, Role.QUESTION)


def judge(text: Clean) -> Reading:
    """Read clean text to the end; what had to be cut makes whatever was found doubtful."""
    pieces = indexed(lexemes(text))
    if not pieces:
        return Nothing((Reason("there is no text"),))
    reading = _decided(pieces, text)
    if isinstance(reading, Nothing) or (text.whole and not text.lower[pieces[-1].end :].strip()):
        return reading
    return replace(reading, doubts=(*reading.doubts, Reason("it is too long to be read to its end")))


def _decided(pieces: Sequence[Lexeme], text: Clean) -> Reading:
    rough = draft(pieces)
    found = calls.find(rough, pieces, text)
    said = follow_ups(pieces, text)
    told = {role: piece for role, _, piece in reversed(rough.marks)}
    if found.has_plan:
        return _plan(rough, found, said, pieces, text, told)
    amendment = _amendment(rough, found, said, pieces, text)
    if amendment is not None:
        return amendment
    return _bare_call(rough, found, pieces, text, told)


def _why(role: Role, piece: Lexeme, text: Clean) -> Reason:
    return Reason(REFUSED.get(role) or DOUBTED[role], *text.span(piece.start, piece.end))


def _plan(
    draft_: Draft, found: Found, said: Said, pieces: Sequence[Lexeme], text: Clean, told: dict[Role, Lexeme]
) -> Reading:
    """A complete set of levels: a call, an edit of one, levels sent later, or a story about one."""
    if not found.said and unlabelled(pieces) > _WORDS_FOR_AN_ORDER:
        return Nothing((Reason("too much talk around it to be a call"),))
    if Role.LESSON in told:
        return Nothing((_why(Role.LESSON, told[Role.LESSON], text),))
    if pieces[0].role is Role.MOVE and found.symbol is None:
        return _edited(Act.OTHER, found, text, said)
    if Role.EDIT in told:
        moves = not found.targets and any(i.act is Act.MOVE_STOP for i in said.instructions)
        amendment = _amendment(draft_, found, said, pieces, text) if moves else None
        return amendment or _edited(Act.EDIT_TARGETS, found, text, said)
    parts = clauses(pieces)
    report = next((c for c in parts if _reports(c)), None)
    if report is not None:
        said.instructions = [
            i for i in said.instructions if not (i.act is Act.MOVE_STOP and i.price in said.bare_stops)
        ]
        if any(i.act not in REPORTS for i in said.instructions):
            said.doubts.append(Reason("it repeats the call beside the order"))
            amendment = _amendment(draft_, found, said, pieces, text)
            if amendment is not None:
                return amendment
        piece = report.first(Role.HIT) or report.first(Role.CLOSED) or report.pieces[0]
        return Nothing((_why(Role.HIT, piece, text),))
    if found.symbol is None and not found.said:
        return _edited(Act.SET_LEVELS, found, text, said)
    extra = [_why(role, piece, text) for role, piece in told.items() if role in DOUBTED]
    extra += _around_the_side(pieces, text)
    if said.removes_stop:
        extra.append(Reason("it asks to remove a stop"))
    return calls.signal(draft_, found, text, extra)


def _reports(clause: Clause) -> bool:
    """A target or the trade has been reached, and no "when" or "after" makes it a rule."""
    if clause.hedge is not None:
        return False
    return clause.has(Role.HIT, Role.CLOSED) and (
        clause.has(Role.TARGET, Role.STOP, Role.BUY, Role.SELL, Role.TICKER) or clause.talk == 0
    )


def _around_the_side(pieces: Sequence[Lexeme], text: Clean) -> list[Reason]:
    """Negation, condition, future or a question just before the word that gives the side."""
    doubts = []
    for at, piece in enumerate(pieces):
        if piece.role not in (Role.BUY, Role.SELL):
            continue
        for near in reversed(pieces[max(0, at - 4) : at]):
            if near.role is Role.LINE:
                break
            if near.role in _AT_THE_SIDE:
                doubts.append(_why(near.role, near, text))
    return doubts[:4]


def _edited(act: Act, found: Found, text: Clean, said: Said) -> Amendment:
    """Levels for a call that is already known."""
    doubts = [Reason("the stop is never removed")] if said.removes_stop else []
    if found.leftovers:
        doubts.append(
            Reason(
                "a number I could not place", *text.span(found.leftovers[0].piece.start, found.leftovers[0].piece.end)
            )
        )
    if found.rivals:
        doubts.append(Reason("several instruments are named"))
    reason = Reason("levels for an earlier call")
    return Amendment(
        found.symbol, _side(found), (Instruction(act),), found.stop, found.targets, (reason,), tuple(doubts)
    )


def _side(found: Found) -> Side | None:
    return ({1: Side.LONG, -1: Side.SHORT}.get(found.sign)) if found.said else None


def _amendment(draft_: Draft, found: Found, said: Said, pieces: Sequence[Lexeme], text: Clean) -> Reading | None:
    """The follow-up, if there is one."""
    roles = {p.role for p in pieces}
    if (
        found.stops
        and found.targets
        and not found.said
        and not roles & {Role.MOVE, Role.EDIT, Role.HIT, Role.CLOSE, Role.CLOSED}
    ):
        return _edited(Act.SET_LEVELS, found, text, said)
    if found.said and found.entries and found.targets:
        said.instructions = [i for i in said.instructions if i.act is not Act.OTHER]
    if not said.instructions and Role.EDIT in roles and found.targets and not said.hedged:
        return _edited(Act.EDIT_TARGETS, found, text, said)
    if not said.instructions:
        if said.removes_stop:
            return Nothing(tuple(said.doubts))
        if said.hedged:
            piece = said.hedged[0]
            return Nothing((_why(piece.role, piece, text),))
        return None
    talk = unlabelled(pieces)
    if talk > _WORDS_FOR_AN_ORDER:
        return Nothing((Reason("too much talk around it to be an order"),))
    changes = any(i.act not in REPORTS for i in said.instructions)
    if changes and talk > _WORDS_FOR_TALK and roles & {Role.ANALYSIS, Role.MAY, Role.LESSON, Role.AD}:
        return Nothing((Reason(REFUSED[Role.ANALYSIS]),))
    doubts = list(said.doubts)
    if doubts and changes and Role.RECAP in roles:
        return Nothing((Reason(REFUSED[Role.RECAP]),))
    if any(i.act is Act.OTHER for i in said.instructions):
        doubts.append(Reason("adding to a trade is for a human to decide"))
    if found.said and found.entries and any(i.act is Act.CANCEL for i in said.instructions):
        said.instructions.insert(0, Instruction(Act.OTHER, price=Price(found.entries[0])))
        doubts.append(Reason("it cancels and opens in one breath"))
    if said.hedged:
        doubts.append(_why(said.hedged[0].role, said.hedged[0], text))
    if any(p.role in (Role.LESSON, Role.AD, Role.QUESTION) for p in pieces):
        doubts.append(Reason("it is not clearly an order"))
    if found.rivals:
        doubts.append(Reason("several instruments are named"))
    if any(i.act is Act.MOVE_STOP and i.price is None for i in said.instructions):
        doubts.append(Reason("it does not say where the stop goes"))
    taken = any(i.price is not None for i in said.instructions)
    instructions = tuple(_with_price(i, pieces, taken) for i in said.instructions)
    edits = any(i.act is Act.EDIT_TARGETS for i in instructions)
    moved = next((i.price for i in instructions if i.act is Act.MOVE_STOP), None)
    return Amendment(
        symbol=None if found.rivals else found.symbol,
        side=_side(found),
        instructions=instructions,
        stop=AtPrice(moved) if moved is not None else None,
        targets=found.targets if edits else (),
        reasons=tuple(said.reasons),
        doubts=tuple(doubts),
    )


def _with_price(instruction: Instruction, pieces: Sequence[Lexeme], taken: bool) -> Instruction:
    """A report names its price on a line of its own."""
    prices = [p.value for p in pieces if p.role is Role.PRICE and p.value and is_a_price(p.value)]
    if instruction.act not in (*REPORTS, Act.CLOSE, Act.MOVE_STOP) or instruction.price or len(prices) != 1 or taken:
        return instruction
    if instruction.target is not None and instruction.act is Act.MOVE_STOP:
        return instruction
    value: Decimal = prices[0]
    return replace(instruction, price=Price(value))


def _bare_call(draft_: Draft, found: Found, pieces: Sequence[Lexeme], text: Clean, told: dict[Role, Lexeme]) -> Reading:
    """Without a complete plan only a short and plain call counts; all else is talk."""
    refusals = [_why(role, told[role], text) for role in REFUSED if role in told]
    if found.said and found.entries:
        refusals = [r for r in refusals if r.text not in _SAME_LINE_ONLY] + _around_the_side(pieces, text)
    named = found.said and found.symbol is not None
    placed = bool(found.entries) or found.at_market or bool(found.stops) or (bool(found.targets) and found.said)
    questioned = any(p.role is Role.MARK and p.text == "?" for p in pieces)
    if not refusals and not questioned and named and placed and unlabelled(pieces) <= _WORDS_FOR_A_BARE_CALL:
        return calls.signal(draft_, found, text, ())
    if refusals:
        return Nothing(tuple(refusals))
    levels = bool(draft_.of(Slot.STOP)) and bool(draft_.of(Slot.TARGET, Slot.ENTRY))
    if levels and not found.said:
        return _edited(Act.SET_LEVELS, found, text, Said())
    if questioned:
        return Nothing((Reason(REFUSED[Role.QUESTION]),))
    return Nothing((Reason("there is no side" if not found.said else "there is no level to trade at"),))


__all__ = ["Signal", "judge"]
