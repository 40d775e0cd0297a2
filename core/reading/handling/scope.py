"""Say which instrument and which side an order is for, where a post speaks of more than one.

Separate from the orders themselves, because a verb belongs to the names in its own clause and to no others:
whoever closes gold and leaves EURUSD has given no order about EURUSD. What is not plain is asked.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from decimal import Decimal
from itertools import islice, pairwise, product, takewhile
from typing import NamedTuple

from core.reading.handling.clauses import Clause
from core.reading.handling.leeway import REPORTS, STRANGE, left_open
from core.reading.handling.refusals import doubt
from core.reading.handling.said import Said
from core.reading.handling.strangers import named_at_the_head
from core.reading.names.rivals import core_of
from core.reading.pieces.piece import Lexeme
from core.reading.plan.soundness import SIDES, Found
from core.reading.roles import ROLE, Role
from core.reading.text.hygiene import Clean
from core.reading.words.catalogue import STABLE
from core.reading.words.facts import BARE, Named
from core.reading.words.lexicon import listed
from core.signals import Act, Reason
from core.vocabulary import Side

_SIDES = {Role.BUY: Side.LONG, Role.SELL: Side.SHORT}
_BOTH = frozenset(_SIDES)
_LEVELS = frozenset((Role.PRICE, Role.DISTANCE, Role.PERCENT, Role.ENTRY, Role.STOP, Role.TARGET))
_ENTERED = frozenset((Role.PRICE, Role.DISTANCE, Role.ENTRY, Role.STOP, Role.TARGET, Role.LINE))
_TAKEN, _TAKEN_WITHIN = frozenset((Role.CLOSE, Role.PART, Role.HALF, Role.PERCENT, Role.SHARE)), 8
_STRANGE = frozenset((STRANGE, "it is not clear what is meant"))
_OF_THE_MARKET = (Role.ABOVE, Role.BELOW, Role.HIT, Role.ANALYSIS, Role.ZONE)
_SEVERAL, _LEADERS = 2, ("BTC", "ETH")
_ENDS = (Act.CLOSE, Act.CANCEL)
_BUT, _TAGS, _HEADS = "but", "#$", frozenset("-–—:|")
_COUNTED, _JOINING = (Role.PRICE, Role.IDENT), (Role.AND, Role.MARK)
_NUMBERED = frozenset((*listed("SIGNALS"), *listed("TRADES")))
_UNTOUCHED, _SAME = frozenset(listed("UNTOUCHED")), frozenset(listed("SAME"))
_ORDERED_AT = (Role.STOP, Role.TARGET)
_HOLD = "hold"
"""In English the word for a target that stays open, too."""


class Scope(NamedTuple):
    """``symbol`` and ``side`` of the trade that is meant; None where the post names none, or more than one.

    ``several``: what is ordered is not the same for each of them.
    """

    symbol: str | None
    side: Side | None
    doubts: tuple[Reason, ...]
    several: bool


def scope_of(found: Found, said: Said, parts: Sequence[Clause], text: Clean) -> Scope:
    """What the orders of a post are for, by the clauses they stand in."""
    roles: frozenset[Role] = frozenset().union(*[c.roles for c in parts])
    doubts: list[Reason] = []
    if ROLE.EXCEPT in roles or ROLE.BUT in roles:
        doubts += [doubt(ROLE.EXCEPT, piece, text) for piece in _exceptions(parts)][:1]
    symbol, objection = _symbol(found, said, parts)
    doubts += [Reason(objection)] if objection else []
    if objection is None and symbol is not None and _is_only_told_of_behind(said, parts, symbol):
        doubts.append(Reason("several instruments are named"))
    if objection is None and symbol is not None and _is_held(said, parts):
        doubts.append(Reason("it says to hold it and to end it"))
    if len(_numbered(parts)) > 1:
        doubts.append(Reason("several trades are named"))
    side, objection = _side(found, said, parts) if roles >= _BOTH else (side_of(found), None)
    side = None if side is not None and _is_another_trades(said, parts) else side
    if found.graded <= BARE and symbol is not None and _is_only_planned(symbol, said, parts):
        symbol = None
    doubts += [Reason(objection)] if objection else []
    if symbol is None and not found.rivals and parts:
        symbol, stranger = named_at_the_head(parts, said, text)
        doubts += stranger
    return Scope(symbol, side, tuple(doubts), _differs_by_trade(said))


def _differs_by_trade(said: Said) -> bool:
    """ "Close gold, SL of EURUSD to the entry": two orders, and each clause has a trade of its own."""
    if len({i.act for i in said.instructions if i.act not in REPORTS}) < _SEVERAL:
        return False
    names = [{core_of(name) for name in _names(c)} for c in said.ordered]
    sides = [{p.role for p in c.pieces if p.role in _SIDES} for c in said.ordered]
    return _have_nothing_in_common(names) or _have_nothing_in_common(sides)


def _have_nothing_in_common(told: Sequence[Set[object]]) -> bool:
    named = [each for each in told if each]
    return any(named[0].isdisjoint(each) for each in named[1:])


def _symbol(found: Found, said: Said, parts: Sequence[Clause]) -> tuple[str | None, str | None]:
    if not found.rivals and sum([ROLE.TICKER in c.roles for c in parts]) < _SEVERAL:
        return found.symbol, None
    ordered = {core_of(name): name.symbol for clause in said.ordered for name in _names(clause)}
    others = {core_of(name) for clause in parts if not _leaves_alone(clause, said) for name in _names(clause)}
    if all(i.act in REPORTS for i in said.instructions):
        others = set()  # "SOL reached its target, BTC did not": nothing is done to either
    if not found.rivals and not (ordered and len(others) > 1):
        return found.symbol, None
    if len(ordered) == 1 and others <= ordered.keys():
        return ordered.popitem()[1], None
    strangers = (c for c in parts if c not in said.ordered and any(core_of(n) not in ordered for n in _names(c)))
    told = len(ordered) == 1 and all(c.talk for c in strangers)  # "close EURJPY", and what is hoped of gold
    if not ordered:
        return _headed(parts), "several instruments are named"
    return (ordered.popitem()[1] if told else None), "several instruments are named"


def _numbered(parts: Sequence[Clause]) -> set[Decimal]:
    """The numbers of the trades that are named: "signal #14 TP1 hit, signal #15 close", "close trades 3 and 4"."""
    said: set[Decimal] = set()
    counts, ends = False, 0
    for piece in (p for clause in parts for p in clause.pieces):
        glued, ends = piece.start == ends > 0, piece.end  # "trader#3" counts no trade
        if piece.role in _COUNTED and piece.value is not None:
            if counts and piece.value == int(piece.value):
                said.add(piece.value)
        elif (
            piece.role is ROLE.TICKET or (piece.text == "#" and not glued) or piece.text.rpartition(" ")[2] in _NUMBERED
        ):
            counts = True
        else:
            counts = counts and piece.role in _JOINING
    return said


def _headed(parts: Sequence[Clause]) -> str | None:
    """ "#SOL - it takes too long. Bitcoin is weak, closing it": the tag before a dash, and no order names another."""
    row = parts[0].pieces[:3]
    row = row[1:] if row[0].text in _TAGS else row if row[0].text[0] in _TAGS else ()
    return row[0].named.symbol if len(row) > 1 and row[0].named is not None and row[1].text in _HEADS else None


def _side(found: Found, said: Said, parts: Sequence[Clause]) -> tuple[Side | None, str | None]:
    ordered = {_SIDES[p.role] for c in said.ordered for p in c.pieces if p.role in _SIDES}
    others = {_SIDES[p.role] for c in parts if not _leaves_alone(c, said) for p in c.pieces if p.role in _SIDES}
    if len(ordered) == 1 and others <= ordered:
        return ordered.pop(), None
    return None, "both buy and sell are named"


def side_of(found: Found) -> Side | None:
    """The side a word or a picture gives; what only the levels say is nobody's word."""
    return SIDES.get(found.sign) if found.said else None


