"""Whose is what the venue shows: a holding has one row there, and several trades or people may have a part in it.

Separate from `core.reconcile`, which turns differences into facts, because this one says how much of a
holding can be ours at all: what an entry of ours cannot have filled is somebody else's (invariant I18).
"""

from __future__ import annotations

from collections.abc import Mapping

from core.orders import Observation, OrderReport
from core.position import Awaiting, Closing, Live, Opening, Over, Parked, Position
from core.vocabulary import ZERO, Holding, OrderTag, PositionId, Quantity

Waiting = Opening | Awaiting
Living = Opening | Awaiting | Live | Closing
NOTHING = Quantity(ZERO)


def shares(believed: Mapping[PositionId, Position], observed: Observation) -> Mapping[PositionId, Quantity]:
    """How much of what the venue shows is whose. Each has what it believes, then a waiting entry what it can be
    proven to have filled. What is left, or missing, is told to whoever leaves (a trade that filled after its end
    shares a holding on its way out), or holds something, before it is told to an entry that waits.
    """
    left = {(held.symbol, held.side): held.quantity for held in observed.positions if held.quantity > 0}
    living = {id_: one for id_, one in believed.items() if not isinstance(one, (Over, Parked))}
    sharing: dict[Holding, list[PositionId]] = {}
    for id_ in sorted(living, key=lambda one: _turn(living[one])):
        sharing.setdefault((living[id_].plan.symbol, living[id_].plan.side), []).append(id_)
    told: dict[PositionId, Quantity] = {}
    for holding, owners in sharing.items():
        rest = left.get(holding, NOTHING)
        for part in (held_by, lambda one: filled_unheard(one, observed)):
            for id_ in owners:
                taken = min(rest, part(living[id_]))
                told[id_] = Quantity(told.get(id_, NOTHING) + taken)
                rest = Quantity(rest - taken)
        heir = max(owners, key=lambda one: not isinstance(living[one], Waiting) and _turn(living[one]))
        told[heir] = Quantity(told[heir] + rest)
    return told


def _turn(position: Living) -> int:
    """Who leaves has what the others let go."""
    return 2 if isinstance(position, Closing) else 1


def held_by(position: Living) -> Quantity:
    """What it believes to hold."""
    match position:
        case Opening() | Awaiting():
            return NOTHING
        case Live(ledger=ledger) | Closing(live=Live(ledger=ledger)):
            return ledger.held


def filled_unheard(position: Living, observed: Observation) -> Quantity:
    """What entry orders of something that waits have filled by the venue's own word, and nobody booked.

    The word is what it said when the order ended, or what its book says of one that rests.
    """
    if not isinstance(position, Waiting):
        return NOTHING
    filled = ZERO
    for leg in position.entering.legs:
        shown = _on_book(leg.tag, observed)
        filled += max(ZERO, max(leg.told, shown.filled if shown is not None else ZERO) - leg.filled)
    return Quantity(filled)


def unaccounted(position: Living, observed: Observation) -> tuple[OrderTag, ...]:
    """Entry orders of something that waits: sent, not ended as far as we know, and yet not on the book."""
    if not isinstance(position, Waiting):
        return ()
    return tuple(leg.tag for leg in position.entering.resting if _on_book(leg.tag, observed) is None)


def _on_book(tag: OrderTag, observed: Observation) -> OrderReport | None:
    return next((order for order in observed.orders if order.tag == tag), None)


def held_at_most(position: Opening | Awaiting | Live | Closing | Over) -> Quantity:
    """What it believes to hold, and what may fill yet without our hearing of it."""
    match position:
        case Opening(entering=entering) | Awaiting(entering=entering):
            return entering.may_fill
        case Live(ledger=ledger, entering=entering) | Closing(live=Live(ledger=ledger, entering=entering)):
            return Quantity(ledger.held + entering.may_fill)
        case Over():
            return NOTHING
