"""Holds what trails ask for against the market (I7), and counts refused moves of a stop (I23).

Apart from the journal's audit because it measures a promise: once the market has passed a trail,
whatever became of the request for its stop, the position is on its way out.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from core.commands import MoveStop
from core.events import (
    EntryFilled,
    ExitCause,
    ExitFilled,
    OrderAccepted,
    OrderRefused,
    PositionEnded,
    PositionPlanned,
    PositionReopened,
    PriceReached,
    RangeMeasured,
    StopLoosenAsked,
    StopMoveDecided,
    StopMovedOutside,
)
from core.orders import OpenPosition
from core.plans import Plan
from core.strategies import TrailKind
from core.vocabulary import Holding, OrderTag, PositionId, Price
from tests.sim.exchange import Exchange

TRAIL = "trail "
"""How the desk says why, when a trail moves a stop."""
HEARD = timedelta(seconds=1)
"""So old a price may be when a trade begins that is told of it: one that was left longer ago is of before its call."""
REFUSED_MAX = 8
"""Refused moves of the rules, of one position in one minute, with none accepted between: 2, 4, 8 ... seconds apart."""


class Trails:
    """Where each trail wants its stop, by the journal and its own arithmetic."""

    def __init__(self, exchange: Exchange, breach: Callable[[str, str], None]) -> None:
        self._exchange, self._breach = exchange, breach
        self._plans: dict[PositionId, Plan] = {}
        self._planned_at: dict[PositionId, datetime] = {}
        self._best: dict[PositionId, Decimal] = {}
        """The best price the desk has heard of."""
        self._wanted: dict[PositionId, Decimal] = {}
        self._seen: dict[PositionId, Decimal] = {}
        """The best price since its first fill, by whatever word of it: a trail has no other to go by."""
        self._told: dict[PositionId, Decimal] = {}
        """The best that the market was said to trade at since then."""
        self._sold_at_target: set[PositionId] = set()
        self._left_alone: set[PositionId] = set()
        """Whose stop the owner has moved himself."""
        self._moved_by: dict[PositionId, str] = {}
        self._refused: dict[PositionId, deque[float]] = defaultdict(deque)
        self._sold_at: dict[PositionId, dict[OrderTag | None, float]] = defaultdict(dict)
        """When each order for a target began to be sold: its new stop waits for no pace, so one more may be refused."""
        self._rules_own: set[OrderTag] = set()
        """Moves that the rules asked for, and nobody has refused yet."""
        self._asked: dict[OrderTag, Price] = {}
        """Where each move that has no answer yet is to put its stop."""
        self._never_stood: set[PositionId] = set()
        """Whose stop was refused where its trail wants it."""
        self._ranges: dict[PositionId, Price] = {}
        """The average true range that the desk was told last."""

    def hear(self, entry: object) -> None:
        """One line of the journal."""
        match entry:
            case PositionPlanned(plan=plan):
                self._plans[plan.position] = plan
                self._planned_at.setdefault(plan.position, self._exchange.clock.now())
            case PriceReached(position=position, price=price):
                self._is_of_now(entry)
                self._priced(position, price)
                if position in self._seen:
                    self._saw(self._seen, position, price)
                    self._saw(self._told, position, price)
            case RangeMeasured():
                self._measured(entry)
            case EntryFilled(position=position, price=price):
                self._saw(self._seen, position, price)
            case ExitFilled(position=position, price=price, cause=cause):
                if cause is ExitCause.TARGET:
                    self._sold_at_target.add(position)
                    self._sold_at[position].setdefault(entry.tag, self._exchange.clock.monotonic())
                    self._saw(self._seen, position, price)
            case StopMoveDecided(position=position, by=by):
                self._moved_by[position] = by
                if entry.why.startswith(TRAIL):
                    self._is_due(entry)
                    self._measured_anew(position)
                    self._want(position, entry.price)
            case MoveStop(position=position, tag=tag, price=price):
                self._asked[tag] = price
                if self._moved_by.get(position) == "rule:protection":
                    self._rules_own.add(tag)
            case StopLoosenAsked(position=position) | StopMovedOutside(position=position):
                self._left_alone.add(position)
                self._wanted.pop(position, None)
            case PositionEnded(position=position) | PositionReopened(position=position):
                self._wanted.pop(position, None)
                self._best.pop(position, None)
                self._seen.pop(position, None)
                self._told.pop(position, None)
                self._sold_at_target.discard(position)
                self._never_stood.discard(position)
            case OrderRefused(position=position, tag=tag) if tag.startswith(f"{position}-stop"):
                if self._is_for_trail(position, tag):
                    self._came_to_nothing(position)
                self._was_refused(position, tag)
            case OrderAccepted(position=position, tag=tag) if tag.startswith(f"{position}-stop"):
                if self._is_for_trail(position, tag):
                    self._never_stood.discard(position)
                self._refused[position].clear()
            case _:
                pass

    def _priced(self, position: PositionId, price: Price) -> None:
        """Once a trail has moved a stop, one behind the highest price follows every price that was heard."""
        plan = self._plans.get(position)
        if plan is None:
            return
        best = self._best.get(position, price)
        self._best[position] = max(best, price) if plan.side.sign > 0 else min(best, price)
        trail = plan.protection.trail
        if position in self._wanted and trail is not None and trail.kind is TrailKind.HIGHEST:
            wish = self._best[position] * (1 - plan.side.sign * trail.distance_pct / 100)
            self._want(position, wish - plan.side.sign * plan.instrument.tick)

    def _saw(self, best: dict[PositionId, Decimal], position: PositionId, price: Price) -> None:
        plan = self._plans.get(position)
        if plan is not None:
            known = best.get(position, price)
            best[position] = max(known, price) if plan.side.sign > 0 else min(known, price)

    def _is_of_now(self, told: PriceReached) -> None:
        """A trail follows what the market trades at, and not what it traded at once, or before the trade began."""
        plan = self._plans.get(told.position)
        if plan is None:
            return
        planned_at = self._planned_at[told.position]
        if told.price not in self._exchange.market.recent(plan.symbol, planned_at - HEARD):
            self._breach("I7", f"{told.position} of {planned_at:%H:%M:%S} was told of {told.price}, which is older")

    def _is_due(self, moved: StopMoveDecided) -> None:
        """No trail moves a stop before it is active, nor nearer to the best price than it was asked to."""
        plan, best = self._plans.get(moved.position), self._seen.get(moved.position)
        trail = plan.protection.trail if plan is not None else None
        if plan is None or trail is None or best is None:
            return
        sign = plan.side.sign
        if trail.after_target and moved.position not in self._sold_at_target:
            target = plan.targets[min(trail.after_target, len(plan.targets)) - 1].price
            if (best - target) * sign < 0:
                self._breach("I7", f"{moved.position} trails at {best}, before its target {target}")
        match trail.kind:
            case TrailKind.HIGHEST:
                away = best * trail.distance_pct / 100
            case TrailKind.ATR if moved.position in self._ranges:
                away = self._ranges[moved.position] * trail.ranges
            case _:
                return
        nearest = best - sign * away
        if (moved.price - nearest) * sign > plan.instrument.tick:
            self._breach("I7", f"{moved.position} trails to {moved.price}, nearer than {nearest} to its best {best}")

    def _measured(self, told: RangeMeasured) -> None:
        """A range is that of the market's last minutes."""
        self._ranges[told.position] = told.range
        self._owe_less(told.position)
        plan = self._plans.get(told.position)
        if plan is None:
            return
        least, most = self._exchange.market.minutes[plan.symbol].average()
        if not least - plan.instrument.tick <= told.range <= most + plan.instrument.tick:
            self._breach("I7", f"{told.position} has a range of {told.range}, and its market one of {least} to {most}")

    def remembered(self, best: Mapping[PositionId, Price]) -> None:
        """After a start: the best price that was written down is the one that trails go by."""
        for position, known in best.items():
            seen, plan = self._told.get(position), self._plans.get(position)
            if plan is not None and seen is not None and (seen - known) * plan.side.sign > 0:
                self._breach("I15", f"{position} has seen {seen}, and after the start its best price is {known}")

    def lagging(self, ours: Mapping[Holding, OpenPosition]) -> set[str]:
        """Whose stop is not where its trail wants it, though the market has not passed that, and nobody refused it."""
        found = set()
        for position, wish in self._wanted.items():
            plan = self._plans[position]
            held, sign = ours.get((plan.symbol, plan.side)), plan.side.sign
            if held is None or held.stop is None or self._refused[position]:
                continue
            is_ahead = (self._exchange.market.last(plan.symbol) - wish) * sign > 0
            if is_ahead and (held.stop - wish) * sign < 0:
                found.add(f"{position}, to be trailed to {wish}")
        return found

    def _want(self, position: PositionId, wish: Decimal) -> None:
        plan = self._plans.get(position)
        if plan is not None and position not in self._left_alone:
            known = self._wanted.get(position, wish)
            self._wanted[position] = max(known, wish) if plan.side.sign > 0 else min(known, wish)

    def _measured_anew(self, position: PositionId) -> None:
        """A distance that is measured may have widened: what was refused before that never stood, and is not owed.

        Nor is it once another stop was taken: one of the right size where the former stood puts no trail in its place.
        """
        plan = self._plans.get(position)
        trail = plan.protection.trail if plan is not None else None
        if trail is not None and trail.kind is TrailKind.ATR and position in self._never_stood:
            self._wanted.pop(position, None)

    def _came_to_nothing(self, position: PositionId) -> None:
        self._never_stood.add(position)
        self._owe_less(position)

    def _owe_less(self, position: PositionId) -> None:
        """What never stood is owed no nearer to the best price than the range is by now: the rules ask for no more.

        By then another of them may want a tighter stop than the trail, and no further move of the trail is written.
        """
        plan, wish, best = self._plans.get(position), self._wanted.get(position), self._seen.get(position)
        trail, measured = plan.protection.trail if plan is not None else None, self._ranges.get(position)
        if plan is None or trail is None or wish is None or best is None or measured is None:
            return
        if trail.kind is TrailKind.ATR and position in self._never_stood:
            sign = plan.side.sign
            owed = best - sign * (trail.ranges * measured + plan.instrument.tick)
            self._wanted[position] = min(wish, owed) if sign > 0 else max(wish, owed)

    def _is_for_trail(self, position: PositionId, tag: OrderTag) -> bool:
        """Was this move, which is answered now, to put the stop where its trail wants it?"""
        plan, asked, wish = self._plans.get(position), self._asked.pop(tag, None), self._wanted.get(position)
        return plan is not None and asked is not None and wish is not None and (asked - wish) * plan.side.sign >= 0

    def _was_refused(self, position: PositionId, tag: OrderTag) -> None:
        """Each counts once, however often it is read that one never arrived."""
        if tag not in self._rules_own:
            return
        self._rules_own.remove(tag)
        now, refused = self._exchange.clock.monotonic(), self._refused[position]
        refused.append(now)
        while now - refused[0] > 60:
            refused.popleft()
        if len(refused) > REFUSED_MAX + sum(now - at <= 60 for at in self._sold_at[position].values()):
            self._breach("I23", f"{len(refused)} moves of the stop of {position} were refused in one minute")

    def passed(self, ours: Mapping[Holding, OpenPosition]) -> set[str]:
        """What is held although the market has passed where its trail wants a stop that is not there."""
        found = set()
        for position, wish in self._wanted.items():
            plan = self._plans[position]
            held, sign = ours.get((plan.symbol, plan.side)), plan.side.sign
            if held is None or (self._exchange.market.last(plan.symbol) - wish) * sign > 0:
                continue
            if held.stop is None or (held.stop - wish) * sign < 0:
                found.add(f"{position}, trailed to {wish}")
        return found