def _names(clause: Clause) -> list[Named]:
    if ROLE.TICKER not in clause.roles:
        return []
    names = (p.named for p in clause.pieces if p.named is not None)
    return [name for name in names if name.symbol.lower() not in STABLE and len(name.base) > 1]


def _leaves_alone(clause: Clause, said: Said) -> bool:
    """ "EURUSD we hold", "don't close gold", "AUDUSD stays": what is named here is not meant."""
    spared = ROLE.NOT in clause.roles or _holds(clause) or _is_untouched(clause)
    return spared and clause not in said.ordered


def _is_untouched(clause: Clause) -> bool:
    """ "SUI stays as is", "AUDUSD same SL same TP"; "EURUSD same" may be the same order once more."""
    kept = any(p.text in _SAME and q.role in _ORDERED_AT for p, q in pairwise(clause.pieces))
    return kept or not _UNTOUCHED.isdisjoint(clause.words)


def _holds(clause: Clause) -> bool:
    return ROLE.HOLD in clause.roles or any(p.text == _HOLD for p in clause.pieces)


def _is_only_told_of_behind(said: Said, parts: Sequence[Clause], symbol: str) -> bool:
    """ "Closing all longs on alts, BTC looks weak": the one name is that of a reason, and not of what is closed.

    Of one trade that is closed another name is its own; a leader of the market may be spoken of beside any.
    """
    if not said.every and (not symbol.startswith(_LEADERS) or all(i.act in REPORTS for i in said.instructions)):
        return False
    last = parts.index(said.ordered[-1]) if said.ordered else len(parts)
    named = [at for at, c in enumerate(parts) if _names(c)]
    return bool(named) and min(named) > last and all(_speaks_of_the_market(parts[at]) for at in named)


