"""Read what a call says besides its levels: how it is shared out, how much to put in, and when its stop counts.

Separate from the levels, because nothing here decides whether or where a trade is opened: it is written
down beside the call, and the owner's rules say what becomes of it. It is looked for only where a
percentage stands, a word of size, or a word between the stop and its price.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile
from operator import attrgetter
from typing import Any

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Draft, Slot
from core.reading.pieces.tables import CANDLES, CLOSES, EACH, LOTS, PER, RISK
from core.reading.roles import ROLE, Role
from core.reading.text.figures import figures
from core.reading.text.hygiene import Clean
from core.records import replace
from core.signals import AtMarket, AtPrice, InZone, Ladder, Reason, Signal, SizeAdvice, SizeKind
from core.vocabulary import ZERO

_PERCENT_MAX = Decimal(100)
_LOTS_MAX = Decimal(100)
_NEAR = 4
"""How many pieces may stand between a figure and the word that says what it counts."""
_GAIN_TOLERANCE = Decimal("0.1")
_CONDITION_MAX = 80
_ENTERED = (Slot.ENTRY, Slot.SIDE, Slot.ADD)
_LABELS = (Role.ENTRY, Role.STOP, Role.TARGET, Role.ADD, Role.LEVERAGE, Role.LINE)
_QUIET = frozenset((Role.FILLER, Role.SIZE, Role.ZONE, Role.BUT, Role.HEADING, Role.MOVE))
_ENDS = (Role.LINE, Role.PRICE, Role.PERCENT)
_DIGITS = frozenset("0123456789.,")
_START = attrgetter("start")


def with_besides(call: Signal, draft: Draft, pieces: Sequence[Lexeme], text: Clean, roles: frozenset[Role]) -> Signal:
    """The call with everything it says besides its levels, each with its words."""
    changed: dict[str, Any] = {}
    reasons: list[Reason] = []
    advised: Sequence[Lexeme] = ()
    if ROLE.SIZE in roles:
        advice = next(_sizes(pieces, text), None)
        if advice is not None:
            changed["size"], advised = advice
            reasons.append(_reason("size", advised, text))
    if ROLE.PERCENT in roles:
        shares = [(slot, p) for slot, p in draft.shares if _is_share(p, text) and p not in advised]
        if any(slot is SLOT.TARGET and p.value is not None and p.value > _PERCENT_MAX for slot, p in draft.shares):
            shares = [(slot, p) for slot, p in shares if slot is not SLOT.TARGET]  # "TP3 0.34 (112%)": what is won
        others = [p for p in pieces if p not in advised] if advised else pieces
        for name, found in _weights(call, draft, others, shares):
            if found is not None:
                changed[f"{name}_weights"] = tuple(p.value for p in found)
                each = {piece.start: piece for piece in found}
                reasons += [_reason(f"{name} weight", (piece,), text) for piece in each.values()]
    if isinstance(call.stop, AtPrice):
        words = _condition(draft, pieces)
        if words:
            changed["stop_condition"] = text.text[words[0].start : words[-1].end][:_CONDITION_MAX]
            reasons.append(_reason("stop condition", words, text))
    return replace(call, reasons=(*call.reasons, *reasons), **changed) if changed else call


def _reason(name: str, pieces: Sequence[Lexeme], text: Clean) -> Reason:
    return Reason(name, *text.span(pieces[0].start, pieces[-1].end), name)


def _weights(
    call: Signal, draft: Draft, pieces: Sequence[Lexeme], shares: Sequence[tuple[Slot, Lexeme]]
) -> Iterator[tuple[str, Sequence[Lexeme] | None]]:
    """For the entry and the targets the percentages beside them, wherever there are several of them."""
    each = _each(shares, pieces)
    if isinstance(call.entry, Ladder) and len(call.entry.prices) > 1:
        places = len(call.entry.prices)
        levels = [p.piece for p in draft.points if p.slot in _ENTERED]
        beside = [p for slot, p in shares if slot in _ENTERED]
        yield "entry", _for_each(each, _ENTERED, places) or _beside(beside, levels, places)
    goals = len(call.targets)
    levels = [p.piece for p in draft.points if p.slot is SLOT.TARGET]
    levels = levels or [p for slot, p in draft.distances if slot is SLOT.TARGET]
    if goals > 1 and levels:
        beside = [p for slot, p in shares if slot is SLOT.TARGET]
        found = _for_each(each, (SLOT.TARGET,), goals) or _beside(beside, levels, goals)
        yield "target", None if found is not None and _are_gains(found, call) else found


def _is_share(piece: Lexeme, text: Clean) -> bool:
    """Whether it can be a part of a whole, and no "(+5.4%)" that is won there or "(~3.6%)" that is lost."""
    return piece.value is not None and 0 < piece.value <= _PERCENT_MAX and not _is_signed(piece, text)


def _is_signed(piece: Lexeme, text: Clean) -> bool:
    before = text.text[max(0, piece.start - 2) : piece.start]
    return before[-1:] in ("+", "~", "≈") or (before[-1:] == "-" and not before[:1].isdigit())


def _each(shares: Sequence[tuple[Slot, Lexeme]], pieces: Sequence[Lexeme]) -> tuple[Slot, Lexeme] | None:
    """ "Close 25% at each target", "50% each": the percentage and what it is for, also in a line of talk."""
    for at, share in enumerate(pieces):
        if share.role is ROLE.PERCENT:
            row = (*_on(pieces[max(0, at - _NEAR) : at][::-1]), *_on(pieces[at + 1 : at + 1 + _NEAR]))
            if any(map(EACH.has, row)):
                under = next((under for under, piece in shares if piece.start == share.start), SLOT.LOOSE)
                return next((_SLOTS[piece.role] for piece in row if piece.role in _SLOTS), under), share
    return None


_SLOTS = {Role.TARGET: Slot.TARGET, Role.ENTRY: Slot.ENTRY, Role.ADD: Slot.ENTRY}


def _for_each(each: tuple[Slot, Lexeme] | None, slots: Sequence[Slot], count: int) -> Sequence[Lexeme] | None:
    """The one percentage as often as there are levels."""
    fits = each is not None and each[0] in slots and each[1].value is not None and 0 < each[1].value <= _PERCENT_MAX
    return (each[1],) * count if each is not None and fits else None


def _on(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """What goes on from here on the same line, and no further than the next figure."""
    return list(takewhile(lambda p: p.role not in _ENDS and p.text not in ".;", pieces))


def _beside(shares: Sequence[Lexeme], levels: Sequence[Lexeme], count: int) -> Sequence[Lexeme] | None:
    """A percentage to each level: behind it, before it, or all of them behind all levels.

    Where they stand in no such order they are only something that was said, and never as many as there are levels.
    """
    many = len(shares)
    if many < 2:
        return None
    order = "".join(kind for _, kind in sorted([(p.start, "%") for p in shares] + [(p.start, "=") for p in levels]))
    paired = order in ("=%" * many, "%=" * many, "=" * many + "%" * many)
    return shares if paired or many != count else None


def _are_gains(shares: Sequence[Lexeme], call: Signal) -> bool:
    """Percentages that grow as the distance to their targets does tell what is won there: "TP1 0.5604 (16.81%)"."""
    percents = [share.value for share in shares if share.value is not None]
    prices = [target.price for target in call.targets if isinstance(target, AtPrice)]
    if len(prices) != len(percents) or len(set(percents)) < 2:
        return False
    for base in _bases(call):
        rates = [percent / abs(price - base) for percent, price in zip(percents, prices, strict=True) if price != base]
        if len(rates) == len(prices) and max(rates) - min(rates) <= _GAIN_TOLERANCE * max(rates):
            return True
    return False


def _bases(call: Signal) -> tuple[Decimal, ...]:
    """The prices a gain may be counted from."""
    entry = call.entry
    if isinstance(entry, AtMarket):
        return () if entry.reference is None else (entry.reference,)
    if isinstance(entry, Ladder):
        return (*entry.prices, sum(entry.prices, ZERO) / len(entry.prices))
    if isinstance(entry, InZone):
        return (entry.low, entry.high, (entry.low + entry.high) / 2)
    return (entry.price,)


def _sizes(pieces: Sequence[Lexeme], text: Clean) -> Iterator[tuple[SizeAdvice, tuple[Lexeme, ...]]]:
    """Every advice about the size: a word of size with its figure behind it or right before it."""
    for at, label in enumerate(pieces):
        if label.role is not ROLE.SIZE:
            continue
        behind = at + 1 + sum(1 for _ in takewhile(_leads_on, pieces[at + 1 : at + 1 + _NEAR]))
        before = at - 1 - sum(1 for _ in takewhile(_is_quiet, reversed(pieces[max(0, at - _NEAR) : at])))
        for here in (behind, before):
            found = _advice(pieces, here, at, text) if 0 <= here < len(pieces) else None
            if found is not None:
                yield found
                break


def _leads_on(piece: Lexeme) -> bool:
    return piece.role in _QUIET or (piece.role is ROLE.MARK and piece.text in ":=-~(@%")


def _is_quiet(piece: Lexeme) -> bool:
    return piece.role in _QUIET


def _advice(
    pieces: Sequence[Lexeme], at: int, labelled: int, text: Clean
) -> tuple[SizeAdvice, tuple[Lexeme, ...]] | None:
    """What the figure at one place says beside the word of size at the other."""
    figure, label = pieces[at], pieces[labelled]
    follows = pieces[at + 1] if at + 1 < len(pieces) else figure
    ends, span = _percents(pieces, at)
    if ends and not _is_signed(figure, text):
        kind = SizeKind.RISK if RISK.has(label) or RISK.has(follows) else SizeKind.ACCOUNT
        return SizeAdvice(kind, min(ends), max(ends)), span
    if figure.role not in (ROLE.PRICE, ROLE.IDENT) or any(map(PER.has, pieces[labelled:at])):
        return None
    count, per = _figure(figure), _per(pieces, at + 1)
    counts_lots = LOTS.has(label) or (follows.role is ROLE.SIZE and LOTS.has(follows)) or per is not None
    if count is None or not 0 < count <= _LOTS_MAX or not counts_lots:
        return None
    return SizeAdvice(SizeKind.LOTS, count, count, per), (figure,)


def _percents(pieces: Sequence[Lexeme], at: int) -> tuple[tuple[Decimal, ...], tuple[Lexeme, ...]]:
    """The figure at this place with the other end of its range, where it is a percentage."""
    figure = pieces[at]
    ends = [figure]
    if figure.role is ROLE.HALF and pieces[at + 1 : at + 2] and pieces[at + 1].text == "%":
        written = [Decimal(part) for part in figure.text.split("-") if part.isascii() and part.isdigit()]
        return tuple(value for value in written if value), (figure, pieces[at + 1])  # "1-2%", and no half
    if figure.role is not ROLE.PERCENT:
        return (), ()
    for joint, other in ((1, 2), (-1, -2)):
        if 0 <= at + other < len(pieces) and pieces[at + other].role is ROLE.PERCENT:
            ends += [pieces[at + other]] if pieces[at + joint].text in _RANGES else []
    ends.sort(key=_START)
    values = tuple(p.value for p in ends if p.value is not None and 0 < p.value <= _PERCENT_MAX)
    return values, tuple(ends)


_RANGES = ("-", "~", "to", "/")


def _figure(piece: Lexeme) -> Decimal | None:
    """Its number, also where it was set aside."""
    if piece.value is not None or not _DIGITS.issuperset(piece.text):
        return piece.value
    found = figures(piece.text)[0] if piece.text[:1].isdigit() and piece.text[-1:].isdigit() else None
    return None if found is None else found.value


def _per(pieces: Sequence[Lexeme], at: int) -> Decimal | None:
    """For how much money so many lots are meant: "per $100", "на каждые 100$"."""
    row = list(takewhile(lambda p: p.role is not ROLE.LINE, pieces[at : at + _NEAR]))
    said = next((n for n, piece in enumerate(row) if PER.has(piece)), None)
    if said is None or any(p.role not in _QUIET for p in row[:said]):
        return None
    values = map(_figure, pieces[at + said + 1 : at + said + 1 + _NEAR])
    return next((value for value in values if value), None)


def _condition(draft: Draft, pieces: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The words by which the stop counts only at the close of a candle: "H4 close below", "(daily close)"."""
    for point in draft.points:
        if point.slot is SLOT.STOP:
            break
    else:
        return ()
    start = point.piece.start
    at = bisect_left(pieces, start, key=_START)
    if at == len(pieces) or pieces[at].start != start:
        return ()  # labels that stood behind their prices have changed places
    lead = pieces[at - 2 if pieces[at - 1].role is ROLE.MARK else at - 1]
    bare = lead.role is ROLE.STOP and " " not in lead.text
    ends = at + 1 == len(pieces) or pieces[at + 1].role in _LABELS or pieces[at + 1].text in ",.;|"
    return (() if bare else _before(pieces, at)) or (() if ends else _behind(pieces, at))


