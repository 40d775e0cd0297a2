"""Know the strike of an option where one is left: "exit 24000 PE at 90".

Separate from the prices, because a strike names what is held and is no level; only where nothing is bought or sold,
since what an option costs is no price of what it is written on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE

_CALLS, _PUTS, _AT = frozenset(("ce", "call", "calls")), frozenset(("put", "puts")), "pe"
OPTIONS = _CALLS | _PUTS | {_AT}
_SIDES = (ROLE.BUY, ROLE.SELL)
_LEVELLED = (ROLE.STOP, ROLE.TARGET, ROLE.TO, ROLE.ENTRY)
_STEP, _STRUCK, _INDIAN = 50, "ce", ("NIFTY", "SENSEX", "BANKEX")


def strikes_named(pieces: list[Lexeme]) -> list[Lexeme]:
    """A whole number right before the name of an option; "pe", which is also Hindi for "at", has a price behind it."""
    if any(p.role in _SIDES for p in pieces):
        return pieces
    for at in range(1, len(pieces)):
        strike, option = pieces[at - 1], pieces[at]
        if option.text not in OPTIONS or strike.role is not ROLE.PRICE or strike.value is None or strike.value % 1:
            continue
        before = pieces[at - 2] if at > 1 else None
        if option.text == _AT and (strike.value % _STEP or not _is_an_option(pieces, at)):
            continue
        if before is None or before.text == "exit" or before.role not in _LEVELLED:
            pieces[at - 1], pieces[at] = strike.recast(ROLE.IDENT), option.recast(ROLE.FILLER)
    return pieces


def names_an_option(pieces: Sequence[Lexeme]) -> bool:
    """Whether only a strike says what is left: of nothing that has a name here."""
    return any(p.role is ROLE.IDENT and q.text in OPTIONS for p, q in pairwise(pieces))


def is_an_option(pieces: Sequence[Lexeme]) -> bool:
    """ "BANKNIFTY 48000 PE, entry 320": what an option costs is no price of the name before it, and no side either."""
    return all(p.role not in _SIDES for p in pieces) and names_an_option(pieces)


def trades_an_option(pieces: Sequence[Lexeme]) -> bool:
    """ "NIFTY 24300 PE SELL", "BUY TSLA 250 CALL @ 3.5": what is traded is the option, at a price of its own."""
    found = [at for at, p in enumerate(pieces) if p.text in OPTIONS]
    if not found:
        return False
    indian = any(p.named is not None and p.named.symbol.endswith(_INDIAN) for p in pieces)
    for at in filter(None, found):
        strike, option = pieces[at - 1], pieces[at]
        if strike.role not in (ROLE.PRICE, ROLE.IDENT) or not strike.text.isdigit():
            continue
        behind = pieces[at + 1] if at + 1 < len(pieces) else None
        priced = behind is not None and (behind.text == "@" or behind.role is ROLE.PRICE)
        if option.text == _STRUCK or (indian if option.text == _AT else priced):
            return True
    return False


def _is_an_option(pieces: list[Lexeme], at: int) -> bool:
    """ "24000 PE at 90": its own price, or what is done to it, stands behind; "4500 pe SL" is a level."""
    behind = pieces[at + 1 : at + 3]
    led = at > 1 and (pieces[at - 2].text == "exit" or pieces[at - 2].role in (ROLE.CLOSE, ROLE.TICKER))
    return led or any(p.role is ROLE.PRICE for p in behind)
