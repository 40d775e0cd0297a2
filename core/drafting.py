"""How a call becomes a plan: where to get in, where to get out, and how much.

Separate from `core.plans` (what a plan is) because this is the arithmetic. Each step adds a
check with its numbers; the first that fails ends the draft, so that "why not" is the last line.
Rounding always lowers the risk: stops toward the entry, targets and limits toward the
market, sizes down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from zoneinfo import ZoneInfo

from core.advised import compare_size, shared, warn_of_condition
from core.approach import Approach, Ground, Way, approach
from core.feasible import fits
from core.instrument import Instrument
from core.market import Quote
from core.orders import EntryKind, TimeInForce
from core.personal import leverage_of, note, puts_stop, settled
from core.plans import Declined, Drafted, EntryLeg, Plan, Target
from core.records import quick, replace
from core.rules import ChannelRules, FixedNotional, FixedQuantity, Limits, RiskPercent
from core.sheet import No, Sheet, in_figures
from core.signals import (
    AtPrice,
    Level,
    OpenEnded,
    Percent,
    Pips,
    Signal,
    TargetLevel,
)
from core.strategies import HUNDRED, Baseline, shares
from core.vocabulary import ONE, ZERO, Money, PositionId, Price, Quantity, Side

QUOTE_AGE_S_MAX = 5
"""A price older than this is no price (invariant I8)."""
TARGETS_MAX = 10
LIQUIDATION_ROOM = Decimal("1.5")
"""How many times further than the stop the liquidation price must lie."""


@quick
@dataclass(frozen=True, slots=True)
class Terms:
    """Everything a draft depends on besides the call itself. ``factor`` scales the size (0 < factor <= 1)."""

    position: PositionId
    channel: ChannelRules
    limits: Limits
    instrument: Instrument
    quote: Quote
    equity: Money
    at: datetime
    factor: Decimal = Decimal(1)
    day_zone: str = "UTC"


def draft(signal: Signal, terms: Terms) -> Drafted | Declined:
    """Turn a call into a plan by the owner's rules, or say which check it failed."""
    sheet = Sheet()
    try:
        plan = _plan(signal, terms, sheet)
    except No:
        failed = sheet.checks[-1]
        return Declined(f"{failed.name}: {failed.detail}", tuple(sheet.checks))
    return Drafted(plan, tuple(sheet.checks))


def _plan(signal: Signal, terms: Terms, sheet: Sheet) -> Plan:
    quote_age_s = abs((terms.at - terms.quote.at).total_seconds())  # a price from the future is none either
    sheet.ask("fresh price", quote_age_s <= QUOTE_AGE_S_MAX, f"{quote_age_s:.1f} s old, at most {QUOTE_AGE_S_MAX} s")
    side = _side(signal, sheet)
    note(signal, terms.channel, sheet)
    warn_of_condition(signal, terms.channel, sheet)
    from_first = puts_stop(signal, terms.channel) and _counts_from_first(terms)
    signal = settled(signal, terms.channel)
    ground = Ground(side, terms.channel, terms.limits, terms.instrument, terms.quote)
    found = approach(signal.entry, ground, sheet)
    channel = shared(signal, terms.channel, len(found.ways), sheet)
    if channel is not terms.channel:
        terms = replace(terms, channel=channel)
    stop = _stop(signal.stop, side, found.ways, terms, sheet, from_first=from_first)
    if EntryKind.LIMIT in [way.kind for way in found.ways]:
        _not_stopped(stop, side, terms, sheet)
    targets = _targets(signal.targets, side, found.ways, terms, sheet)
    legs = _legs(side, found, stop, terms, sheet)
    quantity = Quantity(sum([leg.quantity for leg in legs], ZERO))
    expected = _average(legs, terms.instrument)
    risk = _risk(legs, side, stop, terms, sheet)
    fits(legs, targets, expected, len(found.ways), terms.instrument, terms.channel, sheet)
    notional = terms.instrument.notional(quantity, expected)
    leverage = _leverage(signal, expected, stop, notional, terms, sheet)
    margin = Money(notional / leverage)
    compare_size(signal.size, risk, margin, terms.instrument.size(quantity), terms.equity, sheet)
    expires_at, close_at = terms.at + timedelta(seconds=terms.channel.entry_s), _session_end(terms)
    return Plan(
        position=terms.position,
        channel=terms.channel.id,
        symbol=terms.instrument.symbol,
        side=side,
        kind=legs[0].kind,
        price=legs[0].price,
        expected=expected,
        quantity=quantity,
        stop=stop,
        targets=targets,
        leverage=leverage,
        notional=notional,
        margin=margin,
        risk=risk,
        protection=terms.channel.protection,
        instrument=terms.instrument,
        expires_at=min(expires_at, close_at) if close_at is not None else expires_at,
        legs=legs if len(legs) > 1 or legs[0].time_in_force is not TimeInForce.GTC else (),
        entries=terms.channel.entries,
        exits=terms.channel.exits,
        quoted=terms.quote.last,
        close_at=close_at,
    )