def _speaks_of_the_market(clause: Clause) -> bool:
    """ "BTC looks weak", "BTC is below support"; a name alone, or before a colon, heads what it is about."""
    told = clause.talk > 0 or clause.hedge is not None or clause.has(*_OF_THE_MARKET)
    return told and ":" not in clause.texts


def doubts_of(found: Found, said: Said, text: Clean) -> list[Reason]:
    """The doubts of the orders; a name that nobody lists is none of the words that make one doubtful.

    "XPLQ move SL to entry" is for the trade in XPLQ, and for no other that may be open.
    """
    if found.symbol is None or found.graded != BARE or not any(d.text in _STRANGE for d in said.doubts):
        return list(said.doubts)
    if text.text.isupper():
        return list(said.doubts)  # "CLOSE THE TRAED": there a slip looks like a name
    name, plain = found.symbol.lower(), set()
    for clause in said.ordered:
        if name not in clause.texts or not clause.has(ROLE.WORD):
            continue
        row = [p.recast(ROLE.TICKER) if p.role is ROLE.WORD and p.text == name else p for p in clause.pieces]
        named = Clause(row, frozenset(p.role for p in row), clause.hedge)
        named.condition = clause.condition
        span = text.span(row[0].start, row[-1].end)
        left = (d.text for i in said.instructions if i.act not in REPORTS for d in left_open(named, i, span))
        if _STRANGE.isdisjoint(left):
            plain.add(span)
    return [d for d in said.doubts if d.text not in _STRANGE or (d.start, d.end) not in plain]


