"""How a call becomes a plan: where to get in, where to get out, and how much.

Separate from `core.plans` (what a plan is) because this is the arithmetic. Each step adds a
check with its numbers; the first that fails ends the draft, so that "why not" is the last line.
Rounding always lowers the risk: stops toward the entry, targets and limits toward the
market, sizes down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import NoReturn

from core.instrument import Instrument
from core.market import Quote
from core.orders import EntryKind
from core.plans import Check, Declined, Drafted, Plan, Target
from core.rules import ChannelRules, FixedNotional, FixedQuantity, Limits, RiskPercent
from core.signals import (
    AtLimit,
    AtMarket,
    AtPrice,
    AtStop,
    Entry,
    InZone,
    Ladder,
    Level,
    OpenEnded,
    Percent,
    Pips,
    Signal,
    TargetLevel,
)
from core.vocabulary import Money, PositionId, Price, Quantity, Side

QUOTE_AGE_S_MAX = 5
"""A price older than this is no price (invariant I8)."""
TARGETS_MAX = 10
HUNDRED = Decimal(100)
LIQUIDATION_ROOM = Decimal("1.5")
"""How many times further than the stop the liquidation price must lie."""


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


def draft(signal: Signal, terms: Terms) -> Drafted | Declined:
    """Turn a call into a plan by the owner's rules, or say which check it failed."""
    sheet = _Sheet()
    try:
        plan = _plan(signal, terms, sheet)
    except _No:
        failed = sheet.checks[-1]
        return Declined(f"{failed.name}: {failed.detail}", tuple(sheet.checks))
    return Drafted(plan, tuple(sheet.checks))


class _No(Exception):
    """Ends a draft; never leaves this module."""


@dataclass(slots=True)
class _Sheet:
    """The arithmetic as it is written down."""

    checks: list[Check] = field(default_factory=list)

    def ask(self, name: str, passed: bool, detail: str) -> None:
        self.checks.append(Check(name, passed, detail))
        if not passed:
            raise _No

    def refuse(self, name: str, detail: str) -> NoReturn:
        self.checks.append(Check(name, False, detail))
        raise _No

    def note(self, name: str, detail: str) -> None:
        self.checks.append(Check(name, True, detail))


@dataclass(frozen=True, slots=True)
class _Way:
    """How to get in: ``price`` is the limit or trigger, ``expected`` what the size is computed from."""

    kind: EntryKind
    price: Price | None
    expected: Price


def _plan(signal: Signal, terms: Terms, sheet: _Sheet) -> Plan:
    quote_age_s = abs((terms.at - terms.quote.at).total_seconds())  # a price from the future is none either
    sheet.ask("fresh price", quote_age_s <= QUOTE_AGE_S_MAX, f"{quote_age_s:.1f} s old, at most {QUOTE_AGE_S_MAX} s")
    side = _side(signal, sheet)
    way = _way(signal.entry, side, terms, sheet)
    stop = _stop(signal.stop, side, way.expected, terms, sheet)
    if way.kind is EntryKind.LIMIT:
        _not_stopped(stop, side, terms, sheet)
    targets = _targets(signal.targets, side, way.expected, terms, sheet)
    quantity, risk = _size(side, way.expected, stop, terms, sheet)
    notional = terms.instrument.notional(quantity, way.expected)
    leverage = _leverage(signal, way.expected, stop, terms, sheet)
    return Plan(
        position=terms.position,
        channel=terms.channel.id,
        symbol=terms.instrument.symbol,
        side=side,
        kind=way.kind,
        price=way.price,
        expected=way.expected,
        quantity=quantity,
        stop=stop,
        targets=targets,
        leverage=leverage,
        notional=notional,
        margin=Money(notional / leverage),
        risk=risk,
        protection=terms.channel.protection,
        instrument=terms.instrument,
        expires_at=terms.at + timedelta(seconds=terms.channel.entry_s),
    )


def _side(signal: Signal, sheet: _Sheet) -> Side:
    if signal.side is None:
        sheet.refuse("side", "the call does not say buy or sell")
    return signal.side


