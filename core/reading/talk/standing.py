"""Tell a call from one that already stands, or no longer does: the author's own trade, a watchlist, a call crossed out.

Separate from the sentences that hedge, because here nothing is said against the call: it is complete and
sound, and only its place - behind "holding", under a cross, above "soon" - makes it somebody's news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from core.reading.handling.moves import IN_PROFIT
from core.reading.handling.reports import TOOK
from core.reading.pieces.piece import Lexeme, lines
from core.reading.pieces.tables import ZEROS
from core.reading.roles import ROLE, Role
from core.reading.talk.sentences import ELSEWHERE, FORCELESS
from core.reading.text.hygiene import Clean
from core.reading.words.lexicon import listed
from core.signals import Reason

_SIDES = (Role.BUY, Role.SELL)
_HELD = frozenset((Role.HOLD, Role.FILLED, Role.RUNNER))
_HAN = "\u3040"
_HOLD, _IN, _IN_AT = "hold", "in", frozenset(("in", "in at", "in from"))
_RUNNING = frozenset(listed("RUNNING"))
_PLACED = (Role.PRICE, Role.TICKER, Role.BUY, Role.SELL)
_BESIDE_A_SIDE = (Role.PRICE, Role.TICKER, Role.FILLER, Role.HEADING, Role.ZONE)
_SMALL = (Role.MARK, Role.TICK, Role.FILLER, Role.ZONE)
_UPDATE = "trade update"
_ACTIVE = "active"
"""By itself it is a state of the order, on a form: "Status: Active"."""
_ACTIVE_NOW = "active now"
_NOT_YET = frozenset((*FORCELESS, *ELSEWHERE, Role.WAIT, Role.MAY, Role.CANCEL))
_OF_LEVELS = frozenset((Role.PRICE, Role.DISTANCE, Role.STOP, Role.TARGET, Role.EVEN, Role.MOVE))
_QUIET = (Role.MARK, Role.TICK)
_WAY_MADE = [Role.PRICE, Role.MARK, Role.PRICE, Role.TICK]
""" "Sell 1.0850 → 1.0820 ✅": how far it went."""
_CROSSES = frozenset("❌✖❎🚫")
_CROSSED = frozenset((Role.LINE, Role.TICKER, Role.BUY, Role.SELL, Role.HEADING))
_ENDS = ".;!?"
_CELLS = frozenset(")]|")
_EXPLAINING, _FIGURES = ("<-", "←", "# ", "//"), (Role.PRICE, Role.PERCENT, Role.DISTANCE, Role.TIMES)
_TALLIES, _COUNTED = frozenset(listed("TALLIES")), frozenset((Role.PRICE, Role.PERCENT, Role.IDENT, Role.DISTANCE))
_SIGNS, _LOGGED, _LOG_LEAD = frozenset("+-"), frozenset(("info", "debug", "warning")), 6
_RENEWED, _AGO = frozenset(listed("RENEWED")), frozenset(listed("AGO"))
_EARLIER = _RENEWED | _AGO
_FAR_TARGET = "extended"
""" "TP3: 1.0874 (Extended)" is behind its price how far off a target is."""
_ENDED, _OUTCOMES = frozenset(listed("ENDED")), frozenset((Role.REWARD, Role.IDENT, Role.EVEN, Role.TICK))
_AMOUNTS, _SO_FAR = frozenset((Role.DISTANCE, Role.PERCENT)), frozenset(listed("SO_FAR"))
_OPENING, _CLOSING = ("(", "["), (")", "]")
_LEAD_MAX, _SET = 4, ([Role.STOP, Role.PRICE], [Role.TARGET, Role.PRICE])
_INSIDE, _LEVELS = frozenset(listed("INSIDE")), (Role.STOP, Role.TARGET)
_ONLY_MOVED = frozenset(
    (
        *(Role.STOP, Role.TO, Role.EVEN, Role.ENTRY, Role.MOVE, Role.MARKET, Role.ZONE),
        *(Role.FILLER, Role.MARK, Role.TICK),
    )
)
_SET_ANEW, _FEW = frozenset((Role.EVEN, Role.ENTRY, Role.MOVE)), 2
_SENT = frozenset((Role.TO, Role.MOVE, Role.ZONE))
_TO_COME = frozenset((Role.IF, Role.WILL, Role.MAY, Role.EVEN, Role.YOU_CAN))
_TRADES, _WHOSE = frozenset(listed("TRADES")), frozenset(listed("WHOSE"))
_NEARLY = frozenset((*listed("ALMOST"), "near", "close to", "close", "is close", "approaching", "from", "away from"))
_CALLED = frozenset((Role.TICKER, *_SIDES))
_STATUSES, _POSTED = frozenset(listed("STATUSES")), frozenset(listed("POSTED"))
_TIMES, _SAID_BESIDE = (Role.TIME, Role.CLOCK), frozenset((Role.MARK, Role.TICK, Role.FILLER, Role.ZONE, Role.HEADING))
_CHEERED = frozenset(listed("CHEERED"))
_CHEERING = (Role.WORD, Role.FILLER, Role.MARK, Role.TICK, Role.HEADING, Role.UP)
LIKE_THIS, _LEVELLED = frozenset(listed("LIKE_THIS")), (*_SIDES, Role.ENTRY, Role.STOP, Role.TARGET)


def standing(pieces: Sequence[Lexeme], roles: frozenset[Role], text: Clean) -> Iterator[Reason]:
    """What about a complete call makes it an old one, or one that is only watched."""
    first = pieces[0]
    if first.text in _IN_AT or not roles.isdisjoint(_HELD):
        before = _before(pieces, next((at for at, p in enumerate(pieces) if p.role in _SIDES), 0))
        own = next((p for p in before if _is_held(p)), None)
        if own is None and before and before[0].text in _IN_AT and any(p.role is ROLE.TICKER for p in before):
            own = before[0]  # "In SOLUSDT long from 140", "In at 140 SOL long"
        own = own or next((p for q, p in pairwise(pieces) if q.role is ROLE.PRICE and _holds_what_is_before(p)), None)
        own = own or (next(_filled(pieces), None) if ROLE.FILLED in roles else None) or next(_runs(pieces), None)
        if own is not None:
            yield _at("it speaks of a trade that is already open", own, text)
    if ROLE.AD in roles:
        above = takewhile(lambda p: p.role not in _LEVELLED, pieces)
        yield from (_at("it may be an example", p, text) for p in above if p.role is ROLE.AD and p.text in LIKE_THIS)
    if any(sign in text.text for sign in _EXPLAINING):
        yield from (_at("it may be an example", p, text) for p in islice(_explained(pieces), 1, 2))
    if first.role is ROLE.TIME or first.text == "[":
        yield from (_at("it may be an example", p, text) for p in pieces[1:_LOG_LEAD] if p.text in _LOGGED)
    words = {p.text for p in pieces}
    if not _TALLIES.isdisjoint(words):
        yield from (_at("it counts what a trade has made or lost", p, text) for p in islice(_tallies(pieces), 1))
    if ROLE.TICK in roles and ROLE.TARGET not in roles:
        for at in range(3, len(pieces)):
            if [p.role for p in pieces[at - 3 : at + 1]] == _WAY_MADE:
                yield _at("it counts what a trade has made or lost", pieces[at], text)
                break
    lead = [p for p in pieces[:_LEAD_MAX] if p.role is not ROLE.FILLER]  # "Please set SL 2640 and TP 2670 for ..."
    sets = [p.role for p in lead[:1]] == [ROLE.MOVE] and [p.role for p in lead[1:3]] in _SET
    if sets or (first.role is ROLE.MOVE and len(pieces) > 1 and pieces[1].text == ":"):
        yield _at("it may be about an earlier call", first, text)
    if not _INSIDE.isdisjoint(words):
        inside = (p for at, p in enumerate(pieces) if p.text in _INSIDE and not _asks_for_cheers(pieces, at))
        yield from (_at("it speaks of a trade that is already open", p, text) for p in islice(inside, 1))
    renewed = ROLE.MARKET in roles or not _RENEWED.isdisjoint(words)
    if renewed and (moved := next(_moved_levels(pieces), None)) is not None:
        yield _at("it may be about an earlier call", moved, text)
    yield from _under_way(pieces, words, roles, text)
    if not _EARLIER.isdisjoint(words) and (again := next(_given_before(pieces), None)) is not None:
        yield _at("it may be about an earlier call", again, text)
    if not text.text.isascii() and any(cross in text.text for cross in _CROSSES):
        yield from (_at("it is crossed out", piece, text) for piece in islice(_crosses(pieces), 1))
    if ZEROS.is_among(_split(words)) and any(word in text.lower for word in ZEROS.words):
        yield from (_at("its prices may lack their zeros", p, text) for p in islice(filter(ZEROS.has, pieces), 1))
    if ROLE.LATER in roles:
        for at in range(1, len(pieces)):
            later, follows = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
            ends = follows is None or follows.role is ROLE.LINE or follows.text in _ENDS
            if later.role is ROLE.LATER and ends and pieces[at - 1].role in _PLACED:
                yield _at("it may be for later", later, text)
                break


def _split(texts: set[str]) -> set[str]:
    """What the pieces say, and each word of those that say several."""
    return texts.union(*[text.split() for text in texts if " " in text])


def _asks_for_cheers(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Leave a 🔥 if you are in": what readers are to do, and not who is in the trade."""
    row = list(takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:at])))
    return bool(row) and row[-1].text.split()[0] in _CHEERED and all(p.role in _CHEERING for p in row)


