"""Tell a call from one that already stands, or no longer does: the author's own trade, a watchlist, a call crossed out.

Separate from the sentences that hedge, because here nothing is said against the call: it is complete and
sound, and only its place - behind "holding", under a cross, above "soon" - makes it somebody's news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from core.reading.hygiene import Clean
from core.reading.lexicon import listed
from core.reading.pieces import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.sentences import ELSEWHERE, FORCELESS
from core.signals import Reason

_SIDES = (Role.BUY, Role.SELL)
_HELD = frozenset((Role.HOLD, Role.FILLED, Role.RUNNER))
_HAN = "\u3040"
_HOLD, _IN = "hold", "in"
_RUNNING = frozenset(listed("RUNNING"))
_PLACED = (Role.PRICE, Role.TICKER, Role.BUY, Role.SELL)
_BESIDE_A_SIDE = (Role.PRICE, Role.TICKER, Role.FILLER, Role.HEADING, Role.ZONE)
_ACTIVE = "active"
"""By itself it is a state of the order, on a form: "Status: Active"."""
_NOT_YET = frozenset((*FORCELESS, *ELSEWHERE, Role.WAIT, Role.MAY, Role.CANCEL))
_OF_LEVELS = frozenset((Role.PRICE, Role.DISTANCE, Role.STOP, Role.TARGET, Role.EVEN, Role.MOVE))
_QUIET = (Role.MARK, Role.TICK)
_WAY_MADE = [Role.PRICE, Role.MARK, Role.PRICE, Role.TICK]
""" "Sell 1.0850 → 1.0820 ✅": how far it went."""
_CROSSES = frozenset("❌✖❎🚫")
_CROSSED = frozenset((Role.LINE, Role.TICKER, Role.BUY, Role.SELL, Role.HEADING))
_ENDS = ".;!?"
_LIKE_THIS, _LEVELLED = frozenset(listed("LIKE_THIS")), (*_SIDES, Role.ENTRY, Role.STOP, Role.TARGET)


def standing(pieces: Sequence[Lexeme], roles: frozenset[Role], text: Clean) -> Iterator[Reason]:
    """What about a complete call makes it an old one, or one that is only watched."""
    first = pieces[0]
    if first.text == _IN or not roles.isdisjoint(_HELD):
        before = _before(pieces, next((at for at, p in enumerate(pieces) if p.role in _SIDES), 0))
        own = next((p for p in before if _is_held(p)), None)
        if own is None and before and before[0].text == _IN and any(p.role is ROLE.TICKER for p in before):
            own = before[0]  # "In SOLUSDT long from 140"
        own = own or next((p for q, p in pairwise(pieces) if q.role is ROLE.PRICE and _holds_what_is_before(p)), None)
        own = own or (next(_filled(pieces), None) if ROLE.FILLED in roles else None) or next(_runs(pieces), None)
        if own is not None:
            yield _at("it speaks of a trade that is already open", own, text)
    if ROLE.AD in roles:
        above = takewhile(lambda p: p.role not in _LEVELLED, pieces)
        yield from (_at("it may be an example", p, text) for p in above if p.role is ROLE.AD and p.text in _LIKE_THIS)
    if ROLE.TICK in roles and ROLE.TARGET not in roles:
        for at in range(3, len(pieces)):
            if [p.role for p in pieces[at - 3 : at + 1]] == _WAY_MADE:
                yield _at("it counts what a trade has made or lost", pieces[at], text)
                break
    if first.role is ROLE.MOVE and len(pieces) > 1 and pieces[1].text == ":":
        yield _at("it may be about an earlier call", first, text)
    if not text.text.isascii() and any(cross in text.text for cross in _CROSSES):
        yield from (_at("it is crossed out", piece, text) for piece in islice(_crosses(pieces), 1))
    if ROLE.LATER in roles:
        for at in range(1, len(pieces)):
            later, follows = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
            ends = follows is None or follows.role is ROLE.LINE or follows.text in _ENDS
            if later.role is ROLE.LATER and ends and pieces[at - 1].role in _PLACED:
                yield _at("it may be for later", later, text)
                break


def _is_held(piece: Lexeme) -> bool:
    return piece.role in _HELD and (piece.role is not ROLE.RUNNER or piece.text == _HOLD)


def _holds_what_is_before(piece: Lexeme) -> bool:
    """多单60500持有: Chinese and Japanese say it behind the price."""
    return piece.role is ROLE.HOLD and piece.text >= _HAN


def _runs(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "Gold buy running", "Long SOL 145 running": behind the side, with nothing but its name and price between."""
    sided = False
    for piece in pieces:
        if piece.text in _RUNNING and piece.role is ROLE.HOLD and sided:
            yield piece
        sided = piece.role in _SIDES or (sided and piece.role in _BESIDE_A_SIDE)


def _filled(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """ "Entry filled ✅" on a line of its own, "BUY GOLD 2330 SL 2325 activated": it is in the market."""
    for begin, end in lines(pieces):
        line = pieces[begin:end]
        roles = {p.role for p in line}
        at = next((n for n, p in enumerate(line) if p.role is ROLE.FILLED and p.text != _ACTIVE), -1)
        if at < 0 or not roles.isdisjoint(_NOT_YET):
            continue
        priced = at > 0 and line[at - 1].role is ROLE.PRICE
        ends = priced and (all(p.role in _QUIET for p in line[at + 1 :]) or line[0].role is ROLE.ENTRY)
        if ends or roles.isdisjoint(_OF_LEVELS):
            yield line[at]


def _before(pieces: Sequence[Lexeme], side: int) -> Sequence[Lexeme]:
    """What the sentence of the side says before it."""
    first = side
    while first and pieces[first - 1].role is not ROLE.LINE and pieces[first - 1].text not in _ENDS:
        first -= 1
    return pieces[first:side]


def _crosses(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """A cross before the name or the side that the post begins with, or alone on a line."""
    for at, piece in enumerate(pieces):
        if piece.role is not ROLE.MARK or piece.text not in _CROSSES:
            continue
        begins = at == 0 or pieces[at - 1].role is ROLE.LINE
        behind = next((p.role for p in pieces[at + 1 :] if p.text not in _CROSSES), ROLE.LINE)
        if begins and (behind is ROLE.LINE or (at == 0 and behind in _CROSSED)):
            yield piece


def _at(words: str, piece: Lexeme, text: Clean) -> Reason:
    return Reason(words, *text.span(piece.start, piece.end))
