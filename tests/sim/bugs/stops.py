"""Bugs of stops: those that are orders of their own, and those that follow a winner."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from core.events import PriceReached
from core.orders import Refused
from core.position import Live, evolving, guarding, stop_orders, trailing
from core.runtime import reconciler, recovery
from core.runtime.ranges import RangeMeter
from core.runtime.watch import Watch
from core.strategies import TrailKind
from tests.sim import venue
from tests.sim.bugs import Bug, Patch

HIGHEST, RANGES = TrailKind.HIGHEST.value, TrailKind.ATR.value


def _not_swept(patch: Patch) -> None:
    """Whoever swept leftovers left the stops out."""

    def wrap(compare: Any) -> Any:
        def wrong(believed: Any, observed: Any, earlier: Any) -> Any:
            found = compare(believed, observed, earlier)
            kept = tuple((symbol, tag) for symbol, tag in found.orphans if "-stop-" not in tag)
            return replace(found, orphans=kept)

        return wrong

    patch.around(reconciler, "compare", wrap)


def _full_size(patch: Patch) -> None:
    """The stop is for what was called, whatever has filled."""

    def wrap(request: Any) -> Any:
        def whole(live: Any, stop: Any) -> Any:
            return replace(request(live, stop), quantity=live.plan.quantity)

        return whole

    patch.around(stop_orders, "request", wrap)


def _first_size(patch: Patch) -> None:
    """The stop is for the first fill, and never for the ones that follow."""
    sizes: dict[Any, Any] = {}

    def wrap(request: Any) -> Any:
        def first(live: Any, stop: Any) -> Any:
            asked = request(live, stop)
            return replace(asked, quantity=sizes.setdefault(asked.position, asked.quantity))

        return first

    patch.around(stop_orders, "request", wrap)


def _never_resized(patch: Patch) -> None:
    """What is sold leaves the stop as it is."""
    patch.put(stop_orders, "is_oversized", lambda _live: False)


def _left_behind(patch: Patch) -> None:
    """A closed position's stop stays on the book."""
    patch.put(stop_orders, "swept", lambda _live: ())
    _not_swept(patch)


def _former_ones_stay(patch: Patch) -> None:
    """Each move of the stop leaves the one before it on the book."""
    patch.put(stop_orders, "superseded", lambda _live: ())
    _not_swept(patch)


def _cancelled_first(patch: Patch) -> None:
    """The stop that stands is cancelled, then the new one is placed; and nobody asks whether it is needed yet."""
    patch.put(stop_orders, "is_needed", lambda _position, _tag: False)

    def wrap(move: Any) -> Any:
        def wrong(live: Any, *asked: Any) -> Any:
            return (*stop_orders.swept(live), *move(live, *asked))

        return wrong

    patch.around(guarding, "move", wrap)


def _from_the_start(patch: Patch) -> None:
    """A trail does not wait for its target."""
    patch.put(trailing, "is_active", lambda _live, _trail: True)


def _callback_of_entry(patch: Patch) -> None:
    """The distance to the best price is a part of the entry's."""
    patch.put(trailing, "_distance", lambda live, trail: live.ledger.entry * trail.distance_pct / 100)


def _old_price(patch: Patch) -> None:
    """The trail hears again of the best price of its symbol's past."""
    best: dict[Any, Any] = {}

    def wrap(hear: Any) -> Any:
        def wrong(self: Any, quote: Any) -> None:
            hear(self, quote)
            known = best.setdefault(quote.symbol, quote.last)
            best[quote.symbol] = max(known, quote.last)
            for id_, actor in self._desk.positions.items():
                is_its = isinstance(actor.state, Live) and actor.state.plan.symbol == quote.symbol
                if is_its and quote.last < known and self._desk.triggers.is_waiting(id_):
                    self._desk.post(PriceReached(id_, quote.at, known))

        return wrong

    patch.around(Watch, "hear_price", wrap)


def _best_forgotten(patch: Patch) -> None:
    """The highest price was kept in memory only."""

    def wrap(replay: Any) -> Any:
        def forgetful(history: Any) -> Any:
            state = replay(history)
            return replace(state, best=state.ledger.entry) if isinstance(state, Live) else state

        return forgetful

    patch.around(recovery, "replay_position", wrap)


