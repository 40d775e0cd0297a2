"""Tell the instrument of a call from a name that is only signed with, and from a word that is none.

Separate from the rules that find a name, because here its line decides: nobody is told to trade what stands in
"signal by Nas", "forex, gold and oil signals" or "#GOLDDESK" behind the last level; and what the words of "Enj шорт"
mean does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile
from typing import NamedTuple

from core.reading.names.hashtags import rooms_tagged, without_tails
from core.reading.names.musings import MOVERS, SILENT, musings, without_the_taken_back
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.catalogue import COINS, INSTRUMENTS, PRICES, SHORT
from core.reading.words.everyday import is_everyday
from core.reading.words.facts import BARE, CASHTAG, KNOWN, PAIR, QUOTES_APART, TICKER_MAX, WORDED, Named
from core.reading.words.lexicon import listed

_BY, _ROOMS = frozenset(listed("BY")), frozenset(listed("ROOMS"))
_SIDES = (Role.BUY, Role.SELL)
_PLACED = (Role.PRICE, Role.LIMIT, Role.MARKET, Role.ENTRY)
ALSO_COINS = frozenset(("link",))
"""Coins whose name says something else wherever no price follows."""
_NAME_MIN, _TOLD, _PARTS = 3, (Role.WORD, Role.ANALYSIS), frozenset(",.;!(")
_HASHES, _ENDS_A_TAG = frozenset("#$"), frozenset((*_SIDES, Role.MARK, Role.LINE))
_APART_MAX = 6
_HAN, _WRITTEN_ABROAD = "\u3040", (Role.STOP, Role.TARGET, Role.ENTRY, Role.SIZE)
_POINTS = frozenset(":=-")
_SIGNED = SILENT | {Role.TICKER, Role.HEADING, Role.ANALYSIS, Role.WORD, Role.ZONE, Role.FILLER, Role.AND}
_OFFERED = _SIGNED | {Role.VENUE, Role.AD, Role.ALL}


_MARKETS = (*MOVERS, "eth")


class _Line(NamedTuple):
    """One line: what may stand on it, and what it says without its marks."""

    roles: frozenset[Role]
    spoken: Sequence[Lexeme]


_Row = tuple[_Line, Sequence[Lexeme]]


def subjects(tickers: Sequence[Lexeme], pieces: Sequence[Lexeme], ends: int) -> list[Lexeme]:
    """The names that may be what a call is about; ``ends``: where its last level stands.

    A pair is always one: nobody signs with "BTC/USDT". Where all are signatures, all are kept.
    """
    if len(tickers) < 2:
        return list(tickers)
    tickers = without_tails(without_the_taken_back(tickers, pieces), pieces, ends)
    rows = list(_naming_lines(pieces))
    tickers = _named_apart(tickers, rows, ends)
    line_of = {piece.start: line for line, row in rows for piece in row if piece.role is ROLE.TICKER}
    last = next((p for p in reversed(pieces) if p.role not in SILENT), None)
    on_lines = [(t, line_of.get(t.start)) for t in tickers]
    kept = [t for t, on in on_lines if on is None or not _signs(t, on, ends, is_last=on.spoken[-1] is last)]
    tags = set(rooms_tagged(kept, pieces))
    kept = [t for t in kept if t.start not in tags]
    rooms = {at for line, _ in rows for at in _rooms(line)}
    if rooms:
        sided = {at for line, _ in rows for at in _sided(line)}
        if any(t.start in sided for t in kept):
            kept = [t for t in kept if t.start in sided or t.start not in rooms]
    return kept if any(t.named is not None and t.named.grade >= KNOWN for t in kept) else list(tickers)


def _named_apart(tickers: Sequence[Lexeme], rows: Sequence[_Row], ends: int) -> Sequence[Lexeme]:
    """Without the money that prices are in ("0.00001874 BTC"), and what is said of bitcoin below a plan."""
    if all(t.text.lstrip("#$") not in _MARKETS for t in tickers):
        return tickers
    money = {at: price for _, row in rows for at, price in _counted_in(row)}
    apart = {at for _, row in rows for at in musings(row, ends)}.union(money)
    kept = [t for t in tickers if t.start not in apart]
    least = CASHTAG if money else KNOWN
    if not any(t.named is not None and t.named.grade >= least and t.start < ends for t in kept):
        return tickers
    coins = {t.text.upper() for t in tickers if money.get(t.start, 1) < 1}  # "1 BTC is now 1.2 BTC" prices nothing
    return [_quoted_in(t, *coins) for t in kept] if len(coins) == 1 else kept


def _quoted_in(ticker: Lexeme, coin: str) -> Lexeme:
    """ "The Graph (#GRT), buy: 0.00001874 BTC": what it is quoted in stands behind its prices."""
    named = ticker.named
    if named is None or named.grade != CASHTAG or not ticker.text.startswith(("#", "$")) or named.symbol.endswith(coin):
        return ticker
    whole = named._replace(symbol=named.symbol + coin)
    return Lexeme(ticker.role, ticker.text, ticker.start, ticker.end, named=whole)


def _counted_in(row: Sequence[Lexeme]) -> Iterator[tuple[int, Decimal]]:
    """Where a coin stands behind a price that it has not cost for many years, with that price; the line ends there."""
    for before, ticker, behind in zip(row, row[1:], [*row[2:], None], strict=False):
        if ticker.text in PRICES and before.role is ROLE.PRICE and before.value is not None:
            ends = behind is None or behind.role in SILENT
            if ends and before.value < PRICES[ticker.text][0]:
                yield ticker.start, before.value


def _naming_lines(pieces: Sequence[Lexeme]) -> Iterator[_Row]:
    """The lines on which an instrument is named."""
    for begin, end in lines(pieces):
        row = pieces[begin:end]
        if any(p.role is ROLE.TICKER for p in row):
            yield _line_of(row), row


def _line_of(row: Sequence[Lexeme]) -> _Line:
    return _Line(frozenset([p.role for p in row]), [p for p in row if p.role not in SILENT])


def _signs(ticker: Lexeme, line: _Line, ends: int, *, is_last: bool) -> bool:
    if ticker.named is None or ticker.named.grade >= PAIR:
        return False
    behind = ticker.start > ends > 0
    if behind and _is_a_tag(ticker) and is_last:
        return True
    closes = len(line.spoken) > 1 and line.spoken[-1].start == ticker.start
    if closes and line.spoken[-2].text.split(" ")[-1] in _BY and line.roles <= _SIGNED:
        return True  # "Trade by Nas"
    return behind and line.roles <= _OFFERED and (ROLE.AD in line.roles or _offers(line.spoken))


def _rooms(line: _Line) -> Iterator[int]:
    """Where a name begins the one that a room gave itself: "Silver Wolf FX", "Bitcoin Bulls Club"."""
    for ticker, behind in pairwise(line.spoken):
        if behind.text in _ROOMS and ticker.named is not None and ticker.named.grade < PAIR:
            yield ticker.start


def _sided(line: _Line) -> Iterator[int]:
    """Where a word stands next to a side."""
    for before, behind in pairwise(line.spoken):
        if behind.role in _SIDES:
            yield before.start
        if before.role in _SIDES:
            yield behind.start


def _is_a_tag(ticker: Lexeme) -> bool:
    """A tag that is no instrument anybody knows."""
    name = ticker.text.removeprefix("#")
    return name != ticker.text and name not in COINS and name not in INSTRUMENTS


def _offers(spoken: Sequence[Lexeme]) -> bool:
    """ "Forex, gold, oil signals": a kind of market among the names, or the word for calls behind them."""
    return any(p.role is ROLE.VENUE for p in spoken[:1]) or (
        spoken[-1].role is ROLE.HEADING and spoken[-1].text.endswith("s")
    )


_JOINTS = frozenset("+&/")


def coins_at_their_price(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Short link 22.4", "long link limit 14.2": between a side and its price a word of rooms is the coin."""
    for at in range(1, len(pieces) - 1):
        piece = pieces[at]
        side = at - 1 - (at > 1 and pieces[at - 1].role in (ROLE.LIMIT, ROLE.MARKET))
        placed = pieces[side].role in _SIDES and pieces[at + 1].role in _PLACED
        if placed and piece.text in ALSO_COINS and piece.role is not ROLE.TICKER:
            name = piece.text.upper()
            pieces[at] = Lexeme(ROLE.TICKER, piece.text, piece.start, piece.end, named=Named(name, name, KNOWN))
    return pieces


