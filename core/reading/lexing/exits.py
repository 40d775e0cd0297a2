"""Know where a word of leaving ends a trade: "exit EURJPY here", "exit at 2345 now", "out of BTC", "gold out".

Separate from the labels, in which the same words stand for a price: here what stands beside them tells. Beside
targets, and where nothing else is called the stop, the price at which somebody leaves is one.
"""

from __future__ import annotations

from itertools import pairwise, takewhile

from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.facts import KNOWN, Named
from core.reading.words.lexicon import listed

_OUT, _OF, _MEANWHILE = listed("OUT"), listed("OF"), listed("MEANWHILE")
_SIDES = (Role.BUY, Role.SELL)
_BESIDE_AN_OUT = frozenset(
    (Role.FILLER, Role.MARK, Role.LINE, Role.TICK, Role.TICKER, Role.DISTANCE, Role.PERCENT, Role.REWARD, Role.HEADING)
)
_COVERED, _BOUGHT_BACK = frozenset(("cover", "covering")), (Role.SELL, Role.HALF)
""" "Cover the short", "cover half"."""
_LEFT, _LINE_MAX = frozenset(("exit", *listed("CUTS"), *_COVERED)), 8
LEAVES = frozenset(word.split()[0] for word in _LEFT)
"""How these words begin."""
_STOPPED, _IN = "stopped", frozenset(("in", "on"))
_SHARED, _OFF_OF = (Role.HALF, Role.PERCENT, Role.PART), frozenset(("off", "of"))
_ALSO_WORDS = frozenset(("sol", "link", "dot", "atom", "op", "sei", "uni", "ape", "ton", "tia", "render", "ada"))
"""Coins that small letters make a word of some language: names where a share is taken off them, or they are left."""
_LOSSES = (Role.PRICE, Role.IDENT, Role.DISTANCE, Role.PERCENT, Role.REWARD)
_FLAT, _LEFT_AT = "flat", ("exit", "exit price", "avg exit", "average exit", "close price", "closing price")
_CARD_MAX, _STOP_TO = 12, [Role.STOP, Role.TO]
_BECOMES, _LABELS = frozenset(listed("BECOMES")), (Role.TARGET, Role.STOP, Role.INDEX)
_PULLED, _WAITING, _PULL_MAX = "pulled", frozenset(("order", "orders", "limit", "bid", "bids", "offer", "offers")), 4
_BETWEEN = frozenset((Role.FILLER, Role.TICKER, Role.BUY, Role.SELL, Role.LIMIT, Role.PART, Role.ADD, Role.PRICE))
ENDED = frozenset(("out", "off", "of", _STOPPED, _PULLED, _FLAT, "closed")) | _BECOMES
_NAMES = (Role.TICKER, Role.IDENT)
_LEVELLED = (Role.PRICE, Role.DISTANCE, Role.PERCENT)
_PRICE_NOW = [Role.PRICE, Role.MARKET]
_PAST_THE_PLAN = frozenset((Role.MOVE, Role.EDIT, Role.EVEN, Role.HIT, Role.CLOSED, Role.CANCEL, Role.STOPPED))
_LEAVING, _LABEL = frozenset((*listed("LEAVING"), *_OUT)), (Role.CLOSE, Role.PRICE)
_CONDITIONS = (Role.IF, Role.BELOW, Role.ABOVE)
_OTHERWISE = frozenset((*_SIDES, Role.TARGET, Role.TICKER, Role.ENTRY, Role.ADD, Role.PART, Role.HALF, Role.PERCENT))
_OTHERWISE |= {Role.NOT, Role.QUESTION, Role.MAY, Role.WILL, Role.SIZE, Role.HOLD}