def _before(pieces: Sequence[Lexeme], at: int) -> Sequence[Lexeme]:
    """Between the label and the price; or the label itself, with what leads to it ("4h close below 0.203 = out")."""
    first = at
    while first and pieces[first - 1].role not in _LABELS and at - first < 2 * _NEAR:
        first -= 1
    label = pieces[first - 1] if first else pieces[at]
    if label.role is ROLE.LINE:  # "Stop:" and below it what it is
        label = next((p for p in reversed(pieces[max(0, first - 3) : first - 1]) if p.role is not ROLE.MARK), label)
    if label.role is not ROLE.STOP:
        return ()
    words = [piece for piece in pieces[first:at] if piece.role is not ROLE.MARK]
    if any(map(CLOSES.has, words)):
        return words
    if " " not in label.text or not CLOSES.has(label):
        return ()
    lead = list(takewhile(_is_of_a_candle, reversed(pieces[max(0, first - 1 - _NEAR) : first - 1])))
    return (*reversed(lead), label, *words)


def _behind(pieces: Sequence[Lexeme], at: int) -> Sequence[Lexeme]:
    """Behind the price: a close, and of what."""
    row = [p for p in _on(pieces[at + 1 : at + 1 + 2 * _NEAR]) if p.role is not ROLE.MARK]
    words = list(takewhile(lambda p: p.role not in _LABELS, row))
    told = any(map(CLOSES.has, words)) and any(map(_is_of_a_candle, words))
    return words if told else ()


def _is_of_a_candle(piece: Lexeme) -> bool:
    return piece.role in (ROLE.TIME, ROLE.CLOCK) or CANDLES.has(piece)