def _side(signal: Signal, sheet: Sheet) -> Side:
    if signal.side is None:
        sheet.refuse("side", "the call does not say buy or sell")
    return signal.side


def _counts_from_first(terms: Terms) -> bool:
    own = terms.channel.stop
    return own is not None and own.baseline is Baseline.FIRST


def _stop(
    level: Level | None, side: Side, ways: tuple[Way, ...], terms: Terms, sheet: Sheet, *, from_first: bool
) -> Price:
    """A distance counts from the average entry, or from the first; a price has to lie behind every entry."""
    if level is None:
        sheet.refuse("stop", "the call has none, and nothing is opened without one")
    entries = terms.channel.entries
    parts = shares(entries.split, len(ways), entries.weights)
    expected = Price(_weighted(ways, parts).quantize(terms.instrument.tick / 100))  # thirds do not add up
    base = ways[0].expected if from_first else expected
    asked = _price_of(level, side, base, terms.instrument, against=True)
    sheet.ask("stop", asked > 0, f"at {in_figures(asked)}, which has to be above 0")
    stop = terms.instrument.tighter(side, asked)
    prices = [way.expected for way in ways]
    nearest = min(prices) if side.sign > 0 else max(prices)
    wrong = (nearest - stop) * side.sign <= 0
    below = "below" if side.sign > 0 else "above"
    sheet.ask("stop side", not wrong, f"stop {stop:,} must lie {below} the entry {nearest:,} of a {side!s}")
    distance_pct = abs(expected - stop) / expected * HUNDRED
    bound = terms.limits.stop_distance_pct_max
    sheet.ask("stop distance", distance_pct <= bound, f"{distance_pct:.2f} % from the entry, at most {bound!s} %")
    spread, away = terms.quote.ask - terms.quote.bid, abs(nearest - stop)
    sheet.ask("stop beyond spread", away > spread, f"{away:,} away, spread {spread:,}")
    return stop


def _weighted(ways: tuple[Way, ...], parts: tuple[Decimal, ...]) -> Price:
    """The average entry, not rounded: a size that comes of it risks what was meant, and no fraction more."""
    return Price(sum((way.expected * part for way, part in zip(ways, parts, strict=True)), ZERO))


def _not_stopped(stop: Price, side: Side, terms: Terms, sheet: Sheet) -> None:
    """A limit the market is already better than fills at once, and may do so behind its own stop."""
    leaving = terms.quote.taker(side.closing)
    passed = (leaving - stop) * side.sign <= 0
    sheet.ask("stop not passed", not passed, f"the price is {leaving:,}, the stop {stop:,}")


def _targets(
    levels: tuple[TargetLevel, ...], side: Side, ways: tuple[Way, ...], terms: Terms, sheet: Sheet
) -> tuple[Target, ...]:
    """Beyond every entry, and shared out as the owner says; an open-ended target leaves its share to run."""
    sheet.ask("targets", len(levels) <= TARGETS_MAX, f"{len(levels)} targets, at most {TARGETS_MAX}")
    if not levels:
        return ()
    entries = [way.expected for way in ways]
    expected = max(entries) if side.sign > 0 else min(entries)  # a breakout's last is dearest
    instrument, first = terms.instrument, ways[0].expected
    priced = [
        instrument.sooner(side, _price_of(level, side, first, instrument, against=False))
        for level in levels
        if not isinstance(level, OpenEnded)
    ]
    listed = _list(priced)
    sheet.ask("targets", not priced or min(priced) > 0, f"{listed}, each has to be above 0")
    behind = [price for price in priced if (price - expected) * side.sign <= 0]
    beyond = "above" if side.sign > 0 else "below"
    told = _list(behind) if behind else listed
    sheet.ask("targets side", not behind, f"{told} must lie {beyond} the entry {expected:,}")
    exits = terms.channel.exits
    parts = shares(exits.split, len(levels), exits.weights)
    priced.sort(reverse=side.sign < 0)
    return tuple(map(Target, priced, parts))


