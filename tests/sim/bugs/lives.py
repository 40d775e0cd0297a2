"""Bugs in the life of a position and in reconciling it: stops, ladders, closes and what is taken for flat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from core import position as positions
from core import reconcile
from core.commands import CancelOrder, MoveStop, PlaceExit, ProveStop
from core.events import (
    EntryFilled,
    ExitFilled,
    FoundFlat,
    OrderRefused,
    QuantityDrifted,
    ReviewDue,
    StopConfirmed,
    StopLost,
    StopMoveDecided,
)
from core.position import Live, Over
from core.position.states import stop_tag
from core.reconcile import Suspicion
from core.runtime import reconciler, watch
from core.runtime.watch import Watch
from core.vocabulary import Price, Quantity, order_tag
from tests.sim.bugs import Bug, Patch

Decide = Callable[[Any, Any], tuple[Any, ...]]


def _decided(change: Callable[[Any, Any, tuple[Any, ...]], tuple[Any, ...]]) -> Callable[[Patch], None]:
    """A bug in what a position answers to a fact; ``change`` gets both and the right answer."""

    def plant(patch: Patch) -> None:
        patch.around(positions, "decide", lambda was: lambda state, fact: change(state, fact, was(state, fact)))

    return plant


def _is(leg: str, tag: str) -> bool:
    return tag.partition("-")[2].startswith(leg)


def _without(leg: str) -> Callable[[Patch], None]:
    """Nothing of this leg is ever cancelled."""
    return _decided(
        lambda _state, _fact, answer: tuple(e for e in answer if not (isinstance(e, CancelOrder) and _is(leg, e.tag)))
    )


def _stop_lost_ignored(_state: Any, fact: Any, answer: tuple[Any, ...]) -> tuple[Any, ...]:
    return () if isinstance(fact, StopLost | ReviewDue | StopConfirmed) else answer


def _blind_to_stops(patch: Patch) -> None:
    _decided(_stop_lost_ignored)(patch)
    _decided(lambda _s, _f, answer: tuple(e for e in answer if not isinstance(e, ProveStop)))(patch)


def _loosened(state: Any, fact: Any, answer: tuple[Any, ...]) -> tuple[Any, ...]:
    """After each part that is sold the stop gets "room to breathe"."""
    if isinstance(state, Live) and isinstance(fact, ExitFilled) and state.ledger.held:
        plan = state.plan
        wide = plan.instrument.tighter(plan.side, Price(plan.stop * (1 - Decimal("0.004") * plan.side.sign)))
        tag = order_tag(plan.position, "stop", state.stop_moves + 1)
        moved = StopMoveDecided(plan.position, fact.at, wide, "rule:protection", "room")
        return (moved, MoveStop(plan.position, tag, plan.symbol, plan.side, wide))
    return answer


def _provider_loosens(state: Any, fact: Any, answer: tuple[Any, ...]) -> tuple[Any, ...]:
    """A channel's stop is set as it says, whatever stands."""
    price = getattr(fact, "price", None)
    if (
        isinstance(state, Live)
        and type(fact).__name__ == "StopMoveAsked"
        and price is not None
        and not any(isinstance(entry, MoveStop) for entry in answer)
    ):
        plan = state.plan
        stop = plan.instrument.tighter(plan.side, price)
        tag = order_tag(plan.position, "stop", state.stop_moves + 1)
        moved = StopMoveDecided(plan.position, fact.at, stop, fact.by, "asked")
        return (moved, MoveStop(plan.position, tag, plan.symbol, plan.side, stop))
    return answer


def _exits(resize: Callable[[Any, Any], Any]) -> Callable[[Patch], None]:
    """Resting exits get another size than was decided."""

    def change(state: Any, _fact: Any, answer: tuple[Any, ...]) -> tuple[Any, ...]:
        def resized(entry: Any) -> Any:
            if isinstance(entry, PlaceExit) and entry.order.price is not None:
                return replace(entry, order=replace(entry.order, quantity=Quantity(resize(state, entry.order))))
            return entry

        return tuple(resized(entry) for entry in answer)

    return _decided(change)


def _close_tried_once(_state: Any, fact: Any, answer: tuple[Any, ...]) -> tuple[Any, ...]:
    """A closing order that fails is not followed by another."""
    if isinstance(fact, OrderRefused | ReviewDue) or type(fact).__name__ == "OrderEnded":
        return tuple(e for e in answer if not (isinstance(e, PlaceExit) and e.order.price is None))
    return answer


def _compared(change: Callable[[Any], Any]) -> Callable[[Patch], None]:
    """A bug in what a comparison of desk and venue finds."""

    def plant(patch: Patch) -> None:
        def wrap(compare: Any) -> Any:
            def wrong(believed: Any, observed: Any, earlier: Any) -> Any:
                return change(compare(believed, observed, earlier))

            return wrong

        patch.around(reconciler, "compare", wrap)

    return plant


