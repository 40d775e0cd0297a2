"""What the exchange does to positions by itself: stops, targets, liquidation, funding.

None of it waits for a client. A stop that was met sells into every quote until nothing is
left, however thin the book: it never leaves a naked rest behind.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from core.orders import FundingPaid, Purpose
from core.vocabulary import ZERO, ExecutionId, Money, Price, Quantity, Side, Symbol
from venues.matching.book import is_met
from venues.matching.codes import End
from venues.matching.floor import Floor
from venues.matching.ledger import CENT_OF_CENTS, Holding
from venues.matching.requests import Crossing, TriggerBy


def watch(floor: Floor, symbol: Symbol, at: datetime) -> None:
    """Bring one symbol to rest after a quote or an order: stops, targets, ruin, leftovers."""
    for held in floor.ledger.of(symbol):
        _meet(floor, held, at)
    _liquidate(floor, at)
    if floor.told:  # where nothing happened no position has gone
        drop_leftovers(floor, symbol, at)


def is_stop_met(floor: Floor, symbol: Symbol, side: Side, stop: Price, by: TriggerBy) -> bool:
    crossing = Crossing.FALLING if side is Side.LONG else Crossing.RISING
    return is_met(floor.tapes[symbol].quote, by, crossing, stop)


def is_target_met(floor: Floor, symbol: Symbol, side: Side, target: Price, by: TriggerBy) -> bool:
    crossing = Crossing.RISING if side is Side.LONG else Crossing.FALLING
    return is_met(floor.tapes[symbol].quote, by, crossing, target)


def _meet(floor: Floor, held: Holding, at: datetime) -> None:
    """See whether a position's stop or targets are met, and sell what they ask for."""
    if (
        held.closing is None
        and held.stop is not None
        and is_stop_met(floor, held.symbol, held.side, held.stop, held.stop_by)
    ):
        held.closing = Purpose.STOP
    if held.closing is not None:
        floor.sell_out(held, held.quantity, held.closing, at)
        return
    met = tuple(one for one in held.targets if is_target_met(floor, held.symbol, held.side, one.price, one.by))
    if met:
        held.targets = tuple(one for one in held.targets if one not in met)
        asked = sum((held.quantity if one.quantity is None else one.quantity for one in met), ZERO)
        held.due = Quantity(held.due + asked)
    if held.due > 0:
        # core.orders has no purpose for a target of the venue's own: like the stop, it is an exit
        # that was bound to the position and that no order of ours names.
        due = Quantity(min(held.due, held.quantity))
        held.due = Quantity(due - floor.sell_out(held, due, Purpose.STOP, at))


def _liquidate(floor: Floor, at: datetime) -> None:
    """Close the heaviest positions one by one while equity is at or below maintenance.

    Bybit, page "Liquidation Process": open orders are cancelled first. A gap may leave a debt.
    """
    while floor.ledger.is_ruined:
        victims = [held for held in floor.ledger.all() if held.closing is None and held.symbol in floor.tapes]
        if not victims:
            return
        for order in tuple(floor.register.all()):
            floor.end(order, End.BY_LIQUIDATION, at)
        victim = max(victims, key=lambda held: (floor.ledger.maintenance(held), held.symbol, held.side))
        victim.closing = Purpose.LIQUIDATION
        floor.sell_out(victim, victim.quantity, Purpose.LIQUIDATION, at)


def drop_leftovers(floor: Floor, symbol: Symbol, at: datetime) -> None:
    """Cancel reduce-only orders whose position is gone: an exit must never open anything."""
    if floor.terms.keeps_leftovers:
        return
    for order in floor.register.of(symbol):
        if order.request.only_reduces and floor.closes(order) is None:
            floor.end(order, End.BY_REDUCE_ONLY, at)


def settle_funding(floor: Floor, symbol: Symbol, at: datetime) -> None:
    """Pay what fell due since it was last settled, at today's mark and rate."""
    funding = floor.funding_of(symbol)
    if funding is None:
        return
    for held in floor.ledger.of(symbol):
        missed = funding.due(held.funded, at)
        if missed > 0:
            held.funded = at
            pay_funding(floor, held, funding.rate * missed, at)


def pay_funding(floor: Floor, held: Holding, rate: Decimal, at: datetime) -> None:
    """Longs pay a positive rate, shorts receive it; by face value at the mark."""
    fee = floor.ledger.charge((floor.ledger.face(held) * rate * held.side.sign).quantize(CENT_OF_CENTS))
    if fee:
        id_ = ExecutionId(f"funding-{held.symbol}-{held.side}-{at.isoformat()}")
        floor.told.append(FundingPaid(held.symbol, Money(-fee), at, id_))
