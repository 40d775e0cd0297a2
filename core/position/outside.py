"""What others do to a position of ours at the venue, and how it is respected.

The owner may move a stop in the exchange's own app. It stays where he put it: the rules neither
put it back nor loosen it, and go on from there only with a stop tighter than the one he overruled.
Separate because a move of ours that is read late looks much the same, and must not be taken for his.
"""

from __future__ import annotations

from core.events import EntryFilled, PositionAdopted, StopConfirmed, StopMovedOutside
from core.position.states import Live, Overruled, Unconfirmed, Working, entry_tag, is_asked_lately
from core.vocabulary import ExecutionId, Money, Price

SETTLED_S = 15
"""So long after a move of ours a reading may still show the stop before it (fault B15)."""


def overruled_by(live: Live, fact: StopConfirmed) -> Overruled | None:
    """What this reading of the stop overrules: a price that neither stood, nor was asked for, is somebody else's."""
    stood = live.stop
    if not isinstance(stood, Working) or fact.price in (stood.price, live.wanted) or slipped_from(live, fact):
        return live.overruled
    if live.moved_at is not None and abs((fact.at - live.moved_at).total_seconds()) < SETTLED_S:
        return live.overruled
    return Overruled(fact.at, stood.price)


def is_old_news(live: Live, fact: StopConfirmed) -> bool:
    """Was this page written before the stop that stands, or stood last, was first read back (fault B15)?

    While a stop is still to be proven: before the fill that it is to be proven for, too. What such a page shows is
    the stop of the trade before, unless it is ours by its price (fault B17). A page that is older than any delay
    explains is of a clock that was set back, and believed.
    """
    stop, known_at = live.stop, live.shown_at
    if isinstance(stop, Unconfirmed) and fact.price not in (stop.price, live.wanted):
        known_at = max(stop.since, known_at or stop.since)
    return known_at is not None and 0 < (known_at - fact.at).total_seconds() < SETTLED_S


def slipped_from(live: Live, fact: StopConfirmed) -> Price | None:
    """Where the stop is wanted back, when this reading shows it looser than it stood a moment ago.

    A request of ours that was given up may arrive after the one that followed it (fault B02); and whoever adds to
    what we hold may bring a stop along that the venue puts in the place of ours.
    """
    stood = live.standing
    if stood is None or live.by_hand or (stood - fact.price) * live.plan.side.sign <= 0:
        return None
    is_late = is_asked_lately(live, fact.at, SETTLED_S)
    return stood if is_late or fact.quantity > live.ledger.held else None


def said(live: Live, fact: StopConfirmed) -> tuple[StopMovedOutside, ...]:
    """Say it once, with the fact that showed it."""
    overruled = live.overruled
    if overruled is None or overruled.at != fact.at:
        return ()
    return (StopMovedOutside(live.plan.position, fact.at, overruled.was, fact.price),)


def is_respectful(live: Live, price: Price) -> bool:
    """Would a stop at ``price`` be more than a return to what the owner overruled?"""
    return live.overruled is None or (price - live.overruled.was) * live.plan.side.sign > 0


def adopted_as(fact: PositionAdopted) -> EntryFilled:
    """The fill a position would have had if we had opened what the owner holds already."""
    plan = fact.plan
    nothing = Money(plan.risk * 0)
    execution = ExecutionId(f"adopted-{fact.position}")
    tag = entry_tag(fact.position)
    return EntryFilled(fact.position, fact.at, tag, execution, plan.quantity, plan.expected, nothing)
