"""Know a share that goes off at a price: "half off SOL at 166", "30% off here", "take half here, 69.75".

Separate from the other parts, because no verb says so: the share leads, the word that takes it off stands beside it,
and of figures there is none but the price at which it goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.handling.clauses import Clause
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import SHARES, listed

_OFF, _OUT, _TAKEN = frozenset(listed("OFF")), frozenset(listed("OUT")), frozenset(listed("TAKEN"))
_STATES = frozenset(listed("STATES"))
_GAINS = tuple([Role.MARK, role] for role in (Role.PRICE, Role.DISTANCE, Role.PERCENT, Role.REWARD, Role.IDENT))
_SHARE_MIN = 10
"""Less is what a trade has made."""
_BESIDE = frozenset((Role.FILLER, Role.MARK, Role.TICK, Role.TICKER, Role.MARKET, Role.ZONE))
_LIGHT = frozenset((Role.FILLER, Role.TICKER, Role.MARKET, Role.ZONE))


def goes_off(c: Clause) -> bool:
    """Whether a share leads, the word that takes it off stands beside it, and it says where, or that it is now."""
    pieces = _without_its_gain(c.pieces)
    row = [p for p in pieces if p.role not in (ROLE.MARK, ROLE.TICK)]
    at = next((n for n, p in enumerate(row) if _is_a_share(p)), None)
    if at is None or not c.has(ROLE.PRICE, ROLE.MARKET) or any(p.text in "+-" for p in pieces):
        return False
    before, behind = row[:at], row[at + 1 :]
    taken = next((n for n, p in enumerate(before) if p.text in _TAKEN), at)
    named = taken < at or row[at].role is not ROLE.PERCENT or c.has(ROLE.TICKER, ROLE.PRICE)
    off = named and (taken < at or _takes_off(row[at], behind))  # "50% off now!" may be the price of a membership
    if row[at].role is ROLE.HALF:
        behind = [p for p in behind if p.role not in (ROLE.BUY, ROLE.SELL)]  # "half off the longs at 69.05"
    return off and _leads(c, before[:taken]) and _says_no_more(behind)


def _without_its_gain(pieces: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """ "Half off at 3327 (+85p)": what it has made, in brackets at the end."""
    if "+" not in [p.text for p in pieces[-4:]] or pieces[-1].text != ")":
        return pieces
    begins = next((at for at, p in enumerate(pieces) if p.text == "("), 0)
    made = [p.role for p in pieces[begins + 1 : -1]]
    return pieces[:begins] if made in _GAINS and pieces[begins + 1].text == "+" else pieces


def _is_a_share(piece: Lexeme) -> bool:
    if piece.role is ROLE.PERCENT:
        return (piece.value or 0) >= _SHARE_MIN
    return piece.role is ROLE.HALF or piece.text in SHARES


def _takes_off(share: Lexeme, behind: list[Lexeme]) -> bool:
    """ "Half off", "Hälfte raus", "половину снимаю": in one with the share, or right behind it."""
    word = behind[0].text if behind else ""
    return share.text.split()[-1] in _OFF or word in _OFF or word in _OUT or word in _TAKEN


def _leads(c: Clause, before: list[Lexeme]) -> bool:
    """Whether nothing stands before it but little words, and a name with a colon: "BTC is 30% off" is a discount."""
    if any(p.text in _STATES or (p.role not in _BESIDE and not _is_little(p)) for p in before):
        return False
    return all(p.role is not ROLE.TICKER for p in before) or any(p.text in ":-|" for p in c.pieces)


def _is_little(piece: Lexeme) -> bool:
    return piece.role is ROLE.WORD and is_everyday(piece.text)


def _says_no_more(behind: list[Lexeme]) -> bool:
    """Whether one price at most stands behind it, and no word that could tell of something else."""
    said = [p for p in behind if p.role not in _LIGHT and p.text not in _OFF | _OUT | _TAKEN]
    priced = sum(p.role is ROLE.PRICE for p in said)
    return priced <= 1 and all(p.role is ROLE.PRICE for p in said)
