"""Taking over what the owner holds at the venue: with the stop it has, or one by his own risk rule.

Separate because it is arithmetic that has to be shown before anything is done: a stop set on
somebody's position is the one thing he must be able to check.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from core.instrument import Instrument
from core.orders import EntryKind, OpenPosition
from core.plans import Plan
from core.rules import Limits, Protection
from core.vocabulary import ZERO, ChannelId, MessageId, Money, PositionId, Price, Side, position_id

BY_HAND = ChannelId("by hand")
"""What stands for a channel in a trade that nobody called."""
HUNDRED = Decimal(100)
NEARER = Decimal("0.9")
"""A stop stays this far from liquidation: it has to be met first."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The stop an adopted position would have. ``standing``: it has it already.

    ``risk``: what is lost from the entry to the stop, with the fee of leaving; ``words``: the arithmetic.
    """

    stop: Price
    standing: bool
    risk: Money
    words: str


def propose(held: OpenPosition, instrument: Instrument, equity: Money, limits: Limits) -> Proposal:
    """The stop that stands, or one at which the owner loses from here what his limits let a trade lose.

    Measured from the price of the moment, so that it is always on the losing side of the market; never
    further than the widest stop he allows, nor beyond liquidation.
    """
    if held.stop is not None:
        return Proposal(held.stop, True, _loss(held, instrument, held.stop), "it has a stop, which is taken over")
    allowed = Money(equity * limits.risk_pct_max / HUNDRED)
    fee = instrument.notional(held.quantity, held.mark) * instrument.taker_fee
    room = max(allowed - fee, Decimal(0)) / (held.quantity * instrument.point_value)
    widest = held.mark * limits.stop_distance_pct_max / HUNDRED
    reasons = [
        f"{limits.risk_pct_max} % of {equity:,.2f} = {allowed:,.2f} may be lost; less {fee:,.2f} of fees,"
        f" over {instrument.size(held.quantity)}: {room:,.6g} from the price {held.mark:,}"
    ]
    if room > widest:
        reasons.append(f"at most {limits.stop_distance_pct_max} % away: {widest:,.6g}")
    distance = min(room, widest)
    if held.liquidation is not None:
        survivable = abs(held.mark - held.liquidation) * NEARER
        if survivable < distance:
            reasons.append(f"before liquidation at {held.liquidation:,}")
            distance = survivable
    stop = _on_the_grid(held, instrument, distance)
    return Proposal(stop, False, _loss(held, instrument, stop), "; ".join((*reasons, f"stop {stop:,}")))


def _on_the_grid(held: OpenPosition, instrument: Instrument, distance: Decimal) -> Price:
    """At least one tick on the losing side, and above zero."""
    away = Price(held.mark - held.side.sign * max(distance, instrument.tick))
    stop = instrument.tighter(held.side, away)
    if (held.mark - stop) * held.side.sign <= 0:
        stop = instrument.price_below(away) if held.side is Side.LONG else instrument.price_above(away)
    return max(stop, instrument.tick)


def _loss(held: OpenPosition, instrument: Instrument, stop: Price) -> Money:
    """From the entry to the stop; a stop in profit risks nothing."""
    loss = -instrument.profit(held.side, held.quantity, held.entry, stop)
    fee = instrument.notional(held.quantity, stop) * instrument.taker_fee
    return Money(max(loss + fee, ZERO))


def adopted_plan(held: OpenPosition, instrument: Instrument, proposal: Proposal, at: datetime) -> Plan:
    """The plan we would have had: filled already, without targets, its stop left where the owner wants it."""
    notional = instrument.notional(held.quantity, held.entry)
    leverage = min(Decimal(10), instrument.leverage_max)
    return Plan(
        position=adopted_id(held, at),
        channel=BY_HAND,
        symbol=held.symbol,
        side=held.side,
        kind=EntryKind.MARKET,
        price=None,
        expected=held.entry,
        quantity=held.quantity,
        stop=proposal.stop,
        targets=(),
        leverage=leverage,
        notional=notional,
        margin=Money(notional / leverage),
        risk=proposal.risk,
        protection=Protection(break_even_after=None),
        instrument=instrument,
        expires_at=at,
    )


def adopted_id(held: OpenPosition, at: datetime) -> PositionId:
    """The same holding taken over at the same moment is the same position."""
    return position_id(ChannelId(f"{BY_HAND} {held.symbol} {held.side}"), MessageId(int(at.timestamp() * 1000)))
