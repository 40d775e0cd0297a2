"""Point at the words that gave a follow-up its instrument, its side and its levels.

Separate from the judgement, because it changes nothing: what was decided is looked up again in the post.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Draft, Slot
from core.reading.reasons import reason
from core.reading.roles import ROLE
from core.reading.text.hygiene import Clean
from core.signals import AtLimit, AtPrice, Entry, Level, Reason, TargetLevel
from core.vocabulary import Side


class Meant(NamedTuple):
    """What a follow-up says of its call; None where the post does not say it."""

    symbol: str | None
    side: Side | None
    stop: Level | None
    targets: tuple[TargetLevel, ...]
    entry: Entry | None


def behind(change: Meant, draft: Draft, pieces: Sequence[Lexeme], text: Clean) -> tuple[Reason, ...]:
    """Which words and numbers gave each field; none for what the post does not say itself."""
    return tuple([reason(name, *text.span(p.start, p.end), name) for name, p in _fields(change, draft, pieces)])


def _fields(change: Meant, draft: Draft, pieces: Sequence[Lexeme]) -> Iterator[tuple[str, Lexeme]]:
    if change.side is not None:
        said = ROLE.BUY if change.side is Side.LONG else ROLE.SELL
        yield from (("side", p) for p in [p for p in draft.sides if p.role is said][:1])
    if change.symbol is not None:
        named = [p for p in draft.tickers if p.named is not None and p.named.symbol == change.symbol]
        yield from (("symbol", p) for p in named[:1])
    match change.stop:
        case AtPrice(price):
            yield from (("stop", p) for p in _at(price, draft, pieces, SLOT.STOP))
        case None:
            pass
        case _:
            yield from (("stop", p) for slot, p in (*draft.distances, *draft.shares) if slot is SLOT.STOP)
    match change.entry:
        case AtLimit(price):
            yield from (("entry", p) for p in _at(price, draft, pieces, SLOT.ENTRY))
        case None:
            pass
        case _:
            yield from (("entry", p.piece) for p in draft.of(SLOT.ENTRY, SLOT.SIDE))
    if change.targets:
        yield from (("target", p.piece) for p in draft.of(SLOT.TARGET))
        yield from (("target", p) for slot, p in (*draft.distances, *draft.shares) if slot is SLOT.TARGET)
        yield from (("target", p) for p in (draft.runner,) if p is not None)


def _at(price: Decimal, draft: Draft, pieces: Sequence[Lexeme], slot: Slot) -> Sequence[Lexeme]:
    """The number of that value under its label, or anywhere: "move SL to 2340" is a verb and its price."""
    placed = [p.piece for p in draft.of(slot) if p.value == price]
    return (placed or [p for p in pieces if p.role is ROLE.PRICE and price in (p.value, p.other)])[:1]
