"""Cut a post into clauses, each with the word that keeps it from being an order.

Separate from what a clause says (`clauses`) and from what it asks for, because a negation, a
condition, a question or the future takes the force from any order alike, up to the next cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.reading.handling.breaths import BREATHS, counts, is_joint, is_told_in_full, next_breath
from core.reading.handling.clauses import THIRDS, WHOLE, Clause
from core.reading.handling.provisos import denies_no_order, is_of_an_older_trade, is_unwilling, orders, proviso
from core.reading.handling.purposes import leads_to_why
from core.reading.handling.told import (
    begins_what_is_told,
    ends_a_sentence,
    ends_there,
    is_reached_there,
    is_sent,
    signs_a_gain,
    tells_in_brackets,
)
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed, meaning_of

_BEFORE = frozenset((Role.NOT, Role.WILL, Role.MAY, Role.QUESTION, Role.WAIT, Role.PAST, Role.OTHERS))
_DOING = frozenset(
    (
        *(Role.MOVE, Role.EDIT, Role.CLOSE, Role.CANCEL, Role.PART, Role.EVEN, Role.REMOVE, Role.HIT, Role.STOP),
        *(Role.CLOSED, Role.STOPPED, Role.HALF),
    )
)
_COMMANDS = _DOING | {Role.TICK}
_HEDGES = _BEFORE | {Role.IF}
_COMMANDED = frozenset((Role.CLOSE, Role.MOVE, Role.EVEN, Role.PART, Role.HALF, Role.CANCEL, Role.TICK))
_DENIAL = frozenset((Role.NOT, Role.FILLER, Role.MARK, Role.MARKET))
_WAVERING = frozenset((Role.MAY, Role.FILLER, Role.MARK))
""" "Close SOL, maybe": behind an order and by itself."""
_TOLD = (Role.HIT, Role.STOPPED, Role.CLOSED, Role.FILLED)
_AFTER_A_TICK = (Role.TARGET, Role.MOVE, Role.CLOSE, Role.STOP, Role.HOLD, Role.EVEN, Role.PART, Role.HALF)
_LITTLE, _LEADING = (Role.FILLER, Role.TO, Role.LATER, Role.PRICE), _BEFORE | {Role.IF, Role.YOU_CAN}
_TOLD_BEFORE = frozenset((Role.TICK, Role.MARK, Role.LINE, Role.HIT, Role.DISTANCE, Role.PERCENT, Role.REWARD))
"""What a report ends with: whatever follows leads what comes."""
_LEAVING = (Role.CLOSE, Role.PART, Role.HALF)
_TOLD_TO = (Role.MOVE, Role.PART)
"""Behind a report one of these begins an order: "TP2 hit take some profits"."""
_CUTS = BREATHS.union((Role.TO, Role.LINE, Role.BUT, Role.MARK, Role.AND, Role.TICK, Role.HIT, Role.QUESTION))
_CUTS |= frozenset(_AFTER_A_TICK)
_PASSED = (Role.NOT, Role.TO, Role.CANCEL, Role.IF, Role.EDIT, Role.REMOVE)
_LEAVE_GIVEN = frozenset(listed("LEAVE_GIVEN"))
LEANING = frozenset(listed("LEANING"))
_BOUNDS = ".!;?"
_PARTING = frozenset((*_BOUNDS, *",&+|()-"))
"""No other mark ever ends a clause."""
_AMOUNTS = frozenset(listed("AMOUNTS"))
_HAN = "\u3040"
_NAMING = (Role.TICKER, Role.MARK, Role.TICK, Role.FILLER, Role.UP, Role.DOWN)
_REPORTED = (Role.HIT, Role.TICK)
_AFTER, _ALMOST, _SO, _STAYING_OUT = map(frozenset, map(listed, ("AFTER", "ALMOST", "SO", "STAYING_OUT")))
_AT_ONCE = (Role.MOVE, Role.CLOSE, Role.PART, Role.HALF, Role.CANCEL, Role.EVEN, Role.REMOVE)
_GAINING, _GAINED = (Role.INDEX, Role.TARGET, Role.WILL, Role.STOP), (Role.DISTANCE, Role.PERCENT, Role.REWARD)
_PLACED = ((Role.STOP, Role.TO), (Role.STOP, Role.ZONE))
""" "SL to +20 pips": where it goes."""
_AT = frozenset(listed("AT"))
_OF_THE_TRADE, _SIGNS = (Role.FILLER, Role.HEADING, Role.SIZE), "+-"
_HOW_MUCH = (Role.HALF, Role.SHARE, Role.PART, Role.WORD)  # a word nobody knows may say it, too
_SHARE_MIN, _ROUND = 10, 5
_SENT = ((Role.STOP, Role.TO), (Role.STOP, Role.EVEN))
_OF_A_PRICE = (Role.PRICE, Role.HIT, Role.ABOVE, Role.BELOW, Role.TARGET)
_LIGHT_LEAD = (Role.AND, Role.FILLER, Role.BUT, Role.MARK)
_LATER_ALONE = frozenset((Role.WILL, Role.FILLER, Role.MARK, Role.HEADING))
_MANY_CLAUSES = 120


def clauses(pieces: Sequence[Lexeme]) -> list[Clause]:
    """Cut at lines, sentence ends, commas and "and".

    A hedge reaches to the end of its sentence, a question mark to its beginning.
    """
    out: list[Clause] = []
    sticky: Lexeme | None = None
    heading = excuse = None
    earlier = above = begun = 0
    for part, end in _parts(pieces):
        if part:
            roles = frozenset([p.role for p in part])
            if sticky is not None and sticky.text in _AFTER and part[0].text in _SO:
                sticky = None  # "after that wick there is nothing left, so close it"
            if sticky is not None and sticky.role is ROLE.NOT and _is_instead(part):
                sticky = None  # "don't close, just move SL": what follows is what to do instead
            hedge = sticky if roles.isdisjoint(_HEDGES) else _hedge(part) or sticky
            hedge = hedge or _is_to_come(part, roles) or proviso(part, roles, begins=begun == len(out))
            if hedge is not None and ((roles <= _DENIAL and _ends_in(ROLE.NOT, part)) or roles <= _WAVERING):
                out[begun:] = [_denied(c, hedge) for c in out[begun:]]
            if ROLE.IF in roles and begun < len(out) and roles.isdisjoint(_COMMANDED) and not leads_to_why(part):
                _put_under(out[begun:], part)
            excused = hedge is not None and hedge is excuse and orders(roles)
            out.append(Clause(part, roles, None if excused else hedge))
            out[-1].condition = hedge if excused else heading
            sticky, excuse = hedge, hedge if excused or denies_no_order(hedge, roles) else None
            if hedge is not None and (_denies_a_report(part, hedge) or _is_spent(hedge, roles)):
                sticky = None
        if end is not None:
            if end.text == "?":
                asked = end.recast(ROLE.QUESTION)
                out[begun:] = [Clause(c.pieces, c.roles, c.hedge or asked) for c in out[begun:]]
            if len(out) - begun == 1 and begun and _takes_back(out[begun]):
                _put_under(out[earlier:begun], out[begun].pieces)  # "SL to BE... too early guys"
            elif len(out) - begun == 1 and begun and _is_a_condition(out[begun]):
                _put_under(out[above:begun], out[begun].pieces)  # "Close gold", and on the next line "if 4160 breaks"
            spent = bool(out) and out[-1].condition is heading
            heading = _heading(out[begun:], end, heading, spent=spent)
            if begun < len(out):
                earlier, above, begun = begun, begun if end.role is ROLE.LINE else len(out), len(out)
            sticky = None
        if len(out) >= _MANY_CLAUSES:
            break
    return out


def _put_under(before: Sequence[Clause], part: Sequence[Lexeme]) -> None:
    """ "Close gold, if it breaks 4160": what the sentence orders before the comma waits for what it says behind it."""
    lead = next((p for p in part if p.role not in (ROLE.AND, ROLE.FILLER, ROLE.BUT)), part[0])
    if lead.role in (ROLE.IF, ROLE.NOT):
        for clause in before:
            clause.condition = None if lead.role is ROLE.NOT and ROLE.CANCEL in clause.roles else lead


def _takes_back(clause: Clause) -> bool:
    """Whether a sentence says nothing but that it is not so, or not yet."""
    return ROLE.NOT in clause.roles <= _DENIAL


def _heading(sentence: Sequence[Clause], end: Lexeme, before: Lexeme | None, *, spent: bool) -> Lexeme | None:
    """ "If 4160 breaks:", and below it "close all": what a line heads, and "tomorrow:".

    Up to an empty line; ``spent``: something has been put under it.
    """
    if end.role is not ROLE.LINE:
        return before
    if not sentence:
        return None if spent else before
    if not sentence[0].has(ROLE.IF, ROLE.WILL):
        return before
    lead = next((p for p in sentence[0].pieces if p.role not in _LIGHT_LEAD), sentence[0].pieces[0])
    later = lead.role is ROLE.WILL and len(sentence) == 1 and sentence[0].roles <= _LATER_ALONE
    if later or (lead.role is ROLE.IF and any(map(_is_a_condition, sentence)) and not _is_commanded(sentence)):
        return lead
    return before


def _is_commanded(sentence: Sequence[Clause]) -> bool:
    return any(clause.has(*_COMMANDED) for clause in sentence)


def _is_a_condition(clause: Clause) -> bool:
    """Whether nothing is said but a condition of the price."""
    return ROLE.IF in clause.roles and clause.has(*_OF_A_PRICE) and not clause.has(*_COMMANDED)


def _denied(clause: Clause, hedge: Lexeme) -> Clause:
    """ "Close gold, not yet"; but "limit withdrawn, not reached" says why."""
    return clause if ROLE.CANCEL in clause.roles else Clause(clause.pieces, clause.roles, clause.hedge or hedge)


def _ends_in(role: Role, part: Sequence[Lexeme]) -> bool:
    return next((p.role for p in reversed(part) if p.role not in (ROLE.MARK, ROLE.MARKET)), None) is role


def _is_instead(part: Sequence[Lexeme]) -> bool:
    """ "It did not trigger, so cancel it": what follows a denial and is not denied with it."""
    return _contrasts(part) or part[0].role is ROLE.CANCEL or part[0].text in _SO


def _contrasts(part: Sequence[Lexeme]) -> bool:
    lead = next((p.role for p in part if p.role not in (ROLE.AND, ROLE.FILLER, ROLE.MARK)), None)
    return lead is ROLE.BUT


def _parts(pieces: Sequence[Lexeme]) -> Iterator[tuple[Sequence[Lexeme], Lexeme | None]]:
    """Each stretch between two cuts, and what ends its sentence there, if anything does."""
    first = 0
    ticked = told = denied = leaving = reported = False
    for at, piece in enumerate(pieces):
        role = piece.role
        if role not in _CUTS:
            continue
        if role in BREATHS and first < (cut := next_breath(pieces, first, at, leaving=leaving)):
            yield pieces[first:cut], None
            first, leaving = cut, False
        if role in _PASSED:
            denied = denied or role is ROLE.NOT
            leaving = leaving and role is not ROLE.TO  # "close half or move SL to BE" is a choice
            continue
        if role is ROLE.QUESTION:
            if reported and _asks(pieces, at):
                yield pieces[first:at], piece  # "TP1 hit, who took it?" doubts no report
                first = at
            continue
        if role in _LEAVING:
            leaving = leaving or _leaves_a_rest(pieces, at)
            if role is not ROLE.CLOSE and not ((told or ticked) and _is_behind_a_report(pieces, first, at)):
                continue
        if role is ROLE.BUT:
            if denied and first < at:
                yield pieces[first:at], None
                first = at
            continue
        if role in (ROLE.TICK, ROLE.HIT):
            ticked, told, reported = ticked or role is ROLE.TICK, told or role is ROLE.HIT, True
            continue
        if role in _AFTER_A_TICK:
            due = ticked or (told and _is_told_to(pieces, first, at))
            cut = _head_of(pieces, first, at - (role is ROLE.TARGET and counts(pieces[at - 1]))) if due else first
            if first < cut and _tells(pieces[first:cut]):
                yield pieces[first:cut], None  # "tp1 ✅ tp2 ✅" is two reports, "tp1 hit move sl" a report and an order
                first = cut
            ticked, told = False, told and role is ROLE.TARGET and pieces[at - 1].role is ROLE.HIT  # "hit TP3, moving"
            continue
        if (role is ROLE.MARK and piece.text[0] not in _PARTING) or (at and _goes_on(pieces, at)):
            continue
        ends = role is ROLE.LINE or (role is ROLE.MARK and piece.text in _BOUNDS)
        if not ends and role is ROLE.MARK and not (_parts_here(pieces, at, told or ticked) or _is_dash(pieces, at)):
            continue
        if first < at or ends:
            yield pieces[first:at], piece if ends else None
        first = at if signs_a_gain(pieces, at) else at + 1
        ticked = told = leaving = False
        denied, reported = denied and not ends, reported and not ends
    if first < len(pieces):
        yield pieces[first:], pieces[-1]


def _is_told_to(pieces: Sequence[Lexeme], first: int, at: int) -> bool:
    """Whether an order begins behind a report: "TP2 hit moving SL", "TP4 hit ✅ close trade"."""
    role = pieces[at].role
    if role is ROLE.CLOSE:
        return _is_behind_a_report(pieces, first, at)
    if role is ROLE.HALF:
        return any(p.role is ROLE.TARGET for p in pieces[first:at])  # "ilk hedef geldi yarısını alın"; "ho preso metà"
    if role is ROLE.STOP:
        return is_sent(pieces, first, at)
    return role in _TOLD_TO or (role is ROLE.EVEN and ends_there(pieces, at))


def _is_behind_a_report(pieces: Sequence[Lexeme], first: int, at: int) -> bool:
    """ "TP1 hit ✅🎯 take 50%": nothing but pictures stands between; "TP1 ✅ 30% фиксируем" has the share before."""
    at = _share_of(pieces, first, at)
    while at - 1 > first and (is_joint(pieces[at - 1]) or pieces[at - 1].text in _SO):
        at -= 1
    return pieces[at - 1].role in _REPORTED or is_told_in_full(pieces[first:at])


def _leaves_a_rest(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Close 50% SL to BE", "%50 kapatıp stopu girişe": what follows is said of the rest; "some moved SL" is none."""
    if pieces[at].role is not ROLE.CLOSE:
        return pieces[at].text not in _AMOUNTS
    return any(p.role is ROLE.PERCENT for p in (*pieces[max(at - 1, 0) : at], *pieces[at + 1 : at + 2]))


