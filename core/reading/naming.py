"""Tell the instrument of a call from a name that is only signed with, and from a word that is none.

Separate from the rules that find a name, because here its line decides: nobody is told to trade what stands in
"signal by Nas", "forex, gold and oil signals" or "#GOLDDESK" behind the last level; and what the words of "Enj шорт"
mean does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.catalogue import COINS, INSTRUMENTS
from core.reading.everyday import is_everyday
from core.reading.facts import BARE, KNOWN, PAIR, TICKER_MAX, Named
from core.reading.lexicon import listed
from core.reading.pieces import Lexeme
from core.reading.roles import ROLE, Role

_BY = frozenset(listed("BY"))
_SIDES = (Role.BUY, Role.SELL)
_NAME_MIN = 3
_SILENT = frozenset((Role.MARK, Role.TICK, Role.LINE))
_SIGNED = _SILENT | {Role.TICKER, Role.HEADING, Role.ANALYSIS, Role.WORD, Role.ZONE, Role.FILLER, Role.AND}
_OFFERED = _SIGNED | {Role.VENUE, Role.AD, Role.ALL}


def subjects(tickers: Sequence[Lexeme], pieces: Sequence[Lexeme], ends: int) -> list[Lexeme]:
    """The names that may be what a call is about; ``ends``: where its last level stands.

    A pair is always one: nobody signs with "BTC/USDT". Where all are signatures, all are kept.
    """
    kept = [t for t in tickers if not _signs(t, pieces, ends)]
    return kept if any(t.named is not None and t.named.grade >= KNOWN for t in kept) else list(tickers)


def _signs(ticker: Lexeme, pieces: Sequence[Lexeme], ends: int) -> bool:
    if ticker.named is None or ticker.named.grade >= PAIR:
        return False
    here = next(at for at, p in enumerate(pieces) if p is ticker)
    first = last = here
    while first and pieces[first - 1].role is not ROLE.LINE:
        first -= 1
    while last < len(pieces) and pieces[last].role is not ROLE.LINE:
        last += 1
    behind = ticker.start > ends > 0
    if behind and _is_a_tag(ticker) and all(p.role in _SILENT for p in pieces[here + 1 :]):
        return True
    row = pieces[first:last]
    roles = {p.role for p in row}
    if here > first and pieces[here - 1].text.split(" ")[-1] in _BY and roles <= _SIGNED:
        return all(p.role in _SILENT for p in pieces[here + 1 : last])  # "Trade by Nas"
    return behind and roles <= _OFFERED and (ROLE.AD in roles or _offers(row))


def _is_a_tag(ticker: Lexeme) -> bool:
    """A tag that is no instrument anybody knows."""
    name = ticker.text.removeprefix("#")
    return name != ticker.text and name not in COINS and name not in INSTRUMENTS


def _offers(row: Sequence[Lexeme]) -> bool:
    """ "Forex, gold, oil signals": a kind of market among the names, or the word for calls behind them."""
    spoken = [p for p in row if p.role not in _SILENT]
    return any(p.role is ROLE.VENUE for p in spoken[:1]) or (
        spoken[-1].role is ROLE.HEADING and spoken[-1].text.endswith("s")
    )


def in_other_letters(pieces: Sequence[Lexeme]) -> list[Named]:
    """ "Enj шорт": a Latin word that means nothing, at the head of a line before a side in another script."""
    for at, side in enumerate(pieces):
        if side.role not in _SIDES or side.text.isascii() or at < 1:
            continue
        word = pieces[at - 1]
        heads = word.role is ROLE.WORD and (at == 1 or pieces[at - 2].role is ROLE.LINE)
        if heads and _NAME_MIN <= len(word.text) <= TICKER_MAX and word.text.isascii() and word.text.isalnum():
            return [] if is_everyday(word.text) else [Named(word.text.upper(), word.text.upper(), BARE)]
    return []
