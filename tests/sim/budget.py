"""Counts the money that the desk may lose: by position, by slots, by the day (invariant I5), and at which price (I8).

Apart from the journal's audit because it is arithmetic from the exchange's own figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from core.events import CallAdmitted, DayBegan, EquityRead, PositionPlanned, RulesLoaded
from core.orders import EntryOrder
from core.plans import Grant, Plan
from core.rules import Rules
from core.vocabulary import ZERO, Money, PositionId
from tests.sim.exchange import Exchange

QUOTE_OFF_PCT = Decimal("0.3")
SLACK = Decimal("1.05")
"""A fill slips."""
KNOWN_S = 75.0
"""Equity is read every quarter of a minute, and written down once a minute while it stays the same."""
LOSS_SLACK = Decimal("1.15")


class Budget:
    """What was granted, held against what may be lost."""

    def __init__(self, exchange: Exchange, breach: Callable[[str, str], None]) -> None:
        self._exchange, self._breach = exchange, breach
        self.rules = Rules()
        self.days = 0
        """Trading days that began."""
        self._day_equity: Money | None = None
        self._read: tuple[Decimal, float] = (ZERO, -KNOWN_S)

    def hear(self, entry: object) -> None:
        """One line of the journal."""
        match entry:
            case EquityRead(equity=equity):  # half of all lines
                self._read = (equity, self._exchange.clock.monotonic())
            case RulesLoaded(rules=rules):
                self.rules = rules
            case DayBegan(equity=equity):
                self._day_equity = equity
                self.days += 1
            case PositionPlanned(plan=plan):
                self._planned(plan)
            case _:
                pass

    def admitted(self, admitted: CallAdmitted, grants: Mapping[PositionId, Grant]) -> None:
        """One more may be opened."""
        self._slots(admitted, grants)
        self._daily_loss(admitted, grants)

    def _slots(self, admitted: CallAdmitted, grants: Mapping[PositionId, Grant]) -> None:
        """I5: so many positions, and so many of one symbol."""
        same = [grant for grant in grants.values() if grant.symbol == admitted.grant.symbol]
        limits = self.rules.limits
        if len(same) > limits.per_symbol_max or len(grants) > limits.open_positions_max:
            self._breach("I5", f"{admitted.position} is one of {len(same)} in a symbol, of {len(grants)} in all")

    def _daily_loss(self, admitted: CallAdmitted, grants: Mapping[PositionId, Grant]) -> None:
        """I5: the day's loss counts what is not realised, and what would be lost at every stop."""
        if self._day_equity is None:
            return
        equity: Decimal = self._exchange.engine.observe(self._exchange.clock.now()).equity
        read, at = self._read
        if self._exchange.clock.monotonic() - at <= KNOWN_S:
            equity = max(equity, read)  # what the market took since nobody can have known
        lost = self._day_equity - equity
        risk = sum((grant.risk for grant in grants.values()), ZERO)
        allowed = self._day_equity * self.rules.limits.daily_loss_pct_max / 100
        if max(lost, ZERO) + risk > allowed * LOSS_SLACK:
            self._breach("I5", f"{admitted.position}: {lost:.0f} lost and {risk:.0f} at risk, {allowed:.0f} allowed")

    def sent(self, order: EntryOrder) -> None:
        """I5: what is bought at market is sent at a price of a moment ago, at which no more is lost than may be."""
        if order.price is None:
            prices = (*self._exchange.market.recent(order.symbol), self._exchange.market.last(order.symbol))
            loss = min((price - order.stop) * order.side.sign for price in prices) * order.quantity
            point_value = self._exchange.market.instruments[order.symbol].point_value
            self._loses(order.tag, loss * point_value)

    def _loses(self, what: str, loss: Decimal) -> None:
        equity = self._exchange.engine.observe(self._exchange.clock.now()).equity
        if loss > equity * self.rules.limits.risk_pct_max / 100 * SLACK:
            self._breach("I5", f"{what} would lose {loss:.0f} of {equity:.0f} at its stop")

    def _planned(self, plan: Plan) -> None:
        """I5: what is lost at the stop, from the prices of the plan; I8: which are of today."""
        instrument, last = plan.instrument, self._exchange.market.last(plan.symbol)
        legs = [(leg.price, leg.quantity) for leg in plan.legs] or [(plan.price, plan.quantity)]
        paid = sum(((plan.expected if price is None else price) * quantity for price, quantity in legs), ZERO)
        entry = paid / plan.quantity
        self._loses(plan.position, (entry - plan.stop) * plan.side.sign * plan.quantity * instrument.point_value)
        moved = min(abs(plan.expected - price) for price in self._exchange.market.recent(plan.symbol))
        if plan.price is None and moved > last * QUOTE_OFF_PCT / 100:
            self._breach("I8", f"{plan.position} was drafted at {plan.expected}, and the market is at {last}")
