"""Hears why a trade is given up: for a stop that was refused, only when that was said of this very stop (I9).

Apart from what listens to trails because it is about proof: a key, a pace or a clock that is refused says nothing of
the stop that came with the entry, and while that one stands nobody has a reason to sell.
"""

from __future__ import annotations

from collections.abc import Callable

from core.commands import Command
from core.events import CloseAsked, Fact, OrderRefused, PositionPlanned
from core.plans import Plan
from core.vocabulary import PositionId
from tests.sim.exchange import Exchange
from tests.sim.wire import NO_VERDICT

GIVEN_UP = "rule:no stop could be set"
"""How the desk says why, when it leaves a position for a stop that was refused."""
JUDGED = {CloseAsked, OrderRefused, PositionPlanned}
"""What is heard."""


class Verdicts:
    """What each trade's stop was refused for last."""

    def __init__(self, exchange: Exchange, breach: Callable[[str, str], None]) -> None:
        self._exchange, self._breach = exchange, breach
        self._plans: dict[PositionId, Plan] = {}
        self._refused: dict[PositionId, str] = {}

    def hear(self, entry: Fact | Command) -> None:
        """One line of the journal."""
        match entry:
            case PositionPlanned(plan=plan):
                self._plans[plan.position] = plan
            case OrderRefused(position=position, tag=tag, code=code) if tag.startswith(f"{position}-stop"):
                self._refused[position] = code
            case CloseAsked(position=position, by=by) if by.startswith(GIVEN_UP):
                self._is_given_up(position, self._refused.get(position, ""))
            case _:
                pass

    def _is_given_up(self, position: PositionId, code: str) -> None:
        """Where a stop is an order of its own, one that is refused for whatever reason does not stand: that is left."""
        if code not in NO_VERDICT or self._exchange.stop_orders:
            return
        plan = self._plans.get(position)
        held = self._exchange.position(plan.symbol) if plan is not None else None
        if held is not None and held.stop is not None:
            self._breach("I9", f"{position} was given up, and its stop stands at {held.stop}, unjudged ({code})")
