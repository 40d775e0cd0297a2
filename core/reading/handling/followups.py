"""Read what a post says about a call already made: move the stop, close half, cancel, target reached.

Separate from calls, because here verbs decide and there numbers do. A verb counts only where
nobody negates it, makes it a condition, puts it in the future or asks about it; and a stop is
never taken away, whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from core.reading.handling.clauses import Clause
from core.reading.handling.curt import GAINED, IDLE, is_lost, labelled, lone_verb, only_names, only_signs
from core.reading.handling.evened import evens_out_too
from core.reading.handling.headed import hear_what_is_headed
from core.reading.handling.leeway import BARE, REPORTS, is_advice, is_already_there, left_open
from core.reading.handling.moves import (
    edited_target,
    entries_moved_beside,
    follows_the_stop,
    moves_both,
    moves_the_entry,
    moves_the_risk,
    told_behind,
)
from core.reading.handling.orders import SECURED, names_its_order, rules_for
from core.reading.handling.parts import as_spoken, counts_an_order, takes_a_target, takes_profit
from core.reading.handling.purposes import tells_why
from core.reading.handling.remainders import what_is_kept
from core.reading.handling.reports import TALK_IN_A_REPORT, is_aimed_at, tells_the_loss, told_as_lost, was_at_its_entry
from core.reading.handling.said import Said
from core.reading.handling.secured import is_won_there, only_secures
from core.reading.handling.unheard import lost_order
from core.reading.handling.unrelated import is_bare, is_of_something_else, says_of_what_else
from core.reading.pieces.piece import Lexeme
from core.reading.reasons import reason
from core.reading.roles import ROLE, Role
from core.reading.text.hygiene import Clean
from core.reading.words.lexicon import EVERY, listed
from core.records import replace
from core.signals import ACT, Act, Instruction, Reason
from core.vocabulary import Price

ACTS_MAX = 24
"""What one post asks for and reports at most; of twenty thousand posts of channels none held ten."""
WEIGHED_MAX = 2 * ACTS_MAX
"""Clauses with a verb or a label that are looked at closely."""
_STOPPING = (Role.STOP, Role.EVEN, Role.MOVE)
_PROMPTED = (Act.BREAK_EVEN, Act.MOVE_STOP)
SPEAKING = frozenset(
    (
        *(Role.CANCEL, Role.REMOVE, Role.STOP, Role.STOPPED, Role.EVEN, Role.FILLED, Role.HIT, Role.ADD, Role.ADDED),
        *(Role.CLOSE, Role.CLOSED, Role.PART, Role.HALF, Role.MOVE, Role.EDIT, Role.TICK, Role.PERCENT, Role.TO),
    )
)
"""Without one of these a clause neither asks for nor reports anything."""
_TARGET_NOW = frozenset((Role.TARGET, Role.MARKET, Role.PRICE))
_TOLD_AND_CLOSED = ({Act.STOP_HIT, Act.CLOSE}, {Act.TARGET_HIT, Act.CLOSE})
_OUTCOMES = (Role.HIT, Role.TICK, Role.STOP, Role.STOPPED)
_IT_ALONE = frozenset((Role.CANCEL, Role.REMOVE, Role.FILLER, Role.MARK))
_EVEN_ALONE = frozenset((Role.EVEN, Role.MARK, Role.FILLER))
_EVEN_OF_THE_ENTRY = _EVEN_ALONE | {Role.ENTRY}
_EVEN_OF_THE_REST = _EVEN_ALONE | {Role.ALL, Role.ZONE, Role.TICK, Role.DISTANCE, Role.REWARD, Role.HEADING}
_EVEN_IN_WORDS = _EVEN_ALONE | {Role.WORD, Role.HEADING, Role.BUY, Role.SELL, Role.RECAP, Role.MARKET, Role.AND}
_EVEN_IN_WORDS |= {Role.RUNNER, Role.PERCENT, Role.BUT}  # "take 60%, 40% runner risk free", "only hold with BE"
_COUNTED = frozenset((Role.TARGET, Role.INDEX))
_COUNTED_ALONE = _COUNTED | {Role.MARK, Role.TICK, Role.TICKER}
_HAN = "\u3040"
_EVERY_HAN = tuple(word for word in EVERY if word >= _HAN)
_PROVED = frozenset(listed("PROVED"))
_COPULAS, _JUDGED = frozenset(listed("COPULAS")), (Role.EVEN, Role.CLOSE, Role.HALF, Role.PART, Role.MARKET)
_DONE = (Role.HIT, Role.TICK, Role.CLOSED)
_HAD, _DOING = frozenset(listed("HAD")), (Role.MOVE, Role.CLOSE, Role.CANCEL, Role.PART, Role.HALF)


def follow_ups(parts: Sequence[Clause], text: Clean) -> Said:
    """Every instruction and report, commands first, with the words behind them."""
    said = _told_in_turn(parts, text)
    if not said.instructions and not said.hedged:
        lost = is_lost(parts)
        idle = GAINED if lost or any(ROLE.EVEN in c.roles for c in parts) else IDLE
        spoken = [c for c in parts if not c.roles <= idle]  # "Risk free now. +30 pips", "SL. No re-entry"
        if len(spoken) > 1:
            spoken = [c for c in spoken if not (only_signs(c) or (lost and only_names(c)))] or spoken
        if len(spoken) == 1 or (spoken and all(c.roles <= _EVEN_ALONE for c in spoken)):
            _alone(spoken[0], said, text)
    if not said.instructions:
        return said
    if len(said.instructions) > 1:
        _place_what_is_headed(said)
    if any(ROLE.EDIT in c.roles for c in parts):
        hear_what_is_headed(parts, said, text)
    if any(i.act is ACT.CLOSE for i in said.instructions):
        _keep_what_is_kept(said, parts, text)
    acts = {i.act for i in said.instructions}
    if ACT.STOP_HIT in acts and said.bare_stops and (any(map(tells_the_loss, parts)) or _is_headed_as_hit(said)):
        said.leave_bare_stops_out()  # "SL hit", and below it "❌ SL: 2340 | -46 pips"
    if acts == {ACT.MOVE_STOP} and said.bare_stops and told_as_lost(parts, said.ordered):
        said.instructions, said.doubts, acts = [Instruction(ACT.STOP_HIT)], [], {ACT.STOP_HIT}
        said.reasons = [replace(reason, text=ACT.STOP_HIT.value) for reason in said.reasons]
    prompted = not acts.isdisjoint(_PROMPTED)
    if prompted and ACT.TARGET_HIT not in acts:
        counted = next((c for c in parts if _COUNTED <= c.roles <= _COUNTED_ALONE and not is_aimed_at(c.pieces)), None)
        if counted is not None:
            said.instructions.append(Instruction(ACT.TARGET_HIT, target=counted.index))  # "TP1, stop to BE"
    if len(said.ordered) == 1 and len(parts) <= 2 and not said.doubts and (lone := lone_verb(parts)) is not None:
        said.doubts.append(Reason("it is a single word", *text.span(lone.start, lone.end)))
    if ACT.CLOSE_PART in acts and ((prompted and only_secures(parts)) or is_won_there(said)):
        said.instructions = [i for i in said.instructions if i.act is not ACT.CLOSE_PART]
        secured = {text.span(c.pieces[0].start, c.pieces[-1].end) for c in said.ordered if not c.has(*_STOPPING)}
        said.doubts = [d for d in said.doubts if (d.start, d.end) not in secured]  # "profit secured, SL to entry"
    if len(said.instructions) > 1:
        said.instructions = _in_order(said)
    said.doubts += lost_order(parts, said, text)
    return said


def _told_in_turn(parts: Sequence[Clause], text: Clean) -> Said:
    """What the clauses say, one after the other, as far as anybody could follow."""
    said, weighed = Said(), 0
    for at, clause in enumerate(parts):
        if len(said.instructions) > ACTS_MAX or weighed > WEIGHED_MAX:
            said.doubts.append(Reason("it orders or reports more than can be followed"))
            break
        moved = bool(said.ordered) and said.instructions[-1].act is ACT.MOVE_STOP and not said.bare_stops
        if moved and said.instructions[-1].price is None and (price := told_behind(clause)) is not None:
            said.instructions[-1] = replace(said.instructions[-1], price=price)
        elif moved and follows_the_stop(clause):
            said.instructions.append(_edited_as_the_stop(clause, said.ordered[-1]))  # "Move SL to 4512, TP to 4560"
        elif tells_why(clause):
            continue  # "so it doesn't get hit"
        elif (_speaks(clause.roles) or takes_a_target(clause)) and not _is_reckoned(clause):
            ordered, given, weighed = len(said.ordered), len(said.instructions), weighed + 1
            _one(clause, said, text)
            if len(said.instructions) > given + 1:
                said.instructions[given:] = as_spoken(clause, said.instructions[given:])
            if at and ordered < len(said.ordered) and _is_advised(parts[at - 1], said):
                span = text.span(clause.pieces[0].start, clause.pieces[-1].end)
                said.doubts.append(Reason("it is left to the reader", *span))
            elif at and ordered < len(said.ordered) and _withdraws_what_is_counted(parts[at - 1], said):
                said.doubts.append(Reason("it speaks of one entry"))
            if _is_even_alone(clause) and _parts_with_some(said):
                said.instructions.append(Instruction(ACT.BREAK_EVEN))  # "close half and BE", "TP1 hit, BE"
    return said


def _place_what_is_headed(said: Said) -> None:
    """ "Stop loss updated", and below it "new stop: 0.5775": the headline says that it moves, and the line where to."""
    moved = [i for i in said.instructions if i.act is ACT.MOVE_STOP]
    if len(moved) == 2 and moved[0] == Instruction(ACT.MOVE_STOP) and moved[1].price is not None:
        said.instructions.remove(moved[0])
        said.bare_stops.clear()
        said.doubts = [d for d in said.doubts if d.text != BARE]


def _edited_as_the_stop(clause: Clause, stop: Clause) -> Instruction:
    """ "SL 2655 → 2662, TP3 2690 → 2700": where the stop was and is, and the target in the same way."""
    priced = [p.value for p in clause.pieces if p.role is ROLE.PRICE and p.value]
    both = len(priced) == 2 == sum(p.role is ROLE.PRICE for p in stop.pieces)
    edited = edited_target(clause)
    return replace(edited, price=Price(priced[1])) if both and ROLE.TO not in clause.roles else edited


def _is_headed_as_hit(said: Said) -> bool:
    """ "Trailing stop hit", and below it "stop price: 604": where it was, and no new one."""
    return said.instructions[0].act is ACT.STOP_HIT and all(i.act in REPORTS or i.price for i in said.instructions)


def _keep_what_is_kept(said: Said, parts: Sequence[Clause], text: Clean) -> None:
    """ "Close all, leave one running": a part is closed, and nobody says how much."""
    kept = what_is_kept(parts, said.ordered)
    if kept is not None:
        said.instructions = [replace(i, act=ACT.CLOSE_PART) if i.act is ACT.CLOSE else i for i in said.instructions]
        said.doubts.append(
            Reason("it may mean a part, or later", *text.span(kept.pieces[0].start, kept.pieces[-1].end))
        )


def _is_advised(before: Clause, said: Said) -> bool:
    """ "I advise you, close it": what stands before the comma orders nothing of its own."""
    return said.instructions[-1].act not in REPORTS and before not in said.ordered and is_advice(before)


def _withdraws_what_is_counted(before: Clause, said: Said) -> bool:
    """ "The second limit is no longer needed, remove it": which one is told before the comma."""
    it = said.instructions[-1].act is ACT.CANCEL and said.ordered[-1].roles <= _IT_ALONE
    return it and before not in said.ordered and counts_an_order(before)


def _speaks(roles: frozenset[Role]) -> bool:
    return not roles.isdisjoint(SPEAKING) or roles >= _TARGET_NOW


def _in_order(said: Said) -> list[Instruction]:
    """Each once, and an order that follows from a target with the target that was reached."""
    priced = [i.price for i in said.instructions if i.act is ACT.MOVE_STOP and i.price is not None]
    moved = any(price not in said.bare_stops for price in priced)  # "SL to BE", and below it "SL (BE): 5027" again
    kept = [i for i in said.instructions if not (moved and i.act is ACT.BREAK_EVEN)]
    reached = max((i.target or 0 for i in kept if i.act is ACT.TARGET_HIT), default=0)
    if reached:
        kept = [replace(i, target=reached) if _is_prompted(i) else i for i in kept]
    if reached and not any(ROLE.ALL in c.roles and c.has(*_DONE) for c in said.ordered):
        kept = [i for i in kept if i.act is not ACT.TARGET_HIT or i.target]  # "target achieved", and below it which
    told = next((i for i in kept if i.act is ACT.CLOSE_PART and i.percent is not None), None)
    if told is not None:
        kept = [told if _is_vague_part(i) else i for i in kept]  # "some profit taken", and below it how much
    over = {i.act for i in kept} in _TOLD_AND_CLOSED and all(c.has(ROLE.CLOSED, *_OUTCOMES) for c in said.ordered)
    return _once_filled(dict.fromkeys(sorted(kept, key=lambda i: _order(i, moved, over))))


def _once_filled(instructions: Iterable[Instruction]) -> list[Instruction]:
    """ "Limit triggered, we are in" tells one thing twice."""
    filled = [i for i in instructions if i.act is ACT.ENTRY_FILLED]
    return [i for i in instructions if i not in filled[1:]]


def _is_even_alone(clause: Clause) -> bool:
    """ "... and BE", "... and making the trade risk free", "... the rest to BE ✅ +34 pips"."""
    if ROLE.EVEN not in clause.roles or clause.hedge is not None:
        return False
    if ROLE.ALL in clause.roles and clause.roles <= _EVEN_OF_THE_REST:
        behind = next((q.text for p, q in pairwise(clause.pieces) if p.role is ROLE.EVEN), "")
        return behind != "+"  # "the rest to BE +10 pips" says where
    lead = next((p.role for p in clause.pieces if p.role is not ROLE.FILLER), None)
    if lead is ROLE.EVEN and clause.roles <= _EVEN_OF_THE_ENTRY:
        return True  # "(close half now) and BE your entry"
    even = clause.first(ROLE.EVEN)
    if lead is ROLE.EVEN and even is not None and even.text >= _HAN and even.text in SECURED:
        return True  # (先减仓，)带成本损剩余位置看11.6
    return clause.roles <= _EVEN_ALONE or (clause.talk <= TALK_IN_A_REPORT and clause.roles <= _EVEN_IN_WORDS)


def _is_prompted(said: Instruction) -> bool:
    """Whether an order may follow from a target that is reached: "TP1 hit, close half"."""
    return not said.target and (said.act in _PROMPTED or (said.act is ACT.CLOSE_PART and said.percent is not None))


def _alone(clause: Clause, said: Said, text: Clean) -> None:
    """ "BE", "Gold: risk free", "SL ❌", "TP1": a post of one label and nothing else."""
    instruction = labelled(clause)
    if instruction is None:
        return
    span = text.span(clause.pieces[0].start, clause.pieces[-1].end)
    said.instructions.append(instruction)
    said.reasons.append(Reason(instruction.act.value, *span))
    if instruction.act is ACT.CLOSE:
        said.doubts.append(Reason("it is not clear what is meant", *span))
    if instruction.act is ACT.BREAK_EVEN and ROLE.MARKET not in clause.roles:
        said.doubts.append(Reason("no word says that the stop moves", *span))


def _parts_with_some(said: Said) -> bool:
    return any(i.act in (ACT.CLOSE_PART, ACT.TARGET_HIT) for i in said.instructions)


def _order(said: Instruction, moved: bool, over: bool) -> tuple[bool, bool, int]:
    """Orders before reports, a stop that is ``moved`` to a price before a vague part, the farthest target first.

    What is told of a trade that is ``over`` begins with how it ended.
    """
    reports = said.act in REPORTS
    return (reports is not over, _is_vague_part(said) and moved, -(said.target or 0) * reports)


def _is_vague_part(said: Instruction) -> bool:
    return said.act is ACT.CLOSE_PART and said.percent is None and said.target is None


def _one(clause: Clause, said: Said, text: Clean) -> None:
    for _, applies, build in rules_for(clause.roles):
        if not applies(clause):
            continue
        instruction = build(clause)
        if instruction is not None and is_of_something_else(clause, instruction):
            return
        span = text.span(clause.pieces[0].start, clause.pieces[-1].end)
        if instruction is None:
            said.removes_stop = said.removes_stop or ROLE.NOT not in clause.roles  # "never trade without stop loss"
            said.doubts.append(Reason("the stop is never removed", *span))
        elif instruction.act not in REPORTS and _was_done(clause):
            said.hedged.append(next(p for p in clause.pieces if p.role is ROLE.MEMORY))
        elif clause.hedge is not None:
            if _says_why_it_is_withdrawn(clause, instruction, said):
                return
            said.hedged.append(clause.hedge)
            if clause.hedge.role is ROLE.WILL and not says_of_what_else(clause, instruction.act):
                said.planned.append(instruction)
        else:
            if applies is moves_the_entry:
                said.entry = instruction.price
            _take(clause, instruction, said, text)
            if instruction.act is ACT.MOVE_STOP and (entries := entries_moved_beside(clause)):
                said.instructions.append(Instruction(ACT.OTHER, price=entries[0]))
                said.entry = entries[0] if len(entries) == 1 else None
            if applies is moves_the_risk:
                said.doubts.append(Reason("it is not clear what is meant", *span))
        if not _goes_on(clause, instruction):
            return


def _take(clause: Clause, instruction: Instruction, said: Said, text: Clean) -> None:
    """Write down what a clause orders or reports, and what makes it doubtful."""
    span = text.span(clause.pieces[0].start, clause.pieces[-1].end)
    said.instructions.append(instruction)
    if instruction.act is ACT.TARGET_HIT:
        said.instructions += _reached_beside(clause, instruction)
    elif instruction.act is ACT.CLOSE_PART and instruction.target and is_already_there(clause):
        said.instructions.append(Instruction(ACT.TARGET_HIT, target=instruction.target))
    said.reasons.append(reason(instruction.act.value, *span))
    said.ordered.append(clause)
    said.every = said.every or (instruction.act not in REPORTS and any(map(_is_every, clause.pieces)))
    if instruction.act is ACT.MOVE_STOP and is_bare(clause):
        said.bare_stops.append(instruction.price)
    said.doubts += left_open(clause, instruction, span)
    if instruction.act is ACT.CLOSE_PART and evens_out_too(clause):
        said.instructions.append(Instruction(ACT.BREAK_EVEN))


def _says_why_it_is_withdrawn(clause: Clause, instruction: Instruction, said: Said) -> bool:
    """ "Order cancelled, not triggered": what is denied is why."""
    denied = clause.hedge is not None and clause.hedge.role is ROLE.NOT and instruction.act is ACT.ENTRY_FILLED
    return denied and bool(said.ordered) and said.instructions[-1].act is ACT.CANCEL


def _reached_beside(clause: Clause, said: Instruction) -> list[Instruction]:
    """ "TP 1 & 2 hit": the others that were reached with it."""
    counts = [int(p.value) for p in _told_of(clause) if p.role is ROLE.INDEX and p.value and "," not in p.text]
    return [replace(said, target=count) for count in counts[1:]] if len(counts) > 1 else []


def _told_of(clause: Clause) -> Sequence[Lexeme]:
    """ "TP1 hit TP2 2360": what stands behind the word is told of by no other, and is still to come."""
    row = clause.pieces
    last = max((at for at, p in enumerate(row) if p.role in _DONE), default=0)
    leads = any(p.role is ROLE.INDEX for p in row[:last])
    return row[:last] if leads else row


def _is_reckoned(clause: Clause) -> bool:
    """ "SL of 50 pips = $5 risk": what a stop comes to, and no order to move one."""
    reckons = ROLE.SIZE in clause.roles and {ROLE.DISTANCE, ROLE.STOP} <= clause.roles
    return reckons and is_bare(clause) and not clause.has(ROLE.CLOSE, ROLE.PART, ROLE.HALF, ROLE.CANCEL)


def _was_done(clause: Clause) -> bool:
    """ "The stop was moved to entry", "SL to BE was the right call": told of the past, and no order."""
    if ROLE.MEMORY not in clause.roles:
        return False
    row = [p for p in clause.pieces if p.role is not ROLE.FILLER]
    return any(
        (
            q.role is ROLE.MEMORY
            and (
                p.role is ROLE.STOP
                or (q.text in _COPULAS and p.role in _JUDGED)
                or (q.text in _PROVED and p.role is ROLE.EVEN)
            )
        )
        or (p.text in _HAD and q.role in _DOING)
        for p, q in pairwise(row)
    )


def _is_every(piece: Lexeme) -> bool:
    """ "All", "close all"; Chinese and Japanese write it in one with the verb."""
    if piece.text < _HAN:
        return not EVERY.isdisjoint(piece.text.split())
    return piece.text.startswith(_EVERY_HAN)


def _goes_on(clause: Clause, instruction: Instruction | None) -> bool:
    """ "Move SL to BE take profits" says two things in one breath; most clauses say one."""
    if instruction is not None and instruction.act is ACT.CANCEL:
        return names_its_order(clause) and {ROLE.EVEN, ROLE.MOVE} <= clause.roles  # "стоп в бу лимитку долой"
    if instruction is None or instruction.act not in (ACT.BREAK_EVEN, ACT.MOVE_STOP, ACT.STOP_HIT):
        return False
    if instruction.act is ACT.STOP_HIT and was_at_its_entry(clause):
        return False
    lead = next((p.role for p in clause.pieces if p.role is not ROLE.FILLER), None)
    if lead is ROLE.HALF or moves_both(clause):
        return True
    if ROLE.HALF in clause.roles and any(p.role is ROLE.HALF and p.text >= _HAN for p in clause.pieces):
        return True  # "就止盈一半 剩下的保本"
    return clause.has(ROLE.PART, ROLE.HIT, ROLE.CLOSE) or takes_profit(clause)
