"""What one clause of a post says: its price, its share, its count; where the cuts are, `cuts` knows.

Separate from what it asks for, because the figures of an order and of a report are read alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.reading.once import once
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.text.figures import is_a_price
from core.reading.words.lexicon import SHARES, listed

_TALK = frozenset((Role.WORD, Role.ANALYSIS, Role.LESSON, Role.AD, Role.MEMORY, Role.PAST, Role.OTHERS))
WHOLE = Decimal(100)
_BACK, _NUMBERING = "←", ":#№"
_COUNT_MAX, _PRICE_DIGITS, _SIGNS, _TWO = 10, 4, ("+", "-"), 2
_LOSS, _PROFIT = frozenset(listed("LOSS")), frozenset(listed("PROFIT"))
OUTCOMES = _LOSS | _PROFIT
_UP, FROM, _FROM_WITHIN = frozenset(listed("UP")), frozenset(listed("FROM")), 2
_PART_MIN, _ROUND, THIRDS = 10, 5, (33, 66, 67)
"""A smaller percentage before "profit" is what a trade has made."""


def priced(pieces: Sequence[Lexeme]) -> Iterator[Decimal]:
    """The prices said; the 2 of "entry 2 filled" is none."""
    for at, piece in enumerate(pieces):
        if piece.role is not ROLE.PRICE or not piece.value or not is_a_price(piece.value):
            continue
        if at and (_is_signed(pieces, at) or _is_a_ticket(pieces, at) or pieces[at - 1].role is ROLE.RATIO):
            continue  # "close +40", "closed all, -40 from the entry": what it has made; "Signal ID: 1042"
        counts = at and pieces[at - 1].role is ROLE.ENTRY and piece.text.isdigit() and piece.value < _COUNT_MAX
        if not (counts and at + 1 < len(pieces) and pieces[at + 1].role in (ROLE.FILLED, ROLE.HIT)):
            yield piece.value


def _tells_what_it_was(pieces: Sequence[Lexeme]) -> bool:
    """ "Stop moved to 3025 (from 3060)": the second of its prices is the one it had."""
    priced = [at for at, p in enumerate(pieces) if p.role is ROLE.PRICE]
    first, second = priced[0], priced[-1]
    was = any(p.text in FROM for p in pieces[max(first + 1, second - _FROM_WITHIN) : second])
    return was and all(p.role is not ROLE.TO for p in pieces[first:second])


def _puts_an_entry_behind(pieces: Sequence[Lexeme]) -> bool:
    """ "Edit SL 2330 entry 2340": each label has its own; "SL from 2330 to entry 2340" tells where it goes."""
    prices = [at for at, p in enumerate(pieces) if p.role is ROLE.PRICE]
    between = pieces[prices[0] + 1 : prices[-1]]
    return any(p.role in (ROLE.ENTRY, ROLE.LIMIT) for p in between) and all(p.role is not ROLE.TO for p in between)


def _gives_a_target(pieces: Sequence[Lexeme]) -> bool:
    """Whether a target is named; not so behind all prices: "... stop to 19.20 now that we are above TP1"."""
    at = next((n for n, p in enumerate(pieces) if p.role is ROLE.TARGET), None)
    if at is None:
        return False
    stop = next(n for n, p in enumerate(pieces) if p.role is ROLE.STOP)
    return at < stop or any(p.role is ROLE.PRICE for p in pieces[at:])


def _goes_from_one_to_another(behind: Sequence[Lexeme]) -> bool:
    """ "SL from 2330 to 2340 because 2360 is near": of three prices the first two are where it was and is."""
    row = [p.role for p in behind if p.role in (ROLE.PRICE, ROLE.TO)]
    return row[:3] == [ROLE.PRICE, ROLE.TO, ROLE.PRICE]


def _begins_with_a_strike(pieces: Sequence[Lexeme]) -> bool:
    """Whether the first price behind a stop is only what the trade is called."""
    at = next((at for at, p in enumerate(pieces) if p.role is ROLE.PRICE), 0)
    called = at > 1 and (pieces[at - 1].role is ROLE.HEADING or pieces[at - 1].text == "put")
    return called and pieces[at - 2].role is ROLE.TICKER


def _is_a_ticket(pieces: Sequence[Lexeme], at: int) -> bool:
    before = at - 1 - (at > 1 and pieces[at - 1].text in _NUMBERING)
    return pieces[before].role is ROLE.TICKET and pieces[at].text.isdigit()


def _is_signed(pieces: Sequence[Lexeme], at: int) -> bool:
    sign = pieces[at - 1]
    apart = at == 1 or pieces[at - 2].end < sign.start or pieces[at - 2].role is ROLE.LINE
    lost = sign.text == "-" and sign.end == pieces[at].start and apart
    if lost and at > 1 and pieces[at - 2].role is ROLE.STOP and sum(map(str.isdigit, pieces[at].text)) >= _PRICE_DIGITS:
        return False  # "Move SL -74,980": the dash leads to where it goes
    return sign.text == "+" or lost


class Clause:
    """A stretch of text that says one thing. ``hedge`` is the word that keeps it from being an order.

    ``condition``: the word of one that is said behind it, "close gold, if it breaks 4160".
    """

    def __init__(self, pieces: Sequence[Lexeme], roles: frozenset[Role], hedge: Lexeme | None) -> None:
        self.pieces = pieces
        self.roles = roles
        self.hedge = hedge
        self.condition: Lexeme | None = None

    def has(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    def first(self, role: Role) -> Lexeme | None:
        return next((p for p in self.pieces if p.role is role), None) if role in self.roles else None

    @once
    def texts(self) -> frozenset[str]:
        """What each of its pieces says."""
        return frozenset([p.text for p in self.pieces])

    @once
    def words(self) -> frozenset[str]:
        """The same, and each word of a piece of several."""
        return self.texts.union(*[text.split() for text in self.texts if " " in text])

    @once
    def price(self) -> Decimal | None:
        if ROLE.PRICE not in self.roles:
            return None
        found = list(priced(self.pieces))
        if len(found) < _TWO or ROLE.STOP not in self.roles:
            return found[0] if found else None
        behind = self.pieces[next(at for at, p in enumerate(self.pieces) if p.role is ROLE.STOP) :]
        own = list(priced(behind))
        if _gives_a_target(self.pieces):  # "took TP2 (86.40) -> stop moved to TP1 (85.10)"
            moved = 0 < len(own) < len(found) and any(p.role is ROLE.MOVE for p in behind)
            return own[0] if moved else found[0]
        if _puts_an_entry_behind(self.pieces):
            return own[0] if own else found[0]  # "edit the limit to 2340-2345, SL 2330"
        if len(found) > _TWO:
            changed = len(own) == _TWO or _goes_from_one_to_another(behind)  # "#88 modify SL 2330 -> 2340"
            found = own[:_TWO] if changed else own[:1] or found[:1]
        if len(found) < _TWO:
            return found[0]
        if any(p.text == _BACK for p in self.pieces):
            return found[0]  # "SL: 2340 ← 2330"
        if found[0] < 2 * found[1] < 4 * found[0]:
            return found[0] if _tells_what_it_was(self.pieces) else found[1]  # "SL from 2330 to 2340"
        if _begins_with_a_strike(behind):
            return found[1]  # "SL of the NVDA call 140 to 3.50"
        return own[0] if own else found[0]  # "+30 locked, stop at 2340"

    @once
    def percent(self) -> Decimal | None:
        if ROLE.PERCENT not in self.roles:
            return None
        return next(self._shares(), None)

    @once
    def percent_max(self) -> Decimal | None:
        """The other end of "70-80%"."""
        found = list(self._shares()) if ROLE.PERCENT in self.roles else []
        return found[1] if len(found) == 2 and found[0] < found[1] else None

    def _shares(self) -> Iterator[Decimal]:
        """Of "+30%, close 50%" the second: the first is what the trade has made."""
        said = [at for at, p in enumerate(self.pieces) if p.role is ROLE.PERCENT]
        unsigned = [at for at in said if not _has_a_sign(self.pieces, at)]
        for at in unsigned or said:
            value = self.pieces[at].value
            if value and value <= WHOLE and not _is_a_result(self.pieces, at):
                yield value

    @once
    def is_signed(self) -> bool:
        """ "SOL +25% close": the one percentage is what the trade has made, or a part of it."""
        said = [at for at, p in enumerate(self.pieces) if p.role is ROLE.PERCENT] if self.percent is not None else []
        return len(said) == 1 and _has_a_sign(self.pieces, said[0])

    @once
    def share(self) -> Decimal | None:
        """1/4 in per cent, and 1/3 as near as a whole number comes."""
        worded = next((SHARES[p.text] for p in self.pieces if p.text in SHARES), None)
        if worded is not None:
            return Decimal(worded)
        found = next((p.text for p in self.pieces if p.role is ROLE.SHARE), None)
        if found is None:
            return None
        part, _, whole = found.partition("/")
        if not (part.isdigit() and whole.isdigit()):
            return None  # "0.5/1"
        return Decimal(round(Decimal(int(part) * 100) / int(whole)))

    @once
    def index(self) -> int | None:
        if ROLE.INDEX not in self.roles:
            return None
        return next((int(p.value) for p in self.pieces if p.role is ROLE.INDEX and p.value and p.value < 100), None)

    @once
    def talk(self) -> int:
        return sum([p.role in _TALK for p in self.pieces])

    @property
    def tells_an_outcome(self) -> bool:
        """ "Closed at 1296 for a 1.5% loss": no word but what came of it."""
        return self.talk == sum([p.role is ROLE.WORD and p.text in OUTCOMES for p in self.pieces])


def _has_a_sign(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "+12%", "(-0.3%)", and not "70-80%"."""
    sign = pieces[at - 1] if at else None
    if sign is None or sign.text not in _SIGNS:
        return False
    apart = at == 1 or pieces[at - 2].role is ROLE.MARK or pieces[at - 2].end < sign.start
    return sign.text == "+" or (sign.end == pieces[at].start and apart)


def _is_a_result(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Closed for a 1.5% loss", "close it, -7%": what a trade came to, and no part; "take 50% profit" is one."""
    behind = next((p.text for p in pieces[at + 1 : at + 3] if p.role is not ROLE.FILLER), "")
    before = next((p.text for p in reversed(pieces[max(at - 2, 0) : at]) if p.role is not ROLE.FILLER), "")
    value = pieces[at].value
    if behind in _UP or before in _UP:
        return True  # "4% up from the entry"
    odd = value is not None and (value < _PART_MIN or (value % _ROUND != 0 and value not in THIRDS))
    told = behind in _PROFIT or before in OUTCOMES or _has_a_sign(pieces, at)
    return behind in _LOSS or (odd and told)
