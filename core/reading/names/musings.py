"""Tell the instrument of a call from one that is only talked of behind it, or taken back in the same breath.

Separate from `naming`, which asks on which line a name stands: here it is the sentence, or the excuse before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_EXCUSES, _EXCUSED_MAX = frozenset(listed("EXCUSES")), 7
_PARTS, _STOPS = frozenset(".!;,"), frozenset(".;!(")
_PARTED = (Role.LINE, Role.PRICE)
SILENT = frozenset((Role.MARK, Role.TICK, Role.LINE))
_DOLLAR = ("dxy", "dollar index", "us dollar index")
MOVERS = ("btc", "bitcoin", *_DOLLAR)
"""What every other coin or pair follows, and what is therefore talked of below the plan of another."""
_PLANNED = frozenset((Role.BUY, Role.SELL, Role.ENTRY, Role.TARGET, Role.PRICE, Role.EDIT, Role.HEADING))
_INSTEAD = (Role.BUT, Role.NOT, Role.AND, Role.TICKER)
_SENTENCE_MIN, _SENTENCE_MAX = 2, 4
"""So much is said of bitcoin in a sentence that begins with it; more may take back what stands above."""


def musings(row: Sequence[Lexeme], ends: int) -> Iterator[int]:
    """ "(BTC is unstable)", "if bitcoin dumps it goes too": in a sentence of its own below the last level."""
    if row[0].start < ends:  # "... TP 25.2. BTC is ranging"
        for part in _said_behind(row, ends):
            yield from musings(part, ends)
        row = row[next((at for at, p in enumerate(row) if p.start >= ends and p.text in _STOPS), len(row)) :]
    spoken = [p for p in row if p.role not in SILENT]
    if any(p.role in _PLANNED for p in spoken):
        return
    for at, ticker in enumerate(spoken):
        if ticker.start > ends > 0 and ticker.text.lstrip("#$") in MOVERS:
            supposed = at > 0 and spoken[at - 1].role is ROLE.IF
            said = spoken[at + 1 :]
            least = 1 if ticker.text in _DOLLAR else _SENTENCE_MIN
            enough = bool(said) if supposed else at == 0 and least <= len(said) <= _SENTENCE_MAX
            if enough and all(p.role not in _INSTEAD or (supposed and p.role is ROLE.AND) for p in said):
                yield ticker.start


def _said_behind(row: Sequence[Lexeme], ends: int) -> Iterator[Sequence[Lexeme]]:
    """What stands behind the last level on its own line, sentence by sentence: "TP 2.27. Nice bounce, BTC looks ok"."""
    if not row[0].start < ends < row[-1].start:
        return
    begin = -1
    for at, piece in enumerate(row):
        if piece.start >= ends and piece.text in _PARTS:
            if 0 <= begin < at:
                yield row[begin:at]
            begin = at + 1
    if 0 <= begin < len(row):
        yield row[begin:]


def without_the_taken_back(tickers: Sequence[Lexeme], pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """ "$LDO, no... sorry, $FET": the name before an excuse is none, and the one right behind it is meant."""
    if _EXCUSES.isdisjoint([p.text for p in pieces]):
        return list(tickers)
    names, taken_back = {t.start for t in tickers}, set[int]()
    before, between, excused = -1, 0, False
    for piece in pieces:
        if piece.start in names:
            if excused and between <= _EXCUSED_MAX:
                taken_back.add(before)
            before, between, excused = piece.start, 0, False
        elif piece.role in _PARTED or before < 0:
            before, excused = -1, False
        else:
            between += 1
            excused = excused or piece.text in _EXCUSES
    return [t for t in tickers if t.start not in taken_back]
