"""What we believe against what the venue holds: the differences, as facts.

One reading proves nothing (invariant I9): a fill may be on its way, a list may be old. So a
difference is first a suspicion; only the same difference in a second reading becomes a fact.
A missing stop is the exception: it is chased at once, because a needless look costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.events import (
    AccountFact,
    FoundFlat,
    PositionFact,
    QuantityDrifted,
    StopConfirmed,
    StopLost,
    StrangerFound,
)
from core.orders import Observation, OpenPosition
from core.position import Awaiting, Closing, Live, Opening, Over, Parked, Position, Working
from core.position.states import LegStage
from core.records import quick
from core.sharing import Living, filled_unheard, held_at_most, held_by, shares, unaccounted
from core.vocabulary import ZERO, Holding, OrderTag, PositionId, Price, Quantity, Symbol

APART = timedelta(seconds=1.9)
"""Two readings nearer than this may show the same old page (invariant I9: two seconds, less a timer's jitter)."""

LAG = timedelta(seconds=6)
"""A fill may be missing from what the venue shows for so long, however often it is asked."""
ANSWERED = timedelta(seconds=30)
"""By then a venue that is read has told what became of an order that is not on its book."""
CLOCK = timedelta(minutes=1)
LEFT_BY = "left by "


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Something looked different: ``who``, the quantity the venue told for it, and when it did so first."""

    who: str
    quantity: Quantity
    since: datetime


@quick
@dataclass(frozen=True, slots=True)
class Comparison:
    """The facts that a reading proved, what it only made suspect, orders nobody owns, and orders
    that should rest and do not: each of them has to be asked for by its name. ``unripe``: something
    differs so soon after a fill that this page may not show it yet.
    """

    facts: tuple[PositionFact | AccountFact, ...]
    suspicions: frozenset[Suspicion]
    orphans: tuple[tuple[Symbol, OrderTag], ...]
    missing: tuple[tuple[PositionId, Symbol, OrderTag], ...] = ()
    unripe: bool = False


def compare(
    believed: Mapping[PositionId, Position], observed: Observation, earlier: frozenset[Suspicion]
) -> Comparison:
    """Hold one reading of the venue against the positions; ``earlier`` is what the last reading made suspect."""
    held = {(p.symbol, p.side): p for p in observed.positions if p.quantity > 0}
    facts: list[PositionFact | AccountFact] = []
    suspicions: set[Suspicion] = set()
    owned: set[Holding] = set()
    told_of = shares(believed, observed)
    missing: list[tuple[PositionId, Symbol, OrderTag]] = []
    unripe = False
    for id_, position in believed.items():
        plan = position.plan
        if isinstance(position, Over):
            continue
        owned.add((plan.symbol, plan.side))
        found = held.get((plan.symbol, plan.side))
        if isinstance(position, Parked):
            facts.extend(_parked_facts(id_, believed, found, observed.at))
            continue
        told = told_of[id_]
        is_other, is_too_fresh = _is_other(position, told), _is_too_fresh(position, observed.at)
        unripe |= is_other and is_too_fresh
        if is_other and not is_too_fresh:
            strange = isinstance(position, Opening | Awaiting) and not filled_unheard(position, observed)
            suspicion = _suspect(str(id_), told, observed.at, earlier, of_any_size=strange)
            suspicions.add(suspicion)
            facts.extend(_proven(id_, position, suspicion, found, observed))
            # What may have filled what is held is asked for at once: a needless look costs nothing.
            missing.extend((id_, plan.symbol, tag) for tag in (unaccounted(position, observed) if told else ()))
        facts.extend(_stop_facts(id_, position, found, observed.at))
    for id_, symbol, tag in _absent(believed, observed):
        suspicion = _suspect(tag, Quantity(ZERO), observed.at, earlier)
        suspicions.add(suspicion)
        if observed.at - suspicion.since >= APART:
            missing.append((id_, symbol, tag))
    strangers = {holding: p for holding, p in held.items() if holding not in owned}
    for stranger in strangers.values():
        who = f"{stranger.symbol} {stranger.side}"
        suspicion = _suspect(who, stranger.quantity, observed.at, earlier)
        suspicions.add(suspicion)
        if observed.at - suspicion.since >= APART:
            facts.append(StrangerFound(observed.at, stranger.symbol, stranger.side, stranger.quantity))
    deserted = tuple(_deserted(believed, observed, earlier))
    suspicions.update(deserted)
    orphans = (*_orphans(believed, observed), *_left_by(deserted, observed))
    return Comparison(tuple(facts), frozenset(suspicions), orphans, tuple(dict.fromkeys(missing)), unripe)


def stops(believed: Mapping[PositionId, Position], observed: Observation) -> tuple[PositionFact, ...]:
    """Only what one reading says about the stops: the guard's question, which needs no second look."""
    held = {(p.symbol, p.side): p for p in observed.positions if p.quantity > 0}
    facts: list[PositionFact] = []
    for id_, position in believed.items():
        found = held.get((position.plan.symbol, position.plan.side))
        if isinstance(position, (Live, Closing)):
            facts.extend(_stop_facts(id_, position, found, observed.at))
        elif isinstance(position, Parked):
            facts.extend(_parked_facts(id_, believed, found, observed.at))
    return tuple(facts)


def _is_too_fresh(position: Position, at: datetime) -> bool:
    """May the page of ``at`` be from before our newest fill (fault B17)? What is far older is of a clock set back."""
    live = position.live if isinstance(position, Closing) else position
    if not isinstance(live, Live) or live.traded_at is None:
        return False
    return -CLOCK < at - live.traded_at < LAG


def _is_other(position: Living, told: Quantity) -> bool:
    """Is it more or less than we believe, or nothing, though an order has filled and its fills never came?"""
    entering = position.live.entering if isinstance(position, Closing) else position.entering
    return told != held_by(position) or (not told and entering.is_missing_fills)


def _apart(position: Living, told: Quantity) -> timedelta:
    """Fills that are on their way may be missing from two pages that are near each other."""
    return LAG if told == held_by(position) else APART


def _suspect(
    who: str, told: Quantity, at: datetime, earlier: frozenset[Suspicion], *, of_any_size: bool = False
) -> Suspicion:
    """The suspicion an earlier reading left, or a new one.

    ``of_any_size``: that somebody else holds something stays suspect while he adds to it or sells a part.
    """
    for known in earlier:
        if known.who == who and (known.quantity == told or (of_any_size and known.quantity and told)):
            return Suspicion(who, told, known.since)
    return Suspicion(who, told, at)


def _proven(
    id_: PositionId, position: Living, suspicion: Suspicion, found: OpenPosition | None, observed: Observation
) -> Iterator[PositionFact | StrangerFound]:
    """The venue is right: it holds this much, or nothing (fault N16), once it has said so for long enough.

    Of what an entry waits for only so much is believed as an order of ours has filled: the rest is somebody else's.
    """
    told, lasts = suspicion.quantity, observed.at - suspicion.since
    if isinstance(position, Opening | Awaiting) and told and found is not None:
        ours = min(told, filled_unheard(position, observed))
        if ours and lasts >= APART:
            yield QuantityDrifted(id_, observed.at, ours, found.entry)
        elif not ours and lasts >= (ANSWERED if unaccounted(position, observed) else LAG):
            yield StrangerFound(observed.at, position.plan.symbol, position.plan.side, told)
    elif lasts >= _apart(position, told):
        if found is None or not told:
            yield FoundFlat(id_, observed.at, _last_price(position))
        else:
            yield QuantityDrifted(id_, observed.at, told, found.entry)


def _last_price(position: Living) -> Price:
    """The best guess for an exit nobody saw: the stop, where most such exits happen."""
    match position:
        case Opening(plan) | Awaiting(plan):
            return plan.stop
        case Live(stop=stop):
            return stop.price
        case Closing(live=live):
            return live.stop.price


def _stop_facts(
    id_: PositionId, position: Opening | Awaiting | Live | Closing, found: OpenPosition | None, at: datetime
) -> Iterator[PositionFact]:
    """Tell the position what its stop really is, when that is news."""
    live = position.live if isinstance(position, Closing) else position
    if found is None or not isinstance(live, Live):
        return
    if found.stop is None:
        yield StopLost(id_, at, "the venue shows a position without a stop")
    elif live.stop != Working(found.stop, found.protected):
        yield StopConfirmed(id_, at, found.stop, found.protected)


def _parked_facts(
    id_: PositionId, believed: Mapping[PositionId, Position], found: OpenPosition | None, at: datetime
) -> Iterator[PositionFact]:
    """Of what is quarantined only its missing stop is told; more than it can hold is somebody else's by now.

    Where another trade of ours may hold the same, how much is whose is not known, and nothing is told of it to sell.
    """
    parked = believed[id_]
    if not isinstance(parked, Parked) or found is None or found.stop is not None:
        return
    if found.quantity <= held_at_most(parked.last):
        others = (one for other, one in believed.items() if other != id_ and not isinstance(one, Over))
        is_shared = any((one.plan.symbol, one.plan.side) == (found.symbol, found.side) for one in others)
        held, mark = (None, None) if is_shared else (found.quantity, found.mark)
        why = f"the venue shows a quarantined position without a stop, and its price at {found.mark}"
        yield StopLost(id_, at, why, held, mark)


def _orphans(believed: Mapping[PositionId, Position], observed: Observation) -> Iterator[tuple[Symbol, OrderTag]]:
    """Working orders of ours that nobody waits for (invariant I11); foreign orders are never touched.

    Their position is over, or it believes them gone.
    """
    for symbol, tag in _named(observed):
        owner = believed.get(_owner_of(tag))
        if isinstance(owner, Over) or tag in _given_up(owner):
            yield symbol, tag
    for stop in observed.stops:
        owner = believed.get(_owner_of(stop.tag))
        live = owner.live if isinstance(owner, Closing) else owner
        if isinstance(live, Live) and all(one.tag != stop.tag for one in live.stop_orders):
            yield stop.symbol, stop.tag


def _named(observed: Observation) -> Iterator[tuple[Symbol, OrderTag]]:
    """Everything that waits on the book: orders, and stops that are orders of their own."""
    yield from ((order.symbol, order.tag) for order in observed.orders)
    yield from ((stop.symbol, stop.tag) for stop in observed.stops)


def _owner_of(tag: OrderTag) -> PositionId:
    return PositionId(tag.partition("-")[0])


def _deserted(
    believed: Mapping[PositionId, Position], observed: Observation, earlier: frozenset[Suspicion]
) -> Iterator[Suspicion]:
    """What is quarantined, has orders on the book, and holds nothing by this reading."""
    held = {(p.symbol, p.side) for p in observed.positions if p.quantity > 0}
    for id_ in {_owner_of(tag) for _, tag in _named(observed)}:
        owner = believed.get(id_)
        if isinstance(owner, Parked) and (owner.plan.symbol, owner.plan.side) not in held:
            yield _suspect(f"{LEFT_BY}{id_}", Quantity(ZERO), observed.at, earlier)


def _left_by(deserted: Sequence[Suspicion], observed: Observation) -> Iterator[tuple[Symbol, OrderTag]]:
    """Orders of what has held nothing for longer than a fill may be missing from what the venue shows."""
    left = {one.who.removeprefix(LEFT_BY) for one in deserted if observed.at - one.since >= LAG}
    return ((symbol, tag) for symbol, tag in _named(observed) if _owner_of(tag) in left)


def _given_up(owner: Position | None) -> set[OrderTag]:
    live = owner.live if isinstance(owner, Closing) else owner
    return {rung.tag for rung in live.rungs if rung.gone} if isinstance(live, Live) else set()


def _absent(
    believed: Mapping[PositionId, Position], observed: Observation
) -> Iterator[tuple[PositionId, Symbol, OrderTag]]:
    """Entries and targets that a position believes on the book, and this reading does not show."""
    shown = {order.tag for order in observed.orders}
    for id_, position in believed.items():
        for tag in _resting(position):
            if tag not in shown:
                yield id_, position.plan.symbol, tag


def _resting(position: Position) -> Iterator[OrderTag]:
    """Orders that the venue took, and that have not ended as far as we know."""
    if isinstance(position, (Opening, Awaiting, Live)):
        yield from (leg.tag for leg in position.entering.legs if leg.stage is LegStage.RESTING)
    if isinstance(position, Live):
        yield from (rung.tag for rung in position.working_rungs)
