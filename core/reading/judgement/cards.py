"""Follow-ups that repeat the whole card of their trade below a headline: "Order cancelled", "Break-even set".

Separate from the follow-ups made of clauses: here the headline, or the field "Action", is the order or the report,
and the card below it tells nothing but which trade is meant. Such a post never opens one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import dropwhile

from core.reading.handling.clauses import Clause
from core.reading.handling.leeway import REPORTS, left_open
from core.reading.handling.scope import side_of
from core.reading.judgement.behind import Meant, behind
from core.reading.judgement.diaries import sums_up_many
from core.reading.judgement.lookalikes import REENTERING
from core.reading.judgement.posts import Post
from core.reading.pieces.piece import NUMBERED, Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed, meaning_of
from core.signals import ACT, Act, Amendment, AtPrice, Instruction, Reason
from core.vocabulary import Price

_SILENT = frozenset((Role.MARK, Role.TICK, Role.UP, Role.DOWN, Role.FILLER))
_NAMING = frozenset((Role.HEADING, Role.TICKER, Role.BUY, Role.SELL, Role.LIMIT, Role.BREAKOUT, Role.AND, Role.IDENT))
_ORDERING = frozenset(
    (
        *(Role.CANCEL, Role.REMOVE, Role.EVEN, Role.MOVE, Role.EDIT, Role.STOP, Role.TARGET, Role.ENTRY, Role.TO),
        *(Role.FILLED, Role.HIT, Role.STOPPED, Role.CLOSE, Role.PART, Role.HALF, Role.PERCENT, Role.INDEX, Role.ZONE),
    )
)
_SPEAKING = _ORDERING - {Role.STOP, Role.TARGET, Role.ENTRY, Role.TO, Role.PERCENT, Role.INDEX, Role.ZONE}
_GAINED = frozenset((Role.DISTANCE, Role.REWARD))
_HEADED = _SILENT | _NAMING | _ORDERING | _GAINED
_CHANGED, _WITHDRAWN = (Role.EDIT, Role.MOVE), (Role.CANCEL, Role.REMOVE)
_WAITING = (Role.LIMIT, Role.BREAKOUT, Role.HEADING, Role.TICKER)
_ENTERED = (Role.LIMIT, Role.BREAKOUT, Role.ENTRY, Role.HEADING)
_UNCLEAR = (Act.CLOSE, Act.CLOSE_PART, Act.OTHER, Act.SET_LEVELS)
_UPDATED = frozenset((Role.MOVE, Role.HEADING, Role.LIMIT, Role.TICKER, Role.BUY, Role.SELL))
_PLACING, _FIELDS, _TRADES, _CROWDS = map(frozenset, map(listed, ("PLACING", "ACTIONS", "TRADES", "CROWDS")))
_LABELS, _NAMED = (Role.STOP, Role.TARGET), (Role.STOP, Role.TARGET, Role.BUY, Role.SELL)
_HAN = "\u3040"
_HEAD_MAX, _CARD_MIN = 14, 3
"""Pieces of a headline, and lines of a card."""
_ORDERED = frozenset((Role.EVEN, Role.CLOSE, Role.PART, Role.HALF, Role.CANCEL))
_NEW = frozenset((*listed("NEW"), *listed("FURTHER")))
_KINDS = (Role.LIMIT, Role.BREAKOUT)
_DONE = (Act.CLOSE, Act.CLOSE_PART, Act.BREAK_EVEN, Act.CANCEL)
_AGAIN = "it repeats the call beside the order"


def on_its_card(post: Post) -> Amendment | None:
    """What the headline of a card, or its field for the action, asks for or reports of the trade below it."""
    found = post.found
    if not post.roles.isdisjoint(_WITHDRAWN) and not (found.stops or found.targets):
        return _withdrawn(post)
    if post.roles.isdisjoint(_SPEAKING) or not found.entries or len(found.stops) != 1 or not found.has_plan:
        return None
    if post.announces or sums_up_many(post) or any(p.text in REENTERING for p in post.pieces):
        return None  # "SL hit, next trade:", and below it the call
    rows = [post.pieces[begin:end] for begin, end in lines(post.pieces)]
    if len(rows) <= _CARD_MIN:
        return None
    for row in rows[1:]:
        field = _action(row)
        said = _instruction(field, post) if field else None
        if said is not None:
            return _amended(said, row, post, _AGAIN if said.act in _UNCLEAR else "")
    head, second = _headline(rows[0]), _headline(rows[1])
    said = _instruction(head, post) if head else None
    both = _instruction(second, post) if second else None
    if said is None or (both is not None and both.act is not said.act):
        return None
    if said.act in REPORTS and any(i.act in _DONE for i in post.said.instructions):
        return None  # "TP1 hit - SOL LONG", and below it "Close 50% now"
    return _amended(said, rows[0], post, _AGAIN if _may_head_another(said, head) else "")


def _withdrawn(post: Post) -> Amendment | None:
    """ "Pending order deleted", and below it "SELL LIMIT GBPJPY at 193.48": which order it was, and no new one."""
    rows = [post.pieces[begin:end] for begin, end in lines(post.pieces)]
    if len(rows) == 1 or post.announces or post.roles.isdisjoint(_KINDS) or post.found.symbol is None:
        return None
    head = _headline(rows[0])
    said = _instruction(head, post) if head else None
    others = any(p.role in _SPEAKING or p.text in _NEW for row in rows[1:] for p in row)
    if said is None or said.act is not ACT.CANCEL or others or len({p.role for p in post.draft.sides}) != 1:
        return None
    return _amended(said, rows[0], post, _AGAIN if _may_head_another(said, head) else "")


def _headline(row: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """What a first line says where it is nothing but a headline; nothing where it holds a price or a word too many."""
    return _spoken(row) if len(row) <= _HEAD_MAX and ROLE.PRICE not in {p.role for p in row} else ()


def _action(row: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """ "Action: move stop to break-even": where a card has its side, the order."""
    lead = list(dropwhile(lambda p: p.role in _SILENT, row))
    named = len(lead) > 2 and lead[0].text in _FIELDS and lead[1].text in ":="
    return _spoken(lead[2:]) if named else ()


def _spoken(row: Sequence[Lexeme]) -> Sequence[Lexeme]:
    said = [p for p in row if p.role not in _SILENT]
    known = all(p.role in _HEADED or p.role is ROLE.PRICE or _is_little(p) for p in said)
    return said if known and not any(p.text == "?" or p.text in _CROWDS for p in row) else ()


def _is_little(piece: Lexeme) -> bool:
    """A word of every day, or one character of Chinese, such as the sign of the past."""
    return piece.role is ROLE.WORD and (is_everyday(piece.text) or (len(piece.text) == 1 and piece.text >= _HAN))


def _instruction(headed: Sequence[Lexeme], post: Post) -> Instruction | None:
    roles = {p.role for p in headed}
    labelled = not roles.isdisjoint(_LABELS)
    if not roles.isdisjoint(_WITHDRAWN):
        waits = ROLE.CANCEL in roles or not roles.isdisjoint(_WAITING)
        return Instruction(ACT.CANCEL) if waits and not labelled else None
    if ROLE.HIT in roles or ROLE.STOPPED in roles:
        if not roles.isdisjoint(_ORDERED):
            return None  # "TP1 hit, SL to BE": the order is not lost for the report
        if ROLE.TARGET in roles:
            index = next((int(p.value) for p in headed if p.role is ROLE.INDEX and p.value), None)
            return Instruction(ACT.TARGET_HIT, target=index)
        return Instruction(ACT.STOP_HIT) if roles & {ROLE.STOP, ROLE.STOPPED} else None
    if not roles.isdisjoint(_GAINED):
        return None
    if ROLE.EVEN in roles or {ROLE.STOP, ROLE.MOVE, ROLE.ENTRY} <= roles:
        return Instruction(ACT.BREAK_EVEN) if _goes_to_the_entry(roles, post) else None
    if ROLE.FILLED in roles:
        return Instruction(ACT.ENTRY_FILLED) if not labelled and any(map(_names_an_order, headed)) else None
    changed = [p for p in headed if p.role in _CHANGED and p.text not in _PLACING]
    if ROLE.STOP in roles and ROLE.TARGET not in roles and changed:
        return Instruction(ACT.MOVE_STOP, price=post.found.stop.price) if isinstance(post.found.stop, AtPrice) else None
    if changed and ROLE.ENTRY in roles and ROLE.TARGET not in roles:
        return Instruction(ACT.OTHER, price=Price(post.found.entries[0]))
    updated = bool(changed) and ROLE.HEADING in roles <= _UPDATED
    return Instruction(ACT.SET_LEVELS) if updated else _leaving(headed, roles)


def _names_an_order(piece: Lexeme) -> bool:
    """ "Limit filled", "order triggered"; but "signal triggered" may announce a call."""
    named = piece.role in _ENTERED and (piece.text in _TRADES or piece.text not in NUMBERED)
    return named or (piece.role is ROLE.FILLED and " " in piece.text)


def _goes_to_the_entry(roles: Set[Role], post: Post) -> bool:
    """Whether the stop is said to go there, or stands there; "risk free trade" above a call praises it."""
    if ROLE.CLOSE in roles or ROLE.TARGET in roles:
        return False
    return not roles.isdisjoint((ROLE.MOVE, ROLE.STOP)) or post.found.stops[0].value in post.found.entries


def _leaving(headed: Sequence[Lexeme], roles: Set[Role]) -> Instruction | None:
    """ "Close position", "close half": asked about."""
    if not roles.isdisjoint(_NAMED) or headed[0].role not in (ROLE.CLOSE, ROLE.PART, ROLE.HALF):
        return None  # "Close LONG"
    share = next((p.value for p in headed if p.role is ROLE.PERCENT), None)
    if ROLE.HALF in roles or (share is not None and not roles.isdisjoint((ROLE.CLOSE, ROLE.PART))):
        return Instruction(ACT.CLOSE_PART, percent=share or Decimal(50))
    return Instruction(ACT.CLOSE) if ROLE.CLOSE in roles else None


def _may_head_another(said: Instruction, head: Sequence[Lexeme]) -> bool:
    """ "Cancel the order", said first: what stands below may be the next one."""
    verb = head[0].text.split()[0]
    return said.act in _UNCLEAR or (said.act is ACT.CANCEL and meaning_of(verb) in _WITHDRAWN)


def _amended(said: Instruction, row: Sequence[Lexeme], post: Post, doubt: str) -> Amendment:
    """``row``: the line that says it, with its little words, which may advise or leave it open."""
    found = post.found
    span = post.text.span(row[0].start, row[-1].end)
    words = () if said.act in REPORTS else filter(None, (doubt, *_doubts(said, post)))
    clause = Clause(row, frozenset([p.role for p in row]), None)
    left = () if said.act in REPORTS else left_open(clause, said, span)
    stop = found.stop if said.act in (ACT.MOVE_STOP, ACT.SET_LEVELS) else None
    targets = found.targets if said.act is ACT.SET_LEVELS else ()
    meant = Meant(found.symbol, side_of(found), stop, targets, None)
    reasons = (Reason(said.act.value, *span), *behind(meant, post.draft, post.pieces, post.text))
    doubts = (*(Reason(why, *span) for why in words), *left)
    return Amendment(meant.symbol, meant.side, (said,), stop, targets, reasons, doubts)


def _doubts(said: Instruction, post: Post) -> Iterator[str]:
    """What of the card itself leaves open which trade is meant, or where its stop is."""
    found = post.found
    if said.act is ACT.BREAK_EVEN and found.stops[0].value not in found.entries:
        yield _AGAIN  # the card still has its old stop
    if found.rivals:
        yield "several instruments are named"
    if len({p.role for p in post.draft.sides}) > 1:
        yield "both buy and sell are named"
    if found.leftovers:
        yield "a number I could not place"
