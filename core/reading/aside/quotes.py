"""Set aside what an instrument costs now, where the entry has a price of its own.

Separate from the other numbers that are no levels: this one may be the entry itself, and is where no other is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_QUOTED = frozenset(listed("PRICE_NOW"))
QUOTING = frozenset(phrase.split()[-1] for phrase in _QUOTED if "price" not in phrase) | {"price"}
"""Without one of these no price of now is told."""
_WITHIN = 8
_BETWEEN = (Role.MARK, Role.WORD, Role.FILLER, Role.IDENT, Role.MARKET, Role.VENUE, Role.TIME, Role.ZONE)
_PRICES = frozenset(listed("PRICE"))
_BESIDE = (Role.MARKET, Role.ABOVE, Role.BELOW, Role.BETWEEN)
_SIDES = (Role.BUY, Role.SELL)
_PRICED = (Role.ENTRY, *_SIDES)
_NAMING = frozenset((Role.STOP, Role.TARGET, Role.ENTRY, Role.ADD, Role.LEVERAGE, *_SIDES))
_POINTING, _PARTING, _MONEY = frozenset(":@="), frozenset("(,|"), frozenset("$€£")
_LEADING = _POINTING | _MONEY
_BROKEN = (Role.LINE, Role.MARK)
_MARKETS, _ENDS = frozenset(listed("MARKETS")), ".;!?"
_TALKED = frozenset(
    (
        *(Role.WORD, Role.FILLER, Role.ANALYSIS, Role.MAY, Role.CLOCK, Role.TIME, Role.MARK, Role.AND, Role.IF),
        *(Role.WILL, Role.NOT, Role.BUT, Role.SIZE, Role.UP, Role.DOWN, Role.ABOVE, Role.BELOW, Role.MOVE),
    )
)
_TALKED_OF_A_PRICE = _TALKED | {Role.ENTRY, Role.ZONE}
_UNSPOKEN = frozenset(
    (
        *(Role.MARK, Role.LINE, Role.FILLER, Role.INDEX, Role.ZONE, Role.TICKER),
        *(Role.LIMIT, Role.BREAKOUT),
    )
)
"""What may stand between a side and its price: "buy stop NZDCAD 0.7985"."""
_LABELS = (Role.STOP, Role.TARGET, Role.ENTRY, Role.ADD, Role.LEVERAGE)
_NOWS = frozenset(listed("NOWS"))
_ORDERING = (*_LABELS, *_SIDES, Role.TICKER, Role.PRICE, Role.LIMIT, Role.BREAKOUT, Role.MARKET, Role.YOU_CAN)


def quotes_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Current price: 0.552, entry: 0.548": where an entry is named, what it costs now is news.

    Where it is named at another price, the order waits for it, however loudly "buy now" stands above.
    """
    spoken = [p for p in _spoken(pieces) if p.role not in _BESIDE or p.text in _QUOTED]
    triples = zip([*spoken[:1], *spoken], spoken, spoken[1:], strict=False)
    entered = any(p.role in _PRICED and q.role is ROLE.PRICE for p, q in pairwise(spoken)) or any(
        p.role is ROLE.PRICE and q.role in _SIDES and o.role not in _LABELS and o.text not in _QUOTED
        for o, p, q in triples
    )  # "61800 long": the price before its side
    _prices_aside(pieces, spoken)
    for at in range(len(pieces) - 1) if entered else ():
        if pieces[at].text not in _QUOTED or (at and pieces[at - 1].role in _LABELS):
            continue  # "SL current 62000"
        if (behind := _quoted(pieces, at + 1)) is not None:
            pieces[at], now = pieces[at].recast(ROLE.FILLER), pieces[behind].value
            set_aside(pieces, behind)
            if any(p.role is ROLE.ENTRY and q.role is ROLE.PRICE and q.value != now for p, q in pairwise(spoken)):
                return [p.recast(ROLE.FILLER) if p.role is ROLE.MARKET else p for p in pieces]
    return pieces


def _prices_aside(pieces: list[Lexeme], spoken: Sequence[Lexeme]) -> None:
    """ "Price: 64200", and below it "Entry: 63800": a label at the head of its line, beside that of the entry."""
    labelled = {q.start for p, q in pairwise(spoken) if p.role is ROLE.ENTRY and q.role is ROLE.PRICE}
    labelled = labelled or _behind_its_side(pieces)
    for at in range(len(pieces) - 2) if labelled else ():
        behind = at + 2 + (pieces[at + 2].text in _MONEY and at + 3 < len(pieces))
        label, colon, price = pieces[at], pieces[at + 1], pieces[behind]
        if label.text not in _PRICES or colon.text not in ":@=-" or price.role is not ROLE.PRICE:
            continue
        heads = at == 0 or pieces[at - 1].role in (ROLE.LINE, ROLE.MARK)
        if heads and labelled - {price.start}:
            set_aside(pieces, behind)