def _one_range(patch: Patch) -> None:
    """A trail that is to keep three true ranges from the best price keeps one."""

    def wrap(distance: Any) -> Any:
        def single(live: Any, trail: Any) -> Any:
            return live.range if trail.kind is TrailKind.ATR and live.range is not None else distance(live, trail)

        return single

    patch.around(trailing, "_distance", wrap)


def _ranges_of_ticks(patch: Patch) -> None:
    """The true range is that from one tick to the next, and not that of a minute."""

    def hear(self: RangeMeter, quote: Any) -> None:
        if self._close is not None:
            self._ranges.append(abs(quote.last - self._close))
        self._close = quote.last

    patch.put(RangeMeter, "hear", hear)


def _counted_after_it_left(patch: Patch) -> None:
    """What has left the book still covers what it was for, as the reading before had counted it.

    So what fills next is asked for as something that is covered already: again and again, and given up for no refusal.
    """
    patch.put(stop_orders, "_covered_less", lambda live, _at: live)
    patch.around(guarding, "_grown", lambda was: lambda live, at: was(replace(live, refusals=0), at))


def _refusal_of_anything(patch: Patch) -> None:
    """A key, a pace or a clock that is refused is taken for a no to the stop that was asked for."""
    patch.put(venue, "denial", lambda _request, _able, at, code: Refused(at, code, "refused"))


def _dead_readers_prices(patch: Patch) -> None:
    """Whoever reads prices anew keeps those that the one before him, who died, heard last."""

    async def follow_prices(self: Watch) -> None:
        async for quote in self._parts.prices.ticks():
            self.hear_price(quote)

    patch.put(Watch, "follow_prices", follow_prices)


def _never_free(patch: Patch) -> None:
    """After its first move a trail waits for a pace that never ends."""

    def wrap(may: Any) -> Any:
        def never(live: Any, at: Any) -> Any:
            return may(live, at) + timedelta(days=1) if live.moved_at is not None else may(live, at)

        return never

    for room in (evolving, guarding):
        patch.around(room, "may_move_at", wrap)


BUGS = (
    Bug("partial fill with a full-size stop", "create-order.mdx (B13), freqtrade #8374", "I4", _full_size, "two-step"),
    Bug("a stop for the first fill only", "python-binance #1689 (N05)", "I1", _first_size, "two-step"),
    Bug("the stop is not sized anew", "Binance_Futures_python #100 (N08)", "I4", _never_resized, "two-step"),
    Bug("stop of a closed position left behind", "freqtrade #11608 (N08)", "I11", _left_behind, "two-step"),
    Bug("each move leaves the stop before it", "-4045 (N12)", "I4", _former_ones_stay, "two-step"),
    Bug("stop order cancelled before the new one", "freqtrade #11788", "I1", _cancelled_first, "two-step"),
    Bug("trail activated early", "Cornix: trailing", "I7", _from_the_start, trail=HIGHEST),
    Bug("callback taken from entry", "Cornix: trailing", "I7", _callback_of_entry, trail=HIGHEST),
    Bug("trail moved by a stale price", "I7", "I7", _old_price, trail=HIGHEST),
    Bug("highest price lost at restart", "freqtrade #4023", "I15", _best_forgotten, trail=HIGHEST),
    Bug("throttle never ends", "I7", "I7", _never_free, trail=HIGHEST),
    Bug("one true range, however many were asked for", "Cornix: trailing", "I7", _one_range, trail=RANGES),
    Bug("true ranges of ticks", "I7", "I7", _ranges_of_ticks, trail=RANGES),
    Bug(
        "a stop order that has left is counted",
        "found here (N10)",
        "I1 I23",
        _counted_after_it_left,
        "two-step",
        meets=("grows in a ban",),
        entry_orders=3,
    ),
    Bug("a refused key is a no to the stop", "found here (B05)", "I9", _refusal_of_anything, meets=("B05",)),
    Bug("prices of a dead reader", "found here (P05)", "I7", _dead_readers_prices, meets=("P05",) * 8),
)
