"""Where to get in: from the words of a call to the prices and kinds of its entry orders.

Separate from `core.drafting` (how much) because the owner's entry strategy decides here: how many
orders a zone is cut into, how far the market may be followed, what a price that ran away costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from core.instrument import Instrument
from core.market import Quote
from core.orders import EntryKind, TimeInForce
from core.plans import EntryLeg
from core.records import quick, replace
from core.rules import ChannelRules, Limits
from core.sheet import Sheet
from core.signals import AtLimit, AtMarket, AtStop, Entry, InZone, Ladder
from core.strategies import HUNDRED, Chase
from core.vocabulary import Price, Side


@quick
@dataclass(frozen=True, slots=True)
class Ground:
    """What an approach depends on besides the call. ``side`` is the call's."""

    side: Side
    channel: ChannelRules
    limits: Limits
    instrument: Instrument
    quote: Quote

    @property
    def market(self) -> Price:
        """What a market entry would pay."""
        return self.quote.taker(self.side.opening)


@quick
@dataclass(frozen=True, slots=True)
class Way:
    """One entry order without its size: ``price`` is the limit or trigger, ``expected`` its worst fill."""

    kind: EntryKind
    price: Price | None
    expected: Price
    time_in_force: TimeInForce = TimeInForce.GTC


@quick
@dataclass(frozen=True, slots=True)
class Approach:
    """The entry orders, the nearest first. ``factor``: how much of the size is left after a chase."""

    ways: tuple[Way, ...]
    factor: Decimal = Decimal(1)


def approach(entry: Entry, ground: Ground, sheet: Sheet) -> Approach:
    """Choose the orders that get in no worse than the call says and the owner allows."""
    found, entries = _called(entry, ground, sheet), ground.channel.entries
    if entries.cap_pct is None and entries.trailing_pct is None:
        return found
    first, *others = found.ways
    rest = tuple(_trailing(way, ground) for way in others)
    return replace(found, ways=(_trailing(_capped(first, entry, ground, sheet), ground), *rest))


def _called(entry: Entry, ground: Ground, sheet: Sheet) -> Approach:
    side, now = ground.side, ground.market
    at_once = Way(EntryKind.MARKET, None, now)
    match entry:
        case AtMarket(reference):
            return Approach((at_once,), Decimal(1) if reference is None else _chased(reference, ground, sheet))
        case AtStop(price):
            return _breaking([price], ground, sheet)
        case AtLimit(price, from_market=True) if (now - price) * side.sign > 0:
            later = tuple(_limit(each, ground, sheet) for each in _spread(now, price, ground)[1:])
            return Approach((at_once, *later))
        case AtLimit(price):
            return Approach((_limit(price, ground, sheet),))
        case InZone(low, high):
            near, far = (high, low) if side is Side.LONG else (low, high)
            return Approach(tuple(_limit(each, ground, sheet) for each in _spread(near, far, ground)))
        case Ladder(prices, breakout=True):
            return _breaking(sorted(set(prices), reverse=side is Side.SHORT), ground, sheet)
        case Ladder(prices):
            nearest_first = sorted(set(prices), reverse=side is Side.LONG)
            return Approach(tuple(_limit(each, ground, sheet) for each in nearest_first))


def _breaking(prices: list[Price], ground: Ground, sheet: Sheet) -> Approach:
    """A stop order behind each price, the nearest first; what has been broken through is one entry at market."""
    side, now = ground.side, ground.market
    passed = [price for price in prices if (now - price) * side.sign >= 0]
    # Never back to where the price is already: a trigger that has been passed is refused.
    triggers = dict.fromkeys(ground.instrument.tighter(side, price) for price in prices[len(passed) :])
    for trigger in triggers:
        _near_market(trigger, ground, sheet)
    waiting = tuple(Way(EntryKind.STOP, trigger, trigger) for trigger in triggers)
    if not passed:
        return Approach(waiting)
    return Approach((Way(EntryKind.MARKET, None, now), *waiting), _chased(passed[0], ground, sheet))