def _one_look_is_proof(patch: Patch) -> None:
    """What one page shows is so, also a page that may be from before the newest fill."""

    def wrap(compare: Any) -> Any:
        def at_once(believed: Any, observed: Any, earlier: Any) -> Any:
            first = compare(believed, observed, earlier)
            old = frozenset(Suspicion(s.who, s.quantity, s.since - timedelta(seconds=9)) for s in first.suspicions)
            return compare(believed, observed, old)

        return at_once

    patch.put(reconcile, "LAG", timedelta(0))
    patch.put(reconcile, "_is_too_fresh", lambda _position, _at: False)
    patch.around(reconciler, "compare", wrap)


def _drift_ignored(found: Any) -> Any:
    return replace(found, facts=tuple(f for f in found.facts if not isinstance(f, FoundFlat | QuantityDrifted)))


def _outside_ignored(patch: Patch) -> None:
    """What the owner sells by hand is not ours to book, and the reconciler trusts our own books."""
    _compared(_drift_ignored)(patch)

    def wrap(translate: Any) -> Any:
        def wrong(report: Any, owner: Any) -> Any:
            fact = translate(report, owner)
            return None if isinstance(fact, ExitFilled) and fact.cause == "outside" else fact

        return wrong

    patch.around(watch, "translate", wrap)


def _reconciles_again_and_again(patch: Patch) -> None:
    """Each round sets every stop anew, whether it stands or not."""

    def wrap(reconcile: Any) -> Any:
        async def setting(self: Any) -> Any:
            done = await reconcile(self)
            for held in self._parts.venue.exchange.held:
                if held.stop is not None:
                    await self._parts.venue.set_stop(held.symbol, held.side, held.stop)
            return done

        return setting

    patch.around(Watch, "reconcile", wrap)


def _fills_not_fetched(patch: Patch) -> None:
    async def backfill(_self: Any, since: Any = None) -> None:
        return

    patch.put(Watch, "backfill", backfill)
    _compared(_drift_ignored)(patch)


def _late_fill_ignored(patch: Patch) -> None:
    """What fills after its cancel was confirmed is booked to nobody."""

    def wrap(evolve: Any) -> Any:
        def deaf(state: Any, fact: Any) -> Any:
            return state if isinstance(state, Over) and isinstance(fact, EntryFilled) else evolve(state, fact)

        return deaf

    patch.around(positions, "evolve", wrap)


def _asks_for_ever(state: Any, fact: Any, answer: tuple[Any, ...]) -> tuple[Any, ...]:
    """A stop that the venue refuses is asked for again, and the position is never left."""
    if isinstance(state, Live) and isinstance(fact, OrderRefused) and fact.tag == stop_tag(state):
        plan, price = state.plan, state.stop.price
        tag = order_tag(plan.position, "stop", state.stop_moves + 1)
        asked = StopMoveDecided(plan.position, fact.at, price, "rule:guard", "refused")
        return (asked, MoveStop(plan.position, tag, plan.symbol, plan.side, price))
    return answer


def _growth_ignored(found: Any) -> Any:
    return replace(found, facts=tuple(f for f in found.facts if not isinstance(f, QuantityDrifted)))


BUGS = (
    Bug(
        "a fill after the cancel is ignored",
        "Bybit EC_OrigClOrdIDDoesNotExist (B16)",
        "I6 I19",
        _late_fill_ignored,
        meets=("B16c",),
    ),
    Bug(
        "a refused stop is asked for ever",
        "ccxt binanceusdm -2021 (N06)",
        "I1 I23",
        _decided(_asks_for_ever),
        "two-step",
    ),
    Bug("what somebody adds is not seen", "nautilus #3104", "I19", _compared(_growth_ignored)),
    Bug("a lost stop is not put back", "hummingbot-api #243 (B23)", "I1", _blind_to_stops),
    Bug("the stop gets room after a target", "I7", "I7", _decided(_loosened)),
    Bug("a channel loosens a stop", "I7", "I7", _decided(_provider_loosens)),
    Bug("exits for twice the holding", "freqtrade #8526", "I4", _exits(lambda _s, order: order.quantity * 2)),
    Bug(
        "ladder from the planned size",
        "freqtrade #8374",
        "I4",
        _exits(
            lambda state, order: max(order.quantity, state.plan.quantity) if isinstance(state, Live) else order.quantity
        ),
    ),
    Bug("targets stay when a part is sold", "OKX close size exceeds, #8681", "I4", _without("tp")),
    Bug("the entry rests on after the close", "freqtrade #4023 (I11)", "I19 I11 I21 I6", _without("entry")),
    Bug("a close is tried once", "freqtrade #7928 (B13)", "I19 I21 I6", _decided(_close_tried_once)),
    Bug("one look is proof", "nautilus #4736 (I9)", "I9", _one_look_is_proof),
    Bug("the owner's sale of ours is not seen", "freqtrade #4470", "I19 I4", _outside_ignored),
    Bug("missed fills are not fetched", "nautilus #4736 (B35)", "I19 I6 I4", _fills_not_fetched),
    Bug("each round sets every stop anew", "freqtrade #11788 (I17)", "I3 I17", _reconciles_again_and_again),
)