def _head_of(pieces: Sequence[Lexeme], first: int, at: int) -> int:
    """ "✅ second target hit", "+50 pips ✅ you can close here": what leads a word goes with it over the cut."""
    wholly = ROLE.TARGET in [p.role for p in pieces[at : at + 2]]  # "✅ after TP2 close half"
    closes = pieces[at].role is ROLE.CLOSE
    at = _share_of(pieces, first, at)
    while at - 1 > first and pieces[at - 1].role in _LITTLE and not is_reached_there(pieces, at - 1):
        at -= 1
    head, back = at, at
    while back - 1 > first and pieces[back - 1].role not in _TOLD_BEFORE:
        back -= 1
        goes_along = wholly or (closes and pieces[back].role in _HOW_MUCH)  # "✅ Bitte ein Drittel schließen"
        head = back if goes_along or pieces[back].role in _LEADING else head
    return head


def _share_of(pieces: Sequence[Lexeme], first: int, at: int) -> int:
    """ "(TP1 hit ✅) 50% close": where the share begins that stands right before its verb; a gain has a sign."""
    back = at - 1
    while back > first and pieces[back].role in _OF_THE_TRADE:
        back -= 1
    if pieces[at].role not in _LEAVING or back <= first or pieces[back].role is not ROLE.PERCENT:
        return at
    share = pieces[back].value or 0
    odd = not _SHARE_MIN <= share <= WHOLE or (share % _ROUND != 0 and share not in THIRDS)
    return at if odd or pieces[back - 1].text in _SIGNS else back - (pieces[back - 1].role is ROLE.ALL)