def _way(entry: Entry, side: Side, terms: Terms, sheet: _Sheet) -> _Way:
    """Choose the order that gets in no worse than the call says."""
    now = terms.quote.taker(side.opening)
    match entry:
        case AtMarket(reference):
            if reference is not None:
                _within_drift(now, reference, side, terms, sheet)
            return _Way(EntryKind.MARKET, None, now)
        case AtStop(price) if (now - price) * side.sign >= 0:
            # It has broken through already: a stop order would be refused, so it is a market call.
            _within_drift(now, price, side, terms, sheet)
            return _Way(EntryKind.MARKET, None, now)
        case AtStop(price):
            # Never back to where the price is already: a trigger that has been passed is refused.
            trigger = terms.instrument.tighter(side, price)
            _near_market(trigger, now, terms, sheet)
            return _Way(EntryKind.STOP, trigger, trigger)
        case AtLimit(price):
            return _limit(price, now, side, terms, sheet)
        case InZone(low, high):
            return _limit(high if side is Side.LONG else low, now, side, terms, sheet)
        case Ladder(prices):
            first = max(prices) if side is Side.LONG else min(prices)
            sheet.note("ladder", f"{len(prices)} entries: all of it at the first, {first}")
            return _limit(first, now, side, terms, sheet)


def _limit(price: Price, now: Price, side: Side, terms: Terms, sheet: _Sheet) -> _Way:
    limit = terms.instrument.sooner(side, price)
    sheet.ask("entry price", limit > 0, f"{limit}, of which a tick is {terms.instrument.tick}")
    _near_market(limit, now, terms, sheet)
    return _Way(EntryKind.LIMIT, limit, limit)


def _within_drift(now: Price, reference: Price, side: Side, terms: Terms, sheet: _Sheet) -> None:
    """The chase guard: a price that ran away is not chased; a better one is welcome."""
    drift_pct = (now - reference) * side.sign / reference * HUNDRED
    bound = terms.channel.drift_pct_max
    detail = f"price {now} is {drift_pct:+.2f} % from the call's {reference}, at most {bound} % worse"
    sheet.ask("price drift", drift_pct <= bound, detail)
    _near_market(reference, now, terms, sheet)


def _near_market(price: Price, now: Price, terms: Terms, sheet: _Sheet) -> None:
    off_pct = abs(price - now) / now * HUNDRED
    bound = terms.limits.entry_off_market_pct_max
    sheet.ask("entry near market", off_pct <= bound, f"{price} is {off_pct:.2f} % from {now}, at most {bound} %")


def _stop(level: Level | None, side: Side, expected: Price, terms: Terms, sheet: _Sheet) -> Price:
    if level is None:
        sheet.refuse("stop", "the call has none, and nothing is opened without one")
    asked = _price_of(level, side, expected, terms.instrument, against=True)
    sheet.ask("stop", asked > 0, f"at {asked}, which has to be above 0")
    stop = terms.instrument.tighter(side, asked)
    wrong = (expected - stop) * side.sign <= 0
    below = "below" if side is Side.LONG else "above"
    sheet.ask("stop side", not wrong, f"stop {stop} must lie {below} the entry {expected} of a {side}")
    distance_pct = abs(expected - stop) / expected * HUNDRED
    bound = terms.limits.stop_distance_pct_max
    sheet.ask("stop distance", distance_pct <= bound, f"{distance_pct:.2f} % from the entry, at most {bound} %")
    spread = terms.quote.ask - terms.quote.bid
    sheet.ask("stop beyond spread", abs(expected - stop) > spread, f"{abs(expected - stop)} away, spread {spread}")
    return stop


def _not_stopped(stop: Price, side: Side, terms: Terms, sheet: _Sheet) -> None:
    """A limit the market is already better than fills at once, and may do so behind its own stop."""
    leaving = terms.quote.taker(side.closing)
    passed = (leaving - stop) * side.sign <= 0
    sheet.ask("stop not passed", not passed, f"the price is {leaving}, the stop {stop}")


