"""Turn what was found into a call, and say what is wrong with it.

A contradiction is never mended: a stop on the wrong side, a target behind the entry or a
decimal off by ten makes a call that a human must look at (threats H01 and H02).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from core.reading.dialects import BarePrice, Dialect, PriceRange
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Draft, Point, Slot
from core.reading.pieces.scale import near, settled, unsettled
from core.reading.plan.loose import final_last, told_apart, with_loose
from core.reading.plan.sides import buys_on_the_spot, side_of_levels, side_said
from core.reading.plan.soundness import SIDES, Found, doubts, led_by_the_market
from core.reading.plan.subjects import symbol_of
from core.reading.reasons import reason
from core.reading.roles import ROLE, Role
from core.reading.setting import PLAIN, Setting
from core.reading.text.hygiene import Clean
from core.reading.words.catalogue import price_bounds
from core.reading.words.lexicon import listed
from core.signals import (
    AtLimit,
    AtMarket,
    AtPrice,
    AtStop,
    Entry,
    InZone,
    Ladder,
    Level,
    MarginMode,
    OpenEnded,
    Percent,
    Pips,
    Reason,
    Signal,
    TargetLevel,
)
from core.vocabulary import Price

_LEGS_MAX, _LATER_ON = 12, "dca"
_AT_ANY_PRICE = AtMarket()
_COUNTED_MIN, _FAR = 3, Decimal(3)
_ZONED = 3
"""The two ends of a zone, and one price within it."""
_NONE: tuple[Point, ...] = ()
_AT_ONCE, _PULLBACKS, _COMING = frozenset(listed("AT_ONCE")), frozenset(listed("PULLBACKS")), (Role.TO, Role.IF)


def find(draft: Draft, pieces: Sequence[Lexeme], text: Clean, setting: Setting = PLAIN) -> Found:
    """Read the fields off the draft."""
    sign, said = side_said(draft)
    if draft.sides and draft.sides[0].text in _AT_ONCE and _is_there(pieces, draft.sides[0]):
        draft.note(ROLE.MARKET, SLOT.SIDE, draft.sides[0])
    symbol, rivals, grade = symbol_of(draft, pieces, text, setting.listed)
    points = with_loose(draft, pieces, sign) if draft.loose else draft.points
    bounds = price_bounds(symbol)
    stray = list(_NONE)
    if points:
        points, stray = told_apart(settled(points, bounds, sign), pieces)
    placed: dict[Slot, list[Point]] = {}
    for point in points:
        placed.setdefault(SLOT.ENTRY if point.slot is SLOT.SIDE else point.slot, []).append(point)
    late = _late(points, draft) if len(placed.get(SLOT.ENTRY, ())) > 1 else ()
    if late:
        placed[SLOT.ENTRY] = [p for p in placed[SLOT.ENTRY] if p not in late]
    entries, stops = _unique(placed.get(SLOT.ENTRY, [])), _unique(placed.get(SLOT.STOP, []))
    if not stops and entries and not draft.distances:
        stops = [p for p in draft.risked if near(p.value, entries[0].value)][:1]  # "Risk 4221": the price risked
    if len(stops) > 1:
        entries = _first_plan(entries, stops[0])
    elif stops and len(entries) > 1 and draft.restates_its_entry:
        entries = [p for p in entries if p.value != stops[0].value]  # "2646-2636, entry 2646, SL 2636": the whole room
    adds = placed.get(SLOT.ADD, [])
    if not entries and len(adds) > 1 and ROLE.MARKET not in draft.kinds:
        entries, adds = _unique(adds), []  # "sell layer 2658 / 2660": nothing else is said to be the entry
    inside = _inside_the_zone(entries) if len(entries) == _ZONED else None
    if inside is not None:
        entries = [p for p in entries if p is not inside]
    targets, leftovers = placed.get(SLOT.TARGET, []), _NONE
    if len(targets) > 1:
        targets, leftovers = _counted(_said_once(final_last(targets, pieces), len(placed.get(SLOT.STOP, []))))
    entry, at_market = _entry(draft, entries, adds and _averaged(draft, adds, pieces), setting.dialect)
    prices = tuple([p.value for p in entries])
    if not sign:
        sign = side_of_levels(prices, stops, targets)
        if sign >= 0 and buys_on_the_spot(draft, prices, targets):
            sign, said = 1, True
    if draft.loose:
        used = {p.piece.start for p in points}
        again = inside.value if inside is not None else None
        leftovers = (*(p for p in draft.loose if p.piece.start not in used and p.value != again), *leftovers)
    stray += [p for p in adds if entries and not near(p.value, entries[0].value, _FAR)]
    leftovers = (*leftovers, *stray, *(p for p in late if p.value not in prices))
    return Found(
        sign, said, symbol, rivals, grade, entry, prices,
        tuple(stops), _stop(draft, stops), _targets(draft, targets, pieces),
        tuple([p.value for p in targets]), leftovers, at_market, unsettled(points, bounds),
    )  # fmt: skip


def _late(points: Sequence[Point], draft: Draft) -> list[Point]:
    """ "Buy: 20-22, sell: 24, 26, SL 8%; good to buy at support 21": beside a side behind all targets, and no entry."""
    aims = [p.piece.start for p in points if p.slot is SLOT.TARGET]
    entered = [p.piece.start for p in points if p.slot is SLOT.ENTRY or p.slot is SLOT.SIDE]
    if not aims or entered[0] > aims[0]:
        return []
    far = any(slot is SLOT.STOP for slot, _ in (*draft.shares, *draft.distances))
    loose = (SLOT.SIDE, SLOT.ENTRY) if far else (SLOT.SIDE,)  # a stop so far away tells no price from another
    return [p for p in points if p.slot in loose and p.piece.start > aims[-1]]


def _is_there(pieces: Sequence[Lexeme], side: Lexeme) -> bool:
    """108600附近直接空: at once, and the price is where the market is; in 回踩108600直接空 it has yet to come there."""
    return all(p.text not in _PULLBACKS and p.role not in _COMING for p in pieces if p.start < side.start)


def _said_once(targets: list[Point], times: int) -> list[Point]:
    """The targets of a call that is written out again, in a second language for example, with its stop."""
    size = len(targets) // times if times > 1 else 0
    values = [p.value for p in targets] if size else []
    return targets[:size] if size and values == values[:size] * times else targets


def _counted(targets: list[Point]) -> tuple[list[Point], tuple[Point, ...]]:
    """Behind a list that counts its items, what is uncounted and far from the last of them is no item."""
    if len(targets) <= _COUNTED_MIN:
        return targets, ()
    counted = sum(1 for p in targets if p.joint == "index")
    if counted < _COUNTED_MIN or any(p.joint != "index" for p in targets[:counted]):
        return targets, ()
    last = targets[counted - 1].value
    strays = tuple(p for p in targets[counted:] if not near(p.value, last, _FAR))
    return [p for p in targets if p not in strays], strays


def _unique(points: list[Point]) -> list[Point]:
    if len(points) < 2:
        return points
    seen: set[Decimal] = set()
    kept = []
    for point in points:
        if point.value not in seen:
            seen.add(point.value)
            kept.append(point)
    return kept


def _inside_the_zone(entries: Sequence[Point]) -> Point | None:
    """ "Entry 2338-2342, best entry 2340", "2340 / 2350 (average 2345)": a price beside two ends is no third order."""
    runs = [p.run for p in entries]
    for inner, first, second in ((2, 0, 1), (0, 1, 2)):
        apart = runs[inner] != runs[first] or entries[inner].joint in ("word", "bracket", "list")
        ends = sorted((entries[first].value, entries[second].value))
        if apart and entries[second].joint in ("range", "slash") and ends[0] <= entries[inner].value <= ends[1]:
            return entries[inner]
    return None


def _first_plan(entries: list[Point], stop: Point) -> list[Point]:
    """With two stops there are two plans; the first is read, and the second makes it doubtful."""
    before = [p for p in entries if p.piece.start < stop.piece.start]
    return before or entries


def _averaged(draft: Draft, adds: list[Point], pieces: Sequence[Lexeme]) -> list[Point]:
    """ "Entry now: 1977, averaging: 2030" are two orders; "entry at CMP, DCA: 0.0307" is one, and what may follow."""
    if ROLE.MARKET not in draft.kinds:
        return adds
    return [] if any(p.role is ROLE.ADD and p.text.startswith(_LATER_ON) for p in pieces) else adds


def _waits_for_a_break(draft: Draft) -> bool:
    """ "Stop: if it breaks below 560" says when to leave, and nothing of how to get in."""
    return any(role is ROLE.BREAKOUT and slot is not SLOT.STOP for role, slot, _ in draft.marks)


def _entry(draft: Draft, entries: Sequence[Point], adds: Sequence[Point], dialect: Dialect) -> tuple[Entry, bool]:
    """How to get in: the words decide the kind, the marks between the prices whether it is a zone."""
    market: list[Slot] = []
    if ROLE.MARKET in draft.kinds:
        market = [slot for role, slot, _ in draft.marks if role is ROLE.MARKET and slot is not SLOT.STOP]
    if not entries:
        return _AT_ANY_PRICE, bool(market)
    labelled_market = SLOT.ENTRY in market
    limit, breakout = ROLE.LIMIT in draft.kinds, ROLE.BREAKOUT in draft.kinds and _waits_for_a_break(draft)
    prices = tuple([Price(p.value) for p in entries])
    if len(prices) == 1:
        if market and entries[0].joint == "range":
            return AtLimit(prices[0], from_market=True), False
        if market and not limit and not adds:
            return AtMarket(prices[0]), True
        if adds:
            return Ladder((prices[0], *(Price(p.value) for p in adds[:_LEGS_MAX]))), False
        if dialect.bare_price is BarePrice.MARKET and not limit and not breakout:
            return AtMarket(prices[0]), True
        return (AtStop(prices[0]) if breakout else AtLimit(prices[0])), False
    together = len({p.run for p in entries}) == 1
    if together and labelled_market and not limit and not led_by_the_market(draft, entries[0]):
        return AtMarket(prices[0]), True
    if breakout:
        return Ladder(prices[:_LEGS_MAX], breakout=True), False
    joint = entries[1].joint
    weighted = sum(1 for slot, _ in draft.shares if slot in (SLOT.ENTRY, SLOT.SIDE)) == len(prices)
    weighted = weighted or set(prices) <= set(draft.aside)  # each price has its own share of the margin
    apart = (
        weighted
        or joint not in ("range", "", "bracket", "slash", "word")
        or (joint == "slash" and limit and ROLE.ZONE not in draft.kinds)
    )
    apart = apart or dialect.price_range is PriceRange.TWO_ENTRIES
    if len(prices) == 2 and together and not apart:
        return InZone(min(prices), max(prices)), False
    return Ladder(prices[:_LEGS_MAX]), False


def _stop(draft: Draft, stops: Sequence[Point]) -> Level | None:
    if stops:
        return AtPrice(Price(stops[0].value))
    if not (draft.distances or draft.shares):
        return None
    pips = [p.value for slot, p in draft.distances if slot is SLOT.STOP and p.value]
    if len(pips) == 1:
        return Pips(pips[0])
    shares = [p.value for slot, p in draft.shares if slot is SLOT.STOP and p.value]
    return Percent(shares[0]) if len(shares) == 1 else None


_LEAVING = (Role.CLOSE, Role.PART, Role.HALF)


def _targets(draft: Draft, priced: Sequence[Point], pieces: Sequence[Lexeme]) -> tuple[TargetLevel, ...]:
    targets: list[TargetLevel] = [AtPrice(Price(p.value)) for p in priced] if priced else []
    if not targets and draft.distances:
        targets += [Pips(p.value) for slot, p in draft.distances if slot is SLOT.TARGET and p.value]
    if not targets and draft.shares:
        taken = [q for p, q in pairwise(pieces) if p.role in _LEAVING]  # "I will lock in 25% profit at each TP"
        shares = (p for slot, p in draft.shares if slot is SLOT.TARGET and p.value and p not in taken)
        targets += [Percent(p.value) for p in shares if p.value]
    if draft.runner is not None:
        targets.append(OpenEnded())
    return tuple(targets)


_ENDS = ("\n", ". ", "!", "?", ";")
_MARGINS = {Role.CROSS: MarginMode.CROSS, Role.ISOLATED: MarginMode.ISOLATED}
_FIELDS = {slot: slot.value for slot in Slot} | {Slot.SIDE: "entry"}
"""What a reason calls the place of a number."""
_ORDER_WORDS = (Role.MARKET, Role.LIMIT, Role.BREAKOUT, Role.CROSS, Role.ISOLATED, Role.SPOT)


def signal(draft: Draft, found: Found, text: Clean, extra: Sequence[Reason]) -> Signal:
    """The call, with the span behind each field and everything that speaks against it."""
    levers = [p.value for p in _together(draft.leverages, text) if p.value is not None and 1 <= p.value <= 1000]
    low, high = (levers[0], max(levers)) if levers else (None, None)
    margin = None
    if ROLE.CROSS in draft.kinds or ROLE.ISOLATED in draft.kinds:
        margin = next((r for r, _, _ in draft.marks if r in (ROLE.CROSS, ROLE.ISOLATED)), None)
    return Signal(
        symbol=found.symbol,
        side=SIDES.get(found.sign),
        entry=found.entry,
        stop=found.stop,
        targets=found.targets,
        leverage=low,
        leverage_max=high if high != low else None,
        margin_mode=_MARGINS[margin]
        if margin and found.symbol not in ("CROSS", "CROSSUSDT")
        else _second_margin(draft),
        spot=ROLE.SPOT in draft.kinds,
        reasons=_reasons(draft, text),
        doubts=(*doubts(draft, found, levers), *extra),
        adds=tuple(Price(p.value) for p in draft.of(SLOT.ADD)[:_LEGS_MAX]) if isinstance(found.entry, Ladder) else (),
    )


def _together(leverages: Sequence[Lexeme], text: Clean) -> Iterator[Lexeme]:
    """ "Leverage 5x. Whoever goes in with 50x ...": what is said in another sentence is no upper end of the first."""
    for piece in leverages:
        between = text.lower[leverages[0].end : piece.start]
        if not any(end in between for end in _ENDS):
            yield piece


def _second_margin(draft: Draft) -> MarginMode | None:
    return MarginMode.ISOLATED if ROLE.ISOLATED in draft.kinds else None


def _reasons(draft: Draft, text: Clean) -> tuple[Reason, ...]:
    """Which words and numbers gave each field."""
    spans: list[tuple[str, Lexeme]] = [("side", s) for s in draft.sides[:1]]
    spans += [("symbol", t) for t in draft.tickers[:1]]
    spans += [(_FIELDS[p.slot], p.piece) for p in draft.points]
    if draft.distances or draft.shares:
        far = (*draft.distances, *draft.shares)
        spans += [(_FIELDS[slot], p) for slot, p in far if slot in (SLOT.STOP, SLOT.TARGET)]
    if draft.runner is not None:
        spans.append(("target", draft.runner))
    spans += [("leverage", p) for p in draft.leverages]
    if not draft.kinds.isdisjoint(_ORDER_WORDS):
        spans += [(role.value, piece) for role, _, piece in draft.marks if role in _ORDER_WORDS]
    if text.unmoved:
        return tuple([reason(name, piece.start, piece.end, name) for name, piece in spans])
    return tuple([reason(name, *text.span(piece.start, piece.end), name) for name, piece in spans])
