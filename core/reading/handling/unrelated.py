"""Tell an order about a trade from one about anything else: eyes, a week, a webinar, a rule for every day.

Separate from the follow-ups, because they ask what a verb does and here it is asked to what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, pairwise, repeat

from core.reading.handling.clauses import OUTCOMES, WHOLE, Clause
from core.reading.handling.moves import ARROWS, IN_PROFIT
from core.reading.handling.occasions import put_off
from core.reading.handling.provisos import is_unhurried
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import EVENTS
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.facts import BARE
from core.reading.words.lexicon import EVERY, listed, meaning_of
from core.reading.words.units import HALVES_OF_A_DAY
from core.signals import ACT, Act, Instruction

NEED_AN_OBJECT = (Act.CLOSE, Act.CLOSE_PART, Act.CANCEL)
OBJECTS = (
    *(Role.TICKER, Role.TARGET, Role.STOP, Role.ENTRY, Role.EVEN, Role.BUY, Role.SELL),
    *(Role.HEADING, Role.LIMIT, Role.ALL),
)
"""Beside unknown words one of these tells that a trade is closed, and not a window or a year."""
_ADVISED = frozenset((Role.MOVE, Role.STOP, Role.FILLER, Role.MARK, Role.TICK, Role.NOT))
"""Without a word more "set your stop loss" is advice to all."""
_ENDING, _THINGS = (Role.CLOSE, Role.CANCEL, Role.PART, Role.REMOVE), (Role.WORD, Role.AD)
_DONE = (*_ENDING, Role.CLOSED, Role.HALF)
_ENDED = (*_ENDING, Role.CLOSED)
_ADVISABLE = (*_DONE, Role.EVEN, Role.MOVE)
_PLACING = (Role.MOVE, Role.EDIT)
_OCLOCK = "点"
_EVENING = frozenset(map(str, range(13, 24)))
_ABOUT = frozenset(listed("ABOUT"))
_SHORT_NAME_MAX = 5
_THEN, _CROWDS = frozenset(listed("THEN")), frozenset(listed("CROWDS"))
_SOME_OF_US, _TOLD_OF = frozenset(listed("SOME_OF_US")), ("ed", "took", "cut", "set", "put")
_PEOPLE = _CROWDS | _SOME_OF_US
_DONE_BY = (Role.MOVE, Role.CLOSE, Role.CLOSED, Role.PART, Role.HALF, Role.CANCEL, Role.REMOVE)
_BEFORE_A_CROWD = (Role.FILLER, Role.MARK, Role.HEADING, Role.TIME, Role.CLOCK, Role.RECAP)
_TOLD, _AT = (Role.HIT, Role.CLOSED, Role.FILLED, Role.STOPPED), frozenset(listed("AT"))
_CHOICE = frozenset((Role.YOU_CAN, Role.FILLER, Role.MARK, Role.TICK))
_CROWD = (Role.OTHERS, Role.AD)
NO_TRADE = (Role.SYMBOL, Role.CLOCK, Role.SPOT, Role.TICKET, Role.ANALYSIS, Role.LESSON, Role.IDENT, Role.VENUE)
"""Parts that a thing may have by chance which is no trade: "book a spot", "secure your future"."""
_OWNED = (*NO_TRADE, Role.FILLER)
_OF_A_TRADE = (Role.PART, Role.HALF, Role.PERCENT, Role.SHARE, Role.DISTANCE, Role.REWARD, Role.PRICE, Role.CLOSE)
_GIVEN_UP, _SIZES = (Role.CLOSE, Role.CANCEL), frozenset(listed("SIZES"))
_NO_TRADES = (*_THINGS, Role.ZONE, Role.CLOCK, Role.OTHERS, Role.HUNDREDTH)
_MARKETS, _SHUT = frozenset(listed("MARKETS")), (Role.CLOSE, Role.CLOSED)
_OR = frozenset(listed("OR"))
_ADVISING, _HAN = listed("ADVISING"), "\u3040"
HABITS, _PURPOSES = frozenset(listed("HABITS")), frozenset(listed("PURPOSES"))
_UNDERSTOOD = OUTCOMES.union(EVERY, *map(listed, ("ABOUT", "TAKEN", "TRADES", "UP")))
"""Words that have no part and are understood where they stand."""
OF_OTHERS = frozenset((*listed("PATTERNS"), *listed("ANALYSTS")))
_EVERYONE = frozenset(("everyone", "here", "channel", "all", "team", "vip", "members", "signals", "premium"))
_FURTHER = frozenset((*listed("FURTHER"), *listed("MORE")))
_JOINED_MIN = 3
_HELD_TO: tuple[list[Role], ...] = ([], [Role.TO, Role.PRICE], [Role.TO, Role.TARGET])
_OUT_ALONE = frozenset((Role.CLOSE, Role.FILLER, Role.MARK))
_OUT, _GOING = frozenset(listed("OUT_OR_OFF")), frozenset(listed("GOING"))
_RULES, _SHUTS = frozenset(listed("RULES")), frozenset(listed("SHUTS"))
_FOR, _YEARS = frozenset(listed("FOR")), frozenset(map(str, range(2020, 2050)))
_STATES, _KEEPING = frozenset(listed("STATES")), frozenset(listed("KEEPING"))
_WHOSE, PLACING = frozenset(listed("WHOSE")), frozenset(listed("PLACING"))


def advises(piece: Lexeme) -> bool:
    """可以减半: Chinese writes "you can" in one with the verb."""
    return piece.text >= _HAN and piece.role in _ADVISABLE and piece.text.startswith(_ADVISING)


def is_only_tagged(clause: Clause) -> bool:
    """ "Cancel #bob", and "cancel #webinar": nothing but a tag in small letters says what, and nobody lists it."""
    names = [p.named for p in clause.pieces if p.named is not None]
    return bool(names) and all(name.grade <= BARE for name in names)


def is_of_something_else(clause: Clause, said: Instruction) -> bool:
    """ "Close your eyes", "cancel your weekend plans", "always set your stop loss": nothing of a trade is ordered."""
    if said.act is ACT.MOVE_STOP and said.price is None and said.level is None and said.beyond is None:
        placed = clause.roles <= _ADVISED and all(map(_is_advised, clause.pieces))
        return placed or not HABITS.isdisjoint(clause.texts)
    row = clause.pieces
    if said.act is ACT.EDIT_TARGETS:
        return clause.has(*_CROWD)  # "new target for the channel: 10k members"
    if said.act not in NEED_AN_OBJECT:
        return False
    if said.act is ACT.CLOSE_PART and next((p.text for p in row if p.role is not ROLE.MARK), "") in _PURPOSES:
        return True  # "SL to 2655, to secure some profit": why it moves
    if ROLE.TO in clause.roles and clause.has(ROLE.HOLD, ROLE.RUNNER) and any(p.text in _OR for p in row):
        shares = [p.value or 0 for p in row if p.role is ROLE.PERCENT]
        if len(shares) < 2 or sum(shares) != WHOLE:
            return True  # "close or let it run": the reader's choice; "95% book karo or 5% hold rakho" is none
    if ROLE.HALF in clause.roles and not clause.has(*_ENDING, ROLE.CLOSED) and _is_half_of_something(row):
        return True
    if clause.has(*OBJECTS):
        return False
    spoken = [p for p in row if p.role is not ROLE.FILLER]
    if any(p.role in _SHUT and q.role is ROLE.CLOCK for p, q in (*pairwise(spoken), *pairwise(reversed(spoken)))):
        return True  # "let's close the week strong"
    if said.act is ACT.CANCEL and EVENTS.is_among(clause.words):
        return True  # "webinar cancelled"
    if EVENTS.is_among(clause.words) and _ends_an_event(row):
        return True  # "on coupe le live"
    if any(p.text in _MARKETS and q.role in _SHUT for p, q in pairwise(row)):
        return True  # "el mercado cierra en una hora"
    if any(p.role is ROLE.CLOSE and q.role is ROLE.VENUE for p, q in pairwise(spoken)):
        return True  # "close Telegram and rest"
    if not _STATES.isdisjoint(clause.texts) and any(
        p.role is ROLE.VENUE and q.role in _SHUT for p, q in pairwise(spoken)
    ):
        return True  # "Binance is closing accounts"
    return not _WHOSE.isdisjoint(clause.words) and any(map(_ends_what_is_owned, row, row[1:], count(2), repeat(row)))


def _ends_what_is_owned(verb: Lexeme, behind: Lexeme, at: int, row: Sequence[Lexeme]) -> bool:
    """ "Close your eyes", "secure your future", "book your place now", "exit your account": no part of a trade."""
    if verb.role not in _ENDING or (behind.text not in _WHOSE and verb.text.split()[-1] not in _WHOSE):
        return False
    owned = row[at if behind.text in _WHOSE else at - 1 :]
    if not owned or owned[0].role in _THINGS:
        return bool(owned)
    kept = owned[0].role in _OWNED or (owned[0].role is ROLE.MOVE and owned[0].text in PLACING)
    kept = kept or (verb.role in _GIVEN_UP and owned[0].role is ROLE.SIZE and owned[0].text not in _SIZES)
    return kept and all(p.role not in _OF_A_TRADE and p.text not in OUTCOMES for p in owned)


def _ends_an_event(row: Sequence[Lexeme]) -> bool:
    """Whether a verb of leaving stands before it, with nothing between them but little words."""
    for at, piece in enumerate(row):
        if piece.role is ROLE.CLOSE:
            behind = next((p for p in row[at + 1 :] if p.role is not ROLE.FILLER or EVENTS.has(p)), None)
            return behind is not None and EVENTS.has(behind)
    return False


def _is_advised(piece: Lexeme) -> bool:
    """ "Set your stop loss", but not "put the stop in profit"."""
    return piece.text in PLACING if piece.role is ROLE.MOVE else not piece.text.endswith(IN_PROFIT)


def tells_of_its_doing(clause: Clause) -> bool:
    """ "Газпром отменил дивиденды", "Tesla closes a plant": the name does it, to a thing nobody knows."""
    row = [p for p in clause.pieces if p.role is not ROLE.FILLER]
    return any(
        p.role is ROLE.TICKER and q.role in _DONE and r.role is ROLE.WORD and not is_everyday(r.text)
        for p, q, r in zip(row, row[1:], row[2:], strict=False)
    )


def names_a_stranger(clause: Clause) -> bool:
    """ "Close the foo trade", "stop to entry on foo": a name that nobody knows is not the only trade that is open."""
    if ROLE.TICKER in clause.roles or not clause.talk:
        return False
    elided = [p.text for p in clause.pieces[1:2]] == ["'"]  # "l'ordine"
    if (
        not elided
        and clause.has(*_ENDING)
        and len(clause.pieces[0].text) <= _SHORT_NAME_MAX
        and _is_a_name(clause.pieces[0])
    ):
        return True  # "AMD calls closing rest", and the name is known by its ticker alone
    if len(clause.pieces) > 1 and clause.pieces[1].role in _PLACING and _is_a_name(clause.pieces[0]):
        return True  # "Velvet set TP1 0.33", "Eul new SL 2.27"
    row = [p for p in clause.pieces if p.role is not ROLE.FILLER or p.text in _ABOUT]
    return any(
        (_is_a_name(q) and (p.text in _ABOUT or p.role is ROLE.HEADING)) or (_is_a_name(p) and q.role is ROLE.HEADING)
        for p, q in pairwise(row)
    )


def has_a_stranger(clause: Clause) -> bool:
    """ "SL to BE frobs me": a word nobody knows may make a memory, a habit or a joke of the order it stands beside."""
    if ROLE.WORD not in clause.roles:
        return False
    words = [p.text for p in clause.pieces if p.role is ROLE.WORD and len(p.text) > 1 and p.text[0].isalpha()]
    return not all(word in _UNDERSTOOD or is_everyday(word) for word in words)


def _is_a_name(piece: Lexeme) -> bool:
    """Perhaps: nobody knows the word. Chinese and Japanese leave pieces of their sentences."""
    return piece.role is ROLE.WORD and piece.text < _HAN and not is_everyday(piece.text)


def is_done_by_a_crowd(clause: Clause) -> bool:
    """ "Investors close gold positions", "bulls take half": who does it stands first, and is not spoken to."""
    if ROLE.TICKER in clause.roles and any(
        p.role is ROLE.TICKER and q.text in _SHUTS for p, q in pairwise(clause.pieces)
    ):
        return True  # "Gold schließt bei 2310", as a market does
    if clause.pieces[0].role in (ROLE.BUY, ROLE.SELL) and [p.text for p in clause.pieces[1:2]] == ["are"]:
        return True  # "longs are closing"
    if _PEOPLE.isdisjoint(clause.texts):
        return False
    done = any(p.text in _CROWDS and q.role in _DONE_BY for p, q in pairwise(clause.pieces))
    if done and ROLE.MARKET not in clause.roles:
        return True  # "Bitcoin slides as traders close longs"
    lead = next((p for p in clause.pieces if p.text in _PEOPLE or p.role not in _BEFORE_A_CROWD), None)
    if lead is clause.pieces[0] and lead.text not in _PEOPLE and lead.role is ROLE.WORD and len(clause.pieces) > 1:
        lead = clause.pieces[1]  # "conservative traders move SL to BE"
    return lead is not None and (lead.text in _CROWDS or _is_done_by_some(clause, lead))


def _is_done_by_some(clause: Clause, lead: Lexeme) -> bool:
    """ "Some moved SL to 2340", "most of us closed half": told of the others, where "everyone close now" is not."""
    if lead.text not in _SOME_OF_US:
        return False
    verb = next((p for p in clause.pieces if p is not lead and p.role in _DONE_BY), None)
    return verb is not None and verb.text.split()[0].endswith(_TOLD_OF)


def _is_half_of_something(row: Sequence[Lexeme]) -> bool:
    """ "Half of the traders", "half the world trades gold": half, a little word, and a thing that is no trade."""
    at = next((n for n, p in enumerate(row) if p.role is ROLE.HALF), len(row))
    behind = next((n for n in range(at + 1, len(row)) if row[n].role is not ROLE.FILLER), at)
    placed = [p.role for p in row[behind : behind + 2]] == [ROLE.ZONE, ROLE.PRICE]  # "half off at 24.5"
    return behind > at + 1 and row[behind].role in _NO_TRADES and not placed


def counts_something(clause: Clause) -> bool:
    """ "New target: 500 subs", "new target for 2026": beside the figure is a word nobody knows, or it is a year."""
    if not OF_OTHERS.isdisjoint(clause.texts):
        return True  # "price target raised to 310"
    return any(
        (p.role is ROLE.PRICE and q.role is ROLE.WORD and not is_everyday(q.text))
        or (p.text in _FOR and q.role is ROLE.PRICE and q.text in _YEARS)
        or (p.text in _FOR and q.text in _CROWDS)
        for p, q in pairwise(clause.pieces)
    )


def not_now(parts: Sequence[Clause], ordered: Sequence[Clause]) -> Iterator[tuple[str, Clause]]:
    """What around the orders keeps them from being done at once, and the clause that says it."""
    yield from (("it is left to the reader", c) for c in parts if _leaves_it_open(c))
    planned = [q for p, q in pairwise(parts) if _shares_at_a_target(p) and q in ordered]
    yield from (("it may mean a part, or later", clause) for clause in planned)
    yield from (("it may be a report", q) for p, q in pairwise(parts) if q in ordered and _tells_of_a_crowd(p))
    yield from (("it may be a report", clause) for clause in ordered if _is_said_to_one(clause))
    if len(ordered) == 1 and _takes_leave(parts, ordered[0]):
        yield "it is not clear what is meant", ordered[0]
    urged = [q for p, q in pairwise(parts) if q in ordered and ROLE.MARKET not in q.roles and is_unhurried(p)]
    yield from (("it is left to the reader", clause) for clause in urged)
    yield from (("it is not clear what is meant", q) for p, q in pairwise(parts) if q in ordered and _answers(p, q))
    yield from (("it may mean a part, or later", q) for p, q in pairwise(parts) if q in ordered and _until(p, q))
    yield from (("it may mean a part, or later", q) for p, q in pairwise(parts) if q in ordered and _awaits(p, q))
    yield from put_off(parts, ordered)
    if ruled(parts, ordered):
        yield "it may mean a part, or later", ordered[0]
    yield from (("it may mean a part, or later", q) for p, q in pairwise(parts) if q in ordered and _rules_on(p, q))
    if any(c.has(*_GIVEN_UP) for c in ordered):
        kept = [c for c in parts if c not in ordered and _keeps_the_order(c)]
        yield from (("it speaks of one entry", clause) for clause in kept)
    for clause in ordered:
        if (
            _waits_for_the_clock(clause)
            or _holds_before(clause)
            or not _THEN.isdisjoint([p.text for p in clause.pieces[1:]])
        ):
            yield "it may mean a part, or later", clause  # "về 4190 thì đóng lệnh"


def _rules_on(before: Clause, clause: Clause) -> bool:
    """ "Always secure some profit and put the stop at entry": a rule for every trade goes on behind "and"."""
    lead = next((p for p in before.pieces if p.role not in (ROLE.FILLER, ROLE.MARK)), before.pieces[0])
    joined = clause.pieces[0].start - before.pieces[-1].end >= _JOINED_MIN
    return joined and lead.text in HABITS and before.has(*_DONE_BY) and ROLE.MARKET not in clause.roles


def _keeps_the_order(clause: Clause) -> bool:
    """ "(Close the market entry,) hold the limit": of several orders one is ended, and the other waits on."""
    held = clause.has(ROLE.HOLD, ROLE.RUNNER) or any(p.text in _KEEPING for p in clause.pieces)
    waits = ROLE.LIMIT in clause.roles or any(
        p.role is ROLE.ENTRY and meaning_of(p.text.split()[-1]) is ROLE.LIMIT for p in clause.pieces
    )
    return held and waits


def _answers(asked: Clause, clause: Clause) -> bool:
    """ "In doubt? Close.", "A losing trade? Close it": to be done by whoever says yes."""
    if asked.hedge is None or asked.hedge.role is not ROLE.QUESTION or asked.has(*_TOLD, ROLE.TICK):
        return False
    return clause.has(*_ENDING, ROLE.HALF) and not clause.has(ROLE.MARKET, ROLE.TICKER, ROLE.STOP, ROLE.EVEN)


def _tells_of_a_crowd(clause: Clause) -> bool:
    """ "Gold fell as investors took profits, closing at 2310", and not "VIP members, close gold"."""
    return not _CROWDS.isdisjoint(clause.texts) and clause.has(*_DONE_BY, ROLE.MEMORY)


def _is_said_to_one(clause: Clause) -> bool:
    """ "@tom close it": an answer to one reader, and "@everyone close it" is none."""
    lead = clause.pieces[0]
    return lead.role is ROLE.LINK and lead.text[0] == "@" and lead.text[1:] not in _EVERYONE


def _takes_leave(parts: Sequence[Clause], clause: Clause) -> bool:
    """ "I'm out, good night": of the room, and perhaps not of the trade."""
    out = clause.first(ROLE.CLOSE)
    if out is None or not clause.roles <= _OUT_ALONE or _OUT.isdisjoint(out.text.split()):
        return False
    return any(not _GOING.isdisjoint(c.words) for c in parts if c is not clause)


def _holds_before(clause: Clause) -> bool:
    """ "Trzymamy do 2350 i zamykamy", "keep it close"."""
    row = [p.role for p in clause.pieces if p.role is not ROLE.FILLER] if ROLE.HOLD in clause.roles else []
    if ROLE.CLOSE not in row or ROLE.MARKET in row:
        return False
    between = row[row.index(ROLE.HOLD) + 1 : row.index(ROLE.CLOSE)]
    if not between and clause.percent is not None:
        return False  # "continue to hold and close 20%"
    return row.index(ROLE.HOLD) < row.index(ROLE.CLOSE) and between in _HELD_TO


def _until(held: Clause, clause: Clause) -> bool:
    """ "Hold till 2350 and close": once it is there; "continue to hold and close 20%" does both."""
    at = next((n for n, p in enumerate(held.pieces) if p.role in (ROLE.HOLD, ROLE.RUNNER)), None)
    if at is None or all(p.role not in (ROLE.TO, ROLE.PRICE, ROLE.TARGET) for p in held.pieces[at + 1 :]):
        return False
    return _leaves_behind(held, clause)


def _awaits(coming: Clause, clause: Clause) -> bool:
    """ "Two more pips and we close": once they have come, and not "one more target hit and we close half"."""
    if _FURTHER.isdisjoint(coming.texts) or coming.has(*_TOLD, *_ENDING, ROLE.STOP, ROLE.TICK):
        return False
    return _leaves_behind(coming, clause)


def _leaves_behind(before: Clause, clause: Clause) -> bool:
    """Whether this one leaves, and a word that joins the two stands between them."""
    joined = clause.pieces[0].start - before.pieces[-1].end >= _JOINED_MIN
    return joined and clause.has(*_ENDING, ROLE.HALF) and not clause.has(ROLE.MARKET, ROLE.TICKER)


def ruled(parts: Sequence[Clause], ordered: Sequence[Clause]) -> bool:
    """ "Prop firm rules: ..., close all before weekend", "that's our rule": what is always done, and not now."""
    now = any(ROLE.MARKET in c.roles for c in ordered)
    return bool(ordered) and not now and any(not _RULES.isdisjoint(c.texts) for c in parts)


def _shares_at_a_target(clause: Clause) -> bool:
    """ "50% at TP1, (SL to BE)": what is to be done there, and nobody says that it is reached."""
    if not {ROLE.TARGET, ROLE.INDEX} <= clause.roles or clause.has(*_TOLD, *_ENDED, ROLE.TICK):
        return False
    some = clause.has(ROLE.PERCENT, ROLE.HALF, ROLE.SHARE)
    return some and any(p.text in _AT for p in clause.pieces)


def _leaves_it_open(clause: Clause) -> bool:
    """ "Close gold, at your own discretion": that it is left to the reader, and not one word more."""
    return ROLE.YOU_CAN in clause.roles <= _CHOICE


def _waits_for_the_clock(clause: Clause) -> bool:
    """ "Close gold at 15:30", "cancel it by 22h", 22点平仓: at a time of day, which may not have come."""
    row = clause.pieces if _OCLOCK in clause.texts else ()
    if any(p.role is ROLE.DISTANCE and q.text == _OCLOCK for p, q in pairwise(row)):
        return not clause.has(ROLE.STOP, ROLE.TARGET, *_TOLD)  # or after so many points, which may not have come either
    if ROLE.TIME not in clause.roles or ROLE.MARKET in clause.roles or clause.has(*_TOLD):
        return False
    row = (*clause.pieces, clause.pieces[-1])
    return any(q.role is ROLE.TIME and _tells_the_time(p, q, r) for p, q, r in zip(row, row[1:], row[2:], strict=False))


def _tells_the_time(before: Lexeme, piece: Lexeme, behind: Lexeme) -> bool:
    """Whether "22:00" or "22h" is no stamp: "update 14:32: ...", "(14:32)"."""
    if ":" in piece.text:
        return before.role is not ROLE.MARK and behind.text != ":"
    if piece.text.endswith(HALVES_OF_A_DAY):
        return True
    if not piece.text.endswith("h"):
        return False
    return before.text in _AT or piece.text[:-1] in _EVENING  # "the 4h trade" is no time, and there is no 22h candle


def says_of_what_else(clause: Clause, act: Act) -> bool:
    """ "A close above 4033 will invalidate the idea", "the bank will cancel its hikes": no plan for this trade."""
    return (act is ACT.MOVE_STOP and is_bare(clause)) or (
        act in NEED_AN_OBJECT and clause.talk > 0 and not clause.has(*OBJECTS)
    )


def is_bare(clause: Clause) -> bool:
    return not (clause.has(ROLE.MOVE, ROLE.TO, ROLE.EDIT) or _points_on(clause))


def _points_on(clause: Clause) -> bool:
    """ "Stop 4012 -> 4020": an arrow between two prices moves it."""
    row = [p for p in clause.pieces if p.role is ROLE.PRICE or p.text == ">" or p.text in ARROWS]
    return [p.role for p in row] == [ROLE.PRICE, ROLE.MARK, ROLE.PRICE]