def _list(prices: list[Price]) -> str:
    return " · ".join([f"{price:,}" for price in prices]) or "none"


def _price_of(
    level: AtPrice | Pips | Percent, side: Side, expected: Price, instrument: Instrument, *, against: bool
) -> Price:
    direction = -side.sign if against else side.sign
    match level:
        case AtPrice(price):
            return price
        case Pips(count):
            return Price(expected + direction * count * instrument.pip)
        case Percent(value):
            return Price(expected * (1 + direction * value / HUNDRED))


def _loss_each(expected: Price, stop: Price, instrument: Instrument) -> Decimal:
    """What one unit entered at ``expected`` loses at the stop, with both taker fees."""
    fees = (expected + stop) * instrument.point_value * instrument.taker_fee
    return abs(expected - stop) * instrument.point_value + fees


def _legs(side: Side, found: Approach, stop: Price, terms: Terms, sheet: Sheet) -> tuple[EntryLeg, ...]:
    """Size the entry orders off the stop; a ladder too fine for the venue's minimum loses its furthest orders.

    The loss is linear in the entry, so a size computed from the average entry risks over all the
    orders what one order at that average would.
    """
    instrument, entries = terms.instrument, terms.channel.entries
    for count in range(len(found.ways), 1, -1):
        ways = found.ways[:count]
        parts = shares(entries.split, count, entries.weights)
        expected = _weighted(ways, parts)
        wanted, how = _scaled(expected, _loss_each(expected, stop, instrument), found, terms)
        legs = tuple(_leg(way, wanted * part, instrument) for way, part in zip(ways, parts, strict=True) if part)
        least = min(leg.quantity for leg in legs)
        if all(_is_tradable(leg, instrument) for leg in legs):
            *first, last = (leg.quantity for leg in legs)
            split = f"{how} -> {' + '.join((*map(str, first), instrument.size(last)))}"
            sheet.note("size", split)
            return legs
        floor = f"at least {instrument.size(instrument.quantity_min)}, worth {instrument.notional_min}"
        sheet.note("entry ladder", f"not in {count}: the smallest would be {least}, {floor}")
    way = found.ways[0]
    loss_each = _loss_each(way.expected, stop, instrument)
    wanted, how = _scaled(way.expected, loss_each, found, terms)
    leg = _leg(way, wanted, instrument)
    sheet.note("size", f"{how} -> {instrument.size(leg.quantity)}")
    least = instrument.quantity_min
    would_risk = least * loss_each
    floor = f"{leg.quantity!s} of at least {instrument.size(least)}"
    detail = f"{floor}, which would risk {would_risk:.2f}: risk as much, or leave it out"
    sheet.ask("venue minimum", leg.quantity >= least, detail)
    worth, floor_ = instrument.notional(leg.quantity, way.expected), instrument.notional_min
    sheet.ask("venue minimum value", worth >= floor_, f"worth {worth:,.2f}, at least {floor_:,}")
    return (leg,)


def _leg(way: Way, wanted: Decimal, instrument: Instrument) -> EntryLeg:
    quantity = min(instrument.quantity_below(Quantity(wanted)), instrument.quantity_max)
    return EntryLeg(way.kind, way.price, quantity, way.expected, way.time_in_force)


def _is_tradable(leg: EntryLeg, instrument: Instrument) -> bool:
    worth = instrument.notional(leg.quantity, leg.expected)
    return leg.quantity >= instrument.quantity_min and worth >= instrument.notional_min