def _behind_its_side(pieces: Sequence[Lexeme]) -> set[int]:
    """ "Price: 71.8", and below it "Buy: 71.2": where the only side of a post stands as the label of its price."""
    sides = [at for at, p in enumerate(pieces[:-2]) if p.role in _SIDES]
    row = pieces[sides[0] : sides[0] + 3] if len(sides) == 1 else ()
    labels = len(row) == 3 and row[1].text == ":" and row[2].role is ROLE.PRICE
    below = labels and all(p.role not in _LABELS for p in pieces[: sides[0]])
    return {row[2].start} if below else set()


def now_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Entry 145.20 (now 146.10)", "buy 2650, now 2652": behind a price for the order, where the market is.

    "Market: BTCUSDT" names what is traded.
    """
    for at in [at for at, p in enumerate(pieces) if p.role is ROLE.MARKET]:
        behind = at + 1
        while behind < len(pieces) and (pieces[behind].text in _LEADING or pieces[behind].role is ROLE.ZONE):
            behind += 1
        follows = pieces[behind] if behind < len(pieces) else None
        if follows is None:
            continue
        talked = (pieces[at].text in _MARKETS or pieces[at].text in _QUOTED) and _is_talked_about(pieces, at)
        if talked or (pieces[at].text in _NOWS and _is_said_in_passing(pieces, at)):
            pieces[at] = pieces[at].recast(ROLE.FILLER)
            continue
        if follows.role is ROLE.TICKER and behind == at + 2 and pieces[at + 1].text in _POINTING:
            pieces[at] = pieces[at].recast(ROLE.SYMBOL)
        elif follows.role is ROLE.PRICE:
            back = at - 1 - (at > 1 and pieces[at - 1].text in _PARTING)
            while behind > at + 1 and back > 0 and pieces[back].role in _BROKEN:
                back -= 1  # "Now: 146.10" on a line of its own
            before = pieces[back] if back >= 0 else follows
            if before.role is ROLE.PRICE and before.value != follows.value and _is_an_entry(pieces, back):
                pieces[at] = pieces[at].recast(ROLE.FILLER)
                set_aside(pieces, behind)
    return pieces


def _is_talked_about(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Market looks heavy", "the current price is near our entry": a sentence of its own beside a priced order."""
    behind = list(takewhile(lambda p: p.role is not ROLE.LINE and p.text not in _ENDS, pieces[at + 1 :]))
    talked = _TALKED if pieces[at].text in _MARKETS else _TALKED_OF_A_PRICE
    if not behind or any(p.role not in talked for p in behind) or all(p.role is ROLE.MARK for p in behind):
        return False
    if behind[0].role is ROLE.ENTRY or behind[0].text in _POINTING:
        return False  # "CMP entry", "Market: instant"
    row = takewhile(lambda p: p.role is not ROLE.LINE and p.text not in _ENDS, reversed(pieces[:at]))
    told = all(p.role in _TALKED and p.text not in _POINTING for p in row)
    return told and any(p.role is ROLE.PRICE and _may_be_an_entry(pieces, n) for n, p in enumerate(pieces))


def _is_said_in_passing(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "..., SL 2664. Ya sabéis", "jetzt heißt es warten": below the last level, before a word that orders nothing."""
    before = next((p for p in reversed(pieces[:at]) if p.role is not ROLE.FILLER), pieces[at])
    if pieces[at + 1].role is not ROLE.WORD or before.role in _ORDERING:
        return False
    priced = [n for n, p in enumerate(pieces) if p.role is ROLE.PRICE]
    parted = any(p.role is ROLE.LINE or p.text in _ENDS for p in pieces[priced[-1] if priced else at : at])
    return parted and any(_is_an_entry(pieces, n) for n in priced)


def _is_an_entry(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether the last label before a price is that of an entry, or a side."""
    label = next((p.role for p in reversed(pieces[:at]) if p.role in _NAMING), ROLE.LINE)
    return label in _PRICED


def _may_be_an_entry(pieces: Sequence[Lexeme], at: int) -> bool:
    """Also "LINK 14.2 short", where no label stands before the price."""
    label = next((p.role for p in reversed(pieces[:at]) if p.role in _NAMING), ROLE.LINE)
    return label in _PRICED or label is ROLE.LINE


def _quoted(pieces: Sequence[Lexeme], first: int) -> int | None:
    """Where the price stands: right behind its label, or behind the mark of "current price MT5 (live): 0.552"."""
    colon = False
    for at in range(first, min(first + _WITHIN, len(pieces))):
        piece = pieces[at]
        if piece.role is ROLE.PRICE:
            return at if colon or at == first else None
        if piece.text in _MONEY and (colon or at == first):
            colon = True  # "Current price - $2975"
            continue
        if piece.role not in _BETWEEN or colon:
            return None
        colon = piece.text in ":=-@" or piece.role is ROLE.ZONE
    return None


def _spoken(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    return [p for p in pieces if p.role not in _UNSPOKEN]
