"""Take the word that heads a form for a name, whatever else it says: "WAL 多", "Sent short", above stop and targets.

Separate from the other names, because such a word is read as talk first - "people", "era", "move" - and only the form
below it, complete and labelled, shows that somebody names a coin.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from core.reading.names.musings import SILENT
from core.reading.names.naming import WORDS_AS_HEADS as _COINS
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.facts import BARE, TICKER_MAX, WORDED, Named

_FORM = frozenset((Role.STOP, Role.TARGET, Role.LINE))
_TALKED = frozenset((Role.OTHERS, Role.MEMORY, Role.QUESTION, Role.MOVE, Role.RECAP, Role.NOT))
_SPOKEN = _TALKED | {Role.ANALYSIS}
"""What else such a word may mean."""
_SURE = frozenset((Role.OTHERS, Role.MEMORY, Role.QUESTION, Role.MOVE))
_SIDES = (Role.BUY, Role.SELL)
_NAME_MIN, _TAGS, _HAN = 3, ("#", "$"), "\u3040"


def words_above_a_form(pieces: list[Lexeme], roles: Set[Role]) -> list[Lexeme]:
    """The row with the first word as a name, where nothing but the side stands behind it before the form begins."""
    if not roles >= _FORM or ROLE.TICKER in roles or _SPOKEN.isdisjoint(roles):
        return pieces
    at = next((at for at, p in enumerate(pieces) if p.role not in SILENT), 0)
    word, side = pieces[at], _behind(pieces, at)
    if word.role not in _SPOKEN or side is None or not _may_be_a_name(word):
        return pieces
    if word.role is ROLE.ANALYSIS and word.text not in _COINS:
        return pieces
    sure = (word.role in _SURE or word.text in _COINS) and side.text >= _HAN
    name = word.text.upper()
    named = Named(name, name, BARE if sure else WORDED)
    pieces[at] = Lexeme(ROLE.TICKER, word.text, word.start, word.end, named=named)
    return pieces


def names_again(pieces: list[Lexeme], roles: Set[Role]) -> list[Lexeme]:
    """ "#PEOPLEUSDT ... #PEOPLE has broken out": a tag that is the coin of the call, whatever its word says."""
    if ROLE.TICKER not in roles or _TALKED.isdisjoint(roles):
        return pieces
    bases = {p.named.base.lower() for p in pieces if p.named is not None}
    for at in range(1, len(pieces)):
        piece, mark = pieces[at], pieces[at - 1]
        if piece.role in _TALKED and piece.text in bases and mark.text in _TAGS and mark.end == piece.start:
            pieces[at] = piece.recast(ROLE.FILLER)
    return pieces


def _may_be_a_name(word: Lexeme) -> bool:
    return word.text.isascii() and word.text.isalpha() and _NAME_MIN <= len(word.text) <= TICKER_MAX


def _behind(pieces: Sequence[Lexeme], at: int) -> Lexeme | None:
    """The side right behind the name, on a line that gives no level."""
    side = pieces[at + 1] if at + 1 < len(pieces) else pieces[at]
    if side.role not in _SIDES:
        return None
    for piece in pieces[at + 2 :]:
        if piece.role is ROLE.LINE:
            return side
        if piece.role in (ROLE.STOP, ROLE.TARGET, ROLE.TICKER) or piece.text in ".?!":
            break
    return None