def _targets(
    levels: tuple[TargetLevel, ...], side: Side, expected: Price, terms: Terms, sheet: _Sheet
) -> tuple[Target, ...]:
    """Equal shares; an open-ended target leaves its share to run."""
    sheet.ask("targets", len(levels) <= TARGETS_MAX, f"{len(levels)} targets, at most {TARGETS_MAX}")
    if not levels:
        return ()
    share = Decimal(1) / len(levels)
    priced = [
        terms.instrument.sooner(side, _price_of(level, side, expected, terms.instrument, against=False))
        for level in levels
        if not isinstance(level, OpenEnded)
    ]
    behind = [price for price in priced if (price - expected) * side.sign <= 0]
    sheet.ask("targets", all(price > 0 for price in priced), f"{_list(priced)}, each has to be above 0")
    beyond = "above" if side is Side.LONG else "below"
    sheet.ask("targets side", not behind, f"{_list(behind or priced)} must lie {beyond} the entry {expected}")
    return tuple(Target(price, share) for price in sorted(priced, reverse=side is Side.SHORT))


def _list(prices: list[Price]) -> str:
    return ", ".join(map(str, prices)) or "none"


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


def _size(side: Side, expected: Price, stop: Price, terms: Terms, sheet: _Sheet) -> tuple[Quantity, Money]:
    """Quantity rounded down to the step, and what it loses at the stop with both taker fees."""
    instrument = terms.instrument
    fees_each = (expected + stop) * instrument.point_value * instrument.taker_fee
    loss_each = abs(expected - stop) * instrument.point_value + fees_each
    wanted, how = _wanted(expected, loss_each, terms)
    if terms.factor != 1:
        wanted *= terms.factor
        how += f" x {terms.factor}"
    quantity = min(instrument.quantity_below(Quantity(wanted)), instrument.quantity_max)
    sheet.note("size", f"{how} -> {quantity} {instrument.symbol}")
    least = instrument.quantity_min
    sheet.ask(
        "venue minimum",
        quantity >= least,
        f"{quantity} of at least {least}, which would risk {least * loss_each:.2f}",
    )
    notional = instrument.notional(quantity, expected)
    floor = instrument.notional_min
    sheet.ask("venue minimum value", notional >= floor, f"worth {notional:.2f}, at least {floor}")
    risk = Money(quantity * loss_each)
    sheet.note("risk", f"{risk:.2f} lost if the {side} stops at {stop}, fees included")
    return quantity, risk


def _wanted(expected: Price, loss_each: Decimal, terms: Terms) -> tuple[Decimal, str]:
    """The quantity the owner's sizing asks for, unrounded, and how it came about."""
    match terms.channel.sizing:
        case RiskPercent(percent):
            budget = terms.equity * percent / HUNDRED
            how = f"{percent} % of {terms.equity:.2f} = {budget:.2f} at risk / {loss_each:.6f} lost by each"
            return budget / loss_each, how
        case FixedNotional(amount):
            point_value = terms.instrument.point_value
            return amount / (expected * point_value), f"{amount} / ({expected} x {point_value})"
        case FixedQuantity(quantity):
            return quantity, f"fixed at {quantity}"


def _leverage(signal: Signal, expected: Price, stop: Price, terms: Terms, sheet: _Sheet) -> Decimal:
    """The call's leverage within the caps, lowered until liquidation lies well behind the stop.

    An isolated position is liquidated about 1/leverage - maintenance away from its entry
    (Bybit, "Liquidation Price"), so leverage <= 1 / (room x distance + maintenance).
    """
    asked = signal.leverage_max or signal.leverage or terms.limits.leverage_max
    distance = abs(expected - stop) / expected
    safe = 1 / (distance * LIQUIDATION_ROOM + terms.instrument.maintenance_rate)
    capped = min(asked, terms.limits.leverage_max, terms.instrument.leverage_max, safe)
    leverage = max(Decimal(1), capped.quantize(Decimal("0.01"), ROUND_DOWN))
    detail = f"{leverage}x: the call says {asked}, cap {terms.limits.leverage_max}, liquidation-safe {safe:.1f}"
    liquidated = 1 / leverage - terms.instrument.maintenance_rate
    sheet.ask("leverage", distance < liquidated, detail)
    return leverage