def _average(legs: tuple[EntryLeg, ...], instrument: Instrument) -> Price:
    """The entry to expect once every leg has filled, to the nearest tick."""
    if len(legs) == 1:
        return legs[0].expected
    quantity = sum((leg.quantity for leg in legs), ZERO)
    return instrument.price_near(Price(sum((leg.quantity * leg.expected for leg in legs), ZERO) / quantity))


def _scaled(expected: Price, loss_each: Decimal, found: Approach, terms: Terms) -> tuple[Decimal, str]:
    """The size after what half a trade or a chase leaves of it."""
    wanted, how = _wanted(expected, loss_each, terms)
    for factor in (terms.factor, found.factor):
        if factor != 1:
            wanted *= factor
            how += f" x {factor}"
    return wanted, how


def _risk(legs: tuple[EntryLeg, ...], side: Side, stop: Price, terms: Terms, sheet: Sheet) -> Money:
    """What all of it loses at the stop; how many targets or orders it is cut into does not matter."""
    risk = Money(sum([leg.quantity * _loss_each(leg.expected, stop, terms.instrument) for leg in legs], ZERO))
    sheet.note("risk", f"{risk:,.2f} lost if the {side!s} stops at {stop:,}, fees included")
    return risk


def _session_end(terms: Terms) -> datetime | None:
    """The next time the owner's session ends, None when it never does."""
    said = terms.channel.exits.session_end
    if said is None:
        return None
    local = terms.at.astimezone(ZoneInfo(terms.day_zone))
    hour, minute = map(int, said.split(":"))
    end = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return (end if end > local else end + timedelta(days=1)).astimezone(terms.at.tzinfo)


def _wanted(expected: Price, loss_each: Decimal, terms: Terms) -> tuple[Decimal, str]:
    """The quantity the owner's sizing asks for, unrounded, and how it came about."""
    match terms.channel.sizing:
        case RiskPercent(percent):
            budget = terms.equity * percent / HUNDRED
            at_risk = f"{percent} % of {terms.equity:,.2f} = {budget:,.2f} at risk"
            return budget / loss_each, f"{at_risk} / {in_figures(loss_each)} lost by {terms.instrument.size(ONE)}"
        case FixedNotional(amount):
            point_value = terms.instrument.point_value
            return amount / (expected * point_value), f"{amount:,} / ({expected:,} x {point_value:,})"
        case FixedQuantity(quantity):
            return quantity, f"fixed at {terms.instrument.size(quantity)}"


def _leverage(signal: Signal, expected: Price, stop: Price, notional: Money, terms: Terms, sheet: Sheet) -> Decimal:
    """The call's leverage within the caps, lowered until liquidation lies well behind the stop.

    An isolated position is liquidated about 1/leverage - maintenance away from its entry
    (Bybit, "Liquidation Price"), so leverage <= 1 / (room x distance + maintenance).
    """
    asked, why = leverage_of(signal, terms.channel, terms.limits.leverage_max)
    distance = abs(expected - stop) / expected
    safe = 1 / (distance * LIQUIDATION_ROOM + terms.instrument.maintenance_rate)
    allowed = _tier_leverage(notional, terms.instrument, sheet)
    capped = min(asked, terms.limits.leverage_max, allowed, safe)
    leverage = max(Decimal(1), capped.quantize(Decimal("0.01"), ROUND_DOWN))
    detail = f"{leverage!s}x: {why}, cap {terms.limits.leverage_max!s}, liquidation-safe {safe:.1f}"
    liquidated = 1 / leverage - terms.instrument.maintenance_rate
    sheet.ask("leverage", distance < liquidated, detail)
    return leverage


def _tier_leverage(notional: Money, instrument: Instrument, sheet: Sheet) -> Decimal:
    """What the venue allows a position of this worth: the larger, the less."""
    if not instrument.tiers:
        return instrument.leverage_max
    tier = instrument.tier(notional)
    if tier is None:
        most = instrument.tiers[-1].notional_max
        told = f"worth {notional:,.2f}, the venue takes at most {most:,}: lower the risk or the size"
        sheet.refuse("risk tier", told)
    sheet.note("risk tier", f"worth {notional:,.2f} of up to {tier.notional_max:,}: at most {tier.leverage_max}x")
    return min(instrument.leverage_max, tier.leverage_max)