def _is_held(piece: Lexeme) -> bool:
    return piece.role in _HELD and (piece.role is not ROLE.RUNNER or piece.text == _HOLD)


def _holds_what_is_before(piece: Lexeme) -> bool:
    """多单60500持有: Chinese and Japanese say it behind the price."""
    return piece.role is ROLE.HOLD and piece.text >= _HAN


def _runs(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "Gold buy running", "Long SOL 145 running": behind the side, with nothing but its name and price between.

    And as the state of a card: "Status: running".
    """
    sided = False
    for at, piece in enumerate(pieces):
        if piece.text in _RUNNING:
            stands = at > 1 and pieces[at - 1].text == ":" and pieces[at - 2].text in _STATUSES
            stands = stands or (at + 1 < len(pieces) and pieces[at + 1].text in _TRADES)  # "Our running trade:"
            stands = stands or (piece.role is ROLE.HOLD and _is_alone(pieces, at))
            if stands or (sided and piece.role is ROLE.HOLD):
                yield piece
        sided = piece.role in _SIDES or (sided and piece.role in _BESIDE_A_SIDE)


def _is_alone(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Still holding ✅", on a line of its own."""
    before = next((p.role for p in reversed(pieces[:at]) if p.role not in _SMALL), ROLE.LINE)
    behind = next((p.role for p in pieces[at + 1 :] if p.role not in _SMALL), ROLE.LINE)
    return before is ROLE.LINE and behind is ROLE.LINE


def _filled(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "Entry filled ✅" on a line of its own, "BUY GOLD 2330 activated, SL 2325": it is in the market."""
    for begin, end in lines(pieces):
        line = pieces[begin:end]
        roles = {p.role for p in line}
        at = next((n for n, p in enumerate(line) if p.role is ROLE.FILLED and p.text != _ACTIVE), -1)
        if at < 0 or not roles.isdisjoint(_NOT_YET):
            continue
        if line[at].text == _ACTIVE_NOW and all(p is line[at] or p.role in _QUIET for p in line):
            continue
        priced = at > 0 and line[at - 1].role is ROLE.PRICE
        ends = priced and (all(p.role in _QUIET for p in line[at + 1 :]) or line[0].role is ROLE.ENTRY)
        before = [p.role for p in line[:at] if p.role not in _SMALL]
        told = before[-1:] != [] and before[-1] in _PLACED and any(role in _SIDES for role in before)
        evened = [p.role for p in line if p.role not in _SMALL] == [ROLE.FILLED, ROLE.EVEN]  # "entry hit breakeven"
        if ends or told or evened or roles.isdisjoint(_OF_LEVELS):
            yield line[at]


def _given_before(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "Updated ✅" on a line of its own, "SL 2343 (changed)", "35m ago": it is not told for the first time."""
    for at, piece in enumerate(pieces):
        if piece.text not in _EARLIER or (piece.text == _FAR_TARGET and pieces[at - 1].text == "("):
            continue
        row = list(takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:at])))
        behind = takewhile(lambda p: p.role is not ROLE.LINE and p.text not in _CELLS, pieces[at + 1 :])
        if any(p.role not in _SAID_BESIDE for p in behind):
            continue
        if piece.text in _AGO:
            if row and row[0].role in _TIMES and not any(p.text in _POSTED for p in row):
                yield piece
        elif next((p.role for p in row if p.role not in _SAID_BESIDE), ROLE.PRICE) is ROLE.PRICE:
            yield piece