def _is_another_trades(said: Said, parts: Sequence[Clause]) -> bool:
    """ "Close the position, will short again higher": the side of what is planned, and not of what is closed."""
    sided = [c for c in parts if c.has(*_SIDES)]
    if any(c in said.ordered or c.hedge is None for c in sided):
        ends = [at for at, c in enumerate(parts) if c in said.ordered]
        ended = any(i.act in _ENDS for i in said.instructions)
        return ended and all(parts.index(c) > ends[-1] and _opens_a_sentence(c) for c in sided)
    return bool(sided)


def _opens_a_sentence(clause: Clause) -> bool:
    """Whether the side is the verb: nothing but a little word stands before it, and no name of what was traded."""
    lead = next((p for p in clause.pieces if p.role not in (ROLE.FILLER, ROLE.MARK, ROLE.AND)), clause.pieces[0])
    planned = clause.talk > 0 or clause.has(ROLE.LATER, ROLE.WAIT)
    return lead.role in _SIDES and planned and ROLE.TICKER not in clause.roles


def _is_only_planned(symbol: str, said: Said, parts: Sequence[Clause]) -> bool:
    """ "CLOSE THIS TRADE", and below it "WILL BUY DEEPER": a word in capitals of a plan is no name."""
    spoken = [c for c in parts if symbol.lower() in c.texts]
    return bool(spoken) and all(c.hedge is not None and c not in said.ordered for c in spoken)


def _is_held(said: Said, parts: Sequence[Clause]) -> bool:
    """ "Hold gold, close the rest": what is to be ended has no name of its own."""
    if len(parts) == 1 or all(i.act not in _ENDS for i in said.instructions):
        return False
    ends = [c for c in said.ordered if c.has(ROLE.CLOSE, ROLE.CANCEL) and not _names(c)]
    return bool(ends) and any(_names(c) and _holds(c) for c in parts if c not in said.ordered)


def _exceptions(parts: Sequence[Clause]) -> list[Lexeme]:
    """ "Close all but gold", "close everything except the buys"."""
    found = [p for c in parts if ROLE.EXCEPT in c.roles for p in c.pieces if p.role is ROLE.EXCEPT]
    for clause in parts:
        spoken = [p for p in clause.pieces if p.role is not ROLE.FILLER] if ROLE.BUT in clause.roles else []
        for at in range(1, len(spoken) - 1):
            named = spoken[at + 1].role is ROLE.TICKER or spoken[at + 1].role in _SIDES
            if spoken[at].text == _BUT and named:
                found.append(spoken[at])
    return found


def closing(parts: Sequence[Clause]) -> Clause | None:
    """ "Closing LONG SOLUSDT, entry 140, stop 135": the clause that ends the side it names, whatever levels follow."""
    for clause in parts:
        if clause.hedge is not None or ROLE.CLOSE not in clause.roles or not clause.has(*_SIDES):
            continue
        ends = [at for at, p in enumerate(clause.pieces) if p.role is ROLE.CLOSE]
        sides = [at for at, p in enumerate(clause.pieces) if p.role in _SIDES]
        for one, other in product(ends, sides):
            if _LEVELS.isdisjoint(p.role for p in clause.pieces[min(one, other) : max(one, other)]):
                return clause
    return None


def takes_from_its_side(pieces: Sequence[Lexeme], roles: Set[Role]) -> bool:
    """ "Trim 30% of the SOL long at 148": words of leaving, or a share, right before the side they are taken from."""
    if roles.isdisjoint(_TAKEN):
        return False
    for at, piece in enumerate(pieces):
        if piece.role not in _SIDES:
            continue
        before = takewhile(lambda p: p.role not in _ENTERED and p.text not in ".;!?", reversed(pieces[:at]))
        if any(p.role in _TAKEN for p in islice(before, _TAKEN_WITHIN)):
            return True
    return False


def is_only_in(clause: Clause, pieces: Sequence[Lexeme]) -> bool:
    """Whether no side is named but in this clause."""
    first, last = clause.pieces[0].start, clause.pieces[-1].end
    return all(first <= p.start < last for p in pieces if p.role in _SIDES)