def _goes_on(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "1. Ziel", "TP1 +30 pips"; XRP止损，我改成0.506: the label before the comma has its price behind it."""
    before = pieces[at - 1].role
    if pieces[at].role is ROLE.LINE:
        return before is ROLE.AND or pieces[at - 1].text == "&"  # "After TP2 close half &", and below: "move SL to BE"
    if pieces[at].text == "+" and pieces[at - 1].text == "(":
        return True  # "TP2 ✅ (+60) closing here"
    placed = (pieces[at - 2].role, before) in _PLACED if at > 1 else pieces[0].text in _AT
    if pieces[at].text == "+" and (before in _GAINING or placed):
        return any(p.role in _GAINED for p in pieces[at + 1 : at + 2])  # "TP1 +30 pips ✅"
    if pieces[at].text != "," or before is not ROLE.STOP:
        return pieces[at].text == "." and before is ROLE.INDEX and not ends_a_sentence(pieces, at)
    row = [p.role for p in pieces[at + 1 : at + 4] if p.role not in (ROLE.FILLER, ROLE.TO)]
    return row[:2] == [ROLE.MOVE, ROLE.PRICE]


def _asks(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether the sentence that goes on here ends in a question mark."""
    ends = (p.text for p in pieces[at:] if p.role is ROLE.LINE or (p.role is ROLE.MARK and p.text in _BOUNDS))
    return next(ends, "") == "?"


def _tells(pieces: Sequence[Lexeme]) -> bool:
    """Whether a tick has something to stand behind: more than the name of the instrument."""
    return any(p.role not in _NAMING for p in pieces)


def _parts_here(pieces: Sequence[Lexeme], at: int, told: bool) -> bool:
    """ "TP1 hit | SL to entry": a bar parts what follows from a report; elsewhere it may stand for a colon."""
    mark = pieces[at].text
    if mark in "()":  # "TP1 hit (0.1523) SL to entry"
        return told and (begins_what_is_told(pieces, at) if mark == ")" else not tells_in_brackets(pieces, at))
    return mark in ",&+" or (told and mark == "|")


def _is_dash(pieces: Sequence[Lexeme], at: int) -> bool:
    """A dash with room on both sides, before a verb, ends a thought."""
    if pieces[at].text != "-" or not 0 < at < len(pieces) - 1:
        return False
    if pieces[at - 1].end == pieces[at].start:
        return False
    sent = tuple(p.role for p in pieces[at + 1 : at + 3]) in _SENT  # "close half - SL to BE"
    return sent or pieces[at + 1].role in (ROLE.MOVE, ROLE.CLOSE, ROLE.PART)


def _denies_a_report(pieces: Sequence[Lexeme], hedge: Lexeme) -> bool:
    """ "Not filled, cancelling": the denial belongs to the report and goes no further."""
    if hedge.role is not ROLE.NOT:
        return False
    following = next((p.role for p in pieces if p.start > hedge.start and p.role is not ROLE.FILLER), None)
    return following in _TOLD


def _is_spent(hedge: Lexeme, roles: frozenset[Role]) -> bool:
    """可以全部走了，剩余上移止损: Chinese parts sentences by commas, and a leave to go binds the next in nothing."""
    leaving = hedge.role is ROLE.MAY and hedge.text >= _HAN and not roles.isdisjoint(_LEAVING)
    return leaving or hedge.role is ROLE.LESSON or hedge.text in _ALMOST  # "to close gold, ..."


def _is_to_come(part: Sequence[Lexeme], roles: frozenset[Role]) -> Lexeme | None:
    """ "TP1 soon, then SL to BE": what follows waits for it. "TP1 almost hit" is no report, and binds nothing else."""
    if ROLE.TARGET not in roles or not roles.isdisjoint(_COMMANDED):
        return None
    if ROLE.LATER in roles and roles.isdisjoint((ROLE.HIT, ROLE.PRICE)):
        return next(p for p in part if p.role is ROLE.LATER).recast(ROLE.WILL)
    nearly = next((p for p in part if p.text in _ALMOST), None) if ROLE.WORD in roles else None
    return nearly.recast(ROLE.MAY) if nearly is not None else None


def _is_done_now(pieces: Sequence[Lexeme]) -> bool:
    """ "I'm going to exit here": a plan that is carried out in the same breath."""
    command = next((at for at, p in enumerate(pieces) if p.role in _COMMANDS), len(pieces))
    here = any(p.role is ROLE.MARKET or meaning_of(p.text.split()[-1]) is ROLE.MARKET for p in pieces[command:])
    return here and pieces[command].role in _AT_ONCE and all(p.role is not ROLE.IF for p in pieces)


def _tells_where_it_is(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Vamos +45 pips, cierro la mitad": the word for "we shall" before what the trade has made so far."""
    behind = pieces[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].text == "+" and behind[1].role in _GAINED


def _says_why(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Limit cancelled, not reached" without its comma: the denial is of a report, and why it is withdrawn."""
    following = next((p.role for p in pieces[at + 1 :] if p.role is not ROLE.FILLER), None)
    return (following in _TOLD or pieces[at].text in _STAYING_OUT) and any(p.role is ROLE.CANCEL for p in pieces[:at])


def _hedge(pieces: Sequence[Lexeme]) -> Lexeme | None:
    told = next((at for at, p in enumerate(pieces) if p.role in _TOLD), len(pieces))
    command = next((at for at, p in enumerate(pieces) if p.role in _DOING), 0)  # "✅ maybe cancel the limit"
    command = command or next((at for at, p in enumerate(pieces) if p.role in _COMMANDS), len(pieces))
    for at, piece in enumerate(pieces):
        if (piece.role is ROLE.IF and at < told) or (piece.role in _BEFORE and at < command):
            older = piece.role is ROLE.PAST and is_of_an_older_trade(pieces, at)  # 昨天的空单作废
            if older or (piece.role is ROLE.NOT and any(p.text in _SO for p in pieces[at + 2 : command])):
                continue  # "it did not go above 740, so the call is cancelled"
            if piece.role is ROLE.WILL and (_is_done_now(pieces[at:]) or _tells_where_it_is(pieces, at)):
                continue
            if piece.text in _LEAVE_GIVEN and any(p.role in (ROLE.PART, ROLE.HALF) for p in pieces[at:]):
                continue  # 黄金可以先出一半: whoever is told may do it
            if piece.text in LEANING and at + 1 == command < len(pieces) and pieces[command].role in _LEAVING:
                continue  # "we prefer to close" is an order, put politely
            return piece
        if piece.role is ROLE.NOT and at < told and not (_says_why(pieces, at) or is_unwilling(pieces, at)):
            return piece  # "schließt die Position nicht", "決済しない": some languages negate behind the verb
    return None