def _under_way(pieces: Sequence[Lexeme], words: set[str], roles: frozenset[Role], text: Clean) -> Iterator[Reason]:
    """Whose trade it is, how near its target the price has come, and what came of it."""
    owned = _is_owned(pieces)
    if owned is None and not words.isdisjoint(_NEARLY):
        owned = next(_nears_its_target(pieces), None)
    if owned is not None:
        yield _at("it speaks of a trade that is already open", owned, text)
    if not roles.isdisjoint(_SET_ANEW) and (moved := next(_stops_at_the_entry(pieces), None)) is not None:
        yield _at("it speaks of a trade that is already open", moved, text)
    ended = next(_outcomes(pieces, words, roles), None)
    if ended is None and not roles.isdisjoint(_AMOUNTS) and any(opening in text.text for opening in _OPENING):
        ended = next(_so_far(pieces), None)
    if ended is not None:
        yield _at("it counts what a trade has made or lost", ended, text)


def _is_owned(pieces: Sequence[Lexeme]) -> Lexeme | None:
    """ "Our gold buy 2340", "my long BTC 60000": the post begins with whose trade it is."""
    row = [p for p in pieces[: _LEAD_MAX * 2] if p.role is not ROLE.MARK][:3]
    owned = len(row) > 2 and row[0].text in _WHOSE and {row[1].role, row[2].role} <= _CALLED
    return row[0] if owned and row[1].role is not row[2].role else None