def exits_named(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Exit EURJPY here", "LONG EXIT" close a trade; beside a stop an exit with a price is where a plan ends."""
    stops = any(p.role is ROLE.STOP for p in pieces)
    for at in (at for at in range(len(pieces)) if pieces[at].text in _LEFT):
        if pieces[at].text in _COVERED:
            what = next((p.role for p in pieces[at + 1 : at + 4] if p.role not in (ROLE.FILLER, ROLE.TICKER)), None)
            pieces[at] = pieces[at].recast(ROLE.CLOSE) if what in _BOUGHT_BACK else pieces[at]
            continue
        if pieces[at].text != "exit":
            pieces[at] = pieces[at].recast(ROLE.CLOSE) if _cuts_a_loss(pieces, at) else pieces[at]
            continue
        before, behind = pieces[at - 1 : at], pieces[at + 1 : at + 3]
        named = bool(behind) and (behind[0].role in _SIDES or (behind[0].role in _NAMES and not stops))
        named = named or (bool(behind) and behind[0].role is ROLE.HALF and not stops)  # "exit half here at 2355"
        ends = [p.role for p in behind[:1]] in ([], [ROLE.LINE]) and [p.role for p in behind[1:]] != [ROLE.PRICE]
        if not stops and [p.role for p in pieces[at + 1 : at + 4] if p.text not in "@:"][-2:] == _PRICE_NOW:
            named = True  # "exit at 2345 now"
        if named or (ends and before and before[0].role in _SIDES):
            pieces[at] = pieces[at].recast(ROLE.CLOSE)
    return pieces


def _cuts_a_loss(pieces: list[Lexeme], at: int) -> bool:
    """ "Cut loss EURUSD", "gold cut loss now": beside a name and without a price on its line it is no level."""
    begins = at - sum(1 for _ in takewhile(_is_on_the_line, reversed(pieces[max(0, at - _LINE_MAX) : at])))
    row = [p for p in takewhile(_is_on_the_line, pieces[begins : at + _LINE_MAX]) if p.role is not ROLE.FILLER]
    here = next((n for n, p in enumerate(row) if p.start == pieces[at].start), 0)
    priced = any(p.role in _LEVELLED for p in row)
    return not priced and any(p.role is ROLE.TICKER for p in (*row[max(0, here - 1) : here], *row[here + 1 : here + 2]))


def _is_on_the_line(piece: Lexeme) -> bool:
    return piece.role is not ROLE.LINE and piece.text not in ".!;:"


def out_of_named(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Out of BTC at 60400": at the head of a sentence, and before the name of what is held; "gold out", "out +30"."""
    texts = {p.text for p in pieces}
    pieces = _coins_in_small_letters(pieces) if not texts.isdisjoint(_ALSO_WORDS) else pieces
    pieces = _stops_of_a_name(pieces) if _STOPPED in texts else pieces
    pieces = _orders_pulled(pieces) if _PULLED in texts else pieces
    if not texts.isdisjoint(_LEFT_AT):
        _prices_left_at(pieces)
    if _FLAT in texts or not texts.isdisjoint(_BECOMES):
        _told_by_neighbours(pieces)
    if texts.isdisjoint(_OUT):
        return pieces
    outs = [at for at, p in enumerate(pieces) if p.text in _OUT]
    if len(outs) == 1 and all(p.role in _BESIDE_AN_OUT for at, p in enumerate(pieces) if at != outs[0]):
        pieces[outs[0]] = pieces[outs[0]].recast(ROLE.CLOSE)
    if len(outs) == 1 == outs[0] and pieces[0].role is ROLE.TICKER and pieces[2:3] and pieces[2].text in ".!":
        pieces[1] = pieces[1].recast(ROLE.CLOSE)  # "ETH out. Don't like the bounce"
    for at in range(len(pieces) - 2):
        if pieces[at].text not in _OUT:
            continue
        heads = not at or pieces[at - 1].role in (ROLE.LINE, ROLE.LINK) or pieces[at - 1].text in ".!;"
        named = pieces[at + 1].text in _OF and pieces[at + 2].role is ROLE.TICKER
        if named and heads and not any(p.text in _MEANWHILE for p in pieces[at + 3 : at + 4]):
            pieces[at] = pieces[at].recast(ROLE.CLOSE)
    return pieces


def _coins_in_small_letters(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Half off sol", "20% of link", "sol out.", "sol stopped": of what a share is taken, or what is left."""
    for at, piece in enumerate(pieces):
        if piece.text not in _ALSO_WORDS or piece.role not in (ROLE.WORD, ROLE.AD, ROLE.FILLER):
            continue
        shared = at > 1 and pieces[at - 1].text in _OFF_OF and pieces[at - 2].role in _SHARED
        shared = shared or (at == 2 and pieces[1].text in _OF and pieces[0].text in _OUT)  # "out of sol at 188.1"
        behind = pieces[at + 1].text if at + 1 < len(pieces) else ""
        left = at == 0 and piece.role is ROLE.WORD and (behind in _OUT or behind == _STOPPED) and _ends(pieces, at + 2)
        if shared or left:
            name = piece.text.upper()
            pieces[at] = Lexeme(ROLE.TICKER, piece.text, piece.start, piece.end, named=Named(name, name, KNOWN))
    return pieces


def _stops_of_a_name(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SOL stopped.", "we are stopped in DAX": the trade, where no word tells that a price stands still."""
    for at in (at for at, p in enumerate(pieces) if p.text == _STOPPED and p.role is ROLE.WORD):
        alone = at > 0 and pieces[at - 1].role is ROLE.TICKER and _begins(pieces, at - 1) and _ends(pieces, at + 1)
        alone = alone or _names_what_stopped(pieces, at) or _stopped_at_a_price(pieces, at) or _lost(pieces, at)
        within = [p.text in _IN or p.role is ROLE.TICKER for p in pieces[at + 1 : at + 3]] == [True, True]
        within = within and pieces[at + 2].role is ROLE.TICKER and _ends(pieces, at + 3)
        lead = at - (at > 0 and pieces[at - 1].role is ROLE.FILLER)
        if alone or (within and _begins(pieces, lead)):
            pieces[at] = pieces[at].recast(ROLE.STOPPED)
    return pieces


def _names_what_stopped(pieces: list[Lexeme], at: int) -> bool:
    """ "Stopped. FTSE -34.", "Stopped FTSE": the word alone, and behind it the name."""
    named = at + 1 + (pieces[at + 1 : at + 2] != [] and pieces[at + 1].text in ".!:")
    return _begins(pieces, at) and [p.role for p in pieces[named : named + 1]] == [ROLE.TICKER]


def _lost(pieces: list[Lexeme], at: int) -> bool:
    """ "nas stopped -54.", "Ger40 stopped ▪️ -60": the trade, and what it has cost."""
    row = [p for p in pieces[at + 1 : at + 4] if p.role is not ROLE.MARK or p.text == "-"]
    named = at > 0 and pieces[at - 1].role is ROLE.TICKER and _begins(pieces, at - 1)
    signed = len(row) > 1 and row[0].text == "-" and row[0].end == row[1].start
    return named and signed and row[1].role in _LOSSES


def _stopped_at_a_price(pieces: list[Lexeme], at: int) -> bool:
    """ "NAS100 stopped @ 20520", "Status: STOPPED @ 20520": the trade, and where."""
    headed = at > 0 and (pieces[at - 1].role is ROLE.TICKER or pieces[at - 1].text == ":")
    behind = [p for p in pieces[at + 1 : at + 4] if p.text not in "@$"]
    return headed and len(behind) < len(pieces[at + 1 : at + 4]) and behind[0].role is ROLE.PRICE


def _orders_pulled(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "I pulled the GBPUSD order", "we've pulled our gold bids": what waits is withdrawn; no trigger is one."""
    for at in (at for at, p in enumerate(pieces) if p.text == _PULLED and p.role is ROLE.WORD):
        row = list(takewhile(lambda p: p.text not in _WAITING and p.role in _BETWEEN, pieces[at + 1 : at + _PULL_MAX]))
        if any(p.text in _WAITING for p in pieces[at + 1 + len(row) : at + 2 + len(row)]):
            pieces[at] = pieces[at].recast(ROLE.CANCEL)
    return pieces


def _prices_left_at(pieces: list[Lexeme]) -> None:
    """ "CLOSED | SOL | LONG | exit 166 | PnL +40": in a card that begins with how it ended, no target."""
    closed = next((at for at, p in enumerate(pieces[:_CARD_MAX]) if p.role is ROLE.CLOSED), None)
    if closed is None or any(p.role in (ROLE.STOP, ROLE.HIT, ROLE.ENTRY) for p in pieces):
        return
    for at in range(closed + 1, min(closed + _CARD_MAX, len(pieces))):
        if pieces[at].role is ROLE.TARGET and pieces[at].text in _LEFT_AT:
            pieces[at] = pieces[at].recast(ROLE.ZONE)


def _told_by_neighbours(pieces: list[Lexeme]) -> None:
    """ "TP3 becomes 1.04", "stop to flat": plain words, but for the label before them."""
    for at in range(1, len(pieces)):
        if pieces[at].text in _BECOMES and pieces[at].role in (ROLE.WORD, ROLE.FILLER):
            labelled = any(p.role in _LABELS for p in pieces[max(0, at - 3) : at])
            if labelled and _is_priced(pieces[at + 1 : at + 3]):
                pieces[at] = pieces[at].recast(ROLE.MOVE)
        elif pieces[at].text == _FLAT and [p.role for p in pieces[max(0, at - 2) : at]] == _STOP_TO:
            pieces[at] = pieces[at].recast(ROLE.EVEN)


def _is_priced(behind: list[Lexeme]) -> bool:
    return next((p.role for p in behind if p.role is not ROLE.FILLER), None) is ROLE.PRICE


def _begins(pieces: list[Lexeme], at: int) -> bool:
    return at == 0 or pieces[at - 1].role in (ROLE.LINE, ROLE.TICK) or pieces[at - 1].text in ".!;"


def _ends(pieces: list[Lexeme], at: int) -> bool:
    return at >= len(pieces) or pieces[at].role in (ROLE.LINE, ROLE.TICK) or pieces[at].text in ".!,;"


def exits_as_stops(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Salida: 2.98", 离场：79443, "if it loses 2.98 I'm out": beside a side and its targets it is the stop."""
    roles = {p.role for p in pieces}
    planned = ROLE.TARGET in roles and ROLE.PRICE in roles and not roles.isdisjoint(_SIDES)
    if ROLE.STOP in roles or not planned or not roles.isdisjoint(_PAST_THE_PLAN) or not _enters(pieces, roles):
        return pieces
    for begin, end in lines(pieces):
        at = _labelled_exit(pieces, begin, end)
        if at is not None and not any(_is_a_priced_target(pieces, n) for n in range(len(pieces) - 1) if n != at):
            return pieces  # "TAKE PROFIT (LONG)", and below it "Take: 65494": no word names another target
        at = _condition_of_an_exit(pieces, begin, end) if at is None else at
        if at is None:
            continue
        pieces[at] = pieces[at].recast(ROLE.STOP)
        for n in range(begin, end):
            if pieces[n].role in (ROLE.CLOSE, ROLE.ALL, ROLE.WORD) or (n < at and pieces[n].role in _CONDITIONS):
                pieces[n] = pieces[n].recast(ROLE.FILLER)
        break
    return pieces


def _is_a_priced_target(pieces: list[Lexeme], at: int) -> bool:
    row = takewhile(lambda p: p.role in (ROLE.MARK, ROLE.INDEX, ROLE.LINE, ROLE.PRICE), pieces[at + 1 : at + 5])
    return pieces[at].role is ROLE.TARGET and any(p.role is ROLE.PRICE for p in row)


def _enters(pieces: list[Lexeme], roles: set[Role]) -> bool:
    """Whether it says where to get in; "we are long SOL, TP 150" does not."""
    if not roles.isdisjoint((ROLE.ENTRY, ROLE.MARKET)):
        return True
    spoken = [p.role for p in pieces if p.role not in (ROLE.MARK, ROLE.FILLER, ROLE.ZONE, ROLE.TICKER, ROLE.LIMIT)]
    return any(a in _SIDES and b is ROLE.PRICE for a, b in pairwise(spoken))


def _labelled_exit(pieces: list[Lexeme], begin: int, end: int) -> int | None:
    """Where a word of leaving heads a line with a mark and one price, and nothing else."""
    row = [at for at in range(begin, end) if pieces[at].role is not ROLE.MARK]
    if len(row) != len(_LABEL) or pieces[row[0]].text not in _LEAVING or pieces[row[1]].role is not ROLE.PRICE:
        return None
    return row[0] if any(pieces[at].text in ":=" for at in range(row[0], row[1])) else None


def _condition_of_an_exit(pieces: list[Lexeme], begin: int, end: int) -> int | None:
    """Where the condition stands, in a sentence that gives one price and leaves."""
    row = pieces[begin:end]
    roles = [p.role for p in row]
    if roles.count(ROLE.PRICE) != 1 or not _OTHERWISE.isdisjoint(roles):
        return None
    price = roles.index(ROLE.PRICE)
    leaves = any(p.role is ROLE.CLOSE or p.text in _OUT for p in row)
    conditions = [at for at in range(price) if roles[at] in _CONDITIONS]
    heads = all(role in (ROLE.MARK, ROLE.FILLER, ROLE.AND) for role in roles[: conditions[0]]) if conditions else False
    return begin + conditions[-1] if leaves and heads else None
