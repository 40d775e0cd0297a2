"""What we believe against what the venue holds: the differences, as facts.

One reading proves nothing (invariant I9): a fill may be on its way, a list may be old. So a
difference is first a suspicion; only the same difference in a second reading becomes a fact.
A missing stop is the exception: it is chased at once, because a needless look costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from core.vocabulary import ZERO, Holding, OrderTag, PositionId, Price, Quantity, Symbol

APART = timedelta(seconds=1.9)
"""Two readings nearer than this may show the same old page (invariant I9: two seconds, less a timer's jitter)."""

LAG = timedelta(seconds=6)
"""A fill may be missing from what the venue shows for so long, however often it is asked."""
CLOCK = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Something looked different: ``who``, the quantity the venue told for it, and when it did so first."""

    who: str
    quantity: Quantity
    since: datetime


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
    shares = _shares(believed, held)
    unripe = False
    for id_, position in believed.items():
        plan = position.plan
        if isinstance(position, Over):
            continue
        owned.add((plan.symbol, plan.side))
        found = held.get((plan.symbol, plan.side))
        if isinstance(position, Parked):
            facts.extend(_parked_facts(id_, position, found, observed.at))
            continue
        told = shares[id_]
        is_other, is_too_fresh = _is_other(position, told), _is_too_fresh(position, observed.at)
        unripe |= is_other and is_too_fresh
        if is_other and not is_too_fresh:
            suspicion = _suspect(str(id_), told, observed.at, earlier)
            suspicions.add(suspicion)
            if observed.at - suspicion.since >= _apart(position, told):
                facts.append(_proven(id_, position, told, found, observed.at))
        facts.extend(_stop_facts(id_, position, found, observed.at))
    missing: list[tuple[PositionId, Symbol, OrderTag]] = []
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
    orphans = tuple(_orphans(believed, observed))
    return Comparison(tuple(facts), frozenset(suspicions), orphans, tuple(missing), unripe)


def stops(believed: Mapping[PositionId, Position], observed: Observation) -> tuple[PositionFact, ...]:
    """Only what one reading says about the stops: the guard's question, which needs no second look."""
    held = {(p.symbol, p.side): p for p in observed.positions if p.quantity > 0}
    facts: list[PositionFact] = []
    for id_, position in believed.items():
        found = held.get((position.plan.symbol, position.plan.side))
        if isinstance(position, Live | Closing):
            facts.extend(_stop_facts(id_, position, found, observed.at))
        elif isinstance(position, Parked):
            facts.extend(_parked_facts(id_, position, found, observed.at))
    return tuple(facts)


def _is_too_fresh(position: Position, at: datetime) -> bool:
    """May the page of ``at`` be from before our newest fill (fault B17)? What is far older is of a clock set back."""
    live = position.live if isinstance(position, Closing) else position
    if not isinstance(live, Live) or live.traded_at is None:
        return False
    return -CLOCK < at - live.traded_at < LAG


def _is_other(position: Opening | Awaiting | Live | Closing, told: Quantity) -> bool:
    """Is it more or less than we believe, or nothing, though an order has filled and its fills never came?"""
    entering = position.live.entering if isinstance(position, Closing) else position.entering
    return told != _held(position) or (not told and entering.is_missing_fills)


def _apart(position: Opening | Awaiting | Live | Closing, told: Quantity) -> timedelta:
    """Fills that are on their way may be missing from two pages that are near each other."""
    return LAG if told == _held(position) else APART


def _suspect(who: str, told: Quantity, at: datetime, earlier: frozenset[Suspicion]) -> Suspicion:
    """The suspicion an earlier reading left, or a new one."""
    known = next((s for s in earlier if (s.who, s.quantity) == (who, told)), None)
    return known if known is not None else Suspicion(who, told, at)


def _shares(
    believed: Mapping[PositionId, Position], held: Mapping[Holding, OpenPosition]
) -> Mapping[PositionId, Quantity]:
    """How much of what the venue shows is whose. A trade that filled after its end shares a holding on its way out:
    each has what it believes, and what is more or less is told to whoever leaves.
    """
    left = {holding: found.quantity for holding, found in held.items()}
    sharing: dict[Holding, list[PositionId]] = {}
    living = [id_ for id_, position in believed.items() if not isinstance(position, Over | Parked)]
    for id_ in sorted(living, key=lambda one: isinstance(believed[one], Closing)):
        plan = believed[id_].plan
        sharing.setdefault((plan.symbol, plan.side), []).append(id_)
    shares: dict[PositionId, Quantity] = {}
    for holding, owners in sharing.items():
        for id_ in owners:
            rest, position = left.get(holding, Quantity(ZERO)), believed[id_]
            assert not isinstance(position, Over | Parked)  # noqa: S101 - sorted out above
            shares[id_] = rest if id_ == owners[-1] else min(rest, _held(position))
            left[holding] = Quantity(rest - shares[id_])
    return shares


def _held(position: Opening | Awaiting | Live | Closing) -> Quantity:
    match position:
        case Opening() | Awaiting():
            return Quantity(ZERO)
        case Live(ledger=ledger):
            return ledger.held
        case Closing(live=live):
            return live.ledger.held


def _proven(
    id_: PositionId,
    position: Opening | Awaiting | Live | Closing,
    told: Quantity,
    found: OpenPosition | None,
    at: datetime,
) -> PositionFact:
    """The venue is right: it holds this much, or nothing (fault N16)."""
    if found is None or not told:
        return FoundFlat(id_, at, _last_price(position))
    return QuantityDrifted(id_, at, told, found.entry)


def _last_price(position: Opening | Awaiting | Live | Closing) -> Price:
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
    elif live.stop != Working(found.stop, found.quantity):
        yield StopConfirmed(id_, at, found.stop, found.quantity)


def _parked_facts(id_: PositionId, parked: Parked, found: OpenPosition | None, at: datetime) -> Iterator[PositionFact]:
    """Of what is quarantined only its missing stop is told; more than it can hold is somebody else's by now."""
    if found is not None and found.stop is None and found.quantity <= _most(parked.last):
        yield StopLost(id_, at, "the venue shows a quarantined position without a stop")


def _most(position: Opening | Awaiting | Live | Closing | Over) -> Quantity:
    """What it holds, and what may fill yet without our hearing of it."""
    match position:
        case Opening(entering=entering) | Awaiting(entering=entering):
            return entering.may_fill
        case Live(ledger=ledger, entering=entering) | Closing(live=Live(ledger=ledger, entering=entering)):
            return Quantity(ledger.held + entering.may_fill)
        case Over():
            return Quantity(ZERO)


def _orphans(believed: Mapping[PositionId, Position], observed: Observation) -> Iterator[tuple[Symbol, OrderTag]]:
    """Working orders of ours that nobody waits for (invariant I11); foreign orders are never touched.

    Their position is over, or it believes them gone.
    """
    for order in observed.orders:
        owner = believed.get(PositionId(order.tag.partition("-")[0]))
        if isinstance(owner, Over) or order.tag in _given_up(owner):
            yield order.symbol, order.tag


def _given_up(owner: Position | None) -> set[OrderTag]:
    live = owner.live if isinstance(owner, Closing) else owner
    return {rung.tag for rung in live.rungs if rung.gone} if isinstance(live, Live) else set()


def _absent(
    believed: Mapping[PositionId, Position], observed: Observation
) -> Iterator[tuple[PositionId, Symbol, OrderTag]]:
    """Targets that a live position believes on the book, and this reading does not show."""
    resting = {order.tag for order in observed.orders}
    for id_, position in believed.items():
        if isinstance(position, Live):
            for rung in position.working_rungs:
                if rung.tag not in resting:
                    yield id_, position.plan.symbol, rung.tag