def _nears_its_target(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "TP 2360 is close to TP", "5 pips from TP": behind its last level, how near the price has come."""
    last = max((at for at, p in enumerate(pieces) if p.role is ROLE.PRICE), default=len(pieces))
    row = list(takewhile(lambda p: p.role is not ROLE.LINE and p.text not in _ENDS, pieces[last + 1 :]))
    for at, piece in enumerate(row[1:], 1):
        if piece.role is ROLE.TARGET and any(p.text in _NEARLY for p in row[max(0, at - 2) : at]):
            yield piece


def _outcomes(pieces: Sequence[Lexeme], words: set[str], roles: frozenset[Role]) -> Iterator[Lexeme]:
    """ "Stopped ❌", "+2R", "-$100", "BE", "TP ✅", alone on a line below the last level: what came of it."""
    if _ENDED.isdisjoint(words) and roles.isdisjoint(_OUTCOMES):
        return
    last = max((at for at, p in enumerate(pieces) if p.role is ROLE.PRICE), default=len(pieces))
    for begin, end in lines(pieces[last + 1 :]):
        if not begin:
            continue  # what stands behind the level itself
        line = pieces[last + 1 + begin : last + 1 + end]
        said = [p for p in line if p.role not in _SAID_BESIDE and p.text not in _STATUSES and p.text not in _TALLIES]
        if len(said) != 1:
            continue
        ended = said[0].text in _ENDED or said[0].role is ROLE.EVEN
        ended = ended or (said[0].role in _OUTCOMES and line[0].text in _SIGNS)
        ticked = any(p.role is ROLE.TICK or p.text in _CROSSES for p in line)
        if ended or (said[0].role in _LEVELS and ticked):
            yield said[0]


def _stops_at_the_entry(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "SL to entry", "Stop is at BE now", alone on a line beside the plan, and nothing that it waits for."""
    for begin, end in lines(pieces):
        line = [p for p in pieces[begin:end] if p.role not in _QUIET]
        roles = {p.role for p in line if p.role is not ROLE.WORD}
        led = ROLE.EVEN in roles or (ROLE.ENTRY in roles and not roles.isdisjoint(_SENT))
        led = led or any(p.role is ROLE.MOVE and p.text in _RENEWED for p in line)  # "Stop loss moved"
        if not led or ROLE.STOP not in roles or not roles <= _ONLY_MOVED:
            continue
        ordered = line[0].role is ROLE.MOVE and line[0].text not in _RENEWED  # a rule, or judged as an order
        behind = takewhile(lambda p: p.role is not ROLE.LINE, pieces[end + 1 :])
        triggered = any(
            p.role is ROLE.TARGET for p in behind
        )  # "Stop: Breakeven -", and below it "Trigger: Target (1)"
        if not (ordered or triggered) and sum([p.role is ROLE.WORD for p in line]) <= _FEW:
            yield line[0]


def _so_far(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "(running +20 pips)", "[already +2%]": a remark in brackets on what the trade makes by now."""
    inside: list[Lexeme] = []
    opened = False
    for piece in pieces:
        if piece.text in _OPENING or piece.role is ROLE.LINE:
            inside, opened = [], piece.role is not ROLE.LINE
        elif opened and piece.text not in _CLOSING:
            inside.append(piece)
        elif opened:
            signed = any(p.text in _SIGNS and q.role in _AMOUNTS for p, q in pairwise(inside))
            if signed and any(p.role in (ROLE.MARKET, ROLE.HOLD) or p.text in _SO_FAR for p in inside):
                yield inside[0]
            opened = False


def _moved_levels(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "SL moved to 2648", "SL now 2645", "SL moved to entry": a level that stood elsewhere, and no rule for later."""
    for at, piece in enumerate(pieces[:-1]):
        told = piece.text in _RENEWED or (piece.role is ROLE.MARKET and at > 0 and pieces[at - 1].role in _LEVELS)
        if not told or not any(p.role in _LEVELS for p in (pieces[at - 1] if at else piece, pieces[at + 1])):
            continue
        row = list(takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:at])))
        row += takewhile(lambda p: p.role is not ROLE.LINE, pieces[at:])
        roles = {p.role for p in row}
        if (ROLE.PRICE in roles and _TO_COME.isdisjoint(roles)) or roles - {piece.role} <= _ONLY_MOVED:
            yield piece