def _spread(near: Price, far: Price, ground: Ground) -> list[Price]:
    """A zone's prices, evenly apart from the near edge to the far one; one order stands at the near edge."""
    count = ground.channel.entries.orders
    if count == 1:
        return [near]
    apart = (far - near) / (count - 1)
    limits = [ground.instrument.sooner(ground.side, Price(near + apart * place)) for place in range(count)]
    return list(dict.fromkeys(limits))  # a zone narrower than its ticks holds fewer


def _limit(price: Price, ground: Ground, sheet: Sheet) -> Way:
    limit = ground.instrument.sooner(ground.side, price)
    sheet.ask("entry price", limit > 0, f"{limit}, of which a tick is {ground.instrument.tick}")
    _near_market(limit, ground, sheet)
    better_pct = (limit - ground.market) * ground.side.sign / limit * HUNDRED
    if better_pct > ground.channel.drift_pct_max:
        sheet.warn("entry", f"{ground.market} is {better_pct:.2f} % better than the limit {limit}: it fills at once")
    return Way(EntryKind.LIMIT, limit, limit)


def _chased(reference: Price, ground: Ground, sheet: Sheet) -> Decimal:
    """The chase guard: a price that ran away is skipped or taken smaller; a better one is welcome."""
    drift_pct = (ground.market - reference) * ground.side.sign / reference * HUNDRED
    bound = ground.channel.drift_pct_max
    detail = f"price {ground.market} is {drift_pct:+.2f} % from the call's {reference}, at most {bound} % worse"
    ran_away = drift_pct > bound
    shrinks = ground.channel.entries.chase is Chase.SHRINK
    factor = (bound / drift_pct).quantize(Decimal("0.01")) if ran_away and shrinks else Decimal(1)
    if ran_away and shrinks and factor > 0:
        sheet.note("price drift", f"{detail}: {bound} / {drift_pct:.2f} = {factor} of the size")
    else:
        sheet.ask("price drift", not ran_away, detail)
    _near_market(reference, ground, sheet)
    return factor


def _near_market(price: Price, ground: Ground, sheet: Sheet) -> None:
    off_pct = abs(price - ground.market) / ground.market * HUNDRED
    bound = ground.limits.entry_off_market_pct_max
    detail = f"{price} is {off_pct:.2f} % from {ground.market}, at most {bound} %"
    sheet.ask("entry near market", off_pct <= bound, detail)


def _capped(way: Way, entry: Entry, ground: Ground, sheet: Sheet) -> Way:
    """First entry as market with a price cap: takes what is offered up to the cap, and nothing dearer."""
    percent = ground.channel.entries.cap_pct
    if percent is None or way.kind is EntryKind.STOP:
        return way
    named = entry.reference if isinstance(entry, AtMarket) else way.price
    base = named if named is not None else ground.market
    cap = ground.instrument.sooner(ground.side, Price(base * (1 + ground.side.sign * percent / HUNDRED)))
    within = (ground.market - cap) * ground.side.sign <= 0
    sheet.note("price cap", f"{base} {ground.side.sign * percent:+} % = {cap}, price {ground.market}")
    if not within:  # it waits for the price to come back
        return way if way.price is not None else Way(EntryKind.LIMIT, cap, cap)
    return Way(EntryKind.LIMIT, cap, cap, TimeInForce.IOC)


def _trailing(way: Way, ground: Ground) -> Way:
    """A trailing entry may fill worse than its price, by the turn it waits for and no more."""
    percent = ground.channel.entries.trailing_pct
    if percent is None or not is_resting_limit(way):
        return way
    worst = way.expected * (1 + ground.side.sign * percent / HUNDRED)
    return replace(way, expected=ground.instrument.tighter(ground.side, Price(worst)))


def is_resting_limit(way: Way | EntryLeg) -> bool:
    return way.kind is EntryKind.LIMIT and way.time_in_force is TimeInForce.GTC