WORDS_AS_HEADS = frozenset(("people", "pump", "sun"))
"""Coins whose name says something else but where it stands alone with the side, above a form that is complete."""
_FORM = frozenset((Role.ENTRY, Role.STOP, Role.TARGET))
_HEADED = SILENT | {*_SIDES, Role.TIMES, Role.LEVERAGE, Role.CROSS, Role.ISOLATED}


def words_heading_a_call(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "PUMP Long", "Short #PUMP 10x" on the first line, "Coin: PUMP" on any, beside entry, stop and targets."""
    roles = {p.role for p in pieces}
    if ROLE.TICKER in roles or not roles >= _FORM or roles.isdisjoint(_SIDES):
        return pieces
    ends = next((at for at, p in enumerate(pieces) if p.role is ROLE.LINE), 0)
    named = next((at for at, p in enumerate(pieces) if p.text in WORDS_AS_HEADS), 0)
    headed = named < ends and any(p.role in _SIDES for p in pieces[:ends])
    headed = headed and all(p.role in _HEADED for at, p in enumerate(pieces[:ends]) if at != named)
    if headed or _is_labelled(pieces, named):
        piece, name = pieces[named], pieces[named].text.upper()
        pieces[named] = Lexeme(ROLE.TICKER, piece.text, piece.start, piece.end, named=Named(name, name, KNOWN))
    return pieces


CODED = re.compile(
    r"(?<![a-z0-9])(?:(?:[a-z]{4}(?:[3-8]|11|3[2-59])|(?:win|wdo|ind|dol)[fghjkmnquvxz][0-9]{2})(?![a-z0-9])"
    r"|[a-z]{2,4}[12]!)"
)
"""Without this no share or future of the Brazilian board is written, nor the next future of a name: PETR4, NQ1!"""
_NEXT = ("1", "2")
_BRAZILIAN = ("compr", "vend")


def shares_of_the_board(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "COMPRA PETR4 38,50", "VALE3 venda": beside a side in Portuguese four letters and the class of the share."""
    for at in range(len(pieces) - 2, -1, -1):
        word, kind = pieces[at], pieces[at + 1]
        name = word.text + kind.text
        if kind.start != word.end or kind.role not in (ROLE.PRICE, ROLE.IDENT):
            continue
        if at + 2 < len(pieces) and pieces[at + 2].text == "!" and word.role in (ROLE.WORD, ROLE.TICKER):
            if pieces[at + 2].start == kind.end and kind.text in _NEXT:
                pieces[at + 1] = kind.recast(ROLE.IDENT)  # "NQ1!"
            continue
        if CODED.fullmatch(name) is None or (word.text in COINS and len(kind.text) == 1):
            continue
        if word.role not in (ROLE.WORD, ROLE.TICKER):
            continue
        before = next((p for p in reversed(pieces[max(0, at - 2) : at]) if p.role is not ROLE.MARK), word)
        behind = next((p for p in pieces[at + 2 : at + 4] if p.role is not ROLE.MARK), word)
        if any(p.role in _SIDES and p.text.startswith(_BRAZILIAN) for p in (before, behind)):
            named = Named(name.upper(), name.upper(), KNOWN)
            pieces[at : at + 2] = [Lexeme(ROLE.TICKER, name, word.start, kind.end, named=named)]
    return pieces


def short_pairs_in_company(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "EU + GU: SL to entry": joined to a name, the letters of a pair are one too, whatever they mean elsewhere."""
    for at, piece in enumerate(pieces):
        if piece.text not in SHORT or piece.role is ROLE.TICKER:
            continue
        for joint, beside in ((at + 1, at + 2), (at - 1, at - 2)):
            if not 0 <= beside < len(pieces) or not 0 <= joint < len(pieces):
                continue
            joined = pieces[joint].role is ROLE.AND or pieces[joint].text in _JOINTS
            other = pieces[beside].named if joined else None
            if other is not None and pieces[beside].role is ROLE.TICKER:
                pair = SHORT[piece.text]
                pieces[at] = Lexeme(
                    ROLE.TICKER, piece.text, piece.start, piece.end, named=Named(pair, pair, other.grade)
                )
                break
    first = next((at for at, p in enumerate(pieces) if p.role is not ROLE.MARK), 0)
    if pieces[first].text in SHORT and _heads_its_form(pieces, first):
        piece, pair = pieces[first], SHORT[pieces[first].text]
        named = Named(pair, pair, KNOWN)
        pieces[first] = Lexeme(ROLE.TICKER, piece.text, piece.start, piece.end, named=named)
    return pieces


def _heads_its_form(pieces: Sequence[Lexeme], first: int) -> bool:
    """ "EU 15m", on the first line of a form that names nothing else."""
    roles = [p.role for p in pieces]
    line = roles[first + 1 : roles.index(ROLE.LINE, first)] if ROLE.LINE in roles[first:] else [ROLE.WORD]
    return ROLE.TICKER not in roles and line == [ROLE.TIME] and {ROLE.STOP, ROLE.TARGET} <= set(roles)


def named_behind(headed: Named, tickers: Sequence[Lexeme], pieces: Sequence[Lexeme], ends: int) -> tuple[str, ...]:
    """The rivals below the plan of a name that heads it by its side: none, where a label says that it is the name."""
    solid = [p for p in pieces if p.role not in SILENT]
    if any(p.role is ROLE.SYMBOL and q.text.upper() == headed.symbol for p, q in pairwise(solid)):
        return ()
    apart = {at for _, row in _naming_lines(pieces) for at in musings(row, ends)}
    names = dict.fromkeys(t.named.symbol for t in tickers if t.named is not None and t.start not in apart)
    return tuple(name for name in names if not name.startswith(headed.symbol))


def are_remarks(tickers: Sequence[Lexeme], pieces: Sequence[Lexeme], ends: int) -> bool:
    """Whether every name stands below the last level, or in a line of talk that names no side and is not the first.

    "LONG SAGA", and below it "Ethereum looks fine": nobody trades that. A pair is always what is traded.
    """
    if tickers[0].start > ends > 0:
        return True
    if any(t.named is None or t.named.grade >= PAIR for t in tickers):
        return False
    starts = {t.start for t in tickers}
    rows = (pieces[begin:end] for begin, end in lines(pieces))
    return all(_is_talk(row, pieces[0]) for row in rows if not starts.isdisjoint([p.start for p in row]))


def _is_talk(row: Sequence[Lexeme], first: Lexeme) -> bool:
    """Whether what a line names stands among words: behind a comma, where it gives the side; never above all else."""
    side = next((at for at, p in enumerate(row) if p.role in _SIDES), -1)
    if side < 0:
        return row[0] is not first and any(p.role in _TOLD for p in row)
    named = next(at for at, p in enumerate(row) if p.role is ROLE.TICKER)
    return any(p.text in _PARTS for p in row[side:named]) and any(p.role in _TOLD for p in row[named:])


def quoted_behind_its_side(symbol: str, pieces: Sequence[Lexeme], written: str) -> str:
    """ "SYN SHORT /USDT": the side stands between the coin and what it is quoted in."""
    if "/" not in written:
        return symbol
    for at in [at for at, p in enumerate(pieces) if p.text == "/" and 1 < at < len(pieces) - 1]:
        name, side, quote = pieces[at - 2], pieces[at - 1], pieces[at + 1]
        if side.role in _SIDES and quote.text in QUOTES_APART and name.text.lstrip("#$").upper() == symbol:
            return symbol + quote.text.upper()
    return symbol


_CLASSES = frozenset("AB")
"""Of the shares of one firm."""


def hyphened(ticker: Lexeme, pieces: Sequence[Lexeme], written: str) -> str | None:
    """ "#BAJAJ-AUTO": a tag that nobody knows, and glued to it by a hyphen a word in capitals that means nothing."""
    joint = written[ticker.end : ticker.end + 1]
    classed = joint == "." and written[ticker.end + 1 : ticker.end + 2] in _CLASSES and ticker.text[:1] == "$"
    if not classed and (joint != "-" or not _is_a_tag(ticker)):
        return None
    half = next((p for p in pieces if p.start == ticker.end + 1), ticker)
    name = written[ticker.start + 1 : half.end]
    means_nothing = half.role is ROLE.WORD or len(half.text) == 1  # "#MCDOWELL-N", "$BRK.B"
    means_nothing = means_nothing and not written[half.end : half.end + 1].isalnum()
    unknown = means_nothing and half.text.isalpha() and name.isupper()
    return name if unknown else None


def tagged_in_other_letters(pieces: Sequence[Lexeme]) -> Lexeme | None:
    """ "LONG #雪球": a tag that is not Latin and means nothing else, right beside the side, is what it is about.

    Its ``named`` is the whole tag: 狗狗币皇帝 is another coin than 狗狗币.
    """
    for at, mark in enumerate(pieces):
        if mark.text not in _HASHES or at + 1 == len(pieces):
            continue
        tag = list(_glued(pieces, at))
        if not any(p.role is ROLE.WORD for p in tag) or all(p.text.isascii() for p in tag):
            continue
        behind = pieces[at + 1 + len(tag) :][:1]
        if any(p.role in _SIDES for p in (*pieces[max(0, at - 1) : at], *behind)) or _is_labelled(pieces, at):
            name = "".join([p.text for p in tag]).upper()
            return Lexeme(ROLE.TICKER, name, tag[0].start, tag[-1].end, named=Named(name, name, BARE))
    return None


def _glued(pieces: Sequence[Lexeme], at: int) -> Iterator[Lexeme]:
    """What stands in one with the mark of a tag, up to a side or a mark."""
    for before, piece in pairwise(pieces[at:]):
        if piece.start != before.end or piece.role in _ENDS_A_TAG or piece.value is not None:
            return
        yield piece


def _is_labelled(pieces: Sequence[Lexeme], at: int) -> bool:
    before = next((p for p in reversed(pieces[:at]) if p.role is not ROLE.MARK), None)
    return before is not None and before.role is ROLE.SYMBOL


def in_other_letters(pieces: Sequence[Lexeme]) -> list[Named]:
    """ "Enj шорт", "Enj short" above "стоп": a Latin word that means nothing, heading a line by a side abroad."""
    foreign = any(p.role in _WRITTEN_ABROAD and not p.text.isascii() for p in pieces)
    for at, side in enumerate(pieces):
        if side.role not in _SIDES or at < 1 or (side.text.isascii() and not foreign):
            continue
        word = pieces[at - 1]
        heads = word.role is ROLE.WORD and (at == 1 or pieces[at - 2].role is ROLE.LINE)
        least = _NAME_MIN - (side.text >= _HAN)
        if heads and least <= len(word.text) <= TICKER_MAX and word.text.isascii() and word.text.isalnum():
            grade = WORDED if side.text.isascii() else BARE  # "quick short" may stand above any levels
            return [] if is_everyday(word.text) else [Named(word.text.upper(), word.text.upper(), grade)]
    return []


def quoted_beside_a_side(pieces: Sequence[Lexeme], written: str) -> list[Named]:
    """ "(LONG XPIN USDT 5-20x)", "SYN SHORT /USDT": a name in capitals, a side and the money it is quoted in."""
    for at in [at for at, p in enumerate(pieces) if p.text in QUOTES_APART and p.role is ROLE.WORD]:
        row = takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[max(0, at - _APART_MAX) : at]))
        said = [p for p in row if p.role is not ROLE.MARK][:2]
        word = next((p for p in said if p.role is ROLE.WORD), None)
        if word is None or not any(p.role in _SIDES for p in said) or not written[word.start : word.end].isupper():
            continue
        if word.text.isascii() and word.text.isalnum() and len(word.text) <= TICKER_MAX and not is_everyday(word.text):
            return [Named((word.text + pieces[at].text).upper(), word.text.upper(), PAIR)]
    return []


def in_small_letters(pieces: Sequence[Lexeme]) -> list[Named]:
    """ "Coin: xpin": a Latin word that means nothing, alone behind the label of an instrument."""
    for at, label in enumerate(pieces):
        if label.role is not ROLE.SYMBOL:
            continue
        row = list(takewhile(lambda p: p.role is not ROLE.LINE, pieces[at + 1 : at + 1 + _APART_MAX]))
        said = [p for p in row if p.role not in SILENT]
        marked = bool(row) and row[0].text in _POINTS
        word = said[0] if len(said) == 1 and marked else label
        if word.role is ROLE.WORD and word.text.isascii() and word.text.isalnum() and not is_everyday(word.text):
            return [Named(word.text.upper(), word.text.upper(), WORDED)] if len(word.text) <= TICKER_MAX else []
    return []