def _tallies(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "P&L: +$31.40", "Pips: +50", "Outcome: ✅": what it has come to, with a figure; a word of more needs a sign."""
    for begin, end in lines(pieces):
        for at in [at for at in range(begin, end) if pieces[at].text in _TALLIES]:
            signed = pieces[at + 1 : at + 3]
            told = len(signed) > 1 and (signed[1].text in _SIGNS or signed[1].role is ROLE.TICK) and at + 2 < end
            if told if pieces[at].role is not ROLE.RATIO else any(p.role in _COUNTED for p in pieces[begin:end]):
                yield pieces[at]


def _explained(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "Entry: 1.0850 <- where you get in", "SL: 1.0800  # stop loss": the lines that somebody explains to a reader."""
    for begin, end in lines(pieces):
        for at in range(begin + 1, end - 1):
            sign, behind = pieces[at], pieces[at + 1]
            points = sign.text == "←" or (sign.text == "<" and behind.text == "-")
            points = points or (sign.text == "#" and behind.start > sign.end)
            points = points or (sign.text == behind.text == "/" and sign.end == behind.start)
            rest = [p for p in pieces[at + 1 : end] if p.role is not ROLE.MARK]
            if points and rest and all(p.role not in _FIGURES for p in rest):
                yield sign
                break


def _before(pieces: Sequence[Lexeme], side: int) -> Sequence[Lexeme]:
    """What the sentence of the side says before it."""
    first = side
    while first and pieces[first - 1].role is not ROLE.LINE and pieces[first - 1].text not in _ENDS:
        first -= 1
    return pieces[first:side]


def _crosses(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """A cross before the name or the side that the post begins with, alone on a line, or behind the last target."""
    for at, piece in enumerate(pieces):
        if piece.role is not ROLE.MARK or piece.text not in _CROSSES:
            continue
        begins = at == 0 or pieces[at - 1].role is ROLE.LINE
        if not begins and pieces[at - 1].role is ROLE.PRICE and _ends_its_target(pieces, at):
            yield piece
        behind = next((p.role for p in pieces[at + 1 :] if p.text not in _CROSSES), ROLE.LINE)
        if begins and (behind is ROLE.LINE or (at == 0 and behind in _CROSSED)):
            yield piece


def _ends_its_target(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "TP 2360 ❌", with nothing behind it on the line: that target never came."""
    row = takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:at]))
    label = next((p.role for p in row if p.role in _LEVELS), ROLE.LINE)
    return label is ROLE.TARGET and (at + 1 == len(pieces) or pieces[at + 1].role is ROLE.LINE)


def _at(words: str, piece: Lexeme, text: Clean) -> Reason:
    return Reason(words, *text.span(piece.start, piece.end))


def tells_how_it_runs(pieces: Sequence[Lexeme]) -> bool:
    """ "+140 pips running profit, set breakeven if you want", "trade update: we took 30% off": how it stands."""
    recaps = [p.text for p in pieces if p.role is ROLE.RECAP]
    return bool(recaps) and all(
        text.split()[0] in _RUNNING or text.endswith((*IN_PROFIT, _UPDATE)) or text.split()[-1] in TOOK
        for text in recaps
    )
